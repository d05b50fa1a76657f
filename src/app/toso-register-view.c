/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-register-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/toso-parts.h"
#include "app/toso-record-item.h"
#include "app/toso-register-filter.h"
#include "core/toso-number.h"
#include "core/toso-text.h"

/* Rows that are made ready for the search at a time, between two frames. */
#define READY_STEP 2000

struct _TosoRegisterView
{
  GtkBox parent_instance;

  const TosoRegister *kind;
  GListStore         *items;
  GtkCustomFilter    *filter;
  GtkFilterListModel *filtered;
  GtkSortListModel   *sorted;
  GtkSingleSelection *selection;
  GtkColumnView      *columns;
  TosoRegisterFilter *searched;
  char               *words; /* searched for, or NULL */
  gboolean            filling;
  guint               n_ready; /* rows whose words are made */
  guint               ready_id;
};

enum {
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoRegisterView, toso_register_view, GTK_TYPE_BOX)

static gboolean
is_number (const TosoField *field)
{
  return field->kind == TOSO_FIELD_COUNT || field->kind == TOSO_FIELD_MONEY || field->kind == TOSO_FIELD_DECIMAL ||
         field->kind == TOSO_FIELD_YEAR;
}

static gboolean
is_wide (const TosoField *field)
{
  return field->kind == TOSO_FIELD_TEXT || field->kind == TOSO_FIELD_LINES || field->kind == TOSO_FIELD_LINK;
}

/* --- cells --- */

typedef struct
{
  const TosoField *field;
  guint            index;
  gboolean         first; /* names the row for screen readers */
} Column;

static void
name_widget (GtkWidget  *widget,
             const char *name)
{
  if (widget != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The row has no name of its own in GTK 4.8; it is known once the cell is in
 * its place. */
static void
name_row (GtkWidget *label)
{
  TosoRecordItem *item = g_object_get_data (G_OBJECT (label), "item");
  GtkWidget      *cell = gtk_widget_get_parent (label);

  name_widget (cell, gtk_label_get_label (GTK_LABEL (label)));
  if (cell != NULL && item != NULL)
    name_widget (gtk_widget_get_parent (cell), toso_record_item_get_line (item));
}

/* What most of a column's texts need; more is given by the window's width. */
static int
get_width_chars (const TosoField *field)
{
  switch (field->kind)
    {
    case TOSO_FIELD_TEXT:
    case TOSO_FIELD_LINES:
    case TOSO_FIELD_LINK:
      return (field->flags & (TOSO_FIELD_REQUIRED | TOSO_FIELD_SEARCHED)) != 0 ? 20 : 12;

    case TOSO_FIELD_CHOICE:
    case TOSO_FIELD_PHONE:
      return 12;

    case TOSO_FIELD_DAY:
    case TOSO_FIELD_MONEY:
      return 10;

    case TOSO_FIELD_COUNT:
    case TOSO_FIELD_DECIMAL:
    case TOSO_FIELD_YEAR:
    case TOSO_FIELD_YES_NO:
    default:
      return 6;
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  const Column *column = user_data;
  GtkWidget    *label = toso_make_label (NULL, is_number (column->field) ? 1 : 0, is_number (column->field) ? "figure" : NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), get_width_chars (column->field));
  toso_add_overflow_tooltip (label);
  g_signal_connect (label, "map", G_CALLBACK (name_row), NULL);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  user_data)
{
  const Column   *column = user_data;
  TosoRecordItem *item = gtk_list_item_get_item (list_item);
  GtkWidget      *label = gtk_list_item_get_child (list_item);
  const char     *text = toso_record_item_get_text (item, column->index);

  gtk_label_set_label (GTK_LABEL (label), text);
  if (strcmp (text, TOSO_MISSING) == 0)
    gtk_widget_add_css_class (label, "dim");
  else
    gtk_widget_remove_css_class (label, "dim");
  if (column->first)
    {
      g_object_set_data_full (G_OBJECT (label), "item", g_object_ref (item), g_object_unref);
      name_row (label);
    }
}

/* --- order and search --- */

static int
compare_texts (const TosoField  *field,
               const TosoRecord *a,
               const TosoRecord *b,
               const char       *x,
               const char       *y)
{
  if (strcmp (a->kind->id, "member") == 0 && strcmp (field->id, "name") == 0)
    return toso_name_collate (x, y);

  return toso_village_collate (x, y);
}

/* What was not given comes last, whichever way. */
static int
compare_items (gconstpointer first,
               gconstpointer second,
               gpointer      user_data)
{
  const Column     *column = user_data;
  const TosoRecord *a = toso_record_item_get_record ((TosoRecordItem *) first);
  const TosoRecord *b = toso_record_item_get_record ((TosoRecordItem *) second);
  const char       *x = a->values[column->index];
  const char       *y = b->values[column->index];
  int               result;

  if (x == NULL || y == NULL)
    return gtk_ordering_from_cmpfunc ((x == NULL) - (y == NULL));

  if (is_number (column->field))
    result = (g_ascii_strtod (x, NULL) > g_ascii_strtod (y, NULL)) - (g_ascii_strtod (x, NULL) < g_ascii_strtod (y, NULL));
  else if (column->field->kind == TOSO_FIELD_DAY)
    result = strcmp (x, y);
  else
    result = compare_texts (column->field, a, b,
                            toso_record_item_get_text ((TosoRecordItem *) first, column->index),
                            toso_record_item_get_text ((TosoRecordItem *) second, column->index));

  return gtk_ordering_from_cmpfunc (result);
}

/* The first key would wait for it; nobody types in the first half second. */
static gboolean
make_ready_cb (gpointer user_data)
{
  TosoRegisterView *self = user_data;
  guint             n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint             end = MIN (self->n_ready + READY_STEP, n);

  for (; self->n_ready < end; self->n_ready++)
    {
      g_autoptr (TosoRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), self->n_ready);

      toso_record_item_get_folded (item);
    }
  if (self->n_ready < n)
    return G_SOURCE_CONTINUE;
  self->ready_id = 0;

  return G_SOURCE_REMOVE;
}

static void
make_ready (TosoRegisterView *self)
{
  self->n_ready = 0;
  if (self->ready_id == 0)
    self->ready_id = g_idle_add_full (G_PRIORITY_LOW, make_ready_cb, self, NULL);
}

static gboolean
match_item (gpointer item,
            gpointer user_data)
{
  TosoRegisterView *self = user_data;

  return self->words == NULL || toso_register_filter_match (self->searched, item);
}

/* A head of figures stands over them, at the right; GTK has no word for it. */
static void
align_head (TosoRegisterView *self)
{
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (self->columns));
  GtkWidget *title = head != NULL ? gtk_widget_get_last_child (head) : NULL;
  GtkWidget *box = title != NULL ? gtk_widget_get_first_child (title) : NULL;

  if (box != NULL)
    gtk_widget_set_halign (box, GTK_ALIGN_END);
}

