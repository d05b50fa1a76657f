/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-chart-view.h"

#include <math.h>

#include "app/toso-style.h"

#define MIN_WIDTH 320

/* Of the words beside an item, and of the room that is kept in sight for them. */
#define PLATE_GAP  6
#define PLATE_ROOM 42

struct _TosoChartView
{
  GtkWidget parent_instance;

  TosoReportChart *chart;
  TosoChartTable  *table;  /* what it says, for what is under the pointer */
  const char      *action; /* interned */
  gssize           item;   /* which the keyboard is on, or -1 */
  char            *words;  /* of that item */
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

static gboolean
find_box (TosoChartView *self,
          gsize          i,
          TosoBox       *box)
{
  return self->chart != NULL &&
         toso_chart_get_item (toso_report_chart_get_kind (self->chart), toso_report_chart_get_chart (self->chart),
                              gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)), i, box);
}

static GdkRGBA
get_color (TosoColor color)
{
  return (GdkRGBA){ (float) color.red, (float) color.green, (float) color.blue, 1 };
}

/* Its edge, and what it says, over it or under it. */
static void
draw_item (TosoChartView *self,
           GtkSnapshot   *snapshot,
           const TosoBox *box)
{
  const TosoPalette *palette = toso_style_get_palette (GTK_WIDGET (self));
  GdkRGBA            edge = get_color (palette->text), view = get_color (palette->view);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->words);
  double           room = gtk_widget_get_width (GTK_WIDGET (self));
  int              width, height;
  graphene_point_t corner;

  gtk_snapshot_append_border (snapshot, &GSK_ROUNDED_RECT_INIT ((float) box->x, (float) box->y, (float) box->width, (float) box->height),
                              (const float[]){ 2, 2, 2, 2 }, (const GdkRGBA[]){ edge, edge, edge, edge });
  /* Light within dark: seen on every filling. */
  if (box->width > 6 && box->height > 6)
    gtk_snapshot_append_border (snapshot, &GSK_ROUNDED_RECT_INIT ((float) box->x + 2, (float) box->y + 2, (float) box->width - 4, (float) box->height - 4),
                                (const float[]){ 1, 1, 1, 1 }, (const GdkRGBA[]){ view, view, view, view });
  pango_layout_set_width (layout, (int) MAX (room - 4 * PLATE_GAP, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &width, &height);
  corner.x = (float) CLAMP (box->x, PLATE_GAP, MAX (room - width - 2 * PLATE_GAP, PLATE_GAP));
  corner.y = (float) (box->y - height - 2 * PLATE_GAP);
  if (corner.y < 0)
    corner.y = (float) (box->y + box->height + PLATE_GAP);
  gtk_snapshot_append_color (snapshot, &edge, &GRAPHENE_RECT_INIT (corner.x - PLATE_GAP, corner.y - PLATE_GAP / 2, (float) width + 2 * PLATE_GAP, (float) height + PLATE_GAP));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &corner);
  gtk_snapshot_append_layout (snapshot, layout, &view);
  gtk_snapshot_restore (snapshot);
}

static void
toso_chart_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TosoChartView *self = TOSO_CHART_VIEW (widget);
  double         width = gtk_widget_get_width (widget);
  double         height = gtk_widget_get_height (widget);
  TosoBox        box;
  cairo_t       *cr;

  if (self->chart == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  toso_chart_draw (toso_report_chart_get_kind (self->chart), toso_report_chart_get_chart (self->chart),
                   toso_style_get_palette (widget), cr, width, height);
  cairo_destroy (cr);
  if (self->item >= 0 && find_box (self, (gsize) self->item, &box))
    draw_item (self, snapshot, &box);
}

/* --- the keyboard --- */

/* The page scrolls with the keyboard. */
static void
show_box (TosoChartView *self,
          const TosoBox *box)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *child = scrolled != NULL ? gtk_widget_get_first_child (scrolled) : NULL;
  double     x, y;

  if (GTK_IS_VIEWPORT (child))
    child = gtk_viewport_get_child (GTK_VIEWPORT (child));
  if (child == NULL || !gtk_widget_translate_coordinates (GTK_WIDGET (self), child, box->x, box->y, &x, &y))
    return;

  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), y - PLATE_ROOM, y + box->height + PLATE_ROOM);
}

