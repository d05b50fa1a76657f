/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-chart-export.h"

#include <glib/gi18n.h>

#include "app/toso-file-dialog.h"
#include "core/toso-output.h"

/* Fits a slide, and a page across. */
#define PICTURE_WIDTH 1280

typedef struct
{
  TosoSession     *session;
  TosoReportChart *chart;
  GFile           *file;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->session);
  g_clear_pointer (&export->chart, toso_report_chart_free);
  g_clear_object (&export->file);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Export *export = data;
  const TosoChartKind *chart_kind = toso_report_chart_get_kind (export->chart);
  gconstpointer        chart = toso_report_chart_get_chart (export->chart);
  g_autofree char     *name = g_file_get_basename (export->file);
  g_autoptr (GBytes) bytes = NULL;
  TosoOutputKind kind;
  GError        *error = NULL;

  if (!toso_output_find_kind (name, &kind) || kind != TOSO_OUTPUT_SVG)
    kind = TOSO_OUTPUT_PNG;
  bytes = toso_chart_render (chart_kind, chart, toso_palette_get (TOSO_PALETTE_LIGHT),
                             kind == TOSO_OUTPUT_SVG ? TOSO_PICTURE_SVG : TOSO_PICTURE_PNG,
                             PICTURE_WIDTH, toso_chart_get_natural_height (chart_kind, chart, PICTURE_WIDTH), &error);
  if (bytes == NULL || !toso_output_write (export->file, kind, bytes, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autofree char *path = g_file_get_parse_name (export->file);
  g_autofree char *sentence = NULL;
  GError          *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      toso_session_take_error (export->session, error);
      return;
    }

  /* Translators: %s is the path of a picture */
  sentence = g_strdup_printf (_ ("The chart was exported to %s"), path);
  toso_session_say (export->session, sentence, FALSE);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GTask) task = NULL;

  export->file = toso_file_dialog_save_finish (GTK_WINDOW (source), result, NULL);
  if (export->file == NULL)
    return;

  task = g_task_new (NULL, NULL, exported_cb, NULL);
  g_task_set_source_tag (task, toso_chart_export);
  g_task_set_task_data (task, g_steal_pointer (&export), (GDestroyNotify) export_free);
  g_task_run_in_thread (task, export_thread);
}

void
toso_chart_export (GtkWindow   *parent,
                   TosoSession *session,
                   const char  *kind,
                   const char  *target)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  TosoReportChart *chart;
  Export *export;
  GError *error = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (TOSO_IS_SESSION (session));

  chart = toso_session_make_chart (session, kind, target, &error);
  if (chart == NULL)
    {
      toso_session_take_error (session, error);
      return;
    }

  text = g_strdup_printf ("%s - %s", toso_report_chart_get_label (kind), toso_session_get_title (session));
  name = toso_file_dialog_make_name (text, ".png");
  export = g_new0 (Export, 1);
  export->session = g_object_ref (session);
  export->chart = chart;
  toso_file_dialog_save_async (parent, _ ("Export the Chart"), TOSO_FILES_PICTURE, NULL, name, NULL, chosen_cb, export);
}

void
toso_chart_copy (GtkWidget   *widget,
                 TosoSession *session,
                 const char  *kind,
                 const char  *target)
{
  g_autoptr (TosoReportChart) chart = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  const TosoChartKind *chart_kind;
  GError              *error = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (TOSO_IS_SESSION (session));

  chart = toso_session_make_chart (session, kind, target, &error);
  if (chart != NULL)
    {
      chart_kind = toso_report_chart_get_kind (chart);
      bytes = toso_chart_render (chart_kind, toso_report_chart_get_chart (chart), toso_palette_get (TOSO_PALETTE_LIGHT), TOSO_PICTURE_PNG, PICTURE_WIDTH,
                                 toso_chart_get_natural_height (chart_kind, toso_report_chart_get_chart (chart), PICTURE_WIDTH), &error);
    }
  if (bytes != NULL)
    texture = gdk_texture_new_from_bytes (bytes, &error);
  if (texture == NULL)
    {
      toso_session_take_error (session, error);
      return;
    }

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  toso_session_say (session, _ ("The chart is on the clipboard, to be pasted as a picture"), FALSE);
}
