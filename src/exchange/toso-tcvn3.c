/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-text-file.h"

#include <string.h>

/* TCVN 5712:1993, "TCVN3" or "ABC": what offices typed in .VnTime before
 * Unicode.  Its capitals come from other fonts (.VnTimeH), so that most texts
 * hold small letters only.  Below 0xa1 stands what Windows-1252 has there. */

#define FIRST_BYTE 0x80

static const guint16 letters[] = {
  0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x2026, 0x0000, 0x0000, /* 0x80 · · · · · … · · */
  0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, /* 0x88 · · · · · · · · */
  0x0000, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, /* 0x90 · ‘ ’ “ ” • – — */
  0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, /* 0x98 · · · · · · · · */
  0x00a0, 0x0102, 0x00c2, 0x00ca, 0x00d4, 0x01a0, 0x01af, 0x0110, /* 0xa0 · Ă Â Ê Ô Ơ Ư Đ */
  0x0103, 0x00e2, 0x00ea, 0x00f4, 0x01a1, 0x01b0, 0x0111, 0x1eb0, /* 0xa8 ă â ê ô ơ ư đ Ằ */
  0x0300, 0x0309, 0x0303, 0x0301, 0x0323, 0x00e0, 0x1ea3, 0x00e3, /* 0xb0 · · · · · à ả ã */
  0x00e1, 0x1ea1, 0x1eb2, 0x1eb1, 0x1eb3, 0x1eb5, 0x1eaf, 0x1eb4, /* 0xb8 á ạ Ẳ ằ ẳ ẵ ắ Ẵ */
  0x1eae, 0x1ea6, 0x1ea8, 0x1eaa, 0x1ea4, 0x1ec0, 0x1eb7, 0x1ea7, /* 0xc0 Ắ Ầ Ẩ Ẫ Ấ Ề ặ ầ */
  0x1ea9, 0x1eab, 0x1ea5, 0x1ead, 0x00e8, 0x1ec2, 0x1ebb, 0x1ebd, /* 0xc8 ẩ ẫ ấ ậ è Ể ẻ ẽ */
  0x00e9, 0x1eb9, 0x1ec1, 0x1ec3, 0x1ec5, 0x1ebf, 0x1ec7, 0x00ec, /* 0xd0 é ẹ ề ể ễ ế ệ ì */
  0x1ec9, 0x1ec4, 0x1ebe, 0x1ed2, 0x0129, 0x00ed, 0x1ecb, 0x00f2, /* 0xd8 ỉ Ễ Ế Ồ ĩ í ị ò */
  0x1ed4, 0x1ecf, 0x00f5, 0x00f3, 0x1ecd, 0x1ed3, 0x1ed5, 0x1ed7, /* 0xe0 Ổ ỏ õ ó ọ ồ ổ ỗ */
  0x1ed1, 0x1ed9, 0x1edd, 0x1edf, 0x1ee1, 0x1edb, 0x1ee3, 0x00f9, /* 0xe8 ố ộ ờ ở ỡ ớ ợ ù */
  0x1ed6, 0x1ee7, 0x0169, 0x00fa, 0x1ee5, 0x1eeb, 0x1eed, 0x1eef, /* 0xf0 Ỗ ủ ũ ú ụ ừ ử ữ */
  0x1ee9, 0x1ef1, 0x1ef3, 0x1ef7, 0x1ef9, 0x00fd, 0x1ef5, 0x1ed0, /* 0xf8 ứ ự ỳ ỷ ỹ ý ỵ Ố */
};

/* The encoding has no accented capitals but Ă Â Ê Ô Ơ Ư Đ: the others were
 * small letters in a font that shows capitals, as in "CHñ TÞCH".  What the
 * letters of a word that have both cases say of it: */
typedef enum {
  WORD_UNKNOWN,  /* "Xã", "Tổ", "ở": one capital, or none, can be either */
  WORD_SMALL,    /* "Tổng", "và" */
  WORD_CAPITALS, /* "BAN", "UBND" */
  WORD_BROKEN,   /* "CHủ", "ủY": capitals for sure, but for some letters */
} WordCase;

typedef struct
{
  gsize    start; /* bytes of the text */
  gsize    end;
  WordCase kind;
} Word;

static WordCase
word_case (const char *start,
           const char *end)
{
  guint       n_capitals = 0;
  guint       n_hidden = 0;
  gboolean    first_is_capital = g_unichar_isupper (g_utf8_get_char (start));
  gboolean    has_vowel = FALSE;
  const char *p;

  for (p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_ascii_islower (*p))
        return WORD_SMALL;
      n_capitals += g_unichar_isupper (letter);
      n_hidden += g_unichar_islower (letter);
      has_vowel = has_vowel || (letter >= 0x80 && letter != 0x110 && g_unichar_isupper (letter));
    }
  if (n_hidden > 0)
    return n_capitals >= 2 || (n_capitals == 1 && !first_is_capital) ? WORD_BROKEN : WORD_UNKNOWN;
  if (n_capitals < 2)
    return WORD_UNKNOWN;
  /* "SƠN" is a word in capitals, "CNSCĐ" may stand anywhere. */
  return has_vowel ? WORD_BROKEN : WORD_CAPITALS;
}

