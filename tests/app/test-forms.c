/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-figure-entry.h"
#include "app/toso-figure-form.h"
#include "app/toso-journal-page.h"
#include "app/toso-style.h"
#include "app/toso-target-form.h"
#include "app/toso-targets-page.h"
#include "app/toso-tasks-page.h"
#include "app/toso-home-page.h"
#include "plan-fixture.h"

extern void toso_app_register_resource (void);

typedef struct
{
  char        *folder;
  TosoYear    *year;
  TosoSession *session;
  GtkWidget   *window;
  guint        n_done;
} Fixture;

/* The @n-th widget of a type, depth first. */
static GtkWidget *
find_nth (GtkWidget *widget,
          GType      type,
          guint     *n)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find (Fixture *fixture,
      GType    type,
      guint    n)
{
  GtkWidget *found = find_nth (fixture->window, type, &n);

  g_assert_nonnull (found);
  return found;
}

static gboolean
shows_text (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;

  return FALSE;
}

static void
done_cb (Fixture *fixture)
{
  fixture->n_done++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  GError *error = NULL;

  fixture->year = plan_fixture_open (&fixture->folder);
  fixture->session = toso_session_new (fixture->year, &error);
  g_assert_no_error (error);
  fixture->window = gtk_window_new ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->session);
  plan_fixture_close (fixture->year, fixture->folder);
}

static const TosoTarget *
get_target (Fixture *fixture,
            guint    i)
{
  return ((const TosoTargetResult *) toso_session_get_results (fixture->session)->pdata[i])->target;
}

static void
type (Fixture    *fixture,
      guint       field,
      const char *text)
{
  GtkWidget *entry = find (fixture, TOSO_TYPE_FIGURE_ENTRY, field);
  guint      first = 0;

  gtk_editable_set_text (GTK_EDITABLE (find_nth (entry, GTK_TYPE_ENTRY, &first)), text);
}

static guint
count_figures (Fixture *fixture)
{
  g_autoptr (GPtrArray) figures = toso_year_list_measurements (fixture->year, 0, NULL);

  return figures->len;
}

static TosoFigureForm *
start_figure (Fixture *fixture)
{
  GtkWidget *form = toso_figure_form_new (fixture->session);

  g_signal_connect_swapped (form, "done", G_CALLBACK (done_cb), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), form);
  toso_figure_form_start (TOSO_FIGURE_FORM (form), get_target (fixture, 0)->id, NULL);

  return TOSO_FIGURE_FORM (form);
}

/* Enter in the last field keeps the figure. */
static void
press_enter (Fixture *fixture)
{
  g_signal_emit_by_name (find (fixture, TOSO_TYPE_FIGURE_ENTRY, 1), "activate");
}

static void
test_figure_is_kept (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GPtrArray) figures = NULL;
  const TosoMeasurement *figure;

  start_figure (fixture);
  type (fixture, 0, "1.234");
  type (fixture, 1, "2.000");
  press_enter (fixture);

  g_assert_cmpuint (fixture->n_done, ==, 1);
  figures = toso_year_list_measurements (fixture->year, 0, NULL);
  g_assert_cmpuint (figures->len, ==, 1);
  figure = figures->pdata[0];
  g_assert_cmpfloat (figure->numerator.value, ==, 1234);
  g_assert_cmpfloat (figure->denominator.value, ==, 2000);
  g_assert_cmpint (figure->village_id, ==, 0);
  /* The month that runs on 18/3 by the decree's cut-off. */
  g_assert_cmpint (figure->period.number, ==, 4);
}

static void
test_figure_is_asked_about (Fixture      *fixture,
                            gconstpointer data)
{
  static const struct
  {
    const char *numerator, *denominator, *words;
  } cases[] = {
    { "1,234", "2000", "two ways" },
    { "năm", "2000", "not a number" },
    { "30", "", "needs both" },
    { "", "100", "needs both" },
    { "120", "100", "larger than the whole" },
    { "-1", "100", "negative" },
  };

  start_figure (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (fixture, 0, cases[i].numerator);
      type (fixture, 1, cases[i].denominator);
      press_enter (fixture);
      g_assert_true (shows_text (fixture->window, cases[i].words));
      g_assert_cmpuint (count_figures (fixture), ==, 0);
    }
  g_assert_cmpuint (fixture->n_done, ==, 0);
}

/* Either answer to "1,234" is a number that can be read in one way only. */
static void
test_answers_are_clear (Fixture      *fixture,
                        gconstpointer data)
{
  static const double values[] = { 1234, 1.234 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      GtkWidget *entry = toso_figure_entry_new ("Số hộ");
      guint      first = 0;
      TosoFigure figure;

      gtk_window_set_child (GTK_WINDOW (fixture->window), entry);
      gtk_editable_set_text (GTK_EDITABLE (find_nth (entry, GTK_TYPE_ENTRY, &first)), "1,234");
      g_assert_false (toso_figure_entry_get (TOSO_FIGURE_ENTRY (entry), &figure));

      g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, i), "clicked");
      g_assert_true (toso_figure_entry_get (TOSO_FIGURE_ENTRY (entry), &figure));
      g_assert_cmpfloat_with_epsilon (figure.value, values[i], 1e-9);
    }
}

