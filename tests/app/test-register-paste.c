/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-register-paste.h"

#include <string.h>

static GHashTable *
make_names (void)
{
  static const char *const villages[] = { "Thôn Ngọc Minh", "Thôn 2", "Thôn Trùng", "Thôn Trung" };
  GHashTable              *names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  GHashTable              *list = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (villages); i++)
    {
      gint64 id = (gint64) i + 1;

      g_hash_table_insert (list, g_memdup2 (&id, sizeof id), g_strdup (villages[i]));
    }
  g_hash_table_insert (names, (char *) "village", list);

  return names;
}

static GPtrArray *
make_existing (const TosoRegister *kind)
{
  GPtrArray  *existing = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_record_free);
  TosoRecord *record = toso_record_new (kind);

  toso_record_set (record, "name", "Nón lá");
  if (toso_register_find (kind, "stars") != NULL)
    toso_record_set (record, "stars", "3");
  g_assert_true (toso_record_take (record, NULL));
  g_ptr_array_add (existing, record);

  return existing;
}

/* Each block: how many are new, doubled, just so, wrong; and a word of what is
 * said of the first that is wrong. */
static void
test_rows (void)
{
  static const struct
  {
    const char *kind;
    const char *text;
    guint       n_new, n_doubles, n_same, n_problems;
    const char *says;
  } cases[] = {
    /* By heads, in any order, marked as required; what is unknown is left. */
    { "product", "STT\tStars\tProduct *\tVillage\n1\t3\tBánh đa\tthon ngoc minh\n", 1, 0, 0, 0, NULL },
    /* Without heads: as the list shows them. */
    { "product", "Bánh đa\tBà Tư\tThôn 2\t4\t18/3/2026\n", 1, 0, 0, 0, NULL },
    { "product", "Product\tStars\nNón lá\t3\nnon la\t4\nNÓN LÁ\t\n", 0, 2, 1, 0, NULL },
    { "product", "Product\tStars\nBánh đa\t4\nBánh đa\t5\n", 1, 1, 0, 0, NULL },
    { "product", "Product\tStars\nA\t6\n\t3\nB\tnhiều\n\t\n", 0, 0, 0, 3, "Row 2: Stars" },
    { "product", "Product\tVillage\nA\tThôn 99\nB\tthon trung\nC\tThôn Trung\n", 1, 0, 0, 2, "“Thôn 99” is not in the list" },
    { "product", "Product\tRecognised on\nA\t31/02/2026\n", 0, 0, 0, 1, "31/02/2026" },
    { "member", "Full name\tTelephone\nLê Văn Út\t912345678\nTrần Ba\t12\n", 1, 0, 0, 1, "telephone" },
    { "member", "Full name\n", 0, 0, 0, 0, NULL },
  };
  g_autoptr (GHashTable) names = make_names ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TosoRegister *kind = toso_registers_find (cases[i].kind);
      g_autoptr (GPtrArray) existing = make_existing (kind);
      g_autoptr (GError) error = NULL;
      g_autoptr (TosoCopiedBlock) block = toso_copied_block_read_tsv (cases[i].text, -1, &error);
      g_autoptr (TosoPastedRows) rows = NULL;

      g_assert_no_error (error);
      g_test_message ("%u", (guint) i);
      rows = toso_pasted_rows_read (kind, block, existing, names);
      g_assert_cmpuint (rows->records->len, ==, cases[i].n_new);
      g_assert_cmpuint (rows->doubles->len, ==, cases[i].n_doubles);
      g_assert_cmpuint (rows->n_same, ==, cases[i].n_same);
      g_assert_cmpuint (rows->problems->len, ==, cases[i].n_problems);
      if (cases[i].says != NULL)
        g_assert_nonnull (strstr (rows->problems->pdata[0], cases[i].says));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register-paste/rows", test_rows);

  return g_test_run ();
}
