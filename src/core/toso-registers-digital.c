/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-registers-private.h"

#include <glib/gi18n-lib.h>

/* Whom the teams helped, and what they set themselves to do. */

static const TosoChoice business_kinds[] = {
  { "company", N_ ("Company") },
  { "household", N_ ("Business household") },
  { "cooperative", N_ ("Cooperative") },
  { NULL, NULL }
};

static const TosoField business_fields[] = {
  { "name", N_ ("Name"), TOSO_FIELD_TEXT, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "village_id", N_ ("Village"), TOSO_FIELD_LINK, TOSO_FIELD_LISTED, .link = "village" },
  { "kind", N_ ("Kind"), TOSO_FIELD_CHOICE, TOSO_FIELD_LISTED, .choices = business_kinds },
  { "trade", N_ ("Trade"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "day", N_ ("Supported on"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
  { "support", N_ ("What they were supported with"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "note", N_ ("Note"), TOSO_FIELD_LINES, TOSO_FIELD_PLAIN },
};

/* A business that was not supported yet has no day, but is there. */
const TosoRegister toso_business_register = {
  .id = "business",
  .title = N_ ("Businesses supported"),
  .add_title = N_ ("Add business “%s”"),
  .edit_title = N_ ("Edit business “%s”"),
  .remove_title = N_ ("Remove business “%s”"),
  .fields = business_fields,
  .n_fields = G_N_ELEMENTS (business_fields),
  .order = "name",
  .happens = "day",
};

static const TosoField learning_fields[] = {
  { "day", N_ ("Day"), TOSO_FIELD_DAY, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED },
  { "village_id", N_ ("Village"), TOSO_FIELD_LINK, TOSO_FIELD_LISTED, .link = "village" },
  { "title", N_ ("Content"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "people", N_ ("Learners"), TOSO_FIELD_COUNT, TOSO_FIELD_LISTED },
  { "finished", N_ ("Finished the course"), TOSO_FIELD_COUNT, TOSO_FIELD_LISTED },
  { "note", N_ ("Note"), TOSO_FIELD_LINES, TOSO_FIELD_PLAIN },
};

const TosoRegister toso_learning_register = {
  .id = "learning",
  .title = N_ ("Digital skills for everyone"),
  .add_title = N_ ("Add course “%s”"),
  .edit_title = N_ ("Edit course “%s”"),
  .remove_title = N_ ("Remove course “%s”"),
  .fields = learning_fields,
  .n_fields = G_N_ELEMENTS (learning_fields),
  .order = "day",
  .happens = "day",
};

static const TosoField village_plan_fields[] = {
  { "title", N_ ("Name"), TOSO_FIELD_TEXT, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "team_id", N_ ("Team"), TOSO_FIELD_LINK, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .link = "team" },
  { "day", N_ ("Day"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
  { "note", N_ ("Note"), TOSO_FIELD_LINES, TOSO_FIELD_LISTED },
};

const TosoRegister toso_village_plan_register = {
  .id = "village_plan",
  .title = N_ ("Plans of the villages"),
  .add_title = N_ ("Add plan of a village “%s”"),
  .edit_title = N_ ("Edit plan of a village “%s”"),
  .remove_title = N_ ("Remove plan of a village “%s”"),
  .fields = village_plan_fields,
  .n_fields = G_N_ELEMENTS (village_plan_fields),
  .order = "team_id",
  .happens = "day",
};
