/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paper-fixture.h"

#include <string.h>

#include "core/toso-error.h"
#include "store/toso-db.h"
#include "store/toso-year-count.h"
#include "store/toso-year-register.h"
#include "store/toso-year-reports.h"

/* The eight specific targets of the Ngọc Liên plan, each fed by its register or
 * its report, held against SQL that knows nothing of how they are counted. */

#define MONTH(n) ((TosoPeriod){ TOSO_PERIOD_MONTH, 2026, (n) })

static void
feed (TestPapers *self,
      const char *code,
      const char *counted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = toso_year_load_plan (self->year, &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < plan->targets->len; i++)
    {
      TosoTarget *target = plan->targets->pdata[i];

      if (!g_str_equal (target->code, code))
        continue;
      found = TRUE;
      g_free (target->counted);
      target->counted = g_strdup (counted);
      if (g_str_equal (code, "CT08"))
        {
          g_free (target->unit);
          target->unit = g_strdup ("%");
        }
      toso_year_save_target (self->year, target, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_true (found);
}

static GArray *
list_villages (TosoYear *year)
{
  g_autoptr (GPtrArray) villages = toso_year_list_villages (year, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < villages->len; i++)
    g_array_append_val (ids, ((TosoVillage *) villages->pdata[i])->id);
  g_assert_cmpuint (ids->len, ==, 41);

  return ids;
}

static TosoRecord *
new_record (GPtrArray  *records,
            const char *kind)
{
  TosoRecord *record = toso_record_new (toso_registers_find (kind));

  g_ptr_array_add (records, record);

  return record;
}

static void
save_all (TosoYear  *year,
          GPtrArray *records)
{
  g_autoptr (GError) error = NULL;

  toso_year_save_records (year, records, "rows of the test", &error);
  g_assert_no_error (error);
}

/* Every team but the last two is active. */
static GArray *
fill_teams (TosoYear *year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) teams = toso_year_list_records (year, toso_registers_find ("team"), &error);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_no_error (error);
  g_assert_cmpuint (teams->len, ==, 41);
  for (guint i = 0; i < teams->len; i++)
    {
      TosoRecord *team = teams->pdata[i];

      toso_record_set (team, "state", i < 39 ? "active" : "to_strengthen");
      g_array_append_val (ids, team->id);
    }
  save_all (year, teams);

  return ids;
}

/* Five people a team; the first also helps the next team; the fifth of the
 * third team left before today. */
static void
fill_members (TosoYear *year,
              GArray   *teams,
              GArray   *members)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_record_free);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_record_free);

  for (guint i = 0; i < teams->len * 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nguyễn Văn %u", i + 1);

      toso_record_set (new_record (people, "member"), "name", name);
    }
  save_all (year, people);
  for (guint i = 0; i < people->len; i++)
    {
      gint64      id = ((TosoRecord *) people->pdata[i])->id;
      TosoRecord *place = new_record (places, "membership");

      g_array_append_val (members, id);
      toso_record_set_id (place, "team_id", g_array_index (teams, gint64, i / 5));
      toso_record_set_id (place, "member_id", id);
      toso_record_set (place, "first_day", "1/1/2026");
      if (i == 14)
        toso_record_set (place, "last_day", "31/3/2026");
    }
  toso_record_set_id (new_record (places, "membership"), "team_id", g_array_index (teams, gint64, 1));
  toso_record_set_id (places->pdata[places->len - 1], "member_id", g_array_index (members, gint64, 0));
  save_all (year, places);
}

/* Two classes so far, one still to come. */
static void
fill_trainings (TosoYear *year,
                GArray   *members)
{
  static const char *const days[] = { "20/1/2026", "12/3/2026", "10/6/2026" };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_record_free);

  for (guint t = 0; t < G_N_ELEMENTS (days); t++)
    {
      gint64 training = test_save (year, "training", "title", "Kỹ năng số", "first_day", days[t], NULL);

      for (guint i = t; i < members->len; i += 2 + t)
        {
          TosoRecord *row = new_record (rows, "attendance");

          toso_record_set_id (row, "training_id", training);
          toso_record_set_id (row, "member_id", g_array_index (members, gint64, i));
          toso_record_set (row, "present", i % 3 != 0 ? "1" : "0");
        }
    }
  save_all (year, rows);
}

