/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-text.h"

#include <string.h>

#include "core/toso-letter.h"

/* A sort key is made of bytes that strcmp() compares in the order wanted.
 * Syllable by syllable: its letters, then its tones.  So the tone decides at
 * the first syllable that differs, as in dictionaries: An Bình, Án A.  (CLDR
 * looks at all letters of the text first.)  Small and capital come last of
 * all.  Where in its syllable a tone stands does not matter: hòa, hoà.
 *
 * Keys are printable ASCII, but for letters of other scripts, which keep their
 * UTF-8.  The ranges, lowest first, so that the shorter sorts before the
 * longer: */
#define KEY_CASE      ' ' /* begins the part of small and capital */
#define KEY_FIELD     '!' /* between the parts of a name */
#define KEY_TONE      '0' /* + TosoTone */
#define KEY_BLANK     ';'
#define KEY_SIGN      '<' /* punctuation: then its UTF-8 */
#define KEY_DIGIT     '@' /* + the digit, or + the length of a number */
#define KEY_LETTER    'P' /* + its place in the alphabet */
#define KEY_FOREIGN   '~' /* then its UTF-8 */
#define KEY_SMALL     '0'
#define KEY_CAPITAL   '1'
#define NUMBER_DIGITS 14

typedef struct
{
  GString *key;
  GString *cases;     /* a byte a letter, to go last */
  char     tones[16]; /* of the syllable being read */
  gsize    n_tones;
  gboolean in_syllable;
  gboolean numbers_count; /* 2 < 10 */
} KeyMaker;

/* The place in a ă â b c d đ e ê … y z; -1 for other letters. */
static int
alphabet_place (gunichar letter)
{
  /* Of a … z, with room for ă â after a, đ after d, ê, ô ơ, ư. */
  static const guint8 places[] = {
    0, 3, 4, 5, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31, 32
  };

  if (letter >= 'a' && letter <= 'z')
    return places[letter - 'a'];
  switch (letter)
    {
    case L'ă':
      return 1;
    case L'â':
      return 2;
    case L'đ':
      return 6;
    case L'ê':
      return 8;
    case L'ô':
      return 19;
    case L'ơ':
      return 20;
    case L'ư':
      return 27;
    default:
      return -1;
    }
}

static void
end_syllable (KeyMaker *maker)
{
  if (maker->in_syllable && maker->n_tones == 0)
    g_string_append_c (maker->key, KEY_TONE);
  g_string_append_len (maker->key, maker->tones, (gssize) maker->n_tones);
  maker->n_tones = 0;
  maker->in_syllable = FALSE;
}

static void
add_tone (KeyMaker *maker,
          TosoTone  tone)
{
  if (tone != TOSO_TONE_NGANG && maker->n_tones < sizeof maker->tones)
    maker->tones[maker->n_tones++] = (char) (KEY_TONE + tone);
}

static void
add_letter (KeyMaker *maker,
            gunichar  c)
{
  TosoLetter letter = toso_letter_split (c);
  int        place = alphabet_place (letter.letter);

  maker->in_syllable = TRUE;
  if (place >= 0)
    {
      g_string_append_c (maker->key, (char) (KEY_LETTER + place));
    }
  else
    {
      g_string_append_c (maker->key, KEY_FOREIGN);
      g_string_append_unichar (maker->key, letter.letter);
    }
  add_tone (maker, letter.tone);
  g_string_append_c (maker->cases, letter.upper ? KEY_CAPITAL : KEY_SMALL);
}

/* The run of digits at @p, as a number: the longer the greater. */
static const char *
add_number (KeyMaker   *maker,
            const char *p)
{
  gsize length;

  while (p[0] == '0' && g_ascii_isdigit (p[1]))
    p++;
  length = strspn (p, "0123456789");
  g_string_append_c (maker->key, (char) (KEY_DIGIT + MIN (length, NUMBER_DIGITS)));
  g_string_append_len (maker->key, p, (gssize) length);
  return p + length;
}

/* @text is squeezed. */
static void
add_text (KeyMaker   *maker,
          const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      TosoTone tone;

      if (g_ascii_isdigit (*p) && maker->numbers_count)
        {
          end_syllable (maker);
          p = add_number (maker, p);
          continue;
        }
      if (g_ascii_isdigit (*p))
        {
          maker->in_syllable = TRUE;
          g_string_append_c (maker->key, (char) (KEY_DIGIT + (*p - '0')));
        }
      else if (toso_letter_is_mark (c, &tone))
        {
          add_tone (maker, tone);
        }
      else if (g_unichar_isalpha (c))
        {
          add_letter (maker, c);
        }
      else
        {
          end_syllable (maker);
          g_string_append_c (maker->key, c == ' ' ? KEY_BLANK : KEY_SIGN);
          if (c != ' ')
            g_string_append_unichar (maker->key, c);
        }
      p = g_utf8_next_char (p);
    }
  end_syllable (maker);
}

static void
key_maker_init (KeyMaker *maker,
                gsize     length,
                gboolean  numbers_count)
{
  memset (maker, 0, sizeof *maker);
  maker->key = g_string_sized_new (length * 2 + 8);
  maker->cases = g_string_sized_new (length + 1);
  maker->numbers_count = numbers_count;
}

