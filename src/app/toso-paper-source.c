/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-paper-source.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"
#include "core/toso-register.h"

void
toso_paper_source_clear (TosoPaperSource *self)
{
  g_clear_pointer (&self->code, g_free);
}

/* --- reading --- */

static gboolean
take_code (TosoPaperSource *self,
           char           **parts,
           guint            first,
           guint            end)
{
  g_autoptr (GString) code = g_string_new (NULL);

  /* A code may hold a slash of its own. */
  for (guint i = first; i < end; i++)
    g_string_append_printf (code, "%s%s", i > first ? "/" : "", parts[i]);
  self->code = g_string_free (g_steal_pointer (&code), FALSE);

  return *self->code != '\0';
}

static gboolean
take_period (TosoPaperSource *self,
             const char      *text)
{
  self->has_period = toso_period_parse (text, &self->period);

  return self->has_period;
}

static gboolean
take_id (TosoPaperSource *self,
         const char      *text)
{
  return g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &self->id, NULL);
}

static gboolean
parse_target (TosoPaperSource *self,
              char           **parts,
              guint            n)
{
  static const char *const values[] = { "value", "numerator", "denominator", "pace", "coverage", "state", "change", NULL };

  self->kind = TOSO_SOURCE_TARGET;
  if (n >= 3 && g_str_equal (parts[n - 1], "target"))
    return take_code (self, parts, 1, n - 1);

  return n >= 4 && g_strv_contains (values, parts[n - 1]) && take_period (self, parts[n - 2]) && take_code (self, parts, 1, n - 2);
}

static gboolean
parse_register (TosoPaperSource *self,
                char           **parts,
                guint            n)
{
  static const char *const deeds[] = { "bulletin", "visit", "guidance", "other", NULL };
  const TosoRegister      *kind;

  self->kind = TOSO_SOURCE_REGISTER;
  if (n == 4 && g_str_equal (parts[0], "activity") && g_str_equal (parts[3], "count"))
    {
      self->table = g_str_equal (parts[1], "training") ? "training" : "activity";
      return (g_str_equal (parts[1], "training") || g_strv_contains (deeds, parts[1])) && take_period (self, parts[2]);
    }
  kind = n == 2 ? toso_registers_find (parts[0]) : NULL;
  if (kind == NULL)
    return FALSE;
  self->table = kind->id;

  return g_str_equal (parts[1], "count") || take_id (self, parts[1]);
}

static gboolean
parse_parts (TosoPaperSource *self,
             char           **parts,
             guint            n)
{
  static const char *const sent[] = { "received", "reported", "late", NULL };
  static const char *const of_task[] = { "state", "result", NULL };

  if (n == 0)
    return FALSE;
  if (n == 3 && (g_str_equal (parts[0], "targets") || g_str_equal (parts[0], "tasks")))
    {
      self->kind = g_str_equal (parts[0], "targets") ? TOSO_SOURCE_TARGETS : TOSO_SOURCE_TASKS;
      return take_period (self, parts[1]);
    }
  if (g_str_equal (parts[0], "target"))
    return parse_target (self, parts, n);
  if (n > 2 && g_str_equal (parts[0], "village"))
    {
      self->kind = TOSO_SOURCE_VILLAGE;
      return n >= 5 && g_str_equal (parts[n - 1], "value") && take_id (self, parts[1]) && take_period (self, parts[n - 2]) &&
             take_code (self, parts, 2, n - 2);
    }
  if (g_str_equal (parts[0], "submission"))
    {
      self->kind = TOSO_SOURCE_SUBMISSION;
      return n == 3 && g_strv_contains (sent, parts[2]) && take_period (self, parts[1]);
    }
  if (g_str_equal (parts[0], "task"))
    {
      self->kind = TOSO_SOURCE_TASK;
      return n >= 3 && g_strv_contains (of_task, parts[n - 1]) && take_code (self, parts, 1, n - 1);
    }
  if (g_str_equal (parts[0], "plan"))
    {
      self->kind = TOSO_SOURCE_PLAN;
      return n == 1;
    }

  return parse_register (self, parts, n);
}

gboolean
toso_paper_source_parse (const char      *text,
                         TosoPaperSource *self)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  *self = (TosoPaperSource){ 0 };
  parts = g_strsplit (text, "/", -1);
  if (parse_parts (self, parts, g_strv_length (parts)))
    return TRUE;
  toso_paper_source_clear (self);

  return FALSE;
}

/* --- in the year --- */

static gint64
find_target (const TosoPlan *plan,
             const char     *code)
{
  for (guint i = 0; i < plan->targets->len; i++)
    {
      const TosoTarget *target = plan->targets->pdata[i];

      if (g_strcmp0 (target->code, code) == 0)
        return target->id;
    }

  return 0;
}

static gint64
find_task (const TosoPlan *plan,
           const char     *code)
{
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      const TosoTask *task = plan->tasks->pdata[i];

      if (g_strcmp0 (task->code, code) == 0)
        return task->id;
    }

  return 0;
}

