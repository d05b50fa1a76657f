/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-plan-reader.h"
#include "exchange/toso-target-reader.h"
#include "exchange/toso-time-reader.h"

#define MISSING -1.0

/* How plans say how much */
static void
test_one_sentence (void)
{
  static const struct
  {
    const char    *sentence;
    TosoTargetKind kind;
    TosoDirection  direction;
    double         value;
    double         whole;
    const char    *unit;
    TosoOverTime   over_time;
  } cases[] = {
    { "- Ít nhất 80% hộ dân có mã QR.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 80, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- Trên 90% hồ sơ được nộp trực tuyến.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_MORE_THAN, 90, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- ≥ 60% hộ kinh doanh.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 60, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- >= 60 % hộ kinh doanh.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 60, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- > 60% hộ kinh doanh.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_MORE_THAN, 60, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- ≤ 5% hồ sơ quá hạn.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_MOST, 5, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- Dưới 5% hồ sơ quá hạn.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_LESS_THAN, 5, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- Không quá 5% hồ sơ quá hạn.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_MOST, 5, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- Không dưới 75% hộ dân.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 75, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- Tỷ lệ hộ có tài khoản đạt từ 80% trở lên.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 80, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- Phấn đấu 85% hộ có Wi-Fi.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 85, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- Sử dụng 100% văn bản điện tử.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 100, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- Đạt 99,5% học sinh.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 99.5, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- Từ 60 - 70% người trưởng thành.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 60, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- Giảm tỷ lệ hộ chưa có tài khoản xuống còn 10%.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_MOST, 10, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- Tăng 10% số giao dịch.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_INCREASE, 10, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- Giảm 10% số hồ sơ giấy.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_DECREASE, 10, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- 12/12 tổ dân phố có Tổ.", TOSO_TARGET_COUNT_OF_COUNT, TOSO_DIRECTION_AT_LEAST, 12, 12, "tổ dân phố", TOSO_OVER_TIME_STOCK },
    { "- Ít nhất 30/41 thôn đạt chuẩn.", TOSO_TARGET_COUNT_OF_COUNT, TOSO_DIRECTION_AT_LEAST, 30, 41, "thôn", TOSO_OVER_TIME_STOCK },
    { "- Duy trì 41/41 (100%) Tổ hoạt động.", TOSO_TARGET_COUNT_OF_COUNT, TOSO_DIRECTION_AT_LEAST, 41, 41, "Tổ", TOSO_OVER_TIME_STOCK },
    { "- Tổ chức tối thiểu 02 lớp tập huấn.", TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 2, MISSING, "lớp", TOSO_OVER_TIME_FLOW },
    { "- Ít nhất 02 (hai) mô hình hiệu quả.", TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 2, MISSING, "mô hình", TOSO_OVER_TIME_STOCK },
    { "- Tối thiểu 1.500 lượt người được hướng dẫn.", TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 1500, MISSING, "lượt", TOSO_OVER_TIME_FLOW },
    { "- Đạt 1.250 tài khoản VNeID mức độ 2 kích hoạt mới.", TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 1250, MISSING, "tài khoản", TOSO_OVER_TIME_STOCK },
    { "- Không quá 03 vụ lừa đảo qua mạng.", TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_MOST, 3, MISSING, "vụ", TOSO_OVER_TIME_STOCK },
    /* The number in the condition is not the target's. */
    { "- 100% thành viên tham gia ít nhất 01 lớp.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 100, MISSING, "%", TOSO_OVER_TIME_STOCK },
    { "- Tổ chức tại 41 thôn ít nhất 02 buổi hướng dẫn.", TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 2, MISSING, "buổi", TOSO_OVER_TIME_FLOW },
    { "- 70% người từ 18 đến 60 tuổi biết dùng.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 70, MISSING, "%", TOSO_OVER_TIME_STOCK },
    /* Numbers that count nothing */
    { "- Triển khai Đề án 06, định danh mức độ 2 trong năm 2026.", TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_NONE, MISSING, MISSING, "", TOSO_OVER_TIME_STOCK },
    { "- Thực hiện Nghị quyết số 55/2025/NQ-HĐND từ tháng 6/2026.", TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_NONE, MISSING, MISSING, "", TOSO_OVER_TIME_STOCK },
    { "- Hỗ trợ người dân 24/7.", TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_NONE, MISSING, MISSING, "", TOSO_OVER_TIME_STOCK },
    { "- Tăng tỷ lệ người dùng.", TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_INCREASE, MISSING, MISSING, "", TOSO_OVER_TIME_STOCK },
    { "- Tăng cường phối hợp.", TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_NONE, MISSING, MISSING, "", TOSO_OVER_TIME_STOCK },
    { "- Giảm tỷ lệ hồ sơ trễ hạn.", TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_DECREASE, MISSING, MISSING, "", TOSO_OVER_TIME_STOCK },
    { "- Hoàn thành cài đặt ứng dụng.", TOSO_TARGET_YES_NO, TOSO_DIRECTION_NONE, MISSING, MISSING, "", TOSO_OVER_TIME_STOCK },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) targets = toso_targets_from_text (cases[i].sentence, FALSE, NULL);
      const TosoTarget *target;

      g_test_message ("%s", cases[i].sentence);
      g_assert_cmpuint (targets->len, ==, 1);
      target = g_ptr_array_index (targets, 0);
      g_assert_cmpint (target->kind, ==, cases[i].kind);
      g_assert_cmpint (target->direction, ==, cases[i].direction);
      g_assert_cmpfloat (target->value.known ? target->value.value : MISSING, ==, cases[i].value);
      g_assert_cmpfloat (target->whole.known ? target->whole.value : MISSING, ==, cases[i].whole);
      g_assert_cmpstr (target->unit, ==, cases[i].unit);
      g_assert_cmpint (target->over_time, ==, cases[i].over_time);
      g_assert_cmpstr (target->name, !=, "");
      g_assert_cmpint (g_utf8_strlen (target->name, -1), <=, 66);
    }
}

/* Two numbers, a share of all, and what a number is for each of */
static void
test_numbers_that_belong_together (void)
{
  static const struct
  {
    const char    *sentence;
    TosoTargetKind kind;
    TosoDirection  direction;
    double         value;
    double         whole;
    double         baseline;
    const char    *unit;
    const char    *name;
    const char    *note; /* NULL: nothing to be told */
  } cases[] = {
    { "- Tăng tỷ lệ hộ có Internet từ 60% lên 75%.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 75, MISSING, 60, "%",
      "Tăng tỷ lệ hộ có Internet", NULL },
    { "- Nâng tỷ lệ dân số có VNeID từ 60% (năm 2025) lên trên 75%.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_MORE_THAN, 75, MISSING, 60, "%",
      "Nâng tỷ lệ dân số có VNeID", NULL },
    { "- Tăng tỷ lệ hộ có Internet từ 60% đến 75%.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 75, MISSING, 60, "%",
      "Tăng tỷ lệ hộ có Internet", NULL },
    { "- Tỷ lệ hồ sơ trễ hạn giảm từ 5,5% xuống còn 3%.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_MOST, 3, MISSING, 5.5, "%",
      "Tỷ lệ hồ sơ trễ hạn", NULL },
    { "- Số hộ có mã QR tăng từ 300 hộ lên 500 hộ.", TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 500, MISSING, 300, "hộ",
      "Số hộ có mã QR", NULL },
    { "- Từ 70% đến 80% người dân có VNeID.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 70, MISSING, MISSING, "%",
      "Người dân có VNeID", "“Từ 70% đến 80%”" },
    { "- Tổ chức từ 05 đến 07 lớp tập huấn.", TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 5, MISSING, MISSING, "lớp",
      "Lớp tập huấn", "“từ 05 đến 07”" },
    { "- Tổ chức 05-07 lớp tập huấn.", TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 5, MISSING, MISSING, "lớp", "Lớp tập huấn", "“05-07”" },
    { "- Giảm 5 - 10% hồ sơ giấy.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_DECREASE, 5, MISSING, MISSING, "%", "Hồ sơ giấy", "“Giảm 5 - 10%”" },
    { "- Tốc độ tăng trưởng kinh tế số trên 20%/năm.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_MORE_THAN, 20, MISSING, MISSING, "%/năm",
      "Tốc độ tăng trưởng kinh tế số", NULL },
    { "- 12/12 thôn (100%) có điểm phát sóng.", TOSO_TARGET_COUNT_OF_COUNT, TOSO_DIRECTION_AT_LEAST, 12, 12, MISSING, "thôn",
      "Thôn có điểm phát sóng", NULL },
    { "- 100% (41/41) thôn có Tổ.", TOSO_TARGET_COUNT_OF_COUNT, TOSO_DIRECTION_AT_LEAST, 41, 41, MISSING, "thôn", "Thôn có Tổ", NULL },
    { "- Tối thiểu 70 (%) hộ dân biết dùng VNeID.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 70, MISSING, MISSING, "%",
      "Hộ dân biết dùng VNeID", NULL },
    { "- 3/4 số hộ có mã QR.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 75, MISSING, MISSING, "%", "Số hộ có mã QR", "“3/4”" },
    { "- Ít nhất 80% hộ có mã QR, trong đó 50% hộ nghèo.", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 80, MISSING, MISSING, "%",
      "Hộ có mã QR", "“50%”" },
    { "- 3/4 thôn có wifi.", TOSO_TARGET_COUNT_OF_COUNT, TOSO_DIRECTION_AT_LEAST, 3, 4, MISSING, "thôn", "Thôn có wifi", NULL },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) targets = toso_targets_from_text (cases[i].sentence, FALSE, notes);
      const TosoTarget *target;

      g_test_message ("%s", cases[i].sentence);
      g_assert_cmpuint (targets->len, ==, 1);
      target = g_ptr_array_index (targets, 0);
      g_assert_cmpint (target->kind, ==, cases[i].kind);
      g_assert_cmpint (target->direction, ==, cases[i].direction);
      g_assert_cmpfloat (target->value.known ? target->value.value : MISSING, ==, cases[i].value);
      g_assert_cmpfloat (target->whole.known ? target->whole.value : MISSING, ==, cases[i].whole);
      g_assert_cmpfloat (target->baseline.known ? target->baseline.value : MISSING, ==, cases[i].baseline);
      g_assert_cmpstr (target->unit, ==, cases[i].unit);
      g_assert_cmpstr (target->name, ==, cases[i].name);
      g_assert_cmpuint (notes->len, ==, cases[i].note != NULL);
      if (cases[i].note != NULL)
        g_assert_true (g_str_has_prefix (g_ptr_array_index (notes, 0), cases[i].note));
    }
}

/* A number for each village is not held against the commune's sum. */
static void
test_for_each (void)
{
  static const struct
  {
    const char *sentence;
    double      value;
    const char *unit;
    const char *name;
  } cases[] = {
    { "- Mỗi thôn tổ chức ít nhất 02 buổi tuyên truyền.", 2, "buổi/thôn", "Mỗi thôn tổ chức ít nhất 02 buổi tuyên truyền" },
    { "- Trong năm 2026, mỗi thôn có ít nhất 02 buổi.", 2, "buổi/thôn", "Mỗi thôn có ít nhất 02 buổi" },
    { "- Ít nhất 02 buổi/thôn.", 2, "buổi/thôn", "Ít nhất 02 buổi/thôn" },
    { "- Tổ chức ít nhất 02 buổi mỗi thôn.", 2, "buổi/thôn", "Tổ chức ít nhất 02 buổi mỗi thôn" },
    { "- Tổ chức ít nhất 04 buổi tuyên truyền tại mỗi thôn.", 4, "buổi/thôn", "Tổ chức ít nhất 04 buổi tuyên truyền tại mỗi thôn" },
    { "- Bình quân mỗi Tổ hỗ trợ 10 người/tháng.", 10, "người/Tổ/tháng", "Bình quân mỗi Tổ hỗ trợ 10 người/tháng" },
    { "- Mỗi Tổ có ít nhất 05 thành viên.", 5, "thành viên/Tổ", "Mỗi Tổ có ít nhất 05 thành viên" },
    { "- Tổ chức 02 lớp/năm.", 2, "lớp", "Tổ chức 02 lớp/năm" },
    { "- Mỗi lớp không quá 60 học viên.", 60, "học viên/lớp", "Mỗi lớp không quá 60 học viên" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) targets = toso_targets_from_text (cases[i].sentence, FALSE, NULL);
      const TosoTarget *target;

      g_test_message ("%s", cases[i].sentence);
      g_assert_cmpuint (targets->len, ==, 1);
      target = g_ptr_array_index (targets, 0);
      g_assert_cmpint (target->kind, ==, TOSO_TARGET_COUNT);
      g_assert_cmpfloat (target->value.value, ==, cases[i].value);
      g_assert_cmpstr (target->unit, ==, cases[i].unit);
      g_assert_cmpstr (target->name, ==, cases[i].name);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *sentence;
    const char *name;
    const char *numerator;
    const char *denominator;
  } cases[] = {
    { "1. Trong năm 2026 phấn đấu có 95% hộ nghèo được hỗ trợ.", "Hộ nghèo được hỗ trợ", "hộ nghèo được hỗ trợ", "hộ nghèo" },
    { "a) Về hạ tầng: 100% thôn có cáp quang;", "Thôn có cáp quang", "thôn có cáp quang", "thôn" },
    { "- Tỷ lệ hộ có tài khoản đạt 80%.", "Tỷ lệ hộ có tài khoản", "hộ có tài khoản", "hộ" },
    { "- Duy trì hoạt động của 9/9 Tổ tại các thôn.", "Duy trì hoạt động của Tổ", "Tổ duy trì hoạt động", "Tổ" },
    { "- Mỗi Tổ có ít nhất 05 thành viên.", "Mỗi Tổ có ít nhất 05 thành viên", "Mỗi Tổ có ít nhất 05 thành viên", "" },
    { "- Tổ chức tối thiểu 02 lớp tập huấn.", "Lớp tập huấn", "Lớp tập huấn", "" },
    /* The number stands last. */
    { "1. Tỷ lệ hộ có Internet: 85%.", "Tỷ lệ hộ có Internet", "hộ có Internet", "hộ" },
    { "2. Số lớp tập huấn: 04 lớp.", "Số lớp tập huấn", "Số lớp tập huấn", "" },
    { "3. Số người được tập huấn từ 200 người trở lên.", "Số người được tập huấn", "Số người được tập huấn", "" },
    { "- 05 mô hình thôn thông minh trở lên.", "Mô hình thôn thông minh", "Mô hình thôn thông minh", "" },
    { "- Tỷ lệ hộ có tài khoản đạt 80% vào cuối năm.", "Tỷ lệ hộ có tài khoản", "hộ có tài khoản", "hộ" },
    { "- Tỷ lệ hộ có tài khoản tăng 10% so với năm 2025.", "Tỷ lệ hộ có tài khoản", "hộ có tài khoản", "hộ" },
    { "- Đạt 85%.", "Đạt 85%", "Đạt 85%", "" },
    { "- Đến ngày 30/6/2026, 100% Tổ được kiện toàn.", "Tổ được kiện toàn", "Tổ được kiện toàn", "Tổ" },
    /* Cut at a word, and it is seen. */
    { "- Hướng dẫn các hộ sản xuất kinh doanh cá thể nhằm nâng cao kỹ năng bán hàng trên mạng xã hội.",
      "Hướng dẫn các hộ sản xuất kinh doanh cá thể", "Hướng dẫn các hộ sản xuất kinh doanh cá thể", "" },
    { "- Phát huy tinh thần đoàn kết của cán bộ đảng viên nhân dân các dân tộc cùng thi đua lập thành tích chào mừng.",
      "Phát huy tinh thần đoàn kết của cán bộ đảng viên nhân dân…", "Phát huy tinh thần đoàn kết của cán bộ đảng viên nhân dân…", "" },
    { "- 80% cán bộ và 60% người dân được tập huấn.", "Cán bộ được tập huấn", "cán bộ được tập huấn", "cán bộ" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) targets = toso_targets_from_text (cases[i].sentence, FALSE, NULL);
      const TosoTarget *target = g_ptr_array_index (targets, 0);

      g_assert_cmpstr (target->name, ==, cases[i].name);
      g_assert_cmpstr (target->numerator_name, ==, cases[i].numerator);
      g_assert_cmpstr (target->denominator_name, ==, cases[i].denominator);
    }
}

/* Each clause with a number of its own is a target; one without goes on the
 * one before. */
static void
test_several (void)
{
  static const struct
  {
    const char *paragraph;
    guint       n_targets;
  } cases[] = {
    { "- 100% thôn có Tổ; ít nhất 80% hộ có mã QR; trên 60% người dân biết dùng.", 3 },
    { "- Hỗ trợ đưa 100% sản phẩm lên sàn; quảng bá sản phẩm (Zalo; facebook).", 1 },
    { "- Ít nhất 80% cán bộ và 60% người dân được tập huấn.", 2 },
    { "- 100% thôn có Tổ, 80% hộ có mã QR và trên 60% người dân biết dùng VNeID.", 3 },
    { "- Tỷ lệ hộ có cáp quang đạt 90%, tỷ lệ người dân có điện thoại đạt 80%.", 2 },
    { "- Tổ chức 02 lớp tập huấn và 03 hội nghị.", 2 },
    { "- Mở 03 lớp, mỗi lớp không quá 60 học viên.", 2 },
    { "- Mỗi Tổ có 05 thành viên, gồm 01 tổ trưởng và 04 thành viên.", 1 },
    { "- 100% thôn và tổ dân phố có Tổ.", 1 },
    { "- 70% người từ 18 tuổi và 02 lần dùng.", 1 },
    { "Duy trì 19/19 Tổ. Phấn đấu 90% hộ có điện thoại; 100% cán bộ được tập huấn.", 3 },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) targets = toso_targets_from_text (cases[i].paragraph, FALSE, NULL);

      g_assert_cmpuint (targets->len, ==, cases[i].n_targets);
    }
}

/* A number under a heading is of what the heading says. */
static void
test_named_by_heading (void)
{
  static const char text[] =
    "KẾ HOẠCH\n"
    "Hoạt động năm 2026\n"
    "I. CHỈ TIÊU\n"
    "1. Tỷ lệ hộ có Internet\n"
    "Đạt 85%.\n"
    "2. Tập huấn\n"
    "Tối thiểu 02 lớp.\n"
    "3. Tuyên truyền\n"
    "Tổ chức 04 hội nghị tại trung tâm xã.\n";
  static const char *const names[] = { "Tỷ lệ hộ có Internet", "Tập huấn", "Hội nghị tại trung tâm xã" };
  g_autoptr (TosoPlan) plan = toso_plan_read_text (text, -1, "plan", NULL);
  guint i;

  g_assert_nonnull (plan);
  g_assert_cmpuint (plan->targets->len, ==, G_N_ELEMENTS (names));
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (((TosoTarget *) g_ptr_array_index (plan->targets, i))->name, ==, names[i]);
}

static void
test_times (void)
{
  static const struct
  {
    const char  *text;
    TosoTimeKind kind;
    const char  *first_day;
    const char  *last_day;
  } cases[] = {
    { "Thường xuyên trong năm", TOSO_TIME_CONTINUOUS, "", "" },
    { "Hằng tháng", TOSO_TIME_CONTINUOUS, "", "" },
    { "Hằng quý", TOSO_TIME_QUARTERLY, "", "" },
    { "Định kỳ hàng quý", TOSO_TIME_QUARTERLY, "", "" },
    { "Theo đợt", TOSO_TIME_WAVES, "", "" },
    { "Quý II", TOSO_TIME_WINDOW, "2026-04-01", "2026-06-30" },
    { "quý 4/2027", TOSO_TIME_WINDOW, "2027-10-01", "2027-12-31" },
    { "Quý I - quý III", TOSO_TIME_WINDOW, "2026-01-01", "2026-09-30" },
    { "Tháng 3", TOSO_TIME_WINDOW, "2026-03-01", "2026-03-31" },
    { "Trong tháng 2/2028", TOSO_TIME_WINDOW, "2028-02-01", "2028-02-29" },
    { "Tháng 3-5", TOSO_TIME_WINDOW, "2026-03-01", "2026-05-31" },
    { "Từ tháng 3 đến tháng 5", TOSO_TIME_WINDOW, "2026-03-01", "2026-05-31" },
    { "Từ tháng 12/2025 đến tháng 02/2026", TOSO_TIME_WINDOW, "2025-12-01", "2026-02-28" },
    { "tháng 6 và tháng 11", TOSO_TIME_WAVES, "2026-06-01", "2026-11-30" },
    { "6 tháng đầu năm", TOSO_TIME_WINDOW, "2026-01-01", "2026-06-30" },
    { "6 tháng cuối năm", TOSO_TIME_WINDOW, "2026-07-01", "2026-12-31" },
    { "Trước ngày 30/6/2026", TOSO_TIME_DATE, "", "2026-06-30" },
    { "xong trước 30/9", TOSO_TIME_DATE, "", "2026-09-30" },
    { "Ngày 10 tháng 10 năm 2026", TOSO_TIME_DATE, "2026-10-10", "2026-10-10" },
    { "Từ ngày 15/3/2026 đến ngày 30/4/2026", TOSO_TIME_WINDOW, "2026-03-15", "2026-04-30" },
    { "Cuối năm", TOSO_TIME_YEAR_END, "", "2026-12-31" },
    { "Cuối năm hoặc theo đợt", TOSO_TIME_YEAR_END, "", "2026-12-31" },
    { "Cả năm", TOSO_TIME_IN_YEAR, "2026-01-01", "2026-12-31" },
    { "Theo kế hoạch trong năm", TOSO_TIME_IN_YEAR, "2026-01-01", "2026-12-31" },
    { "Năm 2026", TOSO_TIME_IN_YEAR, "2026-01-01", "2026-12-31" },
    { "Theo quy định", TOSO_TIME_UNKNOWN, "", "" },
    { "Ngày 31/02/2026", TOSO_TIME_UNKNOWN, "", "" },
    { "", TOSO_TIME_UNKNOWN, "", "" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first_day = NULL;
      g_autofree char *last_day = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (toso_time_read (cases[i].text, 2026, &first_day, &last_day), ==, cases[i].kind);
      g_assert_cmpstr (first_day, ==, cases[i].first_day);
      g_assert_cmpstr (last_day, ==, cases[i].last_day);
    }
}

/* A plan of no known year has no days, only words. */
static void
test_time_without_year (void)
{
  g_autofree char *first_day = NULL;
  g_autofree char *last_day = NULL;

  g_assert_cmpint (toso_time_read ("Quý II", 0, &first_day, &last_day), ==, TOSO_TIME_WINDOW);
  g_assert_cmpstr (first_day, ==, "");
  g_assert_cmpstr (last_day, ==, "");
}

/* What is counted is no more than what it is counted of. */
static void
test_parts (void)
{
  static const struct
  {
    const char *sentence;
    const char *denominator;
  } cases[] = {
    { "- Giảm tỷ lệ hồ sơ quá hạn xuống dưới 2%.", "hồ sơ" },
    { "- Không quá 5% hồ sơ trả lại.", "hồ sơ" },
    { "- Ít nhất 80% tổ xếp loại khá trở lên.", "tổ" },
    { "- 95% tổ họp định kỳ hằng tháng.", "tổ" },
    { "- 28/28 thôn lắp camera an ninh.", "thôn" },
    { "- Tối thiểu 90% dân số từ đủ 14 tuổi trở lên được cấp căn cước.", "dân số từ đủ 14 tuổi trở lên" },
    { "- Trên 70% người hưởng an sinh xã hội nhận tiền qua tài khoản.", "người hưởng an sinh xã hội" },
    { "- 100% cơ sở giáo dục, y tế thu phí không dùng tiền mặt.", "cơ sở giáo dục, y tế" },
    { "- 100% Tổ chuyển đổi số cộng đồng được kiện toàn.", "Tổ chuyển đổi số cộng đồng" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) targets = toso_targets_from_text (cases[i].sentence, FALSE, NULL);

      g_test_message ("%s", cases[i].sentence);
      g_assert_cmpuint (targets->len, ==, 1);
      g_assert_cmpstr (((const TosoTarget *) g_ptr_array_index (targets, 0))->denominator_name, ==, cases[i].denominator);
    }
}

/* Work is no target, nor where the targets stand. */
static void
test_no_targets (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = NULL;
  const TosoSection *section;

  plan = toso_plan_read_text ("ỦY BAN NHÂN DÂN\nXÃ TÂN PHÚ\nKẾ HOẠCH\nHoạt động của Tổ công nghệ cộng đồng năm 2026\n"
                              "Phần I\nCHỈ TIÊU VÀ NHIỆM VỤ\nChương I\nCHỈ TIÊU\n1. 12/12 Tổ công nghệ cộng đồng hoạt động.\n"
                              "2. Chi tiết tại Phụ lục I kèm theo.\nChương II\nNHIỆM VỤ\nĐiều 1. Kiện toàn\nRà soát thành viên các Tổ ở 12 ấp.\n"
                              "Phần II\nTỔ CHỨC\nChương III\nTHỰC HIỆN\n1. Phòng Văn hóa theo dõi.\n2. Các ấp báo cáo hằng tháng.\n"
                              "Yêu cầu các đơn vị thực hiện./.\n",
                              -1, "plan", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->targets->len, ==, 1);
  g_assert_cmpstr (plan->commune.team_name, ==, "Tổ công nghệ cộng đồng");
  g_assert_cmpuint (plan->remarks->len, ==, 0);
  section = g_ptr_array_index (plan->sections, 1);
  section = g_ptr_array_index (section->children, 0);
  section = g_ptr_array_index (section->children, 1);
  g_assert_cmpstr (section->heading, ==, "");
  g_assert_cmpstr (section->body, ==, "Các ấp báo cáo hằng tháng.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/target-reader/one-sentence", test_one_sentence);
  g_test_add_func ("/exchange/target-reader/numbers-that-belong-together", test_numbers_that_belong_together);
  g_test_add_func ("/exchange/target-reader/for-each", test_for_each);
  g_test_add_func ("/exchange/target-reader/names", test_names);
  g_test_add_func ("/exchange/target-reader/several-in-a-paragraph", test_several);
  g_test_add_func ("/exchange/target-reader/named-by-heading", test_named_by_heading);
  g_test_add_func ("/exchange/target-reader/parts", test_parts);
  g_test_add_func ("/exchange/target-reader/no-targets", test_no_targets);
  g_test_add_func ("/exchange/target-reader/times", test_times);
  g_test_add_func ("/exchange/target-reader/time-without-year", test_time_without_year);

  return g_test_run ();
}
