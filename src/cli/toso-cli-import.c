/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/toso-cli-reports.h"

#include <glib/gi18n.h>

#include "cli/toso-cli-json.h"
#include "core/toso-error.h"
#include "exchange/toso-text-file.h"

/* What one call of "import" finds, over all its files. */
typedef struct
{
  TosoYear   *year;
  TosoGrid   *grid;
  GArray     *asked;        /* of TosoAskedFigure; strings of the grid */
  GPtrArray  *villages;     /* of TosoVillage, of the grid */
  GHashTable *choices;      /* of TosoColumnChoice: what a person said in the window */
  GPtrArray  *measurements; /* of TosoMeasurement, of the tables */
  GPtrArray  *places;       /* beside them: JSON {file, sheet, cell, value} */
  GPtrArray  *sources;      /* of TosoOriginal */
  GPtrArray  *tables;       /* of TosoFigureTable */
  json_t     *rejected;
  json_t     *unknown;
  json_t     *questions;
  guint       n_new, n_changed, n_same;
} Import;

static void
import_clear (Import *import)
{
  g_clear_pointer (&import->grid, toso_grid_free);
  g_clear_pointer (&import->asked, g_array_unref);
  g_clear_pointer (&import->villages, g_ptr_array_unref);
  g_clear_pointer (&import->choices, g_hash_table_unref);
  g_clear_pointer (&import->measurements, g_ptr_array_unref);
  g_clear_pointer (&import->places, g_ptr_array_unref);
  g_clear_pointer (&import->sources, g_ptr_array_unref);
  g_clear_pointer (&import->tables, g_ptr_array_unref);
  json_decref (import->rejected);
  json_decref (import->unknown);
  json_decref (import->questions);
  g_clear_object (&import->year);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static void
free_json (gpointer data)
{
  json_decref (data);
}

static json_t *
place_to_json (const char *file,
               const char *sheet,
               const char *cell,
               const char *value)
{
  return json_pack ("{s:s, s:s, s:s, s:s}", "file", file, "sheet", sheet, "cell", cell, "value", value);
}

static void
add_finding (json_t     *list,
             json_t     *place,
             const char *rule,
             const char *message)
{
  json_t *finding = json_copy (place);

  json_object_set_new (finding, "rule", json_string (rule));
  json_object_set_new (finding, "message", json_string (message));
  json_array_append_new (list, finding);
}

static void
add_problems (json_t     *list,
              GPtrArray  *problems,
              const char *file)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const TosoTableProblem *problem = g_ptr_array_index (problems, i);
      json_t                 *place = place_to_json (file, problem->sheet, problem->cell, problem->value);

      add_finding (list, place, problem->rule, problem->message);
      json_decref (place);
    }
}

/* Whose file it is: the one village in it; 0: of several. */
static gint64
find_only_village (const TosoFigureTable *table)
{
  gint64 village_id = 0;

  for (guint i = 0; i < table->entries->len; i++)
    {
      const TosoFigureEntry *entry = g_ptr_array_index (table->entries, i);

      if (village_id != 0 && entry->measurement->village_id != village_id)
        return 0;
      village_id = entry->measurement->village_id;
    }

  return village_id;
}

static void
take_entries (Import          *import,
              TosoFigureTable *table,
              GBytes          *content,
              const char      *name)
{
  TosoOriginal *source = g_new0 (TosoOriginal, 1);

  for (guint i = 0; i < table->entries->len; i++)
    {
      const TosoFigureEntry *entry = g_ptr_array_index (table->entries, i);

      g_ptr_array_add (import->measurements, entry->measurement);
      g_ptr_array_add (import->places, place_to_json (name, entry->sheet, entry->cell, entry->text));
    }
  source->name = g_strdup (name);
  source->content = g_bytes_ref (content);
  source->village_id = find_only_village (table);
  g_ptr_array_add (import->sources, source);
}

/* A file that is no table is rejected as a whole; the others are still looked
 * at, so that one call tells all. */
static void
read_file (Import               *import,
           const TosoCliRequest *request,
           const char           *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = toso_text_file_dup_name (file);
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoWorkbook) workbook = toso_workbook_read_file (file, request->encoding, &content, NULL, &error);
  TosoFigureForm   form = { import->villages, (TosoAskedFigure *) (gpointer) import->asked->data, import->asked->len, request->period, import->choices };
  TosoFigureTable *table = workbook != NULL ? toso_figure_table_read (workbook, &form, &error) : NULL;

  if (table == NULL)
    {
      json_t *place = place_to_json (name, "", "", "");

      add_finding (import->rejected, place, "file", error->message);
      json_decref (place);
      return;
    }

  g_ptr_array_add (import->tables, table);
  add_problems (import->rejected, table->problems, name);
  add_problems (import->unknown, table->unknown, name);
  take_entries (import, table, content, name);
}

/* The same figure from two files: which is it? */
static void
reject_twice (Import *import)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < import->measurements->len; i++)
    {
      const TosoMeasurement *measurement = g_ptr_array_index (import->measurements, i);
      g_autofree char       *key = NULL;

      key = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", measurement->indicator_id, measurement->village_id,
                             measurement->breakdown);
      if (!g_hash_table_add (seen, g_steal_pointer (&key)))
        add_finding (import->rejected, g_ptr_array_index (import->places, i), "duplicate",
                     _ ("Another of the tables has this village's figure too. Choose one of the two."));
    }
}

