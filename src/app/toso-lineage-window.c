/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-lineage-window.h"

#include <glib/gi18n.h>

#include "app/toso-name-entry.h"
#include "app/toso-parts.h"
#include "core/toso-number.h"
#include "core/toso-text.h"
#include "report/toso-report-chart.h"
#include "store/toso-year-lineage.h"
#include "store/toso-year-register.h"
#include "store/toso-year-setting.h"

struct _TosoLineageWindow
{
  GtkWindow parent_instance;

  TosoSession *session;
  GArray      *ids;    /* of gint64: villages, as their checks */
  GPtrArray   *checks; /* of GtkWidget */
  gboolean     filling;

  GtkWidget *merge_check;
  GtkWidget *split_check;
  GtkWidget *rename_check;
  GtkWidget *parts_scroll;
  GtkWidget *parts;
  GtkWidget *fields;
  GtkWidget *hint;
  GtkWidget *failure;
  GtkWidget *before;
  GtkWidget *history;
  GtkWidget *reported_check;
  GtkWidget *done_button;

  GtkWidget *village_field;
  GtkWidget *village;
  GtkWidget *name_label;
  GtkWidget *name;
  GtkWidget *day;
  GtkWidget *basis;
};

G_DEFINE_FINAL_TYPE (TosoLineageWindow, toso_lineage_window, GTK_TYPE_WINDOW)

static gboolean
is_on (GtkWidget *check)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* --- what was done before --- */

static char *
describe (const TosoLineage *lineage)
{
  g_autofree char *day = toso_date_format_short (lineage->day);
  const char      *basis = *lineage->basis != '\0' ? lineage->basis : TOSO_MISSING;

  if (g_str_equal (lineage->kind, "merged"))
    /* Translators: day, village, village, decision */
    return g_strdup_printf (_ ("%s: %s became part of %s (%s)"), day, lineage->old_name, lineage->new_name, basis);
  if (g_str_equal (lineage->kind, "split"))
    return g_strdup_printf (_ ("%s: %s was split, and %s is of it (%s)"), day, lineage->old_name, lineage->new_name, basis);

  return g_strdup_printf (_ ("%s: %s is now called %s (%s)"), day, lineage->old_name, lineage->new_name, basis);
}

static void
fill_history (TosoLineageWindow *self)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) list = toso_year_list_lineage (toso_session_get_year (self->session), &error);
  gboolean is_mapped = FALSE;

  if (list == NULL)
    toso_session_take_error (self->session, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const TosoLineage *lineage = list->pdata[i];
      g_autofree char   *text = describe (lineage);
      GtkWidget         *label = toso_make_label (text, 0, "second");

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (self->history), label);
      is_mapped = is_mapped || !g_str_equal (lineage->kind, "renamed");
    }
  gtk_widget_set_visible (self->before, list != NULL && list->len > 0);
  gtk_widget_set_visible (self->reported_check, is_mapped);
  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->reported_check), toso_report_is_as_reported (toso_session_get_year (self->session)));
  self->filling = FALSE;
}

static void
reported_toggled_cb (TosoLineageWindow *self)
{
  GError *error = NULL;

  if (self->filling)
    return;
  if (!toso_report_set_as_reported (toso_session_get_year (self->session), is_on (self->reported_check), &error))
    toso_session_take_error (self->session, error);
}

/* --- fields --- */

static void
mode_changed_cb (TosoLineageWindow *self)
{
  gboolean merges = is_on (self->merge_check);
  gboolean splits = is_on (self->split_check);

  gtk_widget_set_visible (self->failure, FALSE);
  gtk_widget_set_visible (self->parts_scroll, merges);
  gtk_widget_set_visible (self->village_field, !merges);
  gtk_label_set_label (GTK_LABEL (self->name_label), splits ? _ ("Names of the new villages, a comma between") : _ ("New name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (GTK_LABEL (self->name_label)), -1);
  gtk_label_set_label (GTK_LABEL (self->hint),
                       merges   ? _ ("Figures, reports and papers of before stay as they are; on today’s map they are the new village’s, and no total changes. People of the teams are in the new team; its leader is for you to say.")
                       : splits ? _ ("Figures of before cannot be told apart: they stay the old village’s, and no total changes. Put the people into the new teams under “Members of teams”.")
                                : _ ("Papers that went out keep the old name."));
  gtk_button_set_label (GTK_BUTTON (self->done_button), merges ? _ ("_Merge Them") : splits ? _ ("_Split It")
                                                                                            : _ ("_Rename It"));
}

static GtkWidget *
append_entry (TosoLineageWindow *self,
              GtkWidget         *box,
              const char        *label,
              const char        *placeholder)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *field = toso_make_field (label, entry);

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_append (GTK_BOX (box), field);

  return entry;
}

static void
make_fields (TosoLineageWindow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->village = toso_name_entry_new (_ ("Village"));
  self->village_field = toso_make_field (_ ("Village"), self->village);
  gtk_box_append (GTK_BOX (self->fields), self->village_field);
  self->name = append_entry (self, self->fields, _ ("New name"), NULL);
  self->name_label = gtk_widget_get_first_child (gtk_widget_get_parent (self->name));
  self->day = append_entry (self, row, _ ("From the day"), "1/7/2026");
  self->basis = append_entry (self, row, _ ("Decision"), NULL);
  gtk_box_append (GTK_BOX (self->fields), row);
}

static void
fill_villages (TosoLineageWindow *self,
               gint64             chosen)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GPtrArray *villages = toso_session_get_villages (self->session);

  for (guint i = 0; i < villages->len; i++)
    {
      const TosoVillage *village = villages->pdata[i];
      GtkWidget         *check = gtk_check_button_new_with_label (village->name);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), village->id == chosen);
      gtk_flow_box_append (GTK_FLOW_BOX (self->parts), check);
      gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
      g_array_append_val (self->ids, village->id);
      g_ptr_array_add (self->checks, check);
      g_hash_table_insert (names, g_memdup2 (&village->id, sizeof village->id), g_strdup (village->name));
    }
  toso_name_entry_set_names (TOSO_NAME_ENTRY (self->village), names);
  toso_name_entry_set_id (TOSO_NAME_ENTRY (self->village), chosen);
}

