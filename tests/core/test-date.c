/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/toso-date.h"

static TosoDate
date_of (const char *iso)
{
  TosoDate date;

  g_assert_true (toso_date_parse (iso, &date));
  return date;
}

static void
assert_date (TosoDate    date,
             const char *iso)
{
  g_autofree char *text = toso_date_format_iso (date);

  g_assert_cmpstr (text, ==, iso);
}

static void
test_valid (void)
{
  static const struct
  {
    TosoDate date;
    gboolean valid;
  } cases[] = {
    { { 2026, 2, 28 }, TRUE },
    { { 2026, 2, 29 }, FALSE },
    { { 2028, 2, 29 }, TRUE },
    { { 2000, 2, 29 }, TRUE },
    { { 1900, 2, 29 }, FALSE },
    { { 2026, 4, 31 }, FALSE },
    { { 2026, 12, 31 }, TRUE },
    { { 2026, 13, 1 }, FALSE },
    { { 2026, 0, 1 }, FALSE },
    { { 2026, 1, 0 }, FALSE },
    { { 0, 0, 0 }, FALSE },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (toso_date_is_valid (cases[i].date), ==, cases[i].valid);
}

/* Against GLib's own calendar, day by day. */
static void
test_days_agree_with_glib (void)
{
  gint64 first = toso_date_to_days (date_of ("1899-12-31"));
  gint64 day;
  GDate  glib;

  g_date_clear (&glib, 1);
  g_date_set_dmy (&glib, 31, G_DATE_DECEMBER, 1899);
  for (day = first; day < first + 366 * 250; day++)
    {
      TosoDate date = toso_date_from_days (day);

      g_assert_cmpint (date.year, ==, g_date_get_year (&glib));
      g_assert_cmpint (date.month, ==, g_date_get_month (&glib));
      g_assert_cmpint (date.day, ==, g_date_get_day (&glib));
      g_assert_cmpint (toso_date_weekday (date), ==, g_date_get_weekday (&glib));
      g_assert_cmpint (toso_date_to_days (date), ==, day);
      g_date_add_days (&glib, 1);
    }
}

static void
test_ends_of_the_calendar (void)
{
  TosoDate none = { 0 };

  g_assert_cmpint (toso_date_to_days (date_of ("1970-01-01")), ==, 0);
  assert_date (toso_date_from_days (-1), "1969-12-31");
  assert_date (toso_date_from_days (-719162), "0001-01-01");
  assert_date (toso_date_from_days (-719163), "");
  assert_date (toso_date_from_days (2932896), "9999-12-31");
  assert_date (toso_date_from_days (2932897), "");
  assert_date (toso_date_from_days (G_MAXINT64), "");
  assert_date (toso_date_add_days (none, 5), "");
  assert_date (toso_date_add_days (date_of ("2028-02-28"), 1), "2028-02-29");
  assert_date (toso_date_add_days (date_of ("2026-01-01"), -1), "2025-12-31");
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *iso; /* NULL: refused */
  } cases[] = {
    { "2026-01-05", "2026-01-05" },
    { "05/01/2026", "2026-01-05" },
    { "5/1/2026", "2026-01-05" },
    { "5-1-2026", "2026-01-05" },
    { "05.01.2026", "2026-01-05" },
    { " 30/6/2026 ", "2026-06-30" },
    { "ngày 05 tháng 01 năm 2026", "2026-01-05" },
    { "ngày 5 tháng 1 năm 2026", "2026-01-05" },
    { "Ngày 29  tháng 6\302\240năm 2019", "2019-06-29" },
    { "nga\314\200y 22 tha\314\201ng 12 na\314\206m 2024", "2024-12-22" },
    { "ngày 08/01/2026", "2026-01-08" },
    { "ngày 2026-01-08", NULL },
    { "31/6/2026", NULL },
    { "29/2/2026", NULL },
    { "13/13/2026", NULL },
    { "0/1/2026", NULL },
    { "5/1/26", NULL },
    { "5/1-2026", NULL },
    { "2026-1-5", NULL },
    { "2026/01/05", NULL },
    { "05/01/2026 x", NULL },
    { "005/01/2026", NULL },
    { "05/01/20260", NULL },
    { "ngày      tháng 01 năm 2026", NULL },
    { "tháng 01 năm 2026", NULL },
    { "", NULL },
    { "hôm nay", NULL },
    { "-5/1/2026", NULL },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoDate date = { 0 };

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (toso_date_parse (cases[i].text, &date), ==, cases[i].iso != NULL);
      assert_date (date, cases[i].iso != NULL ? cases[i].iso : "");
    }
  g_assert_false (toso_date_parse (NULL, &(TosoDate){ 0 }));
}

