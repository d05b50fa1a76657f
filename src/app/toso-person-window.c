/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-person-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/toso-name-entry.h"
#include "app/toso-parts.h"
#include "core/toso-number.h"
#include "store/toso-year-person.h"
#include "store/toso-year-register.h"
#include "store/toso-year-setting.h"

#define MONTHS_SETTING "personal-months"
#define WHERE_CHARS    24

struct _TosoPersonWindow
{
  GtkWindow parent_instance;

  TosoSession *session;
  TosoPerson  *person;   /* or NULL: nobody is looked for yet */
  GPtrArray   *overdue;  /* of TosoOverduePerson, or NULL */
  gboolean     is_asked; /* whether it is to be for good */

  GtkWidget *who;
  GtkWidget *months;
  GtkWidget *reason;

  GtkWidget *who_box;
  GtkWidget *words;
  GtkWidget *list;
  GtkWidget *months_box;
  GtkWidget *reason_box;
  GtkWidget *warning;
  GtkWidget *erase_button;
};

G_DEFINE_FINAL_TYPE (TosoPersonWindow, toso_person_window, GTK_TYPE_WINDOW)

static void
warn (TosoPersonWindow *self,
      const char       *sentence) /* or NULL */
{
  gtk_label_set_label (GTK_LABEL (self->warning), sentence);
  gtk_widget_set_visible (self->warning, sentence != NULL);
}

/* Takes @error. */
static void
warn_of (TosoPersonWindow *self,
         GError           *error)
{
  warn (self, error->message);
  g_error_free (error);
}

/* --- what is held --- */

static guint
count_chosen (TosoPersonWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->person->holdings->len; i++)
    n += ((TosoHolding *) self->person->holdings->pdata[i])->chosen;

  return n;
}

static void
update_button (TosoPersonWindow *self)
{
  guint            n = self->person != NULL ? count_chosen (self) : 0;
  g_autofree char *again = g_strdup_printf (ngettext ("_Erase %u Place for Good", "_Erase %u Places for Good", n), n);

  gtk_widget_set_visible (self->erase_button, self->person != NULL && self->person->holdings->len > 0);
  if (self->is_asked)
    gtk_widget_add_css_class (self->erase_button, "destructive-action");
  else
    gtk_widget_remove_css_class (self->erase_button, "destructive-action");
  gtk_button_set_label (GTK_BUTTON (self->erase_button), self->is_asked ? again : _ ("_Erase…"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.erase", n > 0 && !toso_session_is_read_only (self->session));
}

static void
toggled_cb (TosoPersonWindow *self,
            GtkCheckButton   *check)
{
  TosoHolding *holding = g_object_get_data (G_OBJECT (check), "holding");

  holding->chosen = gtk_check_button_get_active (check);
  self->is_asked = FALSE;
  warn (self, NULL);
  update_button (self);
}

static GtkWidget *
make_check (TosoPersonWindow *self,
            TosoHolding      *holding,
            const char       *name)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), holding->chosen);
  gtk_widget_set_sensitive (check, !holding->fixed && !toso_session_is_read_only (self->session));
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (check), "holding", holding);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return check;
}

