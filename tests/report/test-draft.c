/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/toso-error.h"
#include "paper-fixture.h"
#include "report/toso-draft-private.h"
#include "store/toso-year-register.h"

typedef struct
{
  TestPapers papers;
  TosoDraft *draft; /* of the first quarter */
} Fixture;

static TosoDraft *
open_draft (Fixture    *fixture,
            const char *kind,
            const char *period_text)
{
  g_autoptr (GError) error = NULL;
  TosoPeriod period;
  TosoDraft *draft;

  if (period_text != NULL)
    g_assert_true (toso_period_parse (period_text, &period));
  draft = toso_draft_open (fixture->papers.year, kind, period_text != NULL ? &period : NULL, &error);
  g_assert_no_error (error);

  return draft;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  test_papers_set_up (&fixture->papers, GINT_TO_POINTER (TRUE));
  fixture->draft = open_draft (fixture, "quarter", "2026-Q1");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->draft);
  test_papers_tear_down (&fixture->papers, NULL);
}

/* --- looking --- */

/* The first block whose text holds @words. */
static const TosoDraftBlock *
find_text (TosoDraft  *draft,
           const char *words)
{
  const GPtrArray *blocks = toso_draft_list_blocks (draft);

  for (guint i = 0; i < blocks->len; i++)
    if (strstr (((const TosoDraftBlock *) blocks->pdata[i])->text, words) != NULL)
      return blocks->pdata[i];

  return NULL;
}

static char *
dup_key (TosoDraft  *draft,
         const char *words)
{
  const TosoDraftBlock *block = find_text (draft, words);

  g_assert_nonnull (block);

  return g_strdup (block->key);
}

static char *
get_printed (TosoDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPaper) paper = toso_draft_make_paper (draft, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      const TosoBlock *block = paper->blocks->pdata[i];

      if (block->text != NULL)
        g_string_append_printf (text, "%s\n", block->text);
    }

  return g_string_free (text, FALSE);
}

static void
set_text (TosoDraft  *draft,
          const char *key,
          const char *text)
{
  g_autoptr (GError) error = NULL;

  toso_draft_set_text (draft, key, text, &error);
  g_assert_no_error (error);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = toso_year_undo (fixture->papers.year, &error);

  g_assert_no_error (error);
  g_assert_true (toso_draft_reload (fixture->draft, &error));
  g_assert_no_error (error);
}

static guint
count_papers (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) papers = toso_year_list_papers (fixture->papers.year, &error);

  g_assert_no_error (error);

  return papers->len;
}

/* A target whose first figure is a percentage: "- Tên: 46,8% (…". */
static const TosoDraftItem *
find_target (Fixture *fixture)
{
  for (guint i = 0; i < fixture->draft->items->len; i++)
    {
      const TosoDraftItem *item = fixture->draft->items->pdata[i];

      if (strstr (item->key, "/target/") != NULL && item->part == TOSO_DRAFT_TEXT && item->fresh->len >= 3 &&
          g_str_has_suffix (((const TosoKeptFigure *) item->fresh->pdata[0])->words, "%"))
        return item;
    }
  g_assert_not_reached ();
}

/* --- tests --- */

static void
test_untouched_is_the_data (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPaper) paper = toso_report_paper (fixture->papers.year, "quarter", &fixture->draft->period, &error);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *printed = get_printed (fixture->draft);
  const GPtrArray *blocks = toso_draft_list_blocks (fixture->draft);

  g_assert_no_error (error);
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      const TosoBlock *block = paper->blocks->pdata[i];

      g_assert_nonnull (block->key);
      if (block->text != NULL)
        g_assert_nonnull (strstr (printed, block->text));
    }
  for (guint i = 0; i < blocks->len; i++)
    g_assert_true (g_hash_table_add (keys, ((TosoDraftBlock *) blocks->pdata[i])->key));
  g_assert_cmpint (toso_draft_get_kept (fixture->draft)->id, ==, 0);
  /* What a list would say of it is known before. */
  g_assert_cmpstr (toso_draft_get_kept (fixture->draft)->kind, ==, "quarter");
  g_assert_cmpstr (toso_draft_get_kept (fixture->draft)->symbol, ==, "BC-UBND");
  g_assert_cmpuint (count_papers (fixture), ==, 0);
  g_assert_nonnull (toso_draft_find_block (fixture->draft, "title"));
  g_assert_nonnull (toso_draft_find_block (fixture->draft, "recipients"));
}

