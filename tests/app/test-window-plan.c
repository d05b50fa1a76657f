/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "toso-driver.h"

/* The plan's text, its sections, its pages and its signed text. */

#define BENEFIT "Góp phần thực hiện hiệu quả chuyển đổi số*"
#define ADDED   "Mỗi thôn, làng có người hướng dẫn tận nơi."

static void
start_on_plan (Driver *driver)
{
  driver_start_on_year (driver);
  driver_press (driver, "ctrl+2");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, T ("Legal bases and opening"));
  /* The signed text is read, and the pages are set, beside the window. */
  driver_see (driver, "*khớp bản ký");
  driver_find (driver, ATSPI_ROLE_DOCUMENT_TEXT, "Trang 1 trên 5");
}

static DriverNode *
find_tree (Driver *driver)
{
  return driver_find (driver, ATSPI_ROLE_LIST, T ("Sections of the plan"));
}

static gboolean
plan_says (Driver     *driver,
           const char *text)
{
  g_autofree char *plan = driver_cli (driver, 0, "plan", "text", driver_get_year (driver), NULL);

  return strstr (plan, text) != NULL;
}

/* Headings of the sections in SECTION, or of the whole plan, in order. */
static char *
list_headings (Driver *driver,
               int     part)
{
  json_t  *plan = driver_cli_json (driver, "plan");
  json_t  *sections = json_object_get (plan, "sections");
  json_t  *section;
  GString *list = g_string_new (NULL);
  int      n = 0;
  size_t   i;

  json_array_foreach (sections, i, section)
  {
    const char *heading = json_string_value (json_object_get (section, "heading"));
    json_t     *child;
    size_t      k;

    if (heading == NULL || *heading == '\0')
      continue;
    n++;
    if (part == 0)
      g_string_append_printf (list, "%s\n", heading);
    if (part != n)
      continue;
    json_array_foreach (json_object_get (section, "children"), k, child)
      g_string_append_printf (list, "%s\n", json_string_value (json_object_get (child, "heading")));
  }
  json_decref (plan);

  return g_string_free (list, FALSE);
}

/* The paragraph has the keyboard, by the keyboard. */
static void
go_to_paragraph (Driver     *driver,
                 const char *start)
{
  driver_press (driver, "F6");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Số:*");
  driver_press_until (driver, "Down", ATSPI_ROLE_LIST_ITEM, start);
}

static void
add_sentence (Driver *driver)
{
  go_to_paragraph (driver, BENEFIT);
  driver_press (driver, "F2");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, T ("Paragraph"));
  /* The caret is at the end. */
  driver_type (driver, " " ADDED);
}

/* --- cases --- */

static void
test_sections (Driver *driver)
{
  DriverNode *tree = find_tree (driver);

  driver_find_in (driver, tree, ATSPI_ROLE_LIST_ITEM, "I. Mục đích, yêu cầu");
  driver_find_in (driver, tree, ATSPI_ROLE_LIST_ITEM, "II. Mục tiêu chung, mục tiêu cụ thể");
  driver_find_in (driver, tree, ATSPI_ROLE_LIST_ITEM, "2. Mục tiêu cụ thể, 8 chỉ tiêu");
  driver_find_in (driver, tree, ATSPI_ROLE_LIST_ITEM, "III. Nội dung triển khai");
  driver_find_in (driver, tree, ATSPI_ROLE_LIST_ITEM, "b) Phương thức tập huấn");
  driver_find_in (driver, tree, ATSPI_ROLE_LIST_ITEM, "IV. Tổ chức thực hiện");
  driver_see (driver, "8 chỉ tiêu · 4 nhiệm vụ · khớp bản ký");

  /* The page beside follows what is chosen. */
  driver_press_until (driver, "Down", ATSPI_ROLE_LIST_ITEM, "IV. Tổ chức thực hiện");
  driver_wait_gone (driver, ATSPI_ROLE_DOCUMENT_TEXT, "Trang 1 trên 5");
  driver_find (driver, ATSPI_ROLE_DOCUMENT_TEXT, "Trang * trên 5");
}

