/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-signed-copy.h"

#include <cairo-pdf.h>
#include <stdlib.h>
#include <string.h>

#include "core/toso-text.h"
#include "document/toso-lint-pdf-private.h"

#define HEAD_SHARE 0.28 /* of the first page: number and date stand above it */

/* Decree 30/2020/NĐ-CP, Annex I, Part I, II.3 and II.4; spaces left out, as a
 * stamp stands where spaces were. */
#define NUMBER_PATTERN "^Số:(\\d+\\p{Ll}?)?/([\\p{Lu}\\d][\\p{Lu}\\d&./-]*)"
#define DATE_PATTERN   "^([^,]{1,60},)?ngày(\\d{1,2})tháng(\\d{1,2})năm(\\d{4})$"

#define ROW_GAP 5.0 /* points between rows; a stamp stands a little off its line */

typedef struct
{
  gunichar character;
  gboolean right; /* of the head's two columns */
  double   x;
  double   y;
} Letter;

void
toso_paper_mark_clear (TosoPaperMark *mark)
{
  g_clear_pointer (&mark->number, g_free);
  g_clear_pointer (&mark->symbol, g_free);
  mark->date = (TosoDate){ 0 };
}

void
toso_copy_change_free (TosoCopyChange *change)
{
  if (change == NULL)
    return;
  g_free (change->text);
  g_free (change);
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* The page with what signing put on top of it as one text: Poppler reads no
 * text out of annotations. */
static PopplerDocument *
flatten (PopplerPage *page)
{
  GByteArray      *pdf = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t         *cr;
  double           width, height;

  poppler_page_get_size (page, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (append_cb, pdf, width, height);
  cr = cairo_create (surface);
  /* What replaces it in newer Poppler is not in 22.12. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  poppler_page_render_for_printing_with_options (page, cr, POPPLER_PRINT_ALL);
  G_GNUC_END_IGNORE_DEPRECATIONS
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  {
    g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (pdf);

    return poppler_document_new_from_bytes (bytes, NULL, NULL);
  }
}

static int
compare_doubles (double a,
                 double b)
{
  return a < b ? -1 : a > b;
}

static int
compare_heights (gconstpointer a,
                 gconstpointer b)
{
  const Letter *left = a;
  const Letter *right = b;

  return left->right != right->right ? left->right - right->right : compare_doubles (left->y, right->y);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  return compare_doubles (((const Letter *) a)->x, ((const Letter *) b)->x);
}

static GArray *
read_letters (PopplerPage *page)
{
  GArray           *letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  g_autofree char  *text = poppler_page_get_text (page);
  PopplerRectangle *boxes = NULL;
  guint             n_boxes = 0;
  guint             i = 0;
  double            width, height;

  poppler_page_get_size (page, &width, &height);
  poppler_page_get_text_layout (page, &boxes, &n_boxes);
  for (const char *p = text; p != NULL && *p != '\0' && i < n_boxes; p = g_utf8_next_char (p), i++)
    {
      Letter letter = { g_utf8_get_char (p), boxes[i].x1 > width / 2, boxes[i].x1, (boxes[i].y1 + boxes[i].y2) / 2 };

      if (!g_unichar_isspace (letter.character) && letter.y < height * HEAD_SHARE)
        g_array_append_val (letters, letter);
    }
  g_free (boxes);
  g_array_sort (letters, compare_heights);

  return letters;
}

/* The head by its rows, those of the left column first, without spaces:
 * however the blanks part its lines, and wherever in the file a stamp is. */
static GPtrArray *
read_head (PopplerPage *page)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) letters = read_letters (page);
  guint next;

  for (guint first = 0; first < letters->len; first = next)
    {
      Letter *row = &g_array_index (letters, Letter, first);
      g_autoptr (GString) text = g_string_new (NULL);

      for (next = first + 1; next < letters->len; next++)
        {
          const Letter *letter = &g_array_index (letters, Letter, next);

          if (letter->right != row->right || letter->y - g_array_index (letters, Letter, next - 1).y > ROW_GAP)
            break;
        }
      qsort (row, next - first, sizeof (Letter), compare_places);
      for (guint i = first; i < next; i++)
        g_string_append_unichar (text, g_array_index (letters, Letter, i).character);
      g_ptr_array_add (rows, toso_text_normalize (text->str));
    }

  return rows;
}

static GMatchInfo *
match (const char *pattern,
       const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
  GMatchInfo *found = NULL;

  g_regex_match (regex, text, 0, &found);

  return found;
}

static void
read_number (TosoPaperMark *mark,
             const char    *text)
{
  g_autoptr (GMatchInfo) found = match (NUMBER_PATTERN, text);

  if (!g_match_info_matches (found) || mark->symbol != NULL)
    return;
  mark->number = g_match_info_fetch (found, 1);
  mark->symbol = g_match_info_fetch (found, 2);
  if (*mark->number == '\0')
    g_clear_pointer (&mark->number, g_free);
}

static void
read_date (TosoPaperMark *mark,
           const char    *text)
{
  g_autoptr (GMatchInfo) found = match (DATE_PATTERN, text);
  g_autofree char *day = NULL;
  g_autofree char *month = NULL;
  g_autofree char *year = NULL;
  TosoDate         date;

  if (!g_match_info_matches (found))
    return;
  day = g_match_info_fetch (found, 2);
  month = g_match_info_fetch (found, 3);
  year = g_match_info_fetch (found, 4);
  date = (TosoDate){ (gint16) atoi (year), (gint8) atoi (month), (gint8) atoi (day) };
  if (toso_date_is_valid (date))
    mark->date = date;
}

static void
read_mark (TosoPaperMark   *mark,
           PopplerDocument *document)
{
  PopplerPage *page = poppler_document_get_page (document, 0);
  g_autoptr (GPtrArray) rows = page != NULL ? read_head (page) : g_ptr_array_new ();
  gboolean has_date = FALSE;

  g_clear_object (&page);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *row = rows->pdata[i];

      read_number (mark, row);
      /* The first that is there, filled in or not. */
      if (!has_date && strstr (row, "ngày") != NULL && strstr (row, "tháng") != NULL)
        {
          has_date = TRUE;
          read_date (mark, row);
        }
    }
}

