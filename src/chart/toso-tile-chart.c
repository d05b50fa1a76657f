/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-tile-chart.h"

#include <math.h>

#include "chart/toso-scene-private.h"

/* In em. */
#define COLUMNS   7
#define MAX_RATIO 3.2 /* width of a tile to its height */
#define ROOMY_ROW 4.6
#define TIGHT_ROW 1.3
#define NATURAL   5.2
#define FRAME     8.0
#define TILE_GAP  0.3
#define PADDING   0.4
#define MAX_LINES 3

static gsize
count_columns (const TosoTileChart *chart)
{
  if (chart->n_columns > 0)
    return chart->n_columns;
  if (chart->n_tiles <= COLUMNS * COLUMNS)
    return MIN (COLUMNS, MAX (chart->n_tiles, 1));

  return (gsize) ceil (sqrt (1.6 * (double) chart->n_tiles));
}

static gsize
count_rows (const TosoTileChart *chart)
{
  gsize n = count_columns (chart);

  return (chart->n_tiles + n - 1) / n;
}

static double
choose_em (gconstpointer data,
           double        width,
           double        height)
{
  const TosoTileChart *chart = data;

  return toso_frame_choose_em (&chart->frame, count_rows (chart), &(TosoRowSizes){ FRAME, ROOMY_ROW, TIGHT_ROW }, width, height);
}

/* Number and mark on the first line, the name under it, the value last; what
 * does not fit is left out: value, name, number. */
static void
add_texts (TosoScene     *scene,
           gsize          i,
           const TosoBox *tile)
{
  const TosoTileChart *chart = scene->chart;
  const TosoTile      *item = &chart->tiles[i];
  double               em = scene->em;
  double               size = TOSO_TEXT_SIZE * em, small = TOSO_NOTE_SIZE * em;
  double               line = toso_compositor_line_height (scene->compositor, size);
  double               small_line = toso_compositor_line_height (scene->compositor, small);
  double               padding = PADDING * em;
  double               width = tile->width - 2 * padding;
  double               x = tile->x + padding, y = tile->y + padding * 0.6;
  double               bottom = tile->y + tile->height - padding * 0.6;
  gboolean             has_number = width >= 2.6 * em && bottom - y >= small_line;
  gboolean             has_label = width >= 3 * em && bottom - y >= small_line + line;
  gboolean             has_value = has_label && item->value_text != NULL && bottom - y >= small_line + 2 * line;
  TosoLabel           *labels[3] = { NULL };

  if (has_number)
    labels[0] = toso_labels_add (scene->labels, TOSO_PART_NOTE, (gssize) i, item->number, small, (TosoBox){ x, y, width - 1.3 * em, small_line });
  y += small_line;
  if (has_value)
    bottom -= line;
  if (has_label)
    {
      int lines = (int) CLAMP ((bottom - y) / line, 1, MAX_LINES);

      lines = MIN (lines, MAX (toso_compositor_count_lines (scene->compositor, item->label, size, FALSE, width), 1));
      labels[1] = toso_labels_add (scene->labels, TOSO_PART_LABEL, (gssize) i, item->label, size, (TosoBox){ x, y, width, lines * line });
      if (labels[1] != NULL)
        {
          labels[1]->ink = TOSO_INK_TEXT;
          labels[1]->lines = lines;
        }
    }
  if (has_value)
    {
      labels[2] = toso_labels_add (scene->labels, TOSO_PART_VALUE, (gssize) i, item->value_text, size, (TosoBox){ x, bottom, width, line });
      if (labels[2] != NULL)
        {
          labels[2]->ink = TOSO_INK_TEXT;
          labels[2]->bold = TRUE;
        }
    }
  for (guint k = 0; k < G_N_ELEMENTS (labels); k++)
    if (labels[k] != NULL)
      labels[k]->plate = item->mark == TOSO_MARK_NONE;
}

