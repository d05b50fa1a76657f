/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-chart-pages.h"

#include <math.h>
#include <string.h>

#include "chart/toso-rows-private.h"

void
toso_chart_page_free (TosoChartPage *page)
{
  if (page == NULL)
    return;

  g_ptr_array_unref (page->memory);
  g_free (page);
}

static gsize
read_count (gconstpointer chart,
            gsize         offset)
{
  return offset > 0 ? G_STRUCT_MEMBER (gsize, chart, offset) : 0;
}

/* What a picture is to be split for. */
typedef struct
{
  const TosoChartKind *kind;
  gconstpointer        chart;
  double               font_size, width, height;
} Sheet;

static TosoChartPage *
make_page (const Sheet *sheet,
           gsize        first_row,
           gsize        n_rows,
           gsize        first_column,
           gsize        n_columns)
{
  const TosoChartRows *rows = &sheet->kind->rows;
  TosoChartPage       *page = g_new0 (TosoChartPage, 1);
  const char          *all;

  *page = (TosoChartPage){ first_row, n_rows, first_column, n_columns, NULL, g_ptr_array_new_with_free_func (g_free) };
  page->chart = g_malloc0 (rows->chart_size);
  g_ptr_array_add (page->memory, page->chart);
  memcpy (page->chart, sheet->chart, rows->chart_size);
  ((TosoChartFrame *) page->chart)->font_size = sheet->font_size;
  if (rows->row_size == 0)
    return page;

  all = G_STRUCT_MEMBER (const char *, sheet->chart, rows->rows);
  G_STRUCT_MEMBER (gconstpointer, page->chart, rows->rows) = all != NULL ? all + first_row * rows->row_size : NULL;
  G_STRUCT_MEMBER (gsize, page->chart, rows->n_rows) = n_rows;
  if (rows->n_columns > 0)
    G_STRUCT_MEMBER (gsize, page->chart, rows->n_columns) = n_columns;
  if (sheet->kind->cut != NULL)
    sheet->kind->cut (page, sheet->chart);

  return page;
}

/* All rows are there, and no name is cut that more lines would hold. */
static gboolean
is_whole (const TosoScene *scene,
          gsize            n_rows)
{
  if (scene->kind->is_whole != NULL)
    return scene->kind->is_whole (scene);
  for (guint i = 0; i < scene->labels->len; i++)
    {
      const TosoLabel *label = scene->labels->pdata[i];

      if (label->part == TOSO_PART_MORE)
        return FALSE;
      if (label->part == TOSO_PART_LABEL && label->lines < TOSO_ROW_LINES &&
          toso_compositor_count_lines (scene->compositor, label->text, label->size, label->bold, label->box.width) > label->lines)
        return FALSE;
    }

  return scene->items->len >= n_rows;
}

static gboolean
fits (const Sheet *sheet,
      gsize        first_row,
      gsize        n_rows,
      gsize        first_column,
      gsize        n_columns)
{
  g_autoptr (TosoChartPage) page = make_page (sheet, first_row, n_rows, first_column, n_columns);
  g_autoptr (TosoScene) scene = NULL;
  TosoChartFrame  *frame = page->chart;
  g_autofree char *title = g_strdup_printf ("%s (9/9)", frame->title != NULL ? frame->title : "");

  /* As on the pages of several, whose titles say which they are. */
  frame->title = title;
  scene = toso_scene_new (sheet->kind, page->chart, sheet->width, sheet->height);

  return scene->width <= 0 || is_whole (scene, n_rows);
}

/* One way through a chart: its rows, or its columns; in steps. */
typedef struct
{
  const Sheet *sheet;
  gboolean     is_column;
  gsize        n, step;
  gsize        across; /* so many of the other, from the first */
} Way;

static gboolean
fits_along (const Way *way,
            gsize      first,
            gsize      n)
{
  return way->is_column ? fits (way->sheet, 0, way->across, first, n) : fits (way->sheet, first, n, 0, way->across);
}

/* The most that fit from @first on; a step at least. */
static gsize
find_most (const Way *way,
           gsize      first)
{
  gsize rest = way->n - first;
  gsize low = 1, high = (rest + way->step - 1) / way->step;

  while (low < high)
    {
      gsize middle = (low + high + 1) / 2;

      if (fits_along (way, first, MIN (middle * way->step, rest)))
        low = middle;
      else
        high = middle - 1;
    }

  return MIN (low * way->step, rest);
}

/* Parts that are as long as one another where they fit so too. */
static GArray *
divide (const Way *way)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GArray) even = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize first = 0, n_steps = (way->n + way->step - 1) / way->step;

  while (first < way->n)
    {
      gsize most = find_most (way, first);

      g_array_append_val (parts, most);
      first += most;
    }
  first = 0;
  for (gsize i = 0; i < parts->len; i++)
    {
      gsize size = MIN ((n_steps / parts->len + (i < n_steps % parts->len)) * way->step, way->n - first);

      if (!fits_along (way, first, size))
        return parts;
      g_array_append_val (even, size);
      first += size;
    }
  g_array_unref (parts);

  return g_steal_pointer (&even);
}