gboolean
toso_paper_mark_read (TosoPaperMark *mark,
                      GBytes        *pdf,
                      const char    *name,
                      GError       **error)
{
  PopplerDocument *document;
  PopplerDocument *flat;
  PopplerPage     *page;

  g_return_val_if_fail (mark != NULL && pdf != NULL && name != NULL, FALSE);

  *mark = (TosoPaperMark){ 0 };
  document = toso_lint_open_pdf (pdf, name, error);
  if (document == NULL)
    return FALSE;
  page = poppler_document_get_n_pages (document) > 0 ? poppler_document_get_page (document, 0) : NULL;
  flat = page != NULL ? flatten (page) : NULL;
  if (flat != NULL)
    read_mark (mark, flat);
  g_clear_object (&flat);
  g_clear_object (&page);
  g_object_unref (document);

  return TRUE;
}

/* A row of the head as it is compared */
static char *
drop_mark (const char *row)
{
  g_autoptr (GRegex) number = g_regex_new ("^Số:(\\d+\\p{Ll}?)?/", 0, 0, NULL);
  g_autoptr (GRegex) date = g_regex_new ("ngày\\d*tháng\\d*năm(\\d{4})?$", 0, 0, NULL);
  g_autofree char *without_number = g_regex_replace_literal (number, row, -1, 0, "Số: /", 0, NULL);

  return g_regex_replace_literal (date, without_number, -1, 0, " ngày tháng năm", 0, NULL);
}

typedef struct
{
  GPtrArray *lines; /* of char *, NULL at the end */
  GArray    *pages; /* of guint */
} Lines;

static void
add_line (Lines *lines,
          char  *text,
          guint  page)
{
  g_ptr_array_add (lines->lines, text);
  g_array_append_val (lines->pages, page);
}

static void
add_head (Lines           *lines,
          PopplerDocument *document)
{
  PopplerPage *page = poppler_document_get_page (document, 0);
  g_autoptr (GPtrArray) rows = page != NULL ? read_head (page) : g_ptr_array_new ();

  g_clear_object (&page);
  for (guint i = 0; i < rows->len; i++)
    add_line (lines, drop_mark (rows->pdata[i]), 1);
}

static gboolean
read_lines (Lines      *lines,
            GBytes     *pdf,
            const char *name,
            GError    **error)
{
  PopplerDocument *document = toso_lint_open_pdf (pdf, name, error);
  g_autoptr (GPtrArray) pages = NULL;

  lines->lines = g_ptr_array_new_with_free_func (g_free);
  lines->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  if (document == NULL)
    return FALSE;
  pages = toso_lint_read_pages (document);
  add_head (lines, document);
  g_object_unref (document);
  for (guint p = 0; p < pages->len; p++)
    {
      const TosoLintPage *page = pages->pdata[p];

      for (guint i = 0; i < page->lines->len; i++)
        {
          const TosoLintLine *line = page->lines->pdata[i];

          if (page->number > 1 || (line->y1 + line->y2) / 2 >= page->height * HEAD_SHARE)
            add_line (lines, toso_text_squeeze (line->text), page->number);
        }
    }
  g_ptr_array_add (lines->lines, NULL);

  return TRUE;
}

static void
lines_clear (Lines *lines)
{
  g_clear_pointer (&lines->lines, g_ptr_array_unref);
  g_clear_pointer (&lines->pages, g_array_unref);
}

static void
add_changes (GPtrArray   *changes,
             const Lines *before,
             const Lines *after)
{
  g_autoptr (GArray) diff = toso_diff_paragraphs ((const char *const *) before->lines->pdata, (const char *const *) after->lines->pdata);

  for (guint i = 0; i < diff->len; i++)
    {
      const TosoDiffLine *line = &g_array_index (diff, TosoDiffLine, i);
      gboolean            added = line->kind == TOSO_DIFF_ADDED;
      const Lines        *from = added ? after : before;
      guint               index = added ? line->new_index : line->old_index;
      TosoCopyChange     *change;

      if (line->kind == TOSO_DIFF_SAME)
        continue;
      change = g_new0 (TosoCopyChange, 1);
      change->added = added;
      change->page = g_array_index (from->pages, guint, index);
      change->text = g_strdup (from->lines->pdata[index]);
      g_ptr_array_add (changes, change);
    }
}

GPtrArray *
toso_signed_copy_compare (GBytes       *original,
                          GBytes       *copy,
                          const char   *name,
                          GCancellable *cancellable,
                          GError      **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_copy_change_free);
  Lines    before = { 0 };
  Lines    after = { 0 };
  gboolean is_read;

  g_return_val_if_fail (original != NULL && copy != NULL && name != NULL, NULL);

  is_read = read_lines (&before, original, name, error) &&
            !g_cancellable_set_error_if_cancelled (cancellable, error) &&
            read_lines (&after, copy, name, error) &&
            !g_cancellable_set_error_if_cancelled (cancellable, error);
  if (is_read)
    add_changes (changes, &before, &after);
  lines_clear (&before);
  lines_clear (&after);

  return is_read ? g_steal_pointer (&changes) : NULL;
}
