/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-scene-private.h"

#include <math.h>

#define KEY_GAP      0.5
#define MAX_LINES    6
#define SOURCE_ABOVE 0.5

TosoScene *
toso_scene_new (const TosoChartKind *kind,
                gconstpointer        chart,
                double               width,
                double               height)
{
  const TosoChartFrame *frame = chart;
  TosoScene            *scene;

  g_return_val_if_fail (kind != NULL && chart != NULL, NULL);

  scene = g_malloc0 (kind->scene_size);
  scene->kind = kind;
  scene->chart = chart;
  scene->items = g_array_new (FALSE, FALSE, sizeof (TosoItem));
  scene->keys = g_array_new (FALSE, FALSE, sizeof (TosoKey));
  scene->labels = toso_labels_new ();
  scene->compositor = toso_compositor_new (frame->font_family);
  if (!toso_size_is_drawable (width, height))
    return scene;

  scene->width = width;
  scene->height = height;
  scene->em = kind->choose_em (chart, width, height);
  kind->lay_out (scene);

  return scene;
}

void
toso_scene_free (TosoScene *scene)
{
  if (scene == NULL)
    return;

  if (scene->kind->clear != NULL)
    scene->kind->clear (scene);
  g_array_unref (scene->items);
  g_array_unref (scene->keys);
  g_ptr_array_unref (scene->labels);
  toso_compositor_free (scene->compositor);
  g_free (scene);
}

static void
add_source (TosoScene *scene,
            TosoBox   *content)
{
  const TosoChartFrame *frame = scene->chart;
  double                size = TOSO_NOTE_SIZE * scene->em;
  double                line = toso_compositor_line_height (scene->compositor, size);
  double                y = content->y + content->height - line;
  double                width = MIN (toso_compositor_width (scene->compositor, frame->corner, size, FALSE), content->width);
  TosoLabel            *label;

  if ((frame->source == NULL || *frame->source == '\0') && width == 0)
    return;

  label = toso_labels_add (scene->labels, TOSO_PART_CORNER, -1, frame->corner, size, (TosoBox){ content->x + content->width - width, y, width, line });
  if (label != NULL)
    label->align = PANGO_ALIGN_RIGHT;
  if (width > 0)
    width += TOSO_GAP * scene->em;
  toso_labels_add (scene->labels, TOSO_PART_SOURCE, -1, frame->source, size, (TosoBox){ content->x, y, MAX (content->width - width, 0), line });
  content->height = MAX (content->height - line - SOURCE_ABOVE * scene->em, 0);
}

/* What is drawn when there is little room, poorest last. */
static void
divide (TosoScene    *scene,
        TosoDivision *division,
        gboolean      has_foot,
        gboolean      has_head,
        gboolean      has_titles)
{
  double   em = scene->em;
  double   margin = toso_frame_margin (em, scene->width, scene->height);
  TosoBox *content = &division->content;
  double   top;

  *content = (TosoBox){ margin, margin, MAX (scene->width - 2 * margin, 1), MAX (scene->height - 2 * margin, 1) };
  division->head = division->foot = (TosoBox){ 0 };
  g_ptr_array_set_size (scene->labels, 0);
  top = content->y;
  toso_frame_layout (scene->chart, scene->labels, scene->compositor, em, has_titles, content);
  if (has_titles)
    add_source (scene, content);
  if (has_head && division->head_height > 0)
    {
      double gap = content->y > top ? MIN (0.65 * em, content->height) : 0;

      division->head = (TosoBox){ content->x, content->y + gap, content->width, division->head_height };
      content->y += gap + division->head_height + 0.35 * em;
      content->height -= gap + division->head_height + 0.35 * em;
    }
  if (has_foot && division->foot_height > 0)
    {
      division->foot = (TosoBox){ content->x, content->y + content->height - division->foot_height, content->width, division->foot_height };
      content->height -= division->foot_height + 0.6 * em;
    }
}

void
toso_scene_divide (TosoScene    *scene,
                   TosoDivision *division)
{
  for (int level = 0; level < 4; level++)
    {
      divide (scene, division, level < 1, level < 2, level < 3);
      if (division->content.height >= division->wanted)
        return;
    }
}

void
toso_scene_add_item (TosoScene *scene,
                     gsize      index,
                     TosoBox    box)
{
  TosoItem item = { index, box };

  g_array_append_val (scene->items, item);
}

void
toso_scene_add_empty (TosoScene     *scene,
                      const char    *text,
                      const TosoBox *box)
{
  TosoLabel *label = toso_labels_add (scene->labels, TOSO_PART_EMPTY, -1, text, scene->em, *box);

  if (label == NULL)
    return;
  label->align = PANGO_ALIGN_CENTER;
  label->lines = CLAMP ((int) (box->height / toso_compositor_line_height (scene->compositor, scene->em)), 1, MAX_LINES);
}

TosoLabel *
toso_scene_add_more (TosoScene *scene,
                     gsize      n,
                     TosoBox    box)
{
  g_autofree char *text = g_strdup_printf ("+%" G_GSIZE_FORMAT, n);

  return toso_labels_add (scene->labels, TOSO_PART_MORE, -1, text, TOSO_NOTE_SIZE * scene->em, box);
}

