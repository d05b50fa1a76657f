/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-lint-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/toso-number.h"

/* The page: paper, margins, numbers, fonts (Annex I, Part I, I), and its text. */

#define MM(points)    ((points) *25.4 / 72)
#define POINTS(mm)    ((mm) *72.0 / 25.4)
#define TOLERANCE     0.8  /* mm: a letter does not begin at its box's edge */
#define SIZE_ERROR    0.25 /* points */
#define INDENT        4.0  /* mm */
#define SHORT_LINE    20.0 /* mm from the right edge: the end of a paragraph */
#define BODY_AT_LEAST 10.5

gboolean
toso_lint_is_page_number (const TosoLintPage *page,
                          const TosoLintLine *line)
{
  return strspn (line->text, "0123456789 -") == strlen (line->text) && line->y2 < POINTS (25) &&
         fabs ((line->x1 + line->x2) / 2 - page->width / 2) < POINTS (40);
}

/* The size that most letters of the paper have, tables not counted: their lines
 * are short. */
static double
get_body_size (GPtrArray *pages)
{
  gsize  counts[80] = { 0 };
  gsize *most = counts;

  for (guint p = 0; p < pages->len; p++)
    {
      const TosoLintPage *page = pages->pdata[p];

      for (guint i = 0; i < page->lines->len; i++)
        {
          const TosoLintLine *line = page->lines->pdata[i];

          if (line->x2 - line->x1 > page->width * 0.45)
            counts[CLAMP ((int) lround (line->size * 2), 0, 79)] += strlen (line->text);
        }
    }
  for (gsize *c = counts; c < counts + G_N_ELEMENTS (counts); c++)
    if (*c > *most)
      most = c;

  return (double) (most - counts) / 2;
}

static void
add_length (GPtrArray  *findings,
            guint       page,
            const char *where,
            double      found_mm,
            const char *expected)
{
  g_autofree char *found = toso_lint_format_mm (POINTS (found_mm));

  toso_lint_add (findings, page, where, "margin", "I.3", found, expected);
}

/* --- the page --- */

/* Lines of text, not of a table or in the middle: long, and from one edge. */
static gboolean
has_text_at (const TosoLintPage *page,
             double              left)
{
  guint n = 0;

  for (guint i = 0; i < page->lines->len; i++)
    {
      const TosoLintLine *line = page->lines->pdata[i];

      n += line->x2 - line->x1 > page->width * 0.45 && line->x1 < left + 2;
    }

  return n >= 3;
}

static void
check_margins (GPtrArray          *findings,
               const TosoLintPage *page)
{
  double left = page->width, right = page->width, top = page->height, bottom = page->height;
  guint  n = 0;

  for (guint i = 0; i < page->lines->len; i++)
    {
      const TosoLintLine *line = page->lines->pdata[i];

      if (toso_lint_is_page_number (page, line) || line->y2 < POINTS (18) || line->size < BODY_AT_LEAST)
        continue;
      left = MIN (left, line->x1);
      right = MIN (right, page->width - line->x2);
      top = MIN (top, line->y1);
      bottom = MIN (bottom, page->height - line->y2);
      n++;
    }
  if (n < 3)
    return;
  if (MM (left) < 30 - TOLERANCE || (MM (left) > 35 + TOLERANCE && has_text_at (page, left)))
    add_length (findings, page->number, _ ("left margin"), MM (left), "30–35 mm");
  if (MM (right) < 15 - TOLERANCE)
    add_length (findings, page->number, _ ("right margin"), MM (right), "15–20 mm");
  if (MM (top) < 20 - TOLERANCE)
    add_length (findings, page->number, _ ("top margin"), MM (top), "20–25 mm");
  if (MM (bottom) < 20 - TOLERANCE)
    add_length (findings, page->number, _ ("bottom margin"), MM (bottom), "20–25 mm");
}

static void
check_paper_size (GPtrArray          *findings,
                  const TosoLintPage *page)
{
  double           width = MM (MIN (page->width, page->height));
  double           height = MM (MAX (page->width, page->height));
  g_autofree char *found = NULL;

  if (fabs (width - 210) < 2 && fabs (height - 297) < 2)
    return;
  found = g_strdup_printf ("%.0f × %.0f mm", width, height);
  toso_lint_add (findings, page->number, _ ("paper"), "paper-size", "I.1", found, "210 × 297 mm");
}

/* A mark in the top margin, as of sample figures, may be read before it. */
const TosoLintLine *
toso_lint_begins_annex (const TosoLintPage *page)
{
  for (guint i = 0; i < page->lines->len; i++)
    {
      const TosoLintLine *line = page->lines->pdata[i];

      if (line->y2 > POINTS (18) && !toso_lint_is_page_number (page, line))
        return g_regex_match_simple (TOSO_LINT_ANNEX, line->text, 0, 0) ? line : NULL;
    }

  return NULL;
}

