/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-roll.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"
#include "core/toso-text.h"
#include "store/toso-year-private.h"

void
toso_roll_line_free (TosoRollLine *line)
{
  if (line == NULL)
    return;

  g_free (line->name);
  g_free (line->team);
  g_free (line);
}

/* --- reading --- */

/* ?1: the training; ?2: its day.  Who is in two teams stands once, with the
 * later; memberships are read by the rule that counts them too. */
static const char people_sql[] =
  "SELECT m.id, m.name, coalesce (iif (t.name <> '', t.name, v.name), ''), a.id, a.present, s.id IS NOT NULL,"
  "       (SELECT count (*) FROM attendance o WHERE o.member_id = m.id AND o.present = 1 AND o.training_id <> ?1)"
  "  FROM member m"
  "  LEFT JOIN membership s ON s.id = (SELECT x.id FROM membership x WHERE x.member_id = m.id"
  "                                       AND (x.first_day IS NULL OR x.first_day <= ?2)"
  "                                       AND (x.last_day IS NULL OR x.last_day >= ?2)"
  "                                     ORDER BY x.first_day DESC, x.id LIMIT 1)"
  "  LEFT JOIN team t ON t.id = s.team_id"
  "  LEFT JOIN village v ON v.id = t.village_id"
  "  LEFT JOIN attendance a ON a.training_id = ?1 AND a.member_id = m.id"
  " WHERE s.id IS NOT NULL OR a.id IS NOT NULL "
  "UNION ALL "
  "SELECT 0, a.guest, '', a.id, a.present, 0, 0 FROM attendance a WHERE a.training_id = ?1 AND a.member_id IS NULL";

static void
add_line (TosoStmt *stmt,
          gpointer  user_data)
{
  TosoRollLine *line = g_new0 (TosoRollLine, 1);

  line->member_id = toso_stmt_get_int64 (stmt, 0);
  line->name = toso_stmt_dup_text (stmt, 1);
  line->team = toso_stmt_dup_text (stmt, 2);
  line->row_id = toso_stmt_is_null (stmt, 3) ? 0 : toso_stmt_get_int64 (stmt, 3);
  line->presence = toso_stmt_is_null (stmt, 4) ? TOSO_PRESENCE_UNSAID : (TosoPresence) toso_stmt_get_int64 (stmt, 4);
  line->expected = toso_stmt_get_int64 (stmt, 5) != 0;
  line->n_others = (guint) toso_stmt_get_int64 (stmt, 6);
  g_ptr_array_add (user_data, line);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TosoRollLine *x = *(TosoRollLine *const *) a;
  const TosoRollLine *y = *(TosoRollLine *const *) b;
  int                 result = (*x->team == '\0') - (*y->team == '\0');

  if (result == 0)
    result = (x->member_id == 0) - (y->member_id == 0);
  if (result == 0)
    result = toso_village_collate (x->team, y->team);
  if (result == 0)
    result = toso_name_collate (x->name, y->name);

  return result != 0 ? result : (x->member_id > y->member_id) - (x->member_id < y->member_id);
}

/* Its first day; one that has none yet is called today. */
static gboolean
get_day (TosoYear *self,
         gint64    training_id,
         char    **day,
         GError  **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, "SELECT first_day FROM training WHERE id = ?1");
  gboolean has_row;

  toso_stmt_bind_int64 (stmt, 1, training_id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("The training is no longer there. Nothing was changed."));
      return FALSE;
    }
  *day = toso_stmt_is_null (stmt, 0) ? toso_date_format_iso (toso_date_today ()) : toso_stmt_dup_text (stmt, 0);

  return TRUE;
}

GPtrArray *
toso_year_list_roll (TosoYear *self,
                     gint64    training_id,
                     GError  **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_roll_line_free);
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error) || !get_day (self, training_id, &day, error))
    return NULL;

  stmt = toso_db_prepare (self->db, people_sql);
  toso_stmt_bind_int64 (stmt, 1, training_id);
  toso_stmt_bind_text (stmt, 2, day);
  if (!toso_stmt_foreach (stmt, add_line, lines, error))
    return NULL;
  g_ptr_array_sort (lines, compare_lines);

  return g_steal_pointer (&lines);
}

/* --- writing --- */

static void
bind_presence (TosoStmt    *stmt,
               int          parameter,
               TosoPresence presence)
{
  if (presence == TOSO_PRESENCE_UNSAID)
    toso_stmt_bind_text (stmt, parameter, NULL);
  else
    toso_stmt_bind_int64 (stmt, parameter, presence);
}

static gboolean
add_guest (TosoYear           *self,
           gint64              training_id,
           const TosoRollLine *line,
           GError            **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *name = NULL;
  g_autofree char *squeezed = NULL;

  if (!toso_year_take_text (line->name, FALSE, &name, error))
    return FALSE;
  squeezed = toso_text_squeeze (name);
  stmt = toso_db_prepare (self->db, "INSERT INTO attendance (id, training_id, guest, present) VALUES (?1, ?2, ?3, ?4)");
  toso_stmt_bind_int64 (stmt, 1, toso_ids_next (&self->ids));
  toso_stmt_bind_int64 (stmt, 2, training_id);
  toso_stmt_bind_string (stmt, 3, squeezed);
  bind_presence (stmt, 4, line->presence);

  return toso_stmt_run (stmt, error);
}

static gboolean
write_guest (TosoYear           *self,
             const TosoRollLine *line,
             GError            **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, "UPDATE attendance SET present = ?2, row_version = row_version + 1"
                                                         " WHERE id = ?1 AND present IS NOT ?2");

  toso_stmt_bind_int64 (stmt, 1, line->row_id);
  bind_presence (stmt, 2, line->presence);

  return toso_stmt_run (stmt, error);
}

/* What is unsaid of a person makes no row. */
static gboolean
write_member (TosoYear           *self,
              gint64              training_id,
              const TosoRollLine *line,
              GError            **error)
{
  g_autoptr (TosoStmt) stmt = NULL;

  if (line->row_id == 0 && line->presence == TOSO_PRESENCE_UNSAID)
    return TRUE;
  stmt = toso_db_prepare (self->db,
                          "INSERT INTO attendance (id, training_id, member_id, present) VALUES (?1, ?2, ?3, ?4)"
                          " ON CONFLICT (training_id, member_id)"
                          " DO UPDATE SET present = excluded.present, row_version = row_version + 1"
                          " WHERE present IS NOT excluded.present");
  toso_stmt_bind_int64 (stmt, 1, toso_ids_next (&self->ids));
  toso_stmt_bind_int64 (stmt, 2, training_id);
  toso_stmt_bind_int64 (stmt, 3, line->member_id);
  bind_presence (stmt, 4, line->presence);

  return toso_stmt_run (stmt, error);
}

static gboolean
write_line (TosoYear           *self,
            gint64              training_id,
            const TosoRollLine *line,
            GError            **error)
{
  if (line->member_id != 0)
    return write_member (self, training_id, line, error);
  if (line->row_id != 0)
    return write_guest (self, line, error);

  return add_guest (self, training_id, line, error);
}

gboolean
toso_year_write_roll (TosoYear   *self,
                      gint64      training_id,
                      GPtrArray  *lines,
                      const char *title,
                      GError    **error)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (title != NULL, FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  if (!get_day (self, training_id, &day, error))
    return toso_year_rollback (self);
  for (guint i = 0; i < lines->len; i++)
    if (!write_line (self, training_id, g_ptr_array_index (lines, i), error))
      return toso_year_rollback (self);

  return toso_year_commit (self, title, error);
}
