/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/toso-cli-json.h"

#include <math.h>

#include "cli/toso-cli.h"

/* Below this every whole number is exact in a double. */
#define MAX_EXACT 9007199254740992.0

static json_t *
text_or_null (const char *text)
{
  return text == NULL ? json_null () : json_string (text);
}

/* 41 as 41 and not as 41.0. */
static json_t *
figure_to_json (TosoFigure figure)
{
  if (!figure.known)
    return json_null ();
  if (floor (figure.value) == figure.value && fabs (figure.value) < MAX_EXACT)
    return json_integer ((json_int_t) figure.value);

  return json_real (figure.value);
}

static json_t *
lines_to_json (GStrv lines)
{
  json_t *array = json_array ();

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    json_array_append_new (array, json_string (lines[i]));

  return array;
}

static json_t *
strings_to_json (GPtrArray *strings)
{
  json_t *array = json_array ();

  for (guint i = 0; i < strings->len; i++)
    json_array_append_new (array, json_string (g_ptr_array_index (strings, i)));

  return array;
}

static json_t *
sections_to_json (GPtrArray *sections)
{
  json_t *array = json_array ();

  for (guint i = 0; i < sections->len; i++)
    {
      const TosoSection *section = g_ptr_array_index (sections, i);

      if (section->kind != TOSO_SECTION_NUMBERED)
        continue;
      json_array_append_new (array,
                             json_pack ("{s:i, s:s, s:s, s:s, s:o}",
                                        "level", section->level,
                                        "label", section->label,
                                        "heading", section->heading,
                                        "body", section->body,
                                        "children", sections_to_json (section->children)));
    }

  return array;
}

/* Text that stands before or after the numbered sections. */
static json_t *
bodies_to_json (const TosoPlan *plan,
                TosoSectionKind kind)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plan->sections->len; i++)
    {
      const TosoSection *section = g_ptr_array_index (plan->sections, i);

      if (section->kind != kind)
        continue;
      for (guint part = 0; part < 2; part++)
        {
          const char *words = part == 0 ? section->heading : section->body;

          if (*words != '\0' && text->len > 0)
            g_string_append_c (text, '\n');
          g_string_append (text, words);
        }
    }

  return json_string (text->str);
}

static json_t *
bases_to_json (GPtrArray *bases)
{
  json_t *array = json_array ();

  for (guint i = 0; i < bases->len; i++)
    {
      const TosoLegalBasis *basis = g_ptr_array_index (bases, i);

      json_array_append_new (array,
                             json_pack ("{s:s, s:s, s:s, s:s, s:s}",
                                        "text", basis->text,
                                        "kind", basis->kind,
                                        "number", basis->number,
                                        "date", basis->date,
                                        "issuer", basis->issuer));
    }

  return array;
}

static json_t *
section_path_to_json (const TosoSection *section)
{
  g_autofree char *path = section == NULL ? NULL : toso_section_path (section);

  return text_or_null (path);
}

/* What "plan" and "targets" both say of a target. */
static json_t *
target_to_json (const TosoTarget *target)
{
  return json_pack ("{s:s, s:s, s:s, s:s, s:o, s:o}",
                    "code", target->code,
                    "name", target->name,
                    "kind", toso_target_kind_to_id (target->kind),
                    "unit", target->unit,
                    "target", figure_to_json (target->value),
                    "direction", text_or_null (toso_direction_to_id (target->direction)));
}

static json_t *
targets_to_json (GPtrArray *targets)
{
  json_t *array = json_array ();

  for (guint i = 0; i < targets->len; i++)
    {
      const TosoTarget *target = g_ptr_array_index (targets, i);
      json_t           *object = target_to_json (target);

      json_object_set_new (object, "whole", figure_to_json (target->whole));
      json_object_set_new (object, "baseline", figure_to_json (target->baseline));
      json_object_set_new (object, "numerator_name", json_string (target->numerator_name));
      json_object_set_new (object, "denominator_name", json_string (target->denominator_name));
      json_object_set_new (object, "section", section_path_to_json (target->section));
      json_object_set_new (object, "sentence", json_string (target->sentence));
      json_array_append_new (array, object);
    }

  return array;
}

static json_t *
remarks_to_json (GPtrArray *remarks)
{
  json_t *array = json_array ();

  for (guint i = 0; i < remarks->len; i++)
    {
      const TosoRemark *remark = g_ptr_array_index (remarks, i);

      json_array_append_new (array,
                             json_pack ("{s:i, s:s}",
                                        "line", (int) remark->line,
                                        "message", remark->message));
    }

  return array;
}

