/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-pdf-text.h"

#include <glib/gi18n-lib.h>
#include <poppler.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-plan.h"
#include "exchange/toso-label-reader.h"
#include "exchange/toso-pdf-lines.h"
#include "exchange/toso-plan-reader.h"

#define MAX_PAGES 400
/* A scanned page may have as many lines of text, a signing program's. */
#define MAX_STAMP_LINES 3
#define SCANNED_SHARE   0.5 /* of the page, by its picture */

/* Points */
#define INDENT      6.0 /* 10 mm and 12.7 mm are the decree's; this is no chance */
#define CENTRED     40.0
#define APART       4.5  /* between paragraphs, over the usual line pitch */
#define PAGE_MARGIN 62.0 /* where page numbers stand */

typedef struct
{
  GPtrArray *lines;    /* of TosoPdfLine */
  GArray    *scanned;  /* of int, from 0: pages without text, but with a picture */
  int        n_unread; /* pages beyond the last that is read */
  double     left;     /* of the body's text */
  double     right;
  double     pitch; /* from line to line within a paragraph */
} Pages;

gboolean
toso_pdf_is_pdf (GBytes *content)
{
  gsize       length = 0;
  const char *bytes = g_bytes_get_data (content, &length);
  gsize       i;

  /* A few bytes may stand before the mark. */
  for (i = 0; i + 5 <= MIN (length, 1024); i++)
    if (memcmp (bytes + i, "%PDF-", 5) == 0)
      return TRUE;
  return FALSE;
}

static PopplerDocument *
open_document (GBytes     *bytes,
               const char *name,
               GError    **error)
{
  g_autoptr (GError) cause = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &cause);

  if (document != NULL)
    return document;
  if (g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                 _ ("The PDF “%s” is locked with a password. Save it again without one, or save the plan as text."), name);
  else
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                 _ ("The PDF “%s” is damaged and cannot be opened. Get the file again, or save the plan as text."), name);
  return NULL;
}

static gboolean
is_number (const char *text)
{
  gsize at = strspn (text, "- ");
  gsize digits = strspn (text + at, "0123456789");

  return digits > 0 && digits <= 3 && text[at + digits + strspn (text + at + digits, "- ")] == '\0';
}

/* Alone at the top or the bottom of a page (Decree 30/2020/NĐ-CP, Annex I,
 * Part I, I.5: in the top margin, centred) */
static void
drop_page_number (GPtrArray *lines,
                  double     height)
{
  TosoPdfLine *first;
  TosoPdfLine *last;

  if (lines->len == 0)
    return;
  first = g_ptr_array_index (lines, 0);
  if (is_number (first->text) && first->y2 < PAGE_MARGIN + first->size)
    g_ptr_array_remove_index (lines, 0);
  if (lines->len == 0)
    return;
  last = g_ptr_array_index (lines, lines->len - 1);
  if (is_number (last->text) && last->y1 > height - PAGE_MARGIN - last->size)
    g_ptr_array_remove_index (lines, lines->len - 1);
}

static gboolean
has_pictures (PopplerPage *page)
{
  GList   *images = poppler_page_get_image_mapping (page);
  gboolean has = images != NULL;

  poppler_page_free_image_mapping (images);
  return has;
}

static gboolean
has_large_picture (PopplerPage *page)
{
  GList   *images = poppler_page_get_image_mapping (page);
  gboolean has = FALSE;
  double   width = 0;
  double   height = 0;
  GList   *l;

  poppler_page_get_size (page, &width, &height);
  for (l = images; l != NULL; l = l->next)
    {
      const PopplerRectangle *area = &((const PopplerImageMapping *) l->data)->area;

      has = has || ABS ((area->x2 - area->x1) * (area->y2 - area->y1)) > width * height * SCANNED_SHARE;
    }
  poppler_page_free_image_mapping (images);
  return has;
}

static gboolean
is_scanned (PopplerPage *page,
            guint        n_lines)
{
  return n_lines == 0 ? has_pictures (page) : n_lines <= MAX_STAMP_LINES && has_large_picture (page);
}

static void
read_pages (PopplerDocument *document,
            Pages           *pages)
{
  int n_pages = MIN (poppler_document_get_n_pages (document), MAX_PAGES);
  int i;

  pages->n_unread = poppler_document_get_n_pages (document) - n_pages;
  for (i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      GPtrArray   *lines;
      double       height = 0;

      if (page == NULL)
        continue;
      poppler_page_get_size (page, NULL, &height);
      lines = toso_pdf_lines_read (page, i);
      drop_page_number (lines, height);
      if (is_scanned (page, lines->len))
        g_array_append_val (pages->scanned, i);
      g_ptr_array_extend_and_steal (pages->lines, lines);
      g_object_unref (page);
    }
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
quantile (GArray *values,
          double  share)
{
  if (values->len == 0)
    return 0;
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, (guint) ((values->len - 1) * share));
}

