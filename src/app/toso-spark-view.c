/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-spark-view.h"

#include "app/toso-style.h"

#define HEIGHT 72 /* logical pixels */

struct _TosoSparkView
{
  GtkWidget parent_instance;

  GArray  *points; /* of TosoSparkPoint */
  TosoMark last_mark;
};

G_DEFINE_FINAL_TYPE (TosoSparkView, toso_spark_view, GTK_TYPE_WIDGET)

static void
toso_spark_view_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

static void
toso_spark_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TosoSparkView *self = TOSO_SPARK_VIEW (widget);
  TosoSpark      spark = { (const TosoSparkPoint *) (gpointer) self->points->data, self->points->len, self->last_mark };
  double         width = gtk_widget_get_width (widget);
  double         height = gtk_widget_get_height (widget);
  cairo_t       *cr;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  toso_spark_draw (&spark, toso_style_get_palette (widget), cr, width, height - 1);
  cairo_destroy (cr);
}

static void
toso_spark_view_finalize (GObject *object)
{
  g_clear_pointer (&TOSO_SPARK_VIEW (object)->points, g_array_unref);

  G_OBJECT_CLASS (toso_spark_view_parent_class)->finalize (object);
}

static void
toso_spark_view_class_init (TosoSparkViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_spark_view_finalize;
  widget_class->measure = toso_spark_view_measure;
  widget_class->snapshot = toso_spark_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
toso_spark_view_init (TosoSparkView *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (TosoSparkPoint));
}

GtkWidget *
toso_spark_view_new (void)
{
  return g_object_new (TOSO_TYPE_SPARK_VIEW, NULL);
}

void
toso_spark_view_set (TosoSparkView *self,
                     GArray        *points,
                     TosoMark       last_mark)
{
  g_return_if_fail (TOSO_IS_SPARK_VIEW (self));

  g_array_unref (self->points);
  self->points = points;
  self->last_mark = last_mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
