/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include "core/toso-error.h"
#include "store/toso-year-next.h"
#include "store/toso-year-register.h"

/* One of everything that goes over, begins anew or stays behind. */
static void
fill (Fixture *fixture)
{
  g_autofree char *team = id_text (query_int64 (fixture->file, "SELECT min (id) FROM team"));
  g_autofree char *task = id_text (query_int64 (fixture->file, "SELECT min (id) FROM task"));
  g_autofree char *stays = id_text (fixture_add (fixture, "member", "name", "Trần An", NULL));
  g_autofree char *left = id_text (fixture_add (fixture, "member", "name", "Nguyễn Đã Thôi", NULL));
  g_autofree char *product = NULL;
  g_autofree char *training = NULL;

  fixture_add (fixture, "membership", "team_id", team, "member_id", stays, "first_day", "1/1/2026", NULL);
  fixture_add (fixture, "membership", "team_id", team, "member_id", left, "last_day", "30/6/2026", NULL);
  training = id_text (fixture_add (fixture, "training", "title", "Lớp không mang sang", "first_day", "18/3/2026", NULL));
  fixture_add (fixture, "attendance", "training_id", training, "member_id", left, "present", "1", NULL);
  fixture_add (fixture, "activity", "kind", "visit", "day", "18/3/2026", "title", "Đến nhà", NULL);
  product = id_text (fixture_add (fixture, "product", "name", "Gạo nếp", NULL));
  fixture_add (fixture, "listing", "product_id", product, "floor", "Voso", NULL);
  fixture_add (fixture, "commendation", "recipient", "Tổ 1", NULL);
  fixture_add (fixture, "inspection", "day", "18/3/2026", "findings", "Thiếu sổ", "follow_up", "Lập sổ", NULL);
  fixture_add (fixture, "inspection", "day", "19/3/2026", "findings", "Tốt", NULL);
  fixture_add (fixture, "directive", "content", "Việc đã xong", "state", "done", NULL);
  fixture_add (fixture, "directive", "content", "Việc còn lại", NULL);
  fixture_add (fixture, "milestone", "task_id", task, "title", "Sơ kết", "day", "19/6/2026", "done_day", "18/6/2026", NULL);
  fixture_add (fixture, "task_progress", "task_id", task, "day", "18/3/2026", "state", "in_progress", NULL);
  fixture_add (fixture, "holiday", "day", "4/1/2027", "name", "Nghỉ bù", NULL);
}

static gboolean
holds (GFile      *file,
       const char *text)
{
  gsize            size;
  g_autofree char *bytes = read_bytes (file, &size);

  for (gsize i = 0; i + strlen (text) <= size; i++)
    if (memcmp (bytes + i, text, strlen (text)) == 0)
      return TRUE;

  return FALSE;
}

static guint
get_n (const TosoNextYear *next,
       TosoNextTreatment   treatment,
       const char         *title)
{
  for (guint i = 0; i < next->lines->len; i++)
    {
      const TosoNextLine *line = &g_array_index (next->lines, TosoNextLine, i);

      if (line->treatment == treatment && g_str_equal (line->title, title))
        return line->n;
    }

  return 0;
}

/* What is shown before anything is done. */
static void
test_preview (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoNextYear) next = NULL;
  const TosoNextDay *day;

  fill (fixture);
  next = toso_year_preview_next (fixture->year, &error);
  g_assert_no_error (error);
  g_assert_cmpint (next->from, ==, 2026);
  g_assert_cmpint (next->to, ==, 2027);
  g_assert_true (next->knows_days_off);
  g_assert_cmpuint (get_n (next, TOSO_NEXT_CARRIED, "Villages"), ==, 3);
  g_assert_cmpuint (get_n (next, TOSO_NEXT_CARRIED, "Members of teams"), ==, 1);
  g_assert_cmpuint (get_n (next, TOSO_NEXT_CARRIED, "Directives that are not done"), ==, 1);
  g_assert_cmpuint (get_n (next, TOSO_NEXT_DROPPED, "Trainings"), ==, 1);
  g_assert_cmpuint (get_n (next, TOSO_NEXT_DROPPED, "Members and people who have left"), ==, 1);
  g_assert_cmpuint (get_n (next, TOSO_NEXT_RESET, "Milestones: not done"), ==, 1);

  day = next->days->pdata[next->days->len - 1];
  g_assert_cmpstr (day->title, ==, "Sơ kết");
  /* 19 June 2027 is a Saturday. */
  g_assert_cmpint (day->to.day, ==, 21);
  g_assert_true (day->moved);
}

