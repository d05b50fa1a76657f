/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-application.h"
#include "app/toso-settings.h"
#include "core/toso-platform.h"

/* first-frame FILE: the program itself, until the first frame of its window
 * with the plan of FILE in it.  Exit status 1 when that plan is not there. */

typedef struct
{
  GApplication *application;
  gboolean      has_plan;
} Watch;

static void
painted_cb (GdkFrameClock *clock,
            gpointer       data)
{
  Watch       *watch = data;
  GtkWindow   *window = gtk_application_get_active_window (GTK_APPLICATION (watch->application));
  TosoSession *session = window == NULL ? NULL : toso_window_get_session (TOSO_WINDOW (window));

  watch->has_plan = session != NULL && toso_session_get_plan (session)->targets->len > 0;
  g_application_quit (watch->application);
}

static void
realize_cb (GtkWidget *window,
            gpointer   data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), data);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 gpointer        data)
{
  if (TOSO_IS_WINDOW (window))
    g_signal_connect (window, "realize", G_CALLBACK (realize_cb), data);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (TosoApplication) application = NULL;
  Watch watch;
  int   status;

  toso_platform_init_language ();
  toso_platform_init_fonts ();
  settings = toso_settings_new ();
  g_assert_nonnull (settings);
  application = toso_application_new (settings);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  watch = (Watch){ G_APPLICATION (application), FALSE };
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &watch);
  status = g_application_run (G_APPLICATION (application), argc, argv);

  return status != 0 || !watch.has_plan;
}
