/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-record-item.h"

G_BEGIN_DECLS

/* Which rows have the words, as toso_text_matches_words() says it; quick
 * enough for a hundred thousand a key, because a name that many rows link to
 * is looked at once. */

typedef struct _TosoRegisterFilter TosoRegisterFilter;

TosoRegisterFilter *toso_register_filter_new   (GHashTable         *names); /* list → gint64 * → char * */
void                toso_register_filter_free  (TosoRegisterFilter *self);
/* NULL or "": every row. */
void                toso_register_filter_set   (TosoRegisterFilter *self,
                                                const char         *words);
gboolean            toso_register_filter_match (TosoRegisterFilter *self,
                                                TosoRecordItem     *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoRegisterFilter, toso_register_filter_free)

G_END_DECLS
