/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-pdf-desk-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* The figures on the desk's pages that remember where they come from. */

/* Around a figure, logical pixels. */
#define AROUND 2

static char *
describe (TosoPdfDesk *self,
          const char  *source)
{
  return self->describe != NULL ? self->describe (source, self->describe_data) : NULL;
}

/* Those of a page that lead somewhere, kept until the paper is another. */
static GArray *
get_figures (TosoPdfDesk *self,
             guint        page)
{
  GArray *figures = g_hash_table_lookup (self->figures, GUINT_TO_POINTER (page));
  g_autoptr (GArray) all = NULL;

  if (figures != NULL || self->document == NULL || page >= toso_document_get_n_pages (self->document))
    return figures;

  figures = g_array_new (FALSE, FALSE, sizeof (TosoPlacedSource));
  all = toso_document_list_sources (self->document, page);
  for (guint i = 0; i < all->len; i++)
    {
      const TosoPlacedSource *figure = &g_array_index (all, TosoPlacedSource, i);
      g_autofree char        *words = describe (self, figure->source);

      if (words != NULL)
        g_array_append_vals (figures, figure, 1);
    }
  g_hash_table_insert (self->figures, GUINT_TO_POINTER (page), figures);

  return figures;
}

static const TosoPlacedSource *
get_figure (TosoPdfDesk *self,
            guint        page,
            guint        number)
{
  GArray *figures = get_figures (self, page);

  return figures != NULL && number < figures->len ? &g_array_index (figures, TosoPlacedSource, number) : NULL;
}

/* In the view. */
static gboolean
get_box (TosoPdfDesk     *self,
         guint            page,
         guint            number,
         graphene_rect_t *box)
{
  const TosoPlacedSource *figure = get_figure (self, page, number);
  const TosoPdfPlace     *place;
  double                  x, y;

  if (figure == NULL || self->layout == NULL || page >= self->layout->places->len)
    return FALSE;
  place = toso_pdf_layout_get (self->layout, page);
  toso_pdf_desk_get_offset (self, &x, &y);
  *box = GRAPHENE_RECT_INIT ((float) (place->x + figure->x * place->scale - x - AROUND),
                             (float) (place->y + figure->y * place->scale - y - AROUND),
                             (float) (figure->width * place->scale + 2 * AROUND),
                             (float) (figure->height * place->scale + 2 * AROUND));

  return TRUE;
}

static gboolean
find_at (TosoPdfDesk *self,
         double       x,
         double       y,
         guint       *page,
         guint       *number)
{
  graphene_rect_t box;
  double          left, top;
  GArray         *figures;

  if (self->layout == NULL || self->layout->places->len == 0)
    return FALSE;
  toso_pdf_desk_get_offset (self, &left, &top);
  *page = toso_pdf_layout_find_page (self->layout, top + y);
  figures = get_figures (self, *page);
  for (*number = 0; figures != NULL && *number < figures->len; (*number)++)
    if (get_box (self, *page, *number, &box) && graphene_rect_contains_point (&box, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
      return TRUE;

  return FALSE;
}

static void
open_figure (TosoPdfDesk *self,
             guint        page,
             guint        number)
{
  const TosoPlacedSource *figure = get_figure (self, page, number);

  if (figure != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-source", "s", figure->source);
}

/* --- by the pointer --- */

static void
motion_cb (GtkEventControllerMotion *motion,
           double                    x,
           double                    y,
           TosoPdfDesk              *self)
{
  guint    page = 0, number = 0;
  gboolean has = find_at (self, x, y, &page, &number);

  if (has == self->has_hover && (!has || (page == self->hover_page && number == self->hover_figure)))
    return;
  self->has_hover = has;
  self->hover_page = page;
  self->hover_figure = number;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), has ? "pointer" : NULL);
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (GtkEventControllerMotion *motion,
          TosoPdfDesk              *self)
{
  self->has_hover = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             TosoPdfDesk     *self)
{
  guint page, number;

  if (find_at (self, x, y, &page, &number))
    open_figure (self, page, number);
}

static gboolean
query_tooltip_cb (TosoPdfDesk *self,
                  int          x,
                  int          y,
                  gboolean     by_keyboard,
                  GtkTooltip  *tooltip)
{
  guint            page, number;
  graphene_rect_t  box;
  g_autofree char *words = NULL;

  if (by_keyboard || !find_at (self, x, y, &page, &number) || !get_box (self, page, number, &box))
    return FALSE;
  words = describe (self, get_figure (self, page, number)->source);
  gtk_tooltip_set_text (tooltip, words);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) box.origin.x, (int) box.origin.y, (int) box.size.width, (int) box.size.height });

  return words != NULL;
}

/* --- by the keyboard --- */

/* The next that has another source than the one before it: a figure broken
 * over two lines is one. */
