/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/toso-period.h"
#include "exchange/toso-plan-reader.h"
#include "store/toso-year.h"

G_BEGIN_DECLS

/* The exit status of the program (DESIGN.md §9). */
typedef enum
{
  TOSO_CLI_DONE = 0,
  TOSO_CLI_REFUSED = 1, /* or there are findings; the file is unchanged */
  TOSO_CLI_USAGE = 2,
} TosoCliStatus;

/* What was asked for: the arguments and options of one call, read. */
typedef struct
{
  GStrv        arguments; /* as many as the command takes */
  char        *plan;
  char        *output;
  char        *signature; /* pictures to be set into a paper */
  char        *seal;
  char        *target;
  char        *villages;
  gboolean     sample;
  gboolean     dry_run;
  gboolean     json;
  gboolean     gray;
  gboolean     each;
  gboolean     pdf;
  gboolean     empty;
  gboolean     phones; /* whole, for others to call */
  gboolean     has_period;
  TosoPeriod   period;
  TosoEncoding encoding;
  int          width; /* 0: the command chooses */
  int          height;
} TosoCliRequest;

/* @error is set when the answer is not TOSO_CLI_DONE, except for findings,
 * which the command has printed. */
typedef TosoCliStatus (*TosoCliFunc) (const TosoCliRequest *request,
                                      GError              **error);

/* Commands, a file a group. */
TosoCliStatus toso_cli_new       (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_check     (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_history   (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_undo      (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_redo      (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_plan      (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_plan_text (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_plan_diff (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_targets   (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_tasks     (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_paper     (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_lint      (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_verify    (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_chart     (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_slides    (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_import    (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_status    (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_kit       (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_export    (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_backup    (const TosoCliRequest *request,
                                  GError              **error);
TosoCliStatus toso_cli_restore   (const TosoCliRequest *request,
                                  GError              **error);

/* Reads a request from the words after a command's name. */
typedef enum
{
  TOSO_CLI_OPTION_JSON = 1 << 0,
  TOSO_CLI_OPTION_PERIOD = 1 << 1,
  TOSO_CLI_OPTION_PLAN = 1 << 2,
  TOSO_CLI_OPTION_ENCODING = 1 << 3,
  TOSO_CLI_OPTION_OUTPUT = 1 << 4,
  TOSO_CLI_OPTION_PICTURE = 1 << 5, /* --size, --gray */
  TOSO_CLI_OPTION_EACH = 1 << 6,
  TOSO_CLI_OPTION_TARGET = 1 << 7,
  TOSO_CLI_OPTION_VILLAGES = 1 << 8,
  TOSO_CLI_OPTION_SAMPLE = 1 << 9,
  TOSO_CLI_OPTION_DRY_RUN = 1 << 10,
  TOSO_CLI_OPTION_MORE = 1 << 11, /* arguments than n_arguments */
  TOSO_CLI_OPTION_SIGN = 1 << 12, /* --signature, --seal */
  TOSO_CLI_OPTION_PHONES = 1 << 13,
  TOSO_CLI_OPTION_FORM = 1 << 14, /* --pdf, --empty */
} TosoCliOptions;

typedef struct
{
  const char    *name;       /* one word, or two */
  const char    *arguments;  /* as printed in usage; English, translated when shown */
  const char    *summary;    /* English; translated when shown */
  guint          n_arguments;
  TosoCliOptions required;
  TosoCliOptions optional;
  TosoCliFunc    run;
} TosoCliCommand;

void     toso_cli_request_clear (TosoCliRequest       *request);
/* @help: the command's help was asked for instead; print it. */
gboolean toso_cli_request_parse (TosoCliRequest       *request,
                                 const TosoCliCommand *command,
                                 GStrv                 words,
                                 char                **help,
                                 GError              **error);

/* "Usage: toso-cli chart FILE targets -o OUT.png", in the user's language. */
char    *toso_cli_dup_usage     (const TosoCliCommand *command);

/* Always UTF-8, whatever the locale, so that what is piped can be read. */
void     toso_cli_print         (const char           *format,
                                 ...) G_GNUC_PRINTF (1, 2);
void     toso_cli_say           (const char           *format, /* to stderr */
                                 ...) G_GNUC_PRINTF (1, 2);

/* A table with columns as wide as their longest text. */
void     toso_cli_print_table   (GPtrArray            *rows); /* of GStrv; the first is the header */

/* Opens for reading, the journal's and the plan's readers. */
TosoYear *toso_cli_open_to_read (const TosoCliRequest *request,
                                 GError              **error);
TosoPlan *toso_cli_load_plan    (const TosoCliRequest *request,
                                 GError              **error);

G_END_DECLS
