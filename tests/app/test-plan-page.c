/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-pdf-view.h"
#include "app/toso-plan-page-private.h"
#include "app/toso-plan-setting.h"
#include "app/toso-plan-text.h"
#include "app/toso-plan-tree.h"
#include "app/toso-style.h"
#include "plan-fixture.h"

#include <string.h>

extern void toso_app_register_resource (void);

/* Longer than anything here takes; a test that comes to it has failed. */
#define PATIENCE_MS 20000

typedef struct
{
  char         *folder;
  TosoYear     *year;
  TosoSession  *session;
  GtkWidget    *window;
  TosoPlanPage *page;
  TosoPlanTree *tree;
  TosoPlanText *text;
  TosoPdfView  *paper;
} Fixture;

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *child;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
too_late_cb (gpointer user_data)
{
  g_error ("it did not happen");
  return G_SOURCE_REMOVE;
}

typedef gboolean (*Condition) (Fixture *fixture);

static void
wait_for (Fixture  *fixture,
          Condition condition)
{
  guint alarm_id = g_timeout_add (PATIENCE_MS, too_late_cb, NULL);

  while (!condition (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (alarm_id);
}

static gboolean
has_paper (Fixture *fixture)
{
  return toso_pdf_view_get_n_pages (fixture->paper) > 0;
}

/* Nothing is being set, or about to be, after the figures were marked. */
static gboolean
has_marked_paper (Fixture *fixture)
{
  return has_paper (fixture) && fixture->page->typeset_id == 0 && !fixture->page->typesetting &&
         strstr (fixture->page->typeset, toso_report_get_mark (fixture->year)) != NULL;
}

static gboolean
is_mapped (Fixture *fixture)
{
  return gtk_widget_get_mapped (GTK_WIDGET (fixture->text));
}

static gboolean
has_editor (Fixture *fixture)
{
  return find_widget (GTK_WIDGET (fixture->text), GTK_TYPE_TEXT_VIEW) != NULL;
}

static gboolean
has_no_editor (Fixture *fixture)
{
  return !has_editor (fixture);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->year = plan_fixture_open (&fixture->folder);
  fixture->session = toso_session_new (fixture->year, &error);
  g_assert_no_error (error);
  fixture->page = TOSO_PLAN_PAGE (toso_plan_page_new (fixture->session));
  fixture->tree = TOSO_PLAN_TREE (find_widget (GTK_WIDGET (fixture->page), TOSO_TYPE_PLAN_TREE));
  fixture->text = TOSO_PLAN_TEXT (find_widget (GTK_WIDGET (fixture->page), TOSO_TYPE_PLAN_TEXT));
  fixture->paper = TOSO_PDF_VIEW (find_widget (GTK_WIDGET (fixture->page), TOSO_TYPE_PDF_VIEW));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1186, 720);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for (fixture, is_mapped);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  TosoPlanPage *page = fixture->page;

  /* Threads hold the page until they are done. */
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (page != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->session);
  plan_fixture_close (fixture->year, fixture->folder);
}

static gint64
get_section (Fixture    *fixture,
             const char *path)
{
  return find_section (toso_session_get_plan (fixture->session), path)->id;
}

static const char *
get_selected_text (Fixture *fixture)
{
  const TosoPlanLine *line = toso_plan_text_get_line (fixture->text, toso_plan_text_get_selected (fixture->text));

  return line != NULL ? line->text : NULL;
}

static char *
get_whole_text (Fixture *fixture)
{
  return toso_plan_to_text (toso_session_get_plan (fixture->session));
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
}

/* From a target to its sentence, and the section in the tree with it. */
static void
test_show_target (Fixture      *fixture,
                  gconstpointer data)
{
  const TosoPlan   *plan = toso_session_get_plan (fixture->session);
  const TosoTarget *target = g_ptr_array_index (plan->targets, 1);

  toso_page_reveal (TOSO_PAGE (fixture->page), &(TosoPlace){ .kind = TOSO_OBJECT_TARGET, .id = target->id });
  g_assert_cmpstr (get_selected_text (fixture), ==, "- 100% công dân có tài khoản.");
  g_assert_cmpint (toso_plan_tree_get_selected (fixture->tree), ==, get_section (fixture, "I.2"));
  toso_page_reveal (TOSO_PAGE (fixture->page), &(TosoPlace){ .kind = TOSO_OBJECT_SECTION, .id = get_section (fixture, "II.1") });
  g_assert_cmpstr (get_selected_text (fixture), ==, "1. Tập huấn");
}

static void
type_over (Fixture    *fixture,
           const char *text)
{
  GtkWidget *view = find_widget (GTK_WIDGET (fixture->text), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

/* What is typed in place is kept when one goes elsewhere, and one undo takes
 * it back. */
static void
test_edit_in_place (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *before = get_whole_text (fixture);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  toso_plan_page_show_section (fixture->page, get_section (fixture, "I.2"), 0);
  toso_plan_text_edit (fixture->text, toso_plan_text_get_selected (fixture->text) + 3);
  wait_for (fixture, has_editor);
  type_over (fixture, "- Có số rồi.");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->tree));
  wait_for (fixture, has_no_editor);
  after = get_whole_text (fixture);
  g_assert_nonnull (strstr (after, "\n- Có số rồi.\n"));
  g_assert_null (strstr (after, "- Không có số."));
  toso_session_undo (fixture->session);
  undone = get_whole_text (fixture);
  g_assert_cmpstr (undone, ==, before);
}

/* Nor is it lost when the window is closed meanwhile. */
static void
test_edit_and_close (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *after = NULL;

  toso_plan_page_show_section (fixture->page, get_section (fixture, "I.2"), 0);
  toso_plan_text_edit (fixture->text, toso_plan_text_get_selected (fixture->text) + 3);
  wait_for (fixture, has_editor);
  type_over (fixture, "- Viết dở.");
  gtk_widget_hide (fixture->window);
  after = get_whole_text (fixture);
  g_assert_nonnull (strstr (after, "\n- Viết dở.\n"));
}

static guint
find_part (Fixture     *fixture,
           TosoPlanPart part)
{
  guint i = 0;

  while (toso_plan_text_get_line (fixture->text, i)->part != part)
    i++;
  return i;
}

/* While it is written a paragraph looks as it did, and one goes on at its end;
 * a section's number is not for writing. */
static void
test_editor (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    TosoPlanPart     part;
    GtkJustification justification;
    int              indent;
    const char      *css_class;
    int              fixed; /* characters of the number */
  } cases[] = {
    { TOSO_PLAN_PART_KIND, GTK_JUSTIFY_CENTER, 0, "strong", 0 },
    { TOSO_PLAN_PART_PLACE_DATE, GTK_JUSTIFY_RIGHT, 0, "slanted", 0 },
    { TOSO_PLAN_PART_TITLE, GTK_JUSTIFY_CENTER, 0, "strong", 0 },
    { TOSO_PLAN_PART_HEADING, GTK_JUSTIFY_LEFT, TOSO_PLAN_INDENT, "strong", 3 }, /* "I. " */
    { TOSO_PLAN_PART_RECIPIENTS_HEADING, GTK_JUSTIFY_LEFT, 0, "small-type", 0 },
    { TOSO_PLAN_PART_SIGNER, GTK_JUSTIFY_CENTER, 0, "strong", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint          position = find_part (fixture, cases[i].part);
      GtkTextView   *view;
      GtkTextBuffer *buffer;
      GtkTextIter    start, end;
      int            cursor;

      g_test_message ("part %d", cases[i].part);
      toso_plan_text_edit (fixture->text, position);
      wait_for (fixture, has_editor);
      view = GTK_TEXT_VIEW (find_widget (GTK_WIDGET (fixture->text), GTK_TYPE_TEXT_VIEW));
      g_assert_cmpint (gtk_text_view_get_justification (view), ==, cases[i].justification);
      g_assert_cmpint (gtk_text_view_get_indent (view), ==, cases[i].indent);
      g_assert_true (gtk_widget_has_css_class (gtk_widget_get_parent (GTK_WIDGET (view)), cases[i].css_class));

      buffer = gtk_text_view_get_buffer (view);
      g_object_get (buffer, "cursor-position", &cursor, NULL);
      g_assert_cmpint (cursor, ==, gtk_text_buffer_get_char_count (buffer));
      g_signal_emit_by_name (view, "select-all", TRUE);
      g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
      g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, cases[i].fixed);
      gtk_widget_grab_focus (GTK_WIDGET (fixture->tree));
      wait_for (fixture, has_no_editor);
    }
  g_assert_false (toso_year_can_undo (fixture->year));
}

