/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-page.h"

#include <glib/gi18n.h>

#include "app/toso-charts-page.h"
#include "app/toso-home-page.h"
#include "app/toso-journal-page.h"
#include "app/toso-papers-page.h"
#include "app/toso-plan-page.h"
#include "app/toso-registers-page.h"
#include "app/toso-reports-page.h"
#include "app/toso-targets-page.h"
#include "app/toso-tasks-page.h"

G_DEFINE_INTERFACE (TosoPage, toso_page, GTK_TYPE_WIDGET)

/* The places of the sidebar, in order; Ctrl+1 is the first, Ctrl+0 the tenth. */
static const TosoPageInfo infos[] = {
  { "home", NC_ ("page", "Overview"), "toso-home-symbolic", toso_home_page_new },
  { "plan", NC_ ("page", "Plan"), "toso-plan-symbolic", toso_plan_page_new },
  { "targets", NC_ ("page", "Targets"), "toso-target-symbolic", toso_targets_page_new },
  { "tasks", NC_ ("page", "Tasks"), "toso-task-symbolic", toso_tasks_page_new },
  { "villages", NC_ ("page", "Villages and teams"), "toso-village-symbolic", toso_registers_page_new_villages },
  { "reports", NC_ ("page", "Reports"), "toso-report-symbolic", toso_reports_page_new },
  { "registers", NC_ ("page", "Registers"), "toso-list-symbolic", toso_registers_page_new },
  { "papers", NC_ ("page", "Papers"), "toso-print-symbolic", toso_papers_page_new },
  { "charts", NC_ ("page", "Charts"), "toso-chart-symbolic", toso_charts_page_new },
  { "journal", NC_ ("page", "Journal"), "toso-journal-symbolic", toso_journal_page_new },
};

static void
toso_page_default_init (TosoPageInterface *iface)
{
}

void
toso_page_reveal (TosoPage        *self,
                  const TosoPlace *place)
{
  TosoPageInterface *iface;

  g_return_if_fail (TOSO_IS_PAGE (self));

  iface = TOSO_PAGE_GET_IFACE (self);
  if (iface->reveal != NULL)
    iface->reveal (self, place);
}

gboolean
toso_page_export_view (TosoPage *self)
{
  TosoPageInterface *iface;

  g_return_val_if_fail (TOSO_IS_PAGE (self), FALSE);

  iface = TOSO_PAGE_GET_IFACE (self);
  if (iface->export_view != NULL)
    iface->export_view (self);

  return iface->export_view != NULL;
}

gboolean
toso_page_add_item (TosoPage *self)
{
  TosoPageInterface *iface;

  g_return_val_if_fail (TOSO_IS_PAGE (self), FALSE);

  iface = TOSO_PAGE_GET_IFACE (self);
  if (iface->add_item != NULL)
    iface->add_item (self);

  return iface->add_item != NULL;
}

gboolean
toso_page_find (TosoPage *self)
{
  TosoPageInterface *iface;

  g_return_val_if_fail (TOSO_IS_PAGE (self), FALSE);

  iface = TOSO_PAGE_GET_IFACE (self);
  if (iface->find != NULL)
    iface->find (self);

  return iface->find != NULL;
}

const TosoPageInfo *
toso_page_get_infos (gsize *n_infos)
{
  *n_infos = G_N_ELEMENTS (infos);

  return infos;
}
