/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* The measures of the office's papers, beside what the decree allows. */

#define TOSO_TYPE_MEASURES_WINDOW (toso_measures_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoMeasuresWindow, toso_measures_window, TOSO, MEASURES_WINDOW, GtkWindow)

GtkWidget *toso_measures_window_new (GtkWindow   *parent,
                                     TosoSession *session);

G_END_DECLS
