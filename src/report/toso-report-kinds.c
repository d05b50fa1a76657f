/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"

#define DEFAULT_WIDTH 1366

/* On papers, whose words are never translated, and on charts that stand beside
 * them. */
#define SAMPLE_MARK "SỐ LIỆU MẪU"

typedef struct
{
  TosoYear         *year;
  const TosoPeriod *period;
  gboolean          gray;
  TosoPictureFormat format;
  double            width, height; /* 0: what suits */
} ChartRequest;

static GBytes *draw_targets (const ChartRequest *request,
                             GError            **error);

static TosoPaper *write_plan (TosoYear         *year,
                              const TosoPeriod *period,
                              GError          **error);

/* A further kind is one more line here. */
static const struct
{
  const char *name;
  GBytes *(*draw) (const ChartRequest *request,
                   GError            **error);
} charts[] = {
  { "targets", draw_targets },
};

static const struct
{
  const char *name;
  TosoPaper *(*write) (TosoYear         *year,
                       const TosoPeriod *period,
                       GError          **error);
} papers[] = {
  { "plan", write_plan },
};

static const char *const chart_names[] = { "targets", NULL };
static const char *const paper_names[] = { "plan", NULL };

const char *const *
toso_report_list_charts (void)
{
  return chart_names;
}

const char *const *
toso_report_list_papers (void)
{
  return paper_names;
}

/**
 * toso_report_get_mark:
 *
 * Made-up figures are marked on every screen, chart and page.
 *
 * Returns: (nullable): what is to stand across them
 */
const char *
toso_report_get_mark (TosoYear *year)
{
  g_return_val_if_fail (TOSO_IS_YEAR (year), NULL);

  return toso_year_is_sample (year) ? SAMPLE_MARK : NULL;
}

/* The day the pace is for: today, within the period. */
static TosoDate
pace_day (TosoYear         *year,
          const TosoPeriod *period)
{
  TosoDate   today = toso_date_today ();
  TosoDate   first, last;
  TosoCutoff cutoff;
  int        custom_day;

  if (!toso_year_get_calendar (year, &first, &last, &cutoff, &custom_day, NULL))
    return today;
  if (period != NULL)
    toso_period_get_range (*period, cutoff, custom_day, &first, &last);

  return toso_date_compare (today, last) > 0 ? last : today;
}

static void
draw_bars (gconstpointer      chart,
           const TosoPalette *palette,
           cairo_t           *cr,
           double             width,
           double             height)
{
  toso_bar_chart_draw (chart, palette, cr, width, height);
}

static GBytes *
render (const ChartRequest *request,
        TosoDrawFunc        draw,
        gconstpointer       chart,
        double              width,
        double              height,
        GError            **error)
{
  g_autoptr (GError) local_error = NULL;
  GBytes *bytes = toso_picture_render (draw,
                                       chart,
                                       toso_palette_get (request->gray ? TOSO_PALETTE_GRAY : TOSO_PALETTE_LIGHT),
                                       request->format,
                                       width,
                                       height,
                                       &local_error);

  if (bytes == NULL)
    g_set_error_literal (error,
                         TOSO_ERROR,
                         g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT) ? TOSO_ERROR_INVALID : TOSO_ERROR_FAILED,
                         local_error->message);

  return bytes;
}

static GBytes *
draw_targets (const ChartRequest *request,
              GError            **error)
{
  TosoDate day = pace_day (request->year, request->period);
  g_autoptr (TosoPlan) plan = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (TosoTargetsChart) chart = NULL;
  g_autofree char    *title = NULL;
  const TosoBarChart *bars;
  double              width, height;

  plan = toso_year_load_plan (request->year, error);
  if (plan == NULL)
    return NULL;
  results = toso_report_target_results (request->year, request->period, day, error);
  if (results == NULL)
    return NULL;

  /* Translators: %d is a year: "Chỉ tiêu năm 2026" */
  title = plan->year != 0 ? g_strdup_printf (_ ("Targets of %d"), plan->year) : g_strdup (_ ("Targets"));
  chart = toso_targets_chart_new (results, title, day);
  toso_targets_chart_set_watermark (chart, toso_report_get_mark (request->year));
  bars = toso_targets_chart_get (chart);
  width = request->width > 0 ? request->width : DEFAULT_WIDTH;
  height = request->height > 0 ? request->height : toso_bar_chart_natural_height (bars, width);

  return render (request, draw_bars, bars, width, height, error);
}

static TosoPaper *
write_plan (TosoYear         *year,
            const TosoPeriod *period,
            GError          **error)
{
  g_autoptr (TosoPlan) plan = toso_year_load_plan (year, error);
  g_autoptr (GPtrArray) entries = plan != NULL ? toso_year_list_journal (year, 1, error) : NULL;
  TosoPaper *paper;

  if (entries == NULL)
    return NULL;
  paper = toso_report_plan_paper (plan);
  /* As old as the latest change, so that the same data gives the same bytes. */
  if (entries->len > 0)
    paper->created = ((const TosoJournalEntry *) g_ptr_array_index (entries, 0))->time;

  return paper;
}

static void
set_unknown_kind (const char        *kind,
                  const char *const *names,
                  GError           **error)
{
  g_autofree char *list = g_strjoinv (", ", (char **) names);

  /* Translators: what was asked for; what there is */
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("There is no “%s” here: choose one of %s"), kind, list);
}

gboolean
toso_report_draw_chart (TosoYear         *year,
                        const char       *kind,
                        const TosoPeriod *period,
                        gboolean          gray,
                        TosoPictureFormat format,
                        double            width,
                        double            height,
                        GBytes          **bytes,
                        GError          **error)
{
  ChartRequest request = { year, period, gray, format, width, height };

  g_return_val_if_fail (TOSO_IS_YEAR (year) && kind != NULL && bytes != NULL, FALSE);

  *bytes = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    if (g_str_equal (charts[i].name, kind))
      {
        *bytes = charts[i].draw (&request, error);
        return *bytes != NULL;
      }
  set_unknown_kind (kind, chart_names, error);

  return FALSE;
}

TosoPaper *
toso_report_paper (TosoYear         *year,
                   const char       *kind,
                   const TosoPeriod *period,
                   GError          **error)
{
  g_return_val_if_fail (TOSO_IS_YEAR (year) && kind != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i].name, kind))
      {
        TosoPaper *paper = papers[i].write (year, period, error);

        if (paper != NULL)
          paper->watermark = g_strdup (toso_report_get_mark (year));
        return paper;
      }
  set_unknown_kind (kind, paper_names, error);

  return NULL;
}
