/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-sentence.h"

#include <math.h>
#include <string.h>

#define DECIMALS 1

static void
source_free (gpointer data)
{
  TosoFigureSource *source = data;

  g_free (source->source);
  g_free (source);
}

TosoSentence *
toso_sentence_new (void)
{
  TosoSentence *self = g_new0 (TosoSentence, 1);

  self->text = g_string_new (NULL);
  self->sources = g_ptr_array_new_with_free_func (source_free);

  return self;
}

void
toso_sentence_free (TosoSentence *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->sources);
  g_free (self);
}

void
toso_sentence_add (TosoSentence *self,
                   const char   *format,
                   ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->text, format, arguments);
  va_end (arguments);
}

void
toso_sentence_add_figure (TosoSentence *self,
                          const char   *text,
                          const char   *source)
{
  if (source != NULL)
    {
      TosoFigureSource *added = g_new0 (TosoFigureSource, 1);

      added->start = (int) g_utf8_strlen (self->text->str, -1);
      added->length = (int) g_utf8_strlen (text, -1);
      added->source = g_strdup (source);
      g_ptr_array_add (self->sources, added);
    }
  g_string_append (self->text, text);
}

TosoBlock *
toso_sentence_to_block (TosoSentence *self,
                        GPtrArray    *blocks,
                        TosoBlockKind kind)
{
  TosoBlock *block = toso_block_append (blocks, kind, self->text->str);

  for (guint i = 0; i < self->sources->len; i++)
    {
      const TosoFigureSource *source = self->sources->pdata[i];

      toso_block_add_source (block, 0, 0, source->start, source->length, source->source);
    }
  toso_sentence_free (self);

  return block;
}

/* --- the whole of the villages --- */

static void
add_names (TosoSentence      *self,
           const char *const *names)
{
  guint       n = g_strv_length ((char **) names);
  const char *between = ", ";

  if (n > TOSO_MOST_NAMES)
    {
      toso_sentence_add (self, " (có danh sách tại phụ lục)");
      return;
    }
  for (guint i = 0; i < n; i++)
    if (strchr (names[i], ',') != NULL)
      between = "; ";
  for (guint i = 0; i < n; i++)
    toso_sentence_add (self, "%s%s", i == 0 ? ": " : between, names[i]);
}

/* "38/41" */
static void
add_share (TosoSentence *self,
           const char   *part,
           const char   *whole,
           const char   *source)
{
  g_autofree char *share = g_strdup_printf ("%s/%s", part, whole);

  toso_sentence_add_figure (self, share, source);
}

TosoSentence *
toso_sentence_reporting (guint              reported,
                         guint              expected,
                         const char *const *names,
                         const char        *village,
                         const char        *what,
                         const char        *period)
{
  g_autofree char *source = g_strdup_printf ("submission/%s/reported", period);
  g_autofree char *late_source = g_strdup_printf ("submission/%s/late", period);
  g_autofree char *some = toso_words_count (reported);
  g_autofree char *all = toso_words_count (expected);
  g_autofree char *late = toso_words_count (expected - MIN (reported, expected));
  TosoSentence    *self = toso_sentence_new ();

  if (expected == 0)
    toso_sentence_add (self, "Chưa có danh sách %s để tổng hợp tình hình gửi %s.", village, what);
  else if (reported == 0)
    toso_sentence_add (self, "Chưa có %s nào trong %s %s gửi %s.", village, all, village, what);
  else if (reported >= expected)
    {
      toso_sentence_add (self, "Tất cả ");
      add_share (self, all, all, source);
      toso_sentence_add (self, " %s đã gửi %s.", village, what);
    }
  else
    {
      toso_sentence_add (self, "Có ");
      add_share (self, some, all, source);
      toso_sentence_add (self, " %s đã gửi %s; còn ", village, what);
      toso_sentence_add_figure (self, late, late_source);
      toso_sentence_add (self, " %s chưa gửi", village);
      add_names (self, names);
      toso_sentence_add (self, ".");
    }

  return self;
}

/* "02 đã đạt, 05 đúng tiến độ": those that there are, in order. */
static void
add_counts (TosoSentence      *self,
            const guint       *counts,
            const char *const *words,
            const guint       *order,
            guint              n,
            const char        *group,
            const char *const *ids)
{
  gboolean first = TRUE;

  for (guint i = 0; i < n; i++)
    if (counts[order[i]] > 0)
      {
        g_autofree char *count = toso_words_count (counts[order[i]]);
        g_autofree char *source = g_strdup_printf ("%s/%s", group, ids[order[i]]);

        toso_sentence_add (self, "%s", first ? "" : ", ");
        toso_sentence_add_figure (self, count, source);
        toso_sentence_add (self, " %s", words[order[i]]);
        first = FALSE;
      }
}

static TosoSentence *
make_counts (const guint       *counts,
             const char *const *words,
             const guint       *order,
             guint              n,
             const char        *noun,
             const char        *group,
             const char *const *ids)
{
  TosoSentence    *self = toso_sentence_new ();
  g_autofree char *all = NULL;
  g_autofree char *source = g_strdup_printf ("%s/all", group);
  guint            sum = 0;

  for (guint i = 0; i < n; i++)
    sum += counts[i];
  all = toso_words_count (sum);
  if (sum == 0)
    {
      toso_sentence_add (self, "Kế hoạch chưa có %s nào được theo dõi.", noun);
      return self;
    }
  for (guint i = 0; i < n; i++)
    if (counts[i] == sum)
      {
        toso_sentence_add (self, sum == 1 ? "Kế hoạch có " : "Tất cả ");
        toso_sentence_add_figure (self, all, source);
        toso_sentence_add (self, sum == 1 ? " %s: %s." : " %s của Kế hoạch %s.", noun, words[i]);
        return self;
      }
  toso_sentence_add (self, "Trong ");
  toso_sentence_add_figure (self, all, source);
  toso_sentence_add (self, " %s của Kế hoạch: ", noun);
  add_counts (self, counts, words, order, n, group, ids);
  toso_sentence_add (self, ".");

  return self;
}

