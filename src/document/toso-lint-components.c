/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-lint-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/toso-number.h"

/* Sizes, faces and capitals of the boxes against the table of Annex I, Part I,
 * V: in every place where a box stands. */

#define SIZE_ERROR   0.25 /* points */
#define CENTER_ERROR 14.0
#define LEADING      14.0 /* points between the lines of an annex's title, at most */
#define TOP_MARGIN   62.0 /* points: 22 mm */

typedef enum {
  FACE_REGULAR,
  FACE_BOLD,
  FACE_ITALIC,
  FACE_BOLD_ITALIC,
} Face;

typedef enum {
  LETTERS_ANY,
  LETTERS_SMALL,
  LETTERS_CAPITAL,
} Letters;

typedef struct
{
  const char *rule, *clause;
  double      smallest, largest;
  Face        face;
  Letters     letters;
} Style;

static const Style nation = { "nation", "II.1.a", 12, 13, FACE_BOLD, LETTERS_ANY };
static const Style motto = { "motto", "II.1.b", 13, 14, FACE_BOLD, LETTERS_ANY };
static const Style superior = { "superior", "II.2.b", 12, 13, FACE_REGULAR, LETTERS_CAPITAL };
static const Style agency = { "agency", "II.2.b", 12, 13, FACE_BOLD, LETTERS_CAPITAL };
static const Style number = { "number", "II.3.c", 13, 13, FACE_REGULAR, LETTERS_ANY };
static const Style date = { "date", "II.4.c", 13, 14, FACE_ITALIC, LETTERS_ANY };
static const Style kind = { "kind", "II.5.b", 13, 14, FACE_BOLD, LETTERS_CAPITAL };
static const Style title = { "title", "II.5.b", 13, 14, FACE_BOLD, LETTERS_SMALL };
static const Style subject = { "subject", "II.5.b", 12, 13, FACE_REGULAR, LETTERS_SMALL };
static const Style annex = { "annex", "III.1.b", 14, 14, FACE_BOLD, LETTERS_SMALL };
static const Style annex_title = { "annex-title", "III.1.b", 13, 14, FACE_BOLD, LETTERS_CAPITAL };
static const Style recipients = { "recipients", "II.9.d", 12, 12, FACE_BOLD_ITALIC, LETTERS_SMALL };
static const Style recipient = { "recipient", "II.9.d", 11, 11, FACE_REGULAR, LETTERS_ANY };
static const Style capacity = { "capacity", "II.7.đ", 13, 14, FACE_BOLD, LETTERS_CAPITAL };
static const Style signer = { "signer", "II.7.đ", 13, 14, FACE_BOLD, LETTERS_SMALL };
static const Style drafter = { "drafter", "III.3", 11, 11, FACE_REGULAR, LETTERS_ANY };
static const Style address = { "address", "III.4", 11, 12, FACE_REGULAR, LETTERS_SMALL };

/* Told by their words wherever they stand. */
static const struct
{
  const char *pattern;
  Style       style;
} marks[] = {
  { "^Kính gửi ?:", { "addressees", "II.9.d", 13, 14, FACE_REGULAR, LETTERS_ANY } },
  { "^(KHẨN|THƯỢNG KHẨN|H(ỎA|OẢ) TỐC)$", { "urgency", "III.2.b", 13, 14, FACE_BOLD, LETTERS_ANY } },
  { "^(XEM XONG TRẢ LẠI|LƯU HÀNH NỘI BỘ)$", { "circulation", "III.2.c", 13, 14, FACE_BOLD, LETTERS_ANY } },
  { "^\\(Kèm theo ", { "annex-reference", "III.1.c", 13, 14, FACE_ITALIC, LETTERS_ANY } },
};

static const char *
get_face_name (Face face)
{
  switch (face)
    {
    case FACE_BOLD:
      return _ ("upright bold");
    case FACE_ITALIC:
      return _ ("italic");
    case FACE_BOLD_ITALIC:
      return _ ("bold italic");
    case FACE_REGULAR:
    default:
      return _ ("upright");
    }
}

