/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <string.h>

#include "chart/toso-chart-kind.h"
#include "chart/toso-stack-chart.h"

/* The charts that are figures of a paper: their words are those of the
 * paper, whatever language the screens have. */

/* Over nine points on paper. */
#define WIDTH     700
#define FONT_SIZE 14

typedef struct
{
  TosoBarChart chart;
  GArray      *bars;    /* of TosoBar */
  GPtrArray   *strings; /* what the chart points to */
} Figure;

static void
figure_free (gpointer data)
{
  Figure *figure = data;

  g_array_unref (figure->bars);
  g_ptr_array_unref (figure->strings);
  g_free (figure);
}

static const char *
keep (Figure *figure,
      char   *text)
{
  g_ptr_array_add (figure->strings, text);

  return text;
}

/* Short: the track needs the room. */
static char *
get_target_text (const TosoTarget *target)
{
  if (!target->value.known && target->direction != TOSO_DIRECTION_INCREASE && target->direction != TOSO_DIRECTION_DECREASE &&
      target->kind != TOSO_TARGET_YES_NO)
    return g_strdup (TOSO_MISSING);

  return toso_words_target (target);
}

static void
add_bar (Figure                 *figure,
         const TosoTargetResult *result)
{
  const TosoProgress *progress = &result->progress;
  TosoFigure          scale = toso_progress_get_scale (result->target);
  TosoBar             bar = {
                .label = keep (figure, g_strdup (result->target->name)),
                .mark = toso_report_state_mark (progress->state),
                .value_text = keep (figure, toso_words_value (result->target, progress->value)),
                .target_text = keep (figure, get_target_text (result->target)),
                .state_text = toso_words_state (progress->state),
  };

  if (progress->commune_wide)
    bar.note = "toàn xã";
  else
    bar.note = keep (figure, g_strdup_printf ("%u/%u", progress->coverage.reported, progress->coverage.expected));
  bar.has_value = progress->value.known && scale.known;
  if (bar.has_value)
    bar.share = toso_progress_share_of (progress->value.value, scale.value);
  bar.has_pace = bar.has_value && progress->pace.known && progress->state != TOSO_STATE_MET;
  if (bar.has_pace)
    bar.pace = toso_progress_share_of (progress->pace.value, scale.value);
  g_array_append_val (figure->bars, bar);
}

static void
draw_cb (gpointer data,
         cairo_t *cr,
         double   width,
         double   height)
{
  toso_bar_chart_draw (&((Figure *) data)->chart, toso_palette_get (TOSO_PALETTE_LIGHT), cr, width, height);
}

guint
toso_part_count_figures (GPtrArray *blocks)
{
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    n += ((const TosoBlock *) blocks->pdata[i])->kind == TOSO_BLOCK_FIGURE;

  return n;
}

static char *
number_caption (GPtrArray  *blocks,
                const char *caption)
{
  return g_strdup_printf ("Hình %u. %s", toso_part_count_figures (blocks) + 1, caption);
}

void
toso_part_targets_figure (const TosoPaperData *data,
                          GPtrArray           *blocks)
{
  Figure          *figure = g_new0 (Figure, 1);
  g_autofree char *caption = toso_paper_fill (data, "Kết quả thực hiện chỉ tiêu đến hết {period} so với kế hoạch năm {year}");
  g_autofree char *numbered = number_caption (blocks, caption);
  TosoBarChart    *chart = &figure->chart;

  figure->bars = g_array_new (FALSE, FALSE, sizeof (TosoBar));
  figure->strings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < data->results->len; i++)
    add_bar (figure, data->results->pdata[i]);
  chart->bars = (const TosoBar *) figure->bars->data;
  chart->n_bars = figure->bars->len;
  chart->frame.font_family = TOSO_PROFILE_DECREE_30.font_family;
  chart->frame.font_size = FONT_SIZE;
  chart->label_heading = "Chỉ tiêu";
  chart->scale_start = "0";
  chart->scale_end = "mức kế hoạch năm";
  chart->value_heading = "Đạt được";
  chart->target_heading = "Kế hoạch";
  chart->state_heading = "Tiến độ";
  chart->note_heading = keep (figure, g_strdup_printf ("Số %s", data->village_word));
  chart->legend_pace = keep (figure, g_strdup_printf ("mức cần đạt đến %d/%d", data->last.day, data->last.month));
  chart->legend_missing = "chưa có số liệu";
  chart->legend_note = keep (figure, g_strdup_printf ("%s chưa có số liệu không tính là 0", data->village_word));
  toso_block_append_figure (blocks, numbered, WIDTH, toso_bar_chart_natural_height (chart, WIDTH), draw_cb, figure, figure_free);
}

