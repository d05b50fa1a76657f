/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report.h"

#include <string.h>

#include "core/toso-text.h"

static TosoSection *
add (TosoPlan       *plan,
     TosoSection    *parent,
     TosoSectionKind kind,
     int             level,
     const char     *label,
     const char     *heading,
     const char     *body)
{
  TosoSection *section = toso_section_new (kind, level, label, heading, body);

  if (parent != NULL)
    toso_section_append (parent, section);
  else
    g_ptr_array_add (plan->sections, section);

  return section;
}

static void
set (char      **field,
     const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* A plan in the shape that most communes write. */
static TosoPlan *
make_plan (void)
{
  TosoPlan    *plan = toso_plan_new ();
  TosoSection *one, *two, *point;

  plan->year = 2026;
  set (&plan->commune.name, "Ngọc Liên");
  set (&plan->commune.kind, "xã");
  set (&plan->commune.team_name, "Tổ Công nghệ số cộng đồng");
  set (&plan->header.number_line, "Số:      /KH-UBND");
  set (&plan->header.place_date, "Ngọc Liên, ngày      tháng 01 năm 2026");
  set (&plan->header.kind, "KẾ HOẠCH");
  g_strfreev (plan->header.title);
  plan->header.title = g_strsplit ("Hoạt động của Tổ Công nghệ số cộng đồng\ntrên địa bàn xã Ngọc Liên năm 2026", "\n", -1);

  add (plan, NULL, TOSO_SECTION_PREAMBLE, 0, "", "", "Căn cứ Công văn số 38/SKHCN;\nXét đề nghị của Phòng Văn hóa - Xã hội;\nUBND xã triển khai như sau:");
  one = add (plan, NULL, TOSO_SECTION_NUMBERED, 1, "I.", "MỤC ĐÍCH, YÊU CẦU", "");
  add (plan, one, TOSO_SECTION_NUMBERED, 2, "1.", "Mục đích", "Phát huy vai trò.\nCăn cứ tình hình, góp phần phát triển.");
  add (plan, one, TOSO_SECTION_NUMBERED, 2, "2.", "", "Rà soát các Tổ.\n- Phát huy vai trò nòng cốt.");
  two = add (plan, NULL, TOSO_SECTION_NUMBERED, 1, "II.", "NỘI DUNG", "");
  two = add (plan, two, TOSO_SECTION_NUMBERED, 2, "1.", "Tập huấn", "");
  point = add (plan, two, TOSO_SECTION_NUMBERED, 3, "a)", "Nội dung tập huấn", "- Chữ ký số.");
  g_assert_nonnull (point);
  add (plan, two, TOSO_SECTION_NUMBERED, 3, "b)", "", "Kết hợp trực tuyến.");
  add (plan, two, TOSO_SECTION_NUMBERED, 3, "đ)", "", "");
  add (plan, NULL, TOSO_SECTION_CLOSING, 0, "", "", "Trên đây là Kế hoạch./.");

  set (&plan->recipients_heading, "Nơi nhận:");
  g_ptr_array_add (plan->recipients, g_strdup ("- Sở KH&CN (B/c);"));
  g_ptr_array_add (plan->recipients, g_strdup ("- Lưu VT."));
  g_ptr_array_add (plan->signature, g_strdup ("KT. CHỦ TỊCH"));
  g_ptr_array_add (plan->signature, g_strdup ("PHÓ CHỦ TỊCH"));
  set (&plan->signer, "Phạm Xuân Khánh");

  return plan;
}

static void
test_blocks (void)
{
  static const struct
  {
    TosoBlockKind kind;
    int           outline_level;
    const char   *text;
  } expected[] = {
    { TOSO_BLOCK_BASIS, 0, "Căn cứ Công văn số 38/SKHCN;" },
    { TOSO_BLOCK_BASIS, 0, "Xét đề nghị của Phòng Văn hóa - Xã hội;" },
    { TOSO_BLOCK_BODY, 0, "UBND xã triển khai như sau:" },
    { TOSO_BLOCK_HEADING_ROMAN, 1, "I. MỤC ĐÍCH, YÊU CẦU" },
    { TOSO_BLOCK_HEADING, 2, "1. Mục đích" },
    { TOSO_BLOCK_BODY, 0, "Phát huy vai trò." },
    { TOSO_BLOCK_BODY, 0, "Căn cứ tình hình, góp phần phát triển." }, /* no basis down here */
    { TOSO_BLOCK_BODY, 0, "2. Rà soát các Tổ." },
    { TOSO_BLOCK_BODY, 0, "- Phát huy vai trò nòng cốt." },
    { TOSO_BLOCK_HEADING_ROMAN, 1, "II. NỘI DUNG" },
    { TOSO_BLOCK_HEADING, 2, "1. Tập huấn" },
    { TOSO_BLOCK_BODY, 3, "a) Nội dung tập huấn" },
    { TOSO_BLOCK_BODY, 0, "- Chữ ký số." },
    { TOSO_BLOCK_BODY, 0, "b) Kết hợp trực tuyến." },
    { TOSO_BLOCK_BODY, 0, "đ)" },
    { TOSO_BLOCK_BODY, 0, "Trên đây là Kế hoạch./." },
  };
  g_autoptr (TosoPlan) plan = make_plan ();
  g_autoptr (TosoPaper) paper = toso_report_plan_paper (plan);

  g_assert_cmpuint (paper->blocks->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      const TosoBlock *block = paper->blocks->pdata[i];

      g_assert_cmpstr (block->text, ==, expected[i].text);
      g_assert_cmpint (block->kind, ==, expected[i].kind);
      g_assert_cmpint (block->outline_level, ==, expected[i].outline_level);
    }
}

static void
add_line (GString    *text,
          const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s\n", line);
}

static void
add_lines (GString           *text,
           const char *const *lines)
{
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    add_line (text, lines[i]);
}

static void
add_blocks (GString   *text,
            GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const TosoBlock *block = blocks->pdata[i];

      if (block->kind != TOSO_BLOCK_TABLE)
        {
          add_line (text, block->text);
          continue;
        }
      for (guint r = 0; r < block->rows->len; r++)
        {
          g_autofree char *row = g_strjoinv (" | ", block->rows->pdata[r]);

          add_line (text, row);
        }
    }
}

