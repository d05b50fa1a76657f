/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-target-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/toso-reading.h"
#include "exchange/toso-table-reader.h"
#include "exchange/toso-target-reader.h"

#define MAX_TITLE_CHARS 60
#define MAX_HEAD_CHARS  4000
#define MAX_CELL_CHARS  400
#define MAX_TARGETS     500

/* "2026" in @fold from @from on; 0 when there is none */
static int
find_year (const TosoFold *fold,
           gsize           from)
{
  gsize at;

  for (at = from; at + 4 <= fold->length; at++)
    if (g_str_has_prefix (fold->ascii + at, "20") && g_ascii_isdigit (fold->ascii[at + 2]) &&
        g_ascii_isdigit (fold->ascii[at + 3]) && !g_ascii_isdigit (fold->ascii[at + 4]) &&
        (at == 0 || !g_ascii_isdigit (fold->ascii[at - 1])))
      return (int) g_ascii_strtoll (fold->ascii + at, NULL, 10);
  return 0;
}

int
toso_target_table_year (const char *text)
{
  g_autoptr (TosoFold) fold = toso_fold_new (text, MAX_HEAD_CHARS);
  gssize title = toso_fold_find (fold, 0, "ke hoach");

  return find_year (fold, title < 0 ? 0 : (gsize) title);
}

static gboolean
has_any (const TosoFold    *fold,
         const char *const *words)
{
  for (; *words != NULL; words++)
    if (toso_fold_find (fold, 0, *words) >= 0)
      return TRUE;
  return FALSE;
}

/* What one title may be for; which of the values is wanted is settled later. */
static TosoField
read_title (const TosoFold *fold,
            gboolean        has_name)
{
  static const char *const numbers[] = { "stt", "tt", "so tt", "so thu tu", NULL };
  static const char *const units[] = { "don vi tinh", "dvt", "don vi do", NULL };
  static const char *const notes[] = { "ghi chu", "chu tri", "phu trach", "thuc hien boi", "don vi thuc hien", "thoi gian", NULL };
  static const char *const past[] = { "thuc hien", "ket qua", "hien trang", "hien tai", "uoc", "dat duoc", NULL };
  static const char *const values[] = {
    "ke hoach", "kh", "muc tieu", "chi tieu", "phan dau", "nam", "so luong", "giao", "muc phan dau", NULL
  };

  if (has_any (fold, numbers))
    return TOSO_FIELD_NUMBER;
  if (has_any (fold, units) || g_str_equal (fold->ascii, "don vi"))
    return TOSO_FIELD_UNIT;
  if (has_any (fold, notes))
    return TOSO_FIELD_NOTE;
  if (has_any (fold, past))
    return TOSO_FIELD_BASELINE;
  if (!has_name && find_year (fold, 0) == 0 && (toso_fold_find (fold, 0, "chi tieu") >= 0 || toso_fold_find (fold, 0, "muc tieu") >= 0))
    return TOSO_FIELD_CONTENT;
  if (has_any (fold, values) || find_year (fold, 0) > 0)
    return TOSO_FIELD_VALUE;
  return TOSO_FIELD_NONE;
}

/* Of several columns of values, the plan's own year's: the one that names it,
 * else the first one that is later than what was reached. */
static void
settle_values (GString *const *titles,
               guint           n_titles,
               int             year,
               TosoField      *fields)
{
  gssize best = -1;
  int    reached = 0;
  guint  i;

  for (i = 0; i < n_titles; i++)
    {
      g_autoptr (TosoFold) fold = toso_fold_new (titles[i]->str, MAX_TITLE_CHARS);

      if (fields[i] == TOSO_FIELD_BASELINE)
        reached = MAX (reached, find_year (fold, 0));
    }
  for (i = 0; i < n_titles; i++)
    {
      g_autoptr (TosoFold) fold = toso_fold_new (titles[i]->str, MAX_TITLE_CHARS);
      int own = find_year (fold, 0);

      if (fields[i] != TOSO_FIELD_VALUE)
        continue;
      if (best < 0 && (own == 0 || own > reached))
        best = i;
      if (own > 0 && own == year)
        {
          best = i;
          break;
        }
    }
  for (i = 0; i < n_titles; i++)
    if (fields[i] == TOSO_FIELD_VALUE && (gssize) i != best)
      fields[i] = TOSO_FIELD_NONE;
}

