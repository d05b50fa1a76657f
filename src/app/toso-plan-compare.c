/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-line.h"

#include <glib/gi18n.h>
#include <string.h>

/* Unchanged paragraphs left around a change. */
#define CONTEXT 1

/* Byte spans of the words of @text, and the words. */
static GStrv
split_words (const char *text,
             GArray     *spans)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char *p = text;

  while (*p != '\0')
    {
      const char *start;
      TosoSpan    span;

      while (*p == ' ' || *p == '\n')
        p++;
      start = p;
      while (*p != '\0' && *p != ' ' && *p != '\n')
        p++;
      if (p == start)
        break;
      span = (TosoSpan){ start - text, p - text };
      g_array_append_val (spans, span);
      g_ptr_array_add (words, g_strndup (start, p - start));
    }
  g_ptr_array_add (words, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

/* Neighbouring changed words become one span. */
static void
add_change (GArray  *changes,
            TosoSpan span,
            gboolean adjacent)
{
  if (adjacent && changes->len > 0)
    g_array_index (changes, TosoSpan, changes->len - 1).end = span.end;
  else
    g_array_append_val (changes, span);
}

/* Marks which words differ between a removed paragraph and the one that came
 * in its place.  Paragraphs with little in common stay marked as a whole. */
static void
compare_words (TosoPlanLine *removed,
               TosoPlanLine *added)
{
  g_autoptr (GArray) old_spans = g_array_new (FALSE, FALSE, sizeof (TosoSpan));
  g_autoptr (GArray) new_spans = g_array_new (FALSE, FALSE, sizeof (TosoSpan));
  g_auto (GStrv) old_words = split_words (removed->text, old_spans);
  g_auto (GStrv) new_words = split_words (added->text, new_spans);
  g_autoptr (GArray) diff = NULL;
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (TosoSpan));
  g_autoptr (GArray) come = g_array_new (FALSE, FALSE, sizeof (TosoSpan));
  TosoDiffKind last = TOSO_DIFF_SAME;
  guint        same = 0;

  diff = toso_diff_paragraphs ((const char *const *) old_words, (const char *const *) new_words);
  for (guint i = 0; i < diff->len; i++)
    {
      const TosoDiffLine *entry = &g_array_index (diff, TosoDiffLine, i);

      if (entry->kind == TOSO_DIFF_REMOVED)
        add_change (gone, g_array_index (old_spans, TosoSpan, entry->old_index),
                    last == TOSO_DIFF_REMOVED);
      else if (entry->kind == TOSO_DIFF_ADDED)
        add_change (come, g_array_index (new_spans, TosoSpan, entry->new_index),
                    last == TOSO_DIFF_ADDED);
      else
        same++;
      last = entry->kind;
    }
  if (same * 2 < MIN (old_spans->len, new_spans->len) || same == 0)
    return;
  removed->changes = g_steal_pointer (&gone);
  added->changes = g_steal_pointer (&come);
}

static void
say_what_it_is (TosoPlanLine *line)
{
  TosoPlanMark *mark;

  if (line->diff == TOSO_DIFF_SAME)
    return;
  mark = g_new0 (TosoPlanMark, 1);
  mark->mark = line->diff == TOSO_DIFF_REMOVED ? TOSO_MARK_SQUARE : TOSO_MARK_CIRCLE;
  mark->value = g_strdup ("");
  mark->state = g_strdup (line->diff == TOSO_DIFF_REMOVED ? C_ ("paragraph", "removed")
                                                          : C_ ("paragraph", "added"));
  mark->note = g_strdup ("");
  mark->name = g_strdup ("");
  mark->as_of = g_strdup ("");
  g_ptr_array_add (line->marks, mark);
}

static TosoDiffKind
get_kind (GPtrArray *lines,
          guint      i)
{
  return ((TosoPlanLine *) g_ptr_array_index (lines, i))->diff;
}

/* A run of removed paragraphs and the run of added ones after it are looked at
 * pair by pair. */
static void
compare_runs (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len;)
    {
      guint removed = i;
      guint added;

      while (i < lines->len && get_kind (lines, i) == TOSO_DIFF_REMOVED)
        i++;
      added = i;
      while (i < lines->len && get_kind (lines, i) == TOSO_DIFF_ADDED)
        i++;
      for (guint k = 0; removed + k < added && added + k < i; k++)
        compare_words (g_ptr_array_index (lines, removed + k), g_ptr_array_index (lines, added + k));
      if (i == removed)
        i++;
    }
}

/* Long runs of unchanged paragraphs become one line that says how many. */
static GPtrArray *
shorten (GPtrArray *lines)
{
  GPtrArray *shorter = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_plan_line_free);

  g_ptr_array_set_free_func (lines, NULL);
  for (guint i = 0; i < lines->len;)
    {
      guint end = i;
      guint before;
      guint after;

      while (end < lines->len && get_kind (lines, end) == TOSO_DIFF_SAME)
        end++;
      before = i > 0 ? CONTEXT : 0;
      after = end < lines->len ? CONTEXT : 0;
      if (end - i > before + after + 1)
        {
          guint            n_hidden = end - i - before - after;
          g_autofree char *text = NULL;
          TosoPlanLine    *gap;

          text = g_strdup_printf (ngettext ("%u paragraph unchanged", "%u paragraphs unchanged", n_hidden),
                                  n_hidden);
          gap = toso_plan_line_new (TOSO_PLAN_PART_GAP, text);
          gap->paragraph = i;
          for (guint k = i; k < i + before; k++)
            g_ptr_array_add (shorter, g_ptr_array_index (lines, k));
          for (guint k = i + before; k < end - after; k++)
            toso_plan_line_free (g_ptr_array_index (lines, k));
          g_ptr_array_add (shorter, gap);
          i = end - after;
        }
      for (; i < end; i++)
        g_ptr_array_add (shorter, g_ptr_array_index (lines, i));
      if (i < lines->len)
        g_ptr_array_add (shorter, g_ptr_array_index (lines, i++));
    }
  g_ptr_array_unref (lines);
  return shorter;
}

GPtrArray *
toso_plan_lines_compare (const char *const *signed_text,
                         const char *const *now,
                         guint             *n_removed,
                         guint             *n_added)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_plan_line_free);
  g_autoptr (GArray) diff = toso_diff_paragraphs (signed_text, now);

  *n_removed = 0;
  *n_added = 0;
  for (guint i = 0; i < diff->len; i++)
    {
      const TosoDiffLine *entry = &g_array_index (diff, TosoDiffLine, i);
      TosoPlanLine       *line;

      line = toso_plan_line_new (TOSO_PLAN_PART_BODY,
                                 entry->kind == TOSO_DIFF_REMOVED ? signed_text[entry->old_index]
                                                                  : now[entry->new_index]);
      line->diff = entry->kind;
      line->paragraph = i;
      say_what_it_is (line);
      *n_removed += entry->kind == TOSO_DIFF_REMOVED;
      *n_added += entry->kind == TOSO_DIFF_ADDED;
      g_ptr_array_add (lines, line);
    }
  compare_runs (lines);
  return shorten (lines);
}