TosoSentence *
toso_sentence_states (const guint counts[4],
                      const char *period)
{
  g_autofree char         *group = g_strdup_printf ("targets/%s", period);
  static const guint       order[] = { TOSO_STATE_MET, TOSO_STATE_ON_PACE, TOSO_STATE_BEHIND, TOSO_STATE_NO_DATA };
  static const char *const ids[] = { "no_data", "behind", "on_pace", "met" };
  const char              *words[4];

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    words[i] = toso_words_short_state (i);

  return make_counts (counts, words, order, G_N_ELEMENTS (order), "chỉ tiêu", group, ids);
}

TosoSentence *
toso_sentence_tasks (const guint counts[5],
                     const char *period)
{
  g_autofree char         *group = g_strdup_printf ("tasks/%s", period);
  static const guint       order[] = { TOSO_TASK_DONE, TOSO_TASK_MAINTAINED, TOSO_TASK_IN_PROGRESS, TOSO_TASK_NOT_YET_DUE, TOSO_TASK_NOT_STARTED };
  static const char *const ids[] = { "not_started", "in_progress", "maintained", "done", "not_yet_due" };
  const char              *words[5];

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    words[i] = toso_words_task_state (i);

  return make_counts (counts, words, order, G_N_ELEMENTS (order), "nhiệm vụ", group, ids);
}

/* --- one target --- */

static gboolean
is_percentage (const TosoTarget *target)
{
  return target->kind == TOSO_TARGET_PERCENTAGE || g_strcmp0 (target->unit, "%") == 0;
}

static char *
make_source (const TosoTarget *target,
             const char       *period,
             const char       *what)
{
  return g_strdup_printf ("target/%s/%s/%s", target->code != NULL ? target->code : "", period, what);
}

/* " (1.204/2.573; số liệu của 38/41 thôn)" */
static void
add_parts (TosoSentence       *self,
           const TosoTarget   *target,
           const TosoProgress *now,
           const char         *village,
           const char         *period)
{
  g_autofree char *coverage = toso_target_is_counted (target) ? g_strdup ("tính từ danh sách") : toso_words_coverage (now, village);

  toso_sentence_add (self, " (");
  if (is_percentage (target) && now->numerator.known && now->denominator.known)
    {
      g_autofree char *numerator = toso_number_format_figure (now->numerator, DECIMALS);
      g_autofree char *denominator = toso_number_format_figure (now->denominator, DECIMALS);
      g_autofree char *numerator_source = make_source (target, period, "numerator");
      g_autofree char *denominator_source = make_source (target, period, "denominator");

      toso_sentence_add_figure (self, numerator, numerator_source);
      toso_sentence_add (self, "/");
      toso_sentence_add_figure (self, denominator, denominator_source);
      toso_sentence_add (self, "; ");
    }
  toso_sentence_add (self, "%s)", coverage);
}

/* "; mức cần đạt đến kỳ này 14,6%: đúng tiến độ" */
static void
add_state (TosoSentence       *self,
           const TosoTarget   *target,
           const TosoProgress *now,
           const char         *period)
{
  if (now->state == TOSO_STATE_NO_DATA)
    return;
  if (now->state != TOSO_STATE_MET && now->pace.known)
    {
      g_autofree char *pace = toso_words_value (target, now->pace);
      g_autofree char *source = make_source (target, period, "pace");

      toso_sentence_add (self, "; mức cần đạt đến kỳ này: ");
      toso_sentence_add_figure (self, pace, source);
    }
  toso_sentence_add (self, "; %s", toso_words_state (now->state));
}

TosoSentence *
toso_sentence_target (const TosoTarget   *target,
                      const TosoProgress *now,
                      const TosoProgress *previous,
                      const char         *previous_title,
                      const char         *village,
                      const char         *period)
{
  TosoSentence    *self = toso_sentence_new ();
  g_autofree char *name = toso_words_name (target);
  g_autofree char *wanted = toso_words_target (target);
  g_autofree char *wanted_source = g_strdup_printf ("target/%s/target", target->code != NULL ? target->code : "");

  toso_sentence_add (self, "- %s: ", name);
  if (now->value.known)
    {
      g_autofree char *value = toso_words_value (target, now->value);
      g_autofree char *source = make_source (target, period, "value");
      g_autofree char *change = toso_words_change (target, now, previous, previous_title, village);

      toso_sentence_add_figure (self, value, source);
      add_parts (self, target, now, village, period);
      toso_sentence_add (self, "; chỉ tiêu cả năm: ");
      toso_sentence_add_figure (self, wanted, wanted_source);
      add_state (self, target, now, period);
      if (change != NULL)
        {
          g_autofree char *change_source = make_source (target, period, "change");

          toso_sentence_add (self, "; ");
          toso_sentence_add_figure (self, change, change_source);
        }
    }
  else
    {
      toso_sentence_add (self, "chưa có số liệu; chỉ tiêu cả năm: ");
      toso_sentence_add_figure (self, wanted, wanted_source);
    }
  toso_sentence_add (self, ".");

  return self;
}
