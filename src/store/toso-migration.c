/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-migration.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"
#include "store/toso-schema-resource.h"

#define SCHEMA_PATH "/vn/toso/ToSo/schema/%04u.sql"

static char *
load_step (guint version)
{
  g_autofree char *path = g_strdup_printf (SCHEMA_PATH, version);
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_resource_lookup_data (toso_schema_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

GStrv
toso_schema_load_steps (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint version = 1;; version++)
    {
      g_autofree char *step = load_step (version);

      if (step == NULL)
        return g_strv_builder_end (builder);
      g_strv_builder_add (builder, step);
    }
}

guint
toso_schema_get_version (void)
{
  guint version = 0;

  for (;;)
    {
      g_autofree char *path = g_strdup_printf (SCHEMA_PATH, version + 1);

      if (!g_resource_get_info (toso_schema_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
        return version;
      version++;
    }
}

static gboolean
check_references (TosoDb  *db,
                  GError **error)
{
  gint64 n_broken;

  if (!toso_db_get_int64 (db, "SELECT count (*) FROM pragma_foreign_key_check", &n_broken, error))
    return FALSE;
  if (n_broken == 0)
    return TRUE;

  g_set_error (error, TOSO_ERROR, TOSO_ERROR_DAMAGED,
               _ ("“%s” could not be brought to the form of this version: some of its rows point nowhere. It was left as it is."),
               toso_db_get_name (db));
  return FALSE;
}

static gboolean
run_step (TosoDb     *db,
          const char *sql,
          guint       version,
          GError    **error)
{
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %u", version);

  if (!toso_db_begin (db, error))
    return FALSE;
  if (!toso_db_exec (db, sql, error) ||
      !toso_db_exec (db, set_version, error) ||
      !check_references (db, error))
    return toso_db_rollback (db);

  return toso_db_commit (db, error);
}

gboolean
toso_migration_run (TosoDb            *db,
                    const char *const *steps,
                    guint              from,
                    GError           **error)
{
  gboolean done = TRUE;

  /* A step may rebuild a table that others point to; the references are checked
   * before each commit instead. */
  if (!toso_db_exec (db, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  for (guint version = from + 1; done && steps[version - 1] != NULL; version++)
    done = run_step (db, steps[version - 1], version, error);

  return toso_db_exec (db, "PRAGMA foreign_keys = ON", done ? error : NULL) && done;
}
