/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-text.h"

static GStrv
list_addressees (const TosoPaperData *data)
{
  g_autofree char *line = toso_paper_fill (data, "Trưởng các {villages}");

  return g_strsplit (line, "|", -1);
}

static void
compose_opening (const TosoPaperData *data,
                 GPtrArray           *blocks)
{
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                       "Để thống nhất việc thu thập, tổng hợp số liệu {period} của {team} tại {n} {villages} trên địa bàn xã, {agency} hướng dẫn như sau:");
}

/* A part that the plan names no better than its target is what was done. */
static const char *
get_part (const TosoTarget *target)
{
  const char      *part = target->numerator_name != NULL ? target->numerator_name : "";
  g_autofree char *folded = toso_text_fold (part);
  g_autofree char *name = toso_text_fold (target->name);

  return *folded == '\0' || g_str_equal (folded, name) ? "số đã thực hiện" : part;
}

static void
compose_figures (const TosoPaperData *data,
                 GPtrArray           *blocks)
{
  TosoBlock *table;

  if (data->plan->targets->len == 0)
    {
      toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY, "Kế hoạch chưa có chỉ tiêu nào cần thu thập số liệu.");
      return;
    }
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY, "{team} tại mỗi {villages} gửi số liệu của các chỉ tiêu sau:");
  table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);
  toso_table_add_row (table, "STT", "Chỉ tiêu", "Số đạt được", "Trên tổng số", NULL);
  for (guint i = 0; i < data->plan->targets->len; i++)
    {
      const TosoTarget *target = data->plan->targets->pdata[i];
      gboolean          has_whole = target->denominator_name != NULL && *target->denominator_name != '\0';
      g_autofree char  *number = g_strdup_printf ("%u", i + 1);
      g_autofree char  *name = toso_words_name (target);
      g_autofree char  *part = toso_words_upper_first (get_part (target));
      g_autofree char  *whole = toso_words_upper_first (has_whole ? target->denominator_name : TOSO_MISSING);

      toso_table_add_row (table, number, name, part, whole, NULL);
    }
}

static void
compose_days (const TosoPaperData *data,
              GPtrArray           *blocks)
{
  g_autofree char *first = toso_date_format_short (data->first);
  g_autofree char *last = toso_date_format_short (data->last);
  g_autofree char *days = g_strdup_printf ("Số liệu %s tính từ ngày %s đến hết ngày %s.", data->period_words, first, last);
  g_autofree char *due = toso_date_is_valid (data->village_due) ? toso_date_format_long (data->village_due) : NULL;
  g_autofree char *until = due != NULL ? g_strdup_printf ("Thời hạn gửi về Ủy ban nhân dân xã: chậm nhất %s.", due)
                                       : toso_paper_fill (data, "Thời hạn gửi về Ủy ban nhân dân xã: trước ngày ……/……/{year}.");

  toso_block_append (blocks, TOSO_BLOCK_BODY, days);
  toso_block_append (blocks, TOSO_BLOCK_BODY, until);
}

static void
compose_rules (const TosoPaperData *data,
               GPtrArray           *blocks)
{
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                       "Nội dung không phát sinh thì ghi số 0; nội dung chưa có số liệu thì để trống và nêu lý do. Số đạt được không lớn hơn tổng số. Ghi khó khăn, vướng mắc và đề xuất, kiến nghị (nếu có).");
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                       "{agency} đề nghị đồng chí chỉ đạo {team} thực hiện./.");
}

static const TosoPaperPart parts[] = {
  { 0, NULL, compose_opening },
  { 2, "Số liệu cần thu thập", compose_figures },
  { 2, "Kỳ số liệu và thời hạn gửi", compose_days },
  { 2, "Cách ghi", compose_rules },
  { 0, NULL, NULL },
};

const TosoPaperKind toso_kind_guidance = {
  .name = "guidance",
  .label = N_ ("Letter of guidance to the villages"),
  .title = "V/v hướng dẫn thu thập, gửi|số liệu {period}|của {team}",
  .period_need = TOSO_PERIOD_OF_ANY_KIND,
  .list_addressees = list_addressees,
  .parts = parts,
  .first_recipient = "- Như trên;",
};
