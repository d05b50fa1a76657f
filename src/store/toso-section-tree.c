/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-section-tree.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"
#include "store/toso-year-private.h"

/* What the file says of a section. */
typedef struct
{
  gint64 parent_id;
  guint  position;
  int    level;
  char  *label;
} Stored;

typedef struct
{
  gint64       task_id;
  TosoSection *section;
} Coded;

struct _TosoSectionTree
{
  TosoYear   *year;
  gint64      plan_id;
  TosoPlan   *plan;
  GHashTable *by_id;  /* gint64 * → TosoSection * */
  GHashTable *stored; /* TosoSection * → Stored * */
  GArray     *coded;  /* of Coded: tasks whose code is their section's number */
};

static void
stored_free (gpointer data)
{
  Stored *stored = data;

  g_free (stored->label);
  g_free (stored);
}

void
toso_section_tree_free (TosoSectionTree *tree)
{
  if (tree == NULL)
    return;

  g_clear_pointer (&tree->coded, g_array_unref);
  g_clear_pointer (&tree->stored, g_hash_table_unref);
  g_clear_pointer (&tree->by_id, g_hash_table_unref);
  g_clear_pointer (&tree->plan, toso_plan_free);
  g_free (tree);
}

static void
remember (TosoSectionTree *tree,
          GPtrArray       *sections)
{
  for (guint i = 0; i < sections->len; i++)
    {
      TosoSection *section = g_ptr_array_index (sections, i);
      Stored      *stored = g_new0 (Stored, 1);

      stored->parent_id = section->parent != NULL ? section->parent->id : 0;
      stored->position = i;
      stored->level = section->level;
      stored->label = g_strdup (section->label);
      g_hash_table_insert (tree->stored, section, stored);

      remember (tree, section->children);
    }
}

static gboolean
load_codes (TosoSectionTree *tree,
            GError         **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  stmt = toso_db_prepare (tree->year->db,
                          "SELECT id, section_id, code FROM task WHERE plan_id = ?1 AND section_id IS NOT NULL");
  toso_stmt_bind_int64 (stmt, 1, tree->plan_id);
  for (;;)
    {
      g_autofree char *path = NULL;
      Coded            coded;

      if (!toso_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      coded.task_id = toso_stmt_get_int64 (stmt, 0);
      coded.section = toso_section_tree_find (tree, toso_stmt_get_int64 (stmt, 1));
      if (coded.section == NULL)
        continue;
      path = toso_section_path (coded.section);
      if (g_strcmp0 (path, toso_stmt_get_text (stmt, 2)) == 0)
        g_array_append_val (tree->coded, coded);
    }
}

/* Positions are written as they should be, even where the file had gaps. */
TosoSectionTree *
toso_section_tree_load (TosoYear *year,
                        GError  **error)
{
  g_autoptr (TosoSectionTree) tree = g_new0 (TosoSectionTree, 1);

  tree->year = year;
  tree->plan = toso_plan_new ();
  tree->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  tree->stored = g_hash_table_new_full (NULL, NULL, NULL, stored_free);
  tree->coded = g_array_new (FALSE, FALSE, sizeof (Coded));

  if (!toso_year_get_plan_id (year, &tree->plan_id, error) ||
      !toso_year_read_sections (year->db, tree->plan_id, tree->plan, tree->by_id, error))
    return NULL;

  remember (tree, tree->plan->sections);
  if (!load_codes (tree, error))
    return NULL;

  return g_steal_pointer (&tree);
}

TosoSection *
toso_section_tree_find (TosoSectionTree *tree,
                        gint64           id)
{
  return g_hash_table_lookup (tree->by_id, &id);
}

/* --- numbers --- */

static GPtrArray *
get_siblings (TosoSectionTree *tree,
              TosoSection     *parent)
{
  return parent != NULL ? parent->children : tree->plan->sections;
}

static TosoSection *
get_numbered (GPtrArray *siblings,
              guint     *i) /* where to look from; moved behind what is found */
{
  for (; *i < siblings->len; (*i)++)
    {
      TosoSection *section = g_ptr_array_index (siblings, *i);

      if (section->kind == TOSO_SECTION_NUMBERED)
        {
          (*i)++;
          return section;
        }
    }

  return NULL;
}

/* @first: label of the first, NULL when there is none. */
static gboolean
is_regular (GPtrArray *siblings,
            char     **first)
{
  g_autofree char *expected = NULL;
  TosoSection     *section;
  guint            i = 0;

  *first = NULL;
  while ((section = get_numbered (siblings, &i)) != NULL)
    {
      if (expected != NULL && !g_str_equal (section->label, expected))
        return FALSE;
      if (*first == NULL)
        *first = g_strdup (section->label);
      g_free (expected);
      expected = toso_label_next (section->label);
    }

  return TRUE;
}

static void
renumber (GPtrArray  *siblings,
          const char *first)
{
  g_autofree char *label = g_strdup (first);
  TosoSection     *section;
  guint            i = 0;

  while ((section = get_numbered (siblings, &i)) != NULL)
    {
      g_autofree char *next = toso_label_next (label);

      g_free (section->label);
      section->label = g_steal_pointer (&label);
      label = g_steal_pointer (&next);
    }
}

static gboolean
has_label (GPtrArray  *siblings,
           const char *label)
{
  TosoSection *section;
  guint        i = 0;

  while ((section = get_numbered (siblings, &i)) != NULL)
    if (g_str_equal (section->label, label))
      return TRUE;

  return FALSE;
}

/* Among brothers whose numbers do not run on: the number after the one before,
 * when it is free, else none; the person will say. */
static char *
guess_label (GPtrArray *siblings,
             guint      index)
{
  g_autofree char *label = NULL;

  for (guint i = index; i > 0; i--)
    {
      TosoSection *before = g_ptr_array_index (siblings, i - 1);

      if (before->kind == TOSO_SECTION_NUMBERED)
        {
          label = toso_label_next (before->label);
          break;
        }
    }

  return label != NULL && !has_label (siblings, label) ? g_steal_pointer (&label) : g_strdup ("");
}

/* --- places --- */

static void
set_level (TosoSection *section,
           int          level)
{
  section->level = level;
  for (guint i = 0; i < section->children->len; i++)
    set_level (g_ptr_array_index (section->children, i), level + 1);
}

/* Numbered sections stand between the opening and the closing. */
static void
get_bounds (GPtrArray *siblings,
            guint     *low,
            guint     *high)
{
  *low = 0;
  *high = siblings->len;

  for (guint i = 0; i < siblings->len; i++)
    {
      TosoSection *section = g_ptr_array_index (siblings, i);

      if (section->kind == TOSO_SECTION_PREAMBLE)
        *low = i + 1;
      else if (section->kind != TOSO_SECTION_NUMBERED)
        {
          *high = MAX (i, *low);
          return;
        }
    }
}

static gboolean
find_place (TosoSectionTree *tree,
            gint64           parent_id,
            gint64           after_id,
            TosoSection    **parent,
            guint           *index,
            GError         **error)
{
  GPtrArray   *siblings;
  TosoSection *after;
  guint        low;
  guint        high;

  *parent = parent_id != 0 ? toso_section_tree_find (tree, parent_id) : NULL;
  after = after_id != 0 ? toso_section_tree_find (tree, after_id) : NULL;
  if ((parent_id != 0 && *parent == NULL) ||
      (after_id != 0 && (after == NULL || after->parent != *parent)))
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                           _ ("The place for the section is no longer in the plan. Choose another. Nothing was changed."));
      return FALSE;
    }
  if (*parent != NULL && ((*parent)->kind == TOSO_SECTION_PREAMBLE || (*parent)->kind == TOSO_SECTION_CLOSING))
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("The opening and the closing of the plan hold no sections. Choose another place. Nothing was changed."));
      return FALSE;
    }

  siblings = get_siblings (tree, *parent);
  get_bounds (siblings, &low, &high);
  *index = low;
  if (after != NULL)
    {
      g_ptr_array_find (siblings, after, index);
      *index = CLAMP (*index + 1, low, high);
    }

  return TRUE;
}

