/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workbook-maker.h"

#include <string.h>
#include <zip.h>

#define RELATIONS                                                                        \
  "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" \
  "<Relationship Id='rId1' Type='http://x/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
#define BOOK(properties) \
  "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://r'>" properties "<sheets><sheet name='Báo cáo' sheetId='1' r:id='rId1'/></sheets></workbook>"

GBytes *
make_zip (const Part *parts)
{
  zip_error_t   error;
  zip_source_t *source;
  zip_t        *archive;
  zip_stat_t    stat;
  char         *bytes;

  zip_error_init (&error);
  source = zip_source_buffer_create (NULL, 0, 0, &error);
  g_assert_nonnull (source);
  archive = zip_open_from_source (source, ZIP_TRUNCATE, &error);
  g_assert_nonnull (archive);
  zip_source_keep (source);
  for (guint i = 0; parts[i].name != NULL; i++)
    {
      zip_source_t *part = zip_source_buffer (archive, parts[i].content, strlen (parts[i].content), 0);

      g_assert_cmpint (zip_file_add (archive, parts[i].name, part, ZIP_FL_ENC_UTF_8), >=, 0);
    }
  g_assert_cmpint (zip_close (archive), ==, 0);

  g_assert_cmpint (zip_source_stat (source, &stat), ==, 0);
  bytes = g_malloc (stat.size);
  g_assert_cmpint (zip_source_open (source), ==, 0);
  g_assert_cmpint (zip_source_read (source, bytes, stat.size), ==, (zip_int64_t) stat.size);
  zip_source_close (source);
  zip_source_free (source);
  zip_error_fini (&error);

  return g_bytes_new_take (bytes, stat.size);
}

static GBytes *
make (const char *book,
      const char *sheet,
      const char *strings,
      const char *styles)
{
  g_autofree char *sheet_part = g_strdup_printf ("<?xml version='1.0' encoding='UTF-8'?>"
                                                 "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>%s</worksheet>",
                                                 sheet);
  g_autofree char *strings_part = strings != NULL ? g_strdup_printf ("<sst>%s</sst>", strings) : NULL;
  g_autofree char *styles_part = styles != NULL ? g_strdup_printf ("<styleSheet>%s</styleSheet>", styles) : NULL;
  Part             parts[6] = {
                { "xl/workbook.xml", book },
                { "xl/_rels/workbook.xml.rels", RELATIONS },
                { "xl/worksheets/sheet1.xml", sheet_part },
  };
  guint n = 3;

  if (strings != NULL)
    parts[n++] = (Part){ "xl/sharedStrings.xml", strings_part };
  if (styles != NULL)
    parts[n++] = (Part){ "xl/styles.xml", styles_part };

  return make_zip (parts);
}

GBytes *
make_workbook (const char *sheet,
               const char *strings,
               const char *styles)
{
  return make (BOOK (""), sheet, strings, styles);
}

GBytes *
make_workbook_of_1904 (const char *sheet,
                       const char *styles)
{
  return make (BOOK ("<workbookPr date1904='1'/>"), sheet, NULL, styles);
}
