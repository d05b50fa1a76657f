/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-text.h"

/* Folding and sorting the names of a whole province's team members.  Beside
 * it, in the same run, GLib's own normalising and locale collation of the
 * same names, for a measure of the machine. */

#define N_NAMES 100000

static GPtrArray *
make_names (void)
{
  static const char *const families[] = { "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Bùi", "Đỗ", "Trương", "Quách", "Hà" };
  static const char *const middles[] = { "Văn", "Thị", "Xuân", "Thị Ngọc", "Đức", "Hữu", "Bá", "Minh", "Quốc", "Thúy" };
  static const char *const given[] = { "An", "Bình", "Cường", "Dũng", "Đạt", "Hòa", "Khánh", "Liên", "Uyển", "Yến" };
  GPtrArray               *names = g_ptr_array_new_with_free_func (g_free);
  GRand                   *rand = g_rand_new_with_seed (2026);
  int                      i;

  for (i = 0; i < N_NAMES; i++)
    g_ptr_array_add (names, g_strdup_printf ("%s %s %s", families[g_rand_int_range (rand, 0, 10)],
                                             middles[g_rand_int_range (rand, 0, 10)], given[g_rand_int_range (rand, 0, 10)]));
  g_rand_free (rand);
  return names;
}

static double
time_of (GPtrArray *names,
         char *(*func) (const char *) )
{
  gint64 start = g_get_monotonic_time ();
  guint  i;

  for (i = 0; i < names->len; i++)
    g_free (func (g_ptr_array_index (names, i)));
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static char *
glib_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);

  return g_utf8_casefold (normal, -1);
}

static char *
glib_key (const char *text)
{
  return g_utf8_collate_key (text, -1);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static double
time_of_sort (GPtrArray *names)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  gint64 start = g_get_monotonic_time ();
  guint  i;

  for (i = 0; i < names->len; i++)
    g_ptr_array_add (keys, toso_name_collate_key (g_ptr_array_index (names, i)));
  g_ptr_array_sort (keys, compare);
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

int
main (void)
{
  g_autoptr (GPtrArray) names = make_names ();
  double fold = time_of (names, toso_text_fold);
  double key = time_of (names, toso_text_collate_key);
  double sort = time_of_sort (names);
  double glib = time_of (names, glib_fold) + time_of (names, glib_key);

  g_print ("%d names\n", N_NAMES);
  g_print ("fold                    %.3f s\n", fold);
  g_print ("collate key             %.3f s\n", key);
  g_print ("name keys and sort      %.3f s\n", sort);
  g_print ("GLib fold + key         %.3f s\n", glib);
  g_print ("fold + name keys + sort %.3f s, %.2f x GLib\n", fold + sort, (fold + sort) / glib);
  return fold + sort <= 1.0 ? 0 : 1;
}
