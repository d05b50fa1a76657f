/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <math.h>

#include "core/toso-number.h"

static void
test_format (void)
{
  static const struct
  {
    double      value;
    int         decimals;
    const char *shown;
    const char *fixed;
  } cases[] = {
    { 0, 0, "0", "0" },
    { 0, 2, "0", "0,00" },
    { 41, 1, "41", "41,0" },
    { 1234.5, 1, "1.234,5", "1.234,5" },
    { 1234.5, 2, "1.234,5", "1.234,50" },
    { 999, 0, "999", "999" },
    { 1000, 0, "1.000", "1.000" },
    { 1234567, 0, "1.234.567", "1.234.567" },
    { 70, 1, "70", "70,0" },
    { 54.2, 1, "54,2", "54,2" },
    { 0.5, 0, "1", "1" },
    { 1.5, 0, "2", "2" },
    { 2.5, 0, "3", "3" }, /* not to even */
    { -2.5, 0, "-3", "-3" },
    { -0.4, 0, "0", "0" },        /* no "-0" */
    { 2.675, 2, "2,68", "2,68" }, /* binary 2.67499999999999982… */
    { 1.005, 2, "1,01", "1,01" },
    { 0.1 + 0.2, 15, "0,3", "0,300000000000000" },
    { 70.04999999999999, 1, "70,1", "70,1" },
    { 99.95, 1, "100", "100,0" },
    { 999.5, 0, "1.000", "1.000" },
    { 0.05, 1, "0,1", "0,1" },
    { 0.04, 1, "0", "0,0" },
    { 0.049, 1, "0", "0,0" },
    { 0.001, 2, "0", "0,00" },
    { 1e15, 0, "1.000.000.000.000.000", "1.000.000.000.000.000" },
    { 9007199254740991.0, 0, "9.007.199.254.740.991", "9.007.199.254.740.991" },
    { 1e-300, 3, "0", "0,000" },
    { 100.0 * 28 / 41, 1, "68,3", "68,3" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = toso_number_format (cases[i].value, cases[i].decimals);
      g_autofree char *fixed = toso_number_format_fixed (cases[i].value, cases[i].decimals);

      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpstr (fixed, ==, cases[i].fixed);
    }
}

static void
test_missing_is_not_zero (void)
{
  g_autofree char *missing = toso_number_format_figure (TOSO_FIGURE_MISSING, 1);
  g_autofree char *zero = toso_number_format_figure (TOSO_FIGURE (0), 1);
  g_autofree char *none = toso_number_format (NAN, 1);
  g_autofree char *endless = toso_number_format (-INFINITY, 1);

  g_assert_cmpstr (missing, ==, "—");
  g_assert_cmpstr (zero, ==, "0");
  g_assert_cmpstr (none, ==, "—");
  g_assert_cmpstr (endless, ==, "—");
}

static void
test_money (void)
{
  static const struct
  {
    gint64      dong;
    const char *shown;
  } cases[] = {
    { 0, "0 đồng" },
    { 500, "500 đồng" },
    { 50000, "50.000 đồng" },
    { 300000, "300.000 đồng" },
    { 1234567890, "1.234.567.890 đồng" },
    { -60000, "-60.000 đồng" },
    { -100, "-100 đồng" },
    { G_MININT64, "-9.223.372.036.854.775.808 đồng" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = toso_number_format_money (cases[i].dong);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char      *text;
    TosoNumberResult result;
    double           value;
  } cases[] = {
    { "0", TOSO_NUMBER_OK, 0 },
    { "41", TOSO_NUMBER_OK, 41 },
    { "02", TOSO_NUMBER_OK, 2 },
    { " 12 ", TOSO_NUMBER_OK, 12 },
    { "1.234", TOSO_NUMBER_OK, 1234 },
    { "1234", TOSO_NUMBER_OK, 1234 },
    { "1.234,5", TOSO_NUMBER_OK, 1234.5 },
    { "1.234,567", TOSO_NUMBER_OK, 1234.567 },
    { "1.234.567", TOSO_NUMBER_OK, 1234567 },
    { "1.234.567,89", TOSO_NUMBER_OK, 1234567.89 },
    { "1,234.5", TOSO_NUMBER_OK, 1234.5 },
    { "1,234,567", TOSO_NUMBER_OK, 1234567 },
    { "1,234,567.5", TOSO_NUMBER_OK, 1234567.5 },
    { "0,5", TOSO_NUMBER_OK, 0.5 },
    { "0,234", TOSO_NUMBER_OK, 0.234 },
    { "0.234", TOSO_NUMBER_OK, 0.234 },
    { "12,34", TOSO_NUMBER_OK, 12.34 },
    { "12.5", TOSO_NUMBER_OK, 12.5 },
    { "1234,567", TOSO_NUMBER_OK, 1234.567 },
    { "1 234", TOSO_NUMBER_OK, 1234 },
    { "1\302\240234\302\240567,5", TOSO_NUMBER_OK, 1234567.5 },
    { "70%", TOSO_NUMBER_OK, 70 },
    { "70 %", TOSO_NUMBER_OK, 70 },
    { "70\302\240%", TOSO_NUMBER_OK, 70 },
    { "70,5%", TOSO_NUMBER_OK, 70.5 },
    { "-5", TOSO_NUMBER_OK, -5 },
    { "−5,5", TOSO_NUMBER_OK, -5.5 },
    { "+5", TOSO_NUMBER_OK, 5 },
    { "\357\273\27741", TOSO_NUMBER_OK, 41 },
    { "1,234", TOSO_NUMBER_AMBIGUOUS, 0 },
    { "-1,234", TOSO_NUMBER_AMBIGUOUS, 0 },
    { "999,999", TOSO_NUMBER_AMBIGUOUS, 0 },
    { "", TOSO_NUMBER_EMPTY, 0 },
    { "   ", TOSO_NUMBER_EMPTY, 0 },
    { "-", TOSO_NUMBER_EMPTY, 0 },
    { "—", TOSO_NUMBER_EMPTY, 0 },
    { "–", TOSO_NUMBER_EMPTY, 0 },
    { " — ", TOSO_NUMBER_EMPTY, 0 },
    { "nan", TOSO_NUMBER_BAD, 0 },
    { "inf", TOSO_NUMBER_BAD, 0 },
    { "-inf", TOSO_NUMBER_BAD, 0 },
    { "0x1F", TOSO_NUMBER_BAD, 0 },
    { "1e5", TOSO_NUMBER_BAD, 0 },
    { "1E5", TOSO_NUMBER_BAD, 0 },
    { "12.34.5", TOSO_NUMBER_BAD, 0 },
    { "1.23.456", TOSO_NUMBER_BAD, 0 },
    { "12,34,56", TOSO_NUMBER_BAD, 0 },
    { "1,23.5", TOSO_NUMBER_BAD, 0 },
    { "1.2,3.4", TOSO_NUMBER_BAD, 0 },
    { "5 hộ", TOSO_NUMBER_BAD, 0 },
    { "12 3", TOSO_NUMBER_BAD, 0 },
    { "1/2", TOSO_NUMBER_BAD, 0 },
    { ",5", TOSO_NUMBER_BAD, 0 },
    { "5,", TOSO_NUMBER_BAD, 0 },
    { "%", TOSO_NUMBER_BAD, 0 },
    { "-%", TOSO_NUMBER_BAD, 0 },
    { "--5", TOSO_NUMBER_BAD, 0 },
    { "không", TOSO_NUMBER_BAD, 0 },
    { "５", TOSO_NUMBER_BAD, 0 },
    { "\377", TOSO_NUMBER_BAD, 0 },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (toso_number_parse (cases[i].text, &value), ==, cases[i].result);
      g_assert_cmpfloat (value, ==, cases[i].value);
    }
}

static void
test_too_long_is_refused (void)
{
  g_autofree char *digits = g_strnfill (400, '9');
  double           value = 0;

  g_assert_cmpint (toso_number_parse (digits, &value), ==, TOSO_NUMBER_BAD);
  g_assert_cmpint (toso_number_parse (NULL, &value), ==, TOSO_NUMBER_EMPTY);
}

/* What is shown is read back as the same figure. */
static void
test_shown_is_read_back (void)
{
  int i;

  for (i = -20000; i <= 20000; i += 7)
    {
      double           figure = i / 10.0;
      g_autofree char *shown = toso_number_format (figure, 1);
      double           value = 0;

      g_assert_cmpint (toso_number_parse (shown, &value), ==, TOSO_NUMBER_OK);
      g_assert_cmpfloat_with_epsilon (value, figure, 1e-9);
    }
}

/* What a person said of the comma settles that, and nothing else. */
static void
test_parse_as (void)
{
  static const struct
  {
    const char *text;
    double      thousands, decimals;
  } cases[] = {
    { "1,234", 1234, 1.234 },
    { "-1,234", -1234, -1.234 },
    { "1.234", 1234, 1234 },
    { "1,5", 1.5, 1.5 },
    { "1,234.5", 1234.5, 1234.5 },
    { "1.234,5", 1234.5, 1234.5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = 0;

      g_assert_cmpint (toso_number_parse_as (cases[i].text, TOSO_COMMA_THOUSANDS, &value), ==, TOSO_NUMBER_OK);
      g_assert_cmpfloat (value, ==, cases[i].thousands);
      g_assert_cmpint (toso_number_parse_as (cases[i].text, TOSO_COMMA_DECIMALS, &value), ==, TOSO_NUMBER_OK);
      g_assert_cmpfloat (value, ==, cases[i].decimals);
    }
}

int
main (int    argc,
      char **argv)
{
  /* A locale with its own comma, where there is one, changes nothing. */
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/number/format", test_format);
  g_test_add_func ("/core/number/missing-is-not-zero", test_missing_is_not_zero);
  g_test_add_func ("/core/number/money", test_money);
  g_test_add_func ("/core/number/parse", test_parse);
  g_test_add_func ("/core/number/parse-as", test_parse_as);
  g_test_add_func ("/core/number/too-long-is-refused", test_too_long_is_refused);
  g_test_add_func ("/core/number/shown-is-read-back", test_shown_is_read_back);

  return g_test_run ();
}
