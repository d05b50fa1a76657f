/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-text.h"
#include "document/toso-document.h"
#include "exchange/toso-plan-reader.h"
#include "report/toso-report.h"

#include "plan-outline.h"

/* Plans as PDF: those that the program makes itself, with the head in two
 * columns, and those that are no text. */

static GFile *
source_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), name, NULL);

  return g_file_new_for_path (path);
}

static GFile *
temporary_file (const char *bytes,
                gsize       length)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  GFile *file = g_file_new_tmp ("toso-plan-XXXXXX.pdf", &stream, &error);

  g_assert_no_error (error);
  /* Windows replaces no file that is open. */
  g_assert_true (g_io_stream_close (G_IO_STREAM (stream), NULL, &error));
  g_assert_true (g_file_replace_contents (file, bytes, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error));
  return file;
}

static TosoPlan *
read_file (GFile *file)
{
  g_autoptr (GError) error = NULL;
  TosoPlan *plan = toso_plan_read_file (file, TOSO_ENCODING_AUTO, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  return plan;
}

static TosoPlan *
through_pdf (const TosoPlan *plan)
{
  g_autoptr (TosoPaper) paper = toso_report_plan_paper (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoDocument) document = toso_document_new (paper, &TOSO_PROFILE_DECREE_30, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;
  TosoPlan *again;

  g_assert_no_error (error);
  bytes = toso_document_to_pdf (document, NULL, &error);
  g_assert_no_error (error);
  file = temporary_file (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  again = read_file (file);
  g_assert_true (g_file_delete (file, NULL, NULL));
  return again;
}

/* Two spaces at the end of a line can't be seen on paper. */
static char *
squeeze (const char *text)
{
  g_autoptr (GString) squeezed = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text != ' ' || squeezed->len == 0 || squeezed->str[squeezed->len - 1] != ' ')
      g_string_append_c (squeezed, *text);
  return g_string_free (g_steal_pointer (&squeezed), FALSE);
}

/* The outline from the title on: the head of a paper has lines that the plan
 * need not have, and the PDF prints them. */
static char *
outline_below_head (const TosoPlan *plan)
{
  g_autofree char *outline = plan_outline (plan);
  g_autofree char *below = NULL;
  char            *remarks;

  below = squeeze (strstr (outline, "\nkind: "));
  remarks = strstr (below, "\nremark, ");
  if (remarks != NULL)
    remarks[1] = '\0';
  return g_steal_pointer (&below);
}

static void
assert_comes_back (const char *name)
{
  g_autoptr (GFile) file = source_file (name);
  g_autoptr (TosoPlan) plan = read_file (file);
  g_autoptr (TosoPlan) again = through_pdf (plan);
  g_autofree char *before = outline_below_head (plan);
  g_autofree char *after = outline_below_head (again);
  g_auto (GStrv) left = g_strsplit (before, "\n", -1);
  g_auto (GStrv) right = g_strsplit (after, "\n", -1);
  guint i;

  for (i = 0; left[i] != NULL && right[i] != NULL; i++)
    g_assert_cmpstr (right[i], ==, left[i]);
  g_assert_cmpuint (g_strv_length (right), ==, g_strv_length (left));
  g_assert_cmpint (again->year, ==, plan->year);
  g_assert_cmpstr (again->commune.name, ==, plan->commune.name);
}

static void
test_seed (void)
{
  g_autoptr (GFile) file = source_file ("data/plans/ngoc-lien-2026.txt");
  g_autoptr (TosoPlan) plan = read_file (file);
  g_autoptr (TosoPlan) again = through_pdf (plan);

  assert_comes_back ("data/plans/ngoc-lien-2026.txt");
  g_assert_cmpstr (again->header.nation, ==, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  g_assert_cmpstr (again->header.motto, ==, "Độc lập - Tự do - Hạnh phúc");
  g_assert_cmpuint (g_strv_length (again->header.agency), ==, 2);
  g_assert_cmpstr (again->header.agency[1], ==, "XÃ NGỌC LIÊN");
  g_assert_cmpstr (again->header.number_line, ==, "Số:      /KH-UBND");
  g_assert_cmpstr (again->header.place_date, ==, "Ngọc Liên, ngày      tháng 01 năm 2026");
}

static void
test_shapes (void)
{
  static const char *const names[] = {
    "chuong-muc-dieu", "hai-cot-mot-dong", "ngat-trang-so-trang", "phan-thu-nhat", "thoi-gian", "dau-thanh-kieu-moi",
    "cau-dai-khong-xuong-dong", "bang-gach-dung",
    "bang-theo-cot"
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("tests/exchange/plans/%s.txt", names[i]);

      g_test_message ("%s", path);
      assert_comes_back (path);
    }
}

#define LONG_BODY                                                                \
  "I. MỤC TIÊU\n- 41/41 thôn có Tổ.\nII. NHIỆM VỤ\n1. Tập huấn\n" \
  "Đơn vị thực hiện: Phòng Văn hóa - Xã hội.\n"                    \
  "| STT | Nhiệm vụ | Chủ trì |\n| 1 | Tập huấn | Phòng VH-XH |\n"   \
  "III. TỔ CHỨC THỰC HIỆN\nTrên đây là Kế hoạch  năm 2026./.\n"

static const char *const long_plans[] = {
  "UBND TỈNH THANH HÓA\nỦY BAN NHÂN DÂN PHƯỜNG HẠC THÀNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
  "Độc lập - Tự do - Hạnh phúc\nSố: 102/KH-UBND\nHạc Thành, ngày 20 tháng 3 năm 2026\nKẾ HOẠCH\n"
  "Triển khai hoạt động Tổ công nghệ số cộng đồng trên địa bàn phường Hạc Thành và phong trào Bình dân học vụ số năm 2026\n" LONG_BODY
  "Nơi nhận:\n- UBND tỉnh (b/c);\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Anh Tuấn\n",
  "ĐẢNG ỦY XÃ BÌNH MINH\nBAN CHỈ ĐẠO PHÁT TRIỂN KHOA HỌC, CÔNG NGHỆ, ĐỔI MỚI SÁNG TẠO, CHUYỂN ĐỔI SỐ VÀ ĐỀ ÁN 06 XÃ BÌNH MINH\nĐẢNG CỘNG SẢN VIỆT NAM\n"
  "Số: 1234/KH-BCĐPTKHCNĐMSTCĐSĐA06\nBình Minh, ngày 15 tháng 01 năm 2026\nKẾ HOẠCH\n"
  "thực hiện phong trào \"Bình dân học vụ số\" và hoạt động của các Tổ công nghệ số cộng đồng năm 2026\n" LONG_BODY
  "Nơi nhận:\n- Sở Khoa học và Công nghệ tỉnh Thanh Hóa, Văn phòng Ủy ban nhân dân tỉnh (để báo cáo);\n- Lưu VP.\n"
  "TM. BAN CHỈ ĐẠO PHÁT TRIỂN KHOA HỌC, CÔNG NGHỆ, ĐỔI MỚI SÁNG TẠO VÀ CHUYỂN ĐỔI SỐ\nKT. TRƯỞNG BAN\n"
  "PHÓ TRƯỞNG BAN THƯỜNG TRỰC\nTrần Văn Hùng\n",
  "KẾ HOẠCH\nHoạt động của Tổ công nghệ số cộng đồng trên địa bàn xã Thiệu Hóa, phổ cập kỹ năng số cho người dân năm 2026\n" LONG_BODY
  "Nơi nhận:\n- UBND xã (b/c);\n- Các thôn;\n- Lưu: VHXH.\nTL. CHỦ TỊCH\nTRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI XÃ THIỆU HÓA\nTrịnh Văn Quyết\n",
};

/* As "plan diff" counts them */
static guint
count_differences (const TosoPlan *plan,
                   const TosoPlan *other)
{
  g_auto (GStrv) mine = toso_plan_get_paragraphs (plan);
  g_auto (GStrv) others = toso_plan_get_paragraphs_beside (other, plan);
  g_autoptr (GArray) lines = toso_diff_paragraphs ((const char *const *) mine, (const char *const *) others);
  guint n = 0;
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      const TosoDiffLine *line = &g_array_index (lines, TosoDiffLine, i);

      if (line->kind != TOSO_DIFF_SAME)
        g_test_message ("%s", line->kind == TOSO_DIFF_REMOVED ? mine[line->old_index] : others[line->new_index]);
      n += line->kind != TOSO_DIFF_SAME;
    }
  return n;
}

/* The program's own PDF breaks long lines, squeezes spaces and has the lines a
 * paper must have; none of it is a difference. */
static void
test_unedited (void)
{
  g_autoptr (GFile) file = source_file ("data/plans/ngoc-lien-2026.txt");
  g_autoptr (TosoPlan) seed = read_file (file);
  g_autoptr (TosoPlan) seed_again = through_pdf (seed);
  guint i;

  g_assert_cmpuint (count_differences (seed, seed_again), ==, 0);
  for (i = 0; i < G_N_ELEMENTS (long_plans); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TosoPlan) plan = toso_plan_read_text (long_plans[i], -1, "dai.txt", &error);
      g_autoptr (TosoPlan) again = NULL;

      g_assert_no_error (error);
      g_assert_nonnull (plan->header.title);
      again = through_pdf (plan);
      g_assert_cmpuint (count_differences (plan, again), ==, 0);
    }
}

/* But a word is; and a text can show what a PDF cannot. */
static void
test_edited (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    gboolean    seen_on_paper;
  } cases[] = {
    { "PHƯỜNG HẠC THÀNH\n", "PHƯỜNG HÀM RỒNG\n", TRUE },
    { "và phong trào Bình dân", "và phong trào  Bình dân", FALSE },
    { "học vụ số năm 2026\n", "học vụ số năm 2027\n", TRUE },
    { "41/41 thôn", "40/41 thôn", TRUE },
    { "Kế hoạch  năm", "Kế hoạch năm", FALSE },
    { "KT. CHỦ TỊCH\n", "", TRUE },
    { "- UBND tỉnh (b/c);\n", "", TRUE },
    { "Số: 102/", "Số: 103/", TRUE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (long_plans[0]);
      g_autoptr (TosoPlan) plan = toso_plan_read_text (long_plans[0], -1, "dai.txt", NULL);
      g_autoptr (TosoPlan) edited = NULL;
      g_autoptr (TosoPlan) paper = NULL;

      g_test_message ("%s", cases[i].from);
      g_assert_cmpuint (g_string_replace (text, cases[i].from, cases[i].to, 0), ==, 1);
      edited = toso_plan_read_text (text->str, -1, "sua.txt", NULL);
      paper = through_pdf (edited);
      g_assert_cmpuint (count_differences (plan, edited), >, 0);
      g_assert_cmpint (count_differences (plan, paper) > 0, ==, cases[i].seen_on_paper);
    }
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A page with a picture, or with nothing */
static GByteArray *
make_page (gboolean picture)
{
  GByteArray      *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 595, 842);
  cairo_t         *cr = cairo_create (surface);

  if (picture)
    {
      cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 60, 80);

      cairo_set_source_surface (cr, image, 0, 0);
      cairo_paint (cr);
      cairo_surface_destroy (image);
    }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return bytes;
}

