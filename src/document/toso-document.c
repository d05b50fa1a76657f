/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-document-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"

G_DEFINE_FINAL_TYPE (TosoDocument, toso_document, G_TYPE_OBJECT)

#define MARK_LABEL_SIZE 12.0
#define ADDRESS_GAP     6.0 /* between the text and the address under it */

static void
paragraph_free (gpointer data)
{
  toso_paragraph_free (data);
}

static void
part_free (gpointer data)
{
  TosoPart *part = data;

  g_ptr_array_unref (part->units);
  g_ptr_array_unref (part->notes);
  g_clear_pointer (&part->address, toso_unit_free);
  g_free (part);
}

static void
source_clear (gpointer data)
{
  g_free (((TosoSourceMark *) data)->source);
}

static void
page_clear (gpointer data)
{
  g_array_unref (((TosoPage *) data)->units);
}

static TosoParagraph *
set_number (TosoDocument      *self,
            const TosoProfile *profile,
            guint              number)
{
  TosoStyle      style = { profile->page_number_size, TOSO_FACE_REGULAR };
  TosoParagraph *paragraph;
  char           text[16];

  g_snprintf (text, sizeof text, "%u", number);
  paragraph = toso_typesetter_shape (self->typesetter, text, style, 0);
  g_ptr_array_add (self->paragraphs, paragraph);
  toso_paragraph_break (paragraph, toso_profile_get_text_width (profile), 0, TOSO_ALIGN_CENTER, TOSO_BREAK_PLAIN);

  return paragraph;
}

/* The first page has no number (Decree 30/2020/NĐ-CP, Annex I, Part I, I.7);
 * each annex is numbered by itself (III.1.đ). */
static void
add_pages (TosoDocument   *self,
           const TosoPart *part)
{
  double     height = toso_profile_get_text_height (&part->profile);
  double     foot = part->address != NULL ? part->address->height + ADDRESS_GAP : 0;
  GPtrArray *pages = toso_make_pages (part->units, part->notes, height - foot, height);

  for (guint i = 0; i < pages->len; i++)
    {
      TosoPage page = { part, g_array_ref (pages->pdata[i]), NULL };

      if (i > 0)
        page.number = set_number (self, &part->profile, i + 1);
      g_array_append_val (self->pages, page);
    }
  g_ptr_array_unref (pages);
}

/* Margins are those of the paper as it is read; the columns of the header keep
 * their shares of the width. */
static void
turn_profile (TosoProfile *profile)
{
  double old_width = profile->page_width;
  double old_text_width = toso_profile_get_text_width (profile);
  double ratio;

  profile->page_width = profile->page_height;
  profile->page_height = old_width;
  ratio = toso_profile_get_text_width (profile) / old_text_width;
  profile->header_left *= ratio;
  profile->header_right *= ratio;
}

/* The units of what is composed next go into the part returned. */
static TosoPart *
begin_part (TosoDocument *self,
            TosoComposer *composer,
            gboolean      landscape)
{
  TosoPart *part = g_new0 (TosoPart, 1);

  part->profile = self->profile;
  part->units = g_ptr_array_new_with_free_func (toso_unit_free);
  part->notes = g_ptr_array_new_with_free_func (toso_unit_free);
  if (landscape)
    turn_profile (&part->profile);
  g_ptr_array_add (self->parts, part);
  composer->profile = &part->profile;
  composer->units = part->units;
  composer->notes = part->notes;

  return part;
}

static void
set_mark (TosoDocument *self,
          const char   *text)
{
  TosoStyle label = { MARK_LABEL_SIZE, TOSO_FACE_BOLD };
  TosoStyle mark = { 48, TOSO_FACE_BOLD };

  if (toso_text_is_blank (text))
    return;

  self->mark_label = toso_typesetter_shape (self->typesetter, text, label, 0);
  g_ptr_array_add (self->paragraphs, self->mark_label);
  toso_paragraph_break (self->mark_label, 10 * self->profile.page_height, 0, TOSO_ALIGN_LEFT, TOSO_BREAK_PLAIN);

  self->mark = toso_typesetter_shape (self->typesetter, text, mark, 0);
  g_ptr_array_add (self->paragraphs, self->mark);
  toso_paragraph_break (self->mark, 10 * self->profile.page_height, 0, TOSO_ALIGN_LEFT, TOSO_BREAK_PLAIN);
}

/* What the user gives may be anything. */
static gboolean
load_pictures (TosoComposer    *composer,
               const TosoPaper *paper,
               GError         **error)
{
  if (paper->signature_picture != NULL && !toso_picture_load (paper->signature_picture, &composer->signature, error))
    return FALSE;

  return paper->seal_picture == NULL || toso_picture_load (paper->seal_picture, &composer->seal, error);
}

static void
lay_out (TosoDocument    *self,
         TosoComposer    *composer,
         const TosoPaper *paper)
{
  TosoPart *part = begin_part (self, composer, paper->landscape);

  toso_compose_header (composer, paper);
  toso_compose_blocks (composer, paper->blocks);
  toso_composer_name (composer, TOSO_DOCUMENT_FOOT);
  toso_compose_signature (composer, paper);
  if (paper->address != NULL && paper->address[0] != NULL)
    part->address = toso_compose_address (composer, paper);
  add_pages (self, part);

  for (guint i = 0; i < paper->annexes->len; i++)
    {
      const TosoAnnex *annex = g_ptr_array_index (paper->annexes, i);

      part = begin_part (self, composer, annex->landscape);
      toso_composer_name (composer, annex->key);
      toso_compose_annex_head (composer, annex);
      toso_compose_blocks (composer, annex->blocks);
      if (part->units->len > 0)
        add_pages (self, part);
    }
  set_mark (self, paper->watermark);
}

