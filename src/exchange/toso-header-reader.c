/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/toso-fold.h"
#include "exchange/toso-label-reader.h"

/* The lines above the body (Decree 30/2020/NĐ-CP, Annex I, Part II).  They
 * stand in two columns; a text has them one below the other, or side by side
 * on one line, in any order. */

#define MAX_HEADER_LINES 60
#define MAX_AGENCY_LINES 12
#define MAX_TITLE_LINES  12
#define MAX_LINE_CHARS   400

typedef struct
{
  TosoReading *reading;
  GPtrArray   *agency;    /* of char * */
  GPtrArray   *title;     /* of char * */
  guint        kind_line; /* G_MAXUINT: none */
  gboolean     number_is_broken;
  gboolean     columns;  /* side by side: they have no order */
  guint        place;    /* of the line before, in the decree's order */
  guint        odd_line; /* index of the first out of that order + 1; 0: none */
} Header;

typedef enum {
  KIND_NONE,
  KIND_BEGINS, /* "KẾ HOẠCH TRIỂN KHAI", "ĐỀ ÁN 06": the kind, or a name that begins so */
  KIND_WHOLE,
} Kind;

static Kind
read_kind (const char *words)
{
  static const char *const kinds[] = {
    "ke hoach", "chuong trinh", "phuong an", "de an", "quyet dinh", "huong dan", "bao cao",
    "thong bao", "quy che", "quy dinh", "nghi quyet", "to trinh", "du thao ke hoach", "chi thi", NULL
  };
  g_autoptr (TosoFold) fold = NULL;
  gsize length;

  /* Small letters where the old fonts had capitals of their own: then the kind
   * alone on its line */
  fold = toso_fold_new (words, 200);
  length = toso_fold_has_any (fold, 0, kinds);
  if ((length > 0 && length == fold->length) || g_str_equal (fold->ascii, "k e h o a c h"))
    return KIND_WHOLE;
  return length > 0 && toso_is_all_capitals (words) ? KIND_BEGINS : KIND_NONE;
}

static guint
find_kind_line (const TosoText *text)
{
  guint limit = MIN (text->lines->len, MAX_HEADER_LINES);
  guint found = G_MAXUINT;
  guint i;

  for (i = 0; i < limit; i++)
    {
      const TosoTextLine *line = toso_text_line (text, i);
      g_autofree char    *words = NULL;
      Kind                kind;

      if (line->noise || line->end - line->start > 1000)
        continue;
      words = toso_text_dup_line (text, i);
      if (toso_label_read (words).kind != TOSO_LABEL_NONE)
        break;
      kind = read_kind (words);
      if (kind == KIND_WHOLE)
        return i;
      if (kind == KIND_BEGINS && found == G_MAXUINT)
        found = i;
    }
  return found;
}

/* "Ngọc Liên, ngày      tháng 01 năm 2026" */
static gboolean
is_place_date (const TosoFold *fold,
               gsize           at)
{
  gssize day = toso_fold_find (fold, at, "ngay");

  return day > (gssize) at && toso_fold_find (fold, (gsize) day, "thang") > day;
}

/* Where in a line that begins "Số:" the place begins; 0 when it does not */
static gsize
find_place_after_number (const TosoFold *fold)
{
  const char *stroke = strchr (fold->ascii, '/');
  gsize       at;

  if (stroke == NULL)
    {
      /* A number too long for its column stands below: "Số:      Ngọc Liên, ngày …" */
      at = strcspn (fold->ascii, ":");
      at = at < fold->length ? toso_fold_skip (fold, at + 1) : at;
      return at < fold->length && is_place_date (fold, at) ? at : 0;
    }
  for (at = (gsize) (stroke - fold->ascii); at < fold->length && fold->ascii[at] != ' '; at++)
    ;
  at = toso_fold_skip (fold, at);
  return at < fold->length && is_place_date (fold, at) ? at : 0;
}

static gboolean
is_agency (const char *words)
{
  static const char *const others[] = { "uy ban nhan dan", "ubnd", "phong van hoa", NULL };
  g_autoptr (TosoFold) fold = NULL;

  fold = toso_fold_new (words, 60);
  if (toso_fold_has (fold, 0, "du thao") || toso_fold_has (fold, 0, "hoa toc") || toso_fold_has (fold, 0, "khan"))
    return FALSE;
  if (toso_is_all_capitals (words))
    return TRUE;
  return toso_fold_has_any (fold, 0, others) > 0 && g_utf8_strlen (words, -1) < 60 &&
         strpbrk (words, ".;:,") == NULL;
}

