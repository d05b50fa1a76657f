/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "core/toso-register.h"
#include "store/toso-year-register.h"
#include "toso-driver.h"

/* The official papers, by the keyboard alone. */

static void
add_record (TosoYear   *year,
            const char *kind,
            const char *name,
            const char *field,
            const char *value,
            const char *lines)
{
  g_autoptr (TosoRecord) record = toso_record_new (toso_registers_find (kind));
  g_autoptr (GError) error = NULL;

  toso_record_set (record, "name", name);
  toso_record_set (record, field, value);
  toso_record_set (record, "lines", lines);
  toso_year_save_record (year, record, &error);
  g_assert_no_error (error);
}

/* A head and a deputy may sign for the committee, nobody for the office; a
 * report may go to either of two lists. */
static void
start_with_people (Driver *driver)
{
  g_autoptr (GFile) file = g_file_new_for_path (driver_get_year (driver));
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoYear) year = toso_year_open (file, 0, &error);

  g_assert_no_error (error);
  add_record (year, "signatory", "Lê Văn An", "authority", "TM.", "Ủy ban nhân dân\nChủ tịch");
  add_record (year, "signatory", "Đỗ Văn Cường", "authority", "TM.", "Ủy ban nhân dân\nKT. Chủ tịch\nPhó Chủ tịch");
  add_record (year, "recipient_list", "Báo cáo lên tỉnh", "paper_kind", "BC", "- Sở KH&CN tỉnh;");
  add_record (year, "recipient_list", "Báo cáo trong xã", "paper_kind", "BC", "- Đảng ủy xã;");
  g_clear_object (&year);
  driver_start_on_year (driver);
}

/* Every kind has its pages; what has no figures says so and is a paper too. */
static void
test_every_kind (Driver *driver)
{
  static const char *const kinds[] = {
    "Kế hoạch", "Báo cáo tháng", "Báo cáo quý", "Báo cáo 6 tháng", "Báo cáo 9 tháng", "Báo cáo năm"
  };
  g_autofree char *nameless = NULL;

  driver_press (driver, "ctrl+8");
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, kinds[i]);
      driver_see (driver, "* trang");
      driver_see (driver, "Trang 1/*");
      driver_press (driver, "Down");
    }
  nameless = driver_list_nameless (driver);
  g_assert_cmpstr (nameless, ==, "");
}

/* What the format checker finds in the paper stands beside its pages, and goes
 * away for the sake of them. */
static void
test_check (Driver *driver)
{
  driver_press (driver, "ctrl+8");
  driver_press_until (driver, "Down", ATSPI_ROLE_LIST_ITEM, "Giấy mời họp");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_INVALID, "Kiểm tra thể thức*"));
  driver_see (driver, "Không thấy chỗ nào trái với Nghị định 30/2020/NĐ-CP.");
  driver_press (driver, "F8");
  driver_wait_gone (driver, ATSPI_ROLE_INVALID, "Không thấy chỗ nào*");
  driver_press (driver, "F8");
  driver_see (driver, "Không thấy chỗ nào*");
}

/* Takes the PDF of what is shown, under the name that is proposed. */
static void
export_shown (Driver *driver)
{
  g_autofree char *folder = g_path_get_dirname (driver_get_year (driver));
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint       n_papers = 0;

  driver_press (driver, "ctrl+e");
  driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "*Lưu");
  driver_press (driver, "Return");
  driver_see (driver, "Đã xuất văn bản ra *.pdf");

  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;

      if (!g_str_has_suffix (name, ".pdf"))
        continue;
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_true (g_str_has_prefix (content, "%PDF-"));
      g_remove (path);
      n_papers++;
    }
  g_assert_cmpuint (n_papers, ==, 1);
}

/* The quarter's report as PDF (job J4): at most four actions and five seconds
 * from the first screen. */
static void
test_export_quarter (Driver *driver)
{
  gint64 start = g_get_monotonic_time ();

  driver_forget_actions (driver);
  driver_press (driver, "ctrl+8");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Báo cáo quý"));
  driver_see (driver, "* trang");
  export_shown (driver);
  g_assert_cmpuint (driver_count_actions (driver), <=, 4);
  g_assert_cmpfloat ((double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC, <=, 5);
}

/* A letter to the villages that are late (job J9). */
static void
test_remind (Driver *driver)
{
  driver_forget_actions (driver);
  driver_click (driver, driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "Nhắc các thôn…"));
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Công văn đôn đốc*");
  driver_see (driver, "* trang");
  export_shown (driver);
  g_assert_cmpuint (driver_count_actions (driver), <=, 4);
}

