/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "toso-driver.h"

/* The window around the pages: starting, files that cannot be opened, both
 * languages, the keyboard, and the journal's undo. */

/* user_version, big-endian, in the head of an SQLite file. */
#define VERSION_BYTE 62

static const struct
{
  const char *keys;
  const char *title; /* English, with its context */
} pages[] = {
  { "ctrl+1", "page\004Overview" },
  { "ctrl+2", "page\004Plan" },
  { "ctrl+3", "page\004Targets" },
  { "ctrl+4", "page\004Tasks" },
  { "ctrl+5", "page\004Villages and teams" },
  { "ctrl+6", "page\004Reports" },
  { "ctrl+7", "page\004Registers" },
  { "ctrl+8", "page\004Papers" },
  { "ctrl+9", "page\004Charts" },
  { "ctrl+0", "page\004Journal" },
};

static void
make_year (Driver     *driver,
           const char *path)
{
  g_autofree char *seed = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "data", "plans", "ngoc-lien-2026.txt", NULL);
  g_autofree char *output = driver_cli (driver, 0, "new", path, "--plan", seed, NULL);

  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* --- starting --- */

static void
test_start_page (Driver *driver)
{
  DriverNode      *row;
  g_autofree char *gone = driver_path (driver, "da-xoa.toso");

  driver_start (driver, "vi", NULL);
  driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, T ("Open a plan from text"));
  driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, T ("Try with the plan of Ngọc Liên"));
  driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, T ("Open an existing year file"));
  g_assert_null (driver_peek_in (driver, NULL, ATSPI_ROLE_LABEL, T ("Opened last")));
  driver_stop (driver);

  /* Two files, one after the other; the later is then taken away. */
  make_year (driver, gone);
  driver_start_on_year (driver);
  driver_stop (driver);
  driver_start (driver, "vi", gone);
  driver_see (driver, "0/41");
  driver_stop (driver);
  g_assert_cmpint (g_remove (gone), ==, 0);

  driver_start (driver, "vi", NULL);
  driver_see (driver, T ("Opened last"));
  row = driver_find (driver, ATSPI_ROLE_LIST_ITEM, "da-xoa.toso, không còn ở đó");
  g_assert_false (driver_has_state (row, ATSPI_STATE_SENSITIVE));
  driver_click (driver, driver_find (driver, ATSPI_ROLE_LIST_ITEM, "ngoc-lien.toso, *"));
  driver_see (driver, "0/41");
  driver_stop (driver);
}

/* --- files that cannot be opened --- */

static void
write_bytes (const char *path,
             const char *bytes,
             gsize       length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

/* The sentence is read and the window goes on: a good file opens in it. */
static void
assert_refused (Driver     *driver,
                const char *file,
                const char *sentence)
{
  driver_start (driver, "vi", file);
  driver_see (driver, sentence);
  driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, T ("Open an existing year file"));
  driver_stop (driver);
}

static void
test_bad_files (Driver *driver)
{
  g_autofree char *foreign = driver_path (driver, "anh.toso");
  g_autofree char *newer = driver_path (driver, "moi-hon.toso");
  g_autofree char *broken = driver_path (driver, "hong.toso");
  g_autofree char *empty = driver_path (driver, "rong.txt");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (driver_get_year (driver), &bytes, &length, &error);
  g_assert_no_error (error);
  write_bytes (foreign, "\x89PNG\r\n\x1a\n", 8);
  write_bytes (broken, bytes, length / 2);
  bytes[VERSION_BYTE] = 0x7f;
  write_bytes (newer, bytes, length);
  write_bytes (empty, "", 0);

  assert_refused (driver, foreign, "*“anh.toso”*(.toso)*");
  assert_refused (driver, newer, "*“moi-hon.toso”*phiên bản mới hơn*");
  assert_refused (driver, broken, "*“hong.toso”*đã hỏng*");
  assert_refused (driver, empty, "*rong.txt*");
}

/* --- languages --- */

static void
test_english (Driver *driver)
{
  driver_start (driver, "en", driver_get_year (driver));
  driver_see (driver, "0/41");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      driver_press (driver, pages[i].keys);
      driver_find (driver, ATSPI_ROLE_HEADING, strchr (pages[i].title, '\004') + 1);
    }
  driver_stop (driver);
}

/* --- the keyboard --- */

/* Each page by its key; on each, Tab goes through all that takes the keyboard and
 * out to the window's head, and none of it is nameless.  In the table of figures
 * Tab goes from cell to cell, so the way out is back from the first. */
static void
test_keyboard (Driver *driver)
{
  driver_start_on_year (driver);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gboolean         is_table = g_str_has_suffix (pages[i].title, "\004Reports");
      g_autofree char *nameless = NULL;

      driver_press (driver, pages[i].keys);
      driver_find (driver, ATSPI_ROLE_HEADING, driver_text_of (driver, pages[i].title));
      driver_press_until (driver, is_table ? "shift+Tab" : "Tab", ATSPI_ROLE_PUSH_BUTTON, T ("Main Menu"));
      nameless = driver_list_nameless (driver);
      g_assert_cmpstr (nameless, ==, "");
    }
  driver_stop (driver);
}

/* --- the journal --- */

static void
test_journal (Driver *driver)
{
  driver_start_on_year (driver);
  driver_press (driver, "ctrl+0");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "*Tạo tệp năm*");
  g_assert_null (driver_peek_in (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, "Hoàn tác*:*"));

  driver_press (driver, "ctrl+3");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Duy trì hoạt động*");
  driver_press_access (driver, "_Remove");
  driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, "Duy trì hoạt động*");
  driver_press (driver, "ctrl+0");
  driver_find (driver, ATSPI_ROLE_HEADING, TC ("page", "Journal"));
  g_assert_cmpuint (driver_count_in (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, "Hoàn tác:*"), ==, 1);
  driver_click (driver, driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "Hoàn tác:*"));
  driver_see (driver, T ("undone"));
  g_assert_null (driver_peek_in (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, "Hoàn tác:*"));
  driver_press (driver, "ctrl+3");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Duy trì hoạt động*");
  driver_stop (driver);
}

int
main (int    argc,
      char **argv)
{
  static const DriverTest tests[] = {
    { "/window/shell/start-page", test_start_page },
    { "/window/shell/bad-files", test_bad_files },
    { "/window/shell/english", test_english },
    { "/window/shell/keyboard", test_keyboard },
    { "/window/shell/journal", test_journal },
  };

  return driver_run_tests (argc, argv, NULL, tests, G_N_ELEMENTS (tests));
}
