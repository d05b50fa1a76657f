/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/toso-cli.h"

#include <glib/gi18n.h>

#include "cli/toso-cli-json.h"
#include "core/toso-date.h"
#include "core/toso-error.h"
#include "exchange/toso-village-table.h"
#include "store/toso-year-sample.h"

/* Any will do; the same makes the same year again. */
#define SAMPLE_SEED 2026

static guint
count_numbered (GPtrArray *sections)
{
  guint n = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      const TosoSection *section = g_ptr_array_index (sections, i);

      n += (section->kind == TOSO_SECTION_NUMBERED) + count_numbered (section->children);
    }

  return n;
}

/* What was read, and what a person should look at: words, not data, so on
 * stderr (DESIGN.md §9). */
static void
print_plan_read (const TosoPlan *plan,
                 const char     *name,
                 guint           n_villages)
{
  guint n_sections = count_numbered (plan->sections);

  toso_cli_say (_ ("“%s” has been made."), name);
  toso_cli_say ("\n  ");
  toso_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u section", "%u sections", n_sections), n_sections);
  toso_cli_say (", ");
  toso_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u legal basis", "%u legal bases", plan->legal_bases->len),
                plan->legal_bases->len);
  toso_cli_say (", ");
  toso_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u target", "%u targets", plan->targets->len), plan->targets->len);
  toso_cli_say (", ");
  toso_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u task", "%u tasks", plan->tasks->len), plan->tasks->len);
  toso_cli_say (", ");
  toso_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u village", "%u villages", n_villages), n_villages);
  toso_cli_say ("\n");

  if (plan->remarks->len == 0)
    return;

  toso_cli_say (_ ("To look at in the text (nothing of it was dropped):"));
  toso_cli_say ("\n");
  for (guint i = 0; i < plan->remarks->len; i++)
    {
      const TosoRemark *remark = g_ptr_array_index (plan->remarks, i);

      toso_cli_say ("  ");
      toso_cli_say (_ ("line %u: %s"), remark->line, remark->message);
      toso_cli_say ("\n");
    }
}

static GPtrArray *
read_villages (const TosoCliRequest *request,
               GError              **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (request->villages);
  g_autoptr (TosoWorkbook) workbook = toso_workbook_read_file (file, request->encoding, NULL, NULL, error);
  g_autoptr (GPtrArray) remarks = NULL;
  GPtrArray *villages = workbook != NULL ? toso_village_table_read (workbook, &remarks, error) : NULL;

  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    toso_cli_say ("%s\n", (const char *) g_ptr_array_index (remarks, i));

  return villages;
}

TosoCliStatus
toso_cli_new (const TosoCliRequest *request,
              GError              **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (request->arguments[0]);
  g_autoptr (GFile) source = g_file_new_for_commandline_arg (request->plan);
  g_autoptr (TosoPlan) plan = NULL;
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (GPtrArray) villages = NULL;

  plan = toso_plan_read_file (source, request->encoding, NULL, error);
  if (plan == NULL)
    return TOSO_CLI_REFUSED;

  if (request->villages != NULL)
    {
      villages = read_villages (request, error);
      if (villages == NULL)
        return TOSO_CLI_REFUSED;
    }

  year = toso_year_create (file, plan, villages, error);
  if (year == NULL)
    return TOSO_CLI_REFUSED;
  if (request->sample && !toso_year_fill_sample (year, SAMPLE_SEED, toso_date_today (), error))
    return TOSO_CLI_REFUSED;

  toso_year_close (year);
  print_plan_read (plan, request->arguments[0], villages != NULL ? villages->len : plan->n_villages);
  if (request->sample)
    toso_cli_say ("%s\n", _ ("Its figures are made up. They are marked as a sample on every screen, chart and page."));

  return TOSO_CLI_DONE;
}

TosoCliStatus
toso_cli_check (const TosoCliRequest *request,
                GError              **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (request->arguments[0]);
  g_autoptr (GPtrArray) findings = toso_year_check (file, error);

  if (findings == NULL)
    return TOSO_CLI_REFUSED;

  if (findings->len == 0)
    {
      toso_cli_print (_ ("“%s” is sound."), request->arguments[0]);
      toso_cli_print ("\n");
      return TOSO_CLI_DONE;
    }

  for (guint i = 0; i < findings->len; i++)
    toso_cli_print ("%s\n", (const char *) g_ptr_array_index (findings, i));

  return TOSO_CLI_REFUSED;
}

/* "05/01/2026 09:03" in Vietnam's time, which is the office's wherever the
 * computer believes to be. */
static char *
format_time (gint64 seconds)
{
  g_autofree char *day = toso_date_format_short (toso_date_from_unix (seconds));
  int              minutes = (int) ((seconds + 7 * 3600) % 86400 / 60);

  return g_strdup_printf ("%s %02d:%02d", day, minutes / 60, minutes % 60);
}

static void
print_history (GPtrArray *entries)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < entries->len; i++)
    {
      const TosoJournalEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char        *time = format_time (entry->time);
      g_autofree char        *reason = *entry->reason == '\0' ? g_strdup ("") : g_strdup_printf (" (%s)", entry->reason);
      g_autofree char        *what = g_strconcat (entry->title, reason, entry->undone ? " — " : "",
                                           entry->undone ? _ ("taken back") : "", NULL);
      const char             *row[] = { time, entry->person, what, NULL };

      g_ptr_array_add (rows, g_strdupv ((GStrv) row));
    }

  toso_cli_print_table (rows);
}

TosoCliStatus
toso_cli_history (const TosoCliRequest *request,
                  GError              **error)
{
  g_autoptr (TosoYear) year = toso_cli_open_to_read (request, error);
  g_autoptr (GPtrArray) entries = NULL;

  if (year == NULL)
    return TOSO_CLI_REFUSED;

  entries = toso_year_list_journal (year, 0, error);
  if (entries == NULL)
    return TOSO_CLI_REFUSED;

  if (request->json)
    toso_cli_print_json (toso_cli_journal_to_json (entries));
  else
    print_history (entries);

  return TOSO_CLI_DONE;
}

/* Undo and redo: the step, and the sentence that tells what it did. */
static TosoCliStatus
step (const TosoCliRequest *request,
      char *(*move) (TosoYear *year, GError **error),
      const char *sentence,
      GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (request->arguments[0]);
  g_autoptr (TosoYear) year = toso_year_open (file, TOSO_YEAR_OPEN_DEFAULT, error);
  g_autofree char *title = NULL;

  if (year == NULL)
    return TOSO_CLI_REFUSED;

  title = move (year, error);
  toso_year_close (year);
  if (title == NULL)
    return TOSO_CLI_REFUSED;

  toso_cli_print ("%s %s\n", sentence, title);

  return TOSO_CLI_DONE;
}

TosoCliStatus
toso_cli_undo (const TosoCliRequest *request,
               GError              **error)
{
  return step (request, toso_year_undo, _ ("Taken back:"), error);
}

TosoCliStatus
toso_cli_redo (const TosoCliRequest *request,
               GError              **error)
{
  return step (request, toso_year_redo, _ ("Done again:"), error);
}
