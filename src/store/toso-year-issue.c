/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-papers-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"

/* Number, day and register of what goes out; the PDFs that are kept of it. */

/* --- the sequence --- */

/* Abbreviations of the kinds: Decree 30/2020/NĐ-CP, Annex III.  "BC-UBND" is of
 * the UBND; a letter has its agency first: "UBND-VHXH". */
static const char *const kind_codes[] = {
  "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ", "CĐ", "BGN",
  "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", NULL
};

static char *
find_agency (const char *symbol)
{
  g_auto (GStrv) parts = g_strsplit (symbol, "-", 2);

  if (parts[0] == NULL)
    return g_strdup ("");
  if (parts[1] != NULL && g_strv_contains (kind_codes, parts[0]))
    return g_strdup (parts[1]);

  return g_strdup (parts[0]);
}

typedef struct
{
  const char *symbol; /* that asks */
  const char *agency;
  gboolean    separate; /* a number is there under two symbols */
  int         largest;
  int         largest_of_symbol;
  GHashTable *symbols; /* number → its symbol */
} Sequence;

static void
add_entry (TosoStmt *stmt,
           gpointer  user_data)
{
  Sequence        *sequence = user_data;
  int              number = (int) toso_stmt_get_int64 (stmt, 0);
  const char      *symbol = toso_stmt_get_text (stmt, 1);
  g_autofree char *agency = find_agency (symbol);
  const char      *other;

  if (!g_str_equal (agency, sequence->agency))
    return;
  other = g_hash_table_lookup (sequence->symbols, GINT_TO_POINTER (number));
  sequence->separate |= other != NULL && !g_str_equal (other, symbol);
  sequence->largest = MAX (sequence->largest, number);
  if (g_str_equal (symbol, sequence->symbol))
    sequence->largest_of_symbol = MAX (sequence->largest_of_symbol, number);
  g_hash_table_insert (sequence->symbols, GINT_TO_POINTER (number), g_strdup (symbol));
}

gboolean
toso_year_next_number (TosoYear   *self,
                       int         year,
                       const char *symbol,
                       int        *number,
                       GError    **error)
{
  g_autofree char *agency = NULL;
  g_autoptr (GHashTable) symbols = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (TosoStmt) stmt = NULL;
  Sequence sequence = { .symbol = symbol, .symbols = symbols };

  g_return_val_if_fail (TOSO_IS_YEAR (self) && symbol != NULL && number != NULL, FALSE);

  if (!toso_year_ensure_open (self, error))
    return FALSE;
  agency = find_agency (symbol);
  sequence.agency = agency;
  stmt = toso_db_prepare (self->db, "SELECT number, symbol FROM register_entry WHERE year = ?1 ORDER BY number, id");
  toso_stmt_bind_int64 (stmt, 1, year);
  if (!toso_stmt_foreach (stmt, add_entry, &sequence, error))
    return FALSE;

  *number = 1 + (sequence.separate ? sequence.largest_of_symbol : sequence.largest);

  return TRUE;
}

/* --- the register --- */

static gboolean
check_number (TosoYear   *self,
              gint64      paper_id, /* whose own entry does not count */
              int         number,
              const char *symbol,
              TosoDate    day,
              GError    **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  if (number < 1 || !toso_date_is_valid (day))
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("A paper is issued with a number and a day. Give both. Nothing was changed."));
      return FALSE;
    }
  stmt = toso_db_prepare (self->db,
                          "SELECT title FROM register_entry"
                          "  WHERE year = ?1 AND number = ?2 AND symbol = ?3 AND ifnull (paper_id, 0) <> ?4 LIMIT 1");
  toso_stmt_bind_int64 (stmt, 1, day.year);
  toso_stmt_bind_int64 (stmt, 2, number);
  toso_stmt_bind_string (stmt, 3, symbol);
  toso_stmt_bind_int64 (stmt, 4, paper_id != 0 ? paper_id : -1);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  /* Translators: number and symbol; year; title of the paper that has it */
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_EXISTS,
               _ ("The number %02d/%s of %d is already that of “%s”. Give the next one. Nothing was changed."),
               number, symbol, day.year, toso_stmt_get_text (stmt, 0));

  return FALSE;
}

static gboolean
register_paper (TosoYear            *self,
                gint64               paper_id,
                const TosoKeptPaper *paper,
                const TosoOutgoing  *outgoing,
                GError             **error)
{
  const char *const texts[] = { paper->title, outgoing->signer, outgoing->recipients, outgoing->keeper };
  g_autofree char  *search = toso_year_fold (paper->title, paper->symbol);
  g_autoptr (TosoStmt) stmt = NULL;

  stmt = toso_db_prepare (self->db,
                          "INSERT INTO register_entry (id, paper_id, year, number, symbol, day, title, signer, recipients, keeper,"
                          "                            copies, search)"
                          "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
  toso_stmt_bind_int64 (stmt, 1, toso_ids_next (&self->ids));
  toso_stmt_bind_int64 (stmt, 2, paper_id);
  toso_stmt_bind_int64 (stmt, 3, paper->day.year);
  toso_stmt_bind_int64 (stmt, 4, paper->number);
  toso_stmt_bind_string (stmt, 5, paper->symbol);
  toso_stmt_bind_date (stmt, 6, paper->day);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *kept = NULL;

      if (!toso_year_take_text (texts[i], TRUE, &kept, error))
        return FALSE;
      toso_stmt_bind_string (stmt, (int) i + 7, kept);
    }
  toso_stmt_bind_figure (stmt, 11, outgoing->copies > 0 ? TOSO_FIGURE (outgoing->copies) : TOSO_FIGURE_MISSING);
  toso_stmt_bind_string (stmt, 12, search);

  return toso_stmt_run (stmt, error);
}

