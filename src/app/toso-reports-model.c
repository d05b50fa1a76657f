/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-reports-model-private.h"

#include <glib/gi18n.h>

#include "core/toso-error.h"
#include "core/toso-text.h"

static void model_iface_init (TosoSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TosoReportsModel,
                               toso_reports_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TOSO_TYPE_SHEET_MODEL, model_iface_init))

static void
clear_column (gpointer data)
{
  TosoReportsColumn *column = data;

  g_free (column->band);
  g_free (column->title);
  g_free (column->name);
}

/* --- columns --- */

static char *
in_capitals (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, *text != '\0');
  g_autofree char *upper = toso_text_upper (first);

  return g_strconcat (upper, g_utf8_next_char (text) - (*text == '\0'), NULL);
}

static void
add_column (TosoReportsModel     *self,
            TosoReportsColumnKind kind,
            guint                 indicator,
            const char           *title,
            const char           *name)
{
  TosoReportsColumn column = { kind, indicator, NULL, g_strdup (title), in_capitals (name) };

  /* Kept here: the figures are loaded anew under a table that stays. */
  if (kind >= TOSO_REPORTS_PART)
    {
      const TosoReportsIndicator *info = self->figures->indicators->pdata[indicator];

      if (info->has_whole || info->adds_up)
        column.band = g_strdup (info->name);
    }

  g_array_append_val (self->columns, column);
}

static void
add_indicator (TosoReportsModel *self,
               guint             i)
{
  const TosoReportsIndicator *indicator = self->figures->indicators->pdata[i];
  g_autofree char            *whole = in_capitals (indicator->whole_name);
  g_autofree char            *name = NULL;

  if (!indicator->has_whole && !indicator->adds_up)
    {
      add_column (self, TOSO_REPORTS_PART, i, indicator->name, indicator->part_name);
      return;
    }

  add_column (self, TOSO_REPORTS_PART, i, C_ ("column", "Reached"), indicator->part_name);
  if (indicator->has_whole)
    {
      name = g_strdup_printf ("%s, %s", indicator->name, *whole != '\0' ? whole : C_ ("column", "Whole"));
      add_column (self, TOSO_REPORTS_WHOLE, i, *whole != '\0' ? whole : C_ ("column", "Whole"), name);
      g_free (name);
      name = g_strdup_printf ("%s, %s", indicator->name, C_ ("column", "Ratio %"));
      add_column (self, TOSO_REPORTS_RATIO, i, C_ ("column", "Ratio %"), name);
    }
  if (indicator->adds_up)
    {
      g_free (name);
      name = g_strdup_printf ("%s, %s", indicator->name, C_ ("column", "Since the year began"));
      add_column (self, TOSO_REPORTS_CUMULATIVE, i, C_ ("column", "Since the year began"), name);
    }
}

static void
build_columns (TosoReportsModel *self)
{
  g_array_set_size (self->columns, 0);
  add_column (self, TOSO_REPORTS_NUMBER, 0, C_ ("column", "No."), C_ ("column", "No."));
  add_column (self, TOSO_REPORTS_VILLAGE, 0, C_ ("column", "Village"), C_ ("column", "Village"));
  add_column (self, TOSO_REPORTS_STATE, 0, C_ ("column", "Report"), C_ ("column", "Report"));
  for (guint i = 0; i < self->figures->indicators->len; i++)
    add_indicator (self, i);
}

const TosoReportsColumn *
toso_reports_model_get_column (TosoReportsModel *self,
                               guint             column)
{
  return &g_array_index (self->columns, TosoReportsColumn, column);
}

const TosoReportsVillage *
toso_reports_model_get_village (TosoReportsModel *self,
                                guint             row)
{
  return self->figures->villages->pdata[row];
}

/* --- texts --- */

/* Of a village as of the commune: there of the sums, never of the ratios. */
static TosoFigure
ratio_of (TosoFigure part,
          TosoFigure whole)
{
  if (!part.known || !whole.known || whole.value <= 0)
    return TOSO_FIGURE_MISSING;

  return TOSO_FIGURE (100 * part.value / whole.value);
}

TosoFigure
toso_reports_model_get_value (const TosoReportsFigure *figure,
                              TosoReportsColumnKind    kind)
{
  switch (kind)
    {
    case TOSO_REPORTS_PART:
      return figure->part;

    case TOSO_REPORTS_WHOLE:
      return figure->whole;

    case TOSO_REPORTS_RATIO:
      return ratio_of (figure->part, figure->whole);

    case TOSO_REPORTS_CUMULATIVE:
      return figure->cumulative;

    case TOSO_REPORTS_NUMBER:
    case TOSO_REPORTS_VILLAGE:
    case TOSO_REPORTS_STATE:
    default:
      return TOSO_FIGURE_MISSING;
    }
}