/* The last places say how many tiles are not shown. */
static gsize
leave_room (TosoScene *scene,
            gsize      n_shown,
            gsize      n_columns,
            double     width)
{
  const TosoTileChart *chart = scene->chart;
  g_autofree char     *widest = g_strdup_printf ("+%" G_GSIZE_FORMAT, chart->n_tiles);
  double               needed = toso_compositor_width (scene->compositor, widest, TOSO_NOTE_SIZE * scene->em, FALSE);

  if (n_shown == chart->n_tiles || n_shown == 0)
    return n_shown;
  n_shown--;
  for (double room = width; room < needed && n_shown % n_columns > 0; room += width)
    n_shown--;

  return n_shown;
}

static void
add_tiles (TosoScene     *scene,
           const TosoBox *content,
           gsize          n_columns,
           gsize          n_rows,
           double         width,
           double         height)
{
  const TosoTileChart *chart = scene->chart;
  double               gap = MIN (TILE_GAP * scene->em, MIN (width, height) * 0.2);
  gsize                n_shown = MIN (chart->n_tiles, n_rows * n_columns);

  n_shown = leave_room (scene, n_shown, n_columns, width - gap);
  for (gsize i = 0; i < n_shown; i++)
    {
      TosoBox tile = {
        content->x + (double) (i % n_columns) * width,
        content->y + (double) (i / n_columns) * height,
        width - gap,
        height - gap,
      };

      toso_scene_add_item (scene, i, tile);
      add_texts (scene, i, &tile);
    }
  if (n_shown < chart->n_tiles)
    {
      gsize      column = n_shown % n_columns;
      TosoLabel *label = toso_scene_add_more (scene, chart->n_tiles - n_shown, (TosoBox){ content->x + (double) column * width, content->y + (double) (n_shown / n_columns) * height, (double) (n_columns - column) * width - gap, MIN (height - gap, MAX (content->height, 0)) });

      if (label != NULL)
        label->align = PANGO_ALIGN_CENTER;
    }
}

static void
lay_out (TosoScene *scene)
{
  const TosoTileChart *chart = scene->chart;
  double               em = scene->em;
  double               line = toso_compositor_line_height (scene->compositor, TOSO_NOTE_SIZE * em);
  gsize                n_columns = count_columns (chart), n_rows = count_rows (chart);
  double               least = MAX (TIGHT_ROW * em, 6);
  TosoDivision         parts = {
            .foot_height = chart->n_tiles > 0 && chart->n_keys > 0 ? line : 0,
            .wanted = chart->n_tiles > 0 ? (double) MIN (n_rows, 3) * least : line,
  };
  double width, height, x;

  toso_scene_divide (scene, &parts);
  if (chart->n_tiles == 0)
    {
      toso_scene_add_empty (scene, chart->empty_text, &parts.content);
      return;
    }

  /* Air over the first row. */
  parts.content.y += MIN (0.7 * em, MAX (parts.content.height, 0) / 10);
  parts.content.height -= MIN (0.7 * em, MAX (parts.content.height, 0) / 10);
  width = parts.content.width / (double) n_columns;
  height = MAX (MIN (parts.content.height / (double) n_rows, 6 * em), MIN (least, parts.content.height));
  if (height <= 0)
    return;
  n_rows = MIN (n_rows, (gsize) (parts.content.height / height + 0.001));
  width = MIN (width, MAX (height * MAX_RATIO, 9 * em));
  add_tiles (scene, &parts.content, n_columns, n_rows, width, height);
  if (parts.foot.height > 0 && scene->items->len == chart->n_tiles)
    parts.foot.y = parts.content.y + (double) n_rows * height + 0.3 * em;
  x = parts.foot.x;
  for (gsize i = 0; i < chart->n_keys; i++)
    toso_scene_add_key (scene, &parts.foot, &x, chart->keys[i].mark == TOSO_MARK_NONE ? TOSO_KEY_HATCH : TOSO_KEY_MARK, chart->keys[i].mark, chart->keys[i].text);
}

