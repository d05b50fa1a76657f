/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-unit-private.h"

/* Boxes 1 to 5 of the diagram (Decree 30/2020/NĐ-CP, Annex I, Part I, IV). */

/* Legal phrases (II.1): never translated. */
#define NATION "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define MOTTO  "Độc lập - Tự do - Hạnh phúc"

/* A rule is clear of the tails of the letters over it. */
#define RULE_DROP   0.216
#define RULE_GAP    2.0
#define NUMBER_GAP  7.0
#define SUBJECT_GAP 6.0 /* II.5.b */
#define TITLE_GAP   18.0
#define COLUMN_GAP  TOSO_MM (2)

/* Under the last line of @paragraph, @share of its length. */
static double
add_rule_under (TosoUnit            *unit,
                const TosoParagraph *paragraph,
                double               share)
{
  const TosoPlacedLine *placed = &g_array_index (unit->lines, TosoPlacedLine, unit->lines->len - 1);
  double                width = toso_line_get_width (placed->line);
  double                x = placed->x + toso_line_get_x (placed->line) + width * (1 - share) / 2;
  double                y = placed->baseline + paragraph->style.size * RULE_DROP + RULE_GAP;

  toso_unit_add_rule (unit, x, y, x + width * share, y);
  unit->height = MAX (unit->height, y + TOSO_RULE_WIDTH);

  return y + TOSO_RULE_WIDTH;
}

static double
add_line (TosoComposer   *self,
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

static double
add_agency (TosoComposer    *self,
            TosoUnit        *unit,
            const TosoPaper *paper)
{
  const TosoProfile *profile = self->profile;
  TosoStyle          superior = { profile->superior_size, TOSO_FACE_REGULAR };
  TosoStyle          agency = { profile->agency_size, TOSO_FACE_BOLD };
  TosoParagraph     *paragraph = NULL;
  double             width = profile->header_left - COLUMN_GAP;
  double             y = 0;

  if (!toso_text_is_blank (paper->superior))
    y = add_line (self, unit, &paragraph, paper->superior, superior, COLUMN_GAP / 2, width, y);
  paragraph = NULL;
  for (guint i = 0; paper->agency != NULL && paper->agency[i] != NULL; i++)
    if (!toso_text_is_blank (paper->agency[i]))
      y = add_line (self, unit, &paragraph, paper->agency[i], agency, COLUMN_GAP / 2, width, y);
  if (paragraph != NULL)
    y = add_rule_under (unit, paragraph, profile->agency_rule);

  return y;
}

static double
add_nation (TosoComposer *self,
            TosoUnit     *unit)
{
  const TosoProfile *profile = self->profile;
  TosoStyle          nation = { profile->nation_size, TOSO_FACE_BOLD };
  TosoStyle          motto = { profile->motto_size, TOSO_FACE_BOLD };
  TosoParagraph     *paragraph;
  double             x = profile->header_left;
  double             y;

  y = add_line (self, unit, &paragraph, NATION, nation, x, profile->header_right, 0);
  add_line (self, unit, &paragraph, MOTTO, motto, x, profile->header_right, y);

  return add_rule_under (unit, paragraph, 1.0);
}

/* A long place name: the smaller size that the decree allows (II.4.c). */
#define SMALLEST_DATE 13.0

static double
fit_date (TosoComposer *self,
          const char   *text,
          TosoStyle     style)
{
  TosoParagraph *paragraph;

  if (toso_text_is_blank (text) || style.size <= SMALLEST_DATE)
    return style.size;
  paragraph = toso_composer_shape (self, text, style.size, style.face);

  return toso_paragraph_get_max_width (paragraph) > self->profile->header_right
           ? SMALLEST_DATE
           : style.size;
}

/* The number and the date stand on one baseline (II.4.c). */
static void
add_number_and_date (TosoComposer    *self,
                     TosoUnit        *unit,
                     const TosoPaper *paper,
                     double           y)
{
  const TosoProfile *profile = self->profile;
  TosoStyle          number = { profile->number_size, TOSO_FACE_REGULAR };
  TosoStyle          date = { profile->date_size, TOSO_FACE_ITALIC };
  TosoStyle          subject = { profile->subject_size, TOSO_FACE_REGULAR };
  TosoParagraph     *paragraph;
  double             width = profile->header_left - COLUMN_GAP;
  double             baseline = y + toso_composer_get_baseline (self, MAX (number.size, date.size));
  double             left = y;

  date.size = fit_date (self, paper->place_date, date);
  if (!toso_text_is_blank (paper->number_line))
    left = add_line (self, unit, &paragraph, paper->number_line, number, COLUMN_GAP / 2, width,
                     baseline - toso_composer_get_baseline (self, number.size));
  if (!toso_text_is_blank (paper->place_date))
    add_line (self, unit, &paragraph, paper->place_date, date, profile->header_left, profile->header_right,
              baseline - toso_composer_get_baseline (self, date.size));
  if (!toso_text_is_blank (paper->kind))
    return;

  /* A letter has no kind: what it is about stands under its number (II.5.b). */
  left += SUBJECT_GAP;
  for (guint i = 0; paper->title != NULL && paper->title[i] != NULL; i++)
    if (!toso_text_is_blank (paper->title[i]))
      left = add_line (self, unit, &paragraph, paper->title[i], subject, COLUMN_GAP / 2, width, left);
}

static void
compose_title (TosoComposer    *self,
               const TosoPaper *paper)
{
  const TosoProfile *profile = self->profile;
  TosoStyle          kind = { profile->kind_size, TOSO_FACE_BOLD };
  TosoStyle          title = { profile->title_size, TOSO_FACE_BOLD };
  TosoUnit          *unit = toso_unit_new (TOSO_ROLE_HEADING, TITLE_GAP);
  TosoParagraph     *paragraph = NULL;
  double             width = toso_profile_get_text_width (profile);
  double             y = 0;

  unit->block = self->n_blocks++;
  unit->keep = TRUE;
  y = add_line (self, unit, &paragraph, paper->kind, kind, 0, width, y);
  paragraph = NULL;
  for (guint i = 0; paper->title != NULL && paper->title[i] != NULL; i++)
    if (!toso_text_is_blank (paper->title[i]))
      y = add_line (self, unit, &paragraph, paper->title[i], title, 0, width, y);
  if (paragraph != NULL)
    add_rule_under (unit, paragraph, profile->title_rule);

  toso_composer_take (self, unit, toso_profile_get_text_height (profile));
}

void
toso_compose_header (TosoComposer    *self,
                     const TosoPaper *paper)
{
  TosoUnit *unit = toso_unit_new (TOSO_ROLE_PARAGRAPH, 0);
  double    left, right;

  unit->block = self->n_blocks++;
  unit->keep = TRUE;
  left = add_agency (self, unit, paper);
  right = add_nation (self, unit);
  add_number_and_date (self, unit, paper, MAX (left, right) + NUMBER_GAP);
  toso_composer_take (self, unit, toso_profile_get_text_height (self->profile));

  if (!toso_text_is_blank (paper->kind))
    compose_title (self, paper);
}
