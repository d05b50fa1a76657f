/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-ids.h"
#include "store/toso-journal.h"
#include "store/toso-stmt.h"
#include "store/toso-year.h"

G_BEGIN_DECLS

struct _TosoYear
{
  GObject       parent_instance;

  GFile        *file;
  TosoDb       *db; /* NULL once closed */
  gboolean      read_only;
  char         *read_only_reason; /* translated sentence, or NULL */
  char         *person;

  /* While a command is under way. */
  TosoRecorder *recorder;
  TosoIds       ids;

  /* As last notified. */
  gboolean      can_undo;
  gboolean      can_redo;
};

/* --- a file, before it is a year --- */

/* Opened, its raw bytes found sound and of this program, not yet migrated.
 * Foreign, newer, damaged and cut-short files are refused before SQLite reads
 * any of it.  @read_only_reason: NULL when it may be written. */
TosoDb   *toso_year_open_db       (GFile            *file,
                                   guint            *version,
                                   char            **read_only_reason,
                                   GError          **error);

/* --- commands --- */

gboolean  toso_year_ensure_open   (TosoYear         *self,
                                   GError          **error);
gboolean  toso_year_begin         (TosoYear         *self,
                                   GError          **error);
/* Nothing changed: no entry, no signal.  @title: a whole translated sentence. */
gboolean  toso_year_commit        (TosoYear         *self,
                                   const char       *title,
                                   GError          **error);
gboolean  toso_year_rollback      (TosoYear         *self); /* always FALSE, to be returned */
gboolean  toso_year_get_plan_id   (TosoYear         *self,
                                   gint64           *plan_id,
                                   GError          **error);
/* Refuses when @table's row is gone or was changed since it was read. */
gboolean  toso_year_check_row     (TosoYear         *self,
                                   const char       *table,
                                   gint64            id,
                                   gint64            row_version,
                                   GError          **error);

/* A kind of row that a person saves from a form. */
typedef struct
{
  gpointer       (*take)       (TosoYear     *self,
                                gconstpointer typed,
                                GError      **error); /* a copy, as it may be kept */
  GDestroyNotify   free;       /* of that copy */
  gboolean       (*add)        (TosoYear     *self,
                                gconstpointer kept,
                                gint64       *id,
                                GError      **error);
  gboolean       (*update)     (TosoYear     *self,
                                gconstpointer kept,
                                GError      **error);
  char          *(*make_title) (gconstpointer kept, /* of the command */
                                gboolean      is_new);
} TosoRowKind;

/* @id 0 adds; @saved_id, or NULL, is set when it is done. */
gboolean  toso_year_save_row      (TosoYear          *self,
                                   const TosoRowKind *kind,
                                   gconstpointer      typed,
                                   gint64             id,
                                   gint64            *saved_id,
                                   GError           **error);

/* --- text --- */

/* What a person typed, as it is kept: UTF-8, NFC, no control characters; a
 * paragraph's line breaks only where @lines.  NULL stays NULL. */
gboolean  toso_year_take_text     (const char       *text,
                                   gboolean          lines,
                                   char            **kept,
                                   GError          **error);
gboolean  toso_year_take_into     (char            **text,
                                   gboolean          lines,
                                   GError          **error);
void      toso_year_replace       (char            **string,
                                   char             *value); /* taken */
char     *toso_year_fold          (const char       *first,
                                   const char       *second); /* or NULL */
char     *toso_year_shorten       (const char       *text); /* for journal titles */
char     *toso_year_title         (const char       *format, /* translated, with one "%s" */
                                   const char       *name);
char     *toso_year_join          (const char *const *lines); /* NULL: NULL */
GStrv     toso_year_split         (const char       *text);
GPtrArray *toso_year_split_array  (const char       *text);

/* --- rows, written by creation and by commands alike --- */

gboolean  toso_year_insert_plan    (TosoIds           *ids,
                                    const TosoPlan    *plan,
                                    GError           **error);
gboolean  toso_year_insert_section (TosoIds           *ids,
                                    gint64             plan_id,
                                    gint64             parent_id,
                                    guint              position,
                                    const TosoSection *section,
                                    gint64            *section_id,
                                    GError           **error);
gboolean  toso_year_insert_target  (TosoIds           *ids,
                                    gint64             plan_id,
                                    gint64             section_id,
                                    guint              position,
                                    const TosoTarget  *target,
                                    gint64            *target_id,
                                    GError           **error);
gboolean  toso_year_insert_task    (TosoIds           *ids,
                                    gint64             plan_id,
                                    gint64             section_id,
                                    guint              position,
                                    const TosoTask    *task,
                                    gint64            *task_id,
                                    GError           **error);
gboolean  toso_year_insert_village (TosoIds           *ids,
                                    const TosoVillage *village,
                                    gint64            *village_id,
                                    GError           **error);
/* What reading targets and tasks hands to each row. */
typedef struct
{
  TosoPlan   *plan;
  GHashTable *by_id;
} TosoPlanRows;

/* Fills plan->sections.  @by_id: gint64 * → TosoSection *. */
gboolean  toso_year_read_sections  (TosoDb            *db,
                                    gint64             plan_id,
                                    TosoPlan          *plan,
                                    GHashTable        *by_id,
                                    GError           **error);
gboolean  toso_year_read_targets   (TosoDb            *db,
                                    gint64             plan_id,
                                    TosoPlan          *plan,
                                    GHashTable        *by_id,
                                    GError           **error);
gboolean  toso_year_read_tasks     (TosoDb            *db,
                                    gint64             plan_id,
                                    TosoPlan          *plan,
                                    GHashTable        *by_id,
                                    GError           **error);

G_END_DECLS
