/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <unicode/ucol.h>

#include "core/toso-text.h"

typedef struct
{
  char *text;
  char *key;
} Item;

static void
item_clear (gpointer data)
{
  Item *item = data;

  g_free (item->text);
  g_free (item->key);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const Item *) a)->key, ((const Item *) b)->key);
}

static void
add_item (GArray *items,
          char   *text)
{
  Item item = { text, toso_text_collate_key (text) };

  g_array_append_val (items, item);
}

/* Where we see a difference ICU sees the same.  Where we see none the texts
 * may differ in the tone's place ("gìi", "giì"), which ICU looks at. */
static void
assert_agrees_with_icu (GArray *items)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open ("vi", &status);
  guint      i;

  g_assert_true (U_SUCCESS (status));
  g_array_sort (items, compare_items);
  for (i = 0; i + 1 < items->len; i++)
    {
      const Item      *a = &g_array_index (items, Item, i);
      const Item      *b = &g_array_index (items, Item, i + 1);
      UCollationResult order = ucol_strcollUTF8 (collator, a->text, -1, b->text, -1, &status);

      if (strcmp (a->key, b->key) != 0 && order != UCOL_LESS)
        g_error ("ICU puts “%s” and “%s” in another order", a->text, b->text);
    }
  ucol_close (collator);
}

static const char *const onsets[] = {
  "", "b", "c", "ch", "d", "đ", "g", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
  "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x", "B", "Đ", "Ng", "f", "w", "z"
};
static const char *const codas[] = { "", "c", "ch", "i", "m", "n", "ng", "nh", "o", "p", "t", "u", "y" };

/* One syllable: letters first, then the tone, then small and capital. */
static void
test_syllables_agree_with_icu (void)
{
  static const char *const nuclei[][6] = {
    { "a", "à", "ả", "ã", "á", "ạ" },
    { "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ" },
    { "â", "ầ", "ẩ", "ẫ", "ấ", "ậ" },
    { "e", "è", "ẻ", "ẽ", "é", "ẹ" },
    { "ê", "ề", "ể", "ễ", "ế", "ệ" },
    { "i", "ì", "ỉ", "ĩ", "í", "ị" },
    { "o", "ò", "ỏ", "õ", "ó", "ọ" },
    { "ô", "ồ", "ổ", "ỗ", "ố", "ộ" },
    { "ơ", "ờ", "ở", "ỡ", "ớ", "ợ" },
    { "u", "ù", "ủ", "ũ", "ú", "ụ" },
    { "ư", "ừ", "ử", "ữ", "ứ", "ự" },
    { "y", "ỳ", "ỷ", "ỹ", "ý", "ỵ" },
    { "iê", "iề", "iể", "iễ", "iế", "iệ" },
    { "uô", "uồ", "uổ", "uỗ", "uố", "uộ" },
    { "ươ", "ườ", "ưở", "ưỡ", "ướ", "ượ" },
    { "oa", "oà", "oả", "oã", "oá", "oạ" },
    { "A", "À", "Ả", "Ã", "Á", "Ạ" },
    { "Ơ", "Ờ", "Ở", "Ỡ", "Ớ", "Ợ" },
  };
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  gsize i;
  gsize j;
  gsize tone;
  gsize k;

  g_array_set_clear_func (items, item_clear);
  for (i = 0; i < G_N_ELEMENTS (onsets); i++)
    for (j = 0; j < G_N_ELEMENTS (nuclei); j++)
      for (tone = 0; tone < 6; tone++)
        for (k = 0; k < G_N_ELEMENTS (codas); k++)
          add_item (items, g_strconcat (onsets[i], nuclei[j][tone], codas[k], NULL));
  g_assert_cmpuint (items->len, >, 40000);
  assert_agrees_with_icu (items);
}

/* Several syllables without a tone, with figures and signs. */
static void
test_toneless_texts_agree_with_icu (void)
{
  static const char *const words[] = {
    "an", "An", "ang", "ăn", "ân", "ba", "bơ", "cha", "da", "đa", "Đa", "ngo", "Ngô", "tư", "xa", "2", "10", "a1", "a-b"
  };
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  gsize i;
  gsize j;
  gsize k;

  g_array_set_clear_func (items, item_clear);
  for (i = 0; i < G_N_ELEMENTS (words); i++)
    {
      add_item (items, g_strdup (words[i]));
      for (j = 0; j < G_N_ELEMENTS (words); j++)
        {
          add_item (items, g_strjoin (" ", words[i], words[j], NULL));
          for (k = 0; k < G_N_ELEMENTS (words); k++)
            add_item (items, g_strjoin (" ", words[i], words[j], words[k], NULL));
        }
    }
  assert_agrees_with_icu (items);
}

/* Several syllables of which the first that differs, differs in letters. */
static void
test_first_difference_in_letters_agrees_with_icu (void)
{
  static const char *const words[] = {
    "xã", "thôn", "làng", "bản", "tổ", "Đảng", "Ngọc", "Liên", "hóa", "hội", "mười", "ấp", "ăn", "yến", "ở", "ủng"
  };
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  gsize i;
  gsize j;
  gsize k;

  g_array_set_clear_func (items, item_clear);
  for (i = 0; i < G_N_ELEMENTS (words); i++)
    for (j = 0; j < G_N_ELEMENTS (words); j++)
      for (k = 0; k < G_N_ELEMENTS (words); k++)
        add_item (items, g_strjoin (" ", words[i], words[j], words[k], NULL));
  assert_agrees_with_icu (items);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/collate-icu/syllables-agree-with-icu", test_syllables_agree_with_icu);
  g_test_add_func ("/core/collate-icu/toneless-texts-agree-with-icu", test_toneless_texts_agree_with_icu);
  g_test_add_func ("/core/collate-icu/first-difference-in-letters-agrees-with-icu", test_first_difference_in_letters_agrees_with_icu);

  return g_test_run ();
}