/* "Villages ranked (2/4)" */
static void
number_pages (GPtrArray *pages)
{
  for (guint i = 0; pages->len > 1 && i < pages->len; i++)
    {
      TosoChartPage  *page = pages->pdata[i];
      TosoChartFrame *frame = page->chart;
      char           *title = g_strdup_printf ("%s (%u/%u)", frame->title != NULL ? frame->title : "", i + 1, pages->len);

      g_ptr_array_add (page->memory, title);
      frame->title = title;
    }
}

/* One that is not spread: trends, rings, stacks. */
static TosoChartPage *
keep_whole (const Sheet *sheet)
{
  const TosoChartRows *rows = &sheet->kind->rows;

  return make_page (sheet, 0, read_count (sheet->chart, rows->n_rows), 0, read_count (sheet->chart, rows->n_columns));
}

static GPtrArray *
split (const Sheet *sheet)
{
  const TosoChartKind *kind = sheet->kind;
  GPtrArray           *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_chart_page_free);
  gsize                n_rows = read_count (sheet->chart, kind->rows.n_rows);
  gsize                n_columns = read_count (sheet->chart, kind->rows.n_columns);
  gsize                step = kind->get_step != NULL ? MAX (kind->get_step (sheet->chart), 1) : 1;
  gsize                first_row = 0;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) columns = NULL;

  columns = n_columns > 0 ? divide (&(Way){ sheet, TRUE, n_columns, 1, MIN (n_rows, 2) }) : g_array_set_size (g_array_new (FALSE, TRUE, sizeof (gsize)), 1);
  rows = divide (&(Way){ sheet, FALSE, n_rows, step, g_array_index (columns, gsize, 0) });
  for (guint r = 0; r < rows->len; r++)
    {
      gsize first_column = 0;

      for (guint c = 0; c < columns->len; c++)
        {
          g_ptr_array_add (pages, make_page (sheet, first_row, g_array_index (rows, gsize, r), first_column, g_array_index (columns, gsize, c)));
          first_column += g_array_index (columns, gsize, c);
        }
      first_row += g_array_index (rows, gsize, r);
    }

  return pages;
}

/* In the shape that takes the fewest pages. */
static GPtrArray *
split_best (const Sheet *sheet)
{
  GPtrArray *best = NULL;

  for (guint attempt = 0;; attempt++)
    {
      g_autoptr (GPtrArray) pages = NULL;
      g_autofree gpointer copy = g_memdup2 (sheet->chart, sheet->kind->rows.chart_size);
      Sheet               other = *sheet;

      if (!sheet->kind->vary (copy, attempt))
        return best;
      other.chart = copy;
      pages = split (&other);
      if (best == NULL || pages->len < best->len)
        {
          g_clear_pointer (&best, g_ptr_array_unref);
          best = g_steal_pointer (&pages);
        }
    }
}

GPtrArray *
toso_chart_split (const TosoChartKind *kind,
                  gconstpointer        chart,
                  double               font_size,
                  double               width,
                  double               height)
{
  Sheet      sheet = { kind, chart, isfinite (font_size) ? MAX (font_size, 0) : 0, width, height };
  GPtrArray *pages;

  g_return_val_if_fail (kind != NULL && chart != NULL, NULL);

  if (kind->rows.row_size == 0 || sheet.font_size == 0 || read_count (chart, kind->rows.n_rows) == 0 ||
      (kind->rows.n_columns > 0 && read_count (chart, kind->rows.n_columns) == 0))
    {
      pages = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_chart_page_free);
      g_ptr_array_add (pages, keep_whole (&sheet));
      return pages;
    }

  pages = kind->vary != NULL ? split_best (&sheet) : split (&sheet);
  number_pages (pages);

  return pages;
}

gsize
toso_chart_page_get_item (const TosoChartPage *page,
                          const TosoChartKind *kind,
                          gconstpointer        chart,
                          gsize                i)
{
  gsize n_columns;

  g_return_val_if_fail (page != NULL && kind != NULL && chart != NULL, i);

  n_columns = read_count (chart, kind->rows.n_columns);
  if (n_columns == 0 || page->n_columns == 0)
    return page->first_row + i;

  return (page->first_row + i / page->n_columns) * n_columns + page->first_column + i % page->n_columns;
}

double
toso_chart_get_font_size (const TosoChartKind *kind,
                          double               text)
{
  g_return_val_if_fail (kind != NULL, text);

  return text / (kind->smallest_text > 0 ? kind->smallest_text : TOSO_NOTE_SIZE);
}

double
toso_chart_get_capital_height (const char *font_family)
{
  g_autoptr (TosoCompositor) compositor = toso_compositor_new (font_family);
  PangoRectangle ink;

  pango_font_description_set_absolute_size (compositor->font, 1000 * PANGO_SCALE);
  pango_layout_set_font_description (compositor->layout, compositor->font);
  pango_layout_set_text (compositor->layout, "H", -1);
  pango_layout_get_extents (compositor->layout, &ink, NULL);

  return ink.height > 0 ? ink.height / (1000.0 * PANGO_SCALE) : 0.66;
}
