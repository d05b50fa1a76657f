/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-text.h"

#include <string.h>

/* E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986.
 *
 * Time and room grow with the square of the number of differences.  Beyond
 * this many the texts have so little in common that showing the one taken out
 * and the other put in says as much. */
#define MAX_DIFFERENCES 2000

/* The part of both texts that is left when what they begin and end with alike
 * is taken off.  Paragraphs are numbers here, equal ones the same. */
typedef struct
{
  const int *old_ids;
  const int *new_ids;
  int        n_old;
  int        n_new;
  int        offset; /* of both, in the whole texts */
} Middle;

static void
append_line (GArray      *lines,
             TosoDiffKind kind,
             int          old_index,
             int          new_index)
{
  TosoDiffLine line = {
    kind,
    kind != TOSO_DIFF_ADDED ? (guint) old_index : 0,
    kind != TOSO_DIFF_REMOVED ? (guint) new_index : 0,
  };

  g_array_append_val (lines, line);
}

static int *
number_paragraphs (const char *const *paragraphs,
                   GHashTable        *numbers,
                   int               *count)
{
  guint n = g_strv_length ((GStrv) paragraphs);
  int  *ids = g_new (int, n + 1);
  guint i;

  for (i = 0; i < n; i++)
    {
      gpointer known = g_hash_table_lookup (numbers, paragraphs[i]);

      if (known == NULL)
        {
          known = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
          g_hash_table_insert (numbers, (gpointer) paragraphs[i], known);
        }
      ids[i] = GPOINTER_TO_INT (known);
    }
  *count = (int) n;
  return ids;
}

/* As far as one gets on diagonal @k with @d differences, from what was reached
 * with @d - 1.  @reach is indexed from -d to d. */
static int
best_start (const int *reach,
            int        d,
            int        k)
{
  if (k == -d || (k != d && reach[k - 1] < reach[k + 1]))
    return reach[k + 1];
  return reach[k - 1] + 1;
}

/* The path back through the stored @rounds, as lines from the last one. */
static GArray *
walk_back (const Middle *middle,
           GPtrArray    *rounds)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (TosoDiffLine));
  int     x = middle->n_old;
  int     y = middle->n_new;
  int     d;

  for (d = (int) rounds->len - 1; d >= 0; d--)
    {
      const int *reach = (const int *) g_ptr_array_index (rounds, d) + d + 1;
      int        k = x - y;
      int        start_x = d == 0 ? 0 : best_start (reach, d, k);
      int        start_y = start_x - k;

      while (x > start_x && y > start_y)
        {
          x--;
          y--;
          append_line (lines, TOSO_DIFF_SAME, middle->offset + x, middle->offset + y);
        }
      if (d == 0)
        break;
      if (k == -d || (k != d && reach[k - 1] < reach[k + 1]))
        append_line (lines, TOSO_DIFF_ADDED, 0, middle->offset + --y);
      else
        append_line (lines, TOSO_DIFF_REMOVED, middle->offset + --x, 0);
    }
  return lines;
}

/* The lines from the last one; NULL when there are too many differences. */
static GArray *
find_path (const Middle *middle)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (g_free);
  int             limit = MIN (middle->n_old + middle->n_new, MAX_DIFFERENCES);
  g_autofree int *store = g_new0 (int, 2 * (gsize) limit + 3);
  int            *reach = store + limit + 1;
  int             d;
  int             k;

  for (d = 0; d <= limit; d++)
    {
      /* What round d starts from: diagonals -d - 1 … d + 1. */
      g_ptr_array_add (rounds, g_memdup2 (reach - d - 1, (2 * (gsize) d + 3) * sizeof (int)));
      for (k = -d; k <= d; k += 2)
        {
          int x = d == 0 ? 0 : best_start (reach, d, k);
          int y = x - k;

          while (x < middle->n_old && y < middle->n_new && middle->old_ids[x] == middle->new_ids[y])
            {
              x++;
              y++;
            }
          reach[k] = x;
          if (x >= middle->n_old && y >= middle->n_new)
            return walk_back (middle, rounds);
        }
    }
  return NULL;
}

/* In each run of differences what was removed goes before what was added. */
static void
append_path (GArray       *lines,
             const GArray *backwards)
{
  guint start = lines->len;
  guint n;

  for (n = backwards->len; n > 0; n--)
    {
      const TosoDiffLine *line = &g_array_index (backwards, TosoDiffLine, n - 1);

      if (line->kind == TOSO_DIFF_REMOVED)
        g_array_insert_val (lines, start++, *line);
      else
        g_array_append_val (lines, *line);
      if (line->kind == TOSO_DIFF_SAME)
        start = lines->len;
    }
}

static void
append_middle (GArray       *lines,
               const Middle *middle)
{
  g_autoptr (GArray) path = find_path (middle);
  int i;

  if (path != NULL)
    {
      append_path (lines, path);
      return;
    }
  for (i = 0; i < middle->n_old; i++)
    append_line (lines, TOSO_DIFF_REMOVED, middle->offset + i, 0);
  for (i = 0; i < middle->n_new; i++)
    append_line (lines, TOSO_DIFF_ADDED, 0, middle->offset + i);
}

/**
 * toso_diff_paragraphs:
 * @old_paragraphs: NULL-terminated
 * @new_paragraphs: NULL-terminated
 *
 * Returns: (transfer full): of TosoDiffLine, in the order of the text; of two
 *   in one place what was removed goes first
 */
GArray *
toso_diff_paragraphs (const char *const *old_paragraphs,
                      const char *const *new_paragraphs)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree int *old_ids = NULL;
  g_autofree int *new_ids = NULL;
  GArray         *lines = g_array_new (FALSE, FALSE, sizeof (TosoDiffLine));
  Middle          middle = { 0 };
  int             n_old;
  int             n_new;
  int             tail = 0;
  int             i;

  old_ids = number_paragraphs (old_paragraphs, numbers, &n_old);
  new_ids = number_paragraphs (new_paragraphs, numbers, &n_new);

  while (middle.offset < MIN (n_old, n_new) && old_ids[middle.offset] == new_ids[middle.offset])
    middle.offset++;
  while (tail < MIN (n_old, n_new) - middle.offset && old_ids[n_old - 1 - tail] == new_ids[n_new - 1 - tail])
    tail++;

  for (i = 0; i < middle.offset; i++)
    append_line (lines, TOSO_DIFF_SAME, i, i);
  middle.old_ids = old_ids + middle.offset;
  middle.new_ids = new_ids + middle.offset;
  middle.n_old = n_old - tail - middle.offset;
  middle.n_new = n_new - tail - middle.offset;
  append_middle (lines, &middle);
  for (i = 0; i < tail; i++)
    append_line (lines, TOSO_DIFF_SAME, n_old - tail + i, n_new - tail + i);

  return lines;
}
