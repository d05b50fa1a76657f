/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-xlsx-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zip.h>

#include "core/toso-error.h"

#define CHUNK (64 * 1024)
/* What a part may grow to.  A table of villages with all its styles is far
 * below; a zip bomb is not. */
#define MAX_PART    (192 * 1024 * 1024)
#define MAX_ENTRIES 5000
#define MAX_DEPTH   64

struct _TosoXlsx
{
  GBytes *content;
  zip_t  *archive;
  char   *name;

  /* While a part is read. */
  XML_Parser               parser;
  guint                    depth;
  gboolean                 stopped;
  gboolean                 hostile;
  XML_StartElementHandler  start;
  XML_EndElementHandler    end;
  XML_CharacterDataHandler text;
  gpointer                 user_data;
};

static void
set_error (TosoXlsx   *xlsx,
           GError    **error,
           const char *sentence) /* with "%s" for the name */
{
  g_autofree char *message = NULL;
  const char      *place = strstr (sentence, "%s");

  message = g_strdup_printf ("%.*s%s%s", (int) (place - sentence), sentence, xlsx->name, place + 2);
  g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE, message);
}

void
toso_xlsx_set_bad (TosoXlsx *xlsx,
                   GError  **error)
{
  set_error (xlsx, error, _ ("“%s” is damaged: it can't be read as an Excel workbook. Ask for the file again, or save it anew as .xlsx."));
}

static void
set_hostile (TosoXlsx *xlsx,
             GError  **error)
{
  set_error (xlsx, error, _ ("“%s” is not made as Excel makes a workbook, and could harm the computer. It was not read. Ask who sent it."));
}

static void
set_too_large (TosoXlsx *xlsx,
               GError  **error)
{
  set_error (xlsx, error, _ ("“%s” is too large to be a table of villages. Keep only the rows and columns of the table, and try again."));
}

TosoXlsx *
toso_xlsx_open (GBytes     *content,
                const char *name,
                GError    **error)
{
  g_autoptr (TosoXlsx) xlsx = g_new0 (TosoXlsx, 1);
  zip_error_t   zip_error;
  zip_source_t *source;
  gsize         size;
  const void   *data = g_bytes_get_data (content, &size);

  xlsx->name = g_strdup (name);
  xlsx->content = g_bytes_ref (content);
  zip_error_init (&zip_error);
  source = zip_source_buffer_create (data, size, 0, &zip_error);
  if (source != NULL)
    {
      xlsx->archive = zip_open_from_source (source, ZIP_RDONLY, &zip_error);
      if (xlsx->archive == NULL)
        zip_source_free (source);
    }
  zip_error_fini (&zip_error);

  if (xlsx->archive == NULL)
    toso_xlsx_set_bad (xlsx, error);
  else if (zip_get_num_entries (xlsx->archive, 0) > MAX_ENTRIES)
    set_hostile (xlsx, error);
  else if (toso_xlsx_has (xlsx, "xl/vbaProject.bin"))
    set_error (xlsx, error, _ ("“%s” holds macros. Save it as a workbook without macros (.xlsx), and try again."));
  else if (toso_xlsx_has (xlsx, "content.xml"))
    set_error (xlsx, error, _ ("“%s” is a LibreOffice document. Save it there as .xlsx, and try again."));
  else if (toso_xlsx_has (xlsx, "word/document.xml"))
    set_error (xlsx, error, _ ("“%s” is a Word document. Copy its table into Excel, save it as .xlsx, and try again."));
  else if (!toso_xlsx_has (xlsx, "xl/workbook.xml"))
    set_error (xlsx, error, _ ("“%s” is no Excel workbook. Save the table as .xlsx, and try again."));
  else
    return g_steal_pointer (&xlsx);

  return NULL;
}

void
toso_xlsx_close (TosoXlsx *xlsx)
{
  if (xlsx == NULL)
    return;

  if (xlsx->archive != NULL)
    zip_discard (xlsx->archive);
  g_bytes_unref (xlsx->content);
  g_free (xlsx->name);
  g_free (xlsx);
}

gboolean
toso_xlsx_has (TosoXlsx   *xlsx,
               const char *part)
{
  return zip_name_locate (xlsx->archive, part, ZIP_FL_NOCASE) >= 0;
}

void
toso_xlsx_stop (TosoXlsx *xlsx)
{
  xlsx->stopped = TRUE;
  XML_StopParser (xlsx->parser, XML_FALSE);
}

