/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-text.h"

/* What a person does to a draft: each one command. */

#define TITLE_CHARS 60

/* @format: translated, with one "%s" for the paper's title. */
static char *
make_title (TosoDraft  *self,
            const char *format)
{
  const char      *subject = self->paper->subject != NULL ? self->paper->subject : "";
  g_autofree char *start = g_utf8_substring (subject, 0, MIN (TITLE_CHARS, g_utf8_strlen (subject, -1)));
  GString         *title = g_string_new (format);

  g_string_replace (title, "%s", start, 1);

  return g_string_free (title, FALSE);
}

static TosoDraftItem *
find_item (TosoDraft  *self,
           const char *key,
           guint      *place,
           GError    **error)
{
  TosoDraftItem *item;

  if (!toso_draft_check_editable (self, error))
    return NULL;
  item = toso_draft_find_item (self->items, key, place);
  if (item == NULL)
    g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                         _ ("That part of the paper is no longer there. Nothing was changed."));

  return item;
}

/* @item: NULL where the text is the data's own, so that there is nothing to do. */
static gboolean
find_edited (TosoDraft      *self,
             const char     *key,
             TosoDraftItem **item,
             GError        **error)
{
  *item = find_item (self, key, NULL, error);
  if (*item == NULL)
    return FALSE;
  if (!toso_draft_item_is_edited (*item))
    *item = NULL;

  return TRUE;
}

static void
replace (char      **string,
         const char *value)
{
  char *copy = g_strdup (value);

  g_free (*string);
  *string = copy;
}

static void
set_figures (TosoKeptBlock *row,
             GPtrArray     *figures)
{
  g_ptr_array_unref (row->figures);
  row->figures = figures;
}

gboolean
toso_draft_keep (TosoDraft *self,
                 GError   **error)
{
  g_return_val_if_fail (TOSO_IS_DRAFT (self), FALSE);

  if (!toso_draft_check_editable (self, error))
    return FALSE;
  if (self->kept->id != 0)
    return TRUE;

  /* Translators: title of a paper */
  return toso_draft_save (self, make_title (self, _ ("Keep a draft of “%s”")), error);
}

/* --- text --- */

/* One paragraph, or lines; without blanks around. */
static char *
take_text (const TosoDraftItem *item,
           const char          *text)
{
  gboolean         lines = item->part == TOSO_DRAFT_LINES || item->part == TOSO_DRAFT_ANNEX;
  g_autofree char *normal = toso_text_normalize (text);

  if (!lines)
    g_strdelimit (normal, "\r\n", ' ');

  return g_strdup (g_strstrip (normal));
}

static const char *
get_printed (const TosoDraftItem *item)
{
  if (item->block != NULL && item->block->text != NULL)
    return item->block->text;

  return toso_draft_item_is_edited (item) ? item->row->text : item->composed;
}

static void
set_text (TosoDraftItem *item,
          const char    *text)
{
  TosoKeptBlock *row = toso_draft_item_keep (item);
  GPtrArray     *figures = toso_draft_bind (get_printed (item), item->figures, item->fresh, text);

  set_figures (row, figures);
  replace (&row->text, text);
  if (!toso_draft_item_is_own (item) && item->is_said)
    replace (&row->composed, item->composed);
  row->edited = TRUE;
}

/* As if nobody had touched it. */
static void
restore (TosoDraftItem *item)
{
  TosoKeptBlock *row = toso_draft_item_keep (item);

  row->removed = FALSE;
  if (toso_draft_item_is_own (item))
    return;
  row->edited = FALSE;
  replace (&row->text, "");
  replace (&row->composed, "");
  g_ptr_array_set_size (row->figures, 0);
  if (item->part == TOSO_DRAFT_LINES)
    g_clear_pointer (&item->row, toso_kept_block_free);
}

gboolean
toso_draft_set_text (TosoDraft  *self,
                     const char *key,
                     const char *text,
                     GError    **error)
{
  TosoDraftItem   *item;
  g_autofree char *taken = NULL;

  g_return_val_if_fail (TOSO_IS_DRAFT (self) && key != NULL && text != NULL, FALSE);

  item = find_item (self, key, NULL, error);
  if (item == NULL)
    return FALSE;
  taken = take_text (item, text);
  if (g_str_equal (taken, get_printed (item)))
    return TRUE;
  if (*taken == '\0' && item->part == TOSO_DRAFT_TEXT)
    return toso_draft_remove (self, key, error);
  if (item->part == TOSO_DRAFT_TABLE || (*taken == '\0' && (g_str_equal (key, "title") || item->part != TOSO_DRAFT_LINES)))
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           item->part == TOSO_DRAFT_TABLE
                             ? _ ("A table says what the year's data say. Change the data, or remove the table. Nothing was changed.")
                             : _ ("A paper has a title, and so has each annex and figure. Type one. Nothing was changed."));
      return FALSE;
    }
  if (item->is_said && toso_draft_is_same_text (taken, item->composed))
    restore (item);
  else
    set_text (item, taken);

  /* Translators: title of a paper */
  return toso_draft_save (self, make_title (self, _ ("Edit the text of “%s”")), error);
}

