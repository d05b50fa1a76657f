/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-register.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-registers-private.h"

/* --- choices: their ids stand in the year file and never change --- */

static const TosoChoice sexes[] = {
  { "female", N_ ("Female") },
  { "male", N_ ("Male") },
  { NULL, NULL }
};

static const TosoChoice team_states[] = {
  { "active", N_ ("Active") },
  { "to_strengthen", N_ ("To be strengthened") },
  { NULL, NULL }
};

static const TosoChoice activity_kinds[] = {
  { "bulletin", N_ ("Loudspeaker bulletin") },
  { "visit", N_ ("House visit") },
  { "guidance", N_ ("Guidance session") },
  { "other", N_ ("Other activity") },
  { NULL, NULL }
};

static const TosoChoice commendation_states[] = {
  { "proposed", N_ ("Proposed") },
  { "granted", N_ ("Granted") },
  { "refused", N_ ("Not granted") },
  { NULL, NULL }
};

static const TosoChoice inspection_kinds[] = {
  { "planned", N_ ("Planned") },
  { "unannounced", N_ ("Unannounced") },
  { NULL, NULL }
};

static const TosoChoice task_states[] = {
  { "not_started", N_ ("Not started") },
  { "in_progress", N_ ("In progress") },
  { "maintained", N_ ("Kept up") },
  { "done", N_ ("Done") },
  { "not_yet_due", N_ ("Not yet due") },
  { NULL, NULL }
};

static const TosoChoice rate_scopes[] = {
  { "team", N_ ("A team") },
  { "member", N_ ("A person") },
  { NULL, NULL }
};

static const TosoChoice rate_units[] = {
  { "day", N_ ("A day") },
  { "month", N_ ("A month") },
  { "year", N_ ("A year") },
  { NULL, NULL }
};

/* --- what is true of a row as a whole --- */

