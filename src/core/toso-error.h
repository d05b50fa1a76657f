/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TOSO_ERROR (toso_error_quark ())

/**
 * TosoError:
 * @TOSO_ERROR_FAILED: nothing more particular
 * @TOSO_ERROR_NOT_FOUND: a file, section, target … that is not there
 * @TOSO_ERROR_INVALID: a value that the rules refuse
 * @TOSO_ERROR_CONFLICT: the row was changed meanwhile (row_version)
 * @TOSO_ERROR_UNREADABLE: a file that is not what it should be: empty,
 *   binary, foreign, encrypted, scanned, too large
 * @TOSO_ERROR_ENCODING: text in a legacy encoding; reading again with that
 *   encoding named will work
 * @TOSO_ERROR_DAMAGED: a year file whose content is broken
 * @TOSO_ERROR_NEWER_SCHEMA: a year file of a newer version of the program
 * @TOSO_ERROR_READ_ONLY: may be read, not written
 * @TOSO_ERROR_NETWORK: a year file on a network or cloud-synced folder
 * @TOSO_ERROR_BUSY: another program holds the file
 * @TOSO_ERROR_EXISTS: the file to be made is there already
 * @TOSO_ERROR_STORAGE: the disk or SQLite failed
 * @TOSO_ERROR_NOTHING: nothing to undo or redo
 * @TOSO_ERROR_LOCKED: a figure or a report that is locked; with a reason it can
 *   be corrected
 *
 * Codes of the program's one error domain.  A code exists only where a caller
 * acts on it.  The message is a whole translated sentence for the officer:
 * what, where, and what to do.
 */
typedef enum
{
  TOSO_ERROR_FAILED,
  TOSO_ERROR_NOT_FOUND,
  TOSO_ERROR_INVALID,
  TOSO_ERROR_CONFLICT,
  TOSO_ERROR_UNREADABLE,
  TOSO_ERROR_ENCODING,
  TOSO_ERROR_DAMAGED,
  TOSO_ERROR_NEWER_SCHEMA,
  TOSO_ERROR_READ_ONLY,
  TOSO_ERROR_NETWORK,
  TOSO_ERROR_BUSY,
  TOSO_ERROR_EXISTS,
  TOSO_ERROR_STORAGE,
  TOSO_ERROR_NOTHING,
  TOSO_ERROR_LOCKED,
} TosoError;

GQuark toso_error_quark (void);

G_END_DECLS
