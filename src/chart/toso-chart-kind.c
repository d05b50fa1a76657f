/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-chart-kind.h"

#include "chart/toso-scene-private.h"

void
toso_chart_draw (const TosoChartKind *kind,
                 gconstpointer        chart,
                 const TosoPalette   *palette,
                 cairo_t             *cr,
                 double               width,
                 double               height)
{
  g_autoptr (TosoScene) scene = NULL;

  g_return_if_fail (kind != NULL && chart != NULL && palette != NULL && cr != NULL);

  if (!toso_size_is_drawable (width, height))
    return;

  scene = toso_scene_new (kind, chart, width, height);
  toso_scene_draw (scene, palette, cr);
}

typedef struct
{
  const TosoChartKind *kind;
  gconstpointer        chart;
} Subject;

static void
draw_subject (gconstpointer      data,
              const TosoPalette *palette,
              cairo_t           *cr,
              double             width,
              double             height)
{
  const Subject *subject = data;

  toso_chart_draw (subject->kind, subject->chart, palette, cr, width, height);
}

GBytes *
toso_chart_render (const TosoChartKind *kind,
                   gconstpointer        chart,
                   const TosoPalette   *palette,
                   TosoPictureFormat    format,
                   double               width,
                   double               height,
                   GError             **error)
{
  Subject subject = { kind, chart };

  g_return_val_if_fail (kind != NULL && chart != NULL && palette != NULL, NULL);

  return toso_picture_render (draw_subject, &subject, palette, format, width, height, error);
}

static gboolean
contains (const TosoBox *box,
          double         x,
          double         y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

gssize
toso_chart_pick (const TosoChartKind *kind,
                 gconstpointer        chart,
                 double               width,
                 double               height,
                 double               x,
                 double               y)
{
  g_autoptr (TosoScene) scene = NULL;

  g_return_val_if_fail (kind != NULL && chart != NULL, -1);

  scene = toso_scene_new (kind, chart, width, height);
  if (scene->width <= 0)
    return -1;
  if (kind->pick != NULL)
    return kind->pick (scene, x, y);

  /* What was put last lies on top. */
  for (guint i = scene->items->len; i > 0; i--)
    {
      const TosoItem *item = &g_array_index (scene->items, TosoItem, i - 1);

      if (contains (&item->box, x, y))
        return (gssize) item->index;
    }

  return -1;
}

gboolean
toso_chart_get_item (const TosoChartKind *kind,
                     gconstpointer        chart,
                     double               width,
                     double               height,
                     gsize                i,
                     TosoBox             *box)
{
  g_autoptr (TosoScene) scene = NULL;

  g_return_val_if_fail (kind != NULL && chart != NULL, FALSE);

  scene = toso_scene_new (kind, chart, width, height);
  if (scene->width <= 0)
    return FALSE;
  if (kind->get_item != NULL)
    return kind->get_item (scene, i, box);

  for (guint k = 0; k < scene->items->len; k++)
    {
      const TosoItem *item = &g_array_index (scene->items, TosoItem, k);

      if (item->index != i)
        continue;
      if (box != NULL)
        *box = item->box;
      return TRUE;
    }

  return FALSE;
}

static gsize
count_cells (const TosoChartKind *kind,
             gconstpointer        chart)
{
  const TosoChartRows *rows = &kind->rows;

  return rows->n_columns > 0 ? G_STRUCT_MEMBER (gsize, chart, rows->n_rows) * G_STRUCT_MEMBER (gsize, chart, rows->n_columns) : 0;
}

GArray *
toso_chart_list_items (const TosoChartKind *kind,
                       gconstpointer        chart,
                       double               width,
                       double               height)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (TosoChartItem));
  g_autoptr (TosoScene) scene = NULL;
  TosoChartItem item;

  g_return_val_if_fail (kind != NULL && chart != NULL, items);

  scene = toso_scene_new (kind, chart, width, height);
  if (scene->width <= 0)
    return items;
  for (guint k = 0; kind->get_item == NULL && k < scene->items->len; k++)
    {
      const TosoItem *shown = &g_array_index (scene->items, TosoItem, k);

      item = (TosoChartItem){ shown->index, shown->box };
      g_array_append_val (items, item);
    }
  for (item.index = 0; kind->get_item != NULL && item.index < count_cells (kind, chart); item.index++)
    if (kind->get_item (scene, item.index, &item.box))
      g_array_append_val (items, item);

  return items;
}

