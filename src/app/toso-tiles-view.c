/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-tiles-view.h"

#include "app/toso-parts.h"
#include "app/toso-style.h"

#define TILE      22.0
#define PITCH     24.0
#define PER_ROW   14
#define MARK_SIZE 10.0
#define TINT      0.12

typedef struct
{
  TosoMark mark;
  char    *words;
  char    *action; /* detailed */
} Tile;

struct _TosoTilesView
{
  GtkWidget parent_instance;

  GPtrArray *tiles; /* of Tile */
  char      *summary;
  guint      cursor; /* where the keyboard is */
};

G_DEFINE_FINAL_TYPE (TosoTilesView, toso_tiles_view, GTK_TYPE_WIDGET)

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  g_free (tile->words);
  g_free (tile->action);
  g_free (tile);
}

/* --- geometry --- */

static void
get_box (guint            i,
         graphene_rect_t *box)
{
  graphene_rect_init (box, (i % PER_ROW) * PITCH, (i / PER_ROW) * PITCH, TILE, TILE);
}

static const Tile *
find_tile (TosoTilesView   *self,
           double           x,
           double           y,
           graphene_rect_t *box)
{
  for (guint i = 0; i < self->tiles->len; i++)
    {
      get_box (i, box);
      if (graphene_rect_contains_point (box, &GRAPHENE_POINT_INIT (x, y)))
        return self->tiles->pdata[i];
    }

  return NULL;
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
  guint          n_rows = (self->tiles->len + PER_ROW - 1) / PER_ROW;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? PER_ROW * PITCH : n_rows * PITCH;
}

/* --- drawing --- */

static void
draw_tile (cairo_t               *cr,
           const TosoPalette     *palette,
           const graphene_rect_t *box,
           TosoMark               mark)
{
  const TosoColor *ink = mark == TOSO_MARK_NONE ? &palette->hatch : &palette->marks[mark];

  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, TINT);
  cairo_rectangle (cr, box->origin.x, box->origin.y, box->size.width, box->size.height);
  cairo_fill (cr);
  toso_mark_draw (cr,
                  palette,
                  mark,
                  box->origin.x + box->size.width / 2,
                  box->origin.y + box->size.height / 2,
                  MARK_SIZE);
}

static void
toso_tiles_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TosoTilesView     *self = TOSO_TILES_VIEW (widget);
  const TosoPalette *palette = toso_style_get_palette (widget);
  gboolean           has_cursor = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0;
  graphene_rect_t    box;
  cairo_t           *cr;

  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  for (guint i = 0; i < self->tiles->len; i++)
    {
      get_box (i, &box);
      draw_tile (cr, palette, &box, ((const Tile *) self->tiles->pdata[i])->mark);
    }
  if (has_cursor && self->cursor < self->tiles->len)
    {
      get_box (self->cursor, &box);
      cairo_set_source_rgb (cr, palette->text.red, palette->text.green, palette->text.blue);
      cairo_set_line_width (cr, 2);
      cairo_rectangle (cr, box.origin.x + 1, box.origin.y + 1, box.size.width - 2, box.size.height - 2);
      cairo_stroke (cr);
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
  TosoTilesView  *self = TOSO_TILES_VIEW (widget);
  graphene_rect_t box;
  const Tile     *tile = NULL;

  if (keyboard && self->cursor < self->tiles->len)
    {
      tile = self->tiles->pdata[self->cursor];
      get_box (self->cursor, &box);
    }
  else if (!keyboard)
    tile = find_tile (self, x, y, &box);
  if (tile == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, tile->words);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ box.origin.x, box.origin.y, TILE, TILE });

  return TRUE;
}

/* --- keyboard and mouse --- */

/* Screen readers say the tile while the keyboard is on it. */
static void
say (TosoTilesView *self)
{
  const char *words = self->summary;

  if (gtk_widget_has_focus (GTK_WIDGET (self)) && self->cursor < self->tiles->len)
    words = ((const Tile *) self->tiles->pdata[self->cursor])->words;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words != NULL ? words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoTilesView *self = TOSO_TILES_VIEW (widget);
  int            to = (int) self->cursor + g_variant_get_int32 (parameter);

  if (to < 0 || (guint) to >= self->tiles->len)
    return;
  self->cursor = (guint) to;
  say (self);
  gtk_widget_trigger_tooltip_query (widget);
}

static void
activate_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TosoTilesView *self = TOSO_TILES_VIEW (widget);

  if (self->cursor < self->tiles->len)
    toso_activate_action (widget, ((const Tile *) self->tiles->pdata[self->cursor])->action);
}

static void
clicked_cb (TosoTilesView *self,
            int            n_press,
            double         x,
            double         y)
{
  graphene_rect_t box;
  const Tile     *tile = find_tile (self, x, y, &box);

  if (tile != NULL)
    toso_activate_action (GTK_WIDGET (self), tile->action);
}

/* --- object --- */

static void
toso_tiles_view_finalize (GObject *object)
{
  TosoTilesView *self = TOSO_TILES_VIEW (object);

  g_ptr_array_unref (self->tiles);
  g_free (self->summary);

  G_OBJECT_CLASS (toso_tiles_view_parent_class)->finalize (object);
}

static void
toso_tiles_view_class_init (TosoTilesViewClass *klass)
{
  static const struct
  {
    guint key;
    int   step;
  } keys[] = {
    { GDK_KEY_Left, -1 },
    { GDK_KEY_Right, 1 },
    { GDK_KEY_Up, -PER_ROW },
    { GDK_KEY_Down, PER_ROW },
  };
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };
  GtkWidgetClass    *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_tiles_view_finalize;
  widget_class->measure = toso_tiles_view_measure;
  widget_class->snapshot = toso_tiles_view_snapshot;
  widget_class->query_tooltip = toso_tiles_view_query_tooltip;
  gtk_widget_class_install_action (widget_class, "tiles.move", "i", move_cb);
  gtk_widget_class_install_action (widget_class, "tiles.activate", NULL, activate_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, "tiles.move", "i", keys[i].step);
  for (guint i = 0; i < G_N_ELEMENTS (enters); i++)
    gtk_widget_class_add_binding_action (widget_class, enters[i], 0, "tiles.activate", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "tiles");
}

static void
toso_tiles_view_init (TosoTilesView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->tiles = g_ptr_array_new_with_free_func (tile_free);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (say), NULL);
}

GtkWidget *
toso_tiles_view_new (void)
{
  return g_object_new (TOSO_TYPE_TILES_VIEW, NULL);
}

void
toso_tiles_view_begin (TosoTilesView *self,
                       const char    *summary)
{
  g_return_if_fail (TOSO_IS_TILES_VIEW (self));

  g_ptr_array_set_size (self->tiles, 0);
  g_free (self->summary);
  self->summary = g_strdup (summary);
  say (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
toso_tiles_view_add (TosoTilesView *self,
                     TosoMark       mark,
                     const char    *words,
                     const char    *detailed_action)
{
  Tile *tile;

  g_return_if_fail (TOSO_IS_TILES_VIEW (self));

  tile = g_new0 (Tile, 1);
  tile->mark = mark;
  tile->words = g_strdup (words);
  tile->action = g_strdup (detailed_action);
  g_ptr_array_add (self->tiles, tile);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
