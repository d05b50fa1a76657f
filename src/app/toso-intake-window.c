/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-intake-window.h"

#include <glib/gi18n.h>

#include "app/toso-intake-detail.h"
#include "app/toso-intake-row.h"
#include "app/toso-tab-stop.h"

#define SHOWN 8 /* missing villages that are named; the others are counted */

struct _TosoIntakeWindow
{
  GtkWindow parent_instance;

  TosoSession *session;
  TosoIntake  *intake;
  gboolean     was_busy;
  GPtrArray   *rows;  /* of TosoIntakeRow, not owned, beside the files */
  GArray      *ranks; /* of guint: what needs a person, as it was read first */

  GtkWidget        *summary;
  GtkWidget        *missing;
  GtkWidget        *progress_box;
  GtkWidget        *progress;
  GtkWidget        *head_box;
  GtkWidget        *list;
  GtkWidget        *side;
  GtkWidget        *reason_box;
  GtkWidget        *reason;
  GtkWidget        *write_button;
  TosoIntakeDetail *detail;
};

G_DEFINE_FINAL_TYPE (TosoIntakeWindow, toso_intake_window, GTK_TYPE_WINDOW)

/* --- the lines above --- */

static void
add_count (GString    *text,
           guint       n,
           const char *words)
{
  if (n > 0)
    g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "", n, words);
}

static void
show_summary (TosoIntakeWindow *self)
{
  static const TosoIntakeState order[] = {
    TOSO_INTAKE_WAITING, TOSO_INTAKE_FITS, TOSO_INTAKE_MISSING, TOSO_INTAKE_DIFFERS, TOSO_INTAKE_TO_ANSWER,
    TOSO_INTAKE_TO_CORRECT, TOSO_INTAKE_DUPLICATE, TOSO_INTAKE_WRONG_FORM, TOSO_INTAKE_REJECTED
  };
  guint            n = toso_intake_get_n_files (self->intake);
  guint            n_left_out = toso_intake_get_n_left_out (self->intake);
  GString         *counts = g_string_new (NULL);
  g_autofree char *files = g_strdup_printf (ngettext ("%u file", "%u files", n), n);
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_count (counts, toso_intake_count (self->intake, order[i]), toso_intake_state_get_text (order[i]));
  /* Of a folder. */
  add_count (counts, n_left_out, C_ ("intake", "no tables, left out"));
  /* Translators: "41 files", and how many of them fit, differ … */
  text = counts->len > 0 ? g_strdup_printf (_ ("%s: %s"), files, counts->str) : g_steal_pointer (&files);
  gtk_label_set_label (GTK_LABEL (self->summary), text);
  g_string_free (counts, TRUE);
}

static char *
join_names (GPtrArray *names)
{
  guint            n = names->len;
  g_autofree char *list = NULL;

  g_ptr_array_set_size (names, (int) MIN (n, SHOWN));
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);

  /* Translators: names, and how many there are besides */
  return n > SHOWN ? g_strdup_printf (C_ ("villages", "%s and %u more"), list, n - SHOWN) : g_steal_pointer (&list);
}

static void
show_missing (TosoIntakeWindow *self)
{
  const TosoReportPeriod *period = toso_intake_get_period (self->intake);
  g_autofree char        *title = toso_period_screen_title (period->period);
  g_autoptr (GPtrArray) names = toso_intake_list_missing (self->intake);
  guint            n = names->len;
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  if (n == 0)
    /* Translators: %s is a period */
    text = g_strdup_printf (_ ("%s: no village is missing any more"), title);
  else
    {
      list = join_names (names);
      /* Translators: a period, how many villages are missing, and which */
      text = g_strdup_printf (ngettext ("%s: still missing %u village: %s", "%s: still missing %u villages: %s", n), title, n, list);
    }
  gtk_label_set_label (GTK_LABEL (self->missing), text);
}

static void
show_progress (TosoIntakeWindow *self)
{
  gboolean is_busy = toso_intake_is_busy (self->intake);
  guint    n = toso_intake_get_n_files (self->intake);
  guint    n_waiting = toso_intake_count (self->intake, TOSO_INTAKE_WAITING);

  gtk_widget_set_visible (self->progress_box, is_busy);
  if (n > 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), (double) (n - n_waiting) / n);
}

