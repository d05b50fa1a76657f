/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-meeting.h"

#include <string.h>

#include "core/toso-error.h"
#include "paper-fixture.h"
#include "store/toso-year-register.h"

/* What a meeting decides goes to the directives, and from there to its
 * conclusions. */

static const TosoPeriod QUARTER = { TOSO_PERIOD_QUARTER, 2026, 1 };
static const TosoPeriod MARCH = { TOSO_PERIOD_MONTH, 2026, 3 };

static void
note (TestPapers       *fixture,
      const TosoPeriod *period,
      const char       *content,
      const char       *lead,
      const char       *due)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (toso_meeting_note (fixture->year, period, content, lead, due, &error));
  g_assert_no_error (error);
}

static void
assert_decided (TestPapers       *fixture,
                const TosoPeriod *period,
                const char       *expected) /* sentences, a line each */
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) decisions = toso_meeting_list (fixture->year, period, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < decisions->len; i++)
    {
      g_autofree char *sentence = toso_decision_to_sentence (decisions->pdata[i]);

      g_string_append_printf (text, "%s\n", sentence);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_noted (TestPapers   *fixture,
            gconstpointer figures)
{
  note (fixture, &QUARTER, "  Rà soát   tài khoản định danh. ", "Công an xã", "30/4/2026");
  note (fixture, &QUARTER, "Mở lớp chữ ký số", NULL, "20/4/2026");
  note (fixture, &QUARTER, "Nhắc các thôn nộp báo cáo;", NULL, NULL);
  note (fixture, &MARCH, "Việc của tháng", "Thôn 7", NULL);
  note (fixture, NULL, "Việc của năm", NULL, NULL);

  /* As they were said, not by deadline; each in the meeting that said it. */
  assert_decided (fixture, &QUARTER,
                  "Rà soát tài khoản định danh (chủ trì: Công an xã; thời hạn: 30/04/2026).\n"
                  "Mở lớp chữ ký số (thời hạn: 20/04/2026).\n"
                  "Nhắc các thôn nộp báo cáo.\n");
  assert_decided (fixture, &MARCH, "Việc của tháng (chủ trì: Thôn 7).\n");
  assert_decided (fixture, NULL, "Việc của năm.\n");
}

static void
test_conclusions (TestPapers   *fixture,
                  gconstpointer figures)
{
  g_autoptr (TosoPaper) before = test_compose (fixture, "conclusions", "2026-Q1");
  g_autoptr (TosoPaper) paper = NULL;
  g_autoptr (TosoPaper) report = NULL;
  g_autofree char *blank = test_get_text (before);
  g_autofree char *text = NULL;
  g_autofree char *quarter = NULL;

  g_assert_null (strstr (blank, "Mở lớp chữ ký số"));
  note (fixture, &QUARTER, "Mở lớp chữ ký số", "Phòng VHXH", "20/4/2026");
  paper = test_compose (fixture, "conclusions", "2026-Q1");
  text = test_get_text (paper);
  test_assert_has (text, "- Mở lớp chữ ký số (chủ trì: Phòng VHXH; thời hạn: 20/04/2026).\n");

  /* It is no order from above, and is not counted as one. */
  report = test_compose (fixture, "quarter", "2026-Q1");
  quarter = test_get_text (report);
  g_assert_null (strstr (quarter, "Mở lớp chữ ký số"));
  g_assert_null (strstr (quarter, "01 văn bản chỉ đạo"));
}

/* It is one of the office's directives: seen and ended there. */
static void
test_directive (TestPapers   *fixture,
                gconstpointer figures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) decisions = NULL;
  TosoRecord *record;

  note (fixture, &QUARTER, "Mở lớp chữ ký số", NULL, "20/4/2026");
  records = toso_year_list_records (fixture->year, toso_registers_find ("directive"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 1);
  record = records->pdata[0];
  g_assert_cmpstr (toso_record_get (record, "issuer"), ==, "Cuộc họp đánh giá kết quả quý I năm 2026");
  g_assert_cmpstr (toso_record_get (record, "due_day"), ==, "2026-04-20");
  toso_record_set (record, "state", "done");
  g_assert_true (toso_year_save_records (fixture->year, records, "a test", &error));
  g_assert_no_error (error);
  decisions = toso_meeting_list (fixture->year, &QUARTER, &error);
  g_assert_true (((const TosoDecision *) decisions->pdata[0])->done);
}

static void
test_refused (TestPapers   *fixture,
              gconstpointer figures)
{
  static const struct
  {
    const char *content, *due;
  } cases[] = {
    { "", NULL },
    { "   ", NULL },
    { "Mở lớp", "31/2/2026" },
    { "Mở lớp", "mai" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (toso_meeting_note (fixture->year, &QUARTER, cases[i].content, NULL, cases[i].due, &error));
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
    }
  assert_decided (fixture, &QUARTER, "");
}

/* A long one, and one of letters that take many bytes, are cut for the journal
 * alone. */
static void
test_long (TestPapers   *fixture,
           gconstpointer figures)
{
  g_autoptr (GString) content = g_string_new (NULL);
  g_autofree char *expected = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (content, "ễ");
  note (fixture, &QUARTER, content->str, NULL, NULL);
  expected = g_strconcat (content->str, ".\n", NULL);
  assert_decided (fixture, &QUARTER, expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/report/meeting/noted", TestPapers, GINT_TO_POINTER (FALSE), test_papers_set_up, test_noted, test_papers_tear_down);
  g_test_add ("/report/meeting/conclusions", TestPapers, GINT_TO_POINTER (FALSE), test_papers_set_up, test_conclusions, test_papers_tear_down);
  g_test_add ("/report/meeting/directive", TestPapers, GINT_TO_POINTER (FALSE), test_papers_set_up, test_directive, test_papers_tear_down);
  g_test_add ("/report/meeting/refused", TestPapers, GINT_TO_POINTER (FALSE), test_papers_set_up, test_refused, test_papers_tear_down);
  g_test_add ("/report/meeting/long", TestPapers, GINT_TO_POINTER (FALSE), test_papers_set_up, test_long, test_papers_tear_down);

  return g_test_run ();
}
