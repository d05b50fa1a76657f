/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-deck.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-finder.h"
#include "core/toso-output.h"
#include "core/toso-village.h"
#include "report/toso-report-chart-private.h"

/* Letters larger than this leave no room for rows: then the screen is too small
 * for the room, and that is said. */
#define LARGEST_TEXT 0.1 /* of the height */

/* As wide as any number that will stand there. */
#define SOME_CORNER "888/888"

typedef struct
{
  char            *id;
  char            *label;
  char            *folded; /* of a village; or NULL */
  gint64           village_id;
  gboolean         in_order;
  TosoReportChart *chart; /* NULL: a card that nobody has asked for */
  GPtrArray       *pages; /* of TosoChartPage; NULL until laid out */
} Topic;

struct _TosoDeck
{
  GPtrArray *topics; /* of Topic */
  GPtrArray *slides; /* of TosoSlide */
  GPtrArray *corners;
  guint      n_in_order;
  TosoPeriod period;
  TosoRoom   room;
  double     width, height;

  /* The figures when the meeting began, without their year. */
  TosoChartSource source;
};

static void
topic_free (gpointer data)
{
  Topic *topic = data;

  g_free (topic->id);
  g_free (topic->label);
  g_free (topic->folded);
  g_clear_pointer (&topic->pages, g_ptr_array_unref);
  g_clear_pointer (&topic->chart, toso_report_chart_free);
  g_free (topic);
}

static void
slide_free (gpointer data)
{
  TosoSlide *slide = data;

  g_free (slide->id);
  g_free (slide->label);
  g_free (slide);
}

static Topic *
add_topic (TosoDeck   *self,
           char       *id,
           const char *label,
           gboolean    in_order)
{
  Topic *topic = g_new0 (Topic, 1);

  topic->id = id;
  topic->label = g_strdup (label);
  topic->in_order = in_order;
  g_ptr_array_add (self->topics, topic);

  return topic;
}

static void
take_chart (Topic           *topic,
            TosoReportChart *chart)
{
  TosoChartFrame *frame = chart->chart;

  g_clear_pointer (&topic->pages, g_ptr_array_unref);
  g_clear_pointer (&topic->chart, toso_report_chart_free);
  topic->chart = chart;
  frame->has_accent = TRUE;
  if (topic->in_order)
    frame->corner = SOME_CORNER;
}

/* --- what the slides say --- */

static gboolean
make_card (const TosoDeck *self,
           Topic          *topic,
           GError        **error)
{
  TosoChartSource  source = self->source;
  TosoReportChart *chart;

  source.village_id = topic->village_id;
  chart = toso_report_chart_make (&source, toso_chart_make_card, error);
  if (chart != NULL)
    take_chart (topic, chart);

  return chart != NULL;
}

/* Those that are not in the order are made when they are asked for. */
static gboolean
add_cards (TosoDeck *self,
           gboolean  in_order,
           GError  **error)
{
  for (guint i = 0; i < self->source.villages->len; i++)
    {
      const TosoVillage *village = self->source.villages->pdata[i];
      Topic             *topic = add_topic (self, g_strdup ("cards"), village->name, in_order);

      topic->village_id = village->id;
      topic->folded = toso_village_fold (village->name);
      if (in_order && !make_card (self, topic, error))
        return FALSE;
    }

  return TRUE;
}

static TosoChartFunc
find_maker (const char *kind)
{
  if (g_str_equal (kind, "cover"))
    return toso_chart_make_cover;
  if (g_str_equal (kind, "steps"))
    return toso_chart_make_steps;

  return toso_report_chart_find (kind);
}