static gboolean
has_rejection (TosoIntakeWindow *self)
{
  return toso_intake_count (self->intake, TOSO_INTAKE_REJECTED) > 0;
}

static void
show_button (TosoIntakeWindow *self)
{
  guint            n = toso_intake_count_accepted (self->intake);
  gboolean         needs_reason = toso_intake_needs_reason (self->intake);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
  g_autofree char *label = g_strdup_printf (ngettext ("_Take In %u File", "_Take In %u Files", n), n);

  gtk_widget_set_visible (self->reason_box, needs_reason);
  gtk_button_set_label (GTK_BUTTON (self->write_button), n == 0 && has_rejection (self) ? _ ("_Send Back") : label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "intake.write",
                                 (n > 0 || has_rejection (self)) && !toso_intake_is_busy (self->intake) && (!needs_reason || *reason != '\0'));
}

/* --- the list --- */

static void
decided_cb (TosoIntakeRow    *row,
            gboolean          is_accepted,
            TosoIntakeWindow *self)
{
  toso_intake_accept (self->intake, toso_intake_row_get_index (row), is_accepted);
}

static void
show_row (TosoIntakeWindow *self,
          guint             index)
{
  if (index == self->rows->len)
    {
      GtkWidget *row = toso_intake_row_new (index);

      g_ptr_array_add (self->rows, row);
      g_signal_connect_object (row, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_DEFAULT);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
  toso_intake_row_show (self->rows->pdata[index], toso_intake_get_file (self->intake, index), toso_intake_get_form (self->intake));
}

static void
show_detail (TosoIntakeWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  gtk_widget_set_visible (self->side, row != NULL);
  if (row != NULL)
    toso_intake_detail_show (self->detail, toso_intake_row_get_index (TOSO_INTAKE_ROW (row)));
}

static guint
get_rank (TosoIntakeWindow *self,
          GtkListBoxRow    *row)
{
  guint index = toso_intake_row_get_index (TOSO_INTAKE_ROW (row));

  return index < self->ranks->len ? g_array_index (self->ranks, guint, index) : G_MAXUINT;
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  guint first = get_rank (user_data, a);
  guint second = get_rank (user_data, b);

  if (first == second)
    return (int) toso_intake_row_get_index (TOSO_INTAKE_ROW (a)) - (int) toso_intake_row_get_index (TOSO_INTAKE_ROW (b));

  return first < second ? -1 : 1;
}

/* What needs a person comes first, and is chosen.  Once: no row goes away from
 * under the hand. */
static void
select_first (TosoIntakeWindow *self)
{
  static const guint ranks[TOSO_INTAKE_N_STATES] = {
    [TOSO_INTAKE_TO_ANSWER] = 0,
    [TOSO_INTAKE_DIFFERS] = 1,
    [TOSO_INTAKE_TO_CORRECT] = 2,
    [TOSO_INTAKE_WRONG_FORM] = 3,
    [TOSO_INTAKE_DUPLICATE] = 4,
    [TOSO_INTAKE_MISSING] = 5,
    [TOSO_INTAKE_FITS] = 6,
  };
  GtkListBoxRow *row;

  for (guint i = 0; i < toso_intake_get_n_files (self->intake); i++)
    g_array_append_val (self->ranks, ranks[toso_intake_get_file (self->intake, i)->state]);
  gtk_list_box_invalidate_sort (GTK_LIST_BOX (self->list));
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (row == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
changed_cb (TosoIntakeWindow *self,
            guint             index)
{
  guint    n = toso_intake_get_n_files (self->intake);
  gboolean is_busy = toso_intake_is_busy (self->intake);

  for (guint i = index == TOSO_INTAKE_ALL ? 0 : index; i < (index == TOSO_INTAKE_ALL ? n : index + 1); i++)
    show_row (self, i);
  show_progress (self);
  show_summary (self);
  if (!is_busy)
    show_missing (self);
  show_button (self);
  if (self->was_busy && !is_busy && gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)) == NULL)
    select_first (self);
  self->was_busy = is_busy;
  show_detail (self);
}

static void
row_activated_cb (TosoIntakeWindow *self,
                  GtkListBoxRow    *row)
{
  toso_intake_row_toggle (TOSO_INTAKE_ROW (row));
}

/* --- actions --- */

static void
stop_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  toso_intake_cancel (TOSO_INTAKE_WINDOW (widget)->intake);
}

