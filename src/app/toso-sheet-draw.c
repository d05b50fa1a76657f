/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-sheet-private.h"

/* The body of a grid: only cells in sight are asked for and laid out; those
 * near by are kept, as they come back when one scrolls to and fro. */

#define PADDING        6
#define SIGN_SIZE      12
#define MARGIN_ROWS    12
#define MARGIN_COLUMNS 6
#define HATCH_STEP     4.25f /* 6 px across */

/* --- colours, from the style sheet --- */

/* GTK 4.8 has no other way to the colours that a style sheet names. */
static GdkRGBA
find_color (TosoSheet  *self,
            const char *name)
{
  GdkRGBA color = { 0.5f, 0.5f, 0.5f, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &color);

  return color;
}

void
toso_sheet_load_colors (TosoSheet *self)
{
  TosoSheetColors *colors = &self->colors;

  colors->view = find_color (self, "toso_view");
  colors->window = find_color (self, "toso_window");
  colors->line = find_color (self, "toso_line");
  colors->row_line = find_color (self, "toso_row_line");
  colors->text = find_color (self, "toso_text");
  colors->dim = find_color (self, "toso_dim");
  colors->accent = find_color (self, "toso_accent");
  colors->selected = find_color (self, "toso_selected");
  colors->question = find_color (self, "toso_question");
  colors->behind = find_color (self, "toso_behind");
  colors->overdue = find_color (self, "toso_overdue");
  colors->hatch = colors->dim;
  colors->hatch.alpha *= 0.32f;
}

/* --- cells --- */

static guint
number_of (TosoSheet *self,
           guint      row,
           guint      column)
{
  return row * self->geometry.n_columns + column;
}

void
toso_sheet_drawn_free (gpointer data)
{
  TosoSheetDrawn *drawn = data;

  toso_sheet_cell_clear (&drawn->cell);
  g_clear_object (&drawn->layout);
  g_free (drawn);
}

static TosoSheetDrawn *
get_drawn (TosoSheet *self,
           guint      row,
           guint      column)
{
  gpointer        key = GUINT_TO_POINTER (number_of (self, row, column));
  TosoSheetDrawn *drawn = g_hash_table_lookup (self->drawn, key);
  gboolean        computed;

  if (drawn != NULL)
    return drawn;

  drawn = g_new0 (TosoSheetDrawn, 1);
  toso_sheet_model_get_cell (self->model, row, column, &drawn->cell);
  computed = (drawn->cell.state & TOSO_SHEET_COMPUTED) != 0;
  drawn->layout = toso_sheet_make_layout (self, drawn->cell.text, FALSE, computed, 1);
  pango_layout_set_single_paragraph_mode (drawn->layout, TRUE);
  pango_layout_get_pixel_size (drawn->layout, &drawn->width, &drawn->height);
  g_hash_table_insert (self->drawn, key, drawn);

  return drawn;
}

void
toso_sheet_forget_cell (TosoSheet *self,
                        guint      row,
                        guint      column)
{
  g_hash_table_remove (self->drawn, GUINT_TO_POINTER (number_of (self, row, column)));
}

void
toso_sheet_forget_cells (TosoSheet *self)
{
  g_hash_table_remove_all (self->drawn);
}

gboolean
toso_sheet_is_cut (TosoSheet *self,
                   guint      row,
                   guint      column)
{
  const TosoSheetDrawn *drawn = g_hash_table_lookup (self->drawn, GUINT_TO_POINTER (number_of (self, row, column)));

  return drawn != NULL && pango_layout_is_ellipsized (drawn->layout);
}

static TosoSheetRange
widen (TosoSheetRange range,
       guint          margin,
       guint          least,
       guint          most)
{
  range.first = range.first > least + margin ? range.first - margin : least;
  range.end = MIN (most, range.end + margin);

  return range;
}

/* What has gone far out of sight is dropped. */
static void
trim (TosoSheet     *self,
      TosoSheetRange rows,
      TosoSheetRange columns)
{
  guint          n_columns = self->geometry.n_columns;
  guint          n_frozen = self->geometry.n_frozen;
  GHashTableIter iter;
  gpointer       key;

  rows = widen (rows, MARGIN_ROWS, 0, self->geometry.n_rows);
  columns = widen (columns, MARGIN_COLUMNS, n_frozen, n_columns);
  if (g_hash_table_size (self->drawn) <= (rows.end - rows.first) * (n_frozen + columns.end - columns.first))
    return;

  g_hash_table_iter_init (&iter, self->drawn);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint row = GPOINTER_TO_UINT (key) / n_columns;
      guint column = GPOINTER_TO_UINT (key) % n_columns;

      if (row < rows.first || row >= rows.end || (column >= n_frozen && (column < columns.first || column >= columns.end)))
        g_hash_table_iter_remove (&iter);
    }
}