/* A target that the plan no longer has takes its slide with it. */
static gboolean
add_chart (TosoDeck              *self,
           const TosoSlideChoice *choice,
           GError               **error)
{
  TosoChartSource  source = self->source;
  TosoReportChart *chart;
  g_autoptr (GError) local_error = NULL;

  source.target = choice->target;
  chart = toso_report_chart_make (&source, find_maker (choice->kind), &local_error);
  if (chart == NULL && g_error_matches (local_error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND))
    return TRUE;
  if (chart == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  take_chart (add_topic (self, toso_slide_choice_get_id (choice), toso_slides_get_label (choice->kind), TRUE), chart);

  return TRUE;
}

static gboolean
add_topics (TosoDeck  *self,
            GPtrArray *choices,
            GError   **error)
{
  gboolean has_cards = FALSE;

  for (guint i = 0; i < choices->len; i++)
    {
      const TosoSlideChoice *choice = choices->pdata[i];
      gboolean               is_cards = g_str_equal (choice->kind, "cards");

      if (!choice->shown || (is_cards && has_cards))
        continue;
      has_cards = has_cards || is_cards;
      if (is_cards ? !add_cards (self, TRUE, error) : !add_chart (self, choice, error))
        return FALSE;
    }

  return has_cards || add_cards (self, FALSE, error);
}

TosoDeck *
toso_deck_new (TosoYear         *year,
               const TosoPeriod *period,
               GError          **error)
{
  g_autoptr (TosoDeck) self = g_rc_box_new0 (TosoDeck);
  g_autoptr (GPtrArray) choices = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (year), NULL);

  self->topics = g_ptr_array_new_with_free_func (topic_free);
  self->slides = g_ptr_array_new_with_free_func (slide_free);
  self->corners = g_ptr_array_new_with_free_func (g_free);
  if (period != NULL)
    {
      self->period = *period;
      self->source.period = &self->period;
    }
  self->source.year = year;
  choices = toso_slides_list (year, error);
  if (choices == NULL || !toso_slides_get_room (year, &self->room, error) ||
      !toso_chart_source_load (&self->source, error) || !toso_chart_source_load_cards (&self->source, error) ||
      !add_topics (self, choices, error))
    return NULL;
  self->source.year = NULL;

  return g_steal_pointer (&self);
}

static void
clear (gpointer data)
{
  TosoDeck *self = data;

  g_ptr_array_unref (self->slides);
  g_ptr_array_unref (self->topics);
  g_ptr_array_unref (self->corners);
  toso_chart_source_clear (&self->source);
}

TosoDeck *
toso_deck_ref (TosoDeck *self)
{
  return g_rc_box_acquire (self);
}

void
toso_deck_free (TosoDeck *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, clear);
}

/* --- where it stands --- */

static double
get_text_size (const TosoDeck *self)
{
  return toso_room_get_capital (self->room, self->height) / toso_chart_get_capital_height (NULL);
}

static void
lay_out_topic (const TosoDeck *self,
               Topic          *topic)
{
  const TosoChartKind *kind = toso_report_chart_get_kind (topic->chart);
  double               text = MIN (get_text_size (self), LARGEST_TEXT * self->height);

  g_clear_pointer (&topic->pages, g_ptr_array_unref);
  topic->pages = toso_chart_split (kind, toso_report_chart_get_chart (topic->chart), toso_chart_get_font_size (kind, text), self->width, self->height);
}

static void
add_slides_of (TosoDeck    *self,
               const Topic *topic)
{
  for (guint p = 0; p < topic->pages->len; p++)
    {
      TosoSlide *slide = g_new0 (TosoSlide, 1);

      slide->id = g_strdup (topic->id);
      slide->label = g_strdup (topic->label);
      slide->village_id = topic->village_id;
      slide->kind = toso_report_chart_get_kind (topic->chart);
      slide->page = topic->pages->pdata[p];
      g_ptr_array_add (self->slides, slide);
    }
}

static void
add_slides (TosoDeck *self,
            gboolean  in_order)
{
  for (guint t = 0; t < self->topics->len; t++)
    {
      const Topic *topic = self->topics->pdata[t];

      if (topic->chart != NULL && topic->in_order == in_order)
        add_slides_of (self, topic);
    }
}

