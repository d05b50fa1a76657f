/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <windows.h>

/* wine-hold FILE MARK: holds FILE open so that nobody else may open it, makes
 * the file MARK to say so, and ends when MARK is gone.  For tests under Wine. */

int wmain (int argc, WCHAR **argv);

int
wmain (int     argc,
       WCHAR **argv)
{
  HANDLE file, mark;

  if (argc != 3)
    return 2;
  file = CreateFileW (argv[1], GENERIC_READ, 0, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
  mark = CreateFileW (argv[2], GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
  if (file == INVALID_HANDLE_VALUE || mark == INVALID_HANDLE_VALUE)
    return 1;
  CloseHandle (mark);
  while (GetFileAttributesW (argv[2]) != INVALID_FILE_ATTRIBUTES)
    Sleep (50);
  CloseHandle (file);
  return 0;
}
