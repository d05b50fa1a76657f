/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/toso-error.h"
#include "exchange/toso-plan-reader.h"
#include "exchange/toso-text-file.h"

#include "plan-outline.h"

/* Plans of other communes, in the shapes that the decree allows.  They are
 * invented; plans/NAME.expected says what is to be read of plans/NAME.txt. */

static const char *const shapes[] = {
  "bang-gach-dung",           /* a table with strokes */
  "bang-tab-phu-luc",         /* a table with tabs, in an annex; a department's paper; "Kính gửi" */
  "bang-theo-cot",            /* a table in columns of spaces, cells on several lines; Q. */
  "cau-dai-khong-xuong-dong", /* a paragraph a line; "1)", en dashes; the columns of the foot on one line */
  "chuong-muc-dieu",          /* Chương, Mục, Điều, khoản, điểm; a superior; "(Đã ký)" */
  "danh-so-thap-phan",        /* 1/ 1.1. 1.2.1.; a party committee's paper; T/M */
  "dau-thanh-kieu-moi",       /* Uỷ, hoà, thuý */
  "hai-cot-mot-dong",         /* the head's columns on one line; tổ dân phố; Tổ CĐSCĐ */
  "khong-co-muc-tieu",        /* no targets; a gap in the numbers; a draft's mark */
  "ngat-trang-so-trang",      /* page numbers in mid sentence; stamps; fields as points */
  "nhieu-phu-luc",            /* Mục I, annexes, 1.500, 02 (hai) */
  "phan-thu-nhat",            /* Phần, A., I., 1., hard wraps with indents; the signature first */
  "thoi-gian",                /* all words of time; TUQ. */
  "thut-le-va-dong-trong",    /* indents; TL. beside the recipients */
  "ba-dong-ky",               /* three signing lines; "Về tổ chức: 100% …"; fields in brackets */
  "tieu-de-chu-thuong",       /* nothing in capitals; "TL. Chủ tịch"; several targets in a paragraph */
  "trich-tu-pdf",             /* as Poppler gives it: blocks, form feeds, a heading on two lines */
  NULL
};

static char *
plan_path (const char *name,
           const char *ending)
{
  g_autofree char *file = g_strconcat (name, ending, NULL);

  return g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "tests", "exchange", "plans", file, NULL);
}

static char *
load (const char *name,
      const char *ending)
{
  g_autofree char *path = plan_path (name, ending);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return content;
}

static TosoPlan *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  TosoPlan *plan = toso_plan_read_text (text, -1, "plan", &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  return plan;
}

static void
assert_same_lines (const char *found,
                   const char *expected)
{
  g_auto (GStrv) left = g_strsplit (found, "\n", -1);
  g_auto (GStrv) right = g_strsplit (expected, "\n", -1);
  guint i;

  for (i = 0; left[i] != NULL && right[i] != NULL; i++)
    g_assert_cmpstr (left[i], ==, right[i]);
  g_assert_cmpuint (g_strv_length (left), ==, g_strv_length (right));
}

static void
test_is_read_as_expected (gconstpointer data)
{
  g_autofree char *text = load (data, ".txt");
  g_autofree char *expected = load (data, ".expected");
  g_autoptr (TosoPlan) plan = read_text (text);
  g_autofree char *outline = plan_outline (plan);

  assert_same_lines (outline, expected);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The words of a text, sorted; drawn rules and dashes are no words. */
static GPtrArray *
sorted_words (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " \t\n\f", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  guint      i;

  for (i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && strspn (parts[i], "_|-") != strlen (parts[i]))
      g_ptr_array_add (words, g_strdup (parts[i]));
  g_ptr_array_sort (words, compare_words);
  return words;
}

/* Every word of the text is in the plan again, but for what a remark says was
 * left out; and none is added. */
static void
test_loses_no_word (gconstpointer data)
{
  g_autofree char *text = load (data, ".txt");
  g_autoptr (TosoPlan) plan = read_text (text);
  g_autofree char *again = toso_plan_to_text (plan);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  guint i;

  /* Page numbers, and a signing program's stamps */
  if (g_str_equal (data, "ngat-trang-so-trang"))
    {
      *strstr (text, "Người ký:") = '\0';
      strstr (text, "\n2\n")[1] = ' ';
      strstr (text, "\n3\n")[1] = ' ';
    }
  if (g_str_equal (data, "trich-tu-pdf"))
    {
      strstr (text, "\f2\n")[1] = ' ';
      strstr (text, "\f3\n")[1] = ' ';
    }
  before = sorted_words (text);
  after = sorted_words (again);
  for (i = 0; i < MIN (before->len, after->len); i++)
    g_assert_cmpstr (g_ptr_array_index (after, i), ==, g_ptr_array_index (before, i));
  g_assert_cmpuint (after->len, ==, before->len);
}

/* What the program writes, it reads as the same plan. */
static void
test_reads_its_own_text (gconstpointer data)
{
  g_autofree char *text = load (data, ".txt");
  g_autoptr (TosoPlan) plan = read_text (text);
  g_autofree char *again = toso_plan_to_text (plan);
  g_autoptr (TosoPlan) second = read_text (again);
  g_autofree char *third = toso_plan_to_text (second);
  guint            i;

  assert_same_lines (third, again);
  g_assert_cmpuint (second->targets->len, ==, plan->targets->len);
  g_assert_cmpuint (second->tasks->len, ==, plan->tasks->len);
  for (i = 0; i < plan->tasks->len; i++)
    {
      const TosoTask *a = g_ptr_array_index (plan->tasks, i);
      const TosoTask *b = g_ptr_array_index (second->tasks, i);

      g_assert_cmpstr (b->title, ==, a->title);
      g_assert_cmpstr (b->lead, ==, a->lead);
    }
}

static GBytes *
encode_nfd (const char *text)
{
  char *nfd = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);

  return g_bytes_new_take (nfd, strlen (nfd));
}

