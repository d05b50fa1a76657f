/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-tiles-view.h"

#include "app/toso-style.h"

#define TILE      22.0
#define PITCH     24.0
#define PER_ROW   14
#define MARK_SIZE 10.0
#define TINT      0.12

struct _TosoTilesView
{
  GtkWidget parent_instance;

  GPtrArray *names;
  GArray    *marks; /* of TosoMark */
};

G_DEFINE_FINAL_TYPE (TosoTilesView, toso_tiles_view, GTK_TYPE_WIDGET)

static void
get_tile (guint            i,
          graphene_rect_t *tile)
{
  graphene_rect_init (tile, (i % PER_ROW) * PITCH, (i / PER_ROW) * PITCH, TILE, TILE);
}

static void
toso_tiles_view_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  TosoTilesView *self = TOSO_TILES_VIEW (widget);
  guint          n_rows = (self->names->len + PER_ROW - 1) / PER_ROW;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? PER_ROW * PITCH : n_rows * PITCH;
}

static void
draw_tile (cairo_t               *cr,
           const TosoPalette     *palette,
           const graphene_rect_t *tile,
           TosoMark               mark)
{
  const TosoColor *ink = mark == TOSO_MARK_NONE ? &palette->hatch : &palette->marks[mark];

  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, TINT);
  cairo_rectangle (cr, tile->origin.x, tile->origin.y, tile->size.width, tile->size.height);
  cairo_fill (cr);
  toso_mark_draw (cr,
                  palette,
                  mark,
                  tile->origin.x + tile->size.width / 2,
                  tile->origin.y + tile->size.height / 2,
                  MARK_SIZE);
}

static void
toso_tiles_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TosoTilesView     *self = TOSO_TILES_VIEW (widget);
  const TosoPalette *palette = toso_style_get_palette (widget);
  cairo_t           *cr;

  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  for (guint i = 0; i < self->names->len; i++)
    {
      graphene_rect_t tile;

      get_tile (i, &tile);
      draw_tile (cr, palette, &tile, g_array_index (self->marks, TosoMark, i));
    }
  cairo_destroy (cr);
}

static gboolean
toso_tiles_view_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard,
                               GtkTooltip *tooltip)
{
  TosoTilesView *self = TOSO_TILES_VIEW (widget);

  for (guint i = 0; i < self->names->len; i++)
    {
      graphene_rect_t tile;

      get_tile (i, &tile);
      if (graphene_rect_contains_point (&tile, &GRAPHENE_POINT_INIT (x, y)))
        {
          gtk_tooltip_set_text (tooltip, self->names->pdata[i]);
          gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ tile.origin.x, tile.origin.y, TILE, TILE });
          return TRUE;
        }
    }

  return FALSE;
}

static void
toso_tiles_view_finalize (GObject *object)
{
  TosoTilesView *self = TOSO_TILES_VIEW (object);

  g_ptr_array_unref (self->names);
  g_array_unref (self->marks);

  G_OBJECT_CLASS (toso_tiles_view_parent_class)->finalize (object);
}

static void
toso_tiles_view_class_init (TosoTilesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_tiles_view_finalize;
  widget_class->measure = toso_tiles_view_measure;
  widget_class->snapshot = toso_tiles_view_snapshot;
  widget_class->query_tooltip = toso_tiles_view_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
toso_tiles_view_init (TosoTilesView *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (TosoMark));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
toso_tiles_view_new (void)
{
  return g_object_new (TOSO_TYPE_TILES_VIEW, NULL);
}

void
toso_tiles_view_clear (TosoTilesView *self)
{
  g_return_if_fail (TOSO_IS_TILES_VIEW (self));

  g_ptr_array_set_size (self->names, 0);
  g_array_set_size (self->marks, 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
toso_tiles_view_add (TosoTilesView *self,
                     const char    *name,
                     TosoMark       mark)
{
  g_return_if_fail (TOSO_IS_TILES_VIEW (self));

  g_ptr_array_add (self->names, g_strdup (name));
  g_array_append_val (self->marks, mark);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
