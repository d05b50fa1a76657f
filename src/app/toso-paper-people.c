/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-paper-people.h"

#include <glib/gi18n.h>

#include "app/toso-mark-view.h"
#include "app/toso-parts.h"
#include "app/toso-style.h"

enum {
  SIGNER,
  LIST,
  N_FIELDS
};

typedef struct
{
  GArray    *ids; /* of gint64, as the rows of the drop-down */
  GtkWidget *label;
  GtkWidget *drop_down;
} Field;

struct _TosoPaperPeople
{
  GtkBox parent_instance;

  Field      fields[N_FIELDS];
  gboolean   quiet; /* what is selected is not a person's doing */
  GtkWidget *remark_box;
  GtkWidget *remark;
  GtkWidget *link;
};

G_DEFINE_FINAL_TYPE (TosoPaperPeople, toso_paper_people, GTK_TYPE_BOX)

static guint signals[N_FIELDS];

/* --- the fields --- */

static void
selected_cb (TosoPaperPeople *self,
             GParamSpec      *pspec,
             GtkWidget       *drop_down)
{
  for (guint i = 0; i < N_FIELDS && !self->quiet; i++)
    {
      const Field *field = &self->fields[i];
      guint        place = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));

      if (field->drop_down == drop_down && place < field->ids->len)
        g_signal_emit (self, signals[i], 0, g_array_index (field->ids, gint64, place));
    }
}

static void
add_field (TosoPaperPeople *self,
           GtkWidget       *grid,
           int              place,
           const char      *name)
{
  Field *field = &self->fields[place];

  field->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  field->label = toso_make_label (name, 0, "dim second");
  field->drop_down = toso_make_narrow_drop_down ();
  gtk_widget_set_hexpand (field->drop_down, TRUE);
  toso_name_drop_down (field->drop_down, name);
  g_signal_connect_object (field->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (grid), field->label, 0, place, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), field->drop_down, 1, place, 1, 1);
}

/* The list is the same one for as long as it says the same: it may be open. */
static void
set_field (TosoPaperPeople *self,
           int              place,
           const GPtrArray *choices,
           const char      *nothing, /* the first row, id 0; or NULL */
           gint64           id)
{
  Field      *field = &self->fields[place];
  GListModel *former = gtk_drop_down_get_model (GTK_DROP_DOWN (field->drop_down));
  guint       first = nothing != NULL, selected = 0;
  gboolean    is_same = former != NULL && g_list_model_get_n_items (former) == choices->len + first;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_array_set_size (field->ids, 0);
  for (guint i = 0; i < choices->len + first; i++)
    {
      const TosoPaperChoice *choice = i < first ? NULL : choices->pdata[i - first];
      const char            *name = choice != NULL ? choice->label : nothing;
      gint64                 choice_id = choice != NULL ? choice->id : 0;

      g_array_append_val (field->ids, choice_id);
      gtk_string_list_append (names, name);
      is_same = is_same && g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (former), i), name);
      if (choice_id == id)
        selected = i;
    }
  if (!is_same)
    gtk_drop_down_set_model (GTK_DROP_DOWN (field->drop_down), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (field->drop_down), selected);
}

static void
show_field (TosoPaperPeople *self,
            int              place,
            gboolean         visible)
{
  gtk_widget_set_visible (self->fields[place].label, visible);
  gtk_widget_set_visible (self->fields[place].drop_down, visible);
}

/* --- widget --- */

static void
toso_paper_people_finalize (GObject *object)
{
  TosoPaperPeople *self = TOSO_PAPER_PEOPLE (object);

  for (guint i = 0; i < N_FIELDS; i++)
    g_array_unref (self->fields[i].ids);

  G_OBJECT_CLASS (toso_paper_people_parent_class)->finalize (object);
}

static void
toso_paper_people_class_init (TosoPaperPeopleClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_paper_people_finalize;
  signals[SIGNER] = g_signal_new ("signer-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[LIST] = g_signal_new ("list-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
toso_paper_people_init (TosoPaperPeople *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = toso_mark_view_new (TOSO_MARK_TRIANGLE);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  toso_add_css_classes (GTK_WIDGET (self), "paper-people");
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  add_field (self, grid, SIGNER, _ ("Signed by"));
  add_field (self, grid, LIST, _ ("Sent to"));
  gtk_box_append (GTK_BOX (self), grid);

  gtk_widget_add_css_class (mark, toso_style_get_mark_class (TOSO_MARK_TRIANGLE));
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_margin_top (mark, 3);
  self->remark = toso_make_label (NULL, 0, "second");
  gtk_label_set_wrap (GTK_LABEL (self->remark), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->remark), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->remark, TRUE);
  self->link = toso_make_link (_ ("Open the signatories"), "win.show-source::signatory/count");
  gtk_widget_set_halign (self->link, GTK_ALIGN_START);
  gtk_widget_set_margin_start (self->link, 18);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (line), self->remark);
  self->remark_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (self->remark_box), line);
  gtk_box_append (GTK_BOX (self->remark_box), self->link);
  gtk_box_append (GTK_BOX (self), self->remark_box);
  toso_paper_people_set (self, NULL);
}

GtkWidget *
toso_paper_people_new (void)
{
  return g_object_new (TOSO_TYPE_PAPER_PEOPLE, NULL);
}

void
toso_paper_people_set (TosoPaperPeople        *self,
                       const TosoPaperChoices *choices)
{
  gboolean         has_signers, has_lists;
  g_autofree char *remark = NULL;

  g_return_if_fail (TOSO_IS_PAPER_PEOPLE (self));

  has_signers = choices != NULL && choices->signers->len > 1;
  has_lists = choices != NULL && choices->lists->len > 1;
  self->quiet = TRUE;
  if (has_signers)
    set_field (self, SIGNER, choices->signers, choices->signing == TOSO_SIGNING_UNDECIDED ? _ ("Not chosen yet") : NULL, choices->signer_id);
  if (has_lists)
    set_field (self, LIST, choices->lists, NULL, choices->list_id);
  self->quiet = FALSE;
  show_field (self, SIGNER, has_signers);
  show_field (self, LIST, has_lists);

  remark = choices != NULL ? toso_paper_choices_remark (choices) : NULL;
  gtk_label_set_label (GTK_LABEL (self->remark), remark != NULL ? remark : "");
  gtk_widget_set_visible (self->remark_box, remark != NULL);
  gtk_widget_set_visible (self->link, remark != NULL && choices->signing == TOSO_SIGNING_NOBODY);
  gtk_widget_set_visible (GTK_WIDGET (self), has_signers || has_lists || remark != NULL);
}