/* Leaving a paragraph as it was is no change: nothing to undo. */
static void
test_edit_nothing (Fixture      *fixture,
                   gconstpointer data)
{
  gboolean could_undo = toso_year_can_undo (fixture->year);

  toso_plan_page_show_section (fixture->page, get_section (fixture, "I.1"), 0);
  toso_plan_text_edit (fixture->text, toso_plan_text_get_selected (fixture->text));
  wait_for (fixture, has_editor);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->tree));
  wait_for (fixture, has_no_editor);
  g_assert_cmpint (toso_year_can_undo (fixture->year), ==, could_undo);
}

static void
test_sections (Fixture      *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *path, *action, *new_path; /* NULL: gone */
  } cases[] = {
    { "I.2", "plan.move-up", "I.1" },
    { "I.1", "plan.move-down", "I.2" },
    { "I.2", "plan.move-in", "I.1.a" },
    { "II.1.a", "plan.move-out", "II.2" },
    { "I.2", "plan.remove", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = get_whole_text (fixture);
      g_autofree char *undone = NULL;
      gint64           id = get_section (fixture, cases[i].path);

      g_test_message ("%s %s", cases[i].action, cases[i].path);
      toso_plan_page_show_section (fixture->page, id, 0);
      act (fixture, cases[i].action);
      if (cases[i].new_path != NULL)
        {
          g_assert_cmpint (get_section (fixture, cases[i].new_path), ==, id);
          g_assert_cmpint (toso_plan_tree_get_selected (fixture->tree), ==, id);
        }
      else
        g_assert_null (toso_plan_find_section (toso_session_get_plan (fixture->session), id));
      toso_session_undo (fixture->session);
      undone = get_whole_text (fixture);
      g_assert_cmpstr (undone, ==, before);
    }
}

