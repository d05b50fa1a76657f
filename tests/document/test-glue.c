/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "document/toso-glue.h"

/* "_" stands for a space where no line may end. */
static void
test_glue (void)
{
  static const char *const cases[] = {
    "Thực hiện Công văn số_38/SKHCN-CNTT&CĐS ngày_08/01/2026 của Sở",
    "Nghị quyết số_55/2025/NQ-HĐND ngày_09 tháng_12 năm_2025 của",
    "Kế hoạch số_02-_KH/BCĐTW ngày_19 tháng_6 năm_2025",
    "hỗ trợ 41_thôn, làng và 02_lớp tập huấn; 300.000_đồng cho 41/41_Tổ",
    "theo Điều_12 và khoản_1 của Chương_II, điểm_a khoản_2",
    "mức độ_1, mức độ_2; Phụ lục_I kèm theo",
    "Phòng Văn hóa_-_Xã hội",
    "dễ hiểu_-_dễ làm_-_dễ tiếp cận",
    "-_Nâng cao hiệu quả",
    "+_Tổ chức",
    "1._Mục đích",
    "a)_Nội dung",
    "II._MỤC TIÊU",
    "KT._CHỦ TỊCH",
    "UB._MTTQ xã",
    "đạt trên ≥_70% số hộ",
    "Sở Khoa học_& Công nghệ",
    "năm_2026 và các năm tiếp theo",
    "giai đoạn 2026-2028. UBND xã",
    "đạt 70% hộ gia đình",
    "mức (_cao_) nhất",
    "học tập số trên website https://binhdanhocvuso.gov.v và",
    "từ ngày_…… tháng_…… năm_2026",
    "Tới dự ………………… trong năm_2026",
    "Chủ trì: …………………………………",
    "Thành phần tham dự: ........................ ........................_./.",
    "một",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdelimit (g_strdup (cases[i]), "_", ' ');
      g_autoptr (GArray) words = toso_glue_split (text);
      g_autofree char *marked = g_strdup (text);

      toso_glue_mark (text, words);
      for (guint w = 0; w + 1 < words->len; w++)
        if (g_array_index (words, TosoWord, w).glued)
          marked[g_array_index (words, TosoWord, w).end] = '_';
      g_assert_cmpstr (marked, ==, cases[i]);
    }
}

static void
test_split (void)
{
  const char *text = "Số:      /KH-UBND ";
  g_autoptr (GArray) words = toso_glue_split (text);

  g_assert_cmpuint (words->len, ==, 2);
  g_assert_cmpint (g_array_index (words, TosoWord, 0).end, ==, (int) strlen ("Số:"));
  g_assert_cmpint (g_array_index (words, TosoWord, 0).next, ==, (int) strlen ("Số:      "));
  g_assert_cmpint (g_array_index (words, TosoWord, 1).next, ==, (int) strlen (text));

  /* The room for the number stays a room. */
  toso_glue_mark (text, words);
  g_assert_true (g_array_index (words, TosoWord, 0).glued);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/glue/marks", test_glue);
  g_test_add_func ("/document/glue/split", test_split);

  return g_test_run ();
}
