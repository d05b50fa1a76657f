/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/toso-error.h"
#include "figure-fixture.h"
#include "workbook-maker.h"

static TosoFigureTable *
read_bytes (GBytes  *bytes,
            GError **error)
{
  TosoFigureForm form = { 0 };

  return read_figures (bytes, "số liệu.csv", &form, error);
}

static void
test_shapes (void)
{
  static const struct
  {
    const char *text;
    const char *entries;
    const char *problems;
    const char *unknown;
  } cases[] = {
    /* By code, by name, by what is counted. */
    { "Thôn;CT07\nThôn 1;12\n", "100:7=12/—", "", "" },
    { "Thôn;Lượt người được hướng dẫn\nThôn 1;12\n", "100:7=12/—", "", "" },
    { "Thôn;LƯỢT NGƯỜI ĐƯỢC HƯỚNG DẪN (lượt)\nThôn 1;12\n", "100:7=12/—", "", "" },
    { "Thôn;Số hộ sử dụng;Số hộ gia đình\nThôn 1;60;120\n", "100:5=60/120", "", "" },
    { "Thôn;Số hộ gia đình;Số hộ sử dụng\nThôn 1;120;60\n", "100:5=60/120", "", "" },
    { "Thôn;CT05 (đã dùng);CT05 - tổng số;Tỷ lệ %\nThôn 1;60;120;50\n", "100:5=60/120", "", "" },
    /* Titles above, totals and signatures below, a row of numbers between. */
    { "UBND XÃ;;\nBIỂU SỐ LIỆU THÁNG 3 NĂM 2026;;\nTT;Đơn vị;CT07\n(1);(2);(3)\n1;thôn 1;12\n2;NGỌC MINH;7\n;Tổng cộng;19\n;;Ngày 14 tháng 3 năm 2026\n;;Người lập biểu\n",
      "100:7=12/— 101:7=7/—", "", "" },
    /* A head of two lines. */
    { "Thôn;Hộ gia đình sử dụng dịch vụ công trực tuyến;Hộ gia đình sử dụng dịch vụ công trực tuyến\n;Số hộ sử dụng;Tổng số hộ\nThôn 1;60;120\n",
      "100:5=60/120", "", "" },
    /* Any order of the rows; by code; never by order. */
    { "Mã thôn;CT07\nNL02;7\nNL01;12\n", "101:7=7/— 100:7=12/—", "", "" },
    { "Thôn;CT07\nThôn 10;1\nThôn 1;2\n", "104:7=1/— 100:7=2/—", "", "" },
    { "Thôn;CT07\nLàng Đồng;1\nThôn Đồng;2\n", "102:7=1/— 103:7=2/—", "", "" },
    { "Thôn;CT07\nThôn 1;1\nĐồng;2\n", "100:7=1/—", "A3:village", "" },
    { "Thôn;CT07\nThôn 1;1\nThôn Lạ;2\n", "100:7=1/—", "A3:village", "" },
    { "Thôn;CT07\nThôn 1;1\nThôn Lạ;\n", "100:7=1/—", "", "" },
    { "Thôn;CT07\nThôn 1;1\nthôn 1;2\n", "100:7=1/—", "A3:duplicate", "" },
    /* Numbers as people write them; empty is not 0. */
    { "Thôn;CT07\nThôn 1;1.234\nThôn 10;\nNgọc Minh;0\n", "100:7=1.234/— 101:7=0/—", "", "" },
    { "Thôn;CT07\nThôn 1;\"1.234,5\"\n", "100:7=1.234,5/—", "", "" },
    { "Thôn;CT07\nThôn 1;\"1,234\"\n", "", "B2:ambiguous", "" },
    { "Thôn;CT07\nThôn 1;khoảng 12\nThôn 10;—\n", "", "B2:number", "" },
    { "Thôn;Số hộ sử dụng;Số hộ gia đình\nThôn 1;70%;120\n", "", "B2:percent", "" },
    /* A group beside everybody. */
    { "Thôn;CT05 Số hộ sử dụng;CT05 Nữ\nThôn 1;60;25\n", "100:5=60/— 100:5Nữ=25/—", "", "" },
    /* What nobody asked for is told, what accumulates is not taken. */
    { "Thôn;CT07;Số loa\nThôn 1;1;5\n", "100:7=1/—", "", "C1:column" },
    { "Thôn;CT07;CT07 lũy kế\nThôn 1;1;5\n", "100:7=1/—", "", "" },
    { "Thôn;CT07;CT07\nThôn 1;1;5\n", NULL, NULL, NULL },
    /* Another month's. */
    { "SỐ LIỆU THÁNG 2/2026;\nThôn;CT07\nThôn 1;1\n", "", "A1:period", "" },
    { "(Kèm báo cáo ngày 14 tháng 2 năm 2026);\nThôn;CT07\nThôn 1;1\n", "100:7=1/—", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (TosoFigureTable) table = read_bytes (bytes, &error);
      g_autofree char *entries = NULL;
      g_autofree char *problems = NULL;
      g_autofree char *unknown = NULL;

      if (cases[i].entries == NULL)
        {
          g_assert_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE);
          continue;
        }
      g_assert_no_error (error);
      entries = show_entries (table);
      problems = show_problems (table->problems);
      unknown = show_problems (table->unknown);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (entries, ==, cases[i].entries);
      g_assert_cmpstr (problems, ==, cases[i].problems);
      g_assert_cmpstr (unknown, ==, cases[i].unknown);
    }
}

