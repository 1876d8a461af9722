import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../../../electron/core/db/migrate.ts'
import { migrations } from '../../../electron/core/db/migrations/index.ts'
import { type Db, openDatabase } from '../../../electron/core/db/open.ts'
import { temporaryFolder } from './db-helpers.ts'

/** A company of the step before, with a workflow whose standards changed once after a model test was locked. */
async function before0150(): Promise<Db> {
  const db = openDatabase(join(temporaryFolder(), 'evenkeel.db'))
  onTestFinished(() => void db.close())
  await migrate(
    db,
    migrations.filter(({ number }) => number < 150),
  )
  db.exec(`
    INSERT INTO workflows (id, name, purpose, process_owner, vendor, model, stage, measure, target_line,
      update_line, sample_size, created_at)
      VALUES (1, 'Replies', '', '', '', '', 'production', 'text', 0.1, 0.2, 10, '');
    INSERT INTO standards_versions (id, workflow_id, version, created_at)
      VALUES (1, 1, 1, '2026-01-01T00:00:00Z'), (2, 1, 2, '2026-03-01T00:00:00Z');
    INSERT INTO standards (id, standards_version_id, position, name, description, is_must_pass) VALUES
      (11, 1, 1, 'Accurate', '', 0), (12, 1, 2, 'Tone: ours', '', 0),
      (21, 2, 1, 'Accurate', 'Every fact', 0), (22, 2, 2, 'New since', '', 0);
    INSERT INTO model_tests (id, held_on, reason, state, created_at, locked_at)
      VALUES (1, '2026-02-01', '', 'collecting', '', '2026-02-01T00:00:00Z');
    INSERT INTO test_inputs (id, test_id, workflow_id, position, name, text, reference, must_not_fail, checks)
      VALUES (5, 1, 1, 1, 'One', 'Text', '', 0, '[]');
    INSERT INTO api_calls (id, test_id, input_id, purpose, target, state) VALUES
      (1, 1, 5, 'output', 'current', 'done'), (2, 1, 5, 'evaluation', 'current first: Accurate', 'done'),
      (3, 1, 5, 'evaluation', 'candidate first: Tone: ours', 'planned');
    INSERT INTO evaluations VALUES (5, 'Accurate', 1, 'first'), (5, 'New since', 0, 'equal');`)
  return db
}

const rowsOf = (db: Db, sql: string) => db.prepare(sql).raw().all()

it('step 150 points every verdict and every planned one to the standard it was asked on', async () => {
  const db = await before0150()
  await migrate(db, migrations)
  expect(rowsOf(db, 'SELECT * FROM evaluations')).toEqual([
    [5, 11, 1, 'first'],
    [5, 22, 0, 'equal'],
  ])
  expect(rowsOf(db, 'SELECT target FROM api_calls ORDER BY id')).toEqual([
    ['current'],
    ['current_first:11'],
    ['candidate_first:12'],
  ])
})

it('step 150 links whoever is to do something, and keeps the name a fact’s section has', async () => {
  const db = await before0150()
  db.exec(`
    INSERT INTO people (id, name, role) VALUES (7, 'Mia', '');
    INSERT INTO documents (id, kind, name, position, verifier, created_at) VALUES (3, 'section', 'Tone', 1, '', '');
    INSERT INTO foundation_reviews (id, held_on, state, reason, created_at) VALUES (1, '2026-02-01', 'in_session', '{}', '');
    INSERT INTO review_cards (review_id, section_id, section_name, position, is_quick, issue_count, who)
      VALUES (1, 3, 'Tone', 1, 0, 0, ' mia ');
    INSERT INTO retired_facts (term, replacement, retired_on, section_id)
      VALUES ('Old', '', '2026-01-01', 3), ('Older', '', '2026-01-01', NULL);`)
  await migrate(db, migrations)
  expect(rowsOf(db, 'SELECT who, who_id FROM review_cards')).toEqual([[' mia ', 7]])
  expect(rowsOf(db, 'SELECT term, section_name FROM retired_facts ORDER BY id')).toEqual([
    ['Old', 'Tone'],
    ['Older', null],
  ])
})