/* The new file holds what was said, is sound, and keeps nothing of the rest;
 * of the old one not a byte is another. */
static void
test_create (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *sql;
    gint64      n;
  } cases[] = {
    { "SELECT year FROM plan", 2027 },
    { "SELECT count (*) FROM village", 3 },
    { "SELECT count (*) FROM team", 3 },
    { "SELECT count (*) FROM member", 1 },
    { "SELECT count (*) FROM membership", 1 },
    { "SELECT count (*) FROM training", 0 },
    { "SELECT count (*) FROM attendance", 0 },
    { "SELECT count (*) FROM activity", 0 },
    { "SELECT count (*) FROM product", 1 },
    { "SELECT count (*) FROM listing", 1 },
    { "SELECT count (*) FROM commendation", 0 },
    { "SELECT count (*) FROM inspection", 1 },
    { "SELECT count (*) FROM directive", 1 },
    { "SELECT count (*) FROM task WHERE state = 'not_started'", 1 },
    { "SELECT count (*) FROM milestone WHERE day = '2027-06-21' AND done_day IS NULL", 1 },
    { "SELECT count (*) FROM task_progress", 0 },
    { "SELECT count (*) FROM target", 2 },
    { "SELECT count (*) FROM measurement", 0 },
    { "SELECT count (*) FROM period", 0 },
    { "SELECT count (*) FROM journal", 1 },
    { "SELECT count (*) FROM holiday WHERE day < '2026-12-15'", 0 },
    { "SELECT count (*) FROM pragma_foreign_key_check", 0 },
  };
  g_autoptr (GFile) file = fixture_get_child (fixture, "2027.toso");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (TosoYear) next = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize            size_before, size_after;

  fill (fixture);
  before = read_bytes (fixture->file, &size_before);
  next = toso_year_create_next (fixture->year, file, &error);
  g_assert_no_error (error);
  after = read_bytes (fixture->file, &size_after);
  g_assert_cmpmem (before, size_before, after, size_after);

  g_assert_false (toso_year_can_undo (next));
  g_assert_false (toso_year_is_sample (next));
  toso_year_close (next);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].sql);
      g_assert_cmpint (query_int64 (file, cases[i].sql), ==, cases[i].n);
    }
  findings = toso_year_check (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (holds (file, "Trần An"));
  g_assert_false (holds (file, "Nguyễn Đã Thôi"));
  g_assert_false (holds (file, "Lớp không mang sang"));
}

/* Refused, nothing is left beside; another year follows on the new one. */
static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GFile) nowhere = fixture_get_child (fixture, "không có/2027.toso");
  g_autoptr (GFile) file = fixture_get_child (fixture, "2027.toso");
  g_autoptr (GFile) second = fixture_get_child (fixture, "2028.toso");
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoYear) next = NULL;
  g_autoptr (TosoYear) after = NULL;
  g_auto (GStrv) names = NULL;

  g_assert_null (toso_year_create_next (fixture->year, fixture->file, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (toso_year_create_next (fixture->year, nowhere, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  next = toso_year_create_next (fixture->year, file, &error);
  g_assert_no_error (error);
  after = toso_year_create_next (next, second, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int64 (second, "SELECT year FROM plan"), ==, 2028);
  toso_year_close (after);
  toso_year_close (next);
  names = fixture_list_folder (fixture);
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_null (strstr (names[i], ".part"));
}

#define ADD(name, test) g_test_add ("/year-next/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("preview", test_preview);
  ADD ("create", test_create);
  ADD ("refused", test_refused);

  return g_test_run ();
}
