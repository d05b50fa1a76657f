/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-page-private.h"

#include <glib/gi18n.h>

#include "app/toso-mark-view.h"
#include "app/toso-parts.h"
#include "app/toso-plan-commands.h"

static void toso_plan_page_page_init (TosoPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TosoPlanPage, toso_plan_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (TOSO_TYPE_PAGE, toso_plan_page_page_init))

/* --- what is selected --- */

static void
update_place (TosoPlanPage *self)
{
  TosoPlanText       *text = TOSO_PLAN_TEXT (self->text);
  const TosoPlanLine *line = toso_plan_text_get_line (text, toso_plan_text_get_selected (text));
  g_autofree char    *paragraph = NULL;

  gtk_label_set_label (GTK_LABEL (self->place_label), line != NULL ? line->path : "");
  gtk_widget_set_visible (self->place_label, line != NULL && *line->path != '\0');
  if (line != NULL)
    /* Translators: "đoạn 4/8" */
    paragraph = g_strdup_printf (_ ("paragraph %u/%u"), line->number, line->count);
  gtk_label_set_label (GTK_LABEL (self->paragraph_label), paragraph != NULL ? paragraph : "");
}

/* Selects a line of the text and its section in the tree. */
void
toso_plan_page_go_to (TosoPlanPage *self,
                      guint         position)
{
  TosoPlanText       *text = TOSO_PLAN_TEXT (self->text);
  const TosoPlanLine *line = toso_plan_text_get_line (text, position);

  if (line == NULL)
    return;
  self->quiet = TRUE;
  toso_plan_text_reveal (text, position);
  toso_plan_tree_select (TOSO_PLAN_TREE (self->tree), line->node_id);
  self->quiet = FALSE;
  update_place (self);
  toso_plan_page_update_sections (self);
  toso_plan_page_follow (self);
}

static void
line_selected_cb (TosoPlanPage *self)
{
  TosoPlanText       *text = TOSO_PLAN_TEXT (self->text);
  const TosoPlanLine *line = toso_plan_text_get_line (text, toso_plan_text_get_selected (text));

  if (self->quiet)
    return;
  update_place (self);
  if (line == NULL)
    return;
  toso_plan_tree_select (TOSO_PLAN_TREE (self->tree), line->node_id);
  toso_plan_page_update_sections (self);
  toso_plan_page_follow (self);
}

static guint
find_line (TosoPlanPage *self,
           gint64        node_id,
           gint64        target_id)
{
  TosoPlanText *text = TOSO_PLAN_TEXT (self->text);
  guint         n_lines = toso_plan_text_get_n_lines (text);

  for (guint i = 0; i < n_lines; i++)
    {
      const TosoPlanLine *line = toso_plan_text_get_line (text, i);

      if (target_id == 0 && line->node_id == node_id)
        return i;
      for (guint k = 0; target_id != 0 && k < line->marks->len; k++)
        if (((TosoPlanMark *) g_ptr_array_index (line->marks, k))->target_id == target_id)
          return i;
    }
  return G_MAXUINT;
}

static void
node_selected_cb (TosoPlanPage *self)
{
  gint64 node_id = toso_plan_tree_get_selected (TOSO_PLAN_TREE (self->tree));
  guint  position = find_line (self, node_id, 0);

  if (self->quiet || node_id == 0)
    return;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->text_button), TRUE);
  if (position != G_MAXUINT)
    toso_plan_page_go_to (self, position);
  toso_plan_page_update_sections (self);
  toso_plan_page_follow (self);
}

static void
node_activated_cb (TosoPlanPage *self)
{
  node_selected_cb (self);
  gtk_widget_grab_focus (self->text);
}

static void
line_edited_cb (TosoPlanPage      *self,
                TosoPlanParagraph *paragraph,
                const char        *text)
{
  GError *error = NULL;

  if (!toso_plan_write_line (toso_session_get_year (self->session), toso_session_get_plan (self->session),
                             toso_plan_paragraph_get_line (paragraph), text, &error))
    toso_session_take_error (self->session, error);
}

/* --- following the session --- */

void
toso_plan_page_refresh (TosoPlanPage *self)
{
  const TosoPlan *plan = toso_session_get_plan (self->session);
  GPtrArray      *results = toso_session_get_results (self->session);
  GPtrArray      *remarks = self->signed_plan != NULL ? self->signed_plan->remarks : NULL;
  g_autoptr (GPtrArray) lines = toso_plan_lines_new (plan, results, remarks);

  self->stale = FALSE;
  self->quiet = TRUE;
  toso_plan_tree_update (TOSO_PLAN_TREE (self->tree), plan, results);
  toso_plan_text_set_lines (TOSO_PLAN_TEXT (self->text), lines);
  self->quiet = FALSE;
  toso_plan_text_set_editable (TOSO_PLAN_TEXT (self->text), !toso_session_is_read_only (self->session));
  toso_plan_page_update_signed (self);
  toso_plan_page_update_sections (self);
  toso_plan_page_update_paper (self);
  update_place (self);
}

