/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

static void
compose_opening (const TosoPaperData *data,
                 GPtrArray           *blocks)
{
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                       "Ngày …… tháng …… năm {year}, {agency} tổ chức cuộc họp đánh giá kết quả hoạt động của {team} {period}, do đồng chí …………………… chủ trì. Sau khi nghe báo cáo và ý kiến của các thành phần dự họp, đồng chí chủ trì kết luận như sau:");
}

static void
compose_requests (const TosoPaperData *data,
                  GPtrArray           *blocks)
{
  g_auto (GStrv) late = toso_paper_data_list_late (data);

  for (guint i = 0; i < data->decisions->len; i++)
    {
      const TosoPaperLine *line = data->decisions->pdata[i];
      TosoBlock           *block = toso_paper_name_block (toso_block_append (blocks, TOSO_BLOCK_BODY, line->text), "%s", line->source);

      toso_block_add_source (block, 0, 0, 0, (int) g_utf8_strlen (block->text, -1), line->source);
    }
  if (late[0] != NULL)
    toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                         "- Các {villages} chưa gửi số liệu {period} hoàn thành trước ngày ……/……/{year}.");
  toso_part_tasks_to_come (data, blocks);
}

static void
compose_closing (const TosoPaperData *data,
                 GPtrArray           *blocks)
{
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                       "{agency} thông báo để các đơn vị liên quan biết, thực hiện./.");
}

static const TosoPaperPart parts[] = {
  { 0, NULL, compose_opening },
  { 2, "Kết quả {period}", toso_part_timeliness },
  { 0, NULL, toso_part_targets },
  { 2, "Nhiệm vụ trong thời gian tới", compose_requests },
  { 0, NULL, compose_closing },
  { 0, NULL, NULL },
};

const TosoPaperKind toso_kind_conclusions = {
  .name = "conclusions",
  .label = N_ ("Conclusions of a meeting"),
  .code = "TB",
  .kind = "THÔNG BÁO",
  .title = "Kết luận cuộc họp đánh giá kết quả hoạt động|của {team} {period}",
  .period_need = TOSO_PERIOD_OF_ANY_KIND,
  .parts = parts,
  .annexes = toso_meeting_annexes,
  .to_plan = TRUE,
};
