/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-judge.h"

G_BEGIN_DECLS

/* Writes figures one by one, within one command. */

typedef struct _TosoWriter TosoWriter;

TosoWriter *toso_writer_new     (TosoYear              *year,
                                 TosoOrigin             origin,
                                 const char            *reason, /* kept by the caller; or NULL */
                                 GError               **error);
void        toso_writer_free    (TosoWriter            *writer);
gboolean    toso_writer_put     (TosoWriter            *writer,
                                 const TosoMeasurement *measurement,
                                 GError               **error);
/* Whether a figure that was put there differs from what there was. */
gboolean    toso_writer_has_changed (TosoWriter        *writer,
                                     gint64             village_id,
                                     const char        *period);
/* What putting it would do; nothing is written. */
TosoChange *toso_writer_compare (TosoWriter            *writer,
                                 TosoJudge             *judge,
                                 const TosoMeasurement *measurement,
                                 GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoWriter, toso_writer_free)

G_END_DECLS
