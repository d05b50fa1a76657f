/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-document-private.h"

/* Where the blocks of a paper stand, so that a list of them leads to the page. */

void
toso_composer_name (TosoComposer *self,
                    const char   *key)
{
  if (key != NULL)
    g_hash_table_insert (self->keys, g_strdup (key), GUINT_TO_POINTER (self->n_blocks));
}

/**
 * toso_document_find_block:
 *
 * Returns: %FALSE when nothing of it is printed
 */
gboolean
toso_document_find_block (TosoDocument *self,
                          const char   *key,
                          guint        *page,
                          double       *top)
{
  gpointer number;

  g_return_val_if_fail (TOSO_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (key != NULL && page != NULL && top != NULL, FALSE);

  if (!g_hash_table_lookup_extended (self->keys, key, NULL, &number))
    return FALSE;
  for (*page = 0; *page < self->pages->len; (*page)++)
    {
      const TosoPage *shown = toso_document_get_page (self, *page);

      for (guint i = 0; i < shown->units->len; i++)
        {
          const TosoPlacedUnit *placed = &g_array_index (shown->units, TosoPlacedUnit, i);
          const TosoUnit       *unit = g_ptr_array_index (shown->part->units, placed->unit);

          *top = shown->part->profile.top + placed->y;
          if (unit->block == GPOINTER_TO_UINT (number))
            return TRUE;
        }
    }

  return FALSE;
}
