/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report-chart-private.h"

#include <glib/gi18n-lib.h>

#include "chart/toso-donut-chart.h"
#include "chart/toso-timeline-chart.h"

/* Charts of the tasks. */

#define QUARTERS 4

static const char *
make_subtitle (TosoReportChart       *self,
               const TosoChartSource *source)
{
  g_autofree char *day = toso_chart_date_text (source->today);

  /* Translators: a date, and how many tasks: "đến 18/3/2026 · 12 nhiệm vụ" */
  return toso_report_chart_keep (self, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "to %s · %u task", "to %s · %u tasks", source->plan->tasks->len), day, source->plan->tasks->len));
}

static double
day_of (const char *iso,
        double      fallback)
{
  TosoDate date;

  return iso != NULL && *iso != '\0' && toso_date_parse (iso, &date) ? (double) toso_date_to_days (date) : fallback;
}

static const TosoTimeSpan *
make_quarters (TosoReportChart       *self,
               const TosoChartSource *source,
               gsize                 *n)
{
  TosoTimeSpan *spans = toso_report_chart_new_array (self, TosoTimeSpan, QUARTERS);
  TosoPeriod    quarter = toso_period_at (TOSO_PERIOD_QUARTER, source->calendar.end, source->calendar.cutoff, source->calendar.custom_day);

  for (int q = 0; q < QUARTERS; q++)
    {
      TosoDate first, last;

      quarter.number = q + 1;
      toso_period_get_range (quarter, source->calendar.cutoff, source->calendar.custom_day, &first, &last);
      spans[q] = (TosoTimeSpan){ TOSO_SPAN_POINT, (double) toso_date_to_days (first), (double) toso_date_to_days (last) };
    }
  *n = QUARTERS;

  return spans;
}

static TosoSpanShape
get_shape (TosoTimeKind kind)
{
  switch (kind)
    {
    case TOSO_TIME_CONTINUOUS:
      return TOSO_SPAN_BAND;
    case TOSO_TIME_WAVES:
      return TOSO_SPAN_WAVES;
    case TOSO_TIME_WINDOW:
      return TOSO_SPAN_WINDOW;
    case TOSO_TIME_QUARTERLY:
    case TOSO_TIME_DATE:
    case TOSO_TIME_YEAR_END:
      return TOSO_SPAN_POINT;
    case TOSO_TIME_IN_YEAR:
      return TOSO_SPAN_LOOSE;
    case TOSO_TIME_UNKNOWN:
    default:
      return TOSO_SPAN_UNKNOWN;
    }
}

/* A window whose days were not read from its words is one within the year. */
static const TosoTimeSpan *
make_spans (TosoReportChart       *self,
            const TosoChartSource *source,
            const TosoTask        *task,
            gsize                 *n)
{
  double        start = (double) toso_date_to_days (source->calendar.start);
  double        end = (double) toso_date_to_days (source->calendar.end);
  gboolean      has_days = task->last_day != NULL && *task->last_day != '\0';
  TosoTimeSpan *span;

  *n = 0;
  if (task->time_kind == TOSO_TIME_UNKNOWN)
    return NULL;
  if (task->time_kind == TOSO_TIME_QUARTERLY)
    return make_quarters (self, source, n);

  span = toso_report_chart_new_array (self, TosoTimeSpan, 1);
  *span = (TosoTimeSpan){ get_shape (task->time_kind), day_of (task->first_day, start), day_of (task->last_day, end) };
  if ((task->time_kind == TOSO_TIME_WINDOW || task->time_kind == TOSO_TIME_DATE) && !has_days)
    span->shape = TOSO_SPAN_LOOSE;
  *n = 1;

  return span;
}

static const TosoTimePart *
make_parts (TosoReportChart       *self,
            const TosoChartSource *source,
            gsize                 *n)
{
  g_autofree TosoPeriod *months = toso_chart_list_months (source, n);
  TosoTimePart          *parts = toso_report_chart_new_array (self, TosoTimePart, *n);

  for (gsize i = 0; i < *n; i++)
    {
      TosoDate first, last;

      toso_period_get_range (months[i], source->calendar.cutoff, source->calendar.custom_day, &first, &last);
      /* Translators: a month's number, very short: "T3" */
      parts[i] = (TosoTimePart){ (double) toso_date_to_days (first), toso_report_chart_keep (self, g_strdup_printf (C_ ("month", "M%d"), months[i].number)) };
    }

  return parts;
}

