/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-rule.h"

#include <math.h>
#include <string.h>

/* Fewer figures than this say nothing about a habit. */
#define MIN_FIGURES 3
#define MIN_HISTORY 4

TosoRule *
toso_rule_new (const char *code)
{
  TosoRule *rule = g_new0 (TosoRule, 1);

  rule->code = g_strdup (code);
  rule->question = g_strdup ("");
  return rule;
}

TosoRule *
toso_rule_copy (const TosoRule *rule)
{
  TosoRule *copy = g_memdup2 (rule, sizeof *rule);

  copy->code = g_strdup (rule->code);
  copy->question = g_strdup (rule->question != NULL ? rule->question : "");
  return copy;
}

void
toso_rule_free (TosoRule *rule)
{
  if (rule == NULL)
    return;

  g_free (rule->code);
  g_free (rule->question);
  g_free (rule);
}

void
toso_finding_free (TosoFinding *finding)
{
  if (finding == NULL)
    return;

  g_free (finding->question);
  g_free (finding);
}

static const char *const severities[] = {
  [TOSO_SEVERITY_OFF] = "off",
  [TOSO_SEVERITY_NOTE] = "note",
  [TOSO_SEVERITY_ASK] = "ask",
  [TOSO_SEVERITY_REFUSE] = "refuse",
};

const char *
toso_severity_to_id (TosoSeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (severities), NULL);

  return severities[severity];
}

gboolean
toso_severity_from_id (const char   *id,
                       TosoSeverity *severity)
{
  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    if (g_strcmp0 (severities[i], id) == 0)
      {
        *severity = i;
        return TRUE;
      }

  return FALSE;
}

/* --- the rules: TRUE when there is something to ask --- */

typedef struct
{
  const TosoRule     *rule;
  const TosoRuleCell *cells;
  guint               n_cells;
  const TosoRuleCell *cell;  /* NULL for a rule of the row */
  char               *other; /* what the figure is held against, in words */
} Look;

static void
say_other (Look  *look,
           double value)
{
  look->other = toso_number_format (value, 6);
}

static gboolean
is_part_larger (Look *look)
{
  const TosoRuleCell *cell = look->cell;

  if (!cell->numerator.known || !cell->denominator.known || cell->numerator.value <= cell->denominator.value)
    return FALSE;

  say_other (look, cell->denominator.value);
  return TRUE;
}

static gboolean
has_fallen (Look *look)
{
  const TosoRuleCell *cell = look->cell;

  if (cell->over_time != TOSO_OVER_TIME_STOCK || !cell->numerator.known || !cell->previous.known ||
      cell->numerator.value >= cell->previous.value)
    return FALSE;

  say_other (look, cell->previous.value);
  return TRUE;
}

static gboolean
has_jumped (Look *look)
{
  const TosoRuleCell *cell = look->cell;
  double              times = look->rule->parameter.known ? look->rule->parameter.value : 10;
  double              less, more;

  if (!cell->numerator.known || !cell->previous.known)
    return FALSE;

  less = MIN (cell->numerator.value, cell->previous.value);
  more = MAX (cell->numerator.value, cell->previous.value);
  /* From nothing to something is a beginning; units go from 1 to 10 by themselves. */
  if (less <= 0 || more < times * 2 || more < less * times)
    return FALSE;

  say_other (look, cell->previous.value);
  return TRUE;
}

static gboolean
is_beyond_history (Look *look)
{
  const TosoRuleCell *cell = look->cell;
  double              share = look->rule->parameter.known ? look->rule->parameter.value : 0.5;
  double              least, most, margin;
  g_autofree char    *first = NULL;
  g_autofree char    *last = NULL;

  if (!cell->numerator.known || cell->n_history < MIN_HISTORY)
    return FALSE;

  least = most = cell->history[0];
  for (guint i = 1; i < cell->n_history; i++)
    {
      least = MIN (least, cell->history[i]);
      most = MAX (most, cell->history[i]);
    }
  margin = (most - least) * share;
  if (margin <= 0 || (cell->numerator.value >= least - margin && cell->numerator.value <= most + margin))
    return FALSE;

  first = toso_number_format (least, 6);
  last = toso_number_format (most, 6);
  look->other = g_strdup_printf ("%s – %s", first, last);
  return TRUE;
}

static gboolean
is_communes (Look *look)
{
  const TosoRuleCell *cell = look->cell;

  /* Small sums are met by chance. */
  if (!cell->numerator.known || !cell->commune.known || cell->commune.value < 10 ||
      cell->numerator.value != cell->commune.value ||
      (cell->previous.known && cell->previous.value == cell->commune.value))
    return FALSE;

  say_other (look, cell->commune.value);
  return TRUE;
}

