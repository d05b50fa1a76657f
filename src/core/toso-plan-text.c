/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-plan.h"

#include <string.h>

/* A plan's text again.  What was read is given back: a line that the plan has
 * not is not invented, and none is left out. */

static void
add_line (GPtrArray  *paragraphs,
          const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (paragraphs, g_strdup (text));
}

static void
add_lines (GPtrArray *paragraphs,
           GStrv      lines)
{
  for (; lines != NULL && *lines != NULL; lines++)
    add_line (paragraphs, *lines);
}

static void
add_header (GPtrArray            *paragraphs,
            const TosoPlanHeader *header)
{
  add_line (paragraphs, header->superior);
  add_lines (paragraphs, header->agency);
  add_line (paragraphs, header->nation);
  add_line (paragraphs, header->motto);
  add_line (paragraphs, header->number_line);
  add_line (paragraphs, header->place_date);
  add_line (paragraphs, header->kind);
  add_lines (paragraphs, header->title);
}

/* @label goes before the first paragraph; "" for none */
static void
add_body (GPtrArray  *paragraphs,
          const char *label,
          const char *body)
{
  const char *start = body;

  while (*start != '\0')
    {
      gsize length = strcspn (start, "\n");

      if (length > 0)
        {
          g_ptr_array_add (paragraphs, g_strdup_printf ("%s%s%.*s", label, *label != '\0' ? " " : "",
                                                        (int) length, start));
          label = "";
        }
      start += length;
      if (*start == '\n')
        start++;
    }
  add_line (paragraphs, label);
}

static void
add_section (GPtrArray         *paragraphs,
             const TosoSection *section)
{
  gboolean own_line = toso_section_label_is_own_line (section);
  guint    i;

  if (own_line)
    {
      add_line (paragraphs, section->label);
      add_line (paragraphs, section->heading);
      add_body (paragraphs, "", section->body);
    }
  else if (*section->heading != '\0')
    {
      if (*section->label != '\0')
        g_ptr_array_add (paragraphs, g_strconcat (section->label, " ", section->heading, NULL));
      else
        add_line (paragraphs, section->heading);
      add_body (paragraphs, "", section->body);
    }
  else
    {
      add_body (paragraphs, section->label, section->body);
    }

  for (i = 0; i < section->children->len; i++)
    add_section (paragraphs, g_ptr_array_index (section->children, i));
}

static void
add_sections (GPtrArray      *paragraphs,
              const TosoPlan *plan,
              gboolean        annexes)
{
  guint i;

  for (i = 0; i < plan->sections->len; i++)
    {
      const TosoSection *section = g_ptr_array_index (plan->sections, i);

      if ((section->kind == TOSO_SECTION_ANNEX) == annexes)
        add_section (paragraphs, section);
    }
}

GStrv
toso_plan_get_paragraphs (const TosoPlan *plan)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_free);
  guint i;

  g_return_val_if_fail (plan != NULL, NULL);

  add_header (paragraphs, &plan->header);
  add_sections (paragraphs, plan, FALSE);
  add_line (paragraphs, plan->recipients_heading);
  for (i = 0; i < plan->recipients->len; i++)
    add_line (paragraphs, g_ptr_array_index (plan->recipients, i));
  for (i = 0; i < plan->signature->len; i++)
    add_line (paragraphs, g_ptr_array_index (plan->signature, i));
  add_line (paragraphs, plan->signer);
  add_sections (paragraphs, plan, TRUE);

  g_ptr_array_add (paragraphs, NULL);
  return (GStrv) g_ptr_array_steal (paragraphs, NULL);
}

/**
 * toso_plan_to_text:
 *
 * A paragraph a line; the last line is ended too.
 */
char *
toso_plan_to_text (const TosoPlan *plan)
{
  g_auto (GStrv) paragraphs = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  g_return_val_if_fail (plan != NULL, NULL);

  paragraphs = toso_plan_get_paragraphs (plan);
  for (i = 0; paragraphs[i] != NULL; i++)
    {
      g_string_append (text, paragraphs[i]);
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
