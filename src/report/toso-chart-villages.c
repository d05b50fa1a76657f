/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report-chart-private.h"

#include <glib/gi18n-lib.h>

#include "chart/toso-grid-chart.h"
#include "chart/toso-ranked-chart.h"
#include "chart/toso-tile-chart.h"

/* Charts of the villages' figures. */

char *
toso_chart_target_title (const TosoTarget *target)
{
  const char *unit = toso_chart_is_percentage (target) ? "%" : target->unit;

  return unit != NULL && *unit != '\0' ? g_strdup_printf ("%s, %s", target->name, unit) : g_strdup (target->name);
}

/* A village is judged by a share of its own; a count is the whole commune's
 * target, of which no village was given a part. */
static gboolean
is_judged (const TosoTarget *target)
{
  return toso_chart_is_percentage (target);
}

typedef struct
{
  const TosoVillage *village;
  TosoProgress       progress;
  guint              order;
} Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *x = a, *y = b;

  if (x->progress.value.known != y->progress.value.known)
    return x->progress.value.known ? -1 : 1;
  if (x->progress.value.known && x->progress.value.value != y->progress.value.value)
    return x->progress.value.value > y->progress.value.value ? -1 : 1;

  return x->order < y->order ? -1 : x->order > y->order;
}

static GArray *
list_entries (const TosoChartSource *source,
              const TosoTarget      *target)
{
  g_autoptr (GHashTable) groups = toso_report_group_observations (source->measurements, &source->calendar, source->period);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < source->villages->len; i++)
    {
      const TosoVillage *village = source->villages->pdata[i];
      Entry              entry = { village, toso_chart_get_progress (source, target, groups, village->id, toso_chart_get_day (source)), i };

      g_array_append_val (entries, entry);
    }

  return entries;
}

static TosoRankedBar
make_bar (TosoReportChart  *self,
          const TosoTarget *target,
          const Entry      *entry,
          guint             rank)
{
  const TosoProgress *progress = &entry->progress;
  gboolean            known = progress->value.known;
  TosoRankedBar       bar = {
          .rank = known ? toso_report_chart_keep (self, g_strdup_printf ("%u", rank)) : TOSO_MISSING,
          .label = toso_report_chart_keep (self, g_strdup (entry->village->name)),
          .has_value = known,
          .value = progress->value.value,
          .value_text = known ? toso_report_chart_keep (self, toso_chart_number_text (progress->value.value)) : TOSO_MISSING,
  };

  if (!known)
    bar.state_text = toso_report_state_text (TOSO_STATE_NO_DATA);
  else if (is_judged (target))
    {
      bar.mark = toso_report_state_mark (progress->state);
      bar.state_text = toso_report_state_text (progress->state);
    }
  else
    bar.mark = TOSO_MARK_DIAMOND;

  return bar;
}

static TosoRankedBar *
make_total (TosoReportChart       *self,
            const TosoChartSource *source,
            const TosoTarget      *target,
            TosoProgress          *progress)
{
  g_autoptr (GHashTable) groups = toso_report_group_observations (source->measurements, &source->calendar, source->period);
  TosoRankedBar *total = toso_report_chart_new_array (self, TosoRankedBar, 1);

  *progress = toso_chart_get_progress (source, target, groups, 0, toso_chart_get_day (source));
  *total = (TosoRankedBar){
    .label = _ ("Whole commune"),
    .has_value = progress->value.known,
    .value = progress->value.value,
    .mark = toso_report_state_mark (progress->state),
    .value_text = progress->value.known ? toso_report_chart_keep (self, toso_chart_number_text (progress->value.value)) : TOSO_MISSING,
    .state_text = toso_report_state_text (progress->state),
  };

  return total;
}

