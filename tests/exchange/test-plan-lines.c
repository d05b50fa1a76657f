/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/toso-label-reader.h"
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

/* Bytes of the label, and what it is */
static void
test_labels (void)
{
  static const struct
  {
    const char *text;
    const char *label; /* NULL: none */
    int         kind;
    guint       number;
  } cases[] = {
    { "Phần\u00a0II", "Phần\u00a0II", TOSO_LABEL_PART, 2 },
    { "PHẦN\u2009THỨ\u00a0NHẤT", "PHẦN\u2009THỨ\u00a0NHẤT", TOSO_LABEL_PART, 1 },
    { "Điều\u00a03.\u00a0Tổ chức", "Điều\u00a03.", TOSO_LABEL_ARTICLE, 3 },
    { "Mục\u00a01", "Mục\u00a01", TOSO_LABEL_DIVISION, 1 },
    { "Tiểu\u202fmục 2. Nội dung", "Tiểu\u202fmục 2.", TOSO_LABEL_SUBDIVISION, 2 },
    { "Chương\u2003IV\u00a0Nội dung", "Chương\u2003IV", TOSO_LABEL_CHAPTER, 4 },
    { "a.\u00a0Nội dung", "a.", TOSO_LABEL_POINT, 1 },
    { "I- MỤC TIÊU", "I-", TOSO_LABEL_ROMAN, 1 },
    { "I - MỤC TIÊU", "I", TOSO_LABEL_ROMAN, 1 },
    { "II\u00a0– MỤC TIÊU", "II", TOSO_LABEL_ROMAN, 2 },
    { "II/ MỤC TIÊU", "II/", TOSO_LABEL_ROMAN, 2 },
    { "III.- MỤC TIÊU", "III.-", TOSO_LABEL_ROMAN, 3 },
    { "A- MỤC TIÊU", "A-", TOSO_LABEL_CAPITAL, 1 },
    { "1- Mục tiêu", "1-", TOSO_LABEL_ARABIC, 1 },
    { "2 - Mục tiêu", "2", TOSO_LABEL_ARABIC, 2 },
    { "1-Mục tiêu", "1-", TOSO_LABEL_ARABIC, 1 },
    { "1/ Mục tiêu", "1/", TOSO_LABEL_ARABIC, 1 },
    { "2.1- Mục tiêu", "2.1-", TOSO_LABEL_DECIMAL, 1 },
    { "2.1/ Mục tiêu", "2.1/", TOSO_LABEL_DECIMAL, 1 },
    { "2.2) Mục tiêu", "2.2)", TOSO_LABEL_DECIMAL, 2 },
    { "Điều 2- Tổ chức", "Điều 2-", TOSO_LABEL_ARTICLE, 2 },
    { "Phần I - Tổ chức", "Phần I", TOSO_LABEL_PART, 1 },
    { "ii) Mức phạt", "ii)", TOSO_LABEL_SMALL_ROMAN, 2 },
    { "iv) Mức phạt", "iv)", TOSO_LABEL_SMALL_ROMAN, 4 },
    { "15-20/3 tổ chức tập huấn", NULL, TOSO_LABEL_NONE, 0 },
    { "2020-2025 đã qua", NULL, TOSO_LABEL_NONE, 0 },
    { "20- 25 người", NULL, TOSO_LABEL_NONE, 0 },
    { "5- 10 lớp", NULL, TOSO_LABEL_NONE, 0 },
    { "70- 80% hộ", NULL, TOSO_LABEL_NONE, 0 },
    { "1- 100% thôn có Tổ", "1-", TOSO_LABEL_ARABIC, 1 },
    { "4- 20 buổi phát thanh", "4-", TOSO_LABEL_ARABIC, 4 },
    { "6- 12/12 ấp có Tổ", "6-", TOSO_LABEL_ARABIC, 6 },
    { "05-CT/TU ngày 01/3/2026", NULL, TOSO_LABEL_NONE, 0 },
    { "1/3 số hộ dân", NULL, TOSO_LABEL_NONE, 0 },
    { "30.6/ là hạn cuối", NULL, TOSO_LABEL_NONE, 0 },
    { "02 lớp", NULL, TOSO_LABEL_NONE, 0 },
    { "I-ốt", NULL, TOSO_LABEL_NONE, 0 },
    { "Mức 1", NULL, TOSO_LABEL_NONE, 0 },
    { "Điều 5 Luật Giao dịch điện tử", NULL, TOSO_LABEL_NONE, 0 },
    { "vi) ", "vi)", TOSO_LABEL_SMALL_ROMAN, 6 },
    { "xin) ", NULL, TOSO_LABEL_NONE, 0 },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoLabel        label = toso_label_read (cases[i].text);
      g_autofree char *words = g_strndup (cases[i].text, label.length);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (label.kind, ==, cases[i].kind);
      if (cases[i].label == NULL)
        continue;
      g_assert_cmpstr (words, ==, cases[i].label);
      g_assert_cmpuint (label.number, ==, cases[i].number);
    }
}