/* Lines on a page of a plan; NULL ends them */
static void
show_lines (cairo_t           *cr,
            const char *const *lines)
{
  double y = 80;

  cairo_select_font_face (cr, "Liberation Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 13);
  for (; *lines != NULL; lines++, y += 20)
    {
      cairo_move_to (cr, 85, y);
      cairo_show_text (cr, *lines);
    }
}

static void
show_scan (cairo_t *cr)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 595, 842);

  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_surface_destroy (image);
}

/* A plan whose second page was scanned in, and its last but for a stamp */
static void
test_scanned_pages (void)
{
  static const char *const first[] = { "KẾ HOẠCH", "Hoạt động năm 2026", "I. MỤC TIÊU", "- 100% thôn có Tổ.", NULL };
  static const char *const third[] = { "II. NHIỆM VỤ", "1. Tập huấn", "Đơn vị thực hiện: UBND xã.", NULL };
  static const char *const stamp[] = { "Người ký: Ủy ban nhân dân xã Yên Thọ", NULL };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 595, 842);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (TosoPlan) plan = NULL;
  g_autoptr (GFile) file = NULL;
  const TosoRemark *remark;
  guint             i;

  show_lines (cr, first);
  cairo_show_page (cr);
  show_scan (cr);
  cairo_show_page (cr);
  show_lines (cr, third);
  cairo_show_page (cr);
  show_scan (cr);
  show_lines (cr, stamp);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  file = temporary_file ((const char *) bytes->data, bytes->len);
  plan = read_file (file);
  g_assert_true (g_file_delete (file, NULL, NULL));
  for (i = 0; i < plan->remarks->len; i++)
    {
      remark = g_ptr_array_index (plan->remarks, i);
      if (strstr (remark->message, "Page 2, 4 ") != NULL)
        {
          g_assert_nonnull (strstr (remark->message, "picture"));
          g_assert_cmpuint (remark->line, ==, 5);
          return;
        }
    }
  g_assert_not_reached ();
}

