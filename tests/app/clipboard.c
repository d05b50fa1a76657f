/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

/* Another program's clipboard: clipboard MIME-TYPE FILE puts what is in the
 * file on it, says "ready", and holds it until it is ended. */
int
main (int    argc,
      char **argv)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GMainLoop) loop = NULL;

  if (argc != 3 || !g_file_get_contents (argv[2], &text, NULL, NULL))
    return 2;

  gtk_init ();
  if (g_str_equal (argv[1], "text/plain"))
    content = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  else
    {
      bytes = g_bytes_new (text, strlen (text));
      content = gdk_content_provider_new_for_bytes (argv[1], bytes);
    }
  gdk_clipboard_set_content (gdk_display_get_clipboard (gdk_display_get_default ()), content);
  gdk_display_sync (gdk_display_get_default ());
  g_print ("ready\n");

  loop = g_main_loop_new (NULL, FALSE);
  g_main_loop_run (loop);

  return 0;
}
