/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-village-message.h"

#include "report/toso-report-chart-private.h"
#include "store/toso-grid.h"

/* Names of what is asked for and not there, in the order of the columns. */
static GPtrArray *
list_missing (const TosoGrid *grid,
              gint64          village_id)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < grid->rows->len; row++)
    {
      if (((const TosoVillageStatus *) grid->rows->pdata[row])->village->id != village_id)
        continue;
      for (guint i = 0; i < grid->columns->len; i++)
        {
          const TosoGridColumn *column = grid->columns->pdata[i];

          if (column->counted || toso_grid_get_cell (grid, row, i)->numerator.known)
            continue;
          g_ptr_array_add (names, *column->group != '\0' ? g_strdup_printf ("%s: %s", column->name, column->group) : g_strdup (column->name));
        }
    }

  return names;
}

static void
add_missing (GString   *text,
             GPtrArray *names)
{
  if (names->len == 0)
    {
      g_string_append (text, "Các số liệu đã có; đề nghị đồng chí xem lại và xác nhận giúp.\n");
      return;
    }
  g_string_append_printf (text, "Đề nghị đồng chí gửi giúp %u số liệu:\n", names->len);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%u. %s\n", i + 1, (const char *) names->pdata[i]);
  g_string_append (text, "Nội dung không phát sinh thì ghi rõ là không phát sinh; nội dung chưa có số liệu thì nêu lý do.\n");
}

static void
add_why (GString                 *text,
         const TosoCommune       *commune,
         const TosoVillageStatus *status,
         const char              *period,
         TosoDate                 today)
{
  const char      *team = commune->team_abbr != NULL && *commune->team_abbr != '\0' ? commune->team_abbr : "Tổ công nghệ số cộng đồng";
  const char      *agency = commune->agency != NULL && *commune->agency != '\0' ? commune->agency : "Ủy ban nhân dân xã";
  g_autofree char *due = toso_date_format_short (status->due);
  g_autofree char *day = toso_date_format_short (today);

  if (status->state == TOSO_SUBMISSION_NEEDS_CORRECTION)
    g_string_append_printf (text, "Báo cáo %s của %s có chỗ cần sửa.\n", period, team);
  else
    g_string_append_printf (text, "Đến ngày %s, %s chưa nhận đủ số liệu %s của %s.\n", day, agency, period, team);
  if (toso_date_is_valid (status->due))
    g_string_append_printf (text, "Hạn gửi: %s.\n", due);
}

char *
toso_village_message_new (TosoYear                *year,
                          TosoPeriod               period,
                          const TosoVillageStatus *status,
                          TosoDate                 today,
                          GError                 **error)
{
  g_autoptr (TosoPlan) plan = toso_year_load_plan (year, error);
  g_autoptr (TosoGrid) grid = plan != NULL ? toso_grid_load (year, period, today, error) : NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *title = NULL;
  g_autofree char *first = NULL;
  g_autofree char *words = NULL;
  GString         *text;

  if (grid == NULL)
    return NULL;

  names = list_missing (grid, status->village->id);
  /* "Tháng 3/2026" within a sentence. */
  title = toso_period_screen_title (period);
  first = g_utf8_strdown (title, g_utf8_next_char (title) - title);
  words = g_strconcat (first, g_utf8_next_char (title), NULL);
  text = g_string_new (NULL);
  if (toso_report_get_mark (year) != NULL)
    g_string_append_printf (text, "[%s]\n", toso_report_get_mark (year));
  g_string_append_printf (text, "Kính gửi đồng chí Trưởng %s,\n", status->village->name);
  add_why (text, &plan->commune, status, words, today);
  add_missing (text, names);
  g_string_append (text, "Xin cảm ơn đồng chí.");

  return g_string_free (text, FALSE);
}

TosoReportChart *
toso_village_card_new (TosoYear         *year,
                       const TosoPeriod *period,
                       gint64            village_id,
                       GError          **error)
{
  TosoChartSource  source = { .year = year, .period = period, .village_id = village_id };
  TosoReportChart *self = NULL;

  if (toso_chart_source_load (&source, error) && toso_chart_source_load_cards (&source, error))
    self = toso_report_chart_make (&source, toso_chart_make_card, error);
  toso_chart_source_clear (&source);

  return self;
}
