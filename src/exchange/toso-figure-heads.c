/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-figure-private.h"

#include <string.h>

#include "exchange/toso-table-words.h"

/* Which heading is of which figure: by what its words mean, or by what a person
 * said of it before. */

#define NONE    G_MAXUINT
#define CHOSEN  1000 /* by a person: above all that words tell */
#define MAX_KEY 120  /* bytes of a heading in its key */

typedef enum {
  PART_NUMERATOR,
  PART_DENOMINATOR,
} Part;

/* --- choices --- */

void
toso_column_choice_free (TosoColumnChoice *choice)
{
  if (choice == NULL)
    return;

  g_free (choice->group);
  g_free (choice);
}

char *
toso_column_choice_to_text (const TosoColumnChoice *choice)
{
  if (choice->use == TOSO_COLUMN_LEFT_OUT)
    return g_strdup ("left-out");

  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %s", choice->use == TOSO_COLUMN_WHOLE ? "whole" : "reached", choice->indicator_id,
                          choice->group != NULL ? choice->group : "");
}

TosoColumnChoice *
toso_column_choice_from_text (const char *text)
{
  TosoColumnChoice *choice = g_new0 (TosoColumnChoice, 1);
  const char       *number = strchr (text, ' ');
  char             *end;

  if (g_str_equal (text, "left-out"))
    return choice;

  choice->use = g_str_has_prefix (text, "whole ") ? TOSO_COLUMN_WHOLE : TOSO_COLUMN_REACHED;
  if (choice->use == TOSO_COLUMN_REACHED && !g_str_has_prefix (text, "reached "))
    {
      toso_column_choice_free (choice);
      return NULL;
    }
  choice->indicator_id = g_ascii_strtoll (number, &end, 10);
  choice->group = g_strdup (*end == ' ' ? end + 1 : "");
  return choice;
}

GHashTable *
toso_column_choices_parse (GHashTable *texts)
{
  GHashTable    *choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) toso_column_choice_free);
  GHashTableIter iter;
  gpointer       key, text;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &key, &text))
    {
      TosoColumnChoice *choice = toso_column_choice_from_text (text);

      if (choice != NULL)
        g_hash_table_insert (choices, g_strdup (key), choice);
    }

  return choices;
}

/* --- headings --- */

gboolean
toso_figure_is_ratio (const char *plain)
{
  static const char *const words[] = { "ty le", "ti le", "phan tram", NULL };

  return toso_words_has_any (plain, words);
}

/* The same table of another month has the same one. */
static char *
make_fingerprint (const TosoFigureHead *heads,
                  guint                 n_heads)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < n_heads; i++)
    if (*heads[i].all != '\0')
      {
        g_checksum_update (sum, (const guchar *) heads[i].all, -1);
        g_checksum_update (sum, (const guchar *) "\n", 1);
      }

  return g_strndup (g_checksum_get_string (sum), 16);
}

void
toso_figure_heads_finish (TosoFigureReading *reading,
                          TosoFigureHead    *heads,
                          guint              n_heads)
{
  g_autofree char *fingerprint = make_fingerprint (heads, n_heads);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_heads; i++)
    {
      TosoFigureHead  *head = &heads[i];
      g_autofree char *period = head->has_period ? toso_period_to_string (head->period) : g_strdup ("");
      char            *name = g_strdup_printf ("%s %s", period, head->all);
      guint            n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, name)) + 1;

      g_hash_table_insert (seen, name, GUINT_TO_POINTER (n));
      head->key = g_strdup_printf ("%s/%u/%.*s", fingerprint, n, MAX_KEY, head->all);
      head->choice = reading->form->choices != NULL ? g_hash_table_lookup (reading->form->choices, head->key) : NULL;
      if (head->choice != NULL)
        head->ignored = FALSE;
    }
}

void
toso_figure_heads_free (TosoFigureHead *heads,
                        guint           n_heads)
{
  for (guint i = 0; heads != NULL && i < n_heads; i++)
    {
      g_free (heads[i].all);
      g_free (heads[i].last);
      g_free (heads[i].key);
    }
  g_free (heads);
}

