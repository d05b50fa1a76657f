/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"
#include "report/toso-draft.h"
#include "report/toso-paper-kind-private.h"
#include "store/toso-year-reports.h"

/* On papers, whose words are never translated, and on charts that stand beside
 * them. */
#define SAMPLE_MARK "SỐ LIỆU MẪU"

/* A further kind of paper is one more line here, and one of its names below. */
static const TosoPaperKind *const kinds[] = {
  &toso_kind_month,
  &toso_kind_quarter,
  &toso_kind_half,
  &toso_kind_nine_month,
  &toso_kind_year,
  &toso_kind_ad_hoc,
  &toso_kind_reminder,
  &toso_kind_guidance,
  &toso_kind_invitation,
  &toso_kind_training,
  &toso_kind_conclusions,
  &toso_kind_proposal,
  &toso_kind_commendation,
  &toso_kind_strengthening,
  &toso_kind_minutes,
  &toso_kind_members,
  &toso_kind_sign_in,
  &toso_kind_support,
  &toso_kind_payment,
  &toso_kind_certificates,
  &toso_kind_training_certificates,
  &toso_kind_register,
};

static const char *const paper_names[] = {
  "plan",
  "month",
  "quarter",
  "half",
  "nine-month",
  "year",
  "ad-hoc",
  "reminder",
  "guidance",
  "invitation",
  "training",
  "conclusions",
  "proposal",
  "commendation",
  "strengthening",
  "minutes",
  "members",
  "sign-in",
  "support",
  "payment",
  "certificates",
  "training-certificates",
  "register",
  NULL,
};

const char *const *
toso_report_list_papers (void)
{
  return paper_names;
}

/**
 * toso_report_get_mark:
 *
 * Made-up figures are marked on every screen, chart and page.
 *
 * Returns: (nullable): what is to stand across them
 */
const char *
toso_report_get_mark (TosoYear *year)
{
  g_return_val_if_fail (TOSO_IS_YEAR (year), NULL);

  return toso_year_is_sample (year) ? SAMPLE_MARK : NULL;
}

static TosoPaper *
write_plan (TosoYear *year,
            GError  **error)
{
  g_autoptr (TosoPlan) plan = toso_year_load_plan (year, error);

  return plan != NULL ? toso_report_plan_paper (plan) : NULL;
}

/* Of the plan as it went out last, where its text has left blanks. */
gboolean
toso_report_number_plan (TosoYear  *year,
                         TosoPaper *paper,
                         GError   **error)
{
  g_autoptr (GPtrArray) papers = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (year) && paper != NULL, FALSE);

  papers = toso_year_list_papers (year, error);
  for (guint i = 0; papers != NULL && i < papers->len; i++)
    {
      const TosoKeptPaper *kept = papers->pdata[i];

      if (kept->state == TOSO_PAPER_DRAFT || !g_str_equal (kept->kind, "plan"))
        continue;
      toso_report_set_number (paper, kept->number, kept->day);
      break;
    }

  return papers != NULL;
}

/* --- the period of a paper --- */

static const char *
get_period_example (TosoPeriodKind kind)
{
  switch (kind)
    {
    case TOSO_PERIOD_MONTH:
      return "2026-03";
    case TOSO_PERIOD_QUARTER:
      return "2026-Q1";
    case TOSO_PERIOD_HALF:
      return "2026-H1";
    case TOSO_PERIOD_NINE_MONTHS:
      return "2026-9M";
    case TOSO_PERIOD_YEAR:
    case TOSO_PERIOD_AD_HOC:
    default:
      return "2026";
    }
}

/* The last that has ended; in the first of a year that one. */
static gboolean
find_last_period (TosoYear      *year,
                  TosoPeriodKind kind,
                  TosoPeriod    *period,
                  GError       **error)
{
  TosoDate   first, last, today = toso_date_today ();
  TosoCutoff cutoff;
  int        custom_day;

  if (!toso_year_get_calendar (year, &first, &last, &cutoff, &custom_day, error))
    return FALSE;
  if (toso_date_compare (today, last) > 0)
    {
      *period = toso_period_at (kind, last, cutoff, custom_day);
      return TRUE;
    }
  if (toso_date_compare (today, first) < 0)
    today = first;
  *period = toso_period_at (kind, today, cutoff, custom_day);
  if (kind != TOSO_PERIOD_YEAR && kind != TOSO_PERIOD_NINE_MONTHS && toso_period_previous (*period).year == period->year)
    *period = toso_period_previous (*period);

  return TRUE;
}

