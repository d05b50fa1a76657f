/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-slide-show.h"

#include <string.h>

#include "app/toso-meeting-window.h"
#include "core/toso-error.h"
#include "plan-fixture.h"

/* What the keys of a meeting do. */

typedef struct
{
  char          *folder;
  TosoYear      *year;
  TosoSession   *session;
  TosoSlideShow *show;
  char          *typed;
  guint          n_ended, n_swapped;
} Fixture;

static void
typed_cb (Fixture    *fixture,
          const char *text)
{
  g_free (fixture->typed);
  fixture->typed = g_strdup (text);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("TOSO_TODAY", "2026-03-18", TRUE);
  fixture->year = plan_fixture_open (&fixture->folder);
  fixture->session = toso_session_new (fixture->year, &error);
  g_assert_no_error (error);
  fixture->show = toso_slide_show_new (fixture->session, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->show, "typed", G_CALLBACK (typed_cb), fixture);
  g_signal_connect_swapped (fixture->show, "ended", G_CALLBACK (count_cb), &fixture->n_ended);
  g_signal_connect_swapped (fixture->show, "swapped", G_CALLBACK (count_cb), &fixture->n_swapped);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->show);
  g_assert_finalize_object (fixture->session);
  plan_fixture_close (fixture->year, fixture->folder);
  g_free (fixture->typed);
}

static guint
press (Fixture *fixture,
       guint    keyval)
{
  g_assert_true (toso_slide_show_take_key (fixture->show, keyval, 0));

  return toso_slide_show_get_shown (fixture->show);
}

static void
test_moves (Fixture      *fixture,
            gconstpointer data)
{
  static const guint forwards[] = { GDK_KEY_Right, GDK_KEY_Down, GDK_KEY_Page_Down, GDK_KEY_space, GDK_KEY_Return };
  static const guint backwards[] = { GDK_KEY_Left, GDK_KEY_Up, GDK_KEY_Page_Up, GDK_KEY_BackSpace };
  guint              last = toso_deck_get_n_in_order (toso_slide_show_get_deck (fixture->show)) - 1;

  g_assert_cmpuint (last, >, G_N_ELEMENTS (forwards));
  for (guint i = 0; i < G_N_ELEMENTS (forwards); i++)
    g_assert_cmpuint (press (fixture, forwards[i]), ==, i + 1);
  for (guint i = 0; i < G_N_ELEMENTS (backwards); i++)
    g_assert_cmpuint (press (fixture, backwards[i]), ==, G_N_ELEMENTS (forwards) - 1 - i);
  g_assert_cmpuint (press (fixture, GDK_KEY_End), ==, last);
  g_assert_cmpint (toso_slide_show_get_next (fixture->show), ==, -1);
  g_assert_cmpuint (press (fixture, GDK_KEY_Right), ==, last);
  g_assert_cmpuint (press (fixture, GDK_KEY_Home), ==, 0);
  g_assert_cmpuint (press (fixture, GDK_KEY_Left), ==, 0);
}

static void
test_switches (Fixture      *fixture,
               gconstpointer data)
{
  press (fixture, GDK_KEY_b);
  g_assert_true (toso_slide_show_is_black (fixture->show));
  press (fixture, GDK_KEY_B);
  g_assert_false (toso_slide_show_is_black (fixture->show));

  /* Black ends with the next slide; what is held stays until it is let go. */
  press (fixture, GDK_KEY_b);
  press (fixture, GDK_KEY_Right);
  g_assert_false (toso_slide_show_is_black (fixture->show));
  press (fixture, GDK_KEY_period);
  g_assert_cmpuint (press (fixture, GDK_KEY_Right), ==, 2);
  g_assert_true (toso_slide_show_is_frozen (fixture->show));
  g_assert_cmpuint (toso_slide_show_get_projected (fixture->show), ==, 1);
  press (fixture, GDK_KEY_period);
  g_assert_cmpuint (toso_slide_show_get_projected (fixture->show), ==, 2);

  press (fixture, GDK_KEY_F6);
  press (fixture, GDK_KEY_Escape);
  press (fixture, GDK_KEY_F5);
  g_assert_cmpuint (fixture->n_swapped, ==, 1);
  g_assert_cmpuint (fixture->n_ended, ==, 2);
  g_assert_false (toso_slide_show_take_key (fixture->show, GDK_KEY_q, GDK_CONTROL_MASK));
  g_assert_false (toso_slide_show_take_key (fixture->show, GDK_KEY_Tab, 0));
  g_assert_false (toso_slide_show_take_key (fixture->show, GDK_KEY_Shift_L, 0));
}

/* A card leads on to where one was; letters and numbers begin a search. */
static void
test_cards (Fixture      *fixture,
            gconstpointer data)
{
  guint n = toso_deck_get_n_in_order (toso_slide_show_get_deck (fixture->show));
  guint card;

  press (fixture, GDK_KEY_4);
  g_assert_cmpstr (fixture->typed, ==, "4");
  press (fixture, GDK_KEY_n);
  g_assert_cmpstr (fixture->typed, ==, "n");
  press (fixture, GDK_KEY_slash);
  g_assert_cmpstr (fixture->typed, ==, "");

  press (fixture, GDK_KEY_Right);
  g_assert_false (toso_slide_show_find (fixture->show, "không có"));
  g_assert_cmpuint (toso_slide_show_get_shown (fixture->show), ==, 1);
  g_assert_true (toso_slide_show_find (fixture->show, "3"));
  card = toso_slide_show_get_shown (fixture->show);
  g_assert_cmpuint (card, >=, n);
  for (guint i = 0; i < 9 && toso_slide_show_get_shown (fixture->show) != 1; i++)
    press (fixture, GDK_KEY_Right);
  g_assert_cmpuint (toso_slide_show_get_shown (fixture->show), ==, 1);
}