/* --- who has sent, month by month --- */

#define N_PARTS       4
#define MONTHS_HEIGHT 230

typedef struct
{
  TosoStackChart chart;
  TosoStackPart  parts[N_PARTS];
  GPtrArray     *columns; /* of char * */
  GArray        *counts;  /* of double */
} Months;

static void
months_free (gpointer data)
{
  Months *months = data;

  g_ptr_array_unref (months->columns);
  g_array_unref (months->counts);
  g_free (months);
}

static char *
format_count (double value)
{
  return toso_number_format (value, 0);
}

static void
draw_months_cb (gpointer data,
                cairo_t *cr,
                double   width,
                double   height)
{
  toso_chart_draw (&TOSO_CHART_STACK, &((Months *) data)->chart, toso_palette_get (TOSO_PALETTE_LIGHT), cr, width, height);
}

static gboolean
has_any_report (const TosoPaperData *data)
{
  for (guint i = 0; i < data->months->len; i++)
    {
      const TosoMonthTally *month = &g_array_index (data->months, TosoMonthTally, i);

      if (month->on_time + month->late + month->undated > 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_month (Months               *months,
           const TosoMonthTally *month)
{
  const double counts[N_PARTS] = { month->on_time, month->late, month->undated, month->missing };

  g_ptr_array_add (months->columns, g_strdup_printf ("%d/%d", month->month.number, month->month.year));
  g_array_append_vals (months->counts, counts, N_PARTS);
}

void
toso_part_months_figure (const TosoPaperData *data,
                         GPtrArray           *blocks)
{
  static const TosoStackPart parts[N_PARTS] = {
    { TOSO_MARK_CIRCLE, "gửi đúng hạn" },
    { TOSO_MARK_TRIANGLE, "gửi sau thời hạn" },
    { TOSO_MARK_DIAMOND, "đã gửi, không rõ ngày hoặc thời hạn" },
    { TOSO_MARK_SQUARE, "chưa gửi" },
  };
  g_autofree char *caption = toso_paper_fill (data, "Số {villages} gửi số liệu từng tháng, {period}");
  g_autofree char *numbered = number_caption (blocks, caption);
  g_autofree char *where = g_strdup_printf ("(Số liệu từng tháng tại Hình %u.)", toso_part_count_figures (blocks) + 1);
  Months          *months;

  if (!has_any_report (data))
    return;
  toso_block_append (blocks, TOSO_BLOCK_BODY, where);
  months = g_new0 (Months, 1);
  months->columns = g_ptr_array_new_with_free_func (g_free);
  months->counts = g_array_new (FALSE, FALSE, sizeof (double));
  memcpy (months->parts, parts, sizeof parts);
  for (guint i = 0; i < data->months->len; i++)
    add_month (months, &g_array_index (data->months, TosoMonthTally, i));
  months->chart = (TosoStackChart){
    .frame = { .font_family = TOSO_PROFILE_DECREE_30.font_family, .font_size = FONT_SIZE },
    .columns = (const char *const *) months->columns->pdata,
    .n_columns = months->columns->len,
    .parts = months->parts,
    .n_parts = N_PARTS,
    .counts = (const double *) (gpointer) months->counts->data,
    .format = format_count,
    .column_heading = "Tháng",
  };
  toso_block_append_figure (blocks, numbered, WIDTH, MONTHS_HEIGHT, draw_months_cb, months, months_free);
}
