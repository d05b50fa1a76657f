/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-year-reports.h"

G_BEGIN_DECLS

/* Papers as the office wrote them: what a person changed of a composed one,
 * its number and day, the exported and the signed PDF. */

typedef enum
{
  TOSO_PAPER_DRAFT,
  TOSO_PAPER_ISSUED,
  TOSO_PAPER_SIGNED, /* the signed copy has come home */
} TosoPaperState;

typedef struct
{
  gint64         id; /* 0: not kept */
  gint64         row_version;
  char          *kind;   /* of the command line: "quarter" */
  char          *period; /* "2026-Q1", or "" */
  char          *title;  /* "Báo cáo kết quả …" */
  TosoPaperState state;
  int            number; /* 0: none yet */
  char          *symbol; /* "BC-UBND", or "" */
  TosoDate       day;    /* no date: not issued */
  gint64         exported_id, signed_id; /* attachments; 0: none */
  gint64         signatory_id; /* who was chosen to sign; 0: nobody */
} TosoKeptPaper;

/* A figure within a block's text: what it says, and where that came from. */
typedef struct
{
  char *source; /* "target/CT01/2026-Q1/value" */
  char *words;  /* as they stand: "46,8%" */
  guint row, column; /* of a table, else 0 */
  int   start;  /* characters of the text or cell */
  guint nth;    /* among the same source's in the composed block, from 0 */
} TosoKeptFigure;

typedef struct
{
  char      *key;      /* once in a paper */
  char      *kind;     /* the words of whoever draws it; the store only keeps them */
  int        level;
  char      *text;     /* "" for one that the data says */
  char      *composed; /* what the data said when it was edited */
  gboolean   edited;
  gboolean   removed;
  GPtrArray *figures;  /* of TosoKeptFigure */
} TosoKeptBlock;

TosoKeptPaper  *toso_kept_paper_new  (void);
TosoKeptPaper  *toso_kept_paper_copy (const TosoKeptPaper *paper);
void            toso_kept_paper_free (TosoKeptPaper       *paper);
TosoKeptBlock  *toso_kept_block_new  (const char          *key,
                                      const char          *kind);
TosoKeptBlock  *toso_kept_block_copy (const TosoKeptBlock *block);
void            toso_kept_block_free (TosoKeptBlock       *block);
TosoKeptFigure *toso_kept_block_add_figure (TosoKeptBlock *block,
                                      const char          *source,
                                      const char          *words,
                                      int                  start);

GPtrArray     *toso_year_list_papers       (TosoYear            *self, /* of TosoKeptPaper, newest first */
                                            GError             **error);
/* TOSO_ERROR_NOT_FOUND when there is none. */
TosoKeptPaper *toso_year_load_paper        (TosoYear            *self,
                                            gint64               id,
                                            GError             **error);
/* @draft: NULL when there is none of that kind and period. */
gboolean       toso_year_find_draft        (TosoYear            *self,
                                            const char          *kind,
                                            const char          *period, /* or "" */
                                            TosoKeptPaper      **draft,
                                            GError             **error);
GPtrArray     *toso_year_load_paper_blocks (TosoYear            *self, /* of TosoKeptBlock, in their order */
                                            gint64               paper_id,
                                            GError             **error);
/* One command, of a draft and its blocks.  @paper: id 0 adds; an issued one is
 * refused.  @title: a whole translated sentence. */
gboolean       toso_year_save_paper        (TosoYear            *self,
                                            const TosoKeptPaper *paper,
                                            const GPtrArray     *blocks,
                                            const char          *title,
                                            gint64              *saved_id, /* or NULL */
                                            GError             **error);
/* A draft; an issued one is refused. */
gboolean       toso_year_remove_paper      (TosoYear            *self,
                                            gint64               id,
                                            GError             **error);

/* --- issued --- */

/* A line of the outgoing register: Decree 30/2020/NĐ-CP, Annex IV. */
typedef struct
{
  char *signer;
  char *recipients;
  char *keeper; /* who keeps the copy on file */
  int   copies; /* 0: not known */
} TosoOutgoing;

typedef struct
{
  const TosoKeptPaper *paper;    /* id 0: one that was never kept; its number, symbol and day are those given */
  const GPtrArray     *blocks;   /* as they are printed, for good */
  const TosoOutgoing  *outgoing;
  const TosoOriginal  *exported; /* the PDF */
  const TosoOriginal  *signed_copy; /* came at once; or NULL */
} TosoIssue;

/* The next of the sequence that @symbol belongs to, in @year.  One sequence
 * for all papers of an agency, unless its register has shown that each symbol
 * counts by itself. */
gboolean       toso_year_next_number       (TosoYear            *self,
                                            int                  year,
                                            const char          *symbol,
                                            int                 *number,
                                            GError             **error);
/* One command: the paper is frozen, registered, its PDF kept.  A number and
 * symbol that are taken in that year are refused (Decree 30/2020/NĐ-CP,
 * Article 15: once a year). */
gboolean       toso_year_issue_paper       (TosoYear            *self,
                                            const TosoIssue     *issue,
                                            gint64              *saved_id, /* or NULL */
                                            GError             **error);
/* One command: kept beside the exported one.  @number 0, no @day: as they are
 * in the register; else the register takes those of the signed copy. */
gboolean       toso_year_receive_signed    (TosoYear            *self,
                                            gint64               paper_id,
                                            const TosoOriginal  *signed_copy,
                                            int                  number,
                                            TosoDate             day,
                                            GError             **error);
/* A file that the year keeps; its name and bytes. */
TosoOriginal  *toso_year_load_attachment   (TosoYear            *self,
                                            gint64               id,
                                            GError             **error);
/* Issued ones that say a figure whose source begins with @source. */
GPtrArray     *toso_year_list_papers_with  (TosoYear            *self, /* of TosoKeptPaper, newest first */
                                            const char          *source,
                                            GError             **error);

/* --- to whom papers go --- */

/* The list of recipients that was chosen for papers of a kind ("quarter",
 * "reminder"): of a report, that of its report type.  0: none. */
gboolean       toso_year_get_recipient_list (TosoYear           *self,
                                            const char          *kind,
                                            gint64              *list_id,
                                            GError             **error);
/* One command.  @list_id: 0 for none. */
gboolean       toso_year_set_recipient_list (TosoYear           *self,
                                            const char          *kind,
                                            gint64               list_id,
                                            GError             **error);

/* --- the page --- */

/* The office's own measures, name → double *: those that depart from the
 * default. */
GHashTable    *toso_year_load_measures     (TosoYear            *self,
                                            GError             **error);
/* One command: these and no others. */
gboolean       toso_year_save_measures     (TosoYear            *self,
                                            GHashTable          *measures,
                                            GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoKeptPaper, toso_kept_paper_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoKeptBlock, toso_kept_block_free)

G_END_DECLS
