/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/toso-date.h"

G_BEGIN_DECLS

/* Small things that several pages are put together from. */

/* @css_classes: separated by spaces, or NULL. */
GtkWidget *toso_make_label        (const char *text,
                                   double      xalign,
                                   const char *css_classes);
/* The action that a button in the window activates from now on.  GTK's own
 * setter gives the name first, and warns that its target is missing. */
void       toso_set_action        (GtkWidget  *button,
                                   const char *detailed_action);
/* Does what a button with that action would. */
void       toso_activate_action   (GtkWidget  *widget,
                                   const char *detailed_action);
/* A key of @widget that goes before what its children do with it. */
void       toso_add_early_key     (GtkWidget  *widget,
                                   const char *trigger,
                                   const char *detailed_action);
/* For a GtkScrollable: @value takes the place of @adjustment.  @scrolled is
 * called with @widget. */
void       toso_take_adjustment   (GtkWidget      *widget,
                                   GtkAdjustment **adjustment,
                                   GtkAdjustment  *value,
                                   GCallback       scrolled);
/* Whether Tab is about to go from row to row of @list, which has one stop: it
 * goes on from there instead. */
gboolean   toso_tab_leaves        (GtkWidget       *list,
                                   GtkDirectionType direction);
/* A link of the page: a flat button that activates an action. */
GtkWidget *toso_make_link         (const char *text,
                                   const char *detailed_action);
/* A section's head with a note at the right: the label of the note is given. */
GtkWidget *toso_make_section_head (const char *title,
                                   GtkWidget **title_label,
                                   GtkWidget **note_label);
void       toso_add_css_classes   (GtkWidget  *widget,
                                   const char *css_classes);
/* The row at @index of a list, made or given another child; so that focus and
 * selection outlive an update.  @name: for screen readers; @detailed_action:
 * for Enter and click, or NULL. */
GtkWidget *toso_set_row           (GtkWidget  *list_box,
                                   int         index,
                                   GtkWidget  *child,
                                   const char *name,
                                   const char *detailed_action);
/* Drops the rows from @n_rows on. */
void       toso_trim_rows         (GtkWidget  *list_box,
                                   int         n_rows);
/* The name of a drop-down, and of the button in it that takes the focus. */
void       toso_name_drop_down    (GtkWidget  *drop_down,
                                   const char *name);
/* A drop-down for strings: what is chosen is cut to its width, in the list it
 * stands whole. */
GtkWidget *toso_make_narrow_drop_down (void);
/* A field with its name above it, and the key of the underlined letter. */
GtkWidget *toso_make_field        (const char *label,
                                   GtkWidget  *widget);
/* The whole text as tooltip, when it does not fit. */
void       toso_add_overflow_tooltip (GtkWidget *label);
/* For "row-activated" of such lists. */
void       toso_row_activated_cb  (GtkListBox    *list_box,
                                   GtkListBoxRow *row,
                                   gpointer       user_data);

/* Its first letter as a capital. */
char      *toso_make_sentence_start (const char *text);
/* Its first letter as a small one: "Tháng 3/2026" within a sentence. */
char      *toso_make_sentence_middle (const char *text);
/* "14:05" on @today, "17/3" on another day; in UTC+7. */
char      *toso_format_moment     (gint64      seconds,
                                   TosoDate    today);
/* "17/3/2026 14:05" */
char      *toso_format_time       (gint64      seconds);
/* "15/2–14/3" */
char      *toso_format_range      (TosoDate    first,
                                   TosoDate    last);

G_END_DECLS
