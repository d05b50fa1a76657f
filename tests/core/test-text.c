/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-text.h"

#include <string.h>
#include <time.h>

typedef struct
{
  const char *text;
  const char *expected;
} Case;

static void
check (const Case *cases,
       gsize       n_cases,
       char *(*func) (const char *) )
{
  gsize i;

  for (i = 0; i < n_cases; i++)
    {
      g_autofree char *made = func (cases[i].text);

      g_assert_cmpstr (made, ==, cases[i].expected);
    }
}

static void
test_normalize (void)
{
  static const Case cases[] = {
    { "", "" },
    { "Tổ", "Tổ" },
    { "To\314\202\314\211", "Tổ" },    /* NFD, as macOS sends */
    { "T\303\264\314\211", "Tổ" },     /* UniKey "Unicode tổ hợp": partly composed */
    { "T\341\273\217\314\202", "Tổ" }, /* tone first, then the hat */
    { "e\314\243\314\202", "ệ" },
    { "e\314\202\314\243", "ệ" },
    { "u\314\233\314\201", "ứ" },
    { "u\314\201\314\233", "ứ" },
    { "\303\241\314\202", "ấ" },
    { "a\314\201", "á" },
    { "đ\314\201", "đ\314\201" },
    { "\342\204\253", "Å" },
    { "a\377b", "a\357\277\275b" },
    { "Xã Ngọc Liên, 2026 – “số”…", "Xã Ngọc Liên, 2026 – “số”…" },
  };

  check (cases, G_N_ELEMENTS (cases), toso_text_normalize);
}

static void
test_squeeze (void)
{
  static const Case cases[] = {
    { "", "" },
    { "  \t ", "" },
    { " Xã  Ngọc\302\240 Liên \r\n", "Xã Ngọc Liên" },
    { "\357\273\277Số:      /KH-UBND ", "Số: /KH-UBND" },
    { "a\342\200\257b\342\200\207c", "a b c" },
    { "a\342\200\213b", "ab" },
    { "To\314\202\314\211\n so\314\202\314\201", "Tổ số" },
  };

  check (cases, G_N_ELEMENTS (cases), toso_text_squeeze);
}

static void
test_fold (void)
{
  static const Case cases[] = {
    { "hòa", "hoa" },
    { "hoà", "hoa" },
    { "Ủy", "uy" },
    { "Uỷ", "uy" },
    { "Đường ĐỖ", "duong do" },
    { "ẮẰẲẴẶ ẤẦẨẪẬ ẾỀỂỄỆ ỐỒỔỖỘ ỚỜỞỠỢ ỨỪỬỮỰ ÝỲỶỸỴ", "aaaaa aaaaa eeeee ooooo ooooo uuuuu yyyyy" },
    { "ăâđêôơư ĂÂĐÊÔƠƯ", "aadeoou aadeoou" },
    { "àáảãạ èéẻẽẹ ìíỉĩị òóỏõọ ùúủũụ", "aaaaa eeeee iiiii ooooo uuuuu" },
    { "Ngo\314\243c Lie\314\202n", "ngoc lien" },
    { "Café Zürich", "cafe zurich" },
    { "đ\314\201", "d" },
    { "УБНД 41/41", "убнд 41/41" },
  };

  check (cases, G_N_ELEMENTS (cases), toso_text_fold);
}

static void
test_upper (void)
{
  static const Case cases[] = {
    { "Ủy ban nhân dân xã Ngọc Liên", "ỦY BAN NHÂN DÂN XÃ NGỌC LIÊN" },
    { "đặc khu, điểm i", "ĐẶC KHU, ĐIỂM I" },
  };

  check (cases, G_N_ELEMENTS (cases), toso_text_upper);
}

