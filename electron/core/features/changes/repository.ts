import type { Change, ChangeKind } from '../../../../shared/contract/changes.ts'
import type { TimedChange } from '../../../../shared/domain/change-effect.ts'
import { isOtherMeasure } from '../../../../shared/domain/measured-as.ts'
import type { Db } from '../../db/open.ts'

type ChangeRow = {
  number: number
  on_date: string
  kind: ChangeKind
  what: string
  from_text: string
  to_text: string
  why: string
  decided_by: string
  approved_by: string
  reverts: number | null
  reverted_by: number | null
  document_id: number | null
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
    decidedBy: row.decided_by,
    approvedBy: row.approved_by,
    reverts: row.reverts,
    revertedBy: row.reverted_by,
    documentId: row.document_id,
    isAutomatic: row.is_automatic === 1,
    recordedAt: row.recorded_at,
  }
}

const revertedBy = '(SELECT min(r.number) FROM changes r WHERE r.reverts = c.number)'

const selectChange = `
SELECT c.*, ${revertedBy} AS reverted_by, (
  SELECT json_group_array(json_object('id', w.id, 'name', w.name) ORDER BY w.name)
  FROM change_workflows cw JOIN workflows w ON w.id = cw.workflow_id
  WHERE cw.change_number = c.number
) AS workflows
FROM changes c`

const matches = `
WHERE (:workflowId IS NULL OR c.number IN (SELECT change_number FROM change_workflows WHERE workflow_id = :workflowId))
  AND (:kind IS NULL OR c.kind = :kind)
  AND (:search = '' OR instr(lower(c.what || ' ' || c.why || ' ' || c.from_text || ' ' || c.to_text || ' '
    || c.decided_by || ' ' || c.approved_by), lower(:search)) > 0)`

type TimedRow = Omit<TimedChange, 'isAutomatic' | 'isMeasureChange'> & {
  what: string
  isAutomatic: 0 | 1
  from: string
  to: string
}

export type ChangeFilter = { workflowId: number | null; kind: ChangeKind | null; search: string }
export type ChangeEntry = Omit<Change, 'number' | 'workflowNames' | 'revertedBy'>
/** Figures typed by hand, as fractions. */
export type RecordedFigures = { before: number | null; after: number | null }

export function createChangesRepository(db: Db) {
  const insert = db.prepare(`
    INSERT INTO changes (on_date, kind, what, from_text, to_text, why, decided_by, approved_by, reverts,
      document_id, is_automatic, recorded_at)
    VALUES (:onDate, :kind, :what, :from, :to, :why, :decidedBy, :approvedBy, :reverts,
      :documentId, :isAutomatic, :recordedAt)`)
  const link = db.prepare(`
    INSERT INTO change_workflows (change_number, workflow_id, recorded_before, recorded_after)
    VALUES (?, ?, ?, ?)`)
  const unknownWorkflows = db.prepare<[string], { value: number }>(
    'SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM workflows)',
  )
  const workflows = db.prepare<[], { id: number; name: string; isActive: 0 | 1 }>(
    "SELECT id, name, stage <> 'retired' AS isActive FROM workflows ORDER BY name",
  )
  const byNumber = db.prepare<[number], ChangeRow>(`${selectChange} WHERE c.number = ?`)
  const byNumbers = db.prepare<[string], ChangeRow>(
    `${selectChange} WHERE c.number IN (SELECT value FROM json_each(?)) ORDER BY c.on_date, c.number`,
  )
  const page = db.prepare<[ChangeFilter & { limit: number; offset: number }], ChangeRow>(
    `${selectChange} ${matches} ORDER BY c.on_date DESC, c.number DESC LIMIT :limit OFFSET :offset`,
  )
  const count = db.prepare<[ChangeFilter], { total: number }>(
    `SELECT count(*) AS total FROM changes c ${matches}`,
  )
  // The measure is named at the start of an automatic note.
  const timed = db.prepare<[number], TimedRow>(`
    SELECT c.number, c.on_date AS onDate, c.what, c.is_automatic AS isAutomatic, ${revertedBy} AS revertedBy,
      substr(c.from_text, 1, 40) AS "from", substr(c.to_text, 1, 40) AS "to",
      cw.recorded_before AS recordedBefore, cw.recorded_after AS recordedAfter
    FROM change_workflows cw JOIN changes c ON c.number = cw.change_number
    WHERE cw.workflow_id = ? ORDER BY c.on_date, c.number`)

  return {
    insert(
      { workflowIds, isAutomatic, ...entry }: ChangeEntry,
      recorded: ReadonlyMap<number, RecordedFigures>,
    ): number {
      const number = Number(insert.run({ ...entry, isAutomatic: isAutomatic ? 1 : 0 }).lastInsertRowid)
      for (const id of new Set(workflowIds)) {
        const { before = null, after = null } = recorded.get(id) ?? {}
        link.run(number, id, before, after)
      }
      return number
    },
    knowsWorkflows: (ids: readonly number[]) => unknownWorkflows.get(JSON.stringify(ids)) === undefined,
    workflows: () => workflows.all(),
    get(number: number): Change | undefined {
      const row = byNumber.get(number)
      return row && toChange(row)
    },
    /** Oldest day first. */
    some: (numbers: readonly number[]): Change[] => byNumbers.all(JSON.stringify(numbers)).map(toChange),
    page(filter: ChangeFilter, offset: number, limit: number): { rows: Change[]; total: number } {
      return {
        rows: page.all({ ...filter, offset, limit }).map(toChange),
        total: count.get(filter)?.total ?? 0,
      }
    },
    /** A workflow's changes without their wordings, oldest day first. */
    timed: (workflowId: number): (TimedChange & { what: string })[] =>
      timed.all(workflowId).map(({ from, to, isAutomatic, ...row }) => ({
        ...row,
        isAutomatic: isAutomatic === 1,
        isMeasureChange: isAutomatic === 1 && isOtherMeasure(from, to),
      })),
    *all(): Iterable<Change> {
      const everything = db.prepare<[], ChangeRow>(`${selectChange} ORDER BY c.number`)
      for (const row of everything.iterate()) yield toChange(row)
    },
  }
}

export type ChangesRepository = ReturnType<typeof createChangesRepository>