static gboolean
take_string (char **field,
             char  *words)
{
  if (*field != NULL || *words == '\0')
    {
      g_free (words);
      return FALSE;
    }
  *field = words;
  return TRUE;
}

static gboolean
take_agency (Header *header,
             char   *words)
{
  if (*words == '\0' || !is_agency (words) || header->agency->len >= MAX_AGENCY_LINES)
    {
      gboolean empty = *words == '\0';

      g_free (words);
      return empty;
    }
  g_ptr_array_add (header->agency, words);
  return TRUE;
}

/* The right column's line begins at @at; what is before it is the agency's. */
static gboolean
take_two_columns (Header         *header,
                  const TosoFold *fold,
                  const char     *words,
                  gsize           at,
                  char          **right)
{
  char *left = toso_fold_slice (fold, words, 0, at);

  header->columns = header->columns || *left != '\0';
  if (*left != '\0' && !is_agency (left))
    {
      g_free (left);
      return FALSE;
    }
  if (*right != NULL)
    {
      g_free (left);
      return FALSE;
    }
  take_agency (header, left);
  *right = toso_fold_slice (fold, words, at, fold->length);
  return TRUE;
}

static gboolean
take_number (Header         *header,
             const TosoFold *fold,
             const char     *words)
{
  TosoPlanHeader *into = &header->reading->plan->header;
  gsize           place = find_place_after_number (fold);

  if (into->number_line != NULL)
    return FALSE;
  if (place == 0)
    return take_string (&into->number_line, g_strdup (words));
  if (into->place_date != NULL)
    return FALSE;
  header->columns = TRUE;
  take_string (&into->number_line, toso_fold_slice (fold, words, 0, place));
  return take_string (&into->place_date, toso_fold_slice (fold, words, place, fold->length));
}

/* "Số:" over "1234/KH-BCĐPTKH" over "CNĐMSTCĐS": one number, broken to fit */
static gboolean
take_number_rest (Header     *header,
                  const char *words)
{
  char      **number = &header->reading->plan->header.number_line;
  const char *joint = "";
  char       *longer;

  if (*number == NULL || strchr (words, ' ') != NULL)
    return FALSE;
  if (strchr (*number, '/') == NULL)
    {
      if (!g_ascii_isdigit (*words) || strchr (words, '/') == NULL)
        return FALSE;
      joint = " ";
      header->number_is_broken = TRUE;
    }
  else if (!header->number_is_broken || !toso_is_all_capitals (words))
    {
      return FALSE;
    }
  longer = g_strconcat (*number, joint, words, NULL);
  g_free (*number);
  *number = longer;
  return TRUE;
}

/* One line above the kind.  FALSE: it is none of a header's. */
static gboolean
take_line (Header     *header,
           const char *words)
{
  TosoPlanHeader *into = &header->reading->plan->header;
  g_autoptr (TosoFold) fold = toso_fold_new (words, MAX_LINE_CHARS);
  gssize at;

  if (strlen (words) > MAX_LINE_CHARS)
    return FALSE;
  if (take_number_rest (header, words))
    return TRUE;

  at = toso_fold_find (fold, 0, "cong hoa xa hoi chu nghia");
  if (at < 0)
    at = toso_fold_find (fold, 0, "dang cong san viet nam");
  if (at >= 0)
    return take_two_columns (header, fold, words, (gsize) at, &into->nation);
  at = toso_fold_find (fold, 0, "doc lap");
  if (at >= 0 && toso_fold_find (fold, (gsize) at, "hanh phuc") > at)
    return take_two_columns (header, fold, words, (gsize) at, &into->motto);
  if (g_str_has_prefix (fold->ascii, "so:") || g_str_has_prefix (fold->ascii, "so :") ||
      (g_str_has_prefix (fold->ascii, "so ") && strchr (words, '/') != NULL))
    return take_number (header, fold, words);
  if (is_place_date (fold, 0) && toso_fold_find (fold, 0, "can cu") != 0 && g_utf8_strlen (words, -1) < 90)
    return take_string (&into->place_date, g_strdup (words));
  if (is_agency (words) && !toso_is_signature (words))
    return take_agency (header, g_strdup (words));
  return FALSE;
}

