/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-line.h"
#include "app/toso-plan-paragraph.h"
#include "plan-fixture.h"

#include <gio/gio.h>
#include <string.h>

static void
number_sections (TosoSection *section,
                 gpointer     user_data)
{
  gint64 *next = user_data;

  section->id = (*next)++;
}

static TosoPlan *
make_plan (void)
{
  TosoPlan *plan = plan_fixture_make ();
  gint64    next = 10;

  toso_plan_foreach_section (plan, number_sections, &next);
  for (guint i = 0; i < plan->targets->len; i++)
    ((TosoTarget *) g_ptr_array_index (plan->targets, i))->id = 100 + i;
  ((TosoTask *) g_ptr_array_index (plan->tasks, 0))->id = 200;
  return plan;
}

static const TosoPlanLine *
find_text (GPtrArray  *lines,
           const char *text)
{
  for (guint i = 0; i < lines->len; i++)
    if (strcmp (((TosoPlanLine *) g_ptr_array_index (lines, i))->text, text) == 0)
      return g_ptr_array_index (lines, i);
  g_assert_not_reached ();
}

/* What the screen shows is the plan's text, whole and in order. */
static void
test_whole_text (void)
{
  g_autoptr (TosoPlan) plan = make_plan ();
  g_autoptr (GPtrArray) lines = toso_plan_lines_new (plan, NULL, NULL);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autofree char *text = toso_plan_to_text (plan);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (shown, "%s\n", ((TosoPlanLine *) g_ptr_array_index (lines, i))->text);
  g_assert_cmpstr (shown->str, ==, text);
}

static void
test_places (void)
{
  static const struct
  {
    const char *text;
    const char *path;
    guint       number, count;
    gboolean    running;
  } cases[] = {
    { "KẾ HOẠCH", "", 3, 5, FALSE },
    { "I. MỤC TIÊU", "I", 1, 1, FALSE },
    { "- Nâng cao hiệu quả.", "I.1", 2, 3, FALSE },
    { "- Không có số.", "I.2", 4, 4, FALSE },
    { "2. Rà soát thành viên; phân công nhiệm vụ.", "II.2", 1, 2, TRUE },
    { "a) Nội dung", "II.1.a", 1, 2, FALSE },
    { "Phạm Xuân Khánh", "", 5, 5, FALSE },
  };
  g_autoptr (TosoPlan) plan = make_plan ();
  g_autoptr (GPtrArray) lines = toso_plan_lines_new (plan, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TosoPlanLine *line = find_text (lines, cases[i].text);

      g_assert_cmpstr (line->path, ==, cases[i].path);
      g_assert_cmpuint (line->number, ==, cases[i].number);
      g_assert_cmpuint (line->count, ==, cases[i].count);
      g_assert_cmpint (line->running, ==, cases[i].running);
    }
}

static void
assert_said (const TosoPlanLine *line,
             const char         *clause)
{
  const TosoPlanMark *mark = g_ptr_array_index (line->marks, 0);
  g_autofree char    *said = g_strndup (line->text + mark->start, mark->end - mark->start);

  g_assert_cmpstr (said, ==, clause);
}

/* A target is marked at its sentence, the clause with the figure underlined;
 * a task at its section's heading. */
static void
test_marks (void)
{
  g_autoptr (TosoPlan) plan = make_plan ();
  g_autoptr (GPtrArray) lines = toso_plan_lines_new (plan, NULL, NULL);
  const TosoPlanLine *task = find_text (lines, "1. Tập huấn");
  const TosoPlanMark *mark;

  assert_said (find_text (lines, "- Hỗ trợ tối thiểu 70% hộ gia đình; quảng bá sản phẩm."),
               "Hỗ trợ tối thiểu 70% hộ gia đình");
  assert_said (find_text (lines, "- 100% công dân có tài khoản."), "100% công dân có tài khoản");
  g_assert_cmpuint (find_text (lines, "- Không có số.")->marks->len, ==, 0);
  mark = g_ptr_array_index (find_text (lines, "- 100% công dân có tài khoản.")->marks, 0);
  g_assert_cmpint (mark->target_id, ==, 101);
  /* Not reported is not zero. */
  g_assert_cmpstr (mark->value, ==, TOSO_MISSING);
  g_assert_cmpint (mark->mark, ==, TOSO_MARK_NONE);

  g_assert_cmpuint (task->marks->len, ==, 1);
  mark = g_ptr_array_index (task->marks, 0);
  g_assert_cmpint (mark->task_id, ==, 200);
  g_assert_cmpstr (mark->note, ==, "Thường xuyên");
  g_assert_cmpint (mark->mark, ==, TOSO_MARK_DIAMOND);
}

