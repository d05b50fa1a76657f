/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/toso-paper-choices.h"

G_BEGIN_DECLS

/* Who signs a paper, and to whom it goes: shown where there is something to
 * choose, or to be said of a place that stays open.
 *
 * Signals: "signer-chosen" (gint64), "list-chosen" (gint64). */

#define TOSO_TYPE_PAPER_PEOPLE (toso_paper_people_get_type ())
G_DECLARE_FINAL_TYPE (TosoPaperPeople, toso_paper_people, TOSO, PAPER_PEOPLE, GtkBox)

GtkWidget *toso_paper_people_new (void);
/* @choices: NULL for a paper that has none. */
void       toso_paper_people_set (TosoPaperPeople        *self,
                                  const TosoPaperChoices *choices);

G_END_DECLS
