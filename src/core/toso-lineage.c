/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-lineage.h"

/* A file that somebody else wrote may go in circles. */
#define MAX_STEPS 64

gint64
toso_lineage_find_today (const GArray *links,
                         gint64        village_id)
{
  for (guint step = 0; step < MAX_STEPS; step++)
    {
      gint64 next = 0;

      for (guint i = 0; i < links->len; i++)
        {
          const TosoLineageLink *link = &g_array_index (links, TosoLineageLink, i);

          if (!link->split && link->old_id == village_id && link->new_id != village_id)
            next = link->new_id;
        }
      if (next == 0)
        return village_id;
      village_id = next;
    }

  return village_id;
}

/* --- merged --- */

static gboolean
is_same_figure (const TosoMeasurement *a,
                const TosoMeasurement *b)
{
  return a->indicator_id == b->indicator_id && a->village_id == b->village_id && toso_period_equal (a->period, b->period) &&
         g_strcmp0 (a->breakdown != NULL ? a->breakdown : "", b->breakdown != NULL ? b->breakdown : "") == 0;
}

/* A ratio is one of sums over those that gave both. */
static void
add_figure (TosoMeasurement       *sum,
            const TosoMeasurement *other)
{
  if (sum->denominator.known && !other->denominator.known)
    return;
  if (!sum->denominator.known && other->denominator.known)
    {
      sum->numerator = other->numerator;
      sum->denominator = other->denominator;
      return;
    }
  sum->numerator = toso_number_add (sum->numerator, other->numerator);
  sum->denominator = toso_number_add (sum->denominator, other->denominator);
}

static TosoMeasurement *
find_same (GPtrArray             *measurements,
           const TosoMeasurement *measurement)
{
  for (guint i = 0; i < measurements->len; i++)
    if (is_same_figure (measurements->pdata[i], measurement))
      return measurements->pdata[i];

  return NULL;
}

/* Those of villages that were merged leave the list, and are given back under
 * the new one's id. */
static GPtrArray *
take_merged (const GArray *links,
             GPtrArray    *measurements)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_measurement_free);

  for (guint i = measurements->len; i > 0; i--)
    {
      TosoMeasurement *measurement = measurements->pdata[i - 1];
      gint64           today = measurement->village_id != 0 ? toso_lineage_find_today (links, measurement->village_id) : 0;
      TosoMeasurement *sum;

      if (today == measurement->village_id)
        continue;
      measurement = g_ptr_array_steal_index (measurements, i - 1);
      measurement->village_id = today;
      sum = find_same (taken, measurement);
      if (sum == NULL)
        {
          g_ptr_array_add (taken, measurement);
          continue;
        }
      add_figure (sum, measurement);
      toso_measurement_free (measurement);
    }

  return taken;
}

static void
map_merged (const GArray *links,
            GPtrArray    *measurements,
            GHashTable   *stocks)
{
  g_autoptr (GPtrArray) taken = take_merged (links, measurements);

  while (taken->len > 0)
    {
      TosoMeasurement *measurement = g_ptr_array_steal_index (taken, taken->len - 1);
      TosoMeasurement *own = find_same (measurements, measurement);

      if (own == NULL)
        {
          g_ptr_array_add (measurements, measurement);
          continue;
        }
      if (!g_hash_table_contains (stocks, &measurement->indicator_id))
        add_figure (own, measurement);
      toso_measurement_free (measurement);
    }
}

/* --- split --- */

/* The first period for which each of what @old_id became has a figure; FALSE:
 * one has none. */
static gboolean
find_complete (const GArray *links,
               GPtrArray    *measurements,
               gint64        old_id,
               gint64        indicator_id,
               TosoPeriod   *complete)
{
  gboolean is_set = FALSE;

  for (guint i = 0; i < links->len; i++)
    {
      const TosoLineageLink *link = &g_array_index (links, TosoLineageLink, i);
      const TosoMeasurement *first = NULL;

      if (!link->split || link->old_id != old_id)
        continue;
      for (guint m = 0; m < measurements->len; m++)
        {
          const TosoMeasurement *measurement = measurements->pdata[m];

          if (measurement->indicator_id == indicator_id &&
              measurement->village_id == toso_lineage_find_today (links, link->new_id) &&
              (first == NULL || toso_period_compare (measurement->period, first->period) < 0))
            first = measurement;
        }
      if (first == NULL)
        return FALSE;
      if (!is_set || toso_period_compare (first->period, *complete) > 0)
        *complete = first->period;
      is_set = TRUE;
    }

  return is_set;
}

static gboolean
came_of (const GArray *links,
         gint64        village_id,
         gint64        old_id)
{
  for (guint i = 0; i < links->len; i++)
    {
      const TosoLineageLink *link = &g_array_index (links, TosoLineageLink, i);

      if (link->split && link->old_id == old_id && toso_lineage_find_today (links, link->new_id) == village_id)
        return TRUE;
    }

  return FALSE;
}

/* What the new ones gave before all of them had is left out: the old one's
 * stands for it.  Then nothing of the old one's is left. */
static void
settle_stock (const GArray          *links,
              GPtrArray             *measurements,
              const TosoMeasurement *old)
{
  gint64           old_id = old->village_id;
  gint64           indicator_id = old->indicator_id;
  gboolean         has_denominator = old->denominator.known;
  TosoPeriod       complete;
  gboolean         is_complete = find_complete (links, measurements, old_id, indicator_id, &complete);
  TosoMeasurement *nothing;

  for (guint i = measurements->len; i > 0; i--)
    {
      const TosoMeasurement *measurement = measurements->pdata[i - 1];

      if (measurement->indicator_id == indicator_id && came_of (links, measurement->village_id, old_id) &&
          (!is_complete || toso_period_compare (measurement->period, complete) < 0))
        g_ptr_array_remove_index (measurements, i - 1);
    }
  if (!is_complete)
    return;
  nothing = g_new0 (TosoMeasurement, 1);
  nothing->indicator_id = indicator_id;
  nothing->village_id = old_id;
  nothing->period = complete;
  nothing->numerator = TOSO_FIGURE (0);
  nothing->denominator = has_denominator ? TOSO_FIGURE (0) : TOSO_FIGURE_MISSING;
  nothing->note = g_strdup ("");
  g_ptr_array_add (measurements, nothing);
}

static gboolean
was_split (const GArray *links,
           gint64        village_id)
{
  for (guint i = 0; i < links->len; i++)
    {
      const TosoLineageLink *link = &g_array_index (links, TosoLineageLink, i);

      if (link->split && link->old_id == village_id)
        return TRUE;
    }

  return FALSE;
}

static void
map_split (const GArray *links,
           GPtrArray    *measurements,
           GHashTable   *stocks)
{
  g_autoptr (GHashTable) settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < measurements->len;)
    {
      const TosoMeasurement *measurement = measurements->pdata[i++];
      char                  *key = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, measurement->village_id, measurement->indicator_id);

      if (!was_split (links, measurement->village_id) || !g_hash_table_contains (stocks, &measurement->indicator_id) ||
          g_hash_table_contains (settled, key))
        {
          g_free (key);
          continue;
        }
      g_hash_table_add (settled, key);
      settle_stock (links, measurements, measurement);
      /* Places have moved. */
      i = 0;
    }
}

void
toso_lineage_map (const GArray *links,
                  GPtrArray    *measurements,
                  GHashTable   *stocks)
{
  g_return_if_fail (links != NULL && measurements != NULL && stocks != NULL);

  if (links->len == 0)
    return;

  map_merged (links, measurements, stocks);
  map_split (links, measurements, stocks);
}
