/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

/* The next that is to come, else the last there was. */
const TosoPaperTraining *
toso_paper_find_training (const TosoPaperData *data)
{
  const TosoPaperTraining *found = NULL;

  for (guint i = 0; i < data->trainings->len; i++)
    {
      found = data->trainings->pdata[i];
      if (toso_date_is_valid (found->first) && toso_date_compare (found->first, data->today) >= 0)
        return found;
    }

  return found;
}

const TosoPaperTraining *
toso_paper_find_held (const TosoPaperData *data)
{
  const TosoPaperTraining *found = NULL;

  for (guint i = 0; i < data->trainings->len; i++)
    if (((const TosoPaperTraining *) data->trainings->pdata[i])->present->len > 0)
      found = data->trainings->pdata[i];

  return found;
}

/* What the register does not say is left for the pen. */
static void
add_line (const TosoPaperTraining *training,
          GPtrArray               *blocks,
          const char              *label,
          const char              *known,
          guint                    n_dots)
{
  TosoBlock       *block;
  g_autofree char *text = NULL;
  g_autofree char *source = NULL;

  if (known == NULL || *known == '\0')
    {
      toso_paper_add_dots (blocks, label, n_dots);
      return;
    }
  text = g_strdup_printf ("%s: %s%s", label, known, g_str_has_suffix (known, ".") ? "" : ".");
  block = toso_block_append (blocks, TOSO_BLOCK_BODY, text);
  if (training == NULL)
    return;
  source = g_strdup_printf ("training/%" G_GINT64_FORMAT, training->id);
  toso_block_add_source (block, 0, 0, (int) g_utf8_strlen (label, -1) + 2, (int) g_utf8_strlen (known, -1), source);
}

static char *
describe_days (const TosoPaperData     *data,
               const TosoPaperTraining *training)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (training == NULL || !toso_date_is_valid (training->first))
    return toso_paper_fill (data, "…… giờ ……, ngày …… tháng …… năm {year}");
  first = toso_date_format_long (training->first);
  if (!toso_date_is_valid (training->last) || toso_date_compare (training->first, training->last) == 0)
    return g_strdup_printf ("…… giờ ……, %s", first);
  last = toso_date_format_long (training->last);

  return g_strdup_printf ("…… giờ ……, từ %s đến %s", first, last);
}

static void
compose (const TosoPaperData *data,
         GPtrArray           *blocks)
{
  const TosoPaperTraining *training = toso_paper_find_training (data);
  g_autofree char         *days = describe_days (data, training);

  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY,
                       "{agency} trân trọng kính mời: Tổ trưởng và thành viên các {team} tại {n} {villages}.");
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY, "Tới dự: Lớp tập huấn năm {year} của {team}.");
  add_line (training, blocks, "Nội dung", training != NULL ? training->title : NULL, 26);
  if (training != NULL && *training->method != '\0')
    add_line (training, blocks, "Hình thức", training->method, 0);
  add_line (training, blocks, "Người hướng dẫn", training != NULL ? training->trainer : NULL, 23);
  add_line (training, blocks, "Thời gian", days, 0);
  add_line (training, blocks, "Địa điểm", training != NULL ? training->place : NULL, 26);
  toso_paper_add_text (data, blocks, TOSO_BLOCK_BODY, "Đề nghị các đồng chí đến dự đúng thành phần, thời gian./.");
}

static const TosoPaperPart parts[] = {
  { 0, NULL, compose },
  { 0, NULL, NULL },
};

const TosoPaperKind toso_kind_training = {
  .name = "training",
  .label = N_ ("Invitation to a training"),
  .code = "GM",
  .kind = "GIẤY MỜI",
  .title = "Dự lớp tập huấn|của {team} năm {year}",
  .parts = parts,
  .first_recipient = "- Như thành phần mời;",
};
