/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-photo-view.h"

/* More points than a telephone's camera has: a bomb, or a scan of a wall. */
#define MAX_POINTS (120 * 1000 * 1000)

/* Exif's orientation: how the camera was held. */
static GdkPixbuf *
turn (GdkPixbuf *pixbuf,
      guint      orientation)
{
  static const struct
  {
    GdkPixbufRotation rotation;
    gboolean          flip;
  } turns[] = {
    [1] = { GDK_PIXBUF_ROTATE_NONE, FALSE },
    [2] = { GDK_PIXBUF_ROTATE_NONE, TRUE },
    [3] = { GDK_PIXBUF_ROTATE_UPSIDEDOWN, FALSE },
    [4] = { GDK_PIXBUF_ROTATE_UPSIDEDOWN, TRUE },
    [5] = { GDK_PIXBUF_ROTATE_CLOCKWISE, TRUE },
    [6] = { GDK_PIXBUF_ROTATE_CLOCKWISE, FALSE },
    [7] = { GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE, TRUE },
    [8] = { GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE, FALSE },
  };
  g_autoptr (GdkPixbuf) turned = NULL;

  if (orientation <= 1 || orientation > 8)
    return g_object_ref (pixbuf);

  turned = gdk_pixbuf_rotate_simple (pixbuf, turns[orientation].rotation);

  return turned != NULL && turns[orientation].flip ? gdk_pixbuf_flip (turned, TRUE) : g_steal_pointer (&turned);
}

GdkPixbuf *
toso_photo_decode (GBytes          *content,
                   const TosoPhoto *photo,
                   int              size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (content);
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  if ((guint64) photo->width * photo->height > MAX_POINTS)
    return NULL;
  size = MIN (size, (int) MAX (photo->width, photo->height));
  pixbuf = gdk_pixbuf_new_from_stream_at_scale (stream, size, size, TRUE, NULL, NULL);

  return pixbuf != NULL ? turn (pixbuf, photo->orientation) : NULL;
}

GtkWidget *
toso_photo_window_new (GtkWindow  *parent,
                       const char *name,
                       GdkPixbuf  *pixbuf)
{
  GtkWidget          *window = gtk_window_new ();
  GtkWidget          *picture = gtk_picture_new_for_pixbuf (pixbuf);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  gtk_window_set_titlebar (GTK_WINDOW (window), gtk_header_bar_new ());
  gtk_window_set_title (GTK_WINDOW (window), name);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 640);
  gtk_widget_add_css_class (window, "toso");
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), name);
  gtk_window_set_child (GTK_WINDOW (window), picture);

  return window;
}