static gboolean
has_line (const TosoPlan *plan,
          const char     *line)
{
  g_autofree char *text = toso_plan_to_text (plan);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_contains ((const char *const *) lines, line);
}

/* A table of what nobody foresaw, close below its heading: a row a
 * paragraph, read the same from its own text */
static void
test_any_table (void)
{
  static const struct
  {
    double      x;
    double      y;
    const char *words;
  } pieces[] = {
    { 85, 80, "KẾ HOẠCH" },
    { 85, 100, "Hoạt động năm 2026" },
    { 123, 124, "I. CÁC THÔN" },
    { 85, 140, "STT" },
    { 150, 140, "Thôn" },
    { 300, 140, "Số hộ" },
    { 400, 140, "Trưởng thôn" },
    { 90, 160, "1" },
    { 125, 160, "Thôn Yên Thọ" },
    { 300, 160, "120" },
    { 390, 160, "Nguyễn Văn A" },
    { 90, 180, "2" },
    { 125, 180, "Thôn Ngọc Liên" },
    { 300, 180, "98" },
    { 390, 180, "Trần Thị Bình" },
    { 390, 194, "(phụ trách)" },
    { 123, 240, "II. NHIỆM VỤ" },
    { 123, 260, "1. Tập huấn" },
    { 123, 280, "Đơn vị thực hiện: UBND xã." },
  };
  static const char *const lines[] = {
    "I. CÁC THÔN", "STT | Thôn | Số hộ | Trưởng thôn", "1 | Thôn Yên Thọ | 120 | Nguyễn Văn A",
    "2 | Thôn Ngọc Liên | 98 | Trần Thị Bình (phụ trách)", "II. NHIỆM VỤ"
  };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 595, 842);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (TosoPlan) plan = NULL;
  g_autoptr (TosoPlan) again = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *text = NULL;
  g_autofree char *second = NULL;
  gsize            i;

  cairo_select_font_face (cr, "Liberation Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 13);
  for (i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      cairo_move_to (cr, pieces[i].x, pieces[i].y);
      cairo_show_text (cr, pieces[i].words);
    }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  file = temporary_file ((const char *) bytes->data, bytes->len);
  plan = read_file (file);
  g_assert_true (g_file_delete (file, NULL, NULL));
  text = toso_plan_to_text (plan);
  for (i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_test_message ("%s", lines[i]);
      g_assert_true (has_line (plan, lines[i]));
    }
  again = toso_plan_read_text (text, -1, "plan", NULL);
  second = toso_plan_to_text (again);
  g_assert_cmpstr (second, ==, text);
}