/* As the nearest word of the line is that can be told */
static gboolean
is_among_capitals (const GArray *words,
                   guint         index)
{
  guint distance;

  for (distance = 1; distance < words->len; distance++)
    {
      WordCase kind = WORD_UNKNOWN;

      if (distance <= index)
        kind = g_array_index (words, Word, index - distance).kind;
      if (kind == WORD_UNKNOWN && index + distance < words->len)
        kind = g_array_index (words, Word, index + distance).kind;
      if (kind != WORD_UNKNOWN)
        return kind != WORD_SMALL;
    }
  return FALSE;
}

/* One line of @text, from @start up to @end, onto @restored */
static void
restore_line (GString    *restored,
              const char *text,
              gsize       start,
              gsize       end)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  gboolean is_broken = FALSE;
  gsize    at = start;
  guint    i;

  while (at < end)
    {
      Word word = { at, at };

      while (word.end < end && g_unichar_isalpha (g_utf8_get_char (text + word.end)))
        word.end = (gsize) (g_utf8_next_char (text + word.end) - text);
      if (word.end == at)
        {
          at = (gsize) (g_utf8_next_char (text + at) - text);
          continue;
        }
      word.kind = word_case (text + word.start, text + word.end);
      is_broken = is_broken || word.kind == WORD_BROKEN;
      g_array_append_val (words, word);
      at = word.end;
    }

  at = start;
  for (i = 0; i < words->len && is_broken; i++)
    {
      const Word      *word = &g_array_index (words, Word, i);
      g_autofree char *capitals = NULL;

      if (word->kind != WORD_BROKEN && (word->kind != WORD_UNKNOWN || !is_among_capitals (words, i)))
        continue;
      capitals = g_utf8_strup (text + word->start, (gssize) (word->end - word->start));
      g_string_append_len (restored, text + at, (gssize) (word->start - at));
      g_string_append (restored, capitals);
      at = word->end;
    }
  g_string_append_len (restored, text + at, (gssize) (end - at));
}

static char *
restore_capitals (const char *text)
{
  g_autoptr (GString) restored = g_string_sized_new (strlen (text));
  gsize at = 0;

  while (text[at] != '\0')
    {
      gsize end = at + strcspn (text + at, "\n");

      if (text[end] == '\n')
        end++;
      restore_line (restored, text, at, end);
      at = end;
    }
  return g_string_free (g_steal_pointer (&restored), FALSE);
}

char *
toso_tcvn3_decode (const char *bytes,
                   gsize       length)
{
  g_autoptr (GString) text = g_string_sized_new (length + length / 2);
  gboolean    utf8 = g_utf8_validate (bytes, (gssize) length, NULL);
  const char *end = bytes + length;
  const char *p;

  for (p = bytes; p < end;)
    {
      guchar   byte = 0;
      gunichar letter;

      if (!toso_legacy_next_byte (&p, end, utf8, &byte))
        return NULL;
      letter = byte < FIRST_BYTE ? byte : letters[byte - FIRST_BYTE];
      if (letter == 0)
        return NULL;
      g_string_append_unichar (text, letter);
    }
  return restore_capitals (text->str);
}

/* Would it be Vietnamese?  A text in another encoding hardly has these
 * words. */
gboolean
toso_tcvn3_is_likely (const char *bytes,
                      gsize       length)
{
  static const char *const common[] = {
    "và", "của", "các", "công", "số", "hoạt", "động", "kế", "hoạch", "tổ", "xã", "thực", "hiện", "người", "dân",
    "về", "cộng", "đồng", "nghệ", "chuyển", "đổi", "trên", "địa", "bàn", "tỉnh", "năm", "thôn", "được"
  };
  gsize            looked = MIN (length, 64 * 1024);
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  guint n_words = 0;
  guint hits = 0;
  gsize i;
  gsize k;

  while (looked > 0 && looked < length && ((guchar) bytes[looked] & 0xc0) == 0x80)
    looked--;
  text = toso_tcvn3_decode (bytes, looked);
  if (text == NULL)
    return FALSE;

  words = g_strsplit_set (text, " \t\r\n.,;:()", -1);
  for (i = 0; words[i] != NULL; i++)
    {
      g_autofree char *lower = NULL;

      if (*words[i] == '\0')
        continue;
      n_words++;
      if (strlen (words[i]) > 12)
        continue;
      lower = g_utf8_strdown (words[i], -1);
      for (k = 0; k < G_N_ELEMENTS (common); k++)
        hits += g_str_equal (lower, common[k]);
    }
  return hits >= 3 && hits * 12 >= n_words;
}
