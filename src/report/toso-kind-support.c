/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

static const TosoPaperPart parts[] = {
  { 0, NULL, toso_table_support },
  { 0, NULL, NULL },
};

const TosoPaperKind toso_kind_support = {
  .name = "support",
  .label = N_ ("Ledger of the teams’ support"),
  .code = "",
  .kind = "BẢNG TỔNG HỢP",
  .title = "Hỗ trợ hoạt động của {team}|trên địa bàn {commune} {period}{as_of}",
  .period_need = TOSO_PERIOD_IF_GIVEN,
  .parts = parts,
  .unsigned_list = TRUE,
};
