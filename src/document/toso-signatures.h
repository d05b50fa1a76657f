/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Signatures of a PDF that came back.  Three things are told apart: whether
 * what was signed is as it was, how much of the file was signed, and what
 * stands behind the certificate.  Nothing is asked of any network.  Any
 * thread. */

typedef enum
{
  TOSO_CONTENT_UNKNOWN, /* never taken as intact */
  TOSO_CONTENT_INTACT,  /* the signed bytes are those that were signed */
  TOSO_CONTENT_ALTERED,
} TosoContentState;

typedef enum
{
  TOSO_CERTIFICATE_NOT_CHECKED,
  TOSO_CERTIFICATE_TRUSTED,
  TOSO_CERTIFICATE_UNTRUSTED_ISSUER,
  TOSO_CERTIFICATE_UNKNOWN_ISSUER, /* the usual one where the authority is not on this computer */
  TOSO_CERTIFICATE_REVOKED,
  TOSO_CERTIFICATE_EXPIRED,
  TOSO_CERTIFICATE_FAILED,
} TosoCertificateState;

typedef enum
{
  TOSO_UNCHECKED_NOT, /* it was checked */
  TOSO_UNCHECKED_BUILD, /* this build's Poppler has no means to */
  TOSO_UNCHECKED_MALFORMED,
  TOSO_UNCHECKED_KIND,
  TOSO_UNCHECKED_TOO_MUCH, /* too many signatures, or too long a time */
} TosoUncheckedReason;

typedef struct
{
  char                *field;  /* its name within the file */
  char                *signer; /* as in the certificate; NULL: unknown */
  char                *reason; /* as the signer gave it; NULL: none */
  gint64               time;   /* by the signer's own clock, unix seconds; 0: unknown */
  TosoContentState     content;
  TosoUncheckedReason  unchecked; /* why @content is unknown */
  gboolean             covers_whole_file;
  gsize                signed_length; /* the file's first bytes that it vouches for; 0: unknown */
  gboolean             text_changed;  /* by what was added after it; number and date apart */
  TosoCertificateState certificate;
} TosoSignature;

void        toso_signature_free          (TosoSignature       *signature);

/* In the order of the file: empty when nobody signed. (element-type TosoSignature) */
GPtrArray  *toso_signatures_read         (GBytes              *pdf,
                                          const char          *name,
                                          GCancellable        *cancellable,
                                          GError             **error);
/* All intact, the last over the whole file, and the text under the earlier
 * ones as it was. */
gboolean    toso_signatures_are_good     (GPtrArray           *signatures);

/* Whole sentences, translated. */
const char *toso_signature_say_content   (const TosoSignature *signature);
const char *toso_signature_say_coverage  (const TosoSignature *signature);
const char *toso_signature_say_certificate (const TosoSignature *signature);
const char *toso_content_state_to_id     (TosoContentState     state); /* "intact" … */
const char *toso_certificate_state_to_id (TosoCertificateState state); /* "unknown_issuer" … */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoSignature, toso_signature_free)

G_END_DECLS
