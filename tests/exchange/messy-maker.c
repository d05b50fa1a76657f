/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workbook-maker.h"

#include <string.h>

typedef struct
{
  gboolean   shared;
  GString   *book;    /* <sheet> elements */
  GString   *links;   /* <Relationship> elements */
  GString   *strings; /* <si> elements */
  guint      n_strings;
  GPtrArray *sheets;  /* of GString: rows */
  GPtrArray *merges;  /* of GString: <mergeCell> elements */
  GPtrArray *columns; /* of GString: <col> elements */
} Maker;

static void
free_string (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
begin_sheet (Maker      *maker,
             const char *name)
{
  guint    number = maker->sheets->len + 1;
  gboolean hidden = *name == '-';

  g_string_append_printf (maker->book, "<sheet name='%s' sheetId='%u' %s r:id='rId%u'/>", name + hidden, number,
                          hidden ? "state='hidden'" : "", number);
  g_string_append_printf (maker->links, "<Relationship Id='rId%u' Type='http://x/worksheet' Target='worksheets/sheet%u.xml'/>", number, number);
  g_ptr_array_add (maker->sheets, g_string_new (NULL));
  g_ptr_array_add (maker->merges, g_string_new (NULL));
  g_ptr_array_add (maker->columns, g_string_new (NULL));
}

static void
add_text (Maker      *maker,
          GString    *rows,
          const char *place,
          const char *text)
{
  g_autofree char *safe = g_markup_escape_text (text, -1);

  if (!maker->shared)
    {
      g_string_append_printf (rows, "<c r='%s' t='inlineStr'><is><t xml:space='preserve'>%s</t></is></c>", place, safe);
      return;
    }
  /* Parts of another look, as when one letter was made bold. */
  g_string_append_printf (maker->strings, "<si><r><t xml:space='preserve'>%s</t></r><r><rPr><b/></rPr><t></t></r></si>", safe);
  g_string_append_printf (rows, "<c r='%s' t='s'><v>%u</v></c>", place, maker->n_strings++);
}

static void
add_row (Maker      *maker,
         guint       number,
         const char *line)
{
  GString *rows = g_ptr_array_index (maker->sheets, maker->sheets->len - 1);
  gboolean hidden = *line == '!';
  g_auto (GStrv) cells = g_strsplit (line + hidden, "|", -1);

  g_string_append_printf (rows, "<row r='%u'%s>", number, hidden ? " hidden='1'" : "");
  for (guint i = 0; cells[i] != NULL; i++)
    {
      const char      *cell = cells[i];
      g_autofree char *place = g_strdup_printf ("%c%u", 'A' + i, number);

      g_assert_cmpuint (i, <, 26);
      if (*cell == '\0')
        continue;
      if (*cell == '#')
        g_string_append_printf (rows, "<c r='%s'><v>%s</v></c>", place, cell + 1);
      else if (*cell == '~')
        g_string_append_printf (rows, "<c r='%s' s='1'><v>%s</v></c>", place, cell + 1);
      else if (g_str_equal (cell, "="))
        g_string_append_printf (rows, "<c r='%s'><f>SUM(X1:X9)</f></c>", place);
      else if (*cell == '=')
        g_string_append_printf (rows, "<c r='%s'><f>SUM(X1:X9)</f><v>%s</v></c>", place, cell + 1);
      else
        add_text (maker, rows, place, cell);
    }
  g_string_append (rows, "</row>");
}

static void
add_line (Maker      *maker,
          guint      *number,
          const char *line)
{
  GString *merges = maker->merges->len > 0 ? g_ptr_array_index (maker->merges, maker->merges->len - 1) : NULL;
  g_auto (GStrv) words = g_strsplit (*line != '\0' ? line + 1 : "", " ", -1);

  if (g_str_has_prefix (line, "== "))
    {
      begin_sheet (maker, line + 3);
      *number = 0;
    }
  else if (*line == '@')
    for (guint i = 0; words[i] != NULL; i++)
      g_string_append_printf (merges, "<mergeCell ref='%s'/>", words[i]);
  else if (*line == '^')
    for (guint i = 0; words[i] != NULL; i++)
      g_string_append_printf (g_ptr_array_index (maker->columns, maker->columns->len - 1), "<col min='%d' max='%d' hidden='1'/>",
                              *words[i] - 'A' + 1, *words[i] - 'A' + 1);
  else
    add_row (maker, ++*number, line);
}

static GBytes *
finish (Maker *maker)
{
  g_autofree char *book = g_strdup_printf ("<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://r'><sheets>%s</sheets></workbook>",
                                           maker->book->str);
  g_autofree char *links = g_strdup_printf ("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>%s</Relationships>",
                                            maker->links->str);
  g_autofree char *strings = g_strdup_printf ("<sst>%s</sst>", maker->strings->str);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Part  parts[24] = { { "xl/workbook.xml", book },
                      { "xl/_rels/workbook.xml.rels", links },
                      { "xl/sharedStrings.xml", strings },
                      { "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>" } };
  guint n = 4;

  for (guint i = 0; i < maker->sheets->len; i++)
    {
      const GString *rows = g_ptr_array_index (maker->sheets, i);
      const GString *merges = g_ptr_array_index (maker->merges, i);
      const GString *columns = g_ptr_array_index (maker->columns, i);
      char          *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);
      char          *text = g_strdup_printf ("<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>%s%s%s<sheetData>%s</sheetData>%s%s%s</worksheet>",
                                    columns->len > 0 ? "<cols>" : "", columns->str, columns->len > 0 ? "</cols>" : "", rows->str,
                                    merges->len > 0 ? "<mergeCells>" : "", merges->str, merges->len > 0 ? "</mergeCells>" : "");

      g_assert_cmpuint (n + 1, <, G_N_ELEMENTS (parts));
      g_ptr_array_add (texts, name);
      g_ptr_array_add (texts, text);
      parts[n++] = (Part){ name, text };
    }

  return make_zip (parts);
}

GBytes *
make_messy (const char *sketch,
            gboolean    shared)
{
  g_auto (GStrv) lines = g_strsplit (sketch, "\n", -1);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (free_string);
  g_autoptr (GPtrArray) merges = g_ptr_array_new_with_free_func (free_string);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (free_string);
  g_autoptr (GString) book = g_string_new (NULL);
  g_autoptr (GString) links = g_string_new (NULL);
  g_autoptr (GString) strings = g_string_new (NULL);
  Maker maker = { shared, book, links, strings, 0, sheets, merges, columns };
  guint number = 0;

  if (!g_str_has_prefix (sketch, "== "))
    begin_sheet (&maker, "Sheet1");
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i + 1] != NULL || *lines[i] != '\0')
      add_line (&maker, &number, lines[i]);

  return finish (&maker);
}
