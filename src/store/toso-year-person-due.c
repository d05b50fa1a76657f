/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-person-private.h"

#include <string.h>

/* Who is kept longer than the office has said. */

static void
overdue_free (gpointer data)
{
  TosoOverduePerson *person = data;

  g_free (person->name);
  g_free (person);
}

static void
add_person (TosoStmt *stmt,
            gpointer  user_data)
{
  TosoOverduePerson *person = g_new0 (TosoOverduePerson, 1);

  person->member_id = toso_stmt_get_int64 (stmt, 0);
  person->name = toso_stmt_dup_text (stmt, 1);
  person->since = toso_stmt_get_date (stmt, 2);
  g_ptr_array_add (user_data, person);
}

static TosoDate
go_back (TosoDate day,
         guint    months)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day.day, (GDateMonth) day.month, (GDateYear) day.year);
  g_date_subtract_months (&date, MIN (months, 1200));

  return (TosoDate){ g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date) };
}

GPtrArray *
toso_year_list_overdue_people (TosoYear *self,
                               guint     months,
                               TosoDate  today,
                               GError  **error)
{
  static const char sql[] = "SELECT m.id, m.name, max (s.last_day) AS since FROM member m JOIN membership s ON s.member_id = m.id"
                            "  GROUP BY m.id HAVING count (*) = count (s.last_day) AND since < ?1 "
                            "UNION ALL "
                            "SELECT 0, a.guest, max (t.first_day) AS since FROM attendance a JOIN training t ON t.id = a.training_id"
                            "  WHERE a.member_id IS NULL AND a.guest <> ?2 GROUP BY a.guest HAVING since < ?1 "
                            "ORDER BY 3, 2";
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (overdue_free);
  g_autoptr (TosoStmt) stmt = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;
  stmt = toso_db_prepare (self->db, sql);
  toso_stmt_bind_date (stmt, 1, go_back (today, months));
  toso_stmt_bind_text (stmt, 2, toso_erased_mark ());

  return toso_stmt_foreach (stmt, add_person, people, error) ? g_steal_pointer (&people) : NULL;
}
