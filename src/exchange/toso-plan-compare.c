/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-plan-reader.h"

#include <string.h>

#include "core/toso-text.h"

/* A plan's PDF beside the plan.  Paper shows neither where a line of the head
 * was broken by hand, nor tabs and double spaces, and it has the lines that a
 * paper must have (Decree 30/2020/NĐ-CP, Annex I, Part II) even where the text
 * had none. */

/* Words alone: "a  b", "a | b" and "a\tb" look alike. */
static char *
dup_words (const char *text)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean    gap = FALSE;
  const char *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == '|' || g_unichar_isspace (letter) || g_unichar_iszerowidth (letter))
        {
          gap = gap || !g_unichar_iszerowidth (letter);
          continue;
        }
      if (gap && words->len > 0)
        g_string_append_c (words, ' ');
      gap = FALSE;
      g_string_append_unichar (words, letter);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
dup_joined (const char        *first,
            const char *const *lines)
{
  g_autoptr (GString) joined = g_string_new (first);

  for (; lines != NULL && *lines != NULL; lines++)
    g_string_append_printf (joined, " %s", *lines);
  return dup_words (joined->str);
}

static void
follow_string (char      **field,
               const char *other)
{
  g_free (*field);
  *field = g_strdup (other);
}

static void
follow_lines (GStrv             *field,
              const char *const *lines)
{
  g_strfreev (*field);
  *field = g_strdupv ((GStrv) lines);
}

static gboolean
is_folded (const char *text,
           const char *words)
{
  g_autofree char *bare = text != NULL ? dup_words (text) : NULL;
  g_autofree char *folded = bare != NULL ? toso_text_fold (bare) : NULL;

  return g_strcmp0 (folded, words) == 0;
}

/* Without a digit before @mark: left blank for who issues the paper */
static gboolean
is_blank_until (const char *text,
                const char *mark)
{
  const char *end = text != NULL ? strstr (text, mark) : NULL;

  return end != NULL && strcspn (text, "0123456789") >= (gsize) (end - text);
}

static void
drop_filled_in (TosoPlan       *paper,
                const TosoPlan *plan)
{
  TosoPlanHeader  *head = &paper->header;
  g_autofree char *place = g_strdup_printf ("ủy ban nhân dân %s %s", *plan->commune.kind != '\0' ? plan->commune.kind : "xã", plan->commune.name);
  g_autofree char *issuer = toso_text_fold (place);
  g_autofree char *agency = dup_joined ("", (const char *const *) head->agency);

  if (plan->header.agency == NULL && plan->header.superior == NULL && is_folded (agency, issuer))
    g_clear_pointer (&head->agency, g_strfreev);
  if (plan->header.nation == NULL && is_folded (head->nation, "cong hoa xa hoi chu nghia viet nam"))
    g_clear_pointer (&head->nation, g_free);
  if (plan->header.motto == NULL && is_folded (head->motto, "doc lap - tu do - hanh phuc"))
    g_clear_pointer (&head->motto, g_free);
  if (plan->header.number_line == NULL && is_blank_until (head->number_line, "/"))
    g_clear_pointer (&head->number_line, g_free);
  if (plan->header.place_date == NULL && is_blank_until (head->place_date, "tháng"))
    g_clear_pointer (&head->place_date, g_free);
  if (plan->header.kind == NULL && is_folded (head->kind, "ke hoach"))
    g_clear_pointer (&head->kind, g_free);
}

static void
follow_breaks (TosoPlan       *paper,
               const TosoPlan *plan)
{
  g_autofree char *agency = dup_joined (plan->header.superior, (const char *const *) plan->header.agency);
  g_autofree char *paper_agency = dup_joined (paper->header.superior, (const char *const *) paper->header.agency);
  g_autofree char *title = dup_joined ("", (const char *const *) plan->header.title);
  g_autofree char *paper_title = dup_joined ("", (const char *const *) paper->header.title);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GPtrArray) paper_lines = g_ptr_array_new ();
  g_autofree char *signature = NULL;
  g_autofree char *paper_signature = NULL;
  guint            i;

  for (i = 0; i < plan->signature->len; i++)
    g_ptr_array_add (lines, g_ptr_array_index (plan->signature, i));
  for (i = 0; i < paper->signature->len; i++)
    g_ptr_array_add (paper_lines, g_ptr_array_index (paper->signature, i));
  g_ptr_array_add (lines, NULL);
  g_ptr_array_add (paper_lines, NULL);
  signature = dup_joined ("", (const char *const *) lines->pdata);
  paper_signature = dup_joined ("", (const char *const *) paper_lines->pdata);

  if (g_str_equal (agency, paper_agency))
    {
      follow_string (&paper->header.superior, plan->header.superior);
      follow_lines (&paper->header.agency, (const char *const *) plan->header.agency);
    }
  if (g_str_equal (title, paper_title))
    follow_lines (&paper->header.title, (const char *const *) plan->header.title);
  if (g_str_equal (signature, paper_signature))
    {
      g_ptr_array_set_size (paper->signature, 0);
      for (i = 0; i < plan->signature->len; i++)
        g_ptr_array_add (paper->signature, g_strdup (g_ptr_array_index (plan->signature, i)));
    }
}

static GStrv
dup_all_words (GStrv paragraphs)
{
  guint n = g_strv_length (paragraphs);
  GStrv words = g_new0 (char *, n + 1);
  guint i;

  for (i = 0; i < n; i++)
    words[i] = dup_words (paragraphs[i]);
  return words;
}

GStrv
toso_plan_get_paragraphs_beside (const TosoPlan *other,
                                 const TosoPlan *plan)
{
  g_autoptr (TosoPlan) paper = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autofree char *name = NULL;
  g_auto (GStrv) mine = NULL;
  g_auto (GStrv) my_words = NULL;
  g_auto (GStrv) words = NULL;
  GStrv paragraphs;
  guint i;

  g_return_val_if_fail (other != NULL, NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  name = g_utf8_strdown (other->source_name, -1);
  if (!g_str_has_suffix (name, ".pdf"))
    return toso_plan_get_paragraphs (other);

  paper = toso_plan_copy (other);
  drop_filled_in (paper, plan);
  follow_breaks (paper, plan);
  paragraphs = toso_plan_get_paragraphs (paper);

  mine = toso_plan_get_paragraphs (plan);
  my_words = dup_all_words (mine);
  words = dup_all_words (paragraphs);
  lines = toso_diff_paragraphs ((const char *const *) my_words, (const char *const *) words);
  for (i = 0; i < lines->len; i++)
    {
      const TosoDiffLine *line = &g_array_index (lines, TosoDiffLine, i);

      if (line->kind == TOSO_DIFF_SAME)
        follow_string (&paragraphs[line->new_index], mine[line->old_index]);
    }
  return paragraphs;
}
