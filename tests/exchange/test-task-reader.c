/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-plan-reader.h"

/* Who leads a task and who helps, in the words of plans. */

static TosoPlan *
read_task (const char *line)
{
  g_autofree char *text = g_strdup_printf ("KẾ HOẠCH\n"
                                           "Hoạt động của Tổ công nghệ số cộng đồng năm 2026\n"
                                           "I. NHIỆM VỤ\n"
                                           "1. Tập huấn\n"
                                           "%s\n"
                                           "II. TỔ CHỨC THỰC HIỆN\n"
                                           "Các đơn vị thực hiện./.\n",
                                           line);
  g_autoptr (GError) error = NULL;
  TosoPlan *plan = toso_plan_read_text (text, -1, "plan", &error);

  g_assert_no_error (error);
  return plan;
}

static void
test_units (void)
{
  static const struct
  {
    const char *line;
    const char *lead;
    const char *supporting;
  } cases[] = {
    { "- Đơn vị chủ trì, phối hợp: Phòng VH-XH chủ trì; các thôn phối hợp.", "Phòng VH-XH", "các thôn" },
    { "- Đơn vị chủ trì, phối hợp: Phòng VH-XH chủ trì, Công an xã, các thôn phối hợp thực hiện.", "Phòng VH-XH", "Công an xã, các thôn" },
    { "- Đơn vị thực hiện: Phòng VH-XH (chủ trì), Công an xã, các thôn (phối hợp).", "Phòng VH-XH", "Công an xã, các thôn" },
    { "- Đơn vị thực hiện: Phòng VH-XH chủ trì, phối hợp với Công an xã, các thôn.", "Phòng VH-XH", "Công an xã, các thôn" },
    { "- Đơn vị thực hiện: Giao Phòng VH-XH chủ trì, phối hợp với Công an xã.", "Phòng VH-XH", "Công an xã" },
    { "- Đơn vị thực hiện: Phòng VH-XH chủ trì; phối hợp với Công an xã.", "Phòng VH-XH", "Công an xã" },
    { "- Đơn vị thực hiện: Phòng VH-XH chủ trì.", "Phòng VH-XH", "" },
    { "- Đơn vị thực hiện: UBND xã phối hợp cơ quan, đơn vị chuyên môn.", "UBND xã", "cơ quan, đơn vị chuyên môn" },
    { "- Người phụ trách: Đ/c Nguyễn Văn A.", "Đ/c Nguyễn Văn A", "" },
    { "- Đơn vị thực hiện: Phòng VH-XH, các thôn.", "Phòng VH-XH, các thôn", "" },
    { "- Chủ trì: Phòng VH-XH; phối hợp: Công an xã, các thôn.", "Phòng VH-XH", "Công an xã, các thôn" },
    { "Giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với Công an xã, Đoàn Thanh niên tổ chức 02 lớp.", "Phòng Văn hóa - Xã hội",
      "Công an xã, Đoàn Thanh niên" },
    { "- Giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với các tổ chức chính trị - xã hội, các thôn.", "Phòng Văn hóa - Xã hội",
      "các tổ chức chính trị - xã hội, các thôn" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPlan) plan = read_task (cases[i].line);
      const TosoTask *task;

      g_test_message ("%s", cases[i].line);
      g_assert_cmpuint (plan->tasks->len, ==, 1);
      task = g_ptr_array_index (plan->tasks, 0);
      g_assert_cmpstr (task->code, ==, "I.1");
      g_assert_cmpstr (task->lead, ==, cases[i].lead);
      g_assert_cmpstr (task->supporting, ==, cases[i].supporting);
    }
}

/* A charge to look after something is no task of its own. */
static void
test_no_units (void)
{
  g_autoptr (TosoPlan) plan = read_task ("Giao Phòng Văn hóa - Xã hội theo dõi, đôn đốc.");

  g_assert_cmpuint (plan->tasks->len, ==, 0);
}

/* One column for both */
static void
test_column (void)
{
  static const char text[] =
    "KẾ HOẠCH\n"
    "Hoạt động năm 2026\n"
    "I. NHIỆM VỤ\n"
    "| STT | Nhiệm vụ | Đơn vị chủ trì, phối hợp | Thời gian |\n"
    "| 1 | Tập huấn | Phòng VH-XH chủ trì; các thôn phối hợp | Quý II |\n"
    "| 2 | Tuyên truyền | Đoàn Thanh niên | Quý III |\n"
    "II. TỔ CHỨC THỰC HIỆN\n"
    "Các đơn vị thực hiện./.\n";
  g_autoptr (TosoPlan) plan = toso_plan_read_text (text, -1, "plan", NULL);
  const TosoTask *task;

  g_assert_nonnull (plan);
  g_assert_cmpuint (plan->tasks->len, ==, 2);
  task = g_ptr_array_index (plan->tasks, 0);
  g_assert_cmpstr (task->lead, ==, "Phòng VH-XH");
  g_assert_cmpstr (task->supporting, ==, "các thôn");
  task = g_ptr_array_index (plan->tasks, 1);
  g_assert_cmpstr (task->lead, ==, "Đoàn Thanh niên");
  g_assert_cmpstr (task->supporting, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/task-reader/units", test_units);
  g_test_add_func ("/exchange/task-reader/no-units", test_no_units);
  g_test_add_func ("/exchange/task-reader/column", test_column);

  return g_test_run ();
}
