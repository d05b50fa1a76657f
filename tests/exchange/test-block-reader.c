/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-error.h"
#include "exchange/toso-block-reader.h"

#include <string.h>

/* A block as text: fields apart by "|", rows by "/"; "+" a merged cell's
 * further parts, "=…" the number behind the text. */
static char *
write_down (const TosoCopiedBlock *block)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < block->n_rows; row++)
    for (guint column = 0; column < block->n_columns; column++)
      {
        const TosoBlockCell *cell = toso_copied_block_get (block, row, column);

        if (column > 0)
          g_string_append_c (text, '|');
        else if (row > 0)
          g_string_append_c (text, '/');
        if (cell->continued)
          g_string_append_c (text, '+');
        g_string_append (text, cell->text);
        if (cell->value.known)
          {
            char number[G_ASCII_DTOSTR_BUF_SIZE];

            g_string_append_printf (text, "=%s", g_ascii_formatd (number, sizeof number, "%g", cell->value.value));
          }
      }

  return g_string_free (text, FALSE);
}

static void
test_tsv (void)
{
  static const struct
  {
    const char *text;
    const char *cells;
  } cases[] = {
    { "97", "97" },
    { "97\n", "97" },
    { "1\t2\n3\t4\n", "1|2/3|4" },
    { "1\t2\r\n3\t4\r\n", "1|2/3|4" },
    { "1\r2", "1/2" },                       /* a Mac's */
    { "\357\273\277Thôn 1\t5", "Thôn 1|5" }, /* a mark of order in front */
    { "Thôn  1 \t 5", "Thôn 1|5" },
    { "1\t\t3\n\t\t\n4\t5\t6", "1||3/||/4|5|6" }, /* what is empty inside stays */
    { "\t\t\n\t1\t2\n\t\t\n", "1|2" },            /* around it goes */
    { "1\n2\t3", "1|/2|3" },                      /* lines of different lengths */
    { "\"a\tb\"\t2", "a b|2" },
    { "\"hai\r\ndòng\"\t2\r\n", "hai dòng|2" },
    { "\"nói \"\"có\"\"\"\t2", "nói \"có\"|2" },
    { "\"Mới\" và cũ\t2", "\"Mới\" và cũ|2" }, /* no field in quotes */
    { "\"chưa đóng\t2\n3\t4", "\"chưa đóng|2/3|4" },
    { "Tho\314\202n 1", "Thôn 1" },      /* letters put together */
    { "a\377b\t1", "a\357\277\275b|1" }, /* no UTF-8 */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TosoCopiedBlock) block = toso_copied_block_read_tsv (cases[i].text, -1, &error);
      g_autofree char *cells = NULL;

      g_assert_no_error (error);
      cells = write_down (block);
      g_assert_cmpstr (cells, ==, cases[i].cells);
    }
}

static void
test_html (void)
{
  static const struct
  {
    const char *text;
    const char *cells;
  } cases[] = {
    { "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>", "1|2/3|4" },
    { "<TABLE><TR><TD>1<TD>2<TR><TD>3<TD>4</TABLE>", "1|2/3|4" },  /* closing tags may be left out */
    { "x<table><tr><td>1</table>y<table><tr><td>2</table>", "1" }, /* the first table only */
    { "<table><tr><td colspan=2>a</td><td>b</td></tr></table>", "a|+a|b" },
    { "<table><tr><td rowspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a|b/+a|c" },
    { "<table><tr><td>a<br>b<p>c</table>", "a b c" },
    { "<table><tr><td>a &amp; b &lt;c&gt; &#7863;&#x1ea1; &ocirc; &khong;</table>", "a & b <c> ặạ ô &khong;" },
    { "<table><tr><td>1&nbsp;234</table>", "1 234" },
    { "<table><tr><td>a<table><tr><td>b</td></tr></table>c</td><td>d</table>", "a b c|d" },
    { "<style>td {}</style><!-- <table> --><table><tr><td>1</table>", "1" },
    { "<table><tr style='DISPLAY: none'><td>1</td></tr><tr><td>2<td style=\"display:none\">3<td>4</table>", "2|4" },
    { "<table><tr><td x:num=\"1234.5\">1.234,5<td sdval=7>7<td x:num>8</table>", "1.234,5=1234.5|7=7|8" },
    { "<table><tr><td sdval=0.468>46,8%</table>", "46,8%" }, /* the text says per cent */
    { "<table><tr><td sdval=1e400>x<td sdval=nan>y</table>", "x|y" },
    { "<table><tr><td>a<b>b</b> <i class=x>c</i> 3 < 4</table>", "ab c 3 < 4" },
    { "<table><tr><td>chưa xong", "chưa xong" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TosoCopiedBlock) block = toso_copied_block_read_html (cases[i].text, -1, &error);
      g_autofree char *cells = NULL;

      g_assert_no_error (error);
      cells = write_down (block);
      g_assert_cmpstr (cells, ==, cases[i].cells);
    }
}

