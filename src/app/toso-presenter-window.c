/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-presenter-window.h"

#include <glib/gi18n.h>

#include "app/toso-meeting-window.h"
#include "app/toso-parts.h"
#include "app/toso-slide-view.h"

#define SIDE_WIDTH  360
#define NEXT_HEIGHT 203

struct _TosoPresenterWindow
{
  GtkWindow parent_instance;

  TosoSlideShow *show;
  char          *noted; /* id of the slide that the notes are of, or NULL */
  char          *label; /* of that slide */
  guint          ticks;

  GtkWidget *shown_box;
  GtkWidget *side;
  GtkWidget *shown;
  GtkWidget *number;
  GtkWidget *name;
  GtkWidget *state;
  GtkWidget *clock;
  GtkWidget *elapsed;
  GtkWidget *next_name;
  GtkWidget *notes;
  GtkWidget *fields;
  GtkWidget *message;
  GtkWidget *keys;
  GtkWidget *finder;
  GtkWidget *content;
  GtkWidget *lead;
  GtkWidget *due;
};

G_DEFINE_FINAL_TYPE (TosoPresenterWindow, toso_presenter_window, GTK_TYPE_WINDOW)

static TosoYear *
get_year (TosoPresenterWindow *self)
{
  return toso_session_get_year (toso_slide_show_get_session (self->show));
}

static void
say (TosoPresenterWindow *self,
     const char          *sentence,
     gboolean             is_fault)
{
  gtk_label_set_label (GTK_LABEL (self->message), sentence);
  if (is_fault)
    gtk_widget_add_css_class (self->message, "overdue");
  else
    gtk_widget_remove_css_class (self->message, "overdue");
}

/* --- notes --- */

static char *
dup_notes (TosoPresenterWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->notes));
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* FALSE: they are not kept, and stay where they were typed. */
static gboolean
save_notes (TosoPresenterWindow *self,
            GError             **error)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->notes));
  g_autofree char *text = NULL;

  if (self->noted == NULL || !gtk_text_buffer_get_modified (buffer))
    return TRUE;

  text = dup_notes (self);
  if (!toso_slides_save_note (get_year (self), self->noted, self->label, g_strstrip (text), error))
    return FALSE;
  gtk_text_buffer_set_modified (buffer, FALSE);

  return TRUE;
}

/* All pages of a chart share them. */
static void
update_notes (TosoPresenterWindow *self,
              const TosoSlide     *slide)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->notes));
  g_autofree char *id = slide->village_id != 0 ? g_strdup_printf ("%s:%" G_GINT64_FORMAT, slide->id, slide->village_id) : g_strdup (slide->id);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (id, self->noted) == 0)
    return;

  if (!save_notes (self, &error))
    {
      say (self, error->message, TRUE);
      return;
    }
  g_free (self->noted);
  self->noted = g_steal_pointer (&id);
  g_free (self->label);
  self->label = g_strdup (slide->label);
  text = toso_slides_get_note (get_year (self), self->noted, NULL);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_set_modified (buffer, FALSE);
}

/* --- what is shown --- */

static void
update (TosoPresenterWindow *self)
{
  const TosoDeck  *deck = toso_slide_show_get_deck (self->show);
  guint            shown = toso_slide_show_get_shown (self->show);
  gssize           next = toso_slide_show_get_next (self->show);
  const TosoSlide *slide = toso_deck_get_slide (deck, shown);
  g_autofree char *number = NULL;
  g_autofree char *next_name = NULL;

  if (shown < toso_deck_get_n_in_order (deck))
    number = g_strdup_printf ("%u/%u", shown + 1, toso_deck_get_n_in_order (deck));
  gtk_label_set_label (GTK_LABEL (self->number), number);
  gtk_label_set_label (GTK_LABEL (self->name), toso_deck_get_title (deck, shown));
  /* Translators: %s is the title of the slide that comes next */
  next_name = next >= 0 ? g_strdup_printf (_ ("Next: %s"), toso_deck_get_title (deck, (guint) next)) : g_strdup (_ ("The last slide"));
  gtk_label_set_label (GTK_LABEL (self->next_name), next_name);
  gtk_label_set_label (GTK_LABEL (self->state), toso_slide_show_is_black (self->show) ? _ ("The hall sees black") : toso_slide_show_is_frozen (self->show) ? _ ("The hall’s slide is held")
                                                                                                                                                           : NULL);
  say (self, NULL, FALSE);
  update_notes (self, slide);
}

