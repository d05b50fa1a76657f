/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-sheet-private.h"

#include <string.h>

#include "app/toso-sheet-copy.h"

/* Keys and clicks.  Keys are looked at before the text gets them, but never
 * while an input method (UniKey, ibus) is composing: then they are its own. */

#define MODIFIERS (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)

/* --- ways --- */

static gboolean
can_edit_column (TosoSheet *self,
                 guint      column)
{
  const TosoSheetColumn *info = &g_array_index (self->heads, TosoSheetHead, column).info;

  return !info->frozen && !info->computed;
}

/* A table that is only looked at. */
static gboolean
is_to_read (TosoSheet *self)
{
  for (guint i = 0; i < self->geometry.n_columns; i++)
    if (can_edit_column (self, i))
      return FALSE;

  return TRUE;
}

/* The next column to type into, in a direction; FALSE at the end. */
static gboolean
step_column (TosoSheet *self,
             guint     *column,
             int        direction)
{
  guint i = *column;

  while (direction > 0 ? i + 1 < self->geometry.n_columns : i > self->geometry.n_frozen)
    {
      i = (guint) ((int) i + direction);
      if (can_edit_column (self, i))
        {
          *column = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Enter: down the column, then to the top of the next. */
static void
go_down (TosoSheet *self,
         int        direction)
{
  guint row = self->row;
  guint column = self->column;

  if (direction > 0 ? row + 1 < self->geometry.n_rows : row > 0)
    row = (guint) ((int) row + direction);
  else if (step_column (self, &column, direction))
    row = direction > 0 ? 0 : self->geometry.n_rows - 1;
  toso_sheet_go (self, row, column, FALSE);
}

/* Tab: along the row, then to the next; FALSE where there is no further cell. */
static gboolean
go_along (TosoSheet *self,
          int        direction)
{
  guint row = self->row;
  guint column = self->column;

  if (!step_column (self, &column, direction))
    {
      if (direction > 0 ? row + 1 >= self->geometry.n_rows : row == 0)
        return FALSE;
      row = (guint) ((int) row + direction);
      column = direction > 0 ? self->geometry.n_frozen : self->geometry.n_columns - 1;
      if (!can_edit_column (self, column) && !step_column (self, &column, direction))
        return FALSE;
    }
  toso_sheet_go (self, row, column, FALSE);

  return TRUE;
}

static void
go_by (TosoSheet *self,
       int        rows,
       int        columns,
       gboolean   extend)
{
  int row = CLAMP ((int) self->row + rows, 0, (int) self->geometry.n_rows - 1);
  int column = CLAMP ((int) self->column + columns, (int) self->geometry.n_frozen, (int) self->geometry.n_columns - 1);

  toso_sheet_go (self, (guint) row, (guint) column, extend);
}

static void
select_all (TosoSheet *self)
{
  toso_sheet_go (self, 0, self->geometry.n_frozen, FALSE);
  toso_sheet_go (self, self->geometry.n_rows - 1, self->geometry.n_columns - 1, TRUE);
}

/* --- acts --- */

static void
copy_above (TosoSheet *self)
{
  g_autofree char *text = NULL;

  if (self->row == 0 || !toso_sheet_model_can_edit (self->model, self->row, self->column))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  toso_sheet_revert (self);
  text = toso_sheet_model_dup_edit_text (self->model, self->row - 1, self->column);
  toso_sheet_write (self, text);
}

static void
take_back (TosoSheet *self)
{
  if (toso_sheet_model_can_edit (self->model, self->row, self->column))
    toso_sheet_write (self, "");
  else
    toso_sheet_emit (self, TOSO_SHEET_BARRED);
}

void
toso_sheet_copy (TosoSheet *self)
{
  g_autoptr (GdkContentProvider) both = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char    *tsv = NULL;
  g_autofree char    *html = NULL;
  GdkContentProvider *parts[2];
  guint               first_row, first_column, last_row, last_column;

  g_return_if_fail (TOSO_IS_SHEET (self));

  if (!self->has_cursor)
    return;
  toso_sheet_get_selection (self, &first_row, &first_column, &last_row, &last_column);
  tsv = toso_sheet_copy_tsv (self->model, first_row, first_column, last_row, last_column);
  html = toso_sheet_copy_html (self->model, first_row, first_column, last_row, last_column);

  bytes = g_bytes_new (html, strlen (html));
  parts[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  parts[1] = gdk_content_provider_new_typed (G_TYPE_STRING, tsv);
  both = gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
}

/* --- keys --- */

static guint
without_keypad (guint keyval)
{
  static const struct
  {
    guint pad, plain;
  } keys[] = {
    { GDK_KEY_KP_Enter, GDK_KEY_Return },
    { GDK_KEY_ISO_Enter, GDK_KEY_Return },
    { GDK_KEY_ISO_Left_Tab, GDK_KEY_Tab },
    { GDK_KEY_KP_Tab, GDK_KEY_Tab },
    { GDK_KEY_KP_Up, GDK_KEY_Up },
    { GDK_KEY_KP_Down, GDK_KEY_Down },
    { GDK_KEY_KP_Left, GDK_KEY_Left },
    { GDK_KEY_KP_Right, GDK_KEY_Right },
    { GDK_KEY_KP_Home, GDK_KEY_Home },
    { GDK_KEY_KP_End, GDK_KEY_End },
    { GDK_KEY_KP_Page_Up, GDK_KEY_Page_Up },
    { GDK_KEY_KP_Page_Down, GDK_KEY_Page_Down },
    { GDK_KEY_KP_Delete, GDK_KEY_Delete },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].pad == keyval)
      return keys[i].plain;

  return gdk_keyval_to_lower (keyval);
}

/* Enter and Tab, whether something is being typed or not. */
static gboolean
handle_step (TosoSheet      *self,
             guint           key,
             GdkModifierType state)
{
  gboolean back = (state & GDK_SHIFT_MASK) != 0;

  if (key == GDK_KEY_Return && state == GDK_CONTROL_MASK)
    {
      toso_sheet_commit (self);
      toso_sheet_emit (self, TOSO_SHEET_HISTORY);
      return TRUE;
    }
  if (state & ~GDK_SHIFT_MASK)
    return FALSE;
  if (key == GDK_KEY_Return && is_to_read (self))
    {
      toso_sheet_emit (self, TOSO_SHEET_ACTIVATED);
      return TRUE;
    }
  if (key == GDK_KEY_Return)
    {
      go_down (self, back ? -1 : 1);
      return TRUE;
    }
  if (key == GDK_KEY_Tab)
    {
      if (go_along (self, back ? -1 : 1))
        return TRUE;
      /* Out of the grid, by the window. */
      toso_sheet_commit (self);
      return FALSE;
    }

  return FALSE;
}

static gboolean
handle_function (TosoSheet      *self,
                 guint           key,
                 GdkModifierType state)
{
  if (state == 0 && key == GDK_KEY_F2)
    toso_sheet_start_editing (self);
  else if (state == 0 && key == GDK_KEY_F4)
    {
      toso_sheet_commit (self);
      toso_sheet_emit (self, TOSO_SHEET_NOTE);
    }
  else if (state == GDK_CONTROL_MASK && key == GDK_KEY_d)
    copy_above (self);
  else
    return FALSE;

  return TRUE;
}

static gboolean
handle_arrow (TosoSheet      *self,
              guint           key,
              GdkModifierType state)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;
  gboolean far = (state & GDK_CONTROL_MASK) != 0;
  int      rows = (int) self->geometry.n_rows;
  int      columns = (int) self->geometry.n_columns;
  int      page = MAX (1, toso_sheet_geometry_get_page_height (&self->geometry) / MAX (1, self->geometry.row_height) - 1);

  if (state & ~(GDK_SHIFT_MASK | GDK_CONTROL_MASK))
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Up:
      go_by (self, far ? -rows : -1, 0, extend);
      return TRUE;

    case GDK_KEY_Down:
      go_by (self, far ? rows : 1, 0, extend);
      return TRUE;

    case GDK_KEY_Left:
      go_by (self, 0, far ? -columns : -1, extend);
      return TRUE;

    case GDK_KEY_Right:
      go_by (self, 0, far ? columns : 1, extend);
      return TRUE;

    case GDK_KEY_Home:
      go_by (self, far ? -rows : 0, -columns, extend);
      return TRUE;

    case GDK_KEY_End:
      go_by (self, far ? rows : 0, columns, extend);
      return TRUE;

    case GDK_KEY_Page_Up:
      go_by (self, -page, 0, extend);
      return !far;

    case GDK_KEY_Page_Down:
      go_by (self, page, 0, extend);
      return !far;

    default:
      return FALSE;
    }
}

static gboolean
handle_resting (TosoSheet      *self,
                guint           key,
                GdkModifierType state)
{
  if (state == GDK_CONTROL_MASK && (key == GDK_KEY_c || key == GDK_KEY_Insert))
    toso_sheet_copy (self);
  else if ((state == GDK_CONTROL_MASK && key == GDK_KEY_v) || (state == GDK_SHIFT_MASK && key == GDK_KEY_Insert))
    toso_sheet_emit (self, TOSO_SHEET_PASTE);
  else if (state == GDK_CONTROL_MASK && key == GDK_KEY_a)
    select_all (self);
  else if (state == 0 && (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace))
    take_back (self);
  else
    return handle_arrow (self, key, state);

  return TRUE;
}

/* While one types: arrows up and down move on; along, only when the typing
 * replaces, as in spreadsheets.  The rest is the text's. */
static gboolean
handle_editing (TosoSheet      *self,
                guint           key,
                GdkModifierType state)
{
  if (state == 0 && key == GDK_KEY_Escape)
    {
      toso_sheet_revert (self);
      return TRUE;
    }
  if (state != 0)
    return FALSE;
  if (key == GDK_KEY_Up || key == GDK_KEY_Down || key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down)
    return handle_arrow (self, key, state);
  if (self->typed && (key == GDK_KEY_Left || key == GDK_KEY_Right))
    return handle_arrow (self, key, state);

  return FALSE;
}

static gboolean
key_pressed_cb (TosoSheet      *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  guint key = without_keypad (keyval);

  state &= MODIFIERS;
  if (!self->has_cursor || self->has_preedit || !gtk_widget_has_focus (toso_sheet_get_text (self)))
    return FALSE;
  if (handle_step (self, key, state) || handle_function (self, key, state))
    return TRUE;

  return self->editing ? handle_editing (self, key, state) : handle_resting (self, key, state);
}

/* --- pointer --- */

static void
pressed_cb (TosoSheet       *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint           row, column;

  if (!self->has_cursor || toso_sheet_geometry_pick (&self->geometry, x, y, &row, &column) != TOSO_SHEET_AREA_BODY)
    return;
  if (self->editing && row == self->row && column == self->column)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  /* On a name: the row, where the cursor's column is. */
  if (column < self->geometry.n_frozen)
    column = self->column;
  toso_sheet_go (self, row, column, (state & GDK_SHIFT_MASK) != 0);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2 && is_to_read (self))
    toso_sheet_emit (self, TOSO_SHEET_ACTIVATED);
  else if (n_press == 2)
    toso_sheet_start_editing (self);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
dragged_cb (TosoSheet      *self,
            double          offset_x,
            double          offset_y,
            GtkGestureDrag *gesture)
{
  double start_x, start_y;
  guint  row, column;

  if (self->editing || !gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y) ||
      toso_sheet_geometry_pick (&self->geometry, start_x + offset_x, start_y + offset_y, &row, &column) != TOSO_SHEET_AREA_BODY)
    return;
  column = MAX (column, self->geometry.n_frozen);
  if (row != self->row || column != self->column)
    toso_sheet_go (self, row, column, TRUE);
}

