/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-village-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-text.h"
#include "exchange/toso-table-words.h"

#define MAX_HEAD_ROW 40
#define MAX_VILLAGES 1000
#define NONE         G_MAXUINT

typedef enum {
  ROLE_NAME,
  ROLE_KIND,
  ROLE_CODE,
  ROLE_HOUSEHOLDS,
  ROLE_POPULATION,
  ROLE_ORDINAL,
  N_ROLES
} Role;

typedef struct
{
  const TosoWorksheet *sheet;
  guint                head_row;
  guint                columns[N_ROLES]; /* NONE: there is none */
  guint                n_found;
} Layout;

/* Whether a heading, in plain words, is of the role; the more the better. */
static guint
rate_heading (const char *plain,
              Role        role)
{
  static const char *const names[] = { "ten thon", "ten lang", "ten ban", "ten ap", "ten to dan pho", "ten thon lang", "ten don vi", "ten khu", NULL };
  static const char *const nouns[] = { "thon", "lang", "ban", "ap", "xom", "to dan pho", "khu pho", "thon lang", "thon ban", "thon to dan pho", "don vi", "ten", "dia ban" };
  static const char *const kinds[] = { "loai", "loai hinh", "phan loai", NULL };
  static const char *const codes[] = { "ma", "ma thon", "ma so", "ky hieu", "code", NULL };
  static const char *const households[] = { "so ho", "ho gia dinh", "ho dan", "tong so ho", "households", NULL };
  static const char *const people[] = { "nhan khau", "so khau", "dan so", "so dan", "so nguoi", "khau", "population", NULL };

  switch (role)
    {
    case ROLE_NAME:
      if (toso_words_has_any (plain, names))
        return 3;
      for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
        if (g_str_equal (plain, nouns[i]))
          return 2;
      return toso_words_has (plain, "thon") && strlen (plain) < 24 && !toso_words_has (plain, "ma") && !toso_words_has (plain, "so") &&
                 !toso_words_has (plain, "truong")
               ? 1
               : 0;
    case ROLE_KIND:
      return toso_words_has_any (plain, kinds) ? 2 : 0;
    case ROLE_CODE:
      return toso_words_has_any (plain, codes) ? 2 : 0;
    case ROLE_HOUSEHOLDS:
      return g_str_equal (plain, "ho") || toso_words_has_any (plain, households) ? 2 : 0;
    case ROLE_POPULATION:
      return toso_words_has_any (plain, people) ? 2 : 0;
    case ROLE_ORDINAL:
      return toso_words_is_ordinal (plain) ? 3 : 0;
    case N_ROLES:
    default:
      return 0;
    }
}

/* What each column of @row would be a heading of. */
static Layout
look_at_row (const TosoWorksheet *sheet,
             guint                row)
{
  Layout layout = { .sheet = sheet, .head_row = row };
  guint  best[N_ROLES] = { 0 };

  for (guint role = 0; role < N_ROLES; role++)
    layout.columns[role] = NONE;
  for (guint column = 0; column < MIN (sheet->n_columns, 100); column++)
    {
      /* A head of two lines: what stands above counts too. */
      g_autofree char *head = toso_words_join_head (sheet, row > 0 ? row - 1 : 0, row + 1, column);
      g_autofree char *plain = toso_words_plain (toso_worksheet_get_text (sheet, row, column));
      g_autofree char *both = toso_words_plain (head);

      for (guint role = 0; role < N_ROLES; role++)
        {
          guint rating = MAX (rate_heading (plain, role) * 2, *plain != '\0' ? rate_heading (both, role) : 0);

          if (rating > best[role])
            {
              best[role] = rating;
              layout.columns[role] = column;
            }
        }
    }
  /* "Mã thôn" is a code and no name. */
  if (layout.columns[ROLE_NAME] == layout.columns[ROLE_CODE])
    layout.columns[ROLE_NAME] = NONE;
  for (guint role = 0; role < N_ROLES; role++)
    layout.n_found += layout.columns[role] != NONE;

  return layout;
}

static gboolean
is_village_name (const char *text)
{
  g_autofree char *kind = toso_village_find_kind (text);

  return *kind != '\0';
}

/* Where no heading says it: the column in which most cells begin as villages'
 * names do. */
