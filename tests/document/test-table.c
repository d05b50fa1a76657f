/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "papers.h"
#include "read-back.h"

#define LEFT  TOSO_MM (30)
#define RIGHT TOSO_MM (195)

static TestPdf *
set_table (const char *const *cells,
           guint              n_rows,
           guint              n_columns)
{
  g_autoptr (TosoPaper) paper = toso_paper_new ();
  TosoBlock *table = toso_paper_add_block (paper, TOSO_BLOCK_TABLE, NULL);

  for (guint r = 0; r < n_rows; r++)
    {
      g_autofree const char **row = g_new0 (const char *, n_columns + 1);

      for (guint c = 0; c < n_columns; c++)
        row[c] = cells[r * n_columns + c];
      toso_block_add_row (table, row);
    }

  return test_pdf_new (paper, NULL);
}

/* Over several pages: the header row on each, every row once, none cut. */
static void
test_long_table (void)
{
  const guint n_rows = 45;
  g_autoptr (TosoPaper) paper = test_table_paper (n_rows);
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  guint found = 0;

  g_assert_cmpint (pdf->n_pages, >=, 4);
  for (int p = 0; p < pdf->n_pages; p++)
    {
      TestBox head = { 0 };
      guint   on_page = 0;

      for (guint r = 1; r <= n_rows; r++)
        {
          g_autofree char *rate = g_strdup_printf ("%u,%u%%", 40 + r % 60, r % 10);

          on_page += strstr (pdf->texts[p], rate) != NULL;
        }
      found += on_page;
      if (on_page == 0)
        continue;
      head = test_pdf_get (pdf, p, "STT");
      g_assert_true (head.bold);
      g_assert_cmpfloat_with_epsilon (head.size, 13, 0.01);
      if (p > 0)
        g_assert_cmpfloat (head.y1, <, TOSO_MM (20) + 40);
    }
  g_assert_cmpuint (found, ==, n_rows);
}

/* A row's cells are all on one page, and its lines are in its frame. */
static void
test_rows_whole (void)
{
  g_autoptr (TosoPaper) paper = test_table_paper (40);
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);

  for (int p = 0; p < pdf->n_pages; p++)
    {
      const char *text = pdf->texts[p];
      guint       starts = 0, ends = 0;

      for (const char *at = text; (at = strstr (at, "Hướng dẫn, hỗ trợ")) != NULL; at++)
        starts++;
      for (const char *at = text; (at = strstr (at, "hộ gia đình")) != NULL; at++)
        ends++;
      g_assert_cmpuint (starts, ==, ends);
    }
}

/* Full width, level rules over, between and under the rows. */
static void
test_frame (void)
{
  static const char *const cells[] = { "STT", "Nội dung", "1", "Tuyên truyền", "2", "Tập huấn" };
  g_autoptr (TestPdf) pdf = set_table (cells, 3, 2);
  g_autoptr (GArray) rules = test_pdf_find_rules (pdf, 0);
  TestBox  first = test_pdf_get (pdf, 0, "Tuyên truyền");
  TestRule top, bottom;

  /* One under the Tiêu ngữ, four of the table. */
  g_assert_cmpuint (rules->len, ==, 5);
  for (guint i = 1; i < rules->len; i++)
    {
      g_assert_cmpfloat_with_epsilon (g_array_index (rules, TestRule, i).x1, LEFT, 0.6);
      g_assert_cmpfloat_with_epsilon (g_array_index (rules, TestRule, i).x2, RIGHT, 0.6);
    }
  top = g_array_index (rules, TestRule, 2);
  bottom = g_array_index (rules, TestRule, 3);
  g_assert_cmpfloat (first.y1, >=, top.y);
  g_assert_cmpfloat (first.y2, <=, bottom.y);
}

/* Columns by content: short ones narrow, text gets the room; figures and
 * numbers in the middle, text left. */
