/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "core/toso-error.h"
#include "core/toso-lunar.h"
#include "store/toso-year-reports.h"

static TosoPeriod
period_of (const char *text)
{
  TosoPeriod period;

  g_assert_true (toso_period_parse (text, &period));
  return period;
}

static void
assert_date (TosoDate    date,
             const char *expected)
{
  g_autofree char *text = toso_date_format_iso (date);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_holidays_are_shipped (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) holidays = toso_year_list_holidays (fixture->year, &error);
  g_autoptr (TosoCalendar) calendar = toso_year_load_calendar (fixture->year, &error);
  guint n_off[2] = { 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < holidays->len; i++)
    {
      const TosoHoliday *holiday = g_ptr_array_index (holidays, i);

      g_assert_true (holiday->day.year == 2026 || holiday->day.year == 2027);
      g_assert_cmpstr (holiday->name, !=, "");
      g_assert_cmpstr (holiday->basis, !=, "");
      g_assert_cmpint (toso_calendar_is_working_day (calendar, holiday->day), ==, holiday->kind == TOSO_HOLIDAY_WORKED);
      if (holiday->kind == TOSO_HOLIDAY_OFF && toso_date_weekday (holiday->day) <= 5)
        n_off[holiday->day.year - 2026]++;
      else if (holiday->kind == TOSO_HOLIDAY_WORKED)
        n_off[holiday->day.year - 2026]--;
    }
  /* Eleven days a year, those of weekends made up for: Labour Code, art. 111, 112. */
  g_assert_cmpuint (n_off[0], ==, 11);
  g_assert_cmpuint (n_off[1], ==, 11);
}

/* The lunar days of the data are those of the calendar at UTC+7. */
static void
test_lunar_holidays (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "resources", "schema", "holidays.ini", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) days = NULL;
  guint n = 0;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  days = g_key_file_get_groups (file, NULL);
  for (guint i = 0; days[i] != NULL; i++)
    {
      g_autofree char *lunar = g_key_file_get_string (file, days[i], "lunar", NULL);
      TosoDate         as_date;
      TosoLunarDate    expected = { 0 };

      if (lunar == NULL)
        continue;
      g_assert_true (toso_date_parse (lunar, &as_date));
      expected = (TosoLunarDate){ as_date.year, as_date.month, as_date.day, FALSE };
      assert_date (toso_lunar_to_date (expected), days[i]);
      n++;
    }
  g_assert_cmpuint (n, ==, 12);
}

static void
test_a_day_is_said_anew (Fixture      *fixture,
                         gconstpointer data)
{
  TosoHoliday worked = { .day = { 2026, 8, 29 }, .kind = TOSO_HOLIDAY_WORKED, .name = (char *) "Làm bù" };
  TosoHoliday off = { .day = { 2026, 8, 29 }, .name = (char *) "Nghỉ" };
  TosoHoliday monday = { .day = { 2026, 8, 24 }, .kind = TOSO_HOLIDAY_WORKED, .name = (char *) "Làm bù" };
  g_autoptr (TosoCalendar) calendar = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (toso_year_save_holiday (fixture->year, &worked, NULL, &error));
  g_assert_true (toso_year_save_holiday (fixture->year, &off, NULL, &error));
  g_assert_no_error (error);
  calendar = toso_year_load_calendar (fixture->year, &error);
  g_assert_false (toso_calendar_is_working_day (calendar, off.day));
  g_assert_false (toso_year_save_holiday (fixture->year, &monday, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
}

static void
test_kinds_of_report (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) types = toso_year_list_report_types (fixture->year, &error);
  g_autoptr (TosoReportType) quarter = NULL;
  g_autoptr (TosoReportPeriod) period = NULL;
  g_autoptr (TosoReportPeriod) month = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (types->len, ==, 6);

  month = toso_year_get_period (fixture->year, period_of ("2026-02"), &error);
  g_assert_no_error (error);
  assert_date (month->first, "2026-01-15");
  assert_date (month->last, "2026-02-14");
  assert_date (month->due, "2026-02-24"); /* the lunar new year between */

  quarter = toso_report_type_copy (g_ptr_array_index (types, 1));
  g_assert_cmpint (quarter->frequency, ==, TOSO_PERIOD_QUARTER);
  quarter->cutoff = TOSO_CUTOFF_CALENDAR;
  quarter->deadline = TOSO_DEADLINE_FIXED_DAY;
  quarter->deadline_days = 10;
  quarter->lead_days = 3;
  g_assert_true (toso_year_save_report_type (fixture->year, quarter, NULL, &error));
  period = toso_year_get_period (fixture->year, period_of ("2026-Q1"), &error);
  g_assert_no_error (error);
  assert_date (period->first, "2026-01-01");
  assert_date (period->last, "2026-03-31");
  assert_date (period->due, "2026-04-10");
  assert_date (period->village_due, "2026-04-07");

  /* Somebody else had it changed. */
  g_assert_false (toso_year_save_report_type (fixture->year, quarter, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_CONFLICT);
}

static void
test_bad_kinds_are_refused (Fixture      *fixture,
                            gconstpointer data)
{
  static const struct
  {
    TosoCutoff   cutoff;
    int          custom_day;
    TosoDeadline deadline;
    int          days;
    int          lead;
  } cases[] = {
    { TOSO_CUTOFF_CUSTOM, 0, TOSO_DEADLINE_NONE, 0, 0 },
    { TOSO_CUTOFF_CUSTOM, 29, TOSO_DEADLINE_NONE, 0, 0 },
    { TOSO_CUTOFF_DECREE, 0, TOSO_DEADLINE_FIXED_DAY, 32, 0 },
    { TOSO_CUTOFF_DECREE, 0, TOSO_DEADLINE_WORKING_DAYS, -1, 0 },
    { TOSO_CUTOFF_DECREE, 0, TOSO_DEADLINE_NONE, 0, 400 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoReportType) type = toso_report_type_new (TOSO_PERIOD_MONTH);
      g_autoptr (GError) error = NULL;

      type->cutoff = cases[i].cutoff;
      type->custom_day = cases[i].custom_day;
      type->deadline = cases[i].deadline;
      type->deadline_days = cases[i].days;
      type->lead_days = cases[i].lead;
      g_assert_false (toso_year_save_report_type (fixture->year, type, NULL, &error));
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
    }
}

#define ADD(name, test) g_test_add ("/year-types/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("holidays-are-shipped", test_holidays_are_shipped);
  ADD ("lunar-holidays", test_lunar_holidays);
  ADD ("a-day-is-said-anew", test_a_day_is_said_anew);
  ADD ("kinds-of-report", test_kinds_of_report);
  ADD ("bad-kinds-are-refused", test_bad_kinds_are_refused);

  return g_test_run ();
}
