/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-matrix-model.h"

#include <glib/gi18n.h>

#include "app/toso-standing.h"
#include "core/toso-number.h"

#define FIRST 2 /* column of periods */

struct _TosoMatrixModel
{
  GObject parent_instance;

  TosoSession *session; /* not owned: the view's */
  GArray      *periods; /* of TosoPeriod */
  GPtrArray   *lists;   /* of GPtrArray of TosoVillageStatus, one a period; NULL: it has not begun */
  GPtrArray   *titles;  /* of char *, short and in full by turns */
};

static void model_iface_init (TosoSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TosoMatrixModel, toso_matrix_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (TOSO_TYPE_SHEET_MODEL, model_iface_init))

/* Of any period that has begun: the villages are the same in all. */
static GPtrArray *
get_villages (TosoMatrixModel *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (self->lists->pdata[i] != NULL)
      return self->lists->pdata[i];

  return NULL;
}

static const TosoVillageStatus *
get_status (TosoMatrixModel *self,
            guint            row,
            guint            column)
{
  GPtrArray *list = column >= FIRST && column - FIRST < self->lists->len ? self->lists->pdata[column - FIRST] : NULL;

  return list != NULL && row < list->len ? list->pdata[row] : NULL;
}

static guint
get_n_rows (TosoSheetModel *model)
{
  GPtrArray *villages = get_villages (TOSO_MATRIX_MODEL (model));

  return villages != NULL ? villages->len : 0;
}

static guint
get_n_columns (TosoSheetModel *model)
{
  return FIRST + TOSO_MATRIX_MODEL (model)->periods->len;
}

static void
get_column (TosoSheetModel  *model,
            guint            column,
            TosoSheetColumn *info)
{
  TosoMatrixModel *self = TOSO_MATRIX_MODEL (model);

  info->frozen = column < FIRST;
  info->computed = column >= FIRST;
  info->is_text = column > 0;
  if (column >= FIRST)
    {
      info->title = self->titles->pdata[2 * (column - FIRST)];
      info->name = self->titles->pdata[2 * (column - FIRST) + 1];
      info->width = 10;
      return;
    }
  info->title = info->name = column == 0 ? C_ ("column", "No.") : C_ ("column", "Village");
  info->width = column == 0 ? 3 : 16;
  info->row_header = column == 1;
}

static char *
say_short (const TosoVillageStatus *status)
{
  TosoStanding standing = toso_standing_of (status);

  if (standing == TOSO_STANDING_NOT_YET_DUE && toso_date_is_valid (status->due))
    /* Translators: the day by which a village is to send, short */
    return g_strdup_printf (C_ ("matrix", "due %d/%d"), status->due.day, status->due.month);

  return g_strdup (toso_standing_get_text (standing));
}

static void
get_cell (TosoSheetModel *model,
          guint           row,
          guint           column,
          TosoSheetCell  *cell)
{
  TosoMatrixModel         *self = TOSO_MATRIX_MODEL (model);
  const TosoVillageStatus *status = get_status (self, row, column);

  if (column == 0)
    cell->text = g_strdup_printf ("%u", row + 1);
  else if (column == 1)
    cell->text = g_strdup (((const TosoVillageStatus *) get_villages (self)->pdata[row])->village->name);
  else if (status == NULL)
    cell->text = g_strdup ("");
  else
    {
      cell->text = say_short (status);
      cell->has_mark = TRUE;
      cell->mark = toso_standing_get_mark (toso_standing_of (status));
    }
}

static void
get_total (TosoSheetModel *model,
           guint           column,
           TosoSheetTotal *total)
{
  TosoMatrixModel *self = TOSO_MATRIX_MODEL (model);
  GPtrArray       *list = column >= FIRST ? self->lists->pdata[column - FIRST] : NULL;
  guint            n = 0;

  if (column == 1)
    total->text = g_strdup (C_ ("matrix", "Have reported"));
  if (list == NULL)
    return;
  for (guint i = 0; i < list->len; i++)
    n += toso_date_is_valid (((const TosoVillageStatus *) list->pdata[i])->received);
  total->text = g_strdup_printf ("%u/%u", n, list->len);
}

static void
model_iface_init (TosoSheetModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_cell = get_cell;
  iface->get_total = get_total;
}

static void
list_free (gpointer list)
{
  if (list != NULL)
    g_ptr_array_unref (list);
}