/* What is shown again is what was kept. */
static void
test_shown_is_kept (Fixture      *fixture,
                    gconstpointer data)
{
  static const double values[] = { 0, 1, 1234, 58.2, 1.234, 0.125, 1234567.5 };
  GtkWidget          *entry = toso_figure_entry_new ("Số hộ");
  TosoFigure          figure;

  gtk_window_set_child (GTK_WINDOW (fixture->window), entry);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      toso_figure_entry_set (TOSO_FIGURE_ENTRY (entry), TOSO_FIGURE (values[i]));
      g_assert_true (toso_figure_entry_get (TOSO_FIGURE_ENTRY (entry), &figure));
      g_assert_true (figure.known);
      g_assert_cmpfloat_with_epsilon (figure.value, values[i], 1e-9);
    }
  toso_figure_entry_set (TOSO_FIGURE_ENTRY (entry), TOSO_FIGURE_MISSING);
  g_assert_true (toso_figure_entry_get (TOSO_FIGURE_ENTRY (entry), &figure));
  g_assert_false (figure.known);
}

static void
test_next_goes_through_villages (Fixture      *fixture,
                                 gconstpointer data)
{
  TosoFigureForm *form = start_figure (fixture);

  /* Whole commune, then the three villages. */
  for (guint i = 0; i < 4; i++)
    {
      type (fixture, 0, "1");
      type (fixture, 1, "2");
      g_assert_cmpuint (fixture->n_done, ==, 0);
      gtk_widget_activate_action (GTK_WIDGET (form), "form.next", NULL);
    }
  g_assert_cmpuint (fixture->n_done, ==, 1);
  g_assert_cmpuint (count_figures (fixture), ==, 4);
}

static void
test_target_is_added (Fixture      *fixture,
                      gconstpointer data)
{
  GtkWidget *form = toso_target_form_new (fixture->session);
  GPtrArray *results;

  g_signal_connect_swapped (form, "done", G_CALLBACK (done_cb), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), form);
  toso_target_form_start (TOSO_TARGET_FORM (form), 0);

  gtk_widget_activate_action (form, "form.keep", NULL);
  g_assert_true (shows_text (fixture->window, "needs a name"));
  g_assert_cmpuint (fixture->n_done, ==, 0);

  gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_ENTRY, 0)), "Hộ   có mã QR");
  type (fixture, 0, "80");
  gtk_widget_activate_action (form, "form.keep", NULL);
  g_assert_cmpuint (fixture->n_done, ==, 1);

  results = toso_session_get_results (fixture->session);
  g_assert_cmpuint (results->len, ==, 3);
  g_assert_cmpstr (get_target (fixture, 2)->name, ==, "Hộ có mã QR");
  g_assert_cmpfloat (get_target (fixture, 2)->value.value, ==, 80);
  g_assert_cmpstr (get_target (fixture, 2)->unit, ==, "%");

  toso_session_undo (fixture->session);
  g_assert_cmpuint (toso_session_get_results (fixture->session)->len, ==, 2);
}

/* Every page stands through each kind of change, and through having nothing
 * left to show. */
static void
test_pages_follow (Fixture      *fixture,
                   gconstpointer data)
{
  static GtkWidget *(*const make[]) (TosoSession *) = {
    toso_home_page_new, toso_targets_page_new, toso_tasks_page_new, toso_journal_page_new
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (make); i++)
    gtk_box_append (GTK_BOX (box), make[i](fixture->session));
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (shows_text (box, "0/3"));

  start_figure (fixture);
  type (fixture, 0, "30");
  type (fixture, 1, "100");
  press_enter (fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);

  box = toso_targets_page_new (fixture->session);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  g_assert_true (shows_text (box, "30 %"));
  while (toso_session_get_results (fixture->session)->len > 0)
    {
      GError *error = NULL;

      toso_year_remove_target (fixture->year, get_target (fixture, 0)->id, &error);
      g_assert_no_error (error);
    }
  g_assert_true (shows_text (box, "belong here"));
  toso_session_undo (fixture->session);
  g_assert_cmpuint (toso_session_get_results (fixture->session)->len, ==, 1);
}

static void
test_task_state_is_chosen_on_its_row (Fixture      *fixture,
                                      gconstpointer data)
{
  const TosoTask *task;

  gtk_window_set_child (GTK_WINDOW (fixture->window), toso_tasks_page_new (fixture->session));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (fixture, GTK_TYPE_DROP_DOWN, 0)), TOSO_TASK_DONE);

  task = toso_session_get_plan (fixture->session)->tasks->pdata[0];
  g_assert_cmpint (task->state, ==, TOSO_TASK_DONE);
  toso_session_undo (fixture->session);
  task = toso_session_get_plan (fixture->session)->tasks->pdata[0];
  g_assert_cmpint (task->state, ==, TOSO_TASK_IN_PROGRESS);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (find (fixture, GTK_TYPE_DROP_DOWN, 0))), ==, TOSO_TASK_IN_PROGRESS);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/app/forms/figure-is-kept", test_figure_is_kept },
    { "/app/forms/figure-is-asked-about", test_figure_is_asked_about },
    { "/app/forms/answers-are-clear", test_answers_are_clear },
    { "/app/forms/shown-is-kept", test_shown_is_kept },
    { "/app/forms/next-goes-through-villages", test_next_goes_through_villages },
    { "/app/forms/target-is-added", test_target_is_added },
    { "/app/pages/follow", test_pages_follow },
    { "/app/pages/task-state-is-chosen-on-its-row", test_task_state_is_chosen_on_its_row },
  };

  g_setenv ("TOSO_TODAY", "2026-03-18", TRUE);
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  toso_app_register_resource ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
