/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-period-switcher.h"

#include <glib/gi18n.h>

struct _TosoPeriodSwitcher
{
  GtkBox parent_instance;

  GtkWidget   *menu_button;
  GtkWidget   *label;
  TosoSession *session; /* not owned: the window's, which outlives the menu */
  char        *shown;   /* what the menu was built for */
};

G_DEFINE_FINAL_TYPE (TosoPeriodSwitcher, toso_period_switcher, GTK_TYPE_BOX)

static void
toso_period_switcher_finalize (GObject *object)
{
  TosoPeriodSwitcher *self = TOSO_PERIOD_SWITCHER (object);

  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (toso_period_switcher_parent_class)->finalize (object);
}

static void
toso_period_switcher_class_init (TosoPeriodSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_period_switcher_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-period-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoPeriodSwitcher, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TosoPeriodSwitcher, label);
}

static void
append_kind (GMenu         *menu,
             TosoSession   *session,
             int            year,
             TosoPeriodKind kind,
             int            count)
{
  for (int number = 1; number <= count; number++)
    {
      g_autoptr (GMenuItem) item = NULL;
      g_autofree char *title = NULL;
      g_autofree char *id = NULL;
      TosoPeriod       period = { kind, year, number };

      if (!toso_session_has_begun (session, period))
        return;
      title = toso_period_screen_title (period);
      id = toso_period_to_string (period);
      item = g_menu_item_new (title, NULL);
      g_menu_item_set_action_and_target (item, "win.period", "s", id);
      g_menu_append_item (menu, item);
    }
}

static void
build_menu (TosoPeriodSwitcher *self,
            TosoSession        *session,
            int                 year)
{
  static const struct
  {
    TosoPeriodKind kind;
    int            count;
    int            section;
  } kinds[] = {
    { TOSO_PERIOD_YEAR, 1, 0 },
    { TOSO_PERIOD_HALF, 2, 1 },
    { TOSO_PERIOD_NINE_MONTHS, 1, 1 },
    { TOSO_PERIOD_QUARTER, 4, 2 },
    { TOSO_PERIOD_MONTH, 12, 3 },
  };
  g_autoptr (GMenu) menu = g_menu_new ();
  GMenu *sections[4];

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    sections[i] = g_menu_new ();
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    append_kind (sections[kinds[i].section], session, year, kinds[i].kind, kinds[i].count);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      if (g_menu_model_get_n_items (G_MENU_MODEL (sections[i])) > 0)
        g_menu_append_section (menu, NULL, G_MENU_MODEL (sections[i]));
      g_object_unref (sections[i]);
    }

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), G_MENU_MODEL (menu));
}

/* The menu's widgets are made when it is first opened, and anew for another
 * file. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  TosoPeriodSwitcher *self = user_data;
  int                 year = toso_session_get_period (self->session).year;
  g_autofree char    *key = g_strdup_printf ("%p %d", (gpointer) self->session, year);

  if (g_strcmp0 (key, self->shown) == 0)
    return;

  build_menu (self, self->session, year);
  g_free (self->shown);
  self->shown = g_steal_pointer (&key);
}

static void
toso_period_switcher_init (TosoPeriodSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), create_menu_cb, self, NULL);
}

void
toso_period_switcher_update (TosoPeriodSwitcher *self,
                             TosoSession        *session)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  TosoPeriod       period;

  g_return_if_fail (TOSO_IS_PERIOD_SWITCHER (self));

  period = toso_session_get_period (session);
  title = toso_period_screen_title (period);
  gtk_label_set_label (GTK_LABEL (self->label), title);
  /* Translators: %s is "Tháng 3/2026" */
  name = g_strdup_printf (_ ("Period: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  -1);

  self->session = session;
}
