/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "toso-driver.h"

struct _DriverNode
{
  char       *path;
  char       *name;
  AtspiRole   role;
  guint64     states;
  DriverNode *parent;
  GPtrArray  *children; /* of DriverNode */
};

struct _Driver
{
  char            *folder;
  char            *year;
  char            *errors; /* file that takes what the program complains about */
  GSubprocess     *process;
  GSubprocess     *clipboard; /* the other program that was copied in, or NULL */
  GDBusConnection *bus;  /* of accessibility */
  char            *name; /* of the program on that bus */
  GPtrArray       *nodes; /* of DriverNode, all that were ever seen */
  GHashTable      *roles; /* of paths: a role never changes */
  DriverInput     *input;
  guint            n_actions;
  guint            n_starts;
};

void driver_node_free (gpointer data);
/* One step of waiting that began at START; TRUE when it has taken too long. */
gboolean  driver_is_over (gint64 start);
GVariant *driver_ask (Driver     *driver,
                      const char *path,
                      const char *interface,
                      const char *method,
                      GVariant   *parameters);
gboolean  driver_get_extents (Driver     *driver,
                              const char *path,
                              int        *box);
gboolean  driver_is_drawn (Driver     *driver,
                           const char *path);
/* Every node, hidden or not, with its role only; each before what is in it. */
GPtrArray *driver_read_tree (Driver *driver);
void       driver_load_names (Driver    *driver,
                              GPtrArray *nodes);
void       driver_load_states (Driver    *driver,
                               GPtrArray *nodes);
void      driver_get_middle (Driver     *driver,
                             DriverNode *node,
                             int        *x,
                             int        *y);
void      driver_print_tree (Driver *driver);
