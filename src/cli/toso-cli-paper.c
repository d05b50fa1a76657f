/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/toso-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-output.h"
#include "report/toso-draft.h"

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

static gboolean
check_is_pdf (const char *name,
              GError    **error)
{
  TosoOutputKind kind;

  if (toso_output_find_kind (name, &kind) && kind == TOSO_OUTPUT_PDF)
    return TRUE;

  g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
               _ ("“%s” should end in .pdf: a paper is written as PDF."), name);
  return FALSE;
}

/* @name: NULL for no picture. */
static gboolean
read_picture (const char *name,
              GBytes    **bytes,
              GError    **error)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *base = NULL;
  char            *content;
  gsize            length;

  if (name == NULL)
    return TRUE;
  file = g_file_new_for_commandline_arg (name);
  base = g_file_get_basename (file);
  if (g_file_load_contents (file, NULL, &content, &length, NULL, NULL))
    {
      *bytes = g_bytes_new_take (content, length);
      return TRUE;
    }
  /* Translators: %s is a file's name */
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("“%s” cannot be read. Check its name and place."), base);

  return FALSE;
}

static gboolean
write_paper (TosoYear             *year,
             TosoPaper            *paper,
             const TosoCliRequest *request,
             const char           *name,
             GError              **error)
{
  g_autoptr (TosoDocument) document = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autofree char *remark = NULL;
  TosoProfile      profile;

  if (!toso_report_get_profile (year, &profile, error) ||
      !read_picture (request->signature, &paper->signature_picture, error) ||
      !read_picture (request->seal, &paper->seal_picture, error))
    return FALSE;
  document = toso_document_new (paper, &profile, error);
  if (document == NULL || !toso_document_write_pdf (document, file, NULL, error))
    return FALSE;
  remark = toso_document_describe_missing (document);
  if (remark != NULL)
    toso_cli_say ("%s\n", remark);

  return TRUE;
}

/* "đôn đốc.pdf" → "đôn đốc-01.pdf", and so on, each said with its village. */
static gboolean
write_each (TosoYear             *year,
            const TosoCliRequest *request,
            GError              **error)
{
  g_autoptr (TosoDraft) draft = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) papers = NULL;
  g_autofree char *stem = g_strndup (request->output, strlen (request->output) - strlen (".pdf"));

  draft = toso_draft_open (year, request->arguments[1], request->has_period ? &request->period : NULL, error);
  papers = draft != NULL ? toso_draft_make_each (draft, &names, error) : NULL;
  if (papers == NULL)
    return FALSE;
  if (papers->len == 0)
    toso_cli_say ("%s\n", _ ("No village is late: there is no letter to write."));
  for (guint i = 0; i < papers->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%02u.pdf", stem, i + 1);

      if (!write_paper (year, papers->pdata[i], request, name, error))
        return FALSE;
      toso_cli_print ("%s\t%s\n", name, (const char *) names->pdata[i]);
    }

  return TRUE;
}

/* What stands open on the paper is no failure. */
static gboolean
say_remark (TosoDraft *draft,
            GError   **error)
{
  g_autoptr (TosoPaperChoices) choices = toso_draft_load_choices (draft, error);
  g_autofree char *remark = choices != NULL ? toso_paper_choices_remark (choices) : NULL;

  if (remark != NULL)
    toso_cli_say ("%s\n", remark);

  return choices != NULL;
}

TosoCliStatus
toso_cli_paper (const TosoCliRequest *request,
                GError              **error)
{
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (TosoDraft) draft = NULL;
  g_autoptr (TosoPaper) paper = NULL;

  if (!check_kind (request->arguments[1], toso_report_list_papers (), error) ||
      !check_is_pdf (request->output, error))
    return TOSO_CLI_USAGE;

  year = toso_cli_open_to_read (request, error);
  if (year == NULL)
    return TOSO_CLI_REFUSED;
  if (request->each)
    return write_each (year, request, error) ? TOSO_CLI_DONE : TOSO_CLI_REFUSED;

  /* What the office wrote, where it wrote something. */
  draft = toso_draft_open (year, request->arguments[1], request->has_period ? &request->period : NULL, error);
  paper = draft != NULL ? toso_draft_make_paper (draft, error) : NULL;

  return paper != NULL && write_paper (year, paper, request, request->output, error) && say_remark (draft, error) ? TOSO_CLI_DONE : TOSO_CLI_REFUSED;
}

/* The ending of the file to write tells the kind. */
static gboolean
find_picture_kind (const char     *name,
                   TosoOutputKind *kind,
                   GError        **error)
{
  if (toso_output_find_kind (name, kind))
    return TRUE;

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
  g_autoptr (GFile) file = NULL;
  static const TosoPictureFormat formats[] = {
    [TOSO_OUTPUT_PDF] = TOSO_PICTURE_PDF,
    [TOSO_OUTPUT_PNG] = TOSO_PICTURE_PNG,
    [TOSO_OUTPUT_SVG] = TOSO_PICTURE_SVG,
  };
  TosoOutputKind kind;

  if (!check_kind (request->arguments[1], toso_report_list_charts (), error) ||
      !find_picture_kind (request->output, &kind, error))
    return TOSO_CLI_USAGE;

  year = toso_cli_open_to_read (request, error);
  if (year == NULL)
    return TOSO_CLI_REFUSED;

  if (!toso_report_draw_chart (year, request->arguments[1], request->has_period ? &request->period : NULL,
                               request->target, request->gray, formats[kind], request->width, request->height, &picture, error))
    return TOSO_CLI_REFUSED;

  file = g_file_new_for_commandline_arg (request->output);

  return toso_output_write (file, kind, picture, NULL, error) ? TOSO_CLI_DONE : TOSO_CLI_REFUSED;
}
