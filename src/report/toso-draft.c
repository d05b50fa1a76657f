/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoDraft, toso_draft, G_TYPE_OBJECT)

static void
toso_draft_finalize (GObject *object)
{
  TosoDraft *self = TOSO_DRAFT (object);

  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  toso_paper_free (self->paper);
  toso_kept_paper_free (self->kept);
  g_clear_object (&self->year);
  g_free (self->kind);
  g_free (self->period_name);

  G_OBJECT_CLASS (toso_draft_parent_class)->finalize (object);
}

static void
toso_draft_class_init (TosoDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = toso_draft_finalize;
  signals[CHANGED] = g_signal_new ("changed", TOSO_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
toso_draft_init (TosoDraft *self)
{
  self->kept = toso_kept_paper_new ();
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_draft_item_free);
  self->blocks = g_ptr_array_new ();
}

/* --- reading --- */

/* "BC-UBND" of "Số:      /BC-UBND". */
char *
toso_draft_get_symbol (const TosoPaper *paper)
{
  const char *slash = paper->number_line != NULL ? strchr (paper->number_line, '/') : NULL;

  return g_strdup (slash != NULL ? slash + 1 : "");
}

TosoPaper *
toso_draft_compose (TosoDraft  *self,
                    TosoDate    day,
                    GPtrArray **items,
                    GError    **error)
{
  g_autoptr (TosoPaper) paper = toso_report_paper_signed (self->year, self->kind, self->has_period ? &self->period : NULL,
                                                          self->kept->signatory_id, day, error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) merged = NULL;

  if (paper == NULL)
    return NULL;
  if (self->kept->id != 0)
    rows = toso_year_load_paper_blocks (self->year, self->kept->id, error);
  else
    rows = g_ptr_array_new ();
  if (rows == NULL)
    return NULL;
  merged = toso_draft_merge (paper, rows);
  toso_draft_apply (paper, merged, rows->len > 0);
  if (items != NULL)
    *items = g_steal_pointer (&merged);

  return g_steal_pointer (&paper);
}

/* An issued one says what it said, whatever the data say now. */
static GPtrArray *
load_frozen (TosoDraft *self,
             GError   **error)
{
  g_autoptr (GPtrArray) rows = toso_year_load_paper_blocks (self->year, self->kept->id, error);
  GPtrArray *items;

  if (rows == NULL)
    return NULL;
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_draft_item_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const TosoKeptBlock *row = rows->pdata[i];
      TosoDraftItem       *item = toso_draft_item_new (row->key, toso_draft_part_from_id (row->kind));

      item->is_said = TRUE;
      item->row = toso_kept_block_copy (row);
      g_free (item->composed);
      item->composed = g_strdup (row->text);
      g_ptr_array_add (items, item);
    }

  return items;
}

static gboolean
is_plan (TosoDraft *self)
{
  return g_str_equal (self->kind, "plan");
}

/* What the list and the register will say of @paper, kept already or not. */
static void
describe (TosoDraft       *self,
          TosoKeptPaper   *kept,
          const TosoPaper *paper)
{
  g_free (kept->kind);
  kept->kind = g_strdup (self->kind);
  g_free (kept->period);
  kept->period = g_strdup (self->period_name);
  g_free (kept->title);
  kept->title = g_strdup (paper->subject);
  g_free (kept->symbol);
  kept->symbol = toso_draft_get_symbol (paper);
}

static gboolean
rebuild (TosoDraft *self,
         GError   **error)
{
  g_autoptr (TosoPaper) paper = NULL;
  g_autoptr (GPtrArray) items = NULL;
  gboolean issued = toso_draft_is_issued (self);

  if (issued)
    items = load_frozen (self, error);
  else
    paper = toso_draft_compose (self, toso_date_today (), &items, error);
  if (items == NULL)
    return FALSE;

  toso_paper_free (self->paper);
  self->paper = g_steal_pointer (&paper);
  if (self->paper != NULL)
    describe (self, self->kept, self->paper);
  g_ptr_array_unref (self->items);
  self->items = g_steal_pointer (&items);
  g_ptr_array_unref (self->blocks);
  self->blocks = toso_draft_make_blocks (self->items, issued || is_plan (self));

  return TRUE;
}

