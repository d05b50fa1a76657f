/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-reports-model-private.h"

#include <glib/gi18n.h>

#include "core/toso-error.h"
#include "core/toso-text.h"
#include "store/toso-year-reports.h"

/* What is typed into the villages' figures. */

void
toso_reports_draft_free (gpointer data)
{
  TosoReportsDraft *draft = data;

  g_free (draft->text);
  g_free (draft->sentence);
  g_free (draft);
}

/* --- drafts --- */

static char *
make_key (TosoReportsModel        *self,
          guint                    row,
          const TosoReportsColumn *column)
{
  const TosoReportsIndicator *indicator = self->figures->indicators->pdata[column->indicator];
  g_autofree char            *period = toso_period_to_string (self->figures->period);

  return g_strdup_printf ("%s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d",
                          period,
                          indicator->group,
                          indicator->indicator_id,
                          toso_reports_model_get_village (self, row)->village_id,
                          column->kind == TOSO_REPORTS_WHOLE);
}

gboolean
toso_reports_column_is_typed (const TosoReportsColumn *column)
{
  return column->kind == TOSO_REPORTS_PART || column->kind == TOSO_REPORTS_WHOLE;
}

const TosoReportsDraft *
toso_reports_model_find_draft (TosoReportsModel        *self,
                               guint                    row,
                               const TosoReportsColumn *column)
{
  g_autofree char *key = NULL;

  if (!toso_reports_column_is_typed (column) || g_hash_table_size (self->drafts) == 0)
    return NULL;
  key = make_key (self, row, column);

  return g_hash_table_lookup (self->drafts, key);
}

static TosoReportsDraft *
keep_draft (TosoReportsModel        *self,
            guint                    row,
            const TosoReportsColumn *column,
            const char              *text,
            const char              *sentence)
{
  TosoReportsDraft *draft = g_new0 (TosoReportsDraft, 1);

  draft->text = g_strdup (text);
  draft->sentence = g_strdup (sentence);
  g_hash_table_insert (self->drafts, make_key (self, row, column), draft);

  return draft;
}

static void
drop_draft (TosoReportsModel        *self,
            guint                    row,
            const TosoReportsColumn *column)
{
  g_autofree char *key = make_key (self, row, column);

  g_hash_table_remove (self->drafts, key);
}

gboolean
toso_reports_model_is_yes_no (TosoReportsModel        *self,
                              const TosoReportsColumn *column)
{
  return ((const TosoReportsIndicator *) self->figures->indicators->pdata[column->indicator])->kind == TOSO_TARGET_YES_NO;
}

/* --- writing --- */

static gboolean
is_one_of (const char        *text,
           const char *const *words)
{
  g_autofree char *folded = toso_text_fold (text);

  return g_strv_contains (words, folded);
}

/* FALSE: no figure; @sentence says what to do. */
static gboolean
read_text (TosoReportsModel        *self,
           const TosoReportsColumn *column,
           const char              *text,
           TosoFigure              *figure,
           char                   **sentence)
{
  static const char *const yes[] = { "co", "c", "x", "yes", "y", "roi", NULL };
  static const char *const no[] = { "khong", "k", "no", "n", "chua", NULL };
  double                   value;

  if (toso_reports_model_is_yes_no (self, column) && (is_one_of (text, yes) || is_one_of (text, no)))
    {
      *figure = TOSO_FIGURE (is_one_of (text, yes));
      return TRUE;
    }

  switch (toso_number_parse (text, &value))
    {
    case TOSO_NUMBER_OK:
      *figure = TOSO_FIGURE (value);
      return TRUE;

    case TOSO_NUMBER_EMPTY:
      *figure = TOSO_FIGURE_MISSING;
      return TRUE;

    case TOSO_NUMBER_AMBIGUOUS:
      *sentence = g_strdup_printf (_ ("“%s” can be read in two ways. Type a thousand without a sign: 1234."), text);
      return FALSE;

    case TOSO_NUMBER_BAD:
    default:
      *sentence = g_strdup_printf (_ ("“%s” is not a number. Type a number such as 1234,5, or - when it was not reported."), text);
      return FALSE;
    }
}

static gboolean
read_draft (TosoReportsModel        *self,
            guint                    row,
            const TosoReportsColumn *column,
            double                  *value)
{
  const TosoReportsDraft *draft = toso_reports_model_find_draft (self, row, column);

  return draft != NULL && toso_number_parse (draft->text, value) == TOSO_NUMBER_OK;
}

