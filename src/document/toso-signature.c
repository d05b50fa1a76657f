/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-unit-private.h"

/* Boxes 7 and 9b: who receives at the left, who signs at the right, their
 * first lines level (Decree 30/2020/NĐ-CP, Annex I, Part I, II.7 and II.9). */

#define BLOCK_GAP     12.0
#define LEFT_SHARE    (80.0 / 165.0)
#define COLUMN_GAP    TOSO_MM (4)
#define ROOM_TO_SIGN  5 /* lines: the image of the signature, the seal over it */
#define LINES_TO_KEEP 2 /* of the text, on the page of the signature */

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
                double           baseline)
{
  const TosoProfile *profile = self->profile;
  double             width = toso_profile_get_text_width (profile) * LEFT_SHARE - COLUMN_GAP;
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

static void
add_signature (TosoComposer    *self,
               TosoUnit        *unit,
               const TosoPaper *paper)
{
  const TosoProfile *profile = self->profile;
  double             x = toso_profile_get_text_width (profile) * LEFT_SHARE;
  double             width = toso_profile_get_text_width (profile) - x;
  double             size = profile->signature_size;
  double             y = 0;

  for (guint i = 0; paper->signature != NULL && paper->signature[i] != NULL; i++)
    if (!toso_text_is_blank (paper->signature[i]))
      y = toso_unit_add_lines (unit,
                               toso_composer_set (self, paper->signature[i], size, TOSO_FACE_BOLD, width, TOSO_ALIGN_CENTER),
                               x, y, profile->line_pitch, ++unit->n_parts);
  if (y == 0 && toso_text_is_blank (paper->signer))
    return;

  y += ROOM_TO_SIGN * size * profile->line_pitch;
  unit->height = MAX (unit->height, y);
  if (!toso_text_is_blank (paper->signer))
    toso_unit_add_lines (unit,
                         toso_composer_set (self, paper->signer, size, TOSO_FACE_BOLD, width, TOSO_ALIGN_CENTER),
                         x, y, profile->line_pitch, ++unit->n_parts);
}

void
toso_compose_signature (TosoComposer    *self,
                        const TosoPaper *paper)
{
  const TosoProfile *profile = self->profile;
  TosoUnit          *unit = toso_unit_new (TOSO_ROLE_PARAGRAPH, BLOCK_GAP);

  unit->block = self->n_blocks++;
  add_recipients (self, unit, paper, toso_composer_get_baseline (self, profile->signature_size));
  add_signature (self, unit, paper);
  if (unit->height == 0)
    {
      toso_unit_free (unit);
      return;
    }

  for (guint i = 1; i <= LINES_TO_KEEP && i <= self->units->len; i++)
    ((TosoUnit *) g_ptr_array_index (self->units, self->units->len - i))->keep = TRUE;
  toso_composer_take (self, unit, toso_profile_get_text_height (profile));
}
