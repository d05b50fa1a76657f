/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-lineage.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"
#include "core/toso-text.h"
#include "store/toso-year-private.h"

void
toso_lineage_free (TosoLineage *lineage)
{
  if (lineage == NULL)
    return;

  g_free (lineage->kind);
  g_free (lineage->old_name);
  g_free (lineage->new_name);
  g_free (lineage->basis);
  g_free (lineage);
}

/* --- reading --- */

static void
add_lineage (TosoStmt *stmt,
             gpointer  user_data)
{
  TosoLineage *lineage = g_new0 (TosoLineage, 1);

  lineage->old_id = toso_stmt_get_int64 (stmt, 0);
  lineage->new_id = toso_stmt_get_int64 (stmt, 1);
  lineage->kind = toso_stmt_dup_text (stmt, 2);
  lineage->day = toso_stmt_get_date (stmt, 3);
  lineage->old_name = toso_stmt_dup_text (stmt, 4);
  lineage->new_name = toso_stmt_dup_text (stmt, 5);
  lineage->basis = toso_stmt_dup_text (stmt, 6);
  g_ptr_array_add (user_data, lineage);
}

GPtrArray *
toso_year_list_lineage (TosoYear *self,
                        GError  **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_lineage_free);
  g_autoptr (TosoStmt) stmt = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;

  stmt = toso_db_prepare (self->db,
                          "SELECT l.old_id, l.new_id, l.kind, l.day, iif (l.old_name <> '', l.old_name, o.name), n.name, l.basis"
                          "  FROM village_lineage l JOIN village o ON o.id = l.old_id JOIN village n ON n.id = l.new_id"
                          "  ORDER BY l.day DESC, l.id DESC");

  return toso_stmt_foreach (stmt, add_lineage, list, error) ? g_steal_pointer (&list) : NULL;
}

static void
add_link (TosoStmt *stmt,
          gpointer  user_data)
{
  TosoLineageLink link = {
    .old_id = toso_stmt_get_int64 (stmt, 0),
    .new_id = toso_stmt_get_int64 (stmt, 1),
    .split = toso_stmt_get_int64 (stmt, 2) != 0,
  };

  g_array_append_val (user_data, link);
}

GArray *
toso_year_load_links (TosoYear *self,
                      GError  **error)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (TosoLineageLink));
  g_autoptr (TosoStmt) stmt = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;

  stmt = toso_db_prepare (self->db, "SELECT old_id, new_id, kind = 'split' FROM village_lineage WHERE kind <> 'renamed' ORDER BY id");

  return toso_stmt_foreach (stmt, add_link, links, error) ? g_steal_pointer (&links) : NULL;
}

GPtrArray *
toso_year_list_reporting_villages (TosoYear *self,
                                   GError  **error)
{
  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  return toso_year_select_villages (self, "last_day IS NULL OR id IN (SELECT village_id FROM measurement)", error);
}

static void
add_stock (TosoStmt *stmt,
           gpointer  user_data)
{
  gint64 id = toso_stmt_get_int64 (stmt, 0);

  g_hash_table_add (user_data, g_memdup2 (&id, sizeof id));
}

gboolean
toso_year_map_figures (TosoYear  *self,
                       GPtrArray *measurements,
                       GError   **error)
{
  g_autoptr (GArray) links = toso_year_load_links (self, error);
  g_autoptr (GHashTable) stocks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (TosoStmt) stmt = NULL;

  if (links == NULL)
    return FALSE;
  if (links->len == 0)
    return TRUE;

  stmt = toso_db_prepare (self->db, "SELECT id FROM indicator WHERE over_time = 'stock'");
  if (!toso_stmt_foreach (stmt, add_stock, stocks, error))
    return FALSE;
  toso_lineage_map (links, measurements, stocks);

  return TRUE;
}

/* --- commands --- */

/* What a village is, to make one of. */
typedef struct
{
  char      *name;
  char      *kind;
  TosoFigure households, population;
} Village;

static void
village_clear (Village *village)
{
  g_free (village->name);
  g_free (village->kind);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Village, village_clear)

