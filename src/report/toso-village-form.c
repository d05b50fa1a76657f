/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-village-form.h"

#include "core/toso-text.h"

#define DOTS "……………………………………………………………………………………………………………………"

static GStrv
make_lines (const char *first,
            const char *second)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  if (*first != '\0')
    g_strv_builder_add (lines, first);
  if (second != NULL)
    g_strv_builder_add (lines, second);

  return g_strv_builder_end (lines);
}

/* Dots where nothing is known: there the village writes. */
static char *
say (TosoFigure figure,
     gboolean   is_empty)
{
  return figure.known && !is_empty ? toso_number_format (figure.value, 6) : g_strdup ("…………");
}

static void
add_figure (TosoBlock            *table,
            guint                 number,
            const TosoGridColumn *column,
            const TosoGridCell   *cell,
            gboolean              is_empty)
{
  gboolean         is_own = cell->id != 0;
  g_autofree char *ordinal = g_strdup_printf ("%u", number);
  g_autofree char *name = *column->group != '\0' ? g_strdup_printf ("%s – %s", column->name, column->group) : g_strdup (column->name);
  g_autofree char *previous = toso_number_format_figure (cell->previous, 6);
  g_autofree char *part = say (is_own ? cell->numerator : TOSO_FIGURE_MISSING, is_empty);
  g_autofree char *whole = column->has_denominator ? say (is_own ? cell->denominator : TOSO_FIGURE_MISSING, is_empty) : g_strdup ("×");
  const char      *cells[] = { ordinal, name, previous, part, whole, "………………", NULL };

  toso_block_add_row (table, cells);
}

static void
add_table (TosoPaper      *paper,
           const TosoGrid *grid,
           guint           row,
           gboolean        is_empty)
{
  static const char *const heads[] = { "TT", "Chỉ tiêu", "Kỳ trước", "Số đạt được", "Trên tổng số", "Ghi chú", NULL };
  TosoBlock               *table = toso_paper_add_block (paper, TOSO_BLOCK_TABLE, NULL);
  guint                    n = 0;

  toso_block_add_row (table, heads);
  for (guint i = 0; i < grid->columns->len; i++)
    if (!((const TosoGridColumn *) grid->columns->pdata[i])->counted)
      add_figure (table, ++n, grid->columns->pdata[i], toso_grid_get_cell (grid, row, i), is_empty);
}

static void
add_head (TosoPaper      *paper,
          const TosoPlan *plan,
          const TosoGrid *grid,
          const char     *village)
{
  const TosoCommune *commune = &plan->commune;
  g_autofree char   *place = g_strdup_printf ("%s %s", commune->kind, commune->name);
  g_autofree char   *upper_place = toso_text_upper (g_strstrip (place));
  g_autofree char   *upper_village = toso_text_upper (village);
  g_autofree char   *type = toso_report_type_title (grid->period->type);
  g_autofree char   *first = toso_date_format_short (grid->period->first);
  g_autofree char   *last = toso_date_format_short (grid->period->last);
  g_autofree char   *due = toso_date_format_short (grid->period->village_due);
  g_autofree char   *range = NULL;

  paper->agency = make_lines (upper_place, upper_village);
  paper->place_date = g_strdup_printf ("………………, ngày …… tháng …… năm %d", grid->period->last.year);
  paper->kind = toso_text_upper (type);
  paper->title = make_lines (grid->period->title, commune->team_name);
  paper->subject = g_strdup_printf ("%s, %s", village, grid->period->title);
  range = *due != '\0' ? g_strdup_printf ("Số liệu từ ngày %s đến hết ngày %s; gửi trước hết ngày %s.", first, last, due)
                       : g_strdup_printf ("Số liệu từ ngày %s đến hết ngày %s.", first, last);
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, range);
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Chưa có số liệu thì để trống, không ghi số 0; ô có dấu × không phải điền.");
}

TosoPaper *
toso_village_form_new (const TosoPlan *plan,
                       const TosoGrid *grid,
                       guint           row,
                       gboolean        is_empty,
                       const char     *mark)
{
  const TosoVillageStatus *status = grid->rows->pdata[row];
  TosoPaper               *paper = toso_paper_new ();

  add_head (paper, plan, grid, status->village->name);
  add_table (paper, grid, row, is_empty);
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Khó khăn, vướng mắc: " DOTS);
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Đề xuất, kiến nghị: " DOTS);
  paper->signature = make_lines ("NGƯỜI BÁO CÁO", "(Ký, ghi rõ họ tên, số điện thoại)");
  paper->watermark = g_strdup (mark);

  return paper;
}
