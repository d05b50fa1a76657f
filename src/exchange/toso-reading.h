/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-plan.h"
#include "exchange/toso-paragraph.h"
#include "exchange/toso-text-lines.h"

G_BEGIN_DECLS

/* A plan while it is read.  The steps are taken in this order: tables,
 * header, tail, sections, and then what is found in them. */
typedef struct
{
  TosoText  *text;
  TosoPlan  *plan;
  GPtrArray *tables;     /* of TosoTable */
  GPtrArray *paragraphs; /* of TosoParagraph: all of the body, annexes last */
  guint      body_first; /* line */
  guint      body_last;  /* line after the body's last */
} TosoReading;

void     toso_reading_remark   (TosoReading       *reading,
                                TosoSpan           span,
                                guint              line,
                                const char        *format,
                                ...) G_GNUC_PRINTF (4, 5);
/* No list of remarks is read to the end that is longer than some hundreds. */
gboolean toso_reading_has_room (const TosoReading *reading);

/* Words short enough for a remark. */
char    *toso_reading_quote    (const char        *words);

void     toso_header_read      (TosoReading       *reading);
void     toso_tail_find        (TosoReading       *reading);
void     toso_tail_read        (TosoReading       *reading);
/* FALSE when the text has no section. */
gboolean toso_sections_read    (TosoReading       *reading);
void     toso_annex_read       (TosoReading       *reading,
                                guint              first);
void     toso_commune_read     (TosoReading       *reading);
void     toso_legal_read       (TosoReading       *reading);
/* First the tables of targets, then the sentences, then all in order. */
void     toso_target_tables_read (TosoReading     *reading);
void     toso_loose_tables_remark (TosoReading    *reading);
void     toso_targets_read     (TosoReading       *reading);
void     toso_targets_settle   (TosoReading       *reading);
void     toso_tasks_read       (TosoReading       *reading);

/* A person's or a place's name: every word with a capital. */
gboolean toso_is_person_name   (const char        *words);
/* "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH" */
gboolean toso_is_signature     (const char        *words);

G_END_DECLS
