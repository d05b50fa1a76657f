/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <pango/pangocairo.h>

#include "lint-paper.h"
#include "papers.h"

/* The rule under a line in the right or left column, or in the middle, of the
 * first page of the decision: painted over, and drawn anew. */
static void
draw_rule (cairo_t *cr,
           double   middle,
           double   y,
           double   length)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, middle - 100, y - 4, 200, 8);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 0.7);
  cairo_move_to (cr, middle - length / 2, y);
  cairo_line_to (cr, middle + length / 2, y);
  cairo_stroke (cr);
}

#define MOTTO_MIDDLE 412.4
#define MOTTO_BOTTOM 91.0

static void
shorten_motto (cairo_t *cr,
               guint    page)
{
  if (page == 0)
    draw_rule (cr, MOTTO_MIDDLE, MOTTO_BOTTOM, TOSO_MM (45));
}

static void
shift_motto (cairo_t *cr,
             guint    page)
{
  if (page == 0)
    draw_rule (cr, MOTTO_MIDDLE - 12, MOTTO_BOTTOM, TOSO_MM (60.3));
}

static void
dash_motto (cairo_t *cr,
            guint    page)
{
  static const double dashes[] = { 4, 3 };

  if (page > 0)
    return;
  draw_rule (cr, MOTTO_MIDDLE, MOTTO_BOTTOM, 0);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, MOTTO_MIDDLE - 85, MOTTO_BOTTOM);
  cairo_line_to (cr, MOTTO_MIDDLE + 85, MOTTO_BOTTOM);
  cairo_stroke (cr);
}

/* A row of underscores prints as a rule.  In the font of the paper, which on
 * Windows only Pango finds. */
static void
type_motto (cairo_t *cr,
            guint    page)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Liberation Serif");
  g_autoptr (PangoLayout) layout = NULL;

  if (page > 0)
    return;
  draw_rule (cr, MOTTO_MIDDLE, MOTTO_BOTTOM, 0);
  pango_font_description_set_absolute_size (font, 8 * PANGO_SCALE);
  layout = pango_cairo_create_layout (cr);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, "__________________________________________", -1);
  cairo_move_to (cr, MOTTO_MIDDLE - 84, MOTTO_BOTTOM + 3 - pango_layout_get_baseline (layout) / (double) PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

static void
keep (cairo_t *cr,
      guint    page)
{
}

/* Under the motto (II.1.b). */
static void
test_motto (void)
{
  static const struct
  {
    TestRepaint repaint;
    const char *found;
  } cases[] = {
    { keep, NULL },
    { type_motto, NULL },
    { shorten_motto, "45" },
    { shift_motto, "mm beside the middle" },
    { dash_motto, "no solid rule" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPaper) paper = test_decision_paper ();
      g_autoptr (GPtrArray) findings = test_lint_repainted (paper, cases[i].repaint);
      g_autofree char *rules = test_get_rules (findings);

      g_assert_cmpstr (rules, ==, cases[i].found != NULL ? "motto-rule" : "");
      if (cases[i].found != NULL)
        test_assert_finding (findings, "motto-rule", "II.1.b", 1, cases[i].found, "as long as the line: 60,");
    }
}

/* Under the agency's name and the abstract: 1/3 to 1/2 (II.2.b, II.5.b). */
static void
test_shares (void)
{
  static const struct
  {
    double      agency, title;
    const char *rules;
  } cases[] = {
    { 1.0 / 3, 1.0 / 3, "" },
    { 0.5, 0.5, "" },
    { 0.8, 0.4, "agency-rule" },
    { 0.2, 0.4, "agency-rule" },
    { 0.4, 1.0, "title-rule" },
    { 0.4, 0.1, "title-rule" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPaper) paper = test_table_paper (2);
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *rules = NULL;
      TosoProfile      profile = TOSO_PROFILE_DECREE_30;

      profile.agency_rule = cases[i].agency;
      profile.title_rule = cases[i].title;
      findings = test_lint_paper (paper, &profile);
      rules = test_get_rules (findings);
      g_assert_cmpstr (rules, ==, cases[i].rules);
      if (g_str_equal (rules, "agency-rule"))
        test_assert_finding (findings, "agency-rule", "II.2.b", 1, NULL, "11,3 mm to 21,5 mm");
      if (g_str_equal (rules, "title-rule"))
        test_assert_finding (findings, "title-rule", "II.5.b", 1, NULL, "1/3 to 1/2");
    }
}

/* A letter has no rule under what it is about. */
static void
test_letter (void)
{
  g_autoptr (TosoPaper) paper = test_letter_paper ();
  g_autoptr (GPtrArray) findings = test_lint_paper (paper, NULL);
  g_autofree char *rules = test_get_rules (findings);

  g_assert_cmpstr (rules, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/lint-lengths/motto", test_motto);
  g_test_add_func ("/document/lint-lengths/shares", test_shares);
  g_test_add_func ("/document/lint-lengths/letter", test_letter);

  return g_test_run ();
}
