/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-document-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "core/toso-error.h"
#include "core/toso-output.h"

#define UTC_OFFSET (7 * 3600) /* Việt Nam */

/* Characters of a title in the outline. */
#define OUTLINE_LENGTH 100

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* ISO 8601 with the zone of Việt Nam; never the time of writing: the same data
 * gives the same bytes.  Empty: none. */
static char *
get_creation_date (TosoDocument *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (UTC_OFFSET);
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) here = NULL;
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64      seconds = self->created;

  if (epoch != NULL)
    g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL);
  if (seconds == 0)
    return g_strdup ("");
  utc = g_date_time_new_from_unix_utc (seconds);
  here = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (here, "%Y-%m-%dT%H:%M:%S+07:00");
}

static void
set_metadata (TosoDocument    *self,
              cairo_surface_t *surface)
{
  g_autofree char *date = get_creation_date (self);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, self->keywords);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Tổ Số " TOSO_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static char *
get_outline_title (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= OUTLINE_LENGTH)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, OUTLINE_LENGTH);

  return g_strconcat (start, "…", NULL);
}

/* Ids of the entry that is open at each level. */
typedef struct
{
  GArray *levels; /* of int */
  GArray *ids;    /* of int */
} Outline;

static void
add_outline_entry (Outline         *outline,
                   cairo_surface_t *surface,
                   const TosoUnit  *unit,
                   guint            page,
                   double           x,
                   double           y)
{
  g_autofree char *title = get_outline_title (unit->outline_title);
  g_autofree char *target = NULL;
  char             x_text[G_ASCII_DTOSTR_BUF_SIZE];
  char             y_text[G_ASCII_DTOSTR_BUF_SIZE];
  int              parent = CAIRO_PDF_OUTLINE_ROOT;
  int              id;

  while (outline->levels->len > 0 &&
         g_array_index (outline->levels, int, outline->levels->len - 1) >= unit->outline_level)
    {
      g_array_set_size (outline->levels, outline->levels->len - 1);
      g_array_set_size (outline->ids, outline->ids->len - 1);
    }
  if (outline->ids->len > 0)
    parent = g_array_index (outline->ids, int, outline->ids->len - 1);

  g_ascii_formatd (x_text, sizeof x_text, "%.2f", x);
  g_ascii_formatd (y_text, sizeof y_text, "%.2f", y);
  target = g_strdup_printf ("page=%u pos=[%s %s]", page + 1, x_text, y_text);
  id = cairo_pdf_surface_add_outline (surface, parent, title, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  g_array_append_val (outline->levels, unit->outline_level);
  g_array_append_val (outline->ids, id);
}

static void
add_outline (TosoDocument    *self,
             cairo_surface_t *surface)
{
  Outline outline = { g_array_new (FALSE, FALSE, sizeof (int)), g_array_new (FALSE, FALSE, sizeof (int)) };

  for (guint p = 0; p < self->pages->len; p++)
    {
      const TosoPage *page = toso_document_get_page (self, p);

      for (guint i = 0; i < page->units->len; i++)
        {
          const TosoPlacedUnit *placed = &g_array_index (page->units, TosoPlacedUnit, i);
          const TosoUnit       *unit = g_ptr_array_index (page->part->units, placed->unit);

          if (unit->outline_title != NULL)
            add_outline_entry (&outline, surface, unit, p,
                               page->part->profile.left, page->part->profile.top + placed->y);
        }
    }
  g_array_unref (outline.levels);
  g_array_unref (outline.ids);
}

/**
 * toso_pdf_check_status:
 *
 * The drawing library speaks English only; of its sixty reasons an officer can
 * do something about two.
 */
gboolean
toso_pdf_check_status (cairo_status_t status,
                       GError       **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  if (status == CAIRO_STATUS_NO_MEMORY)
    g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_FAILED,
                         _ ("The PDF could not be made: the computer has no memory left. Close other programs and try again."));
  else if (status == CAIRO_STATUS_INVALID_SIZE || status == CAIRO_STATUS_INVALID_MATRIX)
    g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_FAILED,
                         _ ("The PDF could not be made: the page or a picture in it is too large. Make it smaller and try again."));
  else
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_FAILED,
                 /* Translators: %d is a number for the makers of the program */
                 _ ("The PDF could not be made (drawing error %d). Start the program anew and try again."), (int) status);

  return FALSE;
}

/* Draws every page; both the context and the surface say what went wrong. */
static gboolean
draw_pages (TosoDocument    *self,
            cairo_surface_t *surface,
            GCancellable    *cancellable,
            GError         **error)
{
  cairo_t *cr = cairo_create (surface);
  gboolean done = TRUE;
  double   width, height;

  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; done && i < self->pages->len; i++)
    {
      done = !g_cancellable_set_error_if_cancelled (cancellable, error);
      if (!done)
        break;
      toso_document_render_page (self, i, cr, TRUE);
      if (i + 1 == self->pages->len)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
      if (i + 1 < self->pages->len)
        {
          /* What was begun on a page would be lost, so right after the one before. */
          toso_document_get_page_size (self, i + 1, &width, &height);
          cairo_pdf_surface_set_size (surface, width, height);
        }
      done = toso_pdf_check_status (cairo_status (cr), error) && toso_pdf_check_status (cairo_surface_status (surface), error);
    }
  cairo_destroy (cr);

  return done;
}

/**
 * toso_document_to_pdf:
 *
 * Returns: (transfer full): the file's content
 */
GBytes *
toso_document_to_pdf (TosoDocument *self,
                      GCancellable *cancellable,
                      GError      **error)
{
  g_autoptr (GByteArray) buffer = g_byte_array_new ();
  cairo_surface_t *surface;
  double           width, height;
  gboolean         done;

  g_return_val_if_fail (TOSO_IS_DOCUMENT (self), NULL);

  toso_document_get_page_size (self, 0, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (append_cb, buffer, width, height);
  /* The latest whose cross-reference table can be read as text (see
   * toso_pdf_finish_catalog); Cairo 1.18 would otherwise pack it. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (self, surface);
  add_outline (self, surface);
  done = draw_pages (self, surface, cancellable, error);
  cairo_surface_finish (surface);
  done = done && toso_pdf_check_status (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);

  if (!done)
    return NULL;
  buffer = toso_pdf_finish_catalog (g_steal_pointer (&buffer));

  return g_byte_array_free_to_bytes (g_steal_pointer (&buffer));
}

gboolean
toso_document_write_pdf (TosoDocument *self,
                         GFile        *file,
                         GCancellable *cancellable,
                         GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (TOSO_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  bytes = toso_document_to_pdf (self, cancellable, error);

  return bytes != NULL && toso_output_write (file, TOSO_OUTPUT_PDF, bytes, cancellable, error);
}
