/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "core/toso-next-year.h"

static TosoCalendar *
create_calendar (void)
{
  TosoCalendar *calendar = toso_calendar_new ();

  toso_calendar_add (calendar, (TosoDate){ 2027, 4, 30 }, TOSO_HOLIDAY_OFF);
  toso_calendar_add (calendar, (TosoDate){ 2027, 5, 3 }, TOSO_HOLIDAY_OFF);

  return calendar;
}

static void
test_days (void)
{
  static const struct
  {
    const char *day, *expected;
    gboolean    moved;
  } cases[] = {
    { "2026-03-18", "2027-03-18", FALSE },
    /* A Thursday, which is a Saturday the year after. */
    { "2026-06-19", "2027-06-21", TRUE },
    /* A Sunday already: nobody meant a working day. */
    { "2026-06-28", "2027-06-28", FALSE },
    { "2026-06-27", "2027-06-27", FALSE },
    /* Over a holiday, a weekend and a day in lieu. */
    { "2026-04-30", "2027-05-04", TRUE },
    { "2024-02-29", "2027-03-01", TRUE },
  };
  TosoCalendar *calendar = create_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shifted = NULL;
      TosoDate         day;
      gboolean         moved;

      g_assert_true (toso_date_parse (cases[i].day, &day));
      shifted = toso_date_format_iso (toso_next_year_day (day, 2027, calendar, &moved));
      g_assert_cmpstr (shifted, ==, cases[i].expected);
      g_assert_cmpint (moved, ==, cases[i].moved);
    }
  toso_calendar_free (calendar);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text, *expected;
    gboolean    days;
    guint       n;
  } cases[] = {
    { "trên địa bàn xã năm 2026, cụ thể", "trên địa bàn xã năm 2027, cụ thể", FALSE, 1 },
    { "KẾ HOẠCH NĂM 2026", "KẾ HOẠCH NĂM 2027", FALSE, 1 },
    { "giai đoạn 2026-2028; năm 2026-2030", "giai đoạn 2026-2028; năm 2026-2030", FALSE, 0 },
    { "Công văn số 38/SKHCN ngày 08/01/2026", "Công văn số 38/SKHCN ngày 08/01/2026", FALSE, 0 },
    { "Nghị định số 12/2026/NĐ-CP ngày 05 tháng 01 năm 2026", "Nghị định số 12/2026/NĐ-CP ngày 05 tháng 01 năm 2026", TRUE, 0 },
    { "Quý II/2026 và tháng 6/2026", "Quý II/2027 và tháng 6/2027", FALSE, 2 },
    { "Trước ngày 19/6/2026", "Trước ngày 21/6/2027", TRUE, 1 },
    { "Trước ngày 03/06/2026", "Trước ngày 03/06/2027", TRUE, 1 },
    { "31/2/2026", "31/2/2026", TRUE, 0 },
    { "", "", TRUE, 0 },
    { "năm 2026\xff", "năm 2026\xff", TRUE, 0 },
  };
  TosoCalendar *calendar = create_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint            n = 0;
      g_autofree char *words = toso_next_year_words (cases[i].text, 2026, 2027, cases[i].days, calendar, &n);

      g_assert_cmpstr (words, ==, cases[i].expected);
      g_assert_cmpuint (n, ==, cases[i].n);
    }
  toso_calendar_free (calendar);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/next-year/days", test_days);
  g_test_add_func ("/next-year/words", test_words);

  return g_test_run ();
}
