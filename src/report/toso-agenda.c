/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-agenda.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"
#include "core/toso-text.h"
#include "report/toso-paper-kind-private.h"
#include "report/toso-report.h"
#include "store/toso-year-papers.h"
#include "store/toso-year-register.h"

typedef struct
{
  GPtrArray *items;
  TosoDate   today, monday, sunday;
} Agenda;

void
toso_agenda_item_free (TosoAgendaItem *item)
{
  g_free (item->kind);
  g_free (item->title);
  g_free (item->place);
  g_free (item);
}

/* Takes @title and @place. */
static void
add (Agenda     *self,
     TosoDate    day,
     const char *list,
     const char *kind,
     char       *title,
     char       *place)
{
  TosoAgendaItem *item = g_new0 (TosoAgendaItem, 1);

  item->day = day;
  item->overdue = toso_date_compare (day, self->today) < 0;
  item->list = list;
  item->kind = g_strdup (kind);
  item->title = title;
  item->place = place;
  g_ptr_array_add (self->items, item);
}

static void
add_tasks (Agenda         *self,
           const TosoPlan *plan)
{
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      const TosoTask *task = plan->tasks->pdata[i];
      TosoDate        last;

      if (task->state != TOSO_TASK_DONE && toso_date_parse (task->last_day, &last) && toso_date_compare (last, self->sunday) <= 0)
        add (self, last, "task", "", g_strdup (task->title), g_strdup_printf ("%" G_GINT64_FORMAT, task->id));
    }
}

/* --- the commune's reports --- */

static gboolean
is_issued (const GPtrArray *papers,
           const char      *kind,
           const char      *period)
{
  for (guint i = 0; i < papers->len; i++)
    {
      const TosoKeptPaper *paper = papers->pdata[i];

      if (paper->state != TOSO_PAPER_DRAFT && g_str_equal (paper->kind, kind) && g_str_equal (paper->period, period))
        return TRUE;
    }

  return FALSE;
}

static const char *
find_kind (TosoPeriodKind frequency)
{
  const char *const *names = toso_report_list_papers ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const TosoPaperKind *kind = toso_report_find_kind (names[i]);

      if (kind != NULL && kind->period_need == TOSO_PERIOD_OF_THE_KIND && kind->period_kind == frequency)
        return kind->name;
    }

  return NULL;
}

/* The last that has ended, whose day is this week's: earlier ones the office
 * may have sent before it had this program. */
static gboolean
add_report (Agenda               *self,
            TosoYear             *year,
            const TosoReportType *type,
            const GPtrArray      *papers,
            GError              **error)
{
  g_autoptr (GError) missing = NULL;
  g_autofree char  *id = NULL;
  const char       *kind = find_kind (type->frequency);
  TosoPeriod        period;
  TosoReportPeriod *report;

  if (kind == NULL || type->frequency == TOSO_PERIOD_AD_HOC)
    return TRUE;
  period = toso_period_previous (toso_period_at (type->frequency, self->today, type->cutoff, type->custom_day));
  report = toso_year_get_period (year, period, &missing);
  if (report == NULL && !g_error_matches (missing, TOSO_ERROR, TOSO_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return FALSE;
    }
  if (report == NULL)
    return TRUE;
  id = toso_period_to_string (period);
  if (toso_date_is_valid (report->due) && toso_date_compare (report->due, self->monday) >= 0 &&
      toso_date_compare (report->due, self->sunday) <= 0 && !is_issued (papers, kind, id))
    add (self, report->due, "report", "", toso_period_screen_title (period), g_strdup_printf ("%s/%s", kind, id));
  toso_report_period_free (report);

  return TRUE;
}

static gboolean
add_reports (Agenda   *self,
             TosoYear *year,
             GError  **error)
{
  g_autoptr (GPtrArray) types = toso_year_list_report_types (year, error);
  g_autoptr (GPtrArray) papers = types != NULL ? toso_year_list_papers (year, error) : NULL;

  if (papers == NULL)
    return FALSE;
  for (guint i = 0; i < types->len; i++)
    if (!add_report (self, year, types->pdata[i], papers, error))
      return FALSE;

  return TRUE;
}

/* --- the registers --- */

/* An event that is over is not owed. */
static gboolean
add_register (Agenda             *self,
              TosoYear           *year,
              const TosoRegister *kind,
              GError            **error)
{
  g_autoptr (GPtrArray) records = toso_year_list_records (year, kind, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const TosoRecord *record = records->pdata[i];
      TosoDate          day;

      if (!toso_record_get_due (record, &day) || toso_date_compare (day, self->sunday) > 0)
        continue;
      if (kind->done == NULL && toso_date_compare (day, self->today) < 0)
        continue;
      add (self, day, kind->id, _ (kind->title), toso_text_squeeze (toso_record_get_name (record)),
           g_strdup_printf ("%s/%" G_GINT64_FORMAT, kind->id, record->id));
    }

  return TRUE;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TosoAgendaItem *first = *(const TosoAgendaItem *const *) a;
  const TosoAgendaItem *second = *(const TosoAgendaItem *const *) b;
  int                   order = toso_date_compare (first->day, second->day);

  return order != 0 ? order : g_strcmp0 (first->place, second->place);
}

GPtrArray *
toso_agenda_load (TosoYear       *year,
                  const TosoPlan *plan,
                  TosoDate        today,
                  GError        **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_agenda_item_free);
  TosoDate                   monday = toso_date_add_days (today, 1 - toso_date_weekday (today));
  Agenda                     self = { items, today, monday, toso_date_add_days (monday, 6) };
  const TosoRegister *const *registers;
  guint                      n;

  add_tasks (&self, plan);
  if (!add_reports (&self, year, error))
    return NULL;
  registers = toso_registers_list (&n);
  for (guint i = 0; i < n; i++)
    if (registers[i]->due != NULL && !add_register (&self, year, registers[i], error))
      return NULL;
  g_ptr_array_sort (items, compare_items);

  return g_steal_pointer (&items);
}