static void
detach (TosoSectionTree *tree,
        TosoSection     *section)
{
  GPtrArray       *siblings = get_siblings (tree, section->parent);
  g_autofree char *first = NULL;
  gboolean         regular = is_regular (siblings, &first);
  guint            index;

  if (g_ptr_array_find (siblings, section, &index))
    g_ptr_array_steal_index (siblings, index);
  section->parent = NULL;

  if (regular)
    renumber (siblings, first);
}

static void
attach (TosoSectionTree *tree,
        TosoSection     *section,
        TosoSection     *parent,
        guint            index,
        gboolean         keep_label)
{
  GPtrArray       *siblings = get_siblings (tree, parent);
  g_autofree char *first = NULL;
  g_autofree char *label = NULL;
  gboolean         regular = is_regular (siblings, &first);
  int              level = parent != NULL ? parent->level + 1 : 1;

  if (first == NULL)
    label = toso_label_first (level);
  else if (!regular)
    label = keep_label ? g_strdup (section->label) : guess_label (siblings, index);

  g_ptr_array_insert (siblings, (int) index, section);
  section->parent = parent;
  set_level (section, level);

  if (label != NULL)
    {
      g_free (section->label);
      section->label = g_steal_pointer (&label);
    }
  else
    {
      renumber (siblings, first);
    }
}

gboolean
toso_section_tree_add (TosoSectionTree *tree,
                       TosoSection     *section,
                       gint64           parent_id,
                       gint64           after_id,
                       GError         **error)
{
  TosoSection *parent;
  guint        index;

  if (!find_place (tree, parent_id, after_id, &parent, &index, error))
    {
      toso_section_free (section);
      return FALSE;
    }

  attach (tree, section, parent, index, FALSE);
  return TRUE;
}

static gboolean
is_within (TosoSection *section,
           TosoSection *outer)
{
  for (; section != NULL; section = section->parent)
    if (section == outer)
      return TRUE;

  return FALSE;
}

