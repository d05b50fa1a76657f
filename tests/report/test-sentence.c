/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-sentence.h"

/* What the papers say, word for word. */

static TosoTarget *
make_target (TosoTargetKind kind,
             TosoDirection  direction,
             double         value,
             const char    *unit)
{
  TosoTarget *target = toso_target_new ();

  g_free (target->code);
  target->code = g_strdup ("CT05");
  g_free (target->name);
  target->name = g_strdup ("Hộ sử dụng dịch vụ công trực tuyến");
  g_free (target->unit);
  target->unit = g_strdup (unit);
  target->kind = kind;
  target->direction = direction;
  target->value = value >= 0 ? TOSO_FIGURE (value) : TOSO_FIGURE_MISSING;

  return target;
}

static TosoProgress
make_progress (double            value,
               guint             reported,
               TosoProgressState state)
{
  TosoProgress progress = { 0 };

  progress.value = value >= 0 ? TOSO_FIGURE (value) : TOSO_FIGURE_MISSING;
  progress.coverage.reported = reported;
  progress.coverage.expected = 41;
  progress.pace = TOSO_FIGURE (17.5);
  progress.state = state;

  return progress;
}

static void
test_change (void)
{
  static const struct
  {
    const char *unit;
    double      now, before; /* below 0: missing */
    guint       reported;    /* a period before */
    const char *expected;
  } cases[] = {
    /* The sentence has said that now all 41 have figures. */
    { "%", 46.8, 41.6, 35, "tăng 5,2 điểm % so với quý I năm 2026 (số liệu của 35/41 thôn)" },
    { "%", 40, 41.6, 41, "giảm 1,6 điểm % so với quý I năm 2026" },
    { "%", 41.64, 41.6, 41, "bằng quý I năm 2026" },
    { "%", 3, 0, 1, "tăng 3 điểm % so với quý I năm 2026 (số liệu của 01/41 thôn)" },
    { "lớp", 15, 12, 41, "tăng 3 lớp (25%) so với quý I năm 2026" },
    { "lớp", 9, 12, 41, "giảm 3 lớp (25%) so với quý I năm 2026" },
    { "lớp", 12, 12, 9, "bằng quý I năm 2026 (số liệu của 09/41 thôn)" },
    { "lớp", 12, 0, 41, "tăng 12 lớp so với quý I năm 2026" },
    { "%", 46.8, -1, 0, "quý I năm 2026 chưa có số liệu để so sánh" },
    { "", 1234.5, 1000, 41, "tăng 234,5 (23,5%) so với quý I năm 2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoTarget *target = make_target (*cases[i].unit == '%' ? TOSO_TARGET_PERCENTAGE : TOSO_TARGET_COUNT,
                                        TOSO_DIRECTION_AT_LEAST, 70, cases[i].unit);
      TosoProgress     now = make_progress (cases[i].now, 41, TOSO_STATE_ON_PACE);
      TosoProgress     before = make_progress (cases[i].before, cases[i].reported, TOSO_STATE_ON_PACE);
      g_autofree char *text = toso_words_change (target, &now, &before, "quý I năm 2026", "thôn");

      g_assert_cmpstr (text, ==, cases[i].expected);
      g_assert_null (toso_words_change (target, &now, NULL, NULL, "thôn"));
      toso_target_free (target);
    }
}

/* Yes and no do not rise; what was missing, now or before, is no zero; a count
 * whose unit is per cent has points. */