static gboolean
tick_cb (gpointer user_data)
{
  TosoPresenterWindow *self = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *clock = g_date_time_format (now, "%H:%M");
  gint64           seconds = (g_get_monotonic_time () - toso_slide_show_get_start (self->show)) / G_USEC_PER_SEC;
  g_autofree char *elapsed = NULL;

  /* Translators: time since the meeting began: "đã họp 12:05" */
  elapsed = g_strdup_printf (_ ("%d:%02d since the beginning"), (int) (seconds / 60), (int) (seconds % 60));
  gtk_label_set_label (GTK_LABEL (self->clock), clock);
  gtk_label_set_label (GTK_LABEL (self->elapsed), elapsed);

  return G_SOURCE_CONTINUE;
}

/* --- finding, deciding --- */

static void
typed_cb (TosoPresenterWindow *self,
          const char          *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->finder), text);
  gtk_widget_grab_focus (self->finder);
  gtk_editable_set_position (GTK_EDITABLE (self->finder), -1);
}

static void
finder_activated_cb (TosoPresenterWindow *self)
{
  if (!toso_slide_show_find (self->show, gtk_editable_get_text (GTK_EDITABLE (self->finder))))
    {
      say (self, _ ("No village is called so."), TRUE);
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->finder), "");
  gtk_widget_grab_focus (self->shown);
}

static void
decide_cb (TosoPresenterWindow *self)
{
  const char *lead = gtk_editable_get_text (GTK_EDITABLE (self->lead));
  const char *due = gtk_editable_get_text (GTK_EDITABLE (self->due));
  g_autoptr (GError) error = NULL;

  if (!toso_slide_show_decide (self->show, gtk_editable_get_text (GTK_EDITABLE (self->content)),
                               *lead != '\0' ? lead : NULL, *due != '\0' ? due : NULL, &error))
    {
      say (self, error->message, TRUE);
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->content), "");
  gtk_editable_set_text (GTK_EDITABLE (self->lead), "");
  gtk_editable_set_text (GTK_EDITABLE (self->due), "");
  gtk_widget_grab_focus (self->content);
  say (self, _ ("Noted: it stands on the slide of the next steps, among the directives, and in the conclusions of the meeting."), FALSE);
}

/* In a field letters are letters; what no field needs still leads the meeting. */
static gboolean
key_pressed_cb (TosoPresenterWindow *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean   in_field = GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
  gboolean   in_button = GTK_IS_BUTTON (focus) && (keyval == GDK_KEY_space || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter);

  if (in_field && keyval == GDK_KEY_Escape)
    {
      gtk_widget_grab_focus (self->shown);
      return GDK_EVENT_STOP;
    }
  if (in_button || (in_field && keyval != GDK_KEY_Page_Up && keyval != GDK_KEY_Page_Down && keyval != GDK_KEY_F3 && keyval != GDK_KEY_F5 && keyval != GDK_KEY_F6))
    return GDK_EVENT_PROPAGATE;

  return toso_slide_show_take_key (self->show, keyval, state);
}

/* --- object --- */

static gboolean
toso_presenter_window_close_request (GtkWindow *window)
{
  g_signal_emit_by_name (TOSO_PRESENTER_WINDOW (window)->show, "ended");

  return TRUE;
}

