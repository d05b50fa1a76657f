/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-window-private.h"

#include <glib/gi18n.h>

#include "app/toso-application.h"
#include "app/toso-file-dialog.h"
#include "app/toso-import.h"
#include "app/toso-remarks-window.h"
#include "app/toso-settings.h"
#include "core/toso-error.h"

/* Opening and making files. */

static gboolean
has_suffix (GFile      *file,
            const char *suffix)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_utf8_strdown (name, -1);

  return g_str_has_suffix (lower, suffix);
}

static void
show_error (TosoWindow   *self,
            const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    toso_alert_show_error (self->alert, error, NULL, NULL);
}

/* --- an existing year file --- */

void
toso_window_open_year (TosoWindow *self,
                       GFile      *file)
{
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (TosoSession) session = NULL;
  g_autoptr (GError) error = NULL;
  TosoWindow *other;

  other = toso_application_find_window (TOSO_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file);
  if (other != NULL)
    {
      gtk_window_present (GTK_WINDOW (other));
      return;
    }

  year = toso_year_open (file, TOSO_YEAR_OPEN_DEFAULT, &error);
  if (year == NULL && (g_error_matches (error, TOSO_ERROR, TOSO_ERROR_READ_ONLY) || g_error_matches (error, TOSO_ERROR, TOSO_ERROR_NETWORK)))
    {
      /* It may still be read; the bar goes on saying why not written. */
      toso_alert_show_error (self->alert, error, NULL, NULL);
      g_clear_error (&error);
      year = toso_year_open (file, TOSO_YEAR_OPEN_READ_ONLY, &error);
    }
  else
    toso_alert_hide (self->alert);

  if (year != NULL)
    session = toso_session_new (year, &error);
  if (session == NULL)
    {
      if (year != NULL)
        toso_year_close (year);
      show_error (self, error);
      return;
    }

  toso_settings_add_recent (self->settings, file);
  toso_window_set_session (self, session);
}

/* --- a plan's text --- */

typedef struct
{
  TosoWindow *window;
  TosoPlan   *plan;
  GFile      *source;
  GFile      *target; /* NULL until it is known */
  gboolean    ask_where;
} Import;

static void
import_free (Import *import)
{
  g_clear_object (&import->window);
  g_clear_pointer (&import->plan, toso_plan_free);
  g_clear_object (&import->source);
  g_clear_object (&import->target);
  g_free (import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static char *
make_year_name (const TosoPlan *plan)
{
  g_autofree char *text = NULL;

  if (*plan->commune.name == '\0' || plan->year == 0)
    return toso_file_dialog_make_name (*plan->source_name != '\0' ? plan->source_name : "toso", ".toso");

  text = g_strdup_printf ("%s %s %s %d",
                          *plan->commune.team_abbr != '\0' ? plan->commune.team_abbr : plan->commune.team_name,
                          plan->commune.kind,
                          plan->commune.name,
                          plan->year);

  return toso_file_dialog_make_name (text, ".toso");
}

/* A name in the user's documents that is still free. */
static GFile *
find_free_place (const TosoPlan *plan)
{
  g_autoptr (GFile) folder = toso_file_dialog_get_documents ();
  g_autofree char *name = make_year_name (plan);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".toso"));
  GFile           *file = g_file_get_child (folder, name);

  for (guint i = 2; g_file_query_exists (file, NULL); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s (%u).toso", stem, i);

      g_object_unref (file);
      file = g_file_get_child (folder, numbered);
    }

  return file;
}

static void
say_what_was_read (TosoWindow     *self,
                   const TosoPlan *plan,
                   GFile          *file)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *targets = NULL;
  g_autofree char *tasks = NULL;
  g_autofree char *text = NULL;
  guint            n = plan->remarks->len;

  targets = g_strdup_printf (ngettext ("%u target", "%u targets", plan->targets->len), plan->targets->len);
  tasks = g_strdup_printf (ngettext ("%u task", "%u tasks", plan->tasks->len), plan->tasks->len);
  if (n == 0)
    {
      /* Translators: "7 targets" and "12 tasks", and the path of the year file */
      text = g_strdup_printf (_ ("The plan was read: %s, %s. The year file is %s."), targets, tasks, path);
      toso_toast_show (self->toast, text, NULL, NULL);
      return;
    }

  text = g_strdup_printf (ngettext ("The plan was read: %s, %s; %u place should be looked at. The year file is %s.",
                                    "The plan was read: %s, %s; %u places should be looked at. The year file is %s.",
                                    n),
                          targets, tasks, n, path);
  toso_alert_show_note (self->alert, text, _ ("_Look at Them"), "win.show-remarks");
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Import) import = user_data;
  g_autoptr (GError) error = NULL;
  TosoWindow *self = import->window;

  toso_window_end_work (self);
  if (!toso_import_create_finish (result, &error))
    {
      show_error (self, error);
      return;
    }

  toso_window_open_year (self, import->target);
  if (self->session == NULL)
    return;
  toso_session_set_remarks (self->session, import->plan->remarks);
  say_what_was_read (self, import->plan, import->target);
}

