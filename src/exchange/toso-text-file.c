/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-text-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-input.h"

char *
toso_text_file_dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = base != NULL ? g_filename_to_utf8 (base, -1, NULL, NULL, NULL) : NULL;

  if (name != NULL)
    return g_steal_pointer (&name);
  return base != NULL ? g_utf8_make_valid (base, -1) : g_strdup ("?");
}

static void
set_io_error (GError    **error,
              GError     *cause,
              const char *name)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                 _ ("The file “%s” is not there. Check its name and folder."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                 _ ("“%s” is a folder. Choose the file of the plan, a text or a PDF."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                 _ ("“%s” cannot be read: you may not open it. Ask its owner, or copy it to a folder of yours."), name);
  else
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                 _ ("“%s” cannot be read. Close the program that has it open, or copy it to this computer first."), name);
}

static void
set_too_large (GError    **error,
               const char *name)
{
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
               _ ("“%s” is larger than 32 MB, too large to be a plan. Choose the file of the plan itself."), name);
}

GBytes *
toso_text_file_load (GFile        *file,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autofree char *name = toso_text_file_dup_name (file);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) content = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (&cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "");
  else if (info != NULL && g_file_info_get_size (info) > TOSO_PLAN_MAX_BYTES)
    {
      set_too_large (error, name);
      return NULL;
    }
  if (cause == NULL)
    stream = g_file_read (file, cancellable, &cause);
  if (stream != NULL)
    content = toso_input_read_stream (G_INPUT_STREAM (stream), TOSO_PLAN_MAX_BYTES, cancellable, &cause);
  if (content == NULL)
    {
      set_io_error (error, cause, name);
      return NULL;
    }

  if (content->len > TOSO_PLAN_MAX_BYTES)
    {
      set_too_large (error, name);
      return NULL;
    }
  if (content->len == 0)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                   _ ("“%s” is empty. Choose the file of the plan, a text or a PDF."), name);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static gboolean
has_bytes (const char *bytes,
           gsize       length,
           const char *words)
{
  gsize n = strlen (words);
  gsize i;

  for (i = 0; i + n <= length; i++)
    if (bytes[i] == *words && memcmp (bytes + i, words, n) == 0)
      return TRUE;
  return FALSE;
}

/* Names in a ZIP's directory stand in its first and last kilobytes. */
static gboolean
contains (const char *bytes,
          gsize       length,
          const char *words)
{
  gsize part = MIN (length, 64 * 1024);

  return has_bytes (bytes, part, words) || has_bytes (bytes + length - part, part, words);
}

/* What a file that is no text is, in the user's words; NULL when unknown */
static const char *
name_format (const char *bytes,
             gsize       length)
{
  static const struct
  {
    const char *magic;
    gsize       length;
    const char *name;
  } formats[] = {
    { "\xd0\xcf\x11\xe0", 4, N_ ("an old Word or Excel file") },
    { "\x89PNG", 4, N_ ("a picture (PNG)") },
    { "\xff\xd8\xff", 3, N_ ("a picture (JPEG)") },
    { "GIF8", 4, N_ ("a picture (GIF)") },
    { "II*\0", 4, N_ ("a picture (TIFF)") },
    { "MM\0*", 4, N_ ("a picture (TIFF)") },
    { "Rar!", 4, N_ ("a compressed archive (RAR)") },
    { "7z\xbc\xaf", 4, N_ ("a compressed archive (7z)") },
    { "\x1f\x8b", 2, N_ ("a compressed archive (gzip)") },
    { "SQLite format 3", 15, N_ ("a database or a year file") },
    { "{\\rtf", 5, N_ ("a rich text file (RTF)") },
    { "MZ", 2, N_ ("a program") },
    { "\x7f"
      "ELF",
      4, N_ ("a program") },
  };
  gsize i;

  if (length >= 4 && memcmp (bytes, "PK\003\004", 4) == 0)
    {
      if (contains (bytes, length, "word/"))
        return _ ("a Word document");
      if (contains (bytes, length, "xl/"))
        return _ ("an Excel workbook");
      if (contains (bytes, length, "opendocument"))
        return _ ("a LibreOffice document");
      return _ ("a compressed archive (ZIP)");
    }
  for (i = 0; i < G_N_ELEMENTS (formats); i++)
    if (length > formats[i].length && memcmp (bytes, formats[i].magic, formats[i].length) == 0)
      return _ (formats[i].name);
  return NULL;
}

static gboolean
is_binary (const guchar *bytes,
           gsize         length)
{
  gsize looked = MIN (length, 1024 * 1024);
  gsize odd = 0;
  gsize i;

  for (i = 0; i < looked; i++)
    {
      if (bytes[i] == 0)
        return TRUE;
      odd += bytes[i] < 0x20 && strchr ("\t\n\v\f\r\032\033", bytes[i]) == NULL;
    }
  return odd * 50 > looked;
}

typedef enum {
  UTF16_NONE,
  UTF16_LITTLE,
  UTF16_BIG,
} Utf16;

