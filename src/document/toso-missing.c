/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-document-private.h"

#include <glib/gi18n-lib.h>

/* Which characters no font has, and on which page they stand. */

static void
add (GArray  *found,
     gunichar character,
     guint    page)
{
  TosoMissingGlyph missing = { character, page };

  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, TosoMissingGlyph, i).character == character)
      return;
  g_array_append_val (found, missing);
}

static void
add_of_line (GArray         *found,
             const TosoLine *line,
             guint           page)
{
  for (guint r = 0; r < line->n_runs; r++)
    {
      const TosoRun          *run = &g_array_index (line->paragraph->runs, TosoRun, line->first_run + r);
      const PangoGlyphString *glyphs = run->piece->glyphs;

      for (int i = run->first_glyph; i < run->first_glyph + run->n_glyphs; i++)
        if (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
          add (found, g_utf8_get_char (line->paragraph->text + run->piece->item->offset + glyphs->log_clusters[i]), page);
    }
}

static void
add_of_unit (GArray         *found,
             const TosoUnit *unit,
             guint           page)
{
  for (guint i = 0; i < unit->lines->len; i++)
    add_of_line (found, g_array_index (unit->lines, TosoPlacedLine, i).line, page);
}

static void
add_of_page (GArray         *found,
             const TosoPage *shown,
             guint           page)
{
  for (guint i = 0; i < shown->units->len; i++)
    {
      const TosoUnit *unit = g_ptr_array_index (shown->part->units, g_array_index (shown->units, TosoPlacedUnit, i).unit);

      add_of_unit (found, unit, page);
      for (guint n = 0; n < unit->n_notes; n++)
        add_of_unit (found, g_ptr_array_index (shown->part->notes, unit->first_note + n), page);
    }
  if (shown->part->address != NULL && shown->number == NULL)
    add_of_unit (found, shown->part->address, page);
}

/**
 * toso_document_list_missing:
 *
 * Returns: (transfer full): of #TosoMissingGlyph, in order of appearance
 */
GArray *
toso_document_list_missing (TosoDocument *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TosoMissingGlyph));

  g_return_val_if_fail (TOSO_IS_DOCUMENT (self), found);

  if (*toso_typesetter_get_missing (self->typesetter) == '\0')
    return found;
  for (guint i = 0; i < self->pages->len; i++)
    add_of_page (found, toso_document_get_page (self, i), i);

  return found;
}

char *
toso_missing_glyph_to_text (const TosoMissingGlyph *self)
{
  char letter[7] = { 0 };

  g_return_val_if_fail (self != NULL, NULL);

  g_unichar_to_utf8 (self->character, letter);

  return g_strdup_printf ("“%s” (U+%04X)", letter, self->character);
}

/**
 * toso_document_describe_missing:
 *
 * Returns: (transfer full) (nullable): a whole translated sentence; %NULL when
 *   the fonts have all that the paper says
 */
char *
toso_document_describe_missing (TosoDocument *self)
{
  g_autoptr (GArray) missing = toso_document_list_missing (self);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < missing->len; i++)
    {
      const TosoMissingGlyph *glyph = &g_array_index (missing, TosoMissingGlyph, i);
      g_autofree char        *text = toso_missing_glyph_to_text (glyph);

      g_string_append (list, i > 0 ? ", " : "");
      /* Translators: a character, and the page that it stands on */
      g_string_append_printf (list, _ ("%s on page %u"), text, glyph->page + 1);
    }
  if (list->len == 0)
    return NULL;

  /* Translators: %s is a list of characters with their pages */
  return g_strdup_printf (_ ("No font on this machine has %s: an empty box is printed instead. Write it otherwise, or install a font that has it."),
                          list->str);
}
