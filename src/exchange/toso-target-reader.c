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

static void
set_string (char **field,
            char  *value)
{
  g_free (*field);
  *field = value;
}

/* "Tăng tỷ lệ …", "Giảm …"; not "Tăng cường …" */
static TosoDirection
read_change (const TosoFold *fold,
             gsize           from)
{
  static const char *const softeners[] = { "phan dau", "tung buoc", "tiep tuc", "gop phan", NULL };
  gsize                    at = toso_fold_skip (fold, from);
  gsize                    length = toso_fold_has_any (fold, at, softeners);

  if (length > 0)
    at = toso_fold_skip (fold, at + length);
  if (toso_fold_has (fold, at, "tang") && !toso_fold_has (fold, at, "tang cuong") && !toso_fold_has (fold, at, "tang toc"))
    return TOSO_DIRECTION_INCREASE;
  if (toso_fold_has (fold, at, "nang ty le") || toso_fold_has (fold, at, "nang cao ty le"))
    return TOSO_DIRECTION_INCREASE;
  if (toso_fold_has (fold, at, "giam") && !toso_fold_has (fold, at, "giam sat"))
    return TOSO_DIRECTION_DECREASE;
  return TOSO_DIRECTION_NONE;
}

static gboolean
is_yes_no (const TosoFold *fold,
           gsize           from)
{
  static const char *const verbs[] = { "hoan thanh", "ban hanh", "thanh lap", "phan dau hoan thanh", NULL };

  return toso_fold_has_any (fold, toso_fold_skip (fold, from), verbs) > 0;
}

/* What is held adds up; what there is, is counted at the end. */
static TosoOverTime
over_time_of (const TosoTargetNumber *number)
{
  static const char *const held[] = {
    "lop", "buoi", "cuoc", "hoi nghi", "hoi thi", "dot", "lan", "luot", "tin", "bai", "chuyen", "video", "clip",
    "pano", "to roi", "phien", "van ban", NULL
  };
  g_autoptr (TosoFold) fold = NULL;

  if (number->kind != TOSO_TARGET_COUNT)
    return TOSO_OVER_TIME_STOCK;
  fold = toso_fold_new (number->unit, 60);
  return toso_fold_has_any (fold, 0, held) > 0 ? TOSO_OVER_TIME_FLOW : TOSO_OVER_TIME_STOCK;
}

/* "Duy trì 41/41": what is to be kept up is there from the first day, so the
 * plan's own number is where it starts from too. */
static gboolean
is_kept_up (const TosoFold *fold,
            gsize           from)
{
  static const char *const verbs[] = { "duy tri", "tiep tuc duy tri", "giu vung", NULL };

  return toso_fold_has_any (fold, toso_fold_skip (fold, from), verbs) > 0;
}

TosoTarget *
toso_target_from_clause (const TosoFold *fold,
                         const char     *text,
                         gsize           from,
                         gsize           to,
                         gboolean        only_numbers)
{
  TosoTargetNumber number = { 0 };
  TosoTarget      *target;

  if (toso_target_number_find (fold, text, from, to, &number))
    {
      target = toso_target_new ();
      target->kind = number.kind;
      target->direction = number.direction;
      target->value = number.value;
      target->whole = number.whole;
      target->over_time = over_time_of (&number);
      if (target->over_time == TOSO_OVER_TIME_STOCK && is_kept_up (fold, from))
        target->baseline = target->value;
      set_string (&target->unit, number.unit);
      toso_target_name (target, fold, text, from, to, &number);
      return target;
    }
  if (only_numbers && read_change (fold, from) == TOSO_DIRECTION_NONE)
    return NULL;

  target = toso_target_new ();
  target->kind = is_yes_no (fold, from) ? TOSO_TARGET_YES_NO : TOSO_TARGET_QUALITATIVE;
  target->direction = read_change (fold, from);
  target->value = TOSO_FIGURE_MISSING;
  target->whole = TOSO_FIGURE_MISSING;
  target->over_time = TOSO_OVER_TIME_STOCK;
  toso_target_name (target, fold, text, from, to, NULL);
  return target;
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
      if (fold->ascii[at] == ':' && is_own_target (fold, text, at + 1, clause_at (fold, text, at + 1)))
        return toso_fold_skip (fold, at + 1);
    }
  return from;
}

GPtrArray *
toso_targets_from_text (const char *text,
                        gboolean    only_numbers)
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
      TosoTarget *target;

      end = clause_at (fold, text, from);
      while (end < fold->length && !is_own_target (fold, text, end + 1, clause_at (fold, text, end + 1)))
        end = clause_at (fold, text, end + 1);
      target = toso_target_from_clause (fold, text, from, end, only_numbers);
      if (target != NULL)
        g_ptr_array_add (targets, target);
      if (end >= fold->length || targets->len > 50)
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

/* What a section is about: its own heading, else the nearest above that says
 * it. */
static Aims
aims_of_section (const TosoSection *section)
{
  for (; section != NULL; section = section->parent)
    {
      Aims aims = classify (section->heading);

      if (aims != AIMS_NONE)
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

static void
add_targets (TosoReading         *reading,
             const TosoParagraph *paragraph,
             gboolean             only_numbers)
{
  g_autoptr (GPtrArray) targets = NULL;
  TosoPlan *plan = reading->plan;
  guint     i;

  targets = toso_targets_from_text (paragraph->text, only_numbers);
  for (i = 0; i < targets->len && plan->targets->len < MAX_TARGETS; i++)
    {
      TosoTarget *target = toso_target_copy (g_ptr_array_index (targets, i));

      set_string (&target->code, g_strdup_printf ("CT%02u", plan->targets->len + 1));
      set_string (&target->sentence, g_strdup (paragraph->text));
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
          if (aims_of_section (paragraph->section) == wanted && heading_is_target (paragraph))
            add_targets (reading, paragraph, TRUE);
          continue;
        }
      aims = aims_at (reading, i, &within, &last);
      if (aims != wanted || opens_list (paragraph) || paragraph->table || toso_is_field_line (paragraph->text))
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
