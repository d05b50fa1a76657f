/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-gallery.h"

#include <math.h>
#include <string.h>

#include "chart/toso-bullet-chart.h"
#include "chart/toso-donut-chart.h"
#include "chart/toso-list-chart.h"
#include "chart/toso-stack-chart.h"
#include "chart/toso-tile-chart.h"
#include "chart/toso-timeline-chart.h"
#include "chart/toso-trend-chart.h"
#include "chart-figures.h"
#include "chart-sample.h"

/* Decimals the Vietnamese way. */
char *
test_format (double value)
{
  g_autofree char *text = g_strdup_printf ("%.15g", round (value * 10) / 10);

  g_strdelimit (text, ".", ',');

  return g_steal_pointer (&text);
}

static void
make_bars (TestSubject *subject,
           gsize        n,
           TestVariant  variant)
{
  TosoBarChart *chart = keep (subject, g_new0 (TosoBarChart, 1));
  TosoBar      *bars = keep (subject, g_new0 (TosoBar, n + 1));

  *chart = sample_chart;
  for (gsize i = 0; i < n; i++)
    {
      double value;

      bars[i] = sample_bars[i % G_N_ELEMENTS (sample_bars)];
      if (variant & TEST_LONG_NAMES)
        bars[i].label = long_name;
      if (variant & ~(guint) (TEST_LONG_NAMES | TEST_SAMPLE))
        {
          bars[i].has_value = figure_of (i, n, variant, &value);
          bars[i].share = value / 70;
        }
    }
  chart->frame = frame ("Chỉ tiêu năm 2026", variant);
  chart->bars = bars;
  chart->n_bars = n;
  subject->kind = &TOSO_CHART_BARS;
  subject->chart = chart;
}

static void
make_ranked (TestSubject *subject,
             gsize        n,
             TestVariant  variant)
{
  TosoRankedChart *chart = keep (subject, g_new0 (TosoRankedChart, 1));
  TosoRankedBar   *bars = keep (subject, g_new0 (TosoRankedBar, n + 1));

  for (gsize i = 0; i < n; i++)
    {
      bars[i].has_value = figure_of (i, n, variant, &bars[i].value);
      bars[i].rank = bars[i].has_value ? keep (subject, g_strdup_printf ("%u", (guint) i + 1)) : "—";
      bars[i].label = keep_name (subject, i, variant);
      bars[i].mark = mark_of (bars[i].has_value, bars[i].value);
      bars[i].value_text = bars[i].has_value ? keep (subject, test_format (bars[i].value)) : "—";
      bars[i].state_text = state_of (bars[i].mark);
    }
  bars[n] = (TosoRankedBar){ NULL, "Toàn xã", TRUE, variant & TEST_ZERO ? 0 : 46.8, TOSO_MARK_TRIANGLE, "46,8", "chậm" };
  *chart = (TosoRankedChart){
    .frame = frame ("Hộ dùng dịch vụ công trực tuyến, theo thôn", variant),
    .bars = bars,
    .n_bars = n,
    .total = n > 0 ? &bars[n] : NULL,
    .total_note = "38/41 thôn",
    .has_target = TRUE,
    .target = 70,
    .target_text = "cả năm ≥ 70",
    .has_pace = TRUE,
    .pace = 49.1,
    .pace_text = "đến 14/3 cần 49,1",
    .value_heading = "%",
    .empty_text = "Chưa có thôn nào",
    .missing_text = "chưa có số liệu",
  };
  subject->kind = &TOSO_CHART_RANKED;
  subject->chart = chart;
}

