/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/toso-error.h"
#include "figure-fixture.h"
#include "workbook-maker.h"

/* Tables as villages and offices really send them, each with what must come of
 * it. */

typedef struct
{
  const char *sketch;  /* of a workbook, or the text of a csv */
  const char *entries; /* NULL: refused */
  const char *problems;
  const char *unknown;
  const char *name; /* of the file; or NULL */
} Case;

static void
check (const Case *item,
       GBytes     *bytes,
       gboolean    any_period)
{
  TosoFigureForm form = { .any_period = any_period };
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoFigureTable) table = read_figures (bytes, item->name != NULL ? item->name : "bảng", &form, &error);
  g_autofree char *entries = NULL;
  g_autofree char *problems = NULL;
  g_autofree char *unknown = NULL;

  g_test_message ("%s", item->sketch);
  if (item->entries == NULL)
    {
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE);
      return;
    }
  g_assert_no_error (error);
  entries = show_entries (table);
  problems = show_problems (table->problems);
  unknown = show_problems (table->unknown);
  g_assert_cmpstr (entries, ==, item->entries);
  g_assert_cmpstr (problems, ==, item->problems);
  g_assert_cmpstr (unknown, ==, item->unknown);
}

static void
check_workbooks (const Case *cases,
                 gsize       n,
                 gboolean    any_period)
{
  for (gsize i = 0; i < n; i++)
    for (int shared = 0; shared < 2; shared++)
      {
        g_autoptr (GBytes) bytes = make_messy (cases[i].sketch, shared);

        check (&cases[i], bytes, any_period);
      }
}