static Layout
look_for_names (const TosoWorksheet *sheet)
{
  Layout layout = { .sheet = sheet, .head_row = NONE };
  guint  best = 2;

  for (guint role = 0; role < N_ROLES; role++)
    layout.columns[role] = NONE;
  for (guint column = 0; column < MIN (sheet->n_columns, 100); column++)
    {
      guint n = 0;
      guint first = NONE;

      for (guint row = 0; row < sheet->rows->len; row++)
        if (is_village_name (toso_worksheet_get_text (sheet, row, column)))
          {
            n++;
            first = MIN (first, row);
          }
      if (n <= best)
        continue;
      best = n;
      layout.columns[ROLE_NAME] = column;
      layout.head_row = first == 0 ? NONE : first - 1;
      layout.n_found = 1;
    }

  return layout;
}

static Layout
find_layout (const TosoWorkbook *workbook)
{
  Layout best = { 0 };

  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const TosoWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);

      if (sheet->hidden)
        continue;
      for (guint row = 0; row < MIN (sheet->rows->len, MAX_HEAD_ROW); row++)
        {
          Layout layout = look_at_row (sheet, row);

          if (layout.columns[ROLE_NAME] != NONE && layout.n_found > best.n_found)
            best = layout;
        }
    }
  /* A lone word "thôn" in running text is no head. */
  if (best.n_found >= 2)
    return best;

  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const TosoWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);
      Layout               layout = { 0 };

      if (!sheet->hidden)
        layout = look_for_names (sheet);
      if (layout.n_found > 0)
        return layout;
    }

  return best;
}

/* --- rows --- */

static const TosoWorksheetCell *
get_cell (const Layout *layout,
          guint         row,
          Role          role)
{
  return layout->columns[role] != NONE ? toso_worksheet_get (layout->sheet, row, layout->columns[role]) : NULL;
}

static const char *
get_text (const Layout *layout,
          guint         row,
          Role          role)
{
  const TosoWorksheetCell *cell = get_cell (layout, row, role);

  return cell != NULL ? cell->text : "";
}

static void
remark (GPtrArray    *remarks,
        const Layout *layout,
        guint         row,
        Role          role,
        const char   *sentence) /* of the cell and its text */
{
  g_autofree char *cell = toso_worksheet_name_cell (row, layout->columns[role]);

  if (remarks != NULL && remarks->len < MAX_VILLAGES)
    g_ptr_array_add (remarks, g_strdup_printf ("%s: “%s” %s", cell, get_text (layout, row, role), sentence));
}

static TosoFigure
read_count (const Layout *layout,
            guint         row,
            Role          role,
            GPtrArray    *remarks)
{
  const TosoWorksheetCell *cell = get_cell (layout, row, role);
  double                   value;
  TosoNumberResult         result;

  if (cell == NULL)
    return TOSO_FIGURE_MISSING;
  if (cell->kind == TOSO_CELL_NUMBER)
    value = cell->number;
  else
    {
      result = cell->kind == TOSO_CELL_TEXT ? toso_number_parse (cell->text, &value) : TOSO_NUMBER_BAD;
      if (result == TOSO_NUMBER_EMPTY)
        return TOSO_FIGURE_MISSING;
      if (result != TOSO_NUMBER_OK)
        value = -1;
    }
  if (value < 0 || value > 1e8 || floor (value) != value)
    {
      remark (remarks, layout, row, role, _ ("is no whole number; it was left out."));
      return TOSO_FIGURE_MISSING;
    }

  return TOSO_FIGURE (value);
}

/* "1" under "Thôn" is "Thôn 1"; "Ngọc Minh" of the kind "Thôn" is "Thôn Ngọc
 * Minh". */
