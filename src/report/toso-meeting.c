/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-meeting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-text.h"
#include "report/toso-sentence.h"
#include "store/toso-year-register.h"

/* The issuer of such a directive.  Of the office's papers: never translated. */
#define MEETING "Cuộc họp đánh giá kết quả"

void
toso_decision_free (TosoDecision *decision)
{
  if (decision == NULL)
    return;

  g_free (decision->content);
  g_free (decision->lead);
  g_free (decision);
}

gboolean
toso_meeting_has_decided (const TosoRecord *directive,
                          const char       *period_words)
{
  const char      *issuer = toso_record_get (directive, "issuer");
  g_autofree char *name = g_strdup_printf (MEETING " %s", period_words != NULL ? period_words : "");
  g_autofree char *wanted = toso_text_fold (name);
  g_autofree char *given = toso_text_fold (issuer != NULL ? issuer : "");

  return period_words != NULL ? g_str_equal (given, wanted) : g_str_has_prefix (given, wanted);
}

static char *
make_words (TosoYear         *year,
            const TosoPeriod *period,
            GError          **error)
{
  g_autoptr (TosoPlan) plan = NULL;

  if (period != NULL)
    return toso_words_period (*period);
  plan = toso_year_load_plan (year, error);

  return plan != NULL ? toso_words_period ((TosoPeriod){ TOSO_PERIOD_YEAR, plan->year, 1 }) : NULL;
}

static TosoDecision *
decision_from_record (const TosoRecord *record)
{
  TosoDecision *decision = g_new0 (TosoDecision, 1);
  const char   *lead = toso_record_get (record, "lead");
  const char   *due = toso_record_get (record, "due_day");

  decision->id = record->id;
  decision->content = g_strdup (toso_record_get (record, "content"));
  decision->lead = g_strdup (lead != NULL ? lead : "");
  decision->done = g_strcmp0 (toso_record_get (record, "state"), "done") == 0;
  if (due != NULL)
    toso_date_parse (due, &decision->due);

  return decision;
}

/* The register lists them by deadline. */
static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const TosoDecision *x = *(TosoDecision *const *) a, *y = *(TosoDecision *const *) b;

  return x->id < y->id ? -1 : x->id > y->id;
}

GPtrArray *
toso_meeting_list (TosoYear         *year,
                   const TosoPeriod *period,
                   GError          **error)
{
  g_autofree char *words = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_decision_free);

  g_return_val_if_fail (TOSO_IS_YEAR (year), NULL);

  words = make_words (year, period, error);
  if (words == NULL)
    return NULL;
  records = toso_year_list_records (year, toso_registers_find ("directive"), error);
  if (records == NULL)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    if (toso_meeting_has_decided (records->pdata[i], words))
      g_ptr_array_add (decisions, decision_from_record (records->pdata[i]));
  g_ptr_array_sort (decisions, compare_ids);

  return g_steal_pointer (&decisions);
}

gboolean
toso_meeting_note (TosoYear         *year,
                   const TosoPeriod *period,
                   const char       *content,
                   const char       *lead,
                   const char       *due,
                   GError          **error)
{
  g_autofree char *words = NULL;
  g_autofree char *issuer = NULL;
  g_autofree char *today = toso_date_format_iso (toso_date_today ());
  g_autofree char *title = NULL;
  g_autofree char *squeezed = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_record_free);
  TosoRecord *record = toso_record_new (toso_registers_find ("directive"));

  g_ptr_array_add (records, record);
  g_return_val_if_fail (TOSO_IS_YEAR (year), FALSE);
  g_return_val_if_fail (content != NULL, FALSE);

  words = make_words (year, period, error);
  if (words == NULL)
    return FALSE;
  issuer = g_strdup_printf (MEETING " %s", words);
  toso_record_set (record, "content", content);
  toso_record_set (record, "lead", lead);
  toso_record_set (record, "due_day", due);
  toso_record_set (record, "issuer", issuer);
  toso_record_set (record, "day", today);
  squeezed = toso_text_squeeze (content);
  if (g_utf8_validate (squeezed, -1, NULL) && g_utf8_strlen (squeezed, -1) > 60)
    memcpy (g_utf8_offset_to_pointer (squeezed, 59), "\0", 1);
  /* Translators: %s is what a meeting decided, cut short */
  title = g_strdup_printf (_ ("Note the decision “%s”"), squeezed);

  return toso_year_save_records (year, records, title, error);
}

char *
toso_decision_to_sentence (const TosoDecision *decision)
{
  g_autofree char *content = toso_text_squeeze (decision->content);
  g_autofree char *due = toso_date_is_valid (decision->due) ? toso_date_format_short (decision->due) : NULL;
  gsize            length = strlen (content);
  GString         *text;

  while (length > 0 && strchr (".; ", content[length - 1]) != NULL)
    content[--length] = '\0';
  text = g_string_new (content);
  if (*decision->lead != '\0' || due != NULL)
    g_string_append_printf (text, " (%s%s%s%s%s)",
                            *decision->lead != '\0' ? "chủ trì: " : "", decision->lead,
                            *decision->lead != '\0' && due != NULL ? "; " : "",
                            due != NULL ? "thời hạn: " : "", due != NULL ? due : "");
  g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}
