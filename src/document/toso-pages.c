/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-unit-private.h"

/* Of rounding, in points. */
#define TOLERANCE 0.01

/* Of its size: what a figure may be made smaller to, so that it fits on a page. */
#define SMALLEST_FIGURE 0.8

/* A header row taller than this share of the page is not repeated. */
#define TALLEST_HEAD 0.4

typedef struct
{
  GPtrArray *units;
  GPtrArray *notes;
  double     height; /* of the page that is being filled */
  guint      head;   /* header row of the table that the last unit belongs to */
} PageMaker;

static const TosoUnit *
get_unit (PageMaker *self,
          guint      i)
{
  return g_ptr_array_index (self->units, i);
}

/* The header row again, over rows that go on from the page before. */
static double
repeat_head (PageMaker *self,
             GArray    *page,
             guint      first)
{
  const TosoUnit *unit = get_unit (self, first);
  const TosoUnit *head;
  TosoPlacedUnit  placed = { self->head, 0 };

  if (unit->role != TOSO_ROLE_TABLE_ROW || self->head == G_MAXUINT)
    return 0;
  head = get_unit (self, self->head);
  if (head->block != unit->block || head->height > self->height * TALLEST_HEAD)
    return 0;
  if (head->height + unit->height > self->height + TOLERANCE)
    return 0;
  g_array_append_val (page, placed);

  return head->height;
}

/* The paragraph that begins at @first: its last unit, and how high it is. */
static guint
measure_paragraph (PageMaker *self,
                   guint      first,
                   gboolean   with_rule,
                   double    *height)
{
  guint end = first;

  *height = 0;
  do
    {
      const TosoUnit *unit = get_unit (self, end++);

      *height += unit->gap + unit->height + toso_notes_get_height (self->notes, unit->first_note, unit->n_notes, with_rule);
      with_rule = with_rule && unit->n_notes == 0;
    }
  while (end < self->units->len && get_unit (self, end)->block == get_unit (self, first)->block);

  return end;
}

/* Whole paragraphs that follow the figure, up to the next heading, table or
 * figure, go before it. */
static gboolean
pull_text (PageMaker *self,
           guint      figure,
           double     room,
           gboolean   with_rule)
{
  gpointer moved = self->units->pdata[figure];
  guint    end = figure + 1;

  if (get_unit (self, figure)->keep || get_unit (self, figure - 1)->keep)
    return FALSE;
  while (end < self->units->len && get_unit (self, end)->role == TOSO_ROLE_PARAGRAPH && !get_unit (self, end)->is_figure)
    {
      double height;
      guint  next = measure_paragraph (self, end, with_rule, &height);

      room -= height;
      if (room < -TOLERANCE || get_unit (self, next - 1)->keep)
        break;
      end = next;
    }
  for (guint i = figure; i + 1 < end; i++)
    self->units->pdata[i] = self->units->pdata[i + 1];
  self->units->pdata[end - 1] = moved;

  return end > figure + 1;
}

/* A figure for which there is only @room: a little smaller where that is enough,
 * else text of its section fills the page and the figure comes on the next. */
static gboolean
fit_figure (PageMaker *self,
            guint      figure,
            double     room,
            gboolean   with_rule)
{
  TosoUnit                *unit = g_ptr_array_index (self->units, figure);
  const TosoPlacedPicture *picture;
  double                   excess = unit->height - room;

  if (!unit->is_figure)
    return FALSE;
  picture = &g_array_index (unit->pictures, TosoPlacedPicture, 0);
  if (excess > picture->height * picture->scale * (1 - SMALLEST_FIGURE))
    return pull_text (self, figure, room + unit->gap, with_rule);
  toso_unit_shrink (unit, excess);

  return TRUE;
}

/* As many units from @first as the page holds. */
static guint
fill_page (PageMaker *self,
           GArray    *page,
           guint      first)
{
  double y = repeat_head (self, page, first);
  double foot = 0;
  guint  n_before = page->len;
  guint  i;
  guint  best = first;

  for (i = first; i < self->units->len; i++)
    {
      const TosoUnit *unit = get_unit (self, i);
      TosoPlacedUnit  placed = { i, y + (i == first ? 0 : unit->gap) };
      double          notes = toso_notes_get_height (self->notes, unit->first_note, unit->n_notes, foot == 0);

      if (i > first && placed.y + unit->height + foot + notes > self->height + TOLERANCE)
        {
          if (!fit_figure (self, i, self->height - placed.y - foot, foot == 0))
            break;
          unit = get_unit (self, i);
          placed.y = y + unit->gap;
          notes = toso_notes_get_height (self->notes, unit->first_note, unit->n_notes, foot == 0);
        }
      foot += notes;
      g_array_append_val (page, placed);
      y = placed.y + unit->height;
      if (!unit->keep)
        best = i + 1;
    }
  if (i == self->units->len)
    return i;
  /* More kept together than a page holds: it is cut where the page ends. */
  if (best == first)
    best = i;
  g_array_set_size (page, n_before + (best - first));

  return best;
}

static void
page_free (gpointer data)
{
  g_array_unref (data);
}

/**
 * toso_make_pages:
 * @notes: of #TosoUnit, that the units point to
 * @first_height: of the text area of the first page, points
 * @height: of the others'
 *
 * Returns: (transfer full): an array of #TosoPlacedUnit a page
 */
GPtrArray *
toso_make_pages (GPtrArray *units,
                 GPtrArray *notes,
                 double     first_height,
                 double     height)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (page_free);
  PageMaker  maker = { units, notes, first_height, G_MAXUINT };
  guint      next = 0;

  do
    {
      GArray *page = g_array_new (FALSE, FALSE, sizeof (TosoPlacedUnit));
      guint   first = next;

      next = fill_page (&maker, page, first);
      for (guint i = first; i < next; i++)
        if (get_unit (&maker, i)->role == TOSO_ROLE_TABLE_HEAD)
          maker.head = i;
      g_ptr_array_add (pages, page);
      maker.height = height;
    }
  while (next < units->len);

  return pages;
}