static void
test_sentence_case (void)
{
  static const Case cases[] = {
    { "MỤC ĐÍCH, YÊU CẦU", "Mục đích, yêu cầu" },
    { "TỔ CHỨC THỰC HIỆN", "Tổ chức thực hiện" },
    { "ĐỘC LẬP", "Độc lập" },
    { "HOẠT ĐỘNG CỦA TỔ CNSCĐ", "Hoạt động của tổ CNSCĐ" },
    { "UBND, HĐND XÃ", "UBND, HĐND xã" },
    { "SẢN PHẨM OCOP QUÝ II", "Sản phẩm OCOP quý II" },
    { "QUYỀN HẠN, NGHIỆP VỤ, GIẢI PHÁP, KHUYẾN KHÍCH", "Quyền hạn, nghiệp vụ, giải pháp, khuyến khích" },
    { "Mục đích", "Mục đích" },
    { "UBND xã Ngọc Liên:", "UBND xã Ngọc Liên:" },
    { "41/41", "41/41" },
    { "A", "A" },
    { "", "" },
  };

  check (cases, G_N_ELEMENTS (cases), toso_text_sentence_case);
}

static void
test_matches_words (void)
{
  static const struct
  {
    const char *haystack;
    const char *needle;
    gboolean    found;
  } cases[] = {
    { "Tổ CNSCĐ Thôn, làng 7", "thon 7", TRUE },
    { "Tổ CNSCĐ Thôn, làng 17", "thon 7", FALSE },
    { "Tổ CNSCĐ Thôn, làng 17", "17 to", TRUE },
    { "Lê Thị Hòa", "hoa le", TRUE },
    { "Lê Thị Hòa", "hoà  ", TRUE },
    { "Lê Thị Hòa", "hoá", FALSE },
    { "Lê Thị Hòa", "oa", FALSE },
    { "Lê Thị Hòa", "", TRUE },
    { "0912345678", "0912", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s / %s", cases[i].haystack, cases[i].needle);
      g_assert_cmpint (toso_text_matches_words (cases[i].haystack, cases[i].needle), ==, cases[i].found);
    }
}

static void
test_matches (void)
{
  static const struct
  {
    const char *haystack;
    const char *needle;
    gboolean    found;
  } cases[] = {
    { "Thôn Ngọc Minh", "ngoc", TRUE },
    { "Thôn Ngọc Minh", "NGỌC", TRUE },
    { "Thôn Ngọc Minh", "ngọc minh", TRUE },
    { "Thôn Ngọc Minh", "ngoc  MINH ", TRUE },
    { "Thôn Ngọc Minh", "ngốc", FALSE },
    { "Thôn Ngọc Minh", "ngôc", FALSE },
    { "Thôn Ngọc Minh", "ngòc", FALSE },
    { "Thôn Ngọc Minh", "minh ngoc", FALSE },
    { "Thôn Ngọc Minh", "", TRUE },
    { "", "a", FALSE },
    { "Đường", "d", TRUE },
    { "Đường", "đ", TRUE },
    { "Dương", "đ", FALSE },
    { "Dương", "d", TRUE },
    { "Đường", "đương", TRUE },
    { "Đường", "duờng", TRUE }, /* what was typed is there; d may be đ */
    { "hoà bình", "hòa", TRUE },
    { "hòa bình", "hoà", TRUE },
    { "hòa bình", "hoa", TRUE },
    { "hòa bình", "hoá", FALSE },
    { "hòa bình", "hò", TRUE }, /* on the way to "hòa" */
    { "hoà bình", "hò", TRUE },
    { "hóa", "hò", FALSE },
    { "Ủy ban", "uỷ", TRUE },
    { "Uỷ ban", "ủy b", TRUE },
    { "quý II", "qúy", TRUE },
    { "già làng", "gìa", TRUE },
    { "mùa vụ", "mùa", TRUE },
    { "muà vụ", "mùa", FALSE },
    { "Kho\303\241", "kho\314\201a", TRUE }, /* NFD typed */
    { "Café", "cafe", TRUE },
    { "binhdanhocvuso.gov.v", "hocvu", TRUE },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s / %s", cases[i].haystack, cases[i].needle);
      g_assert_cmpint (toso_text_matches (cases[i].haystack, cases[i].needle), ==, cases[i].found);
    }
}

/* What holds for every text, however it was typed. */
static void
test_every_text (void)
{
  static const gunichar letters[] = {
    'a', 'A', 'd', 'e', 'g', 'h', 'i', 'n', 'o', 'q', 'u', 'y', ' ', ' ', '-', '2', L'đ', L'Đ', L'ă', L'ớ', L'ừ', L'Ủ',
    L'ỵ', L'ệ', L'ô', 0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323, 0x308, 0xA0, 0x212B, 0x1F600, 0x4E2D
  };
  GRand *rand = g_rand_new_with_seed (30);
  int    i;

  for (i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      int length = g_rand_int_range (rand, 0, 12);

      while (length-- > 0)
        g_string_append_unichar (text, letters[g_rand_int_range (rand, 0, (int) G_N_ELEMENTS (letters))]);
      {
        g_autofree char *normal = toso_text_normalize (text->str);
        g_autofree char *again = toso_text_normalize (normal);
        g_autofree char *nfc = g_utf8_normalize (normal, -1, G_NORMALIZE_NFC);
        g_autofree char *apart = g_utf8_normalize (normal, -1, G_NORMALIZE_NFD);
        g_autofree char *folded = toso_text_fold (text->str);
        g_autofree char *folded_apart = toso_text_fold (apart);
        g_autofree char *folded_twice = toso_text_fold (folded);
        g_autofree char *upper = toso_text_upper (text->str);

        g_assert_cmpstr (again, ==, normal);
        g_assert_cmpstr (nfc, ==, normal);
        g_assert_cmpstr (folded_apart, ==, folded);
        g_assert_cmpstr (folded_twice, ==, folded);
        g_assert_true (toso_text_matches (text->str, apart));
        g_assert_true (toso_text_matches (text->str, upper));
        g_assert_true (toso_text_matches (text->str, folded));
        g_assert_cmpint (toso_text_collate (text->str, apart), ==, 0);
      }
    }
  g_rand_free (rand);
}

/* Composed or not, in one piece */
static char *
long_text (guint    n,
           gboolean apart)
{
  static const char words[] = "Tổ công nghệ số cộng đồng xã Ngọc Liên, người dân được hướng dẫn… ";
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < n; i++)
    g_string_append (text, words);
  return apart ? g_utf8_normalize (text->str, -1, G_NORMALIZE_NFD) : g_string_free (g_steal_pointer (&text), FALSE);
}

