/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-remind-window.h"

#include <glib/gi18n.h>

#include "app/toso-file-dialog.h"
#include "app/toso-mark-view.h"
#include "app/toso-parts.h"
#include "app/toso-standing.h"
#include "app/toso-style.h"
#include "app/toso-tab-stop.h"
#include "core/toso-output.h"
#include "report/toso-village-message.h"

#define CARD_WIDTH 900 /* pixels: what a phone shows well */

struct _TosoRemindWindow
{
  GtkWindow parent_instance;

  TosoSession *session;
  TosoPeriod   period;
  GPtrArray   *statuses; /* of TosoVillageStatus, those that are late */
  GBytes      *card;     /* PNG of the one chosen */

  GtkWidget *summary;
  GtkWidget *list;
  GtkWidget *text;
  GtkWidget *picture;
  GtkWidget *copy_button;
};

G_DEFINE_FINAL_TYPE (TosoRemindWindow, toso_remind_window, GTK_TYPE_WINDOW)

static const TosoVillageStatus *
get_chosen (TosoRemindWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL ? self->statuses->pdata[gtk_list_box_row_get_index (row)] : NULL;
}

static GBytes *
draw_card (TosoRemindWindow        *self,
           const TosoVillageStatus *status,
           GError                 **error)
{
  g_autoptr (TosoReportChart) chart = toso_village_card_new (toso_session_get_year (self->session), &self->period, status->village->id, error);
  const TosoChartKind *kind;
  gconstpointer        drawn;

  if (chart == NULL)
    return NULL;
  kind = toso_report_chart_get_kind (chart);
  drawn = toso_report_chart_get_chart (chart);

  return toso_chart_render (kind, drawn, toso_palette_get (TOSO_PALETTE_LIGHT), TOSO_PICTURE_PNG, CARD_WIDTH,
                            toso_chart_get_natural_height (kind, drawn, CARD_WIDTH), error);
}

static void
show_chosen (TosoRemindWindow *self)
{
  const TosoVillageStatus *status = get_chosen (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *message = NULL;

  g_clear_pointer (&self->card, g_bytes_unref);
  if (status == NULL)
    return;
  message = toso_village_message_new (toso_session_get_year (self->session), self->period, status, toso_date_today (), &error);
  if (message != NULL)
    self->card = draw_card (self, status, &error);
  if (self->card != NULL)
    texture = gdk_texture_new_from_bytes (self->card, &error);
  if (error != NULL)
    toso_session_take_error (self->session, g_steal_pointer (&error));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), message != NULL ? message : "", -1);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), texture != NULL ? GDK_PAINTABLE (texture) : NULL);
  gtk_picture_set_alternative_text (GTK_PICTURE (self->picture), status->village->name);
}

/* The text as it stands there: a person may have written into it. */
static char *
get_text (TosoRemindWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
mark_done (GtkListBoxRow *row,
           const char    *words)
{
  GtkWidget *label = g_object_get_data (G_OBJECT (row), "done");

  gtk_label_set_label (GTK_LABEL (label), words);
}

static void
copy_text_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TosoRemindWindow *self = TOSO_REMIND_WINDOW (widget);
  GtkListBoxRow    *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  GtkListBoxRow    *next;
  g_autofree char  *text = get_text (self);

  if (row == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  mark_done (row, _ ("copied"));
  /* On to the next: Enter, paste into Zalo, Enter … */
  next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), gtk_list_box_row_get_index (row) + 1);
  if (next == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), next);
  gtk_widget_grab_focus (GTK_WIDGET (next));
}

static void
copy_card_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TosoRemindWindow *self = TOSO_REMIND_WINDOW (widget);
  GdkPaintable     *paintable = gtk_picture_get_paintable (GTK_PICTURE (self->picture));

  if (GDK_IS_TEXTURE (paintable))
    gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), GDK_TEXTURE (paintable));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TosoRemindWindow *self = TOSO_REMIND_WINDOW (source);
  g_autoptr (GBytes) card = user_data;
  g_autoptr (GFile) file = toso_file_dialog_save_finish (GTK_WINDOW (source), result, NULL);
  GError *error = NULL;

  if (file != NULL && !toso_output_write (file, TOSO_OUTPUT_PNG, card, NULL, &error))
    toso_session_take_error (self->session, error);
}

