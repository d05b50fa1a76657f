/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart-pages.h"
#include "report/toso-report-chart.h"
#include "report/toso-slides.h"

G_BEGIN_DECLS

/* The slides of a meeting, with their figures as they were when it began: what
 * is changed meanwhile does not change them. */

typedef struct
{
  char                *id;         /* of the choice that it comes from: its notes are kept by it */
  char                *label;      /* "Villages ranked by a target", or a village */
  gint64               village_id; /* of a card; else 0 */
  const TosoChartKind *kind;
  const TosoChartPage *page;
} TosoSlide;

typedef struct _TosoDeck TosoDeck;

/* @period: NULL for the whole year. */
TosoDeck        *toso_deck_new          (TosoYear         *year,
                                         const TosoPeriod *period,
                                         GError          **error);
TosoDeck        *toso_deck_ref          (TosoDeck         *self);
void             toso_deck_free         (TosoDeck         *self); /* once for each */
/* For a picture of this many pixels: letters as high as the room asks for, what
 * does not fit on more slides. */
void             toso_deck_lay_out      (TosoDeck         *self,
                                         double            width,
                                         double            height);
TosoRoom         toso_deck_get_room     (const TosoDeck   *self);
/* Why the letters are smaller than the room asks for, a translated sentence, or
 * NULL. */
char            *toso_deck_find_fault   (const TosoDeck   *self);

/* Slides in their order come first; cards that were jumped to follow. */
guint            toso_deck_get_n_slides (const TosoDeck   *self);
guint            toso_deck_get_n_in_order (const TosoDeck *self);
const TosoSlide *toso_deck_get_slide    (const TosoDeck   *self,
                                         guint             i);
/* By the number in a village's name, else its number in the list, else the
 * beginnings of words of its name, without diacritics too; -1: none. */
gssize           toso_deck_find_card    (TosoDeck         *self,
                                         const char       *typed);
const char      *toso_deck_get_title    (const TosoDeck   *self,
                                         guint             i);
/* What was decided meanwhile: the one thing that is read anew.  Laid out. */
gboolean         toso_deck_update_steps (TosoDeck         *self,
                                         TosoYear         *year,
                                         GError          **error);

void             toso_deck_draw         (const TosoDeck   *self,
                                         guint             i,
                                         const TosoPalette *palette,
                                         cairo_t          *cr);
char            *toso_deck_describe     (const TosoDeck   *self,
                                         guint             i);
void             toso_deck_get_size     (const TosoDeck   *self,
                                         double           *width,
                                         double           *height);
/* All in their order: one PDF, or a picture each, "slides-01.png" beside one
 * another.  By the ending of @file's name; TOSO_ERROR_INVALID for another. */
gboolean         toso_deck_write        (const TosoDeck   *self,
                                         const TosoPalette *palette,
                                         GFile            *file,
                                         GCancellable     *cancellable,
                                         GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoDeck, toso_deck_free)

G_END_DECLS
