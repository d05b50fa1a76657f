/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

/* Nothing was done: status 1, one sentence that names the file, nothing on
 * stdout, and no file but the source. */
static void
assert_refused (Fixture    *fixture,
                const char *name)
{
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->output, ==, "");
  g_assert_true (g_str_has_prefix (fixture->errors, "toso-cli: "));
  g_assert_true (g_str_has_suffix (fixture->errors, ".\n"));
  g_assert_nonnull (strstr (fixture->errors, name));
}

static void
refuse (Fixture    *fixture,
        const char *name)
{
  fixture_run (fixture, "new", "plan.toso", "--plan", name, NULL);
  assert_refused (fixture, name);
  fixture_assert_files (fixture, name, NULL);
}

static void
test_real_plan (Fixture      *fixture,
                gconstpointer data)
{
  fixture_make_year (fixture);
  fixture_assert_files (fixture, "plan.toso", NULL);
  g_assert_nonnull (strstr (fixture->errors, "“plan.toso” has been made."));
  g_assert_nonnull (strstr (fixture->errors, "41 villages"));
  g_assert_nonnull (strstr (fixture->errors, " targets"));
  g_assert_nonnull (strstr (fixture->errors, " tasks"));
}

static void
test_existing_file (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *seed = fixture_seed ();
  g_autoptr (GBytes) before = NULL;

  fixture_make_year (fixture);
  before = fixture_read (fixture, "plan.toso");
  fixture_run (fixture, "new", "plan.toso", "--plan", seed, NULL);
  assert_refused (fixture, "plan.toso");
  fixture_assert_files (fixture, "plan.toso", NULL);
  fixture_assert_bytes (fixture, "plan.toso", before);
}

static void
test_no_such_source (Fixture      *fixture,
                     gconstpointer data)
{
  fixture_run (fixture, "new", "plan.toso", "--plan", "gone.txt", NULL);
  assert_refused (fixture, "gone.txt");
  fixture_assert_files (fixture, NULL);
}

static void
test_no_such_folder (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *seed = fixture_seed ();

  fixture_run (fixture, "new", "gone/plan.toso", "--plan", seed, NULL);
  assert_refused (fixture, "plan.toso");
  fixture_assert_files (fixture, NULL);
}

static void
test_bad_texts (Fixture      *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *content;
    gsize       size;
  } cases[] = {
    { "rong.txt", "", 0 },
    { "trang.txt", " \n\r\n\f\t\n", 7 },
    { "nhi-phan.txt", "\x7f"
                      "ELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00>\x00",
      20 },
    { "anh.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01", 20 },
    { "latin.txt", "I. M\xd2\xff \xfe\xc0\n1. T\xfa\xf1 \x80\x81\n", 21 },
    { "khong-muc.txt", "Hôm nay trời đẹp.\nNgày mai cũng vậy.\n", 0 },
    { "hong.pdf", "%PDF-1.7\nthe rest is lost\n", 26 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = fixture_path (fixture, cases[i].name);
      gsize            size = cases[i].size > 0 ? cases[i].size : strlen (cases[i].content);

      fixture_write (fixture, cases[i].name, cases[i].content, (gssize) size);
      refuse (fixture, cases[i].name);
      g_remove (path);
    }
}

/* 200 MB, of which the disk holds nothing. */
static void
test_huge_text (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "to.txt");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (G_OUTPUT_STREAM (stream), "I. A\n1. B\n", 10, NULL, NULL, &error);
  g_assert_no_error (error);
  g_seekable_truncate (G_SEEKABLE (stream), 200 * 1024 * 1024, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error);
  g_assert_no_error (error);

  refuse (fixture, "to.txt");
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* A page that is one picture, as a scanner makes. */
static void
test_scanned_pdf (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *page = cairo_pdf_surface_create_for_stream (append_cb, bytes, 595, 842);
  cairo_surface_t *scan = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 60, 84);
  cairo_t         *cr = cairo_create (page);

  cairo_set_source_surface (cr, scan, 0, 0);
  cairo_paint (cr);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (scan);
  cairo_surface_finish (page);
  cairo_surface_destroy (page);

  fixture_write (fixture, "quet.pdf", bytes->data, bytes->len);
  refuse (fixture, "quet.pdf");
}