/* The letters are told only where they are wrong. */
static char *
describe (double   smallest,
          double   largest,
          Face     face,
          gboolean with_letters,
          gboolean in_capitals)
{
  g_autofree char *low = toso_number_format (smallest, 1);
  g_autofree char *high = toso_number_format (largest, 1);
  g_autofree char *sizes = largest - smallest < SIZE_ERROR ? g_strdup (low) : g_strdup_printf ("%s–%s", low, high);

  if (!with_letters)
    return g_strdup_printf ("%s, %s", sizes, get_face_name (face));

  return g_strdup_printf ("%s, %s, %s", sizes, get_face_name (face), in_capitals ? _ ("in capitals") : _ ("in small letters"));
}

static gboolean
has_words (const char *text)
{
  return g_regex_match_simple ("\\p{L}{2}", text, 0, 0);
}

/* TRUE: as it should be. */
static gboolean
check_line (GPtrArray          *findings,
            const TosoLintPage *page,
            const TosoLintLine *line,
            const Style        *style)
{
  Face             face = (line->bold ? FACE_BOLD : 0) + (line->italic ? FACE_ITALIC : 0);
  gboolean         in_capitals = toso_lint_is_upper (line->text);
  gboolean         letters_differ = style->letters != LETTERS_ANY && in_capitals != (style->letters == LETTERS_CAPITAL);
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;

  /* Of dots to be filled in, letters tell nothing. */
  letters_differ = letters_differ && has_words (line->text);
  if (line->size >= style->smallest - SIZE_ERROR && line->size <= style->largest + SIZE_ERROR && face == style->face && !letters_differ)
    return TRUE;
  found = describe (line->size, line->size, face, letters_differ, in_capitals);
  expected = describe (style->smallest, style->largest, style->face, letters_differ, style->letters == LETTERS_CAPITAL);
  toso_lint_add (findings, page->number, line->text, style->rule, style->clause, found, expected);

  return FALSE;
}

/* One finding a box: its first line that is wrong. */
static void
check_box (GPtrArray          *findings,
           const TosoLintPage *page,
           GPtrArray          *lines,
           const Style        *style)
{
  for (guint i = 0; i < lines->len; i++)
    if (!check_line (findings, page, lines->pdata[i], style))
      return;
}

static void
tell_absent (GPtrArray   *findings,
             const char  *where,
             const Style *style,
             const char  *expected)
{
  toso_lint_add (findings, 1, where, style->rule, style->clause, _ ("none"), expected);
}

/* The nation's name and the motto must stand on the first page, if it is not that
 * of an annex in a file of its own (II.8.b). */
