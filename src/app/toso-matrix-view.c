/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-matrix-view.h"

#include <glib/gi18n.h>

#include "app/toso-matrix-model.h"
#include "app/toso-parts.h"
#include "app/toso-sheet.h"

struct _TosoMatrixView
{
  GtkBox parent_instance;

  TosoSession     *session; /* not owned: the page's */
  TosoMatrixModel *model;
  TosoSheet       *sheet;
  GtkWidget       *place;
  GtkWidget       *words;
  gboolean         was_shown;
};

G_DEFINE_FINAL_TYPE (TosoMatrixView, toso_matrix_view, GTK_TYPE_BOX)

static void
moved_cb (TosoMatrixView *self)
{
  g_autofree char *village = NULL;
  g_autofree char *place = NULL;
  g_autofree char *words = NULL;
  TosoSheetColumn  info = { 0 };
  guint            row, column;

  if (!toso_sheet_get_cursor (self->sheet, &row, &column))
    return;
  village = toso_sheet_model_dup_row_name (TOSO_SHEET_MODEL (self->model), row);
  toso_sheet_model_get_column (TOSO_SHEET_MODEL (self->model), column, &info);
  place = g_strdup_printf ("%s · %s", village, info.name);
  words = toso_matrix_model_say (self->model, row, column);
  gtk_label_set_label (GTK_LABEL (self->place), place);
  gtk_label_set_label (GTK_LABEL (self->words), words);
}

static void
activated_cb (TosoMatrixView *self)
{
  g_autofree char *name = NULL;
  guint            row, column;
  gint64           village_id;
  TosoPeriod       period;

  if (!toso_sheet_get_cursor (self->sheet, &row, &column) || !toso_matrix_model_get (self->model, row, column, &village_id, &period))
    return;
  name = toso_period_to_string (period);
  gtk_widget_activate_action (GTK_WIDGET (self), "reports.show-cell", "(xs)", village_id, name);
}

static gboolean
toso_matrix_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TOSO_MATRIX_VIEW (widget)->sheet));
}

static void
toso_matrix_view_dispose (GObject *object)
{
  g_clear_object (&TOSO_MATRIX_VIEW (object)->model);

  G_OBJECT_CLASS (toso_matrix_view_parent_class)->dispose (object);
}

static void
toso_matrix_view_class_init (TosoMatrixViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = toso_matrix_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = toso_matrix_view_grab_focus;
}

static void
toso_matrix_view_init (TosoMatrixView *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *hint = toso_make_label (_ ("Enter opens the figures"), 1, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->sheet = TOSO_SHEET (toso_sheet_new (_ ("Who has reported when")));
  gtk_widget_set_focusable (scroll, FALSE);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroll), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->sheet));
  gtk_box_append (GTK_BOX (self), scroll);

  self->place = toso_make_label ("", 0, "place");
  self->words = toso_make_label ("", 0, "figure");
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_add_css_class (line, "statusline");
  gtk_box_append (GTK_BOX (line), self->place);
  gtk_box_append (GTK_BOX (line), self->words);
  gtk_box_append (GTK_BOX (line), hint);
  gtk_box_append (GTK_BOX (self), line);
}

GtkWidget *
toso_matrix_view_new (TosoSession *session)
{
  TosoMatrixView *self = g_object_new (TOSO_TYPE_MATRIX_VIEW, NULL);

  self->session = session;
  self->model = toso_matrix_model_new (session);
  toso_sheet_set_model (self->sheet, TOSO_SHEET_MODEL (self->model));
  g_signal_connect_object (self->sheet, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
toso_matrix_view_update (TosoMatrixView *self)
{
  guint row, column;

  toso_matrix_model_update (self->model);
  /* The first time: where the office is now. */
  if (!self->was_shown && toso_sheet_get_cursor (self->sheet, &row, &column))
    {
      g_autoptr (TosoReportPeriod) collected = toso_session_load_collected (self->session, NULL);

      if (collected != NULL)
        toso_sheet_set_cursor (self->sheet, row, toso_matrix_model_find (self->model, collected->period));
      self->was_shown = TRUE;
    }
  moved_cb (self);
}
