/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-papers-private.h"

#include <glib/gi18n-lib.h>

/* To whom papers of a kind go.  A report's list is a property of its report
 * type; letters and the rest have none, and theirs is a setting. */

static const char *
find_frequency (const char *kind)
{
  static const struct
  {
    const char    *kind;
    TosoPeriodKind frequency;
  } reports[] = {
    { "month", TOSO_PERIOD_MONTH },
    { "quarter", TOSO_PERIOD_QUARTER },
    { "half", TOSO_PERIOD_HALF },
    { "nine-month", TOSO_PERIOD_NINE_MONTHS },
    { "year", TOSO_PERIOD_YEAR },
    { "ad-hoc", TOSO_PERIOD_AD_HOC },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    if (g_str_equal (reports[i].kind, kind))
      return toso_frequency_to_id (reports[i].frequency);

  return NULL;
}

/* 0: the kind is no report, or the office has no such report type. */
static gboolean
find_type (TosoYear   *self,
           const char *kind,
           gint64     *type_id,
           gint64     *list_id,
           GError    **error)
{
  const char *frequency = find_frequency (kind);
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  *type_id = 0;
  if (frequency == NULL)
    return TRUE;
  stmt = toso_db_prepare (self->db,
                          "SELECT id, recipient_list_id FROM report_type WHERE frequency = ?1 ORDER BY position, id LIMIT 1");
  toso_stmt_bind_text (stmt, 1, frequency);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    {
      *type_id = toso_stmt_get_int64 (stmt, 0);
      *list_id = toso_stmt_get_int64 (stmt, 1);
    }

  return TRUE;
}

static char *
get_setting (const char *kind)
{
  return g_strdup_printf ("recipients/%s", kind);
}

gboolean
toso_year_get_recipient_list (TosoYear   *self,
                              const char *kind,
                              gint64     *list_id,
                              GError    **error)
{
  g_autofree char *name = NULL;
  g_autoptr (TosoStmt) stmt = NULL;
  gint64   type_id;
  gboolean has_row;

  g_return_val_if_fail (TOSO_IS_YEAR (self) && kind != NULL && list_id != NULL, FALSE);

  *list_id = 0;
  if (!toso_year_ensure_open (self, error) || !find_type (self, kind, &type_id, list_id, error))
    return FALSE;
  if (type_id != 0)
    return TRUE;

  name = get_setting (kind);
  stmt = toso_db_prepare (self->db, "SELECT value FROM setting WHERE name = ?1");
  toso_stmt_bind_text (stmt, 1, name);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    *list_id = g_ascii_strtoll (toso_stmt_get_text (stmt, 0), NULL, 10);

  return TRUE;
}

static gboolean
put_setting (TosoYear   *self,
             const char *kind,
             gint64      list_id,
             GError    **error)
{
  g_autofree char *name = get_setting (kind);
  g_autofree char *value = list_id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, list_id) : NULL;

  return toso_year_put_setting (self, name, value, error);
}

static gboolean
put_list (TosoYear   *self,
          const char *kind,
          gint64      list_id,
          GError    **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  gint64 type_id, known;

  if (!find_type (self, kind, &type_id, &known, error))
    return FALSE;
  if (type_id == 0)
    return put_setting (self, kind, list_id, error);

  stmt = toso_db_prepare (self->db,
                          "UPDATE report_type SET recipient_list_id = ?2, row_version = row_version + 1"
                          "  WHERE id = ?1 AND recipient_list_id IS NOT ?2");
  toso_stmt_bind_int64 (stmt, 1, type_id);
  toso_stmt_bind_id (stmt, 2, list_id);

  return toso_stmt_run (stmt, error);
}

gboolean
toso_year_set_recipient_list (TosoYear   *self,
                              const char *kind,
                              gint64      list_id,
                              GError    **error)
{
  g_return_val_if_fail (TOSO_IS_YEAR (self) && kind != NULL, FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  if (!put_list (self, kind, list_id, error))
    return toso_year_rollback (self);

  return toso_year_commit (self, _ ("Choose to whom papers of a kind go"), error);
}
