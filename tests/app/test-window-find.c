/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "toso-driver.h"

/* J8: Ctrl+K, at most four letters, Enter. */

/* Ctrl+K and Enter are the two actions. */
static void
find (Driver     *driver,
      const char *typed)
{
  driver_forget_actions (driver);
  driver_press (driver, "ctrl+k");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, T ("Find anything"));
  driver_type (driver, typed);
  driver_press (driver, "Return");
  driver_wait_gone (driver, ATSPI_ROLE_TEXT, T ("Find anything"));
  g_assert_cmpuint (driver_count_actions (driver), <=, 2);
}

static void
add_person (Driver *driver)
{
  driver_press (driver, "ctrl+5");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_LIST_ITEM, T ("People of the teams")));
  driver_press (driver, "ctrl+n");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "*");
  driver_type (driver, "Đỗ Thị Lập");
  driver_press (driver, "Return");
  driver_see (driver, "Đã ghi: Đỗ Thị Lập");
  driver_press (driver, "ctrl+1");
  driver_find (driver, ATSPI_ROLE_HEADING, TC ("page", "Overview"));
}

static void
test_places (Driver *driver)
{
  driver_start_on_year (driver);
  add_person (driver);

  /* A person, without marks. */
  find (driver, "lap");
  driver_find (driver, ATSPI_ROLE_HEADING, TC ("page", "Villages and teams"));
  driver_see (driver, "Đỗ Thị Lập");
  /* A village; a place of the sidebar; a task. */
  find (driver, "la 9");
  driver_see (driver, "Thôn, làng 9");
  find (driver, "nhat");
  driver_find (driver, ATSPI_ROLE_HEADING, TC ("page", "Journal"));
  find (driver, "ra s");
  driver_find (driver, ATSPI_ROLE_HEADING, TC ("page", "Tasks"));
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "*Rà soát, củng cố*");
  /* A chart; again at once, from what was made ready. */
  find (driver, "xep");
  driver_find (driver, ATSPI_ROLE_HEADING, TC ("page", "Charts"));
  /* A command. */
  find (driver, "phim");
  driver_see (driver, TC ("shortcuts", "Next period"));
  driver_press (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_LABEL, TC ("shortcuts", "Next period"));
  driver_press (driver, "ctrl+1");
  driver_find (driver, ATSPI_ROLE_HEADING, TC ("page", "Overview"));
  driver_stop (driver);
}

static void
test_nothing (Driver *driver)
{
  g_autofree char *sentence = NULL;

  driver_start_on_year (driver);
  driver_press (driver, "ctrl+3");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Duy trì hoạt động*");

  driver_press (driver, "ctrl+k");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, T ("Find anything"));
  driver_type (driver, "xyz");
  sentence = driver_fill (driver,
                          "Nothing has words that begin with “%s”. Looked at people, villages, registers, tasks, targets, "
                          "the plan’s sections, papers, charts, pages and commands.",
                          "xyz", NULL);
  driver_see (driver, sentence);

  /* Enter leads nowhere; Escape gives the keyboard back. */
  driver_press (driver, "Return");
  driver_press (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_TEXT, T ("Find anything"));
  driver_press (driver, "Down");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Nâng cao nhận thức*");
  driver_stop (driver);
}

int
main (int    argc,
      char **argv)
{
  static const DriverTest tests[] = {
    { "/window/find/places", test_places },
    { "/window/find/nothing", test_nothing },
  };

  return driver_run_tests (argc, argv, NULL, tests, G_N_ELEMENTS (tests));
}
