/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "core/toso-register.h"
#include "core/toso-text.h"
#include "report/toso-meeting.h"
#include "report/toso-paper-data.h"
#include "report/toso-sentence.h"
#include "store/toso-year-papers.h"
#include "store/toso-year-register.h"

/* What the papers take from the office's lists. */

static GPtrArray *
list_records (TosoYear   *year,
              const char *id,
              GError    **error)
{
  return toso_year_list_records (year, toso_registers_find (id), error);
}

static const char *
get_text (const TosoRecord *record,
          const char       *field)
{
  const char *text = toso_record_get (record, field);

  return text != NULL ? text : "";
}

static TosoFigure
get_figure (const TosoRecord *record,
            const char       *field)
{
  guint64 value;

  return g_ascii_string_to_unsigned (get_text (record, field), 10, 0, G_MAXINT64, &value, NULL) ? TOSO_FIGURE ((double) value)
                                                                                                : TOSO_FIGURE_MISSING;
}

static const char *
find_name (GHashTable       *names,
           const TosoRecord *record,
           const char       *field)
{
  gint64      id = toso_record_get_id (record, field);
  const char *name = id != 0 ? g_hash_table_lookup (names, &id) : NULL;

  return name != NULL ? name : "";
}

static gboolean
is_in (const TosoPaperData *self,
       const TosoRecord    *record,
       const char          *field)
{
  TosoDate day;

  return toso_date_parse (get_text (record, field), &day) &&
         toso_date_compare (day, self->first) >= 0 && toso_date_compare (day, self->last) <= 0;
}

/* Whoever has left by then is not on the list. */
static gboolean
has_left (const TosoPaperData *self,
          const TosoRecord    *membership)
{
  TosoDate day;

  return toso_date_parse (get_text (membership, "last_day"), &day) && toso_date_compare (day, self->today) < 0;
}

static const TosoRecord *
find_record (GPtrArray *records,
             gint64     id)
{
  for (guint i = 0; i < records->len; i++)
    if (((const TosoRecord *) records->pdata[i])->id == id)
      return records->pdata[i];

  return NULL;
}

/* Village order, the leader first. */
static int
compare_memberships (gconstpointer a,
                     gconstpointer b)
{
  return -g_strcmp0 (toso_record_get (*(TosoRecord *const *) a, "is_leader"), toso_record_get (*(TosoRecord *const *) b, "is_leader"));
}

static gboolean
read_members (TosoPaperData *self,
              TosoYear      *year,
              GError       **error)
{
  g_autoptr (GPtrArray) teams = list_records (year, "team", error);
  g_autoptr (GPtrArray) memberships = teams != NULL ? list_records (year, "membership", error) : NULL;
  g_autoptr (GHashTable) people = memberships != NULL ? toso_year_list_names (year, "member", error) : NULL;

  if (people == NULL)
    return FALSE;
  g_ptr_array_sort (memberships, compare_memberships);
  for (guint v = 0; v < self->villages->len; v++)
    for (guint i = 0; i < memberships->len; i++)
      {
        const TosoVillage *village = self->villages->pdata[v];
        const TosoRecord  *membership = memberships->pdata[i];
        const TosoRecord  *team = find_record (teams, toso_record_get_id (membership, "team_id"));
        gboolean           leads = g_str_equal (get_text (membership, "is_leader"), "1");
        const char        *role = get_text (membership, "role");

        if (team == NULL || toso_record_get_id (team, "village_id") != village->id || has_left (self, membership))
          continue;
        toso_paper_data_add_member (self, village->name, find_name (people, membership, "member_id"),
                                    *role != '\0' ? role : (leads ? "Tổ trưởng" : "Thành viên"), get_text (membership, "basis"));
      }

  return TRUE;
}

/* Rows that speak of teams and people, with what those are called. */
static gboolean
list_with_names (TosoYear    *year,
                 const char  *id,
                 GPtrArray  **records,
                 GHashTable **teams,
                 GHashTable **people,
                 GError     **error)
{
  *records = list_records (year, id, error);
  *teams = *records != NULL ? toso_year_list_names (year, "team", error) : NULL;
  *people = *teams != NULL ? toso_year_list_names (year, "member", error) : NULL;

  return *people != NULL;
}

static void
add_granted (TosoPaperData    *self,
             const TosoRecord *record,
             const char       *name)
{
  TosoCommended *granted = g_new0 (TosoCommended, 1);

  granted->recipient = g_strdup (name);
  granted->achievement = g_strdup (get_text (record, "achievement"));
  granted->form = g_strdup (get_text (record, "form"));
  granted->decision = g_strdup (get_text (record, "decision_number"));
  toso_date_parse (get_text (record, "decision_day"), &granted->decision_day);
  g_ptr_array_add (self->granted, granted);
}

