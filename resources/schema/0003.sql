-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The year file, version 3: papers that a person edits, and the office's own
-- measures of a page.

-- A paper may be of a period that no report was collected for.
ALTER TABLE paper ADD COLUMN period TEXT NOT NULL DEFAULT '';

-- What the block was composed from, once in a paper.
ALTER TABLE paper_block ADD COLUMN key TEXT NOT NULL DEFAULT '';

-- What the data said when a person wrote something else.
ALTER TABLE paper_block ADD COLUMN composed TEXT NOT NULL DEFAULT '';

ALTER TABLE paper_block ADD COLUMN removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1));

CREATE INDEX paper_by_kind ON paper (kind, period);

-- Where the office departs from the default: lengths in millimetres, sizes in
-- points, line spacing in lines, rules as a share of the text's length.
CREATE TABLE measure (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  name        TEXT    NOT NULL CHECK (name <> ''),
  value       REAL    NOT NULL
) STRICT;

CREATE UNIQUE INDEX measure_once ON measure (name);
