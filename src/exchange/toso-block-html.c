/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-block-private.h"

#include <string.h>

/* The table that spreadsheets put on the clipboard as HTML.  Only what those
 * write is understood: no scripts, no styles but "display: none". */

typedef struct
{
  const char       *at, *end;
  TosoBlockBuilder *builder;
  GString          *text; /* of the cell */
  TosoFigure        value;
  guint             n_columns, n_rows;
  guint             depth; /* of tables, from 1 inside the first */
  gboolean          in_cell;
  gboolean          hidden_row, hidden_cell;
  gboolean          done;
} Reader;

/* --- letters --- */

/* Those of Latin-1 that Vietnamese has, and what spreadsheets add. */
static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp", "&" },
  { "lt", "<" },
  { "gt", ">" },
  { "quot", "\"" },
  { "apos", "'" },
  { "nbsp", " " },
  { "ndash", "–" },
  { "mdash", "—" },
  { "agrave", "à" },
  { "aacute", "á" },
  { "acirc", "â" },
  { "atilde", "ã" },
  { "egrave", "è" },
  { "eacute", "é" },
  { "ecirc", "ê" },
  { "igrave", "ì" },
  { "iacute", "í" },
  { "ograve", "ò" },
  { "oacute", "ó" },
  { "ocirc", "ô" },
  { "otilde", "õ" },
  { "ugrave", "ù" },
  { "uacute", "ú" },
  { "yacute", "ý" },
  { "Agrave", "À" },
  { "Aacute", "Á" },
  { "Acirc", "Â" },
  { "Atilde", "Ã" },
  { "Egrave", "È" },
  { "Eacute", "É" },
  { "Ecirc", "Ê" },
  { "Igrave", "Ì" },
  { "Iacute", "Í" },
  { "Ograve", "Ò" },
  { "Oacute", "Ó" },
  { "Ocirc", "Ô" },
  { "Otilde", "Õ" },
  { "Ugrave", "Ù" },
  { "Uacute", "Ú" },
  { "Yacute", "Ý" },
};

static void
append_number (GString    *text,
               const char *digits,
               gsize       length)
{
  gboolean         is_hex = length > 1 && (digits[0] == 'x' || digits[0] == 'X');
  g_autofree char *number = g_strndup (digits + is_hex, length - is_hex);
  guint64          code = g_ascii_strtoull (number, NULL, is_hex ? 16 : 10);

  if (code == 0 || code > 0x10ffff || !g_unichar_validate ((gunichar) code))
    g_string_append (text, "\357\277\275");
  else if (code < 0x20)
    g_string_append_c (text, ' ');
  else
    g_string_append_unichar (text, (gunichar) code);
}

/* At "&"; what is no entity stays as it is. */
static const char *
append_entity (GString    *text,
               const char *at,
               const char *end)
{
  const char *stop = at + 1;

  while (stop < end && stop - at < 12 && (g_ascii_isalnum (*stop) || *stop == '#'))
    stop++;
  if (stop < end && *stop == ';')
    {
      gsize length = (gsize) (stop - at - 1);

      if (length > 1 && at[1] == '#')
        {
          append_number (text, at + 2, length - 1);
          return stop + 1;
        }
      for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
        if (strlen (entities[i].name) == length && strncmp (entities[i].name, at + 1, length) == 0)
          {
            g_string_append (text, entities[i].text);
            return stop + 1;
          }
    }
  g_string_append_c (text, '&');

  return at + 1;
}

static char *
decode (const char *at,
        const char *end)
{
  GString *text = g_string_new (NULL);

  while (at < end)
    {
      if (*at == '&')
        at = append_entity (text, at, end);
      else
        g_string_append_c (text, *at++);
    }

  return g_string_free (text, FALSE);
}

/* --- tags --- */

typedef struct
{
  char      *name;       /* lower case, "/" in front of a closing one */
  GPtrArray *attributes; /* name, value, name, value … of char * */
} Tag;

