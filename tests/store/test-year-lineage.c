/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "core/toso-error.h"
#include "store/toso-grid.h"
#include "store/toso-year-lineage.h"
#include "store/toso-year-register.h"

#define DAY ((TosoDate){ 2026, 4, 15 })

static gint64
get_village (Fixture *fixture,
             guint    place)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM village ORDER BY id LIMIT 1 OFFSET %u", place);

  return query_int64 (fixture->file, sql);
}

static void
record_figure (Fixture *fixture,
               gint64   village,
               int      month,
               double   numerator)
{
  g_autoptr (GError) error = NULL;
  gint64 indicator = query_int64 (fixture->file, "SELECT min (id) FROM indicator");

  toso_year_record (fixture->year, indicator, village, (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, month },
                    TOSO_FIGURE (numerator), TOSO_FIGURE (100), NULL, &error);
  g_assert_no_error (error);
}

/* Σ of the latest of each village that the map leaves. */
static double
get_total (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) measurements = toso_year_list_measurements (fixture->year, 0, &error);
  g_autoptr (GHashTable) latest = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer       value;
  double         total = 0;

  g_assert_no_error (error);
  g_assert_true (toso_year_map_figures (fixture->year, measurements, &error));
  for (guint i = 0; i < measurements->len; i++)
    {
      TosoMeasurement *measurement = measurements->pdata[i];
      TosoMeasurement *other = g_hash_table_lookup (latest, &measurement->village_id);

      if (other == NULL || toso_period_compare (other->period, measurement->period) < 0)
        g_hash_table_replace (latest, &measurement->village_id, measurement);
    }
  g_hash_table_iter_init (&iter, latest);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    total += ((const TosoMeasurement *) value)->numerator.value;

  return total;
}

static void
make_stock (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = toso_year_load_plan (fixture->year, &error);
  TosoTarget *target = plan->targets->pdata[0];

  target->over_time = TOSO_OVER_TIME_STOCK;
  toso_year_save_target (fixture->year, target, NULL, &error);
  g_assert_no_error (error);
}

/* Totals are what they were; the new village has a team and the people, the
 * old one keeps its row, its figures and its leader's days; one undo takes all
 * of it back. */
static void
test_merge (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) villages = NULL;
  g_autoptr (GPtrArray) lineage = NULL;
  g_autoptr (TosoRecord) person = toso_record_new (toso_registers_find ("member"));
  g_autoptr (TosoRecord) place = toso_record_new (toso_registers_find ("membership"));
  gint64           ids[2] = { get_village (fixture, 0), get_village (fixture, 1) };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  record_figure (fixture, ids[0], 3, 20);
  record_figure (fixture, ids[1], 3, 30);
  record_figure (fixture, get_village (fixture, 2), 3, 7);
  toso_record_set (person, "name", "Trần An");
  g_assert_true (toso_year_save_record (fixture->year, person, &error));
  toso_record_set_id (place, "member_id", person->id);
  toso_record_set_id (place, "team_id", query_int64 (fixture->file, "SELECT min (id) FROM team"));
  toso_record_set (place, "is_leader", "1");
  g_assert_true (toso_year_save_record (fixture->year, place, &error));
  g_assert_cmpfloat (get_total (fixture), ==, 57);
  before = dump_file (fixture->file);

  toso_year_merge_villages (fixture->year, ids, 2, " Thôn  Hợp Nhất", DAY, "Nghị quyết 12/NQ-HĐND", &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (get_total (fixture), ==, 57);
  villages = toso_year_list_villages (fixture->year, &error);
  g_assert_cmpuint (villages->len, ==, 2);
  lineage = toso_year_list_lineage (fixture->year, &error);
  g_assert_cmpuint (lineage->len, ==, 2);
  g_assert_cmpstr (((const TosoLineage *) lineage->pdata[0])->new_name, ==, "Thôn Hợp Nhất");
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM village WHERE last_day = '2026-04-14'"), ==, 2);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM membership WHERE is_leader = 1 AND last_day = '2026-04-14'"), ==, 1);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM membership m JOIN team t ON t.id = m.team_id"
                                               "  JOIN village v ON v.id = t.village_id"
                                               "  WHERE v.name = 'Thôn Hợp Nhất' AND m.first_day = '2026-04-15' AND m.is_leader = 0"),
                   ==, 1);

  /* Its own figure stands for both from then on. */
  record_figure (fixture, query_int64 (fixture->file, "SELECT id FROM village WHERE name = 'Thôn Hợp Nhất'"), 5, 55);
  g_assert_cmpfloat (get_total (fixture), ==, 62);
  g_free (toso_year_undo (fixture->year, NULL));
  g_free (toso_year_undo (fixture->year, NULL));
  after = dump_file (fixture->file);
  assert_same_rows (after, before);
}