/* --- which column is which --- */

static gboolean
has_name (const char *plain,
          const char *name)
{
  g_autofree char *words = toso_words_plain (name);

  return strlen (words) >= 2 && toso_words_has (plain, words);
}

/* Of another group of the same indicator. */
static gboolean
is_of_other_group (const TosoFigureForm  *form,
                   const TosoFigureHead  *head,
                   const TosoAskedFigure *asked)
{
  if (*asked->group != '\0')
    return !has_name (head->all, asked->group);
  for (guint i = 0; i < form->n_asked; i++)
    if (form->asked[i].indicator_id == asked->indicator_id && *form->asked[i].group != '\0' &&
        has_name (head->all, form->asked[i].group))
      return TRUE;

  return FALSE;
}

static guint
rate_name (const TosoFigureHead  *head,
           const TosoAskedFigure *asked)
{
  g_autofree char *name = toso_words_plain (asked->name);

  if (has_name (head->all, asked->code))
    return 100;
  if (strlen (name) >= 4 && toso_words_has (head->all, name))
    return 80;
  /* Shortened by the office, but still telling. */
  if (strlen (head->last) >= 10 && toso_words_has (name, head->last))
    return 40;

  return 0;
}

static gboolean
says_whole (const TosoFigureHead  *head,
            const TosoAskedFigure *asked)
{
  static const char *const words[] = { "tong so", "mau so", "tren tong so", "tong", NULL };

  if (strlen (asked->denominator_name) >= 4 && has_name (head->last, asked->denominator_name) &&
      !has_name (head->last, asked->numerator_name))
    return TRUE;

  return toso_words_has_any (head->last, words) && !has_name (head->last, asked->numerator_name);
}

static gboolean
is_chosen (const TosoFigureHead  *head,
           const TosoAskedFigure *asked,
           Part                   part)
{
  const TosoColumnChoice *choice = head->choice;

  return choice->use == (part == PART_DENOMINATOR ? TOSO_COLUMN_WHOLE : TOSO_COLUMN_REACHED) &&
         choice->indicator_id == asked->indicator_id && g_str_equal (choice->group, asked->group);
}

static guint
rate (const TosoFigureForm  *form,
      const TosoFigureHead  *head,
      const TosoAskedFigure *asked,
      Part                   part)
{
  guint rating;

  if (part == PART_DENOMINATOR && !asked->has_denominator)
    return 0;
  if (head->choice != NULL)
    return is_chosen (head, asked, part) ? CHOSEN : 0;
  if (head->ignored || *head->all == '\0' || is_of_other_group (form, head, asked))
    return 0;

  rating = rate_name (head, asked);
  if (part == PART_DENOMINATOR)
    {
      if (rating > 0)
        return says_whole (head, asked) ? rating + 20 : 0;
      return strlen (asked->denominator_name) >= 4 && has_name (head->all, asked->denominator_name) &&
                 !has_name (head->all, asked->numerator_name)
               ? 50
               : 0;
    }

  if (rating > 0)
    return asked->has_denominator && says_whole (head, asked) ? rating - 30 : rating;
  return strlen (asked->numerator_name) >= 4 && has_name (head->all, asked->numerator_name) ? 60 : 0;
}

/* --- choosing --- */

typedef struct
{
  const TosoFigureForm *form;
  TosoFigureHead       *heads;
  guint                 n_heads;
  TosoPeriod            said; /* by the table, of headings that say none */
} Choosing;

/* A whole that says no month stands for each of them. */
static gboolean
is_of_period (const Choosing       *choosing,
              const TosoFigureHead *head,
              TosoPeriod            period,
              Part                  part)
{
  if (head->has_period)
    return toso_period_equal (head->period, period);

  return part == PART_DENOMINATOR || toso_period_equal (choosing->said, period);
}

