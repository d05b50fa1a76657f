/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include "core/toso-error.h"

#define START "<, I. MỤC ĐÍCH, YÊU CẦU (1. Mục đích, 2. Yêu cầu), "                                 \
              "II. NỘI DUNG (1. Tập huấn (a) Nội dung, b) Phương thức), 2. Mục tiêu cụ thể), " \
              "III. TỔ CHỨC THỰC HIỆN, >"

#define NONE  ""   /* outermost, or first */
#define CLOSE "**" /* after the closing */

static TosoPlan *
load (TosoYear *year)
{
  g_autoptr (GError) error = NULL;
  TosoPlan *plan = toso_year_load_plan (year, &error);

  g_assert_no_error (error);
  return plan;
}

static gint64
id_of (const TosoPlan *plan,
       const char     *path)
{
  if (g_str_equal (path, NONE))
    return 0;
  if (g_str_equal (path, CLOSE))
    return ((TosoSection *) g_ptr_array_index (plan->sections, plan->sections->len - 1))->id;

  return find_section (plan, path)->id;
}

static void
assert_outline (TosoYear   *year,
                const char *expected)
{
  g_autofree char *text = outline (year);

  g_assert_cmpstr (text, ==, expected);
}

/* --- adding: numbers run on --- */

static const struct
{
  const char *parent;
  const char *after;
  const char *outline;
} adds[] = {
  { NONE, NONE,
    "<, I. Mới, II. MỤC ĐÍCH, YÊU CẦU (1. Mục đích, 2. Yêu cầu), III. NỘI DUNG (1. Tập huấn (a) Nội dung, b) Phương thức), "
    "2. Mục tiêu cụ thể), IV. TỔ CHỨC THỰC HIỆN, >" },
  { NONE, "I",
    "<, I. MỤC ĐÍCH, YÊU CẦU (1. Mục đích, 2. Yêu cầu), II. Mới, III. NỘI DUNG (1. Tập huấn (a) Nội dung, b) Phương thức), "
    "2. Mục tiêu cụ thể), IV. TỔ CHỨC THỰC HIỆN, >" },
  { NONE, "III",
    "<, I. MỤC ĐÍCH, YÊU CẦU (1. Mục đích, 2. Yêu cầu), II. NỘI DUNG (1. Tập huấn (a) Nội dung, b) Phương thức), "
    "2. Mục tiêu cụ thể), III. TỔ CHỨC THỰC HIỆN, IV. Mới, >" },
  /* Never behind the closing. */
  { NONE, CLOSE,
    "<, I. MỤC ĐÍCH, YÊU CẦU (1. Mục đích, 2. Yêu cầu), II. NỘI DUNG (1. Tập huấn (a) Nội dung, b) Phương thức), "
    "2. Mục tiêu cụ thể), III. TỔ CHỨC THỰC HIỆN, IV. Mới, >" },
  { "II.1", "II.1.a",
    "<, I. MỤC ĐÍCH, YÊU CẦU (1. Mục đích, 2. Yêu cầu), II. NỘI DUNG (1. Tập huấn (a) Nội dung, b) Mới, c) Phương thức), "
    "2. Mục tiêu cụ thể), III. TỔ CHỨC THỰC HIỆN, >" },
  /* The first of its level. */
  { "III", NONE,
    "<, I. MỤC ĐÍCH, YÊU CẦU (1. Mục đích, 2. Yêu cầu), II. NỘI DUNG (1. Tập huấn (a) Nội dung, b) Phương thức), "
    "2. Mục tiêu cụ thể), III. TỔ CHỨC THỰC HIỆN (1. Mới), >" },
  { "I.2", NONE,
    "<, I. MỤC ĐÍCH, YÊU CẦU (1. Mục đích, 2. Yêu cầu (a) Mới)), II. NỘI DUNG (1. Tập huấn (a) Nội dung, b) Phương thức), "
    "2. Mục tiêu cụ thể), III. TỔ CHỨC THỰC HIỆN, >" },
};

static void
test_add (Fixture      *fixture,
          gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (adds); i++)
    {
      g_autoptr (TosoPlan) plan = load (fixture->year);
      g_autoptr (TosoPlan) after = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *undone = NULL;
      gint64           id;

      toso_year_add_section (fixture->year, id_of (plan, adds[i].parent), id_of (plan, adds[i].after), "Mới", "", &id, &error);
      g_assert_no_error (error);
      assert_outline (fixture->year, adds[i].outline);
      after = load (fixture->year);
      g_assert_cmpstr (toso_plan_find_section (after, id)->heading, ==, "Mới");

      undone = toso_year_undo (fixture->year, &error);
      g_assert_no_error (error);
      assert_outline (fixture->year, START);
    }
}

