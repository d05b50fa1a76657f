/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-unit-private.h"

/* Boxes 7 and 9b: who receives at the left, who signs at the right, their
 * first lines level (Decree 30/2020/NĐ-CP, Annex I, Part I, II.7 and II.9). */

#define BLOCK_GAP       12.0
#define LEFT_SHARE      (80.0 / 165.0)
#define COLUMN_GAP      TOSO_MM (4)
#define ROOM_TO_SIGN    5   /* lines: the image of the signature, the seal over it */
#define SIGNATURE_SHARE 0.6 /* of the column, at most */
#define LINES_TO_KEEP   2   /* of the text, on the page of the signature */

static double
get_widest (TosoComposer *self,
            const GStrv   texts,
            double        size,
            TosoFace      face)
{
  double width = 0;

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    width = MAX (width, toso_paragraph_get_max_width (toso_composer_shape (self, texts[i], size, face)));

  return width;
}

/* Where the column of the signature begins: as in the diagram, and under the
 * place and date (as on the samples of Annex III) where a post is longer and the
 * recipients leave the room. */
static double
get_split (TosoComposer    *self,
           const TosoPaper *paper)
{
  const TosoProfile *profile = self->profile;
  double             width = toso_profile_get_text_width (profile);
  double             usual = width * LEFT_SHARE;
  double             posts = get_widest (self, paper->signature, profile->signature_size, TOSO_FACE_BOLD);

  double recipients = get_widest (self, paper->recipients, profile->recipients_size, TOSO_FACE_REGULAR);

  return posts > width - usual && posts <= width - profile->header_left && recipients <= profile->header_left - COLUMN_GAP ? profile->header_left : usual;
}

/* Box 12, at the right end of the last line of box 9b; on the next where it has
 * no room there. */
static void
add_drafter (TosoComposer *self,
             TosoUnit     *unit,
             const char   *text,
             double        width,
             double        y)
{
  const TosoProfile    *profile = self->profile;
  TosoParagraph        *paragraph = toso_composer_set (self, text, profile->drafter_size, TOSO_FACE_REGULAR, width, TOSO_ALIGN_RIGHT);
  const TosoPlacedLine *last = &g_array_index (unit->lines, TosoPlacedLine, MAX (unit->lines->len, 1) - 1);
  double                needed = toso_line_get_width (&g_array_index (paragraph->lines, TosoLine, 0)) + profile->drafter_size;
  double                pitch = profile->line_pitch;

  if (unit->lines->len > 0 && toso_line_get_x (last->line) + toso_line_get_width (last->line) + needed <= width)
    y -= profile->drafter_size * pitch;
  toso_unit_add_lines (unit, paragraph, 0, y, pitch, ++unit->n_parts);
}

static void
add_recipients (TosoComposer    *self,
                TosoUnit        *unit,
                const TosoPaper *paper,
                double           width,
                double           baseline)
{
  const TosoProfile *profile = self->profile;
  double             y = baseline - toso_composer_get_baseline (self, profile->recipients_heading_size);

  if (!toso_text_is_blank (paper->recipients_heading))
    y = toso_unit_add_lines (unit,
                             toso_composer_set (self, paper->recipients_heading, profile->recipients_heading_size,
                                                TOSO_FACE_BOLD | TOSO_FACE_ITALIC, width, TOSO_ALIGN_LEFT),
                             0, y, profile->line_pitch, ++unit->n_parts);
  for (guint i = 0; paper->recipients != NULL && paper->recipients[i] != NULL; i++)
    if (!toso_text_is_blank (paper->recipients[i]))
      y = toso_unit_add_lines (unit,
                               toso_composer_set (self, paper->recipients[i], profile->recipients_size,
                                                  TOSO_FACE_REGULAR, width, TOSO_ALIGN_LEFT),
                               0, y, profile->line_pitch, ++unit->n_parts);

  if (!toso_text_is_blank (paper->drafter))
    add_drafter (self, unit, paper->drafter, width, y);
}

/* The signature in the middle of the room between post and name, the seal over
 * its left third (II.7.d, II.8.a). */
