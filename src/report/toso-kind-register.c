/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

static const TosoPaperPart parts[] = {
  { 0, NULL, toso_table_register },
  { 0, NULL, NULL },
};

const TosoPaperKind toso_kind_register = {
  .name = "register",
  .label = N_ ("Register of outgoing papers"),
  .code = "",
  .kind = "SỔ ĐĂNG KÝ VĂN BẢN ĐI",
  .title = "Năm {year}",
  .parts = parts,
  .unsigned_list = TRUE,
  .landscape = TRUE,
};
