/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/toso-date.h"

G_BEGIN_DECLS

/* Number and day of a paper that goes out. */

#define TOSO_TYPE_ISSUE_WINDOW (toso_issue_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoIssueWindow, toso_issue_window, TOSO, ISSUE_WINDOW, GtkWindow)

typedef struct
{
  const char *title;  /* of the paper */
  const char *symbol; /* "BC-UBND" */
  int         number; /* proposed, or typed */
  TosoDate    day;
} TosoIssueWords;

/* FALSE: refused, and @error says why; the window then stays. */
typedef gboolean (*TosoIssueFunc) (gpointer              data,
                                   const TosoIssueWords *words,
                                   GError              **error);
/* What is to be said of a paper of that day, translated; NULL: nothing. */
typedef char *(*TosoIssueRemarkFunc) (gpointer data,
                                      TosoDate day);

GtkWidget *toso_issue_window_new (GtkWindow            *parent,
                                  const TosoIssueWords *proposed,
                                  TosoIssueFunc         issue,
                                  TosoIssueRemarkFunc   remark,
                                  gpointer              data,
                                  GDestroyNotify        data_free);

G_END_DECLS
