/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart-private.h"

G_BEGIN_DECLS

/* Cairo sets glyphs on whole pixels, which makes small text uneven, and filling
 * their outlines each time is slow.  In pictures made of pixels they are set on
 * quarters of a pixel from masks that live as long as their font. */
typedef struct
{
  cairo_surface_t      *surface;
  guchar               *data;
  int                   stride;
  double                x, y; /* of the user space's origin, in pixels */
  cairo_rectangle_int_t clip;
} TosoCanvas;

/* FALSE where the picture has no pixels of its own, is scaled, or is clipped to
 * anything but a box. */
gboolean toso_canvas_begin (TosoCanvas       *canvas,
                            cairo_t          *cr);
void     toso_canvas_end   (TosoCanvas       *canvas);
guint32  toso_color_to_pixel (TosoColor       color);
/* @over, opaque, by @alpha of 255 on @under. */
static inline guint32
toso_pixel_blend (guint32 under,
                  guint32 over,
                  guint32 alpha)
{
  guint32 red_blue = (under & 0xff00ff) * (255 - alpha) + (over & 0xff00ff) * alpha + 0x800080;
  guint32 alpha_green = ((under >> 8) & 0xff00ff) * (255 - alpha) + ((over >> 8) & 0xff00ff) * alpha + 0x800080;

  red_blue = ((red_blue + ((red_blue >> 8) & 0xff00ff)) >> 8) & 0xff00ff;
  alpha_green = (alpha_green + ((alpha_green >> 8) & 0xff00ff)) & 0xff00ff00;

  return red_blue | alpha_green;
}

/* Boxes, hatches and marks straight into the pixels; edges fall on whole ones. */
void     toso_canvas_fill  (const TosoCanvas *canvas,
                            TosoColor         color,
                            const TosoBox    *box);
void     toso_canvas_hatch (const TosoCanvas *canvas,
                            TosoColor         color,
                            const TosoBox    *box,
                            double            step,
                            double            line_width);
void     toso_canvas_mark  (const TosoCanvas *canvas,
                            TosoColor         color,
                            TosoMark          mark,
                            double            x,
                            double            y,
                            double            size);
/* @box: what the text keeps to. FALSE when it has glyphs that no font has. */
gboolean toso_canvas_show  (const TosoCanvas *canvas,
                            PangoLayout      *layout,
                            TosoColor         color,
                            double            x,
                            double            y,
                            const TosoBox    *box);

G_END_DECLS
