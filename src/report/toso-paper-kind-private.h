/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/toso-paper-choices.h"
#include "report/toso-paper-data.h"
#include "report/toso-sentence.h"

G_BEGIN_DECLS

/* A kind of paper is a description: what it is called, what it says in which
 * order, who gets it.  A further kind is a small file, and a line in the
 * registry (toso-report-kinds.c).
 *
 * In patterns {period}, {as_of}, {next}, {year}, {team}, {abbr}, {commune}, {COMMUNE},
 * {agency}, {ubnd}, {office}, {drafter}, {villages} and {n} stand for words of the year; "|" parts
 * printed lines. */

/* A law is cited by its name and day alone (Decree 30/2020/NĐ-CP, Annex I, Part
 * I, II.6.a). */
#define TOSO_LAW_LOCAL_GOVERNMENT "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
#define TOSO_LAW_COMMENDATION     "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"

typedef void (*TosoPartFunc) (const TosoPaperData *data,
                              GPtrArray           *blocks);

typedef struct
{
  int          level;   /* 1: "I. TÊN MỤC"; 2: "1. Tên"; 0: no heading */
  const char  *heading; /* a pattern, without its number */
  TosoPartFunc compose; /* NULL at the end of a list */
} TosoPaperPart;

/* One that composes nothing is left out. */
typedef struct
{
  const char  *title; /* a pattern */
  TosoPartFunc compose;
  gboolean     landscape;
} TosoPaperAnnex;

typedef enum
{
  TOSO_PERIOD_OF_NO_KIND,  /* the year */
  TOSO_PERIOD_IF_GIVEN,    /* any, ad hoc ones too; else the last opened of the kind, else the year */
  TOSO_PERIOD_OF_ANY_KIND, /* the last month that has ended, unless said otherwise */
  TOSO_PERIOD_OF_THE_KIND,
} TosoPeriodNeed;

typedef struct
{
  const char           *name;  /* of the command line */
  const char           *label; /* English msgid, for screens */
  const char           *code;  /* in its symbol (Decree 30/2020/NĐ-CP, Annex III); NULL: a letter; "": no number */
  const char           *kind;  /* "BÁO CÁO"; NULL: a letter */
  const char           *title; /* a pattern */
  TosoPeriodNeed        period_need;
  TosoPeriodKind        period_kind;
  const char           *authority; /* a pattern: over the bases of a decision; or NULL */
  GStrv (*list_addressees) (const TosoPaperData *data); /* or NULL */
  gboolean              to_each; /* may be made for one late village alone: data->only */
  const TosoPaperPart  *parts;
  /* Pages that are no annexes, each with a key that begins so; or NULL. */
#define TOSO_CERTIFICATE_KEY "certificate."
  void (*add_pages) (const TosoPaperData *data, TosoPaper *paper);
  const TosoPaperAnnex *annexes;         /* ends with a compose of NULL; or NULL */
  const char           *first_recipient; /* "- Như trên;", or NULL */
  gboolean              to_plan;         /* those that the plan went to, too */
  gboolean              by_office;  /* the office that drafts issues it, to the committee (sample 1.4) */
  gboolean              is_minutes;      /* two sign: who wrote, who was in the chair */
  gboolean              unsigned_list;   /* a list for the office: nobody signs */
  gboolean              landscape;
} TosoPaperKind;

extern const TosoPaperKind toso_kind_month, toso_kind_quarter, toso_kind_half, toso_kind_nine_month, toso_kind_year,
  toso_kind_ad_hoc, toso_kind_reminder, toso_kind_guidance, toso_kind_invitation, toso_kind_training, toso_kind_conclusions, toso_kind_proposal, toso_kind_commendation,
  toso_kind_strengthening, toso_kind_minutes, toso_kind_members, toso_kind_sign_in,
  toso_kind_support, toso_kind_payment, toso_kind_certificates, toso_kind_training_certificates, toso_kind_register;

/* NULL: there is none; the plan is none of them. */
const TosoPaperKind *toso_report_find_kind (const char *name);

TosoPaper *toso_paper_kind_compose (const TosoPaperKind *kind,
                                    const TosoPaperData *data);
char      *toso_paper_fill         (const TosoPaperData *data,
                                    const char          *pattern);
/* A paragraph of a pattern. */
TosoBlock *toso_paper_add_text     (const TosoPaperData *data,
                                    GPtrArray           *blocks,
                                    TosoBlockKind        kind,
                                    const char          *pattern);
/* "Địa điểm: ………": a line for the pen; @label NULL: dots alone.  As many dots
 * as nearly fill it: the typesetter spreads them to the edge. */
TosoBlock *toso_paper_add_dots     (GPtrArray           *blocks,
                                    const char          *label,
                                    guint                n_dots);