static void
test_edit_keeps_and_undoes (Fixture      *fixture,
                            gconstpointer data)
{
  g_autofree char *key = dup_key (fixture->draft, "Trên đây là báo cáo");
  g_autofree char *before = get_printed (fixture->draft);
  g_autofree char *edited = NULL;
  g_autofree char *after = NULL;
  g_autoptr (TosoDraft) again = NULL;

  set_text (fixture->draft, key, "Ủy ban nhân dân xã trân trọng báo cáo./.");
  g_assert_true (toso_draft_find_block (fixture->draft, key)->edited);
  g_assert_cmpuint (count_papers (fixture), ==, 1);
  edited = get_printed (fixture->draft);
  g_assert_nonnull (strstr (edited, "trân trọng báo cáo./."));
  g_assert_null (strstr (edited, "Trên đây là báo cáo"));

  again = open_draft (fixture, "quarter", "2026-Q1");
  g_assert_cmpstr (toso_draft_find_block (again, key)->text, ==, "Ủy ban nhân dân xã trân trọng báo cáo./.");

  undo (fixture);
  after = get_printed (fixture->draft);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_papers (fixture), ==, 0);
}

static void
test_same_text_is_no_edit (Fixture      *fixture,
                           gconstpointer data)
{
  g_autofree char *key = dup_key (fixture->draft, "Trên đây là báo cáo");
  g_autofree char *text = g_strdup (toso_draft_find_block (fixture->draft, key)->text);

  set_text (fixture->draft, key, text);
  g_assert_cmpuint (count_papers (fixture), ==, 0);
  set_text (fixture->draft, key, "Khác./.");
  set_text (fixture->draft, key, text);
  g_assert_false (toso_draft_find_block (fixture->draft, key)->edited);
}

static void
test_figures_stay_bound (Fixture      *fixture,
                         gconstpointer data)
{
  const TosoDraftItem    *item = find_target (fixture);
  const TosoKeptFigure   *figure = item->fresh->pdata[0];
  const TosoKeptFigure   *second = item->fresh->pdata[1];
  g_autofree char        *key = g_strdup (item->key);
  g_autofree char        *words = g_strdup (figure->words);
  g_autofree char        *source = g_strdup (figure->source);
  g_autofree char        *text = g_strdup_printf ("Năm nay đạt %s, gồm %s và 9%s việc.", words, second->words, words);
  const TosoFigureSource *bound;
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPaper) paper = NULL;

  set_text (fixture->draft, key, text);
  item = toso_draft_find_item (fixture->draft->items, key, NULL);
  g_assert_cmpuint (item->row->figures->len, ==, 2);
  g_assert_cmpuint (toso_draft_count_stale (fixture->draft), ==, 0);
  paper = toso_draft_make_paper (fixture->draft, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      const TosoBlock *block = paper->blocks->pdata[i];

      if (g_strcmp0 (block->key, key) != 0)
        continue;
      bound = block->sources->pdata[0];
      g_assert_cmpstr (bound->source, ==, source);
      g_assert_cmpint (bound->start, ==, (int) strlen ("Năm nay đạt ") - 4);
      return;
    }
  g_assert_not_reached ();
}

/* Doubles what every village said of the indicators in March. */
static void
move_data (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) measurements = toso_year_list_measurements (fixture->papers.year, 0, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < measurements->len; i++)
    {
      TosoMeasurement *measurement = measurements->pdata[i];

      if (measurement->numerator.known)
        measurement->numerator.value = measurement->denominator.known ? measurement->denominator.value : measurement->numerator.value * 2;
    }
  toso_year_record_all (fixture->papers.year, measurements, "Move", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (toso_draft_reload (fixture->draft, &error));
  g_assert_no_error (error);
}

