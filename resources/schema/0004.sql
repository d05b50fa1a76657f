-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The year file, version 4: lists that feed targets, and what is erased.

-- indicator.register_name holds what is counted, in the words of
-- core/toso-count.h.

-- '': nobody has said how the team is.
ALTER TABLE team ADD COLUMN state TEXT NOT NULL DEFAULT '' CHECK (state IN ('', 'active', 'to_strengthen'));

ALTER TABLE village ADD COLUMN head TEXT NOT NULL DEFAULT '';

-- The youth union, the village's officers …
ALTER TABLE member ADD COLUMN organisation TEXT NOT NULL DEFAULT '';

-- What is read out over the loudspeakers.
ALTER TABLE activity ADD COLUMN script TEXT NOT NULL DEFAULT '';

-- Of a village that kept its row and took another name: what it was called.
ALTER TABLE village_lineage ADD COLUMN old_name TEXT NOT NULL DEFAULT '';

-- Businesses and business households that were helped to go digital.
CREATE TABLE business (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  village_id  INTEGER REFERENCES village (id),
  name        TEXT    NOT NULL CHECK (name <> ''),
  search      TEXT    NOT NULL DEFAULT '',
  kind        TEXT    NOT NULL DEFAULT '' CHECK (kind IN ('', 'company', 'household', 'cooperative')),
  trade       TEXT    NOT NULL DEFAULT '',
  support     TEXT    NOT NULL DEFAULT '',
  day         TEXT    CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  note        TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX business_by_village ON business (village_id);

-- Digital skills for everyone: how many learned, not who.
CREATE TABLE learning (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  village_id  INTEGER REFERENCES village (id),
  day         TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  title       TEXT    NOT NULL DEFAULT '',
  search      TEXT    NOT NULL DEFAULT '',
  people      INTEGER CHECK (people >= 0),
  finished    INTEGER CHECK (finished >= 0),
  note        TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX learning_by_village ON learning (village_id, day);

-- A village's own plan, carried out by its team.
CREATE TABLE village_plan (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  team_id     INTEGER NOT NULL REFERENCES team (id),
  title       TEXT    NOT NULL CHECK (title <> ''),
  search      TEXT    NOT NULL DEFAULT '',
  day         TEXT    CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  note        TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX village_plan_by_team ON village_plan (team_id);

-- That something was erased, and why; nothing of what it said.
CREATE TABLE erasure (
  id        INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  erased_at TEXT    NOT NULL,
  person    TEXT    NOT NULL,
  reason    TEXT    NOT NULL DEFAULT '',
  n_rows    INTEGER NOT NULL CHECK (n_rows >= 0)
) STRICT;
