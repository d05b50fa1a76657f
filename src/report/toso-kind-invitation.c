/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

static void
compose (const TosoPaperData *data,
         GPtrArray           *blocks)
{
  g_auto (GStrv) late = toso_paper_data_list_late (data);

  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                       "{agency} trân trọng kính mời: Tổ trưởng các {team} tại {n} {villages}.");
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                       "Tới dự: Cuộc họp đánh giá kết quả hoạt động của {team} {period}.");
  toso_paper_add_dots (blocks, "Chủ trì", 27);
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY, "Thời gian: …… giờ ……, ngày …… tháng …… năm {year}.");
  toso_paper_add_dots (blocks, "Địa điểm", 26);
  if (late[0] != NULL)
    {
      toso_part_timeliness (data, blocks);
      toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                           "Đề nghị các {villages} chưa gửi số liệu hoàn thành trước khi dự họp.");
    }
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY, "Đề nghị các đồng chí đến dự đúng thành phần, thời gian./.");
}

static const TosoPaperPart parts[] = {
  { 0, NULL, compose },
  { 0, NULL, NULL },
};

/* Of those that are too many for the sentence; where nobody has reported it
 * says so, and points to no list. */
static void
compose_late (const TosoPaperData *data,
              GPtrArray           *blocks)
{
  if (data->n_reported > 0)
    toso_table_late (data, blocks);
}

static const TosoPaperAnnex annexes[] = {
  { "Danh sách đơn vị chưa gửi số liệu {period}", compose_late, FALSE },
  { NULL, NULL, FALSE },
};

const TosoPaperKind toso_kind_invitation = {
  .name = "invitation",
  .label = N_ ("Invitation to a meeting"),
  .code = "GM",
  .kind = "GIẤY MỜI",
  .title = "Dự họp đánh giá kết quả hoạt động|của {team} {period}",
  .period_need = TOSO_PERIOD_OF_ANY_KIND,
  .parts = parts,
  .annexes = annexes,
  .first_recipient = "- Như thành phần mời;",
};
