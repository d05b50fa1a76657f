/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

/* Sample 1.9 of Annex III; what the year knows is filled in. */
static void
compose_head (const TosoPaperData *data,
              GPtrArray           *blocks)
{
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY, "Thời gian bắt đầu: …… giờ ……, ngày …… tháng …… năm {year}.");
  toso_paper_add_dots (blocks, "Địa điểm", 26);
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                       "Thành phần tham dự: …………………; Tổ trưởng các {team} tại {n} {villages} (có mặt ……/{n}).");
  toso_paper_add_dots (blocks, "Chủ trì (chủ tọa)", 23);
  toso_paper_add_dots (blocks, "Thư ký (người ghi biên bản)", 18);
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY, "Nội dung: Đánh giá kết quả hoạt động của {team} {period}.");
}

/* Two lines. */
static void
compose_opinions (const TosoPaperData *data,
                  GPtrArray           *blocks)
{
  toso_paper_add_dots (blocks, NULL, 30 + 33);
}

static void
compose_closing (const TosoPaperData *data,
                 GPtrArray           *blocks)
{
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                       "Cuộc họp kết thúc vào …… giờ ……, ngày …… tháng …… năm {year}./.");
}

static const TosoPaperPart parts[] = {
  { 0, NULL, compose_head },
  { 2, "Báo cáo tại cuộc họp", toso_part_timeliness },
  { 0, NULL, toso_part_targets },
  { 2, "Ý kiến thảo luận", compose_opinions },
  { 2, "Kết luận", compose_opinions },
  { 0, NULL, compose_closing },
  { 0, NULL, NULL },
};

const TosoPaperKind toso_kind_minutes = {
  .name = "minutes",
  .label = N_ ("Minutes of a meeting"),
  .code = "BB",
  .kind = "BIÊN BẢN",
  .title = "Họp đánh giá kết quả hoạt động|của {team} {period}",
  .period_need = TOSO_PERIOD_OF_ANY_KIND,
  .parts = parts,
  .annexes = toso_meeting_annexes,
  .is_minutes = TRUE,
};
