/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-data.h"

static void
village_report_free (gpointer data)
{
  TosoVillageReport *report = data;

  g_free (report->difficulties);
  g_free (report->proposals);
  g_free (report->values);
  g_free (report);
}

static void
member_free (gpointer data)
{
  TosoTeamMember *member = data;

  g_free (member->village);
  g_free (member->name);
  g_free (member->role);
  g_free (member->basis);
  g_free (member);
}

static void
commended_free (gpointer data)
{
  TosoCommended *commended = data;

  g_free (commended->recipient);
  g_free (commended->achievement);
  g_free (commended->form);
  g_free (commended->decision);
  g_free (commended);
}

static void
paper_line_free (gpointer data)
{
  TosoPaperLine *line = data;

  g_free (line->text);
  g_free (line->source);
  g_free (line);
}

static void
task_report_free (gpointer data)
{
  TosoTaskReport *report = data;

  g_free (report->result);
  g_free (report);
}

static void
training_free (gpointer data)
{
  TosoPaperTraining *training = data;

  g_ptr_array_unref (training->present);
  g_free (training->title);
  g_free (training->place);
  g_free (training->method);
  g_free (training->trainer);
  g_free (training);
}

static void
support_free (gpointer data)
{
  TosoSupportLine *line = data;

  g_free (line->team);
  g_free (line->person);
  g_free (line);
}

static void
line_free (gpointer data)
{
  TosoRegisterLine *line = data;

  for (guint i = 0; i < G_N_ELEMENTS (line->cells); i++)
    g_free (line->cells[i]);
  g_free (line);
}

static void
recipient_list_free (gpointer data)
{
  TosoRecipientList *list = data;

  g_free (list->name);
  g_free (list->code);
  g_strfreev (list->lines);
  g_free (list);
}

TosoPaperData *
toso_paper_data_new (void)
{
  TosoPaperData *self = g_new0 (TosoPaperData, 1);

  self->reports = g_ptr_array_new_with_free_func (village_report_free);
  self->members = g_ptr_array_new_with_free_func (member_free);
  self->commended = g_ptr_array_new_with_free_func (commended_free);
  self->granted = g_ptr_array_new_with_free_func (commended_free);
  self->directions = g_ptr_array_new_with_free_func (paper_line_free);
  self->decisions = g_ptr_array_new_with_free_func (paper_line_free);
  self->task_reports = g_ptr_array_new_with_free_func (task_report_free);
  self->months = g_array_new (FALSE, FALSE, sizeof (TosoMonthTally));
  self->trainings = g_ptr_array_new_with_free_func (training_free);
  self->support = g_ptr_array_new_with_free_func (support_free);
  self->entries = g_ptr_array_new_with_free_func (line_free);
  self->recipient_lists = g_ptr_array_new_with_free_func (recipient_list_free);
  self->signatories = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_signatory_free);

  return self;
}

void
toso_paper_data_free (TosoPaperData *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->reports);
  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->commended);
  g_ptr_array_unref (self->granted);
  g_ptr_array_unref (self->directions);
  g_ptr_array_unref (self->decisions);
  g_ptr_array_unref (self->task_reports);
  g_array_unref (self->months);
  g_ptr_array_unref (self->trainings);
  g_ptr_array_unref (self->support);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->recipient_lists);
  g_ptr_array_unref (self->signatories);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->previous, g_ptr_array_unref);
  g_clear_pointer (&self->villages, g_ptr_array_unref);
  g_clear_pointer (&self->plan, toso_plan_free);
  g_free (self->village_word);
  g_free (self->period_name);
  g_free (self->period_words);
  g_free (self->as_of_words);
  g_free (self->previous_words);
  g_free (self->previous_name);
  g_free (self->next_words);
  g_free (self->asked_by);
  g_free (self);
}

TosoTeamMember *
toso_paper_data_add_member (TosoPaperData *self,
                            const char    *village,
                            const char    *name,
                            const char    *role,
                            const char    *basis)
{
  TosoTeamMember *member = g_new0 (TosoTeamMember, 1);

  member->village = g_strdup (village);
  member->name = g_strdup (name);
  member->role = g_strdup (role);
  member->basis = g_strdup (basis);
  g_ptr_array_add (self->members, member);

  return member;
}

/* They stand team by team. */
gboolean
toso_paper_data_has_amounts (const TosoPaperData *self)
{
  for (guint i = 0; i < self->commended->len; i++)
    if (((const TosoCommended *) self->commended->pdata[i])->amount.known)
      return TRUE;

  return FALSE;
}

guint
toso_paper_data_count_teams (const TosoPaperData *self)
{
  guint n = 0;

  for (guint i = 0; i < self->members->len; i++)
    n += i == 0 || g_strcmp0 (((const TosoTeamMember *) self->members->pdata[i])->village,
                              ((const TosoTeamMember *) self->members->pdata[i - 1])->village) != 0;

  return n;
}

TosoCommended *
toso_paper_data_add_commended (TosoPaperData *self,
                               const char    *recipient,
                               const char    *achievement,
                               const char    *form)
{
  TosoCommended *commended = g_new0 (TosoCommended, 1);

  commended->recipient = g_strdup (recipient);
  commended->achievement = g_strdup (achievement);
  commended->form = g_strdup (form);
  commended->decision = g_strdup ("");
  g_ptr_array_add (self->commended, commended);

  return commended;
}

GStrv
toso_paper_data_list_late (const TosoPaperData *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < self->reports->len; i++)
    {
      const TosoVillageReport *report = self->reports->pdata[i];

      if (!report->reported)
        g_strv_builder_add (names, report->village->name);
    }

  return g_strv_builder_end (names);
}
