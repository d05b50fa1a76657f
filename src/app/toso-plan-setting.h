/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-plan-line.h"

G_BEGIN_DECLS

/* How a line of the plan is set on screen: official type, first-line indent,
 * marks in the gutter.  Logical pixels. */

#define TOSO_PLAN_GUTTER       120 /* from the row's edge to the text */
#define TOSO_PLAN_MARGIN       24  /* right of the text */
#define TOSO_PLAN_INDENT       36  /* first line */
#define TOSO_PLAN_MAX_TEXT     660
#define TOSO_PLAN_MARK_GAP     6
#define TOSO_PLAN_EDITOR_FRAME 6 /* of the editor around the text it replaces */

typedef enum
{
  TOSO_PLAN_NOTE_VALUE,
  TOSO_PLAN_NOTE_STATE,
  TOSO_PLAN_NOTE_DIM,
} TosoPlanNoteStyle;

int                toso_plan_setting_get_pad     (const TosoPlanLine *line);
/* What stands in the place of a header line that the text does not have. */
const char        *toso_plan_setting_get_placeholder (TosoPlanPart    part);

gboolean           toso_plan_setting_is_bold     (const TosoPlanLine *line);
gboolean           toso_plan_setting_is_italic   (const TosoPlanLine *line);
gboolean           toso_plan_setting_is_small    (const TosoPlanLine *line);
PangoAlignment     toso_plan_setting_get_alignment (const TosoPlanLine *line);
/* Of the first line, px. */
int                toso_plan_setting_get_indent  (const TosoPlanLine *line);

PangoLayout       *toso_plan_setting_create_text (GtkWidget          *widget,
                                                  const TosoPlanLine *line);
/* @width: px */
void               toso_plan_setting_set_width   (PangoLayout        *layout,
                                                  const TosoPlanLine *line,
                                                  int                 width);
PangoLayout       *toso_plan_setting_create_note (GtkWidget          *widget,
                                                  const char         *text,
                                                  TosoPlanNoteStyle   style);
void               toso_plan_setting_draw_text   (cairo_t            *cr,
                                                  const TosoPalette  *palette,
                                                  const GdkRGBA      *text,
                                                  const TosoPlanLine *line,
                                                  PangoLayout        *layout);
/* @notes: value, state, note. */
void               toso_plan_setting_draw_mark   (cairo_t            *cr,
                                                  const TosoPalette  *palette,
                                                  const GdkRGBA      *text,
                                                  const TosoPlanMark *mark,
                                                  PangoLayout       **notes,
                                                  int                 y,
                                                  int                 height,
                                                  gboolean            selected);

G_END_DECLS