/* Where a line stands in the decree's order, and in plan.h's: how many of the
 * fields up to it are filled tells which it went to. */
static guint
place_of_last (const Header *header,
               const guint   before[])
{
  const TosoPlanHeader *into = &header->reading->plan->header;

  if (header->agency->len > before[0])
    return 0;
  if ((into->nation != NULL) > before[1])
    return 1;
  if ((into->motto != NULL) > before[2])
    return 2;
  return (into->number_line != NULL) > before[3] ? 3 : 4;
}

static gboolean
take_line_in_order (Header     *header,
                    const char *words,
                    guint       index)
{
  const TosoPlanHeader *into = &header->reading->plan->header;
  const guint           before[] = { header->agency->len, into->nation != NULL, into->motto != NULL, into->number_line != NULL };
  guint                 place;

  if (!take_line (header, words))
    return FALSE;
  place = place_of_last (header, before);
  if (place < header->place && header->odd_line == 0)
    header->odd_line = index + 1;
  header->place = place;
  return TRUE;
}

static void
remark_order (Header *header)
{
  const TosoTextLine *line;
  TosoSpan            span;

  if (header->odd_line == 0 || header->columns)
    return;
  line = toso_text_line (header->reading->text, header->odd_line - 1);
  span.start = line->start;
  span.end = line->end;
  toso_reading_remark (header->reading, span, line->number,
                       _ ("The lines above the title stand in an order of their own; the plan gives them again in the decree's order."));
}

/* A regular line over the agency's bold one: "UBND XÃ NGỌC LIÊN" over "PHÒNG
 * VĂN HÓA - XÃ HỘI", "UBND HUYỆN …" over "ỦY BAN NHÂN DÂN XÃ …". */
static void
split_superior (Header *header)
{
  static const char *const own[] = {
    "phong", "trung tam", "ban", "van phong", "uy ban nhan dan", "ubnd", "ban chi dao", "tram", NULL
  };
  g_autoptr (TosoFold) first = NULL;
  g_autoptr (TosoFold) second = NULL;
  TosoPlanHeader *into = &header->reading->plan->header;

  if (header->agency->len >= 2)
    {
      first = toso_fold_new (g_ptr_array_index (header->agency, 0), 60);
      second = toso_fold_new (g_ptr_array_index (header->agency, 1), 60);
      if (!g_str_equal (first->ascii, "uy ban nhan dan") && !g_str_equal (first->ascii, "uy ban") &&
          toso_fold_has_any (second, 0, own) > 0)
        {
          into->superior = g_strdup (g_ptr_array_index (header->agency, 0));
          g_ptr_array_remove_index (header->agency, 0);
        }
    }
  if (header->agency->len > 0)
    {
      g_ptr_array_add (header->agency, NULL);
      into->agency = (GStrv) g_ptr_array_free (g_steal_pointer (&header->agency), FALSE);
    }
}

static gboolean
opens_body (const char *words)
{
  static const char *const openers[] = {
    "can cu", "kinh gui", "thuc hien", "trien khai thuc hien", "nham", "de", "tren co so", "uy ban nhan dan",
    "ubnd", "theo", "xet", "phat huy", "tiep tuc", "nam", "phong van hoa", "phong", NULL
  };
  g_autoptr (TosoFold) fold = NULL;

  if (toso_label_read (words).kind != TOSO_LABEL_NONE || toso_is_bullet (words))
    return TRUE;
  if (!g_unichar_isupper (g_utf8_get_char (words)))
    return FALSE;
  fold = toso_fold_new (words, 40);
  return toso_fold_has_any (fold, 0, openers) > 0;
}

static gboolean
always_opens_body (const char *words)
{
  static const char *const openers[] = { "can cu", "kinh gui", NULL };
  g_autoptr (TosoFold) fold = toso_fold_new (words, 40);

  return toso_label_read (words).kind != TOSO_LABEL_NONE || toso_is_bullet (words) ||
         (g_unichar_isupper (g_utf8_get_char (words)) && toso_fold_has_any (fold, 0, openers) > 0);
}

