/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include "core/toso-error.h"

/* Every command, its undo and its redo: the whole file is looked at, row by
 * row.  A command that forgets a row in either direction fails here. */

static const TosoPeriod march = { TOSO_PERIOD_MONTH, 2026, 3 };

static void
set (char      **string,
     const char *value)
{
  g_free (*string);
  *string = g_strdup (value);
}

static TosoTarget *
first_target (const TosoPlan *plan)
{
  return g_ptr_array_index (plan->targets, 0);
}

/* The one made first, wherever its name puts it now. */
static const TosoVillage *
find_first_village (GPtrArray *villages)
{
  const TosoVillage *first = g_ptr_array_index (villages, 0);

  for (guint i = 1; i < villages->len; i++)
    {
      const TosoVillage *village = g_ptr_array_index (villages, i);

      if (village->id < first->id)
        first = village;
    }

  return first;
}

static gint64
first_village (TosoYear *year)
{
  g_autoptr (GPtrArray) villages = toso_year_list_villages (year, NULL);

  return find_first_village (villages)->id;
}

static gboolean
set_header (TosoYear *year,
            TosoPlan *plan,
            GError  **error)
{
  set (&plan->header.number_line, "Số: 12/KH-UBND");
  return toso_year_set_header (year, &plan->header, error);
}

static gboolean
set_commune (TosoYear *year,
             TosoPlan *plan,
             GError  **error)
{
  set (&plan->commune.province, "Thanh Hóa");
  return toso_year_set_commune (year, &plan->commune, error);
}

static gboolean
set_section (TosoYear *year,
             TosoPlan *plan,
             GError  **error)
{
  return toso_year_set_section (year, find_section (plan, "I.2")->id, "2.", "Yêu cầu mới", "Thiết thực.\nHiệu quả.", error);
}

static gboolean
add_section (TosoYear *year,
             TosoPlan *plan,
             GError  **error)
{
  return toso_year_add_section (year, find_section (plan, "II")->id, 0, "Rà soát", "", NULL, error);
}

static gboolean
move_section (TosoYear *year,
              TosoPlan *plan,
              GError  **error)
{
  return toso_year_move_section (year, find_section (plan, "I.1")->id, find_section (plan, "III")->id, 0, error);
}

static gboolean
remove_section (TosoYear *year,
                TosoPlan *plan,
                GError  **error)
{
  return toso_year_remove_section (year, find_section (plan, "II")->id, error);
}

static gboolean
set_signature (TosoYear *year,
               TosoPlan *plan,
               GError  **error)
{
  const char *const recipients[] = { "- Như trên;", "- Lưu: VT, VHXH.", NULL };
  const char *const signature[] = { "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", NULL };

  return toso_year_set_signature (year, "Nơi nhận:", recipients, signature, NULL, error);
}

static gboolean
add_target (TosoYear *year,
            TosoPlan *plan,
            GError  **error)
{
  g_autoptr (TosoTarget) target = toso_target_new ();

  set (&target->name, "Lớp tập huấn");
  target->kind = TOSO_TARGET_COUNT;
  target->value = TOSO_FIGURE (2);
  return toso_year_save_target (year, target, NULL, error);
}

static gboolean
edit_target (TosoYear *year,
             TosoPlan *plan,
             GError  **error)
{
  first_target (plan)->value = TOSO_FIGURE (75);
  return toso_year_save_target (year, first_target (plan), NULL, error);
}

static gboolean
rename_target (TosoYear *year,
               TosoPlan *plan,
               GError  **error)
{
  set (&first_target (plan)->name, "Hộ dùng dịch vụ công");
  first_target (plan)->section = NULL;
  return toso_year_save_target (year, first_target (plan), NULL, error);
}

static gboolean
remove_target (TosoYear *year,
               TosoPlan *plan,
               GError  **error)
{
  return toso_year_remove_target (year, first_target (plan)->id, error);
}

