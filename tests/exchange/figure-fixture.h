/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/toso-figure-table.h"

G_BEGIN_DECLS

/* What is asked of five villages for March 2026, and what was read, in a line. */

#define N_ASKED 3

extern const TosoAskedFigure asked[N_ASKED];

GPtrArray       *make_villages (void);
/* @form: its villages and what is asked for are filled in. */
TosoFigureTable *read_figures  (GBytes          *bytes,
                                const char      *name,
                                TosoFigureForm  *form,
                                GError         **error);
/* "100:5=60/120", "100@2026-02:5=…" of another period than March. */
char            *show_entries  (const TosoFigureTable *table);
/* "C3:number …" */
char            *show_problems (GPtrArray       *problems);

G_END_DECLS
