/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paper-fixture.h"

#include "exchange/toso-plan-reader.h"

static void
add_figure (GPtrArray        *figures,
            const TosoTarget *target,
            gint64            village,
            int               month,
            double            numerator,
            TosoFigure        denominator)
{
  TosoMeasurement *figure = g_new0 (TosoMeasurement, 1);

  figure->indicator_id = target->indicator_id;
  figure->village_id = village;
  figure->period = (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, month };
  figure->numerator = TOSO_FIGURE (numerator);
  figure->denominator = denominator;
  figure->note = g_strdup ("");
  g_ptr_array_add (figures, figure);
}

/* The qualitative ones stay without figures. */
static void
add_village (GPtrArray      *figures,
             const TosoPlan *plan,
             gint64          village,
             guint           v,
             int             month)
{
  for (guint t = 0; t < plan->targets->len; t++)
    {
      const TosoTarget *target = plan->targets->pdata[t];
      double            whole = 60 + v % 7;

      if (target->kind == TOSO_TARGET_PERCENTAGE)
        add_figure (figures, target, village, month,
                    target->over_time == TOSO_OVER_TIME_FLOW ? 4 + (v + t) % 5 : 12 * month + (v + t) % 9,
                    TOSO_FIGURE (whole));
      else if (target->kind == TOSO_TARGET_COUNT_OF_COUNT)
        add_figure (figures, target, village, month, 1, TOSO_FIGURE (1));
    }
}

static void
record (TosoYear *year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = toso_year_load_plan (year, &error);
  g_autoptr (GPtrArray) villages = toso_year_list_villages (year, &error);
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_measurement_free);

  g_assert_no_error (error);
  for (int month = 1; month <= 3; month++)
    for (guint v = 0; v < (month == 1 ? 35 : 38); v++)
      add_village (figures, plan, ((const TosoVillage *) villages->pdata[v])->id, v, month);
  toso_year_record_all (year, figures, "figures of the test", NULL, &error);
  g_assert_no_error (error);
}

TosoYear *
test_make_year (const char *directory,
                gboolean    with_figures)
{
  g_autofree char *source_path = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "data", "plans", "ngoc-lien-2026.txt", NULL);
  g_autofree char *path = g_build_filename (directory, "2026.toso", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (source_path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = toso_plan_read_file (source, TOSO_ENCODING_AUTO, NULL, &error);
  TosoYear *year;

  g_assert_no_error (error);
  year = toso_year_create (file, plan, NULL, &error);
  g_assert_no_error (error);
  if (with_figures)
    record (year);

  return year;
}
