/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-papers-page-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- what the panel shows --- */

/* "46,8% → 47,2%; 12 → không còn" */
static char *
describe_changes (const GPtrArray *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const TosoDraftChange *change = changes->pdata[i];

      if (change->source == NULL)
        {
          if (text->len == 0)
            g_string_append (text, _ ("the sentence is another now"));
          continue;
        }
      g_string_append_printf (text, "%s%s → %s", text->len > 0 ? "; " : "", change->old_words,
                              change->new_words != NULL ? change->new_words : _ ("gone"));
    }

  return g_string_free (text, FALSE);
}

static const char *
get_label (const TosoDraftBlock *block)
{
  switch (block->part)
    {
    case TOSO_DRAFT_LINES:
      return block->label;
    case TOSO_DRAFT_TABLE:
      return _ ("Table");
    case TOSO_DRAFT_FIGURE:
      return _ ("Figure");
    case TOSO_DRAFT_ANNEX:
      return _ ("Annex");
    case TOSO_DRAFT_TEXT:
    default:
      return NULL;
    }
}

static gboolean
is_strong (const TosoDraftBlock *block)
{
  return block->part == TOSO_DRAFT_ANNEX ||
         (block->part == TOSO_DRAFT_TEXT &&
          (block->kind == TOSO_BLOCK_HEADING_ROMAN || block->kind == TOSO_BLOCK_HEADING ||
           block->kind == TOSO_BLOCK_CENTERED_LABEL || block->kind == TOSO_BLOCK_CENTERED_TITLE));
}

/* A table is told by its first rows: nobody reads hundreds of them here, and to
 * set them takes longer than to make the paper. */
#define MAX_ROWS  4
#define MAX_CHARS 300

static char *
shorten_table (const char *text)
{
  g_auto (GStrv) rows = g_strsplit (text, "\n", MAX_ROWS + 1);
  g_autofree char *first = NULL;

  if (g_strv_length (rows) > MAX_ROWS)
    g_clear_pointer (&rows[MAX_ROWS], g_free);
  first = g_strjoinv ("\n", rows);

  return g_strdelimit (g_utf8_substring (first, 0, MIN (g_utf8_strlen (first, -1), MAX_CHARS)), "\t", ' ');
}

static TosoBlockItem *
make_item (const TosoDraftBlock *block)
{
  g_autofree char *rows = block->part == TOSO_DRAFT_TABLE ? shorten_table (block->text) : NULL;
  TosoBlockItem   *item = toso_block_item_new (block->key, rows != NULL ? rows : block->text);

  item->label = g_strdup (get_label (block));
  item->strong = is_strong (block);
  item->is_text = block->editable;
  item->is_lines = block->part == TOSO_DRAFT_LINES || block->part == TOSO_DRAFT_ANNEX;
  item->takes_more = block->part != TOSO_DRAFT_LINES;
  item->movable = block->movable;
  item->removable = block->removable;
  item->edited = block->edited;
  item->added = block->own;
  item->removed = block->removed;
  if (block->changes != NULL && block->changes->len > 0)
    item->moved = describe_changes (block->changes);

  return item;
}

static char *
describe (TosoPapersPage  *self,
          const GPtrArray *blocks)
{
  guint n_edited = 0;

  if (toso_draft_is_issued (self->draft))
    return g_strdup (_ ("Issued: its text stays as it is."));
  if (g_str_equal (toso_draft_get_kept (self->draft)->kind, "plan"))
    return g_strdup (_ ("The plan’s text is written on the page of the plan."));
  for (guint i = 0; i < blocks->len; i++)
    {
      const TosoDraftBlock *block = blocks->pdata[i];

      n_edited += block->edited || block->own || block->removed;
    }
  if (n_edited == 0)
    return g_strdup (_ ("All as the data says. Enter edits a block."));

  return g_strdup_printf (ngettext ("%u block is not as the data says", "%u blocks are not as the data says", n_edited), n_edited);
}

/* Nobody chooses anything of a paper that is out, or in a year that is read. */
static void
update_people (TosoPapersPage *self)
{
  gboolean may_choose = self->draft != NULL && !toso_draft_is_issued (self->draft) && !toso_session_is_read_only (self->session);
  GError  *error = NULL;
  g_autoptr (TosoPaperChoices) choices = may_choose ? toso_draft_load_choices (self->draft, &error) : NULL;

  toso_paper_people_set (TOSO_PAPER_PEOPLE (self->people), choices);
  if (error != NULL)
    toso_session_take_error (self->session, error);
}

void
toso_papers_page_update_blocks (TosoPapersPage *self)
{
  GPtrArray       *items = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_block_item_free);
  const GPtrArray *blocks = self->draft != NULL ? toso_draft_list_blocks (self->draft) : NULL;
  g_autofree char *words = blocks != NULL ? describe (self, blocks) : NULL;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    g_ptr_array_add (items, make_item (blocks->pdata[i]));
  toso_block_list_set_items (TOSO_BLOCK_LIST (self->blocks), items, words,
                             blocks == NULL || toso_draft_is_issued (self->draft) || toso_session_is_read_only (self->session));
  update_people (self);
}

/* --- what a person does with it --- */

