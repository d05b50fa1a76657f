/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-sheet-copy.h"

#include <string.h>

typedef struct
{
  TosoSheetModel *model;
  guint           first_row, first_column, last_row, last_column;
  gboolean        with_names;
} Part;

static Part
make_part (TosoSheetModel *model,
           guint           first_row,
           guint           first_column,
           guint           last_row,
           guint           last_column)
{
  return (Part){ model, first_row, first_column, last_row, last_column, first_row != last_row || first_column != last_column };
}

/* As one would type it; a computed one as it stands. */
static char *
dup_cell (const Part *part,
          guint       row,
          guint       column)
{
  g_auto (TosoSheetCell) cell = { 0 };

  toso_sheet_model_get_cell (part->model, row, column, &cell);
  if (cell.state & TOSO_SHEET_COMPUTED)
    return cell.state & TOSO_SHEET_MISSING ? g_strdup ("") : g_steal_pointer (&cell.text);

  return toso_sheet_model_dup_edit_text (part->model, row, column);
}

static const char *
get_title (const Part *part,
           guint       column)
{
  TosoSheetColumn info;

  toso_sheet_model_get_column (part->model, column, &info);

  return info.name;
}

/* A tab, a line's end or a quote in a field: as spreadsheets do it. */
static void
append_field (GString    *out,
              const char *text)
{
  if (strpbrk (text, "\t\r\n\"") == NULL)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *c);
    }
  g_string_append_c (out, '"');
}

static void
append_tsv_row (GString    *out,
                const Part *part,
                guint       row)
{
  if (part->with_names)
    {
      g_autofree char *name = toso_sheet_model_dup_row_name (part->model, row);

      append_field (out, name);
      g_string_append_c (out, '\t');
    }
  for (guint column = part->first_column; column <= part->last_column; column++)
    {
      g_autofree char *text = dup_cell (part, row, column);

      append_field (out, text);
      if (column < part->last_column)
        g_string_append_c (out, '\t');
    }
}

char *
toso_sheet_copy_tsv (TosoSheetModel *model,
                     guint           first_row,
                     guint           first_column,
                     guint           last_row,
                     guint           last_column)
{
  Part     part = make_part (model, first_row, first_column, last_row, last_column);
  GString *out = g_string_new (NULL);

  if (part.with_names)
    {
      for (guint column = first_column; column <= last_column; column++)
        {
          g_string_append_c (out, '\t');
          append_field (out, get_title (&part, column));
        }
      g_string_append_c (out, '\n');
    }
  for (guint row = first_row; row <= last_row; row++)
    {
      append_tsv_row (out, &part, row);
      if (part.with_names)
        g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

static void
append_html_cell (GString    *out,
                  const char *tag,
                  const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (out, "<%s>%s</%s>", tag, escaped, tag);
}

static void
append_html_row (GString    *out,
                 const Part *part,
                 guint       row)
{
  g_string_append (out, "<tr>");
  if (part->with_names)
    {
      g_autofree char *name = toso_sheet_model_dup_row_name (part->model, row);

      append_html_cell (out, "th", name);
    }
  for (guint column = part->first_column; column <= part->last_column; column++)
    {
      g_autofree char *text = dup_cell (part, row, column);

      append_html_cell (out, "td", text);
    }
  g_string_append (out, "</tr>\n");
}

char *
toso_sheet_copy_html (TosoSheetModel *model,
                      guint           first_row,
                      guint           first_column,
                      guint           last_row,
                      guint           last_column)
{
  Part     part = make_part (model, first_row, first_column, last_row, last_column);
  GString *out = g_string_new ("<meta charset=\"utf-8\">\n<table>\n");

  if (part.with_names)
    {
      g_string_append (out, "<tr><th></th>");
      for (guint column = first_column; column <= last_column; column++)
        append_html_cell (out, "th", get_title (&part, column));
      g_string_append (out, "</tr>\n");
    }
  for (guint row = first_row; row <= last_row; row++)
    append_html_row (out, &part, row);
  g_string_append (out, "</table>\n");

  return g_string_free (out, FALSE);
}