/* A page that is not shown waits until it is. */
static void
changed_cb (TosoPlanPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    toso_plan_page_refresh (self);
  else
    self->stale = TRUE;
}

static void
mode_cb (TosoPlanPage *self)
{
  gboolean compare = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->compare_button));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), compare ? "compare" : "text");
}

/* --- searching --- */

static void
search (TosoPlanPage *self,
        gboolean      next)
{
  TosoPlanText *text = TOSO_PLAN_TEXT (self->text);
  const char   *needle = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  guint         n_lines = toso_plan_text_get_n_lines (text);
  guint         start = toso_plan_text_get_selected (text);

  gtk_widget_remove_css_class (self->search_entry, "bad");
  if (*needle == '\0')
    return;
  if (start == GTK_INVALID_LIST_POSITION)
    start = 0;
  else if (next)
    start++;
  for (guint i = 0; i < n_lines; i++)
    {
      guint position = (start + i) % n_lines;

      if (!toso_text_matches (toso_plan_text_get_line (text, position)->text, needle))
        continue;
      toso_plan_page_go_to (self, position);
      return;
    }
  gtk_widget_add_css_class (self->search_entry, "bad");
}

static void
search_changed_cb (TosoPlanPage *self)
{
  search (self, FALSE);
}

static void
search_next_cb (TosoPlanPage *self)
{
  search (self, TRUE);
}

static void
search_stopped_cb (TosoPlanPage *self)
{
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), FALSE);
  gtk_widget_grab_focus (self->text);
}

/* --- panes --- */

static void
next_pane_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TosoPlanPage *self = TOSO_PLAN_PAGE (widget);
  GtkWidget    *panes[] = { self->tree, self->stack, self->paper };
  GtkRoot      *root = gtk_widget_get_root (widget);
  GtkWidget    *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int           step = g_variant_get_boolean (parameter) ? 1 : (int) G_N_ELEMENTS (panes) - 1;
  int           at = step == 1 ? (int) G_N_ELEMENTS (panes) - 1 : 1;

  for (int i = 0; i < (int) G_N_ELEMENTS (panes); i++)
    if (focus != NULL && (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i])))
      at = i;
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      GtkWidget *pane;

      at = (at + step) % (int) G_N_ELEMENTS (panes);
      pane = panes[at] == self->stack ? gtk_stack_get_visible_child (GTK_STACK (self->stack)) : panes[at];
      if (gtk_widget_get_mapped (panes[at]) &&
          (gtk_widget_grab_focus (pane) || gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD)))
        return;
    }
}

/* --- TosoPage --- */

static void
toso_plan_page_reveal (TosoPage        *page,
                       const TosoPlace *place)
{
  TosoPlanPage *self = TOSO_PLAN_PAGE (page);

  if (place->kind == TOSO_OBJECT_SECTION)
    toso_plan_page_show_section (self, place->id, 0);
  else if (place->kind == TOSO_OBJECT_TARGET)
    {
      const TosoTarget *target = toso_plan_find_target (toso_session_get_plan (self->session), place->id);

      if (target != NULL)
        toso_plan_page_show_section (self, target->section != NULL ? target->section->id : 0, place->id);
    }
}

static void
toso_plan_page_add_item (TosoPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.add-after", NULL);
}

static void
toso_plan_page_find (TosoPage *page)
{
  TosoPlanPage *self = TOSO_PLAN_PAGE (page);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->text_button), TRUE);
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), TRUE);
  gtk_widget_grab_focus (self->search_entry);
}

static void
toso_plan_page_page_init (TosoPageInterface *iface)
{
  iface->reveal = toso_plan_page_reveal;
  iface->add_item = toso_plan_page_add_item;
  iface->find = toso_plan_page_find;
}

/* --- widget --- */

static void
toso_plan_page_map (GtkWidget *widget)
{
  TosoPlanPage *self = TOSO_PLAN_PAGE (widget);

  GTK_WIDGET_CLASS (toso_plan_page_parent_class)->map (widget);

  if (self->stale)
    toso_plan_page_refresh (self);
}

