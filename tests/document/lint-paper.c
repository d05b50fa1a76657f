/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lint-paper.h"

#include <cairo-pdf.h>
#include <string.h>

static GPtrArray *
lint_pdf (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = toso_lint_pdf (pdf, "a.pdf", &error);

  g_assert_no_error (error);

  return findings;
}

GPtrArray *
test_lint_paper (const TosoPaper   *paper,
                 const TosoProfile *profile)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoDocument) document = toso_document_new (paper, profile, &error);
  g_autoptr (GBytes) pdf = NULL;

  g_assert_no_error (error);
  pdf = toso_document_to_pdf (document, NULL, &error);
  g_assert_no_error (error);

  return lint_pdf (pdf);
}

static cairo_status_t
append (gpointer             data,
        const unsigned char *bytes,
        unsigned int         n)
{
  g_byte_array_append (data, bytes, n);

  return CAIRO_STATUS_SUCCESS;
}

GPtrArray *
test_lint_repainted (const TosoPaper *paper,
                     TestRepaint      repaint)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoDocument) document = toso_document_new (paper, NULL, &error);
  GByteArray *array = g_byte_array_new ();
  g_autoptr (GBytes) pdf = NULL;
  cairo_surface_t *surface;
  cairo_t         *cr;

  g_assert_no_error (error);
  surface = cairo_pdf_surface_create_for_stream (append, array, TOSO_MM (210), TOSO_MM (297));
  cr = cairo_create (surface);
  for (guint i = 0; i < toso_document_get_n_pages (document); i++)
    {
      toso_document_draw_page (document, i, cr);
      repaint (cr, i);
      cairo_show_page (cr);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  pdf = g_byte_array_free_to_bytes (array);

  return lint_pdf (pdf);
}

char *
test_get_rules (GPtrArray *findings)
{
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const TosoLintFinding *finding = findings->pdata[i];

      g_assert_cmpstr (finding->where, !=, "");
      g_assert_cmpstr (finding->found, !=, "");
      g_assert_cmpstr (finding->expected, !=, "");
      g_string_append_printf (rules, "%s%s", i > 0 ? " " : "", finding->rule);
    }

  return g_string_free (rules, FALSE);
}

void
test_assert_finding (GPtrArray  *findings,
                     const char *rule,
                     const char *clause,
                     guint       page,
                     const char *found,
                     const char *expected)
{
  g_autofree char *rules = test_get_rules (findings);

  for (guint i = 0; i < findings->len; i++)
    {
      const TosoLintFinding *finding = findings->pdata[i];

      if (g_str_equal (finding->rule, rule) && g_str_equal (finding->clause, clause) && finding->page == page &&
          (found == NULL || strstr (finding->found, found) != NULL) && (expected == NULL || strstr (finding->expected, expected) != NULL))
        return;
    }
  for (guint i = 0; i < findings->len; i++)
    {
      const TosoLintFinding *finding = findings->pdata[i];

      g_test_message ("page %u, %s %s: %s: %s, not %s", finding->page, finding->rule, finding->clause, finding->where, finding->found, finding->expected);
    }
  g_error ("%s, “%s” not among: %s", rule, found, rules);
}
