/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>

static gboolean
take_lines (const char *const *lines,
            char             **kept,
            GError           **error)
{
  g_autoptr (GString) text = NULL;

  *kept = NULL;
  if (lines == NULL)
    return TRUE;

  text = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = NULL;

      if (!toso_year_take_text (lines[i], FALSE, &line, error))
        return FALSE;
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }

  /* No line is none, as where the text has none. */
  *kept = lines[0] != NULL ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
  return TRUE;
}

static gboolean
update_header (TosoYear             *self,
               gint64                plan_id,
               const TosoPlanHeader *header,
               GError              **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  const char *const texts[] = { header->superior, header->nation, header->motto, header->number_line, header->place_date, header->kind };
  static const int  parameters[] = { 1, 3, 4, 5, 6, 7 };
  g_autofree char  *agency = NULL;
  g_autofree char  *title = NULL;

  if (!take_lines ((const char *const *) header->agency, &agency, error) ||
      !take_lines ((const char *const *) header->title, &title, error))
    return FALSE;

  stmt = toso_db_prepare (self->db,
                          "UPDATE plan SET superior = ?1, agency = ?2, nation = ?3, motto = ?4, number_line = ?5,"
                          "                place_date = ?6, kind = ?7, title = ?8, row_version = row_version + 1"
                          "  WHERE id = ?9 AND (superior, agency, nation, motto, number_line, place_date, kind, title)"
                          "                    IS NOT (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  toso_stmt_bind_text (stmt, 2, agency);
  toso_stmt_bind_text (stmt, 8, title);
  toso_stmt_bind_int64 (stmt, 9, plan_id);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *kept = NULL;

      if (!toso_year_take_text (texts[i], FALSE, &kept, error))
        return FALSE;
      toso_stmt_bind_text (stmt, parameters[i], kept);
    }

  return toso_stmt_run (stmt, error);
}

gboolean
toso_year_set_header (TosoYear             *self,
                      const TosoPlanHeader *header,
                      GError              **error)
{
  gint64 plan_id;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (header != NULL, FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  if (!toso_year_get_plan_id (self, &plan_id, error) || !update_header (self, plan_id, header, error))
    return toso_year_rollback (self);

  return toso_year_commit (self, _ ("Edit the head of the plan"), error);
}

static gboolean
update_commune (TosoYear          *self,
                const TosoCommune *commune,
                GError           **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  const char *const texts[] = { commune->name, commune->kind, commune->province, commune->agency, commune->team_name, commune->team_abbr };
  gint64            id = commune->id;

  if (id != 0 && !toso_year_check_row (self, "commune", id, commune->row_version, error))
    return FALSE;
  if (id == 0 && !toso_db_get_int64 (self->db, "SELECT min (id) FROM commune", &id, error))
    return FALSE;

  stmt = toso_db_prepare (self->db,
                          "UPDATE commune SET name = ?1, kind = ?2, province = ?3, agency = ?4, team_name = ?5,"
                          "                   team_abbr = ?6, row_version = row_version + 1"
                          "  WHERE id = ?7 AND (name, kind, province, agency, team_name, team_abbr)"
                          "                    IS NOT (?1, ?2, ?3, ?4, ?5, ?6)");
  toso_stmt_bind_int64 (stmt, 7, id);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *kept = NULL;

      if (!toso_year_take_text (texts[i], FALSE, &kept, error))
        return FALSE;
      toso_stmt_bind_string (stmt, (int) i + 1, kept);
    }

  return toso_stmt_run (stmt, error);
}

gboolean
toso_year_set_commune (TosoYear          *self,
                       const TosoCommune *commune,
                       GError           **error)
{
  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (commune != NULL, FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  if (!update_commune (self, commune, error))
    return toso_year_rollback (self);

  return toso_year_commit (self, _ ("Edit the commune and its agency"), error);
}

static gboolean
update_signature (TosoYear          *self,
                  gint64             plan_id,
                  const char        *recipients_heading,
                  const char *const *recipients,
                  const char *const *signature,
                  const char        *signer,
                  GError           **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *kept_heading = NULL;
  g_autofree char *kept_recipients = NULL;
  g_autofree char *kept_signature = NULL;
  g_autofree char *kept_signer = NULL;

  if (!toso_year_take_text (recipients_heading, FALSE, &kept_heading, error) ||
      !take_lines (recipients, &kept_recipients, error) ||
      !take_lines (signature, &kept_signature, error) ||
      !toso_year_take_text (signer, FALSE, &kept_signer, error))
    return FALSE;

  stmt = toso_db_prepare (self->db,
                          "UPDATE plan SET recipients = ?1, signature = ?2, signer = ?3, recipients_heading = ?4,"
                          "                row_version = row_version + 1"
                          "  WHERE id = ?5"
                          "    AND (recipients, signature, signer, recipients_heading) IS NOT (?1, ?2, ?3, ?4)");
  toso_stmt_bind_text (stmt, 1, kept_recipients);
  toso_stmt_bind_text (stmt, 2, kept_signature);
  toso_stmt_bind_text (stmt, 3, kept_signer);
  toso_stmt_bind_text (stmt, 4, kept_heading);
  toso_stmt_bind_int64 (stmt, 5, plan_id);

  return toso_stmt_run (stmt, error);
}

gboolean
toso_year_set_signature (TosoYear          *self,
                         const char        *recipients_heading,
                         const char *const *recipients,
                         const char *const *signature,
                         const char        *signer,
                         GError           **error)
{
  gint64 plan_id;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  if (!toso_year_get_plan_id (self, &plan_id, error) ||
      !update_signature (self, plan_id, recipients_heading, recipients, signature, signer, error))
    return toso_year_rollback (self);

  return toso_year_commit (self, _ ("Edit the recipients and the signature of the plan"), error);
}
