/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <string.h>

/* The annex tables.  A figure that nobody gave is "—"; a line of sums says of
 * how many villages. */

#define DECIMALS 1

/* Targets side by side on a page on its side. */
#define MOST_COLUMNS 9

static void
add_row (TosoBlock  *table,
         const char *first,
         ...)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  va_list arguments;

  va_start (arguments, first);
  for (const char *cell = first; cell != NULL; cell = va_arg (arguments, const char *))
    g_ptr_array_add (cells, (gpointer) cell);
  va_end (arguments);
  g_ptr_array_add (cells, NULL);
  toso_block_add_row (table, (const char *const *) cells->pdata);
}

/* The cell that was added last in the column, all of it. */
static void
bind_cell (TosoBlock  *table,
           guint       column,
           const char *format,
           ...)
{
  g_autofree char *source = NULL;
  guint            row = table->rows->len - 1;
  const char      *text = ((char **) g_ptr_array_index (table->rows, row))[column];
  va_list          arguments;

  va_start (arguments, format);
  source = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  toso_block_add_source (table, row, column, 0, (int) g_utf8_strlen (text, -1), source);
}

static void
add_none (GPtrArray  *blocks,
          const char *text)
{
  toso_block_append (blocks, TOSO_BLOCK_CENTERED, text);
}

static gboolean
is_percentage (const TosoTarget *target)
{
  return target->kind == TOSO_TARGET_PERCENTAGE || g_strcmp0 (target->unit, "%") == 0;
}

/* "38/41"; "xã": given for the commune as a whole. */
static char *
coverage_cell (const TosoProgress *progress)
{
  if (progress->commune_wide)
    return g_strdup ("toàn xã");

  return g_strdup_printf ("%u/%u", progress->coverage.reported, progress->coverage.expected);
}

/* --- targets --- */

static void
add_target_row (const TosoPaperData *data,
                TosoBlock           *table,
                guint                i)
{
  const TosoTargetResult *result = data->results->pdata[i];
  const TosoTargetResult *before = data->previous != NULL ? data->previous->pdata[i] : NULL;
  const char             *code = result->target->code != NULL ? result->target->code : "";
  g_autofree char        *number = g_strdup_printf ("%u", i + 1);
  g_autofree char        *wanted = toso_words_target (result->target);
  g_autofree char        *previous = toso_words_value (result->target, before != NULL ? before->progress.value : TOSO_FIGURE_MISSING);
  g_autofree char        *value = toso_words_value (result->target, result->progress.value);
  g_autofree char        *coverage = coverage_cell (&result->progress);

  add_row (table, number, result->target->name, wanted, previous, value, coverage, toso_words_state (result->progress.state), NULL);
  bind_cell (table, 2, "target/%s/target", code);
  bind_cell (table, 4, "target/%s/%s/value", code, data->period_name);
  bind_cell (table, 5, "target/%s/%s/coverage", code, data->period_name);
}

void
toso_table_targets (const TosoPaperData *data,
                    GPtrArray           *blocks)
{
  TosoBlock       *table;
  g_autofree char *coverage = g_strdup_printf ("Số %s có số liệu", data->village_word);

  if (data->results->len == 0)
    {
      add_none (blocks, "Kế hoạch chưa có chỉ tiêu nào được theo dõi.");
      return;
    }
  table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);
  table->n_head_rows = 2;
  add_row (table, "STT", "Chỉ tiêu", "Kế hoạch năm", "Thực hiện", "", coverage, "Tiến độ", NULL);
  add_row (table, "", "", "", "Kỳ trước", "Đến hết kỳ", "", "", NULL);
  toso_block_merge (table, 0, 3, 1, 2);
  for (guint c = 0; c < 7; c++)
    if (c != 3 && c != 4)
      toso_block_merge (table, 0, c, 2, 1);
  for (guint i = 0; i < data->results->len; i++)
    add_target_row (data, table, i);
}

/* --- villages × targets --- */

