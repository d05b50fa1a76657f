/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-register.h"

#include <string.h>

#include "store/toso-year-private.h"

/* --- names --- */

static const struct
{
  const char *list;
  const char *sql;
} names_sql[] = {
  { "task", "SELECT id, iif (code <> '', code || ' ', '') || title FROM task" },
  { "village", "SELECT id, name FROM village" },
  /* Called by the commune's word for its teams, unless it has its own name. */
  { "team", "SELECT t.id, iif (t.name <> '', t.name, coalesce ((SELECT nullif (team_abbr, '') || ' ' FROM commune LIMIT 1), '')"
            "             || v.name)"
            "  FROM team t JOIN village v ON v.id = t.village_id" },
  { "member", "SELECT id, name FROM member" },
  { "training", "SELECT id, title FROM training" },
  { "activity", "SELECT id, day || iif (title <> '', ' ' || title, '') FROM activity" },
  { "product", "SELECT id, name FROM product" },
  { "unit", "SELECT id, name FROM unit" },
  { "support_rate", "SELECT id, iif (basis <> '', basis, first_day) FROM support_rate" },
};

static const char *
find_names_sql (const char *list)
{
  for (guint i = 0; i < G_N_ELEMENTS (names_sql); i++)
    if (strcmp (names_sql[i].list, list) == 0)
      return names_sql[i].sql;

  return NULL;
}

gboolean
toso_year_has_names (const char *list)
{
  return find_names_sql (list) != NULL;
}

static void
add_name (TosoStmt *stmt,
          gpointer  user_data)
{
  gint64 *id = g_new (gint64, 1);

  *id = toso_stmt_get_int64 (stmt, 0);
  g_hash_table_insert (user_data, id, toso_stmt_dup_text (stmt, 1));
}

GHashTable *
toso_year_list_names (TosoYear   *self,
                      const char *list,
                      GError    **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (TosoStmt) stmt = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);
  g_return_val_if_fail (toso_year_has_names (list), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;

  stmt = toso_db_prepare (self->db, find_names_sql (list));

  return toso_stmt_foreach (stmt, add_name, names, error) ? g_steal_pointer (&names) : NULL;
}

GHashTable *
toso_year_list_searched (TosoYear           *self,
                         const TosoRegister *kind,
                         GError            **error)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *sql = NULL;
  g_autoptr (TosoStmt) stmt = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & TOSO_FIELD_SEARCHED) != 0)
      g_string_append_printf (text, "%2$siif (%1$s <> '', %3$s%1$s, '')", kind->fields[i].id,
                              text->len > 0 ? " || " : "", text->len > 0 ? "' · ' || " : "");
  if (text->len == 0)
    return g_steal_pointer (&words);
  if (!toso_year_ensure_open (self, error))
    return NULL;

  sql = g_strdup_printf ("SELECT id, %s AS words FROM %s WHERE words <> ''", text->str, kind->id);
  stmt = toso_db_prepare (self->db, sql);

  return toso_stmt_foreach (stmt, add_name, words, error) ? g_steal_pointer (&words) : NULL;
}
