/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-person-words.h"

#include <gio/gio.h>
#include <string.h>

#include "core/toso-text.h"

/* Of a subscriber's number without its 0 or 84. */
#define MIN_PHONE 8

struct _TosoPersonWords
{
  GPtrArray *needles; /* of char * */
  GPtrArray *phones;  /* of char *: the digits after the 0 */
};

TosoPersonWords *
toso_person_words_new (void)
{
  TosoPersonWords *words = g_new0 (TosoPersonWords, 1);

  words->needles = g_ptr_array_new_with_free_func (g_free);
  words->phones = g_ptr_array_new_with_free_func (g_free);

  return words;
}

void
toso_person_words_free (TosoPersonWords *words)
{
  if (words == NULL)
    return;

  g_ptr_array_unref (words->needles);
  g_ptr_array_unref (words->phones);
  g_free (words);
}

/* Takes @needle. */
static void
add_once (GPtrArray *list,
          char      *needle)
{
  if (*needle == '\0' || g_ptr_array_find_with_equal_func (list, needle, g_str_equal, NULL))
    g_free (needle);
  else
    g_ptr_array_add (list, needle);
}

void
toso_person_words_add_name (TosoPersonWords *words,
                            const char      *name)
{
  g_autofree char *normal = toso_text_squeeze (name);

  if (*normal == '\0')
    return;
  if (strchr (normal, ' ') == NULL)
    {
      add_once (words->needles, g_strdup_printf ("“%s”", normal));
      return;
    }

  add_once (words->needles, g_strdup (normal));
  add_once (words->needles, toso_text_upper (normal));
  add_once (words->needles, g_utf8_strdown (normal, -1));
  add_once (words->needles, toso_text_fold (normal));
}

void
toso_person_words_add_phone (TosoPersonWords *words,
                             const char      *phone)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = phone; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  if (g_str_has_prefix (digits->str, "84"))
    g_string_erase (digits, 0, 2);
  else if (*digits->str == '0')
    g_string_erase (digits, 0, 1);
  if (digits->len >= MIN_PHONE)
    add_once (words->phones, g_strdup (digits->str));
}

/* --- one place of a text --- */

static gboolean
is_word_char (const char *p,
              const char *end)
{
  gunichar c = p < end ? g_utf8_get_char_validated (p, end - p) : 0;

  return c != 0 && c < (gunichar) -2 && g_unichar_isalnum (c);
}

static gboolean
ends_in_word (const char *start,
              const char *p)
{
  const char *before = p > start ? g_utf8_find_prev_char (start, p) : NULL;

  return before != NULL && is_word_char (before, p);
}

/* Bytes that the number takes at @p; 0: it does not stand here. */
static gsize
match_phone (const char *start,
             const char *p,
             const char *end,
             const char *digits)
{
  const char *at = p;
  gsize       n = strlen (digits);

  if (p > start && (g_ascii_isdigit (p[-1]) || p[-1] == '+'))
    return 0;
  if (*at == '+')
    at++;
  if (end - at >= 2 && strncmp (at, "84", 2) == 0)
    at += 2;
  else if (at < end && *at == '0')
    at++;
  else
    return 0;

  for (gsize i = 0; i < n; i++)
    {
      for (guint k = 0; k < 2 && at < end && (*at == ' ' || *at == '.' || *at == '-'); k++)
        at++;
      if (at >= end || *at != digits[i])
        return 0;
      at++;
    }

  return at < end && g_ascii_isdigit (*at) ? 0 : (gsize) (at - p);
}

/* Bytes of the longest that is found at @p, or 0: of a name that begins with
 * another, nothing may be left. */
static gsize
match_at (const TosoPersonWords *words,
          const char            *start,
          const char            *p,
          const char            *end)
{
  gsize longest = 0;

  for (guint i = 0; i < words->needles->len; i++)
    {
      const char *needle = g_ptr_array_index (words->needles, i);
      gsize       n = strlen (needle);

      if (n > longest && *p == *needle && (gsize) (end - p) >= n && memcmp (p, needle, n) == 0 &&
          !ends_in_word (start, p) && !is_word_char (p + n, end))
        longest = n;
    }
  for (guint i = 0; (g_ascii_isdigit (*p) || *p == '+') && i < words->phones->len; i++)
    longest = MAX (longest, match_phone (start, p, end, g_ptr_array_index (words->phones, i)));

  return longest;
}

gboolean
toso_person_words_match (const TosoPersonWords *words,
                         const char            *text,
                         gsize                  length)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p++)
    if (match_at (words, text, p, end) > 0)
      return TRUE;

  return FALSE;
}

