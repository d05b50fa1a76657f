/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-document-private.h"

#include <string.h>

/* Cairo writes structure, but not the language of the text, and before 1.18 not
 * that the file is tagged; a reader then speaks Vietnamese as if it were
 * English.  Both belong in the catalog (ISO 32000-1, 7.7.2). */

#define LANGUAGE   "\n   /Lang (vi-VN)\n   /ViewerPreferences << /DisplayDocTitle true >>"
#define MARK       "\n   /MarkInfo << /Marked true >>"
#define ENTRY_SIZE 20 /* of the cross-reference table (7.5.4) */
#define CATALOG    "/Type /Catalog"

typedef struct
{
  const char *data;
  gsize       length;
  gsize       start;   /* offset of "startxref" */
  guint64     table;   /* offset of "xref" */
  guint64     entries; /* offset of its first entry */
  guint64     n_entries;
  guint64     place; /* where the addition goes */
  const char *addition;
} Catalog;

/* Where the trailer's "startxref" is, after all that is binary; 0: nowhere. */
static gsize
find_start (const Catalog *self)
{
  static const char key[] = "startxref";

  for (gsize i = self->length - MIN (self->length, sizeof key); i > 0; i--)
    if (memcmp (self->data + i, key, sizeof key - 1) == 0)
      return i;

  return 0;
}

/* The number after @key, looked for from @offset on. */
static gboolean
read_number (const Catalog *self,
             gsize          offset,
             const char    *key,
             guint64       *number,
             gsize         *end)
{
  const char *found;
  char       *rest;

  if (offset >= self->length)
    return FALSE;
  found = g_strstr_len (self->data + offset, (gssize) (self->length - offset), key);
  if (found == NULL)
    return FALSE;
  found += strlen (key);
  *number = g_ascii_strtoull (found, &rest, 10);
  *end = rest - self->data;

  return rest > found;
}

static gboolean
find_table (Catalog *self)
{
  gsize   end;
  guint64 first;

  self->start = find_start (self);
  if (self->start == 0 || !read_number (self, self->start, "startxref", &self->table, &end))
    return FALSE;
  if (self->table + 8 > self->length || memcmp (self->data + self->table, "xref", 4) != 0)
    return FALSE;
  if (!read_number (self, self->table, "xref", &first, &end) || first != 0 ||
      !read_number (self, end, " ", &self->n_entries, &end))
    return FALSE;
  self->entries = end + 1;

  return self->n_entries < self->length / ENTRY_SIZE &&
         self->entries + self->n_entries * ENTRY_SIZE < self->length;
}

static guint64
get_entry (const Catalog *self,
           guint64        i)
{
  return g_ascii_strtoull (self->data + self->entries + i * ENTRY_SIZE, NULL, 10);
}

static gboolean
find_catalog (Catalog *self)
{
  const char *found;
  gsize       end;
  guint64     root, offset;

  if (!read_number (self, self->entries + self->n_entries * ENTRY_SIZE, "/Root ", &root, &end) ||
      root >= self->n_entries)
    return FALSE;
  offset = get_entry (self, root);
  if (offset >= self->table)
    return FALSE;
  found = g_strstr_len (self->data + offset, (gssize) MIN (self->table - offset, 200), CATALOG);
  if (found == NULL)
    return FALSE;
  self->place = found + strlen (CATALOG) - self->data;
  found = g_strstr_len (self->data + self->place, (gssize) (self->table - self->place), "endobj");
  if (found == NULL)
    return FALSE;
  if (g_strstr_len (self->data + self->place, found - (self->data + self->place), "/MarkInfo") != NULL)
    self->addition = LANGUAGE;

  return TRUE;
}

static void
append_table (const Catalog *self,
              GByteArray    *result)
{
  for (guint64 i = 0; i < self->n_entries; i++)
    {
      const char *entry = self->data + self->entries + i * ENTRY_SIZE;
      guint64     offset = get_entry (self, i);
      char        text[ENTRY_SIZE + 1];

      if (entry[17] == 'n' && offset > self->place)
        offset += strlen (self->addition);
      g_snprintf (text, sizeof text, "%010" G_GUINT64_FORMAT, offset);
      g_byte_array_append (result, (const guint8 *) text, 10);
      g_byte_array_append (result, (const guint8 *) entry + 10, ENTRY_SIZE - 10);
    }
}

/**
 * toso_pdf_finish_catalog:
 * @pdf: (transfer full): as Cairo wrote it
 *
 * A file whose cross-reference table is not a plain one stays as it is.
 *
 * Returns: (transfer full): the file with language and mark
 */
GByteArray *
toso_pdf_finish_catalog (GByteArray *pdf)
{
  Catalog     catalog = { (const char *) pdf->data, pdf->len, 0, 0, 0, 0, 0, MARK LANGUAGE };
  GByteArray *result;
  guint64     rest;
  char        start[64];

  if (!find_table (&catalog) || !find_catalog (&catalog))
    return pdf;

  result = g_byte_array_sized_new (pdf->len + 256);
  g_byte_array_append (result, pdf->data, catalog.place);
  g_byte_array_append (result, (const guint8 *) catalog.addition, strlen (catalog.addition));
  g_byte_array_append (result, pdf->data + catalog.place, catalog.entries - catalog.place);
  append_table (&catalog, result);
  rest = catalog.entries + catalog.n_entries * ENTRY_SIZE;
  g_byte_array_append (result, pdf->data + rest, catalog.start - rest);
  g_snprintf (start, sizeof start, "startxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n",
              catalog.table + strlen (catalog.addition));
  g_byte_array_append (result, (const guint8 *) start, strlen (start));
  g_byte_array_unref (pdf);

  return result;
}
