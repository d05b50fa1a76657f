/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/toso-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/toso-error.h"

/* A picture beyond this is a slip of the finger, not a wish. */
#define MAX_SIZE 10000
#define MIN_SIZE 100

/* Options that are still text. */
typedef struct
{
  char    *period;
  char    *size;
  char    *encoding;
  gboolean help;
} Raw;

static void
raw_clear (Raw *raw)
{
  g_free (raw->period);
  g_free (raw->size);
  g_free (raw->encoding);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Raw, raw_clear)

static GOptionContext *
create_context (TosoCliRequest       *request,
                Raw                  *raw,
                const TosoCliCommand *command)
{
  const struct
  {
    TosoCliOptions option;
    GOptionEntry   entry;
  } known[] = {
    { TOSO_CLI_OPTION_PLAN, { "plan", 0, 0, G_OPTION_ARG_FILENAME, &request->plan, N_ ("The text of the plan"), N_ ("SOURCE") } },
    { TOSO_CLI_OPTION_ENCODING, { "encoding", 0, 0, G_OPTION_ARG_STRING, &raw->encoding, N_ ("How an old text is written: tcvn3, vni or windows-1258"), N_ ("NAME") } },
    { TOSO_CLI_OPTION_PERIOD, { "period", 0, 0, G_OPTION_ARG_STRING, &raw->period, N_ ("Up to 2026-03, 2026-Q1, 2026-H1, 2026-9M or 2026"), N_ ("P") } },
    { TOSO_CLI_OPTION_PICTURE, { "size", 0, 0, G_OPTION_ARG_STRING, &raw->size, N_ ("Size of the picture, such as 1280x720"), N_ ("WxH") } },
    { TOSO_CLI_OPTION_PICTURE, { "gray", 0, 0, G_OPTION_ARG_NONE, &request->gray, N_ ("For a printer without colours"), NULL } },
    { TOSO_CLI_OPTION_TARGET, { "target", 0, 0, G_OPTION_ARG_STRING, &request->target, N_ ("Of this target: ranked, trend, tiles"), N_ ("CODE") } },
    { TOSO_CLI_OPTION_SIGN, { "signature", 0, 0, G_OPTION_ARG_FILENAME, &request->signature, N_ ("Picture of the signature (blue, PNG)"), "PNG" } },
    { TOSO_CLI_OPTION_SIGN, { "seal", 0, 0, G_OPTION_ARG_FILENAME, &request->seal, N_ ("Picture of the seal (red, PNG)"), "PNG" } },
    { TOSO_CLI_OPTION_EACH, { "each", 0, 0, G_OPTION_ARG_NONE, &request->each, N_ ("A letter to each village: OUT-01.pdf, OUT-02.pdf …"), NULL } },
    { TOSO_CLI_OPTION_OUTPUT, { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request->output, N_ ("The file to write"), N_ ("OUT") } },
    { TOSO_CLI_OPTION_VILLAGES, { "villages", 0, 0, G_OPTION_ARG_FILENAME, &request->villages, N_ ("The list of the villages (.xlsx or .csv)"), N_ ("TABLE") } },
    { TOSO_CLI_OPTION_PHONES, { "phones", 0, 0, G_OPTION_ARG_NONE, &request->phones, N_ ("Write telephone numbers whole, not masked"), NULL } },
    { TOSO_CLI_OPTION_SAMPLE, { "sample", 0, 0, G_OPTION_ARG_NONE, &request->sample, N_ ("Add made-up figures, marked as a sample"), NULL } },
    { TOSO_CLI_OPTION_DRY_RUN, { "dry-run", 0, 0, G_OPTION_ARG_NONE, &request->dry_run, N_ ("Only tell what would be written"), NULL } },
    { TOSO_CLI_OPTION_FORM, { "pdf", 0, 0, G_OPTION_ARG_NONE, &request->pdf, N_ ("As a page to be printed, not as .xlsx"), NULL } },
    { TOSO_CLI_OPTION_FORM, { "empty", 0, 0, G_OPTION_ARG_NONE, &request->empty, N_ ("Without the figures that are there already"), NULL } },
    { TOSO_CLI_OPTION_JSON, { "json", 0, 0, G_OPTION_ARG_NONE, &request->json, N_ ("Answer in JSON"), NULL } },
  };
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &raw->help, N_ ("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &request->arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  GOptionContext *context = g_option_context_new (NULL);

  /* GLib's own --help would end the program, and print in the locale's code. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (((command->required | command->optional) & known[i].option) != 0)
      {
        const GOptionEntry one[] = { known[i].entry, G_OPTION_ENTRY_NULL };

        g_option_context_add_main_entries (context, one, GETTEXT_PACKAGE);
      }
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  return context;
}

static gboolean
read_size (TosoCliRequest *request,
           const char     *text,
           GError        **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", 2);
  guint64 width = 0, height = 0;

  if (g_strv_length (parts) != 2 ||
      !g_ascii_string_to_unsigned (parts[0], 10, MIN_SIZE, MAX_SIZE, &width, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, MIN_SIZE, MAX_SIZE, &height, NULL))
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                   _ ("“%s” is not a size such as 1280x720, each side %d to %d."),
                   text, MIN_SIZE, MAX_SIZE);
      return FALSE;
    }

  request->width = (int) width;
  request->height = (int) height;

  return TRUE;
}

static gboolean
read_values (TosoCliRequest *request,
             const Raw      *raw,
             GError        **error)
{
  if (raw->period != NULL)
    {
      if (!toso_period_parse (raw->period, &request->period))
        {
          g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                       _ ("“%s” is not a period: 2026-03, 2026-Q1, 2026-H1, 2026-9M or 2026."),
                       raw->period);
          return FALSE;
        }
      request->has_period = TRUE;
    }

  if (raw->encoding != NULL)
    {
      static const char *const names[] = { [TOSO_ENCODING_TCVN3] = "tcvn3", [TOSO_ENCODING_VNI] = "vni", [TOSO_ENCODING_WINDOWS_1258] = "windows-1258" };

      for (TosoEncoding i = TOSO_ENCODING_TCVN3; i < G_N_ELEMENTS (names); i++)
        if (g_ascii_strcasecmp (raw->encoding, names[i]) == 0)
          request->encoding = i;
      if (request->encoding == TOSO_ENCODING_AUTO)
        {
          g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                       _ ("“%s” is not an encoding that can be read; there are “tcvn3”, “vni” and “windows-1258”."), raw->encoding);
          return FALSE;
        }
    }

  return raw->size == NULL || read_size (request, raw->size, error);
}

static gboolean
check_complete (const TosoCliRequest *request,
                const TosoCliCommand *command,
                GError              **error)
{
  guint n = 0;

  /* An empty name, of a variable that is not set, would be the folder that the
   * program runs in. */
  while (request->arguments != NULL && request->arguments[n] != NULL && *request->arguments[n] != '\0')
    n++;

  if (n < command->n_arguments)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                 _ ("“%s” needs more arguments."), command->name);
  else if (n > command->n_arguments && (command->required & TOSO_CLI_OPTION_MORE) == 0)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                 _ ("“%s” has no use for “%s”."), command->name, request->arguments[command->n_arguments]);
  else if ((command->required & TOSO_CLI_OPTION_PLAN) != 0 && request->plan == NULL)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                 _ ("“%s” needs “%s”."), command->name, _ ("--plan SOURCE"));
  else if ((command->required & TOSO_CLI_OPTION_PERIOD) != 0 && !request->has_period)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                 _ ("“%s” needs “%s”."), command->name, "--period P");
  else if ((command->required & TOSO_CLI_OPTION_OUTPUT) != 0 && request->output == NULL)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                 _ ("“%s” needs “%s”."), command->name, _ ("-o OUT"));
  else
    return TRUE;

  return FALSE;
}

