/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <string.h>

#include "store/toso-year-register.h"

/* --- folder --- */

void
fixture_set_up (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("toso-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->file = fixture_get_child (fixture, "ngọc liên 2026.toso");
}

void
fixture_set_up_year (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (TosoPlan) plan = fixture_make_plan ();
  g_autoptr (GError) error = NULL;

  fixture_set_up (fixture, data);
  fixture->year = toso_year_create (fixture->file, plan, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->year);
}

GFile *
fixture_get_child (Fixture    *fixture,
                   const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_new_for_path (path);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
fixture_list_folder (Fixture *fixture)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (names, i));

  return g_strv_builder_end (builder);
}

void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer data)
{
  g_auto (GStrv) names = NULL;

  if (fixture->year != NULL)
    g_assert_finalize_object (fixture->year);

  names = fixture_list_folder (fixture);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);

  g_clear_object (&fixture->file);
  g_free (fixture->folder);
}

/* --- plan --- */

static void
add_target (TosoPlan    *plan,
            TosoSection *section,
            const char  *code,
            const char  *name,
            double       value)
{
  TosoTarget *target = toso_target_new ();

  plan_set_string (&target->code, code);
  plan_set_string (&target->name, name);
  plan_set_string (&target->unit, "%");
  plan_set_string (&target->numerator_name, "hộ sử dụng");
  plan_set_string (&target->denominator_name, "hộ gia đình");
  plan_set_string (&target->sentence, "- Hỗ trợ tối thiểu 70% hộ gia đình tiếp cận dịch vụ công trực tuyến.");
  target->kind = TOSO_TARGET_PERCENTAGE;
  target->direction = TOSO_DIRECTION_AT_LEAST;
  target->value = TOSO_FIGURE (value);
  target->section = section;
  target->span = (TosoSpan){ 3, 9 };
  g_ptr_array_add (plan->targets, target);
}

static void
add_task (TosoPlan    *plan,
          TosoSection *section)
{
  TosoTask *task = toso_task_new ();

  plan_set_string (&task->code, "II.1");
  plan_set_string (&task->title, "Tập huấn nghiệp vụ cho Tổ Công nghệ số cộng đồng");
  plan_set_string (&task->lead, "UBND xã");
  plan_set_string (&task->supporting, "cơ quan, đơn vị chuyên môn");
  plan_set_string (&task->time, "Thường xuyên.");
  plan_set_string (&task->result, "Thành viên được nâng cao kỹ năng.");
  task->time_kind = TOSO_TIME_CONTINUOUS;
  task->section = section;
  g_ptr_array_add (plan->tasks, task);
}

static void
fill_ends (TosoPlan *plan)
{
  TosoLegalBasis *basis = toso_legal_basis_new ("Công văn số 38/SKHCN-CNTT&CĐS ngày 08/01/2026");
  TosoRemark     *remark = g_new0 (TosoRemark, 1);

  plan_set_string (&basis->number, "38/SKHCN-CNTT&CĐS");
  plan_set_string (&basis->date, "2026-01-08");
  g_ptr_array_add (plan->legal_bases, basis);

  remark->line = 7;
  remark->message = g_strdup ("a remark");
  g_ptr_array_add (plan->remarks, remark);

  plan->header.agency = g_strsplit ("ỦY BAN NHÂN DÂN|XÃ NGỌC LIÊN", "|", -1);
  plan->header.number_line = g_strdup ("Số:      /KH-UBND");
  plan->header.kind = g_strdup ("KẾ HOẠCH");
  plan->header.title = g_strsplit ("Hoạt động của Tổ|năm 2026", "|", -1);
  plan->recipients_heading = g_strdup ("Nơi nhận:");
  g_ptr_array_add (plan->recipients, g_strdup ("- Sở Khoa học & Công nghệ (B/c);"));
  g_ptr_array_add (plan->recipients, g_strdup ("- Lưu VT."));
  g_ptr_array_add (plan->signature, g_strdup ("KT. CHỦ TỊCH"));
  g_ptr_array_add (plan->signature, g_strdup ("PHÓ CHỦ TỊCH"));
  plan->signer = g_strdup ("Phạm Xuân Khánh");
}

