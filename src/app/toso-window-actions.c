/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-window-private.h"

#include <glib/gi18n.h>

#include "app/toso-bin-window.h"
#include "app/toso-find-window.h"
#include "app/toso-measures-window.h"
#include "app/toso-meeting-window.h"
#include "app/toso-next-year-window.h"
#include "app/toso-paper-source.h"
#include "app/toso-person-window.h"
#include "app/toso-settings.h"
#include "app/toso-sheet.h"

/* What the window can do, by name.  Keys are in toso-application.c. */

static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  toso_window_choose_plan (TOSO_WINDOW (widget));
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  toso_window_choose_file (TOSO_WINDOW (widget));
}

static void
open_example_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);
  g_autoptr (GFile) file = toso_settings_find_data ("plans/ngoc-lien-2026.txt");
  g_autoptr (GError) error = NULL;

  if (file != NULL)
    {
      toso_window_open_plan (self, file, TOSO_ENCODING_AUTO, FALSE);
      return;
    }

  error = g_error_new_literal (G_IO_ERROR,
                               G_IO_ERROR_NOT_FOUND,
                               _ ("The plan of Ngọc Liên is not where the program was installed; install the program again."));
  toso_alert_show_error (self->alert, error, NULL, NULL);
}

static void
open_recent_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  toso_window_open (TOSO_WINDOW (widget), file);
}

static void
read_tcvn3_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  toso_alert_hide (self->alert);
  toso_window_open_plan (self, file, TOSO_ENCODING_TCVN3, TRUE);
}

static void
export_plan_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  toso_window_choose_pdf (TOSO_WINDOW (widget), "plan");
}

static void
save_pdf_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const char *name, *remark;
  g_autoptr (GVariant) content = NULL;
  g_autoptr (GBytes) pdf = NULL;

  g_variant_get (parameter, "(&s&s@ay)", &name, &remark, &content);
  pdf = g_variant_get_data_as_bytes (content);
  toso_window_save_pdf (TOSO_WINDOW (widget), name, remark, pdf);
}

static void
export_each_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  toso_window_choose_folder (TOSO_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_paper_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), "/", 2);
  TosoPage  *page;
  TosoPeriod period;

  if (self->session == NULL)
    return;
  /* First the period, or the paper would be made twice. */
  if (parts[0] != NULL && parts[1] != NULL && toso_period_parse (parts[1], &period))
    toso_session_set_period (self->session, period);
  page = toso_window_show_page (self, "papers");
  if (page != NULL && parts[0] != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "papers.choose", "s", parts[0]);
}

static void
show_on_page_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  gboolean  is_chart = g_str_equal (action_name, "win.show-chart");
  TosoPage *page = toso_window_show_page (TOSO_WINDOW (widget), is_chart ? "charts" : "papers");

  if (page != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (page), is_chart ? "charts.choose" : "papers.choose-kept", parameter);
}

/* The plan, on its page, where one sees what comes. */
static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TosoPage *page = toso_window_show_page (TOSO_WINDOW (widget), "plan");

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "plan.print", NULL);
}

/* Ctrl+E: what the page shows; where a page has nothing of its own, the plan. */
static void
export_view_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);
  TosoPage   *page = toso_window_get_page (self);

  if (page == NULL || !toso_page_export_view (page))
    toso_window_choose_pdf (self, "plan");
}

/* The file itself, with the program that the system has for it. */
static void
open_outside_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri (g_variant_get_string (parameter, NULL), NULL, &error))
    toso_alert_show_error (self->alert, error, NULL, NULL);
}

/* In a field, Ctrl+Z takes back what was typed there, not the last command. */
static gboolean
act_on_text (TosoWindow *self,
             const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *sheet = focus != NULL ? gtk_widget_get_ancestor (focus, TOSO_TYPE_SHEET) : NULL;

  /* The text on a cell waits there for what is typed; while nothing is, there
   * is nothing of its own to take back. */
  if (sheet != NULL)
    {
      if (!toso_sheet_is_editing (TOSO_SHEET (sheet)))
        return FALSE;
      toso_sheet_revert (TOSO_SHEET (sheet));
      return TRUE;
    }

  return (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)) && gtk_widget_activate_action (focus, action, NULL);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);

  if (!act_on_text (self, "text.undo") && self->session != NULL)
    toso_session_undo (self->session);
}

static void
redo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);

  if (!act_on_text (self, "text.redo") && self->session != NULL)
    toso_session_redo (self->session);
}

