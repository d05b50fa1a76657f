/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-agenda-panel.h"

#include <glib/gi18n.h>

#include "app/toso-mark-view.h"
#include "app/toso-parts.h"
#include "app/toso-task-words.h"
#include "report/toso-agenda.h"
#include "report/toso-report.h"

#define MAX_ROWS 5

struct _TosoAgendaPanel
{
  GtkBox parent_instance;

  TosoSession *session;
  gboolean     is_whole; /* all rows were asked for */
  GtkWidget   *title;
  GtkWidget   *note;
  GtkWidget   *list;
  GtkWidget   *empty;
  GtkWidget   *more;
  GtkWidget   *all;
};

G_DEFINE_FINAL_TYPE (TosoAgendaPanel, toso_agenda_panel, GTK_TYPE_BOX)

/* --- rows --- */

/* @when: the day in words, or the plan's own. */
static void
set_row (TosoAgendaPanel *self,
         int              index,
         TosoMark         mark,
         const char      *words,
         const char      *when,
         const char      *name,
         const char      *action)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *title = toso_make_label (words, 0, NULL);
  GtkWidget *when_label = toso_make_label (when, 1, "dim second");

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 10);
  gtk_widget_set_hexpand (title, TRUE);
  toso_add_overflow_tooltip (title);
  gtk_label_set_ellipsize (GTK_LABEL (when_label), PANGO_ELLIPSIZE_END);
  toso_add_overflow_tooltip (when_label);
  gtk_label_set_max_width_chars (GTK_LABEL (when_label), 16);
  gtk_box_append (GTK_BOX (row), toso_mark_view_new (mark));
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), when_label);
  gtk_widget_set_margin_top (row, 5);
  gtk_widget_set_margin_bottom (row, 5);
  toso_set_row (self->list, index, row, name, action);
}

static char *
get_words (const TosoAgendaItem *item)
{
  if (g_str_equal (item->list, "report"))
    {
      g_autofree char *in_sentence = toso_make_sentence_middle (item->title);

      return g_strdup_printf (_ ("Report of %s"), in_sentence);
    }
  if (*item->kind != '\0')
    return g_strdup_printf (_ ("%s: %s"), item->kind, item->title);

  return g_strdup (item->title);
}

static char *
get_action (const TosoAgendaItem *item)
{
  if (g_str_equal (item->list, "task"))
    return g_strdup_printf ("win.show-task(int64 %s)", item->place);

  return g_strdup_printf (g_str_equal (item->list, "report") ? "win.show-paper('%s')" : "win.show-source('%s')", item->place);
}

static void
set_item (TosoAgendaPanel      *self,
          int                   index,
          const TosoAgendaItem *item,
          TosoDate              today)
{
  g_autofree char *words = get_words (item);
  g_autofree char *when = toso_due_text (item->day, today);
  g_autofree char *action = get_action (item);
  g_autofree char *day = toso_date_format_screen (item->day);
  g_autofree char *name = g_strdup_printf (_ ("%s, %s"), words, day);

  set_row (self, index, item->overdue ? TOSO_MARK_SQUARE : TOSO_MARK_RING, words, when != NULL ? when : day, name, action);
}

/* What is due now; FALSE: nothing is. */
static gboolean
show_agenda (TosoAgendaPanel *self,
             TosoDate         today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = toso_agenda_load (toso_session_get_year (self->session), toso_session_get_plan (self->session), today, &error);
  TosoDate         monday = toso_date_add_days (today, 1 - toso_date_weekday (today));
  g_autofree char *week = toso_format_range (monday, toso_date_add_days (monday, 6));
  g_autofree char *more = NULL;
  g_autofree char *note = NULL;
  guint            n_overdue = 0;
  guint            n_shown;

  if (items == NULL)
    toso_session_take_error (self->session, g_steal_pointer (&error));
  if (items == NULL || items->len == 0)
    return FALSE;
  n_shown = self->is_whole || items->len <= MAX_ROWS + 1 ? items->len : MAX_ROWS;
  for (guint i = 0; i < items->len; i++)
    n_overdue += ((const TosoAgendaItem *) items->pdata[i])->overdue ? 1 : 0;
  for (guint i = 0; i < n_shown; i++)
    set_item (self, i, items->pdata[i], today);
  toso_trim_rows (self->list, n_shown);

  gtk_label_set_label (GTK_LABEL (self->title), _ ("Due this week"));
  note = n_overdue > 0 ? g_strdup_printf (ngettext ("%u overdue · %s", "%u overdue · %s", n_overdue), n_overdue, week) : g_steal_pointer (&week);
  gtk_label_set_label (GTK_LABEL (self->note), note);
  more = g_strdup_printf (ngettext ("and %u more", "and %u more", items->len - n_shown), items->len - n_shown);
  gtk_button_set_label (GTK_BUTTON (self->more), more);
  gtk_widget_set_visible (self->more, n_shown < items->len);

  return TRUE;
}

