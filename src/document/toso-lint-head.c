/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-lint-pdf-private.h"

#include <math.h>
#include <string.h>

/* Which lines stand in boxes 1 to 5 of the diagram (Annex I, Part I, IV): by
 * their places, for a box that is set wrongly still stands where it should. */

#define LEAST_SIZE   9.5  /* points: marks of notes are smaller */
#define LEADING      12.0 /* points between the lines of one box, at most */
#define CENTER_ERROR 12.0
#define HEAD_HEIGHT  0.55 /* of the page */
#define MOTTO_TO_END 30.0 /* where no number says where the agency's name ends */

#define KINDS "NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|QUY CHẾ|QUY ĐỊNH|THÔNG CÁO|THÔNG BÁO|HƯỚNG DẪN|CHƯƠNG TRÌNH|KẾ HOẠCH|PHƯƠNG ÁN|ĐỀ ÁN|DỰ ÁN|BÁO CÁO|" \
              "BIÊN BẢN|TỜ TRÌNH|CÔNG ĐIỆN|BẢN GHI NHỚ|BẢN THỎA THUẬN|GIẤY ỦY QUYỀN|GIẤY MỜI|GIẤY GIỚI THIỆU|GIẤY NGHỈ PHÉP|PHIẾU GỬI|PHIẾU CHUYỂN|PHIẾU BÁO"

double
toso_lint_get_center (const TosoLintLine *line)
{
  return (line->x1 + line->x2) / 2;
}

/* Letters, and none of them small. */
gboolean
toso_lint_is_upper (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_islower (g_utf8_get_char (p)))
        return FALSE;
      n += g_unichar_isalpha (g_utf8_get_char (p));
    }

  return n > 1;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const TosoLintLine *first = *(const TosoLintLine *const *) a;
  const TosoLintLine *second = *(const TosoLintLine *const *) b;

  if (fabs (first->y1 - second->y1) > 3)
    return first->y1 < second->y1 ? -1 : 1;

  return (first->x1 > second->x1) - (first->x1 < second->x1);
}

/* Lines with letters, from top to bottom; rows of dashes and marks of notes are
 * none. */
GPtrArray *
toso_lint_sort_lines (const TosoLintPage *page)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < page->lines->len; i++)
    {
      TosoLintLine *line = page->lines->pdata[i];

      if (line->size >= LEAST_SIZE && strspn (line->text, "_-– *") < strlen (line->text))
        g_ptr_array_add (sorted, line);
    }
  g_ptr_array_sort (sorted, compare_places);

  return sorted;
}

static const TosoLintLine *
find_line (GPtrArray  *sorted,
           const char *pattern,
           double      lowest)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const TosoLintLine *line = sorted->pdata[i];

      if (line->y1 < lowest && g_regex_match (regex, line->text, 0, NULL))
        return line;
    }

  return NULL;
}

/* A blank to be filled in parts a line: all that stands on @line's height in
 * its column. */
static void
take_row (GPtrArray          *box,
          GPtrArray          *sorted,
          const TosoLintLine *line,
          double              from,
          double              to)
{
  for (guint i = 0; line != NULL && i < sorted->len; i++)
    {
      TosoLintLine *other = sorted->pdata[i];
      double        center = toso_lint_get_center (other);

      if (fabs (other->y2 - line->y2) < 3 && center > from && center < to)
        g_ptr_array_add (box, other);
    }
}

/* The lines under @first that belong to its box: in the middle under it, close
 * together, of one face. */
static void
take_lines (GPtrArray          *box,
            GPtrArray          *sorted,
            const TosoLintLine *first)
{
  const TosoLintLine *last = first;

  for (guint i = 0; i < sorted->len; i++)
    {
      TosoLintLine *line = sorted->pdata[i];

      if (line->y1 < last->y1 + last->size / 2 || fabs (toso_lint_get_center (line) - toso_lint_get_center (first)) > CENTER_ERROR)
        continue;
      if (line->y1 - last->y2 > LEADING || fabs (line->size - first->size) > 0.5 || line->bold != first->bold || line->italic != first->italic)
        return;
      g_ptr_array_add (box, line);
      last = line;
    }
}

static gboolean
names_agency (const char *text)
{
  static const char *const words[] = { "ỦY BAN ", "UỶ BAN ", "UBND ", "HỘI ĐỒNG ", "HĐND ", "BỘ ", "SỞ ", "PHÒNG ", "BAN ", "CỤC ", "CHI CỤC ", "VỤ ", "VĂN PHÒNG ", "TRUNG TÂM ", "TRƯỜNG ", "TRẠM ", "CÔNG AN ", "TÊN CƠ QUAN" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (text, words[i]))
      return TRUE;

  return FALSE;
}

