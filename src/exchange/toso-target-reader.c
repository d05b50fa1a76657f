/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-target-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/toso-field-reader.h"
#include "exchange/toso-label-reader.h"
#include "exchange/toso-reading.h"

#define MAX_CHARS   4000
#define MAX_TARGETS 500
#define MAX_PARTS   50 /* of a paragraph */
#define MAX_JOINTS  40 /* of a clause: the work on a hostile line stays small */

static void
set_string (char **field,
            char  *value)
{
  g_free (*field);
  *field = value;
}

/* The end of the clause at @from: the next ";", or the end of its sentence */
static gsize
clause_at (const TosoFold *fold,
           const char     *text,
           gsize           from)
{
  guint depth = 0;
  gsize at;

  for (at = from; at < fold->length; at++)
    {
      depth += fold->ascii[at] == '(';
      if (fold->ascii[at] == ')' && depth > 0)
        depth--;
      if (fold->ascii[at] == ';' && depth == 0)
        break;
      if (fold->ascii[at] == '.' && depth == 0 && at + 2 < fold->length && fold->ascii[at + 1] == ' ' &&
          g_unichar_isupper (g_utf8_get_char (text + fold->offsets[at + 2])))
        break;
    }
  return at;
}

/* Does a clause say how much of its own, from its beginning on? */
static gboolean
is_own_target (const TosoFold *fold,
               const char     *text,
               gsize           from,
               gsize           to)
{
  TosoTargetNumber number = { 0 };
  gboolean         found = toso_target_number_find (fold, text, from, to, &number);

  g_free (number.unit);
  return found;
}

/* Is there a number, and something after it that is counted?  "85%" and "04
 * lớp" say it not. */
static gboolean
names_what (const TosoFold *fold,
            const char     *text,
            gsize           from,
            gsize           to)
{
  TosoTargetNumber number = { 0 };
  gsize            at;

  if (!toso_target_number_find (fold, text, from, to, &number))
    return FALSE;
  g_free (number.unit);
  for (at = number.after; at < to; at++)
    if (toso_fold_is_word (fold, at))
      return TRUE;
  return number.lead > toso_fold_skip (fold, from);
}

/* "Về hạ tầng số: 100% thôn …", "MỤC TIÊU: 100% …": what it is about stands
 * before the colon. */
static gsize
skip_topic (const TosoFold *fold,
            const char     *text,
            gsize           from)
{
  gsize limit = MIN (fold->length, from + 60);
  gsize at;

  for (at = from; at < limit; at++)
    {
      if (g_ascii_isdigit (fold->ascii[at]) || fold->ascii[at] == ';')
        return from;
      if (fold->ascii[at] == ':' && names_what (fold, text, at + 1, clause_at (fold, text, at + 1)))
        return toso_fold_skip (fold, at + 1);
    }
  return from;
}

/* "03 lớp, mỗi lớp không quá 60 học viên": a limit of its own, at the comma */
static gboolean
opens_each (const TosoFold *fold,
            const char     *text,
            gsize           from,
            gsize           comma,
            gsize           to)
{
  TosoTargetNumber before = { 0 };
  TosoTargetNumber number = { 0 };
  gsize            head = toso_fold_skip (fold, comma + 1);
  gboolean         is_each;

  if (!toso_fold_has_exact (fold, text, head, "mỗi"))
    return FALSE;
  is_each = toso_target_number_find (fold, text, from, comma, &before) && toso_target_number_find (fold, text, head, to, &number) &&
            before.kind == TOSO_TARGET_COUNT && number.kind == TOSO_TARGET_COUNT;
  g_free (before.unit);
  g_free (number.unit);
  return is_each;
}

/* Does a target of its own begin at @head, beside the one before @joint? */
static gboolean
is_part (const TosoFold *fold,
         const char     *text,
         gsize           from,
         gsize           joint,
         gsize           head,
         gsize           to)
{
  static const char *const openers[] = { "tỷ lệ", "tỉ lệ", NULL };
  TosoDirection            direction = TOSO_DIRECTION_NONE;
  TosoTargetNumber         number = { 0 };
  TosoTargetNumber         before = { 0 };
  gsize                    digits = toso_target_skip_bounds (fold, text, head, &direction);
  gboolean                 is_rate = toso_fold_has_any_exact (fold, text, head, openers) > 0;
  gboolean                 found;

  if (!is_rate && (digits >= to || !g_ascii_isdigit (fold->ascii[digits])))
    return FALSE;
  if (is_rate)
    found = toso_target_number_find (fold, text, head, to, &number) && number.kind == TOSO_TARGET_PERCENTAGE;
  else
    found = toso_target_pair_read (fold, text, head, digits, to, &number) || toso_target_number_at (fold, text, head, digits, to, &number);
  found = found && toso_target_number_find (fold, text, from, joint, &before) &&
          (number.kind == TOSO_TARGET_COUNT) == (before.kind == TOSO_TARGET_COUNT);
  g_free (number.unit);
  g_free (before.unit);
  return found;
}

