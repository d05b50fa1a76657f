/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "cli/toso-cli.h"
#include "core/toso-error.h"
#include "core/toso-platform.h"

#define PROGRAM "toso-cli"

static const TosoCliCommand commands[] = {
  { "new", N_ ("FILE --plan SOURCE"), N_ ("Make a year file from the text of a plan (.txt or .pdf)"), 1,
    TOSO_CLI_OPTION_PLAN, TOSO_CLI_OPTION_ENCODING | TOSO_CLI_OPTION_VILLAGES | TOSO_CLI_OPTION_SAMPLE, toso_cli_new },
  { "plan text", N_ ("FILE"), N_ ("Print the text of the plan, a paragraph a line"), 1,
    0, 0, toso_cli_plan_text },
  { "plan diff", N_ ("FILE SOURCE"), N_ ("Compare the plan with a text, paragraph by paragraph"), 2,
    0, TOSO_CLI_OPTION_ENCODING, toso_cli_plan_diff },
  { "plan", N_ ("FILE"), N_ ("Print the outline of the plan"), 1,
    0, TOSO_CLI_OPTION_JSON, toso_cli_plan },
  { "targets", N_ ("FILE"), N_ ("Print the targets and what has been reached"), 1,
    0, TOSO_CLI_OPTION_PERIOD | TOSO_CLI_OPTION_JSON, toso_cli_targets },
  { "tasks", N_ ("FILE"), N_ ("Print the tasks: who leads, when, with what result"), 1,
    0, TOSO_CLI_OPTION_JSON, toso_cli_tasks },
  { "paper", N_ ("FILE KIND -o OUT.pdf"), N_ ("Write an official paper: the plan, a report, a letter, a decision …"), 2,
    TOSO_CLI_OPTION_OUTPUT, TOSO_CLI_OPTION_PERIOD | TOSO_CLI_OPTION_EACH | TOSO_CLI_OPTION_SIGN, toso_cli_paper },
  { "chart", N_ ("FILE KIND -o OUT.png"), N_ ("Draw a chart (.png, .svg or .pdf)"), 2,
    TOSO_CLI_OPTION_OUTPUT, TOSO_CLI_OPTION_PERIOD | TOSO_CLI_OPTION_TARGET | TOSO_CLI_OPTION_PICTURE, toso_cli_chart },
  { "slides", N_ ("FILE -o OUT.pdf"), N_ ("Write the slides of a meeting (.pdf, or .png each)"), 1,
    TOSO_CLI_OPTION_OUTPUT, TOSO_CLI_OPTION_PERIOD | TOSO_CLI_OPTION_PICTURE, toso_cli_slides },
  { "lint", N_ ("FILE|PDF|TXT"), N_ ("Check a paper against Decree 30/2020/NĐ-CP, and for slips of the pen"), 1,
    0, TOSO_CLI_OPTION_ENCODING | TOSO_CLI_OPTION_JSON, toso_cli_lint },
  { "verify", N_ ("SIGNED.pdf"), N_ ("Check the signatures of a paper that came back signed"), 1,
    0, TOSO_CLI_OPTION_JSON, toso_cli_verify },
  { "import", N_ ("FILE TABLE… --period P"), N_ ("Take in the villages' figures of a period (.xlsx or .csv)"), 2,
    TOSO_CLI_OPTION_PERIOD | TOSO_CLI_OPTION_MORE, TOSO_CLI_OPTION_DRY_RUN | TOSO_CLI_OPTION_JSON | TOSO_CLI_OPTION_ENCODING, toso_cli_import },
  { "status", N_ ("FILE --period P"), N_ ("Print which villages have reported"), 1,
    TOSO_CLI_OPTION_PERIOD, TOSO_CLI_OPTION_JSON, toso_cli_status },
  { "kit", N_ ("FILE --period P -o DIR"), N_ ("Write the form that each village fills in (.xlsx, or .pdf)"), 1,
    TOSO_CLI_OPTION_PERIOD | TOSO_CLI_OPTION_OUTPUT, TOSO_CLI_OPTION_FORM, toso_cli_kit },
  { "export", N_ ("FILE -o DIR"), N_ ("Write every table as .csv and .xlsx"), 1,
    TOSO_CLI_OPTION_OUTPUT, TOSO_CLI_OPTION_PHONES, toso_cli_export },
  { "backup", N_ ("FILE -o COPY"), N_ ("Make a copy of a year file, and check it"), 1,
    TOSO_CLI_OPTION_OUTPUT, 0, toso_cli_backup },
  { "restore", N_ ("FILE COPY"), N_ ("Go back to a copy; the present file is kept beside it"), 2,
    0, 0, toso_cli_restore },
  { "check", N_ ("FILE"), N_ ("Check that a year file is sound"), 1,
    0, 0, toso_cli_check },
  { "history", N_ ("FILE"), N_ ("Print what was done, newest first"), 1,
    0, TOSO_CLI_OPTION_JSON, toso_cli_history },
  { "undo", N_ ("FILE"), N_ ("Take back the latest command"), 1,
    0, 0, toso_cli_undo },
  { "redo", N_ ("FILE"), N_ ("Do again what was taken back"), 1,
    0, 0, toso_cli_redo },
};

