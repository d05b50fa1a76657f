/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

/* Short: what has come in, and the tables. */
static const TosoPaperPart parts[] = {
  { 0, NULL, toso_part_opening },
  { 1, "Tình hình gửi số liệu của các {villages}", toso_part_timeliness },
  { 1, "Kết quả thực hiện chỉ tiêu", toso_part_targets },
  { 1, "Kết quả thực hiện nhiệm vụ", toso_part_tasks },
  { 1, "Nhiệm vụ {next}", toso_part_tasks_to_come },
  { 0, NULL, toso_part_closing },
  { 0, NULL, NULL },
};

const TosoPaperKind toso_kind_month = {
  .name = "month",
  .label = N_ ("Monthly report"),
  .code = "BC",
  .kind = "BÁO CÁO",
  .title = "Kết quả hoạt động của {team}|trên địa bàn {commune} {period}",
  .period_need = TOSO_PERIOD_OF_THE_KIND,
  .period_kind = TOSO_PERIOD_MONTH,
  .parts = parts,
  .annexes = toso_report_annexes,
  .to_plan = TRUE,
};
