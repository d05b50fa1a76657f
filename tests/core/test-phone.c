/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "core/toso-phone.h"

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    const char *masked;
  } cases[] = {
    { "gọi 0912345678.", "gọi 0912 *** 678." },
    { "0912 345 678", "0912 *** 678" },
    { "0912.345.678, 0987-654-321", "0912 *** 678, 0987 *** 321" },
    { "+84 912 345 678", "0912 *** 678" },
    { "84912345678", "0912 *** 678" },
    { "0220 3825 678", "0220 *** 678" }, /* a line of eleven digits */
    /* Something else with digits follows. */
    { "0912345678 0987654321", "0912 *** 678 0987 *** 321" },
    { "0912345678 - 0987654321", "0912 *** 678 - 0987 *** 321" },
    { "0912345678. 20 người", "0912 *** 678. 20 người" },
    { "0912345678 15/3", "0912 *** 678 15/3" },
    { "0912 345 678 2 lần", "0912 *** 678 2 lần" },
    { "02203825678 5 cuộc", "0220 *** 678 5 cuộc" },
    /* No numbers of a telephone. */
    { "030012345678", "030012345678" }, /* an identity card */
    { "mã 0112345678", "mã 0112345678" },
    { "1.250.000 đồng", "1.250.000 đồng" },
    { "15/3/2026", "15/3/2026" },
    { "x0912345678", "x0912345678" },
    { "0912345", "0912345" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = toso_phone_mask_text (cases[i].text);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/phone/text", test_text);

  return g_test_run ();
}
