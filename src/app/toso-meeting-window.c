/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-meeting-window.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"
#include "app/toso-presenter-window.h"
#include "app/toso-slide-view.h"
#include "app/toso-slides-export.h"

/* Milliseconds in which a desktop gets over a change of its screens. */
#define SETTLING 700

struct _TosoMeetingWindow
{
  GtkWindow parent_instance;

  TosoSlideShow *show;
  GtkWindow     *parent;
  GtkWidget     *presenter; /* or NULL */
  gboolean       swapped;
  guint          settling;                  /* source; screens came or went */
  gboolean       paneled;                   /* the presenter's window is wanted on the one screen */
  GdkMonitor    *screen, *presenter_screen; /* where they are, or NULL */

  GtkWidget *view;
  GtkWidget *finder; /* a village, as it is typed */
  GtkWidget *finder_box;
  GtkWidget *finder_fault;
  GtkWidget *keys;
};

G_DEFINE_FINAL_TYPE (TosoMeetingWindow, toso_meeting_window, GTK_TYPE_WINDOW)

const char *
toso_meeting_get_keys (void)
{
  return _ ("Arrows: slides · B: black · “.”: hold · number or name: a village · F6: swap screens · F3: presenter · Ctrl+E: export · Esc: leave");
}

/* --- screens --- */

void
toso_meeting_choose_screens (guint    n,
                             guint    own,
                             gboolean swapped,
                             int     *projector,
                             int     *presenter)
{
  guint other = own == 0 ? 1 : 0;

  *projector = n < 2 ? 0 : (int) (swapped ? own : other);
  *presenter = n < 2 ? -1 : (int) (swapped ? other : own);
}

static guint
find_own (TosoMeetingWindow *self,
          GListModel        *monitors)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->parent));
  GdkMonitor *own = surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor == own)
        return i;
    }

  return 0;
}

/* From one screen to another a window goes only when it is shown anew. */
static void
put_on (GtkWindow   *window,
        GdkMonitor **present,
        GListModel  *monitors,
        int          place)
{
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, (guint) place);

  if (*present == monitor && monitor != NULL)
    return;

  if (*present != NULL)
    gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  g_set_object (present, monitor);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (window, monitor);
  else
    gtk_window_fullscreen (window);
  gtk_window_present (window);
}

static void
drop_presenter (TosoMeetingWindow *self)
{
  GtkWidget *presenter = self->presenter;

  self->presenter = NULL;
  g_clear_object (&self->presenter_screen);
  if (presenter != NULL)
    gtk_window_destroy (GTK_WINDOW (presenter));
}

static void
place_windows (TosoMeetingWindow *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  guint       n = g_list_model_get_n_items (monitors);
  int         projector, presenter;

  /* Between one screen that goes and one that comes there may be none. */
  if (n == 0)
    return;

  toso_meeting_choose_screens (n, find_own (self, monitors), self->swapped, &projector, &presenter);
  put_on (GTK_WINDOW (self), &self->screen, monitors, projector);
  if (presenter >= 0 || self->paneled)
    {
      if (self->presenter == NULL)
        self->presenter = toso_presenter_window_new (self->show);
      put_on (GTK_WINDOW (self->presenter), &self->presenter_screen, monitors, MAX (presenter, 0));
      gtk_window_present (GTK_WINDOW (self->presenter));
    }
  else if (self->presenter != NULL)
    {
      drop_presenter (self);
      gtk_window_present (GTK_WINDOW (self));
    }
}

/* Some desktops take the whole screen away from windows when another goes. */
static gboolean
settle_cb (gpointer user_data)
{
  TosoMeetingWindow *self = user_data;

  self->settling = 0;
  if (!gtk_window_is_fullscreen (GTK_WINDOW (self)))
    {
      g_clear_object (&self->screen);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      place_windows (self);
    }

  return G_SOURCE_REMOVE;
}

static void
monitors_changed_cb (TosoMeetingWindow *self)
{
  place_windows (self);
  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_timeout_add (SETTLING, settle_cb, self);
}

static void
swapped_cb (TosoMeetingWindow *self)
{
  self->swapped = !self->swapped;
  place_windows (self);
}

static void
paneled_cb (TosoMeetingWindow *self)
{
  self->paneled = !self->paneled;
  place_windows (self);
}

/* --- the finder --- */

static void
hide_finder (TosoMeetingWindow *self)
{
  gtk_widget_set_visible (self->finder_box, FALSE);
  gtk_widget_grab_focus (self->view);
}

