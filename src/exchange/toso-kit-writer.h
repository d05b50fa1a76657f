/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/toso-figure-table.h"

G_BEGIN_DECLS

/* The form that one village fills in: an xlsx whose rows say what they are, so
 * that it is read back whole. */

typedef struct
{
  const char            *title;        /* "Báo cáo tháng" */
  const char            *period_title; /* "Tháng 3/2026" */
  const char            *commune;      /* "xã Ngọc Liên" */
  const char            *mark;         /* "SỐ LIỆU MẪU", or NULL */
  TosoPeriod             period;
  TosoDate               first, last;
  TosoDate               due;          /* no date: none */
  const TosoVillage     *village;
  const TosoAskedFigure *asked;
  guint                  n_asked;
  const TosoFigure      *previous;     /* numerators a period before, one an asked figure */
  const TosoFigure      *numerators;   /* what is there already */
  const TosoFigure      *denominators; /* of now, or as last said */
} TosoKit;

GBytes *toso_kit_write    (const TosoKit *kit,
                           GError       **error);
/* "2026-03 Thôn Ngọc Minh.xlsx", without what a file's name can't have. */
char   *toso_kit_file_name (const TosoKit *kit);

G_END_DECLS