/* The ranks of equal figures are equal. */
gboolean
toso_chart_make_ranked (TosoReportChart       *self,
                        const TosoChartSource *source,
                        GError               **error)
{
  TosoTarget *target = toso_chart_find_target (source, error);
  g_autoptr (GArray) entries = target != NULL ? list_entries (source, target) : NULL;
  g_autofree char *goal = NULL;
  g_autofree char *need = NULL;
  TosoRankedChart *chart;
  TosoRankedBar   *bars, *total;
  TosoProgress     progress;
  TosoDate         day = toso_chart_get_day (source);
  guint            rank = 0;

  if (entries == NULL)
    return FALSE;

  g_array_sort (entries, compare_entries);
  chart = toso_report_chart_new_array (self, TosoRankedChart, 1);
  bars = toso_report_chart_new_array (self, TosoRankedBar, entries->len);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (i == 0 || entry->progress.value.value != g_array_index (entries, Entry, i - 1).progress.value.value)
        rank = i + 1;
      bars[i] = make_bar (self, target, entry, rank);
      toso_report_chart_add_id (self, entry->village->id);
      toso_report_chart_add_source (self, entry->village->id, target, toso_chart_get_month (source));
    }
  total = make_total (self, source, target, &progress);
  goal = toso_report_target_text (target);
  need = toso_chart_number_text (progress.pace.value);
  *chart = (TosoRankedChart){
    .frame = { .title = toso_report_chart_keep (self, g_strdup_printf (_ ("%s, by village"), target->name)), .subtitle = toso_chart_subtitle (self, source, progress.coverage.reported, source->villages->len) },
    .bars = bars,
    .n_bars = entries->len,
    /* A count of all villages has no place among theirs. */
    .total = is_judged (target) && entries->len > 0 ? total : NULL,
    .total_note = toso_report_chart_keep (self, toso_report_coverage_text (&(TosoTargetResult){ target, progress })),
    .has_target = is_judged (target) && target->value.known,
    .target = target->value.value,
    .target_text = toso_report_chart_keep (self, g_strdup_printf (_ ("whole year %s"), goal)),
    .has_pace = is_judged (target) && progress.pace.known && target->value.known && progress.pace.value < target->value.value,
    .pace = progress.pace.value,
    .pace_text = toso_report_chart_keep (self, g_strdup_printf (_ ("%s needed by %d/%d"), need, day.day, day.month)),
    .value_heading = toso_chart_is_percentage (target) ? "%" : toso_report_chart_keep (self, g_strdup (target->unit)),
    .empty_text = _ ("There are no villages yet."),
    .missing_text = _ ("no data yet"),
  };
  if (!is_judged (target))
    chart->target_text = chart->pace_text = NULL;
  self->kind = &TOSO_CHART_RANKED;
  self->chart = chart;

  return TRUE;
}

/* A share is as dark as it is large; a count as it is beside the largest. */
static void
fill_column (TosoReportChart       *self,
             const TosoChartSource *source,
             const TosoTarget      *target,
             GHashTable            *groups,
             TosoGridCell          *cells,
             gsize                  step)
{
  double   largest = toso_chart_is_percentage (target) ? 100 : 0;
  TosoDate day = toso_chart_get_day (source);

  for (guint i = 0; i < source->villages->len; i++)
    {
      const TosoVillage *village = source->villages->pdata[i];
      TosoProgress       progress = toso_chart_get_progress (source, target, groups, village->id, day);
      TosoGridCell      *cell = &cells[i * step];

      cell->kind = progress.value.known ? TOSO_CELL_SHADE : TOSO_CELL_MISSING;
      cell->shade = progress.value.value;
      if (progress.value.known)
        cell->text = toso_report_chart_keep (self, toso_chart_number_text (progress.value.value));
      largest = MAX (largest, progress.value.known ? progress.value.value : 0);
    }
  for (guint i = 0; i < source->villages->len; i++)
    cells[i * step].shade = largest > 0 ? cells[i * step].shade / largest : 0;
}

static const char **
list_village_names (TosoReportChart       *self,
                    const TosoChartSource *source)
{
  const char **names = toso_report_chart_new_array (self, const char *, source->villages->len);

  for (guint i = 0; i < source->villages->len; i++)
    {
      const TosoVillage *village = source->villages->pdata[i];

      names[i] = toso_report_chart_keep (self, g_strdup (village->name));
      toso_report_chart_add_id (self, village->id);
    }

  return names;
}

/* Those that have a number. */
static GPtrArray *
list_numbered (const TosoChartSource *source)
{
  GPtrArray *targets = g_ptr_array_new ();

  for (guint i = 0; i < source->plan->targets->len; i++)
    {
      TosoTarget *target = source->plan->targets->pdata[i];

      if (target->kind != TOSO_TARGET_QUALITATIVE && target->kind != TOSO_TARGET_YES_NO)
        g_ptr_array_add (targets, target);
    }

  return targets;
}

