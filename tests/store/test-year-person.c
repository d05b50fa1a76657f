/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include "core/toso-error.h"
#include "core/toso-text.h"
#include "store/toso-changes.h"
#include "store/toso-year-papers.h"
#include "store/toso-year-person.h"
#include "store/toso-year-register.h"

#define NAME    "Lê Thị Bích Ngà"
#define EARLIER "Lê Thị Ngà Bích"
#define PHONE   "0912345678"

static void
change (Fixture    *fixture,
        const char *kind,
        gint64      id,
        const char *field,
        const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoRecord) record = toso_year_load_record (fixture->year, toso_registers_find (kind), id, &error);

  g_assert_no_error (error);
  toso_record_set (record, field, value);
  toso_year_save_record (fixture->year, record, &error);
  g_assert_no_error (error);
}

/* A report that came as a file, in which the person is named. */
static void
receive (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = toso_year_load_plan (fixture->year, &error);
  g_autoptr (GPtrArray) villages = toso_year_list_villages (fixture->year, &error);
  g_autoptr (GPtrArray) measurements = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_measurement_free);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_original_free);
  TosoMeasurement  *measurement = g_new0 (TosoMeasurement, 1);
  TosoOriginal     *source = g_new0 (TosoOriginal, 1);
  TosoWrite         write = { .measurements = measurements, .title = "files", .origin = TOSO_ORIGIN_IMPORTED, .sources = sources, .received = TRUE };
  static const char content[] = "người lập;" NAME ";" PHONE;

  source->name = g_strdup ("thôn 1.csv");
  source->content = g_bytes_new_static (content, sizeof content - 1);
  source->village_id = ((TosoVillage *) villages->pdata[0])->id;
  g_ptr_array_add (sources, source);
  measurement->indicator_id = ((TosoTarget *) plan->targets->pdata[0])->indicator_id;
  measurement->village_id = source->village_id;
  measurement->period = (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, 3 };
  measurement->numerator = TOSO_FIGURE (10);
  measurement->denominator = TOSO_FIGURE (100);
  measurement->breakdown = g_strdup ("");
  measurement->note = g_strdup ("chị " NAME " đếm lại, gọi 0912.345.678");
  g_ptr_array_add (measurements, measurement);
  toso_year_write (fixture->year, &write, NULL, &error);
  g_assert_no_error (error);
}

static void
write_draft (Fixture *fixture)
{
  g_autoptr (TosoKeptPaper) paper = toso_kept_paper_new ();
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_kept_block_free);
  g_autoptr (GError) error = NULL;
  TosoKeptBlock *block = toso_kept_block_new ("first/0", "body");

  g_free (paper->kind);
  paper->kind = g_strdup ("ad-hoc");
  g_free (paper->title);
  paper->title = g_strdup ("Báo cáo");
  g_free (block->text);
  block->text = g_strdup ("Biểu dương bà LÊ THỊ BÍCH NGÀ.");
  g_ptr_array_add (blocks, block);
  toso_year_save_paper (fixture->year, paper, blocks, "Save", NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  gint64 member, other, training, guest, commendation;
} People;

/* The person everywhere, and another beside. */
static People
fill (Fixture *fixture)
{
  g_autoptr (GHashTable) teams = toso_year_list_names (fixture->year, "team", NULL);
  GHashTableIter   iter;
  gpointer         id;
  People           people;
  g_autofree char *team = NULL;
  g_autofree char *member = NULL;
  g_autofree char *other = NULL;
  g_autofree char *training = NULL;

  g_hash_table_iter_init (&iter, teams);
  g_assert_true (g_hash_table_iter_next (&iter, &id, NULL));
  team = g_strdup_printf ("%" G_GINT64_FORMAT, *(gint64 *) id);
  people.member = fixture_add (fixture, "member", "name", EARLIER, "phone", "0987654321", "note", "nhà cạnh đình", NULL);
  member = g_strdup_printf ("%" G_GINT64_FORMAT, people.member);
  change (fixture, "member", people.member, "name", NAME);
  change (fixture, "member", people.member, "phone", PHONE);
  people.other = fixture_add (fixture, "member", "name", "Trần Văn Ước", NULL);
  other = g_strdup_printf ("%" G_GINT64_FORMAT, people.other);
  fixture_add (fixture, "membership", "team_id", team, "member_id", member, "role", "Tổ phó", NULL);
  people.training = fixture_add (fixture, "training", "title", "Chữ ký số", "trainer", "ông Ba và " NAME, NULL);
  training = g_strdup_printf ("%" G_GINT64_FORMAT, people.training);
  fixture_add (fixture, "attendance", "training_id", training, "member_id", member, "present", "1", "note", "mới sinh con", NULL);
  fixture_add (fixture, "attendance", "training_id", training, "member_id", other, "present", "1", NULL);
  people.guest = fixture_add (fixture, "attendance", "training_id", training, "guest", NAME, "note", "khách quen", NULL);
  people.commendation = fixture_add (fixture, "commendation", "member_id", member, "achievement", "cần mẫn lắm", NULL);
  fixture_add (fixture, "support_day", "team_id", team, "member_id", member, "day", "5/3/2026", "days", "2", "amount", "100000", "note", "trả tiền mặt", NULL);
  receive (fixture);
  write_draft (fixture);

  return people;
}

