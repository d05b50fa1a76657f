/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-intake-file.h"
#include "app/toso-session.h"

G_BEGIN_DECLS

/* The villages' files of a period while they are looked at, before anything
 * is written: read one after the other in a thread, compared here.
 *
 * Signal "changed" (guint): a file is otherwise than it was; TOSO_INTAKE_ALL:
 * all of them, or how many there are. */

#define TOSO_INTAKE_ALL G_MAXUINT

#define TOSO_TYPE_INTAKE (toso_intake_get_type ())
G_DECLARE_FINAL_TYPE (TosoIntake, toso_intake, TOSO, INTAKE, GObject)

TosoIntake           *toso_intake_new            (TosoSession   *session,
                                                  GError       **error);
/* Files, and folders with the tables in them. */
void                  toso_intake_add            (TosoIntake    *self,
                                                  GPtrArray     *files); /* of GFile */
void                  toso_intake_cancel         (TosoIntake    *self);
gboolean              toso_intake_is_busy        (TosoIntake    *self);

guint                 toso_intake_get_n_files    (TosoIntake    *self);
const TosoIntakeFile *toso_intake_get_file       (TosoIntake    *self,
                                                  guint          index);
const TosoIntakeForm *toso_intake_get_form       (TosoIntake    *self);
const TosoReportPeriod *toso_intake_get_period   (TosoIntake    *self);
guint                 toso_intake_count          (TosoIntake    *self,
                                                  TosoIntakeState state);
guint                 toso_intake_count_accepted (TosoIntake    *self);
/* Files of a folder that are no tables. */
guint                 toso_intake_get_n_left_out (TosoIntake    *self);
/* Whether what is accepted corrects locked figures. */
gboolean              toso_intake_needs_reason   (TosoIntake    *self);
/* Villages that have not reported, and of whom no file is accepted. */
GPtrArray            *toso_intake_list_missing   (TosoIntake    *self); /* of char * */

/* --- what a person says --- */

void                  toso_intake_accept         (TosoIntake    *self,
                                                  guint          index,
                                                  gboolean       is_accepted);
/* @reason: NULL takes it back. */
void                  toso_intake_reject         (TosoIntake    *self,
                                                  guint          index,
                                                  const char    *reason);
void                  toso_intake_set_comma      (TosoIntake    *self,
                                                  guint          index,
                                                  TosoComma      comma);
void                  toso_intake_set_village    (TosoIntake    *self,
                                                  guint          index,
                                                  gint64         village_id);
/* Of every file with that heading; remembered once they are written. */
void                  toso_intake_set_column     (TosoIntake             *self,
                                                  const char             *key,
                                                  const TosoColumnChoice *choice);
/* Owned; NULL: nobody has said. */
TosoColumnChoice     *toso_intake_dup_column     (TosoIntake    *self,
                                                  const char    *key);
/* After it was corrected outside. */
void                  toso_intake_read_again     (TosoIntake    *self,
                                                  guint          index);

/* What is accepted, as one step to undo; what is rejected sends the village's
 * report back.  @reason: where one is needed. */
gboolean              toso_intake_write          (TosoIntake    *self,
                                                  const char    *reason,
                                                  GError       **error);

G_END_DECLS
