/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-setting.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Sizes as multiples of the interface font; the plan's own type is the family
 * of the official papers, or its metric twin. */
#define TEXT_FAMILY   "Times New Roman, Liberation Serif, serif"
#define MIN_JUSTIFIED 20 /* em; about 45 letters */
#define TEXT_SCALE    (17.0 / 14.0)
#define LINE_PITCH    (24.0 / 17.0)
#define NOTE_SCALE    (13.0 / 14.0)
#define DIM_SCALE     (12.0 / 14.0)
#define MARK_SIZE     10

static gboolean
is_title (const TosoPlanLine *line)
{
  return line->part == TOSO_PLAN_PART_KIND || line->part == TOSO_PLAN_PART_TITLE;
}

static gboolean
is_placeholder (const TosoPlanLine *line)
{
  return *line->text == '\0' || line->part == TOSO_PLAN_PART_GAP;
}

int
toso_plan_setting_get_pad (const TosoPlanLine *line)
{
  return is_title (line) ? 2 : 4;
}

const char *
toso_plan_setting_get_placeholder (TosoPlanPart part)
{
  switch (part)
    {
    case TOSO_PLAN_PART_NUMBER:
      return _ ("(no number line)");
    case TOSO_PLAN_PART_PLACE_DATE:
      return _ ("(no place and date)");
    case TOSO_PLAN_PART_KIND:
      return _ ("(no kind of paper)");
    case TOSO_PLAN_PART_TITLE:
      return _ ("(no title)");
    case TOSO_PLAN_PART_RECIPIENTS:
      return _ ("(no recipients)");
    case TOSO_PLAN_PART_SIGNATURE:
      return _ ("(no signatory)");
    case TOSO_PLAN_PART_SIGNER:
      return _ ("(no name under the signature)");
    case TOSO_PLAN_PART_AGENCY:
    case TOSO_PLAN_PART_NATION:
    case TOSO_PLAN_PART_HEADING:
    case TOSO_PLAN_PART_BODY:
    case TOSO_PLAN_PART_RECIPIENTS_HEADING:
    case TOSO_PLAN_PART_GAP:
    default:
      return _ ("(empty)");
    }
}

static void
set_font (PangoLayout *layout,
          GtkWidget   *widget,
          const char  *family,
          double       scale,
          gboolean     bold,
          gboolean     italic)
{
  const PangoFontDescription *base;
  PangoFontDescription       *font;

  base = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  font = pango_font_description_copy (base);
  if (family != NULL)
    pango_font_description_set_family (font, family);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  if (pango_font_description_get_size_is_absolute (base))
    pango_font_description_set_absolute_size (font, pango_font_description_get_size (base) * scale);
  else
    pango_font_description_set_size (font, (int) (pango_font_description_get_size (base) * scale));
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

static void
add_attribute (PangoAttrList  *attributes,
               PangoAttribute *attribute,
               gsize           start,
               gsize           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* No break inside "38/SKHCN-CNTT&CĐS": the symbol of a paper stays on one line,
 * as it does on the page. */
static void
keep_symbols (PangoAttrList *attributes,
              const char    *text)
{
  gsize start = 0;

  while (text[start] != '\0')
    {
      gsize       length = strcspn (text + start, " \n");
      const char *stroke = memchr (text + start, '/', length);

      if (stroke != NULL && length < 32)
        add_attribute (attributes, pango_attr_allow_breaks_new (FALSE), start, start + length);
      start += length + (text[start + length] != '\0');
    }
}

static void
set_attributes (PangoLayout        *layout,
                const TosoPlanLine *line)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_line_height_new (LINE_PITCH / 1.149));
  for (guint i = 0; i < line->flaws->len; i++)
    {
      const TosoPlanFlaw *flaw = g_ptr_array_index (line->flaws, i);

      add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_ERROR), flaw->start, flaw->end);
    }
  if (line->diff == TOSO_DIFF_REMOVED)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  keep_symbols (attributes, line->text);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

