/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "toso-driver.h"

/* The registers, by the keyboard alone. */

static void
assert_history (Driver     *driver,
                const char *title)
{
  g_autofree char *history = driver_cli (driver, 0, "history", driver_get_year (driver), NULL);

  if (strstr (history, title) == NULL)
    driver_fail (driver, "“%s” is not in: %s", title, history);
}

static void
assert_all_named (Driver *driver)
{
  g_autofree char *nameless = driver_list_nameless (driver);

  g_assert_cmpstr (nameless, ==, "");
}

static void
go_to_members (Driver *driver)
{
  driver_press (driver, "ctrl+5");
  driver_see (driver, "41 dòng");
  assert_all_named (driver);
  driver_press_until (driver, "shift+Tab", ATSPI_ROLE_LIST_ITEM, "Thôn, làng");
  driver_press (driver, "Down");
  driver_press (driver, "Down");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Thành viên Tổ");
}

/* A person who is not in the list yet, with the place in a team: a key, the
 * fields, Enter; one undo takes both back. */
static void
test_add_member (Driver *driver)
{
  go_to_members (driver);
  driver_forget_actions (driver);
  driver_press (driver, "ctrl+n");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "Tổ*");
  driver_type (driver, "thon 7");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Tổ CNSCĐ Thôn, làng 7");
  driver_press (driver, "Tab");
  driver_type (driver, "Lê Văn Út");
  driver_press (driver, "Tab");
  driver_type (driver, "Trưởng thôn");
  driver_press (driver, "Return");
  driver_see (driver, "Đã ghi: Lê Văn Út");
  /* The key, two Tabs between the fields, Enter. */
  g_assert_cmpuint (driver_count_actions (driver), <=, 4);
  driver_see (driver, "1 dòng");
  assert_all_named (driver);
  assert_history (driver, "Thêm người “Lê Văn Út”");

  driver_press (driver, "Escape");
  driver_press (driver, "ctrl+z");
  driver_see (driver, "0 dòng");
}

static void
add_person (Driver     *driver,
            const char *village,
            const char *team,
            const char *name)
{
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "Tổ*");
  driver_type (driver, village);
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, team);
  driver_press (driver, "Tab");
  driver_type (driver, name);
  driver_press (driver, "Return");
}

/* J7: a training with who came: all of them, but one; the next one by pasted
 * names, where a namesake and a stranger are asked about. */
static void
test_attendance (Driver *driver)
{
  go_to_members (driver);
  driver_press (driver, "ctrl+n");
  add_person (driver, "thon 7", "Tổ CNSCĐ Thôn, làng 7", "Trần An");
  driver_see (driver, "Đã ghi: Trần An");
  add_person (driver, "thon 8", "Tổ CNSCĐ Thôn, làng 8", "Lê Văn Út");
  driver_see (driver, "Đã ghi: Lê Văn Út");
  driver_press (driver, "ctrl+1");
  driver_see (driver, "Tổng quan");

  driver_forget_actions (driver);
  driver_press (driver, "ctrl+7");
  driver_see (driver, "0 dòng");
  driver_press (driver, "ctrl+n");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "Nội dung*");
  driver_type (driver, "Chữ ký số");
  driver_press (driver, "Tab");
  driver_type (driver, "18/3/2026");
  driver_press (driver, "Return");
  driver_see (driver, "1 dòng");
  driver_press_access (driver, "Atten_dance…");
  driver_see (driver, "0 có mặt · 0 vắng · 2 chưa ghi · 2 thành viên chưa dự lớp nào");
  driver_press_access (driver, "All _Present");
  driver_see (driver, "2 có mặt · 0 vắng · 0 chưa ghi · 0 thành viên chưa dự lớp nào");
  g_assert_cmpuint (driver_count_actions (driver), <=, 6);
  driver_type (driver, "van ut");
  driver_press (driver, "Return");
  driver_see (driver, "1 có mặt · 1 vắng · 0 chưa ghi · 1 thành viên chưa dự lớp nào");
  g_assert_cmpuint (driver_count_actions (driver), <=, 7);
  assert_all_named (driver);
  assert_history (driver, "“Lê Văn Út” vắng mặt");

  driver_copy (driver, "text/plain;charset=utf-8", "DANH SÁCH\n1. ông Trần An (Thôn 7)\n2. Phạm Văn Lạ\n3. Lê Vân Út\n");
  driver_press (driver, "ctrl+shift+v");
  driver_see (driver, "3 tên; còn 2 tên chọn hoặc bỏ qua");
  assert_all_named (driver);
  driver_find_focus (driver, ATSPI_ROLE_PUSH_BUTTON, "“Lê Vân Út” là ai*");
  driver_press (driver, "space");
  driver_press (driver, "Down");
  driver_press (driver, "Return");
  driver_see (driver, "3 tên; còn 1 tên chọn hoặc bỏ qua");
  driver_press (driver, "ctrl+Return");
  driver_see (driver, "2 có mặt · 0 vắng · 0 chưa ghi · 0 thành viên chưa dự lớp nào");
  driver_press (driver, "ctrl+z");
  driver_see (driver, "1 có mặt · 1 vắng*");
  driver_press (driver, "Escape");
  driver_see (driver, "1 dòng");
}

