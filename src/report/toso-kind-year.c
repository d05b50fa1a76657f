/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

const TosoPaperKind toso_kind_year = {
  .name = "year",
  .label = N_ ("Yearly report"),
  .code = "BC",
  .kind = "BÁO CÁO",
  .title = "Kết quả hoạt động của {team}|trên địa bàn {commune} {period}",
  .period_need = TOSO_PERIOD_OF_THE_KIND,
  .period_kind = TOSO_PERIOD_YEAR,
  .parts = toso_report_parts,
  .annexes = toso_report_annexes,
  .to_plan = TRUE,
};