gboolean
toso_draft_restore (TosoDraft  *self,
                    const char *key,
                    GError    **error)
{
  TosoDraftItem *item;

  g_return_val_if_fail (TOSO_IS_DRAFT (self) && key != NULL, FALSE);

  item = find_item (self, key, NULL, error);
  if (item == NULL)
    return FALSE;
  if (!toso_draft_item_is_edited (item) && !toso_draft_item_is_removed (item))
    return TRUE;
  restore (item);

  /* Translators: title of a paper */
  return toso_draft_save (self, make_title (self, _ ("Take back a change of “%s”")), error);
}

/* From the end, so that the places before stay right. */
static void
put_new_words (TosoKeptBlock   *row,
               const GPtrArray *fresh)
{
  for (guint i = row->figures->len; i > 0; i--)
    {
      TosoKeptFigure       *figure = row->figures->pdata[i - 1];
      const TosoKeptFigure *now = toso_draft_find_figure (fresh, figure->source, figure->nth);
      glong                 old_length = g_utf8_strlen (figure->words, -1);
      g_autofree char      *before = NULL;
      const char           *after = g_utf8_offset_to_pointer (row->text, figure->start + old_length);
      char                 *text;

      if (now == NULL || g_str_equal (now->words, figure->words))
        continue;
      before = g_utf8_substring (row->text, 0, figure->start);
      text = g_strconcat (before, now->words, after, NULL);
      g_free (row->text);
      row->text = text;
      for (guint f = i; f < row->figures->len; f++)
        ((TosoKeptFigure *) row->figures->pdata[f])->start += (int) (g_utf8_strlen (now->words, -1) - old_length);
      replace (&figure->words, now->words);
    }
}

gboolean
toso_draft_take_changes (TosoDraft  *self,
                         const char *key,
                         GError    **error)
{
  TosoDraftItem *item;

  g_return_val_if_fail (TOSO_IS_DRAFT (self) && key != NULL, FALSE);

  if (!find_edited (self, key, &item, error))
    return FALSE;
  if (item == NULL)
    return TRUE;
  put_new_words (item->row, item->fresh);
  replace (&item->row->composed, item->composed);

  /* Translators: title of a paper */
  return toso_draft_save (self, make_title (self, _ ("Take the new figures into “%s”")), error);
}

gboolean
toso_draft_keep_text (TosoDraft  *self,
                      const char *key,
                      GError    **error)
{
  TosoDraftItem *item;

  g_return_val_if_fail (TOSO_IS_DRAFT (self) && key != NULL, FALSE);

  if (!find_edited (self, key, &item, error))
    return FALSE;
  if (item == NULL)
    return TRUE;
  for (guint i = item->row->figures->len; i > 0; i--)
    {
      const TosoKeptFigure *figure = item->row->figures->pdata[i - 1];
      const TosoKeptFigure *now = toso_draft_find_figure (item->fresh, figure->source, figure->nth);

      if (now == NULL || !g_str_equal (now->words, figure->words))
        g_ptr_array_remove_index (item->row->figures, i - 1);
    }
  replace (&item->row->composed, item->is_said ? item->composed : "");

  /* Translators: title of a paper */
  return toso_draft_save (self, make_title (self, _ ("Keep the text of “%s” as it was written")), error);
}

/* --- blocks --- */

static guint
find_first_block (TosoDraft *self)
{
  guint place = 0;

  while (place < self->items->len && ((const TosoDraftItem *) self->items->pdata[place])->part == TOSO_DRAFT_LINES)
    place++;
  /* Head and foot stand together where there is no text: after the head. */
  if (place == self->items->len || ((const TosoDraftItem *) self->items->pdata[place])->part == TOSO_DRAFT_ANNEX)
    toso_draft_find_item (self->items, "recipients", &place);

  return place;
}

/* Where a block after @key stands. */
static gboolean
find_place_after (TosoDraft  *self,
                  const char *key,
                  guint      *place,
                  GError    **error)
{
  const TosoDraftItem *after;

  if (key == NULL)
    {
      *place = find_first_block (self);
      return TRUE;
    }
  after = find_item (self, key, place, error);
  if (after == NULL)
    return FALSE;
  if (after->part == TOSO_DRAFT_LINES)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("A paragraph stands among the paper's text, not in its head or foot. Nothing was changed."));
      return FALSE;
    }
  ++*place;

  return TRUE;
}

static char *
make_own_key (TosoDraft *self)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *key = g_strdup_printf ("own/%u", n);

      if (toso_draft_find_item (self->items, key, NULL) == NULL)
        return g_steal_pointer (&key);
    }
}

