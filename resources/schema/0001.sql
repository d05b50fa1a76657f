-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The year file, version 1.  Never edited once released: a change is a new file.
--
-- Ids are made by the program: desk number in the high bits, a sequence below.
-- Rows leave only by a command's own DELETE: no ON DELETE action, because an
-- undo (the inverse of a command's changeset) must find each row as the command
-- left it.  For the same reason no order column is UNIQUE.
-- A figure, a count or an amount that nobody gave is NULL, never 0.
-- Days are ISO text (2026-01-05), moments UTC text (2026-01-05T07:30:00Z),
-- amounts of money whole đồng.  "search" is the text folded for searching.
-- Spans are bytes of plan.source; equal ends mean "not from the source".

-- ---- the file itself ------------------------------------------------------

-- Last id given out, a row a desk.  Not part of undo: an id is never used twice.
CREATE TABLE sequence (
  desk INTEGER NOT NULL PRIMARY KEY CHECK (desk BETWEEN 1 AND 4194303),
  last INTEGER NOT NULL CHECK (last BETWEEN 0 AND 1099511627775)
) STRICT;

CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row a command.  'dropped': undone, and then another command was given.
CREATE TABLE journal (
  id        INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  time      TEXT    NOT NULL CHECK (time GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
  desk      INTEGER NOT NULL,
  person    TEXT    NOT NULL,
  title     TEXT    NOT NULL CHECK (title <> ''),
  reason    TEXT    NOT NULL DEFAULT '',
  changeset BLOB    NOT NULL,
  state     TEXT    NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'dropped')),
  undone_at TEXT,
  undone_by TEXT,
  CHECK (state = 'done' OR undone_at IS NOT NULL)
) STRICT;

CREATE INDEX journal_by_state ON journal (state, id);

