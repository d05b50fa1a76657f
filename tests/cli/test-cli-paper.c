/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"

#include <poppler.h>
#include <string.h>

#include "store/toso-year-papers.h"

static char *
read_pdf_text (Fixture    *fixture,
               const char *name)
{
  g_autoptr (GBytes) bytes = fixture_read (fixture, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage     *page = poppler_document_get_page (document, i);
      g_autofree char *words = poppler_page_get_text (page);

      /* The page's number stands first, but for the first page. */
      g_string_append (text, words + (i == 0 ? 0 : strcspn (words, "\n")));
      g_string_append_c (text, '\n');
      g_object_unref (page);
    }
  g_object_unref (document);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Without any white space: how a line is broken is the page's affair. */
static char *
squash (const char *text)
{
  GString *result = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (result, g_utf8_get_char (p));

  return g_string_free (result, FALSE);
}

/* Every paragraph from the first numbered section to "Nơi nhận:" stands in the
 * PDF, in order. */
static void
test_plan (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *pdf = NULL;
  g_autofree char *page_text = NULL;
  g_auto (GStrv) paragraphs = NULL;
  const char *position;
  guint       i = 0;

  fixture_make_year (fixture);
  fixture_do (fixture, "paper", "plan.toso", "plan", "-o", "out.pdf", NULL);
  g_assert_cmpstr (fixture->output, ==, "");
  fixture_assert_files (fixture, "out.pdf", "plan.toso", NULL);

  page_text = read_pdf_text (fixture, "out.pdf");
  pdf = squash (page_text);
  fixture_do (fixture, "plan", "text", "plan.toso", NULL);
  paragraphs = g_strsplit (fixture->output, "\n", -1);
  while (!g_str_has_prefix (paragraphs[i], "I. "))
    i++;
  g_assert_cmpuint (i, <, 12);

  position = pdf;
  for (; !g_str_has_prefix (paragraphs[i], "Nơi nhận"); i++)
    {
      g_autofree char *paragraph = squash (paragraphs[i]);

      position = strstr (position, paragraph);
      if (position == NULL)
        g_error ("not in the PDF, or out of order: %s", paragraphs[i]);
      position += strlen (paragraph);
    }
  g_assert_cmpuint (i, >, 60);
}

/* A paper is as old as the data in it, so that the same data gives the same
 * bytes on any day. */
static void
test_is_dated_by_data (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  json_t          *history;
  const char      *when;
  PopplerDocument *document;
  g_autoptr (GDateTime) written = NULL;
  g_autoptr (GDateTime) changed = NULL;

  g_unsetenv ("SOURCE_DATE_EPOCH");
  fixture_make_year (fixture);
  fixture_do (fixture, "history", "plan.toso", "--json", NULL);
  history = fixture_json (fixture);
  when = json_string_value (json_object_get (json_array_get (history, 0), "time"));
  g_assert_nonnull (when);
  changed = g_date_time_new_from_iso8601 (when, NULL);

  fixture_do (fixture, "paper", "plan.toso", "plan", "-o", "out.pdf", NULL);
  bytes = fixture_read (fixture, "out.pdf");
  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  written = poppler_document_get_creation_date_time (document);
  g_assert_nonnull (written);
  g_assert_cmpint (g_date_time_to_unix (written), ==, g_date_time_to_unix (changed));

  g_object_unref (document);
  json_decref (history);
  g_setenv ("SOURCE_DATE_EPOCH", "1768089600", TRUE);
}

/* Written beside and put in place, so that what fails leaves the old one. */
static void
test_overwrites (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GBytes) first = NULL;

  fixture_make_year (fixture);
  fixture_do (fixture, "paper", "plan.toso", "plan", "-o", "out.pdf", NULL);
  first = fixture_read (fixture, "out.pdf");
  fixture_write (fixture, "out.pdf", "%PDF-1.4", 8);
  fixture_do (fixture, "paper", "plan.toso", "plan", "-o", "out.pdf", NULL);
  fixture_assert_bytes (fixture, "out.pdf", first);

  fixture_run (fixture, "paper", "plan.toso", "plan", "-o", "gone/out.pdf", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "out.pdf"));
  fixture_run (fixture, "chart", "plan.toso", "targets", "-o", "gone/out.png", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "“out.png”"));
  g_assert_null (strstr (fixture->errors, "out.png."));
  fixture_assert_files (fixture, "out.pdf", "plan.toso", NULL);
}