static void
make_grid (TestSubject *subject,
           gsize        n,
           gsize        n_columns,
           TestVariant  variant,
           gboolean     heat)
{
  TosoGridChart *chart = keep (subject, g_new0 (TosoGridChart, 1));
  const char   **rows = keep (subject, g_new0 (const char *, n + 1));
  const char   **columns = keep (subject, g_new0 (const char *, n_columns + 1));
  TosoGridCell  *cells = keep (subject, g_new0 (TosoGridCell, n * n_columns + 1));

  for (gsize i = 0; i < n; i++)
    rows[i] = keep_name (subject, i, variant);
  for (gsize i = 0; i < n_columns; i++)
    columns[i] = keep (subject, g_strdup_printf ("%u/2026", (guint) i % 12 + 1));
  for (gsize i = 0; i < n * n_columns; i++)
    {
      double   value;
      gboolean has = figure_of (i * 7 % 41, 41, variant, &value);

      cells[i].kind = !has ? TOSO_CELL_MISSING : heat ? TOSO_CELL_SHADE
                                                      : TOSO_CELL_MARK;
      cells[i].mark = i % n_columns > 8 ? TOSO_MARK_RING : keys[i % 17 == 3 ? 1 : i % 29 == 4 ? 2
                                                                                              : 0]
                                                             .mark;
      cells[i].shade = value / 100;
      cells[i].text = heat && has ? keep (subject, test_format (value)) : NULL;
    }
  *chart = (TosoGridChart){
    .frame = frame (heat ? "Hộ dùng dịch vụ công trực tuyến, %" : "Nộp báo cáo tháng", variant),
    .rows = rows,
    .n_rows = n,
    .columns = columns,
    .n_columns = n_columns,
    .cells = cells,
    .row_heading = "Thôn",
    .keys = heat ? NULL : keys,
    .n_keys = heat ? 0 : G_N_ELEMENTS (keys),
    .shade_low = heat ? "0 %" : NULL,
    .shade_high = heat ? "100 %" : NULL,
    .missing_text = "chưa có số liệu",
    .empty_text = "Chưa có kỳ nào",
  };
  subject->kind = &TOSO_CHART_GRID;
  subject->chart = chart;
}

static void
make_bullets (TestSubject *subject,
              gsize        n,
              TestVariant  variant)
{
  TosoBulletChart *chart = keep (subject, g_new0 (TosoBulletChart, 1));
  TosoBullet      *bullets = keep (subject, g_new0 (TosoBullet, n + 1));

  for (gsize i = 0; i < n; i++)
    {
      const TosoBar *bar = &sample_bars[i % G_N_ELEMENTS (sample_bars)];
      double         scale = i % 3 == 0 ? 41 : i % 3 == 1 ? 70
                                                          : 187;
      double         other;
      gboolean       has = figure_of (i, n, variant, &other);
      gboolean       usual = (variant & ~(guint) (TEST_LONG_NAMES | TEST_SAMPLE)) == 0;

      bullets[i] = (TosoBullet){
        .label = variant & TEST_LONG_NAMES ? long_name : bar->label,
        .has_value = usual ? bar->has_value : has,
        .value = usual ? bar->share * scale : other,
        .has_target = TRUE,
        .target = scale,
        .has_pace = bar->has_pace,
        .pace = bar->pace * scale,
        .mark = bar->mark,
        .value_text = keep (subject, bar->has_value ? test_format (bar->share * scale) : g_strdup ("—")),
        .target_text = keep (subject, test_format (scale)),
        .state_text = bar->state_text,
        .note = bar->note,
      };
    }
  *chart = (TosoBulletChart){
    .frame = frame ("Chỉ tiêu năm 2026, từng đơn vị tính", variant),
    .bullets = bullets,
    .n_bullets = n,
    .format = test_format,
    .label_heading = "Nội dung",
    .value_heading = "Đạt được",
    .target_heading = "Cần đạt",
    .state_heading = "Tiến độ",
    .note_heading = "Số liệu từ",
    .legend_target = "chỉ tiêu năm",
    .legend_pace = "mức cần đạt đến 14/3",
    .legend_missing = "chưa có số liệu",
    .empty_text = "Chưa có chỉ tiêu nào",
  };
  subject->kind = &TOSO_CHART_BULLETS;
  subject->chart = chart;
}

