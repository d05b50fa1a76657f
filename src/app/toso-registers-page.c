/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-registers-page.h"

#include <glib/gi18n.h>

#include "app/toso-kind-list.h"
#include "app/toso-record-form.h"
#include "app/toso-register-tools.h"
#include "app/toso-register-view.h"
#include "app/toso-rows-window.h"
#include "store/toso-year-register.h"

#define KINDS_WIDTH 186

struct _TosoRegistersPage
{
  GtkBox parent_instance;

  TosoSession        *session;
  const char *const  *ids; /* of the registers, in the order shown */
  const TosoRegister *kind;
  GHashTable         *names; /* of the lists that rows link to */
  gboolean            adding;
  gint64              added_id; /* what was added last, of this register; 0: nothing */

  GtkWidget        *title;
  GtkWidget        *summary;
  GtkWidget        *search;
  GtkWidget        *tool_button;
  GtkWidget        *body;
  GtkWidget        *kinds;
  GtkWidget        *rows;
  GtkWidget        *side_scroll;
  TosoRegisterView *view;
  TosoRecordForm   *form;
  GtkWidget        *empty_words;
};

static void page_iface_init (TosoPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TosoRegistersPage, toso_registers_page, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (TOSO_TYPE_PAGE, page_iface_init))

/* --- the row beside the list --- */

/* The row that the register's own tool is for. */
static gint64
get_tool_row (TosoRegistersPage *self)
{
  const TosoRecord *record = toso_register_view_get_selected (self->view);

  return record != NULL ? record->id : self->adding ? self->added_id
                                                    : 0;
}

static void
update_tool (TosoRegistersPage *self)
{
  const TosoRegisterTool *tool = toso_register_tool_find (self->kind->id);

  gtk_widget_set_visible (self->tool_button, tool != NULL);
  if (tool != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (self->tool_button), _ (tool->label));
      gtk_widget_set_tooltip_text (self->tool_button, _ (tool->hint));
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.tool",
                                 tool != NULL && (!tool->needs_row || get_tool_row (self) != 0));
}

static void
show_record (TosoRegistersPage *self)
{
  const TosoRecord *record = toso_register_view_get_selected (self->view);

  self->adding = FALSE;
  gtk_widget_set_visible (self->side_scroll, record != NULL);
  if (record != NULL)
    toso_record_form_start (self->form, record, self->names);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.remove",
                                 record != NULL && !toso_session_is_read_only (self->session));
  update_tool (self);
}

static void
start_record (TosoRegistersPage *self)
{
  g_autoptr (TosoRecord) record = toso_record_new (self->kind);

  toso_register_view_select (self->view, 0);
  self->adding = TRUE;
  gtk_widget_set_visible (self->side_scroll, TRUE);
  toso_record_form_start (self->form, record, self->names);
  update_tool (self);
}

/* --- following the session --- */

static gboolean
load_list (TosoRegistersPage *self,
           const char        *list,
           GError           **error)
{
  GHashTable *names;

  if (list == NULL || g_hash_table_contains (self->names, list))
    return TRUE;

  names = toso_year_list_names (toso_session_get_year (self->session), list, error);
  if (names != NULL)
    g_hash_table_insert (self->names, (char *) list, names);

  return names != NULL;
}

static gboolean
load_names (TosoRegistersPage *self,
            GError           **error)
{
  g_clear_pointer (&self->names, g_hash_table_unref);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (!load_list (self, self->kind->fields[i].link, error))
      return FALSE;

  return !toso_year_has_names (self->kind->id) || load_list (self, self->kind->id, error);
}

static void
update_summary (TosoRegistersPage *self,
                guint              n_rows)
{
  guint            n_shown = toso_register_view_get_n_shown (self->view);
  g_autofree char *text = g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
  g_autofree char *found = g_strdup_printf (_ ("%u of %u rows"), n_shown, n_rows);

  gtk_label_set_label (GTK_LABEL (self->summary), n_shown < n_rows ? found : text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->rows), n_rows > 0 ? "list" : "empty");
}

