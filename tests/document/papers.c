/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "papers.h"

#include <string.h>

static char *
read_plan (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "data", "plans", "ngoc-lien-2026.txt", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* Where a paragraph starts whatever is before, and after what one starts. */
typedef struct
{
  GRegex *start, *heading, *end;
} Marks;

static void
init_marks (Marks *marks)
{
  marks->start = g_regex_new ("^(- |[IVX]+\\. |[0-9]+\\. |[a-zđ]\\) |Đơn vị thực hiện:|Thời gian:|Kết quả:)", 0, 0, NULL);
  marks->heading = g_regex_new ("^([IVX]+\\. |[0-9]\\. (Mục|Yêu)|[0-9]\\. (Tập|Tổ|Khen|Các nội)|[ab]\\) )", 0, 0, NULL);
  marks->end = g_regex_new ("[.;:…] *$", 0, 0, NULL);
}

static void
clear_marks (Marks *marks)
{
  g_regex_unref (marks->start);
  g_regex_unref (marks->heading);
  g_regex_unref (marks->end);
}

static gboolean
starts_paragraph (const Marks *marks,
                  const char  *line,
                  const char  *before)
{
  if (g_str_has_prefix (line, "https://"))
    return FALSE;
  if (g_regex_match (marks->start, line, 0, NULL) || g_regex_match (marks->heading, before, 0, NULL))
    return TRUE;

  /* A sentence that goes on in small letters goes on in its paragraph. */
  return g_unichar_isupper (g_utf8_get_char (line)) && g_regex_match (marks->end, before, 0, NULL);
}

/* The text is wrapped by hand; a paragraph ends where a new one plainly starts. */
GPtrArray *
test_read_plan_paragraphs (void)
{
  g_autofree char *text = read_plan ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);
  gboolean   in_body = FALSE;
  Marks      marks;

  init_marks (&marks);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (g_str_has_prefix (line, "Thực hiện Công văn"))
        in_body = TRUE;
      if (g_str_has_prefix (line, "Nơi nhận"))
        break;
      /* Link targets that the text's extraction doubled. */
      if (!in_body || *line == '\0' || g_str_equal (line, "https://binhdanhocvuso.gov.v/"))
        continue;
      if (paragraphs->len == 0 || starts_paragraph (&marks, line, g_ptr_array_index (paragraphs, paragraphs->len - 1)))
        {
          g_ptr_array_add (paragraphs, g_strdup (line));
        }
      else
        {
          char **last = (char **) &g_ptr_array_index (paragraphs, paragraphs->len - 1);
          char  *joined = g_strconcat (*last, " ", line, NULL);

          g_free (*last);
          *last = joined;
        }
    }
  clear_marks (&marks);

  return paragraphs;
}

static void
set_plan_head (TosoPaper *paper)
{
  paper->agency = g_strsplit ("ỦY BAN NHÂN DÂN|XÃ NGỌC LIÊN", "|", -1);
  paper->number_line = g_strdup ("Số:      /KH-UBND");
  paper->place_date = g_strdup ("Ngọc Liên, ngày      tháng 01 năm 2026");
  paper->kind = g_strdup ("KẾ HOẠCH");
  paper->title = g_strsplit ("Hoạt động của Tổ Công nghệ số cộng đồng|trên địa bàn xã Ngọc Liên năm 2026", "|", -1);
  paper->recipients_heading = g_strdup ("Nơi nhận:");
  paper->recipients = g_strsplit ("- Sở Khoa học & Công nghệ (B/c);|- Chủ tịch, các PCT UBND xã (B/c);|"
                                  "- UB. MTTQ, các đoàn thể xã (P/h);|- 41 thôn, làng và tổ CNSCĐ (thực hiện)|"
                                  "- Lưu VT.",
                                  "|", -1);
  paper->signature = g_strsplit ("KT. CHỦ TỊCH|PHÓ CHỦ TỊCH", "|", -1);
  paper->signer = g_strdup ("Phạm Xuân Khánh");
  paper->subject = g_strdup ("Kế hoạch hoạt động của Tổ Công nghệ số cộng đồng năm 2026");
  paper->author = g_strdup ("UBND xã Ngọc Liên");
  paper->keywords = g_strdup ("kế hoạch, chuyển đổi số");
}

