/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "toso-driver.h"

/* The villages' figures, typed and pasted, by the keyboard alone. */

#define TEAMS   "Tổ Công nghệ số cộng đồng duy trì hoạt động"
#define TARGET  "Duy trì hoạt động Tổ Công nghệ số cộng đồng"
#define ALL     TARGET ", Tổ Công nghệ số cộng đồng"
#define MISSING "—, chưa báo cáo"
#define N       41

/* --- ways --- */

/* The cell that has the keyboard, as a reader of the screen hears it. */
static void
be_on (Driver     *driver,
       guint       village,
       const char *column,
       const char *text)
{
  g_autofree char *name = g_strdup_printf ("Thôn, làng %u, %s: %s", village, column, text);

  driver_find_focus (driver, ATSPI_ROLE_TABLE_CELL, name);
}

static void
go_to_grid (Driver *driver)
{
  driver_press (driver, "ctrl+6");
  be_on (driver, 1, TEAMS, MISSING);
}

/* "36/41" of the first target, as the command line reads it from the file. */
static void
assert_total (Driver *driver,
              double  part,
              double  whole,
              int     reported)
{
  json_t *targets = driver_cli_json (driver, "targets");
  json_t *target = json_array_get (targets, 0);
  json_t *numerator = json_object_get (target, "numerator");

  if (reported == 0)
    g_assert_true (json_is_null (numerator));
  else
    {
      g_assert_cmpfloat (json_number_value (numerator), ==, part);
      g_assert_cmpfloat (json_number_value (json_object_get (target, "denominator")), ==, whole);
    }
  g_assert_cmpint (json_integer_value (json_object_get (json_object_get (target, "coverage"), "reported")), ==, reported);
  json_decref (targets);
}

/* --- J1: by hand --- */

static void
type_column (Driver *driver,
             double  first,
             double  step)
{
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *text = g_strdup_printf ("%g", first + step * i);

      driver_type (driver, text);
      driver_press (driver, "Return");
    }
}

/* One action to the first cell, one key a cell, nothing to save: what was
 * typed is in the file when the power goes. */
static void
test_month_by_hand (Driver *driver)
{
  driver_forget_actions (driver);
  go_to_grid (driver);
  g_assert_cmpuint (driver_count_actions (driver), <=, 2);

  driver_forget_actions (driver);
  type_column (driver, 1, 1);
  be_on (driver, 1, ALL, MISSING);
  type_column (driver, 100, 0);
  be_on (driver, 1, "*", MISSING);
  g_assert_cmpuint (driver_count_actions (driver), ==, 2 * N);
  driver_see (driver, "41/41 thôn đã nộp");

  driver_kill (driver);
  assert_total (driver, N * (N + 1) / 2, 100 * N, N);
  driver_start (driver, "vi", driver_get_year (driver));
  driver_press (driver, "ctrl+6");
  be_on (driver, 1, TEAMS, "1");
}

/* --- keys --- */

static void
test_keys (Driver *driver)
{
  go_to_grid (driver);
  driver_type (driver, "12");
  driver_press (driver, "Tab");
  be_on (driver, 1, ALL, MISSING);
  driver_type (driver, "34");
  driver_press (driver, "shift+Tab");
  be_on (driver, 1, TEAMS, "12");
  driver_press (driver, "Return");
  be_on (driver, 2, TEAMS, MISSING);
  driver_press (driver, "ctrl+d");
  be_on (driver, 2, TEAMS, "12");
  driver_press (driver, "shift+Return");
  be_on (driver, 1, TEAMS, "12");

  /* F2 goes on with what is there; Escape leaves it as it was. */
  driver_press (driver, "F2");
  driver_type (driver, "3");
  driver_press (driver, "Escape");
  be_on (driver, 1, TEAMS, "12");
  driver_press (driver, "F2");
  driver_type (driver, "3");
  driver_press (driver, "Down");
  be_on (driver, 2, TEAMS, "12");
  driver_press (driver, "Up");
  /* 123 of 34 is more than there are: kept as typed, and nothing stood still. */
  be_on (driver, 1, TEAMS, "123, chưa lưu, cần sửa");
  driver_see (driver, "Phần (123) lớn hơn tổng (34)*");

  driver_type (driver, "21");
  driver_press (driver, "Down");
  driver_press (driver, "Up");
  be_on (driver, 1, TEAMS, "21");

  /* Not reported, in two ways. */
  driver_type (driver, "-");
  driver_press (driver, "Return");
  driver_press (driver, "Delete");
  be_on (driver, 2, TEAMS, MISSING);
  driver_press (driver, "Up");
  be_on (driver, 1, TEAMS, MISSING);

  /* One cell, one step. */
  driver_press (driver, "ctrl+z");
  driver_press (driver, "ctrl+z");
  be_on (driver, 1, TEAMS, "21");
  driver_press (driver, "Down");
  be_on (driver, 2, TEAMS, "12");
  driver_press (driver, "ctrl+y");
  driver_press (driver, "Up");
  be_on (driver, 1, TEAMS, MISSING);
}

