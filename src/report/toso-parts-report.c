/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <string.h>

#include "core/toso-text.h"

/* What the reports of a period say. */

/* "Kế hoạch số 12/KH-UBND ngày … của … về …": as the plan's own head has it, in
 * full (Decree 30/2020/NĐ-CP, Annex I, Part I, II.6.b); without its number as
 * long as that is blank. */
static char *
cite_plan (const TosoPaperData *data)
{
  const TosoPlanHeader *header = &data->plan->header;
  g_autofree char      *noun = toso_text_sentence_case (header->kind != NULL ? header->kind : "KẾ HOẠCH");
  g_autofree char      *title = header->title != NULL ? g_strjoinv (" ", header->title) : g_strdup ("");
  g_autofree char      *subject = toso_words_lower_first (title);
  const char           *number = header->number_line != NULL ? strchr (header->number_line, ':') : NULL;
  const char           *day = header->place_date != NULL ? strstr (header->place_date, ", ngày ") : NULL;

  number = number != NULL ? number + 1 + strspn (number + 1, " ") : "";
  if (g_ascii_isdigit (*number))
    {
      g_autofree char *agency = toso_paper_fill (data, "{agency}");

      return g_strdup_printf ("%s số %s%s của %s về %s", noun, number, day != NULL ? day + 1 : "", agency, subject);
    }

  return g_strdup_printf ("%s %s", noun, subject);
}

void
toso_part_opening (const TosoPaperData *data,
                   GPtrArray           *blocks)
{
  g_autofree char *plan = data->asked_by != NULL && *data->asked_by != '\0' ? g_strdup (data->asked_by) : cite_plan (data);
  g_autofree char *rest = toso_paper_fill (data, "{agency} báo cáo kết quả hoạt động của {team} trên địa bàn xã {period} như sau:");
  g_autofree char *text = g_strdup_printf ("Thực hiện %s, %s", plan, rest);

  toso_block_append (blocks, TOSO_BLOCK_BODY, text);
}

static void
add_count (TosoSentence *sentence,
           guint         n,
           const char   *what,
           const char   *source)
{
  g_autofree char *count = toso_words_count (n);

  toso_sentence_add_figure (sentence, count, source);
  toso_sentence_add (sentence, " %s", what);
}

void
toso_part_direction (const TosoPaperData *data,
                     GPtrArray           *blocks)
{
  TosoSentence *sentence;

  if (data->directions->len == 0)
    {
      toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                           "Chưa có số liệu về văn bản chỉ đạo, cuộc kiểm tra trong {period}.");
      return;
    }
  sentence = toso_sentence_new ();
  toso_sentence_add (sentence, "Trong %s có ", data->period_words);
  if (data->n_directives > 0)
    add_count (sentence, data->n_directives, "văn bản chỉ đạo được theo dõi", "directive/count");
  if (data->n_directives > 0 && data->n_inspections > 0)
    toso_sentence_add (sentence, ", ");
  if (data->n_inspections > 0)
    add_count (sentence, data->n_inspections, "cuộc kiểm tra", "inspection/count");
  toso_sentence_add (sentence, ":");
  toso_sentence_to_block (sentence, blocks, TOSO_BLOCK_BODY);
  for (guint i = 0; i < data->directions->len; i++)
    {
      const TosoPaperLine *line = data->directions->pdata[i];
      TosoBlock           *block = toso_block_append (blocks, TOSO_BLOCK_BODY, line->text);

      toso_block_add_source (block, 0, 0, 0, (int) g_utf8_strlen (block->text, -1), line->source);
    }
}