/* --- moving --- */

static const struct
{
  const char *section;
  const char *parent;
  const char *after;
  const char *outline;
} moves[] = {
  { "III", NONE, NONE,
    "<, I. TỔ CHỨC THỰC HIỆN, II. MỤC ĐÍCH, YÊU CẦU (1. Mục đích, 2. Yêu cầu), III. NỘI DUNG (1. Tập huấn (a) Nội dung, "
    "b) Phương thức), 2. Mục tiêu cụ thể), >" },
  { "I", NONE, "II",
    "<, I. NỘI DUNG (1. Tập huấn (a) Nội dung, b) Phương thức), 2. Mục tiêu cụ thể), II. MỤC ĐÍCH, YÊU CẦU (1. Mục đích, "
    "2. Yêu cầu), III. TỔ CHỨC THỰC HIỆN, >" },
  { "I.1", "I", "I.2",
    "<, I. MỤC ĐÍCH, YÊU CẦU (1. Yêu cầu, 2. Mục đích), II. NỘI DUNG (1. Tập huấn (a) Nội dung, b) Phương thức), "
    "2. Mục tiêu cụ thể), III. TỔ CHỨC THỰC HIỆN, >" },
  { "I.1", "II", "II.1",
    "<, I. MỤC ĐÍCH, YÊU CẦU (1. Yêu cầu), II. NỘI DUNG (1. Tập huấn (a) Nội dung, b) Phương thức), 2. Mục đích, "
    "3. Mục tiêu cụ thể), III. TỔ CHỨC THỰC HIỆN, >" },
  /* A level inwards and a level outwards: the number is that of the new place. */
  { "II.2", "II.1", "II.1.b",
    "<, I. MỤC ĐÍCH, YÊU CẦU (1. Mục đích, 2. Yêu cầu), II. NỘI DUNG (1. Tập huấn (a) Nội dung, b) Phương thức, "
    "c) Mục tiêu cụ thể)), III. TỔ CHỨC THỰC HIỆN, >" },
  { "II.1", NONE, "I",
    "<, I. MỤC ĐÍCH, YÊU CẦU (1. Mục đích, 2. Yêu cầu), II. Tập huấn (a) Nội dung, b) Phương thức), III. NỘI DUNG "
    "(1. Mục tiêu cụ thể), IV. TỔ CHỨC THỰC HIỆN, >" },
};

static void
test_move (Fixture      *fixture,
           gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (TosoPlan) plan = load (fixture->year);
      g_autoptr (GError) error = NULL;
      g_autofree char *undone = NULL;

      toso_year_move_section (fixture->year, id_of (plan, moves[i].section), id_of (plan, moves[i].parent), id_of (plan, moves[i].after), &error);
      g_assert_no_error (error);
      assert_outline (fixture->year, moves[i].outline);

      undone = toso_year_undo (fixture->year, &error);
      g_assert_no_error (error);
      assert_outline (fixture->year, START);
    }
}

static void
test_levels_follow (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (TosoPlan) plan = load (fixture->year);
  g_autoptr (TosoPlan) after = NULL;
  g_autoptr (GError) error = NULL;

  toso_year_move_section (fixture->year, id_of (plan, "II.1"), 0, id_of (plan, "I"), &error);
  g_assert_no_error (error);
  after = load (fixture->year);

  g_assert_cmpint (find_section (after, "II")->level, ==, 1);
  g_assert_cmpint (find_section (after, "II.a")->level, ==, 2);
}

/* A move to where it is changes nothing, and says nothing. */
static void
test_move_nowhere (Fixture      *fixture,
                   gconstpointer data)
{
  static const char *const places[][3] = { { "I", NONE, NONE }, { "II", NONE, "I" }, { "II", NONE, "II" }, { "II.1.b", "II.1", "II.1.a" } };
  g_autoptr (TosoPlan) plan = load (fixture->year);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      toso_year_move_section (fixture->year, id_of (plan, places[i][0]), id_of (plan, places[i][1]), id_of (plan, places[i][2]), &error);
      g_assert_no_error (error);
    }
  assert_outline (fixture->year, START);
  g_assert_false (toso_year_can_undo (fixture->year));
}