static gboolean
read_commended (TosoPaperData *self,
                TosoYear      *year,
                GError       **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GHashTable) teams = NULL;
  g_autoptr (GHashTable) people = NULL;

  if (!list_with_names (year, "commendation", &records, &teams, &people, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const TosoRecord *record = records->pdata[i];
      const char       *name = get_text (record, "recipient");

      if (*name == '\0')
        name = find_name (people, record, "member_id");
      if (*name == '\0')
        name = find_name (teams, record, "team_id");
      if (g_str_equal (get_text (record, "state"), "granted"))
        add_granted (self, record, name);
      if (g_str_equal (get_text (record, "state"), "refused") || *get_text (record, "decision_number") != '\0')
        continue;
      toso_paper_data_add_commended (self, name, get_text (record, "achievement"), get_text (record, "form"))
        ->amount = get_figure (record, "amount");
    }

  return TRUE;
}

/* --- orders from above, and checks --- */

static void
add_line (GPtrArray  *lines,
          GString    *text,
          const char *table,
          gint64      id)
{
  TosoPaperLine *line = g_new0 (TosoPaperLine, 1);

  line->text = g_string_free (text, FALSE);
  line->source = g_strdup_printf ("%s/%" G_GINT64_FORMAT, table, id);
  g_ptr_array_add (lines, line);
}

static void
append_day (GString          *text,
            const TosoRecord *record)
{
  TosoDate         day;
  g_autofree char *words = NULL;

  if (!toso_date_parse (get_text (record, "day"), &day))
    return;
  words = toso_date_format_short (day);
  g_string_append_printf (text, " ngày %s", words);
}

static void
add_directive (TosoPaperData    *self,
               const TosoRecord *record)
{
  GString      *text = g_string_new ("- ");
  TosoTaskState state;

  if (*get_text (record, "number") != '\0')
    g_string_append_printf (text, "Văn bản số %s", get_text (record, "number"));
  else
    g_string_append (text, "Văn bản");
  append_day (text, record);
  if (*get_text (record, "issuer") != '\0')
    g_string_append_printf (text, " của %s", get_text (record, "issuer"));
  g_string_append_printf (text, ": %s", get_text (record, "content"));
  if (toso_task_state_from_id (get_text (record, "state"), &state))
    g_string_append_printf (text, " (%s)", toso_words_task_state (state));
  g_string_append_c (text, '.');
  add_line (self->directions, text, "directive", record->id);
  self->n_directives++;
}

static void
add_inspection (TosoPaperData    *self,
                const TosoRecord *record,
                GHashTable       *villages)
{
  GString *text = g_string_new ("- Kiểm tra");

  append_day (text, record);
  if (*find_name (villages, record, "village_id") != '\0')
    g_string_append_printf (text, " tại %s", find_name (villages, record, "village_id"));
  if (*get_text (record, "findings") != '\0')
    g_string_append_printf (text, ": %s", get_text (record, "findings"));
  g_string_append_c (text, '.');
  add_line (self->directions, text, "inspection", record->id);
  self->n_inspections++;
}

static gboolean
read_directions (TosoPaperData *self,
                 TosoYear      *year,
                 GError       **error)
{
  g_autoptr (GPtrArray) directives = list_records (year, "directive", error);
  g_autoptr (GPtrArray) inspections = directives != NULL ? list_records (year, "inspection", error) : NULL;
  g_autoptr (GHashTable) villages = inspections != NULL ? toso_year_list_names (year, "village", error) : NULL;

  if (villages == NULL)
    return FALSE;
  for (guint i = 0; i < directives->len; i++)
    /* What our own meetings decide comes from no letter. */
    if (is_in (self, directives->pdata[i], "day") && !toso_meeting_has_decided (directives->pdata[i], NULL))
      add_directive (self, directives->pdata[i]);
  for (guint i = 0; i < inspections->len; i++)
    if (is_in (self, inspections->pdata[i], "day"))
      add_inspection (self, inspections->pdata[i], villages);

  return TRUE;
}

static gboolean
read_decisions (TosoPaperData *self,
                TosoYear      *year,
                GError       **error)
{
  g_autoptr (GPtrArray) decisions = toso_meeting_list (year, self->has_period ? &self->period : NULL, error);

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      const TosoDecision *decision = decisions->pdata[i];
      g_autofree char    *sentence = toso_decision_to_sentence (decision);
      GString            *text = g_string_new ("- ");

      g_string_append (text, sentence);
      add_line (self->decisions, text, "directive", decision->id);
    }

  return decisions != NULL;
}

