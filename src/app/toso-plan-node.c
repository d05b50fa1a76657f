/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-node.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TosoPlanNode
{
  GObject parent_instance;

  gint64      id;
  char       *title;
  GListStore *children; /* of TosoPlanNode */
  guint       n_marks[TOSO_N_MARKS];
  guint       n_targets;
  guint       n_tasks;
  gboolean    has_children; /* as its row in the tree was told */
  gboolean    flipped;      /* it has got its first child, or lost its last */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoPlanNode, toso_plan_node, G_TYPE_OBJECT)

/* Enough for the widest tree; the label shortens the rest. */
#define TITLE_CHARS 60

static void
toso_plan_node_finalize (GObject *object)
{
  TosoPlanNode *self = TOSO_PLAN_NODE (object);

  g_clear_object (&self->children);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (toso_plan_node_parent_class)->finalize (object);
}

static void
toso_plan_node_class_init (TosoPlanNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = toso_plan_node_finalize;

  signals[CHANGED] = g_signal_new ("changed", TOSO_TYPE_PLAN_NODE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
toso_plan_node_init (TosoPlanNode *self)
{
  self->children = g_list_store_new (TOSO_TYPE_PLAN_NODE);
  self->title = g_strdup ("");
}

gint64
toso_plan_node_get_id (TosoPlanNode *self)
{
  g_return_val_if_fail (TOSO_IS_PLAN_NODE (self), 0);

  return self->id;
}

const char *
toso_plan_node_get_title (TosoPlanNode *self)
{
  g_return_val_if_fail (TOSO_IS_PLAN_NODE (self), NULL);

  return self->title;
}

GListModel *
toso_plan_node_get_children (TosoPlanNode *self)
{
  g_return_val_if_fail (TOSO_IS_PLAN_NODE (self), NULL);

  return self->has_children ? G_LIST_MODEL (self->children) : NULL;
}

guint
toso_plan_node_get_n_marks (TosoPlanNode *self,
                            TosoMark      mark)
{
  g_return_val_if_fail (TOSO_IS_PLAN_NODE (self), 0);

  return self->n_marks[mark];
}

guint
toso_plan_node_get_n_targets (TosoPlanNode *self)
{
  g_return_val_if_fail (TOSO_IS_PLAN_NODE (self), 0);

  return self->n_targets;
}

char *
toso_plan_node_describe (TosoPlanNode *self)
{
  GString *text;
  guint    n_behind;

  g_return_val_if_fail (TOSO_IS_PLAN_NODE (self), NULL);

  text = g_string_new (self->title);
  if (self->n_targets > 0)
    g_string_append_printf (text, ngettext (", %u target", ", %u targets", self->n_targets), self->n_targets);
  n_behind = self->n_marks[TOSO_MARK_TRIANGLE];
  if (n_behind > 0)
    g_string_append_printf (text, ngettext (", %u behind", ", %u behind", n_behind), n_behind);
  if (self->n_tasks > 0)
    g_string_append_printf (text, ngettext (", %u task", ", %u tasks", self->n_tasks), self->n_tasks);
  return g_string_free (text, FALSE);
}

static const TosoTargetResult *
find_result (GPtrArray *results,
             gint64     target_id)
{
  for (guint i = 0; results != NULL && i < results->len; i++)
    if (((TosoTargetResult *) g_ptr_array_index (results, i))->target->id == target_id)
      return g_ptr_array_index (results, i);
  return NULL;
}

static void
set_content (TosoPlanNode      *self,
             const char        *title,
             const TosoSection *section,
             const TosoPlan    *plan,
             GPtrArray         *results)
{
  guint n_marks[TOSO_N_MARKS] = { 0 };
  guint n_targets = 0;
  guint n_tasks = 0;

  for (guint i = 0; section != NULL && i < plan->targets->len; i++)
    {
      const TosoTarget       *target = g_ptr_array_index (plan->targets, i);
      const TosoTargetResult *result;

      if (target->section != section)
        continue;
      result = find_result (results, target->id);
      n_targets++;
      n_marks[result != NULL ? toso_report_state_mark (result->progress.state) : TOSO_MARK_NONE]++;
    }
  for (guint i = 0; section != NULL && i < plan->tasks->len; i++)
    {
      const TosoTask *task = g_ptr_array_index (plan->tasks, i);

      if (task->section != section)
        continue;
      n_tasks++;
      n_marks[toso_report_task_state_mark (task->state)]++;
    }

  if (strcmp (self->title, title) == 0 && memcmp (self->n_marks, n_marks, sizeof n_marks) == 0 &&
      self->n_targets == n_targets && self->n_tasks == n_tasks)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  memcpy (self->n_marks, n_marks, sizeof n_marks);
  self->n_targets = n_targets;
  self->n_tasks = n_tasks;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Gives @store exactly the nodes @wanted, touching it only where it differs.
 * A tree row learns whether it can be opened only when it is made, so a node
 * that has changed in that is put in anew. */
static void
settle (GListStore *store,
        GPtrArray  *wanted)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint head = 0;
  guint tail = 0;

  while (head < n_old && head < wanted->len)
    {
      g_autoptr (TosoPlanNode) node = g_list_model_get_item (G_LIST_MODEL (store), head);

      if (node != g_ptr_array_index (wanted, head) || node->flipped)
        break;
      head++;
    }
  while (head + tail < n_old && head + tail < wanted->len)
    {
      g_autoptr (TosoPlanNode) node = g_list_model_get_item (G_LIST_MODEL (store), n_old - 1 - tail);

      if (node != g_ptr_array_index (wanted, wanted->len - 1 - tail) || node->flipped)
        break;
      tail++;
    }
  if (n_old != head + tail || wanted->len != head + tail)
    g_list_store_splice (store, head, n_old - head - tail, wanted->pdata + head,
                         wanted->len - head - tail);
  for (guint i = 0; i < wanted->len; i++)
    ((TosoPlanNode *) g_ptr_array_index (wanted, i))->flipped = FALSE;
}

static TosoPlanNode *
dup_node (GHashTable *known,
          gint64      id)
{
  TosoPlanNode *node = g_hash_table_lookup (known, &id);

  if (node != NULL)
    return g_object_ref (node);
  node = g_object_new (TOSO_TYPE_PLAN_NODE, NULL);
  node->id = id;
  return node;
}

static TosoPlanNode *
make_section_node (GHashTable        *known,
                   const TosoSection *section,
                   const TosoPlan    *plan,
                   GPtrArray         *results)
{
  TosoPlanNode    *node = dup_node (known, section->id);
  g_autofree char *title = toso_section_display_title (section, TITLE_CHARS);
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < section->children->len; i++)
    g_ptr_array_add (children, make_section_node (known, g_ptr_array_index (section->children, i), plan,
                                                  results));
  settle (node->children, children);
  node->flipped = node->has_children != (children->len > 0);
  node->has_children = children->len > 0;
  set_content (node, title, section, plan, results);
  return node;
}

static void
collect (GListModel *nodes,
         GHashTable *known)
{
  for (guint i = 0; i < g_list_model_get_n_items (nodes); i++)
    {
      g_autoptr (TosoPlanNode) node = g_list_model_get_item (nodes, i);

      collect (G_LIST_MODEL (node->children), known);
      g_hash_table_insert (known, &node->id, g_object_ref (node));
    }
}

static const TosoSection *
find_kind (const TosoPlan *plan,
           TosoSectionKind kind)
{
  for (guint i = 0; i < plan->sections->len; i++)
    if (((TosoSection *) g_ptr_array_index (plan->sections, i))->kind == kind)
      return g_ptr_array_index (plan->sections, i);
  return NULL;
}

void
toso_plan_nodes_update (GListStore     *store,
                        const TosoPlan *plan,
                        GPtrArray      *results)
{
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  TosoPlanNode *opening;
  TosoPlanNode *ending;

  known = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
  collect (G_LIST_MODEL (store), known);
  opening = dup_node (known, TOSO_PLAN_NODE_OPENING);
  ending = dup_node (known, TOSO_PLAN_NODE_ENDING);

  set_content (opening, _ ("Legal bases and opening"), find_kind (plan, TOSO_SECTION_PREAMBLE), plan, results);
  set_content (ending, _ ("Recipients and signature"), find_kind (plan, TOSO_SECTION_CLOSING), plan, results);
  g_ptr_array_add (wanted, opening);
  for (guint i = 0; i < plan->sections->len; i++)
    {
      const TosoSection *section = g_ptr_array_index (plan->sections, i);

      if (section->kind == TOSO_SECTION_NUMBERED)
        g_ptr_array_add (wanted, make_section_node (known, section, plan, results));
    }
  g_ptr_array_add (wanted, ending);
  for (guint i = 0; i < plan->sections->len; i++)
    {
      const TosoSection *section = g_ptr_array_index (plan->sections, i);

      if (section->kind == TOSO_SECTION_ANNEX)
        g_ptr_array_add (wanted, make_section_node (known, section, plan, results));
    }
  settle (store, wanted);
}