/* Another page, or the end: what is being written is kept. */
static void
toso_plan_page_unmap (GtkWidget *widget)
{
  toso_plan_text_commit (TOSO_PLAN_TEXT (TOSO_PLAN_PAGE (widget)->text));

  GTK_WIDGET_CLASS (toso_plan_page_parent_class)->unmap (widget);
}

static gboolean
toso_plan_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TOSO_PLAN_PAGE (widget)->tree);
}

/* Without this, Tab would go where grab_focus() does, past the buttons above. */
static gboolean
toso_plan_page_focus (GtkWidget       *widget,
                      GtkDirectionType direction)
{
  return gtk_widget_child_focus (TOSO_PLAN_PAGE (widget)->box, direction);
}

static void
toso_plan_page_dispose (GObject *object)
{
  TosoPlanPage *self = TOSO_PLAN_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  toso_plan_page_stop_paper (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->box != NULL)
    gtk_widget_dispose_template (GTK_WIDGET (self), TOSO_TYPE_PLAN_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (toso_plan_page_parent_class)->dispose (object);
}

static void
toso_plan_page_finalize (GObject *object)
{
  TosoPlanPage *self = TOSO_PLAN_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->signed_plan, toso_plan_free);
  g_clear_pointer (&self->signed_text, g_strfreev);

  G_OBJECT_CLASS (toso_plan_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, box);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, text_button);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, paper_button);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, counts_label);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, tree);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, text);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, compare);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, same_label);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, paper);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, place_label);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, paragraph_label);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, remarks_button);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, remarks_mark);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, remarks_label);
  gtk_widget_class_bind_template_child (widget_class, TosoPlanPage, remarks_list);
  gtk_widget_class_bind_template_callback (widget_class, line_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, node_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, node_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, toso_plan_page_open_remark_cb);
}

static void
toso_plan_page_class_init (TosoPlanPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = toso_plan_page_dispose;
  object_class->finalize = toso_plan_page_finalize;
  widget_class->map = toso_plan_page_map;
  widget_class->unmap = toso_plan_page_unmap;
  widget_class->grab_focus = toso_plan_page_grab_focus;
  widget_class->focus = toso_plan_page_focus;

  g_type_ensure (TOSO_TYPE_MARK_VIEW);
  g_type_ensure (TOSO_TYPE_PDF_VIEW);
  g_type_ensure (TOSO_TYPE_PLAN_TEXT);
  g_type_ensure (TOSO_TYPE_PLAN_TREE);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  toso_plan_page_install_sections (widget_class);
  toso_plan_page_install_paper (widget_class);
  gtk_widget_class_install_action (widget_class, "plan.next-pane", "b", next_pane_cb);
}

static void
toso_plan_page_init (TosoPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  /* GtkPaned has F6 and F8 for its own handles. */
  toso_add_early_key (GTK_WIDGET (self), "F6", "plan.next-pane(true)");
  toso_add_early_key (GTK_WIDGET (self), "<Shift>F6", "plan.next-pane(false)");
  toso_add_early_key (GTK_WIDGET (self), "F8", "plan.paper");
  toso_plan_text_set_editable (TOSO_PLAN_TEXT (self->compare), FALSE);
  toso_mark_view_set_mark (TOSO_MARK_VIEW (self->remarks_mark), TOSO_MARK_TRIANGLE);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->search_bar), GTK_EDITABLE (self->search_entry));
}

GtkWidget *
toso_plan_page_new (TosoSession *session)
{
  TosoPlanPage *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_PLAN_PAGE, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  toso_plan_page_read_signed (self);
  toso_plan_page_refresh (self);
  toso_plan_page_go_to (self, 0);
  return GTK_WIDGET (self);
}

void
toso_plan_page_show_section (TosoPlanPage *self,
                             gint64        section_id,
                             gint64        target_id)
{
  const TosoSection *section;
  gint64             node_id = section_id;
  guint              position = G_MAXUINT;

  g_return_if_fail (TOSO_IS_PLAN_PAGE (self));

  if (self->stale)
    toso_plan_page_refresh (self);
  section = toso_plan_find_section (toso_session_get_plan (self->session), section_id);
  if (section != NULL && section->kind == TOSO_SECTION_PREAMBLE)
    node_id = TOSO_PLAN_NODE_OPENING;
  else if (section != NULL && section->kind == TOSO_SECTION_CLOSING)
    node_id = TOSO_PLAN_NODE_ENDING;

  if (target_id != 0)
    position = find_line (self, 0, target_id);
  if (position == G_MAXUINT)
    position = find_line (self, node_id, 0);
  if (position == G_MAXUINT)
    return;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->text_button), TRUE);
  toso_plan_page_go_to (self, position);
  gtk_widget_grab_focus (self->text);
}
