/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-document.h"

#define FIELD(field) G_STRUCT_OFFSET (TosoProfile, field)

static void
test_default_is_within (void)
{
  g_autoptr (GPtrArray) findings = toso_profile_check (&TOSO_PROFILE_DECREE_30);

  g_assert_cmpuint (findings->len, ==, 0);
}

/* One measure changed: found, with the clause that says otherwise. */
static void
test_ranges (void)
{
  static const struct
  {
    gsize       offset;
    double      value;
    const char *clause; /* NULL: allowed */
    const char *found, *expected;
  } cases[] = {
    { FIELD (page_width), TOSO_MM (148), "I.1", "148 mm", "210 mm" },
    { FIELD (top), TOSO_MM (25), NULL },
    { FIELD (top), TOSO_MM (17.6), "I.3", "17,6 mm", "20–25 mm" },
    { FIELD (bottom), TOSO_MM (26), "I.3", "26 mm", "20–25 mm" },
    { FIELD (left), TOSO_MM (35), NULL },
    { FIELD (left), TOSO_MM (29), "I.3", "29 mm", "30–35 mm" },
    { FIELD (right), TOSO_MM (20), NULL },
    { FIELD (right), TOSO_MM (14), "I.3", "14 mm", "15–20 mm" },
    { FIELD (page_number_size), 12, "I.7", "12 pt", "13–14 pt" },
    { FIELD (nation_size), 12, NULL },
    { FIELD (nation_size), 14, "II.1.a", "14 pt", "12–13 pt" },
    { FIELD (motto_size), 12, "II.1.b", "12 pt", "13–14 pt" },
    { FIELD (agency_rule), 1.0 / 3, NULL },
    { FIELD (agency_rule), 0.6, "II.2.b", "0,6 of the text's length", "0,33–0,5 of the text's length" },
    { FIELD (number_size), 14, "II.3.c", "14 pt", "13 pt" },
    { FIELD (kind_size), 16, "II.5.b", "16 pt", "13–14 pt" },
    { FIELD (subject_size), 14, "II.5.b", "14 pt", "12–13 pt" },
    { FIELD (body_size), 13, NULL },
    { FIELD (body_size), 12, "II.6.e", "12 pt", "13–14 pt" },
    { FIELD (indent), TOSO_MM (10), NULL },
    { FIELD (indent), TOSO_MM (15), "II.6.e", "15 mm", "10 or 12,7 mm" },
    { FIELD (paragraph_gap), 12, NULL },
    { FIELD (paragraph_gap), 3, "II.6.e", "3 pt", "≥ 6 pt" },
    { FIELD (line_pitch), 1.149 * 1.5, NULL },
    { FIELD (line_pitch), 1.149 * 1.6, "II.6.e", "1,6 lines", "1–1,5 lines" },
    { FIELD (recipients_size), 12, "II.9.d", "12 pt", "11 pt" },
    { FIELD (annex_size), 13, "III.1.b", "13 pt", "14 pt" },
    { FIELD (address_size), 12, NULL },
    { FIELD (address_size), 10, "III.4", "10 pt", "11–12 pt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoProfile profile = TOSO_PROFILE_DECREE_30;
      g_autoptr (GPtrArray) findings = NULL;
      const TosoProfileFinding *finding;

      G_STRUCT_MEMBER (double, &profile, cases[i].offset) = cases[i].value;
      findings = toso_profile_check (&profile);
      g_assert_cmpuint (findings->len, ==, cases[i].clause != NULL);
      if (cases[i].clause == NULL)
        continue;
      finding = findings->pdata[0];
      g_assert_cmpstr (finding->clause, ==, cases[i].clause);
      g_assert_cmpstr (finding->found, ==, cases[i].found);
      g_assert_cmpstr (finding->expected, ==, cases[i].expected);
      g_assert_cmpstr (finding->name, !=, "");
    }
}

/* What one commune's office really uses: each slip is told. */
static void
test_many (void)
{
  TosoProfile profile = TOSO_PROFILE_DECREE_30;
  g_autoptr (GPtrArray) findings = NULL;

  profile.font_family = "Arial";
  profile.top = TOSO_MM (17.6);
  profile.bottom = TOSO_MM (17.6);
  profile.kind_size = 16;
  profile.recipients_size = 12;
  findings = toso_profile_check (&profile);
  g_assert_cmpuint (findings->len, ==, 5);
  g_assert_cmpstr (((TosoProfileFinding *) findings->pdata[0])->clause, ==, "I.4");
}

/* Each measure beside what the decree allows, in the unit it is set in. */
static void
test_measures (void)
{
  TosoProfile profile = TOSO_PROFILE_DECREE_30;
  g_autoptr (GPtrArray) measures = NULL;
  guint n_wrong = 0;

  g_assert_true (toso_profile_set_measure (&profile, "left", 40));
  measures = toso_profile_list_measures (&profile);
  for (guint i = 0; i < measures->len; i++)
    {
      const TosoMeasure *measure = measures->pdata[i];

      /* What is read can be set again. */
      g_assert_true (toso_profile_set_measure (&profile, measure->id, measure->value));
      n_wrong += !measure->is_right;
      if (measure->is_right)
        continue;
      g_assert_cmpstr (measure->id, ==, "left");
      g_assert_cmpfloat_with_epsilon (measure->value, 40, 1e-9);
      g_assert_cmpstr (measure->unit, ==, "mm");
      g_assert_cmpstr (measure->range, ==, "30–35 mm");
      g_assert_cmpstr (measure->clause, ==, "I.3");
    }
  g_assert_cmpuint (n_wrong, ==, 1);
  g_assert_cmpfloat_with_epsilon (profile.left, TOSO_MM (40), 1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/profile/default-is-within", test_default_is_within);
  g_test_add_func ("/document/profile/ranges", test_ranges);
  g_test_add_func ("/document/profile/many", test_many);

  g_test_add_func ("/document/profile/measures", test_measures);

  return g_test_run ();
}