static void
add_village_heads (const TosoPaperData *data,
                   TosoBlock           *table,
                   guint                first,
                   guint                end)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *word = g_utf8_strdown (data->village_word, -1);
  g_autofree char *initial = g_utf8_substring (word, 0, 1);
  g_autofree char *upper = g_utf8_strup (initial, -1);

  g_ptr_array_add (cells, g_strdup ("STT"));
  g_ptr_array_add (cells, g_strconcat (upper, word + strlen (initial), NULL));
  for (guint t = first; t < end; t++)
    {
      const TosoTarget *target = data->plan->targets->pdata[t];
      const char       *unit = is_percentage (target) ? "%" : target->unit;

      g_ptr_array_add (cells, unit != NULL && *unit != '\0' ? g_strdup_printf ("%s (%s)", target->name, unit) : g_strdup (target->name));
    }
  g_ptr_array_add (cells, g_strdup ("Gửi số liệu kỳ này"));
  g_ptr_array_add (cells, NULL);
  toso_block_add_row (table, (const char *const *) cells->pdata);
}

static char *
value_cell (const TosoTarget *target,
            TosoFigure        value)
{
  if (target->kind == TOSO_TARGET_YES_NO)
    return toso_words_value (target, value);

  return toso_number_format_figure (value, DECIMALS);
}

static void
add_village_row (const TosoPaperData *data,
                 TosoBlock           *table,
                 guint                v,
                 guint                first,
                 guint                end)
{
  const TosoVillageReport *report = data->reports->pdata[v];
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup_printf ("%u", v + 1));
  g_ptr_array_add (cells, g_strdup (report->village->name));
  for (guint t = first; t < end; t++)
    g_ptr_array_add (cells, value_cell (data->plan->targets->pdata[t], report->values[t]));
  g_ptr_array_add (cells, g_strdup (report->reported ? "có" : "chưa"));
  g_ptr_array_add (cells, NULL);
  toso_block_add_row (table, (const char *const *) cells->pdata);
  for (guint t = first; t < end; t++)
    bind_cell (table, 2 + t - first, "village/%" G_GINT64_FORMAT "/%s/%s/value", report->village->id,
               ((const TosoTarget *) data->plan->targets->pdata[t])->code, data->period_name);
}

/* The commune's own value is a ratio of sums, and says of how many villages. */
static void
add_commune_row (const TosoPaperData *data,
                 TosoBlock           *table,
                 guint                first,
                 guint                end)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup (""));
  g_ptr_array_add (cells, g_strdup ("Toàn xã"));
  for (guint t = first; t < end; t++)
    {
      const TosoTargetResult *result = data->results->pdata[t];

      g_ptr_array_add (cells, value_cell (result->target, result->progress.value));
    }
  g_ptr_array_add (cells, g_strdup_printf ("%u/%u", data->n_reported, data->reports->len));
  g_ptr_array_add (cells, NULL);
  toso_block_add_row (table, (const char *const *) cells->pdata);
}

static void
add_coverage_row (const TosoPaperData *data,
                  TosoBlock           *table,
                  guint                first,
                  guint                end)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup (""));
  g_ptr_array_add (cells, g_strdup_printf ("Số %s có số liệu", data->village_word));
  for (guint t = first; t < end; t++)
    g_ptr_array_add (cells, coverage_cell (&((const TosoTargetResult *) data->results->pdata[t])->progress));
  g_ptr_array_add (cells, g_strdup (""));
  g_ptr_array_add (cells, NULL);
  toso_block_add_row (table, (const char *const *) cells->pdata);
}

void
toso_table_villages (const TosoPaperData *data,
                     GPtrArray           *blocks)
{
  guint n = data->results->len;

  if (data->reports->len == 0 || n == 0)
    {
      add_none (blocks, "Chưa có danh sách thôn hoặc chỉ tiêu để lập bảng.");
      return;
    }
  for (guint first = 0; first < n; first += MOST_COLUMNS)
    {
      guint      end = MIN (first + MOST_COLUMNS, n);
      TosoBlock *table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);

      add_village_heads (data, table, first, end);
      for (guint v = 0; v < data->reports->len; v++)
        add_village_row (data, table, v, first, end);
      add_coverage_row (data, table, first, end);
      add_commune_row (data, table, first, end);
      table->has_total = TRUE;
    }
}

