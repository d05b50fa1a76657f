/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-pdf-desk-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* The pages of the desk as pictures: made in a thread, kept near the view,
 * drawn. */

/* A picture has at most so many pixels (64 MB); a page that would be larger is
 * drawn coarser. */
#define MOST_PIXELS 16e6
/* Beyond the view, in its heights, pages are drawn before they are seen. */
#define AHEAD 0.5

static double
get_wanted_scale (TosoPdfDesk *self,
                  guint        page)
{
  const TosoPdfPlace *place = toso_pdf_layout_get (self->layout, page);
  double              factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double              pixels = place->width * place->height * factor * factor;

  return place->scale * factor * (pixels > MOST_PIXELS ? sqrt (MOST_PIXELS / pixels) : 1);
}

static gboolean
is_drawn (TosoPdfDesk *self,
          guint        page)
{
  const TosoPdfPrint *print = self->prints->pdata[page];

  return print != NULL && fabs (print->scale - get_wanted_scale (self, page)) < 1e-6;
}

/* The page to draw next: what is in sight before what may come. */
static gboolean
find_wanted (TosoPdfDesk *self,
             guint       *page)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)), x, y;
  guint  first, last;

  toso_pdf_desk_get_offset (self, &x, &y);
  for (int round = 0; round < 2; round++)
    {
      double ahead = round * AHEAD * height;

      if (!toso_pdf_layout_get_band (self->layout, y - ahead, y + height + ahead, &first, &last))
        continue;
      for (*page = first; *page <= last; (*page)++)
        if (!is_drawn (self, *page))
          return TRUE;
    }

  return FALSE;
}

/* Memory is bounded by the view, not by the paper. */
static void
forget_far (TosoPdfDesk *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)), x, y;
  guint  first = 1, last = 0;

  toso_pdf_desk_get_offset (self, &x, &y);
  if (!toso_pdf_layout_get_band (self->layout, y - height, y + 2 * height, &first, &last))
    return;
  for (guint i = 0; i < self->prints->len; i++)
    if (i < first || i > last)
      g_clear_pointer (&self->prints->pdata[i], toso_pdf_print_free);
}

/* For those who do not see the picture. */
void
toso_pdf_pictures_say (TosoPdfDesk *self)
{
  const TosoPdfPrint *print = self->page < self->prints->len ? self->prints->pdata[self->page] : NULL;
  g_autofree char    *name = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, self->prints->len);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->thumbnails ? _ ("Pages, small") : name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  print != NULL && print->text != NULL && !self->thumbnails ? print->text : "", -1);
}

typedef struct
{
  TosoPdfDesk  *desk;
  GCancellable *cancellable; /* of the file that was shown then */
  guint         page;
} Wish;

static void
rendered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Wish *wish = user_data;
  g_autoptr (TosoPdfDesk) self = wish->desk;
  g_autoptr (GCancellable) cancellable = wish->cancellable;
  g_autoptr (GError) error = NULL;
  TosoPdfPrint *print = toso_pdf_file_render_finish (result, &error);

  self->working = FALSE;
  if (self->file == NULL || g_cancellable_is_cancelled (cancellable))
    {
      g_clear_pointer (&print, toso_pdf_print_free);
      g_clear_error (&error);
    }
  if (print != NULL)
    {
      g_clear_pointer (&self->prints->pdata[wish->page], toso_pdf_print_free);
      self->prints->pdata[wish->page] = print;
      gtk_widget_queue_draw (GTK_WIDGET (self));
      if (wish->page == self->page)
        toso_pdf_pictures_say (self);
    }
  if (error == NULL)
    toso_pdf_pictures_render (self);
  else
    g_signal_emit_by_name (self, "failed", error->message);
}

void
toso_pdf_pictures_render (TosoPdfDesk *self)
{
  const TosoPdfPlace *place;
  double              scale;
  Wish               *wish;
  guint               page;

  if (self->working || self->file == NULL || self->layout == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  forget_far (self);
  if (!find_wanted (self, &page))
    return;

  self->working = TRUE;
  place = toso_pdf_layout_get (self->layout, page);
  scale = get_wanted_scale (self, page);
  wish = g_new0 (Wish, 1);
  *wish = (Wish){ g_object_ref (self), g_object_ref (self->cancellable), page };
  toso_pdf_file_render_async (self->file, page, scale, MAX (1, (int) round (place->width * scale / place->scale)),
                              MAX (1, (int) round (place->height * scale / place->scale)), self->cancellable,
                              rendered_cb, wish);
}

/* --- drawing --- */

static void
draw_number (TosoPdfDesk        *self,
             GtkSnapshot        *snapshot,
             guint               page,
             const TosoPdfPlace *place)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), number);
  GdkRGBA color;
  int     width, height;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (place->x + (place->width - width) / 2),
                                                          (float) (place->y + place->height + 1 - MAX (0, height - TOSO_PDF_EDGE))));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_hits (TosoPdfDesk        *self,
           GtkSnapshot        *snapshot,
           guint               page,
           const TosoPdfPlace *place)
{
  /* As a marker on paper, in both themes. */
  static const GdkRGBA found = { 1.0f, 0.85f, 0.0f, 0.38f }, current = { 1.0f, 0.5f, 0.0f, 0.55f };

  for (guint i = 0; self->hits != NULL && i < self->hits->len; i++)
    {
      const TosoPdfHit *hit = &g_array_index (self->hits, TosoPdfHit, i);

      if (hit->page == page)
        gtk_snapshot_append_color (snapshot, hit->number == self->hit ? &current : &found,
                                   &GRAPHENE_RECT_INIT ((float) (place->x + hit->x * place->scale - 1),
                                                        (float) (place->y + hit->y * place->scale - 1),
                                                        (float) (hit->width * place->scale + 2),
                                                        (float) (hit->height * place->scale + 2)));
    }
}

static void
draw_page (TosoPdfDesk *self,
           GtkSnapshot *snapshot,
           guint        page)
{
  const TosoPdfPlace *place = toso_pdf_layout_get (self->layout, page);
  const TosoPdfPrint *print = self->prints->pdata[page];
  graphene_rect_t     paper = GRAPHENE_RECT_INIT ((float) place->x, (float) place->y, (float) place->width, (float) place->height);
  GskRoundedRect      outline;

  gsk_rounded_rect_init_from_rect (&outline, &paper, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0, 0, 0, 0.35f }, 0, 1, 0, 6);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &paper);
  if (print != NULL)
    gtk_snapshot_append_texture (snapshot, print->texture, &paper);
  draw_hits (self, snapshot, page, place);
  if (self->thumbnails && page == self->page)
    {
      GdkRGBA blue = { 0.165f, 0.373f, 0.647f, 1 };

      gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 3, 3, 3, 3 }, (GdkRGBA[4]){ blue, blue, blue, blue });
    }
  if (self->thumbnails)
    draw_number (self, snapshot, page, place);
}

void
toso_pdf_pictures_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  TosoPdfDesk *self = TOSO_PDF_DESK (widget);
  int          width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double       x, y;
  guint        first, last;

  if (self->layout == NULL)
    return;
  toso_pdf_desk_get_offset (self, &x, &y);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) -x, (float) -y));
  if (toso_pdf_layout_get_band (self->layout, y - TOSO_PDF_EDGE, y + height, &first, &last))
    for (guint page = first; page <= last; page++)
      draw_page (self, snapshot, page);
  gtk_snapshot_restore (snapshot);
  toso_pdf_figures_snapshot (self, snapshot);
  gtk_snapshot_pop (snapshot);
}
