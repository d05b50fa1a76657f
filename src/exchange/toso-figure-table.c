/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-text.h"
#include "exchange/toso-table-words.h"

#define NONE         G_MAXUINT
#define MAX_PROBLEMS 2000
#define MAX_WITHIN   500 /* bytes */
#define MAX_TITLE    100 /* columns where a title may stand */

static void
entry_free (gpointer data)
{
  TosoFigureEntry *entry = data;

  toso_measurement_free (entry->measurement);
  g_free (entry->sheet);
  g_free (entry->cell);
  g_free (entry->text);
  g_free (entry);
}

static void
problem_free (gpointer data)
{
  TosoTableProblem *problem = data;

  g_free (problem->sheet);
  g_free (problem->cell);
  g_free (problem->value);
  g_free (problem->message);
  g_free (problem->key);
  g_free (problem);
}

static void
report_free (gpointer data)
{
  TosoFigureReport *report = data;

  g_free (report->reporter);
  g_free (report->difficulties);
  g_free (report->proposals);
  g_free (report);
}

void
toso_figure_table_free (TosoFigureTable *table)
{
  if (table == NULL)
    return;

  g_ptr_array_unref (table->entries);
  g_ptr_array_unref (table->problems);
  g_ptr_array_unref (table->unknown);
  g_ptr_array_unref (table->reports);
  g_free (table);
}

static TosoTableProblem *
make_problem (const TosoWorksheet *sheet,
              guint                row,
              guint                column,
              const char          *rule,
              const char          *message)
{
  TosoTableProblem *problem = g_new0 (TosoTableProblem, 1);

  problem->sheet = g_strdup (sheet->name);
  problem->cell = toso_worksheet_name_cell (row, column);
  problem->value = g_strdup (toso_worksheet_get_text (sheet, row, column));
  problem->rule = rule;
  problem->message = g_strdup (message);
  return problem;
}

void
toso_figure_problem (TosoFigureReading   *reading,
                     const TosoWorksheet *sheet,
                     guint                row,
                     guint                column,
                     const char          *rule,
                     const char          *message)
{
  gboolean   only_told = g_str_equal (rule, "column") || g_str_equal (rule, "hidden");
  GPtrArray *list = only_told ? reading->table->unknown : reading->table->problems;

  if (list->len < MAX_PROBLEMS)
    g_ptr_array_add (list, make_problem (sheet, row, column, rule, message));
}

void
toso_figure_unknown (TosoFigureReading    *reading,
                     const TosoWorksheet  *sheet,
                     guint                 row,
                     guint                 column,
                     const TosoFigureHead *head)
{
  TosoTableProblem *problem;

  if (reading->table->unknown->len >= MAX_PROBLEMS)
    return;
  problem = make_problem (sheet, row, column, "column",
                          _ ("Nothing was taken from this column: it is none that the report asks for."));
  problem->key = g_strdup (head->key);
  g_ptr_array_add (reading->table->unknown, problem);
}

void
toso_figure_other_period (TosoFigureReading   *reading,
                          const TosoWorksheet *sheet,
                          guint                row,
                          guint                column,
                          TosoPeriod           period)
{
  g_autofree char *title = toso_period_screen_title (period);
  g_autofree char *message = NULL;

  /* Translators: %s is a period */
  message = g_strdup_printf (_ ("Nothing was taken from here: it is of another period, %s."), title);
  if (reading->other->len < MAX_PROBLEMS)
    g_ptr_array_add (reading->other, make_problem (sheet, row, column, "period", message));
}

/* --- villages --- */

static void
learn (GHashTable *table,
       char       *key, /* taken */
       guint       village)
{
  gpointer known;

  if (*key == '\0')
    {
      g_free (key);
      return;
    }
  if (g_hash_table_lookup_extended (table, key, NULL, &known) && GPOINTER_TO_UINT (known) != village + 1)
    village = NONE - 1; /* of two: says nothing */
  g_hash_table_replace (table, key, GUINT_TO_POINTER (village + 1));
}

static void
learn_villages (TosoFigureReading *reading)
{
  for (guint i = 0; i < reading->form->villages->len; i++)
    {
      const TosoVillage *village = g_ptr_array_index (reading->form->villages, i);

      learn (reading->whole, toso_words_plain (village->name), i);
      learn (reading->bare, toso_village_fold (village->name), i);
      if (village->code != NULL)
        learn (reading->whole, toso_words_plain (village->code), i);
    }
}

