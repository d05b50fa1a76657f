/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "read-back.h"

#include <string.h>

#define DESCENT 0.216 /* of Times, em */

static void
line_free (gpointer data)
{
  TestLine *line = data;

  g_free (line->text);
  g_free (line);
}

static void
array_free (gpointer data)
{
  g_array_unref (data);
}

static void
lines_free (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
set_font (TestBox                     *box,
          const PopplerTextAttributes *attributes)
{
  box->size = attributes->font_size;
  box->bold = strstr (attributes->font_name, "Bold") != NULL;
  box->italic = strstr (attributes->font_name, "Italic") != NULL;
  box->baseline = box->y2 - DESCENT * box->size;
}

static GArray *
read_boxes (PopplerPage *page,
            int          number)
{
  GArray           *boxes = g_array_new (FALSE, TRUE, sizeof (TestBox));
  PopplerRectangle *rectangles = NULL;
  guint             n = 0;
  GList            *attributes = poppler_page_get_text_attributes (page);
  GList            *at = attributes;

  poppler_page_get_text_layout (page, &rectangles, &n);
  for (guint i = 0; i < n; i++)
    {
      TestBox box = { number, rectangles[i].x1, rectangles[i].y1, rectangles[i].x2, rectangles[i].y2, 0 };

      while (at != NULL && ((PopplerTextAttributes *) at->data)->end_index < (int) i)
        at = at->next;
      if (at != NULL)
        set_font (&box, at->data);
      g_array_append_val (boxes, box);
    }
  poppler_page_free_text_attributes (attributes);
  g_free (rectangles);

  return boxes;
}

static void
extend (TestBox       *box,
        const TestBox *other,
        gboolean       first)
{
  if (first)
    {
      *box = *other;
      return;
    }
  box->x1 = MIN (box->x1, other->x1);
  box->x2 = MAX (box->x2, other->x2);
  box->y1 = MIN (box->y1, other->y1);
  box->y2 = MAX (box->y2, other->y2);
}

static GPtrArray *
make_lines (const char *text,
            GArray     *boxes)
{
  GPtrArray  *lines = g_ptr_array_new_with_free_func (line_free);
  guint       i = 0;
  const char *start = text;
  TestBox     box = { 0 };
  gboolean    first = TRUE;

  for (const char *p = text;; p = g_utf8_next_char (p), i++)
    {
      if (*p == '\n' || *p == '\0')
        {
          if (p > start)
            {
              TestLine *line = g_new0 (TestLine, 1);

              line->text = g_strndup (start, p - start);
              line->box = box;
              g_ptr_array_add (lines, line);
            }
          start = p + 1;
          first = TRUE;
          if (*p == '\0')
            return lines;
        }
      else if (i < boxes->len)
        {
          extend (&box, &g_array_index (boxes, TestBox, i), first);
          first = FALSE;
        }
    }
}

static void
read_page (TestPdf *self,
           int      number)
{
  PopplerPage *page = poppler_document_get_page (self->document, number);

  self->texts[number] = poppler_page_get_text (page);
  g_ptr_array_add (self->boxes, read_boxes (page, number));
  g_ptr_array_add (self->lines, make_lines (self->texts[number], g_ptr_array_index (self->boxes, number)));
  g_object_unref (page);
}

TestPdf *
test_pdf_new (const TosoPaper   *paper,
              const TosoProfile *profile)
{
  g_autoptr (TosoDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  TestPdf *self = g_new0 (TestPdf, 1);

  document = toso_document_new (paper, profile, &error);
  g_assert_no_error (error);
  self->bytes = toso_document_to_pdf (document, NULL, &error);
  g_assert_no_error (error);
  self->document = poppler_document_new_from_bytes (self->bytes, NULL, &error);
  g_assert_no_error (error);
  self->n_pages = poppler_document_get_n_pages (self->document);
  g_assert_cmpint (self->n_pages, ==, toso_document_get_n_pages (document));

  self->texts = g_new0 (char *, self->n_pages + 1);
  self->boxes = g_ptr_array_new_with_free_func (array_free);
  self->lines = g_ptr_array_new_with_free_func (lines_free);
  for (int i = 0; i < self->n_pages; i++)
    read_page (self, i);

  return self;
}

void
test_pdf_free (TestPdf *self)
{
  g_object_unref (self->document);
  g_bytes_unref (self->bytes);
  g_strfreev (self->texts);
  g_ptr_array_unref (self->boxes);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* Where @text, which has to be on one line, stands. */
gboolean
test_pdf_find (TestPdf    *self,
               int         page,
               const char *text,
               TestBox    *box)
{
  GArray     *boxes = g_ptr_array_index (self->boxes, page);
  const char *found = strstr (self->texts[page], text);
  glong       start, n;

  if (found == NULL)
    return FALSE;
  start = g_utf8_pointer_to_offset (self->texts[page], found);
  n = g_utf8_strlen (text, -1);
  for (glong i = start; i < start + n; i++)
    extend (box, &g_array_index (boxes, TestBox, i), i == start);

  return TRUE;
}

TestBox
test_pdf_get (TestPdf    *self,
              int         page,
              const char *text)
{
  TestBox box = { 0 };

  if (!test_pdf_find (self, page, text, &box))
    g_error ("“%s” is not on page %d:\n%s", text, page + 1, self->texts[page]);

  return box;
}

GArray *
test_pdf_find_rules (TestPdf *self,
                     int      page)
{
  PopplerPage *opened = poppler_document_get_page (self->document, page);
  GArray      *rules = toso_lint_find_rules (opened, 0, G_MAXDOUBLE);

  g_object_unref (opened);

  return rules;
}

/* NFC, every run of white space one space. */
char *
test_squeeze (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  GString         *squeezed = g_string_new (NULL);
  gboolean         space = FALSE;

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isspace (g_utf8_get_char (p)))
        {
          space = squeezed->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (squeezed, ' ');
      space = FALSE;
      g_string_append_unichar (squeezed, g_utf8_get_char (p));
    }

  return g_string_free (squeezed, FALSE);
}

char *
test_pdf_dup_text (TestPdf *self)
{
  GString *all = g_string_new (NULL);
  int      in_part = 0; /* pages so far of the paper, or of one of its annexes */

  for (int i = 0; i < self->n_pages; i++)
    {
      g_autofree char *text = test_squeeze (self->texts[i]);
      g_autofree char *number = g_strdup_printf ("%d ", in_part + 1);
      const char      *start = text;

      if (in_part > 0 && g_str_has_prefix (text, number))
        start += strlen (number);
      else
        in_part = 0;
      in_part++;
      g_string_append_printf (all, "%s%s", all->len > 0 ? " " : "", start);
    }

  return g_string_free (all, FALSE);
}

static void
append_line (GString    *all,
             const char *line)
{
  if (line != NULL)
    g_string_append_printf (all, "%s\n", line);
}

static void
append_lines (GString *all,
              GStrv    lines)
{
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    append_line (all, lines[i]);
}

static void
append_blocks (GString   *all,
               GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const TosoBlock *block = g_ptr_array_index (blocks, i);

      append_line (all, block->text);
      for (guint r = 0; block->rows != NULL && r < block->rows->len; r++)
        append_lines (all, g_ptr_array_index (block->rows, r));
    }
}

char *
test_paper_text (const TosoPaper *paper)
{
  g_autoptr (GString) all = g_string_new (NULL);

  append_line (all, paper->superior);
  append_lines (all, paper->agency);
  append_line (all, paper->nation != NULL ? paper->nation : "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  append_line (all, paper->motto != NULL ? paper->motto : "Độc lập - Tự do - Hạnh phúc");
  append_line (all, paper->number_line);
  append_line (all, paper->place_date);
  append_line (all, paper->kind);
  append_lines (all, paper->title);
  append_blocks (all, paper->blocks);
  append_line (all, paper->recipients_heading);
  append_lines (all, paper->recipients);
  append_lines (all, paper->signature);
  append_line (all, paper->signer);
  for (guint i = 0; i < paper->annexes->len; i++)
    {
      const TosoAnnex *annex = g_ptr_array_index (paper->annexes, i);

      append_line (all, annex->label);
      append_lines (all, annex->title);
      append_line (all, annex->reference);
      append_blocks (all, annex->blocks);
    }

  return test_squeeze (all->str);
}