PangoAlignment
toso_plan_setting_get_alignment (const TosoPlanLine *line)
{
  switch (line->part)
    {
    case TOSO_PLAN_PART_AGENCY:
    case TOSO_PLAN_PART_NATION:
    case TOSO_PLAN_PART_KIND:
    case TOSO_PLAN_PART_TITLE:
    case TOSO_PLAN_PART_SIGNATURE:
    case TOSO_PLAN_PART_SIGNER:
    case TOSO_PLAN_PART_GAP:
      return PANGO_ALIGN_CENTER;

    case TOSO_PLAN_PART_PLACE_DATE:
      return PANGO_ALIGN_RIGHT;

    case TOSO_PLAN_PART_HEADING:
      /* "Chương I" over its title */
      return strchr (line->text, '\n') != NULL ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT;

    case TOSO_PLAN_PART_BODY:
    case TOSO_PLAN_PART_NUMBER:
    case TOSO_PLAN_PART_RECIPIENTS_HEADING:
    case TOSO_PLAN_PART_RECIPIENTS:
    default:
      return PANGO_ALIGN_LEFT;
    }
}

int
toso_plan_setting_get_indent (const TosoPlanLine *line)
{
  gboolean is_heading = line->part == TOSO_PLAN_PART_HEADING && strchr (line->text, '\n') == NULL;

  return line->part == TOSO_PLAN_PART_BODY || is_heading ? TOSO_PLAN_INDENT : 0;
}

gboolean
toso_plan_setting_is_bold (const TosoPlanLine *line)
{
  return is_title (line) || line->part == TOSO_PLAN_PART_AGENCY ||
         line->part == TOSO_PLAN_PART_NATION || (line->part == TOSO_PLAN_PART_HEADING && !line->running) ||
         line->part == TOSO_PLAN_PART_SIGNATURE || line->part == TOSO_PLAN_PART_SIGNER ||
         line->part == TOSO_PLAN_PART_RECIPIENTS_HEADING;
}

gboolean
toso_plan_setting_is_italic (const TosoPlanLine *line)
{
  return line->part == TOSO_PLAN_PART_PLACE_DATE || line->part == TOSO_PLAN_PART_RECIPIENTS_HEADING;
}

/* Recipients are set at 11 of the body's 14 points. */
gboolean
toso_plan_setting_is_small (const TosoPlanLine *line)
{
  return line->part == TOSO_PLAN_PART_RECIPIENTS || line->part == TOSO_PLAN_PART_RECIPIENTS_HEADING;
}

PangoLayout *
toso_plan_setting_create_text (GtkWidget          *widget,
                               const TosoPlanLine *line)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, NULL);
  gboolean     placeholder = is_placeholder (line);

  set_font (layout, widget, TEXT_FAMILY, toso_plan_setting_is_small (line) ? TEXT_SCALE * 0.85 : TEXT_SCALE,
            toso_plan_setting_is_bold (line) && !placeholder, toso_plan_setting_is_italic (line) || placeholder);
  pango_layout_set_text (layout, *line->text == '\0' ? toso_plan_setting_get_placeholder (line->part) : line->text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, toso_plan_setting_get_alignment (line));
  pango_layout_set_indent (layout, toso_plan_setting_get_indent (line) * PANGO_SCALE);
  set_attributes (layout, line);
  return layout;
}

void
toso_plan_setting_set_width (PangoLayout        *layout,
                             const TosoPlanLine *line,
                             int                 width)
{
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  double                      em = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    em *= pango_cairo_context_get_resolution (pango_layout_get_context (layout)) / 72;
  /* In a narrow column an even right edge tears holes between the words. */
  pango_layout_set_justify (layout, width >= MIN_JUSTIFIED * em &&
                                      (line->part == TOSO_PLAN_PART_BODY || line->running));
  pango_layout_set_width (layout, width * PANGO_SCALE);
}