static gboolean
has_number_draft (TosoReportsModel        *self,
                  guint                    row,
                  const TosoReportsColumn *column)
{
  double value;

  return read_draft (self, row, column, &value);
}

/* The other figure of a ratio: as typed last, even where it was refused, as
 * it was perhaps refused for the sake of this one. */
static TosoFigure
get_other (TosoReportsModel        *self,
           guint                    row,
           const TosoReportsColumn *column)
{
  TosoReportsColumn other = *column;
  double            value;

  other.kind = column->kind == TOSO_REPORTS_PART ? TOSO_REPORTS_WHOLE : TOSO_REPORTS_PART;
  if (read_draft (self, row, &other, &value))
    return TOSO_FIGURE (value);

  return toso_reports_model_get_value (toso_reports_figures_get (self->figures, row, column->indicator), other.kind);
}

static gboolean
is_same (TosoFigure a,
         TosoFigure b)
{
  return a.known == b.known && (!a.known || a.value == b.value);
}

static char *
make_title (TosoReportsModel           *self,
            guint                       row,
            const TosoReportsIndicator *indicator,
            TosoFigure                  part,
            TosoFigure                  whole)
{
  const char      *village = toso_reports_model_get_village (self, row)->name;
  g_autofree char *period = toso_period_screen_title (self->figures->period);
  g_autofree char *first = toso_number_format_figure (part, 6);
  g_autofree char *second = toso_number_format_figure (whole, 6);
  g_autofree char *figure = NULL;

  if (!part.known && !whole.known)
    /* Translators: code of an indicator, village, period */
    return g_strdup_printf (_ ("Take back the figure of %s, %s, %s"), indicator->name, village, period);

  figure = whole.known ? g_strdup_printf ("%s/%s", first, second) : g_strdup (first);
  /* Translators: code of an indicator, village, period, figure such as "46/100" */
  return g_strdup_printf (_ ("Record %s, %s, %s: %s"), indicator->name, village, period, figure);
}

/* One cell, one command.  A figure of a village has come from its report. */
static gboolean
write_figure (TosoReportsModel           *self,
              guint                       row,
              const TosoReportsIndicator *indicator,
              TosoFigure                  part,
              TosoFigure                  whole,
              const char                 *note,
              const char                 *reason, /* or NULL */
              GError                    **error)
{
  g_autoptr (GPtrArray) measurements = g_ptr_array_new ();
  g_autofree char *group = g_strdup (indicator->group);
  g_autofree char *text = g_strdup (note);
  g_autofree char *title = make_title (self, row, indicator, part, whole);
  TosoMeasurement  measurement = {
     .indicator_id = indicator->indicator_id,
     .village_id = toso_reports_model_get_village (self, row)->village_id,
     .period = self->figures->period,
     .breakdown = group,
     .numerator = part,
     .denominator = whole,
     .note = text,
  };
  TosoWrite write = { .measurements = measurements, .title = title, .reason = reason, .received = part.known };

  g_ptr_array_add (measurements, &measurement);

  return toso_year_write (toso_session_get_year (self->session), &write, NULL, error);
}

static gboolean
record (TosoReportsModel        *self,
        guint                    row,
        const TosoReportsColumn *column,
        TosoFigure               value,
        const char              *reason,
        GError                 **error)
{
  const TosoReportsFigure    *figure = toso_reports_figures_get (self->figures, row, column->indicator);
  const TosoReportsIndicator *indicator = self->figures->indicators->pdata[column->indicator];
  TosoFigure                  other = indicator->has_whole ? get_other (self, row, column) : TOSO_FIGURE_MISSING;
  TosoFigure                  part = column->kind == TOSO_REPORTS_PART ? value : other;
  TosoFigure                  whole = column->kind == TOSO_REPORTS_PART ? other : value;
  g_autofree char            *note = g_strdup (figure->note != NULL ? figure->note : "");

  if (is_same (part, figure->part) && is_same (whole, figure->whole))
    return TRUE;

  return write_figure (self, row, indicator, part, whole, note, reason, error);
}