/* --- what the teams did --- */

static void
add_deed (TosoDeed   *deed,
          guint       n,
          const char *people)
{
  guint64 value;

  deed->n += n;
  if (g_ascii_string_to_unsigned (people, 10, 0, G_MAXUINT32, &value, NULL))
    deed->people = TOSO_FIGURE ((deed->people.known ? deed->people.value : 0) + (double) value);
}

static TosoDeedKind
get_deed_kind (const char *kind)
{
  static const char *const kinds[] = { "bulletin", "visit", "guidance" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kind, kinds[i]))
      return TOSO_DEED_BULLETIN + i;

  return TOSO_DEED_OTHER;
}

static guint
count_present (GPtrArray *attendances,
               gint64     training)
{
  guint n = 0;

  for (guint i = 0; i < attendances->len; i++)
    n += toso_record_get_id (attendances->pdata[i], "training_id") == training &&
         g_str_equal (get_text (attendances->pdata[i], "present"), "1");

  return n;
}

static gboolean
read_deeds (TosoPaperData *self,
            TosoYear      *year,
            GError       **error)
{
  g_autoptr (GPtrArray) activities = list_records (year, "activity", error);
  g_autoptr (GPtrArray) trainings = activities != NULL ? list_records (year, "training", error) : NULL;
  g_autoptr (GPtrArray) attendances = trainings != NULL ? list_records (year, "attendance", error) : NULL;

  if (attendances == NULL)
    return FALSE;
  for (guint i = 0; i < activities->len; i++)
    {
      const TosoRecord *record = activities->pdata[i];
      guint64           times = 1;

      if (!is_in (self, record, "day"))
        continue;
      g_ascii_string_to_unsigned (get_text (record, "count"), 10, 0, G_MAXUINT32, &times, NULL);
      add_deed (&self->deeds[get_deed_kind (get_text (record, "kind"))], (guint) times, get_text (record, "people"));
    }
  for (guint i = 0; i < trainings->len; i++)
    if (is_in (self, trainings->pdata[i], "first_day"))
      {
        guint            present = count_present (attendances, ((const TosoRecord *) trainings->pdata[i])->id);
        g_autofree char *people = present > 0 ? g_strdup_printf ("%u", present) : g_strdup ("");

        add_deed (&self->deeds[TOSO_DEED_TRAINING], 1, people);
      }

  return TRUE;
}

/* --- the tasks, at the end of the period --- */

static gboolean
is_before (const TosoRecord *a,
           const TosoRecord *b)
{
  return g_strcmp0 (toso_record_get (a, "day"), toso_record_get (b, "day")) < 0;
}

static const TosoRecord *
find_last_progress (const TosoPaperData *self,
                    GPtrArray           *progress,
                    gint64               task_id)
{
  const TosoRecord *found = NULL;

  for (guint i = 0; i < progress->len; i++)
    {
      const TosoRecord *record = progress->pdata[i];
      TosoDate          day;

      if (toso_record_get_id (record, "task_id") == task_id && toso_date_parse (get_text (record, "day"), &day) &&
          toso_date_compare (day, self->last) <= 0 && (found == NULL || !is_before (record, found)))
        found = record;
    }

  return found;
}

static gboolean
read_tasks (TosoPaperData *self,
            TosoYear      *year,
            GError       **error)
{
  g_autoptr (GPtrArray) progress = list_records (year, "task_progress", error);

  if (progress == NULL)
    return FALSE;
  for (guint i = 0; i < self->plan->tasks->len; i++)
    {
      const TosoTask   *task = self->plan->tasks->pdata[i];
      const TosoRecord *record = find_last_progress (self, progress, task->id);
      TosoTaskReport   *report = g_new0 (TosoTaskReport, 1);

      report->state = task->state;
      if (record != NULL)
        toso_task_state_from_id (get_text (record, "state"), &report->state);
      report->result = toso_text_squeeze (record != NULL ? get_text (record, "result") : "");
      g_ptr_array_add (self->task_reports, report);
    }

  return TRUE;
}

/* --- the ledger of support --- */

