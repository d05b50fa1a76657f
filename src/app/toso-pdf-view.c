/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-pdf-view.h"

#include <glib/gi18n.h>
#include <math.h>
#include <poppler.h>

#include "app/toso-pdf-sheet.h"
#include "core/toso-error.h"

struct _TosoPdfView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *page_label;
  GtkWidget *zoom_button;
  GtkWidget *stack;
  GtkWidget *message_label;
  GtkWidget *scroller;
  GtkWidget *sheet;

  GBytes       *pdf;
  guint         n_pages;
  guint         page;
  double        zoom;                    /* 0: the whole page, else 1 is real size at 96 dpi */
  double        page_width, page_height; /* of the page shown, points */
  GCancellable *cancellable;
  gboolean      working; /* one job at a time, the last wish wins */
  gboolean      wanted;
};

G_DEFINE_FINAL_TYPE (TosoPdfView, toso_pdf_view, GTK_TYPE_WIDGET)

/* A4, until the first page is there. */
#define A4_WIDTH  595.28
#define A4_HEIGHT 841.89
#define EDGE      20

static const double zooms[] = { 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3 };

/* What the thread gets and gives.  It holds nothing of the widget. */
typedef struct
{
  GBytes *pdf;
  guint   page;
  double  box_width, box_height; /* logical pixels to fit into; 0: by @zoom */
  double  zoom;
  int     scale_factor;
} Order;

typedef struct
{
  GdkTexture *texture;
  guint       page;
  double      page_width, page_height;
  double      width, height; /* logical pixels */
  char       *text;
} Print;

static void
order_free (Order *order)
{
  g_bytes_unref (order->pdf);
  g_free (order);
}

static void
print_free (Print *print)
{
  g_clear_object (&print->texture);
  g_free (print->text);
  g_free (print);
}

static void render (TosoPdfView *self);

/* --- in the thread --- */

static GdkTexture *
draw_page (PopplerPage *page,
           double       scale,
           int          width,
           int          height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                           (gsize) cairo_image_surface_get_stride (surface) * height);
      texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                        cairo_image_surface_get_stride (surface));
    }
  cairo_surface_destroy (surface);
  return texture;
}

static Print *
make_print (PopplerPage *page,
            const Order *order)
{
  Print *print = g_new0 (Print, 1);
  double scale = order->zoom * 96.0 / 72.0;

  print->page = order->page;
  poppler_page_get_size (page, &print->page_width, &print->page_height);
  if (order->zoom <= 0)
    scale = MIN (order->box_width / print->page_width, order->box_height / print->page_height);
  /* Whole device pixels, so that the letters are not drawn twice over. */
  print->width = ceil (print->page_width * scale * order->scale_factor) / order->scale_factor;
  print->height = ceil (print->page_height * scale * order->scale_factor) / order->scale_factor;
  print->texture = draw_page (page, scale * order->scale_factor, (int) (print->width * order->scale_factor),
                              (int) (print->height * order->scale_factor));
  print->text = poppler_page_get_text (page);
  return print;
}

static void
render_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Order           *order = task_data;
  GError          *error = NULL;
  PopplerDocument *document;
  PopplerPage     *page;

  document = poppler_document_new_from_bytes (order->pdf, NULL, &error);
  if (document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  page = poppler_document_get_page (document, (int) order->page);
  if (page != NULL)
    {
      g_task_return_pointer (task, make_print (page, order), (GDestroyNotify) print_free);
      g_object_unref (page);
    }
  else
    g_task_return_new_error (task, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("The paper has no page %u."),
                             order->page + 1);
  g_object_unref (document);
}

/* --- in the window --- */

static void
update_head (TosoPdfView *self)
{
  g_autofree char *label = NULL;
  g_autofree char *percent = NULL;

  if (self->n_pages > 0)
    /* Translators: "Trang 1/5" */
    label = g_strdup_printf (_ ("Page %u/%u"), self->page + 1, self->n_pages);
  gtk_label_set_label (GTK_LABEL (self->page_label), label != NULL ? label : "");
  percent = g_strdup_printf ("%d %%", (int) round (self->zoom * 100));
  gtk_button_set_label (GTK_BUTTON (self->zoom_button), self->zoom > 0 ? percent : _ ("Whole page"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.previous", self->page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.next", self->page + 1 < self->n_pages);
}

static void
take_print (TosoPdfView *self,
            Print       *print)
{
  g_autofree char *name = NULL;

  self->page_width = print->page_width;
  self->page_height = print->page_height;
  toso_pdf_sheet_set_size (TOSO_PDF_SHEET (self->sheet), print->width, print->height);
  toso_pdf_sheet_set_texture (TOSO_PDF_SHEET (self->sheet), print->texture);
  name = g_strdup_printf (_ ("Page %u of %u"), print->page + 1, self->n_pages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheet), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, print->text, -1);
}

