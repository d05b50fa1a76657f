/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-bullet-chart-private.h"

#include <math.h>

/* In em. */
#define NATURAL_ROW 2.4
#define ROOMY_ROW   3.6
#define TIGHT_ROW   1.5
#define FRAME       10.0
#define TRACK       0.95
#define VALUE_SHARE 0.5 /* of the track's height */
#define UNDER       0.95
#define TICK_SIZE   0.72

static double
choose_em (gconstpointer data,
           double        width,
           double        height)
{
  const TosoBulletChart *chart = data;

  return toso_frame_choose_em (&chart->frame, chart->n_bullets, &(TosoRowSizes){ FRAME, ROOMY_ROW, TIGHT_ROW }, width, height);
}

/* Words only are on no scale. */
static gboolean
has_scale (const TosoBullet *bullet)
{
  return toso_axis_accepts (bullet->has_value, bullet->value) || toso_axis_accepts (bullet->has_target, bullet->target);
}

static TosoAxis
make_axis (const TosoBullet *bullet,
           guint             max_ticks)
{
  double low = 0, high = 0;

  if (toso_axis_accepts (bullet->has_value, bullet->value))
    {
      low = MIN (low, bullet->value);
      high = MAX (high, bullet->value);
    }
  if (toso_axis_accepts (bullet->has_target, bullet->target))
    {
      low = MIN (low, bullet->target);
      high = MAX (high, bullet->target);
    }
  if (toso_axis_accepts (bullet->has_pace, bullet->pace))
    {
      low = MIN (low, bullet->pace);
      high = MAX (high, bullet->pace);
    }

  return toso_axis_new (low, high, max_ticks);
}

TosoBox
toso_bullet_layout_get_track (const TosoBulletLayout *layout,
                              gsize                   k)
{
  const TosoRowLayout *rows = &layout->rows;
  TosoBox              row = toso_rows_get_box (rows, k);
  double               text = row.height - rows->under;
  double               height = MIN (TRACK * rows->scene.em, text * 0.6);

  return (TosoBox){ rows->plot.x, row.y + (text - height) / 2, rows->plot.width, height };
}

double
toso_bullet_layout_get_x (const TosoBulletLayout *layout,
                          gsize                   k,
                          double                  value)
{
  const TosoAxis *axis = &g_array_index (layout->axes, TosoAxis, toso_rows_get_index (&layout->rows, k));

  return layout->rows.plot.x + layout->rows.plot.width * toso_axis_place (axis, value);
}

/* The figures of the scale under the track; those that meet are left out. */
static void
add_ticks (TosoBulletLayout *layout,
           gsize             k)
{
  const TosoBulletChart *chart = layout->rows.scene.chart;
  TosoScene             *scene = &layout->rows.scene;
  const TosoAxis        *axis = &g_array_index (layout->axes, TosoAxis, toso_rows_get_index (&layout->rows, k));
  TosoBox                track = toso_bullet_layout_get_track (layout, k);
  TosoBox                row = toso_rows_get_box (&layout->rows, k);
  double                 size = TICK_SIZE * scene->em;
  double                 line = toso_compositor_line_height (scene->compositor, size);
  double                 top = track.y + track.height * 1.35;
  double                 after = -1;

  if (top + line > row.y + row.height || !has_scale (&chart->bullets[toso_rows_get_index (&layout->rows, k)]))
    return;
  for (guint i = 0; i < axis->n_ticks; i++)
    {
      double           value = toso_axis_get_tick (axis, i);
      g_autofree char *text = toso_axis_format (chart->format, value);
      double           width = toso_compositor_width (scene->compositor, text, size, FALSE);
      double           x = toso_bullet_layout_get_x (layout, k, value) - width / 2;
      TosoLabel       *label;

      x = CLAMP (x, track.x, MAX (track.x + track.width - width, track.x));
      if (x < after || width > track.width)
        continue;
      label = toso_labels_add (scene->labels, TOSO_PART_AXIS, -1, text, size, (TosoBox){ x, top, width, line });
      if (label != NULL)
        label->align = PANGO_ALIGN_CENTER;
      after = x + width + 0.4 * scene->em;
    }
}

