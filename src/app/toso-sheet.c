/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-sheet-private.h"

#include <string.h>

#include "app/toso-parts.h"

enum {
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

#define NATURAL_WIDTH  480
#define NATURAL_HEIGHT 240

static guint signals[TOSO_SHEET_N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TosoSheet,
                               toso_sheet,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* --- scrolling --- */

static void
configure (GtkAdjustment *adjustment,
           double         content,
           double         page,
           double         step)
{
  double value;

  if (adjustment == NULL)
    return;
  value = CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (0, content - page));
  gtk_adjustment_configure (adjustment, value, 0, MAX (content, page), step, MAX (step, page - step), page);
}

static void
read_adjustments (TosoSheet *self)
{
  self->geometry.x = self->hadjustment != NULL ? (int) gtk_adjustment_get_value (self->hadjustment) : 0;
  self->geometry.y = self->vadjustment != NULL ? (int) gtk_adjustment_get_value (self->vadjustment) : 0;
}

static void
scrolled_cb (TosoSheet *self)
{
  read_adjustments (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
toso_sheet_reveal (TosoSheet *self)
{
  double x, y;

  if (!self->has_cursor || self->heads->len == 0)
    return;
  toso_sheet_geometry_reveal (&self->geometry, self->row, self->column, &x, &y);
  if (self->hadjustment != NULL)
    gtk_adjustment_set_value (self->hadjustment, x);
  if (self->vadjustment != NULL)
    gtk_adjustment_set_value (self->vadjustment, y);
}

/* --- widget --- */

static void
toso_sheet_measure (GtkWidget     *widget,
                    GtkOrientation orientation,
                    int            for_size,
                    int           *minimum,
                    int           *natural,
                    int           *minimum_baseline,
                    int           *natural_baseline)
{
  TosoSheet *self = TOSO_SHEET (widget);

  toso_sheet_ensure_heads (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = toso_sheet_geometry_get_frozen_width (&self->geometry);
      *natural = MAX (NATURAL_WIDTH, *minimum + toso_sheet_geometry_get_content_width (&self->geometry));
    }
  else
    {
      *minimum = self->geometry.head_height + self->geometry.totals_height + 2 * self->geometry.row_height;
      *natural = MAX (NATURAL_HEIGHT, *minimum);
    }
}

static void
place_texts (TosoSheet *self)
{
  TosoSheetRect rect;

  if (!self->has_cursor)
    return;
  rect = toso_sheet_geometry_get_cell (&self->geometry, self->row, self->column);
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    {
      GtkAllocation place = { (int) rect.x + 6, (int) rect.y, MAX (1, (int) rect.width - 12), (int) rect.height };
      int           minimum;

      gtk_widget_measure (self->texts[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      place.width = MAX (place.width, minimum);
      gtk_widget_measure (self->texts[i], GTK_ORIENTATION_VERTICAL, place.width, &minimum, NULL, NULL, NULL);
      place.y += MAX (0, (place.height - minimum) / 2);
      place.height = minimum;
      gtk_widget_size_allocate (self->texts[i], &place, -1);
    }
}

static void
toso_sheet_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  TosoSheet         *self = TOSO_SHEET (widget);
  TosoSheetGeometry *geometry = &self->geometry;
  gboolean           resized;

  toso_sheet_ensure_heads (self);
  resized = geometry->width != width || geometry->height != height;
  geometry->width = width;
  geometry->height = height;
  configure (self->hadjustment,
             toso_sheet_geometry_get_content_width (geometry),
             toso_sheet_geometry_get_page_width (geometry),
             48);
  configure (self->vadjustment,
             toso_sheet_geometry_get_content_height (geometry),
             toso_sheet_geometry_get_page_height (geometry),
             3 * geometry->row_height);
  if (resized)
    toso_sheet_reveal (self);
  read_adjustments (self);
  place_texts (self);
}

static void
forget_all (TosoSheet *self)
{
  toso_sheet_forget_signs (self);
  toso_sheet_forget_cells (self);
  toso_sheet_forget_heads (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Also called for what does not touch the grid: a state, a class. */
static void
toso_sheet_css_changed (GtkWidget         *widget,
                        GtkCssStyleChange *change)
{
  TosoSheet            *self = TOSO_SHEET (widget);
  PangoFontDescription *font;
  TosoSheetColors       before = self->colors;

  GTK_WIDGET_CLASS (toso_sheet_parent_class)->css_changed (widget, change);

  font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  toso_sheet_load_colors (self);
  if (self->font != NULL && pango_font_description_equal (self->font, font) &&
      memcmp (&before, &self->colors, sizeof before) == 0)
    return;

  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = pango_font_description_copy (font);
  forget_all (self);
}

/* The size of text, or the resolution. */
static void
toso_sheet_system_setting_changed (GtkWidget       *widget,
                                   GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (toso_sheet_parent_class)->system_setting_changed (widget, setting);
  forget_all (TOSO_SHEET (widget));
}

static gboolean
toso_sheet_grab_focus (GtkWidget *widget)
{
  TosoSheet *self = TOSO_SHEET (widget);

  return self->has_cursor && gtk_widget_grab_focus (toso_sheet_get_text (self));
}

/* Inside, Tab is the grid's own as long as there is a next cell; when it comes
 * here there is none, and it leads out. */
static gboolean
toso_sheet_focus (GtkWidget       *widget,
                  GtkDirectionType direction)
{
  TosoSheet *self = TOSO_SHEET (widget);

  if (!self->has_cursor || gtk_widget_has_focus (toso_sheet_get_text (self)))
    return FALSE;

  return gtk_widget_grab_focus (toso_sheet_get_text (self));
}

static void
toso_sheet_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  TosoSheet *self = TOSO_SHEET (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      toso_take_adjustment (GTK_WIDGET (self), &self->hadjustment, g_value_get_object (value), G_CALLBACK (scrolled_cb));
      break;

    case PROP_VADJUSTMENT:
      toso_take_adjustment (GTK_WIDGET (self), &self->vadjustment, g_value_get_object (value), G_CALLBACK (scrolled_cb));
      break;

    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
toso_sheet_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TosoSheet *self = TOSO_SHEET (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
toso_sheet_dispose (GObject *object)
{
  TosoSheet *self = TOSO_SHEET (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  toso_take_adjustment (GTK_WIDGET (self), &self->hadjustment, NULL, G_CALLBACK (scrolled_cb));
  toso_take_adjustment (GTK_WIDGET (self), &self->vadjustment, NULL, G_CALLBACK (scrolled_cb));
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_clear_pointer (&self->texts[i], gtk_widget_unparent);
  toso_sheet_forget_signs (self);
  toso_sheet_forget_cells (self);
  toso_sheet_forget_heads (self);

  G_OBJECT_CLASS (toso_sheet_parent_class)->dispose (object);
}

static void
toso_sheet_finalize (GObject *object)
{
  TosoSheet *self = TOSO_SHEET (object);

  g_clear_pointer (&self->drawn, g_hash_table_unref);
  g_clear_pointer (&self->heads, g_array_unref);
  g_clear_pointer (&self->edit_before, g_free);
  g_clear_pointer (&self->font, pango_font_description_free);

  G_OBJECT_CLASS (toso_sheet_parent_class)->finalize (object);
}

static void
install_signals (GObjectClass *klass)
{
  static const struct
  {
    guint       id;
    const char *name;
  } plain[] = {
    { TOSO_SHEET_MOVED, "moved" },
    { TOSO_SHEET_PASTE, "paste" },
    { TOSO_SHEET_NOTE, "note" },
    { TOSO_SHEET_HISTORY, "history" },
    { TOSO_SHEET_BARRED, "barred" },
    { TOSO_SHEET_ACTIVATED, "activated" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    signals[plain[i].id] = g_signal_new (plain[i].name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOSO_SHEET_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_INT);
}

static void
toso_sheet_class_init (TosoSheetClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = toso_sheet_set_property;
  object_class->get_property = toso_sheet_get_property;
  object_class->dispose = toso_sheet_dispose;
  object_class->finalize = toso_sheet_finalize;
  widget_class->measure = toso_sheet_measure;
  widget_class->size_allocate = toso_sheet_size_allocate;
  widget_class->snapshot = toso_sheet_snapshot;
  widget_class->css_changed = toso_sheet_css_changed;
  widget_class->system_setting_changed = toso_sheet_system_setting_changed;
  widget_class->grab_focus = toso_sheet_grab_focus;
  widget_class->focus = toso_sheet_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  install_signals (object_class);

  gtk_widget_class_set_css_name (widget_class, "tososheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
toso_sheet_init (TosoSheet *self)
{
  self->drawn = g_hash_table_new_full (NULL, NULL, NULL, toso_sheet_drawn_free);
  self->heads = g_array_new (FALSE, TRUE, sizeof (TosoSheetHead));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  toso_sheet_add_texts (self);
  toso_sheet_add_controllers (self);
}

/* --- public --- */

void
toso_sheet_emit (TosoSheet      *self,
                 TosoSheetSignal signal)
{
  g_signal_emit (self, signals[signal], 0);
}

void
toso_sheet_emit_answered (TosoSheet      *self,
                          TosoSheetAnswer answer)
{
  g_signal_emit (self, signals[TOSO_SHEET_ANSWERED], 0, self->row, self->column, (int) answer);
}

GtkWidget *
toso_sheet_new (const char *name)
{
  GtkWidget *self = g_object_new (TOSO_TYPE_SHEET, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return self;
}

guint
toso_sheet_get_n_layouts (TosoSheet *self)
{
  g_return_val_if_fail (TOSO_IS_SHEET (self), 0);

  return g_hash_table_size (self->drawn);
}
