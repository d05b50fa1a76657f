/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "toso-driver-private.h"

#include <string.h>

/* What is on the screen, through AT-SPI.
 *
 * The tree is asked for anew each time it is looked at, so that nothing stale
 * is believed, and a level at a time: one question after the other would take
 * seconds. */

#define ACCESSIBLE "org.a11y.atspi.Accessible"
#define COMPONENT  "org.a11y.atspi.Component"
#define NULL_PATH  "/org/a11y/atspi/null"

/* Nothing takes that long; a busy machine may. */
#define DEADLINE (20 * G_USEC_PER_SEC)
#define STEP     (20 * 1000)

gboolean
driver_is_over (gint64 start)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_usleep (STEP);

  return g_get_monotonic_time () - start > DEADLINE;
}

/* --- asking --- */

GVariant *
driver_ask (Driver     *driver,
            const char *path,
            const char *interface,
            const char *method,
            GVariant   *parameters)
{
  return g_dbus_connection_call_sync (driver->bus, driver->name, path, interface, method, parameters,
                                      NULL, G_DBUS_CALL_FLAGS_NONE, DEADLINE / 1000, NULL, NULL);
}

typedef struct
{
  guint     *n_waiting;
  GVariant **answer;
} Question;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Question *question = data;

  *question->answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  (*question->n_waiting)--;
  g_free (question);
}

/* The answer is there, NULL when there is none, once n_waiting is 0 again. */
static void
ask_later (Driver     *driver,
           const char *path,
           const char *interface,
           const char *method,
           GVariant   *parameters,
           guint      *n_waiting,
           GVariant  **answer)
{
  Question *question = g_new (Question, 1);

  *question = (Question){ n_waiting, answer };
  (*n_waiting)++;
  g_dbus_connection_call (driver->bus, driver->name, path, interface, method, parameters, NULL,
                          G_DBUS_CALL_FLAGS_NONE, DEADLINE / 1000, NULL, answered_cb, question);
}

static gboolean
read_extents (GVariant *answer,
              int      *box)
{
  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "((iiii))", &box[0], &box[1], &box[2], &box[3]);

  return box[2] > 0 && box[3] > 0;
}

gboolean
driver_get_extents (Driver     *driver,
                    const char *path,
                    int        *box)
{
  g_autoptr (GVariant) answer = driver_ask (driver, path, COMPONENT, "GetExtents",
                                            g_variant_new ("(u)", ATSPI_COORD_TYPE_WINDOW));

  return read_extents (answer, box);
}

static gboolean
is_something_at (Driver     *driver,
                 const char *path,
                 int         x,
                 int         y)
{
  g_autoptr (GVariant) answer = driver_ask (driver, path, COMPONENT, "GetAccessibleAtPoint",
                                            g_variant_new ("(iiu)", x, y, ATSPI_COORD_TYPE_WINDOW));
  const char *found = NULL_PATH;

  if (answer != NULL)
    g_variant_get (answer, "((&s&o))", NULL, &found);

  return !g_str_equal (found, NULL_PATH);
}

/* Whether it is drawn: GTK finds only what is under a point.  A page that a
 * stack does not show is otherwise as visible as the one that it shows.  In
 * the middle there may be a part that GTK does not tell of. */
gboolean
driver_is_drawn (Driver     *driver,
                 const char *path)
{
  int box[4];

  if (!driver_get_extents (driver, path, box))
    return FALSE;

  return is_something_at (driver, path, box[0] + box[2] / 2, box[1] + box[3] / 2) ||
         is_something_at (driver, path, box[0] + 2, box[1] + 2);
}

/* --- the tree --- */

void
driver_node_free (gpointer data)
{
  DriverNode *node = data;

  g_free (node->path);
  g_free (node->name);
  g_ptr_array_unref (node->children);
  g_free (node);
}

static DriverNode *
add_node (Driver     *driver,
          DriverNode *parent,
          const char *path)
{
  DriverNode *node = g_new0 (DriverNode, 1);

  node->path = g_strdup (path);
  node->name = g_strdup ("");
  node->parent = parent;
  node->children = g_ptr_array_new ();
  g_ptr_array_add (driver->nodes, node);
  if (parent != NULL)
    g_ptr_array_add (parent->children, node);

  return node;
}

