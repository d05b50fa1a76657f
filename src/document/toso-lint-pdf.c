/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-lint-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/toso-error.h"

/* A PDF's pages as lines with their places and faces. */

#define COLUMN_GAP 2.2 /* of a line's height: wider than a space in a justified line */
#define ROW_GAP    0.6 /* of it: more than a raised number */

static void
line_free (gpointer data)
{
  TosoLintLine *line = data;

  g_free (line->text);
  g_free (line);
}

static void
page_free (gpointer data)
{
  TosoLintPage *page = data;

  g_ptr_array_unref (page->lines);
  g_free (page);
}

typedef struct
{
  const char       *text;
  PopplerRectangle *boxes;
  guint             n_boxes;
  GList            *attributes;
} Layout;

static const PopplerTextAttributes *
get_attributes (const Layout *layout,
                guint         character)
{
  for (GList *l = layout->attributes; l != NULL; l = l->next)
    {
      const PopplerTextAttributes *attributes = l->data;

      if ((int) character >= attributes->start_index && (int) character <= attributes->end_index)
        return attributes;
    }

  return NULL;
}

static void
set_face (TosoLintLine                *line,
          const PopplerTextAttributes *attributes)
{
  const char *name = attributes->font_name != NULL ? attributes->font_name : "";
  const char *plus = strchr (name, '+');

  line->size = attributes->font_size;
  line->bold = strstr (name, "Bold") != NULL;
  line->italic = strstr (name, "Italic") != NULL || strstr (name, "Oblique") != NULL;
  g_strlcpy (line->font, plus != NULL ? plus + 1 : name, sizeof line->font);
}

/* The face is that of the first letter. */
static TosoLintLine *
read_line (const Layout *layout,
           const char   *text,
           gsize         length,
           guint         first)
{
  TosoLintLine *line = g_new0 (TosoLintLine, 1);
  guint         i = first;

  line->text = g_strchomp (g_strndup (text, length));
  line->x1 = line->y1 = G_MAXDOUBLE;
  for (const char *p = line->text; *p != '\0' && i < layout->n_boxes; p = g_utf8_next_char (p), i++)
    {
      const PopplerRectangle      *box = &layout->boxes[i];
      const PopplerTextAttributes *attributes;

      if (g_unichar_isspace (g_utf8_get_char (p)))
        continue;
      line->x1 = MIN (line->x1, box->x1);
      line->x2 = MAX (line->x2, box->x2);
      line->y1 = MIN (line->y1, box->y1);
      line->y2 = MAX (line->y2, box->y2);
      attributes = line->size == 0 ? get_attributes (layout, i) : NULL;
      if (attributes != NULL)
        set_face (line, attributes);
    }

  return line;
}

/* Poppler may read on into the column beside, or the row below. */
static gboolean
is_apart (const PopplerRectangle *before,
          const PopplerRectangle *box)
{
  double height = before->y2 - before->y1;

  return box->x1 - before->x2 > COLUMN_GAP * height || box->x1 < before->x1 - height ||
         fabs (box->y1 + box->y2 - before->y1 - before->y2) / 2 > ROW_GAP * height;
}

/* The bytes of @length from @text on that stand in one column. */
static gsize
measure_line (const Layout *layout,
              const char   *text,
              gsize         length,
              guint         first)
{
  const PopplerRectangle *before = NULL;
  guint                   i = first;

  for (const char *p = text; p < text + length && i < layout->n_boxes; p = g_utf8_next_char (p), i++)
    {
      if (g_unichar_isspace (g_utf8_get_char (p)))
        continue;
      if (before != NULL && is_apart (before, &layout->boxes[i]))
        return (gsize) (p - text);
      before = &layout->boxes[i];
    }

  return length;
}

