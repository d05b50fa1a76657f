/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-slides.h"

#include <math.h>
#include <string.h>

#include "paper-fixture.h"
#include "store/toso-year-setting.h"

/* What the user chooses for meetings, and the arithmetic of the room. */

static GPtrArray *
list (TestPapers *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *choices = toso_slides_list (fixture->year, &error);

  g_assert_no_error (error);

  return choices;
}

/* "cover targets -cards …" */
static char *
write_ids (GPtrArray *choices)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    {
      const TosoSlideChoice *choice = choices->pdata[i];
      g_autofree char       *id = toso_slide_choice_get_id (choice);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", choice->shown ? "" : "-", id);
    }

  return g_string_free (text, FALSE);
}

static void
assert_ids (TestPapers *fixture,
            const char *expected)
{
  g_autoptr (GPtrArray) choices = list (fixture);
  g_autofree char *ids = write_ids (choices);

  g_assert_cmpstr (ids, ==, expected);
}

#define USUAL "cover targets ranked heat-map timeliness timeline task-states steps -cards -matrix -tiles -trend -bullet"

static void
test_order_is_kept (TestPapers   *fixture,
                    gconstpointer figures)
{
  g_autoptr (GPtrArray) choices = list (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;

  assert_ids (fixture, USUAL);
  for (guint i = 0; i < choices->len; i++)
    g_assert_nonnull (toso_slides_get_label (((const TosoSlideChoice *) choices->pdata[i])->kind));

  /* The steps first, a ranking of a target of one's own, no cover. */
  g_ptr_array_insert (choices, 0, g_ptr_array_steal_index (choices, 7));
  ((TosoSlideChoice *) choices->pdata[1])->shown = FALSE;
  g_ptr_array_insert (choices, 2, toso_slide_choice_new ("ranked", "CT05", TRUE));
  g_assert_true (toso_slides_save (fixture->year, choices, &error));
  g_assert_no_error (error);
  assert_ids (fixture, "steps -cover ranked:CT05 targets ranked heat-map timeliness timeline task-states -cards -matrix -tiles -trend -bullet");

  /* One command, so one step back. */
  undone = toso_year_undo (fixture->year, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, "Choose the slides of the meeting");
  assert_ids (fixture, USUAL);
}

/* Of a newer program, or a file that was tampered with: what is known stays. */
static void
test_strange_choices (TestPapers   *fixture,
                      gconstpointer figures)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (toso_year_set_setting (fixture->year, "meeting.slides", "\n-\nhologram\nsteps\n-ranked:a:b\ncover:CT01\n:x", "a test", &error));
  g_assert_no_error (error);
  assert_ids (fixture, "steps -ranked:a:b cover -targets -heat-map -timeliness -timeline -task-states -cards -matrix -tiles -trend -bullet");
}

static void
test_room_is_kept (TestPapers   *fixture,
                   gconstpointer figures)
{
  g_autoptr (GError) error = NULL;
  static const char *const nonsense[] = { "", "1.2", "nan inf", "-1 8", "0 0", "x y", "1e9 8" };
  TosoRoom                 room = { 1, 1 };

  g_assert_true (toso_slides_get_room (fixture->year, &room, &error));
  g_assert_true (room.screen_height == 0 && room.distance == 0);
  g_assert_true (toso_slides_save_room (fixture->year, (TosoRoom){ 1.05, 7.5 }, &error));
  g_assert_true (toso_slides_get_room (fixture->year, &room, &error));
  g_assert_cmpfloat_with_epsilon (room.screen_height, 1.05, 1e-9);
  g_assert_cmpfloat_with_epsilon (room.distance, 7.5, 1e-9);

  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_assert_true (toso_year_set_setting (fixture->year, "meeting.room", nonsense[i], "a test", &error));
      g_assert_true (toso_slides_get_room (fixture->year, &room, &error));
      g_assert_true (isfinite (toso_room_get_capital (room, 1080)));
      g_assert_cmpfloat_with_epsilon (toso_room_get_capital (room, 1080), 27.648, 1e-6);
    }
  g_assert_no_error (error);
}

/* 4 mm of capital height a metre of distance; features.md §4.4. */
static void
test_capital (void)
{
  static const struct
  {
    TosoRoom room;
    double   pixels; /* of 1080 lines */
  } cases[] = {
    { { 0, 0 }, 27.648 }, /* nobody has measured: 8 m from 1.25 m */
    { { 1.25, 8 }, 27.648 },
    { { 1.05, 8 }, 32.914 },
    { { 0.69, 8 }, 50.087 },
    { { 1.25, 4 }, 13.824 },
    { { NAN, 8 }, 27.648 },
    { { 1.25, INFINITY }, 27.648 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (toso_room_get_capital (cases[i].room, 1080), cases[i].pixels, 0.001);
}

/* Farther than six heights of the picture nobody reads details. */
static void
test_screen_too_small (void)
{
  g_autofree char *fault = toso_room_find_fault ((TosoRoom){ 0.69, 8 });

  g_assert_nonnull (strstr (fault, "0,69 m"));
  g_assert_nonnull (strstr (fault, "4,1 m"));
  g_assert_nonnull (strstr (fault, "1,34 m"));
  g_assert_null (toso_room_find_fault ((TosoRoom){ 1.25, 7.5 }));
  g_assert_null (toso_room_find_fault ((TosoRoom){ 0, 0 }));
}

static void
test_notes (TestPapers   *fixture,
            gconstpointer figures)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *none = toso_slides_get_note (fixture->year, "ranked:CT 05/ă", &error);
  g_autofree char *note = NULL;
  g_autofree char *other = NULL;

  g_assert_null (none);
  g_assert_true (toso_slides_save_note (fixture->year, "ranked:CT 05/ă", "Villages ranked", "Hỏi Làng Cò.\nRồi Thôn 7.", &error));
  g_assert_no_error (error);
  note = toso_slides_get_note (fixture->year, "ranked:CT 05/ă", &error);
  g_assert_cmpstr (note, ==, "Hỏi Làng Cò.\nRồi Thôn 7.");
  other = toso_slides_get_note (fixture->year, "ranked", &error);
  g_assert_null (other);
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/report/slides/order-is-kept", TestPapers, GINT_TO_POINTER (FALSE), test_papers_set_up, test_order_is_kept, test_papers_tear_down);
  g_test_add ("/report/slides/strange-choices", TestPapers, GINT_TO_POINTER (FALSE), test_papers_set_up, test_strange_choices, test_papers_tear_down);
  g_test_add ("/report/slides/room-is-kept", TestPapers, GINT_TO_POINTER (FALSE), test_papers_set_up, test_room_is_kept, test_papers_tear_down);
  g_test_add_func ("/report/slides/capital", test_capital);
  g_test_add_func ("/report/slides/screen-too-small", test_screen_too_small);
  g_test_add ("/report/slides/notes", TestPapers, GINT_TO_POINTER (FALSE), test_papers_set_up, test_notes, test_papers_tear_down);

  return g_test_run ();
}
