/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-figure-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/toso-table-words.h"

/* A row a village, a column or two an indicator. */

#define NONE        G_MAXUINT
#define MAX_HEAD    8 /* rows of a head */
#define MAX_COLUMNS 300

typedef enum {
  PART_NONE,
  PART_NUMERATOR,
  PART_DENOMINATOR,
} Part;

typedef struct
{
  char    *head;    /* plain words of all that stands above */
  char    *last;    /* of the lowest line */
  gboolean ignored; /* a ratio, an accumulated figure, the ordinals */
  gboolean used;
} Column;

typedef struct
{
  TosoFigureReading   *reading;
  const TosoWorksheet *sheet;
  guint                name_column;
  guint                first_row; /* of villages */
  guint                head_row;
  Column              *columns;
  guint                n_columns;
  guint               *numerators; /* one an asked figure; NONE */
  guint               *denominators;
} Matrix;

/* --- where it stands --- */

static gboolean
find_names (Matrix *matrix)
{
  guint most = 0;

  for (guint column = 0; column < matrix->n_columns; column++)
    {
      guint n = 0;
      guint first = NONE;

      for (guint row = 0; row < matrix->sheet->rows->len; row++)
        if (toso_figure_find_village (matrix->reading, toso_worksheet_get_text (matrix->sheet, row, column)) != NONE)
          {
            n++;
            first = MIN (first, row);
          }
      if (n > most)
        {
          most = n;
          matrix->name_column = column;
          matrix->first_row = first;
        }
    }

  return most > 0;
}

static guint
count_texts (const Matrix *matrix,
             guint         row)
{
  const char *before = "";
  guint       n = 0;

  for (guint column = 0; column < matrix->n_columns; column++)
    {
      const char *text = toso_worksheet_get_text (matrix->sheet, row, column);

      n += *text != '\0' && !g_str_equal (text, before);
      if (*text != '\0')
        before = text;
    }

  return n;
}

/* A title runs over the whole width: it is no head. */
static void
find_head (Matrix *matrix)
{
  guint row = matrix->first_row;

  while (row > 0 && matrix->first_row - row < MAX_HEAD && count_texts (matrix, row - 1) >= 2)
    row--;
  matrix->head_row = row;
}

static gboolean
is_ratio (const char *last)
{
  static const char *const words[] = { "ty le", "ti le", "phan tram", NULL };

  return toso_words_has_any (last, words);
}

static void
read_heads (Matrix *matrix)
{
  for (guint i = 0; i < matrix->n_columns; i++)
    {
      Column          *column = &matrix->columns[i];
      g_autofree char *head = toso_words_join_head (matrix->sheet, matrix->head_row, matrix->first_row, i);

      column->head = toso_words_plain (head);
      column->last = g_strdup ("");
      for (guint row = matrix->first_row; row-- > matrix->head_row && *column->last == '\0';)
        {
          g_free (column->last);
          column->last = toso_words_plain (toso_worksheet_get_text (matrix->sheet, row, i));
          /* The row of the columns' numbers: "(1)", "(2)", "3=2/1". */
          if (strspn (column->last, "0123456789 ") == strlen (column->last))
            *column->last = '\0';
        }
      column->ignored = i == matrix->name_column || toso_words_is_ordinal (column->last) || is_ratio (column->last) ||
                        toso_words_has (column->head, "luy ke");
    }
}

/* --- which column is which --- */

static gboolean
has_name (const char *plain,
          const char *name)
{
  g_autofree char *words = toso_words_plain (name);

  return strlen (words) >= 2 && toso_words_has (plain, words);
}

/* Of another group of the same indicator. */
static gboolean
is_of_other_group (const Matrix          *matrix,
                   const Column          *column,
                   const TosoAskedFigure *asked)
{
  const TosoFigureForm *form = matrix->reading->form;

  if (*asked->group != '\0')
    return !has_name (column->head, asked->group);
  for (guint i = 0; i < form->n_asked; i++)
    if (form->asked[i].indicator_id == asked->indicator_id && *form->asked[i].group != '\0' &&
        has_name (column->head, form->asked[i].group))
      return TRUE;

  return FALSE;
}

static guint
rate_name (const Column          *column,
           const TosoAskedFigure *asked)
{
  g_autofree char *name = toso_words_plain (asked->name);

  if (has_name (column->head, asked->code))
    return 100;
  if (strlen (name) >= 4 && toso_words_has (column->head, name))
    return 80;
  /* Shortened by the office, but still telling. */
  if (strlen (column->last) >= 10 && toso_words_has (name, column->last))
    return 40;

  return 0;
}

static gboolean
says_whole (const Column          *column,
            const TosoAskedFigure *asked)
{
  static const char *const words[] = { "tong so", "mau so", "tren tong so", "tong", NULL };

  if (strlen (asked->denominator_name) >= 4 && has_name (column->last, asked->denominator_name) &&
      !has_name (column->last, asked->numerator_name))
    return TRUE;

  return toso_words_has_any (column->last, words) && !has_name (column->last, asked->numerator_name);
}

