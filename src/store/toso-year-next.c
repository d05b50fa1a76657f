/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-next.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"
#include "core/toso-next-year.h"
#include "core/toso-platform.h"
#include "store/toso-year-private.h"

/* ?1: the new year's first day. */
#define OVER(alias) alias "last_day < (SELECT first_day FROM next_year)"

/* What becomes of each list, in an order in which nothing is left pointing to a
 * row that has gone.  NULL for what is only counted, or only done. */
static const struct
{
  TosoNextTreatment treatment;
  const char       *title;
  const char       *count;  /* of ?1 */
  const char       *change; /* in the new file */
} lists[] = {
  { TOSO_NEXT_DROPPED, N_ ("Figures"), "SELECT count (*) FROM measurement WHERE ?1 = ?1",
    "DELETE FROM measurement_note; DELETE FROM measurement; DELETE FROM measurement_version;" },
  { TOSO_NEXT_DROPPED, N_ ("Reports of the villages"), "SELECT count (*) FROM submission WHERE ?1 = ?1",
    "DELETE FROM submission;" },
  { TOSO_NEXT_DROPPED, N_ ("Papers"), "SELECT count (*) FROM paper WHERE ?1 = ?1",
    "DELETE FROM register_entry; DELETE FROM paper_block; DELETE FROM paper; DELETE FROM period;" },
  { TOSO_NEXT_DROPPED, N_ ("Trainings"), "SELECT count (*) FROM training WHERE ?1 = ?1",
    "DELETE FROM attendance; DELETE FROM training_topic; DELETE FROM training;" },
  { TOSO_NEXT_DROPPED, N_ ("Days of support"), "SELECT count (*) FROM support_day WHERE ?1 = ?1", "DELETE FROM support_day;" },
  { TOSO_NEXT_DROPPED, N_ ("Activities"), "SELECT count (*) FROM activity WHERE ?1 = ?1", "DELETE FROM activity;" },
  { TOSO_NEXT_DROPPED, N_ ("Digital skills for everyone"), "SELECT count (*) FROM learning WHERE ?1 = ?1", "DELETE FROM learning;" },
  { TOSO_NEXT_DROPPED, N_ ("Plans of the villages"), "SELECT count (*) FROM village_plan WHERE ?1 = ?1", "DELETE FROM village_plan;" },
  { TOSO_NEXT_DROPPED, N_ ("Commendations"), "SELECT count (*) FROM commendation WHERE ?1 = ?1", "DELETE FROM commendation;" },
  { TOSO_NEXT_DROPPED, N_ ("Progress of tasks"), "SELECT count (*) FROM task_progress WHERE ?1 = ?1", "DELETE FROM task_progress;" },
  { TOSO_NEXT_DROPPED, N_ ("Checks that are closed"), "SELECT count (*) FROM inspection WHERE (follow_up = '' OR done_day IS NOT NULL) AND ?1 = ?1",
    "DELETE FROM inspection WHERE follow_up = '' OR done_day IS NOT NULL;" },
  { TOSO_NEXT_DROPPED, N_ ("Directives that are done"), "SELECT count (*) FROM directive WHERE state = 'done' AND ?1 = ?1",
    "DELETE FROM directive WHERE state = 'done';" },
  { TOSO_NEXT_DROPPED, N_ ("Members and people who have left"),
    "SELECT count (*) FROM membership WHERE last_day < ?1",
    /* Of whoever is in no team any more, nothing is kept: Law 91/2025/QH15. */
    "DELETE FROM member WHERE EXISTS (SELECT 1 FROM membership s WHERE s.member_id = member.id)"
    "  AND NOT EXISTS (SELECT 1 FROM membership s WHERE s.member_id = member.id AND NOT coalesce (" OVER ("s.") ", 0));"
                                                                                                                "DELETE FROM membership WHERE " OVER ("") " OR member_id NOT IN (SELECT id FROM member);" },

  { TOSO_NEXT_CARRIED, N_ ("Villages"), "SELECT count (*) FROM village WHERE last_day IS NULL OR last_day >= ?1",
    /* What a merged village had is the new one's. */
    "UPDATE product SET village_id = (SELECT new_id FROM village_lineage l WHERE l.old_id = village_id AND l.kind = 'merged')"
    "  WHERE village_id IN (SELECT old_id FROM village_lineage WHERE kind = 'merged');"
    "UPDATE business SET village_id = (SELECT new_id FROM village_lineage l WHERE l.old_id = village_id AND l.kind = 'merged')"
    "  WHERE village_id IN (SELECT old_id FROM village_lineage WHERE kind = 'merged');"
    "DELETE FROM village_lineage;"
    "DELETE FROM team WHERE (" OVER ("") " OR village_id IN (SELECT id FROM village WHERE " OVER ("") "))"
                                                                                                      "  AND id NOT IN (SELECT team_id FROM membership);"
                                                                                                      "DELETE FROM village WHERE " OVER ("") " AND id NOT IN (SELECT village_id FROM team)"
                                                                                                                                             "  AND id NOT IN (SELECT ifnull (village_id, 0) FROM product UNION SELECT ifnull (village_id, 0) FROM business"
                                                                                                                                             "                 UNION SELECT ifnull (village_id, 0) FROM inspection);" },
  { TOSO_NEXT_CARRIED, N_ ("Members of teams"), "SELECT count (*) FROM membership WHERE last_day IS NULL OR last_day >= ?1", NULL },
  { TOSO_NEXT_CARRIED, N_ ("Sections of the plan"), "SELECT count (*) FROM section WHERE ?1 = ?1", NULL },
  { TOSO_NEXT_CARRIED, N_ ("Targets"), "SELECT count (*) FROM target WHERE ?1 = ?1", NULL },
  { TOSO_NEXT_CARRIED, N_ ("Tasks"), "SELECT count (*) FROM task WHERE ?1 = ?1", NULL },
  { TOSO_NEXT_CARRIED, N_ ("OCOP products"), "SELECT count (*) FROM product WHERE expires_day IS NULL OR expires_day >= ?1",
    "DELETE FROM listing WHERE " OVER ("") " OR product_id IN (SELECT id FROM product WHERE expires_day < (SELECT first_day FROM next_year));"
                                           "DELETE FROM product WHERE expires_day < (SELECT first_day FROM next_year);" },
  { TOSO_NEXT_CARRIED, N_ ("Businesses"), "SELECT count (*) FROM business WHERE ?1 = ?1", NULL },
  { TOSO_NEXT_CARRIED, N_ ("Checks to be followed up"), "SELECT count (*) FROM inspection WHERE follow_up <> '' AND done_day IS NULL AND ?1 = ?1", NULL },
  { TOSO_NEXT_CARRIED, N_ ("Directives that are not done"), "SELECT count (*) FROM directive WHERE state <> 'done' AND ?1 = ?1", NULL },
  { TOSO_NEXT_CARRIED, N_ ("Rates of support"), "SELECT count (*) FROM support_rate WHERE last_day IS NULL OR last_day >= ?1",
    "DELETE FROM support_rate WHERE " OVER ("") ";" },
  { TOSO_NEXT_CARRIED, N_ ("Agencies and bodies"), "SELECT count (*) FROM unit WHERE ?1 = ?1", NULL },
  { TOSO_NEXT_CARRIED, N_ ("Signatories"), "SELECT count (*) FROM signatory WHERE last_day IS NULL OR last_day >= ?1",
    "DELETE FROM signatory WHERE " OVER ("") ";" },
  { TOSO_NEXT_CARRIED, N_ ("Lists of recipients"), "SELECT count (*) FROM recipient_list WHERE ?1 = ?1", NULL },
  { TOSO_NEXT_CARRIED, N_ ("Days off that are known"), "SELECT count (*) FROM holiday WHERE day >= ?1",
    "DELETE FROM holiday WHERE day < (SELECT first_day FROM next_year);" },

  { TOSO_NEXT_RESET, N_ ("Tasks: not started"), "SELECT count (*) FROM task WHERE (state <> 'not_started' OR evidence <> '') AND ?1 = ?1",
    "UPDATE task SET state = 'not_started', evidence = '', span_start = 0, span_end = 0;" },
  { TOSO_NEXT_RESET, N_ ("Milestones: not done"), "SELECT count (*) FROM milestone WHERE done_day IS NOT NULL AND ?1 = ?1",
    "UPDATE milestone SET done_day = NULL;" },
  { TOSO_NEXT_RESET, N_ ("Targets: where they start from"), "SELECT count (*) FROM target WHERE baseline IS NOT NULL AND ?1 = ?1",
    "UPDATE target SET baseline = NULL, span_start = 0, span_end = 0;" },
  { TOSO_NEXT_RESET, N_ ("Businesses: supported in the year"), "SELECT count (*) FROM business WHERE day < ?1",
    "UPDATE business SET day = NULL, support = '' WHERE day < (SELECT first_day FROM next_year);" },
  { TOSO_NEXT_DROPPED, N_ ("Attached files"), "SELECT count (*) FROM attachment WHERE ?1 = ?1 AND id NOT IN (SELECT attachment_id FROM attachment_link"
                                              "  WHERE owner_table IN ('product', 'directive', 'inspection', 'village', 'team'))",
    "DELETE FROM attachment_link WHERE owner_table NOT IN ('product', 'directive', 'inspection', 'village', 'team')"
    "  OR (owner_table = 'product' AND owner_id NOT IN (SELECT id FROM product))"
    "  OR (owner_table = 'directive' AND owner_id NOT IN (SELECT id FROM directive))"
    "  OR (owner_table = 'inspection' AND owner_id NOT IN (SELECT id FROM inspection))"
    "  OR (owner_table = 'village' AND owner_id NOT IN (SELECT id FROM village))"
    "  OR (owner_table = 'team' AND owner_id NOT IN (SELECT id FROM team));"
    "DELETE FROM attachment WHERE id NOT IN (SELECT attachment_id FROM attachment_link);" },
  { TOSO_NEXT_DROPPED, N_ ("Entries of the history"), "SELECT count (*) FROM journal WHERE ?1 = ?1",
    "DELETE FROM journal; DELETE FROM erasure; DELETE FROM plan_remark; DELETE FROM setting WHERE name = 'sample';"
    "UPDATE section SET span_start = 0, span_end = 0; UPDATE legal_basis SET span_start = 0, span_end = 0;"
    "UPDATE plan SET source = '', source_name = '';" },
};

