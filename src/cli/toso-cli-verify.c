/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/toso-cli-json.h"
#include "cli/toso-cli.h"
#include "core/toso-error.h"
#include "core/toso-input.h"
#include "document/toso-signatures.h"
#include "document/toso-signed-copy.h"

static json_t *
text_or_null (const char *text)
{
  return text != NULL ? json_string (text) : json_null ();
}

static char *
dup_time (const TosoSignature *signature,
          const char          *format)
{
  /* The office's time */
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 3600);
  g_autoptr (GDateTime) utc = signature->time != 0 ? g_date_time_new_from_unix_utc (signature->time) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return local != NULL ? g_date_time_format (local, format) : NULL;
}

static json_t *
signature_to_json (const TosoSignature *signature)
{
  g_autofree char *time = dup_time (signature, "%Y-%m-%dT%H:%M:%S+07:00");
  gboolean         is_placed = signature->signed_length > 0;

  return json_pack ("{s:o, s:o, s:o, s:o, s:s, s:s, s:o, s:o, s:o, s:s, s:s}",
                    "signer", text_or_null (signature->signer),
                    "time", text_or_null (time),
                    "reason", text_or_null (signature->reason),
                    "field", text_or_null (signature->field),
                    "content", toso_content_state_to_id (signature->content),
                    "content_words", toso_signature_say_content (signature),
                    "covers_whole_file", is_placed ? json_boolean (signature->covers_whole_file) : json_null (),
                    "signed_bytes", is_placed ? json_integer ((json_int_t) signature->signed_length) : json_null (),
                    "text_changed_after", is_placed ? json_boolean (signature->text_changed) : json_null (),
                    "certificate", toso_certificate_state_to_id (signature->certificate),
                    "certificate_words", toso_signature_say_certificate (signature));
}

static json_t *
to_json (GPtrArray           *signatures,
         const TosoPaperMark *mark)
{
  json_t          *array = json_array ();
  g_autofree char *date = toso_date_is_valid (mark->date) ? toso_date_format_iso (mark->date) : NULL;

  for (guint i = 0; i < signatures->len; i++)
    json_array_append_new (array, signature_to_json (signatures->pdata[i]));

  return json_pack ("{s:b, s:o, s:o, s:o, s:o}",
                    "good", toso_signatures_are_good (signatures),
                    "number", text_or_null (mark->number),
                    "symbol", text_or_null (mark->symbol),
                    "date", text_or_null (date),
                    "signatures", array);
}

static void
print_mark (const TosoPaperMark *mark)
{
  g_autofree char *date = toso_date_is_valid (mark->date) ? toso_date_format_short (mark->date) : NULL;

  /* Translators: a paper's number and symbol, such as "05" and "BC-UBND" */
  toso_cli_print (_ ("Number: %s/%s\n"), mark->number != NULL ? mark->number : "—", mark->symbol != NULL ? mark->symbol : "—");
  /* Translators: a paper's day */
  toso_cli_print (_ ("Date: %s\n"), date != NULL ? date : "—");
}

static void
print_signature (const TosoSignature *signature,
                 guint                number)
{
  g_autofree char *time = dup_time (signature, "%H:%M:%S %d/%m/%Y");

  /* Translators: 1, who signed */
  toso_cli_print (_ ("Signature %u: %s\n"), number, signature->signer != NULL ? signature->signer : _ ("signer unknown"));
  /* Translators: the time of a signature */
  toso_cli_print (_ ("    signed at: %s (by the signer's own clock)\n"), time != NULL ? time : "—");
  if (signature->reason != NULL)
    toso_cli_print (_ ("    reason: %s\n"), signature->reason);
  toso_cli_print (_ ("    content: %s\n"), toso_signature_say_content (signature));
  toso_cli_print (_ ("    coverage: %s\n"), toso_signature_say_coverage (signature));
  toso_cli_print (_ ("    certificate: %s\n"), toso_signature_say_certificate (signature));
}

static void
print (GPtrArray           *signatures,
       const TosoPaperMark *mark)
{
  print_mark (mark);
  for (guint i = 0; i < signatures->len; i++)
    print_signature (signatures->pdata[i], i + 1);
  if (signatures->len == 0)
    toso_cli_print ("%s\n", _ ("Nobody has signed this PDF."));
  else if (toso_signatures_are_good (signatures))
    toso_cli_print ("%s\n", _ ("All signatures hold, and the file is covered to its end."));
  else
    toso_cli_print ("%s\n", _ ("This copy is not to be relied on: see above."));
}

/* Findings are an answer, not a failure of the program. */
TosoCliStatus
toso_cli_verify (const TosoCliRequest *request,
                 GError              **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (request->arguments[0]);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = toso_input_load (file, TOSO_INPUT_MAX_BYTES, NULL, error);
  g_autoptr (GPtrArray) signatures = bytes != NULL ? toso_signatures_read (bytes, name, NULL, error) : NULL;
  TosoPaperMark mark = { 0 };
  gboolean      is_good;

  if (signatures == NULL || !toso_paper_mark_read (&mark, bytes, name, error))
    return TOSO_CLI_REFUSED;
  if (request->json)
    toso_cli_print_json (to_json (signatures, &mark));
  else
    print (signatures, &mark);
  is_good = toso_signatures_are_good (signatures);
  toso_paper_mark_clear (&mark);

  return is_good ? TOSO_CLI_DONE : TOSO_CLI_REFUSED;
}
