/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-unit-private.h"

#include <string.h>

/* Times: the ascent above the baseline, em.  The rest of the pitch is below. */
#define ASCENT       0.891
#define SINGLE_PITCH 1.149

/* A rule is clear of the tails of the letters over it. */
#define RULE_DROP 0.216
#define RULE_GAP  3.0

double
toso_profile_get_text_width (const TosoProfile *profile)
{
  return profile->page_width - profile->left - profile->right;
}

double
toso_profile_get_text_height (const TosoProfile *profile)
{
  return profile->page_height - profile->top - profile->bottom;
}

TosoUnit *
toso_unit_new (TosoRole role,
               double   gap)
{
  TosoUnit *self = g_new0 (TosoUnit, 1);

  self->role = role;
  self->gap = gap;
  self->lines = g_array_new (FALSE, FALSE, sizeof (TosoPlacedLine));

  return self;
}

void
toso_unit_free (gpointer data)
{
  TosoUnit *self = data;

  g_array_unref (self->lines);
  g_clear_pointer (&self->rules, g_array_unref);
  g_clear_pointer (&self->pictures, g_array_unref);
  g_free (self);
}

static void
clear_picture (gpointer data)
{
  cairo_surface_destroy (((TosoPlacedPicture *) data)->surface);
}

/* @crop: what is shown of the picture, in its own units; @scale: of these in
 * points. */
void
toso_unit_add_picture (TosoUnit         *self,
                       cairo_surface_t  *surface,
                       cairo_rectangle_t crop,
                       double            x,
                       double            y,
                       double            scale)
{
  TosoPlacedPicture picture = { cairo_surface_reference (surface), crop.width, crop.height, crop.y, x, y, scale };

  if (self->pictures == NULL)
    {
      self->pictures = g_array_new (FALSE, FALSE, sizeof (TosoPlacedPicture));
      g_array_set_clear_func (self->pictures, clear_picture);
    }
  g_array_append_val (self->pictures, picture);
}

/**
 * toso_unit_shrink:
 * @self: a figure
 * @by: points of its height
 *
 * Makes the picture smaller, where it stands; the caption keeps its size.
 */
void
toso_unit_shrink (TosoUnit *self,
                  double    by)
{
  TosoPlacedPicture *picture = &g_array_index (self->pictures, TosoPlacedPicture, 0);
  double             scale = picture->scale - by / picture->height;

  picture->x += picture->width * (picture->scale - scale) / 2;
  picture->scale = scale;
  for (guint i = 0; i < self->lines->len; i++)
    g_array_index (self->lines, TosoPlacedLine, i).baseline -= by;
  self->height -= by;
}

void
toso_unit_add_rule (TosoUnit *self,
                    double    x1,
                    double    y1,
                    double    x2,
                    double    y2)
{
  TosoRule rule = { x1, y1, x2, y2, FALSE };

  if (self->rules == NULL)
    self->rules = g_array_new (FALSE, FALSE, sizeof (TosoRule));
  g_array_append_val (self->rules, rule);
}

/**
 * toso_unit_add_rule_under:
 * @paragraph: the last in the unit
 * @share: of the length of its last line
 *
 * Returns: the bottom of the rule
 */
double
toso_unit_add_rule_under (TosoUnit            *self,
                          const TosoParagraph *paragraph,
                          double               share)
{
  const TosoPlacedLine *placed = &g_array_index (self->lines, TosoPlacedLine, self->lines->len - 1);
  double                width = toso_line_get_width (placed->line);
  double                x = placed->x + toso_line_get_x (placed->line) + width * (1 - share) / 2;
  double                y = placed->baseline + paragraph->style.size * RULE_DROP + RULE_GAP;

  toso_unit_add_rule (self, x, y, x + width * share, y);
  self->height = MAX (self->height, y + TOSO_RULE_WIDTH);

  return y + TOSO_RULE_WIDTH;
}

static double
line_ascent (double size,
             double pitch)
{
  return size * (ASCENT + MAX (0, pitch - SINGLE_PITCH));
}

/**
 * toso_unit_add_lines:
 * @x: of the column's left edge
 * @y: top of the first line
 * @pitch: in em
 *
 * Returns: the bottom of the last line
 */
double
toso_unit_add_lines (TosoUnit            *self,
                     const TosoParagraph *paragraph,
                     double               x,
                     double               y,
                     double               pitch,
                     guint                part)
{
  double size = paragraph->style.size;

  for (guint i = 0; i < paragraph->lines->len; i++)
    {
      TosoPlacedLine placed = { &g_array_index (paragraph->lines, TosoLine, i), x, 0, part, FALSE };

      placed.baseline = y + line_ascent (size, pitch);
      g_array_append_val (self->lines, placed);
      y += size * pitch;
    }
  self->height = MAX (self->height, y);

  return y;
}

