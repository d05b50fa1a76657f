/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

#define ARTICLE 7 /* characters of "Điều 1." */

/* Without a list there is nothing to grant, and the decision says so. */
static void
compose_first (const TosoPaperData *data,
               GPtrArray           *blocks)
{
  const char *pattern = data->commended->len == 0
                          ? "Điều 1. (Chưa có tập thể, cá nhân nào trong danh sách khen thưởng năm {year}.)"
                          : "Điều 1. Khen thưởng các tập thể, cá nhân có thành tích trong hoạt động của {team} trên địa bàn {commune} năm {year} (có danh sách kèm theo).";

  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY, pattern)->bold_length = ARTICLE;
}

static void
compose (const TosoPaperData *data,
         GPtrArray           *blocks)
{
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BASIS, "Căn cứ " TOSO_LAW_LOCAL_GOVERNMENT ";");
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BASIS, "Căn cứ " TOSO_LAW_COMMENDATION ";");
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BASIS, "Xét đề nghị của {office} tại Tờ trình số      /TTr-{drafter} ngày      tháng      năm {year}.");
  toso_block_append (blocks, TOSO_BLOCK_CENTERED_LABEL, "QUYẾT ĐỊNH:");
  compose_first (data, blocks);
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                       toso_paper_data_has_amounts (data) ? "Điều 2. Mức tiền thưởng ghi tại danh sách kèm theo Quyết định này."
                                                          : "Điều 2. Mức tiền thưởng thực hiện theo quy định hiện hành.")
    ->bold_length = ARTICLE;
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                       "Điều 3. Các cơ quan, đơn vị liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.")
    ->bold_length = ARTICLE;
}

static const TosoPaperPart parts[] = {
  { 0, NULL, compose },
  { 0, NULL, NULL },
};

static const TosoPaperAnnex annexes[] = {
  { "Danh sách tập thể, cá nhân được khen thưởng năm {year}", toso_table_commended, FALSE },
  { NULL, NULL, FALSE },
};

const TosoPaperKind toso_kind_commendation = {
  .name = "commendation",
  .label = N_ ("Decision of commendation"),
  .code = "QĐ",
  .kind = "QUYẾT ĐỊNH",
  .title = "Về việc khen thưởng tập thể, cá nhân có thành tích|trong hoạt động của {team} năm {year}",
  .authority = "CHỦ TỊCH ỦY BAN NHÂN DÂN {COMMUNE}",
  .parts = parts,
  .annexes = annexes,
  .first_recipient = "- Như Điều 3;",
};
