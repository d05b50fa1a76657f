/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"
#include "core/toso-register.h"

G_BEGIN_DECLS

/* The photos and PDFs that belong to a row of a register: added by the button,
 * dropped, or pasted (Ctrl+Shift+V). */

#define TOSO_TYPE_EVIDENCE_BOX (toso_evidence_box_get_type ())
G_DECLARE_FINAL_TYPE (TosoEvidenceBox, toso_evidence_box, TOSO, EVIDENCE_BOX, GtkBox)

GtkWidget *toso_evidence_box_new (TosoSession      *session);
void       toso_evidence_box_set (TosoEvidenceBox  *self,
                                  const TosoRecord *record);

G_END_DECLS
