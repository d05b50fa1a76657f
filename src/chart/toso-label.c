/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-chart-private.h"

#include <math.h>
#include <string.h>

#include "chart/toso-glyphs-private.h"

/* No label shows more; longer ones would only cost time. */
#define MAX_CHARS 300

/* Around the text of a label with a plate. */
#define PLATE 2

/* Plain sans with all Vietnamese letters and figures of equal width, as found on
 * our desktops; the system's own after them. */
#define DEFAULT_FAMILY "Cantarell, Segoe UI, Noto Sans, sans-serif"

/* A text on one line, set once for measuring and drawing. */
typedef struct
{
  char          *text;
  double         size;
  gboolean       bold;
  PangoLayout   *layout;
  double         width, height;
  PangoRectangle ink;
} Line;

static guint
line_hash (gconstpointer key)
{
  const Line *line = key;

  return g_str_hash (line->text) ^ (guint) (line->size * 64) ^ (guint) line->bold;
}

static gboolean
line_equal (gconstpointer a,
            gconstpointer b)
{
  const Line *x = a, *y = b;

  return x->size == y->size && x->bold == y->bold && strcmp (x->text, y->text) == 0;
}

static void
line_free (gpointer data)
{
  Line *line = data;

  g_object_unref (line->layout);
  g_free (line->text);
  g_free (line);
}

/* Sizes are in user units whatever the surface, and glyphs are not fitted to
 * pixels: a picture has the same lines at every scale. */
TosoCompositor *
toso_compositor_new (const char *family)
{
  TosoCompositor *self = g_new0 (TosoCompositor, 1);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  pango_cairo_context_set_resolution (self->context, 96);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  pango_context_set_language (self->context, pango_language_from_string ("vi"));
  cairo_font_options_destroy (options);

  pango_font_description_set_family (font, family != NULL && *family != '\0' ? family : DEFAULT_FAMILY);
  pango_context_set_font_description (self->context, font);

  self->font = pango_font_description_copy (font);
  self->features = pango_attr_list_new ();
  pango_attr_list_insert (self->features, pango_attr_font_features_new ("tnum"));
  self->layout = pango_layout_new (self->context);
  self->lines = g_hash_table_new_full (line_hash, line_equal, NULL, line_free);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (self->layout, FALSE);

  return self;
}

void
toso_compositor_free (TosoCompositor *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->lines);
  pango_font_description_free (self->font);
  pango_attr_list_unref (self->features);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_free (self);
}

static char *
drawable_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  if (g_utf8_strlen (valid, -1) > MAX_CHARS)
    *g_utf8_offset_to_pointer (valid, MAX_CHARS) = '\0';

  return g_steal_pointer (&valid);
}

