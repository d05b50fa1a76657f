/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"

#include <string.h>

/* What the real plan says, and the shapes that others rely on (DESIGN §9). */

static const char *
get_text (json_t     *object,
          const char *key)
{
  json_t *value = json_object_get (object, key);

  g_assert_nonnull (value);
  g_assert_true (json_is_string (value) || json_is_null (value));

  return json_string_value (value);
}

static json_t *
get_array (json_t     *object,
           const char *key,
           gsize       size)
{
  json_t *value = json_object_get (object, key);

  g_assert_true (json_is_array (value));
  g_assert_cmpuint (json_array_size (value), ==, size);

  return value;
}

/* The one of @array whose @key begins with @start. */
static json_t *
find (json_t     *array,
      const char *key,
      const char *start)
{
  json_t *found = NULL;
  json_t *item;
  gsize   i;

  json_array_foreach (array, i, item) if (g_str_has_prefix (get_text (item, key), start))
  {
    g_assert_null (found);
    found = item;
  }
  if (found == NULL)
    g_error ("nothing with %s “%s…”", key, start);

  return found;
}

static json_t *
read_json (Fixture    *fixture,
           const char *command)
{
  fixture_make_year (fixture);
  fixture_do (fixture, command, "plan.toso", "--json", NULL);

  return fixture_json (fixture);
}

static void
test_sections (Fixture      *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *label, *heading;
    gsize       n_children;
  } expected[] = {
    { "I.", "MỤC ĐÍCH, YÊU CẦU", 2 },
    { "II.", "MỤC TIÊU CHUNG, MỤC TIÊU CỤ THỂ", 2 },
    { "III.", "NỘI DUNG TRIỂN KHAI", 6 },
    { "IV.", "TỔ CHỨC THỰC HIỆN", 5 },
  };
  json_t *plan = read_json (fixture, "plan");
  json_t *sections = get_array (plan, "sections", 4);
  json_t *training;

  g_assert_cmpstr (get_text (plan, "title"), ==,
                   "Hoạt động của Tổ Công nghệ số cộng đồng trên địa bàn xã Ngọc Liên năm 2026");
  g_assert_cmpint (json_integer_value (json_object_get (plan, "year")), ==, 2026);
  g_assert_cmpint (json_integer_value (json_object_get (plan, "villages")), ==, 41);
  g_assert_cmpstr (get_text (json_object_get (plan, "header"), "kind"), ==, "KẾ HOẠCH");
  g_assert_cmpstr (get_text (json_object_get (plan, "commune"), "name"), ==, "Ngọc Liên");

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      json_t *section = json_array_get (sections, i);

      g_assert_cmpint (json_integer_value (json_object_get (section, "level")), ==, 1);
      g_assert_cmpstr (get_text (section, "label"), ==, expected[i].label);
      g_assert_cmpstr (get_text (section, "heading"), ==, expected[i].heading);
      get_array (section, "children", expected[i].n_children);
    }

  training = json_array_get (json_object_get (json_array_get (sections, 2), "children"), 2);
  g_assert_cmpstr (get_text (training, "label"), ==, "3.");
  g_assert_cmpstr (get_text (json_array_get (get_array (training, "children", 2), 1), "label"), ==, "b)");
  json_decref (plan);
}

static void
test_bases_and_end (Fixture      *fixture,
                    gconstpointer data)
{
  json_t *plan = read_json (fixture, "plan");
  json_t *bases = json_object_get (plan, "legal_bases");
  json_t *recipients = get_array (plan, "recipients", 5);
  json_t *signatory = json_object_get (plan, "signatory");
  json_t *basis;

  g_assert_cmpuint (json_array_size (bases), >=, 2);
  basis = find (bases, "number", "38/SKHCN-CNTT&CĐS");
  g_assert_cmpstr (get_text (basis, "kind"), ==, "Công văn");
  g_assert_cmpstr (get_text (basis, "date"), ==, "2026-01-08");
  find (bases, "number", "55/2025/NQ");

  g_assert_cmpstr (json_string_value (json_array_get (recipients, 4)), ==, "- Lưu VT.");
  g_assert_cmpstr (json_string_value (json_array_get (get_array (signatory, "lines", 2), 0)), ==, "KT. CHỦ TỊCH");
  g_assert_cmpstr (get_text (signatory, "name"), ==, "Phạm Xuân Khánh");
  json_decref (plan);
}