/* Everything is saved when it is made; people still press Ctrl+S to be sure. */
static void
save_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoWindow      *self = TOSO_WINDOW (widget);
  g_autofree char *saved_at = NULL;
  g_autofree char *sentence = NULL;

  if (self->session == NULL)
    return;
  if (toso_session_is_read_only (self->session))
    {
      toso_session_say (self->session, _ ("This file is open for reading only; nothing was changed."), FALSE);
      return;
    }

  g_object_get (self->session, "saved-at", &saved_at, NULL);
  sentence = g_strdup_printf (_ ("Saved at %s"), saved_at);
  toso_session_say (self->session, sentence, FALSE);
}

static void
add_item_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);
  TosoPage   *page = toso_window_get_page (self);

  if (page == NULL)
    toso_window_choose_plan (self);
  else if (!toso_page_add_item (page))
    {
      page = toso_window_show_page (self, "targets");
      if (page != NULL)
        toso_page_add_item (page);
    }
}

static void
find_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoPage *page = toso_window_get_page (TOSO_WINDOW (widget));

  if (page != NULL)
    toso_page_find (page);
}

static void
find_anything_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);

  if (self->session != NULL)
    gtk_window_present (GTK_WINDOW (toso_find_window_new (GTK_WINDOW (self), self->session)));
}

/* By a key or a link: to the page, and into it; where a person was in it
 * before, the stack has brought the focus back already. */
static void
show_page_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);
  const char *page_id = g_variant_get_string (parameter, NULL);
  gboolean    is_new = gtk_stack_get_child_by_name (GTK_STACK (self->pages), page_id) == NULL;
  TosoPage   *page = toso_window_show_page (self, page_id);
  GtkWidget  *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (page != NULL && (is_new || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (page))))
    gtk_widget_grab_focus (GTK_WIDGET (page));
}

/* Along the sidebar: the focus stays there. */
static void
browse_page_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  toso_window_show_page (TOSO_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_object_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  static const struct
  {
    const char    *action;
    const char    *page;
    TosoObjectKind kind;
  } places[] = {
    { "win.show-target", "targets", TOSO_OBJECT_TARGET },
    { "win.enter-figure", "targets", TOSO_OBJECT_FIGURE },
    { "win.show-section", "plan", TOSO_OBJECT_SECTION },
    { "win.show-sentence", "plan", TOSO_OBJECT_TARGET },
    { "win.show-task", "tasks", TOSO_OBJECT_TASK },
    { "win.show-entry", "journal", TOSO_OBJECT_ENTRY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].action, action_name))
      {
        TosoPage *page = toso_window_show_page (TOSO_WINDOW (widget), places[i].page);

        if (page != NULL)
          toso_page_reveal (page, &(TosoPlace){ .kind = places[i].kind, .id = g_variant_get_int64 (parameter) });
      }
}

/* From a figure of a paper to what is behind it. */
static void
show_source_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);
  const char *page_id;
  TosoPlace   place;
  TosoPage   *page;

  if (self->session == NULL || !toso_paper_source_find (g_variant_get_string (parameter, NULL), self->session, &page_id, &place))
    return;
  page = toso_window_show_page (self, page_id);
  if (page != NULL)
    toso_page_reveal (page, &place);
}

static void
period_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);
  TosoPeriod  period;

  if (self->session != NULL && toso_period_parse (g_variant_get_string (parameter, NULL), &period))
    toso_session_set_period (self->session, period);
}

static void
step_period_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);
  int         direction = g_str_equal (action_name, "win.next-period") ? 1 : -1;
  TosoPeriod  period;

  if (self->session != NULL && toso_session_step_period (self->session, direction, &period))
    toso_session_set_period (self->session, period);
}

static void
begin_meeting_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  GtkWidget *meeting;

  if (self->session == NULL)
    return;

  meeting = toso_meeting_window_new (GTK_WINDOW (self), self->session, &error);
  toso_window_present_made (self, meeting, error);
}

static void
measures_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);

  if (self->session != NULL)
    gtk_window_present (GTK_WINDOW (toso_measures_window_new (GTK_WINDOW (self), self->session)));
}

/* "12": of the list; "/Lê Văn Út": by the name; "": nobody yet. */
static void
personal_data_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);
  const char *who = g_variant_get_string (parameter, NULL);

  if (self->session != NULL)
    gtk_window_present (GTK_WINDOW (toso_person_window_new (GTK_WINDOW (self), self->session, g_ascii_strtoll (who, NULL, 10),
                                                            *who == '/' ? who + 1 : NULL)));
}

