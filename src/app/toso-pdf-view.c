/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-pdf-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/toso-paper-source.h"
#include "app/toso-pdf-desk.h"

struct _TosoPdfView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *page_label;
  GtkWidget *zoom_button;
  GtkWidget *strip_button;
  GtkWidget *strip;
  GtkWidget *thumbnails;
  GtkWidget *outline;
  GtkWidget *search_bar;
  GtkWidget *search_entry;
  GtkWidget *count_label;
  GtkWidget *stack;
  GtkWidget *message_label;
  GtkWidget *main;
  GtkWidget *desk;

  TosoPdfFile  *file; /* opened, or NULL */
  TosoDocument *document;
  TosoSession  *session; /* weak: threads may hold the view a moment longer */
  GCancellable *opening;
  gboolean      has_wish; /* a page to show once the file is open */
  guint         wish;
  GCancellable *searching;
  GCancellable *looking; /* for words to be brought in sight */
  GArray       *hits;    /* of TosoPdfHit, or NULL */
  guint         n_hits, hit;
};

G_DEFINE_FINAL_TYPE (TosoPdfView, toso_pdf_view, GTK_TYPE_WIDGET)

/* --- above the pages --- */

static void
update_head (TosoPdfView *self)
{
  guint            n_pages = toso_pdf_view_get_n_pages (self);
  guint            page = toso_pdf_view_get_page (self);
  double           zoom = toso_pdf_desk_get_zoom (TOSO_PDF_DESK (self->desk));
  g_autofree char *label = NULL;
  g_autofree char *percent = NULL;

  if (n_pages > 0)
    /* Translators: "Trang 1/5" */
    label = g_strdup_printf (_ ("Page %u/%u"), page + 1, n_pages);
  gtk_label_set_label (GTK_LABEL (self->page_label), label != NULL ? label : "");
  percent = g_strdup_printf ("%d %%", (int) round (zoom * 100));
  gtk_button_set_label (GTK_BUTTON (self->zoom_button),
                        zoom > 0 ? percent : (zoom == TOSO_PDF_FIT_PAGE ? _ ("Whole page") : _ ("Full width")));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.previous", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.next", page + 1 < n_pages);
}

static void
moved_cb (TosoPdfView *self)
{
  update_head (self);
  if (gtk_widget_get_visible (self->strip))
    toso_pdf_desk_show_page (TOSO_PDF_DESK (self->thumbnails), toso_pdf_view_get_page (self));
}

static void
failed_cb (TosoPdfView *self,
           const char  *message)
{
  gtk_label_set_label (GTK_LABEL (self->message_label), message);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->message_label);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoPdfView *self = TOSO_PDF_VIEW (widget);
  TosoPdfDesk *desk = TOSO_PDF_DESK (self->desk);
  double       zoom;

  if (g_str_equal (action_name, "pdf.fit"))
    zoom = toso_pdf_desk_get_zoom (desk) == TOSO_PDF_FIT_WIDTH ? TOSO_PDF_FIT_PAGE : TOSO_PDF_FIT_WIDTH;
  else
    zoom = toso_pdf_step_zoom (toso_pdf_desk_get_scale (desk), g_str_equal (action_name, "pdf.zoom-in") ? 1 : -1);
  toso_pdf_desk_set_zoom (desk, zoom);
  update_head (self);
}

static gboolean
wheel_cb (GtkEventControllerScroll *controller,
          double                    dx,
          double                    dy,
          TosoPdfView              *self)
{
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), dy < 0 ? "pdf.zoom-in" : "pdf.zoom-out", NULL);

  return TRUE;
}

static void
page_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoPdfView *self = TOSO_PDF_VIEW (widget);
  guint        page = toso_pdf_view_get_page (self);

  if (g_str_equal (action_name, "pdf.next"))
    toso_pdf_view_show_page (self, page + 1);
  else if (page > 0)
    toso_pdf_view_show_page (self, page - 1);
}

/* --- beside the pages --- */