/* Where ", 60% người dân" or "và 60% người dân" begins that is a target of its
 * own beside the one before it; @joint: where the words before it end */
static gsize
next_part (const TosoFold *fold,
           const char     *text,
           gsize           from,
           gsize           to,
           gsize          *joint)
{
  static const char *const listings[] = { "gồm", "trong đó", "mỗi", "cụ thể", NULL };
  guint                    depth = 0;
  guint                    n_joints = 0;
  gsize                    at;

  for (at = from + 1; at + 1 < to && n_joints < MAX_JOINTS; at++)
    {
      gboolean is_comma = fold->ascii[at] == ',' && fold->ascii[at + 1] == ' ';
      gsize    head;

      depth += fold->ascii[at] == '(';
      depth -= fold->ascii[at] == ')' && depth > 0;
      if (depth > 0)
        continue;
      *joint = at;
      if (is_comma && opens_each (fold, text, from, at, to))
        return toso_fold_skip (fold, at + 1);
      if (toso_fold_has_any_exact (fold, text, at, listings) > 0)
        return to;
      if (!is_comma && !toso_fold_has_exact (fold, text, at, "và"))
        continue;
      n_joints++;
      head = toso_fold_skip (fold, at + is_comma);
      if (toso_fold_has_exact (fold, text, head, "và"))
        head = toso_fold_skip (fold, head + 2);
      if (is_part (fold, text, from, at, head, to))
        return head;
    }
  return to;
}

/* "80% cán bộ" of "80% cán bộ và 60% người dân được tập huấn" is said of those
 * who are trained too. */
static char *
dup_with_predicate (const TosoFold *fold,
                    const char     *text,
                    gsize           from,
                    gsize           to,
                    gsize           end)
{
  TosoTargetNumber number = { 0 };
  char            *part = toso_fold_slice (fold, text, from, to);
  char            *longer;
  g_autofree char *predicate = NULL;
  gsize            at = 0;

  if (!toso_target_number_find (fold, text, from, to, &number))
    return part;
  g_free (number.unit);
  if (number.kind != TOSO_TARGET_PERCENTAGE || number.after >= to || toso_target_has_predicate (fold, text, number.after, to, &at) ||
      !toso_target_has_predicate (fold, text, to, end, &at))
    return part;
  predicate = toso_fold_slice (fold, text, at, end);
  longer = g_strconcat (part, " ", predicate, NULL);
  g_free (part);
  return longer;
}

static void
add_clause (GPtrArray      *targets,
            const TosoFold *fold,
            const char     *text,
            gsize           from,
            gsize           to,
            gboolean        only_numbers,
            GPtrArray      *notes)
{
  for (;;)
    {
      gsize            joint = to;
      gsize            next = next_part (fold, text, from, to, &joint);
      g_autofree char *clause = NULL;
      TosoTarget      *target;

      clause = next < to ? dup_with_predicate (fold, text, from, joint, to) : toso_fold_slice (fold, text, from, to);
      target = toso_target_from_clause (clause, only_numbers, notes);
      if (target != NULL)
        g_ptr_array_add (targets, target);
      if (next >= to || targets->len > MAX_PARTS)
        return;
      from = next;
    }
}

GPtrArray *
toso_targets_from_text (const char *text,
                        gboolean    only_numbers,
                        GPtrArray  *notes)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_target_free);
  g_autoptr (TosoFold) fold = toso_fold_new (text, MAX_CHARS);
  const char *words = toso_skip_bullet (text + toso_label_read (text).length);
  gsize       from = 0;
  gsize       end;

  words = toso_skip_spaces (words);
  while (from < fold->length && fold->offsets[from] < (guint32) (words - text))
    from++;
  from = skip_topic (fold, text, from);

  /* "100% thôn có Tổ; ít nhất 80% hộ …; trên 60% người …" are three; a second
   * clause without a number goes on the first. */
  for (;;)
    {
      end = clause_at (fold, text, from);
      while (end < fold->length && !is_own_target (fold, text, end + 1, clause_at (fold, text, end + 1)))
        end = clause_at (fold, text, end + 1);
      add_clause (targets, fold, text, from, end, only_numbers, notes);
      if (end >= fold->length || targets->len > MAX_PARTS)
        return targets;
      from = toso_fold_skip (fold, end + 1);
    }
}

