/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <cairo-pdf.h>
#include <poppler.h>
#include <string.h>

#include "app/toso-chart-print.h"
#include "app/toso-import.h"
#include "app/toso-plan-print.h"

#include "plan-fixture.h"

/* Printing into a file instead of on a printer: four pages of a paper, then an
 * annex across. */

#define N_PAGES 5

typedef struct
{
  char         *folder;
  char         *path;
  TosoYear     *year;
  TosoSession  *session;
  TosoDocument *document;
  char         *failure;
  guint         n_failures;
} Fixture;

static void
failed_cb (TosoSession *session,
           GError      *error,
           Fixture     *fixture)
{
  g_free (fixture->failure);
  fixture->failure = g_strdup (error->message);
  fixture->n_failures++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (TosoPaper) paper = toso_paper_new ();
  g_autoptr (GError) error = NULL;
  TosoAnnex *annex;

  fixture->year = plan_fixture_open (&fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "in.pdf", NULL);
  fixture->session = toso_session_new (fixture->year, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->session, "failed", G_CALLBACK (failed_cb), fixture);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *text = g_strdup_printf ("Đoạn số %u.", i);

      toso_paper_add_block (paper, TOSO_BLOCK_BODY, text);
    }
  annex = toso_paper_add_annex (paper, "Phụ lục I");
  annex->landscape = TRUE;
  toso_annex_add_block (annex, TOSO_BLOCK_BODY, "Bảng ngang.");
  fixture->document = toso_document_new (paper, &TOSO_PROFILE_DECREE_30, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_remove (fixture->path);
  g_free (fixture->path);
  g_free (fixture->failure);
  g_assert_finalize_object (fixture->document);
  g_assert_finalize_object (fixture->session);
  plan_fixture_close (fixture->year, fixture->folder);
}

/* A printed page shows what the page of the paper shows, at its size. */
static void
assert_printed (const char *path,
                Fixture    *fixture,
                const int  *pages,
                guint       n_pages)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GBytes) pdf = toso_document_to_pdf (fixture->document, NULL, NULL);
  PopplerDocument *printed = poppler_document_new_from_file (uri, NULL, NULL);
  PopplerDocument *paper = poppler_document_new_from_bytes (pdf, NULL, NULL);

  g_assert_nonnull (printed);
  g_assert_cmpint (poppler_document_get_n_pages (printed), ==, n_pages);
  for (guint i = 0; i < n_pages; i++)
    {
      PopplerPage     *page = poppler_document_get_page (printed, (int) i);
      PopplerPage     *wanted = poppler_document_get_page (paper, pages[i]);
      g_autofree char *text = poppler_page_get_text (page);
      g_autofree char *wanted_text = poppler_page_get_text (wanted);
      double           width, height, wanted_width, wanted_height;

      poppler_page_get_size (page, &width, &height);
      poppler_page_get_size (wanted, &wanted_width, &wanted_height);
      g_assert_cmpstr (text, ==, wanted_text);
      g_assert_cmpfloat_with_epsilon (width, wanted_width, 1);
      g_assert_cmpfloat_with_epsilon (height, wanted_height, 1);
      g_object_unref (page);
      g_object_unref (wanted);
    }
  g_object_unref (printed);
  g_object_unref (paper);
}

static void
print (Fixture           *fixture,
       GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, fixture->path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (fixture->failure);
}

/* --- some pages --- */

typedef struct
{
  Fixture *fixture;
  int      pages[N_PAGES];
  guint    n_pages;
} Choice;

/* What GTK does for a range, for the odd or the even pages, from the last to the
 * first: it asks for these and no others, in this order. */
static void
draw_chosen (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             Choice            *choice)
{
  g_autofree char *path = g_strconcat (choice->fixture->path, ".some", NULL);
  cairo_t         *own = cairo_reference (gtk_print_context_get_cairo_context (context));
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 1, 1);
  cairo_t         *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  for (guint i = 0; i < choice->n_pages; i++)
    {
      g_autoptr (GtkPageSetup) setup = gtk_page_setup_copy (gtk_print_context_get_page_setup (context));

      g_signal_emit_by_name (operation, "request-page-setup", context, choice->pages[i], setup);
      cairo_pdf_surface_set_size (surface, gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                                  gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS));
      g_signal_emit_by_name (operation, "draw-page", context, choice->pages[i]);
      cairo_show_page (cr);
    }
  gtk_print_context_set_cairo_context (context, own, 72, 72);
  cairo_destroy (own);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  assert_printed (path, choice->fixture, choice->pages, choice->n_pages);
  g_remove (path);
}