static void
test_columns (void)
{
  static const char *const cells[] = {
    "STT",
    "Nội dung",
    "Số",
    "1",
    "Tuyên truyền về chuyển đổi số trên hệ thống truyền thanh cơ sở, tổ chức hướng dẫn trực tiếp tại thôn, làng",
    "12",
    "2",
    "Tập huấn",
    "1.234",
    "3",
    "Khen thưởng",
    "—",
  };
  g_autoptr (TestPdf) pdf = set_table (cells, 4, 3);
  TestBox number = test_pdf_get (pdf, 0, "STT");
  TestBox content = test_pdf_get (pdf, 0, "Tập huấn");
  TestBox other = test_pdf_get (pdf, 0, "Khen thưởng");
  TestBox figure = test_pdf_get (pdf, 0, "1.234");
  TestBox missing = test_pdf_get (pdf, 0, "—");

  g_assert_cmpfloat (content.x1, <, LEFT + 70);
  g_assert_cmpfloat_with_epsilon (content.x1, other.x1, 0.1);
  g_assert_cmpfloat (figure.x1, >, RIGHT - 70);
  g_assert_cmpfloat_with_epsilon (figure.x1 + figure.x2, missing.x1 + missing.x2, 0.6);
  g_assert_cmpfloat (number.x1, >, LEFT);
}

/* Names are not wrapped, but for the sake of a word or two no table gets half as
 * long again. */
static void
test_names (void)
{
  static const char *const cells[] = {
    "STT",
    "Chỉ tiêu của Kế hoạch",
    "Kế hoạch năm",
    "Đơn vị thực hiện",
    "Tiến độ đến hết kỳ",
    "1",
    "Hướng dẫn, hỗ trợ các doanh nghiệp, hộ kinh doanh, người dân sử dụng dịch vụ công trực tuyến",
    "không nêu số cụ thể",
    "UBND xã, các thôn",
    "chưa có số liệu",
  };
  static const char *const few[] = {
    "STT",
    "Họ và tên",
    "Thành tích",
    "1",
    "Nguyễn Thị Bích Ngân",
    "Hướng dẫn, hỗ trợ các doanh nghiệp, hộ kinh doanh, người dân sử dụng dịch vụ công trực tuyến trên địa bàn xã",
  };
  g_autoptr (TestPdf) pdf = set_table (cells, 2, 5);
  g_autoptr (TestPdf) whole = set_table (few, 2, 3);
  double text = test_pdf_get (pdf, 0, "không").x1 - test_pdf_get (pdf, 0, "Hướng dẫn").x1;

  g_assert_cmpfloat (text, >, (RIGHT - LEFT) / 4);
  g_assert_cmpfloat (test_pdf_get (pdf, 0, "cụ thể").y1, >, test_pdf_get (pdf, 0, "không").y1 + 5);
  g_assert_cmpfloat_with_epsilon (test_pdf_get (whole, 0, "Ngân").y1, test_pdf_get (whole, 0, "Nguyễn").y1, 0.1);
}

/* The whole part of a number ends at one place, whatever follows it, also where
 * the column is no wider than its numbers and where it counts villages too. */
static void
test_numbers (void)
{
  static const char *const cells[] = {
    "STT",
    "Nội dung",
    "Tỷ lệ (%)",
    "1",
    "Tuyên truyền về chuyển đổi số trên hệ thống truyền thanh cơ sở, tổ chức hướng dẫn trực tiếp tại thôn, làng",
    "1.066,5",
    "2",
    "Tập huấn",
    "77",
    "3",
    "Số thôn có số liệu",
    "38/41",
  };
  static const char *const heads[] = { "Tỷ lệ (%)", "%" };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree const char **set = g_memdup2 (cells, sizeof cells);
      g_autoptr (TestPdf) pdf = NULL;
      TestBox number, comma, whole, fraction;

      set[2] = heads[i];
      pdf = set_table (set, 4, 3);
      number = test_pdf_get (pdf, 0, "1.066,5");
      comma = test_pdf_get (pdf, 0, ",5");
      whole = test_pdf_get (pdf, 0, "77");
      fraction = test_pdf_get (pdf, 0, "38/41");
      g_assert_cmpfloat_with_epsilon (whole.x2, comma.x1, 0.3);
      g_assert_cmpfloat_with_epsilon (fraction.x1 + fraction.x2, number.x1 + number.x2, 0.6);
    }
}