static void
toso_document_finalize (GObject *object)
{
  TosoDocument *self = TOSO_DOCUMENT (object);

  g_clear_pointer (&self->pages, g_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_array_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->strings, g_ptr_array_unref);
  g_clear_pointer (&self->paragraphs, g_ptr_array_unref);
  g_clear_pointer (&self->typesetter, toso_typesetter_free);
  g_free ((char *) self->profile.font_family);
  g_free (self->title);
  g_free (self->subject);
  g_free (self->author);
  g_free (self->keywords);

  G_OBJECT_CLASS (toso_document_parent_class)->finalize (object);
}

static void
toso_document_class_init (TosoDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = toso_document_finalize;
}

static void
toso_document_init (TosoDocument *self)
{
  self->paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  self->sources = g_array_new (FALSE, FALSE, sizeof (TosoSourceMark));
  g_array_set_clear_func (self->sources, source_clear);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->pages = g_array_new (FALSE, FALSE, sizeof (TosoPage));
  g_array_set_clear_func (self->pages, page_clear);
}

static void
set_metadata (TosoDocument    *self,
              const TosoPaper *paper)
{
  g_autofree char *lines = paper->title != NULL ? g_strjoinv (" ", paper->title) : NULL;
  g_autofree char *whole = g_strjoin (" ", paper->kind != NULL ? paper->kind : "", lines, NULL);

  self->title = toso_typesetter_clean (toso_text_is_blank (paper->subject) ? whole : paper->subject);
  self->subject = toso_typesetter_clean (lines);
  self->author = toso_typesetter_clean (paper->author);
  self->keywords = toso_typesetter_clean (paper->keywords);
  self->created = paper->created;
}

/* The narrowest column and lowest page that text can be set in, points. */
#define SMALLEST_AREA 72.0

static gboolean
check_profile (const TosoProfile *profile,
               GError           **error)
{
  if (toso_profile_get_text_width (profile) >= SMALLEST_AREA &&
      toso_profile_get_text_height (profile) >= SMALLEST_AREA && profile->body_size > 0 && profile->line_pitch > 0)
    return TRUE;

  g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                       _ ("the margins leave no room for text on the page: make them smaller in the paper's settings"));

  return FALSE;
}

/**
 * toso_document_new:
 * @profile: (nullable): %NULL for %TOSO_PROFILE_DECREE_30
 *
 * Returns: (transfer full): the paper, laid out
 */
TosoDocument *
toso_document_new (const TosoPaper   *paper,
                   const TosoProfile *profile,
                   GError           **error)
{
  g_autoptr (TosoDocument) self = NULL;
  TosoComposer composer = { 0 };
  gboolean     loaded;

  g_return_val_if_fail (paper != NULL, NULL);

  if (profile == NULL)
    profile = &TOSO_PROFILE_DECREE_30;
  if (!check_profile (profile, error))
    return NULL;
  self = g_object_new (TOSO_TYPE_DOCUMENT, NULL);
  self->profile = *profile;
  self->profile.font_family = g_strdup (self->profile.font_family);
  self->typesetter = toso_typesetter_new (self->profile.font_family, self->profile.body_size);
  set_metadata (self, paper);
  composer.typesetter = self->typesetter;
  composer.paragraphs = self->paragraphs;
  composer.strings = self->strings;
  composer.sources = self->sources;
  composer.keys = self->keys;
  loaded = load_pictures (&composer, paper, error);
  if (loaded)
    lay_out (self, &composer, paper);
  g_clear_pointer (&composer.signature, cairo_surface_destroy);
  g_clear_pointer (&composer.seal, cairo_surface_destroy);

  return loaded ? g_steal_pointer (&self) : NULL;
}

guint
toso_document_get_n_pages (TosoDocument *self)
{
  g_return_val_if_fail (TOSO_IS_DOCUMENT (self), 0);

  return self->pages->len;
}

const TosoPage *
toso_document_get_page (TosoDocument *self,
                        guint         page)
{
  return &g_array_index (self->pages, TosoPage, page);
}

void
toso_document_get_page_size (TosoDocument *self,
                             guint         page,
                             double       *width,
                             double       *height)
{
  g_return_if_fail (TOSO_IS_DOCUMENT (self));
  g_return_if_fail (page < self->pages->len);

  *width = toso_document_get_page (self, page)->part->profile.page_width;
  *height = toso_document_get_page (self, page)->part->profile.page_height;
}

/**
 * toso_document_draw_page:
 *
 * Draws in black on what is there; the paper's colour is the caller's.
 */
void
toso_document_draw_page (TosoDocument *self,
                         guint         page,
                         cairo_t      *cr)
{
  g_return_if_fail (TOSO_IS_DOCUMENT (self));
  g_return_if_fail (page < self->pages->len);

  toso_document_render_page (self, page, cr, FALSE);
}
