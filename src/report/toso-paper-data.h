/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/toso-report.h"

G_BEGIN_DECLS

/* All that the papers of a period are composed from, read once.  What the year
 * does not hold is an empty list, never an invented line. */

typedef struct
{
  TosoVillage *village;      /* not owned */
  gboolean     reported;     /* figures of the period are there */
  char        *difficulties; /* or "" */
  char        *proposals;    /* or "" */
  TosoFigure  *values;       /* one a target, up to the end of the period */
} TosoVillageReport;

typedef struct
{
  char *village;
  char *name;
  char *role;  /* "Tổ trưởng" */
  char *basis; /* the decision, or "" */
} TosoTeamMember;

typedef struct
{
  char *recipient;
  char *achievement;
  char *form; /* "Giấy khen" */
  TosoFigure amount; /* đồng */
  char *decision;    /* its number, or "" */
  TosoDate decision_day;
} TosoCommended;

typedef struct
{
  char *text;   /* what was ordered or found, and by whom */
  char *source; /* "directive/12" */
} TosoPaperLine;

/* A task as it stood at the end of the period. */
typedef struct
{
  TosoTaskState state;
  char         *result; /* what was written of it, or "" */
} TosoTaskReport;

/* Villages whose report of a month has come in time, after it, or with no day to
 * judge by; and those that have not sent. */
typedef struct
{
  TosoPeriod month;
  guint      on_time, late, undated, missing;
} TosoMonthTally;

typedef struct
{
  gint64   id;
  TosoDate first, last; /* no date: not said */
  char    *title;
  char    *place, *method, *trainer; /* or "" */
  GPtrArray *present; /* of char *: who came */
} TosoPaperTraining;

/* Days of support to one team or member, of the period. */
typedef struct
{
  char      *team;
  char      *person; /* or "" */
  double     days;
  TosoFigure amount; /* đồng; missing where no day has one */
  guint      n, n_paid, n_amounts; /* entries; those paid; those with an amount */
  double     days_due;   /* of those not paid */
  TosoFigure amount_due;
  guint      n_open;     /* not paid, and without an amount */
  gint64     team_id, member_id;
} TosoSupportLine;

typedef enum
{
  TOSO_DEED_TRAINING,
  TOSO_DEED_BULLETIN,
  TOSO_DEED_VISIT,
  TOSO_DEED_GUIDANCE,
  TOSO_DEED_OTHER,
} TosoDeedKind;

#define TOSO_N_DEEDS 5

/* How often, and how many people it reached where that was written down. */
typedef struct
{
  guint      n;
  TosoFigure people;
} TosoDeed;

typedef struct
{
  char *cells[10]; /* the columns of Decree 30/2020/NĐ-CP, Annex IV, in their order */
} TosoRegisterLine;

/* Of the office, for a kind of paper. */
typedef struct
{
  gint64 id;
  char  *name;
  char  *code;  /* "BC" */
  GStrv  lines;
} TosoRecipientList;

typedef struct
{
  gint64   id;
  char    *name;
  GStrv    lines;       /* over the signature, as printed; may be none */
  TosoDate first, last; /* no date: not said */
  gboolean of_office;   /* that drafts */
} TosoSignatory;

typedef struct
{
  TosoPlan    *plan;
  GPtrArray   *villages; /* of TosoVillage */
  char        *village_word; /* "thôn", or "thôn, làng" */
  TosoDate     today;
  gboolean     has_period;
  TosoPeriod   period;
  TosoDate     first, last;  /* of the period */
  GPtrArray   *results;      /* of TosoTargetResult, up to the end of the period */
  GPtrArray   *previous;     /* the same a period before; NULL where the year has none */
  char        *period_name;  /* "2026-Q1", or "" */
  char        *period_words; /* "quý I năm 2026", or "năm 2026" */
  char        *as_of_words;  /* " (tính đến ngày 05/04/2026)" of a year that is not over; or "" */
  char        *previous_words;
  char        *previous_name;  /* "2025-Q4"; or NULL, as the words */
  char        *next_words;
  char        *asked_by;     /* of an ad hoc period: the letter; or NULL */
  GPtrArray   *reports;      /* of TosoVillageReport, village order */
  guint        n_reported;
  guint        n_on_time, n_late; /* of those whose day of arrival is known */
  GArray      *months;       /* of TosoMonthTally: those of a longer period that are over */
  TosoDate     village_due;  /* no date: none was set */
  const TosoVillageReport *only; /* the one village that the paper goes to; or NULL */
  GPtrArray   *members;      /* of TosoTeamMember */
  GPtrArray   *commended;    /* of TosoCommended: proposed, not yet decided */
  GPtrArray   *granted;      /* of TosoCommended */
  GPtrArray   *directions;   /* of TosoPaperLine: orders and checks of the period */
  guint        n_directives, n_inspections;
  GPtrArray   *decisions;    /* of TosoPaperLine: of the meeting about the period */
  GPtrArray   *task_reports; /* of TosoTaskReport, beside the plan's tasks */
  GPtrArray   *trainings;    /* of TosoPaperTraining, all of the year, by first day */
  GPtrArray   *support;      /* of TosoSupportLine */
  TosoDeed     deeds[TOSO_N_DEEDS]; /* of the period */
  GPtrArray   *entries;      /* of TosoRegisterLine */
  GPtrArray   *recipient_lists; /* of TosoRecipientList: those of today */
  gint64       recipient_list_id; /* that was chosen; 0: none */
  GPtrArray   *signatories;  /* of TosoSignatory: all of the register */
  TosoDate     sign_day;     /* of the paper */
  gint64       signatory_id; /* who was chosen; 0: nobody */
} TosoPaperData;

/* Members, commendations, orders, checks and deeds, from the registers. */
gboolean       toso_paper_data_read_registers (TosoPaperData *self,
                                               TosoYear      *year,
                                               GError       **error);
gboolean       toso_paper_data_read_trainings (TosoPaperData *self,
                                               TosoYear      *year,
                                               GError       **error);
/* To whom papers of a kind go. */
gboolean       toso_paper_data_read_recipients (TosoPaperData *self,
                                                TosoYear      *year,
                                                const char    *kind,
                                                GError       **error);
gboolean       toso_paper_data_read_signatories (TosoPaperData *self,
                                                 TosoYear      *year,
                                                 GError       **error);
void           toso_signatory_free  (TosoSignatory  *signatory);
TosoPaperData *toso_paper_data_new  (void); /* empty */
TosoPaperData *toso_paper_data_load (TosoYear         *year,
                                     const TosoPeriod *period, /* or NULL */
                                     TosoDate          today,
                                     GError          **error);
void           toso_paper_data_free (TosoPaperData    *self);
/* Names of the villages that have not reported; NULL-terminated. */
GStrv          toso_paper_data_list_late (const TosoPaperData *self);
/* How many villages' teams the list of members has. */
guint          toso_paper_data_count_teams (const TosoPaperData *self);
/* Whether any of those commended gets money. */
gboolean       toso_paper_data_has_amounts (const TosoPaperData *self);
TosoTeamMember *toso_paper_data_add_member (TosoPaperData *self,
                                            const char    *village,
                                            const char    *name,
                                            const char    *role,
                                            const char    *basis);
TosoCommended  *toso_paper_data_add_commended (TosoPaperData *self,
                                               const char    *recipient,
                                               const char    *achievement,
                                               const char    *form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoPaperData, toso_paper_data_free)

G_END_DECLS