static void
rendered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TosoPdfView) self = user_data;
  g_autoptr (GError) error = NULL;
  Print *print = g_task_propagate_pointer (G_TASK (result), &error);

  self->working = FALSE;
  if (print != NULL)
    {
      if (self->pdf != NULL && !g_cancellable_is_cancelled (self->cancellable))
        take_print (self, print);
      print_free (print);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      toso_pdf_sheet_set_texture (TOSO_PDF_SHEET (self->sheet), NULL);
      gtk_label_set_label (GTK_LABEL (self->message_label), error->message);
      gtk_stack_set_visible_child (GTK_STACK (self->stack), self->message_label);
    }
  if (self->wanted && !g_cancellable_is_cancelled (self->cancellable))
    render (self);
}

static void
render (TosoPdfView *self)
{
  g_autoptr (GTask) task = NULL;
  Order *order;
  int    width = gtk_widget_get_width (self->scroller);
  int    height = gtk_widget_get_height (self->scroller);

  self->wanted = self->pdf != NULL;
  if (self->working || self->pdf == NULL || width <= 0 || height <= 0)
    return;

  self->wanted = FALSE;
  self->working = TRUE;
  order = g_new0 (Order, 1);
  order->pdf = g_bytes_ref (self->pdf);
  order->page = self->page;
  order->zoom = self->zoom;
  order->box_width = MAX (width - 2 * EDGE, 60);
  order->box_height = MAX (height - 2 * EDGE, 60);
  order->scale_factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  task = g_task_new (NULL, self->cancellable, rendered_cb, g_object_ref (self));
  g_task_set_source_tag (task, render);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, render_in_thread);
}

/* Until the thread has drawn the page anew, the old picture is stretched. */
static void
fit_sheet (TosoPdfView *self)
{
  double scale = self->zoom * 96.0 / 72.0;
  double width = gtk_widget_get_width (self->scroller) - 2 * EDGE;
  double height = gtk_widget_get_height (self->scroller) - 2 * EDGE;

  if (self->zoom <= 0)
    scale = MIN (MAX (width, 60) / self->page_width, MAX (height, 60) / self->page_height);
  toso_pdf_sheet_set_size (TOSO_PDF_SHEET (self->sheet), floor (self->page_width * scale),
                           floor (self->page_height * scale));
}

static double
get_scale (TosoPdfView *self)
{
  double width = gtk_widget_get_width (self->scroller) - 2 * EDGE;
  double height = gtk_widget_get_height (self->scroller) - 2 * EDGE;

  if (self->zoom > 0)
    return self->zoom;
  return MIN (width / self->page_width, height / self->page_height) * 72.0 / 96.0;
}

static void
set_zoom (TosoPdfView *self,
          double       zoom)
{
  self->zoom = zoom;
  fit_sheet (self);
  update_head (self);
  render (self);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoPdfView *self = TOSO_PDF_VIEW (widget);
  double       scale = get_scale (self);
  double       zoom = self->zoom;

  if (g_str_equal (action_name, "pdf.whole-page"))
    zoom = 0;
  else if (g_str_equal (action_name, "pdf.zoom-in"))
    {
      zoom = zooms[G_N_ELEMENTS (zooms) - 1];
      for (int i = G_N_ELEMENTS (zooms) - 1; i >= 0; i--)
        if (zooms[i] > scale * 1.01)
          zoom = zooms[i];
    }
  else
    {
      zoom = zooms[0];
      for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
        if (zooms[i] < scale * 0.99)
          zoom = zooms[i];
    }
  set_zoom (self, zoom);
}

static void
page_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoPdfView *self = TOSO_PDF_VIEW (widget);

  if (self->n_pages == 0)
    return;
  if (g_str_equal (action_name, "pdf.first"))
    toso_pdf_view_show_page (self, 0);
  else if (g_str_equal (action_name, "pdf.last"))
    toso_pdf_view_show_page (self, self->n_pages - 1);
  else if (g_str_equal (action_name, "pdf.next"))
    toso_pdf_view_show_page (self, self->page + 1);
  else if (self->page > 0)
    toso_pdf_view_show_page (self, self->page - 1);
}