typedef enum {
  AIMS_NONE,
  AIMS_GENERAL,  /* "Mục tiêu chung": only where it has a number, if there is nothing better */
  AIMS_PLAIN,    /* "Mục tiêu" */
  AIMS_SPECIFIC, /* "Mục tiêu cụ thể", "Chỉ tiêu" */
} Aims;

static Aims
classify (const char *heading)
{
  g_autoptr (TosoFold) fold = toso_fold_new (heading, 300);
  gboolean aims = toso_fold_find (fold, 0, "muc tieu") >= 0;

  if (toso_fold_find (fold, 0, "chi tieu") >= 0 || (aims && toso_fold_find (fold, 0, "cu the") >= 0))
    return AIMS_SPECIFIC;
  if (!aims)
    return AIMS_NONE;
  if (toso_fold_find (fold, 0, "chung") >= 0 || toso_fold_find (fold, 0, "tong quat") >= 0)
    return AIMS_GENERAL;
  return AIMS_PLAIN;
}

/* "Mục tiêu cụ thể:", "* Chỉ tiêu cụ thể": a heading within a body */
static Aims
classify_paragraph (const TosoParagraph *paragraph)
{
  const char *words = toso_skip_bullet (paragraph->text);

  if (g_utf8_strlen (words, -1) > 60 || !g_unichar_isupper (g_utf8_get_char (words)))
    return AIMS_NONE;
  if (!g_str_has_suffix (words, ":") && toso_is_bullet (paragraph->text) && *paragraph->text == '-')
    return AIMS_NONE;
  return classify (words);
}

/* "CHƯƠNG III. NHIỆM VỤ" within "CHỈ TIÊU VÀ NHIỆM VỤ" has no targets. */
static gboolean
is_about_work (const char *heading)
{
  static const char *const works[] = { "nhiem vu", "noi dung thuc hien", "giai phap", "to chuc thuc hien", "kinh phi", "phan cong", NULL };
  g_autoptr (TosoFold) fold = toso_fold_new (heading, 40);

  return toso_fold_has_any (fold, 0, works) > 0;
}

/* What a section is about: its own heading, else the nearest above that says
 * it. */
static Aims
aims_of_section (const TosoSection *section)
{
  for (; section != NULL; section = section->parent)
    {
      Aims aims = classify (section->heading);

      if (aims != AIMS_NONE || is_about_work (section->heading))
        return aims;
      /* "1. Mục tiêu chung: Nâng cao …" */
      if (*section->heading == '\0')
        {
          g_autofree char *first = g_strndup (section->body, strcspn (section->body, ":\n"));

          aims = g_utf8_strlen (first, -1) < 40 ? classify (first) : AIMS_NONE;
          if (aims != AIMS_NONE)
            return aims;
        }
    }
  return AIMS_NONE;
}

/* The headings that gather others, such as "MỤC TIÊU CHUNG, MỤC TIÊU CỤ THỂ",
 * are themselves no list of targets. */
static Aims
aims_at (const TosoReading  *reading,
         guint               index,
         Aims               *within,
         const TosoSection **last)
{
  const TosoParagraph *paragraph = g_ptr_array_index (reading->paragraphs, index);
  Aims                 inner;

  if (paragraph->section == NULL || paragraph->section->kind != TOSO_SECTION_NUMBERED)
    return AIMS_NONE;
  if (paragraph->section != *last)
    {
      *last = paragraph->section;
      *within = aims_of_section (paragraph->section);
    }
  if (*within == AIMS_NONE || !paragraph->body)
    return AIMS_NONE;
  inner = classify_paragraph (paragraph);
  if (inner != AIMS_NONE)
    {
      *within = inner;
      return AIMS_NONE;
    }
  return *within;
}

/* "Phấn đấu đến hết năm 2026:" opens a list, and is no target. */
static gboolean
opens_list (const TosoParagraph *paragraph)
{
  return g_str_has_suffix (paragraph->text, ":");
}

