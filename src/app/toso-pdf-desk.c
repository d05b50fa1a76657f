/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-pdf-desk-private.h"

#include <math.h>

#include "app/toso-parts.h"

enum {
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum {
  MOVED,
  FAILED,
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TosoPdfDesk, toso_pdf_desk, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* What a key or the wheel scrolls. */
#define STEP 48
/* Where in the view the current page is looked for. */
#define EYE 0.4

static guint
get_n_pages (TosoPdfDesk *self)
{
  return self->file != NULL ? toso_pdf_file_get_n_pages (self->file) : 0;
}

void
toso_pdf_desk_get_offset (TosoPdfDesk *self,
                          double      *x,
                          double      *y)
{
  *x = self->hadjustment != NULL ? floor (gtk_adjustment_get_value (self->hadjustment)) : 0;
  *y = self->vadjustment != NULL ? floor (gtk_adjustment_get_value (self->vadjustment)) : 0;
}

/* --- scrolling --- */

static void
set_page (TosoPdfDesk *self,
          guint        page)
{
  if (self->page == page)
    return;
  self->page = page;
  toso_pdf_pictures_say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[MOVED], 0);
}

static void
scrolled_cb (TosoPdfDesk *self)
{
  double x, y;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->layout == NULL)
    return;
  /* At once: this may come while the window is being laid out, too late to ask
   * for a place of its own. */
  toso_pdf_figures_allocate (self);
  toso_pdf_desk_get_offset (self, &x, &y);
  if (!self->placing && !self->thumbnails)
    set_page (self, toso_pdf_layout_find_page (self->layout, y + EYE * gtk_widget_get_height (GTK_WIDGET (self))));
  toso_pdf_pictures_render (self);
}

static void
configure (GtkAdjustment *adjustment,
           double         value,
           double         content,
           double         room)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (0, content - room)), 0, MAX (content, room), STEP,
                              MAX (STEP, room - STEP), room);
}

static gboolean
say_moved_cb (gpointer data)
{
  TosoPdfDesk *self = data;

  self->moved_id = 0;
  g_signal_emit (self, signals[MOVED], 0);

  return G_SOURCE_REMOVE;
}

/* What is at the top of the view stays there in another layout: the page, and
 * how far down it. */
static void
lay_out (TosoPdfDesk *self)
{
  int                 width = gtk_widget_get_width (GTK_WIDGET (self));
  int                 height = gtk_widget_get_height (GTK_WIDGET (self));
  double              x = 0, y = 0, share = 0, across = 0.5;
  guint               page = 0;
  const TosoPdfPlace *place;

  if (self->file == NULL || width <= 0 || height <= 0)
    {
      g_clear_pointer (&self->layout, toso_pdf_layout_free);
      return;
    }
  toso_pdf_desk_get_offset (self, &x, &y);
  if (self->layout != NULL && self->layout->places->len > 0)
    {
      page = toso_pdf_layout_find_page (self->layout, y);
      place = toso_pdf_layout_get (self->layout, page);
      share = (y - place->y) / place->height;
      across = (x + width / 2.0) / self->layout->width;
      page = MIN (page, MAX (get_n_pages (self), 1) - 1);
    }
  g_clear_pointer (&self->layout, toso_pdf_layout_free);
  self->layout = toso_pdf_layout_new (toso_pdf_file_get_sizes (self->file), get_n_pages (self), self->zoom, width, height,
                                      gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  if (self->layout->places->len > 0)
    {
      place = toso_pdf_layout_get (self->layout, page);
      /* The edge above a page has the same height in every layout. */
      y = share <= 0 ? place->y - TOSO_PDF_EDGE : place->y + share * place->height;
    }
  self->placing = TRUE;
  configure (self->hadjustment, across * self->layout->width - width / 2.0, self->layout->width, width);
  configure (self->vadjustment, y, self->layout->height, height);
  self->placing = FALSE;
  self->page = MIN (self->page, MAX (get_n_pages (self), 1) - 1);
  toso_pdf_figures_allocate (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* While the window is laid out nobody else may be moved by it. */
  if (self->moved_id == 0)
    self->moved_id = g_idle_add_full (GDK_PRIORITY_REDRAW, say_moved_cb, self, NULL);
  toso_pdf_pictures_render (self);
}

void
toso_pdf_desk_reveal (TosoPdfDesk *self,
                      guint        page,
                      double       top,
                      double       bottom)
{
  const TosoPdfPlace *place;
  double              height = gtk_widget_get_height (GTK_WIDGET (self)), x, y;

  if (self->layout == NULL || self->vadjustment == NULL || page >= self->layout->places->len)
    return;
  place = toso_pdf_layout_get (self->layout, page);
  toso_pdf_desk_get_offset (self, &x, &y);
  top = place->y + top * place->scale;
  bottom = place->y + bottom * place->scale;
  if (top < y || bottom > y + height)
    gtk_adjustment_set_value (self->vadjustment, (top + bottom - height) / 2);
}

/* --- keys and the pointer --- */

static gboolean
scroll_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  TosoPdfDesk *self = TOSO_PDF_DESK (widget);
  double       steps = 0, pages = 0, value;

  if (self->layout == NULL || self->vadjustment == NULL || get_n_pages (self) == 0)
    return FALSE;
  g_variant_get (arguments, "(dd)", &steps, &pages);
  if (self->thumbnails)
    {
      double page = CLAMP (self->page + steps + pages, 0, get_n_pages (self) - 1.0);

      toso_pdf_desk_show_page (self, (guint) page);
      g_signal_emit (self, signals[ACTIVATED], 0, self->page);
      return TRUE;
    }
  value = gtk_adjustment_get_value (self->vadjustment) + steps * STEP + pages * gtk_adjustment_get_page_increment (self->vadjustment);
  gtk_adjustment_set_value (self->vadjustment, value);

  return TRUE;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TosoPdfDesk     *self)
{
  double left, top;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!self->thumbnails || self->layout == NULL || get_n_pages (self) == 0)
    return;
  toso_pdf_desk_get_offset (self, &left, &top);
  set_page (self, toso_pdf_layout_find_page (self->layout, top + y));
  g_signal_emit (self, signals[ACTIVATED], 0, self->page);
}

