/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/toso-fold.h"
#include "exchange/toso-label-reader.h"

/* Paragraphs → the tree of sections. */

#define MAX_HEADING_CHARS 200
#define MAX_SHORT_CHARS   60
#define MAX_DEPTH         24

typedef struct
{
  TosoSection *section;
  int          kind;
  guint        number;
} Open;

typedef struct
{
  TosoReading *reading;
  Open         open[MAX_DEPTH]; /* the sections that the next paragraph may go on */
  guint        depth;
  TosoSection *current;
  GString     *body;    /* of @current */
  gboolean     closing; /* the last numbered section is over */
  guint        last_chapter;
} Building;

static void
flush_body (Building *building)
{
  if (building->current != NULL && building->body->len > 0)
    {
      g_free (building->current->body);
      building->current->body = g_strdup (building->body->str);
    }
  g_string_truncate (building->body, 0);
}

static void
begin_section (Building    *building,
               TosoSection *section,
               TosoSection *parent)
{
  flush_body (building);
  if (parent != NULL)
    toso_section_append (parent, section);
  else
    g_ptr_array_add (building->reading->plan->sections, section);
  building->current = section;
}

static void
add_to_body (Building      *building,
             TosoParagraph *paragraph,
             const char    *words)
{
  TosoSection *section = building->current;

  if (building->body->len > 0)
    g_string_append_c (building->body, '\n');
  g_string_append (building->body, words);
  if (section->span.end == 0)
    section->span = paragraph->span;
  section->span.end = MAX (section->span.end, paragraph->span.end);
  paragraph->section = section;
  paragraph->body = TRUE;
}

/* A plain section without a number: the opening, the closing, an annex */
static void
begin_plain (Building       *building,
             TosoSectionKind kind,
             const char     *label)
{
  begin_section (building, toso_section_new (kind, 0, label, "", ""), NULL);
  building->depth = 0;
}

static gboolean
is_heading (const TosoParagraph *paragraph,
            const TosoParagraph *next,
            TosoLabel            label,
            const char          *words)
{
  glong       length = g_utf8_strlen (words, -1);
  gsize       bytes = strlen (words);
  TosoLabel   next_label;
  const char *colon;
  char        last;

  if (length == 0 || length > MAX_HEADING_CHARS)
    return FALSE;
  if (label.kind <= TOSO_LABEL_ROMAN && label.kind != TOSO_LABEL_ARTICLE)
    return TRUE;
  if (toso_is_all_capitals (words))
    return TRUE;

  last = words[bytes - 1];
  if (last == ';' || strchr (words, ';') != NULL)
    return FALSE;
  colon = strchr (words, ':');
  if (colon != NULL && colon[1 + strspn (colon + 1, " ")] != '\0')
    return FALSE;
  if (last != '.')
    return TRUE;

  /* "2. Phòng Văn hóa - Xã hội." is a heading when text follows it that is
   * its own; a short sentence in a numbered list is not. */
  if (label.kind >= TOSO_LABEL_POINT || length > MAX_SHORT_CHARS || strchr (words, '%') != NULL || strstr (words, ". ") != NULL || next == NULL)
    return FALSE;
  if (g_str_has_prefix (next->text, "Trên đây là"))
    return FALSE;
  next_label = toso_label_read (next->text);
  return next_label.kind == TOSO_LABEL_NONE || next_label.kind > label.kind;
}

/* The label's row broke off: told, never mended. */
static void
check_number (Building            *building,
              const TosoParagraph *paragraph,
              TosoLabel            label,
              guint                before,
              const char          *name)
{
  /* Chapters may run through the parts of a plan; articles do. */
  if (label.number == before + 1 || (before == 0 && label.kind == TOSO_LABEL_ARTICLE) ||
      (before == 0 && label.kind == TOSO_LABEL_CHAPTER && label.number == building->last_chapter + 1))
    return;
  toso_reading_remark (building->reading, paragraph->span, paragraph->line,
                       before == 0 ? _ ("“%s” is the first of its row here; it was kept as printed.")
                                   : _ ("“%s” does not follow the number before it; it was kept as printed."),
                       name);
}

/* "i)" goes on "h)", or begins a row of small Roman numbers; "v)" and "x)" go
 * on the row that is open. */
static void
settle_point (const Building *building,
              TosoLabel      *label,
              guint           small_roman)
{
  guint i;

  for (i = building->depth; i > 0; i--)
    {
      const Open *open = &building->open[i - 1];

      if (open->kind == TOSO_LABEL_POINT && open->number + 1 == label->number)
        return;
      if (open->kind == TOSO_LABEL_SMALL_ROMAN && open->number + 1 == small_roman)
        break;
    }
  if (i == 0 && small_roman != 1)
    return;
  label->kind = TOSO_LABEL_SMALL_ROMAN;
  label->number = small_roman;
}