static gboolean
load_kept (TosoDraft *self,
           gint64     id,
           GError   **error)
{
  g_autoptr (GError) local = NULL;
  TosoKeptPaper *kept = id != 0 ? toso_year_load_paper (self->year, id, &local) : NULL;

  /* Taken back by an undo: there may be another, or none. */
  if (kept == NULL && local != NULL && !g_error_matches (local, TOSO_ERROR, TOSO_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (kept == NULL && !toso_year_find_draft (self->year, self->kind, self->period_name, &kept, error))
    return FALSE;

  toso_kept_paper_free (self->kept);
  self->kept = kept != NULL ? kept : toso_kept_paper_new ();

  return TRUE;
}

TosoDraft *
toso_draft_open (TosoYear         *year,
                 const char       *kind,
                 const TosoPeriod *period,
                 GError          **error)
{
  g_autoptr (TosoDraft) self = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (year) && kind != NULL, NULL);

  self = g_object_new (TOSO_TYPE_DRAFT, NULL);
  self->year = g_object_ref (year);
  self->kind = g_strdup (kind);
  if (!toso_report_find_period (year, kind, period, &self->period, &self->has_period, error))
    return NULL;
  self->period_name = self->has_period ? toso_period_to_string (self->period) : g_strdup ("");
  if (!load_kept (self, 0, error) || !rebuild (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

TosoDraft *
toso_draft_open_kept (TosoYear *year,
                      gint64    id,
                      GError  **error)
{
  g_autoptr (TosoDraft) self = NULL;
  TosoKeptPaper *kept;

  g_return_val_if_fail (TOSO_IS_YEAR (year), NULL);

  kept = toso_year_load_paper (year, id, error);
  if (kept == NULL)
    return NULL;
  self = g_object_new (TOSO_TYPE_DRAFT, NULL);
  self->year = g_object_ref (year);
  toso_kept_paper_free (self->kept);
  self->kept = kept;
  self->kind = g_strdup (kept->kind);
  self->period_name = g_strdup (kept->period);
  self->has_period = *kept->period != '\0' && toso_period_parse (kept->period, &self->period);

  return rebuild (self, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
toso_draft_reload (TosoDraft *self,
                   GError   **error)
{
  g_return_val_if_fail (TOSO_IS_DRAFT (self), FALSE);

  if (self->busy)
    return TRUE;
  if (!load_kept (self, self->kept->id, error) || !rebuild (self, error))
    return FALSE;
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

const TosoKeptPaper *
toso_draft_get_kept (TosoDraft *self)
{
  g_return_val_if_fail (TOSO_IS_DRAFT (self), NULL);

  return self->kept;
}

gboolean
toso_draft_is_issued (TosoDraft *self)
{
  g_return_val_if_fail (TOSO_IS_DRAFT (self), FALSE);

  return self->kept->state != TOSO_PAPER_DRAFT;
}

const GPtrArray *
toso_draft_list_blocks (TosoDraft *self)
{
  g_return_val_if_fail (TOSO_IS_DRAFT (self), NULL);

  return self->blocks;
}

const TosoDraftBlock *
toso_draft_find_block (TosoDraft  *self,
                       const char *key)
{
  g_return_val_if_fail (TOSO_IS_DRAFT (self) && key != NULL, NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    if (g_str_equal (((const TosoDraftBlock *) self->blocks->pdata[i])->key, key))
      return self->blocks->pdata[i];

  return NULL;
}

guint
toso_draft_count_stale (TosoDraft *self)
{
  guint n = 0;

  g_return_val_if_fail (TOSO_IS_DRAFT (self), 0);

  for (guint i = 0; i < self->blocks->len; i++)
    n += ((const TosoDraftBlock *) self->blocks->pdata[i])->changes->len > 0;

  return n;
}

void
toso_draft_set_issued (TosoDraft *self,
                       GError   **error)
{
  /* Translators: title of a paper; number and symbol */
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_LOCKED,
               _ ("“%s” has been issued as %02d/%s and stays as it is. To change what it says, issue a new paper. Nothing was changed."),
               self->kept->title, self->kept->number, self->kept->symbol);
}

gboolean
toso_draft_check_editable (TosoDraft *self,
                           GError   **error)
{
  if (toso_draft_is_issued (self))
    {
      toso_draft_set_issued (self, error);
      return FALSE;
    }
  if (is_plan (self))
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("The plan's text is changed on the page of the plan. Nothing was changed."));
      return FALSE;
    }

  return TRUE;
}

TosoPaper *
toso_draft_make_paper (TosoDraft *self,
                       GError   **error)
{
  g_autoptr (TosoPaper) paper = NULL;

  g_return_val_if_fail (TOSO_IS_DRAFT (self), NULL);

  if (toso_draft_is_issued (self))
    {
      toso_draft_set_issued (self, error);
      return NULL;
    }

  paper = toso_draft_compose (self, toso_date_today (), NULL, error);
  if (paper == NULL || (is_plan (self) && !toso_report_number_plan (self->year, paper, error)))
    return NULL;

  return g_steal_pointer (&paper);
}

TosoOriginal *
toso_draft_load_pdf (TosoDraft *self,
                     GError   **error)
{
  g_return_val_if_fail (TOSO_IS_DRAFT (self), NULL);

  return toso_year_load_attachment (self->year, self->kept->signed_id != 0 ? self->kept->signed_id : self->kept->exported_id, error);
}

/* --- keeping --- */

gboolean
toso_draft_finish (TosoDraft *self,
                   gboolean   done,
                   GError   **error)
{
  self->busy = FALSE;
  if (done)
    return toso_draft_reload (self, error);

  /* What was tried is forgotten. */
  rebuild (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);

  return FALSE;
}

gboolean
toso_draft_save (TosoDraft *self,
                 char      *title_taken,
                 GError   **error)
{
  g_autoptr (TosoDraft) guard = g_object_ref (self);
  g_autoptr (GPtrArray) rows = toso_draft_list_rows (self->items);
  g_autoptr (TosoKeptPaper) paper = toso_kept_paper_copy (self->kept);
  g_autofree char *title = title_taken;
  gint64           id = 0;
  gboolean         done;

  describe (self, paper, self->paper);
  self->busy = TRUE;
  done = toso_year_save_paper (self->year, paper, rows, title, &id, error);
  if (done)
    self->kept->id = id;

  return toso_draft_finish (self, done, error);
}

/* --- who signs --- */

TosoPaperChoices *
toso_draft_load_choices (TosoDraft *self,
                         GError   **error)
{
  g_return_val_if_fail (TOSO_IS_DRAFT (self), NULL);

  return toso_paper_choices_load (self->year, self->kind, self->kept->signatory_id, toso_date_today (), error);
}

gboolean
toso_draft_choose_signer (TosoDraft *self,
                          gint64     signatory_id,
                          GError   **error)
{
  g_autoptr (TosoDraft) guard = NULL;
  gint64 former;

  g_return_val_if_fail (TOSO_IS_DRAFT (self), FALSE);

  guard = g_object_ref (self);
  if (!toso_draft_check_editable (self, error))
    return FALSE;
  former = self->kept->signatory_id;
  self->kept->signatory_id = signatory_id;
  if (toso_draft_save (self, g_strdup (_ ("Choose who signs the paper")), error))
    return TRUE;
  self->kept->signatory_id = former;

  return FALSE;
}