-- Evidence and originals; content NULL when it was moved out of the file.
CREATE TABLE attachment (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  sha256      TEXT    NOT NULL CHECK (length (sha256) = 64),
  name        TEXT    NOT NULL,
  media_type  TEXT    NOT NULL DEFAULT '',
  size        INTEGER NOT NULL CHECK (size >= 0),
  content     BLOB,
  added_at    TEXT    NOT NULL,
  note        TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX attachment_by_sha256 ON attachment (sha256);

CREATE TABLE attachment_link (
  id            INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  attachment_id INTEGER NOT NULL REFERENCES attachment (id),
  owner_table   TEXT    NOT NULL CHECK (owner_table <> ''),
  owner_id      INTEGER NOT NULL,
  position      INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX attachment_link_by_attachment ON attachment_link (attachment_id);
CREATE INDEX attachment_link_by_owner ON attachment_link (owner_table, owner_id);

-- ---- who issues, who signs, who receives ----------------------------------

CREATE TABLE commune (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  name        TEXT    NOT NULL DEFAULT '',
  kind        TEXT    NOT NULL DEFAULT '',
  province    TEXT    NOT NULL DEFAULT '',
  agency      TEXT    NOT NULL DEFAULT '',
  team_name   TEXT    NOT NULL DEFAULT '',
  team_abbr   TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE unit (
  id           INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version  INTEGER NOT NULL DEFAULT 1,
  parent_id    INTEGER REFERENCES unit (id),
  kind         TEXT    NOT NULL DEFAULT '',
  name         TEXT    NOT NULL CHECK (name <> ''),
  abbreviation TEXT    NOT NULL DEFAULT '',
  search       TEXT    NOT NULL DEFAULT '',
  first_day    TEXT    CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  last_day     TEXT    CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;

CREATE INDEX unit_by_parent ON unit (parent_id);

-- lines: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", a line each.
CREATE TABLE signatory (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  unit_id     INTEGER REFERENCES unit (id),
  name        TEXT    NOT NULL CHECK (name <> ''),
  search      TEXT    NOT NULL DEFAULT '',
  authority   TEXT    NOT NULL DEFAULT '' CHECK (authority IN ('', 'TM.', 'Q.', 'KT.', 'TL.', 'TUQ.')),
  lines       TEXT    NOT NULL DEFAULT '',
  first_day   TEXT    CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  last_day    TEXT    CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;

CREATE INDEX signatory_by_unit ON signatory (unit_id);

-- lines: as printed, a line each.
CREATE TABLE recipient_list (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  name        TEXT    NOT NULL CHECK (name <> ''),
  paper_kind  TEXT    NOT NULL DEFAULT '',
  lines       TEXT    NOT NULL DEFAULT '',
  first_day   TEXT    CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  last_day    TEXT    CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;

-- ---- the plan -------------------------------------------------------------

-- Header and end as printed; NULL where the text has no such line.  agency,
-- title, recipients and signature hold a line each.
CREATE TABLE plan (
  id                 INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version        INTEGER NOT NULL DEFAULT 1,
  year               INTEGER NOT NULL CHECK (year BETWEEN 0 AND 9999),
  source             TEXT    NOT NULL,
  source_name        TEXT    NOT NULL DEFAULT '',
  superior           TEXT,
  agency             TEXT,
  nation             TEXT,
  motto              TEXT,
  number_line        TEXT,
  place_date         TEXT,
  kind               TEXT,
  title              TEXT,
  recipients_heading TEXT,
  recipients         TEXT,
  signature          TEXT,
  signer             TEXT,
  n_villages         INTEGER NOT NULL DEFAULT 0 CHECK (n_villages >= 0)
) STRICT;

-- What the reader of the text was not sure of.
CREATE TABLE plan_remark (
  id         INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  plan_id    INTEGER NOT NULL REFERENCES plan (id),
  position   INTEGER NOT NULL,
  span_start INTEGER NOT NULL,
  span_end   INTEGER NOT NULL,
  line       INTEGER NOT NULL,
  message    TEXT    NOT NULL,
  CHECK (span_start BETWEEN 0 AND span_end)
) STRICT;

CREATE INDEX plan_remark_by_plan ON plan_remark (plan_id);

CREATE TABLE section (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  plan_id     INTEGER NOT NULL REFERENCES plan (id),
  parent_id   INTEGER REFERENCES section (id) CHECK (parent_id <> id),
  position    INTEGER NOT NULL CHECK (position >= 0),
  kind        TEXT    NOT NULL CHECK (kind IN ('preamble', 'numbered', 'closing', 'annex')),
  level       INTEGER NOT NULL CHECK (level >= 0),
  label       TEXT    NOT NULL DEFAULT '',
  heading     TEXT    NOT NULL DEFAULT '',
  body        TEXT    NOT NULL DEFAULT '',
  search      TEXT    NOT NULL DEFAULT '',
  span_start  INTEGER NOT NULL DEFAULT 0,
  span_end    INTEGER NOT NULL DEFAULT 0,
  CHECK (span_start BETWEEN 0 AND span_end)
) STRICT;

CREATE INDEX section_by_parent ON section (parent_id, position);
CREATE INDEX section_by_plan ON section (plan_id, level, position);

CREATE TABLE legal_basis (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  plan_id     INTEGER NOT NULL REFERENCES plan (id),
  position    INTEGER NOT NULL CHECK (position >= 0),
  text        TEXT    NOT NULL,
  kind        TEXT    NOT NULL DEFAULT '',
  number      TEXT    NOT NULL DEFAULT '',
  day         TEXT    NOT NULL DEFAULT '',
  issuer      TEXT    NOT NULL DEFAULT '',
  span_start  INTEGER NOT NULL DEFAULT 0,
  span_end    INTEGER NOT NULL DEFAULT 0,
  CHECK (span_start BETWEEN 0 AND span_end)
) STRICT;

CREATE INDEX legal_basis_by_plan ON legal_basis (plan_id, position);

-- ---- targets --------------------------------------------------------------

-- breakdown: names of the groups that a figure may be split into, a line each.
-- feed 'computed': counted from the register that register_name names.
-- pace 'linear': from the plan's first day to its last (DESIGN, arithmetic).
CREATE TABLE indicator (
  id               INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version      INTEGER NOT NULL DEFAULT 1,
  position         INTEGER NOT NULL DEFAULT 0,
  code             TEXT    NOT NULL DEFAULT '',
  name             TEXT    NOT NULL DEFAULT '',
  search           TEXT    NOT NULL DEFAULT '',
  unit             TEXT    NOT NULL DEFAULT '',
  kind             TEXT    NOT NULL CHECK (kind IN ('count_of_count', 'percentage', 'count', 'yes_no', 'qualitative')),
  numerator_name   TEXT    NOT NULL DEFAULT '',
  denominator_name TEXT    NOT NULL DEFAULT '',
  over_time        TEXT    NOT NULL DEFAULT 'stock' CHECK (over_time IN ('flow', 'stock')),
  over_villages    TEXT    NOT NULL DEFAULT 'sum' CHECK (over_villages IN ('sum', 'none')),
  breakdown        TEXT    NOT NULL DEFAULT '',
  feed             TEXT    NOT NULL DEFAULT 'reported' CHECK (feed IN ('reported', 'computed')),
  register_name    TEXT    NOT NULL DEFAULT '',
  pace             TEXT    NOT NULL DEFAULT 'linear' CHECK (pace IN ('linear', 'none', 'steps')),
  pace_steps       TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX indicator_by_code ON indicator (code);

CREATE TABLE target (
  id           INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version  INTEGER NOT NULL DEFAULT 1,
  plan_id      INTEGER NOT NULL REFERENCES plan (id),
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  section_id   INTEGER REFERENCES section (id),
  position     INTEGER NOT NULL CHECK (position >= 0),
  direction    TEXT    CHECK (direction IN ('>=', '>', '<=', '<', '=', 'increase', 'decrease')),
  value        REAL,
  whole        REAL,
  baseline     REAL,
  last_day     TEXT    CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  sentence     TEXT    NOT NULL DEFAULT '',
  span_start   INTEGER NOT NULL DEFAULT 0,
  span_end     INTEGER NOT NULL DEFAULT 0,
  CHECK (span_start BETWEEN 0 AND span_end)
) STRICT;

CREATE INDEX target_by_plan ON target (plan_id, position);
CREATE INDEX target_by_indicator ON target (indicator_id);
CREATE INDEX target_by_section ON target (section_id);

-- ---- tasks ----------------------------------------------------------------

-- lead, supporting, time and result as printed; task_unit links the bodies that
-- are known.
CREATE TABLE task (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  plan_id     INTEGER NOT NULL REFERENCES plan (id),
  section_id  INTEGER REFERENCES section (id),
  position    INTEGER NOT NULL CHECK (position >= 0),
  code        TEXT    NOT NULL DEFAULT '',
  title       TEXT    NOT NULL DEFAULT '',
  search      TEXT    NOT NULL DEFAULT '',
  lead        TEXT    NOT NULL DEFAULT '',
  supporting  TEXT    NOT NULL DEFAULT '',
  time        TEXT    NOT NULL DEFAULT '',
  time_kind   TEXT    NOT NULL,
  first_day   TEXT    NOT NULL DEFAULT '' CHECK (first_day = '' OR first_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  last_day    TEXT    NOT NULL DEFAULT '' CHECK (last_day = '' OR last_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  result      TEXT    NOT NULL DEFAULT '',
  state       TEXT    NOT NULL CHECK (state IN ('not_started', 'in_progress', 'maintained', 'done', 'not_yet_due')),
  evidence    TEXT    NOT NULL DEFAULT '',
  span_start  INTEGER NOT NULL DEFAULT 0,
  span_end    INTEGER NOT NULL DEFAULT 0,
  CHECK (span_start BETWEEN 0 AND span_end)
) STRICT;

CREATE INDEX task_by_plan ON task (plan_id, position);
CREATE INDEX task_by_section ON task (section_id);

CREATE TABLE task_unit (
  task_id  INTEGER NOT NULL REFERENCES task (id),
  unit_id  INTEGER NOT NULL REFERENCES unit (id),
  role     TEXT    NOT NULL CHECK (role IN ('lead', 'supporting')),
  position INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (task_id, unit_id, role)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_unit_by_unit ON task_unit (unit_id);

CREATE TABLE milestone (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  task_id     INTEGER NOT NULL REFERENCES task (id),
  position    INTEGER NOT NULL DEFAULT 0,
  title       TEXT    NOT NULL CHECK (title <> ''),
  day         TEXT    CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  done_day    TEXT    CHECK (done_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  note        TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX milestone_by_task ON milestone (task_id, position);
CREATE INDEX milestone_by_day ON milestone (day);

CREATE TABLE task_progress (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  task_id     INTEGER NOT NULL REFERENCES task (id),
  day         TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  state       TEXT    NOT NULL CHECK (state IN ('not_started', 'in_progress', 'maintained', 'done', 'not_yet_due')),
  result      TEXT    NOT NULL DEFAULT '',
  evidence    TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX task_progress_by_task ON task_progress (task_id, day);

-- ---- villages, teams, people ----------------------------------------------

-- A village that was merged or split keeps its row, with its last day.
CREATE TABLE village (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  name        TEXT    NOT NULL CHECK (name <> ''),
  kind        TEXT    NOT NULL DEFAULT '',
  search      TEXT    NOT NULL DEFAULT '',
  households  INTEGER CHECK (households >= 0),
  population  INTEGER CHECK (population >= 0),
  placeholder INTEGER NOT NULL DEFAULT 0 CHECK (placeholder IN (0, 1)),
  first_day   TEXT    CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  last_day    TEXT    CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  note        TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE village_lineage (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  old_id      INTEGER NOT NULL REFERENCES village (id),
  new_id      INTEGER NOT NULL REFERENCES village (id),
  kind        TEXT    NOT NULL CHECK (kind IN ('merged', 'split', 'renamed')),
  day         TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  basis       TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX village_lineage_by_old ON village_lineage (old_id);
CREATE INDEX village_lineage_by_new ON village_lineage (new_id);

-- name '': called by the commune's word for its teams and the village's name.
CREATE TABLE team (
  id              INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version     INTEGER NOT NULL DEFAULT 1,
  village_id      INTEGER NOT NULL REFERENCES village (id),
  name            TEXT    NOT NULL DEFAULT '',
  decision_number TEXT    NOT NULL DEFAULT '',
  decision_day    TEXT    CHECK (decision_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  first_day       TEXT    CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  last_day        TEXT    CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  note            TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX team_by_village ON team (village_id);

-- No ethnicity, ID number, photo or bank account: Law 91/2025/QH15.
CREATE TABLE member (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  name        TEXT    NOT NULL CHECK (name <> ''),
  search      TEXT    NOT NULL DEFAULT '',
  sex         TEXT    NOT NULL DEFAULT '' CHECK (sex IN ('', 'female', 'male')),
  birth_year  INTEGER CHECK (birth_year BETWEEN 1900 AND 2100),
  phone       TEXT    NOT NULL DEFAULT '',
  note        TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE membership (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  member_id   INTEGER NOT NULL REFERENCES member (id),
  team_id     INTEGER NOT NULL REFERENCES team (id),
  role        TEXT    NOT NULL DEFAULT '',
  is_leader   INTEGER NOT NULL DEFAULT 0 CHECK (is_leader IN (0, 1)),
  first_day   TEXT    CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  last_day    TEXT    CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  basis       TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX membership_by_member ON membership (member_id);
CREATE INDEX membership_by_team ON membership (team_id);

-- ---- what the teams do ----------------------------------------------------

CREATE TABLE training (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  task_id     INTEGER REFERENCES task (id),
  title       TEXT    NOT NULL CHECK (title <> ''),
  search      TEXT    NOT NULL DEFAULT '',
  first_day   TEXT    CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  last_day    TEXT    CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  place       TEXT    NOT NULL DEFAULT '',
  method      TEXT    NOT NULL DEFAULT '',
  trainer     TEXT    NOT NULL DEFAULT '',
  note        TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX training_by_task ON training (task_id);
CREATE INDEX training_by_day ON training (first_day);

CREATE TABLE training_topic (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  training_id INTEGER NOT NULL REFERENCES training (id),
  section_id  INTEGER REFERENCES section (id),
  position    INTEGER NOT NULL DEFAULT 0,
  text        TEXT    NOT NULL
) STRICT;

CREATE INDEX training_topic_by_training ON training_topic (training_id, position);
CREATE INDEX training_topic_by_section ON training_topic (section_id);

-- Who came: a member, or a guest by name.
CREATE TABLE attendance (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  training_id INTEGER NOT NULL REFERENCES training (id),
  member_id   INTEGER REFERENCES member (id),
  village_id  INTEGER REFERENCES village (id),
  guest       TEXT    NOT NULL DEFAULT '',
  present     INTEGER CHECK (present IN (0, 1)),
  note        TEXT    NOT NULL DEFAULT '',
  CHECK (member_id IS NOT NULL OR guest <> '')
) STRICT;

CREATE UNIQUE INDEX attendance_once ON attendance (training_id, member_id);
CREATE INDEX attendance_by_member ON attendance (member_id);
CREATE INDEX attendance_by_village ON attendance (village_id);

CREATE TABLE activity (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  kind        TEXT    NOT NULL CHECK (kind IN ('bulletin', 'visit', 'guidance', 'other')),
  day         TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  village_id  INTEGER REFERENCES village (id),
  task_id     INTEGER REFERENCES task (id),
  title       TEXT    NOT NULL DEFAULT '',
  search      TEXT    NOT NULL DEFAULT '',
  count       INTEGER CHECK (count >= 0),
  people      INTEGER CHECK (people >= 0),
  note        TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX activity_by_day ON activity (day);
CREATE INDEX activity_by_village ON activity (village_id, day);
CREATE INDEX activity_by_task ON activity (task_id);

CREATE TABLE product (
  id             INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version    INTEGER NOT NULL DEFAULT 1,
  village_id     INTEGER REFERENCES village (id),
  name           TEXT    NOT NULL CHECK (name <> ''),
  search         TEXT    NOT NULL DEFAULT '',
  owner          TEXT    NOT NULL DEFAULT '',
  stars          INTEGER CHECK (stars BETWEEN 1 AND 5),
  recognised_day TEXT    CHECK (recognised_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  expires_day    TEXT    CHECK (expires_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  note           TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX product_by_village ON product (village_id);

CREATE TABLE listing (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  product_id  INTEGER NOT NULL REFERENCES product (id),
  floor       TEXT    NOT NULL CHECK (floor <> ''),
  url         TEXT    NOT NULL DEFAULT '',
  first_day   TEXT    CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  last_day    TEXT    CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;

CREATE INDEX listing_by_product ON listing (product_id);

-- ---- rewards, checks, orders, support -------------------------------------

CREATE TABLE commendation (
  id              INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version     INTEGER NOT NULL DEFAULT 1,
  team_id         INTEGER REFERENCES team (id),
  member_id       INTEGER REFERENCES member (id),
  recipient       TEXT    NOT NULL DEFAULT '',
  search          TEXT    NOT NULL DEFAULT '',
  form            TEXT    NOT NULL DEFAULT '',
  achievement     TEXT    NOT NULL DEFAULT '',
  state           TEXT    NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'granted', 'refused')),
  decision_number TEXT    NOT NULL DEFAULT '',
  decision_day    TEXT    CHECK (decision_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount          INTEGER CHECK (amount >= 0),
  CHECK (team_id IS NOT NULL OR member_id IS NOT NULL OR recipient <> '')
) STRICT;

CREATE INDEX commendation_by_team ON commendation (team_id);
CREATE INDEX commendation_by_member ON commendation (member_id);

CREATE TABLE inspection (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  village_id  INTEGER REFERENCES village (id),
  kind        TEXT    NOT NULL DEFAULT 'planned' CHECK (kind IN ('planned', 'unannounced')),
  day         TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  inspectors  TEXT    NOT NULL DEFAULT '',
  findings    TEXT    NOT NULL DEFAULT '',
  search      TEXT    NOT NULL DEFAULT '',
  follow_up   TEXT    NOT NULL DEFAULT '',
  due_day     TEXT    CHECK (due_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  done_day    TEXT    CHECK (done_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;

CREATE INDEX inspection_by_village ON inspection (village_id, day);

CREATE TABLE directive (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  task_id     INTEGER REFERENCES task (id),
  issuer      TEXT    NOT NULL DEFAULT '',
  number      TEXT    NOT NULL DEFAULT '',
  day         TEXT    CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  content     TEXT    NOT NULL CHECK (content <> ''),
  search      TEXT    NOT NULL DEFAULT '',
  lead        TEXT    NOT NULL DEFAULT '',
  due_day     TEXT    CHECK (due_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  state       TEXT    NOT NULL DEFAULT 'not_started' CHECK (state IN ('not_started', 'in_progress', 'maintained', 'done', 'not_yet_due')),
  done_day    TEXT    CHECK (done_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  result      TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX directive_by_task ON directive (task_id);
CREATE INDEX directive_by_due_day ON directive (due_day);

-- amount and cap in đồng; percent: the commune's own multiplier, when it has one.
CREATE TABLE support_rate (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  scope       TEXT    NOT NULL CHECK (scope IN ('team', 'member')),
  unit        TEXT    NOT NULL CHECK (unit IN ('day', 'month', 'year')),
  amount      INTEGER NOT NULL CHECK (amount >= 0),
  cap         INTEGER CHECK (cap >= 0),
  percent     REAL    CHECK (percent >= 0),
  first_day   TEXT    NOT NULL CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  last_day    TEXT    CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  basis       TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE support_day (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  team_id     INTEGER NOT NULL REFERENCES team (id),
  member_id   INTEGER REFERENCES member (id),
  activity_id INTEGER REFERENCES activity (id),
  day         TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  days        REAL    NOT NULL CHECK (days > 0),
  rate_id     INTEGER REFERENCES support_rate (id),
  amount      INTEGER CHECK (amount >= 0),
  paid_day    TEXT    CHECK (paid_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  note        TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX support_day_by_team ON support_day (team_id, day);
CREATE INDEX support_day_by_member ON support_day (member_id, day);
CREATE INDEX support_day_by_activity ON support_day (activity_id);
CREATE INDEX support_day_by_rate ON support_day (rate_id);

-- ---- reports and figures --------------------------------------------------

-- deadline 'working_days': that many after the cut-off; 'fixed_day': that day of
-- the month after it.  lead_days: how much earlier the villages are due.
CREATE TABLE report_type (
  id                INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version       INTEGER NOT NULL DEFAULT 1,
  position          INTEGER NOT NULL DEFAULT 0,
  name              TEXT    NOT NULL DEFAULT '',
  frequency         TEXT    NOT NULL CHECK (frequency IN ('month', 'quarter', 'half', 'nine_months', 'year', 'ad_hoc')),
  cutoff            TEXT    NOT NULL CHECK (cutoff IN ('decree', 'calendar', 'custom')),
  custom_day        INTEGER CHECK (custom_day BETWEEN 1 AND 28),
  cumulative        INTEGER NOT NULL DEFAULT 0 CHECK (cumulative IN (0, 1)),
  deadline          TEXT    CHECK (deadline IN ('working_days', 'fixed_day')),
  deadline_days     INTEGER CHECK (deadline_days BETWEEN 0 AND 366),
  lead_days         INTEGER CHECK (lead_days BETWEEN 0 AND 366),
  recipient_list_id INTEGER REFERENCES recipient_list (id),
  basis             TEXT    NOT NULL DEFAULT '',
  first_day         TEXT    CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  last_day          TEXT    CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  CHECK (cutoff <> 'custom' OR custom_day IS NOT NULL),
  CHECK (deadline IS NULL OR deadline_days IS NOT NULL)
) STRICT;

CREATE INDEX report_type_by_recipient_list ON report_type (recipient_list_id);

-- name: 2026-03, 2026-Q1, 2026-H1, 2026-9M, 2026; an ad hoc one is named freely.
CREATE TABLE period (
  id              INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version     INTEGER NOT NULL DEFAULT 1,
  report_type_id  INTEGER NOT NULL REFERENCES report_type (id),
  name            TEXT    NOT NULL CHECK (name <> ''),
  first_day       TEXT    NOT NULL CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  last_day        TEXT    NOT NULL CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  due_day         TEXT    CHECK (due_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  village_due_day TEXT    CHECK (village_due_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  state           TEXT    NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'locked')),
  basis           TEXT    NOT NULL DEFAULT '',
  CHECK (first_day <= last_day)
) STRICT;

CREATE UNIQUE INDEX period_once ON period (report_type_id, name);

-- kind 'working_day': a Saturday or Sunday worked in exchange for a holiday.
CREATE TABLE holiday (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  day         TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  kind        TEXT    NOT NULL DEFAULT 'holiday' CHECK (kind IN ('holiday', 'working_day')),
  name        TEXT    NOT NULL DEFAULT '',
  basis       TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE UNIQUE INDEX holiday_once ON holiday (day);

-- A corrected report is a new version beside the old one.
CREATE TABLE submission (
  id            INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version   INTEGER NOT NULL DEFAULT 1,
  village_id    INTEGER NOT NULL REFERENCES village (id),
  period_id     INTEGER NOT NULL REFERENCES period (id),
  version       INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  state         TEXT    NOT NULL CHECK (state IN ('draft', 'received', 'needs_correction', 'approved', 'locked')),
  received_at   TEXT,
  approved_at   TEXT,
  locked_at     TEXT,
  reporter      TEXT    NOT NULL DEFAULT '',
  difficulties  TEXT    NOT NULL DEFAULT '',
  proposals     TEXT    NOT NULL DEFAULT '',
  attachment_id INTEGER REFERENCES attachment (id)
) STRICT;

CREATE UNIQUE INDEX submission_once ON submission (village_id, period_id, version);
CREATE INDEX submission_by_period ON submission (period_id, state);
CREATE INDEX submission_by_attachment ON submission (attachment_id);

-- village_id NULL: the commune as a whole.  breakdown '': everybody.
CREATE TABLE measurement (
  id            INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version   INTEGER NOT NULL DEFAULT 1,
  indicator_id  INTEGER NOT NULL REFERENCES indicator (id),
  village_id    INTEGER REFERENCES village (id),
  period        TEXT    NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]*'),
  breakdown     TEXT    NOT NULL DEFAULT '',
  numerator     REAL    CHECK (numerator >= 0),
  denominator   REAL    CHECK (denominator >= 0),
  submission_id INTEGER REFERENCES submission (id),
  CHECK (numerator IS NOT NULL OR denominator IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX measurement_once ON measurement (indicator_id, period, ifnull (village_id, 0), breakdown);
CREATE INDEX measurement_by_village ON measurement (village_id, period);
CREATE INDEX measurement_by_submission ON measurement (submission_id);

CREATE TABLE measurement_note (
  id             INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version    INTEGER NOT NULL DEFAULT 1,
  measurement_id INTEGER NOT NULL REFERENCES measurement (id),
  text           TEXT    NOT NULL CHECK (text <> '')
) STRICT;

CREATE UNIQUE INDEX measurement_note_once ON measurement_note (measurement_id);

-- ---- papers ---------------------------------------------------------------

CREATE TABLE paper (
  id           INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version  INTEGER NOT NULL DEFAULT 1,
  kind         TEXT    NOT NULL CHECK (kind <> ''),
  title        TEXT    NOT NULL DEFAULT '',
  search       TEXT    NOT NULL DEFAULT '',
  plan_id      INTEGER REFERENCES plan (id),
  period_id    INTEGER REFERENCES period (id),
  signatory_id INTEGER REFERENCES signatory (id),
  profile      TEXT    NOT NULL DEFAULT '',
  state        TEXT    NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'issued', 'signed')),
  number       TEXT    NOT NULL DEFAULT '',
  symbol       TEXT    NOT NULL DEFAULT '',
  day          TEXT    CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  exported_id  INTEGER REFERENCES attachment (id),
  signed_id    INTEGER REFERENCES attachment (id)
) STRICT;

CREATE INDEX paper_by_plan ON paper (plan_id);
CREATE INDEX paper_by_period ON paper (period_id);
CREATE INDEX paper_by_signatory ON paper (signatory_id);
CREATE INDEX paper_by_exported ON paper (exported_id);
CREATE INDEX paper_by_signed ON paper (signed_id);

-- bindings: JSON, each figure in the text with the measurement, target or count
-- that it says and the value it had; edited 1: the sentence was changed by hand.
CREATE TABLE paper_block (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  paper_id    INTEGER NOT NULL REFERENCES paper (id),
  position    INTEGER NOT NULL CHECK (position >= 0),
  kind        TEXT    NOT NULL CHECK (kind <> ''),
  level       INTEGER NOT NULL DEFAULT 0,
  text        TEXT    NOT NULL DEFAULT '',
  bindings    TEXT    NOT NULL DEFAULT '',
  edited      INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1))
) STRICT;

CREATE INDEX paper_block_by_paper ON paper_block (paper_id, position);

-- The outgoing register: the columns of Decree 30/2020/NĐ-CP, Annex IV.
CREATE TABLE register_entry (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  row_version INTEGER NOT NULL DEFAULT 1,
  paper_id    INTEGER REFERENCES paper (id),
  year        INTEGER NOT NULL,
  number      INTEGER NOT NULL CHECK (number > 0),
  symbol      TEXT    NOT NULL DEFAULT '',
  day         TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  title       TEXT    NOT NULL DEFAULT '',
  search      TEXT    NOT NULL DEFAULT '',
  signer      TEXT    NOT NULL DEFAULT '',
  recipients  TEXT    NOT NULL DEFAULT '',
  keeper      TEXT    NOT NULL DEFAULT '',
  copies      INTEGER CHECK (copies >= 0),
  sent_day    TEXT    CHECK (sent_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  receipt     TEXT    NOT NULL DEFAULT '',
  note        TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX register_entry_by_number ON register_entry (year, number);
CREATE INDEX register_entry_by_paper ON register_entry (paper_id);
