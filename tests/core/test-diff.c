/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/toso-text.h"

/* A letter a paragraph: "abc". */
static GStrv
paragraphs_of (const char *letters)
{
  GStrv paragraphs = g_new0 (char *, strlen (letters) + 1);
  gsize i;

  for (i = 0; letters[i] != '\0'; i++)
    paragraphs[i] = g_strndup (letters + i, 1);
  return paragraphs;
}

/* " a-b+c": same a, removed b, added c.  Checks too that the lines lead from
 * the one text to the other. */
static char *
show (const GArray *lines,
      GStrv         old_paragraphs,
      GStrv         new_paragraphs)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  guint old_next = 0;
  guint new_next = 0;
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      const TosoDiffLine *line = &g_array_index (lines, TosoDiffLine, i);
      const char         *text = line->kind == TOSO_DIFF_ADDED ? new_paragraphs[line->new_index] : old_paragraphs[line->old_index];

      if (line->kind != TOSO_DIFF_ADDED)
        g_assert_cmpuint (line->old_index, ==, old_next++);
      if (line->kind != TOSO_DIFF_REMOVED)
        g_assert_cmpuint (line->new_index, ==, new_next++);
      if (line->kind == TOSO_DIFF_SAME)
        g_assert_cmpstr (old_paragraphs[line->old_index], ==, new_paragraphs[line->new_index]);
      g_string_append_printf (shown, "%c%s", " -+"[line->kind], text);
    }
  g_assert_cmpuint (old_next, ==, g_strv_length (old_paragraphs));
  g_assert_cmpuint (new_next, ==, g_strv_length (new_paragraphs));
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

static void
test_cases (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *shown;
  } cases[] = {
    { "", "", "" },
    { "abc", "abc", " a b c" },
    { "", "ab", "+a+b" },
    { "ab", "", "-a-b" },
    { "abc", "axc", " a-b+x c" },
    { "abc", "xyz", "-a-b-c+x+y+z" },
    { "abcd", "abd", " a b-c d" },
    { "abd", "abcd", " a b+c d" },
    { "abcdef", "abxyef", " a b-c-d+x+y e f" },
    { "aab", "ab", " a-a b" },
    { "abcabba", "cbabac", NULL }, /* Myers' own example, 5 differences */
    { "aaaa", "aa", NULL },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) before = paragraphs_of (cases[i].before);
      g_auto (GStrv) after = paragraphs_of (cases[i].after);
      g_autoptr (GArray) lines = toso_diff_paragraphs ((const char *const *) before, (const char *const *) after);
      g_autofree char *shown = show (lines, before, after);

      if (cases[i].shown != NULL)
        g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static guint
count_differences (const GArray *lines)
{
  guint n = 0;
  guint i;

  for (i = 0; i < lines->len; i++)
    n += g_array_index (lines, TosoDiffLine, i).kind != TOSO_DIFF_SAME;
  return n;
}

/* Length of the longest common part, the slow way. */
static guint
common_length (const char *a,
               const char *b)
{
  guint table[32][32] = { { 0 } };
  gsize i;
  gsize j;

  for (i = 1; i <= strlen (a); i++)
    for (j = 1; j <= strlen (b); j++)
      table[i][j] = a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1 : MAX (table[i - 1][j], table[i][j - 1]);
  return table[strlen (a)][strlen (b)];
}

static void
fill (GRand *rand,
      char  *letters)
{
  int length = g_rand_int_range (rand, 0, 30);
  int i;

  for (i = 0; i < length; i++)
    letters[i] = (char) ('a' + g_rand_int_range (rand, 0, 4));
  letters[length] = '\0';
}

static void
test_fewest_differences (void)
{
  GRand *rand = g_rand_new_with_seed (2026);
  int    i;

  for (i = 0; i < 500; i++)
    {
      char a[32];
      char b[32];
      g_auto (GStrv) before = NULL;
      g_auto (GStrv) after = NULL;
      g_autoptr (GArray) lines = NULL;
      g_autofree char *shown = NULL;

      fill (rand, a);
      fill (rand, b);
      before = paragraphs_of (a);
      after = paragraphs_of (b);
      lines = toso_diff_paragraphs ((const char *const *) before, (const char *const *) after);
      shown = show (lines, before, after);
      g_assert_cmpuint (count_differences (lines), ==, strlen (a) + strlen (b) - 2 * common_length (a, b));
    }
  g_rand_free (rand);
}

static GStrv
numbered (const char *format_head,
          guint       n)
{
  GStrv paragraphs = g_new0 (char *, n + 1);
  guint i;

  for (i = 0; i < n; i++)
    paragraphs[i] = g_strdup_printf ("%s %u", format_head, i);
  return paragraphs;
}

/* Two texts that have nothing in common cost neither hours nor gigabytes. */
static void
test_wholly_different (void)
{
  g_auto (GStrv) before = numbered ("cũ", 10000);
  g_auto (GStrv) after = numbered ("mới", 10000);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GArray) lines = toso_diff_paragraphs ((const char *const *) before, (const char *const *) after);
  double           seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_autofree char *shown = show (lines, before, after);

  g_test_message ("%.3f s", seconds);
  g_assert_cmpuint (lines->len, ==, 20000);
  g_assert_cmpint (g_array_index (lines, TosoDiffLine, 9999).kind, ==, TOSO_DIFF_REMOVED);
  g_assert_cmpint (g_array_index (lines, TosoDiffLine, 10000).kind, ==, TOSO_DIFF_ADDED);
}

static void
test_few_changes_in_a_long_text (void)
{
  g_auto (GStrv) before = numbered ("đoạn", 10000);
  g_auto (GStrv) after = numbered ("đoạn", 10000);
  g_autoptr (GArray) lines = NULL;
  g_autofree char *shown = NULL;
  guint            i;

  for (i = 0; i < 10000; i += 100)
    {
      g_free (after[i]);
      after[i] = g_strdup_printf ("sửa %u", i);
    }
  lines = toso_diff_paragraphs ((const char *const *) before, (const char *const *) after);
  shown = show (lines, before, after);
  g_assert_cmpuint (count_differences (lines), ==, 200);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/diff/cases", test_cases);
  g_test_add_func ("/core/diff/fewest-differences", test_fewest_differences);
  g_test_add_func ("/core/diff/wholly-different", test_wholly_different);
  g_test_add_func ("/core/diff/few-changes-in-a-long-text", test_few_changes_in_a_long_text);

  return g_test_run ();
}
