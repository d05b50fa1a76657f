/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-reports-model.h"
#include "app/toso-sheet.h"

G_BEGIN_DECLS

/* Reads the clipboard, and shows what it would change at the cursor of the
 * sheet.  What is no block is said. */
void toso_reports_paste (GtkWidget        *page,
                         TosoSession      *session,
                         TosoReportsModel *model,
                         TosoSheet        *sheet);

G_END_DECLS
