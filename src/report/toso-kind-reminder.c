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

/* Another village's lateness is no business of this one. */
static void
compose_to_one (const TosoPaperData *data,
                GPtrArray           *blocks)
{
  g_autofree char *what = toso_paper_fill (data, "Ủy ban nhân dân xã chưa nhận được số liệu {period} của {team}");
  g_autofree char *text = g_strdup_printf ("Đến nay, %s tại %s.", what, data->only->village->name);

  toso_paper_name_block (toso_block_append (blocks, TOSO_BLOCK_BODY, text), "one");
}

/* The sentence of who was on time has said the day already. */
static void
compose_due (const TosoPaperData *data,
             GPtrArray           *blocks)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (!toso_date_is_valid (data->village_due) || (data->only == NULL && data->n_on_time + data->n_late > 0))
    return;
  day = toso_date_format_long (data->village_due);
  text = g_strdup_printf ("Thời hạn gửi số liệu %s đã quy định là %s.", data->period_words, day);
  toso_paper_name_block (toso_block_append (blocks, TOSO_BLOCK_BODY, text), "due");
}

/* Paragraphs have names: a letter to one village says those that a person wrote
 * for all of them. */
static void
compose (const TosoPaperData *data,
         GPtrArray           *blocks)
{
  guint      n = data->reports->len;
  TosoBlock *block;

  if (data->only != NULL)
    compose_to_one (data, blocks);
  else
    toso_part_timeliness (data, blocks);
  if (n > 0 && data->n_reported >= n)
    {
      toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                           "{agency} không còn yêu cầu đôn đốc về số liệu {period} của {team}./.");
      return;
    }
  compose_due (data, blocks);
  block = toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                               "Để tổng hợp, báo cáo đúng thời hạn, {agency} đề nghị đồng chí chỉ đạo {team} rà soát, gửi đầy đủ số liệu {period} về Ủy ban nhân dân xã trước ngày ……/……/{year}. Nội dung nào không phát sinh thì ghi rõ là không phát sinh; nội dung chưa có số liệu thì để trống và nêu lý do.");
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
