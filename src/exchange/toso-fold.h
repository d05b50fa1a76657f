/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text made plain for matching, with the way back.  Lower case, without
 * marks, đ as d, one ASCII byte a letter: "Nơi nhận:" is "noi nhan:".
 * @offsets[i] is where byte i of @ascii begins in the text. */
typedef struct
{
  char    *ascii;
  gsize    length;
  guint32 *offsets; /* length + 1 of them */
} TosoFold;

#define TOSO_FOLD_AT_LEAST '\002' /* ≥ */
#define TOSO_FOLD_AT_MOST  '\003' /* ≤ */
#define TOSO_FOLD_OTHER    '\177' /* a sign that has no plain form */

/* @max_chars keeps the work on one endless line small. */
TosoFold *toso_fold_new           (const char        *text,
                                   gsize              max_chars);
void      toso_fold_free          (TosoFold          *fold);

/* At @at, a whole word or words. */
gboolean  toso_fold_has           (const TosoFold    *fold,
                                   gsize              at,
                                   const char        *words);
/* The first of @words from @from on, whole words; -1 when there is none. */
gssize    toso_fold_find          (const TosoFold    *fold,
                                   gsize              from,
                                   const char        *words);
/* Of a NULL-terminated list, at @at: the longest's length, or 0. */
gsize     toso_fold_has_any       (const TosoFold    *fold,
                                   gsize              at,
                                   const char *const *words);

/* The same with the accents; @words in small letters.  "tài khoản" is no
 * "tại".  Lengths are in letters. */
gboolean  toso_fold_has_exact     (const TosoFold    *fold,
                                   const char        *text,
                                   gsize              at,
                                   const char        *words);
gsize     toso_fold_has_any_exact (const TosoFold    *fold,
                                   const char        *text,
                                   gsize              at,
                                   const char *const *words);
gssize    toso_fold_find_exact    (const TosoFold    *fold,
                                   const char        *text,
                                   gsize              from,
                                   const char        *words);

gboolean  toso_fold_is_word       (const TosoFold    *fold,
                                   gsize              at);
gsize     toso_fold_skip          (const TosoFold    *fold,
                                   gsize              at); /* spaces */
/* The text between two places, without the spaces around. */
char     *toso_fold_slice         (const TosoFold    *fold,
                                   const char        *text,
                                   gsize              start,
                                   gsize              end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoFold, toso_fold_free)

G_END_DECLS
