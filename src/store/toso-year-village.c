/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/toso-error.h"

/* Parameters 1 … 7. */
static void
bind_village (TosoStmt          *stmt,
              const TosoVillage *village)
{
  g_autofree char *search = toso_year_fold (village->name, NULL);

  toso_stmt_bind_string (stmt, 1, village->name);
  toso_stmt_bind_string (stmt, 2, village->kind);
  toso_stmt_bind_text (stmt, 3, search);
  toso_stmt_bind_figure (stmt, 4, village->households);
  toso_stmt_bind_figure (stmt, 5, village->population);
  toso_stmt_bind_int64 (stmt, 6, village->placeholder ? 1 : 0);
  toso_stmt_bind_string (stmt, 7, village->code);
}

/* A village has a team (DESIGN: "a team per village"). */
gboolean
toso_year_insert_village (TosoIds           *ids,
                          const TosoVillage *village,
                          gint64            *village_id,
                          GError           **error)
{
  g_autoptr (TosoStmt) insert_village = NULL;
  g_autoptr (TosoStmt) insert_team = NULL;

  *village_id = toso_ids_next (ids);
  insert_village = toso_db_prepare (ids->db,
                                    "INSERT INTO village (name, kind, search, households, population, placeholder, code, id)"
                                    "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  bind_village (insert_village, village);
  toso_stmt_bind_int64 (insert_village, 8, *village_id);
  if (!toso_stmt_run (insert_village, error))
    return FALSE;

  insert_team = toso_db_prepare (ids->db, "INSERT INTO team (id, village_id) VALUES (?1, ?2)");
  toso_stmt_bind_int64 (insert_team, 1, toso_ids_next (ids));
  toso_stmt_bind_int64 (insert_team, 2, *village_id);

  return toso_stmt_run (insert_team, error);
}

TosoVillage *
toso_year_village_from_row (TosoStmt *stmt)
{
  TosoVillage *village = toso_village_new (toso_stmt_get_text (stmt, 2));

  village->id = toso_stmt_get_int64 (stmt, 0);
  village->row_version = toso_stmt_get_int64 (stmt, 1);
  toso_year_replace (&village->kind, toso_stmt_dup_text (stmt, 3));
  village->households = toso_stmt_get_figure (stmt, 4);
  village->population = toso_stmt_get_figure (stmt, 5);
  village->placeholder = toso_stmt_get_int64 (stmt, 6) != 0;
  toso_year_replace (&village->code, toso_stmt_dup_text (stmt, 7));

  return village;
}

static void
add_village_row (TosoStmt *stmt,
                 gpointer  user_data)
{
  g_ptr_array_add (user_data, toso_year_village_from_row (stmt));
}

GPtrArray *
toso_year_select_villages (TosoYear   *self,
                           const char *which,
                           GError    **error)
{
  g_autoptr (GPtrArray) villages = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_village_free);
  g_autofree char *sql = NULL;
  g_autoptr (TosoStmt) stmt = NULL;

  if (!toso_year_ensure_open (self, error))
    return NULL;

  sql = g_strdup_printf ("SELECT " TOSO_VILLAGE_COLUMNS " FROM village WHERE %s ORDER BY name COLLATE toso_village, id", which);
  stmt = toso_db_prepare (self->db, sql);

  return toso_stmt_foreach (stmt, add_village_row, villages, error) ? g_steal_pointer (&villages) : NULL;
}

/* Those that are there now: one that was merged away keeps its row, not its
 * place in the list. */
GPtrArray *
toso_year_list_villages (TosoYear *self,
                         GError  **error)
{
  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  return toso_year_select_villages (self, "last_day IS NULL", error);
}

/* --- commands --- */

static gboolean
is_count (TosoFigure figure)
{
  return !figure.known ||
         (isfinite (figure.value) && figure.value >= 0 && figure.value == floor (figure.value) && figure.value < 1e9);
}

static gpointer
take_village (TosoYear     *self,
              gconstpointer row,
              GError      **error)
{
  const TosoVillage *typed = row;
  g_autoptr (TosoVillage) village = toso_village_copy (typed);

  if (!toso_year_take_into (&village->name, FALSE, error) ||
      !toso_year_take_into (&village->kind, FALSE, error) ||
      !toso_year_take_into (&village->code, FALSE, error))
    return NULL;

  g_strstrip (village->name);
  if (*village->name == '\0')
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("A village needs a name. Type one. Nothing was changed."));
      return NULL;
    }
  if (!is_count (village->households) || !is_count (village->population))
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                   _ ("The households and the people of “%s” are whole numbers, not negative. Correct them, or leave them empty. Nothing was changed."),
                   village->name);
      return NULL;
    }

  return g_steal_pointer (&village);
}

static gboolean
update_village (TosoYear     *self,
                gconstpointer kept,
                GError      **error)
{
  const TosoVillage *village = kept;
  g_autoptr (TosoStmt) stmt = NULL;

  if (!toso_year_check_row (self, "village", village->id, village->row_version, error))
    return FALSE;

  stmt = toso_db_prepare (self->db,
                          "UPDATE village SET name = ?1, kind = ?2, search = ?3, households = ?4, population = ?5,"
                          "                   placeholder = ?6, code = ?7, row_version = row_version + 1"
                          "  WHERE id = ?8 AND (name, kind, search, households, population, placeholder, code)"
                          "                    IS NOT (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  bind_village (stmt, village);
  toso_stmt_bind_int64 (stmt, 8, village->id);

  return toso_stmt_run (stmt, error);
}

static gboolean
add_village (TosoYear     *self,
             gconstpointer kept,
             gint64       *village_id,
             GError      **error)
{
  return toso_year_insert_village (&self->ids, kept, village_id, error);
}

static char *
make_village_title (gconstpointer kept,
                    gboolean      is_new)
{
  const TosoVillage *village = kept;

  return g_strdup_printf (is_new ? _ ("Add village “%s”") : _ ("Edit village “%s”"), village->name);
}

gboolean
toso_year_save_village (TosoYear          *self,
                        const TosoVillage *village,
                        gint64            *village_id,
                        GError           **error)
{
  static const TosoRowKind kind = {
    .take = take_village,
    .free = (GDestroyNotify) toso_village_free,
    .add = add_village,
    .update = update_village,
    .make_title = make_village_title,
  };

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (village != NULL, FALSE);

  return toso_year_save_row (self, &kind, village, village->id, village_id, error);
}
