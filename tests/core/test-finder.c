/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-finder.h"

static const struct
{
  const char *name;
  const char *more;
} things[] = {
  { "Đỗ Thị Lập", "Tổ trưởng Thôn 7" },
  { "Lập Thạch", NULL },
  { "Đỗ Thị Lạp", NULL },
  { "Do Thi Lap", NULL },
  { "Thôn 7", NULL },
  { "Thôn 17", NULL },
  { "Thôn 71", NULL },
  { "Làng Đồng", NULL },
  { "Làng Dồng", NULL },
  { "Nguyễn Văn An", NULL },
  { "Nguyễn Văn Ân", NULL },
  { "Nguyễn Văn Ăn", NULL },
  { "Hòa", NULL },
  { "Báo cáo quý", "BC-Q1/2026" },
};

static char *
find (const char *typed,
      guint       limit,
      guint      *n_found)
{
  g_autoptr (TosoFinder) finder = toso_finder_new ();
  g_autoptr (GArray) found = NULL;
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    toso_finder_add (finder, things[i].name, things[i].more);
  toso_finder_seal (finder);
  found = toso_finder_find (finder, typed, limit, n_found);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", things[g_array_index (found, guint, i)].name);

  return g_string_free (names, FALSE);
}

static void
test_find (void)
{
  static const struct
  {
    const char *typed;
    const char *found;
  } cases[] = {
    /* what was typed letter for letter comes first; equals by their tones */
    { "do thi lap", "Do Thi Lap; Đỗ Thị Lạp; Đỗ Thị Lập" },
    { "DO THI LAP", "Do Thi Lap; Đỗ Thị Lạp; Đỗ Thị Lập" },
    /* a mark counts, and so does đ */
    { "lập", "Lập Thạch; Đỗ Thị Lập" },
    { "đo thi lap", "Đỗ Thị Lạp; Đỗ Thị Lập" },
    { "đồng", "Làng Đồng" },
    { "dồng", "Làng Dồng; Làng Đồng" },
    { "dong", "Làng Dồng; Làng Đồng" },
    { "ho\314\200a", "Hòa" },
    { "hoà", "Hòa" },
    { "hò", "Hòa" },
    /* words in any order, each from its beginning */
    { "lap do", "Do Thi Lap; Đỗ Thị Lạp; Đỗ Thị Lập" },
    { "7 thon", "Thôn 7; Thôn 71; Đỗ Thị Lập" },
    { "thon 7", "Thôn 7; Thôn 71; Đỗ Thị Lập" },
    { "hon 7", "" },
    /* names that begin so, before names with such a word; the shorter first */
    { "lap", "Lập Thạch; Do Thi Lap; Đỗ Thị Lạp; Đỗ Thị Lập" },
    /* Vietnamese order: a ă â */
    { "van", "Nguyễn Văn An; Nguyễn Văn Ăn; Nguyễn Văn Ân" },
    { "nguyễn văn ân", "Nguyễn Văn Ân" },
    /* other words lead to it too */
    { "truong", "Đỗ Thị Lập" },
    { "q1/2026", "Báo cáo quý" },
    { "bcq", "" },
    { "", "" },
    { " /. ", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (cases[i].typed, 100, NULL);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_limit (void)
{
  guint            n = 0;
  g_autofree char *found = find ("nguyen", 2, &n);

  g_assert_cmpstr (found, ==, "Nguyễn Văn An; Nguyễn Văn Ăn");
  g_assert_cmpuint (n, ==, 3);
}

static void
test_empty (void)
{
  g_autoptr (TosoFinder) finder = toso_finder_new ();
  g_autoptr (GArray) found = NULL;

  toso_finder_seal (finder);
  found = toso_finder_find (finder, "an", 10, NULL);
  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/finder/find", test_find);
  g_test_add_func ("/core/finder/limit", test_limit);
  g_test_add_func ("/core/finder/empty", test_empty);

  return g_test_run ();
}
