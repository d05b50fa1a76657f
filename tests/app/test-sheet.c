/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-sheet.h"
#include "app/toso-style.h"
#include "sheet-sample.h"

/* The widget itself; its keys are tried in the real window. */

extern void toso_app_register_resource (void);

#define N_ROWS    200
#define N_COLUMNS 60
/* What a margin may hold: 12 rows and 6 columns at each side. */
#define MARGIN_ROWS    24
#define MARGIN_COLUMNS 12

typedef struct
{
  SheetSample    *sample;
  GtkWidget      *window;
  GtkWidget      *scroll;
  TosoSheet      *grid;
  GtkAdjustment  *x, *y;
  guint           n_answers;
  TosoSheetAnswer answer;
} Fixture;

static void
answered_cb (TosoSheet      *grid,
             guint           row,
             guint           column,
             TosoSheetAnswer answer,
             Fixture        *fixture)
{
  fixture->n_answers++;
  fixture->answer = answer;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->sample = sheet_sample_new (N_ROWS, N_COLUMNS);
  fixture->grid = TOSO_SHEET (toso_sheet_new ("Số liệu"));
  toso_sheet_set_model (fixture->grid, TOSO_SHEET_MODEL (fixture->sample));
  g_signal_connect (fixture->grid, "answered", G_CALLBACK (answered_cb), fixture);

  fixture->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scroll), GTK_WIDGET (fixture->grid));
  fixture->x = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (fixture->scroll));
  fixture->y = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->scroll));
  fixture->window = gtk_window_new ();
  gtk_widget_add_css_class (fixture->window, "toso");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->scroll);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->grid)) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->sample);
}

/* --- drawing --- */

/* One frame of the grid, without the rest of the window; in µs. */
static gint64
draw (Fixture *fixture)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GtkWidget     *widget = GTK_WIDGET (fixture->grid);
  GskRenderNode *node;
  gint64         start;

  gtk_widget_allocate (widget, gtk_widget_get_width (widget), gtk_widget_get_height (widget), -1, NULL);
  start = g_get_monotonic_time ();
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  start = g_get_monotonic_time () - start;
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_unref (node);

  return start;
}

static void
count_in_sight (Fixture *fixture,
                guint   *rows,
                guint   *columns)
{
  /* A row is at least 20 px high, a column at least 50 wide. */
  *rows = (guint) gtk_adjustment_get_page_size (fixture->y) / 20 + 2;
  *columns = (guint) gtk_adjustment_get_page_size (fixture->x) / 50 + 2;
}

static void
test_lays_out_what_is_in_sight (Fixture      *fixture,
                                gconstpointer data)
{
  guint  rows, columns, most;
  gint64 longest = 0, sum = 0;
  guint  n = 0;

  count_in_sight (fixture, &rows, &columns);
  draw (fixture);
  g_assert_cmpuint (sheet_sample_count_asked (fixture->sample), <=, rows * (columns + 1) + 20);
  g_assert_cmpuint (toso_sheet_get_n_layouts (fixture->grid), <=, rows * (columns + 1));

  most = (rows + MARGIN_ROWS) * (columns + MARGIN_COLUMNS + 1);
  g_assert_cmpuint (most, <, N_ROWS * N_COLUMNS / 2);
  for (double y = 0; y < gtk_adjustment_get_upper (fixture->y); y += 37, n++)
    {
      gint64 time;

      gtk_adjustment_set_value (fixture->y, y);
      gtk_adjustment_set_value (fixture->x, y);
      time = draw (fixture);
      longest = MAX (longest, time);
      sum += time;
      g_assert_cmpuint (toso_sheet_get_n_layouts (fixture->grid), <=, most);
    }
  g_test_message ("snapshot of a frame: %.2f ms on average, %.2f ms at most, of %u",
                  sum / 1000.0 / n, longest / 1000.0, n);
}