static TosoPerson *
find (Fixture *fixture,
      gint64   id)
{
  g_autoptr (GError) error = NULL;
  TosoPerson *person = toso_year_find_person (fixture->year, id, id == 0 ? NAME : NULL, &error);

  g_assert_no_error (error);

  return person;
}

static guint
count_kind (const TosoPerson *person,
            TosoHoldingKind   kind,
            const char       *table)
{
  guint n = 0;

  for (guint i = 0; i < person->holdings->len; i++)
    {
      const TosoHolding *holding = g_ptr_array_index (person->holdings, i);

      g_assert_cmpstr (holding->where, !=, "");
      n += holding->kind == kind && (table == NULL || strcmp (holding->table, table) == 0);
    }

  return n;
}

/* Everywhere that the office may have written the person down. */
static void
test_find (Fixture      *fixture,
           gconstpointer data)
{
  People people = fill (fixture);
  g_autoptr (TosoPerson) person = find (fixture, people.member);
  g_autoptr (TosoPerson) by_name = find (fixture, 0);
  g_autoptr (TosoPerson) other = find (fixture, people.other);

  g_assert_cmpuint (count_kind (person, TOSO_HELD_ROW, "member"), ==, 1);
  g_assert_cmpuint (count_kind (person, TOSO_HELD_LINK, "membership"), ==, 1);
  g_assert_cmpuint (count_kind (person, TOSO_HELD_LINK, "attendance"), ==, 1);
  g_assert_cmpuint (count_kind (person, TOSO_HELD_LINK, "commendation"), ==, 1);
  g_assert_cmpuint (count_kind (person, TOSO_HELD_LINK, "support_day"), ==, 1);
  g_assert_cmpuint (count_kind (person, TOSO_HELD_MENTION, "attendance"), ==, 1);
  g_assert_cmpuint (count_kind (person, TOSO_HELD_MENTION, "training"), ==, 1);
  g_assert_cmpuint (count_kind (person, TOSO_HELD_MENTION, "measurement_note"), ==, 1);
  g_assert_cmpuint (count_kind (person, TOSO_HELD_PAPER, NULL), ==, 1);
  g_assert_cmpuint (count_kind (person, TOSO_HELD_ORIGINAL, NULL), ==, 1);
  /* Added, renamed (both names are known), given a number. */
  g_assert_cmpuint (count_kind (person, TOSO_HELD_HISTORY, NULL), >=, 3);
  g_assert_false (person->has_namesake);

  /* By the name alone, the row in the list is perhaps another's. */
  g_assert_true (by_name->has_namesake);
  g_assert_cmpuint (count_kind (by_name, TOSO_HELD_ROW, NULL), ==, 0);
  g_assert_cmpuint (count_kind (by_name, TOSO_HELD_MENTION, "member"), ==, 1);
  for (guint i = 0; i < by_name->holdings->len; i++)
    {
      const TosoHolding *holding = g_ptr_array_index (by_name->holdings, i);

      g_assert_true (holding->kind == TOSO_HELD_HISTORY || !holding->chosen);
    }

  g_assert_cmpuint (count_kind (other, TOSO_HELD_LINK, NULL), ==, 1);
  g_assert_cmpuint (count_kind (other, TOSO_HELD_MENTION, NULL), ==, 0);
}

