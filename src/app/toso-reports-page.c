/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-reports-page.h"

#include <glib/gi18n.h>

#include "app/toso-lock-window.h"
#include "app/toso-mark-view.h"
#include "app/toso-matrix-view.h"
#include "app/toso-parts.h"
#include "app/toso-reports-detail.h"
#include "app/toso-reports-model.h"
#include "app/toso-reports-paste.h"
#include "app/toso-sheet.h"

struct _TosoReportsPage
{
  GtkBox parent_instance;

  TosoSession       *session;
  TosoReportsModel  *model;
  TosoSheet         *sheet;
  TosoReportsDetail *detail;
  TosoMatrixView    *matrix;
  guint              reason_id; /* idle source */
  guint              reason_row, reason_column;

  GtkWidget *period;
  GtkWidget *info;
  GtkWidget *reported;
  GtkWidget *overdue_box;
  GtkWidget *overdue;
  GtkWidget *late_box;
  GtkWidget *late;
  GtkWidget *questions_box;
  GtkWidget *questions;
  GtkWidget *due;
  GtkWidget *lock_button;
  GtkWidget *figures_toggle;
  GtkWidget *matrix_toggle;
  GtkWidget *views;
  GtkWidget *empty;
  GtkWidget *scroll;
  GtkWidget *side;
  GtkWidget *status;
  GtkWidget *place;
  GtkWidget *hint;
  GtkWidget *line;
};

static void page_iface_init (TosoPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TosoReportsPage, toso_reports_page, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (TOSO_TYPE_PAGE, page_iface_init))

/* --- the lines above and below --- */

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_period (TosoReportsPage *self)
{
  const TosoReportsFigures *figures = toso_reports_model_get (self->model);
  g_autofree char          *title = toso_period_screen_title (toso_session_get_period (self->session));
  g_autofree char          *range = NULL;
  g_autofree char          *text = NULL;

  if (figures == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->period), title);
      return;
    }
  range = toso_format_range (figures->first, figures->last);
  /* Translators: a period and its days: "Tháng 3/2026, 15/2–14/3" */
  text = g_strdup_printf (_ ("%s, %s"), title, range);
  gtk_label_set_label (GTK_LABEL (self->period), text);
}

/* Whose report is missing comes first; when all are there, nothing is said. */
static void
show_late (TosoReportsPage          *self,
           const TosoReportsFigures *figures)
{
  g_autofree char *overdue = NULL;
  g_autofree char *late = NULL;

  /* Translators: villages whose report is overdue */
  overdue = g_strdup_printf (ngettext ("%u village is overdue", "%u villages are overdue", figures->n_overdue), figures->n_overdue);
  /* Translators: villages that have sent after the day */
  late = g_strdup_printf (ngettext ("%u was late", "%u were late", figures->n_late), figures->n_late);
  gtk_button_set_label (GTK_BUTTON (self->overdue), overdue);
  gtk_label_set_label (GTK_LABEL (self->late), late);
  gtk_widget_set_visible (self->overdue_box, figures->n_overdue > 0);
  gtk_widget_set_visible (self->late_box, figures->n_late > 0);
}

static char *
format_due (const TosoReportsFigures *figures)
{
  g_autofree char *day = NULL;

  if (figures->locked)
    return g_strdup (C_ ("period", "locked"));
  if (!toso_date_is_valid (figures->due))
    return g_strdup (_ ("no day is set"));
  day = g_strdup_printf ("%d/%d", figures->due.day, figures->due.month);

  /* Translators: %s is the day by which the villages are to send */
  return g_strdup_printf (_ ("due %s"), day);
}

static void
show_info (TosoReportsPage *self)
{
  const TosoReportsFigures *figures = toso_reports_model_get (self->model);
  guint                     n = toso_reports_model_count_questions (self->model);
  g_autofree char          *reported = NULL;
  g_autofree char          *questions = NULL;
  g_autofree char          *due = format_due (figures);

  /* Translators: villages that have reported, of all */
  reported = g_strdup_printf (_ ("%u/%u villages have reported"), figures->n_received, figures->villages->len);
  questions = g_strdup_printf (ngettext ("%u figure to look at", "%u figures to look at", n), n);
  gtk_label_set_label (GTK_LABEL (self->reported), reported);
  gtk_button_set_label (GTK_BUTTON (self->questions), questions);
  gtk_widget_set_visible (self->questions_box, n > 0);
  gtk_label_set_label (GTK_LABEL (self->due), due);
  gtk_button_set_label (GTK_BUTTON (self->lock_button), figures->locked ? _ ("_Open Again…") : _ ("_Lock the Period…"));
  show_late (self, figures);
}