static void
test_bad_value_stops_nobody (Driver *driver)
{
  go_to_grid (driver);
  driver_type (driver, "9a");
  driver_press (driver, "Return");
  driver_type (driver, "1,234");
  driver_press (driver, "Return");
  driver_type (driver, "5");
  driver_press (driver, "Return");
  be_on (driver, 4, TEAMS, MISSING);
  driver_see (driver, "2 số liệu cần xem lại");
  driver_press (driver, "ctrl+Home");
  be_on (driver, 1, TEAMS, "9a, chưa lưu, cần sửa");
  driver_see (driver, "“9a” không phải là số*");
  driver_press (driver, "Down");
  driver_see (driver, "“1,234” có thể hiểu hai cách*");
  /* It waits while one looks at another month. */
  driver_press (driver, "ctrl+Page_Up");
  be_on (driver, 2, TEAMS, MISSING);
  driver_press (driver, "ctrl+Page_Down");
  be_on (driver, 2, TEAMS, "1,234, chưa lưu, cần sửa");
}

/* Out at both ends by Tab alone, and nothing on the page without a name. */
static void
test_no_trap (Driver *driver)
{
  g_autofree char *nameless = NULL;

  go_to_grid (driver);
  driver_press (driver, "ctrl+End");
  driver_find_focus (driver, ATSPI_ROLE_TABLE_CELL, "Thôn, làng 41,*");
  driver_press_until (driver, "Tab", ATSPI_ROLE_PUSH_BUTTON, "*");
  driver_press (driver, "ctrl+6");
  driver_find_focus (driver, ATSPI_ROLE_TABLE_CELL, "*");
  driver_press (driver, "ctrl+Home");
  be_on (driver, 1, TEAMS, MISSING);
  driver_press (driver, "shift+Tab");
  driver_find_focus (driver, ATSPI_ROLE_PUSH_BUTTON, "41 thôn quá hạn");

  driver_press (driver, "Tab");
  driver_press (driver, "ctrl+Return");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Tháng 3/2026: —");
  nameless = driver_list_nameless (driver);
  g_assert_cmpstr (nameless, ==, "");
  driver_press (driver, "Escape");
  be_on (driver, 1, TEAMS, MISSING);
}

static void
test_note_and_details (Driver *driver)
{
  go_to_grid (driver);
  driver_type (driver, "12");
  driver_press (driver, "Return");
  driver_press (driver, "Up");
  be_on (driver, 1, TEAMS, "12");
  driver_press (driver, "F4");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "*");
  driver_type (driver, "Trưởng thôn báo qua điện thoại");
  driver_press (driver, "Return");
  be_on (driver, 1, TEAMS, "12, có ghi chú");
  driver_press (driver, "ctrl+z");
  be_on (driver, 1, TEAMS, "12");
}

/* --- J10: a figure of a locked month --- */

static void
test_correct_locked (Driver *driver)
{
  go_to_grid (driver);
  driver_type (driver, "12");
  driver_press (driver, "Return");
  driver_press (driver, "Up");
  driver_press_access (driver, "_Lock the Period…");
  /* Who has not sent may still do so. */
  driver_find (driver, ATSPI_ROLE_CHECK_BOX, "Thôn, làng 2");
  driver_press (driver, "Return");
  driver_see (driver, "Tháng 3/2026 đã khóa");

  /* A paper goes out with it. */
  driver_press (driver, "ctrl+8");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Báo cáo tháng"));
  driver_see (driver, "Tháng 3/2026 · *trang");
  driver_press_access (driver, "Is_sue…");
  driver_see (driver, "Số 01/BC-UBND, ngày *");
  driver_press (driver, "Return");
  driver_see (driver, "Đã cấp số 01/BC-UBND cho văn bản");

  driver_press (driver, "ctrl+1");
  driver_forget_actions (driver);
  driver_press (driver, "ctrl+6");
  be_on (driver, 1, TEAMS, "12, đã khóa");
  driver_type (driver, "21");
  driver_press (driver, "Return");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "*");
  driver_see (driver, "*Muốn sửa thì phải ghi lý do*");
  driver_see (driver, "*Văn bản đã cấp số theo số cũ: 01/BC-UBND (*)");
  driver_type (driver, "Thôn đếm lại");
  driver_press (driver, "Return");
  be_on (driver, 1, TEAMS, "21, đã khóa");
  g_assert_cmpuint (driver_count_actions (driver), <=, 5);
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "*Thôn đếm lại: 12*");

  /* A village that was let out is written as ever. */
  driver_press (driver, "Down");
  driver_type (driver, "3");
  driver_press (driver, "Return");
  driver_press (driver, "Up");
  be_on (driver, 2, TEAMS, "3");

  driver_press_access (driver, "_Open Again…");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "*");
  driver_type (driver, "Sở yêu cầu rà soát");
  driver_press (driver, "Return");
  driver_see (driver, "*Tháng 3/2026*ghi*");
  driver_press (driver, "Up");
  be_on (driver, 1, TEAMS, "21");
}