static void
set_item (TosoChartView *self,
          gssize         item)
{
  TosoBox box;

  g_clear_pointer (&self->words, g_free);
  if (item >= 0 && find_box (self, (gsize) item, &box))
    self->words = toso_chart_tell_item (toso_report_chart_get_kind (self->chart), self->table, (gsize) item);
  self->item = self->words != NULL ? item : -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->words != NULL ? self->words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->words != NULL)
    show_box (self, &box);
}

/* How far @to is from @from that way; negative: it lies elsewhere.  What is
 * straight ahead is nearer. */
static double
get_way (const TosoBox *from,
         const TosoBox *to,
         int            dx,
         int            dy)
{
  double x = to->x + to->width / 2 - from->x - from->width / 2;
  double y = to->y + to->height / 2 - from->y - from->height / 2;
  double ahead = dx != 0 ? x * dx : y * dy;
  double aside = dx != 0 ? y : x;

  return ahead > 0.5 ? ahead + 3 * ABS (aside) : -1;
}

static gssize
find_next (TosoChartView *self,
           int            dx,
           int            dy)
{
  g_autoptr (GArray) items = toso_chart_list_items (toso_report_chart_get_kind (self->chart), toso_report_chart_get_chart (self->chart),
                                                    gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  gssize  best = self->item;
  double  shortest = G_MAXDOUBLE;
  TosoBox from;

  if (self->item < 0 || !find_box (self, (gsize) self->item, &from))
    return items->len > 0 ? (gssize) g_array_index (items, TosoChartItem, 0).index : -1;
  for (guint i = 0; i < items->len; i++)
    {
      const TosoChartItem *item = &g_array_index (items, TosoChartItem, i);
      double               way = get_way (&from, &item->box, dx, dy);

      if (way < 0 || way >= shortest)
        continue;
      shortest = way;
      best = (gssize) item->index;
    }

  return best;
}

static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoChartView *self = TOSO_CHART_VIEW (widget);
  int            dx, dy;

  g_variant_get (parameter, "(ii)", &dx, &dy);
  if (self->chart != NULL)
    set_item (self, find_next (self, dx, dy));
}

/* A village's figures are where they were reported; else what has that id. */
static void
open_item (TosoChartView *self,
           gsize          i)
{
  const char *source = toso_report_chart_get_source (self->chart, i);
  gint64      id = toso_report_chart_get_id (self->chart, i);

  if (source != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-source", "s", source);
  else if (id != 0 && self->action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), self->action, "x", id);
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoChartView *self = TOSO_CHART_VIEW (widget);

  if (self->chart != NULL && self->item >= 0)
    open_item (self, (gsize) self->item);
}

/* Its first item; what the keyboard leaves says nothing. */
static void
focus_cb (TosoChartView *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    set_item (self, -1);
  else if (self->chart != NULL && self->item < 0)
    set_item (self, find_next (self, 0, 1));
}

/* --- the pointer --- */

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

  if (i >= 0)
    open_item (self, (gsize) i);
}

static gboolean
query_tooltip_cb (TosoChartView *self,
                  int            x,
                  int            y,
                  gboolean       keyboard,
                  GtkTooltip    *tooltip)
{
  gssize           i = keyboard ? -1 : pick (self, x, y);
  g_autofree char *line = NULL;

  if (i >= 0 && self->table != NULL)
    line = toso_chart_tell_item (toso_report_chart_get_kind (self->chart), self->table, (gsize) i);
  gtk_tooltip_set_text (tooltip, line);

  return line != NULL;
}

static void
toso_chart_view_finalize (GObject *object)
{
  TosoChartView *self = TOSO_CHART_VIEW (object);

  g_clear_pointer (&self->chart, toso_report_chart_free);
  g_clear_pointer (&self->table, toso_chart_table_free);
  g_clear_pointer (&self->words, g_free);

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
  gtk_widget_class_install_action (widget_class, "chart.move", "(ii)", move_cb);
  gtk_widget_class_install_action (widget_class, "chart.open", NULL, open_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, 0, "chart.move", "(ii)", 0, -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, 0, "chart.move", "(ii)", 0, 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "chart.move", "(ii)", -1, 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "chart.move", "(ii)", 1, 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "chart.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "chart.open", NULL);
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
  self->item = -1;
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_cb), NULL);
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
  self->item = -1;
  g_clear_pointer (&self->words, g_free);
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