static void
test_change_without_amount (void)
{
  static const struct
  {
    TosoTargetKind kind;
    const char    *unit;
    double         now, before;
    gboolean       wide;
    const char    *expected;
  } cases[] = {
    { TOSO_TARGET_YES_NO, "", 1, 0, FALSE, "quý I năm 2026: không" },
    { TOSO_TARGET_YES_NO, "", 1, 1, FALSE, "quý I năm 2026: có" },
    { TOSO_TARGET_PERCENTAGE, "%", -1, 40, FALSE, "quý I năm 2026 chưa có số liệu để so sánh" },
    { TOSO_TARGET_COUNT, "lớp", -1, -1, FALSE, "quý I năm 2026 chưa có số liệu để so sánh" },
    { TOSO_TARGET_COUNT, "%", 60, 58.2, TRUE, "tăng 1,8 điểm % so với quý I năm 2026 (số liệu chung toàn xã)" },
    { TOSO_TARGET_COUNT, "lớp", 0, 12, FALSE, "giảm 12 lớp (100%) so với quý I năm 2026" },
    { TOSO_TARGET_COUNT, "lớp", 0, 0, FALSE, "bằng quý I năm 2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoTarget      *target = make_target (cases[i].kind, TOSO_DIRECTION_AT_LEAST, 70, cases[i].unit);
      TosoProgress     now = make_progress (cases[i].now, 41, TOSO_STATE_ON_PACE);
      TosoProgress     before = make_progress (cases[i].before, 41, TOSO_STATE_ON_PACE);
      g_autofree char *text = NULL;

      before.commune_wide = cases[i].wide;
      text = toso_words_change (target, &now, &before, "quý I năm 2026", "thôn");
      g_assert_cmpstr (text, ==, cases[i].expected);
      toso_target_free (target);
    }
}

static void
test_coverage (void)
{
  static const struct
  {
    guint       reported, carried;
    gboolean    wide;
    const char *expected;
  } cases[] = {
    { 0, 0, FALSE, "chưa có thôn nào có số liệu" },
    { 1, 0, FALSE, "số liệu của 01/41 thôn" },
    { 40, 0, FALSE, "số liệu của 40/41 thôn" },
    { 41, 0, FALSE, "số liệu đủ 41/41 thôn" },
    { 41, 6, FALSE, "số liệu của 41/41 thôn, trong đó 06 thôn lấy số liệu kỳ trước" },
    { 38, 38, FALSE, "số liệu của 38/41 thôn, trong đó 38 thôn lấy số liệu kỳ trước" },
    { 0, 0, TRUE, "số liệu chung toàn xã" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoProgress     progress = make_progress (1, cases[i].reported, TOSO_STATE_ON_PACE);
      g_autofree char *text = NULL;

      progress.commune_wide = cases[i].wide;
      progress.coverage.carried = cases[i].carried;
      text = toso_words_coverage (&progress, "thôn");
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_values (void)
{
  static const struct
  {
    TosoTargetKind kind;
    const char    *unit;
    double         value;
    const char    *expected;
  } cases[] = {
    { TOSO_TARGET_PERCENTAGE, "%", -1, "—" },
    { TOSO_TARGET_PERCENTAGE, "%", 0, "0%" },
    { TOSO_TARGET_PERCENTAGE, "%", 46.84, "46,8%" },
    { TOSO_TARGET_COUNT, "lớp", 1234, "1.234 lớp" },
    { TOSO_TARGET_COUNT, "", 1.5, "1,5" },
    { TOSO_TARGET_YES_NO, "", 1, "có" },
    { TOSO_TARGET_YES_NO, "", 0, "không" },
    { TOSO_TARGET_YES_NO, "", -1, "—" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoTarget      *target = make_target (cases[i].kind, TOSO_DIRECTION_AT_LEAST, 70, cases[i].unit);
      g_autofree char *text = toso_words_value (target, cases[i].value >= 0 ? TOSO_FIGURE (cases[i].value) : TOSO_FIGURE_MISSING);

      g_assert_cmpstr (text, ==, cases[i].expected);
      toso_target_free (target);
    }
}

static void
test_target_words (void)
{
  static const struct
  {
    TosoTargetKind kind;
    TosoDirection  direction;
    double         value;
    const char    *unit, *expected;
  } cases[] = {
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 70, "%", "từ 70% trở lên" },
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 100, "%", "100%" },
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_MORE_THAN, 90, "%", "trên 90%" },
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_MOST, 2.5, "%", "không quá 2,5%" },
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_LESS_THAN, 5, "%", "dưới 5%" },
    { TOSO_TARGET_COUNT_OF_COUNT, TOSO_DIRECTION_AT_LEAST, 41, "Tổ", "41 Tổ" },
    { TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 2, "lớp", "từ 2 lớp trở lên" },
    { TOSO_TARGET_COUNT, TOSO_DIRECTION_INCREASE, 5, "%", "tăng 5%" },
    { TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_INCREASE, -1, "", "tăng" },
    { TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_DECREASE, -1, "", "giảm" },
    { TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_NONE, -1, "", "không nêu số cụ thể" },
    { TOSO_TARGET_YES_NO, TOSO_DIRECTION_EQUAL, -1, "", "có" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoTarget      *target = make_target (cases[i].kind, cases[i].direction, cases[i].value, cases[i].unit);
      g_autofree char *text = toso_words_target (target);

      g_assert_cmpstr (text, ==, cases[i].expected);
      toso_target_free (target);
    }
}

/* A name that was cut is whole on paper, as far as the plan's words go. */
static void
test_names (void)
{
  static const struct
  {
    const char *name, *part, *sentence, *expected;
  } cases[] = {
    { "Hộ có Internet", "hộ có kết nối Internet", "- 80% hộ có kết nối Internet.", "Hộ có Internet" },
    { "Thành viên tham gia ít nhất 01 lớp…", "thành viên được tham gia ít nhất 01 lớp tập huấn/bồi dưỡng", "", "Thành viên được tham gia ít nhất 01 lớp tập huấn/bồi dưỡng" },
    { "Hướng dẫn các doanh nghiệp…", "Hướng dẫn các doanh nghiệp…", "- Hướng dẫn các doanh nghiệp, hộ kinh doanh trên địa bàn; ứng dụng công nghệ số…",
      "Hướng dẫn các doanh nghiệp, hộ kinh doanh trên địa bàn" },
    { "Hướng dẫn các doanh nghiệp…", "", "Hướng dẫn các doanh nghiệp, hộ kinh doanh. Ứng dụng.", "Hướng dẫn các doanh nghiệp, hộ kinh doanh" },
    { "Hướng dẫn các doanh nghiệp…", "", "- Hướng dẫn…", "Hướng dẫn các doanh nghiệp…" },
    { "Hướng dẫn các doanh nghiệp…", "", "", "Hướng dẫn các doanh nghiệp…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoTarget      *target = make_target (TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 70, "%");
      g_autofree char *name = NULL;

      g_free (target->name);
      target->name = g_strdup (cases[i].name);
      g_free (target->numerator_name);
      target->numerator_name = g_strdup (cases[i].part);
      g_free (target->sentence);
      target->sentence = g_strdup (cases[i].sentence);
      name = toso_words_name (target);
      g_assert_cmpstr (name, ==, cases[i].expected);
      toso_target_free (target);
    }
}

static void
test_target (void)
{
  TosoTarget  *target = make_target (TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 70, "%");
  TosoProgress now = make_progress (46.8, 38, TOSO_STATE_ON_PACE);
  TosoProgress before = make_progress (41.6, 35, TOSO_STATE_ON_PACE);
  TosoProgress none = make_progress (-1, 0, TOSO_STATE_NO_DATA);
  TosoProgress met = make_progress (71, 41, TOSO_STATE_MET);
  TosoProgress wide = make_progress (12, 0, TOSO_STATE_BEHIND);
  struct
  {
    const TosoProgress *now, *before;
    const char         *expected;
  } cases[] = {
    { &now, &before,
      "- Hộ sử dụng dịch vụ công trực tuyến: 46,8% (1.204/2.573; số liệu của 38/41 thôn); chỉ tiêu cả năm: từ 70% trở lên; "
      "mức cần đạt đến kỳ này: 17,5%; đúng tiến độ; tăng 5,2 điểm % so với quý I năm 2026 (số liệu của 35/41 thôn)." },
    { &now, NULL,
      "- Hộ sử dụng dịch vụ công trực tuyến: 46,8% (1.204/2.573; số liệu của 38/41 thôn); chỉ tiêu cả năm: từ 70% trở lên; "
      "mức cần đạt đến kỳ này: 17,5%; đúng tiến độ." },
    { &met, &none,
      "- Hộ sử dụng dịch vụ công trực tuyến: 71% (số liệu đủ 41/41 thôn); chỉ tiêu cả năm: từ 70% trở lên; "
      "đã đạt chỉ tiêu; quý I năm 2026 chưa có số liệu để so sánh." },
    { &none, &before, "- Hộ sử dụng dịch vụ công trực tuyến: chưa có số liệu; chỉ tiêu cả năm: từ 70% trở lên." },
    { &wide, NULL,
      "- Hộ sử dụng dịch vụ công trực tuyến: 12% (số liệu chung toàn xã); chỉ tiêu cả năm: từ 70% trở lên; "
      "mức cần đạt đến kỳ này: 17,5%; chậm tiến độ." },
  };

  now.numerator = TOSO_FIGURE (1204);
  now.denominator = TOSO_FIGURE (2573);
  wide.commune_wide = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoSentence) sentence = toso_sentence_target (target, cases[i].now, cases[i].before, "quý I năm 2026", "thôn", "2026-H1");

      g_assert_cmpstr (sentence->text->str, ==, cases[i].expected);
    }
  toso_target_free (target);
}

