/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/toso-cli-reports.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/toso-cli-json.h"
#include "core/toso-error.h"
#include "core/toso-output.h"
#include "exchange/toso-kit-writer.h"
#include "exchange/toso-table-writer.h"
#include "report/toso-report.h"
#include "report/toso-village-form.h"
#include "store/toso-year-backup.h"

GArray *
toso_cli_list_asked (const TosoGrid *grid)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (TosoAskedFigure));

  for (guint i = 0; i < grid->columns->len; i++)
    {
      const TosoGridColumn *column = g_ptr_array_index (grid->columns, i);
      TosoAskedFigure       asked = {
              .indicator_id = column->indicator_id,
              .code = column->code,
              .name = column->name,
              .group = column->group,
              .unit = column->unit,
              .numerator_name = column->numerator_name,
              .denominator_name = column->denominator_name,
              .has_denominator = column->has_denominator,
      };

      if (!column->counted)
        g_array_append_val (list, asked);
    }

  return list;
}

GPtrArray *
toso_cli_list_villages (const TosoGrid *grid)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < grid->rows->len; i++)
    g_ptr_array_add (list, ((TosoVillageStatus *) g_ptr_array_index (grid->rows, i))->village);

  return list;
}

/* --- status --- */

static const char *
timeliness_text (TosoTimeliness timeliness)
{
  switch (timeliness)
    {
    case TOSO_TIMELINESS_ON_TIME:
      return _ ("on time");
    case TOSO_TIMELINESS_LATE:
      return _ ("late");
    case TOSO_TIMELINESS_OVERDUE:
      return _ ("overdue");
    case TOSO_TIMELINESS_NOT_YET_DUE:
    default:
      return _ ("not yet due");
    }
}

static json_t *
date_to_json (TosoDate date)
{
  g_autofree char *text = toso_date_format_iso (date);

  return toso_date_is_valid (date) ? json_string (text) : json_null ();
}

static void
print_status_json (GPtrArray *rows)
{
  json_t *array = json_array ();

  for (guint i = 0; i < rows->len; i++)
    {
      const TosoVillageStatus *status = g_ptr_array_index (rows, i);

      json_array_append_new (array,
                             json_pack ("{s:s, s:s, s:o, s:o, s:s, s:i, s:i}",
                                        "village", status->village->name,
                                        "state", toso_timeliness_to_id (status->timeliness),
                                        "due", date_to_json (status->due),
                                        "received", date_to_json (status->received),
                                        "report", toso_submission_state_to_id (status->state),
                                        "figures", (int) status->n_figures,
                                        "expected", (int) status->n_expected));
    }
  toso_cli_print_json (array);
}

static void
print_status (GPtrArray *rows)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *heading[] = { _ ("Village"), _ ("State"), _ ("Due"), _ ("Received"), _ ("Figures"), NULL };

  g_ptr_array_add (lines, g_strdupv ((GStrv) heading));
  for (guint i = 0; i < rows->len; i++)
    {
      const TosoVillageStatus *status = g_ptr_array_index (rows, i);
      g_autofree char         *due = toso_date_format_short (status->due);
      g_autofree char         *received = toso_date_format_short (status->received);
      g_autofree char         *figures = g_strdup_printf ("%u/%u", status->n_figures, status->n_expected);
      const char              *line[] = { status->village->name, timeliness_text (status->timeliness), *due != '\0' ? due : TOSO_MISSING,
                             *received != '\0' ? received : TOSO_MISSING, figures, NULL };

      g_ptr_array_add (lines, g_strdupv ((GStrv) line));
    }
  toso_cli_print_table (lines);
}

