/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-kit-writer.h"

#include <string.h>

#include "exchange/toso-figure-private.h"
#include "exchange/toso-xlsx-writer.h"

/* Vietnamese in every language: it goes to the villages. */

enum {
  COLUMN_ORDINAL,
  COLUMN_NAME,
  COLUMN_UNIT,
  COLUMN_PREVIOUS,
  COLUMN_NUMERATOR,
  COLUMN_DENOMINATOR,
  COLUMN_NOTE,
  COLUMN_KEY = TOSO_KIT_KEY_COLUMN,
};

#define HEAD_ROW     6
#define LINE_HEIGHT  16 /* points */
#define NAME_LETTERS 44 /* that go on a line */

typedef struct
{
  lxw_workbook  *workbook;
  lxw_worksheet *sheet;
  lxw_format    *title, *plain, *head, *cell, *number, *input, *input_text, *closed;
} Form;

static lxw_format *
add_format (Form    *form,
            gboolean bordered,
            gboolean wraps)
{
  lxw_format *format = workbook_add_format (form->workbook);

  format_set_font_name (format, "Times New Roman");
  format_set_font_size (format, 12);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (bordered)
    format_set_border (format, LXW_BORDER_THIN);
  if (wraps)
    format_set_text_wrap (format);

  return format;
}

static void
make_formats (Form *form)
{
  form->title = add_format (form, FALSE, FALSE);
  format_set_bold (form->title);
  format_set_font_size (form->title, 14);
  form->plain = add_format (form, FALSE, FALSE);
  form->head = add_format (form, TRUE, TRUE);
  format_set_bold (form->head);
  format_set_align (form->head, LXW_ALIGN_CENTER);
  form->cell = add_format (form, TRUE, TRUE);
  form->number = add_format (form, TRUE, FALSE);
  format_set_num_format (form->number, "#,##0.##");
  form->input = add_format (form, TRUE, FALSE);
  format_set_unlocked (form->input);
  format_set_bg_color (form->input, 0xFFF9DB);
  format_set_num_format (form->input, "#,##0.##");
  form->input_text = add_format (form, TRUE, TRUE);
  format_set_unlocked (form->input_text);
  format_set_bg_color (form->input_text, 0xFFF9DB);
  form->closed = add_format (form, TRUE, FALSE);
  format_set_bg_color (form->closed, 0xE6E6E6);
}

static void
write_line (Form       *form,
            lxw_row_t   row,
            const char *text,
            lxw_format *format)
{
  worksheet_write_string (form->sheet, row, 0, text, format);
}

static void
write_top (Form          *form,
           const TosoKit *kit)
{
  g_autofree char *first = toso_date_format_short (kit->first);
  g_autofree char *last = toso_date_format_short (kit->last);
  g_autofree char *due = toso_date_format_short (kit->due);
  g_autofree char *upper = g_utf8_strup (kit->title, -1);
  g_autofree char *village = g_strdup_printf ("Đơn vị: %s%s%s", kit->village->name, *kit->commune != '\0' ? ", " : "", kit->commune);
  g_autofree char *period = g_strdup_printf ("Kỳ: %s (từ %s đến hết %s)", kit->period_title, first, last);
  g_autofree char *deadline = *due != '\0' ? g_strdup_printf ("Gửi trước hết ngày %s", due) : g_strdup ("");

  write_line (form, 0, upper, form->title);
  write_line (form, 1, village, form->plain);
  write_line (form, 2, period, form->plain);
  write_line (form, 3, deadline, form->plain);
  write_line (form, 4, "Chỉ điền vào ô màu vàng. Chưa có số liệu thì để trống, không ghi số 0.", form->plain);
  if (kit->mark != NULL)
    write_line (form, 5, kit->mark, form->title);
}

