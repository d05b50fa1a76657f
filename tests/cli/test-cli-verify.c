/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli-fixture.h"

static char *
signed_path (const char *name)
{
  return g_build_filename (g_getenv ("TOSO_SIGNED_DIR"), name, NULL);
}

static void
test_json (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *path = signed_path ("two.pdf");
  json_t          *answer;
  json_t          *first;
  const char      *signer, *content, *symbol, *date, *number;
  int              covers, good;

  fixture_run (fixture, "verify", path, "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  answer = fixture_json (fixture);
  g_assert_cmpint (json_unpack (answer, "{s:b, s:s, s:s, s:s, s:o}", "good", &good, "number", &number, "symbol", &symbol, "date", &date, "signatures", &first), ==, 0);
  g_assert_true (good);
  g_assert_cmpstr (number, ==, "112");
  g_assert_cmpstr (symbol, ==, "UBND-VHXH");
  g_assert_cmpstr (date, ==, "2026-03-16");
  g_assert_cmpuint (json_array_size (first), ==, 2);
  first = json_array_get (first, 0);
  g_assert_cmpint (json_unpack (first, "{s:s, s:s, s:b}", "signer", &signer, "content", &content, "covers_whole_file", &covers), ==, 0);
  g_assert_cmpstr (signer, ==, "Nguyễn Văn An");
  g_assert_cmpstr (content, ==, "intact");
  g_assert_false (covers);
  json_decref (answer);
}

static void
test_findings (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const files[] = { "altered.pdf", "appended.pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = signed_path (files[i]);

      fixture_run (fixture, "verify", path, NULL);
      g_assert_cmpint (fixture->status, ==, 1);
      g_assert_nonnull (strstr (fixture->output, "not to be relied on"));
    }
}

static void
test_unsigned (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "tests", "document", "signed", "paper.pdf", NULL);

  fixture_run (fixture, "verify", path, NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->output, "Nobody has signed"));
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  fixture_write (fixture, "a.pdf", "xin chào", -1);
  fixture_run (fixture, "verify", "a.pdf", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "a.pdf"));
  fixture_run (fixture, "verify", "b.pdf", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "b.pdf"));
  fixture_run (fixture, "verify", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
}

#define add(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/cli-verify/json-keeps-its-shape", test_json);
  add ("/cli-verify/findings-are-status-one", test_findings);
  add ("/cli-verify/nobody-signed", test_unsigned);
  add ("/cli-verify/not-a-pdf-not-there-not-named", test_refused);

  return g_test_run ();
}