/* What is drawn again is not asked for again. */
static void
test_keeps_what_it_drew (Fixture      *fixture,
                         gconstpointer data)
{
  guint asked;

  draw (fixture);
  asked = sheet_sample_count_asked (fixture->sample);
  draw (fixture);
  g_assert_cmpuint (sheet_sample_count_asked (fixture->sample), ==, asked);
}

/* --- the cursor --- */

static void
assert_cursor (Fixture *fixture,
               guint    row,
               guint    column)
{
  guint found_row, found_column;

  g_assert_true (toso_sheet_get_cursor (fixture->grid, &found_row, &found_column));
  g_assert_cmpuint (found_row, ==, row);
  g_assert_cmpuint (found_column, ==, column);
}

static void
test_cursor_comes_in_sight (Fixture      *fixture,
                            gconstpointer data)
{
  assert_cursor (fixture, 0, 1); /* never on a name */
  toso_sheet_set_cursor (fixture->grid, N_ROWS - 1, N_COLUMNS);
  assert_cursor (fixture, N_ROWS - 1, N_COLUMNS);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->y) + gtk_adjustment_get_page_size (fixture->y), ==,
                     gtk_adjustment_get_upper (fixture->y));
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->x) + gtk_adjustment_get_page_size (fixture->x), ==,
                     gtk_adjustment_get_upper (fixture->x));
}

static void
test_cursor_outlives_a_smaller_model (Fixture      *fixture,
                                      gconstpointer data)
{
  g_autoptr (SheetSample) smaller = sheet_sample_new (3, 2);
  g_autoptr (SheetSample) empty = sheet_sample_new (0, 2);
  guint row, column;

  toso_sheet_set_cursor (fixture->grid, N_ROWS - 1, N_COLUMNS);
  toso_sheet_set_model (fixture->grid, TOSO_SHEET_MODEL (smaller));
  assert_cursor (fixture, 2, 2);
  draw (fixture);
  toso_sheet_set_model (fixture->grid, TOSO_SHEET_MODEL (empty));
  g_assert_false (toso_sheet_get_cursor (fixture->grid, &row, &column));
  draw (fixture);
  g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (fixture->grid)));
  toso_sheet_set_model (fixture->grid, TOSO_SHEET_MODEL (fixture->sample));
  g_assert_true (toso_sheet_get_cursor (fixture->grid, &row, &column));
}

/* --- editing --- */

/* The text that has the cell of the cursor. */
static GtkWidget *
get_text (Fixture *fixture)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid));

  while (child != NULL && !gtk_widget_get_child_visible (child))
    child = gtk_widget_get_next_sibling (child);
  g_assert_nonnull (child);

  return child;
}

static void
type (Fixture    *fixture,
      const char *text)
{
  int position = -1;

  gtk_editable_insert_text (GTK_EDITABLE (get_text (fixture)), text, -1, &position);
}

static void
test_typing_replaces (Fixture      *fixture,
                      gconstpointer data)
{
  toso_sheet_set_cursor (fixture->grid, 3, 2);
  g_assert_false (toso_sheet_is_editing (fixture->grid));
  type (fixture, "4");
  g_assert_true (toso_sheet_is_editing (fixture->grid));
  type (fixture, "5");
  toso_sheet_commit (fixture->grid);
  g_assert_false (toso_sheet_is_editing (fixture->grid));
  g_assert_cmpstr (sheet_sample_get (fixture->sample, 3, 2), ==, "45");
  g_assert_cmpuint (fixture->n_answers, ==, 1);
  g_assert_cmpint (fixture->answer, ==, TOSO_SHEET_ACCEPTED);
}

static void
test_moving_on_keeps (Fixture      *fixture,
                      gconstpointer data)
{
  toso_sheet_set_cursor (fixture->grid, 3, 2);
  type (fixture, " 7 ");
  toso_sheet_set_cursor (fixture->grid, 4, 2);
  g_assert_cmpstr (sheet_sample_get (fixture->sample, 3, 2), ==, "7");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_text (fixture))), ==, "");
}