static TosoSupportLine *
find_support (TosoPaperData    *self,
              const TosoRecord *record)
{
  gint64           team_id = toso_record_get_id (record, "team_id");
  gint64           member_id = toso_record_get_id (record, "member_id");
  TosoSupportLine *line;

  for (guint i = 0; i < self->support->len; i++)
    {
      line = self->support->pdata[i];
      if (line->team_id == team_id && line->member_id == member_id)
        return line;
    }
  line = g_new0 (TosoSupportLine, 1);
  line->team_id = team_id;
  line->member_id = member_id;
  g_ptr_array_add (self->support, line);

  return line;
}

static gboolean
read_support (TosoPaperData *self,
              TosoYear      *year,
              GError       **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GHashTable) teams = NULL;
  g_autoptr (GHashTable) people = NULL;

  if (!list_with_names (year, "support_day", &records, &teams, &people, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const TosoRecord *record = records->pdata[i];
      TosoSupportLine  *line;
      TosoFigure        amount;

      if (!is_in (self, record, "day"))
        continue;
      line = find_support (self, record);
      if (line->n++ == 0)
        {
          line->team = g_strdup (find_name (teams, record, "team_id"));
          line->person = g_strdup (find_name (people, record, "member_id"));
        }
      line->days += g_ascii_strtod (get_text (record, "days"), NULL);
      line->n_paid += *get_text (record, "paid_day") != '\0';
      amount = get_figure (record, "amount");
      line->amount = toso_number_add (line->amount, amount);
      line->n_amounts += amount.known;
      if (*get_text (record, "paid_day") == '\0')
        {
          line->days_due += g_ascii_strtod (get_text (record, "days"), NULL);
          line->amount_due = toso_number_add (line->amount_due, amount);
          line->n_open += !amount.known;
        }
    }

  return TRUE;
}

/* --- what went out, and to whom papers go --- */

static void
add_entry (TosoPaperData    *self,
           const TosoRecord *record)
{
  static const char *const fields[] = { NULL, NULL, "title", "signer", "recipients", "keeper", "copies", NULL, "receipt", "note" };
  TosoRegisterLine        *line = g_new0 (TosoRegisterLine, 1);
  gint64                   number = g_ascii_strtoll (get_text (record, "number"), NULL, 10);
  TosoDate                 day;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    line->cells[i] = g_strdup (fields[i] != NULL ? get_text (record, fields[i]) : "");
  g_free (line->cells[0]);
  line->cells[0] = g_strdup_printf ("%02d/%s", (int) number, get_text (record, "symbol"));
  if (toso_date_parse (get_text (record, "day"), &day))
    {
      g_free (line->cells[1]);
      line->cells[1] = toso_date_format_short (day);
    }
  if (toso_date_parse (get_text (record, "sent_day"), &day))
    {
      g_free (line->cells[7]);
      line->cells[7] = toso_date_format_short (day);
    }
  g_ptr_array_add (self->entries, line);
}

static gboolean
read_entries (TosoPaperData *self,
              TosoYear      *year,
              GError       **error)
{
  g_autoptr (GPtrArray) records = list_records (year, "register_entry", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (self->plan->year == 0 || atoi (get_text (records->pdata[i], "year")) == self->plan->year)
      add_entry (self, records->pdata[i]);

  return records != NULL;
}

/* Only the lists of today: who receives changes with the years. */
gboolean
toso_paper_data_read_recipients (TosoPaperData *self,
                                 TosoYear      *year,
                                 const char    *kind,
                                 GError       **error)
{
  g_autoptr (GPtrArray) records = list_records (year, "recipient_list", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const TosoRecord  *record = records->pdata[i];
      TosoRecipientList *list;
      TosoDate           first;

      if (has_left (self, record) ||
          (toso_date_parse (get_text (record, "first_day"), &first) && toso_date_compare (first, self->today) > 0))
        continue;
      list = g_new0 (TosoRecipientList, 1);
      list->id = record->id;
      list->name = g_strdup (get_text (record, "name"));
      list->code = g_strdup (get_text (record, "paper_kind"));
      list->lines = g_strsplit (get_text (record, "lines"), "\n", -1);
      g_ptr_array_add (self->recipient_lists, list);
    }

  return records != NULL && toso_year_get_recipient_list (year, kind, &self->recipient_list_id, error);
}

gboolean
toso_paper_data_read_registers (TosoPaperData *self,
                                TosoYear      *year,
                                GError       **error)
{
  return read_members (self, year, error) && read_commended (self, year, error) && read_directions (self, year, error) && read_decisions (self, year, error) &&
         read_deeds (self, year, error) && read_tasks (self, year, error) && toso_paper_data_read_trainings (self, year, error) &&
         read_support (self, year, error) && read_entries (self, year, error);
}
