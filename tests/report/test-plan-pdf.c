/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <poppler.h>
#include <string.h>

#include "core/toso-text.h"
#include "exchange/toso-plan-reader.h"
#include "report/toso-report.h"

/* The real plan, from its text to a PDF and back. */

static const char *const nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
static const char *const motto = "Độc lập - Tự do - Hạnh phúc";

static TosoPlan *
read_plan (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TosoPlan *plan = toso_plan_read_file (file, TOSO_ENCODING_AUTO, NULL, &error);

  g_assert_no_error (error);

  return plan;
}

static TosoPlan *
read_seed (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "data", "plans", "ngoc-lien-2026.txt", NULL);

  return read_plan (path);
}

static void
append_without_spaces (GString    *out,
                       const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0x00a0 && c != 0x200b)
        g_string_append_unichar (out, c);
    }
}

static char *
without_spaces (const char *text)
{
  g_autofree char *normal = toso_text_normalize (text);
  GString         *out = g_string_new (NULL);

  append_without_spaces (out, normal);

  return g_string_free (out, FALSE);
}

/* All pages without their numbers. */
static char *
read_back (TosoDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = toso_document_to_pdf (document, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  PopplerDocument *pdf;
  int              in_part = 0; /* pages so far of the paper, or of one of its annexes */

  g_assert_no_error (error);
  pdf = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      PopplerPage     *page = poppler_document_get_page (pdf, i);
      g_autofree char *page_text = poppler_page_get_text (page);
      g_autofree char *number = g_strdup_printf ("%d\n", in_part + 1);
      const char      *start = page_text;

      if (in_part > 0 && g_str_has_prefix (page_text, number))
        start += strlen (number);
      else
        in_part = 0;
      in_part++;
      g_string_append (text, start);
      g_object_unref (page);
    }
  g_object_unref (pdf);

  return without_spaces (text->str);
}

static TosoDocument *
lay_out (const TosoPlan *plan)
{
  g_autoptr (TosoPaper) paper = toso_report_plan_paper (plan);
  g_autoptr (GError) error = NULL;
  TosoDocument *document = toso_document_new (paper, &TOSO_PROFILE_DECREE_30, &error);

  g_assert_no_error (error);
  g_assert_null (toso_document_describe_missing (document));

  return document;
}

/* Everything from the first section to the last stands on the pages in the
 * plan's order, letter for letter. */
static void
test_body_in_order (void)
{
  g_autoptr (TosoPlan) plan = read_seed ();
  g_autoptr (TosoPaper) paper = toso_report_plan_paper (plan);
  g_autoptr (TosoDocument) document = lay_out (plan);
  g_autofree char *text = read_back (document);
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < paper->blocks->len; i++)
    append_without_spaces (body, ((TosoBlock *) paper->blocks->pdata[i])->text);
  g_assert_cmpuint (body->len, >, 8000);
  g_assert_nonnull (strstr (text, body->str));
}

static int
compare_letters (gconstpointer a,
                 gconstpointer b)
{
  gunichar first = *(const gunichar *) a;
  gunichar second = *(const gunichar *) b;

  return (first > second) - (first < second);
}

static char *
sorted_letters (const char *text)
{
  glong                n;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (text, -1, &n);

  qsort (letters, n, sizeof *letters, compare_letters);

  return g_ucs4_to_utf8 (letters, n, NULL, NULL, NULL);
}

/* Head and foot stand side by side, so their order is the reader's choice; but
 * no letter is lost and none comes but the nation, the motto and the agency. */
static void
test_nothing_lost_nothing_added (void)
{
  g_autoptr (TosoPlan) plan = read_seed ();
  g_autofree char *plan_text = toso_plan_to_text (plan);
  g_autoptr (TosoDocument) document = lay_out (plan);
  g_autofree char *text = read_back (document);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *squeezed = NULL;
  g_autofree char *printed_letters = NULL;
  g_autofree char *expected_letters = NULL;
  g_auto (GStrv) paragraphs = toso_plan_get_paragraphs (plan);

  if (plan->header.nation == NULL)
    g_string_append (expected, nation);
  if (plan->header.motto == NULL)
    g_string_append (expected, motto);
  if (plan->header.agency == NULL || plan->header.agency[0] == NULL)
    g_string_append (expected, "ỦY BAN NHÂN DÂN XÃ NGỌC LIÊN");
  g_string_append (expected, plan_text);
  squeezed = without_spaces (expected->str);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *paragraph = without_spaces (paragraphs[i]);

      if (strstr (text, paragraph) == NULL)
        g_error ("not on the pages: %s", paragraphs[i]);
    }
  printed_letters = sorted_letters (text);
  expected_letters = sorted_letters (squeezed);
  g_assert_cmpstr (printed_letters, ==, expected_letters);
}

/* A paragraph stands as a whole; of the row of a table, whose cells are side by
 * side, every word does. */
static void
assert_printed (const char *text,
                const char *paragraph)
{
  gboolean is_row = strchr (paragraph, '\t') != NULL || strstr (paragraph, " | ") != NULL || strstr (paragraph, "   ") != NULL;
  g_auto (GStrv) parts = is_row ? g_strsplit_set (paragraph, "\t| ", -1) : g_strsplit (paragraph, "\t", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = without_spaces (parts[i]);

      if (strstr (text, part) == NULL)
        g_error ("not on the pages: %s", parts[i]);
    }
}

