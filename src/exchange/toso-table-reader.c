/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-table-reader.h"

#include <string.h>

#include "exchange/toso-target-table.h"

#define MAX_COLUMNS      12
#define MAX_HEADER_LINES 4
#define MAX_LINE_BYTES   2000

/* How a line's cells are told apart */
typedef enum {
  CELLS_STROKES, /* a | b | c */
  CELLS_TABS,
  CELLS_COLUMNS, /* set under each other with spaces */
} CellStyle;

typedef struct
{
  char *words;
  guint column; /* where it begins, in letters */
} Fragment;

typedef struct
{
  CellStyle style;
  guint     n_columns;
  guint     starts[MAX_COLUMNS];
  GString  *titles[MAX_COLUMNS];
  TosoField fields[MAX_COLUMNS];
  gboolean  targets; /* of targets, not of tasks */
  int       year;    /* of the plan */
} Layout;

static void
row_free (TosoTableRow *row)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (row->cells); i++)
    g_free (row->cells[i]);
  g_free (row);
}

void
toso_table_free (TosoTable *table)
{
  if (table == NULL)
    return;

  g_ptr_array_unref (table->rows);
  g_free (table);
}

static void
fragment_clear (Fragment *fragment)
{
  g_free (fragment->words);
}

static void
add_fragment (GArray     *fragments,
              const char *start,
              const char *end,
              guint       column)
{
  Fragment fragment = { g_strndup (start, (gsize) (end - start)), column };

  g_strstrip (fragment.words);
  g_array_append_val (fragments, fragment);
}

static GArray *
split_at_sign (const char *line,
               char        sign)
{
  GArray     *fragments = g_array_new (FALSE, FALSE, sizeof (Fragment));
  const char *p = line;
  guint       column = 0;

  g_array_set_clear_func (fragments, (GDestroyNotify) fragment_clear);
  if (sign == '|')
    {
      p += strspn (p, " \t");
      if (*p == '|')
        p++;
    }
  for (;;)
    {
      const char *end = strchr (p, sign);

      if (end == NULL)
        {
          if (sign != '|' || p[strspn (p, " \t")] != '\0')
            add_fragment (fragments, p, p + strlen (p), column);
          return fragments;
        }
      add_fragment (fragments, p, end, column++);
      p = end + 1;
    }
}

static GArray *
split_at_gaps (const char *line)
{
  GArray     *fragments = g_array_new (FALSE, FALSE, sizeof (Fragment));
  const char *start = NULL;
  const char *last = NULL;
  const char *p;
  guint       column = 0;
  guint       begun = 0;
  guint       gap = 0;

  g_array_set_clear_func (fragments, (GDestroyNotify) fragment_clear);
  for (p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == ' ' || letter == '\t' || letter == 0xa0)
        {
          guint step = letter == '\t' ? 8 - column % 8 : 1;

          column += step;
          gap += step;
          continue;
        }
      if (start != NULL && gap >= 2)
        {
          add_fragment (fragments, start, last, begun);
          start = NULL;
        }
      if (start == NULL)
        {
          start = p;
          begun = column;
        }
      gap = 0;
      last = g_utf8_next_char (p);
      if (!g_unichar_ismark (letter))
        column++;
    }
  if (start != NULL)
    add_fragment (fragments, start, last, begun);
  return fragments;
}

static GArray *
split_line (const TosoText *text,
            guint           index,
            CellStyle       style)
{
  const TosoTextLine *line = toso_text_line (text, index);
  g_autofree char    *words = NULL;

  if (line->end - line->left > MAX_LINE_BYTES)
    return g_array_new (FALSE, FALSE, sizeof (Fragment));
  words = toso_text_dup (text, line->left, line->end);
  if (style == CELLS_COLUMNS)
    return split_at_gaps (words);
  return split_at_sign (words, style == CELLS_STROKES ? '|' : '\t');
}

