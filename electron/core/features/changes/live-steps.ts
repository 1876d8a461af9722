import type { ChangeDetails, LiveStep } from '../../../../shared/contract/changes.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import type { Db } from '../../db/open.ts'

export type LiveSteps = NonNullable<ChangeDetails['liveSteps']>

/** A wording in force that is not ticked as done in the live tool. */
export type OpenSteps = { number: number; name: string; version: number; onDate: Day; missing: LiveStep[] }

/** What is done by hand in the live tool after a wording was published. Writes join the caller's transaction. */
export function createLiveSteps(db: Db) {
  const stepsDone = db.prepare<[number], { step: LiveStep; done_at: string }>(
    'SELECT step, done_at FROM live_steps WHERE change_number = ?',
  )
  const insertStep = db.prepare('INSERT INTO live_steps (change_number, step, done_at) VALUES (?, ?, ?)')
  const removeStep = db.prepare('DELETE FROM live_steps WHERE change_number = ? AND step = ?')
  const openSteps = db.prepare<
    { today: Day },
    Omit<OpenSteps, 'missing'> & { pasted: 0 | 1; tested: 0 | 1 }
  >(`
    SELECT c.number, ifnull(w.name || ', ' || d.kind, d.name) AS name, v.number AS version, v.live_on AS onDate,
      EXISTS (SELECT 1 FROM live_steps s WHERE s.change_number = c.number AND s.step = 'pasted') AS pasted,
      EXISTS (SELECT 1 FROM live_steps s WHERE s.change_number = c.number AND s.step = 'tested') AS tested
    FROM documents d
    JOIN versions v ON v.document_id = d.id AND v.number =
      (SELECT max(n.number) FROM versions n WHERE n.document_id = d.id AND n.live_on <= :today)
    JOIN changes c ON c.number = v.change_number LEFT JOIN workflows w ON w.id = d.workflow_id
    WHERE c.is_starting_point = 0 AND ifnull((SELECT y.state FROM change_days y WHERE y.change_number = c.number ORDER BY y.id DESC LIMIT 1), 'live') = 'live'
      AND (SELECT count(*) FROM live_steps s WHERE s.change_number = c.number) < 2
      AND EXISTS (SELECT 1 FROM change_workflows cw JOIN workflows a ON a.id = cw.workflow_id
        WHERE cw.change_number = c.number AND a.stage <> 'retired')
    ORDER BY onDate, c.number`)

  return {
    of(number: number): LiveSteps {
      const done = new Map(stepsDone.all(number).map(({ step, done_at }) => [step, done_at]))
      return { pasted: done.get('pasted') ?? null, tested: done.get('tested') ?? null }
    },
    /** Of the wordings in force on a day, oldest first. */
    open: (today: Day): OpenSteps[] =>
      openSteps.all({ today }).map(({ pasted, tested, ...row }) => ({
        ...row,
        missing: [...(pasted ? [] : ['pasted' as const]), ...(tested ? [] : ['tested' as const])],
      })),
    set(number: number, step: LiveStep, doneAt: string | null): void {
      if (doneAt === null) removeStep.run(number, step)
      else insertStep.run(number, step, doneAt)
    },
  }
}