/* --- the others --- */

void
toso_table_tasks (const TosoPaperData *data,
                  GPtrArray           *blocks)
{
  TosoBlock *table;

  if (data->plan->tasks->len == 0)
    {
      add_none (blocks, "Kế hoạch chưa có nhiệm vụ nào được theo dõi.");
      return;
    }
  table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);
  add_row (table, "STT", "Nhiệm vụ", "Đơn vị thực hiện", "Thời gian", "Kết quả phải đạt", "Tiến độ", NULL);
  for (guint i = 0; i < data->plan->tasks->len; i++)
    {
      const TosoTask  *task = data->plan->tasks->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      add_row (table, number, task->title, task->lead, task->time, task->result, toso_words_task_state (task->state), NULL);
      bind_cell (table, 5, "task/%s/state", task->code);
    }
}

void
toso_table_late (const TosoPaperData *data,
                 GPtrArray           *blocks)
{
  g_auto (GStrv) late = toso_paper_data_list_late (data);
  TosoBlock *table;

  /* The letter itself names a few. */
  if (data->only != NULL || g_strv_length (late) <= TOSO_MOST_NAMES)
    return;
  table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);
  add_row (table, "STT", "Đơn vị chưa gửi số liệu", "Ghi chú", NULL);
  for (guint i = 0; late[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      add_row (table, number, late[i], "", NULL);
    }
}

/* Phones and years of birth stay in the file: papers go far. */
void
toso_table_members (const TosoPaperData *data,
                    GPtrArray           *blocks)
{
  TosoBlock *table;
  guint      n = data->members->len;

  if (n == 0)
    {
      g_autofree char *none = toso_paper_fill (data, "Chưa có danh sách thành viên {team} trong dữ liệu năm {year}.");

      add_none (blocks, none);
      if (data->villages->len == 0)
        return;
    }
  table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);
  add_row (table, "STT", "Tổ tại", "Họ và tên", "Chức danh trong Tổ", "Ghi chú", NULL);
  for (guint i = 0; i < n; i++)
    {
      const TosoTeamMember *member = data->members->pdata[i];
      g_autofree char      *number = g_strdup_printf ("%u", i + 1);

      add_row (table, number, member->village, member->name, member->role, member->basis, NULL);
    }
  for (guint i = 0; n == 0 && i < data->villages->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      add_row (table, number, ((const TosoVillage *) data->villages->pdata[i])->name, TOSO_MISSING, TOSO_MISSING, "", NULL);
    }
}

void
toso_table_commended (const TosoPaperData *data,
                      GPtrArray           *blocks)
{
  TosoBlock *table;

  if (data->commended->len == 0)
    return;
  table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);
  add_row (table, "STT", "Tập thể, cá nhân", "Thành tích", "Hình thức khen thưởng", NULL);
  for (guint i = 0; i < data->commended->len; i++)
    {
      const TosoCommended *commended = data->commended->pdata[i];
      g_autofree char     *number = g_strdup_printf ("%u", i + 1);

      add_row (table, number, commended->recipient, commended->achievement, commended->form, NULL);
    }
}

/* The columns of Decree 30/2020/NĐ-CP, Annex IV. */
void
toso_table_register (const TosoPaperData *data,
                     GPtrArray           *blocks)
{
  TosoBlock *table;

  if (data->entries->len == 0)
    {
      g_autofree char *none = toso_paper_fill (data, "Chưa có văn bản nào được đăng ký trong năm {year}.");

      add_none (blocks, none);
      return;
    }
  table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);
  add_row (table, "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Người ký",
           "Nơi nhận văn bản", "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ngày chuyển", "Ký nhận", "Ghi chú", NULL);
  for (guint i = 0; i < data->entries->len; i++)
    {
      const TosoRegisterLine *line = data->entries->pdata[i];
      const char             *cells[11] = { NULL };

      for (guint c = 0; c < 10; c++)
        cells[c] = line->cells[c] != NULL ? line->cells[c] : "";
      toso_block_add_row (table, cells);
    }
}
