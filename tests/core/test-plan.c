/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-plan.h"

static TosoSection *
add_section (TosoPlan       *plan,
             TosoSection    *parent,
             TosoSectionKind kind,
             const char     *label,
             const char     *heading,
             const char     *body)
{
  int          level = parent != NULL ? parent->level + 1 : (kind == TOSO_SECTION_NUMBERED ? 1 : 0);
  TosoSection *section = toso_section_new (kind, level, label, heading, body);

  if (parent != NULL)
    toso_section_append (parent, section);
  else
    g_ptr_array_add (plan->sections, section);
  return section;
}

static TosoPlan *
make_plan (void)
{
  static const char *const agency[] = { "ỦY BAN NHÂN DÂN", "XÃ NGỌC LIÊN", NULL };
  static const char *const title[] = { "Hoạt động của Tổ Công nghệ số cộng đồng", "năm 2026", NULL };
  TosoPlan                *plan = toso_plan_new ();
  TosoSection             *part;
  TosoSection             *item;
  TosoTarget              *target;
  TosoTask                *task;
  TosoRemark              *remark;

  plan->id = 9;
  plan->year = 2026;
  plan->n_villages = 41;
  plan->header.agency = g_strdupv ((GStrv) agency);
  plan->header.number_line = g_strdup ("Số:      /KH-UBND");
  plan->header.kind = g_strdup ("KẾ HOẠCH");
  plan->header.title = g_strdupv ((GStrv) title);

  add_section (plan, NULL, TOSO_SECTION_PREAMBLE, "", "", "Căn cứ Luật A;\nCăn cứ Nghị quyết B.");
  part = add_section (plan, NULL, TOSO_SECTION_NUMBERED, "III.", "NỘI DUNG TRIỂN KHAI", "");
  part->id = 3;
  add_section (plan, part, TOSO_SECTION_NUMBERED, "1.", "Tiếp tục kiện toàn", "");
  item = add_section (plan, part, TOSO_SECTION_NUMBERED, "2.", "", "Rà soát, củng cố.\n- Phát huy vai trò.\n\nThời gian: Thường xuyên.");
  item->id = 5;
  add_section (plan, item, TOSO_SECTION_NUMBERED, "a)", "Nội dung", "- Một.\n+ Hai.");
  add_section (plan, NULL, TOSO_SECTION_CLOSING, "", "", "Trên đây là Kế hoạch./.");
  add_section (plan, NULL, TOSO_SECTION_ANNEX, "Phụ lục I", "BẢNG PHÂN CÔNG", "STT | Nhiệm vụ");

  g_ptr_array_add (plan->legal_bases, toso_legal_basis_new ("Luật A"));
  target = toso_target_new ();
  target->id = 7;
  target->value = TOSO_FIGURE (70);
  target->section = item;
  g_ptr_array_add (plan->targets, target);
  task = toso_task_new ();
  task->section = part;
  g_ptr_array_add (plan->tasks, task);
  remark = g_new0 (TosoRemark, 1);
  remark->message = g_strdup ("?");
  g_ptr_array_add (plan->remarks, remark);

  plan->recipients_heading = g_strdup ("Nơi nhận:");
  g_ptr_array_add (plan->recipients, g_strdup ("- Sở KH&CN (B/c);"));
  g_ptr_array_add (plan->recipients, g_strdup ("- Lưu VT."));
  g_ptr_array_add (plan->signature, g_strdup ("KT. CHỦ TỊCH"));
  g_ptr_array_add (plan->signature, g_strdup ("PHÓ CHỦ TỊCH"));
  plan->signer = g_strdup ("Phạm Xuân Khánh");
  return plan;
}

