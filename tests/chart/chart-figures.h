/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "chart-gallery.h"

/* The made-up villages and figures that the gallery draws. */

static const char long_name[] = "Thôn Ngọc Liên Thượng Đồng Thịnh Cao Sơn Minh Châu Ngọc Thanh"; /* 60 letters */

static const char *const names[] = {
  "Thôn Ngọc Minh",
  "Làng Cò",
  "Thôn 7",
  "Thôn Minh Châu",
  "Bản Lập",
  "Làng Hạ",
  "Làng Ươu",
  "Làng Ngù",
  "Thôn Cao Sơn",
  "Thôn 3",
  "Thôn Ngọc Thanh",
  "Thôn Đồng Thịnh",
  "Làng Mót",
  "Làng Liếu",
};

static const TosoGridKey keys[] = {
  { TOSO_MARK_CIRCLE, "đúng hạn" },
  { TOSO_MARK_TRIANGLE, "nộp trễ" },
  { TOSO_MARK_SQUARE, "quá hạn" },
  { TOSO_MARK_RING, "chưa đến hạn" },
};

static gpointer
keep (TestSubject *subject,
      gpointer     memory)
{
  g_ptr_array_add (subject->memory, memory);

  return memory;
}

static const char *
keep_name (TestSubject *subject,
           gsize        i,
           TestVariant  variant)
{
  if (variant & TEST_LONG_NAMES)
    return long_name;
  if (i < G_N_ELEMENTS (names))
    return names[i];

  return keep (subject, g_strdup_printf ("Thôn %u", (guint) i + 1));
}

/* Of the i-th village: falls from 100, with a few that are missing. */
static gboolean
figure_of (gsize       i,
           gsize       n,
           TestVariant variant,
           double     *value)
{
  *value = round ((82 - 55 * (double) i / (double) MAX (n, 1) + 7 * sin ((double) i * 2.1)) * 10) / 10;
  if (variant & TEST_ZERO)
    *value = 0;
  if (variant & TEST_NEGATIVE)
    *value = -*value;
  if ((variant & TEST_GIANT) && i == 1)
    *value *= 10000;
  if (variant & TEST_NOT_FINITE)
    *value = i % 3 == 0 ? NAN : i % 3 == 1 ? INFINITY
                                           : -INFINITY;

  return i % 13 != 5;
}

static TosoMark
mark_of (gboolean has,
         double   value)
{
  if (!has)
    return TOSO_MARK_NONE;

  return value >= 70 ? TOSO_MARK_CIRCLE : value >= 49 ? TOSO_MARK_DIAMOND
                                                      : TOSO_MARK_TRIANGLE;
}

static const char *
state_of (TosoMark mark)
{
  static const char *const words[] = { "chưa có", "đạt", "kịp", "chậm", "quá hạn", "chưa đến hạn" };

  return words[mark];
}

static TosoChartFrame
frame (const char *title,
       TestVariant variant)
{
  return (TosoChartFrame){
    .title = title,
    .subtitle = "số liệu đến 14/3/2026 · 38/41 thôn",
    .watermark = variant & TEST_SAMPLE ? "SỐ LIỆU MẪU" : NULL,
    .source = "Nguồn: báo cáo của các thôn, xã Ngọc Liên",
  };
}
