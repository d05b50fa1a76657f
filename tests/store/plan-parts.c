/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plan-parts.h"

#include <string.h>

TosoSection *
plan_add_section (TosoPlan    *plan,
                  TosoSection *parent,
                  const char  *label,
                  const char  *heading,
                  const char  *body)
{
  TosoSection *section = toso_section_new (TOSO_SECTION_NUMBERED, parent != NULL ? parent->level + 1 : 1,
                                           label, heading, body);

  if (parent != NULL)
    toso_section_append (parent, section);
  else
    g_ptr_array_add (plan->sections, section);

  return section;
}

void
plan_set_string (char      **string,
                 const char *value)
{
  g_free (*string);
  *string = g_strdup (value);
}

typedef struct
{
  const char  *path;
  TosoSection *found;
} Search;

static void
compare_path (TosoSection *section,
              gpointer     user_data)
{
  Search          *search = user_data;
  g_autofree char *path = toso_section_path (section);

  if (search->found == NULL && section->kind == TOSO_SECTION_NUMBERED && strcmp (path, search->path) == 0)
    search->found = section;
}

TosoSection *
find_section (const TosoPlan *plan,
              const char     *path)
{
  Search search = { path, NULL };

  toso_plan_foreach_section (plan, compare_path, &search);
  g_assert_nonnull (search.found);

  return search.found;
}
