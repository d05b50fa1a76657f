/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-session.h"

G_BEGIN_DECLS

struct _TosoSession
{
  GObject parent_instance;

  TosoYear  *year;
  TosoPlan  *plan;
  GPtrArray *results;
  GPtrArray *journal;
  GPtrArray *villages;
  GPtrArray *remarks;

  TosoPeriod period;
  TosoDate   start;
  TosoDate   end;
  TosoCutoff cutoff;
  int        custom_day;

  char *title;
  char *saved_at;
};

/* How many periods of a kind a year has. */
int toso_session_count_of_kind (TosoPeriodKind kind);

G_END_DECLS
