/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-chart-private.h"

#include <math.h>

#define TITLE_SIZE     1.07
#define SUBTITLE_SIZE  0.93
#define WATERMARK_SIZE 0.86
#define GAP            0.86
#define SOURCE_HEIGHT  1.7

/* In user units (1/96 inch on screen). */
#define MIN_EM     8.0
#define COMPACT_EM 13.0
#define NATURAL_EM 14.0

gboolean
toso_frame_has_font_size (const TosoChartFrame *frame)
{
  return isfinite (frame->font_size) && frame->font_size > 0;
}

static double
source_height (const TosoChartFrame *frame)
{
  return frame->source != NULL && *frame->source != '\0' ? SOURCE_HEIGHT : 0;
}

/* Text as large as the width asks for, unless the rows would not fit: then they
 * come closer together first, and only then the text gets smaller. */
double
toso_frame_choose_em (const TosoChartFrame *frame,
                      gsize                 n_rows,
                      const TosoRowSizes   *rows,
                      double                width,
                      double                height)
{
  double n = MAX (n_rows, 1);
  double by_width = MAX (width / 56, MIN (width / 36, 12));
  double around = rows->frame + source_height (frame);
  double roomy = MIN (by_width, height / (around + n * rows->roomy));
  double tight = MIN (MIN (by_width, COMPACT_EM), height / (around + n * rows->tight));

  if (toso_frame_has_font_size (frame))
    return CLAMP (frame->font_size, 4, 400);

  return MAX (MAX (roomy, tight), MIN_EM);
}

double
toso_frame_natural_em (const TosoChartFrame *frame,
                       double                width)
{
  if (toso_frame_has_font_size (frame))
    return CLAMP (frame->font_size, 4, 400);

  return CLAMP (toso_finite (width, 0) / 56, 10, NATURAL_EM);
}

double
toso_frame_natural_height (const TosoChartFrame *frame,
                           double                width,
                           double                lines)
{
  return ceil (toso_frame_natural_em (frame, width) * (lines + source_height (frame)));
}

double
toso_frame_margin (double em,
                   double width,
                   double height)
{
  return MIN (1.7 * em, 0.045 * MIN (width, height) + 1);
}

static void
add_watermark (const TosoChartFrame *frame,
               GPtrArray            *labels,
               double                em,
               TosoBox               box)
{
  TosoLabel *label = toso_labels_add (labels, TOSO_PART_WATERMARK, -1, frame->watermark, WATERMARK_SIZE * em, box);

  if (label != NULL)
    label->align = PANGO_ALIGN_CENTER;
}

/* Letters of a size that is asked for get no smaller: the title is broken into
 * lines as long as a third of the picture holds them.  How high it is. */
static double
wrap_title (TosoCompositor *compositor,
            const char     *title,
            double          em,
            double          width,
            double          line,
            double          height)
{
  int n = toso_compositor_count_lines (compositor, title, TITLE_SIZE * em, TRUE, width);

  return line * CLAMP (n, 1, MAX ((int) (height / 3 / line), 1));
}

/* Title left, subtitle right on the same line where both fit, else below. */
void
toso_frame_layout (const TosoChartFrame *frame,
                   GPtrArray            *labels,
                   TosoCompositor       *compositor,
                   double                em,
                   gboolean              titles,
                   TosoBox              *content)
{
  const char *title = titles ? frame->title : NULL;
  const char *subtitle = titles ? frame->subtitle : NULL;
  double      line = MIN (toso_compositor_line_height (compositor, TITLE_SIZE * em) + 2, content->height);
  double      mark_width = toso_compositor_width (compositor, frame->watermark, WATERMARK_SIZE * em, FALSE);
  double      title_width = toso_compositor_width (compositor, title, TITLE_SIZE * em, TRUE);
  double      subtitle_width = toso_compositor_width (compositor, subtitle, SUBTITLE_SIZE * em, FALSE);
  double      top = content->y;
  double      indent = frame->has_accent && title_width > 0 ? MIN (TOSO_ACCENT * em, content->width) : 0;
  double      left = content->width - indent;
  double      x = content->x + indent;
  double      title_height = line;
  gboolean    is_below;
  TosoLabel  *label;

  if (title_width + subtitle_width + mark_width == 0)
    return;

  if (mark_width > 0)
    {
      mark_width = MIN (mark_width + GAP * em, left);
      left = MAX (left - mark_width - GAP * em, 0);
    }
  if (toso_frame_has_font_size (frame) && title_width > left)
    title_height = wrap_title (compositor, title, em, left, line, content->height);
  title_width = MIN (title_width, left);
  is_below = subtitle_width > 0 && title_width > 0 && title_width + subtitle_width + 2 * GAP * em > left;

  label = toso_labels_add (labels, TOSO_PART_TITLE, -1, title, TITLE_SIZE * em, (TosoBox){ x, top, title_width, title_height });
  if (label != NULL)
    {
      label->lines = (int) (title_height / line + 0.5);
      label->bold = TRUE;
      label->ink = TOSO_INK_TEXT;
    }
  if (mark_width > 0)
    add_watermark (frame,
                   labels,
                   em,
                   (TosoBox){ x + (title_width > 0 ? title_width + GAP * em : 0), top, mark_width, line });
  top += title_height - line;

  if (is_below)
    {
      toso_labels_add (labels, TOSO_PART_SUBTITLE, -1, subtitle, SUBTITLE_SIZE * em, (TosoBox){ x, top + line, content->width - indent, line });
      top += line;
    }
  else if (subtitle_width > 0)
    {
      double width = MIN (subtitle_width, left);

      label = toso_labels_add (labels, TOSO_PART_SUBTITLE, -1, subtitle, SUBTITLE_SIZE * em, (TosoBox){ content->x + content->width - width, top, width, line });
      if (label != NULL)
        label->align = PANGO_ALIGN_RIGHT;
    }

  top += line;
  content->height = MAX (content->height - (top - content->y), 0);
  content->y = top;
}

void
toso_words_add (GString    *words,
                const char *separator,
                const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  if (words->len > 0)
    g_string_append (words, separator);
  g_string_append (words, text);
}

void
toso_frame_describe (const TosoChartFrame *frame,
                     GString              *words)
{
  toso_words_add (words, "\n", frame->title);
  toso_words_add (words, "\n", frame->subtitle);
  toso_words_add (words, "\n", frame->source);
  toso_words_add (words, "\n", frame->watermark);
}
