import type { PairVerdict } from '../../../../../shared/contract/model-tests/compare.ts'
import type { Db } from '../../../db/open.ts'
import type { NewPair, PairRow } from '../rows.ts'

type Judging = { verdict: PairVerdict | null; leftFails: boolean; rightFails: boolean; note: string }

/** What the evaluator said of one input by one standard, with this side shown first. */
export type Evaluation = {
  inputId: number
  standardId: number
  isCurrentFirst: boolean
  verdict: 'first' | 'second' | 'equal' | 'unclear'
}

/** The pairs and what was said of them. Writes join the caller's transaction. */
export function createCompareRepository(db: Db) {
  return { ...createPairRows(db), ...createEvaluationRows(db) }
}

function createPairRows(db: Db) {
  const ofTest = db.prepare<[number], PairRow>('SELECT * FROM test_pairs WHERE test_id = ? ORDER BY position')
  const byId = db.prepare<[number], PairRow>('SELECT * FROM test_pairs WHERE id = ?')
  const counts = db.prepare<[number], { pairs: number; repeats: number; judged: number }>(`
    SELECT count(*) AS pairs, coalesce(sum(is_repeat), 0) AS repeats, count(verdict) AS judged
    FROM test_pairs WHERE test_id = ?`)
  const insert = db.prepare(`
    INSERT INTO test_pairs (test_id, input_id, position, is_current_left, is_repeat)
    VALUES (:testId, :inputId, :position, :isCurrentLeft, :isRepeat)`)
  const judge = db.prepare(`
    UPDATE test_pairs SET verdict = :verdict, left_fails = :leftFails, right_fails = :rightFails, note = :note,
      judged_at = :judgedAt, rev = rev + 1
    WHERE id = :id`)

  return {
    /** In the order they are judged in. */
    pairs: (testId: number) => ofTest.all(testId),
    pair: (id: number) => byId.get(id),
    pairCounts: (testId: number) => counts.get(testId) ?? { pairs: 0, repeats: 0, judged: 0 },
    insertPair: (testId: number, { isCurrentLeft, isRepeat, ...pair }: NewPair): void => {
      insert.run({ ...pair, testId, isCurrentLeft: isCurrentLeft ? 1 : 0, isRepeat: isRepeat ? 1 : 0 })
    },
    judge: (id: number, { leftFails, rightFails, ...judging }: Judging, judgedAt: string | null): void => {
      judge.run({ ...judging, id, judgedAt, leftFails: leftFails ? 1 : 0, rightFails: rightFails ? 1 : 0 })
    },
  }
}

function createEvaluationRows(db: Db) {
  const keep = db.prepare(`
    INSERT INTO evaluations (input_id, standard_id, is_current_first, verdict)
    VALUES (:inputId, :standardId, :isCurrentFirst, :verdict)
    ON CONFLICT (input_id, standard_id, is_current_first) DO UPDATE SET verdict = excluded.verdict`)
  const all = db.prepare<[number], Omit<Evaluation, 'isCurrentFirst'> & { isCurrentFirst: number }>(`
    SELECT e.input_id AS inputId, e.standard_id AS standardId, e.is_current_first AS isCurrentFirst, e.verdict
    FROM evaluations e JOIN test_inputs i ON i.id = e.input_id
    WHERE i.test_id = ? ORDER BY i.workflow_id, i.position, e.standard_id, e.is_current_first`)

  return {
    keepEvaluation: ({ isCurrentFirst, ...evaluation }: Evaluation): void => {
      keep.run({ ...evaluation, isCurrentFirst: isCurrentFirst ? 1 : 0 })
    },
    evaluations: (testId: number): Evaluation[] =>
      all.all(testId).map((row) => ({ ...row, isCurrentFirst: row.isCurrentFirst === 1 })),
  }
}