static void
assert_nowhere (Fixture    *fixture,
                const char *words)
{
  g_auto (GStrv) names = fixture_list_folder (fixture);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GFile) file = fixture_get_child (fixture, names[i]);
      gsize            size;
      g_autofree char *bytes = read_bytes (file, &size);

      for (gsize k = 0; k + strlen (words) <= size; k++)
        if (memcmp (bytes + k, words, strlen (words)) == 0)
          g_error ("“%s” is still in %s", words, names[i]);
    }
}

/* Not in a row, not in the history, not on a free page, not in the log. */
static void
test_erase (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const gone[] = { NAME, "LÊ THỊ BÍCH NGÀ", "le thi bich nga", EARLIER, "le thi nga bich", PHONE, "0912.345.678",
                                      "0987654321", "nhà cạnh đình", "Tổ phó", "mới sinh con", "khách quen", "cần mẫn lắm",
                                      "trả tiền mặt", "người lập" };
  People                   people = fill (fixture);
  g_autoptr (TosoPerson) person = find (fixture, people.member);
  g_autoptr (TosoPerson) again = NULL;
  g_autoptr (GPtrArray) erasures = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  toso_year_erase_person (fixture->year, person, "bà " NAME " yêu cầu ngày 5/4", &n, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (gone); i++)
    assert_nowhere (fixture, gone[i]);

  /* What others count is still counted, without who. */
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM attendance WHERE present = 1"), ==, 2);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT sum (amount) FROM support_day"), ==, 100000);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM membership"), ==, 0);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM member"), ==, 1);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM attachment WHERE content IS NULL AND length (sha256) = 64"), ==, 1);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM measurement WHERE numerator = 10"), ==, 1);

  /* That it was done is on record; nothing of what it was. */
  erasures = toso_year_list_erasures (fixture->year, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (erasures->len, ==, 1);
  g_assert_cmpuint (((TosoErasure *) erasures->pdata[0])->n_rows, ==, n);
  g_assert_cmpstr (((TosoErasure *) erasures->pdata[0])->reason, ==, "bà (erased) yêu cầu ngày 5/4");
  again = toso_year_find_person (fixture->year, 0, NAME, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->holdings->len, ==, 0);

  toso_year_close (fixture->year);
  findings = toso_year_check (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (gone); i++)
    assert_nowhere (fixture, gone[i]);
}

/* What was done before can still be undone, to the first command and back;
 * nobody comes back with it. */
