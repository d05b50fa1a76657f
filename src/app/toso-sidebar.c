/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-sidebar.h"

#include <glib/gi18n.h>

#include "app/toso-mark-view.h"

struct _TosoSidebar
{
  GtkBox parent_instance;

  GtkWidget *list;
  GtkWidget *saved_label;
  GtkWidget *behind_box; /* in the row of the targets */
  GtkWidget *behind_label;
};

G_DEFINE_FINAL_TYPE (TosoSidebar, toso_sidebar, GTK_TYPE_BOX)

static const TosoPageInfo *
get_info (int index)
{
  gsize               n_infos;
  const TosoPageInfo *infos = toso_page_get_infos (&n_infos);

  return index >= 0 && (gsize) index < n_infos ? &infos[index] : NULL;
}

static GtkWidget *
make_badge (TosoSidebar *self)
{
  self->behind_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->behind_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->behind_label, "note");
  gtk_widget_add_css_class (self->behind_label, "figure");
  gtk_box_append (GTK_BOX (self->behind_box), toso_mark_view_new (TOSO_MARK_TRIANGLE));
  gtk_box_append (GTK_BOX (self->behind_box), self->behind_label);
  gtk_widget_set_visible (self->behind_box, FALSE);

  return self->behind_box;
}

static void
append_row (TosoSidebar        *self,
            const TosoPageInfo *info,
            guint               number)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *image = gtk_image_new_from_icon_name (info->icon_name);
  const char      *title = g_dpgettext2 (NULL, "page", info->title);
  GtkWidget       *label = gtk_label_new (title);
  g_autofree char *tooltip = g_strdup_printf ("%s (Ctrl+%u)", title, number % 10);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "nav");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  if (g_str_equal (info->id, "targets"))
    gtk_box_append (GTK_BOX (box), make_badge (self));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
row_selected_cb (TosoSidebar   *self,
                 GtkListBoxRow *row)
{
  const TosoPageInfo *info = row != NULL ? get_info (gtk_list_box_row_get_index (row)) : NULL;

  if (info != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.browse-page", "s", info->id);
}

/* Tab comes to the page that is shown, and goes on from there: each row it
 * passed on its way would show its page. */
static gboolean
toso_sidebar_focus (GtkWidget       *widget,
                    GtkDirectionType direction)
{
  TosoSidebar   *self = TOSO_SIDEBAR (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (toso_sidebar_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL || row == NULL)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
toso_sidebar_class_init (TosoSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = toso_sidebar_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, TosoSidebar, saved_label);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
toso_sidebar_init (TosoSidebar *self)
{
  gsize               n_infos;
  const TosoPageInfo *infos = toso_page_get_infos (&n_infos);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (gsize i = 0; i < n_infos; i++)
    append_row (self, &infos[i], i + 1);
}

static void
update_badge (TosoSidebar *self,
              TosoSession *session)
{
  GPtrArray       *results = toso_session_get_results (session);
  g_autofree char *text = NULL;
  g_autofree char *tooltip = NULL;
  guint            n_behind = 0;

  for (guint i = 0; i < results->len; i++)
    if (((const TosoTargetResult *) results->pdata[i])->progress.state == TOSO_STATE_BEHIND)
      n_behind++;

  text = g_strdup_printf ("%u", n_behind);
  tooltip = g_strdup_printf (ngettext ("%u target is behind", "%u targets are behind", n_behind), n_behind);
  gtk_label_set_label (GTK_LABEL (self->behind_label), text);
  gtk_widget_set_tooltip_text (self->behind_box, tooltip);
  gtk_widget_set_visible (self->behind_box, n_behind > 0);
}

void
toso_sidebar_update (TosoSidebar *self,
                     TosoSession *session)
{
  const char      *mark = toso_report_get_mark (toso_session_get_year (session));
  g_autofree char *saved_at = NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (TOSO_IS_SIDEBAR (self));
  g_return_if_fail (TOSO_IS_SESSION (session));

  if (toso_session_is_read_only (session))
    sentence = g_strdup (_ ("Read-only"));
  else
    {
      g_object_get (session, "saved-at", &saved_at, NULL);
      /* Translators: %s is a time of the day */
      sentence = g_strdup_printf (_ ("Saved at %s"), saved_at);
    }
  /* Also where the window's head is not shown: over the whole screen. */
  if (mark != NULL)
    {
      g_autofree char *marked = g_strdup_printf ("%s\n%s", mark, sentence);

      gtk_label_set_label (GTK_LABEL (self->saved_label), marked);
    }
  else
    gtk_label_set_label (GTK_LABEL (self->saved_label), sentence);
  if (self->behind_box != NULL)
    update_badge (self, session);
}

void
toso_sidebar_select_page (TosoSidebar *self,
                          const char  *page_id)
{
  gsize               n_infos;
  const TosoPageInfo *infos = toso_page_get_infos (&n_infos);

  g_return_if_fail (TOSO_IS_SIDEBAR (self));

  for (gsize i = 0; i < n_infos; i++)
    if (g_str_equal (infos[i].id, page_id))
      {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i);

        if (!gtk_list_box_row_is_selected (row))
          gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
      }
}
