/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-year.h"

G_BEGIN_DECLS

/* Who came to a training: the members of the teams on its day, and whoever
 * else was written down. */

typedef enum
{
  TOSO_PRESENCE_UNSAID = -1, /* which is not absent */
  TOSO_PRESENCE_ABSENT = 0,
  TOSO_PRESENCE_PRESENT = 1,
} TosoPresence;

typedef struct
{
  gint64       row_id;    /* 0: nothing was written yet */
  gint64       member_id; /* 0: a guest */
  char        *name;
  char        *team;      /* that the person is in on the day, or "" */
  TosoPresence presence;
  gboolean     expected;  /* in a team on the day */
  guint        n_others;  /* other trainings of the year that the person came to */
} TosoRollLine;

void       toso_roll_line_free  (TosoRollLine *line);
/* Village order, then by given name; guests last. */
GPtrArray *toso_year_list_roll  (TosoYear     *self, /* of TosoRollLine */
                                 gint64        training_id,
                                 GError      **error);
/* Writes what @lines say, in one command; a line with neither row nor member
 * is a new guest.  @title: a whole translated sentence. */
gboolean   toso_year_write_roll (TosoYear     *self,
                                 gint64        training_id,
                                 GPtrArray    *lines, /* of TosoRollLine */
                                 const char   *title,
                                 GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoRollLine, toso_roll_line_free)

G_END_DECLS