/* Shaped, not broken; owned by the composer. */
TosoParagraph *
toso_composer_shape (TosoComposer *self,
                     const char   *text,
                     double        size,
                     TosoFace      face)
{
  TosoStyle      style = { size, face };
  TosoParagraph *paragraph = toso_typesetter_shape (self->typesetter, text, style, 0);

  g_ptr_array_add (self->paragraphs, paragraph);

  return paragraph;
}

/* A line or two of a heading: balanced, no syllable left alone. */
TosoParagraph *
toso_composer_set (TosoComposer *self,
                   const char   *text,
                   double        size,
                   TosoFace      face,
                   double        width,
                   TosoAlign     align)
{
  TosoParagraph *paragraph = toso_composer_shape (self, text, size, face);
  TosoBreakFlags flags = align == TOSO_ALIGN_CENTER ? TOSO_BREAK_NO_LONELY | TOSO_BREAK_BALANCED
                                                    : TOSO_BREAK_PLAIN;

  toso_paragraph_break (paragraph, width, 0, align, flags);

  return paragraph;
}

/**
 * toso_composer_add_centered:
 * @out_paragraph: (out) (transfer none): the line, for a rule under it
 * @x: left edge of a column of @width
 *
 * Returns: the bottom of the last line
 */
double
toso_composer_add_centered (TosoComposer   *self,
                            TosoUnit       *unit,
                            TosoParagraph **out_paragraph,
                            const char     *text,
                            TosoStyle       style,
                            double          x,
                            double          width,
                            double          y)
{
  TosoParagraph *paragraph = toso_composer_set (self, text, style.size, style.face, width, TOSO_ALIGN_CENTER);

  unit->n_parts++;
  *out_paragraph = paragraph;

  return toso_unit_add_lines (unit, paragraph, x, y, self->profile->line_pitch, unit->n_parts);
}

/* From the top of a line to its baseline. */
double
toso_composer_get_baseline (TosoComposer *self,
                            double        size)
{
  return line_ascent (size, self->profile->line_pitch);
}

static TosoUnit *
new_chunk (const TosoUnit *unit,
           double          gap)
{
  TosoUnit *chunk = toso_unit_new (unit->role, gap);

  chunk->block = unit->block;
  chunk->row = unit->row;

  return chunk;
}

static int
compare_baselines (gconstpointer a,
                   gconstpointer b)
{
  double first = ((const TosoPlacedLine *) a)->baseline;
  double second = ((const TosoPlacedLine *) b)->baseline;

  return (first > second) - (first < second);
}

/* The frame of a table row goes around each of its parts; a rule under a line
 * goes with that line. */
static void
share_rules (const TosoUnit *unit,
             TosoUnit       *chunk,
             double          top,
             double          bottom)
{
  for (guint i = 0; unit->rules != NULL && i < unit->rules->len; i++)
    {
      const TosoRule *rule = &g_array_index (unit->rules, TosoRule, i);
      double          y1 = CLAMP (rule->y1, top, bottom) - top;
      double          y2 = CLAMP (rule->y2, top, bottom) - top;

      if (rule->x1 == rule->x2 || unit->role >= TOSO_ROLE_TABLE_HEAD ||
          (rule->y1 >= top && rule->y1 < bottom))
        toso_unit_add_rule (chunk, rule->x1, y1, rule->x2, y2);
    }
}

/* What is taller than a page is cut between its lines. */
static void
cut_unit (TosoComposer *self,
          TosoUnit     *unit,
          double        room)
{
  guint  i = 0;
  double top = 0;

  g_array_sort (unit->lines, compare_baselines);
  while (i < unit->lines->len)
    {
      TosoUnit *chunk = new_chunk (unit, i == 0 ? unit->gap : 0);
      double    bottom = top;

      for (; i < unit->lines->len; i++)
        {
          TosoPlacedLine placed = g_array_index (unit->lines, TosoPlacedLine, i);
          double         size = placed.line->paragraph->style.size;
          double         line_bottom = placed.baseline + size * (SINGLE_PITCH - ASCENT);

          if (line_bottom - top > room && chunk->lines->len > 0)
            break;
          placed.baseline -= top;
          bottom = MAX (bottom, line_bottom);
          g_array_append_val (chunk->lines, placed);
        }
      if (i == unit->lines->len)
        bottom = MAX (bottom, MIN (unit->height, top + room));
      chunk->height = bottom - top;
      share_rules (unit, chunk, top, bottom);
      g_ptr_array_add (self->units, chunk);
      top = bottom;
    }
}

/**
 * toso_composer_take:
 * @unit: (transfer full): the next unit of the paper
 * @room: height of the tallest unit that fits
 */
void
toso_composer_take (TosoComposer *self,
                    TosoUnit     *unit,
                    double        room)
{
  if (unit->height <= room)
    {
      g_ptr_array_add (self->units, unit);
      return;
    }
  cut_unit (self, unit, room);
  toso_unit_free (unit);
}
