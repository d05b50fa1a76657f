/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-count-sql.h"
#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"
#include "core/toso-platform.h"
#include "store/toso-migration.h"
#include "store/toso-year-upgrade.h"

enum {
  PROP_0,
  PROP_FILE,
  PROP_READ_ONLY,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS
};

enum {
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoYear, toso_year, G_TYPE_OBJECT)

static void
set_flag (TosoYear   *self,
          gboolean   *flag,
          gboolean    value,
          GParamSpec *pspec)
{
  if (*flag == value)
    return;

  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static gboolean
refresh_steps (TosoYear *self,
               GError  **error)
{
  gint64 undo_id = 0;
  gint64 redo_id = 0;

  if (!toso_journal_find (self->db, TOSO_JOURNAL_UNDO, &undo_id, error) ||
      !toso_journal_find (self->db, TOSO_JOURNAL_REDO, &redo_id, error))
    return FALSE;

  set_flag (self, &self->can_undo, undo_id != 0 && !self->read_only, properties[PROP_CAN_UNDO]);
  set_flag (self, &self->can_redo, redo_id != 0 && !self->read_only, properties[PROP_CAN_REDO]);

  return TRUE;
}

void
toso_year_tell_changed (TosoYear *self)
{
  /* The change itself is committed: a failure here only leaves a button as it
   * was, and the next command will say what is wrong. */
  refresh_steps (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toso_year_dispose (GObject *object)
{
  toso_year_close (TOSO_YEAR (object));

  G_OBJECT_CLASS (toso_year_parent_class)->dispose (object);
}

static void
toso_year_finalize (GObject *object)
{
  TosoYear *self = TOSO_YEAR (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->read_only_reason, g_free);
  g_clear_pointer (&self->person, g_free);

  G_OBJECT_CLASS (toso_year_parent_class)->finalize (object);
}

static void
toso_year_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TosoYear *self = TOSO_YEAR (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->can_redo);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
toso_year_class_init (TosoYearClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = toso_year_dispose;
  object_class->finalize = toso_year_finalize;
  object_class->get_property = toso_year_get_property;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", TOSO_TYPE_YEAR, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
toso_year_init (TosoYear *self)
{
  self->person = toso_platform_get_person ();
  self->ids.desk = TOSO_THIS_DESK;
}

TosoYear *
toso_year_open (GFile            *file,
                TosoYearOpenFlags flags,
                GError          **error)
{
  g_autoptr (TosoYear) self = NULL;
  guint version;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (TOSO_TYPE_YEAR, NULL);
  self->file = g_object_ref (file);
  self->db = toso_year_open_db (file, &version, &self->read_only_reason, error);
  if (self->db == NULL)
    return NULL;
  self->ids.db = self->db;
  self->read_only = self->read_only_reason != NULL || (flags & TOSO_YEAR_OPEN_READ_ONLY);

  if (version < toso_schema_get_version () && !toso_year_upgrade (self, version, error))
    return NULL;
  if (self->read_only && !toso_db_exec (self->db, "PRAGMA query_only = ON", error))
    return NULL;
  if (!refresh_steps (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Closing the last connection puts the log into the file and takes it away. */
void
toso_year_close (TosoYear *self)
{
  g_return_if_fail (TOSO_IS_YEAR (self));

  g_clear_pointer (&self->recorder, toso_recorder_free);
  g_clear_pointer (&self->db, toso_db_close);
  self->ids.db = NULL;
}

GFile *
toso_year_get_file (TosoYear *self)
{
  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  return self->file;
}

gboolean
toso_year_is_read_only (TosoYear *self)
{
  g_return_val_if_fail (TOSO_IS_YEAR (self), TRUE);

  return self->read_only;
}

const char *
toso_year_get_read_only_reason (TosoYear *self)
{
  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  return self->read_only_reason;
}

/* --- commands --- */

gboolean
toso_year_ensure_open (TosoYear *self,
                       GError  **error)
{
  g_autofree char *name = NULL;

  if (self->db != NULL)
    return TRUE;

  name = g_file_get_basename (self->file);
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE, _ ("“%s” has been closed. Open it again."), name);
  return FALSE;
}

static gboolean
ensure_writable (TosoYear *self,
                 GError  **error)
{
  if (!toso_year_ensure_open (self, error))
    return FALSE;
  if (!self->read_only)
    return TRUE;

  if (self->read_only_reason != NULL)
    g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_READ_ONLY, self->read_only_reason);
  else
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_READ_ONLY,
                 _ ("“%s” was opened for reading only. Open it again to change it."), toso_db_get_name (self->db));
  return FALSE;
}

gboolean
toso_year_begin (TosoYear *self,
                 GError  **error)
{
  g_assert (self->recorder == NULL);

  if (!ensure_writable (self, error) || !toso_db_begin (self->db, error))
    return FALSE;

  self->recorder = toso_recorder_new (self->db, error);
  if (self->recorder == NULL || !toso_ids_load (&self->ids, error))
    return toso_year_rollback (self);

  return TRUE;
}

gboolean
toso_year_begin_apart (TosoYear *self,
                       GError  **error)
{
  g_assert (self->recorder == NULL);

  if (!ensure_writable (self, error) || !toso_db_begin (self->db, error))
    return FALSE;

  return toso_ids_load (&self->ids, error) || toso_year_rollback (self);
}

gboolean
toso_year_rollback (TosoYear *self)
{
  g_clear_pointer (&self->recorder, toso_recorder_free);

  return toso_db_rollback (self->db);
}

gboolean
toso_year_commit_for (TosoYear   *self,
                      const char *title,
                      const char *reason,
                      GError    **error)
{
  g_autoptr (GBytes) changes = toso_recorder_get_changes (self->recorder, error);

  if (changes == NULL)
    return toso_year_rollback (self);

  /* What is counted in the lists moves with them, in the same step. */
  if (toso_changes_touch (changes, toso_count_reads))
    {
      g_clear_pointer (&changes, g_bytes_unref);
      if (!toso_year_count_all (self, error) || (changes = toso_recorder_get_changes (self->recorder, error)) == NULL)
        return toso_year_rollback (self);
    }

  if (g_bytes_get_size (changes) == 0)
    {
      toso_year_rollback (self);
      return TRUE;
    }

  if (!toso_journal_append (self->db, toso_ids_next (&self->ids), self->ids.desk, self->person, title, reason, changes, error) ||
      !toso_ids_save (&self->ids, error) ||
      !toso_db_commit (self->db, error))
    return toso_year_rollback (self);

  g_clear_pointer (&self->recorder, toso_recorder_free);
  toso_year_tell_changed (self);

  return TRUE;
}

gboolean
toso_year_commit (TosoYear   *self,
                  const char *title,
                  GError    **error)
{
  return toso_year_commit_for (self, title, NULL, error);
}

gboolean
toso_year_get_plan_id (TosoYear *self,
                       gint64   *plan_id,
                       GError  **error)
{
  if (!toso_db_get_int64 (self->db, "SELECT min (id) FROM plan", plan_id, error))
    return FALSE;
  if (*plan_id != 0)
    return TRUE;

  g_set_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
               _ ("“%s” holds no plan. Make a new year file from the plan's text."), toso_db_get_name (self->db));
  return FALSE;
}

gboolean
toso_year_check_row (TosoYear   *self,
                     const char *table,
                     gint64      id,
                     gint64      row_version,
                     GError    **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT row_version FROM %s WHERE id = ?1", table);
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, sql);
  gboolean has_row;

  toso_stmt_bind_int64 (stmt, 1, id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;

  if (!has_row)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                           _ ("It is no longer there: it was removed meanwhile. Nothing was changed."));
      return FALSE;
    }
  if (toso_stmt_get_int64 (stmt, 0) != row_version)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_CONFLICT,
                           _ ("It was changed meanwhile. Look at it as it is now, and make your change again. Nothing was changed."));
      return FALSE;
    }

  return TRUE;
}

