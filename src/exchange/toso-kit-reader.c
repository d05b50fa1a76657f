/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-figure-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A form that we sent comes back: what each row is stands in a hidden column. */

#define NONE G_MAXUINT

typedef struct
{
  TosoFigureReading   *reading;
  const TosoWorksheet *sheet;
  const TosoVillage   *village;
  TosoPeriod           period;
  guint                head_row;
  guint                key_column;
  guint                numerator, denominator, note;
} Kit;

static const TosoWorksheet *
find_hidden_sheet (const TosoWorkbook *workbook)
{
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const TosoWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);

      if (g_str_equal (sheet->name, TOSO_KIT_SHEET) && g_str_equal (toso_worksheet_get_text (sheet, 0, 0), TOSO_KIT_MARK))
        return sheet;
    }

  return NULL;
}

static gboolean
find_head (Kit *kit)
{
  const TosoWorkbook *workbook = kit->reading->workbook;

  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      kit->sheet = g_ptr_array_index (workbook->sheets, i);
      for (kit->head_row = 0; kit->head_row < kit->sheet->rows->len; kit->head_row++)
        for (kit->key_column = 0; kit->key_column < kit->sheet->n_columns; kit->key_column++)
          if (g_str_equal (toso_worksheet_get_text (kit->sheet, kit->head_row, kit->key_column), TOSO_KIT_HEAD))
            return TRUE;
    }

  return FALSE;
}

static guint
find_column (const Kit  *kit,
             const char *heading)
{
  for (guint column = 0; column < kit->sheet->n_columns; column++)
    if (g_str_equal (toso_worksheet_get_text (kit->sheet, kit->head_row, column), heading))
      return column;

  return NONE;
}

/* By its id, which is this file's; a village of another year by its name. */
static const TosoVillage *
find_village (TosoFigureReading   *reading,
              const TosoWorksheet *hidden)
{
  gint64 id = g_ascii_strtoll (toso_worksheet_get_text (hidden, 1, 1), NULL, 10);
  guint  index;

  for (guint i = 0; i < reading->form->villages->len; i++)
    {
      const TosoVillage *village = g_ptr_array_index (reading->form->villages, i);

      if (village->id == id)
        return village;
    }

  index = toso_figure_find_village (reading, toso_worksheet_get_text (hidden, 1, 2));
  return index != NONE ? g_ptr_array_index (reading->form->villages, index) : toso_figure_get_said_village (reading);
}

static const TosoAskedFigure *
find_asked (const TosoFigureForm *form,
            const char           *key) /* indicator id ":" group */
{
  char  *end;
  gint64 id = g_ascii_strtoll (key, &end, 10);

  for (guint i = 0; i < form->n_asked; i++)
    if (form->asked[i].indicator_id == id && *end == ':' && g_str_equal (form->asked[i].group, end + 1))
      return &form->asked[i];

  return NULL;
}

static void
read_figure (Kit        *kit,
             guint       row,
             const char *key)
{
  const TosoAskedFigure *asked = find_asked (kit->reading->form, key);
  TosoFigure             numerator, denominator = TOSO_FIGURE_MISSING;
  const char            *note = kit->note != NONE ? toso_worksheet_get_text (kit->sheet, row, kit->note) : "";

  if (asked == NULL)
    {
      toso_figure_problem (kit->reading, kit->sheet, row, kit->numerator, "column",
                           _ ("Nothing was taken from this row: the report does not ask for it any more."));
      return;
    }
  if (!toso_figure_read_number (kit->reading, kit->sheet, row, kit->numerator, asked, &numerator))
    return;
  if (asked->has_denominator && kit->denominator != NONE &&
      !toso_figure_read_number (kit->reading, kit->sheet, row, kit->denominator, asked, &denominator))
    return;
  if (numerator.known)
    toso_figure_add (kit->reading, kit->sheet, row, kit->numerator, asked, kit->village->id, kit->period, numerator, denominator, *note != '\0' ? g_strdup (note) : NULL);
}

static void
take_text (const Kit *kit,
           guint      row,
           char     **text)
{
  /* Beside what it is asked by, in the second column or where it was merged to. */
  for (guint column = 2; column < kit->key_column && **text == '\0'; column++)
    {
      g_free (*text);
      *text = g_strdup (toso_worksheet_get_text (kit->sheet, row, column));
    }
}

static void
read_rows (Kit *kit)
{
  TosoFigureReport *report = g_new0 (TosoFigureReport, 1);

  report->village_id = kit->village->id;
  report->period = kit->period;
  report->reporter = g_strdup ("");
  report->difficulties = g_strdup ("");
  report->proposals = g_strdup ("");
  for (guint row = kit->head_row + 1; row < kit->sheet->rows->len; row++)
    {
      const char *key = toso_worksheet_get_text (kit->sheet, row, kit->key_column);

      if (g_str_has_prefix (key, TOSO_KIT_FIGURE))
        read_figure (kit, row, key + strlen (TOSO_KIT_FIGURE));
      else if (g_str_equal (key, TOSO_KIT_REPORTER))
        take_text (kit, row, &report->reporter);
      else if (g_str_equal (key, TOSO_KIT_DIFFICULTIES))
        take_text (kit, row, &report->difficulties);
      else if (g_str_equal (key, TOSO_KIT_PROPOSALS))
        take_text (kit, row, &report->proposals);
    }
  g_ptr_array_add (kit->reading->table->reports, report);
}

gboolean
toso_kit_read (TosoFigureReading *reading)
{
  const TosoWorksheet *hidden = find_hidden_sheet (reading->workbook);
  Kit                  kit = { .reading = reading };

  if (hidden == NULL || !find_head (&kit))
    return FALSE;

  kit.numerator = find_column (&kit, TOSO_KIT_NUMERATOR);
  kit.denominator = find_column (&kit, TOSO_KIT_DENOMINATOR);
  kit.note = find_column (&kit, TOSO_KIT_NOTE);
  if (kit.numerator == NONE)
    return FALSE;

  kit.village = find_village (reading, hidden);
  if (kit.village == NULL)
    toso_figure_problem (reading, hidden, 1, 2, "whose",
                         _ ("The list has no village of this name, or several. Write the name as in the list."));
  else if (!toso_period_parse (toso_worksheet_get_text (hidden, 2, 1), &kit.period) ||
           (!reading->form->any_period && !toso_period_equal (kit.period, reading->form->period)))
    toso_figure_problem (reading, hidden, 2, 1, "period",
                         _ ("The table says another period than the one asked for. Choose that period, or the right file."));
  else
    read_rows (&kit);

  return TRUE;
}
