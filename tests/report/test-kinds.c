/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/toso-error.h"
#include "document/toso-lint.h"
#include "paper-fixture.h"
#include "report/toso-paper-kind-private.h"
#include "report/toso-report.h"
#include "store/toso-year-reports.h"

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

/* The checker finds nothing in what we make; the plan keeps its author's slips. */
static void
assert_no_findings (TosoDocument *document,
                    const char   *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = toso_document_to_pdf (document, NULL, &error);
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_no_error (error);
  findings = toso_lint_pdf (pdf, kind, &error);
  g_assert_no_error (error);
  if (findings->len > 0 && !g_str_equal (kind, "plan"))
    {
      const TosoLintFinding *finding = findings->pdata[0];

      g_error ("%s, page %u: %s: %s: %s, not %s", kind, finding->page, finding->where, finding->rule, finding->found, finding->expected);
    }
}

/* Every kind, with figures and without: laid out, nothing blank that the year
 * knows, number and day blank, no glyph missing. */
static void
test_every_kind (TestPapers   *fixture,
                 gconstpointer figures)
{
  const char *const *names = toso_report_list_papers ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (TosoPaper) paper = test_compose (fixture, names[i], NULL);
      g_autoptr (TosoDocument) document = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = test_get_text (paper);

      g_assert_nonnull (toso_report_get_paper_label (names[i]));
      document = toso_document_new (paper, NULL, &error);
      g_assert_no_error (error);
      g_assert_null (toso_document_describe_missing (document));
      assert_no_findings (document, names[i]);
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
test_symbols (TestPapers   *fixture,
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
      g_autoptr (TosoPaper) paper = test_compose (fixture, cases[i][0], NULL);

      g_assert_cmpstr (paper->number_line, ==, cases[i][1]);
      g_assert_cmpstr (paper->recipients[g_strv_length (paper->recipients) - 1], ==, "- Lưu: VT, VHXH.");
    }
}

static void
test_quarter (TestPapers   *fixture,
              gconstpointer figures)
{
  g_autoptr (TosoPaper) paper = test_compose (fixture, "quarter", "2026-Q1");
  g_autofree char *text = test_get_text (paper);
  const TosoAnnex *villages;
  const TosoBlock *table;

  g_assert_cmpstr (paper->kind, ==, "BÁO CÁO");
  g_assert_cmpstr (paper->title[1], ==, "trên địa bàn xã Ngọc Liên quý I năm 2026");
  test_assert_has (text, "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH");
  test_assert_has (text, "Có 38/41 thôn đã gửi số liệu quý I năm 2026; còn 03 thôn chưa gửi: Thôn, làng 39; Thôn, làng 40; Thôn, làng 41.");
  test_assert_has (text, "Trong năm 2026 chưa có kỳ nào trước quý I năm 2026 để so sánh.");
  test_assert_has (text, "V. ");
  test_assert_has (text, "NHIỆM VỤ QUÝ II NĂM 2026");
  test_assert_has (text, "(Số liệu từng tháng tại Hình 1.)\nHình 1. Số thôn gửi số liệu từng tháng, quý I năm 2026\n");
  test_assert_has (text, "(Số liệu chi tiết tại Hình 2, Phụ lục I và Phụ lục II.)\nHình 2. ");
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
test_month_compares (TestPapers   *fixture,
                     gconstpointer figures)
{
  g_autoptr (TosoPaper) paper = test_compose (fixture, "month", "2026-02");
  g_autofree char *text = test_get_text (paper);

  test_assert_has (text, "so với tháng 01 năm 2026 (số liệu của 35/41 thôn)");
  test_assert_has (text, "tăng 3 Tổ (8,6%)");
}

static void
test_no_figures (TestPapers   *fixture,
                 gconstpointer figures)
{
  g_autoptr (TosoPaper) paper = test_compose (fixture, "quarter", "2026-Q1");
  g_autofree char *text = test_get_text (paper);

  test_assert_has (text, "Chưa có thôn nào trong 41 thôn gửi số liệu quý I năm 2026.");
  test_assert_has (text, "Tất cả 08 chỉ tiêu của Kế hoạch chưa có số liệu.");
  test_assert_has (text, ": chưa có số liệu; chỉ tiêu cả năm: ");
  test_assert_has (text, "1 | Thôn, làng 1 | — | — |");
  g_assert_null (strstr (text, "từng tháng"));
}

/* What is given in place of a period: the last that has ended. */
static void
test_periods (TestPapers   *fixture,
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
      paper = test_compose (fixture, cases[i].kind, NULL);
      if (!g_str_has_suffix (paper->title[1], cases[i].title))
        g_error ("%s on %s: %s", cases[i].kind, cases[i].today, paper->title[1]);
    }
  g_assert_null (toso_report_paper (fixture->year, "quarter", &month, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "2026-Q1"));
}

