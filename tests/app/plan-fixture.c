/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plan-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
add_target (TosoPlan    *plan,
            TosoSection *section,
            const char  *name,
            const char  *sentence)
{
  TosoTarget *target = toso_target_new ();
  char      **strings[] = { &target->code, &target->name, &target->unit, &target->numerator_name,
                            &target->denominator_name, &target->sentence };
  const char *values[] = { "", name, "%", "hộ đã dùng", "tổng số hộ", sentence };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    plan_set_string (strings[i], values[i]);
  g_free (target->code);
  target->code = g_strdup_printf ("CT%02u", plan->targets->len + 1);
  target->kind = TOSO_TARGET_PERCENTAGE;
  target->direction = TOSO_DIRECTION_AT_LEAST;
  target->value = TOSO_FIGURE (70);
  target->section = section;
  g_ptr_array_add (plan->targets, target);
}

static void
add_task (TosoPlan    *plan,
          TosoSection *section)
{
  TosoTask *task = toso_task_new ();

  plan_set_string (&task->code, "II.1");
  plan_set_string (&task->title, "Tập huấn");
  plan_set_string (&task->time, "Thường xuyên");
  task->time_kind = TOSO_TIME_CONTINUOUS;
  task->state = TOSO_TASK_IN_PROGRESS;
  task->section = section;
  g_ptr_array_add (plan->tasks, task);
}

static void
fill_head (TosoPlan *plan)
{
  TosoCommune *commune = &plan->commune;
  char       **strings[] = { &commune->name, &commune->kind, &commune->province, &commune->agency,
                             &commune->team_name, &commune->team_abbr };
  const char  *values[] = { "Ngọc Liên", "xã", "Thanh Hóa", "Ủy ban nhân dân xã Ngọc Liên",
                            "Tổ Công nghệ số cộng đồng", "Tổ CNSCĐ" };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    plan_set_string (strings[i], values[i]);
  plan->year = 2026;
  plan->n_villages = 3;
  plan->header.number_line = g_strdup ("Số:      /KH-UBND");
  plan->header.place_date = g_strdup ("Ngọc Liên, ngày      tháng 01 năm 2026");
  plan->header.kind = g_strdup ("KẾ HOẠCH");
  plan->header.title = g_strsplit ("Hoạt động của Tổ\nnăm 2026", "\n", -1);
  plan->recipients_heading = g_strdup ("Nơi nhận:");
  g_ptr_array_add (plan->recipients, g_strdup ("- Như trên;"));
  g_ptr_array_add (plan->recipients, g_strdup ("- Lưu: VT."));
  g_ptr_array_add (plan->signature, g_strdup ("KT. CHỦ TỊCH"));
  g_ptr_array_add (plan->signature, g_strdup ("PHÓ CHỦ TỊCH"));
  plan->signer = g_strdup ("Phạm Xuân Khánh");
}

TosoPlan *
plan_fixture_make (void)
{
  TosoPlan    *plan = toso_plan_new ();
  TosoSection *first;
  TosoSection *second;
  TosoSection *goals;
  TosoSection *training;

  fill_head (plan);
  g_ptr_array_add (plan->sections, toso_section_new (TOSO_SECTION_PREAMBLE, 0, "", "",
                                                     "Thực hiện Công văn số 38, UBND xã triển khai như sau:"));
  first = plan_add_section (plan, NULL, "I.", "MỤC TIÊU", "");
  plan_add_section (plan, first, "1.", "Mục tiêu chung", "- Nâng cao hiệu quả.\n- Thông tin, tuyên truyền.");
  goals = plan_add_section (plan, first, "2.", "Mục tiêu cụ thể",
                            "- Hỗ trợ tối thiểu 70% hộ gia đình; quảng bá sản phẩm.\n- 100% công dân có tài khoản.\n- Không có số.");
  second = plan_add_section (plan, NULL, "II.", "NỘI DUNG", "");
  training = plan_add_section (plan, second, "1.", "Tập huấn", "Thời gian: Thường xuyên");
  plan_add_section (plan, training, "a)", "Nội dung", "- Chuyển đổi số.");
  plan_add_section (plan, second, "2.", "", "Rà soát thành viên; phân công nhiệm vụ.\n- Phát huy vai trò.");
  g_ptr_array_add (plan->sections, toso_section_new (TOSO_SECTION_CLOSING, 0, "", "", "Trên đây là Kế hoạch./."));
  add_target (plan, goals, "Hộ gia đình", "- Hỗ trợ tối thiểu 70% hộ gia đình; quảng bá sản phẩm.");
  add_target (plan, goals, "Công dân", "- 100% công dân có tài khoản.");
  add_task (plan, training);
  return plan;
}

TosoYear *
plan_fixture_open (char **folder)
{
  g_autoptr (TosoPlan) plan = plan_fixture_make ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  TosoYear *year;

  *folder = g_dir_make_tmp ("toso-plan-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (*folder, "plan.toso", NULL);
  file = g_file_new_for_path (path);
  year = toso_year_create (file, plan, NULL, &error);
  g_assert_no_error (error);
  return year;
}

void
plan_fixture_close (TosoYear *year,
                    char     *folder)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  toso_year_close (year);
  g_object_unref (year);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}
