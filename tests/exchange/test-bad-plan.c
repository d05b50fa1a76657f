/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/toso-error.h"
#include "exchange/toso-plan-reader.h"

/* Files that are no plan: a sentence with the file's name, and nothing else
 * happens.  Texts that are odd: read, in bounded time. */

static GFile *
temporary_file (const char *bytes,
                gsize       length)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  GFile *file = g_file_new_tmp ("toso-bad-XXXXXX", &stream, &error);

  g_assert_no_error (error);
  /* Windows replaces no file that is open. */
  g_assert_true (g_io_stream_close (G_IO_STREAM (stream), NULL, &error));
  g_assert_true (g_file_replace_contents (file, bytes, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error));
  return file;
}

static void
assert_refused (const char *bytes,
                gsize       length,
                int         code,
                const char *word)
{
  g_autoptr (GFile) file = temporary_file (bytes, length);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GError) error = NULL;

  g_assert_null (toso_plan_read_file (file, TOSO_ENCODING_AUTO, NULL, &error));
  g_assert_error (error, TOSO_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, word));
  g_assert_true (g_file_delete (file, NULL, NULL));
}

/* A literal with its length; zeros are bytes too. */
#define BYTES(literal) (literal), sizeof (literal) - 1

static void
test_refused (void)
{
  static const struct
  {
    const char *bytes;
    gsize       length;
    const char *word;
  } files[] = {
    { BYTES (""), "empty" },
    { BYTES (" \n\n\t\n"), "No section" },
    { BYTES ("Kính gửi các anh chị.\nMai họp.\n"), "No section" },
    { BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "picture" },
    { BYTES ("\xff\xd8\xff\xe0\0\x10JFIF"), "picture" },
    { BYTES ("PK\003\004\024\0\0\0word/document.xml"), "Word" },
    { BYTES ("PK\003\004\024\0\0\0xl/workbook.xml"), "Excel" },
    { BYTES ("PK\003\004\024\0\0\0mimetypeapplication/vnd.oasis.opendocument.text"), "LibreOffice" },
    { BYTES ("PK\003\004\024\0\0\0anh/1.png"), "ZIP" },
    { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"), "old Word" },
    { BYTES ("{\\rtf1\\ansi I. M\\u7908?C}"), "RTF" },
    { BYTES ("SQLite format 3\0\x10\0"), "year file" },
    { BYTES ("I. M\0C \0I. 2\0\0\0\0"), "not a text" },
    { BYTES ("\x01\x02\x03\x04\x05\x06\x07\x0e\x0f\x10"), "not a text" },
    { BYTES ("Ke ho\xff\xfe\x80"
             "ch\nI. Muc tieu\n"),
      "encoding" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (files); i++)
    assert_refused (files[i].bytes, files[i].length, TOSO_ERROR_UNREADABLE, files[i].word);
}

static void
test_missing_and_folder (void)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/kế hoạch.txt");
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GError) error = NULL;

  g_assert_null (toso_plan_read_file (missing, TOSO_ENCODING_AUTO, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "kế hoạch.txt"));
  g_clear_error (&error);
  g_assert_null (toso_plan_read_file (folder, TOSO_ENCODING_AUTO, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "folder"));
}