static void
test_split (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const names[] = { "Thôn Đông", "Thôn Tây", NULL };
  g_autoptr (GError) error = NULL;

  make_stock (fixture);
  record_figure (fixture, get_village (fixture, 0), 3, 90);
  toso_year_split_village (fixture->year, get_village (fixture, 0), names, DAY, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (get_total (fixture), ==, 90);
  record_figure (fixture, query_int64 (fixture->file, "SELECT id FROM village WHERE name = 'Thôn Đông'"), 5, 50);
  g_assert_cmpfloat (get_total (fixture), ==, 90);
  record_figure (fixture, query_int64 (fixture->file, "SELECT id FROM village WHERE name = 'Thôn Tây'"), 5, 45);
  g_assert_cmpfloat (get_total (fixture), ==, 95);
}

static void
test_rename (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lineage = NULL;
  gint64 id = get_village (fixture, 0);

  toso_year_rename_village (fixture->year, id, "Thôn Ngọc Minh", DAY, "QĐ 5", &error);
  g_assert_no_error (error);
  lineage = toso_year_list_lineage (fixture->year, &error);
  g_assert_cmpuint (lineage->len, ==, 1);
  g_assert_cmpstr (((const TosoLineage *) lineage->pdata[0])->kind, ==, "renamed");
  g_assert_cmpstr (((const TosoLineage *) lineage->pdata[0])->old_name, !=, "Thôn Ngọc Minh");
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM village WHERE name = 'Thôn Ngọc Minh' AND placeholder = 0"), ==, 1);
}

/* Refused with a sentence, and nothing is written. */
static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const one[] = { "Thôn Đông", NULL };
  static const char *const same[] = { "Thôn Đông", "Thôn Đông", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump_file (fixture->file);
  g_autofree char *after = NULL;
  gint64           a = get_village (fixture, 0);
  gint64           b = get_village (fixture, 1);
  gint64           twice[] = { a, a };
  gint64           gone[] = { a, 12345 };
  gint64           both[] = { a, b };
  g_autoptr (TosoRecord) third = toso_year_load_record (fixture->year, toso_registers_find ("village"), get_village (fixture, 2), NULL);

#define assert_refused(call)               \
  G_STMT_START                             \
  {                                        \
    g_assert_false (call);                 \
    g_assert_nonnull (error);              \
    g_test_message ("%s", error->message); \
    g_clear_error (&error);                \
  }                                        \
  G_STMT_END
  assert_refused (toso_year_merge_villages (fixture->year, both, 1, "Thôn Mới", DAY, NULL, &error));
  assert_refused (toso_year_merge_villages (fixture->year, twice, 2, "Thôn Mới", DAY, NULL, &error));
  assert_refused (toso_year_merge_villages (fixture->year, gone, 2, "Thôn Mới", DAY, NULL, &error));
  assert_refused (toso_year_merge_villages (fixture->year, both, 2, " ", DAY, NULL, &error));
  assert_refused (toso_year_merge_villages (fixture->year, both, 2, toso_record_get (third, "name"), DAY, NULL, &error));
  assert_refused (toso_year_merge_villages (fixture->year, both, 2, "Thôn Mới", (TosoDate){ 0 }, NULL, &error));
  assert_refused (toso_year_split_village (fixture->year, a, one, DAY, NULL, &error));
  assert_refused (toso_year_split_village (fixture->year, a, same, DAY, NULL, &error));
  assert_refused (toso_year_rename_village (fixture->year, a, "", DAY, NULL, &error));
  after = dump_file (fixture->file);
  assert_same_rows (after, before);

  /* What has gone cannot go again: no circle comes about; and one that has
   * figures is not removed. */
  record_figure (fixture, a, 3, 5);
  g_assert_true (toso_year_merge_villages (fixture->year, both, 2, "Thôn Mới", DAY, NULL, &error));
  assert_refused (toso_year_merge_villages (fixture->year, both, 2, "Thôn Mới 2", (TosoDate){ 2026, 6, 1 }, NULL, &error));
  assert_refused (toso_year_remove_records (fixture->year, toso_registers_find ("village"), &a, 1, &error));
}

/* The new village's row of a period holds what its parts gave before. */
static void
test_grid (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoGrid) grid = NULL;
  gint64 ids[2] = { get_village (fixture, 0), get_village (fixture, 1) };
  double sum = 0;

  record_figure (fixture, ids[0], 3, 20);
  record_figure (fixture, ids[1], 3, 30);
  g_assert_true (toso_year_merge_villages (fixture->year, ids, 2, "Thôn Mới", DAY, NULL, &error));
  grid = toso_grid_load (fixture->year, (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, 3 }, (TosoDate){ 2026, 5, 1 }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (grid->rows->len, ==, 2);
  for (guint i = 0; i < grid->rows->len; i++)
    {
      const TosoGridCell *cell = toso_grid_get_cell (grid, i, 0);

      sum += cell->numerator.known ? cell->numerator.value : 0;
      g_assert_true (!cell->numerator.known || cell->derived);
    }
  g_assert_cmpfloat (sum, ==, 50);
}

#define ADD(name, test) g_test_add ("/year-lineage/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("merge", test_merge);
  ADD ("split", test_split);
  ADD ("rename", test_rename);
  ADD ("refused", test_refused);
  ADD ("grid", test_grid);

  return g_test_run ();
}