static void
add_pictures (TosoComposer    *self,
              TosoUnit        *unit,
              const TosoPaper *paper,
              double           x,
              double           width,
              double           y,
              double           room)
{
  double middle = y + room / 2;
  double left = x + width / 2 - width * SIGNATURE_SHARE / 2;
  double third = width * SIGNATURE_SHARE / 3;

  if (self->signature != NULL)
    {
      double picture_width = cairo_image_surface_get_width (self->signature);
      double picture_height = cairo_image_surface_get_height (self->signature);
      double scale = MIN (width * SIGNATURE_SHARE / picture_width, room / picture_height);

      left = x + (width - picture_width * scale) / 2;
      third = picture_width * scale / 3;
      toso_unit_add_picture (unit, self->signature, (cairo_rectangle_t){ 0, 0, picture_width, picture_height }, left, middle - picture_height * scale / 2, scale);
    }
  if (self->seal != NULL)
    {
      double picture_width = cairo_image_surface_get_width (self->seal);
      double picture_height = cairo_image_surface_get_height (self->seal);
      double size = MIN (toso_picture_get_size (paper->seal_picture, self->profile->seal_size), width);
      double scale = size / MAX (picture_width, picture_height);

      toso_unit_add_picture (unit, self->seal, (cairo_rectangle_t){ 0, 0, picture_width, picture_height }, left + third - size,
                             middle - picture_height * scale / 2, scale);
    }
}

/* Posts and name in a column of @width; the pictures only over the one who
 * signs for the body. */
static double
add_signature (TosoComposer    *self,
               TosoUnit        *unit,
               const TosoPaper *paper,
               const GStrv      posts,
               const char      *signer,
               double           x,
               double           width,
               gboolean         with_pictures)
{
  const TosoProfile *profile = self->profile;
  g_auto (GStrv) names = g_strsplit (signer != NULL ? signer : "", "\n", -1);
  double size = profile->signature_size;
  double room = ROOM_TO_SIGN * size * profile->line_pitch;
  double y = 0;

  for (guint i = 0; posts != NULL && posts[i] != NULL; i++)
    if (!toso_text_is_blank (posts[i]))
      y = toso_unit_add_lines (unit,
                               toso_composer_set (self, posts[i], size, TOSO_FACE_BOLD, width, TOSO_ALIGN_CENTER),
                               x, y, profile->line_pitch, ++unit->n_parts);
  if (y == 0 && toso_text_is_blank (signer))
    return 0;

  if (with_pictures)
    add_pictures (self, unit, paper, x, width, y, room);
  y += room;
  unit->height = MAX (unit->height, y);
  for (guint i = 0; names[i] != NULL; i++)
    if (!toso_text_is_blank (names[i]))
      y = toso_unit_add_lines (unit,
                               toso_composer_set (self, names[i], size, TOSO_FACE_BOLD, width, TOSO_ALIGN_CENTER),
                               x, y, profile->line_pitch, ++unit->n_parts);

  return y;
}

/* The last lines of the text stand on the page of the signature. */
static void
keep_with_text (TosoComposer *self)
{
  for (guint i = 1; i <= LINES_TO_KEEP && i <= self->units->len; i++)
    ((TosoUnit *) g_ptr_array_index (self->units, self->units->len - i))->keep = TRUE;
}

/* Minutes: who wrote them at the left, who was in the chair at the right, and
 * the recipients under both (sample 1.9). */
static void
compose_two (TosoComposer    *self,
             TosoUnit        *unit,
             const TosoPaper *paper)
{
  double    width = toso_profile_get_text_width (self->profile);
  double    x = width * LEFT_SHARE;
  TosoUnit *recipients = toso_unit_new (TOSO_ROLE_PARAGRAPH, BLOCK_GAP);

  add_signature (self, unit, paper, paper->second_signature, paper->second_signer, 0, x - COLUMN_GAP, FALSE);
  add_signature (self, unit, paper, paper->signature, paper->signer, x, width - x, TRUE);
  recipients->block = self->n_blocks++;
  add_recipients (self, recipients, paper, x - COLUMN_GAP, toso_composer_get_baseline (self, self->profile->recipients_heading_size));
  keep_with_text (self);
  unit->keep = recipients->height > 0;
  toso_composer_take (self, unit, toso_profile_get_text_height (self->profile));
  if (recipients->height > 0)
    toso_composer_take (self, recipients, toso_profile_get_text_height (self->profile));
  else
    toso_unit_free (recipients);
}

void
toso_compose_signature (TosoComposer    *self,
                        const TosoPaper *paper)
{
  double    width = toso_profile_get_text_width (self->profile);
  double    split = get_split (self, paper);
  TosoUnit *unit = toso_unit_new (TOSO_ROLE_PARAGRAPH, BLOCK_GAP);

  unit->block = self->n_blocks++;
  if (paper->second_signature != NULL && paper->second_signature[0] != NULL)
    {
      compose_two (self, unit, paper);
      return;
    }
  add_recipients (self, unit, paper, split - COLUMN_GAP, toso_composer_get_baseline (self, self->profile->signature_size));
  add_signature (self, unit, paper, paper->signature, paper->signer, split, width - split, TRUE);
  if (unit->height == 0)
    {
      toso_unit_free (unit);
      return;
    }

  keep_with_text (self);
  toso_composer_take (self, unit, toso_profile_get_text_height (self->profile));
}
