/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-report-type.h"
#include "report/toso-report-chart.h"
#include "report/toso-target-results-private.h"

G_BEGIN_DECLS

/* A chart in the making: what it is made from, and what it is made of. */
struct _TosoReportChart
{
  const TosoChartKind *kind;
  gpointer             chart;   /* begins with its frame */
  GPtrArray           *memory;  /* all that the chart points to */
  GArray              *ids;     /* of gint64, one an item */
  gsize                id_step; /* items that share an id, side by side; 0: one each */
  GPtrArray           *sources; /* of char *, one an item: where its figure comes from */
  gpointer             owner;   /* of what the chart points to, or NULL */
  GDestroyNotify       free_owner;
};

typedef struct
{
  TosoYear          *year;
  TosoPlan          *plan;
  GPtrArray         *villages;     /* of TosoVillage */
  GPtrArray         *measurements; /* of TosoMeasurement */
  TosoReportCalendar calendar;
  TosoDate           today;
  const char        *mark;         /* of made-up figures, or NULL */
  const TosoPeriod  *period;       /* NULL: all that is there */
  const char        *target;       /* code, or NULL */
  gint64             village_id;   /* of a card; else 0 */
  GHashTable        *groups;       /* of cards: figures by target, … */
  GPtrArray         *statuses;     /* … and how the month's reports came */
} TosoChartSource;

typedef gboolean (*TosoChartFunc) (TosoReportChart       *self,
                                   const TosoChartSource *source,
                                   GError               **error);

gboolean         toso_chart_source_load  (TosoChartSource       *source, /* its year, period and target are given */
                                         GError               **error);
/* As reported, see toso_report_is_as_reported(); the caller then owns the
 * villages and measurements of @reported. */
gboolean         toso_chart_source_take_reported (TosoChartSource *reported,
                                         TosoChartFunc           make,
                                         GError               **error);
void             toso_chart_say_reported (TosoReportChart       *self);
/* What cards are made from without the year. */
gboolean         toso_chart_source_load_cards (TosoChartSource  *source,
                                         GError               **error);
void             toso_chart_source_clear (TosoChartSource       *source);
TosoChartFunc    toso_report_chart_find  (const char            *kind); /* or NULL */
TosoReportChart *toso_report_chart_make  (const TosoChartSource *source,
                                         TosoChartFunc          make,
                                         GError               **error);

/* Memory that lives as long as the chart. */
gpointer    toso_report_chart_alloc  (TosoReportChart *self,
                                      gsize            size);
char       *toso_report_chart_keep   (TosoReportChart *self,
                                      char            *text);
void        toso_report_chart_add_id (TosoReportChart *self,
                                      gint64           id);

/* Of the next item: a village's figure of a month.  Without a target's code:
 * none. */
void        toso_report_chart_add_source (TosoReportChart  *self,
                                          gint64            village_id,
                                          const TosoTarget *target, /* or NULL */
                                          TosoPeriod        month);

#define toso_report_chart_new_array(self, type, n) ((type *) toso_report_chart_alloc ((self), sizeof (type) * ((n) + 1)))

/* 14/3/2026 */
char       *toso_chart_date_text     (TosoDate         date);
/* The day that the figures and the pace are for: today, within the period. */
TosoDate    toso_chart_get_day       (const TosoChartSource *source);
/* "figures to 14/3/2026 · 38/41 villages" */
const char *toso_chart_subtitle      (TosoReportChart *self,
                                      const TosoChartSource *source,
                                      guint            reported,
                                      guint            expected);
/* The target of the source's code; the first that villages report without one. */
TosoTarget *toso_chart_find_target   (const TosoChartSource *source,
                                      GError         **error);
/* What one village (0: all of them) has reached by the end of @period. */
TosoProgress toso_chart_get_progress (const TosoChartSource *source,
                                      const TosoTarget *target,
                                      GHashTable      *groups,
                                      gint64           village_id,
                                      TosoDate         day);
/* That of the source, or the latest that is over: the one whose reports are
 * due. */
TosoPeriod  toso_chart_get_month     (const TosoChartSource *source);
/* Of the plan's year; *@n of them. */
TosoPeriod *toso_chart_list_months   (const TosoChartSource *source,
                                      gsize           *n);
/* Villages that have sent any figure. */
guint       toso_chart_count_reported (const TosoChartSource *source);
/* "đúng hạn" */
const char *toso_chart_timeliness_text (TosoTimeliness timeliness);
/* "3/2026" */
char       *toso_chart_month_text    (TosoPeriod       month);
char       *toso_chart_number_text   (double           value);
gboolean    toso_chart_is_percentage (const TosoTarget *target);
gboolean    toso_chart_is_reported   (const TosoChartSource *source, /* by villages */
                                      const TosoTarget *target);

/* "Hộ dùng dịch vụ công trực tuyến, %" */
char       *toso_chart_target_title (const TosoTarget *target);

gboolean    toso_chart_make_targets    (TosoReportChart *self, const TosoChartSource *source, GError **error);
gboolean    toso_chart_make_bullets    (TosoReportChart *self, const TosoChartSource *source, GError **error);
gboolean    toso_chart_make_trend      (TosoReportChart *self, const TosoChartSource *source, GError **error);
gboolean    toso_chart_make_ranked     (TosoReportChart *self, const TosoChartSource *source, GError **error);
gboolean    toso_chart_make_heat       (TosoReportChart *self, const TosoChartSource *source, GError **error);
gboolean    toso_chart_make_tiles      (TosoReportChart *self, const TosoChartSource *source, GError **error);
gboolean    toso_chart_make_village_tiles (TosoReportChart *self, const TosoChartSource *source, GError **error);
gboolean    toso_chart_make_matrix     (TosoReportChart *self, const TosoChartSource *source, GError **error);
gboolean    toso_chart_make_timeliness (TosoReportChart *self, const TosoChartSource *source, GError **error);
gboolean    toso_chart_make_timeline   (TosoReportChart *self, const TosoChartSource *source, GError **error);
gboolean    toso_chart_make_states     (TosoReportChart *self, const TosoChartSource *source, GError **error);

/* Slides that are no charts of their own: what they say is on them alone. */
gboolean    toso_chart_make_cover      (TosoReportChart *self, const TosoChartSource *source, GError **error);
gboolean    toso_chart_make_steps      (TosoReportChart *self, const TosoChartSource *source, GError **error);
gboolean    toso_chart_make_card       (TosoReportChart *self, const TosoChartSource *source, GError **error);

G_END_DECLS