/* One period, a row a village. */
static void
test_villages (void)
{
  static const Case cases[] = {
    /* 1-5: titles, bands of two and three merged rows, totals, signatures. */
    { "Thôn|CT07\nThôn 1|#12\n", "100:7=12/—", "", "" },
    { "UBND XÃ NGỌC LIÊN|||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|||Độc lập - Tự do - Hạnh phúc\n\nBIỂU TỔNG HỢP SỐ LIỆU\n@A1:C1 A4:D4\nSTT|Thôn|CT05|\n||Số hộ sử dụng|Tổng số hộ\n@A5:A6 B5:B6 C5:D5\n#1|Thôn 1|#60|#120\n#2|Thôn Ngọc Minh|#7|#9\n|Tổng cộng|=67|=129\n|||Người lập biểu\n|||Nguyễn Văn A\n",
      "100:5=60/120 101:5=7/9", "", "" },
    { "STT|Đơn vị|Dịch vụ công||\n||CT05||CT07\n||Số hộ sử dụng|Tổng số hộ|\n@A1:A3 B1:B3 C1:E1 C2:D2 E2:E3\n#1|Thôn 1|#6|#8|#3\n#2|Làng Đồng|#5|#9|#4\n",
      "100:5=6/8 100:7=3/— 102:5=5/9 102:7=4/—", "", "" },
    { "STT|Thôn|CT07\n(1)|(2)|(3)\n#1|Thôn 1|#3\n|Cộng|=3\n", "100:7=3/—", "", "" },
    { "STT|Thôn|CT07\nA|B|1\n#1|Thôn 1|#3\n|TOÀN XÃ|#3\n", "100:7=3/—", "", "" },
    /* 6-12: names as people write them. */
    { "Thôn|CT07\nTHÔN NGỌC MINH|#3\n", "101:7=3/—", "", "" },
    { "Thôn|CT07\nThon Ngoc Minh|#3\n", "101:7=3/—", "", "" },
    { "Thôn|CT07\n  Ngọc   Minh |#3\n", "101:7=3/—", "", "" },
    { "Thôn|CT07\nThôn Ngo\xcc\xa3"
      "c Minh|#3\n",
      "101:7=3/—", "", "" },
    { "Thôn|CT07\nThôn 01|#3\n", "100:7=3/—", "", "" },
    { "Mã|CT07\nNL05|#3\n", "104:7=3/—", "", "" },
    { "Thôn|CT07\nThôn Xa|#3\n", NULL, NULL, NULL },
    /* 13-22: figures as people type them. */
    { "Thôn|CT07\nThôn 1|12\n", "100:7=12/—", "", "" },
    { "Thôn|CT07\nThôn 1| 1.234 \n", "100:7=1.234/—", "", "" },
    { "Thôn|CT07\nThôn 1|1,234.5\n", "100:7=1.234,5/—", "", "" },
    { "Thôn|CT07\nThôn 1|1,234\n", "", "B2:ambiguous", "" },
    { "Thôn|CT07\nThôn 1|-\nThôn 10|#4\n", "104:7=4/—", "", "" },
    { "Thôn|CT07\nThôn 1|=12\n", "100:7=12/—", "", "" },
    { "Thôn|CT07\nThôn 1|=\n", "", "B2:number", "" },
    { "Thôn|CT07\nThôn 1|~46101\n", "", "B2:number", "" },
    { "Thôn|CT07\nThôn 1|12 lượt\n", "", "B2:number", "" },
    { "Thôn|CT07\nThôn 1|#0\nThôn 10|\n", "100:7=0/—", "", "" },
    /* 23-30: columns beside: phones without their zero, ratios, notes; hidden. */
    { "Thôn|Điện thoại|CT07\nThôn 1|#912345678|#3\n", "100:7=3/—", "", "B1:column" },
    { "Thôn|Số hộ sử dụng|Tổng số hộ|Tỷ lệ (%)\nThôn 1|#6|#8|=75\n", "100:5=6/—", "", "C1:column" },
    { "Thôn|CT05 Số hộ sử dụng|CT05 Tổng số hộ|Tỷ lệ (%)\nThôn 1|#6|#8|=75\n", "100:5=6/8", "", "" },
    { "Thôn|CT07|Lũy kế CT07\nThôn 1|#3|#30\n", "100:7=3/—", "", "" },
    { "^C\nThôn|CT07|CT07\nThôn 1|#3|#30\n", "100:7=3/—", "", "C1:column" },
    { "Thôn|CT07\nThôn 1|#3\n!Thôn 10|#4\n", "100:7=3/— 104:7=4/—", "", "" },
    { "Thôn|CT07\n!Thôn 1|#9\nThôn 1|#3\n", "100:7=3/—", "", "A2:hidden" },
    { "Thôn|CT07|Ghi chú\nThôn 1|#3|Thiếu sổ\n", "100:7=3/—", "", "C1:column" },
    /* 31-36: sheets: renamed, hidden, empty, several. */
    { "== Nháp\n\n== BC thôn\nThôn|CT07\nThôn 1|#3\n", "100:7=3/—", "", "" },
    { "== -Cũ\nThôn|CT07\nThôn 1|#9\n== Mới\nThôn|CT07\nThôn 1|#3\n", "100:7=3/—", "", "" },
    { "== Thôn 1\nThôn|CT07\nThôn 1|#3\n== Thôn 10\nThôn|CT07\nThôn 10|#4\n", "100:7=3/— 104:7=4/—", "", "" },
    { "== Danh sách\nHọ tên|Điện thoại\nA|#912345678\n", NULL, NULL, NULL },
    { "Thôn|Ghi chú\nThôn 1|tốt\n", NULL, NULL, NULL },
    { "\n\n\n", NULL, NULL, NULL },
    /* 37-38: an old font. */
    { "Th«n|L­ît ng­êi ®­îc h­íng dÉn\nTh«n Ngäc Minh|#3\n", "101:7=3/—", "", "" },
    { "Thoân|Löôït ngöôøi ñöôïc höôùng daãn\nThoân Ngoïc Minh|#3\n", "101:7=3/—", "", "" },
  };

  check_workbooks (cases, G_N_ELEMENTS (cases), FALSE);
}