gboolean
toso_chart_make_heat (TosoReportChart       *self,
                      const TosoChartSource *source,
                      GError               **error)
{
  g_autoptr (GPtrArray) targets = list_numbered (source);
  g_autoptr (GHashTable) groups = toso_report_group_observations (source->measurements, &source->calendar, source->period);
  TosoGridChart *chart = toso_report_chart_new_array (self, TosoGridChart, 1);
  TosoGridCell  *cells = toso_report_chart_new_array (self, TosoGridCell, (gsize) source->villages->len * targets->len);
  const char   **columns = toso_report_chart_new_array (self, const char *, targets->len);
  guint          reported = 0;

  for (guint c = 0; c < targets->len; c++)
    {
      const TosoTarget *target = targets->pdata[c];

      columns[c] = toso_report_chart_keep (self, g_strdup (target->code));
      fill_column (self, source, target, groups, &cells[c], targets->len);
    }
  for (guint i = 0; i < source->villages->len; i++)
    for (guint c = 0; c < targets->len; c++)
      toso_report_chart_add_source (self, ((const TosoVillage *) source->villages->pdata[i])->id, targets->pdata[c], toso_chart_get_month (source));
  for (guint i = 0; i < source->villages->len; i++)
    for (guint c = 0; c < targets->len; c++)
      if (cells[i * targets->len + c].kind == TOSO_CELL_SHADE)
        {
          reported++;
          break;
        }
  *chart = (TosoGridChart){
    .frame = { .title = _ ("Targets by village"), .subtitle = toso_chart_subtitle (self, source, reported, source->villages->len) },
    .rows = list_village_names (self, source),
    .n_rows = source->villages->len,
    .columns = columns,
    .n_columns = targets->len,
    .cells = cells,
    .row_heading = C_ ("column", "Village"),
    .shade_low = "0",
    /* Translators: the dark end of a scale: 100 per cent, or the largest of the counts */
    .shade_high = _ ("100 % or the largest"),
    .missing_text = _ ("no data yet"),
    .empty_text = _ ("There are no villages or no targets yet."),
  };
  self->kind = &TOSO_CHART_GRID;
  self->chart = chart;
  self->id_step = targets->len;

  return TRUE;
}

static const TosoGridKey *
make_state_keys (TosoReportChart *self,
                 gsize           *n)
{
  static const TosoProgressState states[] = { TOSO_STATE_MET, TOSO_STATE_ON_PACE, TOSO_STATE_BEHIND, TOSO_STATE_NO_DATA };
  TosoGridKey                   *keys = toso_report_chart_new_array (self, TosoGridKey, G_N_ELEMENTS (states));

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    keys[i] = (TosoGridKey){ toso_report_state_mark (states[i]), toso_report_state_text (states[i]) };
  *n = G_N_ELEMENTS (states);

  return keys;
}

/* Of a target; without one, see toso-chart-reports.c. */
gboolean
toso_chart_make_village_tiles (TosoReportChart       *self,
                               const TosoChartSource *source,
                               GError               **error)
{
  TosoTarget *target = toso_chart_find_target (source, error);
  g_autoptr (GArray) entries = target != NULL ? list_entries (source, target) : NULL;
  TosoTileChart *chart;
  TosoTile      *tiles;
  guint          reported = 0;

  if (entries == NULL)
    return FALSE;

  chart = toso_report_chart_new_array (self, TosoTileChart, 1);
  tiles = toso_report_chart_new_array (self, TosoTile, entries->len);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry  *entry = &g_array_index (entries, Entry, i);
      TosoRankedBar bar = make_bar (self, target, entry, i + 1);

      reported += bar.has_value;
      tiles[i] = (TosoTile){
        .number = toso_report_chart_keep (self, g_strdup_printf ("%02u", i + 1)),
        .label = bar.label,
        .mark = bar.mark,
        .value_text = bar.has_value && toso_chart_is_percentage (target) ? toso_report_chart_keep (self, g_strconcat (bar.value_text, " %", NULL)) : bar.value_text,
        .state_text = bar.state_text,
      };
      toso_report_chart_add_id (self, entry->village->id);
      toso_report_chart_add_source (self, entry->village->id, target, toso_chart_get_month (source));
    }
  *chart = (TosoTileChart){
    .frame = { .title = toso_report_chart_keep (self, g_strdup (target->name)), .subtitle = toso_chart_subtitle (self, source, reported, source->villages->len) },
    .tiles = tiles,
    .n_tiles = entries->len,
    .label_heading = C_ ("column", "Village"),
    .value_heading = C_ ("column", "Achieved"),
    .state_heading = C_ ("column", "Progress"),
    .empty_text = _ ("There are no villages yet."),
  };
  if (is_judged (target))
    chart->keys = make_state_keys (self, &chart->n_keys);
  self->kind = &TOSO_CHART_TILES;
  self->chart = chart;

  return TRUE;
}
