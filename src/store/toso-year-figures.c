/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/toso-error.h"

void
toso_measurement_free (TosoMeasurement *measurement)
{
  if (measurement == NULL)
    return;

  g_free (measurement->note);
  g_free (measurement);
}

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
                          "  LEFT JOIN village v ON v.id = m.village_id"
                          "  LEFT JOIN measurement_note n ON n.measurement_id = m.id"
                          "  WHERE (?1 = 0 OR m.indicator_id = ?1) AND m.breakdown = ''"
                          "  ORDER BY v.name COLLATE toso_village, m.id");
  toso_stmt_bind_int64 (stmt, 1, indicator_id);
  for (;;)
    {
      g_autoptr (TosoMeasurement) measurement = g_new0 (TosoMeasurement, 1);

      if (!toso_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      /* Only figures of periods that this version knows. */
      if (!toso_period_parse (toso_stmt_get_text (stmt, 3), &measurement->period))
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

/* --- recording --- */

static gboolean
check_figures (TosoFigure numerator,
               TosoFigure denominator,
               GError   **error)
{
  const TosoFigure figures[] = { numerator, denominator };
  g_autofree char *part = NULL;
  g_autofree char *whole = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (figures[i].known && (!isfinite (figures[i].value) || figures[i].value < 0))
      {
        g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                             _ ("A figure can't be negative. Correct it, or leave it empty when it was not reported."));
        return FALSE;
      }

  if (!numerator.known || !denominator.known || numerator.value <= denominator.value)
    return TRUE;

  part = toso_number_format (numerator.value, 6);
  whole = toso_number_format (denominator.value, 6);
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
               _ ("The part (%s) is larger than the whole (%s). Correct one of them."), part, whole);
  return FALSE;
}

/* NULL when there is no such row. */
static gboolean
get_name (TosoYear   *self,
          const char *sql,
          gint64      id,
          const char *missing,
          char      **name,
          GError    **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, sql);
  gboolean has_row;

  toso_stmt_bind_int64 (stmt, 1, id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, missing);
      return FALSE;
    }

  *name = toso_stmt_dup_text (stmt, 0);
  return TRUE;
}

/* "Record CT05, Thôn Ngọc Minh, Tháng 3/2026: 46/100" */
static char *
make_title (TosoYear  *self,
            gint64     indicator_id,
            gint64     village_id,
            TosoPeriod period,
            TosoFigure numerator,
            TosoFigure denominator,
            GError   **error)
{
  g_autofree char *indicator = NULL;
  g_autofree char *village = NULL;
  g_autofree char *period_title = toso_period_title (period);
  g_autofree char *part = toso_number_format_figure (numerator, 6);
  g_autofree char *whole = toso_number_format_figure (denominator, 6);
  g_autofree char *figure = NULL;

  if (!get_name (self, "SELECT CASE code WHEN '' THEN name ELSE code END FROM indicator WHERE id = ?1", indicator_id,
                 _ ("The indicator is no longer there. Nothing was changed."), &indicator, error))
    return NULL;
  if (village_id == 0)
    village = g_strdup (_ ("the whole commune"));
  else if (!get_name (self, "SELECT name FROM village WHERE id = ?1", village_id,
                      _ ("The village is no longer there. Nothing was changed."), &village, error))
    return NULL;

  if (!numerator.known && !denominator.known)
    /* Translators: code of an indicator, village, period */
    return g_strdup_printf (_ ("Take back the figure of %s, %s, %s"), indicator, village, period_title);

  figure = denominator.known ? g_strdup_printf ("%s/%s", part, whole) : g_strdup (part);
  /* Translators: code of an indicator, village, period, figure such as "46/100" */
  return g_strdup_printf (_ ("Record %s, %s, %s: %s"), indicator, village, period_title, figure);
}

