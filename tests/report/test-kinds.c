/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-register.h"
#include "paper-fixture.h"
#include "report/toso-paper-kind-private.h"
#include "report/toso-report.h"
#include "store/toso-year-register.h"
#include "store/toso-year-reports.h"

typedef struct
{
  char     *directory;
  TosoYear *year;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer figures)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("TOSO_TODAY", "2026-04-05", TRUE);
  fixture->directory = g_dir_make_tmp ("toso-kinds-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->year = test_make_year (fixture->directory, GPOINTER_TO_INT (figures));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer figures)
{
  g_autoptr (GDir) directory = g_dir_open (fixture->directory, 0, NULL);
  const char *name;

  toso_year_close (fixture->year);
  g_clear_object (&fixture->year);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
}

static TosoPaper *
compose (Fixture    *fixture,
         const char *kind,
         const char *period_text)
{
  g_autoptr (GError) error = NULL;
  TosoPeriod period;
  TosoPaper *paper;

  if (period_text != NULL)
    g_assert_true (toso_period_parse (period_text, &period));
  paper = toso_report_paper (fixture->year, kind, period_text != NULL ? &period : NULL, &error);
  g_assert_no_error (error);

  return paper;
}

static void
append_blocks (GString   *text,
               GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const TosoBlock *block = blocks->pdata[i];

      if (block->text != NULL)
        g_string_append_printf (text, "%s\n", block->text);
      for (guint r = 0; block->rows != NULL && r < block->rows->len; r++)
        {
          g_autofree char *row = g_strjoinv (" | ", block->rows->pdata[r]);

          g_string_append_printf (text, "%s\n", row);
        }
    }
}

/* All that the paper says, a line a paragraph or row. */
static char *
get_text (const TosoPaper *paper)
{
  GString *text = g_string_new (NULL);

  append_blocks (text, paper->blocks);
  for (guint i = 0; i < paper->annexes->len; i++)
    append_blocks (text, ((const TosoAnnex *) paper->annexes->pdata[i])->blocks);

  return g_string_free (text, FALSE);
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
check_sources (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const TosoBlock *block = blocks->pdata[i];

      for (guint s = 0; block->sources != NULL && s < block->sources->len; s++)
        {
          const TosoFigureSource *source = block->sources->pdata[s];
          const char             *text = block->rows == NULL ? block->text : ((char **) block->rows->pdata[source->row])[source->column];

          g_assert_cmpint (source->start + source->length, <=, g_utf8_strlen (text, -1));
          g_assert_cmpint (source->length, >, 0);
          g_assert_nonnull (strchr (source->source, '/'));
        }
    }
}

/* Every kind, with figures and without: laid out, nothing blank that the year
 * knows, number and day blank, no glyph missing. */
static void
test_every_kind (Fixture      *fixture,
                 gconstpointer figures)
{
  const char *const *names = toso_report_list_papers ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (TosoPaper) paper = compose (fixture, names[i], NULL);
      g_autoptr (TosoDocument) document = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = get_text (paper);

      g_assert_nonnull (toso_report_get_paper_label (names[i]));
      document = toso_document_new (paper, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (toso_document_get_missing_glyphs (document), ==, "");
      if (paper->number_line != NULL)
        g_assert_true (g_str_has_prefix (paper->number_line, "Số:      /"));
      if (paper->place_date != NULL)
        g_assert_true (g_str_has_prefix (paper->place_date, "Ngọc Liên, ngày      tháng"));
      g_assert_null (strchr (text, '{'));
      g_assert_null (strstr (text, "(null)"));
      g_assert_null (strstr (text, " 0%"));
      check_sources (paper->blocks);
      for (guint a = 0; a < paper->annexes->len; a++)
        check_sources (((const TosoAnnex *) paper->annexes->pdata[a])->blocks);
    }
}

static void
test_symbols (Fixture      *fixture,
              gconstpointer figures)
{
  static const char *const cases[][2] = {
    { "month", "Số:      /BC-UBND" },
    { "reminder", "Số:      /UBND-VHXH" },
    { "invitation", "Số:      /GM-UBND" },
    { "conclusions", "Số:      /TB-UBND" },
    { "proposal", "Số:      /TTr-VHXH" },
    { "commendation", "Số:      /QĐ-UBND" },
    { "strengthening", "Số:      /QĐ-UBND" },
    { "minutes", "Số:      /BB-UBND" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPaper) paper = compose (fixture, cases[i][0], NULL);

      g_assert_cmpstr (paper->number_line, ==, cases[i][1]);
      g_assert_cmpstr (paper->recipients[g_strv_length (paper->recipients) - 1], ==, "- Lưu: VT, VHXH.");
    }
}

