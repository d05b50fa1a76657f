/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "toso-driver-private.h"

#include <string.h>

/* Finding what is on the screen, and waiting for it. */

typedef struct
{
  AtspiRole   role; /* INVALID: any */
  const char *name; /* NULL: any */
  gboolean    focused;
  guint       count; /* found so far; stops at the first unless all */
  gboolean    all;
} Search;

static void
load_name (Driver     *driver,
           DriverNode *node)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  g_ptr_array_add (nodes, node);
  driver_load_names (driver, nodes);
}

static gboolean
is_inside (DriverNode *node,
           DriverNode *inside)
{
  while (node != NULL && inside != NULL && !g_str_equal (node->path, inside->path))
    node = node->parent;

  return node != NULL;
}

/* What is greyed is found under no point, nor is an entry, which lies under a
 * part of its own; what they stand in is. */
static gboolean
is_shown (Driver     *driver,
          DriverNode *node)
{
  while (node->parent->parent != NULL &&
         (node->role == ATSPI_ROLE_TEXT || node->role == ATSPI_ROLE_ENTRY || !driver_has_state (node, ATSPI_STATE_SENSITIVE)))
    node = node->parent;

  return driver_is_drawn (driver, node->path);
}

static DriverNode *
search (Driver     *driver,
        DriverNode *inside,
        Search     *what)
{
  g_autoptr (GPtrArray) tree = driver_read_tree (driver);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (guint i = 0; i < tree->len; i++)
    {
      DriverNode *node = tree->pdata[i];

      if (node->parent != NULL && (what->role == ATSPI_ROLE_INVALID || node->role == what->role) &&
          is_inside (node, inside))
        g_ptr_array_add (nodes, node);
    }
  if (what->name != NULL)
    {
      driver_load_names (driver, nodes);
      for (guint i = nodes->len; i-- > 0;)
        if (!g_pattern_match_simple (what->name, ((DriverNode *) nodes->pdata[i])->name))
          g_ptr_array_remove_index (nodes, i);
    }
  driver_load_states (driver, nodes);
  for (guint i = 0; i < nodes->len; i++)
    {
      DriverNode *node = nodes->pdata[i];

      if (!driver_has_state (node, ATSPI_STATE_VISIBLE) || (what->focused && !driver_has_state (node, ATSPI_STATE_FOCUSED)) ||
          !is_shown (driver, node))
        continue;
      what->count++;
      if (!what->all)
        {
          if (what->name == NULL)
            load_name (driver, node);
          return node;
        }
    }

  return NULL;
}

DriverNode *
driver_peek_in (Driver     *driver,
                DriverNode *inside,
                AtspiRole   role,
                const char *name)
{
  Search what = { .role = role, .name = name };

  return search (driver, inside, &what);
}

guint
driver_count_in (Driver     *driver,
                 DriverNode *inside,
                 AtspiRole   role,
                 const char *name)
{
  Search what = { .role = role, .name = name, .all = TRUE };

  search (driver, inside, &what);

  return what.count;
}

static DriverNode *
wait_for (Driver     *driver,
          DriverNode *inside,
          Search     *what)
{
  gint64      start = g_get_monotonic_time ();
  DriverNode *found;

  while ((found = search (driver, inside, what)) == NULL)
    if (driver_is_over (start))
      driver_fail (driver, "nothing of role %d called \"%s\"%s", what->role,
                   what->name != NULL ? what->name : "*", what->focused ? " has the keyboard" : "");

  return found;
}

DriverNode *
driver_find_in (Driver     *driver,
                DriverNode *inside,
                AtspiRole   role,
                const char *name)
{
  Search what = { .role = role, .name = name };

  return wait_for (driver, inside, &what);
}

DriverNode *
driver_find (Driver     *driver,
             AtspiRole   role,
             const char *name)
{
  return driver_find_in (driver, NULL, role, name);
}

void
driver_wait_gone (Driver     *driver,
                  AtspiRole   role,
                  const char *name)
{
  gint64 start = g_get_monotonic_time ();

  while (driver_peek_in (driver, NULL, role, name) != NULL)
    if (driver_is_over (start))
      driver_fail (driver, "\"%s\" is still there", name);
}

void
driver_see (Driver     *driver,
            const char *text)
{
  driver_find (driver, ATSPI_ROLE_INVALID, text);
}

DriverNode *
driver_find_focus (Driver     *driver,
                   AtspiRole   role,
                   const char *name)
{
  Search what = { .role = role, .name = name, .focused = TRUE };

  return wait_for (driver, NULL, &what);
}

DriverNode *
driver_peek_focus (Driver     *driver,
                   AtspiRole   role,
                   const char *name)
{
  Search what = { .role = role, .name = name, .focused = TRUE };

  return search (driver, NULL, &what);
}