/* What work to come is headed by. */
static void
test_next_period (TestPapers   *fixture,
                  gconstpointer figures)
{
  static const struct
  {
    const char *kind, *period, *heading;
  } cases[] = {
    { "month", "2026-03", "NHIỆM VỤ THÁNG 4 NĂM 2026\n" },
    { "month", "2026-12", "NHIỆM VỤ THÁNG 01 NĂM 2027\n" },
    { "quarter", "2026-Q1", "NHIỆM VỤ QUÝ II NĂM 2026\n" },
    { "half", "2026-H1", "NHIỆM VỤ 6 THÁNG CUỐI NĂM 2026\n" },
    { "nine-month", "2026-9M", "NHIỆM VỤ 3 THÁNG CUỐI NĂM 2026\n" },
    { "year", "2026", "NHIỆM VỤ NĂM 2027\n" },
    { "ad-hoc", NULL, "NHIỆM VỤ TRONG THỜI GIAN TỚI\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPaper) paper = test_compose (fixture, cases[i].kind, cases[i].period);
      g_autofree char *text = test_get_text (paper);

      test_assert_has (text, cases[i].heading);
    }
}

static void
test_letter (TestPapers   *fixture,
             gconstpointer figures)
{
  g_autoptr (TosoPaper) few = test_compose (fixture, "reminder", "2026-03");
  g_autoptr (TosoPaper) all = test_compose (fixture, "reminder", "2026-04");

  g_autofree char *few_text = test_get_text (few);
  g_autofree char *all_text = test_get_text (all);

  /* The day once, and the names once: over the letter or in its annex. */
  test_assert_has (few_text, "Thời hạn gửi số liệu tháng 3 năm 2026 là ngày 17 tháng 3 năm 2026; đến nay, Ủy ban nhân dân xã chưa nhận được số liệu của 03/41 thôn nêu trên.\n");
  g_assert_null (strstr (few_text, "Thôn, làng 39"));
  test_assert_has (all_text, "chưa nhận được số liệu của 41/41 thôn (có danh sách kèm theo).\n");
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
test_lists (TestPapers   *fixture,
            gconstpointer figures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPaperData) data = toso_paper_data_load (fixture->year, NULL, toso_date_today (), &error);
  g_autoptr (TosoPaper) empty = toso_paper_kind_compose (&toso_kind_commendation, data);
  g_autoptr (TosoPaper) granted = NULL;
  g_autoptr (TosoPaper) members = NULL;
  g_autofree char *none = test_get_text (empty);
  g_autofree char *text = NULL;
  g_autofree char *list = NULL;

  g_assert_no_error (error);
  test_assert_has (none, "Chưa có tập thể, cá nhân nào trong danh sách khen thưởng năm 2026");
  g_assert_cmpuint (empty->annexes->len, ==, 0);

  toso_paper_data_add_commended (data, "Tổ CNSCĐ thôn Ngọc Minh", "Hỗ trợ dịch vụ công trực tuyến", "Giấy khen");
  toso_paper_data_add_member (data, "Thôn Ngọc Minh", "Nguyễn Văn An", "Tổ trưởng", "");
  granted = toso_paper_kind_compose (&toso_kind_commendation, data);
  text = test_get_text (granted);
  test_assert_has (text, "(có danh sách kèm theo)");
  test_assert_has (text, "1 | Tổ CNSCĐ thôn Ngọc Minh | Hỗ trợ dịch vụ công trực tuyến | Giấy khen");
  g_assert_cmpstr (((const TosoAnnex *) granted->annexes->pdata[0])->label, ==, "Phụ lục");
  members = toso_paper_kind_compose (&toso_kind_members, data);
  list = test_get_text (members);
  test_assert_has (list, "1 | Thôn Ngọc Minh | Nguyễn Văn An | Tổ trưởng | ");
  g_assert_null (members->signature);
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
test_submissions (TestPapers   *fixture,
                  gconstpointer figures)
{
  g_autoptr (TosoPaper) paper = NULL;
  g_autofree char *text = NULL;

  send (fixture->year, 0, "Mạng yếu, nhiều hộ chưa có điện thoại thông minh", "");
  send (fixture->year, 1, "", "Đề nghị mở thêm lớp tập huấn.");
  paper = test_compose (fixture, "quarter", "2026-Q1");
  text = test_get_text (paper);
  test_assert_has (text, "Có 02/41 thôn đã gửi số liệu quý I năm 2026");
  test_assert_has (text, "- Thôn, làng 1: Mạng yếu, nhiều hộ chưa có điện thoại thông minh.\n");
  test_assert_has (text, "- Thôn, làng 2: Đề nghị mở thêm lớp tập huấn.\n");
  g_assert_null (strstr (text, "- Thôn, làng 3:"));
  g_assert_null (strstr (text, "Không có đề xuất"));
}

/* Of the days that a letter names, from what was given for it alone. */
static void
test_ad_hoc (TestPapers   *fixture,
             gconstpointer figures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPaper) whole = test_compose (fixture, "ad-hoc", NULL);
  g_autoptr (TosoPaper) quarter = test_compose (fixture, "ad-hoc", "2026-Q1");
  g_autoptr (TosoPaper) asked = NULL;
  g_autoptr (GPtrArray) villages = toso_year_list_villages (fixture->year, &error);
  g_autoptr (TosoPlan) plan = toso_year_load_plan (fixture->year, &error);
  g_autofree char  *text = NULL;
  TosoPeriod        period;
  const TosoTarget *target = plan->targets->pdata[1];

  g_assert_cmpstr (whole->title[1], ==, "trên địa bàn xã Ngọc Liên năm 2026 (tính đến ngày 05/04/2026)");
  g_assert_cmpstr (quarter->title[1], ==, "trên địa bàn xã Ngọc Liên quý I năm 2026");
  g_assert_true (toso_report_paper_takes_period ("ad-hoc", (TosoPeriod){ TOSO_PERIOD_AD_HOC, 2026, 1 }));

  toso_year_open_ad_hoc (fixture->year, "Công văn số 9/SKHCN-CĐS ngày 10/3/2026", (TosoDate){ 2026, 3, 1 }, (TosoDate){ 2026, 3, 20 },
                         (TosoDate){ 2026, 3, 25 }, &period, &error);
  g_assert_no_error (error);
  toso_year_record (fixture->year, target->indicator_id, ((const TosoVillage *) villages->pdata[0])->id, period,
                    TOSO_FIGURE (1), TOSO_FIGURE (4), NULL, &error);
  g_assert_no_error (error);
  asked = test_compose (fixture, "ad-hoc", NULL);
  text = test_get_text (asked);
  g_assert_cmpstr (asked->title[1], ==, "trên địa bàn xã Ngọc Liên thời gian từ ngày 01/03/2026 đến ngày 20/03/2026");
  test_assert_has (text, "Thực hiện Công văn số 9/SKHCN-CĐS ngày 10/3/2026, Ủy ban nhân dân xã Ngọc Liên báo cáo");
  test_assert_has (text, "25% (1/4; số liệu của 01/41 thôn)");
  test_assert_has (text, "NHIỆM VỤ TRONG THỜI GIAN TỚI");
  /* What one letter asked for is no part of the year. */
  {
    g_autoptr (TosoPaper) after = test_compose (fixture, "quarter", "2026-Q1");
    g_autofree char *before_text = test_get_text (quarter);
    g_autofree char *after_text = test_get_text (after);

    g_assert_null (strstr (after_text, "1/4; số liệu"));
    g_assert_cmpint (strstr (before_text, "41 thôn)") == NULL, ==, strstr (after_text, "41 thôn)") == NULL);
  }
}

static void
test_guidance (TestPapers   *fixture,
               gconstpointer figures)
{
  g_autoptr (TosoPaper) paper = test_compose (fixture, "guidance", "2026-04");
  g_autofree char *text = test_get_text (paper);

  g_assert_null (paper->kind);
  test_assert_has (text, "5 | Hộ gia đình sử dụng dịch vụ công trực tuyến mức độ 3, 4 | Hộ gia đình tiếp cận");
  test_assert_has (text, "8 | Tăng tỷ lệ người dân sử dụng các nền tảng số phổ biến | Số đã thực hiện | —");
  test_assert_has (text, "Số liệu tháng 4 năm 2026 tính từ ngày 15/03/2026 đến hết ngày 14/04/2026.");
}

static gboolean
has_source (const TosoBlock *table,
            guint            row,
            guint            column)
{
  for (guint i = 0; table->sources != NULL && i < table->sources->len; i++)
    {
      const TosoFigureSource *source = table->sources->pdata[i];

      if (source->row == row && source->column == column)
        return TRUE;
    }

  return FALSE;
}

/* Every figure of the annexes can be followed to where it is from. */
static void
test_annex_sources (TestPapers   *fixture,
                    gconstpointer figures)
{
  g_autoptr (TosoPaper) paper = test_compose (fixture, "month", "2026-02");

  for (guint a = 0; a < 2; a++)
    {
      const TosoBlock *table = ((const TosoAnnex *) paper->annexes->pdata[a])->blocks->pdata[0];

      for (guint r = table->n_head_rows; r < table->rows->len; r++)
        {
          char **cells = table->rows->pdata[r];

          for (guint c = a == 0 ? 3 : 2; cells[c] != NULL; c++)
            if (g_ascii_isdigit (*cells[c]) && !has_source (table, r, c))
              g_error ("annex %u, row %u, column %u: “%s” has no source", a + 1, r, c, cells[c]);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  const gpointer none = GINT_TO_POINTER (0);
  const gpointer some = GINT_TO_POINTER (1);

  g_test_init (&argc, &argv, NULL);
#define ADD(name, figures, func) g_test_add ("/report/kinds/" name, TestPapers, figures, test_papers_set_up, func, test_papers_tear_down)
  ADD ("every-kind", some, test_every_kind);
  ADD ("every-kind-without-figures", none, test_every_kind);
  ADD ("symbols", none, test_symbols);
  ADD ("quarter", some, test_quarter);
  ADD ("month-compares", some, test_month_compares);
  ADD ("no-figures", none, test_no_figures);
  ADD ("periods", none, test_periods);
  ADD ("next-period", none, test_next_period);
  ADD ("letter", some, test_letter);
  ADD ("lists", none, test_lists);
  ADD ("submissions", none, test_submissions);
  ADD ("ad-hoc", some, test_ad_hoc);
  ADD ("guidance", none, test_guidance);
  ADD ("annex-sources", some, test_annex_sources);

  return g_test_run ();
}