static void
test_bad_value_does_not_block (Fixture      *fixture,
                               gconstpointer data)
{
  toso_sheet_set_cursor (fixture->grid, 3, 2);
  type (fixture, "!x");
  toso_sheet_set_cursor (fixture->grid, 4, 2);
  g_assert_cmpint (fixture->answer, ==, TOSO_SHEET_NOT_WRITTEN);
  assert_cursor (fixture, 4, 2);
}

static void
test_escape_reverts (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *before = g_strdup (sheet_sample_get (fixture->sample, 3, 2));

  toso_sheet_set_cursor (fixture->grid, 3, 2);
  type (fixture, "99");
  toso_sheet_revert (fixture->grid);
  g_assert_cmpstr (sheet_sample_get (fixture->sample, 3, 2), ==, before);
  g_assert_cmpuint (sheet_sample_count_writes (fixture->sample), ==, 0);
}

/* F2 and away again has changed nothing: no step to undo. */
static void
test_looking_is_not_writing (Fixture      *fixture,
                             gconstpointer data)
{
  toso_sheet_set_cursor (fixture->grid, 3, 2);
  toso_sheet_start_editing (fixture->grid);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_text (fixture))), ==, sheet_sample_get (fixture->sample, 3, 2));
  toso_sheet_commit (fixture->grid);
  g_assert_cmpuint (sheet_sample_count_writes (fixture->sample), ==, 0);
}

static void
test_computed_is_barred (Fixture      *fixture,
                         gconstpointer data)
{
  toso_sheet_set_cursor (fixture->grid, 3, 5);
  type (fixture, "1");
  g_assert_false (toso_sheet_is_editing (fixture->grid));
  g_assert_cmpuint (sheet_sample_count_writes (fixture->sample), ==, 0);

  sheet_sample_set_locked (fixture->sample, TRUE);
  toso_sheet_set_cursor (fixture->grid, 3, 6);
  type (fixture, "1");
  toso_sheet_start_editing (fixture->grid);
  g_assert_false (toso_sheet_is_editing (fixture->grid));
}

/* Another period comes while one types: what was typed is not put there. */
static void
test_new_layout_drops_typing (Fixture      *fixture,
                              gconstpointer data)
{
  toso_sheet_set_cursor (fixture->grid, 3, 2);
  type (fixture, "99");
  toso_sheet_model_layout_changed (TOSO_SHEET_MODEL (fixture->sample));
  g_assert_false (toso_sheet_is_editing (fixture->grid));
  g_assert_cmpuint (sheet_sample_count_writes (fixture->sample), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (TosoStyle) style = NULL;
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } cases[] = {
    { "/sheet/lays-out-what-is-in-sight", test_lays_out_what_is_in_sight },
    { "/sheet/keeps-what-it-drew", test_keeps_what_it_drew },
    { "/sheet/cursor-comes-in-sight", test_cursor_comes_in_sight },
    { "/sheet/cursor-outlives-a-smaller-model", test_cursor_outlives_a_smaller_model },
    { "/sheet/typing-replaces", test_typing_replaces },
    { "/sheet/moving-on-keeps", test_moving_on_keeps },
    { "/sheet/bad-value-does-not-block", test_bad_value_does_not_block },
    { "/sheet/escape-reverts", test_escape_reverts },
    { "/sheet/looking-is-not-writing", test_looking_is_not_writing },
    { "/sheet/computed-is-barred", test_computed_is_barred },
    { "/sheet/new-layout-drops-typing", test_new_layout_drops_typing },
  };
  int status;

  gtk_test_init (&argc, &argv, NULL);
  toso_app_register_resource ();
  style = toso_style_new (gdk_display_get_default ());

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].name, Fixture, NULL, set_up, cases[i].test, tear_down);
  status = g_test_run ();

  return status;
}