static GBytes *
encode_crlf (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *joined = g_strjoinv ("\r\n", lines);
  char            *marked = g_strconcat ("\xef\xbb\xbf", joined, NULL);

  return g_bytes_new_take (marked, strlen (marked));
}

static GBytes *
encode_utf16 (const char *text,
              gboolean    big,
              gboolean    mark)
{
  glong                 n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);
  GByteArray           *bytes = g_byte_array_new ();
  glong                 i;

  for (i = mark ? -1 : 0; i < n; i++)
    {
      gunichar2 unit = i < 0 ? 0xfeff : units[i];
      guint8    pair[2];

      pair[big ? 1 : 0] = (guint8) (unit & 0xff);
      pair[big ? 0 : 1] = (guint8) (unit >> 8);
      g_byte_array_append (bytes, pair, 2);
    }
  return g_byte_array_free_to_bytes (bytes);
}

/* TCVN3, by its own table read backwards, accented capitals as the small
 * letters that their fonts show so; NULL where a letter has no byte */
static GBytes *
encode_tcvn3 (const char *text,
              gboolean    as_latin)
{
  g_autoptr (GHashTable) bytes_of = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GString) encoded = g_string_new (NULL);
  const char *p;
  guint       byte;

  for (byte = 0x80; byte <= 0xff; byte++)
    {
      char             one[2] = { (char) byte, '\0' };
      g_autofree char *letter = toso_tcvn3_decode (one, 1);

      if (letter != NULL)
        g_hash_table_insert (bytes_of, GUINT_TO_POINTER (g_utf8_get_char (letter)), GUINT_TO_POINTER (byte));
    }
  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p) < 0x80 || g_utf8_strchr ("ĂÂÊÔƠƯĐ", -1, g_utf8_get_char (p)) != NULL
                          ? g_utf8_get_char (p)
                          : g_unichar_tolower (g_utf8_get_char (p));
      guint    code = letter < 0x80 ? letter : GPOINTER_TO_UINT (g_hash_table_lookup (bytes_of, GUINT_TO_POINTER (letter)));

      if (code == 0)
        return NULL;
      if (as_latin)
        g_string_append_unichar (encoded, code);
      else
        g_string_append_c (encoded, (char) code);
    }
  return g_string_free_to_bytes (g_steal_pointer (&encoded));
}

/* As a file of that encoding; the plan must be the same but for the source. */
static void
assert_reads_same (GBytes      *content,
                   TosoEncoding encoding,
                   const char  *expected)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("toso-plan-XXXXXX.txt", &stream, &error);
  g_autoptr (TosoPlan) plan = NULL;
  g_autofree char *outline = NULL;

  g_assert_no_error (error);
  /* Windows replaces no file that is open. */
  g_assert_true (g_io_stream_close (G_IO_STREAM (stream), NULL, &error));
  g_assert_true (g_file_replace_contents (file, g_bytes_get_data (content, NULL), g_bytes_get_size (content), NULL, FALSE,
                                          G_FILE_CREATE_NONE, NULL, NULL, &error));
  plan = toso_plan_read_file (file, encoding, NULL, &error);
  g_assert_no_error (error);
  outline = plan_outline (plan);
  assert_same_lines (outline, expected);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_is_the_same_in_every_encoding (gconstpointer data)
{
  g_autofree char *text = load (data, ".txt");
  g_autofree char *expected = load (data, ".expected");
  GBytes          *content[6];
  guint            i;

  content[0] = encode_nfd (text);
  content[1] = encode_crlf (text);
  content[2] = encode_utf16 (text, FALSE, TRUE);
  content[3] = encode_utf16 (text, TRUE, TRUE);
  content[4] = encode_utf16 (text, FALSE, FALSE);
  content[5] = encode_utf16 (text, TRUE, FALSE);
  for (i = 0; i < G_N_ELEMENTS (content); i++)
    {
      assert_reads_same (content[i], TOSO_ENCODING_AUTO, expected);
      g_bytes_unref (content[i]);
    }
}

