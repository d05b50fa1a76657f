/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"
#include "store/toso-migration.h"

/* Findings of one kind; the first ones tell enough. */
#define MAX_FINDINGS 100

/* Our own rules, which SQLite does not know.  Each query names what is wrong. */
static const struct
{
  const char *sql;
  const char *finding;
} rules[] = {
  { "SELECT coalesce (nullif (label, ''), heading, id) FROM section WHERE id NOT IN ("
    "  WITH RECURSIVE tree (id) AS ("
    "    SELECT id FROM section WHERE parent_id IS NULL"
    "    UNION SELECT child.id FROM tree JOIN section child ON child.parent_id = tree.id)"
    "  SELECT id FROM tree)",
    N_ ("Section “%s” hangs on no part of the plan.") },
  { "SELECT coalesce (nullif (child.label, ''), child.heading, child.id)"
    "  FROM section child JOIN section parent ON parent.id = child.parent_id"
    "  WHERE child.plan_id <> parent.plan_id",
    N_ ("Section “%s” hangs on another plan's section.") },
  { "SELECT coalesce (nullif (label, ''), heading, s.id) FROM section s JOIN plan p ON p.id = s.plan_id"
    "  WHERE span_end > length (CAST (p.source AS BLOB))",
    N_ ("Section “%s” points behind the end of the plan's text.") },
  { "SELECT i.code FROM measurement m JOIN indicator i ON i.id = m.indicator_id WHERE m.numerator > m.denominator",
    N_ ("A figure of “%s” has a part larger than its whole.") },
  { "SELECT period FROM measurement WHERE NOT (period GLOB '[0-9][0-9][0-9][0-9]'"
    "  OR period GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'"
    "  OR period GLOB '[0-9][0-9][0-9][0-9]-H[12]' OR period GLOB '[0-9][0-9][0-9][0-9]-9M'"
    "  OR period GLOB '[0-9][0-9][0-9][0-9]-A[1-9]*')",
    N_ ("A figure belongs to “%s”, which is no period.") },
  { "SELECT title FROM journal j WHERE (j.id & 1099511627775) > (SELECT last FROM sequence s WHERE s.desk = j.id >> 40)",
    N_ ("The history's “%s” has a number that was not given out yet.") },
  { "SELECT name FROM village WHERE id IN ("
    "  WITH RECURSIVE later (start, id) AS ("
    "    SELECT old_id, new_id FROM village_lineage WHERE kind <> 'renamed'"
    "    UNION SELECT later.start, l.new_id FROM later JOIN village_lineage l ON l.old_id = later.id AND l.kind <> 'renamed')"
    "  SELECT start FROM later WHERE start = id)",
    N_ ("Village “%s” came of itself.") },
  { "SELECT count (*) FROM plan HAVING count (*) <> 1",
    N_ ("The file should hold one plan; it holds %s.") },
};

static void
add_finding (GPtrArray  *findings,
             const char *sentence,
             const char *what)
{
  g_ptr_array_add (findings, toso_db_fill (sentence, what));
}

static gboolean
run_rules (TosoDb    *db,
           GPtrArray *findings,
           GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (TosoStmt) stmt = toso_db_prepare (db, rules[i].sql);
      gboolean has_row = TRUE;

      for (guint n = 0; n < MAX_FINDINGS && has_row; n++)
        {
          if (!toso_stmt_step (stmt, &has_row, error))
            return FALSE;
          if (has_row)
            add_finding (findings, _ (rules[i].finding), toso_stmt_get_text (stmt, 0));
        }
    }

  return TRUE;
}

/* Every page, every row against its indexes and its CHECKs. */
static gboolean
check_integrity (TosoDb    *db,
                 GPtrArray *findings,
                 GError   **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (db, "PRAGMA integrity_check");
  gboolean has_row;

  for (;;)
    {
      const char *line;

      if (!toso_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      line = toso_stmt_get_text (stmt, 0);
      if (g_strcmp0 (line, "ok") != 0)
        add_finding (findings, _ ("The file is damaged inside: %s. Continue with the latest backup."), line);
    }
}

static gboolean
check_references (TosoDb    *db,
                  GPtrArray *findings,
                  GError   **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (db, "PRAGMA foreign_key_check");
  gboolean has_row = TRUE;

  for (guint n = 0; n < MAX_FINDINGS && has_row; n++)
    {
      if (!toso_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (has_row)
        {
          g_autofree char *where = g_strdup_printf ("%s → %s", toso_stmt_get_text (stmt, 0), toso_stmt_get_text (stmt, 2));

          add_finding (findings, _ ("A row points to another that is not there (%s)."), where);
        }
    }

  return TRUE;
}

/* Undo needs each changeset readable. */
static gboolean
check_journal (TosoDb    *db,
               GPtrArray *findings,
               GError   **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (db, "SELECT title, changeset FROM journal WHERE length (changeset) > 0");
  gboolean has_row;

  for (;;)
    {
      sqlite3_changeset_iter *iter = NULL;
      const void             *data;
      gsize                   size;
      int                     rc;

      if (!toso_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      data = toso_stmt_get_blob (stmt, 1, &size);
      rc = sqlite3changeset_start (&iter, (int) size, (void *) data);
      while (rc == SQLITE_OK && (rc = sqlite3changeset_next (iter)) == SQLITE_ROW)
        rc = SQLITE_OK;
      sqlite3changeset_finalize (iter);
      if (rc != SQLITE_DONE)
        add_finding (findings, _ ("The history's “%s” can't be read, so it can't be undone."), toso_stmt_get_text (stmt, 0));
    }
}

static gboolean
check_db (TosoDb    *db,
          GPtrArray *findings,
          GError   **error)
{
  if (!check_integrity (db, findings, error))
    return FALSE;
  /* What rests on broken pages would only repeat it. */
  if (findings->len > 0)
    return TRUE;

  return check_references (db, findings, error) &&
         check_journal (db, findings, error) &&
         run_rules (db, findings, error);
}

GPtrArray *
toso_year_check (GFile   *file,
                 GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (TosoDb) db = NULL;
  g_autofree char *reason = NULL;
  guint            version;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  /* Reads the raw pages; an older form is checked as it is. */
  db = toso_year_open_db (file, &version, &reason, &local_error);
  if (db != NULL &&
      toso_db_exec (db, "PRAGMA query_only = ON", &local_error) &&
      check_db (db, findings, &local_error))
    return g_steal_pointer (&findings);

  /* Damage is what the check is for: a finding, not a failure to check. */
  if (!g_error_matches (local_error, TOSO_ERROR, TOSO_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  g_ptr_array_add (findings, g_strdup (local_error->message));
  return g_steal_pointer (&findings);
}
