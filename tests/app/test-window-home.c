/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "toso-driver.h"

/* The first page: what stands there without anything being done, and that each
 * thing leads on by one click or one key. */

#define MONTH "2026-03"

/* A year with figures, as of the day that the tests have. */
static void
start_on_sample (Driver *driver)
{
  g_autofree char *path = driver_path (driver, "mau.toso");
  g_autofree char *seed = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "data", "plans", "ngoc-lien-2026.txt", NULL);
  g_autofree char *output = driver_cli (driver, 0, "new", path, "--plan", seed, "--sample", NULL);

  driver_start (driver, "vi", path);
  driver_see (driver, "*/41");
}

/* What the command line says of the same file. */
static json_t *
list_status (Driver *driver)
{
  g_autofree char *path = driver_path (driver, "mau.toso");
  g_autofree char *output = driver_cli (driver, 0, "status", path, "--period", MONTH, "--json", NULL);
  json_t          *status = json_loads (output, 0, NULL);

  g_assert_nonnull (status);

  return status;
}

static const char *
get_text (json_t     *row,
          const char *key)
{
  return json_string_value (json_object_get (row, key));
}

/* Which villages are late (job J3): nothing is to be done.  Of many the first
 * six; the rest by one action. */
static void
see_names (Driver     *driver,
           json_t     *status,
           const char *state,
           guint      *n)
{
  json_t *row;
  size_t  i;

  *n = 0;
  json_array_foreach (status, i, row)
  {
    if (!g_str_equal (get_text (row, "state"), state))
      continue;
    if ((*n)++ < 6)
      driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, get_text (row, "village"));
  }
}

static void
test_late (Driver *driver)
{
  g_autofree char *received = NULL;
  json_t          *status;
  guint            n_overdue, n_late, n_on_time;

  driver_forget_actions (driver);
  start_on_sample (driver);
  status = list_status (driver);
  see_names (driver, status, "overdue", &n_overdue);
  see_names (driver, status, "late", &n_late);
  g_assert_cmpuint (n_overdue, >, 0);
  g_assert_cmpuint (n_late, >, 0);
  n_on_time = (guint) json_array_size (status) - n_overdue - n_late;
  received = g_strdup_printf ("%u/41", n_late + n_on_time);
  driver_see (driver, received);
  driver_see (driver, "Báo cáo tháng 3/2026");
  driver_see (driver, "hạn 17/3*");
  driver_see (driver, "Quá hạn");
  driver_see (driver, "Nộp trễ");
  driver_see (driver, "Đúng hạn");
  driver_see (driver, "Chưa đến hạn");
  g_assert_cmpuint (driver_count_actions (driver), ==, 0);
  json_decref (status);
  driver_stop (driver);
}

/* From a late village to its row of the table, by one click. */
static void
test_late_leads_on (Driver *driver)
{
  g_autofree char *cell = NULL;
  json_t          *status;
  json_t          *row = NULL;
  size_t           i;

  start_on_sample (driver);
  status = list_status (driver);
  for (i = 0; i < json_array_size (status) && row == NULL; i++)
    if (g_str_equal (get_text (json_array_get (status, i), "state"), "overdue"))
      row = json_array_get (status, i);
  g_assert_nonnull (row);

  driver_forget_actions (driver);
  driver_click (driver, driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, get_text (row, "village")));
  cell = g_strdup_printf ("%s, Tổ Công nghệ số cộng đồng duy trì hoạt động: —*", get_text (row, "village"));
  driver_find_focus (driver, ATSPI_ROLE_TABLE_CELL, cell);
  g_assert_cmpuint (driver_count_actions (driver), ==, 1);
  driver_see (driver, "Tháng 3/2026, 15/2–14/3");
  json_decref (status);
  driver_stop (driver);
}

