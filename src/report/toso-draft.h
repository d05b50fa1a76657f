/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/toso-paper-choices.h"
#include "report/toso-report.h"
#include "store/toso-year-papers.h"

G_BEGIN_DECLS

/* A paper as the office writes it: what the data say, with what a person
 * changed over it.  Nothing is kept until something is changed.  Every change
 * is one command of the year file.
 *
 * Signal "changed": blocks are others than before; lists got earlier are gone. */

#define TOSO_TYPE_DRAFT (toso_draft_get_type ())
G_DECLARE_FINAL_TYPE (TosoDraft, toso_draft, TOSO, DRAFT, GObject)

typedef enum
{
  TOSO_DRAFT_LINES,  /* head or foot: a printed line a line of the text */
  TOSO_DRAFT_TEXT,   /* a paragraph or a heading */
  TOSO_DRAFT_TABLE,  /* said by the data: may be moved or removed */
  TOSO_DRAFT_FIGURE, /* its text is the caption */
  TOSO_DRAFT_ANNEX,  /* begins it: the blocks that follow are its own; its text is its title, a line each */
} TosoDraftPart;

/* What the data say now where the text still says something else. */
typedef struct
{
  char *source;    /* of the figure; NULL: the sentence as a whole, which has none */
  char *old_words;
  char *new_words; /* NULL: there is no such figure any more */
} TosoDraftChange;

typedef struct
{
  char         *key;
  TosoDraftPart part;
  TosoBlockKind kind;     /* of TEXT, TABLE, FIGURE */
  const char   *label;    /* of LINES: "Title", translated; else NULL */
  char         *text;     /* as printed; a table's cells with tabs, a row a line */
  gboolean      editable; /* its text */
  gboolean      movable;
  gboolean      removable;
  gboolean      edited;   /* by a person; toso_draft_restore() takes the data's own again */
  gboolean      own;      /* put in by a person */
  gboolean      removed;  /* not printed; toso_draft_restore() brings it back */
  GPtrArray    *changes;  /* of TosoDraftChange; empty unless the data moved under an edited text */
} TosoDraftBlock;

/* The kept draft of that kind and period where there is one, else as composed.
 * @period: NULL for the last that has ended. */
TosoDraft           *toso_draft_open          (TosoYear             *year,
                                               const char           *kind,
                                               const TosoPeriod     *period,
                                               GError              **error);
/* A kept one, drafts and issued ones alike. */
TosoDraft           *toso_draft_open_kept     (TosoYear             *year,
                                               gint64                id,
                                               GError              **error);
/* After the year file has changed (undo, new figures). */
gboolean             toso_draft_reload        (TosoDraft            *self,
                                               GError              **error);

/* id 0: nothing is kept yet. */
const TosoKeptPaper *toso_draft_get_kept      (TosoDraft            *self);
gboolean             toso_draft_is_issued     (TosoDraft            *self);
/* Of TosoDraftBlock, in the order of the page: head, text, foot, annexes; the
 * draft's own, until "changed". */
const GPtrArray     *toso_draft_list_blocks   (TosoDraft            *self);
const TosoDraftBlock *toso_draft_find_block   (TosoDraft            *self,
                                               const char           *key); /* or NULL */
guint                toso_draft_count_stale   (TosoDraft            *self); /* blocks with changes */

/* As it is printed now.  TOSO_ERROR_LOCKED for an issued one, whose page is its
 * PDF. */
TosoPaper           *toso_draft_make_paper    (TosoDraft            *self,
                                               GError              **error);
/* A letter a late village, with what a person wrote over the letter to all of
 * them, but for what only that one says; @names: of char *, beside them. */
GPtrArray           *toso_draft_make_each     (TosoDraft            *self, /* of TosoPaper */
                                               GPtrArray           **names,
                                               GError              **error);
/* Who may sign it today, and to whom it may go. */
TosoPaperChoices    *toso_draft_load_choices  (TosoDraft            *self,
                                               GError              **error);
/* The signed copy of an issued one, else the exported. */
TosoOriginal        *toso_draft_load_pdf      (TosoDraft            *self,
                                               GError              **error);

/* --- commands: one journal entry each; an issued paper refuses --- */

/* Keeps it as it is, so that it is on the list. */
gboolean             toso_draft_keep          (TosoDraft            *self,
                                               GError              **error);
/* Figures whose words still stand in @text stay bound.  A paragraph without
 * text is removed. */
gboolean             toso_draft_set_text      (TosoDraft            *self,
                                               const char           *key,
                                               const char           *text,
                                               GError              **error);
/* A paragraph a line of @text.  @after_key: NULL for the first place of the
 * text; @new_key: of the first, or NULL. */
gboolean             toso_draft_insert        (TosoDraft            *self,
                                               const char           *after_key,
                                               TosoBlockKind         kind,
                                               const char           *text,
                                               char                **new_key,
                                               GError              **error);
gboolean             toso_draft_remove        (TosoDraft            *self,
                                               const char           *key,
                                               GError              **error);
/* After another block of the text, or of the same annex; NULL: first of the
 * text. */
gboolean             toso_draft_move          (TosoDraft            *self,
                                               const char           *key,
                                               const char           *after_key,
                                               GError              **error);
/* One place up (-1) or down (1), past blocks that are printed. */
gboolean             toso_draft_shift         (TosoDraft            *self,
                                               const char           *key,
                                               int                   step,
                                               GError              **error);
/* The data's own text again, or a removed block back. */
gboolean             toso_draft_restore       (TosoDraft            *self,
                                               const char           *key,
                                               GError              **error);
/* The new words in the place of the old ones; the rest stays as it was written. */
gboolean             toso_draft_take_changes  (TosoDraft            *self,
                                               const char           *key,
                                               GError              **error);
/* The text stays as it is, and is no longer bound to what moved. */
gboolean             toso_draft_keep_text     (TosoDraft            *self,
                                               const char           *key,
                                               GError              **error);
/* Who signs it; 0: who usually does. */
gboolean             toso_draft_choose_signer (TosoDraft            *self,
                                               gint64                signatory_id,
                                               GError              **error);
/* All that was changed: the paper is again what the data say. */
gboolean             toso_draft_discard       (TosoDraft            *self,
                                               GError              **error);

/* The default measures with the office's own over them; its strings are the
 * default's.  FALSE when the file cannot be read. */
gboolean             toso_report_get_profile  (TosoYear             *year,
                                               TosoProfile          *profile,
                                               GError              **error);

/* --- going out --- */

/* Fills the blanks that number and day were left in; what is filled stays.  Any
 * thread. */
void                 toso_report_set_number   (TosoPaper            *paper,
                                               int                   number,
                                               TosoDate              day);
/* @number: 0 for the next; @profile: NULL for the year's own. */
gboolean             toso_draft_issue         (TosoDraft            *self,
                                               int                   number,
                                               TosoDate              day,
                                               const TosoProfile    *profile,
                                               GError              **error);
/* With the signed copy that came back before it was issued here: both PDFs are
 * kept by the same command, under the copy's number and day. */
gboolean             toso_draft_issue_signed  (TosoDraft            *self,
                                               int                   number,
                                               TosoDate              day,
                                               const TosoOriginal   *signed_copy,
                                               GError              **error);
/* What the register will say, and the number that comes next. */
gboolean             toso_draft_next_number   (TosoDraft            *self,
                                               TosoDate              day,
                                               int                  *number,
                                               GError              **error);

G_END_DECLS
