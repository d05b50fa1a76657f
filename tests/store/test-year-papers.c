/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include "core/toso-error.h"
#include "store/toso-year-papers.h"

static GPtrArray *
make_blocks (const char *text)
{
  GPtrArray     *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_kept_block_free);
  TosoKeptBlock *block = toso_kept_block_new ("first/0", "body");

  g_free (block->text);
  block->text = g_strdup (text);
  block->edited = TRUE;
  toso_kept_block_add_figure (block, "target/CT\"01/2026-Q1/value", "46,8%", 4)->nth = 1;
  g_ptr_array_add (blocks, block);
  block = toso_kept_block_new ("second/0", "table");
  block->removed = TRUE;
  g_ptr_array_add (blocks, block);

  return blocks;
}

static TosoKeptPaper *
make_paper (const char *kind,
            const char *title,
            int         number)
{
  TosoKeptPaper *paper = toso_kept_paper_new ();

  g_free (paper->kind);
  paper->kind = g_strdup (kind);
  g_free (paper->period);
  paper->period = g_strdup ("2026-Q1");
  g_free (paper->title);
  paper->title = g_strdup (title);
  g_free (paper->symbol);
  paper->symbol = g_strdup ("BC-UBND");
  paper->number = number;
  if (number > 0)
    paper->day = (TosoDate){ 2026, 4, 3 };

  return paper;
}

static gint64
save (Fixture    *fixture,
      const char *text)
{
  g_autoptr (TosoKeptPaper) paper = make_paper ("quarter", "Báo cáo quý I", 0);
  g_autoptr (GPtrArray) blocks = make_blocks (text);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  toso_year_save_paper (fixture->year, paper, blocks, "Save", &id, &error);
  g_assert_no_error (error);

  return id;
}

static gboolean
issue (Fixture    *fixture,
       const char *symbol,
       int         number,
       const char *pdf,
       gint64     *id,
       GError    **error)
{
  g_autoptr (TosoKeptPaper) paper = make_paper ("quarter", "Báo cáo quý I", number);
  g_autoptr (GPtrArray) blocks = make_blocks ("Đạt 46,8%.");
  g_autoptr (GBytes) bytes = g_bytes_new (pdf, strlen (pdf));
  TosoOutgoing outgoing = { (char *) "Nguyễn Văn A", (char *) "Thường trực Đảng ủy; Các thôn", (char *) "VT, VHXH", 43 };
  TosoOriginal exported = { .name = (char *) "05.pdf", .content = bytes };
  TosoIssue    wanted = { .paper = paper, .blocks = blocks, .outgoing = &outgoing, .exported = &exported };

  g_free (paper->symbol);
  paper->symbol = g_strdup (symbol);

  return toso_year_issue_paper (fixture->year, &wanted, id, error);
}

static gint64
issue_well (Fixture    *fixture,
            const char *symbol,
            int         number)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  issue (fixture, symbol, number, "%PDF-1.5", &id, &error);
  g_assert_no_error (error);

  return id;
}

static void
test_comes_back_as_saved (Fixture      *fixture,
                          gconstpointer data)
{
  gint64 id = save (fixture, "Đạt 46,8%.");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = toso_year_load_paper_blocks (fixture->year, id, &error);
  g_autoptr (TosoKeptPaper) draft = NULL;
  const TosoKeptBlock  *block;
  const TosoKeptFigure *figure;

  g_assert_no_error (error);
  g_assert_cmpuint (blocks->len, ==, 2);
  block = blocks->pdata[0];
  g_assert_cmpstr (block->text, ==, "Đạt 46,8%.");
  g_assert_true (block->edited);
  g_assert_cmpuint (block->figures->len, ==, 1);
  figure = block->figures->pdata[0];
  g_assert_cmpstr (figure->source, ==, "target/CT\"01/2026-Q1/value");
  g_assert_cmpstr (figure->words, ==, "46,8%");
  g_assert_cmpint (figure->start, ==, 4);
  g_assert_cmpuint (figure->nth, ==, 1);
  g_assert_true (((TosoKeptBlock *) blocks->pdata[1])->removed);

  g_assert_true (toso_year_find_draft (fixture->year, "quarter", "2026-Q1", &draft, &error));
  g_assert_cmpint (draft->id, ==, id);
  g_clear_pointer (&draft, toso_kept_paper_free);
  g_assert_true (toso_year_find_draft (fixture->year, "quarter", "2026-Q2", &draft, &error));
  g_assert_null (draft);
}

/* Each command is taken back by one undo, to the very rows. */
static void
test_undo (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *empty = dump_file (fixture->file);
  gint64           id = save (fixture, "Một.");
  g_autofree char *saved = dump_file (fixture->file);
  g_autofree char *now = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (toso_year_remove_paper (fixture->year, id, &error));
  g_assert_no_error (error);
  title = toso_year_undo (fixture->year, &error);
  g_assert_no_error (error);
  now = dump_file (fixture->file);
  assert_same_rows (now, saved);
  issue_well (fixture, "BC-UBND", 1);
  g_free (title);
  title = toso_year_undo (fixture->year, &error);
  g_free (now);
  now = dump_file (fixture->file);
  assert_same_rows (now, saved);
  g_free (title);
  title = toso_year_undo (fixture->year, &error);
  g_free (now);
  now = dump_file (fixture->file);
  assert_same_rows (now, empty);
}

static void
test_conflict_is_refused (Fixture      *fixture,
                          gconstpointer data)
{
  gint64 id = save (fixture, "Một.");
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoKeptPaper) paper = toso_year_load_paper (fixture->year, id, &error);
  g_autoptr (GPtrArray) blocks = make_blocks ("Hai.");

  g_assert_true (toso_year_save_paper (fixture->year, paper, blocks, "Save", NULL, &error));
  g_assert_false (toso_year_save_paper (fixture->year, paper, blocks, "Save", NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_CONFLICT);
}

