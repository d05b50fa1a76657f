/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-person-words.h"
#include "store/toso-year.h"

G_BEGIN_DECLS

/* What is held on a person, and its erasing (Law 91/2025/QH15): the right to
 * be told, and to be forgotten. */

typedef enum
{
  TOSO_HELD_ROW,      /* the person's own */
  TOSO_HELD_LINK,     /* a row that is about the person */
  TOSO_HELD_MENTION,  /* a text with the name: perhaps another of that name */
  TOSO_HELD_PAPER,
  TOSO_HELD_ORIGINAL, /* a kept file */
  TOSO_HELD_HISTORY,
  TOSO_HELD_OFFICIAL, /* the plan's own text: stays */
  TOSO_HELD_UNSEEN,   /* kept files that could not be looked into */
} TosoHoldingKind;

typedef struct
{
  TosoHoldingKind kind;
  char           *table;
  gint64          id;
  char           *where;  /* translated: "Attendance" */
  char           *text;   /* what stands there */
  gboolean        chosen; /* to be erased */
  gboolean        fixed;  /* which is not to be chosen */
} TosoHolding;

typedef struct
{
  gint64           member_id; /* 0: in no list, known by the name alone */
  char            *name;
  gboolean         has_namesake;
  GPtrArray       *holdings;  /* of TosoHolding */
  TosoPersonWords *words;     /* also of names and numbers that were changed since */
} TosoPerson;

/* @name: of one that is in no list, or NULL. */
TosoPerson *toso_year_find_person    (TosoYear    *self,
                                      gint64       member_id,
                                      const char  *name,
                                      GError     **error);
void        toso_person_free         (TosoPerson  *person);
/* What is chosen goes, from the history and the file's free pages too; of rows
 * that others count, only what tells who.  No step of undo: the history keeps
 * a sentence without the data.  @n_erased, or NULL: how many rows. */
gboolean    toso_year_erase_person   (TosoYear    *self,
                                      TosoPerson  *person,
                                      const char  *reason, /* or NULL */
                                      guint       *n_erased,
                                      GError     **error);

typedef struct
{
  gint64 time; /* seconds */
  char  *person; /* who erased */
  char  *reason;
  guint  n_rows;
} TosoErasure;

GPtrArray  *toso_year_list_erasures  (TosoYear    *self, /* newest first */
                                      GError     **error);

typedef struct
{
  gint64   member_id; /* 0: a guest, known by the name alone */
  char    *name;
  TosoDate since; /* when the last place in a team ended; of a guest, the last training */
} TosoOverduePerson;

/* @months: how long the office keeps them after that. */
GPtrArray  *toso_year_list_overdue_people (TosoYear *self,
                                           guint     months,
                                           TosoDate  today,
                                           GError  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoPerson, toso_person_free)

G_END_DECLS
