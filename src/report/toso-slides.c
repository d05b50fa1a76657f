/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-slides.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/toso-number.h"
#include "report/toso-report-chart.h"
#include "store/toso-year-setting.h"

#define SLIDES_SETTING "meeting.slides"
#define ROOM_SETTING   "meeting.room"

/* The usual projector of a commune's hall: 100 inches across, the last row at 8 m. */
#define USUAL_HEIGHT   1.25
#define USUAL_DISTANCE 8.0

/* Millimetres of a capital letter for a metre of distance. */
#define CAPITAL 4.0

/* Whoever sits farther away than this many heights of the picture reads no
 * details, however large the letters. */
#define FARTHEST 6.0

#define LEAST 0.1
#define MOST  100.0

/* In the order of a meeting; what is not shown is there to be chosen. */
static const struct
{
  const char *kind;
  gboolean    shown;
} kinds[] = {
  { "cover", TRUE },
  { "targets", TRUE },
  { "ranked", TRUE },
  { "heat-map", TRUE },
  { "timeliness", TRUE },
  { "timeline", TRUE },
  { "task-states", TRUE },
  { "steps", TRUE },
  { "cards", FALSE }, /* are jumped to */
  { "matrix", FALSE },
  { "tiles", FALSE },
  { "trend", FALSE },
  { "bullet", FALSE },
};

TosoSlideChoice *
toso_slide_choice_new (const char *kind,
                       const char *target,
                       gboolean    shown)
{
  TosoSlideChoice *choice = g_new0 (TosoSlideChoice, 1);

  choice->kind = g_strdup (kind);
  choice->target = target != NULL && *target != '\0' ? g_strdup (target) : NULL;
  choice->shown = shown;

  return choice;
}

void
toso_slide_choice_free (TosoSlideChoice *choice)
{
  if (choice == NULL)
    return;

  g_free (choice->kind);
  g_free (choice->target);
  g_free (choice);
}

char *
toso_slide_choice_get_id (const TosoSlideChoice *choice)
{
  return choice->target != NULL ? g_strdup_printf ("%s:%s", choice->kind, choice->target) : g_strdup (choice->kind);
}

const char *
toso_slides_get_label (const char *kind)
{
  if (g_str_equal (kind, "cover"))
    return C_ ("slide", "Title");
  if (g_str_equal (kind, "steps"))
    return _ ("Agreed next steps");
  if (g_str_equal (kind, "cards"))
    return _ ("A card for each village");

  return toso_report_chart_get_label (kind);
}

gboolean
toso_slides_takes_target (const char *kind)
{
  static const char *const of_target[] = { "ranked", "trend", "tiles", NULL };

  return g_strv_contains (of_target, kind);
}

static gboolean
is_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      return TRUE;

  return FALSE;
}

static gboolean
has_kind (GPtrArray  *choices,
          const char *kind)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (((const TosoSlideChoice *) choices->pdata[i])->kind, kind))
      return TRUE;

  return FALSE;
}

/* "-ranked:CT05": not shown.  A line of a newer program is passed over. */
static void
add_line (GPtrArray  *choices,
          const char *line)
{
  gboolean shown = *line != '-';
  g_auto (GStrv) parts = g_strsplit (shown ? line : line + 1, ":", 2);

  if (parts[0] != NULL && is_kind (parts[0]))
    g_ptr_array_add (choices, toso_slide_choice_new (parts[0], toso_slides_takes_target (parts[0]) ? parts[1] : NULL, shown));
}

GPtrArray *
toso_slides_list (TosoYear *year,
                  GError  **error)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_slide_choice_free);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *kept = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (year), NULL);

  kept = toso_year_get_setting (year, SLIDES_SETTING, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  lines = g_strsplit (kept != NULL ? kept : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (choices, lines[i]);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!has_kind (choices, kinds[i].kind))
      g_ptr_array_add (choices, toso_slide_choice_new (kinds[i].kind, NULL, kept == NULL && kinds[i].shown));

  return g_steal_pointer (&choices);
}

