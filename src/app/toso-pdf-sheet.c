/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-pdf-sheet.h"

#include <math.h>

struct _TosoPdfSheet
{
  GtkWidget parent_instance;

  double      width;
  double      height;
  GdkTexture *texture;
};

G_DEFINE_FINAL_TYPE (TosoPdfSheet, toso_pdf_sheet, GTK_TYPE_WIDGET)

/* Room around the page for its shadow. */
#define EDGE 20

static void
toso_pdf_sheet_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  TosoPdfSheet *self = TOSO_PDF_SHEET (widget);
  double        size = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;

  *minimum = *natural = (int) ceil (size) + 2 * EDGE;
}

static void
toso_pdf_sheet_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  TosoPdfSheet   *self = TOSO_PDF_SHEET (widget);
  double          x = MAX (EDGE, floor ((gtk_widget_get_width (widget) - self->width) / 2));
  graphene_rect_t page = GRAPHENE_RECT_INIT ((float) x, EDGE, (float) self->width, (float) self->height);
  GskRoundedRect  outline;

  if (self->width <= 0 || self->height <= 0)
    return;
  gsk_rounded_rect_init_from_rect (&outline, &page, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0, 0, 0, 0.35f }, 0, 1, 0, 6);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &page);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &page);
}

static void
toso_pdf_sheet_dispose (GObject *object)
{
  g_clear_object (&TOSO_PDF_SHEET (object)->texture);

  G_OBJECT_CLASS (toso_pdf_sheet_parent_class)->dispose (object);
}

static void
toso_pdf_sheet_class_init (TosoPdfSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_pdf_sheet_dispose;
  widget_class->measure = toso_pdf_sheet_measure;
  widget_class->snapshot = toso_pdf_sheet_snapshot;

  gtk_widget_class_set_css_name (widget_class, "pdfsheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
toso_pdf_sheet_init (TosoPdfSheet *self)
{
}

GtkWidget *
toso_pdf_sheet_new (void)
{
  return g_object_new (TOSO_TYPE_PDF_SHEET, NULL);
}

void
toso_pdf_sheet_set_size (TosoPdfSheet *self,
                         double        width,
                         double        height)
{
  g_return_if_fail (TOSO_IS_PDF_SHEET (self));

  if (self->width == width && self->height == height)
    return;
  self->width = width;
  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
toso_pdf_sheet_set_texture (TosoPdfSheet *self,
                            GdkTexture   *texture)
{
  g_return_if_fail (TOSO_IS_PDF_SHEET (self));

  if (g_set_object (&self->texture, texture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
