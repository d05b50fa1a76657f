/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-sheet-private.h"

/* The head (bands over titles) and the totals: what of a grid never scrolls
 * up or down.  Also says how wide the columns are. */

#define PADDING     6
#define HEAD_SCALE  0.93
#define MIN_DIGITS  7
#define MAX_DIGITS  13
#define TITLE_LINES 3
#define BAND_LINES  2
#define SIGN_SIZE   12

/* --- layouts --- */

PangoLayout *
toso_sheet_make_layout (TosoSheet  *self,
                        const char *text,
                        gboolean    bold,
                        gboolean    italic,
                        double      scale)
{
  PangoLayout   *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  /* Digits of one width, so that a column of figures lines up. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (italic)
    pango_attr_list_insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC));
  if (scale != 1)
    pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

static void
set_lines (PangoLayout   *layout,
           int            width,
           int            n_lines,
           PangoAlignment alignment)
{
  pango_layout_set_width (layout, MAX (1, width) * PANGO_SCALE);
  pango_layout_set_height (layout, -n_lines);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, alignment);
}

static int
get_height (PangoLayout *layout)
{
  int height = 0;

  if (layout != NULL)
    pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static void
clear_total (TosoSheetHead *head)
{
  toso_sheet_total_clear (&head->total);
  g_clear_object (&head->total_text);
  g_clear_object (&head->coverage);
}

static void
clear_head (TosoSheetHead *head)
{
  clear_total (head);
  g_clear_object (&head->title);
  g_clear_object (&head->band);
}

/* --- measuring --- */

static int
get_digit_width (TosoSheet *self)
{
  PangoContext     *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int               width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);

  return MAX (1, width);
}

static int
get_line_height (TosoSheet *self)
{
  g_autoptr (PangoLayout) layout = toso_sheet_make_layout (self, "Ệ1", TRUE, FALSE, 1);

  return get_height (layout);
}

/* The longest word of the title, within reason. */
static int
measure_column (TosoSheet             *self,
                const TosoSheetColumn *info,
                int                    digit)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (info->width > 0)
    return info->width * digit + 2 * PADDING;

  layout = toso_sheet_make_layout (self, info->title, FALSE, info->computed, HEAD_SCALE);
  pango_layout_set_width (layout, 0);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return CLAMP (width, MIN_DIGITS * digit, MAX_DIGITS * digit) + 2 * PADDING;
}

static void
measure_columns (TosoSheet *self)
{
  guint           n_columns = self->heads->len;
  g_autofree int *widths = g_new0 (int, n_columns + 1);
  int             digit = get_digit_width (self);
  guint           n_frozen = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      const TosoSheetColumn *info = &g_array_index (self->heads, TosoSheetHead, i).info;

      widths[i] = measure_column (self, info, digit);
      if (info->frozen && n_frozen == i)
        n_frozen++;
    }
  toso_sheet_geometry_set_widths (&self->geometry, widths, n_columns, n_frozen);
}

static gboolean
same_band (const TosoSheetColumn *a,
           const TosoSheetColumn *b)
{
  return a->band != NULL && b->band != NULL && g_str_equal (a->band, b->band) && a->frozen == b->frozen;
}

static void
lay_out_bands (TosoSheet *self)
{
  guint i = 0;

  while (i < self->heads->len)
    {
      TosoSheetHead *head = &g_array_index (self->heads, TosoSheetHead, i);
      guint          end = i + 1;

      while (end < self->heads->len && same_band (&head->info, &g_array_index (self->heads, TosoSheetHead, end).info))
        end++;
      head->band_end = end;
      if (head->info.band != NULL)
        {
          head->band = toso_sheet_make_layout (self, head->info.band, TRUE, FALSE, HEAD_SCALE);
          set_lines (head->band,
                     self->geometry.edges[end] - self->geometry.edges[i] - 2 * PADDING,
                     BAND_LINES,
                     PANGO_ALIGN_CENTER);
        }
      i = end;
    }
}

