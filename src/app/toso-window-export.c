/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-window-private.h"

#include <glib/gi18n.h>

#include "app/toso-file-dialog.h"
#include "app/toso-import.h"
#include "core/toso-output.h"
#include "report/toso-draft.h"

/* Papers as PDF files. */

typedef struct
{
  TosoWindow *window;
  GFile      *target; /* a file, or the folder of several */
} Export;

static Export *
export_new (TosoWindow *window,
            GFile      *target)
{
  Export *export = g_new0 (Export, 1);

  export->window = g_object_ref (window);
  export->target = g_object_ref (target);

  return export;
}

static void
export_free (Export *export)
{
  g_object_unref (export->window);
  g_object_unref (export->target);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
show_error (TosoWindow   *self,
            const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    toso_alert_show_error (self->alert, error, NULL, NULL);
}

/* --- a paper as PDF --- */

static void
offer_to_open (TosoWindow *self,
               GFile      *file,
               const char *sentence)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (uri));
  g_autofree char *action = g_action_print_detailed_name ("win.open-outside", target);

  toso_toast_show (self->toast, sentence, _ ("Open"), action);
}

static void
say_exported (TosoWindow *self,
              GFile      *file,
              const char *remark)
{
  g_autofree char *path = g_file_get_parse_name (file);
  /* Translators: %s is the path of a PDF file */
  g_autofree char *sentence = g_strdup_printf (_ ("The paper was exported to %s"), path);

  offer_to_open (self, file, sentence);
  if (remark != NULL && *remark != '\0')
    toso_alert_show_note (self->alert, remark, NULL, NULL);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *remark = NULL;

  toso_window_end_work (export->window);
  if (toso_export_paper_finish (result, &remark, &error))
    say_exported (export->window, export->target, remark);
  else
    show_error (export->window, error);
}

static void
pdf_chosen_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  TosoWindow *self = TOSO_WINDOW (source);
  g_autoptr (GFile) file = toso_file_dialog_save_finish (GTK_WINDOW (source), result, NULL);
  g_autoptr (TosoPaper) paper = NULL;
  g_autoptr (GError) error = NULL;
  GCancellable *work;
  TosoProfile   profile;

  if (file == NULL || self->session == NULL)
    return;
  profile = toso_session_get_profile (self->session);
  paper = toso_session_make_paper (self->session, user_data, &error);
  if (paper == NULL)
    {
      show_error (self, error);
      return;
    }
  work = toso_window_begin_work (self, _ ("Writing the PDF…"));
  if (work == NULL)
    return;

  toso_export_paper_async (g_steal_pointer (&paper), &profile, file, work, exported_cb, export_new (self, file));
}

/* A PDF that is there already. */
typedef struct
{
  GBytes *pdf;
  char   *remark;
} Ready;

static void
ready_free (Ready *ready)
{
  g_bytes_unref (ready->pdf);
  g_free (ready->remark);
  g_free (ready);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ready, ready_free)

static void
target_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  TosoWindow *self = TOSO_WINDOW (source);
  g_autoptr (Ready) ready = user_data;
  g_autoptr (GFile) file = toso_file_dialog_save_finish (GTK_WINDOW (source), result, NULL);
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;
  if (toso_output_write (file, TOSO_OUTPUT_PDF, ready->pdf, NULL, &error))
    say_exported (self, file, ready->remark);
  else
    show_error (self, error);
}

void
toso_window_save_pdf (TosoWindow *self,
                      const char *name,
                      const char *remark,
                      GBytes     *pdf)
{
  Ready *ready = g_new0 (Ready, 1);

  ready->pdf = g_bytes_ref (pdf);
  ready->remark = g_strdup (remark);
  toso_file_dialog_save_async (GTK_WINDOW (self), _ ("Export the Paper as PDF"), TOSO_FILES_PDF, NULL, name, NULL,
                               target_chosen_cb, ready);
}

