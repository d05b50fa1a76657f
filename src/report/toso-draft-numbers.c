/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-draft-private.h"

#include <string.h>

/* Numbers go on without a gap when blocks are put in, taken out or moved. */

typedef enum {
  NO_NUMBER,
  ROMAN,   /* "II. " */
  ARABIC,  /* "2. " */
  ARTICLE, /* "Điều 2. " */
  FIGURE,  /* "Hình 2. " */
  N_SCHEMES
} Scheme;

#define ARTICLE_WORD "Điều "
#define FIGURE_WORD  "Hình "

static gsize
measure_digits (const char *text,
                const char *digits)
{
  gsize length = strspn (text, digits);

  return length > 0 && text[length] == '.' && text[length + 1] == ' ' ? length + 2 : 0;
}

/* Bytes of the number at the start, with its word and space; 0: none. */
static gsize
measure_number (const char *text,
                Scheme      scheme)
{
  gsize word = 0;
  gsize length;

  switch (scheme)
    {
    case ROMAN:
      return measure_digits (text, "IVXLC");
    case ARTICLE:
      word = g_str_has_prefix (text, ARTICLE_WORD) ? strlen (ARTICLE_WORD) : 0;
      break;
    case FIGURE:
      word = g_str_has_prefix (text, FIGURE_WORD) ? strlen (FIGURE_WORD) : 0;
      break;
    case ARABIC:
      return measure_digits (text, "0123456789");
    case NO_NUMBER:
    case N_SCHEMES:
    default:
      return 0;
    }
  if (word == 0)
    return 0;
  length = measure_digits (text + word, "0123456789");

  return length > 0 ? word + length : 0;
}

static Scheme
find_scheme (const TosoBlock *block)
{
  switch (block->kind)
    {
    case TOSO_BLOCK_HEADING_ROMAN:
      return ROMAN;
    case TOSO_BLOCK_HEADING:
      return measure_number (block->text, ARTICLE) > 0 ? ARTICLE : ARABIC;
    case TOSO_BLOCK_BODY:
      return measure_number (block->text, ARTICLE) > 0 ? ARTICLE : NO_NUMBER;
    case TOSO_BLOCK_FIGURE:
      return block->text != NULL && measure_number (block->text, FIGURE) > 0 ? FIGURE : NO_NUMBER;
    case TOSO_BLOCK_BASIS:
    case TOSO_BLOCK_CENTERED_LABEL:
    case TOSO_BLOCK_CENTERED_TITLE:
    case TOSO_BLOCK_CENTERED:
    case TOSO_BLOCK_TABLE:
    default:
      return NO_NUMBER;
    }
}

static char *
make_roman (guint n)
{
  static const struct
  {
    guint       value;
    const char *letters;
  } parts[] = { { 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" } };
  GString *roman = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (; n >= parts[i].value; n -= parts[i].value)
      g_string_append (roman, parts[i].letters);

  return g_string_free (roman, FALSE);
}

static char *
make_number (Scheme scheme,
             guint  n)
{
  g_autofree char *roman = NULL;

  switch (scheme)
    {
    case ROMAN:
      roman = make_roman (n);
      return g_strdup_printf ("%s. ", roman);
    case ARTICLE:
      return g_strdup_printf (ARTICLE_WORD "%u. ", n);
    case FIGURE:
      return g_strdup_printf (FIGURE_WORD "%u. ", n);
    case ARABIC:
    case NO_NUMBER:
    case N_SCHEMES:
    default:
      return g_strdup_printf ("%u. ", n);
    }
}

/* What stands in the text moves with it. */
static void
set_number (TosoBlock *block,
            Scheme     scheme,
            guint      n)
{
  gsize            old_size = measure_number (block->text, scheme);
  g_autofree char *number = make_number (scheme, n);
  int              old_length = (int) g_utf8_strlen (block->text, (gssize) old_size);
  int              shift = (int) g_utf8_strlen (number, -1) - old_length;
  char            *text = g_strconcat (number, block->text + old_size, NULL);

  g_free (block->text);
  block->text = text;
  for (guint i = 0; block->sources != NULL && i < block->sources->len; i++)
    {
      TosoFigureSource *source = block->sources->pdata[i];

      if (source->start >= old_length)
        source->start += shift;
      else if (source->start == 0)
        source->length += shift;
    }
  for (guint i = 0; block->notes != NULL && i < block->notes->len; i++)
    ((TosoNote *) block->notes->pdata[i])->at += shift;
  if (scheme == ARTICLE && block->kind == TOSO_BLOCK_BODY)
    block->bold_length = (int) g_utf8_strlen (number, -1) - 1;
}

void
toso_draft_renumber (GPtrArray *blocks)
{
  gboolean used[N_SCHEMES] = { FALSE };
  guint    counts[N_SCHEMES] = { 0 };

  for (guint i = 0; i < blocks->len; i++)
    {
      const TosoBlock *block = blocks->pdata[i];
      Scheme           scheme = find_scheme (block);

      used[scheme] |= measure_number (block->text != NULL ? block->text : "", scheme) > 0;
    }
  used[NO_NUMBER] = FALSE;
  for (guint i = 0; i < blocks->len; i++)
    {
      TosoBlock *block = blocks->pdata[i];
      Scheme     scheme = find_scheme (block);

      if (!used[scheme])
        continue;
      set_number (block, scheme, ++counts[scheme]);
      if (scheme == ROMAN)
        counts[ARABIC] = 0;
    }
}

static const char *
skip_number (const char *text)
{
  for (Scheme scheme = ROMAN; scheme < N_SCHEMES; scheme++)
    if (measure_number (text, scheme) > 0)
      return text + measure_number (text, scheme);

  return text;
}

gboolean
toso_draft_is_same_text (const char *first,
                         const char *second)
{
  return g_str_equal (skip_number (first), skip_number (second));
}
