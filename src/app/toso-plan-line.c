/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-line.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is being put together, so that the helpers need few parameters. */
typedef struct
{
  const TosoPlan *plan;
  GPtrArray      *results;
  GPtrArray      *lines;
} Builder;

TosoPlanLine *
toso_plan_line_new (TosoPlanPart part,
                    const char  *text)
{
  TosoPlanLine *line = g_new0 (TosoPlanLine, 1);

  line->part = part;
  line->text = g_strdup (text != NULL ? text : "");
  line->path = g_strdup ("");
  line->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_plan_mark_free);
  line->flaws = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_plan_flaw_free);
  line->diff = TOSO_DIFF_SAME;
  return line;
}

void
toso_plan_line_free (TosoPlanLine *line)
{
  if (line == NULL)
    return;
  g_free (line->path);
  g_free (line->text);
  g_ptr_array_unref (line->marks);
  g_ptr_array_unref (line->flaws);
  g_clear_pointer (&line->changes, g_array_unref);
  g_free (line);
}

void
toso_plan_mark_free (TosoPlanMark *mark)
{
  g_free (mark->value);
  g_free (mark->state);
  g_free (mark->note);
  g_free (mark->name);
  g_free (mark->as_of);
  g_free (mark);
}

void
toso_plan_flaw_free (TosoPlanFlaw *flaw)
{
  g_free (flaw->message);
  g_free (flaw);
}

gboolean
toso_plan_line_is_fixed (const TosoPlanLine *line)
{
  return line->part == TOSO_PLAN_PART_NATION || line->part == TOSO_PLAN_PART_GAP;
}

/* Whether the two lines are the same place of the plan, whatever they say. */
gboolean
toso_plan_line_same_place (const TosoPlanLine *a,
                           const TosoPlanLine *b)
{
  return a->part == b->part && a->section_id == b->section_id && a->paragraph == b->paragraph;
}

