/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-window.h"

#include <glib/gi18n.h>

#include "app/toso-settings.h"
#include "app/toso-start-page.h"
#include "app/toso-window-private.h"

G_DEFINE_FINAL_TYPE (TosoWindow, toso_window, GTK_TYPE_APPLICATION_WINDOW)

/* --- following the session --- */

static void
update_title (TosoWindow *self)
{
  g_autofree char *title = NULL;
  const char      *mark;

  if (self->session == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), "Tổ Số");
      return;
    }

  title = toso_session_is_read_only (self->session)
            /* Translators: %s is the title of the year file */
            ? g_strdup_printf (_ ("%s (read-only)"), toso_session_get_title (self->session))
            : g_strdup (toso_session_get_title (self->session));
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (GTK_LABEL (self->title_label), toso_session_get_title (self->session));
  gtk_widget_set_visible (self->read_only_label, toso_session_is_read_only (self->session));
  mark = toso_report_get_mark (toso_session_get_year (self->session));
  gtk_label_set_label (GTK_LABEL (self->sample_label), mark != NULL ? mark : "");
  gtk_widget_set_visible (self->sample_label, mark != NULL);
}

/* The buttons say what they would do. */
static void
update_undo_buttons (TosoWindow *self,
                     const char *undo,
                     const char *redo)
{
  g_autofree char *undo_text = NULL;
  g_autofree char *redo_text = NULL;

  /* Translators: %s is what would be undone */
  undo_text = undo != NULL ? g_strdup_printf (_ ("Undo: %s (Ctrl+Z)"), undo)
                           : g_strdup (_ ("Nothing to undo"));
  /* Translators: %s is what would be done again */
  redo_text = redo != NULL ? g_strdup_printf (_ ("Redo: %s (Ctrl+Y)"), redo)
                           : g_strdup (_ ("Nothing to redo"));
  gtk_widget_set_tooltip_text (self->undo_button, undo_text);
  gtk_widget_set_tooltip_text (self->redo_button, redo_text);
}

void
toso_window_present_made (TosoWindow   *self,
                          GtkWidget    *made,
                          const GError *error)
{
  if (made != NULL)
    gtk_window_present (GTK_WINDOW (made));
  else
    toso_alert_show_error (self->alert, error, NULL, NULL);
}

void
toso_window_update_actions (TosoWindow *self)
{
  GtkWidget  *widget = GTK_WIDGET (self);
  gboolean    is_open = self->session != NULL;
  const char *undo = is_open ? toso_session_get_undo_title (self->session) : NULL;
  const char *redo = is_open ? toso_session_get_redo_title (self->session) : NULL;
  TosoPeriod  period;

  gtk_widget_action_set_enabled (widget, "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", redo != NULL);
  gtk_widget_action_set_enabled (widget, "win.previous-period",
                                 is_open && toso_session_step_period (self->session, -1, &period));
  gtk_widget_action_set_enabled (widget, "win.next-period",
                                 is_open && toso_session_step_period (self->session, 1, &period));
  gtk_widget_action_set_enabled (widget, "win.find-anything", is_open);
  gtk_widget_action_set_enabled (widget, "win.begin-meeting", is_open);
  gtk_widget_action_set_enabled (widget, "win.next-year", is_open);
  gtk_widget_action_set_enabled (widget, "win.export-plan", is_open && self->work == NULL);
  gtk_widget_action_set_enabled (widget, "win.export-paper", is_open && self->work == NULL);
  gtk_widget_action_set_enabled (widget, "win.export-view", is_open && self->work == NULL);
  gtk_widget_action_set_enabled (widget, "win.print", is_open);
  gtk_widget_action_set_enabled (widget, "win.choose-tables", is_open && !toso_session_is_read_only (self->session));
  gtk_widget_action_set_enabled (widget, "win.new", self->work == NULL);
  gtk_widget_action_set_enabled (widget, "win.open", self->work == NULL);
  gtk_widget_action_set_enabled (widget, "win.open-example", self->work == NULL);
  gtk_widget_action_set_enabled (widget, "win.cancel-work", self->work != NULL);

  update_undo_buttons (self, undo, redo);
}