/* A target keeps to its sentence when a person rewords it, and to its section
 * when the sentence goes. */
static void
test_edited_sentence (void)
{
  static const struct
  {
    const char *body;
    const char *marked;
  } cases[] = {
    { "- Mới.\n- Hỗ trợ tối thiểu 75% hộ gia đình; quảng bá sản phẩm.", "- Hỗ trợ tối thiểu 75% hộ gia đình; quảng bá sản phẩm." },
    { "- Một câu khác hẳn.", "2. Mục tiêu cụ thể" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPlan) plan = make_plan ();
      g_autoptr (GPtrArray) lines = NULL;
      TosoSection *section = find_section (plan, "I.2");
      guint        position;

      g_free (section->body);
      section->body = g_strdup (cases[i].body);
      lines = toso_plan_lines_new (plan, NULL, NULL);
      position = toso_plan_lines_find_target (lines, 100);
      g_assert_cmpstr (((TosoPlanLine *) g_ptr_array_index (lines, position))->text, ==, cases[i].marked);
    }
}

/* A remark of the reader is shown where its words stand now. */
static void
test_remarks (void)
{
  g_autoptr (TosoPlan) plan = make_plan ();
  g_autoptr (GPtrArray) lines = NULL;
  TosoRemark         *remark = g_new0 (TosoRemark, 1);
  const TosoPlanLine *line;
  const TosoPlanFlaw *flaw;

  g_free (plan->source);
  plan->source = g_strdup ("x\n- Chuyển \n\nđổi số.\ny");
  remark->span.start = strlen ("x\n- ");
  remark->span.end = strlen ("x\n- Chuyển \n\nđổi số.");
  remark->message = g_strdup ("look here");
  g_ptr_array_add (plan->remarks, remark);

  lines = toso_plan_lines_new (plan, NULL, plan->remarks);
  line = find_text (lines, "- Chuyển đổi số.");
  g_assert_cmpuint (line->flaws->len, ==, 1);
  flaw = g_ptr_array_index (line->flaws, 0);
  g_assert_cmpuint (flaw->start, ==, strlen ("- "));
  g_assert_cmpuint (flaw->end, ==, strlen (line->text));
}

static void
count_cb (GListModel *model,
          guint       position,
          guint       removed,
          guint       added,
          gpointer    user_data)
{
  guint *counts = user_data;

  counts[0] += removed;
  counts[1] += added;
}

/* Lines that stay keep their objects, hence selection and scroll position. */
static void
test_update_keeps_objects (void)
{
  static const struct
  {
    const char *body;
    guint       removed, added;
  } cases[] = {
    { "- Nâng cao hiệu quả hơn.\n- Thông tin, tuyên truyền.", 0, 0 },
    { "- Nâng cao hiệu quả.\n- Thông tin, tuyên truyền.\n- Ba.", 0, 1 },
    { "- Nâng cao hiệu quả.", 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPlan) plan = make_plan ();
      g_autoptr (GListStore) store = g_list_store_new (TOSO_TYPE_PLAN_PARAGRAPH);
      g_autoptr (GPtrArray) before = toso_plan_lines_new (plan, NULL, NULL);
      g_autoptr (GPtrArray) after = NULL;
      g_autoptr (GString) shown = g_string_new (NULL);
      g_autofree char *text = NULL;
      TosoSection     *section = find_section (plan, "I.1");
      guint            counts[2] = { 0, 0 };

      toso_plan_paragraphs_update (store, before);
      g_signal_connect (store, "items-changed", G_CALLBACK (count_cb), counts);
      g_free (section->body);
      section->body = g_strdup (cases[i].body);
      after = toso_plan_lines_new (plan, NULL, NULL);
      toso_plan_paragraphs_update (store, after);
      g_assert_cmpuint (counts[0], ==, cases[i].removed);
      g_assert_cmpuint (counts[1], ==, cases[i].added);

      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (store)); k++)
        {
          g_autoptr (TosoPlanParagraph) paragraph = g_list_model_get_item (G_LIST_MODEL (store), k);

          g_string_append_printf (shown, "%s\n", toso_plan_paragraph_get_line (paragraph)->text);
        }
      text = toso_plan_to_text (plan);
      g_assert_cmpstr (shown->str, ==, text);
    }
}