/* A password of which neither the officer nor we know anything. */
static void
test_encrypted_pdf (Fixture      *fixture,
                    gconstpointer data)
{
  static const char *const objects[] = {
    "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
    "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n",
    "4 0 obj\n<< /Filter /Standard /V 1 /R 2 /P -4\n"
    "/O <000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f>\n"
    "/U <1f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100> >>\nendobj\n",
  };
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.4\n");
  g_autoptr (GString) table = g_string_new ("xref\n0 5\n0000000000 65535 f \n");

  for (gsize i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      g_string_append_printf (table, "%010u 00000 n \n", (guint) pdf->len);
      g_string_append (pdf, objects[i]);
    }
  g_string_append_printf (table,
                          "trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R"
                          " /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] >>\n"
                          "startxref\n%u\n%%%%EOF\n",
                          (guint) pdf->len);
  g_string_append (pdf, table->str);

  fixture_write (fixture, "khoa.pdf", pdf->str, (gssize) pdf->len);
  refuse (fixture, "khoa.pdf");
  g_assert_nonnull (strstr (fixture->errors, "password"));
}

/* "I. MỤC ĐÍCH …" as typed in the 1990s with the font .VnTime. */
static void
test_old_encoding (Fixture      *fixture,
                   gconstpointer data)
{
  static const char text[] =
    "KÕ ho¹ch\nI. Môc ®Ých, yªu cÇu\n1. Môc ®Ých\nN©ng cao nhËn thøc cña ng­êi d©n.\n"
    "2. Yªu cÇu\nThiÕt thùc, hiÖu qu¶.\nII. Tæ chøc thùc hiÖn\n1. UBND x·\nChØ ®¹o chung.\n";
  g_autofree char *old = NULL;
  g_autoptr (GError) error = NULL;
  json_t *plan;
  gsize   size;

  /* The bytes of TCVN3, shown above by the Latin-1 letters of the same codes. */
  old = g_convert (text, -1, "ISO-8859-1", "UTF-8", NULL, &size, &error);
  g_assert_no_error (error);
  fixture_write (fixture, "cu.txt", old, (gssize) size);

  fixture_run (fixture, "new", "plan.toso", "--plan", "cu.txt", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "cu.txt"));
  g_assert_nonnull (strstr (fixture->errors, "--encoding tcvn3"));
  fixture_assert_files (fixture, "cu.txt", NULL);

  fixture_run (fixture, "new", "plan.toso", "--plan", "cu.txt", "--encoding", "tcvn3", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  fixture_do (fixture, "plan", "plan.toso", "--json", NULL);
  plan = fixture_json (fixture);
  g_assert_cmpstr (json_string_value (json_object_get (json_array_get (json_object_get (plan, "sections"), 0), "heading")),
                   ==, "Mục đích, yêu cầu");
  json_decref (plan);
}

/* What cannot be placed is kept, and listed with its line. */
static void
test_remarks (Fixture      *fixture,
              gconstpointer data)
{
  static const char text[] =
    "KẾ HOẠCH\nNăm 2026\nI. MỤC TIÊU\n- Ít nhất 80% hộ dân dùng dịch vụ công trực tuyến.\n";

  fixture_write (fixture, "ngan.txt", text, -1);
  fixture_run (fixture, "new", "plan.toso", "--plan", "ngan.txt", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  fixture_do (fixture, "plan", "text", "plan.toso", NULL);
  g_assert_nonnull (strstr (fixture->output, "- Ít nhất 80% hộ dân dùng dịch vụ công trực tuyến."));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/cli/new/real-plan", test_real_plan },
    { "/cli/new/existing-file-is-kept", test_existing_file },
    { "/cli/new/no-such-source", test_no_such_source },
    { "/cli/new/no-such-folder", test_no_such_folder },
    { "/cli/new/bad-texts-leave-nothing", test_bad_texts },
    { "/cli/new/huge-text", test_huge_text },
    { "/cli/new/scanned-pdf", test_scanned_pdf },
    { "/cli/new/encrypted-pdf", test_encrypted_pdf },
    { "/cli/new/old-encoding-is-offered", test_old_encoding },
    { "/cli/new/odd-text-is-kept", test_remarks },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].run, fixture_tear_down);

  return g_test_run ();
}
