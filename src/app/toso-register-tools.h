/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* What a register has beside its rows: one more button over its list. */

typedef struct
{
  const char *id;        /* of the register */
  const char *label;     /* English; translated when shown */
  const char *hint;
  gboolean    needs_row; /* is done with the row that is chosen, or was added last */
  GtkWidget *(*open) (GtkWindow   *parent,
                      TosoSession *session,
                      gint64       row_id);
} TosoRegisterTool;

/* NULL: it has none. */
const TosoRegisterTool *toso_register_tool_find (const char *register_id);

G_END_DECLS
