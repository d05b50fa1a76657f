/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"

/* Where the mark of a picture's kind may stand: SVG after its XML head. */
#define HEAD_SIZE 1024

static const struct
{
  const char *ending;
  const char *name; /* as a person calls it */
  const char *mark;
  gboolean    at_start;
} kinds[] = {
  [TOSO_OUTPUT_PDF] = { ".pdf", "PDF", "%PDF-", TRUE },
  [TOSO_OUTPUT_PNG] = { ".png", "PNG", "\x89PNG\r\n\x1a\n", TRUE },
  [TOSO_OUTPUT_SVG] = { ".svg", "SVG", "<svg", FALSE },
  [TOSO_OUTPUT_XLSX] = { ".xlsx", "XLSX", "PK\003\004", TRUE },
  [TOSO_OUTPUT_CSV] = { ".csv", "CSV", "\xef\xbb\xbf", TRUE },
};

gboolean
toso_output_find_kind (const char     *name,
                       TosoOutputKind *kind)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i <= TOSO_OUTPUT_SVG; i++)
    if (g_str_has_suffix (lower, kinds[i].ending))
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
is_of_kind (const char    *head,
            gsize          length,
            TosoOutputKind kind)
{
  const char *mark = kinds[kind].mark;

  if (kinds[kind].at_start)
    return length >= strlen (mark) && memcmp (head, mark, strlen (mark)) == 0;

  return g_strstr_len (head, (gssize) length, mark) != NULL;
}

/* What is there may be replaced: nothing, an empty file, or one of the kind
 * that is written.  A folder is left to the writing, which fails. */
static gboolean
check_old (GFile         *file,
           TosoOutputKind kind,
           GCancellable  *cancellable,
           GError       **error)
{
  static const char year_mark[] = "SQLite format 3"; /* its NUL included */
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = NULL;
  char             head[HEAD_SIZE];
  gsize            length = 0;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_REGULAR)
    return TRUE;
  stream = g_file_read (file, cancellable, &reason);
  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &length, cancellable, &reason))
    {
      toso_output_set_error (error, file, reason);
      return FALSE;
    }
  if (length == 0 || is_of_kind (head, length, kind))
    return TRUE;

  name = g_file_get_basename (file);
  if (length >= sizeof year_mark && memcmp (head, year_mark, sizeof year_mark) == 0)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_EXISTS,
                 _ ("“%s” is a year file: it would be lost under the %s. Choose another name; nothing was written."),
                 name, kinds[kind].name);
  else
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_EXISTS,
                 _ ("There is a file “%s” already that is no %s. Choose another name, or move that file away; nothing was written."),
                 name, kinds[kind].name);

  return FALSE;
}

/* A new file beside the old one, then renamed over it. */
static gboolean
replace (GFile        *file,
         GBytes       *content,
         GCancellable *cancellable,
         GError      **error)
{
  gsize       size;
  const char *data = g_bytes_get_data (content, &size);

  if (g_file_peek_path (file) != NULL)
    return g_file_set_contents_full (g_file_peek_path (file), data, (gssize) size,
                                     G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);

  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}

gboolean
toso_output_write (GFile         *file,
                   TosoOutputKind kind,
                   GBytes        *content,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !check_old (file, kind, cancellable, error))
    return FALSE;
  if (replace (file, content, cancellable, &reason))
    return TRUE;

  toso_output_set_error (error, file, reason);

  return FALSE;
}

static GIOErrorEnum
get_code (const GError *reason)
{
  if (reason->domain == G_IO_ERROR)
    return reason->code;
  if (reason->domain == G_FILE_ERROR && reason->code == G_FILE_ERROR_NOTDIR)
    return G_IO_ERROR_NOT_DIRECTORY;
  if (reason->domain == G_FILE_ERROR)
    return g_io_error_from_file_error (reason->code);

  return G_IO_ERROR_FAILED;
}

void
toso_output_set_error (GError      **error,
                       GFile        *file,
                       const GError *reason)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *folder = parent != NULL ? g_file_get_parse_name (parent) : g_strdup (name);
  GIOErrorEnum     code = get_code (reason);

  if (code == G_IO_ERROR_CANCELLED)
    g_propagate_error (error, g_error_copy (reason));
  else if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE,
                 _ ("“%s” is a folder. Give the name of a file in it."), name);
  else if (code == G_IO_ERROR_NOT_FOUND || code == G_IO_ERROR_NOT_DIRECTORY)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE,
                 _ ("“%s” cannot be written: there is no folder “%s”. Make the folder first, or choose another."), name, folder);
  else if (code == G_IO_ERROR_PERMISSION_DENIED)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE,
                 _ ("“%s” cannot be written: you may not write in the folder “%s”. Choose another folder."), name, folder);
  else if (code == G_IO_ERROR_READ_ONLY)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE,
                 _ ("“%s” cannot be written: the disk of the folder “%s” is read-only. Choose another folder."), name, folder);
  else if (code == G_IO_ERROR_NO_SPACE)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE,
                 _ ("“%s” cannot be written: the disk is full. Free some space and try again."), name);
  else if (code == G_IO_ERROR_FILENAME_TOO_LONG)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE,
                 _ ("“%s” cannot be written: its name is too long. Choose a shorter one."), name);
  else
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE,
                 _ ("“%s” cannot be written in the folder “%s”. Choose another folder, or close the program that has the file open."),
                 name, folder);
}