static void
add_legend (TosoBulletLayout *layout)
{
  const TosoBulletChart *chart = layout->rows.scene.chart;
  TosoScene             *scene = &layout->rows.scene;
  const TosoBox         *foot = &layout->rows.parts.foot;
  double                 x = foot->x;
  gboolean               any_target = FALSE, any_pace = FALSE, any_missing = FALSE;

  for (gsize i = 0; i < chart->n_bullets; i++)
    {
      const TosoBullet *bullet = &chart->bullets[i];

      any_target = any_target || toso_axis_accepts (bullet->has_target, bullet->target);
      any_pace = any_pace || toso_axis_accepts (bullet->has_pace, bullet->pace);
      any_missing = any_missing || !toso_axis_accepts (bullet->has_value, bullet->value);
    }
  if (layout->rows.plot.width <= 0)
    return;
  if (any_target)
    toso_scene_add_key (scene, foot, &x, TOSO_KEY_TICK, TOSO_MARK_NONE, chart->legend_target);
  if (any_pace)
    toso_scene_add_key (scene, foot, &x, TOSO_KEY_RING, TOSO_MARK_NONE, chart->legend_pace);
  if (any_missing)
    toso_scene_add_key (scene, foot, &x, TOSO_KEY_HATCH, TOSO_MARK_NONE, chart->legend_missing);
}

static void
lay_out (TosoScene *scene)
{
  TosoBulletLayout      *layout = (TosoBulletLayout *) scene;
  const TosoBulletChart *chart = scene->chart;

  toso_rows_init (&layout->rows, (TosoRowStyle){
                                   .n_columns = 4,
                                   .columns = {
                                     { TOSO_PART_VALUE, chart->value_heading, FALSE, TRUE, TRUE, TOSO_INK_TEXT, TOSO_KEEP },
                                     { TOSO_PART_TARGET, chart->target_heading, FALSE, TRUE, FALSE, TOSO_INK_DIM, 1 },
                                     { TOSO_PART_STATE, chart->state_heading, FALSE, FALSE, FALSE, TOSO_INK_MARK, 2 },
                                     { TOSO_PART_NOTE, chart->note_heading, FALSE, TRUE, FALSE, TOSO_INK_DIM, 0 },
                                   },
                                   .mark_column = 2,
                                   .label_heading = chart->label_heading,
                                   .gap = 1.29,
                                   .tight = TIGHT_ROW,
                                   .roomy = 2.6,
                                   .natural = NATURAL_ROW,
                                   .min_label = 8.5,
                                   .min_plot = 6,
                                   .label_share = 0.42,
                                   .under = UNDER,
                                   .wants_foot = chart->legend_target != NULL || chart->legend_pace != NULL || chart->legend_missing != NULL,
                                 });
  layout->axes = g_array_new (FALSE, FALSE, sizeof (TosoAxis));
  for (gsize i = 0; i < chart->n_bullets; i++)
    {
      const TosoBullet *bullet = &chart->bullets[i];

      toso_rows_add (&layout->rows, (TosoRow){ bullet->label, { bullet->value_text, bullet->target_text, bullet->state_text, bullet->note }, bullet->mark });
    }
  toso_rows_lay_out (&layout->rows);
  for (gsize i = 0; i < chart->n_bullets; i++)
    {
      TosoAxis axis = make_axis (&chart->bullets[i], (guint) CLAMP (layout->rows.plot.width / (4 * scene->em), 2, 6));

      g_array_append_val (layout->axes, axis);
    }
  if (layout->rows.plot.width > 0 && layout->rows.under > 0)
    for (gsize k = 0; k < scene->items->len; k++)
      add_ticks (layout, k);
  add_legend (layout);
}

static void
clear (TosoScene *scene)
{
  g_clear_pointer (&((TosoBulletLayout *) scene)->axes, g_array_unref);
  toso_rows_clear (scene);
}

/* A dark line with a light edge, seen on the bar and on the track. */
static void
draw_target (cairo_t           *cr,
             const TosoPalette *palette,
             const TosoBox     *track,
             double             x)
{
  double width = MAX (track->height / 5, 1.5);

  x = CLAMP (x, track->x + width / 2, track->x + track->width - width / 2);
  toso_ink_fill_box (cr, palette->view, &(TosoBox){ x - width, track->y, 2 * width, track->height });
  toso_ink_fill_box (cr, palette->text, &(TosoBox){ x - width / 2, track->y - track->height * 0.2, width, track->height * 1.4 });
}

static void
draw_pace (cairo_t           *cr,
           const TosoPalette *palette,
           const TosoBox     *track,
           double             x)
{
  double radius = track->height * 0.24;

  cairo_new_sub_path (cr);
  cairo_arc (cr, CLAMP (x, track->x + radius, track->x + track->width - radius), track->y + track->height / 2, radius, 0, 2 * G_PI);
  toso_ink_set (cr, palette->view);
  cairo_fill_preserve (cr);
  toso_ink_set (cr, palette->text);
  cairo_set_line_width (cr, MAX (track->height * 0.13, 1));
  cairo_stroke (cr);
}

