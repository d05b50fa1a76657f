/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-sheet-private.h"

#include "app/toso-style.h"

/* The small signs of cells, 12 px square.  Drawn, as a font's glyphs never
 * stand on the same optical size. */

#define SIZE 12

static void
set_source (cairo_t       *cr,
            const GdkRGBA *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

/* A disc with a hook and a dot left out of it. */
static void
draw_question (cairo_t               *cr,
               const TosoSheetColors *colors)
{
  set_source (cr, &colors->behind);
  cairo_arc (cr, 6, 6, 5.5, 0, 2 * G_PI);
  cairo_fill (cr);

  set_source (cr, &colors->view);
  cairo_set_line_width (cr, 1.4);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_arc (cr, 6, 4.7, 1.8, G_PI, 2.35 * G_PI);
  cairo_line_to (cr, 6, 6.9);
  cairo_stroke (cr);
  cairo_arc (cr, 6, 9, 0.85, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* A square with a cross left out of it. */
static void
draw_refused (cairo_t               *cr,
              const TosoSheetColors *colors)
{
  set_source (cr, &colors->overdue);
  cairo_rectangle (cr, 1, 1, 10, 10);
  cairo_fill (cr);

  set_source (cr, &colors->view);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, 3.5, 3.5);
  cairo_line_to (cr, 8.5, 8.5);
  cairo_move_to (cr, 8.5, 3.5);
  cairo_line_to (cr, 3.5, 8.5);
  cairo_stroke (cr);
}

static void
draw_lock (cairo_t               *cr,
           const TosoSheetColors *colors)
{
  set_source (cr, &colors->dim);
  cairo_rectangle (cr, 2.5, 5.5, 7, 5);
  cairo_fill (cr);
  cairo_set_line_width (cr, 1.3);
  cairo_move_to (cr, 4, 5.5);
  cairo_line_to (cr, 4, 4);
  cairo_arc (cr, 6, 3.5, 2, G_PI, 2 * G_PI);
  cairo_line_to (cr, 8, 5.5);
  cairo_stroke (cr);
}

/* An arrow down onto a line. */
static void
draw_file (cairo_t               *cr,
           const TosoSheetColors *colors)
{
  set_source (cr, &colors->dim);
  cairo_set_line_width (cr, 1.2);
  cairo_move_to (cr, 6, 1.5);
  cairo_line_to (cr, 6, 7);
  cairo_move_to (cr, 3.5, 4.8);
  cairo_line_to (cr, 6, 7.3);
  cairo_line_to (cr, 8.5, 4.8);
  cairo_move_to (cr, 2.5, 9.9);
  cairo_line_to (cr, 9.5, 9.9);
  cairo_stroke (cr);
}

/* The turned corner of a sheet. */
static void
draw_note (cairo_t               *cr,
           const TosoSheetColors *colors)
{
  set_source (cr, &colors->accent);
  cairo_move_to (cr, 5, 0);
  cairo_line_to (cr, 12, 0);
  cairo_line_to (cr, 12, 7);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static GskRenderNode *
make_sign (TosoSheet    *self,
           TosoSheetSign sign)
{
  static void (*const draw[]) (cairo_t * cr, const TosoSheetColors *colors) = {
    [TOSO_SHEET_SIGN_QUESTION] = draw_question,
    [TOSO_SHEET_SIGN_REFUSED] = draw_refused,
    [TOSO_SHEET_SIGN_LOCK] = draw_lock,
    [TOSO_SHEET_SIGN_FILE] = draw_file,
    [TOSO_SHEET_SIGN_NOTE] = draw_note,
  };
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, SIZE, SIZE));
  cairo_t       *cr = gsk_cairo_node_get_draw_context (node);

  if (sign < TOSO_SHEET_SIGN_MARK)
    draw[sign](cr, &self->colors);
  else
    toso_mark_draw (cr,
                    toso_style_get_palette (GTK_WIDGET (self)),
                    (TosoMark) (sign - TOSO_SHEET_SIGN_MARK),
                    SIZE / 2,
                    SIZE / 2,
                    SIZE - 2);
  cairo_destroy (cr);

  return node;
}

void
toso_sheet_draw_sign (TosoSheet    *self,
                      GtkSnapshot  *snapshot,
                      TosoSheetSign sign,
                      double        x,
                      double        y)
{
  if (self->signs[sign] == NULL)
    self->signs[sign] = make_sign (self, sign);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_node (snapshot, self->signs[sign]);
  gtk_snapshot_restore (snapshot);
}

void
toso_sheet_forget_signs (TosoSheet *self)
{
  for (guint i = 0; i < TOSO_SHEET_N_SIGNS; i++)
    g_clear_pointer (&self->signs[i], gsk_render_node_unref);
}
