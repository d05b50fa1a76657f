/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-platform-seal.h"

#ifdef G_OS_WIN32

#include <string.h>
#include <windows.h>
#include <wincrypt.h>

#define ENCODING (X509_ASN_ENCODING | PKCS_7_ASN_ENCODING)
/* Of what Windows has at hand only: no list of revoked certificates, no
 * missing certificate and no authority is fetched (DESIGN.md §2, rule 10). */
#define NO_NETWORK \
  (CERT_CHAIN_CACHE_ONLY_URL_RETRIEVAL | CERT_CHAIN_REVOCATION_CHECK_CACHE_ONLY | CERT_CHAIN_DISABLE_AUTH_ROOT_AUTO_UPDATE)

/* A signature stands in room that was kept for it, filled up with zeros, which
 * are not part of it. */
static DWORD
get_message_length (const GByteArray *message)
{
  const guint8 *data = message->data;
  gsize         length = 0;
  guint         n;

  if (message->len < 2 || data[1] < 0x81 || data[1] > 0x84)
    return message->len;
  n = data[1] & 0x0f;
  if (message->len < 2 + n)
    return message->len;
  for (guint i = 0; i < n; i++)
    length = length << 8 | data[2 + i];

  return (DWORD) MIN (length + 2 + n, message->len);
}

static TosoSealTrust
convert_trust (DWORD status)
{
  if (status & CERT_TRUST_IS_REVOKED)
    return TOSO_SEAL_REVOKED;
  if (status & CERT_TRUST_IS_NOT_TIME_VALID)
    return TOSO_SEAL_EXPIRED;
  if (status & (CERT_TRUST_IS_PARTIAL_CHAIN | CERT_TRUST_IS_UNTRUSTED_ROOT))
    return TOSO_SEAL_ISSUER_UNKNOWN;
  /* That no list of the revoked is at hand says nothing against it. */
  status &= ~(DWORD) (CERT_TRUST_REVOCATION_STATUS_UNKNOWN | CERT_TRUST_IS_OFFLINE_REVOCATION);

  return status == CERT_TRUST_NO_ERROR ? TOSO_SEAL_TRUSTED : TOSO_SEAL_TRUST_UNKNOWN;
}

static TosoSealTrust
check_certificate (const CERT_CONTEXT *certificate)
{
  CERT_CHAIN_PARA           use = { .cbSize = sizeof use };
  const CERT_CHAIN_CONTEXT *chain = NULL;
  TosoSealTrust             state;

  if (!CertGetCertificateChain (NULL, certificate, NULL, certificate->hCertStore, &use, NO_NETWORK, NULL, &chain))
    return TOSO_SEAL_TRUST_UNKNOWN;
  state = convert_trust (chain->TrustStatus.dwErrorStatus);
  CertFreeCertificateChain (chain);

  return state;
}

static char *
dup_common_name (const CERT_CONTEXT *certificate)
{
  char    oid[] = szOID_COMMON_NAME;
  wchar_t name[256];
  DWORD   length = CertGetNameStringW (certificate, CERT_NAME_ATTR_TYPE, 0, oid, name, G_N_ELEMENTS (name));

  return length > 1 ? g_utf16_to_utf8 ((const gunichar2 *) name, -1, NULL, NULL, NULL) : NULL;
}

/* Only what Windows says of the signed bytes themselves counts against them. */
static TosoSealState
convert_failure (DWORD error)
{
  if (error == (DWORD) CRYPT_E_HASH_VALUE || error == (DWORD) NTE_BAD_SIGNATURE)
    return TOSO_SEAL_ALTERED;
  if (error == (DWORD) CRYPT_E_UNKNOWN_ALGO || error == (DWORD) NTE_BAD_ALGID || error == (DWORD) CRYPT_E_UNEXPECTED_MSG_TYPE)
    return TOSO_SEAL_OF_UNKNOWN_KIND;

  return TOSO_SEAL_BROKEN;
}

/* -1: none that is known here */
static int
find_checksum_type (const char *oid)
{
  static const struct
  {
    const char   *oid;
    GChecksumType type;
  } types[] = {
    { szOID_OIWSEC_sha1, G_CHECKSUM_SHA1 },
    { szOID_NIST_sha256, G_CHECKSUM_SHA256 },
    { szOID_NIST_sha384, G_CHECKSUM_SHA384 },
    { szOID_NIST_sha512, G_CHECKSUM_SHA512 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].oid, oid) == 0)
      return types[i].type;

  return -1;
}

