/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-page.h"

G_BEGIN_DECLS

/* Every change as a sentence, newest first; undo from here. */

#define TOSO_TYPE_JOURNAL_PAGE (toso_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (TosoJournalPage, toso_journal_page, TOSO, JOURNAL_PAGE, GtkBox)

GtkWidget *toso_journal_page_new (TosoSession *session);

G_END_DECLS