static void
make_trend (TestSubject *subject,
            gsize        n,
            TestVariant  variant)
{
  TosoTrendChart *chart = keep (subject, g_new0 (TosoTrendChart, 1));
  TosoTrendPoint *points = keep (subject, g_new0 (TosoTrendPoint, n + 1));

  for (gsize i = 0; i < n; i++)
    {
      TosoTrendPoint *point = &points[i];
      double          value;

      figure_of (i, n, variant, &value);
      point->label = keep (subject, g_strdup_printf ("%u/2026", (guint) i % 12 + 1));
      point->is_ahead = n > 1 && i * 4 >= n * 3;
      point->has_value = !point->is_ahead && i % 6 != 3;
      point->value = (variant & ~(guint) (TEST_LONG_NAMES | TEST_SAMPLE)) != 0 ? value : 12 + 46 * (double) i / (double) n + 4 * sin ((double) i);
      point->has_pace = TRUE;
      point->pace = 70 * (double) (i + 1) / (double) n;
      point->value_text = keep (subject, test_format (point->value));
      point->note = "38/41 thôn";
    }
  *chart = (TosoTrendChart){
    .frame = frame ("Hộ dùng dịch vụ công trực tuyến, %", variant),
    .points = points,
    .n_points = n,
    .has_target = TRUE,
    .target = 70,
    .target_text = "cả năm ≥ 70",
    .pace_text = "mức cần đạt",
    .format = test_format,
    .label_heading = "Kỳ",
    .value_heading = "Đạt được",
    .pace_heading = "Cần đạt",
    .note_heading = "Số liệu từ",
    .legend_value = "lũy kế đến cuối kỳ",
    .legend_missing = "chưa có số liệu",
    .empty_text = "Chưa có kỳ nào",
  };
  subject->kind = &TOSO_CHART_TREND;
  subject->chart = chart;
}

static void
make_tiles (TestSubject *subject,
            gsize        n,
            TestVariant  variant)
{
  static const TosoGridKey tile_keys[] = {
    { TOSO_MARK_CIRCLE, "đạt" },
    { TOSO_MARK_DIAMOND, "kịp" },
    { TOSO_MARK_TRIANGLE, "chậm" },
    { TOSO_MARK_NONE, "chưa có số liệu" },
  };
  TosoTileChart *chart = keep (subject, g_new0 (TosoTileChart, 1));
  TosoTile      *tiles = keep (subject, g_new0 (TosoTile, n + 1));

  for (gsize i = 0; i < n; i++)
    {
      double   value;
      gboolean has = figure_of (i * 7 % MAX (n, 1), n, variant, &value);

      tiles[i].number = keep (subject, g_strdup_printf ("%02u", (guint) i + 1));
      tiles[i].label = keep_name (subject, i, variant);
      tiles[i].mark = mark_of (has, value);
      tiles[i].value_text = has ? keep (subject, g_strconcat (keep (subject, test_format (value)), " %", NULL)) : "—";
      tiles[i].state_text = state_of (tiles[i].mark);
    }
  *chart = (TosoTileChart){
    .frame = frame ("41 thôn: hộ dùng dịch vụ công trực tuyến", variant),
    .tiles = tiles,
    .n_tiles = n,
    .keys = tile_keys,
    .n_keys = G_N_ELEMENTS (tile_keys),
    .label_heading = "Thôn",
    .value_heading = "Đạt được",
    .state_heading = "Tiến độ",
    .empty_text = "Chưa có thôn nào",
  };
  subject->kind = &TOSO_CHART_TILES;
  subject->chart = chart;
}