gboolean
toso_year_save_row (TosoYear          *self,
                    const TosoRowKind *kind,
                    gconstpointer      typed,
                    gint64             id,
                    gint64            *saved_id,
                    GError           **error)
{
  gpointer         kept;
  gboolean         is_new = id == 0;
  gboolean         done;
  g_autofree char *title = NULL;

  if (!toso_year_begin (self, error))
    return FALSE;

  kept = kind->take (self, typed, error);
  if (kept == NULL)
    return toso_year_rollback (self);

  done = is_new ? kind->add (self, kept, &id, error) : kind->update (self, kept, error);
  title = kind->make_title (kept, is_new);
  kind->free (kept);
  if (!done)
    return toso_year_rollback (self);
  if (!toso_year_commit (self, title, error))
    return FALSE;

  if (saved_id != NULL)
    *saved_id = id;
  return TRUE;
}

gboolean
toso_year_remove_row (TosoYear   *self,
                      const char *table,
                      gint64      id,
                      const char *title,
                      const char *missing,
                      GError    **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1 RETURNING id", table);
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  if (!toso_year_begin (self, error))
    return FALSE;

  stmt = toso_db_prepare (self->db, sql);
  toso_stmt_bind_int64 (stmt, 1, id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return toso_year_rollback (self);
  if (!has_row)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, missing);
      return toso_year_rollback (self);
    }
  toso_stmt_reset (stmt);

  return toso_year_commit (self, title, error);
}

