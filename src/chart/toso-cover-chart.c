/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-cover-chart.h"

#include <math.h>

#include "chart/toso-scene-private.h"

/* In em. */
#define TITLE  1.6
#define GAP    0.9
#define RULE   5.0
#define LINES  12.0 /* of text that must have room */
#define HEIGHT 20.0

typedef struct
{
  TosoScene scene;
  TosoBox   rule; /* under the title; no width: left out */
} TosoCoverLayout;

static double
choose_em (gconstpointer data,
           double        width,
           double        height)
{
  const TosoCoverChart *chart = data;

  return toso_frame_choose_em (&chart->frame, 1, &(TosoRowSizes){ LINES, 1, 1 }, width, height);
}

static void
add_centred (TosoScene     *scene,
             const TosoBox *box,
             TosoPart       part,
             const char    *text,
             double         size,
             gboolean       bold,
             double        *y)
{
  double     line = toso_compositor_line_height (scene->compositor, size);
  double     room = box->y + box->height - *y;
  int        lines = toso_compositor_count_lines (scene->compositor, text, size, bold, box->width);
  TosoLabel *label;

  lines = MIN (lines, (int) (room / line + 0.001));
  if (text == NULL || *text == '\0' || lines < 1)
    return;
  label = toso_labels_add (scene->labels, part, -1, text, size, (TosoBox){ box->x, *y, box->width, lines * line });
  if (label == NULL)
    return;
  if (part == TOSO_PART_WATERMARK && lines == 1)
    {
      /* Its frame is as long as it is. */
      double width = MIN (toso_compositor_width (scene->compositor, text, size, bold) + GAP * scene->em, box->width);

      label->box.x += (box->width - width) / 2;
      label->box.width = width;
    }
  label->align = PANGO_ALIGN_CENTER;
  label->lines = lines;
  label->bold = bold;
  if (bold)
    label->ink = TOSO_INK_TEXT;
  *y += lines * line;
}

static double
measure (TosoScene  *scene,
         const char *text,
         double      size,
         gboolean    bold,
         double      width)
{
  if (text == NULL || *text == '\0')
    return 0;

  return toso_compositor_line_height (scene->compositor, size) * MAX (toso_compositor_count_lines (scene->compositor, text, size, bold, width), 1);
}

/* In the middle of the height, as a page's title. */
static void
lay_out (TosoScene *scene)
{
  TosoCoverLayout      *layout = (TosoCoverLayout *) scene;
  const TosoCoverChart *chart = scene->chart;
  const TosoChartFrame *frame = &chart->frame;
  double                em = scene->em;
  double                margin = toso_frame_margin (em, scene->width, scene->height);
  TosoBox               box = { margin, margin, scene->width - 2 * margin, scene->height - 2 * margin };
  double                y = box.y, height;

  add_centred (scene, &box, TOSO_PART_WATERMARK, frame->watermark, TOSO_NOTE_SIZE * em, FALSE, &y);
  box.height = MAX (box.height - (y - box.y), 0);
  box.y = y;
  height = measure (scene, chart->over, em, TRUE, box.width) + measure (scene, frame->title, TITLE * em, TRUE, box.width) +
           measure (scene, frame->subtitle, em, FALSE, box.width) + measure (scene, chart->under, em, FALSE, box.width) + 4 * GAP * em;
  y = box.y + MAX ((box.height - height) * 0.45, 0);
  add_centred (scene, &box, TOSO_PART_NOTE, chart->over, em, TRUE, &y);
  y += GAP * em;
  add_centred (scene, &box, TOSO_PART_TITLE, frame->title, TITLE * em, TRUE, &y);
  y += GAP * em;
  if (frame->has_accent && y + GAP * em < box.y + box.height)
    layout->rule = (TosoBox){ box.x + MAX (box.width - RULE * em, 0) / 2, y, MIN (RULE * em, box.width), 0.14 * em };
  y += GAP * em;
  add_centred (scene, &box, TOSO_PART_SUBTITLE, frame->subtitle, em, FALSE, &y);
  y += GAP * em / 2;
  add_centred (scene, &box, TOSO_PART_NOTE, chart->under, em, FALSE, &y);
}

static void
draw (const TosoScene   *scene,
      const TosoPalette *palette,
      cairo_t           *cr)
{
  const TosoCoverLayout *layout = (const TosoCoverLayout *) scene;

  if (layout->rule.width > 0)
    toso_ink_fill_box (cr, palette->accent, &layout->rule);
}

static double
natural_height (gconstpointer data,
                double        width)
{
  return toso_frame_natural_height (data, width, HEIGHT);
}

static void
tabulate (gconstpointer   data,
          TosoChartTable *table)
{
  const TosoCoverChart *chart = data;

  toso_chart_table_add_note (table, chart->over);
  toso_chart_table_add_note (table, chart->under);
}

static const char *
get_empty_text (gconstpointer chart)
{
  return NULL;
}

const TosoChartKind TOSO_CHART_COVER = {
  .scene_size = sizeof (TosoCoverLayout),
  .choose_em = choose_em,
  .lay_out = lay_out,
  .draw = draw,
  .natural_height = natural_height,
  .tabulate = tabulate,
  .get_empty_text = get_empty_text,
  .rows = { .chart_size = sizeof (TosoCoverChart) },
};
