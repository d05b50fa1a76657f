/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "document/toso-signatures.h"

/* What the states of a signature are called. */

static const char *
say_unchecked (TosoUncheckedReason reason)
{
  switch (reason)
    {
    case TOSO_UNCHECKED_BUILD:
      return _ ("This copy of the program cannot check signatures. Check this one with the program that signs.");
    case TOSO_UNCHECKED_KIND:
      return _ ("The signature is of a kind that cannot be checked here. Check it with the program that signs.");
    case TOSO_UNCHECKED_TOO_MUCH:
      return _ ("The signature was not checked: the file has too many of them, or takes too long.");
    case TOSO_UNCHECKED_NOT:
    case TOSO_UNCHECKED_MALFORMED:
    default:
      return _ ("The signature is broken and cannot be checked. Ask who sent the file for it once more.");
    }
}

const char *
toso_signature_say_content (const TosoSignature *signature)
{
  switch (signature->content)
    {
    case TOSO_CONTENT_INTACT:
      return _ ("What was signed has not been altered.");
    case TOSO_CONTENT_ALTERED:
      return _ ("What was signed has been altered since.");
    case TOSO_CONTENT_UNKNOWN:
    default:
      return say_unchecked (signature->unchecked);
    }
}

const char *
toso_signature_say_coverage (const TosoSignature *signature)
{
  if (signature->covers_whole_file)
    return _ ("The signature covers the whole file.");
  if (signature->signed_length == 0)
    return _ ("Which part of the file the signature covers is not known.");
  if (signature->text_changed)
    return _ ("Something was added to the file after the signature, and the text is no longer the same.");

  return _ ("Something was added to the file after the signature; the text is the same.");
}

const char *
toso_signature_say_certificate (const TosoSignature *signature)
{
  switch (signature->certificate)
    {
    case TOSO_CERTIFICATE_TRUSTED:
      return _ ("The certificate was issued by an authority that this computer trusts; whether it was revoked was not asked.");
    case TOSO_CERTIFICATE_UNTRUSTED_ISSUER:
      return _ ("The certificate was issued by an authority that this computer distrusts.");
    case TOSO_CERTIFICATE_UNKNOWN_ISSUER:
      return _ ("The certificate was issued by an authority that this computer does not know.");
    case TOSO_CERTIFICATE_REVOKED:
      return _ ("The certificate was revoked.");
    case TOSO_CERTIFICATE_EXPIRED:
      return _ ("The certificate was not valid at the time of signing.");
    case TOSO_CERTIFICATE_FAILED:
      return _ ("The certificate could not be checked.");
    case TOSO_CERTIFICATE_NOT_CHECKED:
    default:
      return _ ("The certificate was not checked.");
    }
}

const char *
toso_content_state_to_id (TosoContentState state)
{
  static const char *const ids[] = { "unknown", "intact", "altered" };

  return ids[state];
}

const char *
toso_certificate_state_to_id (TosoCertificateState state)
{
  static const char *const ids[] = {
    "not_checked", "trusted", "untrusted_issuer", "unknown_issuer", "revoked", "expired", "failed"
  };

  return ids[state];
}