/* @value: an OCTET STRING, as short as digests are */
static TosoSealState
compare_digest (const CRYPT_ATTR_BLOB *value,
                const char            *oid,
                const GByteArray      *content)
{
  int    type = find_checksum_type (oid);
  guint8 digest[64];
  gsize  length = sizeof digest;
  g_autoptr (GChecksum) checksum = type >= 0 ? g_checksum_new ((GChecksumType) type) : NULL;

  if (checksum == NULL)
    return TOSO_SEAL_OF_UNKNOWN_KIND;
  g_checksum_update (checksum, content->data, content->len);
  g_checksum_get_digest (checksum, digest, &length);
  if (value->cbData != length + 2 || value->pbData[0] != 0x04 || value->pbData[1] != length)
    return TOSO_SEAL_ALTERED;

  return memcmp (value->pbData + 2, digest, length) == 0 ? TOSO_SEAL_INTACT : TOSO_SEAL_ALTERED;
}

static CMSG_SIGNER_INFO *
dup_signer (const GByteArray *message)
{
  HCRYPTMSG         handle = CryptMsgOpenToDecode (ENCODING, CMSG_DETACHED_FLAG, 0, 0, NULL, NULL);
  CMSG_SIGNER_INFO *signer = NULL;
  DWORD             size = 0;

  if (handle == NULL)
    return NULL;
  if (CryptMsgUpdate (handle, message->data, get_message_length (message), TRUE) &&
      CryptMsgGetParam (handle, CMSG_SIGNER_INFO_PARAM, 0, NULL, &size))
    {
      signer = g_malloc (size);
      if (!CryptMsgGetParam (handle, CMSG_SIGNER_INFO_PARAM, 0, signer, &size))
        g_clear_pointer (&signer, g_free);
    }
  CryptMsgClose (handle);

  return signer;
}

/* A signature with attributes is one of the attributes, of which one is the
 * digest of the content (RFC 5652, 5.4).  Windows compares it, Wine does not. */
static TosoSealState
check_digest (const GByteArray *message,
              const GByteArray *content)
{
  g_autofree CMSG_SIGNER_INFO *signer = dup_signer (message);

  if (signer == NULL)
    return TOSO_SEAL_OF_UNKNOWN_KIND;
  if (signer->AuthAttrs.cAttr == 0)
    return TOSO_SEAL_INTACT;
  for (DWORD i = 0; i < signer->AuthAttrs.cAttr; i++)
    {
      const CRYPT_ATTRIBUTE *attribute = &signer->AuthAttrs.rgAttr[i];

      if (strcmp (attribute->pszObjId, szOID_RSA_messageDigest) == 0 && attribute->cValue == 1)
        return compare_digest (&attribute->rgValue[0], signer->HashAlgorithm.pszObjId, content);
    }

  return TOSO_SEAL_OF_UNKNOWN_KIND;
}

/* The content in one part: Windows takes more of them, Wine does not. */
TosoSeal
toso_platform_check_seal (const GByteArray *message,
                          const GByteArray *content)
{
  TosoSeal                  seal = { TOSO_SEAL_BROKEN, TOSO_SEAL_TRUST_UNKNOWN, NULL };
  const BYTE               *parts[] = { content->data };
  DWORD                     lengths[] = { content->len };
  const CERT_CONTEXT       *certificate = NULL;
  CRYPT_VERIFY_MESSAGE_PARA how = { .cbSize = sizeof how, .dwMsgAndCertEncodingType = ENCODING };

  if (!CryptVerifyDetachedMessageSignature (&how, 0, message->data, get_message_length (message),
                                            G_N_ELEMENTS (parts), parts, lengths, &certificate))
    {
      seal.state = convert_failure (GetLastError ());
      return seal;
    }
  seal.signer = dup_common_name (certificate);
  seal.state = check_digest (message, content);
  if (seal.state == TOSO_SEAL_INTACT)
    seal.trust = check_certificate (certificate);
  CertFreeCertificateContext (certificate);

  return seal;
}

#else

TosoSeal
toso_platform_check_seal (const GByteArray *message,
                          const GByteArray *content)
{
  return (TosoSeal){ TOSO_SEAL_NO_MEANS, TOSO_SEAL_TRUST_UNKNOWN, NULL };
}

#endif
