/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-typeset-private.h"

#include <string.h>

#include "core/toso-text.h"

struct _TosoTypesetter
{
  PangoFontMap         *font_map;
  PangoContext         *context;
  PangoFontDescription *description;
  double                size;
  PangoAttrList        *no_attributes;
  GString              *missing;
};

/**
 * toso_typesetter_new:
 * @family: comma-separated, the first that is installed counts
 * @size: points; the size that most of the text has
 *
 * Has a font map of its own, so that a document may be made in any thread.
 */
TosoTypesetter *
toso_typesetter_new (const char *family,
                     double      size)
{
  TosoTypesetter       *self = g_new0 (TosoTypesetter, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Fontconfig and FreeType on Windows too, where the default would be
   * DirectWrite: the same font sets the same lines on both. */
  self->font_map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->font_map), 72.0);
  self->context = pango_font_map_create_context (self->font_map);

  /* Paper, not screen: a rounded advance makes a line of Times 2 % too narrow. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string ("vi"));
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);

  self->description = pango_font_description_new ();
  pango_font_description_set_family (self->description, family);
  pango_font_description_set_absolute_size (self->description, size * PANGO_SCALE);
  self->size = size;
  self->no_attributes = pango_attr_list_new ();
  self->missing = g_string_new (NULL);

  return self;
}

void
toso_typesetter_free (TosoTypesetter *self)
{
  if (self == NULL)
    return;

  pango_attr_list_unref (self->no_attributes);
  pango_font_description_free (self->description);
  g_object_unref (self->context);
  g_object_unref (self->font_map);
  g_string_free (self->missing, TRUE);
  g_free (self);
}

const char *
toso_typesetter_get_missing (TosoTypesetter *self)
{
  return self->missing->str;
}

/* Marks that print nothing but may turn the text around. */
static gboolean
is_bidi_control (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x0B || c == 0x85;
}

/* Nothing would be printed of @text. */
gboolean
toso_text_is_blank (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0';)
    {
      gunichar c = g_utf8_get_char_validated (p, -1);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        return FALSE;
      if (!is_space (c) && !g_unichar_iscntrl (c) && !is_bidi_control (c))
        return FALSE;
      p = g_utf8_next_char (p);
    }

  return TRUE;
}

/**
 * toso_typesetter_clean:
 * @text: anything
 *
 * Makes text fit to print: valid UTF-8, NFC, every kind of white space a plain
 * space, no control characters, no space at either end.  Spaces within keep
 * their number: "Số:      /KH-UBND" leaves room for the number.
 *
 * Returns: (transfer full): the text
 */
char *
toso_typesetter_clean (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;
  GString         *clean;

  if (text == NULL)
    return g_strdup ("");

  valid = g_utf8_make_valid (text, -1);
  composed = toso_text_compose (valid, strlen (valid));
  clean = g_string_sized_new (strlen (composed));
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_space (c))
        g_string_append_c (clean, ' ');
      else if (!g_unichar_iscntrl (c) && !is_bidi_control (c))
        g_string_append_unichar (clean, c);
    }

  return g_strstrip (g_string_free (clean, FALSE));
}

static void
note_missing (TosoTypesetter *self,
              const char     *at)
{
  gunichar c = g_utf8_get_char (at);

  if (g_utf8_strchr (self->missing->str, -1, c) == NULL)
    g_string_append_unichar (self->missing, c);
}

