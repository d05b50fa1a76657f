/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-line.h"

#include <string.h>

static char *
remark_text (const TosoPlan   *plan,
             const TosoRemark *remark)
{
  g_autofree char *slice = NULL;
  g_autofree char *normal = NULL;

  if (plan->source == NULL || remark->span.end <= remark->span.start ||
      remark->span.end > strlen (plan->source))
    return NULL;
  slice = g_strndup (plan->source + remark->span.start, remark->span.end - remark->span.start);
  if (!g_utf8_validate (slice, -1, NULL))
    return NULL;
  normal = toso_text_normalize (slice);
  return toso_text_squeeze (normal);
}

/* The words of each line, one space between them. */
static GStrv
squeeze_lines (GPtrArray *lines)
{
  GStrv texts = g_new0 (char *, lines->len + 1);

  for (guint i = 0; i < lines->len; i++)
    texts[i] = toso_text_squeeze (((TosoPlanLine *) g_ptr_array_index (lines, i))->text);
  return texts;
}

static guint
find_remark (GPtrArray        *lines,
             GStrv             texts,
             const TosoPlan   *plan,
             const TosoRemark *remark,
             const char       *needle)
{
  guint found = G_MAXUINT;

  if (needle == NULL || *needle == '\0')
    return G_MAXUINT;
  for (guint i = 0; i < lines->len; i++)
    {
      const TosoPlanLine *line = g_ptr_array_index (lines, i);
      const TosoSection  *section = NULL;

      if (strstr (texts[i], needle) == NULL && !(*texts[i] != '\0' && g_str_has_prefix (needle, texts[i])))
        continue;
      if (line->section_id != 0)
        section = toso_plan_find_section (plan, line->section_id);
      if (section != NULL && section->span.start <= remark->span.start &&
          remark->span.start < section->span.end)
        return i;
      if (found == G_MAXUINT)
        found = i;
    }
  return found;
}

guint
toso_plan_lines_find_remark (GPtrArray        *lines,
                             const TosoPlan   *plan,
                             const TosoRemark *remark)
{
  g_auto (GStrv) texts = squeeze_lines (lines);
  g_autofree char *needle = remark_text (plan, remark);

  return find_remark (lines, texts, plan, remark, needle);
}

void
toso_plan_lines_add_flaws (GPtrArray      *lines,
                           const TosoPlan *plan,
                           GPtrArray      *remarks)
{
  g_auto (GStrv) texts = NULL;

  if (remarks == NULL || remarks->len == 0)
    return;
  texts = squeeze_lines (lines);
  for (guint i = 0; i < remarks->len; i++)
    {
      const TosoRemark *remark = g_ptr_array_index (remarks, i);
      g_autofree char  *needle = remark_text (plan, remark);
      guint             position = find_remark (lines, texts, plan, remark, needle);
      TosoPlanFlaw     *flaw;
      TosoPlanLine     *line;
      const char       *at;

      if (position == G_MAXUINT)
        continue;
      line = g_ptr_array_index (lines, position);
      at = strstr (line->text, needle);
      flaw = g_new0 (TosoPlanFlaw, 1);
      flaw->start = at != NULL ? (gsize) (at - line->text) : 0;
      flaw->end = at != NULL ? flaw->start + strlen (needle) : strlen (line->text);
      flaw->message = g_strdup (remark->message);
      g_ptr_array_add (line->flaws, flaw);
    }
}
