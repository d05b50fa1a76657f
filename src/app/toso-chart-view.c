/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-chart-view.h"

#include <math.h>

#include "app/toso-style.h"

#define MIN_WIDTH 320

struct _TosoChartView
{
  GtkWidget parent_instance;

  TosoReportChart *chart;
  TosoChartTable  *table;  /* what it says, for what is under the pointer */
  const char      *action; /* interned */
};

G_DEFINE_FINAL_TYPE (TosoChartView, toso_chart_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
toso_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_natural_height (TosoChartView *self,
                    double         width)
{
  return (int) ceil (toso_chart_get_natural_height (toso_report_chart_get_kind (self->chart),
                                                    toso_report_chart_get_chart (self->chart), width));
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
    *minimum = *natural = self->chart != NULL ? get_natural_height (self, width) : 0;
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
  toso_chart_draw (toso_report_chart_get_kind (self->chart), toso_report_chart_get_chart (self->chart),
                   toso_style_get_palette (widget), cr, width, height);
  cairo_destroy (cr);
}

static gssize
pick (TosoChartView *self,
      double         x,
      double         y)
{
  if (self->chart == NULL)
    return -1;

  return toso_chart_pick (toso_report_chart_get_kind (self->chart),
                          toso_report_chart_get_chart (self->chart),
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
  gint64 id = i >= 0 ? toso_report_chart_get_id (self->chart, (gsize) i) : 0;

  if (id != 0 && self->action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), self->action, "x", id);
}

/* The row of the table that stands for it: "Thôn 7: 54,2 %". */
static gboolean
query_tooltip_cb (TosoChartView *self,
                  int            x,
                  int            y,
                  gboolean       keyboard,
                  GtkTooltip    *tooltip)
{
  gssize           i = keyboard ? -1 : pick (self, x, y);
  g_autofree char *line = NULL;

  if (i < 0 || self->table == NULL || (gsize) i >= self->table->rows->len)
    return FALSE;

  line = g_strjoinv (" · ", g_ptr_array_index (self->table->rows, (guint) i));
  gtk_tooltip_set_text (tooltip, line);

  return TRUE;
}

static void
toso_chart_view_finalize (GObject *object)
{
  TosoChartView *self = TOSO_CHART_VIEW (object);

  g_clear_pointer (&self->chart, toso_report_chart_free);
  g_clear_pointer (&self->table, toso_chart_table_free);

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

  /* So that it is heard; and a scrolled window with nothing in it to take the
   * keyboard keeps Tab for itself. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
toso_chart_view_new (void)
{
  return g_object_new (TOSO_TYPE_CHART_VIEW, NULL);
}

void
toso_chart_view_set (TosoChartView   *self,
                     TosoReportChart *chart,
                     const char      *action)
{
  g_autofree char *words = NULL;

  g_return_if_fail (TOSO_IS_CHART_VIEW (self));

  g_clear_pointer (&self->chart, toso_report_chart_free);
  g_clear_pointer (&self->table, toso_chart_table_free);
  self->chart = chart;
  self->action = g_intern_string (action);
  if (chart != NULL)
    {
      self->table = toso_chart_tabulate (toso_report_chart_get_kind (chart), toso_report_chart_get_chart (chart));
      words = toso_chart_describe (toso_report_chart_get_kind (chart), toso_report_chart_get_chart (chart));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words != NULL ? words : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