static void
set_holding (TosoPersonWindow *self,
             int               index,
             TosoHolding      *holding)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget       *where = toso_make_label (holding->where, 0, "dim second");
  GtkWidget       *text = toso_make_label (*holding->text != '\0' ? holding->text : TOSO_MISSING, 0, NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s", holding->where, holding->text);

  gtk_label_set_width_chars (GTK_LABEL (where), WHERE_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (where), WHERE_CHARS);
  gtk_label_set_ellipsize (GTK_LABEL (where), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (where, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (row), make_check (self, holding, name));
  gtk_box_append (GTK_BOX (row), where);
  gtk_box_append (GTK_BOX (row), text);
  if (holding->kind == TOSO_HELD_OFFICIAL)
    gtk_box_append (GTK_BOX (row), toso_make_label (_ ("stays"), 1, "dim second"));
  gtk_widget_set_margin_top (row, 5);
  gtk_widget_set_margin_bottom (row, 5);
  toso_set_row (self->list, index, row, name, NULL);
}

static void
show_person (TosoPersonWindow *self)
{
  GPtrArray       *holdings = self->person->holdings;
  g_autofree char *text = NULL;

  for (guint i = 0; i < holdings->len; i++)
    set_holding (self, (int) i, holdings->pdata[i]);
  toso_trim_rows (self->list, (int) holdings->len);

  if (holdings->len == 0)
    text = g_strdup_printf (_ ("Nothing is held on “%s”."), self->person->name);
  else if (self->person->has_namesake)
    text = g_strdup_printf (_ ("There is another “%s”. What is only named so is not chosen: look at each."), self->person->name);
  else
    text = g_strdup_printf (ngettext ("“%s” is held in %u place. What is checked would be erased.",
                                      "“%s” is held in %u places. What is checked would be erased.", holdings->len),
                            self->person->name, holdings->len);
  gtk_label_set_label (GTK_LABEL (self->words), text);
  gtk_widget_set_visible (self->months_box, FALSE);
  gtk_widget_set_visible (self->reason_box, holdings->len > 0);
  self->is_asked = FALSE;
  update_button (self);
}

static void
look (TosoPersonWindow *self,
      gint64            member_id,
      const char       *name)
{
  TosoPerson *person;
  GError     *error = NULL;

  warn (self, NULL);
  person = toso_year_find_person (toso_session_get_year (self->session), member_id, name, &error);
  if (person == NULL)
    {
      warn_of (self, error);
      return;
    }
  g_clear_pointer (&self->person, toso_person_free);
  self->person = person;
  show_person (self);
}

/* --- who is kept too long --- */

static gboolean
read_months (const char *typed, /* or NULL */
             guint      *months)
{
  double number;

  if (typed == NULL || toso_number_parse (typed, &number) != TOSO_NUMBER_OK || number < 1 || number > 1200 || number != (guint) number)
    return FALSE;
  *months = (guint) number;

  return TRUE;
}

static GPtrArray *
list_overdue (TosoPersonWindow *self,
              const char       *typed,
              GError          **error)
{
  guint months;

  if (!read_months (typed, &months))
    return g_ptr_array_new ();

  return toso_year_list_overdue_people (toso_session_get_year (self->session), months, toso_date_today (), error);
}

static void
overdue_cb (TosoPersonWindow *self,
            GtkButton        *button)
{
  guint                    index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  const TosoOverduePerson *overdue = self->overdue->pdata[index];

  gtk_editable_set_text (GTK_EDITABLE (toso_name_entry_get_entry (TOSO_NAME_ENTRY (self->who))), overdue->name);
  look (self, overdue->member_id, overdue->name);
}

static void
set_overdue (TosoPersonWindow        *self,
             guint                    index,
             const TosoOverduePerson *overdue)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *button = gtk_button_new_with_label (overdue->name);
  g_autofree char *day = toso_date_format_short (overdue->since);
  /* Translators: %s is a day */
  g_autofree char *text = g_strdup_printf (overdue->member_id != 0 ? _ ("left on %s") : _ ("guest, last on %s"), day);

  gtk_widget_add_css_class (button, "textlink");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (overdue_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (row), toso_make_label (text, 1, "dim second"));
  toso_set_row (self->list, (int) index, row, overdue->name, NULL);
}

static void
show_overdue (TosoPersonWindow *self)
{
  g_autofree char *months = toso_year_get_setting (toso_session_get_year (self->session), MONTHS_SETTING, NULL);
  g_autofree char *text = NULL;
  GError          *error = NULL;

  g_clear_pointer (&self->overdue, g_ptr_array_unref);
  self->overdue = list_overdue (self, months, &error);
  if (self->overdue == NULL)
    {
      warn_of (self, error);
      self->overdue = g_ptr_array_new ();
    }
  for (guint i = 0; i < self->overdue->len; i++)
    set_overdue (self, i, self->overdue->pdata[i]);
  toso_trim_rows (self->list, (int) self->overdue->len);

  if (months == NULL)
    text = g_strdup (_ ("Type a name to see every place in which a person is held: lists, reports, papers, kept files, history. "
                        "Say below how long those who left are kept, to be reminded of them."));
  else if (self->overdue->len == 0)
    text = g_strdup (_ ("Nobody is kept longer than said below. Type a name to see every place in which a person is held."));
  else
    text = g_strdup_printf (ngettext ("%u person is kept longer than said below:", "%u people are kept longer than said below:",
                                      self->overdue->len),
                            self->overdue->len);
  gtk_label_set_label (GTK_LABEL (self->words), text);
  gtk_editable_set_text (GTK_EDITABLE (self->months), months != NULL ? months : "");
  gtk_widget_set_visible (self->months_box, TRUE);
  gtk_widget_set_visible (self->reason_box, FALSE);
  update_button (self);
}

static void
months_cb (TosoPersonWindow *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->months))));
  GError          *error = NULL;
  guint            months;

  warn (self, NULL);
  if (*typed != '\0' && !read_months (typed, &months))
    warn (self, _ ("Months are a whole number from 1 to 1.200. Nothing was changed."));
  else if (!toso_year_set_setting (toso_session_get_year (self->session), MONTHS_SETTING, typed,
                                   _ ("Set how long those who left are kept"), &error))
    warn_of (self, error);
  else
    show_overdue (self);
}