static void
test_refused_moves (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (TosoPlan) plan = load (fixture->year);
  gint64 preamble = ((TosoSection *) g_ptr_array_index (plan->sections, 0))->id;
  const struct
  {
    gint64    section;
    gint64    parent;
    gint64    after;
    TosoError code;
  } cases[] = {
    { id_of (plan, "II"), id_of (plan, "II"), 0, TOSO_ERROR_INVALID },
    { id_of (plan, "II"), id_of (plan, "II.1"), 0, TOSO_ERROR_INVALID },
    { id_of (plan, "II"), id_of (plan, "II.1.a"), 0, TOSO_ERROR_INVALID },
    { id_of (plan, "II"), preamble, 0, TOSO_ERROR_INVALID },
    { preamble, 0, id_of (plan, "II"), TOSO_ERROR_INVALID },
    { 12345, 0, 0, TOSO_ERROR_NOT_FOUND },
    { id_of (plan, "II"), 12345, 0, TOSO_ERROR_NOT_FOUND },
    { id_of (plan, "II"), 0, 12345, TOSO_ERROR_NOT_FOUND },
    /* Behind a section that hangs elsewhere. */
    { id_of (plan, "II"), 0, id_of (plan, "I.1"), TOSO_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (toso_year_move_section (fixture->year, cases[i].section, cases[i].parent, cases[i].after, &error));
      g_assert_error (error, TOSO_ERROR, (int) cases[i].code);
    }
  assert_outline (fixture->year, START);
  g_assert_false (toso_year_can_undo (fixture->year));
}

/* --- removing --- */

static void
test_remove_takes_children (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (TosoPlan) plan = load (fixture->year);
  g_autoptr (GError) error = NULL;

  toso_year_remove_section (fixture->year, id_of (plan, "II.1"), &error);
  g_assert_no_error (error);
  assert_outline (fixture->year,
                  "<, I. MỤC ĐÍCH, YÊU CẦU (1. Mục đích, 2. Yêu cầu), II. NỘI DUNG (1. Mục tiêu cụ thể), III. TỔ CHỨC THỰC HIỆN, >");

  toso_year_remove_section (fixture->year, id_of (plan, "I"), &error);
  g_assert_no_error (error);
  assert_outline (fixture->year, "<, I. NỘI DUNG (1. Mục tiêu cụ thể), II. TỔ CHỨC THỰC HIỆN, >");
}

/* What was promised is not lost with its sentence's place. */
static void
test_remove_keeps_targets_and_tasks (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autoptr (TosoPlan) plan = load (fixture->year);
  g_autoptr (TosoPlan) after = NULL;
  g_autoptr (GError) error = NULL;
  const TosoTarget *target;
  const TosoTask   *task;

  toso_year_remove_section (fixture->year, id_of (plan, "II"), &error);
  g_assert_no_error (error);
  after = load (fixture->year);

  g_assert_cmpuint (after->targets->len, ==, 2);
  target = g_ptr_array_index (after->targets, 0);
  g_assert_null (target->section);
  g_assert_cmpstr (target->code, ==, "CT01");
  task = g_ptr_array_index (after->tasks, 0);
  g_assert_null (task->section);
  g_assert_cmpstr (task->code, ==, "II.1");
}

/* --- numbers --- */

/* The seed's own slip: two sections "2." in a signed text. */
static void
test_a_slip_stays (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (TosoPlan) plan = load (fixture->year);
  g_autoptr (GError) error = NULL;

  toso_year_set_section (fixture->year, id_of (plan, "II.1"), "2.", NULL, NULL, &error);
  g_assert_no_error (error);
  assert_outline (fixture->year,
                  "<, I. MỤC ĐÍCH, YÊU CẦU (1. Mục đích, 2. Yêu cầu), II. NỘI DUNG (2. Tập huấn (a) Nội dung, b) Phương thức), "
                  "2. Mục tiêu cụ thể), III. TỔ CHỨC THỰC HIỆN, >");

  toso_year_add_section (fixture->year, id_of (plan, "II"), id_of (plan, "II.2"), "Mới", "", NULL, &error);
  g_assert_no_error (error);
  assert_outline (fixture->year,
                  "<, I. MỤC ĐÍCH, YÊU CẦU (1. Mục đích, 2. Yêu cầu), II. NỘI DUNG (2. Tập huấn (a) Nội dung, b) Phương thức), "
                  "2. Mục tiêu cụ thể, 3. Mới), III. TỔ CHỨC THỰC HIỆN, >");
}

static void
test_task_codes_follow (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (TosoPlan) plan = load (fixture->year);
  g_autoptr (TosoPlan) after = NULL;
  g_autoptr (TosoPlan) own = NULL;
  g_autoptr (GError) error = NULL;

  toso_year_add_section (fixture->year, 0, 0, "Mới", "", NULL, &error);
  g_assert_no_error (error);
  after = load (fixture->year);
  g_assert_cmpstr (((TosoTask *) g_ptr_array_index (after->tasks, 0))->code, ==, "III.1");

  /* A code of the office's own stays. */
  g_free (((TosoTask *) g_ptr_array_index (after->tasks, 0))->code);
  ((TosoTask *) g_ptr_array_index (after->tasks, 0))->code = g_strdup ("NV-01");
  toso_year_save_task (fixture->year, g_ptr_array_index (after->tasks, 0), NULL, &error);
  g_assert_no_error (error);
  toso_year_add_section (fixture->year, 0, 0, "Mới nữa", "", NULL, &error);
  g_assert_no_error (error);
  own = load (fixture->year);
  g_assert_cmpstr (((TosoTask *) g_ptr_array_index (own->tasks, 0))->code, ==, "NV-01");
}

/* --- text --- */

static void
test_text_is_kept_as_typed (Fixture      *fixture,
                            gconstpointer data)
{
  static const struct
  {
    const char *heading;
    const char *body;
    const char *kept_heading;
    const char *kept_body;
  } cases[] = {
    { "x'); DROP TABLE section; --", "\"%s\" %d \\n ?1 :a @b", "x'); DROP TABLE section; --", "\"%s\" %d \\n ?1 :a @b" },
    { "", "", "", "" },
    { "Thôn\tlàng", "- một\n\n- hai\n", "Thôn\tlàng", "- một\n\n- hai\n" },
    /* Decomposed, as some keyboards and macOS send it. */
    { "ho\xcc\x80"
      "a thua\xcc\xa3\xcc\x82n",
      "", "h\xc3\xb2"
          "a thu\xe1\xba\xad"
          "n",
      "" },
    { "😀 𝒳 \xef\xbf\xbd", "", "😀 𝒳 \xef\xbf\xbd", "" },
  };
  g_autoptr (TosoPlan) plan = load (fixture->year);
  gint64 id = id_of (plan, "I.1");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TosoPlan) after = NULL;

      toso_year_set_section (fixture->year, id, "1.", cases[i].heading, cases[i].body, &error);
      g_assert_no_error (error);
      after = load (fixture->year);
      g_assert_cmpstr (toso_plan_find_section (after, id)->heading, ==, cases[i].kept_heading);
      g_assert_cmpstr (toso_plan_find_section (after, id)->body, ==, cases[i].kept_body);
    }
}

