/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-unit-private.h"

#include <string.h>

/* Boxes 1 to 5 of the diagram (Decree 30/2020/NĐ-CP, Annex I, Part I, IV). */

/* Legal phrases (II.1): never translated. */
#define NATION "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define MOTTO  "Độc lập - Tự do - Hạnh phúc"

#define NUMBER_GAP  7.0
#define SUBJECT_GAP 6.0 /* II.5.b */
#define TITLE_GAP   18.0
#define COLUMN_GAP  TOSO_MM (2)

/* A name too long for its column is broken before the place it is of, and
 * nowhere within what it is. */
static double
add_agency_name (TosoComposer   *self,
                 TosoUnit       *unit,
                 TosoParagraph **paragraph,
                 const char     *name,
                 TosoStyle       style,
                 double          width,
                 double          y)
{
  static const char *const councils[] = { "ỦY BAN NHÂN DÂN ", "UỶ BAN NHÂN DÂN ", "HỘI ĐỒNG NHÂN DÂN " };
  gboolean                 fits = toso_paragraph_get_max_width (toso_composer_shape (self, name, style.size, style.face)) <= width;

  for (guint i = 0; !fits && i < G_N_ELEMENTS (councils); i++)
    if (g_str_has_prefix (name, councils[i]))
      {
        g_autofree char *council = g_strndup (name, strlen (councils[i]) - 1);

        y = toso_composer_add_centered (self, unit, paragraph, council, style, COLUMN_GAP / 2, width, y);
        name += strlen (councils[i]);
        break;
      }

  return toso_composer_add_centered (self, unit, paragraph, name, style, COLUMN_GAP / 2, width, y);
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
    y = add_agency_name (self, unit, &paragraph, paper->superior, superior, width, y);
  paragraph = NULL;
  for (guint i = 0; paper->agency != NULL && paper->agency[i] != NULL; i++)
    if (!toso_text_is_blank (paper->agency[i]))
      y = add_agency_name (self, unit, &paragraph, paper->agency[i], agency, width, y);
  if (paragraph != NULL)
    y = toso_unit_add_rule_under (unit, paragraph, profile->agency_rule);

  return y;
}

/* The rule is as long as the line over it (II.1.b), whatever that line is. */
static double
add_nation (TosoComposer    *self,
            TosoUnit        *unit,
            const TosoPaper *paper)
{
  const TosoProfile *profile = self->profile;
  TosoStyle          nation = { profile->nation_size, TOSO_FACE_BOLD };
  TosoStyle          motto = { profile->motto_size, TOSO_FACE_BOLD };
  const char        *nation_text = paper->nation != NULL ? paper->nation : NATION;
  const char        *motto_text = paper->motto != NULL ? paper->motto : MOTTO;
  TosoParagraph     *paragraph = NULL;
  double             x = profile->header_left;
  double             y = 0;

  if (!toso_text_is_blank (nation_text))
    y = toso_composer_add_centered (self, unit, &paragraph, nation_text, nation, x, profile->header_right, y);
  if (!toso_text_is_blank (motto_text))
    y = toso_composer_add_centered (self, unit, &paragraph, motto_text, motto, x, profile->header_right, y);
  if (paragraph == NULL)
    return y;

  return toso_unit_add_rule_under (unit, paragraph, 1.0);
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
  gboolean           is_letter = toso_text_is_blank (paper->kind);

  date.size = fit_date (self, paper->place_date, date);
  if (!toso_text_is_blank (paper->number_line))
    left = toso_composer_add_centered (self, unit, &paragraph, paper->number_line, number, COLUMN_GAP / 2, width,
                                       baseline - toso_composer_get_baseline (self, number.size));
  if (!toso_text_is_blank (paper->place_date))
    toso_composer_add_centered (self, unit, &paragraph, paper->place_date, date, profile->header_left, profile->header_right,
                                baseline - toso_composer_get_baseline (self, date.size));

  /* A letter has no kind: what it is about stands under its number (II.5.b). */
  if (is_letter)
    left += SUBJECT_GAP;
  for (guint i = 0; is_letter && paper->title != NULL && paper->title[i] != NULL; i++)
    if (!toso_text_is_blank (paper->title[i]))
      left = toso_composer_add_centered (self, unit, &paragraph, paper->title[i], subject, COLUMN_GAP / 2, width, left);
  if (!toso_text_is_blank (paper->urgency))
    toso_compose_urgency (self, unit, paper->urgency, left);
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
  y = toso_composer_add_centered (self, unit, &paragraph, paper->kind, kind, 0, width, y);
  paragraph = NULL;
  for (guint i = 0; paper->title != NULL && paper->title[i] != NULL; i++)
    if (!toso_text_is_blank (paper->title[i]))
      y = toso_composer_add_centered (self, unit, &paragraph, paper->title[i], title, 0, width, y);
  if (paragraph != NULL)
    toso_unit_add_rule_under (unit, paragraph, profile->title_rule);

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
  right = add_nation (self, unit, paper);
  add_number_and_date (self, unit, paper, MAX (left, right) + NUMBER_GAP);
  if (!toso_text_is_blank (paper->circulation))
    toso_compose_circulation (self, unit, paper->circulation);
  toso_composer_take (self, unit, toso_profile_get_text_height (self->profile));

  if (!toso_text_is_blank (paper->kind))
    compose_title (self, paper);
  if (paper->addressees != NULL && paper->addressees[0] != NULL)
    toso_compose_addressees (self, paper);
}
