/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-signature-nss.h"

#ifdef HAVE_NSS

#include <cert.h>
#include <cms.h>
#include <nss.h>
#include <ocsp.h>
#include <secerr.h>
#include <secport.h>

#include "document/toso-signature-scan.h"

#define MAX_CERTIFICATES 16

/* For a certificate that names a server NSS would ask it whether the
 * certificate was revoked: Poppler 22.12 has it asked by the very flag that
 * forbids it.  NSS gets a client that reaches nobody instead (DESIGN.md §2,
 * rule 10). */
static SECStatus
refuse_session (const char              *host,
                PRUint16                 port,
                SEC_HTTP_SERVER_SESSION *session)
{
  *session = NULL;
  PORT_SetError (SEC_ERROR_BAD_HTTP_RESPONSE);

  return SECFailure;
}

static void
forbid_network (void)
{
  static const SEC_HttpClientFcn client = {
    .version = 1,
    .fcnTable.ftable1.createSessionFcn = refuse_session,
  };

  SEC_RegisterDefaultHttpClient (&client);
}

/* Whoever starts NSS first says which certificates there are; Poppler would
 * take those of the user's browser, and write there.  An administrator may
 * name a database with the authorities that the office trusts. */
void
toso_signature_nss_start (void)
{
  static gsize started = 0;

  if (g_once_init_enter (&started))
    {
      const char      *folder = g_getenv ("TOSO_NSS_DIR");
      g_autofree char *database = folder != NULL && *folder != '\0' ? g_strconcat ("sql:", folder, NULL) : NULL;

      if (database == NULL || NSS_Init (database) != SECSuccess)
        NSS_NoDB_Init (NULL);
      forbid_network ();
      g_once_init_leave (&started, 1);
    }
}

/* Poppler 22.12 gives NSS certificates whose bytes it frees while NSS still
 * holds them: a certificate met again is then taken for another one of the
 * same number.  The first to give one keeps it: with bytes of its own, and
 * never let go, as those of NSS itself. */
void
toso_signature_nss_keep (const char *signature,
                         gsize       length)
{
  g_autoptr (GByteArray) bytes = toso_signature_read_hex (signature, length);
  SECItem            item = { siBuffer, bytes->data, bytes->len };
  NSSCMSMessage     *message = NSS_CMSMessage_CreateFromDER (&item, NULL, NULL, NULL, NULL, NULL, NULL);
  NSSCMSContentInfo *info = message != NULL && NSS_CMSMessage_IsSigned (message) ? NSS_CMSMessage_ContentLevel (message, 0) : NULL;
  NSSCMSSignedData  *data = NULL;

  if (info != NULL && NSS_CMSContentInfo_GetContentTypeTag (info) == SEC_OID_PKCS7_SIGNED_DATA)
    data = NSS_CMSContentInfo_GetContent (info);
  if (data != NULL && data->rawCerts != NULL)
    for (guint i = 0; i < MAX_CERTIFICATES && data->rawCerts[i] != NULL; i++)
      CERT_NewTempCertificate (CERT_GetDefaultCertDB (), data->rawCerts[i], NULL, PR_FALSE, PR_TRUE);
  if (message != NULL)
    NSS_CMSMessage_Destroy (message);
}

#else

void
toso_signature_nss_start (void)
{
}

void
toso_signature_nss_keep (const char *signature,
                         gsize       length)
{
}

#endif
