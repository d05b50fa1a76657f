/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-year.h"

G_BEGIN_DECLS

/* The plan's sections as a tree that a command rearranges in memory, then
 * writes what became different: order, level, numbers, and the codes of tasks
 * that are named by a section's number.
 *
 * Brothers are numbered anew only where their numbers ran on regularly before:
 * a slip in a signed text stays as it was signed. */

typedef struct _TosoSectionTree TosoSectionTree;

/* Within a command. */
TosoSectionTree *toso_section_tree_load    (TosoYear        *year,
                                            GError         **error);
void             toso_section_tree_free    (TosoSectionTree *tree);
TosoSection     *toso_section_tree_find    (TosoSectionTree *tree,
                                            gint64           id);

/* Takes @section, a numbered one, also when it is refused. */
gboolean         toso_section_tree_add     (TosoSectionTree *tree,
                                            TosoSection     *section,
                                            gint64           parent_id,
                                            gint64           after_id,
                                            GError         **error);
gboolean         toso_section_tree_move    (TosoSectionTree *tree,
                                            TosoSection     *section,
                                            gint64           parent_id,
                                            gint64           after_id,
                                            GError         **error);
/* With all below it; targets and tasks stay, without a section. */
gboolean         toso_section_tree_remove  (TosoSectionTree *tree,
                                            TosoSection     *section,
                                            GError         **error);
gboolean         toso_section_tree_save    (TosoSectionTree *tree,
                                            GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoSectionTree, toso_section_tree_free)

G_END_DECLS
