/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "paper-fixture.h"
#include "report/toso-report.h"
#include "store/toso-year-register.h"

/* What the papers take from the office's lists. */

static void
test_registers (TestPapers   *fixture,
                gconstpointer figures)
{
  g_autoptr (TosoPaper) report = NULL;
  g_autoptr (TosoPaper) members = NULL;
  g_autoptr (TosoPaper) commendation = NULL;
  g_autoptr (TosoPaper) decision = NULL;
  g_autofree char *ordered = NULL;
  g_autofree char *text = NULL;
  g_autofree char *list = NULL;
  g_autofree char *granted = NULL;

  test_fill_registers (fixture->year);
  report = test_compose (fixture, "quarter", "2026-Q1");
  text = test_get_text (report);
  test_assert_has (text, "Trong quý I năm 2026 có 01 văn bản chỉ đạo được theo dõi, 01 cuộc kiểm tra:");
  test_assert_has (text, "- Văn bản số 15/UBND-VX ngày 03/02/2026 của UBND tỉnh: Rà soát tài khoản định danh (chưa thực hiện).");
  test_assert_has (text, "- Kiểm tra ngày 02/03/2026 tại Thôn, làng 5: Đã có sổ theo dõi.");
  test_assert_has (text, "- 01 lớp tập huấn.\n");
  test_assert_has (text, "- 03 lượt tin, bài trên hệ thống truyền thanh.\n");
  test_assert_has (text, "- 02 buổi hướng dẫn, với 35 lượt người.\n");
  g_assert_null (strstr (text, "Việc của quý sau"));
  members = test_compose (fixture, "members", NULL);
  list = test_get_text (members);
  test_assert_has (list, "1 | Thôn, làng 5 | Nguyễn Văn An | Tổ trưởng | \n2 | Thôn, làng 5 | Lê Thị Bình | Thành viên | ");
  g_assert_null (strstr (list, "0912345678"));
  test_assert_has (list, "Danh sách này có 02 người của 01/41 thôn.");
  decision = test_compose (fixture, "strengthening", NULL);
  ordered = test_get_text (decision);
  test_assert_has (ordered, "Điều 1. Kiện toàn 01 Tổ Công nghệ số cộng đồng với 02 thành viên tại 01/41 thôn trên địa bàn xã Ngọc Liên năm 2026 (có danh sách kèm theo).");
  commendation = test_compose (fixture, "commendation", NULL);
  granted = test_get_text (commendation);
  test_assert_has (granted, "1 | Nguyễn Văn An | Hướng dẫn 120 hộ | Giấy khen | 500.000");
  g_assert_null (strstr (granted, "Tổ cũ"));
}

static void
test_training (TestPapers   *fixture,
               gconstpointer figures)
{
  g_autoptr (TosoPaper) none = test_compose (fixture, "training", NULL);
  g_autoptr (TosoPaper) paper = NULL;
  g_autofree char *blank = test_get_text (none);
  g_autofree char *text = NULL;

  test_assert_has (blank, "Nội dung: …");
  test_save (fixture->year, "training", "title", "Lớp đã qua", "first_day", "2026-03-05", NULL);
  test_save (fixture->year, "training", "title", "Lớp sau nữa", "first_day", "2026-06-01", NULL);
  test_save (fixture->year, "training", "title", "Kỹ năng số cơ bản", "first_day", "2026-05-05", "last_day", "2026-05-06",
             "place", "Nhà văn hóa xã", "trainer", "Lê Thị Bình", NULL);
  paper = test_compose (fixture, "training", NULL);
  text = test_get_text (paper);
  test_assert_has (text, "Nội dung: Kỹ năng số cơ bản.");
  test_assert_has (text, "Người hướng dẫn: Lê Thị Bình.");
  test_assert_has (text, "từ ngày 05 tháng 5 năm 2026 đến ngày 06 tháng 5 năm 2026.");
  test_assert_has (text, "Địa điểm: Nhà văn hóa xã.");
}

