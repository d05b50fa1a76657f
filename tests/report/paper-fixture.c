/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paper-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/toso-register.h"
#include "exchange/toso-plan-reader.h"
#include "store/toso-year-register.h"

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

void
test_record_one (TosoYear   *year,
                 const char *village,
                 int         month,
                 double      numerator)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = toso_year_load_plan (year, &error);
  g_autoptr (GPtrArray) villages = toso_year_list_villages (year, &error);
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_measurement_free);
  guint v = 0, t = 0;

  g_assert_no_error (error);
  while (!g_str_has_suffix (((const TosoVillage *) villages->pdata[v])->name, village))
    v++;
  while (((const TosoTarget *) plan->targets->pdata[t])->kind != TOSO_TARGET_PERCENTAGE)
    t++;
  add_figure (figures, plan->targets->pdata[t], ((const TosoVillage *) villages->pdata[v])->id, month, numerator, TOSO_FIGURE (60));
  toso_year_record_all (year, figures, "another figure of the test", NULL, &error);
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

/* --- a year, and the papers made of it --- */

void
test_papers_set_up (TestPapers   *fixture,
                    gconstpointer figures)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("TOSO_TODAY", "2026-04-05", TRUE);
  fixture->directory = g_dir_make_tmp ("toso-kinds-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->year = test_make_year (fixture->directory, GPOINTER_TO_INT (figures));
}

void
test_papers_tear_down (TestPapers   *fixture,
                       gconstpointer figures)
{
  g_autoptr (GDir) directory = g_dir_open (fixture->directory, 0, NULL);
  const char *name;

  toso_year_close (fixture->year);
  g_clear_object (&fixture->year);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
}

TosoPaper *
test_compose (TestPapers *fixture,
              const char *kind,
              const char *period_text)
{
  g_autoptr (GError) error = NULL;
  TosoPeriod period;
  TosoPaper *paper;

  if (period_text != NULL)
    g_assert_true (toso_period_parse (period_text, &period));
  paper = toso_report_paper (fixture->year, kind, period_text != NULL ? &period : NULL, &error);
  g_assert_no_error (error);

  return paper;
}

static void
append_blocks (GString   *text,
               GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const TosoBlock *block = blocks->pdata[i];

      if (block->text != NULL)
        g_string_append_printf (text, "%s\n", block->text);
      for (guint r = 0; block->rows != NULL && r < block->rows->len; r++)
        {
          g_autofree char *row = g_strjoinv (" | ", block->rows->pdata[r]);

          g_string_append_printf (text, "%s\n", row);
        }
    }
}

char *
test_get_text (const TosoPaper *paper)
{
  GString *text = g_string_new (NULL);

  append_blocks (text, paper->blocks);
  for (guint i = 0; i < paper->annexes->len; i++)
    append_blocks (text, ((const TosoAnnex *) paper->annexes->pdata[i])->blocks);

  return g_string_free (text, FALSE);
}

void
test_assert_has (const char *text,
                 const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

gint64
test_save (TosoYear   *year,
           const char *kind,
           ...)
{
  g_autoptr (TosoRecord) record = toso_record_new (toso_registers_find (kind));
  g_autoptr (GError) error = NULL;
  va_list     arguments;
  const char *field;

  va_start (arguments, kind);
  while ((field = va_arg (arguments, const char *)) != NULL)
    toso_record_set (record, field, va_arg (arguments, const char *));
  va_end (arguments);
  toso_year_save_record (year, record, &error);
  g_assert_no_error (error);

  return record->id;
}

char *
test_id_text (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* --- the office's lists --- */

void
test_fill_registers (TosoYear *year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) villages = toso_year_list_villages (year, &error);
  g_autofree char *village = test_id_text (((const TosoVillage *) villages->pdata[4])->id);
  g_autofree char *team = test_id_text (test_save (year, "team", "village_id", village, "name", "Tổ CNSCĐ thôn 5", NULL));
  g_autofree char *leader = test_id_text (test_save (year, "member", "name", "Nguyễn Văn An", "phone", "0912345678", NULL));
  g_autofree char *member = test_id_text (test_save (year, "member", "name", "Lê Thị Bình", NULL));

  test_save (year, "membership", "team_id", team, "member_id", member, "is_leader", "0", NULL);
  test_save (year, "membership", "team_id", team, "member_id", leader, "is_leader", "1", NULL);
  test_save (year, "commendation", "member_id", leader, "form", "Giấy khen", "achievement", "Hướng dẫn 120 hộ", "amount", "500000", NULL);
  test_save (year, "commendation", "recipient", "Tổ cũ", "form", "Giấy khen", "state", "refused", NULL);
  test_save (year, "directive", "content", "Rà soát tài khoản định danh", "number", "15/UBND-VX", "day", "2026-02-03", "issuer", "UBND tỉnh", NULL);
  test_save (year, "directive", "content", "Việc của quý sau", "day", "2026-06-03", NULL);
  test_save (year, "inspection", "day", "2026-03-02", "village_id", village, "findings", "Đã có sổ theo dõi", NULL);
  test_save (year, "activity", "day", "2026-02-10", "kind", "bulletin", "count", "3", NULL);
  test_save (year, "activity", "day", "2026-02-11", "kind", "guidance", "people", "25", NULL);
  test_save (year, "activity", "day", "2026-02-12", "kind", "guidance", "people", "10", NULL);
  test_save (year, "training", "title", "Kỹ năng số", "first_day", "2026-03-05", NULL);
}