/* "Chi tiết tại Phụ lục I kèm theo.": the targets stand elsewhere. */
static gboolean
refers_to_annex (const TosoParagraph *paragraph)
{
  g_autoptr (TosoFold) fold = toso_fold_new (paragraph->text, 120);

  return fold->length < 100 && toso_fold_find (fold, 0, "phu luc") >= 0 && !is_own_target (fold, paragraph->text, 0, fold->length);
}

/* "Tỷ lệ hộ có Internet" over "Đạt 85%": what is counted stands in the heading. */
static void
name_by_heading (TosoTarget        *target,
                 const TosoSection *section)
{
  g_autoptr (TosoFold) fold = toso_fold_new (target->name, MAX_CHARS);
  TosoTargetNumber number = { 0 };
  gboolean         says_nothing;

  if (section == NULL || *section->heading == '\0' || classify (section->heading) != AIMS_NONE ||
      !toso_target_number_find (fold, target->name, 0, fold->length, &number))
    return;
  says_nothing = number.lead == 0 && number.after >= fold->length;
  g_free (number.unit);
  if (!says_nothing)
    return;
  set_string (&target->name, g_strdup (section->heading));
  set_string (&target->numerator_name, g_strdup (section->heading));
}

static void
add_targets (TosoReading         *reading,
             const TosoParagraph *paragraph,
             gboolean             only_numbers)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) targets = NULL;
  TosoPlan *plan = reading->plan;
  guint     i;

  if (plan->targets->len >= MAX_TARGETS)
    return;
  targets = toso_targets_from_text (paragraph->text, only_numbers, notes);
  for (i = 0; i < notes->len; i++)
    toso_reading_remark (reading, paragraph->span, paragraph->line, "%s", (const char *) g_ptr_array_index (notes, i));
  for (i = 0; i < targets->len && plan->targets->len < MAX_TARGETS; i++)
    {
      TosoTarget *target = toso_target_copy (g_ptr_array_index (targets, i));

      set_string (&target->code, g_strdup_printf ("CT%02u", plan->targets->len + 1));
      set_string (&target->sentence, g_strdup (paragraph->text));
      name_by_heading (target, paragraph->section);
      target->section = paragraph->section;
      target->span = paragraph->span;
      g_ptr_array_add (plan->targets, target);
    }
}

/* A section that is a target by its heading alone: "a) 100% thôn có Tổ" */
static gboolean
heading_is_target (const TosoParagraph *paragraph)
{
  const TosoSection *section = paragraph->section;
  g_autoptr (TosoFold) fold = NULL;

  if (paragraph->body || section == NULL || *section->heading == '\0' || *section->body != '\0' || section->children->len > 0)
    return FALSE;
  fold = toso_fold_new (section->heading, MAX_CHARS);
  return is_own_target (fold, section->heading, 0, fold->length);
}

static gboolean
read_targets_of (TosoReading *reading,
                 Aims         wanted)
{
  const TosoSection *last = NULL;
  Aims               within = AIMS_NONE;
  guint              i;

  for (i = 0; i < reading->paragraphs->len; i++)
    {
      const TosoParagraph *paragraph = g_ptr_array_index (reading->paragraphs, i);
      Aims                 aims;

      if (paragraph->section != NULL && paragraph->section->kind == TOSO_SECTION_NUMBERED && !paragraph->body)
        {
          if (aims_of_section (paragraph->section) == wanted && !paragraph->table && heading_is_target (paragraph))
            add_targets (reading, paragraph, TRUE);
          continue;
        }
      aims = aims_at (reading, i, &within, &last);
      if (aims != wanted || opens_list (paragraph) || refers_to_annex (paragraph) || paragraph->table || toso_is_field_line (paragraph->text))
        continue;
      add_targets (reading, paragraph, wanted == AIMS_GENERAL);
    }
  return reading->plan->targets->len > 0;
}

void
toso_targets_read (TosoReading *reading)
{
  TosoSpan nowhere = { 0, 0 };

  if (read_targets_of (reading, AIMS_SPECIFIC) || read_targets_of (reading, AIMS_PLAIN) ||
      read_targets_of (reading, AIMS_GENERAL))
    return;
  toso_reading_remark (reading, nowhere, 0,
                       _ ("No targets were found: no section is headed “Mục tiêu” or “Chỉ tiêu”. Enter them by hand."));
}