static void
write_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TosoIntakeWindow *self = TOSO_INTAKE_WINDOW (widget);
  TosoSession      *session = self->session;
  guint             n = toso_intake_count_accepted (self->intake);
  guint             n_rejected = toso_intake_count (self->intake, TOSO_INTAKE_REJECTED);
  g_autofree char  *sentence = NULL;
  GError           *error = NULL;

  /* What was answered and accepted stays, to be written once more. */
  if (!toso_intake_write (self->intake, gtk_editable_get_text (GTK_EDITABLE (self->reason)), &error))
    {
      gtk_label_set_label (GTK_LABEL (self->summary), error->message);
      toso_session_take_error (session, error);
      return;
    }
  sentence = n > 0 ? g_strdup_printf (ngettext ("%u file was taken in", "%u files were taken in", n), n)
                   : g_strdup_printf (ngettext ("%u file goes back", "%u files go back", n_rejected), n_rejected);
  toso_session_say (session, sentence, n > 0);
  gtk_window_close (GTK_WINDOW (self));
}

/* By the window behind, which says what went wrong. */
static void
open_outside_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), "win.open-outside", parameter);
}

static gboolean
close_request_cb (TosoIntakeWindow *self)
{
  toso_intake_cancel (self->intake);

  return FALSE;
}

/* --- object --- */

static void
toso_intake_window_dispose (GObject *object)
{
  TosoIntakeWindow *self = TOSO_INTAKE_WINDOW (object);

  if (self->intake != NULL)
    toso_intake_cancel (self->intake);
  g_clear_object (&self->intake);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (toso_intake_window_parent_class)->dispose (object);
}

static void
toso_intake_window_finalize (GObject *object)
{
  TosoIntakeWindow *self = TOSO_INTAKE_WINDOW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->ranks, g_array_unref);

  G_OBJECT_CLASS (toso_intake_window_parent_class)->finalize (object);
}

static void
toso_intake_window_class_init (TosoIntakeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_intake_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = toso_intake_window_finalize;
  g_type_ensure (TOSO_TYPE_TAB_STOP);
  gtk_widget_class_install_action (widget_class, "intake.write", NULL, write_cb);
  gtk_widget_class_install_action (widget_class, "intake.stop", NULL, stop_cb);
  gtk_widget_class_install_action (widget_class, "intake.open-outside", "s", open_outside_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-intake-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoIntakeWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, TosoIntakeWindow, missing);
  gtk_widget_class_bind_template_child (widget_class, TosoIntakeWindow, progress_box);
  gtk_widget_class_bind_template_child (widget_class, TosoIntakeWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, TosoIntakeWindow, head_box);
  gtk_widget_class_bind_template_child (widget_class, TosoIntakeWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TosoIntakeWindow, side);
  gtk_widget_class_bind_template_child (widget_class, TosoIntakeWindow, reason_box);
  gtk_widget_class_bind_template_child (widget_class, TosoIntakeWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, TosoIntakeWindow, write_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_detail);
  gtk_widget_class_bind_template_callback (widget_class, show_button);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
}

static void
toso_intake_window_init (TosoIntakeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->rows = g_ptr_array_new ();
  self->ranks = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_box_append (GTK_BOX (self->head_box), toso_intake_row_new_head ());
  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), compare_rows, self, NULL);
}

GtkWidget *
toso_intake_window_new (GtkWindow   *parent,
                        TosoSession *session,
                        TosoIntake  *intake,
                        GPtrArray   *files)
{
  TosoIntakeWindow *self = g_object_new (TOSO_TYPE_INTAKE_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->intake = g_object_ref (intake);
  self->detail = TOSO_INTAKE_DETAIL (toso_intake_detail_new (intake));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->side), GTK_WIDGET (self->detail));
  g_signal_connect_object (intake, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  toso_intake_add (intake, files);
  changed_cb (self, TOSO_INTAKE_ALL);

  return GTK_WIDGET (self);
}