/* --- doing it --- */

static gboolean
merge (TosoLineageWindow *self,
       TosoDate           day,
       GError           **error)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->checks->len; i++)
    if (is_on (self->checks->pdata[i]))
      g_array_append_val (chosen, g_array_index (self->ids, gint64, i));

  return toso_year_merge_villages (toso_session_get_year (self->session), (const gint64 *) (void *) chosen->data, chosen->len,
                                   get_text (self->name), day, get_text (self->basis), error);
}

static gboolean
split (TosoLineageWindow *self,
       gint64             id,
       TosoDate           day,
       GError           **error)
{
  g_auto (GStrv) typed = g_strsplit_set (get_text (self->name), ",;", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; typed[i] != NULL; i++)
    {
      char *name = toso_text_squeeze (typed[i]);

      if (*name != '\0')
        g_ptr_array_add (names, name);
      else
        g_free (name);
    }
  g_ptr_array_add (names, NULL);

  return toso_year_split_village (toso_session_get_year (self->session), id, (const char *const *) names->pdata, day,
                                  get_text (self->basis), error);
}

static gboolean
run (TosoLineageWindow *self,
     GError           **error)
{
  TosoDate day = { 0 };
  gint64   id = 0;

  if (!toso_date_parse (get_text (self->day), &day))
    day = (TosoDate){ 0 };
  if (is_on (self->merge_check))
    return merge (self, day, error);
  toso_name_entry_get_id (TOSO_NAME_ENTRY (self->village), &id);
  if (is_on (self->split_check))
    return split (self, id, day, error);

  return toso_year_rename_village (toso_session_get_year (self->session), id, get_text (self->name), day, get_text (self->basis), error);
}

static void
done_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoLineageWindow *self = TOSO_LINEAGE_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!run (self, &error))
    {
      gtk_label_set_label (GTK_LABEL (self->failure), error->message);
      gtk_widget_set_visible (self->failure, TRUE);
      return;
    }
  toso_session_say (self->session, toso_session_get_undo_title (self->session), TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- object --- */

static void
toso_lineage_window_dispose (GObject *object)
{
  TosoLineageWindow *self = TOSO_LINEAGE_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (toso_lineage_window_parent_class)->dispose (object);
}

static void
toso_lineage_window_class_init (TosoLineageWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_lineage_window_dispose;
  gtk_widget_class_install_action (widget_class, "lineage.done", NULL, done_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-lineage-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoLineageWindow, merge_check);
  gtk_widget_class_bind_template_child (widget_class, TosoLineageWindow, split_check);
  gtk_widget_class_bind_template_child (widget_class, TosoLineageWindow, rename_check);
  gtk_widget_class_bind_template_child (widget_class, TosoLineageWindow, parts_scroll);
  gtk_widget_class_bind_template_child (widget_class, TosoLineageWindow, parts);
  gtk_widget_class_bind_template_child (widget_class, TosoLineageWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, TosoLineageWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, TosoLineageWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, TosoLineageWindow, before);
  gtk_widget_class_bind_template_child (widget_class, TosoLineageWindow, history);
  gtk_widget_class_bind_template_child (widget_class, TosoLineageWindow, reported_check);
  gtk_widget_class_bind_template_child (widget_class, TosoLineageWindow, done_button);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reported_toggled_cb);
}

static void
toso_lineage_window_init (TosoLineageWindow *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->checks = g_ptr_array_new ();
  make_fields (self);
}

GtkWidget *
toso_lineage_window_new (GtkWindow   *parent,
                         TosoSession *session,
                         gint64       village_id)
{
  TosoLineageWindow *self = g_object_new (TOSO_TYPE_LINEAGE_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);

  self->session = g_object_ref (session);
  fill_villages (self, village_id);
  fill_history (self);
  mode_changed_cb (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lineage.done", !toso_session_is_read_only (session));
  gtk_widget_grab_focus (self->merge_check);

  return GTK_WIDGET (self);
}
