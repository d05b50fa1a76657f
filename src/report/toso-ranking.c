/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-ranking.h"

#include <glib/gi18n-lib.h>

#include "report/toso-paper-data.h"
#include "store/toso-year-setting.h"

#define SETTING "ranking.targets"

static void
village_free (gpointer data)
{
  TosoRankedVillage *village = data;

  g_free (village->name);
  g_free (village->values);
  g_free (village->places);
  g_free (village);
}

static void
target_free (gpointer data)
{
  toso_target_free (data);
}

void
toso_ranking_free (TosoRanking *ranking)
{
  if (ranking == NULL)
    return;

  g_ptr_array_unref (ranking->targets);
  g_array_unref (ranking->chosen);
  g_ptr_array_unref (ranking->villages);
  g_ptr_array_unref (ranking->criteria);
  g_free (ranking);
}

/* Less is better where the target is a most. */
static gboolean
is_better (const TosoTarget *target,
           double            a,
           double            b)
{
  switch (target->direction)
    {
    case TOSO_DIRECTION_AT_MOST:
    case TOSO_DIRECTION_LESS_THAN:
    case TOSO_DIRECTION_DECREASE:
      return a < b;
    case TOSO_DIRECTION_NONE:
    case TOSO_DIRECTION_AT_LEAST:
    case TOSO_DIRECTION_MORE_THAN:
    case TOSO_DIRECTION_EQUAL:
    case TOSO_DIRECTION_INCREASE:
    default:
      return a > b;
    }
}

/* One more than how many did better. */
static void
place_villages (TosoRanking *self,
                guint        criterion)
{
  const TosoTarget *target = self->criteria->pdata[criterion];

  for (guint i = 0; i < self->villages->len; i++)
    {
      TosoRankedVillage *village = self->villages->pdata[i];

      if (!village->values[criterion].known)
        continue;
      village->places[criterion] = 1;
      for (guint k = 0; k < self->villages->len; k++)
        {
          const TosoRankedVillage *other = self->villages->pdata[k];

          village->places[criterion] += other->values[criterion].known &&
                                        is_better (target, other->values[criterion].value, village->values[criterion].value);
        }
    }
}

static gboolean
is_whole (const TosoRankedVillage *village,
          guint                    n)
{
  for (guint i = 0; i < n; i++)
    if (village->places[i] == 0)
      return FALSE;

  return n > 0;
}

static void
rank_villages (TosoRanking *self)
{
  guint n = self->criteria->len;

  for (guint i = 0; i < self->villages->len; i++)
    {
      TosoRankedVillage *village = self->villages->pdata[i];

      for (guint k = 0; k < n; k++)
        village->sum += village->places[k];
      village->rank = is_whole (village, n) ? 1 : 0;
    }
  for (guint i = 0; i < self->villages->len; i++)
    {
      TosoRankedVillage *village = self->villages->pdata[i];

      for (guint k = 0; village->rank > 0 && k < self->villages->len; k++)
        {
          const TosoRankedVillage *other = self->villages->pdata[k];

          village->rank += is_whole (other, n) && other->sum < village->sum;
        }
    }
}

/* A stable sort, in which villages keep their order. */
static int
compare_villages (gconstpointer a,
                  gconstpointer b)
{
  const TosoRankedVillage *x = *(TosoRankedVillage *const *) a;
  const TosoRankedVillage *y = *(TosoRankedVillage *const *) b;

  if (x->rank == 0 || y->rank == 0)
    return (x->rank == 0) - (y->rank == 0);

  return (x->rank > y->rank) - (x->rank < y->rank);
}