static gboolean
takes_period (const TosoPaperKind *kind,
              TosoPeriod           period)
{
  switch (kind->period_need)
    {
    case TOSO_PERIOD_IF_GIVEN:
      return TRUE;

    case TOSO_PERIOD_OF_ANY_KIND:
      return period.kind != TOSO_PERIOD_AD_HOC;

    case TOSO_PERIOD_OF_THE_KIND:
      return period.kind == kind->period_kind;

    case TOSO_PERIOD_OF_NO_KIND:
    default:
      return FALSE;
    }
}

/* FALSE, and no error, where none was asked for. */
static gboolean
find_last_asked (TosoYear   *year,
                 TosoPeriod *period,
                 GError    **error)
{
  g_autoptr (TosoPlan) plan = toso_year_load_plan (year, error);
  TosoPeriod asked = { TOSO_PERIOD_AD_HOC, plan != NULL ? plan->year : 0, 1 };
  gboolean   found = FALSE;

  for (; plan != NULL && asked.number <= 99; asked.number++)
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (TosoReportPeriod) opened = toso_year_get_period (year, asked, &local_error);

      if (opened == NULL && !g_error_matches (local_error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND))
        g_propagate_error (error, g_steal_pointer (&local_error));
      if (opened == NULL)
        break;
      *period = asked;
      found = TRUE;
    }

  return found;
}

/* @use: NULL for a kind that is of the whole year. */
static gboolean
choose_period (TosoYear            *year,
               const TosoPaperKind *kind,
               const TosoPeriod    *given,
               TosoPeriod          *chosen,
               const TosoPeriod   **use,
               GError             **error)
{
  *use = NULL;
  if (kind->period_need == TOSO_PERIOD_OF_NO_KIND)
    return TRUE;

  if (given == NULL && kind->period_need == TOSO_PERIOD_IF_GIVEN)
    {
      g_autoptr (GError) local_error = NULL;

      if (kind->period_kind == TOSO_PERIOD_AD_HOC && find_last_asked (year, chosen, &local_error))
        *use = chosen;
      if (local_error == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  *use = chosen;
  if (given == NULL)
    return find_last_period (year, kind->period_need == TOSO_PERIOD_OF_THE_KIND ? kind->period_kind : TOSO_PERIOD_MONTH,
                             chosen, error);
  *chosen = *given;
  if (takes_period (kind, *given))
    return TRUE;

  /* Translators: a kind of paper; a period such as 2026-Q1 */
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID, _ ("“%s” is for a period such as %s: give one of that kind."),
               kind->name, get_period_example (kind->period_need == TOSO_PERIOD_OF_THE_KIND ? kind->period_kind : TOSO_PERIOD_MONTH));

  return FALSE;
}

static TosoPaperData *
load_data (TosoYear            *year,
           const TosoPaperKind *kind,
           const TosoPeriod    *period,
           GError             **error)
{
  g_autoptr (TosoPaperData) data = NULL;
  TosoPeriod        chosen;
  const TosoPeriod *use;

  if (!choose_period (year, kind, period, &chosen, &use, error))
    return NULL;
  data = toso_paper_data_load (year, use, toso_date_today (), error);
  if (data == NULL || !toso_paper_data_read_recipients (data, year, kind->name, error) ||
      !toso_paper_data_read_signatories (data, year, error))
    return NULL;

  /* Its figures would be looked for in another file. */
  if (use != NULL && data->plan->year != 0 && use->year != data->plan->year)
    {
      g_autofree char *title = toso_period_screen_title (*use);

      g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                   _ ("“%s” is no period of %d, the year of this plan. Choose one of that year."), title, data->plan->year);
      return NULL;
    }

  return g_steal_pointer (&data);
}

/* As old as the latest change, so that the same data gives the same bytes; and
 * marked where the figures are made up. */
static TosoPaper *
finish_paper (TosoYear  *year,
              TosoPaper *paper,
              GError   **error)
{
  g_autoptr (GPtrArray) entries = paper != NULL ? toso_year_list_journal (year, 1, error) : NULL;

  if (entries == NULL)
    {
      toso_paper_free (paper);
      return NULL;
    }
  if (entries->len > 0)
    paper->created = ((const TosoJournalEntry *) g_ptr_array_index (entries, 0))->time;
  paper->watermark = g_strdup (toso_report_get_mark (year));

  return paper;
}

static void
set_unknown_kind (const char        *kind,
                  const char *const *names,
                  GError           **error)
{
  g_autofree char *list = g_strjoinv (", ", (char **) names);

  /* Translators: what was asked for; what there is */
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("There is no “%s” here: choose one of %s"), kind, list);
}

const TosoPaperKind *
toso_report_find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i]->name, name))
      return kinds[i];

  return NULL;
}

