import { shortCode } from '../../../../shared/domain/activity/chain-words.ts'
import type { Month } from '../../../../shared/domain/time/dates.ts'
import type { WorkflowMonth } from '../../../../shared/domain/time/months.ts'
import type { Context } from '../../context.ts'
import { type AuditHead, auditHead } from '../../db/audit.ts'

export type Seal = AuditHead & { month: Month; sealedAt: string }

/** Sealing a month: where the activity log ended when its last review was finished. */
export function createSealing({ commands, clock, db }: Context, all: () => readonly WorkflowMonth[]) {
  const command = commands('reviews')
  const columns = 'month, seq, hash, sealed_at AS sealedAt'
  const insert = db.prepare<[Seal]>(
    'INSERT INTO sealed_months (month, seq, hash, sealed_at) VALUES (:month, :seq, :hash, :sealedAt)',
  )
  const newest = db.prepare<[Month], Seal>(
    `SELECT ${columns} FROM sealed_months WHERE month = ? ORDER BY id DESC LIMIT 1`,
  )
  const list = db.prepare<[], Seal>(`SELECT ${columns} FROM sealed_months ORDER BY id DESC`)

  return {
    /** Seals the month at the end of the running command if nothing of it is open any more. */
    sealIfClosed(month: Month): void {
      command.atEnd(`seal ${month}`, () => {
        const own = all().filter((each) => each.month === month)
        const isClosed = own.every(({ state }) => state !== 'open')
        if (!isClosed || !own.some(({ state }) => state === 'finished')) return
        const seal = { ...auditHead(db), month, sealedAt: clock.now() }
        insert.run(seal)
        command.log({
          actor: 'evenkeel',
          action: 'seal',
          entity: 'sealed_month',
          entityId: month,
          before: null,
          after: { entry: seal.seq, code: shortCode(seal.hash), month },
        })
      })
    },
    /** The newest seal of a month; null while it is open. */
    sealOf: (month: Month): Seal | null => newest.get(month) ?? null,
    /** Newest first. */
    seals: (): Seal[] => list.all(),
  }
}
