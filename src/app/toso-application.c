/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-application.h"

#include <glib/gi18n.h>

#include "app/toso-app-resources.h"
#include "app/toso-help-window.h"
#include "app/toso-page.h"
#include "app/toso-style.h"

struct _TosoApplication
{
  GtkApplication parent_instance;

  GSettings *settings;
  TosoStyle *style;
};

G_DEFINE_FINAL_TYPE (TosoApplication, toso_application, GTK_TYPE_APPLICATION)

/* No function is only on Ctrl+Shift+letter: UniKey takes Ctrl+Shift to switch
 * between Vietnamese and English.  Ctrl+Space stays free for fcitx. */
static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "win.new", { "<Control><Shift>n" } },
  { "win.open", { "<Control>o" } },
  { "win.add-item", { "<Control>n" } },
  { "win.choose-tables", { "<Control>i" } },
  { "win.print", { "<Control>p" } },
  { "win.export-view", { "<Control>e" } },
  { "win.save", { "<Control>s" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control>y", "<Control><Shift>z" } },
  { "win.find", { "<Control>f" } },
  { "win.find-anything", { "<Control>k" } },
  { "win.measures", { "<Control>comma" } },
  { "win.begin-meeting", { "F5" } },
  { "win.previous-period", { "<Control>Page_Up" } },
  { "win.next-period", { "<Control>Page_Down" } },
  { "win.sidebar", { "F9" } },
  { "win.fullscreen", { "F11" } },
  { "win.close", { "<Control>w" } },
  { "win.show-shortcuts", { "<Control>question", "<Control>slash" } },
  { "app.help", { "F1" } },
  { "app.quit", { "<Control>q" } },
};

static TosoWindow *
make_window (TosoApplication *self)
{
  return toso_window_new (GTK_APPLICATION (self), self->settings);
}

/* --- actions --- */

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);

  gtk_window_present (GTK_WINDOW (toso_help_window_new (gtk_application_get_active_window (application))));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);

  gtk_show_about_dialog (gtk_application_get_active_window (application),
                         "program-name", "Tổ Số",
                         "logo-icon-name", TOSO_APP_ID,
                         "version", TOSO_VERSION,
                         "comments", _ ("The year’s plan of the community digital technology teams: its text, its targets and its papers"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
  g_list_free (windows);
}

static void
appearance_changed_cb (TosoApplication *self)
{
  g_autofree char *appearance = g_settings_get_string (self->settings, "appearance");

  if (self->style != NULL)
    toso_style_set_appearance (self->style, appearance);
}

static void
add_actions (TosoApplication *self)
{
  static const GActionEntry entries[] = {
    { "help", help_cb },
    { "about", about_cb },
    { "quit", quit_cb },
  };
  g_autoptr (GAction) appearance = g_settings_create_action (self->settings, "appearance");
  gsize n_infos;

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), appearance);

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self),
                                           accelerators[i].action,
                                           (const char *const *) accelerators[i].keys);

  toso_page_get_infos (&n_infos);
  for (gsize i = 0; i < n_infos && i < 10; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.show-page('%s')", toso_page_get_infos (&n_infos)[i].id);
      g_autofree char *key = g_strdup_printf ("<Control>%" G_GSIZE_FORMAT, (i + 1) % 10);
      const char      *keys[] = { key, NULL };

      gtk_application_set_accels_for_action (GTK_APPLICATION (self), action, keys);
    }
}

/* --- application --- */

static void
toso_application_startup (GApplication *application)
{
  TosoApplication *self = TOSO_APPLICATION (application);

  toso_app_register_resource ();
  g_application_set_resource_base_path (application, "/vn/toso/ToSo");

  G_APPLICATION_CLASS (toso_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (TOSO_APP_ID);
  self->style = toso_style_new (gdk_display_get_default ());
  appearance_changed_cb (self);
  g_signal_connect_object (self->settings, "changed::appearance", G_CALLBACK (appearance_changed_cb), self, G_CONNECT_SWAPPED);
  add_actions (self);
}

/* Where a person left off, if that is still there. */
static void
open_last (TosoApplication *self,
           TosoWindow      *window)
{
  g_autofree char *uri = g_settings_get_string (self->settings, "last-file");
  g_autoptr (GFile) file = NULL;

  if (*uri == '\0')
    return;
  file = g_file_new_for_uri (uri);
  if (g_file_query_exists (file, NULL))
    toso_window_open (window, file);
}

static void
toso_application_activate (GApplication *application)
{
  TosoApplication *self = TOSO_APPLICATION (application);
  GtkWindow       *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    {
      window = GTK_WINDOW (make_window (self));
      open_last (self, TOSO_WINDOW (window));
    }
  gtk_window_present (window);
}

static void
toso_application_open (GApplication *application,
                       GFile       **files,
                       int           n_files,
                       const char   *hint)
{
  TosoApplication *self = TOSO_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      TosoWindow *window = toso_application_find_window (self, files[i]);

      if (window == NULL)
        {
          window = make_window (self);
          toso_window_open (window, files[i]);
        }
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
toso_application_dispose (GObject *object)
{
  TosoApplication *self = TOSO_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->style);

  G_OBJECT_CLASS (toso_application_parent_class)->dispose (object);
}

static void
toso_application_class_init (TosoApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_application_dispose;
  application_class->startup = toso_application_startup;
  application_class->activate = toso_application_activate;
  application_class->open = toso_application_open;
}

static void
toso_application_init (TosoApplication *self)
{
}

TosoApplication *
toso_application_new (GSettings *settings)
{
  TosoApplication *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (TOSO_TYPE_APPLICATION,
                       "application-id", TOSO_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
  self->settings = g_object_ref (settings);

  return self;
}

TosoWindow *
toso_application_find_window (TosoApplication *self,
                              GFile           *file)
{
  g_return_val_if_fail (TOSO_IS_APPLICATION (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      TosoSession *session;

      if (!TOSO_IS_WINDOW (l->data))
        continue;
      session = toso_window_get_session (l->data);
      if (session != NULL && g_file_equal (toso_year_get_file (toso_session_get_year (session)), file))
        return l->data;
    }

  return NULL;
}