/* The training that is to come next, else the last there was; or NULL. */
const TosoPaperTraining *toso_paper_find_training (const TosoPaperData *data);
/* The last training that somebody is known to have come to; or NULL. */
const TosoPaperTraining *toso_paper_find_held (const TosoPaperData *data);
/* Names @block by what it says, so that it is found again when the data have
 * moved; one that a part leaves unnamed is named by its place.  Its argument. */
TosoBlock *toso_paper_name_block   (TosoBlock           *block,
                                    const char          *format,
                                    ...) G_GNUC_PRINTF (2, 3);
/* "Báo cáo kết quả …": the PDF's title, and that of the register. */
char      *toso_paper_make_subject (const TosoPaper     *paper);
/* "Phụ lục I", in their order. */
void       toso_paper_label_annexes (TosoPaper          *paper);
/* "Phòng Văn hóa - Xã hội": the office that drafts, as the plan names it, and
 * "VHXH"; NULL where the plan names none. */
char      *toso_paper_find_office  (const TosoPlan      *plan);
char      *toso_paper_find_drafter (const TosoPlan      *plan);

/* --- the foot --- */

void       toso_paper_set_foot     (TosoPaper           *paper,
                                    const TosoPaperKind *kind,
                                    const TosoPaperData *data);
/* The list that was chosen, else the first for papers of the kind, or NULL. */
const TosoRecipientList *toso_paper_find_recipients (const TosoPaperKind *kind,
                                    const TosoPaperData *data);
gboolean   toso_paper_is_for_kind  (const TosoRecipientList *list,
                                    const TosoPaperKind *kind);
/* Who signs, or NULL. */
const TosoSignatory *toso_paper_find_signer (const TosoPaperKind *kind,
                                    const TosoPaperData *data,
                                    TosoSigning         *signing);
gboolean   toso_paper_may_sign     (const TosoSignatory *signatory,
                                    const TosoPaperKind *kind,
                                    const TosoPaperData *data);
/* "KT. CHỦ TỊCH": for another. */
gboolean   toso_paper_is_by_deputy (const char          *line);

/* --- parts that kinds share --- */

void toso_part_opening        (const TosoPaperData *data,
                               GPtrArray           *blocks);
void toso_part_direction      (const TosoPaperData *data,
                               GPtrArray           *blocks);
void toso_part_timeliness     (const TosoPaperData *data,
                               GPtrArray           *blocks);
void toso_part_targets        (const TosoPaperData *data,
                               GPtrArray           *blocks);
void toso_part_deeds          (const TosoPaperData *data,
                               GPtrArray           *blocks);
void toso_part_tasks          (const TosoPaperData *data,
                               GPtrArray           *blocks);
void toso_part_difficulties   (const TosoPaperData *data,
                               GPtrArray           *blocks);
void toso_part_proposals      (const TosoPaperData *data,
                               GPtrArray           *blocks);
void toso_part_tasks_to_come  (const TosoPaperData *data,
                               GPtrArray           *blocks);
void toso_part_closing        (const TosoPaperData *data,
                               GPtrArray           *blocks);
/* Nothing where villages do not report by month, or have not. */
void toso_part_months_figure  (const TosoPaperData *data,
                               GPtrArray           *blocks);
/* The number of the next one. */
guint toso_part_count_figures (GPtrArray           *blocks);
void toso_part_targets_figure (const TosoPaperData *data,
                               GPtrArray           *blocks);

/* Cells up to NULL. */
void toso_table_add_row       (TosoBlock           *table,
                               const char          *first,
                               ...) G_GNUC_NULL_TERMINATED;
/* What the cell that was added last in the column says, all of it, is from. */
void toso_table_bind_cell     (TosoBlock           *table,
                               guint                column,
                               const char          *format,
                               ...) G_GNUC_PRINTF (3, 4);
void toso_table_add_none      (GPtrArray           *blocks,
                               const char          *text);
void toso_table_targets       (const TosoPaperData *data,
                               GPtrArray           *blocks);
void toso_table_villages      (const TosoPaperData *data,
                               GPtrArray           *blocks);
void toso_table_tasks         (const TosoPaperData *data,
                               GPtrArray           *blocks);
void toso_table_late          (const TosoPaperData *data,
                               GPtrArray           *blocks);
void toso_table_members       (const TosoPaperData *data,
                               GPtrArray           *blocks);
void toso_table_support       (const TosoPaperData *data,
                               GPtrArray           *blocks);
void toso_table_commended     (const TosoPaperData *data,
                               GPtrArray           *blocks);
void toso_table_register      (const TosoPaperData *data,
                               GPtrArray           *blocks);

extern const TosoPaperPart  toso_report_parts[];
extern const TosoPaperAnnex toso_report_annexes[];
extern const TosoPaperAnnex toso_meeting_annexes[]; /* of the figures alone */

G_END_DECLS