/* --- J1b: a block --- */

/* As a spreadsheet copies it; the villages in another order, one not ours. */
static const char block[] =
  "<meta charset='utf-8'><table>"
  "<tr><th>TT</th><th>Tên thôn</th><th>Số tổ duy trì</th><th>Tổng số tổ</th></tr>"
  "<tr><td>1</td><td>Thôn, làng 7</td><td>3</td><td>4</td></tr>"
  "<tr><td>2</td><td>thôn làng 2</td><td>1</td><td>2</td></tr>"
  "<tr><td>3</td><td>Thôn, làng 1</td><td>9</td><td>5</td></tr>"
  "<tr><td>4</td><td>Thôn Lạ</td><td>7</td><td>7</td></tr>"
  "<tr><td></td><td>Tổng cộng</td><td>20</td><td>18</td></tr>"
  "</table>";

static void
test_paste (Driver *driver)
{
  driver_copy (driver, "text/html", block);
  driver_forget_actions (driver);
  go_to_grid (driver);
  driver_press (driver, "ctrl+v");
  /* First what would change; nothing is written yet. */
  driver_find (driver, ATSPI_ROLE_HEADING, "3 thôn: 2 mới, 0 thay đổi, 0 không đổi, 1 mâu thuẫn");
  driver_see (driver, "*“Thôn Lạ”*");
  assert_total (driver, 0, 0, 0);
  driver_find_focus (driver, ATSPI_ROLE_PUSH_BUTTON, "*Ghi 2 số liệu");
  driver_press (driver, "Return");
  driver_see (driver, "Đã dán 2 số liệu");
  g_assert_cmpuint (driver_count_actions (driver), <=, 5);

  driver_press (driver, "Down");
  be_on (driver, 2, TEAMS, "1, từ tệp");
  assert_total (driver, 4, 6, 2);
  driver_press (driver, "ctrl+z");
  be_on (driver, 2, TEAMS, MISSING);
  assert_total (driver, 0, 0, 0);
}

static void
test_paste_by_order (Driver *driver)
{
  DriverNode *button;

  driver_copy (driver, "text/plain", "1\t2\n3\t4\n5\t6\n");
  go_to_grid (driver);
  driver_press (driver, "Down");
  be_on (driver, 2, TEAMS, MISSING);
  driver_press (driver, "ctrl+v");
  driver_find (driver, ATSPI_ROLE_HEADING, "3 thôn: 3 mới*");
  button = driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "*Ghi 3 số liệu");
  g_assert_false (driver_has_state (button, ATSPI_STATE_SENSITIVE));
  driver_find_focus (driver, ATSPI_ROLE_CHECK_BOX, "*Không có tên thôn*từ Thôn, làng 2*");
  driver_press (driver, "space");
  driver_press_until (driver, "Tab", ATSPI_ROLE_PUSH_BUTTON, "*Ghi 3 số liệu");
  driver_press (driver, "Return");
  driver_see (driver, "Đã dán 3 số liệu");
  driver_press (driver, "Down");
  be_on (driver, 3, TEAMS, "3, từ tệp");
  assert_total (driver, 9, 12, 3);
}

