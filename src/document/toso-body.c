/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-unit-private.h"

/* Between the head of the paper and its text. */
#define FIRST_GAP 16.0

/* How a kind of block is set (Decree 30/2020/NĐ-CP, Annex I, Part I, II.6). */
typedef struct
{
  TosoFace       face;
  TosoAlign      align;
  gboolean       indented;
  gboolean       is_heading;
  TosoBreakFlags flags;
} BlockStyle;

static const BlockStyle block_styles[] = {
  [TOSO_BLOCK_BODY] = { TOSO_FACE_REGULAR, TOSO_ALIGN_JUSTIFY, TRUE, FALSE, TOSO_BREAK_PLAIN },
  [TOSO_BLOCK_BASIS] = { TOSO_FACE_ITALIC, TOSO_ALIGN_JUSTIFY, TRUE, FALSE, TOSO_BREAK_PLAIN },
  [TOSO_BLOCK_HEADING_ROMAN] = { TOSO_FACE_BOLD, TOSO_ALIGN_JUSTIFY, TRUE, TRUE, TOSO_BREAK_NO_LONELY },
  [TOSO_BLOCK_HEADING] = { TOSO_FACE_BOLD, TOSO_ALIGN_JUSTIFY, TRUE, TRUE, TOSO_BREAK_NO_LONELY },
  [TOSO_BLOCK_CENTERED_LABEL] = { TOSO_FACE_BOLD, TOSO_ALIGN_CENTER, FALSE, TRUE, TOSO_BREAK_NO_LONELY },
  [TOSO_BLOCK_CENTERED_TITLE] = { TOSO_FACE_BOLD, TOSO_ALIGN_CENTER, FALSE, TRUE,
                                  TOSO_BREAK_NO_LONELY | TOSO_BREAK_BALANCED },
  [TOSO_BLOCK_CENTERED] = { TOSO_FACE_REGULAR, TOSO_ALIGN_CENTER, FALSE, FALSE,
                            TOSO_BREAK_NO_LONELY | TOSO_BREAK_BALANCED },
};

static TosoParagraph *
set_block (TosoComposer     *self,
           const TosoBlock  *block,
           const BlockStyle *style,
           GArray          **marks)
{
  TosoStyle        text_style = { self->profile->body_size, style->face };
  int              bold_length;
  g_autofree char *text = toso_compose_notes (self, block, &bold_length, marks);
  TosoParagraph   *paragraph;

  paragraph = toso_typesetter_shape (self->typesetter, text, text_style, bold_length);
  g_ptr_array_add (self->paragraphs, paragraph);
  toso_paragraph_break (paragraph, toso_profile_get_text_width (self->profile),
                        style->indented ? self->profile->indent : 0, style->align, style->flags);

  return paragraph;
}

/* No line of a paragraph alone on a page; a heading whole, and with what
 * follows; so is a sentence that what follows completes: "…, như sau:". */
static gboolean
stays_with_next (const char *text,
                 guint       line,
                 guint       n_lines,
                 gboolean    is_heading)
{
  if (is_heading || (line + 1 == n_lines && g_str_has_suffix (text, ":")))
    return TRUE;

  return line + 1 < n_lines && (line == 0 || line + 2 == n_lines);
}

static void
compose_paragraph (TosoComposer    *self,
                   const TosoBlock *block,
                   double           gap)
{
  const BlockStyle *style = &block_styles[block->kind];
  guint             first_note = self->notes->len;
  g_autoptr (GArray) marks = NULL;
  TosoParagraph *paragraph = set_block (self, block, style, &marks);
  double         pitch = self->profile->body_size * self->profile->line_pitch;
  guint          number = self->n_blocks++;
  guint          next_note = first_note;

  toso_compose_sources (self, block, number, paragraph->text, first_note);
  for (guint i = 0; i < paragraph->lines->len; i++)
    {
      TosoUnit *unit = toso_unit_new (style->is_heading ? TOSO_ROLE_HEADING : TOSO_ROLE_PARAGRAPH,
                                      i == 0 ? gap : 0);
      TosoPlacedLine placed = { &g_array_index (paragraph->lines, TosoLine, i), 0, 0, 0, FALSE };

      placed.baseline = toso_composer_get_baseline (self, self->profile->body_size);
      g_array_append_val (unit->lines, placed);
      unit->height = pitch;
      unit->block = number;
      unit->keep = stays_with_next (paragraph->text, i, paragraph->lines->len, style->is_heading);
      if (block->outline_level > 0)
        unit->outline_level = block->outline_level;
      if (block->outline_level > 0 && i == 0)
        unit->outline_title = paragraph->text;
      unit->first_note = next_note;
      while (next_note - first_note < marks->len && g_array_index (marks, int, next_note - first_note) <= placed.line->end)
        next_note++;
      unit->n_notes = next_note - unit->first_note;
      g_ptr_array_add (self->units, unit);
    }
  toso_compose_tall_notes (self, first_note);
}

void
toso_compose_blocks (TosoComposer *self,
                     GPtrArray    *blocks)
{
  TosoBlockKind previous = TOSO_BLOCK_BODY;
  gboolean      first = TRUE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const TosoBlock *block = g_ptr_array_index (blocks, i);
      double           gap = first ? FIRST_GAP : self->profile->paragraph_gap;

      toso_composer_name (self, block->key);
      if (block->kind == TOSO_BLOCK_TABLE)
        {
          toso_compose_table (self, block, gap);
        }
      else if (block->kind == TOSO_BLOCK_FIGURE)
        {
          toso_compose_figure (self, block, gap);
        }
      else if (!toso_text_is_blank (block->text))
        {
          /* "Chương I" and its title belong together. */
          if (previous == TOSO_BLOCK_CENTERED_LABEL && block->kind == TOSO_BLOCK_CENTERED_TITLE)
            gap = 0;
          compose_paragraph (self, block, gap);
        }
      else
        {
          continue;
        }
      previous = block->kind;
      first = FALSE;
    }
}
