/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-intake-form.h"
#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* A village's file on its way in: what was read of it, what it would change,
 * and what becomes of it.  Nothing is written here. */

typedef enum
{
  TOSO_INTAKE_WAITING,    /* to be read */
  TOSO_INTAKE_FITS,
  TOSO_INTAKE_MISSING,    /* some of what is asked for */
  TOSO_INTAKE_DIFFERS,    /* from what was taken before */
  TOSO_INTAKE_TO_ANSWER,  /* by the person who takes it in */
  TOSO_INTAKE_TO_CORRECT, /* by the village */
  TOSO_INTAKE_DUPLICATE,
  TOSO_INTAKE_WRONG_FORM,
  TOSO_INTAKE_REJECTED,
  TOSO_INTAKE_N_STATES,
} TosoIntakeState;

/* A heading that says nothing to us. */
typedef struct
{
  char *key;
  char *title; /* as it stands there */
  char *cell;
} TosoIntakeColumn;

typedef struct _TosoIntakeFile TosoIntakeFile;

struct _TosoIntakeFile
{
  GFile           *file;
  char            *name;
  GBytes          *content; /* as it came; NULL until it was read */
  TosoFigureTable *table;   /* NULL: @error says why */
  GError          *error;
  GPtrArray       *changes; /* of TosoChange, beside the table's entries */

  /* What is asked, and what was answered. */
  GPtrArray *columns; /* of TosoIntakeColumn */
  gboolean   asks_comma;
  char      *comma_sample; /* "1,234" */
  TosoComma  comma;
  gboolean   asks_village;
  gint64     village_id; /* answered */

  /* What follows. */
  gint64                only_village; /* 0: of several, or none */
  guint                 n_villages;
  TosoPeriod            period;    /* of its first figure */
  guint                 n_periods; /* 0: it has no figure */
  guint                 n_new, n_changed, n_same;
  guint                 n_missing, n_expected;
  gboolean              is_known;  /* those bytes were taken before */
  gboolean              is_locked; /* a reason is needed */
  const TosoIntakeFile *rival;     /* has the same figures; or NULL */
  gboolean              is_twin;   /* of the rival, figure by figure */
  TosoIntakeState       state;
  char                 *words; /* the first thing to know about it, or "" */

  /* What a person decides. */
  gboolean may_accept;
  gboolean is_accepted;
  gboolean is_decided; /* by a person, not by its state */
  char    *rejection;  /* why it goes back; or NULL */
};

TosoIntakeFile *toso_intake_file_new         (GFile               *file);
void            toso_intake_file_free        (TosoIntakeFile      *self);
/* What was read is of no use: @error, which is taken, says why. */
void            toso_intake_file_fail        (TosoIntakeFile      *self,
                                              GError              *error);
/* Whether it has the unknown column that @key stands for. */
gboolean        toso_intake_file_asks_about  (const TosoIntakeFile *self,
                                              const char          *key);

/* In a thread; from the bytes that are there, after the first time. */
void            toso_intake_file_read_async  (TosoIntakeFile      *self,
                                              TosoIntakeForm      *form,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
/* FALSE: it was cancelled.  What can't be read is a result too. */
gboolean        toso_intake_file_read_finish (TosoIntakeFile      *self,
                                              GAsyncResult        *result);
/* Against what the year file has. */
gboolean        toso_intake_file_compare     (TosoIntakeFile       *self,
                                              TosoYear             *year,
                                              const TosoIntakeForm *form,
                                              GError              **error);
/* Its state and words, after a comparison, an answer or a rival. */
void            toso_intake_file_judge       (TosoIntakeFile       *self,
                                              const TosoIntakeForm *form);

/* "khớp", "sai mẫu" */
const char     *toso_intake_state_get_text   (TosoIntakeState      state);
TosoMark        toso_intake_state_get_mark   (TosoIntakeState      state);

G_END_DECLS
