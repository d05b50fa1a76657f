/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/toso-error.h"
#include "exchange/toso-kit-writer.h"
#include "exchange/toso-table-writer.h"

static const TosoAskedFigure asked[] = {
  { 5, "CT05", "Hộ gia đình sử dụng dịch vụ công trực tuyến", "", "%", "hộ sử dụng", "hộ gia đình", TRUE },
  { 5, "CT05", "Hộ gia đình sử dụng dịch vụ công trực tuyến", "Nữ", "%", "hộ sử dụng", "hộ gia đình", TRUE },
  { 7, "CT07", "Lượt người được hướng dẫn", "", "lượt", "", "", FALSE },
};
static const TosoFigure previous[] = { { TRUE, 50 }, { FALSE, 0 }, { TRUE, 9 } };
static const TosoFigure numerators[] = { { TRUE, 60 }, { FALSE, 0 }, { TRUE, 1234.5 } };
static const TosoFigure denominators[] = { { TRUE, 120 }, { TRUE, 60 }, { FALSE, 0 } };

static GPtrArray *
make_villages (void)
{
  GPtrArray *villages = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_village_free);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Thôn Ngọc/%u", i + 1);
      TosoVillage     *village = toso_village_new (name);

      village->id = ((gint64) 1 << 40) + i;
      g_ptr_array_add (villages, village);
    }

  return villages;
}

static GBytes *
write_kit (const TosoVillage *village)
{
  TosoKit kit = {
    .title = "Báo cáo tháng",
    .period_title = "Tháng 3/2026",
    .commune = "xã Ngọc Liên",
    .period = { TOSO_PERIOD_MONTH, 2026, 3 },
    .first = { 2026, 2, 15 },
    .last = { 2026, 3, 14 },
    .due = { 2026, 3, 17 },
    .village = village,
    .asked = asked,
    .n_asked = G_N_ELEMENTS (asked),
    .previous = previous,
    .numerators = numerators,
    .denominators = denominators,
  };
  g_autoptr (GError) error = NULL;
  GBytes          *bytes = toso_kit_write (&kit, &error);
  g_autofree char *name = toso_kit_file_name (&kit);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (name, "2026-03 Thôn Ngọc-"));
  return bytes;
}

static TosoFigureTable *
read_back (GBytes    *bytes,
           GPtrArray *villages,
           int        month)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoWorkbook) workbook = toso_workbook_read_bytes (bytes, "kit.xlsx", TOSO_ENCODING_AUTO, &error);
  TosoFigureForm   form = { villages, asked, G_N_ELEMENTS (asked), { TOSO_PERIOD_MONTH, 2026, month } };
  TosoFigureTable *table;

  g_assert_no_error (error);
  table = toso_figure_table_read (workbook, &form, &error);
  g_assert_no_error (error);
  return table;
}

static void
test_read_back_whole (void)
{
  g_autoptr (GPtrArray) villages = make_villages ();
  const TosoVillage *village = g_ptr_array_index (villages, 1);
  g_autoptr (GBytes) bytes = write_kit (village);
  g_autoptr (TosoFigureTable) table = read_back (bytes, villages, 3);
  const TosoMeasurement *measurement;

  g_assert_cmpuint (table->problems->len, ==, 0);
  g_assert_cmpuint (table->unknown->len, ==, 0);
  g_assert_cmpuint (table->entries->len, ==, 2); /* what was left empty is not reported */
  measurement = ((TosoFigureEntry *) g_ptr_array_index (table->entries, 0))->measurement;
  g_assert_cmpint (measurement->village_id, ==, village->id);
  g_assert_cmpint (measurement->indicator_id, ==, 5);
  g_assert_cmpfloat (measurement->numerator.value, ==, 60);
  g_assert_cmpfloat (measurement->denominator.value, ==, 120);
  measurement = ((TosoFigureEntry *) g_ptr_array_index (table->entries, 1))->measurement;
  g_assert_cmpint (measurement->indicator_id, ==, 7);
  g_assert_cmpfloat (measurement->numerator.value, ==, 1234.5);
  g_assert_false (measurement->denominator.known);
}

static void
test_same_bytes (void)
{
  g_autoptr (GPtrArray) villages = make_villages ();
  g_autoptr (GBytes) first = write_kit (g_ptr_array_index (villages, 0));
  g_autoptr (GBytes) second = write_kit (g_ptr_array_index (villages, 0));
  g_autoptr (GBytes) other = write_kit (g_ptr_array_index (villages, 1));

  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, other));
}

