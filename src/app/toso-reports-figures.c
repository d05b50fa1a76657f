/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-reports-figures.h"

#include <glib/gi18n.h>

#include "app/toso-standing.h"
#include "store/toso-grid.h"

static void
indicator_free (gpointer data)
{
  TosoReportsIndicator *indicator = data;

  g_free (indicator->group);
  g_free (indicator->name);
  g_free (indicator->part_name);
  g_free (indicator->whole_name);
  g_free (indicator);
}

static void
village_free (gpointer data)
{
  TosoReportsVillage *village = data;

  g_free (village->name);
  g_free (village->code);
  g_free (village->state);
  g_free (village->question);
  g_free (village);
}

void
toso_reports_figures_free (TosoReportsFigures *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; self->figures != NULL && i < self->villages->len * self->indicators->len; i++)
    {
      g_free (self->figures[i].note);
      g_free (self->figures[i].question);
    }
  g_free (self->figures);
  g_free (self->totals);
  g_ptr_array_unref (self->indicators);
  g_ptr_array_unref (self->villages);
  g_free (self);
}

static TosoReportsFigure *
get_figure (const TosoReportsFigures *self,
            guint                     village,
            guint                     indicator)
{
  return &self->figures[village * self->indicators->len + indicator];
}

const TosoReportsFigure *
toso_reports_figures_get (const TosoReportsFigures *self,
                          guint                     village,
                          guint                     indicator)
{
  g_return_val_if_fail (self != NULL && village < self->villages->len && indicator < self->indicators->len, NULL);

  return get_figure (self, village, indicator);
}

/* --- what is asked of whom --- */

static void
add_indicator (TosoReportsFigures   *self,
               const TosoGridColumn *column)
{
  TosoReportsIndicator *indicator = g_new0 (TosoReportsIndicator, 1);
  const char           *part = *column->numerator_name != '\0' ? column->numerator_name : column->name;

  indicator->indicator_id = column->indicator_id;
  indicator->group = g_strdup (column->group);
  if (*column->group == '\0')
    {
      indicator->name = g_strdup (column->name);
      indicator->part_name = g_strdup (part);
    }
  else
    {
      /* Translators: an indicator, and the group of people it is counted for */
      indicator->name = g_strdup_printf (_ ("%s: %s"), column->name, column->group);
      indicator->part_name = g_strdup_printf (_ ("%s: %s"), part, column->group);
    }
  indicator->whole_name = g_strdup (column->denominator_name);
  indicator->kind = column->kind;
  indicator->has_whole = column->has_denominator;
  indicator->counted = column->counted;
  indicator->adds_up = column->over_time == TOSO_OVER_TIME_FLOW;
  g_ptr_array_add (self->indicators, indicator);
}

static void
add_village (TosoReportsFigures      *self,
             const TosoVillageStatus *status)
{
  TosoReportsVillage *row = g_new0 (TosoReportsVillage, 1);
  TosoStanding        standing = toso_standing_of (status);

  row->mark = toso_standing_get_mark (standing);
  row->village_id = status->village->id;
  row->name = g_strdup (status->village->name);
  row->code = g_strdup (status->village->code != NULL ? status->village->code : "");
  /* While there is time, how far it has come says more. */
  if (status->timeliness == TOSO_TIMELINESS_NOT_YET_DUE && status->n_figures > 0)
    /* Translators: figures that a village has given, of those asked for */
    row->state = g_strdup_printf (C_ ("village", "%u of %u"), status->n_figures, status->n_expected);
  else
    row->state = g_strdup (toso_standing_get_text (standing));
  row->received = status->timeliness == TOSO_TIMELINESS_ON_TIME || status->timeliness == TOSO_TIMELINESS_LATE;
  g_ptr_array_add (self->villages, row);

  self->n_received += row->received;
  self->n_late += status->timeliness == TOSO_TIMELINESS_LATE;
  self->n_overdue += status->timeliness == TOSO_TIMELINESS_OVERDUE;
}