TosoCliStatus
toso_cli_status (const TosoCliRequest *request,
                 GError              **error)
{
  g_autoptr (TosoYear) year = toso_cli_open_to_read (request, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (year == NULL)
    return TOSO_CLI_REFUSED;
  rows = toso_year_list_status (year, request->period, toso_date_today (), error);
  if (rows == NULL)
    return TOSO_CLI_REFUSED;

  if (request->json)
    print_status_json (rows);
  else
    print_status (rows);

  return TOSO_CLI_DONE;
}

/* --- files into a folder --- */

static GFile *
open_folder (const TosoCliRequest *request,
             GError              **error)
{
  g_autoptr (GFile) folder = g_file_new_for_commandline_arg (request->output);
  g_autoptr (GError) reason = NULL;

  if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY ||
      g_file_make_directory_with_parents (folder, NULL, &reason))
    return g_steal_pointer (&folder);

  g_set_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE,
               _ ("The folder “%s” can't be made. Choose another."), request->output);
  return NULL;
}

static gboolean
write_into (GFile         *folder,
            const char    *name,
            TosoOutputKind kind,
            GBytes        *content,
            GError       **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);

  return toso_output_write (file, kind, content, NULL, error);
}

/* --- kits --- */

static gboolean
write_kit (TosoKit        *kit,
           const TosoGrid *grid,
           guint           row,
           gboolean        is_empty,
           GFile          *folder,
           GError        **error)
{
  const TosoVillageStatus *status = g_ptr_array_index (grid->rows, row);
  g_autofree TosoFigure   *figures = g_new0 (TosoFigure, grid->columns->len * 3 + 1);
  g_autofree char         *name = NULL;
  g_autoptr (GBytes) content = NULL;
  guint n = grid->columns->len;
  guint at = 0;

  for (guint i = 0; i < n; i++)
    {
      const TosoGridCell *cell = toso_grid_get_cell (grid, row, i);

      if (((const TosoGridColumn *) g_ptr_array_index (grid->columns, i))->counted)
        continue;
      figures[at] = cell->previous;
      figures[n + at] = cell->id != 0 && !is_empty ? cell->numerator : TOSO_FIGURE_MISSING;
      figures[2 * n + at] = cell->id != 0 && !is_empty ? cell->denominator : TOSO_FIGURE_MISSING;
      at++;
    }
  kit->village = status->village;
  kit->previous = figures;
  kit->numerators = figures + n;
  kit->denominators = figures + 2 * n;

  name = toso_kit_file_name (kit);
  content = toso_kit_write (kit, error);
  return content != NULL && write_into (folder, name, TOSO_OUTPUT_XLSX, content, error);
}

/* The same as a page, to be filled in by hand and signed. */
static gboolean
write_page (TosoKit              *kit,
            const TosoPlan       *plan,
            const TosoGrid       *grid,
            guint                 row,
            const TosoCliRequest *request,
            GFile                *folder,
            GError              **error)
{
  g_autoptr (TosoPaper) paper = toso_village_form_new (plan, grid, row, request->empty, kit->mark);
  g_autoptr (TosoDocument) document = toso_document_new (paper, &TOSO_PROFILE_DECREE_30, error);
  g_autoptr (GBytes) content = document != NULL ? toso_document_to_pdf (document, NULL, error) : NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *name = NULL;

  if (content == NULL)
    return FALSE;
  kit->village = ((const TosoVillageStatus *) grid->rows->pdata[row])->village;
  sheet = toso_kit_file_name (kit);
  name = g_strdup_printf ("%.*s.pdf", (int) (strlen (sheet) - strlen (".xlsx")), sheet);

  return write_into (folder, name, TOSO_OUTPUT_PDF, content, error);
}

