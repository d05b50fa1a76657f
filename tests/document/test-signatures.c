/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "core/toso-error.h"
#include "document/toso-signatures.h"
#include "document/toso-signed-copy.h"

/* Papers that came back, signed by make-signed.sh with certificates of its own. */

/* Their authority is known to the program by TOSO_NSS_DIR; on Windows only the
 * system says which are. */
#ifdef G_OS_WIN32
#define TRUSTED TOSO_CERTIFICATE_UNKNOWN_ISSUER
#else
#define TRUSTED TOSO_CERTIFICATE_TRUSTED
#endif

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("TOSO_SIGNED_DIR"), name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, length);
}

static GBytes *
load_paper (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "tests", "document", "signed", "paper.pdf", NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, length);
}

static GPtrArray *
read_signatures (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *signatures = toso_signatures_read (pdf, "ban-ky.pdf", NULL, &error);

  g_assert_no_error (error);

  return signatures;
}

typedef struct
{
  const char          *file;
  guint                index, n;
  const char          *signer;
  TosoContentState     content;
  gboolean             covers;
  TosoCertificateState certificate;
  gboolean             good;
} Case;

#define AN     "Nguyễn Văn An"
#define OFFICE "Ủy ban nhân dân xã Ngọc Liên"

static const Case cases[] = {
  { "intact.pdf", 0, 1, AN, TOSO_CONTENT_INTACT, TRUE, TRUSTED, TRUE },
  { "altered.pdf", 0, 1, AN, TOSO_CONTENT_ALTERED, TRUE, TOSO_CERTIFICATE_NOT_CHECKED, FALSE },
  { "appended.pdf", 0, 1, AN, TOSO_CONTENT_INTACT, FALSE, TRUSTED, FALSE },
  { "two.pdf", 0, 2, AN, TOSO_CONTENT_INTACT, FALSE, TRUSTED, TRUE },
  { "two.pdf", 1, 2, OFFICE, TOSO_CONTENT_INTACT, TRUE, TRUSTED, TRUE },
  { "expired.pdf", 0, 1, "Trần Thị Bình", TOSO_CONTENT_INTACT, TRUE, TOSO_CERTIFICATE_EXPIRED, TRUE },
  { "stranger.pdf", 0, 1, "Lê Văn Lạ", TOSO_CONTENT_INTACT, TRUE, TOSO_CERTIFICATE_UNKNOWN_ISSUER, TRUE },
};

static void
test_signed (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (GBytes) pdf = load (expected->file);
  g_autoptr (GPtrArray) signatures = read_signatures (pdf);
  const TosoSignature *signature;

  g_assert_cmpuint (signatures->len, ==, expected->n);
  signature = signatures->pdata[expected->index];
  g_assert_cmpint (signature->covers_whole_file, ==, expected->covers);
  g_assert_false (signature->text_changed);
  g_assert_cmpstr (signature->reason, ==, "Phát hành văn bản");
  g_assert_cmpint (signature->time, >, 0);
  g_assert_cmpstr (signature->signer, ==, expected->signer);
  g_assert_cmpint (signature->content, ==, expected->content);
  g_assert_cmpint (signature->unchecked, ==, TOSO_UNCHECKED_NOT);
  g_assert_cmpint (signature->certificate, ==, expected->certificate);
  g_assert_cmpint (toso_signatures_are_good (signatures), ==, expected->good);
}

/* Cut off on its way: not the same as not signed. */
static void
test_cut (void)
{
  g_autoptr (GBytes) pdf = load ("intact.pdf");
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (pdf, 0, g_bytes_get_size (pdf) - 3000);
  g_autoptr (GError) error = NULL;

  g_assert_null (toso_signatures_read (cut, "ban-ky.pdf", NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "ban-ky.pdf"));
}

static void
test_unsigned (void)
{
  g_autoptr (GBytes) pdf = load_paper ();
  g_autoptr (GPtrArray) signatures = read_signatures (pdf);

  g_assert_cmpuint (signatures->len, ==, 0);
  g_assert_false (toso_signatures_are_good (signatures));
}