/* What is there is not lost to a slip of the finger, whatever its name. */
static void
test_refuses (Fixture      *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *kind, *output;
    int         status;
  } cases[] = {
    { "plan", "plan.toso", 2 },
    { "plan", "ke-hoach.txt", 2 },
    { "plan", "o.docx", 2 },
    { "plan", "plan.pdf", 1 },
    { "plan", "text.pdf", 1 },
    { "targets", "plan.toso", 2 },
    { "targets", "year.png", 1 },
    { "targets", "text.pdf", 1 },
  };
  g_autoptr (GBytes) year = NULL;
  g_autofree char *path = fixture_path (fixture, "plan.pdf");
  g_autoptr (GFile) link = g_file_new_for_path (path);

  fixture_make_year (fixture);
  year = fixture_read (fixture, "plan.toso");
  fixture_write (fixture, "year.png", g_bytes_get_data (year, NULL), (gssize) g_bytes_get_size (year));
  fixture_write (fixture, "text.pdf", "Kế hoạch", -1);
  /* Where there are no links, a copy does. */
  if (!g_file_make_symbolic_link (link, "plan.toso", NULL, NULL))
    fixture_write (fixture, "plan.pdf", g_bytes_get_data (year, NULL), (gssize) g_bytes_get_size (year));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture_run (fixture, strcmp (cases[i].kind, "plan") == 0 ? "paper" : "chart",
                   i % 2 == 0 ? "plan.toso" : "./plan.toso", cases[i].kind, "-o", cases[i].output, NULL);
      if (fixture->status != cases[i].status)
        g_error ("%s: status %d: %s", cases[i].output, fixture->status, fixture->errors);
      g_assert_nonnull (strstr (fixture->errors, cases[i].output));
      fixture_assert_bytes (fixture, "plan.toso", year);
      fixture_assert_files (fixture, "plan.pdf", "plan.toso", "text.pdf", "year.png", NULL);
    }
  fixture_assert_bytes (fixture, "year.png", year);
  fixture_assert_bytes (fixture, "plan.pdf", year);
}

/* Every kind, named in the message that says which there are. */
static void
test_kinds (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *kind, *text;
  } cases[] = {
    { "month", "BÁO CÁO" },
    { "quarter", "BÁO CÁO" },
    { "half", "BÁO CÁO" },
    { "nine-month", "BÁO CÁO" },
    { "year", "BÁO CÁO" },
    { "reminder", "V/v gửi số liệu" },
    { "invitation", "GIẤY MỜI" },
    { "conclusions", "THÔNG BÁO" },
    { "proposal", "TỜ TRÌNH" },
    { "commendation", "QUYẾT ĐỊNH" },
    { "strengthening", "QUYẾT ĐỊNH" },
    { "minutes", "BIÊN BẢN" },
    { "members", "DANH SÁCH" },
    { "register", "SỔ ĐĂNG KÝ VĂN BẢN ĐI" },
  };

  fixture_make_year (fixture);
  fixture_run (fixture, "paper", "plan.toso", "poem", "-o", "out.pdf", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_nonnull (strstr (fixture->errors, cases[i].kind));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      fixture_do (fixture, "paper", "plan.toso", cases[i].kind, "-o", "out.pdf", NULL);
      text = read_pdf_text (fixture, "out.pdf");
      if (strstr (text, cases[i].text) == NULL)
        g_error ("%s:\n%s", cases[i].kind, text);
    }
}