/* What was copied here goes to the same villages of another month. */
static void
test_copy_to_another_month (Driver *driver)
{
  go_to_grid (driver);
  driver_type (driver, "5");
  driver_press (driver, "Tab");
  driver_type (driver, "6");
  driver_press (driver, "Return");
  driver_press (driver, "ctrl+Home");
  be_on (driver, 1, TEAMS, "5");
  driver_press (driver, "shift+Right");
  driver_press (driver, "ctrl+c");
  driver_press (driver, "ctrl+Page_Up");
  driver_press (driver, "ctrl+v");
  driver_find (driver, ATSPI_ROLE_HEADING, "1 thôn: 1 mới*");
  driver_press (driver, "Return");
  driver_see (driver, "Đã dán 1 số liệu");
  driver_press (driver, "Left");
  be_on (driver, 1, TEAMS, "5, từ tệp");
}

static void
test_nothing_to_paste (Driver *driver)
{
  driver_copy (driver, "text/plain", "\n\n");
  go_to_grid (driver);
  driver_press (driver, "ctrl+v");
  driver_see (driver, "Không có gì để dán*");
}

/* --- who has reported, all the year --- */

static void
test_matrix (Driver *driver)
{
  go_to_grid (driver);
  driver_press_access (driver, "Who Has _Reported");
  driver_press_until (driver, "Tab", ATSPI_ROLE_TABLE_CELL, "Thôn, làng 1, Tháng 3/2026: quá hạn*");
  driver_see (driver, "quá hạn · nộp —, hạn 17/3 · 0/6 số liệu");
  driver_press (driver, "Down");
  driver_press (driver, "Left");
  driver_find_focus (driver, ATSPI_ROLE_TABLE_CELL, "Thôn, làng 2, Tháng 2/2026: quá hạn*");
  driver_press (driver, "Return");
  be_on (driver, 2, TEAMS, MISSING);
  driver_see (driver, "Tháng 2/2026, 15/1–14/2");
}

/* One after the other: Enter, paste into Zalo, Enter … */
static void
test_remind (Driver *driver)
{
  g_autofree char *text = NULL;

  go_to_grid (driver);
  driver_forget_actions (driver);
  driver_click (driver, driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "41 thôn quá hạn"));
  driver_find (driver, ATSPI_ROLE_HEADING, "Tháng 3/2026: 41 thôn cần nhắc");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Thôn, làng 1: quá hạn");
  driver_press (driver, "Return");
  driver_see (driver, "đã chép");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Thôn, làng 2: quá hạn");
  g_assert_cmpuint (driver_count_actions (driver), ==, 2);
  text = driver_dup_text (driver, driver_find (driver, ATSPI_ROLE_TEXT, "Lời nhắc"));
  g_assert_true (g_str_has_prefix (text, "Kính gửi đồng chí Trưởng Thôn, làng 2,\n"));
  g_assert_nonnull (strstr (text, "chưa nhận đủ số liệu tháng 3/2026"));
  g_assert_nonnull (strstr (text, "Hạn gửi: 17/03/2026."));
  g_assert_nonnull (strstr (text, "Đề nghị đồng chí gửi giúp 6 số liệu:\n1. " TARGET "\n"));
  driver_press (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_HEADING, "Tháng 3/2026: 41 thôn cần nhắc");
}

/* --- J2: the villages' files --- */

/* "name", "content" … into a folder; the last is NULL. */
static void
copy_files (Driver *driver,
            ...)
{
  g_autofree char *folder = driver_path (driver, "zalo");
  GString         *uris = g_string_new (NULL);
  const char      *name;
  va_list          args;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  va_start (args, driver);
  while ((name = va_arg (args, const char *)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

      g_assert_true (g_file_set_contents (path, va_arg (args, const char *), -1, NULL));
      g_string_append_printf (uris, "%s\r\n", uri);
    }
  va_end (args);
  driver_copy (driver, "text/uri-list", uris->str);
  g_string_free (uris, TRUE);
}

#define TABLE "Tháng 3/2026\nChỉ tiêu;Số đạt;Tổng số\n"

/* All that came over Zalo, copied as a folder in the file manager. */
static void
test_take_in_files (Driver *driver)
{
  g_autofree char *folder = driver_path (driver, "zalo");
  g_autofree char *uri = NULL;
  g_autofree char *list = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint i = 1; i <= N; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%02u.csv", folder, i);
      g_autofree char *text = g_strdup_printf ("Thôn, làng %u\n" TABLE "CT01;1;2\n", i);

      g_assert_true (g_file_set_contents (name, text, -1, NULL));
    }
  uri = g_filename_to_uri (folder, NULL, NULL);
  list = g_strconcat (uri, "\r\n", NULL);
  driver_copy (driver, "text/uri-list", list);

  driver_forget_actions (driver);
  go_to_grid (driver);
  driver_press (driver, "ctrl+v");
  driver_find (driver, ATSPI_ROLE_HEADING, "41 tệp: 41 thiếu số");
  driver_see (driver, "Tháng 3/2026: không còn thôn nào thiếu");
  /* Nothing is written yet. */
  assert_total (driver, 0, 0, 0);
  driver_press (driver, "Return");
  driver_see (driver, "Đã nhận 41 tệp");
  g_assert_cmpuint (driver_count_actions (driver), <=, 3);
  driver_press (driver, "Down");
  be_on (driver, 2, TEAMS, "1, từ tệp");
  assert_total (driver, N, 2 * N, N);

  /* One step takes all back; the same files twice change nothing. */
  driver_press (driver, "ctrl+z");
  be_on (driver, 2, TEAMS, MISSING);
  driver_press (driver, "ctrl+y");
  be_on (driver, 2, TEAMS, "1, từ tệp");
  driver_press (driver, "ctrl+v");
  driver_find (driver, ATSPI_ROLE_HEADING, "41 tệp: 41 trùng");
  driver_press (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_HEADING, "41 tệp: 41 trùng");
  driver_press (driver, "Up");
  be_on (driver, 1, TEAMS, "1, từ tệp");
}

