/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report.h"

#include <string.h>

#include "core/toso-text.h"

/* Codes of named documents: Decree 30/2020/NĐ-CP, Annex III. */
static const struct
{
  const char *kind;
  const char *code;
} kind_codes[] = {
  { "KẾ HOẠCH", "KH" },
  { "CHƯƠNG TRÌNH", "CTr" },
  { "PHƯƠNG ÁN", "PA" },
  { "ĐỀ ÁN", "ĐA" },
  { "DỰ ÁN", "DA" },
  { "HƯỚNG DẪN", "HD" },
};

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static char *
dup_or_null (const char *text)
{
  return is_empty (text) ? NULL : g_strdup (text);
}

/* --- the lines above the text --- */

/* A commune's own papers have two lines: the committee, and its commune
 * (Decree 30, Annex I, Part II, II.2). */
static GStrv
make_agency (const TosoPlan *plan)
{
  const TosoCommune *commune = &plan->commune;
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  if (plan->header.agency != NULL && plan->header.agency[0] != NULL)
    return g_strdupv (plan->header.agency);

  if (!is_empty (commune->name))
    {
      g_autofree char *place = g_strdup_printf ("%s %s", is_empty (commune->kind) ? "xã" : commune->kind, commune->name);
      g_autofree char *upper = toso_text_upper (place);

      g_strv_builder_add (lines, "ỦY BAN NHÂN DÂN");
      g_strv_builder_add (lines, upper);
    }
  else if (!is_empty (commune->agency))
    {
      g_autofree char *upper = toso_text_upper (commune->agency);

      g_strv_builder_add (lines, upper);
    }

  return g_strv_builder_end (lines);
}

static const char *
get_kind (const TosoPlan *plan)
{
  return is_empty (plan->header.kind) ? "KẾ HOẠCH" : plan->header.kind;
}

static char *
make_number_line (const TosoPlan *plan)
{
  const char *code = "KH";

  if (plan->header.number_line != NULL)
    return g_strdup (plan->header.number_line);

  for (guint i = 0; i < G_N_ELEMENTS (kind_codes); i++)
    if (g_str_equal (kind_codes[i].kind, get_kind (plan)))
      code = kind_codes[i].code;

  return g_strdup_printf ("Số:      /%s-UBND", code);
}

/* Day and month are left to whoever issues the paper. */
static char *
make_place_date (const TosoPlan *plan)
{
  if (plan->header.place_date != NULL)
    return g_strdup (plan->header.place_date);
  if (is_empty (plan->commune.name))
    return NULL;
  if (plan->year == 0)
    return g_strdup_printf ("%s, ngày      tháng      năm        ", plan->commune.name);

  return g_strdup_printf ("%s, ngày      tháng      năm %d", plan->commune.name, plan->year);
}

/* What the text says, even in another spelling; a paper of the Party has its own
 * line in place of both. */
static void
set_nation (TosoPaper            *paper,
            const TosoPlanHeader *header)
{
  g_autofree char *folded = NULL;

  paper->nation = dup_or_null (header->nation);
  paper->motto = dup_or_null (header->motto);
  if (paper->nation == NULL || paper->motto != NULL)
    return;

  folded = toso_text_fold (paper->nation);
  if (!g_str_has_prefix (folded, "cong hoa xa hoi chu nghia"))
    paper->motto = g_strdup ("");
}

static void
set_head (TosoPaper      *paper,
          const TosoPlan *plan)
{
  paper->superior = dup_or_null (plan->header.superior);
  paper->agency = make_agency (plan);
  set_nation (paper, &plan->header);
  paper->number_line = make_number_line (plan);
  paper->place_date = make_place_date (plan);
  paper->kind = g_strdup (get_kind (plan));
  paper->title = g_strdupv (plan->header.title);
}

/* --- the text --- */

/* Bases stand in italics (Decree 30, Annex I, Part II, II.6). */
static gboolean
is_basis (const char *paragraph)
{
  static const char *const openings[] = { "can cu ", "theo de nghi ", "xet de nghi " };
  g_autofree char         *folded = toso_text_fold (paragraph);
  const char              *start = folded + strspn (folded, "-+ ");

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_str_has_prefix (start, openings[i]))
      return TRUE;

  return FALSE;
}

/* "1 | Tập huấn | Phòng VH-XH": a row of a table, kept by the reader as text;
 * with tabs where the text had tabs. */
static gboolean
is_row (const char *paragraph)
{
  return strstr (paragraph, " | ") != NULL || strchr (paragraph, '\t') != NULL;
}

/* "| a | b |": strokes around a row are its frame, not empty cells. */
static char **
split_row (const char *paragraph)
{
  g_autofree char *row = g_strstrip (g_strdup (paragraph));
  gsize            length = strlen (row);

  if (strchr (paragraph, '\t') != NULL)
    return g_strsplit (paragraph, "\t", -1);
  if (length < 2 || row[0] != '|' || row[length - 1] != '|')
    return g_strsplit (paragraph, "|", -1);

  row[length - 1] = '\0';

  return g_strsplit (row + 1, "|", -1);
}

