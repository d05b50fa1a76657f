/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-style.h"

#define PORTAL_NAME  "org.freedesktop.portal.Desktop"
#define PORTAL_PATH  "/org/freedesktop/portal/desktop"
#define PORTAL_IFACE "org.freedesktop.portal.Settings"

struct _TosoStyle
{
  GObject parent_instance;

  GdkDisplay     *display;
  GtkCssProvider *shape;
  GtkCssProvider *colors;
  GDBusProxy     *portal;
  GCancellable   *cancellable;
  char           *appearance;
  gboolean        system_is_dark;
};

G_DEFINE_FINAL_TYPE (TosoStyle, toso_style, G_TYPE_OBJECT)

/* What the theme itself is.  GTK_THEME beats every setting, and a theme whose
 * name says dark has no light side: our colours have to follow either. */
static gboolean
theme_is_fixed (GtkSettings *settings,
                gboolean    *dark)
{
  const char      *forced = g_getenv ("GTK_THEME");
  g_autofree char *name = NULL;
  gboolean         is_dark;

  if (forced != NULL && *forced != '\0')
    {
      *dark = g_str_has_suffix (forced, ":dark") || g_str_has_suffix (forced, "-dark");
      return TRUE;
    }

  g_object_get (settings, "gtk-theme-name", &name, NULL);
  is_dark = name != NULL && (g_str_has_suffix (name, "-dark") || g_str_has_suffix (name, "-Dark"));
  if (is_dark)
    *dark = TRUE;
  return is_dark;
}

static void
update (TosoStyle *self)
{
  GtkSettings *settings = gtk_settings_get_for_display (self->display);
  gboolean     dark = self->system_is_dark;
  gboolean     was_dark;

  if (!theme_is_fixed (settings, &dark) && !g_str_equal (self->appearance, "system"))
    dark = g_str_equal (self->appearance, "dark");

  /* GTK reads its whole theme anew even for what it has already. */
  g_object_get (settings, "gtk-application-prefer-dark-theme", &was_dark, NULL);
  if (was_dark != dark)
    g_object_set (settings, "gtk-application-prefer-dark-theme", dark, NULL);
  gtk_css_provider_load_from_resource (self->colors,
                                       dark ? "/vn/toso/ToSo/colors-dark.css"
                                            : "/vn/toso/ToSo/colors-light.css");
}

/* 1 is "prefer dark" in the portal's words. */
static void
take_color_scheme (TosoStyle *self,
                   GVariant  *value)
{
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    return;

  self->system_is_dark = g_variant_get_uint32 (value) == 1;
  update (self);
}

static void
portal_signal_cb (TosoStyle  *self,
                  const char *sender,
                  const char *signal,
                  GVariant   *parameters)
{
  g_autoptr (GVariant) value = NULL;
  const char *name_space;
  const char *key;

  if (!g_str_equal (signal, "SettingChanged") || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;

  g_variant_get (parameters, "(&s&sv)", &name_space, &key, &value);
  if (g_str_equal (name_space, "org.freedesktop.appearance") && g_str_equal (key, "color-scheme"))
    take_color_scheme (self, value);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TosoStyle) self = user_data;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariant) outer = NULL;
  g_autoptr (GVariant) inner = NULL;

  /* No portal, or one that does not know: GTK's own setting stands. */
  reply = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, NULL);
  if (reply == NULL || !g_variant_is_of_type (reply, G_VARIANT_TYPE ("(v)")))
    return;

  g_variant_get (reply, "(v)", &outer);
  inner = g_variant_is_of_type (outer, G_VARIANT_TYPE_VARIANT) ? g_variant_get_variant (outer)
                                                               : g_variant_ref (outer);
  take_color_scheme (self, inner);
}

static void
portal_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TosoStyle) self = user_data;
  g_autofree char *owner = NULL;

  self->portal = g_dbus_proxy_new_for_bus_finish (result, NULL);
  if (self->portal == NULL)
    return;
  owner = g_dbus_proxy_get_name_owner (self->portal);
  if (owner == NULL)
    return;

  g_signal_connect_object (self->portal, "g-signal", G_CALLBACK (portal_signal_cb), self, G_CONNECT_SWAPPED);
  g_dbus_proxy_call (self->portal,
                     "Read",
                     g_variant_new ("(ss)", "org.freedesktop.appearance", "color-scheme"),
                     G_DBUS_CALL_FLAGS_NO_AUTO_START,
                     -1,
                     self->cancellable,
                     read_cb,
                     g_object_ref (self));
}

static void
toso_style_dispose (GObject *object)
{
  TosoStyle *self = TOSO_STYLE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->portal);
  g_clear_object (&self->shape);
  g_clear_object (&self->colors);
  g_clear_pointer (&self->appearance, g_free);

  G_OBJECT_CLASS (toso_style_parent_class)->dispose (object);
}

static void
toso_style_class_init (TosoStyleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = toso_style_dispose;
}

static void
toso_style_init (TosoStyle *self)
{
  self->shape = gtk_css_provider_new ();
  self->colors = gtk_css_provider_new ();
  self->cancellable = g_cancellable_new ();
  self->appearance = g_strdup ("system");
}

TosoStyle *
toso_style_new (GdkDisplay *display)
{
  TosoStyle *self;

  g_return_val_if_fail (GDK_IS_DISPLAY (display), NULL);

  self = g_object_new (TOSO_TYPE_STYLE, NULL);
  self->display = display;
  g_object_get (gtk_settings_get_for_display (display),
                "gtk-application-prefer-dark-theme",
                &self->system_is_dark,
                NULL);

  gtk_css_provider_load_from_resource (self->shape, "/vn/toso/ToSo/style.css");
  gtk_style_context_add_provider_for_display (display,
                                              GTK_STYLE_PROVIDER (self->colors),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_style_context_add_provider_for_display (display,
                                              GTK_STYLE_PROVIDER (self->shape),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  update (self);

  g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION,
                            G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES | G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START,
                            NULL,
                            PORTAL_NAME,
                            PORTAL_PATH,
                            PORTAL_IFACE,
                            self->cancellable,
                            portal_cb,
                            g_object_ref (self));

  return self;
}

void
toso_style_set_appearance (TosoStyle  *self,
                           const char *appearance)
{
  g_return_if_fail (TOSO_IS_STYLE (self));
  g_return_if_fail (appearance != NULL);

  if (g_str_equal (self->appearance, appearance))
    return;

  g_free (self->appearance);
  self->appearance = g_strdup (appearance);
  update (self);
}

gboolean
toso_style_is_dark (GtkWidget *widget)
{
  gboolean dark;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  g_object_get (gtk_widget_get_settings (widget), "gtk-application-prefer-dark-theme", &dark, NULL);

  return dark;
}

const TosoPalette *
toso_style_get_palette (GtkWidget *widget)
{
  return toso_palette_get (toso_style_is_dark (widget) ? TOSO_PALETTE_DARK : TOSO_PALETTE_LIGHT);
}

const char *
toso_style_get_mark_class (TosoMark mark)
{
  static const char *const classes[TOSO_N_MARKS] = {
    [TOSO_MARK_NONE] = "no-data",
    [TOSO_MARK_CIRCLE] = "met",
    [TOSO_MARK_DIAMOND] = "on-pace",
    [TOSO_MARK_TRIANGLE] = "behind",
    [TOSO_MARK_SQUARE] = "overdue",
    [TOSO_MARK_RING] = "dim",
  };

  return classes[mark];
}
