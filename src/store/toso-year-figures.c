/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"

static int
compare_periods (gconstpointer a,
                 gconstpointer b)
{
  const TosoMeasurement *const *first = a;
  const TosoMeasurement *const *second = b;

  return toso_period_compare ((*first)->period, (*second)->period);
}

GPtrArray *
toso_year_list_measurements (TosoYear *self,
                             gint64    indicator_id,
                             GError  **error)
{
  g_autoptr (GPtrArray) measurements = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_measurement_free);
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;

  stmt = toso_db_prepare (self->db,
                          "SELECT m.id, m.indicator_id, m.village_id, m.period, m.numerator, m.denominator, n.text"
                          "  FROM measurement m"
                          /* Names are compared once a village, not once a figure. */
                          "  LEFT JOIN (SELECT id, row_number() OVER (ORDER BY name COLLATE toso_village, id) AS place FROM village) v"
                          "    ON v.id = m.village_id"
                          "  LEFT JOIN measurement_note n ON n.measurement_id = m.id"
                          "  WHERE (?1 = 0 OR m.indicator_id = ?1) AND m.breakdown = ''"
                          "  ORDER BY v.place, m.id");
  toso_stmt_bind_int64 (stmt, 1, indicator_id);
  for (;;)
    {
      g_autoptr (TosoMeasurement) measurement = g_new0 (TosoMeasurement, 1);

      if (!toso_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      /* Only figures of periods that this version knows; what was asked for by a
       * letter adds up with no other. */
      if (!toso_period_parse (toso_stmt_get_text (stmt, 3), &measurement->period) ||
          measurement->period.kind == TOSO_PERIOD_AD_HOC)
        continue;

      measurement->id = toso_stmt_get_int64 (stmt, 0);
      measurement->indicator_id = toso_stmt_get_int64 (stmt, 1);
      measurement->village_id = toso_stmt_get_int64 (stmt, 2);
      measurement->numerator = toso_stmt_get_figure (stmt, 4);
      measurement->denominator = toso_stmt_get_figure (stmt, 5);
      measurement->note = g_strdup (toso_stmt_is_null (stmt, 6) ? "" : toso_stmt_get_text (stmt, 6));
      g_ptr_array_add (measurements, g_steal_pointer (&measurement));
    }

  /* A stable sort: within a period the order of the villages stays. */
  g_ptr_array_sort (measurements, compare_periods);
  return g_steal_pointer (&measurements);
}

/* --- what they were --- */

void
toso_figure_version_free (TosoFigureVersion *version)
{
  if (version == NULL)
    return;

  g_free (version->reason);
  g_free (version);
}

static void
add_version_row (TosoStmt *stmt,
                 gpointer  user_data)
{
  TosoFigureVersion *version = g_new0 (TosoFigureVersion, 1);

  version->version = (guint) toso_stmt_get_int64 (stmt, 0);
  version->numerator = toso_stmt_get_figure (stmt, 1);
  version->denominator = toso_stmt_get_figure (stmt, 2);
  version->replaced_at = toso_year_time_from_text (toso_stmt_get_text (stmt, 3));
  version->reason = toso_stmt_dup_text (stmt, 4);
  g_ptr_array_add (user_data, version);
}

GPtrArray *
toso_year_list_versions (TosoYear   *self,
                         gint64      indicator_id,
                         gint64      village_id,
                         TosoPeriod  period,
                         const char *breakdown,
                         GError    **error)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_figure_version_free);
  g_autofree char *name = toso_period_to_string (period);
  g_autoptr (TosoStmt) stmt = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;

  stmt = toso_db_prepare (self->db,
                          "SELECT version, numerator, denominator, replaced_at, reason FROM measurement_version"
                          "  WHERE indicator_id = ?1 AND ifnull (village_id, 0) = ?2 AND period = ?3 AND breakdown = ?4"
                          "  ORDER BY version, id");
  toso_stmt_bind_int64 (stmt, 1, indicator_id);
  toso_stmt_bind_int64 (stmt, 2, village_id);
  toso_stmt_bind_text (stmt, 3, name);
  toso_stmt_bind_string (stmt, 4, breakdown);

  return toso_stmt_foreach (stmt, add_version_row, versions, error) ? g_steal_pointer (&versions) : NULL;
}

/* --- sample --- */

gboolean
toso_year_mark_sample (TosoYear *self,
                       GError  **error)
{
  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  if (!toso_db_exec (self->db, "INSERT INTO setting (name, value) VALUES ('sample', '1') ON CONFLICT DO NOTHING", error))
    return toso_year_rollback (self);

  return toso_year_commit (self, _ ("Mark the figures as a sample"), error);
}

/* In doubt it is one: a made-up figure must never pass for a real one. */
gboolean
toso_year_is_sample (TosoYear *self)
{
  gint64 is_sample = 1;

  g_return_val_if_fail (TOSO_IS_YEAR (self), TRUE);

  if (self->db != NULL)
    toso_db_get_int64 (self->db, "SELECT count (*) FROM setting WHERE name = 'sample'", &is_sample, NULL);

  return is_sample != 0;
}

/* --- calendar --- */

gboolean
toso_year_get_calendar (TosoYear   *self,
                        TosoDate   *start,
                        TosoDate   *end,
                        TosoCutoff *cutoff,
                        int        *custom_day,
                        GError    **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  TosoPeriod year = { .kind = TOSO_PERIOD_YEAR, .number = 1 };
  TosoCutoff rule = TOSO_CUTOFF_DECREE;
  int        day = 0;
  gboolean   has_row;
  gint64     number;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (!toso_year_ensure_open (self, error) ||
      !toso_db_get_int64 (self->db, "SELECT year FROM plan ORDER BY id LIMIT 1", &number, error))
    return FALSE;

  stmt = toso_db_prepare (self->db,
                          "SELECT cutoff, custom_day FROM report_type WHERE frequency = 'month' ORDER BY position, id LIMIT 1");
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    {
      toso_cutoff_from_id (toso_stmt_get_text (stmt, 0), &rule);
      day = (int) toso_stmt_get_int64 (stmt, 1);
    }

  /* A plan whose text names no year is this year's. */
  year.year = number != 0 ? (int) number : toso_date_today ().year;
  toso_period_get_range (year, rule, day, start, end);
  if (cutoff != NULL)
    *cutoff = rule;
  if (custom_day != NULL)
    *custom_day = day;

  return TRUE;
}
