/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-papers-page-private.h"

#include <glib/gi18n.h>

#include "document/toso-signed-copy.h"

/* Two versions of a paper: what was written, what the data say, what went out,
 * what came back signed. */

static GStrv
dup_block_paragraphs (TosoDraft *draft)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const GPtrArray *blocks = toso_draft_list_blocks (draft);

  for (guint i = 0; i < blocks->len; i++)
    {
      const TosoDraftBlock *block = blocks->pdata[i];
      g_auto (GStrv) lines = g_strsplit (block->text, "\n", -1);

      for (guint k = 0; lines[k] != NULL && !block->removed; k++)
        if (*lines[k] != '\0')
          g_strv_builder_add (builder, g_strdelimit (lines[k], "\t", ' '));
    }

  return g_strv_builder_end (builder);
}

/* What went out against what would go out today. */
static gboolean
compare_issued (TosoPapersPage *self,
                TosoPeriod     *period,
                GStrv          *before,
                GStrv          *now,
                GError        **error)
{
  g_autoptr (TosoDraft) today = toso_draft_open (toso_session_get_year (self->session),
                                                 toso_draft_get_kept (self->draft)->kind, period, error);

  if (today == NULL)
    return FALSE;
  *before = dup_block_paragraphs (self->draft);
  *now = dup_block_paragraphs (today);

  return TRUE;
}

/* What the data says against what was written. */
static gboolean
compare_draft (TosoPapersPage *self,
               TosoPeriod     *period,
               GStrv          *before,
               GStrv          *now,
               GError        **error)
{
  g_autoptr (TosoPaper) data = toso_report_paper (toso_session_get_year (self->session),
                                                  toso_draft_get_kept (self->draft)->kind, period, error);
  g_autoptr (TosoPaper) written = data != NULL ? toso_draft_make_paper (self->draft, error) : NULL;

  if (written == NULL)
    return FALSE;
  *before = toso_paper_dup_paragraphs (data);
  *now = toso_paper_dup_paragraphs (written);

  return TRUE;
}

/* A version of the same kind that is kept too; of this paper only its blocks. */
static gboolean
compare_kept (TosoPapersPage *self,
              GStrv          *before,
              GStrv          *now,
              GError        **error)
{
  g_autoptr (TosoDraft) other = toso_draft_open_kept (toso_session_get_year (self->session), self->against, error);

  if (other == NULL)
    return FALSE;
  *before = dup_block_paragraphs (other);
  *now = dup_block_paragraphs (self->draft);

  return TRUE;
}

/* --- against the signed copy --- */

typedef struct
{
  GBytes *exported;
  GBytes *copy;
  char   *name;
} Job;

static void
job_free (Job *job)
{
  g_bytes_unref (job->exported);
  g_bytes_unref (job->copy);
  g_free (job->name);
  g_free (job);
}

static void
compare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  const Job *job = task_data;
  GError    *error = NULL;
  GPtrArray *changes = toso_signed_copy_compare (job->exported, job->copy, job->name, cancellable, &error);

  if (changes != NULL)
    g_task_return_pointer (task, changes, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Lines that differ stand under their page, which is a line of both. */
static void
add_lines (GPtrArray *lines,
           GPtrArray *changes,
           gboolean   added)
{
  guint page = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const TosoCopyChange *change = changes->pdata[i];

      if (change->page != page)
        g_ptr_array_add (lines, g_strdup_printf (_ ("Page %u"), change->page));
      page = change->page;
      if (change->added == added)
        g_ptr_array_add (lines, g_strdup (change->text));
    }
  g_ptr_array_add (lines, NULL);
}

