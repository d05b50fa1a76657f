/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

/* Three villages, with the commune's real plan. */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static const char villages[] = "TT;Tên thôn;Số hộ\n1;Thôn 1;120\n2;Thôn 2;98\n3;Làng Ngọc Minh;200\n";
  g_autofree char  *seed = fixture_seed ();

  g_setenv ("TOSO_TODAY", "2026-03-16", TRUE);
  fixture_set_up (fixture, data);
  fixture_write (fixture, "thon.csv", villages, -1);
  fixture_run (fixture, "new", "plan.toso", "--plan", seed, "--villages", "thon.csv", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->errors, "3 villages"));
}

static void
remove_folder (Fixture    *fixture,
               const char *name)
{
  g_autofree char *path = fixture_path (fixture, name);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *child;

  while (folder != NULL && (child = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child_path = g_build_filename (path, child, NULL);

      g_remove (child_path);
    }
  g_rmdir (path);
}

static void
assert_counts (json_t *json,
               int     n_new,
               int     n_changed,
               int     n_same,
               gsize   n_rejected)
{
  g_assert_cmpint (json_integer_value (json_object_get (json, "new")), ==, n_new);
  g_assert_cmpint (json_integer_value (json_object_get (json, "changed")), ==, n_changed);
  g_assert_cmpint (json_integer_value (json_object_get (json, "same")), ==, n_same);
  g_assert_cmpuint (json_array_size (json_object_get (json, "rejected")), ==, n_rejected);
}

static void
import (Fixture    *fixture,
        const char *text,
        int         n_new,
        int         n_changed,
        int         n_same)
{
  json_t *json;

  fixture_write (fixture, "a.csv", text, -1);
  fixture_run (fixture, "import", "plan.toso", "a.csv", "--period", "2026-03", "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  json = fixture_json (fixture);
  assert_counts (json, n_new, n_changed, n_same, 0);
  json_decref (json);
}

static void
test_import (Fixture      *fixture,
             gconstpointer data)
{
  json_t *json;

  import (fixture, "Thôn;CT05 số hộ;CT05 tổng số\nThôn 2;40;98\nthôn 1;60;120\n", 2, 0, 0);
  /* The same again changes nothing; another figure is a change. */
  import (fixture, "Thôn;CT05 số hộ;CT05 tổng số\nThôn 2;40;98\nthôn 1;60;120\n", 0, 0, 2);
  import (fixture, "Thôn;CT05 số hộ;CT05 tổng số\nNgọc Minh;70;200\nthôn 1;61;120\n", 1, 1, 0);

  fixture_do (fixture, "targets", "plan.toso", "--period", "2026-03", "--json", NULL);
  json = fixture_json (fixture);
  g_assert_cmpstr (json_string_value (json_object_get (json_array_get (json, 4), "code")), ==, "CT05");
  g_assert_cmpint (json_integer_value (json_object_get (json_array_get (json, 4), "numerator")), ==, 171);
  g_assert_cmpint (json_integer_value (json_object_get (json_array_get (json, 4), "denominator")), ==, 418);
  g_assert_cmpint (json_integer_value (json_object_get (json_object_get (json_array_get (json, 4), "coverage"), "reported")), ==, 3);
  json_decref (json);

  /* One step back takes one import back. */
  fixture_run (fixture, "undo", "plan.toso", NULL);
  g_assert_nonnull (strstr (fixture->output, "Import Tháng 3/2026 from 1 table"));
  fixture_do (fixture, "targets", "plan.toso", "--period", "2026-03", "--json", NULL);
  json = fixture_json (fixture);
  g_assert_cmpint (json_integer_value (json_object_get (json_array_get (json, 4), "numerator")), ==, 100);
  json_decref (json);
}

/* Findings leave the file as it is, and say where they are. */
static void
test_rejected (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GBytes) before = fixture_read (fixture, "plan.toso");
  json_t *json;
  json_t *finding;

  fixture_write (fixture, "a.csv", "Thôn;CT05 số hộ;CT05 tổng số\nThôn 1;160;120\nThôn 2;40;98\nThôn Lạ;1;2\n", -1);
  fixture_write (fixture, "b.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
  fixture_run (fixture, "import", "plan.toso", "a.csv", "b.xls", "gone.csv", "--period", "2026-03", "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  json = fixture_json (fixture);
  assert_counts (json, 1, 0, 0, 4);
  finding = json_array_get (json_object_get (json, "rejected"), 0);
  g_assert_cmpstr (json_string_value (json_object_get (finding, "file")), ==, "a.csv");
  g_assert_cmpstr (json_string_value (json_object_get (finding, "cell")), ==, "A4");
  g_assert_cmpstr (json_string_value (json_object_get (finding, "value")), ==, "Thôn Lạ");
  g_assert_cmpstr (json_string_value (json_object_get (finding, "rule")), ==, "village");
  finding = json_array_get (json_object_get (json, "rejected"), 3);
  g_assert_cmpstr (json_string_value (json_object_get (finding, "rule")), ==, "part-whole");
  g_assert_cmpstr (json_string_value (json_object_get (finding, "cell")), ==, "B2");
  json_decref (json);
  fixture_assert_bytes (fixture, "plan.toso", before);
}

static void
test_dry_run (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) before = fixture_read (fixture, "plan.toso");

  fixture_write (fixture, "a.csv", "Thôn;CT05 số hộ;CT05 tổng số\nThôn 1;60;120\n", -1);
  fixture_run (fixture, "import", "plan.toso", "a.csv", "--period", "2026-03", "--dry-run", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->errors, "New: 1, changed: 0, the same: 0, rejected: 0"));
  fixture_assert_bytes (fixture, "plan.toso", before);
}

static void
test_status (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *today;
    const char *states[3];
  } cases[] = {
    { "2026-03-17", { "on_time", "not_yet_due", "not_yet_due" } },
    { "2026-03-18", { "on_time", "overdue", "overdue" } },
  };

  import (fixture, "Thôn;CT05 số hộ;CT05 tổng số\nThôn 1;60;120\n", 1, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      json_t *json;

      g_setenv ("TOSO_TODAY", cases[i].today, TRUE);
      fixture_do (fixture, "status", "plan.toso", "--period", "2026-03", "--json", NULL);
      json = fixture_json (fixture);
      g_assert_cmpuint (json_array_size (json), ==, 3);
      for (guint j = 0; j < 3; j++)
        g_assert_cmpstr (json_string_value (json_object_get (json_array_get (json, j), "state")), ==, cases[i].states[j]);
      g_assert_cmpstr (json_string_value (json_object_get (json_array_get (json, 0), "village")), ==, "Thôn 1");
      g_assert_cmpstr (json_string_value (json_object_get (json_array_get (json, 0), "due")), ==, "2026-03-17");
      g_assert_cmpstr (json_string_value (json_object_get (json_array_get (json, 0), "received")), ==, "2026-03-16");
      g_assert_true (json_is_null (json_object_get (json_array_get (json, 1), "received")));
      json_decref (json);
    }
  fixture_do (fixture, "status", "plan.toso", "--period", "2026-03", NULL);
  g_assert_nonnull (strstr (fixture->output, "17/03/2026"));
}

