/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-signatures.h"

#include <glib/gi18n-lib.h>
#include <poppler.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-platform-seal.h"
#include "document/toso-lint-pdf-private.h"
#include "document/toso-signature-nss.h"
#include "document/toso-signature-scan.h"
#include "document/toso-signed-copy.h"

/* A paper has two: who signs, and the office's own.  Each is looked for in
 * each earlier state of the file. */
#define MAX_CHECKED 12
#define MAX_SECONDS 20.0

typedef struct
{
  GBytes       *pdf;
  const char   *name;
  GCancellable *cancellable;
  GTimer       *timer;
  GArray       *ranges;
  GPtrArray    *signatures;
} Check;

void
toso_signature_free (TosoSignature *signature)
{
  if (signature == NULL)
    return;
  g_free (signature->field);
  g_free (signature->signer);
  g_free (signature->reason);
  g_free (signature);
}

static TosoCertificateState
convert_certificate (PopplerCertificateStatus status)
{
  switch (status)
    {
    case POPPLER_CERTIFICATE_TRUSTED:
      return TOSO_CERTIFICATE_TRUSTED;
    case POPPLER_CERTIFICATE_UNTRUSTED_ISSUER:
      return TOSO_CERTIFICATE_UNTRUSTED_ISSUER;
    case POPPLER_CERTIFICATE_UNKNOWN_ISSUER:
      return TOSO_CERTIFICATE_UNKNOWN_ISSUER;
    case POPPLER_CERTIFICATE_REVOKED:
      return TOSO_CERTIFICATE_REVOKED;
    case POPPLER_CERTIFICATE_EXPIRED:
      return TOSO_CERTIFICATE_EXPIRED;
    case POPPLER_CERTIFICATE_GENERIC_ERROR:
      return TOSO_CERTIFICATE_FAILED;
    case POPPLER_CERTIFICATE_NOT_VERIFIED:
    default:
      return TOSO_CERTIFICATE_NOT_CHECKED;
    }
}

static void
set_content (TosoSignature         *signature,
             PopplerSignatureStatus status)
{
  switch (status)
    {
    case POPPLER_SIGNATURE_VALID:
      signature->content = TOSO_CONTENT_INTACT;
      break;
    case POPPLER_SIGNATURE_DIGEST_MISMATCH:
    case POPPLER_SIGNATURE_INVALID:
      signature->content = TOSO_CONTENT_ALTERED;
      break;
    case POPPLER_SIGNATURE_NOT_VERIFIED:
#ifdef HAVE_NSS
      signature->unchecked = TOSO_UNCHECKED_KIND;
#else
      signature->unchecked = TOSO_UNCHECKED_BUILD;
#endif
      break;
    case POPPLER_SIGNATURE_DECODING_ERROR:
    case POPPLER_SIGNATURE_GENERIC_ERROR:
    case POPPLER_SIGNATURE_NOT_FOUND:
    default:
      signature->unchecked = TOSO_UNCHECKED_MALFORMED;
    }
}

/* Never with a question to the authority's server (OCSP, AIA). */
static PopplerSignatureInfo *
validate (PopplerFormField *field,
          gboolean          with_certificate)
{
  int flags = POPPLER_SIGNATURE_VALIDATION_FLAG_WITHOUT_OCSP_REVOCATION_CHECK;

  if (with_certificate)
    flags |= POPPLER_SIGNATURE_VALIDATION_FLAG_VALIDATE_CERTIFICATE;

  return poppler_form_field_signature_validate_sync (field, (PopplerSignatureValidationFlags) flags, NULL, NULL);
}

static char *
dup_field_name (PopplerFormField *field)
{
  g_autofree char *full = poppler_form_field_get_name (field);
  g_autofree char *partial = full == NULL ? poppler_form_field_get_partial_name (field) : NULL;

  return g_utf8_make_valid (full != NULL ? full : partial != NULL ? partial
                                                                  : "",
                            -1);
}

static gboolean
may_go_on (const Check *check)
{
  return g_timer_elapsed (check->timer, NULL) < MAX_SECONDS && !g_cancellable_is_cancelled (check->cancellable);
}

