/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/toso-plan.h"

G_BEGIN_DECLS

#define TOSO_PLAN_MAX_BYTES (32 * 1024 * 1024)

typedef enum {
  TOSO_ENCODING_AUTO, /* UTF-8 or UTF-16; TCVN3 is refused with TOSO_ERROR_ENCODING, to be offered */
  TOSO_ENCODING_TCVN3,
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

G_END_DECLS
