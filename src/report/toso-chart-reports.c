/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report-chart-private.h"

#include <glib/gi18n-lib.h>

#include "chart/toso-grid-chart.h"
#include "chart/toso-stack-chart.h"
#include "chart/toso-tile-chart.h"
#include "store/toso-year-reports.h"

/* Charts of who has reported, and when. */

/* In the order in which they stand on one another. */
static const TosoTimeliness order[] = { TOSO_TIMELINESS_ON_TIME, TOSO_TIMELINESS_LATE, TOSO_TIMELINESS_OVERDUE, TOSO_TIMELINESS_NOT_YET_DUE };

static TosoMark
get_mark (TosoTimeliness timeliness)
{
  switch (timeliness)
    {
    case TOSO_TIMELINESS_ON_TIME:
      return TOSO_MARK_CIRCLE;
    case TOSO_TIMELINESS_LATE:
      return TOSO_MARK_TRIANGLE;
    case TOSO_TIMELINESS_OVERDUE:
      return TOSO_MARK_SQUARE;
    case TOSO_TIMELINESS_NOT_YET_DUE:
    default:
      return TOSO_MARK_RING;
    }
}

const char *
toso_chart_timeliness_text (TosoTimeliness timeliness)
{
  switch (timeliness)
    {
    case TOSO_TIMELINESS_ON_TIME:
      return C_ ("report", "on time");
    case TOSO_TIMELINESS_LATE:
      return C_ ("report", "late");
    case TOSO_TIMELINESS_OVERDUE:
      return C_ ("report", "overdue");
    case TOSO_TIMELINESS_NOT_YET_DUE:
    default:
      return C_ ("report", "not yet due");
    }
}

static const TosoGridKey *
make_keys (TosoReportChart *self)
{
  TosoGridKey *keys = toso_report_chart_new_array (self, TosoGridKey, G_N_ELEMENTS (order));

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    keys[i] = (TosoGridKey){ get_mark (order[i]), toso_chart_timeliness_text (order[i]) };

  return keys;
}

/* "3/2026: 38/41 villages have reported by 18/3/2026" */
static const char *
make_subtitle (TosoReportChart       *self,
               const TosoChartSource *source,
               TosoPeriod             month,
               GPtrArray             *statuses)
{
  g_autofree char *day = toso_chart_date_text (source->today);
  g_autofree char *name = toso_chart_month_text (month);
  guint            n = 0;

  for (guint i = 0; i < statuses->len; i++)
    n += toso_date_is_valid (((const TosoVillageStatus *) statuses->pdata[i])->received);

  /* Translators: month, how many, of how many, day: "kỳ 3/2026: 38/41 thôn đã nộp, đến 18/3/2026" */
  return toso_report_chart_keep (self, g_strdup_printf (_ ("%s: %u/%u villages have reported by %s"), name, n, statuses->len, day));
}

/* Of all months of the year; of GPtrArray of TosoVillageStatus. */
static GPtrArray *
load_months (const TosoChartSource *source,
             const TosoPeriod      *months,
             gsize                  n,
             GError               **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (gsize i = 0; i < n; i++)
    {
      GPtrArray *statuses = toso_year_list_status (source->year, months[i], source->today, error);

      if (statuses == NULL)
        return NULL;
      g_ptr_array_add (all, statuses);
    }

  return g_steal_pointer (&all);
}

static const char *
find_subtitle (TosoReportChart       *self,
               const TosoChartSource *source,
               const TosoPeriod      *months,
               GPtrArray             *all)
{
  TosoPeriod month = toso_chart_get_month (source);

  for (guint i = 0; i < all->len; i++)
    if (toso_period_equal (months[i], month))
      return make_subtitle (self, source, month, all->pdata[i]);

  return NULL;
}

static const char **
list_month_names (TosoReportChart  *self,
                  const TosoPeriod *months,
                  gsize             n)
{
  const char **names = toso_report_chart_new_array (self, const char *, n);

  for (gsize i = 0; i < n; i++)
    names[i] = toso_report_chart_keep (self, toso_chart_month_text (months[i]));

  return names;
}

gboolean
toso_chart_make_matrix (TosoReportChart       *self,
                        const TosoChartSource *source,
                        GError               **error)
{
  gsize                  n;
  g_autofree TosoPeriod *months = toso_chart_list_months (source, &n);
  g_autoptr (GPtrArray) all = load_months (source, months, n, error);
  const TosoTarget *target = toso_chart_find_target (source, NULL);
  TosoGridChart    *chart;
  TosoGridCell     *cells;
  const char      **rows;

  if (all == NULL)
    return FALSE;

  chart = toso_report_chart_new_array (self, TosoGridChart, 1);
  cells = toso_report_chart_new_array (self, TosoGridCell, (gsize) source->villages->len * n);
  rows = toso_report_chart_new_array (self, const char *, source->villages->len);
  for (guint v = 0; v < source->villages->len; v++)
    {
      const TosoVillage *village = source->villages->pdata[v];

      rows[v] = toso_report_chart_keep (self, g_strdup (village->name));
      toso_report_chart_add_id (self, village->id);
      for (gsize m = 0; m < n; m++)
        {
          GPtrArray *statuses = all->pdata[m];

          toso_report_chart_add_source (self, village->id, target, months[m]);
          if (v < statuses->len)
            cells[v * n + m] = (TosoGridCell){ .kind = TOSO_CELL_MARK, .mark = get_mark (((const TosoVillageStatus *) statuses->pdata[v])->timeliness) };
        }
    }
  *chart = (TosoGridChart){
    .frame = { .title = _ ("The villages’ monthly reports"), .subtitle = find_subtitle (self, source, months, all) },
    .rows = rows,
    .n_rows = source->villages->len,
    .columns = list_month_names (self, months, n),
    .n_columns = n,
    .cells = cells,
    .row_heading = C_ ("column", "Village"),
    .keys = make_keys (self),
    .n_keys = G_N_ELEMENTS (order),
    .empty_text = _ ("There are no villages yet."),
  };
  self->kind = &TOSO_CHART_GRID;
  self->chart = chart;
  self->id_step = n;

  return TRUE;
}