static void
toso_matrix_model_finalize (GObject *object)
{
  TosoMatrixModel *self = TOSO_MATRIX_MODEL (object);

  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);

  G_OBJECT_CLASS (toso_matrix_model_parent_class)->finalize (object);
}

static void
toso_matrix_model_class_init (TosoMatrixModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = toso_matrix_model_finalize;
}

static void
toso_matrix_model_init (TosoMatrixModel *self)
{
  self->periods = g_array_new (FALSE, FALSE, sizeof (TosoPeriod));
  self->lists = g_ptr_array_new_with_free_func (list_free);
  self->titles = g_ptr_array_new_with_free_func (g_free);
}

TosoMatrixModel *
toso_matrix_model_new (TosoSession *session)
{
  TosoMatrixModel *self = g_object_new (TOSO_TYPE_MATRIX_MODEL, NULL);

  self->session = session;

  return self;
}

/* Twelve months, or four quarters. */
static guint
count_periods (TosoPeriodKind kind)
{
  switch (kind)
    {
    case TOSO_PERIOD_MONTH:
      return 12;

    case TOSO_PERIOD_QUARTER:
      return 4;

    case TOSO_PERIOD_HALF:
      return 2;

    case TOSO_PERIOD_NINE_MONTHS:
    case TOSO_PERIOD_YEAR:
    case TOSO_PERIOD_AD_HOC:
    default:
      return 1;
    }
}

static void
add_period (TosoMatrixModel *self,
            TosoPeriod       period)
{
  GPtrArray *list = NULL;
  GError    *error = NULL;
  char      *title = toso_period_screen_title (period);

  if (toso_session_has_begun (self->session, period))
    {
      list = toso_year_list_status (toso_session_get_year (self->session), period, toso_date_today (), &error);
      if (list == NULL)
        toso_session_take_error (self->session, error);
    }
  g_array_append_val (self->periods, period);
  g_ptr_array_add (self->lists, list);
  /* Translators: the head of a month's narrow column: "T3" */
  g_ptr_array_add (self->titles, period.kind == TOSO_PERIOD_MONTH ? g_strdup_printf (C_ ("matrix", "M%d"), period.number) : g_strdup (title));
  g_ptr_array_add (self->titles, title);
}

void
toso_matrix_model_update (TosoMatrixModel *self)
{
  g_autoptr (TosoReportPeriod) collected = toso_session_load_collected (self->session, NULL);
  TosoPeriod period;
  guint      n;

  g_array_set_size (self->periods, 0);
  g_ptr_array_set_size (self->lists, 0);
  g_ptr_array_set_size (self->titles, 0);
  if (collected != NULL)
    {
      period = collected->period;
      n = count_periods (period.kind);
      for (guint i = 1; i <= n; i++)
        {
          if (n > 1)
            period.number = (int) i;
          add_period (self, period);
        }
    }
  toso_sheet_model_layout_changed (TOSO_SHEET_MODEL (self));
}

gboolean
toso_matrix_model_get (TosoMatrixModel *self,
                       guint            row,
                       guint            column,
                       gint64          *village_id,
                       TosoPeriod      *period)
{
  const TosoVillageStatus *status = get_status (self, row, column);

  if (status == NULL)
    return FALSE;
  *village_id = status->village->id;
  *period = g_array_index (self->periods, TosoPeriod, column - FIRST);

  return TRUE;
}

guint
toso_matrix_model_find (TosoMatrixModel *self,
                        TosoPeriod       period)
{
  for (guint i = 0; i < self->periods->len; i++)
    if (toso_period_equal (g_array_index (self->periods, TosoPeriod, i), period))
      return FIRST + i;

  return FIRST;
}

static char *
say_day (TosoDate day)
{
  return toso_date_is_valid (day) ? g_strdup_printf ("%d/%d", day.day, day.month) : g_strdup (TOSO_MISSING);
}

char *
toso_matrix_model_say (TosoMatrixModel *self,
                       guint            row,
                       guint            column)
{
  const TosoVillageStatus *status = get_status (self, row, column);
  g_autofree char         *received = NULL;
  g_autofree char         *due = NULL;

  if (status == NULL)
    return g_strdup (_ ("The period has not begun."));
  received = say_day (status->received);
  due = say_day (status->due);

  /* Translators: how a village stands, the day it sent, the day it was due,
   * and how many of the figures asked for are there */
  return g_strdup_printf (_ ("%s · sent %s, due %s · %u of %u figures"), toso_standing_get_text (toso_standing_of (status)), received, due,
                          status->n_figures, status->n_expected);
}
