/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/toso-error.h"
#include "store/toso-checksum.h"

/* Prime to the page and the words, so that all places in a page have their
 * turn. */
#define STRIDE 211

/* The whole check, which opens the file as well, is asked for every so many. */
#define CHECK_EVERY 16

static void
flip (FILE *file,
      gsize offset,
      int   mask)
{
  int byte;

  g_assert_cmpint (fseek (file, (long) offset, SEEK_SET), ==, 0);
  byte = fgetc (file);
  g_assert_cmpint (byte, !=, EOF);
  g_assert_cmpint (fseek (file, (long) offset, SEEK_SET), ==, 0);
  g_assert_cmpint (fputc (byte ^ mask, file), !=, EOF);
  g_assert_cmpint (fflush (file), ==, 0);
}

/* A file of some use: rows came and went, some pages are free. */
static void
fill_and_close (Fixture *fixture)
{
  g_autoptr (TosoPlan) plan = toso_year_load_plan (fixture->year, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *body = g_strnfill (20000, 'x');
  g_autofree char *undone = NULL;
  TosoPeriod       march = { TOSO_PERIOD_MONTH, 2026, 3 };

  toso_year_set_section (fixture->year, find_section (plan, "I.1")->id, "1.", "dài", body, &error);
  g_assert_no_error (error);
  undone = toso_year_undo (fixture->year, &error);
  g_assert_no_error (error);
  toso_year_record (fixture->year, ((TosoTarget *) g_ptr_array_index (plan->targets, 0))->indicator_id, 0, march,
                    TOSO_FIGURE (46), TOSO_FIGURE (100), "theo sổ", &error);
  g_assert_no_error (error);

  g_assert_finalize_object (fixture->year);
  fixture->year = NULL;
}

static void
assert_found (Fixture *fixture,
              gsize    offset,
              gboolean and_check)
{
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) check_error = NULL;

  year = toso_year_open (fixture->file, TOSO_YEAR_OPEN_DEFAULT, &error);
  if (year != NULL || error->domain != TOSO_ERROR)
    g_error ("a change at byte %" G_GSIZE_FORMAT " was not found", offset);
  g_assert_true (error->code == TOSO_ERROR_DAMAGED || error->code == TOSO_ERROR_UNREADABLE || error->code == TOSO_ERROR_NEWER_SCHEMA);

  if (!and_check)
    return;

  findings = toso_year_check (fixture->file, &check_error);
  g_assert_true ((findings != NULL && findings->len > 0) || check_error != NULL);
}

/* Wherever it stands, in rows, indexes, free pages or between them. */
static void
test_any_changed_byte_is_found (Fixture      *fixture,
                                gconstpointer data)
{
  static const int masks[] = { 0x01, 0x80, 0xff, 0x20 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto (GStrv) names = NULL;
  gsize size;
  gsize size_after;
  guint n_flips = 0;
  FILE *file;

  fill_and_close (fixture);
  before = read_bytes (fixture->file, &size);
  file = g_fopen (g_file_peek_path (fixture->file), "r+b");

  for (gsize offset = 0; offset < size; offset += offset < 100 ? 1 : STRIDE)
    {
      int mask = masks[n_flips++ % G_N_ELEMENTS (masks)];

      flip (file, offset, mask);
      assert_found (fixture, offset, n_flips % CHECK_EVERY == 0);
      flip (file, offset, mask);
    }
  fclose (file);
  g_test_message ("%u changed bytes of a file of %" G_GSIZE_FORMAT " found", n_flips, size);

  after = read_bytes (fixture->file, &size_after);
  g_assert_cmpmem (after, size_after, before, size);
  names = fixture_list_folder (fixture);
  g_assert_cmpuint (g_strv_length (names), ==, 1);
}

/* Not by the sum alone: pages that are whole but stand in each other's place. */
static void
test_swapped_pages_are_found (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  guint8           page[TOSO_PAGE_SIZE];
  gsize            size;

  fill_and_close (fixture);
  bytes = read_bytes (fixture->file, &size);
  memcpy (page, bytes + 3 * TOSO_PAGE_SIZE, sizeof page);
  memcpy (bytes + 3 * TOSO_PAGE_SIZE, bytes + 7 * TOSO_PAGE_SIZE, sizeof page);
  memcpy (bytes + 7 * TOSO_PAGE_SIZE, page, sizeof page);
  write_bytes (fixture->file, bytes, size);

  findings = toso_year_check (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, >, 0);
}

/* --- the log --- */

static GFile *
copy_child (Fixture *fixture,

            const char *from,
            const char *to)
{
  g_autoptr (GFile) source = fixture_get_child (fixture, from);
  g_autoptr (GFile) target = fixture_get_child (fixture, to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&target);
}

/* With the power cut while the log holds the last commands, and a byte of the
 * log changed: what comes before it is there, whole; nothing half. */
static void
test_a_damaged_log_loses_only_its_end (Fixture      *fixture,
                                       gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) log = fixture_get_child (fixture, "ngọc liên 2026.toso-wal");
  gsize            size;
  g_autofree char *log_bytes = NULL;
  guint            n_lost = 0;

  g_ptr_array_add (states, dump_file (fixture->file));
  for (guint i = 0; i < 4; i++)
    {
      toso_year_add_section (fixture->year, 0, 0, "Mới", "nội dung", NULL, &error);
      g_assert_no_error (error);
      g_ptr_array_add (states, dump_file (fixture->file));
    }
  log_bytes = read_bytes (log, &size);

  for (gsize offset = 0; offset < size; offset += 997)
    {
      g_autoptr (GFile) copy = copy_child (fixture, "ngọc liên 2026.toso", "copy.toso");
      g_autoptr (GFile) copied_log = copy_child (fixture, "ngọc liên 2026.toso-wal", "copy.toso-wal");
      g_autoptr (TosoYear) year = NULL;
      g_autofree char *rows = NULL;
      FILE            *file = g_fopen (g_file_peek_path (copied_log), "r+b");
      guint            i;

      flip (file, offset, 0x10);
      fclose (file);

      year = toso_year_open (copy, TOSO_YEAR_OPEN_DEFAULT, &error);
      g_assert_no_error (error);
      toso_year_close (year);
      rows = dump_file (copy);
      for (i = 0; i < states->len && !g_str_equal (rows, g_ptr_array_index (states, i)); i++)
        ;
      g_assert_cmpuint (i, <, states->len);
      n_lost += i < states->len - 1;
    }
  g_assert_cmpuint (n_lost, >, 0);
}