static gint64
get_time (PopplerSignatureInfo *info)
{
  GDateTime *time = info != NULL ? poppler_signature_info_get_local_signing_time (info) : NULL;

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

/* A field that nobody has signed yet looks to Poppler like a broken one; where
 * it cannot check, like one of another time. */
static gboolean
holds_in (const TosoSignature *signature,
          PopplerFormField    *field)
{
  PopplerSignatureInfo *info = validate (field, FALSE);
  gboolean              holds = get_time (info) == signature->time;

  if (signature->content == TOSO_CONTENT_INTACT)
    holds = info != NULL && poppler_signature_info_get_signature_status (info) == POPPLER_SIGNATURE_VALID;
  g_clear_pointer (&info, poppler_signature_info_free);

  return holds;
}

static gboolean
is_signed_in (const TosoSignature *signature,
              PopplerDocument     *document)
{
  GList   *fields = poppler_document_get_signature_fields (document);
  gboolean found = FALSE;

  for (GList *l = fields; l != NULL && !found; l = l->next)
    {
      g_autofree char *name = dup_field_name (l->data);

      found = strcmp (name, signature->field) == 0 && holds_in (signature, l->data);
    }
  g_list_free_full (fields, g_object_unref);

  return found;
}

static TosoCertificateState
convert_trust (TosoSealTrust trust)
{
  switch (trust)
    {
    case TOSO_SEAL_TRUSTED:
      return TOSO_CERTIFICATE_TRUSTED;
    case TOSO_SEAL_ISSUER_UNKNOWN:
      return TOSO_CERTIFICATE_UNKNOWN_ISSUER;
    case TOSO_SEAL_EXPIRED:
      return TOSO_CERTIFICATE_EXPIRED;
    case TOSO_SEAL_REVOKED:
      return TOSO_CERTIFICATE_REVOKED;
    case TOSO_SEAL_TRUST_UNKNOWN:
    default:
      return TOSO_CERTIFICATE_FAILED;
    }
}

/* Poppler for Windows cannot check; Windows can. */
static void
ask_system (const Check              *check,
            const TosoSignatureRange *range,
            TosoSignature            *signature)
{
  const char *data = g_bytes_get_data (check->pdf, NULL);
  g_autoptr (GByteArray) message = toso_signature_read_hex (data + range->start, range->end - range->start);
  g_autoptr (GByteArray) content = g_byte_array_sized_new ((guint) range->signed_length);
  TosoSeal seal;

  g_byte_array_append (content, (const guint8 *) data, (guint) range->start);
  g_byte_array_append (content, (const guint8 *) data + range->end, (guint) (range->signed_length - range->end));
  seal = toso_platform_check_seal (message, content);
  if (seal.state == TOSO_SEAL_NO_MEANS)
    return;
  if (seal.signer != NULL)
    {
      g_free (signature->signer);
      signature->signer = seal.signer;
    }
  signature->unchecked = seal.state == TOSO_SEAL_BROKEN ? TOSO_UNCHECKED_MALFORMED : seal.state == TOSO_SEAL_OF_UNKNOWN_KIND ? TOSO_UNCHECKED_KIND
                                                                                                                             : TOSO_UNCHECKED_NOT;
  if (seal.state == TOSO_SEAL_ALTERED)
    signature->content = TOSO_CONTENT_ALTERED;
  if (seal.state != TOSO_SEAL_INTACT)
    return;
  signature->content = TOSO_CONTENT_INTACT;
  signature->certificate = convert_trust (seal.trust);
}

/* Which of the ranges in the file is this signature's?  That of the earliest
 * state of the file in which the signature is there and holds: what was added
 * later cannot make it cover more. */
static void
find_range (const Check   *check,
            TosoSignature *signature)
{
  for (guint i = 0; i < check->ranges->len && may_go_on (check); i++)
    {
      const TosoSignatureRange *range = &g_array_index (check->ranges, TosoSignatureRange, i);
      g_autoptr (GBytes) state = NULL;
      PopplerDocument *document;
      gboolean         found;

      if (range->signed_length == 0)
        continue;
      state = g_bytes_new_from_bytes (check->pdf, 0, range->signed_length);
      document = poppler_document_new_from_bytes (state, NULL, NULL);
      if (document == NULL)
        continue;
      found = is_signed_in (signature, document);
      g_object_unref (document);
      if (!found)
        continue;

      signature->signed_length = range->signed_length;
      signature->covers_whole_file = range->signed_length == g_bytes_get_size (check->pdf);
      signature->reason = g_strdup (range->reason);
      if (signature->unchecked == TOSO_UNCHECKED_BUILD)
        ask_system (check, range, signature);
      if (signature->signer == NULL)
        signature->signer = g_strdup (range->signer);
      if (!signature->covers_whole_file)
        {
          g_autoptr (GPtrArray) changes = toso_signed_copy_compare (state, check->pdf, check->name, check->cancellable, NULL);

          signature->text_changed = changes == NULL || changes->len > 0;
        }
      return;
    }
}

static void
read_info (TosoSignature    *signature,
           PopplerFormField *field)
{
  PopplerSignatureInfo *info = validate (field, TRUE);
  const char           *signer = info != NULL ? poppler_signature_info_get_signer_name (info) : NULL;

  set_content (signature, info != NULL ? poppler_signature_info_get_signature_status (info) : POPPLER_SIGNATURE_GENERIC_ERROR);
  signature->signer = signer != NULL && *signer != '\0' ? g_utf8_make_valid (signer, -1) : NULL;
  signature->time = get_time (info);
  if (info != NULL && signature->content != TOSO_CONTENT_UNKNOWN)
    signature->certificate = convert_certificate (poppler_signature_info_get_certificate_status (info));
  g_clear_pointer (&info, poppler_signature_info_free);
}

static void
add_signature (Check            *check,
               PopplerFormField *field,
               gboolean          is_sane)
{
  TosoSignature *signature = g_new0 (TosoSignature, 1);

  signature->field = dup_field_name (field);
  g_ptr_array_add (check->signatures, signature);
  if (!is_sane)
    signature->unchecked = TOSO_UNCHECKED_MALFORMED;
  else if (check->signatures->len > MAX_CHECKED || !may_go_on (check))
    signature->unchecked = TOSO_UNCHECKED_TOO_MUCH;
  else
    {
      read_info (signature, field);
      find_range (check, signature);
    }
  /* Without a place in the file a signature vouches for nothing. */
  if (signature->content == TOSO_CONTENT_INTACT && signature->signed_length == 0)
    {
      signature->content = TOSO_CONTENT_UNKNOWN;
      signature->unchecked = may_go_on (check) ? TOSO_UNCHECKED_MALFORMED : TOSO_UNCHECKED_TOO_MUCH;
    }
}

static int
compare_signatures (gconstpointer a,
                    gconstpointer b)
{
  const TosoSignature *left = *(TosoSignature *const *) a;
  const TosoSignature *right = *(TosoSignature *const *) b;

  return left->signed_length < right->signed_length ? -1 : left->signed_length > right->signed_length;
}

/* A range that is not one of two parts around the signature is no program's:
 * Poppler would be kept busy with it for as long as the file likes. */
static gboolean
has_sane_ranges (const Check *check)
{
  for (guint i = 0; i < check->ranges->len; i++)
    if (g_array_index (check->ranges, TosoSignatureRange, i).signed_length == 0)
      return FALSE;

  return check->ranges->len > 0;
}

static void
keep_certificates (const Check *check)
{
  const char *data = g_bytes_get_data (check->pdf, NULL);

  for (guint i = 0; i < MIN (check->ranges->len, MAX_CHECKED); i++)
    {
      const TosoSignatureRange *range = &g_array_index (check->ranges, TosoSignatureRange, i);

      toso_signature_nss_keep (data + range->start, range->end - range->start);
    }
}

static void
check_fields (Check           *check,
              PopplerDocument *document)
{
  /* Poppler starts what it needs for all documents, without a lock. */
  static GMutex lock;
  GList        *fields;
  gboolean      is_sane = has_sane_ranges (check);

  g_mutex_lock (&lock);
  toso_signature_nss_start ();
  if (is_sane)
    keep_certificates (check);
  fields = poppler_document_get_signature_fields (document);
  /* Places to sign, and nobody has. */
  if (check->ranges->len > 0)
    for (GList *l = fields; l != NULL; l = l->next)
      add_signature (check, l->data, is_sane);
  g_list_free_full (fields, g_object_unref);
  g_mutex_unlock (&lock);
}

/* ISO 32000-1, 7.5.5 and its implementers: within the last KiB. */
static gboolean
has_end (GBytes *pdf)
{
  static const char mark[] = "%%EOF";
  gsize             size;
  const char       *data = g_bytes_get_data (pdf, &size);

  for (gsize i = size > 1024 ? size - 1024 : 0; i + strlen (mark) <= size; i++)
    if (memcmp (data + i, mark, strlen (mark)) == 0)
      return TRUE;

  return FALSE;
}

GPtrArray *
toso_signatures_read (GBytes       *pdf,
                      const char   *name,
                      GCancellable *cancellable,
                      GError      **error)
{
  g_autoptr (GPtrArray) signatures = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_signature_free);
  g_autoptr (GArray) ranges = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  PopplerDocument *document;
  Check            check = { pdf, name, cancellable, timer, NULL, signatures };

  g_return_val_if_fail (pdf != NULL && name != NULL, NULL);

  document = toso_lint_open_pdf (pdf, name, error);
  if (document == NULL)
    return NULL;
  check.ranges = ranges = toso_signature_scan (pdf);
  check_fields (&check, document);
  g_object_unref (document);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  /* A signature stands at the end of its file. */
  if (signatures->len == 0 && !has_end (pdf))
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                   _ ("The end of “%s” is missing, and with it any signature. Ask for the file again."), name);
      return NULL;
    }
  g_ptr_array_sort (signatures, compare_signatures);

  return g_steal_pointer (&signatures);
}

gboolean
toso_signatures_are_good (GPtrArray *signatures)
{
  gboolean is_covered = FALSE;

  for (guint i = 0; i < signatures->len; i++)
    {
      const TosoSignature *signature = signatures->pdata[i];

      if (signature->content != TOSO_CONTENT_INTACT || signature->text_changed)
        return FALSE;
      is_covered = is_covered || signature->covers_whole_file;
    }

  return is_covered;
}
