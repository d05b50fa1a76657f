/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/toso-writer.h"

/* The one way in which figures are written: typed, pasted, imported. */

void
toso_change_free (TosoChange *change)
{
  if (change == NULL)
    return;

  g_free (change->rule);
  g_free (change->message);
  g_free (change);
}

/* Each village and period of @write once. */
static gboolean
receive_all (TosoYear        *self,
             const TosoWrite *write,
             TosoWriter      *writer,
             GHashTable      *attachments, /* village id → attachment id */
             GError         **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < write->measurements->len; i++)
    {
      const TosoMeasurement *measurement = g_ptr_array_index (write->measurements, i);
      g_autofree char       *period = toso_period_to_string (measurement->period);
      g_autofree char       *key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", measurement->village_id, period);
      const gint64          *attachment;

      if (measurement->village_id == 0 || !g_hash_table_add (done, g_steal_pointer (&key)))
        continue;
      attachment = g_hash_table_lookup (attachments, &measurement->village_id);
      if (!toso_year_receive (self, measurement->period, measurement->village_id, attachment != NULL ? *attachment : 0,
                              toso_writer_has_changed (writer, measurement->village_id, period), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
keep_sources (TosoYear        *self,
              const GPtrArray *sources,
              GHashTable      *attachments,
              GError         **error)
{
  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const TosoOriginal *source = g_ptr_array_index (sources, i);
      gint64              id;

      if (!toso_year_keep_source (self, source, &id, error))
        return FALSE;
      if (source->village_id != 0)
        g_hash_table_insert (attachments, g_memdup2 (&source->village_id, sizeof (gint64)), g_memdup2 (&id, sizeof id));
    }

  return TRUE;
}

static gboolean
write_all (TosoYear        *self,
           const TosoWrite *write,
           const char      *reason,
           guint           *refused,
           GError         **error)
{
  g_autoptr (GHashTable) attachments = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (TosoWriter) writer = toso_writer_new (self, write->origin, reason, error);

  if (writer == NULL)
    return FALSE;

  for (guint i = 0; i < write->measurements->len; i++)
    if (!toso_writer_put (writer, g_ptr_array_index (write->measurements, i), error))
      {
        if (refused != NULL)
          *refused = i;
        return FALSE;
      }

  if (!keep_sources (self, write->sources, attachments, error) ||
      (write->received && !receive_all (self, write, writer, attachments, error)))
    return FALSE;
  for (guint i = 0; write->texts != NULL && i < write->texts->len; i++)
    if (!toso_year_put_texts (self, write->period, g_ptr_array_index (write->texts, i), error))
      return FALSE;

  return TRUE;
}

gboolean
toso_year_write (TosoYear        *self,
                 const TosoWrite *write,
                 guint           *refused,
                 GError         **error)
{
  g_autofree char *reason = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (write != NULL && write->measurements != NULL, FALSE);
  g_return_val_if_fail (write->title != NULL && *write->title != '\0', FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  if (!toso_year_take_text (write->reason, FALSE, &reason, error))
    return toso_year_rollback (self);
  if (reason != NULL && *g_strstrip (reason) == '\0')
    g_clear_pointer (&reason, g_free);

  if (!write_all (self, write, reason, refused, error))
    return toso_year_rollback (self);

  return toso_year_commit_for (self, write->title, reason, error);
}

/* "Record CT05, Thôn Ngọc Minh, Tháng 3/2026: 46/100" */
static char *
make_title (TosoYear              *self,
            const TosoMeasurement *measurement,
            GError               **error)
{
  g_autofree char *indicator = NULL;
  g_autofree char *village = NULL;
  g_autofree char *period_title = toso_period_title (measurement->period);
  g_autofree char *part = toso_number_format_figure (measurement->numerator, 6);
  g_autofree char *whole = toso_number_format_figure (measurement->denominator, 6);
  g_autofree char *figure = NULL;

  if (!toso_year_get_name (self, "SELECT CASE code WHEN '' THEN name ELSE code END FROM indicator WHERE id = ?1",
                           measurement->indicator_id, _ ("The indicator is no longer there. Nothing was changed."), &indicator, error))
    return NULL;
  if (measurement->village_id == 0)
    village = g_strdup (_ ("the whole commune"));
  else if (!toso_year_get_name (self, "SELECT name FROM village WHERE id = ?1", measurement->village_id,
                                _ ("The village is no longer there. Nothing was changed."), &village, error))
    return NULL;

  if (!measurement->numerator.known && !measurement->denominator.known)
    /* Translators: code of an indicator, village, period */
    return g_strdup_printf (_ ("Take back the figure of %s, %s, %s"), indicator, village, period_title);

  figure = measurement->denominator.known ? g_strdup_printf ("%s/%s", part, whole) : g_strdup (part);
  /* Translators: code of an indicator, village, period, figure such as "46/100" */
  return g_strdup_printf (_ ("Record %s, %s, %s: %s"), indicator, village, period_title, figure);
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
  TosoMeasurement measurement = {
    .indicator_id = indicator_id,
    .village_id = village_id,
    .period = period,
    .numerator = numerator,
    .denominator = denominator,
    .note = (char *) note,
  };
  g_autoptr (GPtrArray) measurements = g_ptr_array_new ();
  g_autofree char *title = NULL;
  TosoWrite        write = { .measurements = measurements };

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;

  g_ptr_array_add (measurements, &measurement);
  title = make_title (self, &measurement, error);
  if (title == NULL || !write_all (self, &write, NULL, NULL, error))
    return toso_year_rollback (self);

  return toso_year_commit (self, title, error);
}

gboolean
toso_year_record_all (TosoYear        *self,
                      const GPtrArray *measurements,
                      const char      *title,
                      guint           *refused,
                      GError         **error)
{
  TosoWrite write = { .measurements = measurements, .title = title };

  return toso_year_write (self, &write, refused, error);
}

GPtrArray *
toso_year_compare (TosoYear        *self,
                   const GPtrArray *measurements,
                   GError         **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_change_free);
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (TosoJudge) judge = NULL;
  g_autoptr (TosoWriter) writer = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;
  rules = toso_year_list_rules (self, error);
  if (rules == NULL)
    return NULL;

  judge = toso_judge_new (self, rules);
  writer = toso_writer_new (self, TOSO_ORIGIN_TYPED, NULL, error);
  if (writer == NULL)
    return NULL;

  for (guint i = 0; i < measurements->len; i++)
    {
      TosoChange *change = toso_writer_compare (writer, judge, g_ptr_array_index (measurements, i), error);

      if (change == NULL)
        return NULL;
      g_ptr_array_add (changes, change);
    }

  return g_steal_pointer (&changes);
}