static void
test_format (void)
{
  static const struct
  {
    const char *iso;
    const char *brief;
    const char *decree;
    const char *screen;
  } cases[] = {
    { "2026-01-05", "05/01/2026", "ngày 05 tháng 01 năm 2026", "Monday, 5/1/2026" },
    { "2026-02-28", "28/02/2026", "ngày 28 tháng 02 năm 2026", "Saturday, 28/2/2026" },
    { "2026-03-18", "18/03/2026", "ngày 18 tháng 3 năm 2026", "Wednesday, 18/3/2026" },
    { "2019-06-29", "29/06/2019", "ngày 29 tháng 6 năm 2019", "Saturday, 29/6/2019" },
    { "2026-09-09", "09/09/2026", "ngày 09 tháng 9 năm 2026", "Wednesday, 9/9/2026" },
    { "2026-10-11", "11/10/2026", "ngày 11 tháng 10 năm 2026", "Sunday, 11/10/2026" },
  };
  g_autofree char *none = toso_date_format_screen ((TosoDate){ 0 });
  gsize            i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoDate         date = date_of (cases[i].iso);
      g_autofree char *brief = toso_date_format_short (date);
      g_autofree char *decree = toso_date_format_long (date);
      g_autofree char *screen = toso_date_format_screen (date);
      TosoDate         again;

      g_assert_cmpstr (brief, ==, cases[i].brief);
      g_assert_cmpstr (decree, ==, cases[i].decree);
      g_assert_cmpstr (screen, ==, cases[i].screen);
      g_assert_true (toso_date_parse (decree, &again));
      g_assert_cmpint (toso_date_compare (date, again), ==, 0);
    }
  g_assert_cmpstr (none, ==, "");
}

static void
test_compare (void)
{
  static const char *const sorted[] = { "2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01", "2027-01-01" };
  gsize                    i;

  for (i = 0; i + 1 < G_N_ELEMENTS (sorted); i++)
    {
      g_assert_cmpint (toso_date_compare (date_of (sorted[i]), date_of (sorted[i + 1])), <, 0);
      g_assert_cmpint (toso_date_compare (date_of (sorted[i + 1]), date_of (sorted[i])), >, 0);
    }
  g_assert_cmpint (toso_date_compare ((TosoDate){ 0 }, date_of (sorted[0])), <, 0);
}

/* The day in Viet Nam begins at 17:00 UTC of the day before. */
static void
test_today_in_viet_nam (void)
{
  assert_date (toso_date_from_unix (0), "1970-01-01");
  assert_date (toso_date_from_unix (17 * 3600 - 1), "1970-01-01");
  assert_date (toso_date_from_unix (17 * 3600), "1970-01-02");
  assert_date (toso_date_from_unix (-7 * 3600), "1970-01-01");
  assert_date (toso_date_from_unix (-7 * 3600 - 1), "1969-12-31");
  assert_date (toso_date_from_unix (1768089600), "2026-01-11");

  g_setenv ("TOSO_TODAY", "2026-03-18", TRUE);
  assert_date (toso_date_today (), "2026-03-18");
  g_unsetenv ("TOSO_TODAY");
  g_assert_cmpint (toso_date_compare (toso_date_today (), date_of ("2026-01-01")), >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/date/valid", test_valid);
  g_test_add_func ("/core/date/days-agree-with-glib", test_days_agree_with_glib);
  g_test_add_func ("/core/date/ends-of-the-calendar", test_ends_of_the_calendar);
  g_test_add_func ("/core/date/parse", test_parse);
  g_test_add_func ("/core/date/format", test_format);
  g_test_add_func ("/core/date/compare", test_compare);
  g_test_add_func ("/core/date/today-in-viet-nam", test_today_in_viet_nam);

  return g_test_run ();
}
