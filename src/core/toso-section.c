/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-text.h"

TosoSection *
toso_section_new (TosoSectionKind kind,
                  int             level,
                  const char     *label,
                  const char     *heading,
                  const char     *body)
{
  TosoSection *section = g_new0 (TosoSection, 1);

  section->kind = kind;
  section->level = level;
  section->label = g_strdup (label != NULL ? label : "");
  section->heading = g_strdup (heading != NULL ? heading : "");
  section->body = g_strdup (body != NULL ? body : "");
  section->children = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_section_free);

  return section;
}

void
toso_section_free (TosoSection *section)
{
  if (section == NULL)
    return;

  g_free (section->label);
  g_free (section->heading);
  g_free (section->body);
  g_ptr_array_unref (section->children);
  g_free (section);
}

/**
 * toso_section_append:
 * @child: (transfer full):
 */
void
toso_section_append (TosoSection *parent,
                     TosoSection *child)
{
  g_return_if_fail (parent != NULL);
  g_return_if_fail (child != NULL && child->parent == NULL);

  child->parent = parent;
  g_ptr_array_add (parent->children, child);
}

static gboolean
starts_with_word (const char        *folded,
                  const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (folded, *words))
      {
        gunichar next = g_utf8_get_char (folded + strlen (*words));

        /* "Phần" may be held to its number by a no-break space. */
        if (next == 0 || g_unichar_isspace (next))
          return TRUE;
      }
  return FALSE;
}

/**
 * toso_section_label_is_own_line:
 *
 * Parts, chapters, "Mục 1" of the regulations' kind and annexes have the label
 * on a line of its own, over the title (Decree 30/2020/NĐ-CP, Annex I, Part I,
 * II.6).  One that ends in a point or a colon is printed before its title.
 */
gboolean
toso_section_label_is_own_line (const TosoSection *section)
{
  static const char *const words[] = { "phan", "chuong", "muc", "tieu muc", "phu luc", NULL };
  g_autofree char         *folded = NULL;
  gsize                    length;

  g_return_val_if_fail (section != NULL, FALSE);

  length = strlen (section->label);
  if (length == 0 || strchr (".:", section->label[length - 1]) != NULL)
    return FALSE;

  folded = toso_text_fold (section->label);
  return starts_with_word (folded, words);
}

static char *
path_part (const TosoSection *section)
{
  char *part = g_strdup (section->label);
  gsize length = strlen (part);
  gsize start = strspn (part, "( ");

  while (length > start)
    {
      const char *last = g_utf8_find_prev_char (part, part + length);

      if (last == NULL || (strchr (".):/ -", *last) == NULL && !g_unichar_isspace (g_utf8_get_char (last)) &&
                           g_utf8_get_char (last) != 0x2013 && g_utf8_get_char (last) != 0x2014))
        break;
      length = (gsize) (last - part);
      part[length] = '\0';
    }
  memmove (part, part + start, length - start + 1);
  return part;
}

static gboolean
is_decimal_head (const char *part,
                 const char *below)
{
  gsize length = strlen (part);

  return strncmp (part, below, length) == 0 && below[length] == '.' && g_ascii_isdigit (below[length + 1]);
}

/**
 * toso_section_path:
 *
 * "III.3.b", as one would say it.  Articles are numbered through the whole
 * paper, so a path begins at its article: "Điều 2.1.a".  A decimal label holds
 * its parent's already: "3.1." under "3." is "3.1".
 */
char *
toso_section_path (const TosoSection *section)
{
  static const char *const article[] = { "dieu", NULL };
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char   *below = NULL;
  const TosoSection *at;

  for (at = section; at != NULL; at = at->parent)
    {
      g_autofree char *part = path_part (at);
      g_autofree char *folded = toso_text_fold (part);

      if (*part == '\0' || (below != NULL && is_decimal_head (part, below)))
        continue;
      g_free (below);
      below = g_strdup (part);
      if (path->len > 0)
        g_string_prepend_c (path, '.');
      g_string_prepend (path, part);
      if (starts_with_word (folded, article))
        break;
    }
  return g_string_free (g_steal_pointer (&path), FALSE);
}

/* At most @max_chars, cut between words, with "…" where something is left
 * out. */
static char *
shorten (const char *text,
         int         max_chars)
{
  g_autofree char *head = NULL;
  const char      *cut;
  char            *space;

  if (max_chars <= 0 || g_utf8_strlen (text, -1) <= max_chars)
    return g_strdup (text);

  cut = g_utf8_offset_to_pointer (text, MAX (max_chars - 1, 0));
  head = g_strndup (text, (gsize) (cut - text));
  space = strrchr (head, ' ');
  if (*cut != ' ' && space != NULL && space > head)
    *space = '\0';
  g_strchomp (head);
  while (*head != '\0' && strchr (",;:.-", head[strlen (head) - 1]) != NULL)
    head[strlen (head) - 1] = '\0';
  g_strchomp (head);
  return g_strconcat (head, "…", NULL);
}

static char *
first_words (const TosoSection *section)
{
  gsize length = strcspn (section->body, "\n");

  return g_strndup (section->body, length);
}

/**
 * toso_section_display_title:
 * @max_chars: 0 for no limit
 *
 * One line for a tree.  A heading printed in capitals is shown as a sentence,
 * running text by its first words.
 */
char *
toso_section_display_title (const TosoSection *section,
                            int                max_chars)
{
  g_autofree char *words = NULL;
  g_autofree char *title = NULL;
  const char      *between;

  g_return_val_if_fail (section != NULL, NULL);

  if (*section->label == '\0' && *section->heading == '\0')
    {
      if (section->kind == TOSO_SECTION_PREAMBLE)
        return g_strdup (_ ("Bases and opening"));
      if (section->kind == TOSO_SECTION_CLOSING)
        return g_strdup (_ ("Closing"));
    }

  words = *section->heading != '\0' ? toso_text_sentence_case (section->heading) : first_words (section);
  between = toso_section_label_is_own_line (section) ? ". " : " ";
  title = g_strconcat (section->label, *section->label != '\0' && *words != '\0' ? between : "", words, NULL);
  return shorten (title, max_chars);
}
