/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <string.h>

#include "core/toso-text.h"

/* The year's own words in the patterns of the kinds: its commune, agency, office,
 * teams, periods. */

/* --- the office that drafts --- */

/* "Phòng Văn hóa - Xã hội" → VHXH. */
static char *
abbreviate (const char *office)
{
  g_auto (GStrv) words = g_strsplit (office, " ", -1);
  GString *letters = g_string_new (NULL);

  for (guint i = 1; words[i] != NULL; i++)
    {
      gunichar c = g_utf8_get_char (words[i]);

      if (g_unichar_isalpha (c))
        g_string_append_unichar (letters, g_unichar_toupper (c));
    }

  return g_string_free (letters, FALSE);
}

typedef struct
{
  char *office;
} Search;

/* "Phòng Văn hóa - Xã hội" with what belongs to its name: words until a stop or
 * a verb, that is, at most the two capitals around the dash. */
static void
look_for_office (const char *text,
                 Search     *search)
{
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  if (search->office != NULL || text == NULL)
    return;
  regex = g_regex_new ("Phòng (\\p{Lu}\\p{Ll}* \\p{Ll}+ - \\p{Lu}\\p{Ll}* \\p{Ll}+)", 0, 0, NULL);
  if (g_regex_match (regex, text, 0, &match))
    search->office = g_match_info_fetch (match, 0);
}

static void
search_section_cb (TosoSection *section,
                   gpointer     user_data)
{
  look_for_office (section->heading, user_data);
  look_for_office (section->body, user_data);
}

char *
toso_paper_find_office (const TosoPlan *plan)
{
  Search search = { NULL };

  toso_plan_foreach_section (plan, search_section_cb, &search);

  return search.office;
}

char *
toso_paper_find_drafter (const TosoPlan *plan)
{
  g_autofree char *office = toso_paper_find_office (plan);

  return office != NULL ? abbreviate (office) : NULL;
}

/* --- patterns --- */

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static char *
get_place (const TosoPlan *plan)
{
  const TosoCommune *commune = &plan->commune;

  if (is_empty (commune->name))
    return g_strdup ("xã");

  return g_strdup_printf ("%s %s", is_empty (commune->kind) ? "xã" : commune->kind, commune->name);
}

static int
get_year (const TosoPaperData *data)
{
  return data->plan->year != 0 ? data->plan->year : data->today.year;
}

/* The word for @name, in full. */
static char *
get_word (const TosoPaperData *data,
          const char          *name)
{
  const TosoCommune *commune = &data->plan->commune;
  g_autofree char   *place = get_place (data->plan);

  if (g_str_equal (name, "period"))
    return g_strdup (data->period_words);
  if (g_str_equal (name, "as_of"))
    return g_strdup (data->as_of_words);
  if (g_str_equal (name, "next"))
    return g_strdup (data->next_words);
  if (g_str_equal (name, "year"))
    return g_strdup_printf ("%d", get_year (data));
  if (g_str_equal (name, "team"))
    return g_strdup (is_empty (commune->team_name) ? "Tổ Công nghệ số cộng đồng" : commune->team_name);
  if (g_str_equal (name, "abbr"))
    return g_strdup (is_empty (commune->team_abbr) ? "Tổ CNSCĐ" : commune->team_abbr);
  if (g_str_equal (name, "commune"))
    return g_steal_pointer (&place);
  if (g_str_equal (name, "COMMUNE"))
    return toso_text_upper (place);
  if (g_str_equal (name, "agency"))
    return g_strdup_printf ("Ủy ban nhân dân %s", place);
  if (g_str_equal (name, "ubnd"))
    return g_strdup_printf ("UBND %s", place);
  if (g_str_equal (name, "office") || g_str_equal (name, "drafter"))
    {
      char *word = *name == 'o' ? toso_paper_find_office (data->plan) : toso_paper_find_drafter (data->plan);

      return word != NULL ? word : g_strdup (*name == 'o' ? "…………………" : "");
    }
  if (g_str_equal (name, "villages"))
    return g_strdup (data->village_word);

  return toso_words_count (data->villages != NULL ? data->villages->len : 0);
}

char *
toso_paper_fill (const TosoPaperData *data,
                 const char          *pattern)
{
  GString *text = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0';)
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;

      if (end != NULL)
        {
          g_autofree char *name = g_strndup (p + 1, end - p - 1);
          g_autofree char *word = get_word (data, name);

          g_string_append (text, word);
          p = end + 1;
        }
      else
        {
          g_string_append_c (text, *p++);
        }
    }

  return g_string_free (text, FALSE);
}

TosoBlock *
toso_paper_add_text (const TosoPaperData *data,
                     GPtrArray           *blocks,
                     TosoBlockKind        kind,
                     const char          *pattern)
{
  g_autofree char *text = toso_paper_fill (data, pattern);

  return toso_block_append (blocks, kind, text);
}

TosoBlock *
toso_paper_add_dots (GPtrArray  *blocks,
                     const char *label,
                     guint       n_dots)
{
  g_autoptr (GString) text = g_string_new (label);

  if (label != NULL)
    g_string_append (text, ": ");
  for (guint i = 0; i < n_dots; i++)
    g_string_append (text, "…");

  return toso_block_append (blocks, TOSO_BLOCK_BODY, text->str);
}
