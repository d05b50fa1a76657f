/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"

#include <string.h>

#define LINE "..................................................................................................................................."
#define DOTS LINE LINE LINE "............................................................................................................................/."

static void
set_head (TosoPaper  *paper,
          const char *number,
          const char *kind,
          const char *title)
{
  paper->superior = g_strdup ("TÊN CQ, TC CHỦ QUẢN");
  paper->agency = g_strsplit ("TÊN CƠ QUAN, TỔ CHỨC", "|", -1);
  paper->number_line = g_strdup (number);
  paper->place_date = g_strdup ("....., ngày …… tháng …… năm ……");
  paper->kind = g_strdup (kind);
  paper->title = g_strsplit (title, "|", -1);
}

static void
set_foot (TosoPaper  *paper,
          const char *recipients)
{
  paper->recipients_heading = g_strdup ("Nơi nhận:");
  paper->recipients = g_strsplit (recipients, "|", -1);
  paper->signature = g_strsplit ("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", "|", -1);
  paper->signer = g_strdup ("Họ và tên");
}

static TosoPaper *
make_decision (void)
{
  TosoPaper *paper = toso_paper_new ();

  set_head (paper, "Số:      /QĐ-…", "QUYẾT ĐỊNH", "Về việc ............................................");
  toso_paper_add_block (paper, TOSO_BLOCK_CENTERED_LABEL, "THẨM QUYỀN BAN HÀNH");
  toso_paper_add_block (paper, TOSO_BLOCK_BASIS, "Căn cứ ......................................................................................;");
  toso_paper_add_block (paper, TOSO_BLOCK_BASIS, "Căn cứ ......................................................................................;");
  toso_paper_add_block (paper, TOSO_BLOCK_BASIS, "Theo đề nghị của .....................................................................");
  toso_paper_add_block (paper, TOSO_BLOCK_CENTERED_LABEL, "QUYẾT ĐỊNH:");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Điều 1. .........................................................................................")->bold_length = 7;
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Điều … " LINE LINE "/.")->bold_length = 6;
  set_foot (paper, "- Như Điều …;|- ................;|- Lưu: VT, ... …");

  return paper;
}

static TosoPaper *
make_named (void)
{
  TosoPaper *paper = toso_paper_new ();

  set_head (paper, "Số:      /…-…", "TÊN LOẠI VĂN BẢN", "............................");
  toso_block_add_note (toso_paper_add_block (paper, TOSO_BLOCK_BODY, DOTS), 40, "Nội dung văn bản.");
  set_foot (paper, "- ................;|- ................;|- Lưu: VT, ... …");

  return paper;
}

static TosoPaper *
make_letter (void)
{
  TosoPaper *paper = toso_paper_new ();

  set_head (paper, "Số:      /…-…", NULL, "V/v ............................");
  paper->addressees = g_strsplit ("- …………………………………………;|- ………………………………………….", "|", -1);
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, DOTS);
  set_foot (paper, "- Như trên;|- ................;|- Lưu: VT, ... …");
  paper->address = g_strsplit ("………………………………………………………………………………………………………", "|", -1);

  return paper;
}

static TosoPaper *
make_invitation (void)
{
  TosoPaper *paper = toso_paper_new ();

  set_head (paper, "Số:      /GM-…", "GIẤY MỜI", "............................");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "………………… trân trọng kính mời: ……………………………………");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Tới dự " LINE ".................................................................................................................");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Chủ trì: ……………………………………………………………");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Thời gian: …………………………………………………………");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Địa điểm: " LINE "............................................................................................./.");
  set_foot (paper, "- ………;|- ………;|- Lưu: VT, …");

  return paper;
}

static TosoPaper *
make_minutes (void)
{
  TosoPaper *paper = toso_paper_new ();

  set_head (paper, "Số:      /BB-…", "BIÊN BẢN", "............................");
  g_clear_pointer (&paper->place_date, g_free);
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Thời gian bắt đầu: ………………………………………………………");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Địa điểm: …………………………………………………………………");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Thành phần tham dự: " LINE "...............................................................................");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Chủ trì (chủ toạ): ………………………………………………………");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Thư ký (người ghi biên bản): …………………………………………");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Nội dung (theo diễn biến cuộc họp/hội nghị/hội thảo): " LINE ".................................................");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Cuộc họp (hội nghị, hội thảo) kết thúc vào …. giờ …., ngày …. tháng …. năm …../.");
  set_foot (paper, "- ………;|- Lưu: VT, Hồ sơ.");
  g_strfreev (paper->signature);
  paper->signature = g_strsplit ("CHỦ TỌA", "|", -1);
  paper->second_signature = g_strsplit ("THƯ KÝ", "|", -1);
  paper->second_signer = g_strdup ("Họ và tên");

  return paper;
}

static TosoPaper *
make_annex (gboolean in_file_of_its_own)
{
  TosoPaper *paper = make_named ();
  TosoAnnex *annex = toso_paper_add_annex (paper, "Phụ lục …");

  annex->title = g_strsplit ("……… ……….", "|", -1);
  annex->reference = g_strdup ("(Kèm theo Văn bản số…… ngày… tháng… năm … của ………...)");
  if (in_file_of_its_own)
    annex->stamp = g_strdup ("Số: ………; ngày/tháng/năm; giờ: phút: giây");
  toso_annex_add_block (annex, TOSO_BLOCK_BODY, DOTS);

  return paper;
}