static void
write_head (Form *form)
{
  static const char *const heads[] = { "TT", "Chỉ tiêu", "Đơn vị tính", "Kỳ trước", TOSO_KIT_NUMERATOR, TOSO_KIT_DENOMINATOR, TOSO_KIT_NOTE };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    worksheet_write_string (form->sheet, HEAD_ROW, (lxw_col_t) i, heads[i], form->head);
  worksheet_write_string (form->sheet, HEAD_ROW, COLUMN_KEY, TOSO_KIT_HEAD, NULL);
}

/* Not negative; the part not more than its whole. */
static void
validate (Form                  *form,
          lxw_row_t              row,
          const TosoAskedFigure *asked)
{
  g_autofree char    *rule = g_strdup_printf ("=AND(ISNUMBER(E%u),E%u>=0,OR(F%u=\"\",E%u<=F%u))", row + 1, row + 1, row + 1, row + 1, row + 1);
  lxw_data_validation positive = {
    .validate = LXW_VALIDATION_TYPE_DECIMAL,
    .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
    .value_number = 0,
    .error_title = (char *) "Số chưa đúng",
    .error_message = (char *) "Chỉ ghi số, từ 0 trở lên. Chưa có thì để trống.",
  };
  lxw_data_validation part = {
    .validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA,
    .value_formula = rule,
    .error_title = (char *) "Số chưa đúng",
    .error_message = (char *) "Chỉ ghi số, từ 0 trở lên, không lớn hơn tổng số.",
  };

  worksheet_data_validation_cell (form->sheet, row, COLUMN_NUMERATOR, asked->has_denominator ? &part : &positive);
  if (asked->has_denominator)
    worksheet_data_validation_cell (form->sheet, row, COLUMN_DENOMINATOR, &positive);
}

static void
write_number (Form       *form,
              lxw_row_t   row,
              lxw_col_t   column,
              TosoFigure  figure,
              lxw_format *format)
{
  if (figure.known)
    worksheet_write_number (form->sheet, row, column, figure.value, format);
  else
    worksheet_write_blank (form->sheet, row, column, format);
}

/* "CT05. Hộ gia đình …: hộ đã dùng / tổng số hộ" */
static char *
describe (const TosoAskedFigure *asked)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s%s%s", asked->code, *asked->code != '\0' ? ". " : "", asked->name);
  if (*asked->group != '\0')
    g_string_append_printf (text, " – %s", asked->group);
  if (*asked->numerator_name != '\0')
    g_string_append_printf (text, "\n(%s%s%s)", asked->numerator_name,
                            asked->has_denominator && *asked->denominator_name != '\0' ? " / " : "",
                            asked->has_denominator ? asked->denominator_name : "");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* In the column of names. */
static guint
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += 1 + (guint) g_utf8_strlen (lines[i], -1) / NAME_LETTERS;

  return n;
}

static void
write_figure (Form          *form,
              const TosoKit *kit,
              guint          i,
              lxw_row_t      row)
{
  const TosoAskedFigure *asked = &kit->asked[i];
  g_autofree char       *name = describe (asked);
  g_autofree char       *key = g_strdup_printf (TOSO_KIT_FIGURE "%" G_GINT64_FORMAT ":%s", asked->indicator_id, asked->group);

  worksheet_set_row (form->sheet, row, count_lines (name) * LINE_HEIGHT + 4, NULL);
  worksheet_write_number (form->sheet, row, COLUMN_ORDINAL, i + 1, form->cell);
  worksheet_write_string (form->sheet, row, COLUMN_NAME, name, form->cell);
  /* Of a share the villages give both numbers. */
  worksheet_write_string (form->sheet, row, COLUMN_UNIT, asked->has_denominator && g_str_equal (asked->unit, "%") ? "" : asked->unit,
                          form->cell);
  write_number (form, row, COLUMN_PREVIOUS, kit->previous[i], form->number);
  write_number (form, row, COLUMN_NUMERATOR, kit->numerators[i], form->input);
  write_number (form, row, COLUMN_DENOMINATOR, asked->has_denominator ? kit->denominators[i] : TOSO_FIGURE_MISSING,
                asked->has_denominator ? form->input : form->closed);
  worksheet_write_blank (form->sheet, row, COLUMN_NOTE, form->input_text);
  worksheet_write_string (form->sheet, row, COLUMN_KEY, key, NULL);
  validate (form, row, asked);
}

