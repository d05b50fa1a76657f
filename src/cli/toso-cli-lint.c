/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/toso-cli-json.h"
#include "cli/toso-cli.h"
#include "core/toso-input.h"
#include "document/toso-lint.h"
#include "report/toso-draft.h"

static gboolean
begins_with (GBytes     *bytes,
             const char *start)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= strlen (start) && memcmp (data, start, strlen (start)) == 0;
}

/* The text by its paragraphs, as the plan's reader finds them. */
static GPtrArray *
lint_text (const TosoCliRequest *request,
           GFile                *file,
           GError              **error)
{
  g_autoptr (TosoPlan) plan = toso_plan_read_file (file, request->encoding, NULL, error);
  g_auto (GStrv) paragraphs = plan != NULL ? toso_plan_get_paragraphs (plan) : NULL;

  return plan != NULL ? toso_lint_paragraphs ((const char *const *) paragraphs) : NULL;
}

/* The plan of a year file: its paper is ours, its text is what was written. */
static GPtrArray *
lint_year (const TosoCliRequest *request,
           GError              **error)
{
  g_autoptr (TosoYear) year = toso_cli_open_to_read (request, error);
  g_autoptr (TosoPaper) paper = year != NULL ? toso_report_paper (year, "plan", NULL, error) : NULL;
  g_autoptr (TosoDocument) document = NULL;
  g_autoptr (GBytes) pdf = NULL;
  TosoProfile profile;

  if (paper == NULL || !toso_report_get_profile (year, &profile, error))
    return NULL;
  document = toso_document_new (paper, &profile, error);
  pdf = document != NULL ? toso_document_to_pdf (document, NULL, error) : NULL;

  return pdf != NULL ? toso_lint_pdf (pdf, request->arguments[0], error) : NULL;
}

static GPtrArray *
lint (const TosoCliRequest *request,
      GError              **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (request->arguments[0]);
  g_autoptr (GBytes) bytes = toso_input_load (file, TOSO_INPUT_MAX_BYTES, NULL, error);
  g_autofree char *name = g_file_get_basename (file);

  if (bytes == NULL)
    return NULL;
  if (begins_with (bytes, "SQLite format 3"))
    return lint_year (request, error);
  if (begins_with (bytes, "%PDF-"))
    return toso_lint_pdf (bytes, name, error);

  return lint_text (request, file, error);
}

static json_t *
to_json (GPtrArray *findings)
{
  json_t *array = json_array ();

  for (guint i = 0; i < findings->len; i++)
    {
      const TosoLintFinding *finding = findings->pdata[i];

      json_array_append_new (array, json_pack ("{s:o, s:s, s:s, s:s, s:s, s:s}",
                                               "page", finding->page > 0 ? json_integer (finding->page) : json_null (),
                                               "where", finding->where,
                                               "rule", finding->rule,
                                               "clause", finding->clause,
                                               "found", finding->found,
                                               "expected", finding->expected));
    }

  return array;
}

static void
print (const TosoLintFinding *finding)
{
  g_autofree char *place = finding->page > 0 ? g_strdup_printf (_ ("page %u: %s"), finding->page, finding->where)
                                             : g_strdup (finding->where);

  toso_cli_print ("%s\n", place);
  /* Translators: what stands there; what should */
  toso_cli_print (_ ("    found: %s\n    expected: %s\n"), finding->found, finding->expected);
  if (*finding->clause != '\0')
    /* Translators: %s is such as "II.6.a" */
    toso_cli_print (_ ("    Decree 30/2020/NĐ-CP, Annex I, Part I, %s\n"), finding->clause);
}

/* Findings are an answer, not a failure of the program. */
TosoCliStatus
toso_cli_lint (const TosoCliRequest *request,
               GError              **error)
{
  g_autoptr (GPtrArray) findings = lint (request, error);

  if (findings == NULL)
    return TOSO_CLI_REFUSED;
  if (request->json)
    toso_cli_print_json (to_json (findings));
  else
    for (guint i = 0; i < findings->len; i++)
      print (findings->pdata[i]);
  if (findings->len == 0 && !request->json)
    toso_cli_print ("%s\n", _ ("Nothing was found that should be mended."));

  return findings->len == 0 ? TOSO_CLI_DONE : TOSO_CLI_REFUSED;
}
