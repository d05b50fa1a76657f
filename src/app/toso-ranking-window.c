/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-ranking-window.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"
#include "core/toso-number.h"
#include "report/toso-ranking.h"
#include "store/toso-year-register.h"

#define TARGETS_WIDTH 280

struct _TosoRankingWindow
{
  GtkWindow parent_instance;

  TosoSession *session;
  TosoRanking *ranking;
  gboolean     filling;

  GtkWidget *targets;
  GtkWidget *rows;
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (TosoRankingWindow, toso_ranking_window, GTK_TYPE_WINDOW)

/* --- the table --- */

static void
attach (TosoRankingWindow *self,
        const char        *text,
        int                column,
        int                row,
        const char        *css_classes)
{
  GtkWidget *label = toso_make_label (text, column == 1 ? 0 : 1, css_classes);

  if (column == 1)
    {
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  gtk_grid_attach (GTK_GRID (self->rows), label, column, row, 1, 1);
}

static void
attach_heads (TosoRankingWindow *self)
{
  int column = 2;

  attach (self, C_ ("column", "Rank"), 0, 0, "dim second");
  attach (self, _ ("Village"), 1, 0, "dim second");
  for (guint c = 0; c < self->ranking->criteria->len; c++)
    attach (self, ((const TosoTarget *) self->ranking->criteria->pdata[c])->code, column++, 0, "dim second");
  attach (self, _ ("Sum of places"), column, 0, "dim second");
}

static void
attach_village (TosoRankingWindow       *self,
                const TosoRankedVillage *village,
                int                      row)
{
  g_autofree char *rank = village->rank > 0 ? g_strdup_printf ("%u", village->rank) : g_strdup (TOSO_MISSING);
  g_autofree char *sum = village->rank > 0 ? g_strdup_printf ("%u", village->sum) : g_strdup (TOSO_MISSING);
  g_autofree char *detailed = g_strdup_printf ("ranking.propose(int64 %" G_GINT64_FORMAT ")", village->village_id);
  g_autofree char *name = NULL;
  int              column = 2;
  GtkWidget       *button;

  attach (self, rank, 0, row, "figure strong");
  attach (self, village->name, 1, row, NULL);
  for (guint c = 0; c < self->ranking->criteria->len; c++)
    {
      g_autofree char *value = toso_number_format_figure (village->values[c], 2);
      g_autofree char *text = village->places[c] > 0 ? g_strdup_printf ("%s (%u)", value, village->places[c]) : g_strdup (TOSO_MISSING);

      attach (self, text, column++, row, village->places[c] > 0 ? "figure" : "figure dim");
    }
  attach (self, sum, column++, row, "figure");
  if (village->rank == 0 || toso_session_is_read_only (self->session))
    return;
  button = toso_make_link (_ ("Propose"), detailed);
  /* Translators: a village */
  name = g_strdup_printf (_ ("Propose the team of %s"), village->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_grid_attach (GTK_GRID (self->rows), button, column, row, 1, 1);
}

static void
fill_rows (TosoRankingWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_grid_remove (GTK_GRID (self->rows), child);
  gtk_label_set_label (GTK_LABEL (self->hint),
                       self->ranking->criteria->len > 0
                         ? _ ("In brackets the place in each target; equal figures share one. The fewer places together, the higher. A village with a figure missing has no place.")
                         : _ ("Choose the targets that villages are ranked by."));
  if (self->ranking->criteria->len == 0)
    return;
  attach_heads (self);
  for (guint i = 0; i < self->ranking->villages->len; i++)
    attach_village (self, self->ranking->villages->pdata[i], (int) i + 1);
}

/* --- the targets --- */

static void
target_toggled_cb (TosoRankingWindow *self)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  GError *error = NULL;
  guint   i = 0;

  if (self->filling)
    return;
  for (GtkWidget *check = gtk_widget_get_first_child (self->targets); check != NULL; check = gtk_widget_get_next_sibling (check))
    {
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_ptr_array_add (codes, ((const TosoTarget *) self->ranking->targets->pdata[i])->code);
      i++;
    }
  if (!toso_ranking_choose (toso_session_get_year (self->session), codes, &error))
    toso_session_take_error (self->session, error);
}

static void
fill_targets (TosoRankingWindow *self)
{
  for (guint i = 0; i < self->ranking->targets->len; i++)
    {
      const TosoTarget *target = self->ranking->targets->pdata[i];
      g_autofree char  *text = g_strdup_printf ("%s %s", target->code, target->name);
      GtkWidget        *check = gtk_check_button_new_with_label (text);

      gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_last_child (check)), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (gtk_widget_get_last_child (check)), 30);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_array_index (self->ranking->chosen, gboolean, i));
      gtk_widget_set_sensitive (check, !toso_session_is_read_only (self->session));
      g_signal_connect_object (check, "toggled", G_CALLBACK (target_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->targets), check);
    }
}