const char *
toso_xlsx_local (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

const char *
toso_xlsx_attribute (const char **attributes,
                     const char  *name)
{
  for (guint i = 0; attributes[i] != NULL; i += 2)
    if (g_str_equal (attributes[i], name))
      return attributes[i + 1];

  return NULL;
}

/* --- one part --- */

static void
start_cb (void            *data,
          const XML_Char  *name,
          const XML_Char **attributes)
{
  TosoXlsx *xlsx = data;

  if (++xlsx->depth > MAX_DEPTH)
    {
      xlsx->hostile = TRUE;
      toso_xlsx_stop (xlsx);
    }
  else if (!xlsx->stopped)
    xlsx->start (xlsx->user_data, toso_xlsx_local (name), attributes);
}

static void
end_cb (void           *data,
        const XML_Char *name)
{
  TosoXlsx *xlsx = data;

  xlsx->depth--;
  if (xlsx->end != NULL && !xlsx->stopped)
    xlsx->end (xlsx->user_data, toso_xlsx_local (name));
}

static void
text_cb (void           *data,
         const XML_Char *text,
         int             length)
{
  TosoXlsx *xlsx = data;

  if (xlsx->text != NULL && !xlsx->stopped)
    xlsx->text (xlsx->user_data, text, length);
}

/* Office parts have no document type; entities come with one. */
static void
doctype_cb (void           *data,
            const XML_Char *name,
            const XML_Char *system_id,
            const XML_Char *public_id,
            int             has_internal_subset)
{
  TosoXlsx *xlsx = data;

  xlsx->hostile = TRUE;
  toso_xlsx_stop (xlsx);
}

static gboolean
feed (TosoXlsx   *xlsx,
      zip_file_t *file,
      GError    **error)
{
  g_autofree char *buffer = g_malloc (CHUNK);
  guint64          total = 0;

  for (;;)
    {
      zip_int64_t n = zip_fread (file, buffer, CHUNK);

      if (n < 0)
        {
          toso_xlsx_set_bad (xlsx, error);
          return FALSE;
        }
      total += (guint64) n;
      if (total > MAX_PART)
        {
          set_too_large (xlsx, error);
          return FALSE;
        }
      if (XML_Parse (xlsx->parser, buffer, (int) n, n == 0) != XML_STATUS_OK)
        {
          /* The caller's own reason is set by itself. */
          if (xlsx->hostile)
            set_hostile (xlsx, error);
          else if (!xlsx->stopped)
            toso_xlsx_set_bad (xlsx, error);
          return FALSE;
        }
      if (n == 0)
        return TRUE;
    }
}

gboolean
toso_xlsx_parse (TosoXlsx                *xlsx,
                 const char              *part,
                 XML_StartElementHandler  start,
                 XML_EndElementHandler    end,
                 XML_CharacterDataHandler text,
                 gpointer                 user_data,
                 GError                 **error)
{
  zip_int64_t index = zip_name_locate (xlsx->archive, part, ZIP_FL_NOCASE);
  zip_file_t *file = index >= 0 ? zip_fopen_index (xlsx->archive, (zip_uint64_t) index, 0) : NULL;
  gboolean    done;

  if (file == NULL)
    {
      toso_xlsx_set_bad (xlsx, error);
      return FALSE;
    }

  xlsx->parser = XML_ParserCreate (NULL);
  xlsx->depth = 0;
  xlsx->stopped = xlsx->hostile = FALSE;
  xlsx->start = start;
  xlsx->end = end;
  xlsx->text = text;
  xlsx->user_data = user_data;
  XML_SetUserData (xlsx->parser, xlsx);
  XML_SetElementHandler (xlsx->parser, start_cb, end_cb);
  XML_SetCharacterDataHandler (xlsx->parser, text_cb);
  XML_SetStartDoctypeDeclHandler (xlsx->parser, doctype_cb);
  done = feed (xlsx, file, error);
  XML_ParserFree (xlsx->parser);
  xlsx->parser = NULL;
  zip_fclose (file);

  return done;
}

/* --- all of it --- */

TosoWorkbook *
toso_xlsx_read (GBytes     *content,
                const char *name,
                GError    **error)
{
  g_autoptr (TosoXlsx) xlsx = toso_xlsx_open (content, name, error);
  g_autoptr (TosoWorkbook) workbook = NULL;
  g_auto (TosoXlsxBook) book = { 0 };

  if (xlsx == NULL || !toso_xlsx_read_book (xlsx, &book, error))
    return NULL;

  workbook = toso_workbook_new (name);
  for (guint i = 0; i < book.sheets->len; i++)
    {
      const TosoXlsxSheet *part = g_ptr_array_index (book.sheets, i);
      TosoWorksheet       *sheet = toso_workbook_add (workbook, part->name);

      sheet->hidden = part->hidden;
      if (!toso_xlsx_read_sheet (xlsx, &book, part->part, workbook, sheet, error))
        return NULL;
    }

  return g_steal_pointer (&workbook);
}