gboolean
toso_chart_make_timeliness (TosoReportChart       *self,
                            const TosoChartSource *source,
                            GError               **error)
{
  gsize                  n;
  g_autofree TosoPeriod *months = toso_chart_list_months (source, &n);
  g_autoptr (GPtrArray) all = load_months (source, months, n, error);
  TosoStackChart *chart;
  TosoStackPart  *parts;
  double         *counts;

  if (all == NULL)
    return FALSE;

  chart = toso_report_chart_new_array (self, TosoStackChart, 1);
  parts = toso_report_chart_new_array (self, TosoStackPart, G_N_ELEMENTS (order));
  counts = toso_report_chart_new_array (self, double, n *G_N_ELEMENTS (order));
  for (guint p = 0; p < G_N_ELEMENTS (order); p++)
    parts[p] = (TosoStackPart){ get_mark (order[p]), toso_chart_timeliness_text (order[p]) };
  for (gsize m = 0; m < n; m++)
    {
      GPtrArray *statuses = all->pdata[m];

      for (guint p = 0; p < G_N_ELEMENTS (order); p++)
        toso_report_chart_add_source (self, 0, NULL, months[m]);
      for (guint v = 0; v < statuses->len; v++)
        for (guint p = 0; p < G_N_ELEMENTS (order); p++)
          counts[m * G_N_ELEMENTS (order) + p] += ((const TosoVillageStatus *) statuses->pdata[v])->timeliness == order[p];
    }
  *chart = (TosoStackChart){
    .frame = { .title = _ ("Reports on time, number of villages"), .subtitle = find_subtitle (self, source, months, all) },
    .columns = list_month_names (self, months, n),
    .n_columns = n,
    .parts = parts,
    .n_parts = G_N_ELEMENTS (order),
    .counts = counts,
    .format = toso_chart_number_text,
    .column_heading = C_ ("column", "Period"),
    .missing_text = _ ("no data yet"),
    .empty_text = _ ("There are no periods yet."),
  };
  self->kind = &TOSO_CHART_STACK;
  self->chart = chart;

  return TRUE;
}

/* Who has reported for the month; with a target, how far each village is. */
gboolean
toso_chart_make_tiles (TosoReportChart       *self,
                       const TosoChartSource *source,
                       GError               **error)
{
  TosoPeriod month = toso_chart_get_month (source);
  g_autoptr (GPtrArray) statuses = NULL;
  g_autofree char *name = toso_chart_month_text (month);
  TosoTileChart   *chart;
  TosoTile        *tiles;

  if (source->target != NULL)
    return toso_chart_make_village_tiles (self, source, error);

  statuses = toso_year_list_status (source->year, month, source->today, error);
  if (statuses == NULL)
    return FALSE;
  chart = toso_report_chart_new_array (self, TosoTileChart, 1);
  tiles = toso_report_chart_new_array (self, TosoTile, statuses->len);
  for (guint i = 0; i < statuses->len; i++)
    {
      const TosoVillageStatus *status = statuses->pdata[i];

      tiles[i] = (TosoTile){
        .number = toso_report_chart_keep (self, g_strdup_printf ("%02u", i + 1)),
        .label = toso_report_chart_keep (self, g_strdup (status->village->name)),
        .mark = get_mark (status->timeliness),
        .value_text = toso_chart_timeliness_text (status->timeliness),
      };
      toso_report_chart_add_id (self, status->village->id);
      toso_report_chart_add_source (self, status->village->id, toso_chart_find_target (source, NULL), month);
    }
  *chart = (TosoTileChart){
    /* Translators: %s is a month: "Báo cáo tháng 3/2026" */
    .frame = { .title = toso_report_chart_keep (self, g_strdup_printf (_ ("Reports of %s"), name)), .subtitle = make_subtitle (self, source, month, statuses) },
    .tiles = tiles,
    .n_tiles = statuses->len,
    .keys = make_keys (self),
    .n_keys = G_N_ELEMENTS (order),
    .label_heading = C_ ("column", "Village"),
    .value_heading = C_ ("column", "Report"),
    .empty_text = _ ("There are no villages yet."),
  };
  self->kind = &TOSO_CHART_TILES;
  self->chart = chart;

  return TRUE;
}
