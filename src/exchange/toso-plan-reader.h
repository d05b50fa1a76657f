/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/toso-plan.h"

G_BEGIN_DECLS

#define TOSO_PLAN_MAX_BYTES (32 * 1024 * 1024)

typedef enum {
  TOSO_ENCODING_AUTO, /* UTF-8 or UTF-16; TCVN3 is refused with TOSO_ERROR_ENCODING, to be offered */
  TOSO_ENCODING_TCVN3,
  TOSO_ENCODING_VNI,
  TOSO_ENCODING_WINDOWS_1258,
} TosoEncoding;

/* Reads a plan from a .txt or .pdf file (told apart by content).  Runs in any
 * thread. */
TosoPlan *toso_plan_read_file (GFile        *file,
                               TosoEncoding  encoding,
                               GCancellable *cancellable,
                               GError      **error);

/* The same from text in memory; never fails on odd content except for a text
 * with no section at all.  @name: for messages. */
TosoPlan *toso_plan_read_text (const char *text,
                               gssize      length,
                               const char *name,
                               GError    **error);

/* The paragraphs of @other, to be compared with those of @plan.  Where @other
 * was read from a PDF, what paper cannot show is as in @plan: where the lines
 * of the head and of the signature break, double spaces and tabs, and the
 * lines of the head that @plan has not and a paper must have. */
GStrv toso_plan_get_paragraphs_beside (const TosoPlan *other,
                                       const TosoPlan *plan);

G_END_DECLS