static char *
format (TosoReportsModel        *self,
        const TosoReportsColumn *column,
        TosoFigure               value)
{
  if (value.known && column->kind == TOSO_REPORTS_RATIO)
    return toso_number_format_fixed (value.value, 1);
  if (value.known && column->kind == TOSO_REPORTS_PART && toso_reports_model_is_yes_no (self, column))
    return g_strdup (value.value > 0 ? C_ ("cell", "yes") : C_ ("cell", "no"));

  return toso_number_format_figure (value, 6);
}

static void
fill_figure (TosoReportsModel        *self,
             guint                    row,
             const TosoReportsColumn *column,
             TosoSheetCell           *cell)
{
  const TosoReportsFigure *figure = toso_reports_figures_get (self->figures, row, column->indicator);
  TosoFigure               value = toso_reports_model_get_value (figure, column->kind);
  const TosoReportsDraft  *draft = toso_reports_model_find_draft (self, row, column);

  if (draft != NULL)
    {
      cell->text = g_strdup (draft->text);
      cell->state = TOSO_SHEET_REFUSED;
      return;
    }

  cell->text = format (self, column, value);
  if (!value.known)
    cell->state |= TOSO_SHEET_MISSING;
  if (column->kind == TOSO_REPORTS_PART)
    cell->state |= figure->state;
  else if (column->kind == TOSO_REPORTS_WHOLE)
    cell->state |= figure->state & (TOSO_SHEET_IMPORTED | TOSO_SHEET_LOCKED);
  else
    cell->state |= TOSO_SHEET_COMPUTED;
}

/* --- TosoSheetModel --- */

static guint
get_n_rows (TosoSheetModel *model)
{
  TosoReportsModel *self = TOSO_REPORTS_MODEL (model);

  return self->figures != NULL ? self->figures->villages->len : 0;
}

static guint
get_n_columns (TosoSheetModel *model)
{
  return TOSO_REPORTS_MODEL (model)->columns->len;
}

static gboolean
is_counted (TosoReportsModel        *self,
            const TosoReportsColumn *column)
{
  return ((const TosoReportsIndicator *) self->figures->indicators->pdata[column->indicator])->counted;
}

static void
get_column (TosoSheetModel  *model,
            guint            i,
            TosoSheetColumn *info)
{
  TosoReportsModel        *self = TOSO_REPORTS_MODEL (model);
  const TosoReportsColumn *column = toso_reports_model_get_column (self, i);
  static const int         widths[] = { [TOSO_REPORTS_NUMBER] = 3, [TOSO_REPORTS_VILLAGE] = 17, [TOSO_REPORTS_STATE] = 12 };

  info->title = column->title;
  info->name = column->name;
  info->frozen = column->kind <= TOSO_REPORTS_STATE;
  info->row_header = column->kind == TOSO_REPORTS_VILLAGE;
  info->is_text = column->kind == TOSO_REPORTS_VILLAGE || column->kind == TOSO_REPORTS_STATE;
  info->computed = !info->frozen && (!toso_reports_column_is_typed (column) || is_counted (self, column));
  info->band = column->band;
  if (info->frozen)
    info->width = widths[column->kind];
  else if (column->band == NULL)
    info->width = 14;
}

static void
get_cell (TosoSheetModel *model,
          guint           row,
          guint           i,
          TosoSheetCell  *cell)
{
  TosoReportsModel         *self = TOSO_REPORTS_MODEL (model);
  const TosoReportsColumn  *column = toso_reports_model_get_column (self, i);
  const TosoReportsVillage *village = toso_reports_model_get_village (self, row);

  switch (column->kind)
    {
    case TOSO_REPORTS_NUMBER:
      cell->text = g_strdup_printf ("%u", row + 1);
      break;

    case TOSO_REPORTS_VILLAGE:
      cell->text = g_strdup (village->name);
      break;

    case TOSO_REPORTS_STATE:
      cell->text = g_strdup (village->state);
      cell->has_mark = TRUE;
      cell->mark = village->mark;
      break;

    case TOSO_REPORTS_PART:
    case TOSO_REPORTS_WHOLE:
    case TOSO_REPORTS_RATIO:
    case TOSO_REPORTS_CUMULATIVE:
    default:
      fill_figure (self, row, column, cell);
    }
}

