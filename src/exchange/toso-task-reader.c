/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/toso-field-reader.h"
#include "exchange/toso-fold.h"
#include "exchange/toso-label-reader.h"
#include "exchange/toso-table-reader.h"
#include "exchange/toso-time-reader.h"
#include "exchange/toso-unit-reader.h"

#define MAX_CHARS       4000
#define MAX_TASKS       2000
#define MAX_TITLE_CHARS 240
#define MAX_UNIT_CHARS  200

static void
set_string (char **field,
            char  *value)
{
  g_free (*field);
  *field = value;
}

static void
strip_end (char *words)
{
  gsize length = strlen (words);

  while (length > 0 && strchr (" .;,", words[length - 1]) != NULL)
    words[--length] = '\0';
}

/* The first field that begins after @from: after a ";", a full stop, or an
 * opening bracket */
static gsize
next_field (const TosoFold *fold,
            gsize           from,
            TosoField      *field,
            gsize          *value)
{
  gsize at;

  for (at = from; at < fold->length; at++)
    {
      gsize start;

      if (strchr (";.(", fold->ascii[at]) == NULL)
        continue;
      start = toso_fold_skip (fold, at + 1);
      *field = toso_field_read (fold, start, value);
      if (*field != TOSO_FIELD_NONE)
        return at;
    }
  *field = TOSO_FIELD_NONE;
  return fold->length;
}

static void
append_value (char **cell,
              char  *value)
{
  strip_end (value);
  if (*value == '\0')
    {
      g_free (value);
      return;
    }
  if (*cell == NULL || **cell == '\0')
    {
      set_string (cell, value);
    }
  else
    {
      set_string (cell, g_strconcat (*cell, "; ", value, NULL));
      g_free (value);
    }
}

/* "Giao A chủ trì, phối hợp với B, C tổ chức …" */
static gboolean
read_charge (const char *words,
             char      **cells)
{
  g_autofree char *lead = NULL;
  g_autofree char *supporting = NULL;
  g_autoptr (TosoFold) fold = NULL;
  gssize leads;

  if (!g_str_has_prefix (words, "Giao "))
    return FALSE;
  fold = toso_fold_new (words, MAX_CHARS);
  leads = toso_fold_find (fold, 0, "chu tri");
  if (leads < 0 || (gsize) leads > MAX_UNIT_CHARS || !toso_units_split (words, TRUE, &lead, &supporting) || *lead == '\0' || *supporting == '\0')
    return FALSE;
  append_value (&cells[TOSO_FIELD_LEAD], g_steal_pointer (&lead));
  append_value (&cells[TOSO_FIELD_SUPPORTING], g_steal_pointer (&supporting));
  return TRUE;
}

/* "Chủ trì: A; phối hợp: B; thời gian: C" → cells.  FALSE when the paragraph
 * says nothing of the kind. */
static gboolean
read_fields (const char *text,
             char      **cells)
{
  const char *words = toso_skip_bullet (text);
  g_autoptr (TosoFold) fold = NULL;
  TosoField field;
  TosoField next;
  gboolean  found = FALSE;
  gsize     value = 0;
  gsize     next_value = 0;
  gsize     end;

  if (*words == '(')
    words++;
  fold = toso_fold_new (words, MAX_CHARS);
  field = toso_field_read (fold, 0, &value);
  if (field == TOSO_FIELD_NONE)
    return read_charge (words, cells);
  while (field != TOSO_FIELD_NONE)
    {
      char *words_of;

      end = next_field (fold, value, &next, &next_value);
      words_of = toso_fold_slice (fold, words, value, end);
      if (*text == '(' && end == fold->length && g_str_has_suffix (words_of, ")"))
        words_of[strlen (words_of) - 1] = '\0';
      append_value (&cells[field], words_of);
      found = TRUE;
      field = next;
      value = next_value;
    }
  return found;
}