static void
show_bin_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);

  if (self->session != NULL)
    gtk_window_present (GTK_WINDOW (toso_bin_window_new (GTK_WINDOW (self), self->session)));
}

static void
next_year_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  if (self->session == NULL)
    return;

  window = toso_next_year_window_new (GTK_WINDOW (self), self->session, &error);
  toso_window_present_made (self, window, error);
}

static void
show_remarks_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  toso_window_show_remarks (TOSO_WINDOW (widget));
}

/* GTK writes these on its window itself, in English where the system has no
 * GTK catalogue of the language. */
static void
say_in_our_words (GtkWidget *widget)
{
  static const struct
  {
    const char *english;
    const char *msgid;
  } words[] = {
    { "Shortcuts", NC_ ("shortcuts", "Keyboard shortcuts") },
    { "Search Results", NC_ ("shortcuts", "Found") },
    { "No Results Found", NC_ ("shortcuts", "Nothing found") },
    { "Page_Up", NC_ ("shortcuts", "PgUp") },
    { "Page_Down", NC_ ("shortcuts", "PgDn") },
    { "Try a different search", NC_ ("shortcuts", "Try another word") },
  };

  for (guint i = 0; GTK_IS_LABEL (widget) && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words[i].english))
      gtk_label_set_text (GTK_LABEL (widget), g_dpgettext2 (NULL, "shortcuts", words[i].msgid));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    say_in_our_words (child);
}

/* Made only now: nobody looks at it in the first second. */
static void
show_shortcuts_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/vn/toso/ToSo/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  say_in_our_words (GTK_WIDGET (overlay));
  gtk_window_set_title (overlay, C_ ("shortcuts", "Keyboard shortcuts"));
  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_present (overlay);
}

static void
cancel_work_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TosoWindow *self = TOSO_WINDOW (widget);

  if (self->work != NULL)
    g_cancellable_cancel (self->work);
}

static void
fullscreen_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

void
toso_window_class_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                 *name;
    const char                 *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.new", NULL, new_cb },
    { "win.open", NULL, open_cb },
    { "win.open-example", NULL, open_example_cb },
    { "win.open-recent", "s", open_recent_cb },
    { "win.read-tcvn3", "s", read_tcvn3_cb },
    { "win.begin-meeting", NULL, begin_meeting_cb },
    { "win.export-plan", NULL, export_plan_cb },
    { "win.save-pdf", "(ssay)", save_pdf_cb },
    { "win.export-each", "s", export_each_cb },
    { "win.show-paper", "s", show_paper_cb },
    { "win.show-kept-paper", "x", show_on_page_cb },
    { "win.show-chart", "s", show_on_page_cb },
    { "win.export-view", NULL, export_view_cb },
    { "win.print", NULL, print_cb },
    { "win.open-outside", "s", open_outside_cb },
    { "win.undo", NULL, undo_cb },
    { "win.redo", NULL, redo_cb },
    { "win.save", NULL, save_cb },
    { "win.add-item", NULL, add_item_cb },
    { "win.find", NULL, find_cb },
    { "win.find-anything", NULL, find_anything_cb },
    { "win.show-page", "s", show_page_cb },
    { "win.browse-page", "s", browse_page_cb },
    { "win.show-target", "x", show_object_cb },
    { "win.enter-figure", "x", show_object_cb },
    { "win.show-section", "x", show_object_cb },
    { "win.show-sentence", "x", show_object_cb },
    { "win.show-task", "x", show_object_cb },
    { "win.show-entry", "x", show_object_cb },
    { "win.show-source", "s", show_source_cb },
    { "win.period", "s", period_cb },
    { "win.previous-period", NULL, step_period_cb },
    { "win.next-period", NULL, step_period_cb },
    { "win.show-remarks", NULL, show_remarks_cb },
    { "win.measures", NULL, measures_cb },
    { "win.personal-data", "s", personal_data_cb },
    { "win.show-bin", NULL, show_bin_cb },
    { "win.next-year", NULL, next_year_cb },
    { "win.show-shortcuts", NULL, show_shortcuts_cb },
    { "win.cancel-work", NULL, cancel_work_cb },
    { "win.fullscreen", NULL, fullscreen_cb },
    { "win.close", NULL, close_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
  toso_window_class_install_intake (widget_class);
}
