/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "papers.h"
#include "read-back.h"

#include <string.h>

/* How often each character is there, spaces apart: which of two columns is read
 * first, and with what between them, is the reader's choice. */
static GHashTable *
count_characters (const char *text)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gpointer key = GUINT_TO_POINTER (g_utf8_get_char (p));

      if (*p != ' ')
        g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }

  return counts;
}

static void
assert_same_characters (const char *printed,
                        const char *expected)
{
  g_autoptr (GHashTable) printed_counts = count_characters (printed);
  g_autoptr (GHashTable) expected_counts = count_characters (expected);
  GHashTableIter iter;
  gpointer       key, count;

  g_hash_table_iter_init (&iter, expected_counts);
  while (g_hash_table_iter_next (&iter, &key, &count))
    if (g_hash_table_lookup (printed_counts, key) != count)
      g_error ("U+%04X: printed %u times, not %u:\n%s", GPOINTER_TO_UINT (key),
               GPOINTER_TO_UINT (g_hash_table_lookup (printed_counts, key)), GPOINTER_TO_UINT (count), printed);
  g_assert_cmpuint (g_hash_table_size (printed_counts), ==, g_hash_table_size (expected_counts));
}

static void
assert_all_printed (const TosoPaper *paper)
{
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  g_autofree char *printed = test_pdf_dup_text (pdf);
  g_autofree char *expected = test_paper_text (paper);

  assert_same_characters (printed, expected);
}

static void
test_all_printed (void)
{
  g_autoptr (TosoPaper) plan = test_plan_paper (1);
  g_autoptr (TosoPaper) decision = test_decision_paper ();

  assert_all_printed (plan);
  assert_all_printed (decision);
}

/* The body is one column: it comes back in order, to the character. */
static void
test_body_in_order (void)
{
  g_autoptr (TosoPaper) plan = test_plan_paper (1);
  g_autoptr (TestPdf) pdf = test_pdf_new (plan, NULL);
  g_autofree char *printed = test_pdf_dup_text (pdf);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *expected = NULL;

  for (guint i = 0; i < plan->blocks->len; i++)
    g_string_append_printf (body, "%s ", ((TosoBlock *) g_ptr_array_index (plan->blocks, i))->text);
  expected = test_squeeze (body->str);

  g_assert_nonnull (strstr (printed, expected));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/text/all-printed", test_all_printed);
  g_test_add_func ("/document/text/body-in-order", test_body_in_order);

  return g_test_run ();
}
