/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-settings.h"

#include "core/toso-platform.h"

/* Looks beside the program first, so that a program run from its build folder
 * or from a USB stick does not meet another version's schema. */
static GSettingsSchema *
find_schema (void)
{
  static const char *const folders[] = { "../../data", "../share/glib-2.0/schemas" };
  g_autofree char         *program_dir = toso_platform_get_program_dir ();
  GSettingsSchemaSource   *installed = g_settings_schema_source_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GSettingsSchemaSource) source = NULL;
      g_autoptr (GSettingsSchema) schema = NULL;
      g_autofree char *folder = g_build_filename (program_dir, folders[i], NULL);
      g_autofree char *compiled = g_build_filename (folder, "gschemas.compiled", NULL);

      if (!g_file_test (compiled, G_FILE_TEST_EXISTS))
        continue;
      source = g_settings_schema_source_new_from_directory (folder, installed, TRUE, NULL);
      if (source == NULL)
        continue;
      schema = g_settings_schema_source_lookup (source, TOSO_APP_ID, TRUE);
      if (schema != NULL)
        return g_steal_pointer (&schema);
    }

  return installed != NULL ? g_settings_schema_source_lookup (installed, TOSO_APP_ID, TRUE) : NULL;
}

GSettings *
toso_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

GStrv
toso_settings_list_recent (GSettings *settings)
{
  return g_settings_get_strv (settings, "recent-files");
}

void
toso_settings_add_recent (GSettings *settings,
                          GFile     *file)
{
  g_auto (GStrv) old = g_settings_get_strv (settings, "recent-files");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) recent = NULL;
  g_autofree char *uri = g_file_get_uri (file);
  guint            n = 1;

  g_strv_builder_add (builder, uri);
  for (guint i = 0; old[i] != NULL && n < TOSO_MAX_RECENT; i++)
    {
      if (g_str_equal (old[i], uri))
        continue;
      g_strv_builder_add (builder, old[i]);
      n++;
    }
  recent = g_strv_builder_end (builder);

  g_settings_set_strv (settings, "recent-files", (const char *const *) recent);
  g_settings_set_string (settings, "last-file", uri);
}

GFile *
toso_settings_find_data (const char *name)
{
  static const char *const folders[] = { "../share/toso", "../../../data" };
  g_autofree char         *program_dir = toso_platform_get_program_dir ();

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (program_dir, folders[i], name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_file_new_for_path (path);
    }

  return NULL;
}
