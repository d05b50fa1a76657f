/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-period.h"

static TosoPeriod
period_of (const char *text)
{
  TosoPeriod period;

  g_assert_true (toso_period_parse (text, &period));
  return period;
}

static TosoDate
date_of (const char *iso)
{
  TosoDate date;

  g_assert_true (toso_date_parse (iso, &date));
  return date;
}

static void
assert_period (TosoPeriod  period,
               const char *expected)
{
  g_autofree char *text = toso_period_to_string (period);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_date (TosoDate    date,
             const char *expected)
{
  g_autofree char *text = toso_date_format_iso (date);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_notation (void)
{
  static const struct
  {
    const char *text;
    const char *again; /* NULL: refused */
    const char *title;
  } cases[] = {
    { "2026-01", "2026-01", "Tháng 01/2026" },
    { "2026-03", "2026-03", "Tháng 3/2026" },
    { "2026-12", "2026-12", "Tháng 12/2026" },
    { "2026-Q1", "2026-Q1", "Quý I/2026" },
    { "2026-q4", "2026-Q4", "Quý IV/2026" },
    { "2026-H1", "2026-H1", "6 tháng đầu năm 2026" },
    { "2026-H2", "2026-H2", "6 tháng cuối năm 2026" },
    { "2026-9M", "2026-9M", "9 tháng đầu năm 2026" },
    { "2026-9m", "2026-9M", "9 tháng đầu năm 2026" },
    { "2026", "2026", "Năm 2026" },
    { "2026-A1", "2026-A1", "Đột xuất 1/2026" },
    { "2026-a12", "2026-A12", "Đột xuất 12/2026" },
    { "2026-A0", NULL, NULL },
    { "2026-A01", NULL, NULL },
    { "2026-A100", NULL, NULL },
    { "2026-A", NULL, NULL },
    { "2026-00", NULL, NULL },
    { "2026-13", NULL, NULL },
    { "2026-3", NULL, NULL },
    { "2026-Q0", NULL, NULL },
    { "2026-Q5", NULL, NULL },
    { "2026-H3", NULL, NULL },
    { "2026-6M", NULL, NULL },
    { "2026-Q", NULL, NULL },
    { "2026-Q11", NULL, NULL },
    { "2026-003", NULL, NULL },
    { "2026-03-01", NULL, NULL },
    { "2026-+3", NULL, NULL },
    { "26", NULL, NULL },
    { "02026", NULL, NULL },
    { "0000", NULL, NULL },
    { " 2026", NULL, NULL },
    { "2026 ", NULL, NULL },
    { "3/2026", NULL, NULL },
    { "", NULL, NULL },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoPeriod period;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (toso_period_parse (cases[i].text, &period), ==, cases[i].again != NULL);
      if (cases[i].again != NULL)
        {
          g_autofree char *title = toso_period_title (period);

          assert_period (period, cases[i].again);
          g_assert_cmpstr (title, ==, cases[i].title);
        }
    }
}

static void
test_range (void)
{
  static const struct
  {
    const char *period;
    TosoCutoff  cutoff;
    int         custom_day;
    const char *first;
    const char *last;
  } cases[] = {
    /* Decree 09/2019/NĐ-CP, article 12 */
    { "2026-01", TOSO_CUTOFF_DECREE, 0, "2025-12-15", "2026-01-14" },
    { "2026-03", TOSO_CUTOFF_DECREE, 0, "2026-02-15", "2026-03-14" },
    { "2026-Q1", TOSO_CUTOFF_DECREE, 0, "2025-12-15", "2026-03-14" },
    { "2026-Q2", TOSO_CUTOFF_DECREE, 0, "2026-03-15", "2026-06-14" },
    { "2026-Q4", TOSO_CUTOFF_DECREE, 0, "2026-09-15", "2026-12-14" },
    { "2026-H1", TOSO_CUTOFF_DECREE, 0, "2025-12-15", "2026-06-14" },
    { "2026-H2", TOSO_CUTOFF_DECREE, 0, "2026-06-15", "2026-12-14" },
    { "2026-9M", TOSO_CUTOFF_DECREE, 0, "2025-12-15", "2026-09-14" },
    { "2026", TOSO_CUTOFF_DECREE, 0, "2025-12-15", "2026-12-14" },

    { "2026-01", TOSO_CUTOFF_CALENDAR, 0, "2026-01-01", "2026-01-31" },
    { "2026-02", TOSO_CUTOFF_CALENDAR, 0, "2026-02-01", "2026-02-28" },
    { "2028-02", TOSO_CUTOFF_CALENDAR, 0, "2028-02-01", "2028-02-29" },
    { "2026-Q2", TOSO_CUTOFF_CALENDAR, 0, "2026-04-01", "2026-06-30" },
    { "2026-H2", TOSO_CUTOFF_CALENDAR, 0, "2026-07-01", "2026-12-31" },
    { "2026-9M", TOSO_CUTOFF_CALENDAR, 0, "2026-01-01", "2026-09-30" },
    { "2026", TOSO_CUTOFF_CALENDAR, 0, "2026-01-01", "2026-12-31" },

    { "2026-03", TOSO_CUTOFF_CUSTOM, 20, "2026-02-21", "2026-03-20" },
    { "2026-03", TOSO_CUTOFF_CUSTOM, 28, "2026-03-01", "2026-03-28" },
    { "2028-03", TOSO_CUTOFF_CUSTOM, 28, "2028-02-29", "2028-03-28" },
    { "2026-Q1", TOSO_CUTOFF_CUSTOM, 25, "2025-12-26", "2026-03-25" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoDate first;
      TosoDate last;

      toso_period_get_range (period_of (cases[i].period), cases[i].cutoff, cases[i].custom_day, &first, &last);
      assert_date (first, cases[i].first);
      assert_date (last, cases[i].last);
    }
}

/* Every day belongs to one month, one quarter …, whichever the cut-off. */
static void
test_days_are_covered_once (void)
{
  static const TosoPeriodKind kinds[] = {
    TOSO_PERIOD_MONTH, TOSO_PERIOD_QUARTER, TOSO_PERIOD_HALF, TOSO_PERIOD_YEAR
  };
  static const struct
  {
    TosoCutoff cutoff;
    int        day;
  } cutoffs[] = {
    { TOSO_CUTOFF_DECREE, 0 },
    { TOSO_CUTOFF_CALENDAR, 0 },
    { TOSO_CUTOFF_CUSTOM, 1 },
    { TOSO_CUTOFF_CUSTOM, 20 },
    { TOSO_CUTOFF_CUSTOM, 28 },
  };
  TosoDate day = date_of ("2027-11-01");
  gsize    i;
  gsize    j;

  for (; toso_date_compare (day, date_of ("2029-02-01")) < 0; day = toso_date_add_days (day, 1))
    for (i = 0; i < G_N_ELEMENTS (cutoffs); i++)
      for (j = 0; j < G_N_ELEMENTS (kinds); j++)
        {
          TosoPeriod period = toso_period_at (kinds[j], day, cutoffs[i].cutoff, cutoffs[i].day);
          TosoDate   first;
          TosoDate   last;
          TosoDate   next;

          toso_period_get_range (period, cutoffs[i].cutoff, cutoffs[i].day, &first, &last);
          g_assert_cmpint (toso_date_compare (first, day), <=, 0);
          g_assert_cmpint (toso_date_compare (day, last), <=, 0);
          toso_period_get_range (toso_period_next (period), cutoffs[i].cutoff, cutoffs[i].day, &next, NULL);
          g_assert_cmpint (toso_date_compare (toso_date_add_days (last, 1), next), ==, 0);
        }
}

static void
test_at (void)
{
  static const struct
  {
    const char    *day;
    TosoPeriodKind kind;
    const char    *decree;
    const char    *calendar;
  } cases[] = {
    { "2026-03-14", TOSO_PERIOD_MONTH, "2026-03", "2026-03" },
    { "2026-03-15", TOSO_PERIOD_MONTH, "2026-04", "2026-03" },
    { "2026-03-15", TOSO_PERIOD_QUARTER, "2026-Q2", "2026-Q1" },
    { "2025-12-14", TOSO_PERIOD_YEAR, "2025", "2025" },
    { "2025-12-15", TOSO_PERIOD_YEAR, "2026", "2025" },
    { "2025-12-15", TOSO_PERIOD_MONTH, "2026-01", "2025-12" },
    { "2026-06-15", TOSO_PERIOD_HALF, "2026-H2", "2026-H1" },
    { "2026-11-20", TOSO_PERIOD_NINE_MONTHS, "2026-9M", "2026-9M" },
    { "2025-12-20", TOSO_PERIOD_NINE_MONTHS, "2026-9M", "2025-9M" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_period (toso_period_at (cases[i].kind, date_of (cases[i].day), TOSO_CUTOFF_DECREE, 0), cases[i].decree);
      assert_period (toso_period_at (cases[i].kind, date_of (cases[i].day), TOSO_CUTOFF_CALENDAR, 0), cases[i].calendar);
    }
}

static void
test_order (void)
{
  static const char *const sorted[] = {
    "2025", "2026-01", "2026-02", "2026-03", "2026-Q1", "2026-04", "2026-06", "2026-Q2", "2026-H1",
    "2026-09", "2026-Q3", "2026-9M", "2026-12", "2026-Q4", "2026-H2", "2026", "2026-A1", "2026-A2", "2027-01"
  };
  gsize i;
  gsize j;

  for (i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        int order = toso_period_compare (period_of (sorted[i]), period_of (sorted[j]));

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        g_assert_cmpint (toso_period_equal (period_of (sorted[i]), period_of (sorted[j])), ==, i == j);
      }
}

static void
test_next_and_previous (void)
{
  static const struct
  {
    const char *period;
    const char *next;
  } cases[] = {
    { "2026-03", "2026-04" },
    { "2026-12", "2027-01" },
    { "2026-Q4", "2027-Q1" },
    { "2026-H1", "2026-H2" },
    { "2026-H2", "2027-H1" },
    { "2026-9M", "2027-9M" },
    { "2026", "2027" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_period (toso_period_next (period_of (cases[i].period)), cases[i].next);
      assert_period (toso_period_previous (period_of (cases[i].next)), cases[i].period);
    }
}

static void
test_contains (void)
{
  static const struct
  {
    const char *outer;
    const char *inner;
    gboolean    contains;
  } cases[] = {
    { "2026-Q1", "2026-03", TRUE },
    { "2026-Q1", "2026-04", FALSE },
    { "2026-H1", "2026-Q2", TRUE },
    { "2026-H2", "2026-Q2", FALSE },
    { "2026-9M", "2026-Q3", TRUE },
    { "2026-9M", "2026-10", FALSE },
    { "2026-9M", "2026-H2", FALSE },
    { "2026", "2026-9M", TRUE },
    { "2026", "2025-12", FALSE },
    { "2026-03", "2026-03", TRUE },
    { "2026-03", "2026-Q1", FALSE },
    { "2026", "2026-A1", FALSE },
    { "2026-A1", "2026-03", FALSE },
    { "2026-A1", "2026-A1", TRUE },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (toso_period_contains (period_of (cases[i].outer), period_of (cases[i].inner)), ==, cases[i].contains);
}

/* What may be added up: nothing twice. */
static void
test_choose (void)
{
  static const struct
  {
    const char *periods;
    const char *taken;
  } cases[] = {
    { "2026-01 2026-02 2026-03", "2026-01 2026-02 2026-03" },
    { "2026-01 2026-02 2026-Q1", "2026-Q1" },
    { "2026-Q1 2026-04", "2026-Q1 2026-04" },
    { "2026-Q1 2026-H1 2026-07", "2026-H1 2026-07" },
    { "2026-9M 2026-H1 2026-H2", "2026-H1 2026-H2" },
    { "2026-9M 2026-H2 2026-10", "2026-9M 2026-10" },
    { "2026-9M 2026-H1", "2026-9M" },
    { "2026-01 2026-A1", "2026-01" },
    { "2025-12 2026", "2025-12 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) names = g_strsplit (cases[i].periods, " ", -1);
      g_autoptr (GString) found = g_string_new (NULL);
      TosoPeriod periods[8];
      gboolean   taken[8];
      guint      n = g_strv_length (names);

      for (guint j = 0; j < n; j++)
        periods[j] = period_of (names[j]);
      toso_period_choose (periods, n, taken);
      for (guint j = 0; j < n; j++)
        if (taken[j])
          g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", names[j]);
      g_assert_cmpstr (found->str, ==, cases[i].taken);
    }
}

/* Screens speak the user's language, papers Vietnamese. */
static void
test_screen_title (void)
{
  static const struct
  {
    const char *text;
    const char *title;
  } cases[] = {
    { "2026-01", "Month 1/2026" },
    { "2026-Q3", "Quarter III/2026" },
    { "2026-H1", "First half of 2026" },
    { "2026-H2", "Second half of 2026" },
    { "2026-9M", "First nine months of 2026" },
    { "2026", "Year 2026" },
    { "2026-A2", "Ad hoc 2/2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = NULL;
      TosoPeriod       period;

      g_assert_true (toso_period_parse (cases[i].text, &period));
      title = toso_period_screen_title (period);
      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/period/notation", test_notation);
  g_test_add_func ("/core/period/screen-title", test_screen_title);
  g_test_add_func ("/core/period/range", test_range);
  g_test_add_func ("/core/period/days-are-covered-once", test_days_are_covered_once);
  g_test_add_func ("/core/period/at", test_at);
  g_test_add_func ("/core/period/order", test_order);
  g_test_add_func ("/core/period/next-and-previous", test_next_and_previous);
  g_test_add_func ("/core/period/contains", test_contains);
  g_test_add_func ("/core/period/choose", test_choose);

  return g_test_run ();
}
