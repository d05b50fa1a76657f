/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

#define ARTICLE 7 /* characters of "Điều 1." */

/* Of how many people, in how many villages, where the list has any. */
static void
compose_first (const TosoPaperData *data,
               GPtrArray           *blocks)
{
  TosoSentence    *sentence = toso_sentence_new ();
  g_autofree char *team = toso_paper_fill (data, "{team}");
  g_autofree char *where = toso_paper_fill (data, " {villages} trên địa bàn {commune} năm {year} (có danh sách kèm theo).");
  g_autofree char *n_teams = toso_words_count (toso_paper_data_count_teams (data));
  g_autofree char *n_members = toso_words_count (data->members->len);
  g_autofree char *n_villages = toso_words_count (data->villages->len);

  toso_sentence_add (sentence, "Điều 1. Kiện toàn ");
  if (data->members->len > 0)
    {
      toso_sentence_add_figure (sentence, n_teams, "team/count");
      toso_sentence_add (sentence, " %s với ", team);
      toso_sentence_add_figure (sentence, n_members, "membership/count");
      toso_sentence_add (sentence, " thành viên tại %s/%s", n_teams, n_villages);
    }
  else
    toso_sentence_add (sentence, "%s tại %s", team, n_villages);
  toso_sentence_add (sentence, "%s", where);
  toso_sentence_to_block (sentence, blocks, TOSO_BLOCK_BODY)->bold_length = ARTICLE;
}

static void
compose (const TosoPaperData *data,
         GPtrArray           *blocks)
{
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BASIS, "Căn cứ " TOSO_LAW_LOCAL_GOVERNMENT ";");
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BASIS, "Theo đề nghị của {office} tại Tờ trình số      /TTr-{drafter} ngày      tháng      năm {year}.");
  toso_block_append (blocks, TOSO_BLOCK_CENTERED_LABEL, "QUYẾT ĐỊNH:");
  compose_first (data, blocks);
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                       "Điều 2. {team} thực hiện nhiệm vụ theo Kế hoạch năm {year} của {agency} và chế độ báo cáo định kỳ.")
    ->bold_length = ARTICLE;
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                       "Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Trưởng các {villages}, các cơ quan, đơn vị liên quan và các cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.")
    ->bold_length = ARTICLE;
}

static const TosoPaperPart parts[] = {
  { 0, NULL, compose },
  { 0, NULL, NULL },
};

static const TosoPaperAnnex annexes[] = {
  { "Danh sách {team} tại các {villages}", toso_table_members, FALSE },
  { NULL, NULL, FALSE },
};

const TosoPaperKind toso_kind_strengthening = {
  .name = "strengthening",
  .label = N_ ("Decision strengthening the teams"),
  .code = "QĐ",
  .kind = "QUYẾT ĐỊNH",
  .title = "Về việc kiện toàn {team}|trên địa bàn {commune} năm {year}",
  .authority = "CHỦ TỊCH ỦY BAN NHÂN DÂN {COMMUNE}",
  .parts = parts,
  .annexes = annexes,
  .first_recipient = "- Như Điều 3;",
};
