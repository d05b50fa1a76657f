/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-find-window.h"

#include <glib/gi18n.h>

#include "app/toso-find-items.h"
#include "app/toso-parts.h"
#include "core/toso-finder.h"

#define MAX_SHOWN 50

/* Made once, and good until the year changes. */
#define INDEX_KEY "toso-find-index"

typedef struct
{
  GPtrArray  *items; /* of TosoFindItem */
  TosoFinder *finder;
} Index;

struct _TosoFindWindow
{
  GtkWindow parent_instance;

  TosoSession *session;
  GPtrArray   *items; /* of TosoFindItem, while they are gathered */
  Index       *index; /* NULL until the items are all there */
  guint        step;
  guint        idle_id;
  gboolean     is_chosen; /* Enter came before the finder */
  gboolean     is_stale;  /* the year has changed since the gathering began */

  GtkWidget *entry;
  GtkWidget *note;
  GtkWidget *scroller;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (TosoFindWindow, toso_find_window, GTK_TYPE_WINDOW)

static void
index_clear (gpointer data)
{
  Index *index = data;

  g_ptr_array_unref (index->items);
  toso_finder_free (index->finder);
}

static void
index_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, index_clear);
}

static void
forget_index_cb (TosoSession *session)
{
  g_object_set_data (G_OBJECT (session), INDEX_KEY, NULL);
}

/* --- what is found --- */

static GtkWidget *
make_row (const TosoFindItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = toso_make_label (item->name, 0, NULL);
  GtkWidget *group = toso_make_label (item->group, 1, "second dim");

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), group);

  return box;
}

/* Seen below the field, and said with it by screen readers. */
static void
say (TosoFindWindow *self,
     const char     *sentence)
{
  gtk_label_set_label (GTK_LABEL (self->note), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
}

static void
show_found (TosoFindWindow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GArray) found = NULL;
  g_autofree char *sentence = NULL;
  guint            n;

  if (self->index == NULL)
    return;

  found = toso_finder_find (self->index->finder, typed, MAX_SHOWN, &n);
  for (guint i = 0; i < found->len; i++)
    {
      const TosoFindItem *item = self->index->items->pdata[g_array_index (found, guint, i)];
      g_autofree char    *name = g_strdup_printf ("%s, %s", item->name, item->group);
      GtkWidget          *row = toso_set_row (self->list, (int) i, make_row (item), name, NULL);

      gtk_widget_set_focusable (row, FALSE);
      g_object_set_data (G_OBJECT (row), "toso-item", (gpointer) item);
    }
  toso_trim_rows (self->list, (int) found->len);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));

  if (n > 0)
    sentence = g_strdup_printf (ngettext ("%u found", "%u found", n), n);
  else if (*typed != '\0')
    sentence = g_strdup_printf (_ ("Nothing has words that begin with “%s”. Looked at people, villages, registers, tasks, targets, the plan’s sections, papers, charts, pages and commands."), typed);
  say (self, sentence != NULL ? sentence : _ ("The first letters of its words are enough, with or without marks."));
}

static void
choose (TosoFindWindow *self)
{
  GtkListBoxRow   *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  GtkWindow       *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  const TosoFindItem *item;

  self->is_chosen = self->index == NULL;
  if (row == NULL || self->is_chosen)
    return;

  item = g_object_get_data (G_OBJECT (row), "toso-item");
  if (!g_action_parse_detailed_name (item->action, &name, &target, NULL))
    return;
  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action_variant (GTK_WIDGET (parent), name, target);
  g_object_unref (self);
}

/* --- making ready --- */

static void
make_finder_thread (GTask        *task,
                    gpointer      source,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  GPtrArray  *items = task_data;
  TosoFinder *finder = toso_finder_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const TosoFindItem *item = items->pdata[i];

      toso_finder_add (finder, item->name, item->code);
    }
  toso_finder_seal (finder);
  g_task_return_pointer (task, finder, (GDestroyNotify) toso_finder_free);
}

