/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-text-file.h"

#include <string.h>

#include "core/toso-text.h"

/* Vietnamese from before Unicode: as bytes, or as the Latin letters of the same
 * codes that a workbook typed in an old font holds ("Th«n", "Thoân"). */

#define LOOKED (64 * 1024)

typedef struct
{
  gunichar letter;
  guchar   byte;
} Code;

/* What Windows-1252 has where Latin-1 has control codes. */
static const Code windows[] = {
  { 0x20ac, 0x80 },
  { 0x201a, 0x82 },
  { 0x201e, 0x84 },
  { 0x2026, 0x85 },
  { 0x2018, 0x91 },
  { 0x2019, 0x92 },
  { 0x201c, 0x93 },
  { 0x201d, 0x94 },
  { 0x2022, 0x95 },
  { 0x2013, 0x96 },
  { 0x2014, 0x97 },
};

gboolean
toso_legacy_next_byte (const char **p,
                       const char  *end,
                       gboolean     utf8,
                       guchar      *byte)
{
  gunichar letter;

  if (!utf8)
    {
      *byte = (guchar) * (*p)++;
      return TRUE;
    }
  letter = g_utf8_get_char (*p);
  *p = g_utf8_next_char (*p);
  if (*p > end)
    return FALSE;
  if (letter < 0x100)
    {
      *byte = (guchar) letter;
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (windows); i++)
    if (windows[i].letter == letter)
      {
        *byte = windows[i].byte;
        return TRUE;
      }
  return FALSE;
}

static gunichar
get_common_letter (guchar byte)
{
  for (gsize i = 0; i < G_N_ELEMENTS (windows); i++)
    if (windows[i].byte == byte)
      return windows[i].letter;

  return byte >= 0x80 && byte < 0xa0 ? 0 : byte;
}

/* --- Windows-1258 --- */

/* Letters with a mark below or above them are two codes: the letter, the tone. */
static gunichar
get_1258_letter (guchar byte)
{
  static const Code codes[] = {
    { 0x0102, 0xc3 }, /* Ă */
    { 0x0300, 0xcc }, /* ̀ */
    { 0x0110, 0xd0 }, /* Đ */
    { 0x0309, 0xd2 }, /* ̉ */
    { 0x01a0, 0xd5 }, /* Ơ */
    { 0x01af, 0xdd }, /* Ư */
    { 0x0303, 0xde }, /* ̃ */
    { 0x0103, 0xe3 }, /* ă */
    { 0x0301, 0xec }, /* ́ */
    { 0x0111, 0xf0 }, /* đ */
    { 0x0323, 0xf2 }, /* ̣ */
    { 0x01a1, 0xf5 }, /* ơ */
    { 0x01b0, 0xfd }, /* ư */
    { 0x20ab, 0xfe }, /* ₫ */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i].byte == byte)
      return codes[i].letter;

  return get_common_letter (byte);
}

/* --- VNI --- */

/* The marks that follow a letter: one code for a circumflex or breve together
 * with a tone.  Capitals: the same, 0x20 less. */
static const char *
get_vni_marks (guchar byte)
{
  switch (byte | 0x20)
    {
    case 0xf9:
      return "\u0301";
    case 0xf8:
      return "\u0300";
    case 0xfb:
      return "\u0309";
    case 0xf5:
      return "\u0303";
    case 0xef:
      return "\u0323";
    case 0xe2:
      return "\u0302";
    case 0xe1:
      return "\u0302\u0301";
    case 0xe0:
      return "\u0302\u0300";
    case 0xe5:
      return "\u0302\u0309";
    case 0xe3:
      return "\u0302\u0303";
    case 0xe4:
      return "\u0302\u0323";
    case 0xea:
      return "\u0306";
    case 0xe9:
      return "\u0306\u0301";
    case 0xe8:
      return "\u0306\u0300";
    case 0xfa:
      return "\u0306\u0309";
    case 0xfc:
      return "\u0306\u0303";
    case 0xeb:
      return "\u0306\u0323";
    default:
      return NULL;
    }
}

