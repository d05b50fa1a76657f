/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-slides-window.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"
#include "core/toso-number.h"
#include "report/toso-slides.h"

#define ROW_HEIGHT 34

/* Of a length that was typed: whole centimetres. */
#define DECIMALS 2

struct _TosoSlidesWindow
{
  GtkWindow parent_instance;

  TosoSession *session;
  GPtrArray   *choices; /* of TosoSlideChoice, a row each */
  GPtrArray   *codes;   /* of targets, as in the drop-downs after their first item */

  GtkWidget *list;
  GtkWidget *room_box;
  GtkWidget *height;   /* of the picture */
  GtkWidget *distance; /* of the farthest seat */
  GtkWidget *verdict;
  GtkWidget *keep_button;
};

G_DEFINE_FINAL_TYPE (TosoSlidesWindow, toso_slides_window, GTK_TYPE_WINDOW)

/* --- the room --- */

/* Nothing typed is nothing measured. */
static gboolean
read_length (GtkWidget *entry,
             double    *length)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  *length = 0;
  if (*text == '\0')
    return TRUE;

  return toso_number_parse (text, length) == TOSO_NUMBER_OK && toso_room_takes (*length);
}

static void
update_room (TosoSlidesWindow *self)
{
  TosoRoom         room;
  gboolean         is_known = read_length (self->height, &room.screen_height);
  g_autofree char *text = NULL;
  gboolean         is_fault;

  is_known = read_length (self->distance, &room.distance) && is_known;
  text = is_known ? toso_room_find_fault (room) : g_strdup (_ ("A length in metres, from 0.1 to 100, is asked for: 1.25."));
  is_fault = text != NULL;
  if (!is_fault)
    {
      g_autofree char *height = toso_number_format (toso_room_get_capital (room, 1000 * toso_room_get_height (room)), 0);

      /* Translators: %s is a number: "Chữ hoa trên ảnh cao 32 mm" */
      text = g_strdup_printf (_ ("Capital letters on the picture will be %s mm high: 4 mm for each metre to the farthest seat."), height);
    }
  gtk_label_set_label (GTK_LABEL (self->verdict), text);
  gtk_widget_remove_css_class (self->verdict, is_fault ? "dim" : "behind");
  gtk_widget_add_css_class (self->verdict, is_fault ? "behind" : "dim");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "slides.keep", is_known && !toso_session_is_read_only (self->session));
}

static GtkWidget *
add_length (TosoSlidesWindow *self,
            const char       *label,
            double            value)
{
  GtkWidget       *entry = gtk_entry_new ();
  g_autofree char *text = value > 0 ? toso_number_format (value, DECIMALS) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_widget_add_css_class (entry, "figure");
  gtk_widget_set_halign (entry, GTK_ALIGN_START);
  g_signal_connect_object (entry, "changed", G_CALLBACK (update_room), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->room_box), toso_make_field (label, entry));

  return entry;
}

/* --- the slides --- */

static void
toggled_cb (GtkCheckButton  *button,
            TosoSlideChoice *choice)
{
  choice->shown = gtk_check_button_get_active (button);
}

static void
target_chosen_cb (GtkDropDown     *drop_down,
                  GParamSpec      *pspec,
                  TosoSlideChoice *choice)
{
  const GPtrArray *codes = g_object_get_data (G_OBJECT (drop_down), "codes");
  guint            selected = gtk_drop_down_get_selected (drop_down);

  g_free (choice->target);
  choice->target = selected > 0 && selected <= codes->len ? g_strdup (codes->pdata[selected - 1]) : NULL;
}

static GtkWidget *
make_targets (TosoSlidesWindow *self,
              TosoSlideChoice  *choice)
{
  const TosoPlan *plan = toso_session_get_plan (self->session);
  GtkStringList  *names = gtk_string_list_new (NULL);
  GtkWidget      *drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  guint           n = 0;

  gtk_string_list_append (names, _ ("The main target"));
  for (guint i = 0; i < plan->targets->len; i++)
    {
      const TosoTarget *target = plan->targets->pdata[i];

      if (target->code == NULL || *target->code == '\0')
        continue;
      gtk_string_list_append (names, target->name);
      n++;
      if (choice->target != NULL && g_ascii_strcasecmp (target->code, choice->target) == 0)
        gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), n);
    }
  g_object_set_data_full (G_OBJECT (drop_down), "codes", g_ptr_array_ref (self->codes), (GDestroyNotify) g_ptr_array_unref);
  toso_name_drop_down (drop_down, _ ("Target"));
  gtk_widget_set_size_request (drop_down, 270, -1);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (target_chosen_cb), choice);

  return drop_down;
}

static void
insert_row (TosoSlidesWindow *self,
            TosoSlideChoice  *choice,
            int               place)
{
  GtkWidget  *row = gtk_list_box_row_new ();
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *label = toso_slides_get_label (choice->kind);
  GtkWidget  *check = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), choice->shown);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_set_margin_start (box, 9);
  gtk_widget_set_margin_end (box, 9);
  gtk_widget_set_size_request (box, -1, ROW_HEIGHT);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), choice);
  gtk_box_append (GTK_BOX (box), check);
  if (toso_slides_takes_target (choice->kind))
    gtk_box_append (GTK_BOX (box), make_targets (self, choice));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  /* The keyboard goes to what is in it. */
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "check", check);
  gtk_list_box_insert (GTK_LIST_BOX (self->list), row, place);
}

