/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paper-fixture.h"
#include "report/toso-ranking.h"

static void
choose (TestPapers *fixture,
        const char *first,
        const char *second)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  g_ptr_array_add (codes, (gpointer) first);
  if (second != NULL)
    g_ptr_array_add (codes, (gpointer) second);
  toso_ranking_choose (fixture->year, codes, &error);
  g_assert_no_error (error);
}

static TosoRanking *
load (TestPapers *fixture)
{
  g_autoptr (GError) error = NULL;
  TosoRanking *ranking = toso_ranking_load (fixture->year, &error);

  g_assert_no_error (error);

  return ranking;
}

/* Worked out again by hand: places by figures, sums of places, places by sums. */
static void
test_by_hand (TestPapers   *fixture,
              gconstpointer figures)
{
  g_autoptr (TosoRanking) none = load (fixture);
  g_autoptr (TosoRanking) ranking = NULL;
  guint n_ranked = 0;

  g_assert_cmpuint (none->criteria->len, ==, 0);
  g_assert_cmpuint (((const TosoRankedVillage *) none->villages->pdata[0])->rank, ==, 0);
  g_assert_cmpuint (none->targets->len, >=, 2);
  choose (fixture, ((const TosoTarget *) none->targets->pdata[0])->code, ((const TosoTarget *) none->targets->pdata[1])->code);
  ranking = load (fixture);
  g_assert_cmpuint (ranking->criteria->len, ==, 2);
  g_assert_cmpuint (ranking->villages->len, ==, 41);

  for (guint i = 0; i < ranking->villages->len; i++)
    {
      const TosoRankedVillage *village = ranking->villages->pdata[i];
      g_autofree char         *words = NULL;
      guint                    better = 0;

      if (village->rank == 0)
        {
          g_assert_true (!village->values[0].known || !village->values[1].known);
          continue;
        }
      n_ranked++;
      g_assert_cmpuint (village->sum, ==, village->places[0] + village->places[1]);
      for (guint k = 0; k < ranking->villages->len; k++)
        {
          const TosoRankedVillage *other = ranking->villages->pdata[k];

          better += other->rank > 0 && other->sum < village->sum;
          if (other->rank > 0 && other->values[0].value > village->values[0].value)
            g_assert_cmpuint (other->places[0], <, village->places[0]);
        }
      g_assert_cmpuint (village->rank, ==, better + 1);
      words = toso_ranking_describe (ranking, village);
      test_assert_has (words, "tổng thứ hạng");
    }
  g_assert_cmpuint (n_ranked, >, 30);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/report/ranking/by-hand", TestPapers, GINT_TO_POINTER (1), test_papers_set_up, test_by_hand, test_papers_tear_down);

  return g_test_run ();
}
