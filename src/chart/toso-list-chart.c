/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-list-chart.h"

#include <math.h>

#include "chart/toso-scene-private.h"

/* In em. */
#define FRAME     6.0
#define ROOMY     3.2 /* a line of two lines of text */
#define TIGHT     1.5
#define LINE_GAP  0.55
#define TOP       0.7
#define MAX_LINES 8
#define COLUMN    60.0 /* longer lines are hard to read */

static double
choose_em (gconstpointer data,
           double        width,
           double        height)
{
  const TosoListChart *chart = data;

  return toso_frame_choose_em (&chart->frame, chart->n_lines, &(TosoRowSizes){ FRAME, ROOMY, TIGHT }, width, height);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static TosoMark
get_mark (const TosoListLine *line)
{
  return has_text (line->note) && (guint) line->mark < TOSO_N_MARKS ? line->mark : TOSO_MARK_NONE;
}

static double
get_number_width (TosoScene           *scene,
                  const TosoListChart *chart,
                  double               room)
{
  double width = 0;

  for (gsize i = 0; i < chart->n_lines; i++)
    width = MAX (width, toso_compositor_width (scene->compositor, chart->lines[i].number, TOSO_TEXT_SIZE * scene->em, TRUE));
  if (width > 0)
    width += TOSO_GAP * scene->em;

  return width <= room / 4 ? width : 0;
}

/* The text and its note; FALSE where not all of it has room. */
static gboolean
add_line (TosoScene *scene,
          gsize      i,
          double     x,
          double     number_width,
          double     width,
          double     bottom,
          double    *y)
{
  const TosoListChart *chart = scene->chart;
  const TosoListLine  *line = &chart->lines[i];
  double               em = scene->em;
  double               size = TOSO_TEXT_SIZE * em, small = TOSO_NOTE_SIZE * em;
  double               height = toso_compositor_line_height (scene->compositor, size);
  double               note_height = has_text (line->note) ? toso_compositor_line_height (scene->compositor, small) : 0;
  double               mark = get_mark (line) != TOSO_MARK_NONE ? 1.2 * em : 0;
  const char          *text = has_text (line->text) ? line->text : "—";
  int                  lines = CLAMP (toso_compositor_count_lines (scene->compositor, text, size, FALSE, width), 1, MAX_LINES);
  TosoBox              box = { x + number_width, *y, width, lines * height };
  TosoLabel           *label;

  if (*y + box.height + note_height > bottom + 0.01)
    return FALSE;

  if (number_width > 0 && (label = toso_labels_add (scene->labels, TOSO_PART_NOTE, (gssize) i, line->number, size, (TosoBox){ x, *y, number_width - TOSO_GAP * em, height })) != NULL)
    {
      label->bold = TRUE;
      label->align = PANGO_ALIGN_RIGHT;
    }
  label = toso_labels_add (scene->labels, TOSO_PART_LABEL, (gssize) i, text, size, box);
  label->ink = TOSO_INK_TEXT;
  label->lines = lines;
  *y += box.height;
  if (note_height > 0)
    {
      toso_labels_add (scene->labels, TOSO_PART_STATE, (gssize) i, line->note, small, (TosoBox){ x + number_width + mark, *y, width - mark, note_height });
      *y += note_height;
    }
  toso_scene_add_item (scene, i, (TosoBox){ x, box.y, number_width + width, *y - box.y });

  return TRUE;
}

static void
lay_out (TosoScene *scene)
{
  const TosoListChart *chart = scene->chart;
  double               em = scene->em;
  double               line = toso_compositor_line_height (scene->compositor, TOSO_TEXT_SIZE * em);
  TosoDivision         parts = { .wanted = line };
  double               width, number_width, y, bottom;
  gsize                i;

  toso_scene_divide (scene, &parts);
  if (chart->n_lines == 0)
    {
      toso_scene_add_empty (scene, chart->empty_text, &parts.content);
      return;
    }

  width = MIN (parts.content.width, COLUMN * em);
  number_width = get_number_width (scene, chart, width);
  y = parts.content.y + MIN (TOP * em, parts.content.height / 6);
  bottom = parts.content.y + parts.content.height;
  for (i = 0; i < chart->n_lines; i++)
    {
      /* Below every line but the last there is one that says "+12". */
      double end = i + 1 < chart->n_lines ? bottom - line : bottom;

      if (!add_line (scene, i, parts.content.x, number_width, width - number_width, end, &y))
        break;
      y += LINE_GAP * em;
    }
  if (i < chart->n_lines && y < bottom)
    toso_scene_add_more (scene, chart->n_lines - i, (TosoBox){ parts.content.x, y, width, MIN (line, bottom - y) });
}

static void
draw (const TosoScene   *scene,
      const TosoPalette *palette,
      cairo_t           *cr)
{
  const TosoListChart *chart = scene->chart;

  for (guint i = 0; i < scene->labels->len; i++)
    {
      const TosoLabel *label = scene->labels->pdata[i];
      TosoMark         mark = label->part == TOSO_PART_STATE ? get_mark (&chart->lines[label->item]) : TOSO_MARK_NONE;

      if (mark != TOSO_MARK_NONE)
        toso_mark_draw (cr, palette, mark, label->box.x - 0.65 * scene->em, label->box.y + label->box.height / 2, TOSO_MARK_SIZE (scene->em));
    }
}

static double
natural_height (gconstpointer data,
                double        width)
{
  const TosoListChart *chart = data;

  return toso_frame_natural_height (&chart->frame, width, FRAME + ROOMY * (double) MAX (chart->n_lines, 1));
}

static void
tabulate (gconstpointer   data,
          TosoChartTable *table)
{
  const TosoListChart *chart = data;

  toso_chart_table_set_headings (table, 2, 3, (const char *[]){ chart->number_heading, chart->text_heading, chart->note_heading });
  for (gsize i = 0; i < chart->n_lines; i++)
    toso_chart_table_add (table, (const char *[]){ chart->lines[i].number, chart->lines[i].text, chart->lines[i].note });
}

static const char *
get_empty_text (gconstpointer chart)
{
  return ((const TosoListChart *) chart)->empty_text;
}

const TosoChartKind TOSO_CHART_LIST = {
  .scene_size = sizeof (TosoScene),
  .choose_em = choose_em,
  .lay_out = lay_out,
  .draw = draw,
  .natural_height = natural_height,
  .tabulate = tabulate,
  .get_empty_text = get_empty_text,
  .rows = { sizeof (TosoListChart), G_STRUCT_OFFSET (TosoListChart, lines), G_STRUCT_OFFSET (TosoListChart, n_lines), sizeof (TosoListLine) },
};
