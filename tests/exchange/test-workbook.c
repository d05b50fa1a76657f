/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/toso-error.h"
#include "exchange/toso-workbook.h"
#include "workbook-maker.h"

static TosoWorkbook *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  TosoWorkbook *workbook = toso_workbook_read_bytes (bytes, "bảng", TOSO_ENCODING_AUTO, &error);

  g_assert_no_error (error);
  return workbook;
}

static TosoWorkbook *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return read_bytes (bytes);
}

static const TosoWorksheet *
first_sheet (const TosoWorkbook *workbook)
{
  return g_ptr_array_index (workbook->sheets, 0);
}

/* "a|b||c / d": a row a stroke. */
static char *
show (const TosoWorksheet *sheet)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint row = 0; row < sheet->rows->len; row++)
    {
      if (row > 0)
        g_string_append (text, " / ");
      for (guint column = 0; column < sheet->n_columns; column++)
        g_string_append_printf (text, "%s%s", column > 0 ? "|" : "", toso_worksheet_get_text (sheet, row, column));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_csv (void)
{
  static const struct
  {
    const char *text;
    const char *shown;
  } cases[] = {
    { "Thôn;Số hộ\nThôn 1;120\n", "Thôn|Số hộ / Thôn 1|120" },
    { "Thôn,Số hộ\r\nThôn 1,120\r\n", "Thôn|Số hộ / Thôn 1|120" },
    { "Thôn\tSố hộ\nThôn 1\t120", "Thôn|Số hộ / Thôn 1|120" },
    { "\xef\xbb\xbfThôn;Số\nThôn 1;1,5\n", "Thôn|Số / Thôn 1|1,5" },
    { "Thôn;Tỷ lệ;Số\n1;1,5;2,5\n2;1,5;3\n", "Thôn|Tỷ lệ|Số / 1|1,5|2,5 / 2|1,5|3" },
    { "sep=,\nThôn 1,\"a;b;c;d\"\n", "Thôn 1|a;b;c;d" },
    { "\"Thôn \"\"Mới\"\"\";\"hai\ndòng\"\n", "Thôn \"Mới\"|hai\ndòng" },
    { "a;\"không đóng\nb;c", "a|không đóng\nb;c" },
    { ";;\n;x;\n", "| / |x" },
    { "một\n", "một" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoWorkbook) workbook = read_text (cases[i].text);
      g_autofree char *shown = show (first_sheet (workbook));

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* As bytes; the words tell which encoding they are of, or it is said. */
static void
test_encodings (void)
{
  static const guint8 utf16[] = { 0xff, 0xfe, 'T', 0, 'h', 0, 0xf4, 0, 'n', 0, ';', 0, 'x', 0, '\n', 0 };
  static const struct
  {
    const char  *bytes; /* by the Latin letters of the same codes */
    TosoEncoding encoding;
    const char  *cells[3];
  } cases[] = {
    { "Th«n;Sè hé d©n;HiÖn cã\nx;y;z\n", TOSO_ENCODING_TCVN3, { "Thôn", "Số hộ dân", "Hiện có" } },
    { "Thoân;Soá hoä daân;Ñöôïc höôùng daãn\nx;y;z\n", TOSO_ENCODING_VNI, { "Thôn", "Số hộ dân", "Được hướng dẫn" } },
    { "TOÅNG SOÁ;Nguyeãn Vaên Tyù;Loã Bò\nThoân;y;z\n", TOSO_ENCODING_VNI, { "TỔNG SỐ", "Nguyễn Văn Tý", "Lỗ Bị" } },
    { "Thôn;Sô\u00ec hô\u00f2 dân;\u00d0ý\u00f5\u00f2c hý\u00f5\u00ecng dâ\u00den\nx;y;z\n", TOSO_ENCODING_WINDOWS_1258, { "Thôn", "Số hộ dân", "Được hướng dẫn" } },
  };
  g_autoptr (GBytes) wide = g_bytes_new (utf16, sizeof utf16);
  g_autoptr (TosoWorkbook) workbook = read_bytes (wide);

  g_assert_cmpstr (toso_worksheet_get_text (first_sheet (workbook), 0, 0), ==, "Thôn");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint k = 0; k < 2; k++)
      {
        g_autofree char *latin = g_convert (cases[i].bytes, -1, "ISO-8859-1", "UTF-8", NULL, NULL, NULL);
        g_autoptr (GBytes) bytes = g_bytes_new (latin, strlen (latin));
        g_autoptr (GError) error = NULL;
        g_autoptr (TosoWorkbook) old = toso_workbook_read_bytes (bytes, "bảng", k == 0 ? TOSO_ENCODING_AUTO : cases[i].encoding, &error);

        g_assert_no_error (error);
        for (guint column = 0; column < 3; column++)
          g_assert_cmpstr (toso_worksheet_get_text (first_sheet (old), 0, column), ==, cases[i].cells[column]);
      }
}

/* A workbook typed in an old font holds the Latin letters themselves. */
static void
test_old_fonts (void)
{
  static const struct
  {
    const char *texts[3];
    const char *shown[3];
  } cases[] = {
    { { "Th«n Ngäc Minh", "Sè hé", "25 µm" }, { "Thôn Ngọc Minh", "Số hộ", "25 àm" } },
    { { "Thoân Ngoïc Minh", "Soá hoä", "12" }, { "Thôn Ngọc Minh", "Số hộ", "12" } },
    { { "Thôn Cà", "25 °C", "5 µm" }, { "Thôn Cà", "25 °C", "5 µm" } },
    { { "°", "µ", "¶" }, { "°", "µ", "¶" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sheet = g_strdup_printf ("<sheetData><row r='1'><c r='A1' t='str'><v>%s</v></c><c r='B1' t='str'><v>%s</v></c><c r='C1' t='str'><v>%s</v></c></row></sheetData>",
                                                cases[i].texts[0], cases[i].texts[1], cases[i].texts[2]);
      g_autoptr (GBytes) bytes = make_workbook (sheet, NULL, NULL);
      g_autoptr (TosoWorkbook) workbook = read_bytes (bytes);

      for (guint column = 0; column < 3; column++)
        g_assert_cmpstr (toso_worksheet_get_text (first_sheet (workbook), 0, column), ==, cases[i].shown[column]);
    }
}

#define STYLES                                                        \
  "<numFmts><numFmt numFmtId='164' formatCode='dd\\/mm\\/yyyy'/>"     \
  "<numFmt numFmtId='165' formatCode='#,##0 \"đồng\"'/></numFmts>" \
  "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"                  \
  "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/></cellXfs>"

static void
test_cells (void)
{
  static const struct
  {
    const char  *cell; /* within <row r='1'> */
    TosoCellKind kind;
    const char  *text;
    double       number;
  } cases[] = {
    { "<c r='A1' t='s'><v>0</v></c>", TOSO_CELL_TEXT, "Thôn Ngọc Minh", 0 },
    { "<c r='A1' t='s'><v>1</v></c>", TOSO_CELL_TEXT, "hai phần", 0 },
    { "<c r='A1' t='inlineStr'><is><t>trong ô</t></is></c>", TOSO_CELL_TEXT, "trong ô", 0 },
    { "<c r='A1' t='str'><f>A2</f><v>của công thức</v></c>", TOSO_CELL_TEXT, "của công thức", 0 },
    { "<c r='A1'><v>1234.5</v></c>", TOSO_CELL_NUMBER, "1234.5", 1234.5 },
    { "<c r='A1'><v>0.30000000000000004</v></c>", TOSO_CELL_NUMBER, "0.3", 0.30000000000000004 },
    { "<c r='A1'><f>SUM(B1:B9)</f><v>42</v></c>", TOSO_CELL_NUMBER, "42", 42 },
    { "<c r='A1'><f>SUM(B1:B9)</f></c>", TOSO_CELL_ERROR, "=", 0 },
    { "<c r='A1' t='e'><v>#REF!</v></c>", TOSO_CELL_ERROR, "#REF!", 0 },
    { "<c r='A1' t='b'><v>1</v></c>", TOSO_CELL_NUMBER, "1", 1 },
    { "<c r='A1' s='1'><v>46101</v></c>", TOSO_CELL_DAY, "20/03/2026", 46101 },
    { "<c r='A1' s='2'><v>46101.75</v></c>", TOSO_CELL_DAY, "20/03/2026", 46101.75 },
    { "<c r='A1' s='2'><v>59</v></c>", TOSO_CELL_DAY, "28/02/1900", 59 },
    { "<c r='A1' s='2'><v>61</v></c>", TOSO_CELL_DAY, "01/03/1900", 61 },
    { "<c r='A1' s='3'><v>300000</v></c>", TOSO_CELL_NUMBER, "300000", 300000 },
    { "<c r='A1' s='99'><v>46101</v></c>", TOSO_CELL_NUMBER, "46101", 46101 },
    { "<c r='A1' t='d'><v>2026-03-20T00:00:00</v></c>", TOSO_CELL_DAY, "20/03/2026", 0 },
    { "<c r='A1' t='str'><v>20/3/2026</v></c>", TOSO_CELL_TEXT, "20/3/2026", 0 },
    { "<c><v>7</v></c>", TOSO_CELL_NUMBER, "7", 7 }, /* no place: the next */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sheet = g_strdup_printf ("<sheetData><row r='1'>%s</row></sheetData>", cases[i].cell);
      g_autoptr (GBytes) bytes = make_workbook (sheet, "<si><t>Thôn Ngọc Minh</t></si><si><r><t>hai </t></r><r><t>phần</t></r><rPh><t>x</t></rPh></si>", STYLES);
      g_autoptr (TosoWorkbook) workbook = read_bytes (bytes);
      const TosoWorksheetCell *cell = toso_worksheet_get (first_sheet (workbook), 0, 0);

      g_assert_nonnull (cell);
      g_assert_cmpint (cell->kind, ==, cases[i].kind);
      g_assert_cmpstr (cell->text, ==, cases[i].text);
      g_assert_cmpfloat (cell->number, ==, cases[i].number);
    }
}

static void
test_days_of_1904 (void)
{
  g_autoptr (GBytes) bytes = make_workbook_of_1904 ("<sheetData><row r='1'><c r='A1' s='1'><v>44639</v></c></row></sheetData>", STYLES);
  g_autoptr (TosoWorkbook) workbook = read_bytes (bytes);

  g_assert_cmpstr (toso_worksheet_get_text (first_sheet (workbook), 0, 0), ==, "20/03/2026");
}

static void
test_merged_and_hidden (void)
{
  g_autoptr (GBytes) bytes = make_workbook ("<cols><col min='2' max='2' hidden='1'/></cols><sheetData>"
                                            "<row r='1'><c r='A1' t='str'><v>Hộ</v></c><c r='D1' t='str'><v>x</v></c></row>"
                                            "<row r='2' hidden='1'><c r='A2'><v>1</v></c></row></sheetData>"
                                            "<mergeCells><mergeCell ref='A1:C1'/><mergeCell ref='F1:F1048576'/></mergeCells>",
                                            NULL, NULL);
  g_autoptr (TosoWorkbook) workbook = read_bytes (bytes);
  const TosoWorksheet *sheet = first_sheet (workbook);
  g_autofree char     *shown = show (sheet);

  g_assert_cmpstr (shown, ==, "Hộ|Hộ|Hộ|x / 1|||");
  g_assert_true (toso_worksheet_is_hidden (sheet, 1, 0));
  g_assert_true (toso_worksheet_is_hidden (sheet, 0, 1));
  g_assert_false (toso_worksheet_is_hidden (sheet, 0, 0));
}

static void
test_cell_names (void)
{
  static const struct
  {
    guint       row, column;
    const char *name;
  } cases[] = { { 0, 0, "A1" }, { 6, 1, "B7" }, { 9, 25, "Z10" }, { 0, 26, "AA1" }, { 0, 701, "ZZ1" }, { 0, 702, "AAA1" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = toso_worksheet_name_cell (cases[i].row, cases[i].column);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

/* --- what is refused, with what to do --- */

static void
refuse (GBytes     *bytes,
        const char *words)
{
  g_autoptr (GError) error = NULL;
  gint64 before = g_get_monotonic_time ();

  g_assert_null (toso_workbook_read_bytes (bytes, "bảng.xlsx", TOSO_ENCODING_AUTO, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "bảng.xlsx"));
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 20 * G_USEC_PER_SEC);
}

static void
test_other_files (void)
{
  static const char ole[64] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0k\0b\0o\0o\0k\0";
  static const char locked[64] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
                                 "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
  static const Part macros[] = { { "xl/workbook.xml", "<workbook/>" }, { "xl/vbaProject.bin", "x" }, { NULL } };
  static const Part ods[] = { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" }, { "content.xml", "<x/>" }, { NULL } };
  static const Part docx[] = { { "word/document.xml", "<x/>" }, { NULL } };
  static const Part other[] = { { "readme.txt", "hello" }, { NULL } };
  static const Part no_sheets[] = { { "xl/workbook.xml", "<workbook/>" }, { "xl/_rels/workbook.xml.rels", "<Relationships/>" }, { NULL } };
  g_autoptr (GBytes) old = g_bytes_new_static (ole, sizeof ole);
  g_autoptr (GBytes) encrypted = g_bytes_new_static (locked, sizeof locked);
  g_autoptr (GBytes) with_macros = make_zip (macros);
  g_autoptr (GBytes) libreoffice = make_zip (ods);
  g_autoptr (GBytes) word = make_zip (docx);
  g_autoptr (GBytes) zip = make_zip (other);
  g_autoptr (GBytes) empty_book = make_zip (no_sheets);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (with_macros, 0, 40);
  g_autoptr (GBytes) binary = g_bytes_new_static ("\x89PNG\r\n\x1a\n\0\0\0\0", 12);

  refuse (old, "save it as .xlsx");
  refuse (encrypted, "password");
  refuse (with_macros, "macros");
  refuse (libreoffice, "LibreOffice");
  refuse (word, "Word");
  refuse (zip, "no Excel workbook");
  refuse (empty_book, "damaged");
  refuse (nothing, "empty");
  refuse (cut, "damaged");
  refuse (binary, "no table");
}

static void
test_hostile (void)
{
  g_autofree char *blanks = g_strnfill (200 * 1024 * 1024, ' ');
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GBytes) bomb = make_workbook (blanks, NULL, NULL);
  g_autoptr (GBytes) entities = NULL;
  g_autoptr (GBytes) nested = NULL;
  g_autoptr (GBytes) far_row = make_workbook ("<sheetData><row r='1'><c r='A1048576'><v>1</v></c></row></sheetData>", NULL, NULL);
  g_autoptr (GBytes) far_column = make_workbook ("<sheetData><row r='1'><c r='XFD1'><v>1</v></c></row></sheetData>", NULL, NULL);
  g_autoptr (GBytes) no_string = make_workbook ("<sheetData><row r='1'><c r='A1' t='s'><v>9</v></c></row></sheetData>", NULL, NULL);
  g_autoptr (GBytes) broken = make_workbook ("<sheetData><row></sheetData>", NULL, NULL);
  g_autoptr (TosoWorkbook) workbook = NULL;
  static const Part laughs[] = {
    { "xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><workbook>&b;</workbook>" },
    { "xl/_rels/workbook.xml.rels", "<Relationships/>" },
    { NULL }
  };

  g_assert_cmpuint (g_bytes_get_size (bomb), <, 1024 * 1024);
  refuse (bomb, "too large");
  entities = make_zip (laughs);
  refuse (entities, "harm");
  for (guint i = 0; i < 1000; i++)
    g_string_append (deep, "<a>");
  for (guint i = 0; i < 1000; i++)
    g_string_append (deep, "</a>");
  nested = make_workbook (deep->str, NULL, NULL);
  refuse (nested, "harm");
  refuse (far_row, "too large");
  refuse (far_column, "too large");
  refuse (broken, "damaged");

  /* A string that is not there is an empty cell. */
  workbook = read_bytes (no_string);
  g_assert_null (toso_worksheet_get (first_sheet (workbook), 0, 0));
}

static void
test_large_file (void)
{
  gsize size = TOSO_WORKBOOK_MAX_BYTES + 1;
  char *content = g_malloc0 (size);
  g_autoptr (GBytes) bytes = NULL;

  memset (content, 'a', size);
  bytes = g_bytes_new_take (content, size);
  refuse (bytes, "64 MB");
}

static void
test_many_rows (void)
{
  g_autoptr (GString) csv = g_string_new ("Thôn;Số\n");
  g_autoptr (TosoWorkbook) workbook = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (csv, "Thôn %u;%u\n", i, i);
  workbook = read_text (csv->str);
  g_assert_cmpuint (first_sheet (workbook)->rows->len, ==, 100001);
  g_assert_cmpstr (toso_worksheet_get_text (first_sheet (workbook), 100000, 1), ==, "99999");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/workbook/csv", test_csv);
  g_test_add_func ("/exchange/workbook/encodings", test_encodings);
  g_test_add_func ("/exchange/workbook/old-fonts", test_old_fonts);
  g_test_add_func ("/exchange/workbook/cells", test_cells);
  g_test_add_func ("/exchange/workbook/days-of-1904", test_days_of_1904);
  g_test_add_func ("/exchange/workbook/merged-and-hidden", test_merged_and_hidden);
  g_test_add_func ("/exchange/workbook/cell-names", test_cell_names);
  g_test_add_func ("/exchange/workbook/other-files", test_other_files);
  g_test_add_func ("/exchange/workbook/hostile", test_hostile);
  g_test_add_func ("/exchange/workbook/large-file", test_large_file);
  g_test_add_func ("/exchange/workbook/many-rows", test_many_rows);

  return g_test_run ();
}