/* By its mark, or by the zeros of its Latin letters */
static Utf16
find_utf16 (const guchar *bytes,
            gsize         length)
{
  gsize looked = MIN (length, 4096) & ~(gsize) 1;
  gsize zeros[2] = { 0 };
  gsize i;

  if (length >= 4 && bytes[0] == 0xff && bytes[1] == 0xfe && !(bytes[2] == 0 && bytes[3] == 0))
    return UTF16_LITTLE;
  if (length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
    return UTF16_BIG;
  for (i = 0; i < looked; i++)
    zeros[i & 1] += bytes[i] == 0;
  if (looked >= 64 && zeros[1] * 10 > looked * 2 && zeros[0] * 100 < looked)
    return UTF16_LITTLE;
  if (looked >= 64 && zeros[0] * 10 > looked * 2 && zeros[1] * 100 < looked)
    return UTF16_BIG;
  return UTF16_NONE;
}

static gunichar
get_unit (const guchar *bytes,
          Utf16         order)
{
  return order == UTF16_LITTLE ? (gunichar) (bytes[0] | bytes[1] << 8) : (gunichar) (bytes[1] | bytes[0] << 8);
}

static char *
decode_utf16 (const guchar *bytes,
              gsize         length,
              Utf16         order)
{
  g_autoptr (GString) text = g_string_sized_new (length);
  gsize i;

  for (i = 0; i + 1 < length; i += 2)
    {
      gunichar unit = get_unit (bytes + i, order);

      if (unit >= 0xd800 && unit < 0xdc00 && i + 3 < length)
        {
          gunichar low = get_unit (bytes + i + 2, order);

          if (low >= 0xdc00 && low < 0xe000)
            {
              unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
              i += 2;
            }
        }
      if (unit == 0xfeff && i == 0)
        continue;
      if (unit == 0)
        unit = ' ';
      g_string_append_unichar (text, unit >= 0xd800 && unit < 0xe000 ? 0xfffd : unit);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_binary_error (GError    **error,
                  const char *name,
                  const char *format)
{
  if (format != NULL)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                 _ ("“%s” is %s, not a text. Save the plan as PDF or as text (UTF-8) first, and choose that file."), name, format);
  else
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                 _ ("“%s” is not a text. Save the plan as PDF or as text (UTF-8) first, and choose that file."), name);
}

static char *
decode_legacy (const char  *bytes,
               gsize        length,
               const char  *name,
               TosoEncoding encoding,
               GError     **error)
{
  static const char *const names[] = { [TOSO_ENCODING_TCVN3] = "TCVN3", [TOSO_ENCODING_VNI] = "VNI", [TOSO_ENCODING_WINDOWS_1258] = "Windows-1258" };
  char                    *text = toso_legacy_decode (bytes, length, encoding);

  if (text == NULL)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                 _ ("“%s” is not in the %s encoding. Save the plan as text (UTF-8) first, and choose that file."), name, names[encoding]);
  return text;
}

/* Letters that stand for TCVN3's, in a text that is UTF-8 by its bytes */
static gboolean
is_mojibake (const char *bytes,
             gsize       length)
{
  gsize       looked = MIN (length, 64 * 1024);
  gsize       foreign = 0;
  const char *p;

  for (p = bytes; p < bytes + looked; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      /* A letter of Vietnamese alone: the text is what it says it is. */
      if ((letter >= 0x1ea0 && letter <= 0x1ef9) || letter == 0x01b0 || letter == 0x01a1 || letter == 0x0111)
        return FALSE;
      foreign += letter >= 0xa0 && letter < 0x100;
    }
  return foreign * 20 > looked && toso_tcvn3_is_likely (bytes, length);
}

char *
toso_text_file_decode (GBytes      *content,
                       const char  *name,
                       TosoEncoding encoding,
                       GError     **error)
{
  gsize       length = 0;
  const char *bytes = g_bytes_get_data (content, &length);
  const char *format = name_format (bytes, length);
  Utf16       utf16 = UTF16_NONE;
  gboolean    utf8;

  if (length == 0)
    return g_strdup ("");
  if (format == NULL)
    utf16 = find_utf16 ((const guchar *) bytes, length);
  if (utf16 != UTF16_NONE)
    return decode_utf16 ((const guchar *) bytes, length, utf16);
  if (format != NULL || is_binary ((const guchar *) bytes, length))
    {
      set_binary_error (error, name, format);
      return NULL;
    }

  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      bytes += 3;
      length -= 3;
    }
  if (encoding != TOSO_ENCODING_AUTO)
    return decode_legacy (bytes, length, name, encoding, error);

  utf8 = g_utf8_validate (bytes, (gssize) length, NULL);
  if (utf8 ? is_mojibake (bytes, length) : toso_tcvn3_is_likely (bytes, length))
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_ENCODING,
                   _ ("“%s” is in the old TCVN3 (.VnTime) encoding. Read it again as TCVN3, or save it as text (UTF-8)."), name);
      return NULL;
    }
  if (!utf8)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                   _ ("“%s” is in an encoding that is not known. Save the plan as text (UTF-8) or as PDF first, and choose that file."), name);
      return NULL;
    }
  return g_strndup (bytes, length);
}