static void
make_timeline (TestSubject *subject,
               gsize        n,
               TestVariant  variant)
{
  static const TosoTimeSpan band[] = { { TOSO_SPAN_BAND, 0, 365 } };
  static const TosoTimeSpan quarters[] = { { TOSO_SPAN_POINT, 0, 90 }, { TOSO_SPAN_POINT, 90, 181 }, { TOSO_SPAN_POINT, 181, 273 }, { TOSO_SPAN_POINT, 273, 365 } };
  static const TosoTimeSpan waves[] = { { TOSO_SPAN_WAVES, 0, 365 } };
  static const TosoTimeSpan window[] = { { TOSO_SPAN_WINDOW, 59, 151 } };
  static const TosoTimeSpan day[] = { { TOSO_SPAN_POINT, 0, 181 } };
  static const TosoTimeSpan loose[] = { { TOSO_SPAN_LOOSE, 0, 365 } };
  static const TosoTimeSpan odd[] = { { TOSO_SPAN_WINDOW, NAN, INFINITY }, { TOSO_SPAN_POINT, -INFINITY, 1e300 } };
  static const struct
  {
    const char         *label, *when;
    const TosoTimeSpan *spans;
    gsize               n;
    TosoMark            mark;
    const char         *state;
  } tasks[] = {
    { "Tuyên truyền trên đài truyền thanh và các nhóm Zalo của thôn", "thường xuyên", band, 1, TOSO_MARK_DIAMOND, "đang làm" },
    { "Báo cáo kết quả hoạt động của Tổ", "hằng quý", quarters, 4, TOSO_MARK_DIAMOND, "đang làm" },
    { "Hỗ trợ cài đặt định danh mức 2", "theo đợt", waves, 1, TOSO_MARK_DIAMOND, "duy trì" },
    { "Tập huấn kỹ năng số cho thành viên Tổ", "tháng 3 – tháng 5", window, 1, TOSO_MARK_RING, "chưa làm" },
    { "Kiện toàn 41 Tổ Công nghệ số cộng đồng", "trước 30/6/2026", day, 1, TOSO_MARK_CIRCLE, "xong" },
    { "Đưa sản phẩm OCOP lên sàn thương mại điện tử", "trong năm", loose, 1, TOSO_MARK_RING, "chưa làm" },
    { "Khen thưởng tổ chức, cá nhân", "", NULL, 0, TOSO_MARK_RING, "chưa làm" },
  };
  static const TosoTimePart months[] = {
    { 0, "T1" },
    { 31, "T2" },
    { 59, "T3" },
    { 90, "T4" },
    { 120, "T5" },
    { 151, "T6" },
    { 181, "T7" },
    { 212, "T8" },
    { 243, "T9" },
    { 273, "T10" },
    { 304, "T11" },
    { 334, "T12" },
  };
  TosoTimelineChart *chart = keep (subject, g_new0 (TosoTimelineChart, 1));
  TosoTimelineRow   *rows = keep (subject, g_new0 (TosoTimelineRow, n + 1));

  for (gsize i = 0; i < n; i++)
    {
      gsize t = i % G_N_ELEMENTS (tasks);

      rows[i] = (TosoTimelineRow){
        .code = keep (subject, g_strdup_printf ("III.%u", (guint) i + 1)),
        .label = variant & TEST_LONG_NAMES ? long_name : tasks[t].label,
        .spans = variant & TEST_NOT_FINITE ? odd : tasks[t].spans,
        .n_spans = variant & TEST_NOT_FINITE ? 2 : tasks[t].n,
        .mark = tasks[t].mark,
        .when_text = tasks[t].when,
        .state_text = tasks[t].state,
      };
    }
  *chart = (TosoTimelineChart){
    .frame = frame ("Nhiệm vụ năm 2026", variant),
    .rows = rows,
    .n_rows = n,
    .start = variant & TEST_ZERO ? 365 : 0,
    .end = variant & TEST_NOT_FINITE ? NAN : 365,
    .parts = months,
    .n_parts = G_N_ELEMENTS (months),
    .has_now = TRUE,
    .now = variant & TEST_NOT_FINITE ? NAN : 76,
    .label_heading = "Nhiệm vụ",
    .when_heading = "Thời gian",
    .state_heading = "Tình trạng",
    .legend_band = "thường xuyên",
    .legend_loose = "trong năm",
    .legend_waves = "theo đợt",
    .legend_window = "trong khoảng",
    .legend_point = "hạn",
    .legend_now = "hôm nay 18/3",
    .empty_text = "Kế hoạch chưa có nhiệm vụ nào",
  };
  subject->kind = &TOSO_CHART_TIMELINE;
  subject->chart = chart;
}