/* Letters such as Ự have no byte in TCVN3; the plan that has none of them. */
static void
test_tcvn3 (void)
{
  g_autofree char *text = g_strdup ("kế hoạch\n"
                                    "Hoạt động của tổ công nghệ số cộng đồng xã Ngọc Liên năm 2026\n"
                                    "I. Mục tiêu\n"
                                    "- 41/41 thôn có tổ công nghệ số cộng đồng.\n"
                                    "- Trên 80% người dân được hướng dẫn.\n"
                                    "II. Nhiệm vụ\n"
                                    "1. Tập huấn\n"
                                    "Đơn vị thực hiện: UBND xã.\n");
  g_autoptr (TosoPlan) plain = read_text (text);
  g_autofree char *expected = plan_outline (plain);
  guint            i;

  g_assert_cmpuint (plain->targets->len, ==, 2);
  for (i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) content = encode_tcvn3 (text, i == 1);
      g_autoptr (GError) error = NULL;
      g_autofree char *decoded = NULL;

      g_assert_nonnull (content);
      /* Recognised and offered, never guessed */
      g_assert_null (toso_text_file_decode (content, "cu.txt", TOSO_ENCODING_AUTO, &error));
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_ENCODING);
      g_assert_nonnull (strstr (error->message, "cu.txt"));
      g_assert_nonnull (strstr (error->message, "TCVN3"));
      decoded = toso_text_file_decode (content, "cu.txt", TOSO_ENCODING_TCVN3, NULL);
      g_assert_cmpstr (decoded, ==, text);
      assert_reads_same (content, TOSO_ENCODING_TCVN3, expected);
    }
}

static char *
through_tcvn3 (const char *text)
{
  g_autoptr (GBytes) content = encode_tcvn3 (text, FALSE);
  g_autoptr (GError) error = NULL;
  char *decoded;

  g_assert_nonnull (content);
  decoded = toso_text_file_decode (content, "cu.txt", TOSO_ENCODING_TCVN3, &error);
  g_assert_no_error (error);
  return decoded;
}

/* Capitals come from fonts; only the letters without accents tell. */
static void
test_tcvn3_capitals (void)
{
  static const char *const lines[] = {
    "KẾ HOẠCH",
    "ỦY BAN NHÂN DÂN XÃ YÊN THỌ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI",
    "XÃ TÂN SƠN     Độc lập - Tự do - Hạnh phúc",
    "Số: 15/KH-UBND",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "Căn cứ Công văn số 38/SKHCN-CNTT&CĐS của Sở KH&CN về Tổ CNSCĐ;",
    "- 41/41 Tổ CNSCĐ ở xã có mã QR.",
    "Lê Thị Hà",
    "Xã Ngọc Liên",
  };
  g_autofree char *path = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "data", "plans", "ngoc-lien-2026.txt", NULL);
  g_autofree char *seed = NULL;
  g_autofree char *again = NULL;
  guint            i;

  for (i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *decoded = through_tcvn3 (lines[i]);

      g_assert_cmpstr (decoded, ==, lines[i]);
    }

  g_assert_true (g_file_get_contents (path, &seed, NULL, NULL));
  again = through_tcvn3 (seed);
  assert_same_lines (again, seed);
}

static void
add_tests (const char   *name,
           GTestDataFunc func)
{
  guint i;

  for (i = 0; shapes[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/plan-shapes/", shapes[i], "/", name, NULL);

      g_test_add_data_func (path, shapes[i], func);
    }
}

/* A table pasted a cell a line stays text, whole, and is told of; a numbered
 * list that has such words is none. */
static void
test_loose_table (void)
{
  static const char *const text =
    "KẾ HOẠCH\nHoạt động năm 2026\n"
    "I. MỤC TIÊU\n- 100% thôn có Tổ.\n"
    "II. PHÂN CÔNG\nSTT\nNhiệm vụ\nChủ trì\nPhối hợp\nThời gian\n1\nTập huấn\nUBND xã\nCông an xã\nQuý I\n"
    "III. TỔ CHỨC THỰC HIỆN\nCác đơn vị thực hiện nghiêm Kế hoạch.\n";
  g_autoptr (TosoPlan) plan = read_text (text);
  g_autofree char *again = toso_plan_to_text (plan);
  guint            n = 0;

  for (guint i = 0; i < plan->remarks->len; i++)
    {
      const TosoRemark *remark = g_ptr_array_index (plan->remarks, i);

      if (strstr (remark->message, "each cell on a line of its own") == NULL)
        continue;
      n++;
      g_assert_cmpuint (remark->line, ==, 6);
    }
  g_assert_cmpuint (n, ==, 1);
  g_assert_nonnull (strstr (again, "Tập huấn"));
  g_assert_nonnull (strstr (again, "Công an xã"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_tests ("is-read-as-expected", test_is_read_as_expected);
  add_tests ("loses-no-word", test_loses_no_word);
  add_tests ("reads-its-own-text", test_reads_its_own_text);
  add_tests ("is-the-same-in-every-encoding", test_is_the_same_in_every_encoding);
  g_test_add_func ("/exchange/plan-shapes/tcvn3", test_tcvn3);
  g_test_add_func ("/exchange/plan-shapes/loose-table", test_loose_table);
  g_test_add_func ("/exchange/plan-shapes/tcvn3-capitals", test_tcvn3_capitals);

  return g_test_run ();
}
