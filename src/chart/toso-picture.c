/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-chart-private.h"
#include "chart/toso-picture-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MIN_SIDE 16
#define MAX_SIDE 16384

/* 400 MB of pixels. */
#define MAX_PIXELS (100.0 * 1000 * 1000)

/* A screen unit is 1/96 inch, a point 1/72. */
#define POINTS_PER_UNIT 0.75

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_size (TosoPictureFormat format,
            double            width,
            double            height,
            GError          **error)
{
  if (!isfinite (width) || !isfinite (height) ||
      width < MIN_SIDE || width > MAX_SIDE || height < MIN_SIDE || height > MAX_SIDE)
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("A picture must be between %d and %d units wide and high: choose another size"),
                   MIN_SIDE,
                   MAX_SIDE);
      return FALSE;
    }
  if (format == TOSO_PICTURE_PNG && width * height > MAX_PIXELS)
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("A picture of %d × %d pixels is too large: choose a smaller size, or SVG or PDF"),
                   (int) width,
                   (int) height);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_status (cairo_status_t status,
              GError       **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  /* The drawing library speaks English only. */
  if (status == CAIRO_STATUS_NO_MEMORY)
    g_set_error_literal (error,
                         G_IO_ERROR,
                         G_IO_ERROR_NO_SPACE,
                         _ ("The picture could not be drawn: the computer has no memory left. Close other programs and try again."));
  else
    g_set_error (error,
                 G_IO_ERROR,
                 G_IO_ERROR_FAILED,
                 /* Translators: %d is a number for the makers of the program */
                 _ ("The picture could not be drawn (drawing error %d). Start the program anew and try again."),
                 (int) status);

  return FALSE;
}

/* The same picture gives the same bytes: with SOURCE_DATE_EPOCH set the date in
 * the file is that one. */
static void
set_pdf_dates (cairo_surface_t *surface)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (epoch == NULL)
    return;
  time = g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10));
  if (time == NULL)
    return;
  text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, text);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, text);
}

static cairo_surface_t *
create_surface (TosoPictureFormat format,
                double            width,
                double            height,
                GByteArray       *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case TOSO_PICTURE_SVG:
      surface = cairo_svg_surface_create_for_stream (append_cb, bytes, width, height);
      if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
        cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case TOSO_PICTURE_PDF:
      surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width * POINTS_PER_UNIT, height * POINTS_PER_UNIT);
      if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
        set_pdf_dates (surface);
      return surface;
    case TOSO_PICTURE_PNG:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
    }
}

/* Cairo numbers surfaces through the life of the process and writes the
 * numbers into SVG: count them anew from 1 in every picture. */
static GByteArray *
renumber_surfaces (GByteArray *svg)
{
  static const char word[] = "surface";
  GByteArray       *out = g_byte_array_sized_new (svg->len);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize length = strlen (word);
  gsize i = 0;

  while (i < svg->len)
    {
      gsize            end = i + length;
      g_autofree char *old = NULL;
      g_autofree char *new = NULL;

      if (i == 0 || (svg->data[i - 1] != '"' && svg->data[i - 1] != '#') ||
          end >= svg->len || memcmp (svg->data + i, word, length) != 0 || !g_ascii_isdigit (svg->data[end]))
        {
          g_byte_array_append (out, svg->data + i++, 1);
          continue;
        }
      while (end < svg->len && g_ascii_isdigit (svg->data[end]))
        end++;
      old = g_strndup ((const char *) svg->data + i, end - i);
      if (!g_hash_table_contains (numbers, old))
        g_hash_table_insert (numbers, g_strdup (old), GUINT_TO_POINTER (g_hash_table_size (numbers) + 1));
      new = g_strdup_printf ("%s%u", word, GPOINTER_TO_UINT (g_hash_table_lookup (numbers, old)));
      g_byte_array_append (out, (const guint8 *) new, strlen (new));
      i = end;
    }

  return out;
}

/* Also called by tests, with a surface that has failed. */
gboolean
toso_picture_finish (cairo_surface_t  *surface,
                     TosoPictureFormat format,
                     GByteArray       *bytes,
                     GError          **error)
{
  if (format != TOSO_PICTURE_PNG)
    {
      cairo_surface_finish (surface);
      return check_status (cairo_surface_status (surface), error);
    }

  cairo_surface_flush (surface);
  if (!check_status (cairo_surface_status (surface), error))
    return FALSE;

  return check_status (cairo_surface_write_to_png_stream (surface, append_cb, bytes), error);
}

static GBytes *
render (TosoDrawPageFunc   draw,
        gconstpointer      data,
        const TosoPalette *palette,
        TosoPictureFormat  format,
        guint              n_pages,
        double             width,
        double             height,
        GError           **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t   status;
  cairo_t         *cr;
  gboolean         done;

  if (!check_size (format, width, height, error))
    return NULL;
  if (format == TOSO_PICTURE_PNG)
    {
      width = round (width);
      height = round (height);
    }

  surface = create_surface (format, width, height, bytes);
  cr = cairo_create (surface);
  if (format == TOSO_PICTURE_PDF)
    cairo_scale (cr, POINTS_PER_UNIT, POINTS_PER_UNIT);
  for (guint i = 0; i < n_pages; i++)
    {
      draw (data, i, palette, cr, width, height);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  done = check_status (status, error) && toso_picture_finish (surface, format, bytes, error);
  cairo_surface_destroy (surface);
  if (!done)
    return NULL;

  if (format == TOSO_PICTURE_SVG)
    {
      GByteArray *renumbered = renumber_surfaces (bytes);

      g_byte_array_unref (bytes);
      bytes = renumbered;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
toso_picture_render_pages (TosoDrawPageFunc   draw,
                           gconstpointer      data,
                           const TosoPalette *palette,
                           guint              n_pages,
                           double             width,
                           double             height,
                           GError           **error)
{
  g_return_val_if_fail (draw != NULL && palette != NULL, NULL);

  return render (draw, data, palette, TOSO_PICTURE_PDF, n_pages, width, height, error);
}

typedef struct
{
  TosoDrawFunc  draw;
  gconstpointer chart;
} Single;

static void
draw_single (gconstpointer      data,
             guint              page,
             const TosoPalette *palette,
             cairo_t           *cr,
             double             width,
             double             height)
{
  const Single *single = data;

  single->draw (single->chart, palette, cr, width, height);
}

GBytes *
toso_picture_render (TosoDrawFunc       draw,
                     gconstpointer      chart,
                     const TosoPalette *palette,
                     TosoPictureFormat  format,
                     double             width,
                     double             height,
                     GError           **error)
{
  const Single single = { draw, chart };

  g_return_val_if_fail (draw != NULL && palette != NULL, NULL);

  return render (draw_single, &single, palette, format, 1, width, height, error);
}
