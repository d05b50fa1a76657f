/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

/* For the door of a training: who is in a team, and room for the hand. */

static void
add_line (GPtrArray  *blocks,
          const char *label,
          const char *text)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", label, text != NULL && *text != '\0' ? text : "……………………………………………");

  toso_block_append (blocks, TOSO_BLOCK_BODY, line);
}

static void
compose_training (const TosoPaperData *data,
                  GPtrArray           *blocks)
{
  const TosoPaperTraining *training = toso_paper_find_training (data);
  g_autofree char         *day = training != NULL && toso_date_is_valid (training->first) ? toso_date_format_long (training->first) : NULL;

  add_line (blocks, "Nội dung", training != NULL ? training->title : NULL);
  add_line (blocks, "Thời gian", day);
  add_line (blocks, "Địa điểm", training != NULL ? training->place : NULL);
  add_line (blocks, "Người hướng dẫn", training != NULL ? training->trainer : NULL);
}

static void
compose_people (const TosoPaperData *data,
                GPtrArray           *blocks)
{
  TosoBlock *table;

  if (data->members->len == 0)
    {
      g_autofree char *none = toso_paper_fill (data, "Chưa có danh sách thành viên {team} trong dữ liệu năm {year}.");

      toso_table_add_none (blocks, none);
      return;
    }
  table = toso_block_append (blocks, TOSO_BLOCK_TABLE, NULL);
  toso_table_add_row (table, "STT", "Họ và tên", "Tổ tại", "Ký tên (ai dự thay thì ghi rõ họ tên)", NULL);
  for (guint i = 0; i < data->members->len; i++)
    {
      const TosoTeamMember *member = data->members->pdata[i];
      g_autofree char      *number = g_strdup_printf ("%u", i + 1);

      toso_table_add_row (table, number, member->name, member->village, "", NULL);
    }
}

static const TosoPaperPart parts[] = {
  { 0, NULL, compose_training },
  { 0, NULL, compose_people },
  { 0, NULL, NULL },
};

const TosoPaperKind toso_kind_sign_in = {
  .name = "sign-in",
  .label = N_ ("Sign-in sheet of a training"),
  .code = "",
  .kind = "DANH SÁCH KÝ TÊN",
  .title = "Dự lớp tập huấn|của {team} năm {year}",
  .parts = parts,
  .unsigned_list = TRUE,
};