static const char plan_text[] =
  "ỦY BAN NHÂN DÂN\n"
  "XÃ NGỌC LIÊN\n"
  "Số:      /KH-UBND\n"
  "KẾ HOẠCH\n"
  "Hoạt động của Tổ Công nghệ số cộng đồng\n"
  "năm 2026\n"
  "Căn cứ Luật A;\n"
  "Căn cứ Nghị quyết B.\n"
  "III. NỘI DUNG TRIỂN KHAI\n"
  "1. Tiếp tục kiện toàn\n"
  "2. Rà soát, củng cố.\n"
  "- Phát huy vai trò.\n"
  "Thời gian: Thường xuyên.\n"
  "a) Nội dung\n"
  "- Một.\n"
  "+ Hai.\n"
  "Trên đây là Kế hoạch./.\n"
  "Nơi nhận:\n"
  "- Sở KH&CN (B/c);\n"
  "- Lưu VT.\n"
  "KT. CHỦ TỊCH\n"
  "PHÓ CHỦ TỊCH\n"
  "Phạm Xuân Khánh\n"
  "Phụ lục I\n"
  "BẢNG PHÂN CÔNG\n"
  "STT | Nhiệm vụ\n";

static void
test_text_is_given_back (void)
{
  g_autoptr (TosoPlan) plan = make_plan ();
  g_autofree char *text = toso_plan_to_text (plan);

  g_assert_cmpstr (text, ==, plan_text);
}

static void
test_empty_plan_invents_nothing (void)
{
  g_autoptr (TosoPlan) plan = toso_plan_new ();
  g_autoptr (TosoPlan) copy = toso_plan_copy (plan);
  g_autofree char *text = toso_plan_to_text (copy);
  g_auto (GStrv) paragraphs = toso_plan_get_paragraphs (copy);

  g_assert_cmpstr (text, ==, "");
  g_assert_cmpuint (g_strv_length (paragraphs), ==, 0);
}