/* Takes @import. */
static void
create_year (Import *import)
{
  GCancellable *work = toso_window_begin_work (import->window, _ ("Making the year file…"));

  if (work != NULL)
    toso_import_create_async (import->plan, import->target, work, created_cb, import);
  else
    import_free (import);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Import) import = user_data;
  g_autoptr (GError) error = NULL;

  import->target = toso_file_dialog_save_finish (GTK_WINDOW (source), result, &error);
  if (import->target == NULL)
    return;
  if (!has_suffix (import->target, ".toso"))
    {
      g_autofree char *uri = g_file_get_uri (import->target);
      g_autofree char *full = g_strconcat (uri, ".toso", NULL);

      g_object_unref (import->target);
      import->target = g_file_new_for_uri (full);
    }

  create_year (g_steal_pointer (&import));
}

static void
offer_tcvn3 (TosoWindow   *self,
             GFile        *file,
             const GError *error)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (uri));
  g_autofree char *action = g_action_print_detailed_name ("win.read-tcvn3", target);

  toso_alert_show_error (self->alert, error, _ ("_Read as TCVN3 (ABC)"), action);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Import) import = user_data;
  g_autoptr (GError) error = NULL;
  TosoWindow *self = import->window;

  toso_window_end_work (self);
  import->plan = toso_import_read_finish (result, &error);
  if (import->plan == NULL)
    {
      if (g_error_matches (error, TOSO_ERROR, TOSO_ERROR_ENCODING))
        offer_tcvn3 (self, import->source, error);
      else
        show_error (self, error);
      return;
    }

  if (import->ask_where)
    {
      g_autofree char *name = make_year_name (import->plan);

      toso_file_dialog_save_async (GTK_WINDOW (self),
                                   _ ("Where Shall the Year File Be?"),
                                   TOSO_FILES_YEAR,
                                   NULL,
                                   name,
                                   NULL,
                                   place_chosen_cb,
                                   g_steal_pointer (&import));
      return;
    }

  import->target = find_free_place (import->plan);
  create_year (g_steal_pointer (&import));
}

void
toso_window_open_plan (TosoWindow  *self,
                       GFile       *file,
                       TosoEncoding encoding,
                       gboolean     ask_where)
{
  GCancellable *work = toso_window_begin_work (self, _ ("Reading the plan…"));
  Import       *import;

  if (work == NULL)
    return;

  import = g_new0 (Import, 1);
  import->window = g_object_ref (self);
  import->source = g_object_ref (file);
  import->ask_where = ask_where;
  toso_alert_hide (self->alert);
  toso_import_read_async (file, encoding, work, read_cb, import);
}

void
toso_window_open (TosoWindow *self,
                  GFile      *file)
{
  g_return_if_fail (TOSO_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  /* Whatever is not called a plan is tried as a year file: its own check says
   * best what is wrong with it. */
  if (has_suffix (file, ".txt") || has_suffix (file, ".pdf"))
    toso_window_open_plan (self, file, TOSO_ENCODING_AUTO, FALSE);
  else
    toso_window_open_year (self, file);
}

/* --- choosing --- */

static void
plan_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  TosoWindow *self = TOSO_WINDOW (source);
  g_autoptr (GFile) file = toso_file_dialog_open_finish (GTK_WINDOW (source), result, NULL);

  if (file != NULL)
    toso_window_open_plan (self, file, TOSO_ENCODING_AUTO, TRUE);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  TosoWindow *self = TOSO_WINDOW (source);
  g_autoptr (GFile) file = toso_file_dialog_open_finish (GTK_WINDOW (source), result, NULL);

  if (file != NULL)
    toso_window_open (self, file);
}

void
toso_window_choose_plan (TosoWindow *self)
{
  toso_file_dialog_open_async (GTK_WINDOW (self), _ ("Open a Plan from Text or PDF"), TOSO_FILES_PLAN, NULL, plan_chosen_cb, NULL);
}

void
toso_window_choose_file (TosoWindow *self)
{
  toso_file_dialog_open_async (GTK_WINDOW (self), _ ("Open a Year File"), TOSO_FILES_ANY, NULL, file_chosen_cb, NULL);
}

/* --- remarks --- */

void
toso_window_show_remarks (TosoWindow *self)
{
  if (self->session != NULL)
    gtk_window_present (GTK_WINDOW (toso_remarks_window_new (GTK_WINDOW (self), self->session)));
}
