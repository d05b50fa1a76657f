/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* Completes the picture in @bytes; FALSE when drawing or writing has failed. */
gboolean toso_picture_finish (cairo_surface_t  *surface,
                              TosoPictureFormat format,
                              GByteArray       *bytes,
                              GError          **error);

G_END_DECLS