static void
get_total (TosoSheetModel *model,
           guint           i,
           TosoSheetTotal *result)
{
  TosoReportsModel        *self = TOSO_REPORTS_MODEL (model);
  const TosoReportsColumn *column = toso_reports_model_get_column (self, i);
  const TosoReportsTotal  *total = &self->figures->totals[column->indicator];
  TosoCoverage             coverage = total->coverage;

  switch (column->kind)
    {
    case TOSO_REPORTS_VILLAGE:
      result->text = g_strdup (_ ("Whole commune"));
      result->coverage = g_strdup (_ ("villages that reported"));
      return;

    case TOSO_REPORTS_NUMBER:
    case TOSO_REPORTS_STATE:
      return;

    case TOSO_REPORTS_PART:
      result->text = toso_number_format_figure (total->part, 6);
      break;

    case TOSO_REPORTS_WHOLE:
      result->text = toso_number_format_figure (total->whole, 6);
      break;

    case TOSO_REPORTS_RATIO:
      result->text = format (self, column, ratio_of (total->part, total->whole));
      break;

    case TOSO_REPORTS_CUMULATIVE:
    default:
      result->text = toso_number_format_figure (total->cumulative, 6);
      coverage = total->cumulative_coverage;
    }
  result->coverage = g_strdup_printf ("%u/%u", coverage.reported, coverage.expected);
  result->doubtful = total->doubtful;
}

/* Without points between thousands: other programs take them for decimals. */
static char *
dup_edit_text (TosoSheetModel *model,
               guint           row,
               guint           i)
{
  TosoReportsModel        *self = TOSO_REPORTS_MODEL (model);
  const TosoReportsColumn *column = toso_reports_model_get_column (self, i);
  const TosoReportsDraft  *draft = toso_reports_model_find_draft (self, row, column);
  TosoFigure               value;
  g_autofree char         *text = NULL;
  GString                 *plain;

  if (draft != NULL)
    return g_strdup (draft->text);
  if (column->kind <= TOSO_REPORTS_STATE)
    return g_strdup ("");
  value = toso_reports_model_get_value (toso_reports_figures_get (self->figures, row, column->indicator), column->kind);
  if (!value.known)
    return g_strdup ("");

  text = format (self, column, value);
  plain = g_string_new (text);
  g_string_replace (plain, ".", "", 0);

  return g_string_free (plain, FALSE);
}

static gboolean
can_edit (TosoSheetModel *model,
          guint           row,
          guint           i)
{
  TosoReportsModel        *self = TOSO_REPORTS_MODEL (model);
  const TosoReportsColumn *column = toso_reports_model_get_column (self, i);

  return toso_reports_column_is_typed (column) && !is_counted (self, column) && !toso_session_is_read_only (self->session);
}

static void
model_iface_init (TosoSheetModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_cell = get_cell;
  iface->get_total = get_total;
  iface->dup_edit_text = dup_edit_text;
  iface->can_edit = can_edit;
  iface->set_text = toso_reports_model_set_text;
}

/* --- questions --- */

const char *
toso_reports_model_get_question (TosoReportsModel *self,
                                 guint             row,
                                 guint             i,
                                 gboolean         *refused)
{
  const TosoReportsColumn *column;
  const TosoReportsDraft  *draft;

  g_return_val_if_fail (TOSO_IS_REPORTS_MODEL (self), NULL);

  column = toso_reports_model_get_column (self, i);
  draft = toso_reports_model_find_draft (self, row, column);
  *refused = draft != NULL;
  if (draft != NULL)
    return draft->sentence;

  if (column->kind != TOSO_REPORTS_PART)
    return NULL;
  if (toso_reports_figures_get (self->figures, row, column->indicator)->question != NULL)
    return toso_reports_figures_get (self->figures, row, column->indicator)->question;

  return toso_reports_model_get_village (self, row)->question;
}

/* To be asked or corrected; what is only remarkable does not count. */
static gboolean
is_open (TosoReportsModel *self,
         guint             row,
         guint             i)
{
  const TosoReportsColumn *column = toso_reports_model_get_column (self, i);

  if (toso_reports_model_find_draft (self, row, column) != NULL)
    return TRUE;

  return column->kind == TOSO_REPORTS_PART &&
         (toso_reports_figures_get (self->figures, row, column->indicator)->state & TOSO_SHEET_DOUBTFUL);
}