static void
add_plan_block (TosoPaper  *paper,
                const char *text)
{
  TosoBlockKind kind = TOSO_BLOCK_BODY;
  int           level = 0;

  if (strspn (text, "IVX") > 0 && text[strspn (text, "IVX")] == '.')
    {
      kind = TOSO_BLOCK_HEADING_ROMAN;
      level = 1;
    }
  else if (g_ascii_isdigit (text[0]) && text[1] == '.' && strlen (text) < 140)
    {
      kind = TOSO_BLOCK_HEADING;
      level = 2;
    }
  toso_paper_add_block (paper, kind, text)->outline_level = level;
}

TosoPaper *
test_plan_paper (guint times)
{
  g_autoptr (GPtrArray) paragraphs = test_read_plan_paragraphs ();
  TosoPaper *paper = toso_paper_new ();

  set_plan_head (paper);
  for (guint n = 0; n < times; n++)
    for (guint i = 0; i < paragraphs->len; i++)
      add_plan_block (paper, g_ptr_array_index (paragraphs, i));

  return paper;
}

TosoPaper *
test_decision_paper (void)
{
  static const struct
  {
    TosoBlockKind kind;
    int           bold;
    const char   *text;
  } blocks[] = {
    { TOSO_BLOCK_BASIS, 0, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;" },
    { TOSO_BLOCK_BASIS, 0, "Căn cứ Nghị quyết số 55/2025/NQ-HĐND ngày 09 tháng 12 năm 2025 của Hội đồng nhân dân tỉnh Thanh Hóa quy định chính sách hỗ trợ Tổ công nghệ số cộng đồng trên địa bàn tỉnh Thanh Hóa, giai đoạn 2026-2028;" },
    { TOSO_BLOCK_BASIS, 0, "Theo đề nghị của Trưởng phòng Phòng Văn hóa - Xã hội tại Tờ trình số 12/TTr-VHXH ngày 05 tháng 01 năm 2026." },
    { TOSO_BLOCK_CENTERED_LABEL, 0, "QUYẾT ĐỊNH:" },
    { TOSO_BLOCK_BODY, 7, "Điều 1. Kiện toàn 41 Tổ Công nghệ số cộng đồng tại các thôn, làng trên địa bàn xã Ngọc Liên (có danh sách kèm theo)." },
    { TOSO_BLOCK_BODY, 7, "Điều 2. Các Tổ Công nghệ số cộng đồng có nhiệm vụ hướng dẫn người dân sử dụng dịch vụ công trực tuyến, nền tảng số và kỹ năng số; báo cáo kết quả về Ủy ban nhân dân xã trước ngày 25 hằng tháng." },
    { TOSO_BLOCK_BODY, 7, "Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng HĐND và UBND xã, Trưởng phòng Phòng Văn hóa - Xã hội, Trưởng các thôn, làng và các cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./." },
  };
  TosoPaper *paper = toso_paper_new ();

  paper->superior = g_strdup ("UBND TỈNH THANH HÓA");
  paper->agency = g_strsplit ("ỦY BAN NHÂN DÂN XÃ NGỌC LIÊN", "|", -1);
  paper->number_line = g_strdup ("Số: 05/QĐ-UBND");
  paper->place_date = g_strdup ("Ngọc Liên, ngày 06 tháng 01 năm 2026");
  paper->kind = g_strdup ("QUYẾT ĐỊNH");
  paper->title = g_strsplit ("Về việc kiện toàn Tổ Công nghệ số cộng đồng tại các thôn, làng trên địa bàn xã Ngọc Liên năm 2026", "|", -1);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    toso_paper_add_block (paper, blocks[i].kind, blocks[i].text)->bold_length = blocks[i].bold;
  paper->recipients_heading = g_strdup ("Nơi nhận:");
  paper->recipients = g_strsplit ("- Như Điều 3;|- Sở Khoa học và Công nghệ (b/c);|- Lưu: VT, VHXH.", "|", -1);
  paper->signature = g_strsplit ("TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH", "|", -1);
  paper->signer = g_strdup ("Phạm Xuân Khánh");
  paper->subject = g_strdup ("Quyết định kiện toàn Tổ Công nghệ số cộng đồng");

  return paper;
}

/* Sample 1.5 of Annex III, with all that may stand around a letter. */
TosoPaper *
test_letter_paper (void)
{
  TosoPaper *paper = toso_paper_new ();

  paper->agency = g_strsplit ("ỦY BAN NHÂN DÂN|XÃ NGỌC LIÊN", "|", -1);
  paper->number_line = g_strdup ("Số: 112/UBND-VHXH");
  paper->place_date = g_strdup ("Ngọc Liên, ngày 16 tháng 3 năm 2026");
  paper->title = g_strsplit ("V/v báo cáo kết quả hoạt động|của Tổ Công nghệ số cộng đồng", "|", -1);
  paper->urgency = g_strdup ("KHẨN");
  paper->addressees = g_strsplit ("- Trưởng các thôn, làng;|- Tổ trưởng các Tổ Công nghệ số cộng đồng.", "|", -1);
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Thực hiện Kế hoạch số 12/KH-UBND ngày 11 tháng 01 năm 2026 của Ủy ban nhân dân xã Ngọc Liên về hoạt động của Tổ Công nghệ số cộng đồng năm 2026, đến nay còn 03/41 thôn chưa gửi báo cáo quý I.");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Đề nghị các đồng chí gửi báo cáo về Phòng Văn hóa - Xã hội trước ngày 18 tháng 3 năm 2026./.");
  paper->recipients_heading = g_strdup ("Nơi nhận:");
  paper->recipients = g_strsplit ("- Như trên;|- Chủ tịch, các PCT UBND xã (b/c);|- Lưu: VT, VHXH.", "|", -1);
  paper->drafter = g_strdup ("NVA.(45)");
  paper->signature = g_strsplit ("TL. CHỦ TỊCH|TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI", "|", -1);
  paper->signer = g_strdup ("Nguyễn Văn An");
  paper->address = g_strsplit ("Địa chỉ: thôn Trung tâm, xã Ngọc Liên, tỉnh Thanh Hóa|Thư điện tử: ngoclien@example.gov.vn", "|", -1);

  return paper;
}

