/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

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

/* One key from the overview (job J5); a remote's keys; Esc leads back. */
static void
test_meeting (Driver *driver)
{
  driver_forget_actions (driver);
  driver_press (driver, "F5");
  driver_see (driver, "1/10");
  g_assert_cmpuint (driver_count_actions (driver), ==, 1);
  driver_press (driver, "Right");
  driver_see (driver, "2/10");
  driver_press (driver, "Page_Down");
  driver_see (driver, "3/10");
  driver_press (driver, "Left");
  driver_see (driver, "2/10");
  driver_press (driver, "End");
  driver_see (driver, "10/10");
  driver_press (driver, "b");
  driver_wait_gone (driver, ATSPI_ROLE_LABEL, "10/10");
  driver_press (driver, "b");
  driver_see (driver, "10/10");
  driver_press (driver, "Escape");
  driver_see (driver, "0/41");
}

int
main (int    argc,
      char **argv)
{
  static const DriverTest tests[] = {
    { "/window/charts/every-kind", test_every_kind },
    { "/window/charts/meeting", test_meeting },
  };

  return driver_run_tests (argc, argv, driver_start_on_year, tests, G_N_ELEMENTS (tests));
}
