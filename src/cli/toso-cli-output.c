/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/toso-cli.h"

#include <stdio.h>

void
toso_cli_print (const char *format,
                ...)
{
  g_autofree char *text = NULL;
  va_list          values;

  va_start (values, format);
  text = g_strdup_vprintf (format, values);
  va_end (values);
  fputs (text, stdout);
}

void
toso_cli_say (const char *format,
              ...)
{
  g_autofree char *text = NULL;
  va_list          values;

  va_start (values, format);
  text = g_strdup_vprintf (format, values);
  va_end (values);
  fputs (text, stderr);
}

static void
print_row (GStrv         row,
           const GArray *widths)
{
  for (guint column = 0; column < widths->len; column++)
    {
      glong width = g_array_index (widths, glong, column);
      glong length = g_utf8_strlen (row[column], -1);

      /* Nothing is padded at the end of a line. */
      if (column + 1 == widths->len)
        toso_cli_print ("%s\n", row[column]);
      else
        toso_cli_print ("%s%*s", row[column], (int) (width - length) + 2, "");
    }
}

void
toso_cli_print_table (GPtrArray *rows)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, TRUE, sizeof (glong));

  if (rows->len == 0)
    return;

  g_array_set_size (widths, g_strv_length (g_ptr_array_index (rows, 0)));
  for (guint i = 0; i < rows->len; i++)
    for (guint column = 0; column < widths->len; column++)
      {
        GStrv  row = g_ptr_array_index (rows, i);
        glong *width = &g_array_index (widths, glong, column);

        /* NFC: a character is a column. */
        *width = MAX (*width, g_utf8_strlen (row[column], -1));
      }

  for (guint i = 0; i < rows->len; i++)
    print_row (g_ptr_array_index (rows, i), widths);
}

TosoYear *
toso_cli_open_to_read (const TosoCliRequest *request,
                       GError              **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (request->arguments[0]);

  return toso_year_open (file, TOSO_YEAR_OPEN_READ_ONLY, error);
}

TosoPlan *
toso_cli_load_plan (const TosoCliRequest *request,
                    GError              **error)
{
  g_autoptr (TosoYear) year = toso_cli_open_to_read (request, error);

  return year == NULL ? NULL : toso_year_load_plan (year, error);
}
