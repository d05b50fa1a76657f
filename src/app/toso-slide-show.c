/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-slide-show.h"

#include <glib/gi18n.h>

#include "core/toso-error.h"
#include "report/toso-meeting.h"

/* Until the projector's size is known. */
#define USUAL_WIDTH  1920
#define USUAL_HEIGHT 1080

/* Pictures that are kept: the shown one, its neighbours, where one came from. */
#define KEPT 8

struct _TosoSlideShow
{
  GObject parent_instance;

  TosoSession *session;
  TosoDeck    *deck;
  TosoPeriod   period;
  gint64       start;

  guint    place; /* in the order */
  guint    shown; /* the same, or a card that was jumped to */
  guint    held;  /* what a freeze holds */
  gboolean black, frozen;

  GHashTable        *pictures; /* of GdkTexture, by slide */
  const TosoPalette *palette;
  guint              ahead; /* source that draws the next one */
};

enum {
  CHANGED,
  TYPED,
  ENDED,
  SWAPPED,
  PANELED,
  EXPORTED,
  HELPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoSlideShow, toso_slide_show, G_TYPE_OBJECT)

/* --- pictures --- */

static GdkTexture *
draw (TosoSlideShow *self,
      guint          slide)
{
  cairo_surface_t *surface;
  cairo_t         *cr;
  double           width, height;
  GdkTexture      *texture;
  g_autoptr (GBytes) bytes = NULL;

  toso_deck_get_size (self->deck, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cr = cairo_create (surface);
  toso_deck_draw (self->deck, slide, self->palette, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new ((int) width, (int) height, GDK_MEMORY_DEFAULT, bytes, (gsize) cairo_image_surface_get_stride (surface));

  return texture;
}

static void
drop_pictures (TosoSlideShow *self)
{
  g_hash_table_remove_all (self->pictures);
}

GdkTexture *
toso_slide_show_get_picture (TosoSlideShow     *self,
                             guint              slide,
                             const TosoPalette *palette)
{
  GdkTexture *texture;

  g_return_val_if_fail (TOSO_IS_SLIDE_SHOW (self), NULL);

  if (self->palette != palette)
    {
      drop_pictures (self);
      self->palette = palette;
    }
  texture = g_hash_table_lookup (self->pictures, GUINT_TO_POINTER (slide));
  if (texture != NULL)
    return texture;

  if (g_hash_table_size (self->pictures) >= KEPT)
    drop_pictures (self);
  texture = draw (self, slide);
  g_hash_table_insert (self->pictures, GUINT_TO_POINTER (slide), texture);

  return texture;
}

static gboolean
draw_ahead_cb (gpointer user_data)
{
  TosoSlideShow *self = user_data;
  gssize         next = toso_slide_show_get_next (self);

  self->ahead = 0;
  if (next >= 0 && self->palette != NULL)
    toso_slide_show_get_picture (self, (guint) next, self->palette);

  return G_SOURCE_REMOVE;
}

static void
change (TosoSlideShow *self)
{
  if (!self->frozen)
    self->held = self->shown;
  g_signal_emit (self, signals[CHANGED], 0);
  if (self->ahead == 0)
    self->ahead = g_idle_add_full (G_PRIORITY_LOW, draw_ahead_cb, self, NULL);
}

/* --- from slide to slide --- */

static void
show (TosoSlideShow *self,
      guint          slide)
{
  self->shown = slide;
  if (slide < toso_deck_get_n_in_order (self->deck))
    self->place = slide;
  self->black = FALSE;
  change (self);
}

static gboolean
is_same_card (TosoSlideShow *self,
              gssize         slide)
{
  if (slide < 0 || slide >= (gssize) toso_deck_get_n_slides (self->deck))
    return FALSE;

  return toso_deck_get_slide (self->deck, (guint) slide)->village_id == toso_deck_get_slide (self->deck, self->shown)->village_id;
}

/* A card that was jumped to leads on to where one was. */
static gssize
step (TosoSlideShow *self,
      int            direction)
{
  gssize n = toso_deck_get_n_in_order (self->deck);
  gssize slide = (gssize) self->shown + direction;

  if ((gssize) self->shown >= n)
    return slide >= n && is_same_card (self, slide) ? slide : (gssize) self->place;

  return slide >= 0 && slide < n ? slide : -1;
}

gssize
toso_slide_show_get_next (TosoSlideShow *self)
{
  g_return_val_if_fail (TOSO_IS_SLIDE_SHOW (self), -1);

  return step (self, 1);
}

static void
go (TosoSlideShow *self,
    int            direction)
{
  gssize slide = step (self, direction);

  show (self, slide >= 0 ? (guint) slide : self->shown);
}

gboolean
toso_slide_show_find (TosoSlideShow *self,
                      const char    *typed)
{
  gssize slide;

  g_return_val_if_fail (TOSO_IS_SLIDE_SHOW (self), FALSE);

  slide = toso_deck_find_card (self->deck, typed);
  if (slide >= 0)
    show (self, (guint) slide);

  return slide >= 0;
}

/* Which slide it is, however many there are before it. */
typedef struct
{
  char  *id;
  gint64 village_id;
  guint  page;
} Place;

static gboolean
is_at (TosoSlideShow *self,
       guint          index,
       const Place   *place)
{
  const TosoSlide *slide;

  if (index >= toso_deck_get_n_slides (self->deck))
    return FALSE;
  slide = toso_deck_get_slide (self->deck, index);

  return g_str_equal (slide->id, place->id) && slide->village_id == place->village_id;
}

static Place
take_place (TosoSlideShow *self,
            guint          index)
{
  const TosoSlide *slide = toso_deck_get_slide (self->deck, index);
  Place            place = { g_strdup (slide->id), slide->village_id, 0 };

  while (index > place.page && is_at (self, index - place.page - 1, &place))
    place.page++;

  return place;
}

/* Takes @place; the first slide when it is no longer there. */
static guint
find_place (TosoSlideShow *self,
            Place          place)
{
  guint index = 0;

  while (index < toso_deck_get_n_slides (self->deck) && !is_at (self, index, &place))
    index++;
  while (place.page-- > 0 && is_at (self, index + 1, &place))
    index++;
  g_free (place.id);

  return index < toso_deck_get_n_slides (self->deck) ? index : 0;
}

gboolean
toso_slide_show_decide (TosoSlideShow *self,
                        const char    *content,
                        const char    *lead,
                        const char    *due,
                        GError       **error)
{
  TosoYear *year;
  Place     place, shown, held;
  GError   *local_error = NULL;

  g_return_val_if_fail (TOSO_IS_SLIDE_SHOW (self), FALSE);

  year = toso_session_get_year (self->session);
  if (!toso_meeting_note (year, &self->period, content, lead, due, error))
    return FALSE;

  /* It is noted, whatever becomes of its slide. */
  place = take_place (self, self->place);
  shown = take_place (self, self->shown);
  held = take_place (self, self->held);
  if (!toso_deck_update_steps (self->deck, year, &local_error))
    toso_session_take_error (self->session, local_error);
  drop_pictures (self);
  self->place = find_place (self, place);
  self->shown = find_place (self, shown);
  self->held = find_place (self, held);
  change (self);

  return TRUE;
}

void
toso_slide_show_set_size (TosoSlideShow *self,
                          int            width,
                          int            height)
{
  double old_width, old_height;
  Place  shown, held;

  g_return_if_fail (TOSO_IS_SLIDE_SHOW (self));

  toso_deck_get_size (self->deck, &old_width, &old_height);
  if (width <= 0 || height <= 0 || (width == (int) old_width && height == (int) old_height))
    return;

  /* Pages are other ones now: from the first of the same. */
  shown = take_place (self, self->shown);
  held = take_place (self, self->held);
  shown.page = held.page = 0;
  toso_deck_lay_out (self->deck, width, height);
  drop_pictures (self);
  self->shown = find_place (self, shown);
  self->held = find_place (self, held);
  self->place = MIN (self->shown < toso_deck_get_n_in_order (self->deck) ? self->shown : self->place, toso_deck_get_n_in_order (self->deck) - 1);
  change (self);
}

/* --- keys --- */

static gboolean
take_move (TosoSlideShow *self,
           guint          keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_Down:
    case GDK_KEY_Page_Down:
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      go (self, 1);
      return TRUE;

    case GDK_KEY_Left:
    case GDK_KEY_Up:
    case GDK_KEY_Page_Up:
    case GDK_KEY_BackSpace:
      go (self, -1);
      return TRUE;

    case GDK_KEY_Home:
      show (self, 0);
      return TRUE;

    case GDK_KEY_End:
      show (self, toso_deck_get_n_in_order (self->deck) - 1);
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
take_switch (TosoSlideShow *self,
             guint          keyval)
{
  switch (keyval)
    {
    case GDK_KEY_b:
    case GDK_KEY_B:
      self->black = !self->black;
      change (self);
      return TRUE;

    case GDK_KEY_period:
    case GDK_KEY_KP_Decimal:
      self->frozen = !self->frozen;
      change (self);
      return TRUE;

    case GDK_KEY_F1:
      g_signal_emit (self, signals[HELPED], 0);
      return TRUE;

    case GDK_KEY_F3:
      g_signal_emit (self, signals[PANELED], 0);
      return TRUE;

    case GDK_KEY_F6:
      g_signal_emit (self, signals[SWAPPED], 0);
      return TRUE;

    case GDK_KEY_Escape:
    case GDK_KEY_F5:
      g_signal_emit (self, signals[ENDED], 0);
      return TRUE;

    default:
      return FALSE;
    }
}

gboolean
toso_slide_show_take_key (TosoSlideShow  *self,
                          guint           keyval,
                          GdkModifierType state)
{
  gunichar typed = gdk_keyval_to_unicode (keyval);
  char     text[7] = "";

  g_return_val_if_fail (TOSO_IS_SLIDE_SHOW (self), FALSE);

  if ((state & GDK_CONTROL_MASK) != 0 && (keyval == GDK_KEY_e || keyval == GDK_KEY_E))
    {
      g_signal_emit (self, signals[EXPORTED], 0);
      return TRUE;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (take_move (self, keyval) || take_switch (self, keyval))
    return TRUE;
  if (typed == '/')
    typed = ' '; /* for names that begin with b */
  else if (!g_unichar_isalnum (typed))
    return FALSE;
  g_unichar_to_utf8 (typed, text);
  g_signal_emit (self, signals[TYPED], 0, g_strstrip (text));

  return TRUE;
}

/* --- object --- */

static void
toso_slide_show_finalize (GObject *object)
{
  TosoSlideShow *self = TOSO_SLIDE_SHOW (object);

  g_clear_handle_id (&self->ahead, g_source_remove);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  g_clear_pointer (&self->deck, toso_deck_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (toso_slide_show_parent_class)->finalize (object);
}

static void
toso_slide_show_class_init (TosoSlideShowClass *klass)
{
  static const char *const plain[N_SIGNALS] = { "changed", NULL, "ended", "swapped", "paneled", "exported", "helped" };

  G_OBJECT_CLASS (klass)->finalize = toso_slide_show_finalize;

  for (guint i = 0; i < N_SIGNALS; i++)
    if (plain[i] != NULL)
      signals[i] = g_signal_new (plain[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
toso_slide_show_init (TosoSlideShow *self)
{
  self->pictures = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->start = g_get_monotonic_time ();
}

TosoSlideShow *
toso_slide_show_new (TosoSession *session,
                     GError     **error)
{
  g_autoptr (TosoSlideShow) self = NULL;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_SLIDE_SHOW, NULL);
  self->session = g_object_ref (session);
  self->period = toso_session_get_period (session);
  self->deck = toso_deck_new (toso_session_get_year (session), &self->period, error);
  if (self->deck == NULL)
    return NULL;
  toso_deck_lay_out (self->deck, USUAL_WIDTH, USUAL_HEIGHT);
  if (toso_deck_get_n_in_order (self->deck) == 0)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("No slide is chosen for the meeting. Choose some on the page of the charts, “Choose Slides…”."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

TosoSession *
toso_slide_show_get_session (TosoSlideShow *self)
{
  g_return_val_if_fail (TOSO_IS_SLIDE_SHOW (self), NULL);

  return self->session;
}

TosoDeck *
toso_slide_show_get_deck (TosoSlideShow *self)
{
  g_return_val_if_fail (TOSO_IS_SLIDE_SHOW (self), NULL);

  return self->deck;
}

gint64
toso_slide_show_get_start (TosoSlideShow *self)
{
  g_return_val_if_fail (TOSO_IS_SLIDE_SHOW (self), 0);

  return self->start;
}

guint
toso_slide_show_get_shown (TosoSlideShow *self)
{
  g_return_val_if_fail (TOSO_IS_SLIDE_SHOW (self), 0);

  return self->shown;
}

guint
toso_slide_show_get_projected (TosoSlideShow *self)
{
  g_return_val_if_fail (TOSO_IS_SLIDE_SHOW (self), 0);

  return self->held;
}

gboolean
toso_slide_show_is_black (TosoSlideShow *self)
{
  g_return_val_if_fail (TOSO_IS_SLIDE_SHOW (self), FALSE);

  return self->black;
}

gboolean
toso_slide_show_is_frozen (TosoSlideShow *self)
{
  g_return_val_if_fail (TOSO_IS_SLIDE_SHOW (self), FALSE);

  return self->frozen;
}
