/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#ifdef G_OS_WIN32
#include <windows.h>
#else
#include <signal.h>
#include <sys/resource.h>
#endif

#include "core/toso-error.h"
#include "document/toso-document-private.h"
#include "papers.h"
#include "read-back.h"

static TosoDocument *
lay_out (const TosoPaper *paper)
{
  g_autoptr (GError) error = NULL;
  TosoDocument *document = toso_document_new (paper, NULL, &error);

  g_assert_no_error (error);

  return document;
}

static void
test_metadata (void)
{
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  g_autofree char *title = poppler_document_get_title (pdf->document);
  g_autofree char *author = poppler_document_get_author (pdf->document);
  g_autofree char *subject = poppler_document_get_subject (pdf->document);
  g_autofree char *keywords = poppler_document_get_keywords (pdf->document);

  g_assert_cmpstr (title, ==, paper->subject);
  g_assert_cmpstr (author, ==, paper->author);
  g_assert_cmpstr (subject, ==, "Hoạt động của Tổ Công nghệ số cộng đồng trên địa bàn xã Ngọc Liên năm 2026");
  g_assert_cmpstr (keywords, ==, paper->keywords);
  /* SOURCE_DATE_EPOCH of the tests. */
  g_assert_cmpint (poppler_document_get_creation_date (pdf->document), ==, 1768089600);
}

static void
collect_outline (PopplerIndexIter *iter,
                 guint             depth,
                 GString          *all)
{
  if (iter == NULL)
    return;
  do
    {
      PopplerAction    *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *child = poppler_index_iter_get_child (iter);

      g_assert_cmpint (action->type, ==, POPPLER_ACTION_GOTO_DEST);
      g_string_append_printf (all, "%u %d %s\n", depth, action->goto_dest.dest->page_num, action->any.title);
      collect_outline (child, depth + 1, all);
      poppler_action_free (action);
      poppler_index_iter_free (child);
    }
  while (poppler_index_iter_next (iter));
}

static void
test_outline (void)
{
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  PopplerIndexIter *iter = poppler_index_iter_new (pdf->document);
  g_autoptr (GString) all = g_string_new (NULL);

  collect_outline (iter, 0, all);
  poppler_index_iter_free (iter);
  g_assert_true (g_str_has_prefix (all->str, "0 1 I. MỤC ĐÍCH, YÊU CẦU\n1 1 1. Mục đích\n1 1 2. Yêu cầu\n"
                                             "0 1 II. MỤC TIÊU CHUNG, MỤC TIÊU CỤ THỂ\n1 1 1. Mục tiêu chung\n"));
  g_assert_nonnull (strstr (all->str, "\n0 4 IV. TỔ CHỨC THỰC HIỆN\n"));
}

static void
test_links (void)
{
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  guint n = 0;

  for (int p = 0; p < pdf->n_pages; p++)
    {
      PopplerPage *page = poppler_document_get_page (pdf->document, p);
      GList       *links = poppler_page_get_link_mapping (page);

      for (GList *l = links; l != NULL; l = l->next, n++)
        {
          const PopplerLinkMapping *link = l->data;
          TestBox                   box = test_pdf_get (pdf, p, "https://binhdanhocvuso.gov.v");

          g_assert_cmpstr (link->action->uri.uri, ==, "https://binhdanhocvuso.gov.v");
          g_assert_cmpfloat_with_epsilon (link->area.x1, box.x1, 1.5);
          g_assert_cmpfloat_with_epsilon (link->area.x2, box.x2, 1.5);
          /* Poppler counts from the bottom. */
          g_assert_cmpfloat (TOSO_MM (297) - link->area.y1, >, box.baseline - 1);
          g_assert_cmpfloat (TOSO_MM (297) - link->area.y2, <, box.baseline);
        }
      poppler_page_free_link_mapping (links);
      g_object_unref (page);
    }
  g_assert_cmpuint (n, ==, 2);
}

/* Cairo writes an address as it gets it: what would end the string in the file
 * has to be encoded. */