static guint
rate (const Matrix          *matrix,
      const Column          *column,
      const TosoAskedFigure *asked,
      Part                   part)
{
  guint rating;

  if (column->ignored || *column->head == '\0' || is_of_other_group (matrix, column, asked))
    return 0;

  rating = rate_name (column, asked);
  if (part == PART_DENOMINATOR)
    {
      if (!asked->has_denominator)
        return 0;
      if (rating > 0)
        return says_whole (column, asked) ? rating + 20 : 0;
      return strlen (asked->denominator_name) >= 4 && has_name (column->head, asked->denominator_name) &&
                 !has_name (column->head, asked->numerator_name)
               ? 50
               : 0;
    }

  if (rating > 0)
    return asked->has_denominator && says_whole (column, asked) ? rating - 30 : rating;
  return strlen (asked->numerator_name) >= 4 && has_name (column->head, asked->numerator_name) ? 60 : 0;
}

/* The best one, if it is the only best. */
static guint
find_column (const Matrix          *matrix,
             const TosoAskedFigure *asked,
             Part                   part,
             guint                  but,
             guint                 *best)
{
  guint found = NONE;

  *best = 0;
  for (guint i = 0; i < matrix->n_columns; i++)
    {
      guint rating = i == but ? 0 : rate (matrix, &matrix->columns[i], asked, part);

      if (rating > *best)
        {
          *best = rating;
          found = i;
        }
      else if (rating == *best && rating > 0)
        found = NONE;
    }

  return found;
}

/* Two figures can't be read from one column: the one that it fits better. */
static void
choose_columns (Matrix *matrix)
{
  const TosoFigureForm *form = matrix->reading->form;
  g_autofree guint     *ratings = g_new0 (guint, form->n_asked + 1);

  for (guint i = 0; i < form->n_asked; i++)
    matrix->numerators[i] = find_column (matrix, &form->asked[i], PART_NUMERATOR, NONE, &ratings[i]);
  for (guint i = 0; i < form->n_asked; i++)
    for (guint j = 0; j < form->n_asked && matrix->numerators[i] != NONE; j++)
      if (i != j && matrix->numerators[i] == matrix->numerators[j])
        {
          gboolean even = ratings[i] == ratings[j];

          if (even || ratings[i] < ratings[j])
            matrix->numerators[i] = NONE;
          if (even)
            matrix->numerators[j] = NONE;
        }

  for (guint i = 0; i < form->n_asked; i++)
    {
      guint rating;

      matrix->denominators[i] = matrix->numerators[i] != NONE ? find_column (matrix, &form->asked[i], PART_DENOMINATOR,
                                                                             matrix->numerators[i], &rating)
                                                              : NONE;
      if (matrix->numerators[i] != NONE)
        matrix->columns[matrix->numerators[i]].used = TRUE;
      if (matrix->denominators[i] != NONE)
        matrix->columns[matrix->denominators[i]].used = TRUE;
    }
}

static gboolean
has_used (const Matrix *matrix)
{
  for (guint i = 0; i < matrix->reading->form->n_asked; i++)
    if (matrix->numerators[i] != NONE)
      return TRUE;

  return FALSE;
}

/* Never dropped in silence. */
static void
list_unknown (Matrix *matrix)
{
  for (guint i = 0; i < matrix->n_columns; i++)
    {
      const Column *column = &matrix->columns[i];

      if (!column->used && !column->ignored && *column->head != '\0' && matrix->first_row > 0)
        {
          guint row = matrix->first_row - 1;

          while (row > matrix->head_row && *toso_worksheet_get_text (matrix->sheet, row, i) == '\0')
            row--;
          toso_figure_problem (matrix->reading, matrix->sheet, row, i, "column",
                               _ ("Nothing was taken from this column: it is none that the report asks for."));
        }
    }
}

/* --- the period it says --- */

/* "thang 3 nam 2026", "thang 3 2026"; not of a day: "ngay 14 thang 3 nam 2026". */
static gboolean
read_month (const char *plain,
            TosoPeriod *period)
{
  for (const char *at = strstr (plain, "thang "); at != NULL; at = strstr (at + 1, "thang "))
    {
      char   *end;
      guint64 month = g_ascii_strtoull (at + 6, &end, 10);
      guint64 year;

      while (*end == ' ')
        end++;
      if (g_str_has_prefix (end, "nam "))
        end += 4;
      year = g_ascii_strtoull (end, NULL, 10);
      if (month < 1 || month > 12 || year < 1900 || year > 9998 || (at > plain && at[-1] != ' '))
        continue;
      /* What stands before: a day? */
      if (at - plain >= 2 && g_ascii_isdigit (at[-2]))
        continue;
      *period = (TosoPeriod){ TOSO_PERIOD_MONTH, (int) year, (int) month };
      return TRUE;
    }

  return FALSE;
}

