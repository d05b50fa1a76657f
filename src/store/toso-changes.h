/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bytes of a changeset, row by row (sqlite.org/session: "Changeset
 * Format"): what the bin reads, and what is erased from the history. */

typedef enum
{
  TOSO_ROW_DELETE = 9, /* as SQLite numbers them */
  TOSO_ROW_INSERT = 18,
  TOSO_ROW_UPDATE = 23,
} TosoRowOperation;

typedef enum
{
  TOSO_VALUE_NONE, /* an update's column that did not change */
  TOSO_VALUE_INTEGER,
  TOSO_VALUE_FLOAT,
  TOSO_VALUE_TEXT,
  TOSO_VALUE_BLOB,
  TOSO_VALUE_NULL,
} TosoValueKind;

typedef struct
{
  TosoValueKind kind;
  gint64        integer;
  double        number;
  const char   *text; /* of a text or blob: not terminated */
  gsize         size;
} TosoChangeValue;

typedef struct
{
  TosoRowOperation kind;
  const char      *table;
  gint64           id; /* 0 where the key is no number */
  guint            n_values;
  TosoChangeValue *before; /* of DELETE and UPDATE */
  TosoChangeValue *after;  /* of INSERT and UPDATE */
} TosoRowChange;

/* May give the row other values; FALSE: it is left out.  What a text points to
 * must outlive the call of toso_changes_rewrite(). */
typedef gboolean (*TosoRowChangeFunc) (TosoRowChange *change,
                                       gpointer       user_data);

/* Only looks: nothing is written.  FALSE where the bytes are no changeset. */
gboolean toso_changes_foreach (GBytes          *changes,
                              TosoRowChangeFunc func,
                              gpointer          user_data);
/* NULL where the bytes are no changeset. */
GBytes *toso_changes_rewrite (GBytes           *changes,
                              TosoRowChangeFunc func,
                              gpointer          user_data);

G_END_DECLS