/* One of today's, which was there before @day. */
static gboolean
read_village (TosoYear *self,
              gint64    id,
              TosoDate  day,
              Village  *village,
              GError  **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, "SELECT name, kind, households, population, first_day, last_day FROM village WHERE id = ?1");
  gboolean has_row;
  TosoDate first, last;

  toso_stmt_bind_int64 (stmt, 1, id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("The village is no longer there. Nothing was changed."));
      return FALSE;
    }
  village->name = toso_stmt_dup_text (stmt, 0);
  village->kind = toso_stmt_dup_text (stmt, 1);
  village->households = toso_stmt_get_figure (stmt, 2);
  village->population = toso_stmt_get_figure (stmt, 3);
  first = toso_stmt_get_date (stmt, 4);
  last = toso_stmt_get_date (stmt, 5);
  if (toso_date_is_valid (last))
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                   _ ("“%s” is no village of today: it was merged, split or ended before. Choose another. Nothing was changed."), village->name);
      return FALSE;
    }
  if (toso_date_is_valid (first) && toso_date_compare (first, day) >= 0)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                   _ ("“%s” is not older than that day. Give a later day. Nothing was changed."), village->name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_day (TosoDate day,
           GError **error)
{
  if (toso_date_is_valid (day))
    return TRUE;

  g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                       _ ("The day from which it is so is missing. Type it as in 30/6/2026. Nothing was changed."));

  return FALSE;
}

/* @name as it may be kept: not empty, not that of another village of today. */
static gboolean
take_name (TosoYear   *self,
           const char *name,
           char      **kept,
           GError    **error)
{
  g_autofree char *text = NULL;
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  if (!toso_year_take_text (name, FALSE, &text, error))
    return FALSE;
  *kept = toso_text_squeeze (text);
  if (**kept == '\0')
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID, _ ("The new village needs a name. Nothing was changed."));
      return FALSE;
    }
  stmt = toso_db_prepare (self->db, "SELECT 1 FROM village WHERE name = ?1 AND last_day IS NULL");
  toso_stmt_bind_text (stmt, 1, *kept);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_EXISTS, _ ("There is a village “%s” already. Give another name. Nothing was changed."), *kept);
      return FALSE;
    }

  return TRUE;
}

static gboolean
run (TosoYear   *self,
     const char *sql, /* of ?1, ?2, and the day as ?3 */
     gint64      first,
     gint64      second,
     TosoDate    day,
     GError    **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, sql);

  toso_stmt_bind_int64 (stmt, 1, first);
  toso_stmt_bind_int64 (stmt, 2, second);
  toso_stmt_bind_date (stmt, 3, day);

  return toso_stmt_run (stmt, error);
}

