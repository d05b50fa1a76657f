/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-meeting-window.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"
#include "app/toso-style.h"
#include "report/toso-report-chart.h"

/* A chart is laid out as on a sheet this wide and then enlarged to the screen,
 * so that its letters can be read from the last row. */
#define SHEET_WIDTH 960

struct _TosoMeetingWindow
{
  GtkWindow parent_instance;

  GPtrArray *slides; /* of TosoReportChart */
  guint      shown;
  gboolean   black;

  GtkWidget *area;
  GtkWidget *foot;
  GtkWidget *number;
};

G_DEFINE_FINAL_TYPE (TosoMeetingWindow, toso_meeting_window, GTK_TYPE_WINDOW)

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  TosoMeetingWindow *self = user_data;
  TosoReportChart   *chart = g_ptr_array_index (self->slides, self->shown);
  double             scale = MAX (width / (double) SHEET_WIDTH, 1);

  if (self->black)
    {
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_paint (cr);
      return;
    }

  cairo_scale (cr, scale, scale);
  toso_chart_draw (toso_report_chart_get_kind (chart), toso_report_chart_get_chart (chart),
                   toso_style_get_palette (GTK_WIDGET (self)), cr, width / scale, height / scale);
}

static void
update (TosoMeetingWindow *self)
{
  TosoReportChart *chart = g_ptr_array_index (self->slides, self->shown);
  g_autofree char *words = toso_chart_describe (toso_report_chart_get_kind (chart), toso_report_chart_get_chart (chart));
  g_autofree char *text = g_strdup_printf ("%u/%u", self->shown + 1, self->slides->len);

  gtk_label_set_label (GTK_LABEL (self->number), text);
  gtk_widget_set_visible (self->foot, !self->black);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (self->area);
}

static void
show_slide (TosoMeetingWindow *self,
            int                slide)
{
  self->shown = (guint) CLAMP (slide, 0, (int) self->slides->len - 1);
  self->black = FALSE;
  update (self);
}

static gboolean
key_pressed_cb (TosoMeetingWindow *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_Down:
    case GDK_KEY_Page_Down:
    case GDK_KEY_space:
    case GDK_KEY_Return:
      show_slide (self, (int) self->shown + 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Left:
    case GDK_KEY_Up:
    case GDK_KEY_Page_Up:
    case GDK_KEY_BackSpace:
      show_slide (self, (int) self->shown - 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Home:
      show_slide (self, 0);
      return GDK_EVENT_STOP;

    case GDK_KEY_End:
      show_slide (self, (int) self->slides->len - 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_b:
    case GDK_KEY_B:
      self->black = !self->black;
      update (self);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
    case GDK_KEY_F5:
      gtk_window_destroy (GTK_WINDOW (self));
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
toso_meeting_window_finalize (GObject *object)
{
  TosoMeetingWindow *self = TOSO_MEETING_WINDOW (object);

  g_ptr_array_unref (self->slides);

  G_OBJECT_CLASS (toso_meeting_window_parent_class)->finalize (object);
}

static void
toso_meeting_window_class_init (TosoMeetingWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = toso_meeting_window_finalize;
}

static GtkWidget *
make_foot (TosoMeetingWindow *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *keys = toso_make_label (_ ("Arrows: slides · B: black · Esc: leave"), 0, "dim");

  self->number = toso_make_label (NULL, 1, "figure");
  gtk_widget_set_hexpand (keys, TRUE);
  gtk_widget_add_css_class (foot, "statusline");
  gtk_box_append (GTK_BOX (foot), keys);
  gtk_box_append (GTK_BOX (foot), self->number);

  return foot;
}

static void
toso_meeting_window_init (TosoMeetingWindow *self)
{
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->slides = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_report_chart_free);
  self->area = gtk_drawing_area_new ();
  gtk_widget_set_vexpand (self->area, TRUE);
  gtk_widget_set_focusable (self->area, TRUE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
  self->foot = make_foot (self);
  gtk_box_append (GTK_BOX (box), self->area);
  gtk_box_append (GTK_BOX (box), self->foot);
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "toso");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
toso_meeting_window_new (GtkWindow   *parent,
                         TosoSession *session,
                         GError     **error)
{
  const char *const *kinds = toso_report_list_charts ();
  TosoMeetingWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_MEETING_WINDOW,
                       "title", toso_session_get_title (session),
                       "transient-for", parent,
                       "destroy-with-parent", TRUE,
                       "fullscreened", TRUE,
                       NULL);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      TosoReportChart *chart = toso_session_make_chart (session, kinds[i], NULL, error);

      if (chart == NULL)
        {
          gtk_window_destroy (GTK_WINDOW (self));
          return NULL;
        }
      g_ptr_array_add (self->slides, chart);
    }
  update (self);

  return GTK_WIDGET (self);
}
