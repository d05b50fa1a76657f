/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-chart-view.h"

#include "app/toso-style.h"

#define MIN_WIDTH 320

struct _TosoChartView
{
  GtkWidget parent_instance;

  TosoTargetsChart *chart;
  GArray           *target_ids; /* of gint64, a bar each */
};

G_DEFINE_FINAL_TYPE (TosoChartView, toso_chart_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
toso_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
toso_chart_view_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  TosoChartView *self = TOSO_CHART_VIEW (widget);
  double         width = for_size > 0 ? for_size : MIN_WIDTH;

  *minimum = *natural = MIN_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = self->chart != NULL
                            ? (int) toso_bar_chart_natural_height (toso_targets_chart_get (self->chart), width) + 1
                            : 0;
}

static void
toso_chart_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TosoChartView *self = TOSO_CHART_VIEW (widget);
  double         width = gtk_widget_get_width (widget);
  double         height = gtk_widget_get_height (widget);
  cairo_t       *cr;

  if (self->chart == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  toso_bar_chart_draw (toso_targets_chart_get (self->chart), toso_style_get_palette (widget), cr, width, height);
  cairo_destroy (cr);
}

static gssize
pick (TosoChartView *self,
      double         x,
      double         y)
{
  if (self->chart == NULL)
    return -1;

  return toso_bar_chart_pick (toso_targets_chart_get (self->chart),
                              gtk_widget_get_width (GTK_WIDGET (self)),
                              gtk_widget_get_height (GTK_WIDGET (self)),
                              x,
                              y);
}

static void
released_cb (TosoChartView *self,
             int            n_press,
             double         x,
             double         y)
{
  gssize i = pick (self, x, y);

  if (i >= 0 && (guint) i < self->target_ids->len)
    gtk_widget_activate_action (GTK_WIDGET (self),
                                "win.show-target",
                                "x",
                                g_array_index (self->target_ids, gint64, i));
}

static void
toso_chart_view_finalize (GObject *object)
{
  TosoChartView *self = TOSO_CHART_VIEW (object);

  g_clear_pointer (&self->chart, toso_targets_chart_free);
  g_clear_pointer (&self->target_ids, g_array_unref);

  G_OBJECT_CLASS (toso_chart_view_parent_class)->finalize (object);
}

static void
toso_chart_view_class_init (TosoChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_chart_view_finalize;
  widget_class->get_request_mode = toso_chart_view_get_request_mode;
  widget_class->measure = toso_chart_view_measure;
  widget_class->snapshot = toso_chart_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
toso_chart_view_init (TosoChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->target_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
toso_chart_view_new (void)
{
  return g_object_new (TOSO_TYPE_CHART_VIEW, NULL);
}

void
toso_chart_view_set (TosoChartView *self,
                     GPtrArray     *results,
                     const char    *title,
                     TosoDate       as_of,
                     const char    *watermark)
{
  g_autofree char *words = NULL;

  g_return_if_fail (TOSO_IS_CHART_VIEW (self));
  g_return_if_fail (results != NULL);

  g_clear_pointer (&self->chart, toso_targets_chart_free);
  self->chart = toso_targets_chart_new (results, title, as_of);
  toso_targets_chart_set_watermark (self->chart, watermark);
  g_array_set_size (self->target_ids, 0);
  for (guint i = 0; i < results->len; i++)
    g_array_append_val (self->target_ids, ((const TosoTargetResult *) results->pdata[i])->target->id);

  words = toso_bar_chart_describe (toso_targets_chart_get (self->chart));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
