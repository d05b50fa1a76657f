/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-evidence-box.h"

#include <glib/gi18n.h>

#include "app/toso-file-dialog.h"
#include "app/toso-parts.h"
#include "app/toso-photo-view.h"
#include "store/toso-year-evidence.h"

#define THUMB_SIZE 64
#define LARGE_SIZE 1600

struct _TosoEvidenceBox
{
  GtkBox parent_instance;

  TosoSession *session;
  TosoRecord  *record;   /* or NULL */
  GPtrArray   *evidence; /* of TosoEvidence */
  GHashTable  *thumbs;   /* id of evidence → GdkPixbuf; NULL: can't be shown */
  guint        thumbs_id;

  GtkWidget *list;
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (TosoEvidenceBox, toso_evidence_box, GTK_TYPE_BOX)

/* --- taking in --- */

/* What is chosen or read goes to the row that it was asked for, whichever is
 * looked at by then. */
typedef struct
{
  TosoEvidenceBox *box;
  TosoRecord      *record;
} Target;

static Target *
target_new (TosoEvidenceBox *self)
{
  Target *target = g_new0 (Target, 1);

  target->box = g_object_ref (self);
  target->record = self->record != NULL ? toso_record_copy (self->record) : NULL;

  return target;
}

static void
target_free (Target *target)
{
  g_object_unref (target->box);
  g_clear_pointer (&target->record, toso_record_free);
  g_free (target);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Target, target_free)

static void
add_files (const Target *target,
           GPtrArray    *files) /* of TosoOriginal */
{
  TosoSession     *session = target->box->session;
  g_autofree char *sentence = NULL;
  GError          *error = NULL;

  if (target->record == NULL || files->len == 0)
    return;
  if (!toso_year_add_evidence (toso_session_get_year (session), target->record, files, &error))
    {
      toso_session_take_error (session, error);
      return;
    }
  sentence = g_strdup_printf (ngettext ("%u file attached", "%u files attached", files->len), files->len);
  toso_session_say (session, sentence, TRUE);
}

/* One that can't be taken refuses all: none is forgotten unseen. */
static void
add_from (const Target *target,
          GSList       *list) /* of GFile */
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_original_free);

  for (GSList *l = list; l != NULL; l = l->next)
    {
      GError       *error = NULL;
      TosoOriginal *file = toso_evidence_read_file (l->data, &error);

      if (file == NULL)
        {
          toso_session_take_error (target->box->session, error);
          return;
        }
      g_ptr_array_add (files, file);
    }
  add_files (target, files);
}

static void
add_from_list (const Target *target,
               const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  add_from (target, files);
}

/* The page may be gone by the time that somebody has chosen. */
static gboolean
is_gone (const Target *target)
{
  return target->box->session == NULL;
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Target) target = user_data;
  g_autoptr (GFile) file = toso_file_dialog_open_finish (GTK_WINDOW (source), result, NULL);
  GSList list = { file, NULL };

  if (file != NULL && !is_gone (target))
    add_from (target, &list);
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  toso_file_dialog_open_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Attach a Photo or PDF"), TOSO_FILES_EVIDENCE, NULL,
                               chosen_cb, target_new (TOSO_EVIDENCE_BOX (widget)));
}

static gboolean
drop_cb (TosoEvidenceBox *self,
         const GValue    *value)
{
  g_autoptr (Target) target = target_new (self);

  add_from_list (target, value);

  return TRUE;
}

static void
say_nothing_copied (const Target *target)
{
  toso_session_say (target->box->session, _ ("What was copied is neither a picture nor a file"), FALSE);
}

static void
texture_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Target) target = user_data;
  g_autoptr (GdkTexture) texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_original_free);
  TosoOriginal *file;

  if (is_gone (target))
    return;
  if (texture == NULL)
    {
      say_nothing_copied (target);
      return;
    }
  file = g_new0 (TosoOriginal, 1);
  file->name = g_strconcat (_ ("pasted picture"), ".png", NULL);
  file->content = gdk_texture_save_to_png_bytes (texture);
  g_ptr_array_add (files, file);
  add_files (target, files);
}

static void
list_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Target) target = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (is_gone (target))
    return;
  if (value != NULL)
    add_from_list (target, value);
  else
    say_nothing_copied (target);
}

