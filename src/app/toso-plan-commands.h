/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-plan-line.h"

G_BEGIN_DECLS

/* What a person does to the plan's text, as commands of the store. */

/* A place for a section: after a sibling (0: first) in a parent (0: outermost). */
typedef struct
{
  gint64 parent_id;
  gint64 after_id;
} TosoPlanPlace;

typedef enum
{
  TOSO_PLAN_MOVE_UP,
  TOSO_PLAN_MOVE_DOWN,
  TOSO_PLAN_MOVE_IN,  /* under the section before */
  TOSO_PLAN_MOVE_OUT, /* after its parent */
} TosoPlanMove;

/* FALSE when there is no such place.  @node_id: a section or TOSO_PLAN_NODE_*. */
gboolean toso_plan_find_move    (const TosoPlan     *plan,
                                 gint64              node_id,
                                 TosoPlanMove        move,
                                 TosoPlanPlace      *place);
gboolean toso_plan_find_after   (const TosoPlan     *plan,
                                 gint64              node_id,
                                 TosoPlanPlace      *place);
gboolean toso_plan_find_inside  (const TosoPlan     *plan,
                                 gint64              node_id,
                                 TosoPlanPlace      *place);

/* "2. Mục tiêu" → "2.", "Mục tiêu".  @old_label: what stood there. */
void     toso_plan_split_label  (const char         *text,
                                 const char         *old_label,
                                 char              **label,
                                 char              **rest);
/* Writes what a person made of @line: one command. */
gboolean toso_plan_write_line   (TosoYear           *year,
                                 const TosoPlan     *plan,
                                 const TosoPlanLine *line,
                                 const char         *text,
                                 GError            **error);

G_END_DECLS
