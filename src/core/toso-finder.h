/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finds things by the beginnings of their words, as they are typed, among a
 * hundred thousand.  Words count in any order; a mark or a "đ" that was typed
 * must be there, one that was not may. */

typedef struct _TosoFinder TosoFinder;

TosoFinder *toso_finder_new  (void);
void        toso_finder_free (TosoFinder *self);
/* @more: other words that lead to it, or NULL.  The first thing is 0, the next
 * 1, and so on. */
void        toso_finder_add  (TosoFinder *self,
                              const char *name,
                              const char *more);
/* Once all are added, before the first search. */
void        toso_finder_seal (TosoFinder *self);
/* The best first: the very name, the name without its marks, names that begin
 * so, names with such words, the rest; the shorter first, and equals in
 * Vietnamese order.  Nothing typed finds nothing. */
GArray     *toso_finder_find (const TosoFinder *self, /* of guint */
                              const char       *typed,
                              guint             limit,
                              guint            *n_found); /* of all, or NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoFinder, toso_finder_free)

G_END_DECLS
