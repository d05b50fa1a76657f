/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "toso-driver.h"

/* Targets and their figures, entered by the keyboard alone. */

#define HOUSEHOLDS "Hộ gia đình sử dụng dịch vụ công trực tuyến mức độ 3, 4"

/* --- the year file --- */

static json_t *
find_target (json_t     *targets,
             const char *name)
{
  json_t *target;
  size_t  i;

  json_array_foreach (targets, i, target)
  {
    if (g_str_equal (json_string_value (json_object_get (target, "name")), name))
      return target;
  }

  return NULL;
}

/* None for one that nobody reported. */
static void
assert_figure (Driver     *driver,
               const char *name,
               double      numerator,
               double      denominator,
               int         reported)
{
  json_t *targets = driver_cli_json (driver, "targets");
  json_t *target = find_target (targets, name);

  g_assert_nonnull (target);
  if (reported == 0)
    {
      g_assert_true (json_is_null (json_object_get (target, "numerator")));
      g_assert_true (json_is_null (json_object_get (target, "value")));
      g_assert_cmpstr (json_string_value (json_object_get (target, "state")), ==, "no_data");
    }
  else
    {
      g_assert_cmpfloat (json_number_value (json_object_get (target, "numerator")), ==, numerator);
      g_assert_cmpfloat (json_number_value (json_object_get (target, "denominator")), ==, denominator);
      g_assert_cmpfloat_with_epsilon (json_number_value (json_object_get (target, "value")),
                                      100 * numerator / denominator, 1e-6);
    }
  g_assert_cmpint (json_integer_value (json_object_get (json_object_get (target, "coverage"), "reported")), ==, reported);
  g_assert_cmpint (json_integer_value (json_object_get (json_object_get (target, "coverage"), "expected")), ==, 41);
  json_decref (targets);
}

static gsize
count_targets (Driver *driver)
{
  json_t *targets = driver_cli_json (driver, "targets");
  gsize   n = json_array_size (targets);

  json_decref (targets);

  return n;
}

/* --- ways --- */

static void
go_to_households (Driver *driver)
{
  driver_press (driver, "ctrl+3");
  driver_press_until (driver, "Down", ATSPI_ROLE_LIST_ITEM, HOUSEHOLDS ":*");
}

static void
open_figure_form (Driver *driver)
{
  driver_press_access (driver, "_Enter a Figure");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "hộ gia đình tiếp cận*");
}

static void
wait_for_row (Driver     *driver,
              const char *what)
{
  g_autofree char *pattern = g_strdup_printf (HOUSEHOLDS ": %s", what);

  driver_find (driver, ATSPI_ROLE_LIST_ITEM, pattern);
}

/* Chooses the next village of the form. */
static void
choose_first_village (Driver *driver)
{
  driver_press_until (driver, "shift+Tab", ATSPI_ROLE_PUSH_BUTTON, "Thôn: Toàn xã");
  driver_press (driver, "Return");
  driver_find (driver, ATSPI_ROLE_LABEL, "Thôn, làng 2");
  driver_press (driver, "Down");
  driver_press (driver, "Return");
  driver_find_focus (driver, ATSPI_ROLE_PUSH_BUTTON, "Thôn: Thôn, làng 1");
}

/* --- cases --- */

static void
test_home (Driver *driver)
{
  DriverNode *list;

  driver_find (driver, ATSPI_ROLE_FRAME, "Kế hoạch Tổ CNSCĐ*xã Ngọc Liên*2026");
  driver_find (driver, ATSPI_ROLE_HEADING, TC ("page", "Overview"));
  list = driver_find (driver, ATSPI_ROLE_LIST, "Chỉ tiêu");
  g_assert_cmpuint (driver_count_in (driver, list, ATSPI_ROLE_LIST_ITEM, "*: —, *, chưa có số liệu, 0/41 thôn"), ==, 8);
  g_assert_cmpuint (driver_count_in (driver, list, ATSPI_ROLE_LABEL, "—"), ==, 8);
  g_assert_cmpuint (driver_count_in (driver, list, ATSPI_ROLE_LABEL, "chưa có số liệu"), ==, 8);
  g_assert_cmpuint (driver_count_in (driver, list, ATSPI_ROLE_LABEL, "0/41 thôn"), ==, 8);
  driver_find_in (driver, list, ATSPI_ROLE_LABEL, "≥ 70 %");
  /* No day is named up to which there would be figures. */
  g_assert_null (driver_peek_in (driver, NULL, ATSPI_ROLE_LABEL, "số liệu đến*"));
  g_assert_cmpuint (driver_count_in (driver, NULL, ATSPI_ROLE_LABEL, "chưa có số liệu"), ==, 10);
  driver_see (driver, "Thứ Tư, ngày 18 tháng 3 năm 2026");

  /* J1: one action from the home screen to the villages' cells. */
  driver_forget_actions (driver);
  driver_click (driver, driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "*Mở bảng số liệu"));
  driver_find_focus (driver, ATSPI_ROLE_TABLE_CELL, "Thôn, làng 1, Tổ Công nghệ số cộng đồng duy trì hoạt động: —*");
  g_assert_cmpuint (driver_count_actions (driver), ==, 1);
}

