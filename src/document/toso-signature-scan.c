/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-signature-scan.h"

#include <string.h>

#include "core/toso-text.h"

#define MAX_RANGES 256
#define MAX_OBJECT (1 << 20) /* bytes before its /ByteRange */
#define MAX_WORDS  2000      /* bytes of a reason or a name */

typedef struct
{
  const char *data;
  gsize       size;
  gsize       at;
} Reader;

/* Both stop at nothing but the end: bytes of a file may be zero. */
static gsize
find_after (const Reader *reader,
            gsize         at,
            const char   *key)
{
  gsize length = strlen (key);

  for (const char *p; at + length <= reader->size; at = (gsize) (p - reader->data) + 1)
    {
      p = memchr (reader->data + at, key[0], reader->size - length + 1 - at);
      if (p == NULL)
        break;
      if (memcmp (p, key, length) == 0)
        return (gsize) (p - reader->data);
    }

  return reader->size;
}

static gsize
find_before (const Reader *reader,
             gsize         at,
             const char   *key)
{
  gsize length = strlen (key);
  gsize nearest = at > MAX_OBJECT ? at - MAX_OBJECT : 0;

  for (gsize i = at; i > nearest; i--)
    if (reader->size - i >= length && memcmp (reader->data + i, key, length) == 0)
      return i;

  return at;
}

static void
range_clear (gpointer data)
{
  TosoSignatureRange *range = data;

  g_free (range->reason);
  g_free (range->signer);
}

static void
skip_space (Reader *reader)
{
  while (reader->at < reader->size && (g_ascii_isspace (reader->data[reader->at]) || reader->data[reader->at] == '\0'))
    reader->at++;
}

static gboolean
read_length (Reader *reader,
             gsize  *value)
{
  gsize first;

  skip_space (reader);
  first = reader->at;
  *value = 0;
  while (reader->at < reader->size && g_ascii_isdigit (reader->data[reader->at]))
    {
      if (*value > G_MAXINT32)
        return FALSE;
      *value = *value * 10 + (gsize) (reader->data[reader->at++] - '0');
    }

  return reader->at > first;
}

static gboolean
take (Reader *reader,
      char    sign)
{
  skip_space (reader);
  if (reader->at >= reader->size || reader->data[reader->at] != sign)
    return FALSE;
  reader->at++;

  return TRUE;
}

/* What is left out may be the signature in hexadecimal digits and no more:
 * anything else would be a place to write into. */
static gboolean
is_hex_string (const char *data,
               gsize       length)
{
  if (length < 2 || data[0] != '<' || data[length - 1] != '>')
    return FALSE;
  for (gsize i = 1; i + 1 < length; i++)
    if (!g_ascii_isxdigit (data[i]) && !g_ascii_isspace (data[i]))
      return FALSE;

  return TRUE;
}

/* "[0 b c d]": the bytes [0, b) and [c, c + d) (ISO 32000-1, 12.8.1) */
static void
read_range (Reader              reader,
            TosoSignatureRange *range)
{
  gsize start, before, after, rest;

  if (!take (&reader, '[') || !read_length (&reader, &start) || !read_length (&reader, &before) ||
      !read_length (&reader, &after) || !read_length (&reader, &rest) || !take (&reader, ']'))
    return;
  if (start != 0 || after <= before || after > reader.size || rest > reader.size - after)
    return;
  if (!is_hex_string (reader.data + before, after - before))
    return;

  range->signed_length = after + rest;
  range->start = before;
  range->end = after;
}

/* "(…)", with its escapes, or "<…>"; the reader is behind it then. */
static GByteArray *
read_string (Reader *reader)
{
  GByteArray *bytes = g_byte_array_new ();
  gboolean    hex = reader->data[reader->at] == '<';
  int         depth = 1;
  int         half = -1;

  for (reader->at++; reader->at < reader->size && bytes->len < MAX_WORDS; reader->at++)
    {
      guint8 c = (guint8) reader->data[reader->at];

      if (hex && c == '>')
        break;
      if (hex && g_ascii_isxdigit (c))
        {
          guint8 whole = (guint8) (MAX (half, 0) * 16 + g_ascii_xdigit_value (c));

          if (half >= 0)
            g_byte_array_append (bytes, &whole, 1);
          half = half >= 0 ? -1 : g_ascii_xdigit_value (c);
        }
      if (hex)
        continue;
      if (c == '\\' && reader->at + 1 < reader->size)
        c = (guint8) reader->data[++reader->at];
      else
        depth += (c == '(') - (c == ')');
      if (depth == 0)
        break;
      g_byte_array_append (bytes, &c, 1);
    }

  return bytes;
}

