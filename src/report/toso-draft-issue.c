/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-text.h"

/* A paper goes out: with its number and day, for good. */

/* --- number and day --- */

static void
replace_all (char      **text,
             const char *pattern,
             const char *replacement)
{
  g_autoptr (GRegex) regex = NULL;
  char *changed;

  if (*text == NULL)
    return;
  regex = g_regex_new (pattern, 0, 0, NULL);
  changed = g_regex_replace (regex, *text, -1, 0, replacement, 0, NULL);
  g_free (*text);
  *text = changed;
}

/* The blanks that number and day were left: "Số:      /BC-UBND",
 * "ngày      tháng      năm 2026"; a month foreseen beside a blank day is one too.
 * Numbers below 10 have a zero before them (Annex I, II.3.a); so have days below 10 and the months 1 and 2 (II.4.b). */
static void
fill_blanks (char   **text,
             int      number,
             TosoDate day)
{
  g_autofree char *number_words = g_strdup_printf ("\\1 %02d/", number);
  g_autofree char *day_words = g_strdup_printf ("ngày %02d tháng %s%d năm %d", day.day, day.month < 3 ? "0" : "", day.month, day.year);

  replace_all (text, "([Ss]ố:?)[\\s.…_]*/", number_words);
  replace_all (text, "ngày[\\s.…_]*tháng[\\s.…_\\d]*năm[\\s.…_]*\\d*", day_words);
}

void
toso_report_set_number (TosoPaper *paper,
                        int        number,
                        TosoDate   day)
{
  g_return_if_fail (paper != NULL);

  fill_blanks (&paper->number_line, number, day);
  fill_blanks (&paper->place_date, number, day);
  for (guint i = 0; i < paper->annexes->len; i++)
    fill_blanks (&((TosoAnnex *) paper->annexes->pdata[i])->reference, number, day);
}

/* --- the register --- */

/* Without its dash and ";". */
static char *
trim_recipient (const char *line)
{
  const char *start = line + strspn (line, "- ");
  gsize       length = strlen (start);

  while (length > 0 && strchr (";., ", start[length - 1]) != NULL)
    length--;

  return g_strndup (start, length);
}

static void
read_recipients (const TosoPaper *paper,
                 TosoOutgoing    *outgoing)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) recipients = NULL;

  for (guint i = 0; paper->recipients != NULL && paper->recipients[i] != NULL; i++)
    {
      g_autofree char *line = trim_recipient (paper->recipients[i]);
      const char      *keeper = g_str_has_prefix (line, "Lưu:") ? line + strlen ("Lưu:") : NULL;

      if (keeper != NULL)
        {
          g_free (outgoing->keeper);
          outgoing->keeper = g_strdup (keeper + strspn (keeper, " "));
        }
      else
        {
          g_strv_builder_add (lines, line);
        }
    }
  recipients = g_strv_builder_end (lines);
  outgoing->recipients = g_strjoinv ("; ", recipients);
}

/* "PL.(300)": who drafted, and how many copies (Annex I, III.3). */
static int
read_copies (const TosoPaper *paper)
{
  const char *open = paper->drafter != NULL ? strrchr (paper->drafter, '(') : NULL;
  gint64      copies = open != NULL ? g_ascii_strtoll (open + 1, NULL, 10) : 0;

  return copies > 0 && copies < G_MAXINT ? (int) copies : 0;
}

static void
clear_outgoing (TosoOutgoing *outgoing)
{
  g_free (outgoing->signer);
  g_free (outgoing->recipients);
  g_free (outgoing->keeper);
}

/* --- going out --- */

gboolean
toso_draft_next_number (TosoDraft *self,
                        TosoDate   day,
                        int       *number,
                        GError   **error)
{
  g_autofree char *symbol = NULL;

  g_return_val_if_fail (TOSO_IS_DRAFT (self) && number != NULL, FALSE);

  symbol = self->paper != NULL ? toso_draft_get_symbol (self->paper) : g_strdup (self->kept->symbol);

  return toso_year_next_number (self->year, day.year, symbol, number, error);
}

gboolean
toso_report_get_profile (TosoYear    *year,
                         TosoProfile *profile,
                         GError     **error)
{
  g_autoptr (GHashTable) measures = NULL;
  GHashTableIter iter;
  gpointer       name, value;

  g_return_val_if_fail (TOSO_IS_YEAR (year) && profile != NULL, FALSE);

  *profile = TOSO_PROFILE_DECREE_30;
  measures = toso_year_load_measures (year, error);
  if (measures == NULL)
    return FALSE;
  /* What a later version may have kept is not known here. */
  g_hash_table_iter_init (&iter, measures);
  while (g_hash_table_iter_next (&iter, &name, &value))
    toso_profile_set_measure (profile, name, *(const double *) value);

  return TRUE;
}

