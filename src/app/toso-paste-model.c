/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-paste-model.h"

#include <glib/gi18n.h>

enum {
  COLUMN_VILLAGE,
  COLUMN_INDICATOR,
  COLUMN_BEFORE,
  COLUMN_AFTER,
  COLUMN_KIND,
  N_COLUMNS
};

struct _TosoPasteModel
{
  GObject parent_instance;

  TosoReportsModel    *reports;
  const TosoPastePlan *plan; /* not owned; or NULL */
};

static void model_iface_init (TosoSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TosoPasteModel,
                               toso_paste_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TOSO_TYPE_SHEET_MODEL, model_iface_init))

static guint
get_n_rows (TosoSheetModel *model)
{
  const TosoPastePlan *plan = TOSO_PASTE_MODEL (model)->plan;

  return plan != NULL ? plan->changes->len : 0;
}

static guint
get_n_columns (TosoSheetModel *model)
{
  return N_COLUMNS;
}

static void
get_column (TosoSheetModel  *model,
            guint            column,
            TosoSheetColumn *info)
{
  static const struct
  {
    const char *title;
    int         width;
    gboolean    is_text;
  } columns[] = {
    [COLUMN_VILLAGE] = { NC_ ("column", "Village"), 17, TRUE },
    [COLUMN_INDICATOR] = { NC_ ("column", "Figure"), 32, TRUE },
    [COLUMN_BEFORE] = { NC_ ("column", "Now"), 10, FALSE },
    [COLUMN_AFTER] = { NC_ ("column", "In the block"), 10, FALSE },
    [COLUMN_KIND] = { NC_ ("column", "Becomes"), 40, TRUE },
  };

  info->title = info->name = g_dpgettext2 (NULL, "column", columns[column].title);
  info->width = columns[column].width;
  info->frozen = info->row_header = column == COLUMN_VILLAGE;
  info->is_text = columns[column].is_text;
}

static char *
describe (const TosoPasteChange *change)
{
  switch (change->kind)
    {
    case TOSO_PASTE_CONFLICT:
      return g_strdup_printf (C_ ("paste", "left out: %s"), change->why);

    case TOSO_PASTE_CHANGED:
      return change->why != NULL ? g_strdup_printf (C_ ("paste", "changes; %s"), change->why) : g_strdup (C_ ("paste", "changes"));

    case TOSO_PASTE_NEW:
      return change->why != NULL ? g_strdup_printf (C_ ("paste", "new; %s"), change->why) : g_strdup (C_ ("paste", "new"));

    case TOSO_PASTE_SAME:
    case TOSO_PASTE_N_KINDS:
    default:
      return g_strdup (C_ ("paste", "the same"));
    }
}

static void
get_cell (TosoSheetModel *model,
          guint           row,
          guint           column,
          TosoSheetCell  *cell)
{
  static const TosoMark marks[] = {
    [TOSO_PASTE_CONFLICT] = TOSO_MARK_SQUARE,
    [TOSO_PASTE_CHANGED] = TOSO_MARK_TRIANGLE,
    [TOSO_PASTE_NEW] = TOSO_MARK_CIRCLE,
    [TOSO_PASTE_SAME] = TOSO_MARK_RING,
  };
  TosoPasteModel           *self = TOSO_PASTE_MODEL (model);
  const TosoReportsFigures *figures = toso_reports_model_get (self->reports);
  const TosoPasteChange    *change = self->plan->changes->pdata[row];

  switch (column)
    {
    case COLUMN_VILLAGE:
      cell->text = g_strdup (((const TosoReportsVillage *) figures->villages->pdata[change->village])->name);
      break;

    case COLUMN_INDICATOR:
      cell->text = g_strdup (((const TosoReportsIndicator *) figures->indicators->pdata[change->indicator])->name);
      break;

    case COLUMN_BEFORE:
      cell->text = g_strdup (change->before);
      break;

    case COLUMN_AFTER:
      cell->text = g_strdup (change->after);
      break;

    case COLUMN_KIND:
    default:
      cell->text = describe (change);
      cell->has_mark = TRUE;
      cell->mark = marks[change->kind];
    }
}

static void
model_iface_init (TosoSheetModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_cell = get_cell;
}

static void
toso_paste_model_finalize (GObject *object)
{
  g_clear_object (&TOSO_PASTE_MODEL (object)->reports);

  G_OBJECT_CLASS (toso_paste_model_parent_class)->finalize (object);
}

static void
toso_paste_model_class_init (TosoPasteModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = toso_paste_model_finalize;
}

static void
toso_paste_model_init (TosoPasteModel *self)
{
}

TosoPasteModel *
toso_paste_model_new (TosoReportsModel *reports)
{
  TosoPasteModel *self = g_object_new (TOSO_TYPE_PASTE_MODEL, NULL);

  self->reports = g_object_ref (reports);

  return self;
}

void
toso_paste_model_set (TosoPasteModel      *self,
                      const TosoPastePlan *plan)
{
  g_return_if_fail (TOSO_IS_PASTE_MODEL (self));

  self->plan = plan;
  toso_sheet_model_layout_changed (TOSO_SHEET_MODEL (self));
}