/* What we send comes back whole, over the command line too. */
static void
test_kit (Fixture      *fixture,
          gconstpointer data)
{
  g_autofree char *form = NULL;
  json_t          *json;

  import (fixture, "Thôn;CT05 số hộ;CT05 tổng số\nThôn 1;60;120\n", 1, 0, 0);
  fixture_run (fixture, "kit", "plan.toso", "--period", "2026-03", "-o", "kits", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->errors, "3 forms"));
  form = g_build_filename ("kits", "2026-03 Thôn 1.xlsx", NULL);
  fixture_run (fixture, "import", "plan.toso", form, "--period", "2026-03", "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  json = fixture_json (fixture);
  assert_counts (json, 0, 0, 1, 0);
  json_decref (json);
  remove_folder (fixture, "kits");
}

/* Of a form that keeps to one page. */
static char *
read_page (GBytes *pdf)
{
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  PopplerPage     *page;
  char            *text;

  g_assert_nonnull (document);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  page = poppler_document_get_page (document, 0);
  text = poppler_page_get_text (page);
  g_object_unref (page);
  g_object_unref (document);

  return text;
}

/* A page to be printed, with the figures that are there, or without. */
static void
test_kit_page (Fixture      *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *option;
    gboolean    has_figure;
  } cases[] = { { NULL, TRUE }, { "--empty", FALSE } };
  g_autofree char *form = g_build_filename ("kits", "2026-03 Thôn 1.pdf", NULL);

  import (fixture, "Thôn;CT05 số hộ;CT05 tổng số\nThôn 1;6789;9876\n", 1, 0, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *text = NULL;

      fixture_run (fixture, "kit", "plan.toso", "--period", "2026-03", "-o", "kits", "--pdf", cases[i].option, NULL);
      g_assert_cmpint (fixture->status, ==, 0);
      pdf = fixture_read (fixture, form);
      text = read_page (pdf);
      g_assert_nonnull (strstr (text, "THÔN 1"));
      g_assert_nonnull (strstr (text, "Chỉ tiêu"));
      g_assert_cmpint (strstr (text, "6.789") != NULL, ==, cases[i].has_figure);
      remove_folder (fixture, "kits");
    }
}