static char *
make_name (const Layout *layout,
           guint         row)
{
  g_autofree char *name = toso_text_squeeze (get_text (layout, row, ROLE_NAME));
  g_autofree char *kind = toso_text_squeeze (get_text (layout, row, ROLE_KIND));
  g_autofree char *own = toso_village_find_kind (name);
  g_autofree char *heading = NULL;
  g_autofree char *tried = NULL;

  if (*own != '\0' || *name == '\0')
    return g_steal_pointer (&name);

  tried = g_strdup_printf ("%s x", kind);
  if (*kind != '\0' && is_village_name (tried))
    return g_strdup_printf ("%s %s", kind, name);
  if (strspn (name, "0123456789") != strlen (name) || layout->head_row == NONE)
    return g_steal_pointer (&name);

  heading = toso_text_squeeze (toso_worksheet_get_text (layout->sheet, layout->head_row, layout->columns[ROLE_NAME]));
  g_clear_pointer (&tried, g_free);
  tried = g_strdup_printf ("%s x", heading);
  return is_village_name (tried) && strlen (heading) < 24 ? g_strdup_printf ("%s %s", heading, name) : g_strdup_printf ("Thôn %s", name);
}

/* The ordinals under "TT" are numbers; what has none is a heading between, or
 * stands below the table. */
static gboolean
is_of_table (const Layout *layout,
             guint         row)
{
  g_autofree char *plain = toso_words_plain (get_text (layout, row, ROLE_NAME));
  const char      *ordinal = get_text (layout, row, ROLE_ORDINAL);

  if (toso_words_is_total (plain) || toso_words_is_footer (plain))
    return FALSE;
  if (layout->columns[ROLE_ORDINAL] == NONE)
    return TRUE;

  return g_ascii_isdigit (*ordinal) || is_village_name (get_text (layout, row, ROLE_NAME));
}

static gboolean
add_village (const Layout *layout,
             guint         row,
             GPtrArray    *villages,
             GHashTable   *seen, /* folded name → row + 1 */
             GPtrArray    *remarks,
             GError      **error)
{
  g_autofree char *name = make_name (layout, row);
  g_autofree char *folded = toso_text_fold (name);
  guint            before = GPOINTER_TO_UINT (g_hash_table_lookup (seen, folded));
  TosoVillage     *village;

  /* Nothing but spaces of some kind. */
  if (*name == '\0')
    return TRUE;
  if (before != 0)
    {
      g_autofree char *first = toso_worksheet_name_cell (before - 1, layout->columns[ROLE_NAME]);
      g_autofree char *second = toso_worksheet_name_cell (row, layout->columns[ROLE_NAME]);

      g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                   _ ("“%s” is in the list twice, at %s and %s. Correct the list, and try again."), name, first, second);
      return FALSE;
    }
  if (villages->len >= MAX_VILLAGES)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("The list has more villages than a commune can have. Choose the list of this commune."));
      return FALSE;
    }

  g_hash_table_insert (seen, g_steal_pointer (&folded), GUINT_TO_POINTER (row + 1));
  village = toso_village_new (name);
  g_free (village->kind);
  village->kind = toso_village_find_kind (name);
  g_free (village->code);
  village->code = toso_text_squeeze (get_text (layout, row, ROLE_CODE));
  village->households = read_count (layout, row, ROLE_HOUSEHOLDS, remarks);
  village->population = read_count (layout, row, ROLE_POPULATION, remarks);
  g_ptr_array_add (villages, village);
  return TRUE;
}

GPtrArray *
toso_village_table_read (const TosoWorkbook *workbook,
                         GPtrArray         **remarks,
                         GError            **error)
{
  g_autoptr (GPtrArray) villages = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_village_free);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Layout layout = find_layout (workbook);

  for (guint row = layout.head_row == NONE ? 0 : layout.head_row + 1; layout.n_found > 0 && row < layout.sheet->rows->len; row++)
    {
      if (*get_text (&layout, row, ROLE_NAME) == '\0')
        continue;
      if (!is_of_table (&layout, row))
        {
          g_autofree char *plain = toso_words_plain (get_text (&layout, row, ROLE_NAME));

          if (!toso_words_is_total (plain))
            remark (notes, &layout, row, ROLE_NAME, _ ("is no village; it was left out."));
          continue;
        }
      if (!add_village (&layout, row, villages, seen, notes, error))
        return NULL;
    }

  if (villages->len == 0)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                   _ ("“%s” has no list of villages: no column is headed by “Thôn” or “Tên thôn”. Give the column that heading, and try again."),
                   workbook->name);
      return NULL;
    }

  if (remarks != NULL)
    *remarks = g_steal_pointer (&notes);
  return g_steal_pointer (&villages);
}
