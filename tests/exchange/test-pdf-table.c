/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <string.h>

#include "exchange/toso-plan-reader.h"

/* Tables as other programs' PDFs set them: only where the words stand tells
 * what belongs together. */

typedef struct
{
  int         page;
  double      x;
  double      y;
  const char *words;
} Piece;

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GByteArray *
draw_pieces (const Piece *pieces,
             gsize        n_pieces)
{
  GByteArray      *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 595, 842);
  cairo_t         *cr = cairo_create (surface);
  int              page = 0;
  gsize            i;

  for (i = 0; i < n_pieces; i++)
    {
      if (pieces[i].page != page)
        cairo_show_page (cr);
      page = pieces[i].page;
      cairo_select_font_face (cr, "Liberation Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
      cairo_set_font_size (cr, 13);
      cairo_move_to (cr, pieces[i].x, pieces[i].y);
      cairo_show_text (cr, pieces[i].words);
    }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return bytes;
}

static TosoPlan *
read_pieces (const Piece *pieces,
             gsize        n_pieces)
{
  g_autoptr (GByteArray) bytes = draw_pieces (pieces, n_pieces);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  TosoPlan *plan;

  file = g_file_new_tmp ("toso-table-XXXXXX.pdf", &stream, &error);
  g_assert_no_error (error);
  g_assert_true (g_io_stream_close (G_IO_STREAM (stream), NULL, &error));
  g_assert_true (g_file_replace_contents (file, (const char *) bytes->data, bytes->len, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error));
  plan = toso_plan_read_file (file, TOSO_ENCODING_AUTO, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_delete (file, NULL, NULL));
  return plan;
}

static void
assert_lines (const TosoPlan    *plan,
              const char *const *expected)
{
  g_autofree char *text = toso_plan_to_text (plan);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (; *expected != NULL; expected++)
    if (!g_strv_contains ((const char *const *) lines, *expected))
      g_error ("no line “%s” in:\n%s", *expected, text);
}

/* Word and LibreOffice centre cells from top to bottom: the number stands
 * beside the middle line of its row, the lines of two cells half a line
 * apart. */
static void
test_centred_cells (void)
{
  static const Piece pieces[] = {
    { 0, 85, 80, "KẾ HOẠCH" },
    { 0, 85, 100, "Hoạt động năm 2026" },
    { 0, 123, 124, "I. PHÂN CÔNG" },
    { 0, 85, 150, "STT" },
    { 0, 150, 150, "Nhiệm vụ" },
    { 0, 300, 150, "Chủ trì" },
    { 0, 420, 142.5, "Thời gian" },
    { 0, 420, 157.5, "hoàn thành" },
    { 0, 120, 175, "Tập huấn kỹ năng số" },
    { 0, 120, 190, "cho thành viên các Tổ" },
    { 0, 120, 205, "tại trung tâm xã" },
    { 0, 90, 190, "1" },
    { 0, 300, 182.5, "Phòng Văn hóa -" },
    { 0, 300, 197.5, "Xã hội" },
    { 0, 420, 190, "Quý II" },
    { 0, 120, 220, "Hướng dẫn người dân" },
    { 0, 120, 235, "dùng dịch vụ công" },
    { 0, 90, 227.5, "2" },
    { 0, 300, 227.5, "Các Tổ" },
    { 0, 420, 227.5, "Thường xuyên" },
    { 1, 120, 80, "Sơ kết sáu tháng" },
    { 1, 120, 95, "hoạt động" },
    { 1, 90, 87.5, "3" },
    { 1, 300, 87.5, "Công an xã" },
    { 1, 420, 87.5, "Tháng 6" },
    { 1, 123, 140, "II. TỔ CHỨC THỰC HIỆN" },
    { 1, 123, 160, "Các thôn thực hiện Kế hoạch này." },
  };
  static const char *const lines[] = {
    "STT | Nhiệm vụ | Chủ trì | Thời gian hoàn thành",
    "1 | Tập huấn kỹ năng số cho thành viên các Tổ tại trung tâm xã | Phòng Văn hóa - Xã hội | Quý II",
    "2 | Hướng dẫn người dân dùng dịch vụ công | Các Tổ | Thường xuyên",
    "3 | Sơ kết sáu tháng hoạt động | Công an xã | Tháng 6",
    "II. TỔ CHỨC THỰC HIỆN",
    NULL
  };
  g_autoptr (TosoPlan) plan = read_pieces (pieces, G_N_ELEMENTS (pieces));
  const TosoTask *task;

  assert_lines (plan, lines);
  g_assert_cmpuint (plan->tasks->len, ==, 3);
  task = g_ptr_array_index (plan->tasks, 0);
  g_assert_cmpstr (task->lead, ==, "Phòng Văn hóa - Xã hội");
  g_assert_cmpstr (task->time, ==, "Quý II");
}

/* A row that a page's end breaks has its number beside its first line; the rows
 * after it are centred again. */
