/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-window.h"

G_BEGIN_DECLS

#define TOSO_TYPE_APPLICATION (toso_application_get_type ())
G_DECLARE_FINAL_TYPE (TosoApplication, toso_application, TOSO, APPLICATION, GtkApplication)

TosoApplication *toso_application_new          (GSettings       *settings);
/* The window that has this year file open, or NULL. */
TosoWindow      *toso_application_find_window  (TosoApplication *self,
                                                GFile           *file);

G_END_DECLS
