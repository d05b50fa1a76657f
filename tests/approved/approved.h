/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Pictures beside those that were looked at and approved.  Fonts of another
 * version move letters by a hair: what is compared is how much of a picture
 * differs, and by how much.
 *
 *   TOSO_APPROVE=1 test-…   writes them anew; look at each before it is
 *                           committed. */

/* Shares: 0 … 1. */
typedef struct
{
  double mean;    /* of all differences, of the whole scale of a channel */
  double changed; /* pixels that differ much */
  double patch;   /* the most that a patch of a few letters differs in the mean */
} TestDifference;

/* Of the same size, or all of it differs. */
TestDifference test_compare_pictures (GBytes               *png,
                                      GBytes               *other);
gboolean       test_is_within        (TestDifference        difference,
                                      const TestDifference *most);
/* Beside tests/@folder/approved/@name.png.  Where it differs the test fails, and
 * goes on: all that have changed are told at once. */
void           test_assert_approved  (GBytes               *png,
                                      const char           *folder,
                                      const char           *name,
                                      const TestDifference *most);

G_END_DECLS