static gboolean
add_row (TosoYear   *self,
         gint64      old_id,
         gint64      new_id,
         const char *kind,
         TosoDate    day,
         const char *basis,
         const char *old_name,
         GError    **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *kept = NULL;

  if (!toso_year_take_text (basis != NULL ? basis : "", FALSE, &kept, error))
    return FALSE;
  stmt = toso_db_prepare (self->db, "INSERT INTO village_lineage (id, old_id, new_id, kind, day, basis, old_name) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  toso_stmt_bind_int64 (stmt, 1, toso_ids_next (&self->ids));
  toso_stmt_bind_int64 (stmt, 2, old_id);
  toso_stmt_bind_int64 (stmt, 3, new_id);
  toso_stmt_bind_text (stmt, 4, kind);
  toso_stmt_bind_date (stmt, 5, day);
  toso_stmt_bind_string (stmt, 6, kept);
  toso_stmt_bind_string (stmt, 7, old_name);

  return toso_stmt_run (stmt, error);
}

/* With a team of its own, as every village. */
static gboolean
add_village (TosoYear      *self,
             const Village *village,
             TosoDate       day,
             gint64        *village_id,
             gint64        *team_id,
             GError       **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db,
                                               "INSERT INTO village (id, name, kind, search, households, population, first_day)"
                                               "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  g_autofree char *search = toso_year_fold (village->name, NULL);

  *village_id = toso_ids_next (&self->ids);
  *team_id = toso_ids_next (&self->ids);
  toso_stmt_bind_int64 (stmt, 1, *village_id);
  toso_stmt_bind_text (stmt, 2, village->name);
  toso_stmt_bind_string (stmt, 3, village->kind);
  toso_stmt_bind_text (stmt, 4, search);
  if (village->households.known)
    toso_stmt_bind_int64 (stmt, 5, (gint64) village->households.value);
  if (village->population.known)
    toso_stmt_bind_int64 (stmt, 6, (gint64) village->population.value);
  toso_stmt_bind_date (stmt, 7, day);

  return toso_stmt_run (stmt, error) &&
         run (self, "INSERT INTO team (id, village_id, first_day) VALUES (?1, ?2, ?3)", *team_id, *village_id, day, error);
}

static gboolean
end_village (TosoYear *self,
             gint64    id,
             TosoDate  day,
             GError  **error)
{
  TosoDate last = toso_date_add_days (day, -1);

  return run (self, "UPDATE village SET last_day = ?3, row_version = row_version + 1 WHERE id = ?1 AND ?2 = ?2", id, 0, last, error) &&
         run (self, "UPDATE team SET last_day = ?3, row_version = row_version + 1 WHERE village_id = ?1 AND last_day IS NULL AND ?2 = ?2",
              id, 0, last, error);
}

/* People of the old teams are in the new one from the day; who leads it is for
 * the office to say.  An old report keeps its old leader. */
static gboolean
move_members (TosoYear *self,
              gint64    old_id,
              gint64    team_id,
              TosoDate  day,
              GError  **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db,
                                               "SELECT m.id FROM membership m JOIN team t ON t.id = m.team_id"
                                               "  WHERE t.village_id = ?1 AND m.last_day IS NULL AND (m.first_day IS NULL OR m.first_day < ?2)"
                                               "  ORDER BY m.id");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_row = TRUE;

  toso_stmt_bind_int64 (stmt, 1, old_id);
  toso_stmt_bind_date (stmt, 2, day);
  for (;;)
    {
      gint64 id;

      if (!toso_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      id = toso_stmt_get_int64 (stmt, 0);
      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      gint64           id = g_array_index (ids, gint64, i);
      g_autofree char *sql = g_strdup_printf ("INSERT INTO membership (id, member_id, team_id, role, first_day, basis)"
                                              "  SELECT ?1, member_id, ?2, role, ?3, basis FROM membership WHERE id = %" G_GINT64_FORMAT,
                                              id);

      if (!run (self, sql, toso_ids_next (&self->ids), team_id, day, error) ||
          !run (self, "UPDATE membership SET last_day = ?3, row_version = row_version + 1 WHERE id = ?1 AND ?2 = ?2", id, 0,
                toso_date_add_days (day, -1), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
move_standing (TosoYear *self,
               gint64    old_id,
               gint64    new_id,
               TosoDate  day,
               GError  **error)
{
  return run (self, "UPDATE product SET village_id = ?2, row_version = row_version + 1 WHERE village_id = ?1 AND ?3 = ?3", old_id, new_id, day, error) &&
         run (self, "UPDATE business SET village_id = ?2, row_version = row_version + 1 WHERE village_id = ?1 AND ?3 = ?3", old_id, new_id, day, error);
}

/* --- merging --- */

static gboolean
read_parts (TosoYear     *self,
            const gint64 *ids,
            guint         n_ids,
            TosoDate      day,
            Village      *sum,
            GError      **error)
{
  for (guint i = 0; i < n_ids; i++)
    {
      g_auto (Village) part = { 0 };

      for (guint k = 0; k < i; k++)
        if (ids[k] == ids[i])
          {
            g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID, _ ("A village cannot be merged with itself. Nothing was changed."));
            return FALSE;
          }
      if (!read_village (self, ids[i], day, &part, error))
        return FALSE;
      if (i == 0)
        {
          sum->kind = g_strdup (part.kind);
          sum->households = part.households;
          sum->population = part.population;
          continue;
        }
      /* A sum over what is not known is not known. */
      sum->households = sum->households.known && part.households.known ? toso_number_add (sum->households, part.households) : TOSO_FIGURE_MISSING;
      sum->population = sum->population.known && part.population.known ? toso_number_add (sum->population, part.population) : TOSO_FIGURE_MISSING;
    }

  return TRUE;
}

static gboolean
merge (TosoYear     *self,
       const gint64 *ids,
       guint         n_ids,
       const char   *name,
       TosoDate      day,
       const char   *basis,
       Village      *whole,
       GError      **error)
{
  gint64 village_id, team_id;

  if (!check_day (day, error) || !read_parts (self, ids, n_ids, day, whole, error))
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    if (!end_village (self, ids[i], day, error))
      return FALSE;
  /* Only now: it may be called as one of them was. */
  if (!take_name (self, name, &whole->name, error) || !add_village (self, whole, day, &village_id, &team_id, error))
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    if (!add_row (self, ids[i], village_id, "merged", day, basis, NULL, error) ||
        !move_members (self, ids[i], team_id, day, error) || !move_standing (self, ids[i], village_id, day, error))
      return FALSE;

  return TRUE;
}

gboolean
toso_year_merge_villages (TosoYear     *self,
                          const gint64 *ids,
                          guint         n_ids,
                          const char   *name,
                          TosoDate      day,
                          const char   *basis,
                          GError      **error)
{
  g_auto (Village) whole = { 0 };
  g_autofree char *title = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (n_ids < 2)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID, _ ("Choose two villages or more to merge. Nothing was changed."));
      return FALSE;
    }
  if (!toso_year_begin (self, error))
    return FALSE;
  if (!merge (self, ids, n_ids, name, day, basis, &whole, error))
    return toso_year_rollback (self);
  title = g_strdup_printf (ngettext ("Merge %u village into “%s”", "Merge %u villages into “%s”", n_ids), n_ids, whole.name);

  return toso_year_commit (self, title, error);
}

/* --- splitting --- */

static gboolean
split (TosoYear          *self,
       gint64             id,
       const char *const *names,
       TosoDate           day,
       const char        *basis,
       Village           *whole,
       GError           **error)
{
  if (!check_day (day, error) || !read_village (self, id, day, whole, error) || !end_village (self, id, day, error))
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_auto (Village) part = { .kind = g_strdup (whole->kind) };
      gint64 village_id, team_id;

      if (!take_name (self, names[i], &part.name, error) || !add_village (self, &part, day, &village_id, &team_id, error) ||
          !add_row (self, id, village_id, "split", day, basis, NULL, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
toso_year_split_village (TosoYear          *self,
                         gint64             id,
                         const char *const *names,
                         TosoDate           day,
                         const char        *basis,
                         GError           **error)
{
  g_auto (Village) whole = { 0 };
  g_autofree char *title = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (names == NULL || names[0] == NULL || names[1] == NULL)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("Give the names of the villages that it becomes, two or more. Nothing was changed."));
      return FALSE;
    }
  if (!toso_year_begin (self, error))
    return FALSE;
  if (!split (self, id, names, day, basis, &whole, error))
    return toso_year_rollback (self);
  title = toso_year_title (_ ("Split village “%s”"), whole.name);

  return toso_year_commit (self, title, error);
}

/* --- renaming --- */

static gboolean
rename_row (TosoYear   *self,
            gint64      id,
            const char *name,
            GError    **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db,
                                               "UPDATE village SET name = ?2, search = ?3, placeholder = 0, row_version = row_version + 1 WHERE id = ?1");
  g_autofree char *search = toso_year_fold (name, NULL);

  toso_stmt_bind_int64 (stmt, 1, id);
  toso_stmt_bind_text (stmt, 2, name);
  toso_stmt_bind_text (stmt, 3, search);

  return toso_stmt_run (stmt, error);
}

gboolean
toso_year_rename_village (TosoYear   *self,
                          gint64      id,
                          const char *name,
                          TosoDate    day,
                          const char *basis,
                          GError    **error)
{
  g_auto (Village) village = { 0 };
  g_autofree char *kept = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  if (!check_day (day, error) || !read_village (self, id, day, &village, error) || !take_name (self, name, &kept, error) ||
      !add_row (self, id, id, "renamed", day, basis, village.name, error) || !rename_row (self, id, kept, error))
    return toso_year_rollback (self);
  title = g_strdup_printf (_ ("Village “%s” is now called “%s”"), village.name, kept);

  return toso_year_commit (self, title, error);
}