static void
toso_pdf_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  TosoPdfView *self = TOSO_PDF_VIEW (widget);
  int          old_width = gtk_widget_get_width (self->scroller);
  int          old_height = gtk_widget_get_height (self->scroller);

  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, height }, baseline);
  if (old_width != gtk_widget_get_width (self->scroller) || old_height != gtk_widget_get_height (self->scroller))
    render (self);
}

static void
toso_pdf_view_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  gtk_widget_measure (TOSO_PDF_VIEW (widget)->box, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static gboolean
toso_pdf_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TOSO_PDF_VIEW (widget)->scroller);
}

static void
toso_pdf_view_dispose (GObject *object)
{
  TosoPdfView *self = TOSO_PDF_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->box != NULL)
    gtk_widget_dispose_template (GTK_WIDGET (self), TOSO_TYPE_PDF_VIEW);
  g_clear_pointer (&self->pdf, g_bytes_unref);

  G_OBJECT_CLASS (toso_pdf_view_parent_class)->dispose (object);
}

static void
toso_pdf_view_finalize (GObject *object)
{
  g_clear_object (&TOSO_PDF_VIEW (object)->cancellable);

  G_OBJECT_CLASS (toso_pdf_view_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    void (*activate) (GtkWidget *, const char *, GVariant *);
  } actions[] = {
    { "pdf.previous", page_cb },
    { "pdf.next", page_cb },
    { "pdf.first", page_cb },
    { "pdf.last", page_cb },
    { "pdf.zoom-in", zoom_cb },
    { "pdf.zoom-out", zoom_cb },
    { "pdf.whole-page", zoom_cb },
  };
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_Page_Up, 0, "pdf.previous" },
    { GDK_KEY_Page_Down, 0, "pdf.next" },
    { GDK_KEY_Home, 0, "pdf.first" },
    { GDK_KEY_End, 0, "pdf.last" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "pdf.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "pdf.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "pdf.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "pdf.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "pdf.zoom-out" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "pdf.whole-page" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "pdf.whole-page" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

static void
toso_pdf_view_class_init (TosoPdfViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = toso_pdf_view_dispose;
  object_class->finalize = toso_pdf_view_finalize;
  widget_class->grab_focus = toso_pdf_view_grab_focus;
  widget_class->size_allocate = toso_pdf_view_size_allocate;
  widget_class->measure = toso_pdf_view_measure;

  g_type_ensure (TOSO_TYPE_PDF_SHEET);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-pdf-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, box);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, page_label);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, stack);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, message_label);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, scroller);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, sheet);
  gtk_widget_class_set_css_name (widget_class, "pdfview");
  install_actions (widget_class);
}

static void
toso_pdf_view_init (TosoPdfView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->page_width = A4_WIDTH;
  self->page_height = A4_HEIGHT;
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (render), NULL);
  update_head (self);
}

GtkWidget *
toso_pdf_view_new (void)
{
  return g_object_new (TOSO_TYPE_PDF_VIEW, NULL);
}

void
toso_pdf_view_set_pdf (TosoPdfView *self,
                       GBytes      *pdf,
                       guint        n_pages,
                       const char  *message)
{
  g_return_if_fail (TOSO_IS_PDF_VIEW (self));

  if (pdf != NULL)
    g_bytes_ref (pdf);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  self->pdf = pdf;
  self->n_pages = pdf != NULL ? n_pages : 0;
  self->page = self->n_pages > 0 ? MIN (self->page, self->n_pages - 1) : 0;
  gtk_label_set_label (GTK_LABEL (self->message_label), message != NULL ? message : "");
  gtk_stack_set_visible_child (GTK_STACK (self->stack), pdf != NULL ? self->scroller : self->message_label);
  update_head (self);
  render (self);
}

void
toso_pdf_view_show_page (TosoPdfView *self,
                         guint        page)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (TOSO_IS_PDF_VIEW (self));

  if (page >= self->n_pages || page == self->page)
    return;
  self->page = page;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  gtk_adjustment_set_value (adjustment, 0);
  update_head (self);
  render (self);
}

guint
toso_pdf_view_get_page (TosoPdfView *self)
{
  g_return_val_if_fail (TOSO_IS_PDF_VIEW (self), 0);

  return self->page;
}

guint
toso_pdf_view_get_n_pages (TosoPdfView *self)
{
  g_return_val_if_fail (TOSO_IS_PDF_VIEW (self), 0);

  return self->n_pages;
}
