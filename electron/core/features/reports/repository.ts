import type {
  AuditHead,
  ReportCosts,
  ReportPage,
  ReportWords,
} from '../../../../shared/contract/reports/reports.ts'
import type { ReportPeriod } from '../../../../shared/domain/report/period.ts'
import type { Used } from '../../../../shared/domain/report/used.ts'
import type { Month } from '../../../../shared/domain/time/dates.ts'
import type { Db } from '../../db/open.ts'

type KeptRow = { id: number; kept_at: string; page: string }
export type Kept = { id: number; keptAt: string; page: ReportPage }

const toKept = (row: KeptRow): Kept => ({ id: row.id, keptAt: row.kept_at, page: JSON.parse(row.page) })

/** The owner's words and costs, and the pages that were kept. */
export function createReportsRepository(db: Db) {
  const words = db
    .prepare<[ReportPeriod], string>(
      'SELECT words FROM report_words WHERE kind = :kind AND from_month = :from AND to_month = :to',
    )
    .pluck()
  const setWords = db.prepare<[ReportPeriod & { words: string }]>(
    `INSERT INTO report_words (kind, from_month, to_month, words) VALUES (:kind, :from, :to, :words)
     ON CONFLICT DO UPDATE SET words = excluded.words`,
  )
  const costs = db.prepare<[], string>('SELECT costs FROM report_costs').pluck()
  const setCosts = db.prepare<[string]>(
    'INSERT INTO report_costs (id, costs) VALUES (1, ?) ON CONFLICT DO UPDATE SET costs = excluded.costs',
  )
  const keep = db.prepare<[string, Month, string]>(
    'INSERT INTO kept_reports (kept_at, to_month, page) VALUES (?, ?, ?)',
  )
  const kept = db.prepare<[number], KeptRow>('SELECT id, kept_at, page FROM kept_reports WHERE id = ?')
  const list = db.prepare<[number, number], KeptRow>(
    'SELECT id, kept_at, page FROM kept_reports ORDER BY id DESC LIMIT ? OFFSET ?',
  )
  const count = db.prepare<[], number>('SELECT count(*) FROM kept_reports').pluck()
  const lastTo = db.prepare<[], Month>('SELECT to_month FROM kept_reports ORDER BY id DESC LIMIT 1').pluck()
  const used = db.prepare<[number], { month: Month } & Used>(
    'SELECT month, offered, used FROM outputs_used WHERE workflow_id = ? ORDER BY month',
  )
  const setUsed = db.prepare<[{ workflowId: number; month: Month } & Used]>(
    `INSERT INTO outputs_used (workflow_id, month, offered, used) VALUES (:workflowId, :month, :offered, :used)
     ON CONFLICT DO UPDATE SET offered = excluded.offered, used = excluded.used`,
  )
  const forgetUsed = db.prepare<[number, Month]>(
    'DELETE FROM outputs_used WHERE workflow_id = ? AND month = ?',
  )
  const hashAt = db.prepare<[number], string>('SELECT hash FROM audit WHERE seq = ?').pluck()
  return {
    isInLog: ({ seq, hash }: AuditHead) => hashAt.get(seq) === hash,
    words(period: ReportPeriod): ReportWords | null {
      const stored = words.get(period)
      return stored === undefined ? null : JSON.parse(stored)
    },
    setWords: (period: ReportPeriod, value: ReportWords) => {
      setWords.run({ ...period, words: JSON.stringify(value) })
    },
    costs(): ReportCosts | null {
      const stored = costs.get()
      return stored === undefined ? null : JSON.parse(stored)
    },
    setCosts: (value: ReportCosts) => {
      setCosts.run(JSON.stringify(value))
    },
    /** Oldest first. */
    used: (workflowId: number) => used.all(workflowId),
    setUsed: (workflowId: number, month: Month, value: Used | null) => {
      if (value) setUsed.run({ workflowId, month, ...value })
      else forgetUsed.run(workflowId, month)
    },
    keep: (at: string, page: ReportPage) =>
      Number(keep.run(at, page.period.to, JSON.stringify(page)).lastInsertRowid),
    kept(id: number): Kept | null {
      const row = kept.get(id)
      return row ? toKept(row) : null
    },
    list: (limit: number, offset: number) => list.all(limit, offset).map(toKept),
    last(): Kept | null {
      const [row] = list.all(1, 0)
      return row ? toKept(row) : null
    },
    count: () => count.get() ?? 0,
    /** The last month of the report kept last. */
    lastTo: () => lastTo.get() ?? null,
  }
}