static void
test_some (Fixture      *fixture,
           gconstpointer data)
{
  Choice choices[] = {
    { fixture, { 1, 2 }, 2 },
    { fixture, { 0, 2, 4 }, 3 },
    { fixture, { 1, 3 }, 2 },
    { fixture, { 4, 3, 2, 1, 0 }, 5 },
    { fixture, { 4 }, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GtkPrintOperation) operation = toso_plan_print_prepare (fixture->document, fixture->session, 1, "Báo cáo");

      g_signal_connect (operation, "begin-print", G_CALLBACK (draw_chosen), &choices[i]);
      print (fixture, operation);
    }
}

/* All pages, the annex in its own orientation. */
static void
test_all (Fixture      *fixture,
          gconstpointer data)
{
  static const int all[N_PAGES] = { 0, 1, 2, 3, 4 };
  g_autoptr (GtkPrintOperation) operation = toso_plan_print_prepare (fixture->document, fixture->session, 1, "Báo cáo");
  double width, height;

  g_assert_cmpuint (toso_document_get_n_pages (fixture->document), ==, N_PAGES);
  toso_document_get_page_size (fixture->document, N_PAGES - 1, &width, &height);
  g_assert_cmpfloat (width, >, height);
  print (fixture, operation);
  assert_printed (fixture->path, fixture, all, N_PAGES);
}

/* What the dialog needs to offer ranges and the page being looked at. */
static void
test_dialog (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GtkPrintOperation) operation = toso_plan_print_prepare (fixture->document, fixture->session, 99, "Báo cáo");
  g_autofree char *name = NULL;
  int              n_pages, current;

  g_object_get (operation, "n-pages", &n_pages, "current-page", &current, "job-name", &name, NULL);
  g_assert_cmpint (n_pages, ==, N_PAGES);
  g_assert_cmpint (current, ==, N_PAGES - 1);
  g_assert_cmpstr (name, ==, "Báo cáo");
}

/* Nowhere to print to: one sentence, and the program goes on. */
static void
test_failure (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GtkPrintOperation) operation = toso_plan_print_prepare (fixture->document, fixture->session, 0, "Báo cáo");
  g_autofree char *nowhere = g_build_filename (fixture->path, "nowhere", "in.pdf", NULL);

  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, nowhere);
  toso_plan_print_run (operation, fixture->session, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL);
  g_assert_nonnull (fixture->failure);
  g_assert_nonnull (strstr (fixture->failure, "was not printed"));
  g_assert_cmpuint (fixture->n_failures, ==, 1);
}

/* --- charts --- */

/* On a sheet of @paper (NULL: a strip, on which not all rows fit); how many pages there are.  Every page has the title
 * (its first word: on a small sheet it goes over lines), and no letter under 9 pt. */
static int
print_chart (Fixture    *fixture,
             const char *kind,
             const char *paper)
{
  g_autoptr (GError) error = NULL;
  TosoReportChart *chart = toso_session_make_chart (fixture->session, kind, NULL, &error);
  g_auto (GStrv) title = g_strsplit (((const TosoChartFrame *) toso_report_chart_get_chart (chart))->title, " ", 2);
  g_autoptr (GtkPrintOperation) operation = toso_chart_print_prepare (fixture->session, chart, "Biểu đồ");
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = paper != NULL ? gtk_paper_size_new (paper) : gtk_paper_size_new_custom ("low", "low", 220, 500, GTK_UNIT_POINTS);
  g_autofree char *uri = g_filename_to_uri (fixture->path, NULL, NULL);
  PopplerDocument *printed;
  int              n_pages;

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, fixture->path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (fixture->failure);

  printed = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  n_pages = poppler_document_get_n_pages (printed);
  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage     *page = poppler_document_get_page (printed, i);
      g_autofree char *text = poppler_page_get_text (page);
      GList           *attributes = poppler_page_get_text_attributes (page);

      if (strstr (text, title[0]) == NULL)
        g_error ("%s of %s: %s", title[0], kind, text);
      for (GList *l = attributes; l != NULL; l = l->next)
        g_assert_cmpfloat (((PopplerTextAttributes *) l->data)->font_size, >=, 8.95);
      poppler_page_free_text_attributes (attributes);
      g_object_unref (page);
    }
  g_object_unref (printed);

  return n_pages;
}