static gboolean
add_task (TosoYear *year,
          TosoPlan *plan,
          GError  **error)
{
  g_autoptr (TosoTask) task = toso_task_new ();

  set (&task->title, "Khen thưởng");
  set (&task->last_day, "31/12/2026");
  task->section = find_section (plan, "III");
  return toso_year_save_task (year, task, NULL, error);
}

static gboolean
edit_task (TosoYear *year,
           TosoPlan *plan,
           GError  **error)
{
  TosoTask *task = g_ptr_array_index (plan->tasks, 0);

  task->state = TOSO_TASK_DONE;
  return toso_year_save_task (year, task, NULL, error);
}

static gboolean
remove_task (TosoYear *year,
             TosoPlan *plan,
             GError  **error)
{
  TosoTask *task = g_ptr_array_index (plan->tasks, 0);

  return toso_year_remove_task (year, task->id, error);
}

static gboolean
add_village (TosoYear *year,
             TosoPlan *plan,
             GError  **error)
{
  g_autoptr (TosoVillage) village = toso_village_new ("Thôn Ngọc Minh");

  village->population = TOSO_FIGURE (812);
  return toso_year_save_village (year, village, NULL, error);
}

static gboolean
rename_village (TosoYear *year,
                TosoPlan *plan,
                GError  **error)
{
  g_autoptr (GPtrArray) villages = toso_year_list_villages (year, NULL);
  TosoVillage village = *find_first_village (villages);

  village.name = (char *) "Làng Đồng";
  village.placeholder = FALSE;
  return toso_year_save_village (year, &village, NULL, error);
}

static gboolean
record (TosoYear *year,
        TosoPlan *plan,
        GError  **error)
{
  return toso_year_record (year, first_target (plan)->indicator_id, first_village (year), march,
                           TOSO_FIGURE (46), TOSO_FIGURE (100), "theo sổ", error);
}

static gboolean
record_for_commune (TosoYear *year,
                    TosoPlan *plan,
                    GError  **error)
{
  return toso_year_record (year, first_target (plan)->indicator_id, 0, march, TOSO_FIGURE (46.5), TOSO_FIGURE_MISSING, NULL, error);
}

static gboolean
record_twice (TosoYear *year,
              TosoPlan *plan,
              GError  **error)
{
  TosoMeasurement first = { 0, first_target (plan)->indicator_id, 0, march, TOSO_FIGURE (1), TOSO_FIGURE (2), NULL };
  TosoMeasurement second = first;
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();

  second.village_id = first_village (year);
  g_ptr_array_add (figures, &first);
  g_ptr_array_add (figures, &second);
  return toso_year_record_all (year, figures, "Paste 2 figures", NULL, error);
}

static gboolean
mark_sample (TosoYear *year,
             TosoPlan *plan,
             GError  **error)
{
  return toso_year_mark_sample (year, error);
}

typedef gboolean (*Command) (TosoYear *year,
                             TosoPlan *plan,
                             GError  **error);

static const struct
{
  const char *name;
  Command     command;
  const char *title;
} commands[] = {
  { "set-header", set_header, "Edit the head of the plan" },
  { "set-commune", set_commune, "Edit the commune and its agency" },
  { "set-section", set_section, "Edit section I.2" },
  { "add-section", add_section, "Add section II.1" },
  { "move-section", move_section, "Move section I.1 to III.1" },
  { "remove-section", remove_section, "Remove section II" },
  { "set-signature", set_signature, "Edit the recipients and the signature of the plan" },
  { "add-target", add_target, "Add target CT03 “Lớp tập huấn”" },
  { "edit-target", edit_target, "Edit target CT01 “Hộ gia đình sử dụng dịch vụ công trực tuyến”" },
  { "rename-target", rename_target, "Edit target CT01 “Hộ dùng dịch vụ công”" },
  { "remove-target", remove_target, "Remove target CT01 “Hộ gia đình sử dụng dịch vụ công trực tuyến”" },
  { "add-task", add_task, "Add task “Khen thưởng”" },
  { "edit-task", edit_task, "Edit task “Tập huấn nghiệp vụ cho Tổ Công nghệ số cộng đồng”" },
  { "remove-task", remove_task, "Remove task “Tập huấn nghiệp vụ cho Tổ Công nghệ số cộng đồng”" },
  { "add-village", add_village, "Add village “Thôn Ngọc Minh”" },
  { "rename-village", rename_village, "Edit village “Làng Đồng”" },
  { "record", record, "Record CT01, Thôn, làng 1, Tháng 3/2026: 46/100" },
  { "record-for-commune", record_for_commune, "Record CT01, the whole commune, Tháng 3/2026: 46,5" },
  { "record-twice", record_twice, "Paste 2 figures" },
  { "mark-sample", mark_sample, "Mark the figures as a sample" },
};

