/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/toso-error.h"
#include "store/toso-year-evidence.h"
#include "store/toso-year-person.h"
#include "store/toso-year-register.h"

static const guint8 png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 1, 0, 0, 0, 0, 200,
                              8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };

static TosoRecord *
add_visit (Fixture *fixture)
{
  TosoRecord *record = toso_record_new (toso_registers_find ("activity"));
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoRecord) typed = record;

  toso_record_set (record, "day", "5/3/2026");
  toso_record_set (record, "kind", "visit");
  toso_year_save_record (fixture->year, record, &error);
  g_assert_no_error (error);

  return toso_year_load_record (fixture->year, record->kind, record->id, &error);
}

static GPtrArray *
make_files (const char *name,
            const void *bytes,
            gsize       size)
{
  GPtrArray    *files = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_original_free);
  TosoOriginal *file = g_new0 (TosoOriginal, 1);

  file->name = g_strdup (name);
  file->content = g_bytes_new (bytes, size);
  g_ptr_array_add (files, file);

  return files;
}

static GPtrArray *
list (Fixture          *fixture,
      const TosoRecord *record,
      guint             n)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *evidence = toso_year_list_evidence (fixture->year, record->kind->id, record->id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (evidence->len, ==, n);

  return evidence;
}

/* Kept with its sum, once for those very bytes; removed and undone like all else. */
static void
test_kept (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (TosoRecord) visit = add_visit (fixture);
  g_autoptr (TosoRecord) other = add_visit (fixture);
  g_autoptr (GPtrArray) files = make_files ("ảnh.png", png, sizeof png);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GError) error = NULL;
  TosoOriginal *loaded;

  for (guint i = 0; i < 2; i++)
    {
      toso_year_add_evidence (fixture->year, visit, files, &error);
      g_assert_no_error (error);
    }
  toso_year_add_evidence (fixture->year, other, files, &error);
  g_assert_no_error (error);
  evidence = list (fixture, visit, 1);
  g_assert_true (((TosoEvidence *) evidence->pdata[0])->is_photo);
  g_assert_cmpuint (((TosoEvidence *) evidence->pdata[0])->photo.width, ==, 256);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM attachment"), ==, 1);

  loaded = toso_year_load_evidence (fixture->year, ((TosoEvidence *) evidence->pdata[0])->id, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (loaded->content, NULL), g_bytes_get_size (loaded->content), png, sizeof png);
  toso_original_free (loaded);

  /* The other visit still has it. */
  toso_year_remove_evidence (fixture->year, ((TosoEvidence *) evidence->pdata[0])->link_id, &error);
  g_assert_no_error (error);
  none = list (fixture, visit, 0);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM attachment"), ==, 1);
  g_assert_false (toso_year_remove_evidence (fixture->year, ((TosoEvidence *) evidence->pdata[0])->link_id, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_free (toso_year_undo (fixture->year, &error));
  g_assert_no_error (error);
  back = list (fixture, visit, 1);
}

/* Erased, it is not there, and comes again when it is kept again. */
static void
test_kept_again (Fixture      *fixture,
                 gconstpointer data)
{
  static const char name[] = "Phạm Thị Nụ";
  g_autoptr (TosoRecord) visit = add_visit (fixture);
  g_autoptr (GPtrArray) files = make_files ("Phạm Thị Nụ.png", png, sizeof png);
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (TosoPerson) person = NULL;
  g_autoptr (GError) error = NULL;
  TosoOriginal *loaded;

  toso_year_add_evidence (fixture->year, visit, files, &error);
  g_assert_no_error (error);
  person = toso_year_find_person (fixture->year, 0, name, &error);
  g_assert_no_error (error);
  toso_year_erase_person (fixture->year, person, "", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM attachment WHERE content IS NULL"), ==, 1);

  toso_year_add_evidence (fixture->year, visit, files, &error);
  g_assert_no_error (error);
  evidence = list (fixture, visit, 2);
  loaded = toso_year_load_evidence (fixture->year, ((TosoEvidence *) evidence->pdata[1])->id, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (loaded->content, NULL), g_bytes_get_size (loaded->content), png, sizeof png);
  toso_original_free (loaded);
}

/* Gone or changed behind our back: told, not shown. */
static void
test_vanished (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (TosoRecord) visit = add_visit (fixture);
  g_autoptr (GPtrArray) files = make_files ("ảnh.png", png, sizeof png);
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  toso_year_add_evidence (fixture->year, visit, files, &error);
  g_assert_no_error (error);
  evidence = list (fixture, visit, 1);
  id = ((TosoEvidence *) evidence->pdata[0])->id;
  run_sql (fixture->file, "UPDATE attachment SET content = x'00'");
  g_assert_null (toso_year_load_evidence (fixture->year, id, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_DAMAGED);
  g_clear_error (&error);
  run_sql (fixture->file, "UPDATE attachment SET content = NULL");
  g_assert_null (toso_year_load_evidence (fixture->year, id, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
  gone = list (fixture, visit, 1);
  g_assert_false (((TosoEvidence *) gone->pdata[0])->is_kept);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    int         code;
  } cases[] = {
    { "ảnh.jpg", "MZ chương trình", TOSO_ERROR_UNREADABLE },
    { "ẢNH.PNG", "\xff\xd8\xff", TOSO_ERROR_UNREADABLE },
    { "biên bản.pdf", "", TOSO_ERROR_UNREADABLE },
    { "biên bản.pdf", "PK\3\4", TOSO_ERROR_UNREADABLE },
    { "biên bản.docx", "PK\3\4", TOSO_ERROR_INVALID },
  };
  g_autoptr (TosoRecord) visit = add_visit (fixture);
  g_autofree char *before = dump_file (fixture->file);
  g_autofree char *after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) files = make_files (cases[i].name, cases[i].bytes, strlen (cases[i].bytes));
      g_autoptr (GError) error = NULL;

      g_assert_false (toso_year_add_evidence (fixture->year, visit, files, &error));
      g_assert_error (error, TOSO_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].name));
    }
  after = dump_file (fixture->file);
  assert_same_rows (after, before);
}

/* Two gigabytes are refused by their size: a file with a hole, never read. */
static void
test_too_large (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GFile) file = fixture_get_child (fixture, "phim.mp4");
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL);
  g_autoptr (GFile) missing = fixture_get_child (fixture, "không có.jpg");
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GError) error = NULL;
  gint64 start;

  /* GLib's truncate() goes up to 2 GB less a byte on Windows. */
  g_assert_true (g_seekable_seek (G_SEEKABLE (stream), G_GOFFSET_CONSTANT (2147483647), G_SEEK_SET, NULL, NULL));
  g_assert_true (g_output_stream_write_all (G_OUTPUT_STREAM (stream), "", 1, NULL, NULL, NULL));
  g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, NULL);
  start = g_get_monotonic_time ();
  g_assert_null (toso_evidence_read_file (file, &error));
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC / 2);
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "2048 MB"));
  g_clear_error (&error);
  g_assert_null (toso_evidence_read_file (missing, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (toso_evidence_read_file (folder, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
}

#define ADD(name, test) g_test_add ("/year-evidence/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("kept", test_kept);
  ADD ("kept-again", test_kept_again);
  ADD ("vanished", test_vanished);
  ADD ("refused", test_refused);
  ADD ("too-large", test_too_large);

  return g_test_run ();
}
