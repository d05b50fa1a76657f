/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-plan.h"

static char *
empty (void)
{
  return g_strdup ("");
}

static GPtrArray *
strings_copy (const GPtrArray *strings)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);
  guint      i;

  for (i = 0; i < strings->len; i++)
    g_ptr_array_add (copy, g_strdup (g_ptr_array_index (strings, i)));
  return copy;
}

TosoPlan *
toso_plan_new (void)
{
  TosoPlan *plan = g_new0 (TosoPlan, 1);

  plan->source = empty ();
  plan->source_name = empty ();
  plan->commune.name = empty ();
  plan->commune.kind = empty ();
  plan->commune.province = empty ();
  plan->commune.agency = empty ();
  plan->commune.team_name = empty ();
  plan->commune.team_abbr = empty ();
  plan->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_section_free);
  plan->legal_bases = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_legal_basis_free);
  plan->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_target_free);
  plan->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_task_free);
  plan->recipients = g_ptr_array_new_with_free_func (g_free);
  plan->signature = g_ptr_array_new_with_free_func (g_free);
  plan->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_remark_free);

  return plan;
}

static void
commune_clear (TosoCommune *commune)
{
  g_free (commune->name);
  g_free (commune->kind);
  g_free (commune->province);
  g_free (commune->agency);
  g_free (commune->team_name);
  g_free (commune->team_abbr);
}

static void
header_clear (TosoPlanHeader *header)
{
  g_free (header->superior);
  g_strfreev (header->agency);
  g_free (header->nation);
  g_free (header->motto);
  g_free (header->number_line);
  g_free (header->place_date);
  g_free (header->kind);
  g_strfreev (header->title);
}

void
toso_plan_free (TosoPlan *plan)
{
  if (plan == NULL)
    return;

  g_free (plan->source);
  g_free (plan->source_name);
  commune_clear (&plan->commune);
  header_clear (&plan->header);
  /* Targets and tasks point at sections, so they go first. */
  g_ptr_array_unref (plan->targets);
  g_ptr_array_unref (plan->tasks);
  g_ptr_array_unref (plan->sections);
  g_ptr_array_unref (plan->legal_bases);
  g_free (plan->recipients_heading);
  g_ptr_array_unref (plan->recipients);
  g_ptr_array_unref (plan->signature);
  g_free (plan->signer);
  g_ptr_array_unref (plan->remarks);
  g_free (plan);
}

static TosoCommune
commune_copy (const TosoCommune *commune)
{
  TosoCommune copy = *commune;

  copy.name = g_strdup (commune->name);
  copy.kind = g_strdup (commune->kind);
  copy.province = g_strdup (commune->province);
  copy.agency = g_strdup (commune->agency);
  copy.team_name = g_strdup (commune->team_name);
  copy.team_abbr = g_strdup (commune->team_abbr);
  return copy;
}

static TosoPlanHeader
header_copy (const TosoPlanHeader *header)
{
  TosoPlanHeader copy;

  copy.superior = g_strdup (header->superior);
  copy.agency = g_strdupv (header->agency);
  copy.nation = g_strdup (header->nation);
  copy.motto = g_strdup (header->motto);
  copy.number_line = g_strdup (header->number_line);
  copy.place_date = g_strdup (header->place_date);
  copy.kind = g_strdup (header->kind);
  copy.title = g_strdupv (header->title);
  return copy;
}

/* @copies: from each section of the old tree to its copy */
static TosoSection *
section_copy (const TosoSection *section,
              GHashTable        *copies)
{
  TosoSection *copy = toso_section_new (section->kind, section->level, section->label,
                                        section->heading, section->body);
  guint        i;

  copy->id = section->id;
  copy->row_version = section->row_version;
  copy->span = section->span;
  g_hash_table_insert (copies, (gpointer) section, copy);
  for (i = 0; i < section->children->len; i++)
    toso_section_append (copy, section_copy (g_ptr_array_index (section->children, i), copies));

  return copy;
}