const char *
driver_get_name (DriverNode *node)
{
  return node->name;
}

gboolean
driver_has_state (DriverNode    *node,
                  AtspiStateType state)
{
  return (node->states >> state & 1) != 0;
}

char *
driver_dup_text (Driver     *driver,
                 DriverNode *node)
{
  g_autoptr (GVariant) answer = driver_ask (driver, node->path, "org.a11y.atspi.Text", "GetText",
                                            g_variant_new ("(ii)", 0, -1));
  char *text = NULL;

  if (answer == NULL)
    driver_fail (driver, "\"%s\" has no text", node->name);
  g_variant_get (answer, "(s)", &text);

  return text;
}

void
driver_get_middle (Driver     *driver,
                   DriverNode *node,
                   int        *x,
                   int        *y)
{
  int box[4];

  if (!driver_get_extents (driver, node->path, box))
    driver_fail (driver, "\"%s\" is nowhere on the screen", node->name);
  *x = box[0] + box[2] / 2;
  *y = box[1] + box[3] / 2;
}

char *
driver_get_look (Driver     *driver,
                 DriverNode *node)
{
  int box[4];

  if (!driver_get_extents (driver, node->path, box))
    driver_fail (driver, "\"%s\" is nowhere on the screen", node->name);

  return driver_input_sum (driver->input, box[0], box[1], box[2], box[3]);
}

void
driver_wait_redrawn (Driver     *driver,
                     DriverNode *node,
                     const char *look)
{
  gint64           start = g_get_monotonic_time ();
  g_autofree char *now = driver_get_look (driver, node);

  while (g_str_equal (now, look))
    {
      if (driver_is_over (start))
        driver_fail (driver, "\"%s\" looks as before", node->name);
      g_free (now);
      now = driver_get_look (driver, node);
    }
}

/* --- all of it --- */

/* GTK gives what has no name that of its class. */
static gboolean
is_no_name (const char *name)
{
  return *name == '\0' || g_pattern_match_simple ("Gtk*", name) || g_pattern_match_simple ("Toso*", name);
}

/* What only frames or scrolls others takes the keyboard, but is not spoken of;
 * nor is the copy of the chosen item in a drop-down's button. */
static gboolean
is_frame_only (DriverNode *node)
{
  return node->role == ATSPI_ROLE_SCROLL_PANE || node->role == ATSPI_ROLE_VIEWPORT ||
         node->role == ATSPI_ROLE_SPLIT_PANE || g_str_equal (node->name, "GtkPaned") ||
         g_str_equal (node->name, "GtkListItemWidget");
}

/* What a drop-down shows is spoken of by its button. */
static gboolean
is_in_button (DriverNode *node)
{
  for (DriverNode *at = node->parent; at != NULL; at = at->parent)
    if (at->role == ATSPI_ROLE_PUSH_BUTTON)
      return !is_no_name (at->name);

  return FALSE;
}

char *
driver_list_nameless (Driver *driver)
{
  GString *list = g_string_new (NULL);
  g_autoptr (GPtrArray) tree = driver_read_tree (driver);

  driver_load_names (driver, tree);
  driver_load_states (driver, tree);
  for (guint i = 1; i < tree->len; i++)
    {
      DriverNode *node = tree->pdata[i];

      if (!is_no_name (node->name) || !driver_has_state (node, ATSPI_STATE_FOCUSABLE) || is_frame_only (node) || is_in_button (node) ||
          !is_shown (driver, node))
        continue;
      for (DriverNode *at = node; at->parent != NULL; at = at->parent)
        g_string_append_printf (list, "%d \"%s\" in ", at->role, at->name);
      g_string_append (list, "the program\n");
    }

  return g_string_free (list, FALSE);
}

static void
print_node (DriverNode *node,
            guint       depth)
{
  g_test_message ("%*s%d \"%s\"%s%s%s", (int) depth, "", node->role, node->name,
                  driver_has_state (node, ATSPI_STATE_SENSITIVE) ? "" : " greyed",
                  driver_has_state (node, ATSPI_STATE_FOCUSABLE) ? " focusable" : "",
                  driver_has_state (node, ATSPI_STATE_FOCUSED) ? " FOCUSED" : "");
  for (guint i = 0; i < node->children->len; i++)
    print_node (node->children->pdata[i], depth + 1);
}

void
driver_print_tree (Driver *driver)
{
  g_autoptr (GPtrArray) tree = NULL;

  if (driver->name == NULL)
    return;
  tree = driver_read_tree (driver);
  driver_load_names (driver, tree);
  driver_load_states (driver, tree);
  print_node (tree->pdata[0], 0);
}
