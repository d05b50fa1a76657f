/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/toso-signature-scan.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GArray) ranges = toso_signature_scan (bytes);

  for (guint i = 0; i < ranges->len; i++)
    {
      const TosoSignatureRange *range = &g_array_index (ranges, TosoSignatureRange, i);

      g_assert_cmpuint (range->signed_length, <=, size);
      g_assert (range->reason == NULL || g_utf8_validate (range->reason, -1, NULL));
      g_assert (range->signer == NULL || g_utf8_validate (range->signer, -1, NULL));
    }

  return 0;
}
