/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says for a few seconds what was done, with one button. */

#define TOSO_TYPE_TOAST (toso_toast_get_type ())
G_DECLARE_FINAL_TYPE (TosoToast, toso_toast, TOSO, TOAST, GtkBox)

/* @button: label, or NULL; @action: its detailed action name. */
void toso_toast_show (TosoToast  *self,
                      const char *sentence,
                      const char *button,
                      const char *action);
void toso_toast_hide (TosoToast  *self);

G_END_DECLS
