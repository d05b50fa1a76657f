/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "app/toso-application.h"
#include "app/toso-settings.h"
#include "core/toso-platform.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (TosoApplication) application = NULL;

  toso_platform_init_language ();
  toso_platform_init_fonts ();
  g_set_prgname (TOSO_APP_ID);
  g_set_application_name ("Tổ Số");

  settings = toso_settings_new ();
  if (settings == NULL)
    {
      g_printerr ("%s\n", _ ("The settings of Tổ Số are not installed (vn.toso.ToSo.gschema.xml); install the program again."));
      return 1;
    }

  application = toso_application_new (settings);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
