/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/toso-error.h"

/* --- places --- */

static GPtrArray *
get_siblings (const TosoPlan    *plan,
              const TosoSection *section)
{
  return section->parent != NULL ? section->parent->children : plan->sections;
}

static const TosoSection *
get_sibling (GPtrArray *siblings,
             int        index)
{
  return index >= 0 && index < (int) siblings->len ? g_ptr_array_index (siblings, index) : NULL;
}

static gint64
get_id (const TosoSection *section)
{
  return section != NULL ? section->id : 0;
}

static gboolean
is_numbered (const TosoSection *section)
{
  return section != NULL && section->kind == TOSO_SECTION_NUMBERED;
}

static int
find_index (GPtrArray         *siblings,
            const TosoSection *section)
{
  guint index = 0;

  return g_ptr_array_find (siblings, section, &index) ? (int) index : -1;
}

gboolean
toso_plan_find_move (const TosoPlan *plan,
                     gint64          node_id,
                     TosoPlanMove    move,
                     TosoPlanPlace  *place)
{
  const TosoSection *section = node_id > 0 ? toso_plan_find_section (plan, node_id) : NULL;
  const TosoSection *before;
  const TosoSection *after;
  GPtrArray         *siblings;
  int                index;

  if (!is_numbered (section))
    return FALSE;
  siblings = get_siblings (plan, section);
  index = find_index (siblings, section);
  before = get_sibling (siblings, index - 1);
  after = get_sibling (siblings, index + 1);
  place->parent_id = get_id (section->parent);

  switch (move)
    {
    case TOSO_PLAN_MOVE_UP:
      place->after_id = get_id (get_sibling (siblings, index - 2));
      return is_numbered (before);

    case TOSO_PLAN_MOVE_DOWN:
      place->after_id = get_id (after);
      return is_numbered (after);

    case TOSO_PLAN_MOVE_IN:
      if (!is_numbered (before))
        return FALSE;
      place->parent_id = before->id;
      place->after_id = get_id (get_sibling (before->children, (int) before->children->len - 1));
      return TRUE;

    case TOSO_PLAN_MOVE_OUT:
    default:
      if (section->parent == NULL)
        return FALSE;
      place->parent_id = get_id (section->parent->parent);
      place->after_id = section->parent->id;
      return TRUE;
    }
}

gboolean
toso_plan_find_after (const TosoPlan *plan,
                      gint64          node_id,
                      TosoPlanPlace  *place)
{
  const TosoSection *last = NULL;

  if (node_id > 0)
    {
      const TosoSection *section = toso_plan_find_section (plan, node_id);

      if (!is_numbered (section))
        return FALSE;
      *place = (TosoPlanPlace){ get_id (section->parent), section->id };
      return TRUE;
    }

  /* After the opening is before everything numbered; after the ending nothing
   * can come, so it means before it. */
  for (guint i = 0; i < plan->sections->len; i++)
    {
      const TosoSection *section = g_ptr_array_index (plan->sections, i);

      if (section->kind == TOSO_SECTION_PREAMBLE ||
          (node_id == TOSO_PLAN_NODE_ENDING && section->kind == TOSO_SECTION_NUMBERED))
        last = section;
    }
  *place = (TosoPlanPlace){ 0, get_id (last) };
  return TRUE;
}

gboolean
toso_plan_find_inside (const TosoPlan *plan,
                       gint64          node_id,
                       TosoPlanPlace  *place)
{
  const TosoSection *section = node_id > 0 ? toso_plan_find_section (plan, node_id) : NULL;

  if (!is_numbered (section))
    return FALSE;
  *place = (TosoPlanPlace){
    section->id, get_id (get_sibling (section->children, (int) section->children->len - 1))
  };
  return TRUE;
}

/* --- text --- */

static char *
dup_stripped (const char *text)
{
  return g_strstrip (g_strdup (text));
}