/* The program died with all in the log; the file behind it was then damaged. */
static void
test_damage_behind_a_log_is_found (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autoptr (GFile) copy = NULL;
  g_autoptr (GFile) log = NULL;
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (GError) error = NULL;
  gint64 page;
  FILE  *file;

  toso_year_add_section (fixture->year, 0, 0, "Mới", "", NULL, &error);
  g_assert_no_error (error);
  /* A page that this command did not write. */
  page = query_int64 (fixture->file, "SELECT rootpage FROM sqlite_schema WHERE name = 'village'");
  copy = copy_child (fixture, "ngọc liên 2026.toso", "copy.toso");
  log = copy_child (fixture, "ngọc liên 2026.toso-wal", "copy.toso-wal");
  file = g_fopen (g_file_peek_path (copy), "r+b");
  flip (file, (gsize) page * TOSO_PAGE_SIZE - 100, 0x04);
  fclose (file);

  year = toso_year_open (copy, TOSO_YEAR_OPEN_DEFAULT, &error);
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_DAMAGED);
  g_assert_null (year);
}

/* --- the checksum itself --- */

static void
test_checksum_sees_every_bit (void)
{
  guint8 page[TOSO_PAGE_SIZE] = { 0 };
  guint8 sum[TOSO_CHECKSUM_BYTES];
  guint8 other[TOSO_CHECKSUM_BYTES];

  /* A page never written is a page of zeros, and fits. */
  toso_checksum_compute (page, sum);
  for (guint i = 0; i < sizeof sum; i++)
    g_assert_cmpuint (sum[i], ==, 0);

  for (gsize i = 0; i < sizeof page; i++)
    page[i] = (guint8) (i * 7 + (i >> 8));
  toso_checksum_compute (page, sum);
  for (gsize bit = 0; bit < (TOSO_PAGE_SIZE - TOSO_CHECKSUM_BYTES) * 8; bit++)
    {
      page[bit / 8] ^= (guint8) (1 << bit % 8);
      toso_checksum_compute (page, other);
      page[bit / 8] ^= (guint8) (1 << bit % 8);
      g_assert_cmpint (memcmp (sum, other, sizeof sum), !=, 0);
    }
}

#define ADD(name, test) g_test_add ("/year-damage/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("any-changed-byte-is-found", test_any_changed_byte_is_found);
  ADD ("swapped-pages-are-found", test_swapped_pages_are_found);
  ADD ("a-damaged-log-loses-only-its-end", test_a_damaged_log_loses_only_its_end);
  ADD ("damage-behind-a-log-is-found", test_damage_behind_a_log_is_found);
  g_test_add_func ("/year-damage/checksum-sees-every-bit", test_checksum_sees_every_bit);

  return g_test_run ();
}
