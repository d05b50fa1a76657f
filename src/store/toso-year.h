/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/toso-period.h"
#include "core/toso-plan.h"
#include "core/toso-progress.h"
#include "core/toso-village.h"

G_BEGIN_DECLS

/* An open year file.  Lives on the thread that opened it.  Every change is
 * one command: one transaction, one journal entry, one undo step. */

#define TOSO_TYPE_YEAR (toso_year_get_type ())
G_DECLARE_FINAL_TYPE (TosoYear, toso_year, TOSO, YEAR, GObject)

/* Signals: "changed" — after a command, an undo or a redo has been committed.
 * Properties: "file", "read-only", "can-undo", "can-redo". */

typedef enum
{
  TOSO_YEAR_OPEN_DEFAULT = 0,
  TOSO_YEAR_OPEN_READ_ONLY = 1 << 0,
} TosoYearOpenFlags;

/* @plan gets its villages: named by @villages, else plan->n_villages
 * placeholders.  Never half-made: built beside, then put in place; refused
 * with TOSO_ERROR_EXISTS when @file is there. */
TosoYear   *toso_year_create          (GFile             *file,
                                       const TosoPlan    *plan,
                                       GPtrArray         *villages, /* of TosoVillage, or NULL */
                                       GError           **error);
TosoYear   *toso_year_open            (GFile             *file,
                                       TosoYearOpenFlags  flags,
                                       GError           **error);
GFile      *toso_year_get_file        (TosoYear          *self);
gboolean    toso_year_is_read_only    (TosoYear          *self);
/* Why it may not be changed, a translated sentence; NULL when it may, or when
 * reading only was asked for. */
const char *toso_year_get_read_only_reason (TosoYear   *self);
void        toso_year_close           (TosoYear          *self); /* checkpoint; may be called twice */

/* Whole-file check: SQLite integrity, foreign keys, our own rules.  An empty
 * array is a sound file.  Opens and closes the file itself, read-only. */
GPtrArray  *toso_year_check           (GFile             *file,
                                       GError           **error); /* of char *, translated sentences */

/* --- plan --- */

TosoPlan   *toso_year_load_plan       (TosoYear          *self,
                                       GError           **error);
gboolean    toso_year_set_header      (TosoYear          *self,
                                       const TosoPlanHeader *header,
                                       GError           **error);
gboolean    toso_year_set_commune     (TosoYear          *self,
                                       const TosoCommune *commune,
                                       GError           **error);
gboolean    toso_year_set_section     (TosoYear          *self,
                                       gint64             section_id,
                                       const char        *label,
                                       const char        *heading,
                                       const char        *body,
                                       GError           **error);
gboolean    toso_year_add_section     (TosoYear          *self,
                                       gint64             parent_id, /* 0: outermost */
                                       gint64             after_id,  /* sibling; 0: first */
                                       const char        *heading,
                                       const char        *body,
                                       gint64            *section_id,
                                       GError           **error);
gboolean    toso_year_move_section    (TosoYear          *self,
                                       gint64             section_id,
                                       gint64             parent_id,
                                       gint64             after_id,
                                       GError           **error);
gboolean    toso_year_remove_section  (TosoYear          *self,
                                       gint64             section_id,
                                       GError           **error);
gboolean    toso_year_set_signature   (TosoYear          *self,
                                       const char        *recipients_heading, /* NULL: none */
                                       const char *const *recipients,
                                       const char *const *signature,
                                       const char        *signer,
                                       GError           **error);

/* --- targets and tasks: id 0 adds, else changes (row_version is checked) --- */

gboolean    toso_year_save_target     (TosoYear          *self,
                                       const TosoTarget  *target,
                                       gint64            *target_id,
                                       GError           **error);
gboolean    toso_year_remove_target   (TosoYear          *self,
                                       gint64             target_id,
                                       GError           **error);
gboolean    toso_year_save_task       (TosoYear          *self,
                                       const TosoTask    *task,
                                       gint64            *task_id,
                                       GError           **error);
gboolean    toso_year_remove_task     (TosoYear          *self,
                                       gint64             task_id,
                                       GError           **error);

/* --- villages --- */

GPtrArray   *toso_year_list_villages   (TosoYear          *self, /* of TosoVillage, village order */
                                        GError           **error);
gboolean     toso_year_save_village    (TosoYear          *self,
                                        const TosoVillage *village,
                                        gint64            *village_id,
                                        GError           **error);

/* --- figures --- */

/* Writes one figure; both missing takes the figure back ("not reported").
 * Rules: part ≤ whole, nothing negative. */
gboolean    toso_year_record          (TosoYear          *self,
                                       gint64             indicator_id,
                                       gint64             village_id,
                                       TosoPeriod         period,
                                       TosoFigure         numerator,
                                       TosoFigure         denominator,
                                       const char        *note,
                                       GError           **error);
/* Many figures in one command: a pasted block, an imported file.  @measurements:
 * by indicator, village and period; their ids are not looked at.  The first
 * that the rules refuse refuses all; @refused is its index.  @title: a whole
 * translated sentence for the journal. */
gboolean    toso_year_record_all      (TosoYear          *self,
                                       const GPtrArray   *measurements, /* of TosoMeasurement */
                                       const char        *title,
                                       guint             *refused, /* or NULL */
                                       GError           **error);
/* Made-up figures, marked as such on every screen, chart and page. */
gboolean    toso_year_mark_sample     (TosoYear          *self,
                                       GError           **error);
gboolean    toso_year_is_sample       (TosoYear          *self);
GPtrArray  *toso_year_list_measurements (TosoYear        *self, /* of TosoMeasurement, by period, then village */
                                       gint64             indicator_id, /* 0: all */
                                       GError           **error);
/* The plan's year: first and last day, and how its monthly figures are cut off. */
gboolean    toso_year_get_calendar    (TosoYear          *self,
                                       TosoDate          *start,
                                       TosoDate          *end,
                                       TosoCutoff        *cutoff,
                                       int               *custom_day,
                                       GError           **error);

/* --- journal --- */

typedef struct
{
  gint64  id;
  gint64  time;   /* UTC, seconds since 1970 */
  char   *person;
  char   *title;  /* sentence, as it was in the language of that day */
  char   *reason; /* or "" */
  gboolean undone;
  gboolean is_step; /* has something to undo; "made from …" and "upgraded" have not */
} TosoJournalEntry;

void        toso_journal_entry_free   (TosoJournalEntry  *entry);
GPtrArray  *toso_year_list_journal    (TosoYear          *self, /* of TosoJournalEntry, newest first */
                                       guint              max,  /* 0: all */
                                       GError           **error);
gboolean    toso_year_can_undo        (TosoYear          *self);
gboolean    toso_year_can_redo        (TosoYear          *self);
char       *toso_year_undo            (TosoYear          *self, /* title of what was undone */
                                       GError           **error);
char       *toso_year_redo            (TosoYear          *self,
                                       GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoJournalEntry, toso_journal_entry_free)

G_END_DECLS
