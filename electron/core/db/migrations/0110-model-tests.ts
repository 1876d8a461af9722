import type { Migration } from './migration.ts'

/** Standard inputs, model tests with their blind judgements, and the ledger of everything ever sent. */
export const modelTests: Migration = {
  number: 110,
  name: 'model-tests',
  sql: `
CREATE TABLE input_sets (
  workflow_id INTEGER PRIMARY KEY REFERENCES workflows (id),
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE standard_inputs (
  id INTEGER PRIMARY KEY,
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  text_key TEXT NOT NULL,
  reference TEXT NOT NULL,
  tags TEXT NOT NULL,
  must_not_fail INTEGER NOT NULL CHECK (must_not_fail IN (0, 1)),
  checks TEXT NOT NULL,
  item_id INTEGER REFERENCES review_items (id),
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX standard_inputs_by_text ON standard_inputs (workflow_id, text_key);

CREATE TABLE model_tests (
  id INTEGER PRIMARY KEY,
  held_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('setting_up', 'collecting', 'judging', 'revealed', 'decided')),
  use_evaluator INTEGER NOT NULL DEFAULT 0 CHECK (use_evaluator IN (0, 1)),
  created_at TEXT NOT NULL,
  locked_at TEXT,
  seed INTEGER,
  judging_at TEXT,
  revealed_at TEXT,
  seconds_used INTEGER NOT NULL DEFAULT 0,
  run_state TEXT NOT NULL DEFAULT 'idle' CHECK (run_state IN ('idle', 'running', 'paused', 'stopped')),
  run_message TEXT,
  run_seconds REAL NOT NULL DEFAULT 0,
  cap REAL,
  decision TEXT CHECK (decision IN ('switch', 'stay', 'test_more')),
  decided_on TEXT,
  decided_by TEXT NOT NULL DEFAULT '',
  why TEXT NOT NULL DEFAULT '',
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

-- set_up holds both sides and the rule as JSON; frozen once the test is locked.
CREATE TABLE model_test_workflows (
  test_id INTEGER NOT NULL REFERENCES model_tests (id) ON DELETE CASCADE,
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  set_up TEXT NOT NULL,
  set_version INTEGER NOT NULL DEFAULT 0,
  change_number INTEGER REFERENCES changes (number),
  PRIMARY KEY (test_id, workflow_id)
) STRICT, WITHOUT ROWID;

-- The test's own copy of a standard input.
CREATE TABLE test_inputs (
  id INTEGER PRIMARY KEY,
  test_id INTEGER NOT NULL REFERENCES model_tests (id),
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  reference TEXT NOT NULL,
  must_not_fail INTEGER NOT NULL CHECK (must_not_fail IN (0, 1)),
  checks TEXT NOT NULL,
  is_masked INTEGER NOT NULL DEFAULT 0 CHECK (is_masked IN (0, 1))
) STRICT;
CREATE INDEX test_inputs_by_test ON test_inputs (test_id, workflow_id, position);

CREATE TABLE test_outputs (
  input_id INTEGER NOT NULL REFERENCES test_inputs (id),
  side TEXT NOT NULL CHECK (side IN ('current', 'candidate')),
  text TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('api', 'paste', 'file')),
  received_at TEXT NOT NULL,
  milliseconds REAL,
  input_tokens INTEGER,
  output_tokens INTEGER,
  cost REAL,
  stop_reason TEXT,
  PRIMARY KEY (input_id, side)
) STRICT, WITHOUT ROWID;

-- The ledger: one row a planned answer.
CREATE TABLE api_calls (
  id INTEGER PRIMARY KEY,
  test_id INTEGER NOT NULL REFERENCES model_tests (id),
  input_id INTEGER NOT NULL REFERENCES test_inputs (id),
  -- The side of an output; of an evaluation the standard and the order shown.
  purpose TEXT NOT NULL CHECK (purpose IN ('output', 'evaluation')),
  target TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'sent', 'done', 'failed')),
  tries INTEGER NOT NULL DEFAULT 0,
  maybe_paid INTEGER NOT NULL DEFAULT 0,
  UNIQUE (input_id, purpose, target)
) STRICT;
CREATE INDEX api_calls_open ON api_calls (test_id, state);

-- Everything that left this computer: one row a request, written before it is sent.
CREATE TABLE sent_requests (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  call_id INTEGER REFERENCES api_calls (id),
  test_id INTEGER REFERENCES model_tests (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('output', 'evaluation', 'token_count', 'models')),
  sent_at TEXT NOT NULL,
  host TEXT NOT NULL,
  model TEXT NOT NULL,
  characters INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('in_flight', 'answered', 'failed', 'maybe_paid')),
  cost REAL,
  message TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX sent_requests_by_test ON sent_requests (test_id, id);
CREATE INDEX sent_requests_in_flight ON sent_requests (id) WHERE outcome = 'in_flight';

CREATE TABLE test_pairs (
  id INTEGER PRIMARY KEY,
  test_id INTEGER NOT NULL REFERENCES model_tests (id),
  input_id INTEGER NOT NULL REFERENCES test_inputs (id),
  position INTEGER NOT NULL,
  is_current_left INTEGER NOT NULL CHECK (is_current_left IN (0, 1)),
  -- Shown once more, sides swapped, to see how steady the judge is.
  is_repeat INTEGER NOT NULL CHECK (is_repeat IN (0, 1)),
  verdict TEXT CHECK (verdict IN ('left', 'right', 'equal', 'both_bad')),
  left_fails INTEGER NOT NULL DEFAULT 0 CHECK (left_fails IN (0, 1)),
  right_fails INTEGER NOT NULL DEFAULT 0 CHECK (right_fails IN (0, 1)),
  note TEXT NOT NULL DEFAULT '',
  judged_at TEXT,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (test_id, position)
) STRICT;

-- What the optional evaluator said; never mixed with what a person said.
CREATE TABLE evaluations (
  input_id INTEGER NOT NULL REFERENCES test_inputs (id),
  standard TEXT NOT NULL,
  is_current_first INTEGER NOT NULL CHECK (is_current_first IN (0, 1)),
  verdict TEXT NOT NULL CHECK (verdict IN ('first', 'second', 'equal', 'unclear')),
  PRIMARY KEY (input_id, standard, is_current_first)
) STRICT, WITHOUT ROWID;

CREATE TABLE model_prices (
  model TEXT PRIMARY KEY,
  input REAL NOT NULL,
  output REAL NOT NULL,
  as_of TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- To start with; the owner keeps them up to date. From the model overviews on platform.claude.com as last seen
-- on these days; Claude Opus 4.8 and Sonnet 4.6 from published lists that quote them. Claude Haiku 5.5 is not among
-- them: long prompts cost it five times as much, which one price cannot say.
INSERT INTO model_prices (model, input, output, as_of) VALUES
  ('claude-fable-5-1', 10, 50, '2026-10-07'),
  ('claude-opus-5-5', 4, 20, '2026-10-07'),
  ('claude-opus-5', 5, 25, '2026-10-07'),
  ('claude-opus-4-8', 5, 25, '2026-05-29'),
  ('claude-sonnet-5-5', 2, 10, '2026-10-07'),
  ('claude-sonnet-5', 2, 10, '2026-09-29'),
  ('claude-sonnet-4-6', 3, 15, '2026-05-29'),
  ('claude-haiku-4-5', 1, 5, '2026-05-29');
`,
}
