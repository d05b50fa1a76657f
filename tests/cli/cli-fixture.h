/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <jansson.h>

G_BEGIN_DECLS

/* A folder of its own, and the real program run in it, as a person would at a
 * prompt. */
typedef struct
{
  char *folder;
  int   status; /* of the latest run */
  char *output;
  char *errors;
} Fixture;

void  fixture_set_up    (Fixture       *fixture,
                         gconstpointer  data);
void  fixture_tear_down (Fixture       *fixture,
                         gconstpointer  data);

/* Words of the command line after the program's name, up to NULL. */
void  fixture_run       (Fixture       *fixture,
                         ...) G_GNUC_NULL_TERMINATED;
/* The same, of which success is expected. */
void  fixture_do        (Fixture       *fixture,
                         ...) G_GNUC_NULL_TERMINATED;
/* The same, in the language @language. */
void  fixture_do_in     (Fixture       *fixture,
                         const char    *language,
                         ...) G_GNUC_NULL_TERMINATED;
#ifdef __linux__
/* With what it prints going to the file @path. */
void  fixture_run_into  (Fixture       *fixture,
                         const char    *path,
                         ...) G_GNUC_NULL_TERMINATED;
#endif
/* The latest run's output as JSON. */
json_t *fixture_json    (Fixture       *fixture);
/* Makes "plan.toso" from the commune's real plan. */
void  fixture_make_year (Fixture       *fixture);

char   *fixture_path    (Fixture       *fixture,
                         const char    *name);
char   *fixture_seed    (void);
void    fixture_write   (Fixture       *fixture,
                         const char    *name,
                         gconstpointer  data,
                         gssize         size);
GBytes *fixture_read    (Fixture       *fixture,
                         const char    *name);
/* Fails unless the folder holds exactly these, sorted, up to NULL. */
void    fixture_assert_files (Fixture  *fixture,
                              ...) G_GNUC_NULL_TERMINATED;
void    fixture_assert_bytes (Fixture    *fixture,
                              const char *name,
                              GBytes     *expected);

G_END_DECLS
