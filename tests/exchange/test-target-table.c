/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/toso-plan-reader.h"

/* Tables of targets, with their cells told apart in each way. */

#define HEAD                              \
  "ỦY BAN NHÂN DÂN\nXÃ YÊN THỌ\n" \
  "KẾ HOẠCH\nHoạt động của Tổ công nghệ số cộng đồng năm 2026\n"
#define TAIL "II. NHIỆM VỤ\n1. Tập huấn\nĐơn vị thực hiện: UBND xã.\n"

static TosoPlan *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  TosoPlan *plan = toso_plan_read_text (text, -1, "plan", &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  return plan;
}

typedef struct
{
  const char    *name;
  TosoTargetKind kind;
  TosoDirection  direction;
  double         value; /* -1: none */
  const char    *unit;
} Expected;

static void
assert_targets (const TosoPlan *plan,
                const Expected *expected,
                guint           n_expected)
{
  guint i;

  for (i = 0; i < MIN (n_expected, plan->targets->len); i++)
    {
      const TosoTarget *target = g_ptr_array_index (plan->targets, i);
      g_autofree char  *code = g_strdup_printf ("CT%02u", i + 1);

      g_test_message ("%s", target->name);
      g_assert_cmpstr (target->code, ==, code);
      g_assert_cmpstr (target->name, ==, expected[i].name);
      g_assert_cmpint (target->kind, ==, expected[i].kind);
      g_assert_cmpint (target->direction, ==, expected[i].direction);
      g_assert_cmpint (target->value.known, ==, expected[i].value >= 0);
      if (target->value.known)
        g_assert_cmpfloat (target->value.value, ==, expected[i].value);
      g_assert_cmpstr (target->unit, ==, expected[i].unit);
      g_assert_nonnull (target->section);
    }
  g_assert_cmpuint (plan->targets->len, ==, n_expected);
}