TosoPaper *
test_table_paper (guint n_rows)
{
  static const char *const head[] = { "STT", "Nhiệm vụ", "Đơn vị chủ trì", "Phối hợp", "Thời gian", "Tỷ lệ", NULL };
  TosoPaper               *paper = toso_paper_new ();
  TosoBlock               *table;

  paper->agency = g_strsplit ("ỦY BAN NHÂN DÂN|XÃ NGỌC LIÊN", "|", -1);
  paper->number_line = g_strdup ("Số: 08/BC-UBND");
  paper->place_date = g_strdup ("Ngọc Liên, ngày 09 tháng 01 năm 2026");
  paper->kind = g_strdup ("BÁO CÁO");
  paper->title = g_strsplit ("Kết quả hoạt động của Tổ Công nghệ số cộng đồng quý IV năm 2025", "|", -1);
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Kết quả thực hiện các nhiệm vụ như sau:");
  table = toso_paper_add_block (paper, TOSO_BLOCK_TABLE, NULL);
  toso_block_add_row (table, head);
  for (guint i = 1; i <= n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *rate = g_strdup_printf ("%u,%u%%", 40 + i % 60, i % 10);
      const char      *row[] = {
             number,
        i % 3 == 0 ? "Hướng dẫn, hỗ trợ người dân sử dụng dịch vụ công trực tuyến toàn trình tại thôn, làng, hộ gia đình"
                        : "Tuyên truyền trên hệ thống truyền thanh cơ sở",
             "Phòng Văn hóa - Xã hội",
             "Các Tổ CNSCĐ, Đoàn Thanh niên",
        i % 2 == 0 ? "Thường xuyên" : "Quý IV",
             rate, NULL
      };

      toso_block_add_row (table, row);
    }
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Trên đây là báo cáo kết quả hoạt động của Tổ Công nghệ số cộng đồng./.");
  paper->recipients_heading = g_strdup ("Nơi nhận:");
  paper->recipients = g_strsplit ("- Sở Khoa học và Công nghệ (b/c);|- Lưu: VT, VHXH.", "|", -1);
  paper->signature = g_strsplit ("CHỦ TỊCH", "|", -1);
  paper->signer = g_strdup ("Nguyễn Văn An");

  return paper;
}
