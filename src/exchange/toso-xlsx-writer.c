/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-xlsx-writer.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/toso-error.h"

/* libxlsxwriter opens its file with fopen(), which on Windows knows only the
 * names of the system's code page. */
static char *
name_for_fopen (const char *path)
{
#ifdef G_OS_WIN32
  return g_win32_locale_filename_from_utf8 (path);
#else
  return g_strdup (path);
#endif
}

static void
clear (TosoXlsxWriter *writer)
{
  if (writer->path != NULL)
    g_remove (writer->path);
  if (writer->folder != NULL)
    g_rmdir (writer->folder);
  g_clear_pointer (&writer->path, g_free);
  g_clear_pointer (&writer->folder, g_free);
  writer->workbook = NULL;
}

static void
set_error (GError **error)
{
  g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_STORAGE,
                       _ ("The workbook could not be made: the folder for temporary files is full or can't be written. Free some space and try again."));
}

gboolean
toso_xlsx_writer_begin (TosoXlsxWriter *writer,
                        GError        **error)
{
  g_autofree char     *name = NULL;
  g_autofree char     *folder = NULL;
  lxw_workbook_options options = { 0 };
  lxw_doc_properties   properties = { 0 };

  *writer = (TosoXlsxWriter){ 0 };
  writer->folder = g_dir_make_tmp ("toso-XXXXXX", NULL);
  if (writer->folder != NULL)
    {
      writer->path = g_build_filename (writer->folder, "table.xlsx", NULL);
      name = name_for_fopen (writer->path);
      folder = name_for_fopen (writer->folder);
    }
  if (name != NULL && folder != NULL)
    {
      options.tmpdir = folder;
      writer->workbook = workbook_new_opt (name, &options);
    }
  if (writer->workbook == NULL)
    {
      clear (writer);
      set_error (error);
      return FALSE;
    }

  /* 2026-01-01: a day of making would make each copy another file. */
  properties.created = 1767225600;
  workbook_set_properties (writer->workbook, &properties);
  return TRUE;
}

GBytes *
toso_xlsx_writer_end (TosoXlsxWriter *writer,
                      GError        **error)
{
  char *content = NULL;
  gsize size = 0;

  if (workbook_close (writer->workbook) != LXW_NO_ERROR || !g_file_get_contents (writer->path, &content, &size, NULL))
    set_error (error);
  clear (writer);

  return content != NULL ? g_bytes_new_take (content, size) : NULL;
}