static double
key_width (TosoKeyShape shape)
{
  switch (shape)
    {
    case TOSO_KEY_MARK:
    case TOSO_KEY_RING:
      return 1;
    case TOSO_KEY_SWATCH:
      return 1.4;
    case TOSO_KEY_HATCH:
    case TOSO_KEY_LINE:
    case TOSO_KEY_DASHES:
      return 1.7;
    case TOSO_KEY_TICK:
      return 0.3;
    case TOSO_KEY_TEXT:
    default:
      return 0;
    }
}

gboolean
toso_scene_add_key (TosoScene     *scene,
                    const TosoBox *foot,
                    double        *x,
                    TosoKeyShape   shape,
                    TosoMark       mark,
                    const char    *text)
{
  double  em = scene->em;
  double  size = TOSO_NOTE_SIZE * em;
  double  width = toso_compositor_width (scene->compositor, text, size, FALSE);
  double  key = key_width (shape) * em;
  double  gap = key > 0 ? KEY_GAP * em : 0;
  TosoKey item = { shape, mark, { *x, foot->y + foot->height / 2 - 0.62 * em, key, 1.24 * em } };

  if (width == 0 || foot->height <= 0 || *x + key + gap + width > foot->x + foot->width)
    return FALSE;

  if (key > 0)
    g_array_append_val (scene->keys, item);
  *x += key + gap;
  toso_labels_add (scene->labels, TOSO_PART_LEGEND, -1, text, size, (TosoBox){ *x, foot->y, width, foot->height });
  *x += width + 1.5 * TOSO_GAP * em;

  return TRUE;
}

static void
draw_key (const TosoScene   *scene,
          const TosoKey     *key,
          const TosoPalette *palette,
          cairo_t           *cr)
{
  double  em = scene->em;
  double  line = MAX (em / 7, 1);
  double  y = key->box.y + key->box.height / 2;
  TosoBox box = { key->box.x, y - 0.37 * em, key->box.width, 0.74 * em };

  switch (key->shape)
    {
    case TOSO_KEY_MARK:
      toso_mark_draw (cr, palette, key->mark, box.x + box.width / 2, y, TOSO_MARK_SIZE (em));
      break;
    case TOSO_KEY_SWATCH:
      toso_ink_fill_area (cr, palette, key->mark, &box, em);
      break;
    case TOSO_KEY_HATCH:
      toso_ink_fill_hatch (cr, palette, &box, em);
      break;
    case TOSO_KEY_TICK:
      toso_ink_fill_box (cr, palette->text, &(TosoBox){ box.x + (box.width - line) / 2, key->box.y, line, key->box.height });
      break;
    case TOSO_KEY_RING:
      cairo_new_sub_path (cr);
      cairo_arc (cr, box.x + box.width / 2, y, 0.26 * em, 0, 2 * G_PI);
      toso_ink_set (cr, palette->text);
      cairo_set_line_width (cr, MAX (0.13 * em, 1));
      cairo_stroke (cr);
      break;
    case TOSO_KEY_LINE:
    case TOSO_KEY_DASHES:
      toso_ink_line (cr, key->mark == TOSO_MARK_NONE ? palette->text : palette->marks[key->mark], box.x, y, box.x + box.width, y, line, key->shape == TOSO_KEY_DASHES);
      break;
    case TOSO_KEY_TEXT:
    default:
      break;
    }
}

/* From the top of the title to the bottom of what stands under it. */
static void
draw_accent (const TosoScene   *scene,
             const TosoPalette *palette,
             cairo_t           *cr)
{
  TosoBox bar = { 0 };

  if (!((const TosoChartFrame *) scene->chart)->has_accent)
    return;
  for (guint i = 0; i < scene->labels->len; i++)
    {
      const TosoLabel *label = scene->labels->pdata[i];

      if (label->part == TOSO_PART_TITLE && label->align == PANGO_ALIGN_LEFT)
        bar = (TosoBox){ label->box.x - TOSO_ACCENT * scene->em, label->box.y, 0.2 * scene->em, label->box.height };
      else if (label->part == TOSO_PART_SUBTITLE && bar.height > 0 && label->box.y > bar.y)
        bar.height = label->box.y + label->box.height - bar.y;
    }
  if (bar.height > 0)
    toso_ink_fill_box (cr, palette->accent, &bar);
}

void
toso_scene_draw (const TosoScene   *scene,
                 const TosoPalette *palette,
                 cairo_t           *cr)
{
  if (scene->width <= 0)
    return;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, scene->width, scene->height);
  cairo_clip (cr);
  toso_ink_fill_box (cr, palette->view, &(TosoBox){ 0, 0, scene->width, scene->height });
  scene->kind->draw (scene, palette, cr);
  for (guint i = 0; i < scene->keys->len; i++)
    draw_key (scene, &g_array_index (scene->keys, TosoKey, i), palette, cr);
  draw_accent (scene, palette, cr);
  toso_labels_draw (scene->labels, scene->compositor, cr, palette);
  cairo_restore (cr);
}