static void
make_donut (TestSubject *subject,
            gsize        n,
            TestVariant  variant)
{
  static const TosoSlice sample[] = {
    { "đã xong", 5, TOSO_MARK_CIRCLE, "5", "31 %" },
    { "đang làm", 6, TOSO_MARK_DIAMOND, "6", "38 %" },
    { "duy trì", 2, TOSO_MARK_PLUS, "2", "13 %" },
    { "chưa làm", 2, TOSO_MARK_SQUARE, "2", "13 %" },
    { "chưa đến hạn", 1, TOSO_MARK_RING, "1", "6 %" },
  };
  TosoDonutChart *chart = keep (subject, g_new0 (TosoDonutChart, 1));
  TosoSlice      *slices = keep (subject, g_new0 (TosoSlice, n + 1));

  for (gsize i = 0; i < n; i++)
    {
      double value;

      slices[i] = sample[i % G_N_ELEMENTS (sample)];
      figure_of (i, n, variant, &value);
      if (variant & TEST_LONG_NAMES)
        slices[i].label = long_name;
      if (variant & ~(guint) (TEST_LONG_NAMES | TEST_SAMPLE))
        slices[i].value = value;
    }
  *chart = (TosoDonutChart){
    .frame = frame ("Nhiệm vụ năm 2026 theo tình trạng", variant),
    .slices = slices,
    .n_slices = n,
    .centre_text = "16",
    .centre_note = "nhiệm vụ",
    .label_heading = "Tình trạng",
    .value_heading = "Số nhiệm vụ",
    .share_heading = "Tỷ lệ",
    .empty_text = "Kế hoạch chưa có nhiệm vụ nào",
  };
  subject->kind = &TOSO_CHART_DONUT;
  subject->chart = chart;
}

static void
make_stack (TestSubject *subject,
            gsize        n,
            TestVariant  variant)
{
  static const TosoStackPart parts[] = {
    { TOSO_MARK_CIRCLE, "đúng hạn" },
    { TOSO_MARK_TRIANGLE, "nộp trễ" },
    { TOSO_MARK_SQUARE, "quá hạn" },
    { TOSO_MARK_RING, "chưa đến hạn" },
  };
  TosoStackChart *chart = keep (subject, g_new0 (TosoStackChart, 1));
  const char    **columns = keep (subject, g_new0 (const char *, n + 1));
  double         *counts = keep (subject, g_new0 (double, 4 * n + 1));

  for (gsize i = 0; i < n; i++)
    {
      double  late = (double) (i * 5 % 7), overdue = (double) (i * 3 % 5);
      double  value;
      double *of = &counts[4 * i];

      columns[i] = keep (subject, g_strdup_printf ("%u/2026", (guint) i % 12 + 1));
      figure_of (i, n, variant, &value);
      of[0] = 41 - late - overdue;
      of[1] = late;
      of[2] = overdue;
      if (n > 1 && i * 4 >= n * 3)
        {
          of[0] = of[1] = of[2] = 0;
          of[3] = 41;
        }
      if (variant & (TEST_ZERO | TEST_NEGATIVE | TEST_NOT_FINITE | TEST_GIANT))
        of[0] = value;
      if (variant & TEST_ZERO)
        of[1] = of[2] = of[3] = 0;
      if (i % 12 == 4)
        of[0] = NAN;
    }
  *chart = (TosoStackChart){
    .frame = frame ("Nộp báo cáo đúng hạn", variant),
    .columns = columns,
    .n_columns = n,
    .parts = parts,
    .n_parts = G_N_ELEMENTS (parts),
    .counts = counts,
    .format = test_format,
    .column_heading = "Kỳ",
    .missing_text = "chưa có số liệu",
    .empty_text = "Chưa có kỳ nào",
  };
  subject->kind = &TOSO_CHART_STACK;
  subject->chart = chart;
}