static void
fill_products (TosoYear *year,
               GArray   *villages)
{
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *village = test_id_text (g_array_index (villages, gint64, i % 4));
      g_autofree char *name = g_strdup_printf ("Sản phẩm %u", i + 1);
      gint64           product = test_save (year, "product", "name", name, "village_id", village, "stars", "3", NULL);
      g_autofree char *id = test_id_text (product);

      /* Twice on a floor is still one product; one listing has ended. */
      for (guint k = 0; k < i % 3; k++)
        test_save (year, "listing", "product_id", id, "floor", k == 0 ? "Voso" : "Postmart", "first_day", "1/2/2026",
                   "last_day", i == 4 ? "1/3/2026" : NULL, NULL);
    }
}

static void
fill_businesses (TosoYear *year,
                 GArray   *villages)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_record_free);

  for (guint i = 0; i < 12; i++)
    {
      TosoRecord      *row = new_record (rows, "business");
      g_autofree char *name = g_strdup_printf ("Cửa hàng %u", i + 1);

      toso_record_set (row, "name", name);
      toso_record_set (row, "day", i % 4 == 3 ? "20/8/2026" : "11/2/2026");
      toso_record_set_id (row, "village_id", g_array_index (villages, gint64, i));
    }
  save_all (year, rows);
}

/* --- what is said, and what SQL says --- */

static const TosoTargetResult *
find_result (GPtrArray  *results,
             const char *code)
{
  for (guint i = 0; i < results->len; i++)
    if (g_str_equal (((TosoTargetResult *) results->pdata[i])->target->code, code))
      return results->pdata[i];
  g_assert_not_reached ();
}

static double
ask (TosoYear   *year,
     const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoDb) db = toso_db_open (toso_year_get_file (year), TOSO_DB_READ_WRITE, &error);
  gint64 value;

  g_assert_no_error (error);
  toso_db_get_int64 (db, sql, &value, &error);
  g_assert_no_error (error);

  return (double) value;
}

#define REPORTED(what)                                                                                       \
  "SELECT sum (m." what ") FROM measurement m JOIN indicator i ON i.id = m.indicator_id WHERE i.code = '%s'" \
  " AND m.period = (SELECT max (x.period) FROM measurement x WHERE x.indicator_id = m.indicator_id AND x.village_id = m.village_id)"
#define REPORTED_FLOW(what) \
  "SELECT sum (m." what ") FROM measurement m JOIN indicator i ON i.id = m.indicator_id WHERE i.code = '%s'"

static const struct
{
  const char *code;
  const char *counted;     /* NULL: reported */
  const char *numerator;   /* SQL, for 5 April 2026 */
  const char *denominator; /* or NULL */
} targets[] = {
  { "CT01", "team?state=active / village",
    "SELECT count (*) FROM team WHERE state = 'active'", "SELECT count (*) FROM village" },
  { "CT02", NULL, NULL, NULL },
  { "CT03", "product+listing / product",
    "SELECT count (DISTINCT product_id) FROM listing WHERE first_day <= '2026-04-05' AND ifnull (last_day, '9') >= '2026-04-05'",
    "SELECT count (*) FROM product" },
  { "CT04", "membership:member_id+attendance?present=1 / membership:member_id",
    "SELECT count (*) FROM (SELECT member_id FROM membership WHERE ifnull (last_day, '9') >= '2026-04-05' INTERSECT"
    "  SELECT a.member_id FROM attendance a JOIN training t ON t.id = a.training_id WHERE a.present = 1 AND t.first_day <= '2026-04-05')",
    "SELECT count (*) FROM (SELECT member_id FROM membership WHERE ifnull (last_day, '9') >= '2026-04-05' GROUP BY 1)" },
  { "CT05", NULL, NULL, NULL },
  { "CT06", NULL, NULL, NULL },
  { "CT07", "business", "SELECT count (*) FROM business WHERE day <= '2026-04-05'", NULL },
  { "CT08", NULL, NULL, NULL },
};

static double
ask_reported (TestPapers       *self,
              const TosoTarget *target,
              gboolean          numerator)
{
  g_autofree char *sql = NULL;

  if (target->over_time == TOSO_OVER_TIME_FLOW)
    sql = g_strdup_printf (numerator ? REPORTED_FLOW ("numerator") : REPORTED_FLOW ("denominator"), target->code);
  else
    sql = g_strdup_printf (numerator ? REPORTED ("numerator") : REPORTED ("denominator"), target->code);

  return ask (self->year, sql);
}