static gboolean
marks_equal (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const TosoPlanMark *x = g_ptr_array_index (a, i);
      const TosoPlanMark *y = g_ptr_array_index (b, i);

      if (x->target_id != y->target_id || x->task_id != y->task_id || x->mark != y->mark ||
          x->start != y->start || x->end != y->end || strcmp (x->value, y->value) != 0 ||
          strcmp (x->state, y->state) != 0 || strcmp (x->note, y->note) != 0 ||
          strcmp (x->name, y->name) != 0 || strcmp (x->as_of, y->as_of) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
flaws_equal (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const TosoPlanFlaw *x = g_ptr_array_index (a, i);
      const TosoPlanFlaw *y = g_ptr_array_index (b, i);

      if (x->start != y->start || x->end != y->end || strcmp (x->message, y->message) != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
toso_plan_line_equal (const TosoPlanLine *a,
                      const TosoPlanLine *b)
{
  return toso_plan_line_same_place (a, b) && a->level == b->level && a->node_id == b->node_id &&
         a->running == b->running && a->number == b->number && a->count == b->count &&
         a->diff == b->diff && strcmp (a->text, b->text) == 0 && strcmp (a->path, b->path) == 0 &&
         marks_equal (a->marks, b->marks) && flaws_equal (a->flaws, b->flaws);
}

/* The clause that holds the target's figure: what stands between semicolons
 * around the first digit, without the dash in front and the stop behind. */
static void
find_clause (const char *text,
             gsize      *start,
             gsize      *end)
{
  const char *digit = text;
  const char *from = text;
  const char *to;

  while (*digit != '\0' && !g_ascii_isdigit (*digit))
    digit++;
  if (*digit != '\0')
    {
      for (const char *p = text; p < digit; p++)
        if (*p == ';')
          from = p + 1;
      to = strchr (digit, ';');
    }
  else
    to = NULL;
  if (to == NULL)
    to = text + strlen (text);

  while (from < to && strchr (" -+*\t", *from) != NULL)
    from++;
  while (to > from && strchr (" .,;:\t", to[-1]) != NULL)
    to--;
  *start = from - text;
  *end = to - text;
}

static const TosoTargetResult *
find_result (GPtrArray *results,
             gint64     target_id)
{
  for (guint i = 0; results != NULL && i < results->len; i++)
    {
      const TosoTargetResult *result = g_ptr_array_index (results, i);

      if (result->target->id == target_id)
        return result;
    }
  return NULL;
}

static char *
day_and_month (TosoDate date)
{
  if (!toso_date_is_valid (date))
    return g_strdup ("");
  return toso_date_format_short (date);
}

static void
add_target_mark (Builder          *builder,
                 TosoPlanLine     *line,
                 const TosoTarget *target)
{
  const TosoTargetResult *result = find_result (builder->results, target->id);
  TosoPlanMark           *mark = g_new0 (TosoPlanMark, 1);

  mark->target_id = target->id;
  mark->name = g_strdup (target->name != NULL ? target->name : "");
  find_clause (line->text, &mark->start, &mark->end);
  if (result != NULL)
    {
      mark->mark = toso_report_state_mark (result->progress.state);
      mark->value = toso_report_value_text (result);
      mark->state = g_strdup (toso_report_state_text (result->progress.state));
      mark->note = toso_report_coverage_text (result);
      mark->as_of = result->progress.state != TOSO_STATE_NO_DATA
                      ? day_and_month (result->progress.as_of)
                      : g_strdup ("");
    }
  else
    {
      mark->mark = TOSO_MARK_NONE;
      mark->value = g_strdup (TOSO_MISSING);
      mark->state = g_strdup (toso_report_state_text (TOSO_STATE_NO_DATA));
      mark->note = g_strdup ("");
      mark->as_of = g_strdup ("");
    }
  g_ptr_array_add (line->marks, mark);
}

/* How much of @sentence is in @text: 1 all of it, 0 not a word.  A sentence
 * that a person has reworded a little is still the target's. */
static double
get_likeness (const char *text,
              const char *sentence)
{
  g_autofree char *a = toso_text_squeeze (text);
  g_autofree char *b = toso_text_squeeze (sentence);
  g_autoptr (GHashTable) words = NULL;
  g_auto (GStrv) there = NULL;
  g_auto (GStrv) sought = NULL;
  guint n_found = 0;
  guint n_words;

  if (*b == '\0')
    return 0;
  if (strcmp (a, b) == 0)
    return 1;
  words = g_hash_table_new (g_str_hash, g_str_equal);
  there = g_strsplit (a, " ", -1);
  sought = g_strsplit (b, " ", -1);
  for (guint i = 0; there[i] != NULL; i++)
    g_hash_table_add (words, there[i]);
  for (n_words = 0; sought[n_words] != NULL; n_words++)
    n_found += g_hash_table_contains (words, sought[n_words]);
  return 0.99 * n_found / MAX (n_words, g_strv_length (there));
}

/* The line of a section, from @first on, that says @sentence; NULL: none. */
static TosoPlanLine *
find_sentence (Builder    *builder,
               guint       first,
               const char *sentence)
{
  TosoPlanLine *found = NULL;
  double        best = 0.5;

  for (guint i = first; sentence != NULL && i < builder->lines->len; i++)
    {
      TosoPlanLine *line = g_ptr_array_index (builder->lines, i);
      double        likeness = get_likeness (line->text, sentence);

      if (likeness > best)
        {
          found = line;
          best = likeness;
        }
    }
  return found;
}

static void
add_task_mark (TosoPlanLine   *line,
               const TosoTask *task)
{
  TosoPlanMark *mark = g_new0 (TosoPlanMark, 1);

  mark->task_id = task->id;
  mark->mark = toso_report_task_state_mark (task->state);
  mark->value = g_strdup (task->code != NULL && *task->code != '\0' ? task->code : line->path);
  mark->state = g_strdup (toso_report_task_state_text (task->state));
  mark->note = g_strdup (task->time != NULL ? task->time : "");
  mark->name = g_strdup (task->title != NULL ? task->title : "");
  mark->as_of = g_strdup ("");
  g_ptr_array_add (line->marks, mark);
}

/* A target whose sentence was edited away stays with its section: its mark
 * goes to the section's first line. */
static void
link_section (Builder           *builder,
              const TosoSection *section,
              guint              first)
{
  for (guint i = 0; i < builder->plan->targets->len; i++)
    {
      const TosoTarget *target = g_ptr_array_index (builder->plan->targets, i);
      TosoPlanLine     *line;

      if (target->section != section || first >= builder->lines->len)
        continue;
      line = find_sentence (builder, first, target->sentence);
      if (line != NULL)
        add_target_mark (builder, line, target);
      else
        {
          TosoPlanMark *mark;

          line = g_ptr_array_index (builder->lines, first);
          add_target_mark (builder, line, target);
          mark = g_ptr_array_index (line->marks, line->marks->len - 1);
          mark->start = mark->end = 0;
        }
    }

  for (guint i = 0; i < builder->plan->tasks->len; i++)
    {
      const TosoTask *task = g_ptr_array_index (builder->plan->tasks, i);

      if (task->section == section && first < builder->lines->len)
        add_task_mark (g_ptr_array_index (builder->lines, first), task);
    }
}

static void
add_line (Builder           *builder,
          TosoPlanPart       part,
          const TosoSection *section,
          gint64             node_id,
          guint              paragraph,
          const char        *text)
{
  TosoPlanLine *line = toso_plan_line_new (part, text);

  line->node_id = node_id;
  line->paragraph = paragraph;
  if (section != NULL)
    {
      line->section_id = section->id;
      line->level = section->level;
      g_free (line->path);
      line->path = toso_section_path (section);
    }
  g_ptr_array_add (builder->lines, line);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
add_section (Builder           *builder,
             const TosoSection *section)
{
  g_auto (GStrv) body = NULL;
  gint64 node_id = section->id;
  guint  first = builder->lines->len;
  guint  next = 0;

  if (section->kind == TOSO_SECTION_PREAMBLE)
    node_id = TOSO_PLAN_NODE_OPENING;
  else if (section->kind == TOSO_SECTION_CLOSING)
    node_id = TOSO_PLAN_NODE_ENDING;

  body = has_text (section->body) ? g_strsplit (section->body, "\n", -1) : g_new0 (char *, 1);
  if (has_text (section->label) || has_text (section->heading))
    {
      gboolean running = !has_text (section->heading) && body[0] != NULL &&
                         !toso_section_label_is_own_line (section);
      const char      *heading = running ? body[0] : (section->heading != NULL ? section->heading : "");
      const char      *gap = toso_section_label_is_own_line (section) ? "\n" : " ";
      TosoPlanLine    *line;
      g_autofree char *text = NULL;

      if (!has_text (section->label))
        text = g_strdup (heading);
      else
        text = g_strconcat (section->label, *heading != '\0' ? gap : "", heading, NULL);
      add_line (builder, TOSO_PLAN_PART_HEADING, section, node_id, 0, text);
      line = g_ptr_array_index (builder->lines, builder->lines->len - 1);
      line->fixed = strlen (text) - strlen (heading);
      line->running = running;
      next = running ? 1 : 0;
    }
  for (; body[next] != NULL; next++)
    add_line (builder, TOSO_PLAN_PART_BODY, section, node_id, next, body[next]);

  link_section (builder, section, first);
  for (guint i = 0; i < section->children->len; i++)
    add_section (builder, g_ptr_array_index (section->children, i));
}

static void
add_header (Builder *builder)
{
  const TosoPlanHeader *header = &builder->plan->header;
  g_autofree char      *agency = header->agency != NULL ? g_strjoinv ("\n", header->agency) : NULL;
  g_autofree char      *title = header->title != NULL ? g_strjoinv ("\n", header->title) : NULL;

  /* These two the text may well not have: the paper sets them by itself. */
  if (header->superior != NULL || agency != NULL)
    {
      g_autofree char *lines = g_strconcat (header->superior != NULL ? header->superior : "",
                                            header->superior != NULL && agency != NULL ? "\n" : "",
                                            agency, NULL);

      add_line (builder, TOSO_PLAN_PART_AGENCY, NULL, TOSO_PLAN_NODE_OPENING, 0, lines);
    }
  if (header->nation != NULL || header->motto != NULL)
    {
      g_autofree char *lines = g_strconcat (header->nation != NULL ? header->nation : "",
                                            header->nation != NULL && header->motto != NULL ? "\n" : "",
                                            header->motto, NULL);

      add_line (builder, TOSO_PLAN_PART_NATION, NULL, TOSO_PLAN_NODE_OPENING, 0, lines);
    }
  add_line (builder, TOSO_PLAN_PART_NUMBER, NULL, TOSO_PLAN_NODE_OPENING, 0, header->number_line);
  add_line (builder, TOSO_PLAN_PART_PLACE_DATE, NULL, TOSO_PLAN_NODE_OPENING, 0, header->place_date);
  add_line (builder, TOSO_PLAN_PART_KIND, NULL, TOSO_PLAN_NODE_OPENING, 0, header->kind);
  add_line (builder, TOSO_PLAN_PART_TITLE, NULL, TOSO_PLAN_NODE_OPENING, 0, title);
}

static char *
join (GPtrArray *strings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < strings->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, g_ptr_array_index (strings, i));
    }
  return g_string_free (text, FALSE);
}

static void
add_ending (Builder *builder)
{
  const TosoPlan  *plan = builder->plan;
  g_autofree char *recipients = join (plan->recipients);
  g_autofree char *signature = join (plan->signature);

  if (plan->recipients_heading != NULL)
    add_line (builder, TOSO_PLAN_PART_RECIPIENTS_HEADING, NULL, TOSO_PLAN_NODE_ENDING, 0,
              plan->recipients_heading);
  add_line (builder, TOSO_PLAN_PART_RECIPIENTS, NULL, TOSO_PLAN_NODE_ENDING, 0, recipients);
  add_line (builder, TOSO_PLAN_PART_SIGNATURE, NULL, TOSO_PLAN_NODE_ENDING, 0, signature);
  add_line (builder, TOSO_PLAN_PART_SIGNER, NULL, TOSO_PLAN_NODE_ENDING, 0, plan->signer);
}

static void
number_lines (GPtrArray *lines)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      TosoPlanLine *line = g_ptr_array_index (lines, i);
      guint         number = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &line->node_id)) + 1;

      line->number = number;
      g_hash_table_insert (counts, &line->node_id, GUINT_TO_POINTER (number));
    }
  for (guint i = 0; i < lines->len; i++)
    {
      TosoPlanLine *line = g_ptr_array_index (lines, i);

      line->count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &line->node_id));
    }
}