static TosoLegalBasis *
legal_basis_copy (const TosoLegalBasis *basis)
{
  TosoLegalBasis *copy = g_memdup2 (basis, sizeof *basis);

  copy->text = g_strdup (basis->text);
  copy->kind = g_strdup (basis->kind);
  copy->number = g_strdup (basis->number);
  copy->date = g_strdup (basis->date);
  copy->issuer = g_strdup (basis->issuer);
  return copy;
}

static TosoRemark *
remark_copy (const TosoRemark *remark)
{
  TosoRemark *copy = g_memdup2 (remark, sizeof *remark);

  copy->message = g_strdup (remark->message);
  return copy;
}

static void
copy_contents (TosoPlan       *copy,
               const TosoPlan *plan)
{
  g_autoptr (GHashTable) sections = g_hash_table_new (NULL, NULL);
  guint i;

  for (i = 0; i < plan->sections->len; i++)
    g_ptr_array_add (copy->sections, section_copy (g_ptr_array_index (plan->sections, i), sections));
  for (i = 0; i < plan->legal_bases->len; i++)
    g_ptr_array_add (copy->legal_bases, legal_basis_copy (g_ptr_array_index (plan->legal_bases, i)));
  for (i = 0; i < plan->targets->len; i++)
    {
      TosoTarget *target = toso_target_copy (g_ptr_array_index (plan->targets, i));

      target->section = g_hash_table_lookup (sections, target->section);
      g_ptr_array_add (copy->targets, target);
    }
  for (i = 0; i < plan->tasks->len; i++)
    {
      TosoTask *task = toso_task_copy (g_ptr_array_index (plan->tasks, i));

      task->section = g_hash_table_lookup (sections, task->section);
      g_ptr_array_add (copy->tasks, task);
    }
  for (i = 0; i < plan->remarks->len; i++)
    g_ptr_array_add (copy->remarks, remark_copy (g_ptr_array_index (plan->remarks, i)));
}

TosoPlan *
toso_plan_copy (const TosoPlan *plan)
{
  TosoPlan *copy;

  g_return_val_if_fail (plan != NULL, NULL);

  copy = toso_plan_new ();
  copy->id = plan->id;
  copy->row_version = plan->row_version;
  copy->year = plan->year;
  copy->n_villages = plan->n_villages;
  g_free (copy->source);
  copy->source = g_strdup (plan->source);
  g_free (copy->source_name);
  copy->source_name = g_strdup (plan->source_name);
  commune_clear (&copy->commune);
  copy->commune = commune_copy (&plan->commune);
  copy->header = header_copy (&plan->header);
  copy_contents (copy, plan);
  copy->recipients_heading = g_strdup (plan->recipients_heading);
  g_ptr_array_unref (copy->recipients);
  copy->recipients = strings_copy (plan->recipients);
  g_ptr_array_unref (copy->signature);
  copy->signature = strings_copy (plan->signature);
  copy->signer = g_strdup (plan->signer);

  return copy;
}

TosoLegalBasis *
toso_legal_basis_new (const char *text)
{
  TosoLegalBasis *basis = g_new0 (TosoLegalBasis, 1);

  basis->text = g_strdup (text != NULL ? text : "");
  basis->kind = empty ();
  basis->number = empty ();
  basis->date = empty ();
  basis->issuer = empty ();
  return basis;
}

void
toso_legal_basis_free (TosoLegalBasis *basis)
{
  if (basis == NULL)
    return;

  g_free (basis->text);
  g_free (basis->kind);
  g_free (basis->number);
  g_free (basis->date);
  g_free (basis->issuer);
  g_free (basis);
}

TosoTarget *
toso_target_new (void)
{
  TosoTarget *target = g_new0 (TosoTarget, 1);

  target->code = empty ();
  target->name = empty ();
  target->unit = empty ();
  target->numerator_name = empty ();
  target->denominator_name = empty ();
  target->counted = empty ();
  target->sentence = empty ();
  return target;
}

/**
 * toso_target_copy:
 *
 * Its section stays the one of the original.
 */
