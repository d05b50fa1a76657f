/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-document-private.h"

#include <math.h>
#include <string.h>

/* The page number stands with its top in the middle of the top margin, as the
 * word processor's header does at 10 mm of 20. */
#define NUMBER_TOP 0.5

#define NOTE_RULE_GAP 3.0

#define MARK_GREY       0.90
#define MARK_LABEL_GREY 0.35
#define MARK_SHARE      0.75 /* of the page's diagonal */

static const TosoLine *
first_line (const TosoParagraph *paragraph)
{
  return &g_array_index (paragraph->lines, TosoLine, 0);
}

/* Across the page as a picture, so that it does not get between the words of
 * the text; and once as text, in the margin. */
static void
draw_mark (TosoDocument      *self,
           const TosoProfile *profile,
           cairo_t           *cr)
{
  double diagonal = hypot (profile->page_width, profile->page_height);
  double width = toso_line_get_width (first_line (self->mark));
  double scale = MIN (diagonal * MARK_SHARE / MAX (width, 1), 2.5);

  cairo_save (cr);
  cairo_translate (cr, profile->page_width / 2, profile->page_height / 2);
  cairo_rotate (cr, -atan2 (profile->page_height, profile->page_width));
  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, MARK_GREY, MARK_GREY, MARK_GREY);
  toso_line_add_path (first_line (self->mark), cr, -width / 2, self->mark->style.size / 3);
  cairo_fill (cr);
  cairo_restore (cr);

  cairo_set_source_rgb (cr, MARK_LABEL_GREY, MARK_LABEL_GREY, MARK_LABEL_GREY);
  width = toso_line_get_width (first_line (self->mark_label));
  toso_line_draw (first_line (self->mark_label), cr, profile->page_width - profile->right - width, profile->top / 2);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
draw_number (const TosoPage *page,
             cairo_t        *cr)
{
  const TosoProfile *profile = &page->part->profile;

  if (page->number != NULL)
    toso_line_draw (first_line (page->number), cr, profile->left,
                    profile->top * NUMBER_TOP + 0.891 * page->number->style.size);
}

/* Stamps of urgency are bright red (III.2.b), all else is black (I.4). */
static void
set_ink (cairo_t *cr,
         gboolean red)
{
  cairo_set_source_rgb (cr, red ? 1 : 0, 0, 0);
}

static void
draw_rules (const TosoUnit *unit,
            cairo_t        *cr,
            double          x,
            double          y)
{
  gboolean red = FALSE;

  if (unit->rules == NULL)
    return;

  cairo_set_line_width (cr, TOSO_RULE_WIDTH);
  for (guint i = 0; i < unit->rules->len; i++)
    {
      const TosoRule *rule = &g_array_index (unit->rules, TosoRule, i);

      if (rule->red != red)
        {
          cairo_stroke (cr);
          red = rule->red;
          set_ink (cr, red);
        }
      cairo_move_to (cr, x + rule->x1, y + rule->y1);
      cairo_line_to (cr, x + rule->x2, y + rule->y2);
    }
  cairo_stroke (cr);
  if (red)
    set_ink (cr, FALSE);
}

/* Structure for those who hear the paper instead of seeing it: an element is
 * open from its first line on a page to its last. */
typedef struct
{
  cairo_t    *cr; /* NULL: no structure is wanted */
  const char *block_tag, *row_tag, *part_tag;
  guint       block, part;
  /* A chart's white ground is no reason to hide the mark that lies across it. */
  cairo_operator_t picture_operator;
} Structure;

static void
open_tag (Structure   *self,
          const char  *tag,
          const char **slot)
{
  if (self->cr != NULL)
    cairo_tag_begin (self->cr, tag, NULL);
  *slot = tag;
}

static void
close_tag (Structure   *self,
           const char **slot)
{
  if (self->cr != NULL && *slot != NULL)
    cairo_tag_end (self->cr, *slot);
  *slot = NULL;
}

static void
close_all (Structure *self)
{
  close_tag (self, &self->part_tag);
  close_tag (self, &self->row_tag);
  close_tag (self, &self->block_tag);
}

static const char *
get_part_tag (const TosoUnit *unit)
{
  static const char *const headings[] = { "P", "H1", "H2", "H3", "H4", "H5", "H6" };

  if (unit->role == TOSO_ROLE_TABLE_HEAD)
    return "TH";
  if (unit->role == TOSO_ROLE_TABLE_ROW)
    return "TD";

  return headings[CLAMP (unit->outline_level, 0, 6)];
}

static void
enter_unit (Structure      *self,
            const TosoUnit *unit)
{
  if (self->block != unit->block)
    close_all (self);
  self->block = unit->block;
  if (unit->role < TOSO_ROLE_TABLE_HEAD)
    return;

  close_tag (self, &self->part_tag);
  close_tag (self, &self->row_tag);
  if (self->block_tag == NULL)
    open_tag (self, "Table", &self->block_tag);
  open_tag (self, "TR", &self->row_tag);
}