static void
write_bottom (Form     *form,
              lxw_row_t row)
{
  static const struct
  {
    const char *text;
    const char *key;
  } lines[] = {
    { "Khó khăn, vướng mắc:", TOSO_KIT_DIFFICULTIES },
    { "Đề xuất, kiến nghị:", TOSO_KIT_PROPOSALS },
    { "Người báo cáo, số điện thoại:", TOSO_KIT_REPORTER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++, row++)
    {
      worksheet_set_row (form->sheet, row, i < 2 ? 50 : 20, NULL);
      worksheet_merge_range (form->sheet, row, COLUMN_ORDINAL, row, COLUMN_NAME, lines[i].text, form->cell);
      worksheet_merge_range (form->sheet, row, COLUMN_UNIT, row, COLUMN_NOTE, "", form->input_text);
      worksheet_write_string (form->sheet, row, COLUMN_KEY, lines[i].key, NULL);
    }
}

static void
set_up_sheet (Form *form)
{
  static const double widths[] = { 5, 46, 12, 12, 14, 14, 26 };
  lxw_row_col_options hidden = { .hidden = 1 };
  lxw_protection      protection = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    worksheet_set_column (form->sheet, (lxw_col_t) i, (lxw_col_t) i, widths[i], NULL);
  worksheet_set_column_opt (form->sheet, COLUMN_KEY, COLUMN_KEY, 10, NULL, &hidden);
  worksheet_freeze_panes (form->sheet, HEAD_ROW + 1, 0);
  worksheet_set_landscape (form->sheet);
  worksheet_set_paper (form->sheet, 9); /* A4 */
  worksheet_fit_to_pages (form->sheet, 1, 0);
  worksheet_protect (form->sheet, NULL, &protection);
}

/* What the file is of. */
static void
write_hidden (Form          *form,
              const TosoKit *kit)
{
  lxw_worksheet   *sheet = workbook_add_worksheet (form->workbook, TOSO_KIT_SHEET);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, kit->village->id);
  g_autofree char *period = toso_period_to_string (kit->period);

  worksheet_write_string (sheet, 0, 0, TOSO_KIT_MARK, NULL);
  worksheet_write_string (sheet, 0, 1, TOSO_KIT_VERSION, NULL);
  worksheet_write_string (sheet, 1, 0, "village", NULL);
  worksheet_write_string (sheet, 1, 1, id, NULL);
  worksheet_write_string (sheet, 1, 2, kit->village->name, NULL);
  worksheet_write_string (sheet, 2, 0, "period", NULL);
  worksheet_write_string (sheet, 2, 1, period, NULL);
  worksheet_hide (sheet);
}

GBytes *
toso_kit_write (const TosoKit *kit,
                GError       **error)
{
  TosoXlsxWriter writer;
  Form           form = { 0 };

  if (!toso_xlsx_writer_begin (&writer, error))
    return NULL;

  form.workbook = writer.workbook;
  form.sheet = workbook_add_worksheet (writer.workbook, "Báo cáo");
  make_formats (&form);
  write_top (&form, kit);
  write_head (&form);
  for (guint i = 0; i < kit->n_asked; i++)
    write_figure (&form, kit, i, HEAD_ROW + 1 + i);
  write_bottom (&form, HEAD_ROW + 2 + kit->n_asked);
  set_up_sheet (&form);
  write_hidden (&form, kit);

  return toso_xlsx_writer_end (&writer, error);
}

char *
toso_kit_file_name (const TosoKit *kit)
{
  g_autofree char *period = toso_period_to_string (kit->period);
  g_autofree char *village = g_strdup (kit->village->name);

  g_strdelimit (village, "/\\:*?\"<>|\t\r\n", '-');
  g_strstrip (village);
  return g_strdup_printf ("%s %s.xlsx", period, village);
}