/* Trainings, bulletins, visits: what the registers of the period hold. */
void
toso_part_deeds (const TosoPaperData *data,
                 GPtrArray           *blocks)
{
  static const char *const words[] = { "lớp tập huấn", "lượt tin, bài trên hệ thống truyền thanh", "lượt đến hộ gia đình",
                                       "buổi hướng dẫn", "hoạt động khác" };
  static const char *const ids[] = { "training", "bulletin", "visit", "guidance", "other" };
  guint                    n = 0;

  for (guint i = 0; i < TOSO_N_DEEDS; i++)
    {
      const TosoDeed  *deed = &data->deeds[i];
      g_autofree char *source = g_strdup_printf ("activity/%s/%s/count", ids[i], data->period_name);
      TosoSentence    *sentence;

      if (deed->n == 0)
        continue;
      sentence = toso_sentence_new ();
      toso_sentence_add (sentence, "- ");
      add_count (sentence, deed->n, words[i], source);
      if (deed->people.known)
        {
          g_autofree char *people = toso_number_format_figure (deed->people, 0);

          toso_sentence_add (sentence, ", với ");
          toso_sentence_add_figure (sentence, people, source);
          toso_sentence_add (sentence, " lượt người");
        }
      toso_sentence_add (sentence, ".");
      toso_sentence_to_block (sentence, blocks, TOSO_BLOCK_BODY);
      n++;
    }
  if (n == 0)
    toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                         "Chưa có số liệu về tập huấn, tuyên truyền, hướng dẫn trong {period}.");
}

/* Of those whose day of arrival is known, and where a day was set. */
static void
add_punctuality (const TosoPaperData *data,
                 GPtrArray           *blocks)
{
  g_autofree char *due = NULL;
  g_autofree char *source = g_strdup_printf ("submission/%s/received", data->period_name);
  TosoSentence    *sentence;

  if (!toso_date_is_valid (data->village_due) || data->n_on_time + data->n_late == 0)
    return;
  due = toso_date_format_short (data->village_due);
  sentence = toso_sentence_new ();
  toso_sentence_add (sentence, "Thời hạn gửi số liệu: ngày %s; ", due);
  if (data->n_late == 0)
    {
      toso_sentence_add (sentence, "tất cả ");
      add_count (sentence, data->n_on_time, data->village_word, source);
      toso_sentence_add (sentence, " đã gửi đều đúng hạn.");
    }
  else
    {
      if (data->n_on_time > 0)
        {
          add_count (sentence, data->n_on_time, data->village_word, source);
          toso_sentence_add (sentence, " gửi đúng hạn, ");
        }
      add_count (sentence, data->n_late, data->village_word, source);
      toso_sentence_add (sentence, " gửi sau thời hạn.");
    }
  toso_sentence_to_block (sentence, blocks, TOSO_BLOCK_BODY);
}

void
toso_part_timeliness (const TosoPaperData *data,
                      GPtrArray           *blocks)
{
  g_auto (GStrv) late = toso_paper_data_list_late (data);
  g_autofree char *what = g_strdup_printf ("số liệu %s", data->period_words);

  toso_sentence_to_block (toso_sentence_reporting (data->n_reported, data->reports->len, (const char *const *) late,
                                                   data->village_word, what, data->period_name),
                          blocks, TOSO_BLOCK_BODY);
  add_punctuality (data, blocks);
}

static const TosoProgress *
find_previous (const TosoPaperData *data,
               guint                i)
{
  return data->previous != NULL && i < data->previous->len
           ? &((const TosoTargetResult *) data->previous->pdata[i])->progress
           : NULL;
}

/* Why a report compares with nothing: the file holds one year. */
static void
add_no_comparison (const TosoPaperData *data,
                   GPtrArray           *blocks)
{
  if (data->previous != NULL || !data->has_period || data->results->len == 0 || data->period.kind == TOSO_PERIOD_AD_HOC)
    return;
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                       data->period.kind <= TOSO_PERIOD_HALF ? "Trong năm {year} chưa có kỳ nào trước {period} để so sánh."
                                                             : "Chưa có số liệu cùng kỳ năm trước để so sánh.");
}