static gboolean
issue (TosoYear        *self,
       const TosoIssue *wanted,
       TosoKeptPaper   *paper,
       GError         **error)
{
  gint64 id;

  if ((paper->id != 0 && !toso_year_check_draft (self, paper->id, paper->row_version, error)) ||
      !check_number (self, paper->id, paper->number, paper->symbol, paper->day, error) ||
      !toso_year_keep_source (self, wanted->exported, &paper->exported_id, error) ||
      (wanted->signed_copy != NULL && !toso_year_keep_source (self, wanted->signed_copy, &paper->signed_id, error)))
    return FALSE;
  paper->state = wanted->signed_copy != NULL ? TOSO_PAPER_SIGNED : TOSO_PAPER_ISSUED;
  if (!toso_year_put_paper (self, paper, &id, error) || !toso_year_put_blocks (self, id, wanted->blocks, error) ||
      !register_paper (self, id, paper, wanted->outgoing, error))
    return FALSE;
  paper->id = id;

  return TRUE;
}

gboolean
toso_year_issue_paper (TosoYear        *self,
                       const TosoIssue *wanted,
                       gint64          *saved_id,
                       GError         **error)
{
  g_autoptr (TosoKeptPaper) paper = NULL;
  g_autofree char *short_title = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self) && wanted != NULL, FALSE);
  g_return_val_if_fail (wanted->paper != NULL && wanted->blocks != NULL, FALSE);
  g_return_val_if_fail (wanted->outgoing != NULL && wanted->exported != NULL, FALSE);

  paper = toso_kept_paper_copy (wanted->paper);
  if (!toso_year_begin (self, error))
    return FALSE;
  if (!issue (self, wanted, paper, error))
    return toso_year_rollback (self);

  if (saved_id != NULL)
    *saved_id = paper->id;
  short_title = toso_year_shorten (paper->title);
  /* Translators: title of a paper; number and symbol */
  title = g_strdup_printf (_ ("Issue “%s” as %02d/%s"), short_title, paper->number, paper->symbol);

  return toso_year_commit (self, title, error);
}

/* --- the signed copy --- */

static gboolean
update_register (TosoYear            *self,
                 const TosoKeptPaper *paper,
                 GError             **error)
{
  g_autoptr (TosoStmt) stmt = NULL;

  stmt = toso_db_prepare (self->db,
                          "UPDATE register_entry SET year = ?2, number = ?3, day = ?4, row_version = row_version + 1"
                          "  WHERE paper_id = ?1 AND (year, number, day) IS NOT (?2, ?3, ?4)");
  toso_stmt_bind_int64 (stmt, 1, paper->id);
  toso_stmt_bind_int64 (stmt, 2, paper->day.year);
  toso_stmt_bind_int64 (stmt, 3, paper->number);
  toso_stmt_bind_date (stmt, 4, paper->day);

  return toso_stmt_run (stmt, error);
}

static gboolean
receive (TosoYear           *self,
         TosoKeptPaper      *paper,
         const TosoOriginal *signed_copy,
         int                 number,
         TosoDate            day,
         GError            **error)
{
  gint64 id;

  if (paper->state == TOSO_PAPER_DRAFT)
    {
      /* Translators: title of a paper */
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                   _ ("“%s” has not been issued yet. Issue it with its number and day first, then take in its signed copy. Nothing was changed."),
                   paper->title);
      return FALSE;
    }
  if (number > 0)
    paper->number = number;
  if (toso_date_is_valid (day))
    paper->day = day;
  paper->state = TOSO_PAPER_SIGNED;

  return check_number (self, paper->id, paper->number, paper->symbol, paper->day, error) &&
         toso_year_keep_source (self, signed_copy, &paper->signed_id, error) &&
         toso_year_put_paper (self, paper, &id, error) && update_register (self, paper, error);
}

gboolean
toso_year_receive_signed (TosoYear           *self,
                          gint64              paper_id,
                          const TosoOriginal *signed_copy,
                          int                 number,
                          TosoDate            day,
                          GError            **error)
{
  g_autoptr (TosoKeptPaper) paper = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self) && signed_copy != NULL && signed_copy->content != NULL, FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  paper = toso_year_load_paper (self, paper_id, error);
  if (paper == NULL || !receive (self, paper, signed_copy, number, day, error))
    return toso_year_rollback (self);
  /* Translators: title of a paper */
  title = toso_year_title (_ ("Keep the signed copy of “%s”"), paper->title);

  return toso_year_commit (self, title, error);
}

/* --- files that are kept --- */

TosoOriginal *
toso_year_load_attachment (TosoYear *self,
                           gint64    id,
                           GError  **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  TosoOriginal *original;
  const void   *bytes;
  gsize         size;
  gboolean      has_row;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;
  stmt = toso_db_prepare (self->db, "SELECT name, content FROM attachment WHERE id = ?1 AND content IS NOT NULL");
  toso_stmt_bind_int64 (stmt, 1, id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("The file is no longer kept in the year file."));
      return NULL;
    }
  bytes = toso_stmt_get_blob (stmt, 1, &size);
  original = g_new0 (TosoOriginal, 1);
  original->name = toso_stmt_dup_text (stmt, 0);
  original->content = g_bytes_new (bytes, size);

  return original;
}
