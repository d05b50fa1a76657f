/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report-chart-private.h"

#include <glib/gi18n-lib.h>

#include "store/toso-year-lineage.h"
#include "store/toso-year-setting.h"

#define SETTING  "villages.charts"
#define REPORTED "reported"

/* Charts by village, by the villages that reported. */

gboolean
toso_report_is_as_reported (TosoYear *year)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (year), FALSE);

  value = toso_year_get_setting (year, SETTING, NULL);

  return g_strcmp0 (value, REPORTED) == 0;
}

gboolean
toso_report_set_as_reported (TosoYear *year,
                             gboolean  as_reported,
                             GError  **error)
{
  g_return_val_if_fail (TOSO_IS_YEAR (year), FALSE);

  return toso_year_set_setting (year, SETTING, as_reported ? REPORTED : NULL,
                                as_reported ? _ ("Charts by the villages that reported") : _ ("Charts by the villages of today"), error);
}

static gboolean
is_by_village (TosoChartFunc make)
{
  return make == toso_chart_make_ranked || make == toso_chart_make_heat || make == toso_chart_make_tiles ||
         make == toso_chart_make_village_tiles;
}

/* @reported: a copy of the source, whose villages and figures become its own;
 * TRUE where it is to be drawn from instead. */
gboolean
toso_chart_source_take_reported (TosoChartSource *reported,
                                 TosoChartFunc    make,
                                 GError         **error)
{
  g_autoptr (GPtrArray) villages = NULL;
  GPtrArray *measurements;

  if (reported->year == NULL || !is_by_village (make) || !toso_report_is_as_reported (reported->year))
    return FALSE;
  villages = toso_year_list_reporting_villages (reported->year, error);
  measurements = villages != NULL ? toso_year_list_measurements (reported->year, 0, error) : NULL;
  if (measurements == NULL)
    return FALSE;

  reported->villages = g_steal_pointer (&villages);
  reported->measurements = measurements;

  return TRUE;
}

void
toso_chart_say_reported (TosoReportChart *self)
{
  TosoChartFrame *frame = self->chart;

  /* Translators: what a chart already says under its title */
  frame->subtitle = toso_report_chart_keep (self, g_strdup_printf (_ ("%s · by the villages of that time"), frame->subtitle));
}
