/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who leads and who helps, where one value says both: "A chủ trì; B phối
 * hợp", "A phối hợp với B".  FALSE when it does not, or says neither.
 * @is_sentence: what is to be done may follow. */
gboolean toso_units_split (const char *value,
                           gboolean    is_sentence,
                           char      **lead,
                           char      **supporting);

G_END_DECLS