gboolean
toso_draft_insert (TosoDraft    *self,
                   const char   *after_key,
                   TosoBlockKind kind,
                   const char   *text,
                   char        **new_key,
                   GError      **error)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *first = NULL;
  guint            place;

  g_return_val_if_fail (TOSO_IS_DRAFT (self) && text != NULL, FALSE);
  g_return_val_if_fail (kind != TOSO_BLOCK_TABLE && kind != TOSO_BLOCK_FIGURE, FALSE);

  if (!toso_draft_check_editable (self, error) || !find_place_after (self, after_key, &place, error))
    return FALSE;
  lines = toso_draft_split_lines (text);
  if (lines == NULL)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID, _ ("Type the paragraph first. Nothing was changed."));
      return FALSE;
    }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *key = make_own_key (self);
      TosoDraftItem   *item = toso_draft_item_new (key, TOSO_DRAFT_TEXT);

      item->row = toso_kept_block_new (key, toso_draft_kind_to_id (kind));
      item->row->edited = TRUE;
      g_free (item->row->text);
      item->row->text = toso_text_normalize (lines[i]);
      g_ptr_array_insert (self->items, (int) (place + i), item);
      if (i == 0)
        first = g_steal_pointer (&key);
    }
  /* Translators: title of a paper */
  if (!toso_draft_save (self, make_title (self, _ ("Add a paragraph to “%s”")), error))
    return FALSE;
  if (new_key != NULL)
    *new_key = g_steal_pointer (&first);

  return TRUE;
}

gboolean
toso_draft_remove (TosoDraft  *self,
                   const char *key,
                   GError    **error)
{
  TosoDraftItem *item;
  guint          place;

  g_return_val_if_fail (TOSO_IS_DRAFT (self) && key != NULL, FALSE);

  item = find_item (self, key, &place, error);
  if (item == NULL)
    return FALSE;
  if (item->part == TOSO_DRAFT_LINES)
    return toso_draft_set_text (self, key, "", error);
  if (toso_draft_item_is_own (item))
    g_ptr_array_remove_index (self->items, place);
  else
    toso_draft_item_keep (item)->removed = TRUE;

  /* Translators: title of a paper */
  return toso_draft_save (self, make_title (self, _ ("Remove a part of “%s”")), error);
}

/* The annex a place belongs to; NULL for the text. */
static const TosoDraftItem *
find_annex (TosoDraft *self,
            guint      place)
{
  for (guint i = place; i > 0; i--)
    if (((const TosoDraftItem *) self->items->pdata[i - 1])->part == TOSO_DRAFT_ANNEX)
      return self->items->pdata[i - 1];

  return NULL;
}

gboolean
toso_draft_move (TosoDraft  *self,
                 const char *key,
                 const char *after_key,
                 GError    **error)
{
  TosoDraftItem *item;
  guint          from, to;

  g_return_val_if_fail (TOSO_IS_DRAFT (self) && key != NULL, FALSE);

  item = find_item (self, key, &from, error);
  if (item == NULL || !find_place_after (self, after_key, &to, error))
    return FALSE;
  if (item->part == TOSO_DRAFT_LINES || item->part == TOSO_DRAFT_ANNEX || find_annex (self, from) != find_annex (self, to))
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("A part is moved within the text, or within its annex. Nothing was changed."));
      return FALSE;
    }
  if (to == from || to == from + 1)
    return TRUE;
  g_ptr_array_steal_index (self->items, from);
  g_ptr_array_insert (self->items, (int) (to > from ? to - 1 : to), item);

  /* Translators: title of a paper */
  return toso_draft_save (self, make_title (self, _ ("Move a part of “%s”")), error);
}

static gboolean
is_block (const TosoDraftItem *item)
{
  return item->part != TOSO_DRAFT_LINES && item->part != TOSO_DRAFT_ANNEX;
}

gboolean
toso_draft_shift (TosoDraft  *self,
                  const char *key,
                  int         step,
                  GError    **error)
{
  const TosoDraftItem *other;
  guint                place;
  int                  to;

  g_return_val_if_fail (TOSO_IS_DRAFT (self) && key != NULL, FALSE);
  g_return_val_if_fail (step == 1 || step == -1, FALSE);

  if (find_item (self, key, &place, error) == NULL)
    return FALSE;
  for (to = (int) place + step; to >= 0 && to < (int) self->items->len; to += step)
    {
      other = self->items->pdata[to];
      if (!is_block (other))
        return TRUE;
      if (toso_draft_item_is_shown (other))
        break;
    }
  if (to < 0 || to >= (int) self->items->len)
    return TRUE;
  /* Down: after the next; up: after the one before the previous. */
  if (step < 0)
    {
      other = to > 0 ? self->items->pdata[to - 1] : NULL;
      return toso_draft_move (self, key, other != NULL && other->part != TOSO_DRAFT_LINES ? other->key : NULL, error);
    }

  return toso_draft_move (self, key, ((const TosoDraftItem *) self->items->pdata[to])->key, error);
}

gboolean
toso_draft_discard (TosoDraft *self,
                    GError   **error)
{
  g_autoptr (TosoDraft) guard = NULL;

  g_return_val_if_fail (TOSO_IS_DRAFT (self), FALSE);

  if (!toso_draft_check_editable (self, error))
    return FALSE;
  if (self->kept->id == 0)
    return TRUE;
  guard = g_object_ref (self);
  self->busy = TRUE;

  return toso_draft_finish (self, toso_year_remove_paper (self->year, self->kept->id, error), error);
}