static void
test_refused_text (Fixture      *fixture,
                   gconstpointer data)
{
  static const struct
  {
    const char *label;
    const char *heading;
    const char *body;
  } cases[] = {
    { "1.", "\xff\xfe", "" },
    { "1.", "a", "\xc3" },
    { "1.", "a\x01", "" },
    { "1.", "a", "b\x1b[0m" },
    { "1.", "a\x7f", "" },
    /* A line break in a heading would be another paragraph of the paper. */
    { "1.", "a\nb", "" },
    { "1\n.", "a", "" },
    { "1.", "a\r", "" },
  };
  g_autoptr (TosoPlan) plan = load (fixture->year);
  gint64 id = id_of (plan, "I.1");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (toso_year_set_section (fixture->year, id, cases[i].label, cases[i].heading, cases[i].body, &error));
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  assert_outline (fixture->year, START);
  g_assert_false (toso_year_can_undo (fixture->year));
}

static void
test_a_megabyte (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (TosoPlan) plan = load (fixture->year);
  g_autoptr (TosoPlan) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = g_strnfill (1024 * 1024, 'a');
  g_autofree char *undone = NULL;
  gint64           id = id_of (plan, "I.1");

  toso_year_set_section (fixture->year, id, "1.", "dài", body, &error);
  g_assert_no_error (error);
  after = load (fixture->year);
  g_assert_cmpuint (strlen (toso_plan_find_section (after, id)->body), ==, 1024 * 1024);

  undone = toso_year_undo (fixture->year, &error);
  g_assert_no_error (error);
  assert_outline (fixture->year, START);
}