char *
toso_cli_dup_usage (const TosoCliCommand *command)
{
  g_autofree char *line = g_strdup_printf ("toso-cli %s %s", command->name, _ (command->arguments));

  return g_strdup_printf (_ ("Usage: %s"), line);
}

/* GOption's help begins with a usage line whose "[OPTION…]" not every
 * translation of GLib has; the rest, the options, is taken. */
static char *
describe_options (GOptionContext       *context,
                  const TosoCliCommand *command)
{
  g_autofree char *usage = toso_cli_dup_usage (command);
  g_autofree char *all = g_option_context_get_help (context, TRUE, NULL);
  const char      *options = strstr (all, "\n\n");

  return g_strconcat (usage, "\n\n", _ (command->summary), options != NULL ? options : "\n", NULL);
}

gboolean
toso_cli_request_parse (TosoCliRequest       *request,
                        const TosoCliCommand *command,
                        GStrv                 words,
                        char                **help,
                        GError              **error)
{
  g_autoptr (GOptionContext) context = NULL;
  g_auto (GStrv) left = NULL;
  g_auto (Raw) raw = { 0 };
  GPtrArray *line = g_ptr_array_new ();

  /* GOption wants the program's name first. */
  g_ptr_array_add (line, g_strdup (g_get_prgname () != NULL ? g_get_prgname () : "toso-cli"));
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (line, g_strdup (words[i]));
  g_ptr_array_add (line, NULL);
  left = (GStrv) g_ptr_array_free (line, FALSE);

  context = create_context (request, &raw, command);
  if (!g_option_context_parse_strv (context, &left, error))
    return FALSE;

  if (raw.help)
    {
      *help = describe_options (context, command);
      return TRUE;
    }

  return read_values (request, &raw, error) && check_complete (request, command, error);
}

void
toso_cli_request_clear (TosoCliRequest *request)
{
  g_clear_pointer (&request->arguments, g_strfreev);
  g_clear_pointer (&request->plan, g_free);
  g_clear_pointer (&request->output, g_free);
  g_clear_pointer (&request->signature, g_free);
  g_clear_pointer (&request->seal, g_free);
  g_clear_pointer (&request->target, g_free);
  g_clear_pointer (&request->villages, g_free);
}