/* In the middle of the top margin, from 2 on; each annex anew (I.7, III.1.đ). */
static void
check_page_number (GPtrArray          *findings,
                   const TosoLintPage *page,
                   guint               expected)
{
  g_autofree char    *number = g_strdup_printf ("%u", expected);
  const TosoLintLine *found = NULL;

  for (guint i = 0; i < page->lines->len && found == NULL; i++)
    if (toso_lint_is_page_number (page, page->lines->pdata[i]))
      found = page->lines->pdata[i];
  if (expected == 1 && found != NULL)
    toso_lint_add (findings, page->number, _ ("page number"), "page-number", "I.7", found->text, _ ("none on the first page"));
  if (expected == 1)
    return;
  if (found == NULL)
    toso_lint_add (findings, page->number, _ ("page number"), "page-number", "I.7", _ ("none in the middle of the top margin"), number);
  else if (!g_str_equal (found->text, number))
    toso_lint_add (findings, page->number, _ ("page number"), "page-number", "I.7", found->text, number);
  else if (found->size < 13 - SIZE_ERROR || found->size > 14 + SIZE_ERROR)
    {
      g_autofree char *size = toso_number_format (found->size, 1);

      toso_lint_add (findings, page->number, _ ("page number"), "page-number", "I.7", size, "13–14");
    }
}

/* Times New Roman, or one with its measures (I.4). */
static void
check_fonts (GPtrArray *findings,
             GPtrArray *pages)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint p = 0; p < pages->len; p++)
    {
      const TosoLintPage *page = pages->pdata[p];

      for (guint i = 0; i < page->lines->len; i++)
        {
          const TosoLintLine *line = page->lines->pdata[i];

          if (strstr (line->font, "Times") != NULL || strstr (line->font, "Tinos") != NULL || strstr (line->font, "Liberation") != NULL ||
              *line->font == '\0' || !g_hash_table_add (told, g_strdup (line->font)))
            continue;
          toso_lint_add (findings, page->number, line->text, "font", "I.4", line->font, "Times New Roman");
        }
    }
}

void
toso_lint_layout (GPtrArray *findings,
                  GPtrArray *pages)
{
  double body = get_body_size (pages);
  guint  expected = 0;

  for (guint p = 0; p < pages->len; p++)
    {
      const TosoLintPage *page = pages->pdata[p];

      expected = toso_lint_begins_annex (page) != NULL ? 1 : expected + 1;
      check_paper_size (findings, page);
      check_margins (findings, page);
      check_page_number (findings, page, expected);
    }
  check_fonts (findings, pages);
  if (body > 0 && (body < 13 - SIZE_ERROR || body > 14 + SIZE_ERROR))
    {
      g_autofree char *found = toso_number_format (body, 1);

      toso_lint_add (findings, 1, _ ("text"), "font-size", "II.6.e", found, "13–14");
    }
}

/* --- its paragraphs --- */

typedef struct
{
  GArray             *paragraphs;
  double              left, right, body;
  const TosoLintLine *before; /* of the paragraph that is open, or NULL */
} Reader;

static gboolean
is_number (const TosoLintLine *line)
{
  return g_str_has_prefix (line->text, "Số:");
}

static gboolean
is_text (const Reader       *reader,
         const TosoLintPage *page,
         const TosoLintLine *line)
{
  if (toso_lint_is_page_number (page, line))
    return FALSE;

  /* Cells of tables have a size of their own; the recipients and the number too. */
  return fabs (line->size - reader->body) < SIZE_ERROR * 2 || *line->text == '-' || g_str_has_prefix (line->text, "Nơi nhận") || is_number (line);
}

static gboolean
goes_on (const Reader       *reader,
         const TosoLintLine *line)
{
  const TosoLintLine *before = reader->before;

  /* A blank to be filled in parts a line in two. */
  if (before != NULL && fabs (before->size - line->size) < SIZE_ERROR && fabs (before->y1 - line->y1) < 2 && line->x1 > before->x2)
    return TRUE;

  return before != NULL && fabs (before->size - line->size) < SIZE_ERROR && line->x1 < reader->left + POINTS (INDENT) &&
         before->x2 > reader->right - POINTS (SHORT_LINE) && !(*line->text == '-' && line->size < 12);
}

static void
read_text (Reader             *reader,
           const TosoLintPage *page)
{
  for (guint i = 0; i < page->lines->len; i++)
    {
      const TosoLintLine *line = page->lines->pdata[i];

      if (!is_text (reader, page, line))
        continue;
      if (goes_on (reader, line))
        {
          TosoLintParagraph *last = &g_array_index (reader->paragraphs, TosoLintParagraph, reader->paragraphs->len - 1);
          char              *whole = g_strconcat (last->text, g_str_has_suffix (last->text, "/") ? "" : " ", line->text, NULL);

          g_free (last->text);
          last->text = whole;
        }
      else
        {
          TosoLintParagraph paragraph = { page->number, g_strdup (line->text), line->size, line->bold, line->italic };

          g_array_append_val (reader->paragraphs, paragraph);
        }
      /* The day stands beside it. */
      reader->before = is_number (line) ? NULL : line;
    }
}

GArray *
toso_lint_get_paragraphs (GPtrArray *pages)
{
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (TosoLintParagraph));
  Reader  reader = { paragraphs, 0, 0, get_body_size (pages), NULL };

  g_array_set_clear_func (paragraphs, toso_lint_paragraph_clear);
  for (guint p = 0; p < pages->len; p++)
    {
      const TosoLintPage *page = pages->pdata[p];

      reader.left = page->width;
      reader.right = 0;
      for (guint i = 0; i < page->lines->len; i++)
        {
          const TosoLintLine *line = page->lines->pdata[i];

          if (!is_text (&reader, page, line))
            continue;
          reader.left = MIN (reader.left, line->x1);
          reader.right = MAX (reader.right, line->x2);
        }
      read_text (&reader, page);
    }

  return paragraphs;
}