static void
update (TosoRankingWindow *self)
{
  g_autoptr (GError) error = NULL;
  TosoRanking *ranking = toso_ranking_load (toso_session_get_year (self->session), &error);
  GtkWidget   *check = gtk_widget_get_first_child (self->targets);

  if (ranking == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->hint), error->message);
      return;
    }
  g_clear_pointer (&self->ranking, toso_ranking_free);
  self->ranking = ranking;
  self->filling = TRUE;
  for (guint i = 0; check != NULL && i < ranking->chosen->len; i++, check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_array_index (ranking->chosen, gboolean, i));
  self->filling = FALSE;
  fill_rows (self);
}

/* --- proposing --- */

static gint64
find_team (TosoRankingWindow *self,
           gint64             village_id,
           GError           **error)
{
  g_autoptr (GPtrArray) teams = toso_year_list_records (toso_session_get_year (self->session), toso_registers_find ("team"), error);

  for (guint i = 0; teams != NULL && i < teams->len; i++)
    if (toso_record_get_id (teams->pdata[i], "village_id") == village_id && toso_record_get (teams->pdata[i], "last_day") == NULL)
      return ((const TosoRecord *) teams->pdata[i])->id;

  return 0;
}

static void
propose_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TosoRankingWindow *self = TOSO_RANKING_WINDOW (widget);
  gint64             village_id = g_variant_get_int64 (parameter);
  g_autoptr (TosoRecord) record = toso_record_new (toso_registers_find ("commendation"));
  GError          *error = NULL;
  gint64           team_id = find_team (self, village_id, &error);
  g_autofree char *said = NULL;

  for (guint i = 0; i < self->ranking->villages->len; i++)
    {
      const TosoRankedVillage *village = self->ranking->villages->pdata[i];
      g_autofree char         *words = NULL;

      if (village->village_id != village_id)
        continue;
      words = toso_ranking_describe (self->ranking, village);
      toso_record_set (record, "achievement", words);
      if (team_id != 0)
        toso_record_set_id (record, "team_id", team_id);
      else
        toso_record_set (record, "recipient", village->name);
      /* Translators: a village */
      said = g_strdup_printf (_ ("Proposed for commendation: the team of %s"), village->name);
    }
  if (error == NULL && toso_year_save_record (toso_session_get_year (self->session), record, &error))
    {
      gtk_label_set_label (GTK_LABEL (self->hint), said);
      toso_session_say (self->session, said, TRUE);
    }
  else
    toso_session_take_error (self->session, error);
}

/* --- object --- */

static void
toso_ranking_window_dispose (GObject *object)
{
  TosoRankingWindow *self = TOSO_RANKING_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->ranking, toso_ranking_free);

  G_OBJECT_CLASS (toso_ranking_window_parent_class)->dispose (object);
}

static void
toso_ranking_window_class_init (TosoRankingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_ranking_window_dispose;
  gtk_widget_class_install_action (widget_class, "ranking.propose", "x", propose_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static void
toso_ranking_window_init (TosoRankingWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *panes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *left;
  GtkWidget *right;

  self->targets = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->rows = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->rows), 18);
  gtk_grid_set_row_spacing (GTK_GRID (self->rows), 6);
  gtk_widget_set_valign (self->rows, GTK_ALIGN_START);
  gtk_widget_set_margin_end (self->rows, 12);
  self->hint = toso_make_label ("", 0, "dim second");
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  left = make_scroller (self->targets);
  gtk_widget_set_size_request (left, TARGETS_WIDTH, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (left), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  right = make_scroller (self->rows);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_box_append (GTK_BOX (panes), left);
  gtk_box_append (GTK_BOX (panes), right);
  gtk_box_append (GTK_BOX (box), panes);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_widget_add_css_class (box, "names-paste");
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_titlebar (GTK_WINDOW (self), gtk_header_bar_new ());
  gtk_window_set_title (GTK_WINDOW (self), _ ("Villages Ranked"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1040, 640);
  gtk_widget_add_css_class (GTK_WIDGET (self), "toso");
}

GtkWidget *
toso_ranking_window_new (GtkWindow   *parent,
                         TosoSession *session,
                         gint64       row_id)
{
  TosoRankingWindow *self = g_object_new (TOSO_TYPE_RANKING_WINDOW, "transient-for", parent, "modal", TRUE,
                                          "destroy-with-parent", TRUE, NULL);

  self->session = g_object_ref (session);
  update (self);
  if (self->ranking != NULL)
    fill_targets (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
