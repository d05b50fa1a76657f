/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-period.h"
#include "core/toso-progress.h"
#include "document/toso-document.h"

G_BEGIN_DECLS

/* The sentences of the papers, composed from figures alone: rise, fall, equal;
 * none, one, all; per cent against percentage points; always with coverage,
 * never with an adjective.  Legal language: Vietnamese, never translated.
 *
 * Each figure keeps the name of its source, so that it can be found again.
 * These are the names; those who open them need know no others.  CODE: of the
 * target or task in the plan; PERIOD: as written everywhere, "2026-Q1"; ID: of
 * a row of the year file.
 *
 *   target/CODE/target                      what the plan asks for
 *   target/CODE/PERIOD/value                of the commune, up to the period's end
 *   target/CODE/PERIOD/numerator, /denominator, /coverage, /pace, /state, /change
 *   targets/PERIOD/all                      how many there are; /met, /on_pace, /behind, /no_data
 *   village/ID/CODE/PERIOD/value            of one village
 *   submission/PERIOD/reported, /late       how many have sent, and have not
 *   submission/PERIOD/received              how many in time, how many after it
 *   task/CODE/state, task/CODE/result       of a task, at the end of the paper's period
 *   tasks/PERIOD/all                        how many there are; /done, /maintained, /in_progress …
 *   activity/KIND/PERIOD/count              KIND: training, bulletin, visit, guidance, other
 *   directive/ID, directive/count; inspection/ID, inspection/count
 *   training/ID; commendation/count; support_day/count; team/count; membership/count
 */

/* More late villages than this are named in an annex, not in the sentence. */
#define TOSO_MOST_NAMES 8

typedef struct
{
  GString   *text;
  GPtrArray *sources; /* of TosoFigureSource */
} TosoSentence;

TosoSentence *toso_sentence_new        (void);
void          toso_sentence_free       (TosoSentence *self);
void          toso_sentence_add        (TosoSentence *self,
                                        const char   *format,
                                        ...) G_GNUC_PRINTF (2, 3);
void          toso_sentence_add_figure (TosoSentence *self,
                                        const char   *text,
                                        const char   *source); /* or NULL */
/* Frees the sentence. */
TosoBlock    *toso_sentence_to_block   (TosoSentence *self,
                                        GPtrArray    *blocks,
                                        TosoBlockKind kind);

/* --- words --- */

char       *toso_words_count           (guint             n); /* "07", "41" */
char       *toso_words_lower_first     (const char       *text);
char       *toso_words_upper_first     (const char       *text);
char       *toso_words_name            (const TosoTarget *target);
char       *toso_words_value           (const TosoTarget *target,
                                        TosoFigure        value); /* "46,8%", "41 Tổ", "—" */
char       *toso_words_target          (const TosoTarget *target); /* "từ 70% trở lên" */
char       *toso_words_period          (TosoPeriod        period); /* "quý I năm 2026" */
const char *toso_words_state           (TosoProgressState state);
const char *toso_words_short_state     (TosoProgressState state);
const char *toso_words_task_state      (TosoTaskState     state);
/* "số liệu của 38/41 thôn"; "…, trong đó 06 thôn lấy số liệu kỳ trước" */
char       *toso_words_coverage        (const TosoProgress *progress,
                                        const char         *village);
/* "tăng 5,2 điểm % so với quý I năm 2026 (số liệu của 35/41 thôn)": the coverage
 * of then where it is not that of now, which the sentence names before.
 * @previous: NULL where there is no period before this one in the year; so is
 * the answer. */
char       *toso_words_change          (const TosoTarget   *target,
                                        const TosoProgress *now,
                                        const TosoProgress *previous,
                                        const char         *previous_title,
                                        const char         *village);

/* --- sentences --- */

TosoSentence *toso_sentence_target     (const TosoTarget   *target,
                                        const TosoProgress *now,
                                        const TosoProgress *previous,
                                        const char         *previous_title,
                                        const char         *village,
                                        const char         *period); /* "2026-Q1", for the sources */
/* "Có 38/41 thôn đã gửi số liệu …; còn 03 thôn chưa gửi: …." @names: of the
 * late ones, as many as @expected - @reported. */
TosoSentence *toso_sentence_reporting  (guint               reported,
                                        guint               expected,
                                        const char *const  *names,
                                        const char         *village,
                                        const char         *what,
                                        const char         *period);
/* "Trong 08 chỉ tiêu của Kế hoạch: 02 đã đạt, …." */
TosoSentence *toso_sentence_states     (const guint         counts[4],
                                        const char         *period); /* by TosoProgressState */
TosoSentence *toso_sentence_tasks      (const guint         counts[5],
                                        const char         *period); /* by TosoTaskState */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoSentence, toso_sentence_free)

G_END_DECLS