static void
collect_slides (TosoDeck *self)
{
  g_ptr_array_set_size (self->slides, 0);
  g_ptr_array_set_size (self->corners, 0);
  add_slides (self, TRUE);
  self->n_in_order = self->slides->len;
  for (guint i = 0; i < self->n_in_order; i++)
    {
      const TosoSlide *slide = self->slides->pdata[i];
      char            *corner = g_strdup_printf ("%u/%u", i + 1, self->n_in_order);

      g_ptr_array_add (self->corners, corner);
      ((TosoChartFrame *) slide->page->chart)->corner = corner;
    }
  add_slides (self, FALSE);
}

void
toso_deck_lay_out (TosoDeck *self,
                   double    width,
                   double    height)
{
  g_return_if_fail (self != NULL);

  self->width = width;
  self->height = height;
  for (guint i = 0; i < self->topics->len; i++)
    if (((const Topic *) self->topics->pdata[i])->chart != NULL)
      lay_out_topic (self, self->topics->pdata[i]);
  collect_slides (self);
}

TosoRoom
toso_deck_get_room (const TosoDeck *self)
{
  g_return_val_if_fail (self != NULL, (TosoRoom){ 0 });

  return self->room;
}

char *
toso_deck_find_fault (const TosoDeck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return toso_room_find_fault (self->room);
}

void
toso_deck_get_size (const TosoDeck *self,
                    double         *width,
                    double         *height)
{
  *width = self->width;
  *height = self->height;
}

guint
toso_deck_get_n_slides (const TosoDeck *self)
{
  return self->slides->len;
}

guint
toso_deck_get_n_in_order (const TosoDeck *self)
{
  return self->n_in_order;
}

const TosoSlide *
toso_deck_get_slide (const TosoDeck *self,
                     guint           i)
{
  g_return_val_if_fail (self != NULL && i < self->slides->len, NULL);

  return self->slides->pdata[i];
}

const char *
toso_deck_get_title (const TosoDeck *self,
                     guint           i)
{
  const TosoSlide *slide = toso_deck_get_slide (self, i);

  return slide != NULL ? ((const TosoChartFrame *) slide->page->chart)->title : NULL;
}

gboolean
toso_deck_update_steps (TosoDeck *self,
                        TosoYear *year,
                        GError  **error)
{
  TosoChartSource source;

  g_return_val_if_fail (self != NULL && TOSO_IS_YEAR (year), FALSE);

  source = self->source;
  source.year = year;
  for (guint i = 0; i < self->topics->len; i++)
    {
      Topic           *topic = self->topics->pdata[i];
      TosoReportChart *chart;

      if (!g_str_equal (topic->id, "steps"))
        continue;
      chart = toso_report_chart_make (&source, toso_chart_make_steps, error);
      if (chart == NULL)
        return FALSE;
      take_chart (topic, chart);
      lay_out_topic (self, topic);
    }
  collect_slides (self);

  return TRUE;
}

/* --- the finder --- */

/* A number is first the name's own, then the place in the list. */
static Topic *
find_number (const TosoDeck *self,
             const char     *typed)
{
  g_autofree char *folded = toso_village_fold (typed);
  char            *end = NULL;
  guint            number = (guint) MIN (g_ascii_strtoull (folded, &end, 10), G_MAXUINT);
  Topic           *by_place = NULL;

  for (guint i = 0, place = 0; *folded != '\0' && i < self->topics->len; i++)
    {
      Topic *topic = self->topics->pdata[i];

      if (topic->folded == NULL)
        continue;
      if (g_str_equal (topic->folded, folded))
        return topic;
      if (++place == number && *end == '\0')
        by_place = topic;
    }

  return by_place;
}

