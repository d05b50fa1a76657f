/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <time.h>

#include "app/toso-intake-form.h"
#include "core/toso-error.h"
#include "exchange/toso-kit-writer.h"
#include "exchange/toso-plan-reader.h"

/* What a month costs: 41 forms of 20 figures that came back filled in.  Read
 * as the window's thread does, compared and written as the window itself does.
 * Milliseconds of the processor; the limit is a second in all, and
 * what holds the window up must be less than 50 at a time. */

#define N_FIGURES 20
#define LIMIT     1000.0
#define HOLD      50.0

static const TosoPeriod MONTH = { TOSO_PERIOD_MONTH, 2026, 3 };

static double
since (clock_t start)
{
  return (double) (clock () - start) * 1000 / CLOCKS_PER_SEC;
}

static void
check (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

/* Each target that has a number, of so many groups that all come to twenty. */
static void
collect (TosoYear *year)
{
  static const char *const groups[] = { "Nữ", "Nam", "Trẻ", "Già", NULL };
  g_autoptr (GPtrArray) types = toso_year_list_report_types (year, NULL);
  const TosoReportType *type = types->pdata[0];
  g_autoptr (GPtrArray) collected = toso_year_list_collected (year, type->id, NULL);
  GError *error = NULL;
  guint   n = 0;

  for (guint i = 0; i < collected->len; i++)
    {
      TosoCollected *one = collected->pdata[i];
      guint          room = N_FIGURES - n - (collected->len - i);
      g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();

      for (guint g = 0; groups[g] != NULL && g < room; g++, n++)
        g_strv_builder_add (chosen, groups[g]);
      n++;
      g_strfreev (one->groups);
      one->groups = g_strv_builder_end (chosen);
    }
  toso_year_set_collected (year, type->id, collected, &error);
  check (error);
}

static GPtrArray *
make_kits (TosoYear             *year,
           const TosoFigureForm *form)
{
  g_autoptr (TosoReportPeriod) period = toso_year_get_period (year, MONTH, NULL);
  g_autofree TosoFigure *parts = g_new0 (TosoFigure, form->n_asked);
  g_autofree TosoFigure *wholes = g_new0 (TosoFigure, form->n_asked);
  GPtrArray             *kits = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GError                *error = NULL;

  for (guint v = 0; v < form->villages->len; v++)
    {
      TosoKit kit = { "Báo cáo tháng", "Tháng 3/2026", "xã Ngọc Liên", NULL, MONTH, period->first, period->last, period->village_due };

      for (guint i = 0; i < form->n_asked; i++)
        {
          parts[i] = TOSO_FIGURE (20 + v + i);
          wholes[i] = TOSO_FIGURE (200 + v);
        }
      kit.village = form->villages->pdata[v];
      kit.asked = form->asked;
      kit.n_asked = form->n_asked;
      kit.previous = kit.numerators = parts;
      kit.denominators = wholes;
      g_ptr_array_add (kits, toso_kit_write (&kit, &error));
      check (error);
    }

  return kits;
}

static void
measure (TosoYear       *year,
         TosoFigureForm *form,
         GPtrArray      *kits)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_figure_table_free);
  g_autoptr (GPtrArray) measurements = g_ptr_array_new ();
  TosoWrite write = { .measurements = measurements, .title = "bench", .origin = TOSO_ORIGIN_IMPORTED, .received = TRUE, .period = MONTH };
  GError   *error = NULL;
  double    read, longest = 0, compared = 0, written;
  clock_t   start = clock ();

  for (guint i = 0; i < kits->len; i++)
    {
      g_autoptr (TosoWorkbook) workbook = toso_workbook_read_bytes (kits->pdata[i], "kit.xlsx", TOSO_ENCODING_AUTO, &error);

      check (error);
      g_ptr_array_add (tables, toso_figure_table_read (workbook, form, &error));
      check (error);
    }
  read = since (start);

  for (guint i = 0; i < tables->len; i++)
    {
      const TosoFigureTable *table = tables->pdata[i];
      g_autoptr (GPtrArray) own = g_ptr_array_new ();
      g_autoptr (GPtrArray) changes = NULL;
      double took;

      for (guint k = 0; k < table->entries->len; k++)
        {
          g_ptr_array_add (own, ((TosoFigureEntry *) table->entries->pdata[k])->measurement);
          g_ptr_array_add (measurements, ((TosoFigureEntry *) table->entries->pdata[k])->measurement);
        }
      start = clock ();
      changes = toso_year_compare (year, own, &error);
      check (error);
      took = since (start);
      compared += took;
      longest = MAX (longest, took);
    }

  start = clock ();
  toso_year_write (year, &write, NULL, &error);
  check (error);
  written = since (start);

  g_print ("%u forms, %u figures: read %.0f ms, compared %.0f ms (the longest %.1f), written %.0f ms; in all %.0f (limit %.0f)\n",
           kits->len, measurements->len, read, compared, longest, written, read + compared + written, LIMIT);
  if (read + compared + written > LIMIT || longest > HOLD)
    g_error ("too slow");
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("toso-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.toso", NULL);
  g_autofree char *seed = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "data", "plans", "ngoc-lien-2026.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) source = g_file_new_for_path (seed);
  g_autoptr (GHashTable) choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) kits = NULL;
  g_autoptr (TosoIntakeForm) form = NULL;
  g_autoptr (TosoGrid) grid = NULL;
  g_autoptr (TosoPlan) plan = NULL;
  g_autoptr (TosoYear) year = NULL;
  TosoFigureForm figure_form;
  GError        *error = NULL;

  plan = toso_plan_read_file (source, TOSO_ENCODING_AUTO, NULL, &error);
  check (error);
  year = toso_year_create (file, plan, NULL, &error);
  check (error);
  collect (year);
  grid = toso_grid_load (year, MONTH, (TosoDate){ 2026, 3, 18 }, &error);
  check (error);
  form = toso_intake_form_new (grid, choices);
  figure_form = toso_intake_form_get (form);
  kits = make_kits (year, &figure_form);
  measure (year, &figure_form, kits);
  toso_year_close (year);
  g_remove (path);
  g_rmdir (folder);

  return 0;
}