static void
session_changed_cb (TosoWindow *self)
{
  update_title (self);
  toso_period_switcher_update (self->period_switcher, self->session);
  toso_sidebar_update (self->sidebar, self->session);
  toso_window_update_actions (self);
}

static void
session_failed_cb (TosoWindow   *self,
                   const GError *error)
{
  toso_alert_show_error (self->alert, error, NULL, NULL);
}

static void
session_said_cb (TosoWindow *self,
                 const char *sentence,
                 gboolean    undoable)
{
  toso_toast_show (self->toast, sentence, undoable ? _ ("Undo") : NULL, "win.undo");
}

/* --- pages --- */

static const TosoPageInfo *
find_info (const char *page_id)
{
  gsize               n_infos;
  const TosoPageInfo *infos = toso_page_get_infos (&n_infos);

  for (gsize i = 0; i < n_infos; i++)
    if (g_str_equal (infos[i].id, page_id))
      return &infos[i];

  return NULL;
}

static void
remove_pages (TosoWindow *self)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (self->pages)) != NULL)
    gtk_stack_remove (GTK_STACK (self->pages), page);
}

TosoPage *
toso_window_show_page (TosoWindow *self,
                       const char *page_id)
{
  const TosoPageInfo *info = find_info (page_id);
  GtkWidget          *page;

  if (info == NULL || self->session == NULL)
    return NULL;

  page = gtk_stack_get_child_by_name (GTK_STACK (self->pages), page_id);
  if (page == NULL)
    {
      page = info->create (self->session);
      gtk_stack_add_named (GTK_STACK (self->pages), page, page_id);
    }
  gtk_stack_set_visible_child (GTK_STACK (self->pages), page);
  toso_sidebar_select_page (self->sidebar, page_id);

  return TOSO_PAGE (page);
}

TosoPage *
toso_window_get_page (TosoWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (self->pages));

  return page != NULL ? TOSO_PAGE (page) : NULL;
}

static void
show_start (TosoWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (GTK_STACK (self->main_stack), "start");

  if (page == NULL)
    {
      page = toso_start_page_new (self->settings);
      gtk_stack_add_named (GTK_STACK (self->main_stack), page, "start");
    }
  gtk_stack_set_visible_child (GTK_STACK (self->main_stack), page);
}

void
toso_window_set_session (TosoWindow  *self,
                         TosoSession *session)
{
  gboolean is_open = session != NULL;

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      remove_pages (self);
      toso_year_close (toso_session_get_year (self->session));
    }
  g_set_object (&self->session, session);

  gtk_widget_set_visible (self->sidebar_button, is_open);
  gtk_widget_set_visible (self->title_label, is_open);
  gtk_widget_set_visible (self->sample_label, FALSE);
  gtk_widget_set_visible (self->read_only_label, FALSE);
  gtk_widget_set_visible (self->undo_box, is_open);
  gtk_widget_set_visible (self->find_button, is_open);
  gtk_stack_set_visible_child_name (GTK_STACK (self->title_stack), is_open ? "year" : "start");

  if (!is_open)
    {
      show_start (self);
      update_title (self);
      toso_window_update_actions (self);
      return;
    }

  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (session_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "said", G_CALLBACK (session_said_cb), self, G_CONNECT_SWAPPED);
  session_changed_cb (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->main_stack), "year");
  toso_window_show_page (self, "home");
}

/* --- recent files --- */

void
toso_window_fill_recent (TosoWindow *self)
{
  g_auto (GStrv) recent = toso_settings_list_recent (self->settings);

  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (recent[i]);
      g_autoptr (GMenuItem) item = NULL;
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *label = NULL;
      g_auto (GStrv) parts = g_strsplit (name, "_", -1);

      /* In a menu an underscore would be an access key. */
      label = g_strjoinv ("__", parts);
      item = g_menu_item_new (label, NULL);
      /* What is no longer there stays in sight, greyed: an action that does
       * not exist. */
      g_menu_item_set_action_and_target (item,
                                         g_file_query_exists (file, NULL) ? "win.open-recent" : "win.missing",
                                         "s",
                                         recent[i]);
      g_menu_append_item (self->recent_menu, item);
    }
  if (recent[0] == NULL)
    g_menu_append (self->recent_menu, _ ("No file yet"), "win.missing");
}

