/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-registers-private.h"

#include <glib/gi18n-lib.h>

/* Who signs for whom, and on which days nobody works. */

static const TosoChoice authorities[] = {
  { "TM.", "TM." },
  { "Q.", "Q." },
  { "KT.", "KT." },
  { "TL.", "TL." },
  { "TUQ.", "TUQ." },
  { NULL, NULL }
};

static const TosoChoice holiday_kinds[] = {
  { "holiday", N_ ("Day off") },
  { "working_day", N_ ("Worked in exchange") },
  { NULL, NULL }
};

static const TosoField unit_fields[] = {
  { "name", N_ ("Name"), TOSO_FIELD_TEXT, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "abbreviation", N_ ("Abbreviation"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "kind", N_ ("Kind"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
  { "first_day", N_ ("Since"), TOSO_FIELD_DAY, TOSO_FIELD_PLAIN },
  { "last_day", N_ ("Until"), TOSO_FIELD_DAY, TOSO_FIELD_PLAIN },
};

const TosoRegister toso_unit_register = {
  .id = "unit",
  .title = N_ ("Agencies and bodies"),
  .add_title = N_ ("Add body “%s”"),
  .edit_title = N_ ("Edit body “%s”"),
  .remove_title = N_ ("Remove body “%s”"),
  .fields = unit_fields,
  .n_fields = G_N_ELEMENTS (unit_fields),
  .order = "name",
  .begins = "first_day",
  .ends = "last_day",
};

static const TosoField signatory_fields[] = {
  { "name", N_ ("Full name"), TOSO_FIELD_TEXT, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "authority", N_ ("Authority"), TOSO_FIELD_CHOICE, TOSO_FIELD_LISTED, .choices = authorities },
  { "lines", N_ ("Lines above the signature"), TOSO_FIELD_LINES, TOSO_FIELD_LISTED },
  { "unit_id", N_ ("Body"), TOSO_FIELD_LINK, TOSO_FIELD_PLAIN, .link = "unit" },
  { "first_day", N_ ("Since"), TOSO_FIELD_DAY, TOSO_FIELD_PLAIN },
  { "last_day", N_ ("Until"), TOSO_FIELD_DAY, TOSO_FIELD_PLAIN },
};

const TosoRegister toso_signatory_register = {
  .id = "signatory",
  .title = N_ ("Signatories"),
  .add_title = N_ ("Add signatory “%s”"),
  .edit_title = N_ ("Edit signatory “%s”"),
  .remove_title = N_ ("Remove signatory “%s”"),
  .fields = signatory_fields,
  .n_fields = G_N_ELEMENTS (signatory_fields),
  .order = "name",
  .begins = "first_day",
  .ends = "last_day",
};

static const TosoField holiday_fields[] = {
  { "day", N_ ("Day"), TOSO_FIELD_DAY, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED },
  { "kind", N_ ("Kind"), TOSO_FIELD_CHOICE, TOSO_FIELD_REQUIRED | TOSO_FIELD_LISTED, .choices = holiday_kinds, .initial = "holiday" },
  { "name", N_ ("Name"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED | TOSO_FIELD_SEARCHED },
  { "basis", N_ ("Basis"), TOSO_FIELD_TEXT, TOSO_FIELD_LISTED },
};

const TosoRegister toso_holiday_register = {
  .id = "holiday",
  .title = N_ ("Holidays"),
  .add_title = N_ ("Add holiday “%s”"),
  .edit_title = N_ ("Edit holiday “%s”"),
  .remove_title = N_ ("Remove holiday “%s”"),
  .fields = holiday_fields,
  .n_fields = G_N_ELEMENTS (holiday_fields),
  .order = "day",
};