static void
test_quarter (Fixture      *fixture,
              gconstpointer figures)
{
  g_autoptr (TosoPaper) paper = compose (fixture, "quarter", "2026-Q1");
  g_autofree char *text = get_text (paper);
  const TosoAnnex *villages;
  const TosoBlock *table;

  g_assert_cmpstr (paper->kind, ==, "BÁO CÁO");
  g_assert_cmpstr (paper->title[1], ==, "trên địa bàn xã Ngọc Liên quý I năm 2026");
  assert_has (text, "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH");
  assert_has (text, "Có 38/41 thôn đã gửi số liệu quý I năm 2026; còn 03 thôn chưa gửi: Thôn, làng 39; Thôn, làng 40; Thôn, làng 41.");
  assert_has (text, "Trong năm 2026 chưa có kỳ nào trước quý I năm 2026 để so sánh.");
  assert_has (text, "V. ");
  assert_has (text, "NHIỆM VỤ QUÝ II NĂM 2026");
  assert_has (text, "Hình 1. ");
  g_assert_cmpuint (paper->annexes->len, ==, 3);
  villages = paper->annexes->pdata[1];
  g_assert_cmpstr (villages->label, ==, "Phụ lục II");
  g_assert_true (villages->landscape);
  g_assert_cmpstr (villages->reference, ==, "(Kèm theo Báo cáo số      /BC-UBND ngày      tháng      năm 2026 của Ủy ban nhân dân xã Ngọc Liên)");
  table = villages->blocks->pdata[0];
  /* The head, the villages, how many gave figures, and the commune. */
  g_assert_cmpuint (table->rows->len, ==, 1 + 41 + 2);
  g_assert_cmpstr (((char **) table->rows->pdata[41])[3], ==, TOSO_MISSING);
  g_assert_cmpstr (((char **) table->rows->pdata[42])[3], ==, "38/41");
}

/* The month before, with its own coverage. */
static void
test_month_compares (Fixture      *fixture,
                     gconstpointer figures)
{
  g_autoptr (TosoPaper) paper = compose (fixture, "month", "2026-02");
  g_autofree char *text = get_text (paper);

  assert_has (text, "so với tháng 01 năm 2026 (số liệu của 35/41 thôn)");
  assert_has (text, "tăng 3 Tổ (8,6%)");
}

static void
test_no_figures (Fixture      *fixture,
                 gconstpointer figures)
{
  g_autoptr (TosoPaper) paper = compose (fixture, "quarter", "2026-Q1");
  g_autofree char *text = get_text (paper);

  assert_has (text, "Chưa có thôn nào trong 41 thôn gửi số liệu quý I năm 2026.");
  assert_has (text, "Tất cả 08 chỉ tiêu của Kế hoạch chưa có số liệu.");
  assert_has (text, ": chưa có số liệu; chỉ tiêu cả năm: ");
  assert_has (text, "1 | Thôn, làng 1 | — | — |");
}

/* What is given in place of a period: the last that has ended. */
static void
test_periods (Fixture      *fixture,
              gconstpointer figures)
{
  static const struct
  {
    const char *today, *kind, *title;
  } cases[] = {
    { "2026-04-05", "quarter", "quý I năm 2026" },
    { "2026-04-05", "month", "tháng 3 năm 2026" },
    { "2026-01-10", "month", "tháng 01 năm 2026" },
    { "2027-02-01", "month", "tháng 12 năm 2026" },
    { "2025-06-01", "half", "6 tháng đầu năm 2026" },
    { "2026-11-01", "half", "6 tháng đầu năm 2026" },
    { "2026-11-01", "year", "năm 2026" },
    { "2026-11-01", "nine-month", "9 tháng đầu năm 2026" },
  };
  g_autoptr (GError) error = NULL;
  TosoPeriod month = { TOSO_PERIOD_MONTH, 2026, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPaper) paper = NULL;

      g_setenv ("TOSO_TODAY", cases[i].today, TRUE);
      paper = compose (fixture, cases[i].kind, NULL);
      if (!g_str_has_suffix (paper->title[1], cases[i].title))
        g_error ("%s on %s: %s", cases[i].kind, cases[i].today, paper->title[1]);
    }
  g_assert_null (toso_report_paper (fixture->year, "quarter", &month, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "2026-Q1"));
}

