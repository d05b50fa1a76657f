/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-ids.h"
#include "store/toso-journal.h"
#include "store/toso-stmt.h"
#include "store/toso-year-reports.h"
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

/* --- a new file --- */

/* Refuses a name that is taken, a folder that is not there or not for us. */
gboolean  toso_year_check_place   (GFile            *file,
                                   GError          **error);
/* Beside the file to be, so that putting it in place is one rename. */
GFile    *toso_year_choose_part   (GFile            *file);
gboolean  toso_year_put_in_place  (GFile            *part,
                                   GFile            *file,
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
gboolean  toso_year_commit_for    (TosoYear         *self,
                                   const char       *title,
                                   const char       *reason, /* or NULL */
                                   GError          **error);
gboolean  toso_year_rollback      (TosoYear         *self); /* always FALSE, to be returned */
/* A transaction that is no command: nothing of it is recorded.  Ended by
 * toso_db_commit() or toso_year_rollback(). */
gboolean  toso_year_begin_apart   (TosoYear         *self,
                                   GError          **error);
void      toso_year_tell_changed  (TosoYear         *self);
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

/* Removes one row; @missing: what to say when there is none. */
gboolean  toso_year_remove_row    (TosoYear          *self,
                                   const char        *table,
                                   gint64             id,
                                   const char        *title,
                                   const char        *missing,
                                   GError           **error);
/* One text of one row; FALSE with @missing as TOSO_ERROR_NOT_FOUND. */
gboolean  toso_year_get_name      (TosoYear          *self,
                                   const char        *sql, /* of ?1 */
                                   gint64             id,
                                   const char        *missing,
                                   char             **name,
                                   GError           **error);

/* --- times: UTC text in the file --- */

/* The clock, or noon of TOSO_TODAY. */
gint64    toso_year_now           (void);
char     *toso_year_time_to_text  (gint64             seconds); /* 0: NULL */
gint64    toso_year_time_from_text (const char       *text); /* NULL: 0 */
void      toso_stmt_bind_date     (TosoStmt          *stmt,
                                   int                parameter,
                                   TosoDate           date); /* none is NULL */
TosoDate  toso_stmt_get_date      (TosoStmt          *stmt,
                                   int                column);

/* --- settings --- */

/* Within a transaction.  @value NULL: the setting goes. */
gboolean  toso_year_put_setting   (TosoYear         *self,
                                   const char       *name,
                                   const char       *value,
                                   GError          **error);

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
/* Report types (without the older @version's), holidays, rules: what a file
 * begins with.  @version: 0 for a new one. */
gboolean  toso_year_insert_defaults (TosoIds           *ids,
                                     guint              version,
                                     GError           **error);

#define TOSO_VILLAGE_COLUMNS "id, row_version, name, kind, households, population, placeholder, code"
TosoVillage *toso_year_village_from_row (TosoStmt      *stmt);
/* Of TosoVillage, by name.  @which: a condition on the table. */
GPtrArray   *toso_year_select_villages  (TosoYear      *self,
                                         const char    *which,
                                         GError       **error);

/* --- reports --- */

/* Within a command: the row of @period, made when there is none; 0 where no
 * kind of report has that frequency. */
gboolean  toso_year_ensure_period   (TosoYear          *self,
                                     TosoPeriod         period,
                                     gint64            *period_id,
                                     GError           **error);
/* The newest version's state; TOSO_SUBMISSION_NONE when there is none.
 * @village_id 0: whether the period itself is locked. */
gboolean  toso_year_get_state       (TosoYear          *self,
                                     const char        *period,
                                     gint64             village_id,
                                     TosoSubmissionState *state,
                                     GError           **error);
/* Within a command: the village's report has come. */
gboolean  toso_year_receive         (TosoYear          *self,
                                     TosoPeriod         period,
                                     gint64             village_id,
                                     gint64             attachment_id, /* or 0 */
                                     gboolean           changed, /* what was there before */
                                     GError           **error);
/* Within a command: what the village wrote, over what is there; nothing of it
 * that is "". */
gboolean  toso_year_put_texts       (TosoYear             *self,
                                     TosoPeriod            period,
                                     const TosoSubmission *typed,
                                     GError              **error);
/* Within a command: keeps it, unless those very bytes are there. */
gboolean  toso_year_keep_source     (TosoYear          *self,
                                     const TosoOriginal  *source,
                                     gint64            *attachment_id,
                                     GError           **error);

/* Within a command: the figures that are counted in the registers. */
gboolean  toso_year_count_all       (TosoYear          *self,
                                     GError           **error);
/* Within a command: every figure of the indicator that is not locked. */
gboolean  toso_year_drop_figures    (TosoYear          *self,
                                     gint64             indicator_id,
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