static gboolean
has_field (const TosoField *fields,
           guint            n_fields,
           TosoField        field)
{
  guint i;

  for (i = 0; i < n_fields; i++)
    if (fields[i] == field)
      return TRUE;
  return FALSE;
}

gboolean
toso_target_table_titles (GString *const *titles,
                          guint           n_titles,
                          int             year,
                          TosoField      *fields)
{
  g_autofree TosoField *found = g_new0 (TosoField, n_titles);
  gboolean              has_name = FALSE;
  guint                 i;

  for (i = 0; i < n_titles; i++)
    {
      g_autoptr (TosoFold) fold = toso_fold_new (titles[i]->str, MAX_TITLE_CHARS);

      found[i] = read_title (fold, has_name);
      has_name = has_name || found[i] == TOSO_FIELD_CONTENT;
    }
  if (!has_name || !has_field (found, n_titles, TOSO_FIELD_VALUE))
    return FALSE;
  settle_values (titles, n_titles, year, found);
  if (!has_field (found, n_titles, TOSO_FIELD_VALUE))
    return FALSE;
  /* "Nhiệm vụ | Mục tiêu | Kế hoạch | Chủ trì": who does what */
  if (!has_field (found, n_titles, TOSO_FIELD_UNIT) &&
      (has_field (fields, n_titles, TOSO_FIELD_CONTENT) || has_field (fields, n_titles, TOSO_FIELD_LEAD) ||
       has_field (fields, n_titles, TOSO_FIELD_SUPPORTING) || has_field (fields, n_titles, TOSO_FIELD_TIME)))
    return FALSE;
  memcpy (fields, found, n_titles * sizeof *found);
  return TRUE;
}

static void
set_string (char **field,
            char  *value)
{
  g_free (*field);
  *field = value;
}

static const char *
cell_of (const TosoTableRow *row,
         TosoField           field)
{
  return row->cells[field] != NULL ? row->cells[field] : "";
}

/* Where the value begins in "Tên chỉ tiêu: ≥ 90%" */
static gsize
after_name (const TosoFold *fold,
            const char     *name)
{
  gsize bytes = strlen (name) + 1;
  gsize at = 0;

  while (at < fold->length && fold->offsets[at] < bytes)
    at++;
  return toso_fold_skip (fold, at);
}

/* "Số lớp tập huấn: 04 lớp", "Tỷ lệ hộ có Internet: 85%"; NULL when the row
 * says no amount */
static TosoTarget *
target_after_name (const char *name,
                   const char *value,
                   const char *unit,
                   GPtrArray  *notes)
{
  g_autofree char *words = g_strdup_printf ("%s: %s%s", name, value, unit);
  g_autoptr (TosoFold) fold = toso_fold_new (words, 3 * MAX_CELL_CHARS);
  gsize            from = after_name (fold, name);
  TosoTargetNumber number = { 0 };
  TosoTarget      *target;

  if (!toso_target_number_find (fold, words, from, fold->length, &number))
    return NULL;
  target = toso_target_from_clause (words + fold->offsets[from], TRUE, notes);
  if (target != NULL)
    toso_target_name (target, fold, words, 0, fold->length, &number);
  g_free (number.unit);
  if (target != NULL && target->kind != TOSO_TARGET_PERCENTAGE)
    set_string (&target->numerator_name, g_strdup (name));
  return target;
}

/* "100% thôn có Tổ": what the share is of, stands in the name. */
static TosoTarget *
target_of_share (const char *name,
                 const char *value,
                 GPtrArray  *notes)
{
  g_autoptr (TosoFold) name_fold = toso_fold_new (name, MAX_CELL_CHARS);
  g_autofree char *words = NULL;
  const char      *percent = strchr (value, '%') != NULL ? "" : "%";
  const char      *rest = g_utf8_next_char (name);
  g_autofree char *first = g_utf8_strdown (name, rest - name);

  if (toso_fold_has (name_fold, 0, "ty le") || g_unichar_isupper (g_utf8_get_char (rest)))
    return target_after_name (name, value, percent, notes);
  words = g_strdup_printf ("%s%s %s%s", value, percent, first, rest);
  return toso_target_from_clause (words, TRUE, notes);
}

