/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-lock-window.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"
#include "store/toso-year-reports.h"

struct _TosoLockWindow
{
  GtkWindow parent_instance;

  TosoSession *session;
  TosoPeriod   period;
  gboolean     opens;  /* a locked one */
  GArray      *ids;    /* of gint64: villages that have not sent, as their checks */
  GPtrArray   *checks; /* of GtkWidget */

  GtkWidget *words;
  GtkWidget *scroll;
  GtkWidget *villages;
  GtkWidget *reason_box;
  GtkWidget *reason;
  GtkWidget *done_button;
};

G_DEFINE_FINAL_TYPE (TosoLockWindow, toso_lock_window, GTK_TYPE_WINDOW)

static void
reason_changed_cb (TosoLockWindow *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lock.done", !self->opens || *reason != '\0');
}

static gboolean
lock (TosoLockWindow *self,
      GError        **error)
{
  g_autoptr (GArray) except = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks->pdata[i])))
      g_array_append_val (except, g_array_index (self->ids, gint64, i));

  return toso_year_lock_period (toso_session_get_year (self->session), self->period, except, error);
}

static void
done_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoLockWindow  *self = TOSO_LOCK_WINDOW (widget);
  TosoSession     *session = self->session;
  g_autofree char *title = toso_period_screen_title (self->period);
  g_autofree char *sentence = NULL;
  gboolean         is_done;
  GError          *error = NULL;

  if (self->opens)
    is_done = toso_year_unlock_period (toso_session_get_year (session),
                                       self->period,
                                       gtk_editable_get_text (GTK_EDITABLE (self->reason)),
                                       &error);
  else
    is_done = lock (self, &error);
  if (!is_done)
    toso_session_take_error (session, error);
  else
    {
      /* Translators: %s is a period */
      sentence = g_strdup_printf (self->opens ? _ ("%s can be written again") : _ ("%s is locked"), title);
      toso_session_say (session, sentence, TRUE);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
toso_lock_window_finalize (GObject *object)
{
  TosoLockWindow *self = TOSO_LOCK_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (toso_lock_window_parent_class)->finalize (object);
}

static void
toso_lock_window_class_init (TosoLockWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_lock_window_finalize;

  gtk_widget_class_install_action (widget_class, "lock.done", NULL, done_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-lock-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoLockWindow, words);
  gtk_widget_class_bind_template_child (widget_class, TosoLockWindow, scroll);
  gtk_widget_class_bind_template_child (widget_class, TosoLockWindow, villages);
  gtk_widget_class_bind_template_child (widget_class, TosoLockWindow, reason_box);
  gtk_widget_class_bind_template_child (widget_class, TosoLockWindow, done_button);
}

static void
toso_lock_window_init (TosoLockWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->checks = g_ptr_array_new ();
  self->reason = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->reason), TRUE);
  gtk_box_append (GTK_BOX (self->reason_box), toso_make_field (_ ("_Why it is opened again"), self->reason));
  g_signal_connect_object (self->reason, "changed", G_CALLBACK (reason_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Whoever has not sent may do so still, unless it is unchecked. */
static void
add_villages (TosoLockWindow           *self,
              const TosoReportsFigures *figures)
{
  for (guint i = 0; i < figures->villages->len; i++)
    {
      const TosoReportsVillage *village = figures->villages->pdata[i];
      GtkWidget                *check;

      if (village->received)
        continue;
      check = gtk_check_button_new_with_label (village->name);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      gtk_box_append (GTK_BOX (self->villages), check);
      g_array_append_val (self->ids, village->village_id);
      g_ptr_array_add (self->checks, check);
    }
}

GtkWidget *
toso_lock_window_new (GtkWindow        *parent,
                      TosoSession      *session,
                      TosoReportsModel *model)
{
  TosoLockWindow           *self = g_object_new (TOSO_TYPE_LOCK_WINDOW, "transient-for", parent, NULL);
  const TosoReportsFigures *figures = toso_reports_model_get (model);
  g_autofree char          *period = toso_period_screen_title (figures->period);
  g_autofree char          *title = NULL;

  self->session = g_object_ref (session);
  self->period = figures->period;
  self->opens = figures->locked;
  if (!self->opens)
    add_villages (self, figures);

  /* Translators: %s is a period */
  title = g_strdup_printf (self->opens ? _ ("Open %s Again") : _ ("Lock %s"), period);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (GTK_LABEL (self->words),
                       self->opens          ? _ ("All villages’ figures of the period can then be written without a reason.")
                       : self->ids->len > 0 ? _ ("Locked figures are corrected only with a reason. These villages have not sent yet; the checked ones may still send:")
                                            : _ ("Locked figures are corrected only with a reason."));
  gtk_widget_set_visible (self->scroll, self->ids->len > 0);
  gtk_widget_set_visible (self->reason_box, self->opens);
  gtk_button_set_label (GTK_BUTTON (self->done_button), self->opens ? _ ("_Open Again") : _ ("_Lock"));
  reason_changed_cb (self);
  gtk_widget_grab_focus (self->opens ? self->reason : self->done_button);

  return GTK_WIDGET (self);
}
