/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-figure-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/toso-table-words.h"

/* One village's table, a row an indicator: what a village makes itself, or a
 * form of ours that lost its marks.  Whose it is stands above it, or in the
 * sheet's or the file's name. */

#define NONE        G_MAXUINT
#define MAX_ROWS    300
#define MAX_COLUMNS 60
#define MAX_TITLE   12 /* rows where a title may stand, when nothing else tells */

typedef struct
{
  TosoPeriod period;
  guint      reached; /* columns; NONE */
  guint      whole;
} Values;

typedef struct
{
  TosoFigureReading   *reading;
  const TosoWorksheet *sheet;
  TosoFigureHead      *heads; /* one a row */
  guint                n_rows;
  GPtrArray           *plans; /* of TosoFigurePlan, of rows; one at most */
  guint                label_column;
  guint                first_row; /* of indicators */
  guint                last_row;
  GArray              *values; /* of Values */
} List;

static void
set_heads (List *list,
           guint column)
{
  toso_figure_heads_free (list->heads, list->n_rows);
  list->heads = g_new0 (TosoFigureHead, list->n_rows + 1);
  for (guint row = 0; row < list->n_rows; row++)
    {
      TosoFigureHead *head = &list->heads[row];

      head->all = toso_words_plain (toso_worksheet_get_text (list->sheet, row, column));
      head->last = g_strdup (head->all);
      head->ignored = *head->all == '\0' || toso_figure_is_ratio (head->all) || toso_words_has (head->all, "luy ke") ||
                      toso_words_is_footer (head->all);
    }
  toso_figure_heads_finish (list->reading, list->heads, list->n_rows);
}

static guint
count_found (const List *list)
{
  guint n = 0;

  for (guint i = 0; list->plans->len > 0 && i < list->reading->form->n_asked; i++)
    n += ((const TosoFigurePlan *) list->plans->pdata[0])->numerators[i] != NONE;

  return n;
}

/* The column whose rows name the most of what is asked for. */
static gboolean
find_labels (List *list)
{
  guint most = 0;
  guint columns = MIN (list->sheet->n_columns, MAX_COLUMNS);

  for (guint column = 0; column < columns; column++)
    {
      guint n;

      set_heads (list, column);
      g_clear_pointer (&list->plans, g_ptr_array_unref);
      list->plans = toso_figure_choose (list->reading, list->heads, list->n_rows, list->reading->form->period);
      n = count_found (list);
      if (n > most)
        {
          most = n;
          list->label_column = column;
        }
    }
  if (most == 0)
    return FALSE;

  set_heads (list, list->label_column);
  g_ptr_array_unref (list->plans);
  list->plans = toso_figure_choose (list->reading, list->heads, list->n_rows, list->reading->form->period);
  list->first_row = NONE;
  for (guint row = 0; row < list->n_rows; row++)
    if (list->heads[row].used)
      {
        list->first_row = MIN (list->first_row, row);
        list->last_row = row;
      }

  return TRUE;
}

/* --- the columns of figures --- */

static gboolean
has_number (const List *list,
            guint       column)
{
  for (guint row = list->first_row; row <= list->last_row; row++)
    {
      const TosoWorksheetCell *cell = list->heads[row].used ? toso_worksheet_get (list->sheet, row, column) : NULL;
      double                   number;
      TosoNumberResult         result;

      if (cell == NULL)
        continue;
      result = toso_number_parse (cell->text, &number);
      if (cell->kind == TOSO_CELL_NUMBER || result == TOSO_NUMBER_OK || result == TOSO_NUMBER_AMBIGUOUS)
        return TRUE;
    }

  return FALSE;
}

static Values *
get_values (List      *list,
            TosoPeriod period)
{
  Values added = { period, NONE, NONE };

  for (guint i = 0; i < list->values->len; i++)
    if (toso_period_equal (g_array_index (list->values, Values, i).period, period))
      return &g_array_index (list->values, Values, i);

  g_array_append_val (list->values, added);
  return &g_array_index (list->values, Values, list->values->len - 1);
}

/* A cell that should hold a figure, whatever stands in it. */
static gboolean
has_cell (const List *list,
          guint       column,
          const char *plain)
{
  static const char *const words[] = { "so luong", "so dat", "ket qua", "thuc hien", "so lieu", NULL };

  for (guint row = list->first_row; toso_words_has_any (plain, words) && row <= list->last_row; row++)
    if (list->heads[row].used && toso_worksheet_get (list->sheet, row, column) != NULL)
      return TRUE;

  return FALSE;
}

