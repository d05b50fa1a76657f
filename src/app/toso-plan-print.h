/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* The system's print dialog for a paper, with its page ranges, even and odd
 * pages; each page in its own orientation.  Failures go to the session.
 * @current_page: the one being looked at, from 0. */
void toso_plan_print (TosoDocument *document,
                      TosoSession  *session,
                      GtkWindow    *parent,
                      guint         current_page,
                      const char   *job_name);
/* The same for what is a PDF already. */
void toso_plan_print_pdf (GBytes      *pdf,
                          TosoSession *session,
                          GtkWindow   *parent,
                          guint        current_page,
                          const char  *job_name);

/* The same in two steps. */
GtkPrintOperation *toso_plan_print_prepare (TosoDocument *document,
                                            TosoSession  *session,
                                            guint         current_page,
                                            const char   *job_name);
/* Tells the session of what fails on the way to the printer. */
void toso_plan_print_watch (GtkPrintOperation    *operation,
                            TosoSession          *session);
void toso_plan_print_run (GtkPrintOperation      *operation,
                          TosoSession            *session,
                          GtkPrintOperationAction action,
                          GtkWindow              *parent);

G_END_DECLS