void
toso_plan_split_label (const char *text,
                       const char *old_label,
                       char      **label,
                       char      **rest)
{
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  gsize length = strlen (old_label);

  if (length > 0 && strncmp (text, old_label, length) == 0 && (text[length] == ' ' || text[length] == '\0'))
    {
      *label = g_strdup (old_label);
      *rest = dup_stripped (text + length);
      return;
    }

  /* The numbering that Decree 30, Annex I, II.6 knows. */
  regex = g_regex_new ("^(?:(?:Phần|Chương|Mục|Tiểu mục|Điều)\\s+[IVXLC\\d]+[.:]?"
                       "|[IVXLC]+\\.|\\d+(?:\\.\\d+)*[.)]?|[a-zđ][.)])(?=\\s|$)",
                       G_REGEX_CASELESS, 0, NULL);
  if (length > 0 && g_regex_match (regex, text, 0, &match))
    {
      int end = 0;

      g_match_info_fetch_pos (match, 0, NULL, &end);
      *label = g_strndup (text, end);
      *rest = dup_stripped (text + end);
      return;
    }
  *label = g_strdup ("");
  *rest = dup_stripped (text);
}

/* Lines of @text that say something. */
static GPtrArray *
split_lines (const char *text)
{
  g_auto (GStrv) raw = g_strsplit (text, "\n", -1);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; raw[i] != NULL; i++)
    {
      char *line = dup_stripped (raw[i]);

      if (*line != '\0')
        g_ptr_array_add (lines, line);
      else
        g_free (line);
    }
  return lines;
}

static char *
join_lines (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, g_ptr_array_index (lines, i));
    }
  return g_string_free (text, FALSE);
}

static char *
take_first (GPtrArray *lines)
{
  return lines->len > 0 ? g_ptr_array_steal_index (lines, 0) : g_strdup ("");
}

/* The body with @lines in the place of the paragraph at @index. */
static char *
replace_paragraph (const char *body,
                   guint       index,
                   GPtrArray  *lines)
{
  g_auto (GStrv) old = *body != '\0' ? g_strsplit (body, "\n", -1) : g_new0 (char *, 1);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < index && old[i] != NULL; i++)
    g_ptr_array_add (all, old[i]);
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (lines, i));
  if (index < g_strv_length (old))
    for (guint i = index + 1; old[i] != NULL; i++)
      g_ptr_array_add (all, old[i]);
  return join_lines (all);
}

static gboolean
write_section (TosoYear           *year,
               const TosoPlan     *plan,
               const TosoPlanLine *line,
               const char         *text,
               GError            **error)
{
  const TosoSection *section = toso_plan_find_section (plan, line->section_id);
  g_autoptr (GPtrArray) lines = split_lines (text);
  g_autofree char *label = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  g_autofree char *first = NULL;

  if (section == NULL)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                           _ ("This section is no longer in the plan. What you wrote was not kept."));
      return FALSE;
    }
  if (line->part == TOSO_PLAN_PART_BODY)
    {
      body = replace_paragraph (section->body, line->paragraph, lines);
      return toso_year_set_section (year, section->id, section->label, section->heading, body, error);
    }

  first = take_first (lines);
  if (toso_section_label_is_own_line (section))
    {
      label = g_steal_pointer (&first);
      heading = take_first (lines);
    }
  else
    toso_plan_split_label (first, section->label, &label, &heading);

  if (line->running)
    {
      if (*heading != '\0')
        g_ptr_array_insert (lines, 0, g_steal_pointer (&heading));
      body = replace_paragraph (section->body, 0, lines);
      g_free (heading);
      heading = g_strdup ("");
    }
  else
    {
      if (lines->len > 0 && *section->body != '\0')
        g_ptr_array_add (lines, g_strdup (section->body));
      body = lines->len > 0 ? join_lines (lines) : g_strdup (section->body);
    }
  return toso_year_set_section (year, section->id, label, heading, body, error);
}