/* What is held on a person, and nothing of it afterwards; asked about once. */
static void
test_erase_person (Driver *driver)
{
  g_autofree char *history = NULL;

  go_to_members (driver);
  driver_press (driver, "ctrl+n");
  add_person (driver, "thon 7", "Tổ CNSCĐ Thôn, làng 7", "Lê Văn Út");
  driver_see (driver, "1 dòng");
  driver_press (driver, "ctrl+k");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "Tìm*");
  driver_type (driver, "du lieu ca nhan");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Dữ liệu cá nhân*");
  driver_press (driver, "Return");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "Người*");
  driver_type (driver, "van ut");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Lê Văn Út");
  driver_press (driver, "Return");
  driver_press (driver, "Return");
  driver_see (driver, "“Lê Văn Út” được lưu ở 3 chỗ*");
  assert_all_named (driver);
  driver_press_access (driver, "_Erase…");
  driver_see (driver, "Việc này không hoàn tác được*");
  driver_press (driver, "alt+x");
  driver_see (driver, "Đã xóa hẳn ở 3 chỗ");
  driver_see (driver, "0 dòng");
  history = driver_cli (driver, 0, "history", driver_get_year (driver), NULL);
  if (strstr (history, "Út") != NULL || strstr (history, "Xóa dữ liệu cá nhân của một người (3 chỗ)") == NULL)
    driver_fail (driver, "The history is: %s", history);
}

static void
open_bin (Driver *driver)
{
  driver_press (driver, "ctrl+k");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "Tìm*");
  driver_type (driver, "thung rac");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Thùng rác*");
  driver_press (driver, "Return");
}

/* Removed, it is in the bin, and comes back from there; emptied, it does not. */
static void
bring_back_and_let_go (Driver     *driver,
                       const char *name)
{
  g_autofree char *label = g_strdup_printf ("Lấy lại: %s", name);

  driver_press_access (driver, "_Remove");
  driver_see (driver, "0 dòng");
  open_bin (driver);
  driver_see (driver, "1 dòng đã xóa khỏi sổ:");
  assert_all_named (driver);
  driver_press_until (driver, "Tab", ATSPI_ROLE_PUSH_BUTTON, label);
  driver_press (driver, "space");
  driver_see (driver, "Thùng rác trống*");
  driver_press (driver, "Escape");
  driver_see (driver, "1 dòng");
  assert_history (driver, "Lấy lại “Tập huấn chữ ký số”");

  driver_press (driver, "ctrl+z");
  driver_see (driver, "0 dòng");
  open_bin (driver);
  driver_see (driver, "1 dòng đã xóa khỏi sổ:");
  driver_press_access (driver, "_Empty the Bin…");
  driver_see (driver, "Việc này không hoàn tác được*");
  driver_press (driver, "alt+d");
  driver_see (driver, "Thùng rác trống*");
  driver_press (driver, "Escape");
  assert_history (driver, "Dọn thùng rác (1 dòng)");
}