static void
recent_changed_cb (TosoWindow *self)
{
  toso_window_fill_recent (self);
}

/* --- work in threads --- */

GCancellable *
toso_window_begin_work (TosoWindow *self,
                        const char *what)
{
  if (self->work != NULL)
    return NULL;

  self->work = g_cancellable_new ();
  gtk_label_set_label (GTK_LABEL (self->busy_label), what);
  gtk_spinner_start (GTK_SPINNER (self->busy_spinner));
  gtk_widget_set_visible (self->busy_box, TRUE);
  toso_window_update_actions (self);

  return self->work;
}

void
toso_window_end_work (TosoWindow *self)
{
  g_clear_object (&self->work);
  gtk_spinner_stop (GTK_SPINNER (self->busy_spinner));
  gtk_widget_set_visible (self->busy_box, FALSE);
  toso_window_update_actions (self);
}

/* --- window --- */

static void
remember_size (TosoWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width > 0 && height > 0 && !gtk_window_is_maximized (GTK_WINDOW (self)))
    {
      g_settings_set_int (self->settings, "width", width);
      g_settings_set_int (self->settings, "height", height);
    }
}

/* A window that was given no file by now has the three ways to begin. */
static void
toso_window_realize (GtkWidget *widget)
{
  TosoWindow *self = TOSO_WINDOW (widget);

  if (self->session == NULL)
    toso_window_set_session (self, NULL);

  GTK_WIDGET_CLASS (toso_window_parent_class)->realize (widget);
}

static gboolean
toso_window_close_request (GtkWindow *window)
{
  TosoWindow *self = TOSO_WINDOW (window);

  remember_size (self);
  if (self->work != NULL)
    g_cancellable_cancel (self->work);

  return GTK_WINDOW_CLASS (toso_window_parent_class)->close_request (window);
}

static void
toso_window_dispose (GObject *object)
{
  TosoWindow *self = TOSO_WINDOW (object);

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      toso_year_close (toso_session_get_year (self->session));
    }
  g_clear_object (&self->session);
  g_clear_object (&self->work);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (toso_window_parent_class)->dispose (object);
}

static void
toso_window_class_init (TosoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_window_dispose;
  widget_class->realize = toso_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = toso_window_close_request;

  toso_window_class_install_actions (widget_class);

  g_type_ensure (TOSO_TYPE_ALERT);
  g_type_ensure (TOSO_TYPE_PERIOD_SWITCHER);
  g_type_ensure (TOSO_TYPE_SIDEBAR);
  g_type_ensure (TOSO_TYPE_TOAST);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, sample_label);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, read_only_label);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, undo_box);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, busy_box);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, busy_spinner);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, busy_label);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, period_switcher);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, alert);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, toast);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, main_stack);
  gtk_widget_class_bind_template_child (widget_class, TosoWindow, pages);
}

/* The menu's widgets are made when it is first opened. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  TosoWindow *self = user_data;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, self->menu);
}

static void
toso_window_init (TosoWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), create_menu_cb, self, NULL);
  toso_window_add_drop_target (self);
}

/* --- public --- */

TosoWindow *
toso_window_new (GtkApplication *application,
                 GSettings      *settings)
{
  g_autoptr (GAction) show_sidebar = NULL;
  TosoWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (TOSO_TYPE_WINDOW, "application", application, NULL);
  self->settings = g_object_ref (settings);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (settings, "width"),
                               g_settings_get_int (settings, "height"));
  if (g_settings_get_boolean (settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  show_sidebar = g_settings_create_action (settings, "sidebar");
  g_action_map_add_action (G_ACTION_MAP (self), show_sidebar);
  g_settings_bind (settings, "sidebar", self->sidebar, "visible", G_SETTINGS_BIND_GET);

  g_signal_connect_object (settings, "changed::recent-files", G_CALLBACK (recent_changed_cb), self, G_CONNECT_SWAPPED);
  toso_window_fill_recent (self);

  return self;
}

TosoSession *
toso_window_get_session (TosoWindow *self)
{
  g_return_val_if_fail (TOSO_IS_WINDOW (self), NULL);

  return self->session;
}