/* Another month's form, another commune's village. */
static void
test_wrong_form (void)
{
  g_autoptr (GPtrArray) villages = make_villages ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (TosoVillage) stranger = toso_village_new ("Thôn Lạ");
  g_autoptr (GBytes) bytes = write_kit (g_ptr_array_index (villages, 0));
  g_autoptr (TosoFigureTable) other_month = read_back (bytes, villages, 4);
  g_autoptr (TosoFigureTable) no_village = NULL;

  g_assert_cmpuint (other_month->entries->len, ==, 0);
  g_assert_cmpstr (((TosoTableProblem *) g_ptr_array_index (other_month->problems, 0))->rule, ==, "period");

  stranger->id = 77;
  g_ptr_array_add (others, stranger);
  no_village = read_back (bytes, others, 3);
  g_assert_cmpuint (no_village->entries->len, ==, 0);
  g_assert_cmpstr (((TosoTableProblem *) g_ptr_array_index (no_village->problems, 0))->rule, ==, "whose");
}

/* By name where the ids are another year's. */
static void
test_other_ids (void)
{
  g_autoptr (GPtrArray) villages = make_villages ();
  g_autoptr (GBytes) bytes = write_kit (g_ptr_array_index (villages, 2));
  g_autoptr (TosoFigureTable) table = NULL;

  for (guint i = 0; i < 3; i++)
    ((TosoVillage *) g_ptr_array_index (villages, i))->id = 1000 + i;
  table = read_back (bytes, villages, 3);
  g_assert_cmpuint (table->entries->len, ==, 2);
  g_assert_cmpint (((TosoFigureEntry *) g_ptr_array_index (table->entries, 0))->measurement->village_id, ==, 1002);
}

static void
test_plain_tables (void)
{
  static const char *const columns[] = { "name", "value", NULL };
  TosoPlainTable          *table = toso_plain_table_new ("village", columns);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_plain_table_free);
  g_autoptr (GBytes) csv = NULL;
  g_autoptr (GBytes) xlsx = NULL;
  g_autoptr (TosoWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const names[] = { "Thôn \"Mới\", 1", "=1+1", NULL };
  static const char *const values[] = { "1.5", "-2", "1099511627777123456" };
  const TosoWorksheet     *sheet;

  table->is_number[1] = TRUE;
  for (guint i = 0; i < 3; i++)
    {
      const char **row = toso_plain_table_add (table);

      row[0] = toso_plain_table_keep (table, names[i]);
      row[1] = toso_plain_table_keep (table, values[i]);
    }
  g_ptr_array_add (tables, table);

  csv = toso_plain_table_to_csv (table);
  g_assert_cmpmem (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv),
                   "\xef\xbb\xbfname,value\r\n\"Thôn \"\"Mới\"\", 1\",1.5\r\n\"'=1+1\",-2\r\n,1099511627777123456\r\n",
                   strlen ("\xef\xbb\xbfname,value\r\n\"Thôn \"\"Mới\"\", 1\",1.5\r\n\"'=1+1\",-2\r\n,1099511627777123456\r\n"));

  xlsx = toso_plain_tables_to_xlsx (tables, &error);
  g_assert_no_error (error);
  workbook = toso_workbook_read_bytes (xlsx, "x", TOSO_ENCODING_AUTO, &error);
  g_assert_no_error (error);
  sheet = g_ptr_array_index (workbook->sheets, 0);
  g_assert_cmpstr (sheet->name, ==, "village");
  g_assert_cmpint (toso_worksheet_get (sheet, 1, 1)->kind, ==, TOSO_CELL_NUMBER);
  g_assert_cmpint (toso_worksheet_get (sheet, 2, 0)->kind, ==, TOSO_CELL_TEXT);
  g_assert_cmpstr (toso_worksheet_get_text (sheet, 2, 0), ==, "=1+1");
  /* An id keeps all its digits. */
  g_assert_cmpstr (toso_worksheet_get_text (sheet, 3, 1), ==, "1099511627777123456");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/kit/read-back-whole", test_read_back_whole);
  g_test_add_func ("/exchange/kit/same-bytes", test_same_bytes);
  g_test_add_func ("/exchange/kit/wrong-form", test_wrong_form);
  g_test_add_func ("/exchange/kit/other-ids", test_other_ids);
  g_test_add_func ("/exchange/kit/plain-tables", test_plain_tables);

  return g_test_run ();
}
