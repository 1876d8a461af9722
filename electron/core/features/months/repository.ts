import type { Day, Month } from '../../../../shared/domain/time/dates.ts'
import type { Db } from '../../db/open.ts'

type SkippedRow = { workflow_id: number; month: Month; reason: string }

/** Which months have a review, and which were skipped. */
export function createMonthsRepository(db: Db) {
  const reviews = db.prepare<
    [],
    { id: number; workflow_id: number; month: Month; state: 'open' | 'finished' }
  >('SELECT id, workflow_id, month, state FROM reviews WHERE second_of IS NULL')
  const skipped = db.prepare<[], SkippedRow>('SELECT workflow_id, month, reason FROM skipped_months')
  const reasonOf = db.prepare<[number, Month], { reason: string }>(
    'SELECT reason FROM skipped_months WHERE workflow_id = ? AND month = ?',
  )
  const skip = db.prepare(
    'INSERT INTO skipped_months (workflow_id, month, reason, skipped_at) VALUES (?, ?, ?, ?)',
  )
  const takeBack = db.prepare('DELETE FROM skipped_months WHERE workflow_id = ? AND month = ?')
  const firstDayTo = db
    .prepare<[Day], Day | null>('SELECT min(substr(at, 1, 10)) FROM audit WHERE substr(at, 1, 10) <= ?')
    .pluck()
  return {
    /** The first day of the log that is not after a day. */
    firstDayTo: (day: Day) => firstDayTo.get(day) ?? null,
    reviews: () => reviews.all(),
    skipped: () => skipped.all(),
    reasonOf: (workflowId: number, month: Month) => reasonOf.get(workflowId, month)?.reason ?? null,
    skip: (workflowId: number, month: Month, reason: string, at: string) => {
      skip.run(workflowId, month, reason, at)
    },
    takeBack: (workflowId: number, month: Month) => {
      takeBack.run(workflowId, month)
    },
  }
}

export type MonthsRepository = ReturnType<typeof createMonthsRepository>
