/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-finder.h"

#include "core/toso-text.h"

/* A key typed into "Find anything" among 100,000 people, each with a number of
 * its own.  Beside it, in the same run, looking through the same names one by
 * one, for a measure of the machine. */

#define N_NAMES 100000

static char *
make_name (GRand *rand,
           int    number)
{
  static const char *const families[] = { "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Bùi", "Đỗ", "Trương", "Quách", "Hà" };
  static const char *const middles[] = { "Văn", "Thị", "Xuân", "Thị Ngọc", "Đức", "Hữu", "Bá", "Minh", "Quốc", "Thúy" };
  static const char *const given[] = { "An", "Bình", "Cường", "Dũng", "Đạt", "Hòa", "Khánh", "Liên", "Uyển", "Yến" };

  return g_strdup_printf ("%s %s %s %d", families[g_rand_int_range (rand, 0, 10)], middles[g_rand_int_range (rand, 0, 10)],
                          given[g_rand_int_range (rand, 0, 10)], number);
}

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

int
main (int    argc,
      char **argv)
{
  static const char *const keys[] = { "n", "ng", "nguyễn", "đ", "do thi lap", "nguyen van an 9", "1", "zzz" };
  g_autoptr (TosoFinder) finder = toso_finder_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GRand *rand = g_rand_new_with_seed (2026);
  gint64 start;
  double slowest = 0;
  double plain;
  guint  n_plain = 0;

  for (int i = 0; i < N_NAMES; i++)
    g_ptr_array_add (names, make_name (rand, i));
  g_rand_free (rand);

  start = g_get_monotonic_time ();
  for (guint i = 0; i < names->len; i++)
    toso_finder_add (finder, names->pdata[i], NULL);
  toso_finder_seal (finder);
  g_print ("made in %.0f ms\n", since (start));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GArray) found = NULL;
      guint  n;
      double ms;

      start = g_get_monotonic_time ();
      found = toso_finder_find (finder, keys[i], 50, &n);
      ms = since (start);
      slowest = MAX (slowest, ms);
      g_print ("“%s”: %u found in %.1f ms\n", keys[i], n, ms);
    }

  start = g_get_monotonic_time ();
  for (guint i = 0; i < names->len; i++)
    n_plain += toso_text_matches_words (names->pdata[i], "nguyễn");
  plain = since (start);
  g_print ("one by one, %u found in %.1f ms; the slowest key takes 1/%.0f of it\n", n_plain, plain, plain / slowest);

  return 0;
}
