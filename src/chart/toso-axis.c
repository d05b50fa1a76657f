/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-axis-private.h"

#include <math.h>

/* Beyond it doubles lose the units, and no commune has such figures. */
#define LARGEST 1e15

#define MAX_TICKS 12

static double
round_step (double least)
{
  double power = pow (10, floor (log10 (least)));
  double share = least / power;

  if (share <= 1 + 1e-9)
    return power;
  if (share <= 2 + 1e-9)
    return 2 * power;
  if (share <= 5 + 1e-9)
    return 5 * power;

  return 10 * power;
}

gboolean
toso_axis_accepts (gboolean has_value,
                   double   value)
{
  return has_value && isfinite (value) && fabs (value) <= LARGEST;
}

TosoAxis
toso_axis_new (double low,
               double high,
               guint  max_ticks)
{
  TosoAxis axis;

  low = MIN (CLAMP (toso_finite (low, 0), -LARGEST, LARGEST), 0);
  high = MAX (CLAMP (toso_finite (high, 0), -LARGEST, LARGEST), 0);
  if (high - low <= 0)
    high = 1;

  max_ticks = CLAMP (max_ticks, 2, MAX_TICKS);
  axis.step = round_step ((high - low) / (max_ticks - 1));
  /* Rounding both ends outwards may add one tick. */
  if (ceil (high / axis.step - 1e-9) - floor (low / axis.step + 1e-9) > max_ticks - 1)
    axis.step = round_step (axis.step * 1.5);
  axis.min = floor (low / axis.step + 1e-9) * axis.step;
  axis.max = ceil (high / axis.step - 1e-9) * axis.step;
  axis.n_ticks = (guint) lround ((axis.max - axis.min) / axis.step) + 1;

  return axis;
}

double
toso_axis_get_tick (const TosoAxis *axis,
                    guint           i)
{
  double tick = axis->min + i * axis->step;

  return fabs (tick) < axis->step / 2 ? 0 : tick;
}

double
toso_axis_place (const TosoAxis *axis,
                 double          value)
{
  return CLAMP ((value - axis->min) / (axis->max - axis->min), 0, 1);
}

char *
toso_axis_format (TosoNumberFunc format,
                  double         value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (format != NULL)
    return format (value);

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%g", value));
}

double
toso_plot_get_x (const TosoPlot *plot,
                 gsize           column)
{
  return plot->plot.x + ((double) column + 0.5) * plot->slot;
}

double
toso_plot_get_y (const TosoPlot *plot,
                 double          value)
{
  return plot->plot.y + plot->plot.height * (1 - toso_axis_place (&plot->axis, value));
}

static double
measure_ticks (TosoScene      *scene,
               const TosoAxis *axis,
               TosoNumberFunc  format)
{
  double width = 0;

  for (guint i = 0; i < axis->n_ticks; i++)
    {
      g_autofree char *text = toso_axis_format (format, toso_axis_get_tick (axis, i));

      width = MAX (width, toso_compositor_width (scene->compositor, text, TOSO_NOTE_SIZE * scene->em, FALSE));
    }

  return width;
}

static void
add_ticks (const TosoPlot *plot,
           TosoScene      *scene,
           TosoNumberFunc  format,
           double          x,
           double          width,
           double          line)
{
  for (guint i = 0; i < plot->axis.n_ticks; i++)
    {
      double           value = toso_axis_get_tick (&plot->axis, i);
      g_autofree char *text = toso_axis_format (format, value);
      TosoLabel       *label = toso_labels_add (scene->labels, TOSO_PART_AXIS, -1, text, TOSO_NOTE_SIZE * scene->em, (TosoBox){ x, toso_plot_get_y (plot, value) - line / 2, width, line });

      if (label != NULL)
        label->align = PANGO_ALIGN_RIGHT;
    }
}

/* Names that are wider than their columns: every other, every third …, the last
 * one always. */
static void
add_columns (const TosoPlot    *plot,
             TosoScene         *scene,
             const char *const *columns,
             gsize              n,
             double             y,
             double             line)
{
  double size = TOSO_NOTE_SIZE * scene->em;
  double width = 0, before = plot->plot.x + plot->plot.width + size;
  gsize  step;

  for (gsize i = 0; i < n; i++)
    width = MAX (width, toso_compositor_width (scene->compositor, columns[i], size, FALSE));
  width = MIN (width, plot->plot.width);
  step = MAX ((gsize) ceil ((width + 0.5 * scene->em) / plot->slot), 1);
  for (gsize i = 0; i < n; i += step)
    {
      gsize      column = n - 1 - i;
      double     x = toso_plot_get_x (plot, column) - width / 2;
      TosoLabel *label;

      x = CLAMP (x, plot->plot.x, plot->plot.x + plot->plot.width - width);
      if (x + width + size / 4 > before)
        break;
      before = x;
      label = toso_labels_add (scene->labels, TOSO_PART_AXIS, (gssize) column, columns[column], size, (TosoBox){ x, y, width, line });
      if (label != NULL)
        label->align = PANGO_ALIGN_CENTER;
    }
}

void
toso_plot_lay_out (TosoPlot          *plot,
                   TosoScene         *scene,
                   const TosoBox     *content,
                   const char *const *columns,
                   gsize              n_columns,
                   double             low,
                   double             high,
                   double             right,
                   TosoNumberFunc     format)
{
  double   em = scene->em;
  double   line = toso_compositor_line_height (scene->compositor, TOSO_NOTE_SIZE * em);
  double   height = content->height - 1.5 * line - 0.3 * em;
  double   width;
  TosoAxis axis = toso_axis_new (low, high, (guint) CLAMP (height / (2.2 * line), 2, 8));

  plot->axis = axis;
  width = measure_ticks (scene, &axis, format) + 0.5 * em;
  plot->has_axis = height > 2.4 * line && content->width - width - right > 6 * em;
  plot->plot = *content;
  plot->plot.width = MAX (content->width - right, 1);
  if (plot->has_axis)
    plot->plot = (TosoBox){ content->x + width, content->y + line / 2, content->width - width - right, height };
  plot->slot = plot->plot.width / (double) MAX (n_columns, 1);
  if (!plot->has_axis)
    return;

  add_ticks (plot, scene, format, content->x, width - 0.5 * em, line);
  add_columns (plot, scene, columns, n_columns, content->y + content->height - line, line);
}

/* Hairlines at the ticks, the one at zero darker. */
void
toso_plot_draw (const TosoPlot    *plot,
                const TosoPalette *palette,
                cairo_t           *cr)
{
  for (guint i = 0; plot->has_axis && i < plot->axis.n_ticks; i++)
    {
      double value = toso_axis_get_tick (&plot->axis, i);

      toso_ink_hairline (cr, value == 0 ? palette->hatch : palette->line, plot->plot.x, toso_plot_get_y (plot, value), plot->plot.width);
    }
}