/* UTF-16 by its mark; else UTF-8, as some programs write without one. */
static char *
decode (GByteArray *bytes)
{
  const char      *data = (const char *) bytes->data;
  g_autofree char *text = NULL;

  if (bytes->len >= 2 && bytes->data[0] == 0xfe && bytes->data[1] == 0xff)
    text = g_convert (data + 2, (gssize) bytes->len - 2, "UTF-8", "UTF-16BE", NULL, NULL, NULL);
  else if (bytes->len > 0 && g_utf8_validate_len (data, bytes->len, NULL))
    text = g_strndup (data, bytes->len);

  return text != NULL && g_utf8_validate (text, -1, NULL) && *text != '\0' ? toso_text_squeeze (text) : NULL;
}

/* The text of the key that stands in the object from @first to @end. */
static char *
find_words (const Reader *whole,
            gsize         first,
            gsize         end,
            const char   *key)
{
  gsize length = strlen (key);

  for (gsize at = first; at + length < end; at++)
    {
      Reader reader = { whole->data, end, at + length };
      g_autoptr (GByteArray) bytes = NULL;

      if (whole->data[at] != '/' || memcmp (whole->data + at, key, length) != 0)
        continue;
      skip_space (&reader);
      if (reader.at >= end || (reader.data[reader.at] != '(' && reader.data[reader.at] != '<'))
        continue;
      bytes = read_string (&reader);
      return decode (bytes);
    }

  return NULL;
}

/* From "obj" before @at to "endobj" after it. */
static void
read_words (const Reader       *whole,
            gsize               at,
            TosoSignatureRange *range)
{
  gsize first = find_before (whole, at, " obj");
  gsize end = MIN (find_after (whole, at, "endobj"), at + MAX_OBJECT);

  range->reason = find_words (whole, first, end, "/Reason");
  range->signer = find_words (whole, first, end, "/Name");
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  gsize left = ((const TosoSignatureRange *) a)->signed_length;
  gsize right = ((const TosoSignatureRange *) b)->signed_length;

  return left < right ? -1 : left > right;
}

GArray *
toso_signature_scan (GBytes *pdf)
{
  GArray     *ranges = g_array_new (FALSE, TRUE, sizeof (TosoSignatureRange));
  Reader      whole = { NULL, 0, 0 };
  const char *key = "/ByteRange";
  gsize       at = 0;

  g_array_set_clear_func (ranges, range_clear);
  whole.data = g_bytes_get_data (pdf, &whole.size);
  while (ranges->len < MAX_RANGES && (at = find_after (&whole, at, key)) < whole.size)
    {
      TosoSignatureRange range = { 0 };

      at += strlen (key);
      read_range ((Reader){ whole.data, whole.size, at }, &range);
      if (range.signed_length > 0)
        read_words (&whole, at, &range);
      g_array_append_val (ranges, range);
    }
  g_array_sort (ranges, compare_ranges);

  return ranges;
}

GByteArray *
toso_signature_read_hex (const char *text,
                         gsize       length)
{
  GByteArray *bytes = g_byte_array_new ();
  int         half = -1;

  for (gsize i = 0; i < length; i++)
    {
      int    digit = g_ascii_xdigit_value (text[i]);
      guint8 whole;

      if (digit < 0)
        continue;
      whole = (guint8) (MAX (half, 0) * 16 + digit);
      if (half >= 0)
        g_byte_array_append (bytes, &whole, 1);
      half = half >= 0 ? -1 : digit;
    }

  return bytes;
}