static const char *
get_hint (TosoReportsPage *self)
{
  if (toso_session_is_read_only (self->session))
    return _ ("This file is open for reading only.");

  return _ ("Enter down · Tab right · “-” not reported · F4 note · Ctrl+Enter details · Ctrl+V paste a block");
}

/* The cell, and what is to be said about it. */
static void
show_place (TosoReportsPage *self)
{
  guint            row, column;
  gboolean         refused = FALSE;
  const char      *question = NULL;
  g_autofree char *village = NULL;
  g_autofree char *place = NULL;
  g_autofree char *line = NULL;
  TosoSheetColumn  info;

  if (!toso_sheet_get_cursor (self->sheet, &row, &column))
    return;

  village = toso_sheet_model_dup_row_name (TOSO_SHEET_MODEL (self->model), row);
  toso_sheet_model_get_column (TOSO_SHEET_MODEL (self->model), column, &info);
  place = g_strdup_printf ("%s · %s", village, info.name);
  /* Translators: a line of the table, of all */
  line = g_strdup_printf (_ ("line %u/%u"), row + 1, toso_sheet_model_get_n_rows (TOSO_SHEET_MODEL (self->model)));
  question = toso_reports_model_get_question (self->model, row, column, &refused);

  gtk_label_set_label (GTK_LABEL (self->place), place);
  gtk_label_set_label (GTK_LABEL (self->hint), question != NULL ? question : get_hint (self));
  gtk_widget_set_tooltip_text (self->hint, question);
  set_class (self->hint, "field-error", refused);
  set_class (self->hint, "field-question", question != NULL && !refused);
  gtk_label_set_label (GTK_LABEL (self->line), line);
}

static void
show_view (TosoReportsPage *self)
{
  const TosoReportsFigures *figures = toso_reports_model_get (self->model);
  gboolean                  is_empty = figures == NULL || figures->indicators->len == 0 || figures->villages->len == 0;
  gboolean                  is_matrix = !is_empty && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->matrix_toggle));

  if (is_matrix)
    toso_matrix_view_update (self->matrix);
  gtk_stack_set_visible_child_name (GTK_STACK (self->views), is_empty ? "empty" : (is_matrix ? "matrix" : "grid"));
  gtk_widget_set_visible (self->status, !is_empty && !is_matrix);
  gtk_widget_set_visible (self->info, !is_empty);
  if (figures == NULL)
    gtk_label_set_label (GTK_LABEL (self->empty), _ ("No report is asked for in this period. Choose another one above."));
  else if (is_empty)
    gtk_label_set_label (GTK_LABEL (self->empty), _ ("The villages’ figures belong here, a column for each target. The plan has none yet."));
}

static void
update (TosoReportsPage *self)
{
  gboolean can_write;

  /* Into the period that it was typed for. */
  toso_sheet_commit (self->sheet);
  toso_reports_model_update (self->model);
  show_period (self);
  show_view (self);
  if (toso_reports_model_get (self->model) != NULL)
    show_info (self);
  can_write = !toso_session_is_read_only (self->session) && toso_reports_model_get (self->model) != NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.paste", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.lock", can_write);
  show_place (self);
}

/* --- the pane beside --- */

static gboolean
show_detail (TosoReportsPage *self)
{
  guint row, column;

  if (!toso_sheet_get_cursor (self->sheet, &row, &column) || !toso_reports_detail_show (self->detail, row, column))
    return FALSE;
  gtk_widget_set_visible (self->side, TRUE);

  return TRUE;
}

static void
moved_cb (TosoReportsPage *self)
{
  show_place (self);
  if (gtk_widget_get_visible (self->side))
    show_detail (self);
}

static void
note_cb (TosoReportsPage *self)
{
  if (show_detail (self))
    toso_reports_detail_focus_note (self->detail);
}

static void
history_cb (TosoReportsPage *self)
{
  if (show_detail (self))
    toso_reports_detail_focus_history (self->detail);
}

static gboolean
ask_reason_cb (gpointer user_data)
{
  TosoReportsPage *self = user_data;

  self->reason_id = 0;
  toso_sheet_set_cursor (self->sheet, self->reason_row, self->reason_column);
  if (show_detail (self))
    toso_reports_detail_focus_reason (self->detail);

  return G_SOURCE_REMOVE;
}

