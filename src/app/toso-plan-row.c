/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-row.h"

#include <string.h>

#include "app/toso-plan-editor.h"
#include "app/toso-plan-links.h"
#include "app/toso-plan-setting.h"
#include "app/toso-style.h"

struct _TosoPlanRow
{
  GtkWidget parent_instance;

  TosoPlanParagraph *paragraph;
  gulong             changed_id;
  gulong             editing_id;
  gboolean           selected;

  PangoLayout *layout; /* of the text, made when first needed */
  GPtrArray   *gutter; /* of PangoLayout: value, state, note of each mark */
  GtkWidget   *links;  /* while selected */
  GtkWidget   *editor; /* while edited */
};

enum {
  PROP_0,
  PROP_SELECTED,
  N_PROPS
};

enum {
  EDITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoPlanRow, toso_plan_row, GTK_TYPE_WIDGET)

#define LINES_A_MARK 3

static const TosoPlanLine *
get_line (TosoPlanRow *self)
{
  return self->paragraph != NULL ? toso_plan_paragraph_get_line (self->paragraph) : NULL;
}

static void
forget_layouts (TosoPlanRow *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->gutter, g_ptr_array_unref);
}

static PangoLayout *
ensure_layout (TosoPlanRow *self)
{
  if (self->layout == NULL)
    self->layout = toso_plan_setting_create_text (GTK_WIDGET (self), get_line (self));
  return self->layout;
}

static GPtrArray *
ensure_gutter (TosoPlanRow *self)
{
  const TosoPlanLine *line = get_line (self);

  if (self->gutter != NULL)
    return self->gutter;
  self->gutter = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < line->marks->len; i++)
    {
      const TosoPlanMark            *mark = g_ptr_array_index (line->marks, i);
      const char                    *strings[LINES_A_MARK] = { mark->value, mark->state, mark->note };
      static const TosoPlanNoteStyle styles[LINES_A_MARK] = {
        TOSO_PLAN_NOTE_VALUE, TOSO_PLAN_NOTE_STATE, TOSO_PLAN_NOTE_DIM
      };

      for (guint k = 0; k < LINES_A_MARK; k++)
        g_ptr_array_add (self->gutter,
                         toso_plan_setting_create_note (GTK_WIDGET (self), strings[k], styles[k]));
    }
  return self->gutter;
}

/* Height of one mark's block: the lines that say something. */
static int
get_mark_height (TosoPlanRow *self,
                 guint        mark)
{
  GPtrArray *gutter = ensure_gutter (self);
  int        height = 0;

  for (guint k = 0; k < LINES_A_MARK; k++)
    {
      PangoLayout *layout = g_ptr_array_index (gutter, mark * LINES_A_MARK + k);
      int          line_height;

      if (*pango_layout_get_text (layout) == '\0')
        continue;
      pango_layout_get_pixel_size (layout, NULL, &line_height);
      height += line_height;
    }
  return height;
}

static int
get_gutter_height (TosoPlanRow *self)
{
  const TosoPlanLine *line = get_line (self);
  int                 height = 0;

  for (guint i = 0; i < line->marks->len; i++)
    height += get_mark_height (self, i) + (i > 0 ? TOSO_PLAN_MARK_GAP : 0);
  return height;
}

static int
get_text_width (int width)
{
  /* On a wide screen the lines stay short enough to read. */
  return CLAMP (width - TOSO_PLAN_GUTTER - TOSO_PLAN_MARGIN, 60, TOSO_PLAN_MAX_TEXT);
}

static int
get_text_height (TosoPlanRow *self,
                 int          width)
{
  PangoLayout *layout = ensure_layout (self);
  int          height;
  int          editor_height = 0;

  toso_plan_setting_set_width (layout, get_line (self), get_text_width (width));
  pango_layout_get_pixel_size (layout, NULL, &height);
  /* A text view knows its height only some time after it got its width. */
  if (self->editor != NULL)
    {
      gtk_widget_measure (self->editor, GTK_ORIENTATION_VERTICAL,
                          get_text_width (width) + 2 * TOSO_PLAN_EDITOR_FRAME, NULL, &editor_height, NULL, NULL);
      height = MAX (height + 2 * TOSO_PLAN_EDITOR_FRAME, editor_height);
    }
  return height;
}

static int
get_pad (TosoPlanRow *self)
{
  return toso_plan_setting_get_pad (get_line (self));
}

/* --- editing --- */

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot   *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
editor_done_cb (TosoPlanRow *self,
                gboolean     keep)
{
  g_autoptr (TosoPlanRow) alive = g_object_ref (self);
  g_autofree char    *text = NULL;
  const TosoPlanLine *line = get_line (self);
  gboolean            changed;

  if (self->editor == NULL || line == NULL)
    return;
  text = toso_plan_editor_dup_text (TOSO_PLAN_EDITOR (self->editor));
  changed = keep && strcmp (text, line->text) != 0;
  /* The keyboard goes back to the row, unless the person has gone elsewhere. */
  if (has_focus (self->editor))
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
  toso_plan_paragraph_set_editing (self->paragraph, FALSE);
  if (changed)
    g_signal_emit (self, signals[EDITED], 0, text);
}

