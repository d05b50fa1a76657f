/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "papers.h"
#include "samples.h"

#include <string.h>

/* set-paper plan|decision|letter|table|rich|1.2|1.4|… FILE [N]: for looking at the
 * pages, and what the benchmark measures. */
int
main (int    argc,
      char **argv)
{
  g_autoptr (TosoPaper) paper = NULL;
  g_autoptr (TosoDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  guint n = argc > 3 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : 1;

  g_assert (argc > 2);
  if (g_str_equal (argv[1], "decision"))
    paper = test_decision_paper ();
  else if (g_str_equal (argv[1], "letter"))
    paper = test_letter_paper ();
  else if (g_str_equal (argv[1], "table"))
    paper = test_table_paper (n);
  else if (g_str_equal (argv[1], "rich"))
    paper = test_rich_paper ();
  else if (g_ascii_isdigit (*argv[1]))
    paper = test_sample (argv[1]);
  else
    paper = test_plan_paper (n);
  if (argc > 4)
    paper->watermark = g_strdup (argv[4]);

  document = toso_document_new (paper, NULL, &error);
  g_assert_no_error (error);
  file = g_file_new_for_path (argv[2]);
  toso_document_write_pdf (document, file, NULL, &error);
  g_assert_no_error (error);

  return 0;
}