static void
paste_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  Target       *target = target_new (TOSO_EVIDENCE_BOX (widget));

  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, list_cb, target);
  else
    gdk_clipboard_read_texture_async (clipboard, NULL, texture_cb, target);
}

/* --- what is there --- */

static const TosoEvidence *
get_evidence (TosoEvidenceBox *self,
              GtkWidget       *button)
{
  return self->evidence->pdata[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"))];
}

static void
show_cb (TosoEvidenceBox *self,
         GtkWidget       *button)
{
  const TosoEvidence *evidence = get_evidence (self, button);
  GError             *error = NULL;
  TosoOriginal       *file = toso_year_load_evidence (toso_session_get_year (self->session), evidence->id, &error);
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  if (file == NULL)
    {
      toso_session_take_error (self->session, error);
      return;
    }
  if (!evidence->is_photo)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-pdf", "(ss@ay)", file->name, "",
                                g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, file->content, TRUE));
  else if ((pixbuf = toso_photo_decode (file->content, &evidence->photo, LARGE_SIZE)) != NULL)
    gtk_window_present (GTK_WINDOW (toso_photo_window_new (GTK_WINDOW (gtk_widget_get_root (button)), evidence->name, pixbuf)));
  else
    toso_session_say (self->session, _ ("This picture can't be shown: it is broken, or too large"), FALSE);
  toso_original_free (file);
}

static void
remove_cb (TosoEvidenceBox *self,
           GtkWidget       *button)
{
  const TosoEvidence *evidence = get_evidence (self, button);
  /* Translators: %s is a file's name */
  g_autofree char *sentence = g_strdup_printf (_ ("Removed: %s"), evidence->name);
  GError          *error = NULL;

  if (!toso_year_remove_evidence (toso_session_get_year (self->session), evidence->link_id, &error))
    toso_session_take_error (self->session, error);
  else
    toso_session_say (self->session, sentence, TRUE);
}

/* --- small pictures: one at a time, when nothing else is to be done --- */

static GtkWidget *
make_thumb (GdkPixbuf *pixbuf) /* or NULL */
{
  GtkWidget *image = pixbuf != NULL ? gtk_picture_new_for_pixbuf (pixbuf) : gtk_image_new_from_icon_name ("toso-plan-symbolic");

  if (pixbuf != NULL)
    gtk_picture_set_can_shrink (GTK_PICTURE (image), FALSE);
  gtk_widget_set_size_request (image, THUMB_SIZE, -1);

  return image;
}

static gboolean
needs_thumb (TosoEvidenceBox    *self,
             const TosoEvidence *evidence)
{
  return evidence->is_photo && evidence->is_kept && !g_hash_table_contains (self->thumbs, &evidence->id);
}

static void
load_thumb (TosoEvidenceBox    *self,
            const TosoEvidence *evidence,
            GtkWidget          *row)
{
  GError       *error = NULL;
  TosoOriginal *file = toso_year_load_evidence (toso_session_get_year (self->session), evidence->id, &error);
  GdkPixbuf    *pixbuf = file != NULL ? toso_photo_decode (file->content, &evidence->photo, THUMB_SIZE) : NULL;

  g_hash_table_insert (self->thumbs, g_memdup2 (&evidence->id, sizeof evidence->id), pixbuf);
  if (pixbuf != NULL)
    {
      gtk_box_remove (GTK_BOX (row), gtk_widget_get_first_child (row));
      gtk_box_prepend (GTK_BOX (row), make_thumb (pixbuf));
    }
  if (file == NULL)
    toso_session_take_error (self->session, error);
  else
    toso_original_free (file);
}

static gboolean
load_thumbs_cb (gpointer user_data)
{
  TosoEvidenceBox *self = user_data;
  GtkWidget       *row = gtk_widget_get_first_child (self->list);

  for (guint i = 0; self->evidence != NULL && i < self->evidence->len; i++, row = gtk_widget_get_next_sibling (row))
    if (needs_thumb (self, self->evidence->pdata[i]))
      {
        load_thumb (self, self->evidence->pdata[i], row);
        return G_SOURCE_CONTINUE;
      }
  self->thumbs_id = 0;

  return G_SOURCE_REMOVE;
}

