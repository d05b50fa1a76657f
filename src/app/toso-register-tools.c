/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-register-tools.h"

#include <glib/gi18n.h>

#include "app/toso-lineage-window.h"
#include "app/toso-ranking-window.h"
#include "app/toso-roll-window.h"

static const TosoRegisterTool tools[] = {
  { "village", N_ ("_Merge, Split…"), N_ ("Merge, split or rename villages by a decision"), FALSE, toso_lineage_window_new },
  { "commendation", N_ ("Rankin_g…"), N_ ("Villages by the targets that you choose"), FALSE, toso_ranking_window_new },
  { "training", N_ ("Atten_dance…"), N_ ("Who came: all, then one by one, or from pasted names"), TRUE, toso_roll_window_new },
};

const TosoRegisterTool *
toso_register_tool_find (const char *register_id)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    if (g_str_equal (tools[i].id, register_id))
      return &tools[i];

  return NULL;
}
