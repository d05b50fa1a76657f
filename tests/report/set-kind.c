/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paper-fixture.h"
#include "report/toso-report.h"

/* set-kind DIRECTORY FIGURES PERIOD KIND...: for looking at the pages.  FIGURES:
 * 0, 1, or 2 for the office's lists too; PERIOD: "-" for none. */
int
main (int    argc,
      char **argv)
{
  g_autoptr (TosoYear) year = NULL;
  TosoPeriod period;
  gboolean   has_period;

  g_assert (argc > 4);
  year = test_make_year (argv[1], *argv[2] != '0');
  if (*argv[2] == '2')
    test_fill_registers (year);
  has_period = toso_period_parse (argv[3], &period);
  for (int i = 4; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TosoPaper) paper = toso_report_paper (year, argv[i], has_period ? &period : NULL, &error);
      g_autoptr (TosoDocument) document = NULL;
      g_autofree char *name = g_strconcat (argv[i], ".pdf", NULL);
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_assert_no_error (error);
      document = toso_document_new (paper, NULL, &error);
      g_assert_no_error (error);
      toso_document_write_pdf (document, file, NULL, &error);
      g_assert_no_error (error);
    }
  toso_year_close (year);

  return 0;
}