static void
check_head (GPtrArray          *findings,
            const TosoLintPage *page)
{
  g_auto (TosoLintHead) head = { 0 };
  gboolean begins = page->number == 1 && toso_lint_begins_annex (page) == NULL;

  if (!toso_lint_find_head (page, &head))
    return;
  if (head.nation != NULL)
    check_line (findings, page, head.nation, &nation);
  else if (begins)
    tell_absent (findings, "Quốc hiệu", &nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  if (head.motto != NULL)
    check_line (findings, page, head.motto, &motto);
  else if (begins)
    tell_absent (findings, "Tiêu ngữ", &motto, "Độc lập - Tự do - Hạnh phúc");
  check_box (findings, page, head.superior, &superior);
  check_box (findings, page, head.agency, &agency);
  check_box (findings, page, head.number, &number);
  check_box (findings, page, head.date, &date);
  if (head.kind != NULL)
    check_line (findings, page, head.kind, &kind);
  check_box (findings, page, head.title, &title);
  check_box (findings, page, head.subject, &subject);
}

/* The lines in the middle under "Phụ lục I", up to "(Kèm theo …)"; where none
 * follows, those that are in capitals. */
static void
check_annex (GPtrArray          *findings,
             const TosoLintPage *page)
{
  g_autoptr (GPtrArray) sorted = toso_lint_sort_lines (page);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  const TosoLintLine *label = NULL, *last = NULL;
  gboolean            has_reference = FALSE;

  for (guint i = 0; i < sorted->len && !has_reference; i++)
    {
      TosoLintLine *line = sorted->pdata[i];

      if (label == NULL && g_regex_match_simple (TOSO_LINT_ANNEX, line->text, 0, 0))
        {
          label = last = line;
          check_line (findings, page, line, &annex);
          continue;
        }
      if (label == NULL || fabs (toso_lint_get_center (line) - toso_lint_get_center (label)) > CENTER_ERROR)
        continue;
      if (line->y1 - last->y2 > LEADING)
        break;
      has_reference = *line->text == '(';
      if (!has_reference)
        g_ptr_array_add (lines, line);
      last = line;
    }
  for (guint i = 0; !has_reference && i < lines->len; i++)
    if (!toso_lint_is_upper (((const TosoLintLine *) lines->pdata[i])->text))
      g_ptr_array_set_size (lines, (int) i);
  check_box (findings, page, lines, &annex_title);
}

static void
check_foot (GPtrArray          *findings,
            const TosoLintPage *page)
{
  g_auto (TosoLintFoot) foot = { 0 };

  if (!toso_lint_find_foot (page, &foot))
    return;
  if (foot.recipients_heading != NULL)
    check_line (findings, page, foot.recipients_heading, &recipients);
  check_box (findings, page, foot.recipients, &recipient);
  check_box (findings, page, foot.capacity, &capacity);
  check_box (findings, page, foot.signer, &signer);
  check_box (findings, page, foot.drafter, &drafter);
  check_box (findings, page, foot.address, &address);
}

/* Number and time of the agency's signature on an annex in a file of its own
 * (II.8.b), or on an electronic copy (Part II, I.3.c): in the top margin. */
static void
check_stamp (GPtrArray          *findings,
             const TosoLintPage *page,
             const TosoLintLine *line)
{
  static const Style stamp = { "stamp", "II.8.b", 10, 10, FACE_REGULAR, LETTERS_ANY };
  static const Style copy = { "stamp", "", 10, 10, FACE_REGULAR, LETTERS_ANY };

  if (line->y2 > TOP_MARGIN || toso_lint_get_center (line) < page->width / 2)
    return;
  if (g_regex_match_simple ("^Số ?:[^;]*;.*(\\d:\\d\\d|giờ)", line->text, 0, 0))
    check_line (findings, page, line, &stamp);
  else if (g_regex_match_simple ("^(SAO Y|SAO LỤC|TRÍCH SAO)\\b.*;", line->text, G_REGEX_CASELESS, 0))
    check_line (findings, page, line, &copy);
}

static void
check_marks (GPtrArray          *findings,
             const TosoLintPage *page)
{
  for (guint m = 0; m < G_N_ELEMENTS (marks); m++)
    {
      g_autoptr (GRegex) regex = g_regex_new (marks[m].pattern, 0, 0, NULL);

      for (guint i = 0; i < page->lines->len; i++)
        if (g_regex_match (regex, ((const TosoLintLine *) page->lines->pdata[i])->text, 0, NULL))
          check_line (findings, page, page->lines->pdata[i], &marks[m].style);
    }
  for (guint i = 0; i < page->lines->len; i++)
    check_stamp (findings, page, page->lines->pdata[i]);
}

void
toso_lint_components (GPtrArray *findings,
                      GPtrArray *pages)
{
  for (guint i = 0; i < pages->len; i++)
    {
      const TosoLintPage *page = pages->pdata[i];

      check_head (findings, page);
      check_marks (findings, page);
      if (toso_lint_begins_annex (page) != NULL)
        check_annex (findings, page);
      check_foot (findings, page);
    }
}