static void
test_edit_in_place (Driver *driver)
{
  DriverNode      *page;
  g_autofree char *look = NULL;
  g_autofree char *removed = g_strconcat (TC ("paragraph", "removed"), ": " BENEFIT, NULL);
  g_autofree char *added = g_strconcat (TC ("paragraph", "added"), ": " BENEFIT " " ADDED, NULL);

  page = driver_find (driver, ATSPI_ROLE_DOCUMENT_TEXT, "Trang 1 trên 5");
  look = driver_get_look (driver, page);
  add_sentence (driver);
  driver_press (driver, "ctrl+Return");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, BENEFIT " " ADDED);
  g_assert_true (plan_says (driver, "Ngọc Liên. " ADDED));
  driver_wait_redrawn (driver, page, look);

  /* Against the signed text: this paragraph, and no other. */
  driver_see (driver, "*−1 +1*");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, driver_label_of (driver, "Against the Signed Text")));
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, added);
  g_assert_cmpuint (driver_count_in (driver, NULL, ATSPI_ROLE_LIST_ITEM, removed), ==, 1);
  g_assert_cmpuint (driver_count_in (driver, NULL, ATSPI_ROLE_LIST_ITEM, added), ==, 1);
  g_free (removed);
  removed = g_strconcat (TC ("paragraph", "removed"), ":*", NULL);
  g_assert_cmpuint (driver_count_in (driver, NULL, ATSPI_ROLE_LIST_ITEM, removed), ==, 1);

  driver_press (driver, "ctrl+z");
  driver_see (driver, "*khớp bản ký");
  g_assert_false (plan_says (driver, ADDED));
  driver_press (driver, "ctrl+y");
  driver_see (driver, "*−1 +1*");
  g_assert_true (plan_says (driver, ADDED));
}

/* Escape keeps the old text; Ctrl+Z while writing takes back a word, not the
 * command before. */
static void
test_leave_editing (Driver *driver)
{
  DriverNode *editor;

  add_sentence (driver);
  editor = driver_find_focus (driver, ATSPI_ROLE_TEXT, T ("Paragraph"));
  driver_press (driver, "ctrl+z");
  g_assert_nonnull (editor);
  driver_press (driver, "Escape");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, BENEFIT);
  driver_see (driver, "*khớp bản ký");
  g_assert_false (plan_says (driver, "tận nơi"));
}

/* What was being written when the window is closed is not lost. */
static void
test_close_while_writing (Driver *driver)
{
  add_sentence (driver);
  driver_press (driver, "ctrl+q");
  driver_join (driver);
  g_assert_true (plan_says (driver, "Ngọc Liên. " ADDED));
  driver_start (driver, "vi", driver_get_year (driver));
}

