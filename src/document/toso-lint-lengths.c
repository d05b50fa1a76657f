/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-lint-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/toso-number.h"

/* The rules under the motto, the agency's name and the abstract, and over the
 * address: solid, as long as the decree says, and in the middle (Annex I, Part I,
 * II.1.b, II.2.b, II.5.b, III.4). */

#define ABOVE        4.0  /* points over the bottom of the line that it is under */
#define BELOW        16.0 /* and below it */
#define EQUAL_ERROR  0.05 /* of the motto's length: letters have white at their sides */
#define SHARE_ERROR  0.02 /* of the line's length */
#define CENTER_ERROR 8.5  /* points, 3 mm */
#define ADDRESS_RULE 20.0 /* points over the address: where its rule may be */
#define EDGE_ERROR   8.5  /* points, of a rule from margin to margin */

char *
toso_lint_format_mm (double points)
{
  g_autofree char *number = toso_number_format (points * 25.4 / 72, 1);

  return g_strdup_printf ("%s mm", number);
}

/* Dots to be filled in are as long as their page, not as the words will be. */
static gboolean
is_placeholder (const TosoLintLine *line)
{
  guint n = 0;

  for (const char *p = line->text; *p != '\0'; p = g_utf8_next_char (p))
    n += *p == '.' ? 1 : g_utf8_get_char (p) == 0x2026 ? 3
                                                       : 0;

  return n > 4;
}

/* The longest under @line, for a box may stand beside it. */
static const TosoLintRule *
find_rule (GArray             *rules,
           const TosoLintLine *line)
{
  const TosoLintRule *found = NULL;

  for (guint i = 0; i < rules->len; i++)
    {
      const TosoLintRule *rule = &g_array_index (rules, TosoLintRule, i);

      if (rule->y < line->y2 - ABOVE || rule->y > line->y2 + BELOW || rule->x2 < line->x1 || rule->x1 > line->x2)
        continue;
      if (found == NULL || rule->x2 - rule->x1 > found->x2 - found->x1)
        found = rule;
    }

  return found;
}

typedef struct
{
  const char *rule, *clause;
  double      least, most; /* of the line's length */
} Length;

static const Length motto_length = { "motto-rule", "II.1.b", 1, 1 };
static const Length agency_length = { "agency-rule", "II.2.b", 1.0 / 3, 1.0 / 2 };
static const Length title_length = { "title-rule", "II.5.b", 1.0 / 3, 1.0 / 2 };

static char *
describe (const Length *length,
          double        shortest,
          double        longest)
{
  g_autofree char *least = toso_lint_format_mm (shortest * length->least);
  g_autofree char *most = toso_lint_format_mm (longest * length->most);

  if (length->least == 1)
    /* Translators: %s is such as "60,3 mm" */
    return g_strdup_printf (_ ("a solid rule as long as the line: %s"), most);

  /* Translators: %s are such as "11,3 mm" */
  return g_strdup_printf (_ ("a solid rule of 1/3 to 1/2 of the line's length: %s to %s, in the middle"), least, most);
}

/* Of a name on more lines than one, its rule may be measured by any of them. */
static void
check_length (GPtrArray    *findings,
              guint         page,
              GArray       *rules,
              GPtrArray    *lines,
              const Length *length)
{
  const TosoLintLine *last = lines->pdata[lines->len - 1];
  const TosoLintRule *rule = find_rule (rules, last);
  double              shortest = G_MAXDOUBLE, longest = 0, found_length, center_error;
  double              error = length->least == 1 ? EQUAL_ERROR : SHARE_ERROR;
  g_autofree char    *found = NULL;
  g_autofree char    *expected = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const TosoLintLine *line = lines->pdata[i];

      if (is_placeholder (line))
        return;
      shortest = MIN (shortest, line->x2 - line->x1);
      longest = MAX (longest, line->x2 - line->x1);
    }
  expected = describe (length, shortest, longest);
  if (rule == NULL)
    {
      toso_lint_add (findings, page, last->text, length->rule, length->clause, _ ("no solid rule under it"), expected);
      return;
    }
  found_length = rule->x2 - rule->x1;
  center_error = fabs ((rule->x1 + rule->x2) / 2 - toso_lint_get_center (last));
  found = toso_lint_format_mm (found_length);
  if (found_length < (length->least - error) * shortest || found_length > (length->most + error) * longest)
    {
      toso_lint_add (findings, page, last->text, length->rule, length->clause, found, expected);
    }
  else if (center_error > CENTER_ERROR)
    {
      g_autofree char *distance = toso_lint_format_mm (center_error);
      /* Translators: %s is such as "5,2 mm" */
      g_autofree char *beside = g_strdup_printf (_ ("%s beside the middle"), distance);

      toso_lint_add (findings, page, last->text, length->rule, length->clause, beside, expected);
    }
}