static void
test_search_column_is_folded (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (TosoPlan) plan = load (fixture->year);
  g_autoptr (GError) error = NULL;

  toso_year_set_section (fixture->year, id_of (plan, "I.1"), "1.", "Đôn đốc", "Ủy ban\nhòa", &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM section WHERE search = 'don doc' || char (10) || 'uy ban' || char (10) || 'hoa'"), ==, 1);
}

/* --- size --- */

static void
test_ten_thousand_sections (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (TosoPlan) plan = toso_plan_new ();
  g_autoptr (TosoPlan) after = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = g_strdup ("1.");
  g_autofree char *before = NULL;
  g_autofree char *again = NULL;
  g_autofree char *undone = NULL;

  for (guint i = 0; i < 10000; i++)
    {
      char *next = toso_label_next (label);

      g_ptr_array_add (plan->sections, toso_section_new (TOSO_SECTION_NUMBERED, 1, label, "Mục", "Nội dung"));
      g_free (label);
      label = next;
    }
  fixture->year = toso_year_create (fixture->file, plan, NULL, &error);
  g_assert_no_error (error);
  before = dump_file (fixture->file);

  toso_year_add_section (fixture->year, 0, 0, "Đầu", "", NULL, &error);
  g_assert_no_error (error);
  after = load (fixture->year);
  g_assert_cmpuint (after->sections->len, ==, 10001);
  g_assert_cmpstr (((TosoSection *) g_ptr_array_index (after->sections, 10000))->label, ==, "10001.");

  undone = toso_year_undo (fixture->year, &error);
  g_assert_no_error (error);
  again = dump_file (fixture->file);
  assert_same_rows (again, before);
  toso_year_close (fixture->year);
  findings = toso_year_check (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* A chain as deep as nobody will write it. */
static void
test_deep_sections (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (TosoPlan) plan = toso_plan_new ();
  g_autoptr (TosoPlan) after = NULL;
  g_autoptr (GError) error = NULL;
  TosoSection *parent = toso_section_new (TOSO_SECTION_NUMBERED, 1, "I.", "Mục", "");
  TosoSection *top;
  gint64       id;

  g_ptr_array_add (plan->sections, parent);
  for (int level = 2; level <= 300; level++)
    {
      TosoSection *child = toso_section_new (TOSO_SECTION_NUMBERED, level, "1.", "Mục", "");

      toso_section_append (parent, child);
      parent = child;
    }
  fixture->year = toso_year_create (fixture->file, plan, NULL, &error);
  g_assert_no_error (error);

  after = load (fixture->year);
  top = g_ptr_array_index (after->sections, 0);
  id = top->id;
  toso_year_remove_section (fixture->year, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM section"), ==, 0);
}

#define ADD(name, set_up, test) g_test_add ("/year-sections/" name, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("add", fixture_set_up_year, test_add);
  ADD ("move", fixture_set_up_year, test_move);
  ADD ("levels-follow", fixture_set_up_year, test_levels_follow);
  ADD ("move-nowhere", fixture_set_up_year, test_move_nowhere);
  ADD ("refused-moves", fixture_set_up_year, test_refused_moves);
  ADD ("remove-takes-children", fixture_set_up_year, test_remove_takes_children);
  ADD ("remove-keeps-targets-and-tasks", fixture_set_up_year, test_remove_keeps_targets_and_tasks);
  ADD ("a-slip-stays", fixture_set_up_year, test_a_slip_stays);
  ADD ("task-codes-follow", fixture_set_up_year, test_task_codes_follow);
  ADD ("text-is-kept-as-typed", fixture_set_up_year, test_text_is_kept_as_typed);
  ADD ("refused-text", fixture_set_up_year, test_refused_text);
  ADD ("a-megabyte", fixture_set_up_year, test_a_megabyte);
  ADD ("search-column-is-folded", fixture_set_up_year, test_search_column_is_folded);
  ADD ("ten-thousand-sections", fixture_set_up, test_ten_thousand_sections);
  ADD ("deep-sections", fixture_set_up, test_deep_sections);

  return g_test_run ();
}
