/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/toso-plan-reader.h"

/* The plan of Ngọc Liên for 2026, as its PDF's text was received. */

static char *
source_path (const char *name)
{
  return g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), name, NULL);
}

static TosoPlan *
read_seed (void)
{
  g_autofree char *path = source_path ("data/plans/ngoc-lien-2026.txt");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TosoPlan *plan = toso_plan_read_file (file, TOSO_ENCODING_AUTO, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  return plan;
}

/* The expected file was put together by hand and read against the paper. */
static void
test_every_paragraph_comes_back (void)
{
  g_autoptr (TosoPlan) plan = read_seed ();
  g_autofree char *path = source_path ("tests/exchange/ngoc-lien-2026.paragraphs.txt");
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) paragraphs = toso_plan_get_paragraphs (plan);
  guint i;

  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  lines = g_strsplit (g_strchomp (expected), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 90);
  for (i = 0; lines[i] != NULL && paragraphs[i] != NULL; i++)
    g_assert_cmpstr (paragraphs[i], ==, lines[i]);
  g_assert_cmpuint (g_strv_length (paragraphs), ==, g_strv_length (lines));
}

static void
test_header_and_commune (void)
{
  g_autoptr (TosoPlan) plan = read_seed ();

  g_assert_cmpint (plan->year, ==, 2026);
  g_assert_cmpstr (plan->source_name, ==, "ngoc-lien-2026.txt");
  g_assert_null (plan->header.superior);
  g_assert_null (plan->header.agency);
  g_assert_null (plan->header.nation);
  g_assert_null (plan->header.motto);
  g_assert_cmpstr (plan->header.number_line, ==, "Số:      /KH-UBND");
  g_assert_cmpstr (plan->header.place_date, ==, "Ngọc Liên, ngày      tháng 01 năm 2026");
  g_assert_cmpstr (plan->header.kind, ==, "KẾ HOẠCH");
  g_assert_cmpuint (g_strv_length (plan->header.title), ==, 2);
  g_assert_cmpstr (plan->header.title[0], ==, "Hoạt động của Tổ Công nghệ số cộng đồng");
  g_assert_cmpstr (plan->header.title[1], ==, "trên địa bàn xã Ngọc Liên năm 2026");
  g_assert_cmpstr (plan->commune.name, ==, "Ngọc Liên");
  g_assert_cmpstr (plan->commune.kind, ==, "xã");
  g_assert_cmpstr (plan->commune.province, ==, "Thanh Hóa");
  g_assert_cmpstr (plan->commune.agency, ==, "Ủy ban nhân dân xã Ngọc Liên");
  g_assert_cmpstr (plan->commune.team_name, ==, "Tổ Công nghệ số cộng đồng");
  g_assert_cmpstr (plan->commune.team_abbr, ==, "Tổ CNSCĐ");
  g_assert_cmpuint (plan->n_villages, ==, 41);
}

static void
add_outline (TosoSection *section,
             gpointer     user_data)
{
  g_autofree char *path = toso_section_path (section);

  g_string_append_printf (user_data, "%d %d %s|%s\n", section->kind, section->level, path, section->heading);
}

static void
test_sections (void)
{
  static const char expected[] =
    "0 0 |\n"
    "1 1 I|MỤC ĐÍCH, YÊU CẦU\n"
    "1 2 I.1|Mục đích\n"
    "1 2 I.2|Yêu cầu\n"
    "1 1 II|MỤC TIÊU CHUNG, MỤC TIÊU CỤ THỂ\n"
    "1 2 II.1|Mục tiêu chung\n"
    "1 2 II.2|Mục tiêu cụ thể\n"
    "1 1 III|NỘI DUNG TRIỂN KHAI\n"
    "1 2 III.1|Tiếp tục kiện toàn, duy trì hoạt động của Tổ Công nghệ số cộng đồng\n"
    "1 2 III.2|\n"
    "1 2 III.3|Tập huấn nghiệp vụ cho Tổ Công nghệ số cộng đồng\n"
    "1 3 III.3.a|Nội dung tập huấn\n"
    "1 3 III.3.b|Phương thức tập huấn\n"
    "1 2 III.4|Tổ chức tuyên truyền các hoạt động.\n"
    "1 2 III.5|Khen thưởng, tôn vinh các cá nhân, tập thể\n"
    "1 2 III.6|Các nội dung khác\n"
    "1 1 IV|TỔ CHỨC THỰC HIỆN\n"
    "1 2 IV.1|UBND xã Ngọc Liên:\n"
    "1 2 IV.2|Phòng Văn hóa - Xã hội.\n"
    "1 2 IV.3|Các ban, ngành, đoàn thể xã:\n"
    "1 2 IV.4|Trưởng thôn, làng và các Tổ Công nghệ số cộng đồng:\n"
    "1 2 IV.5|Chế độ kiểm tra, báo cáo:\n"
    "2 0 |\n";
  g_autoptr (TosoPlan) plan = read_seed ();
  g_autoptr (GString) outline = g_string_new (NULL);

  toso_plan_foreach_section (plan, add_outline, outline);
  g_assert_cmpstr (outline->str, ==, expected);
}

