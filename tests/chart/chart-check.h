/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-scene-private.h"

G_BEGIN_DECLS

/* What holds for every chart at every size. */

typedef struct
{
  double width, height;
} TestSize;

extern const TestSize TEST_SIZES[];
extern const gsize    TEST_N_SIZES;

gboolean test_boxes_overlap (const TosoBox *a,
                             const TosoBox *b);
void     test_assert_inside (const TosoBox *box,
                             double         width,
                             double         height);
/* Every label is inside the picture and on no other one. */
void test_assert_labels_apart (GPtrArray *labels,
                               double     width,
                               double     height);
/* Draws without a clip of the caller's; nothing leaves the picture. */
void test_assert_ink_inside (const TosoChartKind *kind,
                             gconstpointer      chart,
                             const TosoPalette *palette,
                             double             width,
                             double             height);
/* Sizes that are no sizes draw nothing and do no harm. */
void test_assert_bad_sizes (const TosoChartKind *kind,
                            gconstpointer chart);

G_END_DECLS