static void
split_lead (TosoTask *task)
{
  g_autofree char *lead = NULL;
  g_autofree char *supporting = NULL;

  if (!toso_units_split (task->lead, FALSE, &lead, &supporting) || *lead == '\0')
    return;
  if (*supporting == '\0' && strstr (task->lead, "hối hợp") != NULL)
    return;
  set_string (&task->lead, g_steal_pointer (&lead));
  if (*supporting == '\0')
    return;
  if (*task->supporting == '\0')
    set_string (&task->supporting, g_steal_pointer (&supporting));
  else
    set_string (&task->supporting, g_strconcat (supporting, "; ", task->supporting, NULL));
}

static TosoTask *
task_from_cells (TosoReading *reading,
                 char       **cells)
{
  TosoTask *task = toso_task_new ();
  char     *first_day = NULL;
  char     *last_day = NULL;

  if (cells[TOSO_FIELD_LEAD] != NULL)
    set_string (&task->lead, g_strdup (cells[TOSO_FIELD_LEAD]));
  if (cells[TOSO_FIELD_SUPPORTING] != NULL)
    set_string (&task->supporting, g_strdup (cells[TOSO_FIELD_SUPPORTING]));
  if (cells[TOSO_FIELD_TIME] != NULL)
    set_string (&task->time, g_strdup (cells[TOSO_FIELD_TIME]));
  if (cells[TOSO_FIELD_RESULT] != NULL)
    set_string (&task->result, g_strdup (cells[TOSO_FIELD_RESULT]));
  split_lead (task);
  task->time_kind = toso_time_read (task->time, reading->plan->year, &first_day, &last_day);
  set_string (&task->first_day, first_day);
  set_string (&task->last_day, last_day);
  task->state = TOSO_TASK_NOT_STARTED;

  return task;
}

/* The heading, or the first sentence of running text */
static char *
task_title (const TosoSection *section)
{
  g_autofree char *title = NULL;
  gsize            length;
  const char      *stop;

  if (*section->heading != '\0')
    title = g_strdup (section->heading);
  else
    title = g_strndup (section->body, strcspn (section->body, "\n"));
  stop = strstr (title, ". ");
  if (stop != NULL && *section->heading == '\0')
    title[stop - title] = '\0';
  if (g_utf8_strlen (title, -1) > MAX_TITLE_CHARS)
    *g_utf8_offset_to_pointer (title, MAX_TITLE_CHARS) = '\0';

  length = strlen (title);
  while (length > 0 && strchr (" .:;,", title[length - 1]) != NULL)
    title[--length] = '\0';
  return g_steal_pointer (&title);
}

/* What a section says of a task */
typedef struct
{
  TosoSection *section;
  char        *cells[TOSO_N_FIELDS];
  TosoSpan     span;
  guint        line;
} Found;

static void
found_free (Found *found)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (found->cells); i++)
    g_free (found->cells[i]);
  g_free (found);
}

static gboolean
has_found (const GHashTable  *by_section,
           const TosoSection *section)
{
  return g_hash_table_lookup ((GHashTable *) by_section, section) != NULL;
}

/* Lines printed after the last point of an item speak of the whole item, when
 * the points before it have none of their own. */
static TosoSection *
find_owner (const GHashTable *by_section,
            TosoSection      *section)
{
  TosoSection *parent = section->parent;
  guint        i;

  if (parent == NULL || parent->parent == NULL ||
      toso_label_read (section->label).kind < TOSO_LABEL_POINT)
    return section;
  if (parent->children->len < 2 || g_ptr_array_index (parent->children, parent->children->len - 1) != section)
    return section;
  for (i = 0; i + 1 < parent->children->len; i++)
    if (has_found (by_section, g_ptr_array_index (parent->children, i)))
      return section;
  return parent;
}

