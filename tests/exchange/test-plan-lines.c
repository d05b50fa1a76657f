/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/toso-plan-reader.h"

/* How printed lines become paragraphs, labels and tables: small texts, each
 * for one thing that plans do. */

#define HEAD                              \
  "ỦY BAN NHÂN DÂN\nXÃ YÊN THỌ\n" \
  "KẾ HOẠCH\nHoạt động của Tổ công nghệ số cộng đồng năm 2026\n"

static TosoPlan *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  TosoPlan *plan = toso_plan_read_text (text, -1, "plan", &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  return plan;
}

static gboolean
has_line (const TosoPlan *plan,
          const char     *line)
{
  g_autofree char *text = toso_plan_to_text (plan);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_contains ((const char *const *) lines, line);
}

static void
assert_has_line (const TosoPlan *plan,
                 const char     *line)
{
  if (!has_line (plan, line))
    {
      g_autofree char *text = toso_plan_to_text (plan);

      g_test_message ("no line “%s” in:\n%s", line, text);
      g_test_fail ();
    }
}

/* The last basis ends in a comma; who decides stands on the next line. */
static void
test_basis_ends_in_comma (void)
{
  static const char *const wrapped =
    "I. MỤC TIÊU\n"
    "Tiếp tục củng cố, nâng cao chất lượng hoạt động của các Tổ công nghệ số cộng\n"
    "đồng; hướng dẫn người dân sử dụng dịch vụ công trực tuyến, thanh toán không\n"
    "dùng tiền mặt, các nền tảng số phục vụ đời sống, sản xuất và kinh doanh trên\n"
    "địa bàn xã trong năm.\n";
  static const struct
  {
    const char *basis;
    const char *decision;
    const char *rest;
  } cases[] = {
    { "Căn cứ tình hình thực tế của địa phương,", "Ủy ban nhân dân xã Yên Thọ ban hành Kế hoạch như sau:", "I. MỤC TIÊU\n- 100% thôn có Tổ.\n" },
    { "Xét đề nghị của Trưởng phòng Phòng Văn hóa - Xã hội tại Tờ trình số 09/TTr-VHXH ngày 12/01/2026,", "UBND xã ban hành Kế hoạch như sau:", wrapped },
    { "Theo đề nghị của Phòng Văn hóa - Xã hội,", "Phòng Văn hóa - Xã hội xây dựng Kế hoạch cụ thể như sau:", wrapped },
    { "Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023,", "Xét đề nghị của công chức Văn hóa - Xã hội;", "I. MỤC TIÊU\n- 100% thôn có Tổ.\n" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (HEAD "Căn cứ Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006;\n%s\n%s\n%s",
                                               cases[i].basis, cases[i].decision, cases[i].rest);
      g_autoptr (TosoPlan) plan = read_text (text);
      guint k;

      assert_has_line (plan, cases[i].basis);
      assert_has_line (plan, cases[i].decision);
      for (k = 0; k < plan->legal_bases->len; k++)
        g_assert_null (strstr (((const TosoLegalBasis *) g_ptr_array_index (plan->legal_bases, k))->text, "như sau"));
    }
}

/* All in one paragraph, the plan that is announced is no basis of itself. */
static void
test_announced_plan_is_no_basis (void)
{
  g_autoptr (TosoPlan) plan = read_text (HEAD "Căn cứ tình hình thực tế, Ủy ban nhân dân xã Yên Thọ ban hành Kế hoạch như sau:\n"
                                              "I. MỤC TIÊU\n- 100% thôn có Tổ.\n");

  g_assert_cmpuint (plan->legal_bases->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/plan-lines/basis-ends-in-comma", test_basis_ends_in_comma);
  g_test_add_func ("/exchange/plan-lines/announced-plan-is-no-basis", test_announced_plan_is_no_basis);

  return g_test_run ();
}