/* Figures of equal width: numbers under one another are compared by eye. */
static void
set_up (TosoCompositor *self,
        PangoLayout    *layout,
        const char     *text,
        double          size,
        gboolean        bold)
{
  pango_font_description_set_absolute_size (self->font, CLAMP (size, 1, 4000) * PANGO_SCALE);
  pango_font_description_set_weight (self->font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_attributes (layout, self->features);
  pango_layout_set_text (layout, text, -1);
}

static const Line *
get_line (TosoCompositor *self,
          const char     *text,
          double          size,
          gboolean        bold)
{
  Line           wanted = { (char *) text, size, bold };
  Line          *line = g_hash_table_lookup (self->lines, &wanted);
  PangoRectangle logical;

  if (line != NULL)
    return line;

  line = g_new0 (Line, 1);
  line->text = g_strdup (text);
  line->size = size;
  line->bold = bold;
  line->layout = pango_layout_new (self->context);
  pango_layout_set_single_paragraph_mode (line->layout, TRUE);
  set_up (self, line->layout, text, size, bold);
  pango_layout_get_extents (line->layout, &line->ink, &logical);
  line->width = (double) logical.width / PANGO_SCALE;
  line->height = (double) logical.height / PANGO_SCALE;
  g_hash_table_add (self->lines, line);

  return line;
}

/* Capitals with two marks above and one below are the tallest that we meet. */
double
toso_compositor_line_height (TosoCompositor *self,
                             double          size)
{
  return get_line (self, "ẤẶỆg", size, FALSE)->height;
}

double
toso_compositor_width (TosoCompositor *self,
                       const char     *text,
                       double          size,
                       gboolean        bold)
{
  g_autofree char *drawable = NULL;

  if (text == NULL || *text == '\0')
    return 0;

  /* Most texts can be drawn as they are. */
  if (strlen (text) > MAX_CHARS || !g_utf8_validate (text, -1, NULL))
    text = drawable = drawable_text (text);

  return ceil (get_line (self, text, size, bold)->width + 0.25);
}

/* Broken into at most -@height lines, the last one ellipsised. */
static void
set_up_box (TosoCompositor *self,
            const char     *text,
            double          size,
            gboolean        bold,
            double          width,
            int             height)
{
  set_up (self, self->layout, text, size, bold);
  pango_layout_set_width (self->layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_height (self->layout, height);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
}

int
toso_compositor_count_lines (TosoCompositor *self,
                             const char     *text,
                             double          size,
                             gboolean        bold,
                             double          width)
{
  g_autofree char *drawable = NULL;

  if (text == NULL || *text == '\0')
    return 0;

  drawable = drawable_text (text);
  if (get_line (self, drawable, size, bold)->width <= width)
    return 1;

  set_up_box (self, drawable, size, bold, width, -1000);

  return pango_layout_get_line_count (self->layout);
}

static TosoColor
label_color (const TosoLabel   *label,
             const TosoPalette *palette)
{
  switch (label->ink)
    {
    case TOSO_INK_TEXT:
      return palette->text;
    case TOSO_INK_MARK:
      return palette->marks[label->mark];
    case TOSO_INK_VIEW:
      return palette->view;
    case TOSO_INK_OWN:
      return label->color;
    case TOSO_INK_DIM:
    default:
      return palette->dim;
    }
}

/* Cairo sets glyphs on whole pixels, which makes small text uneven: in pictures
 * made of pixels the outlines are filled instead. */
static void
show_layout (cairo_t     *cr,
             PangoLayout *layout)
{
  if (cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE)
    {
      pango_cairo_layout_path (cr, layout);
      cairo_fill (cr);
    }
  else
    {
      pango_cairo_show_layout (cr, layout);
    }
}

static void
draw_plate (cairo_t           *cr,
            const TosoPalette *palette,
            const TosoBox     *box,
            const TosoBox     *text)
{
  double top = MAX (text->y, box->y);
  double bottom = MIN (text->y + text->height, box->y + box->height);

  toso_ink_fill_box (cr, palette->view, &(TosoBox){ text->x - PLATE, top, text->width + 2 * PLATE, bottom - top });
}

static double
aligned_x (const TosoLabel *label,
           double           width)
{
  double rest = label->box.width - width;

  return label->box.x + (label->align == PANGO_ALIGN_RIGHT ? rest : label->align == PANGO_ALIGN_CENTER ? rest / 2
                                                                                                       : 0);
}

/* Towers of combining marks must not stand on the neighbours. */
static gboolean
sticks_out (const TosoBox        *box,
            const PangoRectangle *ink,
            double                x,
            double                y)
{
  double left = x + (double) ink->x / PANGO_SCALE, top = y + (double) ink->y / PANGO_SCALE;

  return left < box->x || left + (double) ink->width / PANGO_SCALE > box->x + box->width ||
         top < box->y || top + (double) ink->height / PANGO_SCALE > box->y + box->height;
}

/* Where a label's text stands, set on one line or broken into its box. */
typedef struct
{
  PangoLayout *layout;
  double       x, y;
  TosoBox      text;
  gboolean     is_clipped;
} Setting;

static Setting
set_label (TosoCompositor  *self,
           const TosoLabel *label)
{
  const TosoBox *box = &label->box;
  const Line    *line = get_line (self, label->text, label->size, label->bold);
  PangoRectangle ink = line->ink, logical;
  Setting        setting = { line->layout, aligned_x (label, line->width), 0, { aligned_x (label, line->width), 0, line->width, line->height }, FALSE };

  if (line->width > box->width)
    {
      set_up_box (self, label->text, label->size, label->bold, box->width, -MAX (label->lines, 1));
      pango_layout_set_alignment (self->layout, label->align);
      pango_layout_get_extents (self->layout, &ink, &logical);
      setting.layout = self->layout;
      setting.x = box->x;
      setting.text = (TosoBox){ box->x + (double) logical.x / PANGO_SCALE, 0, (double) logical.width / PANGO_SCALE, (double) logical.height / PANGO_SCALE };
    }
  setting.y = setting.text.y = box->y + (box->height - setting.text.height) / 2;
  setting.is_clipped = sticks_out (box, &ink, setting.x, setting.y);

  return setting;
}

static void
show_setting (cairo_t           *cr,
              const TosoPalette *palette,
              const TosoLabel   *label,
              const Setting     *setting)
{
  const TosoBox *box = &label->box;

  cairo_save (cr);
  if (setting->is_clipped)
    {
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      cairo_clip (cr);
    }
  toso_ink_set (cr, label_color (label, palette));
  cairo_move_to (cr, setting->x, setting->y);
  show_layout (cr, setting->layout);
  cairo_restore (cr);
}

void
toso_compositor_draw (TosoCompositor    *self,
                      cairo_t           *cr,
                      const TosoPalette *palette,
                      const TosoLabel   *label)
{
  Setting setting = set_label (self, label);

  if (label->plate)
    draw_plate (cr, palette, &label->box, &setting.text);
  show_setting (cr, palette, label, &setting);
}

static void
label_free (gpointer data)
{
  TosoLabel *label = data;

  g_free (label->text);
  g_free (label);
}

GPtrArray *
toso_labels_new (void)
{
  return g_ptr_array_new_with_free_func (label_free);
}

TosoLabel *
toso_labels_add (GPtrArray  *labels,
                 TosoPart    part,
                 gssize      item,
                 const char *text,
                 double      size,
                 TosoBox     box)
{
  TosoLabel *label;

  if (text == NULL || *text == '\0' || box.width <= 0 || box.height <= 0)
    return NULL;

  label = g_new0 (TosoLabel, 1);
  label->part = part;
  label->item = item;
  label->text = drawable_text (text);
  label->box = box;
  label->size = size;
  label->ink = TOSO_INK_DIM;
  label->align = PANGO_ALIGN_LEFT;
  label->lines = 1;
  g_ptr_array_add (labels, label);

  return label;
}

static void
draw_dashed_frame (cairo_t       *cr,
                   TosoColor      color,
                   const TosoBox *box,
                   double         unit)
{
  double dashes[] = { unit * 0.25, unit * 0.2 };

  if (box->width < 4 || box->height < 4)
    return;

  cairo_save (cr);
  toso_ink_set (cr, color);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (cr, box->x + 0.5, box->y + 0.5, box->width - 1, box->height - 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Straight into the pixels where there are any. */
static void
draw_texts (GPtrArray         *labels,
            TosoCompositor    *compositor,
            cairo_t           *cr,
            const TosoPalette *palette)
{
  TosoCanvas canvas;
  gboolean   has_canvas = toso_canvas_begin (&canvas, cr);

  for (guint i = 0; i < labels->len; i++)
    {
      const TosoLabel *label = labels->pdata[i];
      Setting          setting = set_label (compositor, label);
      TosoBox          everywhere = { -1e6, -1e6, 2e6, 2e6 };

      if (has_canvas && toso_canvas_show (&canvas, setting.layout, label_color (label, palette), setting.x, setting.y, setting.is_clipped ? &label->box : &everywhere))
        continue;
      if (has_canvas)
        toso_canvas_end (&canvas);
      show_setting (cr, palette, label, &setting);
      if (has_canvas)
        has_canvas = toso_canvas_begin (&canvas, cr);
    }
  if (has_canvas)
    toso_canvas_end (&canvas);
}

void
toso_labels_draw (GPtrArray         *labels,
                  TosoCompositor    *compositor,
                  cairo_t           *cr,
                  const TosoPalette *palette)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const TosoLabel *label = labels->pdata[i];

      if (label->plate)
        {
          Setting setting = set_label (compositor, label);

          draw_plate (cr, palette, &label->box, &setting.text);
        }
      if (label->part == TOSO_PART_WATERMARK)
        draw_dashed_frame (cr, palette->dim, &label->box, label->size);
    }
  draw_texts (labels, compositor, cr, palette);
}