static gboolean
says_other_period (Matrix *matrix,
                   guint  *row,
                   guint  *column)
{
  TosoPeriod asked = matrix->reading->form->period;
  TosoPeriod said;

  if (asked.kind != TOSO_PERIOD_MONTH)
    return FALSE;
  for (*row = 0; *row < matrix->head_row; (*row)++)
    for (*column = 0; *column < matrix->n_columns; (*column)++)
      {
        g_autofree char *plain = toso_words_plain (toso_worksheet_get_text (matrix->sheet, *row, *column));

        if (read_month (plain, &said))
          return !toso_period_equal (said, asked);
      }

  return FALSE;
}

/* --- rows --- */

static void
read_figure (Matrix            *matrix,
             guint              row,
             const TosoVillage *village,
             guint              index)
{
  const TosoAskedFigure *asked = &matrix->reading->form->asked[index];
  guint                  at = matrix->numerators[index];
  guint                  whole_at = matrix->denominators[index];
  TosoFigure             numerator, denominator = TOSO_FIGURE_MISSING;

  if (at == NONE)
    return;
  if (!toso_figure_read_number (matrix->reading, matrix->sheet, row, at, asked, &numerator))
    return;
  if (whole_at != NONE && !toso_figure_read_number (matrix->reading, matrix->sheet, row, whole_at, asked, &denominator))
    return;
  /* Nothing there: not reported, which takes nothing back.  A whole alone is
   * what the office filled in before. */
  if (numerator.known)
    toso_figure_add (matrix->reading, matrix->sheet, row, at, asked, village->id, numerator, denominator, NULL);
}

static gboolean
has_figures (const Matrix *matrix,
             guint         row)
{
  for (guint i = 0; i < matrix->reading->form->n_asked; i++)
    if (matrix->numerators[i] != NONE && toso_worksheet_get (matrix->sheet, row, matrix->numerators[i]) != NULL)
      return TRUE;

  return FALSE;
}

static void
read_row (Matrix     *matrix,
          guint       row,
          GHashTable *seen)
{
  const TosoFigureForm *form = matrix->reading->form;
  const char           *name = toso_worksheet_get_text (matrix->sheet, row, matrix->name_column);
  guint                 index = toso_figure_find_village (matrix->reading, name);
  const TosoVillage    *village;

  if (index == NONE)
    {
      g_autofree char *plain = toso_words_plain (name);

      for (guint column = 0; column <= matrix->name_column; column++)
        {
          g_autofree char *before = toso_words_plain (toso_worksheet_get_text (matrix->sheet, row, column));

          if (toso_words_is_total (before))
            return;
        }
      if (*plain != '\0' && has_figures (matrix, row) && !toso_words_is_footer (plain))
        toso_figure_problem (matrix->reading, matrix->sheet, row, matrix->name_column, "village",
                             _ ("The list has no village of this name, or several. Write the name as in the list."));
      return;
    }

  village = g_ptr_array_index (form->villages, index);
  if (!g_hash_table_add (seen, GUINT_TO_POINTER (index)))
    {
      toso_figure_problem (matrix->reading, matrix->sheet, row, matrix->name_column, "duplicate",
                           _ ("The village is in the table twice. Keep one of the rows."));
      return;
    }
  for (guint i = 0; i < form->n_asked; i++)
    read_figure (matrix, row, village, i);
}

static void
matrix_clear (Matrix *matrix)
{
  for (guint i = 0; i < matrix->n_columns; i++)
    {
      g_free (matrix->columns[i].head);
      g_free (matrix->columns[i].last);
    }
  g_free (matrix->columns);
  g_free (matrix->numerators);
  g_free (matrix->denominators);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matrix, matrix_clear)

gboolean
toso_matrix_read (TosoFigureReading   *reading,
                  const TosoWorksheet *sheet)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_auto (Matrix) matrix = { .reading = reading, .sheet = sheet };
  guint row, column;

  matrix.n_columns = MIN (sheet->n_columns, MAX_COLUMNS);
  matrix.columns = g_new0 (Column, matrix.n_columns + 1);
  matrix.numerators = g_new0 (guint, reading->form->n_asked + 1);
  matrix.denominators = g_new0 (guint, reading->form->n_asked + 1);
  if (!find_names (&matrix))
    return FALSE;

  find_head (&matrix);
  read_heads (&matrix);
  choose_columns (&matrix);
  if (!has_used (&matrix))
    return FALSE;
  if (says_other_period (&matrix, &row, &column))
    {
      toso_figure_problem (reading, sheet, row, column, "period",
                           _ ("The table says another period than the one asked for. Choose that period, or the right file."));
      return TRUE;
    }

  list_unknown (&matrix);
  for (row = matrix.first_row; row < sheet->rows->len; row++)
    read_row (&matrix, row, seen);

  return TRUE;
}