static gboolean
has_letter (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalpha (g_utf8_get_char (c)))
      return TRUE;

  return FALSE;
}

/* A number alone never names a village, though there be a Thôn 3. */
guint
toso_figure_find_village (TosoFigureReading *reading,
                          const char        *text)
{
  g_autofree char *plain = NULL;
  g_autofree char *bare = NULL;
  gpointer         found;

  if (!has_letter (text) || strlen (text) > 200)
    return NONE;

  plain = toso_words_plain (text);
  found = g_hash_table_lookup (reading->whole, plain);
  if (found == NULL)
    {
      bare = toso_village_fold (text);
      found = g_hash_table_lookup (reading->bare, bare);
    }

  return found != NULL && GPOINTER_TO_UINT (found) != NONE ? GPOINTER_TO_UINT (found) - 1 : NONE;
}

/* The longest one: "thon 1" stands in "thon 10" not, but in "thon ngoc minh 1"
 * so does "thon ngoc minh". */
guint
toso_figure_find_within (TosoFigureReading *reading,
                         const char        *text)
{
  guint            found = toso_figure_find_village (reading, text);
  g_autofree char *plain = NULL;
  gsize            longest = 0;

  if (found != NONE || strlen (text) > MAX_WITHIN)
    return found;

  plain = toso_words_plain (text);
  for (guint i = 0; i < reading->form->villages->len; i++)
    {
      const TosoVillage *village = g_ptr_array_index (reading->form->villages, i);
      g_autofree char   *name = toso_words_plain (village->name);
      g_autofree char   *code = toso_words_plain (village->code != NULL ? village->code : "");
      gboolean           has_name = has_letter (name) && strchr (name, ' ') != NULL && toso_words_has (plain, name);

      if (!has_name && !(has_letter (code) && strlen (code) >= 3 && toso_words_has (plain, code)))
        continue;
      if (strlen (name) == longest)
        found = NONE;
      if (strlen (name) <= longest)
        continue;
      longest = strlen (name);
      found = i;
    }

  return found;
}

const TosoVillage *
toso_figure_get_said_village (const TosoFigureReading *reading)
{
  for (guint i = 0; reading->form->village_id != 0 && i < reading->form->villages->len; i++)
    {
      const TosoVillage *village = g_ptr_array_index (reading->form->villages, i);

      if (village->id == reading->form->village_id)
        return village;
    }

  return NULL;
}

/* --- figures --- */

gboolean
toso_figure_read_number (TosoFigureReading     *reading,
                         const TosoWorksheet   *sheet,
                         guint                  row,
                         guint                  column,
                         const TosoAskedFigure *asked,
                         TosoFigure            *figure)
{
  const TosoWorksheetCell *cell = toso_worksheet_get (sheet, row, column);
  const char              *message = NULL;
  const char              *rule = "number";
  double                   value = 0;

  *figure = TOSO_FIGURE_MISSING;
  if (cell == NULL)
    return TRUE;

  if (cell->kind == TOSO_CELL_ERROR)
    message = _ ("The cell holds a formula without a result. Open the file in Excel, save it, and try again.");
  else if (cell->kind == TOSO_CELL_DAY)
    message = _ ("The cell holds a day where a figure should stand. Type the figure anew.");
  else if (cell->kind == TOSO_CELL_NUMBER)
    value = cell->number;
  else
    switch (toso_number_parse_as (cell->text, reading->form->comma, &value))
      {
      case TOSO_NUMBER_EMPTY:
        return TRUE;
      case TOSO_NUMBER_AMBIGUOUS:
        rule = "ambiguous";
        message = _ ("Is it thousands, or a part after the comma? Type it as 1.234 or as 1,2.");
        break;
      case TOSO_NUMBER_BAD:
        message = _ ("This is no number. Type the figure, or leave the cell empty when it is not known.");
        break;
      case TOSO_NUMBER_OK:
      default:
        break;
      }

  /* "70%", or 0.7 shown as 70 %. */
  if (message == NULL && asked->has_denominator && (g_str_has_suffix (cell->text, "%") || (value > 0 && value < 1)))
    {
      rule = "percent";
      message = _ ("A share can't be added up over the villages. Give the number reached and the whole.");
    }
  if (message != NULL)
    {
      toso_figure_problem (reading, sheet, row, column, rule, message);
      return FALSE;
    }

  *figure = TOSO_FIGURE (value);
  return TRUE;
}

