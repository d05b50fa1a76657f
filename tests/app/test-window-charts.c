/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "toso-driver.h"

/* The charts and the meeting, by the keyboard alone. */

/* Each says its content in words, also when there is no figure yet. */
static void
test_every_kind (Driver *driver)
{
  static const struct
  {
    const char *kind;
    const char *words;
  } cases[] = {
    { "Chỉ tiêu năm", "Chỉ tiêu năm 2026*" },
    { "Chỉ tiêu, từng đơn vị tính", "Chỉ tiêu năm 2026*" },
    { "Xếp hạng thôn theo một chỉ tiêu", "*Thôn, làng 41*" },
    { "Một chỉ tiêu qua các tháng", "*" },
    { "Thôn theo chỉ tiêu", "*Thôn, làng 41*" },
    { "Báo cáo theo thôn và tháng", "*Thôn, làng 41*" },
    { "Các thôn thành ô", "*Thôn, làng 41*" },
    { "Nộp đúng hạn qua các tháng", "*" },
    { "Nhiệm vụ trong năm", "*Tập huấn*" },
    { "Nhiệm vụ theo tình trạng", "*4*" },
  };
  g_autofree char *nameless = NULL;

  driver_press (driver, "ctrl+9");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, cases[i].kind);
      driver_find (driver, ATSPI_ROLE_IMAGE, cases[i].words);
      if (i + 1 < G_N_ELEMENTS (cases))
        driver_press (driver, "Down");
    }
  nameless = driver_list_nameless (driver);
  g_assert_cmpstr (nameless, ==, "");
}

/* From the chart to where a village's figure was reported, by the keyboard. */
static void
test_source (Driver *driver)
{
  driver_press (driver, "ctrl+9");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Chỉ tiêu năm");
  for (guint i = 0; i < 5; i++)
    driver_press (driver, "Down");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Báo cáo theo thôn và tháng");
  driver_press (driver, "Tab");
  driver_find_focus (driver, ATSPI_ROLE_IMAGE, "*Thôn, làng 41*");
  driver_press (driver, "Down");
  driver_press (driver, "Return");
  driver_find_focus (driver, ATSPI_ROLE_TABLE_CELL, "*Thôn, làng 2*");

  /* The same figures as a table, and the picture to be pasted. */
  driver_press (driver, "ctrl+9");
  driver_press_access (driver, "Ta_ble");
  driver_see (driver, "Thôn, làng 41");
  driver_press (driver, "ctrl+c");
  driver_see (driver, "Đã chép biểu đồ*");
}

/* One key from the overview (job J5); a remote's keys; Esc leads back. */
static void
test_meeting (Driver *driver)
{
  driver_forget_actions (driver);
  driver_press (driver, "F5");
  driver_find (driver, ATSPI_ROLE_IMAGE, "1/*Đánh giá kết quả hoạt động*");
  g_assert_cmpuint (driver_count_actions (driver), ==, 1);
  driver_press (driver, "Right");
  driver_find (driver, ATSPI_ROLE_IMAGE, "2/*Chỉ tiêu năm 2026*");
  driver_press (driver, "Page_Down");
  driver_find (driver, ATSPI_ROLE_IMAGE, "3/*");
  driver_press (driver, "Left");
  driver_find (driver, ATSPI_ROLE_IMAGE, "2/*");
  driver_press (driver, "End");
  driver_find (driver, ATSPI_ROLE_IMAGE, "*Việc đã thống nhất*");
  driver_press (driver, "b");
  driver_wait_gone (driver, ATSPI_ROLE_IMAGE, "*Việc đã thống nhất*");
  driver_press (driver, "b");
  driver_find (driver, ATSPI_ROLE_IMAGE, "*Việc đã thống nhất*");

  /* A village's card, and back to where one was. */
  driver_press (driver, "7");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "Thôn, làng");
  driver_press (driver, "Return");
  driver_find (driver, ATSPI_ROLE_IMAGE, "Thôn, làng 7*");
  driver_press (driver, "Left");
  driver_find (driver, ATSPI_ROLE_IMAGE, "*Việc đã thống nhất*");
  driver_press (driver, "Escape");
  driver_see (driver, "0/41");
}

/* On the one screen the presenter's window comes by a key; what is decided is
 * on the last slide at once, and among the year's directives. */
static void
test_decision (Driver *driver)
{
  g_autofree char *history = NULL;

  driver_press (driver, "F5");
  driver_find (driver, ATSPI_ROLE_IMAGE, "1/*");
  driver_press (driver, "End");
  driver_find (driver, ATSPI_ROLE_IMAGE, "*Chưa ghi việc nào*");
  driver_press (driver, "F3");
  driver_find (driver, ATSPI_ROLE_TEXT, "Kết luận");
  driver_press (driver, "alt+k");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "Kết luận");
  driver_type (driver, "Mo lop chu ky so");
  driver_press (driver, "Return");
  driver_find (driver, ATSPI_ROLE_IMAGE, "*Mo lop chu ky so*");
  driver_press (driver, "Escape");
  driver_press (driver, "period");
  driver_see (driver, "Hội trường: đang giữ trang");
  driver_press (driver, "Home");
  driver_see (driver, "Tiếp theo: Chỉ tiêu năm 2026*");
  driver_press (driver, "Escape");
  driver_see (driver, "0/41");
  history = driver_cli (driver, 0, "history", driver_get_year (driver), NULL);
  g_assert_nonnull (strstr (history, "Mo lop chu ky so"));
}

/* Slides are chosen and ordered by keys; the room makes the letters, and says
 * when it is too deep. */
static void
test_choices (Driver *driver)
{
  driver_press (driver, "ctrl+9");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Chỉ tiêu năm");
  driver_press_access (driver, "Choose S_lides…");
  driver_find_focus (driver, ATSPI_ROLE_CHECK_BOX, "Trang bìa");
  driver_press (driver, "space");
  driver_press (driver, "alt+Down");
  driver_press (driver, "alt+Down");
  driver_find_focus (driver, ATSPI_ROLE_CHECK_BOX, "Trang bìa");
  driver_press_access (driver, "Height of the _picture, m");
  driver_type (driver, "0,5");
  driver_press_access (driver, "_Farthest seat, m");
  driver_type (driver, "8");
  driver_see (driver, "Màn hình quá nhỏ so với phòng*");
  driver_press (driver, "Return");
  driver_wait_gone (driver, ATSPI_ROLE_LABEL, "Màn hình quá nhỏ so với phòng*");
  driver_press (driver, "F5");
  driver_find (driver, ATSPI_ROLE_IMAGE, "1/*Chỉ tiêu năm 2026*");
  driver_press (driver, "Escape");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Chỉ tiêu năm");
}

int
main (int    argc,
      char **argv)
{
  static const DriverTest tests[] = {
    { "/window/charts/every-kind", test_every_kind },
    { "/window/charts/source", test_source },
    { "/window/charts/meeting", test_meeting },
    { "/window/charts/decision", test_decision },
    { "/window/charts/choices", test_choices },
  };

  return driver_run_tests (argc, argv, driver_start_on_year, tests, G_N_ELEMENTS (tests));
}