/* A section that is added can be written at once. */
static void
test_add_section (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char   *path = NULL;
  const TosoSection *section;

  toso_plan_page_show_section (fixture->page, get_section (fixture, "I.2"), 0);
  g_assert_true (toso_page_add_item (TOSO_PAGE (fixture->page)));
  wait_for (fixture, has_editor);
  section = toso_plan_find_section (toso_session_get_plan (fixture->session),
                                    toso_plan_tree_get_selected (fixture->tree));
  g_assert_nonnull (section);
  path = toso_section_path (section);
  g_assert_cmpstr (path, ==, "I.3");
  type_over (fixture, "3. Mục tiêu khác");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->tree));
  wait_for (fixture, has_no_editor);
  section = find_section (toso_session_get_plan (fixture->session), "I.3");
  g_assert_cmpstr (section->heading, ==, "Mục tiêu khác");
}

/* The pages come by themselves, while the window goes on. */
static void
test_paper (Fixture      *fixture,
            gconstpointer data)
{
  wait_for (fixture, has_paper);
  g_assert_cmpuint (toso_pdf_view_get_n_pages (fixture->paper), ==, 1);
}

/* The pages beside the text are those that the command line writes: with the
 * mark of made-up figures, too. */
static void
test_paper_is_the_report (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (TosoPaper) paper = NULL;
  g_autoptr (TosoDocument) document = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  toso_year_mark_sample (fixture->year, &error);
  g_assert_no_error (error);
  wait_for (fixture, has_marked_paper);
  paper = toso_report_paper (fixture->year, "plan", NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (paper->watermark);
  document = toso_document_new (paper, &TOSO_PROFILE_DECREE_30, &error);
  pdf = document != NULL ? toso_document_to_pdf (document, NULL, &error) : NULL;
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (fixture->page->preview->pdf, pdf));
}