/* Several periods in one workbook: a sheet, or a column, each. */
static void
test_periods (void)
{
  static const Case asked_only[] = {
    { "== T2\nThôn|CT07\nThôn 1|#2\n== T3\nThôn|CT07\nThôn 1|#3\n", "100:7=3/—", "", "A1:period" },
    { "== Tháng 2\nThôn|CT07\nThôn 1|#2\n", "", "A1:period", "" },
    { "== A\nSỐ LIỆU THÁNG 2/2026\nThôn|CT07\nThôn 1|#2\n== B\nSỐ LIỆU THÁNG 03 NĂM 2026\nThôn|CT07\nThôn 1|#3\n", "100:7=3/—", "", "A1:period" },
    { "Thôn|CT07||\n|Tháng 1|Tháng 2|Tháng 3\n@A1:A2 B1:D1\nThôn 1|#1|#2|#3\n", "100:7=3/—", "", "C2:period B2:period" },
    { "Thôn|Tháng 2||Tháng 3|\n|CT05 Số hộ sử dụng|CT05 Tổng số hộ|CT05 Số hộ sử dụng|CT05 Tổng số hộ\n@A1:A2 B1:C1 D1:E1\nThôn 1|#1|#9|#3|#8\n", "100:5=3/8", "", "C2:period" },
    { "Thôn|CT05 Tổng số hộ|CT05 đã dùng T2|CT05 đã dùng T3\nThôn 1|#9|#1|#3\n", "100:5=3/9", "", "C1:period" },
    { "BÁO CÁO QUÝ I NĂM 2026\nThôn|CT07\nThôn 1|#2\n", "", "A1:period", "" },
    { "Kèm Công văn ngày 05 tháng 02 năm 2026\nThôn|CT07\nThôn 1|#2\n", "100:7=2/—", "", "" },
  };
  static const Case all[] = {
    { "== T2\nThôn|CT07\nThôn 1|#2\n== T3\nThôn|CT07\nThôn 1|#3\n", "100@2026-02:7=2/— 100:7=3/—", "", "" },
    { "Thôn|CT07||\n|Tháng 1|Tháng 2|Tháng 3\n@A1:A2 B1:D1\nThôn 1|#1|#2|#3\nThôn 10|#4||#6\n",
      "100@2026-01:7=1/— 100@2026-02:7=2/— 100:7=3/— 104@2026-01:7=4/— 104:7=6/—", "", "" },
    { "BÁO CÁO QUÝ I NĂM 2026\nThôn|CT07\nThôn 1|#2\n", "100@2026-Q1:7=2/—", "", "" },
    { "6 THÁNG ĐẦU NĂM 2026\nThôn|CT07\nThôn 1|#2\n", "100@2026-H1:7=2/—", "", "" },
    { "Thôn|CT07\nThôn 1|#2\n", "100@2026-02:7=2/—", "", "", "Bao cao thang 2 (1).xlsx" },
    { "SỐ LIỆU THÁNG 3\nThôn|CT07\nThôn 1|#2\n", "100:7=2/—", "", "", "Bao cao thang 2.xlsx" },
  };

  check_workbooks (asked_only, G_N_ELEMENTS (asked_only), FALSE);
  check_workbooks (all, G_N_ELEMENTS (all), TRUE);
}

/* One village's table, a row an indicator. */
static void
test_lists (void)
{
  static const Case cases[] = {
    { "BÁO CÁO CỦA THÔN NGỌC MINH THÁNG 3/2026\nTT|Nội dung|Kết quả\n#1|Lượt người được hướng dẫn|#12\n", "101:7=12/—", "", "" },
    { "Đơn vị: Thôn 10\nTT|Chỉ tiêu|Số đạt được|Trên tổng số|Ghi chú\n#1|Hộ gia đình sử dụng dịch vụ công trực tuyến|#60|#120|\n#2|Lượt người được hướng dẫn|#7||\n",
      "104:5=60/120 104:7=7/—", "", "" },
    { "TT|Nội dung|Số lượng\n#1|Số hộ gia đình|#120\n#2|Số hộ sử dụng|#60\n#3|Số loa|#2\n#4|Lượt người được hướng dẫn|#7\n", "101:5=60/120 101:7=7/—", "", "B4:column", "Bao cao_Thon Ngoc Minh.xlsx" },
    { "== Thôn 1\nNội dung|Số lượng\nCT07|#7\n== Ngọc Minh\nNội dung|Số lượng\nCT07|#8\n", "100:7=7/— 101:7=8/—", "", "" },
    { "Thôn 1\nNội dung|Tháng 2|Tháng 3\nCT07|#7|#8\n", "100:7=8/—", "", "B2:period" },
    { "Nội dung|Số lượng\nCT07|#7\n", "", "A1:whose", "" },
    { "Thôn 1\nNội dung|Kế hoạch|Kết quả|Tỷ lệ %\nCT07|#100|#8|#8\n", "100:7=8/—", "", "" },
    { "Thôn 1\nNội dung|Số lượng\nCT07|tám\n", "", "B3:number", "" },
  };

  check_workbooks (cases, G_N_ELEMENTS (cases), FALSE);
}