gboolean
toso_year_get_name (TosoYear   *self,
                    const char *sql,
                    gint64      id,
                    const char *missing,
                    char      **name,
                    GError    **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, sql);
  gboolean has_row;

  toso_stmt_bind_int64 (stmt, 1, id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, missing);
      return FALSE;
    }

  *name = toso_stmt_dup_text (stmt, 0);
  return TRUE;
}

/* --- journal --- */

static gboolean
can_step (TosoYear       *self,
          TosoJournalStep step)
{
  gint64 id = 0;

  /* Asked of the file, which another program may have changed. */
  return self->db != NULL && !self->read_only &&
         toso_journal_find (self->db, step, &id, NULL) && id != 0;
}

gboolean
toso_year_can_undo (TosoYear *self)
{
  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  return can_step (self, TOSO_JOURNAL_UNDO);
}

gboolean
toso_year_can_redo (TosoYear *self)
{
  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  return can_step (self, TOSO_JOURNAL_REDO);
}

/* Of a step from before something was erased, what was counted then is no
 * longer known. */
static gboolean
count_after_erasure (TosoYear *self,
                     gint64    id,
                     GError  **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM erasure WHERE id > %" G_GINT64_FORMAT ")", id);
  gint64           is_older;

  if (!toso_db_get_int64 (self->db, sql, &is_older, error))
    return FALSE;

  return is_older == 0 || (toso_ids_load (&self->ids, error) && toso_year_count_all (self, error) && toso_ids_save (&self->ids, error));
}

static char *
take_step (TosoYear       *self,
           TosoJournalStep step,
           GError        **error)
{
  g_autofree char *title = NULL;
  gint64           id;

  if (!ensure_writable (self, error) || !toso_db_begin (self->db, error))
    return NULL;

  if (!toso_journal_find (self->db, step, &id, error))
    {
      toso_db_rollback (self->db);
      return NULL;
    }
  if (id == 0)
    {
      toso_db_rollback (self->db);
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_NOTHING,
                   step == TOSO_JOURNAL_UNDO ? _ ("There is nothing to undo in “%s”.") : _ ("There is nothing to redo in “%s”."),
                   toso_db_get_name (self->db));
      return NULL;
    }

  title = toso_journal_apply (self->db, step, id, self->person, error);
  if (title == NULL)
    {
      toso_db_rollback (self->db);
      return NULL;
    }
  if (!count_after_erasure (self, id, error))
    {
      toso_db_rollback (self->db);
      return NULL;
    }
  if (!toso_db_commit (self->db, error))
    return NULL;

  toso_year_tell_changed (self);
  return g_steal_pointer (&title);
}

char *
toso_year_undo (TosoYear *self,
                GError  **error)
{
  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  return take_step (self, TOSO_JOURNAL_UNDO, error);
}

char *
toso_year_redo (TosoYear *self,
                GError  **error)
{
  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  return take_step (self, TOSO_JOURNAL_REDO, error);
}
