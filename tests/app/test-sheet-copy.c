/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-sheet-copy.h"
#include "sheet-sample.h"

#include <string.h>

static SheetSample *
make (void)
{
  SheetSample *sample = sheet_sample_new (3, 6);

  toso_sheet_model_set_text (TOSO_SHEET_MODEL (sample), 0, 1, "1234,5");
  toso_sheet_model_set_text (TOSO_SHEET_MODEL (sample), 0, 2, "");
  toso_sheet_model_set_text (TOSO_SHEET_MODEL (sample), 1, 1, "0");
  toso_sheet_model_set_text (TOSO_SHEET_MODEL (sample), 1, 2, "a <b> & \"c\"\tmột");

  return sample;
}

/* One cell is its figure alone: to be pasted into a sentence. */
static void
test_one_cell (void)
{
  g_autoptr (SheetSample) sample = make ();
  g_autofree char *tsv = toso_sheet_copy_tsv (TOSO_SHEET_MODEL (sample), 0, 1, 0, 1);
  g_autofree char *html = toso_sheet_copy_html (TOSO_SHEET_MODEL (sample), 0, 1, 0, 1);

  g_assert_cmpstr (tsv, ==, "1234,5");
  g_assert_nonnull (strstr (html, "<tr><td>1234,5</td></tr>"));
}

/* More cells take the names along, so that the block finds its rows again. */
static void
test_block (void)
{
  g_autoptr (SheetSample) sample = make ();
  g_autofree char *tsv = toso_sheet_copy_tsv (TOSO_SHEET_MODEL (sample), 0, 1, 1, 2);
  g_autofree char *html = toso_sheet_copy_html (TOSO_SHEET_MODEL (sample), 0, 1, 1, 2);

  g_assert_cmpstr (tsv, ==,
                   "\tB1\tB2\n"
                   "Thôn 1\t1234,5\t\n"
                   "Thôn 2\t0\t\"a <b> & \"\"c\"\"\tmột\"\n");
  g_assert_nonnull (strstr (html, "<meta charset=\"utf-8\">"));
  g_assert_nonnull (strstr (html, "<tr><th></th><th>B1</th><th>B2</th></tr>"));
  g_assert_nonnull (strstr (html, "<tr><th>Thôn 1</th><td>1234,5</td><td></td></tr>"));
  g_assert_nonnull (strstr (html, "<td>a &lt;b&gt; &amp; &quot;c&quot;\tmột</td>"));
}

static void
test_computed (void)
{
  g_autoptr (SheetSample) sample = make ();
  g_autofree char *tsv = toso_sheet_copy_tsv (TOSO_SHEET_MODEL (sample), 2, 5, 2, 5);

  g_assert_cmpstr (tsv, ==, "3");
}

/* What a reader of the screen says of a cell. */
static void
test_describe (void)
{
  g_autoptr (SheetSample) sample = make ();
  g_autofree char *figure = toso_sheet_model_describe (TOSO_SHEET_MODEL (sample), 0, 1);
  g_autofree char *missing = toso_sheet_model_describe (TOSO_SHEET_MODEL (sample), 0, 2);
  g_autofree char *computed = toso_sheet_model_describe (TOSO_SHEET_MODEL (sample), 0, 5);
  g_autofree char *name = toso_sheet_model_describe (TOSO_SHEET_MODEL (sample), 0, 0);
  g_autofree char *doubtful = NULL;

  toso_sheet_model_set_text (TOSO_SHEET_MODEL (sample), 2, 1, "?7");
  doubtful = toso_sheet_model_describe (TOSO_SHEET_MODEL (sample), 2, 1);
  g_assert_cmpstr (figure, ==, "Thôn 1, B1: 1234,5");
  g_assert_cmpstr (missing, ==, "Thôn 1, B2: —, not reported");
  g_assert_cmpstr (computed, ==, "Thôn 1, B5: 1, computed");
  g_assert_cmpstr (name, ==, "Thôn 1");
  g_assert_cmpstr (doubtful, ==, "Thôn 3, B1: ?7, to be asked about");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet-copy/one-cell", test_one_cell);
  g_test_add_func ("/sheet-copy/block", test_block);
  g_test_add_func ("/sheet-copy/computed", test_computed);
  g_test_add_func ("/sheet-copy/describe", test_describe);

  return g_test_run ();
}
