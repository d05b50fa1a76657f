/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-chart-private.h"

#define TITLE_SIZE     1.07
#define SUBTITLE_SIZE  0.93
#define WATERMARK_SIZE 0.86
#define GAP            0.86

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

/* Title left, subtitle right on the same line where both fit, else below. */
void
toso_frame_layout (const TosoChartFrame *frame,
                   GPtrArray            *labels,
                   TosoTypesetter       *typesetter,
                   double                em,
                   gboolean              titles,
                   TosoBox              *content)
{
  const char *title = titles ? frame->title : NULL;
  const char *subtitle = titles ? frame->subtitle : NULL;
  double      line = MIN (toso_typesetter_line_height (typesetter, TITLE_SIZE * em) + 2, content->height);
  double      mark_width = toso_typesetter_width (typesetter, frame->watermark, WATERMARK_SIZE * em, FALSE);
  double      title_width = toso_typesetter_width (typesetter, title, TITLE_SIZE * em, TRUE);
  double      subtitle_width = toso_typesetter_width (typesetter, subtitle, SUBTITLE_SIZE * em, FALSE);
  double      top = content->y;
  double      left = content->width;
  gboolean    is_below;
  TosoLabel  *label;

  if (title_width + subtitle_width + mark_width == 0)
    return;

  if (mark_width > 0)
    {
      mark_width = MIN (mark_width + GAP * em, content->width);
      left = MAX (content->width - mark_width - GAP * em, 0);
    }
  title_width = MIN (title_width, left);
  is_below = subtitle_width > 0 && title_width > 0 && title_width + subtitle_width + 2 * GAP * em > left;

  label = toso_labels_add (labels, TOSO_PART_TITLE, -1, title, TITLE_SIZE * em, (TosoBox){ content->x, top, title_width, line });
  if (label != NULL)
    {
      label->bold = TRUE;
      label->ink = TOSO_INK_TEXT;
    }
  if (mark_width > 0)
    add_watermark (frame,
                   labels,
                   em,
                   (TosoBox){ content->x + (title_width > 0 ? title_width + GAP * em : 0), top, mark_width, line });

  if (is_below)
    {
      toso_labels_add (labels, TOSO_PART_SUBTITLE, -1, subtitle, SUBTITLE_SIZE * em, (TosoBox){ content->x, top + line, content->width, line });
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