static gboolean
says (const TosoPlan *plan,
      const char     *words)
{
  guint i;

  for (i = 0; i < plan->remarks->len; i++)
    if (strstr (((const TosoRemark *) g_ptr_array_index (plan->remarks, i))->message, words) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_each_way_of_cells (void)
{
  static const char *const tables[] = {
    "TT | Chỉ tiêu | Đơn vị | Năm 2026\n"
    "1 | Thôn có Tổ công nghệ số cộng đồng | % | 100\n"
    "2 | Người dân có VNeID mức độ 2 | % | ≥ 90,5\n"
    "3 | Lớp tập huấn | Lớp | 04\n",
    "| TT | Chỉ tiêu | Đơn vị | Năm 2026 |\n"
    "|---|---|---|---|\n"
    "| 1 | Thôn có Tổ công nghệ số cộng đồng | % | 100 |\n"
    "| 2 | Người dân có VNeID mức độ 2 | % | ≥ 90,5 |\n"
    "| 3 | Lớp tập huấn | Lớp | 04 |\n",
    "STT\tChỉ tiêu\tĐVT\tKế hoạch\n"
    "1\tThôn có Tổ công nghệ số cộng đồng\t%\t100\n"
    "2\tNgười dân có VNeID mức độ 2\t%\t≥ 90,5\n"
    "3\tLớp tập huấn\tLớp\t04\n",
    "STT   Chỉ tiêu                               ĐVT      Kế hoạch\n"
    "1     Thôn có Tổ công nghệ số cộng đồng      %        100\n"
    "2     Người dân có VNeID mức độ 2            %        ≥ 90,5\n"
    "3     Lớp tập huấn                           Lớp      04\n",
  };
  static const Expected expected[] = {
    { "Thôn có Tổ công nghệ số cộng đồng", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 100, "%" },
    { "Người dân có VNeID mức độ 2", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 90.5, "%" },
    { "Lớp tập huấn", TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 4, "Lớp" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *text = g_strconcat (HEAD "I. CHỈ TIÊU\n", tables[i], TAIL, NULL);
      g_autoptr (TosoPlan) plan = read_text (text);
      g_autofree char *again = toso_plan_to_text (plan);
      g_autoptr (TosoPlan) second = read_text (again);

      assert_targets (plan, expected, G_N_ELEMENTS (expected));
      assert_targets (second, expected, G_N_ELEMENTS (expected));
      g_assert_cmpuint (plan->tasks->len, ==, 1);
    }
}

/* The year of the plan among others; groups; amounts of all kinds */
static void
test_rows (void)
{
  static const Expected expected[] = {
    { "Thôn có Tổ", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 100, "%" },
    { "Tỷ lệ hộ có Internet", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 85.5, "%" },
    { "Tổ hoạt động hiệu quả", TOSO_TARGET_COUNT_OF_COUNT, TOSO_DIRECTION_AT_LEAST, 41, "Tổ" },
    { "Hồ sơ trễ hạn", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_LESS_THAN, 5, "%" },
    { "Lượt xem trang", TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 1500, "Nghìn lượt xem" },
    { "Ban hành kế hoạch", TOSO_TARGET_YES_NO, TOSO_DIRECTION_NONE, -1, "" },
    { "Vụ lừa đảo", TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_MOST, 0, "Vụ" },
    { "Thôn có nhóm Zalo", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 80, "%" },
  };
  g_autoptr (TosoPlan) plan = read_text (HEAD
                                         "I. CHỈ TIÊU\n"
                                         "TT | Chỉ tiêu | ĐVT | Thực hiện 2025 | Năm 2026 | Năm 2030\n"
                                         "I | Hạ tầng số | | | |\n"
                                         "1 | Thôn có Tổ | % | 90 | 100 | 100\n"
                                         "2 | Tỷ lệ hộ có Internet | % | 70,5 | ≥ 85,5 | 95\n"
                                         "3 | Tổ hoạt động hiệu quả | Tổ | 30 | 41/41 | 41/41\n"
                                         "4 | Hồ sơ trễ hạn | % | 6 | dưới 5 | 1\n"
                                         "5 | Lượt xem trang | Nghìn lượt xem | | 1.500 | 2.000\n"
                                         "6 | Ban hành kế hoạch | Văn bản | | Hoàn thành |\n"
                                         "7 | Doanh thu | Tỷ đồng | | Theo tỉnh giao |\n"
                                         "8 | Vụ lừa đảo | Vụ | 4 | 0 | 0\n"
                                         "Ngoài ra:\n"
                                         "- Ít nhất 80% thôn có nhóm Zalo.\n" TAIL);
  const TosoTarget *share = g_ptr_array_index (plan->targets, 0);

  assert_targets (plan, expected, G_N_ELEMENTS (expected));
  g_assert_true (share->baseline.known);
  g_assert_cmpfloat (share->baseline.value, ==, 90);
  g_assert_cmpstr (share->denominator_name, ==, "thôn");
  g_assert_true (says (plan, "“7 | Doanh thu"));
}

/* Titles that we do not know: text, with a word about it */
static void
test_unknown_titles (void)
{
  static const char *const tables[] = {
    "TT | Nội dung | Mức\n1 | Thôn có Tổ | 100\n2 | Hộ có mã QR | 300\n",
    "TT\tNội dung\tMức\n1\tThôn có Tổ\t100\n2\tHộ có mã QR\t300\n",
    "TT     Nội dung          Mức\n1.     Thôn có Tổ        100%\n2.     Hộ có mã QR       300 hộ\n",
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *text = g_strconcat (HEAD "I. CHỈ TIÊU\n", tables[i], TAIL, NULL);
      g_autoptr (TosoPlan) plan = read_text (text);
      g_autofree char *again = toso_plan_to_text (plan);

      g_assert_cmpuint (plan->targets->len, ==, 0);
      g_assert_true (says (plan, "looks like a table"));
      g_assert_nonnull (strstr (again, "Hộ có mã QR"));
    }
}

/* "Mục tiêu" may be a column of who does what. */
static void
test_tasks_stay_tasks (void)
{
  g_autoptr (TosoPlan) plan = read_text (HEAD "I. NHIỆM VỤ\n"
                                              "STT | Nhiệm vụ | Mục tiêu | Kế hoạch | Chủ trì | Thời gian\n"
                                              "1 | Tập huấn | Nâng cao kỹ năng | 02 lớp | Phòng VH-XH | Quý II\n");

  g_assert_cmpuint (plan->tasks->len, ==, 1);
  g_assert_cmpuint (plan->targets->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/target-table/each-way-of-cells", test_each_way_of_cells);
  g_test_add_func ("/exchange/target-table/rows", test_rows);
  g_test_add_func ("/exchange/target-table/unknown-titles", test_unknown_titles);
  g_test_add_func ("/exchange/target-table/tasks-stay-tasks", test_tasks_stay_tasks);

  return g_test_run ();
}
