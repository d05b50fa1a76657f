/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-upgrade.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"
#include "store/toso-migration.h"
#include "store/toso-year-private.h"

#define SUFFIX     ".toso"
#define MAX_COPIES 1000

/* "ngoc-lien.v1.toso", "ngoc-lien.v1-2.toso", …: the first that is not there. */
static GFile *
choose_copy_name (GFile *file,
                  guint  version)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (g_str_has_suffix (base, SUFFIX))
    base[strlen (base) - strlen (SUFFIX)] = '\0';

  for (guint i = 1; i < MAX_COPIES; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GFile) copy = NULL;

      name = i == 1 ? g_strdup_printf ("%s.v%u" SUFFIX, base, version)
                    : g_strdup_printf ("%s.v%u-%u" SUFFIX, base, version, i);
      copy = g_file_get_child (folder, name);
      if (!g_file_query_exists (copy, NULL))
        return g_steal_pointer (&copy);
    }

  return NULL;
}

static GFile *
keep_copy (TosoYear *self,
           guint     version,
           GError  **error)
{
  g_autoptr (GFile) copy = choose_copy_name (self->file, version);

  if (copy == NULL)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_EXISTS,
                   _ ("“%s” needs to be brought to the form of this version, but there are too many older copies beside it. Move them away and try again."),
                   toso_db_get_name (self->db));
      return NULL;
    }
  if (!toso_db_copy (self->db, copy, error))
    {
      g_file_delete (copy, NULL, NULL);
      return NULL;
    }

  return g_steal_pointer (&copy);
}

/* History only: an upgrade is not undone but by going back to the copy. */
static gboolean
append_to_journal (TosoYear *self,
                   guint     version,
                   GFile    *copy,
                   GError  **error)
{
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autofree char *name = g_file_get_basename (copy);
  g_autofree char *title = g_strdup_printf (_ ("Bring the file to the form of this version; the file as it was is kept as “%s”"), name);

  if (!toso_db_begin (self->db, error))
    return FALSE;
  if (!toso_ids_load (&self->ids, error) ||
      !toso_year_insert_defaults (&self->ids, version, error) ||
      !toso_journal_append (self->db, toso_ids_next (&self->ids), self->ids.desk, self->person, title, "", nothing, error) ||
      !toso_ids_save (&self->ids, error))
    return toso_db_rollback (self->db);

  return toso_db_commit (self->db, error);
}

gboolean
toso_year_upgrade_steps (TosoYear          *self,
                         guint              version,
                         const char *const *steps,
                         GFile            **kept,
                         GError           **error)
{
  g_autoptr (GFile) copy = keep_copy (self, version, error);

  if (copy == NULL ||
      !toso_migration_run (self->db, steps, version, error) ||
      !append_to_journal (self, version, copy, error))
    return FALSE;

  if (kept != NULL)
    *kept = g_steal_pointer (&copy);
  return TRUE;
}

gboolean
toso_year_upgrade (TosoYear *self,
                   guint     version,
                   GError  **error)
{
  g_auto (GStrv) steps = NULL;

  if (self->read_only)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_READ_ONLY,
                   _ ("“%s” was made by an older version of this program and must be brought to the form of this one first. Open it where it may be changed."),
                   toso_db_get_name (self->db));
      return FALSE;
    }

  steps = toso_schema_load_steps ();
  return toso_year_upgrade_steps (self, version, (const char *const *) steps, NULL, error);
}
