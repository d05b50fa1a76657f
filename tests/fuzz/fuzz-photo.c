/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-photo.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  TosoPhoto photo;

  if (toso_photo_read (data, size, &photo))
    {
      g_assert (photo.width > 0 && photo.height > 0);
      g_assert (photo.day.year == 0 || toso_date_is_valid (photo.day));
    }

  return 0;
}
