/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart.h"

/* The list of the home screen as it was designed. */
static const TosoBar sample_bars[] = {
  { "Duy trì hoạt động Tổ CNSCĐ", TRUE, 1, FALSE, 0, TOSO_MARK_CIRCLE, "41", "41 Tổ", "đạt", "41/41 thôn" },
  { "Hộ dùng dịch vụ công trực tuyến", TRUE, 46.8 / 70, TRUE, 0.7, TOSO_MARK_TRIANGLE, "46,8 %", "≥ 70 %", "chậm", "38/41 thôn" },
  { "Căn cước và định danh mức 2", TRUE, 0.924, TRUE, 0.92, TOSO_MARK_DIAMOND, "92,4 %", "100 %", "kịp", "38/41 thôn" },
  { "Thành viên tập huấn ít nhất 01 lớp", TRUE, 112.0 / 187, TRUE, 0.2, TOSO_MARK_DIAMOND, "112", "187 người", "kịp", "41/41 thôn" },
  { "Sản phẩm OCOP lên sàn", TRUE, 4.0 / 9, TRUE, 0.56, TOSO_MARK_TRIANGLE, "4", "9 sản phẩm", "chậm", "41/41 thôn" },
  { "Người dùng nền tảng số phổ biến", TRUE, 61.7 / 58.2, FALSE, 0, TOSO_MARK_CIRCLE, "61,7 %", "> 58,2 %", "đạt", "38/41 thôn" },
  { "Người dân, DN được tuyên truyền", FALSE, 0, FALSE, 0, TOSO_MARK_NONE, "—", "100 %", "chưa có số liệu", "0/41 thôn" },
  { "Báo cáo quá hạn", TRUE, 0.1, TRUE, 1, TOSO_MARK_SQUARE, "3", "0 thôn", "quá hạn", "41/41 thôn" },
};

static const TosoBarChart sample_chart = {
  .frame = { .title = "Chỉ tiêu năm 2026", .subtitle = "số liệu đến 14/3/2026 · 38/41 thôn" },
  .bars = sample_bars,
  .n_bars = G_N_ELEMENTS (sample_bars),
  .label_heading = "Nội dung",
  .scale_start = "0",
  .scale_end = "chỉ tiêu năm",
  .value_heading = "Đạt được",
  .target_heading = "Cần đạt",
  .state_heading = "Tiến độ",
  .note_heading = "Số liệu từ",
  .legend_pace = "mức cần đạt đến 14/3",
  .legend_missing = "chưa có số liệu",
  .legend_note = "thôn chưa nộp không tính là 0",
  .empty_text = "Chưa có chỉ tiêu nào",
};
