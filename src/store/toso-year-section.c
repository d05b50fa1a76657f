/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"
#include "store/toso-section-tree.h"

static const char *const kind_ids[] = {
  [TOSO_SECTION_PREAMBLE] = "preamble",
  [TOSO_SECTION_NUMBERED] = "numbered",
  [TOSO_SECTION_CLOSING] = "closing",
  [TOSO_SECTION_ANNEX] = "annex",
};

gboolean
toso_year_insert_section (TosoIds           *ids,
                          gint64             plan_id,
                          gint64             parent_id,
                          guint              position,
                          const TosoSection *section,
                          gint64            *section_id,
                          GError           **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *search = toso_year_fold (section->heading, section->body);

  *section_id = toso_ids_next (ids);
  stmt = toso_db_prepare (ids->db,
                          "INSERT INTO section (id, plan_id, parent_id, position, kind, level, label, heading, body,"
                          "                     search, span_start, span_end)"
                          "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
  toso_stmt_bind_int64 (stmt, 1, *section_id);
  toso_stmt_bind_int64 (stmt, 2, plan_id);
  toso_stmt_bind_id (stmt, 3, parent_id);
  toso_stmt_bind_int64 (stmt, 4, position);
  toso_stmt_bind_text (stmt, 5, kind_ids[section->kind]);
  toso_stmt_bind_int64 (stmt, 6, section->level);
  toso_stmt_bind_string (stmt, 7, section->label);
  toso_stmt_bind_string (stmt, 8, section->heading);
  toso_stmt_bind_string (stmt, 9, section->body);
  toso_stmt_bind_text (stmt, 10, search);
  toso_stmt_bind_int64 (stmt, 11, (gint64) section->span.start);
  toso_stmt_bind_int64 (stmt, 12, (gint64) section->span.end);

  return toso_stmt_run (stmt, error);
}

/* --- reading --- */

static TosoSectionKind
kind_from_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_ids); i++)
    if (g_strcmp0 (kind_ids[i], id) == 0)
      return (TosoSectionKind) i;

  /* The table's CHECK knows no other. */
  g_assert_not_reached ();
}

static TosoSection *
section_from_row (TosoStmt *stmt)
{
  TosoSection *section = toso_section_new (kind_from_id (toso_stmt_get_text (stmt, 2)),
                                           (int) toso_stmt_get_int64 (stmt, 3),
                                           toso_stmt_get_text (stmt, 4),
                                           toso_stmt_get_text (stmt, 5),
                                           toso_stmt_get_text (stmt, 6));

  section->id = toso_stmt_get_int64 (stmt, 0);
  section->row_version = toso_stmt_get_int64 (stmt, 1);
  section->span.start = (gsize) toso_stmt_get_int64 (stmt, 7);
  section->span.end = (gsize) toso_stmt_get_int64 (stmt, 8);

  return section;
}

gboolean
toso_year_read_sections (TosoDb     *db,
                         gint64      plan_id,
                         TosoPlan   *plan,
                         GHashTable *by_id,
                         GError    **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  /* From the outermost inwards, so that each row's parent is there before it. */
  stmt = toso_db_prepare (db,
                          "WITH RECURSIVE tree (id, depth) AS ("
                          "  SELECT id, 0 FROM section WHERE plan_id = ?1 AND parent_id IS NULL"
                          "  UNION ALL"
                          "  SELECT child.id, tree.depth + 1 FROM tree JOIN section child ON child.parent_id = tree.id)"
                          "SELECT s.id, s.row_version, s.kind, s.level, s.label, s.heading, s.body,"
                          "       s.span_start, s.span_end, s.parent_id"
                          "  FROM tree JOIN section s ON s.id = tree.id"
                          "  ORDER BY tree.depth, s.position, s.id");
  toso_stmt_bind_int64 (stmt, 1, plan_id);
  for (;;)
    {
      TosoSection *section;
      TosoSection *parent;
      gint64       parent_id;

      if (!toso_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      section = section_from_row (stmt);
      parent_id = toso_stmt_get_int64 (stmt, 9);
      parent = parent_id != 0 ? g_hash_table_lookup (by_id, &parent_id) : NULL;
      if (parent != NULL)
        toso_section_append (parent, section);
      else
        g_ptr_array_add (plan->sections, section);
      g_hash_table_insert (by_id, &section->id, section);
    }
}

/* --- commands --- */

/* Begins a command on a section; NULL when there is none, and no command. */
static TosoSection *
begin_with_section (TosoYear         *self,
                    gint64            section_id,
                    TosoSectionTree **tree,
                    GError          **error)
{
  TosoSection *section;

  if (!toso_year_begin (self, error))
    return NULL;

  *tree = toso_section_tree_load (self, error);
  section = *tree != NULL ? toso_section_tree_find (*tree, section_id) : NULL;
  if (*tree != NULL && section == NULL)
    g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                         _ ("The section is no longer in the plan. Nothing was changed."));
  if (section == NULL)
    toso_year_rollback (self);

  return section;
}

/* "III.2", or for a section without a label its first words. */
static char *
describe (const TosoSection *section)
{
  g_autofree char *path = toso_section_path (section);

  if (path != NULL && *path != '\0')
    return g_steal_pointer (&path);

  return toso_year_shorten (*section->heading != '\0' ? section->heading : section->body);
}

