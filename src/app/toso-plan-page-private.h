/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-pdf-view.h"
#include "app/toso-plan-page.h"
#include "app/toso-plan-preview.h"
#include "app/toso-plan-text.h"
#include "app/toso-plan-tree.h"

G_BEGIN_DECLS

struct _TosoPlanPage
{
  GtkWidget parent_instance;

  TosoSession *session;

  GtkWidget *box;
  GtkWidget *text_button;
  GtkWidget *compare_button;
  GtkWidget *paper_button;
  GtkWidget *counts_label;
  GtkWidget *tree;
  GtkWidget *search_bar;
  GtkWidget *search_entry;
  GtkWidget *stack;
  GtkWidget *text;
  GtkWidget *compare;
  GtkWidget *same_label;
  GtkWidget *paper;
  GtkWidget *place_label;
  GtkWidget *paragraph_label;
  GtkWidget *remarks_button;
  GtkWidget *remarks_mark;
  GtkWidget *remarks_label;
  GtkWidget *remarks_list;

  gboolean stale;  /* the session says something else than the widgets */
  gboolean quiet;  /* selections are not a person's doing */

  TosoPlan     *signed_plan; /* as read from plan->source; or NULL */
  GStrv         signed_text;
  GCancellable *cancellable; /* of everything, at the end */

  TosoPlanPreview *preview; /* or NULL */
  char            *typeset; /* what the preview, or the one being made, says */
  guint            typeset_id;
  gboolean         typesetting;
};

/* toso-plan-page.c */
void             toso_plan_page_refresh          (TosoPlanPage   *self);
void             toso_plan_page_go_to            (TosoPlanPage   *self,
                                                  guint           position);
/* toso-plan-page-sections.c */
void             toso_plan_page_install_sections (GtkWidgetClass *widget_class);
void             toso_plan_page_update_sections  (TosoPlanPage   *self);
/* toso-plan-page-paper.c */
void             toso_plan_page_install_paper    (GtkWidgetClass *widget_class);
void             toso_plan_page_update_paper     (TosoPlanPage   *self);
void             toso_plan_page_follow           (TosoPlanPage   *self);
void             toso_plan_page_stop_paper       (TosoPlanPage   *self);
/* toso-plan-page-signed.c: the signed text, differences, remarks */
void             toso_plan_page_read_signed      (TosoPlanPage   *self);
void             toso_plan_page_update_signed    (TosoPlanPage   *self);
void             toso_plan_page_open_remark_cb   (TosoPlanPage   *self,
                                                  GtkListBoxRow  *row);

G_END_DECLS