TosoTarget *
toso_target_copy (const TosoTarget *target)
{
  TosoTarget *copy;

  g_return_val_if_fail (target != NULL, NULL);

  copy = g_memdup2 (target, sizeof *target);
  copy->code = g_strdup (target->code);
  copy->name = g_strdup (target->name);
  copy->unit = g_strdup (target->unit);
  copy->numerator_name = g_strdup (target->numerator_name);
  copy->denominator_name = g_strdup (target->denominator_name);
  copy->counted = g_strdup (target->counted);
  copy->sentence = g_strdup (target->sentence);
  return copy;
}

gboolean
toso_target_is_counted (const TosoTarget *target)
{
  return target->counted != NULL && *target->counted != '\0';
}

void
toso_target_free (TosoTarget *target)
{
  if (target == NULL)
    return;

  g_free (target->code);
  g_free (target->name);
  g_free (target->unit);
  g_free (target->numerator_name);
  g_free (target->denominator_name);
  g_free (target->counted);
  g_free (target->sentence);
  g_free (target);
}

TosoTask *
toso_task_new (void)
{
  TosoTask *task = g_new0 (TosoTask, 1);

  task->code = empty ();
  task->title = empty ();
  task->lead = empty ();
  task->supporting = empty ();
  task->time = empty ();
  task->first_day = empty ();
  task->last_day = empty ();
  task->result = empty ();
  return task;
}

/**
 * toso_task_copy:
 *
 * Its section stays the one of the original.
 */
TosoTask *
toso_task_copy (const TosoTask *task)
{
  TosoTask *copy;

  g_return_val_if_fail (task != NULL, NULL);

  copy = g_memdup2 (task, sizeof *task);
  copy->code = g_strdup (task->code);
  copy->title = g_strdup (task->title);
  copy->lead = g_strdup (task->lead);
  copy->supporting = g_strdup (task->supporting);
  copy->time = g_strdup (task->time);
  copy->first_day = g_strdup (task->first_day);
  copy->last_day = g_strdup (task->last_day);
  copy->result = g_strdup (task->result);
  return copy;
}

void
toso_task_free (TosoTask *task)
{
  if (task == NULL)
    return;

  g_free (task->code);
  g_free (task->title);
  g_free (task->lead);
  g_free (task->supporting);
  g_free (task->time);
  g_free (task->first_day);
  g_free (task->last_day);
  g_free (task->result);
  g_free (task);
}

void
toso_remark_free (TosoRemark *remark)
{
  if (remark == NULL)
    return;

  g_free (remark->message);
  g_free (remark);
}

static void
foreach_section (const GPtrArray *sections,
                 TosoSectionFunc  func,
                 gpointer         user_data)
{
  guint i;

  for (i = 0; i < sections->len; i++)
    {
      TosoSection *section = g_ptr_array_index (sections, i);

      func (section, user_data);
      foreach_section (section->children, func, user_data);
    }
}

/**
 * toso_plan_foreach_section:
 *
 * Depth first, as the text runs.  @func may change what a section says, not
 * where it stands.
 */
void
toso_plan_foreach_section (const TosoPlan *plan,
                           TosoSectionFunc func,
                           gpointer        user_data)
{
  g_return_if_fail (plan != NULL);
  g_return_if_fail (func != NULL);

  foreach_section (plan->sections, func, user_data);
}

static TosoSection *
find_section (const GPtrArray *sections,
              gint64           id)
{
  TosoSection *found = NULL;
  guint        i;

  for (i = 0; i < sections->len && found == NULL; i++)
    {
      TosoSection *section = g_ptr_array_index (sections, i);

      found = section->id == id ? section : find_section (section->children, id);
    }
  return found;
}

TosoSection *
toso_plan_find_section (const TosoPlan *plan,
                        gint64          id)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return find_section (plan->sections, id);
}

TosoTarget *
toso_plan_find_target (const TosoPlan *plan,
                       gint64          id)
{
  guint i;

  g_return_val_if_fail (plan != NULL, NULL);

  for (i = 0; i < plan->targets->len; i++)
    {
      TosoTarget *target = g_ptr_array_index (plan->targets, i);

      if (target->id == id)
        return target;
    }
  return NULL;
}