static void
lay_out_titles (TosoSheet *self)
{
  for (guint i = 0; i < self->heads->len; i++)
    {
      TosoSheetHead *head = &g_array_index (self->heads, TosoSheetHead, i);

      head->title = toso_sheet_make_layout (self, head->info.title, FALSE, head->info.computed, HEAD_SCALE);
      set_lines (head->title,
                 self->geometry.edges[i + 1] - self->geometry.edges[i] - 2 * PADDING,
                 TITLE_LINES,
                 head->info.is_text ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
    }
}

static int
get_band_height (TosoSheet *self)
{
  int height = 0;

  for (guint i = 0; i < self->heads->len; i++)
    height = MAX (height, get_height (g_array_index (self->heads, TosoSheetHead, i).band));

  return height > 0 ? height + PADDING : 0;
}

static int
get_title_height (TosoSheet *self)
{
  int height = 0;

  for (guint i = 0; i < self->heads->len; i++)
    height = MAX (height, get_height (g_array_index (self->heads, TosoSheetHead, i).title));

  return height + PADDING;
}

void
toso_sheet_ensure_heads (TosoSheet *self)
{
  guint n_columns = self->model != NULL ? toso_sheet_model_get_n_columns (self->model) : 0;
  int   line;

  if (self->heads->len > 0 || n_columns == 0)
    return;

  g_array_set_size (self->heads, n_columns);
  for (guint i = 0; i < n_columns; i++)
    toso_sheet_model_get_column (self->model, i, &g_array_index (self->heads, TosoSheetHead, i).info);

  measure_columns (self);
  lay_out_bands (self);
  lay_out_titles (self);

  line = get_line_height (self);
  self->geometry.n_rows = toso_sheet_model_get_n_rows (self->model);
  self->geometry.row_height = line + PADDING;
  self->geometry.head_height = get_band_height (self) + get_title_height (self);
  self->geometry.totals_height = toso_sheet_model_has_totals (self->model) ? 2 * line + 2 * PADDING : 0;
}

void
toso_sheet_forget_heads (TosoSheet *self)
{
  for (guint i = 0; i < self->heads->len; i++)
    clear_head (&g_array_index (self->heads, TosoSheetHead, i));
  g_array_set_size (self->heads, 0);
  toso_sheet_geometry_clear (&self->geometry);
}

void
toso_sheet_forget_totals (TosoSheet *self)
{
  for (guint i = 0; i < self->heads->len; i++)
    clear_total (&g_array_index (self->heads, TosoSheetHead, i));
}

/* --- drawing --- */

static void
draw_layout (GtkSnapshot   *snapshot,
             PangoLayout   *layout,
             double         x,
             double         y,
             const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (int) x, (float) (int) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
fill (GtkSnapshot   *snapshot,
      const GdkRGBA *color,
      double         x,
      double         y,
      double         width,
      double         height)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
draw_title (TosoSheet   *self,
            GtkSnapshot *snapshot,
            guint        column)
{
  TosoSheetHead *head = &g_array_index (self->heads, TosoSheetHead, column);
  TosoSheetRect  rect = toso_sheet_geometry_get_column (&self->geometry, column);
  int            band_height = get_band_height (self);
  double         top = head->info.band != NULL ? band_height : 0;
  double         room = self->geometry.head_height - top;

  if (self->has_cursor && column == self->column)
    fill (snapshot, &self->colors.selected, rect.x, top, rect.width, room);
  draw_layout (snapshot,
               head->title,
               rect.x + PADDING,
               top + (room - get_height (head->title)) / 2,
               head->info.computed ? &self->colors.dim : &self->colors.text);
  fill (snapshot,
        &self->colors.line,
        rect.x + rect.width - 1,
        top,
        1,
        room);
  if (head->info.band == NULL)
    return;

  fill (snapshot, &self->colors.line, rect.x, band_height - 1, rect.width, 1);
  if (head->band != NULL)
    {
      TosoSheetRect last = toso_sheet_geometry_get_column (&self->geometry, head->band_end - 1);

      draw_layout (snapshot,
                   head->band,
                   rect.x + PADDING,
                   (band_height - get_height (head->band)) / 2,
                   &self->colors.text);
      fill (snapshot, &self->colors.line, last.x + last.width - 1, 0, 1, band_height);
    }
}

/* The columns in sight, and the first of the band that they begin in. */
static TosoSheetRange
get_head_columns (TosoSheet *self)
{
  TosoSheetRange range = toso_sheet_geometry_get_columns (&self->geometry);

  while (range.first > self->geometry.n_frozen && range.first < range.end &&
         same_band (&g_array_index (self->heads, TosoSheetHead, range.first - 1).info,
                    &g_array_index (self->heads, TosoSheetHead, range.first).info))
    range.first--;

  return range;
}

static void
push_part (TosoSheet   *self,
           GtkSnapshot *snapshot,
           gboolean     frozen,
           double       top,
           double       height)
{
  double left = frozen ? 0 : toso_sheet_geometry_get_frozen_width (&self->geometry);
  double width = frozen ? toso_sheet_geometry_get_frozen_width (&self->geometry)
                        : toso_sheet_geometry_get_page_width (&self->geometry);

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) left, (float) top, (float) width, (float) MAX (0, height)));
}