static void
test_no_table (void)
{
  static const char *const texts[] = { "Họ tên;Điện thoại\nA;0912\n", "Thôn;Ghi chú\nThôn 1;tốt\n", "CT05;CT07\n1;2\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (TosoFigureTable) table = read_bytes (bytes, &error);

      g_assert_null (table);
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE);
    }
}

/* Merged heads, formulas with their values, a formula without, a day. */
static void
test_workbook (void)
{
  g_autoptr (GBytes) bytes = make_workbook ("<sheetData>"
                                            "<row r='1'><c r='A1' t='str'><v>BIỂU SỐ LIỆU</v></c></row>"
                                            "<row r='2'><c r='A2' t='str'><v>Thôn</v></c><c r='B2' t='str'><v>CT05</v></c><c r='D2' t='str'><v>CT07</v></c></row>"
                                            "<row r='3'><c r='B3' t='str'><v>Số hộ sử dụng</v></c><c r='C3' t='str'><v>Tổng số hộ</v></c></row>"
                                            "<row r='4'><c r='A4' t='str'><v>Thôn 1</v></c><c r='B4'><f>1+1</f><v>2</v></c><c r='C4'><v>9</v></c><c r='D4'><f>X1</f></c></row>"
                                            "<row r='5'><c r='A5' t='str'><v>Thôn 10</v></c><c r='B5'><v>3</v></c><c r='C5'><v>8</v></c><c r='D5' s='1'><v>46101</v></c></row>"
                                            "</sheetData><mergeCells><mergeCell ref='A1:D1'/><mergeCell ref='A2:A3'/><mergeCell ref='B2:C2'/><mergeCell ref='D2:D3'/></mergeCells>",
                                            NULL, "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>");
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoFigureTable) table = read_bytes (bytes, &error);
  g_autofree char *entries = NULL;
  g_autofree char *problems = NULL;

  g_assert_no_error (error);
  entries = show_entries (table);
  problems = show_problems (table->problems);
  g_assert_cmpstr (entries, ==, "100:5=2/9 104:5=3/8");
  g_assert_cmpstr (problems, ==, "D4:number D5:number");
  g_assert_cmpstr (((TosoFigureEntry *) g_ptr_array_index (table->entries, 0))->cell, ==, "B4");
  g_assert_cmpstr (((TosoFigureEntry *) g_ptr_array_index (table->entries, 0))->sheet, ==, "Báo cáo");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/figure-table/shapes", test_shapes);
  g_test_add_func ("/exchange/figure-table/no-table", test_no_table);
  g_test_add_func ("/exchange/figure-table/workbook", test_workbook);

  return g_test_run ();
}