/* A sum of some days says of how many. */
static void
test_support (TestPapers   *fixture,
              gconstpointer figures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) villages = toso_year_list_villages (fixture->year, &error);
  g_autoptr (TosoPaper) none = test_compose (fixture, "support", "2026-Q1");
  g_autoptr (TosoPaper) paper = NULL;
  g_autofree char *nothing = test_get_text (none);
  g_autofree char *text = NULL;
  g_autofree char *village = test_id_text (((const TosoVillage *) villages->pdata[0])->id);
  g_autofree char *team = test_id_text (test_save (fixture->year, "team", "village_id", village, "name", "Tổ 1", NULL));
  g_autofree char *member = test_id_text (test_save (fixture->year, "member", "name", "Lê Thị Bình", NULL));

  test_assert_has (nothing, "Chưa có ngày công hỗ trợ nào được ghi trong quý I năm 2026.");
  test_save (fixture->year, "support_day", "team_id", team, "member_id", member, "day", "2026-02-03", "days", "1,5", "amount", "150000", "paid_day", "2026-03-01", NULL);
  test_save (fixture->year, "support_day", "team_id", team, "member_id", member, "day", "2026-02-10", "days", "1", NULL);
  test_save (fixture->year, "support_day", "team_id", team, "day", "2026-02-11", "days", "2", "amount", "200000", NULL);
  test_save (fixture->year, "support_day", "team_id", team, "day", "2026-06-11", "days", "9", "amount", "900000", NULL);
  paper = test_compose (fixture, "support", "2026-Q1");
  text = test_get_text (paper);
  test_assert_has (text, "Tổ 1 | Lê Thị Bình | 2,5 | 150.000 | 1/2 | 1/2 lượt có số tiền");
  test_assert_has (text, "Tổ 1 | (cả Tổ) | 2 | 200.000 | 0/1 | ");
  test_assert_has (text, " | Cộng |  | 4,5 | 350.000 | 1/3 | 2/3 lượt có số tiền");
}

/* As the task stood at the end of the period, whatever was written later. */
static void
test_task_progress (TestPapers   *fixture,
                    gconstpointer figures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = toso_year_load_plan (fixture->year, &error);
  g_autofree char *task = test_id_text (((const TosoTask *) plan->tasks->pdata[1])->id);
  g_autoptr (TosoPaper) paper = NULL;
  g_autofree char *text = NULL;

  test_save (fixture->year, "task_progress", "task_id", task, "day", "2026-01-20", "state", "not_started", NULL);
  test_save (fixture->year, "task_progress", "task_id", task, "day", "2026-03-02", "state", "in_progress", "result", "Đã mở 01 lớp", NULL);
  test_save (fixture->year, "task_progress", "task_id", task, "day", "2026-06-02", "state", "done", "result", "Đã mở 04 lớp", NULL);
  paper = test_compose (fixture, "quarter", "2026-Q1");
  text = test_get_text (paper);
  test_assert_has (text, "- Tập huấn nghiệp vụ cho Tổ Công nghệ số cộng đồng: đang thực hiện; đơn vị thực hiện: UBND xã; kết quả: Đã mở 01 lớp.\n");
  test_assert_has (text, " | Đã mở 01 lớp | đang thực hiện");
  test_assert_has (text, "Trong 04 nhiệm vụ của Kế hoạch: 01 đang thực hiện, 03 chưa thực hiện.");
  g_assert_null (strstr (text, "04 lớp"));
}

/* For the door: whoever is in a team; without anybody, that is said. */
static void
test_sign_in (TestPapers   *fixture,
              gconstpointer data)
{
  g_autoptr (TosoPaper) none = test_compose (fixture, "sign-in", NULL);
  g_autoptr (TosoPaper) paper = NULL;
  g_autofree char *before = test_get_text (none);
  g_autofree char *text = NULL;

  test_assert_has (before, "Chưa có danh sách thành viên");
  test_fill_registers (fixture->year);
  paper = test_compose (fixture, "sign-in", NULL);
  text = test_get_text (paper);
  test_assert_has (text, "Ký tên (ai dự thay thì ghi rõ họ tên)");
  g_assert_null (strstr (text, "Chưa có danh sách"));
}