static guint
count_rows (char *const *paragraphs)
{
  guint n = 0;

  while (paragraphs[n] != NULL && is_row (paragraphs[n]))
    n++;

  return n;
}

/* Short rows are filled up: every row has as many cells as the longest. */
static void
add_table (GPtrArray   *blocks,
           char *const *paragraphs,
           guint        n_rows)
{
  TosoBlock *block = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint n_cells = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      char **cells = split_row (paragraphs[i]);

      n_cells = MAX (n_cells, g_strv_length (cells));
      g_ptr_array_add (rows, cells);
    }
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree const char **row = g_new0 (const char *, n_cells + 1);
      char                  **cells = rows->pdata[i];
      guint                   n = g_strv_length (cells);

      for (guint c = 0; c < n_cells; c++)
        row[c] = c < n ? g_strstrip (cells[c]) : "";
      toso_block_add_row (block, row);
    }
}

/* Paragraphs of a body; @label goes before the first. */
static void
add_body (GPtrArray  *blocks,
          const char *label,
          const char *body,
          gboolean    may_be_basis)
{
  g_auto (GStrv) paragraphs = g_strsplit (body, "\n", -1);
  gboolean has_label = !is_empty (label);

  for (guint i = 0; paragraphs[i] != NULL;)
    {
      guint            n_rows = has_label ? 0 : count_rows (paragraphs + i);
      g_autofree char *text = NULL;
      TosoBlock       *block;

      if (n_rows >= 2)
        {
          add_table (blocks, paragraphs + i, n_rows);
          i += n_rows;
          continue;
        }
      if (*paragraphs[i] == '\0')
        {
          i++;
          continue;
        }
      text = has_label ? g_strconcat (label, " ", paragraphs[i], NULL) : g_strdup (paragraphs[i]);
      block = toso_block_append (blocks, may_be_basis && is_basis (paragraphs[i]) ? TOSO_BLOCK_BASIS : TOSO_BLOCK_BODY, text);
      if (has_label && g_str_has_prefix (label, "Điều "))
        block->bold_length = g_utf8_strlen (label, -1);
      has_label = FALSE;
      i++;
    }
  /* A label with nothing after it is text all the same. */
  if (has_label)
    toso_block_append (blocks, TOSO_BLOCK_BODY, label);
}

/* "I.", "A.": capitals before the point. */
static gboolean
is_capital_label (const char *label)
{
  gsize n = 0;

  while (g_ascii_isupper (label[n]) || g_str_has_prefix (label + n, "Đ"))
    n += g_ascii_isupper (label[n]) ? 1 : strlen ("Đ");

  return n > 0 && strchr (".:)/-", label[n]) != NULL;
}

/* "a)": points are set as the text is (Decree 30, Annex I, Part I, II.6). */
static gboolean
is_point_label (const char *label)
{
  const char *next = *label == '\0' ? label : g_utf8_next_char (label);

  return g_unichar_islower (g_utf8_get_char (label)) && (*next == ')' || *next == '.' || *next == '\0');
}

static void
add_heading (GPtrArray         *blocks,
             const TosoSection *section,
             int                level)
{
  gboolean         is_point = is_point_label (section->label) || strchr ("-+", *section->label) != NULL;
  g_autofree char *text = NULL;
  TosoBlockKind    kind = TOSO_BLOCK_HEADING;

  if (is_empty (section->label))
    text = g_strdup (section->heading);
  else
    text = g_strconcat (section->label, " ", section->heading, NULL);

  if (is_capital_label (section->label))
    kind = TOSO_BLOCK_HEADING_ROMAN;
  else if (is_point)
    kind = TOSO_BLOCK_BODY;
  toso_block_append (blocks, kind, text)->outline_level = level;
}

static void
add_section (GPtrArray         *blocks,
             const TosoSection *section,
             int                level)
{
  gboolean is_preamble = section->kind == TOSO_SECTION_PREAMBLE;
  gboolean has_entry = TRUE;

  if (toso_section_label_is_own_line (section))
    {
      toso_block_append (blocks, TOSO_BLOCK_CENTERED_LABEL, section->label)->outline_level = level;
      if (!is_empty (section->heading))
        toso_block_append (blocks, TOSO_BLOCK_CENTERED_TITLE, section->heading);
      add_body (blocks, NULL, section->body, FALSE);
    }
  else if (!is_empty (section->heading))
    {
      add_heading (blocks, section, level);
      add_body (blocks, NULL, section->body, is_preamble);
    }
  else
    {
      has_entry = FALSE;
      add_body (blocks, section->label, section->body, is_preamble);
    }

  for (guint i = 0; i < section->children->len; i++)
    add_section (blocks, section->children->pdata[i], has_entry ? level + 1 : level);
}

