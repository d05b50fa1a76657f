/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-home-layout.h"

#define LEFT_WIDTH   336
#define MIN_GAP      36
#define MAX_GAP      48
#define ROW_GAP      30
#define NARROW_WIDTH 300 /* enough for a list of lines */
#define EASE         36  /* the wide panels are not squeezed to the last pixel */
#define MAX_SLACK    48  /* beside a panel so much longer, the next one need not wait */

struct _TosoHomeLayout
{
  GtkWidget parent_instance;

  GtkWidget *panels[TOSO_N_HOME_PANELS]; /* NULL: not yet */
};

G_DEFINE_FINAL_TYPE (TosoHomeLayout, toso_home_layout, GTK_TYPE_WIDGET)

/* --- measuring --- */

static int
get_min_width (TosoHomeLayout *self,
               TosoHomePanel   panel)
{
  int minimum = 0;

  if (self->panels[panel] != NULL)
    gtk_widget_measure (self->panels[panel], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

static int
get_height (TosoHomeLayout *self,
            TosoHomePanel   panel,
            int             width)
{
  int natural = 0;

  if (self->panels[panel] != NULL)
    gtk_widget_measure (self->panels[panel], GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

static void
put (TosoHomeLayout *self,
     TosoHomePanel   panel,
     int             x,
     int             y,
     int             width,
     GdkRectangle   *boxes)
{
  boxes[panel] = (GdkRectangle){ x, y, width, get_height (self, panel, width) };
}

static int
below (const GdkRectangle *box)
{
  return box->y + box->height + ROW_GAP;
}

/* --- ways to stand --- */

static void
put_in_columns (TosoHomeLayout *self,
                int             left,
                int             gap,
                int             width,
                GdkRectangle   *boxes)
{
  int x = left + gap;
  int first, second;

  put (self, TOSO_HOME_COVERAGE, 0, 0, left, boxes);
  put (self, TOSO_HOME_TARGETS, x, 0, width - x, boxes);
  first = below (&boxes[TOSO_HOME_COVERAGE]);
  second = below (&boxes[TOSO_HOME_TARGETS]);
  /* On one line, where that leaves no hole. */
  if (ABS (first - second) <= MAX_SLACK)
    first = second = MAX (first, second);
  put (self, TOSO_HOME_DUE, 0, first, left, boxes);
  put (self, TOSO_HOME_CHANGES, x, second, width - x, boxes);
}

static void
put_in_rows (TosoHomeLayout *self,
             int             left,
             int             width,
             GdkRectangle   *boxes)
{
  int x = left + MIN_GAP;

  put (self, TOSO_HOME_COVERAGE, 0, 0, left, boxes);
  put (self, TOSO_HOME_DUE, x, 0, width - x, boxes);
  put (self, TOSO_HOME_TARGETS, 0, MAX (below (&boxes[TOSO_HOME_COVERAGE]), below (&boxes[TOSO_HOME_DUE])), width, boxes);
  put (self, TOSO_HOME_CHANGES, 0, below (&boxes[TOSO_HOME_TARGETS]), width, boxes);
}

static void
put_one_by_one (TosoHomeLayout *self,
                int             width,
                GdkRectangle   *boxes)
{
  static const TosoHomePanel order[] = { TOSO_HOME_COVERAGE, TOSO_HOME_DUE, TOSO_HOME_TARGETS, TOSO_HOME_CHANGES };
  int                        y = 0;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      put (self, order[i], 0, y, width, boxes);
      y = below (&boxes[order[i]]);
    }
}

static int
place_all (TosoHomeLayout *self,
           int             width,
           GdkRectangle   *boxes)
{
  int left = MAX (LEFT_WIDTH, MAX (get_min_width (self, TOSO_HOME_COVERAGE), get_min_width (self, TOSO_HOME_DUE)));
  int right = MAX (get_min_width (self, TOSO_HOME_TARGETS), get_min_width (self, TOSO_HOME_CHANGES)) + EASE;
  int height = 0;

  if (width >= left + MIN_GAP + right)
    put_in_columns (self, left, CLAMP (width - left - right, MIN_GAP, MAX_GAP), width, boxes);
  else if (width >= left + MIN_GAP + MAX (NARROW_WIDTH, get_min_width (self, TOSO_HOME_DUE)))
    put_in_rows (self, left, width, boxes);
  else
    put_one_by_one (self, width, boxes);

  for (guint i = 0; i < TOSO_N_HOME_PANELS; i++)
    height = MAX (height, boxes[i].y + boxes[i].height);

  return height;
}

/* --- widget --- */

static GtkSizeRequestMode
toso_home_layout_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
toso_home_layout_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  TosoHomeLayout *self = TOSO_HOME_LAYOUT (widget);
  GdkRectangle    boxes[TOSO_N_HOME_PANELS] = { { 0 } };
  int             least = 0;

  for (guint i = 0; i < TOSO_N_HOME_PANELS; i++)
    least = MAX (least, get_min_width (self, i));
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = MAX (least, LEFT_WIDTH + MAX_GAP + get_min_width (self, TOSO_HOME_TARGETS) + EASE);
    }
  else
    *minimum = *natural = place_all (self, for_size >= 0 ? for_size : least, boxes);
}

static void
toso_home_layout_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TosoHomeLayout *self = TOSO_HOME_LAYOUT (widget);
  GdkRectangle    boxes[TOSO_N_HOME_PANELS] = { { 0 } };

  place_all (self, width, boxes);
  for (guint i = 0; i < TOSO_N_HOME_PANELS; i++)
    {
      if (self->panels[i] == NULL)
        continue;
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        boxes[i].x = width - boxes[i].x - boxes[i].width;
      gtk_widget_size_allocate (self->panels[i], &boxes[i], -1);
    }
}

static void
toso_home_layout_dispose (GObject *object)
{
  TosoHomeLayout *self = TOSO_HOME_LAYOUT (object);

  for (guint i = 0; i < TOSO_N_HOME_PANELS; i++)
    g_clear_pointer (&self->panels[i], gtk_widget_unparent);

  G_OBJECT_CLASS (toso_home_layout_parent_class)->dispose (object);
}

static void
toso_home_layout_class_init (TosoHomeLayoutClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_home_layout_dispose;
  widget_class->get_request_mode = toso_home_layout_get_request_mode;
  widget_class->measure = toso_home_layout_measure;
  widget_class->size_allocate = toso_home_layout_size_allocate;
}

static void
toso_home_layout_init (TosoHomeLayout *self)
{
}

GtkWidget *
toso_home_layout_new (void)
{
  return g_object_new (TOSO_TYPE_HOME_LAYOUT, NULL);
}

/* The keyboard goes from one to the next as they are numbered. */
void
toso_home_layout_add (TosoHomeLayout *self,
                      TosoHomePanel   panel,
                      GtkWidget      *child)
{
  GtkWidget *next = NULL;

  g_return_if_fail (TOSO_IS_HOME_LAYOUT (self));
  g_return_if_fail (panel < TOSO_N_HOME_PANELS && self->panels[panel] == NULL);

  for (guint i = panel + 1; i < TOSO_N_HOME_PANELS && next == NULL; i++)
    next = self->panels[i];
  self->panels[panel] = child;
  gtk_widget_insert_before (child, GTK_WIDGET (self), next);
}