static void
check_head (GPtrArray          *findings,
            PopplerPage        *opened,
            const TosoLintPage *page)
{
  g_auto (TosoLintHead) head = { 0 };
  g_autoptr (GArray) rules = NULL;
  g_autoptr (GPtrArray) motto = g_ptr_array_new ();
  double bottom = 0;

  if (!toso_lint_find_head (page, &head))
    return;
  if (head.motto != NULL)
    g_ptr_array_add (motto, (gpointer) head.motto);
  for (guint i = 0; i < page->lines->len; i++)
    {
      const TosoLintLine *line = page->lines->pdata[i];

      if (line == head.motto || g_ptr_array_find (head.agency, line, NULL) || g_ptr_array_find (head.title, line, NULL))
        bottom = MAX (bottom, line->y2 + BELOW);
    }
  rules = toso_lint_find_rules (opened, 0, bottom);
  if (motto->len > 0)
    check_length (findings, page->number, rules, motto, &motto_length);
  if (head.agency->len > 0)
    check_length (findings, page->number, rules, head.agency, &agency_length);
  if (head.title->len > 0)
    check_length (findings, page->number, rules, head.title, &title_length);
}

/* Over the address, from margin to margin (III.4). */
static void
check_address (GPtrArray          *findings,
               PopplerPage        *opened,
               const TosoLintPage *page)
{
  g_auto (TosoLintFoot) foot = { 0 };
  g_autoptr (GArray) rules = NULL;
  g_autofree char    *width = NULL;
  g_autofree char    *found = NULL;
  g_autofree char    *expected = NULL;
  const TosoLintLine *first;
  double              left = page->width, right = 0, longest = 0;

  if (!toso_lint_find_foot (page, &foot))
    return;
  first = foot.address->len > 0 ? foot.address->pdata[0] : NULL;
  if (first == NULL)
    return;
  for (guint i = 0; i < page->lines->len; i++)
    {
      const TosoLintLine *line = page->lines->pdata[i];

      left = MIN (left, line->x1);
      right = MAX (right, line->x2);
    }
  rules = toso_lint_find_rules (opened, first->y1 - ADDRESS_RULE, first->y2 - first->size / 2);
  for (guint i = 0; i < rules->len; i++)
    longest = MAX (longest, g_array_index (rules, TosoLintRule, i).x2 - g_array_index (rules, TosoLintRule, i).x1);
  if (longest >= right - left - 2 * EDGE_ERROR)
    return;
  width = toso_lint_format_mm (right - left);
  found = longest > 0 ? toso_lint_format_mm (longest) : g_strdup (_ ("no solid rule over it"));
  /* Translators: %s is such as "165 mm" */
  expected = g_strdup_printf (_ ("a solid rule over it as wide as the text: %s"), width);
  toso_lint_add (findings, page->number, first->text, "address-rule", "III.4", found, expected);
}

void
toso_lint_lengths (GPtrArray       *findings,
                   PopplerDocument *document,
                   GPtrArray       *pages)
{
  for (guint i = 0; i < pages->len; i++)
    {
      const TosoLintPage *page = pages->pdata[i];
      PopplerPage        *opened = poppler_document_get_page (document, (int) page->number - 1);

      if (opened == NULL)
        continue;
      check_head (findings, opened, page);
      check_address (findings, opened, page);
      g_object_unref (opened);
    }
}
