/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <windows.h>

/* wine-line LINE: runs LINE as it is, waits, and ends with its exit code.  The
 * installer wants its folder without quotes, which Wine's own command line
 * would add.  For tests under Wine. */

int wmain (int argc, WCHAR **argv);

int
wmain (int     argc,
       WCHAR **argv)
{
  STARTUPINFOW        startup = { .cb = sizeof startup };
  PROCESS_INFORMATION process;
  DWORD               code = 1;

  if (argc != 2 || !CreateProcessW (NULL, argv[1], NULL, NULL, FALSE, 0, NULL, NULL, &startup, &process))
    return 127;
  WaitForSingleObject (process.hProcess, INFINITE);
  GetExitCodeProcess (process.hProcess, &code);
  return (int) code;
}
