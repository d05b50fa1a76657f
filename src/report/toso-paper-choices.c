/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-choices.h"

#include <glib/gi18n-lib.h>

#include "report/toso-paper-kind-private.h"

static void
choice_free (gpointer data)
{
  TosoPaperChoice *choice = data;

  g_free (choice->label);
  g_free (choice);
}

static void
add_choice (GPtrArray  *choices,
            gint64      id,
            const char *name,
            const char *note)
{
  TosoPaperChoice *choice = g_new0 (TosoPaperChoice, 1);

  choice->id = id;
  choice->label = note != NULL ? g_strdup_printf ("%s – %s", name, note) : g_strdup (name);
  g_ptr_array_add (choices, choice);
}

/* The office that the line before the name says. */
static const char *
get_last_line (const TosoSignatory *signatory)
{
  guint n = g_strv_length (signatory->lines);

  return n > 0 ? signatory->lines[n - 1] : NULL;
}

static void
fill (TosoPaperChoices    *self,
      const TosoPaperKind *kind,
      const TosoPaperData *data)
{
  const TosoSignatory     *signer = toso_paper_find_signer (kind, data, &self->signing);
  const TosoRecipientList *chosen = toso_paper_find_recipients (kind, data);

  self->signer_id = signer != NULL ? signer->id : 0;
  for (guint i = 0; self->signing != TOSO_SIGNING_FIXED && i < data->signatories->len; i++)
    {
      const TosoSignatory *signatory = data->signatories->pdata[i];

      if (toso_paper_may_sign (signatory, kind, data))
        add_choice (self->signers, signatory->id, signatory->name, get_last_line (signatory));
    }
  if (kind->unsigned_list)
    return;
  self->list_id = chosen != NULL ? chosen->id : 0;
  for (guint i = 0; i < data->recipient_lists->len; i++)
    {
      const TosoRecipientList *list = data->recipient_lists->pdata[i];

      if (list == chosen || toso_paper_is_for_kind (list, kind))
        add_choice (self->lists, list->id, list->name, NULL);
    }
}

TosoPaperChoices *
toso_paper_choices_load (TosoYear   *year,
                         const char *kind_name,
                         gint64      signatory_id,
                         TosoDate    day,
                         GError    **error)
{
  g_autoptr (TosoPaperChoices) self = g_new0 (TosoPaperChoices, 1);
  g_autoptr (TosoPaperData) data = toso_paper_data_new ();
  const TosoPaperKind *kind;

  g_return_val_if_fail (TOSO_IS_YEAR (year) && kind_name != NULL, NULL);

  self->day = day;
  self->signers = g_ptr_array_new_with_free_func (choice_free);
  self->lists = g_ptr_array_new_with_free_func (choice_free);
  kind = toso_report_find_kind (kind_name);
  if (kind == NULL)
    return g_steal_pointer (&self);

  data->today = day;
  data->sign_day = day;
  data->signatory_id = signatory_id;
  data->plan = toso_year_load_plan (year, error);
  if (data->plan == NULL || !toso_paper_data_read_recipients (data, year, kind_name, error) ||
      !toso_paper_data_read_signatories (data, year, error))
    return NULL;
  fill (self, kind, data);

  return g_steal_pointer (&self);
}

void
toso_paper_choices_free (TosoPaperChoices *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->signers);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

char *
toso_paper_choices_remark (const TosoPaperChoices *self)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  switch (self->signing)
    {
    case TOSO_SIGNING_UNDECIDED:
      return g_strdup (_ ("Several may sign: the place is open until you choose one."));

    case TOSO_SIGNING_NOBODY:
      day = toso_date_format_short (self->day);
      /* Translators: a day */
      return g_strdup_printf (_ ("Nobody on the list of signatories may sign on %s: the place stays open."), day);

    case TOSO_SIGNING_FIXED:
    case TOSO_SIGNING_FOUND:
    default:
      return NULL;
    }
}
