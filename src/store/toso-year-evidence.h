/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-photo.h"
#include "core/toso-register.h"
#include "store/toso-year-reports.h"

G_BEGIN_DECLS

/* Evidence: photos, minutes and the like, kept in the year file with their
 * SHA-256, beside the row of a register that they belong to. */

/* A phone's photo has 4–8 MB; the file goes to a USB stick. */
#define TOSO_EVIDENCE_MAX (16 * 1024 * 1024)

typedef struct
{
  gint64    link_id; /* of the row */
  gint64    id;      /* of what is kept */
  char     *name;
  gint64    size;
  gboolean  is_kept; /* FALSE: its content is gone */
  gboolean  is_photo;
  TosoPhoto photo;
} TosoEvidence;

/* Its size is looked at first: what is too large is never read. */
TosoOriginal *toso_evidence_read_file   (GFile            *file,
                                         GError          **error);
GPtrArray    *toso_year_list_evidence   (TosoYear         *self, /* of TosoEvidence */
                                         const char       *table,
                                         gint64            id,
                                         GError          **error);
/* One command.  Photos and PDFs; what is called one and is none is refused. */
gboolean      toso_year_add_evidence    (TosoYear         *self,
                                         const TosoRecord *record,
                                         GPtrArray        *files, /* of TosoOriginal */
                                         GError          **error);
gboolean      toso_year_remove_evidence (TosoYear         *self,
                                         gint64            link_id,
                                         GError          **error);
/* Refused where the bytes are no longer those that were kept. */
TosoOriginal *toso_year_load_evidence   (TosoYear         *self,
                                         gint64            id,
                                         GError          **error);

G_END_DECLS