void
toso_window_choose_pdf (TosoWindow *self,
                        const char *kind)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (self->session == NULL)
    return;

  text = g_strdup_printf ("%s - %s", toso_report_get_paper_label (kind), toso_session_get_title (self->session));
  name = toso_file_dialog_make_name (g_str_equal (kind, "plan") ? toso_session_get_title (self->session) : text, ".pdf");
  toso_file_dialog_save_async (GTK_WINDOW (self), _ ("Export the Paper as PDF"), TOSO_FILES_PDF, NULL, name, NULL,
                               pdf_chosen_cb, (gpointer) g_intern_string (kind));
}

/* --- a letter to each village --- */

static void
written_cb (guint    n_done,
            guint    n_all,
            gpointer user_data)
{
  const Export *export = user_data;
  g_autofree char *words = g_strdup_printf (_ ("Writing letter %u of %u…"), MIN (n_done + 1, n_all), n_all);

  gtk_label_set_label (GTK_LABEL (export->window->busy_label), words);
}

/* Those that are written stay, also where the rest was not. */
static void
each_exported_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_parse_name (export->target);
  g_autofree char *sentence = NULL;
  guint            n_done, n_all;
  gboolean         is_whole = toso_export_each_finish (result, &n_done, &n_all, &error);

  toso_window_end_work (export->window);
  if (!is_whole)
    show_error (export->window, error);
  if (is_whole)
    /* Translators: %u letters, %s is the path of a folder */
    sentence = g_strdup_printf (ngettext ("%u letter was written to %s", "%u letters were written to %s", n_done), n_done, path);
  else if (n_done > 0)
    /* Translators: letters written, letters in all; %s is the path of a folder */
    sentence = g_strdup_printf (_ ("Stopped: %u of %u letters were written to %s"), n_done, n_all, path);
  if (sentence != NULL)
    offer_to_open (export->window, export->target, sentence);
}

/* "Công văn đôn đốc … tháng 3 năm 2026 - Thôn 7": they stand together in the
 * folder. */
static GPtrArray *
make_names (const char      *title,
            const GPtrArray *villages)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < villages->len; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s - %s", title, (const char *) villages->pdata[i]);

      g_ptr_array_add (names, toso_file_dialog_make_name (text, ""));
    }

  return names;
}

/* @paper: "reminder/2026-03" */
static TosoDraft *
open_letter (TosoWindow *self,
             const char *paper,
             GError    **error)
{
  g_auto (GStrv) parts = g_strsplit (paper, "/", 2);
  TosoPeriod period;
  gboolean   has_period = g_strv_length (parts) == 2 && toso_period_parse (parts[1], &period);

  return toso_draft_open (toso_session_get_year (self->session), parts[0] != NULL ? parts[0] : "", has_period ? &period : NULL, error);
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  TosoWindow *self = TOSO_WINDOW (source);
  const char *paper = user_data;
  g_autoptr (GFile) folder = toso_file_dialog_folder_finish (GTK_WINDOW (source), result, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoDraft) draft = NULL;
  g_autoptr (GPtrArray) villages = NULL;
  GPtrArray    *papers;
  GCancellable *work;
  TosoProfile   profile;

  if (folder == NULL || self->session == NULL)
    return;
  draft = open_letter (self, paper, &error);
  papers = draft != NULL ? toso_draft_make_each (draft, &villages, &error) : NULL;
  work = papers != NULL && papers->len > 0 ? toso_window_begin_work (self, "") : NULL;
  if (work != NULL)
    {
      Export *export = export_new (self, folder);

      profile = toso_session_get_profile (self->session);
      written_cb (0, papers->len, export);
      toso_export_each_async (g_steal_pointer (&papers), make_names (toso_draft_get_kept (draft)->title, villages), &profile,
                              folder, work, written_cb, each_exported_cb, export);
    }
  else if (papers == NULL)
    show_error (self, error);
  else if (papers->len == 0)
    toso_toast_show (self->toast, _ ("No village is late: there is no letter to write."), NULL, NULL);
  g_clear_pointer (&papers, g_ptr_array_unref);
}

void
toso_window_choose_folder (TosoWindow *self,
                           const char *paper)
{
  if (self->session != NULL)
    toso_file_dialog_folder_async (GTK_WINDOW (self), _ ("Folder for a Letter to Each Village"), NULL, folder_chosen_cb,
                                   (gpointer) g_intern_string (paper));
}