void
toso_part_targets (const TosoPaperData *data,
                   GPtrArray           *blocks)
{
  guint counts[4] = { 0 };

  for (guint i = 0; i < data->results->len; i++)
    counts[((const TosoTargetResult *) data->results->pdata[i])->progress.state]++;
  toso_sentence_to_block (toso_sentence_states (counts, data->period_name), blocks, TOSO_BLOCK_BODY);
  add_no_comparison (data, blocks);
  for (guint i = 0; i < data->results->len; i++)
    {
      const TosoTargetResult *result = data->results->pdata[i];
      TosoBlock              *block;

      block = toso_sentence_to_block (toso_sentence_target (result->target, &result->progress, find_previous (data, i),
                                                            data->previous_words, data->village_word, data->period_name),
                                      blocks, TOSO_BLOCK_BODY);
      if (result->target->code != NULL && *result->target->code != '\0')
        toso_paper_name_block (block, "target/%s", result->target->code);
    }
  if (data->results->len > 0)
    {
      g_autofree char *where = g_strdup_printf ("(Số liệu chi tiết tại Hình %u, Phụ lục I và Phụ lục II.)", toso_part_count_figures (blocks) + 1);

      toso_block_append (blocks, TOSO_BLOCK_BODY, where);
      toso_part_targets_figure (data, blocks);
    }
}

static void
add_task (const TosoPaperData *data,
          GPtrArray           *blocks,
          guint                i)
{
  const TosoTask       *task = data->plan->tasks->pdata[i];
  const TosoTaskReport *report = data->task_reports->pdata[i];
  TosoSentence         *sentence = toso_sentence_new ();
  g_autofree char      *state = g_strdup_printf ("task/%s/state", task->code);
  g_autofree char      *result = g_strdup_printf ("task/%s/result", task->code);

  toso_sentence_add (sentence, "- %s: ", task->title);
  toso_sentence_add_figure (sentence, toso_words_task_state (report->state), state);
  if (task->lead != NULL && *task->lead != '\0')
    toso_sentence_add (sentence, "; đơn vị thực hiện: %s", task->lead);
  if (*report->result != '\0')
    {
      toso_sentence_add (sentence, "; kết quả: ");
      toso_sentence_add_figure (sentence, report->result, result);
    }
  toso_sentence_add (sentence, g_str_has_suffix (report->result, ".") ? "" : ".");
  toso_sentence_to_block (sentence, blocks, TOSO_BLOCK_BODY);
}

static void
add_task_to_come (GPtrArray      *blocks,
                  const TosoTask *task)
{
  TosoSentence *sentence = toso_sentence_new ();
  TosoBlock    *block;

  toso_sentence_add (sentence, "- %s", task->title);
  if (task->lead != NULL && *task->lead != '\0')
    toso_sentence_add (sentence, "; đơn vị thực hiện: %s", task->lead);
  if (task->time != NULL && *task->time != '\0')
    {
      g_autofree char *time = toso_words_lower_first (task->time);

      toso_sentence_add (sentence, "; thời gian: %s", time);
    }
  toso_sentence_add (sentence, ".");
  block = toso_sentence_to_block (sentence, blocks, TOSO_BLOCK_BODY);
  if (task->code != NULL && *task->code != '\0')
    toso_paper_name_block (block, "task/%s", task->code);
}

void
toso_part_tasks (const TosoPaperData *data,
                 GPtrArray           *blocks)
{
  guint counts[5] = { 0 };

  for (guint i = 0; i < data->task_reports->len; i++)
    counts[((const TosoTaskReport *) data->task_reports->pdata[i])->state]++;
  toso_sentence_to_block (toso_sentence_tasks (counts, data->period_name), blocks, TOSO_BLOCK_BODY);
  for (guint i = 0; i < data->task_reports->len; i++)
    add_task (data, blocks, i);
  if (data->task_reports->len > 0)
    toso_block_append (blocks, TOSO_BLOCK_BODY, "(Chi tiết tại Phụ lục III.)");
}

