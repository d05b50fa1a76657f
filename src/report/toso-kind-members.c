/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

static const TosoPaperPart parts[] = {
  { 0, NULL, toso_table_members },
  { 0, NULL, NULL },
};

const TosoPaperKind toso_kind_members = {
  .name = "members",
  .label = N_ ("List of teams and members"),
  .code = "",
  .kind = "DANH SÁCH",
  .title = "{team} và thành viên|trên địa bàn {commune} năm {year}",
  .parts = parts,
  .unsigned_list = TRUE,
};
