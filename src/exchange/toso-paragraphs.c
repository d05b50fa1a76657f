/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-paragraph.h"

#include <string.h>

#include "exchange/toso-field-reader.h"
#include "exchange/toso-fold.h"
#include "exchange/toso-label-reader.h"

/* A line is full when the next one's first word would not have found room.
 * The widths are those of Times; the paper may be set in another face. */
#define FULL_SHARE   0.90
#define INDENT_SHARE 0.07 /* of the first line of a paragraph: 1.27 of 16.5 cm */
/* A line longer than this was not wrapped where the others were. */
#define OVERLONG_SHARE 1.15
/* "Ủy ban nhân dân xã … ban hành Kế hoạch … như sau:" has no more. */
#define MAX_DECISION_LINES 8

void
toso_reading_paragraph_free (TosoParagraph *paragraph)
{
  if (paragraph == NULL)
    return;

  g_free (paragraph->text);
  g_free (paragraph);
}

/* What a paragraph was so far */
typedef struct
{
  const TosoText *text;
  guint           first;       /* line */
  guint           last;        /* line */
  char           *last_words;  /* of line @last */
  guint           last_number; /* of the row 1. 2. 3. */
  gboolean        capitals;    /* all lines so far, after a label */
} Reading;

static gboolean
is_terminal (const char *words)
{
  gsize length = strlen (words);

  while (length > 0 && strchr ("\"')", words[length - 1]) != NULL)
    length--;
  if (length >= 3 && memcmp (words + length - 3, "\xe2\x80\x9d", 3) == 0) /* ” */
    length -= 3;
  if (length >= 3 && memcmp (words + length - 3, "\xe2\x80\xa6", 3) == 0) /* … */
    return TRUE;
  return length > 0 && strchr (".;:!?", words[length - 1]) != NULL;
}