static void
answered_cb (TosoReportsPage *self,
             guint            row,
             guint            column,
             TosoSheetAnswer  answer)
{
  show_info (self);
  show_place (self);
  if (!toso_reports_model_needs_reason (self->model, row, column))
    return;

  /* After the cursor has gone on to where Enter takes it. */
  self->reason_row = row;
  self->reason_column = column;
  if (self->reason_id == 0)
    self->reason_id = g_idle_add_full (G_PRIORITY_DEFAULT, ask_reason_cb, self, NULL);
}

static void
barred_cb (TosoReportsPage *self)
{
  toso_session_say (self->session,
                    toso_session_is_read_only (self->session) ? _ ("This file is open for reading only; nothing was changed.")
                                                              : _ ("This column is computed from the others, or counted in the lists."),
                    FALSE);
}

/* --- actions --- */

static void
focus_grid_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (TOSO_REPORTS_PAGE (widget)->sheet));
}

static void
close_detail_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TosoReportsPage *self = TOSO_REPORTS_PAGE (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  gtk_widget_set_visible (self->side, FALSE);
}

static void
next_question_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TosoReportsPage *self = TOSO_REPORTS_PAGE (widget);
  guint            row, column;

  if (!toso_sheet_get_cursor (self->sheet, &row, &column) || !toso_reports_model_find_question (self->model, &row, &column))
    return;
  toso_sheet_set_cursor (self->sheet, row, column);
  show_detail (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

static void
copy_question_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TosoReportsPage *self = TOSO_REPORTS_PAGE (widget);
  guint            row, column;
  gboolean         refused;
  const char      *question;

  if (!toso_sheet_get_cursor (self->sheet, &row, &column))
    return;
  question = toso_reports_model_get_question (self->model, row, column, &refused);
  if (question == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), question);
  toso_session_say (self->session, _ ("The question was copied; paste it into Zalo."), FALSE);
}

static void
paste_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TosoReportsPage *self = TOSO_REPORTS_PAGE (widget);

  toso_sheet_commit (self->sheet);
  if (!toso_session_is_read_only (self->session))
    toso_reports_paste (GTK_WIDGET (self), self->session, self->model, self->sheet);
}

static void
lock_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoReportsPage *self = TOSO_REPORTS_PAGE (widget);
  GtkRoot         *root = gtk_widget_get_root (widget);

  toso_sheet_commit (self->sheet);
  if (GTK_IS_WINDOW (root) && toso_reports_model_get (self->model) != NULL)
    gtk_window_present (GTK_WINDOW (toso_lock_window_new (GTK_WINDOW (root), self->session, self->model)));
}

static void
sheet_paste_cb (TosoReportsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "reports.paste", NULL);
}

/* --- page --- */

static gboolean
toso_reports_page_grab_focus (GtkWidget *widget)
{
  TosoReportsPage *self = TOSO_REPORTS_PAGE (widget);

  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->matrix_toggle)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->matrix));

  return gtk_widget_grab_focus (GTK_WIDGET (self->sheet)) || gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* Villages may report by the month what a paper adds up over a quarter: then
 * its last month that has begun. */
static void
go_to_period (TosoReportsPage *self,
              TosoPeriod       period)
{
  TosoDate first, last;

  if (!toso_period_equal (period, toso_session_get_period (self->session)))
    toso_session_set_period (self->session, period);
  if (toso_reports_model_get (self->model) != NULL || period.kind == TOSO_PERIOD_AD_HOC)
    return;
  toso_session_get_period_range (self->session, period, &first, &last);
  for (int month = 12; month >= 1; month--)
    {
      TosoPeriod part = { TOSO_PERIOD_MONTH, period.year, month };

      if (!toso_period_contains (period, part) || !toso_session_has_begun (self->session, part))
        continue;
      toso_session_set_period (self->session, part);
      return;
    }
}

static gboolean
is_indicator (const TosoReportsIndicator *indicator,
              const TosoTarget           *target)
{
  return target != NULL && target->indicator_id == indicator->indicator_id && *indicator->group == '\0';
}

