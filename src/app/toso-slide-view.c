/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-slide-view.h"

#include "app/toso-style.h"

struct _TosoSlideView
{
  GtkWidget parent_instance;

  TosoSlideShow *show;
  TosoSlideRole  role;
};

G_DEFINE_FINAL_TYPE (TosoSlideView, toso_slide_view, GTK_TYPE_WIDGET)

static gssize
get_slide (TosoSlideView *self)
{
  if (self->role == TOSO_SLIDE_NEXT)
    return toso_slide_show_get_next (self->show);

  return self->role == TOSO_SLIDE_SHOWN ? toso_slide_show_get_shown (self->show) : toso_slide_show_get_projected (self->show);
}

static void
toso_slide_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TosoSlideView  *self = TOSO_SLIDE_VIEW (widget);
  gssize          slide = get_slide (self);
  float           width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  graphene_rect_t box;
  GdkTexture     *picture;
  TosoColor       line;
  float           share;

  if (self->role == TOSO_SLIDE_PROJECTED)
    gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 0, 0, 0, 1 }, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (slide < 0 || (self->role == TOSO_SLIDE_PROJECTED && toso_slide_show_is_black (self->show)))
    return;

  picture = toso_slide_show_get_picture (self->show, (guint) slide, toso_style_get_palette (widget));
  share = MIN (width / (float) gdk_texture_get_width (picture), height / (float) gdk_texture_get_height (picture));
  box = GRAPHENE_RECT_INIT (0, 0, share * (float) gdk_texture_get_width (picture), share * (float) gdk_texture_get_height (picture));
  if (self->role == TOSO_SLIDE_PROJECTED)
    graphene_rect_offset (&box, (width - box.size.width) / 2, (height - box.size.height) / 2);
  gtk_snapshot_append_texture (snapshot, picture, &box);
  if (self->role == TOSO_SLIDE_PROJECTED)
    return;

  /* Its edge: the slide is as white as the window. */
  line = toso_style_get_palette (widget)->line;
  gtk_snapshot_append_border (snapshot, &GSK_ROUNDED_RECT_INIT (0, 0, box.size.width, box.size.height), (const float[]){ 1, 1, 1, 1 },
                              (const GdkRGBA[]){ { (float) line.red, (float) line.green, (float) line.blue, 1 },
                                                 { (float) line.red, (float) line.green, (float) line.blue, 1 },
                                                 { (float) line.red, (float) line.green, (float) line.blue, 1 },
                                                 { (float) line.red, (float) line.green, (float) line.blue, 1 } });
}

/* "3/17. Villages ranked: …" */
static void
update (TosoSlideView *self)
{
  const TosoDeck  *deck = toso_slide_show_get_deck (self->show);
  gssize           slide = get_slide (self);
  g_autofree char *words = slide >= 0 ? toso_deck_describe (deck, (guint) slide) : NULL;
  g_autofree char *name = NULL;

  if (slide >= 0 && !(self->role == TOSO_SLIDE_PROJECTED && toso_slide_show_is_black (self->show)))
    name = slide < (gssize) toso_deck_get_n_in_order (deck) ? g_strdup_printf ("%u/%u. %s", (guint) slide + 1, toso_deck_get_n_in_order (deck), words)
                                                            : g_strdup (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
toso_slide_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TosoSlideView *self = TOSO_SLIDE_VIEW (widget);
  int            scale = gtk_widget_get_scale_factor (widget);

  if (self->role == TOSO_SLIDE_PROJECTED)
    toso_slide_show_set_size (self->show, width * scale, height * scale);
}

static void
toso_slide_view_finalize (GObject *object)
{
  g_clear_object (&TOSO_SLIDE_VIEW (object)->show);

  G_OBJECT_CLASS (toso_slide_view_parent_class)->finalize (object);
}

static void
toso_slide_view_class_init (TosoSlideViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_slide_view_finalize;
  widget_class->snapshot = toso_slide_view_snapshot;
  widget_class->size_allocate = toso_slide_view_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
toso_slide_view_init (TosoSlideView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
toso_slide_view_new (TosoSlideShow *show,
                     TosoSlideRole  role)
{
  TosoSlideView *self = g_object_new (TOSO_TYPE_SLIDE_VIEW, NULL);

  g_return_val_if_fail (TOSO_IS_SLIDE_SHOW (show), NULL);

  self->show = g_object_ref (show);
  self->role = role;
  g_signal_connect_object (show, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