static void
append_column (TosoRegisterView *self,
               guint             index,
               gboolean          first)
{
  const TosoField    *field = &self->kind->fields[index];
  Column             *column = g_new (Column, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  g_autoptr (GtkSorter) sorter = NULL;

  *column = (Column){ field, index, first };
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  view_column = gtk_column_view_column_new (_ (field->title), factory);
  g_object_set_data_full (G_OBJECT (view_column), "column", column, g_free);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_items, column, NULL));
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, is_wide (field));
  gtk_column_view_append_column (self->columns, view_column);
  if (is_number (field))
    align_head (self);
}

/* --- building --- */

static void
clear_columns (TosoRegisterView *self)
{
  GListModel *model = gtk_column_view_get_columns (self->columns);

  for (;;)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (model, 0);

      if (column == NULL)
        return;
      gtk_column_view_remove_column (self->columns, column);
    }
}

static void
set_kind (TosoRegisterView   *self,
          const TosoRegister *kind)
{
  gboolean first = TRUE;

  if (self->kind == kind)
    return;

  self->kind = kind;
  g_list_store_remove_all (self->items);
  clear_columns (self);
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & TOSO_FIELD_LISTED) != 0)
      {
        append_column (self, i, first);
        first = FALSE;
      }
  name_widget (GTK_WIDGET (self->columns), _ (kind->title));
  /* The heads and the list inside it, which have the keyboard. */
  name_widget (gtk_widget_get_first_child (GTK_WIDGET (self->columns)), _ ("Columns"));
  name_widget (gtk_widget_get_last_child (GTK_WIDGET (self->columns)), _ (kind->title));
}