/* The same, a file a village: nobody has sent anything, so there are 41; again
 * into the same folder, and none of the first is written over. */
static void
test_remind_each (Driver *driver)
{
  g_autofree char *folder = driver_path (driver, "cong-van");
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint       n_papers = 0;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  driver_forget_actions (driver);
  driver_click (driver, driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "Nhắc các thôn…"));
  driver_see (driver, "* trang");
  for (guint i = 0; i < 2; i++)
    {
      driver_click (driver, driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "*Một tệp mỗi thôn…"));
      driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "*Chọn");
      driver_type (driver, folder);
      driver_press (driver, "Return");
      if (i == 0)
        g_assert_cmpuint (driver_count_actions (driver), <=, 4);
      driver_see (driver, "Đã ghi 41 công văn vào *cong-van");
      driver_wait_gone (driver, ATSPI_ROLE_INVALID, "Đã ghi 41 công văn vào *cong-van");
    }
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (g_str_has_suffix (name, ".pdf"));
      g_remove (path);
      n_papers++;
    }
  g_assert_cmpuint (n_papers, ==, 82);
  g_rmdir (folder);
}

/* A paragraph is written in its place, goes elsewhere and comes back: each one
 * step of undo, each to be seen at once. */
static void
test_edit (Driver *driver)
{
  driver_press (driver, "ctrl+8");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Báo cáo quý"));
  driver_see (driver, "Tất cả theo số liệu*");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Địa danh. *"));
  driver_press_until (driver, "Down", ATSPI_ROLE_LIST_ITEM, "Chưa có số liệu về văn bản chỉ đạo*");
  driver_press (driver, "Return");
  driver_find_focus (driver, ATSPI_ROLE_INVALID, "Đoạn*");
  driver_press (driver, "ctrl+End");
  driver_type (driver, " Xong.");
  driver_press (driver, "ctrl+Return");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Chưa có số liệu*Xong.*đã sửa");
  driver_see (driver, "1 đoạn không còn theo số liệu");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "bản nháp. Báo cáo quý · Quý I/*");

  driver_press (driver, "alt+Down");
  driver_press (driver, "Up");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "II. KẾT QUẢ THỰC HIỆN*");
  driver_press (driver, "ctrl+z");
  driver_press (driver, "Up");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Chưa có số liệu*Xong.*đã sửa");

  driver_press (driver, "Insert");
  driver_find_focus (driver, ATSPI_ROLE_INVALID, "Đoạn*");
  driver_type (driver, "Them.");
  driver_press (driver, "ctrl+Return");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Them.*");
  driver_press (driver, "Delete");
  driver_see (driver, "Đã bỏ khỏi văn bản");
  driver_press (driver, "ctrl+z");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Them.*thêm");
  driver_press (driver, "ctrl+z");
  driver_press (driver, "ctrl+z");
  driver_see (driver, "Tất cả theo số liệu*");
  driver_see (driver, "Chưa có văn bản nào.");
}

/* A block that is chosen comes in sight: of the text, of an annex, the foot,
 * the head; of what is issued too, whose page is a PDF.  F7 from the list. */
static void
test_follow (Driver *driver)
{
  driver_press (driver, "ctrl+8");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Báo cáo quý"));
  driver_see (driver, "Trang 1/8");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Địa danh. *"));
  driver_press (driver, "End");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Bảng. STT*");
  driver_see (driver, "Trang 8/8");
  driver_press_until (driver, "Up", ATSPI_ROLE_LIST_ITEM, "Nơi nhận. *");
  driver_see (driver, "Trang 3/8");
  driver_press (driver, "Home");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Trích yếu. *");
  driver_see (driver, "Trang 1/8");
  driver_press (driver, "F7");
  driver_find_focus (driver, ATSPI_ROLE_INVALID, "Các trang thu nhỏ");
}

/* --- who signs, and to whom it goes --- */

static void
choose_next (Driver     *driver,
             const char *now,
             const char *key,
             const char *then)
{
  driver_click (driver, driver_find (driver, ATSPI_ROLE_INVALID, now));
  driver_press (driver, key);
  driver_press (driver, "Return");
  driver_find_focus (driver, ATSPI_ROLE_INVALID, then);
}