static Fragment *
get_fragment (GArray *fragments,
              guint   i)
{
  return &g_array_index (fragments, Fragment, i);
}

static guint
count_sign (const TosoText     *text,
            const TosoTextLine *line,
            char                sign)
{
  guint   count = 0;
  guint32 i;

  for (i = line->left; i < line->end; i++)
    count += text->source[i] == sign;
  return count;
}

/* "1", "1.", "02", "I", "1.2"; the number a row begins with */
static gboolean
is_row_number (const char *words)
{
  gsize length = strlen (words);

  if (length == 0 || length > 6)
    return FALSE;
  return strspn (words, "0123456789.") == length || strspn (words, "IVX.") == length;
}

static gboolean
guess_style (const TosoText     *text,
             const TosoTextLine *line,
             CellStyle          *style)
{
  if (line->end - line->left > MAX_LINE_BYTES)
    return FALSE;
  if (count_sign (text, line, '|') >= 2)
    *style = CELLS_STROKES;
  else if (count_sign (text, line, '\t') >= 2 && text->source[line->left] != '\t')
    *style = CELLS_TABS;
  else
    *style = CELLS_COLUMNS;
  return TRUE;
}

static guint
count_fields (const Layout *layout)
{
  gboolean seen[TOSO_N_FIELDS] = { FALSE };
  guint    count = 0;
  guint    i;

  for (i = 0; i < layout->n_columns; i++)
    if (layout->fields[i] != TOSO_FIELD_NONE && !seen[layout->fields[i]])
      {
        seen[layout->fields[i]] = TRUE;
        count++;
      }
  return count;
}

static void
layout_clear (Layout *layout)
{
  guint i;

  for (i = 0; i < layout->n_columns; i++)
    g_string_free (layout->titles[i], TRUE);
  layout->n_columns = 0;
}

static void
read_titles (Layout *layout)
{
  guint i;

  /* The titles of tasks first: those of targets may be the same words. */
  for (i = 0; i < layout->n_columns; i++)
    layout->fields[i] = toso_field_read_column (layout->titles[i]->str);
  layout->targets = toso_target_table_titles (layout->titles, layout->n_columns, layout->year, layout->fields);
}

/* Line @index begins a table: its columns have titles that we know. */
static gboolean
read_header (const TosoText *text,
             guint           index,
             Layout         *layout)
{
  const TosoTextLine *line = toso_text_line (text, index);
  GArray             *fragments;
  guint               i;

  layout->n_columns = 0;
  if (line->noise || !guess_style (text, line, &layout->style))
    return FALSE;

  fragments = split_line (text, index, layout->style);
  if (fragments->len >= 3 && fragments->len <= MAX_COLUMNS)
    {
      layout->n_columns = fragments->len;
      for (i = 0; i < fragments->len; i++)
        {
          layout->starts[i] = get_fragment (fragments, i)->column;
          layout->titles[i] = g_string_new (get_fragment (fragments, i)->words);
        }
      read_titles (layout);
    }
  g_array_unref (fragments);

  if (layout->n_columns > 0 && layout->fields[0] == TOSO_FIELD_NUMBER && count_fields (layout) >= 3)
    return TRUE;
  if (layout->n_columns > 0 && layout->style != CELLS_COLUMNS && (layout->targets || count_fields (layout) >= 3))
    return TRUE;
  layout_clear (layout);
  return FALSE;
}

static guint
find_column (const Layout *layout,
             guint         column)
{
  guint i;

  if (layout->style != CELLS_COLUMNS)
    return MIN (column, layout->n_columns - 1);
  for (i = layout->n_columns; i > 1; i--)
    if (layout->starts[i - 1] <= column + 1)
      return i - 1;
  return 0;
}

/* A row of all columns shows where they begin better than their titles, which
 * may be centred. */
static void
adjust_starts (Layout *layout,
               GArray *fragments)
{
  guint i;

  if (layout->style != CELLS_COLUMNS || fragments->len != layout->n_columns)
    return;
  for (i = 0; i < layout->n_columns; i++)
    layout->starts[i] = MIN (layout->starts[i], get_fragment (fragments, i)->column);
}

