/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

/* Runs a fuzzer's harness over what is kept of its corpus, without a fuzzer:
 * any compiler will do. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
test_input (gconstpointer path)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const guint8 *) content, length), ==, 0);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Arguments: the folders of inputs, under the source's folder */
int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  int   i;
  guint k;

  g_test_init (&argc, &argv, NULL);
  for (i = 1; i < argc; i++)
    {
      g_autofree char *folder = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), argv[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
      const char *name;

      g_assert_no_error (error);
      while ((name = g_dir_read_name (dir)) != NULL)
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  g_assert_cmpuint (paths->len, >, 0);
  g_ptr_array_sort (paths, compare_names);
  for (k = 0; k < paths->len; k++)
    {
      g_autofree char *base = g_path_get_basename (g_ptr_array_index (paths, k));
      g_autofree char *name = g_strconcat ("/fuzz/", base, NULL);

      g_test_add_data_func (name, g_ptr_array_index (paths, k), test_input);
    }
  return g_test_run ();
}