/* As few lines as there is room for beside the text. */
static void
test_head_lines (void)
{
  static const char *const roomy[] = { "STT", "Chức danh trong Tổ", "Số điện thoại", "1", "Tổ trưởng", "—" };
  static const char *const wrapped[] = {
    "STT",
    "Nội dung",
    "Kết quả thực hiện",
    "1",
    "Tuyên truyền về chuyển đổi số trên hệ thống truyền thanh cơ sở, tổ chức hướng dẫn trực tiếp tại thôn, làng",
    "—",
  };
  g_autoptr (TestPdf) one = set_table (roomy, 2, 3);
  g_autoptr (TestPdf) two = set_table (wrapped, 2, 3);

  g_assert_cmpfloat (test_pdf_get (one, 0, "Chức danh").baseline, ==, test_pdf_get (one, 0, "trong Tổ").baseline);
  g_assert_cmpfloat (test_pdf_get (two, 0, "Kết quả").baseline, ==, test_pdf_get (two, 0, "thực hiện").baseline);
  /* What counts the rows stays narrow. */
  g_assert_cmpfloat (test_pdf_get (one, 0, "STT").x2, <, LEFT + 60);
}

/* Two rows of 13 points, single spaced. */
static void
test_pitch (void)
{
  static const char *const cells[] = { "STT", "Nội dung",
                                       "1", "Phối hợp với các cơ quan, đơn vị liên quan tổ chức tập huấn, tuyên truyền; tổng hợp, báo cáo kết quả thực hiện theo quy định; theo dõi, kiểm tra việc thực hiện" };
  g_autoptr (TestPdf) pdf = set_table (cells, 2, 2);
  TestBox first = test_pdf_get (pdf, 0, "Phối hợp");
  TestBox second = test_pdf_get (pdf, 0, "thực hiện");

  g_assert_cmpfloat_with_epsilon (second.baseline - first.baseline, 13 * 1.149, 0.1);
}

/* Words wider than their cell are cut, not let over its frame, and whole when
 * they are put together again. */
static void
test_wide_words (void)
{
  static const char *const cells[] = {
    "Tên",
    "Địa chỉ",
    "Ghi chú",
    "NguyễnVănAnNguyễnVănAnNguyễnVănAnNguyễnVănAnNguyễnVănAn",
    "https://binhdanhocvuso.gov.vn/khoa-hoc/ky-nang-so-co-ban-cho-nguoi-dan-vung-nong-thon-mien-nui",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
  };
  g_autoptr (TestPdf) pdf = set_table (cells, 2, 3);
  GArray *boxes = g_ptr_array_index (pdf->boxes, 0);
  double  edges[4] = { LEFT, 0, 0, RIGHT };
  gsize   n = 0;

  /* A heading stands in the middle of its column. */
  edges[1] = test_pdf_get (pdf, 0, "Tên").x1 + test_pdf_get (pdf, 0, "Tên").x2 - LEFT;
  edges[2] = test_pdf_get (pdf, 0, "Ghi chú").x1 + test_pdf_get (pdf, 0, "Ghi chú").x2 - RIGHT;
  for (guint c = 0; c < 3; c++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      const char *text = pdf->texts[0];
      double      under = test_pdf_get (pdf, 0, "Tên").y2;

      for (guint i = 0; i < boxes->len && *text != '\0'; i++, text = g_utf8_next_char (text))
        {
          const TestBox *box = &g_array_index (boxes, TestBox, i);

          if (box->y1 < under || g_unichar_isspace (g_utf8_get_char (text)))
            continue;
          if (box->x1 >= edges[c] && box->x2 <= edges[c + 1])
            g_string_append_unichar (found, g_utf8_get_char (text));
        }
      g_assert_cmpstr (found->str, ==, cells[3 + c]);
      n += found->len;
    }
  g_assert_cmpuint (n, >, 200);
}