TosoCliStatus
toso_cli_kit (const TosoCliRequest *request,
              GError              **error)
{
  g_autoptr (TosoYear) year = toso_cli_open_to_read (request, error);
  g_autoptr (TosoPlan) plan = year != NULL ? toso_year_load_plan (year, error) : NULL;
  g_autoptr (TosoGrid) grid = plan != NULL ? toso_grid_load (year, request->period, toso_date_today (), error) : NULL;
  g_autoptr (GFile) folder = grid != NULL ? open_folder (request, error) : NULL;
  g_autoptr (GArray) asked = NULL;
  g_autofree char *title = NULL;
  g_autofree char *commune = NULL;
  TosoKit          kit = { .period = request->period };

  if (folder == NULL)
    return TOSO_CLI_REFUSED;

  asked = toso_cli_list_asked (grid);
  title = toso_report_type_title (grid->period->type);
  commune = g_strdup_printf ("%s %s", plan->commune.kind, plan->commune.name);
  kit.title = title;
  kit.commune = g_strstrip (commune);
  kit.period_title = grid->period->title;
  kit.mark = toso_report_get_mark (year);
  kit.first = grid->period->first;
  kit.last = grid->period->last;
  kit.due = grid->period->village_due;
  kit.asked = (TosoAskedFigure *) (gpointer) asked->data;
  kit.n_asked = asked->len;
  for (guint row = 0; row < grid->rows->len; row++)
    if (request->pdf ? !write_page (&kit, plan, grid, row, request, folder, error) : !write_kit (&kit, grid, row, request->empty, folder, error))
      return TOSO_CLI_REFUSED;

  toso_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u form has been written.", "%u forms have been written.", grid->rows->len),
                grid->rows->len);
  toso_cli_say ("\n");
  return TOSO_CLI_DONE;
}

/* --- export --- */

#define ALL_TABLES "tables.xlsx"

TosoCliStatus
toso_cli_export (const TosoCliRequest *request,
                 GError              **error)
{
  g_autoptr (TosoYear) year = toso_cli_open_to_read (request, error);
  g_autoptr (GPtrArray) tables = year != NULL ? toso_year_dump_tables (year, !request->phones, error) : NULL;
  g_autoptr (GFile) folder = tables != NULL ? open_folder (request, error) : NULL;
  g_autoptr (GBytes) workbook = NULL;

  if (folder == NULL)
    return TOSO_CLI_REFUSED;

  for (guint i = 0; i < tables->len; i++)
    {
      TosoPlainTable  *table = g_ptr_array_index (tables, i);
      g_autofree char *name = g_strconcat (table->name, ".csv", NULL);
      g_autoptr (GBytes) csv = toso_plain_table_to_csv (table);

      if (!write_into (folder, name, TOSO_OUTPUT_CSV, csv, error))
        return TOSO_CLI_REFUSED;
    }

  workbook = toso_plain_tables_to_xlsx (tables, error);
  if (workbook == NULL || !write_into (folder, ALL_TABLES, TOSO_OUTPUT_XLSX, workbook, error))
    return TOSO_CLI_REFUSED;

  toso_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u table has been written.", "%u tables have been written.", tables->len), tables->len);
  toso_cli_say ("\n");
  return TOSO_CLI_DONE;
}

/* --- copies --- */

TosoCliStatus
toso_cli_backup (const TosoCliRequest *request,
                 GError              **error)
{
  g_autoptr (TosoYear) year = toso_cli_open_to_read (request, error);
  g_autoptr (GFile) copy = g_file_new_for_commandline_arg (request->output);

  if (year == NULL || !toso_year_backup (year, copy, error))
    return TOSO_CLI_REFUSED;

  toso_cli_say (_ ("“%s” has been made and checked."), request->output);
  toso_cli_say ("\n");
  return TOSO_CLI_DONE;
}

TosoCliStatus
toso_cli_restore (const TosoCliRequest *request,
                  GError              **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (request->arguments[0]);
  g_autoptr (GFile) copy = g_file_new_for_commandline_arg (request->arguments[1]);
  g_autoptr (GFile) kept = NULL;
  g_autofree char *name = NULL;

  if (!toso_year_restore (file, copy, &kept, error))
    return TOSO_CLI_REFUSED;

  toso_cli_say (_ ("“%s” is as it was in “%s”."), request->arguments[0], request->arguments[1]);
  toso_cli_say ("\n");
  if (kept != NULL)
    {
      name = g_file_get_basename (kept);
      toso_cli_say (_ ("What was there is kept as “%s”."), name);
      toso_cli_say ("\n");
    }
  return TOSO_CLI_DONE;
}