gboolean
toso_slides_save (TosoYear  *year,
                  GPtrArray *choices,
                  GError   **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (TOSO_IS_YEAR (year), FALSE);

  for (guint i = 0; i < choices->len; i++)
    {
      const TosoSlideChoice *choice = choices->pdata[i];
      g_autofree char       *id = toso_slide_choice_get_id (choice);

      g_string_append_printf (text, "%s%s%s", text->len > 0 ? "\n" : "", choice->shown ? "" : "-", id);
    }

  return toso_year_set_setting (year, SLIDES_SETTING, text->str, _ ("Choose the slides of the meeting"), error);
}

/* --- the room --- */

gboolean
toso_room_takes (double length)
{
  return isfinite (length) && length >= LEAST && length <= MOST;
}

static double
take_length (const char *text)
{
  double value = text != NULL ? g_ascii_strtod (text, NULL) : 0;

  return toso_room_takes (value) ? value : 0;
}

gboolean
toso_slides_get_room (TosoYear *year,
                      TosoRoom *room,
                      GError  **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *kept = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (year), FALSE);

  *room = (TosoRoom){ 0 };
  kept = toso_year_get_setting (year, ROOM_SETTING, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  parts = g_strsplit (kept != NULL ? kept : "", " ", 2);
  if (g_strv_length (parts) == 2)
    *room = (TosoRoom){ take_length (parts[0]), take_length (parts[1]) };

  return TRUE;
}

gboolean
toso_slides_save_room (TosoYear *year,
                       TosoRoom  room,
                       GError  **error)
{
  char             height[G_ASCII_DTOSTR_BUF_SIZE], distance[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (year), FALSE);

  g_ascii_formatd (height, sizeof height, "%.2f", room.screen_height);
  g_ascii_formatd (distance, sizeof distance, "%.2f", room.distance);
  text = g_strdup_printf ("%s %s", height, distance);

  return toso_year_set_setting (year, ROOM_SETTING, text, _ ("Set the size of the meeting room"), error);
}

static gboolean
is_measured (TosoRoom room)
{
  return isfinite (room.screen_height) && isfinite (room.distance) && room.screen_height >= LEAST && room.distance >= LEAST;
}

double
toso_room_get_height (TosoRoom room)
{
  return is_measured (room) ? room.screen_height : USUAL_HEIGHT;
}

double
toso_room_get_capital (TosoRoom room,
                       double   height)
{
  if (!is_measured (room))
    room = (TosoRoom){ USUAL_HEIGHT, USUAL_DISTANCE };

  return CAPITAL * room.distance / (1000 * room.screen_height) * height;
}

char *
toso_room_find_fault (TosoRoom room)
{
  g_autofree char *height = NULL;
  g_autofree char *distance = NULL;
  g_autofree char *farthest = NULL;
  g_autofree char *needed = NULL;

  if (!is_measured (room) || room.distance <= FARTHEST * room.screen_height + 1e-9)
    return NULL;

  height = toso_number_format (room.screen_height, 2);
  distance = toso_number_format (room.distance, 1);
  farthest = toso_number_format (floor (FARTHEST * room.screen_height * 10) / 10, 1);
  needed = toso_number_format (ceil (room.distance / FARTHEST * 100) / 100, 2);

  return g_strdup_printf (_ ("The screen is too small for the room: a picture %s m high can be read from %s m away at most, and the farthest seat is at %s m. Use a picture at least %s m high, or move the seats nearer."),
                          height, farthest, distance, needed);
}

/* --- notes --- */

/* Names of settings are plain: a target's code may not be. */
static char *
make_note_name (const char *id)
{
  GString *name = g_string_new ("meeting.note.");

  for (const char *p = id; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '-' || *p == ':')
      g_string_append_c (name, g_ascii_tolower (*p));
    else
      g_string_append_printf (name, ".%02x", (guchar) *p);

  return g_string_free (name, FALSE);
}

char *
toso_slides_get_note (TosoYear   *year,
                      const char *id,
                      GError    **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (year) && id != NULL, NULL);

  name = make_note_name (id);

  return toso_year_get_setting (year, name, error);
}

gboolean
toso_slides_save_note (TosoYear   *year,
                       const char *id,
                       const char *label,
                       const char *note,
                       GError    **error)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (year) && id != NULL, FALSE);

  name = make_note_name (id);
  /* Translators: %s is the name of a slide */
  title = g_strdup_printf (_ ("Write a note for the slide “%s”"), label);

  return toso_year_set_setting (year, name, note, title, error);
}
