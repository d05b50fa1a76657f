/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-alert.h"
#include "app/toso-page.h"
#include "app/toso-period-switcher.h"
#include "app/toso-sidebar.h"
#include "app/toso-toast.h"
#include "app/toso-window.h"
#include "exchange/toso-plan-reader.h"

G_BEGIN_DECLS

struct _TosoWindow
{
  GtkApplicationWindow parent_instance;

  GSettings           *settings;
  TosoSession         *session; /* or NULL */
  GCancellable        *work;    /* what runs in a thread, or NULL */

  GtkWidget           *sidebar_button;
  GtkWidget           *title_label;
  GtkWidget           *sample_label;
  GtkWidget           *read_only_label;
  GtkWidget           *title_stack;
  GtkWidget           *find_button;
  GtkWidget           *undo_box;
  GtkWidget           *undo_button;
  GtkWidget           *redo_button;
  GtkWidget           *busy_box;
  GtkWidget           *busy_spinner;
  GtkWidget           *busy_label;
  GtkWidget           *menu_button;
  GMenuModel          *menu;
  GMenu               *recent_menu;
  TosoPeriodSwitcher  *period_switcher;
  TosoAlert           *alert;
  TosoToast           *toast;
  TosoSidebar         *sidebar;
  GtkWidget           *main_stack;
  GtkWidget           *pages;
};

/* toso-window.c */
void          toso_window_set_session    (TosoWindow     *self,
                                          TosoSession    *session);
/* The page, made if it is not there yet; NULL when there is no such page. */
TosoPage     *toso_window_show_page      (TosoWindow     *self,
                                          const char     *page_id);
TosoPage     *toso_window_get_page       (TosoWindow     *self); /* the one shown */
void          toso_window_update_actions (TosoWindow     *self);
void          toso_window_fill_recent    (TosoWindow     *self);
/* A window of its own; or, where it could not be made, why. */
void          toso_window_present_made   (TosoWindow     *self,
                                          GtkWidget      *made, /* or NULL */
                                          const GError   *error);
/* NULL when something is already running. */
GCancellable *toso_window_begin_work     (TosoWindow     *self,
                                          const char     *what);
void          toso_window_end_work       (TosoWindow     *self);

/* toso-window-actions.c */
void          toso_window_class_install_actions (GtkWidgetClass *widget_class);

/* toso-window-open.c */
void          toso_window_open_plan      (TosoWindow     *self,
                                          GFile          *file,
                                          TosoEncoding    encoding,
                                          gboolean        ask_where);
void          toso_window_open_year      (TosoWindow     *self,
                                          GFile          *file);
void          toso_window_choose_plan    (TosoWindow     *self);
void          toso_window_choose_file    (TosoWindow     *self);
void          toso_window_show_remarks   (TosoWindow     *self);

/* toso-window-export.c */
void          toso_window_choose_pdf     (TosoWindow     *self,
                                          const char     *kind); /* of paper */
void          toso_window_save_pdf       (TosoWindow     *self,
                                          const char     *name,   /* proposed */
                                          const char     *remark, /* to be said once it is there; or "" */
                                          GBytes         *pdf);
/* For a letter to each late village: "reminder/2026-03". */
void          toso_window_choose_folder  (TosoWindow     *self,
                                          const char     *paper);

/* toso-window-intake.c */
void          toso_window_class_install_intake (GtkWidgetClass *widget_class);
void          toso_window_add_drop_target (TosoWindow    *self);

G_END_DECLS