static void
close_editor (TosoPlanRow *self)
{
  GtkWidget *editor = g_steal_pointer (&self->editor);

  if (editor != NULL)
    {
      g_signal_handlers_disconnect_by_func (editor, editor_done_cb, self);
      gtk_widget_unparent (editor);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
open_editor (TosoPlanRow *self)
{
  const TosoPlanLine *line = get_line (self);

  if (self->editor != NULL)
    return;
  self->editor = toso_plan_editor_new (line);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  g_signal_connect_object (self->editor, "done", G_CALLBACK (editor_done_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_grab_focus (self->editor);
}

static void
update_links (TosoPlanRow *self)
{
  const TosoPlanLine *line = get_line (self);

  g_clear_pointer (&self->links, gtk_widget_unparent);
  if (self->selected && line != NULL)
    self->links = toso_plan_links_new (line);
  if (self->links != NULL)
    gtk_widget_set_parent (self->links, GTK_WIDGET (self));
}

/* --- following the paragraph --- */

static void
update_all (TosoPlanRow *self)
{
  const TosoPlanLine *line = get_line (self);

  forget_layouts (self);
  update_links (self);
  if (line != NULL)
    {
      g_autofree char *label = toso_plan_line_describe (line);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      /* The list's item is what takes the focus. */
      if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                        GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
editing_cb (TosoPlanRow *self)
{
  if (toso_plan_paragraph_get_editing (self->paragraph))
    open_editor (self);
  else
    close_editor (self);
}

/* --- widget --- */

static int
get_links_height (TosoPlanRow *self,
                  int          width)
{
  int height = 0;

  if (self->links != NULL && self->editor == NULL)
    gtk_widget_measure (self->links, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static GtkSizeRequestMode
toso_plan_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
toso_plan_row_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  TosoPlanRow *self = TOSO_PLAN_ROW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = TOSO_PLAN_GUTTER + 120;
      *natural = TOSO_PLAN_GUTTER + 366 + TOSO_PLAN_MARGIN;
    }
  else if (self->paragraph == NULL)
    *minimum = *natural = 0;
  else
    {
      int width = for_size < 0 ? TOSO_PLAN_GUTTER + 366 + TOSO_PLAN_MARGIN : for_size;
      int height = get_text_height (self, width) + get_links_height (self, get_text_width (width));

      height = MAX (height, get_gutter_height (self)) + 2 * get_pad (self);
      *minimum = *natural = height;
    }
}

static void
toso_plan_row_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  TosoPlanRow *self = TOSO_PLAN_ROW (widget);
  int          text_height;

  if (self->paragraph == NULL)
    return;
  text_height = get_text_height (self, width);
  if (self->editor != NULL)
    gtk_widget_size_allocate (self->editor,
                              &(GtkAllocation){ TOSO_PLAN_GUTTER - TOSO_PLAN_EDITOR_FRAME, get_pad (self),
                                                get_text_width (width) + 2 * TOSO_PLAN_EDITOR_FRAME,
                                                text_height },
                              -1);
  if (self->links != NULL)
    {
      gtk_widget_set_child_visible (self->links, self->editor == NULL);
      if (self->editor == NULL)
        gtk_widget_size_allocate (self->links,
                                  &(GtkAllocation){ TOSO_PLAN_GUTTER, get_pad (self) + text_height,
                                                    get_text_width (width),
                                                    get_links_height (self, get_text_width (width)) },
                                  -1);
    }
}

static void
draw_gutter (TosoPlanRow       *self,
             cairo_t           *cr,
             const TosoPalette *palette,
             const GdkRGBA     *text)
{
  const TosoPlanLine *line = get_line (self);
  GPtrArray          *gutter = ensure_gutter (self);
  int                 y = get_pad (self);

  for (guint i = 0; i < line->marks->len; i++)
    {
      const TosoPlanMark *mark = g_ptr_array_index (line->marks, i);
      int                 height = get_mark_height (self, i);

      toso_plan_setting_draw_mark (cr, palette, text, mark, (PangoLayout **) &gutter->pdata[i * LINES_A_MARK],
                                   y, height, self->selected);
      y += height + TOSO_PLAN_MARK_GAP;
    }
}

static void
toso_plan_row_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TosoPlanRow        *self = TOSO_PLAN_ROW (widget);
  const TosoPlanLine *line = get_line (self);
  int                 width = gtk_widget_get_width (widget);
  int                 height = gtk_widget_get_height (widget);
  const TosoPalette  *palette;
  GdkRGBA             text;
  cairo_t            *cr;

  if (line == NULL)
    return;
  palette = toso_style_get_palette (widget);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_gutter (self, cr, palette, &text);
  if (self->editor == NULL)
    {
      get_text_height (self, width);
      cairo_translate (cr, TOSO_PLAN_GUTTER, get_pad (self));
      toso_plan_setting_draw_text (cr, palette, &text, line, ensure_layout (self));
    }
  cairo_destroy (cr);

  if (self->editor != NULL)
    gtk_widget_snapshot_child (widget, self->editor, snapshot);
  else if (self->links != NULL)
    gtk_widget_snapshot_child (widget, self->links, snapshot);
}

/* Font, text size or theme are others now. */
static void
toso_plan_row_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (toso_plan_row_parent_class)->css_changed (widget, change);

  forget_layouts (TOSO_PLAN_ROW (widget));
}

static void
toso_plan_row_dispose (GObject *object)
{
  TosoPlanRow *self = TOSO_PLAN_ROW (object);

  toso_plan_row_set_paragraph (self, NULL);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->links, gtk_widget_unparent);
  forget_layouts (self);

  G_OBJECT_CLASS (toso_plan_row_parent_class)->dispose (object);
}

static void
toso_plan_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTED:
      g_value_set_boolean (value, TOSO_PLAN_ROW (object)->selected);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
toso_plan_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TosoPlanRow *self = TOSO_PLAN_ROW (object);

  switch (prop_id)
    {
    case PROP_SELECTED:
      if (self->selected == g_value_get_boolean (value))
        break;
      self->selected = g_value_get_boolean (value);
      update_links (self);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
toso_plan_row_class_init (TosoPlanRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = toso_plan_row_dispose;
  object_class->get_property = toso_plan_row_get_property;
  object_class->set_property = toso_plan_row_set_property;

  widget_class->get_request_mode = toso_plan_row_get_request_mode;
  widget_class->measure = toso_plan_row_measure;
  widget_class->size_allocate = toso_plan_row_size_allocate;
  widget_class->snapshot = toso_plan_row_snapshot;
  widget_class->css_changed = toso_plan_row_css_changed;

  properties[PROP_SELECTED] =
    g_param_spec_boolean ("selected", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[EDITED] = g_signal_new ("edited", TOSO_TYPE_PLAN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "planrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
toso_plan_row_init (TosoPlanRow *self)
{
}

GtkWidget *
toso_plan_row_new (void)
{
  return g_object_new (TOSO_TYPE_PLAN_ROW, NULL);
}

TosoPlanParagraph *
toso_plan_row_get_paragraph (TosoPlanRow *self)
{
  g_return_val_if_fail (TOSO_IS_PLAN_ROW (self), NULL);

  return self->paragraph;
}

void
toso_plan_row_set_paragraph (TosoPlanRow       *self,
                             TosoPlanParagraph *paragraph)
{
  g_return_if_fail (TOSO_IS_PLAN_ROW (self));

  if (self->paragraph == paragraph)
    return;
  if (self->paragraph != NULL)
    {
      g_clear_signal_handler (&self->changed_id, self->paragraph);
      g_clear_signal_handler (&self->editing_id, self->paragraph);
      close_editor (self);
    }
  g_set_object (&self->paragraph, paragraph);
  if (paragraph != NULL)
    {
      self->changed_id = g_signal_connect_swapped (paragraph, "changed", G_CALLBACK (update_all), self);
      self->editing_id = g_signal_connect_swapped (paragraph, "notify::editing", G_CALLBACK (editing_cb), self);
      update_all (self);
      if (toso_plan_paragraph_get_editing (paragraph))
        open_editor (self);
    }
}

void
toso_plan_row_commit (TosoPlanRow *self)
{
  g_return_if_fail (TOSO_IS_PLAN_ROW (self));

  if (self->editor != NULL)
    editor_done_cb (self, TRUE);
}

void
toso_plan_row_edit_at (TosoPlanRow *self,
                       double       x,
                       double       y)
{
  const TosoPlanLine *line;
  int                 index;
  int                 trailing;

  g_return_if_fail (TOSO_IS_PLAN_ROW (self));
  g_return_if_fail (self->paragraph != NULL);

  line = get_line (self);
  get_text_height (self, gtk_widget_get_width (GTK_WIDGET (self)));
  pango_layout_xy_to_index (ensure_layout (self), (int) ((x - TOSO_PLAN_GUTTER) * PANGO_SCALE),
                            (int) ((y - get_pad (self)) * PANGO_SCALE), &index, &trailing);
  toso_plan_paragraph_set_editing (self->paragraph, TRUE);
  /* The placeholder of an empty line is longer than its text. */
  if (self->editor == NULL || *line->text == '\0')
    return;
  index = (int) (g_utf8_offset_to_pointer (line->text + index, trailing) - line->text);
  toso_plan_editor_place_cursor (TOSO_PLAN_EDITOR (self->editor), (gsize) index);
}

const TosoPlanMark *
toso_plan_row_pick_mark (TosoPlanRow *self,
                         double       x,
                         double       y)
{
  const TosoPlanLine *line;
  double              top;

  g_return_val_if_fail (TOSO_IS_PLAN_ROW (self), NULL);

  line = get_line (self);
  if (line == NULL || x > TOSO_PLAN_GUTTER - 12)
    return NULL;
  top = get_pad (self);
  for (guint i = 0; i < line->marks->len; i++)
    {
      int height = get_mark_height (self, i);

      if (y >= top && y < top + height + TOSO_PLAN_MARK_GAP)
        return g_ptr_array_index (line->marks, i);
      top += height + TOSO_PLAN_MARK_GAP;
    }
  return NULL;
}