/* Each figure knows where it comes from, and where it stands in the text. */
static void
test_sources (void)
{
  static const char *const expected[][2] = {
    { "target/CT05/2026-H1/value", "46,8%" },
    { "target/CT05/2026-H1/numerator", "1.204" },
    { "target/CT05/2026-H1/denominator", "2.573" },
    { "target/CT05/target", "từ 70% trở lên" },
    { "target/CT05/2026-H1/pace", "17,5%" },
  };
  TosoTarget  *target = make_target (TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 70, "%");
  TosoProgress now = make_progress (46.8, 38, TOSO_STATE_ON_PACE);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (TosoPaper) paper = toso_paper_new ();
  TosoBlock *block;

  now.numerator = TOSO_FIGURE (1204);
  now.denominator = TOSO_FIGURE (2573);
  block = toso_sentence_to_block (toso_sentence_target (target, &now, NULL, NULL, "thôn", "2026-H1"), paper->blocks, TOSO_BLOCK_BODY);
  g_assert_cmpuint (block->sources->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const TosoFigureSource *source = block->sources->pdata[i];
      g_autofree char        *shown = g_utf8_substring (block->text, source->start, source->start + source->length);

      g_assert_cmpstr (source->source, ==, expected[i][0]);
      g_assert_cmpstr (shown, ==, expected[i][1]);
    }
  toso_target_free (target);
}

