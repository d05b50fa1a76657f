/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-sheet-private.h"

/* The cursor of a grid, and what is typed at it. */

GtkWidget *
toso_sheet_get_text (TosoSheet *self)
{
  return self->texts[self->current];
}

/* --- the cursor --- */

void
toso_sheet_get_selection (TosoSheet *self,
                          guint     *first_row,
                          guint     *first_column,
                          guint     *last_row,
                          guint     *last_column)
{
  *first_row = MIN (self->row, self->anchor_row);
  *last_row = MAX (self->row, self->anchor_row);
  *first_column = MIN (self->column, self->anchor_column);
  *last_column = MAX (self->column, self->anchor_column);
}

void
toso_sheet_name_cell (TosoSheet *self)
{
  g_autofree char *words = NULL;

  if (!self->has_cursor || self->model == NULL)
    return;
  words = toso_sheet_model_describe (self->model, self->row, self->column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toso_sheet_get_text (self)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY,
                                  !toso_sheet_model_can_edit (self->model, self->row, self->column),
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (toso_sheet_get_text (self)),
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) self->row + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) self->column + 1,
                                  -1);
}

/* The other text takes the next cell, and the focus where this one had it. */
static void
swap_texts (TosoSheet *self)
{
  GtkWidget *old = toso_sheet_get_text (self);
  gboolean   had_focus = gtk_widget_has_focus (old);

  self->current = 1 - self->current;
  toso_sheet_name_cell (self);
  gtk_widget_set_child_visible (toso_sheet_get_text (self), TRUE);
  gtk_widget_set_focusable (toso_sheet_get_text (self), TRUE);
  if (had_focus)
    gtk_widget_grab_focus (toso_sheet_get_text (self));
  gtk_widget_set_focusable (old, FALSE);
  gtk_widget_set_child_visible (old, FALSE);
}

void
toso_sheet_go (TosoSheet *self,
               guint      row,
               guint      column,
               gboolean   extend)
{
  if (!self->has_cursor || row >= self->geometry.n_rows || column >= self->geometry.n_columns)
    return;

  toso_sheet_commit (self);
  if (!extend)
    {
      self->anchor_row = row;
      self->anchor_column = column;
    }
  if (row != self->row || column != self->column)
    {
      self->row = row;
      self->column = column;
      swap_texts (self);
    }
  toso_sheet_reveal (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  toso_sheet_emit (self, TOSO_SHEET_MOVED);
}

/* After other rows or columns came: as near as can be to where it was. */
static void
place_cursor (TosoSheet *self)
{
  gboolean has_cells;

  toso_sheet_ensure_heads (self);
  has_cells = self->heads->len > 0 && self->geometry.n_rows > 0 && self->geometry.n_frozen < self->geometry.n_columns;
  self->has_cursor = has_cells;
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    {
      gtk_widget_set_child_visible (self->texts[i], has_cells && i == self->current);
      gtk_widget_set_focusable (self->texts[i], has_cells && i == self->current);
    }
  if (!has_cells)
    return;

  self->row = MIN (self->row, self->geometry.n_rows - 1);
  self->column = CLAMP (self->column, self->geometry.n_frozen, self->geometry.n_columns - 1);
  self->anchor_row = self->row;
  self->anchor_column = self->column;
  toso_sheet_name_cell (self);
}

/* --- editing --- */

static void
set_text (TosoSheet  *self,
          const char *text)
{
  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (toso_sheet_get_text (self)), text);
  self->quiet = FALSE;
}

