/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-figure-table.h"
#include "exchange/toso-village-table.h"

/* Any bytes as a workbook, as a list of villages and as a table of figures.
 * Besides not crashing: texts are UTF-8, figures are where they say. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static const TosoAskedFigure asked[] = {
  { 1, "CT05", "Hộ gia đình sử dụng dịch vụ công trực tuyến", "", "%", "hộ sử dụng", "hộ gia đình", TRUE },
  { 2, "CT07", "Lượt người được hướng dẫn", "Nữ", "lượt", "", "", FALSE },
};

static void
check_workbook (const TosoWorkbook *workbook)
{
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const TosoWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);

      g_assert (g_utf8_validate (sheet->name, -1, NULL));
      for (guint row = 0; row < sheet->rows->len; row++)
        for (guint column = 0; column < MIN (sheet->n_columns, 20); column++)
          g_assert (g_utf8_validate (toso_worksheet_get_text (sheet, row, column), -1, NULL));
    }
}

static void
read_villages (const TosoWorkbook *workbook)
{
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GPtrArray) villages = toso_village_table_read (workbook, &remarks, NULL);

  for (guint i = 0; villages != NULL && i < villages->len; i++)
    {
      const TosoVillage *village = g_ptr_array_index (villages, i);

      g_assert (*village->name != '\0' && g_utf8_validate (village->name, -1, NULL));
      g_assert (!village->households.known || village->households.value >= 0);
    }
}

static void
read_figures (const TosoWorkbook *workbook)
{
  g_autoptr (GPtrArray) villages = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_village_free);
  TosoFigureForm form = { villages, asked, G_N_ELEMENTS (asked), { TOSO_PERIOD_MONTH, 2026, 3 } };
  g_autoptr (TosoFigureTable) table = NULL;

  for (guint i = 0; i < 3; i++)
    {
      static const char *const names[] = { "Thôn 1", "Thôn Ngọc Minh", "Làng Đồng" };
      TosoVillage             *village = toso_village_new (names[i]);

      village->id = i + 1;
      g_ptr_array_add (villages, village);
    }

  table = toso_figure_table_read (workbook, &form, NULL);
  for (guint i = 0; table != NULL && i < table->entries->len; i++)
    {
      const TosoFigureEntry *entry = g_ptr_array_index (table->entries, i);

      g_assert (entry->measurement->village_id >= 1 && entry->measurement->village_id <= 3);
      g_assert (entry->measurement->numerator.known);
      g_assert (*entry->cell != '\0');
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TosoWorkbook) workbook = toso_workbook_read_bytes (bytes, "fuzz", i == 0 ? TOSO_ENCODING_AUTO : TOSO_ENCODING_TCVN3, NULL);

      if (workbook == NULL)
        continue;
      check_workbook (workbook);
      read_villages (workbook);
      read_figures (workbook);
    }

  return 0;
}
