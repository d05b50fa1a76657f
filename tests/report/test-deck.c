/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-deck.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "core/toso-error.h"
#include "paper-fixture.h"
#include "report/toso-meeting.h"

/* The slides of the commune's real plan, with figures of three months from 38
 * of 41 villages. */

static const TosoPeriod MARCH = { TOSO_PERIOD_MONTH, 2026, 3 };

static TosoDeck *
make (TestPapers *fixture)
{
  g_autoptr (GError) error = NULL;
  TosoDeck *deck = toso_deck_new (fixture->year, &MARCH, &error);

  g_assert_no_error (error);
  toso_deck_lay_out (deck, 1920, 1080);

  return deck;
}

static void
set_room (TestPapers *fixture,
          double      height,
          double      distance)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (toso_slides_save_room (fixture->year, (TosoRoom){ height, distance }, &error));
  g_assert_no_error (error);
}

static guint
count_of (const TosoDeck *deck,
          const char     *id)
{
  guint n = 0;

  for (guint i = 0; i < toso_deck_get_n_slides (deck); i++)
    n += g_str_equal (toso_deck_get_slide (deck, i)->id, id);

  return n;
}

static void
test_order (TestPapers   *fixture,
            gconstpointer figures)
{
  static const char *const kinds[] = { "cover", "targets", "ranked", "heat-map", "timeliness", "timeline", "task-states", "steps" };
  g_autoptr (TosoDeck) deck = make (fixture);
  guint n = toso_deck_get_n_in_order (deck), kind = 0;

  g_assert_cmpuint (toso_deck_get_n_slides (deck), ==, n);
  for (guint i = 0; i < n; i++)
    {
      const TosoSlide      *slide = toso_deck_get_slide (deck, i);
      const TosoChartFrame *frame = slide->page->chart;
      g_autofree char      *number = g_strdup_printf ("%u/%u", i + 1, n);

      if (!g_str_equal (slide->id, kinds[kind]))
        kind++;
      g_assert_cmpstr (slide->id, ==, kinds[kind]);
      g_assert_cmpstr (frame->corner, ==, number);
    }
  g_assert_cmpuint (kind, ==, G_N_ELEMENTS (kinds) - 1);
}

/* The farther the last row, the larger the letters and the more the slides;
 * every letter as high as the room asks for, every village on a slide. */
static void
test_room (TestPapers   *fixture,
           gconstpointer figures)
{
  static const struct
  {
    double height, distance;
  } rooms[] = { { 1.25, 4 }, { 0.9, 8 } };
  guint before = 0;

  for (guint r = 0; r < G_N_ELEMENTS (rooms); r++)
    {
      g_autoptr (TosoDeck) deck = NULL;
      double em = 4 * rooms[r].distance / (1000 * rooms[r].height) * 1080 / toso_chart_get_capital_height (NULL);
      gsize  n_villages = 0;

      set_room (fixture, rooms[r].height, rooms[r].distance);
      deck = make (fixture);
      for (guint i = 0; i < toso_deck_get_n_in_order (deck); i++)
        {
          const TosoSlide      *slide = toso_deck_get_slide (deck, i);
          const TosoChartFrame *frame = slide->page->chart;

          g_assert_cmpfloat (frame->font_size, >=, em - 1e-6);
          if (g_str_equal (slide->id, "ranked"))
            n_villages += slide->page->n_rows;
        }
      g_assert_cmpuint (n_villages, ==, 41);
      g_assert_cmpuint (toso_deck_get_n_in_order (deck), >, before);
      before = toso_deck_get_n_in_order (deck);
    }
}

static void
test_screen_too_small (TestPapers   *fixture,
                       gconstpointer figures)
{
  g_autoptr (TosoDeck) deck = NULL;
  g_autofree char *fault = NULL;

  set_room (fixture, 0.69, 8);
  deck = make (fixture);
  fault = toso_deck_find_fault (deck);
  g_assert_nonnull (strstr (fault, "0,69 m"));
}

/* Sizes that no screen has: a deck all the same. */
static void
test_odd_sizes (TestPapers   *fixture,
                gconstpointer figures)
{
  static const double sizes[][2] = { { 0, 0 }, { 1, 1 }, { 100, 60 } };
  g_autoptr (TosoDeck) deck = make (fixture);

  set_room (fixture, 0.1, 100);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      toso_deck_lay_out (deck, sizes[i][0], sizes[i][1]);
      g_assert_cmpuint (count_of (deck, "cover"), ==, 1);
      g_assert_cmpuint (count_of (deck, "ranked"), >=, 1);
    }
}

static void
test_find (TestPapers   *fixture,
           gconstpointer figures)
{
  static const struct
  {
    const char *typed, *village;
  } cases[] = {
    { "7", "Thôn, làng 7" },
    { "07", "Thôn, làng 7" },
    { "41", "Thôn, làng 41" },
    { "Thôn, làng 12", "Thôn, làng 12" },
    { "thon lang 12", "Thôn, làng 12" },
    { "  12 ", "Thôn, làng 12" },
    { "99", NULL },
    { "", NULL },
    { "xyz", NULL },
    { "\xff\xfe", NULL },
  };
  g_autoptr (TosoDeck) deck = make (fixture);
  guint n = toso_deck_get_n_in_order (deck);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gssize place = toso_deck_find_card (deck, cases[i].typed);

      if (cases[i].village == NULL)
        {
          g_assert_cmpint (place, ==, -1);
          continue;
        }
      g_assert_cmpint (place, >=, n);
      g_assert_cmpstr (toso_deck_get_slide (deck, (guint) place)->label, ==, cases[i].village);
      g_assert_true (g_str_has_prefix (toso_deck_get_title (deck, (guint) place), cases[i].village));
      /* Asked for again it is the same one. */
      g_assert_cmpint (toso_deck_find_card (deck, cases[i].typed), ==, place);
    }
  g_assert_cmpuint (toso_deck_get_n_in_order (deck), ==, n);
}