/* --- widget --- */

static void
toso_pdf_desk_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  *minimum = *natural = TOSO_PDF_DESK (widget)->thumbnails ? 96 : 160;
}

static void
toso_pdf_desk_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  TosoPdfDesk *self = TOSO_PDF_DESK (widget);

  if (self->layout == NULL || self->hadjustment == NULL || gtk_adjustment_get_page_size (self->hadjustment) != width ||
      gtk_adjustment_get_page_size (self->vadjustment) != height)
    lay_out (self);
  else
    toso_pdf_figures_allocate (self);
}

static void
toso_pdf_desk_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (toso_pdf_desk_parent_class)->map (widget);
  toso_pdf_pictures_render (TOSO_PDF_DESK (widget));
}

static void
toso_pdf_desk_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TosoPdfDesk *self = TOSO_PDF_DESK (object);

  if (property_id == PROP_HADJUSTMENT)
    g_value_set_object (value, self->hadjustment);
  else if (property_id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->vadjustment);
  else if (property_id == PROP_HSCROLL_POLICY)
    g_value_set_enum (value, self->hscroll_policy);
  else if (property_id == PROP_VSCROLL_POLICY)
    g_value_set_enum (value, self->vscroll_policy);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
toso_pdf_desk_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TosoPdfDesk *self = TOSO_PDF_DESK (object);

  if (property_id == PROP_HADJUSTMENT)
    toso_take_adjustment (GTK_WIDGET (self), &self->hadjustment, g_value_get_object (value), G_CALLBACK (scrolled_cb));
  else if (property_id == PROP_VADJUSTMENT)
    toso_take_adjustment (GTK_WIDGET (self), &self->vadjustment, g_value_get_object (value), G_CALLBACK (scrolled_cb));
  else if (property_id == PROP_HSCROLL_POLICY)
    self->hscroll_policy = g_value_get_enum (value) & 1;
  else if (property_id == PROP_VSCROLL_POLICY)
    self->vscroll_policy = g_value_get_enum (value) & 1;
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
toso_pdf_desk_dispose (GObject *object)
{
  TosoPdfDesk *self = TOSO_PDF_DESK (object);

  g_clear_handle_id (&self->moved_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  toso_pdf_figures_dispose (self);
  g_clear_pointer (&self->layout, toso_pdf_layout_free);
  g_clear_pointer (&self->file, toso_pdf_file_unref);
  g_clear_pointer (&self->hits, g_array_unref);
  g_ptr_array_set_size (self->prints, 0);
  toso_take_adjustment (GTK_WIDGET (self), &self->hadjustment, NULL, G_CALLBACK (scrolled_cb));
  toso_take_adjustment (GTK_WIDGET (self), &self->vadjustment, NULL, G_CALLBACK (scrolled_cb));

  G_OBJECT_CLASS (toso_pdf_desk_parent_class)->dispose (object);
}

static void
toso_pdf_desk_finalize (GObject *object)
{
  TosoPdfDesk *self = TOSO_PDF_DESK (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->prints, g_ptr_array_unref);

  G_OBJECT_CLASS (toso_pdf_desk_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint  key;
    double steps, pages;
  } keys[] = {
    { GDK_KEY_Up, -1, 0 },
    { GDK_KEY_Down, 1, 0 },
    { GDK_KEY_Page_Up, 0, -1 },
    { GDK_KEY_Page_Down, 0, 1 },
    { GDK_KEY_space, 0, 1 },
    { GDK_KEY_Home, 0, -1e6 },
    { GDK_KEY_End, 0, 1e6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, scroll_cb, "(dd)", keys[i].steps, keys[i].pages);
}

static void
toso_pdf_desk_class_init (TosoPdfDeskClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = toso_pdf_desk_dispose;
  object_class->finalize = toso_pdf_desk_finalize;
  object_class->get_property = toso_pdf_desk_get_property;
  object_class->set_property = toso_pdf_desk_set_property;
  widget_class->measure = toso_pdf_desk_measure;
  widget_class->size_allocate = toso_pdf_desk_size_allocate;
  widget_class->snapshot = toso_pdf_pictures_snapshot;
  widget_class->map = toso_pdf_desk_map;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[MOVED] = g_signal_new ("moved", TOSO_TYPE_PDF_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", TOSO_TYPE_PDF_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ACTIVATED] = g_signal_new ("activated", TOSO_TYPE_PDF_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "pdfdesk");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  add_keys (widget_class);
  toso_pdf_figures_class_init (widget_class);
}

static void
toso_pdf_desk_init (TosoPdfDesk *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->zoom = TOSO_PDF_FIT_WIDTH;
  self->cancellable = g_cancellable_new ();
  self->prints = g_ptr_array_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (lay_out), NULL);
  toso_pdf_figures_init (self);
}

void
toso_pdf_desk_set_thumbnails (TosoPdfDesk *self,
                              gboolean     thumbnails)
{
  g_return_if_fail (TOSO_IS_PDF_DESK (self));

  self->thumbnails = thumbnails;
}

void
toso_pdf_desk_set_file (TosoPdfDesk *self,
                        TosoPdfFile *file)
{
  g_return_if_fail (TOSO_IS_PDF_DESK (self));

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < self->prints->len; i++)
    g_clear_pointer (&self->prints->pdata[i], toso_pdf_print_free);
  if (file != NULL)
    toso_pdf_file_ref (file);
  g_clear_pointer (&self->file, toso_pdf_file_unref);
  self->file = file;
  g_ptr_array_set_size (self->prints, (int) get_n_pages (self));
  toso_pdf_desk_set_hits (self, NULL, 0);
  lay_out (self);
  toso_pdf_pictures_say (self);
}

void
toso_pdf_desk_set_zoom (TosoPdfDesk *self,
                        double       zoom)
{
  g_return_if_fail (TOSO_IS_PDF_DESK (self));

  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  lay_out (self);
}

double
toso_pdf_desk_get_zoom (TosoPdfDesk *self)
{
  g_return_val_if_fail (TOSO_IS_PDF_DESK (self), 1);

  return self->zoom;
}

double
toso_pdf_desk_get_scale (TosoPdfDesk *self)
{
  g_return_val_if_fail (TOSO_IS_PDF_DESK (self), 1);

  if (self->layout == NULL || self->page >= self->layout->places->len)
    return 1;

  return toso_pdf_layout_get (self->layout, self->page)->scale * 72.0 / 96.0;
}

guint
toso_pdf_desk_get_page (TosoPdfDesk *self)
{
  g_return_val_if_fail (TOSO_IS_PDF_DESK (self), 0);

  return self->page;
}

void
toso_pdf_desk_show_page (TosoPdfDesk *self,
                         guint        page)
{
  toso_pdf_desk_show_place (self, page, 0);
}

void
toso_pdf_desk_show_place (TosoPdfDesk *self,
                          guint        page,
                          double       top)
{
  const TosoPdfPlace *place;

  g_return_if_fail (TOSO_IS_PDF_DESK (self));

  if (page >= get_n_pages (self))
    return;
  if (self->layout != NULL && self->vadjustment != NULL)
    {
      place = toso_pdf_layout_get (self->layout, page);
      self->placing = TRUE;
      if (self->thumbnails)
        toso_pdf_desk_reveal (self, page, 0, place->height / place->scale);
      else
        gtk_adjustment_set_value (self->vadjustment, place->y + top * place->scale - TOSO_PDF_EDGE);
      self->placing = FALSE;
    }
  set_page (self, page);
}

void
toso_pdf_desk_set_hits (TosoPdfDesk *self,
                        GArray      *hits,
                        guint        current)
{
  g_return_if_fail (TOSO_IS_PDF_DESK (self));

  if (hits != NULL)
    g_array_ref (hits);
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits;
  self->hit = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      const TosoPdfHit *hit = &g_array_index (hits, TosoPdfHit, i);

      if (hit->number != current)
        continue;
      toso_pdf_desk_reveal (self, hit->page, hit->y, hit->y + hit->height);
      set_page (self, hit->page);
      break;
    }
}

guint
toso_pdf_desk_count_pictures (TosoPdfDesk *self)
{
  guint n = 0;

  g_return_val_if_fail (TOSO_IS_PDF_DESK (self), 0);

  for (guint i = 0; i < self->prints->len; i++)
    n += self->prints->pdata[i] != NULL;

  return n;
}