/* "Đạt", "Hoàn thành", "Có": done or not; "Tăng": by no number. */
static TosoTarget *
target_without_number (const char *value)
{
  static const char *const yes[] = { "dat", "hoan thanh", "co", "x", "dam bao", "thuc hien", NULL };
  g_autoptr (TosoFold) fold = toso_fold_new (value, MAX_CELL_CHARS);
  gboolean    increase = toso_fold_has (fold, 0, "tang");
  gboolean    decrease = toso_fold_has (fold, 0, "giam");
  TosoTarget *target;

  if (!increase && !decrease && toso_fold_has_any (fold, 0, yes) == 0)
    return NULL;
  target = toso_target_new ();
  target->kind = increase || decrease ? TOSO_TARGET_QUALITATIVE : TOSO_TARGET_YES_NO;
  target->direction = increase ? TOSO_DIRECTION_INCREASE : decrease ? TOSO_DIRECTION_DECREASE
                                                                    : TOSO_DIRECTION_NONE;
  target->value = target->whole = TOSO_FIGURE_MISSING;
  target->over_time = TOSO_OVER_TIME_STOCK;
  return target;
}

static TosoTarget *
target_from_row (const TosoTableRow *row,
                 GPtrArray          *notes)
{
  const char *name = cell_of (row, TOSO_FIELD_CONTENT);
  const char *value = cell_of (row, TOSO_FIELD_VALUE);
  const char *unit = cell_of (row, TOSO_FIELD_UNIT);
  gboolean    percent = strchr (value, '%') != NULL || strchr (unit, '%') != NULL;
  TosoTarget *target;
  double      baseline = 0;

  if (strlen (name) > 2 * MAX_CELL_CHARS || strlen (value) > MAX_CELL_CHARS || strlen (unit) > MAX_CELL_CHARS)
    return NULL;
  if (percent)
    {
      target = target_of_share (name, value, notes);
    }
  else
    {
      g_autofree char *lower = g_utf8_strdown (unit, -1);
      g_autofree char *after = g_strconcat (" ", lower, NULL);

      target = target_after_name (name, value, after, notes);
      /* What is counted is told by the column, be it what it may. */
      if (target == NULL)
        target = target_after_name (name, value, " người", notes);
    }
  if (target == NULL)
    target = target_without_number (value);
  if (target == NULL)
    return NULL;

  set_string (&target->name, g_strdup (name));
  if (target->kind == TOSO_TARGET_COUNT || target->kind == TOSO_TARGET_COUNT_OF_COUNT)
    set_string (&target->unit, g_strdup (percent ? "%" : unit));
  /* "0 vụ" is none, and not "at least 0". */
  if (target->value.known && target->value.value == 0 && target->direction == TOSO_DIRECTION_AT_LEAST)
    target->direction = TOSO_DIRECTION_AT_MOST;
  if (toso_number_parse (cell_of (row, TOSO_FIELD_BASELINE), &baseline) == TOSO_NUMBER_OK)
    target->baseline = TOSO_FIGURE (baseline);
  return target;
}

/* Line → the paragraph that begins there */
static GHashTable *
index_paragraphs (const TosoReading *reading)
{
  GHashTable *by_line = g_hash_table_new (g_direct_hash, g_direct_equal);
  guint       i;

  for (i = 0; i < reading->paragraphs->len; i++)
    {
      TosoParagraph *paragraph = g_ptr_array_index (reading->paragraphs, i);

      g_hash_table_insert (by_line, GUINT_TO_POINTER (paragraph->line), paragraph);
    }
  return by_line;
}

static void
take_row (TosoReading        *reading,
          const TosoTableRow *row,
          GHashTable         *by_line)
{
  const TosoParagraph *paragraph = g_hash_table_lookup (by_line, GUINT_TO_POINTER (row->line));
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  TosoTarget *target;
  guint       i;

  /* "I | Hạ tầng số | |" heads the rows below it. */
  if (paragraph == NULL || (*cell_of (row, TOSO_FIELD_VALUE) == '\0' && *cell_of (row, TOSO_FIELD_UNIT) == '\0'))
    return;
  target = *cell_of (row, TOSO_FIELD_CONTENT) != '\0' ? target_from_row (row, notes) : NULL;
  if (target == NULL)
    {
      g_autofree char *quote = toso_reading_quote (paragraph->text);

      toso_reading_remark (reading, row->span, row->line,
                           _ ("The row “%s” names no amount to be reached; it was kept as text."), quote);
      return;
    }
  for (i = 0; i < notes->len; i++)
    toso_reading_remark (reading, row->span, row->line, "%s", (const char *) g_ptr_array_index (notes, i));
  set_string (&target->code, g_strdup_printf ("CT%02u", reading->plan->targets->len + 1));
  set_string (&target->sentence, g_strdup (paragraph->text));
  target->section = paragraph->section;
  target->span = row->span;
  g_ptr_array_add (reading->plan->targets, target);
}

