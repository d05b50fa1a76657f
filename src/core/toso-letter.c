/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-letter.h"

/* The five toned forms of a vowel. */
#define TONED(bare_, letter_, huyen, hoi, nga, sac, nang) \
  case huyen:                                             \
    return make (bare_, letter_, TOSO_TONE_HUYEN);        \
  case hoi:                                               \
    return make (bare_, letter_, TOSO_TONE_HOI);          \
  case nga:                                               \
    return make (bare_, letter_, TOSO_TONE_NGA);          \
  case sac:                                               \
    return make (bare_, letter_, TOSO_TONE_SAC);          \
  case nang:                                              \
    return make (bare_, letter_, TOSO_TONE_NANG);

static TosoLetter
make (gunichar bare,
      gunichar letter,
      TosoTone tone)
{
  return (TosoLetter){ .bare = bare, .letter = letter, .tone = tone, .upper = FALSE };
}

/* A letter of another language: its ASCII base, if it has one, with a mark. */
static TosoLetter
split_foreign (gunichar c)
{
  gunichar parts[4];

  if (g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts)) > 1 && parts[0] < 0x80)
    return make (parts[0], parts[0], TOSO_TONE_FOREIGN);
  return make (c, c, TOSO_TONE_NGANG);
}

static TosoLetter
split_small (gunichar c)
{
  switch (c)
    {
      TONED ('a', 'a', L'à', L'ả', L'ã', L'á', L'ạ')
      TONED ('a', L'ă', L'ằ', L'ẳ', L'ẵ', L'ắ', L'ặ')
      TONED ('a', L'â', L'ầ', L'ẩ', L'ẫ', L'ấ', L'ậ')
      TONED ('e', 'e', L'è', L'ẻ', L'ẽ', L'é', L'ẹ')
      TONED ('e', L'ê', L'ề', L'ể', L'ễ', L'ế', L'ệ')
      TONED ('i', 'i', L'ì', L'ỉ', L'ĩ', L'í', L'ị')
      TONED ('o', 'o', L'ò', L'ỏ', L'õ', L'ó', L'ọ')
      TONED ('o', L'ô', L'ồ', L'ổ', L'ỗ', L'ố', L'ộ')
      TONED ('o', L'ơ', L'ờ', L'ở', L'ỡ', L'ớ', L'ợ')
      TONED ('u', 'u', L'ù', L'ủ', L'ũ', L'ú', L'ụ')
      TONED ('u', L'ư', L'ừ', L'ử', L'ữ', L'ứ', L'ự')
      TONED ('y', 'y', L'ỳ', L'ỷ', L'ỹ', L'ý', L'ỵ')
    case L'ă':
    case L'â':
      return make ('a', c, TOSO_TONE_NGANG);
    case L'đ':
      return make ('d', c, TOSO_TONE_NGANG);
    case L'ê':
      return make ('e', c, TOSO_TONE_NGANG);
    case L'ô':
    case L'ơ':
      return make ('o', c, TOSO_TONE_NGANG);
    case L'ư':
      return make ('u', c, TOSO_TONE_NGANG);
    default:
      return split_foreign (c);
    }
}

TosoLetter
toso_letter_split (gunichar c)
{
  gunichar   small;
  TosoLetter letter;

  if (c < 0x80)
    {
      small = (guchar) g_ascii_tolower ((char) c);
      letter = make (small, small, TOSO_TONE_NGANG);
    }
  else
    {
      small = g_unichar_tolower (c);
      letter = split_small (small);
    }
  letter.upper = small != c;
  return letter;
}

/**
 * toso_letter_is_mark:
 * @tone: (out): what it says over a letter that has no composed form
 */
gboolean
toso_letter_is_mark (gunichar  c,
                     TosoTone *tone)
{
  if (c < 0x300 || !g_unichar_ismark (c))
    return FALSE;

  switch (c)
    {
    case 0x300:
      *tone = TOSO_TONE_HUYEN;
      break;
    case 0x309:
      *tone = TOSO_TONE_HOI;
      break;
    case 0x303:
      *tone = TOSO_TONE_NGA;
      break;
    case 0x301:
      *tone = TOSO_TONE_SAC;
      break;
    case 0x323:
      *tone = TOSO_TONE_NANG;
      break;
    default:
      *tone = TOSO_TONE_FOREIGN;
      break;
    }
  return TRUE;
}

/* The no-break spaces too, which g_unichar_isspace() leaves out. */
gboolean
toso_letter_is_blank (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isspace ((char) c) || c == '\v';
  return c == 0x00A0 || c == 0x2007 || c == 0x202F || g_unichar_isspace (c);
}