/* Letters that have a code of their own. */
static gunichar
get_vni_letter (guchar byte)
{
  static const Code codes[] = {
    { 0x1ec8, 0xc6 }, /* Ỉ */
    { 0x00cc, 0xcc }, /* Ì */
    { 0x00cd, 0xcd }, /* Í */
    { 0x1ef4, 0xce }, /* Ỵ */
    { 0x0110, 0xd1 }, /* Đ */
    { 0x1eca, 0xd2 }, /* Ị */
    { 0x0128, 0xd3 }, /* Ĩ */
    { 0x01a0, 0xd4 }, /* Ơ */
    { 0x01af, 0xd6 }, /* Ư */
    { 0x1ec9, 0xe6 }, /* ỉ */
    { 0x00ec, 0xec }, /* ì */
    { 0x00ed, 0xed }, /* í */
    { 0x1ef5, 0xee }, /* ỵ */
    { 0x0111, 0xf1 }, /* đ */
    { 0x1ecb, 0xf2 }, /* ị */
    { 0x0129, 0xf3 }, /* ĩ */
    { 0x01a1, 0xf4 }, /* ơ */
    { 0x01b0, 0xf6 }, /* ư */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i].byte == byte)
      return codes[i].letter;

  return get_common_letter (byte);
}

static gboolean
takes_marks (gunichar letter)
{
  return letter != 0 && (strchr ("aeouyAEOUY", (int) (letter < 0x80 ? letter : '#')) != NULL || letter == 0x1a0 || letter == 0x1a1 ||
                         letter == 0x1af || letter == 0x1b0);
}

char *
toso_legacy_decode (const char  *bytes,
                    gsize        length,
                    TosoEncoding encoding)
{
  g_autoptr (GString) text = NULL;
  gboolean    utf8 = g_utf8_validate (bytes, (gssize) length, NULL);
  gunichar    before = 0;
  const char *end = bytes + length;
  const char *p = bytes;

  if (encoding == TOSO_ENCODING_TCVN3)
    return toso_tcvn3_decode (bytes, length);

  text = g_string_sized_new (length + length / 2);
  while (p < end)
    {
      const char *marks;
      guchar      byte = 0;

      if (!toso_legacy_next_byte (&p, end, utf8, &byte))
        return NULL;
      marks = encoding == TOSO_ENCODING_VNI && byte >= 0x80 && takes_marks (before) ? get_vni_marks (byte) : NULL;
      before = marks != NULL                   ? 0
               : encoding == TOSO_ENCODING_VNI ? get_vni_letter (byte)
                                               : get_1258_letter (byte);
      if (marks != NULL)
        g_string_append (text, marks);
      else if (before == 0)
        return NULL;
      else
        g_string_append_unichar (text, before);
    }

  return toso_text_normalize (text->str);
}

/* --- which one --- */

/* Words of the villages' tables that are none without their marks. */
static guint
count_words (const char *text)
{
  static const char *const common[] = {
    "thôn", "làng", "bản", "xóm", "xã", "hộ", "số", "tổng", "người", "lượt", "tên", "mã", "đã", "được", "của", "và", "các", "công",
    "cộng", "hoạt", "động", "dân", "tỉnh", "đơn", "vị", "báo", "cáo", "biểu", "tháng", "kỳ", "năm", "ngày", "việc", "sử", "dụng",
    "trực", "tuyến", "dịch", "nghệ", "tỷ", "lệ", "hướng", "dẫn", "gia", "đình", "ghi", "chú"
  };
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n.,;:()\"/-", -1);
  guint hits = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *lower = NULL;

      if (*words[i] == '\0' || strlen (words[i]) > 12 || g_str_is_ascii (words[i]))
        continue;
      lower = g_utf8_strdown (words[i], -1);
      for (gsize k = 0; k < G_N_ELEMENTS (common); k++)
        hits += g_str_equal (lower, common[k]);
    }

  return hits;
}

TosoEncoding
toso_legacy_guess (const char *bytes,
                   gsize       length)
{
  gboolean     utf8 = g_utf8_validate (bytes, (gssize) length, NULL);
  gsize        looked = MIN (length, LOOKED);
  TosoEncoding best = TOSO_ENCODING_AUTO;
  guint        most = 0;

  while (utf8 && looked > 0 && looked < length && ((guchar) bytes[looked] & 0xc0) == 0x80)
    looked--;
  if (utf8)
    {
      g_autofree char *text = g_strndup (bytes, looked);

      most = count_words (text);
    }

  for (TosoEncoding encoding = TOSO_ENCODING_TCVN3; encoding <= TOSO_ENCODING_WINDOWS_1258; encoding++)
    {
      /* Nobody's font shows Windows-1258 by other letters. */
      g_autofree char *text = utf8 && encoding == TOSO_ENCODING_WINDOWS_1258 ? NULL : toso_legacy_decode (bytes, looked, encoding);
      guint            hits = text != NULL ? count_words (text) : 0;

      if (hits > most)
        {
          most = hits;
          best = encoding;
        }
    }

  return best;
}