/* Parts that are NULL stay as they are. */
static gboolean
update_text (TosoYear    *self,
             TosoSection *section,
             const char  *heading,
             const char  *body,
             GError     **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *kept_heading = NULL;
  g_autofree char *kept_body = NULL;
  g_autofree char *search = NULL;

  if (!toso_year_take_text (heading != NULL ? heading : section->heading, FALSE, &kept_heading, error) ||
      !toso_year_take_text (body != NULL ? body : section->body, TRUE, &kept_body, error))
    return FALSE;

  search = toso_year_fold (kept_heading, kept_body);
  stmt = toso_db_prepare (self->db,
                          "UPDATE section SET heading = ?2, body = ?3, search = ?4, row_version = row_version + 1"
                          "  WHERE id = ?1 AND (heading, body) IS NOT (?2, ?3)");
  toso_stmt_bind_int64 (stmt, 1, section->id);
  toso_stmt_bind_text (stmt, 2, kept_heading);
  toso_stmt_bind_text (stmt, 3, kept_body);
  toso_stmt_bind_text (stmt, 4, search);

  return toso_stmt_run (stmt, error);
}

/* The person's own number; brothers keep theirs. */
static gboolean
update_label (TosoSectionTree *tree,
              TosoSection     *section,
              const char      *label,
              GError         **error)
{
  g_autofree char *kept = NULL;

  if (label == NULL)
    return TRUE;
  if (!toso_year_take_text (label, FALSE, &kept, error))
    return FALSE;

  g_free (section->label);
  section->label = g_steal_pointer (&kept);
  return toso_section_tree_save (tree, error);
}

gboolean
toso_year_set_section (TosoYear   *self,
                       gint64      section_id,
                       const char *label,
                       const char *heading,
                       const char *body,
                       GError    **error)
{
  g_autoptr (TosoSectionTree) tree = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  TosoSection     *section;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  section = begin_with_section (self, section_id, &tree, error);
  if (section == NULL)
    return FALSE;

  name = describe (section);
  title = g_strdup_printf (_ ("Edit section %s"), name);
  if (!update_text (self, section, heading, body, error) ||
      !update_label (tree, section, label, error))
    return toso_year_rollback (self);

  return toso_year_commit (self, title, error);
}

static gboolean
add_section (TosoYear        *self,
             TosoSectionTree *tree,
             gint64           parent_id,
             gint64           after_id,
             const char      *heading,
             const char      *body,
             TosoSection    **section,
             GError         **error)
{
  g_autofree char *kept_heading = NULL;
  g_autofree char *kept_body = NULL;

  if (!toso_year_take_text (heading, FALSE, &kept_heading, error) ||
      !toso_year_take_text (body, TRUE, &kept_body, error))
    return FALSE;

  *section = toso_section_new (TOSO_SECTION_NUMBERED, 1, "",
                               kept_heading != NULL ? kept_heading : "", kept_body != NULL ? kept_body : "");

  return toso_section_tree_add (tree, *section, parent_id, after_id, error) &&
         toso_section_tree_save (tree, error);
}

gboolean
toso_year_add_section (TosoYear   *self,
                       gint64      parent_id,
                       gint64      after_id,
                       const char *heading,
                       const char *body,
                       gint64     *section_id,
                       GError    **error)
{
  g_autoptr (TosoSectionTree) tree = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  TosoSection     *section;
  gint64           id;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;

  tree = toso_section_tree_load (self, error);
  if (tree == NULL || !add_section (self, tree, parent_id, after_id, heading, body, &section, error))
    return toso_year_rollback (self);

  id = section->id;
  name = describe (section);
  title = g_strdup_printf (_ ("Add section %s"), name);
  if (!toso_year_commit (self, title, error))
    return FALSE;

  if (section_id != NULL)
    *section_id = id;
  return TRUE;
}

gboolean
toso_year_move_section (TosoYear *self,
                        gint64    section_id,
                        gint64    parent_id,
                        gint64    after_id,
                        GError  **error)
{
  g_autoptr (TosoSectionTree) tree = NULL;
  g_autofree char *old_name = NULL;
  g_autofree char *new_name = NULL;
  g_autofree char *title = NULL;
  TosoSection     *section;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  section = begin_with_section (self, section_id, &tree, error);
  if (section == NULL)
    return FALSE;

  old_name = describe (section);
  if (!toso_section_tree_move (tree, section, parent_id, after_id, error) ||
      !toso_section_tree_save (tree, error))
    return toso_year_rollback (self);

  new_name = describe (section);
  /* Translators: the old and the new number of the section */
  title = g_strdup_printf (_ ("Move section %s to %s"), old_name, new_name);
  return toso_year_commit (self, title, error);
}

gboolean
toso_year_remove_section (TosoYear *self,
                          gint64    section_id,
                          GError  **error)
{
  g_autoptr (TosoSectionTree) tree = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  TosoSection     *section;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  section = begin_with_section (self, section_id, &tree, error);
  if (section == NULL)
    return FALSE;

  name = describe (section);
  title = g_strdup_printf (_ ("Remove section %s"), name);
  if (!toso_section_tree_remove (tree, section, error) || !toso_section_tree_save (tree, error))
    return toso_year_rollback (self);

  return toso_year_commit (self, title, error);
}