/* --- actions --- */

static void
look_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoPersonWindow *self = TOSO_PERSON_WINDOW (widget);
  GtkWidget        *entry = toso_name_entry_get_entry (TOSO_NAME_ENTRY (self->who));
  g_autofree char  *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  gint64            id = 0;

  if (*typed == '\0')
    {
      g_clear_pointer (&self->person, toso_person_free);
      warn (self, NULL);
      show_overdue (self);
      return;
    }
  /* Whoever is in no list may still be a guest, or named in a paper. */
  if (!toso_name_entry_get_id (TOSO_NAME_ENTRY (self->who), &id))
    id = 0;
  look (self, id, typed);
}

static void
erase_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TosoPersonWindow *self = TOSO_PERSON_WINDOW (widget);
  TosoYear         *year = toso_session_get_year (self->session);
  g_autofree char  *sentence = NULL;
  GError           *error = NULL;
  guint             n = 0;

  if (!self->is_asked)
    {
      self->is_asked = TRUE;
      warn (self, _ ("This can't be undone. Copies of the year file that were made before, and what was printed, still hold it."));
      update_button (self);
      return;
    }
  if (!toso_year_erase_person (year, self->person, gtk_editable_get_text (GTK_EDITABLE (self->reason)), &n, &error))
    {
      warn_of (self, error);
      self->is_asked = FALSE;
      update_button (self);
      return;
    }

  sentence = g_strdup_printf (ngettext ("Erased for good in %u place", "Erased for good in %u places", n), n);
  toso_session_say (self->session, sentence, FALSE);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- window --- */

static void
toso_person_window_finalize (GObject *object)
{
  TosoPersonWindow *self = TOSO_PERSON_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->person, toso_person_free);
  g_clear_pointer (&self->overdue, g_ptr_array_unref);

  G_OBJECT_CLASS (toso_person_window_parent_class)->finalize (object);
}

static void
toso_person_window_class_init (TosoPersonWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_person_window_finalize;

  gtk_widget_class_install_action (widget_class, "person.look", NULL, look_cb);
  gtk_widget_class_install_action (widget_class, "person.erase", NULL, erase_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-person-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoPersonWindow, who_box);
  gtk_widget_class_bind_template_child (widget_class, TosoPersonWindow, words);
  gtk_widget_class_bind_template_child (widget_class, TosoPersonWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TosoPersonWindow, months_box);
  gtk_widget_class_bind_template_child (widget_class, TosoPersonWindow, reason_box);
  gtk_widget_class_bind_template_child (widget_class, TosoPersonWindow, warning);
  gtk_widget_class_bind_template_child (widget_class, TosoPersonWindow, erase_button);
}

static void
activated_cb (TosoPersonWindow *self)
{
  look_cb (GTK_WIDGET (self), NULL, NULL);
}

static void
toso_person_window_init (TosoPersonWindow *self)
{
  GtkWidget *field;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->who = toso_name_entry_new (_ ("Person"));
  field = toso_make_field (_ ("_Person"), self->who);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_prepend (GTK_BOX (self->who_box), field);
  g_signal_connect_object (self->who, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  self->months = gtk_entry_new ();
  gtk_box_append (GTK_BOX (self->months_box), toso_make_field (_ ("_Months for which those who left are kept"), self->months));
  g_signal_connect_object (self->months, "activate", G_CALLBACK (months_cb), self, G_CONNECT_SWAPPED);

  self->reason = gtk_entry_new ();
  gtk_box_append (GTK_BOX (self->reason_box), toso_make_field (_ ("_Reason, without the name: it stays on record"), self->reason));
}

GtkWidget *
toso_person_window_new (GtkWindow   *parent,
                        TosoSession *session,
                        gint64       member_id,
                        const char  *name)
{
  TosoPersonWindow *self = g_object_new (TOSO_TYPE_PERSON_WINDOW, "transient-for", parent, NULL);
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GError) error = NULL;

  self->session = g_object_ref (session);
  names = toso_year_list_names (toso_session_get_year (session), "member", &error);
  if (names != NULL)
    toso_name_entry_set_names (TOSO_NAME_ENTRY (self->who), names);
  gtk_widget_set_sensitive (self->months, !toso_session_is_read_only (session));
  if (member_id != 0)
    toso_name_entry_set_id (TOSO_NAME_ENTRY (self->who), member_id);
  else if (name != NULL)
    gtk_editable_set_text (GTK_EDITABLE (toso_name_entry_get_entry (TOSO_NAME_ENTRY (self->who))), name);
  if (member_id != 0 || name != NULL)
    look (self, member_id, name);
  else
    show_overdue (self);
  gtk_widget_grab_focus (self->who);

  return GTK_WIDGET (self);
}
