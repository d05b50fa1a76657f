/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-block-private.h"

#include <string.h>

/* Tabs and lines. */

/* The end of a quoted field, at its closing quote; NULL when the quote is only
 * a sign of the text (Thôn "Mới"). */
static const char *
find_closing_quote (const char *start,
                    const char *end)
{
  const char *c = start;

  while (c < end)
    {
      if (*c != '"')
        c++;
      else if (c + 1 < end && c[1] == '"')
        c += 2;
      else
        return c + 1 == end || strchr ("\t\r\n", c[1]) != NULL ? c : NULL;
    }

  return NULL;
}

static char *
unquote (const char *start,
         const char *end)
{
  GString *text = g_string_sized_new ((gsize) (end - start));

  for (const char *c = start; c < end; c++)
    {
      g_string_append_c (text, *c);
      if (*c == '"')
        c++;
    }

  return g_string_free (text, FALSE);
}

/* Reads one field; returns where it ends: at a tab, a line's end or the end. */
static const char *
read_field (const char       *start,
            const char       *end,
            TosoBlockBuilder *builder)
{
  g_autofree char *text = NULL;
  const char      *c = start;

  if (c < end && *c == '"')
    {
      const char *closing = find_closing_quote (c + 1, end);

      if (closing != NULL)
        {
          text = unquote (c + 1, closing);
          c = closing + 1;
        }
    }
  if (text == NULL)
    {
      while (c < end && *c != '\t' && *c != '\n' && *c != '\r')
        c++;
      text = g_strndup (start, (gsize) (c - start));
    }
  toso_block_builder_add (builder, text, TOSO_FIGURE_MISSING, 1, 1);

  return c;
}

TosoCopiedBlock *
toso_copied_block_read_tsv (const char *text,
                            gssize      length,
                            GError    **error)
{
  g_autoptr (TosoBlockBuilder) builder = NULL;
  g_autofree char *valid = NULL;
  const char      *c, *end;

  g_return_val_if_fail (text != NULL, NULL);

  if (!toso_block_check_size (length < 0 ? strlen (text) : (gsize) length, error))
    return NULL;

  builder = toso_block_builder_new ();
  valid = g_utf8_make_valid (text, length);
  c = valid;
  end = valid + strlen (valid);
  if (g_str_has_prefix (c, "\357\273\277"))
    c += 3;
  while (c < end)
    {
      toso_block_builder_begin_row (builder);
      c = read_field (c, end, builder);
      while (c < end && *c == '\t')
        c = read_field (c + 1, end, builder);
      if (c < end && *c == '\r')
        c++;
      if (c < end && *c == '\n')
        c++;
    }

  return toso_block_builder_end (builder, error);
}