static void
test_cancelled (void)
{
  g_autoptr (GFile) file = temporary_file ("I. Mục tiêu\n", 14);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (toso_plan_read_file (file, TOSO_ENCODING_AUTO, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

/* Larger than 32 MB: not even read.  The file has no blocks on the disk. */
static void
test_too_large (void)
{
  g_autoptr (GFile) file = temporary_file ("", 0);
  g_autoptr (GFileIOStream) stream = g_file_open_readwrite (file, NULL, NULL);
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();

  g_assert_true (g_seekable_truncate (G_SEEKABLE (stream), G_GINT64_CONSTANT (200) * 1024 * 1024, NULL, NULL));
  g_assert_true (g_io_stream_close (G_IO_STREAM (stream), NULL, NULL));
  g_assert_null (toso_plan_read_file (file, TOSO_ENCODING_AUTO, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "32 MB"));
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 5 * G_USEC_PER_SEC);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static GString *
repeat (const char *piece,
        guint       times)
{
  GString *text = g_string_sized_new (strlen (piece) * times + 64);
  guint    i;

  for (i = 0; i < times; i++)
    g_string_append (text, piece);
  return text;
}

/* Whatever comes, reading ends soon: with a plan, or with a sentence. */
static void
test_odd_texts_end (void)
{
  static const struct
  {
    const char *piece;
    guint       times;
    gboolean    is_plan;
  } texts[] = {
    { "a", 10 * 1024 * 1024, FALSE },
    { "\n", 1000 * 1000, FALSE },
    { "I. Mục tiêu\n", 8000, TRUE },
    { "1. a)\n", 20000, TRUE },
    { "a) ", 200000, TRUE },
    { "- 100% thôn; ", 200000, FALSE },
    { "I. MỤC TIÊU\n- 100% thôn; 80% hộ; 12/12 tổ; ít nhất 02 lớp\n", 2000, TRUE },
    { "Phần I\nChương I\nMục 1\nTiểu mục 1\nĐiều 1. A\nA. B\nI. C\n1. D\n1.1. E\n1.1.1. F\na) G\n", 1000, TRUE },
    { "STT | Nhiệm vụ | Chủ trì | Thời gian\n", 20000, FALSE },
    { "I. A\nSTT\tNhiệm vụ\tChủ trì\tThời gian\n1\tx\ty\tz\n", 5000, TRUE },
    { "STT  Nhiệm vụ  Chủ trì  Thời gian\n1  x\n", 5000, FALSE },
    { "https://a.b/\n", 50000, FALSE },
    { "Đơn vị thực hiện: ; Thời gian: ; Kết quả: (", 50000, FALSE },
    { "I. A\nĐơn vị thực hiện: A phối hợp B. Thời gian: Quý I - quý II, tháng 3 và tháng 4\n", 2000, TRUE },
    { "Nơi nhận:\n- a   KT. CHỦ TỊCH   Nguyễn Văn A\n", 6000, FALSE },
    { "( ( ( ", 300000, FALSE },
    { "I. A\n(((((((((((((((((((((((\n", 5000, TRUE },
    { "\xcc\x81", 1000000, FALSE },
    { "KẾ HOẠCH\n", 20000, FALSE },
    { "41/41 ", 300000, FALSE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) text = repeat (texts[i].piece, texts[i].times);
      g_autoptr (GError) error = NULL;
      g_autoptr (TosoPlan) plan = NULL;
      gint64 begun = g_get_monotonic_time ();

      plan = toso_plan_read_text (text->str, (gssize) text->len, "odd", &error);
      g_test_message ("%u: %.3f s", i, (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC);
      g_assert_cmpint (plan != NULL, ==, texts[i].is_plan);
      if (plan == NULL)
        g_assert_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE);
      g_assert_cmpint (g_get_monotonic_time () - begun, <, 20 * G_USEC_PER_SEC);
    }
}

/* Bytes that are no UTF-8, zeros and half letters, between what is a plan */
static void
test_broken_bytes_are_kept_out (void)
{
  static const char text[] = "K\xe1\xba"
                             "\nI. MỤC TIÊU\n- 100\0% th\xf4n\n\xff\xfe\nII. X\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = toso_plan_read_text (text, sizeof text - 1, "odd", &error);

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (plan->source, -1, NULL));
  g_assert_cmpuint (plan->sections->len, >=, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/bad-plan/refused-with-a-sentence", test_refused);
  g_test_add_func ("/exchange/bad-plan/missing-and-folder", test_missing_and_folder);
  g_test_add_func ("/exchange/bad-plan/cancelled", test_cancelled);
  g_test_add_func ("/exchange/bad-plan/too-large-is-not-read", test_too_large);
  g_test_add_func ("/exchange/bad-plan/odd-texts-end", test_odd_texts_end);
  g_test_add_func ("/exchange/bad-plan/broken-bytes-are-kept-out", test_broken_bytes_are_kept_out);

  return g_test_run ();
}