TosoPaper *
test_sample (const char *number)
{
  static const struct
  {
    const char *number;
    TosoPaper *(*make) (void);
  } samples[] = {
    { "1.2", make_decision },
    { "1.4", make_named },
    { "1.5", make_letter },
    { "1.7", make_invitation },
    { "1.9", make_minutes },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    if (g_str_equal (samples[i].number, number))
      return samples[i].make ();

  return make_annex (g_str_equal (number, "2.2"));
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* "pHYs" (PNG specification, 11.3.5.3) after the header chunk, its CRC worked
 * out bit by bit. */
static void
insert_scale (GByteArray *png,
              guint32     per_metre)
{
  guint8  chunk[21] = { 0, 0, 0, 9, 'p', 'H', 'Y', 's' };
  guint32 crc = 0xFFFFFFFF;
  guint   at = 8 + 25;

  for (guint i = 0; i < 8; i++)
    chunk[8 + i] = (per_metre >> (24 - 8 * (i % 4))) & 0xFF;
  chunk[16] = 1;
  for (guint i = 4; i < 17; i++)
    {
      crc ^= chunk[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
    }
  crc = ~crc;
  for (guint i = 0; i < 4; i++)
    chunk[17 + i] = (crc >> (24 - 8 * i)) & 0xFF;
  g_byte_array_set_size (png, png->len + sizeof chunk);
  memmove (png->data + at + sizeof chunk, png->data + at, png->len - sizeof chunk - at);
  memcpy (png->data + at, chunk, sizeof chunk);
}

GBytes *
test_png (int     width,
          int     height,
          double  red,
          double  blue,
          guint32 per_metre)
{
  GByteArray      *png = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t         *cr = cairo_create (surface);

  cairo_set_source_rgba (cr, red, 0, blue, 0.8);
  cairo_scale (cr, width, height);
  cairo_set_line_width (cr, 0.1);
  cairo_arc (cr, 0.5, 0.5, 0.44, 0, 6.3);
  cairo_stroke (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, png);
  cairo_surface_destroy (surface);
  if (per_metre > 0)
    insert_scale (png, per_metre);

  return g_byte_array_free_to_bytes (png);
}

static void
draw_bars (gpointer data,
           cairo_t *cr,
           double   width,
           double   height)
{
  static const double values[] = { 0.3, 0.55, 0.8, 0.65, 0.95 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      cairo_set_source_rgb (cr, 0.1, 0.45, 0.5);
      cairo_rectangle (cr, width * (i + 0.2) / 5, height * (1 - values[i]), width * 0.6 / 5, height * values[i]);
      cairo_fill (cr);
    }
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_rectangle (cr, 1, 1, width - 2, height - 2);
  cairo_stroke (cr);
}

static void
add_figures_table (GPtrArray *blocks)
{
  static const char *const rows[][7] = {
    { "STT", "Thôn, làng", "Hộ sử dụng dịch vụ công", "", "", "Tỷ lệ (%)", NULL },
    { "", "", "Quý I", "Quý II", "Lũy kế", "", NULL },
    { "1", "Thôn Ngọc Minh", "12", "1.034,5", "1.046,5", "46,8", NULL },
    { "2", "Thôn Ngọc Sơn", "—", "96,25", "96,25", "100", NULL },
    { "3", "Làng Thành Công", "7", "—", "7", "9,27", NULL },
    { "", "Cộng (02/03 thôn)", "19", "1.130,75", "1.149,75", "52,1", NULL },
  };
  TosoBlock *table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);

  table->n_head_rows = 2;
  table->has_total = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    toso_block_add_row (table, rows[i]);
  toso_block_merge (table, 0, 0, 2, 1);
  toso_block_merge (table, 0, 1, 2, 1);
  toso_block_merge (table, 0, 2, 1, 3);
  toso_block_merge (table, 0, 5, 2, 1);
}

TosoPaper *
test_rich_paper (void)
{
  TosoPaper *paper = toso_paper_new ();
  TosoBlock *block;

  set_head (paper, "Số:      /BC-UBND", "BÁO CÁO", "Kết quả hoạt động của Tổ Công nghệ số cộng đồng");
  block = toso_paper_add_block (paper, TOSO_BLOCK_BODY,
                                "Đến hết quý II, 41,6% số hộ được hướng dẫn sử dụng dịch vụ công trực tuyến, tăng 5,2 điểm % so với quý I.");
  toso_block_add_note (block, g_utf8_strlen ("Đến hết quý II, 41,6%", -1), "Số liệu của 38/41 thôn, làng.");
  toso_block_add_note (block, g_utf8_strlen (block->text, -1), "Theo báo cáo của các Tổ Công nghệ số cộng đồng, tổng hợp ngày 14 tháng 6 năm 2026.");
  add_figures_table (paper->blocks);
  toso_block_append_figure (paper->blocks, "Hình 1. Tiến độ theo quý", 600, 240, draw_bars, NULL, NULL);
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Trên đây là báo cáo kết quả hoạt động của Tổ Công nghệ số cộng đồng./.");
  set_foot (paper, "- Như trên;|- Lưu: VT, VHXH.");
  paper->signature_picture = test_png (300, 120, 0, 0.8, 0);
  paper->seal_picture = test_png (400, 400, 0.9, 0, 0);

  return paper;
}
