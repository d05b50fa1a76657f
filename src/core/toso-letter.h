/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A letter taken apart the Vietnamese way.  For the text functions of this
 * layer only. */

/* In dictionary order. */
typedef enum
{
  TOSO_TONE_NGANG,
  TOSO_TONE_HUYEN,
  TOSO_TONE_HOI,
  TOSO_TONE_NGA,
  TOSO_TONE_SAC,
  TOSO_TONE_NANG,
  TOSO_TONE_FOREIGN, /* a mark that Vietnamese has not: ö, ç */
} TosoTone;

typedef struct
{
  gunichar bare;   /* small, without any mark: a */
  gunichar letter; /* small, as the alphabet counts it: ă */
  TosoTone tone;
  gboolean upper;
} TosoLetter;

TosoLetter toso_letter_split     (gunichar  c); /* of NFC text */
gboolean   toso_letter_is_mark   (gunichar  c,
                                  TosoTone *tone); /* a combining mark */
gboolean   toso_letter_is_blank  (gunichar  c);

G_END_DECLS
