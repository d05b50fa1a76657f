/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include "core/toso-error.h"
#include "store/toso-year-bin.h"
#include "store/toso-year-register.h"

static gint64
add (Fixture    *fixture,
     const char *kind,
     const char *field,
     const char *value,
     const char *link, /* or NULL */
     gint64      id)
{
  g_autoptr (TosoRecord) record = toso_record_new (toso_registers_find (kind));
  g_autoptr (GError) error = NULL;

  toso_record_set (record, field, value);
  if (link != NULL)
    toso_record_set_id (record, link, id);
  toso_year_save_record (fixture->year, record, &error);
  g_assert_no_error (error);

  return record->id;
}

static void
take_away (Fixture    *fixture,
           const char *kind,
           gint64      id)
{
  g_autoptr (GError) error = NULL;

  toso_year_remove_records (fixture->year, toso_registers_find (kind), &id, 1, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list_bin (Fixture *fixture,
          guint    n)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = toso_year_list_bin (fixture->year, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, n);

  return rows;
}

/* Removed, seen in the bin as it was, back as it was, with what went with it. */
static void
test_bring_back (Fixture      *fixture,
                 gconstpointer data)
{
  gint64 product = add (fixture, "product", "name", "Nón lá", NULL, 0);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char  *before = NULL;
  g_autofree char  *after = NULL;
  const TosoBinRow *row;

  add (fixture, "listing", "floor", "Postmart", "product_id", product);
  add (fixture, "listing", "floor", "Voso", "product_id", product);
  before = dump_file (fixture->file);
  take_away (fixture, "product", product);

  rows = list_bin (fixture, 1);
  row = rows->pdata[0];
  g_assert_cmpstr (toso_record_get_name (row->record), ==, "Nón lá");
  g_assert_cmpuint (row->n_more, ==, 2);
  toso_year_bring_back (fixture->year, row, &error);
  g_assert_no_error (error);
  after = dump_file (fixture->file);
  assert_same_rows (after, before);
  none = list_bin (fixture, 0);

  /* A step like any other: undone, it is in the bin again. */
  g_free (toso_year_undo (fixture->year, &error));
  g_assert_no_error (error);
  again = list_bin (fixture, 1);
  g_free (toso_year_redo (fixture->year, &error));
  g_assert_false (toso_year_bring_back (fixture->year, row, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_CONFLICT);
}

/* What it links to comes first. */
static void
test_link_in_the_bin (Fixture      *fixture,
                      gconstpointer data)
{
  gint64 product = add (fixture, "product", "name", "Nón lá", NULL, 0);
  gint64 listing = add (fixture, "listing", "floor", "Postmart", "product_id", product);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  take_away (fixture, "listing", listing);
  take_away (fixture, "product", product);
  rows = list_bin (fixture, 2);
  g_assert_false (toso_year_bring_back (fixture->year, rows->pdata[1], &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_CONFLICT);
  g_clear_error (&error);
  toso_year_bring_back (fixture->year, rows->pdata[0], &error);
  g_assert_no_error (error);
  toso_year_bring_back (fixture->year, rows->pdata[1], &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM listing"), ==, 1);
}

/* What was undone is not removed, and what was added and undone was never there. */
static void
test_undone (Fixture      *fixture,
             gconstpointer data)
{
  gint64 product = add (fixture, "product", "name", "Nón lá", NULL, 0);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) still_none = NULL;

  take_away (fixture, "product", product);
  g_free (toso_year_undo (fixture->year, NULL));
  none = list_bin (fixture, 0);
  g_free (toso_year_undo (fixture->year, NULL));
  still_none = list_bin (fixture, 0);
}

/* Emptied: nothing of it in the file's bytes; other steps can be undone. */
static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  static const char words[] = "chỉ bán ở chợ Kiểu";
  gint64            product = add (fixture, "product", "name", "Nón lá", NULL, 0);
  gint64            listing = add (fixture, "listing", "floor", words, "product_id", product);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  take_away (fixture, "listing", listing);
  take_away (fixture, "product", product);
  add (fixture, "product", "name", "Bánh đa", NULL, 0);
  toso_year_empty_bin (fixture->year, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  none = list_bin (fixture, 0);
  while (toso_year_can_undo (fixture->year))
    {
      g_free (toso_year_undo (fixture->year, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM product"), ==, 0);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM erasure WHERE n_rows = 2"), ==, 1);
  while (toso_year_can_redo (fixture->year))
    {
      g_free (toso_year_redo (fixture->year, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM product"), ==, 1);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM journal WHERE instr (changeset, 'Kiểu') > 0"), ==, 0);
}

/* What can't be read is not told as removed, nor passed over. */
static void
test_unreadable (Fixture      *fixture,
                 gconstpointer data)
{
  gint64 product = add (fixture, "product", "name", "Nón lá", NULL, 0);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  take_away (fixture, "product", product);
  run_sql (fixture->file, "ALTER TABLE product RENAME TO away");
  g_assert_null (toso_year_list_bin (fixture->year, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE);
  g_clear_error (&error);
  run_sql (fixture->file, "ALTER TABLE away RENAME TO product");
  rows = list_bin (fixture, 1);

  run_sql (fixture->file, "UPDATE journal SET changeset = x'5402' WHERE id = (SELECT max (id) FROM journal)");
  g_assert_null (toso_year_list_bin (fixture->year, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (toso_year_empty_bin (fixture->year, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_DAMAGED);
}

#define ADD(name, test) g_test_add ("/year-bin/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("bring-back", test_bring_back);
  ADD ("link-in-the-bin", test_link_in_the_bin);
  ADD ("undone", test_undone);
  ADD ("empty", test_empty);
  ADD ("unreadable", test_unreadable);

  return g_test_run ();
}