/* Every shape of label, heading and body that the decree allows. */
static void
test_section_paragraphs (void)
{
  static const struct
  {
    const char *label;
    const char *heading;
    const char *body;
    const char *text;
  } cases[] = {
    { "I.", "MỤC ĐÍCH", "Một.\nHai.", "I. MỤC ĐÍCH\nMột.\nHai.\n" },
    { "2.", "", "Rà soát.\nHai.", "2. Rà soát.\nHai.\n" },
    { "2.", "", "", "2.\n" },
    { "", "Mục tiêu", "Một.", "Mục tiêu\nMột.\n" },
    { "", "", "Một.", "Một.\n" },
    { "", "", "", "" },
    { "", "", "\n\n", "" },
    { "Chương I", "QUY ĐỊNH CHUNG", "Một.", "Chương I\nQUY ĐỊNH CHUNG\nMột.\n" },
    { "Chương I", "", "Một.", "Chương I\nMột.\n" },
    { "Phần thứ nhất", "MỞ ĐẦU", "", "Phần thứ nhất\nMỞ ĐẦU\n" },
    { "Mục 1", "TÊN MỤC", "", "Mục 1\nTÊN MỤC\n" },
    { "Mục 1.", "Tên mục", "", "Mục 1. Tên mục\n" },
    { "PHẦN I:", "MỤC TIÊU", "", "PHẦN I: MỤC TIÊU\n" },
    { "Điều 2.", "Đối tượng", "Một.", "Điều 2. Đối tượng\nMột.\n" },
    { "Điều 2.", "", "Một.\nHai.", "Điều 2. Một.\nHai.\n" },
    { "a)", "", "một;", "a) một;\n" },
    { "-", "", "một;", "- một;\n" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPlan) plan = toso_plan_new ();
      g_autofree char *text = NULL;

      add_section (plan, NULL, TOSO_SECTION_NUMBERED, cases[i].label, cases[i].heading, cases[i].body);
      text = toso_plan_to_text (plan);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_copy_stands_alone (void)
{
  TosoPlan *plan = make_plan ();
  g_autoptr (TosoPlan) copy = toso_plan_copy (plan);
  g_autofree char *text = NULL;
  TosoTarget      *target = g_ptr_array_index (copy->targets, 0);
  TosoTask        *task = g_ptr_array_index (copy->tasks, 0);

  g_assert_true (target->section != ((TosoTarget *) g_ptr_array_index (plan->targets, 0))->section);
  toso_plan_free (plan);

  text = toso_plan_to_text (copy);
  g_assert_cmpstr (text, ==, plan_text);
  g_assert_cmpint (copy->id, ==, 9);
  g_assert_cmpint (copy->year, ==, 2026);
  g_assert_cmpuint (copy->n_villages, ==, 41);
  g_assert_cmpuint (copy->legal_bases->len, ==, 1);
  g_assert_cmpuint (copy->remarks->len, ==, 1);
  g_assert_true (target->section == toso_plan_find_section (copy, 5));
  g_assert_true (target->section->parent == toso_plan_find_section (copy, 3));
  g_assert_true (task->section == toso_plan_find_section (copy, 3));
  g_assert_true (toso_plan_find_target (copy, 7) == target);
  g_assert_null (toso_plan_find_section (copy, 77));
  g_assert_null (toso_plan_find_target (copy, 77));
  g_assert_true (target->value.known);
}

static void
collect_label (TosoSection *section,
               gpointer     user_data)
{
  g_string_append_printf (user_data, "[%s]", section->label);
}

static void
test_sections_come_in_text_order (void)
{
  g_autoptr (TosoPlan) plan = make_plan ();
  g_autoptr (GString) labels = g_string_new (NULL);

  toso_plan_foreach_section (plan, collect_label, labels);
  g_assert_cmpstr (labels->str, ==, "[][III.][1.][2.][a)][][Phụ lục I]");
}

static void
test_path (void)
{
  static const struct
  {
    const char *labels[4];
    const char *path;
  } cases[] = {
    { { "III.", "3.", "b)" }, "III.3.b" },
    { { "III." }, "III" },
    { { "Chương I", "Điều 2.", "1.", "a)" }, "Điều 2.1.a" },
    { { "Phần I", "II.", "3." }, "Phần I.II.3" },
    { { "", "1." }, "1" },
    { { "" }, "" },
    { { "(1)" }, "1" },
    { { "Điều 12:" }, "Điều 12" },
    { { "II.", "1.1." }, "II.1.1" },
    { { "II.", "3.", "3.1.", "3.1.2." }, "II.3.1.2" },
    { { "3/", "3.1." }, "3.1" },
    { { "3.", "31." }, "3.31" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPlan) plan = toso_plan_new ();
      g_autofree char *path = NULL;
      TosoSection     *section = NULL;
      gsize            j;

      for (j = 0; j < 4 && cases[i].labels[j] != NULL; j++)
        section = add_section (plan, section, TOSO_SECTION_NUMBERED, cases[i].labels[j], "", "");
      path = toso_section_path (section);
      g_assert_cmpstr (path, ==, cases[i].path);
    }
}

static void
test_display_title (void)
{
  static const struct
  {
    TosoSectionKind kind;
    const char     *label;
    const char     *heading;
    const char     *body;
    int             max_chars;
    const char     *title;
  } cases[] = {
    { TOSO_SECTION_NUMBERED, "I.", "MỤC ĐÍCH, YÊU CẦU", "", 0, "I. Mục đích, yêu cầu" },
    { TOSO_SECTION_NUMBERED, "1.", "UBND xã Ngọc Liên:", "x", 40, "1. UBND xã Ngọc Liên:" },
    { TOSO_SECTION_NUMBERED, "2.", "", "Rà soát, củng cố thành viên các Tổ tại 41 thôn, làng.\nHai", 20, "2. Rà soát, củng cố…" },
    { TOSO_SECTION_NUMBERED, "2.", "", "Rà soát.\nHai", 0, "2. Rà soát." },
    { TOSO_SECTION_NUMBERED, "Chương I", "QUY ĐỊNH CHUNG", "", 0, "Chương I. Quy định chung" },
    { TOSO_SECTION_NUMBERED, "3.", "", "", 10, "3." },
    { TOSO_SECTION_NUMBERED, "a)", "Mục đích, yêu cầu", "", 13, "a) Mục đích…" },
    { TOSO_SECTION_NUMBERED, "", "Khôngcódấucáchnàocả", "", 5, "Khôn…" },
    { TOSO_SECTION_PREAMBLE, "", "", "Căn cứ", 0, "Bases and opening" },
    { TOSO_SECTION_CLOSING, "", "", "Trên đây", 0, "Closing" },
    { TOSO_SECTION_ANNEX, "Phụ lục", "DANH SÁCH TỔ", "", 0, "Phụ lục. Danh sách tổ" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoSection) section = toso_section_new (cases[i].kind, 1, cases[i].label, cases[i].heading, cases[i].body);
      g_autofree char *title = toso_section_display_title (section, cases[i].max_chars);

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

static void
test_next_label (void)
{
  static const struct
  {
    const char *label;
    const char *next;
  } cases[] = {
    { "I.", "II." },
    { "III.", "IV." },
    { "VIII.", "IX." },
    { "IX.", "X." },
    { "XXXIX.", "XL." },
    { "1.", "2." },
    { "9.", "10." },
    { "01.", "02." },
    { "1.1.", "1.2." },
    { "1.9", "1.10" },
    { "1)", "2)" },
    { "(1)", "(2)" },
    { "a)", "b)" },
    { "d)", "đ)" },
    { "đ)", "e)" },
    { "e)", "g)" },
    { "i)", "k)" },
    { "v)", "x)" },
    { "A.", "B." },
    { "B.", "C." },
    { "C.", "D." },
    { "D.", "Đ." },
    { "Điều 2.", "Điều 3." },
    { "Chương I", "Chương II" },
    { "Phần thứ nhất", "Phần thứ hai" },
    { "Mục 1", "Mục 2" },
    { "Phụ lục", "Phụ lục II" },
    { "Phụ lục II", "Phụ lục III" },
    { "-", "-" },
    { "+", "+" },
    { "", "" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *next = toso_label_next (cases[i].label);

      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

static void
test_first_label (void)
{
  static const char *const first[] = { "", "I.", "1.", "a)", "-", "+", "+" };
  guint                    i;

  for (i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autofree char *label = toso_label_first ((int) i);

      g_assert_cmpstr (label, ==, first[i]);
    }
}

static void
test_ids (void)
{
  TosoTargetKind kind;
  TosoDirection  direction;
  TosoTaskState  state;
  TosoTimeKind   time;
  int            i;

  for (i = TOSO_TARGET_COUNT_OF_COUNT; i <= TOSO_TARGET_QUALITATIVE; i++)
    {
      g_assert_true (toso_target_kind_from_id (toso_target_kind_to_id ((TosoTargetKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  for (i = TOSO_DIRECTION_NONE; i <= TOSO_DIRECTION_DECREASE; i++)
    {
      g_assert_true (toso_direction_from_id (toso_direction_to_id ((TosoDirection) i), &direction));
      g_assert_cmpint (direction, ==, i);
    }
  for (i = TOSO_TASK_NOT_STARTED; i <= TOSO_TASK_NOT_YET_DUE; i++)
    {
      g_assert_true (toso_task_state_from_id (toso_task_state_to_id ((TosoTaskState) i), &state));
      g_assert_cmpint (state, ==, i);
    }
  for (i = TOSO_TIME_UNKNOWN; i <= TOSO_TIME_IN_YEAR; i++)
    {
      g_assert_true (toso_time_kind_from_id (toso_time_kind_to_id ((TosoTimeKind) i), &time));
      g_assert_cmpint (time, ==, i);
    }

  g_assert_cmpstr (toso_target_kind_to_id (TOSO_TARGET_COUNT_OF_COUNT), ==, "count_of_count");
  g_assert_cmpstr (toso_direction_to_id (TOSO_DIRECTION_AT_LEAST), ==, ">=");
  g_assert_null (toso_direction_to_id (TOSO_DIRECTION_NONE));
  g_assert_false (toso_target_kind_from_id ("ratio", &kind));
  g_assert_false (toso_target_kind_from_id (NULL, &kind));
  g_assert_false (toso_direction_from_id ("=>", &direction));
  g_assert_false (toso_task_state_from_id ("", &state));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/plan/text-is-given-back", test_text_is_given_back);
  g_test_add_func ("/core/plan/empty-plan-invents-nothing", test_empty_plan_invents_nothing);
  g_test_add_func ("/core/plan/section-paragraphs", test_section_paragraphs);
  g_test_add_func ("/core/plan/copy-stands-alone", test_copy_stands_alone);
  g_test_add_func ("/core/plan/sections-come-in-text-order", test_sections_come_in_text_order);
  g_test_add_func ("/core/plan/path", test_path);
  g_test_add_func ("/core/plan/display-title", test_display_title);
  g_test_add_func ("/core/plan/next-label", test_next_label);
  g_test_add_func ("/core/plan/first-label", test_first_label);
  g_test_add_func ("/core/plan/ids", test_ids);

  return g_test_run ();
}
