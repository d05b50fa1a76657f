/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-find-items.h"

#include <glib/gi18n.h>

#include "app/toso-page.h"
#include "report/toso-report-chart.h"
#include "store/toso-year-papers.h"
#include "store/toso-year-register.h"

static void
free_item (gpointer data)
{
  TosoFindItem *item = data;

  g_free (item->name);
  g_free (item->code);
  g_free (item->action);
  g_free (item);
}

GPtrArray *
toso_find_items_new (void)
{
  return g_ptr_array_new_with_free_func (free_item);
}

/* Takes @action. */
static void
add (GPtrArray  *items,
     const char *group,
     const char *name,
     const char *code,
     char       *action)
{
  TosoFindItem *item = g_new0 (TosoFindItem, 1);

  item->group = group;
  item->name = g_strdup (name);
  item->code = g_strdup (code);
  item->action = action;
  g_ptr_array_add (items, item);
}

static void
add_places (GPtrArray *items)
{
  gsize               n_infos;
  const TosoPageInfo *infos = toso_page_get_infos (&n_infos);
  const char *const  *papers = toso_report_list_papers ();

  for (gsize i = 0; i < n_infos; i++)
    add (items, C_ ("find", "Page"), g_dpgettext2 (NULL, "page", infos[i].title), NULL,
         g_strdup_printf ("win.show-page('%s')", infos[i].id));
  for (guint i = 0; papers[i] != NULL; i++)
    add (items, C_ ("find", "Paper"), toso_report_get_paper_label (papers[i]), NULL,
         g_strdup_printf ("win.show-paper('%s')", papers[i]));
}

static void
add_charts (GPtrArray *items)
{
  const char *const *charts = toso_report_list_charts ();

  for (guint i = 0; charts[i] != NULL; i++)
    add (items, C_ ("find", "Chart"), toso_report_chart_get_label (charts[i]), NULL,
         g_strdup_printf ("win.show-chart('%s')", charts[i]));
}

/* Each that is kept, by its number and symbol too. */
static void
add_kept_papers (GPtrArray   *items,
                 TosoSession *session)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) papers = toso_year_list_papers (toso_session_get_year (session), &error);

  if (papers == NULL)
    toso_session_take_error (session, error);
  for (guint i = 0; papers != NULL && i < papers->len; i++)
    {
      const TosoKeptPaper *paper = papers->pdata[i];
      g_autofree char     *code = paper->number > 0 ? g_strdup_printf ("%d/%s", paper->number, paper->symbol) : NULL;

      add (items, C_ ("find", "Kept paper"), paper->title, code, g_strdup_printf ("win.show-kept-paper(int64 %" G_GINT64_FORMAT ")", paper->id));
    }
}

static void
add_commands (GPtrArray *items)
{
  /* As the menu and the table of shortcuts call them. */
  static const struct
  {
    const char *title;
    const char *context;
    const char *action;
  } commands[] = {
    { "_New from a Plan…", NULL, "win.new" },
    { "_Open…", NULL, "win.open" },
    { "_Export the Plan as PDF…", NULL, "win.export-plan" },
    { "_Bin…", NULL, "win.show-bin" },
    { "_Personal Data…", NULL, "win.personal-data('')" },
    { "_Take In the Villages’ Files…", NULL, "win.choose-tables" },
    { "Remind the villages…", NULL, "win.remind-villages" },
    { "_Measures of the Papers…", NULL, "win.measures" },
    { "_Keyboard Shortcuts", NULL, "win.show-shortcuts" },
    { "_Help", NULL, "app.help" },
    { "_About Tổ Số", NULL, "app.about" },
    { NC_ ("find", "Begin the meeting"), "find", "win.begin-meeting" },
    { NC_ ("find", "Open the next year"), "find", "win.next-year" },
    { NC_ ("find", "Print the plan"), "find", "win.print" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *title = commands[i].context != NULL ? g_dpgettext2 (NULL, commands[i].context, commands[i].title)
                                                      : _ (commands[i].title);
      g_auto (GStrv) parts = g_strsplit (title, "_", -1);
      g_autofree char *plain = g_strjoinv ("", parts);

      add (items, C_ ("find", "Command"), plain, NULL, g_strdup (commands[i].action));
    }
}

static void
add_sections (GPtrArray *items,
              GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const TosoSection *section = sections->pdata[i];

      if (*section->heading != '\0')
        add (items, C_ ("find", "Section"), section->heading, section->label,
             g_strdup_printf ("win.show-section(int64 %" G_GINT64_FORMAT ")", section->id));
      add_sections (items, section->children);
    }
}

static void
add_plan (GPtrArray      *items,
          const TosoPlan *plan)
{
  for (guint i = 0; i < plan->targets->len; i++)
    {
      const TosoTarget *target = plan->targets->pdata[i];

      add (items, C_ ("find", "Target"), target->name, target->code,
           g_strdup_printf ("win.show-target(int64 %" G_GINT64_FORMAT ")", target->id));
    }
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      const TosoTask *task = plan->tasks->pdata[i];

      add (items, C_ ("find", "Task"), task->title, task->code,
           g_strdup_printf ("win.show-task(int64 %" G_GINT64_FORMAT ")", task->id));
    }
  add_sections (items, plan->sections);
}

static void
add_row (GPtrArray          *items,
         const TosoRegister *kind,
         gint64              id,
         const char         *name)
{
  add (items, _ (kind->title), name, NULL, g_strdup_printf ("win.show-source('%s/%" G_GINT64_FORMAT "')", kind->id, id));
}

static void
add_register (GPtrArray          *items,
              TosoSession        *session,
              const TosoRegister *kind)
{
  TosoYear *year = toso_session_get_year (session);
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer       id, name;

  names = toso_year_has_names (kind->id) ? toso_year_list_names (year, kind->id, &error) : toso_year_list_searched (year, kind, &error);
  if (names != NULL)
    g_hash_table_iter_init (&iter, names);
  while (names != NULL && g_hash_table_iter_next (&iter, &id, &name))
    add_row (items, kind, *(const gint64 *) id, name);
  if (error != NULL)
    toso_session_take_error (session, g_steal_pointer (&error));
}

gboolean
toso_find_items_add (GPtrArray   *items,
                     TosoSession *session,
                     guint        step)
{
  guint                      n;
  const TosoRegister *const *registers = toso_registers_list (&n);

  if (step == 0)
    {
      add_places (items);
      add_charts (items);
      add_kept_papers (items, session);
      add_commands (items);
      add_plan (items, toso_session_get_plan (session));
    }
  else if (step <= n)
    add_register (items, session, registers[step - 1]);

  return step < n;
}
