/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-output.h"
#include "core/toso-platform.h"
#include "store/toso-migration.h"

/* Where the plan only says how many: "Thôn, làng 1" …, to be renamed or matched
 * by an imported list. */
static gboolean
insert_villages (TosoIds        *ids,
                 const TosoPlan *plan,
                 GPtrArray      *villages,
                 GError        **error)
{
  guint n_villages = villages != NULL ? villages->len : plan->n_villages;

  for (guint i = 0; i < n_villages; i++)
    {
      g_autoptr (TosoVillage) placeholder = NULL;
      g_autofree char   *name = NULL;
      const TosoVillage *village;
      gint64             village_id;

      if (villages != NULL)
        village = g_ptr_array_index (villages, i);
      else
        {
          /* Vietnamese in every language: it stands on papers and in files sent
           * to the villages. */
          name = g_strdup_printf ("Thôn, làng %u", i + 1);
          village = placeholder = toso_village_new (name);
          placeholder->placeholder = TRUE;
        }

      if (!toso_year_insert_village (ids, village, &village_id, error))
        return FALSE;
    }

  return TRUE;
}

/* The first line of the history; made, not commanded, so not to be undone. */
static gboolean
append_to_journal (TosoIds        *ids,
                   const TosoPlan *plan,
                   GError        **error)
{
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autofree char *person = toso_platform_get_person ();
  g_autofree char *title = NULL;

  title = *plan->source_name != '\0' ? g_strdup_printf (_ ("Make the year file from “%s”"), plan->source_name)
                                     : g_strdup (_ ("Make the year file"));

  return toso_journal_append (ids->db, toso_ids_next (ids), ids->desk, person, title, "", nothing, error);
}

static gboolean
fill (TosoIds        *ids,
      const TosoPlan *plan,
      GPtrArray      *villages,
      GError        **error)
{
  if (!toso_db_begin (ids->db, error))
    return FALSE;

  if (!toso_ids_load (ids, error) ||
      !toso_year_insert_plan (ids, plan, error) ||
      !insert_villages (ids, plan, villages, error) ||
      !toso_year_insert_defaults (ids, 0, error) ||
      !append_to_journal (ids, plan, error) ||
      !toso_ids_save (ids, error))
    return toso_db_rollback (ids->db);

  return toso_db_commit (ids->db, error);
}

/* Quick because nobody sees the file yet: no log, one sync at the end. */
static gboolean
build (GFile          *file,
       const TosoPlan *plan,
       GPtrArray      *villages,
       GError        **error)
{
  g_autoptr (TosoDb) db = toso_db_open (file, TOSO_DB_CREATE, error);
  g_autofree char *set_id = g_strdup_printf ("PRAGMA application_id = %d", TOSO_APPLICATION_ID);
  g_auto (GStrv) steps = toso_schema_load_steps ();
  TosoIds ids = { .db = db, .desk = TOSO_THIS_DESK };

  return db != NULL &&
         toso_db_exec (db, set_id, error) &&
         toso_migration_run (db, (const char *const *) steps, 0, error) &&
         fill (&ids, plan, villages, error) &&
         toso_db_exec (db, "PRAGMA journal_mode = WAL", error) &&
         toso_db_sync (db, error);
}

gboolean
toso_year_check_place (GFile   *file,
                       GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (g_file_query_exists (file, NULL))
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_EXISTS,
                   _ ("There is a file “%s” already. Choose another name, or move that file away."), name);
      return FALSE;
    }
  if (folder == NULL || g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                   _ ("The folder for “%s” is not there. Make the folder first, or choose another."), name);
      return FALSE;
    }
  if (toso_platform_is_network_folder (file, NULL))
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_NETWORK,
                   _ ("“%s” would be in a network or cloud-synced folder, where figures may be lost. Choose a folder on this computer."), name);
      return FALSE;
    }

  return TRUE;
}

/* Beside the file to be, so that putting it in place is one rename. */
GFile *
toso_year_choose_part (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_strdup_printf (".%s.%08x.part", base, g_random_int ());

  return g_file_get_child (folder, name);
}

#define STALE_AFTER (60 * 60) /* seconds; making a year file takes a few */

/* What a maker of @file left that was killed. */
static void
remove_stale_parts (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *start = g_strdup_printf (".%s.", base);
  g_autoptr (GFileEnumerator) children = NULL;
  gint64     now = g_get_real_time () / G_USEC_PER_SEC;
  GFileInfo *info;
  GFile     *child;

  children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_TIME_MODIFIED,
                                        G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    {
      const char *name = g_file_info_get_name (info);
      gint64      changed = (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED);

      if (g_str_has_prefix (name, start) && strstr (name + strlen (start), ".part") != NULL &&
          changed + STALE_AFTER < now)
        g_file_delete (child, NULL, NULL);
    }
}

/* Says early, and of the file that is wanted, that its folder is not for us. */
static gboolean
claim_part (GFile   *part,
            GFile   *file,
            GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileOutputStream) stream = g_file_create (part, G_FILE_CREATE_NONE, NULL, &reason);

  if (stream == NULL)
    toso_output_set_error (error, file, reason);

  return stream != NULL;
}

/* On Linux a rename would take another's file away; a move without overwrite
 * looks first. */
gboolean
toso_year_put_in_place (GFile   *part,
                        GFile   *file,
                        GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = g_file_get_basename (file);

  if (g_file_move (part, file, G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL, &local_error))
    return TRUE;

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_EXISTS,
                 _ ("There is a file “%s” already. Choose another name, or move that file away."), name);
  else
    toso_output_set_error (error, file, local_error);
  return FALSE;
}

/* Nobody asked for the file beside, so no sentence speaks of it. */
static void
name_wanted (GError **error,
             GFile   *part,
             GFile   *file)
{
  g_autofree char *part_name = g_file_get_basename (part);
  g_autofree char *name = g_file_get_basename (file);
  GString         *message;

  if (error == NULL || *error == NULL)
    return;

  message = g_string_new ((*error)->message);
  g_string_replace (message, part_name, name, 0);
  g_free ((*error)->message);
  (*error)->message = g_string_free (message, FALSE);
}

TosoYear *
toso_year_create (GFile          *file,
                  const TosoPlan *plan,
                  GPtrArray      *villages,
                  GError        **error)
{
  g_autoptr (GFile) part = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  if (!toso_year_check_place (file, error))
    return NULL;

  remove_stale_parts (file);
  part = toso_year_choose_part (file);
  if (!claim_part (part, file, error))
    return NULL;
  if (!build (part, plan, villages, error) || !toso_year_put_in_place (part, file, error))
    {
      name_wanted (error, part, file);
      g_file_delete (part, NULL, NULL);
      return NULL;
    }

  return toso_year_open (file, TOSO_YEAR_OPEN_DEFAULT, error);
}
