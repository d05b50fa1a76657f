/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/toso-report.h"

G_BEGIN_DECLS

/* One open year file as the screens see it.  Passed down to every page; no
 * page keeps anything of its own that the session can say. */

#define TOSO_TYPE_SESSION (toso_session_get_type ())
G_DECLARE_FINAL_TYPE (TosoSession, toso_session, TOSO, SESSION, GObject)

/* Signals:
 *   "changed"              plan, results or journal were read anew
 *   "failed" (GError *)    something a person asked for did not work: shown as a bar or alert
 *   "said"   (const char *, gboolean undoable)   a toast: "Đã xóa mục 2" [Hoàn tác]
 * Properties: "title", "can-undo", "can-redo", "read-only", "saved-at" (text). */

TosoSession     *toso_session_new         (TosoYear    *year,
                                           GError     **error);
TosoYear        *toso_session_get_year    (TosoSession *self);
/* Valid until the next "changed". */
const TosoPlan  *toso_session_get_plan    (TosoSession *self);
GPtrArray       *toso_session_get_results (TosoSession *self); /* of TosoTargetResult, plan order */
TosoDate         toso_session_get_day     (TosoSession *self); /* the day results are for */
void             toso_session_undo        (TosoSession *self);
void             toso_session_redo        (TosoSession *self);
/* For views: a command went wrong / was done.  Takes @error. */
void             toso_session_take_error  (TosoSession *self,
                                           GError      *error);
void             toso_session_say         (TosoSession *self,
                                           const char  *sentence,
                                           gboolean     undoable);

G_END_DECLS