static void
toso_presenter_window_dispose (GObject *object)
{
  TosoPresenterWindow *self = TOSO_PRESENTER_WINDOW (object);

  GError *error = NULL;

  if (self->show != NULL && !save_notes (self, &error))
    toso_session_take_error (toso_slide_show_get_session (self->show), error);
  g_clear_handle_id (&self->ticks, g_source_remove);
  g_clear_object (&self->show);
  g_clear_pointer (&self->noted, g_free);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (toso_presenter_window_parent_class)->dispose (object);
}

static void
toso_presenter_window_class_init (TosoPresenterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_presenter_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = toso_presenter_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-presenter-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoPresenterWindow, shown_box);
  gtk_widget_class_bind_template_child (widget_class, TosoPresenterWindow, side);
  gtk_widget_class_bind_template_child (widget_class, TosoPresenterWindow, number);
  gtk_widget_class_bind_template_child (widget_class, TosoPresenterWindow, name);
  gtk_widget_class_bind_template_child (widget_class, TosoPresenterWindow, state);
  gtk_widget_class_bind_template_child (widget_class, TosoPresenterWindow, clock);
  gtk_widget_class_bind_template_child (widget_class, TosoPresenterWindow, elapsed);
  gtk_widget_class_bind_template_child (widget_class, TosoPresenterWindow, next_name);
  gtk_widget_class_bind_template_child (widget_class, TosoPresenterWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, TosoPresenterWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, TosoPresenterWindow, message);
  gtk_widget_class_bind_template_child (widget_class, TosoPresenterWindow, keys);
}

static GtkWidget *
add_field (TosoPresenterWindow *self,
           const char          *label,
           int                  width,
           GCallback            activated)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *field = toso_make_field (label, entry);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_widget_set_hexpand (field, width > 20);
  g_signal_connect_object (entry, "activate", activated, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->fields), field);

  return entry;
}

static void
toso_presenter_window_init (TosoPresenterWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget          *button = gtk_button_new_with_mnemonic (_ ("N_ote the Decision"));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_size_request (self->side, SIDE_WIDTH, -1);
  gtk_label_set_label (GTK_LABEL (self->keys), toso_meeting_get_keys ());
  self->finder = add_field (self, _ ("_Village"), 14, G_CALLBACK (finder_activated_cb));
  self->content = add_field (self, _ ("_Decision"), 30, G_CALLBACK (decide_cb));
  self->lead = add_field (self, _ ("_Lead"), 16, G_CALLBACK (decide_cb));
  self->due = add_field (self, _ ("D_ue"), 10, G_CALLBACK (decide_cb));
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  g_signal_connect_object (button, "clicked", G_CALLBACK (decide_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->fields), button);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
toso_presenter_window_new (TosoSlideShow *show)
{
  TosoPresenterWindow *self = g_object_new (TOSO_TYPE_PRESENTER_WINDOW, NULL);
  TosoSession         *session = toso_slide_show_get_session (show);
  gboolean             is_open = !toso_session_is_read_only (session);
  GtkWidget           *next = toso_slide_view_new (show, TOSO_SLIDE_NEXT);
  g_autofree char     *fault = NULL;

  self->show = g_object_ref (show);
  self->shown = toso_slide_view_new (show, TOSO_SLIDE_SHOWN);
  gtk_box_append (GTK_BOX (self->shown_box), self->shown);
  gtk_widget_set_vexpand (next, FALSE);
  gtk_widget_set_size_request (next, SIDE_WIDTH, NEXT_HEIGHT);
  gtk_widget_set_focusable (next, FALSE);
  gtk_box_insert_child_after (GTK_BOX (self->side), next, self->next_name);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->notes), is_open);
  gtk_widget_set_sensitive (self->content, is_open);
  g_signal_connect_object (show, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  self->ticks = g_timeout_add_seconds (1, tick_cb, self);
  tick_cb (self);
  update (self);
  fault = toso_deck_find_fault (toso_slide_show_get_deck (show));
  say (self, fault, TRUE);
  gtk_widget_grab_focus (self->shown);

  return GTK_WIDGET (self);
}