static void
finder_made_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  TosoFindWindow *self = TOSO_FIND_WINDOW (source);

  self->index = g_atomic_rc_box_new0 (Index);
  self->index->items = g_ptr_array_ref (self->items);
  self->index->finder = g_task_propagate_pointer (G_TASK (result), NULL);
  if (self->session == NULL)
    return;
  /* What changed meanwhile, nobody is told of: the next window looks again. */
  if (!self->is_stale)
    {
      g_object_set_data_full (G_OBJECT (self->session), INDEX_KEY, g_atomic_rc_box_acquire (self->index), index_unref);
      g_signal_handlers_disconnect_by_func (self->session, forget_index_cb, NULL);
      g_signal_connect (self->session, "changed", G_CALLBACK (forget_index_cb), NULL);
    }
  show_found (self);
  if (self->is_chosen)
    choose (self);
}

static void
changed_cb (TosoFindWindow *self)
{
  self->is_stale = TRUE;
}

static gboolean
gather_cb (gpointer user_data)
{
  TosoFindWindow *self = user_data;
  g_autoptr (GTask) task = NULL;

  if (toso_find_items_add (self->items, self->session, self->step++))
    return G_SOURCE_CONTINUE;

  self->idle_id = 0;
  task = g_task_new (self, NULL, finder_made_cb, NULL);
  g_task_set_task_data (task, g_ptr_array_ref (self->items), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, make_finder_thread);

  return G_SOURCE_REMOVE;
}

/* --- keys --- */

static void
row_activated_cb (TosoFindWindow *self,
                  GtkListBoxRow  *row)
{
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  choose (self);
}

static void
scroll_to (TosoFindWindow *self,
           GtkWidget      *row)
{
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, self->list, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/* The field keeps the keyboard; the arrows go along the list. */
static gboolean
key_pressed_cb (TosoFindWindow *self,
                guint           key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int            step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1
                                                                    : 0;

  if (step == 0)
    return FALSE;
  row = row != NULL ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), gtk_list_box_row_get_index (row) + step) : NULL;
  if (row != NULL)
    {
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
      scroll_to (self, GTK_WIDGET (row));
    }

  return TRUE;
}

/* --- window --- */

static void
toso_find_window_dispose (GObject *object)
{
  TosoFindWindow *self = TOSO_FIND_WINDOW (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (toso_find_window_parent_class)->dispose (object);
}

static void
toso_find_window_finalize (GObject *object)
{
  TosoFindWindow *self = TOSO_FIND_WINDOW (object);

  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->index, index_unref);

  G_OBJECT_CLASS (toso_find_window_parent_class)->finalize (object);
}

static void
toso_find_window_class_init (TosoFindWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = toso_find_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = toso_find_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
make_field (TosoFindWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("People, villages, tasks, papers, pages, commands…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find anything"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (show_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
}

static void
toso_find_window_init (TosoFindWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->items = toso_find_items_new ();
  make_field (self);
  self->note = toso_make_label ("", 0, "second dim");
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  self->list = gtk_list_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("shortcuts", "Found"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_add_css_class (self->scroller, "found-pane");
  gtk_widget_add_css_class (box, "find-box");
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Find anything"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 440);
  gtk_widget_add_css_class (GTK_WIDGET (self), "toso");
}

GtkWidget *
toso_find_window_new (GtkWindow   *parent,
                      TosoSession *session)
{
  TosoFindWindow *self = g_object_new (TOSO_TYPE_FIND_WINDOW, "transient-for", parent, "modal", TRUE,
                                       "destroy-with-parent", TRUE, NULL);

  self->session = g_object_ref (session);
  self->index = g_object_get_data (G_OBJECT (session), INDEX_KEY);
  if (self->index != NULL)
    {
      g_atomic_rc_box_acquire (self->index);
      show_found (self);
    }
  else
    {
      g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      self->idle_id = g_idle_add (gather_cb, self);
    }
  gtk_widget_grab_focus (self->entry);

  return GTK_WIDGET (self);
}
