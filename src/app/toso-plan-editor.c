/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/toso-plan-setting.h"

struct _TosoPlanEditor
{
  GtkWidget parent_instance;

  GtkWidget *view;
  char      *before; /* what the text was */
  int        fixed;  /* characters at the start that are the section's number */
  gboolean   done;
  guint      left_id;
};

enum {
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoPlanEditor, toso_plan_editor, GTK_TYPE_WIDGET)

static void
finish (TosoPlanEditor *self,
        gboolean        keep)
{
  if (self->done)
    return;
  self->done = TRUE;
  g_signal_emit (self, signals[DONE], 0, keep);
}

static gboolean
left_cb (gpointer user_data)
{
  TosoPlanEditor *self = user_data;

  self->left_id = 0;
  finish (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* GTK still goes along the parents of what had the focus, so the editor must
 * not go away at once; but before anything else happens. */
static void
focus_left_cb (TosoPlanEditor *self)
{
  if (!self->done && self->left_id == 0)
    self->left_id = g_idle_add_full (G_PRIORITY_HIGH, left_cb, self, NULL);
}

static gboolean
key_pressed_cb (TosoPlanEditor *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if (keyval == GDK_KEY_Escape)
    {
      finish (self, FALSE);
      return GDK_EVENT_STOP;
    }
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    {
      finish (self, TRUE);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

/* The number is the program's: the caret and the selection stay behind it, and
 * so does everything that is written. */
static void
mark_set_cb (TosoPlanEditor    *self,
             const GtkTextIter *iter,
             GtkTextMark       *mark,
             GtkTextBuffer     *buffer)
{
  GtkTextIter first;

  if ((mark != gtk_text_buffer_get_insert (buffer) && mark != gtk_text_buffer_get_selection_bound (buffer)) ||
      gtk_text_iter_get_offset (iter) >= self->fixed)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &first, self->fixed);
  if (gtk_text_iter_get_offset (&first) == self->fixed)
    gtk_text_buffer_move_mark (buffer, mark, &first);
}

static gboolean
toso_plan_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TOSO_PLAN_EDITOR (widget)->view);
}

static void
toso_plan_editor_dispose (GObject *object)
{
  TosoPlanEditor *self = TOSO_PLAN_EDITOR (object);

  self->done = TRUE;
  g_clear_handle_id (&self->left_id, g_source_remove);
  g_clear_pointer (&self->view, gtk_widget_unparent);

  G_OBJECT_CLASS (toso_plan_editor_parent_class)->dispose (object);
}

static void
toso_plan_editor_finalize (GObject *object)
{
  g_free (TOSO_PLAN_EDITOR (object)->before);

  G_OBJECT_CLASS (toso_plan_editor_parent_class)->finalize (object);
}

static void
toso_plan_editor_class_init (TosoPlanEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_plan_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = toso_plan_editor_finalize;
  widget_class->grab_focus = toso_plan_editor_grab_focus;

  signals[DONE] = g_signal_new ("done", TOSO_TYPE_PLAN_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "planeditor");
}

static void
toso_plan_editor_init (TosoPlanEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  /* Tab goes on, as everywhere in the window. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  /* The lines stand where they stood. */
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self->view), 4);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self->view), 2);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->view, focus);
  /* Ahead of the text view, which would take Ctrl+Enter for a line. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static const char *
get_name (TosoPlanPart part)
{
  switch (part)
    {
    case TOSO_PLAN_PART_AGENCY:
      return _ ("Issuing agency, as in the paper's head");
    case TOSO_PLAN_PART_NUMBER:
      return _ ("Number of the paper");
    case TOSO_PLAN_PART_PLACE_DATE:
      return _ ("Place and date");
    case TOSO_PLAN_PART_KIND:
      return _ ("Kind of paper");
    case TOSO_PLAN_PART_TITLE:
      return _ ("Title");
    case TOSO_PLAN_PART_HEADING:
      return _ ("Heading");
    case TOSO_PLAN_PART_RECIPIENTS_HEADING:
      return _ ("Heading");
    case TOSO_PLAN_PART_RECIPIENTS:
      return _ ("Recipients, one a line");
    case TOSO_PLAN_PART_SIGNATURE:
      return _ ("Signatory's office, one a line");
    case TOSO_PLAN_PART_SIGNER:
      return _ ("Signatory's name");
    case TOSO_PLAN_PART_NATION:
    case TOSO_PLAN_PART_BODY:
    case TOSO_PLAN_PART_GAP:
    default:
      return _ ("Paragraph");
    }
}

/* The letters look as they did. */
static void
set_look (TosoPlanEditor     *self,
          const TosoPlanLine *line)
{
  GtkTextView     *view = GTK_TEXT_VIEW (self->view);
  GtkJustification justification = GTK_JUSTIFY_LEFT;

  switch (toso_plan_setting_get_alignment (line))
    {
    case PANGO_ALIGN_CENTER:
      justification = GTK_JUSTIFY_CENTER;
      break;
    case PANGO_ALIGN_RIGHT:
      justification = GTK_JUSTIFY_RIGHT;
      break;
    case PANGO_ALIGN_LEFT:
    default:
      break;
    }
  gtk_text_view_set_justification (view, justification);
  gtk_text_view_set_indent (view, toso_plan_setting_get_indent (line));
  if (toso_plan_setting_is_bold (line))
    gtk_widget_add_css_class (GTK_WIDGET (self), "strong");
  if (toso_plan_setting_is_italic (line))
    gtk_widget_add_css_class (GTK_WIDGET (self), "slanted");
  if (toso_plan_setting_is_small (line))
    gtk_widget_add_css_class (GTK_WIDGET (self), "small-type");
}