static void
test_export (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *table = NULL;
  g_autoptr (GBytes) csv = NULL;

  fixture_run (fixture, "export", "plan.toso", "-o", "bang", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  table = g_build_filename ("bang", "village.csv", NULL);
  csv = fixture_read (fixture, table);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (csv, NULL), "\xef\xbb\xbfid,row_version,name,"));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (csv, NULL), (gssize) g_bytes_get_size (csv), "Làng Ngọc Minh"));
  remove_folder (fixture, "bang");
}

static void
test_sample (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *seed = fixture_seed ();
  json_t          *json;
  guint            n_missing = 0;

  g_setenv ("TOSO_TODAY", "2026-06-20", TRUE);
  fixture_run (fixture, "new", "mau.toso", "--plan", seed, "--sample", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  fixture_do (fixture, "status", "mau.toso", "--period", "2026-06", "--json", NULL);
  json = fixture_json (fixture);
  g_assert_cmpuint (json_array_size (json), ==, 41);
  for (guint i = 0; i < 41; i++)
    n_missing += json_is_null (json_object_get (json_array_get (json, i), "received"));
  g_assert_cmpuint (n_missing, >, 0);
  g_assert_cmpuint (n_missing, <, 20);
  json_decref (json);

  fixture_do (fixture, "targets", "mau.toso", "--period", "2026-06", "--json", NULL);
  json = fixture_json (fixture);
  g_assert_true (json_is_number (json_object_get (json_array_get (json, 4), "value")));
  json_decref (json);
  fixture_do (fixture, "check", "mau.toso", NULL);
}

static void
test_backup_and_restore (Fixture      *fixture,
                         gconstpointer data)
{
  fixture_run (fixture, "backup", "plan.toso", "-o", "sao.toso", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  import (fixture, "Thôn;CT05 số hộ;CT05 tổng số\nThôn 1;60;120\n", 1, 0, 0);
  /* Never over a file. */
  fixture_run (fixture, "backup", "plan.toso", "-o", "sao.toso", NULL);
  g_assert_cmpint (fixture->status, ==, 1);

  fixture_run (fixture, "restore", "plan.toso", "sao.toso", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->errors, "plan.truoc-khi-khoi-phuc.toso"));
  fixture_assert_files (fixture, "a.csv", "plan.toso", "plan.truoc-khi-khoi-phuc.toso", "sao.toso", "thon.csv", NULL);
  import (fixture, "Thôn;CT05 số hộ;CT05 tổng số\nThôn 1;60;120\n", 1, 0, 0);
  fixture_do (fixture, "check", "plan.truoc-khi-khoi-phuc.toso", NULL);

  /* Not from what is no year file; and the present one stays. */
  fixture_run (fixture, "restore", "plan.toso", "thon.csv", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  fixture_do (fixture, "check", "plan.toso", NULL);
}

#define ADD(name, test) g_test_add ("/cli-reports/" name, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("import", test_import);
  ADD ("rejected", test_rejected);
  ADD ("dry-run", test_dry_run);
  ADD ("status", test_status);
  ADD ("kit", test_kit);
  ADD ("kit-page", test_kit_page);
  ADD ("export", test_export);
  ADD ("sample", test_sample);
  ADD ("backup-and-restore", test_backup_and_restore);

  return g_test_run ();
}