static void
report_last (TestPapers *self,
             GArray     *villages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = toso_year_load_plan (self->year, &error);
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_measurement_free);
  const TosoTarget *target = plan->targets->pdata[7];

  for (guint i = 0; i < villages->len; i++)
    {
      TosoMeasurement *figure = g_new0 (TosoMeasurement, 1);

      figure->indicator_id = target->indicator_id;
      figure->village_id = g_array_index (villages, gint64, i);
      figure->period = MONTH (2);
      figure->numerator = TOSO_FIGURE (20 + i);
      figure->denominator = TOSO_FIGURE (100);
      g_ptr_array_add (figures, figure);
    }
  toso_year_record_all (self->year, figures, "figures of the test", NULL, &error);
  g_assert_no_error (error);
}

static void
fill (TestPapers *self)
{
  g_autoptr (GArray) villages = list_villages (self->year);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) teams = fill_teams (self->year);

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    feed (self, targets[i].code, targets[i].counted != NULL ? targets[i].counted : "");
  fill_members (self->year, teams, members);
  fill_trainings (self->year, members);
  fill_products (self->year, villages);
  fill_businesses (self->year, villages);
  report_last (self, villages);
}

/* A person is counted once, in one village, and what the villages come to adds
 * up to the commune's. */
static void
check_villages (TestPapers *self)
{
  g_assert_cmpfloat (ask (self->year, "SELECT sum (m.denominator) FROM measurement m JOIN indicator i ON i.id = m.indicator_id"
                                      "  WHERE i.code = 'CT04' AND m.period = '2026-04'"),
                     ==, 204);
  g_assert_cmpfloat (ask (self->year, "SELECT count (*) FROM measurement m JOIN indicator i ON i.id = m.indicator_id"
                                      "  WHERE i.code = 'CT04' AND m.period = '2026-04' AND m.village_id IS NOT NULL"
                                      "    AND m.origin = 'computed'"),
                     ==, 41);
  /* In March the fifth was still of the third team. */
  g_assert_cmpfloat (ask (self->year, "SELECT sum (m.denominator) FROM measurement m JOIN indicator i ON i.id = m.indicator_id"
                                      "  WHERE i.code = 'CT04' AND m.period = '2026-03'"),
                     ==, 205);
}

static void
test_eight_targets (TestPapers   *self,
                    gconstpointer figures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = NULL;
  TosoPeriod period = MONTH (4);

  fill (self);
  results = toso_report_target_results (self->year, &period, toso_date_today (), &error);
  g_assert_no_error (error);
  check_villages (self);
  g_assert_cmpuint (results->len, ==, G_N_ELEMENTS (targets));
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      const TosoTargetResult *result = find_result (results, targets[i].code);
      gboolean                reported = targets[i].counted == NULL;
      g_autofree char        *coverage = toso_report_coverage_text (result);
      double                  numerator = reported ? ask_reported (self, result->target, TRUE) : ask (self->year, targets[i].numerator);

      g_test_message ("%s: %g", targets[i].code, numerator);
      g_assert_cmpfloat (numerator, >, 0);
      g_assert_cmpfloat (result->progress.numerator.value, ==, numerator);
      if (reported || targets[i].denominator != NULL)
        g_assert_cmpfloat (result->progress.denominator.value, ==,
                           reported ? ask_reported (self, result->target, FALSE) : ask (self->year, targets[i].denominator));
      g_assert_cmpint (g_str_equal (coverage, "from the lists"), ==, !reported);
    }
}

