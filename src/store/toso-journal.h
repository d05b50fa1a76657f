/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-db.h"

G_BEGIN_DECLS

/* Undo, audit and packets between desks come from one thing: the changeset
 * that SQLite's session extension takes of each command. */

typedef struct _TosoRecorder TosoRecorder;

/* Watches every table but the journal itself and the id sequence. */
TosoRecorder *toso_recorder_new         (TosoDb        *db,
                                         GError       **error);
void          toso_recorder_free        (TosoRecorder  *recorder);
GBytes       *toso_recorder_get_changes (TosoRecorder  *recorder, /* empty when nothing changed */
                                         GError       **error);

/* Whether a row of a table that @is_looked_for has changed. */
typedef gboolean (*TosoTableFunc)       (const char    *table);
gboolean      toso_changes_touch        (GBytes        *changes,
                                         TosoTableFunc  is_looked_for);

/* Within a transaction. @id: given by the year file. */
gboolean      toso_journal_append       (TosoDb        *db,
                                         gint64         id,
                                         gint64         desk,
                                         const char    *person,
                                         const char    *title,
                                         const char    *reason,
                                         GBytes        *changes,
                                         GError       **error);

typedef enum
{
  TOSO_JOURNAL_UNDO,
  TOSO_JOURNAL_REDO,
} TosoJournalStep;

/* Within a transaction: the inverse of @changes, all or none; FALSE without
 * @error where the rows do not fit. */
gboolean      toso_changes_take_back    (TosoDb         *db,
                                         GBytes         *changes,
                                         GError        **error);
/* Id of the entry that the step would take; 0 when there is none. */
gboolean      toso_journal_find         (TosoDb         *db,
                                         TosoJournalStep step,
                                         gint64         *id,
                                         GError        **error);
/* Within a transaction: takes the step; its title. */
char         *toso_journal_apply        (TosoDb         *db,
                                         TosoJournalStep step,
                                         gint64          id,
                                         const char     *person,
                                         GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoRecorder, toso_recorder_free)

G_END_DECLS