static gboolean
compare (Import  *import,
         GError **error)
{
  g_autoptr (GPtrArray) changes = toso_year_compare (import->year, import->measurements, error);

  if (changes == NULL)
    return FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const TosoChange *change = g_ptr_array_index (changes, i);
      json_t           *place = g_ptr_array_index (import->places, i);

      import->n_new += change->kind == TOSO_CHANGE_NEW;
      import->n_changed += change->kind == TOSO_CHANGE_CHANGED;
      import->n_same += change->kind == TOSO_CHANGE_SAME;
      if (change->kind == TOSO_CHANGE_REFUSED)
        add_finding (import->rejected, place, change->rule, change->message);
      else if (*change->message != '\0')
        add_finding (import->questions, place, change->rule, change->message);
    }

  return TRUE;
}

/* What the villages wrote besides. */
static GPtrArray *
list_texts (Import *import)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_submission_free);

  for (guint i = 0; i < import->tables->len; i++)
    {
      const TosoFigureTable *table = g_ptr_array_index (import->tables, i);

      for (guint j = 0; j < table->reports->len; j++)
        {
          const TosoFigureReport *report = g_ptr_array_index (table->reports, j);
          TosoSubmission         *submission = g_new0 (TosoSubmission, 1);

          submission->village_id = report->village_id;
          submission->reporter = g_strdup (report->reporter);
          submission->difficulties = g_strdup (report->difficulties);
          submission->proposals = g_strdup (report->proposals);
          g_ptr_array_add (texts, submission);
        }
    }

  return texts;
}

static gboolean
write_figures (Import               *import,
               const TosoCliRequest *request,
               GError              **error)
{
  guint n = import->sources->len;
  g_autoptr (GPtrArray) texts = list_texts (import);
  g_autofree char *title = NULL;
  TosoWrite        write = {
           .measurements = import->measurements,
           .origin = TOSO_ORIGIN_IMPORTED,
           .sources = import->sources,
           .received = TRUE,
           .texts = texts,
           .period = request->period,
  };

  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import %s from %u table", "Import %s from %u tables", n),
                           import->grid->period->title, n);
  write.title = title;
  return toso_year_write (import->year, &write, NULL, error);
}

static gboolean
begin (Import               *import,
       const TosoCliRequest *request,
       GError              **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (request->arguments[0]);
  g_autoptr (GHashTable) texts = NULL;

  import->year = toso_year_open (file, request->dry_run ? TOSO_YEAR_OPEN_READ_ONLY : TOSO_YEAR_OPEN_DEFAULT, error);
  if (import->year == NULL)
    return FALSE;
  import->grid = toso_grid_load (import->year, request->period, toso_date_today (), error);
  if (import->grid == NULL)
    return FALSE;

  texts = toso_year_list_column_choices (import->year, error);
  if (texts == NULL)
    return FALSE;

  import->choices = toso_column_choices_parse (texts);
  import->asked = toso_cli_list_asked (import->grid);
  import->villages = toso_cli_list_villages (import->grid);
  import->measurements = g_ptr_array_new ();
  import->places = g_ptr_array_new_with_free_func (free_json);
  import->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_original_free);
  import->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_figure_table_free);
  import->rejected = json_array ();
  import->unknown = json_array ();
  import->questions = json_array ();
  return TRUE;
}

static void
print_findings (const char *heading,
                json_t     *list)
{
  size_t  i;
  json_t *finding;

  if (json_array_size (list) > 0)
    toso_cli_say ("%s\n", heading);
  json_array_foreach (list, i, finding)
  {
    const char *sheet = json_string_value (json_object_get (finding, "sheet"));

    toso_cli_say ("  %s%s%s %s: “%s”: %s\n", json_string_value (json_object_get (finding, "file")), *sheet != '\0' ? ", " : "", sheet,
                  json_string_value (json_object_get (finding, "cell")), json_string_value (json_object_get (finding, "value")),
                  json_string_value (json_object_get (finding, "message")));
  }
}

static void
print_import (const Import         *import,
              const TosoCliRequest *request,
              gboolean              is_refused)
{
  if (request->json)
    {
      toso_cli_print_json (json_pack ("{s:i, s:i, s:i, s:O, s:O, s:O}",
                                      "new", (int) import->n_new,
                                      "changed", (int) import->n_changed,
                                      "same", (int) import->n_same,
                                      "rejected", import->rejected,
                                      "unknown", import->unknown,
                                      "questions", import->questions));
      return;
    }

  toso_cli_say (_ ("New: %u, changed: %u, the same: %u, rejected: %u"), import->n_new, import->n_changed, import->n_same,
                (guint) json_array_size (import->rejected));
  toso_cli_say ("\n");
  print_findings (_ ("Rejected:"), import->rejected);
  print_findings (_ ("To ask the villages:"), import->questions);
  print_findings (_ ("Nothing was taken from:"), import->unknown);
  if (is_refused)
    toso_cli_say ("%s\n", _ ("Nothing was written. Correct these, or leave those tables out, and run the command again."));
  else if (request->dry_run)
    toso_cli_say ("%s\n", _ ("Nothing was written: this was a trial."));
}

TosoCliStatus
toso_cli_import (const TosoCliRequest *request,
                 GError              **error)
{
  g_auto (Import) import = { 0 };
  gboolean is_refused;

  if (!begin (&import, request, error))
    return TOSO_CLI_REFUSED;

  for (guint i = 1; request->arguments[i] != NULL; i++)
    read_file (&import, request, request->arguments[i]);
  reject_twice (&import);
  if (!compare (&import, error))
    return TOSO_CLI_REFUSED;

  /* Findings leave the file as it is (DESIGN.md §9). */
  is_refused = json_array_size (import.rejected) > 0;
  if (!is_refused && !request->dry_run && !write_figures (&import, request, error))
    return TOSO_CLI_REFUSED;

  print_import (&import, request, is_refused);
  return is_refused ? TOSO_CLI_REFUSED : TOSO_CLI_DONE;
}