static void
fix_number (TosoPlanEditor     *self,
            const TosoPlanLine *line)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextTag    *tag = gtk_text_buffer_create_tag (buffer, NULL, "editable", FALSE, NULL);
  GtkTextIter    start;
  GtkTextIter    end;

  self->fixed = (int) g_utf8_strlen (line->text, (gssize) line->fixed);
  /* A number alone has nothing yet that parts it from what will be written. */
  if (line->fixed > 0 && line->text[line->fixed - 1] != ' ' && line->text[line->fixed - 1] != '\n')
    {
      gtk_text_buffer_get_iter_at_offset (buffer, &end, self->fixed);
      gtk_text_buffer_insert (buffer, &end, " ", 1);
      self->fixed++;
    }
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, self->fixed);
  gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
  g_signal_connect_object (buffer, "mark-set", G_CALLBACK (mark_set_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
toso_plan_editor_new (const TosoPlanLine *line)
{
  TosoPlanEditor *self;
  GtkTextBuffer  *buffer;
  GtkTextIter     end;

  g_return_val_if_fail (line != NULL, NULL);

  self = g_object_new (TOSO_TYPE_PLAN_EDITOR, NULL);
  self->before = g_strdup (line->text);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, line->text, -1);
  if (line->fixed > 0)
    fix_number (self, line);
  gtk_text_buffer_end_irreversible_action (buffer);
  set_look (self, line);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_name (line->part), -1);
  return GTK_WIDGET (self);
}

void
toso_plan_editor_place_cursor (TosoPlanEditor *self,
                               gsize           index)
{
  GtkTextBuffer *buffer;
  GtkTextIter    iter;

  g_return_if_fail (TOSO_IS_PLAN_EDITOR (self));
  g_return_if_fail (index <= strlen (self->before));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) g_utf8_strlen (self->before, (gssize) index));
  gtk_text_buffer_place_cursor (buffer, &iter);
}

char *
toso_plan_editor_dup_text (TosoPlanEditor *self)
{
  GtkTextBuffer   *buffer;
  g_autofree char *raw = NULL;
  GtkTextIter      start;
  GtkTextIter      end;

  g_return_val_if_fail (TOSO_IS_PLAN_EDITOR (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  raw = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  /* Only the number, as it was, and the space that was added to it. */
  if (g_str_has_prefix (raw, self->before) && strcmp (raw + strlen (self->before), " ") == 0)
    return g_strdup (self->before);
  return toso_text_normalize (raw);
}