gboolean
toso_section_tree_move (TosoSectionTree *tree,
                        TosoSection     *section,
                        gint64           parent_id,
                        gint64           after_id,
                        GError         **error)
{
  TosoSection *old_parent = section->parent;
  TosoSection *parent;
  guint        old_index;
  guint        index;

  if (after_id == section->id)
    return TRUE;
  if (!find_place (tree, parent_id, after_id, &parent, &index, error))
    return FALSE;
  if (section->kind != TOSO_SECTION_NUMBERED)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("The opening, the closing and the annexes of the plan keep their places. Nothing was changed."));
      return FALSE;
    }
  if (is_within (parent, section))
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("A section can't be moved into itself. Choose another place. Nothing was changed."));
      return FALSE;
    }

  if (parent == old_parent)
    {
      g_ptr_array_find (get_siblings (tree, parent), section, &old_index);
      if (index > old_index)
        index--;
      if (index == old_index)
        return TRUE;
    }

  detach (tree, section);
  attach (tree, section, parent, index, parent == old_parent);

  return TRUE;
}

/* --- writing --- */

/* Children before their parents. */
static gboolean
delete_rows (TosoSectionTree *tree,
             TosoSection     *section,
             GError         **error)
{
  static const char *const statements[] = {
    "UPDATE target SET section_id = NULL, row_version = row_version + 1 WHERE section_id = ?1",
    "UPDATE task SET section_id = NULL, row_version = row_version + 1 WHERE section_id = ?1",
    "UPDATE training_topic SET section_id = NULL, row_version = row_version + 1 WHERE section_id = ?1",
    "DELETE FROM section WHERE id = ?1",
  };

  for (guint i = 0; i < section->children->len; i++)
    if (!delete_rows (tree, g_ptr_array_index (section->children, i), error))
      return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (TosoStmt) stmt = toso_db_prepare (tree->year->db, statements[i]);

      toso_stmt_bind_int64 (stmt, 1, section->id);
      if (!toso_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
toso_section_tree_remove (TosoSectionTree *tree,
                          TosoSection     *section,
                          GError         **error)
{
  guint kept = 0;

  if (!delete_rows (tree, section, error))
    return FALSE;

  /* Tasks that lose their section keep the code that they had. */
  for (guint i = 0; i < tree->coded->len; i++)
    {
      Coded *coded = &g_array_index (tree->coded, Coded, i);

      if (!is_within (coded->section, section))
        g_array_index (tree->coded, Coded, kept++) = *coded;
    }
  g_array_set_size (tree->coded, kept);

  detach (tree, section);
  toso_section_free (section);
  return TRUE;
}

static gboolean
save_row (TosoSectionTree *tree,
          TosoStmt        *update,
          TosoSection     *section,
          guint            position,
          GError         **error)
{
  const Stored *stored = g_hash_table_lookup (tree->stored, section);
  gint64        parent_id = section->parent != NULL ? section->parent->id : 0;

  if (stored == NULL)
    return toso_year_insert_section (&tree->year->ids, tree->plan_id, parent_id, position, section, &section->id, error);

  if (stored->parent_id == parent_id && stored->position == position && stored->level == section->level &&
      g_str_equal (stored->label, section->label))
    return TRUE;

  toso_stmt_bind_int64 (update, 1, section->id);
  toso_stmt_bind_id (update, 2, parent_id);
  toso_stmt_bind_int64 (update, 3, position);
  toso_stmt_bind_int64 (update, 4, section->level);
  toso_stmt_bind_text (update, 5, section->label);

  return toso_stmt_run (update, error);
}

static gboolean
save_rows (TosoSectionTree *tree,
           TosoStmt        *update,
           GPtrArray       *sections,
           GError         **error)
{
  for (guint i = 0; i < sections->len; i++)
    {
      TosoSection *section = g_ptr_array_index (sections, i);

      if (!save_row (tree, update, section, i, error) ||
          !save_rows (tree, update, section->children, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_codes (TosoSectionTree *tree,
            GError         **error)
{
  g_autoptr (TosoStmt) stmt = NULL;

  stmt = toso_db_prepare (tree->year->db,
                          "UPDATE task SET code = ?2, row_version = row_version + 1 WHERE id = ?1 AND code <> ?2");
  for (guint i = 0; i < tree->coded->len; i++)
    {
      Coded           *coded = &g_array_index (tree->coded, Coded, i);
      g_autofree char *path = toso_section_path (coded->section);

      toso_stmt_bind_int64 (stmt, 1, coded->task_id);
      toso_stmt_bind_text (stmt, 2, path);
      if (!toso_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
toso_section_tree_save (TosoSectionTree *tree,
                        GError         **error)
{
  g_autoptr (TosoStmt) update = NULL;

  update = toso_db_prepare (tree->year->db,
                            "UPDATE section SET parent_id = ?2, position = ?3, level = ?4, label = ?5,"
                            "                   row_version = row_version + 1"
                            "  WHERE id = ?1");

  return save_rows (tree, update, tree->plan->sections, error) && save_codes (tree, error);
}