static void
shape_item (TosoTypesetter *self,
            TosoParagraph  *paragraph,
            PangoItem      *item)
{
  TosoPiece piece = { item, pango_glyph_string_new (), 0 };

  pango_shape_with_flags (paragraph->text + item->offset, item->length,
                          paragraph->text, paragraph->length,
                          &item->analysis, piece.glyphs, PANGO_SHAPE_NONE);
  for (int i = 0; i < piece.glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *glyph = &piece.glyphs->glyphs[i];
      int                   at = item->offset + piece.glyphs->log_clusters[i];

      paragraph->advances[at] += glyph->geometry.width;
      if (glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
        note_missing (self, paragraph->text + at);
    }
  g_array_append_val (paragraph->pieces, piece);
}

static void
measure_words (TosoParagraph *paragraph)
{
  for (guint i = 0; i < paragraph->words->len; i++)
    {
      TosoWord *word = &g_array_index (paragraph->words, TosoWord, i);

      for (int at = word->start; at < word->end; at++)
        word->width += paragraph->advances[at];
      for (int at = word->end; at < word->next; at++)
        word->space += paragraph->advances[at];
    }
}

static void
clear_link (gpointer data)
{
  g_free (((TosoLink *) data)->uri);
}

/* Brackets and quotes are left out: Cairo writes an address as it is, between
 * brackets. */
#define LINK_CHARACTERS ":/?#[]@!$&*+,;=%"

/* "https://binhdanhocvuso.gov.vn/" in a sentence; the stop after it is not
 * part of it. */
static void
find_links (TosoParagraph *paragraph)
{
  for (guint i = 0; i < paragraph->words->len; i++)
    {
      const TosoWord  *word = &g_array_index (paragraph->words, TosoWord, i);
      g_autofree char *part = NULL;
      const char      *found;
      TosoLink         link = { 0 };

      if (memchr (paragraph->text + word->start, ':', word->end - word->start) == NULL)
        continue;
      part = g_strndup (paragraph->text + word->start, word->end - word->start);
      found = strstr (part, "https://");
      if (found == NULL)
        found = strstr (part, "http://");
      if (found == NULL)
        continue;

      link.start = word->start + (int) (found - part);
      link.end = word->end;
      while (link.end > link.start && strchr (".,;:)\"'", paragraph->text[link.end - 1]) != NULL)
        link.end--;
      if (strstr (found, "://") + 3 >= found + (link.end - link.start))
        continue;
      part[link.end - word->start] = '\0';
      link.uri = g_uri_escape_string (found, LINK_CHARACTERS, FALSE);
      if (paragraph->links == NULL)
        {
          paragraph->links = g_array_new (FALSE, FALSE, sizeof (TosoLink));
          g_array_set_clear_func (paragraph->links, clear_link);
        }
      g_array_append_val (paragraph->links, link);
    }
}

static void
clear_piece (gpointer data)
{
  TosoPiece *piece = data;

  pango_item_free (piece->item);
  pango_glyph_string_free (piece->glyphs);
}

static PangoAttrList *
make_attributes (TosoTypesetter *self,
                 const char     *text,
                 int             bold_length)
{
  PangoAttrList  *attributes;
  PangoAttribute *bold;

  if (bold_length <= 0)
    return pango_attr_list_ref (self->no_attributes);

  attributes = pango_attr_list_new ();
  bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  bold->end_index = g_utf8_offset_to_pointer (text, MIN (bold_length, g_utf8_strlen (text, -1))) - text;
  pango_attr_list_insert (attributes, bold);

  return attributes;
}

static void
set_face (TosoTypesetter *self,
          TosoFace        face)
{
  pango_font_description_set_weight (self->description,
                                     face & TOSO_FACE_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (self->description,
                                    face & TOSO_FACE_ITALIC ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_context_set_font_description (self->context, self->description);
}

/**
 * toso_typesetter_shape:
 * @bold_length: characters at the start that are bold whatever @style says
 *
 * Returns: (transfer full): the shaped paragraph, not yet broken into lines
 */
TosoParagraph *
toso_typesetter_shape (TosoTypesetter *self,
                       const char     *text,
                       TosoStyle       style,
                       int             bold_length)
{
  TosoParagraph *paragraph = g_new0 (TosoParagraph, 1);
  PangoAttrList *attributes;
  GList         *items;

  paragraph->style = style;
  paragraph->scale = style.size / self->size;
  paragraph->text = toso_typesetter_clean (text);
  paragraph->length = (int) strlen (paragraph->text);
  paragraph->advances = g_new0 (int, paragraph->length + 1);
  paragraph->pieces = g_array_new (FALSE, FALSE, sizeof (TosoPiece));
  g_array_set_clear_func (paragraph->pieces, clear_piece);

  set_face (self, style.face);
  attributes = make_attributes (self, paragraph->text, bold_length);
  items = pango_itemize_with_base_dir (self->context, PANGO_DIRECTION_LTR,
                                       paragraph->text, 0, paragraph->length, attributes, NULL);
  for (GList *l = items; l != NULL; l = l->next)
    shape_item (self, paragraph, l->data);
  g_list_free (items);
  pango_attr_list_unref (attributes);

  paragraph->words = toso_glue_split (paragraph->text);
  toso_glue_mark (paragraph->text, paragraph->words);
  measure_words (paragraph);
  find_links (paragraph);

  return paragraph;
}

void
toso_paragraph_free (TosoParagraph *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->advances);
  g_array_unref (self->pieces);
  g_clear_pointer (&self->words, g_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self);
}

/* The widest word that cannot be broken, points. */
double
toso_paragraph_get_min_width (TosoParagraph *self)
{
  int width = 0;

  for (guint i = 0; i < self->words->len; i++)
    if (!g_array_index (self->words, TosoWord, i).is_leader)
      width = MAX (width, g_array_index (self->words, TosoWord, i).width);

  return width * self->scale / PANGO_SCALE;
}

/* All on one line, points. */
double
toso_paragraph_get_max_width (TosoParagraph *self)
{
  int width = 0;

  for (guint i = 0; i < self->words->len; i++)
    width += g_array_index (self->words, TosoWord, i).width +
             g_array_index (self->words, TosoWord, i).space;

  return width * self->scale / PANGO_SCALE;
}

/* Of the text before the byte @end, all on one line, points. */
double
toso_paragraph_get_width_to (TosoParagraph *self,
                             int            end)
{
  int width = 0;

  for (int at = 0; at < MIN (end, self->length); at++)
    width += self->advances[at];

  return width * self->scale / PANGO_SCALE;
}
