/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-parts.h"
#include "store/toso-year.h"

G_BEGIN_DECLS

/* A folder of its own, a plan of the usual shape, and looks at the file from
 * outside, as another program would. */

typedef struct
{
  char     *folder;
  GFile    *file; /* in it; not there until made */
  TosoYear *year; /* or NULL */
} Fixture;

void      fixture_set_up      (Fixture       *fixture,
                               gconstpointer  data);
void      fixture_set_up_year (Fixture       *fixture, /* with the year file made and open */
                               gconstpointer  data);
void      fixture_tear_down   (Fixture       *fixture,
                               gconstpointer  data);
GFile    *fixture_get_child   (Fixture       *fixture,
                               const char    *name);
char    **fixture_list_folder (Fixture       *fixture); /* names, sorted */

/* Preamble; I { 1, 2 }; II { 1 { a), b) }, 2 }; III; closing. Two targets at
 * II.2, one task at II.1, three villages. */
TosoPlan *fixture_make_plan   (void);

/* A row of a register as typed: field, value, … NULL. */
gint64    fixture_add         (Fixture       *fixture,
                               const char    *kind,
                               ...) G_GNUC_NULL_TERMINATED;
char     *id_text             (gint64          id); /* for a link's value */

char     *outline             (TosoYear       *year); /* "I. A (1. B, 2. C), II. …" */

/* All rows of all tables but journal and sequence. */
char     *dump_file           (GFile          *file);
void      assert_same_rows    (const char    *rows, /* of two dumps */
                               const char    *expected);
void      run_sql             (GFile          *file, /* past the program, as another would */
                               const char     *sql);
gint64    query_int64         (GFile          *file,
                               const char     *sql);
char     *read_bytes          (GFile          *file,
                               gsize          *size);
void      write_bytes         (GFile          *file,
                               const char     *bytes,
                               gsize           size);

G_END_DECLS
