/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"

/* --- times --- */

gint64
toso_year_now (void)
{
  TosoDate today;

  if (g_getenv ("TOSO_TODAY") == NULL)
    return g_get_real_time () / G_USEC_PER_SEC;

  /* Noon in Viet Nam. */
  today = toso_date_today ();
  return toso_date_to_days (today) * 86400 + 5 * 3600;
}

char *
toso_year_time_to_text (gint64 seconds)
{
  g_autoptr (GDateTime) time = seconds != 0 ? g_date_time_new_from_unix_utc (seconds) : NULL;

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

gint64
toso_year_time_from_text (const char *text)
{
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

void
toso_stmt_bind_date (TosoStmt *stmt,
                     int       parameter,
                     TosoDate  date)
{
  g_autofree char *text = toso_date_is_valid (date) ? toso_date_format_iso (date) : NULL;

  toso_stmt_bind_text (stmt, parameter, text);
}

TosoDate
toso_stmt_get_date (TosoStmt *stmt,
                    int       column)
{
  TosoDate date = { 0 };

  if (!toso_stmt_is_null (stmt, column) && !toso_date_parse (toso_stmt_get_text (stmt, column), &date))
    date = (TosoDate){ 0 };

  return date;
}

/* --- holidays --- */

void
toso_holiday_free (TosoHoliday *holiday)
{
  if (holiday == NULL)
    return;

  g_free (holiday->name);
  g_free (holiday->basis);
  g_free (holiday);
}

static void
add_holiday_row (TosoStmt *stmt,
                 gpointer  user_data)
{
  TosoHoliday *holiday = g_new0 (TosoHoliday, 1);

  holiday->id = toso_stmt_get_int64 (stmt, 0);
  holiday->row_version = toso_stmt_get_int64 (stmt, 1);
  holiday->day = toso_stmt_get_date (stmt, 2);
  holiday->kind = g_strcmp0 (toso_stmt_get_text (stmt, 3), "working_day") == 0 ? TOSO_HOLIDAY_WORKED : TOSO_HOLIDAY_OFF;
  holiday->name = toso_stmt_dup_text (stmt, 4);
  holiday->basis = toso_stmt_dup_text (stmt, 5);
  g_ptr_array_add (user_data, holiday);
}

GPtrArray *
toso_year_list_holidays (TosoYear *self,
                         GError  **error)
{
  g_autoptr (GPtrArray) holidays = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_holiday_free);
  g_autoptr (TosoStmt) stmt = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;

  stmt = toso_db_prepare (self->db, "SELECT id, row_version, day, kind, name, basis FROM holiday ORDER BY day");
  return toso_stmt_foreach (stmt, add_holiday_row, holidays, error) ? g_steal_pointer (&holidays) : NULL;
}

TosoCalendar *
toso_year_load_calendar (TosoYear *self,
                         GError  **error)
{
  g_autoptr (GPtrArray) holidays = toso_year_list_holidays (self, error);
  TosoCalendar *calendar;

  if (holidays == NULL)
    return NULL;

  calendar = toso_calendar_new ();
  for (guint i = 0; i < holidays->len; i++)
    {
      const TosoHoliday *holiday = g_ptr_array_index (holidays, i);

      if (toso_date_is_valid (holiday->day))
        toso_calendar_add (calendar, holiday->day, holiday->kind);
    }

  return calendar;
}

static gpointer
take_holiday (TosoYear     *self,
              gconstpointer typed,
              GError      **error)
{
  g_autoptr (TosoHoliday) holiday = g_memdup2 (typed, sizeof (TosoHoliday));

  holiday->name = g_strdup (holiday->name);
  holiday->basis = g_strdup (holiday->basis);
  if (!toso_year_take_into (&holiday->name, FALSE, error) || !toso_year_take_into (&holiday->basis, FALSE, error))
    return NULL;
  if (!toso_date_is_valid (holiday->day))
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("A holiday needs its day. Type it as in 30/04/2026. Nothing was changed."));
      return NULL;
    }
  if (holiday->kind == TOSO_HOLIDAY_WORKED && toso_date_weekday (holiday->day) <= 5)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("Only a Saturday or a Sunday can be worked in exchange for a holiday. Nothing was changed."));
      return NULL;
    }

  return g_steal_pointer (&holiday);
}

/* Parameters 1 … 4. */
static void
bind_holiday (TosoStmt          *stmt,
              const TosoHoliday *holiday)
{
  toso_stmt_bind_date (stmt, 1, holiday->day);
  toso_stmt_bind_text (stmt, 2, holiday->kind == TOSO_HOLIDAY_WORKED ? "working_day" : "holiday");
  toso_stmt_bind_string (stmt, 3, holiday->name);
  toso_stmt_bind_string (stmt, 4, holiday->basis);
}

/* A day is one row: saying it again says it anew. */
static gboolean
add_holiday (TosoYear     *self,
             gconstpointer kept,
             gint64       *id,
             GError      **error)
{
  g_autoptr (TosoStmt) stmt = NULL;

  *id = toso_ids_next (&self->ids);
  stmt = toso_db_prepare (self->db,
                          "INSERT INTO holiday (day, kind, name, basis, id) VALUES (?1, ?2, ?3, ?4, ?5)"
                          "  ON CONFLICT (day) DO UPDATE SET kind = ?2, name = ?3, basis = ?4, row_version = row_version + 1");
  bind_holiday (stmt, kept);
  toso_stmt_bind_int64 (stmt, 5, *id);

  return toso_stmt_run (stmt, error);
}

static gboolean
update_holiday (TosoYear     *self,
                gconstpointer kept,
                GError      **error)
{
  const TosoHoliday *holiday = kept;
  g_autoptr (TosoStmt) stmt = NULL;

  if (!toso_year_check_row (self, "holiday", holiday->id, holiday->row_version, error))
    return FALSE;

  stmt = toso_db_prepare (self->db,
                          "UPDATE holiday SET day = ?1, kind = ?2, name = ?3, basis = ?4, row_version = row_version + 1"
                          "  WHERE id = ?5 AND (day, kind, name, basis) IS NOT (?1, ?2, ?3, ?4)");
  bind_holiday (stmt, holiday);
  toso_stmt_bind_int64 (stmt, 5, holiday->id);

  return toso_stmt_run (stmt, error);
}

static char *
make_holiday_title (gconstpointer kept,
                    gboolean      is_new)
{
  const TosoHoliday *holiday = kept;
  g_autofree char   *day = toso_date_format_short (holiday->day);

  return g_strdup_printf (is_new ? _ ("Add the holiday of %s") : _ ("Edit the holiday of %s"), day);
}

gboolean
toso_year_save_holiday (TosoYear          *self,
                        const TosoHoliday *holiday,
                        gint64            *holiday_id,
                        GError           **error)
{
  static const TosoRowKind kind = {
    .take = take_holiday,
    .free = (GDestroyNotify) toso_holiday_free,
    .add = add_holiday,
    .update = update_holiday,
    .make_title = make_holiday_title,
  };

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (holiday != NULL, FALSE);

  return toso_year_save_row (self, &kind, holiday, holiday->id, holiday_id, error);
}

gboolean
toso_year_remove_holiday (TosoYear *self,
                          gint64    holiday_id,
                          GError  **error)
{
  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  return toso_year_remove_row (self, "holiday", holiday_id, _ ("Remove a holiday"),
                               _ ("The holiday is no longer there. Nothing was changed."), error);
}