/* The least of many runs, in the processor's time: others use it too.  On
 * Windows clock() counts theirs as well. */
static double
time_compose (const char *text)
{
  double least = G_MAXDOUBLE;
  guint  i;

  for (i = 0; i < 20; i++)
    {
      clock_t          start = clock ();
      g_autofree char *composed = toso_text_compose (text, strlen (text));

      least = MIN (least, (double) (clock () - start));
    }
  return MAX (least, 1.0);
}

/* What GLib composes, in a time that grows with the length only */
static void
test_compose (void)
{
  g_autofree char *composed = long_text (600, FALSE);
  g_autofree char *apart = long_text (600, TRUE);
  g_autofree char *again = toso_text_compose (apart, strlen (apart));
  g_autofree char *head = toso_text_compose (apart, strlen ("To\u0302\u0309"));
  g_autofree char *tenfold = long_text (6000, TRUE);

  g_assert_cmpstr (again, ==, composed);
  g_assert_cmpstr (head, ==, "Tổ");
  /* A time that grows with the square would be a hundredfold. */
  g_assert_cmpfloat (time_compose (tenfold), <=, 40 * time_compose (apart));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/text/normalize", test_normalize);
  g_test_add_func ("/core/text/compose", test_compose);
  g_test_add_func ("/core/text/squeeze", test_squeeze);
  g_test_add_func ("/core/text/fold", test_fold);
  g_test_add_func ("/core/text/upper", test_upper);
  g_test_add_func ("/core/text/sentence-case", test_sentence_case);
  g_test_add_func ("/core/text/matches", test_matches);
  g_test_add_func ("/core/text/matches-words", test_matches_words);
  g_test_add_func ("/core/text/every-text", test_every_text);

  return g_test_run ();
}