/* What is wrong is said beside the fields, and what was typed stays. */
static void
test_refused_value (Driver *driver)
{
  driver_press (driver, "ctrl+7");
  driver_see (driver, "0 dòng");
  driver_press (driver, "ctrl+n");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "Nội dung*");
  driver_press (driver, "Return");
  driver_see (driver, "Thiếu “Nội dung”*");
  driver_type (driver, "Tập huấn chữ ký số");
  driver_press (driver, "Tab");
  driver_type (driver, "31/2/2026");
  driver_press (driver, "Return");
  driver_see (driver, "Ngày đầu: “31/2/2026” không phải là ngày*");
  driver_press (driver, "ctrl+a");
  driver_type (driver, "18/3/2026");
  driver_press (driver, "Return");
  driver_see (driver, "1 dòng");
  assert_all_named (driver);
  driver_press (driver, "Escape");
  driver_press (driver, "Down");
  bring_back_and_let_go (driver, "Tập huấn chữ ký số");
}

/* A phone's photo, with the day it was taken. */
static void
attach (Driver *driver)
{
  g_autofree char *photo = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "tests", "fuzz", "corpus", "fuzz-photo", "phone.jpg", NULL);
  g_autofree char *photo_uri = g_filename_to_uri (photo, NULL, NULL);
  g_autofree char *paper = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "tests", "document", "signed", "paper.pdf", NULL);
  g_autofree char *paper_uri = g_filename_to_uri (paper, NULL, NULL);

  driver_copy (driver, "text/uri-list", photo_uri);
  driver_press (driver, "Return");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "Thôn, làng*");
  driver_press (driver, "ctrl+shift+v");
  driver_see (driver, "Đã đính kèm 1 tệp");
  driver_see (driver, "chụp ngày 18/03/2026 · 1 KB");
  driver_copy (driver, "text/uri-list", paper_uri);
  assert_all_named (driver);
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "Thôn, làng*");
  assert_history (driver, "Đính kèm 1 tệp vào “Thôn Ngọc Minh”");
  /* Minutes come out again as the file that they are. */
  driver_press (driver, "ctrl+shift+v");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "paper.pdf"));
  driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "*Lưu");
  driver_press (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_PUSH_BUTTON, "*Lưu");
  driver_press (driver, "Escape");
}

/* The plan named 41 villages by number; the office gives the first its name. */
static void
test_name_village (Driver *driver)
{
  driver_copy (driver, "text/plain;charset=utf-8", "Thôn, làng\tSố hộ\nThôn Mới\t120\nThôn Hỏng\tnhiều\n");
  driver_press (driver, "ctrl+5");
  driver_see (driver, "41 dòng");
  driver_press (driver, "Down");
  driver_press (driver, "ctrl+v");
  driver_see (driver, "“Thôn, làng”: 1 dòng mới, 0 dòng đã có y như vậy, 1 dòng không ghi được.");
  driver_see (driver, "Dòng 3: Số hộ*");
  assert_all_named (driver);
  driver_press (driver, "Return");
  driver_see (driver, "42 dòng");
  assert_history (driver, "Dán 1 dòng vào “Thôn, làng”");
  driver_press (driver, "ctrl+z");
  driver_see (driver, "41 dòng");
  driver_press (driver, "ctrl+1");
  driver_find (driver, ATSPI_ROLE_HEADING, "Tổng quan");
  driver_press (driver, "ctrl+5");
  driver_see (driver, "41 dòng");
  driver_press (driver, "Down");
  driver_press (driver, "Return");
  driver_find_focus (driver, ATSPI_ROLE_TEXT, "Thôn, làng*");
  driver_press (driver, "ctrl+a");
  driver_type (driver, "Thôn Ngọc Minh");
  driver_press (driver, "Return");
  driver_see (driver, "Đã ghi: Thôn Ngọc Minh");
  assert_history (driver, "Sửa thôn “Thôn Ngọc Minh”");
  attach (driver);

  driver_press (driver, "ctrl+f");
  driver_type (driver, "minh ngoc");
  driver_see (driver, "1 trong 41 dòng");
  assert_all_named (driver);
}

