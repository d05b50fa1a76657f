/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <windows.h>

/* A US keyboard layout for Wine.  GTK on Windows asks the layout's DLL which
 * key gives which letter, and Wine has no such DLL, so that Ctrl+letter would
 * be dead in tests.  The structures are those of Microsoft's kbd.h, as far as
 * GTK reads them.  Never shipped. */

typedef struct
{
  BYTE key;
  BYTE bits;
} Modifier;

typedef struct
{
  const Modifier *modifiers;
  WORD            max_bits;
  BYTE            numbers[8];
} Modifiers;

typedef struct
{
  BYTE  key;
  BYTE  attributes;
  WCHAR letters[2]; /* without and with Shift */
} Letters;

typedef struct
{
  const void *letters;
  BYTE        n_modifications;
  BYTE        size;
} Table;

typedef struct
{
  const Modifiers *modifiers;
  const Table     *tables;
  const void      *dead_keys, *names, *extended_names, *dead_names;
  const USHORT    *codes;
  BYTE             max_code;
  const void      *e0, *e1;
  DWORD            flags;
  BYTE             n_ligatures, ligature_size;
  const void      *ligatures;
} Layout;

#define CAPITALS 1 /* the attribute of a key that Caps Lock is for */
#define KEY(c) { c, CAPITALS, { (c) + 32, c } }

static const Modifier modifier_keys[] = { { VK_SHIFT, 1 }, { VK_CONTROL, 2 }, { VK_MENU, 4 }, { 0, 0 } };
static const Modifiers modifiers = { modifier_keys, 3, { 0, 1, 2, 3 } };

static const Letters letters[] = {
  KEY ('A'), KEY ('B'), KEY ('C'), KEY ('D'), KEY ('E'), KEY ('F'), KEY ('G'), KEY ('H'), KEY ('I'), KEY ('J'),
  KEY ('K'), KEY ('L'), KEY ('M'), KEY ('N'), KEY ('O'), KEY ('P'), KEY ('Q'), KEY ('R'), KEY ('S'), KEY ('T'),
  KEY ('U'), KEY ('V'), KEY ('W'), KEY ('X'), KEY ('Y'), KEY ('Z'),
  { '0', 0, { '0', ')' } }, { '1', 0, { '1', '!' } }, { '2', 0, { '2', '@' } }, { '3', 0, { '3', '#' } },
  { '4', 0, { '4', '$' } }, { '5', 0, { '5', '%' } }, { '6', 0, { '6', '^' } }, { '7', 0, { '7', '&' } },
  { '8', 0, { '8', '*' } }, { '9', 0, { '9', '(' } },
  { VK_SPACE, 0, { ' ', ' ' } }, { VK_OEM_MINUS, 0, { '-', '_' } }, { VK_OEM_PLUS, 0, { '=', '+' } },
  { VK_OEM_1, 0, { ';', ':' } }, { VK_OEM_2, 0, { '/', '?' } }, { VK_OEM_3, 0, { '`', '~' } },
  { VK_OEM_4, 0, { '[', '{' } }, { VK_OEM_5, 0, { '\\', '|' } }, { VK_OEM_6, 0, { ']', '}' } },
  { VK_OEM_7, 0, { '\'', '"' } }, { VK_OEM_COMMA, 0, { ',', '<' } }, { VK_OEM_PERIOD, 0, { '.', '>' } },
  { VK_DECIMAL, 0, { '.', '.' } }, { VK_ADD, 0, { '+', '+' } }, { VK_SUBTRACT, 0, { '-', '-' } },
  { VK_MULTIPLY, 0, { '*', '*' } }, { VK_DIVIDE, 0, { '/', '/' } },
  { 0, 0, { 0, 0 } }
};
static const Table tables[] = { { letters, 2, sizeof letters[0] }, { 0, 0, 0 } };
static const Layout layout = { .modifiers = &modifiers, .tables = tables };

__declspec (dllexport) const Layout *KbdLayerDescriptor (void);

const Layout *
KbdLayerDescriptor (void)
{
  return &layout;
}
