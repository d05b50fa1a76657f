/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-paste-plan.h"

#include <glib/gi18n.h>

#include "store/toso-year-reports.h"

#define SHOWN 3 /* rows or columns left out that are named; the others are counted */

typedef struct
{
  TosoPastePlan         *plan;
  TosoReportsModel      *model;
  const TosoCopiedBlock *block;
  TosoBlockMatch        *match;
  GArray                *typed; /* of guint: the model's columns that one types into */
  TosoComma              comma;
} Planner;

static void
change_free (gpointer data)
{
  TosoPasteChange *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change->why);
  g_free (change->measurement.breakdown);
  g_free (change->measurement.note);
  g_free (change);
}

void
toso_paste_plan_free (TosoPastePlan *plan)
{
  if (plan == NULL)
    return;

  g_ptr_array_unref (plan->changes);
  g_ptr_array_unref (plan->left_out);
  g_free (plan->ambiguous);
  g_free (plan);
}

/* --- which row, which column --- */

static GPtrArray *
list_titles (Planner *self,
             gboolean in_full)
{
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->typed->len; i++)
    {
      TosoSheetColumn info;

      toso_sheet_model_get_column (TOSO_SHEET_MODEL (self->model), g_array_index (self->typed, guint, i), &info);
      if (in_full)
        g_ptr_array_add (titles, g_strdup (info.name));
      else if (info.band != NULL)
        g_ptr_array_add (titles, g_strdup_printf ("%s, %s", info.band, info.title));
      else
        g_ptr_array_add (titles, g_strdup (info.title));
    }

  return titles;
}

/* The first column to type into, at the cursor's or after it. */
static guint
find_typed (Planner *self,
            guint    column)
{
  for (guint i = 0; i < self->typed->len; i++)
    if (g_array_index (self->typed, guint, i) >= column)
      return i;

  return self->typed->len;
}

static void
match_block (Planner *self,
             guint    row,
             guint    column)
{
  const TosoReportsFigures *figures = toso_reports_model_get (self->model);
  g_autoptr (GPtrArray) titles = list_titles (self, FALSE);
  g_autoptr (GPtrArray) names = list_titles (self, TRUE);
  g_autoptr (GPtrArray) villages = g_ptr_array_new ();
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  TosoBlockPlace place = { .n_columns = titles->len, .village = row, .column = find_typed (self, column) };

  for (guint i = 0; i < figures->villages->len; i++)
    {
      const TosoReportsVillage *village = figures->villages->pdata[i];

      g_ptr_array_add (villages, village->name);
      g_ptr_array_add (codes, village->code);
    }
  place.villages = (const char *const *) villages->pdata;
  place.codes = (const char *const *) codes->pdata;
  place.n_villages = villages->len;
  place.titles = (const char *const *) titles->pdata;
  place.names = (const char *const *) names->pdata;
  self->match = toso_block_match (self->block, &place);
  self->plan->by_order = self->match->by_order;
  self->plan->by_titles = self->match->by_titles;
}

/* --- numbers --- */

/* FALSE: @why says what is wrong with it.  @given: whether the block says
 * anything here; an empty cell says nothing, "-" says "not reported". */
static gboolean
read_cell (Planner             *self,
           const TosoBlockCell *cell,
           guint                column,
           gboolean            *given,
           TosoFigure          *figure,
           char               **why)
{
  double value;

  *given = *cell->text != '\0' && !cell->continued;
  if (!*given)
    return TRUE;
  if (cell->value.known)
    {
      *figure = cell->value;
      return TRUE;
    }
  if (toso_number_parse (cell->text, &value) == TOSO_NUMBER_AMBIGUOUS)
    {
      if (self->plan->ambiguous == NULL)
        self->plan->ambiguous = g_strdup (cell->text);
      if (toso_number_parse_as (cell->text, self->comma, &value) == TOSO_NUMBER_OK)
        {
          *figure = TOSO_FIGURE (value);
          return TRUE;
        }
    }

  return toso_reports_model_read_text (self->model, column, cell->text, figure, why);
}

/* --- changes --- */

static char *
format (TosoFigure part,
        TosoFigure whole,
        gboolean   has_whole)
{
  g_autofree char *first = toso_number_format_figure (part, 6);
  g_autofree char *second = toso_number_format_figure (whole, 6);

  if (!has_whole || (!part.known && !whole.known))
    return g_steal_pointer (&first);

  return g_strdup_printf ("%s/%s", first, second);
}

static TosoPasteChange *
find_change (Planner *self,
             guint    village,
             guint    indicator)
{
  for (guint i = self->plan->changes->len; i-- > 0;)
    {
      TosoPasteChange *change = self->plan->changes->pdata[i];

      if (change->village != village)
        break;
      if (change->indicator == indicator)
        return change;
    }

  return NULL;
}