/* The name of the agency over it, and its own: told apart by their faces, or
 * else by where a second name begins. */
static void
split_agency (TosoLintHead *head,
              GPtrArray    *names)
{
  guint begin = 0;

  for (guint i = 1; i < names->len && begin == 0; i++)
    if (((const TosoLintLine *) names->pdata[i])->bold && !((const TosoLintLine *) names->pdata[i - 1])->bold)
      begin = i;
  for (guint i = 1; i < names->len && begin == 0; i++)
    if (names_agency (((const TosoLintLine *) names->pdata[i])->text))
      begin = i;
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (i < begin ? head->superior : head->agency, names->pdata[i]);
}

static void
find_agency (TosoLintHead *head,
             GPtrArray    *sorted,
             double        middle)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const TosoLintLine *number = head->number->len > 0 ? head->number->pdata[0] : NULL;
  const TosoLintLine *over = head->nation != NULL ? head->nation : head->motto;
  double              end;

  if (number == NULL && head->motto == NULL)
    return;
  end = number != NULL ? number->y1 : head->motto->y2 + MOTTO_TO_END;
  for (guint i = 0; i < sorted->len; i++)
    {
      TosoLintLine *line = sorted->pdata[i];

      if (line->y2 < end + line->size / 3 && toso_lint_get_center (line) < middle && toso_lint_is_upper (line->text) &&
          (over == NULL || line->y1 > over->y1 - 3 * over->size))
        g_ptr_array_add (names, line);
    }
  split_agency (head, names);
}

/* The abstract under the kind.  What stands there in capitals over no sentence
 * is who issues the paper. */
static void
find_title (TosoLintHead *head,
            GPtrArray    *sorted)
{
  const TosoLintLine *kind = head->kind;

  for (guint i = 0; kind != NULL && i < sorted->len; i++)
    {
      TosoLintLine *line = sorted->pdata[i];

      if (line->y1 < kind->y1 + kind->size / 2 || fabs (toso_lint_get_center (line) - toso_lint_get_center (kind)) > CENTER_ERROR)
        continue;
      if (line->y1 - kind->y2 > LEADING || *line->text == '(' || g_str_has_prefix (line->text, "Kính gửi") || g_str_has_suffix (line->text, ":"))
        return;
      g_ptr_array_add (head->title, line);
      take_lines (head->title, sorted, line);
      return;
    }
}

/* Pages after the first have a head where a paper is attached to another. */
gboolean
toso_lint_find_head (const TosoLintPage *page,
                     TosoLintHead       *head)
{
  g_autoptr (GPtrArray) sorted = toso_lint_sort_lines (page);
  const TosoLintLine *subject;
  double              lowest = page->height * HEAD_HEIGHT;
  double              middle = page->width * 0.45;

  *head = (TosoLintHead){ 0 };
  head->nation = find_line (sorted, "^CỘNG H(ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM$", lowest);
  head->motto = find_line (sorted, "^Độc lập . Tự do . Hạnh phúc$", lowest);
  if (page->number > 1 && head->nation == NULL && head->motto == NULL)
    return FALSE;
  if (head->motto != NULL)
    middle = MIN (head->motto->x1, page->width * 0.6);
  head->number = g_ptr_array_new ();
  head->date = g_ptr_array_new ();
  head->superior = g_ptr_array_new ();
  head->agency = g_ptr_array_new ();
  head->subject = g_ptr_array_new ();
  head->title = g_ptr_array_new ();
  take_row (head->number, sorted, find_line (sorted, "^Số ?:? *[0-9.…]*( */.*)?$", lowest), 0, middle);
  take_row (head->date, sorted, find_line (sorted, "^[^,:0-9]{2,40}, ngày\\b", lowest), middle - 60, page->width);
  find_agency (head, sorted, middle);
  subject = find_line (sorted, "^V/[vV]\\b", lowest);
  if (subject != NULL)
    {
      g_ptr_array_add (head->subject, (gpointer) subject);
      take_lines (head->subject, sorted, subject);
    }
  head->kind = find_line (sorted, "^(" KINDS ")$", lowest);
  find_title (head, sorted);

  return TRUE;
}

void
toso_lint_head_clear (TosoLintHead *head)
{
  g_clear_pointer (&head->number, g_ptr_array_unref);
  g_clear_pointer (&head->date, g_ptr_array_unref);
  g_clear_pointer (&head->superior, g_ptr_array_unref);
  g_clear_pointer (&head->agency, g_ptr_array_unref);
  g_clear_pointer (&head->subject, g_ptr_array_unref);
  g_clear_pointer (&head->title, g_ptr_array_unref);
}