/* What was paid is not paid again; what has no amount is not in the sum. */
static void
test_payment (TestPapers   *fixture,
              gconstpointer data)
{
  g_autoptr (TosoPaper) paper = NULL;
  g_autofree char *text = NULL;
  g_autofree char *team = NULL;

  test_fill_registers (fixture->year);
  {
    g_autoptr (GHashTable) teams = toso_year_list_names (fixture->year, "team", NULL);
    GHashTableIter iter;
    gpointer       id;

    g_hash_table_iter_init (&iter, teams);
    g_assert_true (g_hash_table_iter_next (&iter, &id, NULL));
    team = test_id_text (*(gint64 *) id);
  }
  test_save (fixture->year, "support_day", "team_id", team, "day", "2026-02-03", "days", "1", "amount", "111000", "paid_day", "2026-03-01", NULL);
  test_save (fixture->year, "support_day", "team_id", team, "day", "2026-02-04", "days", "1,5", "amount", "150000", NULL);
  test_save (fixture->year, "support_day", "team_id", team, "day", "2026-02-05", "days", "2", NULL);
  paper = test_compose (fixture, "payment", "2026-Q1");
  text = test_get_text (paper);
  test_assert_has (text, "3,5");
  test_assert_has (text, "150.000");
  test_assert_has (text, "Còn 1 lượt chưa ghi số tiền");
  g_assert_null (strstr (text, "261.000"));
}

/* A page each for what was granted and for whoever came; none for the rest. */
static void
test_certificates (TestPapers   *fixture,
                   gconstpointer data)
{
  g_autoptr (TosoPaper) none = test_compose (fixture, "certificates", NULL);
  g_autoptr (TosoPaper) granted = NULL;
  g_autoptr (TosoPaper) trained = NULL;
  g_autofree char *training = NULL;
  const TosoAnnex *page;

  g_assert_cmpuint (none->annexes->len, ==, 0);
  test_save (fixture->year, "commendation", "recipient", "Tổ Một", "state", "granted", "decision_number", "12/QĐ-UBND", "decision_day", "2026-03-05", NULL);
  test_save (fixture->year, "commendation", "recipient", "Tổ Hai", "state", "granted", NULL);
  test_save (fixture->year, "commendation", "recipient", "Tổ Ba", NULL);
  training = test_id_text (test_save (fixture->year, "training", "title", "Chữ ký số", "first_day", "2026-03-18", NULL));
  test_save (fixture->year, "attendance", "training_id", training, "guest", "Trần An", "present", "1", NULL);
  test_save (fixture->year, "attendance", "training_id", training, "guest", "Lê Vắng", "present", "0", NULL);

  granted = test_compose (fixture, "certificates", NULL);
  g_assert_cmpuint (granted->annexes->len, ==, 2);
  page = granted->annexes->pdata[0];
  g_assert_null (page->label);
  g_assert_cmpstr (((const TosoBlock *) page->blocks->pdata[2])->text, ==, "Tổ Một");
  g_assert_cmpstr (((const TosoBlock *) page->blocks->pdata[4])->text, ==, "(Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2026)");
  trained = test_compose (fixture, "training-certificates", NULL);
  g_assert_cmpuint (trained->annexes->len, ==, 1);
  g_assert_cmpstr (((const TosoBlock *) ((const TosoAnnex *) trained->annexes->pdata[0])->blocks->pdata[2])->text, ==, "Trần An");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/report/kinds/" name, TestPapers, GINT_TO_POINTER (0), test_papers_set_up, func, test_papers_tear_down)
  ADD ("registers", test_registers);
  ADD ("training", test_training);
  ADD ("support", test_support);
  ADD ("sign-in", test_sign_in);
  ADD ("payment", test_payment);
  ADD ("certificates", test_certificates);
  ADD ("task-progress", test_task_progress);

  return g_test_run ();
}
