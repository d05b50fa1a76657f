/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "toso-driver.h"

#include <cairo.h>
#include <X11/XKBlib.h>
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xproto.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <string.h>

/* Keys, pointer and pictures of the screen through the X server. */

struct _DriverInput
{
  Display    *display;
  GHashTable *keycodes; /* of letters that the keyboard lacks: keysym to keycode */
};

/* A dialog that closes may go between the list of the windows and the question
 * about it, or before it gets the keyboard; who asked is then told so. */
static int
refused_cb (Display     *display,
            XErrorEvent *event)
{
  char words[256];

  if (event->error_code == BadWindow || (event->error_code == BadMatch && event->request_code == X_SetInputFocus))
    return 0;
  XGetErrorText (display, event->error_code, words, sizeof words);
  g_error ("the display refused request %u: %s", event->request_code, words);

  return 0;
}

DriverInput *
driver_input_new (void)
{
  DriverInput *input = g_new0 (DriverInput, 1);

  input->display = XOpenDisplay (NULL);
  g_assert_nonnull (input->display);
  XSetErrorHandler (refused_cb);
  input->keycodes = g_hash_table_new (NULL, NULL);

  return input;
}

void
driver_input_free (DriverInput *input)
{
  XCloseDisplay (input->display);
  g_hash_table_unref (input->keycodes);
  g_free (input);
}

/* The window that a window manager would have given the keyboard to: the one
 * on top.  Menus and the like (override-redirect) get it from their window. */
static Window
find_top (DriverInput *input)
{
  Window       root, parent, *children = NULL;
  Window       top = None;
  unsigned int n_children;

  XQueryTree (input->display, DefaultRootWindow (input->display), &root, &parent, &children, &n_children);
  for (unsigned int i = 0; i < n_children; i++)
    {
      XWindowAttributes attributes;

      if (XGetWindowAttributes (input->display, children[i], &attributes) &&
          attributes.map_state == IsViewable && !attributes.override_redirect && attributes.class == InputOutput)
        top = children[i];
    }
  if (children != NULL)
    XFree (children);

  return top;
}

static Window
focus_top (DriverInput *input)
{
  Window top = find_top (input);
  Window focus;
  int    revert;

  XGetInputFocus (input->display, &focus, &revert);
  if (top != None && focus != top)
    XSetInputFocus (input->display, top, RevertToPointerRoot, CurrentTime);
  XSync (input->display, False);

  return top;
}

/* A keyboard has no key for "ế"; one that is unused is given it and keeps it,
 * so that a key pressed long before its reader looks still means the same. */
static KeyCode
find_keycode (DriverInput *input,
              KeySym       keysym,
              gboolean    *shift)
{
  KeyCode  keycode = XKeysymToKeycode (input->display, keysym);
  gpointer known;
  KeySym  *symbols;
  KeySym   pair[2] = { keysym, keysym };
  int      first, last, per_code;
  int      spare = 0;

  *shift = FALSE;
  if (g_hash_table_lookup_extended (input->keycodes, GSIZE_TO_POINTER (keysym), NULL, &known))
    return GPOINTER_TO_UINT (known);
  if (keycode != 0)
    {
      *shift = XkbKeycodeToKeysym (input->display, keycode, 0, 0) != keysym;
      return keycode;
    }

  XDisplayKeycodes (input->display, &first, &last);
  symbols = XGetKeyboardMapping (input->display, first, last - first + 1, &per_code);
  for (int code = last; code >= first && spare == 0; code--)
    {
      gboolean used = FALSE;

      for (int i = 0; i < per_code; i++)
        used |= symbols[(code - first) * per_code + i] != NoSymbol;
      if (!used)
        spare = code;
    }
  XFree (symbols);
  g_assert_cmpint (spare, !=, 0);
  XChangeKeyboardMapping (input->display, spare, 2, pair, 1);
  XSync (input->display, False);
  g_hash_table_insert (input->keycodes, GSIZE_TO_POINTER (keysym), GUINT_TO_POINTER (spare));

  return spare;
}

static void
send_key (DriverInput *input,
          KeyCode      keycode,
          gboolean     down)
{
  XTestFakeKeyEvent (input->display, keycode, down, CurrentTime);
}

static void
send_modifiers (DriverInput *input,
                char       **names,
                guint        n_names,
                gboolean     down)
{
  static const struct
  {
    const char *name;
    KeySym      keysym;
  } modifiers[] = {
    { "ctrl", XK_Control_L },
    { "shift", XK_Shift_L },
    { "alt", XK_Alt_L },
  };

  for (guint i = 0; i < n_names; i++)
    for (guint k = 0; k < G_N_ELEMENTS (modifiers); k++)
      if (g_str_equal (modifiers[k].name, names[i]))
        send_key (input, XKeysymToKeycode (input->display, modifiers[k].keysym), down);
}