static void
draw_bullet (const TosoBulletLayout *layout,
             gsize                   k,
             const TosoPalette      *palette,
             cairo_t                *cr)
{
  const TosoBulletChart *chart = layout->rows.scene.chart;
  const TosoBullet      *bullet = &chart->bullets[toso_rows_get_index (&layout->rows, k)];
  TosoBox                track = toso_bullet_layout_get_track (layout, k);
  double                 zero, x;
  TosoBox                bar;

  if (track.width <= 0)
    return;
  if (!toso_axis_accepts (bullet->has_value, bullet->value))
    {
      toso_ink_fill_hatch (cr, palette, &track, track.height);
    }
  else
    {
      toso_ink_fill_box (cr, palette->track, &track);
      zero = toso_bullet_layout_get_x (layout, k, 0);
      x = toso_bullet_layout_get_x (layout, k, bullet->value);
      bar = (TosoBox){ MIN (zero, x), track.y + track.height * (1 - VALUE_SHARE) / 2, fabs (x - zero), track.height * VALUE_SHARE };
      if (bullet->mark == TOSO_MARK_NONE)
        toso_ink_fill_box (cr, palette->dim, &bar);
      else
        toso_ink_fill_mark (cr, palette, bullet->mark, &bar, track.height);
    }
  if (toso_axis_accepts (bullet->has_target, bullet->target))
    draw_target (cr, palette, &track, toso_bullet_layout_get_x (layout, k, bullet->target));
  if (toso_axis_accepts (bullet->has_pace, bullet->pace))
    draw_pace (cr, palette, &track, toso_bullet_layout_get_x (layout, k, bullet->pace));
}

static void
draw (const TosoScene   *scene,
      const TosoPalette *palette,
      cairo_t           *cr)
{
  const TosoBulletLayout *layout = (const TosoBulletLayout *) scene;
  const TosoBulletChart  *chart = scene->chart;

  for (gsize k = 0; k < scene->items->len; k++)
    {
      TosoBox row = toso_rows_get_box (&layout->rows, k);

      if (k == 0)
        toso_ink_hairline (cr, palette->line, row.x, layout->rows.head_line, row.width);
      toso_ink_hairline (cr, palette->line, row.x, row.y + row.height, row.width);
      draw_bullet (layout, k, palette, cr);
      if (layout->rows.mark_x >= 0)
        toso_mark_draw (cr, palette, chart->bullets[toso_rows_get_index (&layout->rows, k)].mark, layout->rows.mark_x, row.y + (row.height - layout->rows.under) / 2, TOSO_MARK_SIZE (scene->em));
    }
}

static double
natural_height (gconstpointer data,
                double        width)
{
  const TosoBulletChart *chart = data;

  return toso_frame_natural_height (&chart->frame, width, FRAME + (NATURAL_ROW + UNDER) * (double) MAX (chart->n_bullets, 1));
}

static void
tabulate (gconstpointer   data,
          TosoChartTable *table)
{
  const TosoBulletChart *chart = data;

  toso_chart_table_set_headings (table, 1, 5, (const char *[]){ chart->label_heading, chart->value_heading, chart->target_heading, chart->state_heading, chart->note_heading });
  for (gsize i = 0; i < chart->n_bullets; i++)
    {
      const TosoBullet *bullet = &chart->bullets[i];

      toso_chart_table_add (table, (const char *[]){ bullet->label, bullet->value_text, bullet->target_text, bullet->state_text, bullet->note });
    }
}

static const char *
get_empty_text (gconstpointer chart)
{
  return ((const TosoBulletChart *) chart)->empty_text;
}

const TosoChartKind TOSO_CHART_BULLETS = {
  .scene_size = sizeof (TosoBulletLayout),
  .choose_em = choose_em,
  .lay_out = lay_out,
  .clear = clear,
  .draw = draw,
  .natural_height = natural_height,
  .tabulate = tabulate,
  .get_empty_text = get_empty_text,
  .rows = { sizeof (TosoBulletChart), G_STRUCT_OFFSET (TosoBulletChart, bullets), G_STRUCT_OFFSET (TosoBulletChart, n_bullets), sizeof (TosoBullet) },
  .smallest_text = TICK_SIZE,
};
