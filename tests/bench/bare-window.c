/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

/* What any GTK 4 program costs until its first frame: an application, a window
 * of our size, a label. */

static void
painted_cb (GdkFrameClock  *clock,
            GtkApplication *application)
{
  g_application_quit (G_APPLICATION (application));
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = gtk_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_set_child (GTK_WINDOW (window), gtk_label_new ("Tổ Số"));
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), application);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GtkApplication) application = NULL;

  application = gtk_application_new ("vn.toso.BareWindow", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}