static void
test_unreadable (void)
{
  g_autoptr (GBytes) signed_pdf = load ("intact.pdf");
  GBytes *files[] = {
    g_bytes_new_static ("", 0),
    g_bytes_new_static ("xin chào", 9),
    g_bytes_new_static ("%PDF-1.7\n/ByteRange [0 1 2 3]", 29),
    g_bytes_new_from_bytes (signed_pdf, 0, 300),
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      TosoPaperMark mark;

      g_assert_null (toso_signatures_read (files[i], "la.pdf", NULL, &error));
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE);
      g_assert_nonnull (strstr (error->message, "la.pdf"));
      g_clear_error (&error);
      g_assert_false (toso_paper_mark_read (&mark, files[i], "la.pdf", &error));
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE);
      g_bytes_unref (files[i]);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) pdf = load ("intact.pdf");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (toso_signatures_read (pdf, "a.pdf", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* @with instead of the first bytes of @what; as long as it. */
static GBytes *
replace (GBytes     *pdf,
         const char *what,
         const char *with)
{
  gsize       size;
  const char *data = g_bytes_get_data (pdf, &size);
  char       *copy = g_memdup2 (data, size);

  for (gsize i = 0; i + strlen (what) <= size; i++)
    if (memcmp (copy + i, what, strlen (what)) == 0)
      {
        memcpy (copy + i, with, strlen (with));
        return g_bytes_new_take (copy, size);
      }
  g_assert_not_reached ();
}

/* A part of the file is named that cannot be, or more of them than two. */
static void
test_wild_range (void)
{
  static const char *const ranges[] = {
    "/ByteRange [9 ", "/ByteRange [-1", "/ByteRange [0 1", "/ByteRange (0 ", "/ByteRange [] ", "/ByteRange 1 0 R"
  };
  g_autoptr (GBytes) intact = load ("intact.pdf");

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autoptr (GBytes) pdf = replace (intact, "/ByteRange [0 ", ranges[i]);
      g_autoptr (GPtrArray) signatures = read_signatures (pdf);

      g_assert_false (toso_signatures_are_good (signatures));
      for (guint s = 0; s < signatures->len; s++)
        {
          const TosoSignature *signature = signatures->pdata[s];

          g_assert_cmpint (signature->content, ==, TOSO_CONTENT_UNKNOWN);
          g_assert_false (signature->covers_whole_file);
        }
    }
}

/* What is added may claim to be a signature's part to the end of the file. */
static void
test_decoy_range (void)
{
  g_autoptr (GBytes) intact = load ("intact.pdf");
  gsize       size;
  const char *data = g_bytes_get_data (intact, &size);
  g_autoptr (GByteArray) whole = g_byte_array_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GPtrArray) signatures = NULL;
  g_autofree char *decoy = NULL;

  /* After "<00>" come 38 bytes more. */
  decoy = g_strdup_printf ("/ByteRange [0 %07u %07u 0000038]", (guint) size, (guint) size + 4);
  g_assert_cmpuint (strlen (decoy), ==, 38);
  g_byte_array_append (whole, (const guint8 *) data, (guint) size);
  g_byte_array_append (whole, (const guint8 *) "<00>", 4);
  g_byte_array_append (whole, (const guint8 *) decoy, (guint) strlen (decoy));
  pdf = g_bytes_new (whole->data, whole->len);
  signatures = read_signatures (pdf);
  g_assert_cmpuint (signatures->len, ==, 1);
  g_assert_false (((TosoSignature *) signatures->pdata[0])->covers_whole_file);
  g_assert_false (toso_signatures_are_good (signatures));
}

/* The last number of the file that stands in @pattern. */
static guint
find_number (const char *text,
             const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint number = 0;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *digits = g_match_info_fetch (match, 1);

      number = (guint) g_ascii_strtoull (digits, NULL, 10);
    }
  g_assert_cmpuint (number, >, 0);

  return number;
}

/* The signature holds for what it covers, but an update behind it has put an
 * empty page in the place of the signed one. */
