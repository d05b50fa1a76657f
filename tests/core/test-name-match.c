/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "core/toso-name-match.h"

static const char *const names[] = { "Lê Văn Út", "Nguyễn Thị Hòa", "Nguyễn Thị Hoa", "Trần An", "Trần An", "Đỗ Thị Lập" };
static const char *const places[] = { "Tổ CNSCĐ Thôn 7", "Tổ CNSCĐ Thôn 1", "Tổ CNSCĐ Thôn 2", "Tổ CNSCĐ Thôn 3", "Tổ CNSCĐ Thôn 31", "" };

/* "F3": found, the fourth; "A12": one of the second and third; "U": unknown. */
static char *
describe (const TosoNameMatch *match)
{
  static const char *const letters[] = { "U", "F", "A" };
  GString                 *text = g_string_new (letters[match->state]);

  for (guint i = 0; i < match->found->len; i++)
    g_string_append_printf (text, "%u", g_array_index (match->found, guint, i));

  return g_string_free (text, FALSE);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *line, *typed, *expected;
  } cases[] = {
    { "Lê Văn Út", "Lê Văn Út", "F0" },
    { "le van ut", "le van ut", "F0" },
    { "3. Ông Lê Văn Út (Thôn 7)", "Lê Văn Út", "F0" },
    { "- đ/c LÊ VĂN ÚT, Trưởng thôn", "LÊ VĂN ÚT", "F0" },
    { "12\tLê Văn Út\tThôn 7\tx", "Lê Văn Út", "F0" },
    { "Đỗ Thị Lập", "Đỗ Thị Lập", "F5" },
    { "do thi lap", "do thi lap", "F5" },
    { "Anh Đào Thị Lập", "Đào Thị Lập", "U" },
    /* One without marks may be either; one with marks is one of them. */
    { "nguyen thi hoa", "nguyen thi hoa", "A12" },
    { "Nguyễn Thị Hòa", "Nguyễn Thị Hòa", "F1" },
    { "nguyen thi hoa - thon 2", "nguyen thi hoa", "F2" },
    /* Marks that nobody of the list has: asked, not guessed. */
    { "Lê Vân Út", "Lê Vân Út", "A0" },
    { "Trần An", "Trần An", "A34" },
    { "Trần An (thôn 31)", "Trần An", "F4" },
    { "Trần An\tThôn 3", "Trần An", "F3" },
    { "Phạm Văn Lạ", "Phạm Văn Lạ", "U" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) matches = toso_name_match_lines (cases[i].line, names, places, G_N_ELEMENTS (names));
      g_autofree char *found = NULL;

      g_test_message ("%s", cases[i].line);
      g_assert_cmpuint (matches->len, ==, 1);
      found = describe (matches->pdata[0]);
      g_assert_cmpstr (((const TosoNameMatch *) matches->pdata[0])->typed, ==, cases[i].typed);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* Heads, blank lines and lone words are no people; bytes that are no text
 * neither. */
static void
test_noise (void)
{
  g_autoptr (GPtrArray) matches = toso_name_match_lines ("DANH SÁCH CÓ MẶT\r\nSTT\tHọ và tên\r\n\r\n1\tLê Văn Út\r\n---\r\nx\n\xff\xfe\n",
                                                         names, places, G_N_ELEMENTS (names));
  g_autoptr (GPtrArray) none = toso_name_match_lines ("Lê Văn Út", NULL, NULL, 0);

  g_assert_cmpuint (matches->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 1);
  g_assert_cmpint (((const TosoNameMatch *) none->pdata[0])->state, ==, TOSO_NAME_UNKNOWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/name-match/lines", test_lines);
  g_test_add_func ("/name-match/noise", test_noise);

  return g_test_run ();
}
