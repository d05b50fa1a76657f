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

/* The bytes that a text in UTF-8 shows as Latin letters: "Céng hßa" */
static gboolean
next_byte (const char **p,
           const char  *end,
           gboolean     utf8,
           guchar      *byte)
{
  static const struct
  {
    gunichar letter;
    guchar   byte;
  } windows[] = {
    { 0x2026, 0x85 }, { 0x2018, 0x91 }, { 0x2019, 0x92 }, { 0x201c, 0x93 }, { 0x201d, 0x94 }, { 0x2022, 0x95 }, { 0x2013, 0x96 }, { 0x2014, 0x97 }
  };
  gunichar letter;
  gsize    i;

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
  for (i = 0; i < G_N_ELEMENTS (windows); i++)
    if (windows[i].letter == letter)
      {
        *byte = windows[i].byte;
        return TRUE;
      }
  return FALSE;
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

      if (!next_byte (&p, end, utf8, &byte))
        return NULL;
      letter = byte < FIRST_BYTE ? byte : letters[byte - FIRST_BYTE];
      if (letter == 0)
        return NULL;
      g_string_append_unichar (text, letter);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
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