static void
test_awkward_links (void)
{
  static const struct
  {
    const char *text, *uri;
  } cases[] = {
    { "Xem http://a.vn/x_(y) nhé.", "http://a.vn/x_%28y" },
    { "(https://a.vn/?q=1&r=2).", "https://a.vn/?q=1&r=2" },
    { "Tại https://a.vn/tra'cứu\\(1, và", "https://a.vn/tra%27c%E1%BB%A9u%5C%281" },
    { "Chỉ https:// thôi, hay http://) cũng vậy.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPaper) paper = toso_paper_new ();
      g_autoptr (TestPdf) pdf = NULL;
      PopplerPage *page;
      GList       *links;

      toso_paper_add_block (paper, TOSO_BLOCK_BODY, cases[i].text);
      pdf = test_pdf_new (paper, NULL);
      page = poppler_document_get_page (pdf->document, 0);
      links = poppler_page_get_link_mapping (page);
      g_assert_cmpuint (g_list_length (links), ==, cases[i].uri != NULL ? 1 : 0);
      if (links != NULL)
        g_assert_cmpstr (((PopplerLinkMapping *) links->data)->action->uri.uri, ==, cases[i].uri);
      poppler_page_free_link_mapping (links);
      g_object_unref (page);
    }
}

static guint
count_elements (PopplerStructureElementIter *iter,
                PopplerStructureElementKind  kind)
{
  guint n = 0;

  if (iter == NULL)
    return 0;
  do
    {
      PopplerStructureElement     *element = poppler_structure_element_iter_get_element (iter);
      PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);

      n += poppler_structure_element_get_kind (element) == kind;
      n += count_elements (child, kind);
      poppler_structure_element_iter_free (child);
      g_object_unref (element);
    }
  while (poppler_structure_element_iter_next (iter));

  return n;
}

static guint
count_kind (TestPdf                    *pdf,
            PopplerStructureElementKind kind)
{
  PopplerStructureElementIter *iter = poppler_structure_element_iter_new (pdf->document);
  guint                        n = count_elements (iter, kind);

  poppler_structure_element_iter_free (iter);

  return n;
}

static void
test_structure (void)
{
  g_autoptr (TosoPaper) plan = test_plan_paper (1);
  g_autoptr (TosoPaper) table = test_table_paper (3);
  g_autoptr (TestPdf) plan_pdf = test_pdf_new (plan, NULL);
  g_autoptr (TestPdf) table_pdf = test_pdf_new (table, NULL);

  g_assert_cmpuint (count_kind (plan_pdf, POPPLER_STRUCTURE_ELEMENT_DOCUMENT), ==, 1);
  g_assert_cmpuint (count_kind (plan_pdf, POPPLER_STRUCTURE_ELEMENT_HEADING_1), ==, 4);
  g_assert_cmpuint (count_kind (plan_pdf, POPPLER_STRUCTURE_ELEMENT_HEADING_2), >, 5);
  g_assert_cmpuint (count_kind (plan_pdf, POPPLER_STRUCTURE_ELEMENT_PARAGRAPH), >, 60);
  g_assert_cmpuint (count_kind (table_pdf, POPPLER_STRUCTURE_ELEMENT_TABLE), ==, 1);
  g_assert_cmpuint (count_kind (table_pdf, POPPLER_STRUCTURE_ELEMENT_TABLE_ROW), ==, 4);
  g_assert_cmpuint (count_kind (table_pdf, POPPLER_STRUCTURE_ELEMENT_TABLE_HEADING), ==, 6);
  g_assert_cmpuint (count_kind (table_pdf, POPPLER_STRUCTURE_ELEMENT_TABLE_DATA), ==, 18);
}

static gsize
find_bytes (GBytes     *bytes,
            const char *needle)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i + strlen (needle) <= size; i++)
    if (memcmp (data + i, needle, strlen (needle)) == 0)
      return i;

  return 0;
}

static guint
count_bytes (GBytes     *bytes,
             const char *needle)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);
  guint       n = 0;

  for (gsize i = 0; i + strlen (needle) <= size; i++)
    n += memcmp (data + i, needle, strlen (needle)) == 0;

  return n;
}