void
toso_next_year_free (TosoNextYear *next)
{
  if (next == NULL)
    return;

  g_array_unref (next->lines);
  g_ptr_array_unref (next->days);
  g_free (next);
}

static void
day_free (gpointer data)
{
  g_free (((TosoNextDay *) data)->title);
  g_free (data);
}

/* --- days and words --- */

typedef struct
{
  TosoDb       *db;
  TosoCalendar *calendar;
  int           from, to;
  GPtrArray    *rows; /* of what is written back, see Row */
  GPtrArray    *days; /* of TosoNextDay, or NULL */
  guint         n_words;
} Shift;

/* Where words and days stand.  "deadline" days go on to a working day. */
typedef struct
{
  const char *select;      /* id, title, is it a deadline, then the columns */
  const char *update;      /* of ?1 the id, ?2 … the columns */
  guint       n_texts;     /* of the columns; the first ones */
  guint       n_days;      /* after them */
  gboolean    has_dates;   /* the texts say deadlines: "30/6/2026" */
  gboolean    in_plan;     /* the texts are the plan's own */
  gboolean    is_searched; /* ?(last): search, of the first two */
} Place;

static const Place places[] = {
  { "SELECT id, '', 0, coalesce (title, ''), coalesce (kind, '') FROM plan",
    "UPDATE plan SET title = nullif (?2, ''), kind = nullif (?3, '') WHERE id = ?1", 2, 0, FALSE, TRUE, FALSE },
  { "SELECT id, '', 0, heading, body FROM section",
    "UPDATE section SET heading = ?2, body = ?3, search = ?4 WHERE id = ?1", 2, 0, FALSE, TRUE, TRUE },
  { "SELECT id, '', 0, sentence, last_day FROM target",
    "UPDATE target SET sentence = ?2, last_day = ?3 WHERE id = ?1", 1, 1, FALSE, FALSE, FALSE },
  { "SELECT id, title, time_kind = 'date', title, '', time, result, nullif (first_day, ''), nullif (last_day, '') FROM task",
    "UPDATE task SET title = ?2, time = ?4, result = ?5, first_day = ifnull (?6, ''), last_day = ifnull (?7, ''), search = ?8"
    "  WHERE id = ?1 AND ?3 = ?3",
    4, 2, TRUE, FALSE, TRUE },
  { "SELECT id, title, 1, title, day FROM milestone",
    "UPDATE milestone SET title = ?2, day = ?3 WHERE id = ?1", 1, 1, FALSE, FALSE, FALSE },
};