/* The paper's own text from top to bottom, agency left out. */
static char *
dup_paper_text (const TosoPaper *paper)
{
  GString *text = g_string_new (NULL);

  add_line (text, paper->number_line);
  add_line (text, paper->place_date);
  add_line (text, paper->kind);
  add_lines (text, (const char *const *) paper->title);
  add_blocks (text, paper->blocks);
  add_line (text, paper->recipients_heading);
  add_lines (text, (const char *const *) paper->recipients);
  add_lines (text, (const char *const *) paper->signature);
  add_line (text, paper->signer);
  for (guint i = 0; i < paper->annexes->len; i++)
    {
      const TosoAnnex *annex = paper->annexes->pdata[i];

      add_line (text, annex->label);
      add_lines (text, (const char *const *) annex->title);
      add_line (text, annex->reference);
      add_blocks (text, annex->blocks);
    }

  return g_string_free (text, FALSE);
}

/* Nothing is added, dropped or moved. */
static void
test_text_is_the_plan (void)
{
  g_autoptr (TosoPlan) plan = make_plan ();
  g_autoptr (TosoPaper) paper = toso_report_plan_paper (plan);
  g_autofree char *expected = toso_plan_to_text (plan);
  g_autofree char *text = dup_paper_text (paper);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_annexes (void)
{
  g_autoptr (TosoPlan) plan = make_plan ();
  g_autoptr (TosoPaper) paper = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;
  const TosoAnnex *annex;
  const TosoBlock *block;
  TosoSection     *section;

  section = add (plan, NULL, TOSO_SECTION_ANNEX, 0, "Phụ lục I", "DANH SÁCH TỔ",
                 "(Kèm theo Kế hoạch số      /KH-UBND)\nDanh sách như sau:");
  add (plan, section, TOSO_SECTION_NUMBERED, 1, "1.", "Tổ số 1", "Có 07 thành viên.");
  add (plan, NULL, TOSO_SECTION_ANNEX, 0, "Phụ lục II", "",
       "STT | Thôn | Số hộ | Tập huấn | Lượt | Tỷ lệ\n1 | Thôn 1 | 93 | 2 | 7 | 41,5");
  add (plan, NULL, TOSO_SECTION_ANNEX, 0, "", "", "Không có tên.");
  paper = toso_report_plan_paper (plan);
  expected = toso_plan_to_text (plan);
  text = dup_paper_text (paper);
  g_assert_cmpstr (text, ==, expected);

  g_assert_cmpuint (paper->annexes->len, ==, 3);
  annex = paper->annexes->pdata[0];
  g_assert_cmpstr (annex->label, ==, "Phụ lục I");
  g_assert_cmpstr (annex->title[0], ==, "DANH SÁCH TỔ");
  g_assert_cmpstr (annex->reference, ==, "(Kèm theo Kế hoạch số      /KH-UBND)");
  g_assert_false (annex->landscape);
  g_assert_cmpuint (annex->blocks->len, ==, 3);
  block = annex->blocks->pdata[1];
  g_assert_cmpint (block->kind, ==, TOSO_BLOCK_HEADING);
  g_assert_cmpint (block->outline_level, ==, 2);
  annex = paper->annexes->pdata[1];
  g_assert_null (annex->reference);
  g_assert_true (annex->landscape);
  annex = paper->annexes->pdata[2];
  g_assert_null (annex->label);
  g_assert_cmpuint (annex->blocks->len, ==, 1);
}

/* One nation, that of the text; its motto, or the one that goes with it. */
static void
test_nation (void)
{
  static const struct
  {
    const char *nation, *motto;
    const char *expected_motto;
  } cases[] = {
    { NULL, NULL, NULL },
    { "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc", "Độc lập – Tự do – Hạnh phúc" },
    { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", NULL, NULL },
    { "ĐẢNG CỘNG SẢN VIỆT NAM", NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPlan) plan = make_plan ();
      g_autoptr (TosoPaper) paper = NULL;

      set (&plan->header.nation, cases[i].nation);
      set (&plan->header.motto, cases[i].motto);
      paper = toso_report_plan_paper (plan);
      g_assert_cmpstr (paper->nation, ==, cases[i].nation);
      g_assert_cmpstr (paper->motto, ==, cases[i].expected_motto);
    }
}

static void
test_agency (void)
{
  g_autoptr (TosoPlan) plan = make_plan ();
  g_autoptr (TosoPaper) from_commune = toso_report_plan_paper (plan);
  g_autoptr (TosoPaper) from_text = NULL;
  g_autoptr (TosoPaper) unknown = NULL;
  g_autofree char *joined = NULL;

  g_assert_cmpstr (from_commune->agency[0], ==, "ỦY BAN NHÂN DÂN");
  g_assert_cmpstr (from_commune->agency[1], ==, "XÃ NGỌC LIÊN");
  g_assert_null (from_commune->agency[2]);
  g_assert_null (from_commune->superior);

  g_strfreev (plan->header.agency);
  plan->header.agency = g_strsplit ("UBND XÃ NGỌC LIÊN|PHÒNG VĂN HÓA - XÃ HỘI", "|", -1);
  from_text = toso_report_plan_paper (plan);
  joined = g_strjoinv ("|", from_text->agency);
  g_assert_cmpstr (joined, ==, "UBND XÃ NGỌC LIÊN|PHÒNG VĂN HÓA - XÃ HỘI");

  g_clear_pointer (&plan->header.agency, g_strfreev);
  set (&plan->commune.name, "");
  unknown = toso_report_plan_paper (plan);
  g_assert_cmpuint (unknown->agency != NULL ? g_strv_length (unknown->agency) : 0, ==, 0);
}

/* Lines that a paper must have and the text lacks, blanks left blank. */
static void
test_missing_lines (void)
{
  g_autoptr (TosoPlan) plan = make_plan ();
  g_autoptr (TosoPaper) paper = NULL;
  g_autoptr (TosoPaper) programme = NULL;
  g_autoptr (TosoPaper) nowhere = NULL;

  g_clear_pointer (&plan->header.number_line, g_free);
  g_clear_pointer (&plan->header.place_date, g_free);
  g_clear_pointer (&plan->header.kind, g_free);
  paper = toso_report_plan_paper (plan);
  g_assert_cmpstr (paper->number_line, ==, "Số:      /KH-UBND");
  g_assert_cmpstr (paper->place_date, ==, "Ngọc Liên, ngày      tháng      năm 2026");
  g_assert_cmpstr (paper->kind, ==, "KẾ HOẠCH");

  plan->header.kind = g_strdup ("CHƯƠNG TRÌNH");
  programme = toso_report_plan_paper (plan);
  g_assert_cmpstr (programme->number_line, ==, "Số:      /CTr-UBND");

  set (&plan->commune.name, "");
  nowhere = toso_report_plan_paper (plan);
  g_assert_null (nowhere->place_date);
}

static void
test_metadata (void)
{
  g_autoptr (TosoPlan) plan = make_plan ();
  g_autoptr (TosoPaper) paper = toso_report_plan_paper (plan);

  g_assert_cmpstr (paper->subject, ==, "Kế hoạch Hoạt động của Tổ Công nghệ số cộng đồng trên địa bàn xã Ngọc Liên năm 2026");
  g_assert_cmpstr (paper->author, ==, "ỦY BAN NHÂN DÂN XÃ NGỌC LIÊN");
  g_assert_cmpstr (paper->keywords, ==, "Kế hoạch, Tổ Công nghệ số cộng đồng, xã Ngọc Liên, 2026");
  g_assert_null (paper->watermark);
}

static void
test_chapters_and_articles (void)
{
  g_autoptr (TosoPlan) plan = toso_plan_new ();
  g_autoptr (TosoPaper) paper = NULL;
  const TosoBlock *block;
  TosoSection     *chapter;

  chapter = add (plan, NULL, TOSO_SECTION_NUMBERED, 1, "Chương I", "QUY ĐỊNH CHUNG", "");
  add (plan, chapter, TOSO_SECTION_NUMBERED, 2, "Điều 1.", "Phạm vi", "Kế hoạch này quy định.");
  add (plan, chapter, TOSO_SECTION_NUMBERED, 2, "Điều 2.", "", "Kế hoạch có hiệu lực từ ngày ký.");
  add (plan, NULL, TOSO_SECTION_NUMBERED, 1, "A.", "MỤC TIÊU", "");
  paper = toso_report_plan_paper (plan);

  g_assert_cmpuint (paper->blocks->len, ==, 6);
  block = paper->blocks->pdata[0];
  g_assert_cmpint (block->kind, ==, TOSO_BLOCK_CENTERED_LABEL);
  g_assert_cmpstr (block->text, ==, "Chương I");
  g_assert_cmpint (block->outline_level, ==, 1);
  block = paper->blocks->pdata[1];
  g_assert_cmpint (block->kind, ==, TOSO_BLOCK_CENTERED_TITLE);
  g_assert_cmpstr (block->text, ==, "QUY ĐỊNH CHUNG");
  block = paper->blocks->pdata[2];
  g_assert_cmpint (block->kind, ==, TOSO_BLOCK_HEADING);
  g_assert_cmpstr (block->text, ==, "Điều 1. Phạm vi");
  g_assert_cmpint (block->outline_level, ==, 2);
  block = paper->blocks->pdata[4];
  g_assert_cmpint (block->kind, ==, TOSO_BLOCK_BODY);
  g_assert_cmpstr (block->text, ==, "Điều 2. Kế hoạch có hiệu lực từ ngày ký.");
  g_assert_cmpint (block->bold_length, ==, 7);
  block = paper->blocks->pdata[5];
  g_assert_cmpint (block->kind, ==, TOSO_BLOCK_HEADING_ROMAN);
}

static void
test_rows_become_a_table (void)
{
  g_autoptr (TosoPlan) plan = toso_plan_new ();
  g_autoptr (TosoPaper) paper = NULL;
  const TosoBlock *table;
  char           **row;

  add (plan,
       NULL,
       TOSO_SECTION_NUMBERED,
       1,
       "III.",
       "PHÂN CÔNG",
       "Phân công như sau:\n"
       "STT | Nhiệm vụ | Chủ trì | Thời gian\n"
       "1 | Tập huấn | Phòng VH-XH | Quý II\n"
       "2 | Tuyên truyền |  | \n"
       "3 | Báo cáo\n"
       "Ghi chú: a | b là một dòng văn.");
  paper = toso_report_plan_paper (plan);

  g_assert_cmpuint (paper->blocks->len, ==, 3);
  table = paper->blocks->pdata[2];
  g_assert_cmpint (table->kind, ==, TOSO_BLOCK_TABLE);
  g_assert_cmpuint (table->rows->len, ==, 5);
  row = table->rows->pdata[0];
  g_assert_cmpstr (row[3], ==, "Thời gian");
  row = table->rows->pdata[2];
  g_assert_cmpstr (row[1], ==, "Tuyên truyền");
  g_assert_cmpstr (row[2], ==, "");
  row = table->rows->pdata[3];
  g_assert_cmpuint (g_strv_length (row), ==, 4);
}

static void
test_rows_with_tabs (void)
{
  g_autoptr (TosoPlan) plan = toso_plan_new ();
  g_autoptr (TosoPaper) paper = NULL;
  const TosoBlock *table;
  char           **row;

  add (plan, NULL, TOSO_SECTION_ANNEX, 0, "PHỤ LỤC", "PHÂN CÔNG", "STT\tNội dung\tChủ trì\nI\tTỔ CHỨC\n1\tRà soát | thay thế\tPhòng VH-XH");
  paper = toso_report_plan_paper (plan);
  g_assert_cmpuint (paper->blocks->len, ==, 0);
  g_assert_cmpuint (paper->annexes->len, ==, 1);
  table = ((TosoAnnex *) paper->annexes->pdata[0])->blocks->pdata[0];
  g_assert_cmpint (table->kind, ==, TOSO_BLOCK_TABLE);
  row = table->rows->pdata[1];
  g_assert_cmpuint (g_strv_length (row), ==, 3);
  g_assert_cmpstr (row[2], ==, "");
  row = table->rows->pdata[2];
  g_assert_cmpstr (row[1], ==, "Rà soát | thay thế");
}

/* A single line with a stroke in it is text. */
static void
test_one_row_is_no_table (void)
{
  g_autoptr (TosoPlan) plan = toso_plan_new ();
  g_autoptr (TosoPaper) paper = NULL;
  const TosoBlock *block;

  add (plan, NULL, TOSO_SECTION_CLOSING, 0, "", "", "Điện thoại: 0237 | Thư điện tử: x@y.vn");
  paper = toso_report_plan_paper (plan);
  g_assert_cmpuint (paper->blocks->len, ==, 1);
  block = paper->blocks->pdata[0];
  g_assert_cmpint (block->kind, ==, TOSO_BLOCK_BODY);
}

static void
test_empty_plan (void)
{
  g_autoptr (TosoPlan) plan = toso_plan_new ();
  g_autoptr (TosoPaper) paper = toso_report_plan_paper (plan);

  g_assert_cmpuint (paper->blocks->len, ==, 0);
  g_assert_cmpstr (paper->subject, ==, "Kế hoạch");
  g_assert_null (paper->signer);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-paper/blocks", test_blocks);
  g_test_add_func ("/plan-paper/text-is-the-plan", test_text_is_the_plan);
  g_test_add_func ("/plan-paper/annexes", test_annexes);
  g_test_add_func ("/plan-paper/nation", test_nation);
  g_test_add_func ("/plan-paper/agency", test_agency);
  g_test_add_func ("/plan-paper/missing-lines", test_missing_lines);
  g_test_add_func ("/plan-paper/metadata", test_metadata);
  g_test_add_func ("/plan-paper/chapters-and-articles", test_chapters_and_articles);
  g_test_add_func ("/plan-paper/rows-become-a-table", test_rows_become_a_table);
  g_test_add_func ("/plan-paper/rows-with-tabs", test_rows_with_tabs);
  g_test_add_func ("/plan-paper/one-row-is-no-table", test_one_row_is_no_table);
  g_test_add_func ("/plan-paper/empty-plan", test_empty_plan);

  return g_test_run ();
}
