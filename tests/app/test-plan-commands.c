/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-commands.h"
#include "plan-fixture.h"

#include <string.h>

static void
test_labels (void)
{
  static const struct
  {
    const char *text, *old_label, *label, *rest;
  } cases[] = {
    { "1. Mục đích", "1.", "1.", "Mục đích" },
    { "2. Mục đích", "1.", "2.", "Mục đích" },
    { "đ) Nội dung", "d)", "đ)", "Nội dung" },
    { "IV. TỔ CHỨC", "III.", "IV.", "TỔ CHỨC" },
    { "Điều 3. Tên", "Điều 2.", "Điều 3.", "Tên" },
    { "Mục đích", "1.", "", "Mục đích" },
    { "1.5 triệu hộ", "", "", "1.5 triệu hộ" },
    { "1.", "1.", "1.", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *rest = NULL;

      toso_plan_split_label (cases[i].text, cases[i].old_label, &label, &rest);
      g_assert_cmpstr (label, ==, cases[i].label);
      g_assert_cmpstr (rest, ==, cases[i].rest);
    }
}

static char *
get_place (const TosoPlan      *plan,
           const TosoPlanPlace *place)
{
  const TosoSection *parent = place->parent_id != 0 ? toso_plan_find_section (plan, place->parent_id) : NULL;
  const TosoSection *after = place->after_id != 0 ? toso_plan_find_section (plan, place->after_id) : NULL;
  g_autofree char   *parent_path = parent != NULL ? toso_section_path (parent) : g_strdup ("-");
  g_autofree char   *after_path = after != NULL ? toso_section_path (after) : g_strdup ("first");

  return g_strdup_printf ("%s after %s", parent_path, *after_path != '\0' ? after_path : "opening");
}

static void
test_moves (void)
{
  static const struct
  {
    const char  *path;
    TosoPlanMove move;
    const char  *place; /* NULL: there is none */
  } cases[] = {
    { "I.2", TOSO_PLAN_MOVE_UP, "I after first" },
    { "I.1", TOSO_PLAN_MOVE_UP, NULL },
    { "I.1", TOSO_PLAN_MOVE_DOWN, "I after I.2" },
    { "I.2", TOSO_PLAN_MOVE_DOWN, NULL },
    { "II", TOSO_PLAN_MOVE_UP, "- after opening" },
    { "I", TOSO_PLAN_MOVE_UP, NULL },    /* the opening stays first */
    { "II", TOSO_PLAN_MOVE_DOWN, NULL }, /* and the ending last */
    { "I.2", TOSO_PLAN_MOVE_IN, "I.1 after first" },
    { "II.2", TOSO_PLAN_MOVE_IN, "II.1 after II.1.a" },
    { "I", TOSO_PLAN_MOVE_IN, NULL },
    { "II.1.a", TOSO_PLAN_MOVE_OUT, "II after II.1" },
    { "I.2", TOSO_PLAN_MOVE_OUT, "- after I" },
    { "I", TOSO_PLAN_MOVE_OUT, NULL },
  };
  char     *folder = NULL;
  TosoYear *year = plan_fixture_open (&folder);
  g_autoptr (TosoPlan) plan = toso_year_load_plan (year, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *place = NULL;
      TosoPlanPlace    found;
      gint64           id = find_section (plan, cases[i].path)->id;

      g_test_message ("%s, move %d", cases[i].path, cases[i].move);
      if (toso_plan_find_move (plan, id, cases[i].move, &found))
        place = get_place (plan, &found);
      g_assert_cmpstr (place, ==, cases[i].place);
    }
  plan_fixture_close (year, folder);
}

/* The ends of the text are no sections, but one may be added beside them. */
static void
test_ends (void)
{
  char     *folder = NULL;
  TosoYear *year = plan_fixture_open (&folder);
  g_autoptr (TosoPlan) plan = toso_year_load_plan (year, NULL);
  g_autofree char *opening = NULL;
  g_autofree char *ending = NULL;
  TosoPlanPlace    place;

  g_assert_true (toso_plan_find_after (plan, TOSO_PLAN_NODE_OPENING, &place));
  opening = get_place (plan, &place);
  g_assert_cmpstr (opening, ==, "- after opening");
  g_assert_true (toso_plan_find_after (plan, TOSO_PLAN_NODE_ENDING, &place));
  ending = get_place (plan, &place);
  g_assert_cmpstr (ending, ==, "- after II");
  g_assert_false (toso_plan_find_inside (plan, TOSO_PLAN_NODE_ENDING, &place));
  g_assert_false (toso_plan_find_move (plan, TOSO_PLAN_NODE_OPENING, TOSO_PLAN_MOVE_DOWN, &place));
  plan_fixture_close (year, folder);
}

/* What a person writes in the place of one paragraph: the text has just that,
 * in one step that can be undone. */
static void
test_write (void)
{
  static const struct
  {
    const char *old_text;
    const char *typed;
    const char *new_text; /* what the plan's text has in its place */
  } cases[] = {
    { "- Nâng cao hiệu quả.", "- Nâng cao chất lượng.", "- Nâng cao chất lượng.\n" },
    { "- Nâng cao hiệu quả.", "- Một.\n\n - Hai. ", "- Một.\n- Hai.\n" },
    { "- Nâng cao hiệu quả.", "", "" },
    { "I. MỤC TIÊU", "I. MỤC ĐÍCH", "I. MỤC ĐÍCH\n" },
    { "1. Tập huấn", "1. Tập huấn nghiệp vụ\nĐoạn mới.", "1. Tập huấn nghiệp vụ\nĐoạn mới.\n" },
    { "2. Rà soát thành viên; phân công nhiệm vụ.", "2. Rà soát.", "2. Rà soát.\n" },
    { "KẾ HOẠCH", "KẾ HOẠCH ", "KẾ HOẠCH\n" },
    { "Hoạt động của Tổ\nnăm 2026", "Hoạt động\ncủa Tổ\nnăm 2026", "Hoạt động\ncủa Tổ\nnăm 2026\n" },
    { "- Như trên;\n- Lưu: VT.", "- Như trên;\n- UB MTTQ;\n- Lưu: VT.", "- Như trên;\n- UB MTTQ;\n- Lưu: VT.\n" },
    { "Nơi nhận:", "Nơi nhận :", "Nơi nhận :\n" },
    { "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "CHỦ TỊCH", "CHỦ TỊCH\n" },
    { "Phạm Xuân Khánh", "Lê Văn A", "Lê Văn A\n" },
    { "Trên đây là Kế hoạch./.", "Trên đây là Kế hoạch năm 2026./.", "Trên đây là Kế hoạch năm 2026./.\n" },
  };
  char     *folder = NULL;
  TosoYear *year = plan_fixture_open (&folder);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPlan) plan = toso_year_load_plan (year, NULL);
      g_autoptr (TosoPlan) written = NULL;
      g_autoptr (TosoPlan) undone = NULL;
      g_autoptr (GPtrArray) lines = toso_plan_lines_new (plan, NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autofree char *before = toso_plan_to_text (plan);
      g_autofree char *after = NULL;
      g_autofree char *again = NULL;
      g_autofree char *title = NULL;

      for (guint k = 0; k < lines->len; k++)
        {
          const TosoPlanLine *line = g_ptr_array_index (lines, k);

          if (strcmp (line->text, cases[i].old_text) != 0)
            {
              g_string_append_printf (expected, "%s\n", line->text);
              continue;
            }
          g_string_append (expected, cases[i].new_text);
          g_assert_true (toso_plan_write_line (year, plan, line, cases[i].typed, &error));
          g_assert_no_error (error);
        }
      written = toso_year_load_plan (year, NULL);
      after = toso_plan_to_text (written);
      g_assert_cmpstr (after, ==, expected->str);

      if (strcmp (before, after) == 0)
        continue;
      title = toso_year_undo (year, &error);
      g_assert_no_error (error);
      undone = toso_year_load_plan (year, NULL);
      again = toso_plan_to_text (undone);
      g_assert_cmpstr (again, ==, before);
    }
  plan_fixture_close (year, folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-commands/tells-labels", test_labels);
  g_test_add_func ("/plan-commands/finds-places", test_moves);
  g_test_add_func ("/plan-commands/ends-stay", test_ends);
  g_test_add_func ("/plan-commands/writes-one-paragraph", test_write);
  return g_test_run ();
}
