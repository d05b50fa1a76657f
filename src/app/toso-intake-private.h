/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-intake.h"

G_BEGIN_DECLS

struct _TosoIntake
{
  GObject parent_instance;

  TosoSession    *session;
  TosoGrid       *grid;
  TosoIntakeForm *form;
  GHashTable     *choices; /* texts by key, as the year file keeps them and as was said here */
  GHashTable     *said;    /* those that were said here; "": taken back */
  GPtrArray      *files;   /* of TosoIntakeFile */
  GQueue         *queue;   /* indexes to be read */
  GCancellable   *cancellable;
  gboolean        is_reading;
  gboolean        is_listing;
  guint           n_left_out;
};

/* toso-intake.c */
void       toso_intake_changed     (TosoIntake          *self,
                                    guint                index);
/* Judges all files anew, each beside the others; says that all have changed. */
void       toso_intake_settle      (TosoIntake          *self);
void       toso_intake_queue       (TosoIntake          *self,
                                    guint                index);

/* toso-intake-list.c: what is behind files and folders, in a thread. */
void       toso_intake_list_async  (GPtrArray           *files,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
GPtrArray *toso_intake_list_finish (GAsyncResult        *result, /* of GFile */
                                    guint               *n_left_out);

G_END_DECLS
