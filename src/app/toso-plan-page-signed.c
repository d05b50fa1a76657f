/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-page-private.h"

#include <glib/gi18n.h>

static void
update_counts (TosoPlanPage *self,
               gboolean      known,
               guint         n_removed,
               guint         n_added)
{
  const TosoPlan *plan = toso_session_get_plan (self->session);
  GString        *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u target", "%u targets", plan->targets->len), plan->targets->len);
  g_string_append (text, " · ");
  g_string_append_printf (text, ngettext ("%u task", "%u tasks", plan->tasks->len), plan->tasks->len);
  if (known)
    {
      g_string_append (text, " · ");
      if (n_removed == 0 && n_added == 0)
        g_string_append (text, _ ("as signed"));
      else
        /* Translators: paragraphs against the signed text: taken out, put in */
        g_string_append_printf (text, _ ("against the signed text: −%u +%u paragraphs"), n_removed, n_added);
    }
  gtk_label_set_label (GTK_LABEL (self->counts_label), text->str);
  g_string_free (text, TRUE);
}

static GtkWidget *
create_remark_row (const TosoRemark *remark)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *label = gtk_label_new (remark->message);
  GtkWidget       *row = gtk_list_box_row_new ();
  g_autofree char *place = NULL;
  GtkWidget       *where;

  /* Translators: line of the text file that the plan came from */
  place = g_strdup_printf (_ ("line %u of the text received"), remark->line);
  where = gtk_label_new (place);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (where), 0);
  gtk_widget_add_css_class (where, "dim");
  gtk_widget_add_css_class (where, "note");
  gtk_widget_add_css_class (box, "remark");
  gtk_box_append (GTK_BOX (box), label);
  if (remark->line > 0)
    gtk_box_append (GTK_BOX (box), where);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, remark->message, -1);
  return row;
}

static void
fill_remarks (TosoPlanPage *self)
{
  GPtrArray       *remarks = self->signed_plan->remarks;
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("%u place to look at", "%u places to look at", remarks->len), remarks->len);
  gtk_label_set_label (GTK_LABEL (self->remarks_label), text);
  gtk_widget_set_visible (self->remarks_button, remarks->len > 0);
  for (guint i = 0; i < remarks->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->remarks_list), create_remark_row (g_ptr_array_index (remarks, i)));
}

void
toso_plan_page_open_remark_cb (TosoPlanPage  *self,
                               GtkListBoxRow *row)
{
  const TosoPlan *plan = toso_session_get_plan (self->session);
  int             index = gtk_list_box_row_get_index (row);
  g_autoptr (GPtrArray) lines = toso_plan_lines_new (plan, NULL, NULL);
  guint position;

  if (self->signed_plan == NULL || index < 0 || index >= (int) self->signed_plan->remarks->len)
    return;
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->remarks_button));
  position = toso_plan_lines_find_remark (lines, plan, g_ptr_array_index (self->signed_plan->remarks, index));
  if (position == G_MAXUINT)
    {
      toso_session_say (self->session, _ ("This place of the signed text is no longer in the plan."), FALSE);
      return;
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->text_button), TRUE);
  toso_plan_page_go_to (self, position);
  gtk_widget_grab_focus (self->text);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TosoPlanPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = toso_plan_source_read_finish (result, &error);

  /* A plan that was written here and never came from a text has nothing to
   * compare with; the button stays off. */
  if (plan == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->signed_plan = g_steal_pointer (&plan);
  self->signed_text = toso_plan_get_paragraphs (self->signed_plan);
  gtk_widget_set_sensitive (self->compare_button, TRUE);
  fill_remarks (self);
  if (toso_session_get_remarks (self->session)->len == 0)
    toso_session_set_remarks (self->session, self->signed_plan->remarks);
  toso_plan_page_refresh (self);
}

void
toso_plan_page_read_signed (TosoPlanPage *self)
{
  const TosoPlan *plan = toso_session_get_plan (self->session);

  gtk_widget_set_sensitive (self->compare_button, FALSE);
  if (plan->source != NULL && *plan->source != '\0')
    toso_plan_source_read_async (plan, self->cancellable, read_cb, g_object_ref (self));
}

void
toso_plan_page_update_signed (TosoPlanPage *self)
{
  g_auto (GStrv) now = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  guint n_removed = 0;
  guint n_added = 0;

  if (self->signed_text == NULL)
    {
      update_counts (self, FALSE, 0, 0);
      return;
    }
  now = toso_plan_get_paragraphs (toso_session_get_plan (self->session));
  lines = toso_plan_lines_compare ((const char *const *) self->signed_text, (const char *const *) now,
                                   &n_removed, &n_added);
  toso_plan_text_set_lines (TOSO_PLAN_TEXT (self->compare), lines);
  gtk_widget_set_visible (self->same_label, n_removed == 0 && n_added == 0);
  gtk_widget_set_visible (self->compare, n_removed != 0 || n_added != 0);
  update_counts (self, TRUE, n_removed, n_added);
}