static void
enter_part (Structure      *self,
            const TosoUnit *unit,
            guint           part)
{
  if (self->part_tag != NULL && self->part == part)
    return;
  close_tag (self, &self->part_tag);
  self->part = part;
  open_tag (self, get_part_tag (unit), &self->part_tag);
}

/* Vector where it was drawn, dots where it was given as dots. */
static void
draw_pictures (const TosoUnit *unit,
               cairo_t        *cr,
               double          x,
               double          y,
               Structure      *structure)
{
  for (guint i = 0; unit->pictures != NULL && i < unit->pictures->len; i++)
    {
      const TosoPlacedPicture *picture = &g_array_index (unit->pictures, TosoPlacedPicture, i);
      const char              *tag = NULL;

      open_tag (structure, "Figure", &tag);
      cairo_save (cr);
      cairo_translate (cr, x + picture->x, y + picture->y);
      cairo_scale (cr, picture->scale, picture->scale);
      cairo_set_operator (cr, structure->picture_operator);
      cairo_set_source_surface (cr, picture->surface, 0, -picture->top);
      cairo_rectangle (cr, 0, 0, picture->width, picture->height);
      cairo_fill (cr);
      cairo_restore (cr);
      close_tag (structure, &tag);
    }
}

static void
draw_unit (const TosoUnit *unit,
           cairo_t        *cr,
           double          x,
           double          y,
           Structure      *structure)
{
  enter_unit (structure, unit);
  for (guint i = 0; i < unit->lines->len; i++)
    {
      const TosoPlacedLine *placed = &g_array_index (unit->lines, TosoPlacedLine, i);

      enter_part (structure, unit, placed->part);
      if (placed->red)
        set_ink (cr, TRUE);
      toso_line_draw (placed->line, cr, x + placed->x, y + placed->baseline);
      if (placed->red)
        set_ink (cr, FALSE);
      if (structure->cr != NULL)
        toso_line_link (placed->line, cr, x + placed->x, y + placed->baseline);
    }
  if (unit->pictures != NULL)
    {
      close_tag (structure, &structure->part_tag);
      draw_pictures (unit, cr, x, y, structure);
    }
  draw_rules (unit, cr, x, y);
}

/* Over the foot of the page, or over the address that stands there. */
static void
draw_notes (const TosoPage *page,
            cairo_t        *cr,
            Structure      *structure)
{
  const TosoProfile *profile = &page->part->profile;
  const TosoUnit    *address = page->number == NULL ? page->part->address : NULL;
  GPtrArray         *notes = page->part->notes;
  double             height = 0;
  double             y = profile->page_height - profile->bottom - (address != NULL ? address->height : 0);

  for (guint i = 0; i < page->units->len; i++)
    {
      const TosoPlacedUnit *placed = &g_array_index (page->units, TosoPlacedUnit, i);
      const TosoUnit       *unit = g_ptr_array_index (page->part->units, placed->unit);

      height += toso_notes_get_height (notes, unit->first_note, unit->n_notes, FALSE);
    }
  if (height == 0)
    return;

  y = MAX (profile->top, y - height);
  cairo_set_line_width (cr, TOSO_RULE_WIDTH);
  cairo_move_to (cr, profile->left, y - NOTE_RULE_GAP);
  cairo_rel_line_to (cr, toso_profile_get_text_width (profile) / 3, 0);
  cairo_stroke (cr);
  for (guint i = 0; i < page->units->len; i++)
    {
      const TosoPlacedUnit *placed = &g_array_index (page->units, TosoPlacedUnit, i);
      const TosoUnit       *unit = g_ptr_array_index (page->part->units, placed->unit);

      for (guint n = unit->first_note; n < unit->first_note + unit->n_notes; n++)
        {
          const TosoUnit *note = g_ptr_array_index (notes, n);

          draw_unit (note, cr, profile->left, y, structure);
          y += note->height;
        }
    }
}

void
toso_document_render_page (TosoDocument *self,
                           guint         page,
                           cairo_t      *cr,
                           gboolean      tagged)
{
  const TosoPage    *drawn = toso_document_get_page (self, page);
  const TosoProfile *profile = &drawn->part->profile;
  Structure          structure = { tagged ? cr : NULL, NULL, NULL, NULL, G_MAXUINT, 0, CAIRO_OPERATOR_OVER };

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (self->mark != NULL)
    {
      draw_mark (self, profile, cr);
      structure.picture_operator = CAIRO_OPERATOR_MULTIPLY;
    }
  draw_number (drawn, cr);
  for (guint i = 0; i < drawn->units->len; i++)
    {
      const TosoPlacedUnit *placed = &g_array_index (drawn->units, TosoPlacedUnit, i);

      draw_unit (g_ptr_array_index (drawn->part->units, placed->unit), cr,
                 profile->left, profile->top + placed->y, &structure);
    }
  draw_notes (drawn, cr, &structure);
  if (drawn->part->address != NULL && drawn->number == NULL)
    draw_unit (drawn->part->address, cr, profile->left,
               profile->page_height - profile->bottom - drawn->part->address->height, &structure);
  close_all (&structure);
  cairo_restore (cr);
}
