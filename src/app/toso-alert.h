/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The bar under the header that says what did not work, or what should be
 * looked at.  It stays until it is closed or something else is said. */

#define TOSO_TYPE_ALERT (toso_alert_get_type ())
G_DECLARE_FINAL_TYPE (TosoAlert, toso_alert, TOSO, ALERT, GtkBox)

/* @button: label with an underscore, or NULL; @action: its detailed action name. */
void toso_alert_show_error (TosoAlert   *self,
                            const GError *error,
                            const char  *button,
                            const char  *action);
void toso_alert_show_note  (TosoAlert   *self,
                            const char  *text,
                            const char  *button,
                            const char  *action);
void toso_alert_hide       (TosoAlert   *self);

G_END_DECLS
