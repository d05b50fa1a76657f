/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-slide-show.h"

G_BEGIN_DECLS

/* One slide of a meeting, as large as there is room, black around it. */

typedef enum
{
  TOSO_SLIDE_PROJECTED, /* what the hall sees; its size is the slides' */
  TOSO_SLIDE_SHOWN,
  TOSO_SLIDE_NEXT,
} TosoSlideRole;

#define TOSO_TYPE_SLIDE_VIEW (toso_slide_view_get_type ())
G_DECLARE_FINAL_TYPE (TosoSlideView, toso_slide_view, TOSO, SLIDE_VIEW, GtkWidget)

GtkWidget *toso_slide_view_new (TosoSlideShow *show,
                                TosoSlideRole  role);

G_END_DECLS
