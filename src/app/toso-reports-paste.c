/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-reports-paste.h"

#include <glib/gi18n.h>

#include "app/toso-paste-window.h"

/* More than any table has; the reader says so itself. */
#define MAX_BYTES (20 * 1024 * 1024)

typedef struct
{
  GtkWidget        *page;
  TosoSession      *session;
  TosoReportsModel *model;
  TosoSheet        *sheet;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->page);
  g_object_unref (paste->session);
  g_object_unref (paste->model);
  g_object_unref (paste->sheet);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

/* Takes @block. */
static void
show_window (Paste           *paste,
             TosoCopiedBlock *block)
{
  GtkRoot *root = gtk_widget_get_root (paste->page);
  guint    row, column;

  if (!GTK_IS_WINDOW (root) || !toso_sheet_get_cursor (paste->sheet, &row, &column))
    {
      toso_copied_block_free (block);
      return;
    }
  gtk_window_present (GTK_WINDOW (toso_paste_window_new (GTK_WINDOW (root), paste->session, paste->model, block, row, column)));
}

static void
text_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GError          *error = NULL;
  TosoCopiedBlock *block = toso_copied_block_read_tsv (text != NULL ? text : "", -1, &error);

  if (block != NULL)
    show_window (paste, block);
  else
    toso_session_take_error (paste->session, error);
}

static void
read_text (GdkClipboard *clipboard,
           Paste        *paste)
{
  gdk_clipboard_read_text_async (clipboard, NULL, text_cb, paste);
}

typedef struct
{
  Paste        *paste;
  GdkClipboard *clipboard;
} Reading;

static void
spliced_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Reading         *reading = user_data;
  GdkClipboard    *clipboard = reading->clipboard;
  Paste           *paste = reading->paste;
  TosoCopiedBlock *block = NULL;

  g_free (reading);
  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) >= 0)
    {
      GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (source);
      gsize                size = g_memory_output_stream_get_data_size (memory);

      if (size > 0 && size < MAX_BYTES)
        block = toso_copied_block_read_html (g_memory_output_stream_get_data (memory), (gssize) size, NULL);
    }

  /* HTML without a table: a browser's; its text may still be a block. */
  if (block == NULL)
    read_text (clipboard, paste);
  else
    {
      show_window (paste, block);
      paste_free (paste);
    }
  g_object_unref (clipboard);
}

static void
html_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;
  Reading *reading;

  if (stream == NULL)
    {
      read_text (GDK_CLIPBOARD (source), user_data);
      return;
    }

  memory = g_memory_output_stream_new_resizable ();
  reading = g_new0 (Reading, 1);
  reading->paste = user_data;
  reading->clipboard = g_object_ref (GDK_CLIPBOARD (source));
  g_output_stream_splice_async (memory,
                                stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT,
                                NULL,
                                spliced_cb,
                                reading);
}

/* Copied in a file manager: the villages' files themselves. */
static void
files_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GSList) list = value != NULL ? gdk_file_list_get_files (g_value_get_boxed (value)) : NULL;
  g_autoptr (GStrvBuilder) uris = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (GSList *item = list; item != NULL; item = item->next)
    {
      g_autofree char *uri = g_file_get_uri (item->data);

      g_strv_builder_add (uris, uri);
    }
  strv = g_strv_builder_end (uris);
  if (strv[0] != NULL)
    gtk_widget_activate_action (paste->page, "win.take-files", "^as", strv);
}

void
toso_reports_paste (GtkWidget        *page,
                    TosoSession      *session,
                    TosoReportsModel *model,
                    TosoSheet        *sheet)
{
  static const char *types[] = { "text/html", NULL };
  GdkClipboard      *clipboard = gtk_widget_get_clipboard (page);
  Paste             *paste = g_new0 (Paste, 1);

  paste->page = g_object_ref (page);
  paste->session = g_object_ref (session);
  paste->model = g_object_ref (model);
  paste->sheet = g_object_ref (sheet);
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/uri-list") ||
      gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_cb, paste);
  else if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, html_cb, paste);
  else
    read_text (clipboard, paste);
}
