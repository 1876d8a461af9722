import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import type { Db } from '../../db/open.ts'
import { personNamed } from '../../db/people-sql.ts'
import { createCompareRepository } from './compare/repository.ts'
import { createOutputsRepository } from './outputs/repository.ts'
import type { TestRow } from './rows.ts'
import { createSetUpRepository } from './set-up/repository.ts'

type Heading = { heldOn: string; reason: string; useEvaluator: boolean }
type Decision = { decision: NonNullable<ModelTest['decision']>; on: string; by: string; why: string }

export type ModelTestsRepository = ReturnType<typeof createModelTestsRepository>

/** Writes join the caller's transaction. */
export function createModelTestsRepository(db: Db) {
  return {
    ...createTestRows(db),
    ...createSetUpRepository(db),
    ...createOutputsRepository(db),
    ...createCompareRepository(db),
  }
}

function createTestRows(db: Db) {
  const byId = db.prepare<[number], TestRow>('SELECT * FROM model_tests WHERE id = ?')
  const all = db.prepare<[], TestRow>('SELECT * FROM model_tests ORDER BY held_on DESC, id DESC')
  const underWay = db.prepare<[], TestRow>("SELECT * FROM model_tests WHERE state <> 'decided' ORDER BY id")
  const insert = db.prepare(`
    INSERT INTO model_tests (held_on, reason, state, use_evaluator, created_at)
    VALUES (:heldOn, :reason, 'setting_up', :useEvaluator, :createdAt)`)
  const update = db.prepare(`
    UPDATE model_tests SET held_on = :heldOn, reason = :reason, use_evaluator = :useEvaluator, rev = rev + 1
    WHERE id = :id`)
  const ofInputs = 'input_id IN (SELECT id FROM test_inputs WHERE test_id = :id)'
  const removals = [
    `DELETE FROM evaluations WHERE ${ofInputs}`,
    `DELETE FROM test_outputs WHERE ${ofInputs}`,
    'DELETE FROM test_inputs WHERE test_id = :id',
    'DELETE FROM model_test_workflows WHERE test_id = :id',
    'DELETE FROM model_tests WHERE id = :id',
  ].map((sql) => db.prepare(sql))
  const lock = db.prepare(
    "UPDATE model_tests SET state = 'collecting', locked_at = ?, rev = rev + 1 WHERE id = ?",
  )
  const startJudging = db.prepare(
    "UPDATE model_tests SET state = 'judging', seed = ?, judging_at = ?, rev = rev + 1 WHERE id = ?",
  )
  const reveal = db.prepare(
    "UPDATE model_tests SET state = 'revealed', revealed_at = ?, rev = rev + 1 WHERE id = ?",
  )
  const decide = db.prepare(`
    UPDATE model_tests SET state = 'decided', decision = :decision, decided_on = :on, decided_by = :by, decided_by_id = ${personNamed(':by')},
      why = :why, rev = rev + 1
    WHERE id = :id`)
  const addTime = db.prepare('UPDATE model_tests SET seconds_used = seconds_used + ? WHERE id = ?')
  const columns = (heading: Heading) => ({ ...heading, useEvaluator: heading.useEvaluator ? 1 : 0 })

  return {
    test: (id: number) => byId.get(id),
    /** Newest first. */
    tests: () => all.all(),
    underWay: () => underWay.all(),
    insert: (heading: Heading, createdAt: string): number =>
      Number(insert.run({ ...columns(heading), createdAt }).lastInsertRowid),
    update: (id: number, heading: Heading): void => {
      update.run({ ...columns(heading), id })
    },
    /** With its inputs and outputs; only before there are pairs, and once its calls are forgotten. */
    remove: (id: number): void => {
      for (const removal of removals) removal.run({ id })
    },
    lock: (id: number, lockedAt: string): void => {
      lock.run(lockedAt, id)
    },
    startJudging: (id: number, seed: number, judgingAt: string): void => {
      startJudging.run(seed, judgingAt, id)
    },
    reveal: (id: number, revealedAt: string): void => {
      reveal.run(revealedAt, id)
    },
    decide: (id: number, decision: Decision): void => {
      decide.run({ ...decision, id })
    },
    addTime: (id: number, seconds: number): void => {
      addTime.run(seconds, id)
    },
  }
}