/* A capital C, D or I: the letter or the Roman number that the row expects */
static void
settle_kind (const Building *building,
             TosoLabel      *label,
             const char     *words)
{
  guint small_roman = label->kind == TOSO_LABEL_POINT ? toso_label_small_roman (words) : 0;
  guint i;

  if (small_roman > 0)
    settle_point (building, label, small_roman);
  for (i = building->depth; i > 0; i--)
    if (building->open[i - 1].kind == TOSO_LABEL_CAPITAL &&
        building->open[i - 1].number + 1 == (guint) (*words - 'A') + 1 &&
        label->kind == TOSO_LABEL_ROMAN && words[1] == '.' && *words != 'I')
      {
        label->kind = TOSO_LABEL_CAPITAL;
        label->number = building->open[i - 1].number + 1;
        return;
      }
}

static void
open_numbered (Building      *building,
               TosoParagraph *paragraph,
               TosoLabel      label,
               const char    *name,
               const char    *heading)
{
  TosoSection *parent;
  TosoSection *section;
  guint        before = 0;

  while (building->depth > 0 && building->open[building->depth - 1].kind >= label.kind)
    {
      const Open *last = &building->open[--building->depth];

      before = last->kind == label.kind ? last->number : 0;
    }
  check_number (building, paragraph, label, before, name);
  if (label.kind == TOSO_LABEL_CHAPTER)
    building->last_chapter = label.number;

  parent = building->depth > 0 ? building->open[building->depth - 1].section : NULL;
  section = toso_section_new (TOSO_SECTION_NUMBERED, (int) building->depth + 1, name, heading, "");
  section->span = paragraph->span;
  begin_section (building, section, parent);
  paragraph->section = section;

  building->open[building->depth].section = section;
  building->open[building->depth].kind = label.kind;
  building->open[building->depth].number = label.number;
  building->depth++;
}

static gboolean
may_be_title (const TosoParagraph *paragraph)
{
  return paragraph != NULL && !paragraph->table && !toso_is_bullet (paragraph->text) &&
         toso_label_read (paragraph->text).kind == TOSO_LABEL_NONE &&
         g_utf8_strlen (paragraph->text, -1) <= MAX_HEADING_CHARS;
}

static gboolean
is_closing (const TosoReading *reading,
            guint              index)
{
  const TosoParagraph     *paragraph = g_ptr_array_index (reading->paragraphs, index);
  const TosoParagraph     *next = index + 1 < reading->paragraphs->len ? g_ptr_array_index (reading->paragraphs, index + 1) : NULL;
  static const char *const asking[] = { "yeu cau", "de nghi", "trong qua trinh", "can cu", "nhan duoc", NULL };
  g_autoptr (TosoFold) fold = NULL;

  if (paragraph->table || !g_unichar_isupper (g_utf8_get_char (paragraph->text)))
    return FALSE;
  fold = toso_fold_new (paragraph->text, 24);
  if (toso_fold_has (fold, 0, "tren day la"))
    return TRUE;
  if (toso_fold_has_any (fold, 0, asking) == 0)
    return FALSE;
  if (next == NULL)
    return g_str_has_suffix (paragraph->text, "./.") || g_str_has_suffix (paragraph->text, "/.");
  return toso_fold_has (fold, 0, "trong qua trinh") && g_str_has_prefix (next->text, "Trên đây là");
}

/* Returns how many paragraphs were taken. */
static guint
take_labelled (Building *building,
               guint     index,
               TosoLabel label)
{
  GPtrArray       *paragraphs = building->reading->paragraphs;
  TosoParagraph   *paragraph = g_ptr_array_index (paragraphs, index);
  TosoParagraph   *next = index + 1 < paragraphs->len ? g_ptr_array_index (paragraphs, index + 1) : NULL;
  g_autofree char *name = g_strndup (paragraph->text, label.length);
  const char      *words = paragraph->text + label.length;

  settle_kind (building, &label, paragraph->text);
  words = toso_skip_spaces (words);
  if (*words == '\0' && label.kind < TOSO_LABEL_CAPITAL && may_be_title (next))
    {
      open_numbered (building, paragraph, label, name, next->text);
      building->current->span.end = next->span.end;
      next->section = building->current;
      return 2;
    }
  /* The closing is no text of the last item's own. */
  if (*words == '\0' || is_heading (paragraph, next != NULL && is_closing (building->reading, index + 1) ? NULL : next, label, words))
    {
      open_numbered (building, paragraph, label, name, words);
      return 1;
    }
  open_numbered (building, paragraph, label, name, "");
  add_to_body (building, paragraph, words);
  return 1;
}