static void
append_cell (char      **cell,
             const char *words)
{
  char *joined;

  if (*words == '\0')
    return;
  joined = *cell == NULL || **cell == '\0' ? g_strdup (words) : g_strconcat (*cell, " ", words, NULL);
  g_free (*cell);
  *cell = joined;
}

static void
add_cells (const Layout *layout,
           TosoTableRow *row,
           GArray       *fragments)
{
  guint i;

  for (i = 0; i < fragments->len; i++)
    {
      TosoField field = layout->fields[find_column (layout, get_fragment (fragments, i)->column)];

      if (field != TOSO_FIELD_NONE)
        append_cell (&row->cells[field], get_fragment (fragments, i)->words);
    }
}

/* What a line after the header is */
typedef enum {
  LINE_ROW,
  LINE_MORE, /* of the row before, or of the header */
  LINE_END,
} LineRole;

static LineRole
get_role (const TosoText *text,
          const Layout   *layout,
          guint           index,
          GArray         *fragments)
{
  const TosoTextLine *line = toso_text_line (text, index);

  if (fragments->len == 0)
    return LINE_END;
  if (layout->style == CELLS_STROKES && count_sign (text, line, '|') < 2)
    return LINE_END;
  /* "I	Công tác tuyên truyền": empty cells at the end are no longer there. */
  if (layout->style == CELLS_TABS && count_sign (text, line, '\t') + 1 < MAX (layout->n_columns, 4) / 2 &&
      (fragments->len < 2 || !is_row_number (get_fragment (fragments, 0)->words)))
    return LINE_END;
  if (layout->style != CELLS_COLUMNS)
    return *get_fragment (fragments, 0)->words != '\0' ? LINE_ROW : LINE_MORE;

  if (fragments->len >= 2 && is_row_number (get_fragment (fragments, 0)->words) &&
      get_fragment (fragments, 0)->column < layout->starts[1])
    return LINE_ROW;
  return get_fragment (fragments, 0)->column + 1 >= layout->starts[1] ? LINE_MORE : LINE_END;
}

static TosoTableRow *
add_row (TosoText  *text,
         TosoTable *table,
         guint      index)
{
  TosoTextLine *line = toso_text_line (text, index);
  TosoTableRow *row = g_new0 (TosoTableRow, 1);

  row->span.start = line->start;
  row->line = line->number;
  line->row = 1;
  g_ptr_array_add (table->rows, row);
  return row;
}

/* A row set in columns of spaces, on as many lines as its cells need, is kept
 * as one paragraph: "1 | Tập huấn | Phòng VH-XH | Quý II". */
