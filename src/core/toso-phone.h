/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Telephone numbers that others will see (Law 91/2025/QH15): "0912 *** 678",
 * enough to tell two people apart, not to call one. */

char *toso_phone_mask      (const char *number); /* as kept: digits */
/* Each number in the text, however its digits are set apart. */
char *toso_phone_mask_text (const char *text);

G_END_DECLS