/* When nothing is due: the first tasks that are open. */
static guint
show_open_tasks (TosoAgendaPanel *self)
{
  const TosoPlan  *plan = toso_session_get_plan (self->session);
  g_autofree char *note = NULL;
  guint            n_open = 0;

  for (guint i = 0; i < plan->tasks->len; i++)
    {
      const TosoTask *task = plan->tasks->pdata[i];

      if (!toso_task_is_open (task))
        continue;
      if (n_open < MAX_ROWS)
        {
          g_autofree char *due = toso_task_due_text (task, toso_date_today ());
          g_autofree char *name = g_strdup_printf ("%s, %s", task->title, toso_report_task_state_text (task->state));
          g_autofree char *action = g_strdup_printf ("win.show-task(int64 %" G_GINT64_FORMAT ")", task->id);

          set_row (self, n_open, toso_report_task_state_mark (task->state), task->title, due != NULL ? due : task->time, name, action);
        }
      n_open++;
    }
  toso_trim_rows (self->list, MIN (n_open, MAX_ROWS));
  gtk_widget_set_visible (self->more, FALSE);
  gtk_label_set_label (GTK_LABEL (self->title), _ ("Open tasks"));
  note = g_strdup_printf ("%u/%u", n_open, plan->tasks->len);
  gtk_label_set_label (GTK_LABEL (self->note), note);

  return n_open;
}

static void
update (TosoAgendaPanel *self)
{
  const TosoPlan  *plan = toso_session_get_plan (self->session);
  gboolean         has_rows = show_agenda (self, toso_date_today ()) || show_open_tasks (self) > 0;
  g_autofree char *all = g_strdup_printf (ngettext ("The one task", "All %u tasks", plan->tasks->len), plan->tasks->len);

  gtk_button_set_label (GTK_BUTTON (self->all), all);
  gtk_widget_set_visible (self->all, plan->tasks->len > 0);
  gtk_label_set_label (GTK_LABEL (self->empty),
                       plan->tasks->len == 0 ? _ ("The plan’s tasks belong here. None was found in its text.")
                                             : _ ("All tasks are done."));
  gtk_widget_set_visible (self->empty, !has_rows);
}

/* The keyboard goes on where the list grew. */
static void
more_clicked_cb (TosoAgendaPanel *self)
{
  GtkListBoxRow *row;

  self->is_whole = TRUE;
  update (self);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), MAX_ROWS);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
toso_agenda_panel_dispose (GObject *object)
{
  TosoAgendaPanel *self = TOSO_AGENDA_PANEL (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (toso_agenda_panel_parent_class)->dispose (object);
}

static void
toso_agenda_panel_class_init (TosoAgendaPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = toso_agenda_panel_dispose;
}

static void
toso_agenda_panel_init (TosoAgendaPanel *self)
{
  GtkWidget *head = toso_make_section_head (NULL, &self->title, &self->note);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  toso_add_css_classes (head, "section-rule padded");
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "rows");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (toso_row_activated_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Due this week"), -1);
  self->empty = toso_make_label (NULL, 0, "dim");
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_widget_set_margin_top (self->empty, 9);
  self->more = gtk_button_new_with_label ("");
  toso_add_css_classes (self->more, "textlink second");
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_clicked_cb), self, G_CONNECT_SWAPPED);
  self->all = toso_make_link ("", "win.show-page('tasks')");
  gtk_widget_set_halign (self->all, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->all, 6);

  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->more);
  gtk_box_append (GTK_BOX (self), self->empty);
  gtk_box_append (GTK_BOX (self), self->all);
}

GtkWidget *
toso_agenda_panel_new (TosoSession *session)
{
  TosoAgendaPanel *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_AGENDA_PANEL, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
