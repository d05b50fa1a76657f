/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-date.h"

G_BEGIN_DECLS

/* What a picture's own bytes say of it, before anything decodes it. */

typedef enum
{
  TOSO_PHOTO_JPEG,
  TOSO_PHOTO_PNG,
} TosoPhotoKind;

typedef struct
{
  TosoPhotoKind kind;
  guint         width;
  guint         height;
  guint         orientation; /* of Exif, 1 … 8; 1: as it stands */
  TosoDate      day;         /* it was taken on, or none */
} TosoPhoto;

/* FALSE: no picture, or a broken one. */
gboolean toso_photo_read (const void *data,
                          gsize       size,
                          TosoPhoto  *photo);

G_END_DECLS