static void
test_letter (Fixture      *fixture,
             gconstpointer figures)
{
  g_autoptr (TosoPaper) few = compose (fixture, "reminder", "2026-03");
  g_autoptr (TosoPaper) all = compose (fixture, "reminder", "2026-04");

  g_assert_null (few->kind);
  g_assert_cmpuint (g_strv_length (few->addressees), ==, 3);
  g_assert_cmpstr (few->addressees[0], ==, "- Trưởng Thôn, làng 39;");
  g_assert_cmpstr (few->addressees[2], ==, "- Trưởng Thôn, làng 41.");
  g_assert_cmpuint (few->annexes->len, ==, 0);
  g_assert_cmpstr (few->recipients[0], ==, "- Như trên;");
  /* Nobody has sent April: too many to be named over the letter. */
  g_assert_cmpuint (g_strv_length (all->addressees), ==, 1);
  g_assert_cmpuint (all->annexes->len, ==, 1);
  g_assert_cmpuint (((const TosoBlock *) ((const TosoAnnex *) all->annexes->pdata[0])->blocks->pdata[0])->rows->len, ==, 42);
}

/* What the registers hold comes into their lists; papers say it when they hold
 * nothing. */
static void
test_lists (Fixture      *fixture,
            gconstpointer figures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPaperData) data = toso_paper_data_load (fixture->year, NULL, toso_date_today (), &error);
  g_autoptr (TosoPaper) empty = toso_paper_kind_compose (&toso_kind_commendation, data);
  g_autoptr (TosoPaper) granted = NULL;
  g_autoptr (TosoPaper) members = NULL;
  g_autofree char *none = get_text (empty);
  g_autofree char *text = NULL;
  g_autofree char *list = NULL;

  g_assert_no_error (error);
  assert_has (none, "Chưa có tập thể, cá nhân nào trong danh sách khen thưởng năm 2026");
  g_assert_cmpuint (empty->annexes->len, ==, 0);

  toso_paper_data_add_commended (data, "Tổ CNSCĐ thôn Ngọc Minh", "Hỗ trợ dịch vụ công trực tuyến", "Giấy khen");
  toso_paper_data_add_member (data, "Thôn Ngọc Minh", "Nguyễn Văn An", "Tổ trưởng", "");
  granted = toso_paper_kind_compose (&toso_kind_commendation, data);
  text = get_text (granted);
  assert_has (text, "(có danh sách kèm theo)");
  assert_has (text, "1 | Tổ CNSCĐ thôn Ngọc Minh | Hỗ trợ dịch vụ công trực tuyến | Giấy khen");
  g_assert_cmpstr (((const TosoAnnex *) granted->annexes->pdata[0])->label, ==, "Phụ lục");
  members = toso_paper_kind_compose (&toso_kind_members, data);
  list = get_text (members);
  assert_has (list, "1 | Thôn Ngọc Minh | Nguyễn Văn An | Tổ trưởng | ");
  g_assert_null (members->signature);
}

static gint64
save (TosoYear   *year,
      const char *kind,
      ...)
{
  g_autoptr (TosoRecord) record = toso_record_new (toso_registers_find (kind));
  g_autoptr (GError) error = NULL;
  va_list     arguments;
  const char *field;

  va_start (arguments, kind);
  while ((field = va_arg (arguments, const char *)) != NULL)
    toso_record_set (record, field, va_arg (arguments, const char *));
  va_end (arguments);
  toso_year_save_record (year, record, &error);
  g_assert_no_error (error);

  return record->id;
}

static char *
id_text (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
send (TosoYear   *year,
      guint       village,
      const char *difficulties,
      const char *proposals)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) villages = toso_year_list_villages (year, &error);
  TosoPeriod quarter = { TOSO_PERIOD_QUARTER, 2026, 1 };
  g_autoptr (TosoSubmission) submission = NULL;

  g_assert_no_error (error);
  submission = toso_year_get_submission (year, quarter, ((const TosoVillage *) villages->pdata[village])->id, &error);
  g_assert_no_error (error);
  submission->state = TOSO_SUBMISSION_RECEIVED;
  g_free (submission->difficulties);
  submission->difficulties = g_strdup (difficulties);
  g_free (submission->proposals);
  submission->proposals = g_strdup (proposals);
  toso_year_save_submission (year, quarter, submission, NULL, &error);
  g_assert_no_error (error);
}

/* What the villages wrote, each with its name; what was not written is not
 * there. */
static void
test_submissions (Fixture      *fixture,
                  gconstpointer figures)
{
  g_autoptr (TosoPaper) paper = NULL;
  g_autofree char *text = NULL;

  send (fixture->year, 0, "Mạng yếu, nhiều hộ chưa có điện thoại thông minh", "");
  send (fixture->year, 1, "", "Đề nghị mở thêm lớp tập huấn.");
  paper = compose (fixture, "quarter", "2026-Q1");
  text = get_text (paper);
  assert_has (text, "Có 02/41 thôn đã gửi số liệu quý I năm 2026");
  assert_has (text, "- Thôn, làng 1: Mạng yếu, nhiều hộ chưa có điện thoại thông minh.\n");
  assert_has (text, "- Thôn, làng 2: Đề nghị mở thêm lớp tập huấn.\n");
  g_assert_null (strstr (text, "- Thôn, làng 3:"));
  g_assert_null (strstr (text, "Không có đề xuất"));
}

