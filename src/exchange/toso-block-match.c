/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-block-match.h"

#include <string.h>

#include "core/toso-text.h"
#include "core/toso-village.h"

#define NONE G_MAXUINT

typedef struct
{
  const TosoCopiedBlock *block;
  const TosoBlockPlace  *place;
  TosoBlockMatch        *match;
  GHashTable            *whole; /* folded name or code to index + 1 of the village; 0: of several */
  GHashTable            *bare;  /* the same without "thôn", "làng" … */
} Matcher;

/* --- names --- */

static gboolean
has_letter (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalpha (g_utf8_get_char (c)))
      return TRUE;

  return FALSE;
}

/* Letters and digits only, words apart by one space: "Thôn  Ngọc-Minh:" is
 * "thon ngoc minh". */
static char *
fold (const char *text)
{
  g_autofree char *folded = toso_text_fold (text);
  GString         *plain = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isalnum (letter))
        g_string_append_unichar (plain, letter);
      else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  if (plain->len > 0 && plain->str[plain->len - 1] == ' ')
    g_string_truncate (plain, plain->len - 1);

  return g_string_free (plain, FALSE);
}

static void
insert (GHashTable *table,
        const char *key,
        guint       village)
{
  gpointer known;

  if (*key == '\0')
    return;
  if (g_hash_table_lookup_extended (table, key, NULL, &known) && GPOINTER_TO_UINT (known) != village + 1)
    village = NONE; /* of two: says nothing */
  g_hash_table_insert (table, g_strdup (key), GUINT_TO_POINTER (village + 1));
}

static void
learn_villages (Matcher *self)
{
  const TosoBlockPlace *place = self->place;

  self->whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->bare = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < place->n_villages; i++)
    {
      g_autofree char *name = fold (place->villages[i]);
      g_autofree char *bare = toso_village_fold (place->villages[i]);

      insert (self->whole, name, i);
      insert (self->bare, bare, i);
      /* A code without a letter is no name: a figure could be meant. */
      if (place->codes != NULL && has_letter (place->codes[i]))
        {
          g_autofree char *code = fold (place->codes[i]);

          insert (self->whole, code, i);
        }
    }
}

/* A number alone never names a village, though there be a Thôn 3. */
static guint
find_village (Matcher    *self,
              const char *text)
{
  g_autofree char *name = NULL;
  g_autofree char *bare = NULL;
  gpointer         found;

  if (!has_letter (text))
    return NONE;
  name = fold (text);
  found = g_hash_table_lookup (self->whole, name);
  if (found == NULL)
    {
      bare = toso_village_fold (text);
      found = g_hash_table_lookup (self->bare, bare);
    }

  return found != NULL ? GPOINTER_TO_UINT (found) - 1 : NONE;
}

static const char *
get_text (Matcher *self,
          guint    row,
          guint    column)
{
  return toso_copied_block_get (self->block, row, column)->text;
}

/* The one in which most villages are named. */
static guint
find_name_column (Matcher *self)
{
  guint best = NONE;
  guint n_best = 0;

  for (guint column = 0; column < self->block->n_columns; column++)
    {
      guint n = 0;

      for (guint row = 0; row < self->block->n_rows; row++)
        n += find_village (self, get_text (self, row, column)) != NONE;
      if (n > n_best)
        {
          best = column;
          n_best = n;
        }
    }

  return best;
}

/* --- rows --- */

static gboolean
is_total (const char *text)
{
  static const char *const words[] = { "tong cong", "tong so", "cong", "toan xa", "toan phuong", "tong" };
  g_autofree char         *name = fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (name, words[i]) && (name[strlen (words[i])] == '\0' || name[strlen (words[i])] == ' '))
      return TRUE;

  return FALSE;
}

static gboolean
is_empty_row (Matcher *self,
              guint    row,
              guint    name_column)
{
  for (guint column = 0; column < self->block->n_columns; column++)
    if (column != name_column && *get_text (self, row, column) != '\0')
      return FALSE;

  return TRUE;
}

static TosoBlockRowKind
judge_row (Matcher *self,
           guint    row,
           guint    name_column,
           gboolean seen)
{
  for (guint column = 0; column <= name_column; column++)
    if (is_total (get_text (self, row, column)))
      return TOSO_BLOCK_ROW_TOTAL;
  if (!seen)
    return TOSO_BLOCK_ROW_HEAD;

  return *get_text (self, row, name_column) == '\0' && is_empty_row (self, row, name_column) ? TOSO_BLOCK_ROW_EMPTY
                                                                                             : TOSO_BLOCK_ROW_UNKNOWN;
}

