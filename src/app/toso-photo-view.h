/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/toso-photo.h"

G_BEGIN_DECLS

/* A photo as it was held, no larger than @size pixels a side; NULL where it
 * can't be decoded, or would take too much memory. */
GdkPixbuf *toso_photo_decode    (GBytes          *content,
                                 const TosoPhoto *photo,
                                 int              size);
/* One photo, as large as the screen has room for. */
GtkWidget *toso_photo_window_new (GtkWindow       *parent,
                                  const char      *name,
                                  GdkPixbuf       *pixbuf);

G_END_DECLS