/* Where paragraphs have an indent, one begins at it, though the full line
 * before ends in ";" only. */
static void
test_indented_after_semicolon (void)
{
  g_autoptr (TosoPlan) plan = read_text (HEAD
                                         "    Thực hiện Kế hoạch số 5567/KH-UBND ngày 23/4/2026 của UBND tỉnh Lâm\n"
                                         "Đồng về nâng cao chất lượng hoạt động của Tổ công nghệ số cộng đồng ấp;\n"
                                         "    Thực hiện Công văn số 687/BKHCN-CĐSQG ngày 07/4/2025 của Bộ Khoa học\n"
                                         "và Công nghệ;\n"
                                         "    Ủy ban nhân dân xã Yên Thọ xây dựng Kế hoạch với các nội dung cụ thể\n"
                                         "như sau:\n"
                                         "    I. MỤC ĐÍCH\n"
                                         "    Tạo sự chuyển biến mạnh mẽ về nhận thức và hành động của cán bộ, công\n"
                                         "chức, viên chức; nâng cao kỹ năng số của Nhân dân ở các thôn, làng; làm\n"
                                         "cho chuyển đổi số đến từng nhà, từng người, đến các thôn ở xa trung tâm;\n"
                                         "Tổ công nghệ số cộng đồng là nòng cốt ở thôn.\n"
                                         "    II. NHIỆM VỤ\n"
                                         "    - Tập huấn.\n"
                                         "    - Sơ kết.\n");

  assert_has_line (plan, "Thực hiện Kế hoạch số 5567/KH-UBND ngày 23/4/2026 của UBND tỉnh Lâm Đồng về nâng cao chất lượng hoạt động của Tổ công nghệ số cộng đồng ấp;");
  assert_has_line (plan, "Thực hiện Công văn số 687/BKHCN-CĐSQG ngày 07/4/2025 của Bộ Khoa học và Công nghệ;");
  assert_has_line (plan, "Tạo sự chuyển biến mạnh mẽ về nhận thức và hành động của cán bộ, công chức, viên chức; nâng cao kỹ năng số của Nhân dân ở các thôn, "
                         "làng; làm cho chuyển đổi số đến từng nhà, từng người, đến các thôn ở xa trung tâm; Tổ công nghệ số cộng đồng là nòng cốt ở thôn.");
}

static const TosoSection *
get_section (const TosoPlan *plan,
             const char     *path)
{
  g_auto (GStrv) steps = g_strsplit (path, " ", -1);
  GPtrArray         *sections = plan->sections;
  const TosoSection *section = NULL;
  guint              i;
  guint              k;

  for (i = 0; steps[i] != NULL; i++)
    {
      for (k = 0; k < sections->len; k++)
        {
          section = g_ptr_array_index (sections, k);
          if (g_str_equal (section->label, steps[i]))
            break;
        }
      if (k == sections->len)
        return NULL;
      sections = section->children;
    }
  return section;
}

/* The dash is of the label, as it is printed, and not of its name. */
static void
test_dashes_make_sections (void)
{
  g_autoptr (TosoPlan) plan = read_text (HEAD "I- MỤC TIÊU\n1- Mục tiêu chung\nNâng cao chất lượng\n15-20/3 là thời gian tập huấn.\n"
                                              "2- Mục tiêu cụ thể\n2.1- Về hạ tầng\n- 100% thôn có Tổ.\n"
                                              "II- TỔ CHỨC\nCác thôn thực hiện.\n");
  const TosoSection *section = get_section (plan, "I- 2- 2.1-");
  g_autofree char   *path = NULL;

  g_assert_nonnull (section);
  path = toso_section_path (section);
  g_assert_cmpstr (path, ==, "I.2.1");
  g_assert_cmpstr (section->heading, ==, "Về hạ tầng");
  g_assert_nonnull (get_section (plan, "II-"));
  g_assert_cmpuint (get_section (plan, "I- 1-")->children->len, ==, 0);
  assert_has_line (plan, "I- MỤC TIÊU");
  g_assert_cmpuint (plan->targets->len, ==, 1);
}