/* --- drawing --- */

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

/* One pattern for all cells, so that it runs on from one to the next. */
static void
hatch (TosoSheet    *self,
       GtkSnapshot  *snapshot,
       TosoSheetRect rect)
{
  GdkRGBA      clear = self->colors.hatch;
  GskColorStop stops[5] = { 0 };

  clear.alpha = 0;
  stops[0] = (GskColorStop){ 0, self->colors.hatch };
  stops[1] = (GskColorStop){ 0.2f, self->colors.hatch };
  stops[2] = (GskColorStop){ 0.34f, clear };
  stops[3] = (GskColorStop){ 0.86f, clear };
  stops[4] = (GskColorStop){ 1, self->colors.hatch };
  gtk_snapshot_append_repeating_linear_gradient (snapshot,
                                                 &GRAPHENE_RECT_INIT ((float) rect.x,
                                                                      (float) rect.y,
                                                                      (float) rect.width,
                                                                      (float) rect.height),
                                                 &GRAPHENE_POINT_INIT (0, 0),
                                                 &GRAPHENE_POINT_INIT (HATCH_STEP, HATCH_STEP),
                                                 stops,
                                                 G_N_ELEMENTS (stops));
}

/* Behind the text: what kind of figure it is. */
static void
draw_ground (TosoSheet     *self,
             GtkSnapshot   *snapshot,
             TosoSheetRect  rect,
             TosoSheetState state)
{
  if (state & (TOSO_SHEET_COMPUTED | TOSO_SHEET_LOCKED))
    fill (snapshot, &self->colors.window, rect.x, rect.y, rect.width, rect.height);
  if (state & (TOSO_SHEET_DOUBTFUL | TOSO_SHEET_REFUSED))
    fill (snapshot, &self->colors.question, rect.x, rect.y, rect.width, rect.height);
  if (state & TOSO_SHEET_MISSING)
    hatch (self, snapshot, rect);
}

static gboolean
find_sign (const TosoSheetCell *cell,
           TosoSheetSign       *sign)
{
  if (cell->has_mark)
    *sign = (TosoSheetSign) (TOSO_SHEET_SIGN_MARK + (int) cell->mark);
  else if (cell->state & TOSO_SHEET_REFUSED)
    *sign = TOSO_SHEET_SIGN_REFUSED;
  else if (cell->state & TOSO_SHEET_DOUBTFUL)
    *sign = TOSO_SHEET_SIGN_QUESTION;
  else if (cell->state & TOSO_SHEET_LOCKED)
    *sign = TOSO_SHEET_SIGN_LOCK;
  else if (cell->state & TOSO_SHEET_IMPORTED)
    *sign = TOSO_SHEET_SIGN_FILE;
  else
    return FALSE;

  return TRUE;
}

/* A text that is too long is cut at its end; figures are cut at the front
 * only where even the column is too narrow, so they show as much as fits. */
static void
draw_text (TosoSheet             *self,
           GtkSnapshot           *snapshot,
           TosoSheetRect          rect,
           const TosoSheetDrawn  *drawn,
           const TosoSheetColumn *info,
           double                 indent)
{
  double         room = rect.width - 2 * PADDING - indent;
  double         x = rect.x + PADDING + indent;
  const GdkRGBA *color = &self->colors.text;

  if (drawn->cell.state & (TOSO_SHEET_COMPUTED | TOSO_SHEET_MISSING))
    color = &self->colors.dim;
  if (!info->is_text)
    x = rect.x + rect.width - PADDING - drawn->width;
  if (drawn->width > room)
    {
      pango_layout_set_ellipsize (drawn->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (drawn->layout, (int) MAX (1, room) * PANGO_SCALE);
      x = rect.x + PADDING + indent;
    }

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (int) x,
                                                (float) (int) (rect.y + (rect.height - drawn->height) / 2)));
  gtk_snapshot_append_layout (snapshot, drawn->layout, color);
  gtk_snapshot_restore (snapshot);
}

static gboolean
is_selected (TosoSheet *self,
             guint      row,
             guint      column)
{
  guint first_row, first_column, last_row, last_column;

  if (!self->has_cursor || (self->anchor_row == self->row && self->anchor_column == self->column))
    return FALSE;
  toso_sheet_get_selection (self, &first_row, &first_column, &last_row, &last_column);

  return row >= first_row && row <= last_row && column >= first_column && column <= last_column;
}

