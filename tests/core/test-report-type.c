/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-lunar.h"
#include "core/toso-report-type.h"

static TosoDate
date_of (const char *text)
{
  TosoDate date = { 0 };

  if (text != NULL)
    g_assert_true (toso_date_parse (text, &date));
  return date;
}

static void
assert_date (TosoDate    date,
             const char *expected)
{
  g_autofree char *text = toso_date_format_iso (date);

  g_assert_cmpstr (text, ==, expected != NULL ? expected : "");
}

/* The lunar new year, and where the calendars of Hà Nội and Beijing part. */
static void
test_lunar (void)
{
  static const struct
  {
    int         year, month, day;
    gboolean    leap;
    const char *date;
  } cases[] = {
    { 1968, 1, 1, FALSE, "1968-01-29" },
    { 1985, 1, 1, FALSE, "1985-01-21" }, /* Beijing: 20 February */
    { 2007, 1, 1, FALSE, "2007-02-17" }, /* Beijing: 18 February */
    { 2023, 1, 1, FALSE, "2023-01-22" },
    { 2023, 2, 1, FALSE, "2023-02-20" },
    { 2023, 2, 1, TRUE, "2023-03-22" },
    { 2024, 1, 1, FALSE, "2024-02-10" },
    { 2025, 1, 1, FALSE, "2025-01-29" },
    { 2025, 6, 1, TRUE, "2025-07-25" },
    { 2026, 1, 1, FALSE, "2026-02-17" },
    { 2026, 3, 10, FALSE, "2026-04-26" },
    { 2027, 1, 1, FALSE, "2027-02-06" },
    { 2027, 3, 10, FALSE, "2027-04-16" },
    { 2028, 1, 1, FALSE, "2028-01-26" },
    { 2030, 1, 1, FALSE, "2030-02-02" }, /* Beijing: 3 February */
    { 2026, 2, 1, TRUE, NULL },          /* no leap month in 2026 */
    { 2026, 13, 1, FALSE, NULL },
    { 2026, 1, 31, FALSE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoLunarDate lunar = { cases[i].year, cases[i].month, cases[i].day, cases[i].leap };

      assert_date (toso_lunar_to_date (lunar), cases[i].date);
    }
}

/* Each day has one lunar day, and a month has 29 or 30 of them. */
static void
test_lunar_days_follow (void)
{
  TosoDate      day = date_of ("1995-01-01");
  TosoDate      end = date_of ("2035-01-01");
  TosoLunarDate before = toso_lunar_from_date (day);

  while (toso_date_compare (day, end) < 0)
    {
      TosoLunarDate now;

      day = toso_date_add_days (day, 1);
      now = toso_lunar_from_date (day);
      if (now.day == 1)
        {
          g_assert_cmpint (before.day, >=, 29);
          g_assert_cmpint (before.day, <=, 30);
          g_assert_true (now.month == before.month % 12 + 1 || (now.month == before.month && now.leap));
          g_assert_cmpint (now.year, ==, before.year + (now.month == 1 && before.month == 12));
        }
      else
        {
          g_assert_cmpint (now.day, ==, before.day + 1);
          g_assert_cmpint (now.month, ==, before.month);
        }
      before = now;
    }
}

static TosoCalendar *
calendar_of_2026 (void)
{
  static const char *const days_off[] = {
    "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20",
    "2026-04-30", "2026-05-01", "2026-08-31", "2026-09-01", "2026-09-02"
  };
  TosoCalendar *calendar = toso_calendar_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (days_off); i++)
    toso_calendar_add (calendar, date_of (days_off[i]), TOSO_HOLIDAY_OFF);
  toso_calendar_add (calendar, date_of ("2026-08-22"), TOSO_HOLIDAY_WORKED);

  return calendar;
}

