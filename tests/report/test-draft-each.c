/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/toso-error.h"
#include "paper-fixture.h"
#include "report/toso-draft.h"

/* The letter to the late villages, as a letter to each of them. */

static TosoDraft *
open_reminder (TestPapers *papers)
{
  g_autoptr (GError) error = NULL;
  TosoPeriod period;
  TosoDraft *draft;

  g_assert_true (toso_period_parse ("2026-03", &period));
  draft = toso_draft_open (papers->year, "reminder", &period, &error);
  g_assert_no_error (error);

  return draft;
}

static const char *
find_key (TosoDraft  *draft,
          const char *words)
{
  const GPtrArray *blocks = toso_draft_list_blocks (draft);

  for (guint i = 0; i < blocks->len; i++)
    if (strstr (((const TosoDraftBlock *) blocks->pdata[i])->text, words) != NULL)
      return ((const TosoDraftBlock *) blocks->pdata[i])->key;
  g_assert_not_reached ();
}

static void
set_text (TosoDraft  *draft,
          const char *words,
          const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key = g_strdup (find_key (draft, words));

  toso_draft_set_text (draft, key, text, &error);
  g_assert_no_error (error);
}

static GPtrArray *
make_each (TosoDraft  *draft,
           GPtrArray **names)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *papers = toso_draft_make_each (draft, names, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (papers->len, ==, (*names)->len);

  return papers;
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + strlen (part), part))
    n++;

  return n;
}

static void
assert_addressee (const TosoPaper *paper,
                  const char      *addressee)
{
  g_assert_cmpuint (g_strv_length (paper->addressees), ==, 1);
  g_assert_cmpstr (paper->addressees[0], ==, addressee);
}

/* Each says its own village, and the day once; so does the one to all. */
static void
test_as_composed (TestPapers   *papers,
                  gconstpointer data)
{
  g_autoptr (TosoDraft) draft = open_reminder (papers);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) letters = make_each (draft, &names);
  g_autoptr (TosoPaper) all = test_compose (papers, "reminder", "2026-03");
  g_autofree char *to_all = test_get_text (all);

  g_assert_cmpuint (letters->len, ==, 3);
  g_assert_cmpuint (count (to_all, "hời hạn gửi số liệu"), ==, 1);
  for (guint i = 0; i < letters->len; i++)
    {
      g_autofree char *text = test_get_text (letters->pdata[i]);
      g_autofree char *addressee = g_strdup_printf ("Trưởng %s", (const char *) names->pdata[i]);

      assert_addressee (letters->pdata[i], addressee);
      g_assert_cmpuint (count (text, "hời hạn gửi số liệu"), ==, 1);
      for (guint k = 0; k < names->len; k++)
        g_assert_true ((strstr (text, names->pdata[k]) != NULL) == (k == i));
    }
}

/* What was written for all is in each; what names the others is not. */
static void
test_as_written (TestPapers   *papers,
                 gconstpointer data)
{
  g_autoptr (TosoDraft) draft = open_reminder (papers);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) letters = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *request = NULL;

  set_text (draft, "Để kịp tổng hợp", "Đề nghị gửi số liệu trước ngày 25/4/2026.");
  set_text (draft, "thôn nêu trên", "Còn ba thôn chưa gửi, trong đó có thôn xa nhất.");
  set_text (draft, "- Trưởng ", "Trưởng các thôn có tên");
  request = g_strdup (find_key (draft, "Đề nghị gửi số liệu"));
  g_assert_true (toso_draft_insert (draft, request, TOSO_BLOCK_BODY, "Điện thoại hỏi: Văn phòng.", NULL, &error));
  g_assert_no_error (error);
  letters = make_each (draft, &names);
  for (guint i = 0; i < letters->len; i++)
    {
      g_autofree char *text = test_get_text (letters->pdata[i]);
      g_autofree char *addressee = g_strdup_printf ("Trưởng %s", (const char *) names->pdata[i]);

      assert_addressee (letters->pdata[i], addressee);
      test_assert_has (text, "chưa nhận được số liệu");
      g_assert_cmpuint (count (text, "Đề nghị gửi số liệu trước ngày 25/4/2026.\nĐiện thoại hỏi: Văn phòng.\n"), ==, 1);
      g_assert_null (strstr (text, "Để kịp tổng hợp"));
      g_assert_null (strstr (text, "xa nhất"));
      g_assert_null (strstr (text, "có tên"));
    }
}

/* A report goes to nobody alone; what is issued has one number. */
static void
test_refused (TestPapers   *papers,
              gconstpointer data)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoDraft) report = toso_draft_open (papers->year, "quarter", NULL, &error);
  g_autoptr (TosoDraft) reminder = open_reminder (papers);

  g_assert_null (toso_draft_make_each (report, &names, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (toso_draft_issue (reminder, 7, (TosoDate){ 2026, 4, 6 }, NULL, &error));
  g_assert_null (toso_draft_make_each (reminder, &names, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_LOCKED);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (TestPapers *, gconstpointer);
  } tests[] = {
    { "/draft-each/as-composed", test_as_composed },
    { "/draft-each/as-written", test_as_written },
    { "/draft-each/refused", test_refused },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, TestPapers, GINT_TO_POINTER (TRUE), test_papers_set_up, tests[i].run, test_papers_tear_down);

  return g_test_run ();
}
