/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-slides-export.h"

#include <glib/gi18n.h>

#include "app/toso-file-dialog.h"

/* The usual projector. */
#define WIDTH  1920
#define HEIGHT 1080

typedef struct
{
  TosoSession *session;
  TosoDeck    *deck;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->session);
  g_clear_pointer (&export->deck, toso_deck_free);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

/* Here and now: the meeting may change its slides, but not meanwhile. */
static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GFile) file = toso_file_dialog_save_finish (GTK_WINDOW (source), result, NULL);
  g_autofree char *path = NULL;
  g_autofree char *sentence = NULL;
  GError          *error = NULL;

  if (file == NULL)
    return;
  if (!toso_deck_write (export->deck, toso_palette_get (TOSO_PALETTE_LIGHT), file, NULL, &error))
    {
      toso_session_take_error (export->session, error);
      return;
    }

  path = g_file_get_parse_name (file);
  /* Translators: %s is the path of a file */
  sentence = g_strdup_printf (_ ("The slides were exported to %s"), path);
  toso_session_say (export->session, sentence, FALSE);
}

void
toso_slides_export (GtkWindow   *parent,
                    TosoSession *session,
                    TosoDeck    *deck)
{
  g_autoptr (Export) export = g_new0 (Export, 1);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  TosoPeriod       period;
  GError          *error = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (TOSO_IS_SESSION (session));

  period = toso_session_get_period (session);
  export->session = g_object_ref (session);
  export->deck = deck != NULL ? toso_deck_ref (deck) : toso_deck_new (toso_session_get_year (session), &period, &error);
  if (export->deck == NULL)
    {
      toso_session_take_error (session, error);
      return;
    }
  if (deck == NULL)
    toso_deck_lay_out (export->deck, WIDTH, HEIGHT);

  text = g_strdup_printf ("%s - %s", _ ("Slides"), toso_session_get_title (session));
  name = toso_file_dialog_make_name (text, ".pdf");
  toso_file_dialog_save_async (parent, _ ("Export the Slides"), TOSO_FILES_SLIDES, NULL, name, NULL, chosen_cb, g_steal_pointer (&export));
}
