/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/toso-register.h"

G_BEGIN_DECLS

/* A row of a register for a list of GTK's, with its texts as shown. */

#define TOSO_TYPE_RECORD_ITEM (toso_record_item_get_type ())
G_DECLARE_FINAL_TYPE (TosoRecordItem, toso_record_item, TOSO, RECORD_ITEM, GObject)

TosoRecordItem   *toso_record_item_new        (TosoRecord       *record, /* taken */
                                               GHashTable       *names); /* list → gint64 * → char * */
const TosoRecord *toso_record_item_get_record (TosoRecordItem   *self);
const char       *toso_record_item_get_text   (TosoRecordItem   *self,
                                               guint             field);
/* What was given, with what it is: "Họ và tên: Lê Văn Út, Điện thoại: …". */
const char       *toso_record_item_get_line   (TosoRecordItem   *self);
/* What the list shows of the row itself, folded; not what it links to. */
const char       *toso_record_item_get_folded (TosoRecordItem   *self);

G_END_DECLS