/* What is there now, to be changed by what the block says. */
static TosoPasteChange *
add_change (Planner *self,
            guint    village,
            guint    i)
{
  const TosoReportsFigures   *figures = toso_reports_model_get (self->model);
  const TosoReportsIndicator *indicator = figures->indicators->pdata[i];
  const TosoReportsFigure    *figure = toso_reports_figures_get (figures, village, i);
  TosoPasteChange            *change = g_new0 (TosoPasteChange, 1);

  change->kind = TOSO_PASTE_NEW;
  change->village = village;
  change->indicator = i;
  change->before = format (figure->part, figure->whole, indicator->has_whole);
  change->measurement.indicator_id = indicator->indicator_id;
  change->measurement.village_id = ((const TosoReportsVillage *) figures->villages->pdata[village])->village_id;
  change->measurement.period = figures->period;
  change->measurement.breakdown = g_strdup (indicator->group);
  change->measurement.numerator = figure->part;
  change->measurement.denominator = figure->whole;
  change->measurement.note = g_strdup (figure->note);
  g_ptr_array_add (self->plan->changes, change);

  return change;
}

static void
set_conflict (TosoPasteChange *change,
              char            *why)
{
  change->kind = TOSO_PASTE_CONFLICT;
  g_free (change->why);
  change->why = why;
}

static void
take_cell (Planner *self,
           guint    block_row,
           guint    block_column)
{
  guint                village = self->match->rows[block_row].village;
  guint                column = g_array_index (self->typed, guint, self->match->columns[block_column].column);
  const TosoBlockCell *cell = toso_copied_block_get (self->block, block_row, block_column);
  TosoFigure           figure = TOSO_FIGURE_MISSING;
  TosoPasteChange     *change;
  gboolean             given;
  char                *why = NULL;
  guint                indicator;
  gboolean             is_whole = toso_reports_model_get_kind (self->model, column, &indicator) == TOSO_REPORTS_WHOLE;
  gboolean             is_read = read_cell (self, cell, column, &given, &figure, &why);

  if (!given)
    return;
  change = find_change (self, village, indicator);
  if (change == NULL)
    change = add_change (self, village, indicator);

  if (!is_read)
    set_conflict (change, why);
  else if (is_whole)
    change->measurement.denominator = figure;
  else
    change->measurement.numerator = figure;
}

static void
take_rows (Planner *self)
{
  for (guint row = 0; row < self->match->n_rows; row++)
    {
      if (self->match->rows[row].kind != TOSO_BLOCK_ROW_VILLAGE)
        continue;
      self->plan->n_villages++;
      for (guint column = 0; column < self->match->n_columns; column++)
        if (self->match->columns[column].kind == TOSO_BLOCK_COLUMN_OURS)
          take_cell (self, row, column);
    }
}

/* The rules have the last word, the same as for what is typed. */
static gboolean
judge (Planner     *self,
       TosoSession *session,
       GError     **error)
{
  static const TosoPasteKind kinds[] = {
    [TOSO_CHANGE_NEW] = TOSO_PASTE_NEW,
    [TOSO_CHANGE_CHANGED] = TOSO_PASTE_CHANGED,
    [TOSO_CHANGE_SAME] = TOSO_PASTE_SAME,
    [TOSO_CHANGE_REFUSED] = TOSO_PASTE_CONFLICT,
  };
  const TosoReportsFigures *figures = toso_reports_model_get (self->model);
  g_autoptr (GPtrArray) measurements = g_ptr_array_new ();
  g_autoptr (GPtrArray) changes = NULL;

  for (guint i = 0; i < self->plan->changes->len; i++)
    g_ptr_array_add (measurements, &((TosoPasteChange *) self->plan->changes->pdata[i])->measurement);
  changes = toso_year_compare (toso_session_get_year (session), measurements, error);
  if (changes == NULL)
    return FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const TosoChange           *judged = changes->pdata[i];
      TosoPasteChange            *change = self->plan->changes->pdata[i];
      const TosoReportsIndicator *indicator = figures->indicators->pdata[change->indicator];

      change->after = format (change->measurement.numerator, change->measurement.denominator, indicator->has_whole);
      if (change->kind != TOSO_PASTE_CONFLICT)
        {
          change->kind = kinds[judged->kind];
          if (*judged->message != '\0')
            change->why = g_strdup (judged->message);
        }
      self->plan->counts[change->kind]++;
    }

  return TRUE;
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const TosoPasteChange *const *first = a;
  const TosoPasteChange *const *second = b;

  return (int) (*first)->kind - (int) (*second)->kind;
}

/* --- what is left out --- */

/* Takes @names, of char *; NULL when there is none. */
static char *
join_names (GPtrArray *names)
{
  char *list = NULL;
  guint n = names->len;

  if (n > 0)
    {
      g_autofree char *first = NULL;

      g_ptr_array_set_size (names, (int) MIN (n, SHOWN));
      g_ptr_array_add (names, NULL);
      first = g_strjoinv (", ", (char **) names->pdata);
      /* Translators: names, and how many there are besides */
      list = n > SHOWN ? g_strdup_printf (_ ("%s and %u more"), first, n - SHOWN) : g_steal_pointer (&first);
    }
  g_ptr_array_unref (names);

  return list;
}

