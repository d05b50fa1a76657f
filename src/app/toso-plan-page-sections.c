/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-page-private.h"

#include <glib/gi18n.h>

#include "app/toso-plan-commands.h"

static const struct
{
  const char  *action;
  TosoPlanMove move;
} moves[] = {
  { "plan.move-up", TOSO_PLAN_MOVE_UP },
  { "plan.move-down", TOSO_PLAN_MOVE_DOWN },
  { "plan.move-in", TOSO_PLAN_MOVE_IN },
  { "plan.move-out", TOSO_PLAN_MOVE_OUT },
};

static char *
dup_title (TosoPlanPage *self,
           gint64        section_id)
{
  const TosoSection *section = toso_plan_find_section (toso_session_get_plan (self->session), section_id);

  return section != NULL ? toso_section_display_title (section, 40) : g_strdup ("");
}

static guint
find_heading (TosoPlanPage *self,
              gint64        node_id)
{
  TosoPlanText *text = TOSO_PLAN_TEXT (self->text);

  for (guint i = 0; i < toso_plan_text_get_n_lines (text); i++)
    if (toso_plan_text_get_line (text, i)->node_id == node_id)
      return i;
  return G_MAXUINT;
}

static void
edit_heading (TosoPlanPage *self,
              gint64        node_id)
{
  guint position = find_heading (self, node_id);

  if (position == G_MAXUINT)
    return;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->text_button), TRUE);
  toso_plan_page_go_to (self, position);
  toso_plan_text_edit (TOSO_PLAN_TEXT (self->text), position);
}

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  TosoPlanPage   *self = TOSO_PLAN_PAGE (widget);
  const TosoPlan *plan = toso_session_get_plan (self->session);
  gint64          node_id = toso_plan_tree_get_selected (TOSO_PLAN_TREE (self->tree));
  gboolean        inside = g_str_equal (action_name, "plan.add-inside");
  GError         *error = NULL;
  TosoPlanPlace   place;
  gint64          section_id = 0;

  if (node_id == 0)
    node_id = TOSO_PLAN_NODE_ENDING;
  if (inside ? !toso_plan_find_inside (plan, node_id, &place) : !toso_plan_find_after (plan, node_id, &place))
    return;
  if (!toso_year_add_section (toso_session_get_year (self->session), place.parent_id, place.after_id,
                              /* Translators: heading of a section just added, goes into the plan's text */
                              _ ("New section"), "", &section_id, &error))
    {
      toso_session_take_error (self->session, error);
      return;
    }
  toso_session_say (self->session, _ ("A section was added"), TRUE);
  toso_plan_tree_select (TOSO_PLAN_TREE (self->tree), section_id);
  edit_heading (self, section_id);
}

static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoPlanPage *self = TOSO_PLAN_PAGE (widget);
  gint64        node_id = toso_plan_tree_get_selected (TOSO_PLAN_TREE (self->tree));
  GtkRoot      *root = gtk_widget_get_root (widget);
  GtkWidget    *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean      had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->tree);
  GError       *error = NULL;
  TosoPlanPlace place;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      if (!g_str_equal (moves[i].action, action_name) ||
          !toso_plan_find_move (toso_session_get_plan (self->session), node_id, moves[i].move, &place))
        continue;
      if (!toso_year_move_section (toso_session_get_year (self->session), node_id, place.parent_id,
                                   place.after_id, &error))
        {
          toso_session_take_error (self->session, error);
          return;
        }
      toso_plan_tree_select (TOSO_PLAN_TREE (self->tree), node_id);
      if (find_heading (self, node_id) != G_MAXUINT)
        toso_plan_page_go_to (self, find_heading (self, node_id));
      /* The row was made anew, the keyboard stays with it. */
      if (had_focus)
        gtk_widget_grab_focus (self->tree);
      return;
    }
}

/* Where the keyboard goes when the section is gone. */
static gint64
find_neighbour (const TosoPlan *plan,
                gint64          section_id)
{
  const TosoSection *section = toso_plan_find_section (plan, section_id);
  GPtrArray         *siblings = section->parent != NULL ? section->parent->children : plan->sections;
  guint              index = 0;

  g_ptr_array_find (siblings, section, &index);
  if (index + 1 < siblings->len)
    section = g_ptr_array_index (siblings, index + 1);
  else if (index > 0)
    section = g_ptr_array_index (siblings, index - 1);
  else
    section = section->parent;
  if (section == NULL || section->kind == TOSO_SECTION_PREAMBLE)
    return TOSO_PLAN_NODE_OPENING;
  return section->kind == TOSO_SECTION_CLOSING ? TOSO_PLAN_NODE_ENDING : section->id;
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TosoPlanPage    *self = TOSO_PLAN_PAGE (widget);
  gint64           node_id = toso_plan_tree_get_selected (TOSO_PLAN_TREE (self->tree));
  const TosoPlan  *plan = toso_session_get_plan (self->session);
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;
  GError          *error = NULL;
  gint64           next;

  if (node_id <= 0 || toso_plan_find_section (plan, node_id) == NULL)
    return;
  title = dup_title (self, node_id);
  next = find_neighbour (plan, node_id);
  if (!toso_year_remove_section (toso_session_get_year (self->session), node_id, &error))
    {
      toso_session_take_error (self->session, error);
      return;
    }
  /* Translators: %s is the section's title */
  sentence = g_strdup_printf (_ ("Removed: %s"), title);
  toso_session_say (self->session, sentence, TRUE);
  toso_plan_tree_select (TOSO_PLAN_TREE (self->tree), next);
  if (find_heading (self, next) != G_MAXUINT)
    toso_plan_page_go_to (self, find_heading (self, next));
  gtk_widget_grab_focus (self->tree);
}

static void
rename_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TosoPlanPage *self = TOSO_PLAN_PAGE (widget);

  edit_heading (self, toso_plan_tree_get_selected (TOSO_PLAN_TREE (self->tree)));
}

void
toso_plan_page_install_sections (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.add-after", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "plan.add-inside", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "plan.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "plan.rename", NULL, rename_cb);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_install_action (widget_class, moves[i].action, NULL, move_cb);
}

void
toso_plan_page_update_sections (TosoPlanPage *self)
{
  const TosoPlan    *plan = toso_session_get_plan (self->session);
  gint64             node_id = toso_plan_tree_get_selected (TOSO_PLAN_TREE (self->tree));
  gboolean           editable = !toso_session_is_read_only (self->session);
  const TosoSection *section = node_id > 0 ? toso_plan_find_section (plan, node_id) : NULL;
  GtkWidget         *widget = GTK_WIDGET (self);
  TosoPlanPlace      place;

  gtk_widget_action_set_enabled (widget, "plan.add-after",
                                 editable && (node_id == 0 || toso_plan_find_after (plan, node_id, &place)));
  gtk_widget_action_set_enabled (widget, "plan.add-inside",
                                 editable && toso_plan_find_inside (plan, node_id, &place));
  gtk_widget_action_set_enabled (widget, "plan.remove", editable && section != NULL);
  gtk_widget_action_set_enabled (widget, "plan.rename", editable && section != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_action_set_enabled (widget, moves[i].action,
                                   editable && toso_plan_find_move (plan, node_id, moves[i].move, &place));
}