static gboolean
step (TosoPdfDesk *self,
      int          direction,
      guint       *page,
      guint       *number)
{
  guint  n_pages = self->layout->places->len;
  gint64 at = self->has_link ? (gint64) *number + direction : -1;

  for (gint64 p = *page; p >= 0 && p < n_pages; p += direction)
    {
      GArray *figures = get_figures (self, (guint) p);
      gint64  n = figures != NULL ? figures->len : 0;

      if (p != *page || !self->has_link)
        at = direction > 0 ? 0 : n - 1;
      if (at < 0 || at >= n)
        continue;
      *page = (guint) p;
      *number = (guint) at;
      return TRUE;
    }

  return FALSE;
}

/* The keyboard goes to the other of the two links, so that a screen reader
 * says it anew. */
static gboolean
next_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  TosoPdfDesk            *self = TOSO_PDF_DESK (widget);
  int                     direction = g_variant_get_int32 (arguments);
  guint                   page, number;
  const TosoPlacedSource *figure;
  GtkWidget              *link;
  g_autofree char        *words = NULL;

  if (self->layout == NULL || self->document == NULL || self->thumbnails)
    return FALSE;
  self->has_link = self->has_link && gtk_widget_has_focus (self->links[self->link]);
  page = self->has_link ? self->link_page : self->page;
  number = self->has_link ? self->link_figure : 0;
  if ((direction < 0 && !self->has_link) || !step (self, direction, &page, &number))
    return FALSE;

  figure = get_figure (self, page, number);
  words = describe (self, figure->source);
  self->link = !self->link;
  link = self->links[self->link];
  self->has_link = TRUE;
  self->link_page = page;
  self->link_figure = number;
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (link, words);
  toso_pdf_desk_reveal (self, page, figure->y, figure->y + figure->height);
  gtk_widget_set_child_visible (link, TRUE);
  gtk_widget_grab_focus (link);
  gtk_widget_set_child_visible (self->links[!self->link], FALSE);
  toso_pdf_figures_allocate (self);

  return TRUE;
}

static void
clicked_cb (TosoPdfDesk *self)
{
  if (self->has_link)
    open_figure (self, self->link_page, self->link_figure);
}

/* --- of the desk --- */

void
toso_pdf_figures_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, 0, next_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, GDK_SHIFT_MASK, next_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, next_cb, "i", -1);
}

void
toso_pdf_figures_init (TosoPdfDesk *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  self->figures = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->links); i++)
    {
      self->links[i] = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK, NULL);
      gtk_widget_add_css_class (self->links[i], "figure");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->links[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Figure"), -1);
      gtk_widget_set_parent (self->links[i], GTK_WIDGET (self));
      gtk_widget_set_child_visible (self->links[i], FALSE);
      g_signal_connect_object (self->links[i], "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
    }
}

void
toso_pdf_figures_dispose (TosoPdfDesk *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->links); i++)
    g_clear_pointer (&self->links[i], gtk_widget_unparent);
  g_clear_pointer (&self->figures, g_hash_table_unref);
  g_clear_object (&self->document);
  self->describe = NULL;
}

void
toso_pdf_figures_forget (TosoPdfDesk *self)
{
  gboolean had_focus = self->has_link && gtk_widget_has_focus (self->links[self->link]);

  g_hash_table_remove_all (self->figures);
  self->has_link = self->has_hover = FALSE;
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (self->links); i++)
    gtk_widget_set_child_visible (self->links[i], FALSE);
}

void
toso_pdf_figures_allocate (TosoPdfDesk *self)
{
  graphene_rect_t box;
  int             minimum;

  for (guint i = 0; i < G_N_ELEMENTS (self->links); i++)
    {
      GtkAllocation place = { 0, 0, 1, 1 };

      if (!gtk_widget_get_child_visible (self->links[i]))
        continue;
      if (i == self->link && self->has_link && get_box (self, self->link_page, self->link_figure, &box))
        place = (GtkAllocation){ (int) floorf (box.origin.x), (int) floorf (box.origin.y), (int) ceilf (box.size.width), (int) ceilf (box.size.height) };
      gtk_widget_measure (self->links[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      place.width = MAX (place.width, minimum);
      gtk_widget_measure (self->links[i], GTK_ORIENTATION_VERTICAL, place.width, &minimum, NULL, NULL, NULL);
      place.height = MAX (place.height, minimum);
      gtk_widget_size_allocate (self->links[i], &place, -1);
    }
}

void
toso_pdf_figures_snapshot (TosoPdfDesk *self,
                           GtkSnapshot *snapshot)
{
  graphene_rect_t box;

  if (self->has_hover && get_box (self, self->hover_page, self->hover_figure, &box))
    gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 0.165f, 0.373f, 0.647f, 0.16f }, &box);
  if (self->has_link)
    gtk_widget_snapshot_child (GTK_WIDGET (self), self->links[self->link], snapshot);
}

void
toso_pdf_desk_set_figures (TosoPdfDesk        *self,
                           TosoDocument       *document,
                           TosoPdfDescribeFunc describe_func,
                           gpointer            data)
{
  g_return_if_fail (TOSO_IS_PDF_DESK (self));

  toso_pdf_figures_forget (self);
  g_set_object (&self->document, document);
  self->describe = describe_func;
  self->describe_data = data;
}
