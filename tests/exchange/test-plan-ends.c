/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/toso-plan-reader.h"

/* What stands above a plan's body and below it. */

static TosoPlan *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  TosoPlan *plan = toso_plan_read_text (text, -1, "plan", &error);

  g_assert_no_error (error);
  return plan;
}

static gboolean
has_remark (const TosoPlan *plan,
            const char     *words)
{
  guint i;

  for (i = 0; i < plan->remarks->len; i++)
    if (strstr (((const TosoRemark *) g_ptr_array_index (plan->remarks, i))->message, words) != NULL)
      return TRUE;
  return FALSE;
}

#define LONG_TITLE                                                                                                                                                    \
  "Triển khai các hoạt động của Tổ công nghệ số cộng đồng, phong trào Bình dân học vụ số, phổ cập kỹ năng số cơ bản cho "  \
  "người dân, hỗ trợ hộ kinh doanh và hợp tác xã đưa sản phẩm lên sàn thương mại điện tử, thanh toán không dùng tiền mặt và " \
  "sử dụng dịch vụ công trực tuyến toàn trình trên địa bàn xã Ngọc Liên năm 2026"

/* A title is one however long; a sentence is none. */
static void
test_title (void)
{
  static const struct
  {
    const char *line;
    gboolean    is_title;
  } cases[] = {
    { LONG_TITLE, TRUE },
    { "Hoạt động của Tổ công nghệ số cộng đồng năm 2026", TRUE },
    { LONG_TITLE " như sau:", FALSE },
    { "Căn cứ Công văn số 38/SKHCN-CNTT&CĐS;", FALSE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("KẾ HOẠCH\n%s\nI. MỤC TIÊU\n- 41/41 thôn có Tổ.\n", cases[i].line);
      g_autoptr (TosoPlan) plan = read_text (text);
      g_autofree char *again = toso_plan_to_text (plan);

      g_assert_cmpint (plan->header.title != NULL, ==, cases[i].is_title);
      if (cases[i].is_title)
        g_assert_cmpstr (plan->header.title[0], ==, cases[i].line);
      g_assert_cmpstr (again, ==, text);
    }
}

static void
test_basis_number (void)
{
  static const struct
  {
    const char *line;
    const char *number;
  } cases[] = {
    { "Căn cứ Công văn số 38/SKHCN-CNTT&CĐS.", "38/SKHCN-CNTT&CĐS" },
    { "Căn cứ Công văn số 38/SKHCN-CNTT&CĐS;", "38/SKHCN-CNTT&CĐS" },
    { "Căn cứ Công văn số 38/SKHCN-CNTT&CĐS ngày 08/01/2026.", "38/SKHCN-CNTT&CĐS" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("KẾ HOẠCH\nHoạt động năm 2026\n%s\nI. MỤC TIÊU\n- 41/41 thôn có Tổ.\n", cases[i].line);
      g_autoptr (TosoPlan) plan = read_text (text);
      const TosoLegalBasis *basis;

      g_assert_cmpuint (plan->legal_bases->len, ==, 1);
      basis = g_ptr_array_index (plan->legal_bases, 0);
      g_assert_cmpstr (basis->number, ==, cases[i].number);
    }
}

#define BODY                                  \
  "KẾ HOẠCH\nHoạt động năm 2026\n"  \
  "I. MỤC TIÊU\n- 41/41 thôn có Tổ.\n" \
  "II. TỔ CHỨC THỰC HIỆN\nCác đơn vị thực hiện./.\n"

/* A plan has one order, that of the decree; where a text has another, it is
 * told. */
static void
test_order (void)
{
  static const struct
  {
    const char *text;
    const char *remark; /* NULL: none */
  } cases[] = {
    { "ỦY BAN NHÂN DÂN\nXÃ TRIỆU LỘC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 4/KH-UBND\n"
      "Triệu Lộc, ngày 09 tháng 02 năm 2026\n" BODY "Nơi nhận:\n- Như trên;\n- Lưu VP.\nCHỦ TỊCH\nNguyễn Đình Ba\n",
      NULL },
    { BODY "CHỦ TỊCH\nNguyễn Đình Ba\nNơi nhận:\n- Như trên;\n- Lưu VP.\n", "after the signature" },
    { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nỦY BAN NHÂN DÂN\nXÃ TRIỆU LỘC\nSố: 4/KH-UBND\n" BODY
      "CHỦ TỊCH\nNguyễn Đình Ba\n",
      "above the title" },
    { "ỦY BAN NHÂN DÂN\nXÃ THỌ XUÂN\nSố: 44/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n" BODY
      "CHỦ TỊCH\nNguyễn Đình Ba\n",
      "above the title" },
    /* Side by side, the two columns have no order. */
    { "UBND XÃ SAO VÀNG          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nVĂN PHÒNG          Độc lập - Tự do - Hạnh phúc\n"
      "Số: 01/KH-VP          Sao Vàng, ngày 09 tháng 02 năm 2026\n" BODY
      "Nơi nhận:          TM. ỦY BAN NHÂN DÂN\n- UBND xã;          CHỦ TỊCH\n- Lưu VP.\n          Lê Văn Tám\n",
      NULL },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPlan) plan = read_text (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (has_remark (plan, "after the signature"), ==, g_strcmp0 (cases[i].remark, "after the signature") == 0);
      g_assert_cmpint (has_remark (plan, "above the title"), ==, g_strcmp0 (cases[i].remark, "above the title") == 0);
    }
}

/* Names of the highlands have an apostrophe; what stands below a recipient's
 * last line is not more of it. */
static void
test_signer (void)
{
  static const struct
  {
    const char *name;
    gboolean    is_name;
  } cases[] = {
    { "K' Brễu", TRUE },
    { "K'Brễu", TRUE },
    { "H’Hen Niê", TRUE },
    { "Y Thanh Hà Niê Kđăm", TRUE },
    { "[dấu]", FALSE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("KẾ HOẠCH\nHoạt động năm 2026\nI. MỤC TIÊU\n- 41/41 thôn có Tổ.\n"
                                               "Nơi nhận:                     TM. ỦY BAN NHÂN DÂN\n"
                                               "- Các thôn;                        CHỦ TỊCH\n"
                                               "- Lưu: VT, VHXH.\n"
                                               "                                   %s\n",
                                               cases[i].name);
      g_autoptr (TosoPlan) plan = read_text (text);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (plan->signer, ==, cases[i].is_name ? cases[i].name : NULL);
      g_assert_cmpstr (g_ptr_array_index (plan->recipients, 1), ==, "- Lưu: VT, VHXH.");
      g_assert_cmpint (has_remark (plan, "recipients or the signature"), ==, !cases[i].is_name);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/plan-ends/title", test_title);
  g_test_add_func ("/exchange/plan-ends/basis-number", test_basis_number);
  g_test_add_func ("/exchange/plan-ends/order", test_order);
  g_test_add_func ("/exchange/plan-ends/signer", test_signer);

  return g_test_run ();
}
