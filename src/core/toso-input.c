/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-input.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"

#define CHUNK (256 * 1024)

GByteArray *
toso_input_read_stream (GInputStream *stream,
                        gsize         max,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();

  for (;;)
    {
      g_autoptr (GBytes) chunk = g_input_stream_read_bytes (stream, CHUNK, cancellable, error);

      if (chunk == NULL)
        return NULL;
      if (g_bytes_get_size (chunk) == 0 || content->len > max)
        return g_steal_pointer (&content);
      g_byte_array_append (content, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
    }
}

GBytes *
toso_input_load (GFile        *file,
                 gsize         max,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &cause);
  g_autoptr (GByteArray) content = NULL;

  if (stream != NULL)
    content = toso_input_read_stream (G_INPUT_STREAM (stream), max, cancellable, &cause);
  if (content != NULL && content->len <= max)
    return g_byte_array_free_to_bytes (g_steal_pointer (&content));

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (content != NULL)
    /* Translators: a file's name, and megabytes */
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                 _ ("“%s” is larger than %u MB, too large to be a paper. Choose another file."), name, (guint) (max >> 20));
  else
    /* Translators: %s is a file's name */
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("“%s” cannot be read. Check its name and place."), name);

  return NULL;
}