/* The letter is about the month that is asked for, not about the year. */
static void
test_reminder_of_the_month (Driver *driver)
{
  start_on_sample (driver);
  driver_forget_actions (driver);
  driver_click (driver, driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "Nhắc các thôn…"));
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Công văn đôn đốc*");
  driver_see (driver, "* trang");
  g_assert_cmpuint (driver_count_actions (driver), ==, 1);
  driver_find (driver, ATSPI_ROLE_INVALID, "Kỳ: Tháng 3/2026");
  driver_stop (driver);
}

/* The office's own work of the week; a report that is due leads to its paper. */
static void
test_agenda (Driver *driver)
{
  start_on_sample (driver);
  driver_forget_actions (driver);
  driver_see (driver, "Việc tuần này");
  driver_see (driver, "2 quá hạn · 16/3–22/3");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Báo cáo tháng 3/2026, *"));
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Báo cáo tháng*");
  driver_find (driver, ATSPI_ROLE_INVALID, "Kỳ: Tháng 3/2026");
  g_assert_cmpuint (driver_count_actions (driver), ==, 1);
  driver_stop (driver);
}

/* What was typed one after the other is one row, which leads to the journal. */
static void
test_changes (Driver *driver)
{
  driver_start_on_year (driver);
  driver_press (driver, "ctrl+6");
  driver_find_focus (driver, ATSPI_ROLE_TABLE_CELL, "Thôn, làng 1, *");
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *next = g_strdup_printf ("Thôn, làng %u, *", i + 1);

      driver_type (driver, "1");
      driver_press (driver, "Return");
      driver_find_focus (driver, ATSPI_ROLE_TABLE_CELL, next);
    }
  driver_press (driver, "ctrl+1");
  driver_see (driver, "4 thay đổi");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Ghi *Thôn, làng 3*, và 2 nữa"));
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "*: Ghi *Thôn, làng 3*");
  driver_stop (driver);
}

/* The squares by the keyboard: the first is the first village. */
static void
test_tiles (Driver *driver)
{
  json_t          *status;
  g_autofree char *second = NULL;
  g_autofree char *below = NULL;
  g_autofree char *cell = NULL;

  start_on_sample (driver);
  status = list_status (driver);
  driver_press_until (driver, "Tab", ATSPI_ROLE_IMAGE, "*, *");
  driver_press (driver, "Right");
  second = g_strdup_printf ("%s, *", get_text (json_array_get (status, 1), "village"));
  driver_find_focus (driver, ATSPI_ROLE_IMAGE, second);
  driver_press (driver, "Down");
  below = g_strdup_printf ("%s, *", get_text (json_array_get (status, 15), "village"));
  driver_find_focus (driver, ATSPI_ROLE_IMAGE, below);
  driver_press (driver, "Return");
  cell = g_strdup_printf ("%s, *", get_text (json_array_get (status, 15), "village"));
  driver_find_focus (driver, ATSPI_ROLE_TABLE_CELL, cell);
  json_decref (status);
  driver_stop (driver);
}

/* All of a long list by one action, and the keyboard goes on where it grew. */
static void
test_more_names (Driver *driver)
{
  driver_start_on_year (driver);
  g_assert_null (driver_peek_in (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, "Thôn, làng 7"));
  driver_click (driver, driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "và 35 nữa"));
  driver_find_focus (driver, ATSPI_ROLE_PUSH_BUTTON, "Thôn, làng 7");
  driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "Thôn, làng 41");
  driver_stop (driver);
}

int
main (int    argc,
      char **argv)
{
  static const DriverTest tests[] = {
    { "/window/home/late", test_late },
    { "/window/home/late-leads-on", test_late_leads_on },
    { "/window/home/reminder-of-the-month", test_reminder_of_the_month },
    { "/window/home/agenda", test_agenda },
    { "/window/home/changes", test_changes },
    { "/window/home/tiles", test_tiles },
    { "/window/home/more-names", test_more_names },
  };

  return driver_run_tests (argc, argv, NULL, tests, G_N_ELEMENTS (tests));
}
