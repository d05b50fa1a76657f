/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-reports-model.h"
#include "exchange/toso-block-match.h"

G_BEGIN_DECLS

/* What pasting a block would do to the villages' figures, before anything is
 * written: a change for each village and indicator that the block speaks of. */

typedef enum
{
  TOSO_PASTE_CONFLICT, /* not a figure, refused by a rule, or locked: left out */
  TOSO_PASTE_CHANGED,
  TOSO_PASTE_NEW,
  TOSO_PASTE_SAME,
  TOSO_PASTE_N_KINDS,
} TosoPasteKind;

typedef struct
{
  TosoPasteKind   kind;
  guint           village, indicator; /* of the model's figures */
  char           *before, *after;     /* "97/161" */
  char           *why;                /* of a conflict, or what to ask; or NULL */
  TosoMeasurement measurement;
} TosoPasteChange;

typedef struct
{
  GPtrArray *changes;  /* of TosoPasteChange, conflicts first */
  GPtrArray *left_out; /* of char *: rows and columns that are not ours, in words */
  guint      counts[TOSO_PASTE_N_KINDS];
  guint      n_villages;
  gboolean   by_order; /* no village is named */
  gboolean   by_titles;
  char      *ambiguous; /* the first such number; or NULL */
} TosoPastePlan;

TosoPastePlan *toso_paste_plan_new   (TosoSession         *session,
                                      TosoReportsModel    *model,
                                      const TosoCopiedBlock     *block,
                                      guint                row, /* of the cursor */
                                      guint                column,
                                      TosoComma            comma, /* asked once a block */
                                      GError             **error);
void     toso_paste_plan_free  (TosoPastePlan *plan);
guint          toso_paste_plan_count (const TosoPastePlan *plan, /* that would be written */
                                      gboolean             replace);
/* One command, one step to undo.  @replace: figures that differ, too. */
gboolean toso_paste_plan_write (const TosoPastePlan *plan,
                                TosoSession         *session,
                                gboolean             replace,
                                GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoPastePlan, toso_paste_plan_free)

G_END_DECLS
