/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include "core/toso-error.h"
#include "store/toso-year-register.h"

static TosoRecord *
create_record (const char *kind,
               ...) G_GNUC_NULL_TERMINATED;

/* Field, value, …, NULL. */
static TosoRecord *
create_record (const char *kind,
               ...)
{
  TosoRecord *record = toso_record_new (toso_registers_find (kind));
  const char *field;
  va_list     values;

  va_start (values, kind);
  while ((field = va_arg (values, const char *)) != NULL)
    toso_record_set (record, field, va_arg (values, const char *));
  va_end (values);

  return record;
}

static TosoRecord *
save (Fixture    *fixture,
      TosoRecord *record)
{
  g_autoptr (GError) error = NULL;

  toso_year_save_record (fixture->year, record, &error);
  g_assert_no_error (error);
  g_assert_cmpint (record->id, !=, 0);

  return record;
}

static TosoRecord *
find_only (Fixture    *fixture,
           const char *kind,
           guint       n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = toso_year_list_records (fixture->year, toso_registers_find (kind), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, n);

  return n > 0 ? toso_record_copy (g_ptr_array_index (records, 0)) : NULL;
}

/* A value that the field takes. */
static char *
make_value (Fixture         *fixture,
            const TosoField *field)
{
  g_autoptr (GHashTable) names = NULL;
  GHashTableIter iter;
  gpointer       id;

  switch (field->kind)
    {
    case TOSO_FIELD_COUNT:
      return g_strdup (field->max > 0 ? "3" : "1.234");

    case TOSO_FIELD_DECIMAL:
      return g_strdup ("1,5");

    case TOSO_FIELD_MONEY:
      return g_strdup ("50.000");

    case TOSO_FIELD_YEAR:
      return g_strdup ("1987");

    case TOSO_FIELD_DAY:
      return g_strdup ("18/3/2026");

    case TOSO_FIELD_PHONE:
      return g_strdup ("0912 345 678");

    case TOSO_FIELD_CHOICE:
      return g_strdup (field->choices[0].id);

    case TOSO_FIELD_YES_NO:
      return g_strdup ("1");

    case TOSO_FIELD_LINK:
      names = toso_year_list_names (fixture->year, field->link, NULL);
      g_hash_table_iter_init (&iter, names);
      if (!g_hash_table_iter_next (&iter, &id, NULL))
        {
          g_autoptr (TosoRecord) other = toso_record_new (toso_registers_find (field->link));

          for (guint i = 0; i < other->kind->n_fields; i++)
            {
              g_free (other->values[i]);
              other->values[i] = make_value (fixture, &other->kind->fields[i]);
            }
          save (fixture, other);
          return g_strdup_printf ("%" G_GINT64_FORMAT, other->id);
        }
      return g_strdup_printf ("%" G_GINT64_FORMAT, *(gint64 *) id);

    case TOSO_FIELD_TEXT:
    case TOSO_FIELD_LINES:
    default:
      return g_strdup ("Nguyễn Thị Hòa");
    }
}

/* Every register: added, read again as it was kept, changed, removed; and each
 * step undone and done again leaves the rows as they were. */
static void
test_every_register (Fixture      *fixture,
                     gconstpointer data)
{
  guint                      n;
  const TosoRegister *const *registers = toso_registers_list (&n);

  for (guint i = 0; i < n; i++)
    {
      const TosoRegister *kind = registers[i];
      g_autoptr (TosoRecord) record = toso_record_new (kind);
      g_autoptr (TosoRecord) kept = NULL;
      g_autoptr (TosoRecord) again = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *added = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *title = NULL;

      for (guint k = 0; k < kind->n_fields; k++)
        {
          g_free (record->values[k]);
          record->values[k] = make_value (fixture, &kind->fields[k]);
        }
      before = dump_file (fixture->file);
      g_test_message ("%s", kind->id);
      save (fixture, record);

      kept = toso_record_copy (record);
      g_assert_true (toso_record_take (kept, NULL));
      again = toso_year_load_record (fixture->year, kind, record->id, &error);
      g_assert_no_error (error);
      for (guint k = 0; k < kind->n_fields; k++)
        g_assert_cmpstr (again->values[k], ==, kept->values[k]);

      added = dump_file (fixture->file);
      title = toso_year_undo (fixture->year, &error);
      g_assert_no_error (error);
      undone = dump_file (fixture->file);
      assert_same_rows (undone, before);
      g_free (toso_year_redo (fixture->year, NULL));
      g_free (undone);
      undone = dump_file (fixture->file);
      assert_same_rows (undone, added);

      /* Saved again as it is: no entry. */
      g_assert_true (toso_year_save_record (fixture->year, again, &error));
      g_free (title);
      title = toso_year_undo (fixture->year, &error);
      g_assert_nonnull (title);
      g_free (undone);
      undone = dump_file (fixture->file);
      assert_same_rows (undone, before);
      g_free (toso_year_redo (fixture->year, NULL));
    }
}

