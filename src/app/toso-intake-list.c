/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-intake-private.h"

#include <string.h>

#define MAX_FILES 1000
#define MAX_DEPTH 4

typedef struct
{
  GPtrArray *chosen; /* of GFile */
  GPtrArray *found;  /* of GFile */
  guint      n_left_out;
} Listing;

static void
listing_free (Listing *listing)
{
  g_ptr_array_unref (listing->chosen);
  g_clear_pointer (&listing->found, g_ptr_array_unref);
  g_free (listing);
}

static gboolean
is_table (const char *name)
{
  static const char *const suffixes[] = { ".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv" };
  g_autofree char         *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;

  return FALSE;
}

/* Excel's own notes of what is open, and what the system hides. */
static gboolean
is_hidden (const char *name)
{
  return *name == '.' || g_str_has_prefix (name, "~$") || g_ascii_strcasecmp (name, "desktop.ini") == 0 || g_ascii_strcasecmp (name, "thumbs.db") == 0;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *first = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *second = g_file_get_basename (*(GFile *const *) b);
  g_autofree char *first_key = g_utf8_collate_key_for_filename (first, -1);
  g_autofree char *second_key = g_utf8_collate_key_for_filename (second, -1);

  return strcmp (first_key, second_key);
}

static void
list_folder (Listing      *listing,
             GFile        *folder,
             guint         depth,
             GCancellable *cancellable)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) children = NULL;

  children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  while (children != NULL && listing->found->len < MAX_FILES)
    {
      g_autoptr (GFileInfo) info = g_file_enumerator_next_file (children, cancellable, NULL);

      if (info == NULL)
        break;
      if (is_hidden (g_file_info_get_name (info)))
        continue;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        g_ptr_array_add (folders, g_file_get_child (folder, g_file_info_get_name (info)));
      else if (is_table (g_file_info_get_name (info)))
        g_ptr_array_add (listing->found, g_file_get_child (folder, g_file_info_get_name (info)));
      else
        listing->n_left_out++;
    }
  for (guint i = 0; depth < MAX_DEPTH && i < folders->len; i++)
    list_folder (listing, folders->pdata[i], depth + 1, cancellable);
}

static void
list_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Listing *listing = data;

  listing->found = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < listing->chosen->len && listing->found->len < MAX_FILES; i++)
    {
      GFile *file = listing->chosen->pdata[i];

      if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
        list_folder (listing, file, 1, cancellable);
      else
        g_ptr_array_add (listing->found, g_object_ref (file));
    }
  g_ptr_array_sort (listing->found, compare_names);
  g_task_return_boolean (task, TRUE);
}

void
toso_intake_list_async (GPtrArray          *files,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  listing->chosen = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (listing->chosen, g_object_ref (files->pdata[i]));
  g_task_set_source_tag (task, toso_intake_list_async);
  g_task_set_task_data (task, listing, (GDestroyNotify) listing_free);
  g_task_run_in_thread (task, list_thread);
}

GPtrArray *
toso_intake_list_finish (GAsyncResult *result,
                         guint        *n_left_out)
{
  Listing *listing = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_async_result_is_tagged (result, toso_intake_list_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return NULL;
  *n_left_out += listing->n_left_out;

  return g_steal_pointer (&listing->found);
}
