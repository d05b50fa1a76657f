/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-papers-page-private.h"

#include <glib/gi18n.h>

#include "app/toso-mark-view.h"
#include "app/toso-parts.h"
#include "app/toso-style.h"

static TosoMark
get_mark (TosoPaperState state)
{
  switch (state)
    {
    case TOSO_PAPER_ISSUED:
      return TOSO_MARK_DIAMOND;
    case TOSO_PAPER_SIGNED:
      return TOSO_MARK_CIRCLE;
    case TOSO_PAPER_DRAFT:
    default:
      return TOSO_MARK_RING;
    }
}

static const char *
get_state_words (TosoPaperState state)
{
  switch (state)
    {
    case TOSO_PAPER_ISSUED:
      return C_ ("paper", "issued");
    case TOSO_PAPER_SIGNED:
      return C_ ("paper", "signed");
    case TOSO_PAPER_DRAFT:
    default:
      return C_ ("paper", "draft");
    }
}

/* "05/BC-UBND · 18/4 · đã ký", "bản nháp" */
static char *
describe (const TosoKeptPaper *paper)
{
  if (paper->state == TOSO_PAPER_DRAFT)
    return g_strdup (get_state_words (paper->state));

  return g_strdup_printf ("%02d/%s · %d/%d · %s", paper->number, paper->symbol, paper->day.day, paper->day.month,
                          get_state_words (paper->state));
}

/* Shorter than its title, which begins like all others: "Báo cáo quý · Quý I/2026". */
static char *
make_short_title (const TosoKeptPaper *paper)
{
  const char      *label = toso_report_get_paper_label (paper->kind);
  g_autofree char *period_title = NULL;
  TosoPeriod       period;

  if (label == NULL)
    return g_strdup (paper->title);
  if (!toso_period_parse (paper->period, &period))
    return g_strdup (label);
  period_title = toso_period_screen_title (period);

  return g_strdup_printf ("%s · %s", label, period_title);
}

char *
toso_papers_page_describe (const TosoKeptPaper *paper)
{
  g_autofree char *title = make_short_title (paper);
  g_autofree char *words = describe (paper);

  return g_strdup_printf ("%s · %s", words, title);
}

static void
set_row (TosoPapersPage      *self,
         guint                place,
         const TosoKeptPaper *paper)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *mark = toso_mark_view_new (get_mark (paper->state));
  g_autofree char *short_title = make_short_title (paper);
  GtkWidget       *title = toso_make_label (short_title, 0, NULL);
  g_autofree char *words = describe (paper);
  GtkWidget       *note = toso_make_label (words, 0, "dim note figure");
  g_autofree char *name = g_strdup_printf ("%s. %s. %s", words, short_title, paper->title);

  gtk_widget_add_css_class (mark, toso_style_get_mark_class (get_mark (paper->state)));
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_margin_top (mark, 4);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (note), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (row, paper->title);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (row, "kept-paper");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), box);
  toso_kind_list_set_row (TOSO_KIND_LIST (self->kept_list), place, row, name);
}

void
toso_papers_page_update_list (TosoPapersPage *self)
{
  GError    *error = NULL;
  GPtrArray *kept = toso_year_list_papers (toso_session_get_year (self->session), &error);
  guint      chosen = G_MAXUINT;

  if (kept == NULL)
    {
      toso_session_take_error (self->session, error);
      return;
    }
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  self->kept = kept;
  self->quiet = TRUE;
  for (guint i = 0; i < kept->len; i++)
    {
      const TosoKeptPaper *paper = kept->pdata[i];

      set_row (self, i, paper);
      if (self->kind == NULL && paper->id == self->kept_id)
        chosen = i;
    }
  toso_kind_list_trim (TOSO_KIND_LIST (self->kept_list), kept->len);
  if (chosen != G_MAXUINT)
    toso_kind_list_choose (TOSO_KIND_LIST (self->kept_list), chosen);
  else
    toso_kind_list_choose_none (TOSO_KIND_LIST (self->kept_list));
  self->quiet = FALSE;
  gtk_widget_set_visible (self->no_kept, kept->len == 0);
  gtk_widget_set_visible (self->kept_list, kept->len > 0);
}