TosoPaper *
toso_report_paper_signed (TosoYear         *year,
                          const char       *kind_name,
                          const TosoPeriod *period,
                          gint64            signatory_id,
                          TosoDate          day,
                          GError          **error)
{
  const TosoPaperKind *kind;
  g_autoptr (TosoPaperData) data = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (year) && kind_name != NULL, NULL);

  if (g_str_equal (kind_name, "plan"))
    return finish_paper (year, write_plan (year, error), error);
  kind = toso_report_find_kind (kind_name);
  if (kind == NULL)
    {
      set_unknown_kind (kind_name, paper_names, error);
      return NULL;
    }
  data = load_data (year, kind, period, error);
  if (data == NULL)
    return NULL;
  data->signatory_id = signatory_id;
  data->sign_day = day;

  return finish_paper (year, toso_paper_kind_compose (kind, data), error);
}

TosoPaper *
toso_report_paper (TosoYear         *year,
                   const char       *kind,
                   const TosoPeriod *period,
                   GError          **error)
{
  g_autoptr (TosoPaper) paper = toso_report_paper_signed (year, kind, period, 0, toso_date_today (), error);

  if (paper == NULL || (g_str_equal (kind, "plan") && !toso_report_number_plan (year, paper, error)))
    return NULL;

  return g_steal_pointer (&paper);
}

gboolean
toso_report_find_period (TosoYear         *year,
                         const char       *kind,
                         const TosoPeriod *given,
                         TosoPeriod       *period,
                         gboolean         *has_period,
                         GError          **error)
{
  const TosoPeriod    *use = NULL;
  const TosoPaperKind *found;

  g_return_val_if_fail (TOSO_IS_YEAR (year) && kind != NULL, FALSE);

  *has_period = FALSE;
  if (g_str_equal (kind, "plan"))
    return TRUE;
  found = toso_report_find_kind (kind);
  if (found == NULL)
    {
      set_unknown_kind (kind, paper_names, error);
      return FALSE;
    }
  if (!choose_period (year, found, given, period, &use, error))
    return FALSE;
  *has_period = use != NULL;

  return TRUE;
}

/**
 * toso_report_paper_takes_period:
 *
 * Whether @kind may be of @period.  One that may not is made of the last
 * period of its own kind.
 */
gboolean
toso_report_paper_takes_period (const char *kind,
                                TosoPeriod  period)
{
  const TosoPaperKind *found;

  g_return_val_if_fail (kind != NULL, FALSE);

  found = toso_report_find_kind (kind);

  return found != NULL && takes_period (found, period);
}

/**
 * toso_report_get_paper_label:
 *
 * Returns: (nullable): what the kind is called on the screen
 */
const char *
toso_report_get_paper_label (const char *kind)
{
  const TosoPaperKind *found;

  g_return_val_if_fail (kind != NULL, NULL);

  if (g_str_equal (kind, "plan"))
    return _ ("The plan");
  found = toso_report_find_kind (kind);

  return found != NULL ? _ (found->label) : NULL;
}

gboolean
toso_report_paper_goes_to_each (const char *kind)
{
  const TosoPaperKind *found;

  g_return_val_if_fail (kind != NULL, FALSE);

  found = toso_report_find_kind (kind);

  return found != NULL && found->to_each;
}

static const TosoPaperKind *
find_letter (const char *name,
             GError    **error)
{
  const TosoPaperKind *kind = toso_report_find_kind (name);

  if (kind != NULL && kind->to_each)
    return kind;

  /* Translators: a kind of paper, such as "plan" */
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
               _ ("“%s” is not a letter that can go to each village: choose “reminder”."), name);

  return NULL;
}

static void
paper_free (gpointer paper)
{
  toso_paper_free (paper);
}

GPtrArray *
toso_report_papers_to_each (TosoYear         *year,
                            const char       *kind_name,
                            const TosoPeriod *period,
                            gint64            signatory_id,
                            TosoDate          day,
                            GPtrArray       **names,
                            GError          **error)
{
  const TosoPaperKind *kind = find_letter (kind_name, error);
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func (paper_free);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TosoPaperData) data = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (year) && names != NULL, NULL);

  data = kind != NULL ? load_data (year, kind, period, error) : NULL;
  if (data == NULL)
    return NULL;
  data->signatory_id = signatory_id;
  data->sign_day = day;
  for (guint i = 0; i < data->reports->len; i++)
    {
      TosoPaper *paper;

      data->only = data->reports->pdata[i];
      if (data->only->reported)
        continue;
      paper = finish_paper (year, toso_paper_kind_compose (kind, data), error);
      if (paper == NULL)
        return NULL;
      g_ptr_array_add (papers, paper);
      g_ptr_array_add (found, g_strdup (data->only->village->name));
    }
  *names = g_steal_pointer (&found);

  return g_steal_pointer (&papers);
}
