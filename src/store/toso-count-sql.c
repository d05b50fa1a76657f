/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-count-sql.h"

#include <string.h>

/* The names in these statements are those of the descriptions, never typed; a
 * choice's value was found among the description's. */

/* Links lead on at most so far: attendance → person → membership → team. */
#define MAX_DEPTH 3

gboolean
toso_count_reads (const char *table)
{
  return strcmp (table, "indicator") == 0 || strcmp (table, "period") == 0 || toso_registers_find (table) != NULL;
}

/* --- days --- */

static const TosoField *
find_dated_link (const TosoRegister *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].kind == TOSO_FIELD_LINK)
      {
        const TosoRegister *other = toso_registers_find (kind->fields[i].link);

        if (other != NULL && other->happens != NULL)
          return &kind->fields[i];
      }

  return NULL;
}

/* Whether the row @alias is so on ?2, or happened from ?1 to ?2. */
static char *
make_days (const TosoRegister *kind,
           const char         *alias)
{
  const TosoField *link;

  if (kind->begins != NULL)
    return g_strdup_printf ("(%s.%s IS NULL OR %s.%s <= ?2) AND (%s.%s IS NULL OR %s.%s >= ?2)",
                            alias, kind->begins, alias, kind->begins, alias, kind->ends, alias, kind->ends);
  if (kind->happens != NULL)
    return g_strdup_printf ("%s.%s BETWEEN ?1 AND ?2", alias, kind->happens);

  link = find_dated_link (kind);
  if (link != NULL)
    return g_strdup_printf ("(SELECT d.%s FROM %s d WHERE d.id = %s.%s) BETWEEN ?1 AND ?2",
                            toso_registers_find (link->link)->happens, link->link, alias, link->id);

  return g_strdup ("?1 IS ?1 AND ?2 IS ?2");
}

/* --- villages --- */

static char *make_village (const TosoRegister *kind,
                           const char         *alias,
                           guint               depth);

/* Where a person is: with the team they are in. */
static char *
make_village_of_person (const char *person)
{
  return g_strdup_printf ("(SELECT t.village_id FROM membership m JOIN team t ON t.id = m.team_id"
                          "  WHERE m.member_id = %s AND (m.first_day IS NULL OR m.first_day <= ?2)"
                          "    AND (m.last_day IS NULL OR m.last_day >= ?2)"
                          "  ORDER BY m.first_day DESC, m.id LIMIT 1)",
                          person);
}

static char *
make_village_of_link (const TosoField *field,
                      const char      *alias,
                      guint            depth)
{
  const TosoRegister *other = toso_registers_find (field->link);
  g_autofree char    *own = g_strdup_printf ("%s.%s", alias, field->id);
  g_autofree char    *next = g_strdup_printf ("l%u", depth);
  g_autofree char    *there = NULL;

  if (strcmp (field->link, "village") == 0)
    return g_steal_pointer (&own);
  if (strcmp (field->link, "member") == 0)
    return make_village_of_person (own);
  if (other == NULL || depth >= MAX_DEPTH)
    return NULL;

  there = make_village (other, next, depth + 1);
  if (there == NULL)
    return NULL;

  return g_strdup_printf ("(SELECT %s FROM %s %s WHERE %s.id = %s)", there, other->id, next, next, own);
}

/* NULL: rows of this list are of no village. */
static char *
make_village (const TosoRegister *kind,
              const char         *alias,
              guint               depth)
{
  g_autoptr (GString) ways = g_string_new (NULL);

  if (strcmp (kind->id, "village") == 0)
    return g_strdup_printf ("%s.id", alias);
  if (strcmp (kind->id, "member") == 0)
    {
      g_autofree char *own = g_strdup_printf ("%s.id", alias);

      return make_village_of_person (own);
    }

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].kind == TOSO_FIELD_LINK)
      {
        g_autofree char *way = make_village_of_link (&kind->fields[i], alias, depth);

        if (way != NULL)
          g_string_append_printf (ways, "%s, ", way);
      }

  return ways->len > 0 ? g_strdup_printf ("coalesce (%sNULL)", ways->str) : NULL;
}

gboolean
toso_count_is_by_village (const TosoCountTerm *term)
{
  g_autofree char *village = make_village (term->kind, "r", 0);

  return village != NULL;
}

/* --- which rows --- */

static void
append_where (GString         *sql,
              const char      *alias,
              const TosoField *where,
              const char      *is)
{
  g_autofree char *quoted = NULL;

  if (where == NULL)
    return;
  if (where->kind == TOSO_FIELD_YES_NO)
    quoted = g_strdup (strcmp (is, "1") == 0 ? "1" : "0");
  else
    {
      g_auto (GStrv) pieces = g_strsplit (is, "'", -1);
      g_autofree char *escaped = g_strjoinv ("''", pieces);

      quoted = g_strdup_printf ("'%s'", escaped);
    }
  g_string_append_printf (sql, " AND %s.%s = %s", alias, where->id, quoted);
}

static void
append_also (GString             *sql,
             const TosoCountTerm *term)
{
  g_autofree char *days = NULL;
  gboolean         of_link = term->field != NULL && term->field->kind == TOSO_FIELD_LINK;

  if (term->also == NULL)
    return;
  days = make_days (term->also, "a");
  g_string_append_printf (sql, " AND EXISTS (SELECT 1 FROM %s a WHERE a.%s = r.%s AND %s",
                          term->also->id, toso_count_find_link (term, term->also)->id,
                          of_link ? term->field->id : "id", days);
  append_where (sql, "a", term->also_where, term->also_is);
  g_string_append_c (sql, ')');
}

char *
toso_count_term_sql (const TosoCountTerm *term)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autofree char *village = make_village (term->kind, "r", 0);
  g_autofree char *days = make_days (term->kind, "r");
  gboolean         different = term->field != NULL && term->field->kind == TOSO_FIELD_LINK;

  if (different)
    g_string_append_printf (sql, "SELECT v, count (*) FROM (SELECT min (%s) AS v", village != NULL ? village : "NULL");
  else if (term->field != NULL)
    g_string_append_printf (sql, "SELECT %s, sum (r.%s)", village != NULL ? village : "NULL", term->field->id);
  else
    g_string_append_printf (sql, "SELECT %s, count (*)", village != NULL ? village : "NULL");

  g_string_append_printf (sql, " FROM %s r WHERE %s", term->kind->id, days);
  append_where (sql, "r", term->where, term->is);
  append_also (sql, term);
  if (different)
    g_string_append_printf (sql, " AND r.%s IS NOT NULL GROUP BY r.%s)", term->field->id, term->field->id);
  /* A count of nothing is no row, whether or not villages are known. */
  g_string_append (sql, " GROUP BY 1 HAVING count (*) > 0");

  return g_string_free (g_steal_pointer (&sql), FALSE);
}