/* Ends of the text are not to be moved or removed. */
static void
test_ends_stay (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *before = get_whole_text (fixture);
  g_autofree char *after = NULL;

  toso_plan_tree_select (fixture->tree, TOSO_PLAN_NODE_ENDING);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "plan.remove", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "plan.move-up", NULL);
  after = get_whole_text (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* --- a long text, by itself --- */

#define N_LINES 500

static guint
count_rows (GtkWidget *list)
{
  guint n = 0;

  for (GtkWidget *item = gtk_widget_get_first_child (list); item != NULL; item = gtk_widget_get_next_sibling (item))
    n++;
  return n;
}

/* Rows are made for what the screen shows first and for the rest by and by; a
 * line can be asked for, and gone to, all the same. */
static void
test_long_text (void)
{
  GtkWidget    *window = gtk_window_new ();
  TosoPlanText *text = TOSO_PLAN_TEXT (toso_plan_text_new ());
  GtkWidget    *list = find_widget (GTK_WIDGET (text), GTK_TYPE_LIST_VIEW);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_plan_line_free);
  guint n_first;
  guint alarm_id;

  for (guint i = 0; i < N_LINES; i++)
    {
      TosoPlanLine *line = toso_plan_line_new (TOSO_PLAN_PART_BODY, "- Thông tin, tuyên truyền đến hộ gia đình.");

      line->paragraph = i;
      g_ptr_array_add (lines, line);
    }
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 600);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (text));
  toso_plan_text_set_lines (text, lines);
  g_assert_cmpuint (toso_plan_text_get_n_lines (text), ==, N_LINES);
  g_assert_nonnull (toso_plan_text_get_line (text, N_LINES - 1));
  n_first = count_rows (list);
  g_assert_cmpuint (n_first, <=, 50);

  gtk_window_present (GTK_WINDOW (window));
  alarm_id = g_timeout_add (PATIENCE_MS, too_late_cb, NULL);
  while (count_rows (list) <= n_first)
    g_main_context_iteration (NULL, TRUE);
  toso_plan_text_reveal (text, N_LINES - 1);
  g_assert_cmpuint (toso_plan_text_get_selected (text), ==, N_LINES - 1);
  toso_plan_text_edit (text, N_LINES - 1);
  while (find_widget (GTK_WIDGET (text), GTK_TYPE_TEXT_VIEW) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (alarm_id);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  TosoStyle *style;
  int        status;

  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  toso_app_register_resource ();
  style = toso_style_new (gdk_display_get_default ());
  ADD ("/plan-page/target-to-sentence", test_show_target);
  ADD ("/plan-page/edit-in-place", test_edit_in_place);
  ADD ("/plan-page/edit-and-close", test_edit_and_close);
  ADD ("/plan-page/editor", test_editor);
  ADD ("/plan-page/edit-nothing", test_edit_nothing);
  ADD ("/plan-page/sections", test_sections);
  ADD ("/plan-page/add-section", test_add_section);
  ADD ("/plan-page/paper", test_paper);
  ADD ("/plan-page/paper-is-the-report", test_paper_is_the_report);
  ADD ("/plan-page/ends-stay", test_ends_stay);
  g_test_add_func ("/plan-page/long-text", test_long_text);
  status = g_test_run ();
  g_object_unref (style);
  return status;
}
