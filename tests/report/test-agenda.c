/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paper-fixture.h"
#include "report/toso-agenda.h"
#include "report/toso-draft.h"

/* What Home reminds of on Wednesday 18 March 2026. */

static const TosoDate wednesday = { 2026, 3, 18 };

static char *
list_agenda (TestPapers     *papers,
             const TosoPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = toso_agenda_load (papers->year, plan, wednesday, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      const TosoAgendaItem *item = items->pdata[i];
      g_autofree char      *day = toso_date_format_iso (item->day);

      g_string_append_printf (text, "%s%s %s|%s|%s\n", item->overdue ? "! " : "", day, item->list, item->kind, item->title);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_registers (TestPapers   *papers,
                gconstpointer figures)
{
  g_autofree char *task = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = toso_year_load_plan (papers->year, &error);

  g_assert_no_error (error);
  task = test_id_text (((TosoTask *) plan->tasks->pdata[0])->id);
  test_save (papers->year, "directive", "content", "Rà soát\nthành viên", "due_day", "2026-03-10", NULL);
  test_save (papers->year, "directive", "content", "Đã làm", "due_day", "2026-03-10", "done_day", "2026-03-09", NULL);
  test_save (papers->year, "directive", "content", "Xong rồi", "due_day", "2026-03-19", "state", "done", NULL);
  test_save (papers->year, "directive", "content", "Không có hạn", NULL);
  test_save (papers->year, "inspection", "day", "2026-03-02", "findings", "Thiếu biên bản", "due_day", "2026-03-20", NULL);
  test_save (papers->year, "milestone", "task_id", task, "title", "Nộp dự thảo", "day", "2026-03-18", NULL);
  test_save (papers->year, "milestone", "task_id", task, "title", "Tuần sau", "day", "2026-03-23", NULL);
  test_save (papers->year, "training", "title", "Hôm qua", "first_day", "2026-03-17", NULL);
  test_save (papers->year, "training", "title", "Chữ ký số", "first_day", "2026-03-22", NULL);
  said = list_agenda (papers, plan);
  g_assert_cmpstr (said, ==,
                   "! 2026-03-10 directive|Directives|Rà soát thành viên\n"
                   "! 2026-03-17 report||Month 3/2026\n"
                   "! 2026-03-17 report||Quarter I/2026\n"
                   "2026-03-18 milestone|Milestones|Nộp dự thảo\n"
                   "2026-03-20 inspection|Checks|Thiếu biên bản\n"
                   "2026-03-22 training|Trainings|Chữ ký số\n");
}

/* Tasks with a day; a report until it is issued. */
static void
test_plan (TestPapers   *papers,
           gconstpointer figures)
{
  static const char *const days[] = { "2026-03-17", "2026-03-22", "2026-03-23", "2026-03-01" };
  const TosoPeriod         march = { TOSO_PERIOD_MONTH, 2026, 3 };
  g_autofree char         *said = NULL;
  g_autofree char         *after = NULL;
  g_autoptr (TosoDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = toso_year_load_plan (papers->year, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (plan->tasks->len, ==, G_N_ELEMENTS (days));
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      TosoTask *task = plan->tasks->pdata[i];

      g_free (task->last_day);
      task->last_day = g_strdup (days[i]);
      g_free (task->title);
      task->title = g_strdup_printf ("Nhiệm vụ %u", i + 1);
      if (i == 3)
        task->state = TOSO_TASK_DONE;
    }
  said = list_agenda (papers, plan);
  g_assert_cmpstr (said, ==,
                   "! 2026-03-17 task||Nhiệm vụ 1\n"
                   "! 2026-03-17 report||Month 3/2026\n"
                   "! 2026-03-17 report||Quarter I/2026\n"
                   "2026-03-22 task||Nhiệm vụ 2\n");

  draft = toso_draft_open (papers->year, "month", &march, &error);
  g_assert_no_error (error);
  g_assert_true (toso_draft_issue (draft, 5, wednesday, NULL, &error));
  g_assert_no_error (error);
  after = list_agenda (papers, plan);
  g_assert_cmpstr (after, ==,
                   "! 2026-03-17 task||Nhiệm vụ 1\n"
                   "! 2026-03-17 report||Quarter I/2026\n"
                   "2026-03-22 task||Nhiệm vụ 2\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/report/agenda/registers", TestPapers, GINT_TO_POINTER (0), test_papers_set_up, test_registers, test_papers_tear_down);
  g_test_add ("/report/agenda/plan", TestPapers, GINT_TO_POINTER (0), test_papers_set_up, test_plan, test_papers_tear_down);

  return g_test_run ();
}
