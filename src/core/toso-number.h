/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers the Vietnamese way, never through the process locale:
 * 1.234,5 and "—" for what was not reported. */

#define TOSO_MISSING "—"

/* A figure that may be missing.  Missing is not zero. */
typedef struct
{
  gboolean known;
  double   value;
} TosoFigure;

#define TOSO_FIGURE_MISSING ((TosoFigure){ FALSE, 0 })
#define TOSO_FIGURE(v)      ((TosoFigure){ TRUE, (v) })

/* What is missing adds nothing; two that are missing are missing. */
TosoFigure toso_number_add       (TosoFigure  a,
                                  TosoFigure  b);

char *toso_number_format         (double      value,
                                  int         max_decimals);
char *toso_number_format_fixed   (double      value,
                                  int         decimals);
char *toso_number_format_figure  (TosoFigure  figure,
                                  int         max_decimals);
char *toso_number_format_money   (gint64      dong);

typedef enum
{
  TOSO_NUMBER_OK,
  TOSO_NUMBER_EMPTY,     /* "", "-", "—": not reported */
  TOSO_NUMBER_AMBIGUOUS, /* "1,234": a thousand, or one and a bit? */
  TOSO_NUMBER_BAD,
} TosoNumberResult;

/* What the comma of "1,234" is, where a person has said it. */
typedef enum
{
  TOSO_COMMA_UNKNOWN,
  TOSO_COMMA_THOUSANDS,
  TOSO_COMMA_DECIMALS,
} TosoComma;

TosoNumberResult toso_number_parse    (const char *text,
                                       double     *value);
TosoNumberResult toso_number_parse_as (const char *text,
                                       TosoComma   comma,
                                       double     *value);

G_END_DECLS