static void
test_remove (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (TosoRecord) product = save (fixture, create_record ("product", "name", "Nón lá", NULL));
  g_autofree char *product_id = g_strdup_printf ("%" G_GINT64_FORMAT, product->id);
  g_autoptr (TosoRecord) listing = save (fixture, create_record ("listing", "product_id", product_id, "floor", "Postmart", NULL));
  g_autoptr (TosoRecord) village = find_only (fixture, "village", 3);
  g_autofree char *village_id = g_strdup_printf ("%" G_GINT64_FORMAT, village->id);
  g_autoptr (TosoRecord) visit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump_file (fixture->file);
  g_autofree char *after = NULL;

  /* What belongs to it goes with it, in one step. */
  g_assert_true (toso_year_remove_records (fixture->year, product->kind, &product->id, 1, &error));
  g_assert_no_error (error);
  find_only (fixture, "listing", 0);
  g_free (toso_year_undo (fixture->year, &error));
  after = dump_file (fixture->file);
  assert_same_rows (after, before);

  /* What others speak of stays, and the sentence says which. */
  visit = save (fixture, create_record ("activity", "day", "5/1/2026", "kind", "visit", "village_id", village_id, NULL));
  g_assert_false (toso_year_remove_records (fixture->year, village->kind, &village->id, 1, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "“Activities”"));
  g_assert_nonnull (strstr (error->message, toso_record_get_name (village)));
  g_clear_error (&error);

  g_assert_true (toso_year_remove_records (fixture->year, visit->kind, &visit->id, 1, &error));
  g_assert_false (toso_year_remove_records (fixture->year, visit->kind, &visit->id, 1, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
}

/* A person and the place in a team in one command; one undo takes both. */
static void
test_links_within_a_command (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_record_free);
  g_autoptr (GHashTable) teams = toso_year_list_names (fixture->year, "team", NULL);
  g_autoptr (TosoRecord) member = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *team_id = NULL;
  GHashTableIter   iter;
  gpointer         id;

  g_hash_table_iter_init (&iter, teams);
  g_assert_true (g_hash_table_iter_next (&iter, &id, NULL));
  team_id = g_strdup_printf ("%" G_GINT64_FORMAT, *(gint64 *) id);
  g_ptr_array_add (records, create_record ("member", "name", "Lê Văn Út", "phone", "912345678", NULL));
  g_ptr_array_add (records, create_record ("membership", "member_id", "@0", "team_id", team_id, "is_leader", "1", NULL));

  toso_year_save_records (fixture->year, records, NULL, &error);
  g_assert_no_error (error);
  member = find_only (fixture, "membership", 1);
  g_assert_cmpint (toso_record_get_id (member, "member_id"), ==, ((TosoRecord *) g_ptr_array_index (records, 0))->id);

  g_free (toso_year_undo (fixture->year, &error));
  find_only (fixture, "membership", 0);
  find_only (fixture, "member", 0);
}

/* One that is refused refuses all; nothing is left behind. */
static void
test_all_or_none (Fixture      *fixture,
                  gconstpointer data)
{
  static const struct
  {
    const char *kind;
    const char *fields[6]; /* field, value, … */
    int         code;      /* -1: another domain's */
  } cases[] = {
    { "member", { "name", "Hai", "phone", "12" }, TOSO_ERROR_INVALID },
    { "membership", { "member_id", "@0", "team_id", "99999999" }, TOSO_ERROR_NOT_FOUND },
    { "membership", { "team_id", "1", "member_id", "@7" }, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_record_free);
      g_autofree char *before = dump_file (fixture->file);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (records, create_record ("member", "name", "Lê Văn Út", NULL));
      g_ptr_array_add (records, create_record (cases[i].kind, NULL));
      for (guint k = 0; cases[i].fields[k] != NULL; k += 2)
        toso_record_set (g_ptr_array_index (records, 1), cases[i].fields[k], cases[i].fields[k + 1]);

      g_assert_false (toso_year_save_records (fixture->year, records, NULL, &error));
      g_assert_nonnull (error);
      if (cases[i].code >= 0)
        g_assert_error (error, TOSO_ERROR, cases[i].code);
      after = dump_file (fixture->file);
      assert_same_rows (after, before);
      g_assert_cmpint (((TosoRecord *) g_ptr_array_index (records, 0))->id, ==, 0);
    }
}

/* People by given name, villages by number, days as they follow. */
static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const typed[] = { "Trần Văn Ước", "Lê Thị An", "Phạm Văn Ân", "Đỗ Thị An" };
  static const char *const listed[] = { "Đỗ Thị An", "Lê Thị An", "Phạm Văn Ân", "Trần Văn Ước" };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    toso_record_free (save (fixture, create_record ("member", "name", typed[i], NULL)));

  records = toso_year_list_records (fixture->year, toso_registers_find ("member"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, G_N_ELEMENTS (listed));
  for (guint i = 0; i < records->len; i++)
    g_assert_cmpstr (toso_record_get (g_ptr_array_index (records, i), "name"), ==, listed[i]);
}

/* The plan names only how many villages there are; the name that the office
 * gives settles it, and a second hand's older copy is refused. */
static void
test_placeholder_is_settled (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (TosoRecord) village = find_only (fixture, "village", 3);
  g_autoptr (TosoRecord) stale = toso_record_copy (village);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM village WHERE placeholder = 1"), ==, 3);
  toso_record_set (village, "name", "Thôn Ngọc Minh");
  g_assert_true (toso_year_save_record (fixture->year, village, &error));
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM village WHERE placeholder = 1"), ==, 2);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM team"), ==, 3);

  toso_record_set (stale, "name", "Thôn Khác");
  g_assert_false (toso_year_save_record (fixture->year, stale, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_CONFLICT);
}

#define ADD(name, test) g_test_add ("/year-registers/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("every-register", test_every_register);
  ADD ("remove", test_remove);
  ADD ("links-within-a-command", test_links_within_a_command);
  ADD ("all-or-none", test_all_or_none);
  ADD ("order", test_order);
  ADD ("placeholder-is-settled", test_placeholder_is_settled);

  return g_test_run ();
}