static void
fill_outline (TosoPdfView *self)
{
  GPtrArray *outline = self->file != NULL ? toso_pdf_file_get_outline (self->file) : NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->outline)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->outline), row);
  for (guint i = 0; outline != NULL && i < outline->len; i++)
    {
      const TosoPdfChapter *chapter = outline->pdata[i];
      GtkWidget            *label = gtk_label_new (chapter->title);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (label, chapter->title);
      gtk_widget_set_margin_start (label, 6 + 12 * (int) chapter->level);
      gtk_list_box_append (GTK_LIST_BOX (self->outline), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)), GTK_ACCESSIBLE_PROPERTY_LABEL, chapter->title, -1);
    }
}

static void
chapter_activated_cb (TosoPdfView   *self,
                      GtkListBoxRow *row)
{
  GPtrArray            *outline = self->file != NULL ? toso_pdf_file_get_outline (self->file) : NULL;
  guint                 place = (guint) gtk_list_box_row_get_index (row);
  const TosoPdfChapter *chapter;

  if (outline == NULL || place >= outline->len)
    return;
  chapter = outline->pdata[place];
  toso_pdf_desk_show_place (TOSO_PDF_DESK (self->desk), chapter->page, chapter->top);
}

static void
thumbnail_activated_cb (TosoPdfView *self,
                        guint        page)
{
  toso_pdf_view_show_page (self, page);
}

/* Only what is looked at is drawn. */
static void
strip_toggled_cb (TosoPdfView *self)
{
  gboolean shown = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->strip_button));

  gtk_widget_set_visible (self->strip, shown);
  toso_pdf_desk_set_file (TOSO_PDF_DESK (self->thumbnails), shown ? self->file : NULL);
  if (shown)
    toso_pdf_desk_show_page (TOSO_PDF_DESK (self->thumbnails), toso_pdf_view_get_page (self));
}

static void
strip_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TosoPdfView     *self = TOSO_PDF_VIEW (widget);
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (self->strip_button);

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
  gtk_widget_grab_focus (gtk_toggle_button_get_active (button) ? self->thumbnails : self->desk);
}

/* --- searching --- */

static void
show_hit (TosoPdfView *self)
{
  g_autofree char *count = NULL;

  if (self->n_hits > 0)
    count = g_strdup_printf ("%u/%u", self->hit + 1, self->n_hits);
  else if (self->hits != NULL)
    count = g_strdup (_ ("Not found"));
  gtk_label_set_label (GTK_LABEL (self->count_label), count != NULL ? count : "");
  toso_pdf_desk_set_hits (TOSO_PDF_DESK (self->desk), self->hits, self->hit);
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TosoPdfView) self = user_data;
  g_autoptr (GArray) hits = toso_pdf_file_search_finish (result, NULL);
  guint page = toso_pdf_view_get_page (self);

  /* Another word was typed meanwhile. */
  if (hits == NULL)
    return;
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = g_steal_pointer (&hits);
  self->n_hits = self->hits->len > 0 ? g_array_index (self->hits, TosoPdfHit, self->hits->len - 1).number + 1 : 0;
  self->hit = 0;
  /* From what is being read on. */
  for (guint i = 0; i < self->hits->len; i++)
    if (g_array_index (self->hits, TosoPdfHit, i).page >= page)
      {
        self->hit = g_array_index (self->hits, TosoPdfHit, i).number;
        break;
      }
  show_hit (self);
}

static void
stop_search (TosoPdfView *self)
{
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer (&self->hits, g_array_unref);
  self->n_hits = 0;
}

static void
search (TosoPdfView *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  stop_search (self);
  if (self->file == NULL || *words == '\0' || !gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->search_bar)))
    {
      show_hit (self);
      return;
    }
  self->searching = g_cancellable_new ();
  toso_pdf_file_search_async (self->file, words, self->searching, searched_cb, g_object_ref (self));
}

static void
hit_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  TosoPdfView *self = TOSO_PDF_VIEW (widget);

  if (self->n_hits == 0)
    return;
  self->hit = (self->hit + (g_str_equal (action_name, "pdf.next-hit") ? 1 : self->n_hits - 1)) % self->n_hits;
  show_hit (self);
}