/* The bytes of a csv, in the encodings and with the separators that go round. */
static void
test_texts (void)
{
  static const struct
  {
    Case        item;
    const char *charset; /* that its letters go into */
    const char *mark;
  } cases[] = {
    { { "Thôn;CT07\r\nThôn Ngọc Minh;12\r\n", "101:7=12/—", "", "" }, "UTF-8", "" },
    { { "Thôn;CT07\nThôn Ngọc Minh;12\n", "101:7=12/—", "", "" }, "UTF-8", "\xef\xbb\xbf" },
    { { "Thôn\tCT07\nThôn Ngọc Minh\t12\n", "101:7=12/—", "", "" }, "UTF-16LE", "\xff\xfe" },
    { { "Thôn\tCT07\nThôn Ngọc Minh\t12\n", "101:7=12/—", "", "" }, "UTF-16BE", "\xfe\xff" },
    { { "Th«n;CT07;Ghi chó\nTh«n Ngäc Minh;12;x\n", "101:7=12/—", "", "C1:column" }, "ISO-8859-1", "" },
    { { "Thoân;CT07\nThoân Ngoïc Minh;12\n", "101:7=12/—", "", "" }, "ISO-8859-1", "" },
    { { "Thôn;CT07\nThôn Ngo\u00f2c Minh;12\n", "101:7=12/—", "", "" }, "ISO-8859-1", "" },
    { { "Thôn,CT07\nThôn Ngọc Minh,12\n", "101:7=12/—", "", "" }, "UTF-8", "" },
    { { "Thôn,CT07\nThôn 1,\"1.234,5\"\n", "100:7=1.234,5/—", "", "" }, "UTF-8", "" },
    { { "sep=;\nThôn;CT07\nThôn 1;12\n", "100:7=12/—", "", "" }, "UTF-8", "" },
    { { "\"Thôn\";\"CT07\n(lượt)\"\nThôn 1;12\n", "100:7=12/—", "", "" }, "UTF-8", "" },
    { { "SỐ LIỆU THÁNG 3/2026;\n;\nThôn;CT07\nThôn 1;12\nTổng;12\n", "100:7=12/—", "", "" }, "UTF-8", "" },
    { { "Thôn 1\nNội dung;Số lượng\nCT07;9\n", "100:7=9/—", "", "" }, "UTF-8", "" },
    { { "chỉ là một đoạn văn\n", NULL, NULL, NULL }, "UTF-8", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize            length;
      g_autofree char *content = g_convert (cases[i].item.sketch, -1, cases[i].charset, "UTF-8", NULL, &length, NULL);
      GByteArray      *array = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;

      g_assert_nonnull (content);
      g_byte_array_append (array, (const guint8 *) cases[i].mark, (guint) strlen (cases[i].mark));
      g_byte_array_append (array, (const guint8 *) content, (guint) length);
      bytes = g_byte_array_free_to_bytes (array);
      check (&cases[i].item, bytes, FALSE);
    }
}

/* What a person said of a heading counts the next time, of any month. */
static void
test_choices (void)
{
  static const char *const sketch = "SỐ LIỆU THÁNG %d/2026\nThôn|Đã dùng|Loa|CT07\nThôn 1|#6|#2|#3\n";
  g_autofree char         *march = g_strdup_printf (sketch, 3);
  g_autofree char         *april = g_strdup_printf (sketch, 4);
  g_autoptr (GBytes) first = make_messy (march, FALSE);
  g_autoptr (GBytes) second = make_messy (april, TRUE);
  g_autoptr (GHashTable) choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) toso_column_choice_free);
  TosoFigureForm   form = { .any_period = TRUE };
  TosoFigureTable *table = read_figures (first, "bảng", &form, NULL);
  g_autofree char *entries = NULL;
  g_autofree char *unknown = NULL;

  g_assert_nonnull (table);
  g_assert_cmpuint (table->unknown->len, ==, 2);
  g_hash_table_insert (choices, g_strdup (((TosoTableProblem *) table->unknown->pdata[0])->key), toso_column_choice_from_text ("reached 5 "));
  g_hash_table_insert (choices, g_strdup (((TosoTableProblem *) table->unknown->pdata[1])->key), toso_column_choice_from_text ("left-out"));
  toso_figure_table_free (table);

  form.choices = choices;
  table = read_figures (second, "khác", &form, NULL);
  entries = show_entries (table);
  unknown = show_problems (table->unknown);
  g_assert_cmpstr (entries, ==, "100@2026-04:5=6/— 100@2026-04:7=3/—");
  g_assert_cmpstr (unknown, ==, "");
  toso_figure_table_free (table);
}