static guint
take_paragraph (Building *building,
                guint     index)
{
  TosoReading   *reading = building->reading;
  TosoParagraph *paragraph = g_ptr_array_index (reading->paragraphs, index);
  TosoLabel      label = { TOSO_LABEL_NONE };

  if (!paragraph->table)
    label = toso_label_read (paragraph->text);
  if (label.kind != TOSO_LABEL_NONE && (!building->closing || label.kind <= TOSO_LABEL_ROMAN))
    {
      building->closing = FALSE;
      return take_labelled (building, index, label);
    }
  if (building->depth > 0 && is_closing (reading, index))
    {
      begin_plain (building, TOSO_SECTION_CLOSING, "");
      building->closing = TRUE;
    }
  if (building->current == NULL)
    begin_plain (building, TOSO_SECTION_PREAMBLE, "");
  add_to_body (building, paragraph, paragraph->text);
  return 1;
}

gboolean
toso_sections_read (TosoReading *reading)
{
  g_autoptr (GPtrArray) body = toso_paragraphs_read (reading->text, reading->body_first, reading->body_last);
  Building building = { reading };
  gboolean numbered = FALSE;
  guint    i;

  /* What the header could not place is there already. */
  g_ptr_array_extend_and_steal (reading->paragraphs, g_steal_pointer (&body));
  building.body = g_string_new (NULL);
  for (i = 0; i < reading->paragraphs->len;)
    {
      i += take_paragraph (&building, i);
      numbered = numbered || building.depth > 0;
    }
  flush_body (&building);
  g_string_free (building.body, TRUE);

  return numbered;
}

/* "PHỤ LỤC II" of "PHỤ LỤC II. DANH SÁCH …": the bytes of the label */
static gsize
annex_label_length (const char *words)
{
  g_autoptr (TosoFold) fold = toso_fold_new (words, 60);
  gsize at = strlen ("phu luc");

  if (!toso_fold_has (fold, 0, "phu luc"))
    return 0;
  at = toso_fold_skip (fold, at);
  while (at < fold->length && strchr ("0123456789ivx", fold->ascii[at]) != NULL)
    at++;
  if (toso_fold_is_word (fold, at))
    return fold->offsets[strlen ("phu luc")];
  if (at < fold->length && strchr (".:", fold->ascii[at]) != NULL)
    at++;
  while (at > 0 && fold->ascii[at - 1] == ' ')
    at--;
  return fold->offsets[at];
}

static gboolean
is_annex_title (const TosoParagraph *paragraph)
{
  return !paragraph->table && (toso_is_all_capitals (paragraph->text) || *paragraph->text == '(') &&
         g_utf8_strlen (paragraph->text, -1) <= MAX_HEADING_CHARS &&
         toso_label_read (paragraph->text).kind == TOSO_LABEL_NONE;
}

/* Annexes are kept as text, their tables read for tasks. */
void
toso_annex_read (TosoReading *reading,
                 guint        first)
{
  g_autoptr (GPtrArray) lines = toso_paragraphs_read (reading->text, first, reading->text->lines->len);
  guint    begin = reading->paragraphs->len;
  Building building = { reading };
  guint    i;

  if (lines->len == 0)
    return;
  g_ptr_array_extend_and_steal (reading->paragraphs, g_steal_pointer (&lines));
  building.body = g_string_new (NULL);
  for (i = begin; i < reading->paragraphs->len; i++)
    {
      TosoParagraph *paragraph = g_ptr_array_index (reading->paragraphs, i);
      gsize          label = g_unichar_isupper (g_utf8_get_char (paragraph->text)) && !paragraph->table ? annex_label_length (paragraph->text) : 0;

      if (label > 0)
        {
          g_autofree char *name = g_strndup (paragraph->text, label);
          const char      *words = paragraph->text + label + strspn (paragraph->text + label, " ");

          begin_plain (&building, TOSO_SECTION_ANNEX, name);
          building.current->span = paragraph->span;
          paragraph->section = building.current;
          g_free (building.current->heading);
          building.current->heading = g_strdup (words);
        }
      else if (building.current == NULL)
        {
          begin_plain (&building, TOSO_SECTION_ANNEX, "");
          add_to_body (&building, paragraph, paragraph->text);
          toso_reading_remark (reading, paragraph->span, paragraph->line,
                               _ ("What follows the signature is not called an annex; it was kept as one."));
        }
      else if (*building.current->label != '\0' && *building.current->heading == '\0' && building.body->len == 0 && is_annex_title (paragraph))
        {
          g_free (building.current->heading);
          building.current->heading = g_strdup (paragraph->text);
          building.current->span.end = paragraph->span.end;
          paragraph->section = building.current;
        }
      else
        {
          add_to_body (&building, paragraph, paragraph->text);
        }
    }
  flush_body (&building);
  g_string_free (building.body, TRUE);
}
