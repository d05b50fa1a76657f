/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-period.h"
#include "exchange/toso-workbook.h"

G_BEGIN_DECLS

/* What the cells of an office's table say, by their words. */

/* Letters and digits, small, without marks, one space between:
 * "Tổng số hộ (hộ):" is "tong so ho ho". */
char    *toso_words_plain      (const char *text);
/* Whole words, in plain text. */
gboolean toso_words_has        (const char *plain,
                                const char *words);
gboolean toso_words_has_any    (const char        *plain,
                                const char *const *words); /* up to NULL */

gboolean toso_words_is_total   (const char *plain); /* "tong cong", "toan xa", "cong" */
gboolean toso_words_is_footer  (const char *plain); /* "nguoi lap bieu", "ngay … thang … nam …" */
gboolean toso_words_is_ordinal (const char *plain); /* of a heading: "stt", "tt" */

/* "thang 3 nam 2026", "t3", "quy i 2026", "6 thang dau nam"; not of a day.
 * @year: where none is said; 0: then it is none. */
gboolean toso_words_read_period (const char *plain,
                                 int         year,
                                 TosoPeriod *period);
/* Takes these words out. */
void     toso_words_cut_period  (char       *plain);

/* All that stands above a column in rows @first … @end, from the top down,
 * each line once. */
char    *toso_words_join_head  (const TosoWorksheet *sheet,
                                guint            first,
                                guint            end,
                                guint            column);

G_END_DECLS
