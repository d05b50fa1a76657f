/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-name-match.h"

#include <string.h>

#include "core/toso-text.h"

static void
match_free (gpointer data)
{
  TosoNameMatch *match = data;

  g_free (match->typed);
  g_free (match->place);
  g_array_unref (match->found);
  g_free (match);
}

/* --- a name out of a line --- */

/* "3.", "3)", "-", "•" at the head of a line. */
static const char *
skip_number (const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        break;
      p = g_utf8_next_char (p);
    }

  return p;
}

/* How people are spoken of in lists; folded, longest first. */
static const char *
skip_title (const char *text)
{
  static const char *const titles[] = { "đồng chí ", "đ/c ", "ông ", "bà ", "anh ", "chị ", "cô ", "chú " };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *title = g_utf8_casefold (titles[i], -1);
      g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), g_utf8_strlen (titles[i], -1)));
      g_autofree char *folded = g_utf8_casefold (start, -1);

      if (strcmp (folded, title) == 0)
        return text + strlen (start);
    }

  return text;
}

static gboolean
is_name (const char *text)
{
  return strchr (text, ' ') != NULL;
}

/* The end of the name: a bracket, a comma, a dash between spaces. */
static const char *
find_end (const char *text)
{
  static const char *const ends[] = { "(", ",", ";", ":", " - ", " – ", " — " };
  const char              *end = text + strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *found = strstr (text, ends[i]);

      if (found != NULL && found < end)
        end = found;
    }

  return end;
}

static char *
squeeze_letters (const char *text)
{
  g_autofree char *copy = g_strdup (text);

  for (char *p = copy; *p != '\0'; p++)
    if (strchr ("(),;:-\t", *p) != NULL)
      *p = ' ';

  return toso_text_squeeze (copy);
}

/* FALSE: no name is in the cell. */
static gboolean
take_cell (const char    *cell,
           TosoNameMatch *match)
{
  const char      *start = skip_title (skip_number (cell));
  const char      *end = find_end (start);
  g_autofree char *name = g_strndup (start, end - start);
  g_autofree char *squeezed = toso_text_squeeze (name);

  if (!is_name (squeezed))
    return FALSE;
  match->typed = g_steal_pointer (&squeezed);
  match->place = squeeze_letters (end);

  return TRUE;
}

/* A line of a spreadsheet has cells: the first that is a name; the others say
 * where from.  NULL: there is none. */
static TosoNameMatch *
take_line (const char *line)
{
  g_autofree char *plain = toso_text_normalize (line);
  g_auto (GStrv) cells = g_strsplit (plain != NULL ? plain : "", "\t", -1);
  g_autoptr (GString) places = g_string_new (NULL);
  TosoNameMatch *match = g_new0 (TosoNameMatch, 1);

  match->found = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; cells[i] != NULL; i++)
    if ((match->typed != NULL || !take_cell (cells[i], match)) && *skip_number (cells[i]) != '\0')
      g_string_append_printf (places, " %s", cells[i]); /* what has no letters is a number of the list */
  if (match->typed == NULL)
    {
      match_free (match);
      return NULL;
    }
  if (places->len > 0)
    {
      g_autofree char *both = g_strconcat (match->place, " ", places->str, NULL);

      g_free (match->place);
      match->place = squeeze_letters (both);
    }

  return match;
}

/* --- who it is --- */

static gboolean
is_same_spelling (const char *a,
                  const char *b)
{
  g_autofree char *x = g_utf8_casefold (a, -1);
  g_autofree char *y = g_utf8_casefold (b, -1);

  return strcmp (x, y) == 0;
}

/* Whether the words of @part stand in @whole, one after another. */
static gboolean
has_words (const char *whole,
           const char *part)
{
  g_autofree char *padded = g_strdup_printf (" %s ", whole);
  g_autofree char *sought = g_strdup_printf (" %s ", part);

  return strstr (padded, sought) != NULL;
}

/* "Thôn 7" of "Tổ CNSCĐ Thôn 7" and the like: the longest end of the one that
 * the other has, of at least one word that is no common noun. */
static gboolean
is_same_place (const char *place,
               const char *hint)
{
  g_autofree char *own = toso_text_fold (place);
  g_autofree char *said = toso_text_fold (hint);
  const char      *end = own;

  while (end != NULL && *end != '\0')
    {
      if (has_words (said, end))
        return TRUE;
      end = strchr (end, ' ');
      end = end != NULL ? end + 1 : NULL;
    }

  return FALSE;
}

static void
keep_those (TosoNameMatch *match,
            gboolean (*is_so) (const char *own, const char *said),
            const char *const *own,
            const char        *said)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < match->found->len; i++)
    {
      guint place = g_array_index (match->found, guint, i);

      if (is_so (own[place], said))
        g_array_append_val (kept, place);
    }
  if (kept->len == 0 || kept->len == match->found->len)
    return;
  g_array_unref (match->found);
  match->found = g_steal_pointer (&kept);
}

/* A name typed without marks may be anybody's; one with marks is another's. */
static gboolean
has_marks (const char *name)
{
  g_autofree char *folded = toso_text_fold (name);

  return !is_same_spelling (folded, name);
}

static void
judge (TosoNameMatch     *match,
       const char *const *names,
       const char *const *places)
{
  if (match->found->len == 0)
    return;
  if (has_marks (match->typed))
    keep_those (match, is_same_spelling, names, match->typed);
  if (*match->place != '\0' && places != NULL)
    keep_those (match, is_same_place, places, match->place);

  match->state = TOSO_NAME_ASKED;
  if (match->found->len == 1 &&
      (!has_marks (match->typed) || is_same_spelling (names[g_array_index (match->found, guint, 0)], match->typed)))
    match->state = TOSO_NAME_FOUND;
}

static GHashTable *
index_names (const char *const *names,
             guint              n_names)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < n_names; i++)
    {
      g_autofree char *folded = toso_text_fold (names[i]);
      GArray          *same = g_hash_table_lookup (index, folded);

      if (same == NULL)
        {
          same = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (index, g_steal_pointer (&folded), same);
        }
      g_array_append_val (same, i);
    }

  return index;
}

/* The head of a list: "STT, Họ và tên". */
static gboolean
is_head (const char *name)
{
  g_autofree char *folded = toso_text_fold (name);

  return strcmp (folded, "ho va ten") == 0 || strcmp (folded, "ho ten") == 0 || g_str_has_prefix (folded, "danh sach");
}

GPtrArray *
toso_name_match_lines (const char        *text,
                       const char *const *names,
                       const char *const *places,
                       guint              n_names)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func (match_free);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) index = NULL;

  g_return_val_if_fail (text != NULL, matches);

  index = index_names (names, n_names);
  lines = g_strsplit_set (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      TosoNameMatch   *match = take_line (lines[i]);
      g_autofree char *folded = match != NULL ? toso_text_fold (match->typed) : NULL;
      GArray          *same = match != NULL ? g_hash_table_lookup (index, folded) : NULL;

      if (match == NULL)
        continue;
      if (same == NULL && is_head (match->typed))
        {
          match_free (match);
          continue;
        }
      if (same != NULL)
        g_array_append_vals (match->found, same->data, same->len);
      judge (match, names, places);
      g_ptr_array_add (matches, match);
    }

  return matches;
}
