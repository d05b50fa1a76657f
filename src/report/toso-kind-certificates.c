/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

/* A page each, behind the list of who gets one: for what was granted, and for
 * whoever came to a training.  They are no annexes, and have no number. */

typedef struct
{
  const char *head; /* patterns; "|" parts lines */
  const char *name;
  const char *deed;
  const char *basis;     /* or NULL */
  const char *signature; /* lines as above */
} Certificate;

static void
add_block (TosoAnnex    *annex,
           TosoBlockKind kind,
           const char   *text)
{
  TosoBlock *block = toso_block_append (annex->blocks, kind, text);

  toso_paper_name_block (block, "%s/%u", annex->key, annex->blocks->len);
}

static void
add_lines (const TosoPaperData *data,
           TosoAnnex           *annex,
           const char          *pattern)
{
  g_autofree char *text = toso_paper_fill (data, pattern);
  g_auto (GStrv) lines = g_strsplit (text, "|", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    add_block (annex, TOSO_BLOCK_CENTERED_LABEL, lines[i]);
}

static void
add_page (const TosoPaperData *data,
          TosoPaper           *paper,
          const Certificate   *certificate)
{
  TosoAnnex       *annex = toso_paper_add_annex (paper, NULL);
  const char      *commune = data->plan->commune.name != NULL ? data->plan->commune.name : "";
  g_autofree char *day = toso_paper_fill (data, "ngày …… tháng …… năm {year}");
  g_autofree char *place = g_strconcat (commune, *commune != '\0' ? ", " : "", day, NULL);

  annex->key = g_strdup_printf (TOSO_CERTIFICATE_KEY "%u", paper->annexes->len);
  annex->title = g_strsplit ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc", "|", -1);
  annex->landscape = TRUE;
  add_lines (data, annex, certificate->head);
  add_block (annex, TOSO_BLOCK_CENTERED_LABEL, certificate->name);
  add_block (annex, TOSO_BLOCK_CENTERED, certificate->deed);
  if (certificate->basis != NULL)
    add_block (annex, TOSO_BLOCK_CENTERED, certificate->basis);
  add_block (annex, TOSO_BLOCK_CENTERED, place);
  add_lines (data, annex, certificate->signature);
}

/* --- what was granted --- */

static char *
describe_decision (const TosoCommended *granted)
{
  g_autofree char *day = toso_date_is_valid (granted->decision_day) ? toso_date_format_long (granted->decision_day) : NULL;

  if (*granted->decision == '\0')
    return g_strdup ("(Quyết định số …………… ngày …… tháng …… năm ………)");

  return g_strdup_printf ("(Quyết định số %s%s%s)", granted->decision, day != NULL ? " " : "", day != NULL ? day : "");
}

static void
compose_granted (const TosoPaperData *data,
                 GPtrArray           *blocks)
{
  TosoBlock *table;

  if (data->granted->len == 0)
    {
      g_autofree char *none = toso_paper_fill (data, "Chưa có tập thể, cá nhân nào được ghi là đã khen thưởng năm {year}.");

      toso_table_add_none (blocks, none);
      return;
    }
  table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);
  toso_table_add_row (table, "STT", "Tập thể, cá nhân", "Thành tích", "Ký nhận", NULL);
  for (guint i = 0; i < data->granted->len; i++)
    {
      const TosoCommended *granted = data->granted->pdata[i];
      g_autofree char     *number = g_strdup_printf ("%u", i + 1);

      toso_table_add_row (table, number, granted->recipient, granted->achievement, "", NULL);
    }
}

static void
add_granted_pages (const TosoPaperData *data,
                   TosoPaper           *paper)
{
  for (guint i = 0; i < data->granted->len; i++)
    {
      const TosoCommended *granted = data->granted->pdata[i];
      g_autofree char     *basis = describe_decision (granted);
      g_autofree char     *deed = *granted->achievement != '\0'
                                    ? g_strdup (granted->achievement)
                                    : toso_paper_fill (data, "Đã có thành tích trong hoạt động của {team} năm {year}");

      add_page (data, paper, &(Certificate){ "CHỦ TỊCH ỦY BAN NHÂN DÂN {COMMUNE}|TẶNG GIẤY KHEN", granted->recipient, deed, basis, "CHỦ TỊCH" });
    }
}

/* --- who came to the training --- */

static void
compose_present (const TosoPaperData *data,
                 GPtrArray           *blocks)
{
  const TosoPaperTraining *training = toso_paper_find_held (data);
  TosoBlock               *table;

  if (training == NULL)
    {
      toso_table_add_none (blocks, "Chưa có lớp tập huấn nào được điểm danh có người dự.");
      return;
    }
  toso_block_append (blocks, TOSO_BLOCK_CENTERED, training->title);
  table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);
  toso_table_add_row (table, "STT", "Họ và tên", "Ký nhận (ghi rõ họ tên)", NULL);
  for (guint i = 0; i < training->present->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      toso_table_add_row (table, number, (const char *) training->present->pdata[i], "", NULL);
    }
}

static void
add_present_pages (const TosoPaperData *data,
                   TosoPaper           *paper)
{
  const TosoPaperTraining *training = toso_paper_find_held (data);
  g_autofree char         *deed = NULL;
  g_autofree char         *day = NULL;

  if (training == NULL)
    return;
  day = toso_date_is_valid (training->first) ? toso_date_format_long (training->first) : g_strdup ("");
  deed = g_strdup_printf ("Đã tham dự lớp tập huấn “%s”%s%s", training->title, *day != '\0' ? ", " : "", day);
  for (guint i = 0; i < training->present->len; i++)
    add_page (data, paper, &(Certificate){ "ỦY BAN NHÂN DÂN {COMMUNE}|GIẤY CHỨNG NHẬN", training->present->pdata[i], deed, NULL, "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH" });
}

static const TosoPaperPart granted_parts[] = {
  { 0, NULL, compose_granted },
  { 0, NULL, NULL },
};

static const TosoPaperPart present_parts[] = {
  { 0, NULL, compose_present },
  { 0, NULL, NULL },
};

const TosoPaperKind toso_kind_certificates = {
  .name = "certificates",
  .label = N_ ("Certificates of commendation"),
  .code = "",
  .kind = "DANH SÁCH NHẬN GIẤY KHEN",
  .title = "Về hoạt động của {team} năm {year}",
  .parts = granted_parts,
  .add_pages = add_granted_pages,
  .unsigned_list = TRUE,
};

const TosoPaperKind toso_kind_training_certificates = {
  .name = "training-certificates",
  .label = N_ ("Certificates of a training"),
  .code = "",
  .kind = "DANH SÁCH NHẬN GIẤY CHỨNG NHẬN",
  .title = "Lớp tập huấn của {team} năm {year}",
  .parts = present_parts,
  .add_pages = add_present_pages,
  .unsigned_list = TRUE,
};