/* With the presenter's window there, that one asks. */
static void
typed_cb (TosoMeetingWindow *self,
          const char        *text)
{
  if (self->presenter != NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->finder), text);
  gtk_label_set_label (GTK_LABEL (self->finder_fault), NULL);
  gtk_widget_set_visible (self->finder_box, TRUE);
  gtk_widget_grab_focus (self->finder);
  gtk_editable_set_position (GTK_EDITABLE (self->finder), -1);
}

static void
finder_activated_cb (TosoMeetingWindow *self)
{
  if (toso_slide_show_find (self->show, gtk_editable_get_text (GTK_EDITABLE (self->finder))))
    hide_finder (self);
  else
    gtk_label_set_label (GTK_LABEL (self->finder_fault), _ ("No village is called so."));
}

static gboolean
key_pressed_cb (TosoMeetingWindow *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  if (gtk_widget_get_visible (self->finder_box))
    {
      if (keyval != GDK_KEY_Escape)
        return GDK_EVENT_PROPAGATE;
      hide_finder (self);
      return GDK_EVENT_STOP;
    }

  return toso_slide_show_take_key (self->show, keyval, state);
}

static void
helped_cb (TosoMeetingWindow *self)
{
  gtk_widget_set_visible (self->keys, !gtk_widget_get_visible (self->keys));
}

static void
exported_cb (TosoMeetingWindow *self)
{
  GtkWindow *parent = self->presenter != NULL ? GTK_WINDOW (self->presenter) : GTK_WINDOW (self);

  toso_slides_export (parent, toso_slide_show_get_session (self->show), toso_slide_show_get_deck (self->show));
}

static void
toso_meeting_window_dispose (GObject *object)
{
  TosoMeetingWindow *self = TOSO_MEETING_WINDOW (object);

  g_clear_handle_id (&self->settling, g_source_remove);
  drop_presenter (self);
  g_clear_object (&self->screen);
  g_clear_object (&self->show);

  G_OBJECT_CLASS (toso_meeting_window_parent_class)->dispose (object);
}

static void
toso_meeting_window_class_init (TosoMeetingWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = toso_meeting_window_dispose;
}

static void
toso_meeting_window_init (TosoMeetingWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->finder = gtk_entry_new ();
  self->finder_fault = toso_make_label (NULL, 0, "overdue");
  self->finder_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->finder), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Village"), -1);
  gtk_box_append (GTK_BOX (self->finder_box), toso_make_label (_ ("Village"), 0, "strong"));
  gtk_box_append (GTK_BOX (self->finder_box), self->finder);
  gtk_box_append (GTK_BOX (self->finder_box), self->finder_fault);
  toso_add_css_classes (self->finder_box, "slide-finder");
  gtk_widget_set_halign (self->finder_box, GTK_ALIGN_START);
  gtk_widget_set_valign (self->finder_box, GTK_ALIGN_END);
  gtk_widget_set_visible (self->finder_box, FALSE);
  self->keys = toso_make_label (toso_meeting_get_keys (), 0, "slide-finder");
  gtk_label_set_wrap (GTK_LABEL (self->keys), TRUE);
  gtk_widget_set_halign (self->keys, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->keys, GTK_ALIGN_START);
  gtk_widget_set_visible (self->keys, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "toso");
  g_signal_connect_object (self->finder, "activate", G_CALLBACK (finder_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
toso_meeting_window_new (GtkWindow   *parent,
                         TosoSession *session,
                         GError     **error)
{
  g_autoptr (TosoSlideShow) show = NULL;
  TosoMeetingWindow *self;
  GtkWidget         *overlay;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  show = toso_slide_show_new (session, error);
  if (show == NULL)
    return NULL;

  self = g_object_new (TOSO_TYPE_MEETING_WINDOW,
                       "title", toso_session_get_title (session),
                       "transient-for", parent,
                       "destroy-with-parent", TRUE,
                       NULL);
  self->parent = parent;
  self->show = g_object_ref (show);
  overlay = gtk_overlay_new ();
  self->view = toso_slide_view_new (show, TOSO_SLIDE_PROJECTED);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->view);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->finder_box);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->keys);
  gtk_window_set_child (GTK_WINDOW (self), overlay);
  g_signal_connect_object (show, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "swapped", G_CALLBACK (swapped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "paneled", G_CALLBACK (paneled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "helped", G_CALLBACK (helped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "ended", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self))), "items-changed",
                           G_CALLBACK (monitors_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (self->view);
  place_windows (self);

  return GTK_WIDGET (self);
}