static void
match_rows_by_name (Matcher *self,
                    guint    name_column)
{
  g_autofree gboolean *taken = g_new0 (gboolean, self->place->n_villages + 1);
  gboolean             seen = FALSE;

  for (guint i = 0; i < self->block->n_rows; i++)
    {
      TosoBlockRow *row = &self->match->rows[i];

      row->village = find_village (self, get_text (self, i, name_column));
      if (row->village == NONE)
        row->kind = judge_row (self, i, name_column, seen);
      else
        {
          row->kind = taken[row->village] ? TOSO_BLOCK_ROW_DUPLICATE : TOSO_BLOCK_ROW_VILLAGE;
          taken[row->village] = TRUE;
          seen = TRUE;
        }
    }
}

static gboolean
is_figure (const TosoBlockCell *cell)
{
  double value;

  return cell->value.known || (*cell->text != '\0' && toso_number_parse (cell->text, &value) != TOSO_NUMBER_BAD);
}

/* Words and no figure: a head. */
static gboolean
is_head (Matcher *self,
         guint    row)
{
  gboolean has_words = FALSE;

  for (guint column = 0; column < self->block->n_columns; column++)
    {
      const TosoBlockCell *cell = toso_copied_block_get (self->block, row, column);

      if (is_figure (cell))
        return FALSE;
      has_words |= has_letter (cell->text);
    }

  return has_words;
}

static void
match_rows_by_order (Matcher *self)
{
  guint    village = self->place->village;
  gboolean seen = FALSE;

  self->match->by_order = TRUE;
  for (guint i = 0; i < self->block->n_rows; i++)
    {
      TosoBlockRow *row = &self->match->rows[i];

      row->village = NONE;
      if (!seen && is_head (self, i))
        row->kind = TOSO_BLOCK_ROW_HEAD;
      else if (is_total (get_text (self, i, 0)))
        row->kind = TOSO_BLOCK_ROW_TOTAL;
      else if (village >= self->place->n_villages)
        row->kind = is_empty_row (self, i, NONE) ? TOSO_BLOCK_ROW_EMPTY : TOSO_BLOCK_ROW_UNKNOWN;
      else
        {
          row->kind = TOSO_BLOCK_ROW_VILLAGE;
          row->village = village++;
          seen = TRUE;
        }
    }
}

/* --- columns --- */

static guint
count_head_rows (Matcher *self)
{
  guint n = 0;

  while (n < self->match->n_rows && self->match->rows[n].kind == TOSO_BLOCK_ROW_HEAD)
    n++;

  return n;
}

/* All that stands above a column, from the top down. */
static char *
join_head (Matcher *self,
           guint    column)
{
  GString    *head = g_string_new (NULL);
  guint       n = count_head_rows (self);
  const char *last = "";

  for (guint row = 0; row < n; row++)
    {
      const char *text = get_text (self, row, column);

      if (*text == '\0' || g_str_equal (text, last))
        continue;
      if (head->len > 0)
        g_string_append (head, ", ");
      g_string_append (head, text);
      last = text;
    }

  return g_string_free (head, FALSE);
}

static gboolean
is_named (Matcher    *self,
          guint       ours,
          const char *folded)
{
  g_autofree char *title = fold (self->place->titles[ours]);
  g_autofree char *name = fold (self->place->names[ours]);

  return *folded != '\0' && (g_str_equal (folded, title) || g_str_equal (folded, name));
}

/* The only one of ours that is called so; NONE: none, or several. */
static guint
find_ours (Matcher    *self,
           const char *text)
{
  g_autofree char *folded = fold (text);
  guint            found = NONE;

  for (guint i = 0; i < self->place->n_columns; i++)
    if (is_named (self, i, folded))
      {
        if (found != NONE)
          return NONE;
        found = i;
      }

  return found;
}

/* By all that stands above it, else by one of the lines, the lowest first. */
static guint
find_by_head (Matcher *self,
              guint    column)
{
  guint found = find_ours (self, self->match->columns[column].head);

  for (guint row = count_head_rows (self); found == NONE && row-- > 0;)
    found = find_ours (self, get_text (self, row, column));

  return found;
}

