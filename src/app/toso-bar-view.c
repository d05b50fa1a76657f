/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-bar-view.h"

#include "app/toso-style.h"

#define BAR_WIDTH  96
#define BAR_HEIGHT 20

struct _TosoBarView
{
  GtkWidget parent_instance;

  TosoBar bar; /* numbers only, no strings */
};

G_DEFINE_FINAL_TYPE (TosoBarView, toso_bar_view, GTK_TYPE_WIDGET)

static void
toso_bar_view_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? BAR_WIDTH : BAR_HEIGHT;
}

static void
toso_bar_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TosoBarView *self = TOSO_BAR_VIEW (widget);
  double       width = gtk_widget_get_width (widget);
  double       height = gtk_widget_get_height (widget);
  cairo_t     *cr;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  toso_bar_draw (&self->bar, toso_style_get_palette (widget), cr, width, height);
  cairo_destroy (cr);
}

static void
toso_bar_view_class_init (TosoBarViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = toso_bar_view_measure;
  widget_class->snapshot = toso_bar_view_snapshot;
  /* The row says the same in words. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
toso_bar_view_init (TosoBarView *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
toso_bar_view_new (void)
{
  return g_object_new (TOSO_TYPE_BAR_VIEW, NULL);
}

void
toso_bar_view_set_result (TosoBarView            *self,
                          const TosoTargetResult *result)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new ();
  g_autoptr (TosoTargetsChart) chart = NULL;
  const TosoBarChart *bars;

  g_return_if_fail (TOSO_IS_BAR_VIEW (self));

  /* The report says what share a bar is; only its numbers are kept. */
  g_ptr_array_add (results, (gpointer) result);
  chart = toso_targets_chart_new (results, NULL, result->progress.as_of);
  bars = toso_targets_chart_get (chart);
  self->bar = (TosoBar){
    .has_value = bars->bars[0].has_value,
    .share = bars->bars[0].share,
    .has_pace = bars->bars[0].has_pace,
    .pace = bars->bars[0].pace,
    .mark = bars->bars[0].mark,
  };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