/* Of two columns that may both be it the first is taken, and the other told. */
static void
find_values (List      *list,
             TosoPeriod said)
{
  static const char *const whole[] = { "tong so", "mau so", "tren tong so", "tong", NULL };
  static const char *const other[] = { "luy ke", "ke hoach", "ky truoc", "thang truoc", "cung ky", "stt", "tt", "so tt", NULL };
  guint                    columns = MIN (list->sheet->n_columns, MAX_COLUMNS);
  guint                    top = list->first_row > 8 ? list->first_row - 8 : 0;

  for (guint column = list->label_column + 1; column < columns; column++)
    {
      g_autofree char *text = toso_words_join_head (list->sheet, top, list->first_row, column);
      g_autofree char *plain = toso_words_plain (text);
      TosoPeriod       period = said;
      Values          *values;
      guint           *place;

      if (!(has_number (list, column) || has_cell (list, column, plain)) || toso_figure_is_ratio (plain) || toso_words_has_any (plain, other))
        continue;
      toso_words_read_period (plain, toso_figure_get_year (list->reading), &period);
      values = get_values (list, period);
      place = toso_words_has_any (plain, whole) ? &values->whole : &values->reached;
      if (*place == NONE)
        *place = column;
      else
        toso_figure_problem (list->reading, list->sheet, list->first_row > 0 ? list->first_row - 1 : 0, column, "column",
                             _ ("Nothing was taken from this column: it is none that the report asks for."));
    }
}

/* --- whose it is --- */

static const TosoVillage *
find_village (const List *list)
{
  TosoFigureReading *reading = list->reading;
  guint              found = NONE;

  for (guint row = 0; row < MIN (list->first_row, MAX_TITLE) && found == NONE; row++)
    for (guint column = 0; column < MIN (list->sheet->n_columns, MAX_COLUMNS) && found == NONE; column++)
      found = toso_figure_find_within (reading, toso_worksheet_get_text (list->sheet, row, column));
  if (found == NONE)
    found = toso_figure_find_within (reading, list->sheet->name);
  if (found == NONE)
    found = toso_figure_find_within (reading, reading->workbook->name);

  return found != NONE ? g_ptr_array_index (reading->form->villages, found) : toso_figure_get_said_village (reading);
}

/* --- figures --- */

static void
read_figure (List              *list,
             const TosoVillage *village,
             const Values      *values,
             guint              index)
{
  const TosoAskedFigure *asked = &list->reading->form->asked[index];
  const TosoFigurePlan  *plan = list->plans->pdata[0];
  guint                  row = plan->numerators[index];
  guint                  whole_row = plan->denominators[index];
  TosoFigure             numerator, denominator = TOSO_FIGURE_MISSING;

  if (row == NONE || !toso_figure_read_number (list->reading, list->sheet, row, values->reached, asked, &numerator))
    return;
  if (asked->has_denominator && values->whole != NONE)
    whole_row = row;
  if (asked->has_denominator && whole_row != NONE &&
      !toso_figure_read_number (list->reading, list->sheet, whole_row, values->whole != NONE ? values->whole : values->reached, asked, &denominator))
    return;
  if (numerator.known)
    toso_figure_add (list->reading, list->sheet, row, values->reached, asked, village->id, values->period, numerator, denominator, NULL);
}

static void
read_figures (List              *list,
              const TosoVillage *village)
{
  const TosoFigureForm *form = list->reading->form;

  for (guint i = 0; i < list->values->len; i++)
    {
      const Values *values = &g_array_index (list->values, Values, i);

      if (values->reached == NONE)
        continue;
      if (!form->any_period && !toso_period_equal (values->period, form->period))
        {
          toso_figure_other_period (list->reading, list->sheet, list->first_row > 0 ? list->first_row - 1 : 0, values->reached, values->period);
          continue;
        }
      list->reading->found = TRUE;
      for (guint k = 0; k < form->n_asked; k++)
        read_figure (list, village, values, k);
    }
}

/* Rows among the others that hold a figure nobody asked for. */
static void
list_unknown (List *list)
{
  for (guint row = list->first_row; row <= list->last_row; row++)
    {
      const TosoFigureHead *head = &list->heads[row];
      gboolean              has_figure = FALSE;

      for (guint i = 0; i < list->values->len; i++)
        {
          guint column = g_array_index (list->values, Values, i).reached;

          has_figure = has_figure || (column != NONE && toso_worksheet_get (list->sheet, row, column) != NULL);
        }
      if (has_figure && !head->used && !head->ignored)
        toso_figure_unknown (list->reading, list->sheet, row, list->label_column, head);
    }
}

static void
list_clear (List *list)
{
  toso_figure_heads_free (list->heads, list->n_rows);
  g_clear_pointer (&list->plans, g_ptr_array_unref);
  g_clear_pointer (&list->values, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (List, list_clear)

gboolean
toso_list_read (TosoFigureReading   *reading,
                const TosoWorksheet *sheet)
{
  g_auto (List) list = { .reading = reading, .sheet = sheet };
  TosoPeriod         said = reading->form->period;
  const TosoVillage *village;
  guint              row, column;

  list.n_rows = MIN (sheet->rows->len, MAX_ROWS);
  list.values = g_array_new (FALSE, FALSE, sizeof (Values));
  if (!find_labels (&list))
    return FALSE;
  toso_figure_find_period (reading, sheet, list.first_row, &said, &row, &column);
  find_values (&list, said);
  if (list.values->len == 0)
    return FALSE;

  village = find_village (&list);
  if (village == NULL)
    {
      toso_figure_problem (reading, sheet, 0, 0, "whose",
                           _ ("Nothing says which village’s table it is. Write the village’s name above it, or into the file’s name."));
      return TRUE;
    }
  read_figures (&list, village);
  list_unknown (&list);

  return TRUE;
}