/* Each problem by one action, or told why not. */
static void
test_problem_files (Driver *driver)
{
  copy_files (driver,
              "a.csv", "Thôn, làng 1\n" TABLE "CT01;6;8\n",
              "b.csv", "Thôn, làng 2\n" TABLE "CT01;1,234;2,345\n",
              "c.csv", "Thôn, làng 3\n" TABLE "CT01;chưa rõ;4\n",
              "d.jpg", "no table",
              NULL);
  go_to_grid (driver);
  driver_type (driver, "5");
  driver_press (driver, "Return");
  driver_press (driver, "ctrl+v");
  driver_find (driver, ATSPI_ROLE_HEADING, "4 tệp: 1 khác số cũ, 1 cần trả lời, 1 cần sửa, 1 sai mẫu");
  driver_see (driver, "Tháng 3/2026: còn thiếu 40 thôn: Thôn, làng 2, *");

  /* What the comma is, is asked once. */
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "b.csv: cần trả lời*");
  driver_find (driver, ATSPI_ROLE_INVALID, "Dấu trong “1,234” ngăn: *");
  driver_press_until (driver, "Tab", ATSPI_ROLE_INVALID, "Dấu trong “1,234” ngăn: *");
  driver_press (driver, "space");
  driver_press (driver, "Down");
  driver_press (driver, "Return");
  driver_find (driver, ATSPI_ROLE_HEADING, "4 tệp: 1 thiếu số, 1 khác số cũ, *");

  /* What was typed before is there, beside what the file says. */
  driver_click (driver, driver_find (driver, ATSPI_ROLE_LIST_ITEM, "a.csv: khác số cũ*"));
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "a.csv: khác số cũ*");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Thôn, làng 1, " TARGET ": 5/— → 6/8*");
  driver_press (driver, "space");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "a.csv: khác số cũ, sẽ nhận*");
  driver_press (driver, "Down");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "c.csv: cần sửa*B4 “chưa rõ”*");
  driver_press (driver, "space");
  driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "*Nhận 2 tệp");
  driver_press (driver, "Return");
  driver_see (driver, "Đã nhận 2 tệp");
  driver_press (driver, "ctrl+Home");
  be_on (driver, 1, TEAMS, "6, từ tệp");
  assert_total (driver, 1240, 2353, 2);
}

int
main (int    argc,
      char **argv)
{
  static const DriverTest tests[] = {
    { "/window/reports/month-by-hand", test_month_by_hand },
    { "/window/reports/keys", test_keys },
    { "/window/reports/bad-value-stops-nobody", test_bad_value_stops_nobody },
    { "/window/reports/no-trap", test_no_trap },
    { "/window/reports/note-and-details", test_note_and_details },
    { "/window/reports/correct-locked", test_correct_locked },
    { "/window/reports/paste", test_paste },
    { "/window/reports/paste-by-order", test_paste_by_order },
    { "/window/reports/copy-to-another-month", test_copy_to_another_month },
    { "/window/reports/nothing-to-paste", test_nothing_to_paste },
    { "/window/reports/matrix", test_matrix },
    { "/window/reports/remind", test_remind },
    { "/window/reports/take-in-files", test_take_in_files },
    { "/window/reports/problem-files", test_problem_files },
  };

  return driver_run_tests (argc, argv, driver_start_on_year, tests, G_N_ELEMENTS (tests));
}