static int
get_selected (TosoSlidesWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static void
select_row (TosoSlidesWindow *self,
            int               place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), place);

  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  gtk_widget_grab_focus (g_object_get_data (G_OBJECT (row), "check"));
}

/* What has the keyboard is what is moved. */
static void
focus_moved_cb (TosoSlidesWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  gboolean   takes_target;
  int        selected;

  if (row != NULL && gtk_widget_get_parent (row) == self->list)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
  selected = get_selected (self);
  takes_target = selected >= 0 && toso_slides_takes_target (((const TosoSlideChoice *) self->choices->pdata[selected])->kind);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "slides.up", selected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "slides.down", selected >= 0 && selected + 1 < (int) self->choices->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "slides.add", takes_target);
}

static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoSlidesWindow *self = TOSO_SLIDES_WINDOW (widget);
  int               from = get_selected (self);
  int               to = from + (g_str_equal (action_name, "slides.up") ? -1 : 1);
  GtkWidget        *row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), from));

  if (from < 0 || to < 0 || to >= (int) self->choices->len)
    return;

  g_ptr_array_insert (self->choices, to, g_ptr_array_steal_index (self->choices, (guint) from));
  g_object_ref (row);
  /* A row that is taken out while it is selected cannot be selected again. */
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), NULL);
  gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  gtk_list_box_insert (GTK_LIST_BOX (self->list), row, to);
  g_object_unref (row);
  select_row (self, to);
  focus_moved_cb (self);
}

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  TosoSlidesWindow      *self = TOSO_SLIDES_WINDOW (widget);
  int                    place = get_selected (self) + 1;
  const TosoSlideChoice *like = self->choices->pdata[place - 1];
  TosoSlideChoice       *choice = toso_slide_choice_new (like->kind, NULL, TRUE);

  g_ptr_array_insert (self->choices, place, choice);
  insert_row (self, choice, place);
  select_row (self, place);
  focus_moved_cb (self);
}

static void
keep_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoSlidesWindow *self = TOSO_SLIDES_WINDOW (widget);
  TosoYear         *year = toso_session_get_year (self->session);
  TosoRoom          room;
  GError           *error = NULL;

  if (!read_length (self->height, &room.screen_height) || !read_length (self->distance, &room.distance))
    return;
  /* What was chosen stays, to be kept once more. */
  if (!toso_slides_save (year, self->choices, &error) || !toso_slides_save_room (year, room, &error))
    {
      gtk_label_set_label (GTK_LABEL (self->verdict), error->message);
      toso_session_take_error (self->session, error);
      return;
    }
  toso_session_say (self->session, _ ("The slides of the meeting are kept"), TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- object --- */

static void
toso_slides_window_finalize (GObject *object)
{
  TosoSlidesWindow *self = TOSO_SLIDES_WINDOW (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (toso_slides_window_parent_class)->finalize (object);
}

static void
toso_slides_window_class_init (TosoSlidesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_slides_window_finalize;

  gtk_widget_class_install_action (widget_class, "slides.keep", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "slides.up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "slides.down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "slides.add", NULL, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "slides.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "slides.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-slides-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoSlidesWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TosoSlidesWindow, room_box);
  gtk_widget_class_bind_template_child (widget_class, TosoSlidesWindow, verdict);
  gtk_widget_class_bind_template_child (widget_class, TosoSlidesWindow, keep_button);
}

static void
toso_slides_window_init (TosoSlidesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->codes = g_ptr_array_new_with_free_func (g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Slides"), -1);
  g_signal_connect_swapped (self, "notify::focus-widget", G_CALLBACK (focus_moved_cb), self);
}

GtkWidget *
toso_slides_window_new (GtkWindow   *parent,
                        TosoSession *session)
{
  TosoSlidesWindow *self;
  const TosoPlan   *plan = toso_session_get_plan (session);
  TosoYear         *year = toso_session_get_year (session);
  TosoRoom          room = { 0 };
  g_autoptr (GPtrArray) choices = NULL;
  GError *error = NULL;

  choices = toso_slides_list (year, &error);
  if (choices == NULL || !toso_slides_get_room (year, &room, &error))
    {
      toso_session_take_error (session, error);
      return NULL;
    }

  self = g_object_new (TOSO_TYPE_SLIDES_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->choices = g_steal_pointer (&choices);
  for (guint i = 0; i < plan->targets->len; i++)
    {
      const TosoTarget *target = plan->targets->pdata[i];

      if (target->code != NULL && *target->code != '\0')
        g_ptr_array_add (self->codes, g_strdup (target->code));
    }
  for (guint i = 0; i < self->choices->len; i++)
    insert_row (self, self->choices->pdata[i], -1);
  self->height = add_length (self, _ ("Height of the _picture, m"), room.screen_height);
  self->distance = add_length (self, _ ("_Farthest seat, m"), room.distance);
  update_room (self);
  select_row (self, 0);

  return GTK_WIDGET (self);
}