/* The first line below the kind is the title, however long, when it is no
 * sentence: "Thực hiện …, Ủy ban nhân dân xã ban hành Kế hoạch như sau:" */
static gboolean
opens_title (const char *words)
{
  gsize length = strlen (words);

  if (always_opens_body (words))
    return FALSE;
  return g_utf8_strlen (words, -1) < 250 || (strchr (".;:,/", words[length - 1]) == NULL && strstr (words, ". ") == NULL);
}

static gboolean
is_title_line (Header     *header,
               const char *words)
{
  gunichar first = g_utf8_get_char (words);
  gsize    length = strlen (words);

  if (header->title->len == 0)
    return opens_title (words);
  if (*words == '(' && words[length - 1] == ')')
    return TRUE;
  if (header->title->len >= MAX_TITLE_LINES || always_opens_body (words))
    return FALSE;
  if (g_unichar_islower (first) || g_ascii_isdigit (*words) || toso_is_all_capitals (words))
    return g_utf8_strlen (words, -1) < 160;
  return !opens_body (words) && g_utf8_strlen (words, -1) < 75 && strchr (".;:,", words[length - 1]) == NULL;
}

static guint
read_title (Header *header,
            guint   first)
{
  TosoText *text = header->reading->text;
  guint     i;

  for (i = first; i < text->lines->len; i++)
    {
      const TosoTextLine *line = toso_text_line (text, i);
      g_autofree char    *words = NULL;

      if (line->noise)
        continue;
      if (line->end - line->start > 2000 || line->table)
        break;
      words = toso_text_dup_line (text, i);
      if (!is_title_line (header, words))
        break;
      g_ptr_array_add (header->title, g_steal_pointer (&words));
    }
  if (header->title->len > 0)
    {
      g_ptr_array_add (header->title, NULL);
      header->reading->plan->header.title = (GStrv) g_ptr_array_free (g_steal_pointer (&header->title), FALSE);
    }
  return i;
}

/* A line over the kind that no rule knows: kept as the body's first. */
static void
keep_line (TosoReading *reading,
           guint        index,
           char        *words)
{
  const TosoTextLine *line = toso_text_line (reading->text, index);
  TosoParagraph      *paragraph = g_new0 (TosoParagraph, 1);
  g_autofree char    *quote = toso_reading_quote (words);

  paragraph->text = words;
  paragraph->span.start = line->start;
  paragraph->span.end = line->end;
  paragraph->line = line->number;
  g_ptr_array_add (reading->paragraphs, paragraph);
  toso_reading_remark (reading, paragraph->span, line->number,
                       _ ("“%s” stands above the plan's title and is none of its usual lines; it was put before the body."), quote);
}

void
toso_header_read (TosoReading *reading)
{
  TosoText *text = reading->text;
  Header    header = { reading };
  guint     i;

  header.agency = g_ptr_array_new_with_free_func (g_free);
  header.title = g_ptr_array_new_with_free_func (g_free);
  header.kind_line = find_kind_line (text);

  for (i = 0; i < MIN (text->lines->len, MAX_HEADER_LINES); i++)
    {
      g_autofree char *words = NULL;

      if (toso_text_line (text, i)->noise)
        continue;
      if (i == header.kind_line)
        break;
      if (toso_text_line (text, i)->end - toso_text_line (text, i)->start > 2000)
        {
          if (header.kind_line == G_MAXUINT)
            break;
        }
      words = toso_text_dup_line (text, i);
      if (header.kind_line == G_MAXUINT && toso_label_read (words).kind != TOSO_LABEL_NONE)
        break;
      if (take_line_in_order (&header, words, i))
        continue;
      if (header.kind_line == G_MAXUINT)
        break;
      keep_line (reading, i, g_steal_pointer (&words));
    }

  if (header.kind_line != G_MAXUINT)
    {
      reading->plan->header.kind = toso_text_dup_line (text, header.kind_line);
      i = read_title (&header, header.kind_line + 1);
    }
  remark_order (&header);
  split_superior (&header);
  reading->body_first = i;

  g_clear_pointer (&header.agency, g_ptr_array_unref);
  g_clear_pointer (&header.title, g_ptr_array_unref);
}