static void
draw (const TosoScene   *scene,
      const TosoPalette *palette,
      cairo_t           *cr)
{
  const TosoTileChart *chart = scene->chart;
  double               em = scene->em;

  for (guint k = 0; k < scene->items->len; k++)
    {
      const TosoItem *item = &g_array_index (scene->items, TosoItem, k);
      const TosoBox  *box = &item->box;
      TosoMark        mark = chart->tiles[item->index].mark;
      double          size = MIN (TOSO_MARK_SIZE (em), MIN (box->width, box->height) * 0.7);
      gboolean        is_small = box->width < (2.6 + 2 * PADDING) * em;
      double          x = is_small ? box->x + box->width / 2 : box->x + box->width - PADDING * em - size / 2;
      double          y = is_small || box->height < 2.2 * em ? box->y + box->height / 2 : box->y + PADDING * 0.6 * em + 0.62 * em;

      if (mark == TOSO_MARK_NONE || (guint) mark >= TOSO_N_MARKS)
        {
          toso_ink_fill_hatch (cr, palette, box, MIN (em, box->height));
          continue;
        }
      toso_ink_fill_box (cr, toso_palette_get_ground (palette, mark), box);
      toso_mark_draw (cr, palette, mark, x, y, size);
    }
}

static double
natural_height (gconstpointer data,
                double        width)
{
  const TosoTileChart *chart = data;

  return toso_frame_natural_height (&chart->frame, width, FRAME + NATURAL * (double) MAX (count_rows (chart), 1));
}

static void
tabulate (gconstpointer   data,
          TosoChartTable *table)
{
  const TosoTileChart *chart = data;

  toso_chart_table_set_headings (table, 2, 4, (const char *[]){ NULL, chart->label_heading, chart->value_heading, chart->state_heading });
  for (gsize i = 0; i < chart->n_tiles; i++)
    {
      const TosoTile *tile = &chart->tiles[i];

      toso_chart_table_add (table, (const char *[]){ tile->number, tile->label, tile->value_text, tile->state_text });
    }
}

/* As many side by side on each page, also on the last; fewer, where wider tiles
 * hold their names on fewer lines. */
static gboolean
vary (gpointer data,
      guint    attempt)
{
  TosoTileChart *chart = data;
  gsize          n_columns = count_columns (chart);

  if (attempt > 0 && n_columns <= attempt + 2)
    return FALSE;
  chart->n_columns = n_columns - attempt;

  return TRUE;
}

/* Pages end at the end of a row of tiles. */
static gsize
get_step (gconstpointer chart)
{
  return count_columns (chart);
}

/* Every tile with all it has to say. */
static gboolean
is_whole (const TosoScene *scene)
{
  const TosoTileChart *chart = scene->chart;
  gsize                wanted = 0, shown = 0;

  for (gsize i = 0; i < chart->n_tiles; i++)
    wanted += (chart->tiles[i].number != NULL) + (chart->tiles[i].label != NULL) + (chart->tiles[i].value_text != NULL);
  for (guint i = 0; i < scene->labels->len; i++)
    {
      const TosoLabel *label = scene->labels->pdata[i];

      shown += label->item >= 0;
      if (label->part == TOSO_PART_LABEL && label->lines < MAX_LINES &&
          toso_compositor_count_lines (scene->compositor, label->text, label->size, label->bold, label->box.width) > label->lines)
        return FALSE;
    }

  return scene->items->len == chart->n_tiles && shown >= wanted;
}

static const char *
get_empty_text (gconstpointer chart)
{
  return ((const TosoTileChart *) chart)->empty_text;
}

const TosoChartKind TOSO_CHART_TILES = {
  .scene_size = sizeof (TosoScene),
  .choose_em = choose_em,
  .lay_out = lay_out,
  .draw = draw,
  .natural_height = natural_height,
  .tabulate = tabulate,
  .get_empty_text = get_empty_text,
  .rows = { sizeof (TosoTileChart), G_STRUCT_OFFSET (TosoTileChart, tiles), G_STRUCT_OFFSET (TosoTileChart, n_tiles), sizeof (TosoTile) },
  .vary = vary,
  .get_step = get_step,
  .is_whole = is_whole,
};