/* --- figures --- */

static void
take_cell (TosoReportsFigure  *figure,
           const TosoGridCell *cell)
{
  figure->part = cell->numerator;
  figure->whole = cell->denominator;
  figure->cumulative = cell->cumulative;
  figure->previous = cell->previous;
  figure->note = g_strdup (cell->note != NULL ? cell->note : "");
  if (*figure->note != '\0')
    figure->state |= TOSO_SHEET_NOTED;
  if (cell->origin == TOSO_ORIGIN_IMPORTED)
    figure->state |= TOSO_SHEET_IMPORTED;
  if (cell->origin == TOSO_ORIGIN_COMPUTED || cell->derived)
    figure->state |= TOSO_SHEET_COMPUTED;
  if (cell->locked)
    figure->state |= TOSO_SHEET_LOCKED;
}

static void
take_total (TosoReportsTotal    *total,
            const TosoGridTotal *from)
{
  total->part = from->numerator;
  total->whole = from->denominator;
  total->value = from->value;
  total->cumulative = from->cumulative;
  total->coverage = from->coverage;
  total->cumulative_coverage = from->cumulative_coverage;
}

/* A question makes the figure doubtful; what is only noted, is only shown. */
static void
take_finding (TosoReportsFigures    *self,
              const TosoGridFinding *finding)
{
  char **question;

  if (finding->severity < TOSO_SEVERITY_NOTE || finding->row >= self->villages->len)
    return;

  if (finding->column < 0)
    question = &((TosoReportsVillage *) self->villages->pdata[finding->row])->question;
  else
    {
      TosoReportsFigure *figure = get_figure (self, finding->row, (guint) finding->column);

      question = &figure->question;
      if (finding->severity >= TOSO_SEVERITY_ASK)
        {
          figure->state |= TOSO_SHEET_DOUBTFUL;
          self->totals[finding->column].doubtful = TRUE;
        }
      else if (figure->state & TOSO_SHEET_DOUBTFUL)
        return;
    }
  if (*question == NULL || finding->severity >= TOSO_SEVERITY_ASK)
    {
      g_free (*question);
      *question = g_strdup (finding->question);
    }
}

static void
fill (TosoReportsFigures *self,
      const TosoGrid     *grid)
{
  for (guint i = 0; i < self->indicators->len; i++)
    take_total (&self->totals[i], &grid->totals[i]);
  for (guint row = 0; row < self->villages->len; row++)
    for (guint i = 0; i < self->indicators->len; i++)
      take_cell (get_figure (self, row, i), toso_grid_get_cell (grid, row, i));
  for (guint i = 0; i < grid->findings->len; i++)
    take_finding (self, grid->findings->pdata[i]);
}

TosoReportsFigures *
toso_reports_figures_load (TosoSession *session,
                           GError     **error)
{
  TosoReportsFigures *self;
  TosoPeriod          period;
  g_autoptr (TosoGrid) grid = NULL;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  period = toso_session_get_period (session);
  grid = toso_grid_load (toso_session_get_year (session), period, toso_date_today (), error);
  if (grid == NULL)
    return NULL;

  self = g_new0 (TosoReportsFigures, 1);
  self->period = period;
  self->first = grid->period->first;
  self->last = grid->period->last;
  self->due = grid->period->village_due;
  self->locked = grid->period->locked;
  self->indicators = g_ptr_array_new_with_free_func (indicator_free);
  self->villages = g_ptr_array_new_with_free_func (village_free);
  for (guint i = 0; i < grid->columns->len; i++)
    add_indicator (self, grid->columns->pdata[i]);
  for (guint i = 0; i < grid->rows->len; i++)
    add_village (self, grid->rows->pdata[i]);
  self->figures = g_new0 (TosoReportsFigure, self->villages->len * self->indicators->len + 1);
  self->totals = g_new0 (TosoReportsTotal, self->indicators->len + 1);
  fill (self, grid);

  return self;
}
