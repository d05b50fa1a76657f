/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

/* To those that are late; by name while the names fit over the letter. */
static GStrv
list_addressees (const TosoPaperData *data)
{
  g_auto (GStrv) late = toso_paper_data_list_late (data);
  guint n = g_strv_length (late);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  if (data->only != NULL)
    {
      g_autofree char *one = g_strdup_printf ("Trưởng %s", data->only->village->name);

      g_strv_builder_add (lines, one);
      return g_strv_builder_end (lines);
    }
  if (n == 0 || n > TOSO_MOST_NAMES)
    {
      g_autofree char *all = toso_paper_fill (data, n == 0 ? "Trưởng các {villages}" : "Trưởng các {villages} (theo danh sách kèm theo)");

      g_strv_builder_add (lines, all);
      return g_strv_builder_end (lines);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = n == 1 ? g_strdup_printf ("Trưởng %s", late[i])
                                     : g_strdup_printf ("- Trưởng %s%s", late[i], i + 1 < n ? ";" : ".");

      g_strv_builder_add (lines, line);
    }

  return g_strv_builder_end (lines);
}

/* Whose figures are missing, and since when.  Another village's lateness is no
 * business of this one. */
static void
compose_missing (const TosoPaperData *data,
                 GPtrArray           *blocks)
{
  TosoSentence *sentence = toso_sentence_new ();
  g_auto (GStrv) late = toso_paper_data_list_late (data);
  g_autofree char *team = toso_paper_fill (data, "{team}");
  g_autofree char *n_late = toso_words_count (g_strv_length (late));
  g_autofree char *n_all = toso_words_count (data->reports->len);
  g_autofree char *source = g_strdup_printf ("submission/%s/late", data->period_name);

  if (toso_date_is_valid (data->village_due))
    {
      g_autofree char *day = toso_date_format_long (data->village_due);

      toso_sentence_add (sentence, "Thời hạn gửi số liệu %s là %s; đến nay, Ủy ban nhân dân xã chưa nhận được số liệu của ", data->period_words, day);
    }
  else
    toso_sentence_add (sentence, "Đến nay, Ủy ban nhân dân xã chưa nhận được số liệu %s của ", data->period_words);
  if (data->only != NULL)
    {
      toso_sentence_add (sentence, "%s tại %s.", team, data->only->village->name);
    }
  else
    {
      toso_sentence_add_figure (sentence, n_late, source);
      toso_sentence_add (sentence, "/%s %s %s.", n_all, data->village_word, g_strv_length (late) > TOSO_MOST_NAMES ? "(có danh sách kèm theo)" : "nêu trên");
    }
  toso_paper_name_block (toso_sentence_to_block (sentence, blocks, TOSO_BLOCK_BODY), data->only != NULL ? "one" : "late");
}

/* Paragraphs have names: a letter to one village says those that a person wrote
 * for all of them. */
static void
compose (const TosoPaperData *data,
         GPtrArray           *blocks)
{
  guint      n = data->reports->len;
  TosoBlock *block;

  if (data->only == NULL && (n == 0 || data->n_reported >= n))
    toso_part_timeliness (data, blocks);
  else
    compose_missing (data, blocks);
  if (n > 0 && data->n_reported >= n)
    {
      toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                           "{agency} không còn yêu cầu đôn đốc về số liệu {period} của {team}./.");
      return;
    }
  block = toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                               "Để kịp tổng hợp, báo cáo, {agency} đề nghị đồng chí chỉ đạo {team} rà soát, gửi đầy đủ số liệu {period} về Ủy ban nhân dân xã trước ngày ……/……/{year}. Nội dung nào không phát sinh thì ghi rõ là không phát sinh; nội dung chưa có số liệu thì để trống và nêu lý do.");
  toso_paper_name_block (block, "request");
  block = toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                               "Đề nghị đồng chí quan tâm thực hiện./.");
  toso_paper_name_block (block, "close");
}

static const TosoPaperPart parts[] = {
  { 0, NULL, compose },
  { 0, NULL, NULL },
};

static const TosoPaperAnnex annexes[] = {
  { "Danh sách đơn vị chưa gửi số liệu {period}", toso_table_late, FALSE },
  { NULL, NULL, FALSE },
};

const TosoPaperKind toso_kind_reminder = {
  .name = "reminder",
  .label = N_ ("Letter to the villages that are late"),
  .title = "V/v gửi số liệu {period}|của {team}",
  .period_need = TOSO_PERIOD_OF_ANY_KIND,
  .list_addressees = list_addressees,
  .to_each = TRUE,
  .parts = parts,
  .annexes = annexes,
  .first_recipient = "- Như trên;",
};