static void
stop_search_cb (TosoPdfView *self)
{
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), FALSE);
  gtk_widget_grab_focus (self->desk);
}

static void
find_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  toso_pdf_view_find (TOSO_PDF_VIEW (widget));
}

/* --- the file --- */

static char *
describe (const char *source,
          gpointer    data)
{
  TosoPdfView *self = data;

  return self->session != NULL ? toso_paper_source_describe (source, self->session) : NULL;
}

static void
take_file (TosoPdfView *self,
           TosoPdfFile *file)
{
  g_clear_pointer (&self->file, toso_pdf_file_unref);
  self->file = file;
  toso_pdf_desk_set_figures (TOSO_PDF_DESK (self->desk), self->document, describe, self);
  toso_pdf_desk_set_file (TOSO_PDF_DESK (self->desk), file);
  if (gtk_widget_get_visible (self->strip))
    toso_pdf_desk_set_file (TOSO_PDF_DESK (self->thumbnails), file);
  if (self->has_wish)
    toso_pdf_desk_show_page (TOSO_PDF_DESK (self->desk), self->wish);
  self->has_wish = FALSE;
  fill_outline (self);
  search (self);
  update_head (self);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TosoPdfView) self = user_data;
  g_autoptr (GError) error = NULL;
  TosoPdfFile *file = toso_pdf_file_open_finish (result, &error);

  if (file != NULL)
    {
      g_clear_object (&self->opening);
      take_file (self, file);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    toso_pdf_view_set_message (self, error->message);
}

static void
stop_opening (TosoPdfView *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
}

/* --- widget --- */

static gboolean
toso_pdf_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TOSO_PDF_VIEW (widget)->desk);
}

static void
toso_pdf_view_dispose (GObject *object)
{
  TosoPdfView *self = TOSO_PDF_VIEW (object);

  stop_opening (self);
  stop_search (self);
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->desk != NULL)
    toso_pdf_desk_set_figures (TOSO_PDF_DESK (self->desk), NULL, NULL, NULL);
  if (self->box != NULL)
    gtk_widget_dispose_template (GTK_WIDGET (self), TOSO_TYPE_PDF_VIEW);
  g_clear_pointer (&self->file, toso_pdf_file_unref);
  g_clear_object (&self->document);
  g_clear_weak_pointer (&self->session);

  G_OBJECT_CLASS (toso_pdf_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    void (*activate) (GtkWidget *, const char *, GVariant *);
  } actions[] = {
    { "pdf.previous", page_cb },
    { "pdf.next", page_cb },
    { "pdf.zoom-in", zoom_cb },
    { "pdf.zoom-out", zoom_cb },
    { "pdf.fit", zoom_cb },
    { "pdf.strip", strip_cb },
    { "pdf.find", find_cb },
    { "pdf.next-hit", hit_cb },
    { "pdf.previous-hit", hit_cb },
  };
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_plus, GDK_CONTROL_MASK, "pdf.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "pdf.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "pdf.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "pdf.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "pdf.zoom-out" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "pdf.fit" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "pdf.fit" },
    { GDK_KEY_F7, 0, "pdf.strip" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

static void
toso_pdf_view_class_init (TosoPdfViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_pdf_view_dispose;
  widget_class->grab_focus = toso_pdf_view_grab_focus;

  g_type_ensure (TOSO_TYPE_PDF_DESK);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-pdf-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, box);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, page_label);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, strip_button);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, strip);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, outline);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, count_label);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, stack);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, message_label);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, main);
  gtk_widget_class_bind_template_child (widget_class, TosoPdfView, desk);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, strip_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, thumbnail_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chapter_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_set_css_name (widget_class, "pdfview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  install_actions (widget_class);
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint                  key,
              guint                  code,
              GdkModifierType        state,
              TosoPdfView           *self)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), (state & GDK_SHIFT_MASK) != 0 ? "pdf.previous-hit" : "pdf.next-hit", NULL);

  return TRUE;
}

