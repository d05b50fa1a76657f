/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-unit-private.h"

/* What stands around the text: boxes 9a, 10b, 11, 13 and 14 of the diagram (Decree
 * 30/2020/NĐ-CP, Annex I, Part I, II.9 and III.2 to 4). */

/* A legal phrase: never translated. */
#define ADDRESSEES "Kính gửi:"

#define ADDRESSEES_GAP   18.0
#define BOX_HEIGHT       TOSO_MM (8) /* III.2.b */
#define BOX_GAP          6.0
#define BOX_PADDING      TOSO_MM (2)
#define CIRCULATION_TOP  TOSO_MM (7)     /* of the paper, as in the diagram */
#define STAMP_TOP        TOSO_MM (10)    /* of the paper */
#define CIRCULATION_X    (108.0 / 165.0) /* its middle, of the text's width */
#define ADDRESS_RULE_GAP 2.0

/* Stamps of urgency have sizes of their own (III.2.b). */
static const struct
{
  const char *text;
  double      width;
} urgencies[] = {
  { "KHẨN", TOSO_MM (20) },
  { "HỎA TỐC", TOSO_MM (30) },
  { "HOẢ TỐC", TOSO_MM (30) },
  { "THƯỢNG KHẨN", TOSO_MM (40) },
};

static void
add_box (TosoComposer *self,
         TosoUnit     *unit,
         const char   *text,
         double        x,
         double        y,
         double        width,
         gboolean      red)
{
  double         size = self->profile->mark_size;
  double         top = y + (BOX_HEIGHT - size * self->profile->line_pitch) / 2;
  guint          first_line = unit->lines->len;
  guint          first_rule = unit->rules != NULL ? unit->rules->len : 0;
  double         height = unit->height;
  TosoParagraph *paragraph = toso_composer_set (self, text, size, TOSO_FACE_BOLD, width, TOSO_ALIGN_CENTER);

  toso_unit_add_lines (unit, paragraph, x, top, self->profile->line_pitch, ++unit->n_parts);
  unit->height = height;
  toso_unit_add_rule (unit, x, y, x + width, y);
  toso_unit_add_rule (unit, x, y + BOX_HEIGHT, x + width, y + BOX_HEIGHT);
  toso_unit_add_rule (unit, x, y, x, y + BOX_HEIGHT);
  toso_unit_add_rule (unit, x + width, y, x + width, y + BOX_HEIGHT);
  for (guint i = first_line; i < unit->lines->len; i++)
    g_array_index (unit->lines, TosoPlacedLine, i).red = red;
  for (guint i = first_rule; i < unit->rules->len; i++)
    g_array_index (unit->rules, TosoRule, i).red = red;
}

/* As wide as the words, with some air. */
static double
get_box_width (TosoComposer *self,
               const char   *text)
{
  TosoParagraph *paragraph = toso_composer_shape (self, text, self->profile->mark_size, TOSO_FACE_BOLD);

  return toso_paragraph_get_max_width (paragraph) + 2 * BOX_PADDING;
}

/**
 * toso_compose_urgency:
 * @unit: the header
 * @y: the bottom of what stands in its left column
 *
 * In the middle of the left column, in red.
 */
void
toso_compose_urgency (TosoComposer *self,
                      TosoUnit     *unit,
                      const char   *text,
                      double        y)
{
  double width = get_box_width (self, text);

  for (guint i = 0; i < G_N_ELEMENTS (urgencies); i++)
    if (g_str_equal (urgencies[i].text, text))
      width = MAX (width - 2 * BOX_PADDING, urgencies[i].width);
  add_box (self, unit, text, (self->profile->header_left - width) / 2, y + BOX_GAP, width, TRUE);
  unit->height = MAX (unit->height, y + BOX_GAP + BOX_HEIGHT);
}

/* "LƯU HÀNH NỘI BỘ": in the top margin (III.2.c). */
void
toso_compose_circulation (TosoComposer *self,
                          TosoUnit     *unit,
                          const char   *text)
{
  double width = get_box_width (self, text);
  double x = toso_profile_get_text_width (self->profile) * CIRCULATION_X - width / 2;

  add_box (self, unit, text, x, CIRCULATION_TOP - self->profile->top, width, FALSE);
}