static void
test_undo_after (Fixture      *fixture,
                 gconstpointer data)
{
  People people = fill (fixture);
  g_autoptr (TosoPerson) person = find (fixture, people.member);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  toso_year_erase_person (fixture->year, person, NULL, NULL, &error);
  g_assert_no_error (error);
  before = dump_file (fixture->file);
  while (toso_year_can_undo (fixture->year))
    {
      g_free (toso_year_undo (fixture->year, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM attendance"), ==, 0);
  while (toso_year_can_redo (fixture->year))
    {
      g_free (toso_year_redo (fixture->year, &error));
      g_assert_no_error (error);
    }
  after = dump_file (fixture->file);
  assert_same_rows (after, before);
}

/* Another of that name keeps everything, and what is not chosen stays. */
static void
test_namesake_stays (Fixture      *fixture,
                     gconstpointer data)
{
  People people = fill (fixture);
  gint64 namesake = fixture_add (fixture, "member", "name", NAME, "phone", "0911111111", NULL);
  g_autoptr (TosoPerson) person = find (fixture, people.member);
  g_autoptr (TosoRecord) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (person->has_namesake);
  toso_year_erase_person (fixture->year, person, NULL, NULL, &error);
  g_assert_no_error (error);
  kept = toso_year_load_record (fixture->year, toso_registers_find ("member"), namesake, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (toso_record_get (kept, "name"), ==, NAME);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM attendance WHERE guest = '" NAME "'"), ==, 1);
  assert_nowhere (fixture, "cần mẫn lắm");

  /* Undone back past the erasing, the other is as before. */
  g_free (toso_year_undo (fixture->year, &error));
  g_assert_no_error (error);
  g_free (toso_year_redo (fixture->year, &error));
  g_assert_no_error (error);
  toso_record_free (g_steal_pointer (&kept));
  kept = toso_year_load_record (fixture->year, toso_registers_find ("member"), namesake, &error);
  g_assert_cmpstr (toso_record_get (kept, "name"), ==, NAME);
}

/* What stands there is said as it stands, not as it is searched for. */
static void
test_words_as_they_stand (Fixture      *fixture,
                          gconstpointer data)
{
  People people = fill (fixture);
  gint64 village = query_int64 (fixture->file, "SELECT min (id) FROM village");
  g_autoptr (TosoPerson) person = NULL;
  gboolean found = FALSE;

  change (fixture, "village", village, "head", NAME);
  person = find (fixture, people.member);
  for (guint i = 0; i < person->holdings->len; i++)
    {
      const TosoHolding *holding = person->holdings->pdata[i];

      if (g_str_equal (holding->table, "village"))
        {
          g_assert_cmpstr (holding->text, ==, NAME);
          found = TRUE;
        }
    }
  g_assert_true (found);
}

/* A person who is only a guest. */
static void
test_guest (Fixture      *fixture,
            gconstpointer data)
{
  gint64           training = fixture_add (fixture, "training", "title", "Chữ ký số", NULL);
  g_autofree char *training_id = g_strdup_printf ("%" G_GINT64_FORMAT, training);
  g_autoptr (TosoPerson) person = NULL;
  g_autoptr (GError) error = NULL;

  fixture_add (fixture, "attendance", "training_id", training_id, "guest", NAME, "note", "khách quen", "present", "1", NULL);
  person = find (fixture, 0);
  g_assert_cmpuint (count_kind (person, TOSO_HELD_MENTION, "attendance"), ==, 1);
  toso_year_erase_person (fixture->year, person, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_nowhere (fixture, NAME);
  assert_nowhere (fixture, "khách quen");
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM attendance WHERE guest = '(erased)' AND present = 1"), ==, 1);
}

/* Who left, and whom nobody has seen since; not those who came back. */
static void
test_overdue (Fixture      *fixture,
              gconstpointer data)
{
  static const TosoDate today = { 2026, 4, 1 };
  static const struct
  {
    guint       months;
    const char *names;
  } cases[] = {
    { 1, "Khách Quen, Đi Lâu" },
    { 12, "Khách Quen" },
    { 24, "" },
  };
  g_autoptr (GHashTable) teams = toso_year_list_names (fixture->year, "team", NULL);
  GHashTableIter           iter;
  gpointer                 id;
  g_autofree char         *team = NULL;
  static const char *const members[][3] = { { "Đi Lâu", "2026-02-01", NULL }, { "Còn Đó", NULL, NULL }, { "Về Lại", "2024-01-01", "again" } };
  g_autofree char         *training = NULL;

  g_hash_table_iter_init (&iter, teams);
  g_assert_true (g_hash_table_iter_next (&iter, &id, NULL));
  team = g_strdup_printf ("%" G_GINT64_FORMAT, *(gint64 *) id);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *member = g_strdup_printf ("%" G_GINT64_FORMAT, fixture_add (fixture, "member", "name", members[i][0], NULL));

      fixture_add (fixture, "membership", "team_id", team, "member_id", member, "last_day", members[i][1], NULL);
      if (members[i][2] != NULL)
        fixture_add (fixture, "membership", "team_id", team, "member_id", member, NULL);
    }
  training = g_strdup_printf ("%" G_GINT64_FORMAT, fixture_add (fixture, "training", "title", "Cũ", "first_day", "1/1/2025", NULL));
  fixture_add (fixture, "attendance", "training_id", training, "guest", "Khách Quen", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) people = toso_year_list_overdue_people (fixture->year, cases[i].months, today, &error);
      g_autoptr (GString) names = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint k = 0; k < people->len; k++)
        g_string_append_printf (names, "%s%s", k > 0 ? ", " : "", ((TosoOverduePerson *) people->pdata[k])->name);
      g_assert_cmpstr (names->str, ==, cases[i].names);
    }
}

/* What could not be read is neither passed over nor told as erased. */
static void
test_unreadable (Fixture      *fixture,
                 gconstpointer data)
{
  People people = fill (fixture);
  g_autoptr (TosoPerson) person = find (fixture, people.member);
  g_autoptr (GError) error = NULL;
  g_autofree char *gone = g_strdup_printf ("DELETE FROM attendance WHERE id = %" G_GINT64_FORMAT, people.guest);

  run_sql (fixture->file, "ALTER TABLE attachment_link RENAME TO away");
  g_assert_null (toso_year_find_person (fixture->year, people.member, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE);
  g_clear_error (&error);
  run_sql (fixture->file, "ALTER TABLE away RENAME TO attachment_link");

  run_sql (fixture->file, gone);
  g_assert_false (toso_year_erase_person (fixture->year, person, "", NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM member WHERE name = '" NAME "'"), ==, 1);
}

/* --- words --- */

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    gboolean    found;
  } cases[] = {
    { "Lê Văn Út", TRUE },
    { "ông LÊ VĂN ÚT,", TRUE },
    { "le van ut", TRUE },
    { "Lê Văn Úth", FALSE },
    { "xLê Văn Út", FALSE },
    { "Lê Văn", FALSE },
    { "gọi 0912 345 678.", TRUE },
    { "gọi +84 912.345.678", TRUE },
    { "gọi 84912345678", TRUE },
    { "số 90912345678", FALSE },
    { "số 09123456789", FALSE },
    { "912345678", FALSE },
    { "", FALSE },
  };
  g_autoptr (TosoPersonWords) words = toso_person_words_new ();
  g_autoptr (TosoPersonWords) short_words = toso_person_words_new ();
  g_autofree char *scrubbed = NULL;

  toso_person_words_add_name (words, "Lê Văn Út");
  toso_person_words_add_phone (words, "0912345678");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (toso_person_words_match (words, cases[i].text, strlen (cases[i].text)) != cases[i].found)
      g_error ("“%s”", cases[i].text);

  scrubbed = toso_person_words_scrub (words, "Lê Văn Út và Lê Văn Úth: 0912 345 678", strlen ("Lê Văn Út và Lê Văn Úth: 0912 345 678"), "×");
  g_assert_cmpstr (scrubbed, ==, "× và Lê Văn Úth: ×");
  /* Half of the villages have an Út. */
  toso_person_words_add_name (short_words, "Út");
  g_assert_false (toso_person_words_match (short_words, "Lê Văn Út", strlen ("Lê Văn Út")));
}

/* A name of today may begin an earlier one, or the other way about. */
static void
test_longest (void)
{
  static const char *const names[] = { "Lê An", "Lê An Bình", "Lê An" };
  static const char        text[] = "Lê An Bình, le an binh và Lê An";

  for (gsize i = 0; i + 1 < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TosoPersonWords) words = toso_person_words_new ();
      g_autofree char *scrubbed = NULL;

      toso_person_words_add_name (words, names[i]);
      toso_person_words_add_name (words, names[i + 1]);
      scrubbed = toso_person_words_scrub (words, text, strlen (text), "×");
      g_assert_cmpstr (scrubbed, ==, "×, × và ×");
    }
}

static gboolean
keep_change (TosoRowChange *change,
             gpointer       user_data)
{
  return TRUE;
}

/* Whatever the bytes: read to their end or refused. */
static void
test_hostile_changes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  static const guint8 whole[] = { 'T', 2, 1, 0, 'a', 0, 18, 0, 1, 0, 0, 0, 0, 0, 0, 0, 9, 3, 3, 'x', 'y', 'z' };
  g_autoptr (GBytes) bytes = g_bytes_new_static (whole, sizeof whole);
  g_autoptr (GBytes) same = toso_changes_rewrite (bytes, keep_change, NULL);

  g_assert_true (g_bytes_equal (bytes, same));
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (whole, sizeof whole);
      gsize              size = (gsize) g_rand_int_range (rand, 0, sizeof whole + 1);
      g_autoptr (GBytes) broken = NULL;
      g_autoptr (GBytes) written = NULL;

      for (guint k = 0; k < 3; k++)
        copy[g_rand_int_range (rand, 0, sizeof whole)] = (guint8) g_rand_int_range (rand, 0, 256);
      broken = g_bytes_new (copy, size);
      written = toso_changes_rewrite (broken, keep_change, NULL);
      g_assert_true (written == NULL || g_bytes_get_size (written) <= size + 8);
    }
}

#define ADD(name, test) g_test_add ("/year-person/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("find", test_find);
  ADD ("erase", test_erase);
  ADD ("undo-after", test_undo_after);
  ADD ("namesake-stays", test_namesake_stays);
  ADD ("words-as-they-stand", test_words_as_they_stand);
  ADD ("guest", test_guest);
  ADD ("overdue", test_overdue);
  ADD ("unreadable", test_unreadable);
  g_test_add_func ("/year-person/words", test_words);
  g_test_add_func ("/year-person/longest", test_longest);
  g_test_add_func ("/year-person/hostile-changes", test_hostile_changes);

  return g_test_run ();
}