/* "Phần" may be held to its number by a no-break space, and stands over its
 * title all the same; who decides is no part of the last basis. */
static void
test_part_over_title (void)
{
  g_autoptr (TosoPlan) plan = read_text (HEAD "Thực hiện Kế hoạch số 05/KH-UBND ngày 12/01/2026 của UBND xã, Phòng Văn hóa - Xã hội xây dựng kế hoạch như sau:\n"
                                              "Phần\u00a0I\nMỤC TIÊU\n1. 100% thôn có Tổ.\nPhần\u00a0II\nNHIỆM VỤ\n1. Tập huấn.\n");
  const TosoLegalBasis *basis = g_ptr_array_index (plan->legal_bases, 0);

  assert_has_line (plan, "Phần\u00a0II");
  assert_has_line (plan, "NHIỆM VỤ");
  g_assert_cmpstr (basis->text, ==, "Kế hoạch số 05/KH-UBND ngày 12/01/2026 của UBND xã");
}

/* i) stands below a), and after h). */
static void
test_small_romans (void)
{
  g_autoptr (TosoPlan) plan = read_text (HEAD "I. NHIỆM VỤ\n1. Tập huấn:\na) Nội dung:\ni) Kỹ năng số cơ bản;\nii) Dịch vụ công;\n"
                                              "iii) Thanh toán;\niv) An toàn;\nv) Mua sắm.\nb) Hình thức:\ni) Trực tiếp;\nii) Trực tuyến.\n"
                                              "2. Khác:\na) A;\nb) B;\nc) C;\nd) D;\nđ) Đ;\ne) E;\ng) G;\nh) H;\ni) I;\nk) K.\n");
  guint i;

  g_assert_nonnull (get_section (plan, "I. 1. a) v)"));
  g_assert_cmpuint (get_section (plan, "I. 1. a)")->children->len, ==, 5);
  g_assert_cmpuint (get_section (plan, "I. 1. b)")->children->len, ==, 2);
  g_assert_cmpuint (get_section (plan, "I. 2.")->children->len, ==, 10);
  for (i = 0; i < plan->remarks->len; i++)
    g_assert_null (strstr (((const TosoRemark *) g_ptr_array_index (plan->remarks, i))->message, "number before"));
}

/* @n_lines of a body, before and between page numbers */
static void
add_lines (GString *text,
           guint    n_lines)
{
  guint i;

  for (i = 0; i < n_lines; i++)
    g_string_append_printf (text, "- Nhiệm vụ của thôn %u trong năm.\n", i + 1);
}

static gboolean
says_page_numbers (const TosoPlan *plan)
{
  guint i;

  for (i = 0; i < plan->remarks->len; i++)
    if (strstr (((const TosoRemark *) g_ptr_array_index (plan->remarks, i))->message, "page numbers") != NULL)
      return TRUE;
  return FALSE;
}

/* Page numbers go on from page to page; a number by itself is text. */
static void
test_page_numbers (void)
{
  static const struct
  {
    const char *numbers[4]; /* what stands between 20 lines and 20 lines */
    gboolean    left_out;
  } cases[] = {
    { { "2", "3", "4" }, TRUE },
    { { "- 2 -", "- 3 -" }, TRUE },
    { { "1", "2", "3" }, TRUE },
    { { "Trang 2" }, TRUE },
    { { "\f2", "\f3" }, TRUE },
    { { "\f2" }, TRUE },
    { { "1\f", "2\f" }, TRUE },
    { { "1" }, FALSE },
    { { "2" }, FALSE },
    { { "\f85" }, FALSE },
    { { "7", "8", "9" }, FALSE },
    { { "2", "12" }, FALSE },
    { { "1\nHộ dân\n85\n2\nThôn\n41", "3\nTổ\n12" }, FALSE },
  };
  gsize i;
  guint k;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (HEAD "I. NHIỆM VỤ\n");
      g_autoptr (TosoPlan) plan = NULL;

      add_lines (text, 20);
      for (k = 0; cases[i].numbers[k] != NULL; k++)
        {
          g_string_append_printf (text, "%s\n", cases[i].numbers[k]);
          add_lines (text, 20);
        }
      plan = read_text (text->str);
      g_test_message ("%s …", cases[i].numbers[0]);
      g_assert_cmpint (says_page_numbers (plan), ==, cases[i].left_out);
      for (k = 0; cases[i].numbers[k] != NULL && !cases[i].left_out; k++)
        {
          g_auto (GStrv) cells = g_strsplit_set (cases[i].numbers[k], "\n\f", -1);
          guint c;

          for (c = 0; cells[c] != NULL; c++)
            if (*cells[c] != '\0')
              assert_has_line (plan, cells[c]);
        }
    }
}

