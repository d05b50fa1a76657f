/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figure-fixture.h"

const TosoAskedFigure asked[N_ASKED] = {
  { 5, "CT05", "Hộ gia đình sử dụng dịch vụ công trực tuyến", "", "%", "hộ sử dụng", "hộ gia đình", TRUE },
  { 5, "CT05", "Hộ gia đình sử dụng dịch vụ công trực tuyến", "Nữ", "%", "hộ sử dụng", "hộ gia đình", TRUE },
  { 7, "CT07", "Lượt người được hướng dẫn", "", "lượt", "", "", FALSE },
};

GPtrArray *
make_villages (void)
{
  static const char *const names[] = { "Thôn 1", "Thôn Ngọc Minh", "Làng Đồng", "Thôn Đồng", "Thôn 10" };
  GPtrArray               *villages = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_village_free);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TosoVillage *village = toso_village_new (names[i]);

      village->id = 100 + i;
      g_free (village->code);
      village->code = g_strdup_printf ("NL%02u", i + 1);
      g_ptr_array_add (villages, village);
    }

  return villages;
}

TosoFigureTable *
read_figures (GBytes         *bytes,
              const char     *name,
              TosoFigureForm *form,
              GError        **error)
{
  g_autoptr (GPtrArray) villages = make_villages ();
  g_autoptr (TosoWorkbook) workbook = toso_workbook_read_bytes (bytes, name, TOSO_ENCODING_AUTO, error);

  form->villages = villages;
  form->asked = asked;
  form->n_asked = N_ASKED;
  form->period = (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, 3 };

  return workbook != NULL ? toso_figure_table_read (workbook, form, error) : NULL;
}

char *
show_entries (const TosoFigureTable *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->entries->len; i++)
    {
      const TosoFigureEntry *entry = g_ptr_array_index (table->entries, i);
      const TosoMeasurement *m = entry->measurement;
      g_autofree char       *part = toso_number_format_figure (m->numerator, 2);
      g_autofree char       *whole = toso_number_format_figure (m->denominator, 2);

      g_autofree char *period = toso_period_to_string (m->period);

      g_string_append_printf (text, "%s%d%s%s:%d%s=%s/%s", i > 0 ? " " : "", (int) m->village_id, g_str_equal (period, "2026-03") ? "" : "@",
                              g_str_equal (period, "2026-03") ? "" : period, (int) m->indicator_id, m->breakdown, part, whole);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
show_problems (GPtrArray *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const TosoTableProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "", problem->cell, problem->rule);
      g_assert_cmpstr (problem->message, !=, "");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
