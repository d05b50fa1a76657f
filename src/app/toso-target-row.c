/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-target-row.h"

#include <glib/gi18n.h>

#include "app/toso-bar-view.h"
#include "app/toso-mark-view.h"
#include "app/toso-parts.h"
#include "app/toso-style.h"

struct _TosoTargetRow
{
  GtkBox parent_instance;
};

enum {
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_BAR,
  COLUMN_VALUE,
  COLUMN_TARGET,
  COLUMN_STATE,
  COLUMN_COVERAGE,
  N_COLUMNS
};

#define COLUMN_GAP 12

G_DEFINE_FINAL_TYPE (TosoTargetRow, toso_target_row, GTK_TYPE_BOX)

static void
toso_target_row_class_init (TosoTargetRowClass *klass)
{
}

static void
toso_target_row_init (TosoTargetRow *self)
{
  gtk_box_set_spacing (GTK_BOX (self), COLUMN_GAP);
}

GPtrArray *
toso_target_columns_new (void)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_COLUMNS; i++)
    g_ptr_array_add (columns, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));

  return columns;
}

static void
append (TosoTargetRow *self,
        GPtrArray     *columns,
        guint          column,
        GtkWidget     *cell)
{
  gtk_size_group_add_widget (columns->pdata[column], cell);
  gtk_box_append (GTK_BOX (self), cell);
}

/* All of it, on as many lines as it takes: two targets of a plan may differ in
 * their last words only. */
static GtkWidget *
make_name (const TosoTarget *target)
{
  GtkWidget *name = toso_make_label (target->name, 0, NULL);

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (name), 18);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 34);
  /* More than any screen needs; without a bound GTK tries out widths, which
   * took a tenth of the time to the first frame. */
  gtk_label_set_lines (GTK_LABEL (name), 4);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  /* The plan's own words; the name is made short of them. */
  if (target->sentence != NULL && *target->sentence != '\0')
    gtk_widget_set_tooltip_text (name, target->sentence);

  return name;
}

/* "▲ chậm", and how far under it. */
static GtkWidget *
make_state (const TosoTargetResult *result)
{
  TosoMark         mark = toso_report_state_mark (result->progress.state);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *gap = toso_report_gap_text (result);

  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), toso_mark_view_new (mark));
  gtk_box_append (GTK_BOX (box),
                  toso_make_label (toso_report_state_text (result->progress.state),
                                   0,
                                   toso_style_get_mark_class (mark)));
  gtk_box_append (GTK_BOX (lines), box);
  if (gap != NULL)
    gtk_box_append (GTK_BOX (lines), toso_make_label (gap, 0, "note dim figure"));

  return lines;
}

GtkWidget *
toso_target_row_new (const TosoTargetResult *result,
                     TosoTargetRowFlags      flags,
                     GPtrArray              *columns)
{
  TosoTargetRow   *self = g_object_new (TOSO_TYPE_TARGET_ROW, NULL);
  g_autofree char *value = toso_report_value_text (result);
  g_autofree char *target = toso_report_target_text (result->target);
  g_autofree char *coverage = toso_report_coverage_text (result);
  GtkWidget       *name = make_name (result->target);

  if (flags & TOSO_TARGET_ROW_CODE)
    append (self, columns, COLUMN_CODE, toso_make_label (result->target->code, 0, "dim figure"));
  append (self, columns, COLUMN_NAME, name);
  if (flags & TOSO_TARGET_ROW_BAR)
    {
      GtkWidget *bar = toso_bar_view_new ();

      toso_bar_view_set_result (TOSO_BAR_VIEW (bar), result);
      append (self, columns, COLUMN_BAR, bar);
    }
  append (self, columns, COLUMN_VALUE, toso_make_label (value, 1, "strong figure"));
  append (self, columns, COLUMN_TARGET, toso_make_label (target, 1, "dim figure second"));
  append (self, columns, COLUMN_STATE, make_state (result));
  append (self, columns, COLUMN_COVERAGE, toso_make_label (coverage, 1, "dim figure second"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "target-row");

  return GTK_WIDGET (self);
}

GtkWidget *
toso_target_row_new_head (TosoTargetRowFlags flags,
                          GPtrArray         *columns)
{
  TosoTargetRow *self = g_object_new (TOSO_TYPE_TARGET_ROW, NULL);
  GtkWidget     *content;

  gtk_widget_add_css_class (GTK_WIDGET (self), "columns-head");
  if (flags & TOSO_TARGET_ROW_CODE)
    /* Translators: heads of columns from here on */
    append (self, columns, COLUMN_CODE, toso_make_label (C_ ("column", "Code"), 0, NULL));
  content = toso_make_label (C_ ("column", "Content"), 0, NULL);
  gtk_widget_set_hexpand (content, TRUE);
  append (self, columns, COLUMN_NAME, content);
  if (flags & TOSO_TARGET_ROW_BAR)
    {
      GtkWidget *scale = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      GtkWidget *start = toso_make_label ("0", 0, "figure");

      gtk_widget_set_hexpand (start, TRUE);
      /* As wide as the bars, not as the room that is left. */
      gtk_widget_set_hexpand (scale, FALSE);
      gtk_box_append (GTK_BOX (scale), start);
      gtk_box_append (GTK_BOX (scale), toso_make_label (C_ ("column", "year’s target"), 1, NULL));
      append (self, columns, COLUMN_BAR, scale);
    }
  append (self, columns, COLUMN_VALUE, toso_make_label (C_ ("column", "Reached"), 1, NULL));
  append (self, columns, COLUMN_TARGET, toso_make_label (C_ ("column", "Target"), 1, NULL));
  append (self, columns, COLUMN_STATE, toso_make_label (C_ ("column", "Pace"), 0, NULL));
  append (self, columns, COLUMN_COVERAGE, toso_make_label (C_ ("column", "Figures from"), 1, NULL));
  gtk_widget_set_margin_top (GTK_WIDGET (self), 6);

  return GTK_WIDGET (self);
}

char *
toso_target_row_describe (const TosoTargetResult *result)
{
  g_autofree char *value = toso_report_value_text (result);
  g_autofree char *target = toso_report_target_text (result->target);
  g_autofree char *coverage = toso_report_coverage_text (result);
  g_autofree char *gap = toso_report_gap_text (result);
  g_autofree char *state = g_strconcat (toso_report_state_text (result->progress.state), gap != NULL ? ", " : NULL, gap, NULL);

  /* Translators: name of a target, value reached, target, state, coverage */
  return g_strdup_printf (_ ("%s: %s, target %s, %s, %s"), result->target->name, value, target, state, coverage);
}