/* Annex IV: its columns are filled from the paper. */
static void
test_issued (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoKeptPaper) paper = NULL;
  g_autoptr (TosoOriginal) pdf = NULL;
  g_autoptr (GPtrArray) with = NULL;
  g_autoptr (GPtrArray) without = NULL;
  gint64 id = issue_well (fixture, "BC-UBND", 5);

  g_assert_cmpint (query_int64 (fixture->file,
                                "SELECT count (*) FROM register_entry WHERE year = 2026 AND number = 5 AND symbol = 'BC-UBND'"
                                "  AND day = '2026-04-03' AND title = 'Báo cáo quý I' AND signer = 'Nguyễn Văn A'"
                                "  AND recipients = 'Thường trực Đảng ủy; Các thôn' AND keeper = 'VT, VHXH' AND copies = 43"),
                   ==, 1);
  paper = toso_year_load_paper (fixture->year, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (paper->state, ==, TOSO_PAPER_ISSUED);
  pdf = toso_year_load_attachment (fixture->year, paper->exported_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pdf->name, ==, "05.pdf");
  g_assert_cmpmem (g_bytes_get_data (pdf->content, NULL), g_bytes_get_size (pdf->content), "%PDF-1.5", 8);
  g_assert_false (toso_year_remove_paper (fixture->year, id, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_LOCKED);
  g_clear_error (&error);

  with = toso_year_list_papers_with (fixture->year, "target/CT\"01/2026-Q1/", &error);
  g_assert_cmpuint (with->len, ==, 1);
  without = toso_year_list_papers_with (fixture->year, "target/CT02/", &error);
  g_assert_cmpuint (without->len, ==, 0);
}

static void
test_numbers (Fixture      *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *symbol;
    int         number;
  } next[] = {
    { "BC-UBND", 8 }, { "KH-UBND", 8 }, { "UBND-VHXH", 8 }, { "TTr-VHXH", 4 }
  };
  g_autoptr (GError) error = NULL;
  gint64 id;
  int    number;

  issue_well (fixture, "BC-UBND", 5);
  issue_well (fixture, "UBND-VHXH", 7);
  issue_well (fixture, "TTr-VHXH", 3);
  for (guint i = 0; i < G_N_ELEMENTS (next); i++)
    {
      g_assert_true (toso_year_next_number (fixture->year, 2026, next[i].symbol, &number, &error));
      g_assert_cmpint (number, ==, next[i].number);
    }
  g_assert_true (toso_year_next_number (fixture->year, 2027, "BC-UBND", &number, &error));
  g_assert_cmpint (number, ==, 1);
  g_assert_false (issue (fixture, "BC-UBND", 5, "%PDF", &id, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_EXISTS);
  g_clear_error (&error);
  /* From then on each symbol counts by itself. */
  issue_well (fixture, "KH-UBND", 5);
  g_assert_true (toso_year_next_number (fixture->year, 2026, "KH-UBND", &number, &error));
  g_assert_cmpint (number, ==, 6);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM attachment"), ==, 1);
}

static void
test_signed_copy (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.7 signed", 15);
  TosoOriginal copy = { .name = (char *) "da-ky.pdf", .content = bytes };
  gint64       draft = save (fixture, "Một.");
  gint64       id = issue_well (fixture, "BC-UBND", 5);
  g_autoptr (TosoKeptPaper) paper = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (toso_year_receive_signed (fixture->year, draft, &copy, 0, (TosoDate){ 0 }, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (toso_year_receive_signed (fixture->year, id, &copy, 6, (TosoDate){ 2026, 4, 7 }, &error));
  g_assert_no_error (error);
  paper = toso_year_load_paper (fixture->year, id, &error);
  g_assert_cmpint (paper->state, ==, TOSO_PAPER_SIGNED);
  g_assert_cmpint (paper->number, ==, 6);
  g_assert_cmpint (paper->signed_id, !=, paper->exported_id);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT number FROM register_entry WHERE day = '2026-04-07'"), ==, 6);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM attachment"), ==, 2);
}

static void
test_measures (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GHashTable) measures = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) kept = NULL;
  g_autoptr (GHashTable) after = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  double top = 22.5;

  g_hash_table_insert (measures, (gpointer) "top", &top);
  g_assert_true (toso_year_save_measures (fixture->year, measures, &error));
  g_assert_no_error (error);
  g_assert_true (toso_year_save_measures (fixture->year, none, &error));
  title = toso_year_undo (fixture->year, &error);
  g_assert_no_error (error);
  kept = toso_year_load_measures (fixture->year, &error);
  g_assert_cmpuint (g_hash_table_size (kept), ==, 1);
  g_assert_cmpfloat (*(double *) g_hash_table_lookup (kept, "top"), ==, 22.5);
  g_free (title);
  title = toso_year_undo (fixture->year, &error);
  after = toso_year_load_measures (fixture->year, &error);
  g_assert_cmpuint (g_hash_table_size (after), ==, 0);
}

#define ADD(name, test) g_test_add ("/year-papers/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("comes-back-as-saved", test_comes_back_as_saved);
  ADD ("undo", test_undo);
  ADD ("conflict-is-refused", test_conflict_is_refused);
  ADD ("issued", test_issued);
  ADD ("numbers", test_numbers);
  ADD ("signed-copy", test_signed_copy);
  ADD ("measures", test_measures);

  return g_test_run ();
}
