/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"
#include "store/toso-schema-resource.h"

/* What a year file begins with, from then on its own data. */

#define DATA_PATH "/vn/toso/ToSo/schema/"

static GKeyFile *
load_data (const char *name)
{
  g_autofree char *path = g_strconcat (DATA_PATH, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (toso_schema_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GKeyFile) data = g_key_file_new ();

  /* Built in: a test reads it. */
  g_assert (bytes != NULL);
  if (!g_key_file_load_from_bytes (data, bytes, G_KEY_FILE_NONE, NULL))
    g_assert_not_reached ();

  return g_steal_pointer (&data);
}

/* Decree 09/2019/NĐ-CP, art. 12: a month's figures close on the 14th.  The
 * decree leaves the day of sending to each regime; two working days are where
 * an office begins, and its own regulation goes over them. */
static const struct
{
  TosoPeriodKind frequency;
  gboolean       cumulative;
} report_types[] = {
  { TOSO_PERIOD_MONTH, FALSE },
  { TOSO_PERIOD_QUARTER, FALSE },
  { TOSO_PERIOD_HALF, TRUE },
  { TOSO_PERIOD_NINE_MONTHS, TRUE },
  { TOSO_PERIOD_YEAR, TRUE },
  { TOSO_PERIOD_AD_HOC, FALSE },
};

#define FIRST_WORKING_DAYS 2
#define BASIS              "Nghị định 09/2019/NĐ-CP, Điều 12; hạn gửi tạm lấy 2 ngày làm việc sau ngày chốt, sửa theo chế độ báo cáo của tỉnh"

static gboolean
insert_report_types (TosoIds *ids,
                     guint    version,
                     GError **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (ids->db,
                                               "INSERT INTO report_type (id, position, frequency, cutoff, cumulative, deadline, deadline_days, basis)"
                                               "  VALUES (?1, ?2, ?3, 'decree', ?4, ?5, ?6, ?7)");

  for (guint i = 0; i < G_N_ELEMENTS (report_types); i++)
    {
      gboolean asked = report_types[i].frequency == TOSO_PERIOD_AD_HOC;

      /* An older file has its own of the regular ones. */
      if (version >= 1 && !asked)
        continue;
      toso_stmt_bind_int64 (stmt, 1, toso_ids_next (ids));
      toso_stmt_bind_int64 (stmt, 2, i);
      toso_stmt_bind_text (stmt, 3, toso_frequency_to_id (report_types[i].frequency));
      toso_stmt_bind_int64 (stmt, 4, report_types[i].cumulative);
      toso_stmt_bind_text (stmt, 5, asked ? NULL : toso_deadline_to_id (TOSO_DEADLINE_WORKING_DAYS));
      toso_stmt_bind_id (stmt, 6, asked ? 0 : FIRST_WORKING_DAYS);
      toso_stmt_bind_text (stmt, 7, asked ? "" : BASIS);
      if (!toso_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_holidays (TosoIds *ids,
                 GError **error)
{
  g_autoptr (GKeyFile) data = load_data ("holidays.ini");
  g_auto (GStrv) days = g_key_file_get_groups (data, NULL);
  g_autoptr (TosoStmt) stmt = toso_db_prepare (ids->db,
                                               "INSERT INTO holiday (id, day, kind, name, basis) VALUES (?1, ?2, ?3, ?4, ?5)"
                                               "  ON CONFLICT DO NOTHING");

  for (guint i = 0; days[i] != NULL; i++)
    {
      g_autofree char *kind = g_key_file_get_string (data, days[i], "kind", NULL);
      g_autofree char *name = g_key_file_get_string (data, days[i], "name", NULL);
      g_autofree char *basis = g_key_file_get_string (data, days[i], "basis", NULL);

      toso_stmt_bind_int64 (stmt, 1, toso_ids_next (ids));
      toso_stmt_bind_text (stmt, 2, days[i]);
      toso_stmt_bind_text (stmt, 3, g_strcmp0 (kind, "worked") == 0 ? "working_day" : "holiday");
      toso_stmt_bind_string (stmt, 4, name);
      toso_stmt_bind_string (stmt, 5, basis);
      if (!toso_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_rules (TosoIds *ids,
              GError **error)
{
  g_autoptr (GKeyFile) data = load_data ("rules.ini");
  g_auto (GStrv) codes = g_key_file_get_groups (data, NULL);
  g_autoptr (TosoStmt) stmt = toso_db_prepare (ids->db,
                                               "INSERT INTO rule (id, position, code, severity, parameter, question)"
                                               "  VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *severity = g_key_file_get_string (data, codes[i], "severity", NULL);
      g_autofree char *question = g_key_file_get_string (data, codes[i], "question", NULL);
      gboolean         has_parameter = g_key_file_has_key (data, codes[i], "parameter", NULL);
      double           parameter = g_key_file_get_double (data, codes[i], "parameter", NULL);

      toso_stmt_bind_int64 (stmt, 1, toso_ids_next (ids));
      toso_stmt_bind_int64 (stmt, 2, i);
      toso_stmt_bind_text (stmt, 3, codes[i]);
      toso_stmt_bind_text (stmt, 4, severity);
      toso_stmt_bind_figure (stmt, 5, has_parameter ? TOSO_FIGURE (parameter) : TOSO_FIGURE_MISSING);
      toso_stmt_bind_text (stmt, 6, question);
      if (!toso_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
toso_year_insert_defaults (TosoIds *ids,
                           guint    version,
                           GError **error)
{
  if (version >= 2)
    return TRUE;

  return insert_report_types (ids, version, error) &&
         insert_holidays (ids, error) &&
         insert_rules (ids, error);
}