static gboolean
write_header (TosoYear           *year,
              const TosoPlan     *plan,
              const TosoPlanLine *line,
              const char         *text,
              GError            **error)
{
  TosoPlanHeader   header = plan->header; /* borrows the strings */
  g_autofree char *whole = dup_stripped (text);
  g_autoptr (GPtrArray) lines = split_lines (text);
  char            *value = *whole != '\0' ? whole : NULL;
  g_autofree char *superior = NULL;

  if (line->part == TOSO_PLAN_PART_AGENCY && header.superior != NULL)
    superior = take_first (lines);
  g_ptr_array_add (lines, NULL);
  switch (line->part)
    {
    case TOSO_PLAN_PART_AGENCY:
      header.superior = superior;
      header.agency = lines->len > 1 ? (GStrv) lines->pdata : NULL;
      break;
    case TOSO_PLAN_PART_NUMBER:
      header.number_line = value;
      break;
    case TOSO_PLAN_PART_PLACE_DATE:
      header.place_date = value;
      break;
    case TOSO_PLAN_PART_KIND:
      header.kind = value;
      break;
    case TOSO_PLAN_PART_TITLE:
    default:
      header.title = lines->len > 1 ? (GStrv) lines->pdata : NULL;
      break;
    }
  return toso_year_set_header (year, &header, error);
}

static GStrv
to_strv (GPtrArray *strings)
{
  GStrv strv = g_new0 (char *, strings->len + 1);

  for (guint i = 0; i < strings->len; i++)
    strv[i] = g_strdup (g_ptr_array_index (strings, i));
  return strv;
}

static gboolean
write_signature (TosoYear           *year,
                 const TosoPlan     *plan,
                 const TosoPlanLine *line,
                 const char         *text,
                 GError            **error)
{
  g_autoptr (GPtrArray) lines = split_lines (text);
  g_auto (GStrv) recipients = NULL;
  g_auto (GStrv) signature = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *signer = NULL;

  heading = line->part == TOSO_PLAN_PART_RECIPIENTS_HEADING ? dup_stripped (text) : g_strdup (plan->recipients_heading);
  if (heading != NULL && *heading == '\0')
    g_clear_pointer (&heading, g_free);
  recipients = to_strv (line->part == TOSO_PLAN_PART_RECIPIENTS ? lines : plan->recipients);
  signature = to_strv (line->part == TOSO_PLAN_PART_SIGNATURE ? lines : plan->signature);
  signer = line->part == TOSO_PLAN_PART_SIGNER ? dup_stripped (text) : g_strdup (plan->signer);
  if (signer != NULL && *signer == '\0')
    g_clear_pointer (&signer, g_free);
  return toso_year_set_signature (year, heading, (const char *const *) recipients,
                                  (const char *const *) signature, signer, error);
}

gboolean
toso_plan_write_line (TosoYear           *year,
                      const TosoPlan     *plan,
                      const TosoPlanLine *line,
                      const char         *text,
                      GError            **error)
{
  switch (line->part)
    {
    case TOSO_PLAN_PART_AGENCY:
    case TOSO_PLAN_PART_NUMBER:
    case TOSO_PLAN_PART_PLACE_DATE:
    case TOSO_PLAN_PART_KIND:
    case TOSO_PLAN_PART_TITLE:
      return write_header (year, plan, line, text, error);

    case TOSO_PLAN_PART_RECIPIENTS_HEADING:
    case TOSO_PLAN_PART_RECIPIENTS:
    case TOSO_PLAN_PART_SIGNATURE:
    case TOSO_PLAN_PART_SIGNER:
      return write_signature (year, plan, line, text, error);

    case TOSO_PLAN_PART_HEADING:
    case TOSO_PLAN_PART_BODY:
      return write_section (year, plan, line, text, error);

    case TOSO_PLAN_PART_NATION:
    case TOSO_PLAN_PART_GAP:
    default:
      return TRUE;
    }
}
