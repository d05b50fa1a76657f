/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-lint-pdf-private.h"

#include <math.h>
#include <string.h>

/* Which lines stand in boxes 7, 9b, 12 and 13 of the diagram (Annex I, Part I,
 * IV): by their places beside and under "Nơi nhận". */

#define LEADING      12.0 /* points between lines of one box, at most */
#define ROW_ERROR    14.0 /* between "Nơi nhận" and the capacity, which stand on one height */
#define LEAST_SIZE   10.0 /* points: what a program writes into a digital signature is smaller */
#define LOWEST_THIRD 0.75 /* of the page: where an address stands */

/* "NVA.(45)": initials and the number of copies. */
static gboolean
is_drafter (const TosoLintLine *line)
{
  return g_regex_match_simple ("^\\p{Lu}[\\p{L}.]{0,6} ?\\(\\d+\\)$", line->text, 0, 0);
}

/* The list goes on to "- Lưu", or to a gap; the drafter's mark stands at the right
 * end of its last line, or under it. */
static void
find_recipients (TosoLintFoot       *foot,
                 GPtrArray          *sorted,
                 const TosoLintPage *page)
{
  const TosoLintLine *last = foot->recipients_heading;
  gboolean            ended = FALSE;

  for (guint i = 0; i < sorted->len; i++)
    {
      TosoLintLine *line = sorted->pdata[i];

      if (line->y1 > foot->recipients_heading->y1 + line->size / 2 && line->x1 < page->width / 2 && is_drafter (line))
        {
          g_ptr_array_add (foot->drafter, line);
          continue;
        }
      if (line->y1 < last->y1 + last->size / 2 || toso_lint_get_center (line) > page->width * 0.45)
        continue;
      if (ended || line->y1 - last->y2 > LEADING || line->x1 > foot->recipients_heading->x1 + 3 * line->size)
        {
          ended = TRUE;
          continue;
        }
      g_ptr_array_add (foot->recipients, line);
      ended = g_str_has_prefix (line->text, "- Lưu");
      last = line;
    }
}

/* Names of people: no digits, no colon, no brackets around a hint. */
static gboolean
may_be_name (const TosoLintLine *line)
{
  return line->size >= LEAST_SIZE && *line->text != '(' && !g_str_has_suffix (line->text, ")") && strpbrk (line->text, "0123456789:/") == NULL;
}

/* On the height of "Nơi nhận" in the right half the capacity, and under some
 * room the name, with other posts over it. */
static void
find_signature (TosoLintFoot       *foot,
                GPtrArray          *sorted,
                const TosoLintPage *page)
{
  const TosoLintLine *heading = foot->recipients_heading;
  const TosoLintLine *last = NULL;
  gboolean            in_name = FALSE;

  for (guint i = 0; i < sorted->len; i++)
    {
      TosoLintLine *line = sorted->pdata[i];
      double        top = last != NULL ? last->y1 + last->size / 2 : heading->y1 - ROW_ERROR;

      if (line->y1 < top || toso_lint_get_center (line) < page->width / 2 || line->x1 < page->width * 0.35)
        continue;
      if (last == NULL && line->y1 > heading->y1 + ROW_ERROR)
        return;
      in_name = in_name || (last != NULL && (line->y1 - last->y2 > LEADING || !may_be_name (line)));
      if (!in_name)
        g_ptr_array_add (foot->capacity, line);
      else if (foot->signer->len > 0 && line->y1 - ((TosoLintLine *) foot->signer->pdata[foot->signer->len - 1])->y2 > LEADING)
        return;
      else if (may_be_name (line))
        g_ptr_array_add (foot->signer, line);
      last = line;
    }
}

static void
find_address (TosoLintFoot       *foot,
              GPtrArray          *sorted,
              const TosoLintPage *page)
{
  g_autoptr (GRegex) regex = g_regex_new ("^(Địa chỉ|Số điện thoại|Điện thoại|ĐT|Thư điện tử|E-?mail|Website|Trang thông tin điện tử|Fax)\\b.*:", G_REGEX_CASELESS, 0, NULL);

  for (guint i = 0; page->number == 1 && i < sorted->len; i++)
    {
      TosoLintLine *line = sorted->pdata[i];

      if (line->y1 > page->height * LOWEST_THIRD && g_regex_match (regex, line->text, 0, NULL))
        g_ptr_array_add (foot->address, line);
    }
}

gboolean
toso_lint_find_foot (const TosoLintPage *page,
                     TosoLintFoot       *foot)
{
  g_autoptr (GPtrArray) sorted = toso_lint_sort_lines (page);
  g_autoptr (GRegex) regex = g_regex_new ("^N(ơi|ƠI) n(hận|HẬN) ?:?$", G_REGEX_CASELESS, 0, NULL);

  *foot = (TosoLintFoot){ 0 };
  foot->recipients = g_ptr_array_new ();
  foot->capacity = g_ptr_array_new ();
  foot->signer = g_ptr_array_new ();
  foot->drafter = g_ptr_array_new ();
  foot->address = g_ptr_array_new ();
  for (guint i = 0; i < sorted->len && foot->recipients_heading == NULL; i++)
    if (g_regex_match (regex, ((const TosoLintLine *) sorted->pdata[i])->text, 0, NULL))
      foot->recipients_heading = sorted->pdata[i];
  find_address (foot, sorted, page);
  if (foot->recipients_heading != NULL)
    {
      find_recipients (foot, sorted, page);
      find_signature (foot, sorted, page);
    }
  if (foot->recipients_heading != NULL || foot->address->len > 0)
    return TRUE;
  toso_lint_foot_clear (foot);

  return FALSE;
}

void
toso_lint_foot_clear (TosoLintFoot *foot)
{
  g_clear_pointer (&foot->recipients, g_ptr_array_unref);
  g_clear_pointer (&foot->capacity, g_ptr_array_unref);
  g_clear_pointer (&foot->signer, g_ptr_array_unref);
  g_clear_pointer (&foot->drafter, g_ptr_array_unref);
  g_clear_pointer (&foot->address, g_ptr_array_unref);
}