static GBytes *
make_pdf (const TosoPaper   *paper,
          const TosoProfile *profile,
          GError           **error)
{
  g_autoptr (TosoDocument) document = toso_document_new (paper, profile, error);

  return document != NULL ? toso_document_to_pdf (document, NULL, error) : NULL;
}

static gboolean
check_issue (TosoDraft *self,
             int        number,
             TosoDate   day,
             GError   **error)
{
  if (toso_draft_is_issued (self))
    return toso_draft_check_editable (self, error);
  if (self->paper->number_line == NULL || strchr (self->paper->number_line, '/') == NULL)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("A list for the office has no number and is not issued: export or print it. Nothing was changed."));
      return FALSE;
    }
  if (number >= 0 && toso_date_is_valid (day))
    return TRUE;
  g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                       _ ("A paper is issued with a number and a day. Give both. Nothing was changed."));

  return FALSE;
}

static TosoKeptPaper *
make_kept (TosoDraft       *self,
           const TosoPaper *paper,
           int              number,
           TosoDate         day)
{
  TosoKeptPaper *kept = toso_kept_paper_new ();

  kept->id = self->kept->id;
  kept->row_version = self->kept->row_version;
  g_free (kept->kind);
  kept->kind = g_strdup (self->kind);
  g_free (kept->period);
  kept->period = g_strdup (self->period_name);
  g_free (kept->title);
  kept->title = g_strdup (paper->subject);
  g_free (kept->symbol);
  kept->symbol = toso_draft_get_symbol (paper);
  kept->number = number;
  kept->day = day;
  kept->signatory_id = self->kept->signatory_id;

  return kept;
}

/* "05-BC-UBND.pdf" */
static char *
make_file_name (const TosoKeptPaper *kept)
{
  return g_strdup_printf ("%02d-%s.pdf", kept->number, kept->symbol);
}

static gboolean
write_issue (TosoDraft           *self,
             const TosoPaper     *paper,
             GPtrArray           *items,
             const TosoKeptPaper *kept,
             GBytes              *pdf,
             const TosoOriginal  *signed_copy,
             GError             **error)
{
  g_autoptr (GPtrArray) rows = toso_draft_freeze (items);
  g_autofree char *name = make_file_name (kept);
  TosoOutgoing     outgoing = { .copies = read_copies (paper) };
  TosoOriginal     exported = { .name = name, .content = pdf };
  TosoIssue        issue = { .paper = kept, .blocks = rows, .outgoing = &outgoing, .exported = &exported, .signed_copy = signed_copy };
  gint64           id;
  gboolean         done;

  outgoing.signer = g_strdup (paper->signer != NULL ? paper->signer : "");
  outgoing.keeper = g_strdup ("");
  read_recipients (paper, &outgoing);
  self->busy = TRUE;
  done = toso_year_issue_paper (self->year, &issue, &id, error);
  if (done)
    self->kept->id = id;
  clear_outgoing (&outgoing);

  return toso_draft_finish (self, done, error);
}

static gboolean
issue (TosoDraft          *self,
       int                 number,
       TosoDate            day,
       const TosoProfile  *profile,
       const TosoOriginal *signed_copy,
       GError            **error)
{
  g_autoptr (TosoDraft) guard = g_object_ref (self);
  g_autoptr (TosoPaper) paper = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (TosoKeptPaper) kept = NULL;
  g_autoptr (GBytes) pdf = NULL;
  TosoProfile own;

  if (!check_issue (self, number, day, error) ||
      (number == 0 && !toso_draft_next_number (self, day, &number, error)))
    return FALSE;
  paper = toso_draft_compose (self, day, &items, error);
  if (paper == NULL || !toso_report_get_profile (self->year, &own, error))
    return FALSE;
  toso_report_set_number (paper, number, day);
  pdf = make_pdf (paper, profile != NULL ? profile : &own, error);
  if (pdf == NULL)
    return FALSE;
  kept = make_kept (self, paper, number, day);

  return write_issue (self, paper, items, kept, pdf, signed_copy, error);
}

gboolean
toso_draft_issue (TosoDraft         *self,
                  int                number,
                  TosoDate           day,
                  const TosoProfile *profile,
                  GError           **error)
{
  g_return_val_if_fail (TOSO_IS_DRAFT (self), FALSE);

  return issue (self, number, day, profile, NULL, error);
}

gboolean
toso_draft_issue_signed (TosoDraft          *self,
                         int                 number,
                         TosoDate            day,
                         const TosoOriginal *signed_copy,
                         GError            **error)
{
  g_return_val_if_fail (TOSO_IS_DRAFT (self), FALSE);
  g_return_val_if_fail (number > 0, FALSE);
  g_return_val_if_fail (signed_copy != NULL && signed_copy->content != NULL, FALSE);

  return issue (self, number, day, NULL, signed_copy, error);
}
