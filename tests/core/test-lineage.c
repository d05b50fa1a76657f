/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "core/toso-lineage.h"

#define STOCK 1
#define FLOW  2

/* "S1@03=5/10": of the stock, village 1, March, 5 of 10. */
static GPtrArray *
parse (const char *text)
{
  GPtrArray *measurements = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_measurement_free);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      TosoMeasurement *measurement;
      char            *at = strchr (words[i], '@');
      char            *slash = strchr (words[i], '/');

      if (at == NULL)
        continue;
      measurement = g_new0 (TosoMeasurement, 1);
      measurement->indicator_id = words[i][0] == 'S' ? STOCK : FLOW;
      measurement->village_id = atoi (words[i] + 1);
      measurement->period = (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, atoi (at + 1) };
      measurement->numerator = TOSO_FIGURE (atoi (strchr (at, '=') + 1));
      if (slash != NULL)
        measurement->denominator = TOSO_FIGURE (atoi (slash + 1));
      g_ptr_array_add (measurements, measurement);
    }

  return measurements;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char *
describe (GPtrArray *measurements)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < measurements->len; i++)
    {
      const TosoMeasurement *measurement = measurements->pdata[i];
      GString               *word = g_string_new (measurement->indicator_id == STOCK ? "S" : "F");

      g_string_append_printf (word, "%d@%02d=%d", (int) measurement->village_id, measurement->period.number, (int) measurement->numerator.value);
      if (measurement->denominator.known)
        g_string_append_printf (word, "/%d", (int) measurement->denominator.value);
      g_ptr_array_add (words, g_string_free (word, FALSE));
    }
  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);

  return g_strjoinv (" ", (char **) words->pdata);
}

static void
test_map (void)
{
  /* 1 and 2 became 10, and 10 with 3 became 11; 4 became 20 and 21. */
  static const TosoLineageLink links[] = {
    { 1, 10, FALSE },
    { 2, 10, FALSE },
    { 10, 11, FALSE },
    { 3, 11, FALSE },
    { 4, 20, TRUE },
    { 4, 21, TRUE },
  };
  static const struct
  {
    const char *given, *expected;
  } cases[] = {
    { "", "" },
    { "S5@03=7 F5@03=2", "F5@03=2 S5@03=7" },
    { "F1@03=2 F2@03=3 F3@03=4", "F11@03=9" },
    { "S1@03=2/10 S2@03=3/20", "S11@03=5/30" },
    /* A part without its whole is in no ratio. */
    { "S1@03=2/10 S2@03=3", "S11@03=2/10" },
    { "S2@03=3 S1@03=2/10", "S11@03=2/10" },
    { "S1@03=2 S1@04=5 S2@04=1", "S11@03=2 S11@04=6" },
    /* What the new one gave itself stands for a stock, and joins a flow. */
    { "S1@03=2 S11@03=9 F1@03=2 F11@03=9", "F11@03=11 S11@03=9" },
    /* Split: the old one's until both have given theirs. */
    { "S4@03=100", "S4@03=100" },
    { "S4@03=100 S20@04=60", "S4@03=100" },
    { "S4@03=100 S20@04=60 S21@05=45", "S21@05=45 S4@03=100 S4@05=0" },
    { "S4@03=100 S20@04=60 S20@05=62 S21@05=45", "S20@05=62 S21@05=45 S4@03=100 S4@05=0" },
    { "F4@03=100 F20@04=6", "F20@04=6 F4@03=100" },
  };
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (TosoLineageLink));
  g_autoptr (GHashTable) stocks = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint64 stock = STOCK;

  g_array_append_vals (list, links, G_N_ELEMENTS (links));
  g_hash_table_add (stocks, &stock);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) measurements = parse (cases[i].given);
      g_autofree char *found = NULL;

      toso_lineage_map (list, measurements, stocks);
      found = describe (measurements);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* A file that somebody else wrote may say that each came of the other. */
static void
test_circle (void)
{
  static const TosoLineageLink links[] = { { 1, 2, FALSE }, { 2, 1, FALSE }, { 3, 3, FALSE }, { 4, 4, TRUE } };
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (TosoLineageLink));
  g_autoptr (GHashTable) stocks = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) measurements = parse ("S1@03=2 S2@03=4 S3@03=5 S4@03=1");
  gint64 stock = STOCK;
  double sum = 0;

  g_array_append_vals (list, links, G_N_ELEMENTS (links));
  g_hash_table_add (stocks, &stock);
  toso_lineage_map (list, measurements, stocks);
  g_assert_cmpuint (measurements->len, >, 0);
  for (guint i = 0; i < measurements->len; i++)
    sum += ((const TosoMeasurement *) measurements->pdata[i])->numerator.value;
  g_assert_cmpfloat (sum, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lineage/map", test_map);
  g_test_add_func ("/lineage/circle", test_circle);

  return g_test_run ();
}