/* In full, what the head or a cell had no room for. */
static gboolean
query_tooltip_cb (TosoSheet  *self,
                  int         x,
                  int         y,
                  gboolean    keyboard_mode,
                  GtkTooltip *tooltip)
{
  const TosoSheetHead *head;
  g_autofree char     *text = NULL;
  guint                row, column;

  if (!self->has_cursor || keyboard_mode)
    return FALSE;

  switch (toso_sheet_geometry_pick (&self->geometry, x, y, &row, &column))
    {
    case TOSO_SHEET_AREA_HEAD:
      head = &g_array_index (self->heads, TosoSheetHead, column);
      text = head->info.band != NULL ? g_strdup_printf ("%s\n%s", head->info.band, head->info.name) : g_strdup (head->info.name);
      break;

    case TOSO_SHEET_AREA_BODY:
      if (!toso_sheet_is_cut (self, row, column))
        return FALSE;
      text = toso_sheet_model_describe (self->model, row, column);
      break;

    case TOSO_SHEET_AREA_NONE:
    case TOSO_SHEET_AREA_TOTALS:
    default:
      return FALSE;
    }
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

void
toso_sheet_add_controllers (TosoSheet *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  /* Before the text, which has the pointer only while one types in it. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (drag, "drag-update", G_CALLBACK (dragged_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (drag, click);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