/* What the drawing library says in English is said in the office's words. */
static void
test_reasons (void)
{
  for (int status = CAIRO_STATUS_NO_MEMORY; status < CAIRO_STATUS_LAST_STATUS; status++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (toso_pdf_check_status (status, &error));
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_FAILED);
      g_assert_null (strstr (error->message, cairo_status_to_string (status)));
      g_assert_true (g_str_has_prefix (error->message, "The PDF could not be made"));
    }
  g_assert_true (toso_pdf_check_status (CAIRO_STATUS_SUCCESS, NULL));
}

/* The catalog says Vietnamese and tagged, and every offset still fits: a
 * reader would mend a wrong table without a word. */
static void
test_catalog (void)
{
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  const char *data = g_bytes_get_data (pdf->bytes, NULL);
  gsize       catalog = find_bytes (pdf->bytes, "/Type /Catalog");
  gsize       start = find_bytes (pdf->bytes, "startxref\n");
  gsize       table;
  guint64     n;

  g_assert_cmpuint (catalog, >, 0);
  g_assert_cmpuint (find_bytes (pdf->bytes, "/Lang (vi-VN)"), >, catalog);
  g_assert_cmpuint (find_bytes (pdf->bytes, "/Marked true"), >, catalog);
  g_assert_cmpuint (count_bytes (pdf->bytes, "/MarkInfo"), ==, 1);
  g_assert_cmpuint (count_bytes (pdf->bytes, "/Lang "), ==, 1);
  table = g_ascii_strtoull (data + start + strlen ("startxref\n"), NULL, 10);
  g_assert_cmpint (memcmp (data + table, "xref\n0 ", 7), ==, 0);
  n = g_ascii_strtoull (data + table + 7, NULL, 10);
  table = strchr (data + table + 7, '\n') - data + 1;
  for (guint64 i = 1; i < n; i++)
    {
      g_autofree char *object = g_strdup_printf ("%" G_GUINT64_FORMAT " 0 obj", i);
      guint64          offset = g_ascii_strtoull (data + table + i * 20, NULL, 10);

      g_assert_cmpint (strncmp (data + offset, object, strlen (object)), ==, 0);
    }
}

static void
test_fonts_embedded (void)
{
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  PopplerFontInfo  *info = poppler_font_info_new (pdf->document);
  PopplerFontsIter *iter = NULL;
  guint             n = 0;

  g_assert_true (poppler_font_info_scan (info, pdf->n_pages, &iter));
  do
    {
      g_assert_true (poppler_fonts_iter_is_embedded (iter));
      g_assert_true (poppler_fonts_iter_is_subset (iter));
      n++;
    }
  while (poppler_fonts_iter_next (iter));
  g_assert_cmpuint (n, >, 0);
  poppler_fonts_iter_free (iter);
  g_object_unref (info);
}

static void
test_same_bytes (void)
{
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  g_autoptr (TestPdf) first = test_pdf_new (paper, NULL);
  g_autoptr (TestPdf) second = test_pdf_new (paper, NULL);

  g_assert_true (g_bytes_equal (first->bytes, second->bytes));
}

static void
assert_only_file (const char *folder,
                  const char *name)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry = g_dir_read_name (dir);

  g_assert_cmpstr (entry, ==, name);
  g_assert_null (g_dir_read_name (dir));
}

#ifdef G_OS_WIN32

/* Another program holds the file open, as a PDF reader does. */
typedef HANDLE Hindrance;

static void
hinder (Hindrance  *self,
        const char *path)
{
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (path, -1, NULL, NULL, NULL);

  *self = CreateFileW ((wchar_t *) wide, GENERIC_READ, 0, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
  g_assert_true (*self != INVALID_HANDLE_VALUE);
}

static void
unhinder (Hindrance *self)
{
  CloseHandle (*self);
}

#else

/* A full disk, played by a limit on the size of files. */
typedef struct rlimit Hindrance;

static void
hinder (Hindrance  *self,
        const char *path)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, self);
  limit = *self;
  limit.rlim_cur = 10000;
  setrlimit (RLIMIT_FSIZE, &limit);
}

static void
unhinder (Hindrance *self)
{
  setrlimit (RLIMIT_FSIZE, self);
}

#endif

