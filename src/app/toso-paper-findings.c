/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-paper-findings.h"

#include <glib/gi18n.h>

#include "app/toso-mark-view.h"
#include "app/toso-parts.h"
#include "app/toso-style.h"
#include "document/toso-lint.h"

struct _TosoPaperFindings
{
  GtkBox parent_instance;

  GtkWidget *words;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (TosoPaperFindings, toso_paper_findings, GTK_TYPE_BOX)

enum {
  PAGE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* "Trang 2 · Phụ lục I, mục II.6.đ" */
static char *
get_place (const TosoLintFinding *finding)
{
  GString *place = g_string_new (NULL);

  if (finding->page > 0)
    g_string_append_printf (place, _ ("Page %u"), finding->page);
  if (*finding->clause != '\0')
    {
      if (place->len > 0)
        g_string_append (place, " · ");
      /* Translators: %s is a clause of Annex I of Decree 30/2020, such as II.6.đ */
      g_string_append_printf (place, _ ("Decree 30, Annex I: %s"), finding->clause);
    }

  return g_string_free (place, FALSE);
}

static void
add_line (GtkWidget  *box,
          const char *text,
          const char *css_classes)
{
  GtkWidget *label = toso_make_label (text, 0, css_classes);

  if (*text == '\0')
    return;
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_finding (TosoPaperFindings     *self,
             int                    index,
             const TosoLintFinding *finding)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget       *mark = toso_mark_view_new (TOSO_MARK_TRIANGLE);
  g_autofree char *place = get_place (finding);
  /* Translators: what the format checker found in a paper */
  g_autofree char *found = g_strdup_printf (_ ("Found: %s"), finding->found);
  g_autofree char *expected = g_strdup_printf (_ ("Expected: %s"), finding->expected);
  g_autofree char *where = g_strdup_printf ("“%s”", finding->where);
  g_autofree char *name = g_strjoin (". ", place, where, found, expected, NULL);
  GtkWidget       *list_row;

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_margin_top (mark, 4);
  gtk_widget_add_css_class (mark, toso_style_get_mark_class (TOSO_MARK_TRIANGLE));
  add_line (box, place, "dim note");
  if (*finding->where != '\0')
    add_line (box, where, NULL);
  add_line (box, found, "second");
  add_line (box, expected, "second");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), box);
  list_row = toso_set_row (self->list, index, row, name, NULL);
  g_object_set_data (G_OBJECT (list_row), "toso-page", GUINT_TO_POINTER (finding->page));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), finding->page > 0);
}

static void
row_activated_cb (TosoPaperFindings *self,
                  GtkListBoxRow     *row)
{
  guint page = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "toso-page"));

  if (page > 0)
    g_signal_emit (self, signals[PAGE_CHOSEN], 0, page - 1);
}

static gboolean
toso_paper_findings_focus (GtkWidget       *widget,
                           GtkDirectionType direction)
{
  return !toso_tab_leaves (TOSO_PAPER_FINDINGS (widget)->list, direction) &&
         GTK_WIDGET_CLASS (toso_paper_findings_parent_class)->focus (widget, direction);
}

static void
toso_paper_findings_class_init (TosoPaperFindingsClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = toso_paper_findings_focus;
  signals[PAGE_CHOSEN] = g_signal_new ("page-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
toso_paper_findings_init (TosoPaperFindings *self)
{
  /* All that wraps is in the scroller: the panes ask for the height of lines
   * as long as they like, and give less. */
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->words = toso_make_label (NULL, 0, "dim second");
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_widget_add_css_class (self->words, "side-words");
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "side-rows");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Format check"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (self), scroller);
  toso_paper_findings_set (self, NULL, "");
}

GtkWidget *
toso_paper_findings_new (void)
{
  return g_object_new (TOSO_TYPE_PAPER_FINDINGS, NULL);
}

void
toso_paper_findings_set (TosoPaperFindings *self,
                         GPtrArray         *findings,
                         const char        *message)
{
  guint            n_findings = findings != NULL ? findings->len : 0;
  g_autofree char *text = NULL;

  g_return_if_fail (TOSO_IS_PAPER_FINDINGS (self));

  for (guint i = 0; i < n_findings; i++)
    add_finding (self, i, findings->pdata[i]);
  toso_trim_rows (self->list, n_findings);

  if (findings == NULL)
    text = g_strdup (message);
  else if (n_findings == 0)
    text = g_strdup (_ ("Nothing that Decree 30/2020/NĐ-CP would have otherwise."));
  else
    text = g_strdup_printf (ngettext ("%u place to look at", "%u places to look at", n_findings), n_findings);
  gtk_label_set_label (GTK_LABEL (self->words), text);
  gtk_widget_set_visible (self->list, n_findings > 0);
}