static void
begin (TosoSheet *self,
       gboolean   typed,
       char      *before)
{
  self->editing = TRUE;
  self->typed = typed;
  g_free (self->edit_before);
  self->edit_before = before;
  gtk_widget_add_css_class (toso_sheet_get_text (self), "editing");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
end (TosoSheet *self)
{
  self->editing = FALSE;
  g_clear_pointer (&self->edit_before, g_free);
  gtk_widget_remove_css_class (toso_sheet_get_text (self), "editing");
  set_text (self, "");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
bar (TosoSheet *self)
{
  set_text (self, "");
  gtk_widget_error_bell (GTK_WIDGET (self));
  toso_sheet_emit (self, TOSO_SHEET_BARRED);
}

static gboolean
can_edit (TosoSheet *self)
{
  return self->has_cursor && toso_sheet_model_can_edit (self->model, self->row, self->column);
}

/* What is typed on a cell replaces what stands there. */
static void
text_changed_cb (TosoSheet *self)
{
  if (self->quiet || self->editing)
    return;
  if (can_edit (self))
    begin (self, TRUE, NULL);
  else
    bar (self);
}

static void
preedit_changed_cb (TosoSheet  *self,
                    const char *preedit)
{
  self->has_preedit = *preedit != '\0';
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_changed_cb (TosoSheet  *self,
                  GParamSpec *pspec,
                  GtkWidget  *text)
{
  if (text != toso_sheet_get_text (self))
    return;
  if (!gtk_widget_has_focus (text) && self->editing && gtk_window_is_active (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))))
    toso_sheet_commit (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- the model --- */

static void
layout_changed_cb (TosoSheet *self)
{
  toso_sheet_revert (self);
  toso_sheet_forget_cells (self);
  toso_sheet_forget_heads (self);
  place_cursor (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  toso_sheet_emit (self, TOSO_SHEET_MOVED);
}

static void
cells_changed_cb (TosoSheet *self,
                  guint      row,
                  guint      column)
{
  if (row == TOSO_SHEET_ALL || column == TOSO_SHEET_ALL)
    toso_sheet_forget_cells (self);
  else
    toso_sheet_forget_cell (self, row, column);
  toso_sheet_forget_totals (self);
  toso_sheet_name_cell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  toso_sheet_emit (self, TOSO_SHEET_MOVED);
}

/* --- the two texts --- */

static void
make_text (TosoSheet  *self,
           GtkWidget **text)
{
  *text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);
  gtk_editable_set_alignment (GTK_EDITABLE (*text), 1);
  /* Undo is the file's: one cell, one step. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (*text), FALSE);
  gtk_widget_set_child_visible (*text, FALSE);
  gtk_widget_set_focusable (*text, FALSE);
  gtk_widget_set_parent (*text, GTK_WIDGET (self));
  g_signal_connect_object (*text, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (*text, "preedit-changed", G_CALLBACK (preedit_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (*text, "notify::has-focus", G_CALLBACK (focus_changed_cb), self, G_CONNECT_SWAPPED);
}

void
toso_sheet_add_texts (TosoSheet *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    make_text (self, &self->texts[i]);
}

/* --- public --- */

TosoSheetModel *
toso_sheet_get_model (TosoSheet *self)
{
  g_return_val_if_fail (TOSO_IS_SHEET (self), NULL);

  return self->model;
}

void
toso_sheet_set_model (TosoSheet      *self,
                      TosoSheetModel *model)
{
  g_return_if_fail (TOSO_IS_SHEET (self));
  g_return_if_fail (TOSO_IS_SHEET_MODEL (model));

  if (self->model == model)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  g_signal_connect_object (model, "layout-changed", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "cells-changed", G_CALLBACK (cells_changed_cb), self, G_CONNECT_SWAPPED);
  layout_changed_cb (self);
}

gboolean
toso_sheet_get_cursor (TosoSheet *self,
                       guint     *row,
                       guint     *column)
{
  g_return_val_if_fail (TOSO_IS_SHEET (self), FALSE);

  *row = self->row;
  *column = self->column;

  return self->has_cursor;
}

void
toso_sheet_set_cursor (TosoSheet *self,
                       guint      row,
                       guint      column)
{
  g_return_if_fail (TOSO_IS_SHEET (self));

  toso_sheet_go (self, row, column, FALSE);
}

gboolean
toso_sheet_is_editing (TosoSheet *self)
{
  g_return_val_if_fail (TOSO_IS_SHEET (self), FALSE);

  return self->editing;
}

/* Through the model, and said. */
void
toso_sheet_write (TosoSheet  *self,
                  const char *text)
{
  toso_sheet_emit_answered (self, toso_sheet_model_set_text (self->model, self->row, self->column, text));
}

void
toso_sheet_commit (TosoSheet *self)
{
  g_autofree char *text = NULL;
  gboolean         same;

  g_return_if_fail (TOSO_IS_SHEET (self));

  if (!self->editing)
    return;
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (toso_sheet_get_text (self)))));
  same = self->edit_before != NULL && g_str_equal (text, self->edit_before);
  end (self);
  if (!same)
    toso_sheet_write (self, text);
}

void
toso_sheet_revert (TosoSheet *self)
{
  g_return_if_fail (TOSO_IS_SHEET (self));

  if (self->editing)
    end (self);
}

void
toso_sheet_start_editing (TosoSheet *self)
{
  char *before;

  g_return_if_fail (TOSO_IS_SHEET (self));

  if (self->editing)
    {
      self->typed = FALSE;
      return;
    }
  if (!can_edit (self))
    {
      bar (self);
      return;
    }

  before = toso_sheet_model_dup_edit_text (self->model, self->row, self->column);
  set_text (self, before);
  gtk_editable_set_position (GTK_EDITABLE (toso_sheet_get_text (self)), -1);
  begin (self, FALSE, before);
}
