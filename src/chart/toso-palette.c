/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-chart-private.h"

#include <math.h>

#include "chart/toso-glyphs-private.h"

#define RGB(hex)                     \
  {                                  \
    (((hex) >> 16) & 0xff) / 255.0,  \
      (((hex) >> 8) & 0xff) / 255.0, \
      ((hex) &0xff) / 255.0          \
  }

/* How much of a mark's colour its quiet ground has. */
#define GROUND 0.13

/* Colours of the screens: text on the view keeps 4.5:1, bars keep 3:1 against
 * the track. The gray ones are for printers: there the pattern tells a bar's
 * meaning, the word beside it too. */
static const TosoPalette palettes[] = {
  [TOSO_PALETTE_LIGHT] = {
    .view = RGB (0xffffff),
    .text = RGB (0x1e1e1e),
    .dim = RGB (0x5b5a59),
    .line = RGB (0xe9e6e3),
    .track = RGB (0xe4e1de),
    .hatch = RGB (0xa9a5a1),
    .accent = RGB (0xa4161a),
    .marks = {
      [TOSO_MARK_NONE] = RGB (0x5b5a59),
      [TOSO_MARK_CIRCLE] = RGB (0x1b7f79),
      [TOSO_MARK_DIAMOND] = RGB (0x2a5fa5),
      [TOSO_MARK_TRIANGLE] = RGB (0xa65a00),
      [TOSO_MARK_SQUARE] = RGB (0xb3261e),
      [TOSO_MARK_RING] = RGB (0x5b5a59),
      [TOSO_MARK_PLUS] = RGB (0x7b3f8c),
    },
  },
  [TOSO_PALETTE_DARK] = {
    .view = RGB (0x262626),
    .text = RGB (0xeeeeec),
    .dim = RGB (0xb4b2af),
    .line = RGB (0x383838),
    .track = RGB (0x454545),
    .hatch = RGB (0x8a8886),
    .accent = RGB (0xe5605f),
    .marks = {
      [TOSO_MARK_NONE] = RGB (0xb4b2af),
      [TOSO_MARK_CIRCLE] = RGB (0x59c3ba),
      [TOSO_MARK_DIAMOND] = RGB (0x8fb9f2),
      [TOSO_MARK_TRIANGLE] = RGB (0xeda94e),
      [TOSO_MARK_SQUARE] = RGB (0xff8f85),
      [TOSO_MARK_RING] = RGB (0xb4b2af),
      [TOSO_MARK_PLUS] = RGB (0xd6a8e6),
    },
  },
  [TOSO_PALETTE_GRAY] = {
    .view = RGB (0xffffff),
    .text = RGB (0x000000),
    .dim = RGB (0x4d4d4d),
    .line = RGB (0xcccccc),
    .track = RGB (0xe8e8e8),
    .hatch = RGB (0x808080),
    .accent = RGB (0x333333),
    .marks = {
      [TOSO_MARK_NONE] = RGB (0x4d4d4d),
      [TOSO_MARK_CIRCLE] = RGB (0x2b2b2b),
      [TOSO_MARK_DIAMOND] = RGB (0x595959),
      [TOSO_MARK_TRIANGLE] = RGB (0x4d4d4d),
      [TOSO_MARK_SQUARE] = RGB (0x000000),
      [TOSO_MARK_RING] = RGB (0x4d4d4d),
      [TOSO_MARK_PLUS] = RGB (0x333333),
    },
    .patterns = TRUE,
  },
};

const TosoPalette *
toso_palette_get (TosoPaletteId id)
{
  g_return_val_if_fail ((guint) id < G_N_ELEMENTS (palettes), &palettes[TOSO_PALETTE_LIGHT]);

  return &palettes[id];
}

TosoColor
toso_color_mix (TosoColor a,
                TosoColor b,
                double    share)
{
  return (TosoColor){
    a.red + (b.red - a.red) * share,
    a.green + (b.green - a.green) * share,
    a.blue + (b.blue - a.blue) * share,
  };
}

