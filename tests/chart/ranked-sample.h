/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-ranked-chart.h"

/* The slide of the meeting as it was designed. */
static const TosoRankedBar sample_ranked[] = {
  { "29", "Bản Lập", TRUE, 39.8, TOSO_MARK_TRIANGLE, "39,8", "chậm" },
  { "30", "Làng Hạ", TRUE, 39.3, TOSO_MARK_TRIANGLE, "39,3", "chậm" },
  { "31", "Làng Ươu", TRUE, 39.2, TOSO_MARK_TRIANGLE, "39,2", "chậm" },
  { "32", "Làng Ngù", TRUE, 39.1, TOSO_MARK_TRIANGLE, "39,1", "chậm" },
  { "33", "Thôn Cao Sơn", TRUE, 38.5, TOSO_MARK_TRIANGLE, "38,5", "chậm" },
  { "34", "Thôn 3", TRUE, 72.3, TOSO_MARK_CIRCLE, "72,3", "đạt" },
  { "35", "Thôn Ngọc Thanh", TRUE, 58.1, TOSO_MARK_DIAMOND, "58,1", "kịp" },
  { "36", "Thôn Đồng Thịnh", TRUE, 38, TOSO_MARK_TRIANGLE, "38,0", "chậm" },
  { "37", "Làng Mót", TRUE, 36.5, TOSO_MARK_TRIANGLE, "36,5", "chậm" },
  { "38", "Làng Liếu", TRUE, 0, TOSO_MARK_TRIANGLE, "0", "chậm" },
  { "—", "Làng Cò", FALSE, 0, TOSO_MARK_NONE, "—", "chưa có" },
  { "—", "Thôn 7", FALSE, 0, TOSO_MARK_NONE, "—", "chưa có" },
  { "—", "Thôn Minh Châu", FALSE, 0, TOSO_MARK_NONE, "—", "chưa có" },
};

static const TosoRankedBar sample_total = { NULL, "Toàn xã", TRUE, 46.8, TOSO_MARK_TRIANGLE, "46,8", "chậm" };

static const TosoRankedChart sample_ranked_chart = {
  .frame = { .title = "Hộ dùng dịch vụ công trực tuyến, theo thôn", .subtitle = "số liệu đến 14/3/2026 · 38/41 thôn" },
  .bars = sample_ranked,
  .n_bars = G_N_ELEMENTS (sample_ranked),
  .total = &sample_total,
  .total_note = "38/41 thôn",
  .has_target = TRUE,
  .target = 70,
  .target_text = "cả năm ≥ 70",
  .has_pace = TRUE,
  .pace = 49.1,
  .pace_text = "đến 14/3 cần 49,1",
  .value_heading = "%",
  .empty_text = "Chưa có thôn nào",
};
