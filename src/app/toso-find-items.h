/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-session.h"

G_BEGIN_DECLS

/* Everything that "Find anything" leads to. */

typedef struct
{
  const char *group;  /* translated: "Nhiệm vụ" */
  char       *name;
  char       *code;   /* also leads to it; or NULL */
  char       *action; /* of the window, with its target */
} TosoFindItem;

GPtrArray *toso_find_items_new  (void); /* of TosoFindItem */
/* Adds the next part, a list of the year at a time so that the window is never
 * held up; FALSE: there was none left.  @step: from 0. */
gboolean   toso_find_items_add  (GPtrArray   *items,
                                 TosoSession *session,
                                 guint        step);

G_END_DECLS