/* --- the whole --- */

static GStrv
dup_lines (GPtrArray *lines)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < lines->len; i++)
    g_strv_builder_add (builder, lines->pdata[i]);

  return g_strv_builder_end (builder);
}

/* "(Kèm theo Kế hoạch số …)", "(Ban hành kèm theo …)": what the annex belongs
 * to (Decree 30, Annex I, Part I, III.1.c). */
static gboolean
is_reference (const char *paragraph)
{
  g_autofree char *folded = toso_text_fold (paragraph);

  return g_str_has_prefix (folded, "(kem theo ") || g_str_has_prefix (folded, "(ban hanh kem theo ");
}

/* A table of so many columns needs a page on its side. */
#define WIDE_TABLE 6

static gboolean
has_wide_table (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const TosoBlock *block = blocks->pdata[i];

      if (block->kind == TOSO_BLOCK_TABLE && g_strv_length (block->rows->pdata[0]) >= WIDE_TABLE)
        return TRUE;
    }

  return FALSE;
}

static void
add_annex (TosoPaper         *paper,
           const TosoSection *section)
{
  TosoAnnex       *annex = toso_paper_add_annex (paper, is_empty (section->label) ? NULL : section->label);
  const char      *body = section->body;
  gsize            length = strcspn (body, "\n");
  g_autofree char *first = g_strndup (body, length);

  if (!is_empty (section->heading))
    annex->title = g_strsplit (section->heading, "\n", -1);
  if (is_reference (first))
    {
      annex->reference = g_steal_pointer (&first);
      body += length;
    }
  add_body (annex->blocks, NULL, body, FALSE);
  for (guint i = 0; i < section->children->len; i++)
    add_section (annex->blocks, section->children->pdata[i], 2);
  annex->landscape = has_wide_table (annex->blocks);
}

static void
add_sections (TosoPaper      *paper,
              const TosoPlan *plan)
{
  for (guint i = 0; i < plan->sections->len; i++)
    {
      const TosoSection *section = plan->sections->pdata[i];

      if (section->kind == TOSO_SECTION_ANNEX)
        add_annex (paper, section);
      else
        add_section (paper->blocks, section, 1);
    }
}

static void
set_foot (TosoPaper      *paper,
          const TosoPlan *plan)
{
  paper->recipients_heading = dup_or_null (plan->recipients_heading);
  paper->recipients = dup_lines (plan->recipients);
  paper->signature = dup_lines (plan->signature);
  paper->signer = dup_or_null (plan->signer);
}

/* "KẾ HOẠCH" in a line of text: "Kế hoạch". */
static char *
as_sentence_word (const char *capitals)
{
  g_autofree char *lower = g_utf8_strdown (capitals, -1);
  g_autofree char *first = g_utf8_substring (lower, 0, MIN (1, g_utf8_strlen (lower, -1)));
  g_autofree char *upper = toso_text_upper (first);

  return g_strconcat (upper, lower + strlen (first), NULL);
}

static void
set_metadata (TosoPaper      *paper,
              const TosoPlan *plan)
{
  const TosoCommune *commune = &plan->commune;
  g_autofree char   *kind = as_sentence_word (paper->kind);
  g_autofree char   *title = paper->title != NULL ? g_strjoinv (" ", paper->title) : g_strdup ("");
  g_autofree char   *subject = g_strconcat (kind, " ", title, NULL);
  g_autofree char   *agency = paper->agency != NULL ? g_strjoinv (" ", paper->agency) : NULL;
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) keywords = NULL;

  paper->subject = toso_text_squeeze (subject);
  paper->author = dup_or_null (is_empty (commune->agency) ? agency : commune->agency);

  g_strv_builder_add (words, kind);
  if (!is_empty (commune->team_name))
    g_strv_builder_add (words, commune->team_name);
  if (!is_empty (commune->name))
    {
      g_autofree char *place = g_strdup_printf ("%s %s", is_empty (commune->kind) ? "xã" : commune->kind, commune->name);

      g_strv_builder_add (words, place);
    }
  if (plan->year != 0)
    {
      g_autofree char *year = g_strdup_printf ("%d", plan->year);

      g_strv_builder_add (words, year);
    }
  keywords = g_strv_builder_end (words);
  paper->keywords = g_strjoinv (", ", keywords);
}

/**
 * toso_report_plan_paper:
 *
 * The plan's own words, in order, in the layout of Decree 30.  What the text
 * does not have and a paper must have (agency, number, place and date, kind)
 * is filled in from the commune, blanks left blank.
 */
TosoPaper *
toso_report_plan_paper (const TosoPlan *plan)
{
  g_autoptr (TosoPaper) paper = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  paper = toso_paper_new ();
  set_head (paper, plan);
  add_sections (paper, plan);
  set_foot (paper, plan);
  set_metadata (paper, plan);

  return g_steal_pointer (&paper);
}