/* What is recorded during the meeting changes nothing on it, not even on cards
 * that were not shown yet; what is decided does. */
static void
test_snapshot (TestPapers   *fixture,
               gconstpointer figures)
{
  g_autoptr (TosoDeck) deck = make (fixture);
  g_autoptr (TosoDeck) later = NULL;
  g_autoptr (GError) error = NULL;
  guint            card;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *fresh = NULL;
  g_autofree char *steps = NULL;

  {
    g_autoptr (TosoDeck) other = make (fixture);

    before = toso_deck_describe (other, (guint) toso_deck_find_card (other, "41"));
  }
  test_record_one (fixture->year, "41", 3, 55);
  card = (guint) toso_deck_find_card (deck, "41");
  after = toso_deck_describe (deck, card);
  g_assert_cmpstr (after, ==, before);
  later = make (fixture);
  fresh = toso_deck_describe (later, (guint) toso_deck_find_card (later, "41"));
  g_assert_cmpstr (fresh, !=, before);

  g_assert_true (toso_meeting_note (fixture->year, &MARCH, "Mở lớp chữ ký số", NULL, NULL, &error));
  g_assert_true (toso_deck_update_steps (deck, fixture->year, &error));
  g_assert_no_error (error);
  steps = toso_deck_describe (deck, toso_deck_get_n_in_order (deck) - 1);
  test_assert_has (steps, "Mở lớp chữ ký số");
}

/* A target that is gone takes its slide along; none chosen is a deck of none. */
static void
test_choices (TestPapers   *fixture,
              gconstpointer figures)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_slide_choice_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoDeck) deck = NULL;
  g_autoptr (TosoDeck) none = NULL;

  g_ptr_array_add (choices, toso_slide_choice_new ("cards", NULL, TRUE));
  g_ptr_array_add (choices, toso_slide_choice_new ("trend", "CT05", TRUE));
  g_ptr_array_add (choices, toso_slide_choice_new ("ranked", "CT99", TRUE));
  g_assert_true (toso_slides_save (fixture->year, choices, &error));
  deck = make (fixture);
  g_assert_cmpuint (count_of (deck, "cards"), >=, 41);
  g_assert_cmpuint (count_of (deck, "trend:CT05"), ==, 1);
  g_assert_cmpuint (count_of (deck, "ranked:CT99"), ==, 0);
  g_assert_cmpint (toso_deck_find_card (deck, "1"), ==, 0);

  ((TosoSlideChoice *) choices->pdata[0])->shown = FALSE;
  g_ptr_array_set_size (choices, 1);
  g_assert_true (toso_slides_save (fixture->year, choices, &error));
  g_assert_no_error (error);
  none = make (fixture);
  g_assert_cmpuint (toso_deck_get_n_in_order (none), ==, 0);
  g_assert_cmpint (toso_deck_find_card (none, "1"), ==, 0);
}

static void
test_no_figures (TestPapers   *fixture,
                 gconstpointer figures)
{
  g_autoptr (TosoDeck) deck = make (fixture);
  gssize           card = toso_deck_find_card (deck, "5");
  g_autofree char *words = toso_deck_describe (deck, (guint) card);

  test_assert_has (words, "—");
  g_assert_null (strstr (words, " 0 %"));
}

static void
test_written (TestPapers   *fixture,
              gconstpointer figures)
{
  g_autoptr (TosoDeck) deck = make (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *pdf_path = g_build_filename (fixture->directory, "họp.pdf", NULL);
  g_autofree char *png_path = g_build_filename (fixture->directory, "họp.PNG", NULL);
  g_autofree char *svg_path = g_build_filename (fixture->directory, "họp.svg", NULL);
  g_autofree char *last = NULL;
  g_autoptr (GFile) pdf = g_file_new_for_path (pdf_path);
  g_autoptr (GFile) png = g_file_new_for_path (png_path);
  g_autoptr (GFile) svg = g_file_new_for_path (svg_path);
  PopplerDocument *document;

  g_assert_true (toso_deck_write (deck, toso_palette_get (TOSO_PALETTE_LIGHT), pdf, NULL, &error));
  g_assert_no_error (error);
  document = poppler_document_new_from_gfile (pdf, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, toso_deck_get_n_in_order (deck));
  g_object_unref (document);

  toso_deck_lay_out (deck, 480, 270);
  last = g_strdup_printf ("%s%chọp-%02u.png", fixture->directory, G_DIR_SEPARATOR, toso_deck_get_n_in_order (deck));
  g_assert_true (toso_deck_write (deck, toso_palette_get (TOSO_PALETTE_LIGHT), png, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (last, G_FILE_TEST_EXISTS));

  g_assert_false (toso_deck_write (deck, toso_palette_get (TOSO_PALETTE_LIGHT), svg, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
}

#define ADD(name, with, func) g_test_add ("/report/deck/" name, TestPapers, GINT_TO_POINTER (with), test_papers_set_up, func, test_papers_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("order", TRUE, test_order);
  ADD ("room", TRUE, test_room);
  ADD ("screen-too-small", FALSE, test_screen_too_small);
  ADD ("odd-sizes", FALSE, test_odd_sizes);
  ADD ("find", TRUE, test_find);
  ADD ("snapshot", TRUE, test_snapshot);
  ADD ("choices", TRUE, test_choices);
  ADD ("no-figures", FALSE, test_no_figures);
  ADD ("written", TRUE, test_written);

  return g_test_run ();
}