static void
test_flagged_when_data_move (Fixture      *fixture,
                             gconstpointer data)
{
  const TosoDraftItem   *item = find_target (fixture);
  g_autofree char       *key = g_strdup (item->key);
  g_autofree char       *words = g_strdup (((const TosoKeptFigure *) item->fresh->pdata[0])->words);
  g_autofree char       *text = g_strdup_printf ("Đến nay đạt %s.", words);
  g_autofree char       *new_words = NULL;
  g_autofree char       *expected = NULL;
  const TosoDraftChange *change;
  g_autoptr (GError) error = NULL;

  set_text (fixture->draft, key, text);
  move_data (fixture);
  g_assert_cmpuint (toso_draft_count_stale (fixture->draft), ==, 1);
  g_assert_cmpuint (toso_draft_find_block (fixture->draft, key)->changes->len, ==, 1);
  change = toso_draft_find_block (fixture->draft, key)->changes->pdata[0];
  g_assert_cmpstr (change->old_words, ==, words);
  g_assert_cmpstr (change->new_words, !=, words);
  new_words = g_strdup (change->new_words);

  g_assert_true (toso_draft_take_changes (fixture->draft, key, &error));
  g_assert_no_error (error);
  expected = g_strdup_printf ("Đến nay đạt %s.", new_words);
  g_assert_cmpstr (toso_draft_find_block (fixture->draft, key)->text, ==, expected);
  g_assert_cmpuint (toso_draft_count_stale (fixture->draft), ==, 0);

  undo (fixture);
  g_assert_cmpuint (toso_draft_count_stale (fixture->draft), ==, 1);
  g_assert_true (toso_draft_keep_text (fixture->draft, key, &error));
  g_assert_cmpuint (toso_draft_count_stale (fixture->draft), ==, 0);
  g_assert_cmpstr (toso_draft_find_block (fixture->draft, key)->text, ==, text);

  g_assert_true (toso_draft_restore (fixture->draft, key, &error));
  g_assert_nonnull (strstr (toso_draft_find_block (fixture->draft, key)->text, new_words));
}

