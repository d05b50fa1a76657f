/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "core/toso-error.h"
#include "store/toso-year-register.h"
#include "store/toso-year-roll.h"

static void
add_member (Fixture    *fixture,
            const char *name,
            gint64      team,
            const char *last_day)
{
  g_autofree char *member = g_strdup_printf ("%" G_GINT64_FORMAT, fixture_add (fixture, "member", "name", name, NULL));
  g_autofree char *team_text = g_strdup_printf ("%" G_GINT64_FORMAT, team);

  fixture_add (fixture, "membership", "member_id", member, "team_id", team_text, "last_day", last_day, NULL);
}

/* Two teams with two members, one that has left before, and two trainings. */
static void
fill (Fixture *fixture,
      gint64  *first,
      gint64  *second)
{
  gint64 teams[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM team ORDER BY id LIMIT 1 OFFSET %u", i);

      teams[i] = query_int64 (fixture->file, sql);
    }
  add_member (fixture, "Lê Văn Út", teams[1], NULL);
  add_member (fixture, "Trần An", teams[0], NULL);
  add_member (fixture, "Bùi Bình", teams[0], NULL);
  add_member (fixture, "Đỗ Thị Lập", teams[0], "1/3/2026");
  *first = fixture_add (fixture, "training", "title", "Chữ ký số", "first_day", "18/3/2026", NULL);
  *second = fixture_add (fixture, "training", "title", "VNeID", "first_day", "20/4/2026", NULL);
}

static GPtrArray *
list_roll (Fixture *fixture,
           gint64   training)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = toso_year_list_roll (fixture->year, training, &error);

  g_assert_no_error (error);

  return lines;
}

static void
write_roll (Fixture   *fixture,
            gint64     training,
            GPtrArray *lines)
{
  g_autoptr (GError) error = NULL;

  toso_year_write_roll (fixture->year, training, lines, "Điểm danh", &error);
  g_assert_no_error (error);
}

/* "An+ Bình- Út?2": present, absent, unsaid, and how many others. */
static char *
describe (GPtrArray *lines)
{
  static const char *const marks[] = { "?", "-", "+" };
  GString                 *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const TosoRollLine *line = lines->pdata[i];

      g_string_append_printf (text, "%s%s%s%u", i > 0 ? ", " : "", line->name, marks[line->presence + 1], line->n_others);
    }

  return g_string_free (text, FALSE);
}

#define assert_roll(fixture, training, expected)                  \
  G_STMT_START                                                    \
  {                                                               \
    g_autoptr (GPtrArray) lines_ = list_roll (fixture, training); \
    g_autofree char *found_ = describe (lines_);                  \
    g_assert_cmpstr (found_, ==, expected);                       \
  }                                                               \
  G_STMT_END

/* Whoever is in a team on the day, in village order; all present, one is not;
 * a step of undo each; the other training knows who has been to one. */
static void
test_all_then_flip (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  gint64 first, second;

  fill (fixture, &first, &second);
  assert_roll (fixture, first, "Trần An?0, Bùi Bình?0, Lê Văn Út?0");

  lines = list_roll (fixture, first);
  for (guint i = 0; i < lines->len; i++)
    ((TosoRollLine *) lines->pdata[i])->presence = TOSO_PRESENCE_PRESENT;
  write_roll (fixture, first, lines);
  assert_roll (fixture, first, "Trần An+0, Bùi Bình+0, Lê Văn Út+0");
  assert_roll (fixture, second, "Trần An?1, Bùi Bình?1, Lê Văn Út?1");

  ((TosoRollLine *) lines->pdata[1])->presence = TOSO_PRESENCE_ABSENT;
  g_ptr_array_remove_index (lines, 2);
  g_ptr_array_remove_index (lines, 0);
  write_roll (fixture, first, lines);
  assert_roll (fixture, first, "Trần An+0, Bùi Bình-0, Lê Văn Út+0");
  assert_roll (fixture, second, "Trần An?1, Bùi Bình?0, Lê Văn Út?1");

  g_free (toso_year_undo (fixture->year, NULL));
  assert_roll (fixture, first, "Trần An+0, Bùi Bình+0, Lê Văn Út+0");
  g_free (toso_year_undo (fixture->year, NULL));
  assert_roll (fixture, first, "Trần An?0, Bùi Bình?0, Lê Văn Út?0");
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM attendance"), ==, 0);
}

/* A guest is a row of a name; taking back what was said of one leaves it. */
static void
test_guest (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_roll_line_free);
  g_autoptr (GPtrArray) roll = NULL;
  TosoRollLine *guest = g_new0 (TosoRollLine, 1);
  gint64        first, second;

  fill (fixture, &first, &second);
  guest->name = g_strdup ("  Phạm  Khách ");
  guest->presence = TOSO_PRESENCE_PRESENT;
  g_ptr_array_add (lines, guest);
  write_roll (fixture, first, lines);
  assert_roll (fixture, first, "Trần An?0, Bùi Bình?0, Lê Văn Út?0, Phạm Khách+0");

  roll = list_roll (fixture, first);
  g_ptr_array_remove_range (roll, 0, 3);
  ((TosoRollLine *) roll->pdata[0])->presence = TOSO_PRESENCE_UNSAID;
  write_roll (fixture, first, roll);
  assert_roll (fixture, first, "Trần An?0, Bùi Bình?0, Lê Văn Út?0, Phạm Khách?0");
}

/* What is said twice makes no entry; a training that is gone is said so. */
static void
test_nothing_new (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first, second, n;

  fill (fixture, &first, &second);
  lines = list_roll (fixture, first);
  ((TosoRollLine *) lines->pdata[0])->presence = TOSO_PRESENCE_PRESENT;
  write_roll (fixture, first, lines);
  n = query_int64 (fixture->file, "SELECT count (*) FROM journal");
  write_roll (fixture, first, lines);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM journal"), ==, n);

  g_assert_false (toso_year_write_roll (fixture->year, 12345, lines, "Điểm danh", &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
}

/* "At least one class a member", counted by the register's own rule and by the
 * roll, is the same number of people. */
static void
test_agrees_with_count (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) others = NULL;
  guint  n_been = 0;
  gint64 first, second;

  fill (fixture, &first, &second);
  lines = list_roll (fixture, first);
  ((TosoRollLine *) lines->pdata[0])->presence = TOSO_PRESENCE_PRESENT;
  ((TosoRollLine *) lines->pdata[2])->presence = TOSO_PRESENCE_ABSENT;
  write_roll (fixture, first, lines);
  others = list_roll (fixture, second);
  for (guint i = 0; i < others->len; i++)
    n_been += ((const TosoRollLine *) others->pdata[i])->n_others > 0;
  g_assert_cmpuint (n_been, ==, 1);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (DISTINCT member_id) FROM attendance WHERE present = 1"), ==, n_been);
}

#define ADD(name, test) g_test_add ("/year-roll/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("all-then-flip", test_all_then_flip);
  ADD ("guest", test_guest);
  ADD ("nothing-new", test_nothing_new);
  ADD ("agrees-with-count", test_agrees_with_count);

  return g_test_run ();
}
