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

typedef struct
{
  TosoFigureReading   *reading;
  const TosoWorksheet *sheet;
  guint                name_column;
  guint                first_row; /* of villages */
  guint                head_row;
  TosoFigureHead      *heads; /* one a column */
  guint                n_columns;
  GPtrArray           *plans; /* of TosoFigurePlan */
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

static void
read_heads (Matrix *matrix)
{
  int year = toso_figure_get_year (matrix->reading);

  for (guint i = 0; i < matrix->n_columns; i++)
    {
      TosoFigureHead  *head = &matrix->heads[i];
      g_autofree char *text = toso_words_join_head (matrix->sheet, matrix->head_row, matrix->first_row, i);

      head->all = toso_words_plain (text);
      head->has_period = toso_words_read_period (head->all, year, &head->period);
      toso_words_cut_period (head->all);
      head->last = g_strdup ("");
      for (guint row = matrix->first_row; row-- > matrix->head_row && *head->last == '\0';)
        {
          g_free (head->last);
          head->last = toso_words_plain (toso_worksheet_get_text (matrix->sheet, row, i));
          toso_words_cut_period (head->last);
          /* The row of the columns' numbers: "(1)", "(2)", "3=2/1", "A". */
          if (strlen (head->last) == 1 || strspn (head->last, "0123456789 ") == strlen (head->last))
            *head->last = '\0';
        }
      head->ignored = i == matrix->name_column || toso_words_is_ordinal (head->last) || toso_figure_is_ratio (head->last) ||
                      toso_words_has (head->all, "luy ke");
      head->hidden = g_hash_table_contains (matrix->sheet->hidden_columns, GUINT_TO_POINTER (i));
    }
  toso_figure_heads_finish (matrix->reading, matrix->heads, matrix->n_columns);
}

static guint
find_head_cell (const Matrix *matrix,
                guint         column)
{
  guint row = matrix->first_row - 1;

  while (row > matrix->head_row && *toso_worksheet_get_text (matrix->sheet, row, column) == '\0')
    row--;
  return row;
}

/* Never dropped in silence. */
static void
list_unknown (Matrix *matrix)
{
  for (guint i = 0; i < matrix->n_columns && matrix->first_row > 0; i++)
    {
      const TosoFigureHead *head = &matrix->heads[i];

      if (!head->used && !head->ignored && *head->all != '\0')
        toso_figure_unknown (matrix->reading, matrix->sheet, find_head_cell (matrix, i), i, head);
    }
}

/* Takes the plans of other periods away, unless every figure goes to its own. */
static void
drop_other_periods (Matrix *matrix,
                    guint   row,
                    guint   column)
{
  const TosoFigureForm *form = matrix->reading->form;

  for (guint i = matrix->plans->len; i-- > 0;)
    {
      const TosoFigurePlan *plan = matrix->plans->pdata[i];
      guint                 at_row = row, at_column = column;

      if (form->any_period || toso_period_equal (plan->period, form->period))
        {
          matrix->reading->found = TRUE;
          continue;
        }
      for (guint k = 0; k < matrix->n_columns; k++)
        if (matrix->heads[k].used && matrix->heads[k].has_period && toso_period_equal (matrix->heads[k].period, plan->period))
          {
            at_column = k;
            at_row = find_head_cell (matrix, k);
          }
      toso_figure_other_period (matrix->reading, matrix->sheet, at_row, at_column, plan->period);
      g_ptr_array_remove_index (matrix->plans, i);
    }
}

/* --- rows --- */

static void
read_figure (Matrix               *matrix,
             guint                 row,
             const TosoVillage    *village,
             const TosoFigurePlan *plan,
             guint                 index)
{
  const TosoAskedFigure *asked = &matrix->reading->form->asked[index];
  guint                  at = plan->numerators[index];
  guint                  whole_at = plan->denominators[index];
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
    toso_figure_add (matrix->reading, matrix->sheet, row, at, asked, village->id, plan->period, numerator, denominator, NULL);
}

static void
read_figures (Matrix            *matrix,
              guint              row,
              const TosoVillage *village)
{
  for (guint i = 0; i < matrix->plans->len; i++)
    for (guint k = 0; k < matrix->reading->form->n_asked; k++)
      read_figure (matrix, row, village, matrix->plans->pdata[i], k);
}

static gboolean
has_figures (const Matrix *matrix,
             guint         row)
{
  for (guint i = 0; i < matrix->plans->len; i++)
    {
      const TosoFigurePlan *plan = matrix->plans->pdata[i];

      for (guint k = 0; k < matrix->reading->form->n_asked; k++)
        if (plan->numerators[k] != NONE && toso_worksheet_get (matrix->sheet, row, plan->numerators[k]) != NULL)
          return TRUE;
    }

  return FALSE;
}

static gboolean
is_total (const Matrix *matrix,
          guint         row)
{
  for (guint column = 0; column <= matrix->name_column; column++)
    {
      g_autofree char *plain = toso_words_plain (toso_worksheet_get_text (matrix->sheet, row, column));

      if (toso_words_is_total (plain))
        return TRUE;
    }

  return FALSE;
}

/* A row that is hidden counts where no other has the village: a filter hides
 * them too. */
static void
note_twice (Matrix *matrix,
            guint   row)
{
  gboolean hidden = g_hash_table_contains (matrix->sheet->hidden_rows, GUINT_TO_POINTER (row));

  toso_figure_problem (matrix->reading, matrix->sheet, row, matrix->name_column, hidden ? "hidden" : "duplicate",
                       hidden ? _ ("Nothing was taken from this hidden row: the village has one that is seen.")
                              : _ ("The village is in the table twice. Keep one of the rows."));
}

static void
read_row (Matrix     *matrix,
          guint       row,
          GHashTable *seen)
{
  const TosoFigureForm *form = matrix->reading->form;
  const char           *name = toso_worksheet_get_text (matrix->sheet, row, matrix->name_column);
  guint                 index = toso_figure_find_village (matrix->reading, name);

  if (index == NONE)
    {
      g_autofree char *plain = toso_words_plain (name);

      if (!is_total (matrix, row) && *plain != '\0' && has_figures (matrix, row) && !toso_words_is_footer (plain))
        toso_figure_problem (matrix->reading, matrix->sheet, row, matrix->name_column, "village",
                             _ ("The list has no village of this name, or several. Write the name as in the list."));
      return;
    }

  if (!g_hash_table_add (seen, GUINT_TO_POINTER (index)))
    note_twice (matrix, row);
  else
    read_figures (matrix, row, g_ptr_array_index (form->villages, index));
}

static void
matrix_clear (Matrix *matrix)
{
  toso_figure_heads_free (matrix->heads, matrix->n_columns);
  g_clear_pointer (&matrix->plans, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matrix, matrix_clear)

gboolean
toso_matrix_read (TosoFigureReading   *reading,
                  const TosoWorksheet *sheet)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_auto (Matrix) matrix = { .reading = reading, .sheet = sheet };
  TosoPeriod said = reading->form->period;
  guint      row = 0;
  guint      column = 0;

  matrix.n_columns = MIN (sheet->n_columns, MAX_COLUMNS);
  matrix.heads = g_new0 (TosoFigureHead, matrix.n_columns + 1);
  if (!find_names (&matrix))
    return FALSE;

  find_head (&matrix);
  read_heads (&matrix);
  toso_figure_find_period (reading, sheet, matrix.head_row, &said, &row, &column);
  matrix.plans = toso_figure_choose (reading, matrix.heads, matrix.n_columns, said);
  if (matrix.plans->len == 0 && !(reading->form->may_ask && matrix.first_row > 0))
    return FALSE;

  drop_other_periods (&matrix, row, column);
  list_unknown (&matrix);
  for (guint hidden = 0; hidden < 2; hidden++)
    for (row = matrix.first_row; row < sheet->rows->len; row++)
      if (g_hash_table_contains (sheet->hidden_rows, GUINT_TO_POINTER (row)) == (hidden == 1))
        read_row (&matrix, row, seen);

  return TRUE;
}
