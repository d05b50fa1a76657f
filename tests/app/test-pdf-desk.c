/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-pdf-desk.h"

/* Longer than anything here takes. */
#define PATIENCE_MS 20000
#define N_PAGES     200

static gboolean
too_late_cb (gpointer data)
{
  g_error ("it did not happen");
  return G_SOURCE_REMOVE;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  *(TosoPdfFile **) data = toso_pdf_file_open_finish (result, NULL);
}

static TosoPdfFile *
open_paper (void)
{
  g_autoptr (TosoPaper) paper = toso_paper_new ();
  g_autoptr (TosoDocument) document = NULL;
  g_autoptr (GBytes) pdf = NULL;
  TosoPdfFile *file = NULL;

  for (guint i = 0; i < N_PAGES; i++)
    {
      TosoAnnex *annex = toso_paper_add_annex (paper, "Phụ lục");

      toso_annex_add_block (annex, TOSO_BLOCK_BODY, "Một trang.");
    }
  document = toso_document_new (paper, &TOSO_PROFILE_DECREE_30, NULL);
  pdf = toso_document_to_pdf (document, NULL, NULL);
  toso_pdf_file_open_async (pdf, NULL, opened_cb, &file);
  while (file == NULL)
    g_main_context_iteration (NULL, TRUE);

  return file;
}

/* However long the paper: what is far from the view is forgotten. */
static void
test_memory (void)
{
  guint      alarm_id = g_timeout_add (PATIENCE_MS, too_late_cb, NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (TosoPdfFile) file = open_paper ();
  TosoPdfDesk *desk = g_object_new (TOSO_TYPE_PDF_DESK, NULL);
  guint        n_pages = toso_pdf_file_get_n_pages (file);

  g_assert_cmpuint (n_pages, >=, N_PAGES);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (desk));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 600);
  gtk_window_present (GTK_WINDOW (window));
  toso_pdf_desk_set_file (desk, file);
  for (guint page = 0; page < n_pages; page += 7)
    {
      toso_pdf_desk_show_page (desk, page);
      g_assert_cmpuint (toso_pdf_desk_get_page (desk), ==, page);
      while (toso_pdf_desk_count_pictures (desk) < 1)
        g_main_context_iteration (NULL, TRUE);
      for (guint i = 0; i < 20; i++)
        g_main_context_iteration (NULL, FALSE);
      g_assert_cmpuint (toso_pdf_desk_count_pictures (desk), <=, 6);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  g_source_remove (alarm_id);
}

int
main (int    argc,
      char **argv)
{
  gtk_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-desk/memory", test_memory);

  return g_test_run ();
}