static json_t *
header_to_json (const TosoPlanHeader *header)
{
  return json_pack ("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}",
                    "superior", text_or_null (header->superior),
                    "agency", lines_to_json (header->agency),
                    "nation", text_or_null (header->nation),
                    "motto", text_or_null (header->motto),
                    "number_line", text_or_null (header->number_line),
                    "place_date", text_or_null (header->place_date),
                    "kind", text_or_null (header->kind),
                    "title", lines_to_json (header->title));
}

static json_t *
commune_to_json (const TosoCommune *commune)
{
  return json_pack ("{s:s, s:s, s:s, s:s, s:s, s:s}",
                    "name", commune->name,
                    "kind", commune->kind,
                    "province", commune->province,
                    "agency", commune->agency,
                    "team_name", commune->team_name,
                    "team_abbr", commune->team_abbr);
}

json_t *
toso_cli_plan_to_json (const TosoPlan *plan)
{
  g_autofree char *title = plan->header.title == NULL ? g_strdup ("") : g_strjoinv (" ", plan->header.title);

  return json_pack ("{s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:{s:o, s:o}, s:o, s:o, s:o, s:o, s:o, s:i, s:o}",
                    "title", title,
                    "year", plan->year == 0 ? json_null () : json_integer (plan->year),
                    "sections", sections_to_json (plan->sections),
                    "legal_bases", bases_to_json (plan->legal_bases),
                    "targets", targets_to_json (plan->targets),
                    "tasks", toso_cli_tasks_to_json (plan),
                    "recipients", strings_to_json (plan->recipients),
                    "signatory",
                    "lines", strings_to_json (plan->signature),
                    "name", text_or_null (plan->signer),
                    "header", header_to_json (&plan->header),
                    "commune", commune_to_json (&plan->commune),
                    "preamble", bodies_to_json (plan, TOSO_SECTION_PREAMBLE),
                    "closing", bodies_to_json (plan, TOSO_SECTION_CLOSING),
                    "annex", bodies_to_json (plan, TOSO_SECTION_ANNEX),
                    "villages", (int) plan->n_villages,
                    "remarks", remarks_to_json (plan->remarks));
}

json_t *
toso_cli_results_to_json (GPtrArray *results)
{
  json_t *array = json_array ();

  for (guint i = 0; i < results->len; i++)
    {
      const TosoTargetResult *result = g_ptr_array_index (results, i);
      const TosoProgress     *progress = &result->progress;
      json_t                 *object = target_to_json (result->target);

      json_object_set_new (object, "numerator", figure_to_json (progress->numerator));
      json_object_set_new (object, "denominator", figure_to_json (progress->denominator));
      json_object_set_new (object, "value", figure_to_json (progress->value));
      json_object_set_new (object, "pace", figure_to_json (progress->pace));
      json_object_set_new (object, "needed", figure_to_json (progress->needed));
      json_object_set_new (object, "coverage",
                           json_pack ("{s:i, s:i}",
                                      "reported", (int) progress->coverage.reported,
                                      "expected", (int) progress->coverage.expected));
      json_object_set_new (object, "state", json_string (toso_progress_state_to_id (progress->state)));
      json_array_append_new (array, object);
    }

  return array;
}

json_t *
toso_cli_tasks_to_json (const TosoPlan *plan)
{
  json_t *array = json_array ();

  for (guint i = 0; i < plan->tasks->len; i++)
    {
      const TosoTask *task = g_ptr_array_index (plan->tasks, i);

      json_array_append_new (array,
                             json_pack ("{s:s, s:s, s:s, s:s, s:s, s:s, s:s}",
                                        "code", task->code,
                                        "title", task->title,
                                        "lead", task->lead,
                                        "supporting", task->supporting,
                                        "time", task->time,
                                        "result", task->result,
                                        "state", toso_task_state_to_id (task->state)));
    }

  return array;
}

json_t *
toso_cli_journal_to_json (GPtrArray *entries)
{
  json_t *array = json_array ();

  for (guint i = 0; i < entries->len; i++)
    {
      const TosoJournalEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (entry->time);
      g_autofree char *text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");

      json_array_append_new (array,
                             json_pack ("{s:I, s:s, s:s, s:s, s:s, s:b}",
                                        "id", (json_int_t) entry->id,
                                        "time", text,
                                        "person", entry->person,
                                        "title", entry->title,
                                        "reason", entry->reason,
                                        "undone", entry->undone));
    }

  return array;
}

void
toso_cli_print_json (json_t *json)
{
  /* 15 digits: 46.8 and not 46.799999999999997. */
  char *text = json_dumps (json, JSON_INDENT (2) | JSON_REAL_PRECISION (15));

  g_assert (text != NULL);
  toso_cli_print ("%s\n", text);
  free (text);
  json_decref (json);
}
