-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The year file, version 2: collecting the villages' reports.

-- The office's own code of a village, by which a file names it.
ALTER TABLE village ADD COLUMN code TEXT NOT NULL DEFAULT '';

ALTER TABLE measurement ADD COLUMN origin TEXT NOT NULL DEFAULT 'typed' CHECK (origin IN ('typed', 'imported', 'computed'));

-- What a figure was before it was corrected in a locked period.  Keyed as the
-- measurement is, which may have been taken back meanwhile.
CREATE TABLE measurement_version (
  id           INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  village_id   INTEGER REFERENCES village (id),
  period       TEXT    NOT NULL,
  breakdown    TEXT    NOT NULL DEFAULT '',
  version      INTEGER NOT NULL CHECK (version >= 1),
  numerator    REAL    CHECK (numerator >= 0),
  denominator  REAL    CHECK (denominator >= 0),
  replaced_at  TEXT    NOT NULL,
  reason       TEXT    NOT NULL CHECK (reason <> '')
) STRICT;

CREATE INDEX measurement_version_by_key ON measurement_version (indicator_id, period, village_id);

-- What a kind of report asks for; no row: everything that has a number.
-- breakdown: the groups asked for besides everybody, a line each.
CREATE TABLE report_type_indicator (
  id             INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  report_type_id INTEGER NOT NULL REFERENCES report_type (id),
  indicator_id   INTEGER NOT NULL REFERENCES indicator (id),
  position       INTEGER NOT NULL DEFAULT 0,
  breakdown      TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX report_type_indicator_by_type ON report_type_indicator (report_type_id, position);
CREATE INDEX report_type_indicator_by_indicator ON report_type_indicator (indicator_id);

-- question: to the village, Vietnamese; {village} {indicator} {value} {other}
-- {parameter} stand for what was found.
CREATE TABLE rule (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  position    INTEGER NOT NULL DEFAULT 0,
  code        TEXT    NOT NULL CHECK (code <> ''),
  severity    TEXT    NOT NULL CHECK (severity IN ('off', 'note', 'ask', 'refuse')),
  parameter   REAL,
  question    TEXT    NOT NULL CHECK (question <> '')
) STRICT;

CREATE UNIQUE INDEX rule_once ON rule (code);
