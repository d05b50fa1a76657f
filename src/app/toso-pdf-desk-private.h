/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-pdf-desk.h"

G_BEGIN_DECLS

struct _TosoPdfDesk
{
  GtkWidget parent_instance;

  GtkAdjustment *hadjustment, *vadjustment;
  guint          hscroll_policy : 1, vscroll_policy : 1;
  gboolean       thumbnails;
  TosoPdfFile   *file; /* or NULL */
  TosoPdfLayout *layout;
  double         zoom;
  guint          page;
  gboolean       placing;       /* the desk itself scrolls */
  guint          moved_id;      /* "moved" is to be said */
  GPtrArray     *prints;        /* of TosoPdfPrint or NULL, one a page */
  GCancellable  *cancellable;   /* of the file's pages */
  gboolean       working;       /* one job at a time */
  GArray        *hits;          /* of TosoPdfHit, or NULL */
  guint          hit;

  /* toso-pdf-figures.c */
  TosoDocument       *document; /* or NULL */
  TosoPdfDescribeFunc describe;
  gpointer            describe_data;
  GHashTable         *figures; /* page → GArray of TosoPlacedSource: those offered */
  GtkWidget          *links[2]; /* the one with the keyboard and the next, in turn */
  guint               link;
  gboolean            has_link, has_hover;
  guint               link_page, link_figure, hover_page, hover_figure;
};

/* toso-pdf-desk.c */
void     toso_pdf_desk_reveal           (TosoPdfDesk *self,
                                         guint        page,
                                         double       top,
                                         double       bottom);
void     toso_pdf_desk_get_offset       (TosoPdfDesk *self,
                                         double      *x,
                                         double      *y);

/* toso-pdf-pictures.c */
void     toso_pdf_pictures_say          (TosoPdfDesk *self);
void     toso_pdf_pictures_render       (TosoPdfDesk *self);
void     toso_pdf_pictures_snapshot     (GtkWidget   *widget,
                                         GtkSnapshot *snapshot);

/* toso-pdf-figures.c */
void     toso_pdf_figures_class_init    (GtkWidgetClass *widget_class);
void     toso_pdf_figures_init          (TosoPdfDesk *self);
void     toso_pdf_figures_dispose       (TosoPdfDesk *self);
void     toso_pdf_figures_forget        (TosoPdfDesk *self);
void     toso_pdf_figures_allocate      (TosoPdfDesk *self);
void     toso_pdf_figures_snapshot      (TosoPdfDesk *self,
                                         GtkSnapshot *snapshot);

G_END_DECLS