/* 1, 2, 3 … all the way: the number of the line. */
static gboolean
is_numbering (Matcher *self,
              guint    column)
{
  guint n = 0;

  for (guint row = 0; row < self->block->n_rows; row++)
    {
      const TosoBlockCell *cell = toso_copied_block_get (self->block, row, column);
      double               value;

      if (self->match->rows[row].kind != TOSO_BLOCK_ROW_VILLAGE)
        continue;
      if (cell->value.known)
        value = cell->value.value;
      else if (toso_number_parse (cell->text, &value) != TOSO_NUMBER_OK)
        return FALSE;
      if (value != ++n)
        return FALSE;
    }

  return n > 1;
}

static gboolean
has_numbering_head (Matcher *self,
                    guint    column)
{
  g_autofree char *head = fold (self->match->columns[column].head);

  return g_str_equal (head, "tt") || g_str_equal (head, "stt") || g_str_equal (head, "so tt") ||
         g_str_equal (head, "so thu tu");
}

static gboolean
is_empty_column (Matcher *self,
                 guint    column)
{
  for (guint row = 0; row < self->block->n_rows; row++)
    if (self->match->rows[row].kind == TOSO_BLOCK_ROW_VILLAGE && *get_text (self, row, column) != '\0')
      return FALSE;

  return TRUE;
}

static void
judge_column (Matcher *self,
              guint    column,
              guint    name_column)
{
  TosoBlockColumn *info = &self->match->columns[column];

  info->column = NONE;
  info->head = join_head (self, column);
  if (column == name_column)
    info->kind = TOSO_BLOCK_COLUMN_VILLAGE;
  else if (is_empty_column (self, column))
    info->kind = TOSO_BLOCK_COLUMN_EMPTY;
  else if (has_numbering_head (self, column) || (name_column != NONE && column < name_column && is_numbering (self, column)))
    info->kind = TOSO_BLOCK_COLUMN_NUMBER;
  else
    info->kind = TOSO_BLOCK_COLUMN_UNKNOWN;
}

static void
match_columns_by_titles (Matcher *self)
{
  g_autofree gboolean *taken = g_new0 (gboolean, self->place->n_columns + 1);

  for (guint i = 0; i < self->match->n_columns; i++)
    {
      TosoBlockColumn *column = &self->match->columns[i];
      guint            ours = column->kind == TOSO_BLOCK_COLUMN_UNKNOWN ? find_by_head (self, i) : NONE;

      if (ours == NONE || taken[ours])
        continue;
      taken[ours] = TRUE;
      column->kind = TOSO_BLOCK_COLUMN_OURS;
      column->column = ours;
      self->match->by_titles = TRUE;
    }
}

/* Those beside the names, one after the other; what is empty keeps its place. */
static void
match_columns_by_order (Matcher *self,
                        guint    name_column)
{
  guint ours = self->place->column;

  for (guint i = name_column == NONE ? 0 : name_column + 1; i < self->match->n_columns; i++)
    {
      TosoBlockColumn *column = &self->match->columns[i];

      if (column->kind == TOSO_BLOCK_COLUMN_UNKNOWN && ours < self->place->n_columns)
        {
          column->kind = TOSO_BLOCK_COLUMN_OURS;
          column->column = ours;
        }
      if (column->kind != TOSO_BLOCK_COLUMN_NUMBER)
        ours++;
    }
}

/* --- public --- */

TosoBlockMatch *
toso_block_match (const TosoCopiedBlock *block,
                  const TosoBlockPlace  *place)
{
  Matcher self = { .block = block, .place = place };
  guint   name_column;

  g_return_val_if_fail (block != NULL && place != NULL, NULL);

  self.match = g_new0 (TosoBlockMatch, 1);
  self.match->n_rows = block->n_rows;
  self.match->n_columns = block->n_columns;
  self.match->rows = g_new0 (TosoBlockRow, block->n_rows);
  self.match->columns = g_new0 (TosoBlockColumn, block->n_columns);

  learn_villages (&self);
  name_column = find_name_column (&self);
  if (name_column != NONE)
    match_rows_by_name (&self, name_column);
  else
    match_rows_by_order (&self);
  for (guint i = 0; i < block->n_columns; i++)
    judge_column (&self, i, name_column);
  match_columns_by_titles (&self);
  if (!self.match->by_titles)
    match_columns_by_order (&self, name_column);

  g_hash_table_unref (self.whole);
  g_hash_table_unref (self.bare);

  return self.match;
}

void
toso_block_match_free (TosoBlockMatch *match)
{
  if (match == NULL)
    return;

  for (guint i = 0; i < match->n_columns; i++)
    g_free (match->columns[i].head);
  g_free (match->columns);
  g_free (match->rows);
  g_free (match);
}