static void
count_cb (TosoYear *year,
          guint    *count)
{
  (*count)++;
}

static void
run_command (TosoYear *year,
             guint     i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = toso_year_load_plan (year, &error);

  g_assert_no_error (error);
  commands[i].command (year, plan, &error);
  g_assert_no_error (error);
}

static void
assert_newest (TosoYear   *year,
               const char *title,
               gboolean    undone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = toso_year_list_journal (year, 1, &error);
  const TosoJournalEntry *entry;

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->title, ==, title);
  g_assert_cmpint (entry->undone, ==, undone);
}

static void
step (TosoYear   *year,
      gboolean    undo,
      const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *done = undo ? toso_year_undo (year, &error) : toso_year_redo (year, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (done, ==, title);
}

static void
test_command (Fixture      *fixture,
              gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  const char      *title = commands[i].title;
  g_autofree char *before = dump_file (fixture->file);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  guint n_changed = 0;

  g_signal_connect (fixture->year, "changed", G_CALLBACK (count_cb), &n_changed);

  run_command (fixture->year, i);
  after = dump_file (fixture->file);
  g_assert_false (g_str_equal (after, before));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_true (toso_year_can_undo (fixture->year));
  assert_newest (fixture->year, title, FALSE);

  step (fixture->year, TRUE, title);
  undone = dump_file (fixture->file);
  assert_same_rows (undone, before);
  g_assert_false (toso_year_can_undo (fixture->year));
  g_assert_true (toso_year_can_redo (fixture->year));
  assert_newest (fixture->year, title, TRUE);

  step (fixture->year, FALSE, title);
  redone = dump_file (fixture->file);
  assert_same_rows (redone, after);
  g_assert_false (toso_year_can_redo (fixture->year));
  g_assert_cmpuint (n_changed, ==, 3);

  findings = toso_year_check (fixture->file, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

static guint
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return i;

  g_assert_not_reached ();
}

/* The same thing said twice changes nothing the second time. */
static void
test_nothing_changed (Fixture      *fixture,
                      gconstpointer data)
{
  static const char *const names[] = { "set-header", "set-commune", "set-section", "set-signature", "edit-target",
                                       "rename-target", "edit-task", "rename-village", "record", "record-for-commune",
                                       "record-twice", "mark-sample" };
  guint                    n_changed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gint64           n_entries;
      gulong           handler;

      run_command (fixture->year, find_command (names[i]));
      before = dump_file (fixture->file);
      n_entries = query_int64 (fixture->file, "SELECT count (*) FROM journal");

      handler = g_signal_connect (fixture->year, "changed", G_CALLBACK (count_cb), &n_changed);
      run_command (fixture->year, find_command (names[i]));
      g_signal_handler_disconnect (fixture->year, handler);

      after = dump_file (fixture->file);
      assert_same_rows (after, before);
      g_assert_cmpuint (n_changed, ==, 0);
      g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM journal"), ==, n_entries);
    }
}

/* All commands in a row, undone to the beginning and redone to the end, with the
 * file closed and opened between any two steps. */
static void
test_all_in_a_row_survive_reopening (Fixture      *fixture,
                                     gconstpointer data)
{
  static const char *const row[] = { "set-header", "set-section", "add-section", "add-target", "edit-target",
                                     "record", "record-for-commune", "remove-target", "edit-task", "rename-village",
                                     "remove-task", "remove-section", "mark-sample" };
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (states, dump_file (fixture->file));
  for (guint j = 0; j < G_N_ELEMENTS (row); j++)
    {
      run_command (fixture->year, find_command (row[j]));
      g_ptr_array_add (states, dump_file (fixture->file));
    }

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 1; i < states->len; i++)
      {
        g_autofree char *state = NULL;
        g_autofree char *title = NULL;

        g_assert_finalize_object (fixture->year);
        fixture->year = toso_year_open (fixture->file, TOSO_YEAR_OPEN_DEFAULT, &error);
        g_assert_no_error (error);

        title = pass == 0 ? toso_year_undo (fixture->year, &error) : toso_year_redo (fixture->year, &error);
        g_assert_no_error (error);
        state = dump_file (fixture->file);
        assert_same_rows (state, g_ptr_array_index (states, pass == 0 ? states->len - 1 - i : i));
      }

  g_assert_false (toso_year_can_redo (fixture->year));
}