PangoLayout *
toso_plan_setting_create_note (GtkWidget        *widget,
                               const char       *text,
                               TosoPlanNoteStyle style)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  int          left = style == TOSO_PLAN_NOTE_STATE ? 44 : 30;

  set_font (layout, widget, NULL, style == TOSO_PLAN_NOTE_DIM ? DIM_SCALE : NOTE_SCALE,
            style == TOSO_PLAN_NOTE_VALUE, FALSE);
  pango_layout_set_width (layout, (TOSO_PLAN_GUTTER - left - 6) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
set_color (cairo_t         *cr,
           const TosoColor *color)
{
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
}

/* Calls for every piece of a line of type between two bytes of the text. */
static void
fill_range (cairo_t     *cr,
            PangoLayout *layout,
            gsize        start,
            gsize        end,
            gboolean     under)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      int              from = MAX ((int) start, line->start_index);
      int              to = MIN ((int) end, line->start_index + line->length);
      double           base = pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE;
      int             *ranges = NULL;
      int              n_ranges = 0;

      if (from >= to)
        continue;
      pango_layout_line_get_x_ranges (line, from, to, &ranges, &n_ranges);
      for (int i = 0; i < n_ranges; i++)
        {
          double x = ranges[2 * i] / (double) PANGO_SCALE;
          double width = (ranges[2 * i + 1] - ranges[2 * i]) / (double) PANGO_SCALE;

          if (under)
            cairo_rectangle (cr, x, floor (base) + 4, width, 2);
          else
            cairo_rectangle (cr, x - 1, base - 15, width + 2, 20);
        }
      cairo_fill (cr);
      g_free (ranges);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

void
toso_plan_setting_draw_text (cairo_t            *cr,
                             const TosoPalette  *palette,
                             const GdkRGBA      *text,
                             const TosoPlanLine *line,
                             PangoLayout        *layout)
{
  for (guint i = 0; line->changes != NULL && i < line->changes->len; i++)
    {
      const TosoSpan  *span = &g_array_index (line->changes, TosoSpan, i);
      const TosoColor *color = &palette->marks[line->diff == TOSO_DIFF_REMOVED ? TOSO_MARK_SQUARE
                                                                               : TOSO_MARK_CIRCLE];

      cairo_set_source_rgba (cr, color->red, color->green, color->blue, 0.22);
      fill_range (cr, layout, span->start, span->end, FALSE);
    }
  for (guint i = 0; i < line->marks->len; i++)
    {
      const TosoPlanMark *mark = g_ptr_array_index (line->marks, i);

      if (mark->start == mark->end)
        continue;
      set_color (cr, mark->mark == TOSO_MARK_NONE ? &palette->hatch : &palette->marks[mark->mark]);
      fill_range (cr, layout, mark->start, mark->end, TRUE);
    }
  /* Not by Pango's foreground alpha: Pango 1.50 forgets to take it back, and
   * whatever is drawn later, the PDF too, comes out pale. */
  if (is_placeholder (line))
    set_color (cr, &palette->dim);
  else
    cairo_set_source_rgba (cr, text->red, text->green, text->blue, text->alpha);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, layout);
}

void
toso_plan_setting_draw_mark (cairo_t            *cr,
                             const TosoPalette  *palette,
                             const GdkRGBA      *text,
                             const TosoPlanMark *mark,
                             PangoLayout       **notes,
                             int                 y,
                             int                 height,
                             gboolean            selected)
{
  const TosoColor *color = mark->mark == TOSO_MARK_NONE ? &palette->hatch : &palette->marks[mark->mark];
  const TosoColor *word = mark->mark == TOSO_MARK_NONE ? &palette->dim : &palette->marks[mark->mark];

  set_color (cr, color);
  if (mark->target_id != 0)
    {
      cairo_rectangle (cr, 18, y + 1, 3, height - 2);
      cairo_fill (cr);
    }
  for (int i = 0; i < 3; i++)
    {
      int line_height;

      if (*pango_layout_get_text (notes[i]) == '\0')
        continue;
      pango_layout_get_pixel_size (notes[i], NULL, &line_height);
      if (i == TOSO_PLAN_NOTE_STATE)
        {
          toso_mark_draw (cr, palette, mark->mark, 30 + MARK_SIZE / 2.0, y + line_height / 2.0, MARK_SIZE);
          /* On a selected row a coloured word would be too faint. */
          if (selected)
            cairo_set_source_rgba (cr, text->red, text->green, text->blue, text->alpha);
          else
            set_color (cr, word);
        }
      else if (i == TOSO_PLAN_NOTE_DIM && !selected)
        set_color (cr, &palette->dim);
      else
        cairo_set_source_rgba (cr, text->red, text->green, text->blue, text->alpha);
      cairo_move_to (cr, i == TOSO_PLAN_NOTE_STATE ? 44 : 30, y);
      pango_cairo_show_layout (cr, notes[i]);
      y += line_height;
    }
}
