/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/toso-cli.h"

#include <glib/gi18n.h>

#include "cli/toso-cli-json.h"

static void
print_results (GPtrArray *results)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *heading[] = { _ ("Code"), _ ("Target"), _ ("Reached"), _ ("To reach"), _ ("State"), _ ("Coverage"), NULL };

  g_ptr_array_add (rows, g_strdupv ((GStrv) heading));
  for (guint i = 0; i < results->len; i++)
    {
      const TosoTargetResult *result = g_ptr_array_index (results, i);
      g_autofree char        *value = toso_report_value_text (result);
      g_autofree char        *target = toso_report_target_text (result->target);
      g_autofree char        *coverage = toso_report_coverage_text (result);
      const char             *row[] = { result->target->code, result->target->name, value, target,
                                        toso_report_state_text (result->progress.state), coverage, NULL };

      g_ptr_array_add (rows, g_strdupv ((GStrv) row));
    }

  toso_cli_print_table (rows);
}

TosoCliStatus
toso_cli_targets (const TosoCliRequest *request,
                  GError              **error)
{
  g_autoptr (TosoYear) year = toso_cli_open_to_read (request, error);
  g_autoptr (GPtrArray) results = NULL;

  if (year == NULL)
    return TOSO_CLI_REFUSED;

  results = toso_report_target_results (year, request->has_period ? &request->period : NULL,
                                        toso_date_today (), error);
  if (results == NULL)
    return TOSO_CLI_REFUSED;

  if (request->json)
    toso_cli_print_json (toso_cli_results_to_json (results));
  else
    print_results (results);

  return TOSO_CLI_DONE;
}

/* A field under its task; nothing where the plan says nothing. */
static void
print_field (const char *name,
             const char *value)
{
  if (*value != '\0')
    toso_cli_print ("    %s: %s\n", name, value);
}

static void
print_tasks (GPtrArray *tasks)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      const TosoTask *task = g_ptr_array_index (tasks, i);

      toso_cli_print ("%s  %s\n", task->code, task->title);
      print_field (_ ("Lead"), task->lead);
      print_field (_ ("Supporting"), task->supporting);
      print_field (_ ("Time"), task->time);
      print_field (_ ("Result"), task->result);
      print_field (_ ("State"), toso_report_task_state_text (task->state));
    }
}

TosoCliStatus
toso_cli_tasks (const TosoCliRequest *request,
                GError              **error)
{
  g_autoptr (TosoPlan) plan = toso_cli_load_plan (request, error);

  if (plan == NULL)
    return TOSO_CLI_REFUSED;

  if (request->json)
    toso_cli_print_json (toso_cli_tasks_to_json (plan));
  else
    print_tasks (plan->tasks);

  return TOSO_CLI_DONE;
}