static char *
join_cells (const Layout *layout,
            GString     **cells)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < layout->n_columns; i++)
    {
      if (i > 0)
        g_string_append (text, " |");
      if (i > 0 && cells[i]->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, cells[i]->str);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_words (const Layout *layout,
           GString     **cells,
           GArray       *fragments)
{
  guint i;

  for (i = 0; i < fragments->len; i++)
    {
      GString *cell = cells[find_column (layout, get_fragment (fragments, i)->column)];

      if (cell->len > 0 && *get_fragment (fragments, i)->words != '\0')
        g_string_append_c (cell, ' ');
      g_string_append (cell, get_fragment (fragments, i)->words);
    }
}

/* What the row that begins at line @index reads as, once it is whole */
static void
end_row (TosoText     *text,
         const Layout *layout,
         guint         index,
         GString     **cells)
{
  guint i;

  if (layout->style == CELLS_COLUMNS)
    g_hash_table_insert (text->rows, GUINT_TO_POINTER (index), join_cells (layout, cells));
  for (i = 0; i < layout->n_columns; i++)
    g_string_truncate (cells[i], 0);
}

/* A table while it is read */
typedef struct
{
  TosoTable    *table;
  TosoTableRow *row;                /* the last, NULL in the header */
  guint         begun;              /* the line at which the row, or the header, began */
  GString      *cells[MAX_COLUMNS]; /* of the row */
} Taking;

static void
take_table_line (TosoText *text,
                 Layout   *layout,
                 Taking   *taking,
                 guint     index,
                 LineRole  role,
                 GArray   *fragments)
{
  TosoTextLine *line = toso_text_line (text, index);
  guint         i;

  if (role == LINE_ROW)
    {
      if (taking->row == NULL)
        {
          for (i = 0; i < layout->n_columns; i++)
            g_string_assign (layout->titles[i], taking->cells[i]->str);
          read_titles (layout);
        }
      end_row (text, layout, taking->begun, taking->cells);
      if (taking->row == NULL)
        adjust_starts (layout, fragments);
      taking->row = add_row (text, taking->table, index);
      taking->begun = index;
    }
  line->table = 1;
  line->part = layout->style == CELLS_COLUMNS && role == LINE_MORE;
  taking->table->last = index + 1;
  add_words (layout, taking->cells, fragments);
  if (taking->row != NULL)
    {
      add_cells (layout, taking->row, fragments);
      taking->row->span.end = line->end;
    }
}

static TosoTable *
read_table (TosoText *text,
            guint     first,
            Layout   *layout)
{
  Taking taking = { g_new0 (TosoTable, 1), NULL, first };
  guint  i;

  taking.table->first = first;
  taking.table->last = first + 1;
  taking.table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  toso_text_line (text, first)->table = 1;
  toso_text_line (text, first)->row = 1;
  for (i = 0; i < layout->n_columns; i++)
    taking.cells[i] = g_string_new (layout->titles[i]->str);

  for (i = first + 1; i < text->lines->len; i++)
    {
      g_autoptr (GArray) fragments = NULL;
      LineRole role;

      if (toso_text_line (text, i)->noise)
        continue;
      fragments = split_line (text, i, layout->style);
      role = get_role (text, layout, i, fragments);
      if (role == LINE_END || (role == LINE_MORE && taking.row == NULL && i - first > MAX_HEADER_LINES))
        break;
      take_table_line (text, layout, &taking, i, role, fragments);
    }
  end_row (text, layout, taking.begun, taking.cells);
  taking.table->targets = layout->targets;

  for (i = 0; i < layout->n_columns; i++)
    g_string_free (taking.cells[i], TRUE);
  return taking.table;
}

/* "1	Nguyễn Văn A	Tổ trưởng", and the titles above it */
static gboolean
is_numbered_row (const TosoText *text,
                 guint           index)
{
  g_autoptr (GArray) fragments = split_line (text, index, CELLS_TABS);
  const char *first;

  if (fragments->len < 3)
    return FALSE;
  first = get_fragment (fragments, 0)->words;
  return is_row_number (first) || toso_field_read_column (first) == TOSO_FIELD_NUMBER;
}

/* A row of a table whose titles say nothing known stands by itself too. */
static void
keep_row (TosoText *text,
          guint     index)
{
  TosoTextLine *line = toso_text_line (text, index);

  if (line->noise || (count_sign (text, line, '|') < 2 && (count_sign (text, line, '\t') < 2 || !is_numbered_row (text, index))))
    return;
  line->table = 1;
  line->row = 1;
}

GPtrArray *
toso_tables_read (TosoText *text)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_table_free);
  Layout     layout = { 0 };
  guint      i;

  layout.year = toso_target_table_year (text->source);
  for (i = 0; i < text->lines->len; i++)
    {
      TosoTable *table;

      if (!read_header (text, i, &layout))
        {
          keep_row (text, i);
          continue;
        }
      table = read_table (text, i, &layout);
      layout_clear (&layout);
      g_ptr_array_add (tables, table);
      i = table->last - 1;
    }
  return tables;
}