static void
test_working_days (void)
{
  static const struct
  {
    const char *from;
    int         days;
    const char *plain;
    const char *with_holidays;
  } cases[] = {
    { "2026-01-14", 2, "2026-01-16", "2026-01-16" },
    { "2026-01-14", 0, "2026-01-14", "2026-01-14" },
    { "2026-01-16", 1, "2026-01-19", "2026-01-19" },
    { "2026-02-14", 2, "2026-02-17", "2026-02-24" }, /* the lunar new year between */
    { "2026-04-29", 1, "2026-04-30", "2026-05-04" },
    { "2026-08-21", 1, "2026-08-24", "2026-08-22" }, /* the Saturday worked for the 31st */
    { "2026-08-28", 1, "2026-08-31", "2026-09-03" },
    { "2026-01-19", -1, "2026-01-16", "2026-01-16" },
    { "2026-05-04", -1, "2026-05-01", "2026-04-29" },
    { "2026-08-24", -1, "2026-08-21", "2026-08-22" },
  };
  g_autoptr (TosoCalendar) calendar = calendar_of_2026 ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_date (toso_calendar_add_working_days (NULL, date_of (cases[i].from), cases[i].days), cases[i].plain);
      assert_date (toso_calendar_add_working_days (calendar, date_of (cases[i].from), cases[i].days), cases[i].with_holidays);
    }

  g_assert_true (toso_calendar_is_working_day (NULL, date_of ("2026-02-17")));
  g_assert_false (toso_calendar_is_working_day (calendar, date_of ("2026-02-17")));
  g_assert_true (toso_calendar_is_working_day (calendar, date_of ("2026-08-22")));
  g_assert_false (toso_calendar_is_working_day (NULL, date_of ("2026-02-14")));
  g_assert_false (toso_calendar_is_working_day (NULL, (TosoDate){ 0 }));
  /* What was said later counts. */
  toso_calendar_add (calendar, date_of ("2026-08-22"), TOSO_HOLIDAY_OFF);
  g_assert_false (toso_calendar_is_working_day (calendar, date_of ("2026-08-22")));
}

static void
test_due (void)
{
  static const struct
  {
    const char  *period;
    TosoCutoff   cutoff;
    int          custom_day;
    TosoDeadline deadline;
    int          days;
    int          lead;
    const char  *last;
    const char  *due;
    const char  *village_due;
  } cases[] = {
    /* Decree 09/2019/NĐ-CP, art. 12, and two working days. */
    { "2026-01", TOSO_CUTOFF_DECREE, 0, TOSO_DEADLINE_WORKING_DAYS, 2, 0, "2026-01-14", "2026-01-16", "2026-01-16" },
    { "2026-02", TOSO_CUTOFF_DECREE, 0, TOSO_DEADLINE_WORKING_DAYS, 2, 0, "2026-02-14", "2026-02-24", "2026-02-24" },
    { "2026-Q1", TOSO_CUTOFF_DECREE, 0, TOSO_DEADLINE_WORKING_DAYS, 2, 1, "2026-03-14", "2026-03-17", "2026-03-16" },
    { "2026-H1", TOSO_CUTOFF_DECREE, 0, TOSO_DEADLINE_WORKING_DAYS, 2, 1, "2026-06-14", "2026-06-16", "2026-06-15" },
    { "2026-9M", TOSO_CUTOFF_DECREE, 0, TOSO_DEADLINE_WORKING_DAYS, 2, 1, "2026-09-14", "2026-09-16", "2026-09-15" },
    { "2026", TOSO_CUTOFF_DECREE, 0, TOSO_DEADLINE_WORKING_DAYS, 2, 0, "2026-12-14", "2026-12-16", "2026-12-16" },
    /* The villages are never due before the period is over. */
    { "2026-01", TOSO_CUTOFF_DECREE, 0, TOSO_DEADLINE_WORKING_DAYS, 2, 9, "2026-01-14", "2026-01-16", "2026-01-15" },
    /* Calendar periods with a fixed day: 10/4, 10/7, 10/10, 15/1, 31/1. */
    { "2026-Q1", TOSO_CUTOFF_CALENDAR, 0, TOSO_DEADLINE_FIXED_DAY, 10, 3, "2026-03-31", "2026-04-10", "2026-04-07" },
    { "2026-Q2", TOSO_CUTOFF_CALENDAR, 0, TOSO_DEADLINE_FIXED_DAY, 10, 0, "2026-06-30", "2026-07-10", "2026-07-10" },
    { "2026", TOSO_CUTOFF_CALENDAR, 0, TOSO_DEADLINE_FIXED_DAY, 15, 0, "2026-12-31", "2027-01-15", "2027-01-15" },
    { "2026-03", TOSO_CUTOFF_CALENDAR, 0, TOSO_DEADLINE_FIXED_DAY, 31, 0, "2026-03-31", "2026-04-30", "2026-04-30" },
    { "2026-03", TOSO_CUTOFF_CUSTOM, 20, TOSO_DEADLINE_FIXED_DAY, 25, 0, "2026-03-20", "2026-03-25", "2026-03-25" },
    { "2026-03", TOSO_CUTOFF_DECREE, 0, TOSO_DEADLINE_FIXED_DAY, 14, 0, "2026-03-14", "2026-04-14", "2026-04-14" },
    { "2026-03", TOSO_CUTOFF_DECREE, 0, TOSO_DEADLINE_NONE, 0, 2, "2026-03-14", NULL, NULL },
  };
  g_autoptr (TosoCalendar) calendar = calendar_of_2026 ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoReportType) type = toso_report_type_new (TOSO_PERIOD_MONTH);
      TosoPeriod period;
      TosoDate   last, due;

      g_assert_true (toso_period_parse (cases[i].period, &period));
      type->deadline = cases[i].deadline;
      type->deadline_days = cases[i].days;
      type->lead_days = cases[i].lead;
      toso_period_get_range (period, cases[i].cutoff, cases[i].custom_day, NULL, &last);
      assert_date (last, cases[i].last);
      due = toso_report_type_get_due (type, last, calendar);
      assert_date (due, cases[i].due);
      assert_date (toso_report_type_get_village_due (type, last, due, calendar), cases[i].village_due);
    }
}