gboolean
toso_reports_model_find_question (TosoReportsModel *self,
                                  guint            *row,
                                  guint            *column)
{
  guint n_columns = self->columns->len;
  guint n = self->figures->villages->len * n_columns;

  for (guint i = 1; i <= n; i++)
    {
      guint place = (*row * n_columns + *column + i) % n;

      if (is_open (self, place / n_columns, place % n_columns))
        {
          *row = place / n_columns;
          *column = place % n_columns;
          return TRUE;
        }
    }

  return FALSE;
}

guint
toso_reports_model_count_questions (TosoReportsModel *self)
{
  guint n = 0;

  g_return_val_if_fail (TOSO_IS_REPORTS_MODEL (self), 0);

  for (guint row = 0; row < self->figures->villages->len; row++)
    for (guint column = 0; column < self->columns->len; column++)
      n += is_open (self, row, column);

  return n;
}

/* --- object --- */

static void
toso_reports_model_finalize (GObject *object)
{
  TosoReportsModel *self = TOSO_REPORTS_MODEL (object);

  g_clear_pointer (&self->figures, toso_reports_figures_free);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->drafts, g_hash_table_unref);

  G_OBJECT_CLASS (toso_reports_model_parent_class)->finalize (object);
}

static void
toso_reports_model_class_init (TosoReportsModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = toso_reports_model_finalize;
}

static void
toso_reports_model_init (TosoReportsModel *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (TosoReportsColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, toso_reports_draft_free);
}

/* --- public --- */

static gboolean
has_same_layout (const TosoReportsFigures *a,
                 const TosoReportsFigures *b)
{
  if (a == NULL || a->locked != b->locked || !toso_period_equal (a->period, b->period) || a->villages->len != b->villages->len ||
      a->indicators->len != b->indicators->len)
    return FALSE;
  for (guint i = 0; i < a->villages->len; i++)
    if (((const TosoReportsVillage *) a->villages->pdata[i])->village_id != ((const TosoReportsVillage *) b->villages->pdata[i])->village_id)
      return FALSE;
  for (guint i = 0; i < a->indicators->len; i++)
    {
      const TosoReportsIndicator *first = a->indicators->pdata[i];
      const TosoReportsIndicator *second = b->indicators->pdata[i];

      if (first->indicator_id != second->indicator_id || first->has_whole != second->has_whole ||
          first->adds_up != second->adds_up || first->kind != second->kind || !g_str_equal (first->name, second->name) || !g_str_equal (first->group, second->group) ||
          !g_str_equal (first->part_name, second->part_name) || !g_str_equal (first->whole_name, second->whole_name))
        return FALSE;
    }

  return TRUE;
}

void
toso_reports_model_update (TosoReportsModel *self)
{
  g_autoptr (TosoReportsFigures) figures = NULL;
  GError  *error = NULL;
  gboolean same;

  g_return_if_fail (TOSO_IS_REPORTS_MODEL (self));

  figures = toso_reports_figures_load (self->session, &error);
  if (figures == NULL)
    {
      /* A kind of period that nobody reports is no failure. */
      if (g_error_matches (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND))
        g_clear_error (&error);
      else
        toso_session_take_error (self->session, error);
      g_clear_pointer (&self->figures, toso_reports_figures_free);
      g_array_set_size (self->columns, 0);
      toso_sheet_model_layout_changed (TOSO_SHEET_MODEL (self));
      return;
    }

  same = has_same_layout (self->figures, figures);
  g_clear_pointer (&self->figures, toso_reports_figures_free);
  self->figures = g_steal_pointer (&figures);
  if (same)
    {
      toso_sheet_model_cells_changed (TOSO_SHEET_MODEL (self), TOSO_SHEET_ALL, TOSO_SHEET_ALL);
      return;
    }

  build_columns (self);
  toso_sheet_model_layout_changed (TOSO_SHEET_MODEL (self));
}

TosoReportsModel *
toso_reports_model_new (TosoSession *session)
{
  TosoReportsModel *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_REPORTS_MODEL, NULL);
  self->session = session;
  toso_reports_model_update (self);

  return self;
}

const TosoReportsFigures *
toso_reports_model_get (TosoReportsModel *self)
{
  g_return_val_if_fail (TOSO_IS_REPORTS_MODEL (self), NULL);

  return self->figures;
}

TosoReportsColumnKind
toso_reports_model_get_kind (TosoReportsModel *self,
                             guint             column,
                             guint            *indicator)
{
  *indicator = toso_reports_model_get_column (self, column)->indicator;

  return toso_reports_model_get_column (self, column)->kind;
}
