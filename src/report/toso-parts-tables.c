/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <string.h>

/* The annex tables.  A figure that nobody gave is "—"; a line of sums says of
 * how many villages. */

#define DECIMALS 1

/* Targets side by side on a page on its side. */
#define MOST_COLUMNS 9

void
toso_table_add_row (TosoBlock  *table,
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
void
toso_table_bind_cell (TosoBlock  *table,
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

void
toso_table_add_none (GPtrArray  *blocks,
                     const char *text)
{
  toso_block_append (blocks, TOSO_BLOCK_CENTERED, text);
}

static gboolean
is_percentage (const TosoTarget *target)
{
  return target->kind == TOSO_TARGET_PERCENTAGE || g_strcmp0 (target->unit, "%") == 0;
}

/* "38/41"; "38/41 (06 kỳ trước)"; "xã": given for the commune as a whole. */
static char *
coverage_cell (const TosoTargetResult *result)
{
  const TosoProgress *progress = &result->progress;

  if (toso_target_is_counted (result->target))
    return g_strdup ("tính từ danh sách");
  if (progress->commune_wide)
    return g_strdup ("toàn xã");
  if (progress->coverage.carried > 0)
    {
      g_autofree char *carried = toso_words_count (progress->coverage.carried);

      return g_strdup_printf ("%u/%u (%s kỳ trước)", progress->coverage.reported, progress->coverage.expected, carried);
    }

  return g_strdup_printf ("%u/%u", progress->coverage.reported, progress->coverage.expected);
}

/* --- targets --- */

/* The unit has a column of its own, so that the figures stand by their commas. */
static char *
plain_value (const TosoTarget *target,
             TosoFigure        value)
{
  if (target->kind == TOSO_TARGET_YES_NO)
    return toso_words_value (target, value);

  return toso_number_format_figure (value, DECIMALS);
}

static const char *
get_unit (const TosoTarget *target)
{
  if (is_percentage (target))
    return "%";

  return target->unit != NULL ? target->unit : "";
}

static void
add_target_row (const TosoPaperData *data,
                TosoBlock           *table,
                guint                i)
{
  const TosoTargetResult *result = data->results->pdata[i];
  const TosoTargetResult *before = data->previous != NULL ? data->previous->pdata[i] : NULL;
  const char             *code = result->target->code != NULL ? result->target->code : "";
  g_autofree char        *number = g_strdup_printf ("%u", i + 1);
  g_autofree char        *name = toso_words_name (result->target);
  g_autofree char        *wanted = toso_words_target (result->target);
  g_autofree char        *previous = plain_value (result->target, before != NULL ? before->progress.value : TOSO_FIGURE_MISSING);
  g_autofree char        *value = plain_value (result->target, result->progress.value);
  g_autofree char        *coverage = coverage_cell (result);

  toso_table_add_row (table, number, name, get_unit (result->target), wanted, previous, value, coverage,
                      toso_words_short_state (result->progress.state), NULL);
  toso_table_bind_cell (table, 3, "target/%s/target", code);
  if (data->previous_name != NULL)
    toso_table_bind_cell (table, 4, "target/%s/%s/value", code, data->previous_name);
  toso_table_bind_cell (table, 5, "target/%s/%s/value", code, data->period_name);
  toso_table_bind_cell (table, 6, "target/%s/%s/coverage", code, data->period_name);
  toso_table_bind_cell (table, 7, "target/%s/%s/state", code, data->period_name);
}

void
toso_table_targets (const TosoPaperData *data,
                    GPtrArray           *blocks)
{
  TosoBlock       *table;
  g_autofree char *coverage = g_strdup_printf ("Số %s có số liệu", data->village_word);

  if (data->results->len == 0)
    {
      toso_table_add_none (blocks, "Kế hoạch chưa có chỉ tiêu nào được theo dõi.");
      return;
    }
  table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);
  table->n_head_rows = 2;
  toso_table_add_row (table, "STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm", "Thực hiện", "", coverage, "Tiến độ", NULL);
  toso_table_add_row (table, "", "", "", "", "Kỳ trước", "Đến hết kỳ", "", "", NULL);
  toso_block_merge (table, 0, 4, 1, 2);
  for (guint c = 0; c < 8; c++)
    if (c != 4 && c != 5)
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

  g_ptr_array_add (cells, g_strdup ("STT"));
  g_ptr_array_add (cells, toso_words_upper_first (word));
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
    g_ptr_array_add (cells, plain_value (data->plan->targets->pdata[t], report->values[t]));
  g_ptr_array_add (cells, g_strdup (report->reported ? "có" : "chưa"));
  g_ptr_array_add (cells, NULL);
  toso_block_add_row (table, (const char *const *) cells->pdata);
  for (guint t = first; t < end; t++)
    toso_table_bind_cell (table, 2 + t - first, "village/%" G_GINT64_FORMAT "/%s/%s/value", report->village->id,
                          ((const TosoTarget *) data->plan->targets->pdata[t])->code, data->period_name);
}

/* Of the row that was added last. */
static void
bind_targets (const TosoPaperData *data,
              TosoBlock           *table,
              guint                first,
              guint                end,
              const char          *what)
{
  for (guint t = first; t < end; t++)
    toso_table_bind_cell (table, 2 + t - first, "target/%s/%s/%s", ((const TosoTarget *) data->plan->targets->pdata[t])->code,
                          data->period_name, what);
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

      g_ptr_array_add (cells, plain_value (result->target, result->progress.value));
    }
  g_ptr_array_add (cells, g_strdup_printf ("%u/%u", data->n_reported, data->reports->len));
  g_ptr_array_add (cells, NULL);
  toso_block_add_row (table, (const char *const *) cells->pdata);
  bind_targets (data, table, first, end, "value");
  toso_table_bind_cell (table, 2 + end - first, "submission/%s/reported", data->period_name);
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
    g_ptr_array_add (cells, coverage_cell (data->results->pdata[t]));
  g_ptr_array_add (cells, g_strdup (""));
  g_ptr_array_add (cells, NULL);
  toso_block_add_row (table, (const char *const *) cells->pdata);
  bind_targets (data, table, first, end, "coverage");
}

void
toso_table_villages (const TosoPaperData *data,
                     GPtrArray           *blocks)
{
  guint n = data->results->len;

  if (data->reports->len == 0 || n == 0)
    {
      toso_table_add_none (blocks, "Chưa có danh sách thôn hoặc chỉ tiêu để lập bảng.");
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
      toso_table_add_none (blocks, "Kế hoạch chưa có nhiệm vụ nào được theo dõi.");
      return;
    }
  table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);
  toso_table_add_row (table, "STT", "Nhiệm vụ", "Đơn vị thực hiện", "Thời gian", "Kết quả phải đạt", "Kết quả thực hiện", "Tiến độ", NULL);
  for (guint i = 0; i < data->plan->tasks->len; i++)
    {
      const TosoTask       *task = data->plan->tasks->pdata[i];
      const TosoTaskReport *report = data->task_reports->pdata[i];
      g_autofree char      *number = g_strdup_printf ("%u", i + 1);

      toso_table_add_row (table, number, task->title, task->lead, task->time, task->result,
                          *report->result != '\0' ? report->result : TOSO_MISSING, toso_words_task_state (report->state), NULL);
      toso_table_bind_cell (table, 5, "task/%s/result", task->code);
      toso_table_bind_cell (table, 6, "task/%s/state", task->code);
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
  toso_table_add_row (table, "STT", "Đơn vị chưa gửi số liệu", "Ghi chú", NULL);
  for (guint i = 0; late[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      toso_table_add_row (table, number, late[i], "", NULL);
    }
}
