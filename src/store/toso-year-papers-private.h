/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-year-papers.h"
#include "store/toso-year-private.h"

G_BEGIN_DECLS

const char *toso_paper_state_to_id   (TosoPaperState       state);
/* Within a command: refuses a paper that is gone, was changed meanwhile, or is
 * issued. */
gboolean    toso_year_check_draft    (TosoYear            *self,
                                      gint64               id,
                                      gint64               row_version,
                                      GError             **error);
/* Within a command: the row as it is to be; id 0 adds. */
gboolean    toso_year_put_paper      (TosoYear            *self,
                                      const TosoKeptPaper *paper,
                                      gint64              *id,
                                      GError             **error);
gboolean    toso_year_put_blocks     (TosoYear            *self,
                                      gint64               paper_id,
                                      const GPtrArray     *blocks,
                                      GError             **error);

G_END_DECLS