/* What stands where the villages are named, else the first thing in it. */
static const char *
name_row (Planner *self,
          guint    row)
{
  const char *text = "";

  for (guint column = 0; column < self->match->n_columns; column++)
    if (self->match->columns[column].kind == TOSO_BLOCK_COLUMN_VILLAGE)
      text = toso_copied_block_get (self->block, row, column)->text;
  for (guint column = 0; column < self->match->n_columns && *text == '\0'; column++)
    text = toso_copied_block_get (self->block, row, column)->text;

  return text;
}

static GPtrArray *
list_rows (Planner         *self,
           TosoBlockRowKind kind)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < self->match->n_rows; row++)
    if (self->match->rows[row].kind == kind)
      g_ptr_array_add (names, g_strdup_printf ("“%s”", name_row (self, row)));

  return names;
}

static GPtrArray *
list_columns (Planner *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->match->n_columns; i++)
    {
      const TosoBlockColumn *column = &self->match->columns[i];

      if (column->kind != TOSO_BLOCK_COLUMN_UNKNOWN)
        continue;
      if (*column->head != '\0')
        g_ptr_array_add (names, g_strdup_printf ("“%s”", column->head));
      else
        /* Translators: a column of a pasted block that has no heading */
        g_ptr_array_add (names, g_strdup_printf (_ ("no. %u"), i + 1));
    }

  return names;
}

static void
list_left_out (Planner *self)
{
  g_autofree char *columns = join_names (list_columns (self));
  g_autofree char *rows = join_names (list_rows (self, TOSO_BLOCK_ROW_UNKNOWN));
  g_autofree char *twice = join_names (list_rows (self, TOSO_BLOCK_ROW_DUPLICATE));

  if (columns != NULL)
    g_ptr_array_add (self->plan->left_out, g_strdup_printf (_ ("Columns left out: %s."), columns));
  if (rows != NULL)
    g_ptr_array_add (self->plan->left_out, g_strdup_printf (_ ("Rows that are no village of ours: %s."), rows));
  if (twice != NULL)
    g_ptr_array_add (self->plan->left_out, g_strdup_printf (_ ("Villages that come twice, taken the first time only: %s."), twice));
}

/* --- public --- */

static GArray *
list_typed (TosoReportsModel *model)
{
  GArray *typed = g_array_new (FALSE, FALSE, sizeof (guint));
  guint   n = toso_sheet_model_get_n_columns (TOSO_SHEET_MODEL (model));

  for (guint i = 0; i < n; i++)
    {
      TosoSheetColumn info;

      toso_sheet_model_get_column (TOSO_SHEET_MODEL (model), i, &info);
      if (!info.frozen && !info.computed)
        g_array_append_val (typed, i);
    }

  return typed;
}

TosoPastePlan *
toso_paste_plan_new (TosoSession           *session,
                     TosoReportsModel      *model,
                     const TosoCopiedBlock *block,
                     guint                  row,
                     guint                  column,
                     TosoComma              comma,
                     GError               **error)
{
  g_autoptr (TosoPastePlan) plan = g_new0 (TosoPastePlan, 1);
  g_autoptr (GArray) typed = list_typed (model);
  Planner  self = { .plan = plan, .model = model, .block = block, .typed = typed, .comma = comma };
  gboolean judged;

  plan->changes = g_ptr_array_new_with_free_func (change_free);
  plan->left_out = g_ptr_array_new_with_free_func (g_free);
  match_block (&self, row, column);
  take_rows (&self);
  list_left_out (&self);
  judged = judge (&self, session, error);
  toso_block_match_free (self.match);
  if (!judged)
    return NULL;

  g_ptr_array_sort (plan->changes, compare_changes);

  return g_steal_pointer (&plan);
}

guint
toso_paste_plan_count (const TosoPastePlan *plan,
                       gboolean             replace)
{
  return plan->counts[TOSO_PASTE_NEW] + (replace ? plan->counts[TOSO_PASTE_CHANGED] : 0);
}

gboolean
toso_paste_plan_write (const TosoPastePlan *plan,
                       TosoSession         *session,
                       gboolean             replace,
                       GError             **error)
{
  g_autoptr (GPtrArray) measurements = g_ptr_array_new ();
  g_autofree char *period = NULL;
  g_autofree char *title = NULL;
  TosoWrite        write = { .measurements = measurements, .origin = TOSO_ORIGIN_IMPORTED, .received = TRUE };

  for (guint i = 0; i < plan->changes->len; i++)
    {
      TosoPasteChange *change = plan->changes->pdata[i];

      if (change->kind == TOSO_PASTE_NEW || (replace && change->kind == TOSO_PASTE_CHANGED))
        g_ptr_array_add (measurements, &change->measurement);
    }
  if (measurements->len == 0)
    return TRUE;

  period = toso_period_screen_title (((TosoMeasurement *) measurements->pdata[0])->period);
  /* Translators: title of an entry in the journal; %s is a period */
  title = g_strdup_printf (ngettext ("Paste %u figure of %s", "Paste %u figures of %s", measurements->len), measurements->len, period);
  write.title = title;

  return toso_year_write (toso_session_get_year (session), &write, NULL, error);
}
