/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-document.h"

/* Decree 30/2020/NĐ-CP, Annex I, Part I: I.3 (margins 20–25, 20–25, 30–35,
 * 15–20 mm), I.7 (page number 13–14), II.1–9 (sizes), II.6.e (indent 10 or
 * 12.7 mm, 6 pt, single to 1.5 lines), III.1.b (annex 14),
 * III.2 to 4 (stamps 13–14, drafter 11, address 11–12).  1.149 em is the single line of Times
 * New Roman in the word processor that the offices use. */
const TosoProfile TOSO_PROFILE_DECREE_30 = {
  .page_width = TOSO_MM (210),
  .page_height = TOSO_MM (297),
  .top = TOSO_MM (20),
  .bottom = TOSO_MM (20),
  .left = TOSO_MM (30),
  .right = TOSO_MM (15),
  .header_left = TOSO_MM (66),
  .header_right = TOSO_MM (99),
  .nation_size = 13,
  .motto_size = 14,
  .superior_size = 13,
  .agency_size = 13,
  .number_size = 13,
  .date_size = 14,
  .subject_size = 12,
  .kind_size = 14,
  .title_size = 14,
  .body_size = 14,
  .table_size = 13,
  .recipients_heading_size = 12,
  .recipients_size = 11,
  .signature_size = 14,
  .page_number_size = 14,
  .annex_size = 14,
  .mark_size = 13,
  .drafter_size = 11,
  .address_size = 11,
  .caption_size = 13,
  .note_size = 11,
  .stamp_size = 10,
  .seal_size = TOSO_MM (36),
  .indent = TOSO_MM (12.7),
  .paragraph_gap = 6,
  .line_pitch = 1.149,
  .agency_rule = 0.4,
  .title_rule = 0.4,
  .font_family = "Times New Roman, Liberation Serif",
};