static void
test_timeliness (void)
{
  static const struct
  {
    const char *due;
    const char *received;
    const char *today;
    const char *timeliness;
  } cases[] = {
    { "2026-03-17", "2026-03-17", "2026-04-01", "on_time" },
    { "2026-03-17", "2026-03-18", "2026-04-01", "late" },
    { "2026-03-17", NULL, "2026-03-17", "not_yet_due" },
    { "2026-03-17", NULL, "2026-03-18", "overdue" },
    /* Nobody is late where no day was set. */
    { NULL, NULL, "2026-12-31", "not_yet_due" },
    { NULL, "2026-12-31", "2026-12-31", "on_time" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (toso_timeliness_to_id (toso_timeliness (date_of (cases[i].due), date_of (cases[i].received),
                                                             date_of (cases[i].today))),
                     ==, cases[i].timeliness);
}

static void
test_states_follow (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    gboolean    may;
  } cases[] = {
    { "none", "received", TRUE },
    { "none", "approved", FALSE },
    { "draft", "received", TRUE },
    { "draft", "approved", FALSE },
    { "received", "needs_correction", TRUE },
    { "received", "approved", TRUE },
    { "needs_correction", "received", TRUE },
    { "approved", "locked", TRUE },
    { "locked", "needs_correction", TRUE },
    { "locked", "draft", FALSE },
    { "received", "none", FALSE },
    { "approved", "approved", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoSubmissionState from, to;

      g_assert_true (toso_submission_state_from_id (cases[i].from, &from));
      g_assert_true (toso_submission_state_from_id (cases[i].to, &to));
      g_assert_cmpint (toso_submission_state_may_become (from, to), ==, cases[i].may);
    }
}

static void
test_names (void)
{
  TosoPeriodKind frequency;
  TosoDeadline   deadline;
  TosoCutoff     cutoff;
  g_autoptr (TosoReportType) type = toso_report_type_new (TOSO_PERIOD_QUARTER);
  g_autofree char *title = toso_report_type_title (type);
  g_autofree char *named = NULL;

  g_assert_cmpstr (title, ==, "Báo cáo quý");
  g_free (type->name);
  type->name = g_strdup ("Báo cáo chuyển đổi số quý");
  named = toso_report_type_title (type);
  g_assert_cmpstr (named, ==, "Báo cáo chuyển đổi số quý");

  g_assert_true (toso_frequency_from_id ("ad_hoc", &frequency));
  g_assert_cmpint (frequency, ==, TOSO_PERIOD_AD_HOC);
  g_assert_false (toso_frequency_from_id ("weekly", &frequency));
  g_assert_true (toso_deadline_from_id (NULL, &deadline));
  g_assert_cmpint (deadline, ==, TOSO_DEADLINE_NONE);
  g_assert_true (toso_cutoff_from_id ("custom", &cutoff));
  g_assert_cmpstr (toso_cutoff_to_id (cutoff), ==, "custom");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/report-type/lunar", test_lunar);
  g_test_add_func ("/core/report-type/lunar-days-follow", test_lunar_days_follow);
  g_test_add_func ("/core/report-type/working-days", test_working_days);
  g_test_add_func ("/core/report-type/due", test_due);
  g_test_add_func ("/core/report-type/timeliness", test_timeliness);
  g_test_add_func ("/core/report-type/states-follow", test_states_follow);
  g_test_add_func ("/core/report-type/names", test_names);

  return g_test_run ();
}