/* "của", "và": a line that ends so is not finished */
static gboolean
ends_in_the_air (const char *words)
{
  static const char *const small[] = {
    "của", "và", "các", "về", "tại", "ngày", "số", "đến", "cho", "theo", "là", "với", "trên", "trong", "năm",
    "tháng", "từ", "do", "để", "hoặc", "những", "bằng", "được", "khi", "tỉnh", "vào", "như", "qua", "bởi", "thuộc"
  };
  const char *last = strrchr (words, ' ');
  gsize       i;

  last = last != NULL ? last + 1 : words;
  if (g_str_has_suffix (words, ","))
    return TRUE;
  for (i = 0; i < G_N_ELEMENTS (small); i++)
    if (g_str_equal (last, small[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_full (const TosoText *text,
         const char     *before,
         const char     *words,
         gboolean        before_is_first)
{
  g_autofree char *first_word = g_strndup (words, strcspn (words, " \t"));
  double           share = FULL_SHARE - (before_is_first ? INDENT_SHARE : 0);

  return text->wrap > 0 &&
         toso_text_width (before) + toso_text_width (" ") + toso_text_width (first_word) > text->wrap * share;
}

/* "Văn hóa" / "- Xã hội": a name that has a dash, broken before it */
static gboolean
is_broken_dash (const char *before,
                const char *words)
{
  static const struct
  {
    const char *before;
    const char *after;
  } names[] = {
    { "van hoa", "xa hoi" },
    { "kinh te", "xa hoi" },
    { "mat tran to quoc", "doan the" },
    { "quoc phong", "an ninh" },
    { "an ninh", "trat tu" },
    { "lao dong", "thuong binh" },
    { "tai chinh", "ke hoach" },
  };
  g_autofree char *lower = NULL;
  g_autoptr (TosoFold) left = NULL;
  g_autoptr (TosoFold) right = NULL;
  gsize length = strlen (before);
  gsize i;

  if (!g_str_has_prefix (words, "- ") || is_terminal (before))
    return FALSE;
  while (length > 0 && strlen (before) - length < 40)
    length = (gsize) (g_utf8_find_prev_char (before, before + length) - before);
  left = toso_fold_new (before + length, 60);
  right = toso_fold_new (words + 2, 60);
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_suffix (left->ascii, names[i].before) && toso_fold_has (right, 0, names[i].after))
      return TRUE;
  return FALSE;
}

static gboolean
is_opening (const char *words)
{
  static const char *const openings[] = { "tren day la", "kinh gui:", "noi nhan:", NULL };
  g_autoptr (TosoFold) fold = NULL;

  if (!g_unichar_isupper (g_utf8_get_char (words)))
    return FALSE;
  fold = toso_fold_new (words, 24);
  return toso_fold_has_any (fold, 0, openings) > 0;
}

static gboolean
begins_with (const char *words,
             const char *folded)
{
  g_autoptr (TosoFold) fold = NULL;

  if (!g_unichar_isupper (g_utf8_get_char (words)))
    return FALSE;
  fold = toso_fold_new (words, 24);
  return toso_fold_has (fold, 0, folded);
}

/* The first cell of a table that was pasted one a line */
static gboolean
opens_table (const char *words)
{
  g_autoptr (TosoFold) fold = NULL;

  if (strlen (words) > 16)
    return FALSE;
  fold = toso_fold_new (words, 16);
  return g_str_equal (fold->ascii, "stt") || g_str_equal (fold->ascii, "tt") || g_str_equal (fold->ascii, "so tt") ||
         g_str_equal (fold->ascii, "so thu tu");
}

/* Each basis is a paragraph (Decree 30/2020/NĐ-CP, Annex I, Part I, II.6). */
static gboolean
opens_basis (const char *words)
{
  return begins_with (words, "can cu") || begins_with (words, "xet de nghi") || begins_with (words, "theo de nghi");
}

/* A line of @text that opens a sentence ending in a colon, "… như sau:" */
static gboolean
opens_decision (const TosoText *text,
                guint           index)
{
  guint last = MIN (index + MAX_DECISION_LINES, text->lines->len);

  if (!g_unichar_isupper (g_utf8_get_char (text->source + toso_text_line (text, index)->start)))
    return FALSE;
  for (; index < last; index++)
    {
      g_autofree char *words = NULL;

      if (toso_text_line (text, index)->noise)
        continue;
      words = toso_text_dup_line (text, index);
      if (is_terminal (words))
        return g_str_has_suffix (words, ":");
    }
  return FALSE;
}

/* The page tells that line @index begins a paragraph: the line before had
 * room, or is no wrapped one; an indent; a gap. */
static gboolean
stands_apart (const Reading *reading,
              guint          index,
              gboolean       full)
{
  const TosoText *text = reading->text;

  return !full || toso_text_width (reading->last_words) > text->wrap * OVERLONG_SHARE ||
         (text->gaps_tell && toso_text_line (text, index)->blank > 0) ||
         (text->indents_tell && toso_text_indent (text, index) > text->base_indent);
}

/* The last basis may end in a comma; who decides stands on a line of its own
 * then: "Căn cứ …," / "Ủy ban nhân dân xã … ban hành Kế hoạch … như sau:". */
static gboolean
is_after_basis (const Reading *reading,
                guint          index,
                const char    *words,
                gboolean       full)
{
  static const char *const bases[] = { "can cu", "xet", "theo", "thuc hien", "tren co so", "trien khai" };
  g_autofree char         *first_words = NULL;
  gsize                    i;

  if (!g_str_has_suffix (reading->last_words, ",") || !stands_apart (reading, index, full))
    return FALSE;
  first_words = toso_text_dup_line (reading->text, reading->first);
  for (i = 0; i < G_N_ELEMENTS (bases); i++)
    if (begins_with (toso_skip_bullet (first_words), bases[i]))
      return opens_basis (words) || opens_decision (reading->text, index);
  return FALSE;
}

/* @label begins @words: is it one, or a number at which a line was broken? */
static gboolean
is_real_label (const Reading *reading,
               TosoLabel      label,
               const char    *words,
               gboolean       full)
{
  if (!full || is_terminal (reading->last_words))
    return TRUE;
  if (label.kind == TOSO_LABEL_ARABIC)
    return label.number == 1 || label.number == reading->last_number + 1;
  if (label.kind == TOSO_LABEL_DECIMAL)
    return words[label.length - 1] == '.' || g_unichar_isspace (g_utf8_get_char (words + label.length));
  return TRUE;
}

/* Neither a label nor a bullet: does the sentence go on? */
static gboolean
goes_on (const Reading *reading,
         guint          index,
         const char    *words,
         gboolean       full)
{
  const TosoText     *text = reading->text;
  const TosoTextLine *line = toso_text_line (text, index);
  const char         *before = reading->last_words;
  gunichar            first = g_utf8_get_char (words);
  gboolean            terminal = is_terminal (before);

  if (toso_is_all_capitals (before) && toso_is_all_capitals (words))
    return reading->capitals && !terminal && line->blank <= 1;
  if (g_unichar_islower (first))
    return text->wrap > 0 ? full || !terminal || !g_str_has_suffix (before, ":") : !terminal;
  if (text->wrap <= 0)
    return !terminal && ends_in_the_air (before) && !toso_is_all_capitals (before);
  if (text->gaps_tell && line->blank > 0 && !line->page_break && !full)
    return FALSE;
  if (!terminal)
    return full || (ends_in_the_air (before) && !toso_is_all_capitals (before));

  /* After a full stop only the page tells: no gap and no indent where
   * paragraphs have one. */
  if (!full)
    return FALSE;
  if (g_str_has_suffix (before, ";"))
    return line->page_break || !stands_apart (reading, index, full);
  if (g_str_has_suffix (before, ":"))
    return FALSE;
  return (text->gaps_tell && line->blank == 0) ||
         (text->indents_tell && toso_text_indent (text, index) == text->base_indent);
}

static gboolean
continues (const Reading *reading,
           guint          index,
           const char    *words)
{
  const TosoText     *text = reading->text;
  const TosoTextLine *line = toso_text_line (text, index);
  const TosoTextLine *before = toso_text_line (text, reading->last);
  gboolean            full = is_full (text, reading->last_words, words, reading->first == reading->last);
  TosoLabel           label;
  TosoLabel           before_label;

  if (line->table || before->table)
    return FALSE;
  if (is_broken_dash (reading->last_words, words))
    return TRUE;
  if (toso_is_bullet (words) || is_opening (words) || toso_is_field_line (words) || opens_table (words))
    return FALSE;
  if (opens_basis (words) && (!full || is_terminal (reading->last_words)))
    return FALSE;
  if (is_after_basis (reading, index, words, full))
    return FALSE;
  label = toso_label_read (words);
  if (label.kind != TOSO_LABEL_NONE && is_real_label (reading, label, words, full))
    return FALSE;

  before_label = toso_label_read (reading->last_words);
  if (before_label.kind != TOSO_LABEL_NONE && before_label.alone && reading->first == reading->last)
    {
      /* "Chương I" stands over its title; "1." alone lost it. */
      return before_label.kind >= TOSO_LABEL_CAPITAL;
    }
  return goes_on (reading, index, words, full);
}

static TosoParagraph *
begin_paragraph (Reading *reading,
                 guint    index,
                 char    *words)
{
  const TosoTextLine *line = toso_text_line (reading->text, index);
  TosoParagraph      *paragraph = g_new0 (TosoParagraph, 1);
  TosoLabel           label = toso_label_read (words);

  paragraph->span.start = line->start;
  paragraph->span.end = line->end;
  paragraph->line = line->number;
  paragraph->table = line->table;
  paragraph->row = line->row;
  reading->first = index;
  reading->capitals = label.kind != TOSO_LABEL_NONE && toso_is_all_capitals (words);
  if (label.kind == TOSO_LABEL_ARABIC)
    reading->last_number = label.number;
  else if (label.kind != TOSO_LABEL_NONE && label.kind < TOSO_LABEL_ARABIC)
    reading->last_number = 0;

  return paragraph;
}

/* A table's line as it was put together, or with the spaces and tabs before
 * it, by which its columns stand */
static char *
dup_words (const TosoText *text,
           guint           index)
{
  const TosoTextLine *line = toso_text_line (text, index);
  const char         *row = g_hash_table_lookup (text->rows, GUINT_TO_POINTER (index));

  if (row != NULL)
    return g_strdup (row);
  if (line->table && !line->row)
    return toso_text_dup (text, line->left, line->end);
  return toso_text_dup_line (text, index);
}

GPtrArray *
toso_paragraphs_read (const TosoText *text,
                      guint           first,
                      guint           last)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_reading_paragraph_free);
  g_autoptr (GString) joined = g_string_new (NULL);
  Reading        reading = { text, first, first, NULL, 0, FALSE };
  TosoParagraph *paragraph = NULL;
  guint          i;

  for (i = first; i < last; i++)
    {
      const TosoTextLine *line = toso_text_line (text, i);
      char               *words;

      if (line->noise)
        continue;
      if (line->part && paragraph != NULL)
        {
          paragraph->span.end = line->end;
          continue;
        }
      words = dup_words (text, i);
      if (paragraph != NULL && continues (&reading, i, words))
        {
          g_string_append_c (joined, ' ');
          g_string_append (joined, words);
          paragraph->span.end = line->end;
        }
      else
        {
          if (paragraph != NULL)
            paragraph->text = g_strdup (joined->str);
          paragraph = begin_paragraph (&reading, i, words);
          g_ptr_array_add (paragraphs, paragraph);
          g_string_assign (joined, words);
        }
      reading.capitals = reading.capitals && toso_is_all_capitals (words);
      reading.last = i;
      g_free (reading.last_words);
      reading.last_words = words;
    }
  if (paragraph != NULL)
    paragraph->text = g_strdup (joined->str);
  g_free (reading.last_words);

  return paragraphs;
}