/* Two villages become one: a decision, one step, which undo takes back. */
static void
test_merge_villages (Driver *driver)
{
  driver_press (driver, "ctrl+5");
  driver_see (driver, "41 dòng");
  driver_press (driver, "Down");
  driver_press_access (driver, "_Merge, Split…");
  driver_see (driver, "Sáp nhập các thôn");
  assert_all_named (driver);
  driver_press_until (driver, "Tab", ATSPI_ROLE_CHECK_BOX, "Thôn, làng 3");
  driver_press (driver, "space");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_TEXT, "Tên mới*"));
  driver_type (driver, "Thôn Hợp Nhất");
  driver_press (driver, "Return");
  driver_see (driver, "Thiếu ngày bắt đầu*");
  driver_press (driver, "Tab");
  driver_type (driver, "1/7/2026");
  driver_press (driver, "Return");
  driver_see (driver, "Sáp nhập 2 thôn thành “Thôn Hợp Nhất”");
  driver_see (driver, "42 dòng");
  driver_press (driver, "ctrl+z");
  driver_see (driver, "41 dòng");
}

/* Villages ranked by what the office chooses; without figures, nobody is. */
static void
test_ranking (Driver *driver)
{
  driver_press (driver, "ctrl+7");
  driver_see (driver, "0 dòng");
  driver_press_until (driver, "shift+Tab", ATSPI_ROLE_LIST_ITEM, "Tập huấn");
  driver_press_until (driver, "Down", ATSPI_ROLE_LIST_ITEM, "Khen thưởng");
  driver_press_access (driver, "Rankin_g…");
  driver_see (driver, "Hãy chọn các chỉ tiêu để xếp hạng.");
  assert_all_named (driver);
  driver_press (driver, "Escape");
  driver_see (driver, "0 dòng");
}

/* J12: the next year, seen before it is made; this one keeps its bytes. */
static void
test_next_year (Driver *driver)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize            size_before, size_after;

  g_assert_true (g_file_get_contents (driver_get_year (driver), &before, &size_before, NULL));
  driver_forget_actions (driver);
  driver_press (driver, "F10");
  driver_see (driver, "Mở năm kế tiếp…");
  driver_press (driver, "k");
  driver_see (driver, "Năm 2027 lập từ năm 2026; tệp năm cũ giữ nguyên");
  driver_see (driver, "Mang sang");
  assert_all_named (driver);
  driver_press (driver, "Return");
  driver_see (driver, "Kế hoạch Tổ CNSCĐ xã Ngọc Liên 2027");
  g_assert_cmpuint (driver_count_actions (driver), <=, 6);

  g_assert_true (g_file_get_contents (driver_get_year (driver), &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
}

int
main (int    argc,
      char **argv)
{
  static const DriverTest tests[] = {
    { "/window/registers/add-member", test_add_member },
    { "/window/registers/attendance", test_attendance },
    { "/window/registers/erase-person", test_erase_person },
    { "/window/registers/refused-value", test_refused_value },
    { "/window/registers/name-village", test_name_village },
    { "/window/registers/merge-villages", test_merge_villages },
    { "/window/registers/ranking", test_ranking },
    { "/window/registers/next-year", test_next_year },
  };

  return driver_run_tests (argc, argv, driver_start_on_year, tests, G_N_ELEMENTS (tests));
}
