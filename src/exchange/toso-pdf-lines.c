/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-pdf-lines.h"

#include <math.h>
#include <string.h>

#include "core/toso-text.h"

/* Poppler's own order of a page is made for columns of prose.  An official
 * paper's head and foot are two columns that belong together line by line, so
 * that the lines are put together here from where the words stand. */

#define MAX_PAGE_LETTERS 200000

/* Shares of the size of the letters */
#define SPACE_WIDTH 0.25 /* of Times */
#define WIDE_GAP    0.65 /* no word of a short line stands so far from the next */
#define COLUMN_GAP  1.3  /* nor one of a justified line */
#define CELL_GAP    0.45 /* between the cells of a table, where nothing is justified */
#define SAME_LINE   0.5
#define SLOPE       0.2 /* of the words of one line */

/* No line of a paper has more words; the work on one that has stays small. */
#define MAX_LINE_WORDS 300

typedef struct
{
  GString *text;
  double   x1;
  double   x2;
  double   y1;
  double   y2;
  double   size; /* of the font */
} Word;

void
toso_pdf_line_free (TosoPdfLine *line)
{
  if (line == NULL)
    return;

  g_free (line->text);
  g_array_unref (line->pieces);
  g_free (line);
}

static void
piece_clear (TosoPdfPiece *piece)
{
  g_free (piece->text);
}

TosoPdfLine *
toso_pdf_line_new (const char *text)
{
  TosoPdfLine *line = g_new0 (TosoPdfLine, 1);

  line->text = toso_text_compose (text, strlen (text));
  line->pieces = g_array_new (FALSE, FALSE, sizeof (TosoPdfPiece));
  g_array_set_clear_func (line->pieces, (GDestroyNotify) piece_clear);
  return line;
}

static void
word_free (Word *word)
{
  g_string_free (word->text, TRUE);
  g_free (word);
}

static gboolean
is_space (gunichar letter)
{
  return letter == '\n' || letter == 0xa0 || g_unichar_isspace (letter);
}

/* A letter that does not stand just after the word begins another one. */
static gboolean
belongs (const Word             *word,
         const PopplerRectangle *box)
{
  double height = word->y2 - word->y1;

  return fabs ((box->y1 + box->y2) / 2 - (word->y1 + word->y2) / 2) < height * SAME_LINE &&
         box->x1 > word->x1 - height && box->x1 - word->x2 < height * 0.6;
}

static void
add_letter (Word                   *word,
            gunichar                letter,
            const PopplerRectangle *box)
{
  g_string_append_unichar (word->text, letter);
  word->x2 = MAX (word->x2, box->x2);
  word->y1 = MIN (word->y1, box->y1);
  word->y2 = MAX (word->y2, box->y2);
}

/* The size of the font that letter @i is set in; the list is in the letters'
 * order. */
static double
font_size_at (GList                 **attributes,
              guint                   i,
              const PopplerRectangle *box)
{
  const PopplerTextAttributes *here;

  while (*attributes != NULL && (*attributes)->next != NULL &&
         ((const PopplerTextAttributes *) (*attributes)->data)->end_index < (int) i)
    *attributes = (*attributes)->next;
  here = *attributes != NULL ? (*attributes)->data : NULL;
  return here != NULL && here->font_size > 1 ? here->font_size : box->y2 - box->y1;
}

static GPtrArray *
read_words (PopplerPage *page)
{
  GPtrArray        *words = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);
  g_autofree char  *text = poppler_page_get_text (page);
  GList            *attributes = poppler_page_get_text_attributes (page);
  GList            *attribute = attributes;
  PopplerRectangle *boxes = NULL;
  guint             n_boxes = 0;
  Word             *word = NULL;
  const char       *p;
  guint             i = 0;

  if (text == NULL || !poppler_page_get_text_layout (page, &boxes, &n_boxes))
    {
      poppler_page_free_text_attributes (attributes);
      return words;
    }

  for (p = text; *p != '\0' && i < MIN (n_boxes, MAX_PAGE_LETTERS); p = g_utf8_next_char (p), i++)
    {
      gunichar letter = g_utf8_get_char (p);

      if (is_space (letter))
        {
          word = NULL;
          continue;
        }
      if (word == NULL || !belongs (word, &boxes[i]))
        {
          word = g_new0 (Word, 1);
          word->text = g_string_new (NULL);
          word->x1 = boxes[i].x1;
          word->x2 = boxes[i].x2;
          word->y1 = boxes[i].y1;
          word->y2 = boxes[i].y2;
          word->size = font_size_at (&attribute, i, &boxes[i]);
          g_ptr_array_add (words, word);
        }
      add_letter (word, letter, &boxes[i]);
    }
  g_free (boxes);
  poppler_page_free_text_attributes (attributes);
  return words;
}

static double
middle (const Word *word)
{
  return (word->y1 + word->y2) / 2;
}

static int
compare_down (gconstpointer a,
              gconstpointer b)
{
  const Word *left = *(const Word *const *) a;
  const Word *right = *(const Word *const *) b;

  if (middle (left) != middle (right))
    return middle (left) < middle (right) ? -1 : 1;
  return left->x1 < right->x1 ? -1 : left->x1 > right->x1;
}

