/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-input.h"

#define BOUND (1 << 20)

static GFile *
make_file (const char *directory,
           gsize       size)
{
  g_autofree char *path = g_build_filename (directory, "bản ký.pdf", NULL);
  g_autofree char *content = g_malloc (size + 1);

  memset (content, 'x', size);
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));

  return g_file_new_for_path (path);
}

/* Whole up to its bound, and not a byte of what is larger. */
static void
test_bound (void)
{
  static const struct
  {
    gsize    size;
    gboolean is_read;
  } cases[] = {
    { 0, TRUE },
    { 1, TRUE },
    { BOUND, TRUE },
    { BOUND + 1, FALSE },
    { 3 * BOUND, FALSE },
  };
  g_autofree char *directory = g_dir_make_tmp ("toso-input-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) file = make_file (directory, cases[i].size);
      g_autoptr (GBytes) bytes = toso_input_load (file, BOUND, NULL, &error);

      if (cases[i].is_read)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (g_bytes_get_size (bytes), ==, cases[i].size);
        }
      else
        {
          g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
          g_assert_cmpstr (error->message, ==, "“bản ký.pdf” is larger than 1 MB, too large to be a paper. Choose another file.");
          g_assert_null (bytes);
        }
      g_file_delete (file, NULL, NULL);
    }
  g_rmdir (directory);
}

/* What is not there is said in our words, not in GIO's. */
static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path ("không có/bản ký.pdf");

  g_assert_null (toso_input_load (file, BOUND, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "“bản ký.pdf” cannot be read. Check its name and place.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/input/bound", test_bound);
  g_test_add_func ("/core/input/missing", test_missing);

  return g_test_run ();
}
