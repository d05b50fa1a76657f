/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sheet-sample.h"

struct _SheetSample
{
  GObject parent_instance;

  guint      n_rows, n_columns;
  GPtrArray *texts;  /* of char *, row by row */
  GPtrArray *titles; /* of char * */
  gboolean   locked;
  guint      n_asked, n_writes;
};

static void model_iface_init (TosoSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SheetSample,
                               sheet_sample,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TOSO_TYPE_SHEET_MODEL, model_iface_init))

static gboolean
is_computed (guint column)
{
  return column % 5 == 0;
}

static char **
find (SheetSample *self,
      guint        row,
      guint        column)
{
  return (char **) &self->texts->pdata[row * self->n_columns + column - 1];
}

static guint
get_n_rows (TosoSheetModel *model)
{
  return SHEET_SAMPLE (model)->n_rows;
}

static guint
get_n_columns (TosoSheetModel *model)
{
  return SHEET_SAMPLE (model)->n_columns + 1;
}

static void
get_column (TosoSheetModel  *model,
            guint            column,
            TosoSheetColumn *info)
{
  SheetSample *self = SHEET_SAMPLE (model);

  if (column == 0)
    {
      *info = (TosoSheetColumn){ .title = "Thôn", .name = "Thôn", .width = 12, .frozen = TRUE, .row_header = TRUE, .is_text = TRUE };
      return;
    }
  info->title = info->name = self->titles->pdata[column - 1];
  info->band = (column - 1) / 3 % 2 == 0 ? "Một" : "Hai";
  info->computed = is_computed (column);
  info->width = 8;
}

static void
get_cell (TosoSheetModel *model,
          guint           row,
          guint           column,
          TosoSheetCell  *cell)
{
  SheetSample *self = SHEET_SAMPLE (model);

  self->n_asked++;
  if (column == 0)
    {
      cell->text = g_strdup_printf ("Thôn %u", row + 1);
      return;
    }
  cell->text = g_strdup (*find (self, row, column));
  if (is_computed (column))
    {
      cell->state = TOSO_SHEET_COMPUTED;
      g_free (cell->text);
      cell->text = g_strdup_printf ("%u", row + 1);
    }
  else if (*cell->text == '\0')
    {
      cell->state = TOSO_SHEET_MISSING;
      g_free (cell->text);
      cell->text = g_strdup ("—");
    }
  else if (*cell->text == '?')
    cell->state = TOSO_SHEET_DOUBTFUL;
  else if (*cell->text == '!')
    cell->state = TOSO_SHEET_REFUSED;
}

static void
get_total (TosoSheetModel *model,
           guint           column,
           TosoSheetTotal *total)
{
  SheetSample *self = SHEET_SAMPLE (model);
  guint        n = 0;

  total->text = g_strdup (column == 0 ? "Cộng" : "1.234");
  for (guint row = 0; column > 0 && row < self->n_rows; row++)
    n += **find (self, row, column) != '\0';
  if (column > 0)
    total->coverage = g_strdup_printf ("%u/%u", n, self->n_rows);
}

static char *
dup_edit_text (TosoSheetModel *model,
               guint           row,
               guint           column)
{
  return g_strdup (*find (SHEET_SAMPLE (model), row, column));
}

static gboolean
can_edit (TosoSheetModel *model,
          guint           row,
          guint           column)
{
  return !SHEET_SAMPLE (model)->locked;
}

static TosoSheetAnswer
set_text (TosoSheetModel *model,
          guint           row,
          guint           column,
          const char     *text)
{
  SheetSample *self = SHEET_SAMPLE (model);
  char       **place = find (self, row, column);

  g_free (*place);
  *place = g_strdup (g_str_equal (text, "-") ? "" : text);
  self->n_writes++;
  toso_sheet_model_cells_changed (model, row, column);

  return *text == '?'   ? TOSO_SHEET_ASKED
         : *text == '!' ? TOSO_SHEET_NOT_WRITTEN
                        : TOSO_SHEET_ACCEPTED;
}

static void
model_iface_init (TosoSheetModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_cell = get_cell;
  iface->get_total = get_total;
  iface->dup_edit_text = dup_edit_text;
  iface->can_edit = can_edit;
  iface->set_text = set_text;
}

static void
sheet_sample_finalize (GObject *object)
{
  SheetSample *self = SHEET_SAMPLE (object);

  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->titles);

  G_OBJECT_CLASS (sheet_sample_parent_class)->finalize (object);
}

static void
sheet_sample_class_init (SheetSampleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sheet_sample_finalize;
}

static void
sheet_sample_init (SheetSample *self)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->titles = g_ptr_array_new_with_free_func (g_free);
}

SheetSample *
sheet_sample_new (guint n_rows,
                  guint n_columns)
{
  SheetSample *self = g_object_new (SHEET_SAMPLE_TYPE, NULL);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  for (guint i = 0; i < n_rows * n_columns; i++)
    g_ptr_array_add (self->texts, i % 7 == 0 ? g_strdup ("") : g_strdup_printf ("%u", i));
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (self->titles, g_strdup_printf ("B%u", i + 1));

  return self;
}

const char *
sheet_sample_get (SheetSample *self,
                  guint        row,
                  guint        column)
{
  return *find (self, row, column);
}

void
sheet_sample_set_locked (SheetSample *self,
                         gboolean     locked)
{
  self->locked = locked;
}

guint
sheet_sample_count_asked (SheetSample *self)
{
  return self->n_asked;
}

guint
sheet_sample_count_writes (SheetSample *self)
{
  return self->n_writes;
}