/**
 * toso_compose_stamp:
 *
 * Number and time of signing of an annex in a file of its own: in the top right
 * corner of its first page, in the top margin (II.8.b).
 */
void
toso_compose_stamp (TosoComposer *self,
                    TosoUnit     *unit,
                    const char   *text)
{
  double size = self->profile->stamp_size;
  double height = unit->height;

  toso_unit_add_lines (unit,
                       toso_composer_set (self, text, size, TOSO_FACE_REGULAR,
                                          toso_profile_get_text_width (self->profile), TOSO_ALIGN_RIGHT),
                       0, STAMP_TOP - self->profile->top, self->profile->line_pitch, ++unit->n_parts);
  unit->height = height;
}

/* One: on the line of the words; more: a line each, under the colon (II.9.d). */
static double
get_names_x (TosoComposer *self,
             gboolean      one)
{
  TosoParagraph *whole = toso_composer_shape (self, one ? ADDRESSEES " x" : ADDRESSEES, self->profile->body_size, TOSO_FACE_REGULAR);
  TosoParagraph *rest = toso_composer_shape (self, one ? "x" : ":", self->profile->body_size, TOSO_FACE_REGULAR);

  return toso_paragraph_get_max_width (whole) - toso_paragraph_get_max_width (rest);
}

void
toso_compose_addressees (TosoComposer    *self,
                         const TosoPaper *paper)
{
  double    size = self->profile->body_size;
  double    room = toso_profile_get_text_width (self->profile);
  gboolean  one = g_strv_length (paper->addressees) == 1;
  double    names_x = get_names_x (self, one);
  TosoUnit *unit = toso_unit_new (TOSO_ROLE_HEADING, ADDRESSEES_GAP);
  double    width = 0, x, y;

  for (guint i = 0; paper->addressees[i] != NULL; i++)
    width = MAX (width, toso_paragraph_get_max_width (
                          toso_composer_shape (self, paper->addressees[i], size, TOSO_FACE_REGULAR)));
  x = MAX (0, (room - names_x - width) / 2);
  unit->block = self->n_blocks++;
  unit->keep = TRUE;
  y = toso_unit_add_lines (unit,
                           toso_composer_set (self, ADDRESSEES, size, TOSO_FACE_REGULAR, room, TOSO_ALIGN_LEFT),
                           x, 0, self->profile->line_pitch, ++unit->n_parts);
  if (one)
    y = 0;
  for (guint i = 0; paper->addressees[i] != NULL; i++)
    y = toso_unit_add_lines (unit,
                             toso_composer_set (self, paper->addressees[i], size, TOSO_FACE_REGULAR,
                                                room - x - names_x, TOSO_ALIGN_LEFT),
                             x + names_x, y, self->profile->line_pitch, ++unit->n_parts);
  toso_composer_take (self, unit, toso_profile_get_text_height (self->profile));
}

/**
 * toso_compose_address:
 *
 * The agency's address at the foot of the first page, under a rule as wide as
 * the text (III.4).
 *
 * Returns: (transfer full): no part of the text's flow
 */
TosoUnit *
toso_compose_address (TosoComposer    *self,
                      const TosoPaper *paper)
{
  TosoUnit *unit = toso_unit_new (TOSO_ROLE_PARAGRAPH, 0);
  double    width = toso_profile_get_text_width (self->profile);
  double    y = ADDRESS_RULE_GAP;

  unit->block = self->n_blocks++;
  toso_unit_add_rule (unit, 0, 0, width, 0);
  for (guint i = 0; paper->address[i] != NULL; i++)
    y = toso_unit_add_lines (unit,
                             toso_composer_set (self, paper->address[i], self->profile->address_size,
                                                TOSO_FACE_REGULAR, width, TOSO_ALIGN_LEFT),
                             0, y, self->profile->line_pitch, ++unit->n_parts);

  return unit;
}
