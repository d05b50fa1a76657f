/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/toso-cli.h"

#include <glib/gi18n.h>

#include "core/toso-error.h"
#include "report/toso-report.h"

/* Before any file is looked at, so that a slip of the finger is wrong usage. */
static gboolean
check_kind (const char        *kind,
            const char *const *known,
            GError           **error)
{
  g_autofree char *list = NULL;

  if (g_strv_contains (known, kind))
    return TRUE;

  list = g_strjoinv (", ", (char **) known);
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
               _ ("“%s” cannot be made; choose one of: %s."), kind, list);
  return FALSE;
}

TosoCliStatus
toso_cli_paper (const TosoCliRequest *request,
                GError              **error)
{
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (TosoPaper) paper = NULL;
  g_autoptr (TosoDocument) document = NULL;
  g_autoptr (GFile) file = NULL;

  if (!check_kind (request->arguments[1], toso_report_list_papers (), error))
    return TOSO_CLI_USAGE;

  year = toso_cli_open_to_read (request, error);
  if (year == NULL)
    return TOSO_CLI_REFUSED;

  paper = toso_report_paper (year, request->arguments[1], request->has_period ? &request->period : NULL, error);
  if (paper == NULL)
    return TOSO_CLI_REFUSED;

  document = toso_document_new (paper, &TOSO_PROFILE_DECREE_30, error);
  if (document == NULL)
    return TOSO_CLI_REFUSED;

  file = g_file_new_for_commandline_arg (request->output);

  return toso_document_write_pdf (document, file, NULL, error) ? TOSO_CLI_DONE : TOSO_CLI_REFUSED;
}

static gboolean
find_format (const char        *name,
             TosoPictureFormat *format,
             GError           **error)
{
  const struct
  {
    const char       *ending;
    TosoPictureFormat format;
  } known[] = {
    { ".png", TOSO_PICTURE_PNG },
    { ".svg", TOSO_PICTURE_SVG },
    { ".pdf", TOSO_PICTURE_PDF },
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_has_suffix (lower, known[i].ending))
      {
        *format = known[i].format;
        return TRUE;
      }

  g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
               _ ("“%s” should end in .png, .svg or .pdf, which tells how to draw."), name);
  return FALSE;
}

TosoCliStatus
toso_cli_chart (const TosoCliRequest *request,
                GError              **error)
{
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (GBytes) picture = NULL;
  TosoPictureFormat format;

  if (!check_kind (request->arguments[1], toso_report_list_charts (), error) ||
      !find_format (request->output, &format, error))
    return TOSO_CLI_USAGE;

  year = toso_cli_open_to_read (request, error);
  if (year == NULL)
    return TOSO_CLI_REFUSED;

  if (!toso_report_draw_chart (year, request->arguments[1], request->has_period ? &request->period : NULL,
                               request->gray, format, request->width, request->height, &picture, error))
    return TOSO_CLI_REFUSED;

  return toso_cli_write (request->output, picture, error) ? TOSO_CLI_DONE : TOSO_CLI_REFUSED;
}
