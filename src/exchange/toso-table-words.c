/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-table-words.h"

#include <string.h>

#include "core/toso-text.h"

char *
toso_words_plain (const char *text)
{
  g_autofree char *folded = toso_text_fold (text);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (plain, c);
      else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }

  return g_strchomp (g_string_free (g_steal_pointer (&plain), FALSE));
}

gboolean
toso_words_has (const char *plain,
                const char *words)
{
  gsize length = strlen (words);

  if (length == 0)
    return FALSE;
  for (const char *at = strstr (plain, words); at != NULL; at = strstr (at + 1, words))
    if ((at == plain || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
      return TRUE;

  return FALSE;
}

gboolean
toso_words_has_any (const char        *plain,
                    const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (toso_words_has (plain, words[i]))
      return TRUE;

  return FALSE;
}

gboolean
toso_words_is_total (const char *plain)
{
  static const char *const words[] = { "tong cong", "tong so", "tong", "cong", "toan xa", "toan phuong", "total" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (plain, words[i]) && (plain[strlen (words[i])] == '\0' || plain[strlen (words[i])] == ' '))
      return TRUE;

  return FALSE;
}

gboolean
toso_words_is_footer (const char *plain)
{
  static const char *const words[] = {
    "nguoi lap", "nguoi lap bieu", "nguoi bao cao", "nguoi tong hop", "ky ten", "ky ghi ro ho ten", "ky ghi ro", "xac nhan",
    "thu truong", "chu tich", "pho chu tich", "to truong", "truong thon", "ghi chu", "luu y", NULL
  };

  return toso_words_has_any (plain, words) ||
         (toso_words_has (plain, "ngay") && toso_words_has (plain, "thang") && toso_words_has (plain, "nam"));
}

gboolean
toso_words_is_ordinal (const char *plain)
{
  static const char *const words[] = { "stt", "tt", "so tt", "so thu tu", "no" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (plain, words[i]))
      return TRUE;

  return FALSE;
}

char *
toso_words_join_head (const TosoWorksheet *sheet,
                      guint                first,
                      guint                end,
                      guint                column)
{
  g_autoptr (GString) head = g_string_new (NULL);
  const char *last = "";

  for (guint row = first; row < end; row++)
    {
      const char *text = toso_worksheet_get_text (sheet, row, column);

      if (*text == '\0' || g_str_equal (text, last))
        continue;
      g_string_append_printf (head, "%s%s", head->len > 0 ? " " : "", text);
      last = text;
    }

  return toso_text_squeeze (head->str);
}