static TosoSection *
child (GPtrArray *sections,
       guint      index)
{
  g_assert_cmpuint (index, <, sections->len);
  return g_ptr_array_index (sections, index);
}

/* The three lines after b) are b)'s text; slips stay. */
static void
test_bodies_as_printed (void)
{
  g_autoptr (TosoPlan) plan = read_seed ();
  TosoSection *third = child (plan->sections, 3);
  TosoSection *point = child (child (third->children, 2)->children, 1);

  g_assert_cmpstr (child (third->children, 1)->body, ==,
                   "Rà soát, củng cố thành viên các Tổ tại 41 thôn, làng; phân công nhiệm vụ cụ thể cho từng thành viên.\n"
                   "- Phát huy vai trò nòng cốt của đoàn viên, thanh niên, cán bộ thôn, làng có kỹ năng công nghệ số.\n"
                   "Đơn vị thực hiện: UBND xã, các thôn, làng.\n"
                   "Thời gian: Thường xuyên trong năm.\n"
                   "Kết quả: Các Tổ CNSCĐ hoạt động ổn định, hiệu quả.");
  g_assert_true (g_str_has_suffix (point->body,
                                   "\nĐơn vị thực hiện: UBND xã phối hợp cơ quan, đơn vị chuyên môn.\n"
                                   "Thời gian: Theo kế hoạch trong năm.\n"
                                   "Kết quả: Thành viên Tổ CNSCĐ được nâng cao kỹ năng, đáp ứng yêu cầu nhiệm vụ."));
  g_assert_nonnull (strstr (child (third->children, 5)->body, "thực tếcủa xã."));
}

/* A span begins at the label and ends with the body's last byte. */
static void
check_span (TosoSection *section,
            gpointer     user_data)
{
  const TosoPlan  *plan = user_data;
  g_autofree char *text = g_strndup (plan->source + section->span.start, section->span.end - section->span.start);
  const char      *body = strrchr (section->body, '\n') != NULL ? strrchr (section->body, '\n') + 1 : section->body;
  const char      *last = *body != '\0' ? body : section->heading;
  const char      *last_word = strrchr (last, ' ') != NULL ? strrchr (last, ' ') + 1 : last;

  g_assert_true (g_str_has_prefix (text, section->label));
  g_assert_true (g_str_has_suffix (text, last_word));
}

static void
test_spans_are_of_the_source (void)
{
  g_autoptr (TosoPlan) plan = read_seed ();
  guint i;

  toso_plan_foreach_section (plan, check_span, plan);
  for (i = 0; i < plan->targets->len; i++)
    {
      const TosoTarget *target = g_ptr_array_index (plan->targets, i);

      g_assert_true (g_str_has_prefix (plan->source + target->span.start, "- "));
      g_assert_cmpint (plan->source[target->span.end], ==, ' ');
      g_assert_cmpint (strncmp (plan->source + target->span.start, target->sentence, 20), ==, 0);
    }
}

static void
test_legal_bases (void)
{
  g_autoptr (TosoPlan) plan = read_seed ();
  const TosoLegalBasis *basis;

  g_assert_cmpuint (plan->legal_bases->len, ==, 2);
  basis = g_ptr_array_index (plan->legal_bases, 0);
  g_assert_cmpstr (basis->kind, ==, "Công văn");
  g_assert_cmpstr (basis->number, ==, "38/SKHCN-CNTT&CĐS");
  g_assert_cmpstr (basis->date, ==, "2026-01-08");
  g_assert_cmpstr (basis->issuer, ==, "Sở Khoa học và Công nghệ tỉnh Thanh Hóa");
  basis = g_ptr_array_index (plan->legal_bases, 1);
  g_assert_cmpstr (basis->kind, ==, "Nghị quyết");
  g_assert_cmpstr (basis->number, ==, "55/2025/NQHĐND");
  g_assert_cmpstr (basis->date, ==, "2025-12-09");
  g_assert_cmpstr (basis->issuer, ==, "HĐND tỉnh");
}