void
toso_figure_add (TosoFigureReading     *reading,
                 const TosoWorksheet   *sheet,
                 guint                  row,
                 guint                  column,
                 const TosoAskedFigure *asked,
                 gint64                 village_id,
                 TosoPeriod             period,
                 TosoFigure             numerator,
                 TosoFigure             denominator,
                 char                  *note)
{
  TosoFigureEntry *entry = g_new0 (TosoFigureEntry, 1);
  TosoMeasurement *measurement = g_new0 (TosoMeasurement, 1);

  measurement->indicator_id = asked->indicator_id;
  measurement->village_id = village_id;
  measurement->period = period;
  measurement->numerator = numerator;
  measurement->denominator = denominator;
  measurement->breakdown = g_strdup (asked->group);
  measurement->note = note;
  entry->measurement = measurement;
  entry->sheet = g_strdup (sheet->name);
  entry->cell = toso_worksheet_name_cell (row, column);
  entry->text = g_strdup (toso_worksheet_get_text (sheet, row, column));
  g_ptr_array_add (reading->table->entries, entry);
}

/* --- periods --- */

int
toso_figure_get_year (const TosoFigureReading *reading)
{
  return reading->form->period.year;
}

gboolean
toso_figure_find_period (TosoFigureReading   *reading,
                         const TosoWorksheet *sheet,
                         guint                end,
                         TosoPeriod          *period,
                         guint               *row,
                         guint               *column)
{
  int              year = toso_figure_get_year (reading);
  g_autofree char *name = toso_words_plain (sheet->name);
  g_autofree char *file = toso_words_plain (reading->workbook->name);

  for (*row = 0; *row < MIN (end, sheet->rows->len); (*row)++)
    for (*column = 0; *column < MIN (sheet->n_columns, MAX_TITLE); (*column)++)
      {
        g_autofree char *plain = toso_words_plain (toso_worksheet_get_text (sheet, *row, *column));

        if (toso_words_read_period (plain, year, period))
          return TRUE;
      }

  *row = *column = 0;
  /* Files are renamed and sent on: their name counts where nothing else says. */
  return toso_words_read_period (name, year, period) ||
         (reading->form->any_period && toso_words_read_period (file, year, period));
}

/* Something else of the table is what was asked for: told, no more. */
static void
tell_other_periods (TosoFigureReading *reading)
{
  for (guint i = 0; i < reading->other->len; i++)
    {
      TosoTableProblem *problem = reading->other->pdata[i];

      if (reading->found)
        {
          g_ptr_array_add (reading->table->unknown, problem);
          continue;
        }
      g_free (problem->message);
      problem->message = g_strdup (_ ("The table says another period than the one asked for. Choose that period, or the right file."));
      g_ptr_array_add (reading->table->problems, problem);
    }
  g_ptr_array_set_free_func (reading->other, NULL);
}

TosoFigureTable *
toso_figure_table_read (const TosoWorkbook   *workbook,
                        const TosoFigureForm *form,
                        GError              **error)
{
  g_autoptr (TosoFigureTable) table = g_new0 (TosoFigureTable, 1);
  g_autoptr (GHashTable) whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) bare = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) other = g_ptr_array_new_with_free_func (problem_free);
  TosoFigureReading reading = { workbook, form, table, whole, bare, other };
  gboolean          found = FALSE;

  g_return_val_if_fail (workbook != NULL && form != NULL, NULL);

  table->entries = g_ptr_array_new_with_free_func (entry_free);
  table->problems = g_ptr_array_new_with_free_func (problem_free);
  table->unknown = g_ptr_array_new_with_free_func (problem_free);
  table->reports = g_ptr_array_new_with_free_func (report_free);
  learn_villages (&reading);

  if (toso_kit_read (&reading))
    return g_steal_pointer (&table);

  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const TosoWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);

      if (!sheet->hidden)
        found = toso_matrix_read (&reading, sheet) || toso_list_read (&reading, sheet) || found;
    }
  tell_other_periods (&reading);
  if (!found)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                   _ ("“%s” has no table of the villages' figures: no row begins with a village of the list, or no column is headed by an indicator's code or name."),
                   workbook->name);
      return NULL;
    }

  return g_steal_pointer (&table);
}
