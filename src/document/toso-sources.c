/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-document-private.h"

/* Where the figures of a paper stand, so that a click on one finds what it
 * comes from. */

/* Of the size: how far a box goes over the baseline and under it. */
#define ABOVE 0.85
#define BELOW 0.25

static guint
count_digits (guint number)
{
  guint n = 1;

  for (; number >= 10; number /= 10)
    n++;

  return n;
}

/* Numbers of notes stand before it that the block's own text has not. */
static int
shift_by_notes (const TosoBlock *block,
                int              at,
                guint            first_note)
{
  int shift = 0;

  for (guint i = 0; block->notes != NULL && i < block->notes->len; i++)
    if (((const TosoNote *) g_ptr_array_index (block->notes, i))->at <= at)
      shift += (int) count_digits (first_note + i + 1);

  return shift;
}

/**
 * toso_compose_sources:
 * @text: the paragraph as it was set
 * @first_note: notes that there were before the block's own
 */
void
toso_compose_sources (TosoComposer    *self,
                      const TosoBlock *block,
                      guint            number,
                      const char      *text,
                      guint            first_note)
{
  long length = g_utf8_strlen (text, -1);

  for (guint i = 0; block->sources != NULL && i < block->sources->len; i++)
    {
      const TosoFigureSource *source = g_ptr_array_index (block->sources, i);
      long                    start = source->start + shift_by_notes (block, source->start, first_note);
      TosoSourceMark          mark = { .block = number };

      start = CLAMP (start, 0, length);
      mark.start = (int) (g_utf8_offset_to_pointer (text, start) - text);
      mark.end = (int) (g_utf8_offset_to_pointer (text, MIN (length, start + source->length)) - text);
      mark.source = g_strdup (source->source);
      g_array_append_val (self->sources, mark);
    }
}

void
toso_compose_cell_sources (TosoComposer    *self,
                           const TosoBlock *block,
                           guint            number,
                           guint            n_columns)
{
  for (guint i = 0; block->sources != NULL && i < block->sources->len; i++)
    {
      const TosoFigureSource *source = g_ptr_array_index (block->sources, i);
      TosoSourceMark          mark = { number, source->row, source->column, n_columns, 0, G_MAXINT, NULL };

      mark.source = g_strdup (source->source);
      g_array_append_val (self->sources, mark);
    }
}

static gboolean
is_of (const TosoSourceMark *mark,
       const TosoUnit       *unit,
       const TosoPlacedLine *placed)
{
  if (mark->n_columns == 0)
    return TRUE;

  return mark->row >= unit->row && placed->part == (mark->row - unit->row) * mark->n_columns + mark->column;
}

static void
add_boxes (GArray               *boxes,
           const TosoSourceMark *mark,
           const TosoUnit       *unit,
           double                x,
           double                y)
{
  for (guint i = 0; i < unit->lines->len; i++)
    {
      const TosoPlacedLine *placed = &g_array_index (unit->lines, TosoPlacedLine, i);
      double                size = placed->line->paragraph->style.size;
      double                x1, x2;

      if (!is_of (mark, unit, placed) || !toso_line_get_span (placed->line, mark->start, mark->end, &x1, &x2))
        continue;
      {
        TosoPlacedSource box = { x + placed->x + x1, y + placed->baseline - ABOVE * size, x2 - x1, (ABOVE + BELOW) * size, mark->source };

        g_array_append_val (boxes, box);
      }
    }
}

/**
 * toso_document_list_sources:
 *
 * Returns: (transfer full): a box a line that the figure is on; the document
 *   must outlive the list
 */
GArray *
toso_document_list_sources (TosoDocument *self,
                            guint         page)
{
  GArray         *boxes = g_array_new (FALSE, FALSE, sizeof (TosoPlacedSource));
  const TosoPage *shown;

  g_return_val_if_fail (TOSO_IS_DOCUMENT (self), boxes);
  g_return_val_if_fail (page < self->pages->len, boxes);

  shown = toso_document_get_page (self, page);
  for (guint i = 0; i < shown->units->len; i++)
    {
      const TosoPlacedUnit *placed = &g_array_index (shown->units, TosoPlacedUnit, i);
      const TosoUnit       *unit = g_ptr_array_index (shown->part->units, placed->unit);

      for (guint s = 0; s < self->sources->len; s++)
        {
          const TosoSourceMark *mark = &g_array_index (self->sources, TosoSourceMark, s);

          if (mark->block == unit->block)
            add_boxes (boxes, mark, unit, shown->part->profile.left, shown->part->profile.top + placed->y);
        }
    }

  return boxes;
}