/* A table pasted one cell a line keeps its cells, and its first title is none
 * of the heading's. */
static void
test_cells_one_a_line (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "I. NHIỆM VỤ\n");
  g_autoptr (TosoPlan) plan = NULL;

  add_lines (text, 20);
  g_string_append (text, "II. PHÂN CÔNG NHIỆM VỤ\nSTT\nNhiệm vụ\nChủ trì\nThời gian\n1\nTập huấn\nPhòng VH-XH\nQuý II\n"
                         "2\nTuyên truyền\nTrạm Y tế\nQuý III\n");
  plan = read_text (text->str);
  assert_has_line (plan, "II. PHÂN CÔNG NHIỆM VỤ");
  assert_has_line (plan, "STT");
  assert_has_line (plan, "1");
  assert_has_line (plan, "2");
  g_assert_false (says_page_numbers (plan));
}

/* A remark has a line, and calls an article an article. */
static void
test_remarks (void)
{
  g_autoptr (TosoPlan) plan = read_text (HEAD "Chương I\nNHIỆM VỤ\nĐiều 1. Tập huấn\nĐơn vị thực hiện: UBND xã.\n"
                                              "Điều 2. Tuyên truyền\nThường xuyên tuyên truyền đến người dân.\n");
  gboolean called = FALSE;
  guint    i;

  g_assert_cmpuint (plan->targets->len, ==, 0);
  g_assert_cmpuint (plan->remarks->len, >=, 2);
  for (i = 0; i < plan->remarks->len; i++)
    {
      const TosoRemark *remark = g_ptr_array_index (plan->remarks, i);

      g_assert_cmpuint (remark->line, >, 0);
      called = called || g_str_has_prefix (remark->message, "Điều 2 names");
    }
  g_assert_true (called);
}

/* Spreadsheets leave out empty cells at a row's end: "I	Tuyên truyền" is a
 * row still, and what stands below a table is none of it. */
static void
test_tabs (void)
{
  static const char *const lines[] = {
    "I\tTuyên truyền", "1\tPhát thanh\tTrung tâm VH\tCác thôn\tHằng tuần", "1\tTập huấn\tPhòng VH-XH\tSở KH&CN\tQuý II/2026\tTheo KH tỉnh",
    "Danh sách thành viên", "1\tNguyễn Văn A\tTổ trưởng", "Có tên trên đây là thành viên các Tổ."
  };
  g_autoptr (TosoPlan) plan = NULL;
  guint i;

  plan = read_text (HEAD
                    "I. NHIỆM VỤ\n"
                    "STT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian\tGhi chú\n"
                    "I\tTuyên truyền\t\t\t\t\n"
                    "1\tPhát thanh\tTrung tâm VH\tCác thôn\tHằng tuần\t\n"
                    "II\tTập huấn\t\t\t\t\n"
                    "1\tTập huấn\tPhòng VH-XH\tSở KH&CN\tQuý II/2026\tTheo KH tỉnh\n"
                    "Danh sách thành viên\n"
                    "STT\tHọ và tên\tChức vụ\n"
                    "1\tNguyễn Văn A\tTổ trưởng\n"
                    "Có tên trên đây là thành viên các Tổ.\n");
  for (i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_has_line (plan, lines[i]);
  g_assert_cmpuint (plan->tasks->len, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/plan-lines/basis-ends-in-comma", test_basis_ends_in_comma);
  g_test_add_func ("/exchange/plan-lines/announced-plan-is-no-basis", test_announced_plan_is_no_basis);

  g_test_add_func ("/exchange/plan-lines/indented-after-semicolon", test_indented_after_semicolon);
  g_test_add_func ("/exchange/plan-lines/labels", test_labels);
  g_test_add_func ("/exchange/plan-lines/dashes-make-sections", test_dashes_make_sections);
  g_test_add_func ("/exchange/plan-lines/part-over-title", test_part_over_title);
  g_test_add_func ("/exchange/plan-lines/small-romans", test_small_romans);

  g_test_add_func ("/exchange/plan-lines/page-numbers", test_page_numbers);
  g_test_add_func ("/exchange/plan-lines/cells-one-a-line", test_cells_one_a_line);

  g_test_add_func ("/exchange/plan-lines/tabs", test_tabs);
  g_test_add_func ("/exchange/plan-lines/remarks", test_remarks);

  return g_test_run ();
}
