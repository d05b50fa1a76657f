/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/toso-cli.h"

#include <glib/gi18n.h>

#include "cli/toso-cli-json.h"
#include "core/toso-text.h"

static void
print_sections (GPtrArray *sections,
                int        depth)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const TosoSection *section = g_ptr_array_index (sections, i);
      g_autofree char   *title = NULL;

      if (section->kind != TOSO_SECTION_NUMBERED)
        continue;
      title = toso_section_display_title (section, 100);
      toso_cli_print ("%*s%s\n", 2 * depth, "", title);
      print_sections (section->children, depth + 1);
    }
}

static void
print_strings (const char *heading,
               GPtrArray  *strings)
{
  toso_cli_print ("\n%s (%u)\n", heading, strings->len);
  for (guint i = 0; i < strings->len; i++)
    toso_cli_print ("  %s\n", (const char *) g_ptr_array_index (strings, i));
}

static void
print_named (const char *heading,
             GPtrArray  *rows)
{
  toso_cli_print ("\n%s (%u)\n", heading, rows->len);
  toso_cli_print_table (rows);
}

/* "  CT01", "Hộ gia đình …" */
static void
add_named (GPtrArray  *rows,
           const char *code,
           const char *name)
{
  g_autofree char *indented = g_strconcat ("  ", code, NULL);
  const char      *row[] = { indented, name, NULL };

  g_ptr_array_add (rows, g_strdupv ((GStrv) row));
}

static void
print_outline (const TosoPlan *plan)
{
  g_autofree char *title = plan->header.title == NULL ? g_strdup ("") : g_strjoinv (" ", plan->header.title);
  g_autoptr (GPtrArray) bases = g_ptr_array_new ();
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  toso_cli_print ("%s%s%s\n\n", plan->header.kind == NULL ? "" : plan->header.kind,
                  plan->header.kind == NULL ? "" : ": ", title);
  print_sections (plan->sections, 0);

  for (guint i = 0; i < plan->legal_bases->len; i++)
    g_ptr_array_add (bases, ((TosoLegalBasis *) g_ptr_array_index (plan->legal_bases, i))->text);
  for (guint i = 0; i < plan->targets->len; i++)
    {
      const TosoTarget *target = g_ptr_array_index (plan->targets, i);

      add_named (targets, target->code, target->name);
    }
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      const TosoTask *task = g_ptr_array_index (plan->tasks, i);

      add_named (tasks, task->code, task->title);
    }

  print_strings (_ ("Legal bases"), bases);
  print_named (_ ("Targets"), targets);
  print_named (_ ("Tasks"), tasks);
  print_strings (_ ("Recipients"), plan->recipients);
  print_strings (_ ("Signature"), plan->signature);
  if (plan->signer != NULL)
    toso_cli_print ("  %s\n", plan->signer);
}

TosoCliStatus
toso_cli_plan (const TosoCliRequest *request,
               GError              **error)
{
  g_autoptr (TosoPlan) plan = toso_cli_load_plan (request, error);

  if (plan == NULL)
    return TOSO_CLI_REFUSED;

  if (request->json)
    toso_cli_print_json (toso_cli_plan_to_json (plan));
  else
    print_outline (plan);

  return TOSO_CLI_DONE;
}

TosoCliStatus
toso_cli_plan_text (const TosoCliRequest *request,
                    GError              **error)
{
  g_autoptr (TosoPlan) plan = toso_cli_load_plan (request, error);
  g_autofree char *text = NULL;

  if (plan == NULL)
    return TOSO_CLI_REFUSED;

  text = toso_plan_to_text (plan);
  toso_cli_print ("%s%s", text, g_str_has_suffix (text, "\n") ? "" : "\n");

  return TOSO_CLI_DONE;
}

/* @old_ones is the plan of the year file, @new_ones the text beside it. */
static guint
print_differences (GStrv old_ones,
                   GStrv new_ones)
{
  g_autoptr (GArray) lines = toso_diff_paragraphs ((const char *const *) old_ones, (const char *const *) new_ones);
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const TosoDiffLine *line = &g_array_index (lines, TosoDiffLine, i);

      if (line->kind == TOSO_DIFF_SAME)
        continue;
      n++;
      if (line->kind == TOSO_DIFF_REMOVED)
        toso_cli_print ("-%u\t%s\n", line->old_index + 1, old_ones[line->old_index]);
      else
        toso_cli_print ("+%u\t%s\n", line->new_index + 1, new_ones[line->new_index]);
    }

  return n;
}

TosoCliStatus
toso_cli_plan_diff (const TosoCliRequest *request,
                    GError              **error)
{
  g_autoptr (TosoPlan) plan = toso_cli_load_plan (request, error);
  g_autoptr (TosoPlan) other = NULL;
  g_autoptr (GFile) source = NULL;
  g_auto (GStrv) old_ones = NULL;
  g_auto (GStrv) new_ones = NULL;

  if (plan == NULL)
    return TOSO_CLI_REFUSED;

  source = g_file_new_for_commandline_arg (request->arguments[1]);
  other = toso_plan_read_file (source, request->encoding, NULL, error);
  if (other == NULL)
    return TOSO_CLI_REFUSED;

  old_ones = toso_plan_get_paragraphs (plan);
  new_ones = toso_plan_get_paragraphs_beside (other, plan);
  if (print_differences (old_ones, new_ones) > 0)
    return TOSO_CLI_REFUSED;

  toso_cli_say ("%s\n", _ ("There is no difference."));

  return TOSO_CLI_DONE;
}
