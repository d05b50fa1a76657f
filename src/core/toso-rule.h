/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-plan.h"

G_BEGIN_DECLS

/* What makes a figure doubtful.  How severe each rule is, its number and its
 * sentence are data of the year file; what it looks at is here. */

typedef enum
{
  TOSO_SEVERITY_OFF,
  TOSO_SEVERITY_NOTE,   /* shown beside the figure */
  TOSO_SEVERITY_ASK,    /* a question to the village; the figure is kept, marked */
  TOSO_SEVERITY_REFUSE, /* not written */
} TosoSeverity;

#define TOSO_RULE_PART_WHOLE    "part-whole"    /* the part is larger than the whole */
#define TOSO_RULE_FALLS         "falls"         /* a stock is less than a period before */
#define TOSO_RULE_SAME          "same"          /* all of a village's figures as a period before */
#define TOSO_RULE_TENFOLD       "tenfold"       /* so many times more or less than a period before */
#define TOSO_RULE_HISTORY       "history"       /* beyond the village's own range by so much of it */
#define TOSO_RULE_ROUND         "round"         /* all of a village's figures are multiples of it */
#define TOSO_RULE_COMMUNE_TOTAL "commune-total" /* a village says the commune's sum */

typedef struct
{
  gint64       id;
  gint64       row_version;
  char        *code;
  TosoSeverity severity;
  TosoFigure   parameter;
  /* Vietnamese, to the village; {village} {indicator} {value} {other}
   * {parameter} stand for what was found. */
  char        *question;
} TosoRule;

TosoRule   *toso_rule_new  (const char *code);
TosoRule   *toso_rule_copy (const TosoRule *rule);
void        toso_rule_free (TosoRule   *rule);

const char *toso_severity_to_id   (TosoSeverity severity); /* "off" "note" "ask" "refuse" */
gboolean    toso_severity_from_id (const char *id, TosoSeverity *severity);

/* One figure, and what it is held against. */
typedef struct
{
  const char   *indicator;   /* name, for the question */
  TosoOverTime  over_time;
  TosoFigure    numerator;
  TosoFigure    denominator;
  TosoFigure    previous;    /* numerator a period before */
  TosoFigure    previous_denominator;
  const double *history;     /* numerators of the periods before, any order */
  guint         n_history;
  TosoFigure    commune;     /* what the commune came to a period before */
} TosoRuleCell;

typedef struct
{
  const TosoRule *rule;     /* not owned */
  int             cell;     /* index; -1: the village's row as a whole */
  char           *question; /* filled in */
} TosoFinding;

void        toso_finding_free (TosoFinding *finding);

/* Of one village's row.  @rules: of TosoRule; those switched off are passed
 * by.  Returns (transfer full): of TosoFinding, the most severe first, empty
 * when there is nothing to say. */
GPtrArray  *toso_rules_check  (const GPtrArray    *rules,
                               const char         *village,
                               const TosoRuleCell *cells,
                               guint               n_cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoRule, toso_rule_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoFinding, toso_finding_free)

G_END_DECLS