static void
test_periods (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *text = NULL;

  fixture_make_year (fixture);
  fixture_do (fixture, "paper", "plan.toso", "quarter", "--period", "2026-Q2", "-o", "out.pdf", NULL);
  text = read_pdf_text (fixture, "out.pdf");
  g_assert_nonnull (strstr (text, "quý II năm 2026"));
  fixture_run (fixture, "paper", "plan.toso", "month", "--period", "2026-Q2", "-o", "other.pdf", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "2026-03"));
  fixture_run (fixture, "paper", "plan.toso", "month", "--period", "2025-03", "-o", "other.pdf", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "2026"));
  fixture_assert_files (fixture, "out.pdf", "plan.toso", NULL);
}

/* The user's own pictures, or none; what is no picture leaves no paper. */
static void
test_signature (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GBytes) signed_paper = NULL;

  fixture_make_year (fixture);
  fixture_do (fixture, "chart", "plan.toso", "targets", "--size", "400x200", "-o", "sign.png", NULL);
  fixture_do (fixture, "paper", "plan.toso", "plan", "-o", "plain.pdf", NULL);
  fixture_do (fixture, "paper", "plan.toso", "plan", "--signature", "sign.png", "--seal", "sign.png", "-o", "signed.pdf", NULL);
  plain = fixture_read (fixture, "plain.pdf");
  signed_paper = fixture_read (fixture, "signed.pdf");
  g_assert_cmpuint (g_bytes_get_size (signed_paper), >, g_bytes_get_size (plain) + 2000);
  fixture_run (fixture, "paper", "plan.toso", "plan", "--seal", "plan.toso", "-o", "out.pdf", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  fixture_run (fixture, "paper", "plan.toso", "plan", "--seal", "gone.png", "-o", "out.pdf", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "gone.png"));
  fixture_assert_files (fixture, "plain.pdf", "plan.toso", "sign.png", "signed.pdf", NULL);
}

/* A letter to each village that is late, and a line that says whose it is. */
static void
test_each (Fixture      *fixture,
           gconstpointer data)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;

  fixture_make_year (fixture);
  fixture_do (fixture, "paper", "plan.toso", "reminder", "--period", "2026-03", "--each", "-o", "đôn đốc.pdf", NULL);
  lines = g_strsplit (g_strchomp (fixture->output), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 41);
  g_assert_cmpstr (lines[6], ==, "đôn đốc-07.pdf\tThôn, làng 7");
  text = read_pdf_text (fixture, "đôn đốc-07.pdf");
  g_assert_nonnull (strstr (text, "Kính gửi: Trưởng Thôn, làng 7"));
  g_assert_null (strstr (text, "làng 8"));
  fixture_run (fixture, "paper", "plan.toso", "plan", "--each", "-o", "out.pdf", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "reminder"));
}

static gboolean
has_finding (json_t     *findings,
             const char *rule,
             const char *found)
{
  json_t *finding;
  size_t  i;

  json_array_foreach (findings, i, finding)
  {
    if (g_str_equal (json_string_value (json_object_get (finding, "rule")), rule) &&
        strstr (json_string_value (json_object_get (finding, "found")), found) != NULL)
      return TRUE;
  }

  return FALSE;
}