#define MAX_COLUMNS 6

typedef struct
{
  gint64 id;
  char  *values[MAX_COLUMNS]; /* as they will be */
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < MAX_COLUMNS; i++)
    g_free (row->values[i]);
  g_free (row);
}

typedef struct
{
  Shift       *shift;
  const Place *place;
} Reading;

static char *
shift_day (Shift      *shift,
           const char *title,
           const char *text,
           gboolean    is_deadline)
{
  TosoDate     day;
  TosoNextDay *line;

  if (text == NULL || !toso_date_parse (text, &day))
    return g_strdup (text);
  line = g_new0 (TosoNextDay, 1);
  line->title = g_strdup (title);
  line->from = day;
  line->to = toso_next_year_day (day, day.year + shift->to - shift->from, is_deadline ? shift->calendar : NULL, &line->moved);
  day = line->to;
  if (*title != '\0')
    g_ptr_array_add (shift->days, line);
  else
    day_free (line);

  return toso_date_format_iso (day);
}

static void
read_row_cb (TosoStmt *stmt,
             gpointer  user_data)
{
  Reading     *reading = user_data;
  const Place *place = reading->place;
  Shift       *shift = reading->shift;
  gboolean     is_deadline = toso_stmt_get_int64 (stmt, 2) != 0;
  Row         *row = g_new0 (Row, 1);

  row->id = toso_stmt_get_int64 (stmt, 0);
  for (guint i = 0; i < place->n_texts; i++)
    row->values[i] = toso_next_year_words (toso_stmt_get_text (stmt, 3 + (int) i), shift->from, shift->to, place->has_dates,
                                           is_deadline ? shift->calendar : NULL, place->in_plan ? &shift->n_words : NULL);
  for (guint i = 0; i < place->n_days; i++)
    {
      int              column = 3 + (int) (place->n_texts + i);
      g_autofree char *title = toso_stmt_dup_text (stmt, 1);

      row->values[place->n_texts + i] = toso_stmt_is_null (stmt, column) ? NULL
                                                                         : shift_day (shift, title, toso_stmt_get_text (stmt, column), is_deadline);
    }
  g_ptr_array_add (shift->rows, row);
}

