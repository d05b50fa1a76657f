/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

/* Asked for by a letter: of any period, or of the days that the letter names. */
const TosoPaperKind toso_kind_ad_hoc = {
  .name = "ad-hoc",
  .label = N_ ("Ad hoc report"),
  .code = "BC",
  .kind = "BÁO CÁO",
  .title = "Kết quả hoạt động của {team}|trên địa bàn {commune} {period}{as_of}",
  .period_need = TOSO_PERIOD_IF_GIVEN,
  .period_kind = TOSO_PERIOD_AD_HOC,
  .parts = toso_report_parts,
  .annexes = toso_report_annexes,
  .to_plan = TRUE,
};
