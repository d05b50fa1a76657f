/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-register.h"
#include "store/toso-year.h"

G_BEGIN_DECLS

/* Rows of the registers, read and written by their descriptions. */

GPtrArray  *toso_year_list_records   (TosoYear           *self, /* of TosoRecord */
                                      const TosoRegister *kind,
                                      GError            **error);
TosoRecord *toso_year_load_record    (TosoYear           *self,
                                      const TosoRegister *kind,
                                      gint64              id,
                                      GError            **error);
/* What the rows of a list are called, for links to them: gint64 * → char *.
 * @list: a register's id, or "task". */
GHashTable *toso_year_list_names     (TosoYear           *self,
                                      const char         *list,
                                      GError            **error);

gboolean    toso_year_has_names      (const char         *list);
/* What a search looks at, of the rows that say something there: gint64 * →
 * char *. */
GHashTable *toso_year_list_searched  (TosoYear           *self,
                                      const TosoRegister *kind,
                                      GError            **error);

/* One command: all of @records or none.  Those with id 0 are added, and get
 * their id; a link "@2" is to the third record of the same command.
 * @title: a whole translated sentence, or NULL for a single record's own. */
gboolean    toso_year_save_records   (TosoYear           *self,
                                      GPtrArray          *records, /* of TosoRecord, as typed */
                                      const char         *title,
                                      GError            **error);
gboolean    toso_year_save_record    (TosoYear           *self,
                                      TosoRecord         *record,
                                      GError            **error);
/* What belongs to a row goes with it; a row that others speak of stays, with
 * a sentence saying which. */
gboolean    toso_year_remove_records (TosoYear           *self,
                                      const TosoRegister *kind,
                                      const gint64       *ids,
                                      guint               n_ids,
                                      GError            **error);

G_END_DECLS
