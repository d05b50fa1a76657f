/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <string.h>

#include "core/toso-text.h"

/* What stands around the text of every kind: head, addressees, annexes; the foot
 * is toso-paper-foot.c.  Number and day stay blank until the paper is issued. */

#define BLANK_DAY "ngày      tháng      năm {year}"

/* --- head --- */

static GStrv
make_agency (const TosoPaperData *data)
{
  g_autofree char *lines = NULL;

  if (data->plan->header.agency != NULL && data->plan->header.agency[0] != NULL)
    return g_strdupv (data->plan->header.agency);
  lines = toso_paper_fill (data, "ỦY BAN NHÂN DÂN|{COMMUNE}");

  return g_strsplit (lines, "|", -1);
}

/* "/BC-UBND"; a letter has no code of its kind but that of the office that
 * drafts it (Annex I, II.3.b). */
static char *
make_symbol (const TosoPaperKind *kind,
             const TosoPaperData *data)
{
  g_autofree char *drafter = toso_paper_find_drafter (data->plan);

  if (kind->code != NULL)
    return g_strdup_printf ("/%s-%s", kind->code, kind->by_office && drafter != NULL ? drafter : "UBND");

  return drafter != NULL ? g_strdup_printf ("/UBND-%s", drafter) : g_strdup ("/UBND");
}

static char *
make_number_line (const TosoPaperKind *kind,
                  const TosoPaperData *data)
{
  g_autofree char *symbol = make_symbol (kind, data);

  return kind->code != NULL && *kind->code == '\0' ? NULL : g_strconcat ("Số:      ", symbol, NULL);
}

/* An office of the committee has the committee over its own name. */
static void
set_agency (TosoPaper           *paper,
            const TosoPaperKind *kind,
            const TosoPaperData *data)
{
  g_autofree char *office = kind->by_office ? toso_paper_find_office (data->plan) : NULL;
  g_autofree char *upper = office != NULL ? toso_text_upper (office) : NULL;

  if (office == NULL)
    {
      paper->superior = g_strdup (data->plan->header.superior);
      paper->agency = make_agency (data);
      return;
    }
  paper->superior = toso_paper_fill (data, "UBND {COMMUNE}");
  paper->agency = g_strsplit (upper, "|", -1);
}

static void
set_head (TosoPaper           *paper,
          const TosoPaperKind *kind,
          const TosoPaperData *data)
{
  g_autofree char *title = toso_paper_fill (data, kind->title);
  g_autofree char *day = toso_paper_fill (data, BLANK_DAY);
  const char      *commune = data->plan->commune.name;

  set_agency (paper, kind, data);
  paper->number_line = make_number_line (kind, data);
  if (commune != NULL && *commune != '\0' && !kind->is_minutes)
    paper->place_date = g_strdup_printf ("%s, %s", commune, day);
  paper->kind = g_strdup (kind->kind);
  paper->title = g_strsplit (title, "|", -1);
  if (kind->list_addressees != NULL)
    paper->addressees = kind->list_addressees (data);
}

/* --- text --- */

TosoBlock *
toso_paper_name_block (TosoBlock  *block,
                       const char *format,
                       ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_free (block->key);
  block->key = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return block;
}

/* "cong-tac-chi-dao--dieu-hanh": the same in every year and period. */
static char *
make_name (const char *pattern)
{
  g_autofree char *folded = toso_text_fold (pattern);

  return g_strdup (g_strdelimit (folded, " ,;|", '-'));
}

static gboolean
has_key (GPtrArray  *blocks,
         guint       end,
         const char *key)
{
  for (guint i = 0; i < end; i++)
    if (g_strcmp0 (((const TosoBlock *) blocks->pdata[i])->key, key) == 0)
      return TRUE;

  return FALSE;
}

/* Each block from @first on by what its part called it, what its first figure
 * is, or its place among those that are neither. */
static void
complete_keys (GPtrArray  *blocks,
               guint       first,
               const char *part)
{
  guint n_unnamed = 0;

  for (guint i = first; i < blocks->len; i++)
    {
      TosoBlock       *block = blocks->pdata[i];
      const char      *source = block->sources != NULL && block->kind != TOSO_BLOCK_TABLE
                                  ? ((const TosoFigureSource *) block->sources->pdata[0])->source
                                  : NULL;
      g_autofree char *name = NULL;
      g_autofree char *key = NULL;

      if (block->key != NULL || source != NULL)
        name = g_strdup (block->key != NULL ? block->key : source);
      else
        name = g_strdup_printf ("%u", n_unnamed++);
      key = g_strdup_printf ("%s/%s", part, name);
      for (guint n = 2; has_key (blocks, i, key); n++)
        {
          g_free (key);
          key = g_strdup_printf ("%s/%s#%u", part, name, n);
        }
      g_free (block->key);
      block->key = g_steal_pointer (&key);
    }
}

