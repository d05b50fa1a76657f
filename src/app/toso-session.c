/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-session.h"

#include <glib/gi18n.h>

#include "app/toso-session-private.h"
#include "report/toso-draft.h"
#include "store/toso-year-count.h"

enum {
  PROP_0,
  PROP_TITLE,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_READ_ONLY,
  PROP_SAVED_AT,
  N_PROPS
};

enum {
  CHANGED,
  FAILED,
  SAID,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoSession, toso_session, G_TYPE_OBJECT)

/* --- reading --- */

static char *
make_title (TosoSession *self)
{
  const TosoCommune *commune = &self->plan->commune;

  if (*commune->name == '\0' || self->plan->year == 0)
    return g_file_get_basename (toso_year_get_file (self->year));

  /* Translators: name of the teams, kind and name of the commune, year:
   * "Kế hoạch Tổ CNSCĐ xã Ngọc Liên 2026" */
  return g_strdup_printf (_ ("Plan of %s, %s %s, %d"),
                          *commune->team_abbr != '\0' ? commune->team_abbr : commune->team_name,
                          commune->kind,
                          commune->name,
                          self->plan->year);
}

static char *
make_saved_at (TosoSession *self)
{
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 3600);

  if (self->journal->len > 0)
    time = g_date_time_new_from_unix_utc (((TosoJournalEntry *) self->journal->pdata[0])->time);
  else
    time = g_date_time_new_now_utc ();
  local = g_date_time_to_timezone (time, zone);

  return g_date_time_format (local, "%H:%M");
}

static gboolean
is_whole_year (TosoPeriod period)
{
  return period.kind == TOSO_PERIOD_YEAR;
}

static GPtrArray *
read_results (TosoSession *self,
              GError     **error)
{
  /* The whole year means: all that is there. */
  return toso_report_target_results (self->year,
                                     is_whole_year (self->period) ? NULL : &self->period,
                                     toso_session_get_day (self),
                                     error);
}

static gboolean
read_all (TosoSession *self,
          GError     **error)
{
  g_autoptr (TosoPlan) plan = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) journal = NULL;
  g_autoptr (GPtrArray) villages = NULL;

  if ((plan = toso_year_load_plan (self->year, error)) == NULL || !toso_year_get_calendar (self->year, &self->start, &self->end, &self->cutoff, &self->custom_day, error) || (journal = toso_year_list_journal (self->year, 0, error)) == NULL || (villages = toso_year_list_villages (self->year, error)) == NULL)
    return FALSE;

  if (self->period.year == 0)
    self->period = (TosoPeriod){ TOSO_PERIOD_YEAR, plan->year != 0 ? plan->year : self->end.year, 1 };

  if ((results = read_results (self, error)) == NULL)
    return FALSE;

  g_clear_pointer (&self->plan, toso_plan_free);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->journal, g_ptr_array_unref);
  g_clear_pointer (&self->villages, g_ptr_array_unref);
  self->plan = g_steal_pointer (&plan);
  self->results = g_steal_pointer (&results);
  self->journal = g_steal_pointer (&journal);
  self->villages = g_steal_pointer (&villages);

  g_free (self->title);
  self->title = make_title (self);
  g_free (self->saved_at);
  self->saved_at = make_saved_at (self);

  return TRUE;
}

static void
announce (TosoSession *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
year_changed_cb (TosoSession *self)
{
  GError *error = NULL;

  if (!read_all (self, &error))
    toso_session_take_error (self, error);
  else
    announce (self);
}

/* --- object --- */

static void
toso_session_finalize (GObject *object)
{
  TosoSession *self = TOSO_SESSION (object);

  if (self->year != NULL)
    toso_year_close (self->year);
  g_clear_object (&self->year);
  g_clear_pointer (&self->plan, toso_plan_free);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->journal, g_ptr_array_unref);
  g_clear_pointer (&self->villages, g_ptr_array_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->saved_at, g_free);

  G_OBJECT_CLASS (toso_session_parent_class)->finalize (object);
}

