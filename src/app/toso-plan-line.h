/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-text.h"
#include "report/toso-report.h"

G_BEGIN_DECLS

/* The plan's text as the screen shows it: one value a paragraph, in text
 * order, each with what is linked to it.  Pure: no widget, no store. */

/* What of the plan a line is, hence what a person edits in it. */
typedef enum
{
  TOSO_PLAN_PART_AGENCY, /* with the superior's line over it, where there is one */
  TOSO_PLAN_PART_NATION, /* and motto: fixed by the decree, not edited */
  TOSO_PLAN_PART_NUMBER,
  TOSO_PLAN_PART_PLACE_DATE,
  TOSO_PLAN_PART_KIND,
  TOSO_PLAN_PART_TITLE,
  TOSO_PLAN_PART_HEADING, /* label and heading, or label and running text */
  TOSO_PLAN_PART_BODY,
  TOSO_PLAN_PART_RECIPIENTS_HEADING,
  TOSO_PLAN_PART_RECIPIENTS,
  TOSO_PLAN_PART_SIGNATURE,
  TOSO_PLAN_PART_SIGNER,
  TOSO_PLAN_PART_GAP, /* comparison only: stands for a run of unchanged lines */
} TosoPlanPart;

/* Entries of the tree that are no section of their own. */
#define TOSO_PLAN_NODE_OPENING (-1)
#define TOSO_PLAN_NODE_ENDING  (-2)

/* A target or task linked to a line. */
typedef struct
{
  gint64   target_id; /* or 0 */
  gint64   task_id;   /* or 0 */
  TosoMark mark;
  char    *value;     /* "46,8 %", "III.2" */
  char    *state;     /* "chậm" */
  char    *note;      /* "38/41 thôn", "Thường xuyên" */
  char    *name;      /* of the target or task, for screen readers */
  char    *as_of;     /* "14/03/2026", or "" */
  gsize    start;     /* bytes of the line's text that say it; */
  gsize    end;       /* start == end: none in particular */
} TosoPlanMark;

/* What the reader remarked on in a line. */
typedef struct
{
  gsize start;
  gsize end;
  char *message;
} TosoPlanFlaw;

typedef struct
{
  TosoPlanPart part;
  int          level;      /* of the section, 1 outermost; 0 elsewhere */
  gint64       section_id; /* 0 for header and signature */
  gint64       node_id;    /* entry of the tree: a section, or TOSO_PLAN_NODE_* */
  guint        paragraph;  /* of the section's body, from 0 */
  gboolean     running;    /* heading line that carries the body's first paragraph */
  guint        number;     /* "đoạn 4/8": place among the lines of the same entry */
  guint        count;
  char        *path;       /* "II.2" */
  gsize        fixed;      /* bytes of the text that are the section's number, with what parts it */
  char        *text;       /* as printed; lines by '\n' in title, recipients, signature */
  GPtrArray   *marks;      /* of TosoPlanMark */
  GPtrArray   *flaws;      /* of TosoPlanFlaw */
  TosoDiffKind diff;       /* comparison only */
  GArray      *changes;    /* of TosoSpan: words of text that differ; comparison only, or NULL */
} TosoPlanLine;

TosoPlanLine *toso_plan_line_new        (TosoPlanPart        part,
                                         const char         *text);
void          toso_plan_line_free       (TosoPlanLine       *line);
void          toso_plan_mark_free       (TosoPlanMark       *mark);
void          toso_plan_flaw_free       (TosoPlanFlaw       *flaw);
gboolean      toso_plan_line_is_fixed   (const TosoPlanLine *line); /* not for editing */
gboolean      toso_plan_line_same_place (const TosoPlanLine *a,
                                         const TosoPlanLine *b);
gboolean      toso_plan_line_equal      (const TosoPlanLine *a,
                                         const TosoPlanLine *b);

/* @results: of TosoTargetResult, or NULL.  @remarks: of TosoRemark with spans
 * of plan->source, or NULL. */
GPtrArray    *toso_plan_lines_new       (const TosoPlan     *plan,
                                         GPtrArray          *results,
                                         GPtrArray          *remarks);
/* The signed text against the plan now: of TosoPlanLine.  Long unchanged runs
 * are told in one line; without a change there is nothing else. */
GPtrArray    *toso_plan_lines_compare   (const char *const  *signed_text,
                                         const char *const  *now,
                                         guint              *n_removed,
                                         guint              *n_added);

/* First line of an entry of the tree; of a target's sentence; G_MAXUINT: none. */
guint         toso_plan_lines_find_node (GPtrArray          *lines,
                                         gint64              node_id);
guint         toso_plan_lines_find_target (GPtrArray        *lines,
                                           gint64            target_id);
/* Marks in @lines what the reader remarked on. */
void          toso_plan_lines_add_flaws (GPtrArray          *lines,
                                         const TosoPlan     *plan,
                                         GPtrArray          *remarks);
/* Line that a remark speaks of; G_MAXUINT when its text is gone. */
guint         toso_plan_lines_find_remark (GPtrArray        *lines,
                                           const TosoPlan   *plan,
                                           const TosoRemark *remark);


G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoPlanLine, toso_plan_line_free)

G_END_DECLS
