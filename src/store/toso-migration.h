/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-db.h"

G_BEGIN_DECLS

#define TOSO_APPLICATION_ID 0x546F536F /* "ToSo" */


/* Versions 1 … that this program knows. */
GStrv    toso_schema_load_steps (void);
guint    toso_schema_get_version (void);

/* From version @from to the last, each step in a transaction of its own with
 * the version it makes: a step that breaks leaves the version before it. */
gboolean toso_migration_run     (TosoDb            *db,
                                 const char *const *steps,
                                 guint              from,
                                 GError           **error);

G_END_DECLS