static void
test_targets (void)
{
  static const struct
  {
    const char    *name;
    TosoTargetKind kind;
    TosoDirection  direction;
    double         value; /* -1: missing */
    const char    *unit;
    const char    *denominator;
  } expected[] = {
    { "Duy trì hoạt động Tổ Công nghệ số cộng đồng", TOSO_TARGET_COUNT_OF_COUNT, TOSO_DIRECTION_AT_LEAST, 41, "Tổ", "Tổ Công nghệ số cộng đồng" },
    { "Nâng cao nhận thức người dân, doanh nghiệp trên địa bàn", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 100, "%", "người dân, doanh nghiệp trên địa bàn" },
    { "Sản phẩm OCOP lên các sàn giao dịch thương mại điện tử", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 100, "%", "sản phẩm OCOP tại xã" },
    { "Thành viên Tổ CNSCĐ tham gia ít nhất 01 lớp tập huấn…", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 100, "%", "thành viên Tổ CNSCĐ" },
    { "Hộ gia đình sử dụng dịch vụ công trực tuyến mức độ 3, 4", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 70, "%", "hộ gia đình" },
    { "Công dân có Căn cước và tài khoản định danh mức độ 2", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 100, "%", "công dân trên địa bàn" },
    { "Hướng dẫn, hỗ trợ các doanh nghiệp, hộ kinh doanh, sản xuất…", TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_NONE, -1, "", "" },
    { "Tăng tỷ lệ người dân sử dụng các nền tảng số phổ biến", TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_INCREASE, -1, "", "" },
  };
  g_autoptr (TosoPlan) plan = read_seed ();
  guint i;

  g_assert_cmpuint (plan->targets->len, ==, G_N_ELEMENTS (expected));
  for (i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const TosoTarget *target = g_ptr_array_index (plan->targets, i);
      g_autofree char  *code = g_strdup_printf ("CT%02u", i + 1);
      g_autofree char  *path = toso_section_path (target->section);

      g_assert_cmpstr (target->code, ==, code);
      g_assert_cmpstr (target->name, ==, expected[i].name);
      g_assert_cmpint (target->kind, ==, expected[i].kind);
      g_assert_cmpint (target->direction, ==, expected[i].direction);
      g_assert_cmpint (target->value.known, ==, expected[i].value >= 0);
      if (target->value.known)
        g_assert_cmpfloat (target->value.value, ==, expected[i].value);
      g_assert_cmpint (target->whole.known, ==, i == 0);
      /* "Duy trì … 41/41": kept up, so there from the first day. */
      g_assert_cmpint (target->baseline.known, ==, i == 0);
      if (target->baseline.known)
        g_assert_cmpfloat (target->baseline.value, ==, 41);
      g_assert_cmpstr (target->unit, ==, expected[i].unit);
      g_assert_cmpstr (target->denominator_name, ==, expected[i].denominator);
      g_assert_cmpstr (target->numerator_name, !=, "");
      g_assert_cmpint (target->over_time, ==, TOSO_OVER_TIME_STOCK);
      g_assert_cmpstr (path, ==, "II.2");
    }
  g_assert_cmpfloat (((TosoTarget *) g_ptr_array_index (plan->targets, 0))->whole.value, ==, 41);
}