static void
test_reporting (void)
{
  static const char *const none[] = { NULL };
  static const char *const one[] = { "Thôn Ngọc Minh", NULL };
  static const char *const two[] = { "Thôn Ngọc Minh", "Làng Bái", NULL };
  static const char *const commas[] = { "Thôn, làng 1", "Thôn, làng 2", NULL };
  static const char *const many[] = { "A", "B", "C", "D", "E", "G", "H", "I", "K", NULL };
  static const struct
  {
    guint              reported, expected;
    const char *const *names;
    const char        *text;
  } cases[] = {
    { 0, 0, none, "Chưa có danh sách thôn để tổng hợp tình hình gửi số liệu quý I." },
    { 0, 41, many, "Chưa có thôn nào trong 41 thôn gửi số liệu quý I." },
    { 41, 41, none, "Tất cả 41/41 thôn đã gửi số liệu quý I." },
    { 1, 1, none, "Tất cả 01/01 thôn đã gửi số liệu quý I." },
    { 40, 41, one, "Có 40/41 thôn đã gửi số liệu quý I; còn 01 thôn chưa gửi: Thôn Ngọc Minh." },
    { 1, 3, two, "Có 01/03 thôn đã gửi số liệu quý I; còn 02 thôn chưa gửi: Thôn Ngọc Minh, Làng Bái." },
    { 39, 41, commas, "Có 39/41 thôn đã gửi số liệu quý I; còn 02 thôn chưa gửi: Thôn, làng 1; Thôn, làng 2." },
    { 32, 41, many, "Có 32/41 thôn đã gửi số liệu quý I; còn 09 thôn chưa gửi (có danh sách tại phụ lục)." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoSentence) sentence = toso_sentence_reporting (cases[i].reported, cases[i].expected, cases[i].names, "thôn", "số liệu quý I", "2026-Q1");

      g_assert_cmpstr (sentence->text->str, ==, cases[i].text);
      for (guint s = 0; s < sentence->sources->len; s++)
        g_assert_cmpstr (((const TosoFigureSource *) sentence->sources->pdata[s])->source, ==, s == 0 ? "submission/2026-Q1/reported" : "submission/2026-Q1/late");
      /* None reported is no figure of anything. */
      g_assert_cmpuint (sentence->sources->len, ==, cases[i].reported == 0 ? 0 : (cases[i].reported == cases[i].expected ? 1 : 2));
    }
}

