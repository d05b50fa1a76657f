/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <time.h>

#include "app/toso-register-view.h"
#include "exchange/toso-plan-reader.h"
#include "store/toso-year-count.h"
#include "store/toso-year-register.h"

/* A commune that has kept its lists for many years: 10,000 people and 100,000
 * times that one of them came to a training.  What a person waits for: a list
 * opens, a key narrows it, a row is kept.  Milliseconds; the limits are
 * 200 and 50, and 150 MB. */

#define N_MEMBERS   10000
#define N_TRAININGS 100

/* Of the processor: other programs on the machine count for nothing. */
static gint64
now (void)
{
  return (gint64) clock ();
}

static double
since (gint64 start)
{
  return (double) (now () - start) * 1000 / CLOCKS_PER_SEC;
}

static char *
make_name (GRand *rand,
           int    number)
{
  static const char *const families[] = { "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Bùi", "Đỗ", "Trương", "Quách", "Hà" };
  static const char *const middles[] = { "Văn", "Thị", "Xuân", "Thị Ngọc", "Đức", "Hữu", "Bá", "Minh", "Quốc", "Thúy" };
  static const char *const given[] = { "An", "Bình", "Cường", "Dũng", "Đạt", "Hòa", "Khánh", "Liên", "Uyển", "Yến" };

  return g_strdup_printf ("%s %s %s %d", families[g_rand_int_range (rand, 0, 10)], middles[g_rand_int_range (rand, 0, 10)],
                          given[g_rand_int_range (rand, 0, 10)], number);
}

static void
save (TosoYear  *year,
      GPtrArray *records)
{
  g_autoptr (GError) error = NULL;

  if (!toso_year_save_records (year, records, "bench", &error))
    g_error ("%s", error->message);
}

static void
fill (TosoYear *year)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_record_free);
  g_autoptr (GHashTable) teams = toso_year_list_names (year, "team", NULL);
  g_autofree gpointer *team_ids = g_hash_table_get_keys_as_array (teams, NULL);
  GRand               *rand = g_rand_new_with_seed (2026);

  for (int i = 0; i < N_MEMBERS; i++)
    {
      TosoRecord      *member = toso_record_new (toso_registers_find ("member"));
      g_autofree char *name = make_name (rand, i);
      g_autofree char *phone = g_strdup_printf ("09%08d", g_rand_int_range (rand, 0, 99999999));

      toso_record_set (member, "name", name);
      toso_record_set (member, "phone", phone);
      g_ptr_array_add (members, member);
    }
  save (year, members);
  for (guint t = 0; t < N_TRAININGS; t++)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_record_free);
      TosoRecord      *training = toso_record_new (toso_registers_find ("training"));
      g_autofree char *title = g_strdup_printf ("Tập huấn đợt %u", t + 1);

      toso_record_set (training, "title", title);
      toso_record_set (training, "first_day", "2026-03-10");
      g_ptr_array_add (rows, training);
      for (guint i = 0; i < 1000; i++)
        {
          TosoRecord *row = toso_record_new (toso_registers_find ("attendance"));

          toso_record_set (row, "training_id", "@0");
          toso_record_set_id (row, "member_id", ((TosoRecord *) members->pdata[(t * 37 + i * 7) % N_MEMBERS])->id);
          toso_record_set (row, "present", i % 9 == 0 ? "0" : "1");
          g_ptr_array_add (rows, row);
        }
      save (year, rows);
    }
  g_assert_nonnull (team_ids);
  g_rand_free (rand);
}

/* Resident, in MB. */
static double
get_memory (void)
{
  g_autofree char *text = NULL;
  long             pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*d %ld", &pages);

  return (double) pages * 4096 / 1024 / 1024;
}

static void
wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64         counter = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_draw (widget);
  while (gdk_frame_clock_get_frame_counter (clock) < counter + 2)
    g_main_context_iteration (NULL, TRUE);
}

static void
measure_list (TosoYear   *year,
              GtkWidget  *view,
              const char *list)
{
  static const char *const keys[] = { "n", "ng", "nguyen", "nguyen van an", "9" };
  const TosoRegister      *kind = toso_registers_find (list);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  g_autoptr (GPtrArray) records = NULL;
  gint64 start = now ();
  double named, read, set, slowest = 0, all = 0;
  guint  n_rows;

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].link != NULL)
      g_hash_table_insert (names, (char *) kind->fields[i].link, toso_year_list_names (year, kind->fields[i].link, NULL));
  named = since (start);
  records = toso_year_list_records (year, kind, NULL);
  read = since (start);
  n_rows = records->len;
  toso_register_view_set (TOSO_REGISTER_VIEW (view), kind, records, names);
  set = since (start);
  wait_for_frame (view);
  g_print ("%s: %u rows open in %.0f ms (names %.0f, rows %.0f, list %.0f, drawn %.0f)", list, n_rows, since (start),
           named, read - named, set - read, since (start) - set);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      start = now ();
      toso_register_view_search (TOSO_REGISTER_VIEW (view), keys[i]);
      slowest = MAX (slowest, since (start));
      while (g_main_context_iteration (NULL, FALSE))
        ;
      all = MAX (all, since (start));
    }
  toso_register_view_search (TOSO_REGISTER_VIEW (view), NULL);
  g_print (", slowest key %.0f ms, with its rows drawn %.0f; %.0f MB\n", slowest, all, get_memory ());
}

static void
measure_command (TosoYear *year)
{
  g_autoptr (TosoRecord) member = toso_record_new (toso_registers_find ("member"));
  g_autoptr (TosoPlan) plan = toso_year_load_plan (year, NULL);
  g_autoptr (GError) error = NULL;
  gint64 start;
  double plain;

  toso_record_set (member, "name", "Một Người Nữa");
  start = now ();
  toso_year_save_record (year, member, NULL);
  plain = since (start);
  start = now ();
  toso_year_count_anew (year, &error);
  g_assert_no_error (error);
  g_print ("a row is kept in %.0f ms; all counted anew in %.0f ms\n", plain, since (start));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("toso-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "y.toso", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *source_path = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "data", "plans", "ngoc-lien-2026.txt", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (source_path);
  g_autoptr (TosoPlan) plan = toso_plan_read_file (source, TOSO_ENCODING_AUTO, NULL, NULL);
  g_autoptr (TosoYear) year = toso_year_create (file, plan, NULL, NULL);
  GtkWidget *window;
  GtkWidget *view;
  gint64     start = now ();

  gtk_init ();
  fill (year);
  g_print ("filled in %.0f ms\n", since (start));
  toso_year_close (year);
  g_object_unref (g_steal_pointer (&year));
  start = now ();
  year = toso_year_open (file, TOSO_YEAR_OPEN_DEFAULT, NULL);
  g_print ("opened in %.0f ms, %.0f MB\n", since (start), get_memory ());

  window = gtk_window_new ();
  view = toso_register_view_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 640);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  measure_list (year, view, "village");
  measure_list (year, view, "member");
  measure_list (year, view, "attendance");
  measure_list (year, view, "member");
  measure_command (year);
  gtk_window_destroy (GTK_WINDOW (window));
  toso_year_close (year);
  g_unlink (path);
  g_rmdir (folder);

  return 0;
}