/* "18/03/2026 · 2.340 KB" */
static char *
describe (const TosoEvidence *evidence)
{
  g_autofree char *day = evidence->is_photo && toso_date_is_valid (evidence->photo.day) ? toso_date_format_short (evidence->photo.day) : NULL;
  g_autofree char *size = toso_number_format ((double) ((evidence->size + 1023) / 1024), 0);
  /* Translators: the day a photo was taken */
  g_autofree char *taken = day != NULL ? g_strdup_printf (_ ("taken on %s · "), day) : NULL;

  if (!evidence->is_kept)
    return g_strdup (_ ("no longer kept"));

  return g_strdup_printf ("%s%s KB", taken != NULL ? taken : "", size);
}

static GtkWidget *
make_button (TosoEvidenceBox *self,
             const char      *label,
             const char      *name,
             guint            index,
             GCallback        clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "textlink");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_row (TosoEvidenceBox    *self,
          guint               index,
          const TosoEvidence *evidence)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget       *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget       *name = make_button (self, evidence->name, evidence->name, index, G_CALLBACK (show_cb));
  GtkWidget       *label = gtk_button_get_child (GTK_BUTTON (name));
  g_autofree char *text = describe (evidence);
  g_autofree char *remove = g_strdup_printf ("%s: %s", _ ("Remove"), evidence->name);
  GtkWidget       *remove_button = make_button (self, _ ("Remove"), remove, index, G_CALLBACK (remove_cb));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_sensitive (name, evidence->is_kept);
  gtk_widget_set_visible (remove_button, !toso_session_is_read_only (self->session));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (remove_button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), toso_make_label (text, 0, evidence->is_kept ? "dim second figure" : "field-error"));
  gtk_box_append (GTK_BOX (row), make_thumb (g_hash_table_lookup (self->thumbs, &evidence->id)));
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), remove_button);

  return row;
}

static void
update (TosoEvidenceBox *self)
{
  GtkWidget *child;
  GError    *error = NULL;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), self->record != NULL);
  if (self->record == NULL)
    return;

  self->evidence = toso_year_list_evidence (toso_session_get_year (self->session), self->record->kind->id, self->record->id, &error);
  if (self->evidence == NULL)
    {
      toso_session_take_error (self->session, error);
      return;
    }
  for (guint i = 0; i < self->evidence->len; i++)
    gtk_box_append (GTK_BOX (self->list), make_row (self, i, self->evidence->pdata[i]));
  if (self->thumbs_id == 0)
    self->thumbs_id = g_idle_add_full (G_PRIORITY_LOW, load_thumbs_cb, self, NULL);
  gtk_widget_set_visible (self->hint, self->evidence->len == 0 && !toso_session_is_read_only (self->session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.add", !toso_session_is_read_only (self->session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.paste", !toso_session_is_read_only (self->session));
}

static void
toso_evidence_box_dispose (GObject *object)
{
  TosoEvidenceBox *self = TOSO_EVIDENCE_BOX (object);

  g_clear_handle_id (&self->thumbs_id, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->thumbs, g_hash_table_unref);
  g_clear_pointer (&self->record, toso_record_free);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);

  G_OBJECT_CLASS (toso_evidence_box_parent_class)->dispose (object);
}

static void
toso_evidence_box_class_init (TosoEvidenceBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_evidence_box_dispose;
  gtk_widget_class_install_action (widget_class, "evidence.add", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "evidence.paste", NULL, paste_cb);
}

static void
clear_pixbuf (gpointer pixbuf)
{
  if (pixbuf != NULL)
    g_object_unref (pixbuf);
}

static void
toso_evidence_box_init (TosoEvidenceBox *self)
{
  GtkWidget     *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget     *title = toso_make_label (_ ("Evidence"), 0, "section-head");
  GtkWidget     *add = gtk_button_new_with_mnemonic (_ ("A_ttach…"));
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->thumbs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, clear_pixbuf);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "evidence.add");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), add);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->hint = toso_make_label (_ ("Photos and PDFs: drop them here, or paste with Ctrl+Shift+V."), 0, "dim second");
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->hint);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

GtkWidget *
toso_evidence_box_new (TosoSession *session)
{
  TosoEvidenceBox *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_EVIDENCE_BOX, NULL);
  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

void
toso_evidence_box_set (TosoEvidenceBox  *self,
                       const TosoRecord *record)
{
  g_return_if_fail (TOSO_IS_EVIDENCE_BOX (self));

  g_clear_pointer (&self->record, toso_record_free);
  self->record = record != NULL && record->id != 0 ? toso_record_copy (record) : NULL;
  update (self);
}