TosoColor
toso_palette_get_ground (const TosoPalette *palette,
                         TosoMark           mark)
{
  return toso_color_mix (palette->view, palette->marks[(guint) mark < TOSO_N_MARKS ? mark : TOSO_MARK_NONE], GROUND);
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

double
toso_color_get_luminance (TosoColor color)
{
  return 0.2126 * linear (color.red) + 0.7152 * linear (color.green) + 0.0722 * linear (color.blue);
}

double
toso_color_contrast (TosoColor a,
                     TosoColor b)
{
  double la = toso_color_get_luminance (a);
  double lb = toso_color_get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

double
toso_finite (double value,
             double fallback)
{
  return isfinite (value) ? value : fallback;
}

/* Cairo's fixed-point coordinates end at 2^23. */
gboolean
toso_size_is_drawable (double width,
                       double height)
{
  return isfinite (width) && isfinite (height) &&
         width >= 1 && height >= 1 && width <= 1e6 && height <= 1e6;
}

void
toso_ink_set (cairo_t  *cr,
              TosoColor color)
{
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

void
toso_ink_fill_box (cairo_t       *cr,
                   TosoColor      color,
                   const TosoBox *box)
{
  TosoCanvas canvas;

  if (toso_canvas_begin (&canvas, cr))
    {
      toso_canvas_fill (&canvas, color, box);
      toso_canvas_end (&canvas);
      return;
    }
  toso_ink_set (cr, color);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);
}

void
toso_ink_hairline (cairo_t  *cr,
                   TosoColor color,
                   double    x,
                   double    y,
                   double    length)
{
  toso_ink_fill_box (cr, color, &(TosoBox){ x, floor (y), length, 1 });
}

static void
clip_to (cairo_t       *cr,
         const TosoBox *box)
{
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
}

/* Parallel lines over @box; @slope 1 rises to the right, -1 falls. */
static void
stripe (cairo_t       *cr,
        const TosoBox *box,
        double         step,
        double         line_width,
        int            slope)
{
  double along = MAX (step, 1) * G_SQRT2;

  for (double x = box->x - box->height; x < box->x + box->width + along; x += along)
    {
      double left = slope > 0 ? x : x + box->height;

      cairo_move_to (cr, left, box->y + box->height);
      cairo_line_to (cr, left + slope * box->height, box->y);
    }
  cairo_set_line_width (cr, line_width);
  cairo_stroke (cr);
}

static void
dot (cairo_t       *cr,
     const TosoBox *box,
     double         step,
     double         radius)
{
  step = MAX (step, 1);
  for (double x = box->x + step / 2; x < box->x + box->width + radius; x += step)
    for (double y = box->y + step / 2; y < box->y + box->height + radius; y += step)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      }
  cairo_fill (cr);
}

/* Solid, dotted, striped, checked: told apart without colour, and by how much
 * of the paper stays white. */
void
toso_ink_fill_pattern (cairo_t           *cr,
                       const TosoPalette *palette,
                       TosoMark           mark,
                       const TosoBox     *box,
                       double             unit)
{
  toso_ink_set (cr, palette->view);
  switch (mark)
    {
    case TOSO_MARK_DIAMOND:
      dot (cr, box, unit / 2, unit * 0.15);
      break;
    case TOSO_MARK_TRIANGLE:
      stripe (cr, box, unit * 0.5, unit * 0.27, -1);
      break;
    case TOSO_MARK_SQUARE:
      stripe (cr, box, unit * 0.5, unit * 0.09, -1);
      stripe (cr, box, unit * 0.5, unit * 0.09, 1);
      break;
    case TOSO_MARK_PLUS:
      for (double y = box->y + unit * 0.2; y < box->y + box->height; y += unit * 0.5)
        cairo_rectangle (cr, box->x, y, box->width, unit * 0.16);
      cairo_fill (cr);
      break;
    case TOSO_MARK_RING:
      toso_ink_fill_box (cr,
                         palette->view,
                         &(TosoBox){ box->x + 1, box->y + 1, box->width - 2, box->height - 2 });
      break;
    case TOSO_MARK_NONE:
    case TOSO_MARK_CIRCLE:
    default:
      break;
    }
}

void
toso_ink_fill_mark (cairo_t           *cr,
                    const TosoPalette *palette,
                    TosoMark           mark,
                    const TosoBox     *box,
                    double             unit)
{
  if ((guint) mark >= TOSO_N_MARKS)
    mark = TOSO_MARK_NONE;
  if (box->width <= 0 || box->height <= 0)
    return;

  if (mark == TOSO_MARK_NONE)
    {
      toso_ink_fill_hatch (cr, palette, box, unit);
      return;
    }

  if (!palette->patterns || mark == TOSO_MARK_CIRCLE)
    {
      toso_ink_fill_box (cr, palette->marks[mark], box);
      return;
    }

  cairo_save (cr);
  clip_to (cr, box);
  toso_ink_fill_box (cr, palette->marks[mark], box);
  toso_ink_fill_pattern (cr, palette, mark, box, unit);
  cairo_restore (cr);
}

void
toso_ink_fill_area (cairo_t           *cr,
                    const TosoPalette *palette,
                    TosoMark           mark,
                    const TosoBox     *box,
                    double             unit)
{
  TosoPalette patterned = *palette;

  patterned.patterns = TRUE;
  toso_ink_fill_mark (cr, &patterned, mark, box, unit);
}

void
toso_ink_line (cairo_t  *cr,
               TosoColor color,
               double    x1,
               double    y1,
               double    x2,
               double    y2,
               double    width,
               gboolean  dashed)
{
  double dashes[] = { 3 * width, 2 * width };

  cairo_save (cr);
  toso_ink_set (cr, color);
  cairo_set_line_width (cr, width);
  if (dashed)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
toso_ink_fill_hatch (cairo_t           *cr,
                     const TosoPalette *palette,
                     const TosoBox     *box,
                     double             unit)
{
  TosoCanvas canvas;

  if (box->width <= 0 || box->height <= 0)
    return;
  if (toso_canvas_begin (&canvas, cr))
    {
      toso_canvas_hatch (&canvas, palette->hatch, box, unit * 0.5, MAX (unit * 0.08, 0.5));
      toso_canvas_end (&canvas);
      return;
    }

  cairo_save (cr);
  clip_to (cr, box);
  toso_ink_set (cr, palette->hatch);
  stripe (cr, box, unit * 0.5, MAX (unit * 0.08, 0.5), 1);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_set_line_width (cr, 2); /* half of it is clipped away */
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_hatch_mark (cairo_t           *cr,
                 const TosoPalette *palette,
                 double             x,
                 double             y,
                 double             size)
{
  double  half = size * 0.4;
  TosoBox box = { x - half, y - half, 2 * half, 2 * half };

  cairo_save (cr);
  clip_to (cr, &box);
  toso_ink_set (cr, palette->marks[TOSO_MARK_NONE]);
  stripe (cr, &box, size * 0.24, size * 0.11, 1);
  cairo_restore (cr);
}

/* The shapes differ in width so that they look equally large. */
void
toso_mark_draw (cairo_t           *cr,
                const TosoPalette *palette,
                TosoMark           mark,
                double             x,
                double             y,
                double             size)
{
  TosoCanvas canvas;

  g_return_if_fail (cr != NULL && palette != NULL);

  if (!isfinite (x) || !isfinite (y) || !isfinite (size) || size <= 0)
    return;
  if ((guint) mark >= TOSO_N_MARKS)
    mark = TOSO_MARK_NONE;
  if (toso_canvas_begin (&canvas, cr))
    {
      toso_canvas_mark (&canvas, palette->marks[mark], mark, x, y, size);
      toso_canvas_end (&canvas);
      return;
    }

  cairo_save (cr);
  cairo_new_path (cr);
  toso_ink_set (cr, palette->marks[mark]);
  switch (mark)
    {
    case TOSO_MARK_CIRCLE:
      cairo_arc (cr, x, y, size * 0.41, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case TOSO_MARK_DIAMOND:
      cairo_move_to (cr, x, y - size * 0.5);
      cairo_line_to (cr, x + size * 0.5, y);
      cairo_line_to (cr, x, y + size * 0.5);
      cairo_line_to (cr, x - size * 0.5, y);
      cairo_fill (cr);
      break;
    case TOSO_MARK_TRIANGLE:
      cairo_move_to (cr, x, y - size * 0.42);
      cairo_line_to (cr, x + size * 0.48, y + size * 0.4);
      cairo_line_to (cr, x - size * 0.48, y + size * 0.4);
      cairo_fill (cr);
      break;
    case TOSO_MARK_SQUARE:
      cairo_rectangle (cr, x - size * 0.37, y - size * 0.37, size * 0.74, size * 0.74);
      cairo_fill (cr);
      break;
    case TOSO_MARK_PLUS:
      cairo_rectangle (cr, x - size * 0.44, y - size * 0.15, size * 0.88, size * 0.3);
      cairo_rectangle (cr, x - size * 0.15, y - size * 0.44, size * 0.3, size * 0.88);
      cairo_fill (cr);
      break;
    case TOSO_MARK_RING:
      cairo_arc (cr, x, y, size * 0.34, 0, 2 * G_PI);
      cairo_set_line_width (cr, size * 0.12);
      cairo_stroke (cr);
      break;
    case TOSO_MARK_NONE:
    default:
      draw_hatch_mark (cr, palette, x, y, size);
      break;
    }
  cairo_restore (cr);
}
