/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-plan-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "exchange/toso-pdf-text.h"
#include "exchange/toso-reading.h"
#include "exchange/toso-table-reader.h"
#include "exchange/toso-text-file.h"

/* No list of remarks is read to the end that is longer. */
#define MAX_REMARKS     200
#define MAX_QUOTE_CHARS 60

gboolean
toso_reading_has_room (const TosoReading *reading)
{
  return reading->plan->remarks->len < MAX_REMARKS;
}

char *
toso_reading_quote (const char *words)
{
  const char *end = words;
  guint       n;

  for (n = 0; *end != '\0' && n < MAX_QUOTE_CHARS; n++)
    end = g_utf8_next_char (end);
  return *end == '\0' ? g_strdup (words) : g_strdup_printf ("%.*s…", (int) (end - words), words);
}

void
toso_reading_remark (TosoReading *reading,
                     TosoSpan     span,
                     guint        line,
                     const char  *format,
                     ...)
{
  const TosoText *text = reading->text;
  TosoRemark     *remark;
  va_list         args;

  if (!toso_reading_has_room (reading))
    return;

  /* Of the whole plan: where it begins */
  if (line == 0)
    line = reading->body_first < text->lines->len ? toso_text_line (text, reading->body_first)->number : 1;
  remark = g_new0 (TosoRemark, 1);
  remark->span = span;
  remark->line = line;
  va_start (args, format);
  remark->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (reading->plan->remarks, remark);
}

static void
remark_noise_of (TosoReading *reading,
                 TosoNoise    noise,
                 const char  *message)
{
  TosoText *text = reading->text;
  guint     i;

  for (i = 0; i < text->lines->len; i++)
    if (g_array_index (text->noises, TosoNoise, i) == noise)
      {
        const TosoTextLine *line = toso_text_line (text, i);
        TosoSpan            span = { line->start, line->end };

        toso_reading_remark (reading, span, line->number, "%s", message);
        return;
      }
}

/* Once a kind: six signing times are one thing to know. */
static void
remark_noise (TosoReading *reading)
{
  remark_noise_of (reading, TOSO_NOISE_STAMP, _ ("The times of the electronic signatures are not of the plan's text; they were left out."));
  remark_noise_of (reading, TOSO_NOISE_LINK, _ ("The targets of the PDF's links stand on lines of their own; they were left out."));
  remark_noise_of (reading, TOSO_NOISE_PAGE_NUMBER, _ ("The page numbers were left out."));
}

static int
compare_remarks (gconstpointer a,
                 gconstpointer b)
{
  const TosoRemark *left = *(const TosoRemark *const *) a;
  const TosoRemark *right = *(const TosoRemark *const *) b;

  return left->line < right->line ? -1 : left->line > right->line;
}

static gboolean
read_text (TosoReading *reading)
{
  toso_text_find_noise (reading->text);
  reading->tables = toso_tables_read (reading->text);
  toso_text_measure (reading->text);

  toso_header_read (reading);
  toso_tail_find (reading);
  if (!toso_sections_read (reading))
    return FALSE;
  toso_tail_read (reading);

  toso_commune_read (reading);
  toso_legal_read (reading);
  toso_target_tables_read (reading);
  toso_targets_read (reading);
  toso_targets_settle (reading);
  toso_tasks_read (reading);
  toso_loose_tables_remark (reading);
  remark_noise (reading);
  g_ptr_array_sort (reading->plan->remarks, compare_remarks);

  return TRUE;
}

/* @source: UTF-8, taken; @remarks, or NULL: what is to be said of it already,
 * taken */
static TosoPlan *
read_source (char       *source,
             const char *name,
             GPtrArray  *remarks,
             GError    **error)
{
  g_autoptr (TosoPlan) plan = toso_plan_new ();
  g_autoptr (TosoText) text = NULL;
  TosoReading reading = { 0 };
  gboolean    found;

  g_free (plan->source);
  plan->source = source;
  g_free (plan->source_name);
  plan->source_name = g_strdup (name);

  if (remarks != NULL)
    g_ptr_array_extend_and_steal (plan->remarks, remarks);

  text = toso_text_new (source, strlen (source));
  if (text == NULL)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                   _ ("“%s” has too many lines to be a plan. Choose the file of the plan itself."), name);
      return NULL;
    }

  reading.text = text;
  reading.plan = plan;
  reading.paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_reading_paragraph_free);
  found = read_text (&reading);
  g_clear_pointer (&reading.tables, g_ptr_array_unref);
  g_ptr_array_unref (reading.paragraphs);

  if (!found)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                   _ ("No section was found in “%s”: a plan has numbered parts such as “I.”, “1.” or “Điều 1.”. Check that this is the plan's text."),
                   name);
      return NULL;
    }
  return g_steal_pointer (&plan);
}

TosoPlan *
toso_plan_read_text (const char *text,
                     gssize      length,
                     const char *name,
                     GError    **error)
{
  g_autofree char *copy = NULL;
  char            *source;
  gsize            i;
  gsize            bytes;

  g_return_val_if_fail (text != NULL, NULL);

  bytes = length < 0 ? strlen (text) : (gsize) length;
  if (name == NULL)
    name = "";
  if (bytes > TOSO_PLAN_MAX_BYTES)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                   _ ("“%s” is larger than 32 MB, too large to be a plan. Choose the file of the plan itself."), name);
      return NULL;
    }

  copy = g_memdup2 (text, bytes + (length < 0 ? 1 : 0));
  if (length >= 0)
    {
      copy = g_realloc (copy, bytes + 1);
      copy[bytes] = '\0';
    }
  for (i = 0; i < bytes; i++)
    if (copy[i] == '\0')
      copy[i] = ' ';
  source = g_utf8_validate (copy, (gssize) bytes, NULL) ? g_steal_pointer (&copy) : g_utf8_make_valid (copy, (gssize) bytes);

  return read_source (source, name, NULL, error);
}

TosoPlan *
toso_plan_read_file (GFile        *file,
                     TosoEncoding  encoding,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_remark_free);
  g_autofree char *name = NULL;
  char            *source;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = toso_text_file_dup_name (file);
  bytes = toso_text_file_load (file, cancellable, error);
  if (bytes == NULL)
    return NULL;

  if (toso_pdf_is_pdf (bytes))
    source = toso_pdf_text_read (bytes, name, remarks, cancellable, error);
  else
    source = toso_text_file_decode (bytes, name, encoding, error);
  if (source == NULL)
    return NULL;

  return read_source (source, name, g_steal_pointer (&remarks), error);
}
