/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report-chart-private.h"

#include <glib/gi18n-lib.h>

#include "chart/toso-cover-chart.h"
#include "chart/toso-list-chart.h"
#include "core/toso-text.h"
#include "report/toso-meeting.h"
#include "report/toso-sentence.h"

/* The first and the last slide of a meeting. */

gboolean
toso_chart_make_cover (TosoReportChart       *self,
                       const TosoChartSource *source,
                       GError               **error)
{
  const TosoPlan  *plan = source->plan;
  const char      *team = *plan->commune.team_name != '\0' ? plan->commune.team_name : plan->commune.team_abbr;
  g_autofree char *words = toso_words_period (source->period != NULL ? *source->period : (TosoPeriod){ TOSO_PERIOD_YEAR, plan->year, 1 });
  TosoCoverChart  *chart = toso_report_chart_new_array (self, TosoCoverChart, 1);
  g_autofree char *agency = plan->header.agency != NULL ? g_strjoinv (" ", plan->header.agency) : toso_text_upper (plan->commune.agency != NULL ? plan->commune.agency : "");
  const char      *place = plan->commune.name;

  *chart = (TosoCoverChart){
    .frame = {
      /* A meeting of the office is called as its papers call it. */
      .title = toso_report_chart_keep (self, g_strdup_printf ("Đánh giá kết quả hoạt động của %s %s", team, words)),
      .subtitle = toso_chart_subtitle (self, source, toso_chart_count_reported (source), source->villages->len),
    },
    .over = toso_report_chart_keep (self, g_steal_pointer (&agency)),
    .under = toso_report_chart_keep (self, g_strdup_printf ("%s%sngày %d tháng %d năm %d", place != NULL ? place : "", place != NULL && *place != '\0' ? ", " : "", source->today.day, source->today.month, source->today.year)),
  };
  self->kind = &TOSO_CHART_COVER;
  self->chart = chart;

  return TRUE;
}

static char *
make_note (const TosoDecision *decision)
{
  g_autofree char *due = toso_date_is_valid (decision->due) ? toso_chart_date_text (decision->due) : NULL;
  /* Translators: %s is a date: "hạn 20/3/2026" */
  g_autofree char *by = due != NULL ? g_strdup_printf (_ ("due %s"), due) : NULL;

  if (*decision->lead == '\0')
    return g_steal_pointer (&by);

  return by != NULL ? g_strdup_printf ("%s · %s", decision->lead, by) : g_strdup (decision->lead);
}

gboolean
toso_chart_make_steps (TosoReportChart       *self,
                       const TosoChartSource *source,
                       GError               **error)
{
  g_autoptr (GPtrArray) decisions = toso_meeting_list (source->year, source->period, error);
  TosoListChart *chart;
  TosoListLine  *lines;

  if (decisions == NULL)
    return FALSE;

  chart = toso_report_chart_new_array (self, TosoListChart, 1);
  lines = toso_report_chart_new_array (self, TosoListLine, decisions->len);
  for (guint i = 0; i < decisions->len; i++)
    {
      const TosoDecision *decision = decisions->pdata[i];

      lines[i] = (TosoListLine){
        .number = toso_report_chart_keep (self, g_strdup_printf ("%u", i + 1)),
        .text = toso_report_chart_keep (self, g_strdup (decision->content)),
        .note = toso_report_chart_keep (self, make_note (decision)),
        .mark = decision->done ? TOSO_MARK_CIRCLE : TOSO_MARK_RING,
      };
      toso_report_chart_add_id (self, decision->id);
    }
  *chart = (TosoListChart){
    .frame = { .title = _ ("Agreed next steps") },
    .lines = lines,
    .n_lines = decisions->len,
    .number_heading = C_ ("column", "No."),
    .text_heading = C_ ("column", "Content"),
    .note_heading = C_ ("column", "Who, and by when"),
    .empty_text = _ ("Nothing has been noted yet."),
  };
  self->kind = &TOSO_CHART_LIST;
  self->chart = chart;

  return TRUE;
}
