/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* The system's print dialog for a paper; failures go to the session. */
void toso_plan_print (TosoDocument *document,
                      TosoSession  *session,
                      GtkWindow    *parent,
                      const char   *job_name);

G_END_DECLS