static void
signed_compared_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (TosoPapersPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) now = g_ptr_array_new_with_free_func (g_free);

  /* Something else may have been chosen meanwhile. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))) || self->against != TOSO_AGAINST_SIGNED)
    return;
  if (changes == NULL)
    {
      toso_session_take_error (self->session, g_steal_pointer (&error));
      return;
    }
  add_lines (before, changes, FALSE);
  add_lines (now, changes, TRUE);
  toso_paper_compare_set (TOSO_PAPER_COMPARE (self->compare), (const char *const *) before->pdata, (const char *const *) now->pdata,
                          _ ("As exported, against the signed copy"));
}

static void
compare_signed (TosoPapersPage *self)
{
  const TosoKeptPaper *kept = toso_draft_get_kept (self->draft);
  TosoYear            *year = toso_session_get_year (self->session);
  GError              *error = NULL;
  g_autoptr (TosoOriginal) exported = toso_year_load_attachment (year, kept->exported_id, &error);
  g_autoptr (TosoOriginal) copy = exported != NULL ? toso_year_load_attachment (year, kept->signed_id, &error) : NULL;
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (copy == NULL)
    {
      toso_session_take_error (self->session, error);
      return;
    }
  job = g_new0 (Job, 1);
  *job = (Job){ g_bytes_ref (exported->content), g_bytes_ref (copy->content), g_strdup (copy->name) };
  task = g_task_new (NULL, self->cancellable, signed_compared_cb, g_object_ref (self));
  g_task_set_source_tag (task, compare_signed);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, compare_in_thread);
}

/* --- what it may be compared with --- */

static gboolean
may_be_against (TosoPapersPage      *self,
                const TosoKeptPaper *other)
{
  const TosoKeptPaper *kept = toso_draft_get_kept (self->draft);

  return other->id != kept->id && g_str_equal (other->kind, kept->kind);
}

/* The places of the drop-down: the data, the signed copy, then those kept. */
static GArray *
list_choices (TosoPapersPage *self,
              GStrv          *names)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64  choice = TOSO_AGAINST_DATA;

  g_array_append_val (choices, choice);
  g_strv_builder_add (builder, _ ("The data today"));
  if (toso_draft_get_kept (self->draft)->signed_id != 0)
    {
      choice = TOSO_AGAINST_SIGNED;
      g_array_append_val (choices, choice);
      g_strv_builder_add (builder, _ ("The signed copy"));
    }
  for (guint i = 0; self->kept != NULL && i < self->kept->len; i++)
    {
      const TosoKeptPaper *other = self->kept->pdata[i];
      g_autofree char     *words = NULL;

      if (!may_be_against (self, other))
        continue;
      words = toso_papers_page_describe (other);
      g_array_append_val (choices, other->id);
      g_strv_builder_add (builder, words);
    }
  *names = g_strv_builder_end (builder);

  return choices;
}

static void
update_choices (TosoPapersPage *self)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GArray) choices = list_choices (self, &names);
  guint selected = 0;

  for (guint i = 0; i < choices->len; i++)
    if (g_array_index (choices, gint64, i) == self->against)
      selected = i;
  self->against = g_array_index (choices, gint64, selected);
  toso_paper_compare_set_choices (TOSO_PAPER_COMPARE (self->compare), (const char *const *) names, selected);
}

static void
against_chosen_cb (TosoPapersPage *self,
                   guint           place)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GArray) choices = self->draft != NULL ? list_choices (self, &names) : NULL;

  if (choices == NULL || place >= choices->len)
    return;
  self->against = g_array_index (choices, gint64, place);
  toso_papers_page_update_compare (self);
}

static const char *
describe_against (TosoPapersPage *self,
                  gboolean        is_issued)
{
  if (self->against != TOSO_AGAINST_DATA)
    return _ ("That paper, against this one");

  return is_issued ? _ ("As issued, against what the data says today") : _ ("What the data says, against what was written");
}

void
toso_papers_page_update_compare (TosoPapersPage *self)
{
  gboolean    is_issued = toso_draft_is_issued (self->draft), is_done;
  GError     *error = NULL;
  TosoPeriod  period;
  TosoPeriod *use = toso_period_parse (toso_draft_get_kept (self->draft)->period, &period) ? &period : NULL;
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) now = NULL;

  update_choices (self);
  if (self->against == TOSO_AGAINST_SIGNED)
    {
      compare_signed (self);
      return;
    }
  if (self->against != TOSO_AGAINST_DATA)
    is_done = compare_kept (self, &before, &now, &error);
  else
    is_done = is_issued ? compare_issued (self, use, &before, &now, &error) : compare_draft (self, use, &before, &now, &error);
  if (!is_done)
    {
      toso_session_take_error (self->session, error);
      return;
    }
  toso_paper_compare_set (TOSO_PAPER_COMPARE (self->compare), (const char *const *) before, (const char *const *) now,
                          describe_against (self, is_issued));
}

void
toso_papers_page_connect_compare (TosoPapersPage *self)
{
  g_signal_connect_object (self->compare, "against-chosen", G_CALLBACK (against_chosen_cb), self, G_CONNECT_SWAPPED);
}