static void
toso_pdf_view_init (TosoPdfView *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  toso_pdf_desk_set_thumbnails (TOSO_PDF_DESK (self->thumbnails), TRUE);
  /* It would slide open, and keys that are typed before its first frame go to an
   * entry that is not there yet.  (A transition of no kind keeps its room.) */
  gtk_revealer_set_transition_duration (GTK_REVEALER (gtk_widget_get_first_child (self->search_bar)), 0);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->search_bar), GTK_EDITABLE (self->search_entry));
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (wheel_cb), self);
  gtk_widget_add_controller (self->main, wheel);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (self->search_entry, keys);
  update_head (self);
}

GtkWidget *
toso_pdf_view_new (void)
{
  return g_object_new (TOSO_TYPE_PDF_VIEW, NULL);
}

void
toso_pdf_view_set_document (TosoPdfView  *self,
                            GBytes       *pdf,
                            TosoDocument *document,
                            TosoSession  *session)
{
  g_return_if_fail (TOSO_IS_PDF_VIEW (self));
  g_return_if_fail (pdf != NULL);

  stop_opening (self);
  g_set_object (&self->document, document);
  g_set_weak_pointer (&self->session, session);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->main);
  self->opening = g_cancellable_new ();
  toso_pdf_file_open_async (pdf, self->opening, opened_cb, g_object_ref (self));
}

void
toso_pdf_view_set_message (TosoPdfView *self,
                           const char  *message)
{
  g_return_if_fail (TOSO_IS_PDF_VIEW (self));

  stop_opening (self);
  g_clear_object (&self->document);
  take_file (self, NULL);
  gtk_label_set_label (GTK_LABEL (self->message_label), message != NULL ? message : "");
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->message_label);
}

void
toso_pdf_view_show_page (TosoPdfView *self,
                         guint        page)
{
  g_return_if_fail (TOSO_IS_PDF_VIEW (self));

  /* Opened or not, the last wish wins. */
  self->has_wish = self->opening != NULL;
  self->wish = page;
  toso_pdf_desk_show_page (TOSO_PDF_DESK (self->desk), page);
}

void
toso_pdf_view_show_place (TosoPdfView *self,
                          guint        page,
                          double       top)
{
  g_return_if_fail (TOSO_IS_PDF_VIEW (self));

  self->has_wish = self->opening != NULL;
  self->wish = page;
  toso_pdf_desk_show_place (TOSO_PDF_DESK (self->desk), page, top);
}

static void
words_found_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TosoPdfView) self = user_data;
  g_autoptr (GArray) hits = toso_pdf_file_search_finish (result, NULL);

  if (hits != NULL && hits->len > 0 && self->file != NULL)
    toso_pdf_desk_show_place (TOSO_PDF_DESK (self->desk), g_array_index (hits, TosoPdfHit, 0).page,
                              g_array_index (hits, TosoPdfHit, 0).y);
}

void
toso_pdf_view_show_words (TosoPdfView *self,
                          const char  *words)
{
  g_return_if_fail (TOSO_IS_PDF_VIEW (self));
  g_return_if_fail (words != NULL);

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->file == NULL || *words == '\0')
    return;
  self->looking = g_cancellable_new ();
  toso_pdf_file_search_async (self->file, words, self->looking, words_found_cb, g_object_ref (self));
}

guint
toso_pdf_view_get_page (TosoPdfView *self)
{
  g_return_val_if_fail (TOSO_IS_PDF_VIEW (self), 0);

  return toso_pdf_desk_get_page (TOSO_PDF_DESK (self->desk));
}

guint
toso_pdf_view_get_n_pages (TosoPdfView *self)
{
  g_return_val_if_fail (TOSO_IS_PDF_VIEW (self), 0);

  return self->file != NULL ? toso_pdf_file_get_n_pages (self->file) : 0;
}

void
toso_pdf_view_find (TosoPdfView *self)
{
  g_return_if_fail (TOSO_IS_PDF_VIEW (self));

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), TRUE);
  gtk_widget_grab_focus (self->search_entry);
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
  search (self);
}