static gboolean
find_measurement (TosoYear   *self,
                  gint64      indicator_id,
                  gint64      village_id,
                  const char *period,
                  gint64     *id,
                  GError    **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  stmt = toso_db_prepare (self->db,
                          "SELECT id FROM measurement"
                          "  WHERE indicator_id = ?1 AND period = ?2 AND ifnull (village_id, 0) = ?3 AND breakdown = ''");
  toso_stmt_bind_int64 (stmt, 1, indicator_id);
  toso_stmt_bind_text (stmt, 2, period);
  toso_stmt_bind_int64 (stmt, 3, village_id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;

  *id = has_row ? toso_stmt_get_int64 (stmt, 0) : 0;
  return TRUE;
}

static gboolean
write_note (TosoYear   *self,
            gint64      measurement_id,
            const char *note, /* or "" */
            GError    **error)
{
  g_autoptr (TosoStmt) find = NULL;
  g_autoptr (TosoStmt) write = NULL;
  gboolean has_row;

  find = toso_db_prepare (self->db, "SELECT id FROM measurement_note WHERE measurement_id = ?1");
  toso_stmt_bind_int64 (find, 1, measurement_id);
  if (!toso_stmt_step (find, &has_row, error))
    return FALSE;

  if (!has_row && *note == '\0')
    return TRUE;

  if (!has_row)
    write = toso_db_prepare (self->db, "INSERT INTO measurement_note (id, measurement_id, text) VALUES (?3, ?1, ?2)");
  else if (*note != '\0')
    write = toso_db_prepare (self->db,
                             "UPDATE measurement_note SET text = ?2, row_version = row_version + 1"
                             "  WHERE id = ?3 AND measurement_id = ?1 AND text <> ?2");
  else
    write = toso_db_prepare (self->db, "DELETE FROM measurement_note WHERE id = ?3 AND measurement_id = ?1 AND ?2 = ''");
  toso_stmt_bind_int64 (write, 1, measurement_id);
  toso_stmt_bind_text (write, 2, note);
  toso_stmt_bind_int64 (write, 3, has_row ? toso_stmt_get_int64 (find, 0) : toso_ids_next (&self->ids));

  return toso_stmt_run (write, error);
}

static gboolean
take_back (TosoYear *self,
           gint64    id,
           GError  **error)
{
  g_autoptr (TosoStmt) stmt = NULL;

  if (id == 0)
    return TRUE;
  if (!write_note (self, id, "", error))
    return FALSE;

  stmt = toso_db_prepare (self->db, "DELETE FROM measurement WHERE id = ?1");
  toso_stmt_bind_int64 (stmt, 1, id);
  return toso_stmt_run (stmt, error);
}

static gboolean
write_figure (TosoYear   *self,
              gint64      id, /* 0: a new one */
              gint64      indicator_id,
              gint64      village_id,
              const char *period,
              TosoFigure  numerator,
              TosoFigure  denominator,
              const char *note,
              GError    **error)
{
  g_autoptr (TosoStmt) stmt = NULL;

  stmt = id != 0 ? toso_db_prepare (self->db,
                                    "UPDATE measurement SET numerator = ?2, denominator = ?3, row_version = row_version + 1"
                                    "  WHERE id = ?1 AND (numerator, denominator) IS NOT (?2, ?3)")
                 : toso_db_prepare (self->db,
                                    "INSERT INTO measurement (id, numerator, denominator, indicator_id, village_id, period)"
                                    "  VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
  if (id == 0)
    {
      id = toso_ids_next (&self->ids);
      toso_stmt_bind_int64 (stmt, 4, indicator_id);
      toso_stmt_bind_id (stmt, 5, village_id);
      toso_stmt_bind_text (stmt, 6, period);
    }
  toso_stmt_bind_int64 (stmt, 1, id);
  toso_stmt_bind_figure (stmt, 2, numerator);
  toso_stmt_bind_figure (stmt, 3, denominator);

  return toso_stmt_run (stmt, error) && write_note (self, id, note, error);
}

static gboolean
write_measurement (TosoYear   *self,
                   gint64      indicator_id,
                   gint64      village_id,
                   TosoPeriod  period,
                   TosoFigure  numerator,
                   TosoFigure  denominator,
                   const char *note,
                   GError    **error)
{
  g_autofree char *period_name = toso_period_to_string (period);
  g_autofree char *kept_note = NULL;
  gint64           id;

  if (!check_figures (numerator, denominator, error) ||
      !toso_year_take_text (note != NULL ? note : "", TRUE, &kept_note, error) ||
      !find_measurement (self, indicator_id, village_id, period_name, &id, error))
    return FALSE;

  if (!numerator.known && !denominator.known)
    return take_back (self, id, error);

  return write_figure (self, id, indicator_id, village_id, period_name, numerator, denominator, kept_note, error);
}

gboolean
toso_year_record (TosoYear   *self,
                  gint64      indicator_id,
                  gint64      village_id,
                  TosoPeriod  period,
                  TosoFigure  numerator,
                  TosoFigure  denominator,
                  const char *note,
                  GError    **error)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;

  title = make_title (self, indicator_id, village_id, period, numerator, denominator, error);
  if (title == NULL ||
      !write_measurement (self, indicator_id, village_id, period, numerator, denominator, note, error))
    return toso_year_rollback (self);

  return toso_year_commit (self, title, error);
}

static gboolean
write_one_of_many (TosoYear              *self,
                   const TosoMeasurement *measurement,
                   GError               **error)
{
  g_autofree char *title = NULL;

  /* For its look at the indicator and the village. */
  title = make_title (self, measurement->indicator_id, measurement->village_id, measurement->period,
                      measurement->numerator, measurement->denominator, error);

  return title != NULL &&
         write_measurement (self, measurement->indicator_id, measurement->village_id, measurement->period,
                            measurement->numerator, measurement->denominator, measurement->note, error);
}

gboolean
toso_year_record_all (TosoYear        *self,
                      const GPtrArray *measurements,
                      const char      *title,
                      guint           *refused,
                      GError         **error)
{
  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (measurements != NULL, FALSE);
  g_return_val_if_fail (title != NULL && *title != '\0', FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;

  for (guint i = 0; i < measurements->len; i++)
    if (!write_one_of_many (self, g_ptr_array_index (measurements, i), error))
      {
        if (refused != NULL)
          *refused = i;
        return toso_year_rollback (self);
      }

  return toso_year_commit (self, title, error);
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

static TosoCutoff
cutoff_from_id (const char *id)
{
  if (g_strcmp0 (id, "calendar") == 0)
    return TOSO_CUTOFF_CALENDAR;
  if (g_strcmp0 (id, "custom") == 0)
    return TOSO_CUTOFF_CUSTOM;

  return TOSO_CUTOFF_DECREE;
}

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
      rule = cutoff_from_id (toso_stmt_get_text (stmt, 0));
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
