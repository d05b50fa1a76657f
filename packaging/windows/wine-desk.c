/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <windows.h>

/* wine-desk MARK: asks for the desktop, makes the file MARK to say that it is
 * there, and keeps it until Wine is ended.  Wine starts the desktop's process
 * for whoever first asks, and that process keeps the output it was given: a
 * test that happens to be the first would never seem to end.  For tests under
 * Wine. */

int wmain (int argc, WCHAR **argv);

int
wmain (int     argc,
       WCHAR **argv)
{
  HANDLE mark;

  if (argc != 2 || GetDesktopWindow () == NULL)
    return 1;
  mark = CreateFileW (argv[1], GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
  if (mark == INVALID_HANDLE_VALUE)
    return 1;
  CloseHandle (mark);
  Sleep (INFINITE);
  return 0;
}
