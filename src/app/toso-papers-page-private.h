/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-kind-list.h"
#include "app/toso-paper-findings.h"
#include "app/toso-paper-render.h"
#include "app/toso-papers-page.h"
#include "app/toso-pdf-view.h"

G_BEGIN_DECLS

struct _TosoPapersPage
{
  GtkBox parent_instance;

  TosoSession       *session;
  const char        *kind;
  GCancellable      *cancellable; /* of the paper being made */
  TosoRenderedPaper *rendered;

  GtkWidget *summary;
  GtkWidget *paned;
  GtkWidget *list_paned;
  GtkWidget *kinds;
  GtkWidget *view;
  GtkWidget *side;
  GtkWidget *side_button;
  GtkWidget *side_stack;
  GtkWidget *check_button;
  GtkWidget *findings;
};

/* toso-papers-page.c */
void toso_papers_page_update_actions (TosoPapersPage *self);
/* toso-papers-page-paper.c: the paper as pages, and what is found in them */
void toso_papers_page_update_paper   (TosoPapersPage *self);
void toso_papers_page_stop_paper     (TosoPapersPage *self);

G_END_DECLS
