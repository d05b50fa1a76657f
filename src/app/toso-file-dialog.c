/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-file-dialog.h"

#include <glib/gi18n.h>

#include "core/toso-text.h"

typedef struct
{
  const char        *name; /* untranslated */
  const char *const *suffixes;
} Filter;

static const char *const year_suffixes[] = { "toso", NULL };
static const char *const plan_suffixes[] = { "txt", "pdf", NULL };
static const char *const any_suffixes[] = { "toso", "txt", "pdf", NULL };
static const char *const pdf_suffixes[] = { "pdf", NULL };
static const char *const table_suffixes[] = { "xlsx", "xlsm", "xls", "ods", "csv", "tsv", NULL };
static const char *const png_suffixes[] = { "png", NULL };
static const char *const svg_suffixes[] = { "svg", NULL };
static const char *const evidence_suffixes[] = { "jpg", "jpeg", "png", "pdf", NULL };

static void
add_filter (GtkFileChooser    *chooser,
            const char        *name,
            const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser *chooser,
             TosoFileKind    kind)
{
  switch (kind)
    {
    case TOSO_FILES_YEAR:
      add_filter (chooser, _ ("Year files (*.toso)"), year_suffixes);
      break;

    case TOSO_FILES_PLAN:
      add_filter (chooser, _ ("Plans (text, PDF)"), plan_suffixes);
      break;

    case TOSO_FILES_ANY:
      add_filter (chooser, _ ("Year files and plans"), any_suffixes);
      add_filter (chooser, _ ("Year files (*.toso)"), year_suffixes);
      add_filter (chooser, _ ("Plans (text, PDF)"), plan_suffixes);
      break;

    case TOSO_FILES_PDF:
      add_filter (chooser, _ ("PDF papers (*.pdf)"), pdf_suffixes);
      break;

    case TOSO_FILES_PICTURE:
      add_filter (chooser, _ ("PNG pictures (*.png)"), png_suffixes);
      add_filter (chooser, _ ("SVG drawings (*.svg)"), svg_suffixes);
      break;

    case TOSO_FILES_SLIDES:
      add_filter (chooser, _ ("One PDF (*.pdf)"), pdf_suffixes);
      add_filter (chooser, _ ("A picture each (*.png)"), png_suffixes);
      break;

    case TOSO_FILES_TABLE:
      add_filter (chooser, _ ("Tables (Excel, CSV)"), table_suffixes);
      break;

    case TOSO_FILES_EVIDENCE:
      add_filter (chooser, _ ("Photos and PDFs"), evidence_suffixes);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* Of GFile. */
static GPtrArray *
list_files (GtkFileChooser *chooser)
{
  g_autoptr (GListModel) model = gtk_file_chooser_get_files (chooser);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (files, g_list_model_get_item (model, i));

  return files;
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr (GTask) task = user_data;

  if (response == GTK_RESPONSE_ACCEPT && gtk_file_chooser_get_select_multiple (GTK_FILE_CHOOSER (dialog)))
    g_task_return_pointer (task, list_files (GTK_FILE_CHOOSER (dialog)), (GDestroyNotify) g_ptr_array_unref);
  else if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "dismissed");
}

/* The task owns the dialog, and the dialog's handler the task. */
static void
run (GtkFileChooserNative *chooser,
     GTask                *task)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_task_set_task_data (task, chooser, g_object_unref);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open (GtkWindow          *parent,
      const char         *title,
      TosoFileKind        kind,
      gboolean            many,
      GCancellable       *cancellable,
      GAsyncReadyCallback callback,
      gpointer            user_data)
{
  GtkFileChooserNative *chooser;
  GTask                *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, open);
  chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  add_filters (GTK_FILE_CHOOSER (chooser), kind);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), many);
  run (chooser, task);
}

static gpointer
finish (GtkWindow    *parent,
        GAsyncResult *result,
        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
toso_file_dialog_open_async (GtkWindow          *parent,
                             const char         *title,
                             TosoFileKind        kind,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  open (parent, title, kind, FALSE, cancellable, callback, user_data);
}

GFile *
toso_file_dialog_open_finish (GtkWindow    *parent,
                              GAsyncResult *result,
                              GError      **error)
{
  return finish (parent, result, error);
}

void
toso_file_dialog_open_many_async (GtkWindow          *parent,
                                  const char         *title,
                                  TosoFileKind        kind,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  open (parent, title, kind, TRUE, cancellable, callback, user_data);
}

GPtrArray *
toso_file_dialog_open_many_finish (GtkWindow    *parent,
                                   GAsyncResult *result,
                                   GError      **error)
{
  return finish (parent, result, error);
}

void
toso_file_dialog_save_async (GtkWindow          *parent,
                             const char         *title,
                             TosoFileKind        kind,
                             GFile              *folder,
                             const char         *name,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GFile) documents = toso_file_dialog_get_documents ();
  GtkFileChooserNative *chooser;
  GTask                *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, toso_file_dialog_save_async);
  chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  add_filters (GTK_FILE_CHOOSER (chooser), kind);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder != NULL ? folder : documents, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  run (chooser, task);
}

GFile *
toso_file_dialog_save_finish (GtkWindow    *parent,
                              GAsyncResult *result,
                              GError      **error)
{
  return finish (parent, result, error);
}

void
toso_file_dialog_folder_async (GtkWindow          *parent,
                               const char         *title,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GFile) documents = toso_file_dialog_get_documents ();
  GtkFileChooserNative *chooser;
  GTask                *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, toso_file_dialog_folder_async);
  chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), _ ("_Cancel"));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), documents, NULL);
  run (chooser, task);
}

GFile *
toso_file_dialog_folder_finish (GtkWindow    *parent,
                                GAsyncResult *result,
                                GError      **error)
{
  return finish (parent, result, error);
}

GFile *
toso_file_dialog_get_documents (void)
{
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    folder = g_get_home_dir ();

  return g_file_new_for_path (folder);
}

char *
toso_file_dialog_make_name (const char *text,
                            const char *suffix)
{
  g_autofree char *name = toso_text_squeeze (text);

  /* What Windows forbids in a name, and what a path would be split at. */
  g_strdelimit (name, "\\/:*?\"<>|\n\t", ' ');
  g_strstrip (name);

  return g_strconcat (*name != '\0' ? name : "toso", suffix, NULL);
}
