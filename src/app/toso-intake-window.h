/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-intake.h"

G_BEGIN_DECLS

/* The reception of the villages' files: what each says, which are taken, who
 * is still missing; written when told to. */

#define TOSO_TYPE_INTAKE_WINDOW (toso_intake_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoIntakeWindow, toso_intake_window, TOSO, INTAKE_WINDOW, GtkWindow)

/* @files: of GFile; folders too. */
GtkWidget *toso_intake_window_new (GtkWindow   *parent,
                                   TosoSession *session,
                                   TosoIntake  *intake,
                                   GPtrArray   *files);

G_END_DECLS
