/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The one place that knows the operating system. */

char    *toso_platform_get_program_dir   (void); /* folder of the running program, UTF-8 */
char    *toso_platform_get_locale_dir    (void); /* TOSO_LOCALEDIR, else beside the program: installed, bundle, build tree */
gboolean toso_platform_is_network_folder (GFile       *file,
                                          const char **what); /* "OneDrive", "Google Drive", NULL for a network drive */
char    *toso_platform_get_person        (void); /* display name of the user, for the journal */

/* Sets up translations: the system's language when it is vi or en, else vi.
 * Called first thing in main(); a GTK program calls gtk_disable_setlocale()
 * too, or GTK sets the locale again.  LC_NUMERIC stays "C". */
void     toso_platform_init_language     (void);

/* Before anything is drawn: Fontconfig and FreeType on Windows too, so that a
 * chart has the same lines there as on Linux.  A PANGOCAIRO_BACKEND that
 * somebody has set stays. */
void     toso_platform_init_fonts        (void);

G_END_DECLS
