/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"
#include "report/toso-deck.h"

G_BEGIN_DECLS

/* A meeting under way: its slides, which of them is shown, and the keys that
 * say so; the projector's window and the presenter's look at the same one.
 *
 * Signals:
 *   "changed"   other things are to be seen
 *   "typed" (const char *)   a village's name or number begins to be typed
 *   "ended"     Esc
 *   "swapped"   the projector takes the other screen
 *   "paneled"   the presenter's window is wanted, or no longer
 *   "exported"  the slides are wanted as a file
 *   "helped"    the keys are asked for */

#define TOSO_TYPE_SLIDE_SHOW (toso_slide_show_get_type ())
G_DECLARE_FINAL_TYPE (TosoSlideShow, toso_slide_show, TOSO, SLIDE_SHOW, GObject)

TosoSlideShow  *toso_slide_show_new         (TosoSession    *session,
                                             GError        **error);
TosoSession    *toso_slide_show_get_session (TosoSlideShow  *self);
TosoDeck       *toso_slide_show_get_deck    (TosoSlideShow  *self);
gint64          toso_slide_show_get_start   (TosoSlideShow  *self); /* g_get_monotonic_time() */

/* Of the projector, in its own pixels. */
void            toso_slide_show_set_size    (TosoSlideShow  *self,
                                             int             width,
                                             int             height);

/* Where the presenter is; where the hall is, which a freeze holds back; and
 * what comes next, or -1. */
guint           toso_slide_show_get_shown     (TosoSlideShow  *self);
guint           toso_slide_show_get_projected (TosoSlideShow  *self);
gssize          toso_slide_show_get_next      (TosoSlideShow  *self);
gboolean        toso_slide_show_is_black      (TosoSlideShow  *self);
gboolean        toso_slide_show_is_frozen     (TosoSlideShow  *self);

/* What a key does that no field takes. */
gboolean        toso_slide_show_take_key    (TosoSlideShow   *self,
                                             guint            keyval,
                                             GdkModifierType  state);
/* The card of a village; FALSE: there is none. */
gboolean        toso_slide_show_find        (TosoSlideShow   *self,
                                             const char      *typed);
/* Notes a decision, which the slide of the next steps then has. */
gboolean        toso_slide_show_decide      (TosoSlideShow   *self,
                                             const char      *content,
                                             const char      *lead,
                                             const char      *due,
                                             GError         **error);

/* A slide as large as the projector; drawn ahead for the next one. */
GdkTexture     *toso_slide_show_get_picture (TosoSlideShow     *self,
                                             guint              slide,
                                             const TosoPalette *palette);

G_END_DECLS