/* The same three targets, in "plan" and in "targets". */
static void
check_targets (json_t *targets)
{
  static const struct
  {
    const char *kind, *direction;
    int         target; /* 0: none */
  } expected[] = {
    { "count_of_count", NULL, 41 },
    { "percentage", ">=", 70 },
    { "qualitative", "increase", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      guint   n = 0;
      json_t *target;
      gsize   k;

      json_array_foreach (targets, k, target)
      {
        json_t *number = json_object_get (target, "target");

        g_assert_nonnull (number);
        g_assert_nonnull (get_text (target, "code"));
        g_assert_nonnull (get_text (target, "name"));
        g_assert_nonnull (get_text (target, "unit"));
        if (strcmp (get_text (target, "kind"), expected[i].kind) == 0 &&
            (expected[i].direction == NULL ||
             g_strcmp0 (get_text (target, "direction"), expected[i].direction) == 0) &&
            (expected[i].target == 0 ? json_is_null (number) : json_is_integer (number) && json_integer_value (number) == expected[i].target))
          n++;
      }
      g_assert_cmpuint (n, ==, 1);
    }
}

static void
test_plan_targets (Fixture      *fixture,
                   gconstpointer data)
{
  json_t *plan = read_json (fixture, "plan");

  check_targets (json_object_get (plan, "targets"));
  json_decref (plan);
}

/* Nobody has reported: null, never 0. */
static void
test_targets (Fixture      *fixture,
              gconstpointer data)
{
  json_t *targets = read_json (fixture, "targets");
  json_t *target;
  gsize   i;

  check_targets (targets);
  json_array_foreach (targets, i, target)
  {
    json_t *coverage = json_object_get (target, "coverage");

    g_assert_true (json_is_null (json_object_get (target, "numerator")));
    g_assert_true (json_is_null (json_object_get (target, "denominator")));
    g_assert_true (json_is_null (json_object_get (target, "value")));
    g_assert_cmpint (json_integer_value (json_object_get (coverage, "reported")), ==, 0);
    g_assert_cmpint (json_integer_value (json_object_get (coverage, "expected")), ==, 41);
    g_assert_cmpstr (get_text (target, "state"), ==, "no_data");
  }
  json_decref (targets);

  fixture_do (fixture, "targets", "plan.toso", "--period", "2026-Q1", NULL);
  g_assert_nonnull (strstr (fixture->output, "—"));
  g_assert_nonnull (strstr (fixture->output, "70"));
}

static void
test_tasks (Fixture      *fixture,
            gconstpointer data)
{
  json_t *tasks = read_json (fixture, "tasks");
  json_t *task = find (tasks, "code", "III.3");

  g_assert_cmpstr (get_text (task, "title"), ==, "Tập huấn nghiệp vụ cho Tổ Công nghệ số cộng đồng");
  g_assert_true (g_str_has_prefix (get_text (task, "lead"), "UBND xã"));
  g_assert_nonnull (get_text (task, "supporting"));
  g_assert_true (g_str_has_prefix (get_text (task, "time"), "Theo kế hoạch trong năm"));
  g_assert_true (g_str_has_prefix (get_text (task, "result"), "Thành viên Tổ CNSCĐ được nâng cao kỹ năng, đáp ứng yêu cầu nhiệm vụ"));
  g_assert_cmpstr (get_text (task, "state"), ==, "not_started");
  find (tasks, "code", "III.5");
  json_decref (tasks);

  fixture_do (fixture, "tasks", "plan.toso", NULL);
  g_assert_nonnull (strstr (fixture->output, "Lead: UBND xã"));
}

static void
test_outline (Fixture      *fixture,
              gconstpointer data)
{
  fixture_make_year (fixture);
  fixture_do (fixture, "plan", "plan.toso", NULL);
  g_assert_true (g_str_has_prefix (fixture->output, "KẾ HOẠCH: Hoạt động của Tổ Công nghệ số cộng đồng"));
  g_assert_nonnull (strstr (fixture->output, "\nIII. Nội dung triển khai\n"));
  g_assert_nonnull (strstr (fixture->output, "\n  3. Tập huấn nghiệp vụ"));
  g_assert_nonnull (strstr (fixture->output, "\n    b) Phương thức tập huấn\n"));
  g_assert_nonnull (strstr (fixture->output, "  Phạm Xuân Khánh\n"));
}

/* The text that comes out can go in again, and is the same. */
static void
test_text (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const paragraphs[] = {
    "KẾ HOẠCH",
    "1. Mục đích",
    "Đơn vị thực hiện: UBND xã, các thôn, làng.",
    "với tình hình thực tếcủa xã.", /* a slip of the signed text */
    "- Lưu VT.",
    "Phạm Xuân Khánh",
  };
  g_autofree char *text = NULL;

  fixture_make_year (fixture);
  fixture_do (fixture, "plan", "text", "plan.toso", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    {
      g_autofree char *line = g_strconcat (paragraphs[i], "\n", NULL);

      g_assert_nonnull (strstr (fixture->output, line));
    }

  text = g_strdup (fixture->output);
  fixture_write (fixture, "again.txt", text, -1);
  fixture_run (fixture, "new", "again.toso", "--plan", "again.txt", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  fixture_do (fixture, "plan", "text", "again.toso", NULL);
  g_assert_cmpstr (fixture->output, ==, text);
}

static void
test_diff (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *seed = fixture_seed ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) changed = NULL;

  fixture_make_year (fixture);
  fixture_run (fixture, "plan", "diff", "plan.toso", seed, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "");
  g_assert_cmpstr (fixture->errors, ==, "There is no difference.\n");

  g_file_get_contents (seed, &text, NULL, &error);
  g_assert_no_error (error);
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "dễ thực hiện, hiệu quả.", "dễ làm, hiệu quả.", 0), ==, 1);
  fixture_write (fixture, "sua.txt", changed->str, (gssize) changed->len);
  fixture_run (fixture, "plan", "diff", "plan.toso", "sua.txt", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->errors, ==, "");
  g_assert_true (g_str_has_prefix (fixture->output, "-"));
  g_assert_nonnull (strstr (fixture->output, "miền núi, dễ thực hiện, hiệu quả.\n+"));
  g_assert_true (g_str_has_suffix (fixture->output, "miền núi, dễ làm, hiệu quả.\n"));
}

/* The program's own PDF, not edited, is the plan. */
static void
test_diff_of_paper (Fixture      *fixture,
                    gconstpointer data)
{
  fixture_make_year (fixture);
  fixture_do (fixture, "paper", "plan.toso", "plan", "-o", "ke-hoach.pdf", NULL);
  fixture_run (fixture, "plan", "diff", "plan.toso", "ke-hoach.pdf", NULL);
  g_assert_cmpstr (fixture->output, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->errors, ==, "There is no difference.\n");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/cli/plan/sections", test_sections },
    { "/cli/plan/bases-and-end", test_bases_and_end },
    { "/cli/plan/targets", test_plan_targets },
    { "/cli/plan/outline", test_outline },
    { "/cli/plan/text-comes-round", test_text },
    { "/cli/plan/diff", test_diff },
    { "/cli/plan/diff-of-its-own-paper", test_diff_of_paper },
    { "/cli/targets/missing-is-null", test_targets },
    { "/cli/tasks/real-plan", test_tasks },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].run, fixture_tear_down);

  return g_test_run ();
}