/* What villages wrote, each once, with its name. */
static void
add_remarks (const TosoPaperData *data,
             GPtrArray           *blocks,
             gboolean             proposals,
             const char          *none)
{
  guint n = 0;

  for (guint i = 0; i < data->reports->len; i++)
    {
      const TosoVillageReport *report = data->reports->pdata[i];
      const char              *remark = proposals ? report->proposals : report->difficulties;
      g_autofree char         *squeezed = toso_text_squeeze (remark);
      g_autofree char         *text = NULL;

      if (*squeezed == '\0')
        continue;
      text = g_strdup_printf ("- %s: %s%s", report->village->name, squeezed,
                              strchr (".;!?", squeezed[strlen (squeezed) - 1]) != NULL ? "" : ".");
      toso_paper_name_block (toso_block_append (blocks, TOSO_BLOCK_BODY, text), "village/%" G_GINT64_FORMAT, report->village->id);
      n++;
    }
  if (n == 0)
    toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                         data->n_reported > 0 ? none : "Chưa có {villages} nào gửi số liệu {period} nên chưa có nội dung tổng hợp.");
}

void
toso_part_difficulties (const TosoPaperData *data,
                        GPtrArray           *blocks)
{
  add_remarks (data, blocks, FALSE, "Không có khó khăn, vướng mắc nào được các {villages} nêu trong số liệu {period}.");
}

void
toso_part_proposals (const TosoPaperData *data,
                     GPtrArray           *blocks)
{
  add_remarks (data, blocks, TRUE, "Không có đề xuất, kiến nghị nào được các {villages} nêu trong số liệu {period}.");
}

void
toso_part_tasks_to_come (const TosoPaperData *data,
                         GPtrArray           *blocks)
{
  guint n = 0;

  for (guint i = 0; i < data->task_reports->len; i++)
    {
      if (((const TosoTaskReport *) data->task_reports->pdata[i])->state == TOSO_TASK_DONE)
        continue;
      if (n == 0)
        toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                             data->has_period && data->period.kind == TOSO_PERIOD_YEAR
                               ? "Các nhiệm vụ của Kế hoạch năm {year} chưa hoàn thành, tiếp tục thực hiện trong {next}:"
                               : "Tiếp tục thực hiện các nhiệm vụ của Kế hoạch năm {year}:");
      add_task_to_come (blocks, data->plan->tasks->pdata[i]);
      n++;
    }
  if (n == 0)
    toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY, "Không còn nhiệm vụ nào của Kế hoạch năm {year} chưa hoàn thành.");
}

void
toso_part_closing (const TosoPaperData *data,
                   GPtrArray           *blocks)
{
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                       "Trên đây là báo cáo kết quả hoạt động của {team} {period} của {agency}./.");
}

const TosoPaperPart toso_report_parts[] = {
  { 0, NULL, toso_part_opening },
  { 1, "Công tác chỉ đạo, điều hành", toso_part_direction },
  { 1, "Kết quả thực hiện", NULL },
  { 2, "Tình hình gửi số liệu của các {villages}", toso_part_timeliness },
  { 0, NULL, toso_part_months_figure },
  { 2, "Kết quả thực hiện chỉ tiêu", toso_part_targets },
  { 2, "Kết quả thực hiện nhiệm vụ", toso_part_tasks },
  { 2, "Tập huấn, tuyên truyền, hướng dẫn", toso_part_deeds },
  { 1, "Khó khăn, vướng mắc; đề xuất, kiến nghị", NULL },
  { 2, "Khó khăn, vướng mắc", toso_part_difficulties },
  { 2, "Đề xuất, kiến nghị", toso_part_proposals },
  { 1, "Nhiệm vụ {next}", toso_part_tasks_to_come },
  { 0, NULL, toso_part_closing },
  { 0, NULL, NULL },
};

#define FIGURE_ANNEXES                                                       \
  { "Kết quả thực hiện chỉ tiêu {period}", toso_table_targets, FALSE },      \
  {                                                                          \
    "Kết quả của các {villages} đến hết {period}", toso_table_villages, TRUE \
  }

const TosoPaperAnnex toso_meeting_annexes[] = {
  FIGURE_ANNEXES,
  { NULL, NULL, FALSE },
};

const TosoPaperAnnex toso_report_annexes[] = {
  FIGURE_ANNEXES,
  { "Tiến độ thực hiện nhiệm vụ đến hết {period}", toso_table_tasks, TRUE },
  { NULL, NULL, FALSE },
};