static void
fill_registers (TosoYear *year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) villages = toso_year_list_villages (year, &error);
  g_autofree char *village = id_text (((const TosoVillage *) villages->pdata[4])->id);
  g_autofree char *team = id_text (save (year, "team", "village_id", village, "name", "Tổ CNSCĐ thôn 5", NULL));
  g_autofree char *leader = id_text (save (year, "member", "name", "Nguyễn Văn An", "phone", "0912345678", NULL));
  g_autofree char *member = id_text (save (year, "member", "name", "Lê Thị Bình", NULL));

  save (year, "membership", "team_id", team, "member_id", member, "is_leader", "0", NULL);
  save (year, "membership", "team_id", team, "member_id", leader, "is_leader", "1", NULL);
  save (year, "commendation", "member_id", leader, "form", "Giấy khen", "achievement", "Hướng dẫn 120 hộ", NULL);
  save (year, "commendation", "recipient", "Tổ cũ", "form", "Giấy khen", "state", "refused", NULL);
  save (year, "directive", "content", "Rà soát tài khoản định danh", "number", "15/UBND-VX", "day", "2026-02-03", "issuer", "UBND tỉnh", NULL);
  save (year, "directive", "content", "Việc của quý sau", "day", "2026-06-03", NULL);
  save (year, "inspection", "day", "2026-03-02", "village_id", village, "findings", "Đã có sổ theo dõi", NULL);
  save (year, "activity", "day", "2026-02-10", "kind", "bulletin", "count", "3", NULL);
  save (year, "activity", "day", "2026-02-11", "kind", "guidance", "people", "25", NULL);
  save (year, "activity", "day", "2026-02-12", "kind", "guidance", "people", "10", NULL);
  save (year, "training", "title", "Kỹ năng số", "first_day", "2026-03-05", NULL);
}

static void
test_registers (Fixture      *fixture,
                gconstpointer figures)
{
  g_autoptr (TosoPaper) report = NULL;
  g_autoptr (TosoPaper) members = NULL;
  g_autoptr (TosoPaper) commendation = NULL;
  g_autofree char *text = NULL;
  g_autofree char *list = NULL;
  g_autofree char *granted = NULL;

  fill_registers (fixture->year);
  report = compose (fixture, "quarter", "2026-Q1");
  text = get_text (report);
  assert_has (text, "Trong quý I năm 2026 có 01 văn bản chỉ đạo được theo dõi, 01 cuộc kiểm tra:");
  assert_has (text, "- Văn bản số 15/UBND-VX ngày 03/02/2026 của UBND tỉnh: Rà soát tài khoản định danh (chưa thực hiện).");
  assert_has (text, "- Kiểm tra ngày 02/03/2026 tại Thôn, làng 5: Đã có sổ theo dõi.");
  assert_has (text, "- 01 lớp tập huấn.\n");
  assert_has (text, "- 03 lượt tin, bài trên hệ thống truyền thanh.\n");
  assert_has (text, "- 02 buổi hướng dẫn, với 35 lượt người.\n");
  g_assert_null (strstr (text, "Việc của quý sau"));
  members = compose (fixture, "members", NULL);
  list = get_text (members);
  assert_has (list, "1 | Thôn, làng 5 | Nguyễn Văn An | Tổ trưởng | \n2 | Thôn, làng 5 | Lê Thị Bình | Thành viên | ");
  g_assert_null (strstr (list, "0912345678"));
  commendation = compose (fixture, "commendation", NULL);
  granted = get_text (commendation);
  assert_has (granted, "1 | Nguyễn Văn An | Hướng dẫn 120 hộ | Giấy khen");
  g_assert_null (strstr (granted, "Tổ cũ"));
}

int
main (int    argc,
      char **argv)
{
  const gpointer none = GINT_TO_POINTER (0);
  const gpointer some = GINT_TO_POINTER (1);

  g_test_init (&argc, &argv, NULL);
#define ADD(name, figures, func) g_test_add ("/report/kinds/" name, Fixture, figures, set_up, func, tear_down)
  ADD ("every-kind", some, test_every_kind);
  ADD ("every-kind-without-figures", none, test_every_kind);
  ADD ("symbols", none, test_symbols);
  ADD ("quarter", some, test_quarter);
  ADD ("month-compares", some, test_month_compares);
  ADD ("no-figures", none, test_no_figures);
  ADD ("periods", none, test_periods);
  ADD ("letter", some, test_letter);
  ADD ("lists", none, test_lists);
  ADD ("submissions", none, test_submissions);
  ADD ("registers", none, test_registers);

  return g_test_run ();
}