static Topic *
find_name (const TosoDeck *self,
           const char     *typed)
{
  g_autoptr (TosoFinder) finder = toso_finder_new ();
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autoptr (GArray) found = NULL;

  for (guint i = 0; i < self->topics->len; i++)
    {
      Topic *topic = self->topics->pdata[i];

      if (topic->folded == NULL)
        continue;
      toso_finder_add (finder, topic->label, NULL);
      g_ptr_array_add (cards, topic);
    }
  toso_finder_seal (finder);
  found = toso_finder_find (finder, typed, 1, NULL);

  return found->len > 0 ? cards->pdata[g_array_index (found, guint, 0)] : NULL;
}

gssize
toso_deck_find_card (TosoDeck   *self,
                     const char *typed)
{
  g_autofree char *valid = NULL;
  Topic           *topic;

  g_return_val_if_fail (self != NULL && typed != NULL, -1);

  valid = g_utf8_make_valid (typed, -1);
  topic = find_number (self, valid);
  if (topic == NULL)
    topic = find_name (self, valid);
  if (topic == NULL)
    return -1;
  if (topic->chart == NULL)
    {
      if (!make_card (self, topic, NULL))
        return -1;
      lay_out_topic (self, topic);
      add_slides_of (self, topic);
    }
  for (guint i = 0; i < self->slides->len; i++)
    if (((const TosoSlide *) self->slides->pdata[i])->village_id == topic->village_id)
      return i;

  return -1;
}

/* --- pictures --- */

void
toso_deck_draw (const TosoDeck    *self,
                guint              i,
                const TosoPalette *palette,
                cairo_t           *cr)
{
  const TosoSlide *slide = toso_deck_get_slide (self, i);

  if (slide != NULL)
    toso_chart_draw (slide->kind, slide->page->chart, palette, cr, self->width, self->height);
}

char *
toso_deck_describe (const TosoDeck *self,
                    guint           i)
{
  const TosoSlide *slide = toso_deck_get_slide (self, i);

  return slide != NULL ? toso_chart_describe (slide->kind, slide->page->chart) : NULL;
}

static void
draw_page (gconstpointer      data,
           guint              page,
           const TosoPalette *palette,
           cairo_t           *cr,
           double             width,
           double             height)
{
  toso_deck_draw (data, page, palette, cr);
}

static gboolean
write_pictures (const TosoDeck    *self,
                const TosoPalette *palette,
                GFile             *file,
                GCancellable      *cancellable,
                GError           **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".png"));

  for (guint i = 0; i < self->n_in_order; i++)
    {
      const TosoSlide *slide = toso_deck_get_slide (self, i);
      g_autofree char *own_name = g_strdup_printf ("%s-%02u.png", stem, i + 1);
      g_autoptr (GFile) own = g_file_get_child (folder, own_name);
      g_autoptr (GBytes) bytes = NULL;

      bytes = toso_chart_render (slide->kind, slide->page->chart, palette, TOSO_PICTURE_PNG, self->width, self->height, error);
      if (bytes == NULL || !toso_output_write (own, TOSO_OUTPUT_PNG, bytes, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
toso_deck_write (const TosoDeck    *self,
                 const TosoPalette *palette,
                 GFile             *file,
                 GCancellable      *cancellable,
                 GError           **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TosoOutputKind kind;

  g_return_val_if_fail (self != NULL && palette != NULL && G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);
  if (!toso_output_find_kind (name, &kind) || kind == TOSO_OUTPUT_SVG)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID, _ ("“%s” should end in .pdf, or in .png for a picture of each slide."), name);
      return FALSE;
    }
  if (kind == TOSO_OUTPUT_PNG)
    return write_pictures (self, palette, file, cancellable, error);

  bytes = toso_picture_render_pages (draw_page, self, palette, self->n_in_order, self->width, self->height, error);

  return bytes != NULL && toso_output_write (file, TOSO_OUTPUT_PDF, bytes, cancellable, error);
}