void
toso_sheet_draw_head (TosoSheet   *self,
                      GtkSnapshot *snapshot)
{
  double         height = self->geometry.head_height;
  TosoSheetRange range = get_head_columns (self);

  fill (snapshot, &self->colors.window, 0, 0, self->geometry.width, height);
  push_part (self, snapshot, FALSE, 0, height);
  for (guint i = range.first; i < range.end; i++)
    draw_title (self, snapshot, i);
  gtk_snapshot_pop (snapshot);

  push_part (self, snapshot, TRUE, 0, height);
  for (guint i = 0; i < self->geometry.n_frozen; i++)
    draw_title (self, snapshot, i);
  gtk_snapshot_pop (snapshot);
  fill (snapshot, &self->colors.line, 0, height - 1, self->geometry.width, 1);
}

static void
ensure_total (TosoSheet     *self,
              TosoSheetHead *head,
              guint          column)
{
  if (head->total_text != NULL)
    return;

  toso_sheet_model_get_total (self->model, column, &head->total);
  head->total_text = toso_sheet_make_layout (self, head->total.text != NULL ? head->total.text : "", TRUE, FALSE, 1);
  if (head->total.coverage != NULL)
    head->coverage = toso_sheet_make_layout (self, head->total.coverage, FALSE, FALSE, HEAD_SCALE);
}

/* Beside the frozen name there is room as far as the columns reach. */
static void
draw_total_line (TosoSheet     *self,
                 GtkSnapshot   *snapshot,
                 TosoSheetHead *head,
                 TosoSheetRect  rect,
                 PangoLayout   *layout,
                 double         y,
                 gboolean       dim)
{
  int    width;
  double x = rect.x + PADDING;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (!head->info.is_text)
    x = rect.x + rect.width - PADDING - width;
  draw_layout (snapshot, layout, x, y, dim ? &self->colors.dim : &self->colors.text);
}

static void
draw_total (TosoSheet   *self,
            GtkSnapshot *snapshot,
            guint        column)
{
  TosoSheetHead *head = &g_array_index (self->heads, TosoSheetHead, column);
  TosoSheetRect  rect = toso_sheet_geometry_get_column (&self->geometry, column);
  double         top = self->geometry.height - self->geometry.totals_height + PADDING - 1;
  int            line;

  ensure_total (self, head, column);
  line = get_height (head->total_text);
  draw_total_line (self, snapshot, head, rect, head->total_text, top, FALSE);
  if (head->coverage != NULL)
    draw_total_line (self, snapshot, head, rect, head->coverage, top + line + 1, TRUE);
  if (head->total.doubtful)
    toso_sheet_draw_sign (self, snapshot, TOSO_SHEET_SIGN_QUESTION, rect.x + PADDING, top + (line - SIGN_SIZE) / 2);
}

void
toso_sheet_draw_totals (TosoSheet   *self,
                        GtkSnapshot *snapshot)
{
  double         height = self->geometry.totals_height;
  double         top = self->geometry.height - height;
  TosoSheetRange range = toso_sheet_geometry_get_columns (&self->geometry);

  if (height <= 0)
    return;
  fill (snapshot, &self->colors.window, 0, top, self->geometry.width, height);
  push_part (self, snapshot, FALSE, top, height);
  for (guint i = range.first; i < range.end; i++)
    draw_total (self, snapshot, i);
  gtk_snapshot_pop (snapshot);

  push_part (self, snapshot, TRUE, top, height);
  for (guint i = 0; i < self->geometry.n_frozen; i++)
    draw_total (self, snapshot, i);
  gtk_snapshot_pop (snapshot);
  fill (snapshot, &self->colors.line, 0, top, self->geometry.width, 2);
}
