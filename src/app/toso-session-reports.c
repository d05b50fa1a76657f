/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-session.h"

#include <glib/gi18n.h>

#include "app/toso-session-private.h"
#include "core/toso-error.h"

/* Which of the villages' reports the screens speak of. */

/* How often the villages report: the most frequent that the office asks for. */
static const TosoReportType *
find_type (GPtrArray *types)
{
  static const TosoPeriodKind kinds[] = { TOSO_PERIOD_MONTH, TOSO_PERIOD_QUARTER, TOSO_PERIOD_HALF, TOSO_PERIOD_NINE_MONTHS, TOSO_PERIOD_YEAR };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < types->len; j++)
      if (((const TosoReportType *) types->pdata[j])->frequency == kinds[i])
        return types->pdata[j];

  return NULL;
}

/* Of those within @shown (or around it, where it is shorter), the last whose
 * days are over: the one that is collected now, or was last.  When none is over
 * yet, the first. */
static TosoPeriod
choose_period (const TosoReportType *type,
               TosoPeriod            shown,
               TosoDate              today)
{
  TosoPeriod period = { type->frequency, shown.year, 0 };
  int        count = toso_session_count_of_kind (type->frequency);

  for (int number = 1; number <= count; number++)
    {
      TosoPeriod next = { type->frequency, shown.year, number };
      TosoDate   first, last;

      if (!toso_period_contains (shown, next) && !toso_period_contains (next, shown))
        continue;
      toso_period_get_range (next, type->cutoff, type->custom_day, &first, &last);
      if (period.number == 0 || toso_date_compare (last, today) < 0)
        period.number = number;
    }
  period.number = MAX (period.number, 1);

  return period;
}

TosoReportPeriod *
toso_session_load_collected (TosoSession *self,
                             GError     **error)
{
  g_autoptr (GPtrArray) types = NULL;
  const TosoReportType *type;

  g_return_val_if_fail (TOSO_IS_SESSION (self), NULL);

  if (self->period.kind == TOSO_PERIOD_AD_HOC)
    return toso_year_get_period (self->year, self->period, error);

  types = toso_year_list_report_types (self->year, error);
  if (types == NULL)
    return NULL;
  type = find_type (types);
  if (type == NULL)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("No regular report is asked of the villages."));
      return NULL;
    }

  return toso_year_get_period (self->year, choose_period (type, self->period, toso_date_today ()), error);
}