static char *
key_maker_end (KeyMaker *maker)
{
  gsize length = maker->cases->len;

  /* Small letters at the end say nothing. */
  while (length > 0 && maker->cases->str[length - 1] == KEY_SMALL)
    length--;
  if (length > 0)
    {
      g_string_append_c (maker->key, KEY_CASE);
      g_string_append_len (maker->key, maker->cases->str, (gssize) length);
    }
  g_string_free (maker->cases, TRUE);
  return g_string_free (maker->key, FALSE);
}

/**
 * toso_text_collate_key:
 *
 * To be compared by strcmp().
 */
char *
toso_text_collate_key (const char *text)
{
  g_autofree char *squeezed = NULL;
  KeyMaker         maker;

  g_return_val_if_fail (text != NULL, NULL);

  squeezed = toso_text_squeeze (text);
  key_maker_init (&maker, strlen (squeezed), FALSE);
  add_text (&maker, squeezed);
  return key_maker_end (&maker);
}

/**
 * toso_name_collate_key:
 *
 * Of a person: given name, family name, what is between.
 */
char *
toso_name_collate_key (const char *name)
{
  g_autofree char *squeezed = NULL;
  KeyMaker         maker;
  char            *given;
  char            *middle;

  g_return_val_if_fail (name != NULL, NULL);

  squeezed = toso_text_squeeze (name);
  key_maker_init (&maker, strlen (squeezed), FALSE);
  given = strrchr (squeezed, ' ');
  if (given == NULL)
    {
      add_text (&maker, squeezed);
      return key_maker_end (&maker);
    }

  *given++ = '\0';
  middle = strchr (squeezed, ' ');
  if (middle != NULL)
    *middle++ = '\0';
  add_text (&maker, given);
  g_string_append_c (maker.key, KEY_FIELD);
  add_text (&maker, squeezed);
  g_string_append_c (maker.key, KEY_FIELD);
  if (middle != NULL)
    add_text (&maker, middle);
  return key_maker_end (&maker);
}

/* The common noun at the head of folded text, with the blank after it; 0 for
 * none.  What is left must still be a name. */
static gsize
noun_length (const char *folded)
{
  /* A longer one before its own beginning. */
  static const char *const nouns[] = {
    "to dan pho so", "to dan pho", "khu dan cu", "khu pho", "khu vuc", "tieu khu", "tdp", "kdc", "kp",
    "thon", "lang", "ban", "xom", "ap", "buon", "bon", "khom", "plei", "play", "phum", "soc", "cum", "doi", "khu", "to"
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      gsize length = strlen (nouns[i]);

      if (g_str_has_prefix (folded, nouns[i]) && folded[length] == ' ' && folded[length + 1] != '\0')
        return length + 1;
    }
  return 0;
}

/* How many characters of @squeezed are common nouns.  Of "Làng Bản Lác" the
 * first word alone, of "Thôn, làng 1" and "Thôn/làng 1" both. */
static glong
count_noun_chars (const char *squeezed)
{
  g_autofree char *folded = toso_text_fold (squeezed);
  gsize            length = 0;
  gsize            more;

  /* Folding keeps the number of characters, and the nouns are ASCII. */
  for (;;)
    {
      gsize            word = strcspn (folded + length, " ,/-");
      gsize            signs = strspn (folded + length + word, " ,/-");
      g_autofree char *head = g_strdup_printf ("%.*s x", (int) word, folded + length);

      if (signs == 0 || strpbrk (folded + length + word, ",/-") == NULL ||
          strcspn (folded + length + word, ",/-") >= signs || noun_length (head) == 0)
        break;
      length += word + signs;
    }

  more = noun_length (folded + length);
  if (more == 0 && folded[length] == '\0')
    return 0;
  return (glong) (length + more);
}

gsize
toso_village_noun_length (const char *squeezed)
{
  return (gsize) (g_utf8_offset_to_pointer (squeezed, count_noun_chars (squeezed)) - squeezed);
}

/**
 * toso_village_collate_key:
 *
 * Numbers count ("Thôn 2" < "Thôn 10"); thôn, làng, bản … are looked at where
 * the names themselves are equal.
 */
char *
toso_village_collate_key (const char *name)
{
  g_autofree char *squeezed = NULL;
  g_autofree char *noun = NULL;
  const char      *own;
  KeyMaker         maker;

  g_return_val_if_fail (name != NULL, NULL);

  squeezed = toso_text_squeeze (name);
  own = g_utf8_offset_to_pointer (squeezed, count_noun_chars (squeezed));
  noun = g_strndup (squeezed, (gsize) (own - squeezed));

  key_maker_init (&maker, strlen (squeezed), TRUE);
  add_text (&maker, own);
  g_string_append_c (maker.key, KEY_FIELD);
  add_text (&maker, noun);
  return key_maker_end (&maker);
}

static int
compare_keys (const char *a,
              const char *b,
              char *(*make_key) (const char *) )
{
  g_autofree char *first = make_key (a);
  g_autofree char *second = make_key (b);

  return strcmp (first, second);
}

int
toso_text_collate (const char *a,
                   const char *b)
{
  return compare_keys (a, b, toso_text_collate_key);
}

int
toso_name_collate (const char *a,
                   const char *b)
{
  return compare_keys (a, b, toso_name_collate_key);
}

int
toso_village_collate (const char *a,
                      const char *b)
{
  return compare_keys (a, b, toso_village_collate_key);
}