/* What the rules refuse is no failure: the figure waits, marked. */
static TosoSheetAnswer
refuse (TosoReportsModel *self,
        guint             row,
        guint             i,
        const char       *text,
        GError           *error)
{
  TosoReportsDraft *draft = keep_draft (self, row, toso_reports_model_get_column (self, i), text, error->message);

  draft->is_locked = g_error_matches (error, TOSO_ERROR, TOSO_ERROR_LOCKED);
  if (!draft->is_locked && !g_error_matches (error, TOSO_ERROR, TOSO_ERROR_INVALID))
    toso_session_take_error (self->session, g_error_copy (error));
  toso_sheet_model_cells_changed (TOSO_SHEET_MODEL (self), row, i);

  return TOSO_SHEET_NOT_WRITTEN;
}

static TosoSheetAnswer
put_text (TosoReportsModel *self,
          guint             row,
          guint             i,
          const char       *text,
          const char       *reason) /* or NULL */
{
  TosoSheetModel *model = TOSO_SHEET_MODEL (self);
  /* Copies: writing loads everything anew. */
  TosoReportsColumn column = *toso_reports_model_get_column (self, i);
  TosoReportsColumn other = column;
  TosoFigure        value;
  gboolean          frees_other;
  g_autofree char  *sentence = NULL;
  g_autoptr (GError) error = NULL;

  other.kind = column.kind == TOSO_REPORTS_PART ? TOSO_REPORTS_WHOLE : TOSO_REPORTS_PART;
  if (!read_text (self, &column, text, &value, &sentence))
    {
      keep_draft (self, row, &column, text, sentence);
      toso_sheet_model_cells_changed (model, row, i);
      return TOSO_SHEET_NOT_WRITTEN;
    }
  frees_other = has_number_draft (self, row, &other);
  if (!record (self, row, &column, value, reason, &error))
    return refuse (self, row, i, text, error);

  drop_draft (self, row, &column);
  /* Both figures are written together, so the other waits no more. */
  if (frees_other)
    drop_draft (self, row, &other);
  toso_sheet_model_cells_changed (model, TOSO_SHEET_ALL, TOSO_SHEET_ALL);

  return toso_reports_figures_get (self->figures, row, column.indicator)->question != NULL ? TOSO_SHEET_ASKED
                                                                                           : TOSO_SHEET_ACCEPTED;
}

TosoSheetAnswer
toso_reports_model_set_text (TosoSheetModel *model,
                             guint           row,
                             guint           i,
                             const char     *text)
{
  return put_text (TOSO_REPORTS_MODEL (model), row, i, text, NULL);
}

gboolean
toso_reports_model_needs_reason (TosoReportsModel *self,
                                 guint             row,
                                 guint             i)
{
  const TosoReportsDraft *draft = toso_reports_model_find_draft (self, row, toso_reports_model_get_column (self, i));

  return draft != NULL && draft->is_locked;
}

gboolean
toso_reports_model_write_with_reason (TosoReportsModel *self,
                                      guint             row,
                                      guint             i,
                                      const char       *reason)
{
  const TosoReportsDraft *draft = toso_reports_model_find_draft (self, row, toso_reports_model_get_column (self, i));
  g_autofree char        *text = NULL;

  g_return_val_if_fail (draft != NULL, FALSE);

  text = g_strdup (draft->text);

  return put_text (self, row, i, text, reason) != TOSO_SHEET_NOT_WRITTEN;
}

gboolean
toso_reports_model_set_note (TosoReportsModel *self,
                             guint             row,
                             guint             i,
                             const char       *note)
{
  const TosoReportsColumn    *column = toso_reports_model_get_column (self, i);
  const TosoReportsIndicator *indicator = self->figures->indicators->pdata[column->indicator];
  const TosoReportsFigure    *figure = toso_reports_figures_get (self->figures, row, column->indicator);
  GError                     *error = NULL;

  if (g_strcmp0 (figure->note, note) == 0)
    return TRUE;
  if (write_figure (self, row, indicator, figure->part, figure->whole, note, NULL, &error))
    return TRUE;

  toso_session_take_error (self->session, error);

  return FALSE;
}

gboolean
toso_reports_model_read_text (TosoReportsModel *self,
                              guint             column,
                              const char       *text,
                              TosoFigure       *figure,
                              char            **sentence)
{
  g_return_val_if_fail (TOSO_IS_REPORTS_MODEL (self), FALSE);

  return read_text (self, toso_reports_model_get_column (self, column), text, figure, sentence);
}