TosoPlan *
fixture_make_plan (void)
{
  TosoPlan    *plan = toso_plan_new ();
  TosoSection *one;
  TosoSection *two;
  TosoSection *training;
  TosoSection *targets;

  plan->year = 2026;
  plan->n_villages = 3;
  plan_set_string (&plan->source, "KẾ HOẠCH\nHoạt động của Tổ 'Công nghệ số'\n");
  plan_set_string (&plan->source_name, "ke-hoach.txt");
  plan_set_string (&plan->commune.name, "Ngọc Liên");
  plan_set_string (&plan->commune.kind, "xã");
  fill_ends (plan);

  g_ptr_array_add (plan->sections, toso_section_new (TOSO_SECTION_PREAMBLE, 0, "", "", "Thực hiện Công văn số 38"));
  one = plan_add_section (plan, NULL, "I.", "MỤC ĐÍCH, YÊU CẦU", "");
  plan_add_section (plan, one, "1.", "Mục đích", "Phát huy vai trò của Tổ.\n- Nâng cao nhận thức.");
  plan_add_section (plan, one, "2.", "Yêu cầu", "Thiết thực.");
  two = plan_add_section (plan, NULL, "II.", "NỘI DUNG", "");
  training = plan_add_section (plan, two, "1.", "Tập huấn", "");
  plan_add_section (plan, training, "a)", "Nội dung", "- Chữ ký số.");
  plan_add_section (plan, training, "b)", "Phương thức", "- Trực tuyến.");
  targets = plan_add_section (plan, two, "2.", "Mục tiêu cụ thể", "- Hỗ trợ tối thiểu 70% hộ gia đình.");
  plan_add_section (plan, NULL, "III.", "TỔ CHỨC THỰC HIỆN", "UBND xã.");
  g_ptr_array_add (plan->sections, toso_section_new (TOSO_SECTION_CLOSING, 0, "", "", "Trên đây là Kế hoạch./."));

  add_target (plan, targets, "CT01", "Hộ gia đình sử dụng dịch vụ công trực tuyến", 70);
  add_target (plan, targets, "CT02", "Thành viên được tập huấn", 100);
  add_task (plan, training);

  return plan;
}

static void
append_outline (GString         *text,
                const GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const TosoSection *section = g_ptr_array_index (sections, i);

      if (i > 0)
        g_string_append (text, ", ");
      g_string_append (text, section->label);
      if (section->kind != TOSO_SECTION_NUMBERED)
        g_string_append (text, section->kind == TOSO_SECTION_PREAMBLE ? "<" : ">");
      else
        g_string_append_printf (text, "%s%s", *section->label != '\0' ? " " : "", section->heading);
      if (section->children->len > 0)
        {
          g_string_append (text, " (");
          append_outline (text, section->children);
          g_string_append (text, ")");
        }
    }
}

char *
outline (TosoYear *year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = toso_year_load_plan (year, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  append_outline (text, plan->sections);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- the file from outside --- */

static sqlite3 *
open_outside (GFile *file)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (g_file_peek_path (file), &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 2000);

  return db;
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  int           rc = sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL);

  if (rc != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));

  return stmt;
}

static void
dump_table (sqlite3    *db,
            const char *table,
            GString    *text)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", table);
  sqlite3_stmt    *stmt = prepare (db, sql);

  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      g_string_append (text, table);
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        {
          const char *value = (const char *) sqlite3_column_text (stmt, i);

          g_string_append_printf (text, "|%s", value != NULL ? value : "(null)");
        }
      g_string_append_c (text, '\n');
    }
  sqlite3_finalize (stmt);
}

char *
dump_file (GFile *file)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3      *db = open_outside (file);
  sqlite3_stmt *stmt = prepare (db,
                                "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                "  AND name NOT IN ('journal', 'sequence') ORDER BY name");

  while (sqlite3_step (stmt) == SQLITE_ROW)
    dump_table (db, (const char *) sqlite3_column_text (stmt, 0), text);
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
assert_same_rows (const char *rows,
                  const char *expected)
{
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) expected_lines = NULL;

  if (g_str_equal (rows, expected))
    return;

  /* Only the line that differs: the whole would be unreadable. */
  lines = g_strsplit (rows, "\n", -1);
  expected_lines = g_strsplit (expected, "\n", -1);
  for (guint i = 0; lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected_lines[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (expected_lines));
}

void
run_sql (GFile      *file,
         const char *sql)
{
  sqlite3 *db = open_outside (file);

  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  sqlite3_close (db);
}

gint64
query_int64 (GFile      *file,
             const char *sql)
{
  sqlite3      *db = open_outside (file);
  sqlite3_stmt *stmt = prepare (db, sql);
  gint64        value;

  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return value;
}

char *
read_bytes (GFile *file,
            gsize *size)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_file_get_contents (g_file_peek_path (file), &bytes, size, &error);
  g_assert_no_error (error);

  return bytes;
}

void
write_bytes (GFile      *file,
             const char *bytes,
             gsize       size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (g_file_peek_path (file), bytes, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0644, &error);
  g_assert_no_error (error);
}

gint64
fixture_add (Fixture    *fixture,
             const char *kind,
             ...)
{
  g_autoptr (TosoRecord) record = toso_record_new (toso_registers_find (kind));
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list     values;

  va_start (values, kind);
  while ((field = va_arg (values, const char *)) != NULL)
    toso_record_set (record, field, va_arg (values, const char *));
  va_end (values);
  toso_year_save_record (fixture->year, record, &error);
  g_assert_no_error (error);

  return record->id;
}

char *
id_text (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}
