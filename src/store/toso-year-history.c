/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

void
toso_journal_entry_free (TosoJournalEntry *entry)
{
  if (entry == NULL)
    return;

  g_free (entry->person);
  g_free (entry->title);
  g_free (entry->reason);
  g_free (entry);
}

static gint64
parse_time (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

GPtrArray *
toso_year_list_journal (TosoYear *self,
                        guint     max,
                        GError  **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_journal_entry_free);
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;

  stmt = toso_db_prepare (self->db,
                          "SELECT id, time, person, title, reason, state, length (changeset) > 0 FROM journal"
                          "  ORDER BY id DESC LIMIT ?1");
  toso_stmt_bind_int64 (stmt, 1, max > 0 ? (gint64) max : -1);
  for (;;)
    {
      TosoJournalEntry *entry;

      if (!toso_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&entries);

      entry = g_new0 (TosoJournalEntry, 1);
      g_ptr_array_add (entries, entry);
      entry->id = toso_stmt_get_int64 (stmt, 0);
      entry->time = parse_time (toso_stmt_get_text (stmt, 1));
      entry->person = toso_stmt_dup_text (stmt, 2);
      entry->title = toso_stmt_dup_text (stmt, 3);
      entry->reason = toso_stmt_dup_text (stmt, 4);
      entry->undone = g_strcmp0 (toso_stmt_get_text (stmt, 5), "done") != 0;
      entry->is_step = toso_stmt_get_int64 (stmt, 6) != 0;
    }
}
