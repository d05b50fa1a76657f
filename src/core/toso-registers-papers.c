/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-registers-private.h"

#include <glib/gi18n-lib.h>

/* To whom papers go, and what went out. */

/* The abbreviations of Decree 30/2020/NĐ-CP, Annex III. */
static const TosoChoice paper_codes[] = {
  { "BC", N_ ("Reports") },
  { "CV", N_ ("Letters") },
  { "GM", N_ ("Invitations") },
  { "TB", N_ ("Notices") },
  { "TTr", N_ ("Submissions") },
  { "QĐ", N_ ("Decisions") },
  { "BB", N_ ("Minutes") },
  { NULL, NULL }
};

static const TosoField recipient_list_fields[] = {
  { "name", N_ ("Name"), TOSO_FIELD_TEXT, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED },
  { "paper_kind", N_ ("Papers"), TOSO_FIELD_CHOICE, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .choices = paper_codes, .initial = "BC" },
  { "lines", N_ ("Recipients, a line each"), TOSO_FIELD_LINES, TOSO_FIELD_LISTED },
  { "first_day", N_ ("Since"), TOSO_FIELD_DAY, TOSO_FIELD_PLAIN },
  { "last_day", N_ ("Until"), TOSO_FIELD_DAY, TOSO_FIELD_PLAIN },
};

const TosoRegister toso_recipient_list_register = {
  .id = "recipient_list",
  .title = N_ ("Lists of recipients"),
  .add_title = N_ ("Add list of recipients “%s”"),
  .edit_title = N_ ("Edit list of recipients “%s”"),
  .remove_title = N_ ("Remove list of recipients “%s”"),
  .fields = recipient_list_fields,
  .n_fields = G_N_ELEMENTS (recipient_list_fields),
  .order = "name",
};

/* Decree 30/2020/NĐ-CP, Annex IV. */
static const TosoField register_entry_fields[] = {
  { "title", N_ ("Kind and subject"), TOSO_FIELD_TEXT, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "year", N_ ("Year"), TOSO_FIELD_YEAR, TOSO_FIELD_REQUIRED },
  { "number", N_ ("Number"), TOSO_FIELD_COUNT, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .min = 1, .max = 99999 },
  { "symbol", N_ ("Symbol"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "day", N_ ("Day"), TOSO_FIELD_DAY, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED },
  { "signer", N_ ("Signer"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "recipients", N_ ("Recipients"), TOSO_FIELD_LINES, TOSO_FIELD_PLAIN },
  { "keeper", N_ ("Who keeps the copy on file"), TOSO_FIELD_TEXT, TOSO_FIELD_PLAIN },
  { "copies", N_ ("Copies"), TOSO_FIELD_COUNT, TOSO_FIELD_PLAIN },
  { "sent_day", N_ ("Sent on"), TOSO_FIELD_DAY, TOSO_FIELD_PLAIN },
  { "receipt", N_ ("Receipt"), TOSO_FIELD_TEXT, TOSO_FIELD_PLAIN },
  { "note", N_ ("Note"), TOSO_FIELD_TEXT, TOSO_FIELD_PLAIN },
};

const TosoRegister toso_register_entry_register = {
  .id = "register_entry",
  .title = N_ ("Outgoing papers"),
  .add_title = N_ ("Add outgoing paper “%s”"),
  .edit_title = N_ ("Edit outgoing paper “%s”"),
  .remove_title = N_ ("Remove outgoing paper “%s”"),
  .fields = register_entry_fields,
  .n_fields = G_N_ELEMENTS (register_entry_fields),
  .order = "day",
};