static void
test_add_section (Driver *driver)
{
  g_autofree char *before = list_headings (driver, 4);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  driver_press_until (driver, "Down", ATSPI_ROLE_LIST_ITEM, "1. UBND xã Ngọc Liên:");
  driver_press (driver, "Insert");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, T ("Heading"));
  /* All but the number, which is the program's. */
  driver_press (driver, "ctrl+a");
  driver_type (driver, "Kinh phí thực hiện");
  driver_press (driver, "ctrl+Return");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "2. Kinh phí thực hiện");
  driver_press (driver, "shift+F6");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "2. Kinh phí thực hiện");
  driver_find_in (driver, find_tree (driver), ATSPI_ROLE_LIST_ITEM, "2. Kinh phí thực hiện");
  /* What comes after takes the next number. */
  driver_press (driver, "Down");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "3. Phòng Văn hóa - Xã hội.");
  after = list_headings (driver, 4);
  g_assert_nonnull (strstr (after, "UBND xã Ngọc Liên:\nKinh phí thực hiện\n"));

  driver_press (driver, "ctrl+z");
  driver_press (driver, "ctrl+z");
  driver_see (driver, "*khớp bản ký");
  driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, "*Kinh phí thực hiện");
  undone = list_headings (driver, 4);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_move_section (Driver *driver)
{
  g_autofree char *before = list_headings (driver, 1);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  g_assert_cmpstr (before, ==, "Mục đích\nYêu cầu\n");
  driver_press_until (driver, "Down", ATSPI_ROLE_LIST_ITEM, "1. Mục đích");
  driver_press (driver, "alt+Down");
  driver_see (driver, "*−* +*");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "*Mục đích");
  after = list_headings (driver, 1);
  g_assert_cmpstr (after, ==, "Yêu cầu\nMục đích\n");

  driver_press (driver, "ctrl+z");
  driver_see (driver, "*khớp bản ký");
  undone = list_headings (driver, 1);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_remove_section (Driver *driver)
{
  g_autofree char *undone = NULL;
  g_autofree char *before = list_headings (driver, 0);
  g_autofree char *after = NULL;

  driver_press_until (driver, "Down", ATSPI_ROLE_LIST_ITEM, "III. Nội dung triển khai");
  driver_press (driver, "Delete");
  /* What comes after takes its number. */
  driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, "III. Nội dung triển khai");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "III. Tổ chức thực hiện");
  /* The pages are set again: fewer. */
  driver_wait_gone (driver, ATSPI_ROLE_DOCUMENT_TEXT, "Trang * trên 5");
  driver_find (driver, ATSPI_ROLE_DOCUMENT_TEXT, "Trang * trên *");
  after = list_headings (driver, 0);
  g_assert_null (strstr (after, "NỘI DUNG TRIỂN KHAI"));

  driver_press (driver, "ctrl+z");
  driver_find_in (driver, find_tree (driver), ATSPI_ROLE_LIST_ITEM, "III. Nội dung triển khai");
  driver_find (driver, ATSPI_ROLE_DOCUMENT_TEXT, "Trang * trên 5");
  driver_see (driver, "*khớp bản ký");
  undone = list_headings (driver, 0);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_sentence_and_target (Driver *driver)
{
  go_to_paragraph (driver, "- 100% công dân trên địa bàn có Căn cước*");
  driver_press (driver, "ctrl+Return");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Công dân có Căn cước và tài khoản định danh mức độ 2: —*");
  driver_find (driver, ATSPI_ROLE_HEADING, "Công dân có Căn cước và tài khoản định danh mức độ 2");

  driver_click (driver, driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "Mở trong kế hoạch*II.2*"));
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "- 100% công dân trên địa bàn có Căn cước*");
  driver_see (driver, "II.2");
}

static void
test_find (Driver *driver)
{
  driver_press (driver, "ctrl+f");
  driver_find_focus (driver, ATSPI_ROLE_INVALID, T ("Find in the plan"));
  /* Without diacritics. */
  driver_type (driver, "khen thuong");
  driver_press (driver, "Return");
  driver_press (driver, "Escape");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "*hen thưởng*");
}

int
main (int    argc,
      char **argv)
{
  static const DriverTest tests[] = {
    { "/window/plan/sections", test_sections },
    { "/window/plan/edit-in-place", test_edit_in_place },
    { "/window/plan/leave-editing", test_leave_editing },
    { "/window/plan/close-while-writing", test_close_while_writing },
    { "/window/plan/add-section", test_add_section },
    { "/window/plan/move-section", test_move_section },
    { "/window/plan/remove-section", test_remove_section },
    { "/window/plan/sentence-and-target", test_sentence_and_target },
    { "/window/plan/find-without-diacritics", test_find },
  };

  return driver_run_tests (argc, argv, start_on_plan, tests, G_N_ELEMENTS (tests));
}