static void
test_tasks (void)
{
  static const struct
  {
    const char  *code;
    const char  *title;
    const char  *lead;
    const char  *supporting;
    const char  *time;
    TosoTimeKind time_kind;
    const char  *result;
  } expected[] = {
    { "III.2", "Rà soát, củng cố thành viên các Tổ tại 41 thôn, làng; phân công nhiệm vụ cụ thể cho từng thành viên",
      "UBND xã, các thôn, làng", "", "Thường xuyên trong năm", TOSO_TIME_CONTINUOUS, "Các Tổ CNSCĐ hoạt động ổn định, hiệu quả" },
    { "III.3", "Tập huấn nghiệp vụ cho Tổ Công nghệ số cộng đồng",
      "UBND xã", "cơ quan, đơn vị chuyên môn", "Theo kế hoạch trong năm", TOSO_TIME_IN_YEAR,
      "Thành viên Tổ CNSCĐ được nâng cao kỹ năng, đáp ứng yêu cầu nhiệm vụ" },
    { "III.4", "Tổ chức tuyên truyền các hoạt động", "UBND xã, các Tổ CNSCĐ", "", "Thường xuyên", TOSO_TIME_CONTINUOUS,
      "Người dân hiểu và tích cực tham gia chuyển đổi số" },
    { "III.5", "Khen thưởng, tôn vinh các cá nhân, tập thể", "UBND xã", "", "Cuối năm hoặc theo đợt", TOSO_TIME_YEAR_END,
      "Tạo động lực duy trì hoạt động của Tổ CNSCĐ" },
  };
  g_autoptr (TosoPlan) plan = read_seed ();
  guint i;

  g_assert_cmpuint (plan->tasks->len, ==, G_N_ELEMENTS (expected));
  for (i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const TosoTask  *task = g_ptr_array_index (plan->tasks, i);
      g_autofree char *path = toso_section_path (task->section);

      g_assert_cmpstr (task->code, ==, expected[i].code);
      g_assert_cmpstr (path, ==, expected[i].code);
      g_assert_cmpstr (task->title, ==, expected[i].title);
      g_assert_cmpstr (task->lead, ==, expected[i].lead);
      g_assert_cmpstr (task->supporting, ==, expected[i].supporting);
      g_assert_cmpstr (task->time, ==, expected[i].time);
      g_assert_cmpint (task->time_kind, ==, expected[i].time_kind);
      g_assert_cmpstr (task->result, ==, expected[i].result);
      g_assert_cmpint (task->state, ==, TOSO_TASK_NOT_STARTED);
    }
}

static void
test_tail (void)
{
  static const char *const recipients[] = {
    "- Sở Khoa học & Công nghệ (B/c);",
    "- Chủ tịch, các PCT UBND xã (B/c);",
    "- UB. MTTQ, các đoàn thể xã (P/h);",
    "- 41 thôn, làng và tổ CNSCĐ (thực hiện)",
    "- Lưu VT.",
  };
  g_autoptr (TosoPlan) plan = read_seed ();
  guint i;

  g_assert_cmpstr (plan->recipients_heading, ==, "Nơi nhận:");
  g_assert_cmpuint (plan->recipients->len, ==, G_N_ELEMENTS (recipients));
  for (i = 0; i < G_N_ELEMENTS (recipients); i++)
    g_assert_cmpstr (g_ptr_array_index (plan->recipients, i), ==, recipients[i]);
  g_assert_cmpuint (plan->signature->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (plan->signature, 0), ==, "KT. CHỦ TỊCH");
  g_assert_cmpstr (g_ptr_array_index (plan->signature, 1), ==, "PHÓ CHỦ TỊCH");
  g_assert_cmpstr (plan->signer, ==, "Phạm Xuân Khánh");
}

/* What was left out, and the two items without a unit, are told. */
static void
test_remarks (void)
{
  static const guint lines[] = { 177, 193, 266, 354 };
  g_autoptr (TosoPlan) plan = read_seed ();
  guint i;

  g_assert_cmpuint (plan->remarks->len, ==, G_N_ELEMENTS (lines));
  for (i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const TosoRemark *remark = g_ptr_array_index (plan->remarks, i);

      g_assert_cmpuint (remark->line, ==, lines[i]);
      g_assert_cmpuint (remark->span.end, >, remark->span.start);
    }
  g_assert_nonnull (strstr (((TosoRemark *) g_ptr_array_index (plan->remarks, 1))->message, "III.1"));
  g_assert_nonnull (strstr (((TosoRemark *) g_ptr_array_index (plan->remarks, 2))->message, "III.6"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/seed-plan/every-paragraph-comes-back", test_every_paragraph_comes_back);
  g_test_add_func ("/exchange/seed-plan/header-and-commune", test_header_and_commune);
  g_test_add_func ("/exchange/seed-plan/sections", test_sections);
  g_test_add_func ("/exchange/seed-plan/bodies-as-printed", test_bodies_as_printed);
  g_test_add_func ("/exchange/seed-plan/spans-are-of-the-source", test_spans_are_of_the_source);
  g_test_add_func ("/exchange/seed-plan/legal-bases", test_legal_bases);
  g_test_add_func ("/exchange/seed-plan/targets", test_targets);
  g_test_add_func ("/exchange/seed-plan/tasks", test_tasks);
  g_test_add_func ("/exchange/seed-plan/tail", test_tail);
  g_test_add_func ("/exchange/seed-plan/remarks", test_remarks);

  return g_test_run ();
}