static void
clear_tag (Tag *tag)
{
  g_clear_pointer (&tag->name, g_free);
  g_clear_pointer (&tag->attributes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tag, clear_tag)

static const char *
skip_space (const char *at,
            const char *end)
{
  while (at < end && g_ascii_isspace (*at))
    at++;

  return at;
}

static const char *
read_value (const char *at,
            const char *end,
            char      **value)
{
  const char *start = at;

  if (at < end && (*at == '"' || *at == '\''))
    {
      const char *stop = memchr (at + 1, *at, (gsize) (end - at - 1));

      if (stop == NULL)
        stop = end;
      *value = decode (at + 1, stop);
      return MIN (stop + 1, end);
    }
  while (at < end && !g_ascii_isspace (*at) && *at != '>')
    at++;
  *value = decode (start, at);

  return at;
}

static const char *
read_attribute (const char *at,
                const char *end,
                Tag        *tag)
{
  const char *start = at;
  char       *value = NULL;

  while (at < end && !g_ascii_isspace (*at) && *at != '=' && *at != '>')
    at++;
  /* Always on, so that nothing stands still. */
  if (at == start)
    return at + 1;
  g_ptr_array_add (tag->attributes, g_ascii_strdown (start, at - start));
  at = skip_space (at, end);
  if (at < end && *at == '=')
    at = read_value (skip_space (at + 1, end), end, &value);
  g_ptr_array_add (tag->attributes, value != NULL ? value : g_strdup (""));

  return at;
}

/* After "<"; returns what follows ">". */
static const char *
read_tag (const char *at,
          const char *end,
          Tag        *tag)
{
  const char *start = at;

  if (at < end && *at == '/')
    at++;
  while (at < end && (g_ascii_isalnum (*at) || *at == ':'))
    at++;
  tag->name = g_ascii_strdown (start, at - start);
  tag->attributes = g_ptr_array_new_with_free_func (g_free);
  for (at = skip_space (at, end); at < end && *at != '>'; at = skip_space (at, end))
    at = read_attribute (at, end, tag);

  return MIN (at + 1, end);
}

static const char *
get_attribute (const Tag  *tag,
               const char *name)
{
  for (guint i = 0; i + 1 < tag->attributes->len; i += 2)
    if (g_str_equal (tag->attributes->pdata[i], name))
      return tag->attributes->pdata[i + 1];

  return NULL;
}

static gboolean
is_hidden (const Tag *tag)
{
  const char      *style = get_attribute (tag, "style");
  g_autofree char *small = NULL;
  const char      *display;

  if (style == NULL)
    return FALSE;
  small = g_ascii_strdown (style, -1);
  display = strstr (small, "display:");

  return display != NULL && g_str_has_prefix (skip_space (display + 8, display + strlen (display)), "none");
}

static guint
get_span (const Tag  *tag,
          const char *name)
{
  const char *text = get_attribute (tag, name);
  guint64     n = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 1;

  return (guint) CLAMP (n, 1, TOSO_BLOCK_MAX_ROWS);
}

/* --- numbers behind the texts --- */

static TosoFigure
read_figure (const char *text)
{
  char  *stop;
  double value = g_ascii_strtod (text, &stop);

  return stop == text || value != value || value > 1e15 || value < -1e15 ? TOSO_FIGURE_MISSING : TOSO_FIGURE (value);
}

/* Google Sheets: {"1":3,"3":46.8}, where 3 says that it is a number. */
static TosoFigure
read_sheets_value (const char *text)
{
  const char *number;

  if (strstr (text, "\"1\":3") == NULL)
    return TOSO_FIGURE_MISSING;
  number = strstr (text, "\"3\":");

  return number != NULL ? read_figure (number + 4) : TOSO_FIGURE_MISSING;
}

static TosoFigure
find_value (const Tag *tag)
{
  /* LibreOffice, Excel, Google Sheets. */
  const char *sdval = get_attribute (tag, "sdval");
  const char *num = get_attribute (tag, "x:num");
  const char *sheets = get_attribute (tag, "data-sheets-value");

  if (sdval != NULL)
    return read_figure (sdval);
  if (num != NULL)
    return read_figure (num);
  if (sheets != NULL)
    return read_sheets_value (sheets);

  return TOSO_FIGURE_MISSING;
}

/* --- the table --- */

static void
end_cell (Reader *reader)
{
  if (!reader->in_cell)
    return;

  /* "46,8 %" is 0.468 there: the text says what the office means. */
  if (strchr (reader->text->str, '%') != NULL)
    reader->value = TOSO_FIGURE_MISSING;
  if (!reader->hidden_row && !reader->hidden_cell)
    toso_block_builder_add (reader->builder, reader->text->str, reader->value, reader->n_columns, reader->n_rows);
  reader->in_cell = FALSE;
}

static void
begin_cell (Reader    *reader,
            const Tag *tag)
{
  end_cell (reader);
  reader->in_cell = TRUE;
  reader->hidden_cell = is_hidden (tag);
  reader->value = find_value (tag);
  reader->n_columns = get_span (tag, "colspan");
  reader->n_rows = get_span (tag, "rowspan");
  g_string_truncate (reader->text, 0);
}

static void
handle_tag (Reader    *reader,
            const Tag *tag)
{
  if (g_str_equal (tag->name, "table"))
    reader->depth++;
  else if (g_str_equal (tag->name, "/table"))
    {
      /* Only the first: what follows is another thing. */
      if (reader->depth == 1)
        {
          end_cell (reader);
          reader->done = TRUE;
        }
      reader->depth -= reader->depth > 0;
    }
  else if (reader->depth == 0)
    return;
  else if (reader->depth > 1 || g_str_equal (tag->name, "br") || g_str_equal (tag->name, "p") ||
           g_str_equal (tag->name, "div"))
    g_string_append_c (reader->text, ' ');
  else if (g_str_equal (tag->name, "tr"))
    {
      end_cell (reader);
      reader->hidden_row = is_hidden (tag);
      if (!reader->hidden_row)
        toso_block_builder_begin_row (reader->builder);
    }
  else if (g_str_equal (tag->name, "td") || g_str_equal (tag->name, "th"))
    begin_cell (reader, tag);
  else if (g_str_equal (tag->name, "/td") || g_str_equal (tag->name, "/th") || g_str_equal (tag->name, "/tr"))
    end_cell (reader);
}

static const char *
skip_to (const char *at,
         const char *end,
         const char *what)
{
  const char *found = g_strstr_len (at, end - at, what);

  return found != NULL ? found + strlen (what) : end;
}

/* After "<". */
static void
read_markup (Reader *reader)
{
  g_auto (Tag) tag = { 0 };
  g_autofree char *closing = NULL;

  if (g_str_has_prefix (reader->at, "!--"))
    {
      reader->at = skip_to (reader->at + 3, reader->end, "-->");
      return;
    }
  if (reader->at < reader->end && (*reader->at == '!' || *reader->at == '?'))
    {
      reader->at = skip_to (reader->at, reader->end, ">");
      return;
    }

  reader->at = read_tag (reader->at, reader->end, &tag);
  if (g_str_equal (tag.name, "style") || g_str_equal (tag.name, "script"))
    {
      closing = g_strdup_printf ("</%s>", tag.name);
      reader->at = skip_to (reader->at, reader->end, closing);
      return;
    }
  handle_tag (reader, &tag);
}

TosoCopiedBlock *
toso_copied_block_read_html (const char *html,
                             gssize      length,
                             GError    **error)
{
  g_autoptr (TosoBlockBuilder) builder = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *valid = NULL;
  Reader           reader = { 0 };

  g_return_val_if_fail (html != NULL, NULL);

  if (!toso_block_check_size (length < 0 ? strlen (html) : (gsize) length, error))
    return NULL;

  builder = toso_block_builder_new ();
  valid = g_utf8_make_valid (html, length);
  reader.at = valid;
  reader.end = valid + strlen (valid);
  reader.builder = builder;
  reader.text = text;
  while (reader.at < reader.end && !reader.done)
    {
      if (*reader.at == '<' && reader.at + 1 < reader.end && (g_ascii_isalpha (reader.at[1]) || strchr ("/!?", reader.at[1]) != NULL))
        {
          reader.at++;
          read_markup (&reader);
        }
      else if (*reader.at == '&')
        reader.at = append_entity (text, reader.at, reader.end);
      else
        g_string_append_c (text, *reader.at++);
    }
  end_cell (&reader);

  return toso_block_builder_end (builder, error);
}
