/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <atspi/atspi-constants.h>
#include <glib.h>
#include <jansson.h>

/* Drives the real program as a person at the office would: keys and clicks go
 * in through the X server, what is on the screen is read through AT-SPI.
 *
 * Nothing sleeps: whatever is looked for is waited for, up to a deadline, and
 * a failure leaves a picture of the screen and says what there was.  Names are
 * patterns with "*".  Nodes belong to the driver, and say
 * what was so when they were found. */

typedef struct _Driver      Driver;
typedef struct _DriverInput DriverInput;
typedef struct _DriverNode  DriverNode;

typedef struct
{
  const char *path;
  void (*run) (Driver *driver);
} DriverTest;

/* What main() does.  Each test has a driver and a year file of its own, and
 * comes after BEGIN (NULL: before any program runs); a program that it leaves
 * running is then stopped. */
int driver_run_tests (int               argc,
                      char            **argv,
                      void            (*begin) (Driver *driver),
                      const DriverTest *tests,
                      gsize             n_tests);

/* A folder of its own, with NAME.toso made from the seed's plan. */
Driver     *driver_new (void);
void        driver_free (Driver *driver);
const char *driver_get_year (Driver *driver);
/* Where nothing is yet; made absolute in the driver's folder. */
char       *driver_path (Driver     *driver,
                         const char *name);

/* Starts the program on FILE (NULL: on none), in a language, and waits for its
 * window.  Stopping closes the window, and asserts that the program then ends
 * well, has complained about nothing and left nothing beside the year file. */
void driver_start (Driver     *driver,
                   const char *language,
                   const char *file);
void driver_stop (Driver *driver);
/* In Vietnamese on the year file, until the villages are counted. */
void driver_start_on_year (Driver *driver);
/* Waits for the program to end after the window was closed by hand. */
void driver_join (Driver *driver);

/* Ends it as a power cut does. */
void driver_kill (Driver *driver);
/* As if it had been copied in another program, which stays open. */
void driver_copy (Driver     *driver,
                  const char *mime_type,
                  const char *content);

/* A string in the language of the run; with a context "ctx\004msgid". */
const char *driver_text_of (Driver     *driver,
                            const char *msgid);
/* The pattern of a button's or field's name: GTK 4.8 says it with and without
 * the mark of its access key. */
char *driver_label_of (Driver     *driver,
                       const char *msgid);
/* A sentence with its one or two "%s" filled in. */
char *driver_fill (Driver     *driver,
                   const char *msgid,
                   const char *first,
                   const char *second);
#define T(msgid) driver_text_of (driver, msgid)
#define TC(context, msgid) driver_text_of (driver, context "\004" msgid)

/* --- reading --- */

/* The first one on the screen; waits for it. */
DriverNode *driver_find (Driver     *driver,
                              AtspiRole   role,
                              const char *name);
DriverNode *driver_find_in (Driver          *driver,
                                 DriverNode *inside,
                                 AtspiRole        role,
                                 const char      *name);
/* Without waiting; NULL when there is none. */
DriverNode *driver_peek_in (Driver          *driver,
                                 DriverNode *inside,
                                 AtspiRole        role,
                                 const char      *name);
guint            driver_count_in (Driver          *driver,
                                  DriverNode *inside,
                                  AtspiRole        role,
                                  const char      *name);
void             driver_wait_gone (Driver     *driver,
                                   AtspiRole   role,
                                   const char *name);
/* A label or other text on the screen, of any role. */
void             driver_see (Driver     *driver,
                             const char *text);
/* What has the keyboard, once it is called so. */
DriverNode *driver_find_focus (Driver     *driver,
                                    AtspiRole   role,
                                    const char *name);
DriverNode *driver_peek_focus (Driver     *driver,
                                    AtspiRole   role,
                                    const char *name);
const char *driver_get_name (DriverNode *node);
char *driver_dup_text (Driver *driver, DriverNode *node);
gboolean         driver_has_state (DriverNode *node,
                                   AtspiStateType   state);
/* Everything that can take the keyboard on the screen now and has no name. */
char            *driver_list_nameless (Driver *driver);

/* What a part of the screen looks like; waits until it looks otherwise. */
char *driver_get_look (Driver     *driver,
                       DriverNode *node);
void  driver_wait_redrawn (Driver     *driver,
                           DriverNode *node,
                           const char *look);

/* --- acting; each press and click is one action --- */

void  driver_press (Driver     *driver,
                    const char *keys);
/* The access key of a button, as its label marks it. */
void  driver_press_access (Driver     *driver,
                           const char *msgid);
void  driver_type (Driver     *driver,
                   const char *text);
void  driver_click (Driver          *driver,
                    DriverNode *node);
/* Presses until what has the keyboard is called so; fails when the keys go
 * round without reaching it. */
void  driver_press_until (Driver     *driver,
                          const char *keys,
                          AtspiRole   role,
                          const char *name);
guint driver_count_actions (Driver *driver);
void  driver_forget_actions (Driver *driver);

/* --- the year file, by the command line --- */

/* Standard output; asserts the exit status. */
char   *driver_cli (Driver *driver,
                    int     status,
                    ...) G_GNUC_NULL_TERMINATED;
json_t *driver_cli_json (Driver     *driver,
                         const char *command);

/* Fails with a picture of the screen and the tree of what is on it. */
G_NORETURN void driver_fail (Driver     *driver,
                             const char *format,
                             ...) G_GNUC_PRINTF (2, 3);

/* --- between the driver and its input --- */

DriverInput *driver_input_new (void);
void         driver_input_free (DriverInput *input);
void         driver_input_press (DriverInput *input,
                                 const char  *keys);
void         driver_input_type (DriverInput *input,
                                const char  *text);
/* x, y in the window on top. */
void         driver_input_click (DriverInput *input,
                                 int          x,
                                 int          y);
/* Of what the window on top shows there. */
char        *driver_input_sum (DriverInput *input,
                               int          x,
                               int          y,
                               int          width,
                               int          height);
void         driver_input_shoot (DriverInput *input,
                                 const char  *path);