static void
add_heading (const TosoPaperData *data,
             GPtrArray           *blocks,
             const TosoPaperPart *part,
             const char          *key,
             guint               *counters)
{
  static const char *const roman[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X" };
  g_autofree char         *heading = toso_paper_fill (data, part->heading);
  g_autofree char         *text = NULL;
  TosoBlockKind            kind = part->level == 1 ? TOSO_BLOCK_HEADING_ROMAN : TOSO_BLOCK_HEADING;
  TosoBlock               *block;

  if (part->level == 1)
    {
      g_autofree char *upper = toso_text_upper (heading);

      text = g_strdup_printf ("%s. %s", roman[MIN (counters[0], G_N_ELEMENTS (roman) - 1)], upper);
      counters[0]++;
      counters[1] = 0;
    }
  else
    {
      text = g_strdup_printf ("%u. %s", ++counters[1], heading);
    }
  block = toso_block_append (blocks, kind, text);
  block->outline_level = part->level;
  block->key = g_strdup (key);
}

static void
add_parts (TosoPaper           *paper,
           const TosoPaperKind *kind,
           const TosoPaperData *data)
{
  guint            counters[2] = { 0, 0 };
  g_autofree char *heading = g_strdup ("");
  guint            n_parts = 0; /* under the heading */

  if (kind->authority != NULL)
    toso_paper_name_block (toso_paper_add_text (data, paper->blocks, TOSO_BLOCK_CENTERED_LABEL, kind->authority), "authority");
  for (const TosoPaperPart *part = kind->parts; part->compose != NULL || part->heading != NULL; part++)
    {
      g_autofree char *name = NULL;
      guint            first;

      if (part->level > 0)
        {
          g_free (heading);
          heading = make_name (part->heading);
          n_parts = 0;
          add_heading (data, paper->blocks, part, heading, counters);
        }
      if (part->compose == NULL)
        continue;
      first = paper->blocks->len;
      part->compose (data, paper->blocks);
      name = g_strdup_printf ("%s.%u", heading, n_parts++);
      complete_keys (paper->blocks, first, name);
    }
}

/* "Báo cáo" of BÁO CÁO. */
static char *
get_noun (const char *kind)
{
  return kind != NULL ? toso_text_sentence_case (kind) : g_strdup ("Công văn");
}

/* "(Kèm theo Báo cáo số      /BC-UBND ngày …)": blank until it is issued, and
 * for good on an electronic one (III.1.c). */
static char *
make_reference (const TosoPaperKind *kind,
                const TosoPaperData *data)
{
  g_autofree char *noun = get_noun (kind->kind);
  g_autofree char *symbol = make_symbol (kind, data);
  g_autofree char *day = toso_paper_fill (data, BLANK_DAY);
  g_autofree char *agency = toso_paper_fill (data, kind->by_office ? "{office}" : "{agency}");

  return g_strdup_printf ("(Kèm theo %s số      %s %s của %s)", noun, symbol, day, agency);
}

/* One has no number (III.1.b). */
void
toso_paper_label_annexes (TosoPaper *paper)
{
  static const char *const labels[] = { "Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV", "Phụ lục V" };

  for (guint i = 0; i < paper->annexes->len; i++)
    {
      TosoAnnex *annex = paper->annexes->pdata[i];

      if (annex->key != NULL && g_str_has_prefix (annex->key, TOSO_CERTIFICATE_KEY))
        continue;
      g_free (annex->label);
      annex->label = g_strdup (paper->annexes->len == 1 ? "Phụ lục" : labels[MIN (i, G_N_ELEMENTS (labels) - 1)]);
    }
}

static void
add_annexes (TosoPaper           *paper,
             const TosoPaperKind *kind,
             const TosoPaperData *data)
{
  for (guint i = 0; kind->annexes != NULL && kind->annexes[i].compose != NULL; i++)
    {
      g_autofree char *title = toso_paper_fill (data, kind->annexes[i].title);
      g_autofree char *upper = toso_text_upper (title);
      g_autofree char *name = NULL;
      TosoAnnex       *annex = toso_paper_add_annex (paper, NULL);

      kind->annexes[i].compose (data, annex->blocks);
      if (annex->blocks->len == 0)
        {
          g_ptr_array_remove_index (paper->annexes, paper->annexes->len - 1);
          continue;
        }
      name = make_name (kind->annexes[i].title);
      annex->key = g_strdup_printf ("annex.%s", name);
      complete_keys (annex->blocks, 0, annex->key);
      annex->title = g_strsplit (upper, "|", -1);
      annex->reference = make_reference (kind, data);
      annex->landscape = kind->annexes[i].landscape;
    }
  toso_paper_label_annexes (paper);
}

/* --- all of it --- */

char *
toso_paper_make_subject (const TosoPaper *paper)
{
  g_autofree char *noun = get_noun (paper->kind);
  g_autofree char *title = paper->title != NULL ? g_strjoinv (" ", paper->title) : g_strdup ("");
  g_autofree char *subject = g_strdup_printf ("%s %s", noun, title);

  return toso_text_squeeze (subject);
}

static void
set_metadata (TosoPaper           *paper,
              const TosoPaperKind *kind,
              const TosoPaperData *data)
{
  g_autofree char *noun = get_noun (kind->kind);
  g_autofree char *keywords = NULL;

  paper->subject = toso_paper_make_subject (paper);
  paper->author = toso_paper_fill (data, "{agency}");
  keywords = toso_paper_fill (data, "{team}, {commune}, {year}");
  paper->keywords = g_strdup_printf ("%s, %s", noun, keywords);
}

TosoPaper *
toso_paper_kind_compose (const TosoPaperKind *kind,
                         const TosoPaperData *data)
{
  TosoPaper *paper = toso_paper_new ();

  paper->landscape = kind->landscape;
  set_head (paper, kind, data);
  add_parts (paper, kind, data);
  add_annexes (paper, kind, data);
  if (kind->add_pages != NULL)
    kind->add_pages (data, paper);
  toso_paper_set_foot (paper, kind, data);
  set_metadata (paper, kind, data);

  return paper;
}