static void
update (TosoRegistersPage *self)
{
  g_autoptr (GPtrArray) records = NULL;
  GError *error = NULL;
  guint   n_rows;

  if (!load_names (self, &error) ||
      (records = toso_year_list_records (toso_session_get_year (self->session), self->kind, &error)) == NULL)
    {
      toso_session_take_error (self->session, error);
      return;
    }

  n_rows = records->len;
  toso_register_view_set (self->view, self->kind, records, self->names);
  gtk_label_set_label (GTK_LABEL (self->empty_words), _ (self->kind->title));
  g_object_set_data (G_OBJECT (self->summary), "n-rows", GUINT_TO_POINTER (n_rows));
  update_summary (self, n_rows);
  if (!self->adding)
    show_record (self);
}

static void
kind_chosen_cb (TosoRegistersPage *self,
                guint              place)
{
  self->kind = toso_registers_find (self->ids[place]);
  self->adding = FALSE;
  self->added_id = 0;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  update (self);
}

static void
search_changed_cb (TosoRegistersPage *self)
{
  toso_register_view_search (self->view, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  update_summary (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (self->summary), "n-rows")));
}

/* --- actions --- */

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  TosoRegistersPage *self = TOSO_REGISTERS_PAGE (widget);

  if (!toso_session_is_read_only (self->session))
    start_record (self);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TosoRegistersPage *self = TOSO_REGISTERS_PAGE (widget);
  const TosoRecord  *record = toso_register_view_get_selected (self->view);
  g_autofree char   *sentence = NULL;
  GError            *error = NULL;
  gint64             id;

  if (record == NULL)
    return;

  id = record->id;
  /* Translators: %s is what a row of a register is called */
  sentence = g_strdup_printf (_ ("Removed: %s"), toso_record_get_name (record));
  if (!toso_year_remove_records (toso_session_get_year (self->session), self->kind, &id, 1, &error))
    toso_session_take_error (self->session, error);
  else
    toso_session_say (self->session, sentence, TRUE);
}

static void
tool_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoRegistersPage      *self = TOSO_REGISTERS_PAGE (widget);
  const TosoRegisterTool *tool = toso_register_tool_find (self->kind->id);

  if (tool != NULL)
    gtk_window_present (GTK_WINDOW (tool->open (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, get_tool_row (self))));
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TosoRegistersPage) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GError          *error = NULL;
  g_autoptr (TosoCopiedBlock) block = text != NULL ? toso_copied_block_read_tsv (text, -1, &error) : NULL;
  g_autoptr (GPtrArray) existing = NULL;

  if (block != NULL)
    existing = toso_year_list_records (toso_session_get_year (self->session), self->kind, &error);
  if (error != NULL)
    toso_session_take_error (self->session, error);
  else if (existing == NULL)
    toso_session_say (self->session, _ ("Nothing with rows was copied"), FALSE);
  else
    gtk_window_present (GTK_WINDOW (toso_rows_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, self->kind,
                                                          toso_pasted_rows_read (self->kind, block, existing, self->names))));
}

static void
paste_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  if (!toso_session_is_read_only (TOSO_REGISTERS_PAGE (widget)->session))
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

/* One after another: what was added leaves an empty form for the next. */
static void
form_done_cb (TosoRegistersPage *self,
              gint64             id)
{
  if (id != 0 && self->adding)
    {
      self->added_id = id;
      start_record (self);
      return;
    }

  self->adding = FALSE;
  if (id != 0)
    toso_register_view_select (self->view, id);
  show_record (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
row_activated_cb (TosoRegistersPage *self)
{
  show_record (self);
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

/* --- page --- */

static void
toso_registers_page_add_item (TosoPage *page)
{
  add_cb (GTK_WIDGET (page), NULL, NULL);
}

static void
toso_registers_page_reveal (TosoPage        *page,
                            const TosoPlace *place)
{
  TosoRegistersPage *self = TOSO_REGISTERS_PAGE (page);

  for (guint i = 0; place->kind == TOSO_OBJECT_RECORD && self->ids[i] != NULL; i++)
    if (g_strcmp0 (self->ids[i], place->table) == 0)
      {
        toso_kind_list_choose (TOSO_KIND_LIST (self->kinds), i);
        gtk_editable_set_text (GTK_EDITABLE (self->search), "");
        self->adding = FALSE;
        if (place->id != 0)
          toso_register_view_select (self->view, place->id);
        show_record (self);
        gtk_widget_grab_focus (GTK_WIDGET (self));
      }
}

static void
toso_registers_page_find (TosoPage *page)
{
  gtk_widget_grab_focus (TOSO_REGISTERS_PAGE (page)->search);
}

static void
page_iface_init (TosoPageInterface *iface)
{
  iface->add_item = toso_registers_page_add_item;
  iface->find = toso_registers_page_find;
  iface->reveal = toso_registers_page_reveal;
}

static gboolean
toso_registers_page_grab_focus (GtkWidget *widget)
{
  TosoRegistersPage *self = TOSO_REGISTERS_PAGE (widget);
  GtkRoot           *root = gtk_widget_get_root (widget);
  GtkWidget         *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* GTK remembers where the keyboard was in the list after it has left. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->rows))
    return TRUE;
  if (toso_register_view_get_n_shown (self->view) > 0)
    return gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD) || gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return gtk_widget_grab_focus (self->kinds);
}

