/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <string.h>

#include "core/toso-text.h"
#include "store/toso-year-register.h"

/* Who signs a paper: one of the register who may on its day. */

void
toso_signatory_free (TosoSignatory *signatory)
{
  g_free (signatory->name);
  g_strfreev (signatory->lines);
  g_free (signatory);
}

/* For another, or in another's place: Decree 30/2020/NĐ-CP, Annex I, II.7.a.
 * Who is acting head ("Q.") signs as the head. */
gboolean
toso_paper_is_by_deputy (const char *line)
{
  return g_str_has_prefix (line, "KT.") || g_str_has_prefix (line, "TL.") || g_str_has_prefix (line, "TUQ.");
}

static gboolean
has_authority (const char *line)
{
  return g_str_has_prefix (line, "TM.") || g_str_has_prefix (line, "Q.") || toso_paper_is_by_deputy (line);
}

static gboolean
acts_for_another (const TosoSignatory *signatory)
{
  for (guint i = 0; signatory->lines[i] != NULL; i++)
    if (toso_paper_is_by_deputy (signatory->lines[i]))
      return TRUE;

  return FALSE;
}

/* --- reading --- */

static const char *
get_text (const TosoRecord *record,
          const char       *field)
{
  const char *text = toso_record_get (record, field);

  return text != NULL ? text : "";
}

/* As printed, in capitals; the authority goes before the first line unless the
 * office wrote it there. */
static GStrv
make_lines (const TosoRecord *record)
{
  g_auto (GStrv) written = g_strsplit (get_text (record, "lines"), "\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *authority = get_text (record, "authority");
  gboolean    is_first = TRUE;

  for (guint i = 0; written[i] != NULL; i++)
    {
      g_autofree char *upper = toso_text_upper (g_strstrip (written[i]));
      g_autofree char *line = NULL;

      if (*upper == '\0')
        continue;
      line = is_first && *authority != '\0' && !has_authority (upper) ? g_strdup_printf ("%s %s", authority, upper)
                                                                      : g_strdup (upper);
      g_strv_builder_add (builder, line);
      is_first = FALSE;
    }

  return g_strv_builder_end (builder);
}

static gboolean
is_same_name (const char *first,
              const char *second)
{
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (first == NULL || second == NULL)
    return FALSE;
  one = toso_text_fold (first);
  other = toso_text_fold (second);

  return g_str_equal (one, other);
}

gboolean
toso_paper_data_read_signatories (TosoPaperData *self,
                                  TosoYear      *year,
                                  GError       **error)
{
  g_autoptr (GPtrArray) records = toso_year_list_records (year, toso_registers_find ("signatory"), error);
  g_autoptr (GHashTable) units = records != NULL ? toso_year_list_names (year, "unit", error) : NULL;
  g_autofree char *office = toso_paper_find_office (self->plan);

  for (guint i = 0; units != NULL && i < records->len; i++)
    {
      const TosoRecord *record = records->pdata[i];
      TosoSignatory    *signatory = g_new0 (TosoSignatory, 1);
      gint64            unit_id = toso_record_get_id (record, "unit_id");

      signatory->id = record->id;
      signatory->name = g_strdup (get_text (record, "name"));
      signatory->lines = make_lines (record);
      toso_date_parse (get_text (record, "first_day"), &signatory->first);
      toso_date_parse (get_text (record, "last_day"), &signatory->last);
      signatory->of_office = unit_id != 0 && is_same_name (g_hash_table_lookup (units, &unit_id), office);
      g_ptr_array_add (self->signatories, signatory);
    }

  return units != NULL;
}

/* --- choosing --- */

static gboolean
is_valid_on (const TosoSignatory *signatory,
             TosoDate             day)
{
  return (!toso_date_is_valid (signatory->first) || toso_date_compare (signatory->first, day) <= 0) &&
         (!toso_date_is_valid (signatory->last) || toso_date_compare (day, signatory->last) <= 0);
}

/* The head of the office signs for the office; for the committee only where it
 * was told to (TL., TUQ.). */
gboolean
toso_paper_may_sign (const TosoSignatory *signatory,
                     const TosoPaperKind *kind,
                     const TosoPaperData *data)
{
  gboolean for_office = signatory->of_office && !acts_for_another (signatory);

  return is_valid_on (signatory, data->sign_day) && for_office == kind->by_office;
}

/* The head signs all of it, unless a deputy does (Decree 30/2020/NĐ-CP, Article
 * 13.2); the plan's own signer before all. */
static const TosoSignatory *
find_usual_signer (const GPtrArray     *able,
                   const TosoPaperData *data)
{
  const TosoSignatory *head = NULL;
  guint                n_heads = 0;

  for (guint i = 0; i < able->len; i++)
    {
      if (is_same_name (((const TosoSignatory *) able->pdata[i])->name, data->plan->signer))
        return able->pdata[i];
      if (acts_for_another (able->pdata[i]))
        continue;
      head = able->pdata[i];
      n_heads++;
    }

  return n_heads == 1 ? head : NULL;
}

const TosoSignatory *
toso_paper_find_signer (const TosoPaperKind *kind,
                        const TosoPaperData *data,
                        TosoSigning         *signing)
{
  g_autoptr (GPtrArray) able = g_ptr_array_new ();
  const TosoSignatory *signer = NULL;

  *signing = TOSO_SIGNING_FIXED;
  if (kind->unsigned_list || kind->is_minutes || data->signatories->len == 0)
    return NULL;
  for (guint i = 0; i < data->signatories->len; i++)
    {
      const TosoSignatory *signatory = data->signatories->pdata[i];

      if (!toso_paper_may_sign (signatory, kind, data))
        continue;
      g_ptr_array_add (able, (gpointer) signatory);
      if (signatory->id == data->signatory_id)
        signer = signatory;
    }
  if (signer == NULL && able->len > 0)
    signer = able->len == 1 ? able->pdata[0] : find_usual_signer (able, data);
  if (able->len == 0)
    *signing = TOSO_SIGNING_NOBODY;
  else
    *signing = signer != NULL ? TOSO_SIGNING_FOUND : TOSO_SIGNING_UNDECIDED;

  return signer;
}