static gboolean
is_same_everywhere (Look *look)
{
  guint n = 0;

  for (guint i = 0; i < look->n_cells; i++)
    {
      const TosoRuleCell *cell = &look->cells[i];

      if (!cell->numerator.known)
        continue;
      if (!cell->previous.known || cell->numerator.value != cell->previous.value)
        return FALSE;
      n++;
    }

  return n >= MIN_FIGURES;
}

static gboolean
is_round (Look *look)
{
  double step = look->rule->parameter.known ? look->rule->parameter.value : 10;
  guint  n = 0;

  if (step <= 1)
    return FALSE;
  for (guint i = 0; i < look->n_cells; i++)
    {
      const TosoRuleCell *cell = &look->cells[i];

      if (!cell->numerator.known || cell->numerator.value == 0)
        continue;
      if (fmod (cell->numerator.value, step) != 0)
        return FALSE;
      n++;
    }

  return n >= MIN_FIGURES;
}

static const struct
{
  const char *code;
  gboolean    of_row;
  gboolean (*has_found) (Look *look);
} looks[] = {
  { TOSO_RULE_PART_WHOLE, FALSE, is_part_larger },
  { TOSO_RULE_FALLS, FALSE, has_fallen },
  { TOSO_RULE_TENFOLD, FALSE, has_jumped },
  { TOSO_RULE_HISTORY, FALSE, is_beyond_history },
  { TOSO_RULE_COMMUNE_TOTAL, FALSE, is_communes },
  { TOSO_RULE_SAME, TRUE, is_same_everywhere },
  { TOSO_RULE_ROUND, TRUE, is_round },
};

/* --- the question --- */

static char *
fill_question (const Look *look,
               const char *village)
{
  g_autoptr (GString) text = g_string_new (look->rule->question);
  g_autofree char *parameter = toso_number_format_figure (look->rule->parameter, 6);
  g_autofree char *value = NULL;

  if (look->cell != NULL)
    value = toso_number_format_figure (look->cell->numerator, 6);

  g_string_replace (text, "{value}", value != NULL ? value : "", 0);
  g_string_replace (text, "{other}", look->other != NULL ? look->other : "", 0);
  g_string_replace (text, "{parameter}", parameter, 0);
  /* Names last: a village may be called anything. */
  g_string_replace (text, "{indicator}", look->cell != NULL ? look->cell->indicator : "", 0);
  g_string_replace (text, "{village}", village, 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
look_at (const TosoRule     *rule,
         const char         *village,
         const TosoRuleCell *cells,
         guint               n_cells,
         int                 index, /* -1: the row */
         gboolean (*has_found) (Look *look),
         GPtrArray *findings)
{
  Look         look = { rule, cells, n_cells, index >= 0 ? &cells[index] : NULL, NULL };
  TosoFinding *finding;

  if (!has_found (&look))
    return;

  finding = g_new0 (TosoFinding, 1);
  finding->rule = rule;
  finding->cell = index;
  finding->question = fill_question (&look, village);
  g_ptr_array_add (findings, finding);
  g_free (look.other);
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const TosoFinding *first = *(const TosoFinding *const *) a;
  const TosoFinding *second = *(const TosoFinding *const *) b;

  if (first->rule->severity != second->rule->severity)
    return (int) second->rule->severity - (int) first->rule->severity;

  return first->cell - second->cell;
}

GPtrArray *
toso_rules_check (const GPtrArray    *rules,
                  const char         *village,
                  const TosoRuleCell *cells,
                  guint               n_cells)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_finding_free);

  for (guint r = 0; r < rules->len; r++)
    {
      const TosoRule *rule = g_ptr_array_index (rules, r);

      if (rule->severity == TOSO_SEVERITY_OFF)
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (looks); k++)
        {
          if (strcmp (looks[k].code, rule->code) != 0)
            continue;
          if (looks[k].of_row)
            look_at (rule, village, cells, n_cells, -1, looks[k].has_found, findings);
          for (guint i = 0; i < n_cells && !looks[k].of_row; i++)
            look_at (rule, village, cells, n_cells, (int) i, looks[k].has_found, findings);
        }
    }

  /* A stable sort: within one the order of the rules. */
  g_ptr_array_sort (findings, compare_findings);
  return g_steal_pointer (&findings);
}
