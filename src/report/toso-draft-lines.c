/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Head and foot of a paper as blocks of lines. */

#define PLACE    "place"
#define DATE     ", ngày"
#define OPTIONAL TRUE

typedef struct
{
  const char *key;
  const char *label;
  gsize       offset; /* of a string or GStrv in TosoPaper; 0: the place */
  gboolean    is_list;
  gboolean    optional; /* only where the kind has it */
} Line;

#define FIELD(field) G_STRUCT_OFFSET (TosoPaper, field)

static const Line head[] = {
  { "title", N_ ("Title"), FIELD (title), TRUE, FALSE },
  { PLACE, N_ ("Place of issue"), 0, FALSE, OPTIONAL },
  { "urgency", N_ ("Urgency"), FIELD (urgency), FALSE, FALSE },
  { "circulation", N_ ("Circulation"), FIELD (circulation), FALSE, FALSE },
  { "addressees", N_ ("Addressees"), FIELD (addressees), TRUE, FALSE },
};

static const Line foot[] = {
  { "recipients", N_ ("Recipients"), FIELD (recipients), TRUE, FALSE },
  { "drafter", N_ ("Drafter and copies"), FIELD (drafter), FALSE, FALSE },
  { "signature", N_ ("Who signs, in which capacity"), FIELD (signature), TRUE, FALSE },
  { "signer", N_ ("Signer"), FIELD (signer), FALSE, FALSE },
  { "second_signature", N_ ("Who signs at the left"), FIELD (second_signature), TRUE, OPTIONAL },
  { "second_signer", N_ ("Signer at the left"), FIELD (second_signer), FALSE, OPTIONAL },
  { "address", N_ ("Address at the foot"), FIELD (address), TRUE, FALSE },
};

static const Line *
find_line (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    if (g_str_equal (head[i].key, key))
      return &head[i];
  for (guint i = 0; i < G_N_ELEMENTS (foot); i++)
    if (g_str_equal (foot[i].key, key))
      return &foot[i];

  return NULL;
}

const char *
toso_draft_get_label (const char *key)
{
  const Line *line = find_line (key);

  return line != NULL ? _ (line->label) : NULL;
}

/* "Ngọc Liên" of "Ngọc Liên, ngày      tháng      năm 2026". */
static char *
get_place (const TosoPaper *paper)
{
  const char *end = paper->place_date != NULL ? strstr (paper->place_date, DATE) : NULL;

  return end != NULL ? g_strndup (paper->place_date, end - paper->place_date) : g_strdup ("");
}

char *
toso_draft_get_lines (const TosoPaper *paper,
                      const char      *key)
{
  const Line *line = find_line (key);

  g_return_val_if_fail (line != NULL, NULL);

  if (line->offset == 0)
    return get_place (paper);
  if (line->is_list)
    {
      GStrv lines = G_STRUCT_MEMBER (GStrv, paper, line->offset);

      return lines != NULL ? g_strjoinv ("\n", lines) : g_strdup ("");
    }

  return g_strdup (G_STRUCT_MEMBER (char *, paper, line->offset) != NULL ? G_STRUCT_MEMBER (char *, paper, line->offset) : "");
}

GStrv
toso_draft_split_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (builder, lines[i]);
  kept = g_strv_builder_end (builder);

  return kept[0] != NULL ? g_steal_pointer (&kept) : NULL;
}

static void
set_place (TosoPaper  *paper,
           const char *place)
{
  const char *end = paper->place_date != NULL ? strstr (paper->place_date, DATE) : NULL;
  char       *changed;

  if (end == NULL)
    return;
  changed = g_strconcat (place, end, NULL);
  g_free (paper->place_date);
  paper->place_date = changed;
}

void
toso_draft_set_lines (TosoPaper  *paper,
                      const char *key,
                      const char *text)
{
  const Line *line = find_line (key);

  if (line == NULL)
    return;
  if (line->offset == 0)
    {
      set_place (paper, text);
    }
  else if (line->is_list)
    {
      GStrv *field = &G_STRUCT_MEMBER (GStrv, paper, line->offset);

      g_strfreev (*field);
      *field = toso_draft_split_lines (text);
    }
  else
    {
      char **field = &G_STRUCT_MEMBER (char *, paper, line->offset);

      g_free (*field);
      *field = *text != '\0' ? g_strdup (text) : NULL;
    }
  if (line->offset == FIELD (recipients))
    {
      g_free (paper->recipients_heading);
      paper->recipients_heading = paper->recipients != NULL ? g_strdup ("Nơi nhận:") : NULL;
    }
}

static void
add_lines (GPtrArray       *items,
           const TosoPaper *paper,
           const Line      *lines,
           guint            n_lines)
{
  for (guint i = 0; i < n_lines; i++)
    {
      TosoDraftItem *item;
      char          *text = toso_draft_get_lines (paper, lines[i].key);

      if (lines[i].optional && *text == '\0' &&
          !(g_str_equal (lines[i].key, "second_signer") && paper->second_signature != NULL))
        {
          g_free (text);
          continue;
        }
      item = toso_draft_item_new (lines[i].key, TOSO_DRAFT_LINES);
      item->is_said = TRUE;
      g_free (item->composed);
      item->composed = text;
      g_ptr_array_add (items, item);
    }
}

void
toso_draft_add_head (GPtrArray       *items,
                     const TosoPaper *paper)
{
  add_lines (items, paper, head, G_N_ELEMENTS (head));
}

void
toso_draft_add_foot (GPtrArray       *items,
                     const TosoPaper *paper)
{
  add_lines (items, paper, foot, G_N_ELEMENTS (foot));
}
