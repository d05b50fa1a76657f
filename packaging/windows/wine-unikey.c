/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

/* wine-unikey TITLE KEYS TEXT: types into the window whose title begins with
 * TITLE as UniKey does: first KEYS by the keyboard ("^k" is Ctrl+K, "<" the
 * Backspace, "!" Enter, "|" Escape), then TEXT as Unicode characters.  For tests under Wine; never
 * shipped. */

#define PAUSE 40 /* ms between keys: a fast typist */

static void
press (WORD  key,
       WCHAR character,
       DWORD flags)
{
  INPUT input = { .type = INPUT_KEYBOARD };

  input.ki.wVk = key;
  input.ki.wScan = character;
  input.ki.dwFlags = flags;
  SendInput (1, &input, sizeof input);
}

static void
type_key (WCHAR c)
{
  WORD key = c == L'<' ? VK_BACK : c == L'!' ? VK_RETURN
                                 : c == L'|' ? VK_ESCAPE
                                             : (WORD) towupper (c);

  press (key, 0, 0);
  press (key, 0, KEYEVENTF_KEYUP);
  Sleep (PAUSE);
}

static void
type_keys (const WCHAR *keys)
{
  for (; *keys != L'\0'; keys++)
    {
      if (*keys == L'^' && keys[1] != L'\0')
        {
          press (VK_CONTROL, 0, 0);
          type_key (*++keys);
          press (VK_CONTROL, 0, KEYEVENTF_KEYUP);
          Sleep (5 * PAUSE);
        }
      else
        {
          type_key (*keys);
        }
    }
}

static void
type_text (const WCHAR *text)
{
  for (; *text != L'\0'; text++)
    {
      press (0, *text, KEYEVENTF_UNICODE);
      press (0, *text, KEYEVENTF_UNICODE | KEYEVENTF_KEYUP);
      Sleep (PAUSE);
    }
}

typedef struct
{
  const WCHAR *title;
  HWND         window;
} Search;

static BOOL CALLBACK
look_cb (HWND   window,
         LPARAM data)
{
  Search *search = (Search *) data;
  WCHAR   title[200] = { 0 };

  GetWindowTextW (window, title, 199);
  if (IsWindowVisible (window) && wcsncmp (title, search->title, wcslen (search->title)) == 0)
    search->window = window;
  return search->window == NULL;
}

int wmain (int argc, WCHAR **argv);

int
wmain (int     argc,
       WCHAR **argv)
{
  Search search = { argc == 4 ? argv[1] : L"", NULL };

  if (argc != 4)
    return 2;
  for (int i = 0; i < 300 && search.window == NULL; i++)
    {
      EnumWindows (look_cb, (LPARAM) &search);
      Sleep (100);
    }
  if (search.window == NULL)
    return 1;
  SetForegroundWindow (search.window);
  Sleep (20 * PAUSE);
  type_keys (argv[2]);
  Sleep (10 * PAUSE);
  type_text (argv[3]);
  return 0;
}
