import type { Change, ChangeKind } from '../../../../shared/contract/changes.ts'
import type { Db } from '../../db/open.ts'

type ChangeRow = {
  number: number
  on_date: string
  kind: ChangeKind
  what: string
  from_text: string
  to_text: string
  why: string
  is_automatic: 0 | 1
  recorded_at: string
  workflows: string
}

const toChange = (row: ChangeRow): Change => {
  const workflows = JSON.parse(row.workflows) as { id: number; name: string }[]
  return {
    number: row.number,
    onDate: row.on_date,
    workflowIds: workflows.map(({ id }) => id),
    workflowNames: workflows.map(({ name }) => name),
    kind: row.kind,
    what: row.what,
    from: row.from_text,
    to: row.to_text,
    why: row.why,
    isAutomatic: row.is_automatic === 1,
    recordedAt: row.recorded_at,
  }
}

const selectChange = `
SELECT c.*, (
  SELECT json_group_array(json_object('id', w.id, 'name', w.name) ORDER BY w.name)
  FROM change_workflows cw JOIN workflows w ON w.id = cw.workflow_id
  WHERE cw.change_number = c.number
) AS workflows
FROM changes c`

const matches = `
WHERE (:workflowId IS NULL OR c.number IN (SELECT change_number FROM change_workflows WHERE workflow_id = :workflowId))
  AND (:search = '' OR instr(lower(c.what || ' ' || c.why || ' ' || c.from_text || ' ' || c.to_text), lower(:search)) > 0)`

export type ChangeFilter = { workflowId: number | null; search: string }
export type ChangeEntry = Omit<Change, 'number' | 'workflowNames'>

export function createChangesRepository(db: Db) {
  const insert = db.prepare(`
    INSERT INTO changes (on_date, kind, what, from_text, to_text, why, is_automatic, recorded_at)
    VALUES (:onDate, :kind, :what, :from, :to, :why, :isAutomatic, :recordedAt)`)
  const link = db.prepare('INSERT INTO change_workflows (change_number, workflow_id) VALUES (?, ?)')
  const unknownWorkflows = db.prepare<[string], { value: number }>(
    'SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM workflows)',
  )
  const byNumber = db.prepare<[number], ChangeRow>(`${selectChange} WHERE c.number = ?`)
  const page = db.prepare<[ChangeFilter & { limit: number; offset: number }], ChangeRow>(
    `${selectChange} ${matches} ORDER BY c.on_date DESC, c.number DESC LIMIT :limit OFFSET :offset`,
  )
  const count = db.prepare<[ChangeFilter], { total: number }>(
    `SELECT count(*) AS total FROM changes c ${matches}`,
  )

  return {
    insert({ workflowIds, isAutomatic, ...entry }: ChangeEntry): number {
      const number = Number(insert.run({ ...entry, isAutomatic: isAutomatic ? 1 : 0 }).lastInsertRowid)
      for (const id of new Set(workflowIds)) link.run(number, id)
      return number
    },
    knowsWorkflows: (ids: readonly number[]) => unknownWorkflows.get(JSON.stringify(ids)) === undefined,
    get(number: number): Change | undefined {
      const row = byNumber.get(number)
      return row && toChange(row)
    },
    page(filter: ChangeFilter, offset: number, limit: number): { rows: Change[]; total: number } {
      return {
        rows: page.all({ ...filter, offset, limit }).map(toChange),
        total: count.get(filter)?.total ?? 0,
      }
    },
    *all(): Iterable<Change> {
      const everything = db.prepare<[], ChangeRow>(`${selectChange} ORDER BY c.number`)
      for (const row of everything.iterate()) yield toChange(row)
    },
  }
}
