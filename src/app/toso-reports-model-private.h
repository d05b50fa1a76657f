/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-reports-model.h"

G_BEGIN_DECLS

typedef struct
{
  TosoReportsColumnKind kind;
  guint                 indicator;
  char                 *band; /* or NULL */
  char                 *title;
  char                 *name;
} TosoReportsColumn;

/* What was typed and not written. */
typedef struct
{
  char *text;
  char *sentence;
  gboolean is_locked; /* a reason is all it lacks */
} TosoReportsDraft;

struct _TosoReportsModel
{
  GObject parent_instance;

  TosoSession        *session; /* not owned: the page's */
  TosoReportsFigures *figures;
  GArray             *columns; /* of TosoReportsColumn */
  GHashTable         *drafts;  /* place in words to TosoReportsDraft */
};

/* toso-reports-model.c */
const TosoReportsColumn  *toso_reports_model_get_column  (TosoReportsModel *self,
                                                          guint             column);
const TosoReportsVillage *toso_reports_model_get_village (TosoReportsModel *self,
                                                          guint             row);
TosoFigure                toso_reports_model_get_value   (const TosoReportsFigure *figure,
                                                          TosoReportsColumnKind    kind);

/* toso-reports-write.c */
gboolean                  toso_reports_column_is_typed   (const TosoReportsColumn *column);
const TosoReportsDraft   *toso_reports_model_find_draft  (TosoReportsModel        *self,
                                                          guint                    row,
                                                          const TosoReportsColumn *column);
gboolean                  toso_reports_model_is_yes_no   (TosoReportsModel        *self,
                                                          const TosoReportsColumn *column);
TosoSheetAnswer           toso_reports_model_set_text    (TosoSheetModel *model,
                                                          guint           row,
                                                          guint           column,
                                                          const char     *text);
void                      toso_reports_draft_free        (gpointer draft);

G_END_DECLS