static void
toso_registers_page_dispose (GObject *object)
{
  TosoRegistersPage *self = TOSO_REGISTERS_PAGE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->names, g_hash_table_unref);

  G_OBJECT_CLASS (toso_registers_page_parent_class)->dispose (object);
}

static void
toso_registers_page_class_init (TosoRegistersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_registers_page_dispose;
  widget_class->grab_focus = toso_registers_page_grab_focus;
  gtk_widget_class_install_action (widget_class, "register.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "register.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "register.paste", NULL, paste_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "register.paste", NULL);
  gtk_widget_class_install_action (widget_class, "register.tool", NULL, tool_cb);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-registers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoRegistersPage, title);
  gtk_widget_class_bind_template_child (widget_class, TosoRegistersPage, summary);
  gtk_widget_class_bind_template_child (widget_class, TosoRegistersPage, search);
  gtk_widget_class_bind_template_child (widget_class, TosoRegistersPage, tool_button);
  gtk_widget_class_bind_template_child (widget_class, TosoRegistersPage, body);
  gtk_widget_class_bind_template_child (widget_class, TosoRegistersPage, rows);
  gtk_widget_class_bind_template_child (widget_class, TosoRegistersPage, side_scroll);
  gtk_widget_class_bind_template_child (widget_class, TosoRegistersPage, empty_words);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
toso_registers_page_init (TosoRegistersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->view = TOSO_REGISTER_VIEW (toso_register_view_new ());
  gtk_stack_add_named (GTK_STACK (self->rows), GTK_WIDGET (self->view), "list");
  g_signal_connect_object (self->view, "selected", G_CALLBACK (show_record), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
create_page (TosoSession       *session,
             const char        *title,
             const char *const *ids)
{
  TosoRegistersPage *self = g_object_new (TOSO_TYPE_REGISTERS_PAGE, NULL);

  self->session = g_object_ref (session);
  self->ids = ids;
  self->kind = toso_registers_find (ids[0]);
  self->form = TOSO_RECORD_FORM (toso_record_form_new (session));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->side_scroll), GTK_WIDGET (self->form));
  g_signal_connect_object (self->form, "done", G_CALLBACK (form_done_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  self->kinds = toso_kind_list_new (title);
  gtk_widget_set_size_request (self->kinds, KINDS_WIDTH, -1);
  gtk_box_prepend (GTK_BOX (self->body), self->kinds);
  for (guint i = 0; ids[i] != NULL; i++)
    toso_kind_list_append (TOSO_KIND_LIST (self->kinds), _ (toso_registers_find (ids[i])->title));
  toso_kind_list_choose (TOSO_KIND_LIST (self->kinds), 0);
  g_signal_connect_object (self->kinds, "chosen", G_CALLBACK (kind_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.add", !toso_session_is_read_only (session));
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

GtkWidget *
toso_registers_page_new_villages (TosoSession *session)
{
  static const char *const ids[] = { "village", "team", "membership", "member", "unit", "signatory", NULL };

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  return create_page (session, g_dpgettext2 (NULL, "page", "Villages and teams"), ids);
}

GtkWidget *
toso_registers_page_new (TosoSession *session)
{
  static const char *const ids[] = { "training", "attendance", "activity", "product", "listing", "business",
                                     "learning", "village_plan", "commendation",
                                     "inspection", "directive", "milestone", "task_progress",
                                     "support_rate", "support_day", "holiday", NULL };

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  return create_page (session, g_dpgettext2 (NULL, "page", "Registers"), ids);
}
