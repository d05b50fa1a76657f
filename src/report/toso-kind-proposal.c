/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

static GStrv
list_addressees (const TosoPaperData *data)
{
  g_autofree char *line = toso_paper_fill (data, "Chủ tịch {agency}");

  return g_strsplit (line, "|", -1);
}

static void
compose (const TosoPaperData *data,
         GPtrArray           *blocks)
{
  TosoSentence    *sentence;
  g_autofree char *opening = NULL;
  g_autofree char *count = NULL;

  if (data->commended->len == 0)
    {
      toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                           "Đến nay, chưa có tập thể, cá nhân nào trong danh sách đề nghị khen thưởng về hoạt động của {team} trên địa bàn {commune} năm {year}; {office} kính báo cáo Chủ tịch {agency}./.");
      return;
    }
  opening = toso_paper_fill (data, "Căn cứ kết quả hoạt động của {team} trên địa bàn {commune} năm {year}, {office} đề nghị khen thưởng ");
  count = toso_words_count (data->commended->len);
  sentence = toso_sentence_new ();
  toso_sentence_add (sentence, "%s", opening);
  toso_sentence_add_figure (sentence, count, "commendation/count");
  toso_sentence_add (sentence, " tập thể, cá nhân có thành tích (có danh sách kèm theo).");
  toso_sentence_to_block (sentence, blocks, TOSO_BLOCK_BODY);
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY, "Kính trình Chủ tịch {agency} xem xét, quyết định./.");
}

static const TosoPaperPart parts[] = {
  { 0, NULL, compose },
  { 0, NULL, NULL },
};

static const TosoPaperAnnex annexes[] = {
  { "Danh sách đề nghị khen thưởng năm {year}", toso_table_commended, FALSE },
  { NULL, NULL, FALSE },
};

const TosoPaperKind toso_kind_proposal = {
  .name = "proposal",
  .label = N_ ("Submission for commendation"),
  .code = "TTr",
  .kind = "TỜ TRÌNH",
  .title = "Về việc khen thưởng tập thể, cá nhân có thành tích|trong hoạt động của {team} năm {year}",
  .list_addressees = list_addressees,
  .parts = parts,
  .annexes = annexes,
  .by_office = TRUE,
  .first_recipient = "- Như trên;",
};