static void
take_result (TosoPapersPage *self,
             gboolean        is_done,
             GError         *error,
             const char     *sentence)
{
  if (!is_done)
    toso_session_take_error (self->session, error);
  else if (sentence != NULL)
    toso_session_say (self->session, sentence, TRUE);
}

static void
edited_cb (TosoPapersPage *self,
           const char     *key,
           const char     *text)
{
  GError  *error = NULL;
  gboolean is_done = toso_draft_set_text (self->draft, key, text, &error);

  take_result (self, is_done, error, *text == '\0' ? _ ("The paragraph was taken out of the paper") : NULL);
}

static void
inserted_cb (TosoPapersPage *self,
             const char     *after_key,
             const char     *text)
{
  GError          *error = NULL;
  g_autofree char *key = NULL;
  gboolean         is_done = toso_draft_insert (self->draft, after_key, TOSO_BLOCK_BODY, text, &key, &error);

  if (is_done)
    toso_block_list_select (TOSO_BLOCK_LIST (self->blocks), key);
  take_result (self, is_done, error, NULL);
}

static gboolean
run_command (TosoPapersPage  *self,
             const char      *key,
             TosoBlockCommand command,
             const char     **sentence,
             GError         **error)
{
  switch (command)
    {
    case TOSO_BLOCK_REMOVE:
      *sentence = _ ("The block was taken out of the paper");
      return toso_draft_remove (self->draft, key, error);
    case TOSO_BLOCK_MOVE_UP:
      return toso_draft_shift (self->draft, key, -1, error);
    case TOSO_BLOCK_MOVE_DOWN:
      return toso_draft_shift (self->draft, key, 1, error);
    case TOSO_BLOCK_RESTORE:
      *sentence = _ ("The block is again as the data says");
      return toso_draft_restore (self->draft, key, error);
    case TOSO_BLOCK_TAKE:
      return toso_draft_take_changes (self->draft, key, error);
    case TOSO_BLOCK_KEEP:
      return toso_draft_keep_text (self->draft, key, error);
    default:
      g_assert_not_reached ();
    }
}

static void
command_cb (TosoPapersPage  *self,
            const char      *key,
            TosoBlockCommand command)
{
  const char *sentence = NULL;
  GError     *error = NULL;
  gboolean    is_done = run_command (self, key, command, &sentence, &error);

  take_result (self, is_done, error, sentence);
}

static void
signer_chosen_cb (TosoPapersPage *self,
                  gint64          id)
{
  GError  *error = NULL;
  gboolean is_done = toso_draft_choose_signer (self->draft, id, &error);

  take_result (self, is_done, error, NULL);
}

static void
list_chosen_cb (TosoPapersPage *self,
                gint64          id)
{
  GError  *error = NULL;
  gboolean is_done = toso_year_set_recipient_list (toso_session_get_year (self->session),
                                                   toso_draft_get_kept (self->draft)->kind, id, &error);

  take_result (self, is_done, error, NULL);
}

/* --- to the page --- */

/* Enough of a text to know it by. */
#define NEEDLE_CHARS 40

/* The first line, or cell of a table. */
static char *
make_needle (const char *text)
{
  g_autofree char *line = g_strndup (text, strcspn (text, "\n\t"));

  return g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), NEEDLE_CHARS));
}

/* Recipients and signature stand after the text, the other lines before it. */
static gboolean
is_foot (TosoPapersPage *self,
         const char     *key)
{
  const GPtrArray *blocks = toso_draft_list_blocks (self->draft);
  gboolean         after_text = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const TosoDraftBlock *block = blocks->pdata[i];

      if (g_str_equal (block->key, key))
        return after_text && block->part == TOSO_DRAFT_LINES;
      after_text = after_text || block->part != TOSO_DRAFT_LINES;
    }

  return FALSE;
}

/* What is issued is somebody's PDF: there the words are looked for. */
static void
selected_cb (TosoPapersPage *self,
             const char     *key,
             const char     *text)
{
  const TosoDraftBlock *block = self->draft != NULL ? toso_draft_find_block (self->draft, key) : NULL;
  TosoDocument         *document = self->rendered != NULL && self->is_fresh ? self->rendered->document : NULL;
  gboolean              foot = block != NULL && is_foot (self, key);
  g_autofree char      *needle = make_needle (text);
  guint                 page;
  double                top;

  if (block == NULL || block->removed)
    return;
  if (document != NULL && block->part == TOSO_DRAFT_LINES && !foot)
    toso_pdf_view_show_page (TOSO_PDF_VIEW (self->view), 0);
  else if (document != NULL && toso_document_find_block (document, foot ? TOSO_DOCUMENT_FOOT : key, &page, &top))
    toso_pdf_view_show_place (TOSO_PDF_VIEW (self->view), page, top);
  else
    toso_pdf_view_show_words (TOSO_PDF_VIEW (self->view), needle);
}

void
toso_papers_page_connect_blocks (TosoPapersPage *self)
{
  g_signal_connect_object (self->blocks, "block-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->people, "signer-chosen", G_CALLBACK (signer_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->people, "list-chosen", G_CALLBACK (list_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->blocks, "block-edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->blocks, "block-inserted", G_CALLBACK (inserted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->blocks, "block-command", G_CALLBACK (command_cb), self, G_CONNECT_SWAPPED);
}
