/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-session.h"

#include <glib/gi18n.h>

#include "app/toso-session-private.h"

/* Undo and redo, as the screens say them. */

/* The entries that undo and redo would act on: the newest that stands, and
 * the one undone last before it. */
static const TosoJournalEntry *
find_undo_entry (TosoSession *self)
{
  for (guint i = 0; i < self->journal->len; i++)
    {
      const TosoJournalEntry *entry = self->journal->pdata[i];

      if (!entry->undone && entry->is_step)
        return entry;
    }

  return NULL;
}

static const TosoJournalEntry *
find_redo_entry (TosoSession *self)
{
  const TosoJournalEntry *found = NULL;

  for (guint i = 0; i < self->journal->len; i++)
    {
      const TosoJournalEntry *entry = self->journal->pdata[i];

      if (!entry->undone && entry->is_step)
        break;
      if (entry->is_step)
        found = entry;
    }

  return found;
}

void
toso_session_undo (TosoSession *self)
{
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;
  GError          *error = NULL;

  g_return_if_fail (TOSO_IS_SESSION (self));

  title = toso_year_undo (self->year, &error);
  if (title == NULL)
    {
      toso_session_take_error (self, error);
      return;
    }

  /* Translators: %s is what was undone */
  sentence = g_strdup_printf (_ ("Undone: %s"), title);
  toso_session_say (self, sentence, FALSE);
}

void
toso_session_redo (TosoSession *self)
{
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;
  GError          *error = NULL;

  g_return_if_fail (TOSO_IS_SESSION (self));

  title = toso_year_redo (self->year, &error);
  if (title == NULL)
    {
      toso_session_take_error (self, error);
      return;
    }

  /* Translators: %s is what was done again */
  sentence = g_strdup_printf (_ ("Done again: %s"), title);
  toso_session_say (self, sentence, TRUE);
}

const char *
toso_session_get_undo_title (TosoSession *self)
{
  const TosoJournalEntry *entry;

  g_return_val_if_fail (TOSO_IS_SESSION (self), NULL);

  entry = toso_year_can_undo (self->year) ? find_undo_entry (self) : NULL;

  return entry != NULL ? entry->title : NULL;
}

const char *
toso_session_get_redo_title (TosoSession *self)
{
  const TosoJournalEntry *entry;

  g_return_val_if_fail (TOSO_IS_SESSION (self), NULL);

  entry = toso_year_can_redo (self->year) ? find_redo_entry (self) : NULL;

  return entry != NULL ? entry->title : NULL;
}

void
toso_session_undo_to (TosoSession *self,
                      gint64       entry_id)
{
  g_autofree char *sentence = NULL;
  guint            n_steps = 0;
  gboolean         found = FALSE;

  g_return_if_fail (TOSO_IS_SESSION (self));

  for (guint i = 0; i < self->journal->len && !found; i++)
    {
      const TosoJournalEntry *entry = self->journal->pdata[i];

      if (!entry->undone && entry->is_step)
        n_steps++;
      found = entry->id == entry_id && entry->is_step;
    }
  if (!found || n_steps == 0)
    return;
  if (n_steps == 1)
    {
      toso_session_undo (self);
      return;
    }

  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree char *title = NULL;
      GError          *error = NULL;

      title = toso_year_undo (self->year, &error);
      if (title == NULL)
        {
          toso_session_take_error (self, error);
          return;
        }
    }

  sentence = g_strdup_printf (ngettext ("%u change undone", "%u changes undone", n_steps), n_steps);
  toso_session_say (self, sentence, FALSE);
}