static void
toso_session_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TosoSession *self = TOSO_SESSION (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_CAN_UNDO:
      g_value_set_boolean (value, toso_year_can_undo (self->year));
      break;

    case PROP_CAN_REDO:
      g_value_set_boolean (value, toso_year_can_redo (self->year));
      break;

    case PROP_READ_ONLY:
      g_value_set_boolean (value, toso_year_is_read_only (self->year));
      break;

    case PROP_SAVED_AT:
      g_value_set_string (value, self->saved_at);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
toso_session_class_init (TosoSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = toso_session_finalize;
  object_class->get_property = toso_session_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_SAVED_AT] = g_param_spec_string ("saved-at", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SAID] = g_signal_new ("said", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
toso_session_init (TosoSession *self)
{
  self->remarks = g_ptr_array_new ();
}

/* --- public --- */

TosoSession *
toso_session_new (TosoYear *year,
                  GError  **error)
{
  g_autoptr (TosoSession) self = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (year), NULL);

  self = g_object_new (TOSO_TYPE_SESSION, NULL);
  self->year = g_object_ref (year);
  if (!toso_year_is_read_only (year) && !toso_year_count_anew (year, error))
    return NULL;
  if (!read_all (self, error))
    return NULL;

  g_signal_connect_object (year, "changed", G_CALLBACK (year_changed_cb), self, G_CONNECT_SWAPPED);

  return g_steal_pointer (&self);
}

TosoYear *
toso_session_get_year (TosoSession *self)
{
  g_return_val_if_fail (TOSO_IS_SESSION (self), NULL);

  return self->year;
}

const char *
toso_session_get_title (TosoSession *self)
{
  g_return_val_if_fail (TOSO_IS_SESSION (self), NULL);

  return self->title;
}

gboolean
toso_session_is_read_only (TosoSession *self)
{
  g_return_val_if_fail (TOSO_IS_SESSION (self), TRUE);

  return toso_year_is_read_only (self->year);
}

const TosoPlan *
toso_session_get_plan (TosoSession *self)
{
  g_return_val_if_fail (TOSO_IS_SESSION (self), NULL);

  return self->plan;
}

GPtrArray *
toso_session_get_results (TosoSession *self)
{
  g_return_val_if_fail (TOSO_IS_SESSION (self), NULL);

  return self->results;
}

GPtrArray *
toso_session_get_journal (TosoSession *self)
{
  g_return_val_if_fail (TOSO_IS_SESSION (self), NULL);

  return self->journal;
}

GPtrArray *
toso_session_get_villages (TosoSession *self)
{
  g_return_val_if_fail (TOSO_IS_SESSION (self), NULL);

  return self->villages;
}

const char *
toso_session_get_village_name (TosoSession *self,
                               gint64       village_id)
{
  g_return_val_if_fail (TOSO_IS_SESSION (self), NULL);

  for (guint i = 0; i < self->villages->len; i++)
    {
      const TosoVillage *village = self->villages->pdata[i];

      if (village->id == village_id)
        return village->name;
    }

  return _ ("Whole commune");
}

const TosoTargetResult *
toso_session_find_result (TosoSession *self,
                          gint64       target_id)
{
  g_return_val_if_fail (TOSO_IS_SESSION (self), NULL);

  for (guint i = 0; i < self->results->len; i++)
    {
      const TosoTargetResult *result = self->results->pdata[i];

      if (result->target->id == target_id)
        return result;
    }

  return NULL;
}

/* Today, but never outside the plan's year, and not after the period looked at. */
TosoDate
toso_session_get_day (TosoSession *self)
{
  TosoDate day = toso_date_today ();
  TosoDate first, last;

  g_return_val_if_fail (TOSO_IS_SESSION (self), day);

  if (toso_date_compare (day, self->start) < 0)
    day = self->start;
  if (toso_date_compare (day, self->end) > 0)
    day = self->end;

  if (!is_whole_year (self->period))
    {
      toso_session_get_period_range (self, self->period, &first, &last);
      if (toso_date_compare (last, day) < 0)
        day = last;
    }

  return day;
}

TosoPeriod
toso_session_get_period (TosoSession *self)
{
  g_return_val_if_fail (TOSO_IS_SESSION (self), ((TosoPeriod){ TOSO_PERIOD_YEAR, 0, 1 }));

  return self->period;
}

void
toso_session_set_period (TosoSession *self,
                         TosoPeriod   period)
{
  g_autoptr (GPtrArray) results = NULL;
  TosoPeriod old;
  GError    *error = NULL;

  g_return_if_fail (TOSO_IS_SESSION (self));

  if (toso_period_equal (self->period, period))
    return;

  old = self->period;
  self->period = period;
  results = read_results (self, &error);
  if (results == NULL)
    {
      self->period = old;
      toso_session_take_error (self, error);
      return;
    }

  g_ptr_array_unref (self->results);
  self->results = g_steal_pointer (&results);
  announce (self);
}

gboolean
toso_session_has_begun (TosoSession *self,
                        TosoPeriod   period)
{
  TosoDate first, last;

  g_return_val_if_fail (TOSO_IS_SESSION (self), FALSE);

  if (is_whole_year (period))
    return TRUE;
  toso_session_get_period_range (self, period, &first, &last);

  return toso_date_compare (first, toso_date_today ()) <= 0;
}

int
toso_session_count_of_kind (TosoPeriodKind kind)
{
  static const int counts[] = {
    [TOSO_PERIOD_MONTH] = 12,
    [TOSO_PERIOD_QUARTER] = 4,
    [TOSO_PERIOD_HALF] = 2,
    [TOSO_PERIOD_NINE_MONTHS] = 1,
    [TOSO_PERIOD_YEAR] = 1,
  };

  return counts[kind];
}

/* The arrows walk along the months (or quarters) that have begun; the whole
 * year stands after the last of them. */
gboolean
toso_session_step_period (TosoSession *self,
                          int          direction,
                          TosoPeriod  *period)
{
  TosoPeriod next;

  g_return_val_if_fail (TOSO_IS_SESSION (self), FALSE);

  next = self->period;
  if (is_whole_year (next))
    {
      if (direction > 0)
        return FALSE;
      next.kind = TOSO_PERIOD_MONTH;
      for (next.number = 12; next.number > 0; next.number--)
        if (toso_session_has_begun (self, next))
          break;
      *period = next;
      return next.number > 0;
    }

  next.number += direction;
  if (next.number < 1)
    return FALSE;
  if (next.number > toso_session_count_of_kind (next.kind) || !toso_session_has_begun (self, next))
    next = (TosoPeriod){ TOSO_PERIOD_YEAR, next.year, 1 };
  *period = next;

  return TRUE;
}

void
toso_session_get_period_range (TosoSession *self,
                               TosoPeriod   period,
                               TosoDate    *first,
                               TosoDate    *last)
{
  g_return_if_fail (TOSO_IS_SESSION (self));

  toso_period_get_range (period, self->cutoff, self->custom_day, first, last);
}

GPtrArray *
toso_session_get_remarks (TosoSession *self)
{
  g_return_val_if_fail (TOSO_IS_SESSION (self), NULL);

  return self->remarks;
}

void
toso_session_set_remarks (TosoSession *self,
                          GPtrArray   *remarks)
{
  g_return_if_fail (TOSO_IS_SESSION (self));
  g_return_if_fail (remarks != NULL);

  g_ptr_array_ref (remarks);
  g_ptr_array_unref (self->remarks);
  self->remarks = remarks;
}

TosoPaper *
toso_session_make_paper (TosoSession *self,
                         const char  *kind,
                         GError     **error)
{
  gboolean fits;

  g_return_val_if_fail (TOSO_IS_SESSION (self), NULL);

  fits = toso_report_paper_takes_period (kind, self->period);

  return toso_report_paper (self->year, kind, fits ? &self->period : NULL, error);
}

TosoProfile
toso_session_get_profile (TosoSession *self)
{
  TosoProfile profile = TOSO_PROFILE_DECREE_30;
  GError     *error = NULL;

  g_return_val_if_fail (TOSO_IS_SESSION (self), profile);

  if (!toso_report_get_profile (self->year, &profile, &error))
    toso_session_take_error (self, error);

  return profile;
}

TosoReportChart *
toso_session_make_chart (TosoSession *self,
                         const char  *kind,
                         const char  *target,
                         GError     **error)
{
  g_return_val_if_fail (TOSO_IS_SESSION (self), NULL);

  return toso_report_chart_new (self->year, kind, &self->period, target, error);
}

void
toso_session_take_error (TosoSession *self,
                         GError      *error)
{
  g_autoptr (GError) owned = error;

  g_return_if_fail (TOSO_IS_SESSION (self));
  g_return_if_fail (error != NULL);

  g_signal_emit (self, signals[FAILED], 0, owned);
}

void
toso_session_say (TosoSession *self,
                  const char  *sentence,
                  gboolean     undoable)
{
  g_return_if_fail (TOSO_IS_SESSION (self));
  g_return_if_fail (sentence != NULL);

  g_signal_emit (self, signals[SAID], 0, sentence, undoable);
}