static void
test_row_over_two_pages (void)
{
  static const Piece pieces[] = {
    { 0, 85, 80, "KẾ HOẠCH" },
    { 0, 85, 100, "Hoạt động năm 2026" },
    { 0, 123, 124, "I. PHÂN CÔNG" },
    { 0, 85, 580, "STT" },
    { 0, 150, 580, "Nhiệm vụ" },
    { 0, 300, 580, "Chủ trì" },
    { 0, 420, 580, "Thời gian" },
    { 0, 120, 605, "Phát thanh hằng tuần" },
    { 0, 120, 620, "ở các thôn" },
    { 0, 90, 612.5, "1" },
    { 0, 300, 612.5, "Các Tổ" },
    { 0, 420, 605, "Quý I" },
    { 0, 420, 620, "và quý II" },
    { 0, 120, 645, "Tập huấn kỹ năng số" },
    { 0, 120, 660, "cho thành viên" },
    { 0, 90, 645, "2" },
    { 0, 300, 645, "Phòng Văn hóa -" },
    { 0, 300, 660, "Xã hội" },
    { 0, 420, 645, "Trước ngày" },
    { 0, 420, 660, "15/11/20" },
    { 1, 120, 80, "các Tổ" },
    { 1, 420, 80, "26" },
    { 1, 120, 105, "Hướng dẫn người dân" },
    { 1, 120, 120, "dùng dịch vụ công" },
    { 1, 120, 135, "trực tuyến" },
    { 1, 90, 120, "3" },
    { 1, 300, 120, "Các Tổ" },
    { 1, 420, 120, "Thường xuyên" },
    { 1, 120, 160, "Sơ kết, tổng kết" },
    { 1, 120, 175, "hoạt động" },
    { 1, 120, 190, "các Tổ" },
    { 1, 90, 175, "4" },
    { 1, 300, 175, "Các Tổ" },
    { 1, 420, 175, "Tháng 12" },
    { 1, 123, 240, "II. TỔ CHỨC THỰC HIỆN" },
    { 1, 123, 260, "Các thôn thực hiện Kế hoạch này." },
  };
  static const char *const lines[] = {
    "1 | Phát thanh hằng tuần ở các thôn | Các Tổ | Quý I và quý II",
    "2 | Tập huấn kỹ năng số cho thành viên các Tổ | Phòng Văn hóa - Xã hội | Trước ngày 15/11/2026",
    "3 | Hướng dẫn người dân dùng dịch vụ công trực tuyến | Các Tổ | Thường xuyên",
    "4 | Sơ kết, tổng kết hoạt động các Tổ | Các Tổ | Tháng 12",
    "II. TỔ CHỨC THỰC HIỆN",
    NULL
  };
  g_autoptr (TosoPlan) plan = read_pieces (pieces, G_N_ELEMENTS (pieces));

  assert_lines (plan, lines);
}

/* The numbers stand beside the first lines, which may look as if the lines
 * around them were centred. */
static void
test_cells_at_top (void)
{
  static const Piece pieces[] = {
    { 0, 85, 80, "KẾ HOẠCH" },
    { 0, 85, 100, "Hoạt động năm 2026" },
    { 0, 123, 124, "I. PHÂN CÔNG" },
    { 0, 85, 150, "STT" },
    { 0, 150, 150, "Nhiệm vụ" },
    { 0, 300, 150, "Chủ trì" },
    { 0, 420, 150, "Thời gian" },
    { 0, 90, 170, "1" },
    { 0, 120, 170, "Lớp cho người" },
    { 0, 300, 170, "Các Tổ" },
    { 0, 420, 170, "Tháng 5" },
    { 0, 120, 184.5, "cao tuổi" },
    { 0, 90, 200, "2" },
    { 0, 120, 200, "Lớp cho" },
    { 0, 300, 200, "Ban quản lý" },
    { 0, 420, 200, "Tháng 7" },
    { 0, 120, 214.5, "tiểu thương" },
    { 0, 300, 214.5, "chợ" },
    { 0, 123, 260, "II. TỔ CHỨC THỰC HIỆN" },
    { 0, 123, 280, "Các thôn thực hiện Kế hoạch này." },
  };
  static const char *const lines[] = {
    "1 | Lớp cho người cao tuổi | Các Tổ | Tháng 5", "2 | Lớp cho tiểu thương | Ban quản lý chợ | Tháng 7", NULL
  };
  g_autoptr (TosoPlan) plan = read_pieces (pieces, G_N_ELEMENTS (pieces));

  assert_lines (plan, lines);
}

/* An annex begins on a page of its own, just below a table's last row. */
static void
test_annex_after_table (void)
{
  static const Piece pieces[] = {
    { 0, 85, 80, "KẾ HOẠCH" },
    { 0, 85, 100, "Hoạt động năm 2026" },
    { 0, 123, 124, "I. PHÂN CÔNG" },
    { 0, 85, 140, "STT" },
    { 0, 150, 140, "Nhiệm vụ" },
    { 0, 300, 140, "Chủ trì" },
    { 0, 400, 140, "Thời gian" },
    { 0, 90, 160, "1" },
    { 0, 120, 160, "Tập huấn" },
    { 0, 300, 160, "Phòng VH-" },
    { 0, 300, 175, "XH" },
    { 0, 400, 160, "Quý II" },
    { 1, 300, 80, "Phụ lục" },
    { 1, 260, 100, "DANH SÁCH CÁC THÔN" },
    { 1, 123, 120, "Thôn Yên Thọ, thôn Ngọc Liên." },
  };
  static const char *const lines[] = {
    "1 | Tập huấn | Phòng VH-XH | Quý II", "Phụ lục", "DANH SÁCH CÁC THÔN", "Thôn Yên Thọ, thôn Ngọc Liên.", NULL
  };
  g_autoptr (TosoPlan) plan = read_pieces (pieces, G_N_ELEMENTS (pieces));

  assert_lines (plan, lines);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/pdf-table/cells-centred-from-top-to-bottom", test_centred_cells);
  g_test_add_func ("/exchange/pdf-table/cells-at-top", test_cells_at_top);
  g_test_add_func ("/exchange/pdf-table/row-over-two-pages", test_row_over_two_pages);
  g_test_add_func ("/exchange/pdf-table/annex-after-a-table", test_annex_after_table);

  return g_test_run ();
}
