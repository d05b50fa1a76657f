/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-roll-item.h"

struct _TosoRollItem
{
  GObject parent_instance;

  TosoRollLine *line;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoRollItem, toso_roll_item, G_TYPE_OBJECT)

TosoRollLine *
toso_roll_line_copy (const TosoRollLine *line)
{
  TosoRollLine *copy = g_memdup2 (line, sizeof *line);

  copy->name = g_strdup (line->name);
  copy->team = g_strdup (line->team);

  return copy;
}

static void
toso_roll_item_finalize (GObject *object)
{
  toso_roll_line_free (TOSO_ROLL_ITEM (object)->line);

  G_OBJECT_CLASS (toso_roll_item_parent_class)->finalize (object);
}

static void
toso_roll_item_class_init (TosoRollItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = toso_roll_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
toso_roll_item_init (TosoRollItem *self)
{
}

TosoRollItem *
toso_roll_item_new (const TosoRollLine *line)
{
  TosoRollItem *self = g_object_new (TOSO_TYPE_ROLL_ITEM, NULL);

  self->line = toso_roll_line_copy (line);

  return self;
}

const TosoRollLine *
toso_roll_item_get_line (TosoRollItem *self)
{
  g_return_val_if_fail (TOSO_IS_ROLL_ITEM (self), NULL);

  return self->line;
}

void
toso_roll_item_set_line (TosoRollItem       *self,
                         const TosoRollLine *line)
{
  gboolean is_same;

  g_return_if_fail (TOSO_IS_ROLL_ITEM (self));

  is_same = self->line->presence == line->presence && self->line->n_others == line->n_others &&
            g_str_equal (self->line->name, line->name) && g_str_equal (self->line->team, line->team);
  toso_roll_line_free (self->line);
  self->line = toso_roll_line_copy (line);
  if (!is_same)
    g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
toso_roll_item_is_of (TosoRollItem       *self,
                      const TosoRollLine *line)
{
  g_return_val_if_fail (TOSO_IS_ROLL_ITEM (self), FALSE);

  return self->line->member_id == line->member_id && (line->member_id != 0 || self->line->row_id == line->row_id);
}
