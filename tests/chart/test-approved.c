/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "approved.h"
#include "chart-gallery.h"

/* Every kind in light, dark and grey beside the picture that was approved. */

#define WIDTH  480
#define HEIGHT 270

static const TestDifference most = { .mean = 0.006, .changed = 0.02, .patch = 1 };

static const char *const palette_names[] = { "light", "dark", "grey" };

typedef struct
{
  TestChart     which;
  TosoPaletteId palette;
} Case;

static GBytes *
render (const Case *data)
{
  static const gsize usual[TEST_N_CHARTS] = { 7, 13, 8, 8, 5, 12, 41, 7, 5, 12, 4 };
  g_autoptr (TestSubject) subject = test_subject_new (data->which, usual[data->which], 12, TEST_SAMPLE);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  ((TosoChartFrame *) subject->chart)->font_family = "Liberation Sans";
  bytes = toso_chart_render (subject->kind, subject->chart, toso_palette_get (data->palette), TOSO_PICTURE_PNG, WIDTH, HEIGHT, &error);
  g_assert_no_error (error);

  return bytes;
}

static void
test_is_as_approved (gconstpointer data)
{
  const Case *wanted = data;
  g_autoptr (TestSubject) subject = test_subject_new (wanted->which, 1, 1, TEST_USUAL);
  g_autofree char *name = g_strdup_printf ("%s-%s", subject->name, palette_names[wanted->palette]);
  g_autoptr (GBytes) now = render (wanted);

  test_assert_approved (now, "chart", name, &most);
}

/* The tolerance is no free pass: no kind passes for another. */
static void
test_tolerance_sees_a_change (void)
{
  for (TestChart which = 0; which < TEST_N_CHARTS; which++)
    {
      g_autoptr (GBytes) usual = render (&(Case){ which, TOSO_PALETTE_LIGHT });
      g_autoptr (GBytes) other = render (&(Case){ (which + 1) % TEST_N_CHARTS, TOSO_PALETTE_LIGHT });

      g_assert_cmpfloat (test_compare_pictures (usual, usual).mean, ==, 0);
      g_assert_false (test_is_within (test_compare_pictures (usual, other), &most));
    }
}

int
main (int   argc,
      char *argv[])
{
  static Case cases[TEST_N_CHARTS][G_N_ELEMENTS (palette_names)];

  g_test_init (&argc, &argv, NULL);
  for (TestChart which = 0; which < TEST_N_CHARTS; which++)
    for (guint palette = 0; palette < G_N_ELEMENTS (palette_names); palette++)
      {
        g_autoptr (TestSubject) subject = test_subject_new (which, 1, 1, TEST_USUAL);
        g_autofree char *path = g_strdup_printf ("/approved/%s-%s", subject->name, palette_names[palette]);

        cases[which][palette] = (Case){ which, (TosoPaletteId) palette };
        g_test_add_data_func (path, &cases[which][palette], test_is_as_approved);
      }
  g_test_add_func ("/approved/tolerance-sees-a-change", test_tolerance_sees_a_change);

  return g_test_run ();
}