static void
test_a_new_command_drops_the_redo_line (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  gboolean         can_redo;

  run_command (fixture->year, 0);
  undone = toso_year_undo (fixture->year, &error);
  g_assert_no_error (error);
  run_command (fixture->year, 1);

  g_assert_false (toso_year_can_redo (fixture->year));
  g_object_get (fixture->year, "can-redo", &can_redo, NULL);
  g_assert_false (can_redo);
  redone = toso_year_redo (fixture->year, &error);
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOTHING);
  g_assert_null (redone);

  /* Nothing leaves the history. */
  entries = toso_year_list_journal (fixture->year, 0, NULL);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_false (((TosoJournalEntry *) g_ptr_array_index (entries, 0))->undone);
  g_assert_true (((TosoJournalEntry *) g_ptr_array_index (entries, 1))->undone);
}

static void
test_undo_to_the_beginning_says_so (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = toso_year_undo (fixture->year, &error);

  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOTHING);
  g_assert_null (title);
  g_assert_nonnull (strstr (error->message, "ngọc liên 2026.toso"));
}

static void
notified_cb (GObject    *year,
             GParamSpec *pspec,
             GString    *names)
{
  g_string_append_printf (names, "%s ", pspec->name);
}

static void
test_steps_are_notified (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *undone = NULL;

  g_signal_connect (fixture->year, "notify", G_CALLBACK (notified_cb), names);
  run_command (fixture->year, 0);
  g_assert_cmpstr (names->str, ==, "can-undo ");
  run_command (fixture->year, 1);
  g_assert_cmpstr (names->str, ==, "can-undo ");
  undone = toso_year_undo (fixture->year, NULL);
  g_assert_cmpstr (names->str, ==, "can-undo can-redo ");
}

/* An id is never used twice, not even that of a row that was undone. */
static void
test_ids_are_never_used_again (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;
  gint64           first = 0;
  gint64           second = 0;

  toso_year_add_section (fixture->year, 0, 0, "Một", "", &first, &error);
  g_assert_no_error (error);
  undone = toso_year_undo (fixture->year, &error);
  g_assert_no_error (error);
  toso_year_add_section (fixture->year, 0, 0, "Hai", "", &second, &error);
  g_assert_no_error (error);

  g_assert_cmpint (first, !=, 0);
  g_assert_cmpint (second, >, first);
}

#define ADD(name, test) g_test_add ("/year-commands/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *path = g_strconcat ("/year-commands/undo-redo/", commands[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), fixture_set_up_year, test_command, fixture_tear_down);
    }
  ADD ("nothing-changed", test_nothing_changed);
  ADD ("all-in-a-row-survive-reopening", test_all_in_a_row_survive_reopening);
  ADD ("a-new-command-drops-the-redo-line", test_a_new_command_drops_the_redo_line);
  ADD ("undo-to-the-beginning-says-so", test_undo_to_the_beginning_says_so);
  ADD ("steps-are-notified", test_steps_are_notified);
  ADD ("ids-are-never-used-again", test_ids_are_never_used_again);

  return g_test_run ();
}