static void
add_village (TosoRanking             *self,
             const TosoPaperData     *data,
             const TosoVillageReport *report)
{
  TosoRankedVillage *village = g_new0 (TosoRankedVillage, 1);
  guint              n = 0;

  village->village_id = report->village->id;
  village->name = g_strdup (report->village->name);
  village->values = g_new0 (TosoFigure, MAX (1, self->criteria->len));
  village->places = g_new0 (guint, MAX (1, self->criteria->len));
  for (guint t = 0; t < data->plan->targets->len; t++)
    for (guint c = 0; c < self->criteria->len; c++)
      if (((const TosoTarget *) self->criteria->pdata[c])->id == ((const TosoTarget *) data->plan->targets->pdata[t])->id)
        {
          village->values[c] = report->values[t];
          n++;
        }
  g_assert (n == self->criteria->len);
  g_ptr_array_add (self->villages, village);
}

static gboolean
has_any (const TosoPaperData *data,
         guint                target)
{
  for (guint i = 0; i < data->reports->len; i++)
    if (((const TosoVillageReport *) data->reports->pdata[i])->values[target].known)
      return TRUE;

  return FALSE;
}

static void
add_targets (TosoRanking         *self,
             const TosoPaperData *data,
             const char          *setting)
{
  g_auto (GStrv) codes = g_strsplit (setting != NULL ? setting : "", "\n", -1);

  for (guint t = 0; t < data->plan->targets->len; t++)
    {
      const TosoTarget *target = data->plan->targets->pdata[t];
      gboolean          is_chosen = g_strv_contains ((const char *const *) codes, target->code);

      if (!has_any (data, t) && !is_chosen)
        continue;
      g_ptr_array_add (self->targets, toso_target_copy (target));
      g_array_append_val (self->chosen, is_chosen);
      if (is_chosen)
        g_ptr_array_add (self->criteria, self->targets->pdata[self->targets->len - 1]);
    }
}

TosoRanking *
toso_ranking_load (TosoYear *year,
                   GError  **error)
{
  g_autoptr (TosoRanking) self = g_new0 (TosoRanking, 1);
  g_autoptr (TosoPaperData) data = NULL;
  g_autofree char *setting = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (year), NULL);

  self->targets = g_ptr_array_new_with_free_func (target_free);
  self->chosen = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->villages = g_ptr_array_new_with_free_func (village_free);
  self->criteria = g_ptr_array_new ();
  data = toso_paper_data_load (year, NULL, toso_date_today (), error);
  if (data == NULL)
    return NULL;

  setting = toso_year_get_setting (year, SETTING, NULL);
  add_targets (self, data, setting);
  for (guint i = 0; i < data->reports->len; i++)
    add_village (self, data, data->reports->pdata[i]);
  for (guint c = 0; c < self->criteria->len; c++)
    place_villages (self, c);
  rank_villages (self);
  g_ptr_array_sort (self->villages, compare_villages);

  return g_steal_pointer (&self);
}

gboolean
toso_ranking_choose (TosoYear  *year,
                     GPtrArray *codes,
                     GError   **error)
{
  g_autoptr (GString) setting = g_string_new (NULL);

  g_return_val_if_fail (TOSO_IS_YEAR (year), FALSE);

  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf (setting, "%s%s", i > 0 ? "\n" : "", (const char *) codes->pdata[i]);

  return toso_year_set_setting (year, SETTING, setting->str, _ ("Choose the targets that villages are ranked by"), error);
}

char *
toso_ranking_describe (const TosoRanking       *ranking,
                       const TosoRankedVillage *village)
{
  GString *text = g_string_new (NULL);
  guint    n = 0;

  for (guint i = 0; i < ranking->villages->len; i++)
    n += ((const TosoRankedVillage *) ranking->villages->pdata[i])->rank > 0;
  g_string_append_printf (text, "Xếp thứ %u/%u: ", village->rank, n);
  for (guint c = 0; c < ranking->criteria->len; c++)
    {
      const TosoTarget *target = ranking->criteria->pdata[c];
      g_autofree char  *value = toso_number_format_figure (village->values[c], 2);

      g_string_append_printf (text, "%s%s đạt %s%s%s (thứ %u)", c > 0 ? "; " : "", target->code, value,
                              *target->unit != '\0' ? " " : "", target->unit, village->places[c]);
    }
  g_string_append_printf (text, "; tổng thứ hạng %u.", village->sum);

  return g_string_free (text, FALSE);
}