static void
wait_for_answers (guint *n_waiting)
{
  while (*n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
load_roles (Driver    *driver,
            GPtrArray *nodes)
{
  g_autofree GVariant **answers = g_new0 (GVariant *, nodes->len);
  guint                 n_waiting = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      DriverNode *node = nodes->pdata[i];

      node->role = GPOINTER_TO_UINT (g_hash_table_lookup (driver->roles, node->path));
      if (node->role == ATSPI_ROLE_INVALID)
        ask_later (driver, node->path, ACCESSIBLE, "GetRole", NULL, &n_waiting, &answers[i]);
    }
  wait_for_answers (&n_waiting);
  for (guint i = 0; i < nodes->len; i++)
    {
      DriverNode *node = nodes->pdata[i];

      if (answers[i] == NULL)
        continue;
      g_variant_get (answers[i], "(u)", &node->role);
      g_hash_table_insert (driver->roles, g_strdup (node->path), GUINT_TO_POINTER (node->role));
      g_variant_unref (answers[i]);
    }
}

void
driver_load_names (Driver    *driver,
                   GPtrArray *nodes)
{
  g_autofree GVariant **answers = g_new0 (GVariant *, nodes->len);
  guint                 n_waiting = 0;

  for (guint i = 0; i < nodes->len; i++)
    ask_later (driver, ((DriverNode *) nodes->pdata[i])->path, "org.freedesktop.DBus.Properties", "Get",
               g_variant_new ("(ss)", ACCESSIBLE, "Name"), &n_waiting, &answers[i]);
  wait_for_answers (&n_waiting);
  for (guint i = 0; i < nodes->len; i++)
    if (answers[i] != NULL)
      {
        DriverNode *node = nodes->pdata[i];
        g_autoptr (GVariant) name = NULL;

        g_variant_get (answers[i], "(v)", &name);
        g_free (node->name);
        node->name = g_variant_dup_string (name, NULL);
        g_variant_unref (answers[i]);
      }
}

void
driver_load_states (Driver    *driver,
                    GPtrArray *nodes)
{
  g_autofree GVariant **answers = g_new0 (GVariant *, nodes->len);
  guint                 n_waiting = 0;

  for (guint i = 0; i < nodes->len; i++)
    ask_later (driver, ((DriverNode *) nodes->pdata[i])->path, ACCESSIBLE, "GetState", NULL, &n_waiting, &answers[i]);
  wait_for_answers (&n_waiting);
  for (guint i = 0; i < nodes->len; i++)
    {
      DriverNode *node = nodes->pdata[i];
      g_autoptr (GVariant) halves = NULL;
      guint low, high;

      if (answers[i] == NULL)
        continue;
      halves = g_variant_get_child_value (answers[i], 0);
      g_variant_get_child (halves, 0, "u", &low);
      g_variant_get_child (halves, 1, "u", &high);
      node->states = low | (guint64) high << 32;
      g_variant_unref (answers[i]);
    }
}

/* What never has others in it need not be asked for them; a paragraph of the
 * plan, which is a whole row, has its editor. */
static gboolean
is_leaf (DriverNode *node)
{
  return (node->role == ATSPI_ROLE_LABEL && node->parent->role != ATSPI_ROLE_LIST_ITEM) || node->role == ATSPI_ROLE_IMAGE || node->role == ATSPI_ROLE_SEPARATOR ||
         node->role == ATSPI_ROLE_SCROLL_BAR;
}

static void
read_children (Driver    *driver,
               GPtrArray *nodes,
               GPtrArray *next)
{
  g_autofree GVariant **answers = g_new0 (GVariant *, nodes->len);
  guint                 n_waiting = 0;

  for (guint i = 0; i < nodes->len; i++)
    ask_later (driver, ((DriverNode *) nodes->pdata[i])->path, ACCESSIBLE, "GetChildren", NULL, &n_waiting, &answers[i]);
  wait_for_answers (&n_waiting);
  for (guint i = 0; i < nodes->len; i++)
    {
      g_autoptr (GVariant) children = NULL;

      if (answers[i] == NULL)
        continue;
      children = g_variant_get_child_value (answers[i], 0);
      for (gsize k = 0; k < g_variant_n_children (children); k++)
        {
          const char *path;

          g_variant_get_child (children, k, "(&s&o)", NULL, &path);
          g_ptr_array_add (next, add_node (driver, nodes->pdata[i], path));
        }
      g_variant_unref (answers[i]);
    }
}

/* Every node, hidden or not, each before what is in it.  Nodes stay for as
 * long as the program runs: what was found may be asked about later. */
GPtrArray *
driver_read_tree (Driver *driver)
{
  GPtrArray *tree = g_ptr_array_new ();
  g_autoptr (GPtrArray) level = g_ptr_array_new ();

  g_ptr_array_add (level, add_node (driver, NULL, "/org/a11y/atspi/accessible/root"));
  while (level->len > 0)
    {
      GPtrArray *next = g_ptr_array_new ();
      g_autoptr (GPtrArray) open = g_ptr_array_new ();

      load_roles (driver, level);
      for (guint i = 0; i < level->len; i++)
        if (!is_leaf (level->pdata[i]))
          g_ptr_array_add (open, level->pdata[i]);
      read_children (driver, open, next);
      g_ptr_array_extend (tree, level, NULL, NULL);
      g_ptr_array_unref (level);
      level = next;
    }

  return tree;
}