/* @by_section: TosoSection → Found, of the section where the lines stand */
static GHashTable *
collect_fields (const TosoReading *reading,
                GPtrArray         *order)
{
  GHashTable *by_section = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) found_free);
  guint       i;

  for (i = 0; i < reading->paragraphs->len; i++)
    {
      const TosoParagraph *paragraph = g_ptr_array_index (reading->paragraphs, i);
      TosoSection         *section = paragraph->section;
      const char          *words = paragraph->text;
      char                *cells[TOSO_N_FIELDS] = { NULL };
      Found               *found;
      gsize                k;

      if (paragraph->table || !paragraph->body || section == NULL || section->kind != TOSO_SECTION_NUMBERED)
        continue;
      /* "b) Đơn vị thực hiện: …" is a point that speaks of the item above. */
      if (section->parent != NULL && toso_label_read (words).kind >= TOSO_LABEL_DECIMAL)
        {
          words = toso_skip_spaces (words + toso_label_read (words).length);
          section = section->parent;
        }
      if (!read_fields (words, cells))
        continue;
      found = g_hash_table_lookup (by_section, section);
      if (found == NULL)
        {
          found = g_new0 (Found, 1);
          found->section = section;
          g_hash_table_insert (by_section, section, found);
          g_ptr_array_add (order, found);
        }
      found->span.end = paragraph->span.end;
      for (k = 0; k < G_N_ELEMENTS (cells); k++)
        if (cells[k] != NULL)
          append_value (&found->cells[k], cells[k]);
    }
  return by_section;
}

static void
add_section_tasks (TosoReading *reading,
                   GHashTable  *owners)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GHashTable) by_section = collect_fields (reading, order);
  guint i;

  for (i = 0; i < order->len && reading->plan->tasks->len < MAX_TASKS; i++)
    {
      Found       *found = g_ptr_array_index (order, i);
      TosoSection *owner = find_owner (by_section, found->section);
      TosoTask    *task = task_from_cells (reading, found->cells);

      set_string (&task->code, toso_section_path (owner));
      set_string (&task->title, task_title (owner));
      task->section = owner;
      task->span.start = owner->span.start;
      task->span.end = MAX (found->span.end, found->section->span.end);
      g_ptr_array_add (reading->plan->tasks, task);
      g_hash_table_add (owners, owner);
    }
}

/* Tables and paragraphs are in the order of the text: @from is where the table
 * before this one was found. */
static TosoSection *
section_of_table (const TosoReading *reading,
                  const TosoTable   *table,
                  guint             *from)
{
  guint line = toso_text_line (reading->text, table->first)->number;

  for (; *from < reading->paragraphs->len; (*from)++)
    {
      const TosoParagraph *paragraph = g_ptr_array_index (reading->paragraphs, *from);

      if (paragraph->line == line)
        return paragraph->section;
      if (paragraph->line > line)
        break;
    }
  return NULL;
}

/* "I | Công tác tuyên truyền | | |" heads the rows below it. */
static gboolean
is_group_row (const TosoTableRow *row)
{
  const char *number = row->cells[TOSO_FIELD_NUMBER];

  if (row->cells[TOSO_FIELD_LEAD] != NULL && *row->cells[TOSO_FIELD_LEAD] != '\0')
    return FALSE;
  if (row->cells[TOSO_FIELD_TIME] != NULL && *row->cells[TOSO_FIELD_TIME] != '\0')
    return FALSE;
  return number == NULL || *number == '\0' || strspn (number, "IVX.") == strlen (number) ||
         (row->cells[TOSO_FIELD_CONTENT] != NULL && toso_is_all_capitals (row->cells[TOSO_FIELD_CONTENT]));
}

static void
add_row_task (TosoReading        *reading,
              const TosoTableRow *row,
              TosoSection        *section,
              guint               index,
              GHashTable         *codes)
{
  g_autofree char *path = NULL;
  g_autofree char *number = NULL;
  g_autofree char *code = NULL;
  TosoTask        *task;

  if (row->cells[TOSO_FIELD_CONTENT] == NULL || *row->cells[TOSO_FIELD_CONTENT] == '\0')
    {
      toso_reading_remark (reading, row->span, row->line, _ ("A row of the table names no task; it was kept as text."));
      return;
    }
  if (row->cells[TOSO_FIELD_NUMBER] != NULL && *row->cells[TOSO_FIELD_NUMBER] != '\0')
    number = g_strdup (row->cells[TOSO_FIELD_NUMBER]);
  else
    number = g_strdup_printf ("%u", index);
  strip_end (number);
  path = section != NULL ? toso_section_path (section) : g_strdup ("");
  code = *path != '\0' ? g_strconcat (path, ".", number, NULL) : g_strdup (number);
  if (g_hash_table_contains (codes, code))
    {
      char *other = g_strdup_printf ("%s-%u", code, index);

      g_free (code);
      code = other;
    }
  g_hash_table_add (codes, g_strdup (code));

  task = task_from_cells (reading, (char **) row->cells);
  set_string (&task->code, g_steal_pointer (&code));
  set_string (&task->title, g_strdup (row->cells[TOSO_FIELD_CONTENT]));
  strip_end (task->title);
  task->section = section;
  task->span = row->span;
  g_ptr_array_add (reading->plan->tasks, task);
}

