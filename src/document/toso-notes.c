/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-unit-private.h"

#include <string.h>

/* Notes at the foot of the page: a number in the text, the note under a rule on
 * the same page.  Each part of the paper counts its own. */

#define RULE_ROOM 8.0 /* over the first note: the text, the rule, and its distance */

/* A note that takes more of the page than this is set after its paragraph. */
#define TALLEST 0.4

/* Characters of their own, so that the number is read back as one that is not
 * part of the word before it. */
static char *
make_number (guint number)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  g_autofree char         *text = g_strdup_printf ("%u", number);
  GString                 *raised = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    g_string_append (raised, digits[*p - '0']);

  return g_string_free (raised, FALSE);
}

/* On the page after all, where no foot of a page can hold it. */
void
toso_compose_tall_notes (TosoComposer *self,
                         guint         first)
{
  double page = toso_profile_get_text_height (self->profile);

  for (guint i = first; i < self->notes->len; i++)
    {
      TosoUnit *note = g_ptr_array_index (self->notes, i);

      if (note->height <= page * TALLEST)
        continue;
      self->notes->pdata[i] = toso_unit_new (TOSO_ROLE_PARAGRAPH, 0);
      toso_composer_take (self, note, page * TALLEST);
    }
}

static TosoUnit *
make_note (TosoComposer *self,
           const char   *number,
           const char   *text)
{
  const TosoProfile *profile = self->profile;
  TosoUnit          *unit = toso_unit_new (TOSO_ROLE_PARAGRAPH, 0);
  g_autofree char   *whole = g_strconcat (number, " ", text, NULL);
  TosoParagraph     *paragraph = toso_composer_shape (self, whole, profile->note_size, TOSO_FACE_REGULAR);

  toso_paragraph_break (paragraph, toso_profile_get_text_width (profile), 0, TOSO_ALIGN_JUSTIFY, TOSO_BREAK_PLAIN);
  toso_unit_add_lines (unit, paragraph, 0, 0, profile->line_pitch, ++unit->n_parts);
  unit->block = self->n_blocks++;

  return unit;
}

char *
toso_compose_notes (TosoComposer    *self,
                    const TosoBlock *block,
                    int             *bold_length,
                    GArray         **marks)
{
  g_autofree char *clean = toso_typesetter_clean (block->text);
  GString         *text = g_string_new (NULL);
  const char      *from = clean;

  *bold_length = block->bold_length;
  *marks = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; block->notes != NULL && i < block->notes->len; i++)
    {
      const TosoNote  *note = g_ptr_array_index (block->notes, i);
      g_autofree char *number = make_number (self->notes->len + 1);
      long             length = g_utf8_strlen (clean, -1);
      const char      *at = g_utf8_offset_to_pointer (clean, CLAMP (note->at, 0, length));
      int              mark;

      at = MAX (at, from);
      g_string_append_len (text, from, at - from);
      g_string_append (text, number);
      mark = (int) text->len;
      g_array_append_val (*marks, mark);
      from = at;
      if (note->at < block->bold_length)
        *bold_length += (int) g_utf8_strlen (number, -1);
      g_ptr_array_add (self->notes, make_note (self, number, note->text));
    }
  g_string_append (text, from);

  return g_string_free (text, FALSE);
}

/**
 * toso_notes_get_height:
 * @with_rule: they are the first on their page
 */
double
toso_notes_get_height (GPtrArray *notes,
                       guint      first,
                       guint      n,
                       gboolean   with_rule)
{
  double height = n > 0 && with_rule ? RULE_ROOM : 0;

  for (guint i = first; i < first + n; i++)
    height += ((const TosoUnit *) g_ptr_array_index (notes, i))->height;

  return height;
}