static void
test_states (void)
{
  static const struct
  {
    guint       counts[4]; /* no data, behind, on pace, met */
    const char *text;
  } states[] = {
    { { 0, 0, 0, 0 }, "Kế hoạch chưa có chỉ tiêu nào được theo dõi." },
    { { 0, 0, 0, 8 }, "Tất cả 08 chỉ tiêu của Kế hoạch đã đạt." },
    { { 8, 0, 0, 0 }, "Tất cả 08 chỉ tiêu của Kế hoạch chưa có số liệu." },
    { { 0, 1, 0, 0 }, "Kế hoạch có 01 chỉ tiêu: chậm tiến độ." },
    { { 2, 1, 3, 2 }, "Trong 08 chỉ tiêu của Kế hoạch: 02 đã đạt, 03 đúng tiến độ, 01 chậm tiến độ, 02 chưa có số liệu." },
    { { 1, 0, 0, 1 }, "Trong 02 chỉ tiêu của Kế hoạch: 01 đã đạt, 01 chưa có số liệu." },
  };
  static const struct
  {
    guint       counts[5]; /* not started, in progress, maintained, done, not yet due */
    const char *text;
  } tasks[] = {
    { { 0 }, "Kế hoạch chưa có nhiệm vụ nào được theo dõi." },
    { { 0, 0, 0, 4, 0 }, "Tất cả 04 nhiệm vụ của Kế hoạch đã hoàn thành." },
    { { 4, 0, 0, 0, 0 }, "Tất cả 04 nhiệm vụ của Kế hoạch chưa thực hiện." },
    { { 0, 0, 1, 0, 0 }, "Kế hoạch có 01 nhiệm vụ: tiếp tục duy trì." },
    { { 1, 1, 1, 1, 1 },
      "Trong 05 nhiệm vụ của Kế hoạch: 01 đã hoàn thành, 01 tiếp tục duy trì, 01 đang thực hiện, 01 chưa đến hạn, 01 chưa thực hiện." },
    { { 1, 2, 0, 1, 0 }, "Trong 04 nhiệm vụ của Kế hoạch: 01 đã hoàn thành, 02 đang thực hiện, 01 chưa thực hiện." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (TosoSentence) sentence = toso_sentence_states (states[i].counts, "2026-Q1");

      g_assert_cmpstr (sentence->text->str, ==, states[i].text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      g_autoptr (TosoSentence) sentence = toso_sentence_tasks (tasks[i].counts, "2026-Q1");

      g_assert_cmpstr (sentence->text->str, ==, tasks[i].text);
    }
}

static void
test_periods (void)
{
  static const char *const cases[][2] = {
    { "2026-02", "tháng 02 năm 2026" },
    { "2026-03", "tháng 3 năm 2026" },
    { "2026-Q4", "quý IV năm 2026" },
    { "2026-H1", "6 tháng đầu năm 2026" },
    { "2026-H2", "6 tháng cuối năm 2026" },
    { "2026-A1", "đột xuất 1 năm 2026" },
    { "2026-9M", "9 tháng đầu năm 2026" },
    { "2026", "năm 2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoPeriod       period;
      g_autofree char *words = NULL;

      g_assert_true (toso_period_parse (cases[i][0], &period));
      words = toso_words_period (period);
      g_assert_cmpstr (words, ==, cases[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/sentence/change", test_change);
  g_test_add_func ("/report/sentence/change-without-amount", test_change_without_amount);
  g_test_add_func ("/report/sentence/coverage", test_coverage);
  g_test_add_func ("/report/sentence/values", test_values);
  g_test_add_func ("/report/sentence/target-words", test_target_words);
  g_test_add_func ("/report/sentence/names", test_names);
  g_test_add_func ("/report/sentence/target", test_target);
  g_test_add_func ("/report/sentence/sources", test_sources);
  g_test_add_func ("/report/sentence/reporting", test_reporting);
  g_test_add_func ("/report/sentence/states", test_states);
  g_test_add_func ("/report/sentence/periods", test_periods);

  return g_test_run ();
}