/* The edges of the text and the line pitch, by what most lines have */
static void
measure (Pages *pages)
{
  g_autoptr (GArray) lefts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) rights = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) pitches = g_array_new (FALSE, FALSE, sizeof (double));
  guint i;

  for (i = 0; i < pages->lines->len; i++)
    {
      const TosoPdfLine *line = g_ptr_array_index (pages->lines, i);
      const TosoPdfLine *before = i > 0 ? g_ptr_array_index (pages->lines, i - 1) : NULL;

      if (line->columns)
        continue;
      g_array_append_val (lefts, line->x1);
      g_array_append_val (rights, line->x2);
      if (before != NULL && before->page == line->page && line->y1 > before->y1)
        {
          double pitch = line->y1 - before->y1;

          g_array_append_val (pitches, pitch);
        }
    }
  pages->left = quantile (lefts, 0.03);
  pages->right = quantile (rights, 0.97);
  pages->pitch = quantile (pitches, 0.25);
}

/* Would the line's last word have been the last for want of room only? */
static gboolean
is_full (const Pages       *pages,
         const TosoPdfLine *line,
         const TosoPdfLine *next)
{
  return line->x2 + line->size * 0.15 + next->first_width > pages->right - 1;
}

static gboolean
goes_on (const Pages       *pages,
         const TosoPdfLine *line,
         const TosoPdfLine *next)
{
  if (toso_is_bullet (next->text) || toso_label_read (next->text).kind != TOSO_LABEL_NONE)
    return FALSE;
  if (line->columns || next->columns || !is_full (pages, line, next))
    return FALSE;
  if (next->x1 > pages->left + INDENT)
    return FALSE;
  if (line->x1 > pages->left + CENTRED + INDENT)
    return FALSE;
  if (ABS (line->size - next->size) > line->size * 0.2)
    return FALSE;
  if (line->page == next->page && next->y1 - line->y1 > pages->pitch + APART)
    return FALSE;
  return TRUE;
}

static char *
join_lines (const Pages *pages)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < pages->lines->len && text->len < TOSO_PLAN_MAX_BYTES; i++)
    {
      const TosoPdfLine *line = g_ptr_array_index (pages->lines, i);
      const TosoPdfLine *before = i > 0 ? g_ptr_array_index (pages->lines, i - 1) : NULL;

      if (before != NULL)
        g_string_append_c (text, goes_on (pages, before, line) ? ' ' : '\n');
      g_string_append (text, line->text);
    }
  if (text->len > 0)
    g_string_append_c (text, '\n');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The line of the text at which @page would begin */
static guint
line_of_page (const Pages *pages,
              int          page)
{
  guint number = 1;
  guint i;

  for (i = 0; i + 1 < pages->lines->len && ((const TosoPdfLine *) g_ptr_array_index (pages->lines, i))->page < page; i++)
    {
      const TosoPdfLine *line = g_ptr_array_index (pages->lines, i);
      const TosoPdfLine *next = g_ptr_array_index (pages->lines, i + 1);

      number += !goes_on (pages, line, next);
    }
  return number;
}

static void
add_remark (GPtrArray *remarks,
            guint      line,
            char      *message)
{
  TosoRemark *remark = g_new0 (TosoRemark, 1);

  remark->line = line;
  remark->message = message;
  g_ptr_array_add (remarks, remark);
}

/* Pages that hold no text: told, never passed over. */
static void
remark_pages (const Pages *pages,
              GPtrArray   *remarks)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint i;

  for (i = 0; i < pages->scanned->len; i++)
    g_string_append_printf (numbers, i > 0 ? ", %d" : "%d", g_array_index (pages->scanned, int, i) + 1);
  if (pages->scanned->len > 0)
    add_remark (remarks, line_of_page (pages, g_array_index (pages->scanned, int, 0)),
                g_strdup_printf (_ ("Page %s of the PDF is only a picture, and no text could be read from it. Enter what it says by hand, or use the PDF made from Word."),
                                 numbers->str));
  if (pages->n_unread > 0)
    add_remark (remarks, line_of_page (pages, G_MAXINT),
                g_strdup_printf (_ ("Only the first %d pages of the PDF were read. Save the plan's own pages as a PDF of their own."),
                                 MAX_PAGES));
}

char *
toso_pdf_text_read (GBytes       *bytes,
                    const char   *name,
                    GPtrArray    *remarks,
                    GCancellable *cancellable,
                    GError      **error)
{
  PopplerDocument *document = open_document (bytes, name, error);
  Pages            pages = { 0 };
  char            *text = NULL;

  if (document == NULL)
    return NULL;

  pages.lines = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_pdf_line_free);
  pages.scanned = g_array_new (FALSE, FALSE, sizeof (int));
  read_pages (document, &pages);
  g_object_unref (document);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_ptr_array_unref (pages.lines);
      g_array_unref (pages.scanned);
      return NULL;
    }

  toso_pdf_tables_fold (pages.lines);
  measure (&pages);
  if (pages.lines->len > 0)
    {
      text = join_lines (&pages);
      remark_pages (&pages, remarks);
    }
  else if (pages.scanned->len > 0)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                 _ ("The PDF “%s” has only scanned pictures and no text. Use the PDF made from Word, or save the plan as text."), name);
  else
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                 _ ("The PDF “%s” has no text. Use the PDF made from Word, or save the plan as text."), name);
  g_ptr_array_unref (pages.lines);
  g_array_unref (pages.scanned);

  return text;
}