/* A word of 10 000 letters in a cell goes on over the pages. */
static void
test_huge_cell (void)
{
  const guint n_letters = 10000;
  g_autoptr (GString) text = g_string_new (NULL);
  const char *cells[] = { "STT", "Nội dung", "1", NULL, "2", "Hàng sau" };
  g_autoptr (TestPdf) pdf = NULL;
  guint found = 0;

  for (guint i = 0; i < n_letters; i++)
    g_string_append (text, "ễ");
  cells[3] = text->str;
  pdf = set_table (cells, 3, 2);
  for (int p = 0; p < pdf->n_pages; p++)
    {
      GPtrArray *lines = g_ptr_array_index (pdf->lines, p);

      for (const char *at = pdf->texts[p]; (at = strstr (at, "ễ")) != NULL; at++)
        found++;
      for (guint i = 0; i < lines->len; i++)
        {
          g_assert_cmpfloat (((TestLine *) lines->pdata[i])->box.x2, <, RIGHT);
          g_assert_cmpfloat (((TestLine *) lines->pdata[i])->box.y2, <=, TOSO_MM (277) + 0.5);
        }
    }
  g_assert_cmpuint (found, ==, n_letters);
  g_assert_nonnull (strstr (pdf->texts[pdf->n_pages - 1], "Hàng sau"));
}

/* Seconds of one paper of so many rows, the best of some. */
static double
measure (guint  n_rows,
         guint  n_times,
         guint *n_pages)
{
  g_autoptr (TosoPaper) paper = test_table_paper (n_rows);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < n_times; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (TosoDocument) document = toso_document_new (paper, NULL, &error);

      g_assert_no_error (error);
      best = MIN (best, (double) (g_get_monotonic_time () - start));
      *n_pages = toso_document_get_n_pages (document);
    }

  return best;
}

/* Ten times the pages take about ten times as long to lay out; were each row to
 * look at all others, it would be a hundred. */
static void
test_time (void)
{
  guint  few, many;
  double less = measure (220, 3, &few);
  double more = measure (2200, 1, &many);

  g_assert_cmpuint (many, >=, 200);
  g_assert_cmpfloat (more / less, <=, 3.0 * many / few);
}

/* Only a row that no page can hold is cut; nothing of it is lost. */
static void
test_row_taller_than_page (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *cells[] = { "STT", "Nội dung", "1", NULL, "2", "Hàng sau" };
  g_autoptr (TestPdf) pdf = NULL;
  g_autofree char *all = NULL;
  guint            found = 0;

  for (guint i = 0; i < 1500; i++)
    g_string_append (text, "chuyển đổi số ");
  cells[3] = text->str;
  pdf = set_table (cells, 3, 2);
  g_assert_cmpint (pdf->n_pages, >, 1);
  all = test_pdf_dup_text (pdf);
  for (const char *at = all; (at = strstr (at, "chuyển")) != NULL; at++)
    found++;
  g_assert_cmpuint (found, ==, 1500);
  g_assert_nonnull (strstr (all, "Hàng sau"));
  for (int p = 0; p < pdf->n_pages; p++)
    {
      GPtrArray *lines = g_ptr_array_index (pdf->lines, p);

      g_assert_nonnull (strstr (pdf->texts[p], "STT"));
      for (guint i = 0; i < lines->len; i++)
        g_assert_cmpfloat (((TestLine *) g_ptr_array_index (lines, i))->box.y2, <=, TOSO_MM (277) + 0.5);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/table/long-table", test_long_table);
  g_test_add_func ("/document/table/rows-whole", test_rows_whole);
  g_test_add_func ("/document/table/frame", test_frame);
  g_test_add_func ("/document/table/columns", test_columns);
  g_test_add_func ("/document/table/numbers", test_numbers);
  g_test_add_func ("/document/table/names", test_names);
  g_test_add_func ("/document/table/head-lines", test_head_lines);
  g_test_add_func ("/document/table/huge-cell", test_huge_cell);
  g_test_add_func ("/document/table/time", test_time);
  g_test_add_func ("/document/table/pitch", test_pitch);
  g_test_add_func ("/document/table/wide-words", test_wide_words);
  g_test_add_func ("/document/table/row-taller-than-page", test_row_taller_than_page);

  return g_test_run ();
}
