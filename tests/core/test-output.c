/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-output.h"

#include <glib/gstdio.h>
#include <string.h>
#ifdef G_OS_UNIX
#include <unistd.h>
#endif

#include "core/toso-error.h"

#define YEAR "SQLite format 3\0…"
#define PNG  "\x89PNG\r\n\x1a\n…"

/* What is there, what is written over it, and whether that may be. */
static void
test_over (void)
{
  static const struct
  {
    const char    *old;
    gsize          length;
    TosoOutputKind kind;
    gboolean       allowed;
  } cases[] = {
    { "", 0, TOSO_OUTPUT_PDF, TRUE },
    { "%PDF-1.4\n", 9, TOSO_OUTPUT_PDF, TRUE },
    { PNG, 10, TOSO_OUTPUT_PNG, TRUE },
    { "<?xml version=\"1.0\"?>\n<svg>", 27, TOSO_OUTPUT_SVG, TRUE },
    { "<svg>", 5, TOSO_OUTPUT_SVG, TRUE },
    { YEAR, 18, TOSO_OUTPUT_PDF, FALSE },
    { YEAR, 18, TOSO_OUTPUT_PNG, FALSE },
    { YEAR, 18, TOSO_OUTPUT_SVG, FALSE },
    { "KẾ HOẠCH", 8, TOSO_OUTPUT_PDF, FALSE },
    { "PK\003\004", 4, TOSO_OUTPUT_PDF, FALSE },
    { "%PDF-1.4\n", 9, TOSO_OUTPUT_PNG, FALSE },
    { PNG, 10, TOSO_OUTPUT_SVG, FALSE },
    { "%", 1, TOSO_OUTPUT_PDF, FALSE },
  };
  g_autofree char *folder = g_dir_make_tmp ("toso-output-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "ra", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) content = g_bytes_new_static ("mới", strlen ("mới"));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *now = NULL;
      gsize            length;
      gboolean         written;

      g_assert_true (g_file_set_contents (path, cases[i].old, (gssize) cases[i].length, NULL));
      written = toso_output_write (file, cases[i].kind, content, NULL, &error);
      g_assert_true (g_file_get_contents (path, &now, &length, NULL));
      g_test_message ("case %u", (guint) i);
      g_assert_cmpint (written, ==, cases[i].allowed);
      if (cases[i].allowed)
        g_assert_cmpmem (now, length, "mới", strlen ("mới"));
      else
        {
          g_assert_error (error, TOSO_ERROR, TOSO_ERROR_EXISTS);
          g_assert_nonnull (strstr (error->message, "“ra”"));
          g_assert_cmpmem (now, length, cases[i].old, cases[i].length);
        }
    }
  g_remove (path);
  g_rmdir (folder);
}

#ifdef G_OS_UNIX
/* A second name of a file, as backup programs make them, keeps what it had. */
static void
test_hard_link (void)
{
  g_autofree char *folder = g_dir_make_tmp ("toso-output-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "ra.pdf", NULL);
  g_autofree char *other = g_build_filename (folder, "bản lưu.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) content = g_bytes_new_static ("%PDF-mới", strlen ("%PDF-mới"));
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (path, "%PDF-cũ", -1, NULL));
  g_assert_cmpint (link (path, other), ==, 0);
  toso_output_write (file, TOSO_OUTPUT_PDF, content, NULL, &error);
  g_assert_no_error (error);

  g_assert_true (g_file_get_contents (path, &now, NULL, NULL));
  g_assert_true (g_file_get_contents (other, &kept, NULL, NULL));
  g_assert_cmpstr (now, ==, "%PDF-mới");
  g_assert_cmpstr (kept, ==, "%PDF-cũ");
  g_remove (path);
  g_remove (other);
  g_rmdir (folder);
}
#endif

static void
test_endings (void)
{
  TosoOutputKind kind;

  g_assert_true (toso_output_find_kind ("Kế hoạch.PDF", &kind));
  g_assert_cmpint (kind, ==, TOSO_OUTPUT_PDF);
  g_assert_true (toso_output_find_kind ("a.svg", &kind));
  g_assert_cmpint (kind, ==, TOSO_OUTPUT_SVG);
  g_assert_false (toso_output_find_kind ("a.docx", &kind));
  g_assert_false (toso_output_find_kind ("pdf", &kind));
}

/* The wanted file and its folder are named, and nothing else. */
static void
test_reasons (void)
{
  static const struct
  {
    GQuark (*domain) (void);
    int         code;
    const char *words;
  } cases[] = {
    { g_file_error_quark, G_FILE_ERROR_NOENT, "no folder" },
    { g_file_error_quark, G_FILE_ERROR_NOTDIR, "no folder" },
    { g_io_error_quark, G_IO_ERROR_NOT_FOUND, "no folder" },
    { g_file_error_quark, G_FILE_ERROR_ACCES, "may not write" },
    { g_file_error_quark, G_FILE_ERROR_ROFS, "read-only" },
    { g_file_error_quark, G_FILE_ERROR_NOSPC, "disk is full" },
    { g_file_error_quark, G_FILE_ERROR_NAMETOOLONG, "too long" },
    { g_io_error_quark, G_IO_ERROR_BUSY, "has the file open" },
  };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "toso-not-there", "o.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) content = g_bytes_new_static ("x", 1);
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) reason = g_error_new (cases[i].domain (), cases[i].code, "o.pdf.YAM8Y3");

      toso_output_set_error (&error, file, reason);
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_assert_nonnull (strstr (error->message, "“o.pdf”"));
      g_assert_null (strstr (error->message, "YAM8Y3"));
      g_clear_error (&error);
    }

  g_assert_false (toso_output_write (folder, TOSO_OUTPUT_PDF, content, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, "is a folder"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/output/over", test_over);
#ifdef G_OS_UNIX
  g_test_add_func ("/core/output/hard-link", test_hard_link);
#endif
  g_test_add_func ("/core/output/endings", test_endings);
  g_test_add_func ("/core/output/reasons", test_reasons);

  return g_test_run ();
}