gboolean
toso_chart_make_timeline (TosoReportChart       *self,
                          const TosoChartSource *source,
                          GError               **error)
{
  GPtrArray         *tasks = source->plan->tasks;
  TosoTimelineChart *chart = toso_report_chart_new_array (self, TosoTimelineChart, 1);
  TosoTimelineRow   *rows = toso_report_chart_new_array (self, TosoTimelineRow, tasks->len);

  for (guint i = 0; i < tasks->len; i++)
    {
      const TosoTask *task = tasks->pdata[i];

      rows[i] = (TosoTimelineRow){
        .code = toso_report_chart_keep (self, g_strdup (task->code)),
        .label = toso_report_chart_keep (self, g_strdup (task->title)),
        .mark = toso_report_task_state_mark (task->state),
        .when_text = toso_report_chart_keep (self, g_strdup (task->time)),
        .state_text = toso_report_task_state_text (task->state),
      };
      rows[i].spans = make_spans (self, source, task, &rows[i].n_spans);
      toso_report_chart_add_id (self, task->id);
    }
  *chart = (TosoTimelineChart){
    .frame = { .title = toso_report_chart_keep (self, g_strdup_printf (_ ("Tasks of %d"), source->plan->year)), .subtitle = make_subtitle (self, source) },
    .rows = rows,
    .n_rows = tasks->len,
    .start = (double) toso_date_to_days (source->calendar.start),
    .end = (double) toso_date_to_days (source->calendar.end),
    .has_now = TRUE,
    .now = (double) toso_date_to_days (source->today),
    .label_heading = C_ ("column", "Task"),
    .when_heading = C_ ("column", "Time"),
    .state_heading = C_ ("column", "State"),
    .legend_band = _ ("all the time"),
    .legend_loose = _ ("within the year"),
    .legend_waves = _ ("in waves"),
    .legend_window = _ ("from … to …"),
    .legend_point = _ ("due"),
    .legend_now = toso_report_chart_keep (self, g_strdup_printf (_ ("today, %d/%d"), source->today.day, source->today.month)),
    .empty_text = _ ("The plan has no tasks yet."),
  };
  chart->has_now = chart->now >= chart->start && chart->now <= chart->end;
  chart->parts = make_parts (self, source, &chart->n_parts);
  self->kind = &TOSO_CHART_TIMELINE;
  self->chart = chart;

  return TRUE;
}

/* Marks that no two states share. */
static TosoMark
get_state_mark (TosoTaskState state)
{
  switch (state)
    {
    case TOSO_TASK_DONE:
      return TOSO_MARK_CIRCLE;
    case TOSO_TASK_IN_PROGRESS:
      return TOSO_MARK_DIAMOND;
    case TOSO_TASK_MAINTAINED:
      return TOSO_MARK_PLUS;
    case TOSO_TASK_NOT_STARTED:
      return TOSO_MARK_TRIANGLE;
    case TOSO_TASK_NOT_YET_DUE:
    default:
      return TOSO_MARK_RING;
    }
}

gboolean
toso_chart_make_states (TosoReportChart       *self,
                        const TosoChartSource *source,
                        GError               **error)
{
  static const TosoTaskState states[] = { TOSO_TASK_DONE, TOSO_TASK_MAINTAINED, TOSO_TASK_IN_PROGRESS, TOSO_TASK_NOT_STARTED, TOSO_TASK_NOT_YET_DUE };
  GPtrArray                 *tasks = source->plan->tasks;
  TosoDonutChart            *chart = toso_report_chart_new_array (self, TosoDonutChart, 1);
  TosoSlice                 *slices = toso_report_chart_new_array (self, TosoSlice, G_N_ELEMENTS (states));

  for (guint s = 0; s < G_N_ELEMENTS (states); s++)
    {
      guint            n = 0;
      g_autofree char *share = NULL;

      for (guint i = 0; i < tasks->len; i++)
        n += ((const TosoTask *) tasks->pdata[i])->state == states[s];
      share = toso_number_format (tasks->len > 0 ? 100.0 * n / tasks->len : 0, 1);
      slices[s] = (TosoSlice){
        .label = toso_report_task_state_text (states[s]),
        .value = n,
        .mark = get_state_mark (states[s]),
        .value_text = toso_report_chart_keep (self, g_strdup_printf ("%u", n)),
        .share_text = toso_report_chart_keep (self, g_strconcat (share, " %", NULL)),
      };
    }
  *chart = (TosoDonutChart){
    .frame = { .title = toso_report_chart_keep (self, g_strdup_printf (_ ("Tasks of %d by state"), source->plan->year)), .subtitle = make_subtitle (self, source) },
    .slices = slices,
    .n_slices = G_N_ELEMENTS (states),
    .centre_text = toso_report_chart_keep (self, g_strdup_printf ("%u", tasks->len)),
    .centre_note = g_dngettext (GETTEXT_PACKAGE, "task", "tasks", tasks->len),
    .label_heading = C_ ("column", "State"),
    .value_heading = C_ ("column", "Tasks"),
    .share_heading = C_ ("column", "Share"),
    .empty_text = _ ("The plan has no tasks yet."),
  };
  self->kind = &TOSO_CHART_DONUT;
  self->chart = chart;

  return TRUE;
}
