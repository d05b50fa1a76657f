/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/toso-error.h"
#include "exchange/toso-village-table.h"

static GPtrArray *
read_text (const char *text,
           GPtrArray **remarks,
           GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TosoWorkbook) workbook = toso_workbook_read_bytes (bytes, "thôn.csv", TOSO_ENCODING_AUTO, error);

  return workbook != NULL ? toso_village_table_read (workbook, remarks, error) : NULL;
}

/* "Thôn 1(T01) 120/450, …" */
static char *
show (GPtrArray *villages)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < villages->len; i++)
    {
      const TosoVillage *village = g_ptr_array_index (villages, i);
      g_autofree char   *households = toso_number_format_figure (village->households, 0);
      g_autofree char   *population = toso_number_format_figure (village->population, 0);

      g_string_append_printf (text, "%s%s[%s](%s) %s/%s", i > 0 ? ", " : "", village->name, village->kind, village->code, households, population);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_shapes (void)
{
  static const struct
  {
    const char *text;
    const char *shown;
  } cases[] = {
    { "Thôn;Số hộ\nThôn 1;120\nThôn 2;98\n", "Thôn 1[thôn]() 120/—, Thôn 2[thôn]() 98/—" },
    /* Columns anywhere, titles above, a total and signatures below. */
    { "DANH SÁCH THÔN, LÀNG\n;(Kèm theo Kế hoạch)\n\nTT;Nhân khẩu;Mã;Tên thôn, làng;Tổng số hộ\n1;450;T01;Thôn Ngọc Minh;1.234\n"
      "2;;T02;Làng Đồng;98\n;450;;Tổng cộng;1332\n;;;Người lập biểu;\n",
      "Thôn Ngọc Minh[thôn](T01) 1.234/450, Làng Đồng[làng](T02) 98/—" },
    /* The kind in its own column; numbers under "Thôn". */
    { "STT,Loại,Tên,Số hộ\n1,Thôn,Ngọc Minh,5\n2,Làng,Bản Lác,6\n", "Thôn Ngọc Minh[thôn]() 5/—, Bản Lác[bản]() 6/—" },
    { "TT;Thôn;Hộ\n1;1;10\n2;2;20\n", "Thôn 1[thôn]() 10/—, Thôn 2[thôn]() 20/—" },
    { "TT;Tổ dân phố;Dân số\n1;Tổ dân phố 1;10\n", "Tổ dân phố 1[tổ dân phố]() —/10" },
    /* A bare list. */
    { "Thôn Cao\nThôn Thấp\nLàng Giữa\n", "Thôn Cao[thôn]() —/—, Thôn Thấp[thôn]() —/—, Làng Giữa[làng]() —/—" },
    { "Thôn;Số hộ\nThôn 1;120\n\u00a0\u3000;98\n", "Thôn 1[thôn]() 120/—" },
    /* What is not known stays so. */
    { "Thôn;Số hộ;Số khẩu\nThôn 1;-;\nThôn 2;;300\n", "Thôn 1[thôn]() —/—, Thôn 2[thôn]() —/300" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) villages = read_text (cases[i].text, NULL, &error);
      g_autofree char *shown = NULL;

      g_assert_no_error (error);
      shown = show (villages);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_remarks (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GPtrArray) villages = read_text ("TT;Thôn;Số hộ\n1;Thôn 1;khoảng 100\n2;Thôn 2;12,5\n;Ghi chú: chưa đủ;\n", &remarks, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (villages->len, ==, 2);
  g_assert_false (((TosoVillage *) g_ptr_array_index (villages, 0))->households.known);
  g_assert_cmpuint (remarks->len, ==, 3);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (remarks, 0), "C2: “khoảng 100”"));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    TosoError   code;
    const char *words;
  } cases[] = {
    { "Thôn;Số hộ\nThôn 1;120\nTHÔN 1;98\n", TOSO_ERROR_INVALID, "A2 and A3" },
    { "Họ tên;Điện thoại\nNguyễn Văn A;0912\n", TOSO_ERROR_UNREADABLE, "Thôn" },
    { "TT;Tên thôn;Số hộ\n", TOSO_ERROR_UNREADABLE, "thôn.csv" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) villages = read_text (cases[i].text, NULL, &error);

      g_assert_error (error, TOSO_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/village-table/shapes", test_shapes);
  g_test_add_func ("/exchange/village-table/remarks", test_remarks);
  g_test_add_func ("/exchange/village-table/refused", test_refused);

  return g_test_run ();
}