static void
add_table_tasks (TosoReading *reading,
                 GHashTable  *owners)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint paragraph = 0;
  guint i;
  guint k;

  for (i = 0; i < reading->tables->len; i++)
    {
      const TosoTable *table = g_ptr_array_index (reading->tables, i);
      TosoSection     *section = section_of_table (reading, table, &paragraph);

      if (section != NULL)
        g_hash_table_add (owners, section);
      for (k = 0; k < table->rows->len && !table->targets && reading->plan->tasks->len < MAX_TASKS; k++)
        {
          const TosoTableRow *row = g_ptr_array_index (table->rows, k);

          if (!is_group_row (row))
            add_row_task (reading, row, section, k + 1, codes);
        }
    }
}

static guint
line_of_section (const TosoReading *reading,
                 const TosoSection *section)
{
  guint i;

  for (i = 0; i < reading->paragraphs->len; i++)
    {
      const TosoParagraph *paragraph = g_ptr_array_index (reading->paragraphs, i);

      if (paragraph->section == section)
        return paragraph->line;
    }
  return 0;
}

/* "Điều 4", "Chương II.1"; not "III.2", "1.a" */
static gboolean
begins_with_word (const char *path)
{
  const char *second = *path != '\0' ? g_utf8_next_char (path) : path;

  return g_unichar_isalpha (g_utf8_get_char (path)) && g_unichar_islower (g_utf8_get_char (second));
}

/* The siblings of tasks that say neither who, nor when, nor what for */
static void
remark_silent (TosoReading *reading,
               GHashTable  *owners)
{
  g_autoptr (GHashTable) chapters = g_hash_table_new (g_direct_hash, g_direct_equal);
  guint i;
  guint k;

  for (i = 0; i < reading->plan->tasks->len; i++)
    {
      const TosoTask *task = g_ptr_array_index (reading->plan->tasks, i);
      TosoSection    *chapter = task->section != NULL ? task->section->parent : NULL;

      if (chapter == NULL || g_hash_table_contains (owners, chapter) || !g_hash_table_add (chapters, chapter))
        continue;
      for (k = 0; k < chapter->children->len && toso_reading_has_room (reading); k++)
        {
          const TosoSection *section = g_ptr_array_index (chapter->children, k);
          g_autofree char   *path = NULL;

          if (g_hash_table_contains (owners, section) || g_hash_table_contains (chapters, section))
            continue;
          path = toso_section_path (section);
          /* "III.2" is called an item, "Điều 4" by its own word. */
          toso_reading_remark (reading, section->span, line_of_section (reading, section),
                               begins_with_word (path)
                                 ? _ ("%s names no unit, no time and no result; no task was made of it.")
                                 : _ ("Item %s names no unit, no time and no result; no task was made of it."),
                               path);
        }
    }
}

/* A parent whose children are tasks is no silent item. */
static void
add_ancestors (GHashTable *owners)
{
  g_autoptr (GList) sections = g_hash_table_get_keys (owners);
  GList *item;

  for (item = sections; item != NULL; item = item->next)
    {
      TosoSection *section = ((TosoSection *) item->data)->parent;

      for (; section != NULL && section->parent != NULL; section = section->parent)
        g_hash_table_add (owners, section);
    }
}

void
toso_tasks_read (TosoReading *reading)
{
  g_autoptr (GHashTable) owners = g_hash_table_new (g_direct_hash, g_direct_equal);

  add_section_tasks (reading, owners);
  add_table_tasks (reading, owners);
  add_ancestors (owners);
  remark_silent (reading, owners);
}
