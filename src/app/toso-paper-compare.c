/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-paper-compare.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"
#include "app/toso-plan-text.h"

#define AGAINST_WIDTH 220

struct _TosoPaperCompare
{
  GtkBox parent_instance;

  gboolean   quiet; /* what is selected is not a person's doing */
  GtkWidget *words;
  GtkWidget *against;
  GtkWidget *same;
  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (TosoPaperCompare, toso_paper_compare, GTK_TYPE_BOX)

enum {
  AGAINST_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what a paper says --- */

static void
add (GPtrArray  *paragraphs,
     const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (paragraphs, g_strdup (text));
}

static void
add_all (GPtrArray *paragraphs,
         GStrv      lines)
{
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    add (paragraphs, lines[i]);
}

static void
add_blocks (GPtrArray *paragraphs,
            GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const TosoBlock *block = blocks->pdata[i];

      add (paragraphs, block->text);
      for (guint k = 0; block->rows != NULL && k < block->rows->len; k++)
        {
          g_autofree char *row = g_strjoinv (" | ", block->rows->pdata[k]);

          add (paragraphs, row);
        }
    }
}

GStrv
toso_paper_dup_paragraphs (const TosoPaper *paper)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  g_return_val_if_fail (paper != NULL, NULL);

  add (paragraphs, paper->superior);
  add_all (paragraphs, paper->agency);
  add (paragraphs, paper->number_line);
  add (paragraphs, paper->place_date);
  add (paragraphs, paper->kind);
  add_all (paragraphs, paper->title);
  add_all (paragraphs, paper->addressees);
  add_blocks (paragraphs, paper->blocks);
  add (paragraphs, paper->recipients_heading);
  add_all (paragraphs, paper->recipients);
  add_all (paragraphs, paper->signature);
  add (paragraphs, paper->signer);
  add_all (paragraphs, paper->second_signature);
  add (paragraphs, paper->second_signer);
  for (guint i = 0; i < paper->annexes->len; i++)
    {
      const TosoAnnex *annex = paper->annexes->pdata[i];

      add (paragraphs, annex->label);
      add_all (paragraphs, annex->title);
      add (paragraphs, annex->reference);
      add_blocks (paragraphs, annex->blocks);
    }
  g_ptr_array_add (paragraphs, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&paragraphs), FALSE);
}

/* --- the view --- */

static void
selected_cb (TosoPaperCompare *self)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->against));

  if (!self->quiet && place != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[AGAINST_CHOSEN], 0, place);
}

static void
toso_paper_compare_class_init (TosoPaperCompareClass *klass)
{
  signals[AGAINST_CHOSEN] = g_signal_new ("against-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
toso_paper_compare_init (TosoPaperCompare *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (head, "pane-head");
  self->words = toso_make_label (NULL, 0, NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_END);
  toso_add_overflow_tooltip (self->words);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_box_append (GTK_BOX (head), self->words);
  self->against = toso_make_narrow_drop_down ();
  toso_name_drop_down (self->against, _ ("Compared with"));
  gtk_widget_set_size_request (self->against, AGAINST_WIDTH, -1);
  gtk_widget_set_valign (self->against, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->against, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->against);
  self->same = toso_make_label (_ ("Both say the same."), 0.5, "dim");
  gtk_widget_set_vexpand (self->same, TRUE);
  self->text = toso_plan_text_new ();
  gtk_widget_set_vexpand (self->text, TRUE);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->same);
  gtk_box_append (GTK_BOX (self), self->text);
}

GtkWidget *
toso_paper_compare_new (void)
{
  return g_object_new (TOSO_TYPE_PAPER_COMPARE, NULL);
}

void
toso_paper_compare_set_choices (TosoPaperCompare  *self,
                                const char *const *names,
                                guint              selected)
{
  GListModel *former;
  guint       n = 0;

  g_return_if_fail (TOSO_IS_PAPER_COMPARE (self));
  g_return_if_fail (names != NULL);

  former = gtk_drop_down_get_model (GTK_DROP_DOWN (self->against));
  while (names[n] != NULL && former != NULL && n < g_list_model_get_n_items (former) &&
         g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (former), n), names[n]))
    n++;
  self->quiet = TRUE;
  /* The same list, which may have the keyboard, as long as it says the same. */
  if (former == NULL || names[n] != NULL || n < g_list_model_get_n_items (former))
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (names);

      gtk_drop_down_set_model (GTK_DROP_DOWN (self->against), G_LIST_MODEL (list));
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->against), selected);
  gtk_widget_set_visible (self->against, g_strv_length ((GStrv) names) > 1);
  self->quiet = FALSE;
}

void
toso_paper_compare_set (TosoPaperCompare  *self,
                        const char *const *before,
                        const char *const *now,
                        const char        *words)
{
  guint            n_removed, n_added;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  g_return_if_fail (TOSO_IS_PAPER_COMPARE (self));
  g_return_if_fail (before != NULL && now != NULL);

  lines = toso_plan_lines_compare (before, now, &n_removed, &n_added);
  /* Translators: what is compared with what; paragraphs taken out, put in */
  text = g_strdup_printf (_ ("%s: −%u +%u paragraphs"), words, n_removed, n_added);
  gtk_label_set_label (GTK_LABEL (self->words), n_removed + n_added > 0 ? text : words);
  gtk_widget_set_visible (self->same, n_removed + n_added == 0);
  gtk_widget_set_visible (self->text, n_removed + n_added > 0);
  toso_plan_text_set_lines (TOSO_PLAN_TEXT (self->text), lines);
}