/* In the same step as the list, forward and back. */
static void
test_follows_the_list (TestPapers   *self,
                       gconstpointer figures)
{
  static const char sql[] = "SELECT sum (m.numerator) FROM measurement m JOIN indicator i ON i.id = m.indicator_id"
                            "  WHERE i.code = 'CT07' AND m.period = '2026-04'";
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  feed (self, "CT07", "business");
  g_assert_cmpfloat (ask (self->year, "SELECT count (*) FROM measurement m JOIN indicator i ON i.id = m.indicator_id WHERE i.code = 'CT07'"),
                     ==, 0); /* an empty list says nothing */
  test_save (self->year, "business", "name", "Cửa hàng", "day", "1/4/2026", NULL);
  g_assert_cmpfloat (ask (self->year, sql), ==, 1);
  title = toso_year_undo (self->year, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (ask (self->year, sql), ==, 0);
  g_free (toso_year_redo (self->year, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (ask (self->year, sql), ==, 1);
}

static void
test_days_pass (TestPapers   *self,
                gconstpointer figures)
{
  g_autoptr (GError) error = NULL;

  feed (self, "CT07", "business");
  test_save (self->year, "business", "name", "Cửa hàng", "day", "10/5/2026", NULL);
  g_setenv ("TOSO_TODAY", "2026-05-20", TRUE);
  toso_year_count_anew (self->year, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (ask (self->year, "SELECT sum (m.numerator) FROM measurement m JOIN indicator i ON i.id = m.indicator_id"
                                      "  WHERE i.code = 'CT07' AND m.period = '2026-05'"),
                     ==, 1);
  g_assert_cmpfloat (ask (self->year, "SELECT count (*) FROM journal"), >, 1);
}

static void
test_typing_is_refused (TestPapers   *self,
                        gconstpointer figures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) villages = list_villages (self->year);
  g_autoptr (TosoPlan) plan = NULL;

  feed (self, "CT01", "team / village");
  plan = toso_year_load_plan (self->year, NULL);
  g_assert_false (toso_year_record (self->year, ((TosoTarget *) plan->targets->pdata[0])->indicator_id,
                                    g_array_index (villages, gint64, 0), MONTH (3), TOSO_FIGURE (1), TOSO_FIGURE (1), "", &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
}

/* A locked month says what it said. */
static void
test_locked_stays (TestPapers   *self,
                   gconstpointer figures)
{
  static const char sql[] = "SELECT sum (m.numerator) FROM measurement m JOIN indicator i ON i.id = m.indicator_id"
                            "  WHERE i.code = 'CT07' AND m.period = '2026-03'";
  g_autoptr (GError) error = NULL;

  feed (self, "CT07", "business");
  test_save (self->year, "business", "name", "Một", "day", "1/3/2026", NULL);
  g_assert_cmpfloat (ask (self->year, sql), ==, 1);
  toso_year_lock_period (self->year, MONTH (3), NULL, &error);
  g_assert_no_error (error);
  test_save (self->year, "business", "name", "Hai", "day", "2/3/2026", NULL);
  g_assert_cmpfloat (ask (self->year, sql), ==, 1);
  g_assert_cmpfloat (ask (self->year, "SELECT sum (m.numerator) FROM measurement m JOIN indicator i ON i.id = m.indicator_id"
                                      "  WHERE i.code = 'CT07' AND m.period = '2026-04'"),
                     ==, 2);
}

static void
test_bad_counts (TestPapers   *self,
                 gconstpointer figures)
{
  static const char *const bad[] = { "nowhere", "team:name", "team?state", "team?name=x", "team+product", "/", "team / ", "team/team/team" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TosoCount) count = toso_count_parse (bad[i], &error);

      g_test_message ("%s", bad[i]);
      g_assert_null (count);
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
    }
}

/* Any register can be counted, by rows, by each link and as each sum. */
static void
test_every_register (TestPapers   *self,
                     gconstpointer figures)
{
  guint                      n;
  const TosoRegister *const *list = toso_registers_list (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k <= list[i]->n_fields; k++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (TosoCount) count = NULL;
        g_autofree char *text = NULL;
        g_autofree char *words = NULL;
        TosoFigure       numerator, denominator;

        if (k > 0 && !toso_count_can_count (&list[i]->fields[k - 1]))
          continue;
        text = k == 0 ? g_strdup (list[i]->id) : g_strdup_printf ("%s:%s", list[i]->id, list[i]->fields[k - 1].id);
        count = toso_count_parse (text, &error);
        g_assert_no_error (error);
        words = toso_count_describe (count);
        g_assert_cmpint (strlen (words), >, 5);
        g_test_message ("%s", text);
        toso_year_try_count (self->year, count, (TosoDate){ 2025, 12, 15 }, (TosoDate){ 2026, 4, 5 }, &numerator, &denominator, &error);
        g_assert_no_error (error);
        g_assert_false (denominator.known);
      }
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (TestPapers *, gconstpointer);
  } tests[] = {
    { "eight-targets", test_eight_targets },
    { "follows-the-list", test_follows_the_list },
    { "days-pass", test_days_pass },
    { "typing-is-refused", test_typing_is_refused },
    { "locked-stays", test_locked_stays },
    { "bad-counts", test_bad_counts },
    { "every-register", test_every_register },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/counted/", tests[i].name, NULL);

      g_test_add (path, TestPapers, GINT_TO_POINTER (1), test_papers_set_up, tests[i].func, test_papers_tear_down);
    }

  return g_test_run ();
}