static char *
describe_usage (void)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("Usage: %s COMMAND FILE [OPTION…]"), PROGRAM);
  g_string_append (text, "\n\n");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %s %s\n      %s\n",
                            commands[i].name, _ (commands[i].arguments), _ (commands[i].summary));
  g_string_append_c (text, '\n');
  g_string_append_printf (text, _ ("“%s COMMAND --help” tells the options of a command."), PROGRAM);
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

/* How many of @words are the name of @command; 0: it is another one. */
static guint
match_command (const TosoCliCommand *command,
               char                **words)
{
  g_auto (GStrv) name = g_strsplit (command->name, " ", -1);
  guint n = 0;

  for (; name[n] != NULL; n++)
    if (words[n] == NULL || strcmp (name[n], words[n]) != 0)
      return 0;

  return n;
}

static const TosoCliCommand *
find_command (char **words,
              guint *n_words)
{
  /* "plan text" stands before "plan". */
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if ((*n_words = match_command (&commands[i], words)) > 0)
      return &commands[i];

  return NULL;
}

static TosoCliStatus
run_command (const TosoCliCommand *command,
             char                **words)
{
  TosoCliRequest request = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *help = NULL;
  TosoCliStatus    status;

  if (!toso_cli_request_parse (&request, command, words, &help, &error))
    status = TOSO_CLI_USAGE;
  else if (help != NULL)
    {
      toso_cli_print ("%s", help);
      status = TOSO_CLI_DONE;
    }
  else
    status = command->run (&request, &error);

  if (error != NULL)
    toso_cli_say ("%s: %s\n", PROGRAM, error->message);
  if (status == TOSO_CLI_USAGE)
    {
      g_autofree char *usage = toso_cli_dup_usage (command);

      toso_cli_say ("%s\n", usage);
    }
  if (g_error_matches (error, TOSO_ERROR, TOSO_ERROR_ENCODING))
    toso_cli_say ("%s\n", _ ("To read it so, run the command again with “--encoding tcvn3”."));
  toso_cli_request_clear (&request);

  return status;
}

static TosoCliStatus
run_words (char **words)
{
  const TosoCliCommand *command;
  g_autofree char      *usage = NULL;
  guint                 n_words;

  if (words[0] != NULL && strcmp (words[0], "--version") == 0)
    {
      toso_cli_print ("%s %s\n", PROGRAM, TOSO_VERSION);
      return TOSO_CLI_DONE;
    }

  if (words[0] != NULL && (strcmp (words[0], "--help") == 0 || strcmp (words[0], "-h") == 0))
    {
      usage = describe_usage ();
      toso_cli_print ("%s", usage);
      return TOSO_CLI_DONE;
    }

  command = find_command (words, &n_words);
  if (command != NULL)
    return run_command (command, words + n_words);

  usage = describe_usage ();
  if (words[0] != NULL)
    toso_cli_say (_ ("%s: there is no command “%s”."), PROGRAM, words[0]);
  toso_cli_say ("%s%s", words[0] != NULL ? "\n\n" : "", usage);

  return TOSO_CLI_USAGE;
}

/* An answer that did not get out is no answer: a full disk, a closed pipe. */
static TosoCliStatus
finish_output (TosoCliStatus status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  toso_cli_say ("%s: %s\n", PROGRAM,
                _ ("The answer could not be written out whole: the disk may be full, or the next program has ended."));

  return status == TOSO_CLI_DONE ? TOSO_CLI_REFUSED : status;
}

int
main (int    argc,
      char **argv)
{
  g_auto (GStrv) words = NULL;

#ifdef G_OS_WIN32
  /* argv there is in the code page of the system, which has no Vietnamese. */
  words = g_win32_get_command_line ();
#else
  words = g_strdupv (argv);
#endif
  toso_platform_init_language ();
  toso_platform_init_fonts ();

  /* The first word is the program's name; a caller may leave out even that. */
  return finish_output (run_words (words[0] != NULL ? words + 1 : words));
}