static int
compare_across (gconstpointer a,
                gconstpointer b)
{
  const Word *left = *(const Word *const *) a;
  const Word *right = *(const Word *const *) b;

  return left->x1 < right->x1 ? -1 : left->x1 > right->x1;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* What the gaps of a line have in common, be it justified or not: most are
 * between words. */
static double
usual_gap (const Word *const *words,
           guint              n_words)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));
  guint i;

  for (i = 1; i < n_words; i++)
    {
      double gap = words[i]->x1 - words[i - 1]->x2;

      g_array_append_val (gaps, gap);
    }
  if (gaps->len == 0)
    return 0;
  g_array_sort (gaps, compare_doubles);
  return g_array_index (gaps, double, (gaps->len - 1) / 4);
}

/* How many spaces a gap stands for.  A justified line widens all by the same:
 * two spaces are twice as wide there. */
static guint
count_spaces (double gap,
              double usual,
              double size,
              guint  n_words)
{
  if (gap > MAX (size * WIDE_GAP, usual * 2.4))
    return CLAMP ((guint) lround (gap / (size * SPACE_WIDTH)), 3, 60);
  if (n_words >= 5 && gap > usual * 1.75 && gap > size * SPACE_WIDTH * 1.75)
    return 2;
  return 1;
}

/* What a table's cell may hold: words no farther apart than words are. */
static void
add_pieces (TosoPdfLine       *line,
            const Word *const *words,
            guint              n_words)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TosoPdfPiece piece = { NULL };
  guint        i;

  for (i = 0; i < n_words; i++)
    {
      if (text->len == 0)
        {
          piece.x1 = words[i]->x1;
          piece.y = middle (words[i]);
        }
      else
        {
          g_string_append_c (text, ' ');
        }
      g_string_append (text, words[i]->text->str);
      piece.x2 = words[i]->x2;
      if (i + 1 < n_words && words[i + 1]->x1 - words[i]->x2 < line->size * CELL_GAP)
        continue;
      piece.text = toso_text_compose (text->str, text->len);
      g_array_append_val (line->pieces, piece);
      g_string_truncate (text, 0);
    }
}

/* A gap wider than words need is kept, with about as many spaces: the dots of
 * "ngày      tháng" that are filled in later. */
static TosoPdfLine *
make_line (const Word *const *words,
           guint              n_words,
           int                page)
{
  TosoPdfLine *line = NULL;
  g_autoptr (GString) text = g_string_new (words[0]->text->str);
  double   size = words[0]->size;
  double   usual = usual_gap (words, n_words);
  gboolean columns = FALSE;
  guint    i;

  for (i = 1; i < n_words; i++)
    {
      double gap = words[i]->x1 - words[i - 1]->x2;
      guint  spaces = count_spaces (gap, usual, words[i]->size, n_words);

      columns = columns || (spaces > 2 && gap > size * COLUMN_GAP);
      for (; spaces > 0; spaces--)
        g_string_append_c (text, ' ');
      g_string_append (text, words[i]->text->str);
    }

  line = toso_pdf_line_new (text->str);
  line->page = page;
  line->columns = columns;
  line->x1 = words[0]->x1;
  line->x2 = words[n_words - 1]->x2;
  line->y1 = words[0]->y1;
  line->y2 = words[0]->y2;
  line->first_width = words[0]->x2 - words[0]->x1;
  line->size = size;
  for (i = 1; i < n_words; i++)
    {
      line->y1 = MIN (line->y1, words[i]->y1);
      line->y2 = MAX (line->y2, words[i]->y2);
    }
  add_pieces (line, words, n_words);

  return line;
}

/* Cells that are centred from top to bottom stand half a line below those
 * beside them: by what is close to what, their lines would be all one.  Words
 * of a line stand beside each other. */
static gboolean
stands_below (const Word *const *words,
              guint              n_words,
              const Word        *word)
{
  guint i;

  if (n_words > MAX_LINE_WORDS)
    return FALSE;
  for (i = 0; i < n_words; i++)
    if (middle (word) - middle (words[i]) > word->size * SLOPE && word->x1 < words[i]->x2 && words[i]->x1 < word->x2)
      return TRUE;
  return FALSE;
}

GPtrArray *
toso_pdf_lines_read (PopplerPage *page,
                     int          number)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_pdf_line_free);
  g_autoptr (GPtrArray) words = read_words (page);
  guint first = 0;
  guint i;

  g_ptr_array_sort (words, compare_down);
  for (i = 1; i <= words->len; i++)
    {
      const Word *before = g_ptr_array_index (words, i - 1);
      const Word *word = i < words->len ? g_ptr_array_index (words, i) : NULL;
      double      size = MIN (before->y2 - before->y1, word != NULL ? word->y2 - word->y1 : G_MAXDOUBLE);

      if (word != NULL && middle (word) - middle (before) < size * SAME_LINE &&
          !stands_below ((const Word *const *) (words->pdata + first), i - first, word))
        continue;
      qsort (words->pdata + first, i - first, sizeof (gpointer), compare_across);
      g_ptr_array_add (lines, make_line ((const Word *const *) (words->pdata + first), i - first, number));
      first = i;
    }
  return lines;
}