/* Nor are these read wrong twice: a person says once what the file leaves open. */
static void
test_answers (void)
{
  static const struct
  {
    TosoComma   comma;
    gint64      village_id;
    const char *entries;
    const char *problems;
  } cases[] = {
    { TOSO_COMMA_UNKNOWN, 0, "", "A1:whose" },
    { TOSO_COMMA_UNKNOWN, 101, "", "B2:ambiguous" },
    { TOSO_COMMA_THOUSANDS, 101, "101:5=1.234/2.345", "" },
    { TOSO_COMMA_DECIMALS, 101, "101:5=1,23/2,35", "" },
    { TOSO_COMMA_THOUSANDS, 999, "", "A1:whose" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoFigureForm form = { .comma = cases[i].comma, .village_id = cases[i].village_id };
      g_autoptr (GBytes) bytes = make_messy ("Nội dung|Số lượng|Tổng số\nCT05|1,234|2,345\n", FALSE);
      g_autoptr (TosoFigureTable) table = read_figures (bytes, "bảng", &form, NULL);
      g_autofree char *entries = NULL;
      g_autofree char *problems = NULL;

      g_assert_nonnull (table);
      entries = show_entries (table);
      problems = show_problems (table->problems);
      g_assert_cmpstr (entries, ==, cases[i].entries);
      g_assert_cmpstr (problems, ==, cases[i].problems);
    }
}

static void
test_choice_texts (void)
{
  static const char *const texts[] = { "left-out", "reached 5 ", "reached 4611686018427387904 Nữ", "whole 7 Trên 60 tuổi" };
  static const char *const bad[] = { "", "x", "half 5 " };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TosoColumnChoice *choice = toso_column_choice_from_text (texts[i]);
      g_autofree char  *text = toso_column_choice_to_text (choice);

      g_assert_cmpstr (text, ==, texts[i]);
      toso_column_choice_free (choice);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (toso_column_choice_from_text (bad[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/table-corpus/villages", test_villages);
  g_test_add_func ("/exchange/table-corpus/periods", test_periods);
  g_test_add_func ("/exchange/table-corpus/lists", test_lists);
  g_test_add_func ("/exchange/table-corpus/texts", test_texts);
  g_test_add_func ("/exchange/table-corpus/choices", test_choices);
  g_test_add_func ("/exchange/table-corpus/answers", test_answers);
  g_test_add_func ("/exchange/table-corpus/choice-texts", test_choice_texts);

  return g_test_run ();
}
