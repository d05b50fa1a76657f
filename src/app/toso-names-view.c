/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-names-view.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"

#define MAX_SHOWN 6
#define GAP       8
#define LINE_GAP  3

struct _TosoNamesView
{
  GtkWidget parent_instance;

  GPtrArray *names;   /* of char * */
  GPtrArray *actions; /* of char *, beside them */
  GPtrArray *links;   /* of GtkWidget: as many as are shown */
  GtkWidget *more;
  gboolean   shows_all;
};

G_DEFINE_FINAL_TYPE (TosoNamesView, toso_names_view, GTK_TYPE_WIDGET)

/* --- lines --- */

typedef struct
{
  int x, y;
  int line_height;
  int width; /* of all that is allowed; -1: no bound */
} Flow;

/* Where the next one stands, of its natural size where there is room for it. */
static void
flow_next (Flow         *flow,
           GtkWidget    *child,
           GdkRectangle *place)
{
  int minimum, natural, height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  place->width = flow->width >= 0 ? MAX (minimum, MIN (natural, flow->width)) : natural;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place->width, NULL, &height, NULL, NULL);
  if (flow->x > 0 && flow->width >= 0 && flow->x + place->width > flow->width)
    {
      flow->x = 0;
      flow->y += flow->line_height + LINE_GAP;
      flow->line_height = 0;
    }
  place->x = flow->x;
  place->y = flow->y;
  place->height = height;
  flow->x += place->width + GAP;
  flow->line_height = MAX (flow->line_height, height);
}

static void
toso_names_view_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  Flow flow = { 0, 0, 0, for_size };

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GdkRectangle place;
      int          least;

      if (!gtk_widget_should_layout (child))
        continue;
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          flow_next (&flow, child, &place);
          continue;
        }
      gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
      flow_next (&(Flow){ 0, 0, 0, -1 }, child, &place);
      *minimum = MAX (*minimum, least);
      *natural += place.width + GAP;
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = flow.y + flow.line_height;
  *natural = MAX (*minimum, *natural);
}

static void
toso_names_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  Flow     flow = { 0, 0, 0, width };
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GdkRectangle place;

      if (!gtk_widget_should_layout (child))
        continue;
      flow_next (&flow, child, &place);
      if (is_mirrored)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static GtkSizeRequestMode
toso_names_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* --- links --- */

static GtkWidget *
make_link (TosoNamesView *self)
{
  GtkWidget *link = gtk_button_new_with_label ("");
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (link));

  toso_add_css_classes (link, "textlink second");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  toso_add_overflow_tooltip (label);
  gtk_widget_insert_before (link, GTK_WIDGET (self), self->more);

  return link;
}

/* Links that are there stay, so that the focus does. */
static void
show_names (TosoNamesView *self)
{
  guint            n = self->names->len;
  guint            n_shown = self->shows_all || n <= MAX_SHOWN + 1 ? n : MAX_SHOWN;
  g_autofree char *more = NULL;

  while (self->links->len > n_shown)
    {
      gtk_widget_unparent (self->links->pdata[self->links->len - 1]);
      g_ptr_array_set_size (self->links, self->links->len - 1);
    }
  for (guint i = 0; i < n_shown; i++)
    {
      if (i == self->links->len)
        g_ptr_array_add (self->links, make_link (self));
      gtk_button_set_label (self->links->pdata[i], self->names->pdata[i]);
      toso_set_action (self->links->pdata[i], self->actions->pdata[i]);
    }

  /* Translators: names that are not shown yet: "và 35 nữa" */
  more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - n_shown), n - n_shown);
  gtk_button_set_label (GTK_BUTTON (self->more), more);
  gtk_widget_set_visible (self->more, n_shown < n);
}

static void
more_clicked_cb (TosoNamesView *self)
{
  guint n_before = self->links->len;

  self->shows_all = TRUE;
  show_names (self);
  if (n_before < self->links->len)
    gtk_widget_grab_focus (self->links->pdata[n_before]);
}

/* --- object --- */

static void
toso_names_view_dispose (GObject *object)
{
  TosoNamesView *self = TOSO_NAMES_VIEW (object);
  GtkWidget     *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);

  G_OBJECT_CLASS (toso_names_view_parent_class)->dispose (object);
}

static void
toso_names_view_class_init (TosoNamesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_names_view_dispose;
  widget_class->measure = toso_names_view_measure;
  widget_class->size_allocate = toso_names_view_size_allocate;
  widget_class->get_request_mode = toso_names_view_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
toso_names_view_init (TosoNamesView *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->actions = g_ptr_array_new_with_free_func (g_free);
  self->links = g_ptr_array_new ();
  self->more = gtk_button_new_with_label ("");
  toso_add_css_classes (self->more, "textlink second");
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->more, FALSE);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

GtkWidget *
toso_names_view_new (void)
{
  return g_object_new (TOSO_TYPE_NAMES_VIEW, NULL);
}

void
toso_names_view_begin (TosoNamesView *self)
{
  g_return_if_fail (TOSO_IS_NAMES_VIEW (self));

  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->actions, 0);
}

void
toso_names_view_add (TosoNamesView *self,
                     const char    *name,
                     const char    *detailed_action)
{
  g_return_if_fail (TOSO_IS_NAMES_VIEW (self));

  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->actions, g_strdup (detailed_action));
}

void
toso_names_view_end (TosoNamesView *self)
{
  g_return_if_fail (TOSO_IS_NAMES_VIEW (self));

  show_names (self);
}
