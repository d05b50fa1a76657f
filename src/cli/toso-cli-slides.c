/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/toso-cli.h"

#include <glib/gi18n.h>

#include "core/toso-error.h"
#include "core/toso-output.h"
#include "report/toso-deck.h"

/* The usual projector. */
#define WIDTH  1920
#define HEIGHT 1080

static gboolean
write_deck (TosoYear             *year,
            const TosoCliRequest *request,
            GError              **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (request->output);
  g_autoptr (TosoDeck) deck = toso_deck_new (year, request->has_period ? &request->period : NULL, error);
  g_autofree char *fault = NULL;

  if (deck == NULL)
    return FALSE;

  toso_deck_lay_out (deck, request->width > 0 ? request->width : WIDTH, request->height > 0 ? request->height : HEIGHT);
  fault = toso_deck_find_fault (deck);
  if (fault != NULL)
    toso_cli_say ("%s\n", fault);

  return toso_deck_write (deck, toso_palette_get (request->gray ? TOSO_PALETTE_GRAY : TOSO_PALETTE_LIGHT), file, NULL, error);
}

TosoCliStatus
toso_cli_slides (const TosoCliRequest *request,
                 GError              **error)
{
  g_autoptr (TosoYear) year = NULL;
  TosoOutputKind kind;

  if (!toso_output_find_kind (request->output, &kind) || kind == TOSO_OUTPUT_SVG)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID, _ ("“%s” should end in .pdf, or in .png for a picture of each slide."), request->output);
      return TOSO_CLI_USAGE;
    }

  year = toso_cli_open_to_read (request, error);

  return year != NULL && write_deck (year, request, error) ? TOSO_CLI_DONE : TOSO_CLI_REFUSED;
}