guint
toso_plan_lines_find_node (GPtrArray *lines,
                           gint64     node_id)
{
  for (guint i = 0; i < lines->len; i++)
    if (((TosoPlanLine *) g_ptr_array_index (lines, i))->node_id == node_id)
      return i;
  return G_MAXUINT;
}

guint
toso_plan_lines_find_target (GPtrArray *lines,
                             gint64     target_id)
{
  for (guint i = 0; i < lines->len; i++)
    {
      GPtrArray *marks = ((TosoPlanLine *) g_ptr_array_index (lines, i))->marks;

      for (guint k = 0; k < marks->len; k++)
        if (((TosoPlanMark *) g_ptr_array_index (marks, k))->target_id == target_id)
          return i;
    }
  return G_MAXUINT;
}

GPtrArray *
toso_plan_lines_new (const TosoPlan *plan,
                     GPtrArray      *results,
                     GPtrArray      *remarks)
{
  g_autoptr (GPtrArray) lines = NULL;
  Builder builder;

  g_return_val_if_fail (plan != NULL, NULL);

  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_plan_line_free);
  builder = (Builder){ plan, results, lines };
  add_header (&builder);
  for (guint i = 0; i < plan->sections->len; i++)
    {
      const TosoSection *section = g_ptr_array_index (plan->sections, i);

      if (section->kind != TOSO_SECTION_ANNEX)
        add_section (&builder, section);
    }
  add_ending (&builder);
  for (guint i = 0; i < plan->sections->len; i++)
    {
      const TosoSection *section = g_ptr_array_index (plan->sections, i);

      if (section->kind == TOSO_SECTION_ANNEX)
        add_section (&builder, section);
    }
  number_lines (lines);
  toso_plan_lines_add_flaws (lines, plan, remarks);
  return g_steal_pointer (&lines);
}
