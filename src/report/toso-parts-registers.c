/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

/* Tables of the office's lists. */

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

      toso_table_add_none (blocks, none);
      if (data->villages->len == 0)
        return;
    }
  table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);
  toso_table_add_row (table, "STT", "Tổ tại", "Họ và tên", "Chức danh trong Tổ", "Ghi chú", NULL);
  for (guint i = 0; i < n; i++)
    {
      const TosoTeamMember *member = data->members->pdata[i];
      g_autofree char      *number = g_strdup_printf ("%u", i + 1);

      toso_table_add_row (table, number, member->village, member->name, member->role, member->basis, NULL);
    }
  for (guint i = 0; n == 0 && i < data->villages->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      toso_table_add_row (table, number, ((const TosoVillage *) data->villages->pdata[i])->name, TOSO_MISSING, TOSO_MISSING, "", NULL);
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
  /* A column that nobody has filled in is none. */
  toso_table_add_row (table, "STT", "Tập thể, cá nhân", "Thành tích", "Hình thức khen thưởng", toso_paper_data_has_amounts (data) ? "Mức tiền thưởng (đồng)" : NULL, NULL);
  for (guint i = 0; i < data->commended->len; i++)
    {
      const TosoCommended *commended = data->commended->pdata[i];
      g_autofree char     *number = g_strdup_printf ("%u", i + 1);
      g_autofree char     *amount = toso_number_format_figure (commended->amount, 0);

      toso_table_add_row (table, number, commended->recipient, commended->achievement, commended->form, toso_paper_data_has_amounts (data) ? amount : NULL, NULL);
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

      toso_table_add_none (blocks, none);
      return;
    }
  table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);
  toso_table_add_row (table, "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Người ký",
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

/* --- support --- */

/* Fewer amounts than days: a sum that says so is not taken for the whole. */
static void
add_support_row (TosoBlock             *table,
                 guint                  i,
                 const TosoSupportLine *line)
{
  g_autofree char *number = g_strdup_printf ("%u", i + 1);
  g_autofree char *days = toso_number_format (line->days, 2);
  g_autofree char *amount = toso_number_format_figure (line->amount, 0);
  g_autofree char *paid = g_strdup_printf ("%u/%u", line->n_paid, line->n);
  g_autofree char *note = line->amount.known && line->n_amounts < line->n ? g_strdup_printf ("%u/%u lượt có số tiền", line->n_amounts, line->n)
                                                                          : g_strdup ("");

  toso_table_add_row (table, number, line->team, *line->person != '\0' ? line->person : "(cả Tổ)", days, amount, paid, note, NULL);
  for (guint c = 3; c <= 5; c++)
    toso_table_bind_cell (table, c, "support_day/count");
}

void
toso_table_support (const TosoPaperData *data,
                    GPtrArray           *blocks)
{
  TosoSupportLine  sum = { 0 };
  TosoBlock       *table;
  g_autofree char *days = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *paid = NULL;
  g_autofree char *note = NULL;

  if (data->support->len == 0)
    {
      g_autofree char *none = toso_paper_fill (data, "Chưa có ngày công hỗ trợ nào được ghi trong {period}.");

      toso_table_add_none (blocks, none);
      return;
    }
  table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);
  toso_table_add_row (table, "STT", "Tổ", "Họ và tên", "Số ngày", "Số tiền (đồng)", "Số lượt đã chi trả", "Ghi chú", NULL);
  for (guint i = 0; i < data->support->len; i++)
    {
      const TosoSupportLine *line = data->support->pdata[i];

      add_support_row (table, i, line);
      sum.days += line->days;
      sum.amount = toso_number_add (sum.amount, line->amount);
      sum.n += line->n;
      sum.n_paid += line->n_paid;
      sum.n_amounts += line->n_amounts;
    }
  days = toso_number_format (sum.days, 2);
  amount = toso_number_format_figure (sum.amount, 0);
  paid = g_strdup_printf ("%u/%u", sum.n_paid, sum.n);
  note = sum.n_amounts < sum.n ? g_strdup_printf ("%u/%u lượt có số tiền", sum.n_amounts, sum.n) : g_strdup ("");
  toso_table_add_row (table, "", "Cộng", "", days, amount, paid, note, NULL);
  table->has_total = TRUE;
}
