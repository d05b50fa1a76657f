/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A signature's own words, as they stand in the bytes of the file: a
 * signature is never compressed, because its digest leaves out only itself. */
typedef struct
{
  gsize signed_length; /* all but the signature itself of so many first bytes; 0: its /ByteRange is not of that kind */
  gsize start;         /* of the signature itself, "<3082…>" */
  gsize end;
  char *reason;
  char *signer; /* as the program gave it that signed; of no worth as proof */
} TosoSignatureRange;

/* (element-type TosoSignatureRange), by signed_length */
GArray     *toso_signature_scan     (GBytes     *pdf);
/* The bytes that "<3082…>" stands for. */
GByteArray *toso_signature_read_hex (const char *text,
                                     gsize       length);

G_END_DECLS
