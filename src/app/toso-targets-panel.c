/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-targets-panel.h"

#include <glib/gi18n.h>

#include "app/toso-mark-view.h"
#include "app/toso-parts.h"
#include "app/toso-target-row.h"

struct _TosoTargetsPanel
{
  GtkBox parent_instance;

  TosoSession *session;
  GPtrArray   *columns; /* of GtkSizeGroup */
  GtkWidget   *title;
  GtkWidget   *note;
  GtkWidget   *list;
  GtkWidget   *legend_pace;
  GtkWidget   *legend;
  GtkWidget   *empty;
};

G_DEFINE_FINAL_TYPE (TosoTargetsPanel, toso_targets_panel, GTK_TYPE_BOX)

/* Up to which day there are figures; a period that is still running has them to
 * @day at most.  Not valid: nothing was reported yet. */
static TosoDate
find_latest (GPtrArray *results,
             TosoDate   day)
{
  TosoDate latest = { 0 };

  for (guint i = 0; i < results->len; i++)
    {
      const TosoProgress *progress = &((const TosoTargetResult *) results->pdata[i])->progress;

      if (progress->value.known && toso_date_is_valid (progress->as_of) &&
          toso_date_compare (progress->as_of, latest) > 0)
        latest = progress->as_of;
    }

  return toso_date_is_valid (latest) && toso_date_compare (latest, day) > 0 ? day : latest;
}

static void
update_head (TosoTargetsPanel *self)
{
  TosoPeriod       period = toso_session_get_period (self->session);
  TosoDate         day = toso_session_get_day (self->session);
  TosoDate         latest = find_latest (toso_session_get_results (self->session), day);
  g_autofree char *title = g_strdup_printf (_ ("Targets of %d"), period.year);
  g_autofree char *short_day = g_strdup_printf ("%d/%d", day.day, day.month);
  g_autofree char *latest_day = g_strdup_printf ("%d/%d/%d", latest.day, latest.month, latest.year);
  g_autofree char *note = NULL;
  g_autofree char *pace = NULL;

  note = toso_date_is_valid (latest) ? g_strdup_printf (_ ("figures to %s"), latest_day)
                                     : g_strdup (_ ("no figures yet"));
  /* Translators: legend of the tick in the bars; %s is a date such as 14/3 */
  pace = g_strdup_printf (_ ("needed by %s"), short_day);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->note), note);
  gtk_label_set_label (GTK_LABEL (self->legend_pace), pace);
}

static void
update (TosoTargetsPanel *self)
{
  GPtrArray *results = toso_session_get_results (self->session);

  update_head (self);
  for (guint i = 0; i < results->len; i++)
    {
      const TosoTargetResult *result = results->pdata[i];
      g_autofree char        *name = toso_target_row_describe (result);
      g_autofree char        *action = g_strdup_printf ("win.show-target(int64 %" G_GINT64_FORMAT ")", result->target->id);

      toso_set_row (self->list, i, toso_target_row_new (result, TOSO_TARGET_ROW_BAR, self->columns), name, action);
    }
  toso_trim_rows (self->list, results->len);
  gtk_widget_set_visible (self->empty, results->len == 0);
  gtk_widget_set_visible (self->legend, results->len > 0);
}

static GtkWidget *
make_tick (void)
{
  GtkWidget *tick = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  gtk_widget_add_css_class (tick, "pace-tick");
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);

  return tick;
}

static GtkWidget *
make_legend (TosoTargetsPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *missing = toso_make_label (_ ("no data yet"), 0, "note dim");

  self->legend_pace = toso_make_label (NULL, 0, "note dim figure");
  gtk_widget_set_margin_end (self->legend_pace, 12);
  gtk_widget_set_margin_end (missing, 12);
  gtk_box_append (GTK_BOX (box), make_tick ());
  gtk_box_append (GTK_BOX (box), self->legend_pace);
  gtk_box_append (GTK_BOX (box), toso_mark_view_new (TOSO_MARK_NONE));
  gtk_box_append (GTK_BOX (box), missing);
  gtk_box_append (GTK_BOX (box), toso_make_label (_ ("a village that has not reported is not counted as 0"), 0, "note dim"));
  gtk_widget_set_margin_top (box, 9);

  return box;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add a Target"));
  GtkWidget *words = toso_make_label (_ ("The plan’s targets belong here. None was found in its text."), 0, "dim");

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.add-item");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_margin_top (box, 12);

  return box;
}

static void
toso_targets_panel_dispose (GObject *object)
{
  TosoTargetsPanel *self = TOSO_TARGETS_PANEL (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (toso_targets_panel_parent_class)->dispose (object);
}

static void
toso_targets_panel_class_init (TosoTargetsPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = toso_targets_panel_dispose;
}

static void
toso_targets_panel_init (TosoTargetsPanel *self)
{
  self->columns = toso_target_columns_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);

  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "rows");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (toso_row_activated_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("page", "Targets"), -1);

  self->legend = make_legend (self);
  self->empty = make_empty ();
  gtk_box_append (GTK_BOX (self), toso_make_section_head (NULL, &self->title, &self->note));
  gtk_box_append (GTK_BOX (self), toso_target_row_new_head (TOSO_TARGET_ROW_BAR, self->columns));
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->legend);
  gtk_box_append (GTK_BOX (self), self->empty);
}

GtkWidget *
toso_targets_panel_new (TosoSession *session)
{
  TosoTargetsPanel *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_TARGETS_PANEL, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
