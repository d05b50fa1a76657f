/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-mark-view.h"

#include "app/toso-style.h"

#define MARK_SIZE 12

struct _TosoMarkView
{
  GtkWidget parent_instance;

  TosoMark mark;
};

G_DEFINE_FINAL_TYPE (TosoMarkView, toso_mark_view, GTK_TYPE_WIDGET)

static void
toso_mark_view_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  *minimum = *natural = MARK_SIZE;
}

static void
toso_mark_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  TosoMarkView *self = TOSO_MARK_VIEW (widget);
  double        width = gtk_widget_get_width (widget);
  double        height = gtk_widget_get_height (widget);
  cairo_t      *cr;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  toso_mark_draw (cr, toso_style_get_palette (widget), self->mark, width / 2, height / 2, MARK_SIZE);
  cairo_destroy (cr);
}

static void
toso_mark_view_class_init (TosoMarkViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = toso_mark_view_measure;
  widget_class->snapshot = toso_mark_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
toso_mark_view_init (TosoMarkView *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
toso_mark_view_new (TosoMark mark)
{
  TosoMarkView *self = g_object_new (TOSO_TYPE_MARK_VIEW, NULL);

  self->mark = mark;

  return GTK_WIDGET (self);
}

void
toso_mark_view_set_mark (TosoMarkView *self,
                         TosoMark      mark)
{
  g_return_if_fail (TOSO_IS_MARK_VIEW (self));

  if (self->mark == mark)
    return;

  self->mark = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
