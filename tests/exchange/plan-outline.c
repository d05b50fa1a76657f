/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plan-outline.h"

static const char *
show (const char *text)
{
  return text != NULL ? text : "-";
}

static void
add_figure (GString    *text,
            const char *name,
            TosoFigure  figure)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (figure.known)
    g_string_append_printf (text, " %s=%s", name, g_ascii_dtostr (digits, sizeof digits, figure.value));
}

static void
add_header (GString        *text,
            const TosoPlan *plan)
{
  const TosoPlanHeader *header = &plan->header;
  guint                 i;

  g_string_append_printf (text, "year %d, villages %u\n", plan->year, plan->n_villages);
  g_string_append_printf (text, "commune: %s | %s | %s | %s\n", plan->commune.kind, plan->commune.name,
                          plan->commune.province, plan->commune.agency);
  g_string_append_printf (text, "team: %s | %s\n", plan->commune.team_name, plan->commune.team_abbr);
  g_string_append_printf (text, "superior: %s\n", show (header->superior));
  for (i = 0; header->agency != NULL && header->agency[i] != NULL; i++)
    g_string_append_printf (text, "agency: %s\n", header->agency[i]);
  g_string_append_printf (text, "nation: %s\nmotto: %s\nnumber: %s\nplace: %s\nkind: %s\n", show (header->nation),
                          show (header->motto), show (header->number_line), show (header->place_date), show (header->kind));
  for (i = 0; header->title != NULL && header->title[i] != NULL; i++)
    g_string_append_printf (text, "title: %s\n", header->title[i]);
}

static void
add_section (TosoSection *section,
             gpointer     user_data)
{
  static const char *const kinds[] = { "preamble", "section", "closing", "annex" };
  GString                 *text = user_data;
  g_auto (GStrv) lines = g_strsplit (section->body, "\n", -1);
  guint i;

  g_string_append_printf (text, "%s %d [%s] %s\n", kinds[section->kind], section->level, section->label, section->heading);
  for (i = 0; lines[i] != NULL && *section->body != '\0'; i++)
    g_string_append_printf (text, "    : %s\n", lines[i]);
}

static void
add_targets (GString        *text,
             const TosoPlan *plan)
{
  guint i;

  for (i = 0; i < plan->targets->len; i++)
    {
      const TosoTarget *target = g_ptr_array_index (plan->targets, i);
      g_autofree char  *path = target->section != NULL ? toso_section_path (target->section) : g_strdup ("-");

      g_string_append_printf (text, "target %s (%s): %s\n    %s %s", target->code, path, target->name,
                              toso_target_kind_to_id (target->kind), show (toso_direction_to_id (target->direction)));
      add_figure (text, "value", target->value);
      add_figure (text, "whole", target->whole);
      g_string_append_printf (text, " unit=%s %s\n    %s / %s\n", target->unit,
                              target->over_time == TOSO_OVER_TIME_FLOW ? "flow" : "stock",
                              target->numerator_name, target->denominator_name);
    }
}

static void
add_tasks (GString        *text,
           const TosoPlan *plan)
{
  guint i;

  for (i = 0; i < plan->tasks->len; i++)
    {
      const TosoTask *task = g_ptr_array_index (plan->tasks, i);

      g_string_append_printf (text, "task %s: %s\n    lead: %s | with: %s | result: %s\n    time: %s = %s %s..%s\n", task->code,
                              task->title, task->lead, task->supporting, task->result, task->time,
                              toso_time_kind_to_id (task->time_kind), task->first_day, task->last_day);
    }
}

char *
plan_outline (const TosoPlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  add_header (text, plan);
  toso_plan_foreach_section (plan, add_section, text);
  for (i = 0; i < plan->legal_bases->len; i++)
    {
      const TosoLegalBasis *basis = g_ptr_array_index (plan->legal_bases, i);

      g_string_append_printf (text, "basis: %s | %s | %s | %s\n    %s\n", basis->kind, basis->number, basis->date,
                              basis->issuer, basis->text);
    }
  add_targets (text, plan);
  add_tasks (text, plan);
  g_string_append_printf (text, "recipients: %s\n", show (plan->recipients_heading));
  for (i = 0; i < plan->recipients->len; i++)
    g_string_append_printf (text, "    %s\n", (const char *) g_ptr_array_index (plan->recipients, i));
  for (i = 0; i < plan->signature->len; i++)
    g_string_append_printf (text, "signature: %s\n", (const char *) g_ptr_array_index (plan->signature, i));
  g_string_append_printf (text, "signer: %s\n", show (plan->signer));
  for (i = 0; i < plan->remarks->len; i++)
    {
      const TosoRemark *remark = g_ptr_array_index (plan->remarks, i);

      g_string_append_printf (text, "remark, line %u: %s\n", remark->line, remark->message);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