/* Other screens have other sizes: the same slide stays. */
static void
test_size (Fixture      *fixture,
           gconstpointer data)
{
  TosoDeck   *deck = toso_slide_show_get_deck (fixture->show);
  const char *id;

  press (fixture, GDK_KEY_End);
  id = toso_deck_get_slide (deck, toso_slide_show_get_shown (fixture->show))->id;
  g_assert_cmpstr (id, ==, "steps");
  toso_slide_show_set_size (fixture->show, 1024, 768);
  g_assert_cmpstr (toso_deck_get_slide (deck, toso_slide_show_get_shown (fixture->show))->id, ==, "steps");
  g_assert_true (toso_slide_show_find (fixture->show, "3"));
  toso_slide_show_set_size (fixture->show, 1366, 768);
  g_assert_cmpint (toso_deck_get_slide (deck, toso_slide_show_get_shown (fixture->show))->village_id, !=, 0);
  toso_slide_show_set_size (fixture->show, 0, 0);
  g_assert_cmpstr (toso_deck_get_slide (deck, press (fixture, GDK_KEY_Left))->id, ==, "steps");
}

/* The picture of the next one is there before its key. */
static void
test_ahead (Fixture      *fixture,
            gconstpointer data)
{
  const TosoPalette *palette = toso_palette_get (TOSO_PALETTE_LIGHT);
  g_autoptr (GdkTexture) ahead = NULL;
  GdkTexture *picture;
  gint64      start;

  toso_slide_show_set_size (fixture->show, 640, 360);
  toso_slide_show_get_picture (fixture->show, 0, palette);
  press (fixture, GDK_KEY_Right);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  start = g_get_monotonic_time ();
  press (fixture, GDK_KEY_Right);
  picture = toso_slide_show_get_picture (fixture->show, 2, palette);
  g_test_message ("next slide: %.3f ms", (double) (g_get_monotonic_time () - start) / 1000);
  ahead = g_object_ref (picture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (toso_slide_show_get_picture (fixture->show, 2, palette) == ahead);
  g_assert_cmpint (gdk_texture_get_width (picture), ==, 640);
}

static void
test_decided (Fixture      *fixture,
              gconstpointer data)
{
  TosoDeck *deck = toso_slide_show_get_deck (fixture->show);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  g_assert_false (toso_slide_show_decide (fixture->show, "  ", NULL, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
  g_clear_error (&error);
  press (fixture, GDK_KEY_End);
  g_assert_true (toso_slide_show_decide (fixture->show, "Mở lớp chữ ký số", NULL, "30/4/2026", &error));
  g_assert_no_error (error);
  words = toso_deck_describe (deck, toso_slide_show_get_shown (fixture->show));
  g_assert_nonnull (strstr (words, "Mở lớp chữ ký số"));
}

/* Decisions are noted on a village's card: more of them make more slides before
 * it, and the hall goes on seeing the card.  What a freeze holds stays held. */
static void
test_decided_on_card (Fixture      *fixture,
                      gconstpointer data)
{
  TosoDeck        *deck = toso_slide_show_get_deck (fixture->show);
  guint            n_before = toso_deck_get_n_slides (deck);
  g_autofree char *held = NULL;
  g_autoptr (GError) error = NULL;
  gint64 village;

  g_assert_true (toso_slide_show_find (fixture->show, "3"));
  village = toso_deck_get_slide (deck, toso_slide_show_get_shown (fixture->show))->village_id;
  g_assert_cmpint (village, !=, 0);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *content = g_strdup_printf ("Việc thứ %u đã thống nhất tại cuộc họp", i + 1);

      g_assert_true (toso_slide_show_decide (fixture->show, content, NULL, NULL, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (toso_deck_get_n_slides (deck), >, n_before);
  g_assert_cmpint (toso_deck_get_slide (deck, toso_slide_show_get_shown (fixture->show))->village_id, ==, village);

  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_period);
  held = g_strdup (toso_deck_get_slide (deck, toso_slide_show_get_projected (fixture->show))->id);
  press (fixture, GDK_KEY_End);
  toso_slide_show_set_size (fixture->show, 640, 360);
  g_assert_cmpstr (toso_deck_get_slide (deck, toso_slide_show_get_projected (fixture->show))->id, ==, held);
}

/* The hall's screen is the other one, whichever the program is on. */
static void
test_screens (void)
{
  static const struct
  {
    guint    n, own;
    gboolean swapped;
    int      projector, presenter;
  } cases[] = {
    { 1, 0, FALSE, 0, -1 },
    { 1, 0, TRUE, 0, -1 },
    { 2, 0, FALSE, 1, 0 },
    { 2, 1, FALSE, 0, 1 },
    { 2, 0, TRUE, 0, 1 },
    { 3, 2, FALSE, 0, 2 },
    { 3, 0, FALSE, 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int projector, presenter;

      toso_meeting_choose_screens (cases[i].n, cases[i].own, cases[i].swapped, &projector, &presenter);
      g_assert_cmpint (projector, ==, cases[i].projector);
      g_assert_cmpint (presenter, ==, cases[i].presenter);
    }
}

#define ADD(name, func) g_test_add ("/app/slide-show/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("moves", test_moves);
  ADD ("switches", test_switches);
  ADD ("cards", test_cards);
  ADD ("size", test_size);
  ADD ("ahead", test_ahead);
  ADD ("decided", test_decided);
  ADD ("decided-on-card", test_decided_on_card);
  g_test_add_func ("/app/slide-show/screens", test_screens);

  return g_test_run ();
}
