/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart-kind.h"
#include "chart/toso-grid-chart.h"
#include "chart/toso-ranked-chart.h"

G_BEGIN_DECLS

/* Charts of every kind, of a commune with as many villages as asked for. */

typedef enum
{
  TEST_BARS,
  TEST_RANKED,
  TEST_HEAT,
  TEST_MATRIX,
  TEST_BULLETS,
  TEST_TREND,
  TEST_TILES,
  TEST_TIMELINE,
  TEST_DONUT,
  TEST_STACK,
  TEST_LIST,
  TEST_N_CHARTS,
} TestChart;

typedef enum
{
  TEST_USUAL = 0,
  TEST_LONG_NAMES = 1 << 0, /* of 60 letters */
  TEST_SAMPLE = 1 << 1,     /* marked as sample data */
  TEST_ZERO = 1 << 2,       /* all figures 0 */
  TEST_NEGATIVE = 1 << 3,
  TEST_GIANT = 1 << 4,      /* one is 10,000 times the others */
  TEST_NOT_FINITE = 1 << 5,
} TestVariant;

typedef struct
{
  const char          *name;
  const TosoChartKind *kind;
  gconstpointer        chart;
  GPtrArray           *memory; /* what it is made of */
} TestSubject;

/* @n: villages, rows, periods; 0 for a chart without anything. */
TestSubject *test_subject_new  (TestChart    which,
                                gsize        n,
                                gsize        n_columns,
                                TestVariant  variant);
void         test_subject_free (TestSubject *subject);
char        *test_format       (double       value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestSubject, test_subject_free)

G_END_DECLS
