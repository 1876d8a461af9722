import type { Migration } from './migration.ts'

/** The standard that a verdict was asked on: of the version in force when the test was locked, else of the newest. */
const standardOf = (inputId: string, name: string) => `(
  SELECT s.id FROM test_inputs i
  JOIN model_tests t ON t.id = i.test_id
  JOIN standards_versions v ON v.workflow_id = i.workflow_id
  JOIN standards s ON s.standards_version_id = v.id AND s.name = ${name}
  WHERE i.id = ${inputId}
  ORDER BY v.created_at <= ifnull(t.locked_at, '') DESC, v.version DESC LIMIT 1
)`

/**
 * The evaluator's verdicts point to the standard by its id, answers of a Foundation review to the person; a
 * retired fact keeps the name its section had.
 */
export const lastKeys: Migration = {
  number: 150,
  name: 'last-keys',
  sql: `
CREATE TABLE new_evaluations (
  input_id INTEGER NOT NULL REFERENCES test_inputs (id),
  standard_id INTEGER NOT NULL REFERENCES standards (id),
  is_current_first INTEGER NOT NULL CHECK (is_current_first IN (0, 1)),
  verdict TEXT NOT NULL CHECK (verdict IN ('first', 'second', 'equal', 'unclear')),
  PRIMARY KEY (input_id, standard_id, is_current_first)
) STRICT, WITHOUT ROWID;
INSERT INTO new_evaluations
SELECT e.input_id, ${standardOf('e.input_id', 'e.standard')}, e.is_current_first, e.verdict FROM evaluations e;
DROP TABLE evaluations;
ALTER TABLE new_evaluations RENAME TO evaluations;

UPDATE api_calls SET target =
  iif(target GLOB 'current first: *', 'current_first:', 'candidate_first:')
  || ${standardOf('api_calls.input_id', "substr(target, instr(target, ': ') + 2)")}
WHERE purpose = 'evaluation';

ALTER TABLE review_cards ADD COLUMN who_id INTEGER REFERENCES people (id) ON DELETE SET NULL;
UPDATE review_cards SET who_id = (SELECT id FROM people p WHERE p.name = trim(who) COLLATE NOCASE);
CREATE INDEX review_cards_by_who ON review_cards (who_id) WHERE who_id IS NOT NULL;

ALTER TABLE retired_facts ADD COLUMN section_name TEXT;
UPDATE retired_facts SET section_name = (SELECT name FROM documents d WHERE d.id = section_id);
`,
  check: `
SELECT 'call' AS kind, c.id FROM api_calls c WHERE c.purpose = 'evaluation' AND NOT EXISTS (
  SELECT 1 FROM standards s WHERE c.target IN ('current_first:' || s.id, 'candidate_first:' || s.id))
UNION ALL SELECT 'card', review_id FROM review_cards
  WHERE (who_id IS NULL) AND trim(who) IN (SELECT name FROM people)
UNION ALL SELECT 'fact', id FROM retired_facts WHERE (section_id IS NULL) <> (section_name IS NULL)
`,
}