static void
test_numbers_go_on (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *second = dup_key (fixture->draft, "II. ");
  g_autofree char *own = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (find_text (fixture->draft, "IV. NHIỆM VỤ"));
  g_assert_true (toso_draft_remove (fixture->draft, second, &error));
  g_assert_no_error (error);
  g_assert_nonnull (find_text (fixture->draft, "III. NHIỆM VỤ"));
  g_assert_true (toso_draft_find_block (fixture->draft, second)->removed);

  g_assert_true (toso_draft_insert (fixture->draft, second, TOSO_BLOCK_HEADING_ROMAN, "MỤC THÊM", &own, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (toso_draft_find_block (fixture->draft, own)->text, ==, "II. MỤC THÊM");
  g_assert_nonnull (find_text (fixture->draft, "IV. NHIỆM VỤ"));

  g_assert_true (toso_draft_restore (fixture->draft, second, &error));
  g_assert_nonnull (find_text (fixture->draft, "V. NHIỆM VỤ"));
  undo (fixture);
  undo (fixture);
  undo (fixture);
  g_assert_nonnull (find_text (fixture->draft, "IV. NHIỆM VỤ"));
  g_assert_cmpuint (count_papers (fixture), ==, 0);
}

static void
test_moves (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *key = NULL;
  g_autofree char *other = NULL;
  g_autofree char *printed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (toso_draft_insert (fixture->draft, NULL, TOSO_BLOCK_BODY, "Đoạn một.\nĐoạn hai.", &key, &error));
  g_assert_no_error (error);
  other = dup_key (fixture->draft, "Đoạn hai.");
  printed = get_printed (fixture->draft);
  g_assert_true (g_str_has_prefix (printed, "Đoạn một.\nĐoạn hai.\n"));
  g_assert_true (toso_draft_shift (fixture->draft, key, 1, &error));
  g_free (printed);
  printed = get_printed (fixture->draft);
  g_assert_true (g_str_has_prefix (printed, "Đoạn hai.\nĐoạn một.\n"));
  g_assert_true (toso_draft_shift (fixture->draft, key, -1, &error));
  g_free (printed);
  printed = get_printed (fixture->draft);
  g_assert_true (g_str_has_prefix (printed, "Đoạn một.\nĐoạn hai.\n"));
  g_assert_false (toso_draft_move (fixture->draft, key, "title", &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (toso_draft_remove (fixture->draft, other, &error));
  g_assert_null (toso_draft_find_block (fixture->draft, other));
}

static void
test_head_and_foot (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (TosoPaper) paper = NULL;
  g_autoptr (GError) error = NULL;

  set_text (fixture->draft, "title", "Tình hình hoạt động\nquý I năm 2026");
  set_text (fixture->draft, "place", "Ngọc Lặc");
  set_text (fixture->draft, "recipients", "- Như trên;\n- Lưu: VT.");
  paper = toso_draft_make_paper (fixture->draft, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (paper->title), ==, 2);
  g_assert_cmpstr (paper->subject, ==, "Báo cáo Tình hình hoạt động quý I năm 2026");
  g_assert_true (g_str_has_prefix (paper->place_date, "Ngọc Lặc, ngày "));
  g_assert_cmpstr (paper->recipients[1], ==, "- Lưu: VT.");
  g_assert_cmpstr (toso_draft_get_kept (fixture->draft)->title, ==, "Báo cáo Tình hình hoạt động quý I năm 2026");
  g_assert_false (toso_draft_set_text (fixture->draft, "title", " ", &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
}

static void
test_annexes_are_numbered_anew (Fixture      *fixture,
                                gconstpointer data)
{
  const GPtrArray *blocks = toso_draft_list_blocks (fixture->draft);
  g_autofree char *key = NULL;
  g_autoptr (TosoPaper) paper = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < blocks->len && key == NULL; i++)
    if (((const TosoDraftBlock *) blocks->pdata[i])->part == TOSO_DRAFT_ANNEX)
      key = g_strdup (((const TosoDraftBlock *) blocks->pdata[i])->key);
  g_assert_true (toso_draft_remove (fixture->draft, key, &error));
  g_assert_no_error (error);
  paper = toso_draft_make_paper (fixture->draft, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (paper->annexes->len, ==, 2);
  g_assert_cmpstr (((TosoAnnex *) paper->annexes->pdata[0])->label, ==, "Phụ lục I");
}

static void
test_issued_is_frozen (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *key = dup_key (fixture->draft, "Trên đây là báo cáo");
  g_autofree char *before = NULL;
  g_autoptr (TosoOriginal) pdf = NULL;
  g_autoptr (TosoDraft) second = NULL;
  g_autoptr (GError) error = NULL;
  int number;

  g_assert_true (toso_draft_issue (fixture->draft, 5, (TosoDate){ 2026, 4, 3 }, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (toso_draft_is_issued (fixture->draft));
  g_assert_cmpint (toso_draft_get_kept (fixture->draft)->number, ==, 5);
  g_assert_cmpstr (toso_draft_get_kept (fixture->draft)->symbol, ==, "BC-UBND");
  before = g_strdup (toso_draft_find_block (fixture->draft, key)->text);
  move_data (fixture);
  g_assert_cmpstr (toso_draft_find_block (fixture->draft, key)->text, ==, before);
  g_assert_false (toso_draft_find_block (fixture->draft, key)->editable);
  g_assert_false (toso_draft_set_text (fixture->draft, key, "Khác", &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_LOCKED);
  g_clear_error (&error);
  pdf = toso_draft_load_pdf (fixture->draft, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (pdf->content, NULL), 4, "%PDF", 4);
  g_assert_cmpstr (pdf->name, ==, "05-BC-UBND.pdf");

  second = open_draft (fixture, "month", "2026-02");
  g_assert_true (toso_draft_next_number (second, (TosoDate){ 2026, 4, 4 }, &number, &error));
  g_assert_cmpint (number, ==, 6);
  g_assert_false (toso_draft_issue (second, 5, (TosoDate){ 2026, 4, 4 }, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (toso_draft_issue (second, 0, (TosoDate){ 2026, 4, 4 }, NULL, &error));
  g_assert_cmpint (toso_draft_get_kept (second)->number, ==, 6);
  undo (fixture);
  g_assert_cmpuint (count_papers (fixture), ==, 1);
}

/* The copy came before the number was written here: one command keeps both. */
static void
test_signed_copy_issues (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-signed", 11);
  const TosoOriginal copy = { .name = (char *) "ban-ky.pdf", .content = bytes };
  g_autoptr (TosoOriginal) exported = NULL;
  g_autoptr (TosoOriginal) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (toso_draft_issue_signed (fixture->draft, 5, (TosoDate){ 2026, 4, 3 }, &copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (toso_draft_get_kept (fixture->draft)->state, ==, TOSO_PAPER_SIGNED);
  kept = toso_draft_load_pdf (fixture->draft, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept->name, ==, "ban-ky.pdf");
  exported = toso_year_load_attachment (fixture->papers.year, toso_draft_get_kept (fixture->draft)->exported_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (exported->name, ==, "05-BC-UBND.pdf");
  undo (fixture);
  g_assert_cmpuint (count_papers (fixture), ==, 0);
}

static void
test_plan_is_issued_as_it_is (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (TosoDraft) plan = open_draft (fixture, "plan", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPaper) paper = toso_report_paper (fixture->papers.year, "plan", NULL, &error);

  /* With the slips of its numbering. */
  g_assert_no_error (error);
  for (guint i = 0; i < paper->blocks->len; i++)
    if (((TosoBlock *) paper->blocks->pdata[i])->rows == NULL)
      g_assert_cmpstr (((TosoBlock *) plan->paper->blocks->pdata[i])->text, ==, ((TosoBlock *) paper->blocks->pdata[i])->text);

  g_assert_false (toso_draft_set_text (plan, "title", "Khác", &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (toso_draft_issue (plan, 12, (TosoDate){ 2026, 2, 9 }, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (toso_draft_is_issued (plan));
}

/* The office's own list, and the line of the register that an issued paper has. */
static void
test_registers (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (TosoRecord) list = toso_record_new (toso_registers_find ("recipient_list"));
  g_autoptr (TosoPaper) paper = NULL;
  g_autoptr (TosoPaper) printed = NULL;
  g_autoptr (GError) error = NULL;
  const TosoBlock *table;
  GStrv            row;

  toso_record_set (list, "name", "Báo cáo kỳ");
  toso_record_set (list, "paper_kind", "BC");
  toso_record_set (list, "lines", "Sở Khoa học và Công nghệ\nCác thôn");
  g_assert_true (toso_year_save_record (fixture->papers.year, list, &error));
  g_assert_no_error (error);
  paper = toso_report_paper (fixture->papers.year, "quarter", &fixture->draft->period, &error);
  g_assert_cmpstr (paper->recipients[0], ==, "- Sở Khoa học và Công nghệ;");
  g_assert_cmpstr (paper->recipients[1], ==, "- Các thôn;");
  g_assert_true (g_str_has_prefix (paper->recipients[2], "- Lưu: VT"));

  g_assert_true (toso_draft_reload (fixture->draft, &error));
  g_assert_true (toso_draft_issue (fixture->draft, 5, (TosoDate){ 2026, 4, 3 }, NULL, &error));
  g_assert_no_error (error);
  printed = toso_report_paper (fixture->papers.year, "register", NULL, &error);
  g_assert_no_error (error);
  table = printed->blocks->pdata[0];
  row = table->rows->pdata[table->rows->len - 1];
  g_assert_cmpstr (row[0], ==, "05/BC-UBND");
  g_assert_true (g_str_has_prefix (row[2], "Báo cáo "));
  g_assert_cmpstr (row[4], ==, "Sở Khoa học và Công nghệ; Các thôn");
}

static void
test_profile (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GHashTable) measures = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  TosoProfile profile;
  double      top = 25, size = 13, left = 17.6;

  g_hash_table_insert (measures, (gpointer) "top", &top);
  g_hash_table_insert (measures, (gpointer) "body_size", &size);
  g_hash_table_insert (measures, (gpointer) "left", &left);
  g_assert_true (toso_year_save_measures (fixture->papers.year, measures, &error));
  g_assert_true (toso_report_get_profile (fixture->papers.year, &profile, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (profile.top, TOSO_MM (25), 0.001);
  g_assert_cmpfloat (profile.body_size, ==, 13);
  g_assert_cmpfloat (profile.bottom, ==, TOSO_PROFILE_DECREE_30.bottom);
  findings = toso_profile_check (&profile);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((TosoProfileFinding *) findings->pdata[0])->clause, ==, "I.3");
}

#define ADD(name, test) g_test_add ("/draft/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("untouched-is-the-data", test_untouched_is_the_data);
  ADD ("edit-keeps-and-undoes", test_edit_keeps_and_undoes);
  ADD ("same-text-is-no-edit", test_same_text_is_no_edit);
  ADD ("figures-stay-bound", test_figures_stay_bound);
  ADD ("flagged-when-data-move", test_flagged_when_data_move);
  ADD ("numbers-go-on", test_numbers_go_on);
  ADD ("moves", test_moves);
  ADD ("head-and-foot", test_head_and_foot);
  ADD ("annexes-are-numbered-anew", test_annexes_are_numbered_anew);
  ADD ("issued-is-frozen", test_issued_is_frozen);
  ADD ("registers", test_registers);
  ADD ("profile", test_profile);
  ADD ("signed-copy-issues", test_signed_copy_issues);
  ADD ("plan-is-issued-as-it-is", test_plan_is_issued_as_it_is);

  return g_test_run ();
}
