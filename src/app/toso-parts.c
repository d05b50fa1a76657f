/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-parts.h"

void
toso_add_css_classes (GtkWidget  *widget,
                      const char *css_classes)
{
  g_auto (GStrv) classes = NULL;

  if (css_classes == NULL)
    return;

  classes = g_strsplit (css_classes, " ", -1);
  for (guint i = 0; classes[i] != NULL; i++)
    gtk_widget_add_css_class (widget, classes[i]);
}

GtkWidget *
toso_make_label (const char *text,
                 double      xalign,
                 const char *css_classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  toso_add_css_classes (label, css_classes);

  return label;
}

void
toso_set_action (GtkWidget  *button,
                 const char *detailed_action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_action_parse_detailed_name (detailed_action, &name, &target, &error))
    g_error ("%s", error->message);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), name);
}

void
toso_activate_action (GtkWidget  *widget,
                      const char *detailed_action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_action_parse_detailed_name (detailed_action, &name, &target, NULL))
    gtk_widget_activate_action_variant (widget, name, target);
}

void
toso_take_adjustment (GtkWidget      *widget,
                      GtkAdjustment **adjustment,
                      GtkAdjustment  *value,
                      GCallback       scrolled)
{
  if (*adjustment == value)
    return;

  if (*adjustment != NULL)
    g_signal_handlers_disconnect_by_func (*adjustment, scrolled, widget);
  g_set_object (adjustment, value);
  if (value != NULL)
    g_signal_connect_object (value, "value-changed", scrolled, widget, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (widget);
}

void
toso_add_early_key (GtkWidget  *widget,
                    const char *trigger,
                    const char *detailed_action)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  g_autoptr (GVariant) argument = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  GtkShortcut     *shortcut;

  if (!g_action_parse_detailed_name (detailed_action, &name, &argument, &error))
    g_error ("%s", error->message);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (name));
  gtk_shortcut_set_arguments (shortcut, argument);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (widget, controller);
}

gboolean
toso_tab_leaves (GtkWidget       *list,
                 GtkDirectionType direction)
{
  return (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD) && gtk_widget_get_focus_child (list) != NULL;
}

GtkWidget *
toso_make_link (const char *text,
                const char *detailed_action)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "textlink");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), detailed_action);

  return button;
}

GtkWidget *
toso_make_section_head (const char *title,
                        GtkWidget **title_label,
                        GtkWidget **note_label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *head = toso_make_label (title, 0, "section-head");
  GtkWidget *note = toso_make_label (NULL, 1, "second dim figure");

  gtk_widget_set_hexpand (head, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (head), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (note), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (note, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), note);
  if (title_label != NULL)
    *title_label = head;
  if (note_label != NULL)
    *note_label = note;

  return box;
}

GtkWidget *
toso_set_row (GtkWidget  *list_box,
              int         index,
              GtkWidget  *child,
              const char *name,
              const char *detailed_action)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_box), index);

  if (row == NULL)
    {
      row = GTK_LIST_BOX_ROW (gtk_list_box_row_new ());
      gtk_list_box_append (GTK_LIST_BOX (list_box), GTK_WIDGET (row));
    }
  gtk_list_box_row_set_child (row, child);
  gtk_list_box_row_set_activatable (row, detailed_action != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "toso-action", g_strdup (detailed_action), g_free);

  return GTK_WIDGET (row);
}

void
toso_trim_rows (GtkWidget *list_box,
                int        n_rows)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_box), n_rows)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list_box), GTK_WIDGET (row));
}

char *
toso_make_sentence_start (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (text), NULL);
}

char *
toso_make_sentence_middle (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *lower = g_utf8_strdown (first, -1);

  return g_strconcat (lower, g_utf8_next_char (text), NULL);
}

/* The button says what is chosen, too. */
static void
selected_cb (GtkDropDown *drop_down)
{
  GtkWidget       *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  gpointer         item = gtk_drop_down_get_selected_item (drop_down);
  const char      *name = g_object_get_data (G_OBJECT (drop_down), "toso-name");
  g_autofree char *full = NULL;

  if (GTK_IS_STRING_OBJECT (item))
    full = g_strdup_printf ("%s: %s", name, gtk_string_object_get_string (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  full != NULL ? full : name,
                                  -1);
}

void
toso_name_drop_down (GtkWidget  *drop_down,
                     const char *name)
{
  gboolean is_new = g_object_get_data (G_OBJECT (drop_down), "toso-name") == NULL;

  g_object_set_data_full (G_OBJECT (drop_down), "toso-name", g_strdup (name), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (is_new)
    g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (selected_cb), NULL);
  selected_cb (GTK_DROP_DOWN (drop_down));
}

#define NARROW_CHARS 24

static void
setup_narrow_cb (GtkListItemFactory *factory,
                 GtkListItem        *item,
                 gpointer            data)
{
  GtkWidget *label = toso_make_label (NULL, 0, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NARROW_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
bind_narrow_cb (GtkListItemFactory *factory,
                GtkListItem        *item,
                gpointer            data)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

GtkWidget *
toso_make_narrow_drop_down (void)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_narrow_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_narrow_cb), NULL);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop_down), gtk_drop_down_get_factory (GTK_DROP_DOWN (drop_down)));
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), factory);

  return drop_down;
}

GtkWidget *
toso_make_field (const char *label,
                 GtkWidget  *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name = gtk_label_new_with_mnemonic (label);

  if (GTK_IS_DROP_DOWN (widget))
    toso_name_drop_down (widget, gtk_label_get_text (GTK_LABEL (name)));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "second");
  gtk_label_set_mnemonic_widget (GTK_LABEL (name), widget);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), widget);

  return box;
}

static gboolean
query_tooltip_cb (GtkLabel   *label,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));

  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

void
toso_add_overflow_tooltip (GtkWidget *label)
{
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

void
toso_row_activated_cb (GtkListBox    *list_box,
                       GtkListBoxRow *row,
                       gpointer       user_data)
{
  const char *detailed = g_object_get_data (G_OBJECT (row), "toso-action");

  if (detailed != NULL)
    toso_activate_action (GTK_WIDGET (list_box), detailed);
}

static GDateTime *
to_local (gint64 seconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 3600);

  return g_date_time_to_timezone (utc, zone);
}

char *
toso_format_moment (gint64   seconds,
                    TosoDate today)
{
  g_autoptr (GDateTime) local = to_local (seconds);
  TosoDate date = toso_date_from_unix (seconds);

  if (toso_date_compare (date, today) == 0)
    return g_date_time_format (local, "%H:%M");

  return g_strdup_printf ("%d/%d", date.day, date.month);
}

char *
toso_format_time (gint64 seconds)
{
  g_autoptr (GDateTime) local = to_local (seconds);
  TosoDate date = toso_date_from_unix (seconds);

  return g_strdup_printf ("%d/%d/%d %02d:%02d",
                          date.day,
                          date.month,
                          date.year,
                          g_date_time_get_hour (local),
                          g_date_time_get_minute (local));
}

char *
toso_format_range (TosoDate first,
                   TosoDate last)
{
  if (first.year != last.year)
    return g_strdup_printf ("%d/%d/%d–%d/%d/%d",
                            first.day, first.month, first.year,
                            last.day, last.month, last.year);

  return g_strdup_printf ("%d/%d–%d/%d", first.day, first.month, last.day, last.month);
}