static gboolean
has_one_of (const TosoRecord  *record,
            const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    if (toso_record_get (record, fields[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
check_attendance (const TosoRecord *record,
                  GError          **error)
{
  static const char *const who[] = { "member_id", "guest", NULL };

  if (has_one_of (record, who))
    return TRUE;

  g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                       _ ("Who came is missing: choose a person, or type a guest's name. Nothing was changed."));

  return FALSE;
}

static gboolean
check_commendation (const TosoRecord *record,
                    GError          **error)
{
  static const char *const whom[] = { "team_id", "member_id", "recipient", NULL };

  if (has_one_of (record, whom))
    return TRUE;

  g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                       _ ("Who is commended is missing: choose a team or a person, or type a name. Nothing was changed."));

  return FALSE;
}

/* --- the registers --- */

static const TosoField village_fields[] = {
  { "name", N_ ("Village"), TOSO_FIELD_TEXT, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "kind", N_ ("Kind"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "head", N_ ("Head"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "households", N_ ("Households"), TOSO_FIELD_COUNT, TOSO_FIELD_LISTED },
  { "population", N_ ("People"), TOSO_FIELD_COUNT, TOSO_FIELD_LISTED },
  { "first_day", N_ ("Since"), TOSO_FIELD_DAY, TOSO_FIELD_PLAIN },
  { "last_day", N_ ("Until"), TOSO_FIELD_DAY, TOSO_FIELD_PLAIN },
  { "note", N_ ("Note"), TOSO_FIELD_LINES, TOSO_FIELD_PLAIN },
};

static const TosoRegister village_register = {
  .id = "village",
  .title = N_ ("Villages"),
  .add_title = N_ ("Add village “%s”"),
  .edit_title = N_ ("Edit village “%s”"),
  .remove_title = N_ ("Remove village “%s”"),
  .fields = village_fields,
  .n_fields = G_N_ELEMENTS (village_fields),
  .order = "name",
  .begins = "first_day",
  .ends = "last_day",
};

static const TosoField team_fields[] = {
  { "village_id", N_ ("Village"), TOSO_FIELD_LINK, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .link = "village" },
  { "name", N_ ("Name"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "state", N_ ("Status"), TOSO_FIELD_CHOICE, TOSO_FIELD_LISTED, .choices = team_states },
  { "decision_number", N_ ("Decision number"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "decision_day", N_ ("Decision of"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
  { "first_day", N_ ("Since"), TOSO_FIELD_DAY, TOSO_FIELD_PLAIN },
  { "last_day", N_ ("Until"), TOSO_FIELD_DAY, TOSO_FIELD_PLAIN },
  { "note", N_ ("Note"), TOSO_FIELD_LINES, TOSO_FIELD_PLAIN },
};

static const TosoRegister team_register = {
  .id = "team",
  .title = N_ ("Teams"),
  .add_title = N_ ("Add team “%s”"),
  .edit_title = N_ ("Edit team “%s”"),
  .remove_title = N_ ("Remove team “%s”"),
  .fields = team_fields,
  .n_fields = G_N_ELEMENTS (team_fields),
  .order = "village_id",
  .begins = "first_day",
  .ends = "last_day",
};

static const TosoField member_fields[] = {
  { "name", N_ ("Full name"), TOSO_FIELD_TEXT, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "sex", N_ ("Sex"), TOSO_FIELD_CHOICE, TOSO_FIELD_LISTED, .choices = sexes },
  { "birth_year", N_ ("Year of birth"), TOSO_FIELD_YEAR, TOSO_FIELD_LISTED, .min = 1900, .max = 2100 },
  { "organisation", N_ ("Organisation"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "phone", N_ ("Telephone"), TOSO_FIELD_PHONE, TOSO_FIELD_LISTED },
  { "note", N_ ("Note"), TOSO_FIELD_LINES, TOSO_FIELD_PLAIN },
};

static const TosoRegister member_register = {
  .id = "member",
  .title = N_ ("People of the teams"),
  .add_title = N_ ("Add person “%s”"),
  .edit_title = N_ ("Edit person “%s”"),
  .remove_title = N_ ("Remove person “%s”"),
  .fields = member_fields,
  .n_fields = G_N_ELEMENTS (member_fields),
  .order = "name",
};

static const TosoField membership_fields[] = {
  { "team_id", N_ ("Team"), TOSO_FIELD_LINK, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .link = "team" },
  { "member_id", N_ ("Person"), TOSO_FIELD_LINK, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .link = "member" },
  { "role", N_ ("Role"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "is_leader", N_ ("Leads the team"), TOSO_FIELD_YES_NO, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .initial = "0" },
  { "first_day", N_ ("Since"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
  { "last_day", N_ ("Until"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
  { "basis", N_ ("Basis"), TOSO_FIELD_TEXT, TOSO_FIELD_PLAIN },
};

static const TosoRegister membership_register = {
  .id = "membership",
  .title = N_ ("Members of teams"),
  .add_title = N_ ("Add member “%s”"),
  .edit_title = N_ ("Edit member “%s”"),
  .remove_title = N_ ("Remove member “%s”"),
  .fields = membership_fields,
  .n_fields = G_N_ELEMENTS (membership_fields),
  .order = "team_id",
  .begins = "first_day",
  .ends = "last_day",
};

static const TosoField training_fields[] = {
  { "title", N_ ("Content"), TOSO_FIELD_TEXT, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "first_day", N_ ("First day"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
  { "last_day", N_ ("Last day"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
  { "place", N_ ("Place"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "method", N_ ("Method"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "trainer", N_ ("Trainer"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "task_id", N_ ("Task"), TOSO_FIELD_LINK, TOSO_FIELD_PLAIN, .link = "task" },
  { "note", N_ ("Note"), TOSO_FIELD_LINES, TOSO_FIELD_PLAIN },
};

static const TosoRegister training_register = {
  .id = "training",
  .title = N_ ("Trainings"),
  .add_title = N_ ("Add training “%s”"),
  .edit_title = N_ ("Edit training “%s”"),
  .remove_title = N_ ("Remove training “%s”"),
  .fields = training_fields,
  .n_fields = G_N_ELEMENTS (training_fields),
  .order = "first_day",
  .happens = "first_day",
  .due = "first_day",
};

static const TosoField attendance_fields[] = {
  { "training_id", N_ ("Training"), TOSO_FIELD_LINK, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .link = "training" },
  { "member_id", N_ ("Person"), TOSO_FIELD_LINK, TOSO_FIELD_LISTED, .link = "member" },
  { "guest", N_ ("Guest"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED | TOSO_FIELD_PERSONAL },
  { "village_id", N_ ("Village"), TOSO_FIELD_LINK, TOSO_FIELD_LISTED, .link = "village" },
  { "present", N_ ("Present"), TOSO_FIELD_YES_NO, TOSO_FIELD_LISTED },
  { "note", N_ ("Note"), TOSO_FIELD_TEXT, TOSO_FIELD_PERSONAL },
};

static const TosoRegister attendance_register = {
  .id = "attendance",
  .title = N_ ("Attendance"),
  .add_title = N_ ("Add attendance “%s”"),
  .edit_title = N_ ("Edit attendance “%s”"),
  .remove_title = N_ ("Remove attendance “%s”"),
  .fields = attendance_fields,
  .n_fields = G_N_ELEMENTS (attendance_fields),
  .order = "training_id",
  .check = check_attendance,
};

static const TosoField activity_fields[] = {
  { "day", N_ ("Day"), TOSO_FIELD_DAY, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED },
  { "kind", N_ ("Kind"), TOSO_FIELD_CHOICE, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .choices = activity_kinds },
  { "village_id", N_ ("Village"), TOSO_FIELD_LINK, TOSO_FIELD_LISTED, .link = "village" },
  { "title", N_ ("Content"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "count", N_ ("Times"), TOSO_FIELD_COUNT, TOSO_FIELD_LISTED },
  { "people", N_ ("People reached"), TOSO_FIELD_COUNT, TOSO_FIELD_LISTED },
  { "script", N_ ("Text of the bulletin"), TOSO_FIELD_LINES, TOSO_FIELD_PLAIN },
  { "task_id", N_ ("Task"), TOSO_FIELD_LINK, TOSO_FIELD_PLAIN, .link = "task" },
  { "note", N_ ("Note"), TOSO_FIELD_LINES, TOSO_FIELD_PLAIN },
};

static const TosoRegister activity_register = {
  .id = "activity",
  .title = N_ ("Activities"),
  .add_title = N_ ("Add activity “%s”"),
  .edit_title = N_ ("Edit activity “%s”"),
  .remove_title = N_ ("Remove activity “%s”"),
  .fields = activity_fields,
  .n_fields = G_N_ELEMENTS (activity_fields),
  .order = "day",
  .happens = "day",
};

static const TosoField product_fields[] = {
  { "name", N_ ("Product"), TOSO_FIELD_TEXT, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "owner", N_ ("Owner"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "village_id", N_ ("Village"), TOSO_FIELD_LINK, TOSO_FIELD_LISTED, .link = "village" },
  { "stars", N_ ("Stars"), TOSO_FIELD_COUNT, TOSO_FIELD_LISTED, .min = 1, .max = 5 },
  { "recognised_day", N_ ("Recognised on"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
  { "expires_day", N_ ("Valid until"), TOSO_FIELD_DAY, TOSO_FIELD_PLAIN },
  { "note", N_ ("Note"), TOSO_FIELD_LINES, TOSO_FIELD_PLAIN },
};

static const TosoRegister product_register = {
  .id = "product",
  .title = N_ ("OCOP products"),
  .add_title = N_ ("Add product “%s”"),
  .edit_title = N_ ("Edit product “%s”"),
  .remove_title = N_ ("Remove product “%s”"),
  .fields = product_fields,
  .n_fields = G_N_ELEMENTS (product_fields),
  .order = "name",
  .begins = "recognised_day",
  .ends = "expires_day",
};

static const TosoField listing_fields[] = {
  { "product_id", N_ ("Product"), TOSO_FIELD_LINK, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .link = "product" },
  { "floor", N_ ("Floor"), TOSO_FIELD_TEXT, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "url", N_ ("Address"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "first_day", N_ ("Since"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
  { "last_day", N_ ("Until"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
};

static const TosoRegister listing_register = {
  .id = "listing",
  .title = N_ ("On e-commerce floors"),
  .add_title = N_ ("Add listing “%s”"),
  .edit_title = N_ ("Edit listing “%s”"),
  .remove_title = N_ ("Remove listing “%s”"),
  .fields = listing_fields,
  .n_fields = G_N_ELEMENTS (listing_fields),
  .order = "product_id",
  .begins = "first_day",
  .ends = "last_day",
};

static const TosoField commendation_fields[] = {
  { "recipient", N_ ("Recipient"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED | TOSO_FIELD_PERSONAL },
  { "team_id", N_ ("Team"), TOSO_FIELD_LINK, TOSO_FIELD_LISTED, .link = "team" },
  { "member_id", N_ ("Person"), TOSO_FIELD_LINK, TOSO_FIELD_LISTED, .link = "member" },
  { "form", N_ ("Form"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "achievement", N_ ("Achievement"), TOSO_FIELD_LINES, TOSO_FIELD_PERSONAL },
  { "state", N_ ("Status"), TOSO_FIELD_CHOICE, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .choices = commendation_states, .initial = "proposed" },
  { "decision_number", N_ ("Decision number"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "decision_day", N_ ("Decision of"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
  { "amount", N_ ("Amount"), TOSO_FIELD_MONEY, TOSO_FIELD_PLAIN },
};

static const TosoRegister commendation_register = {
  .id = "commendation",
  .title = N_ ("Commendations"),
  .add_title = N_ ("Add commendation “%s”"),
  .edit_title = N_ ("Edit commendation “%s”"),
  .remove_title = N_ ("Remove commendation “%s”"),
  .fields = commendation_fields,
  .n_fields = G_N_ELEMENTS (commendation_fields),
  .order = "decision_day",
  .happens = "decision_day",
  .check = check_commendation,
};

static const TosoField inspection_fields[] = {
  { "day", N_ ("Day"), TOSO_FIELD_DAY, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED },
  { "kind", N_ ("Kind"), TOSO_FIELD_CHOICE, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .choices = inspection_kinds, .initial = "planned" },
  { "village_id", N_ ("Village"), TOSO_FIELD_LINK, TOSO_FIELD_LISTED, .link = "village" },
  { "inspectors", N_ ("Inspectors"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "findings", N_ ("Findings"), TOSO_FIELD_LINES, TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "follow_up", N_ ("To be mended"), TOSO_FIELD_LINES, TOSO_FIELD_LISTED },
  { "due_day", N_ ("Due"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
  { "done_day", N_ ("Done on"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
};

static const TosoRegister inspection_register = {
  .id = "inspection",
  .title = N_ ("Checks"),
  .add_title = N_ ("Add check “%s”"),
  .edit_title = N_ ("Edit check “%s”"),
  .remove_title = N_ ("Remove check “%s”"),
  .fields = inspection_fields,
  .n_fields = G_N_ELEMENTS (inspection_fields),
  .order = "day",
  .happens = "day",
  .due = "due_day",
  .done = "done_day",
};

static const TosoField directive_fields[] = {
  { "content", N_ ("Content"), TOSO_FIELD_LINES, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "number", N_ ("Number"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "day", N_ ("Day"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
  { "issuer", N_ ("Issuer"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "lead", N_ ("Lead"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "due_day", N_ ("Due"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
  { "state", N_ ("Status"), TOSO_FIELD_CHOICE, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .choices = task_states, .initial = "not_started" },
  { "done_day", N_ ("Done on"), TOSO_FIELD_DAY, TOSO_FIELD_PLAIN },
  { "result", N_ ("Result"), TOSO_FIELD_LINES, TOSO_FIELD_PLAIN },
  { "task_id", N_ ("Task"), TOSO_FIELD_LINK, TOSO_FIELD_PLAIN, .link = "task" },
};

static const TosoRegister directive_register = {
  .id = "directive",
  .title = N_ ("Directives"),
  .add_title = N_ ("Add directive “%s”"),
  .edit_title = N_ ("Edit directive “%s”"),
  .remove_title = N_ ("Remove directive “%s”"),
  .fields = directive_fields,
  .n_fields = G_N_ELEMENTS (directive_fields),
  .order = "due_day",
  .happens = "day",
  .due = "due_day",
  .done = "done_day",
};

static const TosoField support_rate_fields[] = {
  { "scope", N_ ("For"), TOSO_FIELD_CHOICE, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .choices = rate_scopes },
  { "unit", N_ ("By"), TOSO_FIELD_CHOICE, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .choices = rate_units },
  { "amount", N_ ("Amount"), TOSO_FIELD_MONEY, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED },
  { "cap", N_ ("At most"), TOSO_FIELD_MONEY, TOSO_FIELD_LISTED },
  { "percent", N_ ("The commune’s own share, %"), TOSO_FIELD_DECIMAL, TOSO_FIELD_LISTED },
  { "first_day", N_ ("Since"), TOSO_FIELD_DAY, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED },
  { "last_day", N_ ("Until"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
  { "basis", N_ ("Basis"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
};

static const TosoRegister support_rate_register = {
  .id = "support_rate",
  .title = N_ ("Rates of support"),
  .add_title = N_ ("Add rate “%s”"),
  .edit_title = N_ ("Edit rate “%s”"),
  .remove_title = N_ ("Remove rate “%s”"),
  .fields = support_rate_fields,
  .n_fields = G_N_ELEMENTS (support_rate_fields),
  .order = "first_day",
  .begins = "first_day",
  .ends = "last_day",
};

static const TosoField support_day_fields[] = {
  { "team_id", N_ ("Team"), TOSO_FIELD_LINK, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .link = "team" },
  { "member_id", N_ ("Person"), TOSO_FIELD_LINK, TOSO_FIELD_LISTED, .link = "member" },
  { "day", N_ ("Day"), TOSO_FIELD_DAY, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED },
  { "days", N_ ("Days"), TOSO_FIELD_DECIMAL, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .min = 0.1, .max = 366 },
  { "rate_id", N_ ("Rate"), TOSO_FIELD_LINK, TOSO_FIELD_PLAIN, .link = "support_rate" },
  { "amount", N_ ("Amount"), TOSO_FIELD_MONEY, TOSO_FIELD_LISTED },
  { "paid_day", N_ ("Paid on"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
  { "activity_id", N_ ("Activity"), TOSO_FIELD_LINK, TOSO_FIELD_PLAIN, .link = "activity" },
  { "note", N_ ("Note"), TOSO_FIELD_LINES, TOSO_FIELD_SEARCHED | TOSO_FIELD_PERSONAL },
};

static const TosoRegister support_day_register = {
  .id = "support_day",
  .title = N_ ("Days of support"),
  .add_title = N_ ("Add day of support “%s”"),
  .edit_title = N_ ("Edit day of support “%s”"),
  .remove_title = N_ ("Remove day of support “%s”"),
  .fields = support_day_fields,
  .n_fields = G_N_ELEMENTS (support_day_fields),
  .order = "day",
  .happens = "day",
};

static const TosoField milestone_fields[] = {
  { "task_id", N_ ("Task"), TOSO_FIELD_LINK, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .link = "task" },
  { "title", N_ ("Milestone"), TOSO_FIELD_TEXT, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "day", N_ ("Day"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
  { "done_day", N_ ("Done on"), TOSO_FIELD_DAY, TOSO_FIELD_LISTED },
  { "note", N_ ("Note"), TOSO_FIELD_LINES, TOSO_FIELD_PLAIN },
};

static const TosoRegister milestone_register = {
  .id = "milestone",
  .title = N_ ("Milestones"),
  .add_title = N_ ("Add milestone “%s”"),
  .edit_title = N_ ("Edit milestone “%s”"),
  .remove_title = N_ ("Remove milestone “%s”"),
  .fields = milestone_fields,
  .n_fields = G_N_ELEMENTS (milestone_fields),
  .order = "day",
  .happens = "done_day",
  .due = "day",
  .done = "done_day",
};

static const TosoField task_progress_fields[] = {
  { "task_id", N_ ("Task"), TOSO_FIELD_LINK, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .link = "task" },
  { "day", N_ ("Day"), TOSO_FIELD_DAY, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED },
  { "state", N_ ("Status"), TOSO_FIELD_CHOICE, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .choices = task_states },
  { "result", N_ ("Result"), TOSO_FIELD_LINES, TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "evidence", N_ ("Evidence"), TOSO_FIELD_LINES, TOSO_FIELD_LISTED },
};

static const TosoRegister task_progress_register = {
  .id = "task_progress",
  .title = N_ ("Progress of tasks"),
  .add_title = N_ ("Add progress “%s”"),
  .edit_title = N_ ("Edit progress “%s”"),
  .remove_title = N_ ("Remove progress “%s”"),
  .fields = task_progress_fields,
  .n_fields = G_N_ELEMENTS (task_progress_fields),
  .order = "day",
  .happens = "day",
};

static const TosoRegister *const registers[] = {
  &village_register,
  &team_register,
  &member_register,
  &membership_register,
  &training_register,
  &attendance_register,
  &activity_register,
  &product_register,
  &listing_register,
  &toso_business_register,
  &toso_learning_register,
  &toso_village_plan_register,
  &commendation_register,
  &inspection_register,
  &directive_register,
  &support_rate_register,
  &support_day_register,
  &milestone_register,
  &task_progress_register,
  &toso_unit_register,
  &toso_signatory_register,
  &toso_recipient_list_register,
  &toso_register_entry_register,
  &toso_holiday_register,
};

const TosoRegister *const *
toso_registers_list (guint *n)
{
  *n = G_N_ELEMENTS (registers);

  return registers;
}

const TosoRegister *
toso_registers_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    if (strcmp (registers[i]->id, id) == 0)
      return registers[i];

  return NULL;
}
