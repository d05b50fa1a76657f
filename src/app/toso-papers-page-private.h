/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-block-list.h"
#include "app/toso-kind-list.h"
#include "app/toso-paper-compare.h"
#include "app/toso-paper-findings.h"
#include "app/toso-paper-people.h"
#include "app/toso-paper-render.h"
#include "app/toso-papers-page.h"
#include "app/toso-pdf-view.h"
#include "report/toso-draft.h"

G_BEGIN_DECLS

#define TOSO_AGAINST_DATA   0
#define TOSO_AGAINST_SIGNED (-1)

struct _TosoPapersPage
{
  GtkBox parent_instance;

  TosoSession       *session;
  const char        *kind;      /* of a paper made of the data; NULL: a kept one is looked at */
  gint64             kept_id;
  gint64             against;   /* what it is compared with: a kept paper, or TOSO_AGAINST_… */
  TosoPeriod         period;    /* that was looked at when it was opened */
  TosoDraft         *draft;     /* or NULL */
  GPtrArray         *kept;      /* of TosoKeptPaper, as the rows of kept_list */
  gboolean           quiet;     /* what is chosen in the lists is not a person's doing */
  GCancellable      *cancellable; /* of the paper being made */
  guint              make_id;     /* the paper is to be made */
  TosoRenderedPaper *rendered;
  gboolean           is_fresh;  /* what is rendered is what the draft says */
  gboolean           wants_export; /* as soon as it is */

  GtkWidget *summary;
  GtkWidget *pages_button;
  GtkWidget *compare_button;
  GtkWidget *each_button;
  GtkWidget *issue_button;
  GtkWidget *paned;
  GtkWidget *list_paned;
  GtkWidget *search_entry;
  GtkWidget *lists;
  GtkWidget *kinds;
  GtkWidget *kept_list;
  GtkWidget *no_kept;
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *compare;
  GtkWidget *side;
  GtkWidget *side_button;
  GtkWidget *side_stack;
  GtkWidget *content_button;
  GtkWidget *check_button;
  GtkWidget *people;
  GtkWidget *blocks;
  GtkWidget *findings;
};

/* toso-papers-page.c */
void toso_papers_page_update_actions (TosoPapersPage *self);
/* Whether a signed copy of what is shown may come. */
gboolean toso_papers_page_may_receive (TosoPapersPage *self);
/* Shows the kept paper. */
void toso_papers_page_choose_kept    (TosoPapersPage *self,
                                      gint64          id);
/* toso-papers-page-list.c: what is kept of the year */
void toso_papers_page_update_list    (TosoPapersPage *self);
/* "05/BC-UBND · 18/4 · đã ký", with the period */
char *toso_papers_page_describe      (const TosoKeptPaper *paper);
/* toso-papers-page-compare.c */
void toso_papers_page_connect_compare (TosoPapersPage *self);
void toso_papers_page_update_compare (TosoPapersPage *self);
/* toso-papers-page-paper.c: the paper as pages, and what is found in them */
void toso_papers_page_open_draft     (TosoPapersPage *self);
void toso_papers_page_update_paper   (TosoPapersPage *self);
void toso_papers_page_stop_paper     (TosoPapersPage *self);
/* toso-papers-page-blocks.c */
void toso_papers_page_connect_blocks (TosoPapersPage *self);
void toso_papers_page_update_blocks  (TosoPapersPage *self);
/* toso-papers-page-out.c: printing, exporting, issuing, the signed copy */
void toso_papers_page_install_out    (GtkWidgetClass *widget_class);
void toso_papers_page_connect_drop   (TosoPapersPage *self);
void toso_papers_page_export         (TosoPapersPage *self);

G_END_DECLS