/* Every slip that readers of the commune's plan have marked, and hardly more. */
static void
test_lint (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const slips[][2] = {
    { "files", "Lưu VT." },
    { "recipients-end", "(thực hiện)" },
    { "empty-heading", "1. Tiếp tục kiện toàn" },
    { "symbol-hyphen", "55/2025/NQHĐND" },
    { "symbol-space", "02- KH/" },
    { "name", "VneID" },
    { "punctuation", ",." },
    { "repeated-word", "các nhân các" },
    { "joined-words", "tếcủa" },
    { "link", "binhdanhocvuso.gov.v" },
    { "open-list", "mặt…" },
    { "heading-end", "“.”" },
    { "two-terms", "mức độ 3, 4" },
  };
  g_autofree char *seed = fixture_seed ();
  json_t          *findings;

  fixture_run (fixture, "lint", seed, "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  findings = fixture_json (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    if (!has_finding (findings, slips[i][0], slips[i][1]))
      g_error ("%s, %s: %s", slips[i][0], slips[i][1], fixture->output);
  /* Three of them stand there twice; two more findings are all. */
  g_assert_cmpuint (json_array_size (findings), <=, G_N_ELEMENTS (slips) + 3 + 2);
  g_assert_true (json_is_null (json_object_get (json_array_get (findings, 0), "page")));
  json_decref (findings);
}

/* The plan is checked as the office prints it: its own measures count. */
static void
test_lint_measures (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "plan.toso");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GHashTable) measures = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoYear) year = NULL;
  double  left = 40;
  json_t *findings;

  fixture_make_year (fixture);
  year = toso_year_open (file, TOSO_YEAR_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_hash_table_insert (measures, (gpointer) "left", &left);
  g_assert_true (toso_year_save_measures (year, measures, &error));
  g_clear_object (&year);

  fixture_run (fixture, "lint", "plan.toso", "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  findings = fixture_json (fixture);
  g_assert_true (has_finding (findings, "margin", "40"));
  json_decref (findings);
}

/* Our own papers are as the decree has them; a PDF tells the page. */
static void
test_lint_pdf (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const kinds[] = { "quarter", "reminder", "invitation", "conclusions", "proposal", "commendation", "strengthening", "minutes" };
  json_t                  *findings;

  fixture_make_year (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      fixture_do (fixture, "paper", "plan.toso", kinds[i], "-o", "out.pdf", NULL);
      fixture_do (fixture, "lint", "out.pdf", "--json", NULL);
      findings = fixture_json (fixture);
      g_assert_cmpuint (json_array_size (findings), ==, 0);
      json_decref (findings);
    }
  fixture_run (fixture, "lint", "plan.toso", "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  findings = fixture_json (fixture);
  g_assert_cmpint (json_integer_value (json_object_get (json_array_get (findings, 0), "page")), ==, 1);
  json_decref (findings);
  fixture_run (fixture, "lint", "gone.pdf", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "gone.pdf"));
}

static guint32
big_endian (const guchar *bytes)
{
  return ((guint32) bytes[0] << 24) | ((guint32) bytes[1] << 16) | ((guint32) bytes[2] << 8) | bytes[3];
}

static void
test_charts (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *name, *start;
  } cases[] = {
    { "a.png", "\x89PNG\r\n\x1a\n" },
    { "a.svg", "<?xml" },
    { "a.PDF", "%PDF-" },
  };
  g_autoptr (GBytes) colour = NULL;
  g_autoptr (GBytes) gray = NULL;
  g_autofree char *text = NULL;

  fixture_make_year (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      fixture_do (fixture, "chart", "plan.toso", "targets", "--size", "800x450", "-o", cases[i].name, NULL);
      bytes = fixture_read (fixture, cases[i].name);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
      g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), cases[i].start, strlen (cases[i].start)), ==, 0);
    }

  colour = fixture_read (fixture, "a.png");
  g_assert_cmpuint (big_endian ((const guchar *) g_bytes_get_data (colour, NULL) + 16), ==, 800);
  g_assert_cmpuint (big_endian ((const guchar *) g_bytes_get_data (colour, NULL) + 20), ==, 450);
  fixture_do (fixture, "chart", "plan.toso", "targets", "--size", "800x450", "--gray", "-o", "b.png", NULL);
  gray = fixture_read (fixture, "b.png");
  g_assert_false (g_bytes_equal (colour, gray));

  text = read_pdf_text (fixture, "a.PDF");
  g_assert_nonnull (strstr (text, "Targets of 2026"));
  g_assert_nonnull (strstr (text, "70"));
}