static gboolean
write_rows (Shift       *shift,
            const Place *place,
            GError     **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (shift->db, place->update);
  guint n = place->n_texts + place->n_days;

  for (guint r = 0; r < shift->rows->len; r++)
    {
      const Row       *row = shift->rows->pdata[r];
      g_autofree char *search = toso_year_fold (row->values[0], place->n_texts > 1 ? row->values[1] : NULL);

      toso_stmt_bind_int64 (stmt, 1, row->id);
      for (guint i = 0; i < n; i++)
        toso_stmt_bind_text (stmt, (int) i + 2, row->values[i]);
      if (place->is_searched)
        toso_stmt_bind_text (stmt, (int) n + 2, search);
      if (!toso_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

/* Reads every place; writes them back where that is asked for. */
static gboolean
shift_all (Shift   *shift,
           gboolean writes,
           GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (TosoStmt) stmt = toso_db_prepare (shift->db, places[i].select);
      Reading reading = { shift, &places[i] };

      g_ptr_array_set_size (shift->rows, 0);
      if (!toso_stmt_foreach (stmt, read_row_cb, &reading, error) ||
          (writes && !write_rows (shift, &places[i], error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run_shift (TosoYear     *self,
           TosoDb       *db,
           TosoNextYear *next,
           gboolean      writes,
           GError      **error)
{
  Shift    shift = { .db = db, .from = next->from, .to = next->to, .days = next->days };
  gboolean is_done;

  shift.calendar = toso_year_load_calendar (self, error);
  if (shift.calendar == NULL)
    return FALSE;
  shift.rows = g_ptr_array_new_with_free_func (row_free);
  is_done = shift_all (&shift, writes, error);
  next->n_words = shift.n_words;
  g_ptr_array_unref (shift.rows);
  toso_calendar_free (shift.calendar);

  return is_done;
}

/* --- what is shown first --- */

static gboolean
get_first_day (TosoYear     *self,
               TosoNextYear *next,
               char        **first_day,
               GError      **error)
{
  TosoDate   start, end;
  TosoCutoff cutoff;
  int        custom_day;

  if (!toso_year_get_calendar (self, &start, &end, &cutoff, &custom_day, error))
    return FALSE;
  /* By decree a year begins in the December before. */
  next->from = end.year;
  next->to = end.year + 1;
  *first_day = toso_date_format_iso (toso_date_add_days (end, 1));

  return TRUE;
}

static gboolean
count_lists (TosoYear     *self,
             TosoNextYear *next,
             const char   *first_day,
             GError      **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, lists[i].count);
      TosoNextLine line = { lists[i].treatment, _ (lists[i].title), 0 };
      gboolean     has_row;

      toso_stmt_bind_text (stmt, 1, first_day);
      if (!toso_stmt_step (stmt, &has_row, error))
        return FALSE;
      line.n = has_row ? (guint) toso_stmt_get_int64 (stmt, 0) : 0;
      if (line.n > 0)
        g_array_append_val (next->lines, line);
    }

  return TRUE;
}

static gboolean
look_for_days_off (TosoYear     *self,
                   TosoNextYear *next,
                   GError      **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM holiday WHERE day LIKE '%d-%%'", next->to);
  gint64           n;

  if (!toso_db_get_int64 (self->db, sql, &n, error))
    return FALSE;
  next->knows_days_off = n > 0;

  return TRUE;
}

static TosoNextYear *
preview (TosoYear *self,
         char    **first_day,
         GError  **error)
{
  g_autoptr (TosoNextYear) next = g_new0 (TosoNextYear, 1);

  next->lines = g_array_new (FALSE, FALSE, sizeof (TosoNextLine));
  next->days = g_ptr_array_new_with_free_func (day_free);
  if (!toso_year_ensure_open (self, error) || !get_first_day (self, next, first_day, error))
    return NULL;

  return g_steal_pointer (&next);
}

TosoNextYear *
toso_year_preview_next (TosoYear *self,
                        GError  **error)
{
  g_autoptr (TosoNextYear) next = NULL;
  g_autofree char *first_day = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  next = preview (self, &first_day, error);
  if (next == NULL || !count_lists (self, next, first_day, error) || !look_for_days_off (self, next, error) ||
      !run_shift (self, self->db, next, FALSE, error))
    return NULL;

  return g_steal_pointer (&next);
}

/* --- the new file --- */

/* Number and day are those of a paper that was issued; the new one is not. */
static gboolean
begin_plan (TosoDb             *db,
            const TosoNextYear *next,
            GError            **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE plan SET year = %d, place_date = CASE WHEN instr (place_date, ', ngày') > 0"
                                          "  THEN substr (place_date, 1, instr (place_date, ', ngày') - 1) || ', ngày      tháng      năm %d'"
                                          "  ELSE place_date END,"
                                          " number_line = CASE WHEN instr (number_line, '/') > 0"
                                          "  THEN 'Số:      ' || substr (number_line, instr (number_line, '/')) ELSE number_line END",
                                          next->to, next->to);

  return toso_db_exec (db, sql, error);
}

static gboolean
change_lists (TosoDb     *db,
              const char *first_day,
              GError    **error)
{
  g_autofree char *sql = g_strdup_printf ("CREATE TEMP TABLE next_year AS SELECT '%s' AS first_day", first_day);

  if (!toso_db_exec (db, sql, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].change != NULL && !toso_db_exec (db, lists[i].change, error))
      return FALSE;

  return toso_db_exec (db, "DROP TABLE temp.next_year", error);
}

static gboolean
append_to_journal (TosoYear *self,
                   TosoIds  *ids,
                   GError  **error)
{
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autofree char *person = toso_platform_get_person ();
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *title = g_strdup_printf (_ ("Make the year file from “%s”"), name);

  return toso_journal_append (ids->db, toso_ids_next (ids), ids->desk, person, title, "", nothing, error);
}

static gboolean
fill (TosoYear     *self,
      TosoDb       *db,
      TosoNextYear *next,
      const char   *first_day,
      GError      **error)
{
  TosoIds ids = { .db = db, .desk = TOSO_THIS_DESK };

  if (!toso_db_begin (db, error))
    return FALSE;
  if (!toso_db_exec (db, "PRAGMA defer_foreign_keys = ON", error) ||
      !toso_ids_load (&ids, error) ||
      !change_lists (db, first_day, error) ||
      !run_shift (self, db, next, TRUE, error) ||
      !begin_plan (db, next, error) ||
      !append_to_journal (self, &ids, error) ||
      !toso_ids_save (&ids, error))
    return toso_db_rollback (db);

  return toso_db_commit (db, error);
}

/* What was left behind is not in the file's free pages either. */
static gboolean
build (TosoYear     *self,
       GFile        *part,
       TosoNextYear *next,
       const char   *first_day,
       GError      **error)
{
  g_autoptr (TosoDb) db = NULL;

  if (!toso_db_copy (self->db, part, error))
    return FALSE;
  db = toso_db_open (part, TOSO_DB_READ_WRITE, error);

  return db != NULL && toso_db_configure (db, error) &&
         fill (self, db, next, first_day, error) &&
         toso_db_exec (db, "VACUUM", error) &&
         toso_db_sync (db, error);
}

TosoYear *
toso_year_create_next (TosoYear *self,
                       GFile    *file,
                       GError  **error)
{
  g_autoptr (TosoNextYear) next = NULL;
  g_autofree char *first_day = NULL;
  g_autoptr (GFile) part = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  next = preview (self, &first_day, error);
  if (next == NULL || !toso_year_check_place (file, error))
    return NULL;

  part = toso_year_choose_part (file);
  if (!build (self, part, next, first_day, error) || !toso_year_put_in_place (part, file, error))
    {
      g_file_delete (part, NULL, NULL);
      return NULL;
    }

  return toso_year_open (file, TOSO_YEAR_OPEN_DEFAULT, error);
}