static void
selected_cb (TosoRegisterView *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
activated_cb (TosoRegisterView *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* Tab goes through the heads to one row and on from there, not from each row
 * to the next. */
static gboolean
toso_register_view_focus (GtkWidget       *widget,
                          GtkDirectionType direction)
{
  TosoRegisterView *self = TOSO_REGISTER_VIEW (widget);
  GtkWidget        *heads = gtk_widget_get_first_child (GTK_WIDGET (self->columns));
  GtkWidget        *list = gtk_widget_get_last_child (GTK_WIDGET (self->columns));
  gboolean          is_in_list = gtk_widget_get_focus_child (GTK_WIDGET (self->columns)) == list;

  if (is_in_list && direction == GTK_DIR_TAB_FORWARD)
    return FALSE;
  if (is_in_list && direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (heads, direction);

  return GTK_WIDGET_CLASS (toso_register_view_parent_class)->focus (widget, direction);
}

static gboolean
toso_register_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (gtk_widget_get_last_child (GTK_WIDGET (TOSO_REGISTER_VIEW (widget)->columns)));
}

static void
toso_register_view_dispose (GObject *object)
{
  g_clear_handle_id (&TOSO_REGISTER_VIEW (object)->ready_id, g_source_remove);

  G_OBJECT_CLASS (toso_register_view_parent_class)->dispose (object);
}

static void
toso_register_view_finalize (GObject *object)
{
  TosoRegisterView *self = TOSO_REGISTER_VIEW (object);

  g_clear_object (&self->filter);

  g_clear_object (&self->items);
  g_clear_pointer (&self->searched, toso_register_filter_free);
  g_free (self->words);

  G_OBJECT_CLASS (toso_register_view_parent_class)->finalize (object);
}

static void
toso_register_view_class_init (TosoRegisterViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = toso_register_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = toso_register_view_finalize;
  GTK_WIDGET_CLASS (klass)->focus = toso_register_view_focus;
  GTK_WIDGET_CLASS (klass)->grab_focus = toso_register_view_grab_focus;
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
toso_register_view_init (TosoRegisterView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->items = g_list_store_new (TOSO_TYPE_RECORD_ITEM);
  self->filter = gtk_custom_filter_new (match_item, self, NULL);
  /* No filter while nothing is searched: no row is asked. */
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), NULL);
  self->columns = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->filtered), g_object_ref (gtk_column_view_get_sorter (self->columns)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->columns, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  gtk_widget_add_css_class (GTK_WIDGET (self->columns), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->columns), "register");

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->columns));
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_box_append (GTK_BOX (self), scroller);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
toso_register_view_new (void)
{
  return g_object_new (TOSO_TYPE_REGISTER_VIEW, NULL);
}

void
toso_register_view_set (TosoRegisterView   *self,
                        const TosoRegister *kind,
                        GPtrArray          *records,
                        GHashTable         *names)
{
  const TosoRecord *selected;
  g_autoptr (GPtrArray) items = NULL;
  gint64 id;

  g_return_if_fail (TOSO_IS_REGISTER_VIEW (self));

  selected = self->kind == kind ? toso_register_view_get_selected (self) : NULL;
  id = selected != NULL ? selected->id : 0;
  self->filling = TRUE;
  set_kind (self, kind);
  g_clear_pointer (&self->searched, toso_register_filter_free);
  self->searched = toso_register_filter_new (names);
  toso_register_filter_set (self->searched, self->words);
  items = g_ptr_array_new_full (records->len, g_object_unref);
  g_ptr_array_set_free_func (records, NULL);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (items, toso_record_item_new (g_ptr_array_index (records, i), names));
  g_ptr_array_set_size (records, 0);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  make_ready (self);
  toso_register_view_select (self, id);
  self->filling = FALSE;
}

void
toso_register_view_search (TosoRegisterView *self,
                           const char       *words)
{
  g_return_if_fail (TOSO_IS_REGISTER_VIEW (self));

  g_free (self->words);
  self->words = words != NULL && *words != '\0' ? g_strdup (words) : NULL;
  if (self->searched != NULL)
    toso_register_filter_set (self->searched, self->words);
  if (self->words != NULL && gtk_filter_list_model_get_filter (self->filtered) != NULL)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  else
    gtk_filter_list_model_set_filter (self->filtered, self->words != NULL ? GTK_FILTER (self->filter) : NULL);
}

guint
toso_register_view_get_n_shown (TosoRegisterView *self)
{
  g_return_val_if_fail (TOSO_IS_REGISTER_VIEW (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
}

const TosoRecord *
toso_register_view_get_selected (TosoRegisterView *self)
{
  TosoRecordItem *item;

  g_return_val_if_fail (TOSO_IS_REGISTER_VIEW (self), NULL);

  item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? toso_record_item_get_record (item) : NULL;
}

gboolean
toso_register_view_select (TosoRegisterView *self,
                           gint64            id)
{
  guint n;

  g_return_val_if_fail (TOSO_IS_REGISTER_VIEW (self), FALSE);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  for (guint i = 0; id != 0 && i < n; i++)
    {
      g_autoptr (TosoRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);

      if (toso_record_item_get_record (item)->id == id)
        {
          gtk_single_selection_set_selected (self->selection, i);
          gtk_widget_activate_action (GTK_WIDGET (self->columns), "list.scroll-to-item", "u", i);
          return TRUE;
        }
    }
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);

  return FALSE;
}
