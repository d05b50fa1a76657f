/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-year.h"

G_BEGIN_DECLS

/* Which slides a meeting shows, in which order, how large its room is, and what
 * the presenter wants to say: kept in the year file. */

typedef struct
{
  char    *kind;   /* "cover", a kind of chart, "steps", "cards" */
  char    *target; /* the code of one, for charts of one target; or NULL: the main one */
  gboolean shown;
} TosoSlideChoice;

TosoSlideChoice *toso_slide_choice_new     (const char            *kind,
                                            const char            *target,
                                            gboolean               shown);
void             toso_slide_choice_free    (TosoSlideChoice       *choice);
/* "ranked:CT05": as it is kept, and as notes are kept by. */
char            *toso_slide_choice_get_id  (const TosoSlideChoice *choice);
/* "Villages ranked by a target", translated. */
const char      *toso_slides_get_label     (const char            *kind);
gboolean         toso_slides_takes_target  (const char            *kind);

/* All there are: those that were chosen first, in their order. */
GPtrArray       *toso_slides_list          (TosoYear              *year, /* of TosoSlideChoice */
                                            GError               **error);
gboolean         toso_slides_save          (TosoYear              *year,
                                            GPtrArray             *choices,
                                            GError               **error);

/* In metres; 0: nobody has measured it. */
typedef struct
{
  double screen_height, distance; /* of the farthest seat */
} TosoRoom;

gboolean         toso_slides_get_room      (TosoYear              *year,
                                            TosoRoom              *room,
                                            GError               **error);
gboolean         toso_slides_save_room     (TosoYear              *year,
                                            TosoRoom               room,
                                            GError               **error);
/* Whether such a length may be: in metres. */
gboolean         toso_room_takes           (double                 length);
/* Of the picture: as measured, or the usual one's. */
double           toso_room_get_height      (TosoRoom               room);
/* A capital letter's height on a screen of @height pixels: 4 mm a metre of
 * distance.  Without measures: of the usual room, 8 m from an image 1.25 m high. */
double           toso_room_get_capital     (TosoRoom               room,
                                            double                 height);
/* Why not all will read it, a translated sentence; NULL where they will. */
char            *toso_room_find_fault      (TosoRoom               room);

char            *toso_slides_get_note      (TosoYear              *year, /* NULL: none */
                                            const char            *id,
                                            GError               **error);
gboolean         toso_slides_save_note     (TosoYear              *year,
                                            const char            *id,
                                            const char            *label, /* of the slide */
                                            const char            *note,
                                            GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoSlideChoice, toso_slide_choice_free)

G_END_DECLS