static void
test_enter_figure (Driver *driver)
{
  go_to_households (driver);
  open_figure_form (driver);
  choose_first_village (driver);
  driver_press_until (driver, "Tab", ATSPI_ROLE_TEXT, "hộ gia đình tiếp cận*");
  driver_type (driver, "45");
  driver_press (driver, "Tab");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "hộ gia đình");
  driver_type (driver, "120");
  driver_press (driver, "Return");

  /* 45/120, of one village of 41, against what March asks for. */
  wait_for_row (driver, "37,5 %*1/41 thôn");
  driver_see (driver, "45 / 120");
  assert_figure (driver, HOUSEHOLDS, 45, 120, 1);

  driver_press (driver, "ctrl+z");
  wait_for_row (driver, "—*chưa có số liệu, 0/41 thôn");
  assert_figure (driver, HOUSEHOLDS, 0, 0, 0);
  driver_press (driver, "ctrl+y");
  wait_for_row (driver, "37,5 %*1/41 thôn");
  assert_figure (driver, HOUSEHOLDS, 45, 120, 1);

  /* Home and its totals follow. */
  driver_press (driver, "ctrl+1");
  driver_find (driver, ATSPI_ROLE_HEADING, TC ("page", "Overview"));
  wait_for_row (driver, "37,5 %*1/41 thôn");
  driver_find (driver, ATSPI_ROLE_LABEL, "số liệu đến */2026");
}

/* Ratio of sums: 45/120 and 5/30 are 50/150, not the mean of 37,5 and 16,7. */
static void
test_next_village (Driver *driver)
{
  go_to_households (driver);
  open_figure_form (driver);
  choose_first_village (driver);
  driver_press_until (driver, "Tab", ATSPI_ROLE_TEXT, "hộ gia đình tiếp cận*");
  driver_type (driver, "45");
  driver_press (driver, "Tab");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "hộ gia đình");
  driver_type (driver, "120");
  driver_press (driver, "ctrl+Return");
  driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "Thôn: Thôn, làng 2");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "hộ gia đình tiếp cận*");
  driver_type (driver, "5");
  driver_press (driver, "Tab");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "hộ gia đình");
  driver_type (driver, "30");
  driver_press (driver, "Return");

  wait_for_row (driver, "33,3 %*2/41 thôn");
  assert_figure (driver, HOUSEHOLDS, 50, 150, 2);
}

static void
test_part_over_whole (Driver *driver)
{
  g_autofree char *sentence = NULL;
  g_autofree char *before = driver_cli (driver, 0, "history", driver_get_year (driver), "--json", NULL);
  g_autofree char *after = NULL;

  go_to_households (driver);
  open_figure_form (driver);
  driver_type (driver, "70");
  driver_press (driver, "Tab");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "hộ gia đình");
  driver_type (driver, "60");
  driver_press (driver, "Return");
  sentence = driver_fill (driver, "The part (%s) is larger than the whole (%s). Correct one of them.", "70", "60");
  driver_see (driver, sentence);
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "hộ gia đình");
  assert_figure (driver, HOUSEHOLDS, 0, 0, 0);
  after = driver_cli (driver, 0, "history", driver_get_year (driver), "--json", NULL);
  g_assert_cmpstr (after, ==, before);

  /* What was typed is still there to be corrected. */
  driver_press (driver, "ctrl+a");
  driver_type (driver, "600");
  driver_press (driver, "Return");
  driver_see (driver, "70 / 600");
}

/* An answer is asked for where a number can be read in two ways. */
static void
test_two_readings (Driver *driver)
{
  go_to_households (driver);
  open_figure_form (driver);
  driver_type (driver, "1,234");
  driver_press (driver, "Tab");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "hộ gia đình");
  driver_type (driver, "2.000");
  driver_press (driver, "Return");
  driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "*1.234*");
  assert_figure (driver, HOUSEHOLDS, 0, 0, 0);
  driver_press (driver, "Escape");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, HOUSEHOLDS ":*");
}

static void
test_add_edit_remove (Driver *driver)
{
  driver_press (driver, "ctrl+3");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Duy trì hoạt động*");
  driver_press (driver, "ctrl+n");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, driver_label_of (driver, "_Name"));
  driver_type (driver, "Thôn có điểm truy cập Wifi miễn phí");
  driver_press_until (driver, "Tab", ATSPI_ROLE_TEXT, driver_label_of (driver, "_Value"));
  driver_type (driver, "85");
  driver_press (driver, "Return");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Thôn có điểm truy cập Wifi miễn phí: —*≥ 85 %*");
  g_assert_cmpuint (count_targets (driver), ==, 9);

  driver_press (driver, "F2");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, driver_label_of (driver, "_Name"));
  driver_press_until (driver, "Tab", ATSPI_ROLE_TEXT, driver_label_of (driver, "_Value"));
  driver_press (driver, "ctrl+a");
  driver_type (driver, "90");
  driver_press (driver, "ctrl+Return");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Thôn có điểm truy cập Wifi miễn phí: —*≥ 90 %*");

  driver_press_access (driver, "_Remove");
  driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, "Thôn có điểm truy cập*");
  g_assert_cmpuint (count_targets (driver), ==, 8);
  driver_press (driver, "ctrl+z");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Thôn có điểm truy cập Wifi miễn phí: —*≥ 90 %*");
  driver_press (driver, "ctrl+z");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Thôn có điểm truy cập Wifi miễn phí: —*≥ 85 %*");
  driver_press (driver, "ctrl+z");
  driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, "Thôn có điểm truy cập*");
  g_assert_cmpuint (count_targets (driver), ==, 8);
}

int
main (int    argc,
      char **argv)
{
  static const DriverTest tests[] = {
    { "/window/targets/home-shows-all-without-figures", test_home },
    { "/window/targets/enter-a-figure", test_enter_figure },
    { "/window/targets/next-village", test_next_village },
    { "/window/targets/part-over-whole", test_part_over_whole },
    { "/window/targets/number-of-two-readings", test_two_readings },
    { "/window/targets/add-edit-remove", test_add_edit_remove },
  };

  return driver_run_tests (argc, argv, driver_start_on_year, tests, G_N_ELEMENTS (tests));
}
