/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-village.h"

#include <string.h>

#include "core/toso-text.h"

TosoVillage *
toso_village_new (const char *name)
{
  TosoVillage *village = g_new0 (TosoVillage, 1);

  village->name = g_strdup (name != NULL ? name : "");
  village->kind = g_strdup ("");
  village->code = g_strdup ("");

  return village;
}

TosoVillage *
toso_village_copy (const TosoVillage *village)
{
  TosoVillage *copy = g_memdup2 (village, sizeof *village);

  copy->name = g_strdup (village->name != NULL ? village->name : "");
  copy->kind = g_strdup (village->kind != NULL ? village->kind : "");
  copy->code = g_strdup (village->code != NULL ? village->code : "");

  return copy;
}

void
toso_village_free (TosoVillage *village)
{
  if (village == NULL)
    return;

  g_free (village->name);
  g_free (village->kind);
  g_free (village->code);
  g_free (village);
}

/* Letters and numbers, one space between; "03" is "3". */
static char *
simplify (const char *folded)
{
  g_autoptr (GString) simple = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_start = simple->len == 0 || simple->str[simple->len - 1] == ' ';

      if (!g_unichar_isalnum (c))
        {
          if (!is_start)
            g_string_append_c (simple, ' ');
        }
      else if (!(c == '0' && is_start && g_ascii_isdigit (p[1])))
        g_string_append_unichar (simple, c);
    }

  return g_string_free (g_steal_pointer (&simple), FALSE);
}

char *
toso_village_fold (const char *name)
{
  g_autofree char *squeezed = toso_text_squeeze (name);
  g_autofree char *folded = toso_text_fold (squeezed + toso_village_noun_length (squeezed));

  return g_strchomp (simplify (folded));
}

char *
toso_village_find_kind (const char *name)
{
  g_autofree char *squeezed = toso_text_squeeze (name);
  g_autofree char *noun = g_strndup (squeezed, toso_village_noun_length (squeezed));

  g_strchomp (noun);
  return g_utf8_strdown (noun, -1);
}

void
toso_measurement_free (TosoMeasurement *measurement)
{
  if (measurement == NULL)
    return;

  g_free (measurement->breakdown);
  g_free (measurement->note);
  g_free (measurement);
}