static void
test_page_replaced (void)
{
  g_autoptr (GBytes) intact = load ("intact.pdf");
  gsize            size;
  const char      *data = g_bytes_get_data (intact, &size);
  g_autofree char *text = g_malloc (size + 1);
  g_autoptr (GString) whole = g_string_new_len (data, (gssize) size);
  g_autoptr (GPtrArray) signatures = NULL;
  g_autoptr (GBytes) pdf = NULL;
  const TosoSignature *signature;
  guint                object;
  guint                xref;

  for (gsize i = 0; i < size; i++)
    text[i] = data[i] == '\0' ? ' ' : data[i];
  text[size] = '\0';
  object = find_number (text, "/Contents (\\d+) 0 R");
  g_string_append_printf (whole, "%u 0 obj\n<</Length 1>>\nstream\n \nendstream\nendobj\n", object);
  xref = (guint) whole->len;
  g_string_append_printf (whole, "xref\n%u 1\n%010u 00000 n \ntrailer\n<</Size %u /Root %u 0 R /Prev %u>>\nstartxref\n%u\n%%%%EOF\n",
                          object, (guint) size, find_number (text, "/Size (\\d+)"), find_number (text, "/Root (\\d+) 0 R"),
                          find_number (text, "startxref\\s+(\\d+)"), xref);
  pdf = g_bytes_new (whole->str, whole->len);
  signatures = read_signatures (pdf);
  g_assert_cmpuint (signatures->len, ==, 1);
  signature = signatures->pdata[0];
  g_assert_cmpint (signature->content, ==, TOSO_CONTENT_INTACT);
  g_assert_false (signature->covers_whole_file);
  g_assert_true (signature->text_changed);
  g_assert_nonnull (strstr (toso_signature_say_coverage (signature), "no longer the same"));
  g_assert_false (toso_signatures_are_good (signatures));
}

/* A thousand more places for a signature: an answer at once, and no promise. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R /AcroForm <</SigFlags 3 /Fields [");
  g_autoptr (GPtrArray) signatures = NULL;
  g_autoptr (GBytes) pdf = NULL;
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < 1000; i++)
    g_string_append_printf (text, "%d 0 R ", 10 + i);
  g_string_append (text, "]>> >> endobj\n2 0 obj <</Type /Pages /Count 1 /Kids [3 0 R]>> endobj\n"
                         "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj\n"
                         "4 0 obj <</Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Contents <3080>"
                         " /ByteRange [0 10 10 10]>> endobj\n");
  for (int i = 0; i < 1000; i++)
    g_string_append_printf (text, "%d 0 obj <</FT /Sig /T (f%d) /V 4 0 R>> endobj\n", 10 + i, i);
  g_string_append (text, "trailer <</Size 1010 /Root 1 0 R>>\n%%EOF\n");
  pdf = g_bytes_new (text->str, text->len);
  signatures = read_signatures (pdf);
  g_assert_cmpuint (signatures->len, ==, 1000);
  g_assert_false (toso_signatures_are_good (signatures));
  for (guint i = 0; i < signatures->len; i++)
    g_assert_cmpint (((TosoSignature *) signatures->pdata[i])->content, ==, TOSO_CONTENT_UNKNOWN);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
}

static gpointer
read_in_thread (gpointer data)
{
  g_autoptr (GPtrArray) signatures = read_signatures (data);

  return GINT_TO_POINTER (signatures->len);
}

static void
test_threads (void)
{
  g_autoptr (GBytes) pdf = load ("two.pdf");
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("signatures", read_in_thread, pdf);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpint (GPOINTER_TO_INT (g_thread_join (threads[i])), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/signatures/%s/%u", cases[i].file, cases[i].index);

      g_test_add_data_func (path, &cases[i], test_signed);
    }
  g_test_add_func ("/signatures/cut-off", test_cut);
  g_test_add_func ("/signatures/nobody-signed", test_unsigned);
  g_test_add_func ("/signatures/no-pdf-is-a-sentence", test_unreadable);
  g_test_add_func ("/signatures/cancelled", test_cancelled);
  g_test_add_func ("/signatures/wild-range-vouches-for-nothing", test_wild_range);
  g_test_add_func ("/signatures/decoy-range-covers-nothing", test_decoy_range);
  g_test_add_func ("/signatures/page-replaced-behind-a-signature", test_page_replaced);
  g_test_add_func ("/signatures/thousand-fields", test_many);
  g_test_add_func ("/signatures/any-thread", test_threads);

  return g_test_run ();
}
