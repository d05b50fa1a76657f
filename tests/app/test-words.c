/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-file-dialog.h"
#include "app/toso-help-window.h"
#include "app/toso-parts.h"
#include "app/toso-settings.h"
#include "app/toso-task-words.h"

extern void toso_app_register_resource (void);

static void
test_due (void)
{
  static const struct
  {
    const char *last_day;
    const char *words;
    gboolean    is_due;
  } cases[] = {
    { "2026-03-18", "today" },
    { "2026-03-19", "1 day left" },
    { "2026-03-22", "4 days left" }, /* Sunday */
    { "2026-03-23", "5 days left" }, /* next week */
    { "2026-03-17", "overdue by 1 day" },
    { "2026-03-11", "overdue by 7 days" },
    { "2026-12-14", NULL }, /* far off: the plan's own words are said */
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoTask) task = toso_task_new ();
      g_autofree char *words = NULL;
      TosoDate         today = { 2026, 3, 18 };

      g_free (task->last_day);
      task->last_day = g_strdup (cases[i].last_day);
      words = toso_task_due_text (task, today);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_moments (void)
{
  /* 18/3/2026 07:05 UTC is 14:05 in Việt Nam. */
  gint64           seconds = 1773817500;
  g_autofree char *today = toso_format_moment (seconds, (TosoDate){ 2026, 3, 18 });
  g_autofree char *later = toso_format_moment (seconds, (TosoDate){ 2026, 3, 19 });
  g_autofree char *full = toso_format_time (seconds);
  g_autofree char *month = toso_format_range ((TosoDate){ 2026, 2, 15 }, (TosoDate){ 2026, 3, 14 });
  g_autofree char *year = toso_format_range ((TosoDate){ 2025, 12, 15 }, (TosoDate){ 2026, 12, 14 });

  g_assert_cmpstr (today, ==, "14:05");
  g_assert_cmpstr (later, ==, "18/3");
  g_assert_cmpstr (full, ==, "18/3/2026 14:05");
  g_assert_cmpstr (month, ==, "15/2–14/3");
  g_assert_cmpstr (year, ==, "15/12/2025–14/12/2026");
}

static void
test_file_names (void)
{
  static const struct
  {
    const char *text, *name;
  } cases[] = {
    { "Kế hoạch Tổ CNSCĐ xã Ngọc Liên 2026", "Kế hoạch Tổ CNSCĐ xã Ngọc Liên 2026.pdf" },
    { "a/b\\c:d*e?f\"g<h>i|j", "a b c d e f g h i j.pdf" },
    { "  \n", "toso.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = toso_file_dialog_make_name (cases[i].text, ".pdf");

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_guide_markup (void)
{
  static const struct
  {
    const char *line, *markup;
  } cases[] = {
    { "a **b** c", "a <b>b</b> c" },
    { "x < y & z", "x &lt; y &amp; z" },
    { "open **to the end", "open <b>to the end</b>" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = toso_help_to_markup (cases[i].line);

      g_assert_cmpstr (markup, ==, cases[i].markup);
    }
}

/* Both guides are there, and every line of them is markup that Pango takes. */
static void
test_guides (void)
{
  static const char *const guides[] = { "/vn/toso/ToSo/help/vi.md", "/vn/toso/ToSo/help/en.md" };

  for (guint i = 0; i < G_N_ELEMENTS (guides); i++)
    {
      g_autoptr (GBytes) bytes = g_resources_lookup_data (guides[i], G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_auto (GStrv) lines = NULL;

      g_assert_nonnull (bytes);
      lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
      g_assert_cmpuint (g_strv_length (lines), >, 20);
      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_autofree char *markup = toso_help_to_markup (lines[j]);

          g_assert_true (pango_parse_markup (markup, -1, 0, NULL, NULL, NULL, NULL));
        }
    }
}

static void
test_recent_files (void)
{
  g_autoptr (GSettings) settings = toso_settings_new ();
  g_auto (GStrv) recent = NULL;

  g_assert_nonnull (settings);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *uri = g_strdup_printf ("file:///k%u.toso", i);
      g_autoptr (GFile) file = g_file_new_for_uri (uri);

      toso_settings_add_recent (settings, file);
    }
  {
    g_autoptr (GFile) again = g_file_new_for_uri ("file:///k5.toso");

    toso_settings_add_recent (settings, again);
  }

  recent = toso_settings_list_recent (settings);
  g_assert_cmpuint (g_strv_length (recent), ==, TOSO_MAX_RECENT);
  g_assert_cmpstr (recent[0], ==, "file:///k5.toso");
  g_assert_cmpstr (recent[1], ==, "file:///k11.toso");
  for (guint i = 1; recent[i] != NULL; i++)
    g_assert_cmpstr (recent[i], !=, "file:///k5.toso");
}

/* From the build folder, without an installation. */
static void
test_example_plan_is_found (void)
{
  g_autoptr (GFile) plan = toso_settings_find_data ("plans/ngoc-lien-2026.txt");

  g_assert_nonnull (plan);
  g_assert_null (toso_settings_find_data ("plans/no-such-plan.txt"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  toso_app_register_resource ();

  g_test_add_func ("/app/words/due", test_due);
  g_test_add_func ("/app/words/moments", test_moments);
  g_test_add_func ("/app/words/file-names", test_file_names);
  g_test_add_func ("/app/words/guide-markup", test_guide_markup);
  g_test_add_func ("/app/words/guides", test_guides);
  g_test_add_func ("/app/words/recent-files", test_recent_files);
  g_test_add_func ("/app/words/example-plan-is-found", test_example_plan_is_found);

  return g_test_run ();
}
