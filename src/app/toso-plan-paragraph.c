/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-paragraph.h"

#include <gio/gio.h>

struct _TosoPlanParagraph
{
  GObject parent_instance;

  TosoPlanLine *line;
  gboolean      editing;
};

enum {
  PROP_0,
  PROP_EDITING,
  N_PROPS
};

enum {
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoPlanParagraph, toso_plan_paragraph, G_TYPE_OBJECT)

static void
toso_plan_paragraph_finalize (GObject *object)
{
  TosoPlanParagraph *self = TOSO_PLAN_PARAGRAPH (object);

  g_clear_pointer (&self->line, toso_plan_line_free);

  G_OBJECT_CLASS (toso_plan_paragraph_parent_class)->finalize (object);
}

static void
toso_plan_paragraph_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TosoPlanParagraph *self = TOSO_PLAN_PARAGRAPH (object);

  switch (prop_id)
    {
    case PROP_EDITING:
      g_value_set_boolean (value, self->editing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
toso_plan_paragraph_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_EDITING:
      toso_plan_paragraph_set_editing (TOSO_PLAN_PARAGRAPH (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
toso_plan_paragraph_class_init (TosoPlanParagraphClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = toso_plan_paragraph_finalize;
  object_class->get_property = toso_plan_paragraph_get_property;
  object_class->set_property = toso_plan_paragraph_set_property;

  properties[PROP_EDITING] =
    g_param_spec_boolean ("editing", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", TOSO_TYPE_PLAN_PARAGRAPH, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
toso_plan_paragraph_init (TosoPlanParagraph *self)
{
}

TosoPlanParagraph *
toso_plan_paragraph_new (TosoPlanLine *line)
{
  TosoPlanParagraph *self;

  g_return_val_if_fail (line != NULL, NULL);

  self = g_object_new (TOSO_TYPE_PLAN_PARAGRAPH, NULL);
  self->line = line;
  return self;
}

const TosoPlanLine *
toso_plan_paragraph_get_line (TosoPlanParagraph *self)
{
  g_return_val_if_fail (TOSO_IS_PLAN_PARAGRAPH (self), NULL);

  return self->line;
}

void
toso_plan_paragraph_take_line (TosoPlanParagraph *self,
                               TosoPlanLine      *line)
{
  g_return_if_fail (TOSO_IS_PLAN_PARAGRAPH (self));
  g_return_if_fail (line != NULL);

  if (toso_plan_line_equal (self->line, line))
    {
      toso_plan_line_free (line);
      return;
    }
  toso_plan_line_free (self->line);
  self->line = line;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
toso_plan_paragraph_get_editing (TosoPlanParagraph *self)
{
  g_return_val_if_fail (TOSO_IS_PLAN_PARAGRAPH (self), FALSE);

  return self->editing;
}

void
toso_plan_paragraph_set_editing (TosoPlanParagraph *self,
                                 gboolean           editing)
{
  g_return_if_fail (TOSO_IS_PLAN_PARAGRAPH (self));

  if (self->editing == editing)
    return;
  self->editing = editing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

static gboolean
same_place (GListStore         *store,
            guint               position,
            const TosoPlanLine *line)
{
  g_autoptr (TosoPlanParagraph) paragraph = g_list_model_get_item (G_LIST_MODEL (store), position);

  return toso_plan_line_same_place (paragraph->line, line);
}

static void
take_line_at (GListStore *store,
              guint       position,
              GPtrArray  *lines,
              guint       index)
{
  g_autoptr (TosoPlanParagraph) paragraph = g_list_model_get_item (G_LIST_MODEL (store), position);

  toso_plan_paragraph_take_line (paragraph, g_ptr_array_index (lines, index));
}

void
toso_plan_paragraphs_update (GListStore *store,
                             GPtrArray  *lines)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint n_new = lines->len;
  guint head = 0;
  guint tail = 0;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  while (head < n_old && head < n_new && same_place (store, head, g_ptr_array_index (lines, head)))
    head++;
  while (tail + head < n_old && tail + head < n_new &&
         same_place (store, n_old - 1 - tail, g_ptr_array_index (lines, n_new - 1 - tail)))
    tail++;

  g_ptr_array_set_free_func (lines, NULL);
  for (guint i = head; i + tail < n_new; i++)
    g_ptr_array_add (added, toso_plan_paragraph_new (g_ptr_array_index (lines, i)));
  if (added->len > 0 || n_old > head + tail)
    g_list_store_splice (store, head, n_old - head - tail, added->pdata, added->len);
  for (guint i = 0; i < head; i++)
    take_line_at (store, i, lines, i);
  for (guint i = n_new - tail; i < n_new; i++)
    take_line_at (store, i, lines, i);
  g_ptr_array_set_size (lines, 0);
}