/* Kept with the paper, a step of undo each; the same when it is come back to. */
static void
test_people (Driver *driver)
{
  driver_press (driver, "ctrl+8");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Báo cáo quý"));
  driver_see (driver, "Tất cả theo số liệu*");
  choose_next (driver, "Người ký: Lê Văn An – CHỦ TỊCH", "Up", "Người ký: Đỗ Văn Cường – PHÓ CHỦ TỊCH");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "bản nháp. Báo cáo quý · Quý I/*");
  choose_next (driver, "Nơi nhận: Báo cáo lên tỉnh", "Down", "Nơi nhận: Báo cáo trong xã");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_INVALID, "So sánh"));
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "*KT. CHỦ TỊCH*");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_INVALID, "Trang"));

  driver_click (driver, driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Báo cáo năm"));
  driver_press_until (driver, "Down", ATSPI_ROLE_LIST_ITEM, "Tờ trình khen thưởng");
  driver_see (driver, "Không người ký nào trong sổ còn hiệu lực vào ngày *: chỗ ký để trống.");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "*Cấp*số…"));
  driver_find_focus (driver, ATSPI_ROLE_INVALID, "Số");
  driver_see (driver, "Không người ký nào trong sổ *");
  driver_press (driver, "Escape");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_LIST_ITEM, "bản nháp. Báo cáo quý · Quý I/*"));
  driver_see (driver, "Người ký: Đỗ Văn Cường – PHÓ CHỦ TỊCH");
  driver_press (driver, "ctrl+z");
  driver_see (driver, "Nơi nhận: Báo cáo lên tỉnh");
  driver_press (driver, "ctrl+z");
  driver_see (driver, "Người ký: Lê Văn An – CHỦ TỊCH");
  driver_see (driver, "Chưa có văn bản nào.");
}

/* --- number, day and the signed copy --- */

static void
choose_quarter (Driver *driver)
{
  driver_press (driver, "ctrl+8");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Báo cáo quý"));
  driver_see (driver, "Tất cả theo số liệu*");
}

/* A number below ten gets its zero. */
static void
issue_as_five (Driver *driver)
{
  driver_click (driver, driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "*Cấp*số…"));
  driver_find_focus (driver, ATSPI_ROLE_INVALID, "Số");
  driver_see (driver, "Số 01/BC-UBND, ngày *");
  driver_press (driver, "ctrl+a");
  driver_type (driver, "5");
  driver_see (driver, "Số 05/BC-UBND, ngày *");
  driver_press (driver, "Return");
  driver_see (driver, "Đã cấp số 05/BC-UBND cho văn bản");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "05/BC-UBND · *đã cấp số*");
  driver_see (driver, "Đã cấp số: lời văn giữ nguyên.");
}

static void
export_to (Driver     *driver,
           const char *path)
{
  driver_press (driver, "ctrl+e");
  driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "*Lưu");
  driver_press (driver, "ctrl+a");
  driver_type (driver, path);
  driver_press (driver, "Return");
  driver_see (driver, "Đã xuất văn bản ra *ban-ky.pdf");
}

static void
open_copy (Driver     *driver,
           const char *path)
{
  driver_click (driver, driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "*Nhận*bản ký…"));
  driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "*Mở");
  driver_type (driver, path);
  driver_press (driver, "Return");
  driver_see (driver, "Tệp không có chữ ký số");
}

/* The register has the paper, whose text stays; its copy comes back. */
static void
test_issue_and_receive (Driver *driver)
{
  g_autofree char *path = driver_path (driver, "ban-ky.pdf");

  choose_quarter (driver);
  issue_as_five (driver);
  export_to (driver, path);
  open_copy (driver, path);
  driver_see (driver, "Số và ngày như trong sổ");
  driver_see (driver, "Lời văn đúng như bản đã xuất");
  driver_press (driver, "Return");
  driver_see (driver, "Đã lưu bản ký của *");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "05/BC-UBND · *đã ký*");

  /* Any time later: with its signed copy, and with another paper of its kind. */
  driver_click (driver, driver_find (driver, ATSPI_ROLE_INVALID, "So sánh"));
  choose_next (driver, "So với: Số liệu hôm nay", "Down", "So với: Bản ký");
  driver_see (driver, "Bản đã xuất, so với bản ký");
  driver_see (driver, "Hai bản giống nhau.");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Báo cáo quý"));
  choose_next (driver, "So với: Số liệu hôm nay", "Down", "So với: 05/BC-UBND · *đã ký*");
  driver_see (driver, "Văn bản ấy, so với văn bản này");
  g_remove (path);
}

/* The clerk gave the number elsewhere: the copy issues the draft, in one step
 * of undo; a number that is taken is refused where it can be put right. */
