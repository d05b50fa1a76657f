/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-window-private.h"

#include <glib/gi18n.h>

#include "app/toso-file-dialog.h"
#include "app/toso-intake-window.h"
#include "app/toso-remind-window.h"

/* The villages' files on their way in: chosen, dropped on the window or pasted
 * from a file manager; all go the same way. */

static gboolean
is_year (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".toso");
}

static void
take_files (TosoWindow *self,
            GPtrArray  *files)
{
  g_autoptr (TosoIntake) intake = NULL;
  g_autoptr (GError) error = NULL;

  if (files->len == 0)
    return;
  if (self->session == NULL || (files->len == 1 && is_year (files->pdata[0])))
    {
      toso_window_open (self, files->pdata[0]);
      return;
    }
  if (toso_session_is_read_only (self->session))
    {
      toso_session_say (self->session, _ ("This file is open for reading only; nothing was changed."), FALSE);
      return;
    }

  intake = toso_intake_new (self->session, &error);
  if (intake != NULL)
    gtk_window_present (GTK_WINDOW (toso_intake_window_new (GTK_WINDOW (self), self->session, intake, files)));
  else
    toso_alert_show_error (self->alert, error, NULL, NULL);
}

/* Takes @list, of GFile. */
static void
take_list (TosoWindow *self,
           GSList     *list)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *item = list; item != NULL; item = item->next)
    g_ptr_array_add (files, item->data);
  take_files (self, files);
  g_slist_free (list);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TosoWindow *self = TOSO_WINDOW (source);
  g_autoptr (GPtrArray) files = toso_file_dialog_open_many_finish (GTK_WINDOW (source), result, NULL);

  if (files != NULL)
    take_files (self, files);
}

static void
choose_tables (TosoWindow *self)
{
  if (self->session != NULL)
    toso_file_dialog_open_many_async (GTK_WINDOW (self), _ ("Choose the Villages’ Files"), TOSO_FILES_TABLE, NULL, chosen_cb, NULL);
}

static gboolean
drop_cb (TosoWindow   *self,
         const GValue *value)
{
  take_list (self, gdk_file_list_get_files (g_value_get_boxed (value)));

  return TRUE;
}

void
toso_window_add_drop_target (TosoWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
choose_tables_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  choose_tables (TOSO_WINDOW (widget));
}

static void
take_files_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_autofree const char **uris = g_variant_get_strv (parameter, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; uris[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_uri (uris[i]));
  take_files (TOSO_WINDOW (widget), files);
}

/* Nothing is sent from here: texts and cards to be copied. */
static void
remind_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  if (self->session == NULL)
    return;

  window = toso_remind_window_new (GTK_WINDOW (self), self->session, &error);
  toso_window_present_made (self, window, error);
}

void
toso_window_class_install_intake (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.choose-tables", NULL, choose_tables_cb);
  gtk_widget_class_install_action (widget_class, "win.take-files", "as", take_files_cb);
  gtk_widget_class_install_action (widget_class, "win.remind-villages", NULL, remind_cb);
}