static void
make_list (TestSubject *subject,
           gsize        n,
           TestVariant  variant)
{
  static const TosoListLine sample[] = {
    { NULL, "Các thôn chưa gửi số liệu tháng 3 hoàn thành trước ngày 20/3/2026", "Tổ Công nghệ số các thôn · hạn 20/3/2026", TOSO_MARK_TRIANGLE },
    { NULL, "Tập huấn chữ ký số cho 41 Tổ", "Phòng Văn hóa - Xã hội", TOSO_MARK_RING },
    { NULL, "Đăng danh sách sản phẩm OCOP chưa lên sàn", NULL, TOSO_MARK_NONE },
  };
  TosoListChart *chart = keep (subject, g_new0 (TosoListChart, 1));
  TosoListLine  *lines = keep (subject, g_new0 (TosoListLine, n + 1));

  for (gsize i = 0; i < n; i++)
    {
      lines[i] = sample[i % G_N_ELEMENTS (sample)];
      lines[i].number = keep (subject, g_strdup_printf ("%u", (guint) i + 1));
      if (variant & TEST_LONG_NAMES)
        lines[i].text = lines[i].note = long_name;
    }
  *chart = (TosoListChart){
    .frame = frame ("Việc đã thống nhất", variant),
    .lines = lines,
    .n_lines = n,
    .number_heading = "TT",
    .text_heading = "Nội dung",
    .note_heading = "Chủ trì, thời hạn",
    .empty_text = "Chưa có việc nào được ghi lại",
  };
  subject->kind = &TOSO_CHART_LIST;
  subject->chart = chart;
}

TestSubject *
test_subject_new (TestChart   which,
                  gsize       n,
                  gsize       n_columns,
                  TestVariant variant)
{
  static const char *const chart_names[] = {
    "bars",
    "ranked",
    "heat",
    "matrix",
    "bullets",
    "trend",
    "tiles",
    "timeline",
    "donut",
    "stack",
    "list",
  };
  TestSubject *subject = g_new0 (TestSubject, 1);

  subject->name = chart_names[which];
  subject->memory = g_ptr_array_new_with_free_func (g_free);
  switch (which)
    {
    case TEST_BARS:
      make_bars (subject, n, variant);
      break;
    case TEST_RANKED:
      make_ranked (subject, n, variant);
      break;
    case TEST_HEAT:
    case TEST_MATRIX:
      make_grid (subject, n, n_columns, variant, which == TEST_HEAT);
      break;
    case TEST_BULLETS:
      make_bullets (subject, n, variant);
      break;
    case TEST_TREND:
      make_trend (subject, n, variant);
      break;
    case TEST_TILES:
      make_tiles (subject, n, variant);
      break;
    case TEST_TIMELINE:
      make_timeline (subject, n, variant);
      break;
    case TEST_DONUT:
      make_donut (subject, n, variant);
      break;
    case TEST_STACK:
      make_stack (subject, n, variant);
      break;
    case TEST_LIST:
      make_list (subject, n, variant);
      break;
    case TEST_N_CHARTS:
    default:
      g_assert_not_reached ();
    }

  return subject;
}

void
test_subject_free (TestSubject *subject)
{
  g_ptr_array_unref (subject->memory);
  g_free (subject);
}
