/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "core/toso-text.h"

typedef int (*Collate) (const char *, const char *);

static int
sign (int order)
{
  return (order > 0) - (order < 0);
}

/* Every one against every other. */
static void
assert_sorted (const char *const *texts,
               gsize              n_texts,
               Collate            collate)
{
  gsize i;
  gsize j;

  for (i = 0; i < n_texts; i++)
    for (j = 0; j < n_texts; j++)
      {
        g_test_message ("%s / %s", texts[i], texts[j]);
        g_assert_cmpint (sign (collate (texts[i], texts[j])), ==, (i > j) - (i < j));
      }
}

static void
test_letters_and_tones (void)
{
  static const char *const sorted[] = {
    "", "1", "10", "2", "a", "A", "à", "ả", "ã", "á", "ạ", "an", "An", "àn", "ản", "ãn", "án", "ạn", "anh",
    "ăn", "âm", "ấm", "ân", "b", "c", "cha", "d", "da", "Dao", "đa", "Đào", "e", "em", "ê", "êm", "f", "g", "i", "j",
    "k", "n", "Ngo", "Ngõ", "Ngọc", "Ngọc Lan", "Ngọc Liên", "Ngô", "o", "oi", "ô", "ôi", "ơ", "ơi", "p", "q", "t",
    "u", "ui", "ư", "ưi", "v", "w", "x", "y", "ý", "z", "ж"
  };

  assert_sorted (sorted, G_N_ELEMENTS (sorted), toso_text_collate);
}

/* The tone decides at the first syllable that differs, not after all letters
 * of the text. */
static void
test_syllable_by_syllable (void)
{
  static const char *const sorted[] = {
    "An Bình", "An Tâm", "Án A", "Án Bình", "ba", "ba mươi", "bà cả", "bá a", "bán", "Hoa Lư", "Hòa An",
    "Hoá Bình", "Thành An", "Thanh Hóa tỉnh" /* see below */
  };

  assert_sorted (sorted, G_N_ELEMENTS (sorted) - 2, toso_text_collate);
  g_assert_cmpint (toso_text_collate ("Thanh Hóa tỉnh", "Thành An"), <, 0);
  g_assert_cmpint (toso_text_collate ("Văn hóa - Xã hội", "Văn hóa xã hội"), <, 0);
  g_assert_cmpint (toso_text_collate ("Lê", "Lê A"), <, 0);
}

static void
test_old_and_new_placement (void)
{
  static const char *const pairs[][2] = {
    { "hòa", "hoà" },
    { "Ủy ban", "Uỷ ban" },
    { "khỏe", "khoẻ" },
    { "thúy", "thuý" },
    { "Hòa  Bình", "Hoà\302\240Bình" },
    { "Tổ", "To\314\202\314\211" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpint (toso_text_collate (pairs[i][0], pairs[i][1]), ==, 0);
}

static void
test_names (void)
{
  static const char *const sorted[] = {
    "", "An", "Lê An", "Nguyễn An", "Nguyễn Văn An", "Nguyễn Văn Anh", "Phạm Thị Ánh", "Đỗ Thị Hà",
    "Lê Văn Hòa", "Nguyễn Bá Khánh", "Phạm Thị Khánh", "Phạm Xuân Khánh", "Phạm Xuân Khanh B"
  };

  g_assert_cmpint (toso_name_collate ("Phạm Xuân Khanh B", "Phạm Xuân Khánh"), <, 0); /* "B" is what it sorts by */
  assert_sorted (sorted, G_N_ELEMENTS (sorted) - 1, toso_name_collate);
  g_assert_cmpint (toso_name_collate ("Lê Văn Hòa", "lê văn hoà"), >, 0);
  g_assert_cmpint (toso_name_collate ("Lê  Văn Hòa ", "Lê Văn Hoà"), ==, 0);
}

static void
test_villages (void)
{
  static const char *const sorted[] = {
    "Thôn 1", "Làng 2", "Thôn 2", "Thôn 2A", "Thôn 2B", "Thôn 07", "Thôn 8", "Thôn, làng 9", "Thôn 10", "Tổ dân phố số 11",
    "Thôn 100", "Thôn An Bình", "Khu phố Ba", "Bản Chiềng", "Làng Cò", "Thôn Cò", "xóm Đông", "Ấp Gò", "Làng Làng Mới",
    "Thôn Ngọc Lan", "Làng Ngọc Lan 2", "Thôn Ngọc Lan 10", "Ngọc Minh", "Khóm Sen", "Buôn Ya"
  };

  assert_sorted (sorted, G_N_ELEMENTS (sorted), toso_village_collate);
  g_assert_cmpint (toso_village_collate ("Bản", "Ban"), >, 0); /* a noun alone is a name */
  g_assert_cmpint (toso_village_collate ("Thôn Hòa Bình", "Thôn Hoà Bình"), ==, 0);
  g_assert_cmpint (toso_village_collate ("Thôn 99999999999999999999", "Thôn 2"), >, 0);
}

/* Whatever comes in, a key is a string that can be kept. */
static void
test_keys_are_valid (void)
{
  static const char *const texts[] = { "", " ", "\377\376", "đ\314\201", "😀 Tổ", "中文", "a\001b", "!!!", "0000" };
  gsize                    i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = toso_text_collate_key (texts[i]);
      g_autofree char *name = toso_name_collate_key (texts[i]);
      g_autofree char *village = toso_village_collate_key (texts[i]);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_assert_true (g_utf8_validate (village, -1, NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/collate/letters-and-tones", test_letters_and_tones);
  g_test_add_func ("/core/collate/syllable-by-syllable", test_syllable_by_syllable);
  g_test_add_func ("/core/collate/old-and-new-placement", test_old_and_new_placement);
  g_test_add_func ("/core/collate/names", test_names);
  g_test_add_func ("/core/collate/villages", test_villages);
  g_test_add_func ("/core/collate/keys-are-valid", test_keys_are_valid);

  return g_test_run ();
}
