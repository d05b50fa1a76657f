/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <string.h>

#include "core/toso-text.h"

/* To whom a paper goes, and who signs it. */

/* --- recipients --- */

/* Each with its dash and ";" at the end (II.9.đ). */
static void
add_recipient (GStrvBuilder *lines,
               const char   *text)
{
  g_autofree char *line = g_strdup (text + strspn (text, "- "));
  gsize            length = strlen (line);
  g_autofree char *whole = NULL;

  while (length > 0 && strchr (";., ", line[length - 1]) != NULL)
    line[--length] = '\0';
  whole = g_strdup_printf ("- %s;", line);
  g_strv_builder_add (lines, whole);
}

static gboolean
is_for_the_files (const char *recipient)
{
  g_autofree char *folded = toso_text_fold (recipient);

  return strstr (folded, "luu") == folded + strspn (folded, "- ");
}

const TosoRecipientList *
toso_paper_find_recipients (const TosoPaperKind *kind,
                            const TosoPaperData *data)
{
  const TosoRecipientList *found = NULL;

  for (guint i = 0; i < data->recipient_lists->len; i++)
    {
      const TosoRecipientList *list = data->recipient_lists->pdata[i];

      if (list->id == data->recipient_list_id)
        return list;
      if (found == NULL && toso_paper_is_for_kind (list, kind))
        found = list;
    }

  return found;
}

gboolean
toso_paper_is_for_kind (const TosoRecipientList *list,
                        const TosoPaperKind     *kind)
{
  return g_strcmp0 (list->code, kind->code != NULL ? kind->code : "CV") == 0;
}

static void
set_recipients (TosoPaper           *paper,
                const TosoPaperKind *kind,
                const TosoPaperData *data)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  const TosoRecipientList *list = toso_paper_find_recipients (kind, data);
  GStrv                    own = list != NULL ? list->lines : NULL;
  g_autofree char         *drafter = toso_paper_find_drafter (data->plan);
  g_autofree char         *files = NULL;

  if (kind->first_recipient != NULL)
    g_strv_builder_add (lines, kind->first_recipient);
  for (guint i = 0; own != NULL && own[i] != NULL; i++)
    if (*own[i] != '\0' && !is_for_the_files (own[i]))
      add_recipient (lines, own[i]);
  for (guint i = 0; own == NULL && kind->to_plan && i < data->plan->recipients->len; i++)
    if (!is_for_the_files (data->plan->recipients->pdata[i]))
      add_recipient (lines, data->plan->recipients->pdata[i]);
  files = drafter != NULL ? g_strdup_printf ("- Lưu: VT, %s.", drafter) : g_strdup ("- Lưu: VT.");
  g_strv_builder_add (lines, files);
  paper->recipients_heading = g_strdup ("Nơi nhận:");
  paper->recipients = g_strv_builder_end (lines);
}

/* --- signature --- */

/* In whose name the paper goes out; not who acts for its head (Annex I, II.7.a). */
static GStrv
list_open_lines (const TosoPaperData *data)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; i < data->plan->signature->len; i++)
    {
      const char *line = data->plan->signature->pdata[i];

      if (toso_paper_is_by_deputy (line))
        break;
      g_strv_builder_add (lines, line);
    }

  return g_strv_builder_end (lines);
}

static GStrv
list_plan_lines (const TosoPaperData *data)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; i < data->plan->signature->len; i++)
    g_strv_builder_add (lines, data->plan->signature->pdata[i]);

  return g_strv_builder_end (lines);
}

static void
set_signature (TosoPaper           *paper,
               const TosoPaperKind *kind,
               const TosoPaperData *data)
{
  TosoSigning          signing;
  const TosoSignatory *signer = toso_paper_find_signer (kind, data, &signing);

  if (signer != NULL)
    paper->signer = g_strdup (signer->name);
  else if (signing == TOSO_SIGNING_FIXED && !kind->by_office)
    paper->signer = g_strdup (data->plan->signer);

  if (signer != NULL && signer->lines[0] != NULL)
    paper->signature = g_strdupv (signer->lines);
  else if (kind->by_office)
    paper->signature = g_strsplit ("TRƯỞNG PHÒNG", "|", -1);
  else if (signer != NULL || signing == TOSO_SIGNING_FIXED)
    paper->signature = list_plan_lines (data);
  else
    paper->signature = list_open_lines (data);
}

void
toso_paper_set_foot (TosoPaper           *paper,
                     const TosoPaperKind *kind,
                     const TosoPaperData *data)
{
  if (kind->unsigned_list)
    return;
  set_recipients (paper, kind, data);
  if (kind->is_minutes)
    {
      paper->signature = g_strsplit ("CHỦ TỌA", "|", -1);
      paper->second_signature = g_strsplit ("THƯ KÝ", "|", -1);
      return;
    }
  set_signature (paper, kind, data);
}
