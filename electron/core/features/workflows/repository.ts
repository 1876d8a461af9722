import type { Measure, Stage, Workflow, WorkflowFields } from '../../../../shared/contract/workflows.ts'
import type { Month } from '../../../../shared/domain/time/dates.ts'
import type { Db } from '../../db/open.ts'
import { nameOfToday, personNamed, tieToPeople } from '../../db/people-sql.ts'

type WorkflowRow = {
  id: number
  name: string
  purpose: string
  process_owner: string
  vendor: string
  model: string
  stage: Stage
  go_live_on: string | null
  retired_on: string | null
  monthly_volume: number | null
  by_hand_minutes: number | null
  measure: Measure
  target_line: number | null
  update_line: number | null
  sample_size: number
  rev: number
  created_at: string
  has_reviews: 0 | 1
}

const toWorkflow = (row: WorkflowRow): Workflow => ({
  id: row.id,
  name: row.name,
  purpose: row.purpose,
  processOwner: row.process_owner,
  vendor: row.vendor,
  model: row.model,
  stage: row.stage,
  goLiveOn: row.go_live_on,
  retiredOn: row.retired_on,
  monthlyVolume: row.monthly_volume,
  byHandMinutes: row.by_hand_minutes,
  measure: row.measure,
  targetLine: row.target_line,
  updateLine: row.update_line,
  sampleSize: row.sample_size,
  rev: row.rev,
  createdAt: row.created_at,
  hasReviews: row.has_reviews === 1,
})

const select = `SELECT w.*, ${nameOfToday('w.process_owner_id', 'w.process_owner')} AS process_owner,
  EXISTS (SELECT 1 FROM reviews r WHERE r.workflow_id = w.id) AS has_reviews
FROM workflows w`

export function createWorkflowsRepository(db: Db) {
  const all = db.prepare<[], WorkflowRow>(`${select} ORDER BY w.stage = 'retired', w.id`)
  const byId = db.prepare<[number], WorkflowRow>(`${select} WHERE w.id = ?`)
  const byName = db.prepare<[string], { id: number }>('SELECT id FROM workflows WHERE name = ?')
  const lastMonth = db
    .prepare<[number], Month | null>('SELECT max(month) FROM reviews WHERE workflow_id = ?')
    .pluck()
  const insert = db.prepare(`
    INSERT INTO workflows (name, purpose, process_owner, process_owner_id, vendor, model, stage, go_live_on, retired_on, monthly_volume,
      by_hand_minutes, measure, target_line, update_line, sample_size, created_at)
    VALUES (:name, :purpose, :processOwner, ${personNamed(':processOwner')}, :vendor, :model, :stage, :goLiveOn, :retiredOn, :monthlyVolume,
      :byHandMinutes, :measure, :targetLine, :updateLine, :sampleSize, :createdAt)`)
  const update = db.prepare(`
    UPDATE workflows SET name = :name, purpose = :purpose, process_owner = :processOwner,
      process_owner_id = ${personNamed(':processOwner')}, vendor = :vendor,
      model = :model, stage = :stage, go_live_on = :goLiveOn, retired_on = :retiredOn, monthly_volume = :monthlyVolume,
      by_hand_minutes = :byHandMinutes, measure = :measure, target_line = :targetLine,
      update_line = :updateLine, sample_size = :sampleSize, rev = rev + 1
    WHERE id = :id`)

  return {
    owners: tieToPeople(db, {
      table: 'workflows',
      said: 'process_owner',
      key: 'process_owner_id',
      hasRev: true,
    }),
    list: () => all.all().map(toWorkflow),
    get(id: number): Workflow | undefined {
      const row = byId.get(id)
      return row && toWorkflow(row)
    },
    /** The last month a sample was drawn of. */
    lastMonth: (id: number): Month | null => lastMonth.get(id) ?? null,
    idOfName: (name: string): number | undefined => byName.get(name)?.id,
    insert: (fields: WorkflowFields, createdAt: string): number =>
      Number(insert.run({ ...fields, createdAt }).lastInsertRowid),
    update: (id: number, fields: WorkflowFields): void => {
      update.run({ ...fields, id })
    },
  }
}