/* As the three programs write it. */
static void
test_programs (void)
{
  static const struct
  {
    const char *name;
    const char *cells;
  } cases[] = {
    { "excel.html",
      "TT|Thôn, làng|Hộ dùng dịch vụ công trực tuyến|+Hộ dùng dịch vụ công trực tuyến/"
      "+TT|+Thôn, làng|Đã dùng|Tổng số hộ/"
      "1|Thôn Ngọc Minh|97|1.161/"
      "3|Thôn Ngọc Thanh||147" },
    { "libreoffice.html", "Thôn|Số hộ|Tỷ lệ/Làng Cò|1.234,5=1234.5|46,8%" },
    { "google.html", "Thôn 1|1,234=1234/Thôn 2|97=97" },
    { "excel.tsv", "Thôn 1|97|161/Thôn 2|56 hộ|147" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "tests/exchange/blocks", cases[i].name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *cells = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (TosoCopiedBlock) block = NULL;

      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      block = g_str_has_suffix (path, ".tsv") ? toso_copied_block_read_tsv (text, -1, &error)
                                              : toso_copied_block_read_html (text, -1, &error);
      g_assert_no_error (error);
      cells = write_down (block);
      g_assert_cmpstr (cells, ==, cases[i].cells);
    }
}

static void
test_nothing (void)
{
  static const char *const cases[] = { "", "\n\n", "\t\t\n\t", "  " };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (toso_copied_block_read_tsv (cases[i], -1, &error));
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
      g_clear_error (&error);
      g_assert_null (toso_copied_block_read_html (cases[i], -1, &error));
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
    }
}

/* Refused soon, whatever a few bytes claim. */
static void
test_too_large (void)
{
  g_autofree char *many_rows = g_strnfill (20000, '\n');
  g_autofree char *many_columns = g_strnfill (1000, '\t');
  g_autofree char *many_bytes = g_strnfill (17 * 1024 * 1024, 'x');
  const char      *cases[] = { many_rows, many_columns, many_bytes };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (toso_copied_block_read_tsv (cases[i], -1, &error));
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE);
    }
}

static void
test_span_bomb (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (toso_copied_block_read_html ("<table><tr><td colspan=500 rowspan=10000>x</table>", -1, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE);
  g_clear_error (&error);
  g_assert_null (toso_copied_block_read_html ("<table><tr><td colspan=4294967297>x<td rowspan=99999999999999999999>y</table>", -1, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/block-reader/tsv", test_tsv);
  g_test_add_func ("/block-reader/html", test_html);
  g_test_add_func ("/block-reader/programs", test_programs);
  g_test_add_func ("/block-reader/nothing", test_nothing);
  g_test_add_func ("/block-reader/too-large", test_too_large);
  g_test_add_func ("/block-reader/span-bomb", test_span_bomb);

  return g_test_run ();
}