static void
tap (DriverInput *input,
     KeySym       keysym)
{
  gboolean shift;
  KeyCode  keycode = find_keycode (input, keysym, &shift);
  KeyCode  shift_code = XKeysymToKeycode (input->display, XK_Shift_L);

  if (shift)
    send_key (input, shift_code, TRUE);
  send_key (input, keycode, TRUE);
  send_key (input, keycode, FALSE);
  if (shift)
    send_key (input, shift_code, FALSE);
}

void
driver_input_press (DriverInput *input,
                    const char  *keys)
{
  g_auto (GStrv) names = g_strsplit (keys, "+", -1);
  guint  n_modifiers = g_strv_length (names) - 1;
  KeySym keysym = XStringToKeysym (names[n_modifiers]);

  g_assert_cmpint (keysym, !=, NoSymbol);
  focus_top (input);
  send_modifiers (input, names, n_modifiers, TRUE);
  tap (input, keysym);
  send_modifiers (input, names, n_modifiers, FALSE);
  XSync (input->display, False);
}

static KeySym
get_keysym (gunichar letter)
{
  /* ISO 8859-1 letters are their own keysyms; all others have a range. */
  return letter < 0x100 ? letter : 0x01000000 | letter;
}

void
driver_input_type (DriverInput *input,
                   const char  *text)
{
  gboolean shift;

  focus_top (input);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    find_keycode (input, get_keysym (g_utf8_get_char (at)), &shift);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    tap (input, get_keysym (g_utf8_get_char (at)));
  XSync (input->display, False);
}

/* How wide the invisible border is that GTK draws around a window's inside. */
static void
get_border (DriverInput *input,
            Window       window,
            int         *left,
            int         *top)
{
  Atom           property = XInternAtom (input->display, "_GTK_FRAME_EXTENTS", False);
  Atom           type;
  int            format;
  unsigned long  n_items, after;
  unsigned char *data = NULL;

  *left = *top = 0;
  if (XGetWindowProperty (input->display, window, property, 0, 4, False, XA_CARDINAL, &type, &format,
                          &n_items, &after, &data) == Success &&
      n_items == 4 && format == 32)
    {
      *left = ((long *) data)[0];
      *top = ((long *) data)[2];
    }
  if (data != NULL)
    XFree (data);
}

void
driver_input_click (DriverInput *input,
                    int          x,
                    int          y)
{
  Window window = focus_top (input);
  Window child;
  int    left, top, root_x, root_y;

  g_assert_cmpint (window, !=, None);
  get_border (input, window, &left, &top);
  g_assert_true (XTranslateCoordinates (input->display, window, DefaultRootWindow (input->display),
                                        x + left, y + top, &root_x, &root_y, &child));
  XTestFakeMotionEvent (input->display, -1, root_x, root_y, CurrentTime);
  XTestFakeButtonEvent (input->display, 1, True, CurrentTime);
  XTestFakeButtonEvent (input->display, 1, False, CurrentTime);
  XSync (input->display, False);
}

char *
driver_input_sum (DriverInput *input,
                  int          x,
                  int          y,
                  int          width,
                  int          height)
{
  Window  window = find_top (input);
  Window  child;
  XImage *image;
  char   *sum;
  int     left, top, root_x, root_y;

  get_border (input, window, &left, &top);
  g_assert_true (XTranslateCoordinates (input->display, window, DefaultRootWindow (input->display),
                                        x + left, y + top, &root_x, &root_y, &child));
  image = XGetImage (input->display, DefaultRootWindow (input->display), root_x, root_y, width, height,
                     AllPlanes, ZPixmap);
  g_assert_nonnull (image);
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) image->data,
                                     (gsize) image->bytes_per_line * image->height);
  XDestroyImage (image);

  return sum;
}

void
driver_input_shoot (DriverInput *input,
                    const char  *path)
{
  int              screen = DefaultScreen (input->display);
  int              width = DisplayWidth (input->display, screen);
  int              height = DisplayHeight (input->display, screen);
  XImage          *image;
  cairo_surface_t *surface;

  image = XGetImage (input->display, DefaultRootWindow (input->display), 0, 0, width, height, AllPlanes, ZPixmap);
  if (image == NULL || image->bits_per_pixel != 32)
    return;
  surface = cairo_image_surface_create_for_data ((unsigned char *) image->data, CAIRO_FORMAT_RGB24,
                                                 width, height, image->bytes_per_line);
  if (cairo_surface_write_to_png (surface, path) == CAIRO_STATUS_SUCCESS)
    g_test_message ("the screen: %s", path);
  cairo_surface_destroy (surface);
  XDestroyImage (image);
}