/* Every kind that the help names can be drawn, of a year without figures too. */
static void
test_chart_kinds (Fixture      *fixture,
                  gconstpointer data)
{
  static const char *const kinds[] = {
    "targets",
    "bullet",
    "ranked",
    "trend",
    "heat-map",
    "matrix",
    "tiles",
    "timeliness",
    "timeline",
    "task-states",
  };

  fixture_make_year (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = g_strconcat (kinds[i], ".png", NULL);
      g_autoptr (GBytes) bytes = NULL;

      fixture_do (fixture, "chart", "plan.toso", kinds[i], "--period", "2026-03", "--size", "640x360", "-o", name, NULL);
      bytes = fixture_read (fixture, name);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
    }
  fixture_do (fixture, "chart", "plan.toso", "tiles", "--target", "CT05", "-o", "village.svg", NULL);
  fixture_run (fixture, "chart", "plan.toso", "ranked", "--target", "CT99", "-o", "none.png", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "CT99"));
}

/* One PDF, or a picture each; --size, --period and --gray as for charts. */
static void
test_slides (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GBytes) colour = NULL;
  g_autoptr (GBytes) gray = NULL;
  g_autofree char *text = NULL;

  fixture_make_year (fixture);
  fixture_do (fixture, "slides", "plan.toso", "--period", "2026-03", "-o", "họp.pdf", NULL);
  text = read_pdf_text (fixture, "họp.pdf");
  g_assert_nonnull (strstr (text, "tháng 3 năm 2026"));
  g_assert_nonnull (strstr (text, "Thôn, làng 41"));
  g_assert_nonnull (strstr (text, "Nothing has been noted yet."));
  fixture_assert_files (fixture, "họp.pdf", "plan.toso", NULL);

  fixture_do (fixture, "slides", "plan.toso", "--size", "320x180", "-o", "a.png", NULL);
  fixture_do (fixture, "slides", "plan.toso", "--size", "320x180", "--gray", "-o", "b.png", NULL);
  colour = fixture_read (fixture, "a-04.png");
  gray = fixture_read (fixture, "b-04.png");
  g_assert_cmpuint (big_endian ((const guchar *) g_bytes_get_data (colour, NULL) + 16), ==, 320);
  g_assert_false (g_bytes_equal (colour, gray));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/paper/plan", Fixture, NULL, fixture_set_up, test_plan, fixture_tear_down);
  g_test_add ("/cli/paper/overwrites-whole", Fixture, NULL, fixture_set_up, test_overwrites, fixture_tear_down);
  g_test_add ("/cli/paper/is-dated-by-data", Fixture, NULL, fixture_set_up, test_is_dated_by_data, fixture_tear_down);
  g_test_add ("/cli/paper/refuses", Fixture, NULL, fixture_set_up, test_refuses, fixture_tear_down);
  g_test_add ("/cli/paper/kinds", Fixture, NULL, fixture_set_up, test_kinds, fixture_tear_down);
  g_test_add ("/cli/paper/periods", Fixture, NULL, fixture_set_up, test_periods, fixture_tear_down);
  g_test_add ("/cli/paper/signature", Fixture, NULL, fixture_set_up, test_signature, fixture_tear_down);
  g_test_add ("/cli/paper/each", Fixture, NULL, fixture_set_up, test_each, fixture_tear_down);
  g_test_add ("/cli/slides", Fixture, NULL, fixture_set_up, test_slides, fixture_tear_down);
  g_test_add ("/cli/chart/kinds", Fixture, NULL, fixture_set_up, test_chart_kinds, fixture_tear_down);
  g_test_add ("/cli/lint/plan", Fixture, NULL, fixture_set_up, test_lint, fixture_tear_down);
  g_test_add ("/cli/lint/measures", Fixture, NULL, fixture_set_up, test_lint_measures, fixture_tear_down);
  g_test_add ("/cli/lint/pdf", Fixture, NULL, fixture_set_up, test_lint_pdf, fixture_tear_down);
  g_test_add ("/cli/chart/formats", Fixture, NULL, fixture_set_up, test_charts, fixture_tear_down);

  return g_test_run ();
}