static void
toso_reports_page_reveal (TosoPage        *page,
                          const TosoPlace *place)
{
  TosoReportsPage          *self = TOSO_REPORTS_PAGE (page);
  const TosoPlan           *plan = toso_session_get_plan (self->session);
  const TosoReportsFigures *figures;
  guint                     row, column, indicator;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->figures_toggle), TRUE);
  if (place->has_period)
    go_to_period (self, place->period);
  figures = toso_reports_model_get (self->model);
  if (figures != NULL && toso_sheet_get_cursor (self->sheet, &row, &column))
    {
      guint n = toso_sheet_model_get_n_columns (TOSO_SHEET_MODEL (self->model));

      for (guint i = 0; i < figures->villages->len; i++)
        if (((const TosoReportsVillage *) figures->villages->pdata[i])->village_id == place->id)
          row = i;
      for (guint i = n; i > 0; i--)
        if (toso_reports_model_get_kind (self->model, i - 1, &indicator) == TOSO_REPORTS_PART &&
            is_indicator (figures->indicators->pdata[indicator], toso_plan_find_target (plan, place->target_id)))
          column = i - 1;
      toso_sheet_set_cursor (self->sheet, row, column);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* From the matrix. */
static void
show_cell_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TosoPlace   place = { .kind = TOSO_OBJECT_REPORTS };
  const char *period;

  g_variant_get (parameter, "(x&s)", &place.id, &period);
  place.has_period = toso_period_parse (period, &place.period);
  toso_reports_page_reveal (TOSO_PAGE (widget), &place);
}

static void
page_iface_init (TosoPageInterface *iface)
{
  iface->reveal = toso_reports_page_reveal;
}

/* --- object --- */

static void
toso_reports_page_dispose (GObject *object)
{
  TosoReportsPage *self = TOSO_REPORTS_PAGE (object);

  g_clear_handle_id (&self->reason_id, g_source_remove);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (toso_reports_page_parent_class)->dispose (object);
}

static void
toso_reports_page_class_init (TosoReportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_reports_page_dispose;
  widget_class->grab_focus = toso_reports_page_grab_focus;

  gtk_widget_class_install_action (widget_class, "reports.focus-grid", NULL, focus_grid_cb);
  gtk_widget_class_install_action (widget_class, "reports.close-detail", NULL, close_detail_cb);
  gtk_widget_class_install_action (widget_class, "reports.next-question", NULL, next_question_cb);
  gtk_widget_class_install_action (widget_class, "reports.copy-question", NULL, copy_question_cb);
  gtk_widget_class_install_action (widget_class, "reports.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "reports.lock", NULL, lock_cb);
  gtk_widget_class_install_action (widget_class, "reports.show-cell", "(xs)", show_cell_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "reports.close-detail", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, period);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, info);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, reported);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, late_box);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, late);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, overdue_box);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, overdue);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, questions_box);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, questions);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, due);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, lock_button);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, figures_toggle);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, matrix_toggle);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, views);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, scroll);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, side);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, status);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, place);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, hint);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsPage, line);
  gtk_widget_class_bind_template_callback (widget_class, show_view);
}

static void
toso_reports_page_init (TosoReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_box_prepend (GTK_BOX (self->overdue_box), toso_mark_view_new (TOSO_MARK_SQUARE));
  gtk_box_prepend (GTK_BOX (self->late_box), toso_mark_view_new (TOSO_MARK_TRIANGLE));
}

/* The whole year is no period that villages report: the last one that has
 * closed is what the office is collecting now. */
static void
choose_period (TosoReportsPage *self)
{
  TosoPeriod period = toso_session_get_period (self->session);
  TosoDate   first, last;

  if (period.kind != TOSO_PERIOD_YEAR)
    return;
  period = (TosoPeriod){ TOSO_PERIOD_MONTH, period.year, 12 };
  while (period.number > 1)
    {
      toso_session_get_period_range (self->session, period, &first, &last);
      if (toso_date_compare (last, toso_date_today ()) < 0)
        break;
      period.number--;
    }
  toso_session_set_period (self->session, period);
}

GtkWidget *
toso_reports_page_new (TosoSession *session)
{
  TosoReportsPage *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_REPORTS_PAGE, NULL);
  self->session = g_object_ref (session);
  choose_period (self);
  self->model = toso_reports_model_new (session);
  self->sheet = TOSO_SHEET (toso_sheet_new (_ ("Figures of the villages")));
  toso_sheet_set_model (self->sheet, TOSO_SHEET_MODEL (self->model));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), GTK_WIDGET (self->sheet));
  self->matrix = TOSO_MATRIX_VIEW (toso_matrix_view_new (session));
  gtk_stack_add_named (GTK_STACK (self->views), GTK_WIDGET (self->matrix), "matrix");
  self->detail = TOSO_REPORTS_DETAIL (toso_reports_detail_new (session, self->model));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->side), GTK_WIDGET (self->detail));

  g_signal_connect_object (self->sheet, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "note", G_CALLBACK (note_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "history", G_CALLBACK (history_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "barred", G_CALLBACK (barred_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "paste", G_CALLBACK (sheet_paste_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
