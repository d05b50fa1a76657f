/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Detached signatures (CMS, RFC 5652) as the operating system checks them:
 * Windows does; elsewhere the program has other means. */

typedef enum
{
  TOSO_SEAL_NO_MEANS,
  TOSO_SEAL_BROKEN,
  TOSO_SEAL_OF_UNKNOWN_KIND,
  TOSO_SEAL_ALTERED,
  TOSO_SEAL_INTACT,
} TosoSealState;

typedef enum
{
  TOSO_SEAL_TRUST_UNKNOWN,
  TOSO_SEAL_TRUSTED,
  TOSO_SEAL_ISSUER_UNKNOWN,
  TOSO_SEAL_EXPIRED,
  TOSO_SEAL_REVOKED,
} TosoSealTrust;

typedef struct
{
  TosoSealState state;
  TosoSealTrust trust;  /* of the certificate, when intact */
  char         *signer; /* as in the certificate; NULL: unknown.  The caller's. */
} TosoSeal;

/* Nothing is asked of any network.  @message may end in zeros.  Any thread. */
TosoSeal toso_platform_check_seal (const GByteArray *message,
                                   const GByteArray *content);

G_END_DECLS