/* The comparison shows the changes, the words that differ, and how much is
 * left out. */
static void
test_compare (void)
{
  const char *const old_text[] = { "một", "hai", "ba", "bốn đứa trẻ", "năm", "sáu", "bảy", "tám", NULL };
  const char *const new_text[] = { "một", "hai", "ba", "bốn cô trẻ", "năm", "sáu", "bảy", "tám", "chín", NULL };
  static const struct
  {
    TosoPlanPart part;
    TosoDiffKind diff;
    const char  *text;
  } cases[] = {
    { TOSO_PLAN_PART_GAP, TOSO_DIFF_SAME, NULL },
    { TOSO_PLAN_PART_BODY, TOSO_DIFF_SAME, "ba" },
    { TOSO_PLAN_PART_BODY, TOSO_DIFF_REMOVED, "bốn đứa trẻ" },
    { TOSO_PLAN_PART_BODY, TOSO_DIFF_ADDED, "bốn cô trẻ" },
    { TOSO_PLAN_PART_BODY, TOSO_DIFF_SAME, "năm" },
    { TOSO_PLAN_PART_GAP, TOSO_DIFF_SAME, NULL },
    { TOSO_PLAN_PART_BODY, TOSO_DIFF_SAME, "tám" },
    { TOSO_PLAN_PART_BODY, TOSO_DIFF_ADDED, "chín" },
  };
  guint n_removed;
  guint n_added;
  g_autoptr (GPtrArray) lines = toso_plan_lines_compare (old_text, new_text, &n_removed, &n_added);
  const TosoPlanLine *removed;
  const TosoSpan     *span;

  g_assert_cmpuint (n_removed, ==, 1);
  g_assert_cmpuint (n_added, ==, 2);
  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TosoPlanLine *line = g_ptr_array_index (lines, i);

      g_assert_cmpint (line->part, ==, cases[i].part);
      g_assert_cmpint (line->diff, ==, cases[i].diff);
      if (cases[i].text != NULL)
        g_assert_cmpstr (line->text, ==, cases[i].text);
    }
  removed = g_ptr_array_index (lines, 2);
  g_assert_cmpuint (removed->changes->len, ==, 1);
  span = &g_array_index (removed->changes, TosoSpan, 0);
  g_assert_cmpuint (span->start, ==, strlen ("bốn "));
  g_assert_cmpuint (span->end, ==, strlen ("bốn đứa"));
}

static void
test_compare_same (void)
{
  const char *const text[] = { "một", "hai", NULL };
  guint             n_removed;
  guint             n_added;
  g_autoptr (GPtrArray) lines = toso_plan_lines_compare (text, text, &n_removed, &n_added);

  g_assert_cmpuint (n_removed + n_added, ==, 0);
  g_assert_cmpuint (lines->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-line/is-the-whole-text", test_whole_text);
  g_test_add_func ("/plan-line/knows-its-place", test_places);
  g_test_add_func ("/plan-line/marks-targets-and-tasks", test_marks);
  g_test_add_func ("/plan-line/edited-sentence-keeps-its-target", test_edited_sentence);
  g_test_add_func ("/plan-line/shows-remarks", test_remarks);
  g_test_add_func ("/plan-line/update-keeps-objects", test_update_keeps_objects);
  g_test_add_func ("/plan-line/compares-words", test_compare);
  g_test_add_func ("/plan-line/compares-the-same", test_compare_same);
  return g_test_run ();
}
