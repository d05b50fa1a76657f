/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* A chart on A4 or A3, whichever the dialog is told: over several pages where
 * letters of 9 pt do not fit one, each with its title and names. */
void               toso_chart_print         (GtkWindow       *parent,
                                             TosoSession     *session,
                                             const char      *kind,
                                             const char      *target); /* code, or NULL */

/* Takes @chart. */
GtkPrintOperation *toso_chart_print_prepare (TosoSession     *session,
                                             TosoReportChart *chart,
                                             const char      *job_name);

G_END_DECLS
