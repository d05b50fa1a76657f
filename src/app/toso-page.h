/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* A place of the sidebar.  A page is a widget made by a constructor that takes
 * the session; the table in toso-page.c says which there are, and in which
 * order.  Pages are made when they are first shown, and follow the session's
 * "changed".
 *
 * Pages reach each other only through actions of the window:
 *   win.show-page    (s)  id of a page
 *   win.show-target  (x)  id of a target, on the targets page
 *   win.show-section (x)  id of a section, on the plan page
 *   win.show-sentence (x) id of a target, whose sentence is on the plan page
 *   win.show-task    (x)  id of a task, on the tasks page
 *   win.show-entry   (x)  id of an entry, on the journal page
 *   win.show-source  (s)  where a figure of a paper comes from (toso-paper-source.h)
 *   win.enter-figure (x)  the form for a figure of this target
 *   win.print             the plan, by the system's print dialog
 *   win.export-plan       file chooser, then the plan as PDF
 *   win.save-pdf   (ssay)  file chooser with the name proposed; a remark, or ""; these bytes
 *   win.show-paper   (s)  a kind of paper ("reminder", or "reminder/2026-03" for that period), made of
 *                         the data, on the papers page
 *   win.undo, win.redo, win.export-view (Ctrl+E), win.add-item (Ctrl+N)
 * Errors and toasts go through the session. */

typedef enum
{
  TOSO_OBJECT_SECTION,
  TOSO_OBJECT_TARGET,
  TOSO_OBJECT_FIGURE, /* of a target: the form to enter one */
  TOSO_OBJECT_TASK,
  TOSO_OBJECT_ENTRY, /* of the journal */
  TOSO_OBJECT_REPORTS, /* of a period; of the village @id and @target_id, where they are said */
  TOSO_OBJECT_RECORD,  /* of the register @table; 0: all of it */
} TosoObjectKind;

/* What a page is asked to show. */
typedef struct
{
  TosoObjectKind kind;
  gint64         id;
  gint64         target_id;
  const char    *table;
  gboolean       has_period;
  TosoPeriod     period;
} TosoPlace;

#define TOSO_TYPE_PAGE (toso_page_get_type ())
G_DECLARE_INTERFACE (TosoPage, toso_page, TOSO, PAGE, GtkWidget)

/* Every function may be NULL. */
struct _TosoPageInterface
{
  GTypeInterface parent_interface;

  /* Brings the thing in sight and selects it. */
  void     (*reveal)      (TosoPage        *self,
                           const TosoPlace *place);
  /* Ctrl+E. When NULL: the plan as PDF. */
  void     (*export_view) (TosoPage      *self);
  /* Ctrl+N: a new record of what the page lists. */
  void     (*add_item)    (TosoPage      *self);
  /* Ctrl+F: to the page's search field. */
  void     (*find)        (TosoPage      *self);
};

void     toso_page_reveal      (TosoPage        *self,
                                const TosoPlace *place);
/* FALSE when the page has no such thing. */
gboolean toso_page_export_view (TosoPage      *self);
gboolean toso_page_add_item    (TosoPage      *self);
gboolean toso_page_find        (TosoPage      *self);

typedef struct
{
  const char *id;
  const char *title; /* untranslated, context "page" */
  const char *icon_name;
  GtkWidget *(*create) (TosoSession *session);
} TosoPageInfo;

const TosoPageInfo *toso_page_get_infos (gsize *n_infos);

G_END_DECLS