static void
test_receive_for_draft (Driver *driver)
{
  g_autofree char *path = driver_path (driver, "ban-ky.pdf");

  choose_quarter (driver);
  issue_as_five (driver);
  export_to (driver, path);
  driver_press (driver, "ctrl+z");
  driver_see (driver, "Chưa có văn bản nào.");
  open_copy (driver, path);
  driver_see (driver, "Văn bản lấy số và ngày của bản ký");
  driver_see (driver, "Số 05/BC-UBND, ngày *");
  driver_see (driver, "Lời văn đúng như văn bản đang có");
  driver_press (driver, "Return");
  driver_see (driver, "Đã cấp số 05/BC-UBND cho văn bản và lưu bản ký");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "05/BC-UBND · *đã ký*");

  driver_click (driver, driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Báo cáo tháng"));
  driver_see (driver, "Tháng *");
  open_copy (driver, path);
  driver_see (driver, "*dòng khác văn bản đang có");
  driver_press (driver, "Return");
  driver_see (driver, "Số 05/BC-UBND năm * đã cấp cho*");
  driver_press (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_INVALID, "*dòng khác văn bản đang có");

  driver_press (driver, "ctrl+z");
  driver_see (driver, "Chưa có văn bản nào.");
  g_remove (path);
}

/* The office's own measures: one outside the decree says so with its clause,
 * and is the paper's all the same. */
static void
test_measures (Driver *driver)
{
  driver_press (driver, "ctrl+8");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Kế hoạch");
  driver_click (driver, driver_find (driver, ATSPI_ROLE_INVALID, "Kiểm tra thể thức*"));
  driver_press (driver, "ctrl+comma");
  driver_see (driver, "Tất cả trong khuôn khổ Nghị định 30/2020/NĐ-CP.");
  driver_press_until (driver, "Tab", ATSPI_ROLE_TEXT, "Lề trái, mm");
  driver_press (driver, "ctrl+a");
  driver_type (driver, "40");
  driver_see (driver, "30–35 mm (I.3)");
  driver_see (driver, "1 số đo ngoài khuôn khổ Nghị định 30/2020/NĐ-CP.");
  driver_press (driver, "Return");
  driver_see (driver, "Đã lưu số đo của văn bản");
  driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Trang 1 · NĐ 30, Phụ lục I: I.3*Đang là: *40*");
  driver_press (driver, "ctrl+z");
  driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, "Trang 1 · NĐ 30, Phụ lục I: I.3*");
}

/* Ctrl+F inside the paper; then from its first figure to what is behind it. */
static void
test_search_and_source (Driver *driver)
{
  driver_press (driver, "ctrl+8");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Kế hoạch");
  driver_press (driver, "Down");
  driver_press (driver, "Down");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Báo cáo quý");
  driver_see (driver, "Trang 1/*");
  /* What is typed at once is not lost. */
  driver_press (driver, "ctrl+f");
  driver_type (driver, "chi tieu");
  driver_see (driver, "1/*");
  driver_press (driver, "Return");
  driver_see (driver, "2/*");
  driver_find_focus (driver, ATSPI_ROLE_INVALID, "Tìm trong văn bản");
  driver_press (driver, "shift+Return");
  driver_see (driver, "1/*");
  driver_press (driver, "Escape");
  driver_find_focus (driver, ATSPI_ROLE_DOCUMENT_TEXT, "Trang 1 trên *");

  driver_press_until (driver, "Tab", ATSPI_ROLE_LINK, "Chỉ tiêu CT02*bấm để mở*");
  driver_press (driver, "Return");
  driver_find_focus (driver, ATSPI_ROLE_LIST_ITEM, "Nâng cao nhận thức*");
}

int
main (int    argc,
      char **argv)
{
  static const DriverTest tests[] = {
    { "/window/papers/every-kind", test_every_kind },
    { "/window/papers/check", test_check },
    { "/window/papers/export-quarter", test_export_quarter },
    { "/window/papers/measures", test_measures },
    { "/window/papers/remind", test_remind },
    { "/window/papers/remind-each", test_remind_each },
    { "/window/papers/edit", test_edit },
    { "/window/papers/follow", test_follow },
    { "/window/papers/people", test_people },
    { "/window/papers/issue-and-receive", test_issue_and_receive },
    { "/window/papers/receive-for-draft", test_receive_for_draft },
    { "/window/papers/search-and-source", test_search_and_source },
  };

  return driver_run_tests (argc, argv, start_with_people, tests, G_N_ELEMENTS (tests));
}
