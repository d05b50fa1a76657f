/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Choosing a file, in the shape of GTK 4.10's GtkFileDialog; the one place
 * that knows how GTK 4.8 does it.  A dialog that is dismissed gives NULL and
 * G_IO_ERROR_CANCELLED. */

typedef enum
{
  TOSO_FILES_YEAR,    /* .toso */
  TOSO_FILES_PLAN,    /* .txt, .pdf */
  TOSO_FILES_ANY,     /* both of these */
  TOSO_FILES_PDF,
  TOSO_FILES_PICTURE, /* .png, .svg */
  TOSO_FILES_SLIDES,  /* .pdf, .png */
  TOSO_FILES_TABLE,   /* .xlsx, .csv and what else is sent for one */
  TOSO_FILES_EVIDENCE, /* .jpg, .png, .pdf */
} TosoFileKind;

void   toso_file_dialog_open_async  (GtkWindow          *parent,
                                     const char         *title,
                                     TosoFileKind        kind,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
GFile *toso_file_dialog_open_finish (GtkWindow          *parent,
                                     GAsyncResult       *result,
                                     GError            **error);

/* Several at once. */
void       toso_file_dialog_open_many_async  (GtkWindow          *parent,
                                              const char         *title,
                                              TosoFileKind        kind,
                                              GCancellable       *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);
GPtrArray *toso_file_dialog_open_many_finish (GtkWindow          *parent, /* of GFile */
                                              GAsyncResult       *result,
                                              GError            **error);

/* @name: suggested, with its suffix; @folder: or NULL for the user's documents. */
void   toso_file_dialog_save_async  (GtkWindow          *parent,
                                     const char         *title,
                                     TosoFileKind        kind,
                                     GFile              *folder,
                                     const char         *name,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
GFile *toso_file_dialog_save_finish (GtkWindow          *parent,
                                     GAsyncResult       *result,
                                     GError            **error);

/* A folder to write several files in. */
void   toso_file_dialog_folder_async  (GtkWindow          *parent,
                                       const char         *title,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
GFile *toso_file_dialog_folder_finish (GtkWindow          *parent,
                                       GAsyncResult       *result,
                                       GError            **error);

/* The user's documents; the home folder where there is no such thing. */
GFile *toso_file_dialog_get_documents (void);
/* @text as a file name that every system takes. */
char  *toso_file_dialog_make_name   (const char         *text,
                                     const char         *suffix);

G_END_DECLS