static TosoLintPage *
read_page (PopplerPage *source,
           guint        number)
{
  TosoLintPage    *page = g_new0 (TosoLintPage, 1);
  g_autofree char *text = poppler_page_get_text (source);
  Layout           layout = { text, NULL, 0, poppler_page_get_text_attributes (source) };
  guint            character = 0;

  page->number = number;
  page->lines = g_ptr_array_new_with_free_func (line_free);
  poppler_page_get_size (source, &page->width, &page->height);
  poppler_page_get_text_layout (source, &layout.boxes, &layout.n_boxes);
  for (const char *p = text; p != NULL && *p != '\0';)
    {
      gsize         length = measure_line (&layout, p, strcspn (p, "\n"), character);
      TosoLintLine *line = read_line (&layout, p, length, character);

      character += (guint) g_utf8_strlen (p, (gssize) length) + (p[length] == '\n');
      p += length + (p[length] == '\n');
      if (line->size > 0)
        g_ptr_array_add (page->lines, line);
      else
        line_free (line);
    }
  poppler_page_free_text_attributes (layout.attributes);
  g_free (layout.boxes);

  return page;
}

PopplerDocument *
toso_lint_open_pdf (GBytes     *pdf,
                    const char *name,
                    GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &local_error);

  if (document != NULL)
    return document;
  if (g_error_matches (local_error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    /* Translators: %s is a file's name */
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE, _ ("“%s” is locked with a password. Ask who sent it for one without."), name);
  else
    /* Translators: %s is a file's name */
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE, _ ("“%s” is not a whole PDF. Get it once more and try again."), name);

  return NULL;
}

/* (element-type TosoLintPage) */
GPtrArray *
toso_lint_read_pages (PopplerDocument *document)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (page_free);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);

      if (page == NULL)
        continue;
      g_ptr_array_add (pages, read_page (page, (guint) i + 1));
      g_object_unref (page);
    }

  return pages;
}

static void
add_line (GArray             *paragraphs,
          const TosoLintPage *page,
          const TosoLintLine *line)
{
  TosoLintParagraph paragraph = { .page = page->number, .text = line->text };

  g_array_append_val (paragraphs, paragraph);
}

/* The number has a size of its own and is in no paragraph: by lines. */
static void
check_symbol (GPtrArray          *findings,
              const TosoLintPage *page)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (TosoLintParagraph));

  for (guint i = 0; i < page->lines->len; i++)
    add_line (lines, page, page->lines->pdata[i]);
  toso_lint_symbol (findings, lines);
}

/* Only where a page begins: a sentence may speak of an annex on a line of its
 * own. */
static void
check_annexes (GPtrArray    *findings,
               GPtrArray    *pages,
               const GArray *paragraphs)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (TosoLintParagraph));

  for (guint i = 0; i < pages->len; i++)
    {
      const TosoLintLine *line = toso_lint_begins_annex (pages->pdata[i]);

      if (line != NULL)
        add_line (lines, pages->pdata[i], line);
    }
  toso_lint_annexes (findings, lines);
  toso_lint_annex_pointer (findings, lines, paragraphs);
}

GPtrArray *
toso_lint_pdf (GBytes     *pdf,
               const char *name,
               GError    **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_lint_finding_free);
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GArray) paragraphs = NULL;
  PopplerDocument *document;
  guint            n_lines = 0;

  g_return_val_if_fail (pdf != NULL && name != NULL, NULL);

  document = toso_lint_open_pdf (pdf, name, error);
  if (document == NULL)
    return NULL;
  pages = toso_lint_read_pages (document);
  for (guint i = 0; i < pages->len; i++)
    n_lines += ((const TosoLintPage *) pages->pdata[i])->lines->len;
  if (n_lines == 0)
    {
      g_object_unref (document);
      /* Translators: %s is a file's name */
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE, _ ("“%s” holds pictures of pages and no text. Check the file that it was printed from."), name);
      return NULL;
    }

  toso_lint_layout (findings, pages);
  toso_lint_components (findings, pages);
  toso_lint_lengths (findings, document, pages);
  g_object_unref (document);
  paragraphs = toso_lint_get_paragraphs (pages);
  toso_lint_text (findings, paragraphs);
  toso_lint_order (findings, paragraphs);
  toso_lint_citations (findings, paragraphs);
  toso_lint_abbreviations (findings, paragraphs);
  check_symbol (findings, pages->pdata[0]);
  check_annexes (findings, pages, paragraphs);

  return g_steal_pointer (&findings);
}
