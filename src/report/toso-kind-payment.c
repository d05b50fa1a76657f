/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

/* What is still to be paid of the ledger of support, and room for the hand. */

static void
add_row (TosoBlock             *table,
         guint                  number,
         const TosoSupportLine *line)
{
  g_autofree char *place = g_strdup_printf ("%u", number);
  g_autofree char *days = toso_number_format (line->days_due, 2);
  g_autofree char *amount = toso_number_format_figure (line->amount_due, 0);

  toso_table_add_row (table, place, *line->person != '\0' ? line->person : "(cả Tổ)", line->team, days, amount, "", NULL);
  for (guint c = 3; c <= 4; c++)
    toso_table_bind_cell (table, c, "support_day/count");
}

/* A sum over days without an amount would be taken for the whole: it says what
 * it lacks. */
static void
compose (const TosoPaperData *data,
         GPtrArray           *blocks)
{
  TosoBlock       *table = NULL;
  TosoFigure       sum = TOSO_FIGURE_MISSING;
  double           n_days = 0;
  guint            number = 0, n_open = 0;
  g_autofree char *days = NULL;
  g_autofree char *amount = NULL;

  for (guint i = 0; i < data->support->len; i++)
    {
      const TosoSupportLine *line = data->support->pdata[i];

      if (line->n_paid == line->n)
        continue;
      if (table == NULL)
        {
          table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);
          toso_table_add_row (table, "STT", "Họ và tên", "Tổ", "Số ngày", "Số tiền (đồng)", "Ký nhận (ghi rõ họ tên)", NULL);
        }
      add_row (table, ++number, line);
      sum = toso_number_add (sum, line->amount_due);
      n_days += line->days_due;
      n_open += line->n_open;
    }
  if (table == NULL)
    {
      g_autofree char *none = toso_paper_fill (data, "Không có ngày công hỗ trợ nào chưa chi trả trong {period}.");

      toso_table_add_none (blocks, none);
      return;
    }
  days = toso_number_format (n_days, 2);
  amount = toso_number_format_figure (sum, 0);
  toso_table_add_row (table, "", "Cộng", "", days, amount, "", NULL);
  table->has_total = TRUE;
  if (n_open > 0)
    {
      g_autofree char *text = g_strdup_printf ("Còn %u lượt chưa ghi số tiền, chưa tính vào số cộng.", n_open);

      toso_block_append (blocks, TOSO_BLOCK_BODY, text);
    }
}

static const TosoPaperPart parts[] = {
  { 0, NULL, compose },
  { 0, NULL, NULL },
};

const TosoPaperKind toso_kind_payment = {
  .name = "payment",
  .label = N_ ("Payment sheet of the teams’ support"),
  .code = "",
  .kind = "DANH SÁCH CHI TRẢ",
  .title = "Hỗ trợ hoạt động của {team}|trên địa bàn {commune} {period}{as_of}",
  .period_need = TOSO_PERIOD_IF_GIVEN,
  .parts = parts,
  .unsigned_list = TRUE,
  .landscape = TRUE, /* room for the hand */
};