/* Targets in a table are the same targets from the page that it is set on. */
static void
test_target_table (void)
{
  static const char words[] =
    "KẾ HOẠCH\nHoạt động năm 2026\n"
    "I. CÁC CHỈ TIÊU\n"
    "STT | Chỉ tiêu | Đơn vị tính | Kế hoạch 2026\n"
    "1 | Thôn có Tổ công nghệ số cộng đồng hoạt động thường xuyên, có hiệu quả trong năm | % | 100\n"
    "2 | Người dân có tài khoản VNeID mức 2 | % | ≥ 90\n"
    "3 | Lớp tập huấn | Lớp | 04\n"
    "II. NHIỆM VỤ\n1. Tập huấn\nĐơn vị thực hiện: UBND xã.\n";
  g_autoptr (TosoPlan) plan = toso_plan_read_text (words, -1, "plan", NULL);
  g_autoptr (TosoPlan) again = through_pdf (plan);
  guint i;

  g_assert_cmpuint (plan->targets->len, ==, 3);
  g_assert_cmpuint (again->targets->len, ==, 3);
  for (i = 0; i < 3; i++)
    {
      const TosoTarget *before = g_ptr_array_index (plan->targets, i);
      const TosoTarget *after = g_ptr_array_index (again->targets, i);

      g_assert_cmpstr (after->name, ==, before->name);
      g_assert_cmpfloat (after->value.value, ==, before->value.value);
      g_assert_cmpstr (after->sentence, ==, before->sentence);
    }
}