char *
toso_person_words_scrub (const TosoPersonWords *words,
                         const char            *text,
                         gsize                  length,
                         const char            *mark)
{
  const char *end = text + length;
  const char *done = text;
  g_autoptr (GString) scrubbed = NULL;

  for (const char *p = text; p < end;)
    {
      gsize n = match_at (words, text, p, end);

      if (n == 0)
        {
          p++;
          continue;
        }
      if (scrubbed == NULL)
        scrubbed = g_string_new (NULL);
      g_string_append_len (scrubbed, done, p - done);
      g_string_append (scrubbed, mark);
      p += n;
      done = p;
    }
  if (scrubbed == NULL)
    return NULL;
  g_string_append_len (scrubbed, done, end - done);

  return g_string_free (g_steal_pointer (&scrubbed), FALSE);
}

/* --- files --- */

static gboolean
match_part (const TosoPersonWords *words,
            const char            *text,
            gsize                  size)
{
  g_autofree char *composed = NULL;

  if (!g_utf8_validate (text, (gssize) size, NULL))
    return toso_person_words_match (words, text, size);

  composed = toso_text_compose (text, size);

  return toso_person_words_match (words, composed, strlen (composed));
}

#define MAX_PART_SIZE (64 * 1024 * 1024)

static guint32
read_le (const guint8 *p,
         guint         n)
{
  guint32 value = 0;

  for (guint i = 0; i < n; i++)
    value |= (guint32) p[i] << (8 * i);

  return value;
}

/* The whole of what is packed, or NULL; never more than MAX_PART_SIZE. */
static GBytes *
inflate (const guint8 *packed,
         gsize         size)
{
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_data (packed, (gssize) size, NULL);
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, converter);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (65536);
  gssize             n;

  while ((n = g_input_stream_read (stream, buffer, 65536, NULL, NULL)) > 0)
    {
      g_byte_array_append (bytes, buffer, (guint) n);
      if (bytes->len > MAX_PART_SIZE)
        return NULL;
    }

  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* An entry of the central directory at @entry (APPNOTE.TXT 4.3.12). */
static TosoLook
look_into_entry (const TosoPersonWords *words,
                 const guint8          *content,
                 gsize                  size,
                 const guint8          *entry)
{
  guint32 method = read_le (entry + 10, 2);
  gsize   packed = read_le (entry + 20, 4);
  gsize   local = read_le (entry + 42, 4);
  gsize   start;
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer text;
  gsize         text_size;

  if (packed == 0)
    return TOSO_LOOK_NOT_THERE;
  if (local > size || size - local < 30)
    return TOSO_LOOK_UNSEEN;
  start = local + 30 + read_le (content + local + 26, 2) + read_le (content + local + 28, 2);
  if (start > size || size - start < packed)
    return TOSO_LOOK_UNSEEN;
  if (method == 0)
    return match_part (words, (const char *) content + start, packed) ? TOSO_LOOK_THERE : TOSO_LOOK_NOT_THERE;
  if (method != 8 || (bytes = inflate (content + start, packed)) == NULL)
    return TOSO_LOOK_UNSEEN;

  text = g_bytes_get_data (bytes, &text_size);

  return text_size > 0 && match_part (words, text, text_size) ? TOSO_LOOK_THERE : TOSO_LOOK_NOT_THERE;
}

static TosoLook
look_into_zip (const TosoPersonWords *words,
               const guint8          *content,
               gsize                  size)
{
  gsize    end = size - 22;
  gsize    at;
  guint32  n;
  TosoLook look = TOSO_LOOK_NOT_THERE;

  while (end > 0 && size - end < 65536 + 22 && memcmp (content + end, "PK\5\6", 4) != 0)
    end--;
  if (memcmp (content + end, "PK\5\6", 4) != 0)
    return TOSO_LOOK_UNSEEN;

  n = read_le (content + end + 10, 2);
  at = read_le (content + end + 16, 4);
  for (guint32 i = 0; i < n; i++)
    {
      TosoLook found;

      if (at > size || size - at < 46 || memcmp (content + at, "PK\1\2", 4) != 0)
        return TOSO_LOOK_UNSEEN;
      found = look_into_entry (words, content, size, content + at);
      if (found == TOSO_LOOK_THERE)
        return found;
      if (found == TOSO_LOOK_UNSEEN)
        look = found;
      at += 46 + (gsize) read_le (content + at + 28, 2) + read_le (content + at + 30, 2) + read_le (content + at + 32, 2);
    }

  return look;
}

TosoLook
toso_person_words_look (const TosoPersonWords *words,
                        const void            *content,
                        gsize                  size)
{
  if (size == 0)
    return TOSO_LOOK_NOT_THERE;
  if (size > 22 && memcmp (content, "PK\3\4", 4) == 0)
    return look_into_zip (words, content, size);
  /* A text has no zero byte. */
  if (memchr (content, 0, size) != NULL || (size > 4 && memcmp (content, "%PDF", 4) == 0))
    return TOSO_LOOK_UNSEEN;

  return match_part (words, content, size) ? TOSO_LOOK_THERE : TOSO_LOOK_NOT_THERE;
}