/* The best one, if it is the only best. */
static guint
find_head (const Choosing        *choosing,
           const TosoFigurePlan  *plan,
           const TosoAskedFigure *asked,
           Part                   part,
           guint                  but,
           guint                 *best)
{
  guint found = NONE;

  *best = 0;
  for (guint i = 0; i < choosing->n_heads; i++)
    {
      const TosoFigureHead *head = &choosing->heads[i];
      guint                 rating = i != but && is_of_period (choosing, head, plan->period, part) ? rate (choosing->form, head, asked, part) : 0;

      /* The month's own before what stands for all months, what is seen before
       * what is hidden. */
      if (rating > 0)
        rating = 4 * rating + 2 * head->has_period - head->hidden;
      if (rating > *best)
        {
          *best = rating;
          found = i;
        }
      else if (rating == *best && rating > 0)
        found = NONE;
    }

  return found;
}

/* Two figures can't be read from one column: the one that it fits better. */
static void
keep_best (TosoFigurePlan *plan,
           const guint    *ratings,
           guint           n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n && plan->numerators[i] != NONE; j++)
      if (i != j && plan->numerators[i] == plan->numerators[j])
        {
          gboolean even = ratings[i] == ratings[j];

          if (even || ratings[i] < ratings[j])
            plan->numerators[i] = NONE;
          if (even)
            plan->numerators[j] = NONE;
        }
}

static gboolean
choose (const Choosing *choosing,
        TosoFigurePlan *plan)
{
  const TosoFigureForm *form = choosing->form;
  g_autofree guint     *ratings = g_new0 (guint, form->n_asked + 1);
  gboolean              found = FALSE;
  guint                 rating;

  for (guint i = 0; i < form->n_asked; i++)
    plan->numerators[i] = find_head (choosing, plan, &form->asked[i], PART_NUMERATOR, NONE, &ratings[i]);
  keep_best (plan, ratings, form->n_asked);

  for (guint i = 0; i < form->n_asked; i++)
    {
      plan->denominators[i] = NONE;
      if (plan->numerators[i] == NONE)
        continue;
      plan->denominators[i] = find_head (choosing, plan, &form->asked[i], PART_DENOMINATOR, plan->numerators[i], &rating);
      choosing->heads[plan->numerators[i]].used = TRUE;
      if (plan->denominators[i] != NONE)
        choosing->heads[plan->denominators[i]].used = TRUE;
      found = TRUE;
    }

  return found;
}

static void
plan_free (gpointer data)
{
  TosoFigurePlan *plan = data;

  g_free (plan->numerators);
  g_free (plan->denominators);
  g_free (plan);
}

static void
add_plan (const Choosing *choosing,
          GPtrArray      *plans,
          TosoPeriod      period)
{
  TosoFigurePlan *plan;

  for (guint i = 0; i < plans->len; i++)
    if (toso_period_equal (((const TosoFigurePlan *) plans->pdata[i])->period, period))
      return;

  plan = g_new0 (TosoFigurePlan, 1);
  plan->period = period;
  plan->numerators = g_new0 (guint, choosing->form->n_asked + 1);
  plan->denominators = g_new0 (guint, choosing->form->n_asked + 1);
  if (choose (choosing, plan))
    g_ptr_array_add (plans, plan);
  else
    plan_free (plan);
}

GPtrArray *
toso_figure_choose (TosoFigureReading *reading,
                    TosoFigureHead    *heads,
                    guint              n_heads,
                    TosoPeriod         said)
{
  GPtrArray *plans = g_ptr_array_new_with_free_func (plan_free);
  Choosing   choosing = { reading->form, heads, n_heads, said };

  for (guint i = 0; i < n_heads; i++)
    if (heads[i].has_period && !heads[i].ignored)
      add_plan (&choosing, plans, heads[i].period);
  add_plan (&choosing, plans, said);
  for (guint i = 0; i < n_heads; i++)
    if (heads[i].choice != NULL && heads[i].choice->use == TOSO_COLUMN_LEFT_OUT)
      heads[i].used = TRUE;

  return plans;
}