static void
test_chart (Fixture      *fixture,
            gconstpointer data)
{
  g_assert_cmpint (print_chart (fixture, "timeline", GTK_PAPER_NAME_A4), ==, 1);
  g_assert_cmpint (print_chart (fixture, "targets", GTK_PAPER_NAME_A3), ==, 1);
  g_assert_cmpint (print_chart (fixture, "ranked", NULL), >, 1);
}

/* --- several papers, a file each --- */

typedef struct
{
  GMainLoop *loop;
  gboolean   is_whole;
  guint      n_done, n_all, n_said;
} Writing;

static void
progress_cb (guint    n_done,
             guint    n_all,
             gpointer data)
{
  Writing *writing = data;

  g_assert_cmpuint (n_done, <=, n_all);
  writing->n_said++;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Writing *writing = data;
  g_autoptr (GError) error = NULL;

  writing->is_whole = toso_export_each_finish (result, &writing->n_done, &writing->n_all, &error);
  g_assert_cmpint (writing->is_whole, ==, error == NULL);
  g_assert_true (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  g_main_loop_quit (writing->loop);
}

static Writing
write_three (GFile        *folder,
             GCancellable *cancellable)
{
  Writing    writing = { g_main_loop_new (NULL, FALSE) };
  GPtrArray *papers = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_paper_free);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 3; i++)
    {
      g_ptr_array_add (papers, toso_paper_new ());
      g_ptr_array_add (names, g_strdup ("Thôn Một"));
    }
  toso_export_each_async (papers, names, &TOSO_PROFILE_DECREE_30, folder, cancellable, progress_cb, written_cb, &writing);
  g_main_loop_run (writing.loop);
  g_main_loop_unref (writing.loop);

  return writing;
}

static gboolean
take_file (GFile      *folder,
           const char *name)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autofree char *content = NULL;
  gsize            length;
  gboolean         has = g_file_load_contents (file, NULL, &content, &length, NULL, NULL);

  if (has)
    {
      g_assert_true (g_str_has_prefix (content, "%PDF-") && g_strstr_len (content + length - 8, 8, "%%EOF") != NULL);
      g_assert_true (g_file_delete (file, NULL, NULL));
    }

  return has;
}

/* Villages of the same name do not write over each other; what is stopped
 * before a file leaves none of it. */
static void
test_each (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GCancellable) stopped = g_cancellable_new ();
  Writing writing;

  g_cancellable_cancel (stopped);
  writing = write_three (folder, stopped);
  g_assert_false (writing.is_whole);
  g_assert_cmpuint (writing.n_done, ==, 0);
  g_assert_cmpuint (writing.n_all, ==, 3);
  g_assert_false (take_file (folder, "Thôn Một.pdf"));

  writing = write_three (folder, NULL);
  g_assert_true (writing.is_whole);
  g_assert_cmpuint (writing.n_done, ==, 3);
  g_assert_cmpuint (writing.n_said, >, 0);
  g_assert_true (take_file (folder, "Thôn Một.pdf"));
  g_assert_true (take_file (folder, "Thôn Một (2).pdf"));
  g_assert_true (take_file (folder, "Thôn Một (3).pdf"));
  g_assert_false (take_file (folder, "Thôn Một (4).pdf"));
}

int
main (int    argc,
      char **argv)
{
  gtk_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/print/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/print/some", Fixture, NULL, set_up, test_some, tear_down);
  g_test_add ("/print/dialog", Fixture, NULL, set_up, test_dialog, tear_down);
  g_test_add ("/print/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add ("/print/each", Fixture, NULL, set_up, test_each, tear_down);
  g_test_add ("/app/print/chart", Fixture, NULL, set_up, test_chart, tear_down);

  return g_test_run ();
}