/* The old file stays, no other is left, and the message names the file. */
static void
test_failed_write_keeps_old (void)
{
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  g_autoptr (TosoDocument) document = lay_out (paper);
  g_autofree char *folder = g_dir_make_tmp ("toso-pdf-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "kế hoạch.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  Hindrance        hindrance;
  gboolean         written;

  g_assert_true (g_file_set_contents (path, "%PDF-1.4 bản cũ", -1, NULL));
  hinder (&hindrance, path);
  written = toso_document_write_pdf (document, file, NULL, &error);
  unhinder (&hindrance);

  g_assert_false (written);
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, "kế hoạch.pdf"));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "%PDF-1.4 bản cũ");
  assert_only_file (folder, "kế hoạch.pdf");

  g_clear_error (&error);
  g_assert_true (toso_document_write_pdf (document, file, NULL, &error));
  g_assert_no_error (error);
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-1."));
  assert_only_file (folder, "kế hoạch.pdf");
  g_remove (path);
  g_rmdir (folder);
}

static void
test_bad_places (void)
{
  static const char *const places[] = { "/", "/khong-co/thu-muc/ke-hoach.pdf" };
  g_autoptr (TosoPaper) paper = toso_paper_new ();
  g_autoptr (TosoDocument) document = lay_out (paper);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (places[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (toso_document_write_pdf (document, file, NULL, &error));
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  g_autoptr (TosoDocument) document = lay_out (paper);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (toso_document_to_pdf (document, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
make_pdf_cb (gpointer data)
{
  g_autoptr (TosoDocument) document = lay_out (data);

  return toso_document_to_pdf (document, NULL, NULL);
}

/* Made in other threads at the same time: the same file. */
static void
test_threads (void)
{
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  GThread *first = g_thread_new ("first", make_pdf_cb, paper);
  GThread *second = g_thread_new ("second", make_pdf_cb, paper);
  g_autoptr (GBytes) a = g_thread_join (first);
  g_autoptr (GBytes) b = g_thread_join (second);
  g_autoptr (GBytes) c = make_pdf_cb (paper);

  g_assert_true (g_bytes_equal (a, b));
  g_assert_true (g_bytes_equal (a, c));
}

/* Preview and print draw the page that the PDF has. */
static void
test_draw_page (void)
{
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  g_autoptr (TosoDocument) document = lay_out (paper);
  cairo_rectangle_t page = { 0, 0, TOSO_MM (210), TOSO_MM (297) };
  double            x, y, width, height, page_width, page_height;

  for (guint i = 0; i < toso_document_get_n_pages (document); i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &page);
      cairo_t         *cr = cairo_create (surface);

      toso_document_get_page_size (document, i, &page_width, &page_height);
      g_assert_cmpfloat_with_epsilon (page_width, page.width, 0.01);
      g_assert_cmpfloat_with_epsilon (page_height, page.height, 0.01);
      toso_document_draw_page (document, i, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, TOSO_MM (29));
      g_assert_cmpfloat (x + width, <=, TOSO_MM (196));
      g_assert_cmpfloat (width, >, TOSO_MM (150));
      g_assert_cmpfloat (y + height, <=, TOSO_MM (278));
      cairo_surface_destroy (surface);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/pdf/metadata", test_metadata);
  g_test_add_func ("/document/pdf/outline", test_outline);
  g_test_add_func ("/document/pdf/links", test_links);
  g_test_add_func ("/document/pdf/awkward-links", test_awkward_links);
  g_test_add_func ("/document/pdf/structure", test_structure);
  g_test_add_func ("/document/pdf/catalog", test_catalog);
  g_test_add_func ("/document/pdf/reasons", test_reasons);
  g_test_add_func ("/document/pdf/fonts-embedded", test_fonts_embedded);
  g_test_add_func ("/document/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/document/pdf/failed-write-keeps-old", test_failed_write_keeps_old);
  g_test_add_func ("/document/pdf/bad-places", test_bad_places);
  g_test_add_func ("/document/pdf/cancelled", test_cancelled);
  g_test_add_func ("/document/pdf/threads", test_threads);
  g_test_add_func ("/document/pdf/draw-page", test_draw_page);

  return g_test_run ();
}