static void
assert_refused (const char *bytes,
                gsize       length,
                const char *word)
{
  g_autoptr (GFile) file = temporary_file (bytes, length);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GError) error = NULL;

  g_assert_null (toso_plan_read_file (file, TOSO_ENCODING_AUTO, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, word));
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_scanned (void)
{
  g_autoptr (GByteArray) scanned = make_page (TRUE);
  g_autoptr (GByteArray) blank = make_page (FALSE);

  assert_refused ((const char *) scanned->data, scanned->len, "scanned");
  assert_refused ((const char *) blank->data, blank->len, "no text");
}

/* Its keys fit no empty password. */
static void
test_encrypted (void)
{
  static const char locked[] =
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    "4 0 obj<</Filter/Standard/V 1/R 2/P -4"
    "/O<000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f>"
    "/U<1f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100>>>endobj\n"
    "trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>\n"
    "%%EOF\n";

  assert_refused (locked, strlen (locked), "password");
}

static void
test_damaged (void)
{
  static const char damaged[] = "%PDF-1.5\nnothing of a document follows\n";

  assert_refused (damaged, strlen (damaged), "damaged");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/pdf-plan/seed-comes-back-from-its-pdf", test_seed);
  g_test_add_func ("/exchange/pdf-plan/shapes-come-back-from-their-pdf", test_shapes);
  g_test_add_func ("/exchange/pdf-plan/unedited-is-no-difference", test_unedited);
  g_test_add_func ("/exchange/pdf-plan/edited-is-a-difference", test_edited);
  g_test_add_func ("/exchange/pdf-plan/scanned-is-refused", test_scanned);
  g_test_add_func ("/exchange/pdf-plan/scanned-pages-are-told", test_scanned_pages);
  g_test_add_func ("/exchange/pdf-plan/any-table", test_any_table);
  g_test_add_func ("/exchange/pdf-plan/target-table", test_target_table);
  g_test_add_func ("/exchange/pdf-plan/encrypted-is-refused", test_encrypted);
  g_test_add_func ("/exchange/pdf-plan/damaged-is-refused", test_damaged);

  return g_test_run ();
}