static void
draw_cell (TosoSheet   *self,
           GtkSnapshot *snapshot,
           guint        row,
           guint        column)
{
  const TosoSheetHead *head = &g_array_index (self->heads, TosoSheetHead, column);
  TosoSheetRect        rect = toso_sheet_geometry_get_cell (&self->geometry, row, column);
  TosoSheetDrawn      *drawn = get_drawn (self, row, column);
  TosoSheetSign        sign;
  double               indent = 0;
  gboolean             ends_band = column + 1 == self->geometry.n_frozen || column + 1 == self->geometry.n_columns ||
                       g_array_index (self->heads, TosoSheetHead, column + 1).band_end != 0;

  draw_ground (self, snapshot, rect, drawn->cell.state);
  if (is_selected (self, row, column) || (head->info.row_header && self->has_cursor && row == self->row))
    fill (snapshot, &self->colors.selected, rect.x, rect.y, rect.width, rect.height);
  if (find_sign (&drawn->cell, &sign))
    {
      toso_sheet_draw_sign (self, snapshot, sign, rect.x + PADDING, rect.y + (int) (rect.height - SIGN_SIZE) / 2);
      indent = SIGN_SIZE + PADDING - 2;
    }
  if (drawn->cell.state & TOSO_SHEET_NOTED)
    toso_sheet_draw_sign (self, snapshot, TOSO_SHEET_SIGN_NOTE, rect.x + rect.width - SIGN_SIZE - 1, rect.y);
  draw_text (self, snapshot, rect, drawn, &head->info, indent);
  fill (snapshot,
        ends_band ? &self->colors.line : &self->colors.row_line,
        rect.x + rect.width - 1,
        rect.y,
        1,
        rect.height);
}

static void
draw_columns (TosoSheet     *self,
              GtkSnapshot   *snapshot,
              TosoSheetRange rows,
              TosoSheetRange columns)
{
  for (guint row = rows.first; row < rows.end; row++)
    for (guint column = columns.first; column < columns.end; column++)
      draw_cell (self, snapshot, row, column);
}

static void
draw_row_lines (TosoSheet     *self,
                GtkSnapshot   *snapshot,
                TosoSheetRange rows,
                double         x,
                double         width)
{
  for (guint row = rows.first; row < rows.end; row++)
    {
      TosoSheetRect rect = toso_sheet_geometry_get_cell (&self->geometry, row, 0);

      fill (snapshot, &self->colors.row_line, x, rect.y + rect.height - 1, width, 1);
    }
}

/* The frame says where typing goes; thinner while the keyboard is elsewhere. */
static void
draw_cursor (TosoSheet   *self,
             GtkSnapshot *snapshot)
{
  TosoSheetRect  rect = toso_sheet_geometry_get_cell (&self->geometry, self->row, self->column);
  gboolean       active = gtk_widget_has_focus (toso_sheet_get_text (self));
  float          width = active ? 2 : 1;
  const GdkRGBA *color = active ? &self->colors.accent : &self->colors.dim;
  GskRoundedRect outline;

  if (self->editing || self->has_preedit)
    fill (snapshot, &self->colors.view, rect.x, rect.y, rect.width, rect.height);
  gtk_widget_snapshot_child (GTK_WIDGET (self), toso_sheet_get_text (self), snapshot);

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) rect.x - 1,
                                                        (float) rect.y - 1,
                                                        (float) rect.width + 1,
                                                        (float) rect.height + 1),
                                   2);
  gtk_snapshot_append_border (snapshot,
                              &outline,
                              (const float[4]){ width, width, width, width },
                              (const GdkRGBA[4]){ *color, *color, *color, *color });
}

static void
draw_body (TosoSheet   *self,
           GtkSnapshot *snapshot)
{
  TosoSheetRange rows = toso_sheet_geometry_get_rows (&self->geometry);
  TosoSheetRange columns = toso_sheet_geometry_get_columns (&self->geometry);
  TosoSheetRange frozen = { 0, self->geometry.n_frozen };
  double         left = toso_sheet_geometry_get_frozen_width (&self->geometry);
  double         width = toso_sheet_geometry_get_page_width (&self->geometry);
  double         height = toso_sheet_geometry_get_page_height (&self->geometry);

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) left,
                                               (float) self->geometry.head_height,
                                               (float) width,
                                               (float) height));
  draw_columns (self, snapshot, rows, columns);
  draw_row_lines (self, snapshot, rows, left, width);
  if (self->has_cursor)
    draw_cursor (self, snapshot);
  gtk_snapshot_pop (snapshot);

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, (float) self->geometry.head_height, (float) left, (float) height));
  draw_columns (self, snapshot, rows, frozen);
  draw_row_lines (self, snapshot, rows, 0, left);
  gtk_snapshot_pop (snapshot);

  trim (self, rows, columns);
}

void
toso_sheet_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  TosoSheet *self = TOSO_SHEET (widget);

  fill (snapshot, &self->colors.view, 0, 0, self->geometry.width, self->geometry.height);
  if (self->model == NULL || self->heads->len == 0)
    return;

  draw_body (self, snapshot);
  toso_sheet_draw_head (self, snapshot);
  toso_sheet_draw_totals (self, snapshot);
}
