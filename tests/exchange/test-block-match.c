/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-block-match.h"

#include <string.h>

static const char *const villages[] = { "Thôn Ngọc Minh", "Thôn 1", "Thôn 2", "Làng 2", "Làng Cò", "Thôn Mới" };
static const char *const codes[] = { "NM", "T1", "", "", "LC", "7" };
static const char *const titles[] = { "Đạt được", "Hộ gia đình", "Đạt được", "Công dân", "Phát thanh" };
static const char *const names[] = { "Hộ dùng DVC, đạt được", "Hộ dùng DVC, hộ gia đình", "Căn cước, đạt được",
                                     "Căn cước, công dân", "Buổi phát thanh" };

/* The cursor stands on Thôn 2, Đạt được of the second band. */
static const TosoBlockPlace place = {
  villages,
  codes,
  G_N_ELEMENTS (villages),
  titles,
  names,
  G_N_ELEMENTS (titles),
  2,
  2,
};

/* Rows: "h" head, "t" total, "e" empty, "d" twice, "?" unknown, else the index
 * of the village.  Columns: "v" village, "n" numbering, "e", "?", or the index. */
static char *
write_down (const TosoBlockMatch *match)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < match->n_rows; i++)
    {
      if (match->rows[i].kind == TOSO_BLOCK_ROW_VILLAGE)
        g_string_append_printf (text, "%u", match->rows[i].village);
      else
        g_string_append_c (text, "h.ted?"[match->rows[i].kind]);
    }
  g_string_append_c (text, ' ');
  for (guint i = 0; i < match->n_columns; i++)
    {
      if (match->columns[i].kind == TOSO_BLOCK_COLUMN_OURS)
        g_string_append_printf (text, "%u", match->columns[i].column);
      else
        g_string_append_c (text, "vn.e?"[match->columns[i].kind]);
    }
  if (match->by_order)
    g_string_append (text, " by order");
  if (match->by_titles)
    g_string_append (text, " by titles");

  return g_string_free (text, FALSE);
}

static void
test_match (void)
{
  static const struct
  {
    const char *text;
    const char *match;
  } cases[] = {
    /* By name, in any order; columns from the cursor's on. */
    { "Làng Cò\t1\t2\nThôn Ngọc Minh\t3\t4", "40 v23" },
    { "lang co\t1\nTHÔN NGỌC MINH:\t3", "40 v2" },
    { "Ngọc Minh\t1\nCò\t3", "04 v2" }, /* without the noun */
    { "T1\t1\nLC\t3", "14 v2" },        /* by code */
    { "1\tThôn 1\t5\n2\tThôn Mới\t6", "15 nv2" },
    { "Thôn 1\t5\t\t6", "1 v2e4" },      /* an empty column keeps its place */
    { "Thôn 1\t5\t6\t7\t8", "1 v234?" }, /* beyond the last of ours */
    /* Heads and feet. */
    { "STT\tThôn\tA\n1\tThôn 1\t5\n\t\t\n\tTổng cộng\t5\n\tNgười lập biểu\t", "h1et? nv2" },
    { "Toàn xã\t9\nThôn 1\t5", "t1 v2" },
    { "Thôn 1\t5\nThôn 1\t6\nThôn Lạ\t7", "1d? v2" },
    /* "Thôn 2" and "Làng 2" are two villages; "2" is neither. */
    { "Thôn 2\t5\nLàng 2\t6", "23 v2" },
    { "Khu 2\t5\nThôn 1\t6", "h1 v2" },
    /* Titles over the columns. */
    { "Thôn\tPhát thanh\tHộ gia đình\nThôn 1\t5\t6", "h1 v41 by titles" },
    { "Thôn\tPhát thanh\tGhi chú\nThôn 1\t5\t6", "h1 v4? by titles" },
    { "Thôn\tHộ dùng DVC\tCăn cước\n\tĐạt được\tĐạt được\nThôn 1\t5\t6", "hh1 v02 by titles" },
    { "Thôn\tĐạt được\nThôn 1\t5", "h1 v2" }, /* of two of ours: says nothing */
    /* No name anywhere: only by order, from the cursor's village on. */
    { "5\t6\n7\t8", "23 23 by order" },
    { "5", "2 2 by order" },
    { "Hộ gia đình\n5\n6", "h23 1 by order by titles" },
    { "1\n2\n3\n4\n5", "2345? 2 by order" },
    { "5\n\n-\n6", "2345 2 by order" }, /* what is empty keeps its place */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoCopiedBlock) block = toso_copied_block_read_tsv (cases[i].text, -1, NULL);
      g_autoptr (TosoBlockMatch) match = toso_block_match (block, &place);
      g_autofree char *found = write_down (match);

      g_assert_cmpstr (found, ==, cases[i].match);
    }
}

/* A number is never taken for a village, though one be called "1". */
static void
test_numbers_are_no_names (void)
{
  g_autoptr (TosoCopiedBlock) block = toso_copied_block_read_tsv ("1\t2\n2\t1\n7\t7", -1, NULL);
  g_autoptr (TosoBlockMatch) match = toso_block_match (block, &place);

  g_assert_true (match->by_order);
}

static void
test_heads (void)
{
  g_autoptr (TosoCopiedBlock) block = toso_copied_block_read_html ("<table><tr><td rowspan=2>Thôn<td colspan=2>Căn cước<tr><td>Đạt được"
                                                                   "<td>Công dân<tr><td>Thôn 1<td>5<td>6</table>",
                                                                   -1, NULL);
  g_autoptr (TosoBlockMatch) match = toso_block_match (block, &place);
  g_autofree char *found = write_down (match);

  g_assert_cmpstr (match->columns[0].head, ==, "Thôn");
  g_assert_cmpstr (match->columns[1].head, ==, "Căn cước, Đạt được");
  g_assert_cmpstr (found, ==, "hh1 v23 by titles");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/block-match/match", test_match);
  g_test_add_func ("/block-match/numbers-are-no-names", test_numbers_are_no_names);
  g_test_add_func ("/block-match/heads", test_heads);

  return g_test_run ();
}