char *
toso_chart_tell_item (const TosoChartKind  *kind,
                      const TosoChartTable *table,
                      gsize                 i)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gsize  n_cells, column;
  char **row;

  g_return_val_if_fail (kind != NULL && table != NULL, NULL);

  /* Where an item is a cell, it is told with its row and its column. */
  n_cells = kind->get_item != NULL || kind == &TOSO_CHART_STACK ? table->headings->len - table->n_names : 1;
  n_cells = MAX (n_cells, 1);
  if (i / n_cells >= table->rows->len)
    return NULL;

  row = table->rows->pdata[i / n_cells];
  column = table->n_names + i % n_cells;
  for (guint c = 0; row[c] != NULL; c++)
    {
      if (n_cells > 1 && c >= table->n_names && c != column)
        continue;
      if (n_cells > 1 && c == column)
        toso_words_add (words, " · ", table->headings->pdata[c]);
      toso_words_add (words, " · ", row[c]);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

double
toso_chart_get_natural_height (const TosoChartKind *kind,
                               gconstpointer        chart,
                               double               width)
{
  g_return_val_if_fail (kind != NULL && chart != NULL, 0);

  return kind->natural_height (chart, width);
}

/* --- words --- */

static TosoChartTable *
table_new (void)
{
  TosoChartTable *table = g_new0 (TosoChartTable, 1);

  table->notes = g_ptr_array_new_with_free_func (g_free);
  table->headings = g_ptr_array_new_with_free_func (g_free);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  return table;
}

void
toso_chart_table_free (TosoChartTable *table)
{
  if (table == NULL)
    return;

  g_ptr_array_unref (table->notes);
  g_ptr_array_unref (table->headings);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

static char *
dup_text (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
}

void
toso_chart_table_set_headings (TosoChartTable    *table,
                               guint              n_names,
                               guint              n,
                               const char *const *headings)
{
  table->n_names = n_names;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (table->headings, dup_text (headings[i]));
}

void
toso_chart_table_add (TosoChartTable    *table,
                      const char *const *cells)
{
  guint n = table->headings->len;
  GStrv row = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    row[i] = dup_text (cells[i]);
  g_ptr_array_add (table->rows, row);
}

void
toso_chart_table_add_note (TosoChartTable *table,
                           const char     *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (table->notes, dup_text (text));
}

TosoChartTable *
toso_chart_tabulate (const TosoChartKind *kind,
                     gconstpointer        chart)
{
  TosoChartTable *table;

  g_return_val_if_fail (kind != NULL && chart != NULL, NULL);

  table = table_new ();
  kind->tabulate (chart, table);

  return table;
}

/* A unit such as "%" stands behind its figure, a word before it. */
static char *
join_heading (const char *heading,
              const char *cell)
{
  for (const char *p = heading; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return g_strdup_printf ("%s: %s", heading, cell);

  return *heading != '\0' ? g_strdup_printf ("%s %s", cell, heading) : g_strdup (cell);
}

/* "29 Bản Lập; Đạt được: 39,8; chậm" */
static void
describe_row (GString              *words,
              const TosoChartTable *table,
              const GStrv           row)
{
  gboolean has_name = FALSE;

  for (guint i = 0; i < table->headings->len; i++)
    {
      const char      *heading = table->headings->pdata[i];
      g_autofree char *both = NULL;

      if (i < table->n_names)
        {
          toso_words_add (words, has_name ? " " : "\n", row[i]);
          has_name = has_name || *row[i] != '\0';
          continue;
        }
      if (!has_name)
        toso_words_add (words, "\n", "—");
      has_name = TRUE;
      both = *row[i] != '\0' ? join_heading (heading, row[i]) : NULL;
      toso_words_add (words, "; ", both);
    }
}

char *
toso_chart_describe (const TosoChartKind *kind,
                     gconstpointer        chart)
{
  g_autoptr (TosoChartTable) table = NULL;
  GString *words;

  g_return_val_if_fail (kind != NULL && chart != NULL, NULL);

  table = toso_chart_tabulate (kind, chart);
  words = g_string_new (NULL);
  toso_frame_describe (chart, words);
  for (guint i = 0; i < table->notes->len; i++)
    toso_words_add (words, "\n", table->notes->pdata[i]);
  if (table->rows->len == 0)
    toso_words_add (words, "\n", kind->get_empty_text (chart));
  for (guint i = 0; i < table->rows->len; i++)
    describe_row (words, table, table->rows->pdata[i]);

  return g_string_free (words, FALSE);
}
