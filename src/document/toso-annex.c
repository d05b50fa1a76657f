/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-unit-private.h"

/* The head of an annex (Decree 30/2020/NĐ-CP, Annex I, Part I, III.1): its
 * number, its title, and the paper that it belongs to. */

/* Under the reference, as on samples 2.1 and 2.2 of Annex III. */
#define RULE_LENGTH TOSO_MM (16)

static char *
make_outline_title (const TosoAnnex *annex)
{
  g_autofree char *lines = annex->title != NULL ? g_strjoinv (" ", annex->title) : g_strdup ("");
  const char      *label = annex->label != NULL ? annex->label : "";

  if (*label == '\0' || *lines == '\0')
    return g_strconcat (label, lines, NULL);

  return g_strconcat (label, g_str_has_suffix (label, ".") ? " " : ". ", lines, NULL);
}

static void
add_reference (TosoComposer *self,
               TosoUnit     *unit,
               const char   *text,
               double        y)
{
  TosoStyle             style = { self->profile->body_size, TOSO_FACE_ITALIC };
  const TosoPlacedLine *last;
  TosoParagraph        *paragraph;
  double                width = toso_profile_get_text_width (self->profile);

  toso_composer_add_centered (self, unit, &paragraph, text, style, 0, width, y);
  last = &g_array_index (unit->lines, TosoPlacedLine, unit->lines->len - 1);
  toso_unit_add_rule_under (unit, paragraph, MIN (1, RULE_LENGTH / MAX (1, toso_line_get_width (last->line))));
}

void
toso_compose_annex_head (TosoComposer    *self,
                         const TosoAnnex *annex)
{
  TosoStyle      label = { self->profile->annex_size, TOSO_FACE_BOLD };
  TosoStyle      title = { self->profile->title_size, TOSO_FACE_BOLD };
  TosoUnit      *unit = toso_unit_new (TOSO_ROLE_HEADING, 0);
  TosoParagraph *paragraph;
  double         width = toso_profile_get_text_width (self->profile);
  double         y = 0;
  char          *outline_title;

  if (!toso_text_is_blank (annex->label))
    y = toso_composer_add_centered (self, unit, &paragraph, annex->label, label, 0, width, y);
  for (guint i = 0; annex->title != NULL && annex->title[i] != NULL; i++)
    if (!toso_text_is_blank (annex->title[i]))
      y = toso_composer_add_centered (self, unit, &paragraph, annex->title[i], title, 0, width, y);
  if (!toso_text_is_blank (annex->reference))
    add_reference (self, unit, annex->reference, y);
  if (!toso_text_is_blank (annex->stamp))
    toso_compose_stamp (self, unit, annex->stamp);
  if (unit->lines->len == 0)
    {
      toso_unit_free (unit);
      return;
    }

  outline_title = make_outline_title (annex);
  g_ptr_array_add (self->strings, outline_title);
  unit->block = self->n_blocks++;
  unit->keep = TRUE;
  if (*outline_title != '\0')
    {
      unit->outline_level = 1;
      unit->outline_title = outline_title;
    }
  toso_composer_take (self, unit, toso_profile_get_text_height (self->profile));
}