static gboolean
has_village (TosoSession *session,
             gint64       id)
{
  GPtrArray *villages = toso_session_get_villages (session);

  for (guint i = 0; i < villages->len; i++)
    if (((const TosoVillage *) villages->pdata[i])->id == id)
      return TRUE;

  return FALSE;
}

static gboolean
find_place (const TosoPaperSource *source,
            TosoSession           *session,
            const char           **page_id,
            TosoPlace             *place)
{
  /* These stand on a page of their own. */
  static const char *const of_villages[] = { "village", "team", "membership", "member", "unit", "signatory", NULL };
  const TosoPlan          *plan = toso_session_get_plan (session);

  *place = (TosoPlace){ .has_period = source->has_period, .period = source->period };
  switch (source->kind)
    {
    case TOSO_SOURCE_TARGET:
      *page_id = "targets";
      place->kind = TOSO_OBJECT_TARGET;
      place->id = find_target (plan, source->code);
      return place->id != 0;
    case TOSO_SOURCE_VILLAGE:
      *page_id = "reports";
      place->kind = TOSO_OBJECT_REPORTS;
      place->id = source->id;
      place->target_id = find_target (plan, source->code);
      return place->target_id != 0 && has_village (session, source->id);
    case TOSO_SOURCE_SUBMISSION:
      *page_id = "reports";
      place->kind = TOSO_OBJECT_REPORTS;
      return TRUE;
    case TOSO_SOURCE_REGISTER:
      *page_id = g_strv_contains (of_villages, source->table) ? "villages" : "registers";
      place->kind = TOSO_OBJECT_RECORD;
      place->table = source->table;
      place->id = source->id;
      return TRUE;
    case TOSO_SOURCE_TASK:
      *page_id = "tasks";
      place->kind = TOSO_OBJECT_TASK;
      place->id = find_task (plan, source->code);
      return place->id != 0;
    case TOSO_SOURCE_TARGETS:
      *page_id = "targets";
      place->kind = TOSO_OBJECT_TARGET;
      return plan->targets->len > 0;
    case TOSO_SOURCE_TASKS:
      *page_id = "tasks";
      place->kind = TOSO_OBJECT_TASK;
      return plan->tasks->len > 0;
    case TOSO_SOURCE_PLAN:
      *page_id = "plan";
      place->kind = TOSO_OBJECT_SECTION;
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
toso_paper_source_find (const char  *text,
                        TosoSession *session,
                        const char **page_id,
                        TosoPlace   *place)
{
  g_auto (TosoPaperSource) source = { 0 };

  g_return_val_if_fail (TOSO_IS_SESSION (session), FALSE);

  return toso_paper_source_parse (text, &source) && find_place (&source, session, page_id, place);
}

/* --- in words --- */

/* "Chỉ tiêu CT03", "Thôn 7, chỉ tiêu CT03", "Sổ theo dõi: Tập huấn". */
static char *
make_subject (const TosoPaperSource *source,
              TosoSession           *session)
{
  switch (source->kind)
    {
    case TOSO_SOURCE_TARGET:
      return g_strdup_printf (_ ("Target %s"), source->code);
    case TOSO_SOURCE_VILLAGE:
      return g_strdup_printf (_ ("%s, target %s"), toso_session_get_village_name (session, source->id), source->code);
    case TOSO_SOURCE_SUBMISSION:
      return g_strdup (_ ("Reports of the villages"));
    case TOSO_SOURCE_REGISTER:
      return g_strdup_printf (_ ("Register “%s”"), _ (toso_registers_find (source->table)->title));
    case TOSO_SOURCE_TASK:
      return g_strdup_printf (_ ("Task %s"), source->code);
    case TOSO_SOURCE_TARGETS:
      return g_strdup (g_dpgettext2 (NULL, "page", "Targets"));
    case TOSO_SOURCE_TASKS:
      return g_strdup (g_dpgettext2 (NULL, "page", "Tasks"));
    case TOSO_SOURCE_PLAN:
    default:
      return g_strdup (g_dpgettext2 (NULL, "page", "Plan"));
    }
}

static char *
make_period (TosoPeriod period)
{
  g_autofree char *title = toso_period_screen_title (period);

  return toso_make_sentence_middle (title);
}

char *
toso_paper_source_describe (const char  *text,
                            TosoSession *session)
{
  g_auto (TosoPaperSource) source = { 0 };
  g_autofree char *subject = NULL;
  g_autofree char *period = NULL;
  const char      *page_id;
  TosoPlace        place;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  if (!toso_paper_source_parse (text, &source) || !find_place (&source, session, &page_id, &place))
    return NULL;

  subject = make_subject (&source, session);
  if (!source.has_period)
    /* Translators: %s is where a figure of a paper comes from: "Chỉ tiêu CT03" */
    return g_strdup_printf (_ ("%s – click to open"), subject);
  period = make_period (source.period);

  /* Translators: where a figure of a paper comes from, and its period */
  return g_strdup_printf (_ ("%s, %s – click to open the figures"), subject, period);
}