static gboolean
is_about_targets (const TosoSection *section)
{
  for (; section != NULL; section = section->parent)
    {
      g_autoptr (TosoFold) fold = toso_fold_new (section->heading, MAX_CELL_CHARS);

      if (toso_fold_find (fold, 0, "chi tieu") >= 0 || toso_fold_find (fold, 0, "muc tieu") >= 0)
        return TRUE;
    }
  return FALSE;
}

/* Cells side by side, in a table whose titles say nothing we know */
static gboolean
has_cells (const char *text)
{
  gsize       length = strlen (text);
  guint       strokes = 0;
  guint       tabs = 0;
  guint       gaps = 0;
  const char *p;

  if (length > MAX_HEAD_CHARS || length == 0 || strchr (".;", text[length - 1]) != NULL)
    return FALSE;
  for (p = text; *p != '\0'; p++)
    {
      strokes += *p == '|';
      tabs += *p == '\t';
      if (g_str_has_prefix (p, "   "))
        {
          gaps++;
          p += strspn (p, " ") - 1;
        }
    }
  return strokes >= 2 || tabs >= 2 || gaps >= 2;
}

/* The lines of the tables that were read */
static GHashTable *
collect_table_lines (const TosoReading *reading)
{
  GHashTable *lines = g_hash_table_new (g_direct_hash, g_direct_equal);
  guint       i;
  guint       k;

  for (i = 0; i < reading->tables->len; i++)
    {
      const TosoTable *table = g_ptr_array_index (reading->tables, i);

      for (k = table->first; k < table->last; k++)
        g_hash_table_add (lines, GUINT_TO_POINTER (toso_text_line (reading->text, k)->number));
    }
  return lines;
}

static void
set_aside_other_tables (TosoReading *reading)
{
  g_autoptr (GHashTable) of_tables = collect_table_lines (reading);
  const TosoSection *told = NULL;
  guint              i;

  for (i = 0; i < reading->paragraphs->len; i++)
    {
      TosoParagraph *paragraph = g_ptr_array_index (reading->paragraphs, i);

      if (g_hash_table_contains (of_tables, GUINT_TO_POINTER (paragraph->line)) || paragraph->section == NULL || !has_cells (paragraph->text) ||
          !is_about_targets (paragraph->section))
        continue;
      paragraph->table = TRUE;
      if (paragraph->section != told)
        {
          g_autofree char *quote = toso_reading_quote (paragraph->text);

          toso_reading_remark (reading, paragraph->span, paragraph->line,
                               _ ("“%s” looks like a table whose columns are not known; it was kept as text. Enter its targets by hand."),
                               quote);
        }
      told = paragraph->section;
    }
}

void
toso_target_tables_read (TosoReading *reading)
{
  g_autoptr (GHashTable) by_line = index_paragraphs (reading);
  guint i;
  guint k;

  for (i = 0; i < reading->tables->len; i++)
    {
      const TosoTable *table = g_ptr_array_index (reading->tables, i);

      for (k = 0; k < table->rows->len && table->targets && reading->plan->targets->len < MAX_TARGETS; k++)
        take_row (reading, g_ptr_array_index (table->rows, k), by_line);
    }
  set_aside_other_tables (reading);
}

static int
compare_targets (gconstpointer a,
                 gconstpointer b)
{
  const TosoTarget *left = *(const TosoTarget *const *) a;
  const TosoTarget *right = *(const TosoTarget *const *) b;
  guint64           left_number;
  guint64           right_number;

  if (left->span.start != right->span.start)
    return left->span.start < right->span.start ? -1 : 1;
  left_number = g_ascii_strtoull (left->code + 2, NULL, 10);
  right_number = g_ascii_strtoull (right->code + 2, NULL, 10);
  return left_number < right_number ? -1 : left_number > right_number;
}

/* Those of tables and those of sentences, in the plan's order */
void
toso_targets_settle (TosoReading *reading)
{
  GPtrArray *targets = reading->plan->targets;
  guint      i;

  g_ptr_array_sort (targets, compare_targets);
  for (i = 0; i < targets->len; i++)
    set_string (&((TosoTarget *) g_ptr_array_index (targets, i))->code, g_strdup_printf ("CT%02u", i + 1));
}