static void
save_card_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TosoRemindWindow        *self = TOSO_REMIND_WINDOW (widget);
  const TosoVillageStatus *status = get_chosen (self);
  g_autofree char         *period = toso_period_to_string (self->period);
  g_autofree char         *stem = NULL;
  g_autofree char         *name = NULL;

  if (status == NULL || self->card == NULL)
    return;
  stem = g_strdup_printf ("%s %s", period, status->village->name);
  name = toso_file_dialog_make_name (stem, ".png");
  toso_file_dialog_save_async (GTK_WINDOW (self), _ ("Save the Card"), TOSO_FILES_PICTURE, NULL, name, NULL, chosen_cb, g_bytes_ref (self->card));
}

/* --- object --- */

static void
toso_remind_window_finalize (GObject *object)
{
  TosoRemindWindow *self = TOSO_REMIND_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->statuses, g_ptr_array_unref);
  g_clear_pointer (&self->card, g_bytes_unref);

  G_OBJECT_CLASS (toso_remind_window_parent_class)->finalize (object);
}

static void
toso_remind_window_class_init (TosoRemindWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_remind_window_finalize;
  g_type_ensure (TOSO_TYPE_TAB_STOP);
  gtk_widget_class_install_action (widget_class, "remind.copy-text", NULL, copy_text_cb);
  gtk_widget_class_install_action (widget_class, "remind.copy-card", NULL, copy_card_cb);
  gtk_widget_class_install_action (widget_class, "remind.save-card", NULL, save_card_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-remind-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoRemindWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, TosoRemindWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TosoRemindWindow, text);
  gtk_widget_class_bind_template_child (widget_class, TosoRemindWindow, picture);
  gtk_widget_class_bind_template_child (widget_class, TosoRemindWindow, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, show_chosen);
}

static void
toso_remind_window_init (TosoRemindWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_row (TosoRemindWindow        *self,
         const TosoVillageStatus *status)
{
  TosoStanding     standing = toso_standing_of (status);
  TosoMark         mark = toso_standing_get_mark (standing);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget       *view = toso_mark_view_new (mark);
  GtkWidget       *name = toso_make_label (status->village->name, 0, NULL);
  GtkWidget       *done = toso_make_label ("", 1, "note dim");
  GtkWidget       *row = gtk_list_box_row_new ();
  g_autofree char *words = g_strdup_printf ("%s: %s", status->village->name, toso_standing_get_text (standing));

  gtk_widget_add_css_class (view, toso_style_get_mark_class (mark));
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), done);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data (G_OBJECT (row), "done", done);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* Those that are overdue, or have something to correct. */
static void
fill (TosoRemindWindow *self)
{
  g_autofree char *title = toso_period_screen_title (self->period);
  g_autofree char *text = NULL;

  for (guint i = self->statuses->len; i-- > 0;)
    {
      TosoStanding standing = toso_standing_of (self->statuses->pdata[i]);

      if (standing != TOSO_STANDING_OVERDUE && standing != TOSO_STANDING_TO_CORRECT)
        g_ptr_array_remove_index (self->statuses, i);
    }
  for (guint i = 0; i < self->statuses->len; i++)
    add_row (self, self->statuses->pdata[i]);
  /* Translators: a period, and how many villages are to be reminded */
  text = g_strdup_printf (ngettext ("%s: %u village to remind", "%s: %u villages to remind", self->statuses->len), title, self->statuses->len);
  gtk_label_set_label (GTK_LABEL (self->summary), text);
}

GtkWidget *
toso_remind_window_new (GtkWindow   *parent,
                        TosoSession *session,
                        GError     **error)
{
  g_autoptr (TosoReportPeriod) collected = toso_session_load_collected (session, error);
  GPtrArray        *statuses = NULL;
  TosoRemindWindow *self;
  GtkListBoxRow    *first;

  if (collected != NULL)
    statuses = toso_year_list_status (toso_session_get_year (session), collected->period, toso_date_today (), error);
  if (statuses == NULL)
    return NULL;

  self = g_object_new (TOSO_TYPE_REMIND_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->period = collected->period;
  self->statuses = statuses;
  fill (self);
  first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (first != NULL)
    {
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), first);
      gtk_widget_grab_focus (GTK_WIDGET (first));
    }

  return GTK_WIDGET (self);
}