static void
assert_section_printed (const TosoSection *section,
                        const char        *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (section->body, "\n", -1);

  assert_printed (text, section->label);
  assert_printed (text, section->heading);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    assert_printed (text, paragraphs[i]);
  for (guint i = 0; i < section->children->len; i++)
    assert_section_printed (section->children->pdata[i], text);
}

/* What follows the signature in the text follows it on paper, in its order. */
static void
assert_annexes_last (const TosoPlan *plan,
                     const char     *text)
{
  const char *rest = text;

  for (guint i = 0; i < plan->sections->len; i++)
    {
      const TosoSection *section = plan->sections->pdata[i];
      g_autofree char   *signer = without_spaces (plan->signer != NULL ? plan->signer : "");
      g_autofree char   *head = g_strconcat (section->label, section->heading, NULL);
      g_autofree char   *squeezed = without_spaces (head);

      if (section->kind != TOSO_SECTION_ANNEX)
        continue;
      if (rest == text)
        rest = g_strrstr (text, signer);
      rest = strstr (rest, squeezed);
      if (rest == NULL)
        g_error ("not after the signature: %s", head);
      rest += strlen (squeezed);
    }
}

/* Chapters, articles, decimal numbers, tables, annexes: what other communes
 * write is on the page too. */
static void
test_other_shapes (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "tests", "exchange", "plans", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) directory = g_dir_open (folder, 0, &error);
  const char *name;
  guint       n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (TosoDocument) document = NULL;
      g_autoptr (TosoPlan) plan = NULL;
      g_autofree char *text = NULL;

      if (!g_str_has_suffix (name, ".txt"))
        continue;
      g_test_message ("%s", name);
      plan = read_plan (path);
      document = lay_out (plan);
      text = read_back (document);
      for (guint i = 0; i < plan->sections->len; i++)
        assert_section_printed (plan->sections->pdata[i], text);
      assert_annexes_last (plan, text);
      n++;
    }
  g_assert_cmpuint (n, >=, 10);
}

/* A table that was typed with spaces has frames on paper. */
static void
test_columns_of_spaces (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "tests", "exchange", "plans", "bang-theo-cot.txt", NULL);
  g_autoptr (TosoPlan) plan = read_plan (path);
  g_autoptr (TosoPaper) paper = toso_report_plan_paper (plan);
  const TosoBlock *table = NULL;
  char           **row;

  for (guint i = 0; i < paper->blocks->len; i++)
    if (((TosoBlock *) paper->blocks->pdata[i])->kind == TOSO_BLOCK_TABLE)
      table = paper->blocks->pdata[i];
  g_assert_nonnull (table);
  g_assert_cmpuint (table->rows->len, ==, 4);
  row = table->rows->pdata[0];
  g_assert_cmpuint (g_strv_length (row), ==, 5);
  g_assert_cmpstr (row[4], ==, "Thời gian hoàn thành");
  row = table->rows->pdata[3];
  g_assert_cmpstr (row[2], ==, "UBND đặc khu");
  g_assert_cmpstr (row[3], ==, "");
  g_assert_cmpstr (row[4], ==, "Trước ngày 15/12/2026");
}

/* Strokes around a row are its frame; one at its end alone is an empty cell. */
static void
test_framed_rows (void)
{
  static const struct
  {
    const char *row;
    guint       n_cells;
    const char *first;
  } cases[] = {
    { "| TT | Nhiệm vụ | Chủ trì |", 3, "TT" },
    { "  | TT | Nhiệm vụ | Chủ trì |  ", 3, "TT" },
    { "TT | Nhiệm vụ | Chủ trì", 3, "TT" },
    { "1 | Tập huấn |", 3, "1" },
    { "TT\tNhiệm vụ", 2, "TT" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPlan) plan = toso_plan_new ();
      g_autofree char *body = g_strdup_printf ("%s\n%s", cases[i].row, cases[i].row);
      g_autoptr (TosoPaper) paper = NULL;
      const TosoBlock *table = NULL;

      g_ptr_array_add (plan->sections, toso_section_new (TOSO_SECTION_NUMBERED, 1, "I.", "Nhiệm vụ", body));
      paper = toso_report_plan_paper (plan);
      for (guint b = 0; b < paper->blocks->len; b++)
        if (((TosoBlock *) paper->blocks->pdata[b])->kind == TOSO_BLOCK_TABLE)
          table = paper->blocks->pdata[b];
      g_test_message ("%s", cases[i].row);
      g_assert_nonnull (table);
      g_assert_cmpuint (g_strv_length (table->rows->pdata[0]), ==, cases[i].n_cells);
      g_assert_cmpstr (((char **) table->rows->pdata[0])[0], ==, cases[i].first);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-pdf/body-in-order", test_body_in_order);
  g_test_add_func ("/plan-pdf/nothing-lost-nothing-added", test_nothing_lost_nothing_added);
  g_test_add_func ("/plan-pdf/other-shapes", test_other_shapes);
  g_test_add_func ("/plan-pdf/columns-of-spaces", test_columns_of_spaces);
  g_test_add_func ("/plan-pdf/framed-rows", test_framed_rows);

  return g_test_run ();
}
