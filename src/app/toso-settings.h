/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TOSO_MAX_RECENT 10

/* The program's settings: from the schema beside the program (build tree,
 * Windows folder), else the installed one.  NULL when there is none. */
GSettings *toso_settings_new             (void);

/* Files opened last, newest first, as URIs; at most TOSO_MAX_RECENT. */
GStrv      toso_settings_list_recent     (GSettings *settings);
void       toso_settings_add_recent      (GSettings *settings,
                                          GFile     *file);

/* Where the program's own files (example plans, help) are: installed, or in
 * the source tree that it was built from.  NULL when it is not there. */
GFile     *toso_settings_find_data       (const char *name);

G_END_DECLS
